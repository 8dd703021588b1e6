//! What moves where: the movement table.
//!
//! Sentence by sentence: designators, quantities and force phrases (`forces`), places by role (`spots`), triggers with
//! tense, modality and polarity (`verbs`) are joined into mentions (`clause`, `telling`); the discourse supplies the
//! actor and place that a sentence leaves out; mentions of one force are merged into one row and rows are linked
//! (`merge`, `links`); what an analyst should check becomes a note (`notes`).

#![allow(
    clippy::too_many_lines,
    clippy::too_many_arguments,
    clippy::struct_excessive_bools,
    clippy::many_single_char_names,
    clippy::similar_names,
    clippy::nonminimal_bool,
    clippy::match_same_arms,
    reason = "a grammar reads best as one list of cases in order, and a sentence has many properties that are yes or no"
)]

mod actors;
mod aside;
mod civil;
mod clause;
mod designators;
mod discourse;
mod draft;
mod equipment;
mod forces;
mod govern;
mod groups;
mod links;
mod lists;
mod losses;
mod memo;
mod merge;
mod notes;
mod owners;
mod placed;
mod quantities;
mod row;
mod sources;
mod spots;
mod status;
mod tails;
mod tally;
mod telling;
mod traits;
mod verbs;
mod whereabouts;
mod words;

use crate::article::{Article, BlockKind};
use crate::lexicon::{Form, Table, TableSet};
use crate::span::Span;

use super::attribution::Speech;
use super::place::Places;
use super::time::{Role, TimeMention};
use super::tokens::Tokens;
use super::{Movement, Note};

use clause::Clause;
use discourse::Discourse;
use draft::{Draft, Setting};
use merge::{Source, Table as Rows};
use tally::Tally;
use words::{Spellings, Words};

/// What the movement reading needs of the other readings.
pub struct Around<'a> {
    /// Who says what.
    pub speech: &'a Speech,
    /// Places with their positions.
    pub places: &'a Places<'a>,
    /// Time expressions in the order of the text.
    pub times: &'a [TimeMention],
    /// The day that relative times count from.
    pub reference: Option<jiff::civil::Date>,
}

/// Reads all movements of `article`, with the notes on them.
pub fn read(article: &Article, tokens: &Tokens<'_>, around: &Around<'_>) -> (Vec<Movement>, Vec<Note>) {
    let mut talk = Discourse::open(article, Tally::of(tokens, around.places));
    let mut table = Rows::default();
    let spellings = Spellings::of(tokens);
    for (b, block) in article.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Direction | BlockKind::Boilerplate) {
            continue;
        }
        talk.enter_block(b);
        if block.kind == BlockKind::Heading {
            talk.enter_section();
        }
        for s in block.sentences.clone() {
            let s = s as usize;
            if !worth_reading(tokens, s) {
                talk.passes(around.places, &tokens.sentence(s), s);
                continue;
            }
            // A flood of marks is no sentence.
            if tokens.sentence(s).len() > 400 {
                continue;
            }
            let words = Words::of(tokens, &spellings, s);
            talk.hears(&words, s);
            let times = Times::of(
                &words,
                around.times,
                article.sentences.get(s).map_or_else(Span::default, |x| x.span),
                tokens,
            );
            let clause = Clause::read(&words, around.places, &|i| times.takes(i));
            let setting = Setting {
                sentence: s,
                block: b,
                heading: matches!(block.kind, BlockKind::Heading | BlockKind::Caption),
                question: block.kind == BlockKind::Question
                    || words.low(words.len().saturating_sub(1)) == "?",
                asked: words.low(words.len().saturating_sub(1)) == "?",
                reported: reported(&words),
            };
            let drafts = telling::drafts(&clause, setting, &talk, &|from, to| {
                times.of_event(&words, from, to)
            });
            talk.heard(&clause, s, b, &drafts);
            if drafts.is_empty() {
                continue;
            }
            let shown = sources::shown(&words);
            let ours = (0..words.len()).any(|k| {
                matches!(
                    words.low(k),
                    "we" | "our" | "we'll" | "we're" | "we've" | "we'd" | "us"
                )
            });
            for mut draft in drafts {
                let source = source(&draft, around).or_else(|| shown.clone());
                // "We will send another company": the speaker's own country.
                if ours && !draft.actor_said && source.is_some() {
                    let side = source.as_ref().and_then(|s| sources::side(s, around.speech));
                    if let Some(side) = side
                        .or_else(|| talk.seat.map(str::to_owned))
                        .or_else(|| talk.default.clone())
                    {
                        draft.actor = vec![side];
                    }
                }
                table.add(draft, source);
            }
        }
    }
    table.finish();
    let mut rows = table.rows;
    for row in &mut rows {
        row::date(row, around, article);
    }
    links::link(&mut rows);
    let notes = notes::notes(&rows, &|k| {
        rows.get(k)
            .and_then(|r| r.draft.when)
            .and_then(|t| around.times.get(t))
            .is_some_and(|t| t.date.is_some() || t.role == Role::Now)
    });
    let movements = rows
        .iter()
        .map(|row| row::movement(row, around, article))
        .collect();
    (movements, notes)
}

