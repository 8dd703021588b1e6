//! [`Tally`]: whose forces the text is about, for a force that its sentence gives to nobody.

use std::collections::HashMap;

use super::owners;
use crate::analysis::place::{Kind, Places};
use crate::analysis::tokens::{Token, Tokens};
use crate::lexicon::{Entry, Table, TableSet};

/// How often the text names each owner, and whose armies it calls by their service.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// The owners, the most named first.
    pub ranked: Vec<String>,
    /// Whose "the Army" and "the Navy" are; empty where nothing tells.
    pub service: String,
}

/// A name counts for one; a name right before a word for forces, a service, a formation or a ship for four.
const FORCE: u32 = 4;

impl Tally {
    /// Reads the whole text.
    pub fn of(tokens: &Tokens<'_>, places: &Places<'_>) -> Self {
        let mut owners: HashMap<String, u32> = HashMap::new();
        let mut services: HashMap<String, u32> = HashMap::new();
        for mention in places.mentions.iter().filter(|m| m.sense.is_actor()) {
            let Some(actor) = &mention.actor else { continue };
            // Armed groups name themselves where they act; a region's name tells no country.
            if mention.kind == Kind::Body && !matches!(&**actor, "NATO" | "European Union" | "United Nations")
            {
                continue;
            }
            let end = mention.tokens.end;
            let next = end + usize::from(tokens.is(end, "'s"));
            if service_at(tokens, next).is_some_and(|e| owners::common_service(e.cell(0))) {
                *services.entry(actor.to_string()).or_default() += 1;
            }
            let force = (end..end + 3).any(|k| tokens.entry(k, Table::Unit).is_some());
            *owners.entry(actor.to_string()).or_default() += if force { FORCE } else { 1 };
        }
        let america = owners::country("US").unwrap_or_default();
        let names_america = owners.contains_key(&america);
        // "The Army" is the one that the text names by its country, else the American one where America is named.
        let service = top(&services).into_iter().next();
        let mut common = 0;
        let named = TableSet::of(&[Table::Unit, Table::Formation]);
        for i in 0..tokens.len() {
            let key = tokens.get(i).map(Token::key).unwrap_or_default();
            if !key.tables().or(key.leads()).meets(named) {
                continue;
            }
            let service = service_at(tokens, i);
            if let Some(name) = named_force(tokens, i, service) {
                *owners.entry(name).or_default() += FORCE;
            }
            let alone = || {
                !tokens.is(i.wrapping_sub(1), "'s")
                    && tokens.entry(i.wrapping_sub(1), Table::Country).is_none()
            };
            if service.is_some_and(|e| owners::common_service(e.cell(0))) && alone() {
                common += 1;
            }
        }
        let service = service.unwrap_or_else(|| {
            let ranked = top(&owners);
            match ranked.first() {
                Some(first) if !names_america => first.clone(),
                _ => america.clone(),
            }
        });
        if common > 0 {
            *owners.entry(service.clone()).or_default() += common;
        }
        // A text that names only states speaks of American forces.
        if owners.is_empty() && (0..tokens.len()).any(|i| tokens.entry(i, Table::State).is_some()) {
            owners.insert(america, 1);
        }
        Self {
            ranked: top(&owners),
            service,
        }
    }
}

/// The names, the most frequent first.
fn top(counts: &HashMap<String, u32>) -> Vec<String> {
    let mut ranked: Vec<(&String, &u32)> = counts.iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    ranked.into_iter().map(|(name, _)| name.clone()).collect()
}

/// The service that the words at `i` name: "Air Force".
fn service_at(tokens: &Tokens<'_>, i: usize) -> Option<Entry> {
    let (len, id) = tokens.longest(i, &[Table::Unit])?;
    let written = tokens.span(i..i + len);
    let raw = written.of(tokens.text());
    id.entries()
        .find(|e| e.table() == Table::Unit && e.cell(2) == "service" && e.cell(7).len() == 2 && e.fits(raw))
}

/// The country whose formation, ship or service of its own the words at `i` name; `service` is the service there.
fn named_force(tokens: &Tokens<'_>, i: usize, service: Option<Entry>) -> Option<String> {
    if let Some(service) = service.filter(|e| !owners::common_service(e.cell(0))) {
        return owners::country(service.cell(7));
    }
    let (_, id) = tokens.longest(i, &[Table::Formation])?;
    let formation = id.entries().find(|e| e.table() == Table::Formation)?;
    owners::country(formation.cell(4))
}
