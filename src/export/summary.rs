//! [`Summary`]: the one model of the summary screen, from which the screen, text, Markdown and HTML are made.
//!
//! It holds words that are ready to show, and the ids and paragraphs that lead back into the briefing. All of them
//! come out of [`crate::clean::Clean`] strings; nothing in here can act on a terminal.

use jiff::civil::Date;

use super::speech::{Speech, words};
use super::strength::{state, strength, time};
use super::totals::{Total, totals};
use crate::analysis::{Analysis, Confidence, Movement, MovementId, QuoteKind, SpeakerId, SpeakerKind};
use crate::article::{Article, Form, Place};
use crate::clean::Clean;

/// Words a minute of a person who reads with care.
const READING_SPEED: usize = 230;

/// What marks a finding that the reader set.
pub const BY_READER: &str = "by the reader";

/// The longest title that is made of an article's opening words, in characters.
const OPENING: usize = 72;

/// A briefing on one screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The headline, or the opening words of an article without one.
    pub title: String,
    /// The day of the dateline, else of publication.
    pub date: Option<Date>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Where it came from and how it was read: `brief.txt · transcript`.
    pub origin: String,
    /// Words of the article, without captions, directions and boilerplate.
    pub words: usize,
    /// Whole minutes to read them; at least one.
    pub minutes: usize,
    /// The movement table, parts under their totals.
    pub rows: Vec<Row>,
    /// People by force and status, none of them counted twice.
    pub totals: Vec<Total>,
    /// The same for each destination.
    pub totals_by_destination: Vec<Total>,
    /// Who said what, in the order of the text; pieces without a speaker come last.
    pub speakers: Vec<Person>,
    /// What to check.
    pub notes: Vec<Check>,
    /// What the reader noted or marked, in the order of the text.
    pub remarks: Vec<Noted>,
    /// How many rows the reader dropped.
    pub dropped: usize,
    /// How sure the findings are.
    pub sureness: Sureness,
}

/// One row of the movement table in display form. A field that the text leaves open is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Index of the row in the analysis.
    pub id: MovementId,
    /// 0 for a row of its own, 1 for a part, 2 for a part of a part….
    pub depth: usize,
    /// Whose force.
    pub force: String,
    /// How many, see [`strength`].
    pub strength: String,
    /// Unit and equipment.
    pub unit: String,
    /// Where from.
    pub from: String,
    /// Where to, or where it is.
    pub to: String,
    /// In what state, see [`state`].
    pub status: String,
    /// When, see [`time`].
    pub when: String,
    /// Who says so; empty where the article itself does.
    pub source: String,
    /// What ties it to another row: `same as m8`, `conflicts with m3`. A part is told by its place.
    pub link: String,
    /// Paragraphs of its evidence, from one, in order, each once.
    pub paragraphs: Vec<usize>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether the reader changed or added it.
    pub by_reader: bool,
}

/// A speaker with what leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Index of the speaker in the analysis; `None` gathers what nobody is named for.
    pub id: Option<SpeakerId>,
    /// The name, or the description.
    pub name: String,
    /// Role and affiliation; for one that is no person, what it is. May be empty.
    pub role: String,
    /// Quotes.
    pub count: usize,
    /// Paragraphs spoken in a transcript.
    pub turns: usize,
    /// Words of them.
    pub words: usize,
    /// Share of all words that anybody speaks, in whole percent.
    pub share: usize,
    /// The leading pieces.
    pub quotes: Vec<Said>,
    /// Whether the reader named, renamed or merged the speaker.
    pub by_reader: bool,
}

/// A note of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// What he wrote; empty where he only marked the words.
    pub note: String,
    /// The words, on one line.
    pub words: String,
    /// The paragraph in which they begin, from one.
    pub paragraph: usize,
    /// The byte of the article's text at which they begin.
    pub at: usize,
}

