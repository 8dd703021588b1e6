//! Nouns for equipment: types by letter and number, classes of ships, aircraft and vehicles.

use crate::analysis::CountOf;
use crate::lexicon::Table;

use super::designators::ship_noun;
use super::forces::ForceKind;
use super::words::{Words, is_dash};

pub(super) const fn counts(kind: ForceKind) -> CountOf {
    match kind {
        ForceKind::People | ForceKind::Figure => CountOf::Personnel,
        ForceKind::Unit => CountOf::Units,
        ForceKind::Ship => CountOf::Ships,
        ForceKind::Aircraft => CountOf::Aircraft,
        ForceKind::Vehicle => CountOf::Vehicles,
    }
}

/// The letters and digits of an aircraft's or vehicle's type: `F-35B`, `Tu-95MS`, `T-72`; how many words it takes.
pub(super) fn type_name(words: &Words<'_>, at: usize) -> Option<(usize, ForceKind)> {
    let raw = words.raw(at);
    if raw.is_empty() || raw.len() > 4 || !words.capital(at) {
        return None;
    }
    let digit = |k: usize| words.raw(k).starts_with(|c: char| c.is_ascii_digit());
    let kind = |prefix: &str| match prefix {
        "F" | "B" | "C" | "KC" | "P" | "E" | "EA" | "RC" | "MQ" | "RQ" | "U" | "AV" | "MV" | "CV" | "V"
        | "CH" | "UH" | "AH" | "MH" | "HH" | "Su" | "MiG" | "Tu" | "Il" | "An" | "Mi" | "Ka" | "A" | "J"
        | "H" | "Y" | "KJ" | "EC" | "WC" | "MC" | "AC" | "TB" | "EF" | "JF" | "SU" | "MIG" | "TU" | "IL" => {
            Some(ForceKind::Aircraft)
        }
        "T" | "S" | "BMP" | "BTR" | "BM" | "M" | "K" => Some(ForceKind::Vehicle),
        _ => None,
    };
    if words.low(at + 1) == "-" && words.tight(at + 1) && digit(at + 2) {
        let kind = kind(raw)?;
        let mut len = 3;
        if words.raw(at + 3) == "-" && words.tight(at + 3) && words.raw(at + 4).len() <= 3 {
            len += 2;
        }
        return Some((len, kind));
    }
    if raw == "F" && words.raw(at + 1) == "/" && words.raw(at + 2) == "A" && words.raw(at + 3) == "-" {
        return Some((5, ForceKind::Aircraft));
    }
    None
}

/// A noun for equipment that needs no table.
pub(super) fn plain_noun(low: &str) -> Option<ForceKind> {
    if ship_noun(low)
        && !matches!(
            low,
            "ship" | "boat" | "boats" | "vessel" | "carrier" | "dock" | "tender"
        )
        || matches!(low, "ships" | "ship" | "vessel")
    {
        return Some(ForceKind::Ship);
    }
    match low {
        "aircraft" | "planes" | "warplanes" | "jets" | "helicopters" | "bombers" | "gunships" | "fighter"
        | "bomber" => Some(ForceKind::Aircraft),
        "vehicles" | "trucks" | "lorries" | "jeeps" | "buses" | "tanks" | "howitzers" | "launchers"
        | "interceptors" | "systems" | "guns" => Some(ForceKind::Vehicle),
        _ => None,
    }
}

/// A noun for equipment from the tables: how many words, and what it is.
pub(super) fn equipment_noun(words: &Words<'_>, at: usize) -> Option<(usize, ForceKind)> {
    if let Some(found) = type_name(words, at) {
        return Some(found);
    }
    let low = words.low(at);
    if let Some(kind) = plain_noun(low) {
        return Some((1, kind));
    }
    let (len, entry) = words.longest(at, &[Table::Equipment])?;
    let kind = match entry.cell(2) {
        "aircraft" | "uav" => ForceKind::Aircraft,
        "ship" | "submarine" | "vessel" | "boat" => ForceKind::Ship,
        "armored-vehicle" | "vehicle" | "artillery" | "rocket-artillery" | "air-defense" | "missile" => {
            ForceKind::Vehicle
        }
        _ => match entry.cell(3) {
            "sea" => ForceKind::Ship,
            _ => return None,
        },
    };
    if crate::word_set!([
        "shells", "rounds", "mines", "armor", "armour", "convoy", "hawk", "tor", "tow", "mistral", "puma",
        "boxer", "harpoon", "neptune", "taurus",
    ])
    .has(low)
        && !words.capital(at)
    {
        return None;
    }
    Some((len, kind))
}

/// Where the words for a ship's class begin: "guided-missile destroyer".
pub(super) fn class_from(words: &Words<'_>, noun: usize, floor: usize) -> usize {
    let mut from = noun;
    while from > floor {
        let low = words.low(from - 1);
        // "Slava-class", "Type-45".
        if is_dash(low) && from >= 2 && from - 1 > floor && words.capital(from - 2) {
            from -= 2;
            continue;
        }
        if is_dash(low)
            || crate::word_set!([
                "guided",
                "missile",
                "aircraft",
                "amphibious",
                "assault",
                "attack",
                "nuclear",
                "powered",
                "landing",
                "class",
                "helicopter",
                "patrol",
                "air",
                "defence",
                "defense",
                "hospital",
                "supply",
                "strategic",
                "ballistic",
                "type",
            ])
            .has(low)
            || low.chars().all(|c| c.is_ascii_digit())
        {
            from -= 1;
        } else {
            break;
        }
    }
    from
}
