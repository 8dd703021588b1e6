//! The export contract, schema 1: what `--format json` and `jsonl` print and `briefing schema` describes.
//!
//! Offsets are Unicode scalar values into `article.text`, end exclusive; inside the program spans are bytes.
//! New optional fields may come; a field that is renamed, removed or changes meaning raises [`SCHEMA`].

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::offsets::Offsets;
use crate::analysis::{
    self, Analysis, Bound, Confidence, CountOf, MovementId, QuoteId, QuoteKind, Realis, SpeakerId,
    SpeakerKind, Status, Toponym,
};
use crate::article::{self, Article, BlockKind, Form, Place};
use crate::span::Span;

/// The number of the contract.
pub const SCHEMA: u32 = 1;

/// The program and version that wrote an export.
pub const GENERATOR: &str = concat!("briefing ", env!("CARGO_PKG_VERSION"));

/// One briefing with its findings.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The contract's number.
    pub schema: u32,
    /// Program and version.
    pub generator: &'static str,
    /// What was read.
    pub article: ArticleOut<'a>,
    /// Who is quoted.
    pub speakers: Vec<SpeakerOut<'a>>,
    /// What they said, in the order of the text. A transcript's turns are blocks, not quotes.
    pub quotes: Vec<QuoteOut<'a>>,
    /// Which forces move where.
    pub movements: Vec<MovementOut<'a>>,
    /// What a reader should check.
    pub notes: Vec<NoteOut<'a>>,
    /// What the reader wrote to words of the text, or only marked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<RemarkOut<'a>>,
    /// How many rows the reader dropped.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub dropped_by_reader: usize,
}

/// A note of the reader's on some words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Remark")]
pub struct RemarkOut<'a> {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words.
    pub text: &'a str,
    /// What the reader wrote; empty where he only marked the words.
    pub note: &'a str,
}

/// Whether the reader did not set it; then it is left out.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// Whether there is none; then it is left out.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// The text and what stands where in it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Article")]
pub struct ArticleOut<'a> {
    /// The headline.
    pub title: Option<&'a str>,
    /// Who wrote it, without "By".
    pub byline: Option<&'a str>,
    /// ISO day of publication: from `--date`, the text or the file's metadata.
    pub published: Option<String>,
    /// The place and day that open a news text.
    pub dateline: Option<DatelineOut<'a>>,
    /// Where it came from.
    pub origin: OriginOut<'a>,
    /// The cleaned text, into which all offsets point.
    pub text: &'a str,
    /// Paragraphs and their kin, in order, without overlap.
    pub blocks: Vec<BlockOut>,
}

/// The opening of a news text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Dateline")]
pub struct DatelineOut<'a> {
    /// The place as written.
    pub place: &'a str,
    /// ISO day.
    pub date: Option<String>,
}

/// Where an article came from: one of the four places, and the form.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Origin")]
pub struct OriginOut<'a> {
    /// A file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<&'a str>,
    /// A link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
    /// A pipe; its value is always `-`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stdin: Option<&'a str>,
    /// A built-in sample.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample: Option<&'a str>,
    /// How it was read.
    pub format: Form,
}

/// A paragraph or one of its kin.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Block")]
pub struct BlockOut {
    /// `p1`, `p2`… in the order of the text.
    pub id: String,
    /// What it is.
    pub kind: BlockKind,
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// Who speaks it, in a transcript.
    pub speaker: Option<String>,
    /// Where the speaker's label stands, on the block that has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_start: Option<usize>,
    /// End of the label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_end: Option<usize>,
}

/// Somebody, or something, that is quoted.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Speaker")]
pub struct SpeakerOut<'a> {
    /// `s1`, `s2`….
    pub id: String,
    /// The fullest form in the text, without title; for the unnamed, the description.
    pub name: &'a str,
    /// What kind of source.
    pub kind: SpeakerKind,
    /// What the text calls him.
    pub role: Option<&'a str>,
    /// Body, party or country.
    pub affiliation: Option<&'a str>,
    /// Other forms of the name in the text.
    pub aliases: Vec<&'a str>,
    /// Where the text names him, pronouns left out.
    pub mentions: Vec<Range>,
    /// The ids of his quotes.
    pub quotes: Vec<String>,
    /// Whether the reader named, renamed or merged him.
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_reader: bool,
}

