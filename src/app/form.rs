//! [`Form`]: the cells of a movement row, one below the other, to be put right or filled in for a new row.

use crate::analysis::{Movement, Status};
use crate::app::corrections::{Correction, Field as Cell, RowKey, STATUSES};
use crate::app::overlay::Overlay;
use crate::app::{Action, App, Field};
use crate::keys::{Code, Key};
use crate::span::Span;

/// The state of the box in which a row is written.
#[derive(Debug)]
pub struct Form {
    /// The row that is put right; none for a new one.
    pub row: Option<RowKey>,
    /// The sentence that is the evidence of a new row.
    pub evidence: Span,
    /// Each cell with what is typed and what was there.
    pub lines: Vec<Line>,
    /// Which of them is being typed in.
    pub selected: usize,
}

/// One cell of a [`Form`].
#[derive(Debug)]
pub struct Line {
    /// Which.
    pub cell: Cell,
    /// What is typed.
    pub field: Field,
    /// What was there.
    pub before: String,
}

impl Line {
    /// What stands there now.
    pub fn value(&self) -> &str {
        self.field.text().trim()
    }

    /// Whether it differs from what was there.
    pub fn is_changed(&self) -> bool {
        self.value() != self.before
    }
}

impl Form {
    /// A form that holds `now`, or nothing yet.
    pub fn new(row: Option<RowKey>, now: Option<&Movement>, evidence: Span) -> Self {
        let lines = Cell::ALL.map(|cell| {
            let before = now.map_or_else(String::new, |row| cell.read(row));
            // A sentence most often says that somebody is somewhere.
            let offered = match (cell, now) {
                (Cell::Status, None) => Status::Present.name(),
                _ => &before,
            };
            Line {
                cell,
                field: Field::offering(offered),
                before,
            }
        });
        Self {
            row,
            evidence,
            lines: lines.into(),
            selected: 0,
        }
    }

    /// Takes a key that neither saves nor leaves.
    pub fn press(&mut self, key: Key) {
        let last = self.lines.len().saturating_sub(1);
        let to = match (key.code, key.ctrl) {
            (Code::Down | Code::Tab, _) | (Code::Char('n'), true) => (self.selected + 1).min(last),
            (Code::Up | Code::BackTab, _) | (Code::Char('p'), true) => self.selected.saturating_sub(1),
            (Code::PageUp, _) => 0,
            (Code::PageDown, _) => last,
            _ => {
                if let Some(line) = self.lines.get_mut(self.selected) {
                    match (line.cell, key.code) {
                        (Cell::Status, Code::Left) => line.turn(false),
                        (Cell::Status, Code::Right) => line.turn(true),
                        _ => {
                            line.field.press(key);
                        }
                    }
                }
                return;
            }
        };
        self.select(to);
    }

    /// Moves to another cell; what stands there is offered, so that a word typed takes its place.
    pub fn select(&mut self, to: usize) {
        self.selected = to.min(self.lines.len().saturating_sub(1));
        if let Some(line) = self.lines.get_mut(self.selected) {
            line.field = Field::offering(line.field.text());
        }
    }

    /// The cell that says no known status.
    fn wrong_status(&self) -> Option<usize> {
        self.lines.iter().position(|line| {
            line.cell == Cell::Status && !STATUSES.iter().any(|s| s.name() == line.value().to_lowercase())
        })
    }
}

impl Line {
    /// Puts the next or the previous status there.
    fn turn(&mut self, forward: bool) {
        let typed = self.value().to_lowercase();
        let at = STATUSES.iter().position(|s| s.name() == typed);
        let all = STATUSES.len();
        let to = match (at, forward) {
            (Some(at), true) => (at + 1) % all,
            (Some(at), false) => (at + all - 1) % all,
            (None, _) => 0,
        };
        if let Some(status) = STATUSES.get(to) {
            self.field = Field::offering(status.name());
        }
    }
}

impl App {
    /// Opens the box for the selected row, or for a new one with this sentence as its evidence.
    pub(super) fn open_form(&mut self, new: bool) {
        let form = if new {
            Form::new(None, None, self.sentence())
        } else {
            let Some((key, (_, row))) = self.row_key().zip(self.movement()) else {
                self.warn("No movement row to edit");
                return;
            };
            let evidence = row.evidence.first().copied().unwrap_or_default();
            Form::new(Some(key), Some(row), evidence)
        };
        self.overlays.push(Overlay::Form(form));
    }

    /// Takes what was written into the open form over into the notebook; the box stays when it cannot be.
    pub(super) fn save_form(&mut self) {
        let Some(Overlay::Form(form)) = self.overlays.last_mut() else {
            return;
        };
        if let Some(at) = form.wrong_status() {
            let words = form.lines.get(at).map_or("", Line::value).to_owned();
            form.select(at);
            let all = STATUSES.map(Status::name).join(", ");
            self.warn(format!("No status is called “{words}”: {all}"));
            return;
        }
        let Some(Overlay::Form(form)) = self.overlays.pop() else {
            return;
        };
        let changed: Vec<_> = form
            .lines
            .iter()
            .filter(|line| line.is_changed())
            .map(|line| (line.cell, line.value().to_owned()))
            .collect();
        match form.row {
            Some(row) => self.edit_row(row, changed),
            None if changed.iter().all(|(cell, _)| *cell == Cell::Status) => {
                self.tell("Nothing was written, so no row was added");
            }
            None => self.add_row(form.evidence, changed),
        }
    }

    fn edit_row(&mut self, row: RowKey, changed: Vec<(Cell, String)>) {
        let names: Vec<_> = changed.iter().map(|(cell, _)| cell.name()).collect();
        if names.is_empty() {
            self.tell("Nothing was changed");
            return;
        }
        let names = names.join(", ");
        let edits = changed
            .into_iter()
            .map(|(field, value)| Correction::Edit { row, field, value });
        let before = self.notebook.corrections.len();
        self.notebook.corrections.extend(edits);
        if self.changed() > 0 {
            // The text was read again under the open box, and the row is gone.
            self.notebook.corrections.truncate(before);
            self.put_right();
            self.warn("That fits nothing here, so nothing was changed");
            return;
        }
        let undo = self.key(Action::UndoFix);
        self.tell(format!("Put right: {names}; {undo} takes back the last of them"));
    }
}
