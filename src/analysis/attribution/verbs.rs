//! Verbs that may report: their forms, and whether a form is a verb at all where it stands.

use std::ops::Range;

use super::cues::Cue;
use super::names::NameKind;
use super::phrases::{Phrase, PhraseKind};
use super::view::View;
use super::words::Class;
use crate::lexicon::{self, Entry, Form, Table};

/// A verb that may report, in its forms.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub(super) struct Verb {
    /// Its item, and one past its last.
    pub at: usize,
    pub end: usize,
    pub entry: Option<Entry>,
    pub lemma: &'static str,
    pub class: &'static str,
    pub strength: u8,
    pub past: bool,
    pub third: bool,
    pub gerund: bool,
    pub base: bool,
}

impl Verb {
    /// Whether it is an infinitive, a plural present or a wish, and nothing else.
    pub(super) const fn is_plain(&self) -> bool {
        self.base && !self.past && !self.third
    }
}

/// Verbs that report only with a quotation near.
pub(super) const QUIET: [&str; 24] = [
    "chant", "put it", "go", "back", "support", "press", "read", "figure", "order", "direct", "feel", "know",
    "think", "fear", "grant", "rip", "finish", "begin", "issue", "release", "object", "nod", "smile", "post",
];

/// Forms that are as often plural nouns.
pub(super) const PLURALS: [&str; 23] = [
    "leaks",
    "remarks",
    "talks",
    "attacks",
    "promises",
    "hopes",
    "fears",
    "doubts",
    "estimates",
    "forecasts",
    "warnings",
    "states",
    "claims",
    "reports",
    "demands",
    "notes",
    "comments",
    "answers",
    "charges",
    "details",
    "questions",
    "orders",
    "calls",
];

