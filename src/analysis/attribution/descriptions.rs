//! Sources without a name, by the words that describe them: "a harbour official", "the report", "police".

use std::ops::Range;

use super::Doc;
use super::discourse::{Discourse, Source, SourceId, Via};
use super::names::{EntityId, Gender, NameKind, Names};
use super::phrases::{Phrase, PhraseKind};
use super::words::{Class, closed, fold};
use crate::analysis::model::SpeakerKind;
use crate::span::Span;

/// Heads of descriptions that many people of one article may bear.
const COMMON: [&str; 20] = [
    "official",
    "source",
    "man",
    "woman",
    "person",
    "aide",
    "adviser",
    "advisor",
    "analyst",
    "expert",
    "resident",
    "member",
    "supporter",
    "voter",
    "boy",
    "girl",
    "reporter",
    "user",
    "player",
    "worker",
];

impl Discourse {
    /// The source that the words themselves describe, an old one where they mean the same.
    pub(super) fn describe(&mut self, doc: &Doc, phrase: &Phrase) -> Option<(SourceId, Via)> {
        let kind = match phrase.kind {
            PhraseKind::Role => SpeakerKind::Unnamed,
            PhraseKind::Group => SpeakerKind::Group,
            PhraseKind::Document => SpeakerKind::Document,
            PhraseKind::Pronoun | PhraseKind::Relative => return None,
            _ => SpeakerKind::Organisation,
        };
        let head_word = if phrase.head == usize::MAX {
            "official"
        } else {
            doc.tokens.word(phrase.head)
        };
        let head = fold(head_word);
        let span = bare(doc, phrase.span);
        // "who spent 30 cents said": an amount is nobody.
        let amount = [
            "million", "billion", "trillion", "cent", "cents", "dollars", "per", "percent",
        ];
        if span.is_empty() || phrase.head != usize::MAX && doc.tokens.is_any(phrase.head, &amount) {
            return None;
        }
        let modifiers = modifiers(doc, span);
        let text = span.of(doc.text);
        let fresh = !phrase.definite && kind == SpeakerKind::Unnamed;
        let anonymous = !phrase.definite
            && !phrase.possessive
            && matches!(kind, SpeakerKind::Unnamed | SpeakerKind::Group);
        let via = if anonymous { Via::Unnamed } else { Via::Itself };
        // "another harbour official" is none of those told of.
        let other = doc
            .tokens
            .within(phrase.span)
            .next()
            .is_some_and(|i| doc.tokens.is_any(i, &["another"]));
        let found = self.known(phrase.definite).find(|&id| {
            let source = &self.sources[id];
            if other || source.entity.is_some() || source.kind != kind || source.head != head {
                return false;
            }
            let same = source.span.of(doc.text).eq_ignore_ascii_case(text);
            same || (!fresh && phrase.definite && modifiers.iter().all(|m| source.modifiers.contains(m)))
                || (!fresh && !phrase.definite && modifiers.is_empty() && kind != SpeakerKind::Unnamed)
        });
        if let Some(id) = found {
            return Some((id, via));
        }
        self.sources.push(Source {
            kind,
            entity: None,
            span,
            head,
            modifiers,
            plural: head_word.ends_with('s') || kind == SpeakerKind::Group,
            gender: gender_of(doc, phrase.head),
            role: None,
            mentions: Vec::new(),
            last: self.now,
            weight: 0.0,
            count: 0,
            speaks: false,
            maybe: false,
        });
        Some((self.sources.len() - 1, via))
    }

    /// The person whom the text names only after it let him speak as "a judge": the only one whom it later calls so.
    pub fn named_later(&self, doc: &Doc, names: &Names, id: SourceId) -> Option<EntityId> {
        let source = &self.sources[id];
        let head = doc.tokens.within(source.span).last()?;
        if source.kind != SpeakerKind::Unnamed || source.entity.is_some() || doc.tokens.is_any(head, &COMMON)
        {
            return None;
        }
        // A judge is addressed as Justice.
        let also = if doc.tokens.is(head, "judge") {
            fold("justice")
        } else {
            source.head
        };
        let mut called = names.entities.iter().enumerate().filter(|(_, e)| {
            e.kind == NameKind::Person
                && (e.roles.contains(&source.head) || e.roles.contains(&also))
                && !e.mentions.is_empty()
        });
        let (only, entity) = called.next()?;
        let later = entity.mentions.iter().all(|m| m.start() > source.span.end());
        let clash = source.gender != Gender::Unknown
            && entity.gender != Gender::Unknown
            && source.gender != entity.gender;
        (called.next().is_none() && later && !clash).then_some(only as EntityId)
    }
}

/// The span without its article or quantity.
pub(super) fn bare(doc: &Doc, span: Span) -> Span {
    let mut start = span.start();
    for i in doc.tokens.within(span) {
        let class = closed(doc.tokens.word(i));
        if class.has(Class::DET) && !class.has(Class::NUMBER) && !class.has(Class::POSSESSIVE)
            || doc.tokens.is_any(i, &["one"])
        {
            start = doc.token(i).span.end();
        } else {
            break;
        }
    }
    let rest = Span::new(start, span.end()).trim(doc.text);
    // "the two": nothing else says who they are.
    if rest.is_empty() { span } else { rest }
}

pub(super) fn modifiers(doc: &Doc, span: Span) -> Vec<u64> {
    doc.tokens
        .within(span)
        .filter(|&i| doc.token(i).is_word() && !doc.class(i).has(Class::DET.or(Class::PREP)))
        .map(|i| fold(doc.tokens.word(i)))
        .take(8)
        .collect()
}

pub(super) fn gender_of(doc: &Doc, i: usize) -> Gender {
    let class = doc.class(i);
    match (class.has(Class::MALE), class.has(Class::FEMALE)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}

pub(super) fn gender_in(doc: &Doc, range: Range<usize>) -> Gender {
    range
        .map(|i| gender_of(doc, i))
        .find(|&g| g != Gender::Unknown)
        .unwrap_or_default()
}

/// A phrase made of the tokens of an antecedent.
pub(super) fn described(doc: &Doc, range: Range<usize>) -> Option<Phrase> {
    let core = range
        .clone()
        .find(|&i| i > range.start && doc.class(i).has(Class::PREP))
        .unwrap_or(range.end);
    let head = core.checked_sub(1)?;
    let class = doc.class(head);
    let kind = if class.has(Class::DOCUMENT) {
        PhraseKind::Document
    } else if class.has(Class::GROUP) {
        PhraseKind::Group
    } else if class.has(Class::ROLE) {
        PhraseKind::Role
    } else {
        PhraseKind::Body
    };
    Some(Phrase {
        items: 0..range.len(),
        span: doc.tokens.span(range.clone()),
        head,
        kind,
        entity: None,
        description: None,
        definite: doc.tokens.is_any(range.start, &["the"]),
        possessive: false,
        owner: None,
    })
}
