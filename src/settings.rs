//! Joins `config.toml` and the remembered state to the reader: what applies before the first frame, what is recalled
//! with an article, what is kept at the end.

use std::cell::{Cell, RefCell};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::app::layout::Looks;
use crate::app::{App, Scheme, Target};
use crate::article::{Article, Place};
use crate::cli::{Cli, ThemeName};
use crate::config::{Config, ConfigError};
use crate::export::counted;
use crate::state::{Kept, KeptLooks, Restored, State};
use crate::term::{Wanted, Way};

/// The settings of one reading.
#[derive(Debug)]
pub struct Settings {
    config: Config,
    path: Option<PathBuf>,
    state: Option<State>,
    /// Why the configuration could not be read.
    trouble: Option<String>,
    /// How the screen is arranged by the configuration, and how the reader has it now.
    looks: Cell<Option<KeptLooks>>,
}

impl Settings {
    /// Reads the configuration that the command line names, or the user's own.
    pub fn read(cli: &Cli) -> Self {
        let path = cli.config.clone().or_else(Config::path);
        let (config, trouble) = match path.as_deref().map(Config::read) {
            Some(Ok(config)) => (config, None),
            Some(Err(error)) => (Config::default(), Some(error.to_string())),
            None => (Config::default(), None),
        };
        let remembers = !cli.no_state && config.state != Some(false);
        Self {
            state: if remembers { State::of_user() } else { None },
            config,
            path,
            trouble,
            looks: Cell::new(None),
        }
    }

    /// The theme: the flag's, else the file's, else the terminal's own colours.
    pub fn wanted(&self, flag: Option<ThemeName>) -> Wanted {
        let name = flag.unwrap_or(match self.config.theme.as_deref() {
            Some("auto") => ThemeName::Auto,
            Some("dark") => ThemeName::Dark,
            Some("light") => ThemeName::Light,
            Some("mono") => ThemeName::Mono,
            _ => ThemeName::Ansi,
        });
        match name {
            ThemeName::Ansi => Wanted::Nothing,
            ThemeName::Auto => Wanted::Auto,
            ThemeName::Dark => Wanted::This(Scheme::Dark),
            ThemeName::Light => Wanted::This(Scheme::Light),
            ThemeName::Mono => Wanted::This(Scheme::Mono),
        }
    }

    /// Whether the mouse is taken.
    pub fn mouse(&self, off: bool) -> bool {
        !off && self.config.mouse != Some(false)
    }

    /// Where copies go; `None` where it is to be found out.
    pub fn copy(&self) -> Option<Way> {
        match self.config.copy.as_deref() {
            Some("terminal") => Some(Way::Terminal),
            Some("file") => Some(Way::File),
            _ => None,
        }
    }

    /// Whether the terminal is given links; `None` where it is to be found out.
    pub fn hyperlinks(&self) -> Option<bool> {
        match self.config.links.as_deref() {
            Some("on") => Some(true),
            Some("off") => Some(false),
            _ => None,
        }
    }

    /// The styles that the file lays over the theme.
    pub fn styles(&self) -> Vec<(String, crate::config::Patch)> {
        self.config.styles.clone()
    }

    /// Gives a new app its keys and its look.
    pub fn prepare(&self, app: &mut App) {
        app.set_keymap(self.config.keymap().0);
        if let Some(width) = self.config.width {
            app.set_measure(width);
        }
        if let Some(panes) = self.config.layout {
            app.set_panes(panes);
        }
        if let Some(align) = self.config.align {
            app.set_looks(Looks { align, ..app.looks() });
        }
        self.arrange(app);
        if let Some(live) = self.config.reload {
            app.set_live(live);
        }
        if let Some(braille) = self.config.braille {
            app.set_braille(braille);
        }
        let wanted = self.config.export.as_deref();
        let format = |t: &Target| match wanted {
            Some("markdown") => *t == Target::Markdown,
            Some("text") => *t == Target::Text,
            Some(name) => t.extension() == name,
            None => false,
        };
        if let Some(target) = Target::ALL.into_iter().find(format) {
            app.set_target(target);
        }
    }

    /// Arranges the screen as the reader had it last, unless he has changed the configuration since.
    fn arrange(&self, app: &mut App) {
        let over = app.looks();
        let known = self.looks.get().or_else(|| {
            let kept = self.state.as_ref()?.recall_looks();
            kept.unwrap_or_default().filter(|kept| kept.over == over)
        });
        let looks = known.unwrap_or(KeptLooks { chosen: over, over });
        self.looks.set(Some(looks));
        app.set_looks(looks.chosen);
    }

    /// Remembers how the screen is arranged, if that has changed.
    fn keep_looks(&self, app: &mut App) {
        let chosen = app.looks();
        let Some(known) = self.looks.get().filter(|known| known.chosen != chosen) else {
            return;
        };
        let looks = KeptLooks { chosen, ..known };
        self.looks.set(Some(looks));
        if let Some(Err(error)) = self.state.as_ref().map(|state| state.keep_looks(&looks)) {
            app.warn(error.to_string());
        }
    }

