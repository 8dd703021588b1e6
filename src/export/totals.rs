//! Totals of the movement table, which never count a force twice.
//!
//! A row counts when it has a figure of people, is neither part of another row, nor proposed, denied or of the past.
//! Rows that tell one force again, or rival figures for it, count once: with the figures between which they lie.

use std::collections::BTreeSet;
use std::fmt;

use super::strength::number;
use crate::analysis::{Bound, CountOf, Movement, Status};
use crate::clean::Clean;

/// The people of one force in one state, perhaps at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// Whose force; empty where the text does not say.
    pub force: String,
    /// In what state.
    pub status: Status,
    /// Where to, or where it is; empty in a total over all places.
    pub destination: String,
    /// How many: `3,000`, `~1,200`, `≥130,000`.
    pub strength: String,
    /// How many rows went into it.
    pub rows: usize,
}

impl fmt::Display for Total {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.force.is_empty() {
            write!(f, "{} ", self.force)?;
        }
        write!(f, "{} {}", self.status.name(), self.strength)?;
        if !self.destination.is_empty() {
            write!(f, " → {}", self.destination)?;
        }
        Ok(())
    }
}

/// Totals by force and status, and by force, status and destination, in the order of the table.
pub fn totals(rows: &[Movement]) -> (Vec<Total>, Vec<Total>) {
    let mut by_force = Vec::new();
    let mut by_place = Vec::new();
    for (row, figure) in counted(rows) {
        let force = plain(row.actor.as_ref());
        add(&mut by_force, force, row.status, "", figure);
        if let Some(place) = &row.destination {
            add(&mut by_place, force, row.status, place, figure);
        }
    }
    (
        by_force.into_iter().map(Sum::shown).collect(),
        by_place.into_iter().map(Sum::shown).collect(),
    )
}

/// The people of a row: between `low` and `high`, said to be exact or not.
#[derive(Clone, Copy, Debug)]
struct Figure {
    low: f64,
    high: f64,
    about: bool,
}

struct Sum {
    total: Total,
    figure: Figure,
}

impl Sum {
    fn shown(mut self) -> Total {
        let Figure { low, high, about } = self.figure;
        self.total.strength = if high.is_infinite() {
            format!("≥{}", number(low))
        } else if (high - low).abs() < 0.5 {
            format!("{}{}", if about { "~" } else { "" }, number(low))
        } else if low <= 0.0 {
            format!("≤{}", number(high))
        } else {
            format!("{}–{}", number(low), number(high))
        };
        self.total
    }
}

fn add(sums: &mut Vec<Sum>, force: &str, status: Status, destination: &str, figure: Figure) {
    let known = sums.iter_mut().find(|sum| {
        sum.total.force == force && sum.total.status == status && sum.total.destination == destination
    });
    if let Some(sum) = known {
        sum.figure.low += figure.low;
        sum.figure.high += figure.high;
        sum.figure.about |= figure.about;
        sum.total.rows += 1;
    } else {
        sums.push(Sum {
            total: Total {
                force: force.to_owned(),
                status,
                destination: destination.to_owned(),
                strength: String::new(),
                rows: 1,
            },
            figure,
        });
    }
}

fn plain(text: Option<&Clean>) -> &str {
    text.map(Clean::as_str).unwrap_or_default()
}

/// The rows that count, one for each force, with what its tellings say together.
fn counted(rows: &[Movement]) -> Vec<(&Movement, Figure)> {
    let forces = forces(rows);
    let mut done = BTreeSet::new();
    let mut out = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let tellings = || (0..rows.len()).filter(|&other| forces[other] == forces[at]);
        if done.contains(&forces[at]) || tellings().any(|other| rows[other].part_of.is_some()) {
            continue;
        }
        if figure_of(row).is_some() {
            let figures: Vec<_> = tellings().filter_map(|other| figure_of(&rows[other])).collect();
            done.insert(forces[at]);
            out.extend(together(&figures).map(|figure| (row, figure)));
        }
    }
    out
}

/// For each row the first row of the same force, through `same_as` and `conflicts_with` in any direction.
fn forces(rows: &[Movement]) -> Vec<usize> {
    let mut force: Vec<usize> = (0..rows.len()).collect();
    for (at, row) in rows.iter().enumerate() {
        for id in [row.same_as, row.conflicts_with].into_iter().flatten() {
            let Some(&other) = force.get(id.0 as usize) else {
                continue;
            };
            let (first, second) = (force[at].min(other), force[at].max(other));
            for f in &mut force {
                if *f == second {
                    *f = first;
                }
            }
        }
    }
    force
}

