//! Reads the sentences from left to right and finds each mention.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::analysis::tokens::Tokens;
use crate::article::Article;
use crate::lexicon::{Entry, Form, KeyId, Table};

use super::gazetteer::{self, Evidence, Kind};
use super::relative::Signs;
use super::words::{self, Link};
use super::{Group, Mention, Places, Sense, bodies, list, people};

pub(super) const TABLES: [Table; 5] = [
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
    /// By spelling.
    pub(super) signs: Vec<Signs>,
    pub(super) mentions: Vec<Mention<'a>>,
    pub(super) groups: Vec<Group<'a>>,
    pub(super) people: HashSet<&'a str>,
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
    /// The last place that opened a sentence: "On the X axis, …".
    pub(super) topic: Option<(Cow<'a, str>, Option<Entry>)>,
    /// The place of the dateline.
    pub(super) here: Option<(Cow<'a, str>, Option<Entry>)>,
}

/// A name found in the tables, before its use is known.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) entry: Entry,
    /// The capital's own row, where the name stands for a government: Moscow.
    pub(super) city: Option<Entry>,
}

pub(super) fn read<'a>(article: &'a Article, tokens: &Tokens<'a>) -> Places<'a> {
    let (people, evidence) = people::survey(tokens);
    let mut reader = Reader {
        tokens,
        sentence: 0..0,
        signs: tokens
            .spellings()
            .iter()
            .map(|token| Signs::of(token.span.of(tokens.text())))
            .collect(),
        mentions: Vec::new(),
        groups: Vec::new(),
        people,
        evidence,
        memory: Memory::default(),
    };
    let dateline = article.dateline.as_ref().map(|d| tokens.within(d.span));
    for sentence in 0..article.sentences.len() {
        reader.sentence = tokens.sentence(sentence);
        let mut at = reader.sentence.start;
        if let Some(inside) = dateline.as_ref().filter(|inside| inside.contains(&at)) {
            reader.read_dateline(inside.clone());
            at = inside.end;
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

    /// What the word at `i` by itself may be.
    pub(super) fn signs(&self, i: usize) -> Signs {
        let known = self.tokens.get(i).and_then(|t| self.signs.get(t.spelling()));
        known.copied().unwrap_or_default()
    }

    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.sentence.contains(&i) && self.tokens.get(i).is_some_and(|t| t.is_word() && t.is_capital())
    }

    pub(super) fn is_clitic(&self, i: usize) -> bool {
        self.sentence.contains(&i)
            && (self
                .tokens
                .get(i)
                .is_some_and(crate::analysis::tokens::Token::is_clitic)
                || matches!(self.word(i), "'" | "’")
                    && self.tokens.word(i.wrapping_sub(1)).ends_with('s')
                    && self.tokens.get(i).is_some_and(|t| !t.is_spaced()))
    }

    /// The text.
    pub(super) fn text(&self) -> &'a str {
        self.tokens.text()
    }

    /// The words of tokens `start..end`.
    pub(super) fn written(&self, start: usize, end: usize) -> Cow<'a, str> {
        let written = self.tokens.span(start..end).of(self.text());
        if written.contains('\n') {
            return written.split_whitespace().collect::<Vec<_>>().join(" ").into();
        }
        written.into()
    }

    /// Reads what begins at token `i`; the token to go on with.
    pub(super) fn step(&mut self, i: usize) -> usize {
        let Some(token) = self.tokens.get(i) else {
            return i + 1;
        };
        if !token.is_word() {
            return i + 1;
        }
        if !token.is_capital() {
            return self
                .signs(i)
                .opener
                .and_then(|opener| self.lower_case(i, opener))
                .unwrap_or(i + 1);
        }
        if i > self.sentence.start && self.signs(i - 1).has(Signs::SHIP) && !self.is_ship_owner(i) {
            // The name of a ship or an operation: nothing in it is a place.
            return self.run_end(i);
        }
        if let Some(end) = self.area(i) {
            return end;
        }
        debug_assert!(
            self.signs(i).has(Signs::ACTOR)
                || bodies::actor(self.word(i), self.word(i + 1), self.word(i + 2)).is_none(),
            "the list of first words lacks one: {}",
            self.word(i)
        );
        if self.signs(i).has(Signs::ACTOR)
            && let Some((actor, len)) = bodies::actor(self.word(i), self.word(i + 1), self.word(i + 2))
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
    pub(super) fn is_ship_owner(&self, i: usize) -> bool {
        self.tokens
            .entries(i)
            .any(|e| e.table() == Table::Country && e.form().is(Form::ADJECTIVE))
    }

    /// One past the last capitalised word of the run that begins at `i`.
    pub(super) fn run_end(&self, i: usize) -> usize {
        let mut end = i;
        while self.is_capital(end) && end < i + 6 {
            end += 1;
        }
        end.max(i + 1)
    }

    /// The dateline gives "here" its place and is no mention.
    pub(super) fn read_dateline(&mut self, range: Range<usize>) {
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
    pub(super) fn lookup(&self, i: usize) -> Option<Named> {
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

    pub(super) fn choose(&self, start: usize, end: usize, key: KeyId) -> Option<Named> {
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
    pub(super) fn is_person(&self, named: Named) -> bool {
        let Named {
            start, end, entry, ..
        } = named;
        if end - start > 1 || super::nouns::is_adjective(entry) {
            return false;
        }
        let chained = self.word(end) == "," && self.container(end + 1, named.entry, false).is_some();
        if chained {
            return false;
        }
        let word = self.word(start);
        let given = self.tokens.entry(start, Table::GivenName).is_some();
        let country = entry.table() == Table::Country && entry.form().is(Form::NAME);
        let nameable = !country || given;
        if self.people.contains(word) && nameable {
            return true;
        }
        if given && self.is_capital(end) && !self.is_type(end) && !self.opens_title(end) {
            return true;
        }
        let after_person = start > self.sentence.start
            && self.is_capital(start - 1)
            && people::opens_a_person(self.tokens, start - 1)
            && nameable;
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

    pub(super) fn opens_title(&self, i: usize) -> bool {
        self.tokens.entry(i, Table::Title).is_some()
    }

    /// Whether token `i` is a noun that belongs to the name before it.
    pub(super) fn is_type(&self, i: usize) -> bool {
        words::is_type_after(self.word(i)) || words::is_type_pair(self.word(i), self.word(i + 1))
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
            && list::separated(self.tokens, group.tokens.end, start) == list::Gap::Plain
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

    pub(super) fn add_place(
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
    pub(super) fn add_place_full(
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
        if self
            .mentions
            .last()
            .is_some_and(|m| m.tokens.start <= self.sentence.start + 2 && m.link == Link::At)
        {
            self.memory.topic = Some((name, spot));
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
