//! [`run`]: the loop. Draw if something changed, wait, take what came, do what it asks.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::Event as Input;

use super::background::has_true_colour;
use super::choose::{Chosen, choose};
use super::clipboard::Way;
use super::convert;
use super::events::{self, Event, Events};
use super::hyperlinks;
use super::lookout::{Looked, Lookout};
use super::perform::{Then, perform, suspend};
use super::renewing::Reading;
use super::session::Session;
use super::worker::{Job, Open, Report};
use crate::analysis::Context;
use crate::app::books::{Aimed, Book};
use crate::app::shelf::{Entry, Shelf};
use crate::app::{App, Effect, Findings, Progress, Scheme, Target};
use crate::article::Article;
use crate::config::Patch;
use crate::editor::Call;
use crate::error::Error;
use crate::ui::{self, Theme};

/// How long the article is waited for before a screen without it is drawn.
const OPENING: Duration = Duration::from_millis(40);

/// Events are taken in without drawing for no longer than this.
const DRAIN: Duration = Duration::from_millis(25);

/// Writes an export and says where to.
pub type Export = Box<dyn FnMut(Target, &mut App) -> Result<String, String>>;

/// Writes a copied text to a file and says which.
pub type Clip = Box<dyn FnMut(&App, &str) -> Result<String, String>>;

/// What to start for the article in the reader's editor.
#[derive(Debug)]
pub struct Edit {
    /// The program and its words.
    pub call: Call,
    /// What it shows, for the message.
    pub what: String,
    /// It shows the file itself, which may then hold something else.
    pub original: bool,
}

/// Prepares the editor for a byte of the article; an error says why that cannot be.
pub type MakeEdit = Box<dyn FnMut(&App, usize) -> Result<Edit, String>>;

/// Told what was loaded, before it is shown: the place to put saved notes and positions in.
pub type Loaded = Box<dyn FnMut(&mut App)>;

/// What a reading begins with.
pub struct Setup {
    /// The briefings; with more than one, a list of them is shown first, and again after each.
    pub shelf: Vec<Entry>,
    /// Opens the article of that index, in the worker.
    pub open: Box<dyn FnMut(usize) -> Open>,
    /// What the analysis may know.
    pub context: Context,
    /// The colours.
    pub scheme: Scheme,
    /// Whether to take the mouse.
    pub mouse: bool,
    /// Whether the terminal is given the links that are in view.
    pub hyperlinks: bool,
    /// Styles to lay over the theme.
    pub styles: Vec<(String, Patch)>,
    /// Called before the first frame.
    pub prepare: Loaded,
    /// Writes exports.
    pub export: Export,
    /// Where copies go; `None` where that is to be found out.
    pub copy: Option<Way>,
    /// Writes a copy to a file.
    pub clip: Clip,
    /// Prepares the reader's editor.
    pub edit: MakeEdit,
    /// The file of a briefing, if it is one that can be watched.
    pub file: Box<dyn Fn(usize) -> Option<PathBuf>>,
    /// Called when the whole article is there.
    pub loaded: Loaded,
    /// Called when the notebook has changed, and when the reading ends.
    pub keep: Loaded,
    /// Whether an article was read before.
    pub seen: Box<dyn FnMut(&Article) -> bool>,
    /// What is known of the briefings of the list.
    pub known: Vec<Looked>,
}

impl Setup {
    /// Takes in what the lookout tells of a briefing.
    pub(super) fn take_in(&mut self, at: usize, mut looked: Looked) -> &Looked {
        looked.read = looked
            .article
            .as_ref()
            .is_some_and(|article| (self.seen)(article));
        if self.known.len() <= at {
            self.known.resize_with(at + 1, Looked::default);
        }
        self.known[at] = looked;
        &self.known[at]
    }

