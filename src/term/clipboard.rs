//! Copying: through the terminal (OSC 52), which also works over ssh; through tmux by its own command; and into a file
//! where the terminal is known to take no copies. A terminal never says whether a copy arrived.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// The longest text that terminals commonly take, in bytes before base64.
pub const LONGEST: usize = 74_000;

/// Where a copy goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the terminal's clipboard.
    Terminal,
    /// To the buffer of tmux, which hands it on to the terminal around it.
    Tmux,
    /// To a file.
    File,
}

/// The way that fits this terminal, by what it says of itself.
pub fn fitting() -> Way {
    way(&|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

fn way(variable: &dyn Fn(&str) -> Option<String>) -> Way {
    let term = variable("TERM").unwrap_or_default();
    if variable("TMUX").is_some() {
        return Way::Tmux;
    }
    // The console and GNU screen know no clipboard, nor does Apple's Terminal; VTE has had one since 0.76.
    let old = variable("VTE_VERSION").and_then(|v| v.parse::<u32>().ok());
    let without = ["linux", "screen", "vt100", "vt220"]
        .iter()
        .any(|name| term.starts_with(name))
        || variable("TERM_PROGRAM").is_some_and(|program| program == "Apple_Terminal")
        || old.is_some_and(|version| version < 7600);
    if without { Way::File } else { Way::Terminal }
}

/// Sends `text` to the terminal's clipboard. Whether it arrived is not told to us.
pub fn copy(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    execute!(out, CopyToClipboard::to_clipboard_from(text))?;
    out.flush()
}

/// Gives `text` to tmux, which as a rule ignores the sequence of a program in it; false where that did not work.
pub fn copy_by_tmux(text: &str) -> bool {
    let started = Command::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = started else { return false };
    let written = child
        .stdin
        .take()
        .is_some_and(|mut input| input.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_follows_what_the_terminal_says_of_itself() {
        for (variables, wanted) in [
            (&[("TERM", "xterm-256color")][..], Way::Terminal),
            (&[("TERM", "tmux-256color"), ("TMUX", "/tmp/x,1,0")], Way::Tmux),
            (&[("TERM", "linux")], Way::File),
            (&[("TERM", "screen.xterm")], Way::File),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")],
                Way::File,
            ),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "6800")], Way::File),
            (
                &[("TERM", "xterm-256color"), ("VTE_VERSION", "7800")],
                Way::Terminal,
            ),
        ] {
            let variable = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(way(&variable), wanted, "{variables:?}");
        }
    }
}
