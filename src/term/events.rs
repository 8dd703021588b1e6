//! Everything that happens, in one queue: keys and the mouse, signals, and what the worker reports.
//!
//! A thread of its own reads the terminal, since the library's wait cannot be woken by anything else without losing
//! keys. All threads sleep until something happens; there is no tick.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{Event as Input, poll, read};
use crossterm::terminal::size;

use super::answer::{self, Piece};
use super::lookout::Looked;
use super::watch::News;
use super::worker::Report;

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// In the terminal.
    Input(Input),
    /// The terminal cannot be read any more.
    Lost(io::Error),
    /// A signal wants the program to end.
    End(i32),
    /// The shell wants it to stop.
    #[cfg_attr(not(unix), expect(dead_code, reason = "no shell stops a program there"))]
    Stop,
    /// It goes on after a stop; the screen may have been written over.
    #[cfg_attr(not(unix), expect(dead_code, reason = "no shell stops a program there"))]
    GoOn,
    /// The worker tells.
    Report(u64, Report),
    /// The watch tells of the file of that reading.
    File(u64, News),
    /// Something to say that came late.
    Told(String),
    /// The lookout tells of a briefing of the list.
    Looked(usize, Box<Looked>),
}

/// The queue.
#[derive(Debug)]
pub struct Events {
    send: Sender<Event>,
    receive: Receiver<Event>,
}

impl Events {
    /// An empty queue to which nobody reports yet.
    pub fn new() -> Self {
        let (send, receive) = channel();
        Self { send, receive }
    }

    /// For whoever reports.
    pub fn sender(&self) -> Sender<Event> {
        self.send.clone()
    }

    /// The next event, however long it takes.
    pub fn wait(&self) -> Event {
        // We hold a sender ourselves, so that the queue is never closed.
        self.receive.recv().unwrap_or(Event::End(1))
    }

    /// The next event, if there is one within `patience`.
    pub fn next(&self, patience: Duration) -> Option<Event> {
        if patience.is_zero() {
            self.receive.try_recv().ok()
        } else {
            self.receive.recv_timeout(patience).ok()
        }
    }

    /// Begins to read the terminal.
    pub fn read_terminal(&self) -> io::Result<Keys> {
        let send = self.sender();
        let keys = Keys::default();
        let gate = Arc::clone(&keys.gate);
        thread::Builder::new().name("keys".to_owned()).spawn(move || {
            // From the first question on the library hears of another size; what the terminal became before that
            // is told here.
            let _ = poll(Duration::ZERO);
            if let Ok((columns, rows)) = size() {
                let _ = send.send(Event::Input(Input::Resize(columns, rows)));
            }
            let mut held = Vec::new();
            loop {
                gate.pass();
                // What began like an answer of the terminal goes on at once, or was a key.
                if !held.is_empty() && !poll(answer::GAP).unwrap_or(false) {
                    if !pass_on(&send, &mut held) {
                        return;
                    }
                    continue;
                }
                let input = match next_input() {
                    Ok(None) => continue,
                    Ok(Some(input)) => input,
                    Err(error) => {
                        let _ = send.send(Event::Lost(error));
                        return;
                    }
                };
                let piece = answer::piece(&held, &input);
                held.push(input);
                match piece {
                    Piece::Part => {}
                    Piece::End => held.clear(),
                    Piece::Other if pass_on(&send, &mut held) => {}
                    Piece::Other => return,
                }
            }
        })?;
        Ok(keys)
    }
}

/// Reports what was held back; false when nobody listens any more.
fn pass_on(send: &Sender<Event>, held: &mut Vec<Input>) -> bool {
    held.drain(..).all(|input| send.send(Event::Input(input)).is_ok())
}

/// What comes next from the terminal; `None` where it is time to look whether somebody else wants it.
#[cfg(unix)]
fn next_input() -> io::Result<Option<Input>> {
    read().map(Some)
}

