//! The screens in the panes' place beside the summary: map with its table, timeline, outline.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::map::{MapStyles, MapWidget, mark};
use super::page::Page;
use super::paint::{Pen, tint};
use super::theme::Theme;
use super::{movements, status};
use crate::app::outline::{Part, Section};
use crate::app::table::{Column, cell, way};
use crate::app::timeline::{Moment, What};
use crate::app::{App, Area, Geometry, Hit};
use crate::export::counted;
use crate::text::{clip, fold, width, wrap_line};

/// From this many columns on, the table stands beside the map.
const BESIDE: u16 = 110;

/// Lines of one entry of the timeline.
const TALLEST: usize = 3;

/// The map, the table of its movements and the words behind the selected one.
pub fn map(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let beside = area.width >= BESIDE;
    let side = if beside {
        (area.width * 2 / 5).clamp(46, 66)
    } else {
        let rows = app.rows().len() as u16 + 1;
        rows.clamp(2, (area.height / 3).max(2))
    };
    let (field, rest) = if beside {
        (
            Rect {
                width: area.width - side - 1,
                ..area
            },
            Rect {
                x: area.right() - side,
                width: side,
                ..area
            },
        )
    } else {
        let words = if area.height >= 18 { 3 } else { 0 };
        let tall = (side + words).min(area.height / 2);
        (
            Rect {
                height: area.height - tall,
                ..area
            },
            Rect {
                y: area.bottom() - tall,
                height: tall,
                ..area
            },
        )
    };
    if beside {
        for row in 0..area.height {
            Pen::new(buffer, area, row)
                .to(rest.x - 1)
                .write("│", theme.chrome);
        }
    }
    MapWidget {
        state: &app.screens().map,
        selected: app.movement().map(|(id, _)| id),
        styles: &styles(theme),
        braille: app.braille(),
    }
    .render(field, buffer);
    geometry.hits.push((hit(field), Hit::Map));
    let words = evidence(app, theme, usize::from(rest.width.saturating_sub(4)));
    let most = if beside {
        rest.height / 3
    } else {
        rest.height.saturating_sub(3)
    };
    let tall = (words.len() as u16 + 1).min(most);
    let table = Rect {
        height: rest.height - tall,
        ..rest
    };
    movements::draw(buffer, table, app, theme, geometry);
    let below = Rect {
        x: rest.x + 2,
        y: table.bottom() + tall.min(1),
        width: rest.width.saturating_sub(4),
        height: tall.saturating_sub(1),
    };
    words.draw(buffer, below, 0);
}

fn hit(area: Rect) -> Area {
    Area {
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
    }
}

/// How a theme draws a map.
pub fn styles(theme: &Theme) -> MapStyles {
    let hue = |at: usize| theme.voices.get(at).copied().unwrap_or_default();
    MapStyles {
        ground: theme.text,
        coast: theme.coast,
        border: theme.chrome,
        name: theme.chrome,
        place: theme.heading,
        lit: theme.evidence,
        selected: theme.selected,
        legend: theme.unfocused,
        forces: [1, 5, 2, 0, 3].map(hue).to_vec(),
    }
}

/// The sentence behind the selected row, with its paragraph.
fn evidence(app: &App, theme: &Theme, columns: usize) -> Page {
    let mut page = Page::new(columns);
    let Some((_, row)) = app.movement() else {
        return page;
    };
    let Some(span) = row.evidence.first() else {
        return page;
    };
    let article = app.article();
    let sentence = article
        .sentence_at(span.start())
        .and_then(|s| article.sentences.get(s));
    let words = fold(article.words(sentence.map_or(*span, |s| s.span.cover(*span)))).into_owned();
    let number = article.block_at(span.start()).map_or(0, |b| b + 1);
    page.hang(vec![(format!("¶{number} "), theme.chrome)], &words, Style::new());
    page
}