/// A stretch of `article.text`.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Range {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// One piece of quoted or reported speech.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Quote")]
pub struct QuoteOut<'a> {
    /// `q1`, `q2`….
    pub id: String,
    /// How it is quoted.
    pub kind: QuoteKind,
    /// First character, after the quotation mark.
    pub start: usize,
    /// One past the last character, before the closing mark.
    pub end: usize,
    /// The words.
    pub text: &'a str,
    /// Who said it; null is unattributed.
    pub speaker: Option<String>,
    /// Where the mention beside the cue stands, if there is one.
    pub speaker_start: Option<usize>,
    /// Its end.
    pub speaker_end: Option<usize>,
    /// The words that report.
    pub cue: Option<&'a str>,
    /// The block in which it begins.
    pub block: String,
    /// Pieces of one attribution share a group.
    pub group: String,
    /// How sure the speaker is.
    pub confidence: Confidence,
    /// By which rule it got its speaker, for a person.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub reason: &'a str,
    /// Whether the reader set the speaker.
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_reader: bool,
}

/// One row of the movement table.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Movement")]
pub struct MovementOut<'a> {
    /// `m1`, `m2`….
    pub id: String,
    /// Owner of the forces.
    pub actor: Option<&'a str>,
    /// How many.
    pub count: CountOut<'a>,
    /// An increment, not a level.
    pub additional: bool,
    /// The designator as written.
    pub unit: Option<&'a str>,
    /// What moves with or as the force.
    pub equipment: Option<&'a str>,
    /// Where from.
    pub origin: Option<&'a str>,
    /// Where to, or where it is.
    pub destination: Option<&'a str>,
    /// The origin on a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin_place: Option<PlaceOut<'a>>,
    /// The destination on a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_place: Option<PlaceOut<'a>>,
    /// In what state.
    pub status: Status,
    /// Whether it happens, is planned, only thought of, or denied.
    pub realis: Realis,
    /// When.
    pub when: Option<WhenOut<'a>>,
    /// Who says so; null where the article asserts it.
    pub source: Option<&'a str>,
    /// The same among `speakers`.
    pub source_speaker: Option<String>,
    /// The row of which this is a part.
    pub part_of: Option<String>,
    /// The row that tells the same force again.
    pub same_as: Option<String>,
    /// The row with a rival figure.
    pub conflicts_with: Option<String>,
    /// A level of the past, kept out of totals.
    pub historical: bool,
    /// All mentions, best first.
    pub evidence: Vec<Evidence<'a>>,
    /// How sure.
    pub confidence: Confidence,
    /// Why the row reads as it does, for a person.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub reason: &'a str,
    /// Whether the reader changed or added the row.
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_reader: bool,
}

/// A strength with its bound.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Count")]
pub struct CountOut<'a> {
    /// As written.
    pub text: Option<&'a str>,
    /// The figure.
    pub value: Option<Number>,
    /// Lower end of a range.
    pub low: Option<Number>,
    /// Upper end of a range.
    pub high: Option<Number>,
    /// What kind of figure.
    pub bound: Bound,
    /// What is counted.
    pub of: CountOf,
}

/// A figure, printed without a fraction where it has none.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(transparent)]
pub struct Number(pub f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Below it every whole `f64` is exact.
        const EXACT: f64 = 9e15;
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// A place with its position.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Place")]
pub struct PlaceOut<'a> {
    /// Canonical name.
    pub name: &'a str,
    /// ISO 3166 alpha-2 code.
    pub country: Option<&'a str>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// `country`, `state`, `city`, `base`, `region`, `sea` or `border`.
    pub kind: &'a str,
}

/// When a movement happens.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "When")]
pub struct WhenOut<'a> {
    /// As written.
    pub text: Option<&'a str>,
    /// ISO day, week (`2022-W05`), month, year or `a/b`; null without a date to count from.
    pub date: Option<&'a str>,
}

/// Words that a row came from.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Evidence<'a> {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words.
    pub text: &'a str,
}

