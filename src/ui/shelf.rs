//! The list of briefings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::{Pen, sweep, tint};
use super::theme::Theme;
use crate::app::shelf::Shelf;
use crate::text::width;

/// The row of the screen in which the list begins.
pub const FIRST: u16 = 2;

/// From this many columns on, day and counts stand in each row; else those of the selected one at the top.
const WIDE: u16 = 110;

/// Columns of the facts of a row: speakers, quotes, movements, day.
const FACTS: [usize; 4] = [12, 12, 14, 19];

/// The keys that matter here.
const KEYS: [(&str, &str); 4] = [
    ("Enter", "open"),
    ("j k", "down, up"),
    ("g G", "first, last"),
    ("q", "quit"),
];

/// How many rows of a screen with `rows` the list has.
pub fn room(rows: u16) -> usize {
    usize::from(rows.saturating_sub(FIRST + 2)).max(1)
}

/// Draws the list.
pub fn draw(buffer: &mut Buffer, shelf: &Shelf, theme: &Theme) {
    let area = buffer.area;
    buffer.set_style(area, theme.text);
    let chosen = shelf.entries().get(shelf.selected());
    let facts = chosen.map_or(&[][..], |entry| &entry.facts);
    let at = format!("{}/{}", shelf.selected() + 1, shelf.entries().len());
    let mut parts: Vec<_> = facts
        .iter()
        .map(String::as_str)
        .filter(|f| !f.is_empty())
        .collect();
    if area.width >= WIDE {
        parts.clear();
    }
    parts.push(&at);
    let room = usize::from(area.width).saturating_sub(width(shelf.title()) + 4);
    while parts.len() > 1 && width(&parts.join(" · ")) > room {
        parts.remove(0);
    }
    let place = parts.join(" · ");
    let mut pen = Pen::new(buffer, area, 0);
    let room = usize::from(area.width).saturating_sub(width(&place) + 4);
    pen.to(area.x + 1).limit(room).clipped(shelf.title(), theme.title);
    let mut pen = Pen::new(buffer, area, 0);
    pen.to(area.right().saturating_sub(width(&place) as u16 + 1))
        .write(&place, theme.unfocused);
    rows(buffer, area, shelf, theme);
    let mut pen = Pen::new(buffer, area, area.height.saturating_sub(1));
    pen.to(area.x + 1);
    if let Some(trouble) = shelf.trouble() {
        pen.clipped(trouble, theme.warning);
    } else {
        for (at, (key, label)) in KEYS.into_iter().enumerate() {
            let gap = if at > 0 { "   " } else { "" };
            pen.write(gap, theme.chrome)
                .write(key, theme.key)
                .write(" ", theme.chrome)
                .write(label, theme.unfocused);
        }
    }
    sweep(buffer);
}

fn rows(buffer: &mut Buffer, area: Rect, shelf: &Shelf, theme: &Theme) {
    let fit = room(area.height);
    let longest = shelf.entries().iter().map(|entry| width(&entry.name)).max();
    let names = longest.unwrap_or_default().min(usize::from(area.width) / 3);
    let seen = shelf.entries().iter().enumerate().skip(shelf.top()).take(fit);
    for (row, (at, entry)) in (FIRST..).zip(seen) {
        let here = at == shelf.selected();
        let mut pen = Pen::new(buffer, area, row);
        pen.to(area.x + 1)
            .write(if here { "▸ " } else { "  " }, theme.bar)
            .write(&tail(&entry.name, names), theme.heading);
        let facts: String = if area.width >= WIDE {
            FACTS
                .iter()
                .zip(&entry.facts)
                .map(|(wide, fact)| format!("{fact:>wide$}"))
                .collect::<Vec<_>>()
                .concat()
        } else {
            String::new()
        };
        let (sign, style) = match (entry.broken, entry.read) {
            (true, _) => ("✗ ", theme.warning),
            (_, true) => ("✓ ", theme.message),
            _ => ("  ", Style::new()),
        };
        let from = area.x + names as u16 + 4;
        let right = width(&facts) as u16 + 1;
        let mut pen = Pen::new(buffer, area, row);
        pen.to(from)
            .limit(usize::from(area.width.saturating_sub(from + right + 1)))
            .write(sign, style)
            .clipped(&entry.about, if entry.broken { style } else { Style::new() });
        let mut pen = Pen::new(buffer, area, row);
        pen.to(area.right().saturating_sub(right))
            .write(&facts, theme.unfocused);
        if here {
            tint(buffer, area, row, 1, theme.selected);
        }
    }
}

/// A name, or the end of it, which tells files of one folder apart.
fn tail(name: &str, columns: usize) -> String {
    if width(name) <= columns {
        return name.to_owned();
    }
    let mut skipped = name;
    while width(skipped) + 1 > columns && !skipped.is_empty() {
        let next = skipped.chars().next().map_or(0, char::len_utf8);
        skipped = skipped.get(next..).unwrap_or_default();
    }
    format!("…{skipped}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Scheme;
    use crate::app::shelf::Entry;

    #[test]
    fn the_list_names_each_and_marks_one() {
        let entry = |name: &str, about: &str| Entry {
            name: name.to_owned(),
            about: about.to_owned(),
            ..Entry::default()
        };
        let mut shelf = Shelf::new(vec![entry("one.txt", "first"), entry("two.txt", "")]);
        shelf.resize(3);
        for (columns, rows) in [(0, 0), (1, 1), (9, 2), (40, 6)] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
            draw(&mut buffer, &shelf, &Theme::new(Scheme::Mono, false));
            if columns == 40 {
                shelf.describe(1, "folder/two.txt: no such file; check the path", &[], false);
                let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
                draw(&mut buffer, &shelf, &Theme::new(Scheme::Mono, false));
                let line = |y: u16| (0..columns).map(|x| buffer[(x, y)].symbol()).collect::<String>();
                assert_eq!(line(0).trim(), "Briefings                          1/2");
                assert_eq!(line(2).trim_end(), " ▸ one.txt   first");
                // The reason stands where there is little room, not the name once more.
                assert_eq!(line(3).trim_end(), "   two.txt ✗ no such file; check the…");
                assert!(line(5).contains("Enter open"));
            }
        }
    }
}
