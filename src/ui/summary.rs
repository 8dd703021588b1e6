//! The summary screen: the briefing at a glance, from the same model as the exports. Its entries stand in the order
//! of [`crate::app::brief::entries`].

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::movements::shown_cell;
use super::page::Page;
use super::paint::{Pen, tint};
use super::theme::Theme;
use crate::analysis::MovementId;
use crate::app::table::{Column, beside};
use crate::app::{App, Area, Geometry, Hit};
use crate::export::{BY_READER, Row};
use crate::text::{pad, width};

/// The widest page; more is harder to read.
const WIDEST: usize = 150;

/// Columns of the table on this screen.
const TABLE: [Column; 7] = Column::ALL;

/// Draws the screen and notes where its entries are. The selected entry is wholly in view.
pub fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let page = page(app, theme, usize::from(area.width));
    let fit = usize::from(area.height);
    let entries = page.entries();
    let selected = app.brief();
    let top = first_line(&page, selected, fit, geometry.summary_top);
    page.draw(buffer, area, top);
    for (at, lines) in entries.iter().enumerate() {
        let from = lines.start.max(top) - top;
        let to = lines.end.saturating_sub(top).min(fit);
        if from >= to {
            continue;
        }
        if at == selected {
            tint(buffer, area, from as u16, (to - from) as u16, theme.selected);
            for line in from..to {
                let mut pen = Pen::new(buffer, Rect { x: 0, ..area }, line as u16);
                pen.to(area.x.saturating_sub(1)).write("▌", theme.bar);
            }
        }
        let hit = Area {
            x: area.x,
            y: area.y + from as u16,
            width: area.width,
            height: (to - from) as u16,
        };
        geometry.hits.push((hit, Hit::Item(at)));
    }
    geometry.scroll = (page.len(), fit);
    geometry.summary_top = top;
    geometry.entries = entries.iter().map(|lines| lines.start).collect();
}

/// The first line to show: what was first before, unless the selected entry with the heading above it would not be in
/// view. The first entry brings the top of the page with it, the last one its end.
fn first_line(page: &Page, selected: usize, fit: usize, before: usize) -> usize {
    let most = page.len().saturating_sub(fit);
    let entries = page.entries();
    let Some(Range { start, mut end }) = entries.get(selected).cloned() else {
        return before.min(most);
    };
    let above = selected.checked_sub(1).and_then(|at| entries.get(at));
    let mut start = above.map_or(0, |above| above.end).min(start);
    if selected + 1 == entries.len() {
        end = page.len();
    }
    if end - start > fit {
        start = entries[selected].start;
    }
    let least = end.saturating_sub(fit).min(start);
    before.clamp(least, start).min(most)
}

/// The lines of the screen.
fn page(app: &App, theme: &Theme, columns: usize) -> Page {
    let mut page = Page::new(columns.min(WIDEST));
    let Some(summary) = app.summary() else {
        page.line(vec![("Still reading for findings…".to_owned(), theme.unfocused)]);
        return page;
    };
    page.hang(Vec::new(), &summary.title, theme.title);
    page.hang(Vec::new(), &summary.facts().join(" · "), theme.unfocused);
    page.gap();
    movements(app, theme, &mut page);
    section(&mut page, theme, "WHO SAID WHAT", "");
    if summary.speakers.is_empty() {
        page.line(vec![("Nobody is quoted.".to_owned(), theme.unfocused)]);
    }
    for person in &summary.speakers {
        let voice = app
            .index()
            .voice_of(person.id)
            .and_then(|v| app.index().voices.get(v));
        let style = voice.map_or(theme.unreal, |v| theme.voice(v.hue, v.letter));
        let letter = voice.map_or(' ', |v| v.letter);
        let from = page.len();
        let facts = format!("{} · {}", person.description(), person.measure());
        // Wrapping would take the blank before the dot, where there is no role.
        let (blank, facts) = facts.strip_prefix(' ').map_or(("", &*facts), |rest| (" ", rest));
        page.hang(
            vec![
                (format!("{letter} "), style),
                (format!("{}{blank}", person.name), theme.heading.patch(style)),
            ],
            facts,
            theme.unfocused,
        );
        page.entry(from);
        for said in &person.quotes {
            let from = page.len();
            let style = if said.verbatim {
                Style::new()
            } else {
                theme.reported
            };
            page.hang(
                vec![(format!("  ¶{:<4} ", said.paragraph), theme.chrome)],
                &said.shown(),
                style,
            );
            page.entry(from);
        }
    }
    if !summary.notes.is_empty() {
        page.gap();
        section(&mut page, theme, "TO CHECK", "");
        for note in &summary.notes {
            let from = page.len();
            page.hang(
                vec![("! ".to_owned(), theme.warning)],
                &note.shown(),
                Style::new(),
            );
            page.entry(from);
        }
    }
    if !summary.remarks.is_empty() {
        page.gap();
        section(&mut page, theme, "YOUR NOTES", "");
        for remark in &summary.remarks {
            let from = page.len();
            page.hang(
                vec![(format!("✎ ¶{:<4} ", remark.paragraph), theme.message)],
                &remark.shown(),
                Style::new(),
            );
            page.entry(from);
        }
    }
    page.gap();
    section(&mut page, theme, "HOW SURE", "");
    page.hang(Vec::new(), &summary.how_sure(), theme.unfocused);
    page
}