#[cfg(not(unix))]
fn next_input() -> io::Result<Option<Input>> {
    // Nothing can wake the wait there, so it is cut into pieces.
    if crossterm::event::poll(Duration::from_millis(200))? {
        read().map(Some)
    } else {
        Ok(None)
    }
}

/// The thread that reads keys, as others see it: it can be asked to leave the terminal alone.
#[derive(Debug, Default)]
pub struct Keys {
    gate: Arc<Gate>,
}

#[derive(Debug, Default)]
struct Gate {
    state: Mutex<Standing>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    closed: bool,
    /// The thread stands before the gate.
    waits: bool,
}

/// While this lives, nobody here reads the terminal.
#[derive(Debug)]
pub struct Paused<'a> {
    gate: &'a Gate,
}

impl Gate {
    fn set(&self, change: impl FnOnce(&mut Standing)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }

    /// Waits while the gate is closed.
    fn pass(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while state.closed {
            if !state.waits {
                state.waits = true;
                self.changed.notify_all();
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waits = false;
    }

    /// Whether the thread came to stand before the gate in time.
    fn stands(&self, patience: Duration) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(state, patience, |s| !s.waits);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.waits
    }
}

impl Keys {
    /// Stops reading the terminal for as long as what this returns lives.
    pub fn pause(&self) -> Paused<'_> {
        self.gate.set(|s| s.closed = true);
        for _ in 0..20 {
            wake();
            if self.gate.stands(Duration::from_millis(50)) {
                break;
            }
        }
        Paused { gate: &self.gate }
    }
}

impl Drop for Paused<'_> {
    fn drop(&mut self) {
        self.gate.set(|s| s.closed = false);
    }
}

use signals::wake;
pub use signals::{end_by, listen, stop};

#[cfg(unix)]
mod signals {
    use std::io;
    use std::sync::mpsc::Sender;
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::{emulate_default_handler, raise};

    use super::Event;
    use crate::term::session::{give_back, is_lent};

    /// How long the loop has to end by itself before the program is ended for it: it may hang in a terminal that is gone.
    const PATIENCE: Duration = Duration::from_millis(250);

    /// Reports signals from now on, from a thread that sleeps until one comes.
    pub fn listen(send: Sender<Event>) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                if is_lent() && matches!(signal, SIGINT | SIGQUIT | SIGTSTP | SIGCONT) {
                    // These are meant for the program that has the terminal; only a stop must stop us with it,
                    // since the shell waits for us.
                    if signal == SIGTSTP {
                        stop();
                    }
                    continue;
                }
                let event = match signal {
                    SIGTSTP => Event::Stop,
                    SIGCONT => Event::GoOn,
                    signal => Event::End(signal),
                };
                let ends = matches!(event, Event::End(_));
                let _ = send.send(event);
                if ends {
                    thread::sleep(PATIENCE);
                    give_back();
                    let _ = emulate_default_handler(signal);
                }
            }
        })?;
        Ok(())
    }

    /// Wakes the thread that waits for input: it takes this for a change of the screen's size.
    pub fn wake() {
        let _ = raise(SIGWINCH);
    }

    /// Stops this process, as Ctrl-Z does; returns when the shell lets it go on.
    pub fn stop() {
        let _ = emulate_default_handler(SIGTSTP);
    }

    /// Ends this process as `signal` would have.
    pub fn end_by(signal: i32) {
        let _ = emulate_default_handler(signal);
    }
}

#[cfg(not(unix))]
mod signals {
    use std::io;
    use std::sync::mpsc::Sender;

    use super::Event;

    /// There are no such signals here.
    pub fn listen(_send: Sender<Event>) -> io::Result<()> {
        Ok(())
    }

    /// The wait for input ends by itself.
    pub const fn wake() {}

    /// There is no shell to go back to.
    pub fn stop() {}

    /// Ends this process.
    pub fn end_by(_signal: i32) {
        std::process::exit(1);
    }
}
