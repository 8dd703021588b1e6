//! Drawing on the grid: everything here clips to the area and to the screen, and measures by the one width function.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::Area;
use crate::text::graphemes;

/// An area of the plan as the terminal library's rectangle, within `buffer`.
pub fn rect(area: Area, buffer: &Buffer) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height).intersection(buffer.area)
}

/// A pen that writes on one row, from left to right, up to a column.
#[derive(Debug)]
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    x: u16,
    y: u16,
    end: u16,
}

impl<'a> Pen<'a> {
    /// A pen at row `row` of `area`.
    pub fn new(buffer: &'a mut Buffer, area: Rect, row: u16) -> Self {
        let inside = row < area.height;
        Self {
            x: area.x,
            y: area.y.saturating_add(row),
            end: if inside { area.right() } else { area.x },
            buffer,
        }
    }

    /// Columns left.
    pub fn left(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// The column that is written next.
    pub const fn column(&self) -> u16 {
        self.x
    }

    /// Goes on at a column.
    pub fn to(&mut self, x: u16) -> &mut Self {
        self.x = x.min(self.end);
        self
    }

    /// Writes no further than `columns` from here.
    pub fn limit(&mut self, columns: usize) -> &mut Self {
        self.end = self.end.min(self.x.saturating_add(columns as u16));
        self
    }

    /// Writes one cluster, unless there is no room for all of it.
    pub fn cluster(&mut self, symbol: &str, columns: usize, style: Style) -> bool {
        if columns > self.left() {
            self.x = self.end;
            return false;
        }
        if symbol.len() == columns {
            // ASCII, or a tab's spaces: one cell each.
            for byte in symbol.bytes() {
                if let Some(cell) = self.buffer.cell_mut((self.x, self.y)) {
                    cell.set_char(char::from(byte)).set_style(style);
                }
                self.x += 1;
            }
            return true;
        }
        if let Some(cell) = self.buffer.cell_mut((self.x, self.y)) {
            cell.set_symbol(symbol).set_style(style);
        }
        for covered in 1..columns as u16 {
            if let Some(cell) = self.buffer.cell_mut((self.x + covered, self.y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
        self.x += columns as u16;
        true
    }

    /// Writes words.
    pub fn write(&mut self, words: &str, style: Style) -> &mut Self {
        for (_, symbol, columns) in graphemes(words) {
            if !self.cluster(symbol, columns, style) {
                break;
            }
        }
        self
    }

    /// Writes words, with an ellipsis where they do not fit.
    pub fn clipped(&mut self, words: &str, style: Style) -> &mut Self {
        let room = self.left();
        let words = crate::text::clip(words, room);
        self.write(&words, style)
    }

    /// Fills the rest of the row.
    pub fn fill(&mut self, symbol: &str, style: Style) {
        while self.left() > 0 {
            self.cluster(symbol, 1, style);
        }
    }
}

/// Lays a style over a row of an area.
pub fn tint(buffer: &mut Buffer, area: Rect, row: u16, rows: u16, style: Style) {
    let strip = Rect {
        y: area.y.saturating_add(row),
        height: rows,
        ..area
    };
    buffer.set_style(strip.intersection(area), style);
}

/// Takes out of a finished frame what could act on the terminal: a belt to the cleaning of all text at the door.
pub fn sweep(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let bad = |b: u8| b < 0x20 || b == 0x7f || b == 0xc2;
        if cell.symbol().bytes().any(bad) && cell.symbol().chars().any(char::is_control) {
            cell.set_char(' ');
        }
    }
}
