//! Doing what the app asks of the world.

use std::process::{Command, Stdio};
use std::thread;

use super::clipboard::{self, Way};
use super::events::{self, Event, Events};
use super::run::Setup;
use super::session::Session;
use crate::app::books::Aimed;
use crate::app::links::is_openable;
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
    /// Read the file again; the reader asked for it.
    Reload {
        /// He wants to hear also that nothing has changed.
        asked: bool,
    },
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
    events: &Events,
) -> std::io::Result<Then> {
    match effect {
        Effect::None => return Ok(Then::GoOn),
        Effect::Quit => return Ok(Then::Quit),
        Effect::QuitNow => return Ok(Then::QuitNow),
        Effect::OpenBook(at, aimed) => return Ok(Then::Turn(at, aimed)),
        Effect::Reload { asked } => return Ok(Then::Reload { asked }),
        Effect::Edit(at) => return edit(app, session, setup, at),
        Effect::Suspend => suspend(app, session)?,
        Effect::Redraw => session.clear()?,
        Effect::Mouse(on) => session.set_mouse(on)?,
        Effect::Copy { text, what } => copy(app, setup, &text, &what)?,
        Effect::Export(target) => match (setup.export)(target, app) {
            Ok(path) => app.tell(format!("Written to {path}")),
            Err(error) => app.warn(error),
        },
        Effect::OpenLink(url) => open_link(app, &url, events),
    }
    Ok(Then::Draw)
}

/// Copies in the way that fits, and says which it was; what no clipboard takes goes to a file.
fn copy(app: &mut App, setup: &mut Setup, text: &str, what: &str) -> std::io::Result<()> {
    let length = text.chars().count();
    let mut way = setup.copy.unwrap_or_else(clipboard::fitting);
    let mut why = "";
    if way == Way::Tmux && !clipboard::copy_by_tmux(text) {
        way = Way::Terminal;
    }
    if way == Way::Terminal && text.len() > clipboard::LONGEST {
        (way, why) = (Way::File, ", since that is more than terminals take");
    } else if way == Way::File && setup.copy.is_none() {
        why = ", since this terminal is known to take no copies";
    }
    match way {
        Way::Tmux => app.tell(format!("Copied {what}, {length} characters, into tmux's buffer")),
        Way::Terminal => {
            clipboard::copy(text)?;
            app.tell(format!(
                "Copied {what}, {length} characters, through the terminal"
            ));
        }
        Way::File => match (setup.clip)(app, text) {
            Ok(path) => app.tell(format!("Wrote {what}, {length} characters, to {path}{why}")),
            Err(error) => app.warn(error),
        },
    }
    Ok(())
}

/// Shows the article in the reader's editor, at the line of byte `at`.
fn edit(app: &mut App, session: &mut Session, setup: &mut Setup, at: usize) -> std::io::Result<Then> {
    let edit = match (setup.edit)(app, at) {
        Ok(edit) => edit,
        Err(error) => {
            app.warn(error);
            return Ok(Then::Draw);
        }
    };
    let mut command = Command::new(&edit.call.program);
    command.args(&edit.call.words);
    let name = edit.call.name();
    match session.lend_to(&mut command)? {
        Ok(status) if status.success() => {
            app.tell(format!("{name} showed {}", edit.what));
            if edit.original {
                return Ok(Then::Reload { asked: false });
            }
        }
        Ok(status) => app.warn(format!("{name} ended badly ({status}); the text is as it was")),
        Err(error) => app.warn(format!(
            "{name} cannot be started ({error}); set $VISUAL or $EDITOR to your editor"
        )),
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
fn open_link(app: &mut App, url: &str, events: &Events) {
    if !is_openable(url) {
        app.warn("Only http, https and mailto links are opened");
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
        Ok(mut child) => {
            app.tell(format!("Handed to {program}: {url}"));
            let (send, url) = (events.sender(), url.to_owned());
            // It may end late, or badly because there is no browser at the other end of this terminal.
            let _ = thread::Builder::new().name("link".to_owned()).spawn(move || {
                if child.wait().is_ok_and(|status| !status.success()) {
                    let _ = send.send(Event::Told(format!(
                        "{program} could not open {url}; yl copies a link"
                    )));
                }
            });
        }
        Err(_) => app.warn(format!(
            "No {program} here to open it; yl in its box copies it: {url}"
        )),
    }
}
