//! Proper names: finds the capitalised runs of a text, tells people from bodies and places, and brings the forms
//! of one name together ("Lt. Mara Tellier", "Ms. Tellier", "Tellier").
//!
//! Two passes over the runs: full names first, so that a surname finds its owner wherever the full name stands;
//! then single names, each to the owner named last before it.

use std::collections::{HashMap, HashSet};

use super::Doc;
use super::runs::{classify, extend, is_headline, is_office, last_word, person_context, pronoun_follows};
use super::words::{Class, closed, fold};
use crate::lexicon::{self, Table};
use crate::span::Span;

/// Index of an entity.
pub(super) type EntityId = u32;

/// What is known of a person's gender.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    #[default]
    Unknown,
    Male,
    Female,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKind {
    Person,
    Body,
    Place,
    Other,
}

/// A capitalised run.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// First token of the run, titles included.
    pub start: usize,
    /// First token of the name proper.
    pub name: usize,
    /// One past its last token.
    pub end: usize,
    pub kind: NameKind,
    pub entity: Option<EntityId>,
    /// Whether a title stands before the name in the run.
    pub titled: bool,
    /// Whether it stands where capitals mean nothing (a headline).
    pub headline: bool,
    /// Whether it opens a sentence, where any word has a capital.
    pub fresh: bool,
    pub gender: Gender,
}

/// Somebody or something with a name.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    pub kind: NameKind,
    /// The fullest form in the text.
    pub name: Span,
    /// Tokens of the fullest form.
    words: usize,
    /// Hash of its first word; 0 for a single name.
    pub first: u64,
    /// Hash of its last word.
    pub last: u64,
    pub gender: Gender,
    /// Hashes of the words of titles, roles and offices.
    pub roles: Vec<u64>,
    /// The name as a headline gives it, where the text itself never names him in full.
    pub shown: Option<Box<str>>,
    /// The longest role that the text gives.
    pub role: Option<Span>,
    /// Where it is named.
    pub mentions: Vec<Span>,
    /// Token of the latest mention of a full name, while runs are read in order.
    seen: usize,
}

impl Entity {
    /// Somebody who is named in a label.
    pub fn labelled(name: Span, first: u64, last: u64, gender: Gender, role: Option<Span>) -> Self {
        Self {
            kind: NameKind::Person,
            name,
            words: 1 + usize::from(first != 0),
            first,
            last,
            gender,
            roles: Vec::new(),
            shown: None,
            role,
            mentions: Vec::new(),
            seen: 1,
        }
    }
}

/// All names of an article.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub runs: Vec<Run>,
    pub entities: Vec<Entity>,
    /// Run that covers a token, by index plus one; 0 is none.
    at: Vec<u32>,
    by_last: HashMap<u64, Vec<EntityId>>,
    by_first: HashMap<u64, Vec<EntityId>>,
}

