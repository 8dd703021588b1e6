//! The summary screen: the briefing at a glance, from the same model as the exports.

use ratatui::style::Style;

use super::movements::shown_cell;
use super::page::Page;
use super::theme::Theme;
use crate::app::App;
use crate::app::table::Column;
use crate::text::{pad, width};

/// The widest page; more is harder to read.
const WIDEST: usize = 150;

/// Columns of the table on this screen.
const TABLE: [Column; 7] = Column::ALL;

/// The lines of the screen.
pub fn page(app: &App, theme: &Theme, columns: usize) -> Page {
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
        let mut line = vec![
            (format!("{letter} "), style),
            (person.name.clone(), theme.heading.patch(style)),
        ];
        if !person.role.is_empty() {
            line.push((format!(", {}", person.role), theme.unfocused));
        }
        line.push((format!(" · {}", person.measure()), theme.chrome));
        page.line(line);
        for said in &person.quotes {
            let words = if said.verbatim {
                format!("“{}”", said.text)
            } else {
                said.text.clone()
            };
            let style = if said.verbatim {
                Style::new()
            } else {
                theme.reported
            };
            page.hang(
                vec![(format!("  ¶{:<4} ", said.paragraph), theme.chrome)],
                &words,
                style,
            );
        }
    }
    if !summary.notes.is_empty() {
        page.gap();
        section(&mut page, theme, "TO CHECK", "");
        for note in &summary.notes {
            page.hang(
                vec![("! ".to_owned(), theme.warning)],
                &note.message,
                Style::new(),
            );
        }
    }
    if !summary.remarks.is_empty() {
        page.gap();
        section(&mut page, theme, "YOUR NOTES", "");
        for remark in &summary.remarks {
            page.hang(
                vec![(format!("✎ ¶{:<4} ", remark.paragraph), theme.message)],
                &remark.shown(),
                Style::new(),
            );
        }
    }
    page.gap();
    section(&mut page, theme, "HOW SURE", "");
    page.hang(Vec::new(), &summary.sureness.sentence(), theme.unfocused);
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
    }
    page.gap();
}
