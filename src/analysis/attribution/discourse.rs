//! Who has been spoken of: the sources of an article and how present each is, so that "he", "the senator",
//! "they" and a quotation without a cue find their owner.

use super::Doc;
use super::descriptions::{described, gender_in, gender_of, modifiers};
use super::keyed::ByNumber;
use super::names::{EntityId, Gender, NameKind, Names};
use super::phrases::{Phrase, PhraseKind};
use super::roles::add_role;
use super::words::{Class, closed, fold};
use crate::analysis::model::SpeakerKind;
use crate::span::Span;

/// Index of a source.
pub(super) type SourceId = usize;

/// How a mention stands in its sentence; the order is that of presence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Place {
    Inside,
    Object,
    Possessive,
    /// Named in full for the first time.
    Introduced,
    Subject,
    Speaker,
}

impl Place {
    const fn weight(self) -> f32 {
        match self {
            Self::Inside => 0.25,
            Self::Object => 0.45,
            Self::Possessive => 0.6,
            Self::Introduced => 0.75,
            Self::Subject => 0.95,
            Self::Speaker => 1.0,
        }
    }
}

/// Documents that are their author's own words.
const ISSUED: [&str; 6] = ["statement", "release", "tweet", "post", "message", "email"];

/// What one mention less of a sentence leaves of presence.
const DECAY: f32 = 0.8;

/// A possible speaker.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub kind: SpeakerKind,
    pub entity: Option<EntityId>,
    /// The words that describe one without a name.
    pub span: Span,
    /// Hash of the head noun of a description.
    pub head: u64,
    /// Hashes of its modifiers.
    pub modifiers: Vec<u64>,
    pub plural: bool,
    pub gender: Gender,
    pub role: Option<Span>,
    pub mentions: Vec<Span>,
    /// Sentence of its latest mention, how it stood there, and how often it was mentioned.
    pub last: usize,
    pub weight: f32,
    pub count: u32,
    /// Whether it ever spoke.
    pub speaks: bool,
    /// Whether it is a lone name that may be a person's.
    pub maybe: bool,
}

/// How a mention was resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Via {
    /// By its own name.
    Name,
    /// By a name that only a part of the text's full name is.
    Pronoun {
        rivals: bool,
    },
    /// By what the text calls him.
    Role,
    /// By presence alone.
    Presence,
    /// The words themselves are the source: "the report".
    Itself,
    /// So they are, and nothing named before can be meant: "a harbour official", "police".
    Unnamed,
    Owner,
}

impl Source {
    /// Whether it was never mentioned before.
    pub const fn is_new(&self) -> bool {
        self.count == 0
    }
}

/// For how many sentences a source counts as mentioned lately.
const LATELY: usize = 40;

/// The sources, by presence.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    pub sources: Vec<Source>,
    pub by_entity: ByNumber<EntityId, SourceId>,
    /// All sources that were mentioned lately and some that were before, in order: few of the hundreds that a long text
    /// has, and every pronoun asks for them.
    lately: Vec<SourceId>,
    /// At how many of them those of before are taken out.
    full: usize,
    /// Count of the reporter's sentences so far.
    pub now: usize,
    /// Who spoke last.
    pub speaker: Option<SourceId>,
    /// Subject of the latest sentence that had one.
    pub subject: Option<(SourceId, usize)>,
}

impl Discourse {
    /// The source of a name.
    pub fn of_entity(&mut self, names: &Names, id: EntityId) -> SourceId {
        if let Some(&source) = self.by_entity.get(&id) {
            return source;
        }
        let entity = names.get(id);
        let kind = if entity.kind == NameKind::Person {
            SpeakerKind::Person
        } else {
            SpeakerKind::Organisation
        };
        self.sources.push(Source {
            kind,
            entity: Some(id),
            span: entity.name,
            head: entity.last,
            modifiers: Vec::new(),
            plural: false,
            gender: entity.gender,
            role: entity.role,
            mentions: Vec::new(),
            last: 0,
            weight: 0.0,
            count: 0,
            speaks: false,
            maybe: entity.kind == NameKind::Other,
        });
        let source = self.sources.len() - 1;
        self.by_entity.insert(id, source);
        source
    }

