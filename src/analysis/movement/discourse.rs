//! What the sentences before say: who acts, which place is meant, whether forces are the subject at all.

use std::ops::Range;

use crate::article::{Article, Block, BlockKind};
use crate::lexicon::{self, Table};
use crate::span::Span;

use super::clause::Clause;
use super::draft::{Draft, Where};
use super::forces::ForceKind;
use super::memo::Memo;
use super::owners;
use super::spots::Naming;
use super::tally::Tally;
use super::words::Words;
use crate::analysis::place::{Kind, Places, Sense};

/// Islands whose names do not say so.
const ISLANDS: &[&str] = &[
    "Cyprus",
    "Sri Lanka",
    "Malta",
    "Taiwan",
    "Sicily",
    "Crete",
    "Gotland",
    "Guam",
    "Okinawa",
    "Iceland",
    "Ireland",
    "Madagascar",
    "Jamaica",
    "Cuba",
    "Bahrain",
    "Hispaniola",
    "Timor",
    "Diego Garcia",
    "Sardinia",
    "Grenada",
    "Jolo",
    "Mindanao",
    "Bougainville",
];

/// The state that is carried from sentence to sentence.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    /// Who acted last.
    last: Vec<String>,
    /// The sentence that named him.
    last_at: usize,
    /// The side whose text it is: "our troops".
    pub home: Option<String>,
    /// Whose parliament or government speaks in a transcript, where its opening says so.
    pub seat: Option<&'static str>,
    /// The other side: "the enemy".
    pub enemy: Option<String>,
    /// Whose "the Army" and "the Navy" are.
    service: String,
    /// The owner that the text speaks of most, for a force without one.
    pub default: Option<String>,
    /// The owners that the text speaks of, most first.
    ranked: Vec<String>,
    /// The latest known places, oldest first: "the province" is one that is called so.
    history: Vec<String>,
    /// The last place that the gazetteer knows.
    place: Option<Where>,
    /// The last sentence that told of forces moved or kept somewhere.
    moved_at: Option<usize>,
    /// The sentence that named it.
    place_at: Option<usize>,
    /// The last sentence in which somebody took a figure back.
    corrected_at: Option<usize>,
    /// The last country named, and the one before it.
    countries: Vec<String>,
    /// The place that opened a sentence of this block.
    topic: Option<(usize, Where)>,
    /// The last sentence with a word for forces.
    forces_at: Option<usize>,
}

/// Words that open the transcripts of one parliament or government alone, and whose it is.
const SEATS: &[(&str, &str)] = &[
    ("Mr. President, I", "United States"),
    ("Mr. Speaker, I rise", "United States"),
    ("Madam Speaker, I rise", "United States"),
    ("White House", "United States"),
    ("Press Briefing by Press Secretary", "United States"),
    ("Pentagon", "United States"),
    ("DoD", "United States"),
    ("right hon. Friend", "United Kingdom"),
    ("Downing Street", "United Kingdom"),
];

/// Whose parliament or government speaks in a transcript, if its opening names one alone. A report that names one tells
/// of others' forces as well, and its "we" may be anybody's.
fn seat(article: &Article) -> Option<&'static str> {
    let talks = |block: &Block| matches!(block.kind, BlockKind::Turn | BlockKind::Question);
    if !article.blocks.iter().any(talks) {
        return None;
    }
    let end = article
        .sentences
        .get(40)
        .map_or(article.text.len(), |s| s.span.start());
    let opening = Span::new(0, end).of(&article.text);
    let mut found = SEATS
        .iter()
        .filter(|(words, _)| opening.contains(words))
        .map(|(_, owner)| *owner);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

