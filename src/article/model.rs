//! The types of the article model.

use std::ops::Range;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::clean::Clean;
use crate::span::Span;

/// A parsed briefing: the text once, and spans into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The cleaned text. For plain text and transcripts it is the input less what had to be removed.
    pub text: Clean,
    /// The headline, on one line.
    pub title: Option<Clean>,
    /// Where the title stands in the text, if it does.
    pub title_span: Option<Span>,
    /// Who wrote it, on one line, without "By".
    pub byline: Option<Clean>,
    /// Day of publication: from the text, or the file's own metadata.
    pub published: Option<Date>,
    /// The place and day that open a news text.
    pub dateline: Option<Dateline>,
    /// Where the article came from.
    pub origin: Origin,
    /// Paragraphs and their kin in the order of the text; they do not overlap.
    pub blocks: Vec<Block>,
    /// Sentences in the order of the text; each lies within one block (a label is part of none).
    pub sentences: Vec<Sentence>,
    /// The page's own address, where it names one: `http` or `https`.
    pub address: Option<Clean>,
    /// Links of the page or Markdown, where the form has them.
    pub links: Vec<Link>,
    /// What the reader should know about the reading: encoding, removals, language.
    pub notices: Vec<Notice>,
}

/// The opening of a news text: `WASHINGTON, Feb. 2 (…) –`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The place as written.
    pub place: Clean,
    /// The day, where one is given and its year is known.
    pub date: Option<Date>,
    /// Where it stands.
    pub span: Span,
}

/// One paragraph or one of its kin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The whole of it, a label included, without the line feed after it.
    pub span: Span,
    /// The speaker's label that opens a turn or question (`MR. KIRBY:`), without its colon or full stop.
    /// The blocks that go on with the turn have none.
    pub label: Option<Span>,
    /// Its sentences, as indices into [`Article::sentences`].
    pub sentences: Range<u32>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A title or a heading within.
    Heading,
    /// An item of a list.
    ListItem,
    /// Words under a picture.
    Caption,
    /// A transcript's paragraph spoken by the labelled speaker.
    Turn,
    /// A transcript's paragraph spoken by an asker (`Q`, `QUESTION:`, a reporter).
    Question,
    /// A stage direction or clock line: `(Laughter.)`, `1:31 P.M. EST`. It belongs to nobody.
    Direction,
    /// Not part of the briefing's words: "Scroll down for video", credits, cookie text.
    Boilerplate,
}

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Without white space at its ends.
    pub span: Span,
    /// Index into [`Article::blocks`].
    pub block: u32,
}

/// A link and the words that carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub span: Span,
    /// An `http` or `https` address.
    pub url: Clean,
}

/// Where an article came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// File, link, pipe or sample.
    pub place: Place,
    /// The form that was detected or asked for.
    pub form: Form,
}

/// Where the bytes were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// A file, by the path as the user gave it.
    Path(Clean),
    /// A link.
    Url(Clean),
    /// A pipe.
    #[default]
    Stdin,
    /// A built-in sample, by its name.
    Sample(Clean),
}

/// The form of the input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Plain text.
    #[default]
    Text,
    /// A transcript with speakers' labels.
    Transcript,
    /// Markdown.
    Markdown,
    /// A saved page.
    Html,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// Article JSON: schema.org, ninjs, news-please, GOV.UK or a plain object.
    Json,
    /// NITF, NewsML-G2, ANPA 1312 or IPTC 7901.
    Wire,
}

/// Something about the reading itself that the reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// One sentence for a person.
    pub message: Clean,
}

/// What a [`Notice`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Characters were taken out.
    Cleaned,
    /// The encoding had to be guessed, or bytes replaced.
    Encoding,
    /// The text is not English: it is shown without findings.
    Language,
    /// A part could not be read, or was cut short.
    Partial,
}

impl Article {
    /// The words of `span`.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Index of the block that holds byte `at`, or of the last block that begins before it.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        self.blocks
            .partition_point(|b| b.span.start() <= at)
            .checked_sub(1)
    }

    /// Index of the sentence that holds byte `at`, or of the last sentence that begins before it.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        self.sentences
            .partition_point(|s| s.span.start() <= at)
            .checked_sub(1)
    }

    /// The day that relative time words count from: the dateline's, else that of publication.
    pub fn reference_date(&self) -> Option<Date> {
        self.dateline.as_ref().and_then(|d| d.date).or(self.published)
    }
}

impl BlockKind {
    /// Whether its words are read for quotes and movements.
    pub const fn is_content(self) -> bool {
        !matches!(self, Self::Direction | Self::Boilerplate | Self::Caption)
    }

    /// Whether it is part of a transcript's turn.
    pub const fn is_spoken(self) -> bool {
        matches!(self, Self::Turn | Self::Question)
    }

    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::ListItem => "list_item",
            Self::Caption => "caption",
            Self::Turn => "turn",
            Self::Question => "question",
            Self::Direction => "direction",
            Self::Boilerplate => "boilerplate",
        }
    }
}

impl Form {
    /// The name in the export contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Transcript => "transcript",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Feed => "feed",
            Self::Json => "json",
            Self::Wire => "wire",
        }
    }
}

impl NoticeKind {
    /// The name in the export contract, where notices stand among the notes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cleaned => "cleaned",
            Self::Encoding => "encoding",
            Self::Language => "language",
            Self::Partial => "partial",
        }
    }
}
