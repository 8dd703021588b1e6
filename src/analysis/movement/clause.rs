//! One sentence read for movements: which trigger moves which force, and which place, owner and time go with it.

use super::forces::{self, Force, ForceKind};
use super::groups;
use super::lists::transitive;
use super::owners::{self, Naming as OwnerNaming, Owner};
use super::placed;
use super::spots::{self, Naming as SpotNaming, Role, Spot};
use super::verbs::{self, Control, Event, Kind};
use super::words::Words;
use crate::analysis::Bound;
use crate::analysis::place::Places;

/// What an event moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    /// A force phrase of the sentence, by index.
    Force(usize),
    /// A pronoun, or a force left out: the text before tells which.
    Carried,
    /// The subject itself: "Russia will withdraw from the island".
    Subject,
}

/// A sentence taken apart.
#[derive(Debug)]
pub(super) struct Clause<'a, 'w> {
    pub words: &'w Words<'a>,
    pub forces: Vec<Force>,
    pub spots: Vec<Spot>,
    pub events: Vec<Event>,
    /// Theme of each event; `None` where it moves nothing.
    pub themes: Vec<Option<Theme>>,
    /// For each spot the event that it belongs to.
    pub spot_event: Vec<Option<usize>>,
    /// For each spot the force at which it lies.
    pub spot_force: Vec<Option<usize>>,
    /// Owners outside forces and places: word index and owner.
    pub owners: Vec<(usize, Owner)>,
}

/// "The Helsinki agreement", "New Jersey": the words name no government, and the gazetteer says so.
fn only_a_name(words: &Words<'_>, places: &Places<'_>, at: usize, owner: &Owner) -> bool {
    let groups = places.groups_over(words.span(at, at + owner.len));
    match owner.naming {
        OwnerNaming::Metonym => groups.iter().all(|g| g.actor.is_none()),
        OwnerNaming::Country => !groups.is_empty() && groups.iter().all(|g| g.actor.is_none()),
        _ => false,
    }
}

/// Stands for the other side until the discourse names it.
pub(super) const ENEMY: &str = "the enemy";

/// Verbs whose object is no mover: "train 900 recruits", "join the 900", "replace the brigade", "bolster the battlegroup".
fn object_stays(lemma: &str, kind: Kind) -> bool {
    crate::word_set!([
        "join",
        "replace",
        "relieve",
        "accompany",
        "follow",
        "guard",
        "host",
        "enter",
        "cross",
        "exit",
        "leave",
        "number",
        "reach",
        "pass",
        "take part",
        "take up",
        "train",
    ])
    .has(lemma)
        || (kind == Kind::Reinforce && lemma != "add")
}

impl<'a, 'w> Clause<'a, 'w> {
    /// Reads a sentence. `taken` marks the words of times and dates.
    pub fn read(words: &'w Words<'a>, places: &Places<'_>, taken: &dyn Fn(usize) -> bool) -> Self {
        let areas = placed::areas(words, places);
        let in_area = |i: usize| areas.iter().any(|s| s.from <= i && i < s.to);
        let mut forces = forces::forces(words, &|i| taken(i) || in_area(i));
        groups::settle(words, &mut forces);
        let mut spots = spots::spots(words, &forces, taken);
        placed::settle(&mut spots, words, places);
        if !areas.is_empty() {
            spots.retain(|spot| !areas.iter().any(|a| a.from < spot.to && spot.from < a.to));
            spots.extend(areas);
            spots.sort_by_key(|spot| spot.from);
        }
        let busy = |i: usize| {
            taken(i)
                || forces.iter().any(|f| f.from <= i && i < f.to)
                || spots
                    .iter()
                    .any(|s| s.name <= i && i < s.to && s.naming != SpotNaming::Home)
        };
        let events = verbs::events(words, &busy);
        let mut owners = Vec::new();
        let mut i = 0;
        while i < words.len() {
            if forces.iter().any(|f| f.from <= i && i < f.to) || taken(i) {
                i += 1;
                continue;
            }
            let spot = spots.iter().find(|s| s.from <= i && i < s.to);
            // A place is nobody who acts, unless a clause follows that makes it one: "from Russia, which sent".
            let acts = spot.is_some_and(|s| {
                let after = s.to + usize::from(words.low(s.to) == ",");
                matches!(words.low(after), "which" | "who")
            });
            if spot.is_some_and(|s| s.role != Role::Bare || s.name > i) && !acts {
                i += 1;
                continue;
            }
            let foe = matches!(words.low(i), "enemy" | "invaders" | "occupiers" | "aggressor")
                || (matches!(words.low(i), "adversary" | "opponent")
                    && words.low(i.wrapping_sub(1)) == "the");
            if foe
                && !matches!(
                    words.low(i + 1),
                    "ships" | "forces" | "troops" | "personnel" | "'s"
                )
            {
                owners.push((
                    i,
                    Owner {
                        name: ENEMY.to_owned(),
                        len: 1,
                        naming: OwnerNaming::Group,
                    },
                ));
                i += 1;
                continue;
            }
            match owners::owner(words, i) {
                Some(o) => {
                    let len = o.len.max(1);
                    if !only_a_name(words, places, i, &o) {
                        owners.push((i, o));
                    }
                    i += len;
                }
                None => i += 1,
            }
        }
        let mut clause = Self {
            words,
            themes: vec![None; events.len()],
            spot_event: vec![None; spots.len()],
            spot_force: vec![None; spots.len()],
            forces,
            spots,
            events,
            owners,
        };
        clause.attach_themes();
        clause.attach_spots();
        clause
    }

