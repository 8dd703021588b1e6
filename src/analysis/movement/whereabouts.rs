//! The places of a mention by role: where from, where to, and the place that opens a sentence.

use super::clause::Clause;
use super::discourse::Discourse;
use super::draft::Where;
use super::spots::{Naming, Role};
use super::verbs::{Event, Kind};

/// The place that opens the sentence before any trigger: "On the Kursk axis, …".
pub(super) fn front(clause: &Clause<'_, '_>, talk: &Discourse) -> Option<Where> {
    let s = clause.spots.iter().position(|s| s.role == Role::At)?;
    let spot = &clause.spots[s];
    let before_all =
        clause.events.iter().all(|e| e.from >= spot.to) && clause.forces.iter().all(|f| f.from >= spot.to);
    if spot.from > 3 || !before_all {
        return None;
    }
    Some(talk.place(clause, s, &[]))
}

/// Places of the events and of the force itself, by role.
pub(super) fn places(
    clause: &Clause<'_, '_>,
    f: Option<usize>,
    events: &[usize],
    main: Option<usize>,
    actor: &[String],
    talk: &Discourse,
) -> (Option<Where>, Option<Where>, bool) {
    let mut origin: Option<Where> = None;
    let mut destination: Option<Where> = None;
    let mut located = false;
    // "Its 1,650 soldiers in Iraq will return home": they leave where they are.
    let homeward = clause.spots.iter().any(|s| s.naming == Naming::Home);
    let leaving = main.is_some_and(|m| {
        matches!(clause.events[m].kind, Kind::Withdraw | Kind::Reduce)
            || homeward && clause.events[m].kind == Kind::Return
    });
    let moving = main.is_some_and(|m| {
        matches!(
            clause.events[m].kind,
            Kind::Deploy | Kind::Shift | Kind::Withdraw | Kind::Return
        )
    });
    // What stands with the trigger tells where to; "from the squadron at Aviano" then where from.
    let with_event = |s: usize| clause.spot_event[s].is_some_and(|e| events.contains(&e));
    let mut order: Vec<usize> = (0..clause.spots.len()).collect();
    order.sort_by_key(|&s| !with_event(s));
    for s in order {
        let spot = &clause.spots[s];
        let of_event = clause.spot_event[s].filter(|e| events.contains(e));
        // "increase the number of its troops in Kosovo to 5,000": the place stands with the force that grows.
        let grows = main
            .filter(|&m| matches!(clause.events[m].kind, Kind::Reinforce | Kind::Reduce))
            .is_some_and(|m| {
                f.is_some_and(|f| spot.from >= clause.events[m].to && spot.to <= clause.forces[f].from)
            });
        // "will replace the Spanish unit in Herat": where those are whom they relieve or join, they go.
        let joins = main
            .filter(|&m| {
                matches!(
                    clause.events[m].lemma,
                    "replace" | "relieve" | "join" | "reinforce" | "augment" | "bolster" | "supplement"
                ) && !clause.events[m].passive
            })
            .is_some_and(|m| {
                clause.spot_force[s]
                    .is_some_and(|g| f.is_some_and(|f| g > f && clause.forces[g].from >= clause.events[m].to))
            });
        let of_force = clause.spot_force[s]
            .filter(|x| Some(*x) == f || grows || joins)
            .or_else(|| f.filter(|_| grows));
        if of_event.is_none() && of_force.is_none() {
            continue;
        }
        if spot.naming == Naming::Home {
            continue;
        }
        // "on standby to support the police in Rio": the purpose is elsewhere.
        if let Some(ev) = of_event
            .map(|e| &clause.events[e])
            .filter(|ev| ev.lemma == "posture")
        {
            let purpose = (ev.to..spot.from)
                .any(|k| clause.words.low(k) == "to" && !clause.spots.iter().any(|x| x.from == k));
            if purpose && spot.role != Role::To {
                continue;
            }
        }
        let place = talk.place(clause, s, actor);
        let event = of_event.map(|e| &clause.events[e]);
        let attributive = event
            .is_some_and(|e| e.kind == Kind::Station && (e.reduced || formerly(clause, e)))
            && of_event != main;
        match spot.role {
            Role::To => {
                if destination.is_none() || located {
                    destination = Some(place);
                    located = false;
                }
            }
            Role::From => {
                origin = Some(match origin {
                    None => place,
                    Some(o) => o,
                });
            }
            Role::At if (attributive && moving) || (of_force.is_some() && of_event.is_none() && moving) => {
                if leaving || destination.is_some() || attributive {
                    origin = origin.or(Some(place));
                } else {
                    destination = Some(place);
                    located = true;
                }
            }
            // "left on a peacekeeping mission in Haiti": where the mission is, they go.
            Role::At
                if leaving
                    && event.is_some_and(|e| {
                        (e.to..spot.from).any(|k| {
                            matches!(
                                clause.words.low(k),
                                "mission" | "tour" | "operation" | "exercise" | "exercises"
                            ) && !(e.to..k).any(|j| clause.words.low(j) == "from")
                        })
                    }) =>
            {
                destination = destination.or(Some(place));
            }
            // "returned from a nine-month tour in Poland".
            Role::At
                if event.is_some_and(|e| {
                    e.kind == Kind::Return && (e.to..spot.from).any(|k| clause.words.low(k) == "from")
                }) =>
            {
                origin = origin.or(Some(place));
            }
            Role::At if leaving => origin = origin.or(Some(place)),
            Role::At => {
                if destination.is_none() {
                    destination = Some(place);
                    located = true;
                }
            }
            Role::Bare => {
                if spot.naming == Naming::There {
                    if leaving {
                        origin = origin.or(Some(place));
                    } else if destination.is_none() {
                        destination = Some(place);
                    }
                } else if event.is_some_and(|e| {
                    matches!(
                        e.lemma,
                        "leave" | "exit" | "depart" | "quit" | "vacate" | "evacuate"
                    )
                }) {
                    origin = Some(match origin {
                        Some(mut o) if !o.text.contains(&place.text) => {
                            o.text = format!("{}, {}", o.text, place.text);
                            o
                        }
                        Some(o) => o,
                        None => place,
                    });
                } else if destination.is_none() {
                    destination = Some(place);
                    located = true;
                }
            }
        }
    }
    (origin, destination, located)
}

/// "until October was based", "previously stationed": where it was, not where it is.
pub(super) fn formerly(clause: &Clause<'_, '_>, e: &Event) -> bool {
    if matches!(clause.words.low(e.from.wrapping_sub(1)), "which" | "who" | "that")
        && e.kind == Kind::Station
        && !e.future
    {
        return true;
    }
    (e.from.saturating_sub(4)..e.to).any(|k| {
        matches!(
            clause.words.low(k),
            "until" | "previously" | "formerly" | "originally"
        )
    })
}

/// A list of levels by place: "in the Sea of Azov, 1 ship".
pub(super) fn setting_list(clause: &Clause<'_, '_>, f: usize) -> bool {
    let from = clause.forces[f].from;
    clause
        .spots
        .iter()
        .any(|s| s.role == Role::At && s.to <= from && from - s.to <= 1)
}
