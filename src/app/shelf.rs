//! [`Shelf`]: the list from which one of several briefings is opened.

use crate::app::Mouse;
use crate::keys::{Code, Key};

/// A briefing that may be opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its name: a file's, a link, a sample's. Made of clean text.
    pub name: String,
    /// What it is, in the list's own words or by its title; may be empty.
    pub about: String,
    /// Speakers, quotes, movements, day; none while it has not been looked at, and where it cannot be read.
    pub facts: Vec<String>,
    /// Whether the reader has read in it before.
    pub read: bool,
    /// It cannot be read; `about` says why.
    pub broken: bool,
    /// It is one of the program's own.
    pub sample: bool,
}

/// The list and where the reader is in it.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    entries: Vec<Entry>,
    selected: usize,
    top: usize,
    rows: usize,
    trouble: Option<String>,
    samples: bool,
}

/// What a key leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing but drawing.
    Stay,
    /// The selected briefing opens.
    Open,
    /// The program ends.
    Quit,
    /// Back to the shell for a while.
    Suspend,
}

impl Shelf {
    /// A list of `entries`, the first selected.
    pub fn new(entries: Vec<Entry>) -> Self {
        Self {
            samples: entries.iter().all(|entry| entry.sample),
            entries,
            ..Self::default()
        }
    }

