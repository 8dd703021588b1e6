//! Force noun phrases: owner, count, unit and equipment of the people, units, ships and aircraft that a text names.

use crate::analysis::{Bound, CountOf};
use crate::lexicon::Table;

use super::designators::{self, Designator, echelon, ship_noun};
use super::equipment::{class_from, counts, equipment_noun};
use super::lists::{barred, collective, military, modifier, people, people_weak, stop};
use super::owners::{self, Naming};
use super::quantities::{self, Quantity};
use super::tails::tail;
use super::traits::Traits;
use super::words::{Words, is_dash};

/// What the head of a force phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ForceKind {
    /// Soldiers, troops.
    People,
    /// Battalions, brigades, by name or by echelon.
    Unit,
    /// A ship or ships.
    Ship,
    /// Aircraft.
    Aircraft,
    /// Tanks, guns, launchers, missiles.
    Vehicle,
    /// A figure without a noun: "roughly 2,500 in Iraq".
    Figure,
}

/// A force phrase: words `from..to`, what follows the head and belongs to it included.
#[derive(Clone, Debug)]
pub(super) struct Force {
    pub from: usize,
    pub to: usize,
    /// The head noun.
    pub head: usize,
    pub kind: ForceKind,
    pub owners: Vec<String>,
    /// "its", "their", "our".
    pub possessive: Option<usize>,
    pub quantity: Option<Quantity>,
    pub of: CountOf,
    pub unit: Option<String>,
    /// Size of the unit that is named, 0 for none.
    pub rank: u8,
    /// Whether the unit is a name, not just an echelon ("a battalion").
    pub designated: bool,
    pub equipment: Option<String>,
    /// "Germany-based".
    pub based: Option<String>,
    /// "the", "these", "those", a possessive.
    pub definite: bool,
    /// "of the 2,000", "the first of": the whole of which this is a part.
    pub whole: Option<Quantity>,
    /// "more", "new": an indefinite increment without a figure.
    pub more: bool,
    /// Whether a word says that they belong to the enemy.
    pub enemy: bool,
    /// Whether the phrase is of people who do not count as forces (recruits, veterans).
    pub barred: bool,
    /// Told in passing as a part of the force with this index: "including 800 paratroopers".
    pub aside: Option<usize>,
    /// The larger force that others join.
    pub goal: bool,
    /// The level after a rise or fall: "from 1,200 to 1,600 soldiers".
    pub level: bool,
    /// "many of them", "200 Italians": a force only where the text speaks of forces.
    pub stand_in: bool,
}

/// "the largest Russian mining company", "ten companies in the world": no word of arms stands right before it.
fn civil_company(words: &Words<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let figure = words.low(before).starts_with(|c: char| c.is_ascii_digit())
        || words.entries(before).any(|e| e.table() == Table::NumberWord);
    let arms = words
        .entries(before)
        .any(|e| matches!(e.table(), Table::Unit | Table::Equipment | Table::Formation));
    let of_arms = words.low(at + 1) == "of"
        && words
            .entries(at + 2)
            .chain(words.entries(at + 3))
            .any(|e| e.table() == Table::Unit);
    !(figure && words.low(at + 1) != "in" || arms || of_arms || words.capital(before))
}

/// Singular echelon nouns that name a unit only in company of a military word, a count or an owner.
fn echelon_head(word: &str) -> bool {
    echelon(word) > 0
        && !crate::word_set!([
            "post",
            "force",
            "squad",
            "squads",
            "district",
            "command",
            "crew",
            "troop",
            "team",
            "teams",
            "group",
            "groups",
            "army",
            "armies",
            "headquarters",
            "hq",
        ])
        .has(word)
}

impl Force {
    fn new(at: usize) -> Self {
        Self {
            from: at,
            to: at,
            head: at,
            kind: ForceKind::People,
            owners: Vec::new(),
            possessive: None,
            quantity: None,
            of: CountOf::Personnel,
            unit: None,
            rank: 0,
            designated: false,
            equipment: None,
            based: None,
            definite: false,
            whole: None,
            more: false,
            enemy: false,
            barred: false,
            aside: None,
            goal: false,
            level: false,
            stand_in: false,
        }
    }

    /// Whether a figure or a name makes it more than "troops".
    pub fn is_specific(&self) -> bool {
        self.quantity.is_some()
            || self.designated
            || (self.kind == ForceKind::Unit && self.unit.as_ref().is_some_and(|u| u.contains(' ')))
    }

    pub(super) fn own(&mut self, name: String) {
        if !self.owners.contains(&name) {
            self.owners.push(name);
        }
    }
}

