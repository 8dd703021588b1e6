//! The terminal: taking it and giving it back, events, and the loop that joins them to the app.
//!
//! One thread draws; others read keys, listen to signals and analyse, and all report to it in one queue. Nobody has a
//! tick but the watch, which looks at the open file once a second.

mod answer;
mod background;
mod choose;
mod clipboard;
mod convert;
mod events;
mod hyperlinks;
mod lookout;
mod perform;
mod renewing;
mod run;
mod session;
mod watch;
mod worker;

pub use background::{Wanted, scheme};
pub use clipboard::Way;
pub use hyperlinks::known as knows_links;
pub use lookout::Looked;
pub use run::{Clip, Edit, Export, Loaded, RunError, Setup, run};
pub use worker::Open;

/// The columns of the terminal at standard output, if one is there.
pub fn columns() -> Option<usize> {
    use std::io::IsTerminal;
    if !std::io::stdout().is_terminal() {
        return None;
    }
    let (columns, _) = crossterm::terminal::size().ok()?;
    Some(usize::from(columns))
}
