//! [`Span`]: a byte range into the one text of an article, and the only place that slices text.

use std::ops::Range;

/// A range of bytes into `Article::text`, end exclusive, both ends on character boundaries.
///
/// Held as `u32`: a text may have up to 4 GiB. Reading outside the text gives an empty string, never a panic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` to byte `end`; an end before the start makes it empty.
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words of `text` that the span names; empty when it does not lie on character boundaries.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// Whether byte `at` lies inside.
    pub const fn holds(self, at: usize) -> bool {
        self.start() <= at && at < self.end()
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span around both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let inner = self.of(text);
        let start = self.start() + (inner.len() - inner.trim_start().len());
        Self::new(start, start + inner.trim().len())
    }

    /// As a range of bytes.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_off_the_text_or_inside_a_character_reads_as_nothing() {
        assert_eq!(Span::new(0, 1).of("é"), "");
        assert_eq!(Span::new(3, 9).of("abc"), "");
        assert_eq!(Span::new(5, 2), Span::new(5, 5));
    }

    #[test]
    fn trim_keeps_the_offsets_of_what_is_left() {
        assert_eq!(Span::new(0, 7).trim("  abc  "), Span::new(2, 5));
        assert_eq!(Span::new(0, 3).trim("   ").len(), 0);
    }
}
