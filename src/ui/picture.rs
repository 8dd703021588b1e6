//! A finished frame as a picture: SVG with text that can be selected, or ANSI for a terminal.

use std::fmt::Write;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Theme, draw};
use crate::app::{App, Scheme};
use crate::config::Patch;
use crate::export::html::escaped;

/// Size of a cell in SVG units; the type is set to fill it.
const CELL: (usize, usize) = (9, 19);
/// Size of the type.
const TYPE: usize = 15;
/// From the top of a cell to the line that the letters stand on.
const BASE: usize = 14;
/// Room around the screen.
const MARGIN: usize = 12;

/// What `app` shows on a screen of `size` columns and rows, in its own scheme with `styles` laid over it.
pub fn frame(app: &mut App, (columns, rows): (u16, u16), styles: &[(String, Patch)]) -> Buffer {
    app.resize(columns, rows);
    let theme = Theme::new(app.scheme(), true).patched(styles);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(columns, rows));
    // What the first drawing learns of the lay-out, the second shows, as on a terminal.
    for _ in 0..2 {
        let mut geometry = app.geometry().clone();
        let Ok(_) = terminal.draw(|frame| geometry = draw(frame, app, &theme));
        app.learn(geometry);
    }
    terminal.backend().buffer().clone()
}

/// The frame as an SVG of its own: the scheme's colours, a rectangle for each background and words on the grid.
pub fn svg(frame: &Buffer, scheme: Scheme, title: &str) -> String {
    let ink = Ink::of(scheme);
    let (columns, rows) = (usize::from(frame.area.width), usize::from(frame.area.height));
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n\
         <g font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"{TYPE}\" \
         fill=\"{}\" xml:space=\"preserve\" style=\"white-space:pre\">\n",
        escaped(title),
        hex(ink.back),
        hex(ink.fore),
    );
    for y in 0..rows {
        let runs = runs(frame, y, &ink);
        for run in runs.iter().filter(|run| run.look.back != ink.back) {
            let _ = writeln!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                MARGIN + run.x * CELL.0,
                MARGIN + y * CELL.1,
                run.columns * CELL.0,
                CELL.1,
                hex(run.look.back)
            );
        }
        for run in &runs {
            words(&mut out, run, y, &ink);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// The words of a run, and its lines, blocks and Braille as shapes: no two fonts agree on these, and many lack some.
fn words(out: &mut String, run: &Run, y: usize, ink: &Ink) {
    let mut shapes = String::new();
    let mut words = String::with_capacity(run.text.len());
    let mut x = MARGIN + run.x * CELL.0;
    for c in run.text.chars() {
        let drawn = shape(&mut shapes, c, x, MARGIN + y * CELL.1);
        words.push(if drawn { ' ' } else { c });
        x += c.width().unwrap_or_default() * CELL.0;
    }
    if !shapes.is_empty() {
        let _ = writeln!(
            out,
            "<path fill=\"{}\" shape-rendering=\"crispEdges\" d=\"{shapes}\"/>",
            hex(run.look.fore)
        );
    }
    letters(out, run, &words, y, ink);
}

/// Adds the shape of a character whose cell begins at `x`, `y` to a path; says whether it is one that has a shape.
fn shape(path: &mut String, c: char, x: usize, y: usize) -> bool {
    let (width, height) = CELL;
    let mut block = |dx: usize, dy: usize, w: usize, h: usize| {
        let _ = write!(path, "M{} {}h{w}v{h}h-{w}z", x + dx, y + dy);
    };
    match c {
        '\u{2800}'..='\u{28ff}' => {
            let bits = c as u32 - 0x2800;
            // The order of the dots' bits: the upper three rows of each column, then the lowest row.
            for (bit, (column, row)) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
                .into_iter()
                .enumerate()
            {
                if bits & (1 << bit) != 0 {
                    block(1 + column * 5, 1 + row * 5, 2, 2);
                }
            }
        }
        '▁'..='█' => {
            let eighths = (c as usize - '▁' as usize) + 1;
            let tall = (height * eighths + 4) / 8;
            block(0, height - tall, width, tall);
        }
        '▌' => block(0, 0, width / 2, height),
        '▔' => block(0, 0, width, 2),
        _ => {
            let [left, right, up, down] = match c {
                '─' => [true, true, false, false],
                '│' => [false, false, true, true],
                '┌' => [false, true, false, true],
                '┐' => [true, false, false, true],
                '└' => [false, true, true, false],
                '┘' => [true, false, true, false],
                '├' => [false, true, true, true],
                '┤' => [true, false, true, true],
                '┬' => [true, true, false, true],
                '┴' => [true, true, true, false],
                '┼' => [true; 4],
                _ => return false,
            };
            let (middle, centre) = (width / 2, height / 2);
            if left {
                block(0, centre, middle + 1, 1);
            }
            if right {
                block(middle, centre, width - middle, 1);
            }
            if up {
                block(middle, 0, 1, centre + 1);
            }
            if down {
                block(middle, centre, 1, height - centre);
            }
        }
    }
    true
}

fn letters(out: &mut String, run: &Run, words: &str, y: usize, ink: &Ink) {
    let lines = Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    let text = if run.look.modifier.intersects(lines) {
        words
    } else {
        words.trim_end()
    };
    let before = text.len() - text.trim_start().len();
    let (before, text) = if run.look.modifier.intersects(lines) {
        (0, text)
    } else {
        (before, text.trim_start())
    };
    if text.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" textLength=\"{}\"",
        MARGIN + (run.x + before) * CELL.0,
        MARGIN + y * CELL.1 + BASE,
        text.width() * CELL.0
    );
    if run.look.fore != ink.fore {
        let _ = write!(out, " fill=\"{}\"", hex(run.look.fore));
    }
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
    ] {
        if run.look.modifier.contains(modifier) {
            out.push_str(attribute);
        }
    }
    let _ = writeln!(out, ">{}</text>", escaped(text));
}

