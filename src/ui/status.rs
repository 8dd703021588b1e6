//! The chrome: the line at the top, the pane titles, the line at the bottom.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{Pen, rect};
use super::theme::Theme;
use crate::analysis::SpeakerKind;
use crate::app::action::{FOOTER, context, key_of};
use crate::app::corrections::Field as Cell;
use crate::app::{Action, App, Area, Geometry, Hit, Narrowed, Overlay, Pane, Plan, Progress, Screen};
use crate::export::counted;
use crate::text::{clip, width};

/// What an empty list says: that there is nothing, or nothing yet.
pub fn nothing<'a>(app: &App, done: &'a str) -> &'a str {
    match app.progress() {
        Progress::Done => done,
        Progress::Opening(_) => "…",
        Progress::Reading(_) => "Reading…",
    }
}

/// Title at the left, facts at the right.
pub fn header(buffer: &mut Buffer, app: &App, theme: &Theme) {
    let area = rect(app.plan().header, buffer);
    let room = usize::from(area.width).saturating_sub(2);
    let mut facts = facts(app);
    let title = app.title();
    let least = width(title).min(room / 2);
    while !facts.is_empty() && width(&facts.join(" · ")) + 2 + least > room {
        facts.remove(0);
    }
    let facts = facts.join(" · ");
    let mut pen = Pen::new(buffer, area, 0);
    pen.to(area.x + 1);
    let words = clip(title, room.saturating_sub(width(&facts) + 2)).into_owned();
    pen.write(&words, theme.title);
    let mut pen = Pen::new(buffer, area, 0);
    pen.to(area.right().saturating_sub(width(&facts) as u16 + 1));
    pen.write(&facts, theme.unfocused);
}

/// The facts of the header, the first to give way first.
fn facts(app: &App) -> Vec<String> {
    let mut facts = Vec::new();
    if let Some(summary) = app.summary() {
        facts.push(summary.origin.clone());
        if let Some(date) = summary.date {
            facts.push(crate::export::day(date));
        }
    }
    match app.progress() {
        Progress::Done => {
            let quotes = app.analysis().quotes.len();
            facts.push(counted(app.index().speaking(), "speaker"));
            if quotes > 0 {
                facts.push(counted(quotes, "quote"));
            }
            facts.push(counted(app.rows().len(), "movement"));
        }
        Progress::Opening(Some(share)) => facts.push(format!("opening {:.0}%", share * 100.0)),
        Progress::Opening(None) => facts.push("opening…".to_owned()),
        Progress::Reading(share) => facts.push(format!("reading for findings {:.0}%", share * 100.0)),
    }
    let (at, all) = app.paragraph();
    facts.push(format!("¶ {at}/{all}"));
    facts
}

/// The title line of each pane, or the tabs, and the rule between text and lists.
pub fn titles(buffer: &mut Buffer, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let plan = app.plan();
    if plan.tabs {
        tabs(buffer, app, theme, geometry);
    } else {
        for pane in Pane::ALL {
            if let Some(area) = plan.area(pane) {
                title(buffer, rect(area, buffer), app, theme, pane);
            }
        }
    }
    if let Some(x) = plan.rule {
        rule(buffer, plan, theme, x);
    }
}

fn rule(buffer: &mut Buffer, plan: &Plan, theme: &Theme, x: u16) {
    let body = rect(plan.body, buffer);
    for row in 0..body.height {
        let y = body.y + row;
        let crossing = [plan.speakers, plan.movements]
            .into_iter()
            .flatten()
            .any(|area| area.y == y);
        let symbol = match (crossing, row) {
            (true, 0) => "┬",
            (true, _) => "├",
            _ => "│",
        };
        Pen::new(buffer, body, row).to(x).write(symbol, theme.chrome);
    }
}

