//! What a name of the tables is used for: a place, an owner, an actor, a base.

use std::borrow::Cow;

use crate::lexicon::{Entry, Form, Table};

use super::gazetteer::{self, Kind};
use super::reader::{Named, Reader, TABLES};
use super::relative::Signs;
use super::words::{self, Link};
use super::{Mention, Sense};

impl<'a> Reader<'a, '_> {
    /// Finds out what the name is used for, and adds the mention; the token to go on with.
    pub(super) fn use_of(&mut self, named: Named) -> usize {
        let Named {
            start,
            end,
            entry,
            city,
        } = named;
        if self.is_person(named) {
            return end;
        }
        let kind = gazetteer::kind(entry);
        let is_country = entry.table() == Table::Country;
        if (is_country || kind == Kind::State)
            && let Some(end) = self.border_of(start, end, entry)
        {
            return end;
        }
        if kind == Kind::Border {
            return self.place(
                start..end,
                gazetteer::name(entry).into(),
                Kind::Border,
                Some(entry),
                false,
            );
        }
        if kind == Kind::Body {
            return self.body(start, end, entry);
        }
        if self.is_clitic(end) {
            return self.possessive(start, end, entry, city);
        }
        if self.word(end) == "-"
            && self.tokens.get(end).is_some_and(|t| !t.is_spaced())
            && let Some(end) = self.hyphenated(start, end, entry)
        {
            return end;
        }
        if super::nouns::is_adjective(entry) {
            return self.adjective(start, end, entry);
        }
        if is_country {
            return self.country(start, end, entry, city);
        }
        self.simple(start, end, entry, kind)
    }

    /// NATO, the European Union: an actor wherever it stands.
    pub(super) fn body(&mut self, start: usize, end: usize, entry: Entry) -> usize {
        let name = match gazetteer::name(entry) {
            "the west" => {
                // "the west of the country", "in the west" are directions; "Western" alone only qualifies.
                if !self.word(start).starts_with(char::is_uppercase) {
                    return end;
                }
                "Western countries"
            }
            name => name,
        };
        let link = self.link(start);
        let sense = if self.is_clitic(end) || self.is_force_noun(end) {
            Sense::Owner
        } else {
            Sense::Actor
        };
        self.push(Mention {
            span: self.tokens.span(start..end),
            tokens: start..end,
            name: name.into(),
            sense,
            link,
            kind: Kind::Body,
            actor: Some(name.into()),
            relative: false,
            spot: None,
        });
        end
    }

    /// "Russia's army" owns, "Ukraine's south" is a place.
    pub(super) fn possessive(
        &mut self,
        start: usize,
        end: usize,
        entry: Entry,
        city: Option<Entry>,
    ) -> usize {
        let after = end + 1;
        if entry.table() == Table::Country {
            let mut at = after;
            let mut last = None;
            while let Some(direction) =
                words::direction_adjective(self.word(at)).filter(|_| !self.word(at).ends_with("ern"))
            {
                last = Some((at, direction));
                at += 1;
                if matches!(self.word(at), "and" | "or")
                    && words::direction_adjective(self.word(at + 1)).is_some()
                {
                    at += 1;
                }
            }
            // "Russia's south and west" names two parts, "Russia's south coast" something else.
            if let Some((noun, direction)) = last
                && (!self
                    .tokens
                    .get(at)
                    .is_some_and(crate::analysis::tokens::Token::is_word)
                    || words::preposition(self.word(at), "").is_some()
                    || self.is_verb(at))
            {
                let name = if noun == after {
                    format!("{direction} {}", gazetteer::name(entry))
                } else {
                    self.tokens.span(start..at).of(self.text()).to_owned()
                };
                return self.place_with_link(start, start..at, name.into(), Kind::Region, Some(entry), false);
            }
            if words::is_ground(self.word(after)) {
                return self.place(
                    start..after + 1,
                    self.country_name(start, end, entry),
                    Kind::Country,
                    Some(entry),
                    false,
                );
            }
        }
        let _ = city;
        self.owner(start, end, entry, Sense::Owner);
        after
    }

    /// "Germany-based", "Poland-bound", "Russia-backed".
    pub(super) fn hyphenated(&mut self, start: usize, end: usize, entry: Entry) -> Option<usize> {
        let next = self.word(end + 1);
        // "Cali- — Carolina": a word broken off.
        if !self
            .tokens
            .get(end + 1)
            .is_some_and(|t| t.is_word() && !t.is_spaced())
        {
            return Some(end + 1);
        }
        match words::lower(next).as_str() {
            "based" | "stationed" | "headquartered" => {
                let name = if entry.table() == Table::Country {
                    gazetteer::name(entry).into()
                } else {
                    self.written(start, end)
                };
                self.push(Mention {
                    span: self.tokens.span(start..end),
                    tokens: start..end,
                    name,
                    sense: Sense::Based,
                    link: Link::From,
                    kind: gazetteer::kind(entry),
                    actor: None,
                    relative: false,
                    spot: Some(entry),
                });
                Some(end + 2)
            }
            "bound" => {
                let name = self.written(start, end);
                self.push(Mention {
                    span: self.tokens.span(start..end),
                    tokens: start..end,
                    name,
                    sense: Sense::Place,
                    link: Link::To,
                    kind: gazetteer::kind(entry),
                    actor: None,
                    relative: false,
                    spot: Some(entry),
                });
                Some(end + 2)
            }
            "led" | "commanded" | "manned" => {
                self.owner(start, end, entry, Sense::Owner);
                Some(end + 2)
            }
            // Backed, made, built, held by somebody, or in a style: neither owner nor place.
            "" => None,
            _ if next.starts_with(char::is_lowercase) => Some(end + 2),
            _ => None,
        }
    }

    /// "Albanian soil" is a place, "German troops" has an owner, "the Germans" act.
    pub(super) fn adjective(&mut self, start: usize, end: usize, entry: Entry) -> usize {
        if start >= self.sentence.start + 2
            && self.word(start - 1) == "-"
            && words::is_any(self.word(start - 2), &["pro", "anti", "ex", "non"])
        {
            return end;
        }
        if words::is_ground(self.word(end)) {
            return self.place(
                start..end + 1,
                gazetteer::name(entry).into(),
                Kind::Country,
                Some(entry),
                false,
            );
        }
        if words::is_any(self.word(end), &["coast", "shores", "coastline"]) {
            let name = format!("{} {}", self.written(start, end), self.word(end));
            return self.place(start..end + 1, name.into(), Kind::Region, Some(entry), false);
        }
        if self.word(end).eq_ignore_ascii_case("capital") {
            return self.capital(start, end, entry);
        }
        let alone = entry.form().is(Form::DEMONYM)
            && !(entry.form().is(Form::ADJECTIVE)
                && self
                    .tokens
                    .get(end)
                    .is_some_and(crate::analysis::tokens::Token::is_word));
        self.owner(start, end, entry, if alone { Sense::Actor } else { Sense::Owner });
        end
    }

    /// "the Afghan capital": Kabul, unless the text goes on to name it.
    pub(super) fn capital(&mut self, start: usize, end: usize, entry: Entry) -> usize {
        let named = if self.word(end + 1) == "," {
            end + 2
        } else {
            end + 1
        };
        if self.is_capital(named) {
            self.owner(start, end, entry, Sense::Owner);
            return end + 1;
        }
        let name = Cow::Borrowed(entry.cell(6));
        if name.is_empty() {
            return end + 1;
        }
        self.place(start..end + 1, name, Kind::City, Some(entry), true)
    }

    pub(super) fn owner(&mut self, start: usize, end: usize, entry: Entry, sense: Sense) {
        let link = self.link(start);
        let kind = gazetteer::kind(entry);
        let name = if kind == Kind::Country {
            gazetteer::name(entry).into()
        } else {
            self.written(start, end)
        };
        // Somebody led, backed or trained by X is not X.
        let actor = match kind {
            Kind::Country => Some(Cow::Borrowed(gazetteer::name(entry))),
            Kind::State
                if words::is_any(self.word(end), &["National", "Guard", "Guardsmen", "guardsmen"]) =>
            {
                Some(Cow::Borrowed("United States"))
            }
            _ => None,
        };
        self.push(Mention {
            span: self.tokens.span(start..end),
            tokens: start..end,
            name,
            sense,
            link,
            kind,
            actor,
            relative: false,
            spot: Some(entry),
        });
    }

    /// A country's own name, or a word that stands for its government.
    pub(super) fn country(&mut self, start: usize, end: usize, entry: Entry, city: Option<Entry>) -> usize {
        let metonym = !entry.form().is(Form::NAME);
        let mut link = self.link(start);
        let listed = self.continues_places(start, end);
        let attributive = self.is_attributive(start, end, entry);
        if !metonym && self.is_verb(end) && !self.is_tied(start) {
            // "in the war Russia began": a subject, however far off a preposition stands.
            self.owner(start, end, entry, Sense::Actor);
            return end;
        }
        if city.is_some() && !attributive && self.qualifies(end) && !link.is_spatial() {
            // "the Helsinki agreement": neither a place to be in nor a government.
            return end;
        }
        let literal = if attributive || metonym && city.is_none() {
            false
        } else if listed {
            true
        } else if metonym {
            // "Washington said" is the government; only a place to be in is the town. "to Moscow" may be either.
            matches!(
                link,
                Link::At | Link::Near | Link::To | Link::From | Link::Through
            ) || link == Link::Of && self.of_place(start)
        } else {
            link.is_spatial() || link == Link::Of
        };
        if !literal {
            let sense = if attributive { Sense::Owner } else { Sense::Actor };
            self.owner(start, end, entry, sense);
            return end;
        }
        if listed && !link.is_spatial() {
            link = self.groups.last().map_or(link, |g| g.link);
        }
        if let Some(city) = city {
            let (name, end) = self.chain(start, end, self.written(start, end), Some(city));
            return self.add_place(
                start..end,
                name,
                Kind::City,
                Some(city),
                link,
                Some(gazetteer::name(entry)),
            );
        }
        if words::is_any(self.word(end), &["coast", "shores", "coastline"]) {
            let name = self.written(start, end + 1);
            return self.add_place(start..end + 1, name, Kind::Region, Some(entry), link, None);
        }
        let name = self.country_name(start, end, entry);
        self.add_place(
            start..end,
            name,
            Kind::Country,
            Some(entry),
            link,
            Some(gazetteer::name(entry)),
        )
    }

    /// The canonical name, but for parts of a country that have one of their own.
    pub(super) fn country_name(&self, start: usize, end: usize, entry: Entry) -> Cow<'a, str> {
        let written = self.written(start, end);
        if matches!(
            &*written,
            "England"
                | "Scotland"
                | "Wales"
                | "Northern Ireland"
                | "West Germany"
                | "Congo"
                | "Macedonia"
                | "Burma"
        ) {
            return written;
        }
        gazetteer::name(entry).into()
    }

    /// A place that is no country: city, base, state, region, sea.
    pub(super) fn simple(&mut self, start: usize, mut end: usize, entry: Entry, mut kind: Kind) -> usize {
        let name_end = end;
        // "Black Sea Fleet", "Nevada National Guard", "Kyiv Independent": part of another name.
        if self.is_capital(end)
            && self
                .tokens
                .get(end)
                .is_some_and(super::super::tokens::Token::is_spaced)
            && !self.heading()
        {
            if self.is_type(end) {
                end += if words::is_type_pair(self.word(end), self.word(end + 1)) {
                    2
                } else {
                    1
                };
            } else if !(self.link(start).is_spatial() && self.opens_title(end)) {
                if matches!(kind, Kind::State | Kind::Sea | Kind::Region) {
                    self.owner(start, end, entry, Sense::Owner);
                }
                return end;
            }
        } else if kind != Kind::State
            && self.is_type(end)
            && self
                .tokens
                .get(end)
                .is_some_and(super::super::tokens::Token::is_spaced)
            && !self.is_attributive_type(end)
        {
            end += if words::is_type_pair(self.word(end), self.word(end + 1)) {
                2
            } else {
                1
            };
        } else if self.word(end) == "-"
            && self.word(end + 1).bytes().all(|b| b.is_ascii_digit())
            && !self.word(end + 1).is_empty()
        {
            end += 2;
        } else if kind == Kind::State
            && (self.is_force_noun(end)
                || matches!(
                    self.word(end),
                    "base" | "bases" | "senator" | "governor" | "lawmaker"
                ))
            || kind == Kind::Region && self.is_region_adjective(start, end, entry)
        {
            self.owner(start, end, entry, Sense::Owner);
            return end;
        }
        // A city's name in the middle of a longer one: "Hotel Odessa Plaza".
        if kind == Kind::City
            && start > self.sentence.start
            && self.is_capital(start - 1)
            && !self.heading()
            && self.tokens.entries(start - 1).next().is_none()
            && !self.word(start - 1).ends_with('.')
        {
            return end;
        }
        if end > name_end
            && kind == Kind::City
            && !matches!(words::lower(self.word(end - 1)).as_str(), "city" | "town")
        {
            kind = if words::is_any(
                self.word(end - 1),
                &["base", "airfield", "garrison", "barracks", "camp", "grounds"],
            ) {
                Kind::Base
            } else {
                Kind::Region
            };
        }
        self.place(start..end, self.written(start, end), kind, Some(entry), false)
    }

    /// "European allies", "Western officials": the adjective of a region.
    pub(super) fn is_region_adjective(&self, start: usize, end: usize, entry: Entry) -> bool {
        let written = self.written(start, end);
        written.ends_with("ern") && end - start == 1
            || (written.ends_with("an") || written.ends_with("ic") || written.ends_with("ian"))
                && &*written != gazetteer::name(entry)
                && self
                    .tokens
                    .get(end)
                    .is_some_and(crate::analysis::tokens::Token::is_word)
                && !self.is_type(end)
                && !self.word(end).starts_with(char::is_uppercase)
                && words::preposition(self.word(end), "").is_none()
    }

    /// "southern Afghanistan", "western North Carolina": a capitalised or small direction before a name.
    pub(super) fn directed(&mut self, i: usize) -> Option<usize> {
        if !self.signs(i).has(Signs::DIRECTION) || self.word(i).len() < 4 {
            return None;
        }
        let mut at = i + 1;
        if matches!(self.word(at), "and" | "or" | "-") && words::is_direction(self.word(at + 1)) {
            at += 2;
        }
        if !self.is_capital(at) {
            return None;
        }
        // A whole name of the tables ("South Korea", "Eastern Mediterranean") is none of these.
        if self.is_capital(i) && self.tokens.longest(i, &TABLES).is_some_and(|(len, _)| len > 1) {
            return None;
        }
        let named = self.lookup(at)?;
        if super::nouns::is_adjective(named.entry)
            || gazetteer::kind(named.entry) == Kind::Body
            || self.is_clitic(named.end) && named.entry.table() != Table::Country
        {
            return None;
        }
        if self.is_clitic(named.end) || self.is_attributive(at, named.end, named.entry) && !self.is_capital(i)
        {
            return None;
        }
        let spot = named.city.unwrap_or(named.entry);
        let rest = if spot.table() == Table::Country {
            self.country_name(named.start, named.end, spot)
        } else {
            self.written(named.start, named.end)
        };
        let mut end = named.end;
        let mut name = format!("{} {rest}", self.written(i, at));
        if self.is_type(end) && !self.is_attributive_type(end) && spot.table() != Table::Country {
            name = format!("{name} {}", self.word(end));
            end += 1;
        }
        Some(self.place_with_link(i, i..end, name.into(), Kind::Region, Some(spot), false))
    }
}
