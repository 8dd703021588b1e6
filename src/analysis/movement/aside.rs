//! Mentions beside the plain ones: units that a presence includes, figures that complete or rival a row before, levels
//! after a rise, and triggers without a force of their own.

use crate::analysis::{Bound, Count, CountOf, Realis, Status};
use crate::lexicon::{Form, Table};
use crate::span::Span;

use super::clause::{Clause, Theme};
use super::discourse::Discourse;
use super::draft::{Draft, Relation, Setting, asker, hedged};
use super::forces::{Force, ForceKind};
use super::lists::weak;
use super::spots::Naming;
use super::status::{self, Scene};
use super::verbs::{Control, Kind};
use super::whereabouts::places;

/// "That included a carrier strike group, additional fighter squadrons and …": the units of what was told just before,
/// as one row.
pub(super) fn included(
    clause: &Clause<'_, '_>,
    setting: Setting,
    talk: &Discourse,
    told: &[Draft],
) -> Option<Draft> {
    let words = clause.words;
    let at =
        (0..words.len().min(14)).find(|&k| matches!(words.low(k), "includes" | "included" | "include"))?;
    if setting.question || !told.is_empty() || !talk.moved(setting.sentence) {
        return None;
    }
    let listed: Vec<usize> = clause
        .forces
        .iter()
        .enumerate()
        .filter(|(f, x)| {
            x.from > at
                && matches!(x.kind, ForceKind::Unit | ForceKind::Ship)
                && !x.barred
                && x.is_specific()
                && !clause.distracts(*f)
                && !clause.is_aid(*f)
        })
        .map(|(f, _)| f)
        .collect();
    let first = clause.forces.get(*listed.first()?)?;
    if first.from > at + 4 {
        return None;
    }
    let run: Vec<&Force> = listed
        .windows(2)
        .take_while(|w| clause.forces[w[1]].from - clause.forces[w[0]].to <= 2)
        .map(|w| &clause.forces[w[1]])
        .collect();
    let units: Vec<String> = std::iter::once(first)
        .chain(run.iter().copied())
        .filter_map(|x| x.unit.clone())
        .collect();
    let end = run.last().map_or(first.to, |x| x.to);
    let actor = talk.actor(setting.block);
    Some(Draft {
        actor,
        count: if run.is_empty() {
            first
                .quantity
                .as_ref()
                .map_or_else(Count::default, |q| q.count(words, first.of))
        } else {
            Count::default()
        },
        unit: Some(units.join("; ")),
        designated: first.designated,
        equipment: first.equipment.clone(),
        kind: first.kind,
        destination: talk.recent(clause, setting.sentence),
        trigger: words.low(at).to_owned(),
        trigger_kind: Some(Kind::Deploy),
        of_which: true,
        ..Draft::blank(setting, words.span(first.from, end))
    })
}

/// A figure that only completes, corrects or rivals a row before.
pub(super) fn figure_of_before(
    clause: &Clause<'_, '_>,
    f: usize,
    force: &Force,
    events: &[usize],
    setting: Setting,
    talk: &Discourse,
) -> Option<Draft> {
    let words = clause.words;
    let q = force
        .quantity
        .as_ref()
        .filter(|q| q.bound != Bound::None && q.bound != Bound::Vague)?;
    if !events.is_empty() || setting.question || clause.spot_force.contains(&Some(f)) {
        return None;
    }
    let before = words.low(force.from.wrapping_sub(1));
    let copula = matches!(before, "that's" | "it's")
        || (matches!(before, "is" | "was" | "'s")
            && matches!(
                words.low(force.from.wrapping_sub(2)),
                "that" | "it" | "this" | "total"
            ))
        || matches!(before, "totalling" | "totaling");
    let figure = (force.from.saturating_sub(6)..force.from).any(|k| {
        matches!(
            words.low(k),
            "figure" | "number" | "strength" | "tally" | "estimate"
        )
    }) && (force.from.saturating_sub(7)..force.from).any(|k| {
        matches!(
            words.low(k),
            "put" | "puts" | "estimated" | "placed" | "said" | "gave"
        )
    }) && matches!(before, "at" | "as" | "was" | "is");
    let relation = if copula && talk.corrects(setting.sentence) {
        Relation::Correction
    } else if copula && matches!(force.kind, ForceKind::People | ForceKind::Figure) {
        Relation::Supplement
    } else if figure && force.kind == ForceKind::Figure {
        Relation::Rival
    } else {
        return None;
    };
    Some(Draft {
        count: q.count(words, force.of),
        kind: force.kind,
        anaphor: true,
        relation,
        ..Draft::blank(setting, words.span(force.from.saturating_sub(2), force.to))
    })
}