    /// The briefings as the app knows them, `names` where nothing is known yet.
    fn books(&self, names: &[Entry]) -> Vec<Book> {
        names
            .iter()
            .enumerate()
            .map(|(at, entry)| {
                let known = self.known.get(at);
                let title = known.filter(|k| !k.facts.is_empty()).map(|k| k.about.as_str());
                Book {
                    title: title.unwrap_or(&entry.name).to_owned(),
                    article: known.and_then(|k| k.article.clone()),
                }
            })
            .collect()
    }
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
    let ended = if setup.shelf.len() > 1 {
        events::listen(events.sender())?;
        let mut session = Session::new(setup.mouse)?;
        session.take()?;
        session.set_keys(events.read_terminal()?);
        read_shelf(&mut session, &mut setup, &events)
    } else {
        let job = Job::start((setup.open)(0), setup.context, events.sender())?;
        // Made ready while the worker reads.
        events::listen(events.sender())?;
        let mut session = Session::new(setup.mouse)?;
        // Without an article there is nothing to show: what fails at once never touches the screen.
        let early = events.next(OPENING);
        if let Some(Event::Report(_, Report::Failed(error))) = early {
            return Err(error.into());
        }
        session.take()?;
        session.set_keys(events.read_terminal()?);
        read_one(
            &mut session,
            &mut setup,
            &events,
            early,
            job,
            Vec::new(),
            (0, None),
        )
    };
    if let Ended::By(signal) = ended? {
        events::end_by(signal);
    }
    Ok(())
}

/// Shows the list, and each briefing that is chosen from it, until the reader has enough.
fn read_shelf(session: &mut Session, setup: &mut Setup, events: &Events) -> Result<Ended, RunError> {
    let names = std::mem::take(&mut setup.shelf);
    let opens = (0..names.len()).map(|at| (setup.open)(at)).collect();
    let _lookout = Lookout::start(opens, setup.context, events.sender())?;
    let mut shelf = Shelf::new(names.clone());
    let mut turned: Option<Option<Aimed>> = None;
    loop {
        let theme = Theme::new(setup.scheme, has_true_colour()).patched(&setup.styles);
        if turned.is_none() {
            for (at, known) in setup.known.iter().enumerate() {
                shelf.describe(at, &known.about, &known.facts, known.read);
            }
            match choose(&mut shelf, session, events, &theme, setup)? {
                Chosen::Quit => return Ok(Ended::Quit),
                Chosen::End(signal) => return Ok(Ended::By(signal)),
                Chosen::Open => {}
            }
        }
        let aimed = turned.take().flatten();
        let at = shelf.selected();
        let job = Job::start((setup.open)(at), setup.context, events.sender())?;
        let early = events.next(OPENING);
        let books = setup.books(&names);
        let ended = read_one(session, setup, events, early, job, books, (at, aimed));
        if let Some(known) = setup.known.get_mut(at).filter(|_| ended.is_ok()) {
            known.read = true;
        }
        match ended {
            Ok(Ended::Quit) => {}
            Ok(Ended::Turned(to, aimed)) => {
                shelf.select(to);
                turned = Some(aimed);
            }
            Err(RunError::Open(error)) => shelf.complain(format!("Not opened: {error}")),
            ended => return ended,
        }
    }
}

/// Reads one briefing, which `job` opens and `early` may already tell of.
fn read_one(
    session: &mut Session,
    setup: &mut Setup,
    events: &Events,
    early: Option<Event>,
    job: Job,
    books: Vec<Book>,
    (at, aimed): (usize, Option<Aimed>),
) -> Result<Ended, RunError> {
    let mut app = App::new(Arc::default(), Arc::default());
    app.set_scheme(setup.scheme);
    app.set_mouse(setup.mouse);
    (setup.prepare)(&mut app);
    app.set_progress(Progress::Opening(None));
    app.set_books(books, at);
    app.aim_at(aimed);
    let reading = Reading::new(at, job.id, setup, events);
    let ended = read_on(&mut app, session, setup, events, early, reading);
    drop(job);
    // What the reader chose for the colours and the mouse goes on in the next briefing.
    setup.scheme = app.scheme();
    setup.mouse = app.mouse_on();
    if !app.article().text.is_empty() {
        (setup.keep)(&mut app);
    }
    ended
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
        Report::Findings(findings) => {
            app.set_findings(findings);
            app.arrive();
        }
        Report::Failed(error) => return Err(error.into()),
        Report::Broken => {
            app.set_findings(Arc::new(Findings::default()));
            app.warn("The search for findings failed on this text; it can be read without them");
        }
    }
    Ok(())
}

