//! The sentences that a search through all open briefings found.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::{Pen, tint};
use super::theme::Theme;
use crate::app::{App, Area, Geometry, Hit};

/// Columns of a briefing's title.
const TITLE: usize = 28;

/// Draws the list.
pub fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let books = app.books();
    let fit = usize::from(area.height);
    let top = books
        .row
        .saturating_sub(fit * 2 / 3)
        .min(books.found.len().saturating_sub(fit));
    let titles = if books.books.len() > 1 { TITLE } else { 0 };
    for (row, (at, found)) in books.found.iter().enumerate().skip(top).take(fit).enumerate() {
        let y = row as u16;
        let mut pen = Pen::new(buffer, area, y);
        pen.to(area.x + 2);
        if let Some(book) = books.books.get(found.book).filter(|_| titles > 0) {
            pen.limit(titles).clipped(&book.title, theme.heading);
        }
        let mut pen = Pen::new(buffer, area, y);
        pen.to(area.x + 2 + titles as u16 + u16::from(titles > 0))
            .write(&format!("¶{:<5}", found.paragraph), theme.chrome)
            .clipped(&found.words, Style::new());
        if at == books.row {
            tint(buffer, area, y, 1, theme.selected);
        }
        let hit = Area {
            x: area.x,
            y: area.y + y,
            width: area.width,
            height: 1,
        };
        geometry.hits.push((hit, Hit::Item(at)));
    }
    geometry.scroll = (books.found.len(), fit);
}
