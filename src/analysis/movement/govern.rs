//! What governs a trigger: "approved the deployment of", "considering sending", "denied that", "if".

use super::verbs::{Control, Event, Modal};
use super::words::Words;

/// What a governing word does to the trigger after it.
pub(super) fn control(words: &Words<'_>, at: usize) -> Option<Control> {
    let low = words.low(at);
    Some(match low {
        "approve" | "approved" | "approves" | "approving" | "approval" | "order" | "ordered" | "orders"
        | "ordering" | "authorize" | "authorized" | "authorizes" | "authorizing" | "authorise"
        | "authorised" | "authorises" | "authorising" | "authorization" | "authorisation" | "announce"
        | "announced" | "announces" | "announcing" | "announcement" | "direct" | "directed" | "directs"
        | "directing" | "instruct" | "instructed" | "decide" | "decided" | "decides" | "decision"
        | "decisions" | "agree" | "agreed" | "agrees" | "agreeing" | "vote" | "voted" | "signed" | "sign"
        | "commit" | "committed" | "commitment" | "pledge" | "pledged" | "pledges" | "promise"
        | "promised" | "endorse" | "endorsed" | "endorsing" | "command" | "commanded" | "tasked"
        | "mandate" | "authority" | "deal" => Control::Order,
        "plan" | "plans" | "planned" | "planning" | "intend" | "intends" | "intended" | "intending"
        | "intention" | "intentions" | "intent" | "prepare" | "prepares" | "prepared" | "preparing"
        | "preparation" | "preparations" | "set" | "due" | "slated" | "scheduled" | "expected"
        | "expects" | "expect" | "poised" | "ready" | "readying" | "about" | "bound" | "going" | "aims"
        | "aim" | "aiming" | "hopes" | "hope" | "schedule" | "timetable" | "order-to-move" => Control::Plan,
        "consider" | "considering" | "considers" | "considered" | "weigh" | "weighing" | "weighs"
        | "mull" | "mulling" | "mulls" | "propose" | "proposes" | "proposed" | "proposing" | "proposal"
        | "proposals" | "offer" | "offered" | "offers" | "offering" | "request" | "requested"
        | "requests" | "requesting" | "ask" | "asked" | "asks" | "asking" | "urge" | "urged" | "urges"
        | "urging" | "demand" | "demanded" | "demands" | "demanding" | "want" | "wants" | "wanted"
        | "seek" | "seeks" | "sought" | "seeking" | "recommend" | "recommended" | "suggest" | "suggested"
        | "suggesting" | "threaten" | "threatened" | "threatening" | "threat" | "possibility"
        | "possible" | "possibly" | "option" | "options" | "discuss" | "discussed" | "discussing"
        | "debate" | "potential" | "call" | "called" | "calls" | "calling" | "willing" | "willingness"
        | "allow" | "invite" | "invited" | "contemplating" | "studying" | "exploring" | "favour"
        | "favor" | "demand-that" | "talks" | "appeal" | "provided" | "provides" | "envisages"
        | "envisaged" | "foresees" | "appealed" | "whether" | "conditional" | "insisted" | "insist"
        | "insists" | "pressing" | "pressed" => {
            if matches!(low, "called" | "call" | "calls" | "calling")
                && !matches!(words.low(at + 1), "for" | "on" | "upon")
            {
                return None;
            }
            if matches!(low, "provided" | "provides") && words.low(at + 1) != "for" {
                return None;
            }
            if matches!(low, "insisted" | "insist" | "insists" | "pressed" | "pressing")
                && !matches!(words.low(at + 1), "on" | "for")
            {
                return None;
            }
            Control::Propose
        }
        "deny" | "denied" | "denies" | "denying" | "denial" | "refuse" | "refused" | "refuses"
        | "refusing" | "refusal" | "reject" | "rejected" | "rejects" | "rejecting" | "decline"
        | "declined" | "declines" | "oppose" | "opposed" | "opposes" | "ban" | "banned" | "prevent"
        | "prevented" | "block" | "blocked" | "dismiss" | "dismissed" | "forbid" | "forbids" | "prohibit"
        | "prohibits" | "prohibited" | "without" | "cancelled" | "canceled" | "cancel" | "never"
        | "shelved" | "shelve" | "scrapped" | "scrap" | "cancels" | "vetoed" | "veto" => Control::Deny,
        "bill" | "motion" if matches!(words.low(at + 1), "on" | "to" | "for") => Control::Order,
        "rule" | "ruled" | "rules" | "ruling" if words.low(at + 1) == "out" => Control::Deny,
        "stop" | "stopped" | "stops" if words.low(at + 1) == "short" => Control::Deny,
        "begin" | "began" | "begun" | "begins" | "beginning" | "start" | "started" | "starts"
        | "continue" | "continued" | "continues" | "continuing" | "complete" | "completed" | "completes"
        | "finish" | "finished" | "keep" | "keeps" | "kept" | "managed" | "resumed" => Control::Aspect,
        "ability" | "capability" | "capabilities" | "right" | "rights" | "capacity" | "how" | "able"
        | "capable" | "unable" | "failed" | "concepts" | "concept" | "ways" | "power" | "easier"
        | "harder" | "needed" | "unlikely" => Control::Abstract,
        _ => return None,
    })
}

