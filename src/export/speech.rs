//! [`Speech`]: how much each speaker says, and what leads.
//!
//! A speaker's words are those of his quotes and, in a transcript, of his paragraphs; what another is quoted with
//! inside them is the other's. Words in two findings of one speaker count once.

use super::summary::{Said, fold};
use crate::analysis::{Analysis, GroupId, Quote, QuoteKind, SpeakerId};
use crate::article::Article;
use crate::span::Span;

/// How many pieces lead.
const LEADING: usize = 3;

/// Fewer words than these lead only where there are no others.
const TELLING: usize = 5;

/// A transcript's sentence of so many words is more than a greeting.
const SUBSTANTIAL: usize = 10;

/// How many quotes away another is looked for that holds the same words.
const NEAR: usize = 4;

/// A leading piece is shown up to about this many characters.
const LONGEST: usize = 280;

#[derive(Clone, Copy, Debug, Default)]
struct Share {
    words: usize,
    quotes: usize,
    turns: usize,
}

/// Who says how much.
#[derive(Debug)]
pub struct Speech<'a> {
    article: &'a Article,
    analysis: &'a Analysis,
    /// By speaker, the unattributed last.
    shares: Vec<Share>,
    /// First bytes of what feeds the movement table, in order.
    moving: Vec<usize>,
}

impl<'a> Speech<'a> {
    /// Counts what everybody says.
    pub fn new(article: &'a Article, analysis: &'a Analysis) -> Self {
        let mut spans: Vec<Vec<Span>> = vec![Vec::new(); analysis.speakers.len() + 1];
        let mut shares = vec![Share::default(); spans.len()];
        for quote in &analysis.quotes {
            let slot = slot(analysis, quote.speaker);
            spans[slot].push(quote.span);
            shares[slot].quotes += 1;
        }
        for (block, speaker) in article.blocks.iter().zip(&analysis.block_speakers) {
            if speaker.is_none() {
                continue;
            }
            let slot = slot(analysis, *speaker);
            shares[slot].turns += 1;
            let start = block.label.unwrap_or_default().end();
            let mut start = start.max(block.span.start());
            let first = analysis
                .quotes
                .partition_point(|q| q.span.start() < block.span.start());
            for quote in analysis.quotes.iter().skip(first) {
                if quote.span.start() >= block.span.end() {
                    break;
                }
                let other = quote.speaker.is_some() && quote.speaker != *speaker;
                if other && quote.span.start() >= start {
                    spans[slot].push(Span::new(start, quote.span.start()));
                    start = quote.span.end();
                }
            }
            spans[slot].push(Span::new(start, block.span.end()));
        }
        for (share, mut spans) in shares.iter_mut().zip(spans) {
            spans.sort_unstable();
            let mut done = 0;
            for span in spans {
                let new = Span::new(span.start().max(done), span.end().max(done));
                share.words += words(article.words(new));
                done = done.max(span.end());
            }
        }
        let rows = analysis.movements.iter();
        let mut moving: Vec<_> = rows
            .flat_map(|row| row.evidence.iter().map(|span| span.start()))
            .collect();
        moving.sort_unstable();
        Self {
            article,
            analysis,
            shares,
            moving,
        }
    }

    fn feeds_the_table(&self, sentence: Span) -> bool {
        let next = self.moving.partition_point(|&at| at < sentence.start());
        self.moving.get(next).is_some_and(|&at| at < sentence.end())
    }

    /// Words that anybody speaks.
    pub fn total_words(&self) -> usize {
        self.shares.iter().map(|share| share.words).sum()
    }

    /// Words of a speaker; of `None` those of nobody.
    pub fn words(&self, speaker: Option<SpeakerId>) -> usize {
        self.shares[slot(self.analysis, speaker)].words
    }

    /// Quotes of a speaker.
    pub fn count(&self, speaker: Option<SpeakerId>) -> usize {
        self.shares[slot(self.analysis, speaker)].quotes
    }

    /// Paragraphs that a speaker speaks in a transcript.
    pub fn turns_of(&self, speaker: Option<SpeakerId>) -> usize {
        self.shares[slot(self.analysis, speaker)].turns
    }

    /// The leading pieces, in the order of the text: the speaker's own telling words before phrases, and phrases
    /// before reported speech.
    pub fn leading(&self, speaker: Option<SpeakerId>) -> Vec<Said> {
        let mut pieces = self.pieces(speaker);
        if speaker.is_some() {
            pieces.extend(self.turns(speaker));
        }
        pieces.sort_by_key(|piece| (piece.0, piece.1));
        pieces.truncate(LEADING);
        pieces.sort_by_key(|piece| piece.1);
        pieces.into_iter().map(|(_, _, said)| said).collect()
    }

    /// Each attribution as (rank, first byte, words).
    fn pieces(&self, speaker: Option<SpeakerId>) -> Vec<(u8, usize, Said)> {
        let mut out: Vec<(u8, usize, Said)> = Vec::new();
        let mut last: Option<(GroupId, QuoteKind, u32)> = None;
        let mine: Vec<_> = self
            .analysis
            .quotes
            .iter()
            .filter(|q| q.speaker == speaker)
            .collect();
        for (at, quote) in mine.iter().enumerate() {
            if self.is_told_better(quote, mine.get(at.saturating_sub(NEAR)..).unwrap_or_default()) {
                continue;
            }
            let text = shortened(&self.tidy(quote));
            if text.is_empty() {
                continue;
            }
            let verbatim = quote.kind != QuoteKind::Indirect;
            let goes_on = last == Some((quote.group, quote.kind, quote.block));
            last = Some((quote.group, quote.kind, quote.block));
            if let Some((rank, _, said)) = out.last_mut().filter(|_| goes_on) {
                if said.text.chars().count() + text.chars().count() < LONGEST {
                    // Phrases of a sentence stand each by itself; sentences go on.
                    let joint = if quote.kind == QuoteKind::Partial {
                        "”, “"
                    } else {
                        " … "
                    };
                    said.text = format!("{}{joint}{text}", said.text.trim_end_matches(','));
                    *rank = (*rank).min(rank_of(quote.kind, &said.text));
                }
                continue;
            }
            let said = Said {
                verbatim,
                paragraph: quote.block as usize + 1,
                at: quote.span.start(),
                text,
            };
            out.push((rank_of(quote.kind, &said.text), quote.span.start(), said));
        }
        for (_, _, said) in &mut out {
            said.text.truncate(said.text.trim_end_matches(',').len());
        }
        out
    }