/// The frame as lines with SGR sequences, each line ending in the terminal's own colours.
pub fn ansi(frame: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..usize::from(frame.area.height) {
        let mut codes = String::new();
        let mut line = String::new();
        for (_, cell, symbol) in cells(frame, y) {
            let wanted = sgr(cell);
            if wanted != codes {
                let _ = write!(line, "\u{1b}[0{wanted}m");
                codes = wanted;
            }
            line.push_str(&symbol);
        }
        if codes.is_empty() {
            line.truncate(line.trim_end().len());
        } else {
            line.push_str("\u{1b}[0m");
        }
        out.push_str(&line);
        out.push('\n');
    }
    out
}

fn sgr(cell: &Cell) -> String {
    let mut out = String::new();
    for (modifier, code) in [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
        (Modifier::CROSSED_OUT, 9),
    ] {
        if cell.modifier.contains(modifier) {
            let _ = write!(out, ";{code}");
        }
    }
    colour(&mut out, cell.fg, 30);
    colour(&mut out, cell.bg, 40);
    out
}

fn colour(out: &mut String, colour: Color, base: u8) {
    let _ = match colour {
        Color::Reset => Ok(()),
        Color::Rgb(r, g, b) => write!(out, ";{};2;{r};{g};{b}", base + 8),
        Color::Indexed(n) => write!(out, ";{};5;{n}", base + 8),
        named => match number(named) {
            n @ 0..8 => write!(out, ";{}", base + n),
            n => write!(out, ";{}", base + 52 + n),
        },
    };
}

/// Cells of one look, side by side.
struct Run {
    x: usize,
    columns: usize,
    text: String,
    look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    fore: Rgb,
    back: Rgb,
    modifier: Modifier,
}

type Rgb = (u8, u8, u8);

fn runs(frame: &Buffer, y: usize, ink: &Ink) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, cell, symbol) in cells(frame, y) {
        let look = ink.look(cell);
        let columns = symbol.width();
        match runs.last_mut().filter(|run| run.look == look) {
            Some(run) => {
                run.text.push_str(&symbol);
                run.columns += columns;
            }
            None => runs.push(Run {
                x,
                columns,
                text: symbol,
                look,
            }),
        }
    }
    runs
}

/// The cells of a row with their columns and what stands in them; those behind a wide character are left out.
fn cells(frame: &Buffer, y: usize) -> impl Iterator<Item = (usize, &Cell, String)> {
    let mut covered = 0;
    (0..usize::from(frame.area.width)).filter_map(move |x| {
        let at = (frame.area.x + x as u16, frame.area.y + y as u16);
        let cell = frame.cell(at)?;
        if x < covered {
            return None;
        }
        // The last belt: no control character has ever come this far.
        let mut symbol: String = cell.symbol().chars().filter(|c| !c.is_control()).collect();
        if symbol.width() == 0 {
            " ".clone_into(&mut symbol);
        }
        covered = x + symbol.width();
        Some((x, cell, symbol))
    })
}

/// The colours of a picture.
struct Ink {
    fore: Rgb,
    back: Rgb,
    /// The sixteen colours of a terminal.
    named: [Rgb; 16],
}

const DARK: Ink = Ink {
    fore: (0xd6, 0xd9, 0xdf),
    back: (0x16, 0x19, 0x1f),
    named: [
        (0x2a, 0x2f, 0x36),
        (0xe0, 0x6c, 0x75),
        (0x8f, 0xc2, 0x7a),
        (0xe0, 0xb8, 0x6a),
        (0x6c, 0xa8, 0xe8),
        (0xc4, 0x8a, 0xe0),
        (0x5c, 0xc0, 0xc4),
        (0xb9, 0xc0, 0xc8),
        (0x79, 0x82, 0x8c),
        (0xf0, 0x8a, 0x92),
        (0xa9, 0xd8, 0x96),
        (0xf0, 0xcf, 0x8c),
        (0x90, 0xc0, 0xf4),
        (0xd8, 0xab, 0xf0),
        (0x84, 0xd8, 0xdc),
        (0xf2, 0xf4, 0xf6),
    ],
};

