//! What each force of a sentence does, as drafts of rows: the rules that bring force, trigger, places and discourse
//! together.

use crate::analysis::{Bound, Count, CountOf, Realis, Status};
use crate::lexicon::{Form, Table};
use crate::span::Span;

use super::aside::{disproved, figure_of_before, included, level_after, level_told, reached, unforced};
use super::civil::{civil, no_movement};
use super::clause::{Clause, Theme};
use super::discourse::Discourse;
use super::draft::{Draft, Setting, Where, asker, hedged};
use super::forces::{Force, ForceKind};
use super::lists::weak;
use super::owners;
use super::spots::{Naming, Role};
use super::status::{self, Scene};
use super::verbs::{Control, Event, Kind};
use super::whereabouts::{formerly, front, places, setting_list};

/// The rows that a sentence tells.
pub(super) fn drafts(
    clause: &Clause<'_, '_>,
    setting: Setting,
    talk: &Discourse,
    time_of: &dyn Fn(usize, usize) -> Option<(usize, Span)>,
) -> Vec<Draft> {
    let mut all: Vec<Draft> = Vec::new();
    let mut told: Vec<Option<usize>> = vec![None; clause.forces.len()];
    let front = front(clause, talk);
    for (f, force) in clause.forces.iter().enumerate() {
        let mut events = clause.events_of(f);
        if events.is_empty() && force.quantity.is_some() {
            events = clause.events_with(f);
        }
        let carries = force.kind == ForceKind::Aircraft
            && !force.designated
            && (f + 1..clause.forces.len()).any(|g| clause.carrier_of(g) == Some(f));
        if force.barred
            || carries
            || clause.distracts(f)
            || clause.is_aid(f)
            || others(clause, force)
            || civil(clause, force, talk.speaks_of_forces(setting.sentence))
        {
            continue;
        }
        if let Some(draft) = figure_of_before(clause, f, force, &events, setting, talk) {
            all.push(draft);
            continue;
        }
        if let Some(draft) = level_told(clause, force, setting, talk) {
            told[f] = Some(all.len());
            all.push(draft);
            continue;
        }
        if let Some(draft) = reached(clause, f, force, setting, talk) {
            told[f] = Some(all.len());
            all.push(draft);
            continue;
        }
        // A part told in passing does what its whole does.
        if let Some(whole) = force.aside.and_then(|w| told[w]).filter(|_| events.is_empty())
            && !clause.spot_force.contains(&Some(f))
            && let Some(whole) = all.get(whole)
        {
            let part = part_of(whole, clause, force);
            all.push(part);
            continue;
        }
        let drafted = forced(clause, f, force, &events, setting, talk, front.as_ref(), time_of);
        if let Some(mut draft) = drafted.filter(|draft| !no_movement(clause, force, draft)) {
            if events.is_empty() && f > 0 && !clause.events_of(f - 1).is_empty() {
                shares(&mut draft, all.last(), force, clause);
            }
            told[f] = Some(all.len());
            all.push(draft);
        }
    }
    if let Some(draft) = included(clause, setting, talk, &all) {
        all.push(draft);
    }
    for e in 0..clause.events.len() {
        if matches!(clause.themes[e], Some(Theme::Carried | Theme::Subject))
            && let Some(draft) = unforced(clause, e, setting, talk, time_of)
        {
            all.push(draft);
        }
    }
    for draft in &mut all {
        if draft.origin.is_some()
            && draft.destination.as_ref().map(|d| &d.text) == draft.origin.as_ref().map(|o| &o.text)
        {
            draft.destination = None;
        }
    }
    all
}

/// "including 800 paratroopers": the row of its whole with a figure and a unit of its own.
fn part_of(whole: &Draft, clause: &Clause<'_, '_>, force: &Force) -> Draft {
    let words = clause.words;
    let mut part = whole.clone();
    part.count = force
        .quantity
        .as_ref()
        .map_or_else(Count::default, |q| q.count(words, force.of));
    part.additional = false;
    part.unit.clone_from(&force.unit);
    part.designated = force.designated;
    part.equipment.clone_from(&force.equipment);
    part.kind = force.kind;
    part.evidence = words.span(force.from, force.to);
    part.anaphor = false;
    part.whole = None;
    part.share = false;
    part.of_which = true;
    part.totals = false;
    if !force.owners.is_empty() {
        part.actor.clone_from(&force.owners);
        part.actor_said = true;
    }
    part
}

