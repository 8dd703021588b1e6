//! The speakers pane: letter, name, role, how much each says and where in the text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{Pen, tint};
use super::theme::Theme;
use crate::app::{App, Area, BINS, Geometry, Hit, Pane, Voice};
use crate::clean::Clean;
use crate::text::width;

/// Rows of the list above the selected one that stay in view.
const MARGIN: usize = 1;

/// Draws the list and notes where its rows are.
pub fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme, geometry: &mut Geometry) {
    let voices = &app.index().voices;
    let height = usize::from(area.height);
    let order = app.voice_order();
    let chosen = app.voice().map_or(0, |(at, _)| at);
    let selected = order.iter().position(|&at| at == chosen).unwrap_or(0);
    let lowest = (selected + 1 + MARGIN).min(voices.len()).saturating_sub(height);
    let top = app
        .geometry()
        .speakers_top
        .clamp(lowest, selected.saturating_sub(MARGIN).max(lowest));
    geometry.speakers_top = top;
    let spark = match area.width {
        0..=38 => 0,
        39..=54 => 6,
        55..=79 => 8,
        _ => 12,
    };
    for (y, &at) in (0_u16..).zip(order.iter().skip(top).take(height)) {
        let Some(voice) = voices.get(at) else { continue };
        line(buffer, area, y, app, theme, voice, spark);
        if at == chosen {
            let style = if app.focus() == Pane::Speakers {
                theme.selected
            } else {
                theme.chosen
            };
            tint(buffer, area, y, 1, style);
            if app.focus() != Pane::Speakers {
                Pen::new(buffer, area, y).write("▌", theme.bar);
            }
        }
        let hit = Area {
            x: area.x,
            y: area.y + y,
            width: area.width,
            height: 1,
        };
        geometry.hits.push((hit, Hit::Voice(at)));
    }
    if voices.is_empty() && height > 0 {
        Pen::new(buffer, area, 0)
            .to(area.x + 2)
            .clipped(super::status::nothing(app, "Nobody is quoted"), theme.chrome);
    }
}

fn line(buffer: &mut Buffer, area: Rect, y: u16, app: &App, theme: &Theme, voice: &Voice, spark: usize) {
    let speaker = voice
        .speaker
        .and_then(|s| app.analysis().speakers.get(s.0 as usize));
    let hue = theme.voice(voice.hue, voice.letter);
    let mut pen = Pen::new(buffer, area, y);
    pen.to(area.x + 1)
        .write(voice.letter.encode_utf8(&mut [0; 4]), hue);
    let figures = figures(voice);
    let tail = width(&figures) + 1 + if spark > 0 { spark + 2 } else { 0 };
    let room = usize::from(area.width).saturating_sub(3 + tail + 1);
    let name = speaker.map_or("unattributed", |s| s.name.as_str());
    {
        let mut names = Pen::new(buffer, area, y);
        names.to(area.x + 3).limit(room);
        names.clipped(name, hue);
        let role = speaker
            .and_then(|s| s.role.as_ref().or(s.affiliation.as_ref()))
            .map(Clean::as_str);
        if let Some(role) = role
            && room >= width(name) + 8
        {
            names.write("  ", theme.chrome).clipped(role, theme.chrome);
        }
    }
    let mut pen = Pen::new(buffer, area, y);
    pen.to(area.right().saturating_sub(tail as u16));
    pen.write(&figures, theme.text.patch(theme.unfocused));
    if spark > 0 && !voice.stops.is_empty() {
        pen.write("  ", theme.chrome)
            .write(&spark_line(voice, spark), hue);
    }
}

/// `16t  4q  38%`, right-aligned; nothing for who is only named.
fn figures(voice: &Voice) -> String {
    if voice.stops.is_empty() {
        return String::from("      –     ");
    }
    let pieces = if voice.turns > 0 {
        format!("{}t", voice.turns)
    } else {
        format!("{}q", voice.quotes)
    };
    let percent = voice.share * 100.0;
    let share = if percent > 0.0 && percent < 0.5 {
        "<1%".to_owned()
    } else {
        format!("{percent:.0}%")
    };
    format!("{pieces:>6} {share:>5}")
}

/// His words along the text, `columns` parts of it.
fn spark_line(voice: &Voice, columns: usize) -> String {
    const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let mut parts = vec![0_u32; columns];
    for (bin, words) in voice.spread.iter().enumerate() {
        if let Some(part) = parts.get_mut(bin * columns / BINS) {
            *part += words;
        }
    }
    let most = parts.iter().max().copied().unwrap_or(0).max(1);
    parts
        .iter()
        .map(|&words| {
            let level = if words == 0 {
                0
            } else {
                1 + words as usize * 6 / most as usize
            };
            LEVELS.get(level).copied().unwrap_or('█')
        })
        .collect()
}