/// Something that a reader should check, or be glad to know.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Note")]
pub struct NoteOut<'a> {
    /// `conflict`, `sum`, `unresolved_date`, `single_source`, or about the reading `cleaned`, `encoding`, `language`, `partial`.
    pub kind: &'static str,
    /// One sentence.
    pub message: &'a str,
    /// The rows that it speaks of.
    pub movements: Vec<String>,
}

impl<'a> Document<'a> {
    /// The export of `article` and its findings. One pass over the text turns bytes into characters.
    pub fn new(article: &'a Article, analysis: &'a Analysis) -> Self {
        let text = article.text.as_str();
        let offsets = Offsets::new(text);
        let own = &analysis.by_reader;
        let mut quotes_of = vec![Vec::new(); analysis.speakers.len()];
        for (index, quote) in analysis.quotes.iter().enumerate() {
            if let Some(quotes) = quote.speaker.and_then(|s| quotes_of.get_mut(s.0 as usize)) {
                quotes.push(QuoteId(index as u32).to_string());
            }
        }
        Self {
            schema: SCHEMA,
            generator: GENERATOR,
            article: ArticleOut::new(article, analysis, &offsets),
            speakers: (0..)
                .zip(&analysis.speakers)
                .zip(quotes_of)
                .map(|((id, speaker), quotes)| SpeakerOut {
                    by_reader: own.speakers.contains(&SpeakerId(id)),
                    ..SpeakerOut::new(SpeakerId(id), speaker, quotes, &offsets)
                })
                .collect(),
            quotes: (0..)
                .zip(&analysis.quotes)
                .map(|(id, quote)| QuoteOut {
                    by_reader: own.quotes.contains(&QuoteId(id)),
                    ..QuoteOut::new(QuoteId(id), quote, text, &offsets)
                })
                .collect(),
            movements: (0..)
                .zip(&analysis.movements)
                .map(|(id, row)| MovementOut {
                    by_reader: own.movements.contains(&MovementId(id)),
                    ..MovementOut::new(MovementId(id), row, text, &offsets)
                })
                .collect(),
            notes: notes(article, analysis),
            remarks: own
                .remarks
                .iter()
                .map(|remark| RemarkOut {
                    start: offsets.at(remark.span.start()),
                    end: offsets.at(remark.span.end()),
                    text: remark.span.of(text),
                    note: &remark.text,
                })
                .collect(),
            dropped_by_reader: own.dropped,
        }
    }
}

fn notes<'a>(article: &'a Article, analysis: &'a Analysis) -> Vec<NoteOut<'a>> {
    let findings = analysis.notes.iter().map(|note| NoteOut {
        kind: note.kind.name(),
        message: &note.message,
        movements: note.movements.iter().map(ToString::to_string).collect(),
    });
    let reading = article.notices.iter().map(|notice| NoteOut {
        kind: notice.kind.name(),
        message: &notice.message,
        movements: Vec::new(),
    });
    findings.chain(reading).collect()
}

impl<'a> ArticleOut<'a> {
    fn new(article: &'a Article, analysis: &'a Analysis, offsets: &Offsets<'_>) -> Self {
        Self {
            title: article.title.as_deref(),
            byline: article.byline.as_deref(),
            published: article.published.map(|day| day.to_string()),
            dateline: article.dateline.as_ref().map(|line| DatelineOut {
                place: &line.place,
                date: line.date.map(|day| day.to_string()),
            }),
            origin: OriginOut::new(&article.origin),
            text: &article.text,
            blocks: article
                .blocks
                .iter()
                .enumerate()
                .map(|(index, block)| BlockOut {
                    id: block_id(index),
                    kind: block.kind,
                    start: offsets.at(block.span.start()),
                    end: offsets.at(block.span.end()),
                    speaker: analysis
                        .block_speakers
                        .get(index)
                        .copied()
                        .flatten()
                        .map(|id| id.to_string()),
                    label_start: block.label.map(|label| offsets.at(label.start())),
                    label_end: block.label.map(|label| offsets.at(label.end())),
                })
                .collect(),
        }
    }
}

