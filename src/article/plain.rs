//! Plain text: which lines make a paragraph.
//!
//! A text is laid out in one of two ways. Either a line break ends a paragraph (pasted pages), or lines are wrapped at
//! a width, and a paragraph ends at a blank line, before an indented line, or where the next word would still have
//! fitted. Which of the two it is shows in the first lines.

use super::build::block;
use super::{Article, Block, BlockKind, Builder, Form, Labels, Origin, ParseError, Parser, direction};
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

/// One line.
#[derive(Clone, Copy)]
struct Line {
    /// Without white space at its ends.
    span: Span,
    /// Columns before its first character.
    indent: usize,
}

impl Line {
    fn of<'a>(&self, text: &'a str) -> &'a str {
        self.span.of(text)
    }
}

/// The lines of `text` from byte `start` on; blank ones have an empty span.
fn lines(text: &str, start: usize) -> impl Iterator<Item = Line> {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let ends = memchr::memchr_iter(b'\n', bytes).chain(std::iter::once(bytes.len()));
    ends.scan(0, move |from, end| {
        let raw = Span::new(start + *from, start + end);
        *from = end + 1;
        let span = raw.trim(text);
        let margin = Span::new(raw.start(), span.start()).of(text);
        let indent = margin
            .chars()
            .map(|c| match c {
                '\t' => 8,
                '\u{a0}' => 0,
                _ => 1,
            })
            .sum();
        Some(Line { span, indent })
    })
}

/// How lines make paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// Each line is one.
    Lines,
    /// Wrapped at about this many characters; unindented lines begin at column `margin`.
    Wrapped { width: usize, margin: usize },
}

/// How many pairs of neighbouring lines are looked at to tell the layout.
const SAMPLE: usize = 4000;

impl Layout {
    fn of(text: &str, start: usize) -> Self {
        let mut lengths = Vec::new();
        let mut pairs: Vec<(usize, usize, bool)> = Vec::new();
        let mut lowered = 0;
        let mut margin = usize::MAX;
        let mut previous: Option<Line> = None;
        for line in lines(text, start).take(SAMPLE * 2) {
            if line.span.is_empty() {
                previous = None;
                continue;
            }
            if let Some(before) = previous {
                let words = before.of(text);
                let next = line.of(text);
                let width = before.indent + words.chars().take(400).count();
                let first = next.split(' ').next().map_or(0, |w| w.chars().take(40).count());
                let within =
                    next.starts_with(char::is_lowercase) || words.ends_with(char::is_lowercase) && width > 40;
                lowered += usize::from(next.starts_with(char::is_lowercase));
                lengths.push(width);
                pairs.push((width, first, within));
                margin = margin.min(line.indent).min(before.indent);
            }
            previous = Some(line);
            if pairs.len() >= SAMPLE {
                break;
            }
        }
        if pairs.is_empty() {
            return Self::Lines;
        }
        lengths.sort_unstable();
        let width = lengths[(lengths.len() * 95 / 100).min(lengths.len() - 1)];
        let full = pairs
            .iter()
            .filter(|(length, first, _)| length + 1 + first >= width.saturating_sub(4))
            .count();
        let within = pairs.iter().filter(|(.., within)| *within).count();
        let narrow = width <= 130;
        // Two or three pairs are no statistics: then a line must go on within a sentence.
        let few = pairs.len() < 4;
        let sure = within * 10 >= pairs.len() * 4 && (few || full * 10 >= pairs.len() * 4);
        if narrow && sure && (!few || lowered > 0) {
            Self::Wrapped { width, margin }
        } else {
            Self::Lines
        }
    }

    /// Whether a paragraph ends between two neighbouring lines.
    fn parts(self, text: &str, before: Line, next: Line) -> bool {
        let Self::Wrapped { width, margin } = self else {
            return true;
        };
        let (above, below) = (before.of(text), next.of(text));
        if is_marked(below) || direction::is_direction(below) || direction::is_direction(above) {
            return true;
        }
        let centred =
            |line: Line, words: &str| line.indent >= margin + 8 && !words.contains(char::is_lowercase);
        if centred(before, above) && centred(next, below) {
            return false;
        }
        if next.indent >= margin + 2 && next.indent != before.indent && !is_marked(above) {
            return true;
        }
        let length = before.indent + above.chars().count();
        let first = below.split(' ').next().map_or(0, |w| w.chars().count());
        let spare = width.saturating_sub(length + 1 + first);
        let ended = above.ends_with(['.', '?', '!', '"', '”', '\'', '’', ')', ']', ':']);
        let opens = !below.starts_with(char::is_lowercase);
        opens && (ended && spare >= 8 || spare >= 10 && !above.ends_with([',', '-', '—', '–']))
    }
}

