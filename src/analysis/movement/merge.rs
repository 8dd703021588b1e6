//! Merging: mentions of one force become one row with all their evidence.
//!
//! Two mentions are one as long as actor, count, unit, place, state and source do not disagree, and something more than
//! the absence of disagreement speaks for it: the same figure, the same unit, a word that refers back.

use std::rc::Rc;

use crate::analysis::{Bound, Count, SpeakerId, Status};
use crate::span::Span;

use super::draft::{Draft, Relation};
use super::forces::ForceKind;
use super::memo::Memo;
use super::owners;
use super::verbs::Kind;
use super::words::Words;

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    pub name: String,
    pub speaker: Option<SpeakerId>,
    /// Whether the source is a person or body without a name.
    pub unnamed: bool,
}

/// A row in the making.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub draft: Draft,
    pub source: Option<Source>,
    pub evidence: Vec<Span>,
    pub part_of: Option<usize>,
    pub same_as: Option<usize>,
    pub conflicts_with: Option<usize>,
    /// Why it is a part: a cue or a sum.
    pub part_reason: &'static str,
}

/// Which states can tell of one movement.
fn family(status: Status) -> u8 {
    match status {
        Status::Ordered | Status::Deploying | Status::Repositioning => 0,
        Status::Present => 1,
        Status::Massed => 2,
        Status::Alert | Status::Standby => 3,
        Status::Proposed => 4,
        Status::Denied => 5,
        Status::Withdrawn => 6,
    }
}

fn states_agree(a: &Draft, b: &Draft) -> bool {
    let (x, y) = (family(a.status), family(b.status));
    x == y
        || (x.min(y) == 1 && x.max(y) == 2)
        || (x.min(y) == 0 && x.max(y) == 1 && (a.anaphor || b.anaphor || counted(a) && counted(b)))
}

pub(super) fn counted(draft: &Draft) -> bool {
    draft.count.bound != Bound::Unspecified
}

/// Whether the figures are the same, whatever their bounds.
pub(super) fn same_figure(a: &Count, b: &Count) -> bool {
    match (a.bound, b.bound) {
        (Bound::Vague, Bound::Vague) => scale(a) == scale(b),
        (Bound::Range, Bound::Range) => a.low == b.low && a.high == b.high,
        (Bound::None, Bound::None) => true,
        _ => a.value.is_some() && a.value == b.value && a.bound != Bound::None && b.bound != Bound::None,
    }
}

fn scale(count: &Count) -> Option<String> {
    let text = count.text.as_deref().unwrap_or_default().to_lowercase();
    let words = Words::plain(&text);
    (0..words.len())
        .rev()
        .map(|i| words.low(i).trim_end_matches('s').to_owned())
        .find(|w| matches!(w.as_str(), "dozen" | "hundred" | "thousand" | "million"))
        .or_else(|| Some(text.clone()))
}

/// Whether two bounds can be two ways to tell one figure: "about 150" and "150".
fn bounds_agree(a: Bound, b: Bound) -> bool {
    a == b
        || matches!(
            (a, b),
            (Bound::Exact | Bound::Approx, Bound::Exact | Bound::Approx)
        )
}

/// Content words of a place, countries by their canonical name.
pub(super) fn place_key(text: &str) -> Rc<[String]> {
    thread_local! {
        static KEYS: Memo = Memo::default();
    }
    KEYS.with(|keys| keys.get(text, read_place_key))
}

fn read_place_key(text: &str) -> Vec<String> {
    let words = Words::plain(text);
    let mut key = Vec::new();
    let mut i = 0;
    while i < words.len() {
        if let Some(o) = owners::owner(&words, i)
            .filter(|o| !matches!(o.naming, owners::Naming::Person | owners::Naming::Group))
        {
            key.push(o.name.to_lowercase());
            i += o.len;
            continue;
        }
        let low = words.low(i);
        if low.chars().all(char::is_alphanumeric)
            && !matches!(
                low,
                "and"
                    | "or"
                    | "of"
                    | "the"
                    | "in"
                    | "near"
                    | "with"
                    | "border"
                    | "area"
                    | "region"
                    | "axis"
                    | "direction"
                    | "s"
                    | "base"
                    | "territory"
            )
        {
            key.push(low.to_owned());
        }
        i += 1;
    }
    key
}

