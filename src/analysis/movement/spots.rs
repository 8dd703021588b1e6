//! Places by role: `to Poland and Germany`, `from Sennelager in Germany`, `near its border`, `there`.

use crate::lexicon::{Form, Table};

use super::designators::ship_prefix;
use super::forces::Force;
use super::lists::{directional, empty, generic, no_place};
use super::words::Words;

/// The role that the preposition gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    To,
    From,
    At,
    /// No preposition: the object of "leave", "enter", "reach".
    Bare,
}

/// How firmly the words name a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// The gazetteer knows it.
    Known,
    /// Capitals after a preposition of place.
    Unknown,
    /// "the region", "the border": only the text can tell which.
    Relative,
    /// "there".
    There,
    /// "home", "its barracks".
    Home,
}

/// A place phrase: words `from..to`, preposition included.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub from: usize,
    pub to: usize,
    /// First word of the name.
    pub name: usize,
    pub role: Role,
    pub naming: Naming,
    /// As shown: "Fort Bragg, North Carolina".
    pub text: String,
    /// "its border": whose is open.
    pub possessive: bool,
    /// A border, front or doorstep, which reads as a threat.
    pub edge: bool,
    /// Name of the country in which it lies, where the gazetteer knows just one.
    pub country: Option<String>,
}

fn role(words: &Words<'_>, at: usize) -> Option<(Role, usize)> {
    Some(match words.low(at) {
        "to" if words.low(at + 1) != "be" => (Role::To, 1),
        "into" | "onto" | "towards" | "toward" => (Role::To, 1),
        "for" => (Role::To, 1),
        // "threats from", "an attack from": what comes from there is no force of the row.
        "from"
            if matches!(
                words.low(at.wrapping_sub(1)),
                "threat"
                    | "threats"
                    | "attack"
                    | "attacks"
                    | "aggression"
                    | "pressure"
                    | "danger"
                    | "fire"
                    | "objections"
                    | "criticism"
                    | "message"
            ) =>
        {
            return None;
        }
        "from" => (Role::From, 1),
        "out" if words.low(at + 1) == "of" => (Role::From, 2),
        "close" | "next" if words.low(at + 1) == "to" => (Role::At, 2),
        "in" if words.are(at + 1, &["the", "direction", "of"]) => (Role::At, 4),
        "in" | "on" | "at"
            if matches!(words.low(at + 1), "and" | "or")
                && matches!(words.low(at + 2), "around" | "near" | "outside" | "off") =>
        {
            (Role::At, 3)
        }
        "in" | "at" | "on" | "near" | "along" | "around" | "across" | "inside" | "within" | "throughout"
        | "outside" | "off" | "between" | "aboard" | "over" | "through" | "via" => (Role::At, 1),
        _ => return None,
    })
}

/// A place name at `at`: words it takes, whether the gazetteer knows it, whether it is an edge.
fn name(words: &Words<'_>, at: usize) -> Option<(usize, Naming)> {
    if let Some(to) = article_name(words, at) {
        return Some((to - at, Naming::Unknown));
    }
    if !words.capital(at) || ship_prefix(words.raw(at)).is_some() {
        return None;
    }
    let low = words.low(at);
    if no_place(low) {
        return None;
    }
    if words.raw(at) == "RAF" && words.capital(at + 1) {
        return Some((2, Naming::Known));
    }
    let tables = [
        Table::Base,
        Table::City,
        Table::State,
        Table::Country,
        Table::Region,
    ];
    if let Some((len, entry)) = words.longest(at, &tables) {
        let fine = match entry.table() {
            Table::Country => {
                entry.form().is(Form::NAME)
                    || entry.form().is(Form::METONYM) && !low.starts_with("pentagon") && low != "kremlin"
            }
            Table::Region => entry.cell(2) != "bloc",
            _ => true,
        };
        if fine {
            // A longer run of capitals may be the whole name: "Mountain Home Air Force Base".
            let run = capitals(words, at);
            if run > len && generic(words.low(at + run - 1)) {
                return Some((run, Naming::Known));
            }
            return Some((len, Naming::Known));
        }
        if entry.table() == Table::Country && generic(words.low(at + len)) {
            return Some((len, Naming::Unknown));
        }
        // "the Indian-Pakistani border".
        let pair = at + len + 1;
        if entry.table() == Table::Country
            && super::words::is_dash(words.low(at + len))
            && words.tight(at + len)
            && let Some((more, other)) = words.longest(pair, &[Table::Country])
            && other.table() == Table::Country
            && generic(words.low(pair + more))
        {
            return Some((len + 1 + more, Naming::Unknown));
        }
        if entry.table() == Table::Country || entry.table() == Table::Region {
            return None;
        }
    }
    if words.entries(at).any(|e| matches!(e.table(), Table::GivenName))
        && words.capital(at + 1)
        && !generic(words.low(at + 1))
    {
        return None;
    }
    let len = capitals(words, at);
    (len > 0).then_some((len, Naming::Unknown))
}