/// Words of a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words, on one line, without quotation marks; pieces of one attribution are joined by an ellipsis.
    pub text: String,
    /// Whether they are the speaker's own words; else it is reported speech, to be shown without marks.
    pub verbatim: bool,
    /// The paragraph in which they begin, from one.
    pub paragraph: usize,
    /// The byte of the article's text at which they begin.
    pub at: usize,
}

/// Something to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// One sentence.
    pub message: String,
    /// The rows that it speaks of.
    pub rows: Vec<MovementId>,
    /// The paragraphs of their best evidence, from one, in order, each once.
    pub paragraphs: Vec<usize>,
}

/// How sure the findings are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sureness {
    /// Rows by confidence: high, medium, low.
    pub rows: [usize; 3],
    /// Quotes with a speaker, by the confidence of the speaker: high, medium, low.
    pub quotes: [usize; 3],
    /// Quotes of nobody.
    pub unattributed: usize,
    /// Quotes in marks, whole or in part.
    pub verbatim: usize,
}

impl Summary {
    /// The summary of `article` and its findings.
    pub fn new(article: &Article, analysis: &Analysis) -> Self {
        let (totals, totals_by_destination) = totals(&analysis.movements);
        let words = article
            .blocks
            .iter()
            .filter(|block| block.kind.is_content())
            .map(|block| words(article.words(block.span)))
            .sum::<usize>();
        Self {
            title: title(article),
            date: article.reference_date(),
            byline: article.byline.as_ref().map(Clean::to_string),
            origin: origin(article),
            words,
            minutes: words.div_ceil(READING_SPEED).max(1),
            rows: rows(article, analysis),
            totals,
            totals_by_destination,
            speakers: people(article, analysis),
            notes: checks(article, analysis),
            remarks: remarks(article, analysis),
            dropped: analysis.by_reader.dropped,
            sureness: Sureness::new(analysis),
        }
    }

    /// How sure the findings are, and what the reader dropped, in sentences.
    pub fn how_sure(&self) -> String {
        let sentence = self.sureness.sentence();
        if self.dropped == 0 {
            return sentence;
        }
        format!("{sentence} The reader dropped {}.", counted(self.dropped, "row"))
    }

    /// The facts under the title: day, origin, length and counts.
    pub fn facts(&self) -> Vec<String> {
        let mut facts = Vec::new();
        facts.extend(self.date.map(day));
        facts.extend(self.byline.as_ref().map(|name| format!("by {name}")));
        facts.push(self.origin.clone());
        facts.push(format!("{}, {} min", counted(self.words, "word"), self.minutes));
        let named = self.speakers.iter().filter(|person| person.id.is_some()).count();
        let sure = &self.sureness;
        let quotes = sure.quotes.iter().sum::<usize>() + sure.unattributed;
        facts.push(counted(named, "speaker"));
        facts.push(if quotes == 0 {
            counted(quotes, "quote")
        } else {
            format!("{} ({} verbatim)", counted(quotes, "quote"), sure.verbatim)
        });
        facts.push(counted(self.rows.len(), "movement row"));
        facts
    }
}

impl Sureness {
    fn new(analysis: &Analysis) -> Self {
        let mut sure = Self::default();
        for row in &analysis.movements {
            sure.rows[rank(row.confidence)] += 1;
        }
        for quote in &analysis.quotes {
            if quote.kind != QuoteKind::Indirect {
                sure.verbatim += 1;
            }
            if quote.speaker.is_some() {
                sure.quotes[rank(quote.confidence)] += 1;
            } else {
                sure.unattributed += 1;
            }
        }
        sure
    }

    /// One or two sentences for a person.
    pub fn sentence(&self) -> String {
        let [high, medium, low] = self.rows;
        let rows = high + medium + low;
        let [sure, likely, doubtful] = self.quotes;
        let quotes = sure + likely + doubtful + self.unattributed;
        let mut parts = Vec::new();
        if rows > 0 {
            parts.push(format!(
                "Of {}: {high} sure, {medium} likely, {low} doubtful.",
                counted(rows, "movement row")
            ));
        }
        if quotes > 0 {
            parts.push(format!(
                "Of {}: {sure} with a sure speaker, {likely} likely, {doubtful} doubtful, {} with none.",
                counted(quotes, "quote"),
                self.unattributed
            ));
        }
        if parts.is_empty() {
            return "Nobody is quoted, and no movement of forces was found.".to_owned();
        }
        parts.join(" ")
    }
}

