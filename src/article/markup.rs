//! A streaming reader of tags: markup of any quality to a flat list of pieces.
//!
//! It builds no tree and never recurses, so that depth costs nothing and time grows with the length alone. It reads
//! what a readability pass left of a page, the bodies inside feeds and JSON, and whole pages that are too deep or too
//! large for a tree.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem};
use quick_xml::escape::resolve_html5_entity;

use super::BlockKind;
use super::draft::Piece;

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

/// Resolves entities: the names of HTML5, numbers, and Windows-1252 numbers that old pages mean as such.
pub(crate) fn unescape(raw: &str) -> Cow<'_, str> {
    let Some(first) = memchr(b'&', raw.as_bytes()) else {
        return Cow::Borrowed(raw);
    };
    let (head, mut rest) = raw.split_at(first);
    let mut out = String::with_capacity(raw.len());
    out.push_str(head);
    while let Some(tail) = rest.strip_prefix('&') {
        let used = entity(tail, &mut out).unwrap_or_else(|| {
            out.push('&');
            0
        });
        let after = tail.get(used..).unwrap_or_default();
        let plain = memchr(b'&', after.as_bytes()).unwrap_or(after.len());
        let (words, next) = after.split_at(plain);
        out.push_str(words);
        rest = next;
    }
    Cow::Owned(out)
}

/// The longest name of an entity in HTML5 has 31 characters.
const LONGEST_ENTITY: usize = 32;

/// Writes the entity that `tail` (behind the `&`) begins with, and says how many bytes it took.
fn entity(tail: &str, out: &mut String) -> Option<usize> {
    let end = tail
        .bytes()
        .take(LONGEST_ENTITY + 1)
        .position(|b| !b.is_ascii_alphanumeric() && b != b'#')
        .unwrap_or_else(|| tail.len().min(LONGEST_ENTITY + 1));
    let name = tail.get(..end)?;
    let closed = tail.as_bytes().get(end) == Some(&b';');
    let used = end + usize::from(closed);
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        out.push(character(code.ok()?));
        return Some(used);
    }
    // Without the semicolon only the oldest names count, as in browsers.
    if !closed && !matches!(name, "amp" | "lt" | "gt" | "quot" | "nbsp" | "copy" | "reg") {
        return None;
    }
    out.push_str(resolve_html5_entity(name)?);
    Some(used)
}

/// The character that a numeric reference means: 128 to 159 are Windows-1252, as the HTML standard has it.
fn character(code: u32) -> char {
    if let Ok(byte @ 0x80..=0x9f) = u8::try_from(code) {
        let bytes = [byte];
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        return text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::from_u32(code)
        .filter(|&c| c != '\0')
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Characters U+0080 to U+009F as the Windows-1252 ones that are meant: readers of XML take their numbers at their word.
pub(crate) fn old_habits(text: &str) -> Cow<'_, str> {
    let is_c1 = |c: char| matches!(c, '\u{80}'..='\u{9f}');
    if !text.contains(is_c1) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .map(|c| if is_c1(c) { character(c as u32) } else { c })
            .collect(),
    )
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

/// Reads markup into pieces. `base` is the address of the page, against which links without a host are completed.
pub(crate) fn pieces(source: &str, base: Option<&str>) -> Vec<Piece> {
    let mut reader = Reader::new(base);
    let mut walk = Walk::new(source);
    while let Some(step) = walk.next() {
        match step {
            Step::Text(raw) => reader.words(&unescape(raw)),
            Step::Verbatim(words) => reader.words(words),
            Step::Open(tag) => {
                if SILENT.contains(&&*tag.name) && !tag.closes_itself() {
                    walk.raw_until_close(&tag.name);
                } else {
                    reader.open(&tag);
                }
            }
            Step::Close(name) => reader.close(&name),
        }
    }
    reader.finish()
}

/// The state of [`pieces`].
struct Reader<'a> {
    base: Option<&'a str>,
    pieces: Vec<Piece>,
    text: String,
    links: Vec<(Range<usize>, String)>,
    /// The link that is open: where it began and its address.
    link: Option<(usize, String)>,
    /// What the next words become.
    kind: BlockKind,
    pre: usize,
    caption: usize,
    item: usize,
    heading: bool,
    /// Where the bold type that opens the block ends: 0 while it is open.
    bold: Option<usize>,
}

