//! Quotations without a cue of their own: they go on, float after an attributed paragraph, follow a sentence about
//! one person, or repeat a quotation as a heading.

use std::ops::Range;

use super::discourse::{Place, SourceId, Via};
use super::frame::{Frame, Item};
use super::phrases::{Phrase, PhraseKind};
use super::quotes::Quoted;
use super::shape::{first_subject, is_direct, is_title, is_work_title};
use super::view::View;
use super::walk::{Latest, Piece, Rule, Walker};
use crate::analysis::model::{QuoteKind, SpeakerKind};

impl Walker<'_> {
    /// A quotation that is a sentence of its own.
    pub(super) fn lone(&mut self, b: usize, q: usize, first: bool) {
        let quote = self.quotes[q];
        let nobody = Latest {
            source: None,
            mention: None,
            cue: None,
            group: self.group + 1,
            block: b,
            via: None,
            strength: 0,
        };
        if first && let Some(open) = self.open.take() {
            self.push(quote.inner, QuoteKind::Direct, b, open, Rule::Paragraphs);
            self.latest = Some(Latest { block: b, ..open });
            return;
        }
        if let Some(latest) = self.latest.filter(|l| l.block == b) {
            // A subject of a later sentence of the paragraph may have taken over.
            let taken = self.taken_over();
            if taken.is_none() {
                self.push(quote.inner, QuoteKind::Direct, b, latest, Rule::Continued);
                return;
            }
        }
        let spoken_before = self
            .latest
            .filter(|l| l.block == b || self.previous_block.is_some_and(|p| l.block >= p));
        if let Some(latest) = spoken_before {
            if let Some(id) = self.taken_over() {
                return self.by_subject(b, quote, id);
            }
            self.push(quote.inner, QuoteKind::Direct, b, latest, Rule::Floating);
            self.latest = Some(Latest { block: b, ..latest });
            if let Some(id) = latest.source {
                self.found.discourse.touch(id, Place::Speaker);
            }
            return;
        }
        if let Some((id, at)) = self.found.discourse.subject
            && self.found.discourse.now - at <= 2
        {
            return self.by_subject(b, quote, id);
        }
        if self.turn.is_some() {
            return self.push(quote.inner, QuoteKind::Direct, b, nobody, Rule::None);
        }
        if let Some(latest) = self.latest.filter(|l| b - l.block <= 4) {
            self.push(quote.inner, QuoteKind::Direct, b, latest, Rule::Floating);
            self.latest = Some(Latest { block: b, ..latest });
            return;
        }
        self.group += 1;
        self.push(quote.inner, QuoteKind::Direct, b, nobody, Rule::None);
    }

    /// An attribution that no cue makes, a group of its own.
    fn without_cue(
        &mut self,
        b: usize,
        found: Option<(SourceId, Via)>,
        mention: Option<crate::span::Span>,
    ) -> Latest {
        self.group += 1;
        Latest {
            source: found.map(|f| f.0),
            mention,
            cue: None,
            group: self.group,
            block: b,
            via: found.map(|f| f.1),
            strength: 0,
        }
    }

    /// The person who became the subject after the latest attribution.
    pub(super) fn taken_over(&self) -> Option<SourceId> {
        let (id, at) = self.found.discourse.subject?;
        let source = self.latest?.source;
        (Some(id) != source
            && at == self.found.discourse.now
            && self.found.discourse.speaker != Some(id)
            && self.found.discourse.sources[id].kind == SpeakerKind::Person)
            .then_some(id)
    }

    pub(super) fn by_subject(&mut self, b: usize, quote: Quoted, id: SourceId) {
        let mention = self.found.discourse.sources[id].entity.and_then(|e| {
            let mentions = &self.found.names.get(e).mentions;
            let n = mentions.partition_point(|m| m.start() < quote.outer.start());
            n.checked_sub(1).map(|n| mentions[n])
        });
        let latest = self.without_cue(b, Some((id, Via::Presence)), mention);
        self.push(quote.inner, QuoteKind::Direct, b, latest, Rule::AfterSubject);
        self.found.discourse.touch(id, Place::Speaker);
        self.latest = Some(latest);
    }

    /// Quotations of a sentence that no cue claimed.
    pub(super) fn rest(
        &mut self,
        b: usize,
        frame: &Frame,
        range: Range<usize>,
        claimed: &[bool],
        first: bool,
    ) {
        for k in range.clone() {
            let Item::Quote(q) = frame.items[k] else { continue };
            if claimed[k - range.start] {
                continue;
            }
            let quote = self.quotes[q];
            let words = quote.inner.of(self.doc.text).split_whitespace().count();
            let view = self.view(frame);
            let direct = is_direct(&view, self.doc, &quote, k, range.start);
            if is_work_title(&view, self.doc, &quote, k)
                && !quote.inner.of(self.doc.text).ends_with(',')
                && k == range.start
            {
                continue;
            }
            // Full sentences in marks beside the reporter's words.
            if direct && words >= 4 && k == range.start {
                // "…." Tellier shook his head.
                let subject = view
                    .phrase_after(k + 1, range.end)
                    .filter(|p| matches!(p.kind, PhraseKind::Name | PhraseKind::Pronoun | PhraseKind::Role))
                    .filter(|_| self.latest.is_none_or(|l| l.block != b));
                if let Some(phrase) = subject {
                    let found = self.resolve(&phrase);
                    let latest = self.without_cue(b, found, Some(phrase.span));
                    self.push(quote.inner, QuoteKind::Direct, b, latest, Rule::Subject);
                    self.latest = Some(latest);
                    continue;
                }
                self.lone(b, q, first);
                continue;
            }
            if is_title(&view, self.doc, &quote, k, direct) {
                continue;
            }
            // `Bram Olden: "…"`
            let labelled = (k > range.start && view.is(k - 1, ":"))
                .then(|| view.phrase_ending(k - 1, range.start))
                .flatten()
                .filter(|p| p.kind == PhraseKind::Name && p.entity.is_some())
                .filter(|p| {
                    p.items.start == range.start || view.is_any(p.items.start - 1, &["-", "–", "—", "."])
                });
            if let Some(phrase) = labelled {
                let found = self.resolve(&phrase);
                let latest = self.without_cue(b, found, Some(phrase.span));
                self.push(quote.inner, QuoteKind::Direct, b, latest, Rule::Label);
                self.latest = Some(latest);
                continue;
            }
            // A speaker stresses words, or quotes somebody whom only a name tells.
            if self.turn.is_some() && !direct {
                continue;
            }
            let short = words <= 3;
            let subject = first_subject(&view, range.start, k)
                .filter(|p| may_speak(&view, p) && !(self.turn.is_some() && self.is_vague(p)));
            let shouting = quote.inner.of(self.doc.text).ends_with(['!', '?']);
            if short && !(direct && shouting) {
                continue;
            }
            let found = subject.as_ref().and_then(|phrase| self.resolve(phrase));
            // "when Marlow took to the radio with this: '…'": who acted last before the colon.
            let colon = k > range.start && self.view(frame).is(k - 1, ":");
            let acted = self
                .found
                .discourse
                .subject
                .filter(|&(_, at)| colon && at == self.found.discourse.now);
            if let Some((id, _)) = acted.filter(|&(id, _)| found.is_none_or(|f| f.0 != id)) {
                self.by_subject(b, quote, id);
                continue;
            }
            let kind = if direct {
                QuoteKind::Direct
            } else {
                QuoteKind::Partial
            };
            // "… , Tellier said. It is “a game we lost long ago.”": still her words.
            if subject.is_none()
                && let Some(latest) = self.latest.filter(|l| l.block == b)
            {
                self.push(quote.inner, kind, b, latest, Rule::Goes);
                continue;
            }
            let latest = self.without_cue(b, found, subject.map(|p| p.span));
            self.push(
                quote.inner,
                kind,
                b,
                latest,
                if latest.source.is_some() {
                    Rule::Subject
                } else {
                    Rule::None
                },
            );
        }
    }

    /// "— Mara Tellier, mayor": a line that only signs the quotation above it.
    pub(super) fn signed(&mut self, b: usize, frame: &Frame) -> bool {
        let view = self.view(frame);
        if frame.items.len() > 12
            || !view.is_any(0, &["-", "–", "—", "--", "―"])
            || (0..frame.items.len()).any(|k| view.is_quote(k))
        {
            return false;
        }
        let Some(phrase) = view
            .phrase_after(1, frame.items.len())
            .filter(|p| p.kind == PhraseKind::Name && p.entity.is_some())
        else {
            return false;
        };
        let end = phrase.items.end;
        if end < frame.items.len() && !view.is_any(end, &[",", ".", "("]) {
            return false;
        }
        let above = self.previous_block;
        let lone = |p: &Piece| {
            Some(p.block as usize) == above
                && matches!(p.rule, Rule::Floating | Rule::AfterSubject | Rule::None)
        };
        if !self.found.pieces.last().is_some_and(lone) {
            return false;
        }
        let found = self.resolve(&phrase);
        self.group += 1;
        let group = self.group;
        for piece in self.found.pieces.iter_mut().rev().take_while(|p| lone(p)) {
            piece.source = found.map(|f| f.0);
            piece.via = found.map(|f| f.1);
            piece.mention = Some(phrase.span);
            piece.rule = Rule::Signed;
            piece.group = group;
        }
        if let Some((id, _)) = found {
            self.found.discourse.touch(id, Place::Speaker);
        }
        self.latest = None;
        self.previous_block = Some(b);
        true
    }
}

/// Whether the words name somebody who can speak rather than a thing spoken of ("that", "the fact").
fn may_speak(view: &View, phrase: &Phrase) -> bool {
    match phrase.kind {
        PhraseKind::Name => phrase.entity.is_some(),
        PhraseKind::Pronoun => view.is_any(phrase.items.start, &["he", "she", "they"]),
        PhraseKind::Role | PhraseKind::Group | PhraseKind::Body | PhraseKind::Document => true,
        PhraseKind::Relative | PhraseKind::Other => false,
    }
}