    /// Notes a mention.
    pub fn touch(&mut self, id: SourceId, place: Place) {
        let now = self.now;
        let source = &mut self.sources[id];
        let faded = presence_of(source, now);
        source.weight = place.weight().max(faded);
        source.last = now;
        source.count += 1;
        match place {
            Place::Speaker => {
                source.speaks = true;
                self.speaker = Some(id);
                self.subject = Some((id, now));
            }
            Place::Subject => self.subject = Some((id, now)),
            _ => {}
        }
        if let Err(at) = self.lately.binary_search(&id) {
            self.lately.insert(at, id);
            if self.lately.len() >= self.full {
                let sources = &self.sources;
                self.lately.retain(|&id| now - sources[id].last < LATELY);
                self.full = self.lately.len() * 2 + 32;
            }
        }
    }

    fn presence(&self, id: SourceId) -> f32 {
        let source = &self.sources[id];
        if source.count == 0 {
            return 0.0;
        }
        presence_of(source, self.now)
    }

    /// The person a singular pronoun means.
    fn person(&self, gender: Gender) -> Option<(SourceId, bool)> {
        let mut best: Option<(SourceId, f32)> = None;
        let mut second = 0.0_f32;
        for id in self.recent() {
            let source = &self.sources[id];
            // A lone name of unknown kind that acted may be a surname.
            let maybe = source.kind == SpeakerKind::Organisation && source.maybe && source.weight > 0.9;
            let person = maybe || matches!(source.kind, SpeakerKind::Person | SpeakerKind::Unnamed);
            let clash =
                gender != Gender::Unknown && source.gender != Gender::Unknown && source.gender != gender;
            if !person || clash {
                continue;
            }
            let mut score = self.presence(id);
            if maybe {
                score *= 0.7;
            } else if source.gender == Gender::Unknown && gender != Gender::Unknown {
                score *= 0.8;
            }
            if self.speaker == Some(id) {
                score += 0.06;
            }
            match best {
                Some((_, top)) if top >= score => second = second.max(score),
                _ => {
                    second = best.map_or(0.0, |(_, top)| top).max(second);
                    best = Some((id, score));
                }
            }
        }
        best.filter(|&(id, score)| {
            score > 0.12 || (self.sources[id].gender == gender && gender != Gender::Unknown)
        })
        .map(|(id, score)| {
            // Whether a name of unknown kind is a person's stays in doubt.
            let doubtful = self.sources[id].kind == SpeakerKind::Organisation;
            (id, doubtful || second > score * 0.85)
        })
    }

    /// Sources by index, newest first, a bounded number of them.
    pub(super) fn recent(&self) -> impl Iterator<Item = SourceId> {
        let now = self.now;
        let skip = self.sources.len().saturating_sub(600);
        let sources = &self.sources;
        self.lately
            .iter()
            .rev()
            .copied()
            .take_while(move |&id| id >= skip)
            .filter(move |&id| now - sources[id].last < LATELY)
    }

    /// Sources by index, newest first: those told of lately, or any of the latest ones.
    pub(super) fn known(&self, any: bool) -> impl Iterator<Item = SourceId> {
        let now = self.now;
        let skip = self.sources.len().saturating_sub(600);
        let sources = &self.sources;
        (skip..sources.len())
            .rev()
            .filter(move |&id| any || sources[id].count > 0 && now - sources[id].last < LATELY)
    }

