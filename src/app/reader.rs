//! [`Reader`]: the text pane's state. The cursor is a byte; rows are made only for what is near the screen.
//!
//! Nothing here grows with the length of the article but the list of pieces, so that a step, a page or a jump in
//! 100 MB costs what it costs in 8 KB.

use std::collections::HashMap;
use std::rc::Rc;

use crate::article::{Article, BlockKind};
use crate::span::Span;
use crate::text::{pieces, wrap};

/// Pieces whose rows are kept; beyond it the cache begins afresh.
const KEPT: usize = 2048;

/// A block, or a part of a very long one.
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    block: u32,
    /// A blank row follows.
    gap: bool,
}

/// A row of the shown pieces: which piece in their order, and which row of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    at: usize,
    row: usize,
}

/// One row of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The words; empty for a blank row between blocks.
    pub span: Span,
    /// Index of the block.
    pub block: usize,
    /// It is the first row of its block.
    pub first: bool,
}

/// Where the row of the cursor is to stand after a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// As little as possible is scrolled.
    Nearest,
    /// It stays if it is comfortably in view; else it comes to stand in the upper third.
    Upper,
    /// First row.
    Top,
    /// In the middle.
    Centre,
    /// Last row.
    Bottom,
    /// That many rows below the first.
    Row(usize),
}

/// See the module.
#[derive(Debug, Default)]
pub struct Reader {
    pieces: Vec<Piece>,
    /// The pieces that a filter leaves; `None` is all.
    left: Option<Vec<u32>>,
    columns: usize,
    height: usize,
    top: Place,
    cursor: usize,
    cache: HashMap<u32, Rc<[Span]>>,
    window: Vec<Row>,
}

impl Reader {
    /// A reader of `article`, at its beginning.
    pub fn new(article: &Article) -> Self {
        let text = article.text.as_str();
        let mut all = Vec::with_capacity(article.blocks.len());
        for (at, block) in article.blocks.iter().enumerate() {
            let next = article.blocks.get(at + 1);
            let tight =
                block.kind == BlockKind::ListItem && next.is_some_and(|n| n.kind == BlockKind::ListItem);
            let begin = all.len();
            for span in pieces(text, block.span) {
                if !span.trim(text).is_empty() {
                    all.push(Piece {
                        span,
                        block: at as u32,
                        gap: false,
                    });
                }
            }
            if let Some(last) = all.get_mut(begin..).and_then(<[Piece]>::last_mut) {
                last.gap = next.is_some() && !tight;
            }
        }
        let cursor = all.first().map_or(0, |p| p.span.trim(text).start());
        Self {
            pieces: all,
            columns: 1,
            height: 1,
            cursor,
            ..Self::default()
        }
    }

    /// The byte that the reader is at.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// Rows of the pane.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// How many rows below the first the cursor stands.
    pub fn cursor_row(&self) -> usize {
        let rows = self.window.iter();
        rows.take_while(|row| row.span.is_empty() || row.span.start() <= self.cursor)
            .enumerate()
            .filter(|(_, row)| !row.span.is_empty())
            .last()
            .map_or(0, |(at, _)| at)
    }

    /// The rows that are in view, from the top.
    pub fn window(&self) -> &[Row] {
        &self.window
    }

    /// How much of the text lies before the last row in view, 0 to 1.
    pub fn progress(&self, article: &Article) -> f64 {
        let end = self
            .window
            .iter()
            .rev()
            .find(|r| !r.span.is_empty())
            .map_or(0, |r| r.span.end());
        let last = self.pieces.last().map_or(0, |p| p.span.trim(&article.text).end());
        if last == 0 { 1.0 } else { end as f64 / last as f64 }
    }

