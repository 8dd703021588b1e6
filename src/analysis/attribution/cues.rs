//! Cues: the words that report ("said", "according to", "in a statement"), each with its subject.
//!
//! A cue is looked for in one reporter's sentence. Its subject is sought to the left across adverbs, auxiliaries,
//! appositions and relative clauses, or to the right where the verb comes first; a cue without a subject of its own
//! (", adding", "and said") takes that of the cue before.

use std::ops::Range;

use super::frame::Item;
use super::phrases::{Phrase, PhraseKind};
use super::verbs::{QUIET, Verb};
use super::view::View;
use super::words::Class;
use crate::lexicon::Entry;
use crate::span::Span;

/// The shape in which a cue stands to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Tellier said
    SubjectFirst,
    /// said Tellier
    VerbFirst,
    /// according to Tellier
    According,
    /// , adding; saying
    Participle,
    /// … and said
    Coordinated,
    /// her claim that
    Nominal,
}

/// Words that report.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// Item of the verb.
    pub at: usize,
    /// First item of subject and verb together.
    pub first: usize,
    /// One past their last item.
    pub last: usize,
    pub shape: Shape,
    pub subject: Option<Phrase>,
    /// The row of the verb; none for "according to" and verbs that only name ("called").
    pub entry: Option<Entry>,
    pub span: Span,
    /// How strongly the verb reports: 3 says, 2 mostly, 1 sometimes, 0 not without marks.
    pub strength: u8,
}

/// Verbs that report whatever stands as their subject.
const CERTAIN: [&str; 23] = [
    "say", "add", "write", "ask", "reply", "explain", "note", "recall", "read", "tweet", "continue",
    "declare", "admit", "warn", "state", "argue", "joke", "quip", "insist", "remark", "claim", "exclaim",
    "shout",
];

/// Things that bear words for all to read.
const BEARERS: [&str; 17] = [
    "sign",
    "signs",
    "banner",
    "banners",
    "poster",
    "posters",
    "placard",
    "placards",
    "shirt",
    "shirts",
    "hat",
    "hats",
    "headline",
    "headlines",
    "caption",
    "ad",
    "ads",
];

