//! [`Correction`]: what the reader put right. A list of them is laid over the findings, each time from the program's own,
//! so that the last one can always be taken back, and the article itself is never touched.
//!
//! A correction names what it speaks of by bytes of the text and by names, not by index: it still fits when a later
//! version of the program finds more. One that fits nothing any more is left out and reported.

mod strength;
mod work;

use serde::{Deserialize, Serialize};

use crate::analysis::{Analysis, ByReader, Movement, MovementId, Status, Toponym};
use crate::article::Article;
use crate::clean::Clean;
use work::Work;

/// One thing that the reader put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Correction {
    /// A quote belongs to somebody else, or to nobody known.
    Reassign {
        /// First byte of the quote.
        quote: usize,
        /// The speaker's name; a new one makes a new speaker.
        speaker: Option<String>,
    },
    /// A speaker is called otherwise.
    Rename {
        /// The name as it was.
        speaker: String,
        /// The name as it is to be.
        to: String,
    },
    /// Two speakers are one.
    Merge {
        /// The one that goes.
        speaker: String,
        /// The one that stays.
        into: String,
    },
    /// A row of the movement table is wrong.
    Drop {
        /// Which row.
        row: RowKey,
    },
    /// A cell of a row is wrong.
    Edit {
        /// Which row.
        row: RowKey,
        /// Which cell.
        field: Field,
        /// What it is to say; empty empties it.
        value: String,
    },
    /// A row is missing.
    Add {
        /// First byte of the words that tell it.
        start: usize,
        /// One past the last byte.
        end: usize,
        /// Its cells.
        cells: Vec<(Field, String)>,
    },
}

/// A row by its best evidence, and which of the rows that begin there it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowKey {
    /// First byte of the best evidence.
    pub at: usize,
    /// Rank among the rows of the program's own findings with that byte, from 0.
    #[serde(default)]
    pub rank: usize,
}

impl RowKey {
    /// The key of row `id`.
    pub fn of(analysis: &Analysis, id: MovementId) -> Option<Self> {
        let begins = |m: &Movement| m.evidence.first().map(|e| e.start());
        let at = begins(analysis.movements.get(id.0 as usize)?)?;
        let before = analysis.movements.get(..id.0 as usize)?;
        Some(Self {
            at,
            rank: before.iter().filter(|m| begins(m) == Some(at)).count(),
        })
    }

    fn find(self, analysis: &Analysis) -> Option<MovementId> {
        analysis
            .movements
            .iter()
            .enumerate()
            .filter(|(_, m)| m.evidence.first().map(|e| e.start()) == Some(self.at))
            .nth(self.rank)
            .map(|(index, _)| MovementId(index as u32))
    }
}

/// A cell of the movement table that the reader can fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Whose forces.
    Force,
    /// How many.
    Strength,
    /// Which unit.
    Unit,
    /// With what.
    Equipment,
    /// Where from.
    From,
    /// Where to.
    To,
    /// In what state.
    Status,
    /// When.
    When,
    /// Who says so.
    Source,
}

impl Field {
    /// All, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::Force,
        Self::Strength,
        Self::Unit,
        Self::Equipment,
        Self::From,
        Self::To,
        Self::Status,
        Self::When,
        Self::Source,
    ];

    /// Its name, as the reader sees it before the cell.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Force => "force",
            Self::Strength => "strength",
            Self::Unit => "unit",
            Self::Equipment => "equipment",
            Self::From => "from",
            Self::To => "to",
            Self::Status => "status",
            Self::When => "when",
            Self::Source => "source",
        }
    }

    /// What the row says there now.
    pub fn read(self, row: &Movement) -> String {
        let text = |cell: &Option<Clean>| cell.as_ref().map(|t| t.as_str().to_owned()).unwrap_or_default();
        match self {
            Self::Force => text(&row.actor),
            Self::Strength => text(&row.count.text),
            Self::Unit => text(&row.unit),
            Self::Equipment => text(&row.equipment),
            Self::From => text(&row.origin),
            Self::To => text(&row.destination),
            Self::Status => row.status.name().to_owned(),
            Self::When => row.when.as_ref().map(|w| text(&w.text)).unwrap_or_default(),
            Self::Source => text(&row.source),
        }
    }
}

/// The states, as the reader may write them.
pub const STATUSES: [Status; 10] = [
    Status::Ordered,
    Status::Deploying,
    Status::Repositioning,
    Status::Present,
    Status::Massed,
    Status::Alert,
    Status::Standby,
    Status::Proposed,
    Status::Denied,
    Status::Withdrawn,
];

/// Findings with the reader's corrections in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The findings; [`Analysis::by_reader`] says what is the reader's.
    pub analysis: Analysis,
    /// By which key a further correction names each row.
    pub keys: Vec<RowKey>,
    /// Corrections that fit nothing any more.
    pub lost: usize,
}

/// Lays `corrections` over `found`. `place` looks a place up by its name.
pub fn correct(
    found: &Analysis,
    article: &Article,
    corrections: &[Correction],
    place: &dyn Fn(&str) -> Option<Toponym>,
) -> Corrected {
    let mut work = Work {
        analysis: found.clone(),
        by: ByReader::default(),
        lost: 0,
        gone_rows: Vec::new(),
        gone_speakers: Vec::new(),
        article,
        place,
    };
    for correction in corrections {
        if work.apply(correction).is_none() {
            work.lost += 1;
        }
    }
    work.finish()
}

#[cfg(test)]
mod tests;
