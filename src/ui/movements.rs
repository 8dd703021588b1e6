//! The movements pane: the table, its columns fitted to the room, its cells wrapped, what to check below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::{Pen, tint};
use super::theme::Theme;
use crate::analysis::Realis;
use crate::app::table::{Column, Table, cell};
use crate::app::{App, Area, Geometry, Hit, Pane, Screen};
use crate::text::{width, wrap_line};

/// Most lines of one cell; the detail has the rest.
const TALLEST: usize = 4;

/// Columns between two columns.
const GAP: usize = 1;

/// What gives way first when there is no room.
const DROPPED: [Column; 4] = [Column::Source, Column::When, Column::Force, Column::Unit];

/// A column with its width.
type Fitted = (Column, usize);

/// Draws the table and notes where its rows are.
pub fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let rows = app.rows();
    if rows.is_empty() {
        if area.height > 0 {
            Pen::new(buffer, area, 0)
                .to(area.x + 2)
                .clipped(super::status::nothing(app, "No movement of forces"), theme.chrome);
        }
        return;
    }
    let inner = usize::from(area.width.saturating_sub(2));
    let columns = fit(app.table(), inner);
    heading(buffer, area, theme, &columns);
    let body = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let selected = app.selected_row();
    let top = top_row(app, &columns, usize::from(body.height), selected);
    geometry.movements_top = top;
    let mut y = 0;
    let mut at = top;
    while y < body.height && at < rows.len() {
        let height = draw_row(buffer, body, y, app, theme, &columns, at);
        let shown = height.min(body.height - y);
        if at == selected {
            let focused = app.focus() == Pane::Movements || app.screen() == Screen::Map;
            tint(
                buffer,
                body,
                y,
                shown,
                if focused { theme.selected } else { theme.chosen },
            );
            for line in 0..shown {
                Pen::new(buffer, body, y + line).write("▌", theme.bar);
            }
        }
        let hit = Area {
            x: body.x,
            y: body.y + y,
            width: body.width,
            height: shown,
        };
        geometry.hits.push((hit, Hit::Movement(at)));
        y += height;
        at += 1;
    }
    if at >= rows.len() {
        notes(buffer, body, y + 1, app, theme);
    }
}

/// The width of each column that is shown; those that no row fills give their room away.
pub fn fit(table: &Table, room: usize) -> Vec<Fitted> {
    let place = |column: Column| Column::ALL.iter().position(|&c| c == column).unwrap_or(0);
    let natural = |column: Column| table.natural[place(column)].max(width(column.title()));
    let least = |column: Column| table.least[place(column)].clamp(width(column.title()), 14);
    let mut shown: Vec<Column> = Column::ALL
        .into_iter()
        .filter(|&c| table.natural[place(c)] > 0)
        .collect();
    let gaps = |n: usize| GAP * n.saturating_sub(1);
    let needed = |shown: &[Column]| shown.iter().map(|&c| least(c)).sum::<usize>() + gaps(shown.len());
    for dropped in DROPPED {
        if needed(&shown) <= room {
            break;
        }
        shown.retain(|&c| c != dropped);
    }
    let mut widths: Vec<usize> = shown.iter().map(|&c| least(c)).collect();
    let mut spare = room.saturating_sub(needed(&shown));
    // What is left goes a column at a time to the one that wraps most.
    while spare > 0 {
        let hungriest = shown
            .iter()
            .zip(&widths)
            .enumerate()
            .filter(|(_, (c, w))| natural(**c) > **w)
            .max_by_key(|(_, (c, w))| natural(**c).min(60) * 100 / **w);
        let Some((at, _)) = hungriest else { break };
        widths[at] += 1;
        spare -= 1;
    }
    let over = needed(&shown).saturating_sub(room);
    if over > 0
        && let Some(widest) = widths.iter_mut().max()
    {
        *widest = widest.saturating_sub(over).max(1);
    }
    shown.into_iter().zip(widths).collect()
}