/// "evacuees, many of them by truck", "14 million people, of whom 252,000": a part of people who are no force.
fn others(clause: &Clause<'_, '_>, force: &Force) -> bool {
    let civil = |k: usize| {
        let low = clause.words.low(k);
        super::lists::barred(low)
            || crate::word_set!([
                "people",
                "residents",
                "migrants",
                "refugees",
                "homes",
                "houses",
                "passengers",
                "workers",
                "villagers",
                "children",
                "families",
                "students",
                "voters",
            ])
            .has(low)
    };
    let bare = force.kind == ForceKind::Figure
        || force.kind == ForceKind::People
            && super::owners::owner(clause.words, force.head)
                .is_some_and(|o| o.naming == super::owners::Naming::People);
    let soldiers = clause.forces.iter().any(|f| {
        f.from < force.from && f.kind != ForceKind::Figure && !f.barred
            || f.from > force.from && f.kind == ForceKind::People
    });
    if bare && !soldiers && (0..clause.words.len()).any(civil) {
        return true;
    }
    let refers =
        (force.from.saturating_sub(2)..force.to).any(|k| matches!(clause.words.low(k), "them" | "whom"));
    refers
        && (0..force.from).any(|k| {
            let low = clause.words.low(k);
            super::lists::barred(low) || matches!(low, "migrants" | "passengers" | "people" | "workers")
        })
}

/// "We do not have any forces in …", "without any troops": nobody is there.
fn absent(clause: &Clause<'_, '_>, force: &Force) -> bool {
    let words = clause.words;
    words.low(force.from.wrapping_sub(1)) == "any"
        && (force.from.saturating_sub(7)..force.from).any(|k| {
            let low = words.low(k);
            matches!(low, "not" | "never" | "without" | "nor" | "nobody") || low.ends_with("n't")
        })
}

/// "keeps 2,500 troops in Iraq and 900 in Syria": a bare figure with a place of its own does what the force before it
/// does.
fn shares(draft: &mut Draft, before: Option<&Draft>, force: &Force, clause: &Clause<'_, '_>) {
    let joined = matches!(clause.words.low(force.from.wrapping_sub(1)), "and" | ",");
    let Some(lead) = before.filter(|_| joined && force.kind == ForceKind::Figure) else {
        return;
    };
    (draft.status, draft.realis) = (lead.status, lead.realis);
    if !draft.actor_said {
        draft.actor.clone_from(&lead.actor);
        draft.actor_said = lead.actor_said;
    }
    if draft.status == Status::Withdrawn && draft.origin.is_none() {
        draft.origin = draft.destination.take();
    }
}

/// Which of the events says most: a posture first, then a finite verb with a place, then the first.
fn main_event(clause: &Clause<'_, '_>, events: &[usize]) -> Option<usize> {
    let placed = |e: usize| clause.spot_event.contains(&Some(e));
    events.iter().copied().max_by_key(|&e| {
        let ev = &clause.events[e];
        let mut score = 0i32;
        if ev.lemma == "posture" {
            score += 40;
        }
        if !ev.reduced {
            score += 8;
        }
        if placed(e) {
            score += 4;
        }
        if weak(ev.lemma) {
            score -= 6;
        }
        if formerly(clause, ev) {
            score -= 20;
        }
        if ev.nominal && words_before_purpose(clause, ev) {
            score -= 12;
        }
        // The first wins a tie.
        score * 16 - i32::try_from(e.min(15)).unwrap_or(15)
    })
}

fn words_before_purpose(clause: &Clause<'_, '_>, e: &Event) -> bool {
    matches!(
        clause.words.low(e.from.wrapping_sub(1)),
        "for" | "potential" | "possible" | "of"
    )
}

