//! [`Notebook`]: what the reader keeps with a briefing: marks, notes, highlights and corrections, and the keys for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::place;
use crate::analysis::tokens::Tokens;
use crate::analysis::{Analysis, MovementId, Remark, SpeakerId, Toponym};
use crate::app::corrections::{Corrected, Correction, Field as Cell, RowKey, correct};
use crate::app::index::StopKind;
use crate::app::overlay::{Asked, Overlay, Prompt};
use crate::app::{Action, App, Field, Findings, Pane};
use crate::article::{Article, Block, BlockKind, Sentence};
use crate::clean::Clean;
use crate::span::Span;

/// What the reader keeps with one briefing. All places are bytes of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    /// Sentences marked with a letter.
    pub marks: BTreeMap<char, usize>,
    /// Notes and highlights, in the order of the text.
    pub remarks: Vec<Remark>,
    /// What he put right, in the order in which he did.
    pub corrections: Vec<Correction>,
}

impl Notebook {
    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.remarks.is_empty() && self.corrections.is_empty()
    }

    /// The note or highlight on `span`.
    pub fn remark_on(&self, span: Span) -> Option<&Remark> {
        self.remarks.iter().find(|r| r.span.overlaps(span))
    }
}

impl App {
    /// What the reader keeps with this briefing.
    pub const fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// Puts in what was kept before.
    pub fn set_notebook(&mut self, notebook: Notebook) {
        self.notebook = notebook;
        let lost = self.put_right();
        if lost > 0 {
            self.warn(format!(
                "{lost} of your corrections fit nothing in this text any more"
            ));
        }
    }

    /// Grows with each change of the notebook, so that it is saved only when there is something to save.
    pub const fn notebook_revision(&self) -> u64 {
        self.notebook_revision
    }

    /// Lays the corrections over the program's own findings; the number of those that fit nothing.
    pub(super) fn put_right(&mut self) -> usize {
        let book = &self.notebook;
        let mut lost = 0;
        if book.corrections.is_empty() && book.remarks.is_empty() {
            self.findings = Arc::clone(&self.found);
            self.row_keys = (0..self.found.analysis.movements.len() as u32)
                .filter_map(|id| RowKey::of(&self.found.analysis, MovementId(id)))
                .collect();
        } else {
            let known = &self.found.analysis;
            let look = |name: &str| known_place(known, name).or_else(|| look_up(name));
            let Corrected {
                mut analysis,
                keys,
                lost: unfit,
            } = correct(known, &self.article, &book.corrections, &look);
            analysis.by_reader.remarks.clone_from(&book.remarks);
            self.findings = Arc::new(Findings::new(&self.article, analysis));
            self.row_keys = keys;
            lost = unfit;
        }
        self.voice = self.voice.min(self.findings.index.voices.len().saturating_sub(1));
        self.movement = self
            .movement
            .min(self.findings.analysis.movements.len().saturating_sub(1));
        self.stop = None;
        self.arrange();
        self.fill_screen();
        lost
    }

    pub(super) fn in_notebook(&mut self, action: Action) {
        match action {
            Action::Note => {
                let now = self
                    .notebook
                    .remark_on(self.sentence())
                    .map_or("", |r| r.text.as_str())
                    .to_owned();
                self.ask_with(Asked::Note, &now);
            }
            Action::Highlight => self.highlight(),
            Action::NextNote | Action::PreviousNote => self.step_notes(action == Action::NextNote),
            Action::FixQuote => match self.quote_here() {
                Some(at) => {
                    let now = self
                        .findings
                        .analysis
                        .quotes
                        .iter()
                        .find(|q| q.span.start() == at)
                        .and_then(|q| q.speaker);
                    let now = now.map(|id| self.speaker_name(id)).unwrap_or_default();
                    self.ask_with(Asked::Reassign, &now);
                }
                None => self.warn(format!(
                    "No quote here; {} goes to the next one",
                    self.key(Action::NextQuote)
                )),
            },
            Action::RenameSpeaker | Action::MergeSpeaker => match self.speaker_here() {
                Some(id) if action == Action::RenameSpeaker => {
                    self.ask_with(Asked::Rename, &self.speaker_name(id));
                }
                Some(_) => self.ask_with(Asked::Merge, ""),
                None => self.warn("No speaker is selected here"),
            },
            Action::DropRow => match self.row_key() {
                Some(row) => self.correct(Correction::Drop { row }),
                None => self.warn("No movement row to drop"),
            },
            Action::EditRow | Action::AddRow => self.open_form(action == Action::AddRow),
            Action::UndoFix => match self.notebook.corrections.pop() {
                Some(gone) => {
                    self.changed();
                    self.tell(format!("Taken back: {}", told(&gone)));
                }
                None => self.tell("Nothing was put right, so there is nothing to take back"),
            },
            _ => {}
        }
    }

