//! How the force phrases of one sentence belong together: a strength told after its unit, what rides along, a part told
//! in passing, the larger force that others join, and the level after a rise or fall.

use super::forces::{Force, ForceKind};
use super::quantities;
use super::words::Words;
use crate::analysis::Bound;
use crate::lexicon::Table;

/// Joins and marks the `forces` of a sentence.
pub(super) fn settle(words: &Words<'_>, forces: &mut Vec<Force>) {
    strengths(words, forces);
    appositions(words, forces);
    afterthoughts(words, forces);
    absorbed(words, forces);
    carriers(words, forces);
    loads(words, forces);
    aboard(words, forces);
    allies(words, forces);
    levels(words, forces);
    goals(words, forces);
    asides(words, forces);
}

/// "The 25th Army, which has about 17,000 personnel": the figure belongs to the unit before it.
fn strengths(words: &Words<'_>, forces: &mut Vec<Force>) {
    let mut k = 1;
    while k < forces.len() {
        let (before, after) = (&forces[k - 1], &forces[k]);
        let bare = after.quantity.is_some()
            && matches!(after.kind, ForceKind::People | ForceKind::Figure)
            && !after.designated
            && after.owners.is_empty();
        let unit = before.kind == ForceKind::Unit && before.designated && before.quantity.is_none();
        let joint = (before.to..after.from).any(|j| {
            matches!(
                words.low(j),
                "has"
                    | "have"
                    | "had"
                    | "numbering"
                    | "numbers"
                    | "comprising"
                    | "totalling"
                    | "totaling"
                    | "whose"
                    | "consisting"
                    | "composed"
                    | "comprised"
                    | "with"
            )
        }) && (before.to..after.from).all(|j| !matches!(words.low(j), ";" | "." | "and" | "but"));
        if bare && unit && joint && after.from - before.to <= 16 {
            let figure = forces.remove(k);
            let unit = &mut forces[k - 1];
            unit.quantity = figure.quantity;
            unit.of = figure.of;
            continue;
        }
        k += 1;
    }
}

/// "Some 90 Chilean sappers, the second batch of a 300-strong contingent, left": what they are a part of does not
/// leave with them.
fn appositions(words: &Words<'_>, forces: &mut [Force]) {
    for k in 1..forces.len() {
        let (before, after) = (&forces[k - 1], &forces[k]);
        let batch = (before.to..after.from).any(|j| {
            matches!(
                words.low(j),
                "batch"
                    | "wave"
                    | "part"
                    | "instalment"
                    | "installment"
                    | "element"
                    | "members"
                    | "vanguard"
                    | "group"
                    | "tranche"
                    | "echelon"
                    | "half"
            )
        });
        let closed = words.low(before.to) == ","
            && after.from - before.to <= 8
            && words.low(after.from.wrapping_sub(1)) == "of"
            && words.low(after.to) == ",";
        if before.quantity.is_some() && !before.barred && batch && closed {
            forces[k].goal = true;
            forces[k].barred = true;
        }
    }
}

/// "keeps many soldiers in Mali, about 3,000.", "half its men in Chad -- some 700 --": the figure comes last.
fn afterthoughts(words: &Words<'_>, forces: &mut Vec<Force>) {
    let mut k = 1;
    while k < forces.len() {
        let (before, after) = (&forces[k - 1], &forces[k]);
        let open = before.kind == ForceKind::People
            && before
                .quantity
                .as_ref()
                .is_none_or(|q| q.value.is_none() && q.bound == Bound::Vague)
            && !before.barred;
        let mark = after.from.wrapping_sub(1);
        let people = after.kind == ForceKind::People && after.owners.is_empty() && after.unit.is_none();
        let figure = (after.kind == ForceKind::Figure || people)
            && after.quantity.as_ref().is_some_and(|q| q.bound == Bound::Approx)
            && (words.low(mark) == "," || super::words::is_dash(words.low(mark)))
            && (matches!(words.low(after.to), "" | "." | "," | ";" | ")")
                || super::words::is_dash(words.low(after.to)));
        let between = before.to..mark;
        let placed = between.len() <= 8
            && matches!(
                words.low(before.to),
                "in" | "at" | "near" | "from" | "on" | "along" | "across"
            )
            && between
                .clone()
                .all(|j| !matches!(words.low(j), "," | "and" | "." | ";"));
        if open && figure && placed {
            let figure = forces.remove(k);
            forces[k - 1].quantity = figure.quantity;
            continue;
        }
        k += 1;
    }
}