impl<'a> OriginOut<'a> {
    fn new(origin: &'a article::Origin) -> Self {
        let mut out = Self {
            path: None,
            url: None,
            stdin: None,
            sample: None,
            format: origin.form,
        };
        match &origin.place {
            Place::Path(path) => out.path = Some(path),
            Place::Url(url) => out.url = Some(url),
            Place::Stdin => out.stdin = Some("-"),
            Place::Sample(name) => out.sample = Some(name),
        }
        out
    }
}

impl<'a> SpeakerOut<'a> {
    fn new(
        id: SpeakerId,
        speaker: &'a analysis::Speaker,
        quotes: Vec<String>,
        offsets: &Offsets<'_>,
    ) -> Self {
        Self {
            id: id.to_string(),
            name: &speaker.name,
            kind: speaker.kind,
            role: speaker.role.as_deref(),
            affiliation: speaker.affiliation.as_deref(),
            aliases: speaker.aliases.iter().map(|alias| &**alias).collect(),
            mentions: speaker
                .mentions
                .iter()
                .map(|&span| Range::new(span, offsets))
                .collect(),
            quotes,
            by_reader: false,
        }
    }
}

impl Range {
    fn new(span: Span, offsets: &Offsets<'_>) -> Self {
        Self {
            start: offsets.at(span.start()),
            end: offsets.at(span.end()),
        }
    }
}

impl<'a> QuoteOut<'a> {
    fn new(id: QuoteId, quote: &'a analysis::Quote, text: &'a str, offsets: &Offsets<'_>) -> Self {
        let mention = quote.mention.map(|span| Range::new(span, offsets));
        Self {
            id: id.to_string(),
            kind: quote.kind,
            start: offsets.at(quote.span.start()),
            end: offsets.at(quote.span.end()),
            text: quote.span.of(text),
            speaker: quote.speaker.map(|id| id.to_string()),
            speaker_start: mention.map(|m| m.start),
            speaker_end: mention.map(|m| m.end),
            cue: quote.cue.map(|span| span.of(text)),
            block: block_id(quote.block as usize),
            group: quote.group.to_string(),
            confidence: quote.confidence,
            reason: &quote.reason,
            by_reader: false,
        }
    }
}

impl<'a> MovementOut<'a> {
    fn new(id: MovementId, row: &'a analysis::Movement, text: &'a str, offsets: &Offsets<'_>) -> Self {
        Self {
            id: id.to_string(),
            actor: row.actor.as_deref(),
            count: CountOut {
                text: row.count.text.as_deref(),
                value: row.count.value.map(Number),
                low: row.count.low.map(Number),
                high: row.count.high.map(Number),
                bound: row.count.bound,
                of: row.count.of,
            },
            additional: row.additional,
            unit: row.unit.as_deref(),
            equipment: row.equipment.as_deref(),
            origin: row.origin.as_deref(),
            destination: row.destination.as_deref(),
            origin_place: row.origin_place.as_ref().map(PlaceOut::new),
            destination_place: row.destination_place.as_ref().map(PlaceOut::new),
            status: row.status,
            realis: row.realis,
            when: row.when.as_ref().map(|when| WhenOut {
                text: when.text.as_deref(),
                date: when.date.as_deref(),
            }),
            source: row.source.as_deref(),
            source_speaker: row.source_speaker.map(|id| id.to_string()),
            part_of: row.part_of.map(|id| id.to_string()),
            same_as: row.same_as.map(|id| id.to_string()),
            conflicts_with: row.conflicts_with.map(|id| id.to_string()),
            historical: row.historical,
            evidence: row
                .evidence
                .iter()
                .map(|span| Evidence {
                    start: offsets.at(span.start()),
                    end: offsets.at(span.end()),
                    text: span.of(text),
                })
                .collect(),
            confidence: row.confidence,
            reason: &row.reason,
            by_reader: false,
        }
    }
}

impl<'a> PlaceOut<'a> {
    fn new(place: &'a Toponym) -> Self {
        Self {
            name: &place.name,
            country: place.country.as_deref(),
            lat: place.lat,
            lon: place.lon,
            kind: place.kind,
        }
    }
}

/// The id of the block at `index`: `p1` is the first.
pub fn block_id(index: usize) -> String {
    format!("p{}", index + 1)
}

/// The JSON Schema (2020-12) of [`Document`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Document<'_>)
}
