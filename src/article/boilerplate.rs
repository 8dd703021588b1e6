//! What stands on a page beside its article: links to others, credits, requests to share, captions.
//!
//! It stays readable but nothing is read out of it, so a paragraph is only marked where its form leaves no doubt: a
//! fixed phrase that opens or fills it, a credit in brackets, or words that stand in another paragraph already.

use std::collections::HashSet;

use super::{Article, Block, BlockKind, Form, direction};
use crate::span::Span;

/// Marks the boilerplate and captions among the blocks of `article`.
pub(super) fn mark(article: &mut Article) {
    let text = article.text.as_str();
    let spoken = article.blocks.iter().any(|b| b.label.is_some());
    let mut trailing = false;
    for block in &mut article.blocks {
        if !matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading
        ) {
            continue;
        }
        if article.title_span == Some(block.span) {
            continue;
        }
        let words = block.span.of(text);
        // A list of links follows a bare "Read more:".
        if trailing && words.len() <= 200 && !words.ends_with('.') {
            block.kind = BlockKind::Boilerplate;
            continue;
        }
        trailing = false;
        // Summaries that news collections set behind the text.
        if words == "@highlight" {
            block.kind = BlockKind::Boilerplate;
            trailing = true;
            continue;
        }
        if is_junk(words) {
            block.kind = BlockKind::Boilerplate;
            trailing = words.len() <= 24 && words.ends_with(':');
        } else if !spoken && is_caption(words) {
            block.kind = BlockKind::Caption;
        }
    }
    subheads(text, &mut article.blocks);
    if !spoken {
        rubrics(text, &mut article.blocks);
        repeated(text, &mut article.blocks, article.title_span);
        if article.origin.form == Form::Text {
            echoes(text, &mut article.blocks, article.title_span);
        }
    }
}

/// Openings in lower case that only links, notices and requests have.
const OPENINGS: &[&str] = &[
    "scroll down for video",
    "read more:",
    "read more about",
    "read also:",
    "also read:",
    "related:",
    "related stories",
    "related articles",
    "see also:",
    "see more:",
    "watch:",
    "watch below:",
    "watch live:",
    "watch now:",
    "watch |",
    "watch more",
    "listen:",
    "listen |",
    "read |",
    "photos:",
    "gallery:",
    "more:",
    "click here",
    "sign up",
    "subscribe",
    "follow us",
    "follow @",
    "share this",
    "share on",
    "share your",
    "tap here",
    "download our",
    "download the",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "by continuing to use",
    "accept cookies",
    "cookie policy",
    "story continues below",
    "article continues below",
    "continue reading",
    "advertisement",
    "[ad_",
    "sponsored",
    "newsletter",
    "(reporting by",
    "(additional reporting",
    "(editing by",
    "(writing by",
    "(with files from",
    "(with agency",
    "(with inputs",
    "(with reporting",
    "reporting by ",
    "additional reporting by",
    "editing by ",
    "with files from",
    "with a file from",
    "associated press writer",
    "associated press writers",
    "the associated press contributed",
    "all rights reserved",
    "copyright ",
    "© ",
    "(c) ",
    "this material may not be published",
    "join the conversation",
    "comments are closed",
    "leave a comment",
    "show comments",
    "view comments",
    "send tips",
    "have a story",
    "do you have",
    "contact the writer",
    "contact us",
    "e-mail:",
    "email:",
    "• email:",
    "press enquiries",
    "media enquiries",
    "out of hours",
    "switchboard",
    "you may also like",
    "most popular",
    "trending",
    "recommended",
    "more from",
    "more on this",
    "latest news",
    "breaking news alerts",
    "for more information",
    "want more",
    "like us on",
    "tweet ",
    "pin it",
    "print this",
    "email this",
    "find out more",
    "top stories",
    "see also",
    "relevant reading:",
    "[video",
    "[photos",
    "[gallery",
    "[interactive",
    "[read",
    "[also",
    "[watch",
    "enter your email",
    "thank you for reading",
    "thanks for reading",
    "contributing:",
    "this is a rush transcript",
    "download scientific",
    "our standards:",
    "opens new tab",
    "this story has been",
    "this article has been",
    "this article was originally",
    "this story was originally",
];

/// Whole paragraphs that are one word or phrase of a page's furniture.
const WHOLE: &[&str] = &[
    "photo",
    "photos",
    "video",
    "image",
    "share",
    "tweet",
    "print",
    "email",
    "comments",
    "comment",
    "advertisement",
    "related",
    "source",
    "loading",
    "loading...",
    "facebook",
    "twitter",
    "whatsapp",
    "reddit",
    "pinterest",
    "linkedin",
    "copy link",
    "save",
    "close",
    "menu",
    "skip to content",
    "back to top",
    "next",
    "previous",
    "play",
    "pause",
    "mute",
    "unmute",
    "embed",
    "transcript",
    "highlights",
    "key points",
    "story highlights",
    "live updates",
    "read full story",
    "(with agency inputs)",
    "ends",
    "###",
    "-30-",
    "---",
    "***",
    "notes to editors",
    "notes to editors:",
    "tags",
    "topics",
];

/// Whether a line tells how to reach somebody, or when a release may be used.
pub(super) fn is_contact(words: &str) -> bool {
    const LINES: &[&str] = &[
        "contact:",
        "contacts:",
        "media contact",
        "press contact",
        "phone:",
        "tel:",
        "tel.:",
        "telephone:",
        "fax:",
        "email:",
        "e-mail:",
        "embargoed until",
        "release no",
        "not for release",
        "for release",
        "for immediate release",
        "immediate release",
        "for further information",
    ];
    let head = words
        .get(..30.min(words.len()))
        .unwrap_or_default()
        .to_ascii_lowercase();
    words.len() <= 120 && LINES.iter().any(|line| head.starts_with(line))
}

