//! Capitalised names that no table knows, where the words around them say that they are places.

use crate::analysis::time;
use crate::lexicon::{Entry, Table};

use super::gazetteer::Kind;
use super::reader::Reader;
use super::words::{self, Link};
use super::{Sense, people};

impl Reader<'_, '_> {
    /// A capitalised name that no table knows, where the words around it say that it is a place.
    pub(super) fn unknown(&mut self, i: usize) -> Option<usize> {
        let opening = self.is_opening(i);
        if !opening && i == self.sentence.start {
            return None;
        }
        let link = self.link(i);
        if !opening && !link.is_spatial() && link != Link::Of && !self.type_follows(i) {
            return None;
        }
        // "45 Commando" is a unit by its number.
        if self.heading() || i > self.sentence.start && self.is_number(i - 1) {
            return None;
        }
        let mut end = i;
        let mut typed = opening;
        loop {
            let inside = end > i;
            if self.is_capital(end)
                && (!inside
                    || self
                        .tokens
                        .get(end)
                        .is_some_and(super::super::tokens::Token::is_spaced)
                    || self.word(end - 1) == "-")
            {
                if inside && !opening && self.lookup(end).is_some() && !self.is_type(end) {
                    break;
                }
                typed |= inside && self.is_type(end);
                end += 1;
            } else if inside && (self.joins_number(end) || self.joins_capital(end)) {
                end += 2;
            } else {
                break;
            }
            if end > i + 6 {
                return Some(end);
            }
        }
        if end == i || !self.may_be_place(i, end, typed) {
            return None;
        }
        let named = end;
        if words::is_type_pair(self.word(end), self.word(end + 1)) {
            end += 2;
            typed = true;
        } else if words::is_type_after(self.word(end)) && !self.is_attributive_type(end) {
            end += 1;
            typed = true;
        }
        typed |= words::is_type_before(self.word(i.wrapping_sub(1)))
            || self.word(i.wrapping_sub(1)) == "of" && words::is_type_before(self.word(i.wrapping_sub(2)));
        let article = i > self.sentence.start && self.word(i - 1).eq_ignore_ascii_case("the");
        if !typed
            && (article
                || link == Link::Of
                || self.is_clitic(end)
                || self.qualifies(end)
                || self.word(i.wrapping_sub(1)) == "-"
                || !self.stands_alone(i, named, link))
        {
            return None;
        }
        if self.is_clitic(end)
            || self.word(end) == "-" && self.tokens.get(end).is_some_and(|t| !t.is_spaced())
        {
            return None;
        }
        let owner = self.owner_before(i);
        Some(self.place(
            i..end,
            self.written(i, end),
            if opening { Kind::Base } else { Kind::Unknown },
            owner,
            false,
        ))
    }

    /// "the Italian port of X", "Romania's X": the country that the words before an unknown name give.
    pub(super) fn owner_before(&self, i: usize) -> Option<Entry> {
        let owner = self
            .mentions
            .last()
            .filter(|m| m.sense == Sense::Owner && m.kind == Kind::Country)?;
        let gap = owner.tokens.end..i;
        let near = gap.len() <= 4
            && gap.clone().all(|at| {
                let word = self.word(at);
                word == "of"
                    || self.is_clitic(at)
                    || words::is_filler(word)
                    || words::is_direction(word)
                    || words::is_type_before(word)
            });
        owner
            .spot
            .filter(|_| near && owner.tokens.start >= self.sentence.start)
    }

    /// "-2" after "Engels".
    fn joins_number(&self, i: usize) -> bool {
        let next = self.word(i + 1);
        self.word(i) == "-" && !next.is_empty() && next.bytes().all(|b| b.is_ascii_digit())
    }

    /// A hyphen or a particle inside a name: "Svatove-Kreminna", "Rio de Janeiro".
    fn joins_capital(&self, i: usize) -> bool {
        matches!(
            self.word(i),
            "-" | "de" | "la" | "el" | "al" | "le" | "du" | "del" | "di" | "da"
        ) && self.is_capital(i + 1)
    }

