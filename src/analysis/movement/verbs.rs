//! Triggers: the verbs and nouns that move a force, with tense, voice, modality, polarity and what governs them.

use crate::lexicon::{Form, Table};

use super::govern::govern;
use super::lists::noun_cue;
use super::words::Words;

/// What a trigger does to a force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// deploy, send, arrive, sail.
    Deploy,
    /// reposition, redeploy, transfer.
    Shift,
    /// station, base, keep, remain.
    Station,
    /// mass, concentrate.
    Mass,
    /// reinforce, bolster, add, increase.
    Reinforce,
    /// withdraw, leave.
    Withdraw,
    /// return: home is a withdrawal, anywhere else a deployment.
    Return,
    /// reduce, cut, fall: a level or a part.
    Reduce,
    /// on alert, mobilise.
    Alert,
    /// on standby, in reserve.
    Standby,
}

/// What governs a trigger: "approved the deployment", "considering sending", "ruled out".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Control {
    Order,
    Plan,
    Propose,
    Deny,
    /// begin, complete, continue: it happens.
    Aspect,
    /// ability to, right to: no event.
    Abstract,
}

/// Would, could and their kin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Modal {
    Would,
    Could,
}

/// A verb or noun that moves a force.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// First word of the verb group or noun phrase.
    pub from: usize,
    /// The trigger itself.
    pub at: usize,
    /// One past its last word.
    pub to: usize,
    pub kind: Kind,
    pub lemma: &'static str,
    pub nominal: bool,
    pub passive: bool,
    /// A participle right after its noun: "troops stationed in".
    pub reduced: bool,
    /// "are deployed", "remain deployed": a state and no move.
    pub still: bool,
    /// "to deploy", "sending".
    pub nonfinite: bool,
    pub future: bool,
    pub past: bool,
    pub progressive: bool,
    pub negated: bool,
    pub modal: Option<Modal>,
    pub control: Option<Control>,
    /// Where the governing word stands.
    pub control_at: Option<usize>,
    /// Inside "if …".
    pub conditional: bool,
}

