//! Waking the loop: signals and the worker.
//!
//! The loop sleeps in the terminal library's own wait, which a change of the window's size wakes. We send ourselves
//! that signal, so that no timer is needed. Elsewhere than on Unix the loop looks up from time to time while a
//! worker runs.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The signal that ends the program; 0 is none.
static ENDED_BY: AtomicUsize = AtomicUsize::new(0);

/// The shell wants us to stop, or has let us go on.
static STOP: AtomicBool = AtomicBool::new(false);
static GO_ON: AtomicBool = AtomicBool::new(false);

/// What signals have asked for since the last look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// End, by this signal.
    pub end: Option<i32>,
    /// Stop until the shell goes on.
    pub stop: bool,
    /// The screen may have been written over.
    pub redraw: bool,
}

/// What signals have asked for since the last look.
pub fn asked() -> Asked {
    let end = ENDED_BY.load(Ordering::SeqCst);
    Asked {
        end: (end != 0).then_some(end as i32),
        stop: STOP.swap(false, Ordering::SeqCst),
        redraw: GO_ON.swap(false, Ordering::SeqCst),
    }
}

#[cfg(unix)]
mod unix {
    use super::{ENDED_BY, GO_ON, STOP};
    use std::io;
    use std::sync::atomic::Ordering;
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::{emulate_default_handler, raise};

    use crate::term::session::give_back;

    /// How long the loop has to end by itself before the program is ended for it. It hangs when its terminal is gone.
    const PATIENCE: Duration = Duration::from_millis(250);

    /// Wakes the loop.
    pub fn wake() {
        let _ = raise(SIGWINCH);
    }

    /// Listens to signals from now on, in a thread that sleeps until one comes.
    pub fn listen() -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGTSTP => STOP.store(true, Ordering::SeqCst),
                    SIGCONT => GO_ON.store(true, Ordering::SeqCst),
                    _ => ENDED_BY.store(signal as usize, Ordering::SeqCst),
                }
                wake();
                if signal != SIGTSTP && signal != SIGCONT {
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

#[cfg(unix)]
pub use unix::{end_by, listen, stop, wake};

#[cfg(not(unix))]
mod other {
    use std::io;

    /// Nothing to do: the loop looks up by itself.
    pub fn wake() {}

    /// There are no such signals here.
    pub fn listen() -> io::Result<()> {
        Ok(())
    }

    /// There is no shell to go back to.
    pub fn stop() {}

    /// Ends this process.
    pub fn end_by(_signal: i32) {
        std::process::exit(1);
    }
}

#[cfg(not(unix))]
pub use other::{end_by, listen, stop, wake};
