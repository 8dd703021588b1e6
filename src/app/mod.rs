//! [`App`]: what the reader sees and can do. No I/O, no terminal: actions in, state and effects out.

pub mod action;
pub mod books;
pub mod brief;
mod carry;
mod copy;
pub mod corrections;
mod effect;
mod field;
mod form;
mod fuzzy;
mod geometry;
mod index;
mod input;
mod jumps;
pub mod layout;
pub mod links;
pub mod map;
mod narrowing;
pub mod notebook;
mod opening;
pub mod outline;
mod overlaps;
mod overlay;
mod ranking;
mod reader;
mod renewal;
mod screens;
mod search;
pub mod shelf;
pub mod table;
pub mod timeline;
mod travel;
mod update;

use std::cell::RefCell;
use std::sync::Arc;

pub use action::{Action, Group, Spec, TABLE, default_keymap};
pub use effect::{Effect, Target};
pub use field::Field;
pub use form::{Form, Line};
pub use geometry::{Area, GUTTER, Geometry, Hit, Pane, Panes, Plan, SMALLEST, Wish};
pub use index::{BINS, HUES, Index, Stop, StopKind, Voice};
pub use input::Mouse;
pub use notebook::Notebook;
pub use overlay::{Asked, Help, Hints, LinkList, Overlay, Palette, Prompt, Subject};
pub use reader::{Aim, Reader, Row};
pub use screens::Screens;
pub use search::Search;
pub use table::{Fitted, Table};

use crate::analysis::{Analysis, Movement, MovementId};
use crate::article::Article;
use crate::clean::Clean;
use crate::export::{Row as TableRow, Summary};
use crate::keys::{Key, Keymap};
use crate::span::Span;
use jumps::Jumps;
use layout::{Looks, Splitter};

/// The screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The panes.
    #[default]
    Reader,
    /// The briefing on one screen.
    Summary,
    /// Where the movements go.
    Map,
    /// What happens when.
    Timeline,
    /// Headings, questions and turns.
    Outline,
    /// What a search through all open briefings found.
    Found,
}

/// The colours that the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// The terminal's own colours.
    #[default]
    Ansi,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// None at all.
    Mono,
}

impl Scheme {
    /// All, in the order of `T`.
    pub const ALL: [Self; 4] = [Self::Ansi, Self::Dark, Self::Light, Self::Mono];

    /// Its name in options and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ansi => "ansi",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }
}

/// What narrows the text down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Narrowed {
    /// Nothing does.
    #[default]
    No,
    /// Only paragraphs of this row of the speakers pane.
    Voice(usize),
    /// Only paragraphs that hold these words.
    Words(String),
}

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Progress {
    /// All is there.
    #[default]
    Done,
    /// The file is being read; this share of it, where that is known.
    Opening(Option<f32>),
    /// The text is there, findings are being looked for; this share is done.
    Reading(f32),
}

/// A line for the reader, shown until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// It tells of something that did not work.
    pub bad: bool,
}

/// Findings and what is made of them once; shared with the worker that makes it.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The findings.
    pub analysis: Analysis,
    /// Made of them, for the text and the speakers.
    pub index: Index,
    /// Made of them, for the movements.
    pub table: Table,
    /// The summary screen; `None` while there are no findings.
    pub summary: Option<Summary>,
}

impl Findings {
    /// Makes the index of `analysis`.
    pub fn new(article: &Article, analysis: Analysis) -> Self {
        let summary = Summary::new(article, &analysis);
        let mut index = Index::new(article, &analysis);
        index.agree_with(&summary);
        Self {
            index,
            table: Table::new(summary.rows.clone()),
            summary: Some(summary),
            analysis,
        }
    }
}

/// Everything that the screen shows.
#[derive(Debug)]
pub struct App {
    article: Arc<Article>,
    findings: Arc<Findings>,
    progress: Progress,
    keymap: Keymap<Action>,
    screen: Screen,
    overlays: Vec<Overlay>,
    focus: Pane,
    list: Pane,
    looks: Looks,
    dragged: Option<Splitter>,
    scheme: Scheme,
    mouse: bool,
    live: bool,
    size: (u16, u16),
    plan: Plan,
    geometry: Geometry,
    reader: Reader,
    voice: usize,
    order: ranking::Order,
    movement: usize,
    /// The quote or turn that the last jump led to.
    stop: Option<usize>,
    narrowed: Narrowed,
    search: Option<Search>,
    history: Vec<String>,
    jumps: Jumps,
    notebook: Notebook,
    notebook_revision: u64,
    /// The program's own findings, under the reader's corrections.
    found: Arc<Findings>,
    /// By which key a correction names each row of the table.
    row_keys: Vec<corrections::RowKey>,
    pending: Vec<Key>,
    count: Option<usize>,
    message: Option<Message>,
    /// The selected entry of the summary screen; kept while other screens are open.
    brief: usize,
    screens: Screens,
    braille: bool,
    books: books::Books,
    target: Target,
    title: String,
    /// The table's columns by the room they have: fitting them is too slow for every drawing.
    fitted: RefCell<Vec<(usize, Vec<Fitted>)>>,
}

