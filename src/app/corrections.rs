//! [`Correction`]: what the reader put right. A list of them is laid over the findings, each time from the program's own,
//! so that the last one can always be taken back, and the article itself is never touched.
//!
//! A correction names what it speaks of by bytes of the text and by names, not by index: it still fits when a later
//! version of the program finds more. One that fits nothing any more is left out and reported.

use serde::{Deserialize, Serialize};

use crate::analysis::{
    Analysis, Bound, ByReader, Confidence, Count, Movement, MovementId, QuoteId, Realis, Speaker, SpeakerId,
    SpeakerKind, Status, Toponym, When,
};
use crate::article::Article;
use crate::clean::Clean;
use crate::span::Span;

/// One thing that the reader put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Correction {
    /// A quote belongs to somebody else, or to nobody known.
    Reassign {
        /// First byte of the quote.
        quote: usize,
        /// The speaker's name; a new one makes a new speaker.
        speaker: Option<String>,
    },
    /// A speaker is called otherwise.
    Rename {
        /// The name as it was.
        speaker: String,
        /// The name as it is to be.
        to: String,
    },
    /// Two speakers are one.
    Merge {
        /// The one that goes.
        speaker: String,
        /// The one that stays.
        into: String,
    },
    /// A row of the movement table is wrong.
    Drop {
        /// Which row.
        row: RowKey,
    },
    /// A cell of a row is wrong.
    Edit {
        /// Which row.
        row: RowKey,
        /// Which cell.
        field: Field,
        /// What it is to say; empty empties it.
        value: String,
    },
    /// A row is missing.
    Add {
        /// First byte of the words that tell it.
        start: usize,
        /// One past the last byte.
        end: usize,
        /// Its cells.
        cells: Vec<(Field, String)>,
    },
}

/// A row by its best evidence, and which of the rows that begin there it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowKey {
    /// First byte of the best evidence.
    pub at: usize,
    /// Rank among the rows of the program's own findings with that byte, from 0.
    #[serde(default)]
    pub rank: usize,
}

impl RowKey {
    /// The key of row `id`.
    pub fn of(analysis: &Analysis, id: MovementId) -> Option<Self> {
        let begins = |m: &Movement| m.evidence.first().map(|e| e.start());
        let at = begins(analysis.movements.get(id.0 as usize)?)?;
        let before = analysis.movements.get(..id.0 as usize)?;
        Some(Self {
            at,
            rank: before.iter().filter(|m| begins(m) == Some(at)).count(),
        })
    }

    fn find(self, analysis: &Analysis) -> Option<MovementId> {
        analysis
            .movements
            .iter()
            .enumerate()
            .filter(|(_, m)| m.evidence.first().map(|e| e.start()) == Some(self.at))
            .nth(self.rank)
            .map(|(index, _)| MovementId(index as u32))
    }
}

/// A cell of the movement table that the reader can fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Whose forces.
    Force,
    /// How many.
    Strength,
    /// Which unit.
    Unit,
    /// With what.
    Equipment,
    /// Where from.
    From,
    /// Where to.
    To,
    /// In what state.
    Status,
    /// When.
    When,
    /// Who says so.
    Source,
}

impl Field {
    /// All, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::Force,
        Self::Strength,
        Self::Unit,
        Self::Equipment,
        Self::From,
        Self::To,
        Self::Status,
        Self::When,
        Self::Source,
    ];

    /// Its name, as the reader writes it before `=`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Force => "force",
            Self::Strength => "strength",
            Self::Unit => "unit",
            Self::Equipment => "equipment",
            Self::From => "from",
            Self::To => "to",
            Self::Status => "status",
            Self::When => "when",
            Self::Source => "source",
        }
    }

    /// What the row says there now.
    pub fn read(self, row: &Movement) -> String {
        let text = |cell: &Option<Clean>| cell.as_ref().map(|t| t.as_str().to_owned()).unwrap_or_default();
        match self {
            Self::Force => text(&row.actor),
            Self::Strength => text(&row.count.text),
            Self::Unit => text(&row.unit),
            Self::Equipment => text(&row.equipment),
            Self::From => text(&row.origin),
            Self::To => text(&row.destination),
            Self::Status => row.status.name().to_owned(),
            Self::When => row.when.as_ref().map(|w| text(&w.text)).unwrap_or_default(),
            Self::Source => text(&row.source),
        }
    }
}

