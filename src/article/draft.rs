//! [`Draft`]: what a form's own parser found, before the passes that all forms share.

use std::ops::Range;

use jiff::civil::Date;

use super::{Article, BlockKind, Builder, Form, Labels, Notice, NoticeKind, Origin, ParseError, transcript};
use crate::clean::Clean;
use crate::source::SourceText;

/// What a form's own parser found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// The page's own address.
    pub address: Option<String>,
    /// The language that the file itself names (BCP 47, `en-US`).
    pub language: Option<String>,
    /// Paragraphs and their kin, in order.
    pub pieces: Vec<Piece>,
    /// What the reader should know.
    pub notices: Vec<Notice>,
}

/// One paragraph or one of its kin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// What it is. A label that stands in the text is found later, by the shared passes.
    pub kind: BlockKind,
    /// Its words; a single line feed is a line break of the source.
    pub text: String,
    /// Links, as bytes of `text` and the address.
    pub links: Vec<(Range<usize>, String)>,
    /// Whether `text` is laid out by hand, line by line, as in a `<pre>`: it is read like plain text.
    pub laid_out: bool,
    /// The words in bold type before a colon that open it, as pages set speakers' names.
    pub lead: Option<String>,
}

impl Piece {
    /// A piece without links.
    pub(crate) fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            links: Vec::new(),
            laid_out: false,
            lead: None,
        }
    }
}

/// How many paragraphs must open with a lead that comes back before leads are taken for speakers' names.
const FEWEST_LEADS: usize = 4;

/// Whether names in bold type open paragraphs again and again: then it is a transcript, however long the turns. `Read
/// more:` comes back too, but it is no name.
fn has_leads(pieces: &[Piece]) -> bool {
    let name = |lead: &&str| {
        lead.starts_with(char::is_alphabetic) && !lead.split([' ', '\u{a0}']).any(transcript::is_rubric)
    };
    let mut leads: Vec<&str> = pieces
        .iter()
        .filter_map(|p| p.lead.as_deref())
        .filter(name)
        .collect();
    leads.sort_unstable();
    let repeated: usize = leads
        .chunk_by(|a, b| a == b)
        .map(<[&str]>::len)
        .filter(|n| *n > 1)
        .sum();
    repeated >= FEWEST_LEADS && leads.first() != leads.last() && leads.len() * 10 >= pieces.len()
}

impl Draft {
    /// Adds a notice that a part could not be read, or was cut short.
    pub(crate) fn partial(&mut self, message: &str) {
        self.notices.push(Notice {
            kind: NoticeKind::Partial,
            message: Clean::line(message),
        });
    }

    /// Words of all that is no caption.
    pub(crate) fn words(&self) -> usize {
        words(&self.pieces)
    }
}

/// Words of all `pieces` that are no captions.
pub(crate) fn words(pieces: &[Piece]) -> usize {
    pieces
        .iter()
        .filter(|p| p.kind != BlockKind::Caption)
        .map(|p| p.text.split_whitespace().count())
        .sum()
}

impl Draft {
    /// Makes the article: the title first where it does not stand in the text, then the pieces in order.
    pub(crate) fn pour(mut self, source: SourceText, form: Form, name: Clean) -> Result<Article, ParseError> {
        let mut builder = Builder::new(Origin {
            place: source.place,
            form,
        });
        builder.notices(source.notices).notices(self.notices);
        if let Some(language) = &self.language {
            builder.language(language);
        }
        if let Some(address) = &self.address {
            builder.address(address);
        }
        if has_leads(&self.pieces) {
            builder.labels(Labels::Always);
        } else {
            // Bold words before a colon that never come back head a point, not a turn.
            self.pieces.iter_mut().for_each(|p| p.lead = None);
        }
        let heading = self.pieces.first().filter(|p| p.kind == BlockKind::Heading);
        if heading.is_some_and(|p| Some(p.text.trim()) == self.title.as_deref()) {
            self.pieces.remove(0);
        }
        // A headline that stands in the text below other lines is named, not moved.
        let inside = self.title.as_deref().is_some_and(|title| {
            let opening = self
                .pieces
                .iter()
                .take(4)
                .filter(|p| p.kind == BlockKind::Heading);
            opening.map(|p| p.text.trim()).any(|words| words == title)
        });
        if let Some(title) = self.title.as_deref().filter(|_| !inside) {
            builder.title(title);
        }
        if let Some(byline) = &self.byline {
            builder.byline(byline);
        }
        if let Some(day) = self.published {
            builder.published(day);
        }
        for piece in &self.pieces {
            piece.pour(&mut builder);
        }
        if let Some(title) = self.title.as_deref().filter(|_| inside) {
            builder.title(title);
        }
        let article = builder.finish();
        if article.blocks.is_empty() {
            return Err(ParseError::NoArticle { name, form });
        }
        Ok(article)
    }
}

impl Piece {
    fn pour(&self, builder: &mut Builder) {
        if self.laid_out {
            builder.lines(&self.text);
            return;
        }
        builder.open(self.kind);
        let mut at = 0;
        if let Some(lead) = self.lead.as_deref().filter(|lead| self.text.starts_with(*lead)) {
            builder.label(lead);
            at = lead.len();
        }
        for (range, url) in &self.links {
            if range.start < at {
                continue;
            }
            builder.push(self.text.get(at..range.start).unwrap_or_default());
            builder.link(self.text.get(range.clone()).unwrap_or_default(), url);
            at = range.end;
        }
        builder.push(self.text.get(at..).unwrap_or_default());
        builder.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn led(leads: &[&str]) -> Vec<Piece> {
        let lead = |words: &&str| Piece {
            lead: Some((*words).to_owned()),
            ..Piece::new(BlockKind::Paragraph, format!("{words}: and so on."))
        };
        leads.iter().map(lead).collect()
    }

    #[test]
    fn leads_that_come_back_are_names_and_rubrics_are_not() {
        assert!(has_leads(&led(&[
            "Ida Holm",
            "Tom Arkel",
            "Ida Holm",
            "Tom Arkel",
            "Lea Brandt"
        ])));
        assert!(!has_leads(&led(&[
            "Read more",
            "Photo",
            "Read more",
            "Read more",
            "Photo"
        ])));
        assert!(!has_leads(&led(&["Cost", "Date", "Place", "Weather", "Crew"])));
        let mut long = led(&["Ida Holm", "Tom Arkel", "Ida Holm", "Tom Arkel"]);
        long.extend((0..60).map(|_| Piece::new(BlockKind::Paragraph, "Words.")));
        assert!(!has_leads(&long));
    }
}
