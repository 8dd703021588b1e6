//! Noun phrases that name a source: what they name, their head word, and what describes them.

use std::ops::Range;

use super::names::{EntityId, NameKind};
use super::view::View;
use super::words::Class;
use crate::span::Span;

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

impl View<'_> {
    /// Tokens of ", a retired biologist" after a name.
    pub(super) fn apposition(&self, k: usize, limit: usize) -> Option<Range<usize>> {
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

    pub(super) fn tokens_of(&self, items: Range<usize>) -> Option<Range<usize>> {
        let first = self.token(items.start)?;
        let last = self.token(items.end.checked_sub(1)?)?;
        (first <= last).then_some(first..last + 1)
    }

    /// A person's name at `k` that a comma or full stop ends.
    pub(super) fn bare_name(&self, k: usize, limit: usize) -> Option<Range<usize>> {
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
    pub(super) fn pronoun(&self, k: usize) -> Phrase {
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
    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    pub(super) fn phrase(&self, mut items: Range<usize>) -> Option<Phrase> {
        if items.len() == 1 {
            let class = self.class(items.start);
            if class.has(Class::RELATIVE) {
                let mut phrase = self.pronoun(items.start);
                phrase.kind = PhraseKind::Relative;
                return Some(phrase);
            }
            if class.has(Class::PRONOUN) && !class.has(Class::GROUP) {
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
    pub(super) fn author(&self, items: &Range<usize>) -> Option<usize> {
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
    pub(super) fn core_end(&self, items: &Range<usize>) -> usize {
        (items.start + 1..items.end)
            .find(|&n| {
                let class = self.class(n);
                (class.has(Class::PREP.or(Class::RELATIVE))
                    || self.is(n, ",")
                    // "people familiar with the plan"
                    || self.is_any(n, &["familiar", "close", "aware"])
                        && self.is_any(n + 1, &["with", "to", "of"]))
                    && !self.in_name(n)
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
}