    /// "Camp X", "Fort X", "Naval Station X".
    pub(super) fn is_opening(&self, i: usize) -> bool {
        if !words::is_opening(self.word(i)) || !self.is_capital(i + 1) || self.is_clitic(i + 1) {
            return false;
        }
        match self.word(i) {
            "Camp" | "Fort" | "Ft." | "Ft" | "FOB" | "Firebase" | "Mount" | "Cape" | "RNAS" | "HMNB" => true,
            "RAF" => self.tokens.entries(i + 1).next().is_none(),
            "Joint" => self.word(i + 1) == "Base",
            "Naval" => words::is_any(
                self.word(i + 1),
                &["Station", "Base", "Air", "Support", "Submarine", "Amphibious"],
            ),
            "Forward" => self.word(i + 1) == "Operating",
            "Combat" => self.word(i + 1) == "Outpost",
            "Air" => matches!(self.word(i + 1), "Base" | "Station") && self.is_capital(i + 2),
            "Marine" => self.word(i + 1) == "Corps" && matches!(self.word(i + 2), "Base" | "Air"),
            _ => false,
        }
    }

    /// Whether the run of capitals at `i` ends before a noun that says what it is.
    pub(super) fn type_follows(&self, i: usize) -> bool {
        let end = self.run_end(i);
        self.tokens
            .get(end)
            .is_some_and(super::super::tokens::Token::is_spaced)
            && (words::is_type_pair(self.word(end), self.word(end + 1))
                || words::is_any(
                    self.word(end),
                    &[
                        "oblast",
                        "province",
                        "county",
                        "district",
                        "governorate",
                        "airport",
                        "airfield",
                        "axis",
                        "peninsula",
                        "region",
                        "raion",
                        "area",
                        "sector",
                        "direction",
                    ],
                ))
    }

    /// Whether the words of `i..end` can be a place's: no person, body, unit, month or acronym.
    pub(super) fn may_be_place(&self, i: usize, end: usize, typed: bool) -> bool {
        let mut people = false;
        for at in i..end {
            let word = self.word(at);
            if time::is_calendar(word) || words::is_body(word) && !(typed && self.is_opening(i)) {
                return false;
            }
            if self.tokens.entries(at).any(|e| {
                matches!(
                    e.table(),
                    Table::Unit | Table::Equipment | Table::Formation | Table::Title
                )
            }) && !self.is_opening(i)
            {
                return false;
            }
            if word.bytes().next().is_some_and(|b| b.is_ascii_digit()) && self.word(at.wrapping_sub(1)) != "-"
            {
                return false;
            }
            people |= self.people.contains(word);
        }
        if self.is_opening(i) {
            return true;
        }
        let given = self.tokens.entry(i, Table::GivenName).is_some()
            || people::opens_a_person(self.tokens, i.wrapping_sub(1))
                && self.is_capital(i.wrapping_sub(1))
                && i > self.sentence.start;
        let acronym = end == i + 1
            && self
                .tokens
                .get(i)
                .is_some_and(super::super::tokens::Token::is_capitals);
        !(people || acronym || given && !typed)
    }

    /// Whether a bare unknown name after a preposition is a place and no person or firm.
    pub(super) fn stands_alone(&self, i: usize, end: usize, link: Link) -> bool {
        let before = self.word(i.wrapping_sub(2));
        if words::is_any(
            before,
            &[
                "according",
                "said",
                "told",
                "spoke",
                "due",
                "thanks",
                "referring",
                "response",
                "listening",
                "belonging",
                "subject",
            ],
        ) {
            return false;
        }
        // "from Smith, who": a person. "to Zelm, a spokesman said" ends in a report and not in an apposition.
        if self.word(end) == "," && !matches!(link, Link::At | Link::Near) {
            let report = || {
                (end + 2..self.sentence.end.min(end + 12))
                    .any(|k| self.tokens.entry(k, Table::ReportingVerb).is_some() || self.word(k) == "in")
            };
            let next = self.word(end + 1);
            if words::is_any(next, &["who", "whose"]) || words::is_any(next, &["a", "an", "the"]) && !report()
            {
                return false;
            }
        }
        if self.word(i.wrapping_sub(1)).eq_ignore_ascii_case("on")
            || self.word(i.wrapping_sub(1)).eq_ignore_ascii_case("over")
        {
            return false;
        }
        end - i <= 3
    }
}
