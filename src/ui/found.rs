//! The sentences that a search through all open briefings found, or the quotes that hold some words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use regex::Regex;

use super::paint::{Pen, tint};
use super::theme::Theme;
use crate::app::{App, Area, Geometry, Hit};
use crate::span::Span;
use crate::text::{clip, graphemes, width};

/// Columns of a briefing's title.
const TITLE: usize = 28;

/// Columns of a speaker's name in a list of quotes.
const NAME: usize = 20;

/// Draws the list.
pub fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let books = app.books();
    let fit = usize::from(area.height);
    let wanted = app.found_pattern();
    let top = books
        .row
        .saturating_sub(fit * 2 / 3)
        .min(books.found.len().saturating_sub(fit));
    let titles = if books.books.len() > 1 && !books.quotes {
        TITLE
    } else {
        0
    };
    for (row, (at, found)) in books.found.iter().enumerate().skip(top).take(fit).enumerate() {
        let y = row as u16;
        let mut pen = Pen::new(buffer, area, y);
        pen.to(area.x + 2);
        if let Some(book) = books.books.get(found.book).filter(|_| titles > 0) {
            pen.limit(titles).clipped(&book.title, theme.heading);
        }
        let mut pen = Pen::new(buffer, area, y);
        pen.to(area.x + 2 + titles as u16 + u16::from(titles > 0))
            .write(&format!("¶{:<5}", found.paragraph), theme.chrome);
        let voice = found.voice.and_then(|v| Some((v, app.index().voices.get(v)?)));
        if let Some((at, voice)) = voice {
            let style = theme.voice(voice.hue, voice.letter);
            Pen::new(buffer, area, y)
                .to(area.x)
                .write(voice.letter.encode_utf8(&mut [0; 4]), style);
            let mut pen = Pen::new(buffer, area, y);
            let from = area.x + 8 + titles as u16 + u16::from(titles > 0);
            if books.quotes {
                pen.to(from).limit(NAME).clipped(&app.voice_name(at), style);
            }
        }
        let mut pen = Pen::new(buffer, area, y);
        let name = if books.quotes { NAME + 1 } else { 0 };
        pen.to(area.x + (8 + titles + usize::from(titles > 0) + name) as u16);
        sentence(&mut pen, &found.words, wanted.as_ref(), theme);
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

/// Writes a sentence with its hits lit; where the first would not be seen, the words before it are left out.
fn sentence(pen: &mut Pen<'_>, words: &str, wanted: Option<&Regex>, theme: &Theme) {
    let hits: Vec<Span> = wanted
        .iter()
        .flat_map(|p| p.find_iter(words))
        .map(|hit| Span::new(hit.start(), hit.end()))
        .collect();
    let room = pen.left();
    let mut from = 0;
    if let Some(first) = hits.first()
        && width(Span::new(0, first.end()).of(words)) + 2 > room
    {
        let lead = Span::new(0, first.start()).of(words);
        let spaces = lead.match_indices(' ').map(|(at, _)| at + 1);
        // A few words before it, for their sense.
        from = spaces
            .filter(|&at| width(Span::new(at, first.end()).of(words)) + 2 <= room / 2)
            .min()
            .unwrap_or_else(|| first.start());
        pen.write("…", theme.chrome);
    }
    let shown = Span::new(from, words.len()).of(words);
    let fitting = clip(shown, pen.left());
    let whole = fitting.len() == shown.len();
    let kept = if whole {
        shown.len()
    } else {
        fitting.len() - '…'.len_utf8()
    };
    for (offset, symbol, columns) in graphemes(shown.get(..kept).unwrap_or_default()) {
        let lit = hits.iter().any(|hit| hit.holds(from + offset));
        pen.cluster(symbol, columns, if lit { theme.hit } else { Style::new() });
    }
    if !whole {
        pen.write("…", Style::new());
    }
}
