//! The designator grammar: names of units and ships, found before any number is read as a count.
//!
//! `82nd Airborne Division`, `V Corps`, `16 Air Assault Brigade`, `1-8 CAV`, `Task Force 51`, `Brigade North`,
//! `NATO Response Force`, `USS Taylor`; a comma, "of the" or a possessive leads from a unit to its parent.

use crate::lexicon::Table;

use super::lists::type_word;
use super::words::{Words, is_dash};

/// A unit or ship by name: words `from..to`, the chain to its parents included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Designator {
    pub from: usize,
    pub to: usize,
    /// Size from 1 (squad) to 10 (command); 0 for ships.
    pub rank: u8,
    /// Whether it is a ship.
    pub ship: bool,
    /// Words of the class of a ship ("guided-missile destroyer"), where they stand beside the name.
    pub class: Option<(usize, usize)>,
    /// ISO country of the owner, where the name itself tells it.
    pub owner: Option<&'static str>,
}

/// The rank of an echelon noun, with its plural; 0 if it is none.
pub(super) fn echelon(word: &str) -> u8 {
    match word {
        "squad" | "squads" | "fireteam" | "crew" => 1,
        "platoon" | "platoons" => 2,
        "company" | "companies" | "battery" | "batteries" | "troop" | "coy" => 3,
        "battalion" | "battalions" | "squadron" | "squadrons" | "battlegroup" | "battlegroups" | "btg"
        | "btgs" | "bn" | "sqn" | "commando" | "detachment" | "detachments" | "contingent"
        | "contingents" => 4,
        "regiment" | "regiments" | "regt" | "group" | "groups" | "wing" | "wings" | "meu" | "arg" | "csg"
        | "flotilla" | "flotillas" => 5,
        "brigade" | "brigades" | "bde" | "bct" | "bcts" | "abct" | "ibct" | "sbct" | "cab" | "meb"
        | "team" | "teams" => 6,
        "division" | "divisions" | "div" | "mef" => 7,
        "corps" => 8,
        "army" | "armies" | "fleet" | "fleets" | "unit" | "units" => 9,
        "command" | "headquarters" | "hq" | "post" | "district" | "force" => 10,
        _ => 0,
    }
}

/// Whether the word is an ordinal in figures (82nd, 82d) or, with a capital, in words (Sixth).
fn ordinal(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    if low.starts_with(|c: char| c.is_ascii_digit()) {
        let tail = low.trim_start_matches(|c: char| c.is_ascii_digit());
        return matches!(tail, "st" | "nd" | "rd" | "th" | "d");
    }
    words.capital(at)
        && crate::word_set!([
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        ])
        .has(low)
}

/// Whether the word is a Roman numeral up to 39.
fn roman(raw: &str) -> bool {
    !raw.is_empty() && raw.len() <= 6 && raw.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether the word is a number of at most four digits.
fn short_number(raw: &str) -> bool {
    (1..=4).contains(&raw.len()) && raw.chars().all(|c| c.is_ascii_digit())
}

/// ISO country of a ship's prefix.
pub(super) fn ship_prefix(raw: &str) -> Option<&'static str> {
    Some(match raw {
        "USS" | "USNS" | "USCGC" => "US",
        "HMS" | "RFA" => "GB",
        "HMCS" => "CA",
        "HMAS" => "AU",
        "HMNZS" => "NZ",
        "INS" => "IN",
        "HNLMS" | "HNLMS." | "HrMs" => "NL",
        "ROKS" => "KR",
        "JS" | "JDS" => "JP",
        "ITS" => "IT",
        "NRP" => "PT",
        "LÉ" => "IE",
        "KD" => "MY",
        "HTMS" => "TH",
        "BAP" => "PE",
        "IRIS" => "IR",
        "PNS" => "PK",
        "RSS" => "SG",
        "HS" => "GR",
        "BNS" => "BD",
        "NNS" => "NG",
        "ESPS" => "ES",
        "TCG" => "TR",
        "ORP" => "PL",
        "HDMS" => "DK",
        "HNoMS" | "KNM" => "NO",
        "HSwMS" => "SE",
        "FGS" => "DE",
        "FS" => "FR",
        "ARA" => "AR",
        "BRP" => "PH",
        "KRI" => "ID",
        _ => return None,
    })
}

