//! [`Page`]: lines of styled words that are wrapped to a width and scrolled, for boxes and whole screens.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::Pen;
use crate::text::{width, wrap_line};

/// Words in one style.
type Piece = (String, Style);

/// Lines, ready to be drawn.
#[derive(Debug, Default)]
pub struct Page {
    lines: Vec<Vec<Piece>>,
    columns: usize,
    entries: Vec<Range<usize>>,
}

impl Page {
    /// An empty page of so many columns.
    pub fn new(columns: usize) -> Self {
        Self {
            lines: Vec::new(),
            columns: columns.max(1),
            entries: Vec::new(),
        }
    }

    /// The lines from `from` to the last one are one entry, which can be selected.
    pub fn entry(&mut self, from: usize) {
        self.entries.push(from..self.lines.len());
    }

    /// The lines of each entry, from the top.
    pub fn entries(&self) -> &[Range<usize>] {
        &self.entries
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The columns it is wrapped to.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Adds an empty line.
    pub fn gap(&mut self) {
        self.lines.push(Vec::new());
    }

    /// Adds one line as it is.
    pub fn line(&mut self, pieces: Vec<Piece>) {
        self.lines.push(pieces);
    }

    /// Adds words, wrapped, after `head`; further lines are indented to where the words began.
    pub fn hang(&mut self, head: Vec<Piece>, words: &str, style: Style) {
        let indent = head.iter().map(|(w, _)| width(w)).sum::<usize>();
        let room = self.columns.saturating_sub(indent).max(8);
        let mut rows = wrap_line(words, room).into_iter();
        let mut first = head;
        first.push((rows.next().unwrap_or_default().to_owned(), style));
        self.lines.push(first);
        for row in rows {
            self.lines
                .push(vec![(" ".repeat(indent), Style::new()), (row.to_owned(), style)]);
        }
    }

    /// Draws the lines from `from` on.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, from: usize) {
        for (row, line) in self
            .lines
            .iter()
            .skip(from)
            .take(usize::from(area.height))
            .enumerate()
        {
            let mut pen = Pen::new(buffer, area, row as u16);
            for (words, style) in line {
                pen.write(words, *style);
            }
        }
    }
}
