//! Quotations in headings: each has the speaker of the quotation that it repeats, or the one whom the heading names.

use super::discourse::{SourceId, Via};
use super::names::{EntityId, NameKind};
use super::walk::{Piece, Rule, Walker};
use super::words::Class;
use crate::analysis::model::QuoteKind;
use crate::span::Span;

/// What a heading says of the speaker of its quotation.
struct Named {
    entity: Option<EntityId>,
    mention: Span,
    /// Whether a colon parts the name from the quotation: `Tellier: 'We stay'`.
    label: bool,
    /// Whether a verb of saying stands between the two.
    verb: bool,
}

impl Walker<'_> {
    /// Gives every quotation in a heading its speaker.
    pub(super) fn headings(&mut self) {
        // The letters of each piece, found once for all headings.
        let mut told: Vec<String> = Vec::new();
        for (span, b) in std::mem::take(&mut self.headings) {
            let needle = letters(span.of(self.doc.text));
            let hit = (needle.len() >= 6)
                .then(|| {
                    let pieces = &self.found.pieces;
                    told.extend(pieces.iter().skip(told.len()).map(|p| match p.kind {
                        QuoteKind::Indirect => String::new(),
                        _ => letters(p.span.of(self.doc.text)),
                    }));
                    pieces
                        .iter()
                        .zip(&told)
                        .find(|(p, letters)| p.span != span && letters.contains(&needle))
                        .map(|(p, _)| p.clone())
                })
                .flatten();
            if let Some(piece) = hit {
                let mention = self.heading_mention(span, b, piece.source);
                self.found.pieces.push(Piece {
                    span,
                    block: b as u32,
                    rule: Rule::Heading,
                    mention,
                    cue: None,
                    ..piece
                });
                continue;
            }
            let Some(named) = self.heading_names(span, b).filter(|n| n.label || n.verb) else {
                continue;
            };
            let Some(entity) = named.entity else { continue };
            let source = self.found.discourse.of_entity(&self.found.names, entity);
            self.group += 1;
            self.found.pieces.push(Piece {
                span,
                kind: if named.label {
                    QuoteKind::Direct
                } else {
                    QuoteKind::Partial
                },
                source: Some(source),
                mention: Some(named.mention),
                cue: None,
                block: b as u32,
                group: self.group,
                rule: if named.label { Rule::Label } else { Rule::Subject },
                via: Some(Via::Name),
                strength: 0,
            });
        }
    }

    /// Where the heading of the quotation `span` names the source, or whom its label names.
    fn heading_mention(&self, span: Span, b: usize, source: Option<SourceId>) -> Option<Span> {
        let entity = source.and_then(|id| self.found.discourse.sources[id].entity);
        let block = self.doc.article.blocks[b].span;
        let runs = self.doc.tokens.within(block).filter_map(|i| {
            let run = self.found.names.run_at(i)?;
            (run.entity.is_some() && run.entity == entity).then(|| self.doc.token(i).span)
        });
        // The name nearest before the quotation, else any.
        let mut best: Option<Span> = None;
        for token in runs {
            best = match best {
                Some(b) if token.start() <= b.end() + 1 => Some(b.cover(token)),
                Some(b) if token.start() > span.start() => Some(b),
                _ => Some(token),
            };
        }
        best.or_else(|| self.heading_names(span, b).filter(|n| n.label).map(|n| n.mention))
    }

    /// Whom the words before the quotation `span` name.
    fn heading_names(&self, span: Span, b: usize) -> Option<Named> {
        let block = self.doc.article.blocks[b].span;
        let before = Span::new(block.start(), span.start());
        let tokens = self.doc.tokens.within(before);
        let colon = tokens.clone().find(|&i| self.doc.tokens.word(i) == ":");
        let label = colon.is_some_and(|c| tokens.clone().filter(|&i| i < c).count() <= 6);
        let end = colon.filter(|_| label).unwrap_or(tokens.end);
        let mut entity = None;
        let mut mention: Option<Span> = None;
        let mut verb = false;
        for i in tokens.start..end {
            if let Some(run) = self.found.names.run_at(i)
                && let Some(id) = run.entity
                && self.found.names.get(id).kind != NameKind::Place
                && entity.is_none_or(|e| e == id)
                && !verb
            {
                let token = self.doc.token(i).span;
                mention = Some(mention.map_or(token, |m| m.cover(token)));
                entity = Some(id);
            } else if entity.is_some() && self.doc.class(i).has(Class::REPORTS) {
                verb = true;
            }
        }
        if label && entity.is_none() {
            mention = Some(self.doc.tokens.span(tokens.start..end));
        }
        mention.map(|mention| Named {
            entity,
            mention,
            label,
            verb,
        })
    }
}

/// Letters and digits in lower case.
fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                letters.push(c.to_ascii_lowercase());
            }
        } else if c.is_alphanumeric() {
            letters.extend(c.to_lowercase());
        }
    }
    letters
}
