//! Reported speech without marks: which clause a cue governs, and whether it is speech at all.
//!
//! "She said that the road was closed", "The road was closed, she said." Beliefs, intentions and bare objects
//! ("she thinks", "she plans", "she praised the plan") are not speech.

use std::ops::Range;

use super::cues::{Cue, Shape};
use super::frame::Item;
use super::phrases::PhraseKind;
use super::view::View;
use super::words::Class;

/// Verb classes of the table whose clause is speech.
const SPEECH: [&str; 20] = [
    "say", "tell", "state", "claim", "explain", "confirm", "report", "add", "warn", "stress", "deny",
    "predict", "suggest", "reply", "assure", "recall", "lament", "testify", "agree", "joke",
];

/// Verbs of those classes whose object is seldom a clause.
const NOT_CLAUSAL: [&str; 20] = [
    "describe",
    "detail",
    "project",
    "calculate",
    "anticipate",
    "expect",
    "finish",
    "begin",
    "relate",
    "brief",
    "attack",
    "mention",
    "recount",
    "elaborate",
    "comment",
    "set out",
    "lay out",
    "reject",
    "dismiss",
    "expect",
];

/// The part of `range` (items after or before the cue) that is reported speech, if it is.
#[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
pub(super) fn clause(view: &View, cue: &Cue, range: Range<usize>, before: bool) -> Option<Range<usize>> {
    let subject_is_vague = cue.subject.as_ref().is_some_and(|s| s.kind == PhraseKind::Other);
    let mut that = false;
    let range = if before {
        trim_before(view, range)
    } else {
        let range = trim_after(view, cue, range, &mut that);
        let range = later_that(view, range, &mut that);
        let range = without_comment(view, range);
        main_clause(view, cue, range.clone()).map_or_else(|| range.clone(), |end| range.start..end)
    };
    if range.is_empty() {
        return None;
    }
    let words = range
        .clone()
        .filter(|&k| view.is_quote(k) || view.token(k).is_some_and(|i| !view.doc.token(i).is_mark()))
        .count();
    let outside = range
        .clone()
        .filter(|&k| view.token(k).is_some_and(|i| view.doc.token(i).is_word()))
        .count();
    if outside == 0 {
        return None;
    }
    if cue.shape == Shape::According {
        return (words >= 3 && has_verb(view, range.clone())).then_some(range);
    }
    let entry = cue.entry?;
    let verb = entry.cell(0);
    let class = entry.cell(5);
    // "accused them of hiding it", "suggests renewing the treaty"
    if class == "accuse" && !before {
        let of = (range.start..range.end.min(range.start + 14))
            .find(|&k| view.is_any(k, &["of", "with"]) && view.word(k + 1).ends_with("ing"))?;
        return Some(of + 1..range.end);
    }
    if !before
        && matches!(verb, "suggest" | "recommend" | "propose" | "advocate")
        && view.word(range.start).ends_with("ing")
        && words >= 3
    {
        return Some(range);
    }
    // "would not say which": nothing is reported. "lower than she says they are", "what he said about it" neither.
    let asks = view.is_any(
        range.start,
        &[
            "which", "how", "whether", "if", "what", "why", "who", "when", "where",
        ],
    );
    let negated = (cue.first..cue.at).any(|k| {
        view.is_any(k, &["not", "never", "cannot"])
            || view.word(k).ends_with("n't")
            || view.word(k).ends_with("n’t")
    });
    if !before && negated && asks {
        return None;
    }
    if !before && cue.first > 0 && view.is_any(cue.first - 1, &["than", "what"]) {
        return None;
    }
    let speech = (SPEECH.contains(&class) && !NOT_CLAUSAL.contains(&verb))
        || matches!(
            verb,
            "write"
                | "tweet"
                | "argue"
                | "insist"
                | "promise"
                | "vow"
                | "pledge"
                | "conclude"
                | "contend"
                | "complain"
                | "swear"
                | "threaten"
                | "speculate"
        );
    if before {
        let plain = matches!(
            verb,
            "say"
                | "add"
                | "tell"
                | "note"
                | "explain"
                | "write"
                | "argue"
                | "warn"
                | "claim"
                | "admit"
                | "testify"
                | "report"
                | "announce"
                | "state"
                | "insist"
                | "tweet"
                | "recall"
                | "continue"
                | "go on"
                | "acknowledge"
                | "stress"
                | "confirm"
                | "predict"
                | "declare"
                | "caution"
                | "concede"
                | "suggest"
                | "estimate"
                | "allege"
                | "assert"
                | "maintain"
                | "contend"
        );
        return (plain && words >= 3 && has_verb(view, range.clone())).then_some(range);
    }
    if that {
        let known = speech || entry.cell(7).contains('t') && !matches!(class, "believe");
        // "appealed that ruling" has an object only.
        return (known && words >= 3 && has_verb(view, range.clone())).then_some(range);
    }
    if !speech || words < 3 {
        return None;
    }
    if matches!(verb, "say" | "claim" | "tell" | "insist" | "argue" | "state")
        || verb == "add" && !adds_object(view, range.start)
    {
        let infinitive = view.is(range.start, "to");
        return (has_verb(view, range.clone()) && !(infinitive && verb == "say")).then_some(range);
    }
    if subject_is_vague && cue.strength < 3 {
        return None;
    }
    // Others need a clause: a subject and its verb soon after.
    clausal(view, range.clone()).then_some(range)
}

