//! Names of persons that are also names of places: "Austin" after "Secretary", "Vladimir" before "Putin".

use std::collections::HashSet;

use crate::analysis::tokens::Tokens;
use crate::lexicon::Table;

use super::gazetteer::Evidence;

/// The last names that the text itself ties to a person, by a title or a given name before them, and what it says
/// of countries. One pass over the tokens.
pub(super) fn survey<'a>(tokens: &Tokens<'a>) -> (HashSet<&'a str>, Evidence) {
    let mut people = HashSet::new();
    let mut evidence = Evidence::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if !token.is_capital() {
            at += 1;
            continue;
        }
        evidence.count(token.key(), tokens.word(at));
        if opens_a_person(tokens, at) {
            let mut end = at + 1;
            while end < at + 5 && is_name_part(tokens, end) {
                end += 1;
            }
            // A country or place right after a title is no person's name: "President of", "Foreign Minister Germany".
            if end > at + 1 {
                let last = tokens.word(end - 1);
                if last.len() > 2 && !is_country(tokens, end - 1) {
                    people.insert(last);
                }
            }
        }
        at += 1;
    }
    (people, evidence)
}

fn is_name_part(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens
        .get(i)
        .is_some_and(|t| t.is_word() && t.is_capital() && t.is_spaced() && !t.is_capitals())
}

fn is_country(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.entry(i, Table::Country).is_some() && tokens.entry(i, Table::GivenName).is_none()
}

/// Whether token `i` is a title or a given name that a last name may follow.
pub(super) fn opens_a_person(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.entries(i).any(|entry| match entry.table() {
        Table::Title => !matches!(entry.cell(2), "group" | "unit"),
        Table::GivenName => true,
        _ => false,
    })
}