impl View<'_> {
    /// All cues of the sentence, left to right.
    pub fn cues(&self, range: Range<usize>) -> Vec<Cue> {
        let mut cues: Vec<Cue> = Vec::new();
        let mut k = range.start;
        while k < range.end {
            let Some(i) = self.token(k) else {
                k += 1;
                continue;
            };
            if self.is(k + 1, "to")
                && self.is(k, "according")
                && let Some(subject) = self.phrase_after(k + 2, range.end).or_else(|| {
                    // "according to the most recent figures"
                    (self.is(k + 2, "the") && self.is_any(k + 3, &["most", "more"]))
                        .then(|| self.phrase_after(k + 4, range.end))
                        .flatten()
                })
            {
                let last = subject.items.end;
                cues.push(Cue {
                    at: k,
                    first: k,
                    last,
                    shape: Shape::According,
                    span: self.span(k..k + 2),
                    subject: Some(subject),
                    entry: None,
                    strength: 3,
                });
                k = last.max(k + 1);
                continue;
            }
            if let Some(cue) = self.nominal(k, &range) {
                k = cue.last;
                cues.push(cue);
                continue;
            }
            let token = self.doc.token(i);
            if !token.is_word() || token.is_capital() && k > range.start {
                k += 1;
                continue;
            }
            let (len, entry) = match self.entry(k) {
                Some((len, entry)) => (len, Some(entry)),
                None if self.class(k).has(Class::NAMING) => (1, None),
                None => {
                    k += 1;
                    continue;
                }
            };
            let verb = self.verb(k, len, entry);
            if let Some(cue) = self.cue(&verb, &range, &cues) {
                k = cue.last.max(k + 1);
                cues.push(cue);
            } else {
                k += 1;
            }
        }
        cues
    }

    /// "her claim that '…'", "Tellier's call for '…'": a noun of saying with its owner, a quotation near.
    fn nominal(&self, k: usize, range: &Range<usize>) -> Option<Cue> {
        if k == range.start || !self.class(k).has(Class::NOMINAL) {
            return None;
        }
        let leads = self.is_any(
            k + 1,
            &["that", "of", "for", ",", ":", "is", "was", "to", "about"],
        ) || self.is_quote(k + 1);
        let near = (k + 1..(k + 14).min(range.end)).find(|&n| self.is_quote(n))?;
        let verb_between = (k + 1..near).any(|n| self.entry(n).is_some() && !self.is_noun(n));
        // "saying Tellier's comments 'are only her opinion'": the marks hold the predicate.
        let predicate = match self.items.get(k + 1) {
            Some(Item::Quote(q)) => {
                let first = self.doc.tokens.at(self.quotes[*q].inner.start());
                self.doc.class(first).has(Class::AUX) && !self.doc.token(first).is_capital()
            }
            _ => false,
        };
        if !leads || verb_between || predicate {
            return None;
        }
        // Up to two adjectives between owner and noun.
        let owner = (range.start.max(k.saturating_sub(3))..k).rev().find(|&n| {
            self.class(n).has(Class::POSSESSIVE)
                || self.token(n).is_some_and(|i| self.doc.token(i).is_clitic())
        })?;
        let subject = if self.class(owner).has(Class::POSSESSIVE) {
            if self.is_any(owner, &["my", "our", "your"]) {
                return None;
            }
            self.pronoun(owner)
        } else {
            self.phrase_ending(owner, range.start)?
        };
        if subject.kind == PhraseKind::Other {
            return None;
        }
        Some(Cue {
            at: k,
            first: subject.items.start,
            last: k + 1,
            shape: Shape::Nominal,
            span: self.span(k..k + 1),
            subject: Some(subject),
            entry: None,
            strength: 1,
        })
    }

    /// The cue that the verb is, if it reports here at all.
    fn cue(&self, verb: &Verb, range: &Range<usize>, before: &[Cue]) -> Option<Cue> {
        let k = verb.at;
        let quiet = QUIET.contains(&verb.lemma) && !self.quote_near(k);
        if self.is_noun(k) || quiet || (verb.entry.is_none() && !self.names_with(k, range)) {
            return None;
        }
        if let Some(cue) = self.verb_first(verb, range, before) {
            return Some(cue);
        }
        if verb.gerund && !self.is_progressive(k, range.start) {
            return Some(self.participle(verb, range.start, before));
        }
        // A bare participle ("taken"), or a verb without anything before it.
        if !(verb.past || verb.third || verb.base || verb.gerund) || k == range.start {
            return None;
        }
        // "would continue to": goes on doing, not speaking.
        let modal = self.is_any(
            k - 1,
            &[
                "would", "will", "could", "can", "should", "to", "may", "might", "must",
            ],
        );
        let adverbs = (range.start..k)
            .rev()
            .take_while(|&n| self.class(n).has(Class::ADVERB))
            .count();
        let behind = k > range.start + adverbs
            && self.is_any(
                k - 1 - adverbs,
                &["would", "will", "could", "can", "should", "may", "might", "must"],
            );
        if verb.class == "add" && (modal || behind) {
            return None;
        }
        let mut j = k - 1;
        while j > range.start && self.class(j).has(Class::ADVERB) && !self.is_any(j, &["there", "here"]) {
            j -= 1;
        }
        // Passive: "was told", "is called".
        let be = ["is", "are", "was", "were", "be", "been", "being", "gets", "got"];
        if !verb.gerund && !verb.third && self.is_any(j, &be) {
            return None;
        }
        // "a statement released by the council"
        if verb.past && self.is(verb.end, "by") && !self.class(j).has(Class::PRONOUN.or(Class::AUX)) {
            return None;
        }
        if verb.is_plain() && self.is(j, "to") {
            return self.infinitive(verb, j, range.start);
        }
        if self.class(j).has(Class::CONJ) || (self.is(j, ",") && j > range.start && coordinates(j, before)) {
            let first = if self.is(j.wrapping_sub(1), ",") { j - 1 } else { j };
            return Some(self.make(verb, Shape::Coordinated, None, first..verb.end));
        }
        let subject = self.phrase_before(k, range.start, before)?;
        if !self.suits(verb, &subject, self.class(j).has(Class::AUX), before) {
            return None;
        }
        let first = subject.items.start;
        Some(self.make(verb, Shape::SubjectFirst, Some(subject), first..verb.end))
    }

    fn make(&self, verb: &Verb, shape: Shape, subject: Option<Phrase>, items: Range<usize>) -> Cue {
        Cue {
            at: verb.at,
            first: items.start,
            last: items.end,
            shape,
            subject,
            entry: verb.entry,
            span: self.span(verb.at..verb.end),
            strength: verb.strength,
        }
    }

    /// `"…," said Tellier`, or `…, said Tellier.`
    fn verb_first(&self, verb: &Verb, range: &Range<usize>, before: &[Cue]) -> Option<Cue> {
        let k = verb.at;
        if k == range.start || verb.gerund {
            return None;
        }
        let after_quote = self.is_quote(k - 1)
            || (k >= 2 && self.is_any(k - 1, &[",", "-", "–", "—"]) && self.is_quote(k - 2));
        // A statement of some length ends with the comma.
        let after_clause = self.is(k - 1, ",") && k > range.start + 3;
        let addresses = matches!(verb.class, "praise" | "criticize" | "accuse" | "tell" | "assure");
        let finite = verb.past || verb.third || self.is(k, "say");
        if !(after_quote || after_clause) || addresses || !finite {
            return None;
        }
        let certain = CERTAIN.contains(&verb.lemma);
        // "argued that markets can wait": a clause, no subject.
        let subject = (!self.is(verb.end, "that"))
            .then(|| self.phrase_after(verb.end, range.end))
            .flatten();
        if let Some(subject) = subject {
            let source = matches!(
                subject.kind,
                PhraseKind::Name
                    | PhraseKind::Role
                    | PhraseKind::Pronoun
                    | PhraseKind::Group
                    | PhraseKind::Body
            );
            // "Tellier, a guard, said Olden 'was there'": the name is what she speaks of.
            let spoken_of = !after_quote && self.is_quote(subject.items.end);
            let closed = subject.kind != PhraseKind::Pronoun
                && !spoken_of
                && self.closes(subject.items.end, range.end);
            if (certain || source) && (after_quote || (certain && closed)) {
                let last = subject.items.end;
                return Some(self.make(verb, Shape::VerbFirst, Some(subject), k..last));
            }
        }
        // `"…," added`: somebody named before.
        let lone = after_quote && (verb.past || !before.is_empty());
        lone.then(|| self.make(verb, Shape::Coordinated, None, k..verb.end))
    }

    /// ", saying": the subject of the clause, or one of its own ("was quoted as saying", "with Tellier telling reporters").
    fn participle(&self, verb: &Verb, start: usize, before: &[Cue]) -> Cue {
        let k = verb.at;
        let quoted_as = k >= 2 && self.is(k - 1, "as") && self.is_any(k - 2, &["quoted", "cited"]);
        // "with Tellier reportedly yelling"
        let mut end = k;
        while end > start + 1 && self.class(end - 1).has(Class::ADVERB) {
            end -= 1;
        }
        let own =
            end > start && (self.in_name(end - 1) || self.class(end - 1).has(Class::ROLE.or(Class::GROUP)));
        // "a banner saying": the thing that bears the words.
        let bearer =
            end > start && BEARERS.iter().any(|w| self.is(end - 1, w)) && CERTAIN.contains(&verb.lemma);
        let subject = if quoted_as {
            self.phrase_before(k - 2, start, before)
        } else {
            self.phrase_ending(end, start).filter(|p| {
                let with = p.items.start > start && self.is(p.items.start - 1, "with");
                // "answered on Facebook, writing": what a preposition leads is no subject.
                let led = p.items.start > start && self.class(p.items.start - 1).has(Class::PREP);
                with && !matches!(p.kind, PhraseKind::Pronoun | PhraseKind::Relative)
                    || own
                        && !led
                        && matches!(p.kind, PhraseKind::Name | PhraseKind::Role | PhraseKind::Group)
                    || bearer && p.kind == PhraseKind::Document
            })
        };
        let first = subject.as_ref().map_or(k, |s| s.items.start);
        self.make(verb, Shape::Participle, subject, first..verb.end)
    }

    /// An infinitive reports only after its own kind ("went on to say") or beside a quotation.
    fn infinitive(&self, verb: &Verb, to: usize, start: usize) -> Option<Cue> {
        let leads = [
            "went",
            "continued",
            "proceeded",
            "was",
            "were",
            "had",
            "took",
            "urged",
            "goes",
            "used",
        ];
        let led = verb.strength == 3 && (start..to).rev().take(3).any(|n| self.is_any(n, &leads));
        // "who spoke on condition of anonymity to speak freely, said '…'": another verb has the quotation.
        (led || self.quote_near(verb.at) && !self.outdone(verb.end))
            .then(|| self.make(verb, Shape::Coordinated, None, verb.at..verb.end))
    }

    /// Whether a finite verb of saying stands between item `k` and the quotation near it.
    fn outdone(&self, k: usize) -> bool {
        let Some(quote) = (k..k + 13).find(|&n| self.is_quote(n)) else {
            return false;
        };
        (k..quote).any(|n| {
            self.is_lower_word(n)
                && !self.is_noun(n)
                && self.entry(n).is_some_and(|(len, entry)| {
                    let verb = self.verb(n, len, Some(entry));
                    (verb.past || verb.third) && verb.strength >= 3
                })
        })
    }

    /// Whether nothing but an apposition or a setting follows a subject that ends before item `k`.
    fn closes(&self, k: usize, limit: usize) -> bool {
        if k >= limit || self.is_any(k, &[",", ".", ";", ":", "?", "!"]) || self.is_quote(k) {
            return true;
        }
        let class = self.class(k);
        if class.has(Class::TIME.or(Class::RELATIVE)) && !self.is(k, "that") {
            return true;
        }
        class.has(Class::PREP)
            && !(k..limit)
                .take_while(|&n| !self.is_any(n, &[",", ";"]))
                .any(|n| self.class(n).has(Class::AUX.or(Class::VERB)) && !self.in_name(n))
    }

    /// Whether a quotation stands within 12 items after `k`, or right before it.
    pub(super) fn quote_near(&self, k: usize) -> bool {
        (k + 1..k + 13).any(|n| self.is_quote(n))
            || (k > 0 && self.is_quote(k - 1))
            || (k.saturating_sub(4)..k).any(|n| self.is_quote(n))
    }
}

/// Whether the comma at `j` joins a further verb of the same subject: "said, 'a', added".
fn coordinates(j: usize, before: &[Cue]) -> bool {
    before.last().is_some_and(|c| c.last == j)
}