/// Widest text column unless the reader changes it: what is comfortable to read.
pub const MEASURE: u16 = 72;

impl App {
    /// An app over an article, with findings that may still be empty.
    pub fn new(article: Arc<Article>, findings: Arc<Findings>) -> Self {
        let reader = Reader::new(&article);
        let mut app = Self {
            article,
            found: Arc::clone(&findings),
            findings,
            progress: Progress::Done,
            keymap: default_keymap(),
            screen: Screen::Reader,
            overlays: Vec::new(),
            focus: Pane::Text,
            list: Pane::Movements,
            looks: Looks::default(),
            dragged: None,
            scheme: Scheme::Ansi,
            mouse: true,
            live: true,
            size: (80, 24),
            plan: Plan::default(),
            geometry: Geometry::default(),
            reader,
            voice: 0,
            order: ranking::Order::default(),
            movement: 0,
            stop: None,
            narrowed: Narrowed::No,
            search: None,
            history: Vec::new(),
            jumps: Jumps::default(),
            notebook: Notebook::default(),
            notebook_revision: 0,
            row_keys: Vec::new(),
            pending: Vec::new(),
            count: None,
            message: None,
            brief: 0,
            screens: Screens::default(),
            braille: true,
            books: books::Books::default(),
            target: Target::Markdown,
            title: String::new(),
            fitted: RefCell::default(),
        };
        app.title = crate::export::title(&app.article);
        app.put_right();
        app
    }

    /// Puts another reading of the same text in: the whole for a part. The place is kept.
    pub fn set_article(&mut self, article: Arc<Article>) {
        let cursor = self.reader.cursor();
        self.article = article;
        self.findings = Arc::default();
        self.found = Arc::default();
        self.reader = Reader::new(&self.article);
        self.title = crate::export::title(&self.article);
        self.narrowed = Narrowed::No;
        self.search = None;
        self.stop = None;
        self.arrange();
        self.reader.go(&self.article, cursor, Aim::Upper);
    }

    /// Puts the findings in.
    pub fn set_findings(&mut self, findings: Arc<Findings>) {
        self.found = findings;
        self.progress = Progress::Done;
        self.put_right();
    }

    /// Says how far the reading is.
    pub fn set_progress(&mut self, progress: Progress) {
        self.progress = progress;
    }

    /// Says whether the font has Braille and arrows; else the map is drawn in ASCII.
    pub fn set_braille(&mut self, on: bool) {
        self.braille = on;
    }

    /// Whether the font has Braille and arrows.
    pub fn braille(&self) -> bool {
        self.braille
    }

    /// Sets the keys.
    pub fn set_keymap(&mut self, keymap: Keymap<Action>) {
        self.keymap = keymap;
    }

    /// Sets the widest text column.
    pub fn set_measure(&mut self, columns: u16) {
        self.looks.width = columns;
        self.arrange();
    }

    /// Sets how many panes there are.
    pub fn set_panes(&mut self, panes: Panes) {
        self.looks.panes = panes;
        self.arrange();
    }

    /// Sets what the export menu offers first.
    pub fn set_target(&mut self, target: Target) {
        self.target = target;
    }

    /// Goes to where an earlier reading stopped.
    pub fn come_back_to(&mut self, at: usize) {
        let at = at.min(self.article.text.len());
        self.reader.go(&self.article, at, Aim::Upper);
        let (number, all) = self.paragraph();
        if number > 1 {
            self.tell(format!(
                "Back at paragraph {number} of {all}, where you stopped; {} goes to the top",
                self.key(Action::Top)
            ));
        }
    }

    /// Sets the colours.
    pub fn set_scheme(&mut self, scheme: Scheme) {
        self.scheme = scheme;
    }

    /// Says whether the mouse is taken.
    pub fn set_mouse(&mut self, on: bool) {
        self.mouse = on;
    }

