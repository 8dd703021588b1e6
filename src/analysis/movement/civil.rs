//! What moves without being a force: freight and passengers, arms handed to another's army, police at home, sport.

use super::clause::Clause;
use super::draft::Draft;
use super::forces::{Force, ForceKind};
use super::words::Words;
use crate::lexicon::{Form, Table};

/// Words that make trucks, ships and aircraft civil ones, where no army is named beside them.
fn trade(word: &str) -> bool {
    crate::word_set!([
        "airline",
        "airlines",
        "airliner",
        "passenger",
        "passengers",
        "cargo",
        "grain",
        "wheat",
        "cocaine",
        "drugs",
        "narcotics",
        "smugglers",
        "smuggling",
        "traffickers",
        "trafficking",
        "warehouse",
        "warehouses",
        "container",
        "containers",
        "merchant",
        "tourists",
        "tourist",
        "fishermen",
        "fishing",
        "freight",
        "customers",
        "supermarket",
        "farmers",
        "crude",
        "lng",
        "barrels",
        "migrants",
        "flights",
        "gang",
        "gangs",
        "contraband",
        "amazon",
    ])
    .has(word)
}

/// Words of sport, in whose company squads and teams are no soldiers.
fn sport(word: &str) -> bool {
    crate::word_set!([
        "coach",
        "match",
        "matches",
        "tournament",
        "players",
        "fans",
        "league",
        "cup",
        "goalkeeper",
        "striker",
        "olympics",
        "olympic",
        "athletes",
        "quarterback",
        "playoffs",
        "stadium",
        "championship",
    ])
    .has(word)
}

fn any(words: &Words<'_>, test: impl Fn(&str) -> bool) -> bool {
    (0..words.len()).any(|k| test(words.low(k)))
}

/// Whether `force` is no force by the company it keeps; `talked` tells whether the text has just spoken of forces.
pub(super) fn civil(clause: &Clause<'_, '_>, force: &Force, talked: bool) -> bool {
    let words = clause.words;
    let named = clause.forces.iter().any(|f| {
        f.from < force.from
            && !f.stand_in
            && !f.barred
            && (matches!(f.kind, ForceKind::People | ForceKind::Unit) || f.quantity.is_some())
    });
    // "many of them were freed", "the 300,000 wealthiest Americans".
    let counted = force
        .quantity
        .as_ref()
        .is_some_and(|q| q.value.is_some() && matches!(words.low(force.head), "them" | "those" | "these"));
    if force.stand_in && !counted && !named && !talked {
        return true;
    }
    // "The truck left the road", "drones were seen": no owner, no figure and no army near.
    let loose = matches!(force.kind, ForceKind::Vehicle | ForceKind::Aircraft)
        && force.quantity.is_none()
        && force.owners.is_empty()
        && !force.designated
        && !force.enemy;
    if loose && !named && !talked && force.possessive.is_none_or(|p| words.low(p) == "their") {
        let typed = words
            .slice(force.from, force.to)
            .chars()
            .any(|c| c.is_ascii_digit());
        let armed = any(words, |w| {
            matches!(
                w,
                "army" | "military" | "troops" | "soldiers" | "navy" | "forces" | "air" | "tanks" | "missile"
            )
        });
        if !typed && !(armed || clause.owners.iter().any(|(pos, _)| *pos < force.from)) {
            return true;
        }
    }
    let machines = matches!(
        force.kind,
        ForceKind::Vehicle | ForceKind::Aircraft | ForceKind::Ship
    ) && !force.designated
        && force.owners.is_empty()
        && !force.enemy;
    let soldiers = clause.forces.iter().any(|f| f.kind == ForceKind::People)
        || any(words, |w| {
            matches!(
                w,
                "army" | "navy" | "military" | "naval" | "troops" | "soldiers" | "warships"
            )
        });
    if machines && !soldiers && any(words, trade) {
        return true;
    }
    if any(words, sport)
        && !force.designated
        && !any(words, |w| {
            matches!(w, "soldiers" | "troops" | "army" | "military")
        })
    {
        return true;
    }
    // "Two officers said": they tell of movements and make none.
    let speaks = words
        .entries(force.to)
        .any(|e| e.table() == Table::ReportingVerb && (e.form().is(Form::PAST) || e.form().is(Form::BASE)))
        && !words.entries(force.to).any(|e| e.table() == Table::MovementVerb)
        && !matches!(
            words.low(force.to),
            "ordered" | "planned" | "expected" | "continued" | "promised" | "pledged" | "announced"
        );
    if speaks && force.kind == ForceKind::People && !matches!(words.low(force.to + 1), "to" | "by" | "for") {
        return true;
    }
    // "An Italian military vehicle drove up": one vehicle is no movement.
    if force.kind == ForceKind::Vehicle
        && force.quantity.is_none()
        && !force.designated
        && matches!(
            words.low(force.head),
            "vehicle" | "truck" | "lorry" | "jeep" | "bus" | "tank" | "car" | "van"
        )
    {
        return true;
    }
    // "its stock of howitzers fell by 14".
    if force.kind == ForceKind::Figure
        && any(words, |w| {
            matches!(
                w,
                "stock"
                    | "stocks"
                    | "inventory"
                    | "stockpile"
                    | "jobs"
                    | "shares"
                    | "homes"
                    | "cases"
                    | "votes"
                    | "seats"
            )
        })
    {
        return true;
    }
    // "the number of soldiers who have died rose to 2,000".
    force.kind == ForceKind::Figure
        && any(words, |w| {
            matches!(
                w,
                "died"
                    | "deaths"
                    | "death"
                    | "dead"
                    | "toll"
                    | "casualties"
                    | "wounded"
                    | "fatalities"
                    | "killed"
            )
        })
        && matches!(words.low(force.from.wrapping_sub(1)), "to" | "at" | "by")
}

/// Whether a row that has been read is a gift of arms or the police on its own streets.
pub(super) fn no_movement(clause: &Clause<'_, '_>, force: &Force, draft: &Draft) -> bool {
    let words = clause.words;
    let country = draft.destination.as_ref().and_then(|d| d.country.as_deref());
    // Arms without soldiers that a third country sends into the war in Ukraine are given to its army.
    let given = matches!(force.kind, ForceKind::Vehicle | ForceKind::Aircraft)
        && !force.designated
        && country == Some("Ukraine")
        && !draft.actor.is_empty()
        && !draft
            .actor
            .iter()
            .any(|a| matches!(a.as_str(), "Ukraine" | "Russia" | "Belarus" | "North Korea"));
    if given {
        return true;
    }
    let head = words.low(force.head);
    let before = words.low(force.head.wrapping_sub(1));
    let police = force.kind == ForceKind::People
        && any(words, |w| matches!(w, "police" | "policemen"))
        && (matches!(head, "police" | "policemen")
            || (head == "officers"
                && !matches!(
                    before,
                    "army" | "military" | "naval" | "staff" | "intelligence" | "liaison" | "gsdf"
                )));
    let abroad = country.is_some_and(|c| !draft.actor.iter().any(|a| a == c)) && draft.actor_said;
    police && !abroad
}