/// Whether two places share a word, or one is unknown.
pub(super) fn places_meet(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) if a == b => true,
        (Some(a), Some(b)) => {
            let (x, y) = (place_key(a), place_key(b));
            x.is_empty() || y.is_empty() || x.iter().any(|w| y.contains(w))
        }
        _ => true,
    }
}

/// Whether one of them is a list of places and the other is not all of it: a figure for one place is a part.
fn one_of_several(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    (a.contains(" and ") || b.contains(" and ")) && {
        let (mut x, mut y) = (place_key(a).to_vec(), place_key(b).to_vec());
        x.sort_unstable();
        y.sort_unstable();
        x != y
    }
}

fn same_actor(a: &Draft, b: &Draft) -> bool {
    a.actor.is_empty()
        || b.actor.is_empty()
        || a.actor == b.actor
        || (!(a.actor_said && b.actor_said) && a.actor.iter().any(|x| b.actor.contains(x)))
        || (a.actor.len() != b.actor.len()
            && a.actor.iter().any(|x| b.actor.contains(x))
            && (counted(a) && counted(b)))
}

fn units_meet(a: &Draft, b: &Draft) -> Option<bool> {
    match (&a.unit, &b.unit) {
        (Some(x), Some(y)) => {
            let (p, q) = (place_key(x), place_key(y));
            let digits = |k: &[String]| {
                k.iter()
                    .filter(|w| w.starts_with(|c: char| c.is_ascii_digit()))
                    .cloned()
                    .collect::<Vec<_>>()
            };
            let (dp, dq) = (digits(&p), digits(&q));
            if !dp.is_empty() && !dq.is_empty() && !dp.iter().any(|d| dq.contains(d)) {
                return Some(false);
            }
            let common = p.iter().filter(|w| q.contains(w)).count();
            Some(2 * common >= p.len().min(q.len()).max(1) + usize::from(p.len() > 1 && q.len() > 1))
        }
        _ => None,
    }
}

fn equipment_meets(a: &Draft, b: &Draft) -> Option<bool> {
    match (&a.equipment, &b.equipment) {
        (Some(x), Some(y)) => {
            let (p, q) = (place_key(&x.to_lowercase()), place_key(&y.to_lowercase()));
            Some(p.iter().any(|w| {
                q.iter()
                    .any(|v| v.trim_end_matches('s') == w.trim_end_matches('s'))
            }))
        }
        _ => None,
    }
}

fn sources_agree(a: Option<&Source>, b: Option<&Source>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.name == b.name || (a.speaker.is_some() && a.speaker == b.speaker),
        _ => true,
    }
}

fn text(place: Option<&super::draft::Where>) -> Option<&str> {
    place.map(|p| p.text.as_str())
}

