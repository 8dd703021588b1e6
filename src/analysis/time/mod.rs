//! Time expressions: `this week`, `Feb. 2`, `by the end of the year`, each with the day, week, month or year it names.
//!
//! Relative words count from a reference day (the reader's `--date`, else the dateline, else publication). Without one
//! they are still found, with no date. A weekday or a month without year falls on the side of the reference day that
//! the clause's tense asks for; a weekday of the same name is the day itself. Durations ("for six months") are no dates.

mod calendar;
mod grammar;
mod tense;
mod words;

use std::ops::Range;

use jiff::civil::Date;

use crate::article::Article;
use crate::span::Span;

use self::calendar::Stretch;
use self::grammar::{Core, Grammar};
use self::words::{Preposition, Word};
use super::tokens::{Token, Tokens};

/// One expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// Where it stands, prepositions and adverbs included: `by the end of the year`.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// ISO day, week (`2022-W05`), month, year, or two of them with a slash; `None` without a day to count from.
    pub date: Option<String>,
    /// How it stands to what happens.
    pub role: Role,
    /// Where it lies from the reference day, if that is known.
    pub side: Option<Side>,
}

/// How a time stands to what happens then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// At that time: on, in, during.
    At,
    /// From it on: since, from, starting.
    From,
    /// Up to it: by, until, before, through.
    Until,
    /// Later than it.
    After,
    /// now, currently: a word that dates nothing by itself.
    Now,
}

/// Which side of the reference day a time lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Over before that day.
    Past,
    /// Holds that day.
    Present,
    /// Begins after it.
    Future,
}

/// All time expressions of `article` in the order of the text; they do not overlap.
///
/// `reference` is the day that relative words count from; give the reader's own day, or [`Article::reference_date`].
pub fn mentions(article: &Article, tokens: &Tokens<'_>, reference: Option<Date>) -> Vec<TimeMention> {
    let mut found = Vec::new();
    let mut story: Option<(usize, i16)> = None;
    let kinds = grammar::kinds(tokens);
    // By spelling, whether an expression may begin with it: few do.
    let begins: Vec<bool> = tokens
        .spellings()
        .iter()
        .zip(&kinds)
        .map(|(token, &kind)| {
            let written = token.span.of(tokens.text());
            kind != Word::Other || written.starts_with(|c: char| c.is_ascii_digit())
        })
        .collect();
    for sentence in 0..article.sentences.len() {
        let range = tokens.sentence(sentence);
        let mut at = range.start;
        let mut grammar = Grammar {
            tokens,
            kinds: &kinds,
            sentence: range.clone(),
            reference,
            year: None,
            story: story
                .filter(|(at, _)| sentence <= at + STORY)
                .map(|(_, year)| year),
        };
        while at < range.end {
            let begins = |t: Token| begins.get(t.spelling()).is_none_or(|&begins| begins);
            if !tokens.get(at).is_some_and(begins) {
                at += 1;
                continue;
            }
            let Some(core) = grammar.core(at).filter(|core| core.end <= range.end) else {
                at += 1;
                continue;
            };
            let (start, role, cued) = if core.now {
                (at, Role::Now, true)
            } else {
                widen(&grammar, at, found.last())
            };
            if core.needs_cue && !cued {
                at += 1;
                continue;
            }
            if let Some(Stretch::Year(year) | Stretch::Month(year, _)) = core.stretch {
                grammar.year = Some(year);
                // "In August 1990 … By November": a tale of the past keeps its year.
                if reference.is_some_and(|day| year + 1 < day.year()) {
                    story = Some((sentence, year));
                }
            }
            found.push(mention(tokens, start..core.end, core, role, reference));
            at = core.end;
        }
    }
    found
}

/// Over how many sentences a year of the past dates days and months that name none.
const STORY: usize = 4;

/// How many blocks at the top are searched for the day of an article that gives none in its dateline or metadata.
const TOP_BLOCKS: usize = 4;

/// Bytes of a line that may hold the day of publication anywhere.
const SHORT_LINE: usize = 160;

/// Tokens at the head of a longer paragraph that a dateline may take.
const DATELINE_TOKENS: usize = 10;