/// All force phrases of a sentence, from left to right. `taken` marks words that belong to a time or date.
pub(super) fn forces(words: &Words<'_>, taken: &dyn Fn(usize) -> bool) -> Vec<Force> {
    let mut all = Vec::new();
    let mut i = 0;
    while words.has_head_from(i) {
        if taken(i) {
            i += 1;
            continue;
        }
        match phrase(words, i, taken) {
            Some(force) if force.to > i => {
                i = force.to;
                all.push(force);
            }
            _ => i += 1,
        }
    }
    all
}

/// Nouns that are a force with a figure bound to them: "a 600-strong team".
pub(super) fn bound_head(word: &str) -> bool {
    matches!(
        word,
        "team"
            | "group"
            | "party"
            | "squad"
            | "delegation"
            | "unit"
            | "body"
            | "convoy"
            | "convoys"
            | "column"
            | "columns"
    )
}

/// The force phrase that begins at word `at`.
pub(super) fn phrase(words: &Words<'_>, at: usize, taken: &dyn Fn(usize) -> bool) -> Option<Force> {
    if !may_begin(words, at) {
        debug_assert!(
            read_phrase(words, at, taken).is_none(),
            "Traits::of must allow for the force phrase at `{}`",
            words.slice(at, words.len())
        );
        return None;
    }
    read_phrase(words, at, taken)
}

/// Whether a force phrase may begin at word `at`: one begins with a capital, a determiner, a figure or a word of its
/// lists, and has a head or a figure from there on, with nothing between that ends a noun phrase.
fn may_begin(words: &Words<'_>, at: usize) -> bool {
    if !words.has_head_from(at) {
        return false;
    }
    let first = words.traits(at);
    if !first.has(Traits::OPENS) {
        // Then only a name can begin it: an owner's, a unit's, or a type's ("F-35").
        return words.capital(at)
            && (matches!(words.low(at + 1), "-" | "/")
                || owners::owner(words, at).is_some()
                || designators::designator(words, at).is_some());
    }
    // An amount may hold any word ("the majority of those"): where one may stand all is open.
    let amount = |k: usize| words.traits(k).has(Traits::COUNTS.or(Traits::BEGINS));
    let mut body = at;
    let article = matches!(words.low(at), "a" | "an") && quantities::quantity(words, at).is_none();
    if article || first.has(Traits::DETERMINER) {
        body += 1 + usize::from(words.low(at + 1) == "own");
        if amount(body) || amount(body + 1) {
            return true;
        }
    } else if amount(at) {
        return true;
    }
    for k in body..words.len() {
        let traits = words.traits(k);
        // Names and heads of several words may leap over what would end the phrase.
        if words.capital(k)
            || traits.has(Traits::HEAD.or(Traits::LEADS).or(Traits::LEAPS))
            || !words.has_head_from(k)
        {
            return words.has_head_from(k);
        }
        if traits.has(Traits::ENDS) {
            return false;
        }
    }
    false
}