    fn attach_themes(&mut self) {
        for e in 0..self.events.len() {
            self.themes[e] = self.theme(e);
        }
        self.join_units();
        self.join_subjects();
    }

    /// "300 will deploy from the 18th Corps", "the majority will come from the 5th Brigade, which will go to …": a unit
    /// after "from" is the one that they belong to; what it does, they do.
    fn join_units(&mut self) {
        for g in 1..self.forces.len() {
            let unit = &self.forces[g];
            let before = self.words.low(unit.from.wrapping_sub(1));
            // "aboard the transport ship Example, which had sailed from": the ship carries them.
            let vessel = unit.kind == ForceKind::Ship
                && unit.quantity.is_none()
                && (matches!(before, "from" | "aboard" | "on")
                    || (before == "of" && self.words.low(unit.from.wrapping_sub(2)) == "board"));
            let carried = vessel
                .then(|| {
                    self.events
                        .iter()
                        .rposition(|e| e.to <= unit.from && unit.from - e.to <= 3)
                })
                .flatten()
                .and_then(|e| match self.themes[e] {
                    Some(Theme::Force(f)) if f != g => Some(f),
                    _ => None,
                });
            if let Some(f) = carried {
                for theme in &mut self.themes {
                    if *theme == Some(Theme::Force(g)) {
                        *theme = Some(Theme::Force(f));
                    }
                }
                self.forces[g].barred = true;
                continue;
            }
            let from = matches!(before, "from" | "in" | "with" | "under")
                || (before == "of" && self.words.low(unit.from.wrapping_sub(2)) == "part");
            if !(from && unit.kind == ForceKind::Unit && unit.designated && unit.quantity.is_none()) {
                continue;
            }
            let Some(e) = self
                .events
                .iter()
                .rposition(|e| e.to <= unit.from && unit.from - e.to <= 2)
            else {
                continue;
            };
            let Some(Theme::Force(f)) = self.themes[e] else {
                continue;
            };
            if f == g
                || self.forces[f].designated
                || (before != "from" && self.events_of(g).iter().any(|&e| !self.events[e].reduced))
            {
                continue;
            }
            let (name, rank, owners) = (unit.unit.clone(), unit.rank, unit.owners.clone());
            let force = &mut self.forces[f];
            force.unit = name;
            force.rank = rank;
            force.designated = true;
            if force.owners.is_empty() {
                force.owners = owners;
            }
            for theme in &mut self.themes {
                if *theme == Some(Theme::Force(g)) {
                    *theme = Some(Theme::Force(f));
                }
            }
            self.forces[g].barred = true;
        }
    }

