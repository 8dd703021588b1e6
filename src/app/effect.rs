//! [`Effect`]: what the app asks of the world, which it never touches itself.

use crate::app::books::Aimed;

/// What to do after an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but drawing.
    #[default]
    None,
    /// End this reading.
    Quit,
    /// End the program.
    QuitNow,
    /// Give the terminal back to the shell until it returns.
    Suspend,
    /// Show the article in the reader's editor, at the line of this byte of the text.
    Edit(usize),
    /// Read the file again.
    Reload {
        /// By the reader, who is told also that nothing has changed.
        asked: bool,
    },
    /// Draw every cell afresh.
    Redraw,
    /// Put `text` on the clipboard; `what` names it for the message.
    Copy {
        /// The words.
        text: String,
        /// "paragraph 4", "the quote".
        what: String,
    },
    /// Open another briefing of the list, by its index, and go to a place in it.
    OpenBook(usize, Option<Aimed>),
    /// Write a file.
    Export(Target),
    /// Show the page at an address in the user's browser.
    OpenLink(String),
    /// Take the mouse, or give it back to the terminal.
    Mouse(bool),
}

/// What the export menu offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// The summary as plain text.
    Text,
    /// The summary as Markdown.
    Markdown,
    /// The summary as a page.
    Html,
    /// Everything, by the contract.
    Json,
    /// The movement table.
    Csv,
    /// The screen as a picture.
    Svg,
    /// The screen with its colours.
    Ansi,
}

impl Target {
    /// All, in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::Markdown,
        Self::Text,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Svg,
        Self::Ansi,
    ];

    /// The extension of its file, which is also its name on the command line.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Ansi => "ansi",
        }
    }

    /// What it is, for the menu.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown   the summary, for a report or a mail",
            Self::Text => "Text       the summary, plain",
            Self::Html => "HTML       the summary, for a browser",
            Self::Json => "JSON       everything, for another program",
            Self::Csv => "CSV        the movement table, for a spreadsheet",
            Self::Svg => "SVG        this screen as a picture",
            Self::Ansi => "ANSI       this screen for a terminal",
        }
    }
}
