//! What a text calls the people it names: titles before the name, descriptions beside it, offices that a table knows.

use super::Doc;
use super::names::{Entity, Gender, NameKind, Run};
use super::runs::PLACE_HEADS;
use super::words::{Class, fold};
use crate::lexicon::{self, Table};

/// Adds the words of titles in the run to what the person is called, in their full form.
pub(super) fn note_titles(doc: &Doc, run: &Run, entity: &mut Entity) {
    if run.kind != NameKind::Person || run.name == run.start {
        return;
    }
    let from = (run.start..run.name)
        .find(|&k| {
            doc.class(k).has(
                Class::TITLE
                    .or(Class::ROLE)
                    .or(Class::BODY)
                    .or(Class::PLACE)
                    .or(Class::MODIFIER)
                    .or(Class::OUTLET),
            ) || doc
                .tokens
                .longest(k, &[Table::Title])
                .is_some_and(|(len, _)| len > 1)
        })
        .unwrap_or(run.start);
    // "New Orlen Mayor": the first word of the place.
    let from = if from > run.start && PLACE_HEADS.contains(&doc.tokens.word(from - 1)) {
        from - 1
    } else {
        from
    };
    let span = doc.tokens.span(from..run.name);
    add_role(doc, run.start..run.name, entity);
    let honorific = doc
        .token(run.start)
        .key()
        .of(Table::Title)
        .is_some_and(|e| e.cell(2) == "honorific")
        && run.name == run.start + 1;
    if !honorific && entity.role.is_none_or(|role| role.len() < span.len()) {
        entity.role = Some(span);
    }
}

/// Adds what the words around a full name call the person: "harbour minister Bram Olden", "Bram Olden, a pilot from Orlen,".
pub(super) fn note_context(doc: &Doc, run: &Run, entity: &mut Entity) {
    if run.kind != NameKind::Person || run.headline {
        return;
    }
    let stop = Class::PREP
        .or(Class::DET)
        .or(Class::CONJ)
        .or(Class::SUB)
        .or(Class::AUX)
        .or(Class::PRONOUN);
    let noun = |k: usize| {
        doc.token(k).is_word()
            && !doc.class(k).has(stop)
            && (!doc.class(k).has(Class::VERB.or(Class::REPORTS).or(Class::OBJECT))
                || doc.class(k).has(Class::ROLE.or(Class::BODY)))
            && !(doc.class(k).is_unknown() && doc.tokens.word(k).ends_with("ing"))
    };
    let sentence = doc.tokens.sentence(doc.tokens.sentence_of(run.start));
    let lowercase_role = |k: usize| doc.class(k).has(Class::ROLE) && !doc.token(k).is_capital();
    let mut range = None;
    if run.start > sentence.start && lowercase_role(run.start - 1) {
        let mut from = run.start - 1;
        while from > sentence.start && run.start - from < 7 && noun(from - 1) && doc.token(from).is_spaced() {
            from -= 1;
        }
        range = Some(from..run.name);
    } else if doc.tokens.word(run.end) == "," && run.end + 1 < sentence.end {
        let opens = doc.class(run.end + 1);
        if opens.has(Class::ROLE.or(Class::MODIFIER)) || doc.tokens.is_any(run.end + 1, &["a", "an", "the"]) {
            let end = (run.end + 1..sentence.end.min(run.end + 14)).find(|&k| {
                matches!(doc.tokens.word(k), "," | "." | ";" | ":" | "(") || doc.class(k).has(Class::RELATIVE)
            });
            range = end
                .map(|end| run.end + 1..end)
                .filter(|r| r.clone().any(lowercase_role))
                // ", husband expecting …" is a clause of its own.
                .filter(|r| !opens.has(Class::ROLE) || !doc.tokens.word(r.start + 1).ends_with("ing"));
        }
    }
    if let Some(range) = range {
        if entity.role.is_none() {
            entity.role = Some(doc.tokens.span(range.clone()));
        }
        add_role(doc, range, entity);
    }
}

/// Adds the words of `range` to what the person is called.
pub(super) fn add_role(doc: &Doc, range: std::ops::Range<usize>, entity: &mut Entity) {
    for k in range {
        if !doc.token(k).is_word() {
            continue;
        }
        let word = fold(doc.tokens.word(k));
        if !entity.roles.contains(&word) && entity.roles.len() < 48 {
            entity.roles.push(word);
        }
        if let Some(entry) = doc.token(k).key().of(Table::Title) {
            for part in entry.cell(0).split(' ') {
                let part = fold(part);
                if !entity.roles.contains(&part) {
                    entity.roles.push(part);
                }
            }
        }
    }
}

/// What the table of office holders knows of a full name.
pub(super) fn officeholder(doc: &Doc, run: &Run, entity: &mut Entity) {
    let Some(entry) = doc.tokens.phrase(run.name..run.end).of(Table::Officeholder) else {
        return;
    };
    match entry.cell(3) {
        "M" => entity.gender = Gender::Male,
        "F" => entity.gender = Gender::Female,
        _ => {}
    }
    for word in entry.cell(4).split(' ').filter(|w| w.len() > 2) {
        entity.roles.push(fold(word));
    }
    let party = entry.cell(7);
    if !party.is_empty() {
        entity.roles.push(fold(party));
    }
    let code = entry.cell(6);
    if let Some(state) = (!code.is_empty())
        .then(|| lexicon::rows(Table::State).find(|s| s.cell(0) == code))
        .flatten()
    {
        for word in state.cell(1).split(' ') {
            entity.roles.push(fold(word));
        }
    }
}