/// How well `draft` fits `row` as another mention; `None` if it is another force.
fn fit(row: &Row, draft: &Draft, source: Option<&Source>, sentence_gap: usize) -> Option<i32> {
    let old = &row.draft;
    if !same_actor(old, draft) || !states_agree(old, draft) {
        return None;
    }
    // What is denied or proposed must be the same thing: a stay is no sending.
    let leaves = |d: &Draft| matches!(d.trigger_kind, Some(Kind::Withdraw | Kind::Reduce | Kind::Return));
    if matches!(old.status, Status::Denied | Status::Proposed) && leaves(old) != leaves(draft) {
        return None;
    }
    let people = |k: ForceKind| matches!(k, ForceKind::People | ForceKind::Figure | ForceKind::Unit);
    if people(old.kind) != people(draft.kind) && old.kind != draft.kind {
        return None;
    }
    if !people(old.kind) && old.kind != draft.kind && !(old.equipment.is_none() || draft.equipment.is_none())
    {
        return None;
    }
    if equipment_meets(old, draft) == Some(false) && !people(old.kind) {
        return None;
    }
    let mut score = 0;
    let (c, d) = (counted(old), counted(draft));
    if c && d {
        if !same_figure(&old.count, &draft.count) || !bounds_agree(old.count.bound, draft.count.bound) {
            return None;
        }
        if old.additional != draft.additional && old.additional {
            score -= 1;
        }
        score += 6;
    } else if c != d {
        // A named unit beside a plain figure is another mention only if it refers back.
        if d && !c && !draft.anaphor && old.sentence != draft.sentence && units_meet(old, draft) != Some(true)
        {
            // A later figure for what had none: only for the very same place.
            let same_end = |end: fn(&Draft) -> Option<&super::draft::Where>| {
                text(end(old)).is_some() && text(end(draft)).is_some()
            };
            let left = old.status == Status::Withdrawn && same_end(|d| d.origin.as_ref());
            if old.realis != draft.realis
                || !(same_end(|d| d.destination.as_ref()) || left)
                || old.designated
                || one_of_several(text(old.destination.as_ref()), text(draft.destination.as_ref()))
            {
                return None;
            }
        }
    }
    match units_meet(old, draft) {
        Some(true) => score += 5,
        Some(false) => return None,
        None => {
            if draft.designated && counted(old) && !old.designated && !draft.anaphor && !d {
                return None;
            }
            if old.designated
                && draft.count.bound != Bound::Unspecified
                && !same_figure(&old.count, &draft.count)
            {
                return None;
            }
        }
    }
    if !places_meet(text(old.destination.as_ref()), text(draft.destination.as_ref())) {
        return None;
    }
    if !places_meet(text(old.origin.as_ref()), text(draft.origin.as_ref())) {
        return None;
    }
    if old.destination.is_some() && draft.destination.is_some() {
        score += 2;
    }
    if old.origin.is_some() && draft.origin.is_some() {
        score += 1;
    }
    if !sources_agree(row.source.as_ref(), source) && !(draft.anaphor && !d) {
        if c && d {
            return if same_figure(&old.count, &draft.count) && old.count.bound == draft.count.bound {
                Some(score - 1)
            } else {
                None
            };
        }
        return None;
    }
    if draft.anaphor && !d && sentence_gap <= 3 {
        score += 3;
    }
    // Two mentions without figure or unit: same actor, state and place.
    if !c
        && !d
        && old.unit.is_none()
        && draft.unit.is_none()
        && (old.destination.is_some() && draft.destination.is_some()
            || old.origin.is_some() && draft.origin.is_some())
    {
        score += 3;
    }
    // A general mention of a counted force: same actor, state and place.
    if !d && draft.unit.is_none() && !draft.designated {
        let meets = old.destination.is_some() && draft.destination.is_some();
        if meets {
            score += 3;
        } else if draft.destination.is_none() && draft.origin.is_none() {
            score += 1;
        }
    }
    (score > 0 || draft.heading).then_some(score)
}

/// The country that a place lies in, or its own name.
fn country(place: Option<&super::draft::Where>) -> Option<&str> {
    place.map(|p| p.country.as_deref().unwrap_or(&p.text))
}

/// Takes in the mentions of an article, in order.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub rows: Vec<Row>,
    /// What an asker states in passing: it stands unless the answers tell it otherwise.
    asked: Vec<(Draft, Option<Source>)>,
}