/// "The French stay at 7,500", "they'll go up to 13,000": the strength of those who are a force by name or pronoun.
pub(super) fn level_told(
    clause: &Clause<'_, '_>,
    force: &Force,
    setting: Setting,
    talk: &Discourse,
) -> Option<Draft> {
    let words = clause.words;
    let q = force
        .quantity
        .as_ref()
        .filter(|q| q.value.is_some_and(|v| v >= 50.0))?;
    if setting.question
        || !matches!(force.kind, ForceKind::Figure | ForceKind::People)
        || !force.owners.is_empty()
        || !talk.speaks_of_forces(setting.sentence)
    {
        return None;
    }
    let at = force.from;
    // "go up to 13,000": no bound, but where the strength goes.
    let climbs =
        words.are(at, &["up", "to"]) && matches!(words.low(at.wrapping_sub(1)), "go" | "goes" | "going");
    let (verb, rises) = match (words.low(at.wrapping_sub(2)), words.low(at.wrapping_sub(1))) {
        _ if climbs => (at - 1, true),
        ("stay" | "stays" | "stayed" | "remain" | "remains" | "remained" | "stand" | "stands", "at") => {
            (at - 2, false)
        }
        (
            "go" | "goes" | "rise" | "rises" | "grow" | "grows" | "drop" | "drops" | "fall" | "falls"
            | "increase",
            "to",
        ) => (at - 2, true),
        ("down", "to")
            if matches!(
                words.low(at.wrapping_sub(3)),
                "go" | "goes" | "come" | "comes" | "going" | "coming"
            ) =>
        {
            (at - 3, true)
        }
        _ => return None,
    };
    let auxiliary = |k: usize| {
        matches!(
            words.low(k),
            "will"
                | "would"
                | "'ll"
                | "they'll"
                | "we'll"
                | "it'll"
                | "is"
                | "are"
                | "to"
                | "they're"
                | "also"
        )
    };
    let begin = (0..verb)
        .rev()
        .take_while(|&k| auxiliary(k))
        .last()
        .unwrap_or(verb);
    let pronoun = (begin.saturating_sub(1)..=begin).any(|k| {
        matches!(
            words.low(k),
            "they" | "they'll" | "it" | "it'll" | "we" | "we'll" | "they're"
        )
    });
    let owner = clause
        .owners
        .iter()
        .find(|(pos, o)| pos + o.len == begin)
        .map(|(_, o)| o.name.clone());
    if owner.is_none() && !pronoun {
        return None;
    }
    let actor_said = owner.is_some();
    let actor = owner.map_or_else(|| talk.actor(setting.sentence), |name| talk.named(vec![name]));
    let future = (begin..verb).any(|k| words.low(k).ends_with("ll") || words.low(k) == "will")
        || rises && begin < verb;
    let destination = talk
        .recent(clause, setting.sentence)
        .filter(|p| !Discourse::is_home(&p.text, &actor));
    let mut level = q.clone();
    if climbs {
        level.bound = Bound::Exact;
        level.from = at + 2;
    }
    let (status, realis) = if future {
        (Status::Ordered, Realis::Planned)
    } else {
        (Status::Present, Realis::Actual)
    };
    Some(Draft {
        actor,
        actor_said,
        count: level.count(words, CountOf::Personnel),
        destination,
        status,
        realis,
        hedged: hedged(clause),
        trigger: words.low(verb).to_owned(),
        trigger_kind: Some(Kind::Station),
        ..Draft::blank(setting, words.span(begin, force.to))
    })
}

