//! The box in which the cells of a movement row are written.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

use super::boxes::{frame, place};
use super::paint::Pen;
use super::theme::Theme;
use crate::app::{App, Area, Form, Geometry, Hit, Line};
use crate::text::{fold, scrolled, width, wrap_line};

/// Columns of the cells' names.
const NAMES: u16 = 11;

/// Rows of the evidence at most.
const EVIDENCE: usize = 3;

/// Draws the form and returns where the text cursor stands.
pub fn draw(
    buffer: &mut Buffer,
    app: &App,
    theme: &Theme,
    geometry: &mut Geometry,
    form: &Form,
) -> (u16, u16) {
    let wide = app.plan().screen.width.saturating_sub(4).min(76);
    let sentence = fold(app.article().words(form.evidence));
    let columns = usize::from(wide.saturating_sub(4)).max(1);
    let lines = wrap_line(&sentence, columns);
    let shown = lines.len().min(EVIDENCE);
    let cells = form.lines.len();
    let tall = (cells + shown + 3) as u16;
    let area = place(buffer, app, wide, tall, true);
    let title = if form.row.is_some() {
        format!("Row {} of {}", app.selected_row() + 1, app.rows().len())
    } else {
        "A new row with this sentence as its evidence".to_owned()
    };
    let inner = frame(buffer, area, theme, &title, "");
    // Where there is no room for all, the cell that is typed in is seen.
    let top = (form.selected + 1).saturating_sub(usize::from(inner.height).max(1));
    let mut cursor = (inner.x, inner.y);
    for (y, (at, line)) in (0_u16..).zip(form.lines.iter().enumerate().skip(top)) {
        if y >= inner.height {
            break;
        }
        let here = at == form.selected;
        Pen::new(buffer, inner, y).write(line.cell.name(), if here { theme.key } else { theme.unfocused });
        let before = value(
            &mut Pen::new(buffer, inner, y),
            inner.x + NAMES,
            theme,
            line,
            here,
        );
        if here {
            cursor = (inner.x + NAMES + before, inner.y + y);
        }
        let hit = Area {
            x: inner.x,
            y: inner.y + y,
            width: inner.width,
            height: 1,
        };
        geometry.hits.push((hit, Hit::Item(at)));
    }
    if top == 0 {
        for (y, words) in (cells as u16 + 1..).zip(lines.iter().take(shown)) {
            Pen::new(buffer, inner, y).clipped(words, theme.chrome);
        }
    }
    cursor
}

/// Writes a value and returns the columns before the cursor. A long one is shown from where its end still fits.
fn value(pen: &mut Pen<'_>, x: u16, theme: &Theme, line: &Line, here: bool) -> u16 {
    pen.to(x);
    let room = pen.left();
    let mut words = line.field.text();
    let mut before = if here { width(line.field.before()) } else { 0 };
    if before >= room {
        (words, before) = scrolled(words, before, room.saturating_sub(1));
        pen.write("…", theme.chrome);
        before += 1;
    }
    let style = match (here, line.is_changed()) {
        (true, _) if line.field.is_offered() => theme.selected,
        (_, true) => Style::new().add_modifier(Modifier::BOLD),
        _ => Style::new(),
    };
    if here {
        pen.write(words, style);
    } else {
        pen.clipped(words, style);
    }
    before as u16
}
