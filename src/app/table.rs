//! [`Table`]: the movement rows as the table shows them, with the room that each column would like.

use crate::analysis::MovementId;
use crate::export::Row;
use crate::text::width;

/// The columns of the movement table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// Whose force.
    Force,
    /// How many, with the bound.
    Strength,
    /// Unit and equipment.
    Unit,
    /// From where to where.
    Way,
    /// In what state.
    Status,
    /// When.
    When,
    /// According to whom.
    Source,
}

impl Column {
    /// All, from the left.
    pub const ALL: [Self; 7] = [
        Self::Force,
        Self::Strength,
        Self::Unit,
        Self::Way,
        Self::Status,
        Self::When,
        Self::Source,
    ];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Force => "Force",
            Self::Strength => "Strength",
            Self::Unit => "Unit",
            Self::Way => "From → To",
            Self::Status => "Status",
            Self::When => "When",
            Self::Source => "According to",
        }
    }
}

/// The rows in the order of the table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Parts stand under their totals.
    pub rows: Vec<Row>,
    /// The widest cell of each of [`Column::ALL`]; 0 where all are empty.
    pub natural: [usize; 7],
    /// The longest word of each of them.
    pub least: [usize; 7],
    /// The place of each movement in the table.
    place: Vec<usize>,
}

impl Table {
    /// The table of `rows`.
    pub fn new(rows: Vec<Row>) -> Self {
        let mut table = Self {
            place: vec![0; rows.len()],
            ..Self::default()
        };
        for (at, row) in rows.iter().enumerate() {
            if let Some(place) = table.place.get_mut(row.id.0 as usize) {
                *place = at;
            }
            for (column, kind) in Column::ALL.into_iter().enumerate() {
                let cell = cell(row, kind);
                let longest = cell.split([' ', '-']).map(width).max().unwrap_or(0);
                table.natural[column] = table.natural[column].max(width(&cell));
                table.least[column] = table.least[column].max(longest);
            }
        }
        table.rows = rows;
        table
    }

    /// Where in the table a movement stands.
    pub fn place_of(&self, id: MovementId) -> usize {
        self.place.get(id.0 as usize).copied().unwrap_or(0)
    }
}

/// The words of a cell.
pub fn cell(row: &Row, column: Column) -> String {
    match column {
        Column::Force if row.depth > 0 => {
            format!("{}└ {}", "  ".repeat(row.depth.min(4) - 1), row.force)
        }
        Column::Force => row.force.clone(),
        Column::Strength if row.strength == crate::export::OPEN => String::new(),
        Column::Strength => row.strength.clone(),
        Column::Unit => row.unit.clone(),
        Column::Way => way(row),
        Column::Status => row.status.clone() + badge(row),
        // The day that was worked out stands in the detail: `this week (2022-W05)` is too long for a column.
        Column::When => match row.when.split_once(" (") {
            Some((said, _)) => said.to_owned(),
            None => row.when.clone(),
        },
        Column::Source => row.source.clone(),
    }
}

/// `Harsk → Vesna`, `→ Vesna`, `Harsk →`, or nothing.
pub fn way(row: &Row) -> String {
    match (row.from.as_str(), row.to.as_str()) {
        ("", "") => String::new(),
        ("", to) => format!("→ {to}"),
        (from, "") => format!("{from} →"),
        (from, to) => format!("{from} → {to}"),
    }
}

/// The sign of a doubtful or linked row: `≈` tells the same force as another, `!` contradicts one, `?` is a guess.
pub fn badge(row: &Row) -> &'static str {
    use crate::analysis::Confidence;
    let linked = row.link.starts_with("same");
    match (row.link.starts_with("conflicts"), linked, row.confidence) {
        (true, _, Confidence::Low) => " !?",
        (true, ..) => " !",
        (_, true, Confidence::Low) => " ≈?",
        (_, true, _) => " ≈",
        (_, _, Confidence::Low) => " ?",
        _ => "",
    }
}
