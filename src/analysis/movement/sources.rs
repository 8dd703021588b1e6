//! Who says so: the speaker of the turn, else of the quotation or reported clause around the words.

use crate::analysis::attribution::Speech;
use crate::analysis::{SpeakerId, SpeakerKind};

use super::draft::Draft;
use super::merge::Source;
use super::owners;
use super::words::Words;

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

/// "Satellite images published by a firm show": pictures that tell of the movement, as the text names them.
pub(super) fn shown(words: &Words<'_>) -> Option<Source> {
    let noun = (0..words.len().min(12)).find(|&k| {
        matches!(
            words.low(k),
            "images"
                | "imagery"
                | "image"
                | "pictures"
                | "photos"
                | "photographs"
                | "footage"
                | "video"
                | "videos"
        )
    })?;
    let show = (noun + 1..words.len().min(noun + 14)).find(|&k| {
        matches!(
            words.low(k),
            "show"
                | "shows"
                | "showed"
                | "showing"
                | "reveal"
                | "reveals"
                | "revealed"
                | "indicate"
                | "indicated"
                | "appear"
                | "appeared"
                | "suggest"
                | "suggests"
                | "suggested"
        )
    })?;
    if (noun..show).any(|k| matches!(words.low(k), "." | ";" | "that" | "and")) {
        return None;
    }
    let from = (0..noun)
        .rev()
        .take_while(|&k| {
            !super::lists::stop(words.low(k))
                && !words.low(k).starts_with(|c: char| c.is_ascii_digit())
                && noun - k <= 3
        })
        .last()
        .unwrap_or(noun);
    let to = if show - noun <= 7 { show } else { noun + 1 };
    let last = (noun + 1..to).find(|&k| words.low(k) == ",").unwrap_or(to);
    Some(Source {
        name: words.slice(from, last).to_owned(),
        speaker: None,
        unnamed: false,
    })
}

/// The country or body that a speaker stands for: the first that its role, affiliation or name tells.
pub(super) fn side(source: &Source, speech: &Speech) -> Option<String> {
    let speaker = speech.speakers.get(source.speaker?.0 as usize)?;
    [&speaker.affiliation, &speaker.role]
        .into_iter()
        .flatten()
        .map(crate::clean::Clean::as_str)
        .chain([speaker.name.as_str()])
        .find_map(|text| {
            let words = Words::plain(text);
            (0..words.len())
                .find_map(|i| owners::owner(&words, i))
                .filter(|o| o.name != owners::SERVICE)
                .map(|o| o.name)
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