/// The behaviour of a verb by its lemma.
fn kind(lemma: &str) -> Option<Kind> {
    Some(match lemma {
        "touch down" | "reach" | "pass" | "disembark" | "provide" | "supply" | "deploy"
        | "forward-deploy" | "send" | "dispatch" | "rush" | "fly" | "airlift" | "ferry" | "bus" | "truck"
        | "move" | "march" | "cross" | "enter" | "roll" | "sail" | "steam" | "travel" | "head" | "go"
        | "come" | "transit" | "commit" | "join" | "arrive" | "land" | "bring" | "transport" | "install"
        | "insert" | "pour" | "surge" | "follow" | "accompany" | "assign" | "contribute" | "rotate"
        | "stream" | "parachute" | "dock" | "replace" | "relieve" | "field" | "ship" | "set sail"
        | "embark" | "put" | "swarm" | "proceed" | "get" => Kind::Deploy,
        "step off" | "step ashore" | "pull into" | "put into" | "fan out" | "set off" | "set out"
        | "slip out" | "converge" | "induct" | "fly in" | "send in" | "bring up" | "bring in" | "move in"
        | "move up" | "airdrop" | "ship out" | "shuttle" | "detach" | "sortie" | "call at"
        | "get underway" | "trickle" | "flow" => Kind::Deploy,
        "redeploy" | "reposition" | "relocate" | "transfer" | "shift" | "reassign" | "redirect"
        | "divert" | "move around" => Kind::Shift,
        "forward-station" | "forward station" | "total" | "take part" | "take up" | "station" | "base"
        | "garrison" | "house" | "billet" | "host" | "position" | "post" | "quarter" | "locate" | "stage"
        | "park" | "moor" | "anchor" | "dig in" | "preposition" | "pre-position" | "encamp" | "keep"
        | "maintain" | "remain" | "stay" | "serve" | "operate" | "patrol" | "headquarter" | "retain"
        | "number" | "hold" | "camp" | "stand" | "place" | "spread" | "guard" | "train" | "exercise"
        | "participate" | "conduct" | "array" | "sit" | "wait" | "stay behind" | "stay on" | "make up"
        | "comprise" | "spend" | "lodge" => Kind::Station,
        "mass" | "amass" | "build up" | "assemble" | "gather" | "concentrate" | "muster" | "ring"
        | "encircle" | "accumulate" => Kind::Mass,
        "reinforce" | "bolster" | "strengthen" | "augment" | "boost" | "add" | "beef up" | "supplement"
        | "increase" | "expand" | "raise" | "step up" | "double" | "grow" | "rise" => Kind::Reinforce,
        "withdraw" | "pull out" | "pull back" | "pull" | "remove" | "evacuate" | "recall" | "retreat"
        | "leave" | "draw down" | "depart" | "exit" | "demobilize" | "demobilise" | "vacate"
        | "fall back" | "quit" | "move back" | "move out" | "go home" | "come home" | "head home"
        | "fly home" | "sail home" | "bring home" | "send home" | "ship home" | "thin out" | "disengage"
        | "repatriate" | "draw back" => Kind::Withdraw,
        "return" | "come back" | "go back" | "head back" => Kind::Return,
        "scale down" | "scale back" | "reduce" | "cut" | "decrease" | "shrink" | "fall" | "drop"
        | "halve" | "trim" => Kind::Reduce,
        "mobilize" | "mobilise" | "activate" | "call up" => Kind::Alert,
        "drive" | "speed" | "hurry" | "race" | "ride" | "cruise" | "despatch" | "flood" | "infiltrate"
        | "debark" | "fly out" | "fly over" | "move forward" | "push forward" | "send over" | "send off"
        | "turn up" | "show up" | "put to sea" | "put ashore" | "come ashore" | "go ashore" | "take off"
        | "make for" | "haul" | "convoy" | "helicopter" => Kind::Deploy,
        "embed" | "linger" | "loiter" | "lurk" | "lie" | "bivouac" | "berth" | "barrack" | "bed down"
        | "lay up" => Kind::Station,
        "clear out" | "ship back" | "take home" | "take back" | "bring back" | "bring out" | "get out"
        | "phase out" | "pull away" | "move away" | "back off" | "decamp" | "extract" => Kind::Withdraw,
        "fly back" | "sail back" | "drive back" => Kind::Return,
        "wind down" | "downsize" | "slash" | "pare" | "dwindle" | "taper" => Kind::Reduce,
        "cluster" | "crowd" | "marshal" | "poise" | "form up" => Kind::Mass,
        "swell" | "triple" | "quadruple" | "shore up" | "ramp up" | "top up" => Kind::Reinforce,
        _ => return None,
    })
}

/// Nouns that move a force.
fn nominal(word: &str) -> Option<(Kind, &'static str)> {
    Some(match word {
        "deployment" | "deployments" | "tour" => (Kind::Deploy, "deploy"),
        "dispatch" | "arrival" | "insertion" | "intervention" | "rotation" | "rotations" | "surge"
        | "influx" | "entry" | "landing" => (Kind::Deploy, "send"),
        "movement" | "movements" | "move" | "moves" => (Kind::Deploy, "move"),
        "redeployment" | "transfer" | "relocation" | "repositioning" | "shift" => (Kind::Shift, "redeploy"),
        "presence" | "stationing" | "basing" => (Kind::Station, "station"),
        "buildup" | "build-up" | "concentration" | "concentrations" | "massing" | "accumulation" => {
            (Kind::Mass, "mass")
        }
        "reinforcement" | "reinforcements" | "augmentation" | "increase" | "increases" => {
            (Kind::Reinforce, "reinforce")
        }
        "withdrawal" | "withdrawals" | "pullout" | "pull-out" | "pullback" | "drawdown" | "removal"
        | "departure" | "exit" | "evacuation" => (Kind::Withdraw, "withdraw"),
        "return" => (Kind::Return, "return"),
        "reduction" | "reductions" | "cut" | "cuts" => (Kind::Reduce, "reduce"),
        "mobilization" | "mobilisation" => (Kind::Alert, "mobilize"),
        _ => return None,
    })
}