/// One past a name that opens with an Arabic article in lower case: "al-Anbar", "as-Suwayda".
fn article_name(words: &Words<'_>, at: usize) -> Option<usize> {
    let article = matches!(
        words.low(at),
        "al" | "el" | "an" | "ar" | "as" | "ash" | "at" | "ad" | "az"
    ) && !words.capital(at)
        && super::words::is_dash(words.low(at + 1))
        && words.tight(at + 1)
        && words.capital(at + 2);
    article.then(|| at + 2 + capitals(words, at + 2))
}

/// How many words of capitals stand from `at` on, hyphens and a final number included: "Svatove-Kreminna", "Engels-2".
fn capitals(words: &Words<'_>, at: usize) -> usize {
    let mut i = at;
    while words.capital(i) && i < at + 6 {
        i += 1;
        if matches!(words.low(i), "-" | "–")
            && words.tight(i)
            && (words.capital(i + 1) || words.low(i + 1).chars().all(|c| c.is_ascii_digit()))
        {
            i += 1;
            if !words.capital(i) {
                i += 1;
            }
        }
        if matches!(words.low(i), "of" | "al" | "el" | "de")
            && words.capital(i + 1)
            && i == at + 1
            && matches!(
                words.low(at),
                "sea" | "gulf" | "strait" | "bay" | "isle" | "cape" | "port" | "rio" | "line" | "horn"
            )
        {
            i += 1;
        }
    }
    i - at
}