/// From a "that" which only a place or time of speaking comes before: "told a meeting in Orlen, Oregon, on Monday that".
fn later_that(view: &View, range: Range<usize>, that: &mut bool) -> Range<usize> {
    if *that {
        return range;
    }
    let setting = |k: usize| {
        !view.is_quote(k)
            && (view.class(k).has(Class::PREP.or(Class::TIME).or(Class::DET))
                || view.in_name(k)
                || view.is(k, ",")
                || view.token(k).is_some_and(|i| view.doc.token(i).is_number()))
    };
    let found = (range.start + 1..range.end.min(range.start + 12))
        .take_while(|&k| setting(k - 1))
        .find(|&k| view.is(k, "that") && !view.class(k - 1).has(Class::PREP.or(Class::DET)));
    found.map_or_else(
        || range.clone(),
        |k| {
            *that = true;
            k..range.end
        },
    )
}

/// Without a relative clause at the end, which is the reporter's comment: "said it is open, which surprised many".
fn without_comment(view: &View, range: Range<usize>) -> Range<usize> {
    let comment = (range.start + 4..range.end)
        .find(|&k| view.is(k, ",") && view.is_any(k + 1, &["which", "who", "whose", "where"]));
    match comment {
        Some(k) if (k + 2..range.end).all(|n| !view.is(n, ",") && !view.is_quote(n)) => range.start..k,
        _ => range,
    }
}

/// Where the main clause begins after a report in a subordinate one: "While she said it was over, he went on."
fn main_clause(view: &View, cue: &Cue, range: Range<usize>) -> Option<usize> {
    let mut lead = cue.first.checked_sub(1)?;
    while lead > 0 && view.class(lead).has(Class::ADVERB) && !view.class(lead).has(Class::SUB) {
        lead -= 1;
    }
    let opens = view.is_any(
        lead,
        &[
            "while", "when", "after", "before", "although", "though", "since", "as", "if", "despite", "by",
            "who",
        ],
    );
    if !opens || view.is(lead, "who") && !(lead > 1 && view.is_any(lead - 2, &["among", "of"])) {
        return None;
    }
    (range.start + 2..range.end.saturating_sub(2)).find(|&k| {
        let next = view.class(k + 1);
        view.is(k, ",")
            && (next.has(Class::PRONOUN.or(Class::DET)) || view.in_name(k + 1))
            && !view.is_any(k + 1, &["which", "who", "that"])
            && (k + 2..range.end.min(k + 9)).any(|n| verbish(view, n))
    })
}

/// Whether "added" takes a thing: "added three goals", "added another seat", "added 30 cents".
fn adds_object(view: &View, k: usize) -> bool {
    let class = view.class(k);
    view.token(k).is_some_and(|i| view.doc.token(i).is_number())
        || class.has(Class::NUMBER) && !view.is_any(k, &["no", "one"])
        || view.is_any(k, &["another", "yet", "more", "a", "an", "$", "£", "€"])
}

/// Without a leading comma or conjunction mark, and without the comma before the attribution.
fn trim_before(view: &View, mut range: Range<usize>) -> Range<usize> {
    while range.start < range.end && is_mark(view, range.start) {
        range.start += 1;
    }
    while range.start < range.end
        && is_mark(view, range.end - 1)
        && !view.is_any(range.end - 1, &[")", "]", "%"])
    {
        range.end -= 1;
    }
    range
}

fn is_mark(view: &View, k: usize) -> bool {
    view.token(k).is_some_and(|i| {
        view.doc.token(i).is_mark()
            && !matches!(view.doc.tokens.word(i), "$" | "£" | "€" | "#" | "@" | "(" | "[")
    })
}