/// "a carrier strike group, built around USS Example,", "60 trucks with soldiers": what leads or rides is no second force.
fn absorbed(words: &Words<'_>, forces: &mut Vec<Force>) {
    let mut k = 1;
    while k < forces.len() {
        let (before, after) = (&forces[k - 1], &forces[k]);
        let between = before.to..after.from;
        let close = between.len() <= 6;
        let flagship = matches!(before.kind, ForceKind::Unit | ForceKind::Ship)
            && after.kind == ForceKind::Ship
            && between.clone().any(|j| {
                matches!(
                    words.low(j),
                    "built" | "centred" | "centered" | "led" | "headed" | "formed"
                )
            });
        let riders = before.kind == ForceKind::Vehicle
            && before.quantity.is_some()
            && after.kind == ForceKind::People
            && after.quantity.is_none()
            && after.owners.is_empty()
            && between.len() <= 2
            && matches!(
                words.low(after.from.wrapping_sub(1)),
                "with" | "carrying" | "of" | "transporting"
            );
        if close && (flagship || riders) {
            let to = after.to;
            forces.remove(k);
            forces[k - 1].to = to;
            continue;
        }
        k += 1;
    }
}

/// "three helicopters and 60 personnel": the machines are the equipment of the people.
fn carriers(words: &Words<'_>, forces: &mut Vec<Force>) {
    let mut k = 1;
    while k < forces.len() {
        let (before, after) = (&forces[k - 1], &forces[k]);
        let machines = matches!(before.kind, ForceKind::Aircraft | ForceKind::Vehicle)
            && before.quantity.is_some()
            && !before.designated;
        let people = after.kind == ForceKind::People && after.quantity.is_some() && after.equipment.is_none();
        if machines && people && after.from == before.to + 1 && words.low(before.to) == "and" {
            let machines = forces.remove(k - 1);
            let people = &mut forces[k - 1];
            people.equipment = Some(words.slice(machines.from, machines.to).to_owned());
            people.from = machines.from;
            if people.owners.is_empty() {
                people.owners = machines.owners;
                people.possessive = people.possessive.or(machines.possessive);
            }
            continue;
        }
        k += 1;
    }
}

/// "HMS Example, with 600 marines on board,": the ship is the equipment of those whom she carries.
fn loads(words: &Words<'_>, forces: &mut Vec<Force>) {
    let mut k = 1;
    while k < forces.len() {
        let (ship, people) = (&forces[k - 1], &forces[k]);
        let carrying = ["with", "carrying", "bringing", "transporting"]
            .contains(&words.low(people.from.wrapping_sub(1)));
        let aboard = words.low(people.to) == "aboard" || words.are(people.to, &["on", "board"]);
        let fits = ship.kind == ForceKind::Ship
            && ship.quantity.as_ref().is_none_or(|q| q.value == Some(1.0))
            && ship.designated
            && people.kind == ForceKind::People
            && people.quantity.is_some()
            && people.from - ship.to <= 8
            && (ship.to..people.from).all(|j| {
                !matches!(words.low(j), "and" | "." | ";")
                    && !words.entries(j).any(|e| e.table() == Table::MovementVerb)
            });
        if fits && carrying && (aboard || words.low(people.from - 1) != "with") {
            let ship = forces.remove(k - 1);
            let people = &mut forces[k - 1];
            if people.owners.is_empty() {
                people.owners = ship.owners;
            }
            people.equipment = ship.unit.or(ship.equipment);
            // The ship's place is that of the people only where she moves after them.
            if words.low(ship.to) == "," || people.from - ship.to <= 2 {
                people.from = ship.from;
            }
            continue;
        }
        k += 1;
    }
}

