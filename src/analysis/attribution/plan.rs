//! What each cue of a sentence governs: the quotations and clauses before it, after it, or on both sides.

use std::ops::Range;

use super::cues::{Cue, Shape};
use super::frame::Item;
use super::indirect;
use super::phrases::PhraseKind;
use super::view::View;
use super::walk::Rule;
use super::words::Class;

/// What a cue governs: items that hold quotations, and clauses of reported speech.
#[derive(Debug)]
pub(super) struct Plan {
    pub quotes: Vec<Range<usize>>,
    pub clauses: Vec<Range<usize>>,
    pub trailing: bool,
}

impl Plan {
    /// Leaves the items of `inner` to another cue.
    fn leave(&mut self, inner: &Range<usize>) {
        let mut kept = Vec::with_capacity(self.quotes.len() + 1);
        for range in self.quotes.drain(..) {
            kept.extend([
                range.start..range.end.min(inner.start).max(range.start),
                range.start.max(inner.end).min(range.end)..range.end,
            ]);
        }
        kept.retain(|range| !range.is_empty());
        self.quotes = kept;
    }

    pub fn rule_of(&self, cue: &Cue, before: bool, inside: bool) -> Rule {
        match cue.shape {
            Shape::According => Rule::According,
            Shape::VerbFirst => Rule::VerbFirst,
            Shape::Participle if cue.subject.is_some() => Rule::Before,
            Shape::Participle | Shape::Coordinated => Rule::Inherited,
            Shape::Nominal => Rule::Inside,
            Shape::SubjectFirst if inside && self.trailing => Rule::Trailing,
            Shape::SubjectFirst if inside => Rule::Inside,
            Shape::SubjectFirst if before => Rule::After,
            Shape::SubjectFirst => Rule::Before,
        }
    }
}

/// Which items each cue governs; `None` for a cue inside what another one reports.
#[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
pub(super) fn plan(view: &View, cues: &[Cue], range: Range<usize>) -> Vec<Option<Plan>> {
    let mut plans: Vec<Option<Plan>> = Vec::with_capacity(cues.len());
    let mut consumed = range.start;
    // The content of an earlier cue that is still open, by its index.
    let mut open: Option<usize> = None;
    for (n, cue) in cues.iter().enumerate() {
        if let Some(o) = open
            && nested(view, &cues[o], cue)
        {
            // "said it is good, which she argued helps pupils": another's words begin at the comma.
            let lead = cue.first.wrapping_sub(1);
            let relative = cue.strength >= 2
                && view.is_any(lead, &["which", "whom", "whose"])
                && view.is(lead.wrapping_sub(1), ",");
            if let (true, Some(Some(outer))) = (relative, plans.get_mut(o)) {
                for clause in &mut outer.clauses {
                    if clause.contains(&lead) && clause.start + 3 < lead {
                        clause.end = lead - 1;
                    }
                }
            }
            let inner = nested_plan(view, cue, range.end, &mut plans);
            plans.push(inner);
            continue;
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
                    // "According to a poll by the Marlow Institute, …": the source goes on to the comma.
                    let goes_on = view.class(after.start).has(Class::PREP)
                        || view.word(after.start).ends_with("ed")
                        || view.is_any(after.start, &["who", "that", "which"]);
                    let start = if goes_on {
                        after.clone().find(|&k| view.is(k, ",")).unwrap_or(after.end)
                    } else {
                        after.start
                    };
                    plan.clauses
                        .extend(indirect::clause(view, cue, start..after.end, true));
                }
            }
            // What a noun of saying reports follows it.
            Shape::Nominal => plan.quotes.push(after),
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
                    && comma
                    && !after.clone().any(|k| view.is_quote(k))
                    && split_clause(view, &before, &after)
                    && goes_on(view, after.start + 1..after.end)
                {
                    // "He hid, he said, but others ran."
                    plan.trailing = true;
                    plan.quotes.push(before.clone());
                    plan.clauses.extend(indirect::clause(view, cue, before, true));
                    plan.clauses
                        .extend(indirect::clause(view, cue, after.start + 1..after.end, true));
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

/// What a cue inside another one's report keeps for itself; the other one leaves it.
fn nested_plan(view: &View, cue: &Cue, limit: usize, plans: &mut [Option<Plan>]) -> Option<Plan> {
    let inner = inner_quotes(view, cue, limit)?;
    for outer in plans.iter_mut().flatten() {
        outer.leave(&inner);
    }
    Some(Plan {
        quotes: vec![inner],
        clauses: Vec::new(),
        trailing: false,
    })
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

/// Whether what follows an inserted attribution goes on with what was said, and is no setting of it.
fn goes_on(view: &View, range: Range<usize>) -> bool {
    let setting = Class::PREP
        .or(Class::TIME)
        .or(Class::ADVERB)
        .or(Class::SUB)
        .or(Class::RELATIVE);
    let first = view.class(range.start);
    (!first.has(setting) || view.is(range.start, "that"))
        && words_in(view, range.clone()) >= 4
        && indirect::has_verb(view, range)
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

/// The quotation right after a cue in a relative clause of what another cue reports: "said the plan, which she called
/// 'a dream', …". It is the inner speaker's.
fn inner_quotes(view: &View, cue: &Cue, limit: usize) -> Option<Range<usize>> {
    let lead = cue.first.checked_sub(1)?;
    let relative = cue.shape == Shape::SubjectFirst
        && cue
            .subject
            .as_ref()
            .is_some_and(|s| s.kind != PhraseKind::Relative)
        && view.is_any(lead, &["which", "whom", "who", "what", "when", "where"]);
    if !relative {
        return None;
    }
    let quote = (cue.last..limit.min(cue.last + 5)).find(|&k| view.is_quote(k))?;
    let open = (cue.last..quote).all(|k| !view.is_any(k, &[";", ":"]) && !view.class(k).has(Class::CONJ));
    open.then_some(quote..quote + 1)
}

/// Whether `later` stands inside what `cue` reports: nothing closes the clause before it.
fn nested(view: &View, cue: &Cue, later: &Cue) -> bool {
    if later.shape == Shape::According {
        return view.is(later.first.wrapping_sub(1), "that");
    }
    // "said the claim is 'false'": what is said of a claim is no part of it.
    if later.shape == Shape::Nominal {
        let open = cue.strength >= 2
            && matches!(
                cue.shape,
                Shape::SubjectFirst | Shape::Participle | Shape::Coordinated
            );
        return open && (cue.last..later.first).all(|k| !view.is_any(k, &[",", ";"]) && !view.is_quote(k));
    }
    // "said the board had met to confirm it": what an infinitive in the clause reports is part of it.
    if later.shape == Shape::Coordinated && later.first == later.at && view.is(later.at - 1, "to") {
        return cue.shape == Shape::SubjectFirst
            && cue.strength >= 2
            && words_in(view, cue.last..later.at) > 4
            && (cue.last..later.at).all(|k| !view.is_any(k, &[";", ":"]));
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
    if later.shape == Shape::Participle && later.subject.is_some() && view.is(lead, "with") {
        return false;
    }
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
