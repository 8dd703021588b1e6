//! Enter and the detail: from a row to its sentence, from a sentence to its rows and speakers.

use crate::analysis::{MovementId, QuoteId};
use crate::app::index::StopKind;
use crate::app::overlay::{Overlay, Subject};
use crate::app::{Action, App, Effect, Pane, Screen};
use crate::span::Span;

impl App {
    /// Enter.
    pub(super) fn open(&mut self) -> Effect {
        match self.overlays.last() {
            Some(Overlay::Export(selected)) => {
                let target = super::Target::ALL.get(*selected).copied();
                self.overlays.pop();
                return target.map_or(Effect::None, Effect::Export);
            }
            Some(Overlay::Links(list)) => {
                let url = list.items.get(list.selected).map(|(_, url)| url.clone());
                self.overlays.pop();
                if let Some(url) = url {
                    self.show_link(url);
                }
            }
            Some(Overlay::Link(_)) => {
                if let Some(Overlay::Link(url)) = self.overlays.pop() {
                    return Effect::OpenLink(url);
                }
            }
            Some(_) => {
                self.overlays.pop();
            }
            None if self.screen == Screen::Reader => match self.focus {
                Pane::Text => self.open_sentence(),
                Pane::Speakers => self.open_voice(),
                Pane::Movements => self.open_movement(),
            },
            None => return self.open_in_screen(),
        }
        Effect::None
    }

    /// From the sentence to the rows it feeds, one after the other, then to the detail of the last; a sentence
    /// that feeds none leads to who speaks in it.
    pub(super) fn open_sentence(&mut self) {
        let rows = self.rows_here();
        let selected = self.selected_movement();
        if let Some(&first) = rows.first() {
            let here = rows.iter().position(|&r| Some(r) == selected);
            let next = match here {
                None => Some(first),
                Some(at) if self.shown(Pane::Movements) => rows.get(at + 1).copied(),
                Some(at) => rows.get(at).copied(),
            };
            let Some(next) = next else {
                self.overlays.push(Overlay::Detail(
                    Subject::Movement(rows.last().copied().unwrap_or(first)),
                    0,
                ));
                return;
            };
            self.select_movement(next);
            if self.plan.tabs {
                self.set_focus(Pane::Movements);
            }
            let all = self.analysis().movements.len();
            self.tell(match rows.len() {
                1 => format!(
                    "This sentence feeds row {} of {all}; {} once more for its detail",
                    self.table().place_of(next) + 1,
                    self.key(Action::Open)
                ),
                n => format!(
                    "This sentence feeds {n} rows, now row {} of {all}",
                    self.table().place_of(next) + 1
                ),
            });
            return;
        }
        match self.stop_here() {
            Some(stop) => {
                let voice = self.index().stops[stop].voice;
                if self.voice == voice && self.shown(Pane::Speakers) {
                    self.overlays.push(Overlay::Detail(self.subject_of(stop), 0));
                } else {
                    self.voice = voice;
                    if self.plan.tabs {
                        self.set_focus(Pane::Speakers);
                    }
                    self.tell(format!(
                        "{}; {} once more for the quote's detail",
                        self.voice_name(voice),
                        self.key(Action::Open)
                    ));
                }
            }
            None => self.tell(format!(
                "Nothing here feeds a row; {} goes to the next movement, {} to the next quote",
                self.key(Action::NextMovement),
                self.key(Action::NextQuote)
            )),
        }
    }

    pub(super) fn open_voice(&mut self) {
        let Some((at, voice)) = self.voice() else { return };
        let here = self.stop_here().is_some_and(|s| voice.stops.contains(&s));
        if here && !self.plan.tabs {
            self.overlays.push(Overlay::Detail(Subject::Voice(at), 0));
            return;
        }
        let first = voice.stops.first().copied();
        let mention = voice
            .speaker
            .and_then(|s| self.analysis().speakers.get(s.0 as usize))
            .and_then(|s| s.mentions.first())
            .map(|m| m.start());
        if let Some(stop) = first {
            self.go_to_stop(stop);
        } else if let Some(at) = mention {
            self.visit(at);
        } else {
            return;
        }
        if self.plan.tabs {
            self.set_focus(Pane::Text);
        }
    }

