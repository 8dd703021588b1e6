//! A block as the reporter's own sentences, in which each quotation is one element.
//!
//! The sentence splitter sees `"We left. We won," he said.` as two sentences; for attribution it is one: a
//! quotation and the words that report it. A quotation that ends its sentence (`"We won." The crowd cheered.`) ends
//! the reporter's sentence too, unless an attribution follows.

use std::ops::Range;

use super::Doc;
use super::quotes::Quoted;
use super::words::Class;

/// One element of a reporter's sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A token outside of quotations, by index.
    Token(usize),
    /// A quotation, by index into the quotations of the article.
    Quote(usize),
}

/// The reporter's sentences of one block.
#[derive(Debug, Default)]
pub(super) struct Frame {
    pub items: Vec<Item>,
    pub segments: Vec<Range<usize>>,
}

impl Frame {
    /// Reads the sentences `sentences` of a block, whose quotations are `quotes[range]`.
    pub fn read(&mut self, doc: &Doc, sentences: Range<usize>, quotes: &[Quoted], range: Range<usize>) {
        self.items.clear();
        self.segments.clear();
        let mut next = range.start;
        let mut start = 0;
        let mut last_sentence = usize::MAX;
        let mut after_quote: Option<usize> = None;
        for s in sentences {
            for i in doc.tokens.sentence(s) {
                let token = doc.token(i);
                while next < range.end && quotes[next].outer.start() <= token.span.start() {
                    let breaks = match self.items.last() {
                        Some(Item::Quote(before)) => {
                            self.items.len() > start
                                && ends(doc, &quotes[*before])
                                && !separated(doc, quotes, *before, next)
                        }
                        Some(Item::Token(before)) => is_stop(doc.tokens.word(*before)),
                        None => false,
                    };
                    if breaks && start < self.items.len() {
                        self.segments.push(start..self.items.len());
                        start = self.items.len();
                    }
                    self.items.push(Item::Quote(next));
                    after_quote = Some(next);
                    next += 1;
                }
                let inside = next > range.start && quotes[next - 1].outer.end() > token.span.start();
                if inside {
                    last_sentence = s;
                    continue;
                }
                let breaks = match after_quote.take() {
                    Some(quote) => {
                        ends(doc, &quotes[quote])
                            && token.is_word()
                            && token.is_capital()
                            && !attribution_follows(doc, i)
                    }
                    None => last_sentence != s,
                };
                if breaks && start < self.items.len() {
                    self.segments.push(start..self.items.len());
                    start = self.items.len();
                }
                last_sentence = s;
                self.items.push(Item::Token(i));
            }
        }
        if start < self.items.len() {
            self.segments.push(start..self.items.len());
        }
    }
}

fn is_stop(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "..." | "....")
}

/// Whether the quotation ends with a full stop, question or exclamation mark.
pub(super) fn ends(doc: &Doc, quote: &Quoted) -> bool {
    quote
        .inner
        .of(doc.text)
        .trim_end_matches(['\'', '"', '”', '’', ')', ']'])
        .ends_with(['.', '!', '?', '…'])
}

/// Whether words stand between two quotations. (Two that touch are two sentences.)
const fn separated(_doc: &Doc, quotes: &[Quoted], before: usize, next: usize) -> bool {
    quotes[next].outer.start() > quotes[before].outer.end() + 3
}

/// Whether the sentence from token `i` on is only an attribution: `Smith said on Friday.`
fn attribution_follows(doc: &Doc, i: usize) -> bool {
    let sentence = doc.tokens.sentence(doc.tokens.sentence_of(i));
    for k in i..sentence.end.min(i + 12) {
        let class = doc.class(k);
        if class.has(Class::REPORTS) && !doc.token(k).is_capital() {
            let next = k + 1;
            if next >= sentence.end {
                return true;
            }
            let class = doc.class(next);
            let word = doc.tokens.word(next);
            return is_stop(word)
                || matches!(
                    word,
                    "," | "to" | "in" | "on" | "of" | "at" | "during" | "reporters" | "\"" | "“" | "'"
                )
                || class.has(Class::TIME);
        }
        if class.has(Class::SUB.or(Class::AUX)) && !class.has(Class::TITLE) || is_stop(doc.tokens.word(k)) {
            return false;
        }
    }
    false
}