fn forced(
    clause: &Clause<'_, '_>,
    f: usize,
    force: &Force,
    events: &[usize],
    setting: Setting,
    talk: &Discourse,
    front: Option<&Where>,
    time_of: &dyn Fn(usize, usize) -> Option<(usize, Span)>,
) -> Option<Draft> {
    let words = clause.words;
    let tell = |told: Told| Some(finish(clause, f, force, events, setting, time_of, told));
    let main = main_event(clause, events);
    let said: Vec<String> = if !force.owners.is_empty() {
        force.owners.clone()
    } else if force.enemy {
        talk.enemy.iter().cloned().collect()
    } else if force
        .possessive
        .is_some_and(|p| matches!(words.low(p), "our" | "my"))
    {
        talk.ours().into_iter().collect()
    } else if let Some((_, o)) = clause
        .owners
        .iter()
        .find(|(pos, o)| pos + o.len == force.from && force.kind == ForceKind::Figure)
    {
        // "Norway sent 100 soldiers, Finland 200".
        vec![o.name.clone()]
    } else {
        let at = main.map_or(force.from, |m| clause.events[m].from.min(force.from));
        let pronoun = main.is_some_and(|m| {
            matches!(
                words.low(clause.events[m].from.wrapping_sub(1)),
                "it" | "they" | "he" | "we"
            )
        }) || force.possessive.is_some();
        let said = clause.subject(at, pronoun).unwrap_or_default();
        // "where a Soviet regiment was based until 1990, the 25th Brigade now trains": another force's owner.
        let apart = force.designated
            && !pronoun
            && f > 0
            && clause.forces[..f].iter().any(|other| other.owners == said)
            && !clause
                .owners
                .iter()
                .any(|(pos, o)| *pos < at && said.contains(&o.name))
            && (0..force.from).any(|k| matches!(words.low(k), "where" | "until"))
            && words.low(force.from.wrapping_sub(1)) == ","
            || force.designated
                && words.are(force.from.wrapping_sub(2), &[",", "the"])
                && (0..force.from).any(|k| words.low(k) == "where");
        if apart { Vec::new() } else { said }
    };
    // An enemy whom the text never names is nobody else.
    let nameless = force.enemy || said.iter().any(|name| name == super::clause::ENEMY);
    let said = talk.named(said);
    let actor_said = !said.is_empty();
    let actor = if actor_said || nameless {
        said
    } else {
        talk.actor(setting.sentence)
    };
    let (mut origin, mut destination, mut located) = places(clause, Some(f), events, main, &actor, talk);
    if origin.is_none()
        && let Some(based) = &force.based
    {
        let here = Where {
            text: based.clone(),
            span: words.span(force.from, force.to),
            naming: Naming::Known,
            edge: false,
            country: None,
        };
        if main.is_some_and(|m| {
            matches!(
                clause.events[m].kind,
                Kind::Deploy | Kind::Shift | Kind::Withdraw | Kind::Return
            )
        }) {
            origin = Some(here);
        } else if destination.is_none() {
            destination = Some(here);
            located = true;
        }
    }
    let exists = clause.exists(f);
    if (destination.is_none() && origin.is_none()
        || (destination.is_none()
            && main.is_none_or(|m| !matches!(clause.events[m].kind, Kind::Withdraw | Kind::Reduce))))
        && let Some(place) = front.filter(|_| !events.is_empty() || exists || force.quantity.is_some())
    {
        destination = Some(place.clone());
        located = true;
    }
    let kind = main.map(|m| clause.events[m].kind);
    let here = |words_at: usize| {
        clause
            .spots
            .iter()
            .position(|s| s.role == Role::At && s.to <= words_at && words_at - s.to <= 1)
    };
    if destination.is_none() && events.is_empty() {
        // "in the Sea of Azov, 1 ship; in the Mediterranean Sea, 4 ships".
        if let Some(s) = here(force.from) {
            destination = Some(talk.place(clause, s, &actor));
            located = true;
        }
    }
    if origin.is_none() && matches!(kind, Some(Kind::Withdraw)) {
        origin = talk
            .topic(setting.block)
            .filter(|t| destination.as_ref().map(|d| &d.text) != Some(&t.text));
    } else if destination.is_none()
        && matches!(
            kind,
            Some(Kind::Deploy | Kind::Shift | Kind::Standby | Kind::Mass)
        )
    {
        destination = talk
            .topic(setting.block)
            .filter(|t| origin.as_ref().map(|o| &o.text) != Some(&t.text));
    }
    let arrives = main.is_some_and(|m| {
        matches!(
            clause.events[m].lemma,
            "arrive"
                | "land"
                | "disembark"
                | "fly in"
                | "send in"
                | "bring in"
                | "move in"
                | "cross"
                | "pour"
                | "touch down"
                | "come"
                | "step off"
        )
    });
    if destination.is_none() && arrives {
        destination = talk
            .recent(clause, setting.sentence)
            .filter(|p| origin.as_ref().is_none_or(|o| o.text != p.text));
    }
    let more = force.quantity.as_ref().is_some_and(|q| q.additional)
        && matches!(kind, Some(Kind::Deploy | Kind::Reinforce));
    if destination.is_none() && origin.is_none() && more {
        destination = talk
            .recent(clause, setting.sentence)
            .filter(|p| !Discourse::is_home(&p.text, &actor));
    }
    if destination.is_none() && origin.is_none() {
        let back = force.definite || !force.owners.is_empty() || force.quantity.is_some();
        let place = talk
            .recent(clause, setting.sentence)
            .filter(|p| !Discourse::is_home(&p.text, &actor));
        match kind {
            Some(Kind::Withdraw) if back => origin = place,
            Some(Kind::Reinforce | Kind::Reduce) if back => destination = place,
            None if force.quantity.as_ref().is_some_and(|q| q.bound_noun.is_some()) => destination = place,
            _ => {}
        }
    }
    // "raise its UNIFIL contribution to 1,000": a mission serves in one country.
    if destination.is_none()
        && origin.is_none()
        && (force.quantity.is_some() || force.designated)
        && let Some((k, area)) = (0..words.len()).find_map(|k| Some((k, owners::area(words, k)?)))
    {
        let place = Where {
            text: area.to_owned(),
            span: words.span(k, k + 1),
            naming: Naming::Known,
            edge: false,
            country: Some(area.to_owned()),
        };
        if matches!(kind, Some(Kind::Withdraw)) {
            origin = Some(place);
        } else {
            destination = Some(place);
            located = true;
        }
    }
    let sized = main.is_some_and(|m| matches!(clause.events[m].lemma, "number" | "total" | "comprise"));
    if sized && destination.is_none() {
        destination = talk
            .recent(clause, setting.sentence)
            .filter(|p| !Discourse::is_home(&p.text, &actor));
        located = true;
    }
    let end = match kind {
        Some(Kind::Deploy | Kind::Shift | Kind::Reinforce) => destination.as_ref(),
        Some(Kind::Withdraw) => origin.as_ref(),
        Some(Kind::Reduce) => origin.as_ref().or(destination.as_ref()),
        _ => None,
    };
    // "our forces in Afghanistan": ours are those of the other side of the talk.
    let ours = force
        .possessive
        .is_some_and(|p| matches!(words.low(p), "our" | "my"))
        || force.owners.is_empty()
            && main.is_some_and(|m| words.low(clause.events[m].from.wrapping_sub(1)) == "we");
    let guest = end
        .filter(|_| (!actor_said || ours) && !nameless)
        .and_then(|place| talk.guest(&place.text, &actor));
    let actor = guest.unwrap_or(actor);
    let placed = destination.is_some() || origin.is_some();
    let none = clause.is_none(f)
        || absent(clause, force)
        || (words.low(force.from.wrapping_sub(1)) == "not"
            && main.is_some_and(|m| {
                matches!(
                    words.low(clause.events[m].from.wrapping_sub(1)),
                    "that" | "who" | "which"
                )
            }));
    let specific = force.is_specific();
    let mut level_stays = false;
    let (status, realis, trigger, trigger_kind) = if let Some(m) = main {
        let mut ev = clause.events[m].clone();
        if disproved(clause, ev.to) {
            ev.negated = true;
        }
        // "Germany to send 200 troops": the infinitive of a headline is a future.
        if ev.nonfinite
            && ev.control.is_none()
            && words.low(ev.from) == "to"
            && clause
                .owners
                .iter()
                .any(|(pos, o)| *pos <= 1 && pos + o.len == ev.from)
        {
            ev.future = true;
        }
        // "will begin a tour in Kosovo": the verb that opens it carries the tense.
        if ev.nominal && ev.control != Some(Control::Order) && !ev.negated {
            ev.future |= clause.mood(ev.from).0;
        }
        // "at least 3,000 have gone": away from where they were.
        if ev.lemma == "go"
            && !ev.negated
            && destination.is_none()
            && (ev.from..ev.at).any(|k| matches!(words.low(k), "have" | "has"))
        {
            ev.kind = Kind::Withdraw;
            ev.lemma = "leave";
        }
        // "left Portsmouth and is sailing to …": on the way, not withdrawn.
        if matches!(ev.kind, Kind::Withdraw)
            && events.iter().any(|&e| {
                matches!(clause.events[e].kind, Kind::Deploy)
                    && e != m
                    && clause.spot_event.contains(&Some(e))
            })
            && matches!(ev.lemma, "leave" | "depart")
        {
            ev.kind = Kind::Deploy;
        }
        // "left Norfolk for the Gulf": on the way out, unless it is the way home.
        if matches!(ev.lemma, "leave" | "depart")
            && destination
                .as_ref()
                .is_some_and(|d| !Discourse::is_home(&d.text, &actor))
            && !clause.spots.iter().any(|s| {
                // The way home of this force, not of one that a later verb brings home.
                s.naming == Naming::Home
                    && !clause
                        .events
                        .iter()
                        .any(|other| other.from >= ev.to && other.to <= s.from)
            })
        {
            ev.kind = Kind::Deploy;
        }
        // "left Portsmouth": out of a port or barracks at home, they set out.
        if matches!(ev.lemma, "leave" | "depart")
            && ev.kind == Kind::Withdraw
            && !ev.nominal
            && destination.is_none()
            && origin.as_ref().is_some_and(|o| {
                o.naming == Naming::Known
                    && o.country
                        .as_ref()
                        .is_some_and(|c| *c != o.text && actor.contains(c))
            })
        {
            ev.kind = Kind::Deploy;
        }
        let owned = specific || !force.owners.is_empty() || force.possessive.is_some();
        let loose = matches!(force.kind, ForceKind::Vehicle | ForceKind::Aircraft) && !(owned || none);
        let told = placed && !loose || (owned || none) && talk.moved(setting.sentence);
        if weak(ev.lemma) && !told && !matches!(ev.kind, Kind::Reinforce) {
            return None;
        }
        let homeward = clause.spots.iter().any(|s| s.naming == Naming::Home)
            || (0..words.len()).any(|k| matches!(words.low(k), "barracks" | "homes"))
            || (destination
                .as_ref()
                .is_some_and(|d| Discourse::at_home(d, &actor))
                && (force.kind != ForceKind::Ship || clause.events[m].kind == Kind::Return))
            // "returned to their base": no other country is named.
            || destination.as_ref().is_some_and(|d| d.country.is_none() && d.naming == Naming::Unknown)
            || origin.is_some() && force.kind != ForceKind::Ship;
        let scene = Scene {
            none,
            reported: setting.reported,
            both_ends: destination.is_some()
                && origin.as_ref().is_some_and(|o| !Discourse::at_home(o, &actor)),
            left: origin.is_some() && destination.is_none(),
            located,
            edge: destination.as_ref().is_some_and(|d| d.edge),
            homeward,
            hypothetical: setting.asked,
        };
        let mut kind_event = ev.clone();
        if matches!(
            kind_event.lemma,
            "go" | "come" | "get" | "bring" | "fly" | "send" | "move" | "head"
        ) && clause.spots.iter().any(|s| {
            s.naming == Naming::Home
                && s.from >= ev.from
                && !clause
                    .events
                    .iter()
                    .any(|other| other.from >= ev.to && other.to <= s.from)
                && (ev.to..s.from).all(|k| words.low(k) != ",")
        }) {
            kind_event.kind = Kind::Withdraw;
        }
        let (mut status, mut realis) = status::decide(&kind_event, scene);
        // "Reduce to 650": the level that stays.
        if kind_event.kind == Kind::Reduce
            && words.low(force.from.wrapping_sub(1)) == "to"
            && status == Status::Withdrawn
        {
            status = Status::Present;
            level_stays = true;
        }
        // A reduced participle takes the mood of the clause it stands in.
        if ev.reduced && status == Status::Present {
            let (future, modal) = clause.mood(force.from);
            if exists && future {
                (status, realis) = (Status::Ordered, Realis::Planned);
            } else if modal && exists {
                (status, realis) = (Status::Proposed, Realis::Hypothetical);
            }
        }
        if ev.kind == Kind::Reinforce && force.quantity.is_none() && !force.designated {
            return None;
        }
        (
            status,
            realis,
            words.slice(ev.from, ev.to).to_owned(),
            Some(ev.kind),
        )
    } else {
        // Simply there: a figure, a name or "no" with a place beside it.
        let beside = clause.spot_force.contains(&Some(f));
        let strong = force.quantity.as_ref().is_some_and(|q| q.bound_noun.is_some()) && force.definite;
        let level = (force.from.saturating_sub(5)..force.from).any(|k| {
            words.are(k, &["on", "top", "of"])
                || words.are(k, &["in", "addition", "to"])
                || words.are(k, &["add", "to"])
                || words.are(k, &["adding", "to"])
                || matches!(words.low(k), "join" | "joins" | "joining" | "joined")
        }) && (force.kind == ForceKind::People
            || force.kind == ForceKind::Figure && force.definite);
        let of_which = words.are(force.from.wrapping_sub(2), &["of", "which"]) && force.quantity.is_some();
        let listed = events.is_empty() && here(force.from).is_some() && force.quantity.is_some();
        let route = origin.is_some() && destination.is_some() && !located;
        let abroad = origin.as_ref().is_some_and(|o| !Discourse::at_home(o, &actor));
        if route && (specific || force.equipment.is_some()) && !setting.question {
            // "30 to 40 trucks a day from Melitopol to Tokmak": the route alone tells the move.
            let (future, modal) = clause.mood(force.from);
            return tell(Told {
                actor,
                actor_said,
                origin,
                destination,
                status: if modal {
                    Status::Proposed
                } else if future {
                    Status::Ordered
                } else if abroad {
                    Status::Repositioning
                } else {
                    Status::Deploying
                },
                realis: if modal {
                    Realis::Hypothetical
                } else if future {
                    Realis::Planned
                } else {
                    Realis::Actual
                },
                trigger: "from … to".to_owned(),
                trigger_kind: Some(Kind::Shift),
                main,
            });
        }
        // "Norwegian forces are in the area": no verb but to be.
        let is_in = beside
            && !force.owners.is_empty()
            && clause.spots.iter().enumerate().any(|(s, x)| {
                clause.spot_force[s] == Some(f)
                    && (force.to..x.from)
                        .any(|k| matches!(words.low(k), "is" | "are" | "was" | "were" | "been"))
            });
        // "We have a carrier strike group in the Mediterranean".
        let had = matches!(
            words.low(force.from.wrapping_sub(1)),
            "has" | "have" | "had" | "'ve" | "we've"
        );
        // "Spain has had troops in Lebanon since 2006": whose they are stands right before the verb.
        let owner_has = clause.owners.iter().any(|(pos, o)| {
            let end = pos + o.len;
            end < force.from
                && force.from - end <= 3
                && (end..force.from).all(|k| {
                    matches!(
                        words.low(k),
                        "has" | "have" | "had" | "also" | "already" | "still" | "long" | "currently"
                    )
                })
        });
        let held = beside && (specific && had || had && owner_has || none && absent(clause, force));
        // "ordered 500 marines to Haiti": the goal alone tells the move.
        let sent =
            clause.spots.iter().enumerate().any(|(s, x)| {
                clause.spot_force[s] == Some(f) && x.role == Role::To && x.from <= force.to + 1
            });
        if sent && (specific || !force.owners.is_empty()) && !none {
            let control = (force.from.saturating_sub(6)..force.from)
                .rev()
                .find_map(|k| super::govern::control(words, k));
            let (future, modal) = clause.mood(force.from);
            // "said it would send": a future told in the past.
            let told = modal
                && setting.reported
                && !(0..force.from)
                    .any(|k| matches!(words.low(k), "could" | "may" | "might" | "if" | "should"));
            let (future, modal) = (future || told, modal && !told);
            let (status, realis) = match control {
                Some(Control::Deny | Control::Abstract) => (Status::Denied, Realis::Negated),
                Some(Control::Propose) => (Status::Proposed, Realis::Hypothetical),
                _ if modal || setting.asked => (Status::Proposed, Realis::Hypothetical),
                Some(Control::Order | Control::Plan) => (Status::Ordered, Realis::Planned),
                _ if future => (Status::Ordered, Realis::Planned),
                _ => (Status::Deploying, Realis::Actual),
            };
            return tell(Told {
                actor,
                actor_said,
                origin,
                destination,
                status,
                realis,
                trigger: "to".to_owned(),
                trigger_kind: Some(Kind::Deploy),
                main,
            });
        }
        // "asked for an additional 10,000 troops", "Italy with around 2,500 men".
        let asked = (force.from.saturating_sub(3)..force.from)
            .rev()
            .find_map(|k| super::govern::control(words, k).map(|c| (c, words.low(k))));
        let promised = asked.filter(|(control, word)| {
            *control == Control::Order
                && !matches!(
                    *word,
                    "deal" | "mandate" | "authority" | "vote" | "sign" | "signed" | "command" | "decision"
                )
                && matches!(force.kind, ForceKind::People | ForceKind::Unit | ForceKind::Ship)
                && (destination.is_some() || talk.speaks_of_forces(setting.sentence))
        });
        if let (Some((_, word)), true) = (promised, force.quantity.is_some() && !none) {
            let (_, modal) = clause.mood(force.from);
            let open = modal && !setting.reported || setting.asked;
            return tell(Told {
                actor,
                actor_said,
                origin,
                destination,
                status: if open { Status::Proposed } else { Status::Ordered },
                realis: if open {
                    Realis::Hypothetical
                } else {
                    Realis::Planned
                },
                trigger: word.to_owned(),
                trigger_kind: Some(Kind::Deploy),
                main,
            });
        }
        // "said it needed 2,000 more soldiers for its mission".
        let needed = (force.from.saturating_sub(2)..force.from)
            .find(|&k| {
                matches!(
                    words.low(k),
                    "need" | "needs" | "needed" | "require" | "requires" | "required"
                )
            })
            .map(|k| (Control::Propose, words.low(k)));
        if let (Some((Control::Propose, word)), true, true) = (
            needed.or(asked),
            force.quantity.is_some(),
            force.kind == ForceKind::People,
        ) && !matches!(
            word,
            "potential" | "possible" | "whether" | "talks" | "possibility"
        ) {
            return tell(Told {
                actor,
                actor_said,
                origin,
                destination,
                status: Status::Proposed,
                realis: Realis::Hypothetical,
                trigger: word.to_owned(),
                trigger_kind: Some(Kind::Deploy),
                main,
            });
        }
        // "The mission will include 400 soldiers and 90 police officers": what a mission consists of.
        let parts = force
            .quantity
            .as_ref()
            .is_some_and(|q| q.value.is_some_and(|v| v >= 20.0))
            && matches!(force.kind, ForceKind::People | ForceKind::Unit)
            && (force.from.saturating_sub(18)..force.from).any(|k| {
                (matches!(
                    words.low(k),
                    "include" | "includes" | "comprise" | "comprises" | "number" | "total"
                ) || words.are(k, &["consist", "of"])
                    || words.are(k, &["consists", "of"])
                    || words.are(k, &["made", "up", "of"]))
                    && (k.saturating_sub(6)..k).any(|j| {
                        matches!(
                            words.low(j),
                            "mission"
                                | "force"
                                | "forces"
                                | "contingent"
                                | "operation"
                                | "deployment"
                                | "peacekeepers"
                                | "team"
                        )
                    })
            });
        if parts && !setting.asked {
            let place = destination
                .or_else(|| talk.recent(clause, setting.sentence))
                .filter(|p| !Discourse::is_home(&p.text, &actor));
            let (future, modal) = clause.mood(force.from);
            let told = future || modal && setting.reported;
            return tell(Told {
                actor,
                actor_said,
                origin,
                destination: place,
                status: if told { Status::Ordered } else { Status::Present },
                realis: if told { Realis::Planned } else { Realis::Actual },
                trigger: "include".to_owned(),
                trigger_kind: Some(Kind::Station),
                main,
            });
        }
        let owner_with = words.low(force.from.wrapping_sub(1)) == "with"
            && force.quantity.is_some()
            && clause.owners.iter().any(|(pos, o)| pos + o.len + 1 == force.from);
        if owner_with && destination.is_none() {
            destination = talk
                .recent(clause, setting.sentence)
                .filter(|p| !Discourse::is_home(&p.text, &actor));
        }
        if owner_with && destination.is_some() {
            let (future, _) = clause.mood(force.from);
            return tell(Told {
                actor,
                actor_said,
                origin,
                destination,
                status: if future { Status::Ordered } else { Status::Present },
                realis: if future { Realis::Planned } else { Realis::Actual },
                trigger: "with".to_owned(),
                trigger_kind: Some(Kind::Station),
                main,
            });
        }
        // "the 7,100 British soldiers around Basra": a counted force and a place, whatever stands between them.
        let counted_there = (destination.is_some() || origin.is_some())
            && force
                .quantity
                .as_ref()
                .is_some_and(|q| q.value.is_some() || q.bound == Bound::None)
            && !matches!(force.kind, ForceKind::Figure | ForceKind::Vehicle)
            && !(setting.heading || setting.question || setting.asked);
        if !(beside
            || strong
            || level
            || of_which
            || listed
            || exists
            || counted_there
            || (front.is_some() && force.quantity.is_some() && setting_list(clause, f)))
            || !(force.quantity.is_some() || is_in || held)
        {
            return None;
        }
        let parallel = f > 0
            && clause.forces[f - 1].kind == ForceKind::People
            && clause.forces[f - 1].quantity.is_some()
            && words.low(force.from.wrapping_sub(1)) == "and";
        if force.kind == ForceKind::Figure && !parallel && !talk.speaks_of_forces(setting.sentence) {
            return None;
        }
        if matches!(force.kind, ForceKind::Vehicle) && !exists {
            return None;
        }
        // "will contribute an aircraft and 80 personnel": the second of what is to be sent.
        let sends = (force.from.saturating_sub(14)..force.from).any(|k| {
            words.low(k) == "will"
                && words
                    .entries(k + 1)
                    .any(|e| e.table() == Table::MovementVerb && e.form().is(Form::BASE))
                && (k + 2..force.from).all(|j| {
                    !matches!(
                        words.low(j),
                        "," | "which" | "who" | "that" | "where" | "with" | "to" | "alongside" | "of" | "in"
                    )
                })
        });
        let (future, modal) = clause.mood(force.from);
        if none {
            (Status::Denied, Realis::Negated, "there".to_owned(), None)
        } else if future
            && (exists
                || !level && (force.from.saturating_sub(5)..force.from).any(|k| words.low(k) == "will")
                || sends)
        {
            (Status::Ordered, Realis::Planned, "there will be".to_owned(), None)
        } else if modal || setting.asked {
            (Status::Proposed, Realis::Hypothetical, "there".to_owned(), None)
        } else {
            let edge = destination.as_ref().is_some_and(|d| d.edge);
            (
                if edge { Status::Massed } else { Status::Present },
                Realis::Actual,
                "there".to_owned(),
                None,
            )
        }
    };
    if force.kind == ForceKind::Figure
        && main.is_some()
        && force.whole.is_none()
        && !talk.speaks_of_forces(setting.sentence)
        && !clause
            .forces
            .iter()
            .any(|x| matches!(x.kind, ForceKind::People | ForceKind::Unit))
        && !(0..words.len()).any(|k| {
            matches!(
                words.low(k),
                "troop"
                    | "force"
                    | "presence"
                    | "contingent"
                    | "garrison"
                    | "peacekeeping"
                    | "strength"
                    | "troops"
                    | "contribution"
                    | "military"
                    | "deployment"
                    | "mission"
            )
        })
    {
        return None;
    }
    // "The troops, drawn from the 4th Battalion": the unit says more of a force that is known.
    let known = force.kind == ForceKind::People
        && force.quantity.is_none()
        && matches!(
            words.low(force.head),
            "troops" | "soldiers" | "forces" | "personnel"
        );
    let anaphor = (!specific || known) && force.definite && force.owners.is_empty();
    let vague_place = |w: &Option<Where>| w.as_ref().is_none_or(|w| w.naming == Naming::Relative && !w.edge);
    if !specific
        && !actor_said
        && !force.definite
        && vague_place(&origin)
        && vague_place(&destination)
        && !matches!(status, Status::Denied)
    {
        return None;
    }
    if !specific
        && !placed
        && !matches!(
            status,
            Status::Denied | Status::Withdrawn | Status::Alert | Status::Standby
        )
        && !anaphor
    {
        // "to send more U.S. troops": only as another mention of a row that is there.
        if main.is_none()
            || !matches!(
                status,
                Status::Ordered | Status::Deploying | Status::Massed | Status::Proposed
            )
        {
            return None;
        }
    }
    if level_stays && destination.is_none() {
        destination = origin.take();
    }
    tell(Told {
        actor,
        actor_said,
        origin,
        destination,
        status,
        realis,
        trigger,
        trigger_kind,
        main,
    })
}

