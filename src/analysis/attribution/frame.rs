//! A block as the reporter's own sentences, in which each quotation is one element.
//!
//! The sentence splitter sees `"We left. We won," he said.` as two sentences; for attribution it is one: a
//! quotation and the words that report it. A quotation that ends its sentence (`"We won." The crowd cheered.`) ends
//! the reporter's sentence too, unless an attribution follows.

use std::ops::Range;

use super::Doc;
use super::quotes::Quoted;
use super::words::Class;
use crate::lexicon::{Form, Table};
use crate::span::Span;

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
                                && !separated(quotes, *before, next)
                        }
                        Some(Item::Token(before)) => {
                            is_stop(doc.tokens.word(*before)) || lead_in(doc, &self.items[start..])
                        }
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
                    Some(quote) if ends(doc, &quotes[quote]) => {
                        let gap = Span::new(quotes[quote].outer.end(), token.span.start()).of(doc.text);
                        let new_line = gap.contains('\n') && token.is_capital();
                        token.is_word()
                            && token.is_capital()
                            && (new_line || !attribution_follows(doc, i, asks(doc, &quotes[quote])))
                    }
                    Some(_) => false,
                    // `ENERGY: "…"`: a heading in the line is a sentence of its own.
                    None => last_sentence != s || lead_in(doc, &self.items[start..]),
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

/// Whether the quotation is a question.
fn asks(doc: &Doc, quote: &Quoted) -> bool {
    quote.inner.of(doc.text).ends_with('?')
}

/// Whether words stand between two quotations. (Two that touch are two sentences.)
const fn separated(quotes: &[Quoted], before: usize, next: usize) -> bool {
    quotes[next].outer.start() > quotes[before].outer.end() + 3
}

/// Whether the items are a heading in capitals with its colon.
fn lead_in(doc: &Doc, items: &[Item]) -> bool {
    let Some(Item::Token(last)) = items.last() else {
        return false;
    };
    if doc.tokens.word(*last) != ":" || items.len() > 7 || items.len() < 2 {
        return false;
    }
    items[..items.len() - 1].iter().all(|item| match item {
        Item::Token(i) => !doc.token(*i).is_word() || doc.token(*i).is_capitals(),
        Item::Quote(_) => false,
    })
}

/// Whether the sentence from token `i` on is only an attribution: `Smith said on Friday.`
fn attribution_follows(doc: &Doc, i: usize, asks: bool) -> bool {
    let sentence = doc.tokens.sentence(doc.tokens.sentence_of(i));
    let first = doc.class(i);
    if first.has(Class::PREP.or(Class::SUB).or(Class::CONJ)) && !first.has(Class::TITLE) {
        return false;
    }
    for k in i..sentence.end.min(i + 26) {
        let class = doc.class(k);
        let word = doc.tokens.word(k);
        if class.has(Class::REPORTS) && !doc.token(k).is_capital() {
            let (len, verb) = doc
                .tokens
                .longest(k, &[Table::ReportingVerb])
                .map_or((1, None), |(len, id)| (len, id.of(Table::ReportingVerb)));
            let tells = verb.is_some_and(|v| {
                let form = v.form();
                let many = k > i && (doc.class(k - 1).has(Class::GROUP) || doc.tokens.is(k - 1, "two"));
                (form.is(Form::PAST) || form.is(Form::THIRD) || form.is(Form::BASE) && many)
                    && v.number(6).unwrap_or(0.0) >= 2.0
            });
            if !tells || class.has(Class::DOCUMENT) && doc.class(k - 1).has(Class::DET) {
                continue;
            }
            let next = k + len;
            // `"We stay." Tellier told the Tribune in an interview.`
            if verb.is_some_and(|v| v.cell(5) == "tell")
                && !(next..sentence.end).any(|n| {
                    doc.class(n).has(Class::AUX.or(Class::VERB).or(Class::REPORTS))
                        || doc
                            .tokens
                            .is_any(n, &["that", "to", "whether", "if", "how", "why", "what"])
                })
            {
                return true;
            }
            // `"Who knew?" Tellier asked the guard.`
            if next >= sentence.end
                || asks
                    && verb.is_some_and(|v| v.cell(0) == "ask")
                    && !doc.tokens.is_any(next, &["if", "whether", "that", "why", "how"])
            {
                return true;
            }
            let class = doc.class(next);
            let word = doc.tokens.word(next);
            return is_stop(word)
                || matches!(word, "," | "reporters" | "\"" | "“" | "'" | "when" | "while")
                // "She replied to him that …" has its own words to report.
                || class.has(Class::PREP)
                    && !(next..sentence.end.min(next + 8))
                        .take_while(|&n| doc.tokens.word(n) != ",")
                        .any(|n| doc.tokens.is(n, "that"))
                || class.has(Class::TIME)
                || (class.has(Class::ADVERB)
                    && next + 1 < sentence.end
                    && is_stop(doc.tokens.word(next + 1)));
        }
        if class.has(Class::SUB.or(Class::AUX)) && !class.has(Class::TITLE)
            || is_stop(word)
            || (k > i && class.has(Class::VERB) && !class.has(Class::ROLE.or(Class::BODY).or(Class::TITLE)))
        {
            return false;
        }
    }
    false
}
