//! Links that the terminal itself knows (OSC 8), where it says who it is and is known to understand them.
//!
//! They are laid over the finished frame, cell by cell: each cell opens and closes the link, so that a frame that redraws
//! only some of them leaves none open, and each is told to take the columns that it took before, so that nothing shifts.
//! By <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};

use crate::app::links::TextLink;
use crate::app::{App, Screen};
use crate::span::Span;
use crate::text::graphemes;

/// The longest address that is put into cells, in bytes: each of them holds it.
const LONGEST: usize = 1000;

/// Whether the terminal is known to understand such links. One that says nothing of itself gets none.
pub fn known() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    let is = |name: &str, known: &[&str]| {
        std::env::var(name).is_ok_and(|value| known.iter().any(|k| value.starts_with(k)))
    };
    let number = |name: &str| std::env::var(name).ok().and_then(|v| v.parse::<u32>().ok());
    // GNU screen and the Linux console show the sequence's letters.
    if is("TERM", &["dumb", "linux", "screen.", "vt"]) || (is("TERM", &["screen"]) && !set("TMUX")) {
        return false;
    }
    is(
        "TERM",
        &[
            "xterm-kitty",
            "foot",
            "alacritty",
            "xterm-ghostty",
            "wezterm",
            "contour",
            "rio",
        ],
    ) || is(
        "TERM_PROGRAM",
        &[
            "iTerm.app",
            "WezTerm",
            "vscode",
            "ghostty",
            "Hyper",
            "rio",
            "tmux",
        ],
    ) || set("WT_SESSION")
        || set("DOMTERM")
        || number("VTE_VERSION").is_some_and(|version| version >= 5000)
        || number("KONSOLE_VERSION").is_some_and(|version| version >= 201_200)
}

/// Lays the links of the text in view over a frame that was drawn for `app`. Where a box may stand over the text, none.
pub fn lay(buffer: &mut Buffer, app: &App) {
    if app.screen() != Screen::Reader || app.is_busy() {
        return;
    }
    for link in app.links_in_view() {
        if link.url.len() <= LONGEST && link.url.bytes().all(|b| b.is_ascii_graphic()) {
            for row in app.reader().window() {
                if row.span.overlaps(link.span) {
                    lay_row(buffer, app, row.span, &link);
                }
            }
        }
    }
}

fn lay_row(buffer: &mut Buffer, app: &App, row: Span, link: &TextLink) {
    let Some((mut x, y)) = app.cell_of(row.start()) else {
        return;
    };
    for (offset, symbol, columns) in graphemes(row.of(&app.article().text)) {
        let inside = link.span.holds(row.start() + offset);
        let one = symbol.len() == columns && columns > 1;
        if let (true, false, Some(columns)) = (inside, one, NonZeroU16::new(columns as u16))
            && let Some(cell) = buffer.cell_mut((x, y))
            && cell.symbol() == symbol
        {
            // The same number for all cells of a link, so that the terminal lights them together.
            let id = link.span.start();
            let linked = format!("\u{1b}]8;id={id};{}\u{1b}\\{symbol}\u{1b}]8;;\u{1b}\\", link.url);
            cell.set_symbol(&linked)
                .set_diff_option(CellDiffOption::ForcedWidth(columns));
        }
        x += columns as u16;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::layout::Rect;

    use super::*;
    use crate::app::Findings;
    use crate::article::{BlockKind, Builder, Origin};
    use crate::ui::{self, Theme};

    #[test]
    fn each_cell_of_a_link_opens_and_closes_it_and_none_shifts() {
        let mut builder = Builder::new(Origin::default());
        builder.open(BlockKind::Paragraph);
        builder
            .push("See the ")
            .link("日本 order", "https://example.org/a")
            .push(" and wait.");
        builder.close();
        builder.block(BlockKind::Paragraph, "More at https://example.org/b today.");
        let mut app = App::new(Arc::new(builder.finish()), Arc::new(Findings::default()));
        app.resize(80, 12);
        let area = Rect::new(0, 0, 80, 12);
        let (mut plain, mut linked) = (Buffer::empty(area), Buffer::empty(area));
        let theme = Theme::new(app.scheme(), true);
        ui::render(&mut plain, &app, &theme);
        ui::render(&mut linked, &app, &theme);
        lay(&mut linked, &app);
        let mut words = String::new();
        for (before, after) in plain.content.iter().zip(&linked.content) {
            if before.symbol() == after.symbol() {
                continue;
            }
            let inner = after.symbol().split("\u{1b}\\").nth(1).unwrap();
            assert_eq!(inner.split('\u{1b}').next(), Some(before.symbol()));
            assert!(
                after.symbol().starts_with("\u{1b}]8;id=") && after.symbol().ends_with("\u{1b}]8;;\u{1b}\\")
            );
            assert_eq!(before.style(), after.style());
            words.push_str(before.symbol());
        }
        assert_eq!(words, "日本 orderhttps://example.org/b");
        app.press(crate::keys::Key::char('?'));
        let mut boxed = Buffer::empty(area);
        ui::render(&mut boxed, &app, &theme);
        let before = boxed.clone();
        lay(&mut boxed, &app);
        assert_eq!(before, boxed, "none where a box may stand over the text");
    }
}
