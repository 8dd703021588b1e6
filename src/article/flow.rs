//! Markup to a flat list of pieces: what a readability pass left of a page, the bodies inside feeds and JSON, and whole
//! pages that are too deep or too large for a tree.

use std::ops::Range;

use super::BlockKind;
use super::draft::Piece;
use super::entity::unescape;
use super::markup::{BLOCKS, SILENT, Step, Tag, Walk};

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
