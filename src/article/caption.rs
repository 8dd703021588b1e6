//! Captions: words under a picture, told by a credit, by what they point at, or because they repeat the article.

use std::collections::HashSet;

use super::boilerplate::holds_speech;
use super::{Block, BlockKind};
use crate::span::Span;

/// Marks the captions that only their company gives away. `echoing` says whether a line without a full stop may be
/// one, as on a pasted page.
pub(super) fn mark(text: &str, blocks: &mut [Block], title: Option<Span>, echoing: bool) {
    credited(text, blocks);
    rubrics(text, blocks);
    repeated(text, blocks, title);
    if echoing {
        echoes(text, blocks, title);
    }
}

/// A credit that has a line to itself, `(Agency Photo/Ada Orne)`, belongs to the line above; `Image caption,` to the
/// one below.
fn credited(text: &str, blocks: &mut [Block]) {
    for at in 0..blocks.len() {
        if blocks[at].kind != BlockKind::Caption {
            continue;
        }
        let words = blocks[at].span.of(text);
        let other = if words.starts_with('(') && words.len() <= 80 {
            at.checked_sub(1)
        } else if words.len() <= 16 && words.ends_with([',', ':']) {
            Some(at + 1)
        } else {
            None
        };
        if let Some(block) = other.and_then(|other| blocks.get_mut(other))
            && block.kind == BlockKind::Paragraph
            && block.span.len() <= 300
            && !holds_speech(block.span.of(text))
        {
            block.kind = BlockKind::Caption;
        }
    }
}

/// What opens a caption.
const CAPTIONS: &[&str] = &[
    "Open this photo",
    "FILE PHOTO",
    "FILE -",
    "FILE —",
    "FILE –",
    "File photo",
    "Pictured:",
    "PICTURED:",
    "Pictured above",
    "Photo:",
    "Photo by",
    "Photograph:",
    "Image:",
    "Image copyright",
    "Image caption",
    "Media caption",
    "PHOTO:",
    "In this photo",
    "In this image",
    "In this file photo",
    "In this handout",
    "Above:",
    "Credit:",
    "Handout",
    "Caption:",
];

/// A paragraph that describes a picture or names who took it.
pub(super) fn is_caption(words: &str) -> bool {
    if words.len() > 500 {
        return false;
    }
    let first = words.as_bytes().first();
    if CAPTIONS
        .iter()
        .any(|o| o.as_bytes().first() == first && words.starts_with(o))
    {
        return true;
    }
    let bracket = words
        .trim_end_matches('.')
        .ends_with(')')
        .then(|| words.rsplit_once('('))
        .flatten();
    let credit = bracket.map(|(_, credit)| credit.trim_end_matches(['.', ')']));
    credit.is_some_and(|credit| credit.len() <= 80 && is_credit(credit)) || ends_in_credit(words)
}

fn is_credit(credit: &str) -> bool {
    credit.contains("Getty")
        || credit.contains("AP Photo")
        || credit.contains("/AP")
        || credit.contains("/Reuters")
        || credit.contains("REUTERS/")
        || credit.contains("/AFP")
        || credit.contains("AFP/")
        || credit.contains("/The ")
        || credit.starts_with("Photo ")
        || credit.starts_with("Photo:")
        || credit.starts_with("U.S. Army photo")
        || credit.starts_with("U.S. Navy photo")
        || credit.contains(" photo by ")
        || credit.contains("via AP")
        || credit.contains("Canadian Press")
}

fn ends_in_credit(words: &str) -> bool {
    if words.ends_with(['.', '"', '”']) {
        return false;
    }
    let mut at = words.len().saturating_sub(48);
    while !words.is_char_boundary(at) {
        at += 1;
    }
    let end = words.get(at..).unwrap_or_default();
    !end.ends_with(['.', '"', '”'])
        && (end.contains("REUTERS/") || end.contains("AP Photo/") || end.contains("Getty Images"))
}

/// Captions of a picture page: `Inspection: The minister walks past the guard`, a word or three, a colon and a line
/// without a full stop, and several of them.
fn rubrics(text: &str, blocks: &mut [Block]) {
    let fits = |block: &Block| {
        let words = block.span.of(text);
        block.kind == BlockKind::Paragraph
            && words.len() <= 400
            && !words.ends_with(['.', '!', '?', '"', '”'])
            && !words.ends_with(".'")
            && memchr::memmem::find(
                words.as_bytes().get(..34.min(words.len())).unwrap_or_default(),
                b": ",
            )
            .is_some_and(|colon| {
                let head = words.get(..colon).unwrap_or_default();
                colon <= 32
                    && head.starts_with(char::is_uppercase)
                    && head.split(' ').count() <= 3
                    && words.get(colon + 2..).is_some_and(|rest| {
                        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                    })
            })
    };
    if blocks.iter().filter(|b| fits(b)).count() >= 2 {
        for block in blocks.iter_mut().filter(|b| fits(b)) {
            block.kind = BlockKind::Caption;
        }
    }
}

