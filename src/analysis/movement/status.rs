//! The decision list: in what state a movement is, and whether it happens, is planned, thought of or denied.

use crate::analysis::{Realis, Status};

use super::verbs::{Control, Event, Kind, Modal};

/// What the decision list looks at beside the event.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scene {
    /// "none of the troops", "no ships".
    pub none: bool,
    /// The sentence reports what somebody said in the past, so that "would" is a future.
    pub reported: bool,
    /// Where from and where to are both known.
    pub both_ends: bool,
    /// Only where from is known.
    pub left: bool,
    /// The place is only "in", not "to".
    pub located: bool,
    /// An edge ("near the border"), which reads as a threat.
    pub edge: bool,
    /// Return to one's own country or barracks.
    pub homeward: bool,
    /// A question's or hypothesis's words.
    pub hypothetical: bool,
}

/// Status and realis of `event`, the first rule that fits.
pub(super) fn decide(event: &Event, scene: Scene) -> (Status, Realis) {
    let e = event;
    let denied = e.negated || e.control == Some(Control::Deny) || scene.none;
    if denied {
        // "has not withdrawn": still there, but the text denies the withdrawal.
        return (Status::Denied, Realis::Negated);
    }
    let would = e.modal == Some(Modal::Would);
    let proposed = e.control == Some(Control::Propose)
        || e.modal == Some(Modal::Could)
        || e.conditional
        || scene.hypothetical
        || (would && !scene.reported);
    if proposed {
        return (Status::Proposed, Realis::Hypothetical);
    }
    let planned = e.future || would || matches!(e.control, Some(Control::Order | Control::Plan));
    let realis = if planned { Realis::Planned } else { Realis::Actual };
    match e.kind {
        Kind::Withdraw => (Status::Withdrawn, realis),
        Kind::Return if scene.homeward => (Status::Withdrawn, realis),
        Kind::Reduce => (Status::Withdrawn, realis),
        Kind::Alert => (Status::Alert, Realis::Actual),
        Kind::Standby => (Status::Standby, Realis::Actual),
        Kind::Mass => (Status::Massed, realis),
        Kind::Shift if e.control.is_none() || e.control == Some(Control::Aspect) => {
            (Status::Repositioning, realis)
        }
        // "have committed a frigate": promised, not yet on its way.
        _ if planned || e.lemma == "commit" && !e.passive => (Status::Ordered, Realis::Planned),
        Kind::Shift => (Status::Repositioning, realis),
        Kind::Deploy | Kind::Return | Kind::Reinforce => {
            if e.lemma == "deploy" && (scene.located && e.passive || e.still)
                || e.lemma == "assign" && e.still
            {
                (
                    if scene.edge {
                        Status::Massed
                    } else {
                        Status::Present
                    },
                    Realis::Actual,
                )
            } else if e.lemma == "go" && scene.left {
                (Status::Withdrawn, Realis::Actual)
            } else if e.lemma == "move" && scene.both_ends {
                (Status::Repositioning, Realis::Actual)
            } else if scene.edge && matches!(e.lemma, "move" | "deploy") {
                (Status::Massed, Realis::Actual)
            } else {
                (Status::Deploying, Realis::Actual)
            }
        }
        Kind::Station => (Status::Present, Realis::Actual),
    }
}
