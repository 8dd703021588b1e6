//! What leaves the program: the JSON contract, and the summary in its formats.

mod command;
pub mod contract;
pub mod csv;
#[cfg(test)]
mod fixture;
mod format;
pub mod html;
pub mod markdown;
mod offsets;
mod speech;
mod strength;
mod summary;
pub mod text;
mod totals;
pub mod write;

pub use command::{file_stem, open, run};
pub use contract::Document;
pub use format::{Format, between, file, head, json, render};
pub use offsets::Offsets;
pub use speech::{Speech, words};
pub use strength::{OPEN, count, number, state, strength, time};
pub use summary::{BY_READER, Check, Noted, Person, Row, Said, Summary, Sureness, counted, day, title};
pub use totals::{Total, totals};