/// Nouns for a class of ship, in the singular or plural.
pub(super) fn ship_noun(word: &str) -> bool {
    matches!(
        word.strip_suffix('s').unwrap_or(word),
        "destroyer"
            | "frigate"
            | "cruiser"
            | "carrier"
            | "submarine"
            | "corvette"
            | "warship"
            | "ship"
            | "vessel"
            | "cutter"
            | "minehunter"
            | "minesweeper"
            | "flagship"
            | "dock"
            | "tender"
            | "supercarrier"
            | "amphib"
            | "trawler"
            | "tugboat"
            | "gunboat"
            | "speedboat"
            | "battleship"
            | "icebreaker"
            | "oiler"
            | "flattop"
            | "boat"
    )
}

/// The designator that begins at word `at`, its chain of parents included.
pub(super) fn designator(words: &Words<'_>, at: usize) -> Option<Designator> {
    if !may_begin(words, at) {
        debug_assert!(
            ship(words, at).is_none() && known_ship(words, at).is_none() && core(words, at).is_none(),
            "a designator begins with a capital or a figure and has a head: `{}`",
            words.slice(at, words.len())
        );
        return None;
    }
    let mut found = ship(words, at)
        .or_else(|| known_ship(words, at))
        .or_else(|| core(words, at))?;
    if found.ship {
        return Some(found);
    }
    for _ in 0..4 {
        let Some(next) = parent(words, &found) else { break };
        found.to = next.to;
        found.owner = found.owner.or(next.owner);
        found.rank = found.rank.max(next.rank);
    }
    found.owner = found.owner.or_else(|| told_by_name(words, found.from, found.to));
    Some(found)
}