    /// What stands over the list: of samples also how to open something else.
    pub const fn title(&self) -> &'static str {
        if self.samples {
            "Samples – your own texts open with: briefing FILE…"
        } else {
            "Briefings"
        }
    }

    /// The briefings.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Index of the selected one.
    pub const fn selected(&self) -> usize {
        self.selected
    }

    /// Index of the first that is seen.
    pub const fn top(&self) -> usize {
        self.top
    }

    /// Why the last one could not be opened.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Says more of the briefing at `at`. What the list says of it in its own words stays.
    pub fn describe(&mut self, at: usize, about: &str, facts: &[String], read: bool) {
        if let Some(entry) = self.entries.get_mut(at) {
            if entry.about.is_empty() {
                // What is found to have no facts could not be read. The reason need not name the file again.
                entry.broken = facts.is_empty() && !about.is_empty();
                let reason = about
                    .split_once(": ")
                    .filter(|(name, _)| entry.broken && name.ends_with(&entry.name));
                reason
                    .map_or(about, |(_, reason)| reason)
                    .clone_into(&mut entry.about);
            }
            entry.facts = facts.to_vec();
            entry.read = read;
        }
    }

    /// Selects a briefing.
    pub fn select(&mut self, at: usize) {
        self.selected = at.min(self.entries.len().saturating_sub(1));
        self.show();
    }

    /// Says why a briefing could not be opened, until the next key.
    pub fn complain(&mut self, trouble: String) {
        self.trouble = Some(trouble);
    }

    /// So many rows are seen from now on.
    pub fn resize(&mut self, rows: usize) {
        self.rows = rows.max(1);
        self.show();
    }

    /// Takes a key. `Esc` does nothing: it never ends the program.
    pub fn press(&mut self, key: Key) -> Step {
        self.trouble = None;
        let last = self.entries.len().saturating_sub(1);
        let to = match (key.code, key.ctrl) {
            (Code::Char('c' | 'q'), true) | (Code::Char('q'), false) => return Step::Quit,
            (Code::Char('z'), true) => return Step::Suspend,
            (Code::Enter | Code::Right, _) | (Code::Char('l' | 'o'), false) => return Step::Open,
            (Code::Down, _) | (Code::Char('j'), false) => self.selected + 1,
            (Code::Up, _) | (Code::Char('k'), false) => self.selected.saturating_sub(1),
            (Code::PageDown, _) | (Code::Char(' '), false) | (Code::Char('f'), true) => {
                self.selected + self.rows
            }
            (Code::PageUp | Code::Char('b'), _) => self.selected.saturating_sub(self.rows),
            (Code::Char('d'), _) => self.selected + self.rows / 2,
            (Code::Char('u'), _) => self.selected.saturating_sub(self.rows / 2),
            (Code::Home, _) | (Code::Char('g'), false) => 0,
            (Code::End, _) | (Code::Char('G'), false) => last,
            _ => return Step::Stay,
        };
        self.selected = to.min(last);
        self.show();
        Step::Stay
    }

    /// Takes the mouse; `first` is the row of the screen in which the list begins. A click opens what is selected.
    pub fn mouse(&mut self, mouse: Mouse, first: u16) -> Step {
        self.trouble = None;
        let last = self.entries.len().saturating_sub(1);
        match mouse {
            Mouse::Wheel(_, _, true) => self.selected = (self.selected + 1).min(last),
            Mouse::Wheel(_, _, false) => self.selected = self.selected.saturating_sub(1),
            Mouse::Drag(..) | Mouse::Release => return Step::Stay,
            Mouse::Click(_, row) => {
                let Some(at) = row.checked_sub(first).map(|row| self.top + usize::from(row)) else {
                    return Step::Stay;
                };
                if at == self.selected {
                    return Step::Open;
                }
                if at <= last && at < self.top + self.rows {
                    self.selected = at;
                }
            }
        }
        self.show();
        Step::Stay
    }

    fn show(&mut self) {
        let least = (self.selected + 1).saturating_sub(self.rows.max(1));
        self.top = self.top.clamp(least, self.selected.max(least));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::parse;

    fn shelf(count: usize, rows: usize) -> Shelf {
        let entry = |n| Entry {
            name: format!("{n}.txt"),
            ..Entry::default()
        };
        let mut shelf = Shelf::new((0..count).map(entry).collect());
        shelf.resize(rows);
        shelf
    }

    fn press(shelf: &mut Shelf, keys: &str) -> Step {
        let mut step = Step::Stay;
        for notation in keys.split(' ') {
            step = shelf.press(parse(notation).unwrap()[0]);
        }
        step
    }

    #[test]
    fn keys_walk_the_list_and_what_is_selected_is_seen() {
        let cases = [
            ("j", 1, 0),
            ("j j j", 3, 1),
            ("k", 0, 0),
            ("G", 9, 7),
            ("G g", 0, 0),
            ("G k k k", 6, 6),
            ("<Space>", 3, 1),
            ("<Esc> x", 0, 0),
        ];
        for (keys, selected, top) in cases {
            let mut shelf = shelf(10, 3);
            assert_eq!(press(&mut shelf, keys), Step::Stay, "{keys}");
            assert_eq!((shelf.selected(), shelf.top()), (selected, top), "{keys}");
        }
        assert_eq!(press(&mut shelf(2, 3), "j <Enter>"), Step::Open);
        assert_eq!(press(&mut shelf(2, 3), "q"), Step::Quit);
        assert_eq!(press(&mut shelf(2, 3), "<C-c>"), Step::Quit);
        assert_eq!(press(&mut shelf(2, 3), "<C-z>"), Step::Suspend);
    }

    #[test]
    fn a_click_selects_and_a_second_opens() {
        let mut shelf = shelf(10, 3);
        assert_eq!(shelf.mouse(Mouse::Click(4, 4), 2), Step::Stay);
        assert_eq!(shelf.selected(), 2);
        assert_eq!(shelf.mouse(Mouse::Click(4, 4), 2), Step::Open);
        assert_eq!(shelf.mouse(Mouse::Click(4, 0), 2), Step::Stay);
        assert_eq!(shelf.mouse(Mouse::Click(4, 90), 2), Step::Stay);
        assert_eq!(shelf.selected(), 2);
    }

    #[test]
    fn an_empty_list_and_no_rows_harm_nobody() {
        let mut shelf = shelf(0, 0);
        assert_eq!(press(&mut shelf, "j G k <Space> g"), Step::Stay);
        assert_eq!(shelf.selected(), 0);
    }
}