/// The lemma and form of a movement verb at `at`, and how many words it takes ("pull out" is two).
pub(super) fn verb(words: &Words<'_>, at: usize) -> Option<(usize, &'static str, Form)> {
    let low = words.low(at);
    // "-ly deployed", "re-deploy" and pulled … out.
    let (len, entry) = words.longest(at, &[Table::MovementVerb])?;
    let lemma = entry.cell(0);
    if low == "headquarters" {
        return None;
    }
    if lemma == "pull" {
        // "pulled its troops out".
        for k in at + 1..at + 8 {
            match words.low(k) {
                "out" | "back" => return Some((len, "pull out", entry.form())),
                "." | "" | ";" => break,
                _ => {}
            }
        }
    }
    Some((len, lemma, entry.form()))
}

/// Auxiliaries and adverbs before a main verb.
fn auxiliary(word: &str) -> bool {
    crate::word_set!([
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "can",
        "must",
        "shall",
        "has",
        "have",
        "had",
        "having",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "to",
        "do",
        "does",
        "did",
        "not",
        "never",
        "also",
        "already",
        "now",
        "still",
        "likely",
        "soon",
        "just",
        "yet",
        "then",
        "again",
        "only",
        "first",
        "cannot",
        "can't",
        "won't",
        "wouldn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "don't",
        "doesn't",
        "didn't",
        "hasn't",
        "haven't",
        "hadn't",
        "couldn't",
        "shouldn't",
        "they'll",
        "we'll",
        "it'll",
        "you'll",
        "he'll",
        "they're",
        "we're",
        "they've",
        "we've",
        "forward",
        "we'd",
        "they'd",
        "it's",
        "even",
        "all",
        "both",
        "so",
        "far",
        "always",
        "ever",
        "probably",
        "instead",
        "far-forward",
        "get",
        "got",
    ])
    .has(word)
        || (word.len() > 4 && word.ends_with("ly"))
}

/// All triggers of a sentence. `busy` marks words of force phrases, times and places' names.
pub(super) fn events(words: &Words<'_>, busy: &dyn Fn(usize) -> bool) -> Vec<Event> {
    let mut all = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let low = words.low(i);
        if busy(i) {
            i += 1;
            continue;
        }
        if let Some(event) = posture(words, i) {
            i = event.to;
            all.push(event);
            continue;
        }
        let verbal = verb(words, i);
        if let Some((k, lemma)) = nominal(low) {
            let as_verb =
                verbal.is_some() && !noun_cue(words.low(i.wrapping_sub(1))) && reads_as_verb(words, i);
            if !as_verb
                && !(crate::word_set!([
                    "move",
                    "moves",
                    "cut",
                    "cuts",
                    "exit",
                    "return",
                    "shift",
                    "surge",
                    "landing",
                    "increase",
                    "increases",
                    "dispatch",
                    "transfer",
                ])
                .has(low)
                    && !noun_reading(words, i))
            {
                all.push(govern(
                    words,
                    Event {
                        from: i,
                        at: i,
                        to: i + 1,
                        kind: k,
                        lemma,
                        nominal: true,
                        passive: false,
                        reduced: false,
                        still: false,
                        nonfinite: true,
                        future: false,
                        past: false,
                        progressive: false,
                        negated: false,
                        modal: None,
                        control: None,
                        control_at: None,
                        conditional: false,
                    },
                ));
                i += 1;
                continue;
            }
        }
        if let Some((len, lemma, form)) = verbal {
            if let Some(k) = kind(lemma)
                && let Some(event) = verb_group(words, i, len, lemma, form, k)
            {
                i = event.to;
                all.push(govern(words, event));
                continue;
            }
            i += len.max(1);
            continue;
        }
        i += 1;
    }
    all
}

