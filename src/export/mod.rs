//! What leaves the program: the JSON contract, and the summary in its formats.

pub mod contract;
#[cfg(test)]
mod fixture;
mod offsets;
mod speech;
mod strength;
mod summary;
mod totals;

pub use contract::Document;
pub use offsets::Offsets;
pub use speech::{Speech, words};
pub use strength::{OPEN, count, number, state, strength, time};
pub use summary::{Check, Person, Row, Said, Summary, Sureness, counted, day, title};
pub use totals::{Total, totals};
