//! [`Builder`]: from pieces of any form to an [`Article`].
//!
//! It cleans every string, joins the blocks by blank lines into the one text, and at the end runs the passes that
//! all forms share.

use jiff::civil::Date;

use super::{
    Article, Block, BlockKind, Form, Link, Notice, NoticeKind, Origin, boilerplate, language, meta, plain,
    sentence, transcript,
};
use crate::clean::{Clean, Removed};
use crate::span::Span;

/// Whether speakers' labels are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Labels {
    /// Where the text as a whole is a transcript.
    #[default]
    Detect,
    /// Always: the reader says that it is a transcript.
    Always,
    /// Never.
    Never,
}

/// Gathers an article piece by piece.
///
/// ```
/// use briefing::article::{BlockKind, Builder, Origin};
///
/// let mut builder = Builder::new(Origin::default());
/// builder.title("Brigade leaves");
/// builder.block(BlockKind::Paragraph, "It left at dawn. Nobody waved.");
/// let article = builder.finish();
/// assert_eq!(article.text.as_str(), "Brigade leaves\n\nIt left at dawn. Nobody waved.");
/// assert_eq!(article.sentences.len(), 3);
/// ```
#[derive(Debug, Default)]
pub struct Builder {
    article: Article,
    text: String,
    open: Option<(BlockKind, usize)>,
    removed: Removed,
    labels: Labels,
    /// The label of the open block.
    label: Option<Span>,
    /// Whether the file says of itself that it is in another language than English.
    foreign: bool,
}

impl Builder {
    /// An article from `origin` of which nothing is known yet.
    pub fn new(origin: Origin) -> Self {
        Self {
            article: Article {
                origin,
                ..Article::default()
            },
            ..Self::default()
        }
    }

    /// Sets the title. Before the first block it also becomes the first heading of the text.
    pub fn title(&mut self, raw: &str) -> &mut Self {
        let title = Clean::line(raw);
        if title.is_empty() {
            return self;
        }
        if self.text.is_empty() {
            self.block(BlockKind::Heading, raw);
            self.article.title_span = self.article.blocks.first().map(|b| b.span);
        }
        self.article.title = Some(title);
        self
    }

    /// Sets who wrote it; an opening "By" is taken off.
    pub fn byline(&mut self, raw: &str) -> &mut Self {
        let line = Clean::line(raw);
        let name = line
            .get(..3)
            .filter(|by| by.eq_ignore_ascii_case("by "))
            .and_then(|_| line.get(3..))
            .unwrap_or(&line)
            .trim();
        if !name.is_empty() {
            self.article.byline = Some(Clean::new(name));
        }
        self
    }

    /// Sets the day of publication.
    pub fn published(&mut self, date: Date) -> &mut Self {
        self.article.published = Some(date);
        self
    }

    /// Sets the page's own address; only `http` and `https` ones are kept.
    pub fn address(&mut self, url: &str) -> &mut Self {
        let url = Clean::line(url);
        if is_web(&url) {
            self.article.address = Some(url);
        }
        self
    }

    /// Whether speakers' labels are looked for; at first [`Labels::Detect`].
    pub fn labels(&mut self, labels: Labels) -> &mut Self {
        self.labels = labels;
        self
    }

    /// Says which language the file names (`en-US`); it decides where the words themselves are too few to tell.
    pub fn language(&mut self, code: &str) -> &mut Self {
        let code = code.trim().to_ascii_lowercase();
        self.foreign =
            code.len() >= 2 && !code.starts_with("en") && !matches!(code.as_str(), "und" | "mul" | "zxx");
        self
    }

    /// Tells the reader something about the reading.
    pub fn notice(&mut self, kind: NoticeKind, message: &str) -> &mut Self {
        self.article.notices.push(Notice {
            kind,
            message: Clean::line(message),
        });
        self
    }

    /// Takes over the notices of the decoding.
    pub fn notices(&mut self, notices: Vec<Notice>) -> &mut Self {
        self.article.notices.extend(notices);
        self
    }

    /// Adds a whole block; white space in it is folded, and an empty one is left out.
    pub fn block(&mut self, kind: BlockKind, raw: &str) -> &mut Self {
        self.open(kind).push(raw).close()
    }

    /// Begins a block; an open one is ended.
    pub fn open(&mut self, kind: BlockKind) -> &mut Self {
        self.close();
        let separator = if self.text.is_empty() { "" } else { "\n\n" };
        self.text.push_str(separator);
        self.open = Some((kind, self.text.len()));
        self
    }

    /// Adds words to the open block (opening a paragraph if there is none), white space folded.
    pub fn push(&mut self, raw: &str) -> &mut Self {
        if self.open.is_none() {
            self.open(BlockKind::Paragraph);
        }
        let start = self.open.map_or(0, |(_, start)| start);
        let (clean, removed) = Clean::counted(raw.to_owned());
        self.removed.add(removed);
        for c in clean.chars() {
            if c.is_ascii_whitespace() {
                if self.text.len() > start && !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
            }
        }
        self
    }

    /// Adds a speaker's label to the open block, at whose beginning it must stand: the form marks it as one. Whether
    /// the whole is a transcript is still seen at the end.
    pub fn label(&mut self, raw: &str) -> &mut Self {
        if self.open.is_none() {
            self.open(BlockKind::Paragraph);
        }
        let start = self.text.len();
        self.push(raw);
        let span = Span::new(start, self.text.len()).trim(&self.text);
        if self.open.is_some_and(|(_, open)| open == span.start()) && !span.is_empty() {
            self.label = Some(span);
        }
        self
    }

