//! Names, pronouns and documents that the reporter mentions without quoting: they keep their bearers present.

use std::ops::Range;

use super::Doc;
use super::discourse::Place;
use super::frame::{Frame, Item};
use super::names::NameKind;
use super::phrases::PhraseKind;
use super::walk::Walker;
use super::words::Class;

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

impl Walker<'_> {
    /// Notes the names and pronouns among `items`, which hold no cue.
    pub(super) fn touch(&mut self, frame: &Frame, items: Range<usize>, inside: bool) {
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
                        || word == "," && self.starts_clause(frame, k, items.start)
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
                if determined
                    && let Some(phrase) = view
                        .phrase_ending(k + 1, items.start.max(k.saturating_sub(6)))
                        .filter(|p| p.kind == PhraseKind::Document && p.owner.is_none())
                    && let Some((id, _)) = self.found.discourse.describe(self.doc, &phrase)
                {
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
            k += 1;
        }
    }

    /// Whether a clause begins at item `k` of a passage that begins at `start`.
    fn starts_clause(&self, frame: &Frame, k: usize, start: usize) -> bool {
        let Some(before) = k.checked_sub(1).filter(|_| k != start) else {
            return true;
        };
        let view = self.view(frame);
        view.is_quote(before)
            || view.is_any(before, &[",", ";", ":", ".", "–", "—"])
            || view.class(before).has(Class::CONJ.or(Class::SUB))
    }
}

/// Whether "in the" or "in a" leads item `k` closely.
fn view_in(frame: &Frame, doc: &Doc, k: usize) -> bool {
    (k.saturating_sub(3)..k)
        .any(|n| matches!(frame.items[n], Item::Token(i) if doc.tokens.is_any(i, &["in"])))
}