    /// "The 101st Division will deploy 4,700 soldiers": the subject is the unit of those whom it sends.
    fn join_subjects(&mut self) {
        for g in 1..self.forces.len() {
            let (unit, people) = (&self.forces[g - 1], &self.forces[g]);
            let fits = unit.kind == ForceKind::Unit
                && unit.designated
                && unit.quantity.is_none()
                && people.kind == ForceKind::People
                && people.quantity.is_some()
                && people.unit.is_none()
                && people.owners.is_empty();
            let sends = fits
                && self.events.iter().enumerate().any(|(e, ev)| {
                    self.themes[e] == Some(Theme::Force(g))
                        && !ev.passive
                        && ev.from >= unit.to
                        && ev.to <= people.from
                        && ev.from - unit.to <= 1
                });
            if !sends {
                continue;
            }
            let unit = self.forces[g - 1].clone();
            self.forces[g - 1].barred = true;
            let people = &mut self.forces[g];
            people.unit = unit.unit;
            people.rank = unit.rank;
            people.designated = true;
            people.owners = unit.owners;
        }
    }

    /// Whether the words between are only such as may stand between a verb and its object.
    fn transparent(&self, from: usize, to: usize, nominal: bool) -> bool {
        if to < from || to - from > 8 {
            return false;
        }
        (from..to).all(|k| {
            let low = self.words.low(k);
            crate::word_set!([
                "the",
                "a",
                "an",
                "its",
                "their",
                "our",
                "up",
                "out",
                "back",
                "in",
                "about",
                "around",
                "only",
                "just",
                "'",
                "\"",
                "“",
                "‘",
                "all",
                "home",
                "some",
                "to",
                "forward",
                "permanently",
                "elements",
                "column",
                "convoy",
                "of",
                "any",
                "from",
                "on",
                "over",
            ])
            .has(low)
                && !(matches!(low, "of" | "from" | "on" | "over")
                    && !nominal
                    && !(k > 0 && matches!(self.words.low(k - 1), "elements" | "out")))
                && !(matches!(low, "in" | "to" | "up" | "about" | "around")
                    && !nominal
                    && !matches!(low, "up" | "about" | "around"))
                || (nominal
                    && (low.chars().all(|c| c.is_ascii_digit())
                        || self.words.capital(k)
                        || matches!(low, "last" | "this" | "next" | "or" | "extension")))
        })
    }

    fn object(&self, e: &Event) -> Option<usize> {
        let found = self.forces.iter().position(|f| f.from >= e.to)?;
        let f = &self.forces[found];
        if e.nominal {
            // "deployment of 3,000 troops", "withdrawal in January of 150 soldiers".
            let of = (e.to..f.from).any(|k| self.words.low(k) == "of" || self.words.low(k) == "by");
            return (of && self.transparent(e.to, f.from, true)).then_some(found);
        }
        // A quantity after "by" or "to" is a step or level, not the object.
        self.transparent(e.to, f.from, false).then_some(found)
    }

    /// The nearest force to the left of `at`, unless another finite clause begins between.
    fn left_force(&self, at: usize) -> Option<usize> {
        let f = self.forces.iter().rposition(|f| f.to <= at && !f.barred)?;
        // "4,000 soldiers, among them 800 paratroopers, were": the aside is closed before the verb.
        let whole = self.forces[f].aside.filter(|_| {
            (self.forces[f].to..at).any(|k| self.words.low(k) == ",")
                && !matches!(self.words.low(self.forces[f].from - 1), "whom" | "which")
        });
        Some(whole.unwrap_or(f))
    }

    fn pronoun_before(&self, e: &Event) -> bool {
        let k = e.from.wrapping_sub(1);
        crate::word_set!([
            "they", "it", "he", "she", "we", "them", "these", "those", "i", "you",
        ])
        .has(self.words.low(k))
            || (matches!(
                self.words.low(e.from),
                "they" | "it" | "we" | "they'll" | "they're" | "it's" | "we're" | "we've"
            ))
    }