/// "bringing its force there to 5,100", "will take the number of troops in Iraq to 160,000": the total that is reached.
pub(super) fn reached(
    clause: &Clause<'_, '_>,
    f: usize,
    force: &Force,
    setting: Setting,
    talk: &Discourse,
) -> Option<Draft> {
    let words = clause.words;
    let q = force
        .quantity
        .as_ref()
        .filter(|q| q.value.is_some_and(|v| v >= 20.0))?;
    if setting.question {
        return None;
    }
    let bring = |k: usize| {
        matches!(
            words.low(k),
            "bring"
                | "brings"
                | "bringing"
                | "brought"
                | "take"
                | "takes"
                | "taking"
                | "lift"
                | "lifts"
                | "lifting"
                | "push"
                | "pushing"
                | "raising"
                | "raise"
                | "strengthen"
                | "strengthening"
        )
    };
    let size = |k: usize| {
        matches!(
            words.low(k),
            "total"
                | "number"
                | "force"
                | "forces"
                | "strength"
                | "presence"
                | "contingent"
                | "contribution"
                | "deployment"
                | "troops"
                | "mission"
                | "level"
                | "levels"
                | "size"
        )
    };
    // "to 5,100" after what grows, or "bring to 5,100 the number of".
    let to = words.low(force.from.wrapping_sub(1)) == "to";
    let verb = (force.from.saturating_sub(16)..force.from)
        .rev()
        .find(|&k| bring(k))?;
    let before =
        (verb..force.from).any(size) && !(verb..force.from).any(|k| matches!(words.low(k), ";" | "."));
    let after = force.from - verb <= 2 && (force.to..words.len().min(force.to + 4)).any(size);
    if !(to && (before || after)) {
        return None;
    }
    let (mut actor, mut place) = (Vec::new(), None);
    // "take the African Union mission in Chad to 7,700".
    for (_, o) in clause
        .owners
        .iter()
        .filter(|(pos, _)| *pos > verb && *pos < force.from)
    {
        if actor.is_empty() && o.naming != super::owners::Naming::Person {
            actor.push(o.name.clone());
        }
    }
    for other in clause
        .forces
        .iter()
        .filter(|o| o.from > verb && o.from < force.to + 12)
    {
        if actor.is_empty() {
            actor.clone_from(&other.owners);
        }
    }
    for (s, spot) in clause.spots.iter().enumerate() {
        let inside = spot.from > verb && (spot.to <= force.from || spot.from >= force.to);
        let bare = spot.role == super::spots::Role::Bare && spot.naming != Naming::There;
        if inside
            && spot.role != super::spots::Role::From
            && !bare
            && place.is_none()
            && spot.naming != Naming::Home
        {
            place = Some(talk.place(clause, s, &actor));
        }
    }
    let unresolved = place
        .as_ref()
        .is_none_or(|p| matches!(p.naming, Naming::There | Naming::Relative));
    if unresolved {
        place = talk.recent(clause, setting.sentence).or(place);
    }
    let said = if actor.is_empty() {
        talk.named(clause.subject(verb, true).unwrap_or_default())
    } else {
        talk.named(actor)
    };
    let actor_said = !said.is_empty();
    let actor = if actor_said {
        said
    } else {
        talk.actor(setting.sentence)
    };
    let main = (0..verb).any(|k| {
        matches!(
            words.low(k),
            "will" | "would" | "plans" | "ordered" | "approved" | "shall"
        ) || words.low(k) == "to"
            && (k + 1 == verb
                || words
                    .entries(k + 1)
                    .any(|e| e.table() == Table::MovementVerb && e.form().is(Form::BASE)))
    });
    let done =
        words.low(verb) == "brought" && !(0..verb).any(|k| matches!(words.low(k), "be" | "will" | "would"));
    let planned = main && !done;
    Some(Draft {
        actor,
        actor_said,
        count: q.count(words, CountOf::Personnel),
        kind: if clause.forces[f].kind == ForceKind::Figure {
            ForceKind::People
        } else {
            force.kind
        },
        destination: place,
        status: if planned { Status::Ordered } else { Status::Present },
        realis: if planned { Realis::Planned } else { Realis::Actual },
        hedged: hedged(clause),
        trigger: words.low(verb).to_owned(),
        trigger_kind: Some(Kind::Station),
        totals: true,
        ..Draft::blank(setting, words.span(verb, force.to))
    })
}