    /// Gives the pane another size; the sentence at the cursor stays in view.
    pub fn resize(&mut self, article: &Article, columns: usize, height: usize) {
        let (columns, height) = (columns.max(1), height.max(1));
        if columns != self.columns {
            let anchor = self
                .rows(article, self.top.at)
                .get(self.top.row)
                .map(|r| r.start());
            self.columns = columns;
            self.cache.clear();
            if let Some(anchor) = anchor {
                self.top = self.place_of(article, anchor);
            }
        } else if height == self.height {
            return;
        }
        self.height = height;
        self.reveal(article, Aim::Nearest);
    }

    /// Shows only blocks that `keep` holds for; all when it is `None`. False when no block is left, and nothing changes.
    pub fn narrow(&mut self, article: &Article, keep: Option<&dyn Fn(usize) -> bool>) -> bool {
        let left = keep.map(|keep| {
            (0..self.pieces.len() as u32)
                .filter(|&p| {
                    self.pieces
                        .get(p as usize)
                        .is_some_and(|piece| keep(piece.block as usize))
                })
                .collect::<Vec<_>>()
        });
        if left.as_ref().is_some_and(Vec::is_empty) {
            return false;
        }
        self.left = left;
        self.top = self.place_of(article, self.cursor);
        self.go(article, self.cursor, Aim::Upper);
        true
    }

    /// Whether a filter leaves the block that holds byte `at`.
    pub fn shows(&self, at: usize) -> bool {
        let Some(left) = &self.left else { return true };
        let piece = self
            .pieces
            .partition_point(|p| p.span.start() <= at)
            .saturating_sub(1);
        left.binary_search(&(piece as u32)).is_ok()
    }

    /// Moves to byte `at`, or to the nearest that is shown.
    pub fn go(&mut self, article: &Article, at: usize, aim: Aim) {
        let place = self.place_of(article, at);
        let rows = self.rows(article, place.at);
        let row = rows.get(place.row).copied().unwrap_or_default();
        // A byte that a filter hides has no row of its own.
        self.cursor = if row.start() <= at && at < self.piece(place.at).map_or(at + 1, |p| p.span.end()) {
            at
        } else {
            row.start()
        };
        self.reveal(article, aim);
    }

    /// Moves the cursor by rows of text, blank rows left out.
    pub fn step(&mut self, article: &Article, rows: isize) {
        let mut place = self.place_of(article, self.cursor);
        for _ in 0..rows.unsigned_abs() {
            let next = if rows > 0 {
                self.next_row(article, place)
            } else {
                self.previous_row(article, place)
            };
            let Some(next) = next else { break };
            place = next;
        }
        self.land(article, place);
        self.reveal(article, Aim::Nearest);
    }

    /// Scrolls by rows; the cursor stays at the same height of the pane.
    pub fn page(&mut self, article: &Article, rows: isize) {
        let place = self.place_of(article, self.cursor);
        let depth = self.between(article, self.top, place, self.height).unwrap_or(0);
        let before = self.top;
        self.top = self.walk(article, self.top, rows);
        self.bound(article);
        if self.top == before {
            // Nothing left to scroll: the cursor goes to the end of the text instead.
            self.step(article, rows);
            return;
        }
        let place = self.walk(article, self.top, depth as isize);
        self.land(article, place);
        self.reveal(article, Aim::Nearest);
    }

    /// Scrolls by rows; the cursor moves only where it would leave the pane.
    pub fn wheel(&mut self, article: &Article, rows: isize) {
        self.top = self.walk(article, self.top, rows);
        self.bound(article);
        let place = self.place_of(article, self.cursor);
        let last = self.walk(article, self.top, self.height.saturating_sub(1) as isize);
        if place < self.top {
            let top = self.top;
            self.land(article, top);
        } else if place > last {
            self.land(article, last);
        }
        self.fill(article);
    }

    /// To the first or the last row.
    pub fn edge(&mut self, article: &Article, end: bool) {
        let place = if end {
            let at = self.count().saturating_sub(1);
            Place {
                at,
                row: self.rows(article, at).len().saturating_sub(1),
            }
        } else {
            Place::default()
        };
        self.land(article, place);
        self.reveal(article, Aim::Nearest);
    }

