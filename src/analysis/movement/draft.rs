//! [`Draft`]: a row as one sentence tells it, before the rows of an article are merged and linked.

use crate::analysis::{Count, Realis, Status};
use crate::clean::Clean;
use crate::span::Span;

use super::clause::Clause;
use super::forces::ForceKind;
use super::spots::Naming;
use super::verbs::{Control, Kind};

/// A place of a row: as shown, and the words that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Where {
    pub text: String,
    pub span: Span,
    pub naming: Naming,
    pub edge: bool,
    /// Name of the country in which it lies, if just one.
    pub country: Option<String>,
}

/// A row as one sentence tells it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub actor: Vec<String>,
    /// Whether the sentence itself names the actor.
    pub actor_said: bool,
    pub count: Count,
    pub additional: bool,
    pub unit: Option<String>,
    pub designated: bool,
    pub equipment: Option<String>,
    pub kind: ForceKind,
    pub origin: Option<Where>,
    pub destination: Option<Where>,
    pub status: Status,
    pub realis: Realis,
    /// Whether a verb says that its owner moves it: "it would withdraw its forces".
    pub by_owner: bool,
    /// Words of the time expression.
    pub when: Option<usize>,
    pub evidence: Span,
    pub sentence: usize,
    pub block: usize,
    /// Refers back: "the troops", "they".
    pub anaphor: bool,
    /// The figure of the whole that this is part of: "300 of the 2,000".
    pub whole: Option<f64>,
    /// "the majority of those": part of the row before.
    pub share: bool,
    pub heading: bool,
    pub question: bool,
    pub historical: bool,
    /// likely, reportedly, claimed.
    pub hedged: bool,
    /// What moved it, for the reason.
    pub trigger: String,
    pub trigger_kind: Option<Kind>,
    /// Who asks, demands or urges, where that is not the actor.
    pub asker: Option<String>,
    /// Told by an asker as a fact, not asked.
    pub stated: bool,
    /// "of which 2": part of the figure before.
    pub of_which: bool,
    /// "in total": the sum of what its paragraph tells.
    pub totals: bool,
    /// What it is to the rows before it.
    pub relation: Relation,
}

impl Draft {
    /// A mention without anything but where it stands.
    pub fn blank(setting: Setting, evidence: Span) -> Self {
        Self {
            actor: Vec::new(),
            actor_said: false,
            count: Count::default(),
            additional: false,
            unit: None,
            designated: false,
            equipment: None,
            kind: ForceKind::People,
            origin: None,
            destination: None,
            status: Status::Present,
            realis: Realis::Actual,
            by_owner: false,
            when: None,
            evidence,
            sentence: setting.sentence,
            block: setting.block,
            anaphor: false,
            whole: None,
            share: false,
            heading: setting.heading,
            question: setting.question,
            historical: false,
            hedged: false,
            trigger: String::new(),
            trigger_kind: None,
            asker: None,
            stated: setting.question && !setting.asked,
            of_which: false,
            totals: false,
            relation: Relation::Own,
        }
    }
}

/// How a mention stands to the rows before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Relation {
    /// A mention like any other.
    #[default]
    Own,
    /// "That's about 3,800 service members": the figure of the row before.
    Supplement,
    /// "Let me correct myself, it's 150": a new figure for a row before.
    Correction,
    /// "… put the figure at 30,000": a rival figure for the row before.
    Rival,
}

/// What the sentence is part of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub sentence: usize,
    pub block: usize,
    pub heading: bool,
    pub question: bool,
    /// Ends in a question mark: asserts nothing at all.
    pub asked: bool,
    pub reported: bool,
}

/// Whether the sentence itself doubts what it tells.
pub(super) fn hedged(clause: &Clause<'_, '_>) -> bool {
    (0..clause.words.len()).any(|k| {
        crate::word_set!([
            "reportedly",
            "likely",
            "allegedly",
            "claimed",
            "claims",
            "unconfirmed",
            "apparently",
            "possibly",
            "rumored",
            "rumoured",
        ])
        .has(clause.words.low(k))
    })
}

/// Who asks for it: "the United States and Britain have been urging Berlin to send".
pub(super) fn asker(clause: &Clause<'_, '_>, e: usize) -> Option<String> {
    let ev = &clause.events[e];
    let at = ev.control_at.filter(|_| ev.control == Some(Control::Propose))?;
    let low = clause.words.low(at);
    if !crate::word_set!([
        "urge",
        "urged",
        "urging",
        "demand",
        "demanded",
        "demands",
        "asked",
        "asking",
        "ask",
        "wants",
        "called",
        "calls",
        "want",
        "requested",
        "pressing",
        "pressed",
        "calling",
    ])
    .has(low)
    {
        return None;
    }
    clause.subject(at, false).map(|names| join(&names))
}

/// "A, B and C".
pub(super) fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// A name as the model keeps it.
pub(super) fn clean(text: &str) -> Clean {
    Clean::line(text)
}
