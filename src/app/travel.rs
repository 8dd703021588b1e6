//! Jumps through the text: quotes, movements, paragraphs, marks, and back again.

use crate::app::reader::Aim;
use crate::app::{Action, App};

impl App {
    /// Jumps to byte `at`, remembering where from; a filter that hides it is lifted.
    pub(super) fn visit(&mut self, at: usize) {
        let from = self.reader.cursor();
        if !self.reader.shows(at) {
            self.widen();
            self.tell("All paragraphs are shown again, since the filter hid this one");
        }
        if from != at {
            self.jumps.push(from);
        }
        self.reader.go(&self.article, at, Aim::Upper);
    }

    pub(super) fn paragraphs(&mut self, forward: bool, times: usize) {
        for _ in 0..times {
            let Some(at) = self.reader.paragraph(&self.article, forward) else {
                break;
            };
            self.reader.go(&self.article, at, Aim::Upper);
        }
    }

    pub(super) fn retrace(&mut self, forward: bool, times: usize) {
        for _ in 0..times {
            let here = self.reader.cursor();
            let place = if forward {
                self.jumps.forward()
            } else {
                self.jumps.back(here)
            };
            let Some(at) = place else {
                self.tell(if forward {
                    "Nothing to go forward to"
                } else {
                    "Nothing to go back to"
                });
                break;
            };
            if !self.reader.shows(at) {
                self.widen();
            }
            self.reader.go(&self.article, at, Aim::Upper);
        }
    }

    pub(super) fn go_to_stop(&mut self, at: usize) {
        let Some(&stop) = self.index().stops.get(at) else {
            return;
        };
        self.visit(stop.span.start());
        self.stop = Some(at);
        self.voice = stop.voice;
    }

    pub(super) fn any_speaker(&mut self, forward: bool, times: usize) {
        let all: Vec<usize> = (0..self.index().stops.len()).collect();
        if all.is_empty() {
            self.tell(self.nothing_yet("No quotes"));
            return;
        }
        if let Err(message) = self.step_stops(&all, forward, times) {
            self.tell(message);
            return;
        }
        self.say_where();
    }

    pub(super) fn same_speaker(&mut self, forward: bool, times: usize) {
        let voice = self
            .stop_here()
            .map_or(self.voice, |s| self.index().stops[s].voice);
        let Some(stops) = self.index().voices.get(voice).map(|v| v.stops.clone()) else {
            self.tell(self.nothing_yet("No speakers"));
            return;
        };
        let name = self.voice_name(voice);
        if stops.is_empty() {
            self.tell(format!("{name} is named but not quoted"));
            return;
        }
        if self.step_stops(&stops, forward, times).is_err() {
            let end = if forward { "last" } else { "first" };
            self.tell(format!(
                "This is the {end} of {name}; {} and {} go on with any speaker",
                self.key(Action::NextQuote),
                self.key(Action::PreviousQuote)
            ));
            return;
        }
        self.say_where();
    }

    /// Goes `times` stops on from the cursor; the end or the beginning of the list stops it.
    pub(super) fn step_stops(
        &mut self,
        stops: &[usize],
        forward: bool,
        times: usize,
    ) -> Result<(), &'static str> {
        let cursor = self.reader.cursor();
        let start = |i: usize| self.index().stops[i].span.start();
        let target = if forward {
            let next = stops.partition_point(|&i| start(i) <= cursor);
            (next < stops.len()).then(|| (next + times - 1).min(stops.len() - 1))
        } else {
            let before = stops.partition_point(|&i| start(i) < cursor);
            (before > 0).then(|| before.saturating_sub(times))
        };
        let Some(target) = target.and_then(|t| stops.get(t)).copied() else {
            return Err(if forward {
                "No more quotes below"
            } else {
                "No more quotes above"
            });
        };
        self.go_to_stop(target);
        Ok(())
    }

    pub(super) fn say_where(&mut self) {
        let Some((at, voice)) = self.stop.and_then(|at| {
            let stop = self.index().stops.get(at)?;
            Some((at, self.index().voices.get(stop.voice)?))
        }) else {
            return;
        };
        let of = voice.stops.len();
        let number = voice.stops.partition_point(|&s| s < at) + 1;
        let name = self.voice_name(self.index().stops[at].voice);
        if self.message.is_none() {
            self.tell(format!("{name}: {number} of {of}"));
        }
    }

    pub(super) fn mention(&mut self, forward: bool, times: usize) {
        let marks = self.index().evidence.all();
        if marks.is_empty() {
            self.tell(self.nothing_yet("No movements"));
            return;
        }
        let cursor = self.reader.cursor();
        let selected = self.selected_movement();
        let here = marks
            .iter()
            .position(|(span, id)| span.start() == cursor && Some(*id) == selected);
        let target = match (here, forward) {
            (Some(at), true) => Some(at + times),
            (Some(at), false) => at.checked_sub(times),
            (None, true) => {
                let at = marks.partition_point(|(span, _)| span.start() < cursor);
                Some(at + times - 1)
            }
            (None, false) => marks
                .partition_point(|(span, _)| span.start() < cursor)
                .checked_sub(times),
        };
        let Some(&(span, id)) = target.and_then(|t| marks.get(t)) else {
            self.tell(if forward {
                "No more movements below"
            } else {
                "No more movements above"
            });
            return;
        };
        self.select_movement(id);
        self.visit(span.start());
        if self.message.is_none() {
            let line = self.movement_line(id);
            self.tell(format!(
                "Row {} of {}: {line}",
                id.0 + 1,
                self.analysis().movements.len()
            ));
        }
    }

    pub(super) fn nothing_yet(&self, what: &str) -> String {
        match self.progress {
            super::Progress::Done => format!("{what} were found in this text"),
            _ => format!("{what} yet; the text is still being read"),
        }
    }

    /// Marks the sentence with a letter, or goes to it.
    pub(super) fn mark(&mut self, action: Action, letter: char) {
        if action == Action::SetMark {
            self.notebook.marks.insert(letter, self.reader.cursor());
            self.notebook_revision += 1;
            let key = self.key(Action::GoToMark);
            self.tell(format!("Marked as {letter}; {key}{letter} comes back here"));
        } else if let Some(&at) = self.notebook.marks.get(&letter) {
            self.visit(at);
        } else {
            self.tell(format!("Nothing is marked as {letter}"));
        }
    }
}
