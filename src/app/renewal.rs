//! A newer version of the text that is open: the place, marks, notes and corrections go along by their words.

use std::fmt::Write;
use std::sync::Arc;

use crate::analysis::Remark;
use crate::app::carry::Carry;
use crate::app::corrections::{Correction, RowKey};
use crate::app::reader::{Aim, Reader};
use crate::app::search::Search;
use crate::app::{Action, App, Effect, Findings, Narrowed, Notebook, Progress};
use crate::article::{Article, Place};
use crate::clean::Clean;
use crate::export::counted;
use crate::span::Span;

impl App {
    /// Whether a file that changes is read again.
    pub const fn is_live(&self) -> bool {
        self.live
    }

    /// Says whether a file that changes is read again.
    pub fn set_live(&mut self, live: bool) {
        self.live = live;
    }

    /// Whether the reader is in the middle of something that another text would disturb.
    pub fn is_busy(&self) -> bool {
        !self.overlays.is_empty() || !self.pending.is_empty() || self.count.is_some()
    }

    pub(super) fn toggle_live(&mut self) -> Effect {
        self.live = !self.live;
        if self.live {
            self.tell("Live reload on: a file that changes is read again");
            // What changed meanwhile is caught up with; a page is fetched only when that is asked for.
            return match self.article.origin.place {
                Place::Path(_) => Effect::Reload { asked: false },
                _ => Effect::None,
            };
        }
        self.tell(format!(
            "Live reload off: the text stays as it is; {} reads the file again",
            self.key(Action::Reload)
        ));
        Effect::None
    }

    pub(super) fn reload(&mut self) -> Effect {
        match self.article.origin.place {
            Place::Stdin => {
                self.tell("This came through a pipe, which cannot be read twice");
                Effect::None
            }
            _ => Effect::Reload { asked: true },
        }
    }

    /// The name of what is open, for a message.
    pub fn name(&self) -> String {
        match &self.article.origin.place {
            Place::Path(path) => path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned(),
            Place::Url(url) => url.as_str().to_owned(),
            Place::Stdin => "The pipe".to_owned(),
            Place::Sample(name) => name.as_str().to_owned(),
        }
    }

    /// Puts a newer version of the text and its findings in the place of the old.
    pub fn renew(&mut self, article: Arc<Article>, findings: Arc<Findings>) {
        let old = std::mem::replace(&mut self.article, article);
        let new = Arc::clone(&self.article);
        let carry = Carry::new(&old, &new);
        let (cursor, row) = (carry.near(self.reader.cursor()), self.reader.cursor_row());
        let voice = self.voice_name(self.voice);
        let evidence = self.movement().and_then(|(_, m)| m.evidence.first().copied());
        let evidence = evidence.and_then(|e| carry.same(e.start()));
        let narrowed = std::mem::take(&mut self.narrowed);
        let followed = match &narrowed {
            Narrowed::Voice(at) => Some(self.voice_name(*at)),
            _ => None,
        };
        let (notebook, moved, lost) = carried(&self.notebook, &carry);
        self.notebook = notebook;
        self.jumps.carry(|at| carry.near(at));
        self.carry_found(|at| carry.near(at));

        self.reader = Reader::new(&self.article);
        self.title = crate::export::title(&self.article);
        self.found = findings;
        self.progress = Progress::Done;
        let lost = lost + self.put_right();
        self.reader.go(&self.article, cursor, Aim::Row(row));

        let names = (0..self.index().voices.len()).find(|&at| self.voice_name(at) == voice);
        self.voice = names.unwrap_or(self.voice);
        if let Some(id) = evidence.and_then(|at| {
            let key = RowKey { at, rank: 0 };
            self.row_keys.iter().position(|k| *k == key)
        }) {
            self.select_movement(crate::analysis::MovementId(id as u32));
        }
        if let Some(query) = self.search.take().map(|s| s.query) {
            let mut search = Search::new(&self.article.text, &query);
            search.current = search.hits.iter().position(|h| h.start() == cursor);
            self.search = Some(search);
        }
        match narrowed {
            Narrowed::No => {}
            Narrowed::Words(words) => self.filter(&words),
            Narrowed::Voice(_) => {
                let at =
                    followed.and_then(|n| (0..self.index().voices.len()).find(|&v| self.voice_name(v) == n));
                if let Some(at) = at {
                    self.follow_voice(at);
                }
            }
        }
        self.notebook_revision += 1;
        self.say_renewed(moved, lost);
    }

    fn say_renewed(&mut self, moved: usize, lost: usize) {
        let mut line = format!("{} has changed and was read again", self.name());
        if moved > 0 {
            let _ = write!(
                line,
                "; {} on changed words went to the nearest sentence",
                if moved == 1 {
                    "a mark or note".to_owned()
                } else {
                    format!("{moved} marks or notes")
                }
            );
        }
        if lost > 0 {
            let _ = write!(line, "; {} no longer fits", counted(lost, "correction"));
            self.warn(line);
        } else {
            self.tell(line);
        }
    }
}

/// The notebook for the new text; how many of its marks and notes had to move, and how many corrections were lost.
fn carried(notebook: &Notebook, carry: &Carry<'_>) -> (Notebook, usize, usize) {
    let mut moved = 0;
    let mut count = |same: bool| moved += usize::from(!same);
    let marks = notebook
        .marks
        .iter()
        .map(|(&letter, &at)| {
            count(carry.same(at).is_some());
            (letter, carry.near(at))
        })
        .collect();
    let mut remarks: Vec<Remark> = Vec::new();
    for remark in &notebook.remarks {
        let Some((span, same)) = carry.sentence(remark.span.start()) else {
            continue;
        };
        count(same);
        match remarks.iter_mut().find(|r| r.span == span) {
            // Two notes on what has become one sentence are one note, and no word of either is lost.
            Some(other) => {
                let both = [other.text.as_str(), remark.text.as_str()];
                let both: Vec<_> = both.into_iter().filter(|t| !t.is_empty()).collect();
                other.text = Clean::line(&both.join(" · "));
            }
            None => remarks.push(Remark {
                span,
                text: remark.text.clone(),
            }),
        }
    }
    remarks.sort_by_key(|r| r.span.start());
    let corrections: Vec<_> = notebook
        .corrections
        .iter()
        .filter_map(|c| correction(c, carry))
        .collect();
    let lost = notebook.corrections.len() - corrections.len();
    let notebook = Notebook {
        marks,
        remarks,
        corrections,
    };
    (notebook, moved, lost)
}

/// A correction for the new text, if the words that it speaks of are still there.
fn correction(old: &Correction, carry: &Carry<'_>) -> Option<Correction> {
    let row = |row: &RowKey| {
        Some(RowKey {
            at: carry.same(row.at)?,
            ..*row
        })
    };
    Some(match old {
        Correction::Rename { .. } | Correction::Merge { .. } => old.clone(),
        Correction::Reassign { quote, speaker } => Correction::Reassign {
            quote: carry.same(*quote)?,
            speaker: speaker.clone(),
        },
        Correction::Drop { row: key } => Correction::Drop { row: row(key)? },
        Correction::Edit {
            row: key,
            field,
            value,
        } => Correction::Edit {
            row: row(key)?,
            field: *field,
            value: value.clone(),
        },
        Correction::Add { start, end, cells } => {
            let there = carry.stretch(Span::new(*start, *end))?;
            Correction::Add {
                start: there.start(),
                end: there.end(),
                cells: cells.clone(),
            }
        }
    })
}