/// Without addressee, time and place of speaking.
#[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
fn trim_after(view: &View, cue: &Cue, mut range: Range<usize>, that: &mut bool) -> Range<usize> {
    while range.start < range.end
        && is_mark(view, range.end - 1)
        && !view.is_any(range.end - 1, &[")", "]", "%"])
    {
        range.end -= 1;
    }
    let takes_person = cue.entry.is_some_and(|e| {
        e.cell(7).split(',').any(|f| f == "p")
            || matches!(e.cell(0), "alert" | "notify" | "inform" | "remind" | "warn")
    });
    let mut addressed = !takes_person;
    let mut k = range.start;
    for _ in 0..10 {
        if k >= range.end {
            break;
        }
        let class = view.class(k);
        if view.is(k, "that") {
            // "said that day" is no clause, but seldom.
            *that = true;
            break;
        }
        if view.is_quote(k) {
            break;
        }
        // "tweeted out that"
        let particle = k == range.start && view.is(k, "out") && view.is(k + 1, "that");
        if view.is(k, ",") || view.is(k, ":") || particle {
            k += 1;
            continue;
        }
        if class.has(Class::TIME)
            && !view.is_any(k, &["last", "early", "late", "next", "now"])
            && !(view.is(k + 1, "'s") || view.is(k + 1, "’s"))
            || view.is_any(k, &["recently", "earlier", "last"]) && view.class(k + 1).has(Class::TIME)
        {
            k += 1;
            continue;
        }
        if view.is_any(k, &["on", "this", "last", "late", "early"]) && (view.class(k + 1).has(Class::TIME)) {
            k += 2;
            while k < range.end
                && (view.class(k).has(Class::TIME)
                    || view.token(k).is_some_and(|i| view.doc.token(i).is_number())
                        && view.class(k - 1).has(Class::TIME))
            {
                k += 1;
            }
            continue;
        }
        if !addressed {
            addressed = true;
            if class.has(Class::OBJECT) && view.token(k).is_some() {
                k += 1;
                continue;
            }
            if let Some(object) = view.phrase_after(k, range.end) {
                // The addressee must leave a clause behind him.
                if object.items.end < range.end
                    && object.items.len() <= 9
                    && cue.entry.is_some_and(|e| {
                        matches!(
                            e.cell(0),
                            "tell" | "assure" | "reassure" | "inform" | "notify" | "remind"
                        ) || view.is(object.items.end, "that")
                    })
                {
                    k = object.items.end;
                    while k < range.end && view.is_any(k, &["with", "of", "at", "in", "from"]) {
                        let Some(more) = view.phrase_after(k + 1, range.end) else {
                            break;
                        };
                        if more.items.end >= range.end {
                            break;
                        }
                        k = more.items.end;
                    }
                    continue;
                }
            }
            continue;
        }
        // "in a statement", "during an interview with X", "to reporters".
        if class.has(Class::PREP) && !class.has(Class::SUB) {
            let stop = (k + 1..range.end.min(k + 16)).find(|&n| {
                view.is_any(n, &["that", ","])
                    || view.is_quote(n)
                    || (view.class(n).has(Class::TIME) && n > k + 1)
            });
            if let Some(stop) = stop {
                let setting = (k + 1..stop).any(|n| {
                    view.class(n).has(Class::DOCUMENT)
                        || view.is_any(
                            n,
                            &[
                                "interview",
                                "conference",
                                "hearing",
                                "event",
                                "rally",
                                "call",
                                "reporters",
                                "court",
                                "phone",
                                "meeting",
                                "session",
                                "announcement",
                                "appearance",
                                "debate",
                                "show",
                                "twitter",
                                "facebook",
                                "broadcast",
                                "podcast",
                            ],
                        )
                });
                let verb_inside = (k + 1..stop).any(|n| {
                    view.class(n).has(Class::AUX.or(Class::VERB)) && !view.class(n).has(Class::DOCUMENT)
                });
                if !verb_inside && (setting || view.is(k, "to") || view.is(stop, "that")) {
                    k = stop;
                    continue;
                }
            }
        }
        break;
    }
    range.start = k.min(range.end);
    range
}

fn verbish(view: &View, k: usize) -> bool {
    let class = view.class(k);
    if class.has(Class::AUX.or(Class::VERB)) || (class.has(Class::REPORTS) && !view.is_quote(k)) {
        return true;
    }
    let word = view.word(k);
    let lower = word.starts_with(|c: char| c.is_lowercase());
    lower
        && word.len() > 3
        && (word.ends_with("ed")
            || word.ends_with("es")
            || (class.is_unknown() && word.ends_with('s') && !word.ends_with("ss")))
}

/// Whether the items hold a finite verb, as far as words show.
pub(super) fn has_verb(view: &View, range: Range<usize>) -> bool {
    let long = range.len() > 12;
    range.clone().any(|k| {
        verbish(view, k)
            || opens_with_verb(view, k)
            || view.token(k).is_some_and(|i| view.doc.token(i).is_clitic())
                && view.class(k - 1).has(Class::PRONOUN)
    }) || long
}

/// Whether item `k` is a quotation that begins with the verb of the reporter's clause: "the move 'was meant to delay'".
fn opens_with_verb(view: &View, k: usize) -> bool {
    let Some(Item::Quote(q)) = view.items.get(k) else {
        return false;
    };
    let first = view.doc.tokens.at(view.quotes[*q].inner.start());
    view.doc.class(first).has(Class::AUX.or(Class::VERB)) && !view.doc.token(first).is_capital()
}

/// Whether a subject and its verb begin the items.
fn clausal(view: &View, range: Range<usize>) -> bool {
    if view.class(range.start).has(Class::SUB) && !view.class(range.start).has(Class::PREP) {
        return true;
    }
    let Some(subject) = view.phrase_after(range.start, range.end) else {
        return false;
    };
    let end = subject.items.end;
    if subject.kind == PhraseKind::Pronoun {
        // "repeated them" has an object and no clause.
        return end < range.end && !view.is_any(range.start, &["him", "her", "them"]);
    }
    (end..range.end.min(end + 6))
        .any(|k| view.class(k).has(Class::AUX.or(Class::VERB)) && !view.class(k).has(Class::PREP))
}
