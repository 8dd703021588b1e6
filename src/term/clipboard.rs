//! Copying through the terminal (OSC 52), which also works over ssh and in tmux.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// The longest text that terminals commonly take, in bytes before base64.
pub const LONGEST: usize = 74_000;

/// Sends `text` to the terminal's clipboard. Whether it arrived is not told to us.
pub fn copy(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    execute!(out, CopyToClipboard::to_clipboard_from(text))?;
    out.flush()
}