/// Movements and dated statements by day, what lies ahead at the right of what is done.
pub fn timeline(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let moments = &app.screens().timeline;
    let area = inset(area);
    if moments.is_empty() {
        Pen::new(buffer, area, 0).clipped(
            status::nothing(app, "No movement and no dated statement"),
            theme.chrome,
        );
        return;
    }
    let when = moments
        .iter()
        .map(|m| width(&m.when))
        .max()
        .unwrap_or(0)
        .clamp(10, 23) as u16
        + 2;
    let two = area.width >= 90;
    let column = if two {
        (area.width - when) / 2
    } else {
        area.width - when
    };
    let mut pen = Pen::new(buffer, area, 0);
    pen.write("When", theme.chrome).to(area.x + when);
    if two {
        pen.write("━━ done, or so now", theme.chrome)
            .to(area.x + when + column)
            .write("╍╍ planned, proposed, denied", theme.chrome);
    } else {
        pen.clipped("━━ done, or so now    ╍╍ planned, proposed, denied", theme.chrome);
    }
    let body = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let room = usize::from(column.saturating_sub(4));
    let lines = |moment: &Moment| -> Vec<String> {
        let words = told(app, moment);
        let rows = wrap_line(&words, room);
        let cut = rows.len() > TALLEST;
        let mut rows: Vec<String> = rows.into_iter().take(TALLEST).map(str::to_owned).collect();
        if let Some(last) = rows.last_mut().filter(|_| cut) {
            *last = clip(&format!("{last}…"), room).into_owned();
        }
        rows
    };
    let selected = app.screens().row.min(moments.len() - 1);
    let top = first_shown(selected, usize::from(body.height), |at| {
        moments.get(at).map_or(1, |m| lines(m).len())
    });
    let mut y = 0;
    let mut said: Option<&str> = None;
    for (at, moment) in moments.iter().enumerate().skip(top) {
        if y >= body.height {
            break;
        }
        let rows = lines(moment);
        let shown = (rows.len() as u16).min(body.height - y);
        let x = body.x + when + if two && moment.ahead { column } else { 0 };
        if said != Some(&moment.when) {
            let words = if moment.when.is_empty() {
                "no day"
            } else {
                &moment.when
            };
            Pen::new(buffer, body, y)
                .limit(usize::from(when) - 1)
                .clipped(words, theme.heading);
        }
        said = Some(&moment.when);
        for (row, words) in rows.iter().enumerate() {
            let mut pen = Pen::new(buffer, body, y + row as u16);
            pen.to(x).limit(room + 2);
            let sign = match (row, moment.ahead) {
                (0, true) => "╍ ",
                (0, false) => "━ ",
                _ => "  ",
            };
            let style = if moment.what == What::Statement {
                theme.unfocused
            } else {
                Style::new()
            };
            pen.write(sign, theme.evidence).write(words, style);
        }
        if at == selected {
            tint(buffer, body, y, shown, theme.selected);
        }
        geometry.hits.push((line_hit(body, y, shown), Hit::Item(at)));
        y += rows.len() as u16;
    }
    geometry.scroll = (moments.len(), usize::from(body.height) / 2);
}

/// One line of the timeline in words.
fn told(app: &App, moment: &Moment) -> String {
    let What::Movement(id) = moment.what else {
        return fold(app.article().words(moment.span)).into_owned();
    };
    let Some(row) = app.rows().get(app.table().place_of(id)) else {
        return String::new();
    };
    let glyph = app
        .analysis()
        .movements
        .get(id.0 as usize)
        .map_or(' ', |m| mark(m.status, app.braille()));
    let parts = [
        row.force.clone(),
        cell(row, Column::Strength),
        row.unit.clone(),
        way(row),
        cell(row, Column::Status),
        row.source.clone(),
    ];
    let words: Vec<_> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    format!("{glyph} {}", words.join(" · "))
}

/// From this many columns on, the outline says more than the words of each part.
pub const SIZES: u16 = 74;