    /// Brings the cursor's row into view.
    pub fn reveal(&mut self, article: &Article, aim: Aim) {
        let place = self.place_of(article, self.cursor);
        let margin = (self.height / 4).min(5);
        let last = self.height.saturating_sub(1);
        let depth = if place < self.top {
            None
        } else {
            self.between(article, self.top, place, 2 * self.height)
        };
        let wanted = match (aim, depth) {
            (Aim::Top, _) => 0,
            (Aim::Centre, _) => last / 2,
            (Aim::Bottom, _) => last,
            (Aim::Row(row), _) => row.min(last),
            (_, Some(depth)) if depth >= margin && depth + margin <= last => depth,
            (Aim::Nearest, Some(depth)) if depth < margin => margin,
            (Aim::Nearest, Some(_)) => last.saturating_sub(margin),
            (Aim::Nearest, None) if place < self.top => margin,
            (Aim::Upper, Some(depth)) if depth < margin && self.top == Place::default() => depth,
            _ => last / 3,
        };
        self.top = self.walk(article, place, -(wanted as isize));
        if aim != Aim::Top && aim != Aim::Centre {
            self.bound(article);
        }
        self.fill(article);
    }

    /// The block of the next paragraph (`forward`) or of the beginning of this or the previous one.
    pub fn paragraph(&mut self, article: &Article, forward: bool) -> Option<usize> {
        let place = self.place_of(article, self.cursor);
        let here = self.piece(place.at)?.block;
        if forward {
            (place.at + 1..self.count()).find_map(|at| self.piece(at).filter(|p| p.block != here))
        } else {
            let inside = self.cursor > self.piece(place.at)?.span.trim(&article.text).start();
            if inside {
                return self.piece(place.at).map(|p| p.span.trim(&article.text).start());
            }
            (0..place.at)
                .rev()
                .find_map(|at| self.piece(at).filter(|p| p.block != here))
        }
        .map(|p| {
            let start = article.blocks.get(p.block as usize).map_or(p.span, |b| b.span);
            start.trim(&article.text).start()
        })
    }

    /// How many pieces are shown.
    fn count(&self) -> usize {
        self.left.as_ref().map_or(self.pieces.len(), Vec::len)
    }

    fn id(&self, at: usize) -> usize {
        match &self.left {
            Some(left) => left.get(at).map_or(usize::MAX, |&p| p as usize),
            None => at,
        }
    }

    fn piece(&self, at: usize) -> Option<Piece> {
        self.pieces.get(self.id(at)).copied()
    }

    fn rows(&mut self, article: &Article, at: usize) -> Rc<[Span]> {
        let id = self.id(at);
        if let Some(rows) = self.cache.get(&(id as u32)) {
            return Rc::clone(rows);
        }
        let Some(piece) = self.pieces.get(id) else {
            return Rc::from([]);
        };
        let rows: Rc<[Span]> = wrap(&article.text, piece.span, self.columns).into();
        if self.cache.len() >= KEPT {
            self.cache.clear();
        }
        self.cache.insert(id as u32, Rc::clone(&rows));
        rows
    }

    /// Rows of a piece, the blank one after it included.
    fn tall(&mut self, article: &Article, at: usize) -> usize {
        let gap = self.piece(at).is_some_and(|p| p.gap) && at + 1 < self.count();
        self.rows(article, at).len() + usize::from(gap)
    }

    /// The row of byte `at`, or of the nearest shown piece.
    fn place_of(&mut self, article: &Article, byte: usize) -> Place {
        let count = self.count();
        let at = match &self.left {
            Some(left) => left.partition_point(|&p| {
                self.pieces
                    .get(p as usize)
                    .is_some_and(|piece| piece.span.start() <= byte)
            }),
            None => self.pieces.partition_point(|piece| piece.span.start() <= byte),
        }
        .saturating_sub(1);
        // Past the end of a piece whose follower is hidden: the follower that is shown is what comes next to read.
        let at = if self.left.is_some()
            && at + 1 < count
            && self.piece(at).is_some_and(|p| byte >= p.span.end())
        {
            at + 1
        } else {
            at
        };
        let rows = self.rows(article, at);
        let row = rows.partition_point(|r| r.start() <= byte).saturating_sub(1);
        Place { at, row }
    }

