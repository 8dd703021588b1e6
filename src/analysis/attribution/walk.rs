//! The walk through an article: every quotation and reported clause gets its cue, every cue its speaker.

use std::collections::HashMap;
use std::ops::Range;

use super::Doc;
use super::cues::{Cue, Shape};
use super::discourse::{Discourse, Place, SourceId, Via};
use super::frame::{Frame, Item};
use super::genders;
use super::labels::Turn;
use super::names::Names;
use super::phrases::{Phrase, PhraseKind};
use super::plan::{Plan, plan};
use super::quotes::{self, Quoted};
use super::shape::{after_dateline, first_subject, is_direct, is_title};
use super::view::View;
use super::words::Class;
use crate::analysis::model::{QuoteKind, SpeakerKind};
use crate::article::BlockKind;
use crate::span::Span;

/// By which rule a piece got its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Rule {
    /// "…," she said.
    After,
    /// "…," said Tellier.
    VerbFirst,
    /// She said: "…".
    Before,
    /// A phrase in marks, or a clause, inside a reported sentence.
    Inside,
    /// according to her
    According,
    /// … , adding "…"
    Inherited,
    /// A clause before its attribution.
    Trailing,
    /// The quotation goes on in the same paragraph.
    Continued,
    /// A phrase in marks in a sentence without a cue, after one that was attributed.
    Goes,
    /// The quotation was not closed in the paragraph before.
    Paragraphs,
    /// A paragraph that is only a quotation, after an attributed one.
    Floating,
    /// A quotation after a sentence about one person.
    AfterSubject,
    /// The subject of the sentence, without a cue.
    Subject,
    /// Tellier: "…".
    Label,
    /// "…" and below it: — Tellier
    Signed,
    /// A heading that repeats a quotation.
    Heading,
    /// Nobody.
    None,
}

/// One piece of quoted or reported speech with what was found about it.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub span: Span,
    pub kind: QuoteKind,
    pub source: Option<SourceId>,
    pub mention: Option<Span>,
    pub cue: Option<Span>,
    pub block: u32,
    pub group: u32,
    pub rule: Rule,
    pub via: Option<Via>,
    /// Strength of the cue's verb.
    pub strength: u8,
}

/// What the walk found.
#[derive(Debug)]
pub(super) struct Found {
    pub names: Names,
    pub discourse: Discourse,
    pub pieces: Vec<Piece>,
    /// Source of each block's turn.
    pub turns: Vec<Option<SourceId>>,
}

/// The latest attribution.
#[derive(Clone, Copy, Debug)]
pub(super) struct Latest {
    pub source: Option<SourceId>,
    pub mention: Option<Span>,
    pub cue: Option<Span>,
    pub group: u32,
    pub block: usize,
    pub via: Option<Via>,
    pub strength: u8,
}

pub(super) struct Walker<'a> {
    pub doc: &'a Doc<'a>,
    pub quotes: Vec<Quoted>,
    pub found: Found,
    pub latest: Option<Latest>,
    /// Group of a quotation that its block did not close.
    pub open: Option<Latest>,
    pub group: u32,
    /// Latest group before this sentence.
    pub group_before: u32,
    /// Index of the content block before this one.
    pub previous_block: Option<usize>,
    /// Headings in marks, to be matched with the text.
    pub headings: Vec<(Span, usize)>,
    pub turn: Option<SourceId>,
    /// Whether nearly all quotations of the article stand in double marks.
    pub doubles: bool,
    /// Sources of labels that only describe.
    pub described: HashMap<u64, SourceId>,
}

/// First words of lines that lead elsewhere: what they quote is not said here.
const POINTERS: [&str; 10] = [
    "READ MORE",
    "WATCH",
    "RELATED",
    "LISTEN",
    "SEE ALSO",
    "Read more",
    "Watch",
    "Related",
    "MORE:",
    "ALSO READ",
];