/// One place without preposition, nested places included: its words, text, naming.
fn place(
    words: &Words<'_>,
    at: usize,
    taken: &dyn Fn(usize) -> bool,
) -> Option<(usize, String, Naming, bool, bool)> {
    let mut i = at;
    let mut possessive = false;
    match words.low(i) {
        "the" | "a" | "an" | "this" | "that" | "both" => i += 1,
        "its" | "their" | "our" | "his" => {
            possessive = true;
            i += 1;
        }
        _ => {}
    }
    let start = i;
    let determined = i > at;
    // Lower-case adjectives before the noun: "the more volatile regions", "the relatively stable northern part".
    let mut direction = None;
    let mut k = i;
    while k < i + 6 {
        let low = words.low(k);
        // "South Sudan", "North Dakota": the direction is part of the name.
        if words.capital(k)
            && words
                .longest(
                    k,
                    &[
                        Table::Base,
                        Table::City,
                        Table::State,
                        Table::Country,
                        Table::Region,
                    ],
                )
                .is_some_and(|(len, _)| len > 1)
        {
            break;
        }
        if directional(low) && (!generic(low) || generic(words.low(k + 1)) || words.capital(k + 1)) {
            direction = Some(k);
            k += 1;
        } else if generic(low)
            || words.capital(k)
            || article_name(words, k).is_some()
            || super::lists::stop(low)
            || low == ","
            || taken(k)
            || !(determined
                || matches!(
                    low,
                    "neighbouring"
                        | "neighboring"
                        | "nearby"
                        | "other"
                        | "military"
                        | "training"
                        | "foreign"
                        | "several"
                        | "various"
                ))
        {
            break;
        } else {
            k += 1;
        }
    }
    let low = words.low(k);
    let lower_before = k > i;
    if generic(low) && !words.capital(k) {
        // A bare singular is a verb or an abstract noun: "to base a company", "in part".
        if !determined
            && k == i
            && direction.is_none()
            && !(low.ends_with('s') || matches!(low, "theater" | "theatre"))
        {
            return None;
        }
        // A noun phrase that ends in a generic noun.
        let mut end = k + 1;
        while generic(words.low(end)) && !words.capital(end) {
            end += 1;
        }
        let noun = words.low(end - 1).to_owned();
        let edge = matches!(
            noun.as_str(),
            "border" | "borders" | "doorstep" | "frontier" | "flank" | "front"
        );
        // "the 740-km line of control".
        if words.low(end - 1) == "line"
            && words.low(end) == "of"
            && matches!(
                words.low(end + 1),
                "control" | "contact" | "demarcation" | "departure" | "separation"
            )
        {
            end += 2;
        }
        let mut text = words
            .slice(direction.unwrap_or(if k - i <= 2 { i } else { k }), end)
            .to_owned();
        let mut naming = Naming::Relative;
        let joint = words.low(end);
        let inner_at = match joint {
            "of" | "in" | "with" | "near" | "on" | "at" | "outside" | "between" | "around" => Some(end + 1),
            "," if words.capital(end + 1) => Some(end + 1),
            _ => None,
        };
        if let Some((to, inner, inner_naming, _, inner_edge)) = inner_at
            .filter(|&a| !taken(a))
            .and_then(|a| place(words, a, taken))
        {
            if inner_naming == Naming::Known
                || (inner_naming == Naming::Unknown)
                || (inner_naming == Naming::Relative
                    && joint != ","
                    && inner.len() > 3
                    && inner.chars().any(char::is_uppercase))
            {
                if empty(&noun) && joint == "of" || (empty(&noun) && joint == "in") {
                    text = match direction {
                        Some(d) => format!("{} {inner}", words.raw(d)),
                        None => inner,
                    };
                } else if matches!(joint, "of" | "with") {
                    text = format!("{text} {joint} {inner}");
                } else {
                    text = format!("{text}, {inner}");
                }
                end = to;
                naming = inner_naming;
            }
            return Some((end, text, naming, possessive, edge || inner_edge));
        }
        return Some((end, text, naming, possessive, edge));
    }
    // "the troubled Darfur region", "the restive town of Exampleville": an adjective before the name.
    let described = || {
        determined
            && (i..k).all(|j| super::lists::describes(words.low(j)))
            && (name(words, k).is_some_and(|(_, naming)| naming == Naming::Known)
                || generic(words.low(k + 1)))
    };
    if lower_before && direction.is_none() && !described() {
        return None;
    }
    let at_name = direction.map_or(if lower_before { k } else { i }, |_| k);
    let (len, mut naming) = name(words, at_name)?;
    let mut end = at_name + len;
    // A speaker who breaks off and begins the name again: the last one holds.
    let mut restarted = None;
    while super::words::is_dash(words.low(end))
        && super::words::is_dash(words.low(end + 1))
        && words.capital(end + 2)
    {
        let Some((again, known)) = name(words, end + 2) else {
            break;
        };
        restarted = Some(end + 2);
        end = end + 2 + again;
        naming = known;
    }
    while restarted.is_some() && super::words::is_dash(words.low(end)) && words.capital(end + 1) {
        let Some((again, known)) = name(words, end + 1) else {
            break;
        };
        restarted = Some(end + 1);
        end = end + 1 + again;
        naming = known;
    }
    let mut edge = false;
    let text_from = restarted.unwrap_or_else(|| direction.unwrap_or(at_name).max(start));
    let mut text = String::new();
    if words.low(end) == "'s" {
        // "Ukraine's border", "NATO's eastern flank".
        let mut g = end + 1;
        while directional(words.low(g))
            || matches!(words.low(g), "land" | "common" | "shared" | "own" | "maritime")
        {
            g += 1;
        }
        if generic(words.low(g)) {
            edge = matches!(
                words.low(g),
                "border" | "borders" | "doorstep" | "frontier" | "flank"
            );
            text = format!("{} {}", words.slice(text_from, end), words.slice(end + 1, g + 1));
            end = g + 1;
        } else {
            // "Somalia's Gedo region", "Poland's Lask air base".
            let run = capitals(words, g);
            let unit = super::designators::designator(words, g).is_some();
            let (len, _) = name(words, g).filter(|_| run > 0 && !unit)?;
            let mut to = g + len;
            if generic(words.low(to))
                || matches!(words.low(to), "air" | "naval" | "military") && generic(words.low(to + 1))
            {
                to += 1 + usize::from(!generic(words.low(to)));
            }
            text = format!("{}, {}", words.slice(g, to), words.slice(text_from, end));
            naming = Naming::Known;
            end = to;
        }
    } else {
        // "Tapa military base", "Kherson direction", "Ukraine border".
        let mut g = end;
        while g < end + 3
            && crate::word_set!([
                "military", "air", "training", "naval", "army", "force", "border", "storage", "city", "land",
            ])
            .has(words.low(g))
            && (generic(words.low(g + 1)) || matches!(words.low(g + 1), "air" | "force"))
        {
            g += 1;
        }
        if generic(words.low(g))
            && !words.capital(g)
            && !matches!(words.low(g), "side" | "front" | "part" | "capital")
        {
            edge = matches!(words.low(g), "border" | "borders" | "frontier" | "doorstep");
            end = g + 1;
        }
        // "the Somali town of Exampleville", "the Lebanese port city of Tyre": the name comes after the noun.
        let mut noun = end - usize::from(generic(words.low(end - 1)));
        while noun < end + 3
            && matches!(
                words.low(noun),
                "port" | "border" | "capital" | "provincial" | "hilltop"
            )
        {
            noun += 1;
        }
        let kind = matches!(
            words.low(noun),
            "town"
                | "city"
                | "village"
                | "port"
                | "province"
                | "region"
                | "district"
                | "island"
                | "capital"
                | "base"
        );
        let named = noun + 1 + usize::from(matches!(words.low(noun + 1), "of" | ","));
        if kind
            && adjective(words, at_name)
            && !taken(named)
            && let Some((len, known)) = name(words, named)
        {
            words.slice(named, named + len).clone_into(&mut text);
            (end, naming, edge) = (named + len, known, false);
        }
    }
    if text.is_empty() {
        words.slice(text_from, end).clone_into(&mut text);
    }
    // Nested: ", North Carolina", "in Germany", "(...)".
    for _ in 0..2 {
        let joint = words.low(end);
        let inner_at = match joint {
            "," => end + 1,
            "in" | "on" | "near" if end > at => end + 1,
            _ => break,
        };
        if joint == "," {
            let turn = usize::from(directional(words.low(inner_at)) && !words.capital(inner_at));
            let Some((len, inner_naming)) = name(words, inner_at + turn) else {
                break;
            };
            let from = inner_at;
            let to = inner_at + turn + len;
            // A comma nests only if the outer place lies in the inner: a state, country or region after a smaller place.
            let bigger = contains(
                words,
                at_name,
                words
                    .longest(inner_at + turn, &[Table::State, Table::Country, Table::Region])
                    .map(|(_, e)| e.table()),
            );
            let list = matches!(words.low(to), "and")
                || (words.low(to) == ","
                    && (words.low(to + 1) == "and" || words.capital(to + 1))
                    && words.low(end) == ",");
            if inner_naming == Naming::Known && bigger && !(list && country_like(words, at_name)) {
                text = format!("{text}, {}", words.slice(from, to));
                end = to;
                naming = Naming::Known;
                continue;
            }
            break;
        }
        let Some((to, inner, inner_naming, inner_possessive, _)) = place(words, inner_at, taken) else {
            break;
        };
        if matches!(inner_naming, Naming::Known | Naming::Unknown)
            && !inner_possessive
            && inner.chars().any(char::is_uppercase)
            && !country_like(words, at_name)
        {
            text = format!("{text}, {inner}");
            end = to;
            naming = Naming::Known;
            continue;
        }
        break;
    }
    // "Mahdia (in the east)" and abbreviations are not part of the name.
    Some((end, text, naming, possessive, edge))
}

