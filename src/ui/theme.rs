//! [`Theme`]: styles by meaning. Colour is never the only sign of anything: letters, marks and attributes say the same.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{HUES, Scheme};
use crate::config::{Attribute, Colour, Patch};

/// How things look, by what they are.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Running text; also the ground of the whole screen.
    pub text: Style,
    /// Headings of the article.
    pub heading: Style,
    /// Captions, stage directions and boilerplate.
    pub aside: Style,
    /// Rules, numbers, labels: what is not content.
    pub chrome: Style,
    /// The title of the briefing.
    pub title: Style,
    /// The name of the pane with the focus.
    pub focused: Style,
    /// The name of another pane.
    pub unfocused: Style,
    /// The selected row of the pane with the focus.
    pub selected: Style,
    /// The selected row of another pane.
    pub chosen: Style,
    /// Laid over the current sentence.
    pub sentence: Style,
    /// The bar beside it.
    pub bar: Style,
    /// Speakers, by hue.
    pub voices: [Style; HUES],
    /// Laid over reported speech, which is not verbatim.
    pub reported: Style,
    /// The mark of movement evidence.
    pub evidence: Style,
    /// Laid over the evidence of the selected row.
    pub underlined: Style,
    /// Search hits, and the current one.
    pub hit: Style,
    /// See [`Self::hit`].
    pub current_hit: Style,
    /// A key in the footer and the help.
    pub key: Style,
    /// A message.
    pub message: Style,
    /// A message about what did not work, and marks of conflict.
    pub warning: Style,
    /// What is planned, only thought of, denied.
    pub unreal: Style,
    /// See [`Self::unreal`].
    pub denied: Style,
    /// The ground of a box over the panes.
    pub boxed: Style,
    /// Laid over the reader's highlights and notes.
    pub note: Style,
    /// Coasts of the map.
    pub coast: Style,
    /// Laid over words that carry a link.
    pub link: Style,
}

/// A colour of a named theme: exact where the terminal has true colours, else the nearest of 256.
struct Paint {
    exact: bool,
}

impl Paint {
    const fn of(&self, rgb: u32, indexed: u8) -> Color {
        if self.exact {
            Color::Rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
        } else {
            Color::Indexed(indexed)
        }
    }
}

impl Theme {
    /// The theme of a scheme; `exact` says that the terminal has true colours.
    pub fn new(scheme: Scheme, exact: bool) -> Self {
        match scheme {
            Scheme::Ansi => Self::ansi(),
            Scheme::Mono => Self::mono(),
            Scheme::Dark => Self::dark(&Paint { exact }),
            Scheme::Light => Self::light(&Paint { exact }),
        }
    }

    /// The theme with a reader's own styles laid over it; the names are those of [`crate::config::STYLES`].
    #[must_use]
    pub fn patched(mut self, styles: &[(String, Patch)]) -> Self {
        for (name, patch) in styles {
            if let Some(style) = self.named(name) {
                *style = style.patch(style_of(patch));
            }
        }
        self
    }

    fn named(&mut self, name: &str) -> Option<&mut Style> {
        Some(match name {
            "text" => &mut self.text,
            "heading" => &mut self.heading,
            "aside" => &mut self.aside,
            "chrome" => &mut self.chrome,
            "title" => &mut self.title,
            "focused" => &mut self.focused,
            "unfocused" => &mut self.unfocused,
            "selected" => &mut self.selected,
            "chosen" => &mut self.chosen,
            "sentence" => &mut self.sentence,
            "bar" => &mut self.bar,
            "reported" => &mut self.reported,
            "evidence" => &mut self.evidence,
            "underlined" => &mut self.underlined,
            "hit" => &mut self.hit,
            "current-hit" => &mut self.current_hit,
            "key" => &mut self.key,
            "message" => &mut self.message,
            "warning" => &mut self.warning,
            "unreal" => &mut self.unreal,
            "denied" => &mut self.denied,
            "boxed" => &mut self.boxed,
            "note" => &mut self.note,
            "coast" => &mut self.coast,
            "link" => &mut self.link,
            _ => return None,
        })
    }

