//! The command line: what may be written after `briefing`.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::app::{Action, Scheme};
use crate::article::{self, Article, Form};
use crate::error::Error;
use crate::export::Format;
use crate::sample::SAMPLES;
use crate::source::{self, Input};

/// Who said what, and which forces move where: a reader for news articles, press releases and transcripts
///
/// Opens a briefing and shows beside its text the speakers with all their quotes and the table of troop movements,
/// every finding one key from its sentence. Without a terminal it prints the summary. Without a file it lists
/// built-in samples.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "briefing",
    bin_name = "briefing",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  \
        briefing article.txt\n  \
        briefing --date 2022-02-02 article.html\n  \
        curl -s https://example.org/news | briefing -\n  \
        briefing export --format csv *.txt > movements.csv\n\n\
        Exit status: 0 fine, 1 a file could not be read or written, 2 wrong usage."
)]
pub struct Cli {
    /// Another command than reading
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The briefings to read: files or links; - is standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<OsString>,
    /// Open a built-in sample
    #[arg(long, value_name = "NAME", conflicts_with = "files",
          value_parser = PossibleValuesParser::new(SAMPLES.map(|sample| sample.name)))]
    pub sample: Option<String>,
    /// How the inputs are read
    #[command(flatten)]
    pub reading: Reading,
    /// How the screen looks
    #[command(flatten)]
    pub look: Look,
    /// Print the findings line by line instead of drawing a screen: for screen readers
    #[arg(long)]
    pub plain: bool,
    /// Leave the mouse to the terminal
    #[arg(long)]
    pub no_mouse: bool,
    /// Neither remember nor look up where reading stopped
    #[arg(long)]
    pub no_state: bool,
    /// Read this configuration instead of the user's own
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How the inputs are read.
#[derive(Clone, Debug, Default, Args)]
pub struct Reading {
    /// The day that words like "Wednesday" count from; wins over the text's own
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<Date>,
    /// Read the input as this form instead of finding out
    #[arg(long = "as", value_name = "FORM", value_parser = PossibleValuesParser::new(FORMS.map(Form::name)))]
    pub form: Option<String>,
    /// Which item of a feed, or of a list of articles, to open
    #[arg(long, value_name = "N")]
    pub item: Option<NonZeroUsize>,
    /// Where an item of a feed is only a summary, fetch its article
    #[arg(long)]
    pub follow: bool,
}

impl Reading {
    /// Opens `input` as an article, as these options say.
    pub fn article(&self, input: &Input) -> Result<Article, Error> {
        let mut source = source::open(input)?;
        source.hint.item = self.item.map(NonZeroUsize::get);
        if self.follow
            && let Some(link) = article::summarised(&source)
        {
            source = source::open(&Input::Url(link))?;
        }
        let mut article = article::parse(source, self.form())?;
        article.published = self.date.or(article.published);
        Ok(article)
    }

    /// The form that is asked for.
    pub fn form(&self) -> Option<Form> {
        let name = self.form.as_ref()?;
        FORMS.into_iter().find(|form| form.name() == name)
    }
}

/// The forms that may be asked for.
const FORMS: [Form; 7] = [
    Form::Text,
    Form::Transcript,
    Form::Markdown,
    Form::Html,
    Form::Feed,
    Form::Json,
    Form::Wire,
];

/// How the screen looks.
#[derive(Clone, Debug, Default, Args)]
pub struct Look {
    /// The colours
    #[arg(long, value_enum)]
    pub theme: Option<ThemeName>,
    /// The size of a screen that is drawn without a terminal
    #[arg(long, value_name = "120x40", value_parser = size)]
    pub size: Option<Size>,
    /// The columns of a summary that is printed; at first the terminal's, else 80
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
}

/// The themes by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    /// The terminal's own colours
    #[default]
    Ansi,
    /// Dark or light, as the terminal answers when asked once
    Auto,
    /// For a dark background
    Dark,
    /// For a light background
    Light,
    /// Without colours
    Mono,
}

impl ThemeName {
    /// The scheme of that name; `auto`, where no terminal can be asked, is the terminal's own colours.
    pub const fn scheme(self) -> Scheme {
        match self {
            Self::Ansi | Self::Auto => Scheme::Ansi,
            Self::Dark => Scheme::Dark,
            Self::Light => Scheme::Light,
            Self::Mono => Scheme::Mono,
        }
    }
}

