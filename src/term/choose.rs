//! The list of briefings on the terminal, until one is chosen.

use crossterm::event::Event as Input;

use super::convert;
use super::events::{self, Event, Events};
use super::run::{RunError, Setup};
use super::session::Session;
use crate::app::shelf::{Shelf, Step};
use crate::ui::Theme;
use crate::ui::shelf::{FIRST, draw, room};

/// How the list was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// The selected briefing is to be opened.
    Open,
    /// The reader had enough.
    Quit,
    /// A signal wants the program to end.
    End(i32),
}

/// Shows `shelf` until something is chosen.
pub fn choose(
    shelf: &mut Shelf,
    session: &mut Session,
    events: &Events,
    theme: &Theme,
    setup: &mut Setup,
) -> Result<Chosen, RunError> {
    loop {
        let (_, rows) = session.size()?;
        shelf.resize(room(rows));
        session.draw(|buffer| {
            draw(buffer, shelf, theme);
            None
        })?;
        let step = match events.wait() {
            Event::Input(Input::Key(key)) => convert::key(key).map_or(Step::Stay, |key| shelf.press(key)),
            Event::Input(Input::Mouse(mouse)) => {
                convert::mouse(mouse).map_or(Step::Stay, |mouse| shelf.mouse(mouse, FIRST))
            }
            // What the worker of the briefing before still has to tell is of no use to anybody.
            Event::Input(_) | Event::Report(..) | Event::File(..) | Event::Told(_) => Step::Stay,
            Event::Looked(at, looked) => {
                let known = setup.take_in(at, *looked);
                shelf.describe(at, &known.about, &known.facts, known.read);
                Step::Stay
            }
            Event::Lost(error) => return Err(error.into()),
            Event::End(signal) => return Ok(Chosen::End(signal)),
            Event::Stop => Step::Suspend,
            Event::GoOn => {
                session.take_again()?;
                Step::Stay
            }
        };
        match step {
            Step::Suspend if cfg!(unix) => session.lend(events::stop)?,
            Step::Stay | Step::Suspend => {}
            Step::Open => return Ok(Chosen::Open),
            Step::Quit => return Ok(Chosen::Quit),
        }
    }
}
