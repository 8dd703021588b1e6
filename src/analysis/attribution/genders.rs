//! Genders that the text itself tells: the pronouns that follow a name when nobody else can be meant.

use super::Doc;
use super::names::{EntityId, Gender, NameKind, Names};
use super::quotes::Quoted;
use crate::analysis::tokens::Token;

/// The gender that each spelling tells as a pronoun.
fn pronouns(doc: &Doc) -> Vec<Gender> {
    let gender = |token: &Token| {
        let written = token.span.of(doc.text);
        let is = |pronoun: &&str| pronoun.eq_ignore_ascii_case(written);
        if ["he", "his", "himself", "him"].iter().any(is) {
            Gender::Male
        } else if ["she", "her", "herself", "hers"].iter().any(is) {
            Gender::Female
        } else {
            Gender::Unknown
        }
    };
    doc.tokens.spellings().iter().map(gender).collect()
}

/// Sets the gender of people whose name tells none, where the reporter's pronouns agree about it.
///
/// A pronoun counts for the one person named before it in its sentence, or else in the sentence before, to whom it
/// can refer. Two such pronouns, and three times as many as speak against it, settle the matter.
pub(super) fn learn(doc: &Doc, names: &mut Names, quotes: &[Quoted]) {
    let mut votes = vec![(0_u32, 0_u32); names.entities.len()];
    let mut quote = 0;
    let (mut here, mut before): (Vec<EntityId>, Vec<EntityId>) = (Vec::new(), Vec::new());
    let mut sentence = 0..0;
    let pronouns = pronouns(doc);
    for i in 0..doc.tokens.len() {
        let at = doc.token(i).span.start();
        while quotes.get(quote).is_some_and(|q| q.outer.end() <= at) {
            quote += 1;
        }
        if quotes.get(quote).is_some_and(|q| q.outer.start() <= at) {
            continue;
        }
        if !sentence.contains(&i) {
            std::mem::swap(&mut here, &mut before);
            here.clear();
            sentence = doc.tokens.sentence(doc.tokens.sentence_of(i));
        }
        if let Some(run) = names.run_at(i) {
            if let Some(id) = run.entity.filter(|_| run.end == i + 1 && !run.headline)
                && names.get(id).kind == NameKind::Person
                && !here.contains(&id)
            {
                here.push(id);
            }
            continue;
        }
        let gender = pronouns.get(doc.token(i).spelling()).copied().unwrap_or_default();
        if gender == Gender::Unknown {
            continue;
        }
        let can = |id: &&EntityId| {
            let known = names.get(**id).gender;
            known == Gender::Unknown || known == gender
        };
        let pool = if here.is_empty() { &before } else { &here };
        let mut fitting = pool.iter().filter(can);
        if let (Some(&id), None) = (fitting.next(), fitting.next()) {
            let vote = &mut votes[id as usize];
            match gender {
                Gender::Male => vote.0 += 1,
                _ => vote.1 += 1,
            }
        }
    }
    for (entity, (male, female)) in names.entities.iter_mut().zip(votes) {
        if entity.gender != Gender::Unknown {
            continue;
        }
        if male >= 2 && male >= female * 3 {
            entity.gender = Gender::Male;
        } else if female >= 2 && female >= male * 3 {
            entity.gender = Gender::Female;
        }
    }
}
