//! [`Session`]: the terminal while it is ours. It is given back once, on every way out: end, error, panic, signal.

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;

use super::events::Keys;
use crate::guard::is_shielded;

/// Whether the terminal is ours now.
static OURS: AtomicBool = AtomicBool::new(false);

/// Whether another program has the terminal from us now.
static LENT: AtomicBool = AtomicBool::new(false);

/// Bytes that are gathered before they are written: a full frame is one write.
const FRAME: usize = 64 * 1024;

/// See the module.
#[derive(Debug)]
pub struct Session {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    mouse: bool,
    /// The text cursor is seen.
    cursor: bool,
    /// Who reads the terminal.
    keys: Option<Keys>,
}

impl Session {
    /// A session that has not taken the terminal yet.
    pub fn new(mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        // Colours are our decision (see `background`); left to itself, the library would turn each colour change
        // under NO_COLOR into a reset, which would also undo the selection's attributes.
        crossterm::style::force_color_output(true);
        let out = BufWriter::with_capacity(FRAME, io::stdout());
        let terminal = Terminal::new(CrosstermBackend::new(out))?;
        Ok(Self {
            terminal,
            mouse,
            cursor: true,
            keys: None,
        })
    }

    /// Takes the terminal: raw mode, alternate screen, bracketed paste, and the mouse if it is wanted.
    pub fn take(&mut self) -> io::Result<()> {
        OURS.store(true, Ordering::SeqCst);
        self.cursor = true;
        enable_raw_mode()?;
        let out = self.terminal.backend_mut();
        queue!(out, EnterAlternateScreen, EnableBracketedPaste)?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Columns and rows.
    pub fn size(&mut self) -> io::Result<(u16, u16)> {
        self.terminal.autoresize()?;
        let area = self.terminal.get_frame().area();
        Ok((area.width, area.height))
    }

    /// Draws a frame in one write; terminals that can show it whole or not at all do. `render` fills the screen's cells
    /// and says where the text cursor stands, if it is to be seen.
    pub fn draw(&mut self, render: impl FnOnce(&mut Buffer) -> Option<(u16, u16)>) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        let cursor = render(self.terminal.current_buffer_mut());
        self.terminal.flush()?;
        self.terminal.swap_buffers();
        let out = self.terminal.backend_mut();
        match cursor {
            Some((x, y)) => queue!(out, MoveTo(x, y), Show)?,
            None if self.cursor => queue!(out, Hide)?,
            None => {}
        }
        self.cursor = cursor.is_some();
        queue!(out, EndSynchronizedUpdate)?;
        Write::flush(out)
    }

    /// Every cell is written anew by the next frame.
    pub fn clear(&mut self) -> io::Result<()> {
        // The library's own way asks the terminal where its cursor is, and would wait for the answer in vain:
        // the thread that reads keys gets it.
        let area = self.terminal.get_frame().area();
        self.terminal.resize(area)
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        let out = self.terminal.backend_mut();
        if on {
            execute!(out, EnableMouseCapture)
        } else {
            execute!(out, DisableMouseCapture)
        }
    }

    /// Gives the terminal back for a while, for `work` that stops this process or runs another in it.
    pub fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let done = work();
        self.take_again()?;
        Ok(done)
    }

    /// Says who reads the terminal, so that it can be stopped while another program has it.
    pub fn set_keys(&mut self, keys: Keys) {
        self.keys = Some(keys);
    }

    /// Runs another program in the terminal and waits for its end.
    pub fn lend_to(&mut self, command: &mut Command) -> io::Result<io::Result<ExitStatus>> {
        command.stdin(keyboard());
        let paused = self.keys.as_ref().map(Keys::pause);
        LENT.store(true, Ordering::SeqCst);
        give_back();
        let ended = command.status();
        LENT.store(false, Ordering::SeqCst);
        drop(paused);
        self.take_again()?;
        Ok(ended)
    }

    /// Takes the terminal anew, after somebody else had it.
    pub fn take_again(&mut self) -> io::Result<()> {
        // The shell has its own modes now, while the library believes that raw mode is on still.
        let _ = disable_raw_mode();
        self.take()?;
        Write::flush(self.terminal.backend_mut())?;
        self.clear()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether another program has the terminal from us.
#[cfg(unix)]
pub fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

/// Where a program finds its keys: our own standard input, unless the briefing came through it.
fn keyboard() -> Stdio {
    use std::io::IsTerminal;
    if io::stdin().is_terminal() {
        return Stdio::inherit();
    }
    let terminal = if cfg!(windows) { "CONIN$" } else { "/dev/tty" };
    std::fs::File::open(terminal).map_or_else(|_error| Stdio::inherit(), Stdio::from)
}

/// Gives the terminal back, once. Errors are of no use to anybody: the terminal may be gone.
pub fn give_back() {
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// The terminal is given back before a panic's message is printed. A panic that is caught, and one of another
/// thread, leaves it alone: the program goes on.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let ours = thread::current().id();
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if is_shielded() || thread::current().id() != ours {
                return;
            }
            give_back();
            before(info);
        }));
    });
}
