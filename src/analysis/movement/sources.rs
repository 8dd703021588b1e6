//! Who says so: the speaker of the turn, else of the quotation or reported clause around the words.

use crate::analysis::attribution::Speech;
use crate::analysis::{SpeakerId, SpeakerKind};

use super::draft::Draft;
use super::merge::Source;

/// The source of a mention; `None` where the article itself asserts it.
pub(super) fn source(draft: &Draft, speech: &Speech) -> Option<Source> {
    let turn = speech.block_speakers.get(draft.block).copied().flatten();
    turn.or_else(|| quoted(draft, speech))
        .and_then(|id| named(id, speech))
}

fn named(id: SpeakerId, speech: &Speech) -> Option<Source> {
    let speaker = speech.speakers.get(id.0 as usize)?;
    Some(Source {
        name: speaker.name.as_str().to_owned(),
        speaker: Some(id),
        unnamed: speaker.kind == SpeakerKind::Unnamed,
    })
}

/// The speaker of the shortest quoted or reported piece that holds most of the evidence.
fn quoted(draft: &Draft, speech: &Speech) -> Option<SpeakerId> {
    let span = draft.evidence;
    let first = speech.quotes.partition_point(|q| q.span.end() <= span.start());
    speech
        .quotes
        .iter()
        .skip(first.saturating_sub(4))
        .take_while(|q| q.span.start() < span.end())
        .filter(|q| {
            let shared = q
                .span
                .end()
                .min(span.end())
                .saturating_sub(q.span.start().max(span.start()));
            shared * 2 > span.len().min(q.span.len().max(span.len() / 2))
        })
        .min_by_key(|q| q.span.len())
        .and_then(|q| q.speaker)
}
