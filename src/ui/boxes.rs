//! The boxes over the panes: help, palette, prompt, export menu, detail, link, and the hint after a prefix key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::page::Page;
use super::paint::{Pen, rect, tint};
use super::theme::Theme;
use super::{detail, form, help as keys};
use crate::app::action::{context, key_of, keys_of};
use crate::app::{
    Action, App, Area, Asked, Geometry, Help, Hints, Hit, LinkList, Overlay, Palette, Prompt, Target,
};
use crate::keys::show;
use crate::text::{clip, scrolled, width};

/// Draws what is open, the last on top, and returns where the text cursor stands, if a field is open.
pub fn draw(buffer: &mut Buffer, app: &App, theme: &Theme, geometry: &mut Geometry) -> Option<(u16, u16)> {
    let mut cursor = None;
    for overlay in app.overlays() {
        cursor = match overlay {
            Overlay::Help(help) => draw_help(buffer, app, theme, geometry, help),
            Overlay::Palette(palette) => Some(draw_palette(buffer, app, theme, geometry, palette)),
            Overlay::Form(form) => Some(form::draw(buffer, app, theme, geometry, form)),
            Overlay::Prompt(prompt) => Some(draw_prompt(buffer, app, theme, prompt)),
            Overlay::Export(selected) => {
                draw_export(buffer, app, theme, geometry, *selected);
                None
            }
            Overlay::Detail(subject, scroll) => {
                let wide = app.plan().screen.width.saturating_sub(4).min(100);
                let page = detail::page(app, theme, *subject, usize::from(wide.saturating_sub(4)));
                let title = detail::title(app, *subject);
                show_page(buffer, app, theme, geometry, &page, *scroll, &title, wide);
                None
            }
            Overlay::Link(url) => {
                let wide = app.plan().screen.width.saturating_sub(4).min(100);
                let mut page = Page::new(usize::from(wide.saturating_sub(4)));
                page.hang(Vec::new(), url, theme.key);
                page.gap();
                page.hang(
                    Vec::new(),
                    &format!(
                        "Enter hands it to the browser, {} copies it, Esc leaves it",
                        key_of(app.keymap(), Action::CopyLink)
                    ),
                    theme.unfocused,
                );
                show_page(buffer, app, theme, geometry, &page, 0, "Open this link?", wide);
                None
            }
            Overlay::Links(list) => {
                draw_links(buffer, app, theme, geometry, list);
                None
            }
            Overlay::Hints(hints) => {
                draw_hints(buffer, theme, hints);
                None
            }
        };
    }
    if app.overlays().is_empty() {
        hint(buffer, app, theme);
    }
    cursor
}