fn title(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, pane: Pane) {
    let mut pen = Pen::new(buffer, area, 0);
    pen.fill("─", theme.chrome);
    let style = if app.focus() == pane {
        theme.focused
    } else {
        theme.unfocused
    };
    Pen::new(buffer, area, 0)
        .to(area.x + 1)
        .write(" ", theme.chrome)
        .write(pane.title(), style)
        .write(" ", theme.chrome);
    let position = position(app, pane);
    if !position.is_empty() {
        let words = format!(" {position} ");
        let from = area.right().saturating_sub(width(&words) as u16 + 1);
        if from > area.x + 3 + width(pane.title()) as u16 {
            Pen::new(buffer, area, 0).to(from).write(&words, theme.unfocused);
        }
    }
}

fn tabs(buffer: &mut Buffer, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let area = rect(app.plan().body, buffer);
    Pen::new(buffer, area, 0).fill("─", theme.chrome);
    let mut x = area.x + 1;
    for pane in Pane::ALL {
        let style = if app.focus() == pane {
            theme.focused
        } else {
            theme.unfocused
        };
        let wide = width(pane.title()) as u16;
        Pen::new(buffer, area, 0)
            .to(x)
            .write(" ", theme.chrome)
            .write(pane.title(), style)
            .write(" ", theme.chrome);
        let hit = Area {
            x,
            y: area.y,
            width: wide + 2,
            height: 1,
        };
        geometry.hits.push((hit, Hit::Tab(pane)));
        x += wide + 2;
    }
    let words = format!(" {} ", position(app, app.focus()));
    let from = area.right().saturating_sub(width(&words) as u16 + 1);
    if from > x {
        Pen::new(buffer, area, 0).to(from).write(&words, theme.unfocused);
    }
}

/// Where the reader is in a pane.
fn position(app: &App, pane: Pane) -> String {
    match pane {
        Pane::Text => {
            let percent = app.reader().progress(app.article()) * 100.0;
            match app.narrowed() {
                Narrowed::No => format!("{percent:.0}%"),
                Narrowed::Voice(voice) => format!("only {} · {percent:.0}%", app.voice_name(*voice)),
                Narrowed::Words(words) => format!("only “{}” · {percent:.0}%", clip(words, 20)),
            }
        }
        Pane::Speakers => app.voice().map_or_else(String::new, |(at, _)| {
            let order = if app.is_ranked() {
                "most words first · "
            } else {
                ""
            };
            format!("{order}{}/{}", app.voice_row(at) + 1, app.index().voices.len())
        }),
        Pane::Movements => app.movement().map_or_else(String::new, |_| {
            format!("{}/{}", app.selected_row() + 1, app.rows().len())
        }),
    }
}

/// A message, or the keys that matter here; at the right what is pending, searched or switched off.
pub fn footer(buffer: &mut Buffer, app: &App, theme: &Theme) {
    let area = rect(app.plan().footer, buffer);
    let state = state(app);
    let taken = width(&state) + 1;
    let mut pen = Pen::new(buffer, area, 0);
    pen.to(area.right().saturating_sub(taken as u16))
        .write(&state, theme.message);
    // The state keeps its distance, or it would read as a part of the last key's name.
    let gap = if state.is_empty() { 1 } else { 3 };
    let room = usize::from(area.width).saturating_sub(taken + gap);
    let mut pen = Pen::new(buffer, area, 0);
    pen.to(area.x + 1).limit(room);
    if let Some(message) = app.message() {
        let style = if message.bad { theme.warning } else { theme.message };
        pen.clipped(&message.text, style);
        return;
    }
    keys(&mut pen, app, theme);
}

