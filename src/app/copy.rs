//! What the `y` keys put on the clipboard.

use std::fmt::Write;

use crate::analysis::{MovementId, QuoteKind};
use crate::app::index::StopKind;
use crate::app::{Action, App, Effect, table};
use crate::article::Place;
use crate::text::fold;

impl App {
    pub(super) fn copy_paragraph(&self) -> Effect {
        let (number, _) = self.paragraph();
        let Some(block) = number.checked_sub(1).and_then(|b| self.article.blocks.get(b)) else {
            return Effect::None;
        };
        Effect::Copy {
            text: fold(self.article.words(block.span)).into_owned(),
            what: format!("paragraph {number}"),
        }
    }

    pub(super) fn copy_quote(&mut self) -> Effect {
        let Some(stop) = self.stop_here() else {
            self.warn(format!(
                "No quote here; {} goes to the next one",
                self.key(Action::NextQuote)
            ));
            return Effect::None;
        };
        Effect::Copy {
            text: format!("{} ({})", self.quoted(stop), self.citation(stop)),
            what: format!("the words of {}", self.voice_name(self.index().stops[stop].voice)),
        }
    }

    pub(super) fn copy_speaker(&mut self) -> Effect {
        let Some((at, voice)) = self.voice() else {
            self.warn("No speaker to copy");
            return Effect::None;
        };
        let name = self.voice_name(at);
        let mut text = name.clone();
        if let Some(role) = voice
            .speaker
            .and_then(|s| self.analysis().speakers.get(s.0 as usize))
            .and_then(|s| s.role.as_ref())
        {
            text.push_str(", ");
            text.push_str(role);
        }
        let _ = write!(text, "\n{}", self.source());
        for &stop in &voice.stops {
            text.push_str("\n  ");
            text.push_str(&self.quoted(stop));
            let _ = write!(text, " (¶{})", self.paragraph_of(stop));
        }
        Effect::Copy {
            text,
            what: format!("{name} with {} quotes", voice.stops.len()),
        }
    }

    pub(super) fn copy_movement(&mut self) -> Effect {
        let Some((id, _)) = self.movement() else {
            self.warn("No movement row to copy");
            return Effect::None;
        };
        Effect::Copy {
            text: self.movement_line(id),
            what: format!("row {}", self.selected_row() + 1),
        }
    }

    /// The briefing as a source is cited: title, day, and address where there is one.
    fn source(&self) -> String {
        let article = self.article();
        let day = article.reference_date().map(crate::export::day);
        let address = match &article.origin.place {
            Place::Url(url) => Some(url.as_str()),
            _ => article.address.as_deref(),
        };
        let parts = [Some(self.title()), day.as_deref(), address];
        let parts: Vec<_> = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect();
        parts.join(", ")
    }

    fn paragraph_of(&self, stop: usize) -> usize {
        let start = self.index().stops.get(stop).map_or(0, |s| s.span.start());
        self.article.block_at(start).map_or(0, |b| b + 1)
    }

    fn citation(&self, stop: usize) -> String {
        format!("{}, ¶{}", self.source(), self.paragraph_of(stop))
    }

    /// One stop's words with who said them. Reported speech is nobody's own words and gets no quotation marks.
    fn quoted(&self, stop: usize) -> String {
        let Some(stop) = self.index().stops.get(stop) else {
            return String::new();
        };
        let (words, reported) = match stop.what {
            StopKind::Quote(id) => {
                let quote = self.analysis().quotes.get(id.0 as usize);
                (stop.span, quote.is_some_and(|q| q.kind == QuoteKind::Indirect))
            }
            StopKind::Turn(block) => (self.turn_words(block), false),
        };
        let (words, name) = (fold(self.article.words(words)), self.voice_name(stop.voice));
        if reported {
            format!("{words} — {name}, as reported")
        } else {
            format!("“{words}” — {name}")
        }
    }

    /// A movement row on one line.
    pub fn movement_line(&self, id: MovementId) -> String {
        let Some(row) = self.rows().get(self.table().place_of(id)) else {
            return String::new();
        };
        let force = [row.force.as_str(), &row.strength, &row.unit]
            .into_iter()
            .filter(|part| !part.is_empty() && *part != crate::export::OPEN)
            .collect::<Vec<_>>()
            .join(" ");
        let source = if row.source.is_empty() {
            String::new()
        } else {
            format!("according to {}", row.source)
        };
        let at = row
            .paragraphs
            .first()
            .map_or_else(String::new, |p| format!(" (¶{p})"));
        [
            force,
            table::way(row),
            row.status.clone(),
            row.when.clone(),
            source,
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
            + &at
    }
}