/// "2,000 marines aboard the USS Example are moving": the ship is the equipment of the people.
fn aboard(words: &Words<'_>, forces: &mut Vec<Force>) {
    let mut k = 1;
    while k < forces.len() {
        let (people, ship) = (&forces[k - 1], &forces[k]);
        let joint = words.low(people.to) == "aboard" || words.are(people.to, &["on", "board"]);
        let fits = people.kind == ForceKind::People
            && people.quantity.is_some()
            && ship.kind == ForceKind::Ship
            && joint
            && ship.from - people.to <= 3;
        if fits {
            let ship = forces.remove(k);
            let people = &mut forces[k - 1];
            people.equipment = match &ship.quantity {
                Some(_) => Some(words.slice(ship.from, ship.to).to_owned()),
                None => ship.unit.or(ship.equipment),
            };
            people.to = ship.to;
            if people.owners.is_empty() {
                people.owners = ship.owners;
            }
            continue;
        }
        k += 1;
    }
}

/// "Malian soldiers and Wagner mercenaries arrived": two owners of one movement.
fn allies(words: &Words<'_>, forces: &mut Vec<Force>) {
    let mut k = 1;
    while k < forces.len() {
        let (a, b) = (&forces[k - 1], &forces[k]);
        let plain = |f: &Force| {
            f.kind == ForceKind::People
                && f.quantity.is_none()
                && !f.designated
                && !f.owners.is_empty()
                && !f.barred
        };
        if plain(a) && plain(b) && b.from == a.to + 1 && words.low(a.to) == "and" {
            let other = forces.remove(k);
            let force = &mut forces[k - 1];
            for owner in other.owners {
                force.own(owner);
            }
            force.to = other.to;
            continue;
        }
        k += 1;
    }
}

/// Whether the word tells that a strength rises or falls.
pub(super) fn changes(word: &str) -> bool {
    crate::word_set!([
        "increase",
        "increases",
        "increased",
        "increasing",
        "rise",
        "rises",
        "rising",
        "raise",
        "raised",
        "raising",
        "expand",
        "expanded",
        "expanding",
        "boost",
        "boosted",
        "boosting",
        "reduced",
        "reduce",
        "reduces",
        "reducing",
        "reduction",
        "cut",
        "cuts",
        "cutting",
        "fell",
        "fall",
        "fallen",
        "shrank",
        "shrink",
        "grew",
        "grow",
        "grown",
        "rose",
        "trimmed",
        "trim",
        "drop",
        "dropped",
        "decrease",
        "decreased",
        "double",
        "doubled",
        "lowered",
        "lower",
        "down",
        "up",
    ])
    .has(word)
}

/// "from 1,200 to 1,600 soldiers": the level after the change counts.
fn levels(words: &Words<'_>, forces: &mut [Force]) {
    for force in forces {
        let Some(q) = force.quantity.as_ref().filter(|q| q.bound == Bound::Range) else {
            continue;
        };
        let changed = (q.from.saturating_sub(12)..q.from).any(|k| changes(words.low(k)));
        if words.low(q.from.wrapping_sub(1)) != "from" || !changed {
            continue;
        }
        let after = (q.from..q.to)
            .find(|&k| words.low(k) == "to")
            .and_then(|k| quantities::quantity(words, k + 1));
        if let Some(level) = after.filter(|l| l.value.is_some()) {
            force.from = level.from;
            force.quantity = Some(level);
            force.level = true;
        }
    }
}

