//! [`Index`]: the findings as the panes need them, made once: speakers' shares, the stops of `]`, marks by place.

use crate::analysis::{Analysis, MovementId, QuoteId, SpeakerId};
use crate::app::overlaps::Overlaps;
use crate::article::Article;
use crate::export::Summary;
use crate::span::Span;

/// Parts of the text that a speaker's spark line tells apart.
pub const BINS: usize = 24;

/// Hues that speakers are told apart by.
pub const HUES: usize = 6;

/// A place that `]` and `)` stop at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The words, or the turn's first paragraph.
    pub span: Span,
    /// Index into [`Index::voices`].
    pub voice: usize,
    /// What stands there.
    pub what: StopKind,
}

/// What a [`Stop`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopKind {
    /// A quote.
    Quote(QuoteId),
    /// A labelled turn of a transcript, by its block.
    Turn(usize),
}

/// A row of the speakers pane.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The speaker; `None` for all that is unattributed.
    pub speaker: Option<SpeakerId>,
    /// The letter in the margin: `A`, `B`… `Z`, `a`…; `–` for the unattributed, a blank for who only is named.
    pub letter: char,
    /// Which of [`HUES`] hues.
    pub hue: usize,
    /// Quotes, pieces counted one by one.
    pub quotes: usize,
    /// Labelled turns.
    pub turns: usize,
    /// Words quoted or spoken.
    pub words: usize,
    /// Of all quoted and spoken words, 0 to 1.
    pub share: f64,
    /// His words in each part of the text, front to back.
    pub spread: [u32; BINS],
    /// Indices into [`Index::stops`], in the order of the text.
    pub stops: Vec<usize>,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// In the order of the text.
    pub stops: Vec<Stop>,
    /// Speakers with words in the order of the text, then the unattributed, then who is only named.
    pub voices: Vec<Voice>,
    /// Where quotes stand, with the index of their voice.
    pub quotes: Overlaps<(QuoteId, usize)>,
    /// Where movements are told, all mentions.
    pub evidence: Overlaps<MovementId>,
    /// The row of the speakers pane for each speaker.
    voice_of: Vec<usize>,
    /// The row of the unattributed, if there is one.
    nobody: Option<usize>,
    /// Words of the whole text.
    pub words: usize,
}

impl Index {
    /// Makes the index of the findings of one article.
    pub fn new(article: &Article, analysis: &Analysis) -> Self {
        let text = article.text.as_str();
        let mut tallies: Vec<Tally> = vec![Tally::default(); analysis.speakers.len() + 1];
        let nobody = analysis.speakers.len();
        let slot = |speaker: Option<SpeakerId>| speaker.map_or(nobody, |s| (s.0 as usize).min(nobody));
        for (at, block) in article.blocks.iter().enumerate() {
            let Some(speaker) = analysis.block_speakers.get(at).copied().flatten() else {
                continue;
            };
            let Some(tally) = tallies.get_mut(slot(Some(speaker))) else {
                continue;
            };
            let spoken = block
                .label
                .map_or(block.span, |label| Span::new(label.end(), block.span.end()));
            tally.add_words(text, spoken);
            if block.label.is_some() {
                tally.turns += 1;
                tally.found.push((block.span, StopKind::Turn(at)));
            }
        }
        for (at, quote) in analysis.quotes.iter().enumerate() {
            let Some(tally) = tallies.get_mut(slot(quote.speaker)) else {
                continue;
            };
            tally.quotes += 1;
            tally
                .found
                .push((quote.span, StopKind::Quote(QuoteId(at as u32))));
            let own_turn = quote.speaker.is_some()
                && analysis
                    .block_speakers
                    .get(quote.block as usize)
                    .copied()
                    .flatten()
                    == quote.speaker;
            if !own_turn {
                tally.add_words(text, quote.span);
            }
        }
        Self::gather(article, analysis, &tallies)
    }

