//! Proper names: finds the capitalised runs of a text, tells people from bodies and places, and brings the forms
//! of one name together ("Lt. Mara Tellier", "Ms. Tellier", "Tellier").
//!
//! Two passes over the runs: full names first, so that a surname finds its owner wherever the full name stands;
//! then single names, each to the owner named last before it.

use std::sync::OnceLock;

use foldhash::fast::RandomState;

use super::Doc;
use super::forms::{initials, same_first};
use super::keyed::{ByNumber, Numbers};
use super::roles::{note_context, note_titles, officeholder};
use super::runs::{
    classify, extend, is_headline, is_office, last_word, merge, person_context, pronoun_follows,
};
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
    pub words: usize,
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
    pub seen: usize,
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
    pub at: Vec<u32>,
    pub by_last: ByNumber<u64, Vec<EntityId>>,
    pub by_first: ByNumber<u64, Vec<EntityId>>,
}

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
        let mut alone: ByNumber<u64, u32> = ByNumber::default();
        // Words that have a capital within a sentence too.
        let mut proper: Numbers<u64> = Numbers::default();
        for run in &self.runs {
            if !run.fresh && !run.headline {
                proper.extend((run.name..run.end).map(|k| fold(doc.tokens.word(k))));
            }
            if run.end - run.name == 1 {
                *alone.entry(fold(doc.tokens.word(run.name))).or_default() += 1;
            }
        }
        let mut runs = std::mem::take(&mut self.runs);
        // "Gov. Zeb Olden" makes a bare "Zeb Olden" a person too.
        let ends = |run: &Run| {
            (
                fold(doc.tokens.word(run.name)),
                fold(doc.tokens.word(last_word(doc, run))),
            )
        };
        let people: Numbers<(u64, u64)> = runs
            .iter()
            .filter(|run| run.kind == NameKind::Person && run.end > run.name + 1)
            .map(ends)
            .collect();
        for run in &mut runs {
            let words = run.end - run.name;
            let holder = || {
                doc.tokens
                    .phrase(run.name..run.end)
                    .of(Table::Officeholder)
                    .is_some()
            };
            if words >= 2
                && run.kind == NameKind::Other
                && !run.headline
                && (words == 2 && people.contains(&ends(run)) || holder())
            {
                run.kind = NameKind::Person;
            }
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
        self.lone_people(doc, &mut runs);
        self.runs = runs;
    }

    /// Makes a lone surname a person's where the text shows it: an office holder's name that acts, or one that says "I".
    fn lone_people(&mut self, doc: &Doc, runs: &mut [Run]) {
        for run in &*runs {
            let Some(id) = run.entity else { continue };
            let entity = &mut self.entities[id as usize];
            if entity.kind != NameKind::Other || run.headline || run.end > run.name + 3 {
                continue;
            }
            if entity.words != 1 {
                if says_i(doc, run) {
                    entity.kind = NameKind::Person;
                }
                continue;
            }
            let class = doc.class(run.name);
            let before = run.start.wrapping_sub(1);
            if doc.token(run.name).is_capitals()
                || class.has(
                    Class::PLACE
                        .or(Class::BODY)
                        .or(Class::ROLE)
                        .or(Class::GROUP)
                        .or(Class::OUTLET),
                )
                || doc.class(before).has(Class::DET)
            {
                continue;
            }
            let office = surnames().get(&entity.last).copied().filter(|_| {
                person_context(doc, run)
                    || doc
                        .class(run.end)
                        .has(Class::AUX.or(Class::VERB).or(Class::REPORTS))
            });
            let given = class.has(Class::GIVEN) && person_context(doc, run);
            if office.is_some() || given || says_i(doc, run) {
                entity.kind = NameKind::Person;
                entity.gender = merge(entity.gender, office.unwrap_or_default());
            }
        }
        for run in runs {
            if let Some(id) = run.entity
                && self.entities[id as usize].kind == NameKind::Person
            {
                run.kind = NameKind::Person;
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
                // "Zeb Ali Olden", later "Ali Olden"; "the Orlen Daily News", later "the Daily News".
                let end = words > 1
                    && words < entity.words
                    && entity.kind == run.kind
                    && (run.kind == NameKind::Person || doc.class(run.end - 1).has(Class::OUTLET))
                    && other
                        .strip_suffix(span.of(doc.text))
                        .is_some_and(|lead| lead.ends_with(' '));
                if end {
                    return id;
                }
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
    fn single(&mut self, doc: &Doc, run: &mut Run, proper: &Numbers<u64>) {
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
                e.kind == NameKind::Person && (doc.class(at).has(Class::GIVEN) || doc.class(at).is_unknown())
                    // A surname is not short for the body that bears it: "Olden" and "the Olden Fund".
                    || (e.kind != NameKind::Person
                        && (e.kind != NameKind::Body || !surnames().contains_key(&word))
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
        let acts = || {
            let verb = Class::AUX.or(Class::VERB).or(Class::REPORTS).or(Class::ADVERB);
            surnames().contains_key(&word) && doc.class(run.end).has(verb)
        };
        if run.fresh
            && !run.titled
            && !proper.contains(&word)
            && !class.has(Class::GIVEN)
            && !person_context(doc, run)
            && !acts()
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
        // The person of each given name; none where several bear it.
        let mut bearers: ByNumber<u64, Option<EntityId>> = ByNumber::default();
        for (id, e) in self.entities.iter().enumerate() {
            if e.kind == NameKind::Person && e.first != 0 {
                bearers
                    .entry(e.first)
                    .and_modify(|one| *one = None)
                    .or_insert(Some(id as EntityId));
            }
        }
        for run in &mut self.runs {
            let Some(id) = run.entity else { continue };
            let alone = &self.entities[id as usize];
            if alone.first != 0 || alone.kind == NameKind::Body {
                continue;
            }
            if let Some(&Some(person)) = bearers.get(&alone.last) {
                run.entity = Some(person);
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

/// Surnames of office holders, with the gender that all of that name share.
fn surnames() -> &'static ByNumber<u64, Gender> {
    static ALL: OnceLock<ByNumber<u64, Gender>> = OnceLock::new();
    ALL.get_or_init(|| {
        let rows = lexicon::rows(Table::Officeholder);
        let mut all = ByNumber::with_capacity_and_hasher(rows.size_hint().0, RandomState::default());
        for row in rows {
            let gender = match row.cell(3) {
                "M" => Gender::Male,
                "F" => Gender::Female,
                _ => Gender::Unknown,
            };
            let known = all.entry(fold(row.cell(2))).or_insert(gender);
            if *known != gender {
                *known = Gender::Unknown;
            }
        }
        all
    })
}

/// Whether the words just quoted, which the name is said to have said, speak of an "I": bodies say "we".
fn says_i(doc: &Doc, run: &Run) -> bool {
    let verb = run.start.wrapping_sub(1);
    let after = if doc.class(run.end).has(Class::REPORTS) {
        run.start
    } else if doc.class(verb).has(Class::REPORTS) && !doc.token(verb).is_capital() {
        verb
    } else {
        return false;
    };
    let Some(close) = after
        .checked_sub(1)
        .filter(|&k| matches!(doc.tokens.word(k), "\"" | "”" | "''"))
    else {
        return false;
    };
    (close.saturating_sub(80)..close)
        .rev()
        .take_while(|&k| !matches!(doc.tokens.word(k), "\"" | "“" | "``"))
        .any(|k| {
            matches!(
                doc.tokens.word(k),
                "I" | "I'm" | "I’m" | "I've" | "I’ve" | "I'll" | "I’ll" | "I'd" | "I’d"
            ) || doc.tokens.is_any(k, &["my", "me"])
        })
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