impl Discourse {
    /// Reads whose article it is from its title and opening, and how often each owner is named.
    pub fn open(article: &Article, tally: Tally) -> Self {
        let mut talk = Self {
            seat: seat(article),
            ..Self::default()
        };
        let mut head = String::new();
        if let Some(title) = &article.title {
            head.push_str(title);
            head.push_str(". ");
        }
        for sentence in article.sentences.iter().take(3) {
            head.push_str(article.words(sentence.span));
            head.push(' ');
        }
        let words = Words::plain(&head);
        let mut named = Vec::new();
        let mut bodies = Vec::new();
        for i in 0..words.len().min(160) {
            if let Some(o) = owners::owner(&words, i)
                && (o.naming != owners::Naming::Metonym
                    || o.name != "United States"
                    || words.low(i) != "washington")
            {
                let name = if o.name == owners::SERVICE {
                    tally.service.clone()
                } else {
                    o.name
                };
                if matches!(
                    o.naming,
                    owners::Naming::Group | owners::Naming::Bloc | owners::Naming::Person
                ) {
                    bodies.push(name.clone());
                }
                named.push(name);
            }
        }
        talk.default = tally.ranked.first().cloned().or_else(|| bodies.first().cloned());
        talk.home = named.first().cloned().or_else(|| talk.default.clone());
        talk.enemy = tally
            .ranked
            .iter()
            .find(|name| Some(*name) != talk.home.as_ref())
            .cloned()
            .or_else(|| named.iter().find(|n| Some(*n) != talk.home.as_ref()).cloned());
        if talk.home.as_deref() == Some("Ukraine") {
            talk.enemy = Some("Russia".to_owned());
        }
        talk.service = tally.service;
        talk.ranked = tally.ranked;
        talk.ranked.truncate(4);
        talk
    }

    /// The actor for a force that names none. An armed group is carried over a few sentences only.
    pub fn actor(&self, sentence: usize) -> Vec<String> {
        let group =
            |name: &String| lexicon::phrase(name).of(Table::Country).is_none() && !self.ranked.contains(name);
        let stale = sentence > self.last_at + 3 && self.last.iter().any(group);
        if self.last.is_empty() || stale {
            self.default.iter().cloned().collect()
        } else {
            self.last.clone()
        }
    }

    /// For a carried actor to whose own country the force would go: the one that the text speaks of most, if it is
    /// another.
    pub fn guest(&self, place: &str, actor: &[String]) -> Option<Vec<String>> {
        if !Self::is_home(place, actor) {
            return None;
        }
        self.ranked
            .iter()
            .chain(&self.home)
            .map(|name| vec![name.clone()])
            .find(|other| !Self::is_home(place, other))
    }

    /// The names with "the enemy" and "the Army" made plain.
    pub fn named(&self, mut names: Vec<String>) -> Vec<String> {
        names.retain_mut(|name| {
            if name == super::clause::ENEMY {
                let Some(enemy) = &self.enemy else { return false };
                name.clone_from(enemy);
            }
            if name == owners::SERVICE {
                name.clone_from(&self.service);
            }
            true
        });
        names
    }

    /// The place that opened a sentence of this block.
    pub fn topic(&self, block: usize) -> Option<Where> {
        self.topic
            .as_ref()
            .filter(|(b, _)| *b == block)
            .map(|(_, place)| place.clone())
    }

    /// The last known place of this sentence or the two before it.
    pub fn recent(&self, clause: &Clause<'_, '_>, sentence: usize) -> Option<Where> {
        let here = clause
            .spots
            .iter()
            .rfind(|s| {
                (s.naming == Naming::Known && s.role != super::spots::Role::Bare)
                    || (s.naming == Naming::Unknown && s.role == super::spots::Role::To)
            })
            .map(|s| Where {
                text: s.text.clone(),
                span: clause.words.span(s.name, s.to),
                naming: s.naming,
                edge: s.edge,
                country: s.country.clone(),
            });
        here.or_else(|| {
            self.place
                .clone()
                .filter(|_| self.place_at.is_some_and(|at| sentence <= at + 3))
        })
    }

    /// Whether one of the last two sentences told of forces moved or kept somewhere.
    pub fn moved(&self, sentence: usize) -> bool {
        self.moved_at.is_some_and(|at| sentence <= at + 2)
    }

    /// Whether somebody has just said that a figure was wrong.
    pub fn corrects(&self, sentence: usize) -> bool {
        self.corrected_at.is_some_and(|at| sentence <= at + 2)
    }

    /// Notes a sentence's words before it is read.
    pub fn hears(&mut self, words: &Words<'_>, sentence: usize) {
        let correct = (0..words.len()).any(|k| match words.low(k) {
            "misspoke" | "correction" | "misstated" => true,
            "correct" => words.are(k + 1, &["myself"]),
            "let" => words.are(k + 1, &["me", "correct"]),
            "stand" => words.are(k + 1, &["corrected"]),
            _ => false,
        });
        if correct {
            self.corrected_at = Some(sentence);
        }
    }

    /// "Our troops".
    pub fn ours(&self) -> Option<String> {
        let seat = self.seat.map(str::to_owned);
        seat.or_else(|| self.home.clone())
            .or_else(|| self.default.clone())
    }

