//! What stands on a page beside its article: links to others, credits, requests to share, captions.
//!
//! It stays readable but nothing is read out of it, so a paragraph is only marked where its form leaves no doubt: a
//! fixed phrase that opens or fills it, a credit in brackets, or words that stand in another paragraph already.

use super::{Article, Block, BlockKind, Form, caption, direction};

/// Marks the boilerplate and captions among the blocks of `article`.
pub(super) fn mark(article: &mut Article) {
    let text = article.text.as_str();
    let spoken = article.blocks.iter().any(|b| b.label.is_some());
    let mut trailing = 0;
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
        // A list of links follows a bare "Read more:" or "Related articles".
        if trailing > 0 && words.len() <= 200 && !words.ends_with('.') && !holds_speech(words) {
            block.kind = BlockKind::Boilerplate;
            trailing -= 1;
            continue;
        }
        trailing = 0;
        // Summaries that news collections set behind the text.
        if words == "@highlight" {
            block.kind = BlockKind::Boilerplate;
            trailing = 1;
            continue;
        }
        if is_junk(words) {
            block.kind = BlockKind::Boilerplate;
            trailing = if heads_links(words) { LINKS } else { 0 };
        } else if !spoken && caption::is_caption(words) {
            block.kind = BlockKind::Caption;
        }
    }
    subheads(text, &mut article.blocks);
    if !spoken {
        other_headlines(text, &mut article.blocks);
        let echoing = article.origin.form == Form::Text;
        caption::mark(text, &mut article.blocks, article.title_span, echoing);
    }
}

/// Marks a list of headlines behind the last paragraph: the page's other stories.
fn other_headlines(text: &str, blocks: &mut [Block]) {
    let is_headline = |block: &Block| {
        let words = block.span.of(text);
        let long = words.split_whitespace().filter(|w| w.chars().count() > 3);
        let (capitals, all) = long.fold((0, 0), |(capitals, all), word| {
            let capital = word
                .trim_start_matches(['‘', '’', '“', '\'', '"', '('])
                .starts_with(char::is_uppercase);
            (capitals + usize::from(capital), all + 1)
        });
        block.kind == BlockKind::ListItem
            && !words.ends_with(['.', ';', ':'])
            && all >= 3
            && capitals * 10 >= all * 7
    };
    let tail = |block: &&Block| is_headline(block) || block.kind == BlockKind::Boilerplate;
    let length = blocks.iter().rev().take_while(tail).count();
    let start = blocks.len() - length;
    let Some(list) = blocks.get_mut(start..) else {
        return;
    };
    if list
        .iter()
        .filter(|block| block.kind == BlockKind::ListItem)
        .count()
        >= FEWEST_HEADLINES
    {
        for block in list {
            block.kind = BlockKind::Boilerplate;
        }
    }
}

/// A shorter list at the end may be the article's own.
const FEWEST_HEADLINES: usize = 4;

/// How many links may follow what heads them.
const LINKS: usize = 8;

/// Whether a line stands over a list of links.
fn heads_links(words: &str) -> bool {
    words.len() <= 40 && words.ends_with(':')
        || words.len() <= 24
            && [
                "related articles",
                "related topics",
                "related stories",
                "most read",
                "more on this story",
                "see also",
            ]
            .iter()
            .any(|head| words.eq_ignore_ascii_case(head))
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
    "register now for",
    "newyou can now",
    "this video can not",
    "media playback is",
    "share or comment on",
    "most watched",
    "we and our partners",
    "around the bbc",
    "download scientific",
    "our standards:",
    "opens new tab",
    "this story has been",
    "this article has been",
    "this article was originally",
    "this story was originally",
    "skip to main content",
    "skip to navigation",
    "your browser does not support",
    "main image credit",
    "image credit",
    "show me more content",
    "additional reporting:",
    "slideshow (",
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
    "ad feedback",
    "video ad feedback",
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
    "flipboard",
    "register",
    "source link",
    "about sharing",
    "related topics",
    "e-mail",
    "published",
    "published:",
    "updated",
    "updated:",
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

/// Whether a paragraph is a page's furniture by its own words.
pub(super) fn is_junk(words: &str) -> bool {
    if words.len() <= 120
        && words.starts_with(['C', 'M', 'P', 'T', 'F', 'E', 'R', 'N', 'I'])
        && is_contact(words)
    {
        return true;
    }
    if direction::is_rule(words) || direction::is_end(words) || is_count(words) || is_player(words) {
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
        _ => words.len() <= 240 && words.contains('@') && words.contains("ollow h"),
    }
}

/// `02:12 - Source: ABC`, `4 min read`, and a teaser that ends in its link's `Read more`.
fn is_player(words: &str) -> bool {
    if words.len() > 140 {
        return false;
    }
    if words.ends_with("Read more") {
        return true;
    }
    let digits = words
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b':')
        .count();
    let rest = words.get(digits..).unwrap_or_default().trim_start();
    let opens = |head: &str| {
        rest.get(..head.len())
            .is_some_and(|h| h.eq_ignore_ascii_case(head))
    };
    digits > 0
        && (opens("- source:")
            || (rest.len() <= 12
                && ["min read", "minute read", "minutes read"]
                    .iter()
                    .any(|h| opens(h))))
}

/// `213 shares`, `54 View comments`, `1`, `|`
fn is_count(words: &str) -> bool {
    if words.len() > 24 {
        return false;
    }
    let digits = words
        .bytes()
        .take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
        .count();
    let rest = words
        .get(digits..)
        .unwrap_or_default()
        .trim_start_matches('k')
        .trim();
    match rest.to_ascii_lowercase().as_str() {
        "" => words.len() <= 3,
        "|" | "·" | "•" => true,
        "shares" | "share" | "comments" | "comment" | "view comments" | "views" => digits > 0,
        _ => false,
    }
}

/// Whether a quotation and a word of saying stand in it.
pub(super) fn holds_speech(words: &str) -> bool {
    words.contains(['"', '“', '‘'])
        && ["said", "says", "told", "added", "asked", "wrote"]
            .iter()
            .any(|verb| words.contains(verb))
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
            ("Skip to main contentSkip to navigation", "boilerplate"),
            ("02:12 - Source: Orne TV", "boilerplate"),
            ("4 Min Read", "boilerplate"),
            ("How the ferries came to NorlandRead more", "boilerplate"),
            ("40 minutes later the last ferry left", "paragraph"),
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
    fn a_list_of_headlines_at_the_end_is_the_pages() {
        let ends = [
            ("Ferries Sail Again for the First Time Since May", "boilerplate"),
            ("one crane for the pier and two for the yard", "list_item"),
        ];
        for (item, kind) in ends {
            let text = format!(
                "---\ntitle: Ferries\n---\nThe ferries left on Monday.\n\n{}",
                format!("- {item}\n").repeat(5)
            );
            let article = parse(SourceText::new(Place::Stdin, text), None).unwrap();
            assert!(
                article.blocks.iter().skip(2).all(|b| b.kind.name() == kind),
                "{item}"
            );
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