/// A paragraph that another one has already said word for word is a caption, as is one whose first sentence stands
/// elsewhere and which describes a picture.
fn repeated(text: &str, blocks: &mut [Block], title: Option<Span>) {
    let mut seen: HashSet<u64> = HashSet::new();
    for block in blocks.iter_mut() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)
            || title == Some(block.span) && !seen.is_empty()
        {
            continue;
        }
        let words = block.span.of(text);
        if words.len() < 40 {
            continue;
        }
        let first = first_sentence(words);
        let again = !seen.insert(fingerprint(first));
        let whole = first.len() == words.len();
        let known = again || !whole && !seen.insert(fingerprint(words));
        if known && title != Some(block.span) && (whole || is_unstopped(words) || shows(words)) {
            block.kind = if whole {
                BlockKind::Boilerplate
            } else {
                BlockKind::Caption
            };
        }
    }
}

/// How far from its paragraph a caption may stand, in blocks.
const NEAR: usize = 12;

/// A line without a full stop and without quotations that says what a paragraph near it says is a caption.
fn echoes(text: &str, blocks: &mut [Block], title: Option<Span>) {
    // A writer who leaves out full stops tells nothing by it.
    let long = blocks.iter().filter(|b| b.span.len() >= 80).count();
    let stopped = blocks
        .iter()
        .filter(|b| b.span.len() >= 80 && !is_unstopped(b.span.of(text)))
        .count();
    if stopped * 2 < long {
        return;
    }
    let mut sets: Vec<Option<Vec<u32>>> = vec![None; blocks.len()];
    for at in 0..blocks.len() {
        let words = blocks[at].span.of(text);
        let fits = blocks[at].kind == BlockKind::Paragraph
            && title != Some(blocks[at].span)
            && (50..=400).contains(&words.len())
            && is_unstopped(words)
            && !words.contains(['"', '“', '‘']);
        if !fits {
            continue;
        }
        let own = content_words(words);
        let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(blocks.len());
        let echoed = shows(words)
            || own.len() >= 5
                && near.into_iter().any(|other| {
                    if other == at
                        || blocks[other].kind != BlockKind::Paragraph
                        || is_unstopped(blocks[other].span.of(text))
                    {
                        return false;
                    }
                    let set = sets[other].get_or_insert_with(|| content_words(blocks[other].span.of(text)));
                    let shared = own.iter().filter(|word| set.binary_search(word).is_ok()).count();
                    shared * 10 >= own.len() * 6
                });
        if echoed {
            blocks[at].kind = BlockKind::Caption;
        }
    }
}

/// Whether `words` end without a mark that ends a sentence.
fn is_unstopped(words: &str) -> bool {
    words.ends_with(|c: char| c.is_alphanumeric() || c == ')' || c == '\'' || c == '’')
        && !words.ends_with(".'")
        && !words.ends_with(".’")
}

/// Whether `words` point into a picture.
fn shows(words: &str) -> bool {
    [
        "(pictured",
        ", pictured",
        "pictured:",
        "(left)",
        "(right)",
        "(above)",
        ", left,",
        ", right,",
        "; seen in",
        ", seen in",
        ", seen here",
    ]
    .iter()
    .any(|sign| words.contains(sign))
}

/// The longer words, hashed and sorted, each once.
fn content_words(words: &str) -> Vec<u32> {
    let mut all: Vec<u32> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() >= 4)
        .take(200)
        .map(|w| fingerprint(w) as u32)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn first_sentence(words: &str) -> &str {
    let end = words.find(". ").unwrap_or(words.len());
    if end < 40 {
        words
    } else {
        words.get(..end).unwrap_or(words)
    }
}

/// The letters and digits, whatever their case and the marks between them: of a long stretch its first hundred bytes
/// and its last.
fn fingerprint(words: &str) -> u64 {
    const ENDS: usize = 100;
    let bytes = words.as_bytes();
    let head = bytes.get(..ENDS).unwrap_or(bytes);
    let tail = bytes
        .get(bytes.len().saturating_sub(ENDS).max(head.len())..)
        .unwrap_or_default();
    head.iter()
        .chain(tail)
        .filter(|b| b.is_ascii_alphanumeric() || **b >= 0x80)
        .fold(0xcbf2_9ce4_8422_2325, |sum, b| {
            (sum ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
        })
}
