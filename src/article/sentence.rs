//! Sentence boundaries.

use super::{Article, Sentence};
use crate::span::Span;

/// Fills in the sentences of every block.
pub(super) fn fill(article: &mut Article) {
    let mut all = Vec::new();
    for (index, block) in article.blocks.iter_mut().enumerate() {
        let first = all.len() as u32;
        let start = block.label.map_or(block.span.start(), Span::end);
        sentences(&article.text, Span::new(start, block.span.end()), |span| {
            all.push(Sentence {
                span,
                block: index as u32,
            });
        });
        block.sentences = first..all.len() as u32;
    }
    article.sentences = all;
}

/// Tells `found` the sentences of the stretch `within` of `text`, in order.
pub fn sentences(text: &str, within: Span, mut found: impl FnMut(Span)) {
    let mut start = within.start();
    let bytes = text.as_bytes();
    for at in memchr::memchr3_iter(b'.', b'!', b'?', within.of(text).as_bytes()) {
        let end = within.start() + at + 1;
        if end < start || end < within.end() && !bytes[end].is_ascii_whitespace() {
            continue;
        }
        let span = Span::new(start, end).trim(text);
        if !span.is_empty() {
            found(span);
        }
        start = end;
    }
    let span = Span::new(start, within.end()).trim(text);
    if !span.is_empty() {
        found(span);
    }
}
