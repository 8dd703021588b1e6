//! Places named only by way of others: "its border", "there", "the south", "the country", "home".

use std::borrow::Cow;

use crate::lexicon::{self, Entry, Table};

use super::gazetteer::{self, Kind};
use super::reader::Reader;
use super::words::{self, Link};
use super::{Mention, Sense};

/// What a word by itself may be, found once for each spelling.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    /// What it may begin in lower case.
    pub(super) opener: Option<Opener>,
    bits: u8,
}

impl Signs {
    /// The name of a ship or operation may follow it.
    pub(super) const SHIP: u8 = 1;
    /// It may begin the name of an actor that is no country.
    pub(super) const ACTOR: u8 = 1 << 1;
    /// It names the part of a place.
    pub(super) const DIRECTION: u8 = 1 << 2;
    /// It is a preposition.
    pub(super) const PREPOSITION: u8 = 1 << 3;
    /// It may stand between a preposition and a name ([`words::is_filler`]).
    pub(super) const FILLER: u8 = 1 << 4;
    /// It is a verb that takes a place as its object.
    pub(super) const VERB: u8 = 1 << 5;

    pub(super) fn of(word: &str) -> Self {
        let bit = |bit: u8, holds: bool| if holds { bit } else { 0 };
        Self {
            opener: Opener::of(word),
            bits: bit(Self::SHIP, words::is_ship(word))
                | bit(Self::ACTOR, super::bodies::begins(word))
                | bit(Self::DIRECTION, words::is_direction(word))
                | bit(Self::PREPOSITION, words::preposition(word, "").is_some())
                | bit(Self::FILLER, words::is_filler(word))
                | bit(Self::VERB, words::verb(word).is_some()),
        }
    }

    /// Whether one of `bits` holds.
    pub(super) const fn has(self, bits: u8) -> bool {
        self.bits & bits != 0
    }
}

/// What a word in lower case may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    There,
    Here,
    Home,
    Abroad,
    World,
    Border,
    Definite,
    SameType,
    Flank,
    Direction,
}

impl Opener {
    /// What `word` may begin; nothing for most words.
    pub(super) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "there" => Self::There,
            "here" => Self::Here,
            "home" => Self::Home,
            "overseas" | "abroad" => Self::Abroad,
            "world" | "worldwide" | "globe" => Self::World,
            "border" | "borders" | "frontier" => Self::Border,
            "region" | "country" | "capital" | "island" | "state" | "base" => Self::Definite,
            "axis" | "direction" | "sector" | "area" => Self::SameType,
            "eastern" | "flank" => Self::Flank,
            _ => return words::direction_adjective(word).map(|_| Self::Direction),
        })
    }
}

