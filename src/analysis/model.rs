//! The types of the findings. Offsets are byte spans into `Article::text`; the export turns them into characters.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::clean::Clean;
use crate::span::Span;

/// Index of a speaker in [`Analysis::speakers`]; shown as `s1`, `s2`….
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpeakerId(pub u32);

/// Index of a quote in [`Analysis::quotes`]; shown as `q1`….
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteId(pub u32);

/// Pieces of one attribution share a group; shown as `g1`….
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub u32);

/// Index of a movement in [`Analysis::movements`]; shown as `m1`….
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MovementId(pub u32);

/// Shows an id as its letter and its number from one.
macro_rules! shown {
    ($($id:ident $letter:literal),+) => {$(
        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), u64::from(self.0) + 1)
            }
        }
    )+};
}

shown!(SpeakerId "s", QuoteId "q", GroupId "g", MovementId "m");

/// All findings of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// In the order of their first quote, turn or mention as a source.
    pub speakers: Vec<Speaker>,
    /// In the order of the text.
    pub quotes: Vec<Quote>,
    /// In the order of their best evidence, a part after its total.
    pub movements: Vec<Movement>,
    /// What an analyst should check.
    pub notes: Vec<Note>,
    /// Who speaks each block of a transcript, by index of the block; `None` outside turns. Empty where there are no turns.
    pub block_speakers: Vec<Option<SpeakerId>>,
    /// What in it is the reader's own; empty as the analysis leaves it.
    pub by_reader: ByReader,
}

/// Which findings the reader put right, and what he wrote to them. Every export marks them as his.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByReader {
    /// Quotes whose speaker he set.
    pub quotes: Vec<QuoteId>,
    /// Speakers that he named, renamed or merged.
    pub speakers: Vec<SpeakerId>,
    /// Rows that he changed or added.
    pub movements: Vec<MovementId>,
    /// Rows that he dropped, which are gone.
    pub dropped: usize,
    /// His notes, in the order of the text.
    pub remarks: Vec<Remark>,
}

/// A note of the reader's on some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The words.
    pub span: Span,
    /// What he wrote; empty where he only marked the words.
    pub text: Clean,
}

impl ByReader {
    /// Whether the findings are the program's alone.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Somebody, or something, that is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The canonical name: the fullest form in the text, without title; for the unnamed, the description.
    pub name: Clean,
    /// What kind of source it is.
    pub kind: SpeakerKind,
    /// What the text calls him: "Defense Department spokesman".
    pub role: Option<Clean>,
    /// Body, party or country.
    pub affiliation: Option<Clean>,
    /// Other forms under which the text names him.
    pub aliases: Vec<Clean>,
    /// Where the text names him, pronouns left out.
    pub mentions: Vec<Span>,
}

/// What kind of source a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerKind {
    /// A named person.
    Person,
    /// Several people together: US diplomats, residents.
    Group,
    /// A body: the Kremlin, NATO.
    Organisation,
    /// A letter, report or statement.
    Document,
    /// A person without a name: a senior defense official.
    Unnamed,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A guess that needs a look.
    #[default]
    Low,
    /// Likely.
    Medium,
    /// Of these at least 95 of 100 were right when measured.
    High,
}

/// One piece of quoted or reported speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// How it is quoted.
    pub kind: QuoteKind,
    /// The words, without the outer quotation marks.
    pub span: Span,
    /// Who said it; `None` is unattributed.
    pub speaker: Option<SpeakerId>,
    /// The mention beside the cue ("he", "Kirby", "the senator").
    pub mention: Option<Span>,
    /// The words that report: "said", "according to".
    pub cue: Option<Span>,
    /// Index of the block in which it begins.
    pub block: u32,
    /// Pieces of one attribution share it.
    pub group: GroupId,
    /// How sure the speaker is.
    pub confidence: Confidence,
    /// By which rule and mention it got its speaker, for a person: `"said" after the quote · "he" → John Kirby (¶2)`.
    pub reason: Clean,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// A full quotation in marks.
    Direct,
    /// A quoted phrase inside the reporter's sentence.
    Partial,
    /// Reported speech without marks.
    Indirect,
}

/// One row of the movement table.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    /// Owner of the forces: `United States`.
    pub actor: Option<Clean>,
    /// How many.
    pub count: Count,
    /// An increment ("another 1,000"), not a level.
    pub additional: bool,
    /// The designator as written, inner to outer.
    pub unit: Option<Clean>,
    /// Aircraft, missiles, tanks that move with or as the force.
    pub equipment: Option<Clean>,
    /// Where from.
    pub origin: Option<Clean>,
    /// Where to, or where it is.
    pub destination: Option<Clean>,
    /// The place of [`Self::origin`] on a map.
    pub origin_place: Option<Toponym>,
    /// The place of [`Self::destination`] on a map.
    pub destination_place: Option<Toponym>,
    /// In what state.
    pub status: Status,
    /// Whether it happens, is planned, is only thought of, or is denied.
    pub realis: Realis,
    /// When.
    pub when: Option<When>,
    /// Who says so, by name; `None` where the article itself asserts it.
    pub source: Option<Clean>,
    /// The same, where that is one of the speakers.
    pub source_speaker: Option<SpeakerId>,
    /// The row of which this is a part.
    pub part_of: Option<MovementId>,
    /// The row that tells the same force again in other words or with another bound.
    pub same_as: Option<MovementId>,
    /// The row with a rival figure.
    pub conflicts_with: Option<MovementId>,
    /// A level of the past, kept out of totals.
    pub historical: bool,
    /// All mentions, best first; never empty.
    pub evidence: Vec<Span>,
    /// How sure.
    pub confidence: Confidence,
    /// Why the row reads as it does, for a person.
    pub reason: Clean,
}