    /// Shows a line until the next key.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            text: Clean::line(&text.into()).as_str().to_owned(),
            bad: false,
        });
    }

    /// The key of an action as the reader has bound it, for a message; without one, how to name it.
    pub(super) fn key(&self, action: Action) -> String {
        let key = action::key_of(&self.keymap, action);
        if key.is_empty() {
            format!(":{}", action.spec().id)
        } else {
            key
        }
    }

    /// Shows a line about something that did not work.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.tell(text);
        if let Some(message) = &mut self.message {
            message.bad = true;
        }
    }

    /// Columns and rows of the screen.
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Gives the screen a size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        if self.size != (columns, rows) {
            self.size = (columns, rows);
            self.arrange();
        }
    }

    /// Takes in what drawing found out.
    pub fn learn(&mut self, geometry: Geometry) {
        self.geometry = geometry;
    }

    /// Plans the panes and gives the text its size.
    fn arrange(&mut self) {
        self.fitted.get_mut().clear();
        self.plan = Plan::new(
            self.size.0,
            self.size.1,
            Wish {
                panes: self.looks.panes,
                side: self.looks.side,
                upper: self.looks.upper,
                focus: self.focus,
                list: self.list,
                measure: self.looks.width,
                voices: self.findings.index.voices.len(),
                movements: self.findings.analysis.movements.len(),
            },
        );
        let area = self.plan.text.unwrap_or(self.plan.body);
        let columns = self.text_columns(area.width);
        let height = area.height.saturating_sub(1);
        self.reader
            .resize(&self.article, usize::from(columns), usize::from(height));
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The findings.
    pub fn analysis(&self) -> &Analysis {
        &self.findings.analysis
    }

    /// The findings as the panes need them.
    pub fn index(&self) -> &Index {
        &self.findings.index
    }

    /// How far the reading is.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The keys.
    pub fn keymap(&self) -> &Keymap<Action> {
        &self.keymap
    }

    /// The screen.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The boxes that are open, the last on top.
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// The pane with the focus.
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// The colours.
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// Whether the mouse is taken.
    pub fn mouse_on(&self) -> bool {
        self.mouse
    }

    /// Where everything is.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What the last drawing found out.
    pub fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    /// The text pane's state.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The widest text column.
    pub fn measure(&self) -> u16 {
        self.looks.width
    }

    /// The selected row of the speakers pane.
    pub fn voice(&self) -> Option<(usize, &Voice)> {
        Some((self.voice, self.index().voices.get(self.voice)?))
    }

    /// The selected row of the movements table.
    pub fn movement(&self) -> Option<(MovementId, &Movement)> {
        let id = self.rows().get(self.movement)?.id;
        Some((id, self.analysis().movements.get(id.0 as usize)?))
    }

    /// The movement rows in the order of the table.
    pub fn rows(&self) -> &[TableRow] {
        &self.findings.table.rows
    }

    /// The movement table.
    pub fn table(&self) -> &Table {
        &self.findings.table
    }

    /// The columns of the table in `room`, and their widths.
    pub fn columns(&self, room: usize) -> Vec<Fitted> {
        let mut fitted = self.fitted.borrow_mut();
        if let Some((_, columns)) = fitted.iter().find(|(known, _)| *known == room) {
            return columns.clone();
        }
        let columns = self.findings.table.fit(room);
        fitted.truncate(3);
        fitted.insert(0, (room, columns.clone()));
        columns
    }

    /// The place of the selected row in the table.
    pub fn selected_row(&self) -> usize {
        self.movement
    }

    /// The headline, or the opening words.
    pub fn title(&self) -> &str {
        self.summary().map_or(&self.title, |s| &s.title)
    }

    /// The summary, once there are findings.
    pub fn summary(&self) -> Option<&Summary> {
        self.findings.summary.as_ref()
    }

    /// The stop that the last jump led to, while the cursor is still there.
    pub fn stop(&self) -> Option<(usize, &Stop)> {
        let at = self.stop?;
        Some((at, self.index().stops.get(at)?))
    }

    /// What narrows the text down.
    pub fn narrowed(&self) -> &Narrowed {
        &self.narrowed
    }

    /// The search whose hits are shown.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// Keys that wait for more.
    pub fn pending(&self) -> &[Key] {
        &self.pending
    }

    /// The number that was typed before a motion.
    pub fn count(&self) -> Option<usize> {
        self.count
    }

    /// The line for the reader.
    pub fn message(&self) -> Option<&Message> {
        self.message.as_ref()
    }

    /// The sentence at the cursor, or its row's words where the block has no sentence there.
    pub fn sentence(&self) -> Span {
        let at = self.reader.cursor();
        let article = self.article();
        let block = article.block_at(at);
        let here = article
            .sentence_at(at)
            .and_then(|s| article.sentences.get(s))
            .filter(|s| Some(s.block as usize) == block)
            .or_else(|| {
                // Before the first sentence of a turn stands its label.
                let block = article.blocks.get(block?)?;
                article
                    .sentences
                    .get(block.sentences.start as usize)
                    .filter(|s| block.span.contains(s.span))
            });
        here.map_or_else(
            || {
                block
                    .and_then(|b| article.blocks.get(b))
                    .map_or_else(Span::default, |b| b.span)
            },
            |s| s.span,
        )
    }

    /// Index of the paragraph at the cursor, and how many there are.
    pub fn paragraph(&self) -> (usize, usize) {
        let all = self.article.blocks.len();
        (
            self.article.block_at(self.reader.cursor()).map_or(0, |b| b + 1),
            all,
        )
    }

    /// Finds the selected movement again after the table changed.
    fn select_movement(&mut self, id: MovementId) {
        self.movement = self.findings.table.place_of(id);
    }
}