    /// The source that `they` or `it` means.
    fn thing(&self, plural: bool) -> Option<SourceId> {
        let mut best: Option<(SourceId, f32)> = None;
        for id in self.recent() {
            let source = &self.sources[id];
            let fits = match source.kind {
                SpeakerKind::Person => false,
                SpeakerKind::Unnamed | SpeakerKind::Group => plural,
                SpeakerKind::Document => source.plural == plural,
                SpeakerKind::Organisation => true,
            };
            if !fits {
                continue;
            }
            let mut score = presence_of(source, self.now);
            match source.kind {
                SpeakerKind::Organisation if plural => score *= 0.75,
                // A body that never spoke is seldom what "it" says.
                SpeakerKind::Organisation if !source.speaks => score *= 0.8,
                SpeakerKind::Document if !plural => score *= 1.25,
                _ => {}
            }
            if self.speaker == Some(id) {
                score += 0.1;
            }
            if best.is_none_or(|(_, top)| score > top) {
                best = Some((id, score));
            }
        }
        best.filter(|&(_, score)| score > 0.2).map(|(id, _)| id)
    }

    /// The source that a mention names, and by which way.
    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    pub fn resolve(&mut self, doc: &Doc, names: &mut Names, phrase: &Phrase) -> Option<(SourceId, Via)> {
        let word = doc.tokens.word(phrase.head);
        match phrase.kind {
            PhraseKind::Pronoun => {
                let stem = word
                    .split(['\'', '’'])
                    .next()
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                match stem.as_str() {
                    "he" | "his" | "him" => self
                        .person(Gender::Male)
                        .map(|(id, rivals)| (id, Via::Pronoun { rivals })),
                    "she" | "her" => self
                        .person(Gender::Female)
                        .map(|(id, rivals)| (id, Via::Pronoun { rivals })),
                    "they" | "their" | "them" => {
                        self.thing(true).map(|id| (id, Via::Pronoun { rivals: false }))
                    }
                    "it" | "its" => self.thing(false).map(|id| (id, Via::Pronoun { rivals: false })),
                    _ => None,
                }
            }
            PhraseKind::Relative => {
                if let Some(entity) = phrase.entity {
                    return Some((self.of_entity(names, entity), Via::Name));
                }
                let range = phrase.description.clone()?;
                let inner = described(doc, range)?;
                self.describe(doc, &inner).map(|(id, _)| (id, Via::Itself))
            }
            PhraseKind::Name => {
                // A capital or country speaks for its government: "Orlen said".
                let Some(entity) = phrase.entity else {
                    let body = Phrase {
                        kind: PhraseKind::Body,
                        ..phrase.clone()
                    };
                    return self.describe(doc, &body);
                };
                // "Defense Department spokesman John Kirby": the words before the name.
                let lead = names
                    .run_at(phrase.head)
                    .map(|run| doc.tokens.at(phrase.span.start())..run.name);
                if let Some(lead) = lead.filter(|l| l.start < l.end && l.len() <= 12) {
                    let role = lead
                        .clone()
                        .any(|i| doc.class(i).has(Class::ROLE.or(Class::TITLE)));
                    let person = &mut names.entities[entity as usize];
                    if role && person.kind == NameKind::Person {
                        add_role(doc, lead.clone(), person);
                        let span = doc.tokens.span(lead.clone());
                        if person.role.is_none_or(|r| r.len() < span.len()) {
                            person.role = Some(span);
                        }
                        if person.gender == Gender::Unknown {
                            person.gender = gender_in(doc, lead);
                        }
                    }
                }
                if let Some(range) = &phrase.description {
                    let span = doc.tokens.span(range.clone());
                    let kind = names.get(entity).kind;
                    let person = &mut names.entities[entity as usize];
                    if kind != NameKind::Place {
                        add_role(doc, range.clone(), person);
                        if range.clone().any(|i| doc.class(i).has(Class::ROLE)) {
                            if person.role.is_none() {
                                person.role = Some(span);
                            }
                            if kind == NameKind::Other {
                                person.kind = NameKind::Person;
                            }
                            if person.gender == Gender::Unknown {
                                person.gender = gender_in(doc, range.clone());
                            }
                        }
                    }
                }
                let id = self.of_entity(names, entity);
                let entity = names.get(entity);
                let source = &mut self.sources[id];
                source.gender = entity.gender;
                source.role = entity.role.or(source.role);
                if entity.kind == NameKind::Person {
                    source.kind = SpeakerKind::Person;
                }
                Some((id, Via::Name))
            }
            PhraseKind::Document => {
                if let Some(owner) = phrase.owner {
                    let owned = if closed(doc.tokens.word(owner)).has(Class::POSSESSIVE) {
                        match doc.tokens.word(owner).to_ascii_lowercase().as_str() {
                            "his" => self.person(Gender::Male).map(|(id, _)| id),
                            "her" => self.person(Gender::Female).map(|(id, _)| id),
                            _ => self.thing(false),
                        }
                    } else {
                        names
                            .run_at(owner)
                            .and_then(|r| r.entity)
                            .map(|e| self.of_entity(names, e))
                    };
                    if let Some(id) = owned {
                        return Some((id, Via::Owner));
                    }
                } else if doc.tokens.is_any(phrase.head, &ISSUED)
                    && let Some(id) = self.issuer()
                {
                    return Some((id, Via::Owner));
                }
                self.describe(doc, phrase)
            }
            PhraseKind::Role => self.role(doc, names, phrase),
            PhraseKind::Group | PhraseKind::Body | PhraseKind::Other => {
                if phrase.kind != PhraseKind::Group && phrase.definite && !phrase.possessive {
                    if let Some(id) = self.body(doc, names, phrase) {
                        return Some((id, Via::Role));
                    }
                    if phrase.kind == PhraseKind::Other {
                        let noun = !doc
                            .class(phrase.head)
                            .has(Class::TIME.or(Class::MODIFIER).or(Class::PLACE));
                        if noun && let Some((id, rivals)) = self.by_role(doc, names, phrase) {
                            let _ = rivals;
                            return Some((id, Via::Role));
                        }
                        // "the 26-year-old": a person of whom the text just spoke.
                        let age = (phrase.items.len() > 1)
                            && doc
                                .text
                                .get(phrase.span.range())
                                .is_some_and(|t| t.contains("-old") || t.contains("-year"));
                        if age {
                            return self.person(Gender::Unknown).map(|(id, _)| (id, Via::Presence));
                        }
                    }
                }
                self.describe(doc, phrase)
            }
        }
    }

