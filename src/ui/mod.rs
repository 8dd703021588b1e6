//! The screen: `draw(frame, &App, &Theme) -> Geometry`. Nothing here changes the app or touches the world.

mod boxes;
mod detail;
mod form;
mod found;
mod help;
pub mod map;
mod movements;
mod page;
mod paint;
mod paragraphs;
pub mod picture;
mod position;
mod screens;
pub mod shelf;
mod speakers;
mod status;
mod summary;
mod theme;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub use theme::Theme;

use crate::app::{App, Area, Geometry, Pane, SMALLEST, Screen};
use crate::text::width;
use paint::{Pen, rect};

/// Draws everything and says where things are, for the next key or click.
pub fn draw(frame: &mut Frame<'_>, app: &App, theme: &Theme) -> Geometry {
    let (geometry, cursor) = render(frame.buffer_mut(), app, theme);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    geometry
}

/// The same onto an empty buffer, which need not be a terminal's; also where the text cursor stands.
pub fn render(buffer: &mut Buffer, app: &App, theme: &Theme) -> (Geometry, Option<(u16, u16)>) {
    let mut geometry = app.geometry().clone();
    geometry.hits.clear();
    buffer.set_style(buffer.area, theme.text);
    let cursor = compose(buffer, app, theme, &mut geometry);
    paint::sweep(buffer);
    let cursor = cursor.filter(|&at| buffer.area.contains(at.into()));
    (geometry, cursor)
}

fn compose(buffer: &mut Buffer, app: &App, theme: &Theme, geometry: &mut Geometry) -> Option<(u16, u16)> {
    let plan = app.plan();
    if plan.too_small {
        too_small(buffer, app, theme);
        return None;
    }
    status::header(buffer, app, theme);
    match app.screen() {
        Screen::Reader => {
            status::titles(buffer, app, theme, geometry);
            for pane in Pane::ALL {
                let Some(area) = plan.area(pane) else { continue };
                let inner = below_title(area, buffer);
                match pane {
                    Pane::Text => {
                        let shift = app.text_shift().min(inner.width);
                        let column = Rect {
                            x: inner.x + shift,
                            width: inner.width - shift,
                            ..inner
                        };
                        paragraphs::draw(buffer, column, app, theme);
                        position::draw(buffer, inner, app, theme);
                    }
                    Pane::Speakers => speakers::draw(buffer, inner, app, theme, geometry),
                    Pane::Movements => movements::draw(buffer, inner, app, theme, geometry),
                }
            }
        }
        Screen::Summary => {
            let body = rect(plan.body, buffer);
            let area = Rect {
                x: body.x + 2.min(body.width),
                width: body.width.saturating_sub(4),
                y: body.y + 1.min(body.height),
                height: body.height.saturating_sub(1),
            };
            summary::draw(buffer, area, app, theme, geometry);
        }
        Screen::Map | Screen::Timeline | Screen::Outline | Screen::Found => {
            let area = below_title(plan.body, buffer);
            let line = Rect {
                height: 1,
                ..rect(plan.body, buffer)
            };
            match app.screen() {
                Screen::Map => {
                    screens::title(buffer, line, theme, "Map", &screens::map_facts(app));
                    screens::map(buffer, area, app, theme, geometry);
                }
                Screen::Found => {
                    let books = app.books();
                    let mut facts = format!("{}/{}", books.row + 1, books.found.len());
                    if !books.query.trim().is_empty() {
                        facts.insert_str(0, &format!("“{}” ", books.query));
                    }
                    let title = if books.quotes { "Quotes" } else { "Found" };
                    screens::title(buffer, line, theme, title, &facts);
                    found::draw(buffer, area, app, theme, geometry);
                }
                Screen::Timeline => {
                    let lines = app.screens().timeline.len();
                    screens::title(
                        buffer,
                        line,
                        theme,
                        "Timeline",
                        &format!("{}/{lines}", app.screens().row + 1),
                    );
                    screens::timeline(buffer, area, app, theme, geometry);
                }
                _ => {
                    let lines = app.screens().outline.len();
                    let at = format!("{}/{lines}", app.screens().row + 1);
                    // Where the sizes stand in full, what their signs count is said above them.
                    let facts = if line.width >= screens::SIZES && lines > 0 {
                        format!("w words · q quotes · ▸ movements · {at}")
                    } else {
                        at
                    };
                    screens::title(buffer, line, theme, "Outline", &facts);
                    screens::outline(buffer, area, app, theme, geometry);
                }
            }
        }
    }
    status::footer(buffer, app, theme);
    boxes::draw(buffer, app, theme, geometry)
}

fn below_title(area: Area, buffer: &Buffer) -> Rect {
    let area = Area {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    rect(area, buffer)
}

fn too_small(buffer: &mut Buffer, app: &App, theme: &Theme) {
    let (columns, rows) = SMALLEST;
    let area = rect(app.plan().screen, buffer);
    for (row, words) in [
        "Too small".to_owned(),
        format!("need {columns}×{rows}"),
        "q quits".to_owned(),
    ]
    .iter()
    .enumerate()
    {
        let x = area.x + (usize::from(area.width).saturating_sub(width(words)) / 2) as u16;
        let from = (area.height / 2).saturating_sub(1);
        let style = if row == 0 { theme.title } else { Style::new() };
        Pen::new(buffer, area, from + row as u16)
            .to(x)
            .write(words, style);
    }
}