impl<'a> Reader<'a> {
    const fn new(base: Option<&'a str>) -> Self {
        Self {
            base,
            pieces: Vec::new(),
            text: String::new(),
            links: Vec::new(),
            link: None,
            kind: BlockKind::Paragraph,
            pre: 0,
            caption: 0,
            item: 0,
            heading: false,
            bold: None,
        }
    }

    fn words(&mut self, words: &str) {
        if self.pre > 0 {
            self.text.push_str(words);
            return;
        }
        for c in words.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n', '\t']) {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
            }
        }
    }

    fn open(&mut self, tag: &Tag) {
        let name = &*tag.name;
        match name {
            "br" => self.line_break(),
            "a" => {
                self.end_link();
                let address = tag.attribute("href").and_then(|href| absolute(&href, self.base));
                self.link = address.map(|url| (self.text.len(), url));
            }
            "td" | "th" if !self.text.trim().is_empty() => {
                while self.text.ends_with(' ') {
                    self.text.pop();
                }
                self.text.push('\t');
            }
            "q" => self.text.push('“'),
            "b" | "strong" if self.text.trim().is_empty() => self.bold = Some(0),
            _ if BLOCKS.contains(&name) => {
                self.flush();
                match name {
                    "pre" => self.pre += 1,
                    "figcaption" | "caption" => self.caption += 1,
                    "li" => self.item += 1,
                    "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = true,
                    _ => {}
                }
                self.settle();
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" => self.end_link(),
            "q" => self.text.push('”'),
            "b" | "strong" if self.bold == Some(0) => self.bold = Some(self.text.len()),
            "br" => self.line_break(),
            _ if BLOCKS.contains(&name) => {
                self.flush();
                match name {
                    "pre" => self.pre = self.pre.saturating_sub(1),
                    "figcaption" | "caption" => self.caption = self.caption.saturating_sub(1),
                    // A list item may be left open; what ends the list ends its items.
                    "ul" | "ol" | "menu" | "dir" => self.item = 0,
                    "li" => self.item = self.item.saturating_sub(1),
                    "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = false,
                    _ => {}
                }
                self.settle();
            }
            _ => {}
        }
    }

    /// What the next words become, by what is open around them.
    const fn settle(&mut self) {
        self.kind = if self.caption > 0 {
            BlockKind::Caption
        } else if self.heading {
            BlockKind::Heading
        } else if self.item > 0 {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
    }

    fn line_break(&mut self) {
        if self.pre == 0 {
            while self.text.ends_with(' ') {
                self.text.pop();
            }
        }
        self.text.push('\n');
    }

    fn end_link(&mut self) {
        if let Some((start, url)) = self.link.take()
            && self.text.len() > start
        {
            self.links.push((start..self.text.len(), url));
        }
    }

    fn flush(&mut self) {
        let open = self.link.take();
        if let Some((start, url)) = &open
            && self.text.len() > *start
        {
            self.links.push((*start..self.text.len(), url.clone()));
        }
        // A link around several blocks goes on in the next.
        self.link = open.map(|(_, url)| (0, url));
        let text = std::mem::take(&mut self.text);
        let links = std::mem::take(&mut self.links);
        if self.pre > 0 {
            if !text.trim().is_empty() {
                self.pieces.push(Piece {
                    kind: self.kind,
                    text,
                    links,
                    laid_out: true,
                    lead: None,
                });
            }
            return;
        }
        let mut lead = self.bold.take().and_then(|end| lead_of(&text, end));
        let mut at = 0;
        for part in paragraphs(&text) {
            let Some(start) = text.get(at..).and_then(|rest| rest.find(part)).map(|n| at + n) else {
                continue;
            };
            at = start + part.len();
            let links = links
                .iter()
                .filter(|(range, _)| range.start < at && start < range.end)
                .map(|(range, url)| {
                    let end = range.end.min(at) - start;
                    (range.start.max(start) - start..end, url.clone())
                })
                .filter(|(range, _)| !range.is_empty())
                .collect();
            self.pieces.push(Piece {
                kind: self.kind,
                text: part.to_owned(),
                links,
                laid_out: false,
                lead: lead.take(),
            });
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.pieces
    }
}

/// The words in bold type up to byte `end` of a block, where they stand before a colon and words follow.
fn lead_of(text: &str, end: usize) -> Option<String> {
    let (bold, rest) = (text.get(..end)?.trim(), text.get(end..)?.trim());
    let name = bold.trim_end_matches(':').trim_end();
    let colon = bold.ends_with(':') || rest.starts_with(':');
    let words = rest.chars().any(char::is_alphanumeric);
    (colon && words && (2..160).contains(&name.chars().count())).then(|| name.to_owned())
}

/// Parts text with line breaks into paragraphs.
///
/// A blank line parts; so does a single break behind a line that ends as a sentence or heading does, since pages that
/// know no `<p>` set one there. Any other break stays inside, as the hard wrap of a paragraph.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let bare = line.trim();
        let parts_here = bare.is_empty() || ends_by_intent(bare);
        if parts_here {
            parts.push(text.get(start..end).unwrap_or_default());
            start = end;
        }
        at = end;
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty())
}