impl Table {
    /// Adds a mention: to the row that it fits best, else as a row of its own.
    pub fn add(&mut self, draft: Draft, source: Option<Source>) {
        if draft.relation != Relation::Own {
            self.relate(draft, source);
            return;
        }
        let first = self.rows.len().saturating_sub(60);
        let best = self
            .rows
            .iter()
            .enumerate()
            .skip(first)
            .filter(|(_, row)| {
                !(row.draft.sentence == draft.sentence
                    && row.draft.evidence == draft.evidence
                    && counted(&row.draft)
                    && counted(&draft))
            })
            .filter_map(|(k, row)| {
                fit(
                    row,
                    &draft,
                    source.as_ref(),
                    draft.sentence.saturating_sub(row.draft.sentence),
                )
                .map(|s| (s, k))
            })
            .max_by_key(|(s, k)| (*s, *k));
        if let Some((_, k)) = best {
            self.absorb(k, draft);
            return;
        }
        let bare = !counted(&draft) && draft.unit.is_none() && draft.equipment.is_none();
        let placeless = draft.destination.is_none() && draft.origin.is_none();
        let weak =
            bare && placeless && !matches!(draft.status, Status::Denied | Status::Withdrawn | Status::Alert);
        if draft.question
            && !draft.heading
            && counted(&draft)
            && !placeless
            && draft.stated
            && self.asked.len() < 40
        {
            self.asked.push((draft, source));
            return;
        }
        if draft.heading || draft.question || weak {
            return;
        }
        if draft.anaphor
            && bare
            && !(matches!(draft.status, Status::Denied | Status::Withdrawn) && !draft.actor.is_empty())
            && !(draft.actor_said && !placeless)
        {
            return;
        }
        if bare && placeless && draft.status == Status::Withdrawn && !(draft.by_owner && draft.actor_said) {
            return;
        }
        if draft.actor.is_empty() && bare {
            return;
        }
        if !counted(&draft)
            && placeless
            && !matches!(
                draft.status,
                Status::Alert | Status::Standby | Status::Denied | Status::Withdrawn
            )
            && !draft.designated
        {
            return;
        }
        if !counted(&draft)
            && placeless
            && matches!(draft.trigger_kind, None | Some(Kind::Station | Kind::Reinforce))
        {
            return;
        }
        let evidence = vec![draft.evidence];
        self.rows.push(Row {
            draft,
            source,
            evidence,
            part_of: None,
            same_as: None,
            conflicts_with: None,
            part_reason: "",
        });
    }

    /// "Chilean soldiers landed in Haiti on Monday": a lead that the next sentences give figures and names for is
    /// another mention of what they tell.
    fn fold_leads(&mut self) {
        // The first sentence of each row and all after it: where that lies too far ahead, none of them tells more.
        let mut ahead: Vec<usize> = self.rows.iter().map(|row| row.draft.sentence).collect();
        for k in (1..ahead.len()).rev() {
            ahead[k - 1] = ahead[k - 1].min(ahead[k]);
        }
        let mut folded = Vec::new();
        for k in 0..self.rows.len() {
            let lead = &self.rows[k].draft;
            let broad = |place: Option<&super::draft::Where>| {
                place.is_some_and(|p| p.country.as_ref().is_none_or(|c| *c == p.text))
            };
            let bare = !counted(lead)
                && (broad(lead.destination.as_ref()) || broad(lead.origin.as_ref()))
                && lead.unit.is_none()
                && lead.equipment.is_none()
                && !matches!(lead.status, Status::Denied | Status::Proposed);
            if !bare {
                continue;
            }
            let near = ahead
                .iter()
                .skip(k + 1)
                .take_while(|&&sentence| sentence <= lead.sentence + 4);
            let told = (k + 1..=k + near.count()).find(|&j| {
                let row = &self.rows[j].draft;
                if row.sentence <= lead.sentence || row.sentence > lead.sentence + 4 {
                    return false;
                }
                let end = if lead.status == Status::Withdrawn {
                    country(lead.origin.as_ref()).is_some()
                        && country(lead.origin.as_ref()) == country(row.origin.as_ref())
                } else {
                    country(lead.destination.as_ref()).is_some()
                        && country(lead.destination.as_ref()) == country(row.destination.as_ref())
                };
                end && counted(row)
                    && row.actor == lead.actor
                    && row.status == lead.status
                    && row.realis == lead.realis
                    && self.rows[k].source.as_ref().map(|s| &s.name)
                        == self.rows[j].source.as_ref().map(|s| &s.name)
            });
            let Some(j) = told else { continue };
            folded.push(k);
            let evidence = std::mem::take(&mut self.rows[k].evidence);
            let when = self.rows[k].draft.when;
            let row = &mut self.rows[j];
            row.evidence.extend(evidence);
            row.draft.when = row.draft.when.or(when);
        }
        // All at once: each taken out by itself moves all rows after it.
        let mut folded = folded.into_iter().peekable();
        let mut k = 0..;
        self.rows
            .retain(|_| k.next().is_none_or(|k| folded.next_if_eq(&k).is_none()));
    }

