//! Cues: the words that report ("said", "according to", "in a statement"), each with its subject.
//!
//! A cue is looked for in one reporter's sentence. Its subject is sought to the left across adverbs, auxiliaries,
//! appositions and relative clauses, or to the right where the verb comes first; a cue without a subject of its own
//! (", adding", "and said") takes that of the cue before.

use std::ops::Range;

use super::Doc;
use super::frame::Item;
use super::names::{EntityId, NameKind, Names};
use super::quotes::Quoted;
use super::words::Class;
use crate::lexicon::{self, Entry, Form, Table};
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
}

/// What kind of words name a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseKind {
    Pronoun,
    Relative,
    Name,
    Role,
    Group,
    Body,
    Document,
    Other,
}

/// The words that name a source beside a cue.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Items of the sentence.
    pub items: Range<usize>,
    /// The whole mention.
    pub span: Span,
    /// Token of the head word: the surname, the noun.
    pub head: usize,
    pub kind: PhraseKind,
    /// The name in it.
    pub entity: Option<EntityId>,
    /// Tokens of a description beside the name: ", a doctor from Ohio".
    pub description: Option<Range<usize>>,
    /// Whether it is definite: "the senator".
    pub definite: bool,
    /// Whether it begins with a possessive: "his lawyer".
    pub possessive: bool,
    /// A pronoun or name that owns a document: "her statement read".
    pub owner: Option<usize>,
}

/// Words that report.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// Item of the verb.
    pub at: usize,
    /// One past the last item of the verb phrase.
    pub end: usize,
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

/// A reporter's sentence with its words.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub doc: &'a Doc<'a>,
    pub names: &'a Names,
    pub items: &'a [Item],
    pub quotes: &'a [Quoted],
}

/// Verbs that report only where a quotation follows: "called it a 'farce'".
const NAMING: [&str; 48] = [
    "call",
    "calls",
    "called",
    "calling",
    "dub",
    "dubbed",
    "dubs",
    "label",
    "labels",
    "labeled",
    "labelled",
    "labeling",
    "brand",
    "branded",
    "term",
    "termed",
    "terms",
    "refer",
    "referred",
    "refers",
    "referring",
    "describing",
    "chant",
    "chanted",
    "chanting",
    "sing",
    "sang",
    "joked",
    "cited",
    "cites",
    "citing",
    "declaring",
    "decried",
    "slammed",
    "touted",
    "touts",
    "acknowledges",
    "began",
    "ended",
    "opened",
    "penned",
    "captioned",
    "signed",
    "characterized",
    "characterised",
    "compared",
    "portrayed",
    "deemed",
];

impl<'a> View<'a> {
    pub fn token(&self, k: usize) -> Option<usize> {
        match self.items.get(k) {
            Some(Item::Token(i)) => Some(*i),
            _ => None,
        }
    }

    pub fn class(&self, k: usize) -> Class {
        self.token(k).map_or_else(Class::default, |i| self.doc.class(i))
    }

