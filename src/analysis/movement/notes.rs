//! What an analyst should check: sums, rival figures, opposite bounds, dates that nothing resolves, thin sources.

use crate::analysis::{Bound, MovementId, Note, NoteKind};
use crate::clean::Clean;

use super::draft::join;
use super::merge::Row;

fn id(k: usize) -> MovementId {
    MovementId(k as u32)
}

/// A figure as people write it: 3,000.
pub(super) fn figure(value: f64) -> String {
    let whole = format!("{value:.0}");
    let mut out = String::new();
    for (k, c) in whole.chars().enumerate() {
        if k > 0 && (whole.len() - k) % 3 == 0 && c.is_ascii_digit() {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// The notes on `rows`; `dated` tells whether a row's time word found a date.
pub(super) fn notes(rows: &[Row], dated: &dyn Fn(usize) -> bool) -> Vec<Note> {
    let mut all = Vec::new();
    let mut push = |kind: NoteKind, message: String, movements: Vec<MovementId>| {
        all.push(Note {
            kind,
            message: Clean::line(&message),
            movements,
        });
    };
    for (k, row) in rows.iter().enumerate() {
        let parts: Vec<usize> = (k.saturating_sub(90)..rows.len().min(k + 90))
            .filter(|&p| rows[p].part_of == Some(k) && rows[p].draft.count.value.is_some())
            .collect();
        let total = row.draft.count.value;
        if let (Some(total), true) = (total, parts.len() >= 2) {
            let values: Vec<f64> = parts.iter().filter_map(|&p| rows[p].draft.count.value).collect();
            let sum: f64 = values.iter().sum();
            let exact = parts
                .iter()
                .all(|&p| matches!(rows[p].draft.count.bound, Bound::Exact | Bound::Approx));
            let spelled = values.iter().map(|v| figure(*v)).collect::<Vec<_>>().join(" + ");
            let mut ids: Vec<MovementId> = vec![id(k)];
            ids.extend(parts.iter().map(|&p| id(p)));
            if (sum - total).abs() < 0.5 {
                push(
                    NoteKind::Sum,
                    format!("{spelled} = {}: the parts add up to the total.", figure(total)),
                    ids,
                );
            } else if sum > total && exact && row.draft.count.bound == Bound::Exact {
                push(
                    NoteKind::Sum,
                    format!(
                        "{spelled} = {}, but the total is given as {}.",
                        figure(sum),
                        figure(total)
                    ),
                    ids,
                );
            }
        }
        if let Some(other) = row.same_as {
            let (a, b) = (&rows[other].draft.count, &row.draft.count);
            let opposite = matches!(
                (a.bound, b.bound),
                (Bound::AtLeast, Bound::UpTo) | (Bound::UpTo, Bound::AtLeast)
            );
            if let (true, Some(value)) = (opposite, a.value) {
                push(
                    NoteKind::Conflict,
                    format!(
                        "{} is given both as the least and as the most for one force of {}.",
                        figure(value),
                        join(&row.draft.actor)
                    ),
                    vec![id(other), id(k)],
                );
            }
        }
        if let Some(other) = row.conflicts_with {
            let told = |r: &Row| {
                let who = r
                    .source
                    .as_ref()
                    .map_or("the article", |s| s.name.as_str())
                    .to_owned();
                let what = r
                    .draft
                    .count
                    .text
                    .as_deref()
                    .map_or_else(|| r.draft.status.name().to_owned(), str::to_owned);
                format!("{what} ({who})")
            };
            push(
                NoteKind::Conflict,
                format!(
                    "Two accounts of one force: {} against {}.",
                    told(&rows[other]),
                    told(row)
                ),
                vec![id(other), id(k)],
            );
        }
        if row.source.as_ref().is_some_and(|s| s.unnamed) && row.evidence.len() == 1 {
            push(
                NoteKind::SingleSource,
                format!(
                    "This row rests on one source without a name: {}.",
                    row.source.as_ref().map_or("", |s| s.name.as_str())
                ),
                vec![id(k)],
            );
        }
    }
    let undated: Vec<MovementId> = (0..rows.len())
        .filter(|&k| rows[k].draft.when.is_some() && !dated(k))
        .map(id)
        .collect();
    if !undated.is_empty() {
        push(
            NoteKind::UnresolvedDate,
            "Time words here have no date to count from; give the day with --date.".to_owned(),
            undated,
        );
    }
    all
}