/// A strength with its bound.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Count {
    /// As written, modifiers included.
    pub text: Option<Clean>,
    /// The figure.
    pub value: Option<f64>,
    /// Lower end of a range.
    pub low: Option<f64>,
    /// Upper end of a range.
    pub high: Option<f64>,
    /// What kind of figure it is.
    pub bound: Bound,
    /// What is counted.
    pub of: CountOf,
}

/// What kind of figure a [`Count`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// 3,000.
    Exact,
    /// About 300.
    Approx,
    /// At least 130,000.
    AtLeast,
    /// Up to 130,000.
    UpTo,
    /// 1,000 to 1,500.
    Range,
    /// Several thousand; the majority.
    Vague,
    /// None.
    None,
    /// The text gives none.
    #[default]
    Unspecified,
}

/// What a [`Count`] counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CountOf {
    /// People.
    #[default]
    Personnel,
    /// Battalions, brigades and so on.
    Units,
    /// Ships and boats.
    Ships,
    /// Aircraft.
    Aircraft,
    /// Vehicles and guns.
    Vehicles,
}

/// The state of a movement: the first that fits, as in the decision list of `movement` rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Approved, announced, will.
    Ordered,
    /// On the way, or arrived.
    Deploying,
    /// Moved within the theatre.
    Repositioning,
    /// There.
    Present,
    /// Concentrated as a threat.
    Massed,
    /// On heightened alert.
    Alert,
    /// On call, in reserve.
    Standby,
    /// Considered, asked for, offered, conditional.
    Proposed,
    /// Ruled out, negated.
    Denied,
    /// Left, or leaving.
    Withdrawn,
}

/// Tense, modality and polarity of a movement in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Realis {
    /// It happened or is so.
    Actual,
    /// It is to happen.
    Planned,
    /// It might.
    Hypothetical,
    /// It does not.
    Negated,
}

/// When a movement happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// As written.
    pub text: Option<Clean>,
    /// ISO day, week (`2022-W05`), month, year or `a/b`; `None` without a reference date.
    pub date: Option<String>,
}

/// A place with its position.
#[derive(Clone, Debug, PartialEq)]
pub struct Toponym {
    /// Canonical name.
    pub name: Clean,
    /// ISO 3166 alpha-2 code of its country, where it lies in one.
    pub country: Option<Clean>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// `country`, `state`, `city`, `base`, `region`, `sea`, `border`.
    pub kind: &'static str,
}

/// Something an analyst should check, or be glad to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// One sentence for a person.
    pub message: Clean,
    /// The rows that it speaks of.
    pub movements: Vec<MovementId>,
}

/// What a [`Note`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Figures that cannot both hold, or one force with opposite bounds.
    Conflict,
    /// Parts that add up to their total, or do not.
    Sum,
    /// A time word without a date to count from.
    UnresolvedDate,
    /// A row that rests on one unnamed source.
    SingleSource,
    /// About the reading: cleaned characters, encoding, language.
    Cleaned,
}

impl Confidence {
    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

impl SpeakerKind {
    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Organisation => "organisation",
            Self::Document => "document",
            Self::Unnamed => "unnamed",
        }
    }
}

impl QuoteKind {
    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Partial => "partial",
            Self::Indirect => "indirect",
        }
    }
}

impl Bound {
    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approx => "approx",
            Self::AtLeast => "at_least",
            Self::UpTo => "up_to",
            Self::Range => "range",
            Self::Vague => "vague",
            Self::None => "none",
            Self::Unspecified => "unspecified",
        }
    }
}

impl CountOf {
    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Personnel => "personnel",
            Self::Units => "units",
            Self::Ships => "ships",
            Self::Aircraft => "aircraft",
            Self::Vehicles => "vehicles",
        }
    }
}

impl Status {
    /// The name in the export contract, which is also what the table shows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::Deploying => "deploying",
            Self::Repositioning => "repositioning",
            Self::Present => "present",
            Self::Massed => "massed",
            Self::Alert => "alert",
            Self::Standby => "standby",
            Self::Proposed => "proposed",
            Self::Denied => "denied",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Realis {
    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Hypothetical => "hypothetical",
            Self::Negated => "negated",
        }
    }
}

impl NoteKind {
    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Sum => "sum",
            Self::UnresolvedDate => "unresolved_date",
            Self::SingleSource => "single_source",
            Self::Cleaned => "cleaned",
        }
    }
}