const fn rank(confidence: Confidence) -> usize {
    match confidence {
        Confidence::High => 0,
        Confidence::Medium => 1,
        Confidence::Low => 2,
    }
}

impl Row {
    /// What to know of the row beside its fields, in words: `same as m8`, `doubtful`, `by the reader`.
    pub fn ties(&self) -> String {
        let doubtful = self.confidence == Confidence::Low && !self.by_reader;
        [
            self.link.as_str(),
            if doubtful { "doubtful" } else { "" },
            if self.by_reader { BY_READER } else { "" },
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
    }
}

impl Person {
    /// The role, with the mark of the reader where he set the speaker; empty or with a comma before it.
    pub fn description(&self) -> String {
        let role = (!self.role.is_empty()).then_some(self.role.as_str());
        let mark = self.by_reader.then_some(BY_READER);
        [role, mark]
            .into_iter()
            .flatten()
            .fold(String::new(), |mut out, part| {
                out.push_str(", ");
                out.push_str(part);
                out
            })
    }

    /// How much is said: `4 quotes, 38%`, `12 paragraphs, 2 quotes, 61%`.
    pub fn measure(&self) -> String {
        let mut parts = Vec::new();
        if self.turns > 0 {
            parts.push(counted(self.turns, "paragraph"));
        }
        if self.count > 0 {
            parts.push(counted(self.count, "quote"));
        }
        parts.push(if self.share == 0 && self.words > 0 {
            "<1%".to_owned()
        } else {
            format!("{}%", self.share)
        });
        parts.join(", ")
    }
}

impl Noted {
    /// The note before its words: `ask the ministry – “about 300 of them”`.
    pub fn shown(&self) -> String {
        if self.note.is_empty() {
            format!("“{}”", self.words)
        } else {
            format!("{} – “{}”", self.note, self.words)
        }
    }
}

impl Check {
    /// The sentence with its paragraphs: `2,000 + 1,000 = 3,000: the parts add up to the total. ¶1 ¶2`.
    pub fn shown(&self) -> String {
        format!("{}{}", self.message, places(&self.paragraphs))
    }
}

impl Said {
    /// The words, in quotation marks where they are the speaker's own.
    pub fn shown(&self) -> String {
        if self.verbatim {
            format!("“{}”", self.text)
        } else {
            self.text.clone()
        }
    }
}

/// The paragraphs as they follow a sentence: ` ¶3 ¶7`.
pub(super) fn places(paragraphs: &[usize]) -> String {
    let all: Vec<_> = paragraphs.iter().map(|p| format!(" ¶{p}")).collect();
    all.concat()
}

/// A number with its noun: `1 word`, `1,204 words`.
pub fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", super::strength::number(number as f64))
}

/// A day as a person writes it: `2 February 2022`.
pub fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// The headline, or the opening words.
pub fn title(article: &Article) -> String {
    if let Some(title) = &article.title {
        return title.to_string();
    }
    let opening = article
        .blocks
        .iter()
        .find(|block| block.kind.is_content())
        .map(|block| fold(article.words(block.span)))
        .unwrap_or_default();
    if opening.chars().count() <= OPENING {
        return opening;
    }
    let cut: String = opening.chars().take(OPENING).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '–', '—', ' ']))
}

/// `text` on one line.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn origin(article: &Article) -> String {
    let place = match &article.origin.place {
        Place::Path(path) => path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned(),
        Place::Url(url) => url.to_string(),
        Place::Stdin => "standard input".to_owned(),
        Place::Sample(name) => format!("sample {name}"),
    };
    let form = match article.origin.form {
        Form::Text => "text",
        Form::Transcript => "transcript",
        Form::Markdown => "Markdown",
        Form::Html => "web page",
        Form::Feed => "feed",
        Form::Json => "article JSON",
        Form::Wire => "wire copy",
    };
    format!("{place} · {form}")
}

