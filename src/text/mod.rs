//! How text takes room on a character grid: one width function, and wrapping into rows.
//!
//! Everything that measures, wraps or cuts text for a screen or a text export does it here, so that no border ever shifts.

mod width;
mod wrap;

pub use width::{clip, cut, fold, graphemes, pad, scrolled, width};
pub use wrap::{pieces, wrap, wrap_line};