    fn theme(&self, index: usize) -> Option<Theme> {
        let e = &self.events[index];
        let words = self.words;
        if e.control == Some(Control::Abstract) {
            return None;
        }
        if e.lemma == "posture" {
            return self
                .left_force(e.from)
                .filter(|&f| e.from - self.forces[f].to <= 9)
                .map(Theme::Force)
                .or_else(|| self.events[..index].last().map(|_| Theme::Carried));
        }
        if e.nominal {
            if let Some(f) = self.object(e) {
                return Some(Theme::Force(f));
            }
            // "will begin a yearlong tour in Kosovo", "left on a six-month deployment to the Gulf": the subject's.
            if matches!(words.at_noun(e.at), "deployment" | "tour") {
                let opens = (e.at.saturating_sub(7)..e.at)
                    .rev()
                    .take_while(|&k| !matches!(words.low(k), "," | "." | ";" | "of" | "that"))
                    .find(|&k| {
                        matches!(
                            words.low(k),
                            "on" | "begin"
                                | "began"
                                | "begins"
                                | "start"
                                | "started"
                                | "starts"
                                | "starting"
                                | "beginning"
                                | "complete"
                                | "completed"
                                | "conduct"
                                | "conducting"
                                | "conducted"
                                | "serve"
                                | "serving"
                                | "undertake"
                                | "continue"
                                | "continues"
                                | "for"
                        )
                    });
                let subject = self.left_force(e.from).filter(|&f| {
                    (self.forces[f].to..e.from).all(|k| !matches!(words.low(k), "." | ";" | "but"))
                });
                if let (Some(_), Some(f)) = (opens, subject) {
                    return Some(Theme::Force(f));
                }
                // "returned from a deployment in Poland": the return is what is told.
                if (e.at.saturating_sub(5)..e.at).any(|k| words.low(k) == "from") {
                    return None;
                }
            }
            // "troop withdrawal", "2,000-troop deployment", "Russian troop movements".
            let before = words.low(e.at.wrapping_sub(1));
            if let Some(f) = self.forces.iter().position(|f| f.to == e.from) {
                return Some(Theme::Force(f));
            }
            if matches!(before, "troop" | "force" | "military" | "troops") {
                return Some(Theme::Subject);
            }
            if words.low(e.to) == "to"
                || words.low(e.to) == "from"
                || words.low(e.to) == "in"
                || words.low(e.to) == "of"
            {
                // A purpose phrase after a force: "in preparation for movement to …".
                if let Some(f) = self
                    .left_force(e.from)
                    .filter(|&f| e.from - self.forces[f].to <= 14)
                    && matches!(
                        words.low(e.from.wrapping_sub(1)),
                        "for" | "potential" | "possible"
                    )
                {
                    return Some(Theme::Force(f));
                }
                return Some(Theme::Carried);
            }
            return None;
        }
        let object = self.object(e);
        // "helicopters have evacuated 2,300 people": those who are taken away are no force.
        if e.lemma == "evacuate" && !e.passive && self.object(e).is_none() {
            return None;
        }
        if matches!(e.lemma, "make up" | "comprise") && (e.passive || e.reduced) {
            return None;
        }
        if matches!(e.lemma, "number" | "total")
            && let Some(f) = object
            && self.forces[f].quantity.is_some()
            && (0..e.from).any(|k| matches!(words.low(k), "mission" | "force" | "contingent" | "deployment"))
        {
            // "The mission will number 6,000": the figure is the force.
            return Some(Theme::Force(f));
        }
        if e.kind == Kind::Reduce {
            // "decrease to 650", "cut by 300".
            let step = self.forces.iter().position(|f| {
                f.from > e.to
                    && f.from - e.to < 14
                    && matches!(words.low(f.from - 1), "by" | "to")
                    && f.quantity.is_some()
            });
            if let Some(f) = step {
                return Some(Theme::Force(f));
            }
            return object.map(Theme::Force);
        }
        if !e.passive
            && let Some(f) = object
            && !object_stays(e.lemma, e.kind)
        {
            return Some(Theme::Force(f));
        }
        if e.kind == Kind::Reinforce {
            // "reinforce X with N", "boost by N": the step is the mover.
            if let Some((f, joint)) = self
                .forces
                .iter()
                .enumerate()
                .filter(|(_, f)| f.from > e.to && f.from - e.to < 14)
                .find_map(|(k, f)| {
                    let joint = words.low(f.from - 1);
                    matches!(joint, "by" | "with" | "to").then_some((k, joint))
                })
                .filter(|(_, joint)| !(*joint == "to" && e.lemma == "add"))
                && (joint != "to" || self.forces[f].kind == ForceKind::Figure || self.forces[f].level)
            {
                return Some(Theme::Force(f));
            }
            return None;
        }
        if e.passive && matches!(e.lemma, "replace" | "relieve" | "follow" | "reinforce" | "join") {
            // "are being replaced by a regiment": the agent is the one that comes.
            return self
                .forces
                .iter()
                .position(|f| {
                    let by = words.low(f.from.wrapping_sub(1)) == "by";
                    let adverbs = (e.to..f.from.wrapping_sub(1)).all(|k| {
                        matches!(
                            words.low(k),
                            "later" | "soon" | "shortly" | "there" | "today" | "gradually"
                        )
                    });
                    f.from > e.to && by && f.from - e.to <= 4 && adverbs
                })
                .map(Theme::Force);
        }
        if let Some(f) = self.fronted(e) {
            return Some(Theme::Force(f));
        }
        if !e.passive && transitive(e.lemma) {
            // "sent a field hospital and 80 personnel".
            let later = self.forces.iter().position(|f| f.from >= e.to);
            return later
                .filter(|&f| {
                    let from = self.forces[f].from;
                    from - e.to <= 7
                        && matches!(words.low(from - 1), "and" | ",")
                        && (e.to..from - 1).all(|k| {
                            !super::lists::stop(words.low(k)) || matches!(words.low(k), "a" | "an" | "the")
                        })
                })
                .map(Theme::Force);
        }
        // A relative pronoun points to the noun before it.
        let relative = matches!(words.low(e.from.wrapping_sub(1)), "which" | "who" | "that");
        if !relative && self.pronoun_before(e) && !e.reduced {
            if matches!(words.low(e.from.wrapping_sub(1)), "he" | "she" | "i" | "you") {
                return None;
            }
            // The pronoun may stand for a force of this very sentence.
            let here = self.left_force(e.from.saturating_sub(1)).filter(|&f| {
                !self.forces[f].barred
                    && self.forces[f].is_specific()
                    && matches!(words.low(e.from.wrapping_sub(1)), "they" | "it" | "she")
            });
            return Some(here.map_or(Theme::Carried, Theme::Force));
        }
        if e.nonfinite && !e.passive {
            // "ordered 500 troops to move": the object of the governing verb; a bare gerund has its noun before it.
            if let Some(f) = self.left_force(e.from) {
                let gap = e.from - self.forces[f].to;
                let near = gap <= 3
                    || e.control_at.is_some_and(|c| c < self.forces[f].from)
                    || (self.forces[f].to..e.from).all(|k| !self.is_clause_break(k));
                if near {
                    return Some(Theme::Force(f));
                }
            }
            return Some(if e.kind == Kind::Withdraw && e.control.is_some() {
                Theme::Carried
            } else {
                Theme::Subject
            });
        }
        if let Some(f) = self.left_force(e.from) {
            // Another subject right before the verb takes it: "…, Russia will withdraw".
            let subject_owner = self
                .owners
                .iter()
                .rev()
                .find(|(at, _)| *at < e.from)
                .filter(|(at, o)| *at >= self.forces[f].to && at + o.len == e.from)
                // "reinforcements promised by NATO poured": the agent of a participle is no subject.
                .filter(|(at, _)| !(self.forces[f].to..*at).any(|k| words.low(k) == "by" && k + 3 > *at));
            let broken = (self.forces[f].to..e.from)
                .any(|k| matches!(words.low(k), ";" | "." | "while" | "but" | "because"));
            if subject_owner.is_none() && !broken {
                return Some(Theme::Force(f));
            }
            if e.passive {
                return None;
            }
            return subject_owner.map(|_| Theme::Subject);
        }
        if e.passive {
            return None;
        }
        Some(Theme::Subject)
    }

