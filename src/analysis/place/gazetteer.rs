//! Which of a name's senses is meant, and where it lies on the map.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analysis::Toponym;
use crate::clean::Clean;
use crate::lexicon::{self, Entry, KeyId, Table};

/// What kind of place a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A state of the world.
    Country,
    /// A state of the United States.
    State,
    /// A city or town.
    City,
    /// A base, camp, training ground or military airfield.
    Base,
    /// Part of the world or of a country, island, corridor.
    Region,
    /// Sea, ocean, strait, canal, river.
    Sea,
    /// A border and what lies along it.
    Border,
    /// An alliance or union: an actor, not a place.
    Body,
    /// A name that no table knows: a village, an airfield, a sector of a front.
    Unknown,
    /// A place only relative to another ("home", "overseas") that the text does not resolve.
    Relative,
}

impl Kind {
    /// Whether a place of this kind lies within a town, so that a country or state after it says where.
    pub const fn is_small(self) -> bool {
        matches!(self, Self::City | Self::Base | Self::Unknown)
    }
}

/// The kind of the place in a row of a table.
pub(super) fn kind(entry: Entry) -> Kind {
    match entry.table() {
        Table::Country => Kind::Country,
        Table::State => Kind::State,
        Table::City => Kind::City,
        Table::Base => Kind::Base,
        _ => match entry.cell(2) {
            "sea" | "ocean" | "strait" | "canal" | "river" => Kind::Sea,
            "border" => Kind::Border,
            "bloc" => Kind::Body,
            "city" => Kind::City,
            "site" | "infrastructure" => Kind::Unknown,
            _ => Kind::Region,
        },
    }
}

/// ISO code of the country in which a row's place lies; empty for none or several.
pub(super) fn country(entry: Entry) -> &'static str {
    match entry.table() {
        Table::Country => entry.cell(0),
        Table::State => "US",
        Table::City => entry.cell(2),
        Table::Base => entry.cell(4),
        Table::Region => Some(entry.cell(3)).filter(|c| c.len() == 2).unwrap_or_default(),
        _ => "",
    }
}

/// The state of the United States in which it lies, by its code.
pub(super) fn state(entry: Entry) -> &'static str {
    match entry.table() {
        Table::State => entry.cell(0),
        Table::City => entry.cell(3),
        Table::Base => entry.cell(5),
        _ => "",
    }
}

/// The name in the table.
pub(super) fn name(entry: Entry) -> &'static str {
    match entry.table() {
        Table::Country => entry.cell(2),
        Table::State => entry.cell(1),
        _ => entry.cell(0),
    }
}

/// The place on the map, under `name`.
pub(super) fn toponym(entry: Entry, shown: &str, kind: Kind) -> Option<Toponym> {
    let (lat, lon) = match entry.table() {
        Table::Country => (9, 10),
        Table::State => (5, 6),
        Table::City | Table::Region => (4, 5),
        Table::Base => (7, 8),
        _ => return None,
    };
    let country = country(entry);
    Some(Toponym {
        name: Clean::line(shown),
        country: (!country.is_empty()).then(|| Clean::from(country)),
        lat: entry.number(lat)?,
        lon: entry.number(lon)?,
        kind: match kind {
            Kind::Country => "country",
            Kind::State => "state",
            Kind::City | Kind::Unknown => "city",
            Kind::Base => "base",
            Kind::Sea => "sea",
            Kind::Border => "border",
            Kind::Region | Kind::Body | Kind::Relative => "region",
        },
    })
}

/// How often the article names each country and the American states: what decides between namesakes.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    countries: Vec<u32>,
    pub(super) states: u32,
    /// Signs that "Georgia" is the country: its neighbours, its towns, its people.
    pub(super) caucasus: u32,
}

impl Default for Evidence {
    fn default() -> Self {
        Self {
            countries: vec![0; 256],
            states: 0,
            caucasus: 0,
        }
    }
}

impl Evidence {
    /// Counts the senses of one name of the text.
    pub(super) fn count(&mut self, key: KeyId, written: &str) {
        let georgia = key.text() == "georgia";
        for entry in key.entries().filter(|e| e.fits(written)) {
            match entry.table() {
                Table::Country if !georgia => {
                    if let Some(count) = self.countries.get_mut(entry.row()) {
                        *count += 1;
                    }
                    if matches!(entry.cell(0), "RU" | "UA" | "AM" | "AZ" | "MD") || key.text() == "georgian" {
                        self.caucasus += 1;
                    }
                }
                Table::State if !georgia && key.text() != "washington" => self.states += 1,
                Table::Region if matches!(entry.cell(0), "Abkhazia" | "South Ossetia" | "Caucasus") => {
                    self.caucasus += 2;
                }
                _ => {}
            }
        }
    }

    fn of(&self, entry: Entry) -> u32 {
        country_row(country(entry))
            .and_then(|row| self.countries.get(row.row()).copied())
            .unwrap_or_default()
    }

    /// Whether "Georgia" without more words is the American state.
    pub(super) const fn georgia_is_a_state(&self) -> bool {
        self.states > 0 && self.caucasus == 0
    }

    /// Of several rows of one table the likeliest: a country that the article names, then the biggest.
    pub(super) fn best(&self, entries: impl Iterator<Item = Entry>) -> Option<Entry> {
        let mut all = entries.peekable();
        let first = all.next()?;
        if all.peek().is_none() {
            return Some(first);
        }
        let weight = |entry: Entry| {
            let population = if entry.table() == Table::City {
                entry.number(6).unwrap_or(0.0)
            } else {
                0.0
            };
            (self.of(entry).min(3), population as u64)
        };
        Some(all.fold(
            first,
            |best, entry| if weight(entry) > weight(best) { entry } else { best },
        ))
    }
}

/// The row of a country by its ISO code.
pub(super) fn country_row(iso: &str) -> Option<Entry> {
    static ROWS: LazyLock<HashMap<&str, Entry>> = LazyLock::new(|| {
        let mut rows = HashMap::new();
        for row in lexicon::rows(Table::Country) {
            rows.entry(row.cell(0)).or_insert(row);
        }
        rows
    });
    ROWS.get(iso).copied()
}
