//! The walk through an article: every quotation and reported clause gets its cue, every cue its speaker.

use std::collections::HashMap;
use std::ops::Range;

use super::cues::{Cue, Phrase, PhraseKind, Shape, View};
use super::discourse::{Discourse, Place, SourceId, Via};
use super::frame::{Frame, Item};
use super::labels::Turn;
use super::names::{NameKind, Names};
use super::quotes::{self, Quoted};
use super::words::Class;
use super::{Doc, indirect};
use crate::analysis::model::QuoteKind;
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
    /// The quotation was not closed in the paragraph before.
    Paragraphs,
    /// A paragraph that is only a quotation, after an attributed one.
    Floating,
    /// A quotation after a sentence about one person.
    AfterSubject,
    /// The subject of the sentence, without a cue.
    Subject,
    /// A heading that repeats a quotation.
    Heading,
    /// Words in a transcript's turn.
    Turn,
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
struct Latest {
    source: Option<SourceId>,
    mention: Option<Span>,
    cue: Option<Span>,
    group: u32,
    block: usize,
    via: Option<Via>,
    strength: u8,
}

struct Walker<'a> {
    doc: &'a Doc<'a>,
    quotes: Vec<Quoted>,
    found: Found,
    latest: Option<Latest>,
    /// Group of a quotation that its block did not close.
    open: Option<Latest>,
    group: u32,
    /// Index of the content block before this one.
    previous_block: Option<usize>,
    /// Headings in marks, to be matched with the text.
    headings: Vec<(Span, usize)>,
    turn: Option<SourceId>,
    /// Sources of labels that only describe.
    described: HashMap<u64, SourceId>,
}