    /// Who spoke or acted just before, and so issued the statement that the text quotes next.
    fn issuer(&self) -> Option<SourceId> {
        let near = |id: SourceId| {
            let source = &self.sources[id];
            self.now - source.last <= 2
                && source.entity.is_some()
                && matches!(source.kind, SpeakerKind::Person | SpeakerKind::Organisation)
        };
        self.speaker
            .filter(|&id| near(id))
            .or_else(|| self.subject.map(|s| s.0).filter(|&id| near(id)))
    }

    /// A named source whose role or office fits the description best.
    fn by_role(&self, doc: &Doc, names: &Names, phrase: &Phrase) -> Option<(SourceId, bool)> {
        let head = fold(doc.tokens.word(phrase.head));
        let modifiers = modifiers(doc, phrase.span);
        let gender = gender_of(doc, phrase.head);
        let mut best: Option<(SourceId, usize, f32)> = None;
        for id in self.recent() {
            let source = &self.sources[id];
            let Some(entity) = source.entity.map(|e| names.get(e)) else {
                continue;
            };
            if entity.kind != NameKind::Person || !entity.roles.contains(&head) {
                continue;
            }
            if gender != Gender::Unknown && entity.gender != Gender::Unknown && gender != entity.gender {
                continue;
            }
            let fit = modifiers.iter().filter(|m| entity.roles.contains(m)).count();
            let score = self.presence(id);
            if best.is_none_or(|(_, f, s)| (fit, score) > (f, s)) {
                best = Some((id, fit, score));
            }
        }
        best.map(|(id, _, _)| (id, false))
    }

