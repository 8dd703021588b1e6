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
    /// The widths of the words of each cell of the first rows, to see how it would wrap.
    words: Vec<[Vec<u16>; 7]>,
}

/// Rows that are looked at to fit the columns.
const SAMPLE: usize = 40;

/// A column is given its longest word, but no more than this for it, if there is any room.
const LEAST: usize = 14;

/// Columns between two columns.
pub const GAP: usize = 1;

/// What gives way first when there is no room.
const DROPPED: [Column; 4] = [Column::Source, Column::When, Column::Force, Column::Unit];

/// Moves of room between columns that are tried.
const MOVES: usize = 24;

/// A column with its width.
pub type Fitted = (Column, usize);

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
            let mut words: [Vec<u16>; 7] = Default::default();
            for (column, kind) in Column::ALL.into_iter().enumerate() {
                let cell = cell(row, kind);
                words[column].extend(cell.split([' ', '-']).map(|word| width(word) as u16));
                let longest = words[column].iter().max().copied().unwrap_or(0);
                table.natural[column] = table.natural[column].max(width(&cell));
                table.least[column] = table.least[column].max(usize::from(longest));
            }
            if at < SAMPLE {
                table.words.push(words);
            }
        }
        table.rows = rows;
        table
    }

    /// The columns that are shown in `room` and their widths. Columns that no row fills give their room away; where there
    /// is too little of it, the least important go. Room goes to where it saves the most lines.
    pub fn fit(&self, room: usize) -> Vec<Fitted> {
        let natural = |c: Column| self.natural[c as usize].max(width(c.title()));
        let least = |c: Column| self.least[c as usize].clamp(width(c.title()), LEAST);
        let mut shown: Vec<Column> = Column::ALL
            .into_iter()
            .filter(|&c| self.natural[c as usize] > 0)
            .collect();
        let needed = |shown: &[Column]| {
            shown.iter().map(|&c| least(c)).sum::<usize>() + GAP * shown.len().saturating_sub(1)
        };
        for dropped in DROPPED {
            if needed(&shown) <= room {
                break;
            }
            shown.retain(|&c| c != dropped);
        }
        let mut fitted: Vec<Fitted> = shown.iter().map(|&c| (c, least(c))).collect();
        let mut left = room.saturating_sub(GAP * shown.len().saturating_sub(1));
        // Evenly at first, but a column that needs less than its share leaves the rest to the others.
        let mut order: Vec<usize> = (0..shown.len()).collect();
        order.sort_by_key(|&at| natural(shown[at]));
        for (settled, &at) in order.iter().enumerate() {
            let others: usize = order.iter().skip(settled + 1).map(|&o| least(shown[o])).sum();
            let share = (left / (order.len() - settled)).max(least(shown[at]));
            let width = natural(shown[at])
                .min(share)
                .min(left.saturating_sub(others))
                .max(1);
            fitted[at].1 = width;
            left = left.saturating_sub(width);
        }
        self.settle(&mut fitted, &least);
        fitted
    }

    /// Moves room from column to column as long as that saves lines.
    fn settle(&self, fitted: &mut [Fitted], least: &dyn Fn(Column) -> usize) {
        let mut best = self.lines(fitted);
        for _ in 0..MOVES {
            let mut found = None;
            for from in 0..fitted.len() {
                for to in (0..fitted.len()).filter(|&to| to != from) {
                    for step in [1, 2, 4, 8] {
                        if fitted[from].1 < least(fitted[from].0) + step {
                            break;
                        }
                        fitted[from].1 -= step;
                        fitted[to].1 += step;
                        let lines = self.lines(fitted);
                        if lines < best {
                            best = lines;
                            found = Some((from, to, step));
                        }
                        fitted[from].1 += step;
                        fitted[to].1 -= step;
                    }
                }
            }
            let Some((from, to, step)) = found else { return };
            fitted[from].1 -= step;
            fitted[to].1 += step;
        }
    }

    /// Lines that the first rows would take.
    fn lines(&self, fitted: &[Fitted]) -> usize {
        let row = |words: &[Vec<u16>; 7]| {
            let tall = |&(column, width): &Fitted| wrapped(&words[column as usize], width);
            fitted.iter().map(tall).max().unwrap_or(1)
        };
        self.words.iter().map(row).sum()
    }

    /// Where in the table a movement stands.
    pub fn place_of(&self, id: MovementId) -> usize {
        self.place.get(id.0 as usize).copied().unwrap_or(0)
    }
}

/// Lines of words of these widths in a column.
fn wrapped(words: &[u16], width: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for &word in words {
        let word = usize::from(word);
        if used > 0 && used + 1 + word > width {
            lines += 1;
            used = 0;
        }
        lines += word.saturating_sub(1) / width.max(1);
        used += word + usize::from(used > 0);
    }
    lines
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

/// What the columns that are not shown say of a row: `300 engineers`, `within the week`, `according to Col. Reyes`.
pub fn beside(row: &Row, shown: impl Fn(Column) -> bool) -> Vec<String> {
    let hidden = |column| !shown(column);
    let mut parts = Vec::new();
    for (column, words) in [
        (Column::Force, &row.force),
        (Column::Unit, &row.unit),
        (Column::When, &row.when),
    ] {
        if hidden(column) && !words.is_empty() {
            parts.push(words.clone());
        }
    }
    if hidden(Column::Source) && !row.source.is_empty() {
        parts.push(format!("according to {}", row.source));
    }
    parts
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Confidence;

    fn row(id: u32, force: &str, unit: &str, to: &str) -> Row {
        Row {
            id: MovementId(id),
            depth: 0,
            force: force.to_owned(),
            strength: "~1,200".to_owned(),
            unit: unit.to_owned(),
            from: String::new(),
            to: to.to_owned(),
            status: "ordered".to_owned(),
            when: String::new(),
            source: String::new(),
            link: String::new(),
            paragraphs: vec![1],
            confidence: Confidence::High,
            by_reader: false,
        }
    }

    #[test]
    fn empty_columns_give_their_room_away_and_no_width_is_exceeded() {
        let table = Table::new(vec![
            row(0, "Ardania", "4th Mountain Brigade", "Vesna valley"),
            row(1, "Belmark", "", "the border"),
        ]);
        for room in [20, 33, 40, 52, 80, 150] {
            let fitted = table.fit(room);
            assert!(
                fitted
                    .iter()
                    .all(|(c, _)| !matches!(c, Column::When | Column::Source))
            );
            let used: usize = fitted.iter().map(|(_, w)| w + GAP).sum::<usize>() - GAP;
            assert!(used <= room || fitted.len() == 3, "{used} of {room}: {fitted:?}");
        }
        assert!(table.fit(80).iter().any(|&(c, w)| c == Column::Unit && w == 20));
        assert!(table.fit(20).iter().all(|(c, _)| *c != Column::Unit));
    }

    #[test]
    fn words_wrap_as_they_are_counted() {
        assert_eq!(wrapped(&[3, 8, 7], 12), 2);
        assert_eq!(wrapped(&[3, 8, 7], 20), 1);
        assert_eq!(wrapped(&[20], 8), 3);
        assert_eq!(wrapped(&[], 8), 1);
    }
}