/// Whether a line before a break ends there by intent: as a sentence or heading ends, or far from the margin.
pub(crate) fn ends_by_intent(line: &str) -> bool {
    let line = line.trim();
    line.ends_with(['.', '!', '?', ':', '"', '”', '\'', '’', ')', ']', '…', ';'])
        || !line.chars().any(char::is_lowercase)
        || line.chars().count() < SHORT_LINE
}

/// A line of fewer characters before a break was not wrapped: it ends by intent.
const SHORT_LINE: usize = 45;

/// The `http` or `https` address that `href` means on the page at `base`; nothing for anchors, scripts and mail.
pub(crate) fn absolute(href: &str, base: Option<&str>) -> Option<String> {
    let href = href.trim();
    let lower = href.get(..8).unwrap_or(href).to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Some(href.to_owned());
    }
    if let Some(rest) = href.strip_prefix("//") {
        return Some(format!("https://{rest}"));
    }
    let base = base?;
    let scheme_end = base.find("://")? + 3;
    let host_end = base
        .get(scheme_end..)?
        .find(['/', '?', '#'])
        .map_or(base.len(), |n| scheme_end + n);
    if href.starts_with('/') {
        return Some(format!("{}{href}", base.get(..host_end)?));
    }
    let scheme = href
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|head| head.contains(':'));
    if href.is_empty() || href.starts_with('#') || scheme {
        return None;
    }
    let path = base.get(host_end..)?.split(['?', '#']).next().unwrap_or_default();
    let folder = path.rfind('/').and_then(|at| path.get(..at)).unwrap_or_default();
    Some(format!("{}{folder}/{href}", base.get(..host_end)?))
}