fn read_phrase(words: &Words<'_>, at: usize, taken: &dyn Fn(usize) -> bool) -> Option<Force> {
    let mut f = Force::new(at);
    let mut i = at;
    // Determiner and possessive.
    match words.low(i) {
        "the" | "these" | "those" | "this" | "that" => f.definite = true,
        "its" | "their" | "our" | "his" | "her" | "my" => {
            f.possessive = Some(i);
            f.definite = true;
        }
        _ => {}
    }
    if f.possessive.is_some() {
        i += 1;
        if words.low(i) == "own" {
            i += 1;
        }
    } else if f.definite && !words.begins(i) {
        i += 1;
    }
    if taken(i) {
        return None;
    }
    // "the last 50 soldiers": the article opens no figure where an adjective stands between.
    if f.definite
        && words.low(i) == "the"
        && matches!(
            words.low(i + 1),
            "first" | "last" | "final" | "remaining" | "initial" | "other" | "next"
        )
        && words.begins(i + 2)
        && quantities::quantity(words, i + 2).is_some_and(|q| q.value.is_some())
        && designators::designator(words, i + 1).is_none()
    {
        i += 1;
    }
    // "its remaining 1,200 troops", "the first 200 of": an adjective before the figure.
    while f.definite
        && crate::word_set!([
            "remaining",
            "first",
            "last",
            "final",
            "next",
            "initial",
            "current",
            "existing",
            "estimated",
            "other",
            "entire",
            "full",
        ])
        .has(words.low(i))
        && words.begins(i + 1)
        && quantities::quantity(words, i + 1).is_some()
    {
        i += 1;
    }
    let named = designators::designator(words, i).filter(|_| !owners::group(words, i));
    if named.is_none() && words.begins(i) {
        if let Some(q) = quantities::quantity(words, i) {
            i = q.to;
            f.definite |= q.definite;
            f.quantity = Some(q);
        } else if crate::word_set!([
            "the",
            "these",
            "those",
            "a",
            "an",
            "some",
            "another",
            "all",
            "further",
            "additional",
            "extra",
            "only",
            "just",
        ])
        .has(words.low(i))
        {
            f.definite |= matches!(words.low(i), "the" | "these" | "those" | "all");
            f.more |= matches!(words.low(i), "another" | "further" | "additional" | "extra");
            i += 1;
            if matches!(words.low(i), "further" | "additional" | "extra") {
                f.more = true;
                i += 1;
            }
        }
    } else if named.is_none() && matches!(words.low(i), "an" | "a") {
        i += 1;
    }
    // "half its troops".
    if f.quantity.is_some()
        && words.low(i.wrapping_sub(1)) == "half"
        && matches!(words.low(i), "its" | "their" | "our" | "the")
    {
        f.possessive = (words.low(i) != "the").then_some(i);
        f.definite = true;
        i += 1;
    }
    // "a 600-strong force", "a new 300-man contingent": the figure after the article.
    if f.quantity.is_none() && i > at {
        let skip = usize::from(matches!(
            words.low(i),
            "new" | "further" | "special" | "small" | "total"
        ));
        if let Some(q) = quantities::quantity(words, i + skip)
            .filter(|q| q.value.is_some() && (q.bound_noun.is_some() || f.definite))
            && designators::designator(words, i + skip).is_none()
        {
            i = q.to;
            f.quantity = Some(q);
        }
    }
    // "the majority of those", "none of the troops", "the first of 600 soldiers", "dozens of tanks".
    if words.low(i) == "of" && f.quantity.is_some() {
        let q_from = f.quantity.as_ref().map_or(at, |q| q.from);
        let mut inner_at = i + 1;
        if words.low(inner_at) == "all" {
            inner_at += 1;
        }
        if let Some(mut inner) = phrase(words, inner_at, taken).or_else(|| those(words, inner_at)) {
            if inner.quantity.is_some() {
                inner.whole = inner.quantity.take();
            }
            inner.from = at.min(q_from);
            inner.barred |= f
                .quantity
                .as_ref()
                .is_some_and(|q| q.value.is_some_and(|v| v <= 1.0) && q.bound != Bound::None)
                && matches!(inner.kind, ForceKind::People);
            inner.quantity = f.quantity;
            return Some(inner);
        }
        if words.begins(i + 1)
            && let Some(whole) = quantities::quantity(words, i + 1).filter(|w| w.value.is_some())
        {
            f.to = whole.to;
            f.head = i - 1;
            f.whole = Some(whole);
            f.kind = ForceKind::Figure;
            return Some(f);
        }
        return None;
    }
    let body = i;
    let mut head: Option<(usize, ForceKind)> = None;
    let mut collective_head: Option<usize> = None;
    let mut designator: Option<Designator> = None;
    let mut equipment: Option<(usize, usize)> = None;
    let mut unit_from: Option<usize> = None;
    let mut mil = f.quantity.as_ref().is_some_and(|q| q.bound_noun.is_some());
    let mut seen_modifier = false;
    while i < body + 14 && i < words.len() && !(taken(i) && i > body) {
        let low = words.low(i);
        // "Burundi's last 980 soldiers", "Denmark's entire 470-man battalion": the figure after the owner.
        if head.is_none()
            && f.quantity.is_none()
            && !f.owners.is_empty()
            && quantities::begins(low)
            && designators::designator(words, i).is_none()
            && let Some(q) =
                quantities::quantity(words, i).filter(|q| q.value.is_some_and(|v| v >= 2.0) && q.to > i)
            && !taken(i)
        {
            i = q.to;
            mil |= q.bound_noun.is_some();
            f.quantity = Some(q);
            continue;
        }
        // "trained some 6,000 soldiers": the phrase begins at its figure.
        if head.is_none()
            && f.quantity.is_none()
            && f.owners.is_empty()
            && designator.is_none()
            && i > body
            && f.possessive.is_none()
            && !f.definite
            && quantities::begins(low)
            && quantities::quantity(words, i).is_some_and(|q| q.value.is_some_and(|v| v >= 2.0))
            && designators::designator(words, i).is_none()
        {
            return None;
        }
        // Names of units come before owners: "Black Sea Fleet"; armed groups are owners, whatever they are called.
        let group = owners::group(words, i);
        if let Some(d) = designators::designator(words, i).filter(|_| !group) {
            let ok = designator.is_none();
            if ok {
                f.kind = if d.ship { ForceKind::Ship } else { ForceKind::Unit };
                head = Some((d.to - 1, f.kind));
                if let Some(iso) = d.owner
                    && f.owners.is_empty()
                    && let Some(name) = owners::country(iso)
                {
                    f.own(name);
                }
                designator = Some(d);
                i = d.to;
                mil = true;
                continue;
            }
            break;
        }
        if let Some(o) = owners::owner(words, i)
            .filter(|o| !matches!(o.naming, Naming::People | Naming::Person) || words.low(i + o.len) == "'s")
        {
            let next = i + o.len;
            // "Germany-based squadron": where it lives, not whose it is; "Russian-backed", "U.S.-led".
            if is_dash(words.low(next)) && words.tight(next) {
                let how = words.low(next + 1);
                if how == "based" || how == "stationed" {
                    f.based = Some(o.name.clone());
                } else if how == "led" && f.owners.is_empty() {
                    f.own(o.name);
                }
                i = next + 2;
                seen_modifier = true;
                continue;
            }
            // "Italy called": a bare country's name is an owner only right before a word for forces.
            let after = words.low(next);
            let acronym =
                words.raw(i).len() <= 4 && words.raw(i).chars().all(|c| c.is_ascii_uppercase() || c == '.');
            if o.naming == Naming::Country
                && head.is_none()
                && !acronym
                && !matches!(after, "'s" | "'" | "and" | "," | "/")
                && !(modifier(after)
                    || people(after)
                    || military(after)
                    || equipment_noun(words, next).is_some()
                    || echelon(after) > 0)
            {
                break;
            }
            // A country's bare name counts as an owner only right before a noun, as "US troops", or with its 's.
            if head.is_none()
                && f.quantity.is_some()
                && o.naming == Naming::Group
                && people(words.low(next - 1))
            {
                f.own(o.name);
                head = Some((next - 1, ForceKind::People));
                f.unit = Some(words.slice(i, next).to_owned());
                mil = true;
                i = next;
                continue;
            }
            let genitive =
                words.low(next) == "'s" || (words.low(next) == "'" && !words.low(next + 1).is_empty());
            if head.is_none() {
                f.own(o.name);
                mil |= o.naming != Naming::Country;
                i = next + usize::from(genitive);
                // "Greek and Turkish forces".
                if matches!(words.low(i), "and" | "," | "/" | "or")
                    && owners::owner(words, i + 1)
                        .is_some_and(|n| n.naming == Naming::Adjective || n.naming == Naming::Bloc)
                {
                    i += 1;
                } else if words.low(i) == ","
                    && words.low(i + 1) == "and"
                    && owners::owner(words, i + 2).is_some()
                {
                    i += 2;
                }
                seen_modifier = true;
                continue;
            }
            break;
        }
        // "more Americans", "about 200 Italians": the people themselves.
        if let Some(o) = owners::owner(words, i)
            .filter(|o| o.naming == Naming::People && head.is_none() && (f.more || f.quantity.is_some()))
        {
            f.own(o.name);
            let vague = f
                .quantity
                .as_ref()
                .is_some_and(|q| q.value.is_none() && q.low.is_none());
            f.stand_in = vague && !f.more || (body..i).any(|k| !modifier(words.low(k)));
            head = Some((i + o.len - 1, ForceKind::People));
            break;
        }
        if low == "pro" && is_dash(words.low(i + 1)) {
            i += 2;
            if owners::owner(words, i).is_some() {
                i += 1;
            }
            seen_modifier = true;
            continue;
        }
        if barred(low) {
            f.barred = true;
            head = Some((i, ForceKind::People));
            break;
        }
        let capital_marines = low == "marines";
        if (people(low) && low != "marines")
            || capital_marines
            || (low == "members" && words.low(i.wrapping_sub(1)) == "service")
        {
            head = Some((i, ForceKind::People));
            mil = true;
            i += 1;
            continue;
        }
        // "2,000 NATO reinforcements", "30 members of the Home Guard".
        let members = low == "members"
            && words.low(i + 1) == "of"
            && (i + 2..i + 8)
                .take_while(|&k| !matches!(words.low(k), "," | "." | "" | "and"))
                .any(|k| {
                    military(words.low(k))
                        || people(words.low(k))
                        || echelon(words.low(k)) > 0
                        || matches!(words.low(k), "force" | "guard" | "forces" | "contingent")
                });
        if f.quantity.is_some() && (low == "reinforcements" || members) {
            head = Some((i, ForceKind::People));
            mil = true;
            i += 1;
            continue;
        }
        // "5,000 police and soldiers": the noun for soldiers comes second.
        if f.quantity.is_some()
            && matches!(
                low,
                "police" | "officers" | "medics" | "doctors" | "engineers" | "firefighters" | "sailors"
            )
            && words.low(i + 1) == "and"
            && people(words.low(i + 2))
        {
            head = Some((i + 2, ForceKind::People));
            mil = true;
            i += 3;
            continue;
        }
        let folk = matches!(low, "people" | "folks")
            && i > body
            && matches!(words.low(i - 1), "military" | "service" | "combat")
            && f.quantity.is_some();
        if people_weak(low) || folk {
            let beside = i > body && military(words.low(i - 1))
                || matches!(low, "police" | "policemen") && f.quantity.is_some();
            let numbered = low == "men"
                && f.quantity
                    .as_ref()
                    .is_some_and(|q| q.value.is_none_or(|v| v >= 20.0))
                // No air force sends so many aircraft.
                || low == "fighters"
                    && f.quantity
                        .as_ref()
                        .is_some_and(|q| q.value.is_some_and(|v| v >= 200.0));
            let aircraft = low == "fighters"
                && i > body
                && (words.raw(i - 1).chars().any(|c| c.is_ascii_digit())
                    || matches!(
                        words.low(i - 1),
                        "jet" | "typhoon" | "stealth" | "rafale" | "gripen"
                    ));
            if aircraft {
                equipment = Some((equipment.map_or(i, |e| e.0), i + 1));
                head = Some((i, ForceKind::Aircraft));
                i += 1;
                continue;
            }
            if beside
                || numbered
                || (mil
                    && crate::word_set!([
                        "fighters",
                        "advisers",
                        "advisors",
                        "instructors",
                        "trainers",
                        "monitors",
                        "observers",
                        "engineers",
                        "medics",
                        "rangers",
                        "specialists",
                        "operators",
                        "officers",
                        "volunteers",
                    ])
                    .has(low))
            {
                head = Some((i, ForceKind::People));
                i += 1;
                continue;
            }
            // "has sent fighters to Syria", "withdrew its advisers".
            if (matches!(
                low,
                "fighters" | "advisers" | "advisors" | "instructors" | "trainers"
            ) || matches!(
                low,
                "specialists" | "operators" | "volunteers" | "police" | "guards"
            ) && f.quantity.is_some())
                && i == body
                && words
                    .entries(at.wrapping_sub(1))
                    .any(|e| e.table() == Table::MovementVerb)
            {
                head = Some((i, ForceKind::People));
                i += 1;
                continue;
            }
            if matches!(
                low,
                "officers"
                    | "engineers"
                    | "advisers"
                    | "advisors"
                    | "instructors"
                    | "trainers"
                    | "medics"
                    | "observers"
                    | "monitors"
                    | "conscripts"
            ) && f.quantity.is_some()
                && i == body
            {
                head = Some((i, ForceKind::People));
                i += 1;
                continue;
            }
            break;
        }
        if let Some((len, kind)) = equipment_noun(words, i) {
            let last = i + len - 1;
            // "its carrier Shandong", "the frigate Admiral Example": the name after the class.
            if kind == ForceKind::Ship
                && ship_noun(words.low(last))
                && !words.low(last).ends_with('s')
                && words.capital(last + 1)
                && designators::ship_prefix(words.raw(last + 1)).is_none()
            {
                let mut end = last + 1;
                while end < last + 5
                    && (words.capital(end)
                        || (matches!(words.low(end), "de" | "of") && words.capital(end + 1)))
                    && !matches!(words.low(end), "strike" | "group")
                {
                    end += 1;
                }
                if owners::owner(words, last + 1).is_none() && !matches!(words.low(end), "strike" | "group") {
                    f.unit = Some(words.slice(last + 1, end).to_owned());
                    f.designated = true;
                    if f.owners.is_empty()
                        && let Some((_, iso, _)) = designators::ship_name(words, last + 1)
                        && let Some(name) = owners::country(iso)
                    {
                        f.own(name);
                    }
                    f.kind = ForceKind::Ship;
                    f.of = CountOf::Ships;
                    f.equipment = Some(words.slice(class_from(words, i, body), last + 1).to_owned());
                    f.head = end - 1;
                    f.to = end;
                    tail(words, &mut f, taken);
                    return Some(f);
                }
            }
            equipment = Some((equipment.map_or(i, |e| e.0), i + len));
            // "Patriot batteries", "carrier strike group", "tank battalion": the noun after it is the head.
            head = Some((last, kind));
            i += len;
            continue;
        }
        if echelon_head(low)
            || (matches!(low, "team" | "teams") && words.low(i.wrapping_sub(1)) == "combat")
            || (matches!(low, "group" | "groups")
                && matches!(
                    words.low(i.wrapping_sub(1)),
                    "strike" | "ready" | "readiness" | "battle" | "tactical" | "carrier"
                ))
        {
            // "units" and "company" alone may be anything; a military word, owner or count decides.
            let manned = f.quantity.as_ref().is_some_and(|q| q.bound_noun.is_some())
                && matches!(
                    words.low(i.wrapping_sub(1)),
                    "transport"
                        | "transportation"
                        | "engineer"
                        | "engineering"
                        | "sapper"
                        | "medical"
                        | "signals"
                        | "signal"
                        | "logistics"
                        | "infantry"
                        | "guard"
                        | "police"
                );
            let firm = matches!(low, "company" | "companies" | "unit") && !mil && words.low(i + 1) != "of"
                || matches!(low, "company" | "companies") && !manned && civil_company(words, i);
            if firm {
                break;
            }
            let plain = crate::word_set!([
                "company",
                "companies",
                "unit",
                "units",
                "division",
                "divisions",
                "wing",
                "wings",
                "corps",
                "battery",
                "batteries",
                "crew",
                "squad",
                "squads",
                "contingent",
                "fleet",
                "detachment",
            ])
            .has(low);
            if !plain
                || mil
                || seen_modifier
                || f.quantity.is_some()
                || words.low(i + 1) == "of"
                || f.definite
            {
                head = Some((i, ForceKind::Unit));
                unit_from = Some(unit_from.unwrap_or(i));
                i += 1;
                continue;
            }
            break;
        }
        let column = matches!(low, "convoy" | "column" | "convoys" | "columns")
            && i > body
            && matches!(
                words.low(i - 1),
                "military" | "army" | "armored" | "armoured" | "tank" | "troop" | "mechanized" | "mechanised"
            );
        let advance = matches!(low, "party" | "body")
            && i > body
            && matches!(words.low(i - 1), "advance" | "main" | "rear" | "forward");
        let bound = f.quantity.as_ref().is_some_and(|q| q.bound_noun.is_some());
        let bound_only = bound_head(low);
        let sized = words.low(i + 1) == "of" && words.begins(i + 2);
        let troops_of = low == "body" && words.low(i + 1) == "of" && people(words.low(i + 2));
        if advance
            || column
            || troops_of
            || ((bound || sized && mil) && bound_only)
            || (collective(low) && (bound || sized || (mil && low != "mission")))
        {
            collective_head = Some(i);
            if head.is_none() {
                head = Some((i, ForceKind::People));
            }
            i += 1;
            continue;
        }
        if low == "-" || is_dash(low) {
            if words.tight(i) && i > body {
                i += 1;
                continue;
            }
            break;
        }
        let movement_verb = words
            .entries(i)
            .any(|e| matches!(e.table(), Table::MovementVerb | Table::ReportingVerb));
        let due = f.quantity.is_some()
            && head.is_none()
            && matches!(
                low,
                "promised"
                    | "pledged"
                    | "planned"
                    | "expected"
                    | "authorised"
                    | "authorized"
                    | "requested"
                    | "proposed"
                    | "deployed"
                    | "stationed"
            )
            && (people(words.low(i + 1))
                || equipment_noun(words, i + 1).is_some()
                || modifier(words.low(i + 1))
                || owners::owner(words, i + 1).is_some());
        if due {
            seen_modifier = true;
            i += 1;
            continue;
        }
        let known = modifier(low)
            || (military(low) && !movement_verb)
            || low.starts_with(|c: char| c.is_ascii_digit());
        let ordinal = matches!(low, "first" | "second" | "third" | "fourth" | "fifth");
        if known
            && !(head.is_some()
                && crate::word_set!([
                    "total",
                    "strong",
                    "remaining",
                    "full",
                    "ready",
                    "new",
                    "first",
                    "last",
                    "more",
                    "arrived",
                    "trained",
                    "additional",
                ])
                .has(low))
            && !(movement_verb && !modifier(low))
        {
            if (head.is_some() && head.is_some_and(|h| h.1 == ForceKind::People))
                || (low.starts_with(|c: char| c.is_ascii_digit()) && !seen_modifier && f.quantity.is_none())
            {
                break;
            }
            if matches!(low, "more" | "additional" | "extra" | "new" | "fresh") {
                f.more = true;
            }
            f.enemy |= low == "enemy";
            mil |= military(low);
            if !ordinal
                && unit_from.is_none()
                && !crate::word_set!([
                    "additional",
                    "extra",
                    "new",
                    "more",
                    "other",
                    "huge",
                    "large",
                    "small",
                    "same",
                    "whole",
                    "entire",
                    "full",
                    "such",
                    "second",
                    "third",
                    "first",
                    "last",
                    "initial",
                    "final",
                    "remaining",
                    "rotational",
                    "newly",
                    "created",
                    "formed",
                    "foreign",
                    "enemy",
                    "main",
                    "designated",
                ])
                .has(low)
            {
                unit_from = Some(i);
            }
            seen_modifier = true;
            i += 1;
            continue;
        }
        // An unknown adjective or maker's name may stand between a count or owner and its noun.
        let introduced =
            f.quantity.is_some() || f.possessive.is_some() || !f.owners.is_empty() || f.definite || i > body;
        if introduced
            && head.is_none()
            && !stop(low)
            && !movement_verb
            && !(low.ends_with("ed")
                && !is_dash(words.low(i.wrapping_sub(1)))
                && low != "armed"
                && !words.capital(i))
            && !crate::word_set!([
                "up", "down", "out", "back", "off", "about", "more", "less", "also", "still", "now",
            ])
            .has(low)
            && (words.capital(i) || words.raw(i).chars().all(char::is_alphabetic))
            && i < body + 6
            && !low.ends_with("ly") | words.capital(i)
        {
            seen_modifier |= words.capital(i);
            unit_from = None;
            i += 1;
            continue;
        }
        break;
    }
    let Some((at_head, kind)) = head else {
        return bare(words, f, body, taken);
    };
    // One soldier is nobody's deployment.
    f.barred |= kind == ForceKind::People
        && collective_head.is_none()
        && f.quantity
            .as_ref()
            .is_some_and(|q| q.value.is_some_and(|v| v <= 1.0) && q.bound != Bound::None);
    f.head = at_head;
    f.kind = kind;
    f.to = at_head + 1;
    f.of = counts(kind);
    match kind {
        ForceKind::Unit => {
            if let Some(d) = designator.filter(|d| d.to == f.to) {
                f.unit = Some(words.slice(d.from, d.to).to_owned());
                f.rank = d.rank;
                f.designated = true;
            } else {
                let from = unit_from
                    .unwrap_or(at_head)
                    .min(equipment.map_or(at_head, |e| e.0));
                f.unit = Some(words.slice(from, f.to).to_owned());
                f.rank = echelon(words.low(at_head));
                if let Some((a, b)) = equipment {
                    f.equipment = Some(words.slice(a, b).to_owned());
                }
            }
        }
        ForceKind::Ship => {
            if let Some(d) = designator.filter(|d| d.ship) {
                let name_end = (d.from..d.to).find(|&k| words.low(k) == "(").unwrap_or(d.to);
                f.unit = Some(words.slice(d.from, name_end).to_owned());
                f.designated = true;
                if let Some((a, b)) = equipment.filter(|e| e.1 <= d.from) {
                    f.equipment = Some(words.slice(class_from(words, a, at), b).to_owned());
                }
            } else if let Some((a, b)) = equipment {
                f.equipment = Some(words.slice(class_from(words, a, body), b).to_owned());
            }
        }
        ForceKind::Aircraft | ForceKind::Vehicle => {
            if let Some((a, b)) = equipment {
                f.equipment = Some(words.slice(a, b.max(f.to)).to_owned());
            }
            if let Some(d) = designator.filter(|d| !d.ship) {
                f.unit = Some(words.slice(d.from, d.to).to_owned());
                f.designated = true;
            }
        }
        ForceKind::People | ForceKind::Figure => {
            if let Some(d) = designator {
                f.unit = Some(words.slice(d.from, d.to).to_owned());
                f.rank = d.rank;
                f.designated = true;
            } else if (body..at_head).any(|k| words.are(k, &["national", "guard"])) {
                f.unit = Some("National Guard".to_owned());
            } else if matches!(
                words.low(at_head),
                "marines"
                    | "guardsmen"
                    | "paratroopers"
                    | "commandos"
                    | "advisers"
                    | "advisors"
                    | "instructors"
                    | "rangers"
            ) {
                let from = if at_head > body
                    && (military(words.low(at_head - 1)) || words.low(at_head - 1) == "national")
                {
                    at_head - 1
                } else {
                    at_head
                };
                f.unit = Some(words.slice(from, f.to).to_owned());
            } else if collective_head == Some(at_head)
                && at_head > body
                && matches!(words.low(at_head), "party" | "body")
            {
                f.unit = Some(words.slice(at_head - 1, f.to).to_owned());
            }
        }
    }
    if words.low(f.head) == "peacekeepers" && f.owners.is_empty() {
        f.unit = f.unit.or_else(|| Some("peacekeepers".to_owned()));
    }
    tail(words, &mut f, taken);
    Some(f)
}

