//! [`Overlaps`]: which findings touch a stretch of text, without looking at the others.

use crate::span::Span;

/// Spans with a value each, asked for by overlap.
#[derive(Clone, Debug)]
pub struct Overlaps<T> {
    items: Vec<(Span, T)>,
    /// For each item, the furthest end of it and all before it: where a walk back may stop.
    reach: Vec<usize>,
}

impl<T> Default for Overlaps<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            reach: Vec::new(),
        }
    }
}

impl<T: Copy> Overlaps<T> {
    /// Takes the spans in any order; empty ones are left out.
    pub fn new(mut items: Vec<(Span, T)>) -> Self {
        items.retain(|(span, _)| !span.is_empty());
        items.sort_by_key(|(span, _)| (span.start(), span.end()));
        let reach = items
            .iter()
            .scan(0, |furthest, (span, _)| {
                *furthest = span.end().max(*furthest);
                Some(*furthest)
            })
            .collect();
        Self { items, reach }
    }

    /// What overlaps `span`, in the order of the text.
    pub fn over(&self, span: Span) -> impl Iterator<Item = (Span, T)> + '_ {
        let end = self.items.partition_point(|(s, _)| s.start() < span.end());
        let mut start = end;
        while start > 0
            && self
                .reach
                .get(start - 1)
                .is_some_and(|&reach| reach > span.start())
        {
            start -= 1;
        }
        self.items
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .copied()
            .filter(move |(s, _)| s.overlaps(span))
    }

    /// All of them, in the order of the text.
    pub fn all(&self) -> &[(Span, T)] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_span_far_before_is_still_found() {
        let marks = Overlaps::new(vec![
            (Span::new(50, 52), 'b'),
            (Span::new(0, 100), 'a'),
            (Span::new(60, 61), 'c'),
            (Span::new(70, 70), 'd'),
        ]);
        let over = |a, b| marks.over(Span::new(a, b)).map(|(_, t)| t).collect::<String>();
        assert_eq!(over(51, 55), "ab");
        assert_eq!(over(99, 120), "a");
        assert_eq!(over(100, 120), "");
        assert_eq!(over(52, 60), "a");
    }
}
