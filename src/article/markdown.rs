//! Markdown, with front matter in YAML or TOML.

use pulldown_cmark::{Event, Options, Parser as Events, Tag, TagEnd};

use super::draft::{Draft, Piece};
use super::flow::{self, absolute, plain};
use super::html::without_site;
use super::markup::{BLOCKS, Step, Walk};
use super::{Article, BlockKind, Form, ParseError, Parser, matter};
use crate::guard;
use crate::source::{SourceText, name_of};

/// The parser of Markdown.
#[derive(Clone, Copy, Debug)]
pub struct Markdown;

/// The longest Markdown that is read as such, in bytes: its marks are held at once, before they are paired.
const LONGEST: usize = 32 << 20;

impl Parser for Markdown {
    fn form(&self) -> Form {
        Form::Markdown
    }

    fn sniff(&self, source: &SourceText) -> u8 {
        super::detect::markdown(source)
    }

    fn parse(&self, source: SourceText) -> Result<Article, ParseError> {
        let name = name_of(&source.place);
        let (matter, body) = matter::split(&source.text);
        let mut draft = Draft {
            title: matter
                .title
                .map(|t| without_site(&t, None, matter.source.as_deref()).to_owned()),
            byline: matter.author,
            published: matter.published,
            language: matter.language,
            ..Draft::default()
        };
        let read = (body.len() <= LONGEST)
            .then(|| guard::shielded(|| pieces(body)))
            .flatten();
        if let Some(pieces) = read {
            draft.pieces = pieces;
        } else {
            draft.partial("The Markdown is too large or could not be read: its text is shown as it is.");
            draft.pieces = super::json::from_plain(body);
        }
        for piece in draft.pieces.iter_mut().filter(|p| is_number(&p.text)) {
            piece.kind = BlockKind::Boilerplate;
        }
        heading(&mut draft);
        draft.pour(source, Form::Markdown, name)
    }
}

/// The first heading, where it opens the text, is the title or repeats it.
fn heading(draft: &mut Draft) {
    let Some(first) = draft.pieces.first().filter(|p| p.kind == BlockKind::Heading) else {
        return;
    };
    let repeated = draft.title.as_deref().map(|t| same(t, &first.text));
    if repeated != Some(false) {
        draft.title = Some(first.text.clone());
        draft.pieces.remove(0);
    }
}

