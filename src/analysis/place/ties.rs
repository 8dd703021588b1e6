//! What ties a name to the words before it: prepositions and verbs, near or far.

use crate::lexicon::Table;

use super::reader::Reader;
use super::relative::Signs;
use super::words::{self, Link};
use super::{Sense, list};

impl Reader<'_, '_> {
    /// What ties a name that begins at `start` to the words before it.
    pub(super) fn link(&self, start: usize) -> Link {
        let mut at = start;
        for _ in 0..8 {
            let Some(i) = at.checked_sub(1).filter(|&i| i >= self.sentence.start) else {
                break;
            };
            let word = self.word(i);
            let before = if i > self.sentence.start {
                self.word(i - 1)
            } else {
                ""
            };
            if word.eq_ignore_ascii_case("of") && words::is_type_before(before) {
                at = i - 1;
                continue;
            }
            if word.eq_ignore_ascii_case("between")
                && words::is_any(
                    before,
                    &["spread", "split", "divided", "distributed", "spreading", "shared"],
                )
            {
                return Link::At;
            }
            let signs = self.signs(i);
            if signs.has(Signs::PREPOSITION)
                && let Some(link) = words::preposition(word, before)
            {
                // "left Spain for Italy"
                if word == "for"
                    && (i.saturating_sub(8).max(self.sentence.start)..i)
                        .any(|k| words::verb(self.word(k)) == Some(Link::From))
                {
                    return Link::To;
                }
                return link;
            }
            if signs.has(Signs::FILLER | Signs::DIRECTION)
                || self.is_number(i)
                || self.is_clitic(i)
                || self.is_compound(i)
            {
                at = i;
                continue;
            }
            // "in the capital, Kabul"
            if word == "," && words::is_any(before, &["capital", "port", "city", "town", "village"]) {
                at = i - 1;
                continue;
            }
            if let Some(repair) = self.repaired(i) {
                at = repair;
                continue;
            }
            if let Some(owner) = self
                .mentions
                .last()
                .filter(|m| m.tokens.end == i + 1 && m.sense == Sense::Owner)
            {
                at = owner.tokens.start;
                continue;
            }
            if signs.has(Signs::VERB)
                && let Some(link) = words::verb(word)
            {
                return link;
            }
            match self.determiner(i) {
                Some(determiner) => at = determiner,
                None => return Link::None,
            }
        }
        Link::None
    }

    /// "war-torn", "rebel-held": the words of the compound before a name, from their hyphen or last part.
    pub(super) fn is_compound(&self, i: usize) -> bool {
        let last = |at: usize| {
            words::is_any(
                self.word(at),
                &[
                    "torn",
                    "held",
                    "controlled",
                    "occupied",
                    "administered",
                    "ruled",
                    "besieged",
                    "aligned",
                ],
            )
        };
        last(i) && self.word(i.wrapping_sub(1)) == "-"
            || self.word(i) == "-" && last(i + 1)
            || self.word(i + 1) == "-" && last(i + 2)
    }

    /// The article that opens the noun phrase whose adjective stands at `i`: "the relatively stable northern part".
    pub(super) fn determiner(&self, i: usize) -> Option<usize> {
        for at in (i.saturating_sub(3).max(self.sentence.start)..i).rev() {
            let word = self.word(at);
            if words::is_any(word, &["the", "a", "an", "its", "their", "our"]) {
                return Some(at);
            }
            let plain = self
                .tokens
                .get(at)
                .is_some_and(|t| t.is_word() && !t.is_capital())
                && words::preposition(word, "").is_none()
                && !super::nouns::is_closed(word)
                && !self.is_verb(at);
            if !plain {
                return None;
            }
        }
        None
    }

    /// For the dash at `i` after a word broken off ("into north Cali- — Car- — North Carolina"): where the attempt began.
    pub(super) fn repaired(&self, i: usize) -> Option<usize> {
        if !matches!(self.word(i), "—" | "–" | "--") {
            return None;
        }
        let mut at = i;
        let mut broken = false;
        while at > self.sentence.start && i - at < 10 {
            let word = self.word(at - 1);
            broken |= word == "-";
            if !(matches!(word, "-" | "—" | "–" | "--") || self.is_capital(at - 1)) {
                break;
            }
            at -= 1;
        }
        (broken && at < i).then_some(at)
    }

    pub(super) fn is_number(&self, i: usize) -> bool {
        self.tokens
            .get(i)
            .is_some_and(crate::analysis::tokens::Token::is_number)
            || self.tokens.entry(i, Table::NumberWord).is_some()
    }

    /// Whether "of" before the name follows a noun of place: "the outskirts of Moscow".
    pub(super) fn of_place(&self, start: usize) -> bool {
        let of = (self.sentence.start..start)
            .rev()
            .take(3)
            .find(|&i| self.word(i) == "of");
        of.and_then(|of| of.checked_sub(1))
            .is_some_and(|noun| words::is_type_before(self.word(noun)))
    }

    /// Whether a preposition, or an article after one, stands right before the name.
    pub(super) fn is_tied(&self, start: usize) -> bool {
        let tie =
            |i: usize| words::preposition(self.word(i), "").is_some() || words::verb(self.word(i)).is_some();
        let before = start.wrapping_sub(1);
        tie(before)
            || matches!(self.word(before), "the" | "," | "and" | "or")
                && (tie(start.wrapping_sub(2)) || self.word(before) != "the")
    }

    /// Whether a country without a preposition of its own goes on with a list of places: "to Poland and Germany".
    pub(super) fn continues_places(&self, start: usize, end: usize) -> bool {
        let Some(last) = self.groups.last() else {
            return false;
        };
        if last.sense != Sense::Place
            || last.tokens.end <= self.sentence.start
            || !(last.link.is_spatial() || last.link == Link::Of)
        {
            return false;
        }
        let mut from = start;
        while from > last.tokens.end && matches!(self.word(from - 1), "the" | "both") {
            from -= 1;
        }
        if list::separated(self.tokens, last.tokens.end, from) == list::Gap::Apart {
            return false;
        }
        // "In Poland, Germany said" begins a clause, and so does ", and Germany said" after a single place.
        let joined = matches!(self.word(from - 1), "and" | "or");
        let after_comma = self.word(from.wrapping_sub(2)) == ",";
        !self.is_verb(end) || joined && !(after_comma && last.mentions.len() == 1)
    }
}
