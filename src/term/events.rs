//! Everything that happens, in one queue: keys and the mouse, signals, and what the worker reports.
//!
//! A thread of its own reads the terminal, since the library's wait cannot be woken by anything else without losing
//! keys. All threads sleep until something happens; there is no tick.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{Event as Input, read};

use super::lookout::Looked;
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
    Stop,
    /// It goes on after a stop; the screen may have been written over.
    GoOn,
    /// The worker tells.
    Report(u64, Report),
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
    pub fn read_terminal(&self) -> io::Result<()> {
        let send = self.sender();
        thread::Builder::new().name("keys".to_owned()).spawn(move || {
            loop {
                let event = match read() {
                    Ok(event) => Event::Input(event),
                    Err(error) => Event::Lost(error),
                };
                let lost = matches!(event, Event::Lost(_));
                if send.send(event).is_err() || lost {
                    return;
                }
            }
        })?;
        Ok(())
    }
}

pub use signals::{end_by, listen, stop};

#[cfg(unix)]
mod signals {
    use std::io;
    use std::sync::mpsc::Sender;
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use super::Event;
    use crate::term::session::give_back;

    /// How long the loop has to end by itself before the program is ended for it: it may hang in a terminal that is gone.
    const PATIENCE: Duration = Duration::from_millis(250);

    /// Reports signals from now on, from a thread that sleeps until one comes.
    pub fn listen(send: Sender<Event>) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
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

    /// There is no shell to go back to.
    pub fn stop() {}

    /// Ends this process.
    pub fn end_by(_signal: i32) {
        std::process::exit(1);
    }
}