/// The words of markup on one line, for titles and bylines that may hold tags or entities.
pub(crate) fn plain(source: &str) -> String {
    let mut reader = Reader::new(None);
    let mut walk = Walk::new(source);
    let mut out = String::new();
    while let Some(step) = walk.next() {
        match step {
            Step::Text(raw) => reader.words(&unescape(raw)),
            Step::Verbatim(words) => reader.words(words),
            Step::Open(tag) if SILENT.contains(&&*tag.name) && !tag.closes_itself() => {
                walk.raw_until_close(&tag.name);
            }
            Step::Open(tag) if tag.name == "br" || BLOCKS.contains(&&*tag.name) => reader.words(" "),
            _ => {}
        }
    }
    out.push_str(reader.text.trim());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<(BlockKind, String)> {
        pieces(source, None)
            .into_iter()
            .map(|p| (p.kind, p.text))
            .collect()
    }

    #[test]
    fn blocks_headings_lists_and_captions_are_told_apart() {
        use BlockKind::{Caption, Heading, ListItem, Paragraph};
        let page = "<h2>Brigade  moves</h2><p>One <b>two</b>\n three.</p><ul><li>First<li><p>Second</p></ul>\
            <figure><img src=x><figcaption>A bridge.</figcaption></figure>Last &amp; least";
        let expected = [
            (Heading, "Brigade moves"),
            (Paragraph, "One two three."),
            (ListItem, "First"),
            (ListItem, "Second"),
            (Caption, "A bridge."),
            (Paragraph, "Last & least"),
        ];
        assert_eq!(read(page), expected.map(|(k, t)| (k, t.to_owned())));
    }

    #[test]
    fn breaks_part_paragraphs_where_a_line_ends_by_intent() {
        let page = "<p>12:41 P.M. EST<br/> \u{a0}<br>MR. VALE: Good day.<br>Q\u{a0} Where is the column\
            <br>A line that was wrapped by hand at its sixtieth column by an old<br>mail program.</p>";
        let texts: Vec<String> = read(page).into_iter().map(|p| p.1).collect();
        assert_eq!(
            texts,
            [
                "12:41 P.M. EST",
                "MR. VALE: Good day.",
                "Q\u{a0} Where is the column",
                "A line that was wrapped by hand at its sixtieth column by an old\nmail program.",
            ]
        );
    }

    #[test]
    fn links_keep_their_words_and_become_whole_addresses() {
        let found = pieces(
            "<p>See <a href='/maps/1?a=1&amp;b=2'>the map</a>, <a href=javascript:x()>no</a>.</p>",
            Some("https://news.example/2024/story.html"),
        );
        assert_eq!(
            found[0].links,
            [(4..11, "https://news.example/maps/1?a=1&b=2".to_owned())]
        );
        assert_eq!(found[0].text, "See the map, no.");
        assert_eq!(
            absolute("next.html", Some("https://news.example/2024/story.html")).as_deref(),
            Some("https://news.example/2024/next.html")
        );
    }

    #[test]
    fn a_bold_name_before_a_colon_leads_a_paragraph() {
        let found = pieces(
            "<p><b>Ann Vale</b>: Yes.</p><p><strong>Bo Reed:</strong> No.</p><p><b>All</b> agreed: no.</p>",
            None,
        );
        let leads: Vec<_> = found.iter().map(|p| p.lead.as_deref()).collect();
        assert_eq!(leads, [Some("Ann Vale"), Some("Bo Reed"), None]);
    }

    #[test]
    fn scripts_and_comments_are_silent_even_when_cut_short() {
        assert_eq!(
            read("a<script>if (a < b) { '</p>' }</script>b<!-- c"),
            [(BlockKind::Paragraph, "ab".into())]
        );
        assert_eq!(read("<STYLE>p{}</STYLE><p>x").len(), 1);
        assert_eq!(read("<script>never closed"), []);
    }

    #[test]
    fn entities_by_name_number_and_old_habit() {
        for (raw, text) in [
            ("caf&eacute; &#8212; &#x2014;", "café — —"),
            ("don&#146;t", "don’t"),
            ("AT&T &unknown; &", "AT&T &unknown; &"),
            ("a&nbspb", "a&nbspb"),
            ("a&nbsp b", "a\u{a0} b"),
            ("&#0;&#x110000;", "\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(unescape(raw), text);
        }
    }

    #[test]
    fn preformatted_text_keeps_its_lines() {
        let found = pieces("<pre>\n  Mr. VALE. One\nline.\n\n  Two</pre>", None);
        assert!(found[0].laid_out);
        assert_eq!(found[0].text, "\n  Mr. VALE. One\nline.\n\n  Two");
    }

    #[test]
    fn a_comparison_is_no_tag_and_quotes_may_hold_a_bracket() {
        assert_eq!(
            read("1 < 2 and <a title='x > y'>3</a>"),
            [(BlockKind::Paragraph, "1 < 2 and 3".into())]
        );
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = "<div>".repeat(100_000) + "word" + &"</div>".repeat(100_000);
        assert_eq!(read(&deep), [(BlockKind::Paragraph, "word".into())]);
    }
}