fn source(draft: &Draft, around: &Around<'_>) -> Option<Source> {
    if let Some(name) = &draft.asker {
        return Some(Source {
            name: name.clone(),
            speaker: None,
            unnamed: false,
        });
    }
    sources::source(draft, around.speech)
}

/// Whether a sentence holds a word that a movement needs: a trigger, a force or a figure.
fn worth_reading(tokens: &Tokens<'_>, s: usize) -> bool {
    const TELLING: TableSet = TableSet::of(&[
        Table::MovementVerb,
        Table::Unit,
        Table::Equipment,
        Table::Formation,
    ]);
    let range = tokens.sentence(s);
    tokens
        .slice(range)
        .iter()
        .any(|t| t.is_number() || t.key().tables().meets(TELLING))
}

/// Whether the sentence reports speech in the past, so that its "would" is a future.
fn reported(words: &Words<'_>) -> bool {
    (0..words.len()).any(|i| {
        words.is_in(i, Table::ReportingVerb)
            && words.entries(i).any(|e| {
                e.table() == Table::ReportingVerb
                    && e.form().is(Form::PAST)
                    && !matches!(e.cell(0), "order" | "plan")
            })
            || words.low(i) == "according"
    })
}

/// One time of a sentence.
struct Dated {
    /// First word, and one past the last.
    from: usize,
    to: usize,
    /// Index of the mention.
    mention: usize,
    span: Span,
    /// Whether it dates the report and not the movement.
    reports: bool,
    /// "now", "currently": only where nothing else dates the movement.
    now: bool,
}

/// The times of one sentence, by its words.
struct Times {
    all: Vec<Dated>,
}

impl Times {
    fn of(words: &Words<'_>, mentions: &[TimeMention], sentence: Span, tokens: &Tokens<'_>) -> Self {
        let range = tokens.within(sentence);
        let first = mentions.partition_point(|m| m.tokens.start < range.start);
        let all = mentions
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, m)| m.tokens.start < range.end)
            .map(|(k, m)| {
                let from = words.at(m.span.start());
                let to = words.at(m.span.end().saturating_sub(1)) + 1;
                let before = from.wrapping_sub(1);
                let speech = |i: usize| {
                    words.entries(i).any(|e| {
                        e.table() == Table::ReportingVerb
                            && (e.form().is(Form::PAST) || e.form().is(Form::THIRD))
                    }) && !words.entries(i).any(|e| e.table() == Table::MovementVerb)
                        || words.low(i) == "published"
                };
                let reports = speech(before)
                    || (words.low(before) == "today" && speech(before.wrapping_sub(1)))
                    || (speech(to) && from == 0)
                    || (speech(to) && words.low(to) != "announced");
                Dated {
                    from,
                    to,
                    mention: k,
                    span: m.span,
                    reports,
                    now: m.role == Role::Now,
                }
            })
            .collect();
        Self { all }
    }

    fn takes(&self, i: usize) -> bool {
        self.all.iter().any(|t| t.from <= i && i < t.to)
    }

    /// The time that goes with a trigger at words `from..to`: the nearest after it, else the nearest before it.
    fn of_event(&self, words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Span)> {
        let free = self.all.iter().filter(|t| !t.reports);
        let near = free
            .map(|t| {
                let gap = if t.from >= to {
                    t.from - to
                } else if t.to <= from {
                    (from - t.to) * 2
                } else {
                    0
                };
                // Another verb or a new clause in between has the better claim.
                let between = if t.from >= to {
                    to..t.from
                } else {
                    t.to..from.max(t.to)
                };
                let other = between.clone().any(|k| {
                    matches!(
                        words.low(k),
                        "as" | "while" | "when" | "but" | ";" | "where" | "which" | "that" | "after"
                    ) || words.entries(k).any(|e| {
                        matches!(e.table(), Table::MovementVerb | Table::ReportingVerb)
                            && (e.form().is(Form::PAST) || e.form().is(Form::THIRD))
                    }) || (words.low(k) == "and"
                        && words.entries(k + 1).any(|e| e.table() == Table::MovementVerb))
                        || matches!(words.low(k), "plans")
                });
                (gap + if other { 20 } else { 0 }, t)
            })
            .filter(|(gap, _)| *gap <= 24)
            .min_by_key(|(gap, t)| (t.now, *gap));
        near.map(|(_, t)| (t.mention, t.span))
    }
}

#[cfg(test)]
mod tests;
