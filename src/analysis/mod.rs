//! [`Analysis`]: who said what, and which forces move where, each finding with its evidence.
//!
//! Deterministic, offline, left to right. Nothing is invented: an unknown speaker is none, an unknown count is
//! unspecified, and every finding leads to the words that it came from.

pub mod attribution;
mod model;
pub mod movement;
pub mod place;
pub mod time;
pub mod tokens;

pub use model::{
    Analysis, Bound, ByReader, Confidence, Count, CountOf, GroupId, Movement, MovementId, Note, NoteKind,
    Quote, QuoteId, QuoteKind, Realis, Remark, Speaker, SpeakerId, SpeakerKind, Status, Toponym, When,
};

use std::ops::ControlFlow;

use jiff::civil::Date;

use crate::article::{Article, NoticeKind};

/// What the analysis may know beside the article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The day that the reader gave (`--date`); it wins over the article's own.
    pub date: Option<Date>,
}

/// Reads `article` and returns its findings.
pub fn analyse(article: &Article, context: &Context) -> Analysis {
    analyse_with(article, context, &mut |_| ControlFlow::Continue(()))
}

/// As [`analyse`], telling `watch` from time to time which share of the work (0.0 to 1.0) is done;
/// when it answers `Break`, the work ends early with what was found so far. A text that is not English has no findings:
/// the rules read English only.
pub fn analyse_with(
    article: &Article,
    context: &Context,
    watch: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Analysis {
    let mut analysis = Analysis::default();
    if article
        .notices
        .iter()
        .any(|notice| notice.kind == NoticeKind::Language)
    {
        return analysis;
    }
    let tokens = tokens::Tokens::of(article);
    if watch(0.1).is_break() {
        return analysis;
    }
    let speech = attribution::read(article, &tokens, context);
    if watch(0.5).is_continue() {
        let places = place::mentions(article, &tokens);
        let reference = time::reference(article, &tokens, context.date);
        let times = time::mentions(article, &tokens, reference);
        if watch(0.8).is_continue() {
            let around = movement::Around {
                speech: &speech,
                places: &places,
                times: &times,
                reference,
            };
            (analysis.movements, analysis.notes) = movement::read(article, &tokens, &around);
        }
    }
    analysis.speakers = speech.speakers;
    analysis.quotes = speech.quotes;
    analysis.block_speakers = speech.block_speakers;
    analysis
}