/// "from four to six": the level after a rise or fall, where the force itself has no figure.
pub(super) fn level_after(clause: &Clause<'_, '_>, force: &Force) -> Option<super::quantities::Quantity> {
    let words = clause.words;
    let rise = (0..words.len()).any(|k| super::groups::changes(words.low(k)));
    if !rise || force.quantity.is_some() {
        return None;
    }
    (force.to..words.len().min(force.to + 18)).find_map(|k| {
        if words.low(k) != "from" {
            return None;
        }
        let first = super::quantities::quantity(words, k + 1)?;
        match first.bound {
            Bound::Range => {
                let mut level = first.clone();
                level.value = first.high;
                (level.low, level.high, level.bound) = (None, None, Bound::Exact);
                level.from = k;
                Some(level)
            }
            _ if words.low(first.to) == "to" => {
                super::quantities::quantity(words, first.to + 1).filter(|q| q.value.is_some())
            }
            _ => None,
        }
    })
}

/// Whether the text says of the claim that holds word `at` that it is not so.
pub(super) fn disproved(clause: &Clause<'_, '_>, at: usize) -> bool {
    let words = clause.words;
    // "Plans to send a frigate have been dropped".
    let dropped = (at..words.len()).any(|k| {
        matches!(words.low(k.wrapping_sub(1)), "been" | "was" | "were")
            && (matches!(
                words.low(k),
                "dropped"
                    | "shelved"
                    | "scrapped"
                    | "cancelled"
                    | "canceled"
                    | "abandoned"
                    | "rejected"
                    | "vetoed"
            ) || words.are(k, &["given", "up"])
                || words.are(k, &["called", "off"])
                || words.are(k, &["ruled", "out"]))
    });
    let planned = (0..at).any(|k| {
        matches!(
            words.low(k),
            "plan"
                | "plans"
                | "proposal"
                | "proposals"
                | "idea"
                | "deployment"
                | "mission"
                | "order"
                | "move"
        )
    });
    if dropped && planned {
        return true;
    }
    let claim = (0..at).any(|k| {
        matches!(
            words.low(k),
            "claims"
                | "information"
                | "reports"
                | "rumours"
                | "rumors"
                | "allegations"
                | "claim"
                | "report"
                | "suggestions"
        )
    });
    claim
        && (at..words.len()).any(|k| {
            words.are(k, &["not", "correspond"])
                || words.are(k, &["not", "true"])
                || words.are(k, &["not", "accurate"])
                || (matches!(
                    words.low(k),
                    "false"
                        | "untrue"
                        | "baseless"
                        | "fabricated"
                        | "incorrect"
                        | "inaccurate"
                        | "unfounded"
                        | "disinformation"
                        | "misinformation"
                        | "fake"
                ) && matches!(
                    words.low(k - 1),
                    "is" | "are" | "was" | "were" | "as" | "completely" | "entirely"
                ))
        })
}

