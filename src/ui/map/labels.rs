//! Names on the map: where they go so that none covers another.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::cell_of;

/// Writes labels where no other one stands.
pub(super) struct Labels {
    pub(super) field: Rect,
    size: (f64, f64),
    ground: Style,
    taken: Vec<bool>,
    /// First lines of what was written, so that a name is not told twice.
    pub(super) written: Vec<String>,
}

impl Labels {
    pub(super) fn new(field: Rect, size: (f64, f64), ground: Style) -> Self {
        Self {
            field,
            size,
            ground,
            taken: vec![false; usize::from(field.width) * usize::from(field.height)],
            written: Vec::new(),
        }
    }

    fn index(&self, x: u16, y: u16) -> usize {
        usize::from(y - self.field.y) * usize::from(self.field.width) + usize::from(x - self.field.x)
    }

    /// A mark; the first one at a cell stays.
    pub(super) fn point(&mut self, at: (f64, f64), glyph: char, style: Style, buf: &mut Buffer) {
        let Some((x, y)) = cell_of(self.field, at, self.size) else {
            return;
        };
        let index = self.index(x, y);
        if let Some(taken) = self.taken.get_mut(index)
            && !std::mem::replace(taken, true)
            && let Some(cell) = buf.cell_mut((x, y))
        {
            cell.set_char(glyph).set_style(style);
        }
    }

    /// What writing into a box would cost: cells with lines in them; `None` where it does not fit or another label is.
    fn cost(&self, rect: Rect, buf: &Buffer) -> Option<usize> {
        if rect.width == 0 || self.field.intersection(rect) != rect {
            return None;
        }
        let mut cost = 0;
        for position in rect.positions() {
            if *self.taken.get(self.index(position.x, position.y))? {
                return None;
            }
            cost += usize::from(buf.cell(position).is_some_and(|c| c.symbol() != " "));
        }
        Some(cost)
    }

    /// Writes `block` beside the point where it hides least; false when there is no room.
    pub(super) fn place(&mut self, at: (f64, f64), block: &[(String, Style)], buf: &mut Buffer) -> bool {
        let Some((x, y)) = cell_of(self.field, at, self.size) else {
            return false;
        };
        let (x, y) = (i32::from(x), i32::from(y));
        let width = block
            .iter()
            .map(|(text, _)| text.width() as i32)
            .max()
            .unwrap_or(0)
            + 2;
        let height = block.len() as i32;
        let spots = [
            (x + 1, y),
            (x - width, y),
            (x + 1, y - height + 1),
            (x - width, y - height + 1),
            (x - width / 2, y + 1),
            (x - width / 2, y - height),
            (x + 1, y + 1),
            (x + 1, y - height),
            (x - width, y + 1),
            (x - width, y - height),
            (x + 3, y + 2),
            (x - width - 2, y - height - 1),
        ];
        let best = spots
            .into_iter()
            .enumerate()
            .filter_map(|(rank, (left, top))| {
                let rect = Rect {
                    x: u16::try_from(left).ok()?,
                    y: u16::try_from(top).ok()?,
                    width: width as u16,
                    height: height as u16,
                };
                self.cost(rect, buf).map(|cost| (cost + rank / 2, rank, rect))
            })
            .min_by_key(|&(cost, rank, _)| (cost, rank));
        let Some((_, _, rect)) = best else { return false };
        // Left of its point a block is set flush right, so that every line begins or ends beside it.
        let left = i32::from(rect.right()) <= x + 1;
        for (row, (text, style)) in block.iter().enumerate() {
            let aside = if left {
                rect.width.saturating_sub(text.width() as u16 + 2)
            } else {
                0
            };
            self.write(
                rect.x + aside,
                rect.y + row as u16,
                &format!(" {text} "),
                *style,
                buf,
            );
        }
        self.written.extend(block.first().map(|(text, _)| text.clone()));
        true
    }

    /// Writes a name around its point, if nothing at all is there.
    pub(super) fn centred(&mut self, at: (f64, f64), text: &str, style: Style, buf: &mut Buffer) -> bool {
        let Some((x, y)) = cell_of(self.field, at, self.size) else {
            return false;
        };
        let width = text.width() as u16 + 2;
        let spots = [
            (0, 0),
            (0, -1),
            (0, 1),
            (-2, 0),
            (2, 0),
            (-3, 1),
            (3, 1),
            (-3, -1),
            (3, -1),
        ];
        let free = spots.into_iter().find_map(|(right, down)| {
            let left = (i32::from(x) - i32::from(width / 2) + right).try_into().ok()?;
            let top = (i32::from(y) + down).try_into().ok()?;
            let rect = Rect {
                x: left,
                y: top,
                width,
                height: 1,
            };
            self.cost(rect, buf).is_some_and(|cost| cost == 0).then_some(rect)
        });
        if let Some(rect) = free {
            self.write(rect.x, rect.y, &format!(" {text} "), style, buf);
        }
        free.is_some()
    }

    fn write(&mut self, x: u16, y: u16, text: &str, style: Style, buf: &mut Buffer) {
        for i in 0..text.width() as u16 {
            let index = self.index(x + i, y);
            if let Some(taken) = self.taken.get_mut(index) {
                *taken = true;
            }
            if let Some(cell) = buf.cell_mut((x + i, y)) {
                cell.reset();
            }
        }
        buf.set_string(x, y, text, Style::reset().patch(self.ground).patch(style));
    }
}

/// The first `most` cells of `text`, with a mark when something is left off.
pub(super) fn short(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split(' ') {
        if out.width() + word.width() + 2 > most {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.is_empty() {
        out.extend(text.chars().take(most.saturating_sub(1) / 2));
    }
    out + "…"
}
