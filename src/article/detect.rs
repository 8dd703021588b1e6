//! Which form an input has: by its content, and by its name only where the content leaves it open.

use super::html::Html;
use super::plain::Plain;
use super::{Form, Parser};
use crate::source::SourceText;

/// The parsers, the plain ones last: they read anything.
const PARSERS: &[&dyn Parser] = &[&Html, &Plain::TRANSCRIPT, &Plain::TEXT];

/// The form whose parser is surest; what nobody claims is plain text. Whether plain text is a transcript is seen only
/// while it is parsed.
pub fn detect(source: &SourceText) -> Form {
    let mut best = (0, Form::Text);
    for parser in PARSERS {
        let sure = parser.sniff(source);
        if sure > best.0 {
            best = (sure, parser.form());
        }
    }
    best.1
}

/// The parser of `form`.
pub fn parser_for(form: Form) -> &'static dyn Parser {
    PARSERS
        .iter()
        .find(|parser| parser.form() == form)
        .copied()
        .unwrap_or(&Plain::TEXT)
}

/// How much of the beginning is looked at to tell the form.
const HEAD: usize = 16 * 1024;

/// The beginning of the text without white space before it.
fn head(source: &SourceText) -> &str {
    let text = source
        .text
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut end = HEAD.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// How surely the text is a page: by its root or head, by block elements, and at last by its name.
pub(super) fn html(source: &SourceText) -> u8 {
    let head = head(source).to_ascii_lowercase();
    if !head.starts_with('<') {
        return 0;
    }
    let marks = ["<!doctype html", "<html", "<head", "<body"];
    if marks.iter().any(|m| head.contains(m)) {
        return 80;
    }
    let blocks = [
        "<p>", "<p ", "<div", "<h1", "<pre", "<article", "<br", "<table", "<section",
    ];
    if head.starts_with("<?xml") {
        return 0;
    }
    if blocks.iter().any(|m| head.contains(m)) {
        return 50;
    }
    u8::from(named(
        source,
        &["html", "htm", "xhtml"],
        &["text/html", "application/xhtml+xml"],
    )) * 40
}

/// Whether the file's name or the server's media type says so.
fn named(source: &SourceText, extensions: &[&str], types: &[&str]) -> bool {
    let hint = &source.hint;
    hint.extension.as_deref().is_some_and(|e| extensions.contains(&e))
        || hint.content_type.as_deref().is_some_and(|t| types.contains(&t))
}
