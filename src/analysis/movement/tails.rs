//! What follows the head of a force phrase and belongs to it: its unit, owner, strength, flagship and equipment.

use crate::analysis::{Bound, CountOf};
use crate::lexicon::Table;

use super::designators::{self, ship_noun};
use super::equipment::equipment_noun;
use super::forces::{Force, ForceKind, phrase};
use super::lists::{modifier, people, stop, stop_hard};
use super::owners;
use super::quantities;
use super::words::Words;

/// What follows the head and belongs to the force: its owner, unit, strength and equipment.
pub(super) fn tail(words: &Words<'_>, f: &mut Force, taken: &dyn Fn(usize) -> bool) {
    for _ in 0..6 {
        let at = f.to;
        let low = words.low(at);
        let (from, joint) = match low {
            "of" => (at + 1, "of"),
            "from" => (at + 1, "from"),
            "with" if words.low(at + 1) == "the" => (at + 1, "unit"),
            "," if words.low(at + 1) == "part" && words.low(at + 2) == "of" => (at + 3, "unit"),
            "part" if words.low(at + 1) == "of" => (at + 2, "unit"),
            "," if words.low(at + 2) == "from"
                && matches!(words.low(at + 1), "drawn" | "mostly" | "mainly" | "largely") =>
            {
                (at + 3, "unit")
            }
            // "2,000 reinforcements promised by the alliance".
            "promised" | "pledged" | "contributed" | "provided" | "offered"
                if words.low(at + 1) == "by"
                    && f.owners.is_empty()
                    && owners::owner(words, at + 2 + usize::from(words.low(at + 2) == "the")).is_some() =>
            {
                let from = at + 2 + usize::from(words.low(at + 2) == "the");
                let Some(o) = owners::owner(words, from) else {
                    return;
                };
                f.own(o.name);
                f.to = from + o.len;
                continue;
            }
            "drawn" if words.low(at + 1) == "from" => (at + 2, "unit"),
            "belonging" | "assigned" | "attached" if words.low(at + 1) == "to" => (at + 2, "unit"),
            "(" => {
                let close = (at + 1..at + 10).find(|&k| words.low(k) == ")");
                let Some(close) = close else { return };
                if f.quantity.is_none()
                    && let Some(q) = quantities::quantity(words, at + 1)
                        .filter(|q| q.value.is_some_and(|v| v >= 10.0) && !words.raw(q.from).contains('.'))
                    && matches!(words.low(q.to), ")" | "troops" | "soldiers" | "personnel" | "men")
                {
                    f.quantity = Some(q);
                }
                if close - at <= 4 {
                    f.to = close + 1;
                    continue;
                }
                return;
            }
            "," if words.low(at + 1) == "including" => {
                let Some(close) = (at + 2..at + 18).find(|&k| matches!(words.low(k), "," | "." | "" | ";"))
                else {
                    return;
                };
                // A part with a figure of its own is a force of its own.
                if words.low(close) != ","
                    || words.low(close + 1).is_empty()
                    || quantities::quantity(words, at + 2).is_some_and(|q| q.value.is_some())
                {
                    return;
                }
                let inner = (at + 2..close)
                    .find_map(|k| designators::designator(words, k).filter(|d| d.to <= close && !d.ship));
                if let Some(d) = inner.filter(|_| f.unit.is_none()) {
                    f.unit = Some(words.slice(d.from, d.to).to_owned());
                    f.rank = d.rank;
                    f.designated = true;
                }
                f.to = close + 1;
                return;
            }
            "," | "and" | "supported" | "backed" | "accompanied" | "escorted"
                if (at..at + 3).any(|k| {
                    matches!(words.low(k), "supported" | "backed" | "accompanied" | "escorted")
                        && words.low(k + 1) == "by"
                        && (at..k).all(|j| matches!(words.low(j), "," | "and"))
                }) =>
            {
                let Some(by) = (at..at + 4).find(|&k| words.low(k) == "by") else {
                    return;
                };
                if equip(words, f, by + 1, taken) {
                    continue;
                }
                // A supporting unit goes with the force and is no row of its own.
                let mut k = by + 1;
                while k < by + 6
                    && !words.capital(k)
                    && designators::designator(words, k).is_none()
                    && !stop_hard(words.low(k))
                {
                    k += 1;
                }
                let Some(d) = designators::designator(words, k) else {
                    return;
                };
                f.to = d.to;
                if words.low(f.to) == "with" {
                    equip(words, f, f.to + 1, taken);
                }
                if words.low(f.to) == "," {
                    f.to += 1;
                    return;
                }
                continue;
            }
            "," | "led" | "centered" | "centred" | "headed"
                if f.kind == ForceKind::Unit && flagship(words, at).is_some() =>
            {
                let Some((name_from, name_to, end)) = flagship(words, at) else {
                    return;
                };
                let ship = words.slice(name_from, name_to);
                f.unit = Some(match f.unit.take() {
                    Some(unit) => format!("{ship} {unit}"),
                    None => ship.to_owned(),
                });
                f.designated = true;
                if f.owners.is_empty()
                    && let Some(name) =
                        designators::ship_prefix(words.raw(name_from)).and_then(owners::country)
                {
                    f.own(name);
                }
                f.to = end;
                continue;
            }
            // "F-16s and F-35s", "tanks and artillery".
            "and"
                if matches!(f.kind, ForceKind::Aircraft | ForceKind::Vehicle)
                    && !f.designated
                    && f.quantity.is_none()
                    && equipment_noun(words, at + 1).is_some() =>
            {
                let (len, _) = equipment_noun(words, at + 1).unwrap_or((1, f.kind));
                f.equipment = f
                    .equipment
                    .take()
                    .map(|first| format!("{first} and {}", words.slice(at + 1, at + 1 + len)));
                f.to = at + 1 + len;
                continue;
            }
            // "troops, with tanks and artillery, near the border".
            "," if words.low(at + 1) == "with" && matches!(f.kind, ForceKind::People | ForceKind::Figure) => {
                if !equip(words, f, at + 2, taken) {
                    return;
                }
                f.to += usize::from(words.low(f.to) == ",");
                continue;
            }
            "and" | "with" => {
                if !matches!(f.kind, ForceKind::People | ForceKind::Figure) || !equip(words, f, at + 1, taken)
                {
                    return;
                }
                continue;
            }
            "," => (at + 1, ","),
            _ => return,
        };
        if taken(from) {
            return;
        }
        let mut skip = from + usize::from(matches!(words.low(from), "the" | "its" | "a" | "an"));
        if let Some(o) = owners::owner(words, skip)
            .filter(|_| joint != "," && designators::designator(words, skip).is_none())
        {
            let next = skip + o.len + usize::from(words.low(skip + o.len) == "'s");
            if designators::designator(words, next).is_some_and(|d| !d.ship) {
                if f.owners.is_empty() {
                    f.own(o.name);
                }
                skip = next;
            }
        }
        if joint == "," {
            // "the advance party, about 120 soldiers," and "Marines, fewer than 50,": the figure beside the name.
            if (f.quantity.is_none() || f.quantity.as_ref().is_some_and(|q| q.bound == Bound::Vague))
                && let Some(q) = quantities::quantity(
                    words,
                    from + usize::from(matches!(words.low(from), "numbering" | "totalling" | "totaling")),
                )
                .filter(|q| q.value.is_some_and(|v| v >= 10.0) || q.bound == Bound::Range)
            {
                let mut to = q.to;
                if words.low(to) == "strong" || people(words.low(to)) {
                    to += 1;
                } else if words.low(to) == "service" {
                    to += 2;
                }
                if to > q.to || matches!(words.low(to), "," | "." | "" | "and" | "or") {
                    f.quantity = Some(q);
                    f.of = CountOf::Personnel;
                    f.to = to;
                    continue;
                }
            }
            // "two destroyers, USS Alpha and USS Bravo,": the names beside the class.
            if f.kind == ForceKind::Ship
                && !f.designated
                && let Some(end) = ship_names(words, skip)
            {
                f.unit = Some(words.slice(skip, end).to_owned());
                f.designated = true;
                f.to = end + usize::from(words.low(end) == ",");
                return;
            }
            // "its only carrier, the Admiral Example,": the name beside the class.
            if f.kind == ForceKind::Ship
                && !f.designated
                && words.capital(skip)
                && let Some(end) = ship_name(words, skip)
            {
                f.unit = Some(words.slice(skip, end).to_owned());
                f.designated = true;
                f.to = end;
                continue;
            }
            // "HMS Diamond, a Type 45 destroyer,": the class beside the name.
            if f.kind == ForceKind::Ship
                && f.designated
                && matches!(words.low(from), "a" | "an" | "the" | "one")
            {
                let limit = (skip..skip + 9).find(|&k| ship_noun(words.low(k)));
                if let Some(noun) = limit
                    && (skip..noun).all(|k| !stop(words.low(k)))
                {
                    f.equipment = f
                        .equipment
                        .take()
                        .or_else(|| Some(words.slice(skip, noun + 1).to_owned()));
                    f.to = noun + 1;
                    continue;
                }
            }
            if !f.designated && matches!(f.kind, ForceKind::People | ForceKind::Unit) && f.quantity.is_none()
            {
                return;
            }
            return;
        }
        if (joint == "of" || joint == "from" || joint == "unit")
            && let Some(d) = designators::designator(words, skip)
            && !d.ship
        {
            let unit = words.slice(d.from, d.to).to_owned();
            if f.kind == ForceKind::Unit && f.designated && joint == "from" {
                return;
            }
            f.unit = Some(unit);
            f.rank = d.rank;
            f.designated = true;
            if f.owners.is_empty()
                && let Some(name) = d.owner.and_then(owners::country)
            {
                f.own(name);
            }
            f.to = d.to;
            continue;
        }
        if matches!(joint, "of" | "from") && of_unit(words, f, from, taken) {
            continue;
        }
        // "a peacekeeping team of 60 people".
        if joint == "of"
            && f.quantity.is_none()
            && super::forces::bound_head(words.low(f.head))
            && let Some(q) = quantities::quantity(words, from).filter(|q| q.value.is_some_and(|v| v >= 2.0))
            && matches!(
                words.low(q.to),
                "people" | "men" | "members" | "personnel" | "," | "." | ""
            )
        {
            f.to = q.to + usize::from(words.low(q.to).len() > 1);
            f.quantity = Some(q);
            continue;
        }
        if joint == "of" {
            // "a force of up to 130,000 troops", "a grouping of about 48,000 personnel".
            if f.quantity.as_ref().is_none_or(|q| q.value.is_none())
                && quantities::begins(words.low(from))
                && let Some(inner) = phrase(words, from, taken).filter(|p| p.quantity.is_some() && !p.barred)
            {
                f.quantity = inner.quantity;
                f.of = inner.of;
                if inner.kind == ForceKind::People {
                    f.kind = ForceKind::People;
                }
                f.equipment = f.equipment.take().or(inner.equipment);
                for o in inner.owners {
                    f.own(o);
                }
                f.to = inner.to;
                continue;
            }
            if let Some(o) = owners::owner(words, skip) {
                let mut end = skip + o.len;
                while crate::word_set!([
                    "armed", "forces", "military", "army", "navy", "air", "force", "defence", "ministry",
                    "'s",
                ])
                .has(words.low(end))
                {
                    end += 1;
                }
                f.own(o.name);
                // "two companies of Senegalese soldiers".
                f.to = end + usize::from(people(words.low(end)));
                continue;
            }
            if words.are(skip, &["armed", "forces", "of"])
                && let Some(o) = owners::owner(words, skip + 3)
            {
                f.to = skip + 3 + o.len;
                f.own(o.name);
                continue;
            }
            // "a company of Royal Marines", "a battalion of territorial defence".
            if f.kind == ForceKind::Unit && !f.designated {
                let mut end = skip;
                while end < skip + 4
                    && !stop(words.low(end))
                    && (words.capital(end) || modifier(words.low(end)) || people(words.low(end)))
                {
                    end += 1;
                }
                if end > skip {
                    let head_from = f.head;
                    if let Some(o) = owners::owner(words, skip) {
                        f.own(o.name);
                    }
                    if words.raw(skip) == "Royal" && f.owners.is_empty() {
                        f.own("United Kingdom".to_owned());
                    }
                    f.unit = Some(words.slice(head_from, end).to_owned());
                    f.to = end;
                    continue;
                }
            }
            return;
        }
        if joint == "from" {
            // "Troops from Chad and Niger entered": the owners, where a verb follows.
            if f.kind == ForceKind::People && f.owners.is_empty() {
                let mut names = Vec::new();
                let mut end = skip;
                while let Some(o) = owners::owner(words, end) {
                    names.push(o.name);
                    end += o.len;
                    let hop = match (words.low(end), words.low(end + 1)) {
                        (",", "and") => 2,
                        ("and" | ",", _) => 1,
                        _ => 0,
                    };
                    if hop == 0 || owners::owner(words, end + hop).is_none() {
                        break;
                    }
                    end += hop;
                }
                // "from Ghana and other West African countries", "and from other".
                let other = end + 1 + usize::from(words.low(end + 1) == "from");
                if words.low(end) == "and" && matches!(words.low(other), "other" | "several" | "some") {
                    end = (other + 1..other + 7)
                        .find(|&k| {
                            matches!(
                                words.low(k),
                                "countries" | "nations" | "states" | "members" | "allies"
                            )
                        })
                        .map_or(end, |k| k + 1);
                }
                let verb = crate::word_set!([
                    "have", "has", "had", "will", "are", "were", "would", "is", "was", "already",
                ])
                .has(words.low(end))
                    || words.entries(end).any(|e| e.table() == Table::MovementVerb);
                // "together with the 300 men from Togo the union has sent": nothing before moves them out of there.
                let moved = (f.from.saturating_sub(6)..f.from)
                    .any(|k| words.entries(k).any(|e| e.table() == Table::MovementVerb));
                let theirs = !moved
                    && f.quantity.is_some()
                    && matches!(
                        words.low(end),
                        "" | "." | "the" | "who" | "that" | "which" | "under"
                    );
                if !names.is_empty() && (verb || theirs) {
                    for name in names {
                        f.own(name);
                    }
                    f.to = end;
                }
            }
            return;
        }
        if joint == "unit"
            && let Some(inner) = phrase(words, from, taken)
                .filter(|p| p.kind == ForceKind::Unit || p.based.is_some() || p.unit.is_some())
        {
            f.unit = inner.unit;
            f.rank = inner.rank;
            f.designated |= inner.designated;
            f.based = f.based.take().or(inner.based);
            for o in inner.owners {
                f.own(o);
            }
            f.to = inner.to;
            continue;
        }
        return;
    }
}

