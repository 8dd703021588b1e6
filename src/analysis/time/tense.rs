//! Whether a clause looks back or ahead, so that "Tuesday" and "July" find their side of the reference day.

use crate::lexicon::{Form, Table};

use super::grammar::Grammar;
use super::words::is;

/// How far from the expression the words are read that tell its tense.
const REACH: usize = 24;

/// Words after which what follows is still to come.
const AHEAD: &[&str] = &[
    "will",
    "would",
    "shall",
    "due",
    "expected",
    "expects",
    "expect",
    "scheduled",
    "slated",
    "set",
    "plans",
    "plan",
    "planned",
    "planning",
    "intends",
    "intend",
    "hopes",
    "aims",
    "going",
    "ready",
    "poised",
    "about",
    "preparing",
    "prepares",
    "prepare",
    "may",
    "might",
    "could",
    "should",
    "must",
    "can",
    "wants",
    "upcoming",
    "forecast",
    "forecasts",
    "projected",
    "vowed",
    "pledged",
    "promised",
];

/// Words that end a clause.
const ENDS: &[&str] = &[";", ":", "—", "–", "--", "(", ")", "\"", "”", "“"];

/// `Some(true)` where the clause around tokens `start..end` looks ahead, `Some(false)` where it looks back; `None`
/// without a sign of either. The nearest verb before the expression decides, then the nearest after it.
pub(super) fn future(grammar: &Grammar<'_>, start: usize, end: usize) -> Option<bool> {
    let floor = grammar.sentence.start.max(start.saturating_sub(REACH));
    for i in (floor..start).rev() {
        if ENDS.contains(&grammar.word(i)) {
            break;
        }
        if let Some(sign) = sign(grammar, i) {
            return Some(sign);
        }
    }
    let ceiling = grammar.sentence.end.min(end + REACH);
    for i in end..ceiling {
        if ENDS.contains(&grammar.word(i)) {
            break;
        }
        if let Some(sign) = sign(grammar, i) {
            return Some(sign);
        }
    }
    None
}

/// What the word at `i` tells of the tense.
fn sign(grammar: &Grammar<'_>, i: usize) -> Option<bool> {
    let word = grammar.word(i);
    if AHEAD.iter().any(|ahead| is(word, ahead))
        || word.ends_with("'ll")
        || word.ends_with("’ll")
        || word == "wo"
    {
        return Some(true);
    }
    // "were to arrive", "is to deploy": still to come when it was said.
    if matches!(word, "is" | "are" | "was" | "were") && is(grammar.word(i + 1), "to") {
        return Some(true);
    }
    // "is leaving on Monday"
    if matches!(word, "is" | "are") && grammar.word(i + 1).ends_with("ing") {
        return Some(true);
    }
    if matches!(word, "was" | "were" | "had" | "has" | "have" | "did" | "been") {
        return Some(false);
    }
    let past = grammar.tokens.entries(i).any(|entry| {
        matches!(entry.table(), Table::ReportingVerb | Table::MovementVerb)
            && (entry.form().is(Form::PAST) || entry.form().is(Form::PARTICIPLE))
            && !entry.form().is(Form::BASE)
    });
    if past || word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase) {
        return Some(false);
    }
    matches!(
        word,
        "went"
            | "came"
            | "took"
            | "flew"
            | "met"
            | "held"
            | "saw"
            | "made"
            | "got"
            | "gave"
            | "rose"
            | "fell"
            | "found"
            | "brought"
            | "drove"
            | "fought"
            | "led"
            | "lost"
            | "sank"
            | "struck"
            | "began"
            | "became"
    )
    .then_some(false)
}