/// Headings, questions and turns with their sizes.
pub fn outline(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let sections = &app.screens().outline;
    let area = inset(area);
    if sections.is_empty() {
        Pen::new(buffer, area, 0).clipped("There is nothing to list yet", theme.chrome);
        return;
    }
    let longest = sections.iter().map(|s| s.size).max().unwrap_or(1).max(1);
    let selected = app.screens().row.min(sections.len() - 1);
    let fit = usize::from(area.height);
    let top = selected
        .saturating_sub(fit * 2 / 3)
        .min(sections.len().saturating_sub(fit));
    let sizes: u16 = if area.width + 4 >= SIZES { 30 } else { 12 };
    for (row, (at, section)) in sections.iter().enumerate().skip(top).take(fit).enumerate() {
        let y = row as u16;
        let mut pen = Pen::new(buffer, area, y);
        pen.limit(usize::from(area.width.saturating_sub(sizes)));
        pen.write(&format!("{:>4} ", section.block + 1), theme.chrome)
            .write(&"  ".repeat(usize::from(section.depth)), Style::new());
        head(&mut pen, app, theme, section);
        let mut pen = Pen::new(buffer, area, y);
        pen.to(area.right().saturating_sub(sizes))
            .write("  ", Style::new());
        if sizes >= 30 {
            let cells = (section.size * 8).div_ceil(longest).min(8);
            pen.write(&"▇".repeat(cells), theme.bar)
                .write(&" ".repeat(8 - cells), Style::new());
        }
        pen.write(&format!(" {:>6}w", section.size), theme.unfocused);
        if sizes >= 30 {
            let count = |n: usize, sign: &str| {
                if n > 0 {
                    format!(" {n:>3}{sign}")
                } else {
                    "     ".to_owned()
                }
            };
            pen.write(&count(section.quotes, "q"), theme.unfocused)
                .write(&count(section.movements, "▸"), theme.evidence);
        }
        if at == selected {
            tint(buffer, area, y, 1, theme.selected);
        }
        geometry.hits.push((line_hit(area, y, 1), Hit::Item(at)));
    }
    geometry.scroll = (sections.len(), fit);
}

fn head(pen: &mut Pen<'_>, app: &App, theme: &Theme, section: &Section) {
    let words = fold(app.article().words(section.words)).into_owned();
    let voice = |id| {
        app.index()
            .voice_of(Some(id))
            .and_then(|v| app.index().voices.get(v))
    };
    match section.part {
        Part::Heading => pen.clipped(&words, theme.heading),
        Part::Question => pen.write("? ", theme.evidence).clipped(&words, Style::new()),
        Part::Turn(Some(id)) => {
            let (letter, style) =
                voice(id).map_or((' ', Style::new()), |v| (v.letter, theme.voice(v.hue, v.letter)));
            let name = app
                .analysis()
                .speakers
                .get(id.0 as usize)
                .map_or("", |s| s.name.as_str());
            pen.write(&format!("{letter} {name}: "), style)
                .clipped(&words, theme.unfocused)
        }
        Part::Turn(None) | Part::Paragraph => pen.clipped(&words, Style::new()),
    };
}

fn inset(area: Rect) -> Rect {
    let side = area.width.min(2);
    Rect {
        x: area.x + side,
        width: area.width.saturating_sub(2 * side),
        ..area
    }
}

fn line_hit(area: Rect, y: u16, rows: u16) -> Area {
    Area {
        x: area.x,
        y: area.y + y,
        width: area.width,
        height: rows,
    }
}

/// The first entry to show, so that the selected one stands in the upper two thirds.
fn first_shown(selected: usize, height: usize, tall: impl Fn(usize) -> usize) -> usize {
    let mut used = tall(selected);
    let mut top = selected;
    while let Some(above) = top.checked_sub(1) {
        used += tall(above);
        if used > height * 2 / 3 {
            break;
        }
        top = above;
    }
    top
}

/// The title line of a screen: its name, and what it holds.
pub fn title(buffer: &mut Buffer, area: Rect, theme: &Theme, name: &str, facts: &str) {
    Pen::new(buffer, area, 0).fill("─", theme.chrome);
    Pen::new(buffer, area, 0)
        .to(area.x + 1)
        .write(" ", theme.chrome)
        .write(name, theme.focused)
        .write(" ", theme.chrome);
    let facts = format!(" {facts} ");
    let from = area.right().saturating_sub(width(&facts) as u16 + 1);
    if from > area.x + width(name) as u16 + 4 {
        Pen::new(buffer, area, 0).to(from).write(&facts, theme.unfocused);
    }
}

/// What the map's title says.
pub fn map_facts(app: &App) -> String {
    let scene = &app.screens().map.scene;
    let (at, all) = (app.selected_row() + 1, app.rows().len());
    let mut facts = vec![counted(scene.arrows.len(), "movement")];
    if all > 0 {
        facts.push(format!("row {at}/{all}"));
    }
    facts.push("made with Natural Earth".to_owned());
    facts.join(" · ")
}