/// Pairs of given names that are one.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("mike", "michael"),
    ("bill", "william"),
    ("bob", "robert"),
    ("rob", "robert"),
    ("jim", "james"),
    ("joe", "joseph"),
    ("tom", "thomas"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("steve", "steven"),
    ("steve", "stephen"),
    ("chris", "christopher"),
    ("matt", "matthew"),
    ("tony", "anthony"),
    ("ben", "benjamin"),
    ("sam", "samuel"),
    ("ron", "ronald"),
    ("don", "donald"),
    ("ken", "kenneth"),
    ("ed", "edward"),
    ("ted", "edward"),
    ("rick", "richard"),
    ("dick", "richard"),
    ("pat", "patrick"),
    ("andy", "andrew"),
    ("alex", "alexander"),
    ("greg", "gregory"),
    ("jeff", "jeffrey"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("sue", "susan"),
    ("debbie", "deborah"),
    ("nick", "nicholas"),
    ("charlie", "charles"),
    ("chuck", "charles"),
    ("jack", "john"),
    ("tim", "timothy"),
    ("will", "william"),
    ("jerry", "gerald"),
];

impl Names {
    /// The run that covers token `i`.
    pub fn run_at(&self, i: usize) -> Option<&Run> {
        let run = *self.at.get(i)?;
        self.runs.get(run.checked_sub(1)? as usize)
    }

    /// The entity.
    pub fn get(&self, id: EntityId) -> &Entity {
        &self.entities[id as usize]
    }

    /// Reads all names of the article.
    pub fn read(doc: &Doc) -> Self {
        let mut names = Self {
            at: vec![0; doc.tokens.len()],
            ..Self::default()
        };
        for (s, sentence) in doc.article.sentences.iter().enumerate() {
            let block = &doc.article.blocks[sentence.block as usize];
            if !block.kind.is_content() {
                continue;
            }
            let range = doc.tokens.sentence(s);
            let headline = is_headline(doc, range.clone());
            names.read_sentence(doc, range, headline);
        }
        names.link(doc);
        names
    }

    fn read_sentence(&mut self, doc: &Doc, range: std::ops::Range<usize>, headline: bool) {
        let mut i = range.start;
        let mut fresh = true;
        while i < range.end {
            let token = doc.token(i);
            if !token.is_word() {
                fresh = fresh || !matches!(doc.tokens.word(i), "," | ";" | "-" | "/");
                if matches!(doc.tokens.word(i), "," | ";") {
                    fresh = false;
                }
                i += 1;
                continue;
            }
            if !token.is_capital() || doc.tokens.word(i) == "I" {
                fresh = false;
                i += 1;
                continue;
            }
            let class = doc.class(i);
            let common = Class::DET
                .or(Class::PREP)
                .or(Class::PRONOUN)
                .or(Class::CONJ)
                .or(Class::SUB)
                .or(Class::AUX)
                .or(Class::RELATIVE)
                .or(Class::POSSESSIVE);
            let weak = common.or(Class::ADVERB).or(Class::TIME).or(Class::OBJECT);
            // "Specifically, …": an adverb that opens its sentence.
            let adverb = fresh && opens_as_adverb(doc, i);
            if class.has(weak) && !class.has(Class::GIVEN) || (class.has(common) && fresh) || adverb {
                fresh = false;
                i += 1;
                continue;
            }
            let end = extend(doc, i, range.end);
            if headline {
                // Each word for itself: only those that the text knows as names are linked.
                for word in i..end {
                    self.push(Run {
                        start: word,
                        name: word,
                        end: word + 1,
                        kind: NameKind::Other,
                        entity: None,
                        titled: false,
                        headline: true,
                        fresh,
                        gender: Gender::Unknown,
                    });
                }
            } else if !is_office(doc, i, end) {
                let run = classify(doc, i, end, fresh);
                self.push(run);
            }
            fresh = false;
            i = end;
        }
    }

    fn push(&mut self, run: Run) {
        let index = self.runs.len() as u32 + 1;
        for at in self.at.get_mut(run.start..run.end).unwrap_or_default() {
            *at = index;
        }
        self.runs.push(run);
    }

    /// Brings runs together into entities.
    fn link(&mut self, doc: &Doc) {
        let mut alone: HashMap<u64, u32> = HashMap::new();
        // Words that have a capital within a sentence too.
        let mut proper: HashSet<u64> = HashSet::new();
        for run in &self.runs {
            if !run.fresh && !run.headline {
                proper.extend((run.name..run.end).map(|k| fold(doc.tokens.word(k))));
            }
            if run.end - run.name == 1 {
                *alone.entry(fold(doc.tokens.word(run.name))).or_default() += 1;
            }
        }
        let mut runs = std::mem::take(&mut self.runs);
        for run in &mut runs {
            let words = run.end - run.name;
            if run.headline || words < 2 || run.kind == NameKind::Place {
                continue;
            }
            // "Obama-Biden": one word, whose end is no surname. The end of "Al-Orlen" is.
            let joined = (run.name + 1..run.end).all(|k| !doc.token(k).is_spaced())
                && !doc.class(run.name).has(Class::PARTICLE);
            if joined && !run.titled {
                continue;
            }
            let last = fold(doc.tokens.word(last_word(doc, run)));
            if run.kind == NameKind::Other {
                let first = fold(doc.tokens.word(run.name));
                let by_surname = alone.get(&last).copied().unwrap_or_default();
                let by_first = alone.get(&first).copied().unwrap_or_default();
                run.kind = if (person_context(doc, run) && by_first <= by_surname)
                    || (by_surname > 0 && by_first == 0 && words <= 3)
                    || (words <= 3 && by_first == 0 && pronoun_follows(doc, run))
                {
                    NameKind::Person
                } else {
                    NameKind::Other
                };
            }
            if run.kind != NameKind::Place {
                run.entity = Some(self.full(doc, run, last));
            }
        }
        self.acronyms(doc, &mut runs);
        for run in &mut runs {
            if let Some(id) = run.entity {
                let entity = &mut self.entities[id as usize];
                note_context(doc, run, entity);
                entity.seen = run.end;
                entity.mentions.push(doc.tokens.span(run.name..run.end));
                continue;
            }
            if run.end - run.name == 0 || (run.kind == NameKind::Place && run.end - run.name > 1) {
                continue;
            }
            self.single(doc, run, &proper);
        }
        self.runs = runs;
    }

    /// Finds the long forms of acronyms: a sequence of capitalised words whose initials they are
    /// ("Immigration, Refugees and Citizenship Canada", later "IRCC").
    fn acronyms(&mut self, doc: &Doc, runs: &mut [Run]) {
        let mut short: HashMap<u64, bool> = HashMap::new();
        // Of how many letters there are any, one bit each.
        let mut lengths = 0_u8;
        for run in runs.iter() {
            let word = doc.tokens.word(run.end - 1);
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            if run.end - run.name == 1 && doc.token(run.name).is_capitals() && (3..=7).contains(&letters) {
                let plain: String = word.chars().filter(|c| c.is_alphabetic()).collect();
                short.insert(fold(&plain), false);
                lengths |= 1 << letters;
            }
        }
        if short.is_empty() {
            return;
        }
        // The latest capitalised words that only "of", "and", "for", "the", "&" and commas part.
        let mut window: Vec<usize> = Vec::new();
        let mut gap = 0;
        for i in 0..doc.tokens.len() {
            let token = doc.token(i);
            if token.is_word() && token.is_capital() && !token.is_capitals() {
                if gap > 2 {
                    window.clear();
                }
                gap = 0;
                if window.len() == 8 {
                    window.remove(0);
                }
                window.push(i);
                for len in (3..=window.len().min(7)).filter(|len| lengths >> len & 1 != 0) {
                    let words = &window[window.len() - len..];
                    let initials: String = words
                        .iter()
                        .filter_map(|&w| doc.tokens.word(w).chars().next())
                        .collect();
                    if let Some(found @ false) = short.get_mut(&fold(&initials)) {
                        *found = true;
                        let id = self.entities.len() as EntityId;
                        self.entities.push(Entity {
                            kind: NameKind::Body,
                            name: doc.tokens.span(words[0]..i + 1),
                            words: len,
                            first: fold(doc.tokens.word(words[0])),
                            last: fold(&initials),
                            gender: Gender::Unknown,
                            roles: Vec::new(),
                            shown: None,
                            role: None,
                            mentions: Vec::new(),
                            seen: 1,
                        });
                        self.by_last.entry(fold(&initials)).or_default().insert(0, id);
                        for run in runs.iter_mut() {
                            let inside = run.start >= words[0] && run.end <= i + 1;
                            let acronym =
                                run.end - run.name == 1 && fold(doc.tokens.word(run.name)) == fold(&initials);
                            if (inside || acronym) && !run.headline {
                                run.kind = NameKind::Body;
                                run.entity = Some(id);
                            }
                        }
                    }
                }
            } else if window.is_empty() {
                gap = 0;
            } else if token.is_clitic()
                || doc
                    .tokens
                    .is_any(i, &["of", "and", "for", "the", "&", ",", "on", "in"])
            {
                gap += 1;
            } else {
                window.clear();
                gap = 0;
            }
        }
    }

    /// The entity of a full name.
    fn full(&mut self, doc: &Doc, run: &Run, last: u64) -> EntityId {
        let span = doc.tokens.span(run.name..run.end);
        let first_word = doc.tokens.word(run.name);
        let first = fold(first_word);
        let words = run.end - run.name;
        if let Some(ids) = self.by_last.get(&last) {
            for &id in ids {
                let entity = &mut self.entities[id as usize];
                let other = entity.name.of(doc.text);
                let other_first = other.split_whitespace().next().unwrap_or_default();
                if (entity.kind == NameKind::Person) == (run.kind == NameKind::Person)
                    && same_first(first_word, other_first)
                    && (run.kind == NameKind::Person || span.of(doc.text).eq_ignore_ascii_case(other))
                {
                    if words > entity.words && run.kind == NameKind::Person && words <= 4
                        || (words == entity.words
                            && first_word.len() > other_first.len()
                            && other_first.len() <= 2)
                    {
                        entity.name = span;
                        entity.words = words;
                    }
                    if entity.gender == Gender::Unknown {
                        entity.gender = run.gender;
                    }
                    note_titles(doc, run, entity);
                    return id;
                }
            }
        }
        let id = self.entities.len() as EntityId;
        let mut entity = Entity {
            kind: run.kind,
            name: span,
            words,
            first,
            last,
            gender: run.gender,
            roles: Vec::new(),
            shown: None,
            role: None,
            mentions: Vec::new(),
            seen: 0,
        };
        if run.kind == NameKind::Person {
            officeholder(doc, run, &mut entity);
        }
        note_titles(doc, run, &mut entity);
        self.by_last.entry(last).or_default().push(id);
        self.by_first.entry(first).or_default().push(id);
        if run.kind != NameKind::Person {
            // A body is often called by its initials.
            if let Some(initials) = initials(doc, run) {
                self.by_last.entry(initials).or_default().push(id);
            }
        }
        self.entities.push(entity);
        id
    }

    /// Links a single name to the full name it shortens, or makes it an entity of its own.
    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    fn single(&mut self, doc: &Doc, run: &mut Run, proper: &HashSet<u64>) {
        let at = run.end - 1;
        let word = fold(doc.tokens.word(at));
        let pick = |ids: Option<&Vec<EntityId>>, entities: &[Entity]| -> Option<EntityId> {
            let ids = ids?;
            let fits = |id: &&EntityId| {
                let e = &entities[**id as usize];
                // A surname that is a given name too says nothing of gender; a title does.
                !run.titled
                    || run.gender == Gender::Unknown
                    || e.gender == Gender::Unknown
                    || e.gender == run.gender
            };
            ids.iter()
                .filter(fits)
                .filter(|id| entities[**id as usize].seen > 0)
                .max_by_key(|id| entities[**id as usize].seen)
                .or_else(|| ids.iter().find(fits))
                .copied()
        };
        let people_first = |ids: Option<&Vec<EntityId>>, entities: &[Entity]| {
            pick(ids, entities).filter(|&id| entities[id as usize].kind == NameKind::Person || !run.titled)
        };
        let place = run.kind == NameKind::Place || doc.class(at).has(Class::PLACE);
        let found = people_first(self.by_last.get(&word), &self.entities).or_else(|| {
            if run.titled {
                return None;
            }
            people_first(self.by_first.get(&word), &self.entities).filter(|&id| {
                let e = &self.entities[id as usize];
                e.kind == NameKind::Person && doc.class(at).has(Class::GIVEN)
                    || (e.kind != NameKind::Person
                        && !doc.class(at).has(Class::PLACE.or(Class::TITLE))
                        && !closed(doc.tokens.word(at)).has(Class::BODY.or(Class::ROLE)))
            })
        });
        if let Some(id) = found.filter(|&id| {
            !(place
                && !run.titled
                && self.entities[id as usize].kind != NameKind::Person
                && self.entities[id as usize].last != word)
        }) {
            run.entity = Some(id);
            run.kind = self.entities[id as usize].kind;
            let entity = &mut self.entities[id as usize];
            if entity.words == 1 || run.titled {
                note_titles(doc, run, entity);
            }
            entity.mentions.push(doc.tokens.span(run.name..run.end));
            if entity.gender == Gender::Unknown && (run.titled || entity.first == word) {
                entity.gender = run.gender;
            }
            if entity.words == 1 || entity.kind == NameKind::Person {
                entity.seen = entity.seen.max(1);
            }
            return;
        }
        if run.headline {
            return;
        }
        let class = doc.class(at);
        // "Trees" at the start of a sentence is a common noun, unless it keeps its capital elsewhere or reports.
        if run.fresh
            && !run.titled
            && !proper.contains(&word)
            && !class.has(Class::GIVEN)
            && !person_context(doc, run)
        {
            return;
        }
        // `Prime Minister` is a title without a name.
        if run.kind == NameKind::Other && run.titled && closed(doc.tokens.word(at)).has(Class::ROLE) {
            return;
        }
        if run.kind == NameKind::Other && !run.titled {
            if class.has(Class::GIVEN) && !place && person_context(doc, run) {
                run.kind = NameKind::Person;
            } else if class.has(Class::ROLE.or(Class::TIME).or(Class::GROUP)) {
                return;
            }
        }
        if run.kind == NameKind::Place && !run.titled {
            // A given name that is a town too.
            if !class.has(Class::GIVEN) || !person_context(doc, run) {
                return;
            }
            run.kind = NameKind::Person;
        }
        let id = self.entities.len() as EntityId;
        let mut entity = Entity {
            kind: run.kind,
            name: doc.tokens.span(run.name..run.end),
            words: 1,
            first: 0,
            last: word,
            gender: run.gender,
            roles: Vec::new(),
            shown: None,
            role: None,
            mentions: vec![doc.tokens.span(run.name..run.end)],
            seen: 1,
        };
        note_titles(doc, run, &mut entity);
        self.by_last.entry(word).or_default().push(id);
        self.entities.push(entity);
        run.entity = Some(id);
    }

    /// Adds a person whom only a label names.
    pub fn add_person(&mut self, entity: Entity) -> EntityId {
        let id = self.entities.len() as EntityId;
        self.by_last.entry(entity.last).or_default().push(id);
        self.entities.push(entity);
        id
    }

    /// Gives a lone given name ("Thanks, Mara") to the one person who bears it, once the labels are read.
    pub fn addressed(&mut self) {
        for run in &mut self.runs {
            let Some(id) = run.entity else { continue };
            let alone = &self.entities[id as usize];
            if alone.first != 0 || alone.kind == NameKind::Body {
                continue;
            }
            let mut bearers = self.entities.iter().enumerate().filter(|(other, e)| {
                *other != id as usize && e.kind == NameKind::Person && e.first != 0 && e.first == alone.last
            });
            if let (Some((person, _)), None) = (bearers.next(), bearers.next()) {
                run.entity = Some(person as EntityId);
                run.kind = NameKind::Person;
            }
        }
    }

    /// The person of a label: somebody of that surname, or a full name of unknown kind that the label proves a person's.
    pub fn of_label(&mut self, first: u64, surname: u64) -> Option<EntityId> {
        if let Some(id) = self.by_surname(surname) {
            return Some(id);
        }
        let found = self.by_last.get(&surname)?.iter().copied().find(|&id| {
            let e = &self.entities[id as usize];
            e.kind == NameKind::Other && first != 0 && e.first == first
        })?;
        self.entities[found as usize].kind = NameKind::Person;
        Some(found)
    }

    /// The person of that surname named last, for a label such as `MR. KIRBY`.
    pub fn by_surname(&self, surname: u64) -> Option<EntityId> {
        self.by_last
            .get(&surname)?
            .iter()
            .copied()
            .find(|&id| self.entities[id as usize].kind == NameKind::Person)
    }
}

/// Whether the capitalised word `i`, first of its sentence, is an adverb and no surname ("Donnelly said").
fn opens_as_adverb(doc: &Doc, i: usize) -> bool {
    let word = doc.tokens.word(i);
    let next = doc.class(i + 1);
    word.len() > 5
        && word.ends_with("ly")
        && doc.class(i).is_unknown()
        && !next.has(Class::REPORTS.or(Class::AUX).or(Class::VERB))
        && !doc.token(i + 1).is_clitic()
        && !doc.token(i + 1).is_capital()
}

fn same_first(a: &str, b: &str) -> bool {
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    let initial = |s: &str| s.trim_end_matches('.').chars().count() <= 1 || s.matches('.').count() > 1;
    if initial(a) || initial(b) {
        return a.chars().next() == b.chars().next();
    }
    let (a, b) = (fold(a), fold(b));
    SHORT_NAMES
        .iter()
        .any(|&(short, long)| (fold(short) == a && fold(long) == b) || (fold(short) == b && fold(long) == a))
}

/// Hash of the initials of a body's name.
fn initials(doc: &Doc, run: &Run) -> Option<u64> {
    let mut letters = String::new();
    for k in run.name..run.end {
        if doc.token(k).is_capital() {
            letters.extend(doc.tokens.word(k).chars().next());
        }
    }
    (letters.chars().count() > 1).then(|| fold(&letters))
}

/// Adds the words of titles in the run to what the person is called, in their full form.
fn note_titles(doc: &Doc, run: &Run, entity: &mut Entity) {
    if run.kind != NameKind::Person || run.name == run.start {
        return;
    }
    let from = (run.start..run.name)
        .find(|&k| {
            doc.class(k).has(
                Class::TITLE
                    .or(Class::ROLE)
                    .or(Class::BODY)
                    .or(Class::PLACE)
                    .or(Class::MODIFIER),
            )
        })
        .unwrap_or(run.start);
    let span = doc.tokens.span(from..run.name);
    add_role(doc, run.start..run.name, entity);
    let honorific = doc
        .token(run.start)
        .key()
        .of(Table::Title)
        .is_some_and(|e| e.cell(2) == "honorific")
        && run.name == run.start + 1;
    if !honorific && entity.role.is_none_or(|role| role.len() < span.len()) {
        entity.role = Some(span);
    }
}

/// Adds what the words around a full name call the person: "harbour minister Bram Olden", "Bram Olden, a pilot from Orlen,".
fn note_context(doc: &Doc, run: &Run, entity: &mut Entity) {
    if run.kind != NameKind::Person || run.headline {
        return;
    }
    let stop = Class::PREP
        .or(Class::DET)
        .or(Class::CONJ)
        .or(Class::SUB)
        .or(Class::AUX)
        .or(Class::PRONOUN);
    let noun = |k: usize| {
        doc.token(k).is_word()
            && !doc.class(k).has(stop)
            && (!doc.class(k).has(Class::VERB) || doc.class(k).has(Class::ROLE.or(Class::BODY)))
    };
    let sentence = doc.tokens.sentence(doc.tokens.sentence_of(run.start));
    let lowercase_role = |k: usize| doc.class(k).has(Class::ROLE) && !doc.token(k).is_capital();
    let mut range = None;
    if run.start > sentence.start && lowercase_role(run.start - 1) {
        let mut from = run.start - 1;
        while from > sentence.start && run.start - from < 5 && noun(from - 1) && doc.token(from).is_spaced() {
            from -= 1;
        }
        range = Some(from..run.name);
    } else if doc.tokens.word(run.end) == "," && run.end + 1 < sentence.end {
        let opens = doc.class(run.end + 1);
        if opens.has(Class::ROLE.or(Class::MODIFIER)) || doc.tokens.is_any(run.end + 1, &["a", "an", "the"]) {
            let end = (run.end + 1..sentence.end.min(run.end + 14)).find(|&k| {
                matches!(doc.tokens.word(k), "," | "." | ";" | ":" | "(") || doc.class(k).has(Class::RELATIVE)
            });
            range = end
                .map(|end| run.end + 1..end)
                .filter(|r| r.clone().any(lowercase_role));
        }
    }
    if let Some(range) = range {
        if entity.role.is_none() {
            entity.role = Some(doc.tokens.span(range.clone()));
        }
        add_role(doc, range, entity);
    }
}

/// Adds the words of `range` to what the person is called.
pub(super) fn add_role(doc: &Doc, range: std::ops::Range<usize>, entity: &mut Entity) {
    for k in range {
        if !doc.token(k).is_word() {
            continue;
        }
        let word = fold(doc.tokens.word(k));
        if !entity.roles.contains(&word) && entity.roles.len() < 48 {
            entity.roles.push(word);
        }
        if let Some(entry) = doc.token(k).key().of(Table::Title) {
            for part in entry.cell(0).split(' ') {
                let part = fold(part);
                if !entity.roles.contains(&part) {
                    entity.roles.push(part);
                }
            }
        }
    }
}

/// What the table of office holders knows of a full name.
fn officeholder(doc: &Doc, run: &Run, entity: &mut Entity) {
    let Some(entry) = doc.tokens.phrase(run.name..run.end).of(Table::Officeholder) else {
        return;
    };
    match entry.cell(3) {
        "M" => entity.gender = Gender::Male,
        "F" => entity.gender = Gender::Female,
        _ => {}
    }
    for word in entry.cell(4).split(' ').filter(|w| w.len() > 2) {
        entity.roles.push(fold(word));
    }
    let party = entry.cell(7);
    if !party.is_empty() {
        entity.roles.push(fold(party));
    }
    let code = entry.cell(6);
    if let Some(state) = (!code.is_empty())
        .then(|| lexicon::rows(Table::State).find(|s| s.cell(0) == code))
        .flatten()
    {
        for word in state.cell(1).split(' ') {
            entity.roles.push(fold(word));
        }
    }
}