/// A heading of nothing but a long number in hexadecimal names a file, not a part.
fn is_number(text: &str) -> bool {
    text.len() >= 16 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

fn same(one: &str, other: &str) -> bool {
    let words = |s: &str| {
        s.split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    words(one) == words(other)
}

fn pieces(body: &str) -> Vec<Piece> {
    let mut reader = Reader {
        unwrapped: is_unwrapped(body),
        ..Reader::default()
    };
    for event in Events::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        reader.take(event);
    }
    reader.flush();
    reader.pieces
}

/// Whether a line is a paragraph: notes that were clipped from pages put no blank line between them. Where lines were
/// wrapped to a width, hardly any is longer than that.
fn is_unwrapped(body: &str) -> bool {
    let (mut long, mut all) = (0_usize, 0_usize);
    for line in body
        .lines()
        .filter(|l| !l.trim().is_empty() && !l.starts_with('<'))
    {
        all += 1;
        long += usize::from(line.chars().nth(WIDEST).is_some());
    }
    long * 5 >= all && long > 0
}

/// The widest margin to which people wrap text, in characters.
const WIDEST: usize = 120;

#[derive(Default)]
struct Reader {
    unwrapped: bool,
    pieces: Vec<Piece>,
    text: String,
    links: Vec<(std::ops::Range<usize>, String)>,
    link: Option<(usize, Option<String>)>,
    html: Option<String>,
    heading: bool,
    item: usize,
    image: usize,
}

impl Reader {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) if self.image == 0 => self.text.push_str(&words),
            Event::SoftBreak if self.unwrapped => self.flush(),
            Event::SoftBreak => self.text.push('\n'),
            Event::HardBreak => self.line_break(),
            Event::Html(words) => self.html.get_or_insert_default().push_str(&words),
            Event::InlineHtml(tag) => match Walk::new(&tag).next() {
                Some(Step::Open(tag)) if tag.name == "br" => self.line_break(),
                Some(Step::Open(tag)) if BLOCKS.contains(&&*tag.name) => self.flush(),
                Some(Step::Close(name)) if BLOCKS.contains(&&*name) => self.flush(),
                _ => {}
            },
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Link { dest_url, .. } => self.link = Some((self.text.len(), absolute(&dest_url, None))),
            Tag::Image { .. } => self.image += 1,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            Tag::TableCell => {
                if !self.text.is_empty() {
                    self.text.push('\t');
                }
            }
            other => {
                self.flush();
                match other {
                    Tag::Heading { .. } => self.heading = true,
                    Tag::Item => self.item += 1,
                    Tag::HtmlBlock => self.html = Some(String::new()),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => {
                if let Some((start, Some(url))) = self.link.take()
                    && self.text.len() > start
                {
                    self.links.push((start..self.text.len(), url));
                }
            }
            TagEnd::Image => self.image = self.image.saturating_sub(1),
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::TableCell => {}
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.pieces.extend(flow::pieces(&html, None));
                }
            }
            other => {
                self.flush();
                match other {
                    TagEnd::Heading(_) => self.heading = false,
                    TagEnd::Item => self.item = self.item.saturating_sub(1),
                    _ => {}
                }
            }
        }
    }

    /// A break that the writer set. Where it follows the end of a sentence or a short line, what follows is a
    /// paragraph of its own, as in transcripts whose turns are parted by breaks.
    fn line_break(&mut self) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        let line = self.text.rsplit('\n').next().unwrap_or_default();
        if flow::ends_by_intent(line) {
            self.flush();
        } else {
            self.text.push('\n');
        }
    }

    fn flush(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        let mut links = std::mem::take(&mut self.links);
        if text.contains('<') && text.contains("</") {
            text = plain(&text);
            links.clear();
        }
        let lead = text.len() - text.trim_start().len();
        if text.trim().is_empty() {
            return;
        }
        for (range, _) in &mut links {
            *range = range.start.saturating_sub(lead)..range.end.saturating_sub(lead);
        }
        let kind = if self.heading {
            BlockKind::Heading
        } else if self.item > 0 {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
        let mut piece = Piece::new(kind, text.trim());
        piece.links = links;
        self.pieces.push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Place;

    fn open(text: &str) -> Article {
        Markdown.parse(SourceText::new(Place::default(), text)).unwrap()
    }

    #[test]
    fn front_matter_headings_lists_and_links() {
        let article = open(
            "---\ntitle: 'Ferry returns'\ndate: 2024-05-07\nauthor: Ann Vale\n---\n\n## Today\n\nIt left\nat **dawn**, \
             see [the log](https://coast.example/log).\n\n- one\n- two\n\n> Quoted words.\n\n| a | b |\n|---|---|\n| c | d |\n",
        );
        assert_eq!(article.title.as_deref(), Some("Ferry returns"));
        assert_eq!(article.byline.as_deref(), Some("Ann Vale"));
        assert_eq!(article.published, Some(jiff::civil::date(2024, 5, 7)));
        let blocks: Vec<_> = article
            .blocks
            .iter()
            .map(|b| (b.kind, article.words(b.span)))
            .collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Heading, "Ferry returns"),
                (BlockKind::Heading, "Today"),
                (BlockKind::Paragraph, "It left at dawn, see the log."),
                (BlockKind::ListItem, "one"),
                (BlockKind::ListItem, "two"),
                (BlockKind::Paragraph, "Quoted words."),
                (BlockKind::Paragraph, "a b"),
                (BlockKind::Paragraph, "c d"),
            ]
        );
        assert_eq!(article.words(article.links[0].span), "the log");
    }

    #[test]
    fn the_first_heading_is_the_title_and_markup_inside_is_read() {
        let article =
            open("# Ferry returns\n\n<div id=x>\n<p>It <b>left</b>.</p><p>Again.</p>\n</div>\n\nLast.\n");
        assert_eq!(article.title.as_deref(), Some("Ferry returns"));
        assert_eq!(
            article.text.as_str(),
            "Ferry returns\n\nIt left.\n\nAgain.\n\nLast."
        );
    }

    #[test]
    fn a_line_is_a_paragraph_where_lines_are_not_wrapped() {
        let long = "It left at dawn with forty people on board, and nobody on the pier could say when, or whether, it was to \
                    come back to the harbour.";
        let article = open(&format!("---\ntitle: A\n---\n{long}\n“Soon,” he said.\n{long}\n"));
        assert_eq!(article.blocks.len(), 4);
        let article =
            open("---\ntitle: A\n---\nIt left at dawn with forty people on board and\n“soon,” he said.\n");
        assert_eq!(article.blocks.len(), 2);
    }

    #[test]
    fn breaks_part_the_turns_of_a_transcript() {
        let article = open(
            "Via Teleconference\n\n9:36 A.M. EDT  \n   \nOFFICIAL:  Good morning.  Thank\nyou.  \n   \nQ    Hello\nthere?\n",
        );
        let blocks: Vec<_> = article.blocks.iter().map(|b| article.words(b.span)).collect();
        assert_eq!(
            blocks,
            [
                "Via Teleconference",
                "9:36 A.M. EDT",
                "OFFICIAL: Good morning. Thank you.",
                "Q Hello there?"
            ]
        );
    }

    #[test]
    fn hostile_nesting_ends_in_bounded_time() {
        for text in [
            ">".repeat(20_000),
            "[".repeat(50_000),
            "* ".repeat(5_000),
            "<div>".repeat(50_000),
        ] {
            let _ = Markdown.parse(SourceText::new(Place::default(), format!("{text} word")));
        }
    }
}
