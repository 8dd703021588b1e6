//! What the `y` keys put on the clipboard.

use crate::analysis::MovementId;
use crate::app::index::StopKind;
use crate::app::{App, Effect, place_line, strength};
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
            self.warn("No quote here; ) goes to the next one");
            return Effect::None;
        };
        Effect::Copy {
            text: self.quoted(stop),
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
        for &stop in &voice.stops {
            text.push_str("\n  ");
            text.push_str(&self.quoted(stop));
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
            what: format!("row {}", id.0 + 1),
        }
    }

    /// One stop's words with who said them and where.
    fn quoted(&self, stop: usize) -> String {
        let Some(stop) = self.index().stops.get(stop) else {
            return String::new();
        };
        let words = match stop.what {
            StopKind::Quote(_) => stop.span,
            StopKind::Turn(block) => self.turn_words(block),
        };
        let paragraph = self.article.block_at(stop.span.start()).map_or(0, |b| b + 1);
        format!(
            "“{}” — {} (¶{paragraph})",
            fold(self.article.words(words)),
            self.voice_name(stop.voice)
        )
    }

    /// A movement row on one line.
    pub fn movement_line(&self, id: MovementId) -> String {
        let Some(row) = self.analysis().movements.get(id.0 as usize) else {
            return String::new();
        };
        let mut parts: Vec<String> = Vec::new();
        parts.extend(row.actor.as_ref().map(|a| a.as_str().to_owned()));
        let force = [
            Some(strength(&row.count)).filter(|s| s != "–"),
            row.unit.as_ref().map(|u| u.as_str().to_owned()),
            row.equipment.as_ref().map(|e| e.as_str().to_owned()),
        ];
        parts.push(force.into_iter().flatten().collect::<Vec<_>>().join(" "));
        parts.push(place_line(row));
        parts.push(row.status.name().to_owned());
        parts.extend(
            row.when
                .as_ref()
                .and_then(|w| w.text.as_ref())
                .map(|t| t.as_str().to_owned()),
        );
        parts.extend(row.source.as_ref().map(|s| format!("according to {s}")));
        parts.retain(|p| !p.is_empty());
        let evidence = row
            .evidence
            .first()
            .and_then(|e| self.article.block_at(e.start()));
        let at = evidence.map_or_else(String::new, |b| format!(" (¶{})", b + 1));
        parts.join(" · ") + &at
    }
}