/// Reads the article and gives every piece its speaker.
pub(super) fn walk(doc: &Doc, names: Names, turns: &[Option<Turn>]) -> Found {
    let mut quoted = Vec::new();
    let mut ranges = Vec::with_capacity(doc.article.blocks.len());
    for block in &doc.article.blocks {
        let start = quoted.len();
        if block.kind.is_content() {
            scan_lines(doc, block.span, &mut quoted);
        }
        ranges.push(start..quoted.len());
    }
    let mut names = names;
    genders::learn(doc, &mut names, &quoted);
    let mut walker = Walker {
        doc,
        quotes: quoted,
        found: Found {
            names,
            discourse: Discourse::default(),
            pieces: Vec::new(),
            turns: Vec::new(),
        },
        latest: None,
        open: None,
        group: 0,
        group_before: 0,
        previous_block: None,
        headings: Vec::new(),
        turn: None,
        doubles: false,
        described: HashMap::new(),
    };
    let singles = walker.quotes.iter().filter(|q| q.single).count();
    walker.doubles = walker.quotes.len() > singles * 4;
    let mut frame = Frame::default();
    for (b, block) in doc.article.blocks.iter().enumerate() {
        if !turns.is_empty() {
            walker.turn = turns
                .get(b)
                .cloned()
                .flatten()
                .and_then(|turn| walker.turn_source(&turn));
            walker.found.turns.push(walker.turn);
        }
        if !block.kind.is_content() {
            continue;
        }
        let words = doc.article.words(block.span);
        if POINTERS.iter().any(|p| words.starts_with(p)) && words.len() < 400 {
            continue;
        }
        let sentences = block.sentences.start as usize..block.sentences.end as usize;
        let marked = std::mem::take(&mut walker.quotes);
        frame.read(doc, sentences, &marked, ranges[b].clone());
        walker.quotes = marked;
        walker.block(b, &frame, block.kind);
    }
    walker.headings();
    walker.name_leads();
    walker
        .found
        .pieces
        .sort_by_key(|p| (p.span.start(), std::cmp::Reverse(p.span.end())));
    walker.found
}

/// Scans a block for quotations, each of its long lines for itself: some texts break paragraphs with one line feed.
fn scan_lines(doc: &Doc, span: Span, out: &mut Vec<Quoted>) {
    let words = span.of(doc.text);
    if !words.contains('\n') {
        out.extend(quotes::scan(words, span.start()));
        return;
    }
    let mut start = 0;
    let mut at = 0;
    for line in words.split_inclusive('\n') {
        at += line.len();
        let trimmed = line.trim_end();
        let ends = trimmed.ends_with(['.', '!', '?', '"', '”', '\'', '’', '…', ':']);
        if ends && (trimmed.len() > 90 || trimmed.len() < 60) || at == words.len() {
            out.extend(quotes::scan(Span::new(start, at).of(words), span.start() + start));
            start = at;
        }
    }
    if start < words.len() {
        out.extend(quotes::scan(
            Span::new(start, words.len()).of(words),
            span.start() + start,
        ));
    }
}

