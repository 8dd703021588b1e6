//! [`run`]: the loop. Draw if something changed, wait, take what came, do what it asks.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::Event as Input;

use super::background::has_true_colour;
use super::convert;
use super::events::{self, Event, Events};
use super::perform::{Then, perform, suspend};
use super::session::Session;
use super::worker::{Job, Open, Report};
use crate::analysis::Context;
use crate::app::{App, Effect, Findings, Progress, Scheme, Target};
use crate::article::Article;
use crate::config::Patch;
use crate::error::Error;
use crate::ui::{self, Theme};

/// How long the article is waited for before a screen without it is drawn.
const OPENING: Duration = Duration::from_millis(40);

/// Events are taken in without drawing for no longer than this.
const DRAIN: Duration = Duration::from_millis(25);

/// Writes an export and says where to.
pub type Export = Box<dyn FnMut(Target, &mut App) -> Result<String, String>>;

/// Told what was loaded, before it is shown: the place to put saved notes and positions in.
pub type Loaded = Box<dyn FnMut(&mut App)>;

/// What a reading begins with.
pub struct Setup {
    /// Opens the article, in the worker.
    pub open: Open,
    /// What the analysis may know.
    pub context: Context,
    /// The colours.
    pub scheme: Scheme,
    /// Whether to take the mouse.
    pub mouse: bool,
    /// Styles to lay over the theme.
    pub styles: Vec<(String, Patch)>,
    /// Called before the first frame.
    pub prepare: Loaded,
    /// Writes exports.
    pub export: Export,
    /// Called when the whole article is there.
    pub loaded: Loaded,
    /// Called when the notebook has changed, and when the reading ends.
    pub keep: Loaded,
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup")
            .field("scheme", &self.scheme)
            .field("mouse", &self.mouse)
            .finish_non_exhaustive()
    }
}

/// Why a reading ended badly.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The article could not be opened.
    #[error(transparent)]
    Open(#[from] Error),
    /// The terminal failed.
    #[error("the terminal cannot be used: {0}; give a file to `briefing export` instead")]
    Terminal(#[from] io::Error),
}

/// Reads until the reader quits. The terminal is given back on every way out.
pub fn run(mut setup: Setup) -> Result<(), RunError> {
    let events = Events::new();
    let open = std::mem::replace(&mut setup.open, Box::new(|_| Ok(Article::default())));
    let job = Job::start(open, setup.context, events.sender())?;
    // Without an article there is nothing to show: what fails at once never touches the screen.
    let early = events.next(OPENING);
    if let Some(Event::Report(Report::Failed(error))) = early {
        return Err(error.into());
    }
    events::listen(events.sender())?;
    let mut session = Session::open(setup.mouse)?;
    events.read_terminal()?;
    let mut app = App::new(Arc::default(), Arc::default());
    app.set_scheme(setup.scheme);
    app.set_mouse(setup.mouse);
    (setup.prepare)(&mut app);
    app.set_progress(Progress::Opening(None));
    let ended = read_on(&mut app, &mut session, &mut setup, &events, early);
    drop(session);
    drop(job);
    (setup.keep)(&mut app);
    if let Some(signal) = ended? {
        events::end_by(signal);
    }
    Ok(())
}

/// Takes in what the worker tells.
fn take(report: Report, app: &mut App, setup: &mut Setup) -> Result<(), RunError> {
    match report {
        Report::Preview(article) => app.set_article(article),
        Report::Article(article) => {
            app.set_article(article);
            app.set_progress(Progress::Reading(0.0));
            (setup.loaded)(app);
        }
        Report::Share(share) => app.set_progress(Progress::Reading(share)),
        Report::Findings(findings) => app.set_findings(findings),
        Report::Failed(error) => return Err(error.into()),
        Report::Broken => {
            app.set_findings(Arc::new(Findings::default()));
            app.warn("The search for findings failed on this text; it can be read without them");
        }
    }
    Ok(())
}

/// The loop; returns the signal that ended it, if one did.
fn read_on(
    app: &mut App,
    session: &mut Session,
    setup: &mut Setup,
    events: &Events,
    mut next: Option<Event>,
) -> Result<Option<i32>, RunError> {
    let exact = has_true_colour();
    let mut theme = Theme::new(app.scheme(), exact).patched(&setup.styles);
    let mut kept = app.notebook_revision();
    let mut shown = app.scheme();
    loop {
        let mut dirty = next.is_none();
        let taken = Instant::now();
        // All that has happened is taken in before anything is drawn.
        while let Some(event) = next.take().or_else(|| events.next(Duration::ZERO)) {
            match happen(event, app, session, setup)? {
                Then::Quit => return Ok(None),
                Then::End(signal) => return Ok(Some(signal)),
                Then::Draw => dirty = true,
                Then::GoOn => {}
            }
            if taken.elapsed() > DRAIN {
                break;
            }
        }
        if kept != app.notebook_revision() {
            kept = app.notebook_revision();
            (setup.keep)(app);
        }
        if dirty {
            if app.scheme() != shown {
                shown = app.scheme();
                theme = Theme::new(shown, exact).patched(&setup.styles);
            }
            draw(app, session, &theme)?;
        }
        next = Some(events.wait());
    }
}

/// Does what an event asks for.
fn happen(event: Event, app: &mut App, session: &mut Session, setup: &mut Setup) -> Result<Then, RunError> {
    match event {
        Event::Input(input) => {
            let (effect, changed) = take_input(input, app);
            match perform(effect, app, session, setup)? {
                Then::GoOn if changed => return Ok(Then::Draw),
                then => return Ok(then),
            }
        }
        Event::Lost(error) => return Err(error.into()),
        Event::End(signal) => return Ok(Then::End(signal)),
        Event::Stop => suspend(app, session)?,
        Event::GoOn => session.take_again()?,
        Event::Report(report) => take(report, app, setup)?,
    }
    Ok(Then::Draw)
}

fn draw(app: &mut App, session: &mut Session, theme: &Theme) -> io::Result<()> {
    let (columns, rows) = session.size()?;
    app.resize(columns, rows);
    let mut geometry = None;
    session.draw(|buffer| {
        let (learned, cursor) = ui::render(buffer, app, theme);
        geometry = Some(learned);
        cursor
    })?;
    if let Some(geometry) = geometry {
        app.learn(geometry);
    }
    Ok(())
}

/// Gives an event to the app; also says whether anything may have changed.
fn take_input(event: Input, app: &mut App) -> (Effect, bool) {
    match event {
        Input::Key(key) => match convert::key(key) {
            Some(key) => {
                #[cfg(debug_assertions)]
                panic_if_asked(key);
                (app.press(key), true)
            }
            None => (Effect::None, false),
        },
        Input::Paste(words) => (app.paste(&words), true),
        Input::Mouse(mouse) => match convert::mouse(mouse) {
            Some(mouse) => (app.mouse(mouse), true),
            None => (Effect::None, false),
        },
        Input::Resize(columns, rows) => {
            let before = app.size();
            app.resize(columns, rows);
            (Effect::None, before != (columns, rows))
        }
        Input::FocusGained | Input::FocusLost => (Effect::None, false),
    }
}

/// A way to see that a panic gives the terminal back: debug builds only, when `BRIEFING_PANIC` is set.
#[cfg(debug_assertions)]
fn panic_if_asked(key: crate::keys::Key) {
    assert!(
        key.typed() != Some('P') || std::env::var_os("BRIEFING_PANIC").is_none(),
        "asked to by BRIEFING_PANIC"
    );
}