/// Documents that a text goes on quoting.
const LASTING: [&str; 18] = [
    "letter",
    "letters",
    "report",
    "reports",
    "document",
    "documents",
    "study",
    "memo",
    "memos",
    "paper",
    "papers",
    "survey",
    "poll",
    "dossier",
    "audit",
    "lawsuit",
    "indictment",
    "affidavit",
];

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
        previous_block: None,
        headings: Vec::new(),
        turn: None,
        described: HashMap::new(),
    };
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
        let quotes = std::mem::take(&mut walker.quotes);
        frame.read(doc, sentences, &quotes, ranges[b].clone());
        walker.quotes = quotes;
        walker.block(b, &frame, block.kind);
    }
    walker.headings();
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
        if (trimmed.len() > 90 || trimmed.is_empty() || ends && trimmed.len() < 60) && ends
            || at == words.len()
        {
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

impl<'a> Walker<'a> {
    fn turn_source(&mut self, turn: &Turn) -> Option<SourceId> {
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

    fn block(&mut self, b: usize, frame: &Frame, kind: BlockKind) {
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

    fn view<'v>(&'v self, frame: &'v Frame) -> View<'v> {
        View {
            doc: self.doc,
            names: &self.found.names,
            items: &frame.items,
            quotes: &self.quotes,
        }
    }

    fn segment(&mut self, b: usize, frame: &Frame, range: Range<usize>, first: bool, heading: bool) {
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
                        && !inner.ends_with([',', '.', '!', '?', '…'])
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
                if let (Some(phrase), true) = (&cue.subject, reports) {
                    if !matches!(phrase.kind, PhraseKind::Pronoun | PhraseKind::Relative)
                        && self.found.discourse.sources[id].entity.is_none()
                    {
                        self.found.discourse.sources[id].mentions.push(phrase.span);
                    }
                }
            }
            if !reports {
                continue;
            }
            spoke = true;
            self.emit(b, frame, cue, plan, source, mention, &range, &mut claimed);
        }
        self.touch(frame, touched..range.end, spoke);
        if has_quote {
            self.rest(b, frame, range, &mut claimed, first);
        }
    }

    /// The subject of a cue without one.
    fn inherit(
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
        // The first subject of the sentence.
        let phrase = first_subject(&view, range.start, cue.at);
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

    fn resolve(&mut self, phrase: &Phrase) -> Option<(SourceId, Via)> {
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
    fn emit(
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
        for clause in &plan.clauses {
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
                if !direct && is_work_title(&view, self.doc, &self.quotes[q], k) {
                    continue;
                }
                let kind = if direct {
                    QuoteKind::Direct
                } else {
                    QuoteKind::Partial
                };
                self.push(
                    self.quotes[q].inner,
                    kind,
                    b,
                    latest,
                    plan.rule_of(cue, before, !direct),
                );
            }
        }
        self.latest = Some(latest);
    }

    fn span_of(&self, frame: &Frame, items: Range<usize>) -> Span {
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

    fn push(&mut self, span: Span, kind: QuoteKind, b: usize, latest: Latest, rule: Rule) {
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

    /// A quotation that is a sentence of its own.
    fn lone(&mut self, b: usize, q: usize, first: bool) {
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
        if first {
            if let Some(open) = self.open.take() {
                self.push(quote.inner, QuoteKind::Direct, b, open, Rule::Paragraphs);
                self.latest = Some(Latest { block: b, ..open });
                return;
            }
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
        if let Some((id, at)) = self.found.discourse.subject {
            if self.found.discourse.now - at <= 2 {
                return self.by_subject(b, quote, id);
            }
        }
        if let Some(turn) = self.turn {
            let _ = turn;
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

    /// The person who became the subject after the latest attribution.
    fn taken_over(&self) -> Option<SourceId> {
        let (id, at) = self.found.discourse.subject?;
        let source = self.latest?.source;
        (Some(id) != source
            && at == self.found.discourse.now
            && self.found.discourse.speaker != Some(id)
            && self.found.discourse.sources[id].kind == crate::analysis::model::SpeakerKind::Person)
            .then_some(id)
    }

    fn by_subject(&mut self, b: usize, quote: Quoted, id: SourceId) {
        self.group += 1;
        let mention = self.found.discourse.sources[id].entity.and_then(|e| {
            let mentions = &self.found.names.get(e).mentions;
            let n = mentions.partition_point(|m| m.start() < quote.outer.start());
            n.checked_sub(1).map(|n| mentions[n])
        });
        let latest = Latest {
            source: Some(id),
            mention,
            cue: None,
            group: self.group,
            block: b,
            via: Some(Via::Presence),
            strength: 0,
        };
        self.push(quote.inner, QuoteKind::Direct, b, latest, Rule::AfterSubject);
        self.found.discourse.touch(id, Place::Speaker);
        self.latest = Some(latest);
    }

    /// Quotations of a sentence that no cue claimed.
    fn rest(&mut self, b: usize, frame: &Frame, range: Range<usize>, claimed: &mut [bool], first: bool) {
        for k in range.clone() {
            let Item::Quote(q) = frame.items[k] else { continue };
            if claimed[k - range.start] {
                continue;
            }
            let quote = self.quotes[q];
            let words = quote.inner.of(self.doc.text).split_whitespace().count();
            let view = self.view(frame);
            let direct = is_direct(&view, self.doc, &quote, k, range.start);
            // Full sentences in marks beside the reporter's words.
            if direct && words >= 4 {
                if k == range.start {
                    // "…." Tellier shook his head.
                    let subject = view.phrase_after(k + 1, range.end).filter(|p| {
                        matches!(p.kind, PhraseKind::Name | PhraseKind::Pronoun | PhraseKind::Role)
                    });
                    if let Some(phrase) = subject {
                        let found = self.resolve(&phrase);
                        self.group += 1;
                        let latest = Latest {
                            source: found.map(|f| f.0),
                            mention: Some(phrase.span),
                            cue: None,
                            group: self.group,
                            block: b,
                            via: found.map(|f| f.1),
                            strength: 0,
                        };
                        self.push(quote.inner, QuoteKind::Direct, b, latest, Rule::Subject);
                        self.latest = Some(latest);
                        continue;
                    }
                    self.lone(b, q, first);
                    continue;
                }
            }
            if !direct && is_work_title(&view, self.doc, &quote, k) {
                continue;
            }
            let short = words <= 3;
            let subject = first_subject(&view, range.start, k);
            let shouting = quote.inner.of(self.doc.text).ends_with(['!', '?']);
            if short && !(direct && shouting) {
                continue;
            }
            self.group += 1;
            let found = subject.as_ref().and_then(|phrase| self.resolve(phrase));
            let latest = Latest {
                source: found.map(|f| f.0),
                mention: subject.map(|p| p.span),
                cue: None,
                group: self.group,
                block: b,
                via: found.map(|f| f.1),
                strength: 0,
            };
            let kind = if direct {
                QuoteKind::Direct
            } else {
                QuoteKind::Partial
            };
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

    /// Notes the names and pronouns among `items`, which hold no cue.
    fn touch(&mut self, frame: &Frame, items: Range<usize>, inside: bool) {
        let mut k = items.start;
        // Until the first verb of the sentence a name that no preposition leads is its subject.
        let mut before_verb = items.start == 0 || frame.segments.iter().any(|s| s.start == items.start);
        while k < items.end {
            let Item::Token(i) = frame.items[k] else {
                k += 1;
                continue;
            };
            let class = self.doc.class(i);
            let run = self.found.names.run_at(i).map(|r| (r.end, r.entity, r.kind));
            let start_of_clause =
                k == 0 || k == items.start || matches!(frame.items[k - 1], Item::Quote(_)) || {
                    let view = self.view(frame);
                    view.is_any(k - 1, &[",", ";", ":", ".", "–", "—"])
                        || view.class(k - 1).has(Class::CONJ.or(Class::SUB))
                };
            if let Some((end, entity, kind)) = run {
                let mut n = k + 1;
                while n < frame.items.len() && matches!(frame.items[n], Item::Token(t) if t < end) {
                    n += 1;
                }
                if let Some(entity) = entity.filter(|_| kind != NameKind::Place) {
                    let next = match frame.items.get(n) {
                        Some(Item::Token(t)) => Some(*t),
                        _ => None,
                    };
                    let next_class = next.map_or_else(Class::default, |t| self.doc.class(t));
                    let possessive = next.is_some_and(|t| self.doc.token(t).is_clitic());
                    let word = next.map_or("", |t| self.doc.tokens.word(t));
                    let verb_next = next_class
                        .has(Class::AUX.or(Class::VERB).or(Class::REPORTS).or(Class::ADVERB))
                        || word.ends_with("ed")
                        || (word.ends_with('s') && next_class.is_unknown())
                        || word == "," && start_of_clause
                        || word == "who";
                    let place = if inside {
                        Place::Inside
                    } else if possessive {
                        Place::Possessive
                    } else if (verb_next || before_verb)
                        && !self.view(frame).class(k.wrapping_sub(1)).has(Class::PREP)
                    {
                        Place::Subject
                    } else {
                        Place::Object
                    };
                    let id = self.found.discourse.of_entity(&self.found.names, entity);
                    // Somebody named in full for the first time is there to stay.
                    let fresh =
                        self.found.discourse.sources[id].is_new() && kind == NameKind::Person && n - k >= 2;
                    let place = if fresh && matches!(place, Place::Object) {
                        Place::Introduced
                    } else {
                        place
                    };
                    before_verb = before_verb && place != Place::Subject;
                    self.found.discourse.touch(id, place);
                }
                k = n;
                continue;
            }
            if class.has(Class::AUX.or(Class::VERB)) {
                before_verb = false;
            }
            if class.has(Class::PRONOUN.or(Class::POSSESSIVE))
                && self.doc.tokens.is_any(i, &["he", "she", "his", "her"])
            {
                let phrase = self.view(frame).phrase(k..k + 1);
                if let Some(mut phrase) = phrase {
                    phrase.kind = PhraseKind::Pronoun;
                    if let Some((id, _)) = self.resolve(&phrase) {
                        let subject = self.doc.tokens.is_any(i, &["he", "she"]) && !inside;
                        self.found
                            .discourse
                            .touch(id, if subject { Place::Subject } else { Place::Inside });
                    }
                }
            } else if class.has(Class::DOCUMENT) && !self.doc.token(i).is_capital() && k > items.start {
                let view = self.view(frame);
                let lasting = LASTING.iter().any(|d| self.doc.tokens.is(i, d));
                let determined = lasting && (k.saturating_sub(3)..k).any(|n| view.class(n).has(Class::DET));
                if determined {
                    if let Some(phrase) = view
                        .phrase_ending(k + 1, items.start.max(k.saturating_sub(6)))
                        .filter(|p| p.kind == PhraseKind::Document && p.owner.is_none())
                    {
                        if let Some((id, _)) = self.found.discourse.describe(self.doc, &phrase) {
                            let led = view_in(frame, self.doc, k);
                            self.found.discourse.touch(
                                id,
                                if inside && !led {
                                    Place::Inside
                                } else {
                                    Place::Object
                                },
                            );
                        }
                    }
                }
            }
            k += 1;
        }
    }

    /// Gives a heading in marks the speaker of the quotation that it repeats.
    fn headings(&mut self) {
        for (span, b) in std::mem::take(&mut self.headings) {
            let needle = letters(span.of(self.doc.text));
            if needle.len() < 6 {
                continue;
            }
            let hit = self
                .found
                .pieces
                .iter()
                .filter(|p| p.kind != QuoteKind::Indirect && p.span != span)
                .find(|p| letters(p.span.of(self.doc.text)).contains(&needle))
                .cloned();
            if let Some(piece) = hit {
                self.found.pieces.push(Piece {
                    span,
                    block: b as u32,
                    rule: Rule::Heading,
                    mention: None,
                    cue: None,
                    ..piece
                });
            }
        }
    }
}

/// Whether "in the" or "in a" leads item `k` closely.
fn view_in(frame: &Frame, doc: &Doc, k: usize) -> bool {
    (k.saturating_sub(3)..k)
        .any(|n| matches!(frame.items[n], Item::Token(i) if doc.tokens.is_any(i, &["in"])))
}

/// Letters and digits in lower case.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the quotation is a sentence rather than a phrase of the reporter's.
fn is_direct(view: &View, doc: &Doc, quote: &Quoted, k: usize, start: usize) -> bool {
    let inner = quote.inner.of(doc.text);
    let capital = inner
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let led = k == start
        || view.is_any(k - 1, &[",", ":", "—", "–", "-"])
        || view.is_quote(k - 1)
        || view.class(k - 1).has(Class::REPORTS);
    let ended = inner.ends_with([',', '.', '!', '?', '…']);
    led && (capital || ended || k == start)
}

/// Past a dateline: `WASHINGTON (…) —`.
fn after_dateline(view: &View, start: usize, limit: usize) -> usize {
    let capitals = view.token(start).is_some_and(|i| view.doc.token(i).is_capitals());
    if !capitals {
        return start;
    }
    (start + 1..limit.min(start + 14))
        .find(|&n| {
            view.is_any(n, &["—", "–", "--", "―"])
                || view.is(n, "-") && view.token(n).is_some_and(|i| view.doc.token(i).is_spaced())
        })
        .map_or(start, |n| n + 1)
}

/// Whether the quotation is the title of a work or programme: capitals throughout, after a word that such titles follow.
fn is_work_title(view: &View, doc: &Doc, quote: &Quoted, k: usize) -> bool {
    const LEADS: [&str; 30] = [
        "on",
        "of",
        "in",
        "called",
        "titled",
        "entitled",
        "named",
        "show",
        "program",
        "programme",
        "film",
        "movie",
        "book",
        "song",
        "album",
        "novel",
        "series",
        "podcast",
        "magazine",
        "documentary",
        "play",
        "musical",
        "sitcom",
        "drama",
        "author",
        "hosts",
        "the",
        "and",
        "hit",
        "for",
    ];
    let inner = quote.inner.of(doc.text);
    let small = [
        "of", "the", "a", "an", "and", "in", "on", "for", "to", "with", "at", "by", "from", "&", "is", "or",
    ];
    let mut words = 0;
    for word in inner.split_whitespace() {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        if plain.is_empty() || small.contains(&plain) && words > 0 {
            continue;
        }
        if !plain.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
            return false;
        }
        words += 1;
    }
    if words == 0 || words > 7 || inner.ends_with(['!', '?']) && words < 2 {
        return false;
    }
    let clitic = k > 0 && view.token(k - 1).is_some_and(|i| doc.token(i).is_clitic());
    k > 0
        && (clitic
            || view.is_any(k - 1, &LEADS)
            || view.class(k - 1).has(Class::OUTLET)
            || view.class(k - 1).has(Class::DOCUMENT))
}

/// The first noun phrase of the sentence before item `limit` that can be a source.
fn first_subject(view: &View, start: usize, limit: usize) -> Option<Phrase> {
    let mut k = after_dateline(view, start, limit);
    let mut best: Option<Phrase> = None;
    while k < limit {
        if view.is_quote(k) {
            k += 1;
            continue;
        }
        let class = view.class(k);
        // "In a statement, …": what opens with a preposition is no subject.
        if class.has(Class::PREP.or(Class::SUB)) && !class.has(Class::DET)
            || view.word(k).ends_with("ing") && k == start
        {
            if let Some(comma) = (k..limit.min(k + 25)).find(|&n| view.is(n, ",")) {
                k = comma + 1;
                continue;
            }
        }
        if let Some(phrase) = view.phrase_after(k, limit) {
            let end = phrase.items.end;
            match phrase.kind {
                PhraseKind::Name
                | PhraseKind::Role
                | PhraseKind::Group
                | PhraseKind::Body
                | PhraseKind::Document => return Some(phrase),
                PhraseKind::Pronoun if view.is_any(k, &["he", "she", "they", "it"]) => return Some(phrase),
                _ => {
                    if best.is_none() && phrase.definite {
                        best = Some(phrase);
                    }
                }
            }
            k = end.max(k + 1);
        } else {
            k += 1;
        }
    }
    best
}

/// What a cue governs: items that hold quotations, and clauses of reported speech.
#[derive(Debug)]
struct Plan {
    quotes: Vec<Range<usize>>,
    clauses: Vec<Range<usize>>,
    trailing: bool,
}

impl Plan {
    fn rule_of(&self, cue: &Cue, before: bool, inside: bool) -> Rule {
        match cue.shape {
            Shape::According => Rule::According,
            Shape::VerbFirst => Rule::VerbFirst,
            Shape::Participle | Shape::Coordinated => Rule::Inherited,
            Shape::SubjectFirst if inside && self.trailing => Rule::Trailing,
            Shape::SubjectFirst if inside => Rule::Inside,
            Shape::SubjectFirst if before => Rule::After,
            Shape::SubjectFirst => Rule::Before,
        }
    }
}

/// Which items each cue governs; `None` for a cue inside what another one reports.
fn plan(view: &View, cues: &[Cue], range: Range<usize>) -> Vec<Option<Plan>> {
    let mut plans: Vec<Option<Plan>> = Vec::with_capacity(cues.len());
    let mut consumed = range.start;
    // The content of an earlier cue that is still open, by its index.
    let mut open: Option<usize> = None;
    for (n, cue) in cues.iter().enumerate() {
        if let Some(o) = open {
            if nested(view, &cues[o], cue) {
                plans.push(None);
                continue;
            }
        }
        let next = cues
            .iter()
            .skip(n + 1)
            .find(|later| !nested(view, cue, later))
            .map_or(range.end, |later| reach(view, later));
        let next = next.max(cue.last);
        let before = consumed..content_end(view, cue).max(consumed);
        let after = cue.last..next;
        let back = (before.start..before.end)
            .rev()
            .find(|&k| !view.is_any(k, &[",", "-", "–", "—", "--"]));
        let quote_before = back.is_some_and(|k| view.is_quote(k)) && before.end + 2 >= cue.first;
        let mut plan = Plan {
            quotes: Vec::new(),
            clauses: Vec::new(),
            trailing: false,
        };
        match cue.shape {
            Shape::VerbFirst => {
                plan.trailing = true;
                plan.quotes.push(before.clone());
                plan.clauses.extend(
                    indirect::clause(view, cue, before.clone(), true)
                        .filter(|_| !only_quotes(view, before.clone())),
                );
                plan.quotes.push(after.clone());
            }
            Shape::According => {
                let lead = words_in(view, before.clone()) >= 2 || quote_before;
                if lead {
                    plan.trailing = true;
                    plan.quotes.push(before.clone());
                    plan.clauses.extend(
                        indirect::clause(view, cue, before.clone(), true)
                            .filter(|_| !only_quotes(view, before.clone())),
                    );
                    plan.quotes.push(after);
                } else {
                    plan.quotes.push(after.clone());
                    plan.clauses.extend(indirect::clause(view, cue, after, true));
                }
            }
            Shape::SubjectFirst | Shape::Participle | Shape::Coordinated => {
                let comma = cue.first > range.start && view.is(cue.first - 1, ",");
                let complement = has_complement(view, after.clone());
                if quote_before
                    && (cue.shape == Shape::SubjectFirst
                        || !complement
                        || view.is_quote(cue.first.wrapping_sub(1))
                            && cue.shape == Shape::Coordinated
                            && !view.class(cue.first).has(Class::CONJ))
                {
                    plan.trailing = true;
                    plan.quotes.push(before.clone());
                    if !only_quotes(view, before.clone()) {
                        plan.clauses.extend(indirect::clause(view, cue, before, true));
                    }
                    plan.quotes.push(after);
                } else if cue.shape == Shape::SubjectFirst
                    && !complement
                    && !leads_quote(view, after.clone())
                    && words_in(view, before.clone()) >= 3
                    && (comma || cue.first == cue.at)
                {
                    plan.trailing = true;
                    plan.quotes.push(before.clone());
                    plan.clauses.extend(indirect::clause(view, cue, before, true));
                    plan.quotes.push(after);
                } else if cue.shape == Shape::SubjectFirst && comma && split_clause(view, &before, &after) {
                    // "It is on his watch, she said, that …": both sides.
                    plan.trailing = true;
                    plan.quotes.push(before.clone());
                    plan.clauses.extend(indirect::clause(view, cue, before, true));
                    plan.quotes.push(after.clone());
                    plan.clauses
                        .extend(indirect::clause(view, cue, after.start + 1..after.end, true));
                } else {
                    plan.quotes.push(after.clone());
                    if !only_quotes(view, after.clone()) {
                        plan.clauses.extend(indirect::clause(view, cue, after, false));
                    }
                }
            }
        }
        consumed = next;
        open = Some(n);
        plans.push(Some(plan));
    }
    plans
}

/// Whether a quotation after the cue is what it reports: nothing joins it to the clause before.
fn leads_quote(view: &View, range: Range<usize>) -> bool {
    range
        .clone()
        .find(|&k| view.is_quote(k))
        .is_some_and(|k| !view.class(k.wrapping_sub(1)).has(Class::CONJ))
}

/// Whether a clause stands on both sides of an inserted attribution: ", she said, that".
fn split_clause(view: &View, before: &Range<usize>, after: &Range<usize>) -> bool {
    words_in(view, before.clone()) >= 3
        && view.is(after.start, ",")
        && after.len() > 3
        && !view.is_quote(after.start + 1)
        && !view.class(before.start).has(Class::SUB.or(Class::PREP))
        && !view.word(after.start + 1).ends_with("ing")
}

/// Where what stands before a cue ends: before its subject and the comma or conjunction that leads it.
fn content_end(view: &View, cue: &Cue) -> usize {
    let mut end = cue.first;
    while end > 0
        && (view.is_any(end - 1, &[",", ";", "–", "—", "--"])
            || view.class(end - 1).has(Class::CONJ)
            || view.is_any(end - 1, &["while", "although", "though"]))
    {
        end -= 1;
    }
    end
}

/// Where what an earlier cue governs ends: a quotation that the later cue closes ("…," she said) is the later one's.
fn reach(view: &View, later: &Cue) -> usize {
    let end = content_end(view, later);
    if end + 2 < later.first || end < 2 || view.class(later.first.wrapping_sub(1)).has(Class::CONJ) {
        return end;
    }
    let Some(Item::Quote(q)) = view.items.get(end - 1) else {
        return end;
    };
    let inner = view.quotes[*q].inner.of(view.doc.text);
    let closes = inner.ends_with([',', '?', '!']) || view.is(end, ",");
    let apart = view.token(end - 2).is_some_and(|i| view.doc.token(i).is_mark());
    let own = match later.shape {
        Shape::According => true,
        Shape::SubjectFirst | Shape::VerbFirst => apart && later.strength == 3,
        _ => false,
    };
    if closes && own { end - 1 } else { end }
}

/// Whether `later` stands inside what `cue` reports: nothing closes the clause before it.
fn nested(view: &View, cue: &Cue, later: &Cue) -> bool {
    if later.shape == Shape::According {
        return view.is(later.first.wrapping_sub(1), "that");
    }
    if later.shape != Shape::SubjectFirst && later.shape != Shape::Participle
        || cue.shape == Shape::VerbFirst
        || cue.strength == 0
    {
        return false;
    }
    let pronoun = later
        .subject
        .as_ref()
        .is_some_and(|s| s.kind == PhraseKind::Pronoun);
    let believes = later.entry.is_some_and(|e| e.cell(5) == "believe");
    // A quotation right after the later verb is its own.
    let direct = view.is_quote(later.last)
        || (view.is_any(later.last, &[",", ":", "that"]) && view.is_quote(later.last + 1));
    if later.first <= cue.last + 1 && later.shape == Shape::SubjectFirst {
        return pronoun || believes || !direct;
    }
    let lead = later.first - 1;
    let leads = view.is_any(lead, &[",", ";", ":", "–", "—", "--"])
        || view.is_quote(lead)
        || view.class(lead).has(Class::CONJ)
        || view.is_any(lead, &["while", "although", "though"]);
    !leads && (pronoun || believes || !direct)
}

fn only_quotes(view: &View, range: Range<usize>) -> bool {
    words_in(view, range) == 0
}

fn words_in(view: &View, range: Range<usize>) -> usize {
    range
        .filter(|&k| {
            view.token(k)
                .is_some_and(|i| !view.doc.token(i).is_mark() && !view.doc.token(i).is_clitic())
        })
        .count()
}

/// Whether something that can be reported follows the cue, beside time, place and addressee.
fn has_complement(view: &View, range: Range<usize>) -> bool {
    let mut k = range.start;
    while k < range.end {
        if view.is_quote(k) {
            return false;
        }
        if view.is(k, ",") {
            return false;
        }
        let class = view.class(k);
        let word = view.word(k);
        if view.is_any(k, &[".", ";", ":"]) {
            return false;
        }
        if class.has(Class::TIME.or(Class::ADVERB)) {
            k += 1;
            continue;
        }
        if class.has(Class::PREP) && !view.is(k, "that") {
            // A prepositional phrase; a clause may follow it, if it has a verb.
            let verb = (k + 1..range.end)
                .any(|n| view.class(n).has(Class::AUX.or(Class::VERB)) || view.is(n, "that"));
            return verb && !matches!(word, "of" | "during" | "after" | "before" | "when");
        }
        if view.is_any(k, &["when", "as", "after", "before"]) {
            return false;
        }
        if view.is_any(
            k,
            &[
                "reporters",
                "him",
                "her",
                "them",
                "us",
                "me",
                "lawmakers",
                "supporters",
            ],
        ) {
            k += 1;
            continue;
        }
        return words_in(view, k..range.end) >= 2
            && (k..range.end).any(|n| {
                view.class(n).has(Class::AUX.or(Class::VERB).or(Class::REPORTS))
                    || view.is(n, "that")
                    || view.word(n).ends_with("ed")
                    || view.word(n).ends_with('s')
                    || view.class(n).has(Class::PRONOUN)
            })
            || words_in(view, k..range.end) >= 5;
    }
    false
}