/// Rows with their parts below them, each once, whatever the links say.
fn rows(article: &Article, analysis: &Analysis) -> Vec<Row> {
    let movements = &analysis.movements;
    let mut parts = vec![Vec::new(); movements.len()];
    let mut heads = Vec::new();
    for (at, row) in movements.iter().enumerate() {
        match row.part_of.and_then(|id| parts.get_mut(id.0 as usize)) {
            Some(parts) => parts.push(at),
            None => heads.push(at),
        }
    }
    let mut out = Vec::with_capacity(movements.len());
    let mut seen = vec![false; movements.len()];
    // The second round finds rows that are parts of each other in a ring.
    for head in heads.into_iter().chain(0..movements.len()) {
        let mut stack = vec![(head, 0)];
        while let Some((at, depth)) = stack.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            out.push(Row {
                by_reader: analysis.by_reader.movements.contains(&MovementId(at as u32)),
                ..Row::new(article, MovementId(at as u32), &movements[at], depth)
            });
            stack.extend(parts[at].iter().rev().map(|&part| (part, depth + 1)));
        }
    }
    out
}

impl Row {
    fn new(article: &Article, id: MovementId, row: &Movement, depth: usize) -> Self {
        let shown = |field: &Option<Clean>| field.as_ref().map(Clean::to_string).unwrap_or_default();
        let link = match (row.same_as, row.conflicts_with) {
            (_, Some(other)) => format!("conflicts with {other}"),
            (Some(other), None) => format!("same as {other}"),
            (None, None) => String::new(),
        };
        let unit = match (&row.unit, &row.equipment) {
            (Some(unit), Some(equipment)) => format!("{unit}, {equipment}"),
            (unit, equipment) => shown(if unit.is_some() { unit } else { equipment }),
        };
        Self {
            id,
            depth,
            force: shown(&row.actor),
            strength: strength(row),
            unit,
            from: shown(&row.origin),
            to: shown(&row.destination),
            status: state(row),
            when: time(row.when.as_ref()),
            source: shown(&row.source),
            link,
            paragraphs: paragraphs(article, row.evidence.iter().map(|span| span.start())),
            confidence: row.confidence,
            by_reader: false,
        }
    }
}