/// The states, as the reader may write them.
pub const STATUSES: [Status; 10] = [
    Status::Ordered,
    Status::Deploying,
    Status::Repositioning,
    Status::Present,
    Status::Massed,
    Status::Alert,
    Status::Standby,
    Status::Proposed,
    Status::Denied,
    Status::Withdrawn,
];

/// Reads `force=US; strength=about 300; to=Poland`: cells apart by semicolons, each with its name.
///
/// # Errors
///
/// Says in one line what is not understood and what may be written instead.
pub fn parse_cells(line: &str) -> Result<Vec<(Field, String)>, String> {
    let mut cells = Vec::new();
    for part in line.split(';').map(str::trim).filter(|p| !p.is_empty()) {
        let Some((name, value)) = part.split_once('=') else {
            return Err(format!("“{part}” has no “=”: write for instance  to=Poland"));
        };
        let (name, value) = (name.trim().to_lowercase(), value.trim());
        let Some(field) = Field::ALL.into_iter().find(|f| f.name() == name) else {
            let all = Field::ALL.map(Field::name).join(", ");
            return Err(format!("no cell is called “{name}”: {all}"));
        };
        if field == Field::Status && !STATUSES.iter().any(|s| s.name() == value.to_lowercase()) {
            let all = STATUSES.map(Status::name).join(", ");
            return Err(format!("no status is called “{value}”: {all}"));
        }
        cells.push((field, value.to_owned()));
    }
    if cells.is_empty() {
        Err("nothing was written: for instance  to=Poland; strength=300".to_owned())
    } else {
        Ok(cells)
    }
}

/// Findings with the reader's corrections in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The findings; [`Analysis::by_reader`] says what is the reader's.
    pub analysis: Analysis,
    /// By which key a further correction names each row.
    pub keys: Vec<RowKey>,
    /// Corrections that fit nothing any more.
    pub lost: usize,
}

/// Lays `corrections` over `found`. `place` looks a place up by its name.
pub fn correct(
    found: &Analysis,
    article: &Article,
    corrections: &[Correction],
    place: &dyn Fn(&str) -> Option<Toponym>,
) -> Corrected {
    let mut work = Work {
        analysis: found.clone(),
        by: ByReader::default(),
        lost: 0,
        gone_rows: Vec::new(),
        gone_speakers: Vec::new(),
        article,
        place,
    };
    for correction in corrections {
        if work.apply(correction).is_none() {
            work.lost += 1;
        }
    }
    work.finish()
}

struct Work<'a> {
    analysis: Analysis,
    by: ByReader,
    lost: usize,
    /// Dropped rows and merged speakers keep their index until the end, so that keys go on fitting.
    gone_rows: Vec<MovementId>,
    gone_speakers: Vec<SpeakerId>,
    article: &'a Article,
    place: &'a dyn Fn(&str) -> Option<Toponym>,
}