/// A row without a force phrase: "They will withdraw from the island", "There are no plans to withdraw".
pub(super) fn unforced(
    clause: &Clause<'_, '_>,
    e: usize,
    setting: Setting,
    talk: &Discourse,
    time_of: &dyn Fn(usize, usize) -> Option<(usize, Span)>,
) -> Option<Draft> {
    let ev = &clause.events[e];
    let words = clause.words;
    let carried = clause.themes[e] == Some(Theme::Carried);
    // "They are headed to the island": a pronoun for forces, and a goal.
    let bound_for = ev.lemma == "head" && carried && talk.speaks_of_forces(setting.sentence);
    if weak(ev.lemma) && !bound_for
        || matches!(ev.kind, Kind::Reinforce | Kind::Reduce | Kind::Mass) && ev.lemma != "mass" && !ev.nominal
    {
        return None;
    }
    // "the French will remain in …": a people that acts as its troops.
    let people = clause.owners.iter().any(|(pos, o)| {
        pos + o.len == ev.from
            && words.low(pos.wrapping_sub(1)) == "the"
            && matches!(
                o.naming,
                super::owners::Naming::People | super::owners::Naming::Adjective
            )
    });
    if matches!(ev.kind, Kind::Station) && !carried && !people || ev.reduced && !carried {
        return None;
    }
    // "withdrew from the Treaty on Armed Forces in Europe": no force leaves.
    let paper = [
        "treaty",
        "agreement",
        "pact",
        "accord",
        "accords",
        "convention",
        "deal",
        "talks",
    ];
    if matches!(ev.kind, Kind::Withdraw) && (ev.to..ev.to + 6).any(|k| paper.contains(&words.low(k))) {
        return None;
    }
    let pronoun = carried || matches!(words.low(ev.from.wrapping_sub(1)), "it" | "they" | "we");
    let said = talk.named(clause.subject(ev.from, pronoun).unwrap_or_default());
    let actor_said = !said.is_empty();
    let actor = if actor_said {
        said
    } else {
        talk.actor(setting.sentence)
    };
    let (origin, destination, located) = places(clause, None, &[e], Some(e), &actor, talk);
    let actor = if actor_said {
        actor
    } else {
        let end = if matches!(ev.kind, Kind::Withdraw) {
            &origin
        } else {
            &destination
        };
        let guest = end.as_ref().and_then(|place| talk.guest(&place.text, &actor));
        guest.unwrap_or(actor)
    };
    let placed = origin
        .as_ref()
        .or(destination.as_ref())
        .is_some_and(|w| w.naming != Naming::Relative || w.edge);
    let strong = matches!(ev.kind, Kind::Withdraw)
        && (ev.negated || ev.control == Some(Control::Deny))
        && talk.speaks_of_forces(setting.sentence);
    // Without a force only what is plainly military stands: a place, and a verb that moves troops.
    let military = crate::word_set!([
        "deploy",
        "redeploy",
        "withdraw",
        "pull out",
        "pull back",
        "reposition",
        "station",
        "mass",
        "posture",
        "mobilize",
        "mobilise",
        "draw down",
    ])
    .has(ev.lemma);
    if !(military && (placed || strong))
        && !(people && placed)
        && !(carried && placed && !matches!(ev.kind, Kind::Station))
    {
        return None;
    }
    if !military && !talk.speaks_of_forces(setting.sentence) {
        return None;
    }
    let scene = Scene {
        none: false,
        reported: setting.reported,
        both_ends: origin.is_some() && destination.is_some(),
        left: origin.is_some() && destination.is_none(),
        located,
        edge: destination.as_ref().is_some_and(|d| d.edge),
        homeward: true,
        hypothetical: setting.asked,
    };
    let (status, realis) = status::decide(ev, scene);
    let mut from = ev.control_at.map_or(ev.from, |c| c.min(ev.from));
    let mut to = ev.to;
    for (s, spot) in clause.spots.iter().enumerate() {
        if clause.spot_event[s] == Some(e) {
            from = from.min(spot.from);
            to = to.max(spot.to);
        }
    }
    let when = time_of(ev.from, to);
    let mut evidence = words.span(from, to);
    if let Some((_, span)) = when
        && span.start() >= evidence.start()
        && span.start() < evidence.end() + 40
    {
        evidence = evidence.cover(span);
    }
    Some(Draft {
        actor,
        actor_said,
        origin,
        destination,
        status,
        realis,
        when: when.map(|w| w.0),
        anaphor: carried,
        hedged: hedged(clause),
        trigger: words.slice(ev.from, ev.to).to_owned(),
        trigger_kind: Some(ev.kind),
        asker: asker(clause, e),
        ..Draft::blank(setting, evidence)
    })
}