fn keys(pen: &mut Pen<'_>, app: &App, theme: &Theme) {
    // Where letters are typed, keys that move would be a lie.
    match app.overlays().last() {
        Some(Overlay::Palette(palette)) => {
            let help = palette.found.get(palette.selected).map(|a| a.spec().help);
            pen.clipped(help.unwrap_or("No command is called so"), theme.unfocused);
            return;
        }
        Some(Overlay::Hints(_)) => return plain_keys(pen, theme, &[("a…z", "the link"), ("Esc", "close")]),
        Some(Overlay::Form(form)) => {
            let status = form
                .lines
                .get(form.selected)
                .is_some_and(|line| line.cell == Cell::Status);
            let mut keys = vec![("Enter", "save"), ("↓ ↑", "other cell"), ("Esc", "leave")];
            if status {
                keys.insert(1, ("← →", "other status"));
            }
            return plain_keys(pen, theme, &keys);
        }
        Some(Overlay::Help(help)) if help.typing => {
            return plain_keys(pen, theme, &[("Enter", "keep"), ("Esc", "all keys again")]);
        }
        _ => {}
    }
    let here = app.context();
    let Some((_, actions)) = FOOTER.iter().find(|(contexts, _)| contexts & here != 0) else {
        return;
    };
    // The key to all others is never crowded out.
    let help = format!("{} keys", key_of(app.keymap(), Action::Help));
    let mut first = true;
    for &action in *actions {
        let key = key_of(app.keymap(), action);
        let label = label(app, action);
        if key.is_empty() || label.is_empty() {
            continue;
        }
        let needed = width(&key) + 1 + width(&label) + if first { 0 } else { 3 };
        let reserve = if action == Action::Help {
            0
        } else {
            width(&help) + 3
        };
        if needed + reserve > pen.left() {
            continue;
        }
        if !first {
            pen.write("   ", theme.chrome);
        }
        first = false;
        pen.write(&key, theme.key)
            .write(" ", theme.chrome)
            .write(&label, theme.unfocused);
    }
}

/// Keys that belong to a field and not to the table.
fn plain_keys(pen: &mut Pen<'_>, theme: &Theme, keys: &[(&str, &str)]) {
    for (at, (key, label)) in keys.iter().enumerate() {
        pen.write(if at > 0 { "   " } else { "" }, theme.chrome)
            .write(key, theme.key)
            .write(" ", theme.chrome)
            .write(label, theme.unfocused);
    }
}

/// What an action is called here and now.
fn label(app: &App, action: Action) -> String {
    let voice = || {
        let at = app
            .stop_here()
            .and_then(|s| app.index().stops.get(s))
            .map(|s| s.voice)
            .or_else(|| app.voice().map(|(at, _)| at))?;
        let voice = app.index().voices.get(at).filter(|v| !v.stops.is_empty())?;
        let person = voice.speaker.is_some_and(|id| {
            let speaker = app.analysis().speakers.get(id.0 as usize);
            speaker.is_some_and(|s| s.kind == SpeakerKind::Person)
        });
        let name = app.voice_name(at);
        let short = if person { name.rsplit(' ').next() } else { None };
        Some(clip(short.unwrap_or(&name), 16).into_owned())
    };
    let list = app.context() & context::LISTS != 0;
    match action {
        Action::NextQuoteSame => voice().map_or_else(String::new, |name| format!("next by {name}")),
        Action::Follow if matches!(app.narrowed(), Narrowed::Voice(_)) => "all again".to_owned(),
        Action::Follow => voice().map_or_else(String::new, |name| format!("only {name}")),
        // What has nothing to work on is not offered.
        Action::NextMovement | Action::Map | Action::CopyMovement if app.rows().is_empty() => String::new(),
        Action::Open | Action::Detail if app.context() == context::MOVEMENTS && app.rows().is_empty() => {
            String::new()
        }
        Action::NextQuote if app.index().stops.is_empty() => String::new(),
        Action::Open if app.screen() != Screen::Reader => "its words".to_owned(),
        Action::Open if list => "its sentence".to_owned(),
        Action::Open if !app.rows_here().is_empty() => "its row".to_owned(),
        Action::Open => app
            .stop_here()
            .map_or_else(String::new, |_| "its speaker".to_owned()),
        Action::RankSpeakers if app.is_ranked() => "as in the text".to_owned(),
        Action::RankSpeakers => "most first".to_owned(),
        _ => action.spec().short.to_owned(),
    }
}

fn state(app: &App) -> String {
    let mut parts = Vec::new();
    if let Some(count) = app.count() {
        parts.push(count.to_string());
    }
    if !app.pending().is_empty() {
        parts.push(format!("{}…", crate::keys::show(app.pending())));
    }
    if let Some(search) = app.search() {
        parts.push(format!("{}: {}", clip(&search.query, 16), search.count()));
    }
    if !app.mouse_on() {
        parts.push("mouse off".to_owned());
    }
    parts.join("  ")
}
