//! Plain text: which lines make a paragraph.

use super::build::block;
use super::{Article, Block, BlockKind, Builder, Form, Labels, Origin, ParseError, Parser};
use crate::source::SourceText;
use crate::span::Span;

/// The parser of plain text and of transcripts.
pub struct Plain {
    form: Form,
}

impl Plain {
    /// As plain text, in which labels may be found.
    pub const TEXT: Self = Self { form: Form::Text };
    /// As a transcript, because the reader says so.
    pub const TRANSCRIPT: Self = Self {
        form: Form::Transcript,
    };
}

impl Parser for Plain {
    fn form(&self) -> Form {
        self.form
    }

    fn sniff(&self, _: &SourceText) -> u8 {
        u8::from(self.form == Form::Text)
    }

    fn parse(&self, source: SourceText) -> Result<Article, ParseError> {
        let mut builder = Builder::new(Origin {
            place: source.place,
            form: self.form,
        });
        if self.form == Form::Transcript {
            builder.labels(Labels::Always);
        }
        builder.notices(source.notices).whole(source.text);
        Ok(builder.finish())
    }
}

/// Adds to `blocks` the paragraphs of `text` from byte `start` on.
pub(super) fn segment(text: &str, start: usize, blocks: &mut Vec<Block>) {
    let mut open: Option<Span> = None;
    let mut at = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if !span.is_empty() {
            open = Some(open.map_or(span, |o| o.cover(span)));
        } else if let Some(span) = open.take() {
            blocks.push(block(BlockKind::Paragraph, span));
        }
    }
    blocks.extend(open.map(|span| block(BlockKind::Paragraph, span)));
}
