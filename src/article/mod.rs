//! [`Article`]: one clean text and what stands where in it.
//!
//! Every input form has a parser of its own that makes this one model; nothing here knows what the words mean.

mod model;

pub use model::{
    Article, Block, BlockKind, Dateline, Form, Link, Notice, NoticeKind, Origin, Place, Sentence,
};