    fn role(&mut self, doc: &Doc, names: &Names, phrase: &Phrase) -> Option<(SourceId, Via)> {
        let head = fold(doc.tokens.word(phrase.head));
        if phrase.definite && !phrase.possessive
            || !doc.class(phrase.head).has(Class::DET) && phrase.items.len() == 1
        {
            // An unnamed source told of before: "the official".
            let unnamed = self
                .recent()
                .filter(|&id| {
                    self.sources[id].kind == SpeakerKind::Unnamed
                        && self.sources[id].head == head
                        && self.sources[id].speaks
                })
                .max_by(|&a, &b| self.presence(a).total_cmp(&self.presence(b)));
            let titled = self.by_role(doc, names, phrase);
            match (titled, unnamed) {
                (Some((a, _)), Some(b)) if self.presence(b) > self.presence(a) => {
                    return Some((b, Via::Itself));
                }
                (Some((a, _)), _) => return Some((a, Via::Role)),
                (None, Some(b)) => return Some((b, Via::Itself)),
                _ => {}
            }
            // Nobody is called so: who was just spoken of may be meant, unless he bears another title.
            if phrase.definite {
                let gender = gender_of(doc, phrase.head);
                let titled = doc
                    .token(phrase.head)
                    .key()
                    .entries()
                    .any(|e| e.table() == crate::lexicon::Table::Title && e.cell(2) != "role");
                if !titled && let Some((id, _)) = self.person(gender) {
                    let source = &self.sources[id];
                    if source.kind == SpeakerKind::Person
                        && self.now - source.last <= 2
                        && phrase.items.len() <= 5
                    {
                        return Some((id, Via::Presence));
                    }
                }
            }
        }
        self.describe(doc, phrase)
    }

    /// A body named before that the description fits: "the department".
    fn body(&self, doc: &Doc, names: &Names, phrase: &Phrase) -> Option<SourceId> {
        let head = doc.tokens.word(phrase.head);
        let hash = fold(head);
        let mut best: Option<(SourceId, f32)> = None;
        for id in self.recent() {
            let source = &self.sources[id];
            if source.kind != SpeakerKind::Organisation {
                continue;
            }
            let Some(entity) = source.entity.map(|e| names.get(e)) else {
                continue;
            };
            let holds = entity
                .name
                .of(doc.text)
                .split_whitespace()
                .any(|w| fold(w) == hash);
            let lower = head.to_ascii_lowercase();
            let office = matches!(
                lower.as_str(),
                "department"
                    | "ministry"
                    | "agency"
                    | "campaign"
                    | "party"
                    | "committee"
                    | "council"
                    | "board"
                    | "force"
                    | "bank"
                    | "network"
                    | "bureau"
                    | "commission"
                    | "authority"
            );
            let firm = matches!(
                lower.as_str(),
                "company"
                    | "group"
                    | "organization"
                    | "organisation"
                    | "firm"
                    | "union"
                    | "association"
                    | "corporation"
                    | "airline"
                    | "utility"
                    | "charity"
                    | "retailer"
                    | "manufacturer"
                    | "carmaker"
                    | "automaker"
                    | "startup"
                    | "team"
                    | "club"
            );
            let fits = holds
                || (office && source.speaks && self.now - source.last <= 6)
                || (firm && (source.speaks || self.presence(id) > 0.5));
            if !fits {
                continue;
            }
            let score = self.presence(id) + if holds { 0.5 } else { 0.0 };
            if best.is_none_or(|(_, top)| score > top) {
                best = Some((id, score));
            }
        }
        best.map(|(id, _)| id)
    }
}

fn presence_of(source: &Source, now: usize) -> f32 {
    source.weight * DECAY.powi((now - source.last).min(60) as i32)
}