impl Walker<'_> {
    pub(super) fn turn_source(&mut self, turn: &Turn) -> Option<SourceId> {
        match turn {
            Turn::Entity(entity) => Some(self.found.discourse.of_entity(&self.found.names, *entity)),
            Turn::Described(phrase) => {
                let key = super::words::fold(phrase.span.of(self.doc.text));
                if let Some(&id) = self.described.get(&key) {
                    return Some(id);
                }
                let id = self
                    .found
                    .discourse
                    .describe(self.doc, phrase)
                    .map(|(id, _)| id)?;
                self.described.insert(key, id);
                Some(id)
            }
        }
    }

    pub(super) fn block(&mut self, b: usize, frame: &Frame, kind: BlockKind) {
        if self.signed(b, frame) {
            return;
        }
        let heading = kind == BlockKind::Heading;
        for (n, segment) in frame.segments.iter().enumerate() {
            self.segment(b, frame, segment.clone(), n == 0, heading);
        }
        // An open mark at the end of the block goes on in the next.
        let unclosed = frame.items.iter().rev().find_map(|item| match item {
            Item::Quote(q) => Some(*q),
            Item::Token(_) => None,
        });
        self.open = unclosed
            .filter(|&q| !self.quotes[q].closed && matches!(frame.items.last(), Some(Item::Quote(_))))
            .and(self.latest)
            .filter(|l| l.block == b);
        self.previous_block = Some(b);
    }

    /// Gives what "a judge" says in the first paragraphs to the judge whom the text names below.
    fn name_leads(&mut self) {
        const LEAD: usize = 4;
        let blocks = &self.doc.article.blocks;
        let lead = blocks
            .iter()
            .enumerate()
            .filter(|(_, b)| b.kind.is_content())
            .nth(LEAD);
        let lead = lead.map_or(blocks.len(), |(b, _)| b);
        let mut known: HashMap<SourceId, Option<SourceId>> = HashMap::new();
        for n in 0..self.found.pieces.len() {
            let piece = &self.found.pieces[n];
            let Some(id) = piece.source.filter(|_| (piece.block as usize) < lead) else {
                continue;
            };
            let Found { names, discourse, .. } = &mut self.found;
            let named = *known.entry(id).or_insert_with(|| {
                discourse
                    .named_later(self.doc, names, id)
                    .map(|entity| discourse.of_entity(names, entity))
            });
            if named.is_some() {
                let piece = &mut self.found.pieces[n];
                piece.source = named;
                piece.via = Some(Via::Role);
            }
        }
    }

    pub(super) fn view<'v>(&'v self, frame: &'v Frame) -> View<'v> {
        View {
            doc: self.doc,
            names: &self.found.names,
            items: &frame.items,
            quotes: &self.quotes,
        }
    }

    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    pub(super) fn segment(
        &mut self,
        b: usize,
        frame: &Frame,
        range: Range<usize>,
        first: bool,
        heading: bool,
    ) {
        let items = &frame.items;
        let wordless = range.clone().all(|k| match items[k] {
            Item::Quote(_) => true,
            Item::Token(i) => !self.doc.token(i).is_word(),
        });
        if wordless {
            for k in range.clone() {
                if let Item::Quote(q) = items[k] {
                    let quote = self.quotes[q];
                    let inner = quote.inner.of(self.doc.text);
                    let crosshead = range.len() == 1
                        && quote.single
                        // Where speech stands in double marks, a line in single ones is never speech.
                        && (!inner.ends_with([',', '.', '!', '?', '…']) || self.doubles)
                        && inner.len() < 90;
                    let sentence =
                        inner.ends_with(['.', '!', '?', '…', ',']) && inner.split_whitespace().count() > 3;
                    if heading && !sentence || crosshead {
                        self.headings.push((self.quotes[q].inner, b));
                    } else {
                        self.lone(b, q, first);
                    }
                }
            }
            return;
        }
        self.found.discourse.now += 1;
        self.group_before = self.group;
        let view = self.view(frame);
        let has_quote = range.clone().any(|k| view.is_quote(k));
        let cues = view.cues(range.clone());
        if heading {
            if has_quote {
                self.headings.extend(range.clone().filter_map(|k| match items[k] {
                    Item::Quote(q) => Some((self.quotes[q].inner, b)),
                    Item::Token(_) => None,
                }));
            }
            self.touch(frame, range, true);
            return;
        }
        let plans = plan(&view, &cues, range.clone());
        let mut claimed = vec![false; range.len()];
        let mut touched = range.start;
        let mut sources: Vec<Option<(SourceId, Via)>> = Vec::with_capacity(cues.len());
        let mut mentions: Vec<Option<Span>> = Vec::with_capacity(cues.len());
        let mut spoke = false;
        for (n, cue) in cues.iter().enumerate() {
            let Some(plan) = &plans[n] else {
                sources.push(None);
                mentions.push(None);
                continue;
            };
            self.touch(frame, touched..cue.first.max(touched), spoke);
            touched = touched.max(cue.last);
            let (source, mention) = match &cue.subject {
                Some(phrase) => {
                    let found = self.resolve(phrase);
                    (found, Some(phrase.span))
                }
                None => self.inherit(frame, &range, cue, n, &sources, &mentions),
            };
            sources.push(source);
            mentions.push(mention);
            let reports = plan
                .quotes
                .iter()
                .any(|r| r.clone().any(|k| self.view(frame).is_quote(k)))
                || !plan.clauses.is_empty();
            if let Some((id, _)) = source {
                let place = if reports || cue.strength >= 2 {
                    Place::Speaker
                } else {
                    Place::Subject
                };
                self.found.discourse.touch(id, place);
                if let (Some(phrase), true) = (&cue.subject, reports)
                    && !matches!(phrase.kind, PhraseKind::Pronoun | PhraseKind::Relative)
                    && self.found.discourse.sources[id].entity.is_none()
                {
                    self.found.discourse.sources[id].mentions.push(phrase.span);
                }
            }
            // "Tellier agreed." What follows in marks is hers.
            let person =
                source.is_some_and(|(id, _)| self.found.discourse.sources[id].kind == SpeakerKind::Person);
            if !reports
                && person
                && cue.strength >= 2
                && cue.shape == Shape::SubjectFirst
                && n + 1 == cues.len()
            {
                self.group += 1;
                let latest = Latest {
                    source: source.map(|s| s.0),
                    mention,
                    cue: Some(cue.span),
                    group: self.group,
                    block: b,
                    via: source.map(|s| s.1),
                    strength: cue.strength,
                };
                self.latest = Some(self.named_better(cue, latest, false));
            }
            if !reports {
                continue;
            }
            spoke = true;
            self.emit(b, frame, cue, plan, source, mention, &range, &mut claimed);
        }
        self.touch(frame, touched..range.end, spoke);
        if has_quote {
            self.rest(b, frame, range, &claimed, first);
        }
    }

    /// The subject of a cue without one.
    pub(super) fn inherit(
        &mut self,
        frame: &Frame,
        range: &Range<usize>,
        cue: &Cue,
        n: usize,
        sources: &[Option<(SourceId, Via)>],
        mentions: &[Option<Span>],
    ) -> (Option<(SourceId, Via)>, Option<Span>) {
        if let Some(at) = (0..n).rev().find(|&m| mentions[m].is_some()) {
            return (sources[at], mentions[at]);
        }
        let view = self.view(frame);
        // "Citing 'old wounds', Tellier left": the subject of the main clause that follows.
        let start = after_dateline(&view, range.start, cue.at);
        // "After citing it …, Tellier left."
        let first =
            start + usize::from(view.is_any(start, &["after", "before", "while", "by", "when", "in"]));
        let leads = cue.shape == Shape::Participle
            && view.word(first).ends_with("ing")
            && (start..cue.at).all(|k| !view.is_quote(k) && !view.is(k, ","));
        let main = leads.then(|| {
            (cue.last..range.end).find(|&k| {
                view.is(k, ",")
                    || matches!(view.items[k], Item::Quote(q)
                        if self.quotes[q].inner.of(self.doc.text).ends_with(','))
            })
        });
        // The first subject of the sentence.
        let phrase = match main.flatten() {
            Some(comma) => first_subject(&view, comma + 1, range.end),
            None => first_subject(&view, range.start, cue.at),
        };
        if let Some(phrase) = phrase {
            let found = self.resolve(&phrase);
            return (found, Some(phrase.span));
        }
        let latest = self.latest;
        (
            latest.and_then(|l| l.source.map(|s| (s, Via::Presence))),
            latest.and_then(|l| l.mention),
        )
    }

    pub(super) fn resolve(&mut self, phrase: &Phrase) -> Option<(SourceId, Via)> {
        if phrase.kind == PhraseKind::Pronoun {
            let word = self.doc.tokens.word(phrase.head);
            if word.eq_ignore_ascii_case("i")
                || word.starts_with("I'")
                || word.starts_with("I’")
                || word.eq_ignore_ascii_case("we")
            {
                return self.turn.map(|id| (id, Via::Name));
            }
        }
        let Found { names, discourse, .. } = &mut self.found;
        discourse.resolve(self.doc, names, phrase)
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one call, all of it the state of a sentence"
    )]
    pub(super) fn emit(
        &mut self,
        b: usize,
        frame: &Frame,
        cue: &Cue,
        plan: &Plan,
        source: Option<(SourceId, Via)>,
        mention: Option<Span>,
        range: &Range<usize>,
        claimed: &mut [bool],
    ) {
        self.group += 1;
        let latest = Latest {
            source: source.map(|s| s.0),
            mention,
            cue: Some(cue.span),
            group: self.group,
            block: b,
            via: source.map(|s| s.1),
            strength: cue.strength,
        };
        let vague = self.turn.is_some() && cue.subject.as_ref().is_some_and(|s| self.is_vague(s));
        for clause in plan.clauses.iter().filter(|_| !vague) {
            let span = self.span_of(frame, clause.clone());
            if !span.is_empty() {
                self.push(
                    span,
                    QuoteKind::Indirect,
                    b,
                    latest,
                    plan.rule_of(cue, false, true),
                );
            }
        }
        for quotes in &plan.quotes {
            for k in quotes.clone() {
                let Item::Quote(q) = frame.items[k] else { continue };
                let slot = k - range.start;
                if claimed[slot] {
                    continue;
                }
                claimed[slot] = true;
                let before = k < cue.first;
                let view = self.view(frame);
                let direct = is_direct(&view, self.doc, &self.quotes[q], k, range.start);
                if is_title(&view, self.doc, &self.quotes[q], k, direct) {
                    continue;
                }
                let kind = if direct {
                    QuoteKind::Direct
                } else {
                    QuoteKind::Partial
                };
                if vague {
                    let nobody = Latest {
                        source: None,
                        via: None,
                        ..latest
                    };
                    self.push(self.quotes[q].inner, kind, b, nobody, Rule::None);
                    continue;
                }
                self.push(
                    self.quotes[q].inner,
                    kind,
                    b,
                    latest,
                    plan.rule_of(cue, before, !direct),
                );
            }
        }
        self.latest = Some(self.named_better(cue, latest, !plan.quotes.is_empty()));
    }

    /// ", who wrote of it in her book. '…'": the name before is a better mention than "who".
    ///
    /// Nor does a relative clause without marks take over from the speaker of its sentence: "said Tellier, a guard who
    /// has accused the board. '…'"
    fn named_better(&self, cue: &Cue, latest: Latest, quotes: bool) -> Latest {
        let relative = cue
            .subject
            .as_ref()
            .is_some_and(|s| s.kind == PhraseKind::Relative);
        self.latest
            .filter(|l| {
                relative
                    && l.block == latest.block
                    && l.source.is_some()
                    && (l.source == latest.source || !quotes && l.group > self.group_before)
            })
            .unwrap_or(latest)
    }

    /// Whether the words name no source for sure. Speech is full of them ("the vast majority say"), and what they
    /// report belongs to the speaker of the turn.
    pub(super) fn is_vague(&self, phrase: &Phrase) -> bool {
        let sources = Class::ROLE
            .or(Class::GROUP)
            .or(Class::BODY)
            .or(Class::DOCUMENT)
            .or(Class::TITLE);
        match phrase.kind {
            PhraseKind::Name => phrase.entity.is_none(),
            PhraseKind::Pronoun | PhraseKind::Relative => false,
            PhraseKind::Other => true,
            _ => {
                phrase.items.len() > 6
                    || self
                        .doc
                        .tokens
                        .is_any(phrase.head, &["people", "countries", "others", "else"])
                    || phrase.possessive
                    || !self.doc.class(phrase.head).has(sources)
            }
        }
    }

    pub(super) fn span_of(&self, frame: &Frame, items: Range<usize>) -> Span {
        let mut span: Option<Span> = None;
        for k in items {
            let one = match frame.items[k] {
                Item::Token(i) => self.doc.token(i).span,
                Item::Quote(q) => self.quotes[q].inner,
            };
            span = Some(span.map_or(one, |s| s.cover(one)));
        }
        span.unwrap_or_default()
    }

    pub(super) fn push(&mut self, span: Span, kind: QuoteKind, b: usize, latest: Latest, rule: Rule) {
        self.found.pieces.push(Piece {
            span,
            kind,
            source: latest.source,
            mention: latest.mention,
            cue: latest.cue,
            block: b as u32,
            group: latest.group,
            rule,
            via: latest.via,
            strength: latest.strength,
        });
    }
}