/// Adds to `blocks` the paragraphs of `text` from byte `start` on.
pub(super) fn segment(text: &str, start: usize, blocks: &mut Vec<Block>) {
    let layout = Layout::of(text, start);
    let mut open: Option<(Span, Line, usize)> = None;
    let mut close = |open: &mut Option<(Span, Line, usize)>| {
        if let Some((span, line, indent)) = open.take() {
            let single = line.span == span;
            blocks.push(block(kind(text, span, single, indent), span));
        }
    };
    for line in lines(text, start) {
        if line.span.is_empty() {
            close(&mut open);
            continue;
        }
        if let Some((_, before, _)) = open
            && layout.parts(text, before, line)
        {
            close(&mut open);
        }
        open = Some(match open {
            Some((span, _, indent)) => (span.cover(line.span), line, indent),
            None => (line.span, line, line.indent),
        });
    }
    close(&mut open);
}

fn kind(text: &str, span: Span, single: bool, indent: usize) -> BlockKind {
    let words = span.of(text);
    if is_marked(words) {
        BlockKind::ListItem
    } else if is_heading(words, single, indent) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// A heading stands out without any markup: centred, or a short line in capitals.
fn is_heading(words: &str, single: bool, indent: usize) -> bool {
    if words.len() > 160 || direction::is_direction(words) || words.contains(':') {
        return false;
    }
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    if words.starts_with("**") && single && words.len() <= 90 && letters > 2 {
        return true;
    }
    let capitals = letters >= 4 && !words.contains(char::is_lowercase);
    capitals && words.split_whitespace().count() <= 24 && (single || indent >= 8) && !words.ends_with('.')
}

/// Whether `words` begin with the mark of a list's item: a bullet, or a number or letter with `.` or `)`.
fn is_marked(words: &str) -> bool {
    if let Some(rest) = words.strip_prefix(['•', '●', '▪', '◦', '‣', '·', '*', '-', '–', '—'])
    {
        return rest.starts_with([' ', '\t', '\u{a0}'])
            && rest.trim_start().starts_with(|c: char| c.is_alphanumeric());
    }
    let inner = words.strip_prefix('(').unwrap_or(words);
    let digits = inner.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let width = if digits > 0 {
        digits
    } else if inner.starts_with(|c: char| c.is_ascii_lowercase()) && words.len() > inner.len() {
        1
    } else {
        return false;
    };
    let bytes = inner.as_bytes();
    let closed = match bytes.get(width) {
        Some(b')') => true,
        Some(b'.') => words.len() == inner.len() && digits <= 2,
        _ => false,
    };
    closed && matches!(bytes.get(width + 1), Some(b' ' | b'\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(&'static str, String)> {
        let mut found = Vec::new();
        segment(text, 0, &mut found);
        found
            .iter()
            .map(|b| (b.kind.name(), b.span.of(text).replace('\n', "/")))
            .collect()
    }

    fn words(text: &str) -> Vec<String> {
        blocks(text).into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn every_line_of_a_pasted_page_is_a_paragraph() {
        let text = "Ferries sail\nThe ferries of Norland left the harbour on Monday with nine hundred people, the ministry said, although a storm was near.\n\
            Nobody was hurt.\n\nThey will be back on Friday.";
        assert_eq!(words(text).len(), 4);
    }

    #[test]
    fn wrapped_lines_make_one_paragraph() {
        let text = "The ferries of Norland left the harbour on Monday with nine\nhundred people, the ministry said, although a storm was near.\n\
            Nobody was hurt.\n\nThey will be back on Friday, the captain of the second ferry\nsaid.\n";
        assert_eq!(
            words(text),
            [
                "The ferries of Norland left the harbour on Monday with nine/hundred people, the ministry said, although a storm was near./Nobody was hurt.",
                "They will be back on Friday, the captain of the second ferry/said.",
            ]
        );
    }

    #[test]
    fn wrapped_lines_part_where_the_next_is_indented() {
        let text = "  Mr. Speaker, the ferries of Norland left the harbour on Monday with\nnine hundred people. I was there and saw all of them sail away with\nmy own eyes.\n\
            \u{20} They will be back on Friday, and so will the people who sailed and\nwho have been waiting.\n  I thank them.";
        assert_eq!(words(text).len(), 3);
    }

    #[test]
    fn wrapped_lines_part_where_the_next_word_would_have_fitted() {
        let text = "The ferries of Norland left the harbour on Monday with nine\nhundred people, the ministry said, although a storm was near.\n\
            Nobody was hurt.\nThey will be back on Friday, the captain of the second ferry\nsaid before he left for the\nisland.";
        assert_eq!(words(text).len(), 2);
    }

    #[test]
    fn kinds() {
        let text = "THE FERRIES\n\n- They sail.\n\n* They return.\n\n2. They rest.\n\n(b) They wait.\n\n2.5 million people\n\n-- and so on";
        let kinds: Vec<_> = blocks(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(
            kinds,
            [
                "heading",
                "list_item",
                "list_item",
                "list_item",
                "list_item",
                "paragraph",
                "paragraph"
            ]
        );
    }

    #[test]
    fn blank_lines_alone_are_no_block() {
        assert!(blocks(&"\n \t\n".repeat(1000)).is_empty());
    }
}
