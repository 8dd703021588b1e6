//! The command line: what may be written after `briefing`, and which part answers it.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::analysis::{self, Context};
use crate::article::{self, Article};
use crate::clean::Clean;
use crate::error::Error;
use crate::export::{Document, contract};
use crate::source::{self, Input};

/// Who said what, and which forces move where: a reader for news, releases and transcripts.
#[derive(Debug, Parser)]
#[command(
    name = "briefing",
    bin_name = "briefing",
    version,
    args_conflicts_with_subcommands = true
)]
pub struct Cli {
    /// Another command than reading.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The briefing to read; - reads standard input.
    pub files: Vec<PathBuf>,
    /// The day that relative time words count from (YYYY-MM-DD); wins over the text's own.
    #[arg(long, value_name = "DATE")]
    pub date: Option<Date>,
}

/// What `briefing` does beside reading.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write findings to a file or to standard output.
    Export(Export),
    /// Print the JSON Schema of the JSON export.
    Schema,
}

/// The options of `briefing export`.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The day that relative time words count from (YYYY-MM-DD); wins over the text's own.
    #[arg(long, value_name = "DATE")]
    pub date: Option<Date>,
    /// The briefings; - reads standard input.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
}

/// The formats of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The summary as plain text.
    Text,
    /// Everything, by the contract: one object.
    Json,
    /// The same, one object a line, one line a file.
    Jsonl,
}

/// Runs the program and says how it ended: 0 fine, 1 failure, 2 wrong usage. A closed pipe is fine.
pub fn main() -> ExitCode {
    match run(std::env::args_os()) {
        Ok(()) | Err(Failure::Error(Error::ClosedPipe)) => ExitCode::SUCCESS,
        Err(Failure::Usage(error)) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            if code == 0 {
                let _ = error.print();
            } else {
                eprint!("{}", Clean::new(error.render().to_string()));
            }
            ExitCode::from(code)
        }
        Err(Failure::Error(error)) => {
            eprintln!("briefing: {error}");
            ExitCode::FAILURE
        }
    }
}

enum Failure {
    Usage(clap::Error),
    Error(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

fn run(words: impl IntoIterator<Item = OsString>) -> Result<(), Failure> {
    let cli = Cli::try_parse_from(words).map_err(Failure::Usage)?;
    match cli.command {
        Some(Command::Export(export)) => write(&export)?,
        Some(Command::Schema) => say(&pretty(&contract::schema()))?,
        None => write(&Export {
            format: Format::Text,
            date: cli.date,
            files: cli.files,
        })?,
    }
    Ok(())
}

fn write(export: &Export) -> Result<(), Error> {
    if export.format == Format::Json && export.files.len() > 1 {
        return Err(Error::OneFile {
            format: "json",
            files: export.files.len(),
        });
    }
    let context = Context { date: export.date };
    for path in &export.files {
        let article = read(path, export.date)?;
        let analysis = analysis::analyse(&article, &context);
        let document = Document::new(&article, &analysis);
        match export.format {
            Format::Json => say(&pretty(&document))?,
            Format::Jsonl => say(&serde_json::to_string(&document).unwrap_or_default())?,
            Format::Text => say(article.title.as_deref().unwrap_or("(no title)"))?,
        }
    }
    Ok(())
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

fn say(text: &str) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush())
        .map_err(Error::on_output)
}

/// Opens what `path` names and reads it as an article.
fn read(path: &Path, date: Option<Date>) -> Result<Article, Error> {
    let source = source::open(&Input::from_argument(path.as_os_str()))?;
    let mut article = article::parse(source, None)?;
    article.published = date.or(article.published);
    Ok(article)
}
