//! Laying corrections over findings: each is tried in turn, and at the end every index points at its new place.

use super::strength::strength;
use super::{Corrected, Correction, Field, RowKey, STATUSES};
use crate::analysis::{
    Analysis, ByReader, Confidence, Count, Movement, MovementId, QuoteId, Realis, Speaker, SpeakerId,
    SpeakerKind, Status, Toponym, When,
};
use crate::article::Article;
use crate::clean::Clean;
use crate::span::Span;

/// Findings on which corrections are being laid.
pub(super) struct Work<'a> {
    pub(super) analysis: Analysis,
    pub(super) by: ByReader,
    pub(super) lost: usize,
    /// Dropped rows and merged speakers keep their index until the end, so that keys go on fitting.
    pub(super) gone_rows: Vec<MovementId>,
    pub(super) gone_speakers: Vec<SpeakerId>,
    pub(super) article: &'a Article,
    pub(super) place: &'a dyn Fn(&str) -> Option<Toponym>,
}

impl Work<'_> {
    /// `None` when the correction fits nothing.
    pub(super) fn apply(&mut self, correction: &Correction) -> Option<()> {
        match correction {
            Correction::Reassign { quote, speaker } => {
                let index = self
                    .analysis
                    .quotes
                    .iter()
                    .position(|q| q.span.start() == *quote)?;
                let speaker = speaker.as_deref().map(|name| self.speaker_or_new(name));
                let quote = self.analysis.quotes.get_mut(index)?;
                quote.speaker = speaker;
                quote.confidence = Confidence::High;
                quote.reason = Clean::line("set by the reader");
                note(&mut self.by.quotes, QuoteId(index as u32));
            }
            Correction::Rename { speaker, to } => {
                let id = self.speaker(speaker)?;
                let to = Clean::line(to);
                if to.is_empty() {
                    return None;
                }
                let row = self.analysis.speakers.get_mut(id.0 as usize)?;
                let old = std::mem::replace(&mut row.name, to.clone());
                if !row.aliases.contains(&old) {
                    row.aliases.push(old);
                }
                self.rename_source(id, &to);
                note(&mut self.by.speakers, id);
            }
            Correction::Merge { speaker, into } => {
                let (from, to) = (self.speaker(speaker)?, self.speaker(into)?);
                if from == to {
                    return None;
                }
                self.merge(from, to);
                note(&mut self.by.speakers, to);
                note(&mut self.gone_speakers, from);
            }
            Correction::Drop { row } => {
                let id = self.row(*row)?;
                note(&mut self.gone_rows, id);
                self.by.dropped += 1;
            }
            Correction::Edit { row, field, value } => {
                let id = self.row(*row)?;
                self.set(id, *field, value)?;
                note(&mut self.by.movements, id);
            }
            Correction::Add { start, end, cells } => {
                let span = Span::new(*start, *end);
                if self.article.words(span).is_empty() {
                    return None;
                }
                let id = MovementId(self.analysis.movements.len() as u32);
                self.analysis.movements.push(blank(span));
                for (field, value) in cells {
                    self.set(id, *field, value)?;
                }
                note(&mut self.by.movements, id);
            }
        }
        Some(())
    }

    fn row(&self, key: RowKey) -> Option<MovementId> {
        key.find(&self.analysis).filter(|id| !self.gone_rows.contains(id))
    }

    fn speaker(&self, name: &str) -> Option<SpeakerId> {
        let fits = |s: &Speaker| s.name.as_str() == name;
        let at = self
            .analysis
            .speakers
            .iter()
            .enumerate()
            .position(|(i, s)| fits(s) && !self.gone_speakers.contains(&SpeakerId(i as u32)))?;
        Some(SpeakerId(at as u32))
    }

    fn speaker_or_new(&mut self, name: &str) -> SpeakerId {
        if let Some(id) = self.speaker(name) {
            return id;
        }
        let id = SpeakerId(self.analysis.speakers.len() as u32);
        self.analysis.speakers.push(Speaker {
            name: Clean::line(name),
            kind: SpeakerKind::Person,
            role: None,
            affiliation: None,
            aliases: Vec::new(),
            mentions: Vec::new(),
        });
        note(&mut self.by.speakers, id);
        id
    }

    fn rename_source(&mut self, id: SpeakerId, name: &Clean) {
        for row in &mut self.analysis.movements {
            if row.source_speaker == Some(id) {
                row.source = Some(name.clone());
            }
        }
    }

    fn merge(&mut self, from: SpeakerId, to: SpeakerId) {
        let Some(gone) = self.analysis.speakers.get(from.0 as usize).cloned() else {
            return;
        };
        let Some(stays) = self.analysis.speakers.get_mut(to.0 as usize) else {
            return;
        };
        for alias in gone.aliases.into_iter().chain([gone.name]) {
            if alias != stays.name && !stays.aliases.contains(&alias) {
                stays.aliases.push(alias);
            }
        }
        stays.mentions.extend(gone.mentions);
        stays.mentions.sort_unstable();
        stays.mentions.dedup();
        stays.role = stays.role.take().or(gone.role);
        stays.affiliation = stays.affiliation.take().or(gone.affiliation);
        let name = stays.name.clone();
        let quotes = self.analysis.quotes.iter_mut().map(|q| &mut q.speaker);
        let sources = self.analysis.movements.iter_mut().map(|m| &mut m.source_speaker);
        for speaker in quotes.chain(sources).chain(&mut self.analysis.block_speakers) {
            if *speaker == Some(from) {
                *speaker = Some(to);
            }
        }
        self.rename_source(to, &name);
    }

    fn set(&mut self, id: MovementId, field: Field, value: &str) -> Option<()> {
        let text = Some(Clean::line(value)).filter(|t| !t.is_empty());
        let place = text.as_deref().and_then(|t| (self.place)(t));
        let source = text.as_deref().and_then(|name| self.speaker(name));
        let row = self.analysis.movements.get_mut(id.0 as usize)?;
        match field {
            Field::Force => row.actor = text,
            Field::Strength => {
                row.count = Count {
                    of: row.count.of,
                    ..strength(value)
                };
            }
            Field::Unit => row.unit = text,
            Field::Equipment => row.equipment = text,
            Field::From => (row.origin, row.origin_place) = (text, place),
            Field::To => (row.destination, row.destination_place) = (text, place),
            Field::Status => {
                row.status = STATUSES
                    .into_iter()
                    .find(|s| s.name() == value.trim().to_lowercase())?;
                row.realis = match row.status {
                    Status::Ordered => Realis::Planned,
                    Status::Proposed | Status::Standby => Realis::Hypothetical,
                    Status::Denied => Realis::Negated,
                    _ => Realis::Actual,
                };
            }
            Field::When => {
                row.when = text.map(|t| When {
                    text: Some(t),
                    date: None,
                });
            }
            Field::Source => (row.source, row.source_speaker) = (text, source),
        }
        row.confidence = Confidence::High;
        row.reason = Clean::line("set by the reader");
        Some(())
    }

    /// Takes the dropped rows and merged speakers out and points every index at its new place.
    pub(super) fn finish(mut self) -> Corrected {
        let keys = (0..self.analysis.movements.len() as u32)
            .map(MovementId)
            .filter(|id| !self.gone_rows.contains(id))
            .filter_map(|id| RowKey::of(&self.analysis, id))
            .collect();
        let rows = renumber(self.analysis.movements.len(), |i| {
            self.gone_rows.contains(&MovementId(i))
        });
        let voices = renumber(self.analysis.speakers.len(), |i| {
            self.gone_speakers.contains(&SpeakerId(i))
        });
        let row = |id: MovementId| rows.get(id.0 as usize).copied().flatten().map(MovementId);
        let voice = |id: SpeakerId| voices.get(id.0 as usize).copied().flatten().map(SpeakerId);
        let analysis = &mut self.analysis;
        keep(&mut analysis.movements, &rows);
        keep(&mut analysis.speakers, &voices);
        for quote in &mut analysis.quotes {
            quote.speaker = quote.speaker.and_then(voice);
        }
        for speaker in &mut analysis.block_speakers {
            *speaker = speaker.and_then(voice);
        }
        for movement in &mut analysis.movements {
            movement.source_speaker = movement.source_speaker.and_then(voice);
            for link in [
                &mut movement.part_of,
                &mut movement.same_as,
                &mut movement.conflicts_with,
            ] {
                *link = link.and_then(row);
            }
        }
        for note in &mut analysis.notes {
            note.movements = note.movements.iter().copied().filter_map(row).collect();
        }
        self.by.speakers = self.by.speakers.into_iter().filter_map(voice).collect();
        self.by.movements = self.by.movements.into_iter().filter_map(row).collect();
        self.analysis.by_reader = self.by;
        Corrected {
            analysis: self.analysis,
            keys,
            lost: self.lost,
        }
    }
}

fn note<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// The new index of each of `count` items, `None` for those that are `gone`.
fn renumber(count: usize, gone: impl Fn(u32) -> bool) -> Vec<Option<u32>> {
    let mut next = 0;
    (0..count as u32)
        .map(|i| {
            (!gone(i)).then(|| {
                next += 1;
                next - 1
            })
        })
        .collect()
}

fn keep<T>(items: &mut Vec<T>, numbers: &[Option<u32>]) {
    let mut numbers = numbers.iter();
    items.retain(|_| numbers.next().is_some_and(Option::is_some));
}

/// A row of the reader's own, before its cells are filled.
pub(super) fn blank(evidence: Span) -> Movement {
    Movement {
        actor: None,
        count: Count::default(),
        additional: false,
        unit: None,
        equipment: None,
        origin: None,
        destination: None,
        origin_place: None,
        destination_place: None,
        status: Status::Present,
        realis: Realis::Actual,
        when: None,
        source: None,
        source_speaker: None,
        part_of: None,
        same_as: None,
        conflicts_with: None,
        historical: false,
        evidence: vec![evidence],
        confidence: Confidence::High,
        reason: Clean::line("added by the reader"),
    }
}
