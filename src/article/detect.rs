//! Which form an input has: by its content, and by its name only where the content leaves it open.

use super::feed::Feed;
use super::html::Html;
use super::json::Json;
use super::markdown::Markdown;
use super::markup::{Step, Walk};
use super::plain::Plain;
use super::wire::Wire;
use super::{Form, Parser};
use crate::source::SourceText;

/// The parsers, the plain ones last: they read anything.
const PARSERS: &[&dyn Parser] = &[
    &Wire,
    &Feed,
    &Json,
    &Html,
    &Markdown,
    &Plain::TRANSCRIPT,
    &Plain::TEXT,
];

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

/// How surely the text is JSON: it opens as an object or list does, and goes on as one.
pub(super) fn json(source: &SourceText) -> u8 {
    let head = head(source);
    let Some(inside) = head.strip_prefix(['{', '[']).map(str::trim_start) else {
        return 0;
    };
    let object = head.starts_with('{');
    let goes_on = if object {
        inside.starts_with(['"', '}'])
    } else {
        inside.starts_with(['{', '[', ']', '"'])
    };
    if goes_on && (object || inside.starts_with(['{', '['])) {
        return 70;
    }
    let named = named(
        source,
        &["json", "jsonl", "ndjson", "jsonld"],
        &["application/json", "application/ld+json"],
    );
    u8::from(named && goes_on) * 60
}

/// How surely the text is a feed: by its root element, or JSON Feed's version.
pub(super) fn feed(source: &SourceText) -> u8 {
    let head = head(source);
    if head.starts_with('{') {
        return u8::from(head.contains("jsonfeed.org/version")) * 95;
    }
    let root = root(head);
    match root.rsplit(':').next().unwrap_or_default() {
        "rss" | "feed" | "channel" => 95,
        "rdf" => 90,
        _ => 0,
    }
}

/// How surely the text is of a wire service: by its root element, or the control characters of its frame.
pub(super) fn wire(source: &SourceText) -> u8 {
    let frame = source
        .text
        .trim_start_matches(['\u{16}', '\u{7f}', '\r', '\n', ' ', '\0']);
    if frame.starts_with('\u{1}') && head(source).contains('\u{2}') {
        return 95;
    }
    let root = root(head(source));
    match root.rsplit(':').next().unwrap_or_default() {
        "nitf" | "newsitem" | "newsmessage" | "packageitem" | "newsml" | "publicwhip" => 95,
        "html" | "body" | "head" | "" => 0,
        // Any other document in XML is read for its paragraphs.
        _ if head(source).starts_with("<?xml") => 40,
        _ => 0,
    }
}

/// The name of the first element, in lower case; nothing where the text opens with words.
fn root(head: &str) -> String {
    match Walk::new(head).find(|step| !matches!(step, Step::Text(words) if words.trim().is_empty())) {
        Some(Step::Open(tag)) => tag.name.into_owned(),
        _ => String::new(),
    }
}

/// How surely the text is Markdown: front matter, or several of its marks in lines of their own.
pub(super) fn markdown(source: &SourceText) -> u8 {
    let head = head(source);
    if ["---", "+++"].iter().any(|fence| front_matter(head, fence)) {
        return 85;
    }
    let (mut marks, mut rules) = (0, 0);
    for line in head.lines() {
        let hashes = line.bytes().take_while(|&b| b == b'#').count();
        let heading = (1..=6).contains(&hashes) && line.as_bytes().get(hashes) == Some(&b' ');
        let link = line.contains("](http");
        let strong = line.matches("**").count() >= 2;
        let rule = matches!(line.trim_end(), "---" | "***" | "```");
        marks += usize::from(heading) + usize::from(link) + usize::from(strong);
        rules += usize::from(rule);
    }
    // Plain text has rules of stars too.
    if marks > 0 {
        marks += rules;
    }
    let named = named(source, &["md", "markdown", "mdown", "mkd"], &["text/markdown"]);
    match (named, marks) {
        (true, _) => 60,
        (false, 0..=2) => 0,
        (false, _) => 45,
    }
}

/// Whether `head` opens with a fence and holds its end and a field between them, or ends at once.
fn front_matter(head: &str, fence: &str) -> bool {
    let mut lines = head.lines();
    if lines.next().map(str::trim_end) != Some(fence) {
        return false;
    }
    let mut fields = 0;
    for (at, line) in lines.take(400).enumerate() {
        if line.trim_end() == fence {
            return fields > 0 || at == 0;
        }
        fields += usize::from(line.contains(':') || line.contains('='));
    }
    false
}