/// The paragraphs that hold the bytes, from one, in order, each once.
fn paragraphs(article: &Article, bytes: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut out: Vec<_> = bytes
        .filter_map(|at| article.block_at(at))
        .map(|block| block + 1)
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn people(article: &Article, analysis: &Analysis) -> Vec<Person> {
    let speech = Speech::new(article, analysis);
    let all = speech.total_words().max(1);
    let mut out = Vec::new();
    for id in (0..analysis.speakers.len() as u32)
        .map(|id| Some(SpeakerId(id)))
        .chain([None])
    {
        let (count, turns, words) = (speech.count(id), speech.turns_of(id), speech.words(id));
        if count + turns == 0 {
            continue;
        }
        let speaker = id.and_then(|id| analysis.speakers.get(id.0 as usize));
        out.push(Person {
            id,
            name: speaker.map_or_else(|| "unattributed".to_owned(), |s| s.name.to_string()),
            role: speaker.map(role).unwrap_or_default(),
            count,
            turns,
            words,
            share: (words * 100 + all / 2) / all,
            quotes: speech.leading(id),
            by_reader: id.is_some_and(|id| analysis.by_reader.speakers.contains(&id)),
        });
    }
    out
}

fn role(speaker: &crate::analysis::Speaker) -> String {
    let role = speaker.role.as_deref().unwrap_or_default();
    let affiliation = speaker.affiliation.as_deref().unwrap_or_default();
    let kind = match speaker.kind {
        SpeakerKind::Person => "",
        kind => kind.name(),
    };
    let mut parts = Vec::new();
    for part in [role, affiliation, kind] {
        let known = parts
            .iter()
            .any(|p: &&str| p.to_lowercase().contains(&part.to_lowercase()));
        if !part.is_empty() && !known && (part != kind || parts.is_empty() || kind == "unnamed") {
            parts.push(part);
        }
    }
    parts.join(", ")
}

fn remarks(article: &Article, analysis: &Analysis) -> Vec<Noted> {
    let remarks = analysis.by_reader.remarks.iter();
    remarks
        .map(|remark| Noted {
            note: fold(&remark.text),
            words: fold(article.words(remark.span)),
            paragraph: article.block_at(remark.span.start()).map_or(1, |block| block + 1),
            at: remark.span.start(),
        })
        .collect()
}

fn checks(article: &Article, analysis: &Analysis) -> Vec<Check> {
    let findings = analysis.notes.iter().map(|note| {
        let best = note
            .movements
            .iter()
            .filter_map(|id| analysis.movements.get(id.0 as usize)?.evidence.first());
        Check {
            message: note.message.to_string(),
            rows: note.movements.clone(),
            paragraphs: paragraphs(article, best.map(|span| span.start())),
        }
    });
    let reading = article.notices.iter().map(|notice| Check {
        message: notice.message.to_string(),
        rows: Vec::new(),
        paragraphs: Vec::new(),
    });
    findings.chain(reading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::fixture::briefing;

    #[test]
    fn the_summary_says_what_when_and_how_much() {
        let (article, analysis) = briefing("");
        let summary = Summary::new(&article, &analysis);
        assert_eq!(summary.title, "Northern Lantern: a brigade moves");
        assert_eq!(
            summary.facts(),
            [
                "12 March 2031",
                "lantern.txt · text",
                "54 words, 1 min",
                "2 speakers",
                "4 quotes (3 verbatim)",
                "4 movement rows"
            ]
        );
    }

    #[test]
    fn a_part_stands_under_its_total_and_a_ring_loses_no_row() {
        let (article, mut analysis) = briefing("");
        let depths = |summary: &Summary| {
            summary
                .rows
                .iter()
                .map(|row| (row.id.0, row.depth))
                .collect::<Vec<_>>()
        };
        analysis.movements[3].part_of = Some(MovementId(1));
        let summary = Summary::new(&article, &analysis);
        assert_eq!(depths(&summary), [(0, 0), (1, 1), (3, 2), (2, 0)]);
        analysis.movements[0].part_of = Some(MovementId(3));
        analysis.movements[2].part_of = Some(MovementId(99));
        let summary = Summary::new(&article, &analysis);
        assert_eq!(depths(&summary), [(2, 0), (0, 0), (1, 1), (3, 2)]);
    }

    #[test]
    fn speakers_come_with_their_share_and_their_own_words_first() {
        let (article, analysis) = briefing("");
        let summary = Summary::new(&article, &analysis);
        let reyes = &summary.speakers[0];
        assert_eq!(
            (reyes.name.as_str(), reyes.count, reyes.words),
            ("Dana Reyes", 2, 10)
        );
        assert_eq!(
            reyes.quotes,
            [Said {
                text: "We adjust to what we see … About 300 are engineers.".into(),
                verbatim: true,
                paragraph: 3,
                at: article.text.find("We adjust").unwrap()
            }]
        );
        let nobody = summary.speakers.last().unwrap();
        assert_eq!((nobody.id, nobody.name.as_str()), (None, "unattributed"));
        assert!((99..=101).contains(&summary.speakers.iter().map(|p| p.share).sum::<usize>()));
    }

    #[test]
    fn an_article_without_title_goes_by_its_opening_words() {
        let mut builder = crate::article::Builder::new(crate::article::Origin::default());
        builder.block(
            crate::article::BlockKind::Paragraph,
            &"Word after word, ".repeat(9),
        );
        let title = title(&builder.finish());
        assert!(title.ends_with("word…"), "{title}");
        assert!(title.chars().count() <= OPENING);
    }
}
