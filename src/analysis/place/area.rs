//! Areas of responsibility: "the U.S. Central Command area of responsibility", "the CENTCOM AOR".

use crate::lexicon::{self, Entry, Table};

use super::gazetteer::Kind;
use super::reader::Reader;

/// How the name of every such area ends.
pub(super) const TAIL: &str = "area of responsibility";

/// Commands by the word or acronym that tells them, and the part of the world that each answers for.
const COMMANDS: &[(&str, &str)] = &[
    ("Central", "Middle East"),
    ("CENTCOM", "Middle East"),
    ("USCENTCOM", "Middle East"),
    ("European", "Europe"),
    ("EUCOM", "Europe"),
    ("Pacific", "Indo-Pacific"),
    ("INDOPACOM", "Indo-Pacific"),
    ("USINDOPACOM", "Indo-Pacific"),
    ("PACOM", "Indo-Pacific"),
    ("Africa", "Africa"),
    ("AFRICOM", "Africa"),
    ("Southern", "Latin America"),
    ("SOUTHCOM", "Latin America"),
    ("Northern", "North America"),
    ("NORTHCOM", "North America"),
];

impl Reader<'_, '_> {
    /// An area of responsibility whose command's name begins at token `i`: one past the area's last token.
    pub(super) fn area(&mut self, i: usize) -> Option<usize> {
        let mut end = i;
        while end < i + 5 && (self.is_capital(end) || self.word(end) == "-") {
            end += 1;
        }
        let tail = end + usize::from(self.is_clitic(end));
        let stop = if self.word(tail) == "area"
            && self.word(tail + 1) == "of"
            && self.word(tail + 2) == "responsibility"
        {
            tail + 3
        } else if self.word(end - 1) == "AOR" && end > i + 1 {
            end
        } else {
            return None;
        };
        let command = if self.word(end - 1) == "AOR" { end - 1 } else { end };
        let name = format!("{} {TAIL}", self.written(i, command));
        Some(self.place(
            i..stop,
            name.into(),
            Kind::Region,
            self.part_of_world(i, command),
            false,
        ))
    }

    fn part_of_world(&self, from: usize, to: usize) -> Option<Entry> {
        let (_, part) = COMMANDS
            .iter()
            .find(|(word, _)| (from..to).any(|i| self.word(i) == *word))?;
        lexicon::phrase(part).of(Table::Region)
    }
}
