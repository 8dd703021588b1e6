//! Doing what the app asks of the world.

use std::process::{Command, Stdio};

use super::clipboard;
use super::events;
use super::run::Setup;
use super::session::Session;
use crate::app::books::Aimed;
use crate::app::{App, Effect};

/// Whether to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// Turn to another briefing of the list.
    Turn(usize, Option<Aimed>),
    /// Nothing changed.
    GoOn,
    /// Draw.
    Draw,
    /// End, as this signal would have it.
    End(i32),
    /// End this reading.
    Quit,
    /// End the program.
    QuitNow,
}

/// Does it, and tells the reader what was done.
pub fn perform(
    effect: Effect,
    app: &mut App,
    session: &mut Session,
    setup: &mut Setup,
) -> std::io::Result<Then> {
    match effect {
        Effect::None => return Ok(Then::GoOn),
        Effect::Quit => return Ok(Then::Quit),
        Effect::QuitNow => return Ok(Then::QuitNow),
        Effect::OpenBook(at, aimed) => return Ok(Then::Turn(at, aimed)),
        Effect::Suspend => suspend(app, session)?,
        Effect::Redraw => session.clear()?,
        Effect::Mouse(on) => session.set_mouse(on)?,
        Effect::Copy { text, what } => {
            let length = text.chars().count();
            if text.len() > clipboard::LONGEST {
                app.warn(format!(
                    "{what}: {length} characters are more than terminals take; e writes a file"
                ));
            } else {
                clipboard::copy(&text)?;
                app.tell(format!(
                    "Copied {what}, {length} characters, through the terminal"
                ));
            }
        }
        Effect::Export(target) => match (setup.export)(target, app) {
            Ok(path) => app.tell(format!("Written to {path}")),
            Err(error) => app.warn(error),
        },
        Effect::OpenLink(url) => open_link(app, &url),
    }
    Ok(Then::Draw)
}

/// Gives the terminal to the shell until it lets us go on.
pub fn suspend(app: &mut App, session: &mut Session) -> std::io::Result<()> {
    if cfg!(unix) {
        session.lend(events::stop)
    } else {
        app.tell("There is no shell to go back to here");
        Ok(())
    }
}

/// Hands an address to the system's own opener. It was cleaned and shown before.
fn open_link(app: &mut App, url: &str) {
    if !url.starts_with("https://") && !url.starts_with("http://") {
        app.warn("Only http and https links are opened");
        return;
    }
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(first)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match started {
        Ok(_) => app.tell(format!("Opened {url}")),
        Err(_) => app.warn(format!("No {program} here to open {url}; copy it from this line")),
    }
}