/// One past the name in apposition to a ship that begins at `at` and that a comma, "and" or the end closes.
fn ship_name(words: &Words<'_>, at: usize) -> Option<usize> {
    if owners::owner(words, at).is_some() && !words.capital(at + 1) {
        return None;
    }
    if let Some(d) = designators::designator(words, at).filter(|d| d.ship) {
        return Some(d.to);
    }
    let end = (at..at + 5)
        .take_while(|&k| words.capital(k) || (matches!(words.low(k), "de" | "of") && words.capital(k + 1)))
        .last()?
        + 1;
    let last = words.low(end - 1);
    let sea = words
        .longest(at, &[Table::Country, Table::City, Table::Region, Table::State])
        .is_some_and(|(len, _)| at + len == end);
    (matches!(words.low(end), "," | "." | "" | "and") && !sea && !matches!(last, "sea" | "ocean" | "gulf"))
        .then_some(end)
}

/// One past a list of ships' names that begins at `at`: "USS Alpha and USS Bravo", "the Gamma, the Delta and the Epsilon".
fn ship_names(words: &Words<'_>, at: usize) -> Option<usize> {
    let one = |from: usize| -> Option<usize> {
        let from = from + usize::from(words.low(from) == "the");
        if let Some(d) = designators::designator(words, from).filter(|d| d.ship) {
            return Some(d.to);
        }
        let len = (from..from + 4).take_while(|&k| words.capital(k)).count();
        (len > 0).then_some(from + len)
    };
    let mut end = one(at)?;
    let mut names = 1;
    while names < 6 {
        let next = match (words.low(end), words.low(end + 1)) {
            (",", "and") => end + 2,
            ("and" | ",", _) => end + 1,
            _ => break,
        };
        let Some(to) = one(next) else { break };
        end = to;
        names += 1;
    }
    let verb = |k: usize| {
        words
            .entries(k)
            .any(|e| matches!(e.table(), Table::MovementVerb | Table::ReportingVerb))
            || matches!(
                words.low(k),
                "has" | "have" | "had" | "is" | "are" | "was" | "were" | "will" | "would"
            )
    };
    (names > 1 && (matches!(words.low(end), "," | "." | "") || verb(end))).then_some(end)
}