    fn land(&mut self, article: &Article, place: Place) {
        let rows = self.rows(article, place.at);
        let row = place.row.min(rows.len().saturating_sub(1));
        let Some(span) = rows.get(row).copied() else {
            return;
        };
        let next = article
            .sentences
            .partition_point(|s| s.span.start() < span.start());
        self.cursor = article
            .sentences
            .get(next)
            .map(|s| s.span.start())
            .filter(|&start| start < span.end())
            .unwrap_or_else(|| span.start());
    }

    fn next_row(&mut self, article: &Article, place: Place) -> Option<Place> {
        if place.row + 1 < self.rows(article, place.at).len() {
            return Some(Place {
                row: place.row + 1,
                ..place
            });
        }
        (place.at + 1 < self.count()).then_some(Place {
            at: place.at + 1,
            row: 0,
        })
    }

    fn previous_row(&mut self, article: &Article, place: Place) -> Option<Place> {
        if place.row > 0 {
            return Some(Place {
                row: place.row - 1,
                ..place
            });
        }
        let at = place.at.checked_sub(1)?;
        Some(Place {
            at,
            row: self.rows(article, at).len().saturating_sub(1),
        })
    }

    /// `rows` further down (or up), blank rows counted, within the text.
    fn walk(&mut self, article: &Article, from: Place, rows: isize) -> Place {
        let mut place = from;
        let mut left = rows.unsigned_abs();
        while left > 0 {
            if rows > 0 {
                let rest = self.tall(article, place.at).saturating_sub(place.row + 1);
                if left <= rest {
                    place.row += left;
                    return place;
                }
                if place.at + 1 >= self.count() {
                    place.row += rest;
                    return place;
                }
                left -= rest + 1;
                place = Place {
                    at: place.at + 1,
                    row: 0,
                };
            } else {
                if left <= place.row {
                    place.row -= left;
                    return place;
                }
                left -= place.row;
                place.row = 0;
                if place.at == 0 {
                    return place;
                }
                left -= 1;
                place.at -= 1;
                place.row = self.tall(article, place.at).saturating_sub(1);
            }
        }
        place
    }

    /// Rows from `from` down to `to`, if they are at most `most`.
    fn between(&mut self, article: &Article, from: Place, to: Place, most: usize) -> Option<usize> {
        let mut rows = 0;
        let mut at = from.at;
        while at < to.at {
            rows += self.tall(article, at);
            if rows > most + from.row {
                return None;
            }
            at += 1;
        }
        (rows + to.row).checked_sub(from.row).filter(|&r| r <= most)
    }

    /// The last row of the text stands no higher than the bottom of the pane, if there is enough text.
    fn bound(&mut self, article: &Article) {
        let at = self.count().saturating_sub(1);
        let end = Place {
            at,
            row: self.tall(article, at).saturating_sub(1),
        };
        let lowest = self.walk(article, end, -(self.height.saturating_sub(1) as isize));
        self.top = self.top.min(lowest);
    }

    fn fill(&mut self, article: &Article) {
        let mut window = std::mem::take(&mut self.window);
        window.clear();
        let mut place = self.top;
        while window.len() < self.height && place.at < self.count() {
            let Some(piece) = self.piece(place.at) else { break };
            let rows = self.rows(article, place.at);
            let block = piece.block as usize;
            let first = place.at == 0 || self.piece(place.at - 1).is_none_or(|p| p.block != piece.block);
            for row in place.row..self.tall(article, place.at) {
                if window.len() == self.height {
                    break;
                }
                window.push(Row {
                    span: rows.get(row).copied().unwrap_or_default(),
                    block,
                    first: first && row == 0,
                });
            }
            place = Place {
                at: place.at + 1,
                row: 0,
            };
        }
        self.window = window;
    }
}
