//! Links between rows: parts of totals by cue or sum, one force told twice, rival figures.

use crate::analysis::{Bound, Status};

use super::merge::{Row, counted, places_meet, same_figure};

fn dest(row: &Row) -> Option<&str> {
    row.draft
        .destination
        .as_ref()
        .or(row.draft.origin.as_ref())
        .map(|p| p.text.as_str())
}

fn actors_meet(a: &Row, b: &Row) -> bool {
    a.draft.actor.iter().any(|x| b.draft.actor.contains(x))
}

/// As [`actors_meet`], or nothing is said of the owner of either.
fn one_side(a: &Row, b: &Row) -> bool {
    (a.draft.actor.is_empty() && b.draft.actor.is_empty()) || actors_meet(a, b)
}

fn movable(status: Status) -> bool {
    matches!(
        status,
        Status::Ordered | Status::Deploying | Status::Repositioning | Status::Present | Status::Massed
    )
}

/// Sets all links. Rows are in the order of the text.
pub(super) fn link(rows: &mut [Row]) {
    cues(rows);
    inner(rows);
    sums(rows);
    twins(rows);
    rivals(rows);
}

/// "300 of the 2,000", "the majority of those": the whole is the latest row with that figure, or the row before.
fn cues(rows: &mut [Row]) {
    for i in 0..rows.len() {
        let whole = rows[i].draft.whole;
        let share = rows[i].draft.share;
        if rows[i].part_of.is_some() {
            continue;
        }
        let found = if let Some(value) = whole {
            (0..rows.len())
                .rev()
                .find(|&k| k != i && rows[k].draft.count.value == Some(value) && k < i)
                .or_else(|| (0..rows.len()).find(|&k| k != i && rows[k].draft.count.value == Some(value)))
        } else if share {
            (0..i).rev().find(|&k| {
                counted(&rows[k].draft)
                    && rows[k].draft.count.bound != Bound::Vague
                    && actors_meet(&rows[k], &rows[i])
            })
        } else {
            None
        };
        if let Some(k) = found {
            rows[i].part_of = Some(k);
            rows[i].part_reason = "the text says so";
        }
    }
}

fn short(row: &Row) -> String {
    row.draft.unit.as_deref().unwrap_or_default().to_lowercase()
}

/// Parts by what they are: an advance party, battalions "of the regiment", what a total sums up, a member's share in an
/// alliance's force.
fn inner(rows: &mut [Row]) {
    for i in 0..rows.len() {
        if rows[i].part_of.is_some() {
            continue;
        }
        let unit = short(&rows[i]);
        let party = [
            "advance party",
            "main body",
            "advance element",
            "rear party",
            "first contingent",
        ]
        .contains(&unit.as_str());
        let of_unit = [
            "of the regiment",
            "of the division",
            "of the brigade",
            "of the corps",
            "of the battalion",
        ]
        .iter()
        .any(|c| unit.ends_with(c));
        let near = |k: usize| rows[i].draft.sentence.abs_diff(rows[k].draft.sentence) <= 4;
        let found = if party || of_unit {
            (0..i).rev().find(|&k| {
                near(k)
                    && rows[k].draft.designated
                    && rows[k].part_of != Some(i)
                    && (actors_meet(&rows[k], &rows[i]) || of_unit)
            })
        } else if rows[i].draft.of_which {
            (0..i)
                .rev()
                .find(|&k| near(k) && counted(&rows[k].draft) && actors_meet(&rows[k], &rows[i]))
        } else {
            None
        };
        if let Some(k) = found {
            rows[i].part_of = Some(k);
            rows[i].part_reason = "the text says so";
        }
    }
    // "In total …": the rows of the same paragraph before it are its parts.
    for total in 1..rows.len() {
        if !rows[total].draft.totals || !counted(&rows[total].draft) {
            continue;
        }
        for k in total.saturating_sub(20)..total {
            let part = rows[k].part_of.is_none()
                && rows[k].draft.block == rows[total].draft.block
                && actors_meet(&rows[k], &rows[total])
                && movable(rows[k].draft.status)
                && rows[total].part_of != Some(k);
            if part {
                rows[k].part_of = Some(total);
                rows[k].part_reason = "the total sums it up";
            }
        }
    }
    // A country's troops in an alliance's force at the same place.
    let bloc = |row: &Row| {
        row.draft.actor.iter().any(|a| {
            matches!(
                a.as_str(),
                "NATO"
                    | "United Nations"
                    | "European Union"
                    | "African Union"
                    | "coalition"
                    | "multinational force"
                    | "ECOWAS"
            )
        })
    };
    for i in 0..rows.len() {
        if rows[i].part_of.is_some() || bloc(&rows[i]) || !movable(rows[i].draft.status) {
            continue;
        }
        let Some(value) = rows[i].draft.count.value else {
            continue;
        };
        let place = rows[i].draft.destination.as_ref().map(|p| p.text.as_str());
        let whole = (i.saturating_sub(40)..rows.len().min(i + 40)).find(|&k| {
            k != i
                && bloc(&rows[k])
                && movable(rows[k].draft.status)
                && rows[k].draft.count.value.is_some_and(|v| v > value)
                && rows[k].draft.count.of == rows[i].draft.count.of
                && place.is_some()
                && places_meet(place, rows[k].draft.destination.as_ref().map(|p| p.text.as_str()))
                && rows[k].draft.destination.is_some()
                && rows[k].part_of != Some(i)
        });
        if let Some(k) = whole {
            rows[i].part_of = Some(k);
            rows[i].part_reason = "a member's share of the force";
        }
    }
}