    /// Adds words that carry a link to the open block. Only `http` and `https` addresses are kept.
    pub fn link(&mut self, raw: &str, url: &str) -> &mut Self {
        if self.open.is_none() {
            self.open(BlockKind::Paragraph);
        }
        let start = self.text.len();
        self.push(raw);
        let span = Span::new(start, self.text.len()).trim(&self.text);
        let url = Clean::line(url);
        if !span.is_empty() && is_web(&url) {
            self.article.links.push(Link { span, url });
        }
        self
    }

    /// Ends the open block; an empty one leaves no trace.
    pub fn close(&mut self) -> &mut Self {
        let Some((kind, start)) = self.open.take() else {
            return self;
        };
        self.text.truncate(self.text.trim_end().len().max(start));
        let label = self.label.take();
        if self.text.len() > start {
            let mut made = block(kind, Span::new(start, self.text.len()));
            made.label = label;
            self.article.blocks.push(made);
        } else {
            let end = self.article.blocks.last().map_or(0, |b| b.span.end());
            self.text.truncate(end);
        }
        self
    }

    /// Adds text whose line breaks mean something (`<pre>`, a wire body), as blocks of their own kinds.
    pub fn lines(&mut self, raw: &str) -> &mut Self {
        self.close();
        let (clean, removed) = Clean::counted(raw.to_owned());
        self.removed.add(removed);
        let separator = if self.text.is_empty() { "" } else { "\n\n" };
        self.text.push_str(separator);
        let start = self.text.len();
        self.text.push_str(clean.trim_end());
        plain::segment(&self.text, start, &mut self.article.blocks);
        let end = self.article.blocks.last().map_or(0, |b| b.span.end());
        self.text.truncate(end);
        self
    }

    /// Takes `raw` as the one text, every character kept that may be, and finds its blocks.
    pub(super) fn whole(&mut self, raw: String) -> &mut Self {
        let (clean, removed) = Clean::counted(raw);
        self.removed.add(removed);
        plain::segment(&clean, 0, &mut self.article.blocks);
        self.text = clean.into_string();
        self
    }

    /// The article, after the passes that all forms share.
    pub fn finish(&mut self) -> Article {
        self.close();
        let Self {
            mut article,
            text,
            removed,
            labels,
            foreign,
            ..
        } = std::mem::take(self);
        article.text = Clean::new(text);
        if transcript::mark(&article.text, &mut article.blocks, labels) && article.origin.form == Form::Text {
            article.origin.form = Form::Transcript;
        }
        meta::read(&mut article);
        transcript::head(&article.text, &mut article.blocks);
        boilerplate::mark(&mut article);
        if language::is_foreign(&article.text) || (foreign && !language::is_english(&article.text)) {
            article.notices.push(Notice {
                kind: NoticeKind::Language,
                message: Clean::line("The text does not look English: it is shown without findings."),
            });
        }
        if removed.total() > 0 {
            let count = removed.total();
            let characters = if count == 1 { "character" } else { "characters" };
            article.notices.push(Notice {
                kind: NoticeKind::Cleaned,
                message: Clean::line(&format!(
                    "Removed {count} {characters} that could mislead or act on a terminal."
                )),
            });
        }
        sentence::fill(&mut article);
        article
    }
}

/// A block without label and sentences.
pub(super) const fn block(kind: BlockKind, span: Span) -> Block {
    Block {
        kind,
        span,
        label: None,
        sentences: 0..0,
    }
}

fn is_web(url: &str) -> bool {
    let scheme = url.get(..8).unwrap_or_default().to_ascii_lowercase();
    scheme.starts_with("http://") || scheme == "https://"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_cleaned_folded_and_joined_by_blank_lines() {
        let mut builder = Builder::new(Origin::default());
        builder
            .block(BlockKind::Paragraph, "  First\u{1b}[31m\n line. ")
            .block(BlockKind::Paragraph, " \n ")
            .open(BlockKind::ListItem)
            .push("See ")
            .link("the\u{202e} list", "https://example.org/\u{7}a")
            .push(" and ")
            .link("mail", "javascript:x")
            .close();
        let article = builder.finish();
        assert_eq!(article.text.as_str(), "First line.\n\nSee the list and mail");
        assert_eq!(article.blocks.len(), 2);
        assert_eq!(article.words(article.blocks[1].span), "See the list and mail");
        assert_eq!(article.links.len(), 1);
        assert_eq!(article.words(article.links[0].span), "the list");
        assert_eq!(article.links[0].url.as_str(), "https://example.org/a");
        assert_eq!(article.notices[0].kind, NoticeKind::Cleaned);
    }

    #[test]
    fn lines_keep_their_breaks() {
        let mut builder = Builder::new(Origin::default());
        builder
            .title("Report")
            .lines("\nOne line\nand the next.\n\nThen more.\n\n");
        let article = builder.finish();
        assert_eq!(
            article.text.as_str(),
            "Report\n\n\nOne line\nand the next.\n\nThen more."
        );
        let words: Vec<_> = article.blocks.iter().map(|b| article.words(b.span)).collect();
        assert_eq!(words, ["Report", "One line\nand the next.", "Then more."]);
    }
}
