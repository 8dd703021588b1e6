//! The summary screen's entries: the lines that can be selected, and the words of the article that each leads to.

use crate::app::update::{WHEEL, scroll};
use crate::app::{Action, App, Effect, Pane, Screen};
use crate::export::Summary;

/// One entry of the summary screen, in the order in which the screen shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// This row of the movement table.
    Row(usize),
    /// The line of this speaker.
    Person(usize),
    /// Of this speaker this leading piece.
    Said(usize, usize),
    /// This note of what to check.
    Check(usize),
    /// This note of the reader's.
    Remark(usize),
}

/// All entries of the summary screen.
pub fn entries(summary: &Summary) -> Vec<Entry> {
    let people = summary.speakers.iter().enumerate().flat_map(|(at, person)| {
        std::iter::once(Entry::Person(at)).chain((0..person.quotes.len()).map(move |q| Entry::Said(at, q)))
    });
    (0..summary.rows.len())
        .map(Entry::Row)
        .chain(people)
        .chain((0..summary.notes.len()).map(Entry::Check))
        .chain((0..summary.remarks.len()).map(Entry::Remark))
        .collect()
}

impl App {
    /// The selected entry of the summary screen, by its place.
    pub fn brief(&self) -> usize {
        let last = self.summary().map_or(0, |s| entries(s).len()).saturating_sub(1);
        self.brief.min(last)
    }

    /// Motions on the summary screen: by entry, or by what a page of lines holds.
    pub(super) fn in_brief(&mut self, action: Action, times: usize) {
        let (all, fit) = self.geometry.scroll;
        let lines = match action {
            Action::PageDown | Action::PageUp => fit.saturating_sub(1).max(1),
            Action::HalfPageDown | Action::HalfPageUp => fit.div_ceil(2),
            _ => {
                let last = self.geometry.entries.len().saturating_sub(1);
                let mut at = self.brief();
                scroll(&mut at, action, times, last, 1);
                self.brief = at;
                return;
            }
        } * times;
        let starts = &self.geometry.entries;
        let here = starts.get(self.brief()).copied().unwrap_or(0);
        let most = all.saturating_sub(fit);
        let top = &mut self.geometry.summary_top;
        let last = starts.len().saturating_sub(1);
        if matches!(action, Action::PageDown | Action::HalfPageDown) {
            *top = (*top + lines).min(most);
            self.brief = starts.partition_point(|&s| s < here + lines).min(last);
        } else {
            *top = top.saturating_sub(lines);
            let line = here.saturating_sub(lines);
            self.brief = starts.partition_point(|&s| s <= line).saturating_sub(1);
        }
    }

    /// The wheel scrolls by lines; the selection moves only where it would leave the screen.
    pub(super) fn wheel_brief(&mut self, down: bool) {
        let (all, fit) = self.geometry.scroll;
        let most = all.saturating_sub(fit);
        let rows = if down { WHEEL } else { -WHEEL };
        let top = self.geometry.summary_top.saturating_add_signed(rows).min(most);
        self.geometry.summary_top = top;
        let starts = &self.geometry.entries;
        let first = starts.partition_point(|&s| s < top);
        let end = starts.partition_point(|&s| s < top + fit);
        // The entry that begins last in view may reach below it.
        let last = if top == most { end } else { end.saturating_sub(1) }.saturating_sub(1);
        self.brief = self.brief().clamp(first.min(last), last.max(first));
    }

    /// Enter on the summary screen: to the words behind the selected entry.
    pub(super) fn open_brief(&mut self) -> Effect {
        let findings = std::sync::Arc::clone(&self.findings);
        let Some(summary) = &findings.summary else {
            return Effect::None;
        };
        let at = self.brief();
        let Some(entry) = entries(summary).get(at).copied() else {
            return Effect::None;
        };
        let evidence = |id: crate::analysis::MovementId| {
            let row = findings.analysis.movements.get(id.0 as usize);
            row.and_then(|row| row.evidence.first()).map(|span| span.start())
        };
        let mut voice = None;
        let mut movement = None;
        let target = match entry {
            Entry::Row(at) => summary.rows.get(at).and_then(|row| {
                movement = Some(row.id);
                evidence(row.id)
            }),
            Entry::Check(at) => summary.notes.get(at).and_then(|note| {
                movement = note.rows.first().copied();
                movement.and_then(evidence)
            }),
            Entry::Remark(at) => summary.remarks.get(at).map(|remark| remark.at),
            Entry::Person(at) => summary.speakers.get(at).and_then(|person| {
                voice = findings.index.voice_of(person.id);
                let stops = voice.and_then(|v| findings.index.voices.get(v)).map(|v| &v.stops);
                let first = stops.and_then(|stops| findings.index.stops.get(*stops.first()?));
                first.map(|stop| stop.span.start())
            }),
            Entry::Said(at, quote) => summary.speakers.get(at).and_then(|person| {
                voice = findings.index.voice_of(person.id);
                person.quotes.get(quote).map(|said| said.at)
            }),
        };
        let Some(target) = target else {
            self.tell("This line speaks of the whole text, not of one sentence");
            return Effect::None;
        };
        self.screen = Screen::Reader;
        self.set_focus(Pane::Text);
        if let Some(id) = movement {
            self.select_movement(id);
        }
        if let Some(voice) = voice {
            self.voice = voice;
        }
        self.visit(target);
        Effect::None
    }
}