/// "on heightened alert", "at five days' notice to move", "on standby", "in reserve".
fn posture(words: &Words<'_>, at: usize) -> Option<Event> {
    let make = |to: usize, kind: Kind| {
        let mut event = Event {
            from: at,
            at,
            to,
            kind,
            lemma: "posture",
            nominal: false,
            passive: true,
            reduced: false,
            still: false,
            nonfinite: false,
            future: false,
            past: true,
            progressive: false,
            negated: false,
            modal: None,
            control: None,
            control_at: None,
            conditional: false,
        };
        // The verb that puts them there carries tense and negation.
        let mut k = at;
        let mut steps = 0;
        while k > 0 && steps < 14 {
            k -= 1;
            steps += 1;
            match words.low(k) {
                "may" if !words.may(k) => {}
                "could" | "may" | "might" | "would" => {
                    event.modal = Some(if words.low(k) == "would" {
                        Modal::Would
                    } else {
                        Modal::Could
                    });
                }
                "will" => event.future = true,
                "not" | "no" | "any" => event.negated |= words.low(k) != "any",
                "," | ";" | "." | "(" | "and" => break,
                _ => {}
            }
        }
        event
    };
    let going = |to: usize| {
        let mut event = make(to, Kind::Deploy);
        event.lemma = "head";
        event.passive = false;
        event
    };
    match words.low(at) {
        "on" if words.low(at + 2) == "way"
            && matches!(words.low(at + 1), "its" | "their" | "the" | "her") =>
        {
            let mut event = going(at + 3);
            if matches!(words.low(at + 3), "home" | "back" | "out") {
                event.kind = Kind::Withdraw;
                event.to += 1;
            }
            Some(event)
        }
        "en" if words.low(at + 1) == "route" => Some(going(at + 2)),
        "bound" if words.low(at + 1) == "for" => Some(going(at + 1)),
        // "a 600-strong force is expected in Haiti".
        "expected" | "due" => {
            let mut event = going(arrival(words, at)?);
            event.lemma = "arrive";
            event.future = true;
            Some(event)
        }
        "on" if words.low(at + 1).starts_with("prepare") => {
            let stop = (at + 2..at + 8).find(|&k| matches!(words.low(k), "order" | "orders"))?;
            Some(make(stop + 1, Kind::Alert))
        }
        "on" if words.are(at + 1, &["the", "ground"])
            && matches!(words.low(at.wrapping_sub(1)), "be" | "are" | "now" | "already") =>
        {
            Some(make(at + 3, Kind::Station))
        }
        "on" => {
            let stop = (at + 1..at + 6).find(|&k| {
                matches!(
                    words.low(k),
                    "alert" | "standby" | "call" | "notice" | "readiness"
                )
            })?;
            if !(at + 1..stop).all(|k| {
                crate::word_set!([
                    "high",
                    "higher",
                    "heightened",
                    "full",
                    "increased",
                    "maximum",
                    "immediate",
                    "combat",
                    "a",
                    "an",
                    "short",
                    "and",
                    "elevated",
                    "highest",
                    "the",
                    "of",
                    "level",
                    "state",
                    "stand",
                    "-",
                    "red",
                    "hour",
                    "hours",
                    "day",
                    "days",
                    "'",
                    "'s",
                ])
                .has(words.low(k))
                    || words.low(stop) == "notice"
                        && (words.low(k).starts_with(|c: char| c.is_ascii_digit())
                            || words.entries(k).any(|e| e.table() == Table::NumberWord))
            }) {
                return None;
            }
            let kind = match words.low(stop) {
                "standby" | "call" => Kind::Standby,
                _ => Kind::Alert,
            };
            if words.low(stop) == "call" && words.low(stop + 1) == "for" {
                return None;
            }
            Some(make(stop + 1, kind))
        }
        "at" => {
            let stop = (at + 1..at + 9).find(|&k| matches!(words.low(k), "notice" | "readiness"))?;
            if (at + 1..stop).any(|k| matches!(words.low(k), "," | "." | "the" | "of") || words.capital(k)) {
                return None;
            }
            let to = if words.low(stop + 1) == "to" {
                stop + 3
            } else {
                stop + 1
            };
            Some(make(to, Kind::Alert))
        }
        "in" if words.low(at + 1) == "reserve"
            || (words.low(at + 1) == "a" && words.low(at + 2) == "reserve") =>
        {
            Some(make(at + 2, Kind::Standby))
        }
        "in" if words.low(at + 1) == "place"
            && matches!(
                words.low(at.wrapping_sub(1)),
                "be" | "are" | "now" | "already" | "fully"
            ) =>
        {
            Some(make(at + 2, Kind::Station))
        }
        "standing" if words.low(at + 1) == "by" => Some(make(at + 2, Kind::Standby)),
        "to" if matches!(
            words.low(at.wrapping_sub(1)),
            "ordered" | "raised" | "brought" | "moved" | "put" | "placed"
        ) =>
        {
            let stop = (at + 1..at + 7).find(|&k| matches!(words.low(k), "alert" | "readiness"))?;
            (at + 1..stop)
                .all(|k| {
                    matches!(
                        words.low(k),
                        "a" | "an"
                            | "the"
                            | "full"
                            | "higher"
                            | "high"
                            | "highest"
                            | "state"
                            | "of"
                            | "level"
                            | "combat"
                            | "heightened"
                            | "increased"
                            | "its"
                            | "their"
                    )
                })
                .then(|| make(stop + 1, Kind::Alert))
        }
        // "will be home by June", "could be gone by the end of the year".
        "home" | "gone" | "back"
            if words.low(at.wrapping_sub(1)) == "be"
                || (matches!(words.low(at.wrapping_sub(1)), "are" | "were" | "all")
                    && words.low(at) != "back") =>
        {
            let mut event = make(at + 1 + usize::from(words.low(at + 1) == "home"), Kind::Withdraw);
            event.lemma = "leave";
            event.passive = false;
            Some(event)
        }
        _ => None,
    }
}