    /// Whether one of `others`, which stand near, holds or is held by `quote` and tells more of it: reported speech
    /// around a mere phrase, a telling quote inside reported speech.
    fn is_told_better(&self, quote: &Quote, others: &[&Quote]) -> bool {
        let telling = |q: &Quote| words(self.article.words(q.span)) >= TELLING;
        let reported = |q: &Quote| q.kind == QuoteKind::Indirect;
        others
            .iter()
            .take(2 * NEAR)
            .filter(|other| other.span != quote.span && reported(other) != reported(quote))
            .any(|other| {
                if reported(quote) {
                    quote.span.contains(other.span) && telling(other)
                } else {
                    other.span.contains(quote.span) && !telling(quote)
                }
            })
    }

    /// The words on one line; of reported speech without its "that", and with the mark that its end cut off.
    fn tidy(&self, quote: &Quote) -> String {
        let mut text = fold(self.article.words(quote.span));
        if quote.kind == QuoteKind::Indirect {
            if let Some(rest) = text.strip_prefix("that, ").or_else(|| text.strip_prefix("that ")) {
                text = rest.to_owned();
            }
            for (open, close) in [('“', '”'), ('‘', '’'), ('\'', '\''), ('"', '"')] {
                if is_left_open(&text, open, close) {
                    text.truncate(text.trim_end_matches(',').len());
                    text.push(close);
                }
            }
        }
        text
    }

    /// The paragraphs that a transcript gives to a speaker, each by the sentence that feeds the movement table, else by its
    /// first of some length: thanks and greetings lead only where there is nothing else.
    fn turns(&self, speaker: Option<SpeakerId>) -> Vec<(u8, usize, Said)> {
        let blocks = self.article.blocks.iter().enumerate();
        blocks
            .zip(&self.analysis.block_speakers)
            .filter(|(_, who)| **who == speaker)
            .filter_map(|((index, block), _)| {
                let first = self.article.sentences.get(
                    block.sentences.start as usize
                        ..(block.sentences.end as usize).min(self.article.sentences.len()),
                )?;
                let long = |least: usize| {
                    let mut sentences = first.iter();
                    sentences.find(|s| words(self.article.words(s.span)) >= least)
                };
                let moving = first.iter().find(|s| self.feeds_the_table(s.span));
                let (rank, telling) = moving
                    .map(|s| (0, s))
                    .or_else(|| long(SUBSTANTIAL).map(|s| (1, s)))
                    .or_else(|| long(TELLING).map(|s| (2, s)))
                    .or_else(|| first.first().map(|s| (4, s)))?;
                let text = shortened(&fold(self.article.words(telling.span)));
                let said = Said {
                    text,
                    verbatim: true,
                    paragraph: index + 1,
                    at: telling.span.start(),
                };
                Some((rank, telling.span.start(), said))
            })
            .collect()
    }
}

/// Whether the last mark that opens a quotation in `text` has none that closes it. An opening mark stands at the
/// beginning of a word, a closing one at an end.
fn is_left_open(text: &str, open: char, close: char) -> bool {
    let begins = |at: usize| {
        text.get(..at)
            .is_some_and(|t| t.is_empty() || t.ends_with([' ', '(']))
    };
    let Some((at, mark)) = text.match_indices(open).rfind(|&(at, _)| begins(at)) else {
        return false;
    };
    let rest = text.get(at + mark.len()..).unwrap_or_default();
    !rest.match_indices(close).any(|(at, mark)| {
        !rest
            .get(at + mark.len()..)
            .is_some_and(|t| t.starts_with(char::is_alphanumeric))
    })
}

/// What leads: the least first. Sentences of a transcript that feed the movement table are before all, with 0.
fn rank_of(kind: QuoteKind, text: &str) -> u8 {
    match kind {
        QuoteKind::Direct if words(text) >= TELLING => 1,
        QuoteKind::Direct | QuoteKind::Partial => 2,
        QuoteKind::Indirect => 3,
    }
}

fn slot(analysis: &Analysis, speaker: Option<SpeakerId>) -> usize {
    let last = analysis.speakers.len();
    speaker.map_or(last, |id| (id.0 as usize).min(last))
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole}…")
}

/// Words of `text`: runs without white space that hold a letter or digit.
pub fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_the_end_of_a_clause_cut_off_is_missed() {
        let cases = [
            ("he was “strongly opposed", true),
            ("he was “strongly opposed” to it", false),
            ("others should 'defend themselves", true),
            ("others should 'defend themselves' at once", false),
            ("America's troops and the soldiers' families don't move", false),
            ("they call it 'America's war", true),
            ("the launch was \"wholly uncalled for", true),
            ("he said \"no\" and \"never\"", false),
        ];
        for (text, open) in cases {
            let found = [('“', '”'), ('\'', '\''), ('"', '"')]
                .iter()
                .any(|&(first, last)| is_left_open(text, first, last));
            assert_eq!(found, open, "{text}");
        }
    }
}