    /// Says what is wrong with the file.
    fn complain(&self, app: &mut App) {
        let name = self
            .path
            .as_deref()
            .and_then(Path::file_name)
            .map_or_else(|| "config.toml".to_owned(), |n| n.to_string_lossy().into_owned());
        if let Some(trouble) = &self.trouble {
            app.warn(trouble.clone());
        } else if let Some(first) = self.config.mistakes.first() {
            let more = match self.config.mistakes.len() {
                1 => String::new(),
                n => format!(" (and {} more)", n - 1),
            };
            app.warn(format!("{name} line {}: {}{more}", first.line, first.message));
        }
    }

    /// Recalls what is remembered of the article that was just loaded.
    fn recall(&self, app: &mut App) {
        let Some(state) = &self.state else { return };
        let path = path_of(app);
        match state.recall(app.article(), path.as_deref()) {
            Ok(Some((kept, same))) => {
                let Restored {
                    place,
                    notebook,
                    moved,
                    lost,
                } = kept.restore(app.article(), same);
                app.set_notebook(notebook);
                if let Some(at) = place.filter(|&at| at > 0) {
                    app.come_back_to(at);
                }
                if moved + lost > 0 {
                    let mut parts = vec!["This text has changed since".to_owned()];
                    if moved > 0 {
                        parts.push(format!("put on the nearest sentence: {}", counted(moved, "note")));
                    }
                    if lost > 0 {
                        parts.push(format!("marks or corrections that fit nothing any more: {lost}"));
                    }
                    app.warn(parts.join("; "));
                }
            }
            Ok(None) => {}
            Err(error) => app.warn(error.to_string()),
        }
    }

    /// Remembers the place and the notebook. A reading that went nowhere leaves nothing behind.
    fn keep(&self, app: &mut App) {
        self.keep_looks(app);
        let Some(state) = &self.state else { return };
        if matches!(app.article().origin.place, Place::Sample(_)) || app.article().text.is_empty() {
            return;
        }
        let place = app.reader().cursor();
        let begun = app.paragraph().0 > 1 || !app.notebook().is_empty();
        let path = path_of(app);
        if !begun && !matches!(state.recall(app.article(), None), Ok(Some(_))) {
            return;
        }
        let seen = app.reader().progress(app.article());
        let kept = Kept::of(app.article(), place, seen, app.notebook());
        if let Err(error) = state.keep(app.article(), path.as_deref(), &kept) {
            app.warn(error.to_string());
        }
    }
}

fn path_of(app: &App) -> Option<PathBuf> {
    match &app.article().origin.place {
        Place::Path(path) => Some(PathBuf::from(path.as_str())),
        _ => None,
    }
}

/// The three moments at which the terminal's loop asks for the settings.
pub struct Hooks {
    /// Before the first frame.
    pub prepare: Box<dyn FnMut(&mut App)>,
    /// When the whole article is there.
    pub loaded: Box<dyn FnMut(&mut App)>,
    /// When the notebook changed, and at the end.
    pub keep: Box<dyn FnMut(&mut App)>,
    /// Whether an article was read before.
    pub seen: Box<dyn FnMut(&Article) -> bool>,
}

impl std::fmt::Debug for Hooks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hooks").finish_non_exhaustive()
    }
}

/// The hooks of `settings`.
pub fn hooks(settings: Settings) -> Hooks {
    let settings = Rc::new(settings);
    let complained = RefCell::new(false);
    let [first, second, third, fourth] = [0; 4].map(|_| Rc::clone(&settings));
    Hooks {
        prepare: Box::new(move |app| first.prepare(app)),
        loaded: Box::new(move |app| {
            second.recall(app);
            if !complained.replace(true) {
                second.complain(app);
            }
        }),
        keep: Box::new(move |app| third.keep(app)),
        seen: Box::new(move |article| {
            let known = fourth.state.as_ref().map(|state| state.recall(article, None));
            matches!(known, Some(Ok(Some(_))))
        }),
    }
}

/// `briefing config`: shows where the file is, or writes it; the line to print.
pub fn command(init: bool, path: Option<&Path>) -> Result<String, ConfigError> {
    let path = path
        .map(Path::to_owned)
        .or_else(Config::path)
        .ok_or(ConfigError::NoHome)?;
    let shown = crate::clean::Clean::line(&path.to_string_lossy());
    if init {
        Config::init(&path)?;
        return Ok(format!(
            "Wrote {shown}: every line is a comment with its default\n"
        ));
    }
    let config = Config::read(&path)?;
    let mut out = if path.exists() {
        format!("{shown}\n")
    } else {
        format!("{shown}  (not there; briefing config --init writes it)\n")
    };
    for mistake in &config.mistakes {
        let _ = writeln!(out, "line {}: {}", mistake.line, mistake.message);
    }
    Ok(out)
}
