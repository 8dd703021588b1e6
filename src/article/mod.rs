//! [`Article`]: one clean text and what stands where in it.
//!
//! Every input form has a [`Parser`] of its own that makes this one model; nothing here knows what the words mean.
//! [`parse`] picks the parser by content. A parser hands its pieces to a [`Builder`], which cleans them and runs the
//! passes that all forms share: speakers' labels, boilerplate, dateline, sentences, language.

mod abbreviation;
mod boilerplate;
mod build;
mod caption;
mod date;
mod dateline;
mod density;
mod detect;
mod direction;
mod draft;
mod entity;
mod feed;
mod flow;
mod html;
mod json;
mod label;
mod language;
mod markdown;
mod markup;
mod matter;
mod meta;
mod model;
mod page;
mod plain;
mod schema_org;
mod sentence;
mod stamp;
mod transcript;
mod vocabulary;
mod wire;

use thiserror::Error;

pub use build::{Builder, Labels};
pub use detect::{detect, parser_for};
pub use feed::{items, summarised};
pub use model::{
    Article, Block, BlockKind, Dateline, Form, Link, Notice, NoticeKind, Origin, Place, Sentence,
};
pub use sentence::sentences;

use crate::clean::Clean;
use crate::source::SourceText;

/// Reads one form of input.
pub trait Parser: Sync {
    /// The form that it reads.
    fn form(&self) -> Form;

    /// How surely `source` is of this form, from 0 (no) to 100 (by its signature), judged by content first and
    /// the hint last. It must look at a bounded part of the text.
    fn sniff(&self, source: &SourceText) -> u8;

    /// Makes the article.
    fn parse(&self, source: SourceText) -> Result<Article, ParseError>;
}

/// Why a text that could be read is no article. Each message names the input and what to do about it.
#[derive(Debug, Error)]
pub enum ParseError {
    /// The text is not of the form that was detected or asked for.
    #[error("{name}: not readable as {}: {reason}; try --as text", form.name())]
    Malformed {
        /// The input.
        name: Clean,
        /// The form.
        form: Form,
        /// What is wrong, in a few words.
        reason: Clean,
    },
    /// Nothing in it to read.
    #[error("{name}: no article in this {}; open another page or try --as text", form.name())]
    NoArticle {
        /// The input.
        name: Clean,
        /// The form.
        form: Form,
    },
}

/// Makes an article of `source`: of the form that is asked for, else of the one that its content shows.
pub fn parse(source: SourceText, form: Option<Form>) -> Result<Article, ParseError> {
    let form = form.unwrap_or_else(|| detect(&source));
    parser_for(form).parse(source)
}
