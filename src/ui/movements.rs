//! The movements pane: the table, its columns fitted to the room, its cells wrapped, what to check below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::{Pen, tint};
use super::theme::Theme;
use crate::analysis::Realis;
use crate::app::table::{Column, Table, cell};
use crate::app::{App, Area, Geometry, Hit, Pane, Screen};
use crate::export::Row;
use crate::text::{width, wrap_line};

/// Most lines of one cell; the detail has the rest.
const TALLEST: usize = 4;

/// Columns between two columns.
const GAP: usize = 1;

/// A column is given at least its longest word, but no more than this for it.
const LEAST: usize = 14;

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
///
/// Room is shared evenly, but a column that needs less than its share leaves the rest to the others.
pub fn fit(table: &Table, room: usize) -> Vec<Fitted> {
    let place = |column: Column| Column::ALL.iter().position(|&c| c == column).unwrap_or(0);
    let natural = |column: Column| table.natural[place(column)].max(width(column.title()));
    let least = |column: Column| table.least[place(column)].clamp(width(column.title()), LEAST);
    let mut shown: Vec<Column> = Column::ALL
        .into_iter()
        .filter(|&c| table.natural[place(c)] > 0)
        .collect();
    let needed = |shown: &[Column]| {
        shown.iter().map(|&c| least(c)).sum::<usize>() + GAP * shown.len().saturating_sub(1)
    };
    for dropped in DROPPED {
        if needed(&shown) <= room {
            break;
        }
        shown.retain(|&c| c != dropped);
    }
    let mut widths: Vec<usize> = shown.iter().map(|&c| least(c)).collect();
    let mut left = room.saturating_sub(GAP * shown.len().saturating_sub(1));
    let mut open: Vec<usize> = (0..shown.len()).collect();
    open.sort_by_key(|&at| natural(shown[at]));
    for (settled, &at) in open.iter().enumerate() {
        let others: usize = open.iter().skip(settled + 1).map(|&o| least(shown[o])).sum();
        let share = (left / (open.len() - settled)).max(least(shown[at]));
        widths[at] = natural(shown[at])
            .min(share)
            .min(left.saturating_sub(others))
            .max(1);
        left = left.saturating_sub(widths[at]);
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
        let words = shown_cell(row, above, *column, index == 0 && !force_shown);
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

/// A cell as the table shows it: a part does not repeat the force of its total, an open strength is a dash.
pub fn shown_cell(row: &Row, above: Option<&Row>, column: Column, leads: bool) -> String {
    let words = cell(row, column);
    match column {
        Column::Force if row.depth > 0 && above.is_some_and(|a| a.force == row.force) => {
            format!("{}└", "  ".repeat(row.depth.min(4) - 1))
        }
        Column::Strength if words.is_empty() => crate::export::OPEN.to_owned(),
        _ if row.depth > 0 && leads => format!("└ {words}"),
        _ => words,
    }
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
