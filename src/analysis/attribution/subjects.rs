//! The subject of a cue, sought to its left: across adverbs and auxiliaries, appositions in commas or brackets, and
//! relative clauses.

use std::ops::Range;

use super::cues::Cue;
use super::names::NameKind;
use super::phrases::{Phrase, PhraseKind};
use super::view::View;
use super::words::Class;

impl View<'_> {
    /// The subject that ends before item `k`, the verb.
    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    pub(super) fn phrase_before(&self, k: usize, start: usize, before: &[Cue]) -> Option<Phrase> {
        let mut j = k;
        // Adverbs, auxiliaries and time words between subject and verb.
        loop {
            if j == start {
                return None;
            }
            let prev = j - 1;
            let class = self.class(prev);
            let pronoun = class.has(Class::PRONOUN) && !class.has(Class::ADVERB);
            let capital = self.token(prev).is_some_and(|i| self.doc.token(i).is_capital());
            if self.in_name(prev) && !class.has(Class::TIME) {
                break;
            }
            // "has in the past described"
            if prev >= start + 2
                && self.is_any(prev, &["past", "meantime", "end"])
                && self.is(prev - 1, "the")
                && self.is_any(prev - 2, &["in", "at"])
            {
                j = prev - 2;
                continue;
            }
            if class.has(Class::AUX) && !capital {
                // "he's said": the pronoun is part of the word.
                if self.word(prev).contains(['\'', '’']) && closed_pronoun(self.word(prev)) {
                    return Some(self.pronoun(prev));
                }
                j = prev;
            } else if (class.has(Class::ADVERB) || class.has(Class::TIME))
                && !pronoun
                && !class.has(Class::ROLE.or(Class::GROUP).or(Class::BODY))
            {
                j = prev;
                while j > start
                    && self.class(prev).has(Class::TIME)
                    && self.is_any(
                        j - 1,
                        &["on", "this", "last", "the", "in", "late", "early", "earlier"],
                    )
                {
                    j -= 1;
                }
            } else {
                break;
            }
        }
        let last = j - 1;
        if self.is_quote(last) {
            return None;
        }
        let class = self.class(last);
        if class.has(Class::RELATIVE) && !class.has(Class::DET) || self.is(last, "that") {
            if self.is_any(last, &["who", "which", "that"]) && last > start {
                let end = if self.is(last - 1, ",") { last - 1 } else { last };
                let mut antecedent = self.phrase_ending(end, start);
                let person = antecedent.as_ref().is_some_and(|a| {
                    a.entity
                        .is_some_and(|e| self.names.get(e).kind == NameKind::Person)
                        || matches!(a.kind, PhraseKind::Role | PhraseKind::Group)
                });
                if self.is(last, "who") && !person {
                    // "Driscoll, 24, from Manchester, who said"
                    let at = (start.max(end.saturating_sub(14))..end).rev().find(|&n| {
                        self.token(n)
                            .and_then(|i| self.names.run_at(i))
                            .is_some_and(|r| r.kind == NameKind::Person)
                    });
                    antecedent = at.and_then(|n| self.phrase_ending(n + 1, start)).or(antecedent);
                }
                let mut phrase = self.pronoun(last);
                phrase.kind = PhraseKind::Relative;
                if let Some(a) = antecedent {
                    let fits = if self.is(last, "that") {
                        matches!(
                            a.kind,
                            PhraseKind::Document | PhraseKind::Group | PhraseKind::Role
                        )
                    } else {
                        !matches!(a.kind, PhraseKind::Other | PhraseKind::Pronoun)
                    };
                    if fits || self.is(last, "who") {
                        phrase.entity = a.entity;
                        phrase.description = self.tokens_of(a.items.clone());
                        phrase.head = last;
                        return Some(phrase);
                    }
                }
                return self.is(last, "who").then_some(phrase);
            }
            return None;
        }
        if self.is(last, ",") || self.is_any(last, &[")", "—", "–", "--", "]"]) {
            return self.across_insertion(last, start, before);
        }
        let mut phrase = self.phrase_ending(j, start)?;
        // "groups who wrote to her say": an object is no subject.
        if phrase.kind == PhraseKind::Pronoun
            && self.is_any(phrase.items.start, &["her", "him", "them", "us", "me"])
        {
            let at = phrase.items.start;
            let who = (start.max(at.saturating_sub(12))..at)
                .rev()
                .find(|&n| self.is_any(n, &["who", "that"]))?;
            return self
                .phrase_ending(who, start)
                .filter(|p| p.kind != PhraseKind::Other);
        }
        // "Baker of Columbia, South Carolina says": a place after its comma is no subject.
        let place = self.doc.class(phrase.head).has(Class::PLACE)
            && self
                .names
                .run_at(phrase.head)
                .is_none_or(|r| r.kind == NameKind::Place);
        if place && phrase.items.start > start + 1 && self.is(phrase.items.start - 1, ",") {
            let outer = self.phrase_ending(phrase.items.start - 1, start);
            phrase = outer
                .filter(|p| {
                    let person = p
                        .entity
                        .is_some_and(|e| self.names.get(e).kind == NameKind::Person);
                    matches!(p.kind, PhraseKind::Role | PhraseKind::Group)
                        || (p.kind == PhraseKind::Name && person)
                })
                .unwrap_or(phrase);
        }
        // "officials who met the board said": the subject stands before the relative clause.
        let from = phrase.items.start;
        if from > start && !matches!(phrase.kind, PhraseKind::Pronoun) {
            let floor = before
                .last()
                .map_or(start, |c| c.last)
                .max(from.saturating_sub(14))
                .max(start);
            for n in (floor..from).rev() {
                if self.is_any(n, &[",", ";", ":"])
                    || self.is_quote(n)
                    || self.class(n).has(Class::CONJ) && !self.is(n, "and")
                {
                    break;
                }
                if self.is_any(n, &["who", "whose"])
                    && n > start
                    && n + 1 < from
                    && let Some(outer) = self.phrase_ending(n, start)
                    && matches!(
                        outer.kind,
                        PhraseKind::Name | PhraseKind::Role | PhraseKind::Group
                    )
                {
                    return Some(outer);
                }
            }
        }
        Some(phrase)
    }

    /// The subject before an inserted clause that ends with the mark at `mark`: "Hill, a doctor from Ohio, said".
    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    pub(super) fn across_insertion(&self, mark: usize, start: usize, before: &[Cue]) -> Option<Phrase> {
        let opener = match self.word(mark) {
            ")" => "(",
            "]" => "[",
            "," => ",",
            _ => "—",
        };
        // "In Orlen, Gov. Mara Tellier (R-OR), said": the comma closes nothing.
        if opener == ","
            && mark > start
            && self.is(mark - 1, ")")
            && let Some(name) = self.phrase_ending(mark, start)
            && name.kind == PhraseKind::Name
            && name
                .entity
                .is_some_and(|e| self.names.get(e).kind == NameKind::Person)
            && (name.items.start == start || self.is(name.items.start - 1, ","))
        {
            return Some(name);
        }
        let floor = before
            .last()
            .map_or(start, |c| c.last.min(mark))
            .max(mark.saturating_sub(40))
            .max(start);
        let mut inner: Option<Range<usize>> = None;
        for n in (floor..mark).rev() {
            if self.is_quote(n) || self.is(n, ";") {
                break;
            }
            let opens = if opener == "—" {
                self.is_any(n, &["—", "–", "--"])
            } else {
                self.word(n) == opener
            };
            if !opens || n == start {
                continue;
            }
            let Some(outer) = self.phrase_ending(n, start.max(floor)) else {
                continue;
            };
            // "Sen. Mara Tellier, R-Ore., speaking on Friday, said": her party and state are no subject.
            let party =
                self.is_any(outer.items.start, &["R", "D", "I"]) && self.is(outer.items.start + 1, "-");
            if party {
                continue;
            }
            let insertion = n + 1..mark;
            let person = outer
                .entity
                .is_some_and(|e| self.names.get(e).kind == NameKind::Person);
            let acceptable = opener != ","
                || self.can_insert(n + 1, mark)
                || person && !self.class(n + 1).has(Class::CONJ);
            if !acceptable {
                continue;
            }
            // "the director of operations, Jeff Fraser, says": the name is inside.
            let led = matches!(outer.kind, PhraseKind::Role | PhraseKind::Other)
                || outer.kind == PhraseKind::Name && !person && mark - insertion.start >= 2;
            if opener == ","
                && led
                && let Some(name) = self
                    .bare_name(insertion.start, mark + 1)
                    .filter(|r| r.end == mark)
            {
                let mut phrase = self.phrase(name)?;
                phrase.description = self.tokens_of(outer.items.clone());
                phrase.items.start = outer.items.start;
                return Some(phrase);
            }
            if opener == "," && !matches!(outer.kind, PhraseKind::Name | PhraseKind::Pronoun) {
                // This may itself be an apposition: ", a salesman from Sumter, South Carolina, says".
                if outer.items.start > floor + 1
                    && self.is(outer.items.start - 1, ",")
                    && outer.items.start > start + 1
                {
                    inner = Some(outer.items.clone());
                    if let Some(name) = self
                        .phrase_ending(outer.items.start - 1, start.max(floor))
                        .filter(|p| p.kind == PhraseKind::Name)
                    {
                        let mut name = name;
                        name.description = self.tokens_of(outer.items.start..mark);
                        return Some(name);
                    }
                    if outer.kind == PhraseKind::Role {
                        return Some(outer);
                    }
                    continue;
                }
                if outer.kind == PhraseKind::Other && inner.is_none() {
                    continue;
                }
            }
            let mut outer = outer;
            if outer.kind == PhraseKind::Name {
                // A place or a mere list is no subject: keep looking for a person further left.
                if outer.entity.is_none() && opener == "," {
                    continue;
                }
                outer.description = self.apposition(n + 1, mark);
            }
            if opener == ","
                && let Some(further) = self.further_left(n, floor, mark)
            {
                return Some(further);
            }
            return Some(outer);
        }
        None
    }

    /// A person further left whose apposition reaches from a comma before `n` to `mark`.
    pub(super) fn further_left(&self, n: usize, floor: usize, mark: usize) -> Option<Phrase> {
        let mut found = None;
        for comma in (floor + 1..n).rev() {
            if self.is_quote(comma) || self.is_any(comma, &[";", ":"]) {
                break;
            }
            if !self.is(comma, ",") {
                continue;
            }
            let opens = self.class(comma + 1);
            let apposition = opens.has(
                Class::RELATIVE
                    .or(Class::ROLE)
                    .or(Class::MODIFIER)
                    .or(Class::TITLE),
            ) || self.is_any(comma + 1, &["a", "an", "the", "one"])
                || self
                    .token(comma + 1)
                    .is_some_and(|i| self.doc.token(i).is_number());
            if !apposition {
                continue;
            }
            let Some(person) = self.phrase_ending(comma, floor) else {
                continue;
            };
            let named = person
                .entity
                .is_some_and(|e| self.names.get(e).kind != NameKind::Place)
                && person.kind == PhraseKind::Name;
            let mut relative = false;
            let clause = (comma + 1..mark).any(|m| {
                relative = relative || self.class(m).has(Class::RELATIVE);
                !relative
                    && self.class(m).has(Class::AUX.or(Class::VERB))
                    && !self.in_name(m)
                    && !self.class(m).has(Class::ROLE.or(Class::BODY).or(Class::GROUP))
            });
            if named && !clause {
                let mut person = person;
                person.description = self.apposition(comma + 1, mark);
                found = Some(person);
            }
        }
        found
    }

    /// Whether the words from `k` can stand between a subject and its verb.
    pub(super) fn can_insert(&self, k: usize, end: usize) -> bool {
        let class = self.class(k);
        let first = self.token(k).map(|i| self.doc.token(i));
        if self.is_quote(k) || class.has(Class::CONJ) && !self.is_any(k, &["and"]) {
            return false;
        }
        let ok = Class::DET
            .or(Class::RELATIVE)
            .or(Class::ADVERB)
            .or(Class::PREP)
            .or(Class::ROLE)
            .or(Class::MODIFIER)
            .or(Class::TITLE)
            .or(Class::TIME)
            .or(Class::SUB)
            .or(Class::BODY)
            .or(Class::GROUP);
        class.has(ok)
            || first.is_some_and(|t| t.is_number() || t.is_capital())
            || self.word(k).ends_with("ing")
            || self.word(k).ends_with("ed")
            || end - k <= 4
    }
}

/// Whether a contraction begins with a subject pronoun.
fn closed_pronoun(word: &str) -> bool {
    let stem = word.split(['\'', '’']).next().unwrap_or_default();
    ["he", "she", "they", "it", "we", "i"]
        .iter()
        .any(|p| p.eq_ignore_ascii_case(stem))
}
