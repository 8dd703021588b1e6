//! A lenient walk through markup of any quality, one tag or text at a time.
//!
//! It builds no tree and never recurses, so that depth costs nothing and time grows with the length alone.

use std::borrow::Cow;

use memchr::{memchr, memmem};

use super::entity::unescape;

/// One step through markup.
#[derive(Debug)]
pub(crate) enum Step<'a> {
    /// Words between tags, entities not yet resolved.
    Text(&'a str),
    /// The words of a CDATA section, which hold no entities.
    Verbatim(&'a str),
    /// An opening tag.
    Open(Tag<'a>),
    /// A closing tag's name, in lower case.
    Close(Cow<'a, str>),
}

/// An opening tag.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    /// The name, in lower case.
    pub name: Cow<'a, str>,
    /// All behind the name, without the `>`.
    rest: &'a str,
}

impl Tag<'_> {
    /// The value of attribute `wanted` (lower case), entities resolved.
    pub(crate) fn attribute(&self, wanted: &str) -> Option<String> {
        attributes(self.rest)
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            .map(|(_, value)| unescape(value).into_owned())
    }

    /// Whether it closes itself: `<br/>`.
    pub(crate) fn closes_itself(&self) -> bool {
        self.rest.ends_with('/')
    }
}

/// The attributes of a tag, as name and raw value.
fn attributes(rest: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut left = rest;
    std::iter::from_fn(move || {
        left = left.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if left.is_empty() {
            return None;
        }
        let end = left
            .char_indices()
            .skip(1)
            .find(|&(_, c)| c == '=' || c == '/' || c.is_ascii_whitespace())
            .map_or(left.len(), |(at, _)| at);
        let (name, after) = left.split_at(end);
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
            left = after;
            return Some((name, ""));
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = value.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            _ => value.split_at(
                value
                    .find(|c: char| c.is_ascii_whitespace())
                    .unwrap_or(value.len()),
            ),
        };
        left = after;
        Some((name, value))
    })
}

/// Walks through markup, one tag or text at a time.
#[derive(Clone, Debug)]
pub(crate) struct Walk<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Walk<'a> {
    pub(crate) const fn new(source: &'a str) -> Self {
        Self { source, at: 0 }
    }

    /// Bytes of the source already read.
    pub(crate) const fn offset(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Skips to behind the closing tag of `name` and gives what stood before it, as it is.
    pub(crate) fn raw_until_close(&mut self, name: &str) -> &'a str {
        let start = self.at;
        let bytes = self.source.as_bytes();
        let mut from = self.at;
        while let Some(found) = memmem::find(bytes.get(from..).unwrap_or_default(), b"</") {
            let open = from + found;
            let tail = bytes.get(open + 2..).unwrap_or_default();
            if tail
                .get(..name.len())
                .is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
                && tail.get(name.len()).is_none_or(|b| !b.is_ascii_alphanumeric())
            {
                let end =
                    memchr(b'>', bytes.get(open..).unwrap_or_default()).map_or(bytes.len(), |n| open + n + 1);
                self.at = end;
                return self.source.get(start..open).unwrap_or_default();
            }
            from = open + 2;
        }
        self.at = bytes.len();
        self.source.get(start..).unwrap_or_default()
    }

    /// The text up to the next `<` that opens a tag.
    fn text(&mut self) -> &'a str {
        let bytes = self.source.as_bytes();
        let start = self.at;
        let mut from = start;
        loop {
            let Some(found) = memchr(b'<', bytes.get(from..).unwrap_or_default()) else {
                self.at = bytes.len();
                break;
            };
            let at = from + found;
            if opens_tag(bytes, at) {
                self.at = at;
                break;
            }
            from = at + 1;
        }
        self.source.get(start..self.at).unwrap_or_default()
    }

    /// Skips behind `mark`, or to the end.
    fn skip_past(&mut self, mark: &str) -> &'a str {
        let rest = self.rest();
        let end = memmem::find(rest.as_bytes(), mark.as_bytes());
        self.at += end.map_or(rest.len(), |n| n + mark.len());
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    }
}

/// Whether the `<` at `at` begins a tag, a comment or a declaration.
fn opens_tag(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at + 1) {
        Some(b'/') => bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic),
        Some(b) => b.is_ascii_alphabetic() || matches!(b, b'!' | b'?'),
        None => false,
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return None;
            }
            if !rest.starts_with('<') || !opens_tag(self.source.as_bytes(), self.at) {
                return Some(Step::Text(self.text()));
            }
            if rest.starts_with("<!--") {
                self.at += 4;
                self.skip_past("-->");
            } else if rest.starts_with("<![CDATA[") {
                self.at += 9;
                return Some(Step::Verbatim(self.skip_past("]]>")));
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                let declaration = self.skip_past(">");
                // Behind `[` come declarations of the document's own, up to `]>`; none of them is followed.
                let doctype = declaration
                    .get(..9)
                    .is_some_and(|d| d.eq_ignore_ascii_case("<!doctype"));
                if doctype && declaration.contains('[') && !declaration.ends_with(']') {
                    self.skip_past("]>");
                }
            } else {
                let end = tag_end(rest);
                self.at += end.saturating_add(1).min(rest.len());
                let inner = rest.get(1..end).unwrap_or_default();
                if let Some(name) = inner.strip_prefix('/') {
                    return Some(Step::Close(lower(name_of(name))));
                }
                let name = name_of(inner);
                return Some(Step::Open(Tag {
                    name: lower(name),
                    rest: inner.get(name.len()..).unwrap_or_default(),
                }));
            }
        }
    }
}

fn name_of(inner: &str) -> &str {
    let end = inner
        .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')
        .unwrap_or(inner.len());
    inner.get(..end).unwrap_or_default()
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// The longest tag whose quoted values may hide a `>`; behind it a quotation mark is taken for a stray one.
const LONGEST_TAG: usize = 1 << 20;

/// Byte of the `>` that ends the tag which `rest` begins with; values in quotes may hold one.
fn tag_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let window = bytes.get(..LONGEST_TAG.min(bytes.len())).unwrap_or_default();
    let mut at = 1;
    let mut value_next = false;
    while let Some(&b) = window.get(at) {
        match b {
            b'>' => return at,
            b'"' | b'\'' if value_next => {
                let Some(close) = memchr(b, window.get(at + 1..).unwrap_or_default()) else {
                    break;
                };
                at += close + 1;
                value_next = false;
            }
            b'=' => value_next = true,
            b if b.is_ascii_whitespace() => {}
            _ => value_next = false,
        }
        at += 1;
    }
    memchr(b'>', bytes).unwrap_or(bytes.len())
}

/// Elements whose inside is never words of an article.
pub(crate) const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button",
    "textarea", "audio", "video", "canvas", "title",
];

/// Elements that begin and end a block.
pub(crate) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];