    pub(super) fn open_movement(&mut self) {
        let Some((id, row)) = self.movement() else { return };
        let Some(evidence) = row.evidence.first().copied() else {
            return;
        };
        if self.reader.cursor() == evidence.start() && !self.plan.tabs {
            self.overlays.push(Overlay::Detail(Subject::Movement(id), 0));
            return;
        }
        self.visit(evidence.start());
        if self.plan.tabs {
            self.set_focus(Pane::Text);
        }
    }

    /// The detail of what is selected in the focused pane.
    pub(super) fn detail(&mut self) {
        let subject = match self.focus {
            Pane::Movements => self.movement().map(|(id, _)| Subject::Movement(id)),
            Pane::Speakers => self.voice().map(|(at, _)| Subject::Voice(at)),
            Pane::Text => {
                let rows = self.rows_here();
                let stop = self.stop_here();
                let selected = self.selected_movement().filter(|id| rows.contains(id));
                match (selected, stop) {
                    (_, Some(stop)) if self.stop == Some(stop) => Some(self.subject_of(stop)),
                    (Some(id), _) => Some(Subject::Movement(id)),
                    (None, Some(stop)) => Some(self.subject_of(stop)),
                    (None, None) => rows.first().map(|&r| Subject::Movement(r)),
                }
            }
        };
        match subject {
            Some(subject) => self.overlays.push(Overlay::Detail(subject, 0)),
            None => self.tell("Nothing was found in this sentence"),
        }
    }

    /// The rows that the sentence at the cursor feeds, in the order of the table.
    pub fn rows_here(&self) -> Vec<MovementId> {
        let mut rows: Vec<_> = self
            .index()
            .evidence
            .over(self.sentence())
            .map(|(_, id)| id)
            .collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// The stop at the cursor: the one jumped to, else a quote in this sentence, else this turn.
    pub fn stop_here(&self) -> Option<usize> {
        let cursor = self.reader.cursor();
        let stops = &self.index().stops;
        if let Some(at) = self.stop
            && stops.get(at).is_some_and(|s| s.span.start() == cursor)
        {
            return Some(at);
        }
        let sentence = self.sentence();
        let of_quote = |(span, id): (Span, QuoteId)| {
            let from = stops.partition_point(|s| s.span.start() < span.start());
            let same = stops
                .iter()
                .skip(from)
                .position(|s| s.what == StopKind::Quote(id))?;
            Some(from + same)
        };
        let over = |span: Span| {
            let first = self.index().quotes.over(span).next();
            first.map(|(span, (id, _))| (span, id))
        };
        over(Span::new(cursor, cursor + 1))
            .or_else(|| over(sentence))
            .and_then(of_quote)
            .or_else(|| {
                let block = self.article.block_at(cursor)?;
                let speaker = self.analysis().block_speakers.get(block).copied().flatten()?;
                let voice = self.index().voice_of(Some(speaker))?;
                let own = &self.index().voices.get(voice)?.stops;
                let before = own.partition_point(|&s| stops[s].span.start() <= cursor);
                let own = own.get(..before)?;
                own.iter()
                    .copied()
                    .rfind(|&s| matches!(stops[s].what, StopKind::Turn(_)))
            })
    }

    pub(super) fn subject_of(&self, stop: usize) -> Subject {
        match self.index().stops[stop].what {
            StopKind::Quote(id) => Subject::Quote(id),
            StopKind::Turn(_) => Subject::Voice(self.index().stops[stop].voice),
        }
    }

    /// The words of a turn's block, its label left out.
    pub(super) fn turn_words(&self, block: usize) -> Span {
        let Some(block) = self.article.blocks.get(block) else {
            return Span::default();
        };
        let from = block.label.map_or_else(|| block.span.start(), Span::end);
        let rest = Span::new(from, block.span.end());
        let words = rest.of(&self.article.text);
        let skip = words.len()
            - words
                .trim_start_matches([':', '.', ' ', '\n', '\t', '-', '–', '—'])
                .len();
        Span::new(from + skip, block.span.end())
    }

    /// The name of a row of the speakers pane.
    pub fn voice_name(&self, voice: usize) -> String {
        self.index()
            .voices
            .get(voice)
            .and_then(|v| v.speaker)
            .and_then(|s| self.analysis().speakers.get(s.0 as usize))
            .map_or_else(|| "unattributed".to_owned(), |s| s.name.as_str().to_owned())
    }

    pub(super) fn selected_movement(&self) -> Option<MovementId> {
        self.movement().map(|(id, _)| id)
    }
}