/// "those deployed", "them": a stand-in for a force after "of".
fn those(words: &Words<'_>, at: usize) -> Option<Force> {
    matches!(words.low(at), "those" | "them" | "these" | "which" | "whom").then(|| {
        let mut f = Force::new(at);
        f.to = at + 1;
        f.definite = true;
        f.stand_in = true;
        f
    })
}

/// A figure without a noun: only where a place or nothing follows that would make it something else.
fn bare(words: &Words<'_>, mut f: Force, end: usize, taken: &dyn Fn(usize) -> bool) -> Option<Force> {
    let q = f.quantity.as_ref()?;
    if q.bound == Bound::None || taken(q.from) {
        return None;
    }
    let big = q.value.or(q.high).is_some_and(|v| v >= 10.0);
    if !big {
        return None;
    }
    let next = words.low(end);
    let open = crate::word_set!([
        "", ".", ",", ";", "in", "at", "on", "are", "were", "will", "have", "of", "who", "from", "over",
        "and", ")", "to", "–", "—", "already", "is", "?", "there", "by",
    ])
    .has(next);
    let open =
        open || matches!(
            next,
            "this" | "last" | "next" | "since" | "until" | "before" | "after" | "during" | "within"
        ) || taken(end)
            || words.entries(end).any(|e| {
                e.table() == Table::MovementVerb
                    && (e.form().is(crate::lexicon::Form::GERUND)
                        || e.form().is(crate::lexicon::Form::PARTICIPLE))
            });
    let money =
        matches!(words.low(q.from.wrapping_sub(1)), "$" | "£" | "€") || matches!(next, "percent" | "%");
    let year = q.value.is_some_and(|v| (1900.0..2100.0).contains(&v))
        && !words.raw(q.to - 1).contains(',')
        && q.bound == Bound::Exact;
    // "Mr. Ruiz, 64, will leave": an age.
    let age = words.low(q.from.wrapping_sub(1)) == ","
        && words.capital(q.from.wrapping_sub(2))
        && matches!(next, "," | "." | "" | "and")
        && q.bound == Bound::Exact
        && q.value.is_some_and(|v| v < 100.0);
    if !open || money || year || age {
        return None;
    }
    let establishment = words.low(q.from.wrapping_sub(1)) == "of"
        && (2..=4).any(|d| {
            matches!(
                words.low(q.from.wrapping_sub(d)),
                "planned" | "authorized" | "authorised" | "establishment" | "target" | "end"
            )
        });
    if establishment {
        return None;
    }
    f.kind = ForceKind::Figure;
    f.to = q.to;
    f.head = q.to - 1;
    Some(f)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Force> {
        forces(&Words::plain(text), &|_| false)
    }

    #[test]
    fn owner_count_unit_and_equipment() {
        let f = read("About 240 soldiers from the 191st Airborne Brigade arrived");
        assert_eq!(f[0].quantity.as_ref().unwrap().value, Some(240.0));
        assert_eq!(f[0].unit.as_deref(), Some("191st Airborne Brigade"));
        let f = read("up to 90,000 Freedonian and Polish troops backed by tanks and artillery near");
        assert_eq!(f[0].equipment.as_deref(), Some("tanks and artillery"));
        let f = read("Greek and Turkish forces left");
        assert_eq!(f[0].owners, ["Greece", "Turkey"]);
        let f = read("Another 700 men part of an Italy-based infantry battalion will");
        assert_eq!(
            (f[0].based.as_deref(), f[0].unit.as_deref()),
            (Some("Italy"), Some("infantry battalion"))
        );
        let f = read("a force of up to 7,000 personnel");
        assert_eq!(f[0].quantity.as_ref().unwrap().value, Some(7000.0));
        let f = read("five F-16C fighter jets flew");
        assert_eq!(
            (f[0].kind, f[0].equipment.as_deref()),
            (ForceKind::Aircraft, Some("F-16C fighter jets"))
        );
        let f = read("two battalions of the 144th Airborne Division have");
        assert_eq!(
            (f[0].of, f[0].unit.as_deref()),
            (CountOf::Units, Some("144th Airborne Division"))
        );
        let f = read("the American frigate USS Example has");
        assert_eq!(
            (
                f[0].unit.as_deref(),
                f[0].equipment.as_deref(),
                f[0].owners[0].as_str()
            ),
            (Some("USS Example"), Some("frigate"), "United States")
        );
    }
}
