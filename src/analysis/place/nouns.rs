//! Whether the word after a name is its noun, its verb or goes on with the clause.

use crate::analysis::time;
use crate::lexicon::{Entry, Form, Table};

use super::reader::Reader;
use super::words;

/// Whether `entry` is a country's adjective or people, and not its name too ("US").
pub(super) fn is_adjective(entry: Entry) -> bool {
    entry.table() == Table::Country
        && !entry.form().is(Form::NAME)
        && (entry.form().is(Form::ADJECTIVE) || entry.form().is(Form::DEMONYM))
}

impl Reader<'_, '_> {
    /// Whether the lower-case word at `end` is a noun that the name before it only qualifies.
    pub(super) fn qualifies(&self, end: usize) -> bool {
        let word = self.word(end);
        self.tokens
            .get(end)
            .is_some_and(|t| t.is_word() && t.is_spaced() && !t.is_capital())
            && self.sentence.contains(&end)
            && !self.goes_on(end)
            && !word.is_empty()
    }

    /// Whether the word at `i` goes on with the clause after a name, rather than being the noun that the name qualifies.
    pub(super) fn goes_on(&self, i: usize) -> bool {
        let word = self.word(i);
        words::preposition(word, "").is_some()
            || words::verb(word).is_some()
            || is_closed(word)
            || self.is_verb(i)
            || word.ends_with("ly")
            || word.ends_with("ed")
            || word.ends_with("ing")
            || words::is_any(
                word,
                &[
                    "ahead",
                    "instead",
                    "together",
                    "ago",
                    "overnight",
                    "once",
                    "soon",
                    "right",
                    "just",
                    "only",
                    "says",
                    "under",
                    "amid",
                    "without",
                    "via",
                    "per",
                    "where",
                    "whose",
                    "whom",
                    "any",
                    "some",
                    "via",
                ],
            )
    }

    /// "region" and the like before another noun ("Kursk region officials") still belong to the name; "state media" do not.
    pub(super) fn is_attributive_type(&self, i: usize) -> bool {
        words::is_any(
            self.word(i),
            &[
                "state", "city", "town", "border", "front", "line", "base", "station", "range",
            ],
        ) && self
            .tokens
            .get(i + 1)
            .is_some_and(crate::analysis::tokens::Token::is_word)
            && words::preposition(self.word(i + 1), "").is_none()
            && !self.is_verb(i + 1)
            && !matches!(
                self.word(i + 1),
                "and" | "or" | "which" | "that" | "where" | "who" | "this" | "last" | "next"
            )
    }

    /// Whether most words of the sentence have capitals, so that capitals say nothing.
    pub(super) fn heading(&self) -> bool {
        let words = self
            .tokens
            .slice(self.sentence.start..self.sentence.end.min(self.sentence.start + 16));
        let long = words.iter().filter(|t| t.is_word() && t.span.len() > 3);
        let (capital, all) = long.fold((0, 0), |(c, n), t| (c + usize::from(t.is_capitals()), n + 1));
        all > 2 && capital * 4 > all * 3
    }

    /// Whether the noun after token `end - 1` is a force, its equipment or a rank.
    pub(super) fn is_force_noun(&self, end: usize) -> bool {
        self.sentence.contains(&end)
            && self.tokens.entries(end).any(|e| {
                matches!(
                    e.table(),
                    Table::Unit | Table::Equipment | Table::Title | Table::Formation
                )
            })
    }

    /// "U.S. troops", "Ukraine crisis": a name that only qualifies the noun after it.
    pub(super) fn is_attributive(&self, start: usize, end: usize, entry: Entry) -> bool {
        let Some(next) = self
            .tokens
            .get(end)
            .filter(|t| self.sentence.contains(&end) && t.is_word() && t.is_spaced())
        else {
            return false;
        };
        if self.is_force_noun(end) && !self.is_verb(end) {
            return true;
        }
        if next.is_capital() && !self.heading() && time::is_calendar(self.word(end)) {
            return false;
        }
        let adjective = entry.form().is(Form::ADJECTIVE);
        if next.is_capital() && !self.heading() {
            return adjective || !self.opens_title(end) && self.lookup(end).is_none() && end - start == 1;
        }
        if words::is_any(
            self.word(end),
            &[
                "troop",
                "military",
                "army",
                "navy",
                "government",
                "crisis",
                "war",
                "embassy",
                "president",
                "officials",
                "official",
                "state",
                "media",
                "defense",
                "defence",
                "foreign",
                "intelligence",
                "national",
                "special",
                "ground",
                "policy",
                "bases",
                "mission",
                "territory",
                "air",
                "naval",
                "border",
                "allies",
                "ally",
                "lawmakers",
                "diplomats",
                "stand",
                "standoff",
                "support",
                "aid",
                "arms",
                "commander",
                "commanders",
                "bombers",
            ],
        ) {
            return true;
        }
        adjective
            && words::preposition(self.word(end), "").is_none()
            && !self.is_verb(end)
            && !is_closed(self.word(end))
            && !self.word(end).ends_with("ly")
    }

    /// Whether token `i` is a verb that a subject stands before.
    pub(super) fn is_verb(&self, i: usize) -> bool {
        let word = self.word(i);
        if crate::word_set!(words::AUXILIARIES).has(words::lower(word).as_str()) {
            return true;
        }
        self.sentence.contains(&i)
            && self.tokens.entries(i).any(|e| {
                matches!(e.table(), Table::ReportingVerb | Table::MovementVerb)
                    && (e.form().is(Form::PAST) || e.form().is(Form::THIRD))
                    && !e.form().is(Form::GERUND)
            })
            && word.starts_with(char::is_lowercase)
    }
}

/// Words of the closed classes, which no name qualifies.
pub(super) fn is_closed(word: &str) -> bool {
    crate::word_set!(words::CLOSED).has(words::lower(word).as_str())
}
