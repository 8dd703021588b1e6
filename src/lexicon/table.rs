//! Reading the tables that `assets/build.rs` laid down.

use super::scan::{self, Beginnings, Key};

#[expect(clippy::unreadable_literal, reason = "written by the build script")]
mod made {
    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));

/// Which table an entry comes from; the comment names its columns, which [`Entry::cell`] counts from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// `abbr expansion kind ends_sentence next`
    Abbreviation,
    /// `name aliases kind operator iso2 admin1 place lat lon status source`
    Base,
    /// `name aliases iso2 admin1 lat lon population capital suburb_of ambiguous`
    City,
    /// `iso2 iso3 name aliases adjectives demonyms_pl capital cap_lat cap_lon map_lat map_lon region continent
    /// population neighbours orgs metonyms`; forms: NAME, ADJECTIVE, DEMONYM, METONYM
    Country,
    /// `class terms category domain sidc_set_entity sidc_label`
    Equipment,
    /// `name aliases kind nato_symbol iso2 home_base parent`
    Formation,
    /// `name gender p_male us_freq_pct source`
    GivenName,
    /// `lemma past past_part pres_3sg gerund class frame`; forms: BASE, PAST, PARTICIPLE, THIRD, GERUND
    MovementVerb,
    /// `word value kind`
    NumberWord,
    /// `name aliases surname gender office iso2_or_org us_state party start end source`; forms: NAME, SURNAME
    Officeholder,
    /// `name aliases kind iso2 lat lon bbox`
    Region,
    /// `lemma past past_part pres_3sg gerund class strength frames stance`; forms as of movement verbs
    ReportingVerb,
    /// `title aliases kind rank scope gender iso2`
    Title,
    /// `term aliases kind nato_symbol min_size max_size domain iso2 notes`
    Unit,
    /// `code name ap_abbrev demonym capital lat lon ambiguous_with`; forms: NAME, ABBREVIATED, DEMONYM
    State,
    /// `name aliases iso2 alone`: `alone` says whether the name stands for the ship without "the frigate" before it.
    Ship,
}

const TABLES: [Table; 16] = [
    Table::Abbreviation,
    Table::Base,
    Table::City,
    Table::Country,
    Table::Equipment,
    Table::Formation,
    Table::GivenName,
    Table::MovementVerb,
    Table::NumberWord,
    Table::Officeholder,
    Table::Region,
    Table::ReportingVerb,
    Table::Title,
    Table::Unit,
    Table::State,
    Table::Ship,
];

/// Some of the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableSet(u16);

impl TableSet {
    /// The tables of `list`.
    pub const fn of(list: &[Table]) -> Self {
        let mut set = 0;
        let mut i = 0;
        while i < list.len() {
            set |= 1 << list[i] as u16;
            i += 1;
        }
        Self(set)
    }

    /// Whether the two have a table in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The tables of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `table` is one of them.
    pub const fn has(self, table: Table) -> bool {
        self.0 >> table as u16 & 1 != 0
    }
}

/// In which form a word stands for its row: bits, since `said` is both past and participle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Form(u8);

impl Form {
    /// The name or one of its aliases.
    pub const NAME: Self = Self(1);
    /// A country's adjective: German.
    pub const ADJECTIVE: Self = Self(2);
    /// An officeholder's surname.
    pub const SURNAME: Self = Self(2);
    /// A state's abbreviation: `N.C.`
    pub const ABBREVIATED: Self = Self(2);
    /// A people's name: Germans.
    pub const DEMONYM: Self = Self(4);
    /// A word that stands for the government: Kremlin.
    pub const METONYM: Self = Self(8);
    /// Infinitive: deploy.
    pub const BASE: Self = Self(1);
    /// Past: sent.
    pub const PAST: Self = Self(2);
    /// Past participle: taken.
    pub const PARTICIPLE: Self = Self(4);
    /// Third person: sends.
    pub const THIRD: Self = Self(8);
    /// Gerund: sending.
    pub const GERUND: Self = Self(16);