    /// No colour at all: bold, underline, reverse and dim carry everything.
    fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let dim = plain.add_modifier(Modifier::DIM);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        Self {
            text: plain,
            heading: bold,
            aside: plain.add_modifier(Modifier::ITALIC),
            chrome: dim,
            title: bold,
            focused: reversed.add_modifier(Modifier::BOLD),
            unfocused: plain,
            selected: reversed,
            chosen: bold,
            sentence: bold,
            bar: bold,
            voices: [plain; HUES],
            reported: plain.add_modifier(Modifier::ITALIC),
            evidence: bold,
            underlined: plain.add_modifier(Modifier::UNDERLINED),
            hit: plain.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            current_hit: reversed,
            key: bold,
            message: bold,
            warning: reversed,
            unreal: plain.add_modifier(Modifier::ITALIC),
            denied: plain.add_modifier(Modifier::CROSSED_OUT),
            boxed: plain,
            note: plain.add_modifier(Modifier::ITALIC | Modifier::UNDERLINED),
            coast: plain,
            link: plain.add_modifier(Modifier::UNDERLINED),
        }
    }

    /// The terminal's own ground and six of its hues: right on dark and on light without asking.
    fn ansi() -> Self {
        let plain = Style::new();
        let hue = |color| plain.fg(color);
        Self {
            aside: plain.add_modifier(Modifier::DIM),
            focused: hue(Color::Cyan).add_modifier(Modifier::BOLD | Modifier::REVERSED),
            bar: hue(Color::Cyan).add_modifier(Modifier::BOLD),
            voices: [
                hue(Color::Cyan),
                hue(Color::Green),
                hue(Color::Magenta),
                hue(Color::Yellow),
                // Plain blue is hardly legible on black; the bright one is on both grounds.
                hue(Color::LightBlue),
                hue(Color::Red),
            ],
            evidence: hue(Color::Yellow).add_modifier(Modifier::BOLD),
            hit: hue(Color::Yellow).add_modifier(Modifier::REVERSED),
            current_hit: hue(Color::Magenta).add_modifier(Modifier::REVERSED | Modifier::BOLD),
            key: hue(Color::Cyan).add_modifier(Modifier::BOLD),
            message: hue(Color::Green).add_modifier(Modifier::BOLD),
            warning: hue(Color::Red).add_modifier(Modifier::BOLD),
            denied: hue(Color::Red).add_modifier(Modifier::CROSSED_OUT),
            note: hue(Color::Green).add_modifier(Modifier::ITALIC | Modifier::UNDERLINED),
            coast: hue(Color::Blue),
            link: hue(Color::LightBlue).add_modifier(Modifier::UNDERLINED),
            ..Self::mono()
        }
    }

    fn dark(paint: &Paint) -> Self {
        let ground = Style::new()
            .bg(paint.of(0x0016_191f, 234))
            .fg(paint.of(0x00d6_d9df, 253));
        let ink = |rgb, indexed| Style::new().fg(paint.of(rgb, indexed));
        let raised = paint.of(0x0024_2935, 236);
        let accent = ink(0x007d_c4e4, 117);
        Self {
            text: ground,
            heading: ink(0x00ff_ffff, 231).add_modifier(Modifier::BOLD),
            aside: ink(0x0085_8c9a, 245),
            chrome: ink(0x006c_7484, 243),
            title: ink(0x00ff_ffff, 231).add_modifier(Modifier::BOLD),
            focused: accent.add_modifier(Modifier::BOLD | Modifier::REVERSED),
            unfocused: ink(0x00a9_b1c0, 249),
            selected: Style::new()
                .bg(paint.of(0x0033_4a66, 24))
                .fg(paint.of(0x00ff_ffff, 231)),
            chosen: Style::new().bg(raised).add_modifier(Modifier::BOLD),
            sentence: Style::new().bg(raised),
            bar: accent.add_modifier(Modifier::BOLD),
            voices: [
                ink(0x0074_d0e8, 80),
                ink(0x0098_d181, 114),
                ink(0x00d7_a6f2, 183),
                ink(0x00e9_c46a, 221),
                ink(0x0089_b4fa, 111),
                ink(0x00f0_8d8d, 210),
            ],
            reported: Style::new().add_modifier(Modifier::ITALIC),
            evidence: ink(0x00f2_b86d, 215).add_modifier(Modifier::BOLD),
            underlined: Style::new().add_modifier(Modifier::UNDERLINED),
            hit: Style::new().bg(paint.of(0x005a_4a12, 58)),
            current_hit: Style::new()
                .bg(paint.of(0x00f2_c94c, 221))
                .fg(paint.of(0x0010_1216, 233))
                .add_modifier(Modifier::BOLD),
            key: accent.add_modifier(Modifier::BOLD),
            message: ink(0x0098_d181, 114),
            warning: ink(0x00ff_8f7a, 209).add_modifier(Modifier::BOLD),
            unreal: ink(0x00b9_c0cc, 251).add_modifier(Modifier::ITALIC),
            denied: ink(0x00d0_8080, 174).add_modifier(Modifier::CROSSED_OUT),
            note: Style::new().bg(paint.of(0x0027_4a36, 22)),
            coast: ink(0x005d_84b8, 67),
            link: accent.add_modifier(Modifier::UNDERLINED),
            boxed: Style::new()
                .bg(paint.of(0x001d_222b, 235))
                .fg(paint.of(0x00d6_d9df, 253)),
        }
    }

    fn light(paint: &Paint) -> Self {
        let ground = Style::new()
            .bg(paint.of(0x00fb_faf7, 231))
            .fg(paint.of(0x0024_272c, 235));
        let ink = |rgb, indexed| Style::new().fg(paint.of(rgb, indexed));
        let raised = paint.of(0x00ec_e8dd, 254);
        let accent = ink(0x0012_6a8a, 24);
        Self {
            text: ground,
            heading: ink(0x0000_0000, 16).add_modifier(Modifier::BOLD),
            aside: ink(0x0070_7680, 243),
            chrome: ink(0x0080_8690, 244),
            title: ink(0x0000_0000, 16).add_modifier(Modifier::BOLD),
            focused: accent.add_modifier(Modifier::BOLD | Modifier::REVERSED),
            unfocused: ink(0x0052_5862, 240),
            selected: Style::new()
                .bg(paint.of(0x00bf_dcea, 153))
                .fg(paint.of(0x0000_0000, 16)),
            chosen: Style::new().bg(raised).add_modifier(Modifier::BOLD),
            sentence: Style::new().bg(raised),
            bar: accent.add_modifier(Modifier::BOLD),
            voices: [
                ink(0x0000_6f86, 24),
                ink(0x002f_7a1f, 28),
                ink(0x008a_2fb0, 91),
                ink(0x008a_5a00, 94),
                ink(0x0025_57b8, 26),
                ink(0x00b2_2d2d, 124),
            ],
            reported: Style::new().add_modifier(Modifier::ITALIC),
            evidence: ink(0x00b3_5900, 130).add_modifier(Modifier::BOLD),
            underlined: Style::new().add_modifier(Modifier::UNDERLINED),
            hit: Style::new().bg(paint.of(0x00fb_e8a0, 229)),
            current_hit: Style::new()
                .bg(paint.of(0x00f2_b100, 214))
                .fg(paint.of(0x0000_0000, 16))
                .add_modifier(Modifier::BOLD),
            key: accent.add_modifier(Modifier::BOLD),
            message: ink(0x002f_7a1f, 28),
            warning: ink(0x00b0_2010, 124).add_modifier(Modifier::BOLD),
            unreal: ink(0x0050_5660, 240).add_modifier(Modifier::ITALIC),
            denied: ink(0x0096_4040, 131).add_modifier(Modifier::CROSSED_OUT),
            note: Style::new().bg(paint.of(0x00d2_ecd6, 194)),
            coast: ink(0x003b_6ea5, 67),
            link: accent.add_modifier(Modifier::UNDERLINED),
            boxed: Style::new()
                .bg(paint.of(0x00f2_efe7, 255))
                .fg(paint.of(0x0024_272c, 235)),
        }
    }

    /// The style of a speaker's hue; none for the unattributed.
    pub fn voice(&self, hue: usize, letter: char) -> Style {
        if letter == '–' || letter == ' ' {
            return self.unreal;
        }
        self.voices.get(hue).copied().unwrap_or_default()
    }
}