impl Work<'_> {
    /// `None` when the correction fits nothing.
    fn apply(&mut self, correction: &Correction) -> Option<()> {
        match correction {
            Correction::Reassign { quote, speaker } => {
                let index = self
                    .analysis
                    .quotes
                    .iter()
                    .position(|q| q.span.start() == *quote)?;
                let speaker = speaker.as_deref().map(|name| self.speaker_or_new(name));
                let quote = self.analysis.quotes.get_mut(index)?;
                quote.speaker = speaker;
                quote.confidence = Confidence::High;
                quote.reason = Clean::line("set by the reader");
                note(&mut self.by.quotes, QuoteId(index as u32));
            }
            Correction::Rename { speaker, to } => {
                let id = self.speaker(speaker)?;
                let to = Clean::line(to);
                if to.is_empty() {
                    return None;
                }
                let row = self.analysis.speakers.get_mut(id.0 as usize)?;
                let old = std::mem::replace(&mut row.name, to.clone());
                if !row.aliases.contains(&old) {
                    row.aliases.push(old);
                }
                self.rename_source(id, &to);
                note(&mut self.by.speakers, id);
            }
            Correction::Merge { speaker, into } => {
                let (from, to) = (self.speaker(speaker)?, self.speaker(into)?);
                if from == to {
                    return None;
                }
                self.merge(from, to);
                note(&mut self.by.speakers, to);
                note(&mut self.gone_speakers, from);
            }
            Correction::Drop { row } => {
                let id = self.row(*row)?;
                note(&mut self.gone_rows, id);
                self.by.dropped += 1;
            }
            Correction::Edit { row, field, value } => {
                let id = self.row(*row)?;
                self.set(id, *field, value)?;
                note(&mut self.by.movements, id);
            }
            Correction::Add { start, end, cells } => {
                let span = Span::new(*start, *end);
                if self.article.words(span).is_empty() {
                    return None;
                }
                let id = MovementId(self.analysis.movements.len() as u32);
                self.analysis.movements.push(blank(span));
                for (field, value) in cells {
                    self.set(id, *field, value)?;
                }
                note(&mut self.by.movements, id);
            }
        }
        Some(())
    }

    fn row(&self, key: RowKey) -> Option<MovementId> {
        key.find(&self.analysis).filter(|id| !self.gone_rows.contains(id))
    }

    fn speaker(&self, name: &str) -> Option<SpeakerId> {
        let fits = |s: &Speaker| s.name.as_str() == name;
        let at = self
            .analysis
            .speakers
            .iter()
            .enumerate()
            .position(|(i, s)| fits(s) && !self.gone_speakers.contains(&SpeakerId(i as u32)))?;
        Some(SpeakerId(at as u32))
    }

    fn speaker_or_new(&mut self, name: &str) -> SpeakerId {
        if let Some(id) = self.speaker(name) {
            return id;
        }
        let id = SpeakerId(self.analysis.speakers.len() as u32);
        self.analysis.speakers.push(Speaker {
            name: Clean::line(name),
            kind: SpeakerKind::Person,
            role: None,
            affiliation: None,
            aliases: Vec::new(),
            mentions: Vec::new(),
        });
        note(&mut self.by.speakers, id);
        id
    }

    fn rename_source(&mut self, id: SpeakerId, name: &Clean) {
        for row in &mut self.analysis.movements {
            if row.source_speaker == Some(id) {
                row.source = Some(name.clone());
            }
        }
    }

    fn merge(&mut self, from: SpeakerId, to: SpeakerId) {
        let Some(gone) = self.analysis.speakers.get(from.0 as usize).cloned() else {
            return;
        };
        let Some(stays) = self.analysis.speakers.get_mut(to.0 as usize) else {
            return;
        };
        for alias in gone.aliases.into_iter().chain([gone.name]) {
            if alias != stays.name && !stays.aliases.contains(&alias) {
                stays.aliases.push(alias);
            }
        }
        stays.mentions.extend(gone.mentions);
        stays.mentions.sort_unstable();
        stays.mentions.dedup();
        stays.role = stays.role.take().or(gone.role);
        stays.affiliation = stays.affiliation.take().or(gone.affiliation);
        let name = stays.name.clone();
        let quotes = self.analysis.quotes.iter_mut().map(|q| &mut q.speaker);
        let sources = self.analysis.movements.iter_mut().map(|m| &mut m.source_speaker);
        for speaker in quotes.chain(sources).chain(&mut self.analysis.block_speakers) {
            if *speaker == Some(from) {
                *speaker = Some(to);
            }
        }
        self.rename_source(to, &name);
    }

    fn set(&mut self, id: MovementId, field: Field, value: &str) -> Option<()> {
        let text = Some(Clean::line(value)).filter(|t| !t.is_empty());
        let place = text.as_deref().and_then(|t| (self.place)(t));
        let source = text.as_deref().and_then(|name| self.speaker(name));
        let row = self.analysis.movements.get_mut(id.0 as usize)?;
        match field {
            Field::Force => row.actor = text,
            Field::Strength => {
                row.count = Count {
                    of: row.count.of,
                    ..strength(value)
                };
            }
            Field::Unit => row.unit = text,
            Field::Equipment => row.equipment = text,
            Field::From => (row.origin, row.origin_place) = (text, place),
            Field::To => (row.destination, row.destination_place) = (text, place),
            Field::Status => {
                row.status = STATUSES
                    .into_iter()
                    .find(|s| s.name() == value.trim().to_lowercase())?;
                row.realis = match row.status {
                    Status::Ordered => Realis::Planned,
                    Status::Proposed | Status::Standby => Realis::Hypothetical,
                    Status::Denied => Realis::Negated,
                    _ => Realis::Actual,
                };
            }
            Field::When => {
                row.when = text.map(|t| When {
                    text: Some(t),
                    date: None,
                });
            }
            Field::Source => (row.source, row.source_speaker) = (text, source),
        }
        row.confidence = Confidence::High;
        row.reason = Clean::line("set by the reader");
        Some(())
    }

    /// Takes the dropped rows and merged speakers out and points every index at its new place.
    fn finish(mut self) -> Corrected {
        let keys = (0..self.analysis.movements.len() as u32)
            .map(MovementId)
            .filter(|id| !self.gone_rows.contains(id))
            .filter_map(|id| RowKey::of(&self.analysis, id))
            .collect();
        let rows = renumber(self.analysis.movements.len(), |i| {
            self.gone_rows.contains(&MovementId(i))
        });
        let voices = renumber(self.analysis.speakers.len(), |i| {
            self.gone_speakers.contains(&SpeakerId(i))
        });
        let row = |id: MovementId| rows.get(id.0 as usize).copied().flatten().map(MovementId);
        let voice = |id: SpeakerId| voices.get(id.0 as usize).copied().flatten().map(SpeakerId);
        let analysis = &mut self.analysis;
        keep(&mut analysis.movements, &rows);
        keep(&mut analysis.speakers, &voices);
        for quote in &mut analysis.quotes {
            quote.speaker = quote.speaker.and_then(voice);
        }
        for speaker in &mut analysis.block_speakers {
            *speaker = speaker.and_then(voice);
        }
        for movement in &mut analysis.movements {
            movement.source_speaker = movement.source_speaker.and_then(voice);
            for link in [
                &mut movement.part_of,
                &mut movement.same_as,
                &mut movement.conflicts_with,
            ] {
                *link = link.and_then(row);
            }
        }
        for note in &mut analysis.notes {
            note.movements = note.movements.iter().copied().filter_map(row).collect();
        }
        self.by.speakers = self.by.speakers.into_iter().filter_map(voice).collect();
        self.by.movements = self.by.movements.into_iter().filter_map(row).collect();
        self.analysis.by_reader = self.by;
        Corrected {
            analysis: self.analysis,
            keys,
            lost: self.lost,
        }
    }
}