/// Clears a rectangle and draws its border; returns what is inside.
pub(super) fn frame(buffer: &mut Buffer, area: Rect, theme: &Theme, title: &str, foot: &str) -> Rect {
    let area = area.intersection(buffer.area);
    for row in 0..area.height {
        let mut pen = Pen::new(buffer, area, row);
        pen.fill(" ", Style::reset().patch(theme.text).patch(theme.boxed));
        let mut pen = Pen::new(buffer, area, row);
        let edge = theme.chrome;
        if row == 0 || row + 1 == area.height {
            let (left, right) = if row == 0 { ("╭", "╮") } else { ("╰", "╯") };
            pen.write(left, edge);
            while pen.left() > 1 {
                pen.write("─", edge);
            }
            pen.write(right, edge);
        } else {
            pen.write("│", edge);
            pen.to(area.right().saturating_sub(1)).write("│", edge);
        }
    }
    if area.width > 6 && !title.is_empty() {
        Pen::new(buffer, area, 0)
            .to(area.x + 2)
            .limit(usize::from(area.width) - 4)
            .write(" ", theme.chrome)
            .clipped(title, theme.title)
            .write(" ", theme.chrome);
    }
    if usize::from(area.width) > width(foot) + 6 && !foot.is_empty() && area.height > 1 {
        Pen::new(buffer, area, area.height - 1)
            .to(area.right() - width(foot) as u16 - 4)
            .write(" ", theme.chrome)
            .write(foot, theme.chrome)
            .write(" ", theme.chrome);
    }
    Rect {
        x: area.x + area.width.min(2),
        y: area.y + area.height.min(1),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

/// A rectangle in the middle of the screen, or at its foot.
pub(super) fn place(buffer: &Buffer, app: &App, wide: u16, tall: u16, low: bool) -> Rect {
    let screen = rect(app.plan().screen, buffer);
    let wide = wide.min(screen.width);
    let tall = tall.min(screen.height.saturating_sub(1));
    let y = if low {
        screen.bottom().saturating_sub(tall + 1)
    } else {
        screen.y + (screen.height - tall) / 3
    };
    Rect {
        x: screen.x + (screen.width - wide) / 2,
        y,
        width: wide,
        height: tall,
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "one caller for each kind of box, nothing to bundle"
)]
fn show_page(
    buffer: &mut Buffer,
    app: &App,
    theme: &Theme,
    geometry: &mut Geometry,
    page: &Page,
    scroll: usize,
    title: &str,
    wide: u16,
) {
    let tall = (page.len() as u16).saturating_add(2);
    let area = place(buffer, app, wide, tall, true);
    let fit = usize::from(area.height.saturating_sub(2));
    let foot = if page.len() > fit {
        "j k scroll · Esc closes"
    } else {
        "Esc closes"
    };
    let inner = frame(buffer, area, theme, title, foot);
    geometry.scroll = (page.len(), fit);
    page.draw(buffer, inner, scroll.min(page.len().saturating_sub(fit)));
}

fn draw_help(
    buffer: &mut Buffer,
    app: &App,
    theme: &Theme,
    geometry: &mut Geometry,
    help: &Help,
) -> Option<(u16, u16)> {
    let wide = app.plan().screen.width.saturating_sub(4).min(92);
    let page = keys::page(app, theme, help, usize::from(wide.saturating_sub(4)));
    let area = place(
        buffer,
        app,
        wide,
        app.plan().screen.height.saturating_sub(2),
        false,
    );
    let filter = if help.typing || !help.filter.text().is_empty() {
        format!("Keys with “{}”", help.filter.text())
    } else {
        "Keys".to_owned()
    };
    let foot = if help.typing {
        "Enter keeps · Esc clears"
    } else {
        "/ filters · j k scroll · G signs · Esc closes"
    };
    let inner = frame(buffer, area, theme, &filter, foot);
    let fit = usize::from(inner.height);
    geometry.scroll = (page.len(), fit);
    page.draw(buffer, inner, help.scroll.min(page.len().saturating_sub(fit)));
    help.typing.then(|| {
        let before = width("Keys with “") + width(help.filter.before());
        (area.x + 3 + before as u16, area.y)
    })
}

fn draw_palette(
    buffer: &mut Buffer,
    app: &App,
    theme: &Theme,
    geometry: &mut Geometry,
    palette: &Palette,
) -> (u16, u16) {
    let wide = app.plan().screen.width.saturating_sub(4).min(92);
    let rows = 12_u16.min(app.plan().screen.height.saturating_sub(5));
    let area = place(buffer, app, wide, rows + 3, false);
    let inner = frame(buffer, area, theme, "Commands", "Enter runs · Esc closes");
    let mut pen = Pen::new(buffer, inner, 0);
    pen.write(": ", theme.key)
        .write(palette.field.text(), Style::new());
    let cursor = (inner.x + 2 + width(palette.field.before()) as u16, inner.y);
    let shown = usize::from(inner.height.saturating_sub(1)).max(1);
    let top = palette.selected.saturating_sub(shown - 1);
    for (row, &action) in palette.found.iter().skip(top).take(shown).enumerate() {
        let spec = action.spec();
        let y = row as u16 + 1;
        let keys = keys_of(app.keymap(), action);
        let mut pen = Pen::new(buffer, inner, y);
        let name = if palette.works(action) {
            theme.heading
        } else {
            theme.chrome
        };
        pen.write(spec.id, name);
        pen.to(inner.x + 30)
            .limit(usize::from(inner.width).saturating_sub(31 + width(&keys)));
        let help = if palette.works(action) {
            spec.help
        } else {
            "means nothing here"
        };
        pen.clipped(help, theme.unfocused);
        Pen::new(buffer, inner, y)
            .to(inner.right().saturating_sub(width(&keys) as u16))
            .write(&keys, theme.key);
        if top + row == palette.selected {
            tint(buffer, inner, y, 1, theme.selected);
        }
        let hit = Area {
            x: inner.x,
            y: inner.y + y,
            width: inner.width,
            height: 1,
        };
        geometry.hits.push((hit, Hit::Item(top + row)));
    }
    cursor
}

fn draw_prompt(buffer: &mut Buffer, app: &App, theme: &Theme, prompt: &Prompt) -> (u16, u16) {
    let area = rect(app.plan().footer, buffer);
    Pen::new(buffer, area, 0).fill(" ", Style::reset().patch(theme.text));
    let sign = prompt.asked.label(&clip(&prompt.subject, 24));
    let count = match app.search() {
        Some(search) if prompt.asked == Asked::Search && !prompt.field.text().is_empty() => search.count(),
        _ => app.meant(prompt.asked, prompt.field.text()).unwrap_or_default(),
    };
    let count = clip(&count, usize::from(area.width) / 3);
    let mut pen = Pen::new(buffer, area, 0);
    pen.to(area.x + 1).write(&sign, theme.key);
    let x = pen.column();
    let room = pen.left().saturating_sub(width(&count) + 3);
    let (shown, before) = scrolled(prompt.field.text(), width(prompt.field.before()), room);
    let style = if prompt.field.is_offered() {
        theme.selected
    } else {
        Style::new()
    };
    pen.limit(room).write(shown, style);
    Pen::new(buffer, area, 0)
        .to(area.right().saturating_sub(width(&count) as u16 + 1))
        .write(
            &count,
            if count == "none" {
                theme.warning
            } else {
                theme.message
            },
        );
    (x + before as u16, area.y)
}

fn draw_export(buffer: &mut Buffer, app: &App, theme: &Theme, geometry: &mut Geometry, selected: usize) {
    let area = place(buffer, app, 62, Target::ALL.len() as u16 + 4, false);
    let inner = frame(
        buffer,
        area,
        theme,
        "Write a file",
        "Enter or a number writes · Esc closes",
    );
    for (row, target) in Target::ALL.into_iter().enumerate() {
        let y = row as u16;
        Pen::new(buffer, inner, y)
            .write(&format!(" {} ", row + 1), theme.key)
            .write(target.title(), Style::new());
        if row == selected {
            tint(buffer, inner, y, 1, theme.selected);
        }
        let hit = Area {
            x: inner.x,
            y: inner.y + y,
            width: inner.width,
            height: 1,
        };
        geometry.hits.push((hit, Hit::Item(row)));
    }
    Pen::new(buffer, inner, Target::ALL.len() as u16 + 1).clipped(
        " Nothing that exists is overwritten; the path is shown.",
        theme.chrome,
    );
}

fn draw_links(buffer: &mut Buffer, app: &App, theme: &Theme, geometry: &mut Geometry, list: &LinkList) {
    let wide = app.plan().screen.width.saturating_sub(4).min(110);
    let tall = (list.items.len() as u16).saturating_add(2);
    let most = app.plan().screen.height.saturating_sub(4);
    let area = place(buffer, app, wide, tall.min(most), false);
    let inner = frame(buffer, area, theme, list.title, "Enter shows · Esc closes");
    let fit = usize::from(inner.height);
    geometry.scroll = (list.items.len(), fit);
    let top = list.selected.saturating_sub(fit.saturating_sub(1));
    for (row, (words, url)) in list.items.iter().skip(top).take(fit).enumerate() {
        let y = row as u16;
        let half = usize::from(inner.width) / 2;
        Pen::new(buffer, inner, y)
            .limit(half.saturating_sub(1))
            .clipped(words, Style::new());
        Pen::new(buffer, inner, y)
            .to(inner.x + half as u16)
            .clipped(url, theme.key);
        if top + row == list.selected {
            tint(buffer, inner, y, 1, theme.selected);
        }
        let hit = Area {
            x: inner.x,
            y: inner.y + y,
            width: inner.width,
            height: 1,
        };
        geometry.hits.push((hit, Hit::Item(top + row)));
    }
}

/// The letters over the links; those that no longer fit what was typed are gone.
fn draw_hints(buffer: &mut Buffer, theme: &Theme, hints: &Hints) {
    for hint in &hints.hints {
        let Some(rest) = hint.label.strip_prefix(&hints.typed) else {
            continue;
        };
        let area = Rect::new(hint.x, hint.y, rest.len() as u16, 1).intersection(buffer.area);
        Pen::new(buffer, area, 0).write(rest, theme.current_hit);
    }
}

/// What may follow the keys that were pressed.
fn hint(buffer: &mut Buffer, app: &App, theme: &Theme) {
    if app.pending().is_empty() {
        return;
    }
    let here = app.context() & context::ALL;
    let mut rows: Vec<(String, &str)> = app
        .keymap()
        .after(app.pending(), here)
        .into_iter()
        .map(|(keys, action)| (show(keys), action.spec().help))
        .collect();
    if rows.is_empty() {
        rows.push(("a…z".to_owned(), "The letter of the mark"));
    }
    let wide = rows
        .iter()
        .map(|(k, h)| width(k) + width(h) + 3)
        .max()
        .unwrap_or(0) as u16
        + 4;
    let tall = rows.len() as u16 + 2;
    let screen = rect(app.plan().screen, buffer);
    let area = Rect {
        x: screen.right().saturating_sub(wide + 1),
        y: screen.bottom().saturating_sub(tall + 1),
        width: wide,
        height: tall,
    };
    let inner = frame(buffer, area, theme, &show(app.pending()), "");
    for (row, (keys, help)) in rows.iter().enumerate() {
        Pen::new(buffer, inner, row as u16)
            .write(keys, theme.key)
            .to(inner.x + 4)
            .write(help, Style::new());
    }
}