    pub fn word(&self, k: usize) -> &'a str {
        self.token(k).map_or("", |i| self.doc.tokens.word(i))
    }

    pub fn is(&self, k: usize, word: &str) -> bool {
        self.token(k).is_some_and(|i| self.doc.tokens.is(i, word))
    }

    pub fn is_any(&self, k: usize, words: &[&str]) -> bool {
        self.token(k).is_some_and(|i| self.doc.tokens.is_any(i, words))
    }

    pub fn is_quote(&self, k: usize) -> bool {
        matches!(self.items.get(k), Some(Item::Quote(_)))
    }

    fn is_lower_word(&self, k: usize) -> bool {
        self.token(k)
            .is_some_and(|i| self.doc.token(i).is_word() && !self.doc.token(i).is_capital())
    }

    fn is_wordy(&self, k: usize) -> bool {
        self.token(k)
            .is_some_and(|i| self.doc.token(i).is_word() || self.doc.token(i).is_number())
    }

    /// Whether item `k` is inside a proper name.
    fn in_name(&self, k: usize) -> bool {
        self.token(k).is_some_and(|i| self.names.run_at(i).is_some())
    }

    pub fn span(&self, range: Range<usize>) -> Span {
        let mut span: Option<Span> = None;
        for k in range {
            if let Some(i) = self.token(k) {
                let token = self.doc.token(i).span;
                span = Some(span.map_or(token, |s| s.cover(token)));
            }
        }
        span.unwrap_or_default()
    }

    /// Whether the noun or verb at `k` is a noun there.
    fn is_noun(&self, k: usize) -> bool {
        if k == 0 {
            return false;
        }
        let prev = self.class(k - 1);
        if self.in_name(k) {
            return true;
        }
        // `robo-calls`
        if self.word(k - 1) == "-" && self.token(k).is_some_and(|i| !self.doc.token(i).is_spaced()) {
            return true;
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

    fn entry(&self, k: usize) -> Option<(usize, Entry)> {
        let i = self.token(k)?;
        let token = self.doc.token(i);
        // "makes it clear that"
        if self.is_any(k, &["make", "makes", "made", "making"])
            && self.is(k + 1, "it")
            && self.is(k + 2, "clear")
        {
            let form = match self.word(k) {
                "makes" => "makes clear",
                "made" => "made clear",
                "making" => "making clear",
                _ => "make clear",
            };
            return lexicon::phrase(form).of(Table::ReportingVerb).map(|e| (3, e));
        }
        if token.key.longest() > 1 {
            if let Some((len, id)) = self.doc.tokens.longest(i, &[Table::ReportingVerb]) {
                let within = (0..len).all(|n| self.token(k + n) == Some(i + n));
                if within {
                    return id.of(Table::ReportingVerb).map(|e| (len, e));
                }
            }
        }
        token.key.of(Table::ReportingVerb).map(|e| (1, e))
    }

    fn is_gerund(&self, k: usize) -> bool {
        self.word(k).ends_with("ing")
    }

    /// All cues of the sentence, left to right.
    pub fn cues(&self, range: Range<usize>) -> Vec<Cue> {
        let mut cues: Vec<Cue> = Vec::new();
        let mut k = range.start;
        while k < range.end {
            let Some(i) = self.token(k) else {
                k += 1;
                continue;
            };
            if self.is(k, "according") && self.is(k + 1, "to") {
                if let Some(subject) = self.phrase_after(k + 2, range.end) {
                    let last = subject.items.end;
                    cues.push(Cue {
                        at: k,
                        end: k + 2,
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
            }
            let token = self.doc.token(i);
            if !token.is_word() || token.is_capital() && k > range.start {
                k += 1;
                continue;
            }
            let (len, entry) = match self.entry(k) {
                Some((len, entry)) => (len, Some(entry)),
                None if NAMING.iter().any(|w| self.is(k, w)) => (1, None),
                None => {
                    k += 1;
                    continue;
                }
            };
            if let Some(cue) = self.cue(k, len, entry, range.clone(), &cues) {
                k = cue.last.max(k + 1);
                cues.push(cue);
            } else {
                k += 1;
            }
        }
        cues
    }

    fn cue(
        &self,
        k: usize,
        len: usize,
        entry: Option<Entry>,
        range: Range<usize>,
        before: &[Cue],
    ) -> Option<Cue> {
        if self.is_noun(k) {
            return None;
        }
        if entry.is_none() {
            // `a class called "Perception"` gives a name.
            if self.is_quote(k + 1)
                && self.is_any(
                    k,
                    &[
                        "called", "dubbed", "labeled", "labelled", "termed", "branded", "deemed",
                    ],
                )
            {
                return None;
            }
            let near = self.is_any(
                k,
                &["began", "ended", "opened", "signed", "cited", "cites", "citing"],
            );
            let reach = if near { 3 } else { 10 };
            let stop = (k + 1..(k + reach).min(range.end)).find(|&n| {
                self.is_quote(n)
                    || (self.is_any(n, &[",", ";"])
                        && !(self.is_quote(n + 1)
                            && self.is_any(k, &["chant", "chanted", "chanting", "sing", "sang", "joked"])))
            });
            if !stop.is_some_and(|n| self.is_quote(n)) && !(k > range.start && self.is_quote(k - 1)) {
                return None;
            }
        }
        let form = entry.map(Entry::form);
        let past = form.map_or_else(
            || self.word(k).ends_with("ed") || self.is_any(k, &["sang", "began"]),
            |f| f.is(Form::PAST),
        );
        let third = form.map_or_else(|| self.word(k).ends_with('s'), |f| f.is(Form::THIRD));
        let gerund = form.map_or_else(|| self.is_gerund(k), |f| f.is(Form::GERUND));
        let base = form.map_or_else(
            || matches!(self.word(k), "call" | "dub" | "label" | "term" | "refer"),
            |f| f.is(Form::BASE),
        );
        let strength = entry.map_or(0, |e| e.number(6).map_or(0, |n| n as u8));
        let verb = entry.map_or("", |e| e.cell(0));
        if matches!(
            verb,
            "go" | "back"
                | "support"
                | "press"
                | "read"
                | "figure"
                | "order"
                | "direct"
                | "feel"
                | "know"
                | "think"
                | "back"
                | "fear"
                | "grant"
                | "rip"
                | "finish"
                | "begin"
                | "issue"
                | "release"
                | "object"
                | "nod"
                | "smile"
                | "post"
        ) && !self.quote_near(k)
        {
            return None;
        }
        let end = k + len;
        let make = |shape, subject: Option<Phrase>, first: usize, last: usize| {
            Some(Cue {
                at: k,
                end,
                first,
                last,
                shape,
                subject,
                entry,
                span: self.span(k..end),
                strength,
            })
        };
        // Verb first: a quotation or a comma stands before, the subject after.
        let prev_quote = k > range.start
            && (self.is_quote(k - 1)
                || (self.is_any(k - 1, &[",", "-", "–", "—"])
                    && (k >= 2
                        && (self.is_quote(k - 2)
                            || (self.is(k - 1, ",") && self.no_subject_between(range.start, k - 1))))));
        let addresses =
            entry.is_some_and(|e| matches!(e.cell(5), "praise" | "criticize" | "accuse" | "tell" | "assure"));
        if (past || third || base && self.is(k, "say")) && prev_quote && !gerund && !addresses {
            let comma = self.is(k - 1, ",");
            let from_quote = self.is_quote(k - 1) || (k >= 2 && self.is_quote(k - 2));
            if let Some(subject) = self.phrase_after(end, range.end) {
                let certain = matches!(
                    verb,
                    "say"
                        | "add"
                        | "write"
                        | "ask"
                        | "reply"
                        | "explain"
                        | "tell"
                        | "note"
                        | "recall"
                        | "read"
                        | "tweet"
                        | "continue"
                        | "declare"
                        | "admit"
                        | "warn"
                        | "state"
                        | "argue"
                        | "joke"
                        | "quip"
                        | "insist"
                        | "remark"
                        | "claim"
                        | "exclaim"
                        | "shout"
                );
                let good = subject.kind != PhraseKind::Other || certain;
                let good = good && (from_quote || self.closes(subject.items.end, range.end));
                if good
                    && (from_quote || (comma && certain))
                    && (!matches!(subject.kind, PhraseKind::Pronoun) || from_quote)
                    && (certain
                        || matches!(
                            subject.kind,
                            PhraseKind::Name
                                | PhraseKind::Role
                                | PhraseKind::Pronoun
                                | PhraseKind::Group
                                | PhraseKind::Body
                        ))
                {
                    let last = subject.items.end;
                    return make(Shape::VerbFirst, Some(subject), k, last);
                }
            }
            if from_quote && self.inherited(before).is_some() {
                return make(Shape::Coordinated, None, k, end);
            }
            if from_quote && past {
                return make(Shape::Coordinated, None, k, end);
            }
        }
        // A participle takes the subject of the clause.
        if gerund {
            let aux = k > range.start
                && (self.class(k - 1).has(Class::AUX)
                    || (self.class(k - 1).has(Class::ADVERB) && k >= 2 && self.class(k - 2).has(Class::AUX)));
            if !aux {
                let quoted_as = k >= 2 && self.is(k - 1, "as") && self.is_any(k - 2, &["quoted", "cited"]);
                let subject = if quoted_as {
                    self.phrase_before(k - 2, range.start, before)
                } else if k > range.start
                    && (self.in_name(k - 1) || self.class(k - 1).has(Class::ROLE.or(Class::GROUP)))
                {
                    // "with Tellier telling reporters"
                    self.phrase_ending(k, range.start)
                        .filter(|p| matches!(p.kind, PhraseKind::Name | PhraseKind::Role | PhraseKind::Group))
                } else {
                    None
                };
                let first = subject.as_ref().map_or(k, |s| s.items.start);
                return make(Shape::Participle, subject, first, end);
            }
        } else if !past && !third && !base {
            // A bare participle: "taken", "written".
            return None;
        }
        if k == range.start {
            return None;
        }
        // "would continue to": goes on doing, not speaking.
        if entry.is_some_and(|e| e.cell(5) == "add")
            && self.is_any(
                k - 1,
                &[
                    "would", "will", "could", "can", "should", "to", "may", "might", "must",
                ],
            )
        {
            return None;
        }
        // Passive: "was told", "is called".
        let mut j = k - 1;
        while j > range.start && self.class(j).has(Class::ADVERB) && !self.is_any(j, &["there", "here"]) {
            j -= 1;
        }
        if !gerund
            && !third
            && self.is_any(
                j,
                &["is", "are", "was", "were", "be", "been", "being", "gets", "got"],
            )
        {
            return None;
        }
        if base && !past && !third {
            // An infinitive reports only after its own kind: "went on to say".
            if self.is(j, "to") {
                let lead = (range.start..j).rev().take(3).any(|n| {
                    self.is_any(
                        n,
                        &[
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
                        ],
                    )
                });
                if !lead || strength < 3 {
                    if self.quote_near(k) {
                        return make(Shape::Coordinated, None, k, end);
                    }
                    return None;
                }
                return make(Shape::Coordinated, None, k, end);
            }
        }
        if self.class(j).has(Class::CONJ)
            || (self.is(j, ",") && j > range.start && self.coordinates(j, before))
        {
            let first = if self.is(j.wrapping_sub(1), ",") { j - 1 } else { j };
            return make(Shape::Coordinated, None, first, end);
        }
        let subject = self.phrase_before(k, range.start, before);
        match subject {
            Some(subject) => {
                // "what they call a 'surge'" is the words of whoever speaks.
                let lead = subject.items.start.checked_sub(1);
                if lead.is_some_and(|n| self.is(n, "what")) && before.last().is_some_and(|c| c.strength >= 2)
                {
                    return None;
                }
                // A noun that only looks like a verb ("the police report"), or a wish ("that the board guarantee").
                let helped = self.class(j).has(Class::AUX);
                if base && !past && !third && !helped {
                    let many = matches!(
                        subject.kind,
                        PhraseKind::Pronoun | PhraseKind::Group | PhraseKind::Relative | PhraseKind::Document
                    ) || (matches!(subject.kind, PhraseKind::Name | PhraseKind::Body)
                        && (self.doc.tokens.word(subject.head).ends_with('s') || verb == "say"));
                    if !many {
                        return None;
                    }
                }
                // "member states that were allies": a plural noun, unless a full subject stands before.
                let plural = third
                    && self.is_any(
                        k,
                        &[
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
                        ],
                    );
                if plural && !helped {
                    let full = matches!(
                        subject.kind,
                        PhraseKind::Name | PhraseKind::Pronoun | PhraseKind::Relative
                    ) || self.is_any(
                        subject.items.start,
                        &["the", "a", "an", "this", "that", "his", "her", "its", "their"],
                    );
                    if !full {
                        return None;
                    }
                }
                let bare = subject.kind == PhraseKind::Other
                    && !self.class(subject.items.start).has(Class::DET)
                    && !self
                        .token(subject.items.start)
                        .is_some_and(|i| self.doc.token(i).is_capital());
                if bare && !self.quote_near(k) {
                    return None;
                }
                if subject.kind == PhraseKind::Other && strength < 2 && !self.quote_near(k) {
                    return None;
                }
                let first = subject.items.start;
                make(Shape::SubjectFirst, Some(subject), first, end)
            }
            None => None,
        }
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

    /// Whether the last cue hands on its subject.
    fn inherited(&self, before: &[Cue]) -> Option<()> {
        before.last().map(|_| ())
    }

    /// Whether the comma at `j` joins a further verb of the same subject: "said, 'a', added".
    fn coordinates(&self, j: usize, before: &[Cue]) -> bool {
        before.last().is_some_and(|c| c.last == j)
    }

    /// Whether a quotation stands within 12 items after `k`, or right before it.
    fn quote_near(&self, k: usize) -> bool {
        (k + 1..k + 13).any(|n| self.is_quote(n))
            || (k > 0 && self.is_quote(k - 1))
            || (k > 1 && (self.is_quote(k - 2) || (k > 4 && (k - 4..k).any(|n| self.is_quote(n)))))
    }

    /// Whether the clause before the comma is a finished statement rather than an apposition to come.
    fn no_subject_between(&self, start: usize, comma: usize) -> bool {
        comma.saturating_sub(start) >= 3
    }

    /// The noun phrase that begins at item `k`.
    pub fn phrase_after(&self, k: usize, limit: usize) -> Option<Phrase> {
        let first = self.token(k)?;
        let class = self.doc.class(first);
        if class.has(Class::PRONOUN) && self.names.run_at(first).is_none() && !class.has(Class::DET) {
            return Some(self.pronoun(k));
        }
        if class.has(Class::ADVERB) && !class.has(Class::ROLE.or(Class::GROUP).or(Class::BODY).or(Class::DET))
        {
            return None;
        }
        let mut end = k;
        let mut named: Option<usize> = None;
        while end < limit {
            let Some(i) = self.token(end) else { break };
            let token = self.doc.token(i);
            let class = self.doc.class(i);
            if let Some(run) = self.names.run_at(i) {
                let mut n = end;
                while n < limit && self.token(n).is_some_and(|t| t < run.end) {
                    n += 1;
                }
                if run.kind == NameKind::Person {
                    named = Some(n - 1);
                }
                end = n;
                continue;
            }
            if !token.is_word() && !token.is_number() {
                let joins = token.is_clitic()
                    || (self.word(end) == "-" && !token.is_spaced())
                    || self.word(end) == "&"
                    || (self.word(end) == "."
                        && self.is_wordy(end + 1)
                        && !self.is_lower_word(end + 1)
                        && false);
                if joins {
                    end += 1;
                    continue;
                }
                break;
            }
            if end > k && named == Some(end - 1) && !token.is_capital() && !self.is(end, "and") {
                break;
            }
            if self.is(end, "and")
                && end > k
                && self
                    .token(end + 1)
                    .is_some_and(|t| self.names.run_at(t).is_some_and(|r| r.kind == NameKind::Person))
                && named.is_some()
            {
                end += 1;
                continue;
            }
            // "Heart and Stroke manager Erin Kim"
            if self.is(end, "and")
                && end > k
                && named.is_none()
                && self.in_name(end - 1)
                && self.in_name(end + 1)
            {
                end += 2;
                continue;
            }
            if class.has(Class::TIME)
                && !class.has(Class::MODIFIER)
                && end > k
                && !(class.has(Class::GIVEN) && token.is_capital())
            {
                break;
            }
            let stop = Class::PREP
                .or(Class::CONJ)
                .or(Class::SUB)
                .or(Class::AUX)
                .or(Class::RELATIVE)
                .or(Class::PRONOUN);
            if class.has(stop) && !(class.has(Class::DET) && end == k) {
                if self.is(end, "of") && end > k && self.is_wordy(end + 1) {
                    end += 1;
                    continue;
                }
                break;
            }
            let nounish = Class::ROLE.or(Class::GROUP).or(Class::BODY).or(Class::DOCUMENT);
            if end > k
                && !token.is_capital()
                && !class.has(nounish)
                && (class.has(Class::VERB)
                    || class.has(Class::REPORTS)
                        && class.has(Class::ADVERB.or(Class::REPORTS))
                        && !class.has(Class::DOCUMENT))
            {
                break;
            }
            // "a judge chastised the station": an unknown verb after a noun for people.
            if end > k
                && !token.is_capital()
                && class.is_unknown()
                && self.word(end).ends_with("ed")
                && self.class(end - 1).has(nounish)
            {
                break;
            }
            if end > k && class.has(Class::ADVERB) && !class.has(nounish) {
                break;
            }
            if class.has(Class::DET)
                && end > k
                && !class.has(Class::NUMBER)
                && !self.is(end - 1, "of")
                && !self.is(end - 1, "all")
            {
                break;
            }
            end += 1;
        }
        while end > k && self.is_any(end - 1, &["-", "of", "and", "&"]) {
            end -= 1;
        }
        if end == k {
            return None;
        }
        if (k..end).all(|n| self.class(n).has(Class::DET) && !self.class(n).has(Class::NUMBER)) {
            return None;
        }
        let mut phrase = self.phrase(k..end)?;
        // "said the board's chair, Mara Tellier,": the name is what counts.
        if phrase.entity.is_none()
            && matches!(phrase.kind, PhraseKind::Role | PhraseKind::Other)
            && self.is(end, ",")
        {
            if let Some(name) = self.bare_name(end + 1, limit) {
                let description = phrase.items.clone();
                let mut named = self.phrase(name)?;
                if named.kind == PhraseKind::Name {
                    named.description = self.tokens_of(description);
                    return Some(named);
                }
            }
        }
        if phrase.kind == PhraseKind::Name && self.is(end, ",") {
            phrase.description = self.apposition(end + 1, limit);
        }
        Some(phrase)
    }

    /// Tokens of ", a retired biologist" after a name.
    fn apposition(&self, k: usize, limit: usize) -> Option<Range<usize>> {
        if !(self.class(k).has(Class::DET.or(Class::ROLE).or(Class::MODIFIER)) || self.in_name(k))
            || self.class(k).has(Class::PRONOUN)
        {
            return None;
        }
        let mut end = k;
        while end < limit
            && end < k + 14
            && self.token(end).is_some()
            && !self.is_any(end, &[",", ".", ";", ":"])
            && !self.class(end).has(Class::AUX.or(Class::RELATIVE))
        {
            end += 1;
        }
        let role = (k..end).any(|n| self.class(n).has(Class::ROLE));
        if role { self.tokens_of(k..end) } else { None }
    }

    fn tokens_of(&self, items: Range<usize>) -> Option<Range<usize>> {
        let first = self.token(items.start)?;
        let last = self.token(items.end.checked_sub(1)?)?;
        (first <= last).then_some(first..last + 1)
    }

    /// A person's name at `k` that a comma or full stop ends.
    fn bare_name(&self, k: usize, limit: usize) -> Option<Range<usize>> {
        let i = self.token(k)?;
        let run = self
            .names
            .run_at(i)
            .filter(|r| r.start == i && r.kind == NameKind::Person)?;
        let mut end = k;
        while end < limit && self.token(end).is_some_and(|t| t < run.end) {
            end += 1;
        }
        (end >= limit
            || self.is_any(end, &[",", ".", ":", ";"])
            || self.is_quote(end)
            || self.class(end).has(Class::TIME))
        .then_some(k..end)
    }

    /// A phrase of one pronoun.
    fn pronoun(&self, k: usize) -> Phrase {
        let head = self.token(k).unwrap_or_default();
        Phrase {
            items: k..k + 1,
            span: self.span(k..k + 1),
            head,
            kind: PhraseKind::Pronoun,
            entity: None,
            description: None,
            definite: true,
            possessive: false,
            owner: None,
        }
    }

    /// What the items name.
    pub fn phrase(&self, mut items: Range<usize>) -> Option<Phrase> {
        if items.len() == 1 {
            let class = self.class(items.start);
            if class.has(Class::RELATIVE) {
                let mut phrase = self.pronoun(items.start);
                phrase.kind = PhraseKind::Relative;
                return Some(phrase);
            }
            if class.has(Class::PRONOUN)
                && !(class.has(Class::GROUP) && !self.is_any(items.start, &["they", "he"]))
            {
                return Some(self.pronoun(items.start));
            }
        }
        while items.start < items.end && !self.is_wordy(items.start) {
            items.start += 1;
        }
        if items.is_empty() {
            return None;
        }
        let core_end = self.core_end(&items);
        // A person's name in it, the last one.
        let mut entity = None;
        let mut head = None;
        let mut kind = PhraseKind::Other;
        let mut k = items.start;
        while k < core_end {
            if let Some(run) = self.token(k).and_then(|i| self.names.run_at(i)) {
                let end_item = (k..items.end)
                    .find(|&n| self.token(n).is_none_or(|t| t >= run.end))
                    .unwrap_or(items.end);
                let possessive = self
                    .token(end_item)
                    .is_some_and(|i| self.doc.token(i).is_clitic())
                    || (self.word(end_item) == "'" || self.word(end_item) == "’");
                if !possessive
                    && run.entity.is_some()
                    && run.kind != NameKind::Place
                    && end_item >= core_end.min(items.end)
                {
                    entity = run.entity;
                    head = self.token(end_item - 1);
                    kind = PhraseKind::Name;
                }
                k = end_item.max(k + 1);
            } else {
                k += 1;
            }
        }
        if kind == PhraseKind::Name
            && core_end < items.end
            && entity.is_some_and(|e| self.names.get(e).kind != NameKind::Person)
        {
            // "Aides to Clinton": handled by the core; a body with a complement stays a name.
        }
        let first_class = self.class(items.start);
        let possessive = first_class.has(Class::POSSESSIVE);
        let definite =
            self.is_any(items.start, &["the", "this", "that", "these", "those", "both"]) || possessive;
        let head = head.or_else(|| {
            (items.start..core_end)
                .rev()
                .find_map(|n| self.token(n).filter(|&i| self.doc.token(i).is_word()))
        })?;
        let mut owner = None;
        if kind != PhraseKind::Name {
            let class = self.doc.class(head);
            let word = self.doc.tokens.word(head);
            let clitic_before = (items.start..core_end)
                .find(|&n| self.token(n).is_some_and(|i| self.doc.token(i).is_clitic()));
            if class.has(Class::DOCUMENT) && !class.has(Class::ROLE) {
                kind = PhraseKind::Document;
                let by = self.author(&items);
                owner = if by.is_some() {
                    by
                } else if possessive {
                    self.token(items.start)
                } else {
                    clitic_before
                        .and_then(|n| n.checked_sub(1))
                        .and_then(|n| self.token(n))
                };
            } else if class.has(Class::GROUP) && !(class.has(Class::ROLE) && word.ends_with('y')) {
                kind = PhraseKind::Group;
            } else if class.has(Class::ROLE) {
                kind = PhraseKind::Role;
            } else if class.has(Class::BODY) {
                kind = PhraseKind::Body;
            } else if self.names.run_at(head).is_some() {
                kind = PhraseKind::Name;
                entity = self.names.run_at(head).and_then(|r| r.entity);
            } else if class.has(Class::PLACE) || self.doc.token(head).is_capitals() {
                kind = PhraseKind::Body;
            } else if word.ends_with("man")
                || word.ends_with("woman")
                || word.ends_with("er") && word.len() > 5
                || word.ends_with("ist")
            {
                kind = PhraseKind::Role;
            } else if word.ends_with("ers") || word.ends_with("ists") || word.ends_with("ans") {
                kind = PhraseKind::Group;
            }
        }
        Some(Phrase {
            span: self.span(items.clone()),
            items,
            head,
            kind,
            entity,
            description: None,
            definite,
            possessive,
            owner,
        })
    }

    /// The named author of a document: "a study by the Marlow Institute".
    fn author(&self, items: &Range<usize>) -> Option<usize> {
        let by = (items.start + 1..items.end).find(|&n| self.is_any(n, &["by", "from"]))?;
        (by + 1..items.end).find_map(|n| {
            self.token(n).filter(|&i| {
                self.names
                    .run_at(i)
                    .is_some_and(|r| r.entity.is_some() && r.kind != NameKind::Place)
            })
        })
    }

    /// Where the head's own words end: before the first preposition that follows a noun.
    fn core_end(&self, items: &Range<usize>) -> usize {
        (items.start + 1..items.end)
            .find(|&n| {
                let class = self.class(n);
                (class.has(Class::PREP.or(Class::RELATIVE)) || self.is(n, ",")) && !self.in_name(n)
            })
            .filter(|&n| {
                !(self.is_any(
                    items.start,
                    &[
                        "one", "some", "many", "most", "several", "all", "both", "two", "three",
                    ],
                ) && n == items.start + 1)
            })
            // A name at the end after "of": "chairman of the board Mara Tellier".
            .unwrap_or(items.end)
    }

    /// The subject that ends before item `k`, the verb.
    fn phrase_before(&self, k: usize, start: usize, before: &[Cue]) -> Option<Phrase> {
        let mut j = k;
        // Adverbs, auxiliaries and time words between subject and verb.
        loop {
            if j == start {
                return None;
            }
            let prev = j - 1;
            let class = self.class(prev);
            let pronoun = class.has(Class::PRONOUN) && !class.has(Class::ADVERB);
            let capital = self.token(prev).is_some_and(|i| self.doc.token(i).is_capital());
            if self.in_name(prev) && !class.has(Class::TIME) {
                break;
            }
            if class.has(Class::AUX) && !capital {
                // "he's said": the pronoun is part of the word.
                if self.word(prev).contains(['\'', '’']) && closed_pronoun(self.word(prev)) {
                    return Some(self.pronoun(prev));
                }
                j = prev;
            } else if (class.has(Class::ADVERB) || class.has(Class::TIME))
                && !pronoun
                && !class.has(Class::ROLE.or(Class::GROUP).or(Class::BODY))
            {
                j = prev;
                while j > start
                    && self.class(prev).has(Class::TIME)
                    && self.is_any(
                        j - 1,
                        &["on", "this", "last", "the", "in", "late", "early", "earlier"],
                    )
                {
                    j -= 1;
                }
            } else {
                break;
            }
        }
        let last = j - 1;
        if self.is_quote(last) {
            return None;
        }
        let class = self.class(last);
        if class.has(Class::RELATIVE) && !class.has(Class::DET) || self.is(last, "that") {
            if self.is_any(last, &["who", "which", "that"]) && last > start {
                let end = if self.is(last - 1, ",") { last - 1 } else { last };
                let mut antecedent = self.phrase_ending(end, start);
                let person = antecedent.as_ref().is_some_and(|a| {
                    a.entity
                        .is_some_and(|e| self.names.get(e).kind == NameKind::Person)
                        || matches!(a.kind, PhraseKind::Role | PhraseKind::Group)
                });
                if self.is(last, "who") && !person {
                    // "Driscoll, 24, from Manchester, who said"
                    let at = (start.max(end.saturating_sub(14))..end).rev().find(|&n| {
                        self.token(n)
                            .and_then(|i| self.names.run_at(i))
                            .is_some_and(|r| r.kind == NameKind::Person)
                    });
                    antecedent = at.and_then(|n| self.phrase_ending(n + 1, start)).or(antecedent);
                }
                let mut phrase = self.pronoun(last);
                phrase.kind = PhraseKind::Relative;
                if let Some(a) = antecedent {
                    let fits = if self.is(last, "that") {
                        matches!(
                            a.kind,
                            PhraseKind::Document | PhraseKind::Group | PhraseKind::Role
                        )
                    } else {
                        !matches!(a.kind, PhraseKind::Other | PhraseKind::Pronoun)
                    };
                    if fits || self.is(last, "who") {
                        phrase.entity = a.entity;
                        phrase.description = self.tokens_of(a.items.clone());
                        phrase.head = last;
                        return Some(phrase);
                    }
                }
                return self.is(last, "who").then_some(phrase);
            }
            return None;
        }
        if self.is(last, ",") || self.is_any(last, &[")", "—", "–", "--", "]"]) {
            return self.across_insertion(last, start, before);
        }
        let mut phrase = self.phrase_ending(j, start)?;
        // "Baker of Columbia, South Carolina says": a place after its comma is no subject.
        let place = self.doc.class(phrase.head).has(Class::PLACE)
            && self
                .names
                .run_at(phrase.head)
                .is_none_or(|r| r.kind == NameKind::Place);
        if place && phrase.items.start > start + 1 && self.is(phrase.items.start - 1, ",") {
            let outer = self.phrase_ending(phrase.items.start - 1, start);
            phrase = outer
                .filter(|p| {
                    let person = p
                        .entity
                        .is_some_and(|e| self.names.get(e).kind == NameKind::Person);
                    matches!(p.kind, PhraseKind::Role | PhraseKind::Group)
                        || (p.kind == PhraseKind::Name && person)
                })
                .unwrap_or(phrase);
        }
        // "officials who met the board said": the subject stands before the relative clause.
        let from = phrase.items.start;
        if from > start && !matches!(phrase.kind, PhraseKind::Pronoun) {
            let floor = before
                .last()
                .map_or(start, |c| c.last)
                .max(from.saturating_sub(14))
                .max(start);
            for n in (floor..from).rev() {
                if self.is_any(n, &[",", ";", ":"])
                    || self.is_quote(n)
                    || self.class(n).has(Class::CONJ) && !self.is(n, "and")
                {
                    break;
                }
                if self.is_any(n, &["who", "whose"]) && n > start && n + 1 < from {
                    if let Some(outer) = self.phrase_ending(n, start) {
                        if matches!(
                            outer.kind,
                            PhraseKind::Name | PhraseKind::Role | PhraseKind::Group
                        ) {
                            return Some(outer);
                        }
                    }
                }
            }
        }
        Some(phrase)
    }

    /// The subject before an inserted clause that ends with the mark at `mark`: "Hill, a doctor from Ohio, said".
    fn across_insertion(&self, mark: usize, start: usize, before: &[Cue]) -> Option<Phrase> {
        let opener = match self.word(mark) {
            ")" => "(",
            "]" => "[",
            "," => ",",
            _ => "—",
        };
        let floor = before
            .last()
            .map_or(start, |c| c.last.min(mark))
            .max(mark.saturating_sub(40))
            .max(start);
        let mut inner: Option<Range<usize>> = None;
        for n in (floor..mark).rev() {
            if self.is_quote(n) || self.is(n, ";") {
                break;
            }
            let opens = if opener == "—" {
                self.is_any(n, &["—", "–", "--"])
            } else {
                self.word(n) == opener
            };
            if !opens || n == start {
                continue;
            }
            let Some(outer) = self.phrase_ending(n, start.max(floor)) else {
                continue;
            };
            let insertion = n + 1..mark;
            let person = outer
                .entity
                .is_some_and(|e| self.names.get(e).kind == NameKind::Person);
            let acceptable = opener != ","
                || self.can_insert(n + 1, mark)
                || person && !self.class(n + 1).has(Class::CONJ);
            if !acceptable {
                continue;
            }
            // "the director of operations, Jeff Fraser, says": the name is inside.
            if opener == "," && matches!(outer.kind, PhraseKind::Role | PhraseKind::Other) {
                if let Some(name) = self
                    .bare_name(insertion.start, mark + 1)
                    .filter(|r| r.end == mark)
                {
                    let mut phrase = self.phrase(name)?;
                    phrase.description = self.tokens_of(outer.items.clone());
                    phrase.items.start = outer.items.start;
                    return Some(phrase);
                }
            }
            if opener == "," && !matches!(outer.kind, PhraseKind::Name | PhraseKind::Pronoun) {
                // This may itself be an apposition: ", a salesman from Sumter, South Carolina, says".
                if outer.items.start > floor + 1
                    && self.is(outer.items.start - 1, ",")
                    && outer.items.start > start + 1
                {
                    inner = Some(outer.items.clone());
                    if let Some(name) = self
                        .phrase_ending(outer.items.start - 1, start.max(floor))
                        .filter(|p| p.kind == PhraseKind::Name)
                    {
                        let mut name = name;
                        name.description = self.tokens_of(outer.items.start..mark);
                        return Some(name);
                    }
                    if outer.kind == PhraseKind::Role {
                        return Some(outer);
                    }
                    continue;
                }
                if outer.kind == PhraseKind::Other && inner.is_none() {
                    continue;
                }
            }
            let mut outer = outer;
            if outer.kind == PhraseKind::Name {
                // A place or a mere list is no subject: keep looking for a person further left.
                if outer.entity.is_none() && opener == "," {
                    continue;
                }
                outer.description = self.apposition(n + 1, mark);
            }
            if opener == "," {
                if let Some(further) = self.further_left(n, floor, mark) {
                    return Some(further);
                }
            }
            return Some(outer);
        }
        None
    }

    /// A person further left whose apposition reaches from a comma before `n` to `mark`.
    fn further_left(&self, n: usize, floor: usize, mark: usize) -> Option<Phrase> {
        let mut found = None;
        for comma in (floor + 1..n).rev() {
            if self.is_quote(comma) || self.is_any(comma, &[";", ":"]) {
                break;
            }
            if !self.is(comma, ",") {
                continue;
            }
            let opens = self.class(comma + 1);
            let apposition = opens.has(
                Class::RELATIVE
                    .or(Class::ROLE)
                    .or(Class::MODIFIER)
                    .or(Class::TITLE),
            ) || self.is_any(comma + 1, &["a", "an", "the", "one"])
                || self
                    .token(comma + 1)
                    .is_some_and(|i| self.doc.token(i).is_number());
            if !apposition {
                continue;
            }
            let Some(person) = self.phrase_ending(comma, floor) else {
                continue;
            };
            let named = person
                .entity
                .is_some_and(|e| self.names.get(e).kind != NameKind::Place)
                && person.kind == PhraseKind::Name;
            let mut relative = false;
            let clause = (comma + 1..mark).any(|m| {
                relative = relative || self.class(m).has(Class::RELATIVE);
                !relative
                    && self.class(m).has(Class::AUX.or(Class::VERB))
                    && !self.in_name(m)
                    && !self.class(m).has(Class::ROLE.or(Class::BODY).or(Class::GROUP))
            });
            if named && !clause {
                let mut person = person;
                person.description = self.apposition(comma + 1, mark);
                found = Some(person);
            }
        }
        found
    }

    /// Whether the words from `k` can stand between a subject and its verb.
    fn can_insert(&self, k: usize, end: usize) -> bool {
        let class = self.class(k);
        let first = self.token(k).map(|i| self.doc.token(i));
        if self.is_quote(k) || class.has(Class::CONJ) && !self.is_any(k, &["and"]) {
            return false;
        }
        let ok = Class::DET
            .or(Class::RELATIVE)
            .or(Class::ADVERB)
            .or(Class::PREP)
            .or(Class::ROLE)
            .or(Class::MODIFIER)
            .or(Class::TITLE)
            .or(Class::TIME)
            .or(Class::SUB)
            .or(Class::BODY)
            .or(Class::GROUP);
        class.has(ok)
            || first.is_some_and(|t| t.is_number() || t.is_capital())
            || self.word(k).ends_with("ing")
            || self.word(k).ends_with("ed")
            || end - k <= 4
    }

    /// The noun phrase that ends before item `end`.
    pub fn phrase_ending(&self, end: usize, start: usize) -> Option<Phrase> {
        if end <= start {
            return None;
        }
        // "McCaskill (D-Mo.)": what stands in brackets is no part of it.
        if self.is(end - 1, ")") {
            let open = (start.max(end.saturating_sub(12))..end - 1)
                .rev()
                .find(|&n| self.is(n, "("))?;
            return if open > start {
                self.phrase_ending(open, start)
            } else {
                None
            };
        }
        let items = self.chunk_left(end, start)?;
        let mut phrase = self.phrase(items.clone())?;
        if matches!(phrase.kind, PhraseKind::Pronoun | PhraseKind::Relative) {
            return Some(phrase);
        }
        // Over prepositions: "the director of operations for EHS", "Aides to Clinton".
        let mut from = items.start;
        for _ in 0..4 {
            if from < start + 2 {
                break;
            }
            let prep = from - 1;
            if !self.is_any(
                prep,
                &[
                    "of", "for", "to", "with", "from", "in", "at", "on", "by", "about", "close", "near",
                    "against", "inside",
                ],
            ) {
                break;
            }
            let Some(left) = self.chunk_left(prep, start) else {
                break;
            };
            let Some(outer) = self.phrase(left.clone()) else {
                break;
            };
            let source = match outer.kind {
                PhraseKind::Role | PhraseKind::Group | PhraseKind::Body | PhraseKind::Document => true,
                PhraseKind::Name => {
                    outer.entity.is_some() && !self.is_any(prep, &["to", "on", "by", "about", "against"])
                }
                PhraseKind::Other => {
                    self.is(prep, "of")
                        && outer.items.len() <= 4
                        && (outer.definite || self.class(left.start).has(Class::DET))
                }
                _ => false,
            };
            if !source {
                // Go on through "director of operations for".
                let onward =
                    left.start > start && self.is_any(left.start - 1, &["of", "for", "at", "in", "with"]);
                if outer.kind == PhraseKind::Other && (self.is(prep, "of") || onward) {
                    from = left.start;
                    continue;
                }
                break;
            }
            let boundary = left.start == start || {
                let b = left.start - 1;
                let class = self.class(b);
                self.is_quote(b)
                    || self.token(b).is_some_and(|i| self.doc.token(i).is_mark())
                    || class.has(
                        Class::CONJ
                            .or(Class::SUB)
                            .or(Class::RELATIVE)
                            .or(Class::ADVERB)
                            .or(Class::PREP),
                    )
                    || class.has(Class::TIME)
            };
            if !boundary
                && !matches!(
                    outer.kind,
                    PhraseKind::Role | PhraseKind::Group | PhraseKind::Document
                )
            {
                break;
            }
            from = left.start;
            let whole = from..end;
            // A person's name at the end keeps its place: "chairman of the board Mara Tellier".
            if phrase.kind == PhraseKind::Name
                && phrase
                    .entity
                    .is_some_and(|e| self.names.get(e).kind == NameKind::Person)
                && outer.kind == PhraseKind::Role
                && self.is_any(prep, &["of", "for", "at"])
                && self.title_touches(&phrase)
            {
                break;
            }
            phrase = Phrase {
                items: whole.clone(),
                span: self.span(whole),
                ..outer
            };
        }
        if phrase.kind == PhraseKind::Document && phrase.owner.is_none() {
            phrase.owner = self.author(&phrase.items);
        }
        // Joint subjects: "Kim and Clark Moran".
        if phrase.kind == PhraseKind::Name && from >= start + 2 && self.is_any(from - 1, &["and", "&"]) {
            if let Some(left) = self.chunk_left(from - 1, start).and_then(|l| self.phrase(l)) {
                let boundary = left.items.start == start
                    || !self
                        .class(left.items.start - 1)
                        .has(Class::VERB.or(Class::PREP).or(Class::REPORTS))
                        && !self.is_lower_word(left.items.start - 1);
                if left.kind == PhraseKind::Name && left.entity.is_some() && boundary {
                    let whole = left.items.start..phrase.items.end;
                    phrase.span = self.span(whole.clone());
                    phrase.items = whole;
                    phrase.kind = PhraseKind::Group;
                    phrase.definite = false;
                    phrase.entity = None;
                }
            }
        } else if phrase.kind == PhraseKind::Group && from >= start + 2 && self.is(from - 1, "and") {
            if let Some(left) = self.chunk_left(from - 1, start).and_then(|l| self.phrase(l)) {
                let boundary = left.items.start == start
                    || self
                        .token(left.items.start - 1)
                        .is_some_and(|i| self.doc.token(i).is_mark());
                if left.kind == PhraseKind::Group && boundary {
                    let whole = left.items.start..phrase.items.end;
                    phrase.span = self.span(whole.clone());
                    phrase.items = whole;
                }
            }
        }
        Some(phrase)
    }

    /// Whether the name's run has its own title inside, so that what stands before "of" is another phrase.
    fn title_touches(&self, phrase: &Phrase) -> bool {
        self.names.run_at(phrase.head).is_some_and(|r| r.name > r.start)
    }

    /// The words of one noun phrase without complements, ending before `end`.
    fn chunk_left(&self, end: usize, start: usize) -> Option<Range<usize>> {
        let mut k = end;
        let mut seen_word = false;
        while k > start {
            let n = k - 1;
            let Some(i) = self.token(n) else { break };
            let token = self.doc.token(i);
            let class = self.doc.class(i);
            if let Some(run) = self.names.run_at(i) {
                let from = (start..=n)
                    .rev()
                    .take_while(|&m| self.token(m).is_some_and(|t| t >= run.start))
                    .last()
                    .unwrap_or(n);
                // Two names side by side without a mark are not one phrase, unless the first describes.
                if seen_word
                    && run.kind == NameKind::Person
                    && !self
                        .token(k)
                        .is_some_and(|i| self.doc.token(i).is_clitic() || self.doc.token(i).is_mark())
                    && self.names.run_at(self.token(k).unwrap_or_default()).is_some()
                {
                    break;
                }
                k = from;
                seen_word = true;
                continue;
            }
            if !token.is_word() && !token.is_number() {
                if token.is_clitic()
                    || (self.word(n) == "-" && self.is_wordy(n.wrapping_sub(1)))
                    || self.word(n) == "&"
                    || (self.is_any(n, &["'", "’"]) && !token.is_spaced() && seen_word)
                {
                    k = n;
                    continue;
                }
                break;
            }
            let capital = token.is_capital() && n > start;
            let nounish = Class::ROLE.or(Class::GROUP).or(Class::BODY).or(Class::DOCUMENT);
            if class.has(Class::PRONOUN) && !class.has(Class::DET) {
                if seen_word {
                    break;
                }
                return Some(n..end);
            }
            if seen_word
                && self.is(n, "that")
                && (n == start
                    || self.class(n - 1).has(Class::REPORTS)
                    || self.in_name(k)
                    || self.class(k).has(Class::DET))
            {
                break;
            }
            if class.has(Class::DET) && !class.has(Class::NUMBER) {
                if !seen_word && class.has(Class::PRONOUN) {
                    return Some(n..end);
                }
                if !seen_word && !class.has(Class::PRONOUN) {
                    break;
                }
                k = n;
                while k > start && self.is_any(k - 1, &["all", "both", "most", "many"]) {
                    k -= 1;
                }
                break;
            }
            if !seen_word && class.has(Class::RELATIVE) {
                return Some(n..end);
            }
            if class.has(
                Class::PREP
                    .or(Class::CONJ)
                    .or(Class::SUB)
                    .or(Class::AUX)
                    .or(Class::RELATIVE)
                    .or(Class::OBJECT),
            ) && !class.has(Class::MODIFIER)
            {
                break;
            }
            // "the leaked letters": a participle between article and noun.
            let adjective = seen_word
                && n > start
                && self.class(n - 1).has(Class::DET)
                && (self.word(n).ends_with("ed") || self.word(n).ends_with("ing"));
            if adjective {
                k = n;
                continue;
            }
            if !capital && class.has(Class::VERB.or(Class::REPORTS)) && !class.has(nounish) {
                break;
            }
            if !capital
                && class.has(Class::REPORTS)
                && !class.has(Class::ROLE.or(Class::GROUP))
                && seen_word
                && !class.has(Class::DOCUMENT)
            {
                break;
            }
            if class.has(Class::ADVERB) && !class.has(nounish) && !class.has(Class::MODIFIER) {
                break;
            }
            if class.has(Class::TIME) && !class.has(Class::MODIFIER) && !seen_word {
                break;
            }
            k = n;
            seen_word = true;
        }
        (k < end && seen_word).then_some(k..end)
    }
}

/// Whether a contraction begins with a subject pronoun.
fn closed_pronoun(word: &str) -> bool {
    let stem = word.split(['\'', '’']).next().unwrap_or_default();
    ["he", "she", "they", "it", "we", "i"]
        .iter()
        .any(|p| p.eq_ignore_ascii_case(stem))
}
