//! From a merged row to the model's [`Movement`].

use crate::analysis::place::Mention;
use crate::analysis::{Confidence, Movement, MovementId, Realis, Status, When};
use crate::article::Article;
use crate::clean::Clean;

use super::Around;
use super::draft::{Where, clean, join};
use super::forces::ForceKind;
use super::merge::{Row, counted};

/// Marks a level of the past: its time lies a year and more before the article's.
pub(super) fn date(row: &mut Row, around: &Around<'_>, article: &Article) {
    let year = |iso: &str| iso.get(..4).and_then(|y| y.parse::<i16>().ok());
    let times = around.times;
    let now = around.reference.map(jiff::civil::Date::year);
    let then = row
        .draft
        .when
        .and_then(|t| times.get(t))
        .and_then(|t| t.date.as_deref())
        .and_then(year);
    if let (Some(now), Some(then)) = (now, then) {
        row.draft.historical =
            then + 1 < now && !matches!(row.draft.status, Status::Denied | Status::Proposed);
    }
    let evidence = row.evidence.first().copied().unwrap_or_default();
    let sentence = article
        .sentence_at(evidence.start())
        .and_then(|s| article.sentences.get(s))
        .map_or("", |s| article.words(s.span))
        .to_lowercase();
    if [
        "at its peak",
        "at the peak",
        "at the height",
        "at their peak",
        "during the cold war",
        "was originally",
        "used to be",
    ]
    .iter()
    .any(|cue| sentence.contains(cue))
    {
        row.draft.historical = true;
    }
}

fn id(k: usize) -> MovementId {
    MovementId(k as u32)
}

/// The row as the model keeps it.
pub(super) fn movement(row: &Row, around: &Around<'_>, article: &Article) -> Movement {
    let d = &row.draft;
    let times = around.times;
    let toponym = |place: Option<&Where>| {
        let span = place?.span;
        let first = around
            .places
            .mentions
            .partition_point(|m| m.span.end() <= span.start());
        around
            .places
            .mentions
            .iter()
            .skip(first)
            .take_while(|m| m.span.start() < span.end())
            .find_map(Mention::toponym)
    };
    let when = d.when.and_then(|t| times.get(t)).map(|t| When {
        text: Some(clean(article.words(t.span))),
        date: t.date.clone(),
    });
    let confidence = if d.hedged && row.source.as_ref().is_none_or(|s| s.unnamed)
        || d.realis == Realis::Hypothetical && !counted(d)
    {
        Confidence::Low
    } else if !d.actor_said || d.hedged || (!counted(d) && !d.designated) {
        Confidence::Medium
    } else {
        Confidence::High
    };
    let equipment = d.equipment.as_deref().map(clean);
    let mut unit = d.unit.as_deref().map(clean);
    if matches!(d.kind, ForceKind::Aircraft | ForceKind::Vehicle) && !d.designated {
        unit = None;
    }
    Movement {
        actor: (!d.actor.is_empty()).then(|| Clean::new(join(&d.actor))),
        count: d.count.clone(),
        additional: d.additional,
        unit,
        equipment,
        origin: d.origin.as_ref().map(|w| clean(&w.text)),
        destination: d.destination.as_ref().map(|w| clean(&w.text)),
        origin_place: toponym(d.origin.as_ref()),
        destination_place: toponym(d.destination.as_ref()),
        status: d.status,
        realis: d.realis,
        when,
        source: row.source.as_ref().map(|s| clean(&s.name)),
        source_speaker: row.source.as_ref().and_then(|s| s.speaker),
        part_of: row.part_of.map(id),
        same_as: row.same_as.map(id),
        conflicts_with: row.conflicts_with.map(id),
        historical: d.historical,
        evidence: row.evidence.clone(),
        confidence,
        reason: reason(row),
    }
}

/// Why the row reads as it does, in one line.
fn reason(row: &Row) -> Clean {
    let d = &row.draft;
    let mut parts = Vec::new();
    if !d.trigger.is_empty() {
        parts.push(format!(
            "“{}” makes it {}",
            d.trigger.split_whitespace().collect::<Vec<_>>().join(" "),
            d.status.name()
        ));
    }
    if !d.actor_said && !d.actor.is_empty() {
        parts.push(format!("{} is carried from the text before", join(&d.actor)));
    }
    if row.part_of.is_some() {
        parts.push(format!("part of a larger row: {}", row.part_reason));
    }
    if row.evidence.len() > 1 {
        parts.push(format!("{} mentions", row.evidence.len()));
    }
    Clean::line(&parts.join("; "))
}