    /// Whether `place` is the actor's own country, or in it.
    pub fn is_home(place: &str, actor: &[String]) -> bool {
        thread_local! {
            static OWNERS: Memo = Memo::default();
        }
        let named = OWNERS.with(|owners| {
            owners.get(place, |place| {
                let words = Words::plain(place);
                // "the U.S. Central Command area" is no American soil.
                if (0..words.len()).any(|i| matches!(words.low(i), "command" | "fleet" | "responsibility")) {
                    return Vec::new();
                }
                let all = (0..words.len()).filter_map(|i| owners::owner(&words, i));
                all.map(|o| o.name).collect()
            })
        });
        named.iter().any(|name| actor.contains(name))
    }

    /// Whether a place lies in the actor's own country.
    pub fn at_home(place: &Where, actor: &[String]) -> bool {
        place.country.as_ref().is_some_and(|c| actor.contains(c)) || Self::is_home(&place.text, actor)
    }

    /// Whether one of the last sentences spoke of forces.
    pub fn speaks_of_forces(&self, sentence: usize) -> bool {
        self.forces_at.is_some_and(|at| sentence <= at + 3)
    }

    /// The place of spot `s`, relative ones resolved.
    pub fn place(&self, clause: &Clause<'_, '_>, s: usize, actor: &[String]) -> Where {
        let spot = &clause.spots[s];
        let span = clause.words.span(spot.name, spot.to);
        let mut text = spot.text.clone();
        let mut naming = spot.naming;
        match spot.naming {
            Naming::There => {
                // Nobody sends his forces "there" into his own country while another is spoken of.
                let abroad = (self.history.iter().rev().take(3))
                    .find(|place| !Self::is_home(place, actor))
                    .cloned();
                let near = self.earlier(clause, s);
                let place = near
                    .clone()
                    .filter(|place| !Self::is_home(place, actor))
                    .or(abroad)
                    .or(near);
                if let Some(place) = place {
                    text.clone_from(&place);
                    naming = Naming::Known;
                }
            }
            Naming::Relative => {
                let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
                let direction = text.split(' ').find(|w| w.ends_with("ern")).map(str::to_owned);
                match last.as_str() {
                    "border" | "borders" | "frontier" | "doorstep" => {
                        let other = self.countries.iter().rev().find(|c| !actor.contains(c)).cloned();
                        if let Some(country) = Self::nearby(clause, s, actor).or(other) {
                            text = format!("{country} border");
                            naming = Naming::Known;
                        }
                    }
                    "axis" | "direction" | "sector" | "front" => {
                        if let Some((_, topic)) = &self.topic
                            && text.split(' ').count() <= 2
                        {
                            text.clone_from(&topic.text);
                            naming = topic.naming;
                        }
                    }
                    "part" | "parts" | "south" | "north" | "east" | "west" => {
                        let country = self.countries.last().cloned();
                        if let (Some(d), Some(c)) = (
                            direction.or_else(|| {
                                ["south", "north", "east", "west"]
                                    .contains(&last.as_str())
                                    .then(|| format!("{last}ern"))
                            }),
                            country,
                        ) {
                            text = format!("{d} {c}");
                            naming = Naming::Known;
                        }
                    }
                    "region" | "area" | "country" | "state" | "city" | "town" | "territory" | "village"
                    | "island" | "province" | "capital"
                        if text.split(' ').count() <= 2 =>
                    {
                        let typed = self
                            .history
                            .iter()
                            .rev()
                            .find(|place| {
                                place
                                    .to_lowercase()
                                    .split(' ')
                                    .any(|w| w.trim_end_matches(',') == last)
                                    || (last == "island" && ISLANDS.iter().any(|name| place.contains(name)))
                            })
                            .cloned();
                        let known = if last == "country" {
                            self.countries.last().cloned()
                        } else if typed.is_some() {
                            typed
                        } else {
                            self.earlier(clause, s)
                                .filter(|place| !Self::is_home(place, actor))
                        };
                        if let Some(place) = known {
                            text = place;
                            naming = Naming::Known;
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        Where {
            text,
            span,
            naming,
            edge: spot.edge,
            country: spot.country.clone(),
        }
    }

    /// The nearest known place before spot `s`, in this sentence or before it.
    fn earlier(&self, clause: &Clause<'_, '_>, s: usize) -> Option<String> {
        clause.spots[..s]
            .iter()
            .rev()
            .find(|p| matches!(p.naming, Naming::Known | Naming::Unknown))
            .map(|p| p.text.clone())
            .or_else(|| self.place.as_ref().map(|p| p.text.clone()))
    }

    /// A country that this sentence names before spot `s` and that is not the actor.
    fn nearby(clause: &Clause<'_, '_>, s: usize, actor: &[String]) -> Option<String> {
        let at = clause.spots[s].from;
        clause
            .owners
            .iter()
            .rev()
            .filter(|(pos, o)| {
                *pos < at && matches!(o.naming, owners::Naming::Country | owners::Naming::Adjective)
            })
            .map(|(_, o)| o.name.clone())
            .find(|name| !actor.contains(name))
    }

    /// Takes note of a sentence that has been read.
    pub fn heard(&mut self, clause: &Clause<'_, '_>, sentence: usize, block: usize, drafts: &[Draft]) {
        let presence = clause
            .events
            .iter()
            .any(|e| matches!(e.kind, super::verbs::Kind::Station) && e.nominal);
        if presence || drafts.iter().any(|d| !d.heading && !d.question) {
            self.moved_at = Some(sentence);
        }
        if clause
            .forces
            .iter()
            .any(|f| matches!(f.kind, ForceKind::People | ForceKind::Unit | ForceKind::Ship) && !f.stand_in)
            || !drafts.is_empty()
        {
            self.forces_at = Some(sentence);
        }
        if let Some(draft) = drafts.iter().rev().find(|d| d.actor_said && !d.heading) {
            self.last.clone_from(&draft.actor);
            self.last_at = sentence;
        } else if let Some(force) = clause.forces.iter().rev().find(|f| !f.owners.is_empty()) {
            self.last = self.named(force.owners.clone());
            self.last_at = sentence;
        } else if let Some(name) = clause.opener() {
            self.last = self.named(vec![name]);
            self.last_at = sentence;
        }
        for s in 0..clause.spots.len() {
            let spot = &clause.spots[s];
            if matches!(spot.naming, Naming::Known | Naming::Unknown) {
                let span = clause.words.span(spot.name, spot.to);
                let place = Where {
                    text: spot.text.clone(),
                    span,
                    naming: spot.naming,
                    edge: spot.edge,
                    country: spot.country.clone(),
                };
                if spot.from <= 3 && spot.role == super::spots::Role::At {
                    self.topic = Some((block, place.clone()));
                }
                if spot.naming == Naming::Known {
                    self.remember(spot.text.clone());
                }
                if spot.naming == Naming::Known && spot.role != super::spots::Role::Bare {
                    self.place = Some(place);
                    self.place_at = Some(sentence);
                }
            }
        }
        for i in 0..clause.words.len() {
            if let Some(o) = owners::owner(clause.words, i)
                && matches!(o.naming, owners::Naming::Country | owners::Naming::Adjective)
            {
                self.countries.push(o.name);
            }
        }
        if self.countries.len() > 16 {
            let cut = self.countries.len() - 8;
            self.countries.drain(..cut);
        }
    }

    /// "I turn to Afghanistan": a sentence that tells of no movement may still say where the next ones are.
    pub fn passes(&mut self, places: &Places<'_>, tokens: &Range<usize>, sentence: usize) {
        let first = places.mentions.partition_point(|m| m.tokens.start < tokens.start);
        let here = places
            .mentions
            .iter()
            .skip(first)
            .take_while(|m| m.tokens.start < tokens.end);
        for mention in here.filter(|m| m.sense == Sense::Place && !m.relative && m.kind == Kind::Country) {
            self.remember(mention.name.to_string());
            self.place = Some(Where {
                text: mention.name.to_string(),
                span: mention.span,
                naming: Naming::Known,
                edge: false,
                country: Some(mention.name.to_string()),
            });
            self.place_at = Some(sentence);
        }
    }

    /// Adds the latest known place and forgets the oldest of many.
    fn remember(&mut self, place: String) {
        if self.history.len() >= 16 {
            self.history.remove(0);
        }
        self.history.push(place);
    }

    /// A heading opens another subject: who acted before it acts no longer.
    pub fn enter_section(&mut self) {
        self.last.clear();
    }

    /// Forgets what holds only within a block.
    pub fn enter_block(&mut self, block: usize) {
        if self.topic.as_ref().is_some_and(|(b, _)| *b != block) {
            self.topic = None;
        }
    }
}