    /// Whether it is (also) `other`.
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A word or phrase of the index; [`KeyId::NONE`] is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct KeyId(u32);

/// One sense of a word or phrase: a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry(u32);

fn word(at: usize) -> u32 {
    WORDS
        .get(at * 4..)
        .and_then(|w| w.first_chunk())
        .map_or(0, |w| u32::from_le_bytes(*w))
}

fn string(id: u32) -> &'static str {
    let at = made::STRINGS + id as usize;
    TEXT.get(word(at) as usize..word(at + 1) as usize)
        .unwrap_or_default()
}

impl KeyId {
    /// No key.
    pub const NONE: Self = Self(0);

    /// All senses of the word or phrase, in the order of [`Table`].
    pub fn entries(self) -> impl Iterator<Item = Entry> + Clone {
        let first = made::ENTRIES + self.cell(1) as usize;
        (first..first + (self.cell(2) & 0xffff) as usize).map(|i| Entry(word(i)))
    }

    fn cell(self, i: usize) -> u32 {
        word(made::KEYS + self.0 as usize * 6 + i)
    }

    /// The tables in which the word or phrase itself has a sense.
    pub fn tables(self) -> TableSet {
        TableSet(self.cell(3) as u16)
    }

    /// The tables of the phrases of two words or more that begin with this word.
    pub fn leads(self) -> TableSet {
        TableSet((self.cell(3) >> 16) as u16)
    }

    /// Whether a phrase of the tables may go on from this word with one whose sign is `second`
    /// ([`scan::bit`]); never `false` where one does.
    pub fn goes_on(self, second: u64) -> bool {
        (u64::from(self.cell(4)) | u64::from(self.cell(5)) << 32) & second != 0
    }

    /// The number of the key, less than 2²⁴.
    pub(crate) const fn number(self) -> u32 {
        self.0
    }

    /// The key of that number.
    pub(crate) const fn from_number(number: u32) -> Self {
        Self(number)
    }

    /// The first sense in `table`.
    pub fn of(self, table: Table) -> Option<Entry> {
        if !self.tables().has(table) {
            return None;
        }
        self.entries().find(|e| e.table() == table)
    }

    /// Tokens of the longest phrase that begins with this word; 0 for none.
    pub fn longest(self) -> usize {
        (self.cell(2) >> 16) as usize
    }

    /// The word or phrase as it is indexed, in lower case.
    pub fn text(self) -> &'static str {
        string(self.cell(0))
    }
}

impl Entry {
    /// The table.
    pub const fn table(self) -> Table {
        TABLES[(self.0 >> 14 & 15) as usize % TABLES.len()]
    }

    /// The row in its table, from 0.
    pub const fn row(self) -> usize {
        (self.0 & 0x3fff) as usize
    }

    /// In which form the word stands for the row.
    pub const fn form(self) -> Form {
        Form((self.0 >> 18) as u8)
    }

    /// Whether `written`, the words of a text, may stand for it as to capitals: a short acronym needs all of them
    /// (`US`, not `us` or `Us`), a name its first.
    pub fn fits(self, written: &str) -> bool {
        let capital = |c: char| c.is_uppercase() || c.is_numeric();
        match self.0 >> 26 & 3 {
            0 => true,
            2 if written.len() <= 4 => written.chars().filter(|c| c.is_alphanumeric()).all(capital),
            _ => written.chars().next().is_some_and(capital),
        }
    }