    /// "the missiles which Russia moved to", "the 90 men the union has sent to": the object stands before its clause.
    fn fronted(&self, e: &Event) -> Option<usize> {
        let words = self.words;
        if e.passive || e.reduced || e.nominal || e.nonfinite {
            return None;
        }
        let (pos, o) = self.owners.iter().rev().find(|(pos, _)| *pos < e.from)?;
        if pos + o.len != e.from {
            return None;
        }
        let subject = pos - usize::from(words.low(pos.wrapping_sub(1)) == "the");
        let relative = matches!(words.low(subject.wrapping_sub(1)), "which" | "that" | "whom");
        let end = subject - usize::from(relative);
        let end = end - usize::from(relative && words.low(end.wrapping_sub(1)) == ",");
        let f = self.forces.iter().rposition(|f| f.to == end && !f.barred)?;
        (relative || self.forces[f].is_specific() && self.forces[f].definite).then_some(f)
    }

    fn is_clause_break(&self, k: usize) -> bool {
        crate::word_set!([
            ";", ".", "which", "who", "that", "while", "but", "because", "as", "after", "before",
        ])
        .has(self.words.low(k))
    }

    fn attach_spots(&mut self) {
        for s in 0..self.spots.len() {
            let spot = &self.spots[s];
            let event = self
                .events
                .iter()
                .rposition(|e| e.to <= spot.from && self.themes_of(e));
            let force = self.forces.iter().rposition(|f| f.to <= spot.from && !f.barred);
            let near_force = force.filter(|&f| {
                let bridged = groups::mission(self.words, self.forces[f].to, spot.from);
                bridged
                    || (self.forces[f].to..spot.from).all(|k| {
                        let beside = matches!(
                            self.words.low(k),
                            "already"
                                | "have"
                                | "has"
                                | "had"
                                | "been"
                                | "was"
                                | "still"
                                | "currently"
                                | "now"
                                | ","
                                | "based"
                                | "deployed"
                                | "stationed"
                                | "mostly"
                                | "there"
                                | "is"
                                | "are"
                                | "were"
                                | "also"
                                | "just"
                                | "a"
                                | "day"
                                | "under"
                                | "its"
                                | "their"
                                | "command"
                                | "duty"
                                | "combat"
                        );
                        beside
                            || self.forces.iter().any(|g| g.goal && g.from <= k + 1 && k < g.to)
                            || self.spots[..s]
                                .iter()
                                .enumerate()
                                .any(|(p, x)| x.from <= k && k < x.to && self.spot_force[p] == Some(f))
                            || self.words.are(k, &["for", "the"])
                            || (k > 0 && self.words.are(k - 1, &["for", "the"]))
                            || (matches!(self.words.low(k), "mission" | "operation" | "force")
                                && self.words.low(k.saturating_sub(2)) == "for")
                            || self.words.are(k, &["on", "the", "road"])
                            || (self.words.low(k) == "the" && self.words.low(k + 1) == "road")
                            || self.words.low(k) == "road"
                    })
            });
            if spot.role == Role::Bare
                && matches!(
                    spot.naming,
                    SpotNaming::Known | SpotNaming::Unknown | SpotNaming::Relative
                )
            {
                // "to reinforce NATO's eastern flank": the goal of what is sent.
                let purpose = self.events.iter().rposition(|e| {
                    e.kind == Kind::Reinforce
                        && e.nonfinite
                        && (e.to == spot.from || (e.to + 1 == spot.from && self.words.low(e.to) == "the"))
                });
                if purpose.is_some_and(|p| Some(p) > event || event == Some(p)) {
                    self.spot_event[s] = event.filter(|&e| Some(e) != purpose);
                    continue;
                }
                // Only the direct object of a verb of leaving or entering.
                if let Some(e) = event {
                    let ev = &self.events[e];
                    let direct =
                        ev.to == spot.from || (ev.to + 1 == spot.from && self.words.low(ev.to) == "the");
                    if direct
                        && !ev.nominal
                        && crate::word_set!([
                            "leave",
                            "enter",
                            "exit",
                            "depart",
                            "cross",
                            "reach",
                            "quit",
                            "vacate",
                            "transit",
                            "pull into",
                            "put into",
                            "call at",
                            "evacuate",
                            "reinforce",
                            "bolster",
                            "ring",
                            "encircle",
                        ])
                        .has(ev.lemma)
                    {
                        self.spot_event[s] = Some(e);
                    }
                }
                continue;
            }
            match (event, near_force) {
                (Some(e), Some(f)) if self.forces[f].from >= self.events[e].to => {
                    // verb … force place: a goal or source goes with the verb; a location too if the force is its theme.
                    let theme = self.events_of(f).contains(&e);
                    if theme {
                        self.spot_event[s] = Some(e);
                    } else {
                        self.spot_force[s] = Some(f);
                    }
                }
                (Some(e), _) => {
                    let ev = &self.events[e];
                    let broken = (ev.to..spot.from)
                        .any(|k| matches!(self.words.low(k), ";" | "where" | "while" | "but"));
                    if broken {
                        self.spot_force[s] = near_force;
                    } else {
                        self.spot_event[s] = Some(e);
                    }
                }
                (None, Some(f)) => self.spot_force[s] = Some(f),
                (None, None) => {}
            }
        }
    }