/// "1,000 soldiers of an infantry squadron", "240 troops from a Danish tank battalion": the unit that people belong to.
fn of_unit(words: &Words<'_>, f: &mut Force, at: usize, taken: &dyn Fn(usize) -> bool) -> bool {
    if f.kind != ForceKind::People
        || f.unit.is_some()
        || !(matches!(words.low(at), "a" | "an" | "the" | "its" | "their" | "one")
            || quantities::begins(words.low(at)))
    {
        return false;
    }
    let Some(inner) = phrase(words, at, taken).filter(|p| {
        p.kind == ForceKind::Unit
            && !p.barred
            && (p.quantity.as_ref().is_none_or(|q| q.value == Some(1.0))
                || f.quantity.as_ref().is_some_and(|q| q.value.is_some()) && !p.designated)
            && p.unit
                .as_ref()
                .is_some_and(|u| u.contains(' ') || f.quantity.is_some())
    }) else {
        return false;
    };
    f.unit = inner.unit;
    f.rank = inner.rank;
    f.designated |= inner.designated;
    f.equipment = f.equipment.take().or(inner.equipment);
    f.based = f.based.take().or(inner.based);
    for owner in inner.owners {
        f.own(owner);
    }
    f.to = inner.to;
    true
}

/// ", centered around the USS Example," after a group: first word of the ship's name, one past its last, and one past all.
pub(super) fn flagship(words: &Words<'_>, at: usize) -> Option<(usize, usize, usize)> {
    let verb = at + usize::from(words.low(at) == ",");
    if !matches!(
        words.low(verb),
        "led" | "centered" | "centred" | "headed" | "built" | "spearheaded"
    ) || !matches!(words.low(verb + 1), "by" | "around" | "on")
    {
        return None;
    }
    let ship = (verb + 2..verb + 8).find(|&k| designators::ship_prefix(words.raw(k)).is_some())?;
    if (verb + 2..ship).any(|k| matches!(words.low(k), "," | "." | "and" | "")) {
        return None;
    }
    let d = designators::designator(words, ship)?;
    let end = d.to + usize::from(words.low(d.to) == ",");
    Some((d.from, d.to, end))
}

/// Equipment that moves with the force: "and 160 tanks", "backed by tanks and artillery".
pub(super) fn equip(words: &Words<'_>, f: &mut Force, at: usize, taken: &dyn Fn(usize) -> bool) -> bool {
    let mut i = at;
    let mut q_from = at;
    if let Some(q) = quantities::quantity(words, i) {
        q_from = q.from;
        i = q.to;
        if words.low(i) == "of" {
            i += 1;
        }
    }
    let start = i;
    let mut end = 0;
    while i < start + 8 && !taken(i) {
        if let Some((len, _)) = equipment_noun(words, i) {
            i += len;
            end = i;
        } else if (end > 0 && matches!(words.low(i), "and" | ",") && equipment_noun(words, i + 1).is_some())
            || (end == 0 && (modifier(words.low(i)) || words.capital(i)) && !words.low(i).is_empty())
        {
            i += 1;
        } else {
            break;
        }
    }
    if end == 0 {
        return false;
    }
    f.equipment = f
        .equipment
        .take()
        .or_else(|| Some(words.slice(q_from, end).to_owned()));
    f.to = end;
    true
}