impl<'a> Reader<'a, '_> {
    /// A relative place, or a direction before a name, that begins at the lower-case token `i`.
    pub(super) fn lower_case(&mut self, i: usize, opener: Opener) -> Option<usize> {
        match opener {
            Opener::There => self.there(i),
            Opener::Here => self.here(i),
            Opener::Home => self.home(i),
            Opener::Abroad => self.abroad(i, i + 1),
            Opener::World => self.world(i),
            Opener::Border => self.border(i),
            Opener::Definite => self.definite(i),
            Opener::SameType => self.same_type(i),
            Opener::Flank => self.flank(i).or_else(|| self.direction(i)),
            Opener::Direction => self.direction(i),
        }
    }

    fn relative(
        &mut self,
        start: usize,
        end: usize,
        known: Option<(Cow<'a, str>, Option<Entry>)>,
        kind: Kind,
    ) -> Option<usize> {
        let (name, spot) = known?;
        Some(self.place(start..end, name, kind, spot, true))
    }

    /// "troops there"; not "there are troops".
    fn there(&mut self, i: usize) -> Option<usize> {
        if i == self.sentence.start
            || self.is_verb(i + 1)
            || matches!(self.word(i + 1), "'s" | "’s" | "'re" | "been")
        {
            return None;
        }
        if matches!(
            self.word(i - 1),
            "," | "that"
                | "and"
                | "whether"
                | "but"
                | "because"
                | "if"
                | "said"
                | "where"
                | "as"
                | "than"
                | "until"
        ) && self.word(i + 1) != "."
        {
            return None;
        }
        let known = self.memory.place.clone()?;
        self.push_relative(i, i + 1, known, Link::At);
        Some(i + 1)
    }

    /// "due here Tuesday": the dateline's place.
    fn here(&mut self, i: usize) -> Option<usize> {
        let known = self.memory.here.clone()?;
        self.push_relative(i, i + 1, known, Link::At);
        Some(i + 1)
    }

    /// "return home", "the troops come home": where that is, the forces' owner says.
    fn home(&mut self, i: usize) -> Option<usize> {
        let before = words::lower(self.word(i.checked_sub(1)?));
        let goes = matches!(
            before.as_str(),
            "return"
                | "returns"
                | "returned"
                | "returning"
                | "come"
                | "comes"
                | "coming"
                | "came"
                | "go"
                | "goes"
                | "going"
                | "went"
                | "head"
                | "heads"
                | "headed"
                | "heading"
                | "sail"
                | "sailed"
                | "sailing"
                | "fly"
                | "flew"
                | "flying"
                | "back"
                | "sent"
                | "bring"
                | "brought"
                | "bringing"
                | "get"
                | "troops"
                | "forces"
                | "soldiers"
                | "them"
                | "boys"
                | "personnel"
                | "all"
        );
        if !goes || self.word(i + 1) == "-" || self.is_noun_after(i + 1) {
            return None;
        }
        self.push_relative(i, i + 1, ("home".into(), None), Link::To);
        Some(i + 1)
    }

    fn is_noun_after(&self, i: usize) -> bool {
        words::is_any(
            self.word(i),
            &[
                "base",
                "port",
                "country",
                "station",
                "state",
                "town",
                "affairs",
                "office",
                "secretary",
            ],
        )
    }

    fn abroad(&mut self, start: usize, end: usize) -> Option<usize> {
        if self.tokens.entries(end).any(|e| e.table() == Table::Unit)
            && self.word(start) == "overseas"
            && self.word(start.wrapping_sub(1)) == "the"
        {
            return None;
        }
        let name = self.written(start, end);
        self.push_relative(start, end, (name, None), Link::At);
        Some(end)
    }

    /// "around the world", "across the globe".
    fn world(&mut self, i: usize) -> Option<usize> {
        if self.word(i) == "worldwide" {
            return self.abroad(i, i + 1);
        }
        let start = i.checked_sub(2).filter(|&s| self.sentence.contains(&s))?;
        if self.word(start + 1) == "the"
            && matches!(self.word(start), "around" | "across" | "throughout" | "over")
        {
            return self.abroad(start, i + 1);
        }
        None
    }

    /// "eastern flank" in the words of the tables.
    fn flank(&mut self, i: usize) -> Option<usize> {
        let (len, key) = self.tokens.longest(i, &[Table::Region])?;
        let region = key.of(Table::Region)?;
        if len < 2 {
            return None;
        }
        let name = self.written(i, i + len);
        Some(self.place(i..i + len, name, gazetteer::kind(region), Some(region), false))
    }

    /// "eastern Poland", "the northern part of Cyprus", "in the south".
    fn direction(&mut self, i: usize) -> Option<usize> {
        let adjective = words::direction_adjective(self.word(i))?;
        if let Some(end) = self.directed(i) {
            return Some(end);
        }
        let word = self.word(i);
        // "the northern part of X", "the south of X", "the southern part".
        let part = if matches!(
            self.word(i + 1),
            "part" | "parts" | "half" | "region" | "regions" | "areas" | "provinces"
        ) {
            i + 2
        } else {
            i + 1
        };
        let noun = !word.ends_with("ern") && !word.eq_ignore_ascii_case("central") || part > i + 1;
        if !noun || self.word(i.wrapping_sub(1)) != "the" && part == i + 1 {
            return None;
        }
        if self.word(part) == "of" {
            let at = if matches!(self.word(part + 1), "the" | "its" | "their") {
                part + 2
            } else {
                part + 1
            };
            if self.is_capital(at) {
                let (len, key) = self
                    .tokens
                    .longest(at, &[Table::Country, Table::State, Table::Region])?;
                let entry = key
                    .of(Table::Country)
                    .or_else(|| key.of(Table::State))
                    .or_else(|| key.of(Table::Region))?;
                let name = format!("{adjective} {}", gazetteer::name(entry));
                return Some(self.place_with_link(
                    i,
                    i..at + len,
                    name.into(),
                    Kind::Region,
                    Some(entry),
                    false,
                ));
            }
            if matches!(self.word(at), "country" | "island" | "state" | "territory") {
                return self.part_of_last(i, at + 1, adjective);
            }
            return None;
        }
        if self.link(i).is_spatial() && !self.is_capital(part) {
            let bare = part > i + 1
                || !self
                    .tokens
                    .get(part)
                    .is_some_and(crate::analysis::tokens::Token::is_word)
                || words::preposition(self.word(part), "").is_some()
                || self.is_verb(part)
                || matches!(
                    self.word(part),
                    "while" | "and" | "or" | "where" | "which" | "but" | "as" | "after"
                );
            if bare && !(matches!(self.word(part), "of" | "-")) {
                return self.part_of_last(i, part, adjective);
            }
        }
        None
    }

    fn part_of_last(&mut self, start: usize, end: usize, adjective: &str) -> Option<usize> {
        let country = self.memory.country.or(self.memory.named)?;
        let name = format!("{adjective} {}", gazetteer::name(country));
        Some(self.place_with_link(start, start..end, name.into(), Kind::Region, Some(country), true))
    }

    /// "the region", "the country", "the island", "the capital", "the state", "the base".
    fn definite(&mut self, i: usize) -> Option<usize> {
        let word = self.word(i);
        let before = self.word(i.checked_sub(1)?);
        if word == "base" {
            // "the Nevada base": the last base that was named.
            let owner = self
                .mentions
                .last()
                .is_some_and(|m| m.tokens.end == i && (m.sense != Sense::Place || m.kind == Kind::State));
            if before == "the" || before == "that" || owner {
                let known = self.memory.base.clone()?;
                return self.relative(i, i + 1, Some(known), Kind::Base);
            }
            return None;
        }
        if !matches!(before, "the" | "that" | "this") || self.word(i + 1) == "of" && word != "capital" {
            return None;
        }
        if matches!(self.word(i + 1), "'s" | "’s") {
            return self.part_of_country(i);
        }
        // "the state department", "the country team": only qualifies.
        if self
            .tokens
            .entries(i + 1)
            .any(|e| matches!(e.table(), Table::Unit | Table::Title))
        {
            return None;
        }
        match word {
            "region" => {
                let known = self.memory.region.clone();
                self.relative(i, i + 1, known, Kind::Region)
            }
            "country" | "island" => {
                let country = self.memory.country.or(self.memory.named)?;
                self.relative(
                    i,
                    i + 1,
                    Some((gazetteer::name(country).into(), Some(country))),
                    Kind::Country,
                )
            }
            "capital" => {
                let at = if self.word(i + 1) == "," { i + 2 } else { i + 1 };
                if self.is_capital(at) || self.word(i + 1) == "of" {
                    return None;
                }
                let country = self.memory.country.or(self.memory.named)?;
                let capital = Cow::Borrowed(country.cell(6));
                self.relative(i, i + 1, Some((capital, Some(country))), Kind::City)
            }
            "state" => {
                let state = self.memory.state?;
                self.relative(
                    i,
                    i + 1,
                    Some((gazetteer::name(state).into(), Some(state))),
                    Kind::State,
                )
            }
            _ => None,
        }
    }

    /// "this axis", "that area": the last place that is one.
    fn same_type(&mut self, i: usize) -> Option<usize> {
        if !matches!(self.word(i.checked_sub(1)?), "this" | "that") {
            return None;
        }
        let word = self.word(i);
        let known = [
            self.memory.topic.clone(),
            self.memory.region.clone(),
            self.memory.place.clone(),
        ]
        .into_iter()
        .flatten()
        .find(|(name, _)| name.ends_with(word))?;
        self.relative(i, i + 1, Some(known), Kind::Region)
    }

    /// "the country's south".
    fn part_of_country(&mut self, i: usize) -> Option<usize> {
        let adjective =
            words::direction_adjective(self.word(i + 2)).filter(|_| !self.word(i + 2).ends_with("ern"))?;
        self.part_of_last(i, i + 3, adjective)
    }

    /// The border of the country whose name or adjective stands at `start..end`: "Ukraine border", "Ukraine's northern border",
    /// "the Russian-Ukrainian border".
    pub(super) fn border_of(&mut self, start: usize, end: usize, entry: Entry) -> Option<usize> {
        let mut at = end;
        let mut second = None;
        if self.word(at) == "-" || self.word(at) == "–" {
            let (len, key) = self.tokens.longest(at + 1, &[Table::Country])?;
            second = key.of(Table::Country);
            at += 1 + len;
        }
        if matches!(self.word(at), "'s" | "’s" | "'" | "’") {
            at += 1;
        }
        while words::is_direction(self.word(at)) || matches!(self.word(at), "land" | "state" | "shared") {
            at += 1;
        }
        if !matches!(self.word(at), "border" | "borders" | "frontier") {
            return None;
        }
        if self.is_no_border(at + 1) {
            return None;
        }
        let mut stop = at + 1;
        if matches!(self.word(stop), "area" | "areas" | "region" | "regions") {
            stop += 1;
        }
        // "Russia's border with Ukraine": the other side says which.
        if let Some((with, other)) = self.with_country(stop) {
            let name = format!("{} border", gazetteer::name(other));
            return Some(self.place_with_link(
                start,
                start..with,
                name.into(),
                Kind::Border,
                Some(border_row(other)),
                false,
            ));
        }
        let name = match second {
            Some(second) => format!("{}-{} border", gazetteer::name(entry), gazetteer::name(second)),
            None => format!("{} border", gazetteer::name(entry)),
        };
        Some(self.place_with_link(
            start,
            start..stop,
            name.into(),
            Kind::Border,
            Some(border_row(second.unwrap_or(entry))),
            false,
        ))
    }

    /// "with Ukraine", "of Belarus" at token `i`: one past it, and the country.
    fn with_country(&self, i: usize) -> Option<(usize, Entry)> {
        if !matches!(self.word(i), "with" | "of" | "to") {
            return None;
        }
        let mut at = i + 1;
        while matches!(self.word(at), "the" | "neighbouring" | "neighboring") {
            at += 1;
        }
        let (len, key) = self.tokens.longest(at, &[Table::Country])?;
        Some((at + len, key.of(Table::Country)?))
    }

    /// Whether what follows "border" at token `i` makes a body or a thing of it: "border guards", "border service".
    fn is_no_border(&self, i: usize) -> bool {
        self.tokens
            .entries(i)
            .any(|e| matches!(e.table(), Table::Unit | Table::Title))
            || words::is_any(
                self.word(i),
                &[
                    "guard",
                    "guards",
                    "service",
                    "control",
                    "police",
                    "patrol",
                    "crossing",
                    "crossings",
                    "security",
                    "wall",
                ],
            )
    }

    /// "the border", "its border", "the border with Ukraine", "borders between X and Y".
    fn border(&mut self, i: usize) -> Option<usize> {
        if self.is_no_border(i + 1) {
            return None;
        }
        if let Some((end, country)) = self.with_country(i + 1) {
            let name = format!("{} border", gazetteer::name(country));
            return Some(self.place(
                i..end,
                name.into(),
                Kind::Border,
                Some(border_row(country)),
                false,
            ));
        }
        let before = words::lower(self.word(i.checked_sub(1)?));
        match before.as_str() {
            "its" | "their" | "his" | "her" => {
                // The country named last before the pronoun, as in "invade X after moving troops to its border".
                let country = self.memory.named?;
                let name = format!("{} border", gazetteer::name(country));
                Some(self.place(
                    i..i + 1,
                    name.into(),
                    Kind::Border,
                    Some(border_row(country)),
                    true,
                ))
            }
            "the" | "that" | "common" | "shared" | "another" => {
                let known = self.memory.border.clone().or_else(|| {
                    let country = self.memory.country.or(self.memory.named)?;
                    Some((
                        format!("{} border", gazetteer::name(country)).into(),
                        Some(border_row(country)),
                    ))
                })?;
                self.relative(i, i + 1, Some(known), Kind::Border)
            }
            _ => None,
        }
    }

    fn push_relative(&mut self, start: usize, end: usize, known: (Cow<'a, str>, Option<Entry>), link: Link) {
        let (name, spot) = known;
        let kind = spot.map_or(Kind::Relative, gazetteer::kind);
        let tied = self.link(start);
        self.push(Mention {
            span: self.tokens.span(start..end),
            tokens: start..end,
            name,
            sense: Sense::Place,
            link: if tied.is_spatial() { tied } else { link },
            kind,
            actor: None,
            relative: true,
            spot,
        });
    }
}

/// The row with the position of a country's best known border, else the country's own.
fn border_row(country: Entry) -> Entry {
    lexicon::phrase("Ukraine border")
        .of(Table::Region)
        .filter(|_| country.cell(0) == "UA")
        .unwrap_or(country)
}