fn is_junk(words: &str) -> bool {
    if words.len() <= 120
        && words.starts_with(['C', 'M', 'P', 'T', 'F', 'E', 'R', 'N', 'I'])
        && is_contact(words)
    {
        return true;
    }
    if direction::is_rule(words) || direction::is_end(words) {
        return true;
    }
    let mut head = [0_u8; 40];
    let mut length = 0;
    for (slot, byte) in head.iter_mut().zip(words.bytes()) {
        *slot = byte.to_ascii_lowercase();
        length += 1;
    }
    let head = head.get(..length).unwrap_or_default();
    let first = head.first().copied();
    if words.len() <= 40
        && WHOLE
            .iter()
            .any(|whole| whole.as_bytes().first().copied() == first && whole.as_bytes() == head)
    {
        return true;
    }
    // A long paragraph, or one with quotations, is the article's even where it begins like a link.
    if words.len() > 420 {
        return false;
    }
    let opening = OPENINGS
        .iter()
        .find(|opening| opening.as_bytes().first().copied() == first && head.starts_with(opening.as_bytes()));
    if let Some(opening) = opening {
        let bracketed = opening.starts_with(['(', '[']);
        return bracketed || !holds_speech(words) && (words.len() <= 300 || opening.contains("cookie"));
    }
    match words.chars().next() {
        Some('#' | '@') => words.len() <= 300 && words.contains("pic.twitter.com/"),
        Some('—') => words.starts_with("— ") && words.contains("(@"),
        Some('h') => words.starts_with("http") && !words.contains(' '),
        _ => false,
    }
}

/// Whether a quotation and a word of saying stand in it.
fn holds_speech(words: &str) -> bool {
    words.contains(['"', '“', '‘'])
        && ["said", "says", "told", "added", "asked", "wrote"]
            .iter()
            .any(|verb| words.contains(verb))
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
fn is_caption(words: &str) -> bool {
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

/// Short lines over longer paragraphs are headings: `Losses`, `'It came from nowhere'`.
fn subheads(text: &str, blocks: &mut [Block]) {
    for at in 0..blocks.len() {
        let Some([block, next]) = blocks.get(at..at + 2) else {
            return;
        };
        let words = block.span.of(text);
        let below = next.span.of(text);
        let short = words.len() <= 64 && words.split_whitespace().count() <= 9;
        let prose = next.kind == BlockKind::Paragraph && below.len() >= 80 && below.len() > words.len() * 2;
        if block.kind == BlockKind::Paragraph
            && short
            && prose
            && words.starts_with(|c: char| c.is_uppercase() || "'\"‘“".contains(c))
            && words.ends_with(|c: char| c.is_alphanumeric() || "'\"’”?".contains(c))
            && !holds_speech(words)
            && !words.contains([',', ':', ';'])
        {
            blocks[at].kind = BlockKind::Heading;
        }
    }
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
    let stopped = blocks.iter().filter(|b| !is_unstopped(b.span.of(text))).count();
    if stopped * 10 < blocks.len() * 5 {
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

/// The letters and digits, whatever their case and the marks between them.
fn fingerprint(words: &str) -> u64 {
    words
        .bytes()
        .filter(|b| b.is_ascii_alphanumeric() || *b >= 0x80)
        .fold(0xcbf2_9ce4_8422_2325, |sum, b| {
            (sum ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
        })
}

#[cfg(test)]
mod tests {
    use crate::article::{Place, parse};
    use crate::source::SourceText;

    #[test]
    fn furniture_is_marked_and_the_article_is_not() {
        let cases = [
            ("Scroll down for video", "boilerplate"),
            ("READ MORE: The long way home", "boilerplate"),
            ("WATCH | The ferries leave", "boilerplate"),
            ("(Reporting by Ada Orne; Editing by Ben Holt)", "boilerplate"),
            (
                "We use cookies to give you the best experience on this site.",
                "boilerplate",
            ),
            ("[ad_1]", "boilerplate"),
            ("Photo", "boilerplate"),
            ("Story continues below advertisement", "boilerplate"),
            ("With files from Ada Orne", "boilerplate"),
            ("The ferry leaves Norland. (AFP/Getty Images)", "caption"),
            ("FILE PHOTO: A ferry leaves Norland. REUTERS/Ada Orne", "caption"),
            ("Open this photo in gallery A ferry leaves", "caption"),
            (
                "“Share this burden with us,” Orne said on Monday to the crowd.",
                "paragraph",
            ),
            (
                "Sign up, she told them, or “stay at home,” and most of them said no.",
                "paragraph",
            ),
            ("The ferry leaves (as it always did).", "paragraph"),
        ];
        for (line, kind) in cases {
            let text = format!(
                "Ferries sail for Norland\n\nThe ferries left on Monday. Nobody was hurt.\n\n{line}\n\nThey will come back one day."
            );
            let article = parse(SourceText::new(Place::Stdin, text.as_str()), None).unwrap();
            let at = article.block_at(text.find(line).unwrap()).unwrap();
            assert_eq!(article.blocks[at].kind.name(), kind, "{line}");
        }
    }

    #[test]
    fn a_caption_that_repeats_a_paragraph_counts_once() {
        let said = "'The ferries will sail tomorrow whatever the weather,' Orne said";
        let text = format!(
            "Ferries sail for Norland\n\n{said}.\n\nNobody was hurt at all.\n\n{said}\n\nThe end came soon after that."
        );
        let article = parse(SourceText::new(Place::Stdin, text), None).unwrap();
        let kinds: Vec<_> = article.blocks.iter().map(|b| b.kind.is_content()).collect();
        assert_eq!(kinds, [true, true, true, false, true]);
    }
}
