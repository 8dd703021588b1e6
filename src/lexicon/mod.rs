//! The tables of `assets/data`, ready to use: places, people's names and titles, verbs, units, numbers.
//!
//! One index over all of them answers, for a word or phrase, every sense that the tables know. It is made at build
//! time and read in place, so that starting the program costs nothing.

pub mod scan;
pub mod set;
mod table;

pub use table::{Entry, Form, KeyId, Table, TableSet, abbreviation, beginning, key, phrase, rows};
