//! The labels of a transcript: `MR. KIRBY:`, `Q`, `THE PRESIDENT:`, each with whom it names.
//!
//! A long and a short label of one surname are one speaker; `THE PRESIDENT` is the person to whom the text gives that
//! title; an asker without a name is nobody in particular.

use std::collections::HashMap;

use super::Doc;
use super::names::{Entity, EntityId, Gender, NameKind, Names};
use super::phrases::{Phrase, PhraseKind};
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
        known.entry(key).or_insert_with(|| who(doc, names, label));
    }
    names.addressed();
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

/// Words that stand in titles without being titles.
const AROUND: [&str; 22] = [
    "defense", "defence", "foreign", "prime", "vice", "press", "state", "attorney", "white", "house",
    "under", "joint", "of", "united", "the", "hon", "first", "high", "national", "security", "for", "and",
];

/// A word of a label with its place, marks off.
struct Word<'a> {
    at: usize,
    text: &'a str,
}

fn words_of<'a>(doc: &Doc<'a>, span: Span) -> Vec<Word<'a>> {
    let whole = span.of(doc.text);
    let mut words = Vec::new();
    let mut at = 0;
    for piece in whole.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '(' | ')')) {
        let word = piece.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | ','));
        if !word.is_empty() {
            words.push(Word {
                at: span.start() + at,
                text: word,
            });
        }
        at += piece.len();
    }
    words
}

fn is_title(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    lexicon::phrase(word).of(Table::Title).is_some()
        || closed(bare).has(Class::ROLE.or(Class::MODIFIER).or(Class::BODY).or(Class::DET))
        || AROUND.iter().any(|w| w.eq_ignore_ascii_case(bare))
}

