//! The movements pane: the table, its columns fitted to the room, its cells wrapped, what to check below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::{Pen, tint};
use super::theme::Theme;
use crate::analysis::Realis;
use crate::app::table::{Column, Fitted, GAP, beside, cell};
use crate::app::{App, Area, Geometry, Hit, Pane, Screen};
use crate::export::Row;
use crate::text::wrap_line;

/// Most lines of one cell; the detail has the rest.
const TALLEST: usize = 4;

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
    let columns = app.columns(inner);
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
    let own = columns
        .iter()
        .map(|(column, width)| wrap_line(&cell(row, *column), *width).len())
        .max()
        .unwrap_or(1)
        .clamp(1, TALLEST);
    let more = if at == app.selected_row() {
        more(row, columns)
    } else {
        String::new()
    };
    own + if more.is_empty() {
        0
    } else {
        wrap_line(&more, whole(columns)).len()
    }
}

/// What of the selected row has no column here.
fn more(row: &Row, columns: &[Fitted]) -> String {
    beside(row, |column| columns.iter().any(|(c, _)| *c == column)).join(" · ")
}

/// Columns of the whole table, less the indent of what stands below a row.
fn whole(columns: &[Fitted]) -> usize {
    let all: usize = columns.iter().map(|(_, width)| width + GAP).sum();
    all.saturating_sub(GAP + 2).max(8)
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
    if at == app.selected_row() {
        for words in wrap_line(&more(row, columns), whole(columns)) {
            if words.is_empty() {
                break;
            }
            Pen::new(buffer, area, y + tall as u16)
                .to(area.x + 4)
                .write(words, theme.unfocused);
            tall += 1;
        }
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