    fn gather(article: &Article, analysis: &Analysis, tallies: &[Tally]) -> Self {
        let nobody = analysis.speakers.len();
        let mut order: Vec<usize> = (0..tallies.len())
            .filter(|&at| at != nobody || !tallies[at].found.is_empty())
            .collect();
        order.sort_by_key(|&at| {
            let first = tallies[at].found.iter().map(|(span, _)| span.start()).min();
            (first.is_none(), at == nobody, first, at)
        });
        let all: usize = tallies.iter().map(|t| t.words).sum();
        let mut hues = Hues::default();
        let mut index = Self {
            voice_of: vec![0; nobody],
            words: article.text.split_whitespace().count(),
            ..Self::default()
        };
        let mut letters = ('A'..='Z').chain('a'..='z').chain('0'..='9');
        for at in order {
            let tally = &tallies[at];
            let row = index.voices.len();
            let (speaker, letter, hue) = if at == nobody {
                index.nobody = Some(row);
                (None, '–', 0)
            } else {
                index.voice_of[at] = row;
                let letter = if tally.found.is_empty() {
                    ' '
                } else {
                    letters.next().unwrap_or('+')
                };
                let hue = hues.of(&analysis.speakers[at].name);
                (Some(SpeakerId(at as u32)), letter, hue)
            };
            index.stops.extend(tally.found.iter().map(|&(span, what)| Stop {
                span,
                voice: row,
                what,
            }));
            index.voices.push(Voice {
                speaker,
                letter,
                hue,
                quotes: tally.quotes,
                turns: tally.turns,
                words: tally.words,
                share: if all == 0 {
                    0.0
                } else {
                    tally.words as f64 / all as f64
                },
                spread: tally.spread(article.text.len()),
                stops: Vec::new(),
            });
        }
        index
            .stops
            .sort_by_key(|stop| (stop.span.start(), stop.span.end()));
        for (at, stop) in index.stops.iter().enumerate() {
            index.voices[stop.voice].stops.push(at);
        }
        index.quotes = Overlaps::new(
            index
                .stops
                .iter()
                .filter_map(|stop| match stop.what {
                    StopKind::Quote(quote) => Some((stop.span, (quote, stop.voice))),
                    StopKind::Turn(_) => None,
                })
                .collect(),
        );
        index.evidence = Overlaps::new(
            analysis
                .movements
                .iter()
                .enumerate()
                .flat_map(|(at, row)| {
                    row.evidence
                        .iter()
                        .map(move |&span| (span, MovementId(at as u32)))
                })
                .collect(),
        );
        index
    }

    /// Takes over the words and shares of the summary, which counts no word twice, so that all screens say the same.
    pub fn agree_with(&mut self, summary: &Summary) {
        let all: usize = summary.speakers.iter().map(|person| person.words).sum();
        for person in &summary.speakers {
            let row = self.voice_of(person.id);
            if let Some(voice) = row.and_then(|row| self.voices.get_mut(row)) {
                voice.words = person.words;
                voice.share = person.words as f64 / all.max(1) as f64;
            }
        }
    }

    /// The row of the speakers pane for `speaker`; for `None`, that of the unattributed.
    pub fn voice_of(&self, speaker: Option<SpeakerId>) -> Option<usize> {
        match speaker {
            Some(id) => self.voice_of.get(id.0 as usize).copied(),
            None => self.nobody,
        }
    }

    /// Rows of the speakers pane that have words.
    pub fn speaking(&self) -> usize {
        self.voices
            .iter()
            .filter(|v| v.speaker.is_some() && !v.stops.is_empty())
            .count()
    }
}

/// What is counted of one speaker.
#[derive(Clone, Debug, Default)]
struct Tally {
    quotes: usize,
    turns: usize,
    words: usize,
    found: Vec<(Span, StopKind)>,
    said: Vec<(usize, usize)>,
}

impl Tally {
    fn add_words(&mut self, text: &str, span: Span) {
        let words = span.of(text).split_whitespace().count();
        self.words += words;
        self.said.push((span.start(), words));
    }

    fn spread(&self, length: usize) -> [u32; BINS] {
        let mut bins = [0; BINS];
        for &(at, words) in &self.said {
            if let Some(bin) = bins.get_mut((at * BINS).checked_div(length).unwrap_or(0)) {
                *bin += words as u32;
            }
        }
        bins
    }
}

/// Hands out hues: by a hash of the name, so that a speaker keeps his from article to article, but the next
/// free one where another in this article has it.
#[derive(Debug, Default)]
struct Hues {
    used: [usize; HUES],
}

impl Hues {
    fn of(&mut self, name: &str) -> usize {
        // FNV-1a, 32 bits.
        let hash = name.bytes().fold(0x811c_9dc5_u32, |h, b| {
            (h ^ u32::from(b)).wrapping_mul(0x0100_0193)
        });
        let wish = hash as usize % HUES;
        let least = self.used.iter().min().copied().unwrap_or(0);
        let hue = (wish..wish + HUES)
            .map(|h| h % HUES)
            .find(|&h| self.used[h] == least)
            .unwrap_or(wish);
        self.used[hue] += 1;
        hue
    }
}
