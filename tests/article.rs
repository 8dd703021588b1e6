//! What holds for every text, however strange: offsets, order and the text itself.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing it did not expect"
)]

use briefing::article::{Article, Form, Place, parse};
use briefing::clean::Clean;
use briefing::source::SourceText;
use proptest::prelude::*;
use std::fmt::Write as _;

/// Lines that mean something to the parser, and pieces that may come between.
const PIECES: &[&str] = &[
    "MR. ORNE:  Good day.",
    "Q    Where to?",
    "Q: When?",
    "QUESTION: Who?",
    "Ada Orne: We sail.",
    "President of Norland Ben Holt: You do.",
    "  Mr. ORNE. Mr. Speaker, I rise.",
    "Senator Orne. Thank you.",
    "Ada Orne",
    "(Laughter.)",
    "[[Page H100]]",
    "1:05 P.M. EST",
    "END 1:20 P.M. EST",
    "###",
    "Scroll down for video",
    "READ MORE: The long way",
    "WASHINGTON, Feb. 2 (Agency) — Troops left.",
    "By Ada Orne",
    "February 2, 2022",
    "PUBLISHED: 10:00 EST, 3 February 2022",
    "- one item",
    "2. another",
    "THE FERRIES",
    "“We go,” she said. ‘And’ then... U.S. Army Lt. Col. Orne left at 5 p.m. Then it rained",
    "the lower line goes on",
    "naïve café 渡轮 Паром \u{200d}",
    "\u{a0}\u{a0}indented",
    "\u{1b}[31mred\u{7}",
    "\u{202e}turned",
    "\r",
    "\t",
    "",
    " ",
    ".",
    "…",
    "?\"",
    ":",
    "(",
    ")",
    "Note: this",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,40}",
        1 => any::<String>(),
    ];
    let end = prop::sample::select(&["\n", "\n\n", "\n\n\n", " ", "", "\r\n"][..]);
    prop::collection::vec((piece, end), 0..40)
        .prop_map(|parts| parts.into_iter().map(|(piece, end)| piece + end).collect())
}

fn sound(article: &Article) {
    let text = article.text.as_str();
    let mut end = 0;
    let mut next = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        assert!(block.span.start() >= end, "blocks overlap or are out of order");
        assert!(
            !block.span.of(text).trim().is_empty(),
            "an empty block, or one off a character's boundary"
        );
        end = block.span.end();
        if let Some(label) = block.label {
            assert!(block.span.contains(label), "a label outside its block");
            assert!(!label.of(text).is_empty());
        }
        assert_eq!(
            block.sentences.start, next,
            "sentences of blocks follow each other"
        );
        next = block.sentences.end;
        let mut from = block
            .label
            .map_or_else(|| block.span.start(), briefing::span::Span::end);
        for number in block.sentences.clone() {
            let sentence = article.sentences[number as usize];
            assert_eq!(sentence.block as usize, index);
            assert!(sentence.span.start() >= from && sentence.span.end() <= end);
            let words = sentence.span.of(text);
            assert!(!words.is_empty() && words.trim() == words, "{words:?}");
            from = sentence.span.end();
        }
    }
    assert_eq!(next as usize, article.sentences.len());
    for span in [article.title_span, article.dateline.as_ref().map(|d| d.span)]
        .into_iter()
        .flatten()
    {
        assert!(!span.of(text).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_keeps_its_characters_and_its_order(raw in text()) {
        for form in [Form::Text, Form::Transcript] {
            let article = parse(SourceText::new(Place::Stdin, raw.clone()), Some(form)).expect("plain text always opens");
            let clean = Clean::new(raw.clone());
            prop_assert_eq!(article.text.as_str(), clean.as_str());
            sound(&article);
        }
    }

    #[test]
    fn every_form_that_opens_is_sound(raw in text()) {
        if let Ok(article) = parse(SourceText::new(Place::Stdin, raw), None) {
            sound(&article);
        }
    }
}

#[test]
fn hostile_texts_open_at_once() {
    let cases = [
        "(".repeat(1_000_000),
        "\"".repeat(1_000_000),
        "a".to_owned() + &"\n".repeat(1_000_000),
        "word ".repeat(200_000),
        "A: ".repeat(300_000),
        "Ada Orne\n".repeat(20_000),
        "MR. ORNE: Yes.\n".repeat(20_000),
        "U.S. ".repeat(100_000),
        "(a\n".repeat(100_000),
        "\u{a0}".repeat(300_000),
    ];
    for text in cases {
        let begin = std::time::Instant::now();
        let article = parse(SourceText::new(Place::Stdin, text.clone()), Some(Form::Text))
            .expect("plain text always opens");
        sound(&article);
        let spent = begin.elapsed().as_secs();
        assert!(
            spent < 20,
            "{} took {spent} s",
            text.chars().take(12).collect::<String>()
        );
    }
}

/// Kind, label and first words of every block, a line each.
fn outline(article: &Article) -> String {
    let mut lines = String::new();
    for block in &article.blocks {
        let label = block.label.map_or("", |label| article.words(label));
        let first = article
            .sentences
            .get(block.sentences.start as usize)
            .filter(|_| !block.sentences.is_empty())
            .map_or("", |sentence| article.words(sentence.span));
        let words: String = first
            .chars()
            .take(40)
            .map(|c| if c == '\n' { ' ' } else { c })
            .collect();
        let _ = writeln!(lines, "{} [{label}] {words}", block.kind.name());
    }
    lines
}

/// Each text under `tests/fixtures/<folder>` has its outline beside it, checked by hand; `BRIEFING_BLESS=1` writes them
/// anew. Returns how many there are.
fn outlines_hold(folder: &str, form: Form) -> usize {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut seen = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        seen += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let article = parse(SourceText::new(Place::Stdin, text), None).unwrap();
        assert_eq!(article.origin.form, form, "{}", path.display());
        let got = outline(&article);
        let beside = path.with_extension("outline");
        if std::env::var_os("BRIEFING_BLESS").is_some() {
            std::fs::write(&beside, &got).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap();
        assert_eq!(got, expected, "{}", path.display());
    }
    seen
}

#[test]
fn every_shape_of_label_is_read() {
    assert!(outlines_hold("transcripts", Form::Transcript) >= 13);
}

#[test]
fn what_stands_beside_an_article_is_left_out() {
    assert!(outlines_hold("news", Form::Text) >= 7);
}