    fn themes_of(&self, e: &Event) -> bool {
        self.events
            .iter()
            .position(|x| x.at == e.at)
            .is_some_and(|k| self.themes[k].is_some())
    }

    /// Whether the force stands after "there is/are/will be" or before "in …" without any verb: it is simply there.
    pub fn exists(&self, f: usize) -> bool {
        let from = self.forces[f].from;
        (from.saturating_sub(4)..from).any(|k| {
            self.words.low(k) == "there"
                && (k + 1..from).all(|j| {
                    crate::word_set!([
                        "is",
                        "are",
                        "were",
                        "was",
                        "will",
                        "be",
                        "still",
                        "currently",
                        "now",
                        "also",
                        "have",
                        "has",
                        "been",
                        "only",
                        "already",
                        "would",
                    ])
                    .has(self.words.low(j))
                })
        })
    }

    /// Whether the clause of word `at` speaks of the future or of what may be.
    pub fn mood(&self, at: usize) -> (bool, bool) {
        let from = (0..at)
            .rev()
            .find(|&k| matches!(self.words.low(k), "," | ";" | "but" | "while" | "because"))
            .map_or(0, |k| k + 1);
        let mut future = false;
        let mut modal = false;
        for k in from..at {
            match self.words.low(k) {
                "will" => future = true,
                "may" if !self.words.may(k) => {}
                "could" | "may" | "might" | "if" | "would" | "should" => modal = true,
                _ => {}
            }
        }
        (future, modal)
    }

