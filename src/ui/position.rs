//! The position bar at the right edge of the text: what part is in view, and where the selected speaker's quotes, the
//! search hits and the reader's notes lie in the whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::Pen;
use super::theme::Theme;
use crate::app::App;

/// Draws the bar in the last column of `area`; a text that fits whole needs none.
pub fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme) {
    let length = app.article().text.len();
    let height = usize::from(area.height);
    let window = app.reader().window();
    let begin = window
        .iter()
        .find(|r| !r.span.is_empty())
        .map_or(0, |r| r.span.start());
    let end = window
        .iter()
        .rfind(|r| !r.span.is_empty())
        .map_or(0, |r| r.span.end());
    if height < 3 || area.width < 2 || length == 0 || end.saturating_sub(begin) * 10 >= length * 9 {
        return;
    }
    let row = |byte: usize| (byte.min(length - 1) * height / length) as u16;
    let bar = Rect {
        x: area.right() - 1,
        width: 1,
        ..area
    };
    let view = row(begin)..=row(end);
    for y in view.clone() {
        Pen::new(buffer, bar, y).write("┃", theme.chrome);
    }
    // What is marked and in view is told from what is marked alone.
    let mut mark = |byte: usize, sign: &str, style: Style| {
        let y = row(byte);
        let style = if view.contains(&y) {
            style.reversed()
        } else {
            style
        };
        Pen::new(buffer, bar, y).write(sign, style);
    };
    if let Some((_, voice)) = app.voice() {
        let style = theme.voice(voice.hue, voice.letter);
        for stop in voice.stops.iter().filter_map(|&s| app.index().stops.get(s)) {
            mark(stop.span.start(), "▪", style);
        }
    }
    for remark in &app.notebook().remarks {
        mark(remark.span.start(), "✎", theme.message);
    }
    for hit in app.search().iter().flat_map(|s| &s.hits) {
        mark(hit.start(), "◆", theme.evidence);
    }
}