impl View<'_> {
    /// Whether the noun or verb at `k` is a noun there.
    pub(super) fn is_noun(&self, k: usize) -> bool {
        if k == 0 {
            return false;
        }
        let prev = self.class(k - 1);
        if self.in_name(k) {
            return true;
        }
        // "a court ruling that …"
        if self.is_gerund(k) && self.class(k).has(Class::DOCUMENT) && prev.has(Class::BODY) {
            return true;
        }
        // `robo-calls`
        if self.word(k - 1) == "-" && self.token(k).is_some_and(|i| !self.doc.token(i).is_spaced()) {
            return true;
        }
        if self.is_any(k - 1, &["another", "one"])
            && !self.word(k).ends_with("ed")
            && !self.is_any(k, &["said", "told", "wrote"])
        {
            return true;
        }
        // "the two write"
        if k > 1
            && prev.has(Class::NUMBER)
            && self.is_any(k - 2, &["the", "these", "those"])
            && !self.word(k).ends_with('s')
        {
            return false;
        }
        let clitic = self.token(k - 1).is_some_and(|i| self.doc.token(i).is_clitic());
        if clitic
            || (prev.has(Class::DET)
                && !prev.has(Class::PRONOUN)
                && !self.is_any(k - 1, &["all", "both", "each"]))
        {
            return true;
        }
        prev.has(Class::PREP)
            && !self.is_any(
                k - 1,
                &[
                    "after", "before", "by", "since", "while", "as", "without", "for", "in", "of", "on",
                    "to", "about",
                ],
            )
            || (prev.has(Class::PREP) && !self.is_gerund(k) && !self.is(k - 1, "to"))
    }

    pub(super) fn entry(&self, k: usize) -> Option<(usize, Entry)> {
        let i = self.token(k)?;
        let token = self.doc.token(i);
        // "makes it clear that"
        if self.is(k + 1, "it")
            && self.is(k + 2, "clear")
            && self.is_any(k, &["make", "makes", "made", "making"])
        {
            let form = match self.word(k) {
                "makes" => "makes clear",
                "made" => "made clear",
                "making" => "making clear",
                _ => "make clear",
            };
            return lexicon::phrase(form).of(Table::ReportingVerb).map(|e| (3, e));
        }
        if token.key().longest() > 1
            && let Some((len, id)) = self.doc.tokens.longest(i, &[Table::ReportingVerb])
        {
            let within = (0..len).all(|n| self.token(k + n) == Some(i + n));
            if within {
                return id.of(Table::ReportingVerb).map(|e| (len, e));
            }
        }
        token.key().of(Table::ReportingVerb).map(|e| (1, e))
    }

    pub(super) fn is_gerund(&self, k: usize) -> bool {
        self.word(k).ends_with("ing")
    }

    /// What the verb at `k` is, in its forms.
    pub(super) fn verb(&self, k: usize, len: usize, entry: Option<Entry>) -> Verb {
        let word = self.word(k);
        let (past, third, gerund, base) = match entry.map(Entry::form) {
            Some(f) => (
                f.is(Form::PAST),
                f.is(Form::THIRD),
                f.is(Form::GERUND),
                f.is(Form::BASE),
            ),
            None => (
                word.ends_with("ed") || matches!(word, "sang" | "began"),
                word.ends_with('s'),
                word.ends_with("ing"),
                matches!(word, "call" | "dub" | "label" | "term" | "refer"),
            ),
        };
        Verb {
            at: k,
            end: k + len,
            entry,
            lemma: entry.map_or("", |e| e.cell(0)),
            class: entry.map_or("", |e| e.cell(5)),
            strength: entry.map_or(0, |e| e.number(6).map_or(0, |n| n as u8)),
            past,
            third,
            gerund,
            base,
        }
    }

    /// Whether a verb that only names ("called it a 'farce'") has a quotation within its reach.
    pub(super) fn names_with(&self, k: usize, range: &Range<usize>) -> bool {
        // `a class called "Perception"` gives a name.
        let titles = [
            "called", "dubbed", "labeled", "labelled", "termed", "branded", "deemed",
        ];
        let acts = k > range.start
            && (self.class(k - 1).has(Class::PRONOUN) && !self.class(k - 1).has(Class::DET)
                || self.is_any(k - 1, &["has", "have", "had", "also", "later", "once"])
                || self
                    .token(k - 1)
                    .and_then(|i| self.names.run_at(i))
                    .is_some_and(|r| r.kind == NameKind::Person));
        if self.is_quote(k + 1) && self.is_any(k, &titles) && !acts {
            return false;
        }
        let near = self.is_any(
            k,
            &["began", "ended", "opened", "signed", "cited", "cites", "citing"],
        );
        let loud = self.is_any(k, &["chant", "chanted", "chanting", "sing", "sang", "joked"]);
        let reach = if near { 3 } else { 15 };
        let stop = (k + 1..(k + reach).min(range.end))
            .find(|&n| self.is_quote(n) || (self.is_any(n, &[",", ";"]) && !(self.is_quote(n + 1) && loud)));
        stop.is_some_and(|n| self.is_quote(n)) || (k > range.start && self.is_quote(k - 1))
    }

    /// Whether an auxiliary makes the gerund at `k` a finite verb: "is saying".
    pub(super) fn is_progressive(&self, k: usize, start: usize) -> bool {
        k > start
            && (self.class(k - 1).has(Class::AUX)
                || (self.class(k - 1).has(Class::ADVERB) && k >= 2 && self.class(k - 2).has(Class::AUX)))
    }

    /// Whether the words before the verb can be its subject, and the verb a verb.
    pub(super) fn suits(&self, verb: &Verb, subject: &Phrase, helped: bool, before: &[Cue]) -> bool {
        let k = verb.at;
        let start = subject.items.start;
        // "what they call a 'surge'" is the words of whoever speaks.
        let what = start.checked_sub(1).is_some_and(|n| self.is(n, "what"));
        if what && before.last().is_some_and(|c| c.strength >= 2) {
            return false;
        }
        // A noun that only looks like a verb ("the police report"), or a wish ("that the board guarantee").
        if verb.is_plain() && !helped {
            let many = match subject.kind {
                PhraseKind::Pronoun | PhraseKind::Group | PhraseKind::Relative | PhraseKind::Document => true,
                PhraseKind::Name | PhraseKind::Body => {
                    self.doc.tokens.word(subject.head).ends_with('s') || verb.lemma == "say"
                }
                // "some in the city say", "all those involved say"
                _ if verb.lemma == "say"
                    && self.is_any(
                        start,
                        &["some", "many", "most", "those", "others", "all", "several", "few"],
                    ) =>
                {
                    true
                }
                // "the two write"
                _ => self.doc.class(subject.head).has(Class::NUMBER),
            };
            if !many {
                return false;
            }
        }
        // "member states that were allies": a plural noun, unless a full subject stands before.
        if verb.third && !helped && PLURALS.iter().any(|w| self.is(k, w)) {
            let named = matches!(
                subject.kind,
                PhraseKind::Name | PhraseKind::Pronoun | PhraseKind::Relative
            );
            let led = self.is_any(
                start,
                &["the", "a", "an", "this", "that", "his", "her", "its", "their"],
            );
            let speaks = self.is_quote(verb.end) || self.is_quote(verb.end + 1);
            let noun = self.is(verb.end, ",") || subject.kind == PhraseKind::Other;
            if !named && !led || noun && !speaks {
                return false;
            }
        }
        if subject.kind != PhraseKind::Other || self.quote_near(k) {
            return true;
        }
        let capital = self.token(start).is_some_and(|i| self.doc.token(i).is_capital());
        verb.strength >= 2 && (capital || self.class(start).has(Class::DET))
    }
}