/// Parts that add up to a figure of the same side: 2,000 and 1,000 more are the 3,000.
fn sums(rows: &mut [Row]) {
    let n = rows.len().min(80);
    for total in 0..n {
        let Some(sum) = rows[total].draft.count.value.filter(|v| *v >= 20.0) else {
            continue;
        };
        if !movable(rows[total].draft.status) || rows[total].draft.historical {
            continue;
        }
        let parts: Vec<usize> = (0..n)
            .filter(|&k| {
                k != total
                    && rows[k].part_of.is_none()
                    && rows[k].draft.count.value.is_some_and(|v| v > 0.0 && v < sum)
                    && movable(rows[k].draft.status)
                    && rows[k].draft.count.of == rows[total].draft.count.of
                    && one_side(&rows[k], &rows[total])
                    // What is there already is no part of what is still to come.
                    && !(rows[k].draft.status == Status::Present
                        && matches!(rows[total].draft.status, Status::Ordered | Status::Deploying)
                        && !rows[total].draft.totals)
                    && !rows[k].draft.historical
                    && rows[k].draft.sentence.abs_diff(rows[total].draft.sentence) <= 12
            })
            .collect();
        let value = |k: usize| rows[k].draft.count.value.unwrap_or_default();
        let mut found: Option<Vec<usize>> = None;
        'pairs: for (a, &x) in parts.iter().enumerate() {
            for &y in parts.iter().skip(a + 1) {
                if (value(x) + value(y) - sum).abs() < 0.5 {
                    found = Some(vec![x, y]);
                    break 'pairs;
                }
            }
        }
        if found.is_none() && parts.len() <= 24 {
            'triples: for (a, &x) in parts.iter().enumerate() {
                for (b, &y) in parts.iter().enumerate().skip(a + 1) {
                    for &z in parts.iter().skip(b + 1) {
                        if (value(x) + value(y) + value(z) - sum).abs() < 0.5 {
                            found = Some(vec![x, y, z]);
                            break 'triples;
                        }
                    }
                }
            }
        }
        for k in found.into_iter().flatten() {
            // A total is never a part of its own part.
            if rows[total].part_of != Some(k) {
                rows[k].part_of = Some(total);
                rows[k].part_reason = "the figures add up";
            }
        }
    }
}

/// One force told with another bound, or again without a figure.
fn twins(rows: &mut [Row]) {
    for i in 1..rows.len() {
        if rows[i].part_of.is_some() {
            continue;
        }
        for k in (i.saturating_sub(60)..i).rev() {
            if rows[k].part_of == Some(i) || rows[k].same_as.is_some() || !actors_meet(&rows[i], &rows[k]) {
                continue;
            }
            let there = |s: Status| {
                matches!(
                    s,
                    Status::Present | Status::Massed | Status::Deploying | Status::Repositioning
                )
            };
            let both = there(rows[i].draft.status) && there(rows[k].draft.status);
            let figure = counted(&rows[i].draft)
                && counted(&rows[k].draft)
                && same_figure(&rows[i].draft.count, &rows[k].draft.count);
            let massed = rows[i].draft.status == Status::Massed
                && rows[k].draft.status == Status::Massed
                && (!counted(&rows[i].draft) || !counted(&rows[k].draft));
            let units = rows[i].draft.unit.is_none()
                || rows[k].draft.unit.is_none()
                || rows[i].draft.unit == rows[k].draft.unit;
            if both && units && (figure || massed) && places_meet(dest(&rows[i]), dest(&rows[k])) {
                rows[i].same_as = Some(k);
                break;
            }
        }
    }
}

/// Two figures for one force from two sources.
fn rivals(rows: &mut [Row]) {
    for i in 1..rows.len() {
        if rows[i].part_of.is_some() || rows[i].same_as.is_some() || rows[i].conflicts_with.is_some() {
            continue;
        }
        for k in (i.saturating_sub(12)..i).rev() {
            let (a, b) = (&rows[i], &rows[k]);
            if b.part_of == Some(i) || a.draft.additional || b.draft.additional || !actors_meet(a, b) {
                continue;
            }
            let sources = a.source.is_some() && a.source != b.source;
            let near = a.draft.sentence.abs_diff(b.draft.sentence) <= 3;
            let place = || dest(a).is_some() && dest(b).is_some() && places_meet(dest(a), dest(b));
            let figures = counted(&a.draft)
                && counted(&b.draft)
                && !same_figure(&a.draft.count, &b.draft.count)
                && a.draft.count.of == b.draft.count.of;
            let units = a.draft.unit.is_none() || b.draft.unit.is_none() || a.draft.unit == b.draft.unit;
            let family = movable(a.draft.status) && movable(b.draft.status);
            let opposite = (a.draft.status == Status::Withdrawn && b.draft.status == Status::Present)
                || (a.draft.status == Status::Present && b.draft.status == Status::Withdrawn);
            if sources
                && near
                && ((figures && units && family) || (opposite && a.source != b.source && b.source.is_some()))
                && place()
            {
                rows[i].conflicts_with = Some(k);
                break;
            }
        }
    }
}