fn section(page: &mut Page, theme: &Theme, title: &str, right: &str) {
    let room = page.columns().saturating_sub(width(title) + width(right));
    if room < 2 || right.is_empty() {
        page.line(vec![(title.to_owned(), theme.heading)]);
        if !right.is_empty() {
            page.hang(Vec::new(), right, theme.unfocused);
        }
        return;
    }
    page.line(vec![
        (title.to_owned(), theme.heading),
        (" ".repeat(room), Style::new()),
        (right.to_owned(), theme.unfocused),
    ]);
}

fn movements(app: &App, theme: &Theme, page: &mut Page) {
    let Some(summary) = app.summary() else { return };
    let totals: Vec<String> = summary
        .totals
        .iter()
        .map(|t| {
            format!("{} {}: {}", t.force, t.status.name(), t.strength)
                .trim()
                .to_owned()
        })
        .collect();
    section(page, theme, "MOVEMENTS", &totals.join(" · "));
    if app.rows().is_empty() {
        page.line(vec![(
            "No movement of forces was found.".to_owned(),
            theme.unfocused,
        )]);
        page.gap();
        return;
    }
    let wide = page.columns();
    let fitted = app.columns(wide.saturating_sub(7));
    let shown: Vec<_> = TABLE
        .into_iter()
        .filter_map(|c| fitted.iter().find(|(f, _)| *f == c))
        .collect();
    let mut head = Vec::new();
    for (column, wide) in &shown {
        head.push((pad(column.title(), wide + 1), theme.chrome));
    }
    page.line(head);
    let leads = |at: usize| at == 0 && shown.iter().all(|(c, _)| *c != Column::Force);
    for (at, row) in app.rows().iter().enumerate() {
        let above = at.checked_sub(1).and_then(|a| app.rows().get(a));
        let cells: Vec<(usize, Column, String)> = shown
            .iter()
            .enumerate()
            .map(|(at, (c, w))| (*w, *c, shown_cell(row, above, *c, leads(at))))
            .collect();
        let wrapped: Vec<Vec<&str>> = cells
            .iter()
            .map(|(wide, _, words)| crate::text::wrap_line(words, *wide))
            .collect();
        let tall = wrapped.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let from = page.len();
        for line in 0..tall {
            let mut pieces = Vec::new();
            for ((wide, column, _), rows) in cells.iter().zip(&wrapped) {
                let words = rows.get(line).copied().unwrap_or_default();
                let style = match column {
                    Column::Strength => theme.heading,
                    Column::When | Column::Source => theme.unfocused,
                    _ => Style::new(),
                };
                pieces.push((pad(words, wide + 1), style));
            }
            if line == 0
                && let Some(paragraph) = row.paragraphs.first()
            {
                pieces.push((format!("¶{paragraph}"), theme.chrome));
            }
            page.line(pieces);
        }
        let more = more(app, row, |column| shown.iter().any(|(c, _)| *c == column));
        if !more.is_empty() {
            page.hang(vec![("  ".to_owned(), Style::new())], &more, theme.unfocused);
        }
        page.entry(from);
    }
    page.gap();
}

/// What the columns that have no room would say, and what ties the row to others.
fn more(app: &App, row: &Row, shown: impl Fn(Column) -> bool) -> String {
    let movement = app.analysis().movements.get(row.id.0 as usize);
    let named = |id: MovementId| {
        let other = app.rows().get(app.table().place_of(id));
        other.map_or_else(String::new, |row| {
            let paragraph = row.paragraphs.first().copied().unwrap_or(1);
            format!("{} of ¶{paragraph}", row.strength)
        })
    };
    let mut parts = beside(row, shown);
    if let Some(id) = movement.and_then(|m| m.conflicts_with) {
        parts.push(format!("conflicts with {}", named(id)));
    }
    if let Some(id) = movement.and_then(|m| m.same_as) {
        parts.push(format!("same force as {}", named(id)));
    }
    if row.by_reader {
        parts.push(BY_READER.to_owned());
    }
    parts.join(" · ")
}