/// The day to count from: the reader's, else the dateline's or publication's, else a whole date that stands in a
/// short line at the top ("Published 14 March 2023", "as of 18:00, 19 November 2024").
pub fn reference(article: &Article, tokens: &Tokens<'_>, given: Option<Date>) -> Option<Date> {
    given.or_else(|| article.reference_date()).or_else(|| {
        let tops = article.blocks.iter().take(TOP_BLOCKS);
        tops.flat_map(|block| block.sentences.clone().take(3))
            .find_map(|sentence| day_at_the_top(article, tokens, sentence as usize))
    })
}

/// The first whole date of a short sentence, or of the head of a longer one.
fn day_at_the_top(article: &Article, tokens: &Tokens<'_>, sentence: usize) -> Option<Date> {
    let range = tokens.sentence(sentence);
    let grammar = Grammar {
        tokens,
        kinds: &[],
        sentence: range.clone(),
        reference: None,
        year: None,
        story: None,
    };
    let last = if article.sentences.get(sentence)?.span.len() < SHORT_LINE {
        range.end
    } else {
        range.end.min(range.start + DATELINE_TOKENS)
    };
    (range.start..last)
        .filter_map(|i| grammar.core(i))
        .find_map(|core| match core.stretch {
            Some(Stretch::Day(day)) => Some(day),
            _ => None,
        })
}

/// The mentions that lie wholly in the tokens of `range`.
pub fn within(mentions: &[TimeMention], range: Range<usize>) -> &[TimeMention] {
    let first = mentions.partition_point(|m| m.tokens.start < range.start);
    let last = mentions.partition_point(|m| m.tokens.end <= range.end);
    mentions.get(first..last.max(first)).unwrap_or_default()
}

/// Whether `word` is the name of a month or weekday.
pub fn is_calendar(word: &str) -> bool {
    matches!(
        words::kind(word.trim_end_matches('.')),
        Word::Month(_) | Word::Weekday(_)
    )
}

fn mention(
    tokens: &Tokens<'_>,
    range: Range<usize>,
    core: Core,
    role: Role,
    reference: Option<Date>,
) -> TimeMention {
    let side = core
        .stretch
        .and_then(Stretch::ends)
        .zip(reference)
        .map(|((from, to), day)| {
            if to < day {
                Side::Past
            } else if from > day {
                Side::Future
            } else {
                Side::Present
            }
        });
    TimeMention {
        span: tokens.span(range.clone()),
        tokens: range,
        date: core.stretch.map(Stretch::iso),
        role,
        side,
    }
}

/// Takes in the prepositions and adverbs before token `at`: the new first token, the role, and whether any was there.
fn widen(grammar: &Grammar<'_>, at: usize, last: Option<&TimeMention>) -> (usize, Role, bool) {
    let floor = grammar.sentence.start.max(last.map_or(0, |m| m.tokens.end));
    let mut start = at;
    let mut role = Role::At;
    let mut cued = false;
    let mut tied = false;
    for _ in 0..5 {
        let Some(i) = start.checked_sub(1).filter(|&i| i >= floor) else {
            break;
        };
        match grammar.kind(i) {
            Word::Part3 | Word::Part => cued = true,
            Word::The if start > floor => {}
            Word::Preposition(preposition) if !tied => {
                cued = true;
                tied = preposition != Preposition::Of && !words::is(grammar.word(i), "around");
                let new = match preposition {
                    Preposition::At | Preposition::Within => Role::At,
                    // "the end of", "the morning of": part of the phrase.
                    Preposition::Of if start == at => Role::At,
                    Preposition::From | Preposition::Between => Role::From,
                    Preposition::Until => Role::Until,
                    Preposition::After => Role::After,
                    Preposition::As | Preposition::Of => role,
                };
                if role == Role::At {
                    role = new;
                }
            }
            _ if grammar.word(i) == "-" && matches!(grammar.kind(i.wrapping_sub(1)), Word::Part3) => {}
            _ if matches!(grammar.word(i), "fiscal" | "FY") => cued = true,
            _ => break,
        }
        start = i;
    }
    // A lone article at the front is not part of the phrase unless the core needs it.
    while start < at && matches!(grammar.kind(start), Word::The) {
        start += 1;
    }
    (start, role, cued)
}

#[cfg(test)]
mod tests;