fn heading(buffer: &mut Buffer, area: Rect, theme: &Theme, columns: &[Fitted]) {
    let mut x = area.x + 2;
    for (column, width) in columns {
        let mut pen = Pen::new(buffer, area, 0);
        pen.to(x).limit(*width);
        pen.clipped(column.title(), theme.chrome);
        x += (width + GAP) as u16;
    }
}

/// Lines of a row.
fn lines(app: &App, columns: &[Fitted], at: usize) -> usize {
    let Some(row) = app.rows().get(at) else { return 1 };
    columns
        .iter()
        .map(|(column, width)| wrap_line(&cell(row, *column), *width).len())
        .max()
        .unwrap_or(1)
        .clamp(1, TALLEST)
}

/// The first row to show, so that the selected one is wholly in view.
fn top_row(app: &App, columns: &[Fitted], height: usize, selected: usize) -> usize {
    let mut top = app.geometry().movements_top.min(selected);
    if selected - top > height {
        top = selected - height;
    }
    let mut used: usize = (top..=selected).map(|at| lines(app, columns, at)).sum();
    while used > height && top < selected {
        used -= lines(app, columns, top);
        top += 1;
    }
    top
}

fn draw_row(
    buffer: &mut Buffer,
    area: Rect,
    y: u16,
    app: &App,
    theme: &Theme,
    columns: &[Fitted],
    at: usize,
) -> u16 {
    let Some(row) = app.rows().get(at) else { return 1 };
    let realis = app.analysis().movements.get(row.id.0 as usize).map(|m| m.realis);
    let above = at.checked_sub(1).and_then(|a| app.rows().get(a));
    let force_shown = columns.iter().any(|(c, _)| *c == Column::Force);
    if app.analysis().by_reader.movements.contains(&row.id) {
        Pen::new(buffer, area, y).to(area.x + 1).write("✎", theme.message);
    }
    let mut tall = 1;
    let mut x = area.x + 2;
    for (index, (column, width)) in columns.iter().enumerate() {
        let mut words = cell(row, *column);
        if row.depth > 0 && *column == Column::Force && above.is_some_and(|a| a.force == row.force) {
            words = format!("{}└", "  ".repeat(row.depth.min(4) - 1));
        } else if row.depth > 0 && index == 0 && !force_shown {
            words = format!("└ {words}");
        } else if *column == Column::Strength && words.is_empty() {
            crate::export::OPEN.clone_into(&mut words);
        }
        let style = style(theme, *column, realis, &words);
        let lines = wrap_line(&words, *width);
        let cut = lines.len() > TALLEST;
        for (line, words) in lines.iter().take(TALLEST).enumerate() {
            let mut pen = Pen::new(buffer, area, y + line as u16);
            pen.to(x).limit(*width);
            if cut && line + 1 == TALLEST {
                let words = format!("{words}…");
                pen.clipped(&words, style);
            } else {
                pen.write(words, style);
            }
        }
        tall = tall.max(lines.len().min(TALLEST));
        x += (width + GAP) as u16;
    }
    tall as u16
}

fn style(theme: &Theme, column: Column, realis: Option<Realis>, words: &str) -> Style {
    match column {
        Column::Strength if words == crate::export::OPEN => theme.chrome,
        Column::Strength => theme.heading,
        Column::Status if words.contains('!') => theme.warning,
        Column::Status => match realis {
            Some(Realis::Negated) => theme.denied,
            Some(Realis::Hypothetical) => theme.unreal,
            _ => Style::new(),
        },
        Column::When | Column::Source => theme.unfocused,
        _ => Style::new(),
    }
}

/// What to check, where the table leaves room for it.
fn notes(buffer: &mut Buffer, area: Rect, from: u16, app: &App, theme: &Theme) {
    let Some(summary) = app.summary() else { return };
    let mut y = from;
    for note in &summary.notes {
        let room = usize::from(area.width.saturating_sub(4));
        for (line, words) in wrap_line(&note.message, room).into_iter().enumerate() {
            if y >= area.height {
                return;
            }
            let mut pen = Pen::new(buffer, area, y);
            if line == 0 {
                pen.to(area.x + 2).write("!", theme.warning);
            }
            pen.to(area.x + 4).write(words, theme.unfocused);
            y += 1;
        }
    }
}