/// "expected in Haiti", "due on Sunday at Bagram": where the preposition of the place stands.
fn arrival(words: &Words<'_>, at: usize) -> Option<usize> {
    let place = |k: usize| matches!(words.low(k), "in" | "at") && words.capital(k + 1);
    let day = |k: usize| {
        words.capital(k) && !place(k)
            || matches!(
                words.low(k),
                "on" | "later" | "today" | "next" | "this" | "week" | "month" | "tomorrow"
            )
    };
    let to = (at + 1..at + 5)
        .take_while(|&k| k == at + 1 || day(k - 1))
        .find(|&k| place(k))?;
    (to == at + 1 || !words.capital(to - 1) || words.low(to - 1).ends_with("day")).then_some(to)
}

/// Whether a word that can be verb or noun stands as a verb: after "to", an auxiliary, a pronoun or a plural noun.
fn reads_as_verb(words: &Words<'_>, at: usize) -> bool {
    let before = words.low(at.wrapping_sub(1));
    auxiliary(before)
        || crate::word_set!([
            "they", "we", "you", "who", "which", "it", "and", "forces", "troops", "soldiers", "units",
        ])
        .has(before)
}

/// Whether a word that can be verb or noun stands as a noun.
fn noun_reading(words: &Words<'_>, at: usize) -> bool {
    let before = words.low(at.wrapping_sub(1));
    noun_cue(before)
        || crate::word_set!([
            "troop", "force", "military", "complete", "full", "partial", "planned", "proposed", "rapid",
            "gradual", "forces", "further",
        ])
        .has(before)
        || words.low(at + 1) == "of"
}

