//! Reads the sentences from left to right and finds each mention.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::analysis::time;
use crate::analysis::tokens::Tokens;
use crate::article::Article;
use crate::lexicon::{Entry, Form, KeyId, Table};

use super::gazetteer::{self, Evidence, Kind};
use super::words::{self, Link};
use super::{Group, Mention, Places, Sense, bodies, list, people};

const TABLES: [Table; 5] = [
    Table::Base,
    Table::City,
    Table::Country,
    Table::Region,
    Table::State,
];

/// What is known while reading.
pub(super) struct Reader<'a, 't> {
    pub(super) tokens: &'t Tokens<'a>,
    /// Token indices of the sentence being read.
    pub(super) sentence: Range<usize>,
    pub(super) mentions: Vec<Mention<'a>>,
    pub(super) groups: Vec<Group<'a>>,
    people: HashSet<&'a str>,
    pub(super) evidence: Evidence,
    pub(super) memory: Memory<'a>,
}

/// What the text named last: where "there", "the country" and "its border" point.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory<'a> {
    /// The last group of places, by its name and the row of its first member.
    pub(super) place: Option<(Cow<'a, str>, Option<Entry>)>,
    /// The last country that was a place.
    pub(super) country: Option<Entry>,
    /// The last country in any sense.
    pub(super) named: Option<Entry>,
    /// The last American state.
    pub(super) state: Option<Entry>,
    /// The last base.
    pub(super) base: Option<(Cow<'a, str>, Option<Entry>)>,
    /// The last part of the world or of a country.
    pub(super) region: Option<(Cow<'a, str>, Option<Entry>)>,
    /// The last border that was named in full.
    pub(super) border: Option<(Cow<'a, str>, Option<Entry>)>,
    /// The place of the dateline.
    pub(super) here: Option<(Cow<'a, str>, Option<Entry>)>,
}

/// A name found in the tables, before its use is known.
#[derive(Clone, Copy)]
struct Named {
    start: usize,
    end: usize,
    entry: Entry,
    /// The capital's own row, where the name stands for a government: Moscow.
    city: Option<Entry>,
}

pub(super) fn read<'a>(article: &'a Article, tokens: &Tokens<'a>) -> Places<'a> {
    let (people, evidence) = people::survey(tokens);
    let mut reader = Reader {
        tokens,
        sentence: 0..0,
        mentions: Vec::new(),
        groups: Vec::new(),
        people,
        evidence,
        memory: Memory::default(),
    };
    let dateline = article.dateline.as_ref().map(|d| d.span);
    for sentence in 0..article.sentences.len() {
        reader.sentence = tokens.sentence(sentence);
        let mut at = reader.sentence.start;
        if let Some(dateline) = dateline {
            let inside = tokens.within(dateline);
            if inside.contains(&at) {
                reader.read_dateline(inside.clone());
                at = inside.end;
            }
        }
        while at < reader.sentence.end {
            at = reader.step(at).max(at + 1);
        }
    }
    Places {
        mentions: reader.mentions,
        groups: reader.groups,
        here: reader.memory.here.map(|(name, _)| name),
    }
}

impl<'a> Reader<'a, '_> {
    /// The word at `i`, empty outside the sentence.
    pub(super) fn word(&self, i: usize) -> &'a str {
        if self.sentence.contains(&i) {
            self.tokens.word(i)
        } else {
            ""
        }
    }

    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.sentence.contains(&i) && self.tokens.get(i).is_some_and(|t| t.is_word() && t.is_capital())
    }

    fn is_clitic(&self, i: usize) -> bool {
        self.sentence.contains(&i)
            && (self
                .tokens
                .get(i)
                .is_some_and(crate::analysis::tokens::Token::is_clitic)
                || matches!(self.word(i), "'" | "’")
                    && self.tokens.word(i.wrapping_sub(1)).ends_with('s')
                    && self.tokens.get(i).is_some_and(|t| !t.is_spaced()))
    }

    /// Reads what begins at token `i`; the token to go on with.
    fn step(&mut self, i: usize) -> usize {
        let Some(token) = self.tokens.get(i) else {
            return i + 1;
        };
        if !token.is_word() {
            return i + 1;
        }
        if !token.is_capital() {
            if let Some(end) = self.lower_case(i) {
                return end;
            }
            return i + 1;
        }
        if words::is_ship(self.word(i.wrapping_sub(1))) && i > self.sentence.start && !self.is_ship_owner(i) {
            // The name of a ship or an operation: nothing in it is a place.
            return self.run_end(i);
        }
        if let Some((actor, len)) = bodies::actor(self.word(i), self.word(i + 1), self.word(i + 2))
            && !(self.word(i) == "RAF"
                && self
                    .tokens
                    .longest(i, &[Table::Base])
                    .is_some_and(|(len, _)| len > 1))
            && !(self.word(i) == "RAF"
                && self.is_capital(i + 1)
                && self.tokens.entries(i + 1).next().is_none())
        {
            let link = self.link(i);
            self.push(Mention {
                span: self.tokens.span(i..i + len),
                tokens: i..i + len,
                name: actor.into(),
                sense: Sense::Actor,
                link,
                kind: Kind::Body,
                actor: Some(actor.into()),
                relative: false,
                spot: None,
            });
            return i + len;
        }
        if let Some(end) = self.directed(i) {
            return end;
        }
        if let Some(named) = self.lookup(i) {
            return self.use_of(named);
        }
        self.unknown(i).unwrap_or(i + 1)
    }

    /// "the U.S. frigate": a country's name between the article and the kind of ship is no ship's name.
    fn is_ship_owner(&self, i: usize) -> bool {
        self.tokens
            .entries(i)
            .any(|e| e.table() == Table::Country && e.form().is(Form::ADJECTIVE))
    }

    /// One past the last capitalised word of the run that begins at `i`.
    fn run_end(&self, i: usize) -> usize {
        let mut end = i;
        while self.is_capital(end) && end < i + 6 {
            end += 1;
        }
        end.max(i + 1)
    }

    /// The dateline gives "here" its place and is no mention.
    fn read_dateline(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            if let Some(named) = self.lookup(at) {
                let spot = named.city.unwrap_or(named.entry);
                if self.memory.here.is_none() {
                    self.memory.here = Some((gazetteer::name(spot).into(), Some(spot)));
                }
                at = named.end;
            } else {
                at += 1;
            }
        }
    }

    /// The name of the tables that begins at token `i`, with its most likely sense.
    fn lookup(&self, i: usize) -> Option<Named> {
        if let Some((len, key)) = self.tokens.longest(i, &TABLES) {
            return self.choose(i, i + len, key);
        }
        // "the Hague", "the Gulf" stand in the tables with their article.
        if i > self.sentence.start && self.word(i - 1).eq_ignore_ascii_case("the") {
            for len in [2, 1] {
                let key = self.tokens.phrase(i - 1..i + len);
                if key != KeyId::NONE && key.entries().any(|e| TABLES.contains(&e.table())) {
                    return self.choose(i, i + len, key);
                }
            }
        }
        None
    }

    fn choose(&self, start: usize, end: usize, key: KeyId) -> Option<Named> {
        let written = self.word(start);
        let fitting = || key.entries().filter(|e| e.fits(written));
        let first = |table: Table| fitting().find(|e| e.table() == table);
        let cities = || fitting().filter(|e| e.table() == Table::City);
        let found = |entry, city| {
            Some(Named {
                start,
                end,
                entry,
                city,
            })
        };
        let country = first(Table::Country);
        let state = fitting().find(|e| e.table() == Table::State && e.form().is(Form::NAME));
        match key.text() {
            "georgia" => {
                let near_states = self.evidence.georgia_is_a_state();
                return found(
                    if near_states {
                        state.or(country)?
                    } else {
                        country.or(state)?
                    },
                    None,
                );
            }
            "washington" => {
                if self.word(end).eq_ignore_ascii_case("state") {
                    return found(state?, None);
                }
                return found(country?, cities().next().or(state));
            }
            "new york" => return found(cities().next().or(state)?, None),
            _ => {}
        }
        if let Some(country) = country {
            let form = country.form();
            if form.is(Form::METONYM) && !form.is(Form::NAME) && !form.is(Form::ADJECTIVE) {
                return found(
                    country,
                    self.evidence
                        .best(cities())
                        .filter(|c| gazetteer::country(*c) == country.cell(0)),
                );
            }
            // Gaza, Crimea: the part of the world itself, where the country's row only lists it as another name.
            let exact = gazetteer::name(country).eq_ignore_ascii_case(key.text());
            if form.is(Form::NAME)
                && !exact
                && let Some(region) = first(Table::Region)
            {
                return found(region, None);
            }
            if form.is(Form::ADJECTIVE) && !form.is(Form::NAME)
                || form.is(Form::DEMONYM)
                || form.is(Form::NAME)
            {
                return found(
                    self.evidence
                        .best(fitting().filter(|e| e.table() == Table::Country))?,
                    None,
                );
            }
        }
        let entry = state
            .or_else(|| self.evidence.best(fitting().filter(|e| e.table() == Table::Base)))
            .or_else(|| first(Table::Region))
            .or_else(|| self.evidence.best(cities()))?;
        found(entry, None)
    }

    /// Whether the single word of `named` rather is a person's name, or a part of another name.
    fn is_person(&self, named: Named) -> bool {
        let Named {
            start, end, entry, ..
        } = named;
        if end - start > 1 || self.is_adjective(entry) {
            return false;
        }
        let chained = self.word(end) == "," && self.container(end + 1, named.entry, false).is_some();
        if chained {
            return false;
        }
        let word = self.word(start);
        let given = self.tokens.entry(start, Table::GivenName).is_some();
        let country = entry.table() == Table::Country && entry.form().is(Form::NAME);
        if self.people.contains(word) && (!country || given) {
            return true;
        }
        if given && self.is_capital(end) && !self.is_type(end) && !self.opens_title(end) {
            return true;
        }
        let after_person = start > self.sentence.start
            && self.is_capital(start - 1)
            && people::opens_a_person(self.tokens, start - 1)
            && !(country && !given);
        if after_person {
            return true;
        }
        if entry.table() == Table::City && !entry.cell(9).is_empty() && entry.cell(9) != "dup" {
            let link = self.link(start);
            let settled = link.is_spatial() || words::is_type_before(self.word(start.wrapping_sub(1)));
            return !settled || given && link == Link::To && !self.is_type(end);
        }
        false
    }

    fn is_adjective(&self, entry: Entry) -> bool {
        entry.table() == Table::Country
            && !entry.form().is(Form::NAME)
            && (entry.form().is(Form::ADJECTIVE) || entry.form().is(Form::DEMONYM))
    }

    fn opens_title(&self, i: usize) -> bool {
        self.tokens.entry(i, Table::Title).is_some()
    }

    /// Whether token `i` is a noun that belongs to the name before it.
    fn is_type(&self, i: usize) -> bool {
        words::is_type_after(self.word(i)) || words::is_type_pair(self.word(i), self.word(i + 1))
    }

    /// Finds out what the name is used for, and adds the mention; the token to go on with.
    fn use_of(&mut self, named: Named) -> usize {
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
        if self.is_clitic(end) && !self.is_clitic_of_time(end) {
            return self.possessive(start, end, entry, city);
        }
        if self.word(end) == "-"
            && self.tokens.get(end).is_some_and(|t| !t.is_spaced())
            && let Some(end) = self.hyphenated(start, end, entry)
        {
            return end;
        }
        if self.is_adjective(entry) {
            return self.adjective(start, end, entry);
        }
        if is_country {
            return self.country(start, end, entry, city);
        }
        self.simple(start, end, entry, kind)
    }

    /// A clitic that is no possessive: "Poland's" before a date is one, "it's" is not met here.
    fn is_clitic_of_time(&self, _end: usize) -> bool {
        false
    }

    /// NATO, the European Union: an actor wherever it stands.
    fn body(&mut self, start: usize, end: usize, entry: Entry) -> usize {
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
    fn possessive(&mut self, start: usize, end: usize, entry: Entry, city: Option<Entry>) -> usize {
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

    /// The text.
    fn text(&self) -> &'a str {
        self.tokens.text()
    }

    /// "Germany-based", "Poland-bound", "Russia-backed".
    fn hyphenated(&mut self, start: usize, end: usize, entry: Entry) -> Option<usize> {
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
    fn adjective(&mut self, start: usize, end: usize, entry: Entry) -> usize {
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
    fn capital(&mut self, start: usize, end: usize, entry: Entry) -> usize {
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

    fn owner(&mut self, start: usize, end: usize, entry: Entry, sense: Sense) {
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
    fn country(&mut self, start: usize, end: usize, entry: Entry, city: Option<Entry>) -> usize {
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

    /// Whether a preposition, or an article after one, stands right before the name.
    fn is_tied(&self, start: usize) -> bool {
        let tie =
            |i: usize| words::preposition(self.word(i), "").is_some() || words::verb(self.word(i)).is_some();
        let before = start.wrapping_sub(1);
        tie(before)
            || matches!(self.word(before), "the" | "," | "and" | "or")
                && (tie(start.wrapping_sub(2)) || self.word(before) != "the")
    }

    /// Whether the lower-case word at `end` is a noun that the name before it only qualifies.
    fn qualifies(&self, end: usize) -> bool {
        let word = self.word(end);
        self.tokens
            .get(end)
            .is_some_and(|t| t.is_word() && t.is_spaced() && !t.is_capital())
            && self.sentence.contains(&end)
            && !self.goes_on(end)
            && !word.is_empty()
    }

    /// Whether the word at `i` goes on with the clause after a name, rather than being the noun that the name qualifies.
    fn goes_on(&self, i: usize) -> bool {
        let word = self.word(i);
        words::preposition(word, "").is_some()
            || words::verb(word).is_some()
            || is_closed(word)
            || self.is_verb(i)
            || word.ends_with("ly")
            || word.ends_with("ed")
            || word.ends_with("ing")
            || words::is_any(
                word,
                &[
                    "ahead",
                    "instead",
                    "together",
                    "ago",
                    "overnight",
                    "once",
                    "soon",
                    "right",
                    "just",
                    "only",
                    "says",
                    "under",
                    "amid",
                    "without",
                    "via",
                    "per",
                    "where",
                    "whose",
                    "whom",
                    "any",
                    "some",
                    "via",
                ],
            )
    }

    /// The canonical name, but for parts of a country that have one of their own.
    fn country_name(&self, start: usize, end: usize, entry: Entry) -> Cow<'a, str> {
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

    /// The words of tokens `start..end`.
    pub(super) fn written(&self, start: usize, end: usize) -> Cow<'a, str> {
        let written = self.tokens.span(start..end).of(self.text());
        if written.contains('\n') {
            return written.split_whitespace().collect::<Vec<_>>().join(" ").into();
        }
        written.into()
    }

    /// A place that is no country: city, base, state, region, sea.
    fn simple(&mut self, start: usize, mut end: usize, entry: Entry, mut kind: Kind) -> usize {
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
    fn is_region_adjective(&self, start: usize, end: usize, entry: Entry) -> bool {
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

    /// "region" and the like before another noun ("Kursk region officials") still belong to the name; "state media" do not.
    fn is_attributive_type(&self, i: usize) -> bool {
        words::is_any(
            self.word(i),
            &[
                "state", "city", "town", "border", "front", "line", "base", "station", "range",
            ],
        ) && self
            .tokens
            .get(i + 1)
            .is_some_and(crate::analysis::tokens::Token::is_word)
            && words::preposition(self.word(i + 1), "").is_none()
            && !self.is_verb(i + 1)
            && !matches!(
                self.word(i + 1),
                "and" | "or" | "which" | "that" | "where" | "who" | "this" | "last" | "next"
            )
    }

    /// Whether most words of the sentence have capitals, so that capitals say nothing.
    fn heading(&self) -> bool {
        let words = self
            .tokens
            .slice(self.sentence.start..self.sentence.end.min(self.sentence.start + 16));
        let long = words.iter().filter(|t| t.is_word() && t.span.len() > 3);
        let (capital, all) = long.fold((0, 0), |(c, n), t| (c + usize::from(t.is_capitals()), n + 1));
        all > 2 && capital * 4 > all * 3
    }

    /// Whether the noun after token `end - 1` is a force, its equipment or a rank.
    fn is_force_noun(&self, end: usize) -> bool {
        self.sentence.contains(&end)
            && self.tokens.entries(end).any(|e| {
                matches!(
                    e.table(),
                    Table::Unit | Table::Equipment | Table::Title | Table::Formation
                )
            })
    }

    /// "U.S. troops", "Ukraine crisis": a name that only qualifies the noun after it.
    fn is_attributive(&self, start: usize, end: usize, entry: Entry) -> bool {
        let Some(next) = self
            .tokens
            .get(end)
            .filter(|t| self.sentence.contains(&end) && t.is_word() && t.is_spaced())
        else {
            return false;
        };
        if self.is_force_noun(end) && !self.is_verb(end) {
            return true;
        }
        if next.is_capital() && !self.heading() && time::is_calendar(self.word(end)) {
            return false;
        }
        let adjective = entry.form().is(Form::ADJECTIVE);
        if next.is_capital() && !self.heading() {
            return adjective || !self.opens_title(end) && self.lookup(end).is_none() && end - start == 1;
        }
        if words::is_any(
            self.word(end),
            &[
                "troop",
                "military",
                "army",
                "navy",
                "government",
                "crisis",
                "war",
                "embassy",
                "president",
                "officials",
                "official",
                "state",
                "media",
                "defense",
                "defence",
                "foreign",
                "intelligence",
                "national",
                "special",
                "ground",
                "policy",
                "bases",
                "mission",
                "territory",
                "air",
                "naval",
                "border",
                "allies",
                "ally",
                "lawmakers",
                "diplomats",
                "stand",
                "standoff",
                "support",
                "aid",
                "arms",
                "commander",
                "commanders",
                "bombers",
            ],
        ) {
            return true;
        }
        adjective
            && words::preposition(self.word(end), "").is_none()
            && !self.is_verb(end)
            && !is_closed(self.word(end))
            && !self.word(end).ends_with("ly")
    }

    /// Whether token `i` is a verb that a subject stands before.
    pub(super) fn is_verb(&self, i: usize) -> bool {
        let word = self.word(i);
        if matches!(
            words::lower(word).as_str(),
            "will"
                | "would"
                | "has"
                | "have"
                | "had"
                | "is"
                | "are"
                | "was"
                | "were"
                | "may"
                | "might"
                | "could"
                | "can"
                | "should"
                | "must"
                | "does"
                | "did"
                | "do"
                | "began"
                | "continues"
                | "continued"
                | "plans"
                | "intends"
                | "wants"
                | "shares"
                | "keeps"
                | "kept"
                | "maintains"
                | "remains"
                | "hopes"
                | "also"
                | "already"
                | "never"
                | "cannot"
                | "won't"
                | "hasn't"
                | "isn't"
                | "doesn't"
                | "didn't"
        ) {
            return true;
        }
        self.sentence.contains(&i)
            && self.tokens.entries(i).any(|e| {
                matches!(e.table(), Table::ReportingVerb | Table::MovementVerb)
                    && (e.form().is(Form::PAST) || e.form().is(Form::THIRD))
                    && !e.form().is(Form::GERUND)
            })
            && word.starts_with(char::is_lowercase)
    }

    /// Whether a country without a preposition of its own goes on with a list of places: "to Poland and Germany".
    fn continues_places(&self, start: usize, end: usize) -> bool {
        let Some(last) = self.groups.last() else {
            return false;
        };
        if last.sense != Sense::Place
            || last.tokens.end <= self.sentence.start
            || !(last.link.is_spatial() || last.link == Link::Of)
        {
            return false;
        }
        let mut from = start;
        while from > last.tokens.end && matches!(self.word(from - 1), "the" | "both") {
            from -= 1;
        }
        if list::separated(self.tokens, last.tokens.end, from).is_none() {
            return false;
        }
        // "In Poland, Germany said": a new clause.
        !(self.is_verb(end) && self.word(from - 1) != "and" && self.word(from - 1) != "or")
            && !(self.is_verb(end) && self.word(from.wrapping_sub(2)) == "," && last.mentions.len() == 1)
    }

    /// Whether "of" before the name follows a noun of place: "the outskirts of Moscow".
    fn of_place(&self, start: usize) -> bool {
        let of = (self.sentence.start..start)
            .rev()
            .take(3)
            .find(|&i| self.word(i) == "of");
        of.and_then(|of| of.checked_sub(1))
            .is_some_and(|noun| words::is_type_before(self.word(noun)))
    }

    /// What ties a name that begins at `start` to the words before it.
    pub(super) fn link(&self, start: usize) -> Link {
        let mut at = start;
        for _ in 0..8 {
            let Some(i) = at.checked_sub(1).filter(|&i| i >= self.sentence.start) else {
                break;
            };
            let word = self.word(i);
            let before = if i > self.sentence.start {
                self.word(i - 1)
            } else {
                ""
            };
            if word.eq_ignore_ascii_case("of") && words::is_type_before(before) {
                at = i - 1;
                continue;
            }
            if word.eq_ignore_ascii_case("between")
                && words::is_any(
                    before,
                    &["spread", "split", "divided", "distributed", "spreading", "shared"],
                )
            {
                return Link::At;
            }
            if let Some(link) = words::preposition(word, before) {
                // "left Spain for Italy"
                if word == "for"
                    && (i.saturating_sub(8).max(self.sentence.start)..i)
                        .any(|k| words::verb(self.word(k)) == Some(Link::From))
                {
                    return Link::To;
                }
                return link;
            }
            if words::is_filler(word)
                || self.is_number(i)
                || words::is_direction(word)
                || self.is_clitic(i)
                || self.is_compound(i)
            {
                at = i;
                continue;
            }
            // "in the capital, Kabul"
            if word == "," && words::is_any(before, &["capital", "port", "city", "town", "village"]) {
                at = i - 1;
                continue;
            }
            if let Some(repair) = self.repaired(i) {
                at = repair;
                continue;
            }
            if let Some(owner) = self
                .mentions
                .last()
                .filter(|m| m.tokens.end == i + 1 && m.sense == Sense::Owner)
            {
                at = owner.tokens.start;
                continue;
            }
            if let Some(link) = words::verb(word) {
                return link;
            }
            match self.determiner(i) {
                Some(determiner) => at = determiner,
                None => return Link::None,
            }
        }
        Link::None
    }

    /// "war-torn", "rebel-held": the words of the compound before a name, from their hyphen or last part.
    fn is_compound(&self, i: usize) -> bool {
        let last = |at: usize| {
            words::is_any(
                self.word(at),
                &[
                    "torn",
                    "held",
                    "controlled",
                    "occupied",
                    "administered",
                    "ruled",
                    "besieged",
                    "aligned",
                ],
            )
        };
        last(i) && self.word(i.wrapping_sub(1)) == "-"
            || self.word(i) == "-" && last(i + 1)
            || self.word(i + 1) == "-" && last(i + 2)
    }

    /// The article that opens the noun phrase whose adjective stands at `i`: "the relatively stable northern part".
    fn determiner(&self, i: usize) -> Option<usize> {
        for at in (i.saturating_sub(3).max(self.sentence.start)..i).rev() {
            let word = self.word(at);
            if words::is_any(word, &["the", "a", "an", "its", "their", "our"]) {
                return Some(at);
            }
            let plain = self
                .tokens
                .get(at)
                .is_some_and(|t| t.is_word() && !t.is_capital())
                && words::preposition(word, "").is_none()
                && !is_closed(word)
                && !self.is_verb(at);
            if !plain {
                return None;
            }
        }
        None
    }

    /// For the dash at `i` after a word broken off ("into north Cali- — Car- — North Carolina"): where the attempt began.
    fn repaired(&self, i: usize) -> Option<usize> {
        if !matches!(self.word(i), "—" | "–" | "--") {
            return None;
        }
        let mut at = i;
        let mut broken = false;
        while at > self.sentence.start && i - at < 10 {
            let word = self.word(at - 1);
            broken |= word == "-";
            if !(matches!(word, "-" | "—" | "–" | "--") || self.is_capital(at - 1)) {
                break;
            }
            at -= 1;
        }
        (broken && at < i).then_some(at)
    }

    fn is_number(&self, i: usize) -> bool {
        self.tokens
            .get(i)
            .is_some_and(crate::analysis::tokens::Token::is_number)
            || self.tokens.entry(i, Table::NumberWord).is_some()
    }

    /// "southern Afghanistan", "western North Carolina": a capitalised or small direction before a name.
    pub(super) fn directed(&mut self, i: usize) -> Option<usize> {
        let word = self.word(i);
        if !words::is_direction(word) || word.len() < 4 {
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
        if self.is_adjective(named.entry)
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

    /// A place tied by the words before its first token.
    pub(super) fn place(
        &mut self,
        tokens: Range<usize>,
        name: Cow<'a, str>,
        kind: Kind,
        spot: Option<Entry>,
        relative: bool,
    ) -> usize {
        let start = tokens.start;
        self.place_with_link(start, tokens, name, kind, spot, relative)
    }

    pub(super) fn place_with_link(
        &mut self,
        start: usize,
        tokens: Range<usize>,
        name: Cow<'a, str>,
        kind: Kind,
        spot: Option<Entry>,
        relative: bool,
    ) -> usize {
        let mut link = self.link(start);
        if !link.is_spatial()
            && let Some(group) = self
                .groups
                .last()
                .filter(|g| g.sense == Sense::Place && g.tokens.end > self.sentence.start)
            && matches!(list::separated(self.tokens, group.tokens.end, start), Some(None))
        {
            link = group.link;
        }
        let (name, end) = if kind.is_small() && !relative {
            self.chain(tokens.start, tokens.end, name, spot)
        } else {
            (name, tokens.end)
        };
        self.add_place_full(tokens.start..end, name, kind, spot, link, None, relative)
    }

    fn add_place(
        &mut self,
        tokens: Range<usize>,
        name: Cow<'a, str>,
        kind: Kind,
        spot: Option<Entry>,
        link: Link,
        actor: Option<&'static str>,
    ) -> usize {
        self.add_place_full(tokens, name, kind, spot, link, actor, false)
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one mention")]
    fn add_place_full(
        &mut self,
        tokens: Range<usize>,
        name: Cow<'a, str>,
        kind: Kind,
        spot: Option<Entry>,
        link: Link,
        actor: Option<&'static str>,
        relative: bool,
    ) -> usize {
        let end = tokens.end;
        // The chain may have settled where an unknown name or a namesake lies.
        let spot = self.settle(&tokens, spot);
        self.push(Mention {
            span: self.tokens.span(tokens.clone()),
            tokens,
            name,
            sense: Sense::Place,
            link,
            kind,
            actor: actor.map(Cow::Borrowed),
            relative,
            spot,
        });
        end
    }

    /// For a chain, the row inside its container, or the container where no table knows the name.
    fn settle(&self, tokens: &Range<usize>, spot: Option<Entry>) -> Option<Entry> {
        let comma = tokens
            .clone()
            .skip(1)
            .find(|&i| matches!(self.word(i), "," | "in"));
        let Some(comma) = comma else { return spot };
        let inner =
            (comma + 1..tokens.end).find_map(|i| self.container(i, spot?, true).map(|c| c.1).or(None));
        let Some(container) = inner.or_else(|| {
            (comma + 1..tokens.end)
                .find_map(|i| self.lookup(i))
                .map(|n| n.city.unwrap_or(n.entry))
        }) else {
            return spot;
        };
        match spot {
            None => Some(container),
            Some(spot) if contains(container, spot) => Some(spot),
            Some(_) => {
                let key = self.tokens.phrase(tokens.start..comma);
                Some(
                    key.entries()
                        .filter(|e| TABLES.contains(&e.table()))
                        .find(|e| contains(container, *e))
                        .unwrap_or(container),
                )
            }
        }
    }

    /// Takes in what says where a small place lies: ", North Carolina", "in Germany", ", Luhansk Oblast".
    fn chain(
        &self,
        start: usize,
        end: usize,
        name: Cow<'a, str>,
        spot: Option<Entry>,
    ) -> (Cow<'a, str>, usize) {
        let mut name = name;
        let mut end = end;
        for _ in 0..2 {
            let comma = match self.word(end) {
                "," => true,
                "in" if end > start => false,
                _ => break,
            };
            let mut at = end + 1;
            while matches!(self.word(at), "the" | "’s" | "'s")
                || words::is_direction(self.word(at)) && !self.is_capital(at)
            {
                at += 1;
            }
            if let Some(stop) = self.typed_container(at) {
                name = format!("{name}, {}", self.written(at, stop)).into();
                end = stop;
                continue;
            }
            let found = match spot {
                Some(spot) => self.container(at, spot, !comma),
                None => self.any_container(at, comma, None),
            };
            let Some((stop, container)) = found else { break };
            // The state of a base that is known to lie in it need not be followed by anything; a guess must be closed.
            let sure = spot.is_some_and(|spot| contains(container, spot));
            if !sure && comma && self.is_verb(stop) {
                break;
            }
            let shown = match container.table() {
                Table::Country | Table::State => Cow::Borrowed(gazetteer::name(container)),
                _ => self.written(at, stop),
            };
            if !name.ends_with(&*shown) {
                name = format!("{name}, {shown}").into();
            }
            end = stop;
            if matches!(container.table(), Table::Country) {
                break;
            }
        }
        (name, end)
    }

    /// The country, state or region at token `i` in which `inner` (or a namesake of it) may lie: one past it, and its row.
    fn container(&self, i: usize, inner: Entry, strict: bool) -> Option<(usize, Entry)> {
        let (stop, container) = self.any_container(i, !strict, Some(inner))?;
        if contains(container, inner) {
            return Some((stop, container));
        }
        if strict {
            return None;
        }
        // A namesake: "Fort Bragg, California". Countries side by side are a list, and so are towns of other countries.
        (container.table() == Table::State && gazetteer::kind(inner).is_small()).then_some((stop, container))
    }

    /// "Leningrad Oblast", "Troms county" at token `i`: one past it.
    fn typed_container(&self, i: usize) -> Option<usize> {
        let end = self.run_end(i);
        let typed = |at: usize| {
            words::is_any(
                self.word(at),
                &[
                    "oblast",
                    "province",
                    "county",
                    "district",
                    "governorate",
                    "prefecture",
                    "raion",
                    "krai",
                    "municipality",
                ],
            )
        };
        if !self.is_capital(i) {
            return None;
        }
        if typed(end - 1) && end > i + 1 {
            return Some(end);
        }
        (typed(end) && self.may_be_place(i, end, true)).then_some(end + 1)
    }

    fn any_container(&self, i: usize, comma: bool, inner: Option<Entry>) -> Option<(usize, Entry)> {
        if !self.is_capital(i) {
            return None;
        }
        let (len, key) = self
            .tokens
            .longest(i, &[Table::Country, Table::State, Table::Region])?;
        let written = self.word(i);
        let stop = i + len;
        let fitting = || key.entries().filter(|e| e.fits(written));
        let state = fitting().find(|e| {
            e.table() == Table::State && (e.form().is(Form::NAME) || comma && e.form().is(Form::ABBREVIATED))
        });
        let country = fitting().find(|e| e.table() == Table::Country && e.form().is(Form::NAME));
        let region = fitting().find(|e| e.table() == Table::Region && gazetteer::kind(*e) == Kind::Region);
        let entry = match key.text() {
            "georgia" => {
                if inner.is_some_and(|e| gazetteer::country(e) == "US")
                    || inner.is_none() && self.evidence.states > 0
                {
                    state
                } else {
                    country
                }
            }
            _ => country.or(state).or(region),
        }?;
        if self.is_clitic(stop) || self.is_force_noun(stop) {
            return None;
        }
        let stop = if entry.table() == Table::Region && self.is_type(stop) {
            stop + 1
        } else {
            stop
        };
        Some((stop, entry))
    }

    /// A capitalised name that no table knows, where the words around it say that it is a place.
    fn unknown(&mut self, i: usize) -> Option<usize> {
        let opening = self.is_opening(i);
        let link = self.link(i);
        if !opening
            && (i == self.sentence.start || !link.is_spatial() && link != Link::Of && !self.type_follows(i))
        {
            return None;
        }
        if self.heading() {
            return None;
        }
        let mut end = i;
        let mut typed = opening;
        loop {
            let inside = end > i;
            if self.is_capital(end)
                && (!inside
                    || self
                        .tokens
                        .get(end)
                        .is_some_and(super::super::tokens::Token::is_spaced)
                    || self.word(end - 1) == "-")
            {
                if inside && !opening && self.lookup(end).is_some() && !self.is_type(end) {
                    break;
                }
                typed |= inside && self.is_type(end);
                end += 1;
            } else if inside
                && self.word(end) == "-"
                && (self.is_capital(end + 1)
                    || self.word(end + 1).bytes().all(|b| b.is_ascii_digit())
                        && !self.word(end + 1).is_empty())
            {
                end += 2;
            } else if inside
                && matches!(
                    self.word(end),
                    "de" | "la" | "el" | "al" | "le" | "du" | "del" | "di" | "da"
                )
                && self.is_capital(end + 1)
            {
                end += 2;
            } else {
                break;
            }
            if end > i + 6 {
                return Some(end);
            }
        }
        if end == i || !self.may_be_place(i, end, typed) {
            return None;
        }
        let named = end;
        if words::is_type_pair(self.word(end), self.word(end + 1)) {
            end += 2;
            typed = true;
        } else if words::is_type_after(self.word(end)) && !self.is_attributive_type(end) {
            end += 1;
            typed = true;
        }
        typed |= words::is_type_before(self.word(i.wrapping_sub(1)))
            || self.word(i.wrapping_sub(1)) == "of" && words::is_type_before(self.word(i.wrapping_sub(2)));
        let article = i > self.sentence.start && self.word(i - 1).eq_ignore_ascii_case("the");
        if !typed
            && (article
                || link == Link::Of
                || self.is_clitic(end)
                || self.qualifies(end)
                || self.word(i.wrapping_sub(1)) == "-"
                || !self.stands_alone(i, named, link))
        {
            return None;
        }
        if self.is_clitic(end)
            || self.word(end) == "-" && self.tokens.get(end).is_some_and(|t| !t.is_spaced())
        {
            return None;
        }
        let owner = self.owner_before(i);
        Some(self.place(
            i..end,
            self.written(i, end),
            if opening { Kind::Base } else { Kind::Unknown },
            owner,
            false,
        ))
    }

    /// "the Italian port of X", "Romania's X": the country that the words before an unknown name give.
    fn owner_before(&self, i: usize) -> Option<Entry> {
        let owner = self
            .mentions
            .last()
            .filter(|m| m.sense == Sense::Owner && m.kind == Kind::Country)?;
        let gap = owner.tokens.end..i;
        let near = gap.len() <= 4
            && gap.clone().all(|at| {
                let word = self.word(at);
                word == "of"
                    || self.is_clitic(at)
                    || words::is_filler(word)
                    || words::is_direction(word)
                    || words::is_type_before(word)
            });
        owner
            .spot
            .filter(|_| near && owner.tokens.start >= self.sentence.start)
    }

    /// "Camp X", "Fort X", "Naval Station X".
    fn is_opening(&self, i: usize) -> bool {
        if !words::is_opening(self.word(i)) || !self.is_capital(i + 1) || self.is_clitic(i + 1) {
            return false;
        }
        match self.word(i) {
            "Camp" | "Fort" | "Ft." | "Ft" | "FOB" | "Firebase" | "Mount" | "Cape" | "RNAS" | "HMNB" => true,
            "RAF" => self.tokens.entries(i + 1).next().is_none(),
            "Joint" => self.word(i + 1) == "Base",
            "Naval" => words::is_any(
                self.word(i + 1),
                &["Station", "Base", "Air", "Support", "Submarine", "Amphibious"],
            ),
            "Forward" => self.word(i + 1) == "Operating",
            "Combat" => self.word(i + 1) == "Outpost",
            "Air" => matches!(self.word(i + 1), "Base" | "Station") && self.is_capital(i + 2),
            "Marine" => self.word(i + 1) == "Corps" && matches!(self.word(i + 2), "Base" | "Air"),
            "Gulf" | "Bay" | "Strait" | "Straits" | "Sea" | "Isle" => false,
            _ => false,
        }
    }

    /// Whether the run of capitals at `i` ends before a noun that says what it is.
    fn type_follows(&self, i: usize) -> bool {
        let end = self.run_end(i);
        self.tokens
            .get(end)
            .is_some_and(super::super::tokens::Token::is_spaced)
            && (words::is_type_pair(self.word(end), self.word(end + 1))
                || words::is_any(
                    self.word(end),
                    &[
                        "oblast",
                        "province",
                        "county",
                        "district",
                        "governorate",
                        "airport",
                        "airfield",
                        "axis",
                        "peninsula",
                        "region",
                        "raion",
                        "area",
                        "sector",
                        "direction",
                    ],
                ))
    }

    /// Whether the words of `i..end` can be a place's: no person, body, unit, month or acronym.
    fn may_be_place(&self, i: usize, end: usize, typed: bool) -> bool {
        let mut people = false;
        for at in i..end {
            let word = self.word(at);
            if time::is_calendar(word) || words::is_body(word) && !(typed && self.is_opening(i)) {
                return false;
            }
            if self.tokens.entries(at).any(|e| {
                matches!(
                    e.table(),
                    Table::Unit | Table::Equipment | Table::Formation | Table::Title
                )
            }) && !self.is_opening(i)
            {
                return false;
            }
            if word.bytes().next().is_some_and(|b| b.is_ascii_digit()) && self.word(at.wrapping_sub(1)) != "-"
            {
                return false;
            }
            people |= self.people.contains(word);
        }
        if self.is_opening(i) {
            return true;
        }
        let given = self.tokens.entry(i, Table::GivenName).is_some()
            || people::opens_a_person(self.tokens, i.wrapping_sub(1))
                && self.is_capital(i.wrapping_sub(1))
                && i > self.sentence.start;
        let acronym = end == i + 1
            && self
                .tokens
                .get(i)
                .is_some_and(super::super::tokens::Token::is_capitals);
        !(people || acronym || given && !typed)
    }

    /// Whether a bare unknown name after a preposition is a place and no person or firm.
    fn stands_alone(&self, i: usize, end: usize, link: Link) -> bool {
        let before = self.word(i.wrapping_sub(2));
        if words::is_any(
            before,
            &[
                "according",
                "said",
                "told",
                "spoke",
                "due",
                "thanks",
                "referring",
                "response",
                "listening",
                "belonging",
                "subject",
            ],
        ) {
            return false;
        }
        // "from Smith, who": a person.
        if self.word(end) == ","
            && words::is_any(self.word(end + 1), &["who", "whose", "a", "an", "the"])
            && link != Link::At
            && link != Link::Near
        {
            return false;
        }
        if self.word(i.wrapping_sub(1)).eq_ignore_ascii_case("on")
            || self.word(i.wrapping_sub(1)).eq_ignore_ascii_case("over")
        {
            return false;
        }
        end - i <= 3
    }

    /// Adds a mention, to its group, and remembers it.
    pub(super) fn push(&mut self, mention: Mention<'a>) {
        let (sense, kind, spot, relative) = (mention.sense, mention.kind, mention.spot, mention.relative);
        let name = mention.name.clone();
        let spatial = mention.link != Link::With;
        self.mentions.push(mention);
        list::add(&mut self.groups, &self.mentions, self.tokens);
        let country = spot.filter(|s| s.table() == Table::Country);
        if let Some(country) = country {
            self.memory.named = Some(country);
        }
        if sense != Sense::Place || relative || !spatial {
            return;
        }
        let whole = self
            .groups
            .last()
            .map_or_else(|| name.clone(), |group| list::whole(group));
        match kind {
            Kind::Border => self.memory.border = Some((name.clone(), spot)),
            Kind::Base => self.memory.base = Some((name.clone(), spot)),
            Kind::Region | Kind::Sea => self.memory.region = Some((name.clone(), spot)),
            Kind::State => self.memory.state = spot,
            _ => {}
        }
        self.memory.place = Some((whole, spot));
        if let Some(country) = country {
            self.memory.country = Some(country);
        } else if let Some(row) = spot
            .map(gazetteer::country)
            .filter(|c| !c.is_empty() && *c != "US")
            .and_then(gazetteer::country_row)
        {
            self.memory.country = Some(row);
        }
    }
}

/// Whether `inner` lies in `container`.
fn contains(container: Entry, inner: Entry) -> bool {
    match container.table() {
        Table::State => gazetteer::state(inner) == container.cell(0),
        Table::Country => inner.table() != Table::Country && gazetteer::country(inner) == container.cell(0),
        Table::Region => {
            inner.table() != Table::Region
                && inner.table() != Table::Country
                && !gazetteer::country(container).is_empty()
                && gazetteer::country(inner) == gazetteer::country(container)
        }
        _ => false,
    }
}

/// Words of the closed classes, which no name qualifies.
fn is_closed(word: &str) -> bool {
    matches!(
        words::lower(word).as_str(),
        "and"
            | "or"
            | "but"
            | "nor"
            | "who"
            | "which"
            | "that"
            | "where"
            | "when"
            | "while"
            | "because"
            | "if"
            | "as"
            | "so"
            | "yet"
            | "it"
            | "its"
            | "they"
            | "their"
            | "he"
            | "she"
            | "we"
            | "us"
            | "to"
            | "not"
            | "this"
            | "last"
            | "next"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "now"
            | "then"
            | "there"
            | "here"
            | "since"
            | "until"
            | "before"
            | "after"
            | "during"
            | "amid"
            | "despite"
            | "again"
            | "too"
            | "both"
            | "a"
            | "an"
            | "the"
            | "back"
            | "more"
            | "alone"
            | "itself"
            | "later"
            | "earlier"
            | "on"
            | "up"
            | "down"
            | "out"
    )
}