    /// The answer to one of the notebook's questions.
    pub(super) fn enter_notebook(&mut self, asked: Asked, words: &str) {
        match asked {
            Asked::Search | Asked::Filter | Asked::All | Asked::Quotes => {}
            Asked::Note => self.note(words),
            Asked::Reassign => {
                let Some(quote) = self.quote_here() else { return };
                let speaker = (!words.trim().is_empty())
                    .then(|| self.named(words).unwrap_or_else(|| words.trim().to_owned()));
                self.correct(Correction::Reassign { quote, speaker });
            }
            Asked::Rename => {
                let Some(id) = self.speaker_here() else { return };
                let (speaker, to) = (self.speaker_name(id), words.trim().to_owned());
                if !to.is_empty() && to != speaker {
                    self.correct(Correction::Rename { speaker, to });
                }
            }
            Asked::Merge => {
                let Some(id) = self.speaker_here() else { return };
                let speaker = self.speaker_name(id);
                match self.named(words) {
                    Some(into) if into != speaker => self.correct(Correction::Merge { speaker, into }),
                    _ => self.warn(format!("No other speaker is called “{}”", words.trim())),
                }
            }
        }
    }

    /// Adds a row with `evidence` and selects it.
    pub(super) fn add_row(&mut self, evidence: Span, cells: Vec<(Cell, String)>) {
        let before = self.findings.analysis.movements.len();
        self.correct(Correction::Add {
            start: evidence.start(),
            end: evidence.end(),
            cells,
        });
        let added = self.findings.analysis.movements.len();
        if added > before {
            self.select_movement(MovementId(added.saturating_sub(1) as u32));
        }
    }

    fn correct(&mut self, correction: Correction) {
        let what = told(&correction);
        self.notebook.corrections.push(correction);
        if self.changed() > 0 {
            self.notebook.corrections.pop();
            self.put_right();
            self.warn("That fits nothing here, so nothing was changed");
        } else {
            self.tell(format!("{what}; {} takes it back", self.key(Action::UndoFix)));
        }
    }

    pub(super) fn changed(&mut self) -> usize {
        self.notebook_revision += 1;
        self.put_right()
    }

    fn note(&mut self, words: &str) {
        let (span, text) = (self.sentence(), Clean::line(words));
        self.notebook.remarks.retain(|r| !r.span.overlaps(span));
        let gone = text.is_empty();
        if !gone {
            self.keep(Remark { span, text });
        }
        self.changed();
        self.tell(if gone {
            "No note on this sentence"
        } else {
            "Noted; it goes into every export"
        });
    }

    fn highlight(&mut self) {
        let span = self.sentence();
        if let Some(remark) = self.notebook.remark_on(span) {
            if remark.text.is_empty() {
                self.notebook.remarks.retain(|r| !r.span.overlaps(span));
                self.changed();
                self.tell("Highlight taken away");
            } else {
                self.tell(format!(
                    "This sentence has a note; {} edits it",
                    self.key(Action::Note)
                ));
            }
            return;
        }
        self.keep(Remark {
            span,
            text: Clean::default(),
        });
        self.changed();
        self.tell(format!(
            "Highlighted; {} takes it away, {} goes to the next one",
            self.key(Action::Highlight),
            self.key(Action::NextNote)
        ));
    }

    fn keep(&mut self, remark: Remark) {
        let at = self
            .notebook
            .remarks
            .partition_point(|r| r.span.start() < remark.span.start());
        self.notebook.remarks.insert(at, remark);
    }

    fn step_notes(&mut self, forward: bool) {
        let cursor = self.reader.cursor();
        let starts: Vec<usize> = self.notebook.remarks.iter().map(|r| r.span.start()).collect();
        let next = if forward {
            starts.iter().position(|&s| s > cursor)
        } else {
            starts.iter().rposition(|&s| s < cursor)
        };
        let Some((at, place)) = next.and_then(|at| Some((at, *starts.get(at)?))) else {
            self.tell(if starts.is_empty() {
                format!(
                    "No notes yet; {} writes one on this sentence, {} highlights it",
                    self.key(Action::Note),
                    self.key(Action::Highlight)
                )
            } else if forward {
                "This is the last note".to_owned()
            } else {
                "This is the first note".to_owned()
            });
            return;
        };
        self.visit(place);
        let text = self
            .notebook
            .remarks
            .get(at)
            .map(|r| r.text.as_str().to_owned())
            .unwrap_or_default();
        self.tell(format!("Note {}/{} {text}", at + 1, starts.len()));
    }

    /// First byte of the quote at the cursor.
    fn quote_here(&self) -> Option<usize> {
        let stop = self.index().stops.get(self.stop_here()?)?;
        matches!(stop.what, StopKind::Quote(_)).then(|| stop.span.start())
    }