    /// A cell of its row, by the column numbers of [`Table`]; empty where there is none.
    pub fn cell(self, column: usize) -> &'static str {
        let (start, columns, rows) = made::TABLES[(self.0 >> 14 & 15) as usize % made::TABLES.len()];
        if column >= columns || self.row() >= rows {
            return "";
        }
        string(word(start + self.row() * columns + column))
    }

    /// The parts of a cell that holds a list.
    pub fn list(self, column: usize) -> impl Iterator<Item = &'static str> {
        self.cell(column).split('|').filter(|part| !part.is_empty())
    }

    /// A cell as a number.
    pub fn number(self, column: usize) -> Option<f64> {
        self.cell(column).parse().ok()
    }
}

/// The key of a word or phrase already put together.
pub fn key(key: &Key) -> KeyId {
    key.bytes().map_or(KeyId::NONE, find)
}

/// The key of the first `tokens` words of a phrase already put together.
pub fn beginning(phrase: &Beginnings, tokens: usize) -> KeyId {
    phrase.bytes(tokens).map_or(KeyId::NONE, find)
}

fn find(bytes: &[u8]) -> KeyId {
    let mut slot = scan::hash(bytes) as usize & (made::SLOTS - 1);
    loop {
        let id = word(made::INDEX + slot);
        if id == 0 {
            return KeyId::NONE;
        }
        if KeyId(id).text().as_bytes() == bytes {
            return KeyId(id);
        }
        slot = (slot + 1) & (made::SLOTS - 1);
    }
}

/// The key of `text`, a word or phrase in any case: `phrase("Fort Bragg")`.
pub fn phrase(text: &str) -> KeyId {
    let mut whole = Key::new();
    for token in scan::Scanner::new(text) {
        let token = text.get(token.start..token.end).unwrap_or_default();
        if token != "." {
            whole.push(token);
        }
    }
    key(&whole)
}

/// The row of an abbreviation given without its full stop: `Sen`, `approx`.
pub fn abbreviation(word: &str) -> Option<Entry> {
    let mut whole = Key::new();
    whole.push(word);
    key(&whole).of(Table::Abbreviation)
}

/// All rows of a table, for the few that are walked whole.
pub fn rows(table: Table) -> impl Iterator<Item = Entry> {
    let number = TABLES.iter().position(|&t| t == table).unwrap_or_default();
    (0..made::TABLES[number].2 as u32).map(move |row| Entry(row | (number as u32) << 14 | 1 << 18))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases_are_found_in_any_case() {
        assert_eq!(
            phrase("fort bragg").of(Table::Base).map(|e| e.cell(4)),
            Some("US")
        );
        assert_eq!(
            phrase("18th Airborne Corps")
                .of(Table::Formation)
                .map(|e| e.cell(5)),
            Some("Fort Bragg")
        );
        assert_eq!(
            phrase("NATO’s eastern flank")
                .of(Table::Region)
                .map(|e| e.cell(0)),
            Some("Eastern Europe")
        );
        assert_eq!(
            phrase("Lt. Col.").of(Table::Title).map(|e| e.cell(2)),
            Some("rank")
        );
        assert_eq!(phrase("qwxz"), KeyId::NONE);
    }

    #[test]
    fn a_form_can_be_two_at_once() {
        let said = phrase("said").of(Table::ReportingVerb).expect("a reporting verb");
        assert_eq!(said.cell(0), "say");
        assert!(
            said.form().is(Form::PAST) && said.form().is(Form::PARTICIPLE) && !said.form().is(Form::GERUND)
        );
    }

    #[test]
    fn capitals_tell_a_short_acronym_from_a_word() {
        let us = phrase("us").of(Table::Country).expect("a country");
        assert!(us.fits("US") && !us.fits("us") && !us.fits("Us"));
        let german = phrase("german")
            .entries()
            .find(|e| e.form().is(Form::ADJECTIVE))
            .expect("an adjective");
        assert!(german.fits("German") && german.fits("GERMAN") && !german.fits("german"));
    }

    #[test]
    fn the_first_word_of_a_phrase_knows_how_long_it_may_be() {
        assert!(phrase("fort").longest() >= 2);
        assert_eq!(rows(Table::State).count(), 51);
    }
}