    /// Settles what the askers stated: evidence for a row with the same figure, else a row of its own.
    pub fn finish(&mut self) {
        self.fold_leads();
        for (draft, source) in std::mem::take(&mut self.asked) {
            let told = self
                .rows
                .iter_mut()
                .find(|r| same_figure(&r.draft.count, &draft.count) && same_actor(&r.draft, &draft));
            if let Some(row) = told {
                row.evidence.push(draft.evidence);
                row.draft.destination = row.draft.destination.take().or(draft.destination);
                continue;
            }
            let at = self.rows.partition_point(|r| r.draft.sentence <= draft.sentence);
            let evidence = vec![draft.evidence];
            self.rows.insert(
                at,
                Row {
                    draft,
                    source,
                    evidence,
                    part_of: None,
                    same_as: None,
                    conflicts_with: None,
                    part_reason: "",
                },
            );
        }
    }

    /// A figure that completes, corrects or rivals a row before it.
    fn relate(&mut self, draft: Draft, source: Option<Source>) {
        let near = |row: &Row, reach: usize| draft.sentence.saturating_sub(row.draft.sentence) <= reach;
        match draft.relation {
            Relation::Supplement => {
                let last = self.rows.iter_mut().rev().find(|r| near(r, 2));
                if let Some(row) =
                    last.filter(|r| !counted(&r.draft) || same_figure(&r.draft.count, &draft.count))
                {
                    if !counted(&row.draft) {
                        row.draft.count = draft.count;
                    }
                    row.evidence.push(draft.evidence);
                }
            }
            Relation::Correction => {
                let value = draft.count.value.unwrap_or_default();
                let close = |r: &Row| {
                    r.draft.count.value.is_some_and(|v| {
                        v > 0.0 && value > 0.0 && (v - value).abs() > 0.5 && (v / value).max(value / v) <= 2.0
                    })
                };
                if let Some(row) = self.rows.iter_mut().rev().find(|r| near(r, 40) && close(r)) {
                    row.draft.count = draft.count;
                    row.evidence.push(draft.evidence);
                }
            }
            Relation::Rival => {
                let last = self.rows.iter().rev().find(|r| near(r, 2) && counted(&r.draft));
                if let Some(row) = last.filter(|r| !same_figure(&r.draft.count, &draft.count)) {
                    let mut rival = row.draft.clone();
                    rival.count = crate::analysis::Count {
                        of: rival.count.of,
                        ..draft.count
                    };
                    rival.evidence = draft.evidence;
                    rival.sentence = draft.sentence;
                    rival.equipment = None;
                    rival.when = None;
                    rival.additional = false;
                    rival.whole = None;
                    let evidence = vec![rival.evidence];
                    self.rows.push(Row {
                        draft: rival,
                        source,
                        evidence,
                        part_of: None,
                        same_as: None,
                        conflicts_with: None,
                        part_reason: "",
                    });
                }
            }
            Relation::Own => {}
        }
    }

    fn absorb(&mut self, k: usize, draft: Draft) {
        let Some(row) = self.rows.get_mut(k) else { return };
        row.evidence.push(draft.evidence);
        let old = &mut row.draft;
        if !draft.heading {
            if !counted(old) && counted(&draft) {
                old.count = draft.count;
                old.additional |= draft.additional;
            }
            old.unit = old.unit.take().or(draft.unit);
            old.designated |= draft.designated;
            old.equipment = old.equipment.take().or(draft.equipment);
            if old.status != Status::Withdrawn || old.origin.is_none() {
                old.origin = old.origin.take().or(draft.origin);
            }
            let generic = |w: &super::draft::Where| w.naming == super::spots::Naming::Relative;
            if old.destination.as_ref().is_some_and(generic)
                && draft.destination.as_ref().is_some_and(|d| !generic(d))
            {
                old.destination = None;
            }
            if old.origin.as_ref().map(|o| &o.text) != draft.destination.as_ref().map(|o| &o.text) {
                old.destination = old.destination.take().or(draft.destination);
            }
            old.when = old.when.or(draft.when);
            if old.actor.is_empty() {
                old.actor = draft.actor;
            }
        }
    }
}