    /// The speaker whom the focused pane selects.
    fn speaker_here(&self) -> Option<SpeakerId> {
        let voice = match self.focus {
            Pane::Speakers => self.voice,
            _ => self.index().stops.get(self.stop_here()?)?.voice,
        };
        self.index().voices.get(voice)?.speaker
    }

    fn speaker_name(&self, id: SpeakerId) -> String {
        self.analysis()
            .speakers
            .get(id.0 as usize)
            .map(|s| s.name.as_str().to_owned())
            .unwrap_or_default()
    }

    pub(super) fn row_key(&self) -> Option<RowKey> {
        let (id, _) = self.movement()?;
        self.row_keys.get(id.0 as usize).copied()
    }

    /// The speaker that `words` mean: the letter in the margin, the name, or a part of only one name.
    fn named(&self, words: &str) -> Option<String> {
        let words = words.trim();
        let mut letters = words.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            // The margin's letters are capitals; a small one means them too, unless it is one itself.
            let of = |letter| self.index().voices.iter().find(|v| v.letter == letter);
            let voice = of(letter).or_else(|| of(letter.to_ascii_uppercase()));
            if let Some(id) = voice.and_then(|v| v.speaker) {
                return Some(self.speaker_name(id));
            }
        }
        let wanted = words.to_lowercase();
        let names: Vec<&str> = self.analysis().speakers.iter().map(|s| s.name.as_str()).collect();
        if let Some(name) = names.iter().find(|n| n.to_lowercase() == wanted) {
            return Some((*name).to_owned());
        }
        let mut part = names.iter().filter(|n| n.to_lowercase().contains(&wanted));
        match (part.next(), part.next()) {
            (Some(name), None) => Some((*name).to_owned()),
            _ => None,
        }
    }

    /// What the words typed into a question for a speaker mean, to be seen before Enter.
    pub fn meant(&self, asked: Asked, words: &str) -> Option<String> {
        match (asked, self.named(words)) {
            (Asked::Reassign, _) if words.trim().is_empty() => Some("nobody's".to_owned()),
            (Asked::Reassign, None) => Some("a new speaker".to_owned()),
            (Asked::Merge, None) if words.trim().is_empty() => None,
            (Asked::Merge, None) => Some("none".to_owned()),
            (Asked::Reassign | Asked::Merge, Some(name)) => Some(format!("→ {name}")),
            _ => None,
        }
    }

    pub(super) fn ask_with(&mut self, asked: Asked, text: &str) {
        let subject = match asked {
            Asked::Rename | Asked::Merge => self.speaker_here().map(|id| self.speaker_name(id)),
            _ => None,
        };
        let field = match asked {
            Asked::Reassign => Field::offering(text),
            _ => Field::with(text),
        };
        self.overlays.push(Overlay::Prompt(Prompt {
            asked,
            subject: subject.unwrap_or_default(),
            field,
            origin: self.reader.cursor(),
            past: 0,
        }));
    }
}

/// A correction in a few words.
fn told(correction: &Correction) -> String {
    match correction {
        Correction::Reassign {
            speaker: Some(name), ..
        } => format!("The quote is {name}'s"),
        Correction::Reassign { speaker: None, .. } => "The quote is nobody's".to_owned(),
        Correction::Rename { speaker, to } => format!("{speaker} is called {to}"),
        Correction::Merge { speaker, into } => format!("{speaker} is {into}"),
        Correction::Drop { .. } => "Row dropped".to_owned(),
        Correction::Edit { field, value, .. } => format!("{} is “{value}”", field.name()),
        Correction::Add { .. } => "Row added with this sentence as its evidence".to_owned(),
    }
}

/// A place that the findings already have on the map.
fn known_place(analysis: &Analysis, name: &str) -> Option<Toponym> {
    let rows = analysis.movements.iter();
    let pairs = rows.flat_map(|m| {
        [
            (&m.origin, &m.origin_place),
            (&m.destination, &m.destination_place),
        ]
    });
    pairs
        .filter_map(|(text, place)| Some((text.as_ref()?, place.as_ref()?)))
        .find(|(text, place)| text.as_str() == name || place.name.as_str() == name)
        .map(|(_, place)| place.clone())
}

/// A place by its name, as the analysis would read it in a sentence of that name alone.
fn look_up(name: &str) -> Option<Toponym> {
    let text = Clean::line(name);
    let span = Span::new(0, text.len());
    let article = Article {
        text,
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            span,
            label: None,
            sentences: 0..1,
        }],
        sentences: vec![Sentence { span, block: 0 }],
        ..Article::default()
    };
    let tokens = Tokens::of(&article);
    place::mentions(&article, &tokens).mentions.first()?.toponym()
}