    /// Whether force `f` is empty: "no troops", "none of".
    pub fn is_none(&self, f: usize) -> bool {
        self.forces[f]
            .quantity
            .as_ref()
            .is_some_and(|q| q.bound == Bound::None)
    }

    /// The events that move force `f`; a force listed after another shares what moves that one.
    pub fn events_of(&self, f: usize) -> Vec<usize> {
        let own = |f: usize| -> Vec<usize> {
            (0..self.events.len())
                .filter(|&e| self.themes[e] == Some(Theme::Force(f)))
                .collect()
        };
        let mut lead = f;
        let mut events = own(f);
        if events.is_empty()
            && let Some(carrier) = self.carrier_of(f)
        {
            return own(carrier);
        }
        while events.is_empty() && lead > 0 && self.listed(lead - 1, lead) {
            lead -= 1;
            events = own(lead);
        }
        events
    }

    /// "A transport plane touched down in Dili carrying 30 marines and 20 engineers": what brings the people of force `f`.
    pub fn carrier_of(&self, f: usize) -> Option<usize> {
        let mut first = f;
        while first > 0 && self.listed(first - 1, first) {
            first -= 1;
        }
        let carrying = matches!(
            self.words.low(self.forces[first].from.wrapping_sub(1)),
            "carrying" | "bringing" | "ferrying" | "transporting"
        );
        let people = matches!(self.forces[f].kind, ForceKind::People | ForceKind::Unit);
        let carrier = first.checked_sub(1).filter(|&c| {
            matches!(
                self.forces[c].kind,
                ForceKind::Aircraft | ForceKind::Ship | ForceKind::Vehicle
            )
        })?;
        (carrying && people && self.forces[f].quantity.is_some()).then_some(carrier)
    }

    /// The events of the last of a list of subjects, for one before it: "two batteries and a radar are on alert".
    pub fn events_with(&self, f: usize) -> Vec<usize> {
        let mut last = f;
        while let (Some(a), Some(b)) = (self.forces.get(last), self.forces.get(last + 1)) {
            let joined = b.from > a.to
                && b.from - a.to <= 2
                && (a.to..b.from).all(|k| matches!(self.words.low(k), "," | "and"));
            if !joined {
                break;
            }
            last += 1;
            let events: Vec<usize> = (0..self.events.len())
                .filter(|&e| self.themes[e] == Some(Theme::Force(last)) && self.events[e].from >= b.to)
                .collect();
            if !events.is_empty() {
                return events;
            }
        }
        Vec::new()
    }

    /// Whether force `b` follows force `a` in a list: "300 troops and two frigates".
    fn listed(&self, a: usize, b: usize) -> bool {
        let (from, to) = (self.forces[a].to, self.forces[b].from);
        to > from
            && to - from <= 6
            && self.forces[a].is_specific()
            && (from..to).all(|k| {
                let low = self.words.low(k);
                matches!(low, "," | "and" | "along" | "with" | "plus" | "headquarters")
                    || (self.words.capital(k) && to - from > 1)
            })
    }
}
