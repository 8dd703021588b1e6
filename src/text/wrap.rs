//! Wrapping into rows: spans of the text, first fit, at the break opportunities of UAX 14.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use textwrap::{WordSeparator, WordSplitter};

use super::width::{cut, graphemes, width};
use crate::span::Span;

/// The longest piece of a block that is laid out at once, in bytes. A paragraph is shorter; a file
/// that is one line of 50 MB is laid out piece by piece, so that a jump to its end costs no more than a screen.
const PIECE: usize = 16 * 1024;

/// A stretch of text without a break opportunity and the white space after it.
#[derive(Debug)]
struct Stretch {
    span: Span,
    columns: usize,
    gap: usize,
}

impl Fragment for Stretch {
    fn width(&self) -> f64 {
        self.columns as f64
    }
    fn whitespace_width(&self) -> f64 {
        self.gap as f64
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The rows of `span` of `text`, none wider than `columns`, without white space at their ends.
///
/// Line feeds inside count as spaces. Only a cluster that is itself wider than `columns` stands out.
pub fn wrap(text: &str, span: Span, columns: usize) -> Vec<Span> {
    let span = span.trim(text);
    let words = span.of(text);
    if words.is_empty() {
        return Vec::new();
    }
    let columns = columns.max(1);
    if words.len() <= columns && words.is_ascii() && !words.contains(['\n', '\t']) {
        return vec![span];
    }
    let mut stretches: Vec<Stretch> = Vec::with_capacity(words.len() / 5);
    let mut at = span.start();
    for line in words.split('\n') {
        for word in WordSeparator::UnicodeBreakProperties.find_words(line) {
            let end = at + word.word.len() + word.whitespace.len();
            let body = Span::new(at, end).trim(text);
            at = end;
            if body.is_empty() {
                continue;
            }
            if let Some(last) = stretches.last_mut() {
                last.gap = width(Span::new(last.span.end(), body.start()).of(text));
            }
            let mut from = body.start();
            if word.word.contains('-') {
                for point in WordSplitter::HyphenSplitter.split_points(body.of(text)) {
                    push(
                        text,
                        Span::new(from, body.start() + point),
                        columns,
                        &mut stretches,
                    );
                    from = body.start() + point;
                }
            }
            push(text, Span::new(from, body.end()), columns, &mut stretches);
        }
        at += 1;
    }
    wrap_first_fit(&stretches, &[columns as f64])
        .into_iter()
        .filter_map(|row| Some(row.first()?.span.cover(row.last()?.span)))
        .collect()
}

/// Adds a stretch, cut into several where it is wider than a row.
fn push(text: &str, body: Span, columns: usize, out: &mut Vec<Stretch>) {
    let mut start = body.start();
    let end = body.end();
    let mut wide = width(body.of(text));
    while wide > columns {
        let rest = Span::new(start, end).of(text);
        let (head, mut used) = cut(rest, columns);
        let mut taken = head.len();
        if taken == 0 {
            let mut clusters = graphemes(rest);
            used = clusters.next().map_or(1, |(_, _, wide)| wide);
            taken = clusters.next().map_or(rest.len(), |(at, _, _)| at);
        }
        out.push(Stretch {
            span: Span::new(start, start + taken),
            columns: used,
            gap: 0,
        });
        start += taken;
        wide = wide.saturating_sub(used);
        if start >= end {
            return;
        }
    }
    out.push(Stretch {
        span: Span::new(start, end),
        columns: wide,
        gap: 0,
    });
}

/// The rows of one line of text of its own, as slices.
pub fn wrap_line(text: &str, columns: usize) -> Vec<&str> {
    wrap(text, Span::new(0, text.len()), columns)
        .into_iter()
        .map(|row| row.of(text))
        .collect()
}

/// Cuts a block into pieces that can be laid out on their own: nearly always one.
pub fn pieces(text: &str, block: Span) -> impl Iterator<Item = Span> {
    let mut rest = Some(block);
    std::iter::from_fn(move || {
        let span = rest?;
        if span.len() <= PIECE {
            rest = None;
            return Some(span);
        }
        let mut end = span.start() + PIECE;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let head = Span::new(span.start(), end).of(text);
        if let Some(space) = head.rfind([' ', '\n', '\t']).filter(|&at| at > PIECE / 2) {
            end = span.start() + space + 1;
        }
        rest = Some(Span::new(end, span.end()));
        Some(Span::new(span.start(), end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, columns: usize) -> Vec<&str> {
        wrap_line(text, columns)
    }

    #[test]
    fn rows_break_at_spaces_hyphens_and_between_ideographs() {
        assert_eq!(rows("two thousand troops", 12), ["two thousand", "troops"]);
        assert_eq!(rows("a 2,000-troop move", 10), ["a 2,000-", "troop move"]);
        assert_eq!(rows("部隊は東へ移動した", 8), ["部隊は東", "へ移動し", "た"]);
    }

    #[test]
    fn hard_wrapped_lines_are_joined_and_their_line_feed_counts_as_one_space() {
        assert_eq!(rows("one\n   two three", 13), ["one\n   two three"]);
        assert_eq!(rows("one\n   two three", 12), ["one\n   two", "three"]);
    }

    #[test]
    fn a_word_wider_than_the_row_is_broken() {
        assert_eq!(rows("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(rows("x abcdefgh y", 4), ["x", "abcd", "efgh", "y"]);
        assert_eq!(rows("日", 1), ["日"]);
    }

    #[test]
    fn nothing_but_space_gives_no_row() {
        assert!(rows(" \n ", 10).is_empty());
        assert!(rows("", 10).is_empty());
    }

    #[test]
    fn a_long_line_is_laid_out_in_pieces_that_cover_it() {
        let text = "word ".repeat(20_000);
        let all: Vec<_> = pieces(&text, Span::new(0, text.len())).collect();
        assert!(all.len() > 4);
        assert!(all.iter().all(|p| p.len() <= PIECE));
        assert_eq!(all[0].start(), 0);
        assert!(all.windows(2).all(|w| w[0].end() == w[1].start()));
        assert_eq!(all.last().map(|p| p.end()), Some(text.len()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn no_row_is_wider_than_asked_and_no_word_is_lost(text in "[ a-z\n\t日é—👩\u{301}-]{0,200}", columns in 4usize..40) {
            let rows = wrap(&text, Span::new(0, text.len()), columns);
            for row in &rows {
                prop_assert!(width(row.of(&text)) <= columns, "{:?}", row.of(&text));
            }
            let shown: String = rows.iter().flat_map(|r| r.of(&text).chars()).filter(|c| !c.is_whitespace()).collect();
            let given: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(shown, given);
            prop_assert!(rows.windows(2).all(|w| w[0].end() <= w[1].start()));
        }
    }
}