/// "650 troops for the African force in Somalia", "soldiers stationed in four battlegroups": what others join, or how they
/// are grouped, is no second force.
fn goals(words: &Words<'_>, forces: &mut [Force]) {
    for k in 1..forces.len() {
        let (before, after) = (&forces[k - 1], &forces[k]);
        let joint = words.low(after.from.wrapping_sub(1));
        let larger = after.quantity.is_none()
            && matches!(
                joint,
                "to" | "for" | "in" | "within" | "under" | "of" | "into" | "with"
            )
            && (matches!(
                words.low(after.head),
                "force" | "mission" | "operation" | "battlegroup" | "contingent"
            ) || (after.designated && matches!(words.low(after.to - 1), "force" | "mission")));
        let grouped = after.kind == ForceKind::Unit
            && !after.designated
            && after.owners.is_empty()
            && after.quantity.as_ref().is_some_and(|q| !q.additional)
            && matches!(joint, "in" | "into" | "across" | "as");
        // "a contingent, made up entirely of reservists,": what it is made of is no second force.
        let made = (after.from.saturating_sub(3)..after.from).any(|j| words.low(j) == "of")
            && after.quantity.is_none()
            && !after.designated
            && (before.to..after.from).any(|j| {
                matches!(
                    words.low(j),
                    "made" | "composed" | "consisting" | "comprised" | "drawn" | "formed"
                )
            });
        if made && after.from - before.to <= 7 {
            forces[k].goal = true;
            forces[k].barred = true;
            continue;
        }
        let people = (before.kind == ForceKind::People && before.quantity.is_some()
            || before.kind == ForceKind::Unit && larger)
            && !before.goal;
        if people && (larger && after.from - before.to <= 3 || grouped && after.from - before.to <= 4) {
            forces[k].goal = true;
            forces[k].barred = true;
        }
    }
}

/// "4,000 soldiers, among them 800 paratroopers, were deployed": a part told in passing.
fn asides(words: &Words<'_>, forces: &mut [Force]) {
    for k in 1..forces.len() {
        let at = forces[k].from;
        let cue = match (words.low(at.wrapping_sub(2)), words.low(at.wrapping_sub(1))) {
            (_, "including") => at - 1,
            ("among", "them" | "these" | "which" | "whom") | ("of", "whom" | "which") => at - 2,
            _ => continue,
        };
        let Some(whole) = (0..k)
            .rev()
            .find(|&j| forces[j].aside.is_none() && !forces[j].goal)
        else {
            continue;
        };
        let open = (forces[whole].to..cue).all(|j| !matches!(words.low(j), "." | ";" | "and" | "but"));
        let alike = forces[k].quantity.is_some()
            && (forces[whole].kind == forces[k].kind
                || matches!(
                    (forces[whole].kind, forces[k].kind),
                    (
                        ForceKind::People | ForceKind::Figure | ForceKind::Unit,
                        ForceKind::People | ForceKind::Figure | ForceKind::Unit
                    )
                ));
        if open && alike && cue - forces[whole].to <= 10 {
            forces[k].aside = Some(whole);
        }
    }
}

/// Whether words `from..to` lead from a force to the mission that it joins: "for the African force", "to the international
/// operation", "as part of Operation Example".
pub(super) fn mission(words: &Words<'_>, from: usize, to: usize) -> bool {
    let open = from
        + if words.are(from, &["as", "part", "of"]) {
            3
        } else if words.are(from, &["part", "of"]) {
            2
        } else if matches!(words.low(from), "for" | "to" | "under" | "within" | "with" | "in") {
            1
        } else {
            return false;
        };
    if to <= open || to - open > 8 {
        return false;
    }
    let noun = |k: usize| {
        matches!(
            words.low(k),
            "mission"
                | "operation"
                | "force"
                | "coalition"
                | "effort"
                | "contingent"
                | "deployment"
                | "campaign"
        )
    };
    (open..to).any(noun)
        && (open..to).all(|k| {
            matches!(
                words.low(k),
                "the" | "a" | "an" | "its" | "their" | "'s" | "\"" | "“" | "”" | "(" | ")"
            ) || !super::lists::stop(words.low(k))
        })
        && (noun(to - 1) || words.capital(to - 1) || matches!(words.low(to - 1), "\"" | "”" | ")"))
}