/// Looks left from a trigger for what governs it, and for conditions and negation around it.
pub(super) fn govern(words: &Words<'_>, mut e: Event) -> Event {
    let mut k = e.from;
    let mut steps = 0;
    let limit = if e.nominal { 9 } else { 22 };
    while k > 0 && steps < limit {
        k -= 1;
        steps += 1;
        let low = words.low(k);
        if crate::word_set!([
            ".", ";", ":", "—", "–", "which", "who", "while", "as", "but", "because", "after", "where",
            "since",
        ])
        .has(low)
        {
            break;
        }
        // "denied that its soldiers had crossed".
        if low == "that" {
            let denies = |d: usize| {
                matches!(
                    words.low(k.wrapping_sub(d)),
                    "denied" | "denies" | "deny" | "denying" | "dismissed" | "rejected" | "refuted"
                )
            };
            // "denied reports by an envoy that".
            let reports = (1..=7)
                .take_while(|&d| d <= k && !matches!(words.low(k - d), "," | ";" | "."))
                .find(|&d| {
                    matches!(
                        words.low(k - d),
                        "reports"
                            | "claims"
                            | "allegations"
                            | "suggestions"
                            | "accusations"
                            | "charges"
                            | "rumours"
                            | "rumors"
                    )
                });
            if denies(1) || reports.is_some_and(|d| denies(d + 1) || denies(d + 2)) {
                e.control = Some(Control::Deny);
                e.control_at = Some(k - 1);
                break;
            }
        }
        if matches!(low, "," | "that") && !e.nominal && !e.nonfinite {
            break;
        }
        if (e.nonfinite || e.nominal)
            && let Some(c) = control(words, k)
        {
            let adverb = low == "about" && words.low(k + 1) != "to";
            // "ready" and "set" govern only infinitives; "going" needs "to".
            let bare = crate::word_set!([
                "set", "due", "ready", "about", "bound", "going", "right", "able", "call", "how",
            ])
            .has(low)
                && !matches!(words.low(k + 1), "to" | "for");
            if !(adverb || bare) {
                e.control = Some(c);
                e.control_at = Some(k);
                let before = (1..=6).map(|d| words.low(k.wrapping_sub(d)));
                let mut negated = false;
                for b in before {
                    match b {
                        "no" | "not" | "never" | "don't" | "doesn't" | "didn't" | "hasn't" | "haven't"
                        | "isn't" | "aren't" | "nobody" | "cannot" | "without" | "nor" | "neither"
                        | "won't" => {
                            negated = true;
                            break;
                        }
                        "may" if !words.capital(k) => e.modal = e.modal.or(Some(Modal::Could)),
                        "could" | "might" => e.modal = e.modal.or(Some(Modal::Could)),
                        "." | "," | ";" | "and" | "but" => break,
                        _ => {}
                    }
                }
                // "denied that it intends to send": the plan itself is denied.
                let denied = (k.saturating_sub(6)..k).any(|d| {
                    matches!(words.low(d), "denied" | "denies" | "denying" | "dismissed")
                        && (words.low(d + 1) == "that"
                            || matches!(
                                words.low(d + 1),
                                "reports" | "claims" | "suggestions" | "it" | "any"
                            ))
                });
                if denied && matches!(c, Control::Plan | Control::Order) {
                    e.control = Some(Control::Deny);
                }
                // "decided not to send": the "not" before the infinitive counts once.
                let infinitive = words.low(k + 1) == "not";
                if infinitive && c != Control::Deny {
                    e.negated = !negated;
                } else if negated || infinitive {
                    e.negated ^= c != Control::Deny;
                    if c == Control::Deny {
                        e.control = Some(Control::Plan);
                    }
                }
                break;
            }
        }
        if e.nominal && matches!(low, "no" | "not" | "without" | "neither" | "nor") {
            e.negated = true;
            break;
        }
    }
    // A condition opens the clause: "if", "unless", "should NATO activate".
    let mut k = e.from;
    let mut steps = 0;
    while k > 0 && steps < 20 {
        k -= 1;
        steps += 1;
        match words.low(k) {
            "if" | "unless" | "whether" | "once" => {
                e.conditional = true;
                break;
            }
            "," | ";" | "." | "then" | "that" | "after" | "before" | "while" | "as" | "since" | "by" => break,
            _ => {}
        }
    }
    e
}
