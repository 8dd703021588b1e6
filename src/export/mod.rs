//! What leaves the program: the JSON contract, and the summary in its formats.

pub mod contract;
mod offsets;

pub use contract::Document;
pub use offsets::Offsets;