/// Whether the word at `at` is a country's adjective, not its name.
fn adjective(words: &Words<'_>, at: usize) -> bool {
    words
        .longest(at, &[Table::Country])
        .is_some_and(|(_, e)| !e.form().is(Form::NAME) && !e.form().is(Form::METONYM))
}

/// Whether the word at `at` names a country or state, in which nothing larger nests by "in".
fn country_like(words: &Words<'_>, at: usize) -> bool {
    words
        .longest(at, &[Table::Country])
        .is_some_and(|(_, e)| e.form().is(Form::NAME) && e.cell(2) != "Georgia")
}

fn contains(words: &Words<'_>, outer: usize, inner: Option<Table>) -> bool {
    match inner {
        Some(Table::State | Table::Region) => !country_like(words, outer),
        Some(Table::Country) => !country_like(words, outer),
        _ => false,
    }
}

/// All place phrases of a sentence. Words of forces and times are left alone.
pub(super) fn spots(words: &Words<'_>, forces: &[Force], taken: &dyn Fn(usize) -> bool) -> Vec<Spot> {
    let mut all: Vec<Spot> = Vec::new();
    let in_force = |i: usize| forces.iter().any(|f| f.from <= i && i < f.to);
    let mut i = 0;
    while i < words.len() {
        let low = words.low(i);
        if taken(i) || in_force(i) {
            i += 1;
            continue;
        }
        // "ashore near Freetown", "there, in the hills around Kunduz": the place after it says where.
        let named_next = matches!(low, "ashore" | "there")
            && self::role(words, i + 1).is_some_and(|(r, skip)| {
                r == Role::At
                    && place(words, i + 1 + skip, taken)
                        .is_some_and(|(_, _, naming, ..)| naming == Naming::Known)
            });
        if named_next {
            i += 1;
            continue;
        }
        if low == "ashore" {
            all.push(Spot {
                from: i,
                to: i + 1,
                name: i,
                role: Role::Bare,
                naming: Naming::There,
                text: low.to_owned(),
                possessive: false,
                edge: false,
                country: None,
            });
            i += 1;
            continue;
        }
        if matches!(low, "there" | "here")
            && !crate::word_set!([
                "is", "are", "was", "were", "will", "has", "have", "had", "may", "would", "'s", "could",
            ])
            .has(words.low(i + 1))
        {
            all.push(Spot {
                from: i,
                to: i + 1,
                name: i,
                role: Role::Bare,
                naming: Naming::There,
                text: low.to_owned(),
                possessive: false,
                edge: false,
                country: None,
            });
            i += 1;
            continue;
        }
        if low == "home" && !words.capital(i) {
            all.push(Spot {
                from: i,
                to: i + 1,
                name: i,
                role: Role::To,
                naming: Naming::Home,
                text: low.to_owned(),
                possessive: false,
                edge: false,
                country: None,
            });
            i += 1;
            continue;
        }
        let (role, skip) = match role(words, i) {
            Some(found) => found,
            None if words.capital(i) && i > 0 => (Role::Bare, 0),
            None if matches!(low, "the" | "its" | "their" | "this") => (Role::Bare, 0),
            None if directional(low) && words.capital(i + 1) => (Role::Bare, 0),
            None => {
                i += 1;
                continue;
            }
        };
        if taken(i + skip) || in_force(i + skip) {
            i += skip.max(1);
            continue;
        }
        // "in Exercise Lantern in northern Sweden": a name without a preposition that no table knows takes no place in.
        let stray = role == Role::Bare
            && words.capital(i)
            && (i.saturating_sub(3)..i)
                .rev()
                .take_while(|&k| words.capital(k))
                .any(|k| matches!(words.low(k), "exercise" | "operation" | "exercises" | "task"));
        if stray {
            i += 1;
            continue;
        }
        let Some((mut to, mut text, mut naming, possessive, mut edge)) = place(words, i + skip, taken) else {
            i += skip.max(1);
            continue;
        };
        let left = matches!(
            words.low(i.wrapping_sub(1)),
            "left"
                | "leave"
                | "leaving"
                | "leaves"
                | "entered"
                | "enter"
                | "entering"
                | "enters"
                | "reached"
                | "reach"
                | "exited"
                | "quit"
                | "vacated"
        );
        if role == Role::Bare && naming == Naming::Unknown && !left {
            i += 1;
            continue;
        }
        // "for" leads to a place only by name and after a verb of going: "left for Norway".
        let bound = matches!(
            words.low(i.wrapping_sub(1)),
            "bound" | "left" | "headed" | "heading" | "head" | "sailed" | "departed" | "destined"
        );
        if low == "for"
            && !bound
            && !in_force(i.wrapping_sub(1))
            && (naming != Naming::Known
                || !(1..=12).any(|d| {
                    matches!(
                        words.low(i.wrapping_sub(d)),
                        "left"
                            | "leave"
                            | "leaving"
                            | "leaves"
                            | "head"
                            | "headed"
                            | "heading"
                            | "bound"
                            | "depart"
                            | "departed"
                            | "sail"
                            | "sailed"
                            | "sailing"
                            | "departing"
                            | "departs"
                            | "destined"
                    )
                }))
        {
            i += 1;
            continue;
        }
        if low == "over" && naming != Naming::Known {
            i += 1;
            continue;
        }
        // Another member of the same list.
        loop {
            let joint = words.low(to);
            let next = match joint {
                "and" | "or" => to + 1,
                "," if words.low(to + 1) == "and" => to + 2,
                "," => to + 1,
                _ => break,
            };
            let (again, hop) = match self::role(words, next) {
                Some((r, hop)) if r == role && role != Role::Bare => (true, hop),
                Some(_) => break,
                None => (false, 0),
            };
            if taken(next + hop) || in_force(next + hop) {
                break;
            }
            let Some((end, more, more_naming, _, more_edge)) = place(words, next + hop, taken) else {
                break;
            };
            let listed = more_naming == Naming::Known
                || (again && more_naming == Naming::Unknown && joint == "and")
                || (naming == Naming::Unknown && more_naming == Naming::Unknown && joint == "and");
            if !listed || (role == Role::Bare && more_naming != Naming::Known) {
                break;
            }
            // "to Almaty, Tajikistan 200": a figure of its own makes it another's share.
            if words.low(end).starts_with(|c: char| c.is_ascii_digit()) {
                break;
            }
            // A subject may begin here: a verb right after it ("…, France sent").
            if joint == ","
                && words
                    .entries(end)
                    .any(|e| matches!(e.table(), Table::MovementVerb | Table::ReportingVerb))
            {
                break;
            }
            if crate::word_set!(["'s", "has", "have", "had", "will", "is", "are", "was", "were"])
                .has(words.low(end))
                && role != Role::Bare
                && joint != "and"
            {
                break;
            }
            let last = !matches!(words.low(end), "and" | ",") || joint == "and";
            text = if last && (joint == "and" || words.low(to + 1) == "and") {
                format!("{text} and {more}")
            } else {
                format!("{text}, {more}")
            };
            edge |= more_edge;
            naming = if naming == Naming::Relative {
                naming
            } else {
                Naming::Known
            };
            to = end;
        }
        // "…, officials in Beijing said": a place of those who report.
        let speech = (to..to + 2).any(|k| {
            matches!(
                words.low(k),
                "said" | "says" | "say" | "told" | "announced" | "reported" | "confirmed" | "stated"
            )
        }) && role == Role::At
            && words.low(to) != ","
            // "the arrival of troops in Kisangani was announced": told of, not telling.
            && !matches!(words.low(to), "was" | "were" | "is" | "are" | "been" | "has" | "had" | "have");
        // "…, the alliance said in Brussels", "officials in Tokyo": where it is said.
        let before = words.low(i.wrapping_sub(1));
        let says = role == Role::At
            && low == "in"
            && (matches!(before, "said" | "says" | "reporters" | "announced" | "told")
                || matches!(
                    before,
                    "officials" | "sources" | "diplomats" | "spokesman" | "spokeswoman" | "analysts"
                ));
        if speech || says {
            i = to;
            continue;
        }
        all.push(Spot {
            from: i,
            to,
            name: i + skip,
            role,
            naming,
            text,
            possessive,
            edge,
            country: None,
        });
        i = to;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Role, String)> {
        spots(&Words::plain(text), &[], &|_| false)
            .into_iter()
            .map(|s| (s.role, s.text))
            .collect()
    }

    #[test]
    fn places_in_their_roles() {
        for (text, expected) in [
            (
                "went to Latvia and Finland",
                vec![(Role::To, "Latvia and Finland")],
            ),
            (
                "flew from Fort Campbell, Kentucky, to Spain",
                vec![(Role::From, "Fort Campbell, Kentucky"), (Role::To, "Spain")],
            ),
            ("based at Rota in Spain", vec![(Role::At, "Rota, Spain")]),
            (
                "in the relatively calm western part of Mali",
                vec![(Role::At, "western Mali")],
            ),
            ("near the Polish border", vec![(Role::At, "Polish border")]),
            ("on the territory of Belarus", vec![(Role::At, "Belarus")]),
            (
                "on the border with Finland",
                vec![(Role::At, "border with Finland")],
            ),
            (
                "to the Exampleville direction",
                vec![(Role::To, "Exampleville direction")],
            ),
            ("arrived there", vec![(Role::Bare, "there")]),
            (
                "near the Polish border and in Latvia",
                vec![(Role::At, "Polish border and Latvia")],
            ),
        ] {
            let got = read(text);
            let got: Vec<_> = got.iter().map(|(r, t)| (*r, t.as_str())).collect();
            assert_eq!(got, expected, "{text}");
        }
    }
}