/// ISO country of whose forces alone have units of such a name: house knowledge, kept to words that no second army uses
/// in English news.
fn told_by_name(words: &Words<'_>, from: usize, to: usize) -> Option<&'static str> {
    const NAMES: &[(&[&str], &str)] = &[
        (&["marine", "expeditionary"], "US"),
        (&["brigade", "combat", "team"], "US"),
        (&["army", "national", "guard"], "US"),
        (&["air", "national", "guard"], "US"),
        (&["amphibious", "ready", "group"], "US"),
        (&["expeditionary", "strike", "group"], "US"),
        (&["marine", "aircraft", "wing"], "US"),
        (&["marine", "regiment"], "US"),
        (&["bomb", "wing"], "US"),
        (&["airlift", "wing"], "US"),
        (&["refueling", "wing"], "US"),
        (&["sustainment", "command"], "US"),
        (&["group", "army"], "CN"),
        (&["combined", "arms", "army"], "RU"),
        (&["guards", "tank"], "RU"),
        (&["guards", "motor"], "RU"),
        (&["guards", "air", "assault"], "RU"),
        (&["guards", "airborne"], "RU"),
        (&["guards", "naval", "infantry"], "RU"),
        (&["guards", "combined"], "RU"),
        (&["anglian"], "GB"),
        (&["mercian"], "GB"),
        (&["fusiliers"], "GB"),
        (&["yorkshire"], "GB"),
        (&["gurkha"], "GB"),
        (&["royal", "marines"], "GB"),
        (&["royal", "artillery"], "GB"),
        (&["royal", "engineers"], "GB"),
        (&["royal", "logistic"], "GB"),
        (&["panzergrenadier"], "DE"),
        (&["panzer"], "DE"),
        (&["alpini"], "IT"),
        (&["bersaglieri"], "IT"),
        (&["carabinieri"], "IT"),
        (&["folgore"], "IT"),
        (&["chasseurs"], "FR"),
        (&["rajput"], "IN"),
        (&["gorkha"], "IN"),
        (&["golani"], "IL"),
        (&["givati"], "IL"),
        (&["nahal"], "IL"),
    ];
    NAMES
        .iter()
        .find(|(name, _)| (from..to).any(|k| words.capital(k) && words.are(k, name)))
        .map(|(_, iso)| *iso)
}

/// Whether the sentence is about ships and the sea: then a name that is a person's too may be a ship's.
fn at_sea(words: &Words<'_>) -> bool {
    (0..words.len()).any(|k| {
        let low = words.low(k);
        (ship_noun(low) && !matches!(low, "dock" | "tender" | "boat" | "boats"))
            || matches!(
                low,
                "fleet"
                    | "naval"
                    | "navy"
                    | "sea"
                    | "gulf"
                    | "ocean"
                    | "strait"
                    | "straits"
                    | "port"
                    | "sailed"
                    | "sail"
                    | "sails"
                    | "sailing"
                    | "steamed"
                    | "steaming"
                    | "aboard"
                    | "embarked"
                    | "underway"
                    | "homeport"
                    | "flotilla"
                    | "amphib"
                    | "sortied"
                    | "waters"
            )
    })
}

/// Words after a ship's name that make it a group of ships.
fn sea_group(words: &Words<'_>, at: usize) -> Option<usize> {
    [
        &["carrier", "strike", "group"][..],
        &["expeditionary", "strike", "group"],
        &["amphibious", "ready", "group"],
        &["carrier", "battle", "group"],
        &["strike", "group"],
        &["battle", "group"],
        &["carrier", "group"],
        &["ready", "group"],
        &["amphibious", "group"],
        &["task", "group"],
        &["battlegroup"],
        &["group"],
    ]
    .iter()
    .find(|group| words.are(at, group))
    .map(|group| group.len())
}

/// ISO country of a ship that the table knows by the name at `at`, its length in words, and whether the name may stand
/// without its class.
pub(super) fn ship_name(words: &Words<'_>, at: usize) -> Option<(usize, &'static str, bool)> {
    let (len, entry) = words.longest(at, &[Table::Ship])?;
    Some((len, entry.cell(2), !entry.cell(3).is_empty()))
}

/// American carriers by the surname that crews and press use: only with the article, and before a verb or her group.
fn short_name(words: &Words<'_>, at: usize) -> Option<(usize, &'static str, bool)> {
    let carrier = crate::word_set!([
        "eisenhower",
        "vinson",
        "roosevelt",
        "lincoln",
        "stennis",
        "truman",
        "reagan",
        "ford",
        "bush",
    ])
    .has(words.low(at))
        && words.low(at.wrapping_sub(1)) == "the";
    let next = words.low(at + 1);
    let follows = crate::word_set!([
        "carrier", "strike", "group", "and", "has", "had", "is", "was", "will", "would", "could",
    ])
    .has(next)
        || words.entries(at + 1).any(|e| e.table() == Table::MovementVerb);
    (carrier && follows).then_some((1, "US", true))
}

/// A ship or group of ships by a name that the table knows: "Charles de Gaulle", "Abraham Lincoln strike group".
fn known_ship(words: &Words<'_>, at: usize) -> Option<Designator> {
    if !words.capital(at) {
        return None;
    }
    let (len, owner, alone) = ship_name(words, at).or_else(|| short_name(words, at))?;
    let to = at + len;
    let found = |to, ship| {
        Some(Designator {
            from: at,
            to,
            rank: if ship { 0 } else { 5 },
            ship,
            class: None,
            owner: Some(owner),
        })
    };
    if let Some(group) = sea_group(words, to) {
        return found(to + group, false);
    }
    let before = at.wrapping_sub(1);
    let person = words
        .entries(before)
        .any(|e| matches!(e.table(), Table::Title | Table::GivenName))
        || (words.capital(before) && words.low(before) != "the" && before > 0)
        || words.capital(to);
    (alone && !person && at_sea(words))
        .then(|| found(to, true))
        .flatten()
}

/// How far from its first word the echelon noun, name or number of a designator may stand.
const REACH: u16 = 16;

/// Whether a designator may begin at `at`: with a capital, or a number in figures, where a head is near.
fn may_begin(words: &Words<'_>, at: usize) -> bool {
    words.has_head_within(at, REACH)
        && (words.capital(at) || words.low(at).starts_with(|c: char| c.is_ascii_digit()))
}

/// A ship by prefix and name.
fn ship(words: &Words<'_>, at: usize) -> Option<Designator> {
    let owner = ship_prefix(words.raw(at))?;
    let mut to = at + 1;
    if matches!(words.raw(to), "\"" | "'" | "“" | "‘") {
        to += 1;
    }
    while to < at + 6
        && (words.capital(to) || (matches!(words.low(to), "of" | "de") && words.capital(to + 1)))
    {
        if (ship_noun(words.low(to)) || matches!(words.low(to), "strike" | "amphibious" | "group"))
            && to > at + 1
        {
            break;
        }
        to += 1;
    }
    if to == at + 1 {
        return None;
    }
    // "Carrier Strike Group" after the name makes it a group, told by the whole.
    if let Some(group) = sea_group(words, to) {
        return Some(Designator {
            from: at,
            to: to + group,
            rank: 5,
            ship: false,
            class: None,
            owner: Some(owner),
        });
    }
    let mut end = to;
    if words.low(to) == "("
        && let Some(close) = (to + 1..to + 7).find(|&k| words.low(k) == ")")
    {
        end = close + 1;
    }
    Some(Designator {
        from: at,
        to: end,
        rank: 0,
        ship: true,
        class: None,
        owner: Some(owner),
    })
}

/// A unit without its parents.
fn core(words: &Words<'_>, at: usize) -> Option<Designator> {
    slash(words, at)
        .or_else(|| {
            let mut unit = numbered(words, at)?;
            // The table knows whose it is: "101st Airborne Division".
            unit.owner = formation(words, at)
                .filter(|f| f.to - f.from >= 3)
                .and_then(|f| f.owner);
            Some(unit)
        })
        .or_else(|| formation(words, at))
        .or_else(|| prefixed(words, at))
        .or_else(|| named(words, at))
}

fn plain(from: usize, to: usize, rank: u8) -> Designator {
    Designator {
        from,
        to,
        rank,
        ship: false,
        class: None,
        owner: None,
    }
}

/// `1-8 CAV`, `2-503rd`, `VMFA-121`, `1/75 Rangers`.
fn slash(words: &Words<'_>, at: usize) -> Option<Designator> {
    let joint = words.low(at + 1);
    if !(is_dash(joint) || joint == "/") || !words.tight(at + 1) {
        return None;
    }
    let first = words.raw(at);
    if short_number(first) && first.len() <= 2 {
        if ordinal(words, at + 2) {
            return Some(plain(at, at + 3, 4));
        }
        let branch = words.raw(at + 3);
        if short_number(words.raw(at + 2))
            && matches!(
                branch.to_uppercase().as_str(),
                "CAV"
                    | "INF"
                    | "AR"
                    | "FA"
                    | "ADA"
                    | "IN"
                    | "CAVALRY"
                    | "INFANTRY"
                    | "ARMOR"
                    | "RANGERS"
                    | "MARINES"
            )
            && (branch != "in" && branch != "In")
        {
            return Some(plain(at, at + 4, 4));
        }
    }
    let squadron = crate::word_set!([
        "VMFA", "VFA", "VAQ", "VAW", "HSC", "HSM", "VMM", "HMLA", "VMGR", "VP", "VMA", "VUP", "DESRON",
        "CTF", "CSG", "TF",
    ])
    .has(first);
    (squadron && short_number(words.raw(at + 2))).then(|| plain(at, at + 3, 4))
}

/// Number, type words, echelon noun.
fn numbered(words: &Words<'_>, at: usize) -> Option<Designator> {
    let raw = words.raw(at);
    let figure = ordinal(words, at);
    let numeral = roman(raw);
    let british = short_number(raw);
    if !(figure || numeral || british) {
        return None;
    }
    let mut end = 0;
    let mut rank = 0;
    let mut i = at + 1;
    while i < at + 12 {
        let low = words.low(i);
        let capital = words.capital(i);
        let level = echelon(low);
        // A bare number names a unit only in capitals: "16 Air Assault Brigade", never "16 brigades".
        let fits = if figure {
            capital || type_word(low) || level > 0
        } else {
            capital
        };
        if fits && (level > 0 || type_word(low) || capital) {
            if british && low.ends_with('s') && level > 0 && !matches!(low, "corps" | "forces" | "guards") {
                break;
            }
            if (ordinal(words, i) || words.entries(i).any(|e| e.table() == Table::Country)) && i > at + 1 {
                break;
            }
            // "V Corps soldiers": a noun for people ends the name.
            if matches!(
                low,
                "soldiers" | "troops" | "marines" | "paratroopers" | "sailors" | "airmen"
            ) {
                break;
            }
            i += 1;
            if level > 0 {
                end = i;
                rank = level;
            }
        } else if low == "(" && words.low(i + 2) == ")" {
            i += 3;
        } else if (low == "and" || low == "&" || is_dash(low))
            && (type_word(words.low(i + 1)) || echelon(words.low(i + 1)) > 0)
            && words.capital(i + 1)
            && !ordinal(words, i + 1)
        {
            i += 1;
        } else {
            break;
        }
    }
    if words.low(end) == "(" && words.low(end + 2) == ")" && end > 0 {
        end += 3;
    }
    // "26 Regiment Royal Artillery": capitals may follow the echelon noun.
    if end > 0 && british && end == at + 2 {
        while words.capital(end) && !words.entries(end).any(|e| e.table() == Table::Country) && end < at + 6 {
            end += 1;
        }
    }
    (end > at + 1).then(|| plain(at, end, rank))
}

/// A formation that the table knows by a name of its own: "82nd Airborne", "Black Sea Fleet".
fn formation(words: &Words<'_>, at: usize) -> Option<Designator> {
    let (len, entry) = words.longest(at, &[Table::Formation])?;
    // "U.S. Central Command" says who speaks or where it is, hardly ever what moves.
    if entry.cell(0).starts_with("U.S. ") && entry.cell(0).ends_with("Command") {
        return None;
    }
    let owner = Some(entry.cell(4)).filter(|iso| iso.len() == 2);
    let mut len = len;
    // "V Corps headquarters Forward Command Post".
    if words.low(at + len) == "headquarters" {
        len += 1;
        let mut end = at + len;
        while words.capital(end) && (echelon(words.low(end)) > 0 || type_word(words.low(end))) {
            end += 1;
        }
        len = end - at;
    }
    let rank = echelon(words.low(at + len - 1)).max(7);
    words
        .capital(at)
        .then_some(())
        .or_else(|| ordinal(words, at).then_some(()))?;
    Some(Designator {
        from: at,
        to: at + len,
        rank,
        ship: false,
        class: None,
        owner,
    })
}

/// `Task Force 51`, `Carrier Strike Group 2`, `Brigade North`.
fn prefixed(words: &Words<'_>, at: usize) -> Option<Designator> {
    if !words.capital(at) {
        return None;
    }
    for head in [
        &["combined", "joint", "task", "force"][..],
        &["joint", "task", "force"],
        &["task", "force"],
        &["carrier", "strike", "group"],
        &["expeditionary", "strike", "group"],
        &["destroyer", "squadron"],
        &["amphibious", "squadron"],
        &["strike", "fighter", "squadron"],
        &["carrier", "air", "wing"],
        &["operational", "group"],
    ] {
        if head.first() == Some(&words.low(at)) && words.are(at, head) {
            let end = at + head.len();
            let tail = words.raw(end);
            let rank = echelon(words.low(end - 1)).max(5);
            if short_number(tail)
                || roman(tail)
                || (words.capital(end) && head.len() >= 2 && head.last() == Some(&"force"))
            {
                return Some(plain(at, end + 1, rank));
            }
        }
    }
    if matches!(
        words.low(at),
        "brigade" | "battlegroup" | "division" | "kampfgruppe"
    ) && words.capital(at + 1)
        && words.low(at + 1) != "combat"
    {
        return Some(plain(at, at + 2, 6));
    }
    None
}

/// Capitals that end in an echelon noun: "Royal Tank Regiment", "NATO Response Force", "Wagner Group".
fn named(words: &Words<'_>, at: usize) -> Option<Designator> {
    if !words.capital(at) {
        return None;
    }
    let mut i = at;
    if words.low(i) == "the" {
        i += 1;
    }
    if words.are(i, &["british", "army", "of", "the", "rhine"]) {
        return Some(plain(i, i + 5, 9));
    }
    if words.are(i, &["royal"]) {
        let regiment = crate::word_set!([
            "welsh",
            "scots",
            "irish",
            "anglian",
            "fusiliers",
            "hussars",
            "dragoon",
            "lancers",
            "engineers",
            "artillery",
            "logistic",
            "signals",
            "tank",
            "gurkha",
            "yorkshire",
        ])
        .has(words.low(i + 1));
        if regiment && words.capital(i + 1) {
            let mut end = i + 2;
            while words.capital(end)
                && (echelon(words.low(end)) > 0 || matches!(words.low(end), "guards" | "rifles" | "regiment"))
            {
                end += 1;
            }
            return Some(plain(i, end, 5));
        }
    }
    let start = i;
    let mut end = 0;
    let mut rank = 0;
    while words.capital(i) && i < start + 7 {
        let low = words.low(i);
        let level = echelon(low);
        if level == 0 {
            i += 1;
            continue;
        }
        let service = crate::word_set!([
            "army",
            "corps",
            "force",
            "command",
            "unit",
            "units",
            "headquarters",
            "team",
            "group",
            "company",
            "post",
            "district",
            "wing",
            "troop",
        ])
        .has(low);
        let before = words.low(i.saturating_sub(1));
        let good = i > start
            && (!service
                || (low == "force"
                    && crate::word_set!([
                        "response",
                        "assistance",
                        "expeditionary",
                        "reaction",
                        "protection",
                        "stabilization",
                        "stabilisation",
                        "implementation",
                        "interim",
                        "verification",
                        "multinational",
                    ])
                    .has(before))
                || (low == "group"
                    && matches!(
                        before,
                        "wagner" | "strike" | "ready" | "maritime" | "readiness" | "battle"
                    ))
                || (low == "unit" && before == "expeditionary")
                || (low == "team" && before == "combat")
                || (low == "command" && matches!(before, "defense" | "fires" | "artillery"))
                || (low == "wing" && i > start + 1)
                || (low == "headquarters" && end == i));
        i += 1;
        if good {
            end = i;
            rank = level;
        }
    }
    if end == 0 {
        return None;
    }
    let mut from = start;
    // The owner is no part of the name: "Russian Black Sea Fleet", "U.S. Army 2nd Brigade".
    while from + 2 < end
        && words
            .entries(from)
            .any(|e| e.table() == Table::Country && e.cell(2) != "Georgia")
    {
        from += 1;
    }
    if words.low(end) == "(" && words.low(end + 2) == ")" {
        end += 3;
    }
    Some(plain(from, end, rank))
}

/// The parent that a comma, "of" or a possessive leads to, as the rest of the chain.
fn parent(words: &Words<'_>, child: &Designator) -> Option<Designator> {
    let at = child.to;
    let joint = words.low(at);
    if joint == "'s" {
        // "the 7th Brigade's reserve battalion": the inner unit follows.
        let mut i = at + 1;
        if let Some(inner) = core(words, i) {
            return (inner.rank < child.rank).then_some(inner);
        }
        while i < at + 7 && (type_word(words.low(i)) || echelon(words.low(i)) > 0) {
            i += 1;
        }
        return (i > at + 1 && echelon(words.low(i - 1)) > 0).then(|| plain(at + 1, i, child.rank));
    }
    let next = match joint {
        "," => at + 1 + usize::from(words.low(at + 1) == "the" && words.raw(at + 1) == "the"),
        "of" | "from" if words.low(at + 1) == "the" => at + 2,
        "of" => at + 1,
        _ => return None,
    };
    let found = core(words, next)?;
    if found.rank <= child.rank && found.owner.is_none() {
        return None;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<String> {
        let words = Words::plain(text);
        designator(&words, 0).map(|d| words.slice(d.from, d.to).to_owned())
    }

    #[test]
    fn numbered_units_and_their_chains() {
        for (text, unit) in [
            ("77th Armored Brigade crossed", "77th Armored Brigade"),
            (
                "77th Infantry Division's artillery brigade crossed",
                "77th Infantry Division's artillery brigade",
            ),
            ("XI Corps moved", "XI Corps"),
            ("19 Light Assault Brigade has", "19 Light Assault Brigade"),
            (
                "4th Battalion, 61st Infantry Regiment, left",
                "4th Battalion, 61st Infantry Regiment",
            ),
            (
                "3rd Armored Brigade Combat Team, 9th Infantry Division, out of",
                "3rd Armored Brigade Combat Team, 9th Infantry Division",
            ),
            (
                "144th Separate Guards Naval Infantry Brigade of the Northern Fleet from",
                "144th Separate Guards Naval Infantry Brigade of the Northern Fleet",
            ),
            (
                "88th Guards Air Assault (VDV) Division from",
                "88th Guards Air Assault (VDV) Division",
            ),
            ("33 Regiment Royal Artillery with", "33 Regiment Royal Artillery"),
            ("49 Commando in", "49 Commando"),
            ("3-9 CAV arrived", "3-9 CAV"),
            ("Task Force 88 arrived", "Task Force 88"),
            ("Brigade South garrisoned", "Brigade South"),
        ] {
            assert_eq!(name(text).as_deref(), Some(unit), "{text}");
        }
    }

    #[test]
    fn ships_have_their_name_alone() {
        for (text, unit) in [
            ("USS Example Star left", "USS Example Star"),
            ("HMS Sample, a frigate,", "HMS Sample"),
        ] {
            let words = Words::plain(text);
            let d = designator(&words, 0).unwrap();
            assert!(d.ship);
            assert_eq!(words.slice(d.from, d.to), unit);
        }
    }

    #[test]
    fn counts_and_dates_are_no_designators() {
        for text in [
            "16 brigades left",
            "3,000 troops",
            "a third battalion",
            "2 May",
            "12 F",
            "I think",
            "V for",
            "40 Typhoon fighters",
            "Air Force jets",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }
}
