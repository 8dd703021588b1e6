//! The boxes that stand over the panes, and their state.

use crate::analysis::{MovementId, QuoteId};
use crate::app::action::{Action, TABLE};
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::fuzzy::rank;

/// What is open over the panes; the last is on top.
#[derive(Debug)]
pub enum Overlay {
    /// The keys.
    Help(Help),
    /// The commands.
    Palette(Palette),
    /// A question at the bottom of the screen.
    Prompt(Prompt),
    /// The cells of a row, to be put right.
    Form(Form),
    /// The formats to write; the number is the selected one.
    Export(usize),
    /// A row or a quote in full, and how far it is scrolled.
    Detail(Subject, usize),
    /// An address that is about to be opened.
    Link(String),
    /// Links to choose from.
    Links(LinkList),
    /// Letters over the links in view.
    Hints(Hints),
}

/// The state of a list of links.
#[derive(Debug)]
pub struct LinkList {
    /// What they are the links of.
    pub title: &'static str,
    /// Words and address of each.
    pub items: Vec<(String, String)>,
    /// Which of them is selected.
    pub selected: usize,
}

/// Letters over links.
#[derive(Debug)]
pub struct Hints {
    /// One for each link in view.
    pub hints: Vec<Hint>,
    /// What was typed so far.
    pub typed: String,
}

/// The letters over one link.
#[derive(Debug)]
pub struct Hint {
    /// What to type.
    pub label: String,
    /// The cell where its words begin.
    pub x: u16,
    /// See [`Self::x`].
    pub y: u16,
    /// Where it leads.
    pub url: String,
}

/// What a detail box tells about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A row of the movement table.
    Movement(MovementId),
    /// A quote.
    Quote(QuoteId),
    /// A row of the speakers pane.
    Voice(usize),
}

/// The state of the help box.
#[derive(Debug, Default)]
pub struct Help {
    /// Where it was opened, see [`crate::app::action::context`].
    pub context: u16,
    /// Only rows that hold these words.
    pub filter: Field,
    /// Letters go to the filter.
    pub typing: bool,
    /// Rows scrolled off.
    pub scroll: usize,
}

/// The state of the command palette.
#[derive(Debug)]
pub struct Palette {
    /// What is typed.
    pub field: Field,
    /// What matches, the best first.
    pub found: Vec<Action>,
    /// Which of them is selected.
    pub selected: usize,
    /// Where it was opened, see [`crate::app::action::context`]: what works there comes first.
    pub context: u16,
}

impl Palette {
    /// A palette with every command, opened in `context`.
    pub fn new(context: u16) -> Self {
        let mut palette = Self {
            context,
            field: Field::default(),
            found: Vec::new(),
            selected: 0,
        };
        palette.rank();
        palette
    }

    /// Ranks the commands by what is typed.
    pub fn rank(&mut self) {
        self.selected = 0;
        self.found = rank(
            self.field.text(),
            TABLE
                .iter()
                .filter(|spec| spec.action != Action::Palette && spec.action != Action::Cancel)
                .map(|spec| (spec.action, spec.id, spec.help)),
        );
        let here = self.context;
        self.found
            .sort_by_key(|action| action.spec().contexts & here == 0);
    }

    /// Whether `action` means something where the palette was opened.
    pub fn works(&self, action: Action) -> bool {
        action.spec().contexts & self.context != 0
    }
}

/// What a prompt asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Words to search.
    Search,
    /// Words that a paragraph must hold to be shown.
    Filter,
    /// Words to search in all open briefings.
    All,
    /// Words that a quote or its speaker's name must hold.
    Quotes,
    /// A note on this sentence.
    Note,
    /// Whose quote this is.
    Reassign,
    /// Another name for the speaker.
    Rename,
    /// Who the speaker really is.
    Merge,
}

impl Asked {
    /// What stands before the field; `subject` is the name of whom it is about.
    pub fn label(self, subject: &str) -> String {
        match self {
            Self::Rename => return format!("New name for {subject}: "),
            Self::Merge => return format!("{subject} is the same as (letter or name): "),
            Self::Search => "/",
            Self::Filter => "& only paragraphs with: ",
            Self::All => "Find in all: ",
            Self::Quotes => "Quotes with (words or a name; empty for all): ",
            Self::Note => "Note: ",
            Self::Reassign => "Who said it (letter or name; empty for nobody): ",
        }
        .to_owned()
    }
}

/// The state of a prompt.
#[derive(Debug)]
pub struct Prompt {
    /// What for.
    pub asked: Asked,
    /// Whom it is about, if somebody.
    pub subject: String,
    /// What is typed.
    pub field: Field,
    /// The cursor before the first letter, to return to.
    pub origin: usize,
    /// How far back in the history the reader is.
    pub past: usize,
}
