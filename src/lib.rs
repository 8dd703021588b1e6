//! `briefing` reads a news article, a release or a transcript and shows who said what and which forces
//! move where, every finding beside the sentence it came from.
//!
//! Data flows one way:
//!
//! ```text
//! bytes ─ source ─▶ SourceText ─ article ─▶ Article ─ analysis ─▶ Analysis ─▶ app ─▶ ui ─▶ frame
//!                                      Article + Analysis ─ export ─▶ text, Markdown, HTML, JSON, CSV
//! ```
//!
//! All but [`ui`], [`term`] and the binary know nothing of a terminal.

pub mod about;
pub mod analysis;
pub mod app;
pub mod article;
pub mod atlas;
pub mod clean;
pub mod cli;
pub mod config;
pub mod editor;
pub mod error;
pub mod export;
pub mod guard;
pub mod keys;
pub mod lexicon;
pub mod manual;
pub mod reader;
pub mod run;
pub mod sample;
pub mod settings;
pub mod source;
pub mod span;
pub mod state;
pub mod term;
pub mod text;
pub mod ui;