/// How a reading ended.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ended {
    /// The reader turned to another briefing of the list, and to a place in it.
    Turned(usize, Option<Aimed>),
    /// The reader had enough of this briefing.
    Quit,
    /// The reader had enough of all.
    QuitNow,
    /// By a signal.
    By(i32),
}

/// The loop of one reading.
fn read_on(
    app: &mut App,
    session: &mut Session,
    setup: &mut Setup,
    events: &Events,
    mut next: Option<Event>,
    mut reading: Reading,
) -> Result<Ended, RunError> {
    let exact = has_true_colour();
    let mut theme = Theme::new(app.scheme(), exact).patched(&setup.styles);
    let mut kept = app.notebook_revision();
    let mut shown = app.scheme();
    loop {
        let mut dirty = next.is_none();
        let taken = Instant::now();
        // All that has happened is taken in before anything is drawn.
        while let Some(event) = next.take().or_else(|| events.next(Duration::ZERO)) {
            match happen(event, app, session, setup, events, &mut reading)? {
                Then::Turn(at, aimed) => return Ok(Ended::Turned(at, aimed)),
                Then::Quit => return Ok(Ended::Quit),
                Then::QuitNow => return Ok(Ended::QuitNow),
                Then::End(signal) => return Ok(Ended::By(signal)),
                Then::Reload { asked } => {
                    reading.start(asked, setup, events)?;
                    dirty = true;
                }
                Then::Draw => dirty = true,
                Then::GoOn => {}
            }
            if taken.elapsed() > DRAIN {
                break;
            }
        }
        dirty |= reading.turn(app);
        if kept != app.notebook_revision() {
            kept = app.notebook_revision();
            (setup.keep)(app);
        }
        if dirty {
            if app.scheme() != shown {
                shown = app.scheme();
                theme = Theme::new(shown, exact).patched(&setup.styles);
            }
            draw(app, session, &theme, setup.hyperlinks)?;
        }
        next = Some(events.wait());
    }
}

/// Does what an event asks for.
fn happen(
    event: Event,
    app: &mut App,
    session: &mut Session,
    setup: &mut Setup,
    events: &Events,
    reading: &mut Reading,
) -> Result<Then, RunError> {
    match event {
        Event::Input(input) => {
            let (effect, changed) = take_input(input, app);
            match perform(effect, app, session, setup, events)? {
                Then::GoOn if changed => return Ok(Then::Draw),
                then => return Ok(then),
            }
        }
        Event::Lost(error) => return Err(error.into()),
        Event::End(signal) => return Ok(Then::End(signal)),
        Event::Stop => suspend(app, session)?,
        Event::GoOn => session.take_again()?,
        Event::Report(of, report) if reading.is_first(of) => {
            let last = matches!(report, Report::Findings(_) | Report::Broken);
            take(report, app, setup)?;
            if last {
                reading.completed(setup, events)?;
            }
        }
        Event::Report(of, report) => {
            if !reading.take(of, report, app) {
                return Ok(Then::GoOn);
            }
        }
        Event::File(of, news) => {
            if !reading.hear(of, news, app, setup, events)? {
                return Ok(Then::GoOn);
            }
        }
        Event::Told(line) => app.warn(line),
        Event::Looked(at, looked) => {
            setup.take_in(at, *looked);
            return Ok(Then::GoOn);
        }
    }
    Ok(Then::Draw)
}

fn draw(app: &mut App, session: &mut Session, theme: &Theme, links: bool) -> io::Result<()> {
    let (columns, rows) = session.size()?;
    app.resize(columns, rows);
    let mut geometry = None;
    session.draw(|buffer| {
        let (learned, cursor) = ui::render(buffer, app, theme);
        geometry = Some(learned);
        if links {
            hyperlinks::lay(buffer, app);
        }
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
