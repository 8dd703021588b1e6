//! Which colours to begin with: what was asked for, `NO_COLOR`, and for `auto` one question to the terminal.

use std::time::Duration;

use crate::app::Scheme;

/// How long the terminal may take to say what its background is. One that knows no answer is recognised sooner.
const PATIENCE: Duration = Duration::from_millis(200);

/// What the reader asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// Dark or light, as the terminal is.
    Auto,
    /// This one.
    This(Scheme),
    /// Nothing in particular.
    #[default]
    Nothing,
}

/// The scheme to begin with. Asks the terminal only for [`Wanted::Auto`], and must then run before raw mode.
///
/// A scheme that was asked for by name wins over `NO_COLOR` (<https://no-color.org>), which wins over the rest.
pub fn scheme(wanted: Wanted) -> Scheme {
    if let Wanted::This(scheme) = wanted {
        return scheme;
    }
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return Scheme::Mono;
    }
    if wanted == Wanted::Nothing {
        return Scheme::Ansi;
    }
    // `15;0`: the last number is the background, 0–6 and 8 are dark.
    if let Ok(told) = std::env::var("COLORFGBG")
        && let Some(ground) = told.rsplit(';').next().and_then(|n| n.parse::<u8>().ok())
    {
        return if ground < 7 || ground == 8 {
            Scheme::Dark
        } else {
            Scheme::Light
        };
    }
    let mut options = terminal_colorsaurus::QueryOptions::default();
    options.timeout = PATIENCE;
    match terminal_colorsaurus::theme_mode(options) {
        Ok(terminal_colorsaurus::ThemeMode::Dark) => Scheme::Dark,
        Ok(terminal_colorsaurus::ThemeMode::Light) => Scheme::Light,
        Err(_) => Scheme::Ansi,
    }
}

/// Whether the terminal says that it has 24-bit colours.
pub fn has_true_colour() -> bool {
    std::env::var("COLORTERM").is_ok_and(|value| value == "truecolor" || value == "24bit")
}