const LIGHT: Ink = Ink {
    fore: (0x24, 0x27, 0x2c),
    back: (0xfb, 0xfa, 0xf7),
    named: [
        (0x23, 0x28, 0x2e),
        (0xb3, 0x26, 0x30),
        (0x2f, 0x72, 0x1c),
        (0x8a, 0x5a, 0x00),
        (0x1b, 0x5f, 0xb0),
        (0x83, 0x35, 0xa8),
        (0x0b, 0x70, 0x76),
        (0x9a, 0xa0, 0xa6),
        (0x66, 0x6d, 0x75),
        (0xc8, 0x3a, 0x44),
        (0x3c, 0x86, 0x28),
        (0x9c, 0x69, 0x08),
        (0x2c, 0x72, 0xc6),
        (0x97, 0x49, 0xbc),
        (0x14, 0x80, 0x86),
        (0xfc, 0xfb, 0xf8),
    ],
};

impl Ink {
    const fn of(scheme: Scheme) -> Self {
        match scheme {
            Scheme::Light => LIGHT,
            Scheme::Ansi | Scheme::Dark | Scheme::Mono => DARK,
        }
    }

    fn look(&self, cell: &Cell) -> Look {
        let mut fore = self.rgb(cell.fg).unwrap_or(self.fore);
        let mut back = self.rgb(cell.bg).unwrap_or(self.back);
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut fore, &mut back);
        }
        if cell.modifier.contains(Modifier::DIM) {
            fore = mix(fore, back);
        }
        let shown = Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
        Look {
            fore,
            back,
            modifier: cell.modifier & shown,
        }
    }

    fn rgb(&self, colour: Color) -> Option<Rgb> {
        match colour {
            Color::Reset => None,
            Color::Rgb(r, g, b) => Some((r, g, b)),
            Color::Indexed(n @ 0..16) => self.named.get(usize::from(n)).copied(),
            Color::Indexed(n @ 16..232) => {
                let side = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
                let n = n - 16;
                Some((side(n / 36), side(n / 6 % 6), side(n % 6)))
            }
            Color::Indexed(n) => {
                let grey = 8 + 10 * (n - 232);
                Some((grey, grey, grey))
            }
            named => self.named.get(usize::from(number(named))).copied(),
        }
    }
}

/// The number of a named colour among the sixteen.
const fn number(colour: Color) -> u8 {
    match colour {
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        _ => 0,
    }
}

/// Between two colours, nearer to the first.
fn mix(one: Rgb, other: Rgb) -> Rgb {
    let side = |one: u8, other: u8| ((u16::from(one) * 3 + u16::from(other) * 2) / 5) as u8;
    (side(one.0, other.0), side(one.1, other.1), side(one.2, other.2))
}

fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn frame() -> Buffer {
        let mut frame = Buffer::with_lines(["one <two>  ", "漢字 & é    "]);
        frame.set_style(
            ratatui::layout::Rect::new(4, 0, 5, 1),
            Style::new().fg(Color::Red).bold(),
        );
        frame.set_style(ratatui::layout::Rect::new(0, 1, 4, 1), Style::new().reversed());
        frame
    }

    #[test]
    fn ansi_is_the_screen_with_its_styles() {
        assert_eq!(
            ansi(&frame()),
            "one \u{1b}[0;1;31m<two>\u{1b}[0m\n\u{1b}[0;7m漢字\u{1b}[0m & é\n"
                .replace("  \n", "\n")
                .replace("    \n", "\n")
        );
    }

    #[test]
    fn svg_is_escaped_and_on_the_grid() {
        let picture = svg(&frame(), Scheme::Dark, "a <title>");
        for part in [
            "<title>a &lt;title&gt;</title>",
            "<text x=\"48\" y=\"26\" textLength=\"45\" fill=\"#e06c75\" font-weight=\"bold\">&lt;two&gt;</text>",
            "<text x=\"12\" y=\"45\" textLength=\"36\" fill=\"#16191f\">漢字</text>",
            "<rect x=\"12\" y=\"31\" width=\"36\" height=\"19\" fill=\"#d6d9df\"/>",
            "&amp; é",
        ] {
            assert!(picture.contains(part), "{part} in {picture}");
        }
    }

    #[test]
    fn lines_blocks_and_braille_are_shapes() {
        let frame = Buffer::with_lines(["─│a", "⠁█ "]);
        let picture = svg(&frame, Scheme::Dark, "");
        for part in [
            // Left and right arm of the line, then the two of the upright one, in one path.
            "d=\"M12 21h5v1h-5zM16 21h5v1h-5zM25 12h1v10h-1zM25 21h1v10h-1z\"",
            "d=\"M13 32h2v2h-2zM21 31h9v19h-9z\"",
            "<text x=\"30\" y=\"26\" textLength=\"9\">a</text>",
        ] {
            assert!(picture.contains(part), "{part} in {picture}");
        }
        assert!(!picture.contains(['─', '⠁', '█']));
    }

    #[test]
    fn no_control_leaves_a_cell() {
        let mut frame = Buffer::with_lines(["abc"]);
        frame.cell_mut((1, 0)).unwrap().set_symbol("\u{1b}[31m");
        assert!(!svg(&frame, Scheme::Mono, "").contains('\u{1b}'));
        assert!(!ansi(&frame).contains('\u{1b}'));
    }
}
