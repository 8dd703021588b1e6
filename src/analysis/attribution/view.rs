//! [`View`]: a reporter's sentence as the rules read it, item by item.

use std::ops::Range;

use super::Doc;
use super::frame::Item;
use super::names::Names;
use super::quotes::Quoted;
use super::words::Class;
use crate::span::Span;

/// A reporter's sentence with its words.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub doc: &'a Doc<'a>,
    pub names: &'a Names,
    pub items: &'a [Item],
    pub quotes: &'a [Quoted],
}

impl<'a> View<'a> {
    pub(super) fn token(&self, k: usize) -> Option<usize> {
        match self.items.get(k) {
            Some(Item::Token(i)) => Some(*i),
            _ => None,
        }
    }

    pub(super) fn class(&self, k: usize) -> Class {
        self.token(k).map_or_else(Class::default, |i| self.doc.class(i))
    }

    pub(super) fn word(&self, k: usize) -> &'a str {
        self.token(k).map_or("", |i| self.doc.tokens.word(i))
    }

    pub(super) fn is(&self, k: usize, word: &str) -> bool {
        self.token(k).is_some_and(|i| self.doc.tokens.is(i, word))
    }

    pub(super) fn is_any(&self, k: usize, words: &[&str]) -> bool {
        self.token(k).is_some_and(|i| self.doc.tokens.is_any(i, words))
    }

    pub(super) fn is_quote(&self, k: usize) -> bool {
        matches!(self.items.get(k), Some(Item::Quote(_)))
    }

    pub(super) fn is_lower_word(&self, k: usize) -> bool {
        self.token(k)
            .is_some_and(|i| self.doc.token(i).is_word() && !self.doc.token(i).is_capital())
    }

    pub(super) fn is_wordy(&self, k: usize) -> bool {
        self.token(k)
            .is_some_and(|i| self.doc.token(i).is_word() || self.doc.token(i).is_number())
    }

    /// Whether item `k` is inside a proper name.
    pub(super) fn in_name(&self, k: usize) -> bool {
        self.token(k).is_some_and(|i| self.names.run_at(i).is_some())
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let mut span: Option<Span> = None;
        for k in range {
            if let Some(i) = self.token(k) {
                let token = self.doc.token(i).span;
                span = Some(span.map_or(token, |s| s.cover(token)));
            }
        }
        span.unwrap_or_default()
    }
}