/// What has been found out about a force.
struct Told {
    actor: Vec<String>,
    actor_said: bool,
    origin: Option<Where>,
    destination: Option<Where>,
    status: Status,
    realis: Realis,
    trigger: String,
    trigger_kind: Option<Kind>,
    main: Option<usize>,
}

fn finish(
    clause: &Clause<'_, '_>,
    f: usize,
    force: &Force,
    events: &[usize],
    setting: Setting,
    time_of: &dyn Fn(usize, usize) -> Option<(usize, Span)>,
    told: Told,
) -> Draft {
    let words = clause.words;
    let Told {
        actor,
        actor_said,
        origin,
        destination,
        status,
        realis,
        trigger,
        trigger_kind,
        main,
    } = told;
    let specific = force.is_specific();
    // "The troops, drawn from the 4th Battalion": the unit says more of a force that is known.
    let known = force.kind == ForceKind::People
        && force.quantity.is_none()
        && matches!(
            words.low(force.head),
            "troops" | "soldiers" | "forces" | "personnel"
        );
    let anaphor = (!specific || known) && force.definite && force.owners.is_empty();
    let mut from = force.from;
    let mut to = force.to;
    for &e in events {
        let ev = &clause.events[e];
        from = from
            .min(ev.control_at.filter(|_| ev.from < force.from).unwrap_or(ev.from))
            .min(ev.from);
        to = to.max(ev.to);
    }
    for (s, spot) in clause.spots.iter().enumerate() {
        if clause.spot_event[s].is_some_and(|e| events.contains(&e)) || clause.spot_force[s] == Some(f) {
            from = from.min(spot.from);
            to = to.max(spot.to);
        }
    }
    let when = main
        .and_then(|m| {
            time_of(
                clause.events[m].from.min(force.from),
                clause.events[m].to.max(force.to),
            )
        })
        .or_else(|| time_of(force.from, force.to));
    let mut evidence = words.span(from, to);
    if let Some((_, span)) = when
        && span.start() >= evidence.start()
        && span.start() < evidence.end() + 40
    {
        evidence = evidence.cover(span);
    }
    let of = if force.quantity.as_ref().is_some_and(|q| q.bound_noun.is_some()) {
        CountOf::Personnel
    } else {
        force.of
    };
    let level = level_after(clause, force);
    let count = force
        .quantity
        .as_ref()
        .or(level.as_ref())
        .map_or_else(Count::default, |q| q.count(words, of));
    let asker = main.and_then(|m| asker(clause, m));
    Draft {
        actor,
        actor_said,
        additional: force.quantity.as_ref().is_some_and(|q| q.additional)
            || (force.more && force.quantity.is_none()),
        count,
        unit: force.unit.clone(),
        designated: force.designated,
        equipment: force.equipment.clone(),
        kind: force.kind,
        origin,
        destination,
        status,
        realis,
        by_owner: (force.possessive.is_some() || !force.owners.is_empty())
            && main.is_some_and(|m| !(clause.events[m].passive || clause.events[m].nominal)),
        when: when.map(|w| w.0),
        anaphor,
        whole: force.whole.as_ref().and_then(|q| q.value),
        share: force.quantity.as_ref().is_some_and(|q| q.bound == Bound::Vague)
            && force.definite
            && words.low(force.quantity.as_ref().map_or(0, |q| q.to)) == "of",
        hedged: hedged(clause),
        trigger,
        trigger_kind,
        asker,
        of_which: force.aside.is_some()
            || words.are(force.from.wrapping_sub(2), &["of", "which"])
            || words.low(force.from.wrapping_sub(1)) == "including",
        totals: (0..force.from).any(|k| {
            words.are(k, &["in", "total"])
                || words.are(k, &["all", "told"])
                || words.low(k) == "altogether"
                || words.are(k, &["the", "total", "to"])
        }),
        ..Draft::blank(setting, evidence)
    }
}