/// Whether a form that is both past and participle stands as a participle: a verb that needs an object has none, or
/// another finite verb claims the noun before it.
fn reads_as_participle(words: &Words<'_>, at: usize, len: usize, lemma: &str, kind: Kind) -> bool {
    let next = words.low(at + len);
    let no_object = matches!(
        next,
        "in" | "at"
            | "on"
            | "near"
            | "along"
            | "to"
            | "from"
            | "by"
            | "across"
            | "around"
            | "outside"
            | "inside"
            | "there"
            | "throughout"
            | "into"
            | "over"
            | "abroad"
            | "overseas"
            | ""
            | "."
            | ","
            | "between"
            | "off"
            | "with"
            | "as"
            | "for"
            | "alongside"
    );
    if !no_object {
        return false;
    }
    let needs_object = matches!(kind, Kind::Station)
        && !matches!(
            lemma,
            "remain"
                | "stay"
                | "serve"
                | "operate"
                | "patrol"
                | "stand"
                | "camp"
                | "exercise"
                | "train"
                | "participate"
        )
        || matches!(
            lemma,
            "send"
                | "dispatch"
                | "assign"
                | "install"
                | "bring"
                | "transport"
                | "recall"
                | "remove"
                | "add"
                | "replace"
                | "airlift"
                | "ferry"
                | "transfer"
                | "concentrate"
                | "relocate"
                | "reposition"
                | "raise"
                | "commit"
        );
    if needs_object {
        return true;
    }
    if !matches!(
        lemma,
        "deploy" | "redeploy" | "mass" | "amass" | "gather" | "assemble" | "withdraw" | "move"
    ) {
        return false;
    }
    // "has around 9,000 troops deployed in …", "troops deployed in … will".
    let clause = |k: usize| matches!(words.low(k), "," | ";" | "." | "" | "that" | "and" | "but");
    let finite = |k: usize| {
        matches!(
            words.low(k),
            "has"
                | "have"
                | "had"
                | "remain"
                | "remains"
                | "remained"
                | "stay"
                | "stays"
                | "will"
                | "would"
                | "is"
                | "are"
                | "was"
                | "were"
                | "keeps"
                | "kept"
                | "maintains"
                | "includes"
        )
    };
    let before = (at.saturating_sub(10)..at)
        .rev()
        .take_while(|&k| !clause(k))
        .any(finite);
    let after = (at + len..at + len + 12)
        .take_while(|&k| !matches!(words.low(k), ";" | "." | "" | "that"))
        .any(finite);
    before || after
}

