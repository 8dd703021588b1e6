//! Why a piece has its speaker, in words, and how sure that is.
//!
//! The levels come from measuring each rule on annotated news: a rule is `High` where at least 95 of 100 of its
//! answers were right.

use super::discourse::Via;
use super::walk::{Piece, Rule};
use crate::analysis::model::{Confidence, QuoteKind};

/// How sure the speaker of a piece is.
pub(super) fn confidence(piece: &Piece) -> Confidence {
    let Some(via) = piece.via.filter(|_| piece.source.is_some()) else {
        return Confidence::Low;
    };
    let by_rule = match piece.rule {
        Rule::After | Rule::VerbFirst | Rule::Before | Rule::Paragraphs | Rule::Continued => Confidence::High,
        Rule::Trailing | Rule::According => {
            if piece.kind == QuoteKind::Indirect {
                Confidence::Medium
            } else {
                Confidence::High
            }
        }
        Rule::Inside | Rule::Inherited => {
            if piece.strength >= 2 && piece.kind != QuoteKind::Indirect {
                Confidence::High
            } else {
                Confidence::Medium
            }
        }
        Rule::Floating | Rule::Heading | Rule::AfterSubject | Rule::Label | Rule::Signed => {
            Confidence::Medium
        }
        Rule::Goes | Rule::Subject | Rule::None => Confidence::Low,
    };
    let by_mention = match via {
        Via::Name | Via::Unnamed | Via::Pronoun { rivals: false } => Confidence::High,
        Via::Itself | Via::Role | Via::Pronoun { rivals: true } | Via::Owner => Confidence::Medium,
        Via::Presence => Confidence::Low,
    };
    by_rule.min(by_mention)
}

/// The reason for a person: the rule, and how the mention led to the name.
pub(super) fn reason(piece: &Piece, mention: Option<&str>, cue: Option<&str>, name: Option<&str>) -> String {
    let cue = cue.unwrap_or_default();
    let rule = match piece.rule {
        Rule::After => format!("“{cue}” after the quote"),
        Rule::VerbFirst => format!("“{cue}” after the quote, verb first"),
        Rule::Before => format!("“{cue}” before the quote"),
        Rule::Inside => format!("inside what “{cue}” reports"),
        Rule::According => format!("“{cue}”"),
        Rule::Inherited => format!("“{cue}” with the subject of the clause"),
        Rule::Trailing => format!("“{cue}” after the clause"),
        Rule::Continued => "goes on in the same paragraph".to_owned(),
        Rule::Goes => "in the words after an attribution in the same paragraph".to_owned(),
        Rule::Paragraphs => "goes on from the paragraph before, whose mark is still open".to_owned(),
        Rule::Floating => "stands alone after words of the same speaker".to_owned(),
        Rule::AfterSubject => "stands alone after a sentence about the speaker".to_owned(),
        Rule::Subject => "no cue; the subject of the sentence".to_owned(),
        Rule::Label => "name and colon before the quote".to_owned(),
        Rule::Signed => "signed with a name below the quote".to_owned(),
        Rule::Heading => "heading repeats a quote".to_owned(),
        Rule::None => "no cue and nobody near".to_owned(),
    };
    match (mention, name, piece.via) {
        (Some(mention), Some(name), Some(via)) if mention != name => {
            let how = match via {
                Via::Presence => " (spoken of just before)",
                Via::Role => " (by role)",
                Via::Owner => " (whose words they are)",
                Via::Pronoun { rivals: true } => " (others are possible)",
                _ => "",
            };
            format!("{rule} · “{mention}” → {name}{how}")
        }
        (Some(mention), None, _) => format!("{rule} · “{mention}” is not known"),
        (_, Some(name), _) => format!("{rule} · {name}"),
        _ => rule,
    }
}