/// A patch as the terminal library's style.
fn style_of(patch: &Patch) -> Style {
    let colour = |colour: Colour| match colour {
        Colour::Default => Color::Reset,
        Colour::Indexed(n) => Color::Indexed(n),
        Colour::Rgb(r, g, b) => Color::Rgb(r, g, b),
    };
    let mut style = Style {
        fg: patch.fg.map(colour),
        bg: patch.bg.map(colour),
        ..Style::new()
    };
    for &(attribute, on) in &patch.attributes {
        let modifier = match attribute {
            Attribute::Bold => Modifier::BOLD,
            Attribute::Dim => Modifier::DIM,
            Attribute::Italic => Modifier::ITALIC,
            Attribute::Underline => Modifier::UNDERLINED,
            Attribute::Reverse => Modifier::REVERSED,
            Attribute::Strike => Modifier::CROSSED_OUT,
        };
        style = if on {
            style.add_modifier(modifier)
        } else {
            style.remove_modifier(modifier)
        };
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_that_the_configuration_names_can_be_patched() {
        for name in crate::config::STYLES {
            let patch = Patch::parse("bold #010203 on 4").unwrap();
            let mut theme = Theme::new(Scheme::Dark, true).patched(&[(name.to_owned(), patch)]);
            let style = theme.named(name).copied().unwrap();
            assert_eq!(
                (style.fg, style.bg),
                (Some(Color::Rgb(1, 2, 3)), Some(Color::Indexed(4))),
                "{name}"
            );
        }
    }
}