#[allow(clippy::too_many_lines)]
fn verb_group(
    words: &Words<'_>,
    at: usize,
    len: usize,
    lemma: &'static str,
    form: Form,
    kind: Kind,
) -> Option<Event> {
    let mut e = Event {
        from: at,
        at,
        to: at + len,
        kind,
        lemma,
        nominal: false,
        passive: false,
        reduced: false,
        still: false,
        nonfinite: false,
        future: false,
        past: false,
        progressive: false,
        negated: false,
        modal: None,
        control: None,
        control_at: None,
        conditional: false,
    };
    // "are not going to make a difference": a future of another verb and no way to a place.
    let leads = |k: usize| {
        words.capital(k)
            || matches!(
                words.low(k),
                "the" | "a" | "an" | "its" | "their" | "our" | "this" | "that" | "these" | "those" | "where"
            )
            || super::lists::directional(words.low(k))
    };
    let stays = matches!(words.low(at + 2), "fight" | "serve" | "operate" | "be" | "stay");
    if lemma == "go" && words.low(at) == "going" && words.low(at + 1) == "to" && !leads(at + 2) && !stays {
        return None;
    }
    let mut k = at;
    let (mut be, mut have, mut to, mut aux) = (false, false, false, false);
    let mut going = false;
    while k > 0 && at - k < 8 {
        let low = words.low(k - 1);
        if low == "going" && to {
            going = true;
            k -= 1;
            continue;
        }
        if !auxiliary(low) || (low == "may" && !words.may(k - 1)) {
            break;
        }
        match low {
            "will" | "won't" | "shall" | "they'll" | "we'll" | "it'll" | "you'll" | "he'll" => {
                e.future = true;
                aux = true;
                e.negated |= low == "won't";
            }
            "would" | "wouldn't" | "we'd" | "they'd" | "should" => {
                e.modal = Some(Modal::Would);
                aux = true;
                e.negated |= low == "wouldn't";
            }
            "could" | "may" | "might" | "can" | "cannot" | "can't" | "must" | "couldn't" | "shouldn't" => {
                e.modal = Some(Modal::Could);
                aux = true;
                e.negated |= matches!(low, "cannot" | "can't" | "couldn't" | "shouldn't");
            }
            "is" | "are" | "was" | "were" | "be" | "been" | "being" | "isn't" | "aren't" | "wasn't"
            | "weren't" | "they're" | "we're" | "it's" | "get" | "got" => {
                // "are to deploy": a plan.
                if to && !going && matches!(low, "is" | "are" | "was" | "were") {
                    e.future = true;
                    to = false;
                }
                be = true;
                aux = true;
                e.past |= matches!(low, "was" | "were" | "wasn't" | "weren't");
                e.negated |= low.ends_with("n't");
            }
            "has" | "have" | "had" | "having" | "hasn't" | "haven't" | "hadn't" | "they've" | "we've" => {
                have = true;
                aux = true;
                e.past = true;
                e.negated |= low.ends_with("n't");
            }
            "do" | "does" | "did" | "don't" | "doesn't" | "didn't" => {
                aux = true;
                e.negated |= low.ends_with("n't");
                e.past |= low.starts_with("did");
            }
            "not" | "never" => e.negated = true,
            "to" => {
                if e.nominal {
                    break;
                }
                to = true;
            }
            _ => {}
        }
        k -= 1;
    }
    if going && be {
        e.future = true;
        to = false;
    }
    // Adverbs at the left edge belong to the clause, not the group.
    e.from = k;
    let participle = form.is(Form::PARTICIPLE);
    let gerund = form.is(Form::GERUND);
    let base = form.is(Form::BASE);
    let third = form.is(Form::THIRD);
    let before = words.low(at.wrapping_sub(1));
    if participle && be {
        e.passive = true;
        // "soldiers that are based in Germany will move": the relative clause only says which.
        e.reduced = kind == Kind::Station
            && !e.future
            && matches!(words.low(k.wrapping_sub(1)), "that" | "which" | "who");
        e.still = (k..at).any(|i| matches!(words.low(i), "is" | "are" | "'re"))
            && !(k..at).any(|i| matches!(words.low(i), "being" | "be" | "been"));
    } else if participle && matches!(before, "remain" | "remains" | "remained" | "stay" | "stays") {
        e.passive = true;
        e.still = true;
    } else if gerund {
        e.progressive = be;
        e.nonfinite = !be;
    } else if form.is(Form::PAST) || (participle && have) {
        // "troops stationed in …" has no auxiliary and no object: a participle.
        if !aux && participle && (!form.is(Form::PAST) || reads_as_participle(words, at, len, lemma, kind)) {
            e.reduced = true;
            e.passive = true;
        } else {
            e.past = true;
        }
    } else if participle && !aux {
        e.reduced = true;
        e.passive = true;
    } else if base || third {
        if to {
            e.nonfinite = true;
        } else if !aux {
            // Noun or verb? "base", "post", "station", "transfer", "ships".
            let ambiguous = crate::word_set!([
                "base",
                "station",
                "post",
                "host",
                "house",
                "quarter",
                "position",
                "stage",
                "place",
                "ship",
                "truck",
                "bus",
                "fly",
                "ferry",
                "transfer",
                "shift",
                "march",
                "head",
                "mass",
                "ring",
                "return",
                "exit",
                "patrol",
                "land",
                "field",
                "move",
                "advance",
                "surge",
                "guard",
                "train",
                "exercise",
                "camp",
                "number",
                "total",
                "cut",
                "drop",
                "fall",
                "rise",
                "increase",
                "boost",
                "stand",
                "leave",
                "garrison",
                "transport",
                "cross",
                "pull",
                "push",
                "dock",
                "stream",
                "spread",
                "transit",
                "airlift",
                "concentrate",
                "surge-in",
            ])
            .has(lemma);
            if noun_cue(before) || (ambiguous && !(reads_as_verb(words, at) || (third && !noun_cue(before))))
            {
                return None;
            }
            if words.capital(at) && at > 0 {
                return None;
            }
        }
    }
    if to && !e.passive {
        e.nonfinite = true;
    }
    if e.passive && to {
        e.nonfinite = true;
    }
    // "You'll see the party arrive": the clause before carries the tense.
    if base && !aux && !to {
        e.future =
            (at.saturating_sub(14)..at).any(|k| words.low(k) == "will" || words.low(k).ends_with("'ll"));
    }
    if at == 0 && (base || third) && !gerund {
        return None;
    }
    Some(e)
}