/// The screens by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ScreenName {
    /// The text beside speakers and movements
    #[default]
    Reader,
    /// The briefing on one screen
    Summary,
    /// Where the movements go
    Map,
    /// What happens when
    Timeline,
    /// Headings, questions and turns
    Outline,
}

impl ScreenName {
    /// The action that leads there from the reader.
    pub const fn action(self) -> Option<Action> {
        match self {
            Self::Reader => None,
            Self::Summary => Some(Action::Summary),
            Self::Map => Some(Action::Map),
            Self::Timeline => Some(Action::Timeline),
            Self::Outline => Some(Action::Outline),
        }
    }
}

/// Columns and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// What `briefing` does beside reading.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Write findings to a file or to standard output
    Export(Export),
    /// Print the JSON Schema of the JSON export
    Schema,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Say where the configuration is and what is wrong with it
    Config {
        /// Write it, with every default as a comment; an existing one stays as it is
        #[arg(long)]
        init: bool,
        /// This file instead of the user's own
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Print the manual page
    Man,
    /// Print version, licences and the sources of the data
    About,
}

/// The options of `briefing export`.
#[derive(Clone, Debug, Default, Args)]
pub struct Export {
    /// What to write; at first what the ending of the -o file says, else text
    #[arg(long, short, value_enum)]
    pub format: Option<Format>,
    /// Write to this file instead of standard output; to an existing folder, or a name ending in /, a file for each
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace what is there already
    #[arg(long)]
    pub force: bool,
    /// How the inputs are read
    #[command(flatten)]
    pub reading: Reading,
    /// How the screen looks
    #[command(flatten)]
    pub look: Look,
    /// The screen of --format svg and ansi
    #[arg(long, value_enum, default_value_t = ScreenName::Reader)]
    pub screen: ScreenName,
    /// Write a built-in sample's
    #[arg(long, value_name = "NAME", conflicts_with = "files",
          value_parser = PossibleValuesParser::new(SAMPLES.map(|sample| sample.name)))]
    pub sample: Option<String>,
    /// The briefings: files or links; - is standard input
    #[arg(value_name = "FILE", required_unless_present = "sample")]
    pub files: Vec<OsString>,
}

fn day(word: &str) -> Result<Date, &'static str> {
    word.parse()
        .map_err(|_error| "no such day; write it as 2022-02-02")
}

/// The largest screen that is drawn, in columns and rows.
const LARGEST: u16 = 1000;

fn size(word: &str) -> Result<Size, &'static str> {
    let side = |side: &str| side.parse().ok().filter(|side| (1..=LARGEST).contains(side));
    word.split_once(['x', 'X', '×'])
        .and_then(|(width, height)| {
            Some(Size {
                width: side(width)?,
                height: side(height)?,
            })
        })
        .ok_or("no size; write it as 120x40, at most 1000x1000")
}

/// What clap says of wrong usage, on one line and without controls.
pub fn complaint(error: &clap::Error) -> String {
    let said = crate::clean::Clean::new(error.render().to_string());
    let message: Vec<_> = said
        .lines()
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
        .map(str::trim)
        // A word that begins with two dashes is a wrong option here, never a file.
        .filter(|line| !line.is_empty() && !line.starts_with("tip: to pass"))
        .collect();
    let message = message.join(" ").replace(" tip: ", "; ");
    let message = message.strip_prefix("error: ").unwrap_or(&message);
    format!("briefing: {message}; see briefing --help")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn wrong_usage_is_one_clear_line() {
        let cases: [(&[&str], &str); 5] = [
            (&["briefing", "--nonsense"], "'--nonsense' found; see"),
            (&["briefing", "export"], "FILE"),
            (&["briefing", "--date", "tomorrow", "a"], "2022-02-02"),
            (&["briefing", "--size", "0x9", "a"], "120x40"),
            (&["briefing", "--theme", "\u{1b}[31mred", "a"], "mono"),
        ];
        for (words, part) in cases {
            let line = complaint(&Cli::try_parse_from(words).unwrap_err());
            assert!(line.contains(part), "{line}");
            assert!(!line.contains('\n') && !line.contains('\u{1b}'), "{line}");
        }
    }

    #[test]
    fn a_size_is_columns_by_rows() {
        assert_eq!(
            size("120x40"),
            Ok(Size {
                width: 120,
                height: 40
            })
        );
        for wrong in ["", "120", "x", "0x1", "70000x1", "-1x2"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