#[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
fn who(doc: &Doc, names: &mut Names, label: Span) -> Option<Turn> {
    let whole = label.of(doc.text);
    let lower = whole.trim().trim_end_matches([':', '.']).to_lowercase();
    if ASKERS.contains(&lower.as_str()) || lower.is_empty() {
        return None;
    }
    // `A:` answers in a printed interview.
    if matches!(lower.as_str(), "a" | "answer" | "answers") {
        return interviewee(doc, names).map(Turn::Entity);
    }
    if let Some(id) = by_initials(doc, names, whole.trim().trim_end_matches([':', '.'])) {
        return Some(Turn::Entity(id));
    }
    // `JANE ROE, CNN REPORTER`: the name stands before the comma.
    let (own, after) = match whole.find(',') {
        Some(comma) if whole.get(..comma).is_some_and(|n| n.contains(' ')) => (
            Span::new(label.start(), label.start() + comma),
            Some(Span::new(label.start() + comma + 1, label.end()).trim(doc.text)),
        ),
        _ => (label, None),
    };
    let words = words_of(doc, own);
    let mut first = 0;
    for (k, word) in words.iter().enumerate() {
        let of = k > 0 && first == k && words[k - 1].text.eq_ignore_ascii_case("of");
        if is_title(word.text) || (of && k + 1 < words.len()) || closed(word.text).has(Class::BODY) {
            first = k + 1;
        }
    }
    if first >= words.len() {
        // A role alone: the person of that title, or one described.
        let role = fold(words.last()?.text.trim_end_matches('.'));
        let anonymous = [
            "official",
            "moderator",
            "member",
            "speaker",
            "participant",
            "voice",
            "interpreter",
            "operator",
        ]
        .iter()
        .any(|w| lower.contains(w));
        let titled = names
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == NameKind::Person && e.roles.contains(&role))
            .max_by_key(|(_, e)| e.mentions.len())
            .map(|(id, _)| id as EntityId);
        if let Some(id) = titled.filter(|_| words.len() <= 3 && !anonymous) {
            return Some(Turn::Entity(id));
        }
        if let Some(id) = in_title(
            doc,
            names,
            |title| !anonymous && words.len() <= 3 && title.iter().any(|w| fold(w) == role),
            |title| {
                let at = title.iter().position(|w| fold(w) == role)?;
                Some(at + 1)
            },
        ) {
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
    let start = words[first].at;
    let last = words.last()?;
    let surname = fold(last.text);
    let full = words.len() - first > 1;
    let span = Span::new(start, last.at + last.text.len());
    let role = after.or_else(|| {
        let honorific = first == 1
            && lexicon::phrase(words[0].text)
                .of(Table::Title)
                .is_some_and(|e| e.cell(2) == "honorific");
        (first > 0 && !honorific)
            .then(|| Span::new(words[0].at, words[first - 1].at + words[first - 1].text.len()))
    });
    let first_name = if full { fold(words[first].text) } else { 0 };
    if let Some(id) = names.of_label(first_name, surname) {
        let entity = &mut names.entities[id as usize];
        if full && entity.first == 0 {
            entity.name = span;
            entity.first = fold(words[first].text);
        }
        entity.role = entity.role.or(role);
        let short = entity.first == 0;
        if short {
            complete(doc, names, id, surname);
        }
        return Some(Turn::Entity(id));
    }
    let gender_of = |word: &str, table: Table, column: usize| match lexicon::phrase(word)
        .of(table)
        .map(|e| e.cell(column))
    {
        Some("F") => Gender::Female,
        Some("M") => Gender::Male,
        _ => Gender::Unknown,
    };
    let gender = match gender_of(words[0].text, Table::Title, 5) {
        Gender::Unknown if full => gender_of(words[first].text, Table::GivenName, 1),
        known => known,
    };
    let first_hash = if full { fold(words[first].text) } else { 0 };
    let id = names.add_person(Entity::labelled(span, first_hash, surname, gender, role));
    if !full {
        complete(doc, names, id, surname);
    }
    Some(Turn::Entity(id))
}

/// Who is interviewed: the person whom the words before the first label name most often.
fn interviewee(doc: &Doc, names: &Names) -> Option<EntityId> {
    let first = doc.article.blocks.iter().find_map(|b| b.label)?;
    let told = |e: &Entity| e.mentions.iter().filter(|m| m.end() <= first.start()).count();
    names
        .entities
        .iter()
        .enumerate()
        .filter(|(_, e)| e.kind == NameKind::Person && told(e) > 0)
        .max_by_key(|(id, e)| (told(e), std::cmp::Reverse(*id)))
        .map(|(id, _)| id as EntityId)
}

/// The only person whose initials a label is: `GO:` for Greta Olden.
fn by_initials(doc: &Doc, names: &Names, label: &str) -> Option<EntityId> {
    if !(2..=3).contains(&label.len()) || !label.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let mut fitting = names.entities.iter().enumerate().filter(|(_, e)| {
        let name = e.name.of(doc.text);
        e.kind == NameKind::Person
            && name.contains(' ')
            && name
                .split_whitespace()
                .filter_map(|word| word.chars().next())
                .eq(label.chars())
    });
    let (id, _) = fitting.next()?;
    fitting.next().is_none().then_some(id as EntityId)
}

/// Finds in the headline the given name of somebody whom the labels call by surname.
fn complete(doc: &Doc, names: &mut Names, id: EntityId, surname: u64) {
    let Some(title) = doc.article.title.as_ref() else {
        return;
    };
    let words: Vec<&str> = title
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|w| !w.is_empty())
        .collect();
    let Some(at) = words.iter().position(|w| fold(w) == surname) else {
        return;
    };
    let given =
        |w: &str| lexicon::phrase(w).of(Table::GivenName).is_some() && w.starts_with(char::is_uppercase);
    let initial = at > 1 && words[at - 1].len() == 2 && words[at - 1].ends_with('.');
    let first = if initial { at - 2 } else { at.wrapping_sub(1) };
    if at > 0 && words.get(first).is_some_and(|w| given(w)) {
        let entity = &mut names.entities[id as usize];
        entity.first = fold(words[first]);
        entity.shown = Some(words[first..=at].join(" ").into_boxed_str());
        if entity.gender == Gender::Unknown {
            entity.gender = match lexicon::phrase(words[first])
                .of(Table::GivenName)
                .map(|e| e.cell(1))
            {
                Some("F") => Gender::Female,
                Some("M") => Gender::Male,
                _ => Gender::Unknown,
            };
        }
    }
}

/// The person whom the headline names right after a title: "Remarks by President Marlow".
fn in_title(
    doc: &Doc,
    names: &Names,
    fits: impl Fn(&[&str]) -> bool,
    at: impl Fn(&[&str]) -> Option<usize>,
) -> Option<EntityId> {
    let title = doc.article.title.as_ref()?;
    let words: Vec<&str> = title
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|w| !w.is_empty())
        .collect();
    if !fits(&words) {
        return None;
    }
    let at = at(&words)?;
    (at..words.len().min(at + 3)).rev().find_map(|n| {
        names
            .by_surname(fold(words[n].trim_end_matches(['’', '\'', 's'])))
            .or_else(|| names.by_surname(fold(words[n])))
    })
}