fn note<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// The new index of each of `count` items, `None` for those that are `gone`.
fn renumber(count: usize, gone: impl Fn(u32) -> bool) -> Vec<Option<u32>> {
    let mut next = 0;
    (0..count as u32)
        .map(|i| {
            (!gone(i)).then(|| {
                next += 1;
                next - 1
            })
        })
        .collect()
}

fn keep<T>(items: &mut Vec<T>, numbers: &[Option<u32>]) {
    let mut numbers = numbers.iter();
    items.retain(|_| numbers.next().is_some_and(Option::is_some));
}

/// A row of the reader's own, before its cells are filled.
fn blank(evidence: Span) -> Movement {
    Movement {
        actor: None,
        count: Count::default(),
        additional: false,
        unit: None,
        equipment: None,
        origin: None,
        destination: None,
        origin_place: None,
        destination_place: None,
        status: Status::Present,
        realis: Realis::Actual,
        when: None,
        source: None,
        source_speaker: None,
        part_of: None,
        same_as: None,
        conflicts_with: None,
        historical: false,
        evidence: vec![evidence],
        confidence: Confidence::High,
        reason: Clean::line("added by the reader"),
    }
}

/// A strength as the reader writes it: `300`, `~300`, `about 300`, `at least 2,000`, `up to 40`, `100-150`, `none`.
fn strength(text: &str) -> Count {
    let clean = Clean::line(text);
    let lower = clean.to_lowercase();
    let mut figures = Vec::new();
    let mut digits = String::new();
    for c in lower.chars().chain([' ']) {
        match c {
            '0'..='9' | '.' => digits.push(c),
            ',' if !digits.is_empty() => {}
            _ => {
                figures.extend(digits.trim_matches('.').parse::<f64>().ok());
                digits.clear();
            }
        }
    }
    let starts = |words: &[&str]| words.iter().any(|w| lower.starts_with(w));
    let value = figures.first().copied();
    let (bound, low, high) = if lower.is_empty() {
        return Count::default();
    } else if let [low, high] = figures.as_slice()
        && low <= high
    {
        (Bound::Range, Some(*low), Some(*high))
    } else if starts(&["none", "no "]) || lower == "no" || value == Some(0.0) {
        (Bound::None, None, None)
    } else if starts(&[
        "~",
        "about",
        "around",
        "some ",
        "roughly",
        "approximately",
        "nearly",
        "almost",
    ]) {
        (Bound::Approx, None, None)
    } else if starts(&["≥", ">", "at least", "more than", "over ", "minimum"]) {
        (Bound::AtLeast, value, None)
    } else if starts(&[
        "≤",
        "<",
        "up to",
        "at most",
        "as many as",
        "fewer than",
        "less than",
    ]) {
        (Bound::UpTo, None, value)
    } else if value.is_some() {
        (Bound::Exact, None, None)
    } else {
        (Bound::Vague, None, None)
    };
    Count {
        text: Some(clean),
        value: value.filter(|_| !matches!(bound, Bound::Range | Bound::None)),
        low,
        high,
        bound,
        ..Count::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{GroupId, Note, NoteKind, Quote, QuoteKind};

    const TEXT: &str =
        "Ana Rell said “we go”. Lind said “no”. Two hundred left Harsk for Vesna. A company stays.";

    fn article() -> Article {
        Article {
            text: Clean::new(TEXT),
            ..Article::default()
        }
    }

    fn speaker(name: &str) -> Speaker {
        Speaker {
            name: Clean::new(name),
            kind: SpeakerKind::Person,
            role: None,
            affiliation: None,
            aliases: vec![],
            mentions: vec![],
        }
    }

    fn quote(words: &str, speaker: u32) -> Quote {
        let at = TEXT.find(words).unwrap();
        Quote {
            kind: QuoteKind::Direct,
            span: Span::new(at, at + words.len()),
            speaker: Some(SpeakerId(speaker)),
            mention: None,
            cue: None,
            block: 0,
            group: GroupId(speaker),
            confidence: Confidence::Low,
            reason: Clean::default(),
        }
    }

    fn found() -> Analysis {
        let rows = ["Two hundred", "A company"].map(|words| {
            let at = TEXT.find(words).unwrap();
            Movement {
                source_speaker: Some(SpeakerId(1)),
                source: Some(Clean::new("Lind")),
                ..blank(Span::new(at, at + words.len()))
            }
        });
        let mut rows = rows.to_vec();
        rows[1].part_of = Some(MovementId(0));
        Analysis {
            speakers: ["Ana Rell", "Lind", "Tomas Lind"].map(speaker).to_vec(),
            quotes: vec![quote("we go", 0), quote("no", 1)],
            movements: rows,
            notes: vec![Note {
                kind: NoteKind::SingleSource,
                message: Clean::new("x"),
                movements: vec![MovementId(0), MovementId(1)],
            }],
            ..Analysis::default()
        }
    }

    fn run(corrections: &[Correction]) -> (Analysis, ByReader) {
        let done = whole(corrections);
        let by = done.analysis.by_reader.clone();
        (done.analysis, by)
    }

    fn whole(corrections: &[Correction]) -> Corrected {
        correct(&found(), &article(), corrections, &|name| {
            Some(Toponym {
                name: Clean::new(name),
                country: None,
                lat: 1.0,
                lon: 2.0,
                kind: "city",
            })
        })
    }

    #[test]
    fn nothing_put_right_changes_nothing() {
        assert_eq!(run(&[]), (found(), ByReader::default()));
    }

    #[test]
    fn a_quote_goes_to_another_a_new_or_no_speaker() {
        let at = TEXT.find("we go").unwrap();
        let to = |name: Option<&str>| Correction::Reassign {
            quote: at,
            speaker: name.map(str::to_owned),
        };
        let (analysis, by) = run(&[to(Some("Lind"))]);
        assert_eq!(
            (analysis.quotes[0].speaker, by.quotes),
            (Some(SpeakerId(1)), vec![QuoteId(0)])
        );
        let (analysis, by) = run(&[to(Some("Somebody New"))]);
        assert_eq!(analysis.speakers[3].name.as_str(), "Somebody New");
        assert_eq!(
            (analysis.quotes[0].speaker, by.speakers),
            (Some(SpeakerId(3)), vec![SpeakerId(3)])
        );
        assert_eq!(run(&[to(None)]).0.quotes[0].speaker, None);
    }

    #[test]
    fn merged_speakers_share_quotes_rows_and_names() {
        let (analysis, by) = run(&[Correction::Merge {
            speaker: "Lind".into(),
            into: "Tomas Lind".into(),
        }]);
        assert_eq!(analysis.speakers.len(), 2);
        assert_eq!(analysis.speakers[1].aliases, [Clean::new("Lind")]);
        assert_eq!(analysis.quotes[1].speaker, Some(SpeakerId(1)));
        assert_eq!(analysis.movements[0].source.as_deref(), Some("Tomas Lind"));
        assert_eq!(by.speakers, [SpeakerId(1)]);
    }

    #[test]
    fn a_renamed_speaker_keeps_the_old_name_and_answers_to_the_new_one() {
        let rename = |a: &str, b: &str| Correction::Rename {
            speaker: a.into(),
            to: b.into(),
        };
        let done = whole(&[
            rename("Lind", "T. Lind"),
            rename("T. Lind", "Tom Lind"),
            rename("gone", "x"),
        ]);
        let analysis = &done.analysis;
        assert_eq!(analysis.speakers[1].name.as_str(), "Tom Lind");
        assert_eq!(
            analysis.speakers[1].aliases,
            [Clean::new("Lind"), Clean::new("T. Lind")]
        );
        assert_eq!(analysis.movements[1].source.as_deref(), Some("Tom Lind"));
        assert_eq!(done.lost, 1, "what fits nothing is reported");
    }

    #[test]
    fn a_dropped_row_leaves_no_link_behind() {
        let key = RowKey::of(&found(), MovementId(0)).unwrap();
        let done = whole(&[Correction::Drop { row: key }, Correction::Drop { row: key }]);
        let analysis = &done.analysis;
        assert_eq!(
            (analysis.movements.len(), analysis.by_reader.dropped, done.lost),
            (1, 1, 1)
        );
        assert_eq!(
            done.keys,
            [RowKey::of(&found(), MovementId(1)).unwrap()],
            "keys still name the rows as found"
        );
        assert_eq!(analysis.movements[0].part_of, None);
        assert_eq!(analysis.notes[0].movements, [MovementId(0)]);
    }

    #[test]
    fn cells_are_edited_and_rows_added_with_their_evidence() {
        let row = RowKey::of(&found(), MovementId(1)).unwrap();
        let start = TEXT.find("Two hundred").unwrap();
        let edit = |field, value: &str| Correction::Edit {
            row,
            field,
            value: value.into(),
        };
        let (analysis, by) = run(&[
            edit(Field::Strength, "about 1,200"),
            edit(Field::To, "Vesna"),
            edit(Field::Status, "denied"),
            Correction::Add {
                start,
                end: start + 11,
                cells: vec![
                    (Field::Force, "Ardania".into()),
                    (Field::Strength, "100-150".into()),
                ],
            },
        ]);
        let edited = &analysis.movements[1];
        assert_eq!(
            (edited.count.value, edited.count.bound),
            (Some(1200.0), Bound::Approx)
        );
        assert_eq!(edited.destination_place.as_ref().unwrap().name.as_str(), "Vesna");
        assert_eq!((edited.status, edited.realis), (Status::Denied, Realis::Negated));
        let added = &analysis.movements[2];
        assert_eq!((added.count.low, added.count.high), (Some(100.0), Some(150.0)));
        assert_eq!(article().words(added.evidence[0]), "Two hundred");
        assert_eq!(by.movements, [MovementId(1), MovementId(2)]);
    }

    #[test]
    fn strengths_are_read_with_their_bound() {
        let cases = [
            ("300", Some(300.0), Bound::Exact),
            ("~1,500", Some(1500.0), Bound::Approx),
            ("at least 2000", Some(2000.0), Bound::AtLeast),
            ("up to 40", Some(40.0), Bound::UpTo),
            ("none", None, Bound::None),
            ("several", None, Bound::Vague),
            ("", None, Bound::Unspecified),
        ];
        for (text, value, bound) in cases {
            let count = strength(text);
            assert_eq!((count.value, count.bound), (value, bound), "{text}");
        }
    }

    #[test]
    fn cells_are_written_by_name() {
        assert_eq!(
            parse_cells("force=US; to = Poland ;").unwrap(),
            [(Field::Force, "US".to_owned()), (Field::To, "Poland".to_owned())]
        );
        for (line, part) in [
            ("x=1", "no cell"),
            ("status=gone", "no status"),
            ("hello", "no “=”"),
            (" ", "nothing"),
        ] {
            assert!(parse_cells(line).unwrap_err().contains(part), "{line}");
        }
    }

    #[test]
    fn a_list_of_corrections_survives_its_file() {
        let list = vec![
            Correction::Reassign {
                quote: 3,
                speaker: None,
            },
            Correction::Edit {
                row: RowKey { at: 1, rank: 0 },
                field: Field::To,
                value: "x".into(),
            },
        ];
        let text = serde_json::to_string(&list).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Correction>>(&text).unwrap(), list);
    }
}
