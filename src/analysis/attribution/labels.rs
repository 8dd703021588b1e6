//! The labels of a transcript: `MR. KIRBY:`, `Q`, `THE PRESIDENT:`, each with whom it names.
//!
//! A long and a short label of one surname are one speaker; `THE PRESIDENT` is the person to whom the text gives that
//! title; an asker without a name is nobody in particular.

use std::collections::HashMap;

use super::Doc;
use super::cues::{Phrase, PhraseKind};
use super::names::{Entity, EntityId, Gender, NameKind, Names};
use super::words::{Class, closed, fold};
use crate::article::BlockKind;
use crate::lexicon::{self, Table};
use crate::span::Span;

/// Who speaks a turn.
#[derive(Clone, Debug)]
pub(super) enum Turn {
    /// Somebody with a name.
    Entity(EntityId),
    /// Somebody described: `SENIOR ADMINISTRATION OFFICIAL`.
    Described(Phrase),
}

const ASKERS: [&str; 8] = [
    "q",
    "question",
    "questions",
    "reporter",
    "press",
    "media",
    "journalist",
    "the press",
];

/// The speaker of each block; empty where the article has no turns.
pub(super) fn read(doc: &Doc, names: &mut Names) -> Vec<Option<Turn>> {
    let blocks = &doc.article.blocks;
    if !blocks.iter().any(|b| b.kind.is_spoken() && b.label.is_some()) {
        return Vec::new();
    }
    let mut known: HashMap<u64, Option<Turn>> = HashMap::new();
    let mut current: Option<Turn> = None;
    let mut turns = Vec::with_capacity(blocks.len());
    // Full names in labels first, so that a surname finds its owner.
    let mut labels: Vec<Span> = blocks.iter().filter_map(|b| b.label).collect();
    labels.sort_by_key(|l| std::cmp::Reverse(l.of(doc.text).split_whitespace().count()));
    for label in labels {
        let key = fold(label.of(doc.text).trim());
        if !known.contains_key(&key) {
            let turn = who(doc, names, label);
            known.insert(key, turn);
        }
    }
    for block in blocks {
        if let Some(label) = block.label {
            current = known.get(&fold(label.of(doc.text).trim())).cloned().flatten();
        }
        turns.push(if block.kind.is_spoken() && block.kind != BlockKind::Direction {
            current.clone()
        } else {
            None
        });
    }
    turns
}

fn who(doc: &Doc, names: &mut Names, label: Span) -> Option<Turn> {
    let text = label.of(doc.text).trim().trim_end_matches([':', '.']);
    let lower = text.to_lowercase();
    if ASKERS.contains(&lower.as_str()) || text.is_empty() {
        return None;
    }
    // Words with their places, marks off.
    let base = label.start();
    let mut words: Vec<(usize, &str)> = Vec::new();
    let whole = label.of(doc.text);
    let mut at = 0;
    for word in whole.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')')) {
        if !word.is_empty() {
            words.push((base + at, word));
        }
        at += word.len();
        at += whole
            .get(at..)
            .and_then(|r| r.chars().next())
            .map_or(0, char::len_utf8);
    }
    let mut first = 0;
    for k in 0..words.len() {
        let word = words[k].1.trim_end_matches([':', '.']);
        let title = lexicon::phrase(words[k].1).of(Table::Title).is_some()
            || closed(word).has(Class::ROLE.or(Class::MODIFIER).or(Class::BODY).or(Class::DET))
            || matches!(
                word.to_ascii_lowercase().as_str(),
                "defense"
                    | "foreign"
                    | "prime"
                    | "vice"
                    | "press"
                    | "state"
                    | "attorney"
                    | "white"
                    | "house"
                    | "under"
                    | "joint"
                    | "of"
                    | "united"
                    | "the"
                    | "hon"
            );
        if title && k + 1 <= words.len() {
            first = k + 1;
        } else if first == k && k > 0 {
            break;
        }
    }
    if first >= words.len() {
        // A role alone: the person of that title, or one described.
        let role = words
            .iter()
            .rev()
            .map(|w| fold(w.1.trim_end_matches([':', '.'])))
            .next()?;
        let titled = names
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == NameKind::Person && e.roles.contains(&role))
            .max_by_key(|(_, e)| e.mentions.len())
            .map(|(id, _)| id as EntityId);
        if let Some(id) = titled.filter(|_| {
            words.len() <= 3
                && !lower.contains("official")
                && !lower.contains("moderator")
                && !lower.contains("member")
        }) {
            return Some(Turn::Entity(id));
        }
        return Some(Turn::Described(Phrase {
            items: 0..words.len(),
            span: label,
            head: usize::MAX,
            kind: PhraseKind::Role,
            entity: None,
            description: None,
            definite: false,
            possessive: false,
            owner: None,
        }));
    }
    let (start, _) = words[first];
    let &(last_at, last) = words.last()?;
    let last = last.trim_end_matches([':', '.']);
    let surname = fold(last);
    let span = Span::new(start, last_at + last.len());
    if let Some(id) = names.by_surname(surname) {
        let entity = &mut names.entities[id as usize];
        if words.len() - first > 1 && entity.first == 0 {
            entity.name = span;
            entity.first = fold(words[first].1);
        }
        return Some(Turn::Entity(id));
    }
    let gender = match lexicon::phrase(words[0].1).of(Table::Title).map(|e| e.cell(5)) {
        Some("F") => Gender::Female,
        Some("M") => Gender::Male,
        _ => match lexicon::phrase(words[first].1)
            .of(Table::GivenName)
            .map(|e| e.cell(1))
        {
            Some("F") => Gender::Female,
            Some("M") => Gender::Male,
            _ => Gender::Unknown,
        },
    };
    let role = (first > 1 || (first == 1 && words[0].1.len() > 4))
        .then(|| Span::new(words[0].0, words[first - 1].0 + words[first - 1].1.len()));
    let full = words.len() - first > 1;
    Some(Turn::Entity(names.add_person(Entity::labelled(
        span,
        if full { fold(words[first].1) } else { 0 },
        surname,
        gender,
        role,
    ))))
}