fn figure_of(row: &Movement) -> Option<Figure> {
    let count = &row.count;
    if row.historical
        || matches!(row.status, Status::Proposed | Status::Denied)
        || count.of != CountOf::Personnel
    {
        return None;
    }
    let about = matches!(count.bound, Bound::Approx);
    let (low, high) = match (count.bound, count.value) {
        (Bound::Exact | Bound::Approx, Some(value)) => (value, value),
        (Bound::AtLeast, Some(value)) => (value, f64::INFINITY),
        (Bound::UpTo, Some(value)) => (0.0, value),
        (Bound::Range, _) => (count.low?, count.high?),
        _ => return None,
    };
    Some(Figure { low, high, about })
}

/// The tellings of one force together: where all can hold, what all allow; else all between the rival figures.
fn together(tellings: &[Figure]) -> Option<Figure> {
    let low = tellings.iter().map(|t| t.low).reduce(f64::max)?;
    let high = tellings.iter().map(|t| t.high).reduce(f64::min)?;
    let exact = tellings.iter().any(|t| t.high - t.low < 0.5 && !t.about);
    Some(Figure {
        low: low.min(high),
        high: low.max(high),
        about: !exact,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::MovementId;
    use crate::export::fixture::row;

    fn shown(rows: &[Movement]) -> Vec<String> {
        totals(rows)
            .0
            .into_iter()
            .map(|t| format!("{} {} {} of {}", t.force, t.status.name(), t.strength, t.rows))
            .collect()
    }

    #[test]
    fn parts_proposals_denials_and_the_past_are_not_counted() {
        let mut rows = vec![
            row("Ardania", Bound::Exact, 3000.0, Status::Ordered, "Vesna"),
            row("Ardania", Bound::Exact, 2000.0, Status::Ordered, "Vesna"),
            row("Ardania", Bound::Exact, 1000.0, Status::Repositioning, "Vesna"),
            row("Ardania", Bound::Exact, 900.0, Status::Present, "Vesna"),
            row("Ardania", Bound::Exact, 50.0, Status::Proposed, "Vesna"),
            row("Ardania", Bound::None, 0.0, Status::Denied, "Harsk"),
            row("Ardania", Bound::Exact, 7000.0, Status::Present, "Harsk"),
        ];
        rows[1].part_of = Some(MovementId(0));
        rows[2].part_of = Some(MovementId(1));
        rows[6].historical = true;
        assert_eq!(
            shown(&rows),
            ["Ardania ordered 3,000 of 1", "Ardania present 900 of 1"]
        );
    }

    #[test]
    fn a_force_told_twice_counts_once_whichever_row_has_the_link() {
        for (from, to) in [(0, 1), (1, 0)] {
            let mut rows = vec![
                row("Belmark", Bound::AtLeast, 2000.0, Status::Massed, "border"),
                row("Belmark", Bound::UpTo, 2000.0, Status::Massed, "the border"),
            ];
            rows[from].same_as = Some(MovementId(to));
            assert_eq!(shown(&rows), ["Belmark massed ~2,000 of 1"]);
        }
    }

    #[test]
    fn rival_figures_are_shown_as_what_lies_between_them() {
        let mut rows = vec![
            row("Belmark", Bound::Exact, 300.0, Status::Present, "Harsk"),
            row("Belmark", Bound::Exact, 500.0, Status::Present, "Harsk"),
            row("Belmark", Bound::Exact, 100.0, Status::Present, "Vesna"),
        ];
        rows[0].conflicts_with = Some(MovementId(1));
        rows[1].conflicts_with = Some(MovementId(0));
        assert_eq!(shown(&rows), ["Belmark present 400–600 of 2"]);
        let places: Vec<_> = totals(&rows)
            .1
            .into_iter()
            .map(|t| (t.destination, t.strength))
            .collect();
        assert_eq!(
            places,
            [("Harsk".into(), "300–500".into()), ("Vesna".into(), "100".into())] as [(String, String); 2]
        );
    }

    #[test]
    fn bounds_go_into_the_sum() {
        let rows = vec![
            row("A", Bound::Exact, 300.0, Status::Present, "x"),
            row("A", Bound::AtLeast, 200.0, Status::Present, "y"),
            row("B", Bound::Approx, 40.0, Status::Present, "x"),
            row("B", Bound::Exact, 2.0, Status::Present, "y"),
            row("C", Bound::UpTo, 40.0, Status::Present, "x"),
        ];
        assert_eq!(
            shown(&rows),
            ["A present ≥500 of 2", "B present ~42 of 2", "C present ≤40 of 1"]
        );
    }
}
