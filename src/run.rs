//! [`main`]: runs what the command line asks for, and says how it ended.

use std::ffi::{OsStr, OsString};
use std::io::IsTerminal;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::cli::{Cli, Command, Export, Look, Reading, complaint};
use crate::error::Error;
use crate::export::write::to_output;
use crate::export::{self, Format, contract};
use crate::sample::{SAMPLES, Sample};
use crate::source::{self, Input, SourceError};
use crate::term::RunError;
use crate::{about, manual, reader, settings};

/// Runs the program on the words of the command line: 0 fine, 1 failure, 2 wrong usage. A closed pipe is fine.
pub fn main(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(words) {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            eprintln!("{}", complaint(&error));
            return ExitCode::from(2);
        }
        // Help and version: clap knows whether colours fit. A closed pipe is fine.
        Err(answer) => {
            let _ = answer.print();
            return ExitCode::SUCCESS;
        }
    };
    match run(&cli) {
        Ok(true) | Err(Error::ClosedPipe) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("briefing: {error}");
            ExitCode::from(error.status())
        }
    }
}

/// Whether all went well; what did not has been said.
fn run(cli: &Cli) -> Result<bool, Error> {
    match &cli.command {
        None => read(cli),
        Some(Command::Export(export)) => {
            let inputs = inputs(&export.files, export.sample.as_deref());
            export::run(export, inputs)
        }
        Some(Command::Schema) => said(&export::json(&contract::schema(), true)),
        Some(Command::Completions { shell }) => {
            let mut out = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "briefing", &mut out);
            said(&String::from_utf8_lossy(&out))
        }
        Some(Command::Config { init, file }) => said(&settings::command(*init, file.as_deref())?),
        Some(Command::Man) => said(&manual::page()),
        Some(Command::About) => said(&about::text()),
    }
}

fn said(text: &str) -> Result<bool, Error> {
    to_output(text).map(|()| true)
}

/// What the words of the command line name.
fn inputs(files: &[OsString], sample: Option<&str>) -> Vec<Result<Input, SourceError>> {
    if let Some(sample) = sample.and_then(Sample::by_name) {
        return vec![Ok(sample.input())];
    }
    source::expand(files)
}

/// Opens the reader, or prints summaries where there is no terminal for it.
fn read(cli: &Cli) -> Result<bool, Error> {
    let drawn = is_drawable() && !cli.plain;
    let mut inputs = inputs(&cli.files, cli.sample.as_deref());
    let piped = inputs.is_empty() && stdin_is_piped();
    if piped {
        inputs.push(Ok(Input::Stdin));
    } else if inputs.is_empty() {
        let count = if drawn { SAMPLES.len() } else { 1 };
        inputs.extend(SAMPLES.into_iter().take(count).map(|sample| Ok(sample.input())));
    }
    if drawn {
        return read_here(cli, inputs);
    }
    match print(&cli.reading, &cli.look, inputs) {
        // Started without a file by something that gives it no input either.
        Err(Error::Source(SourceError::Empty(_))) if piped => {
            print(&cli.reading, &cli.look, vec![Ok(SAMPLES[0].input())])
        }
        ended => ended,
    }
}

/// Opens the reader on this terminal. Of several inputs, what cannot be opened at all is said at the end.
fn read_here(cli: &Cli, inputs: Vec<Result<Input, SourceError>>) -> Result<bool, Error> {
    let mut failed = Vec::new();
    let mut good = Vec::new();
    for input in inputs {
        match input {
            Ok(input) => good.push(input),
            Err(error) => failed.push(error),
        }
    }
    if good.is_empty() {
        return failed
            .into_iter()
            .next()
            .map_or(Ok(true), |error| Err(error.into()));
    }
    let ended = match reader::run(cli, good) {
        Ok(()) => Ok(failed.is_empty()),
        Err(RunError::Open(error)) => Err(error),
        Err(error @ RunError::Terminal(_)) => {
            eprintln!("briefing: {error}");
            Ok(false)
        }
    };
    for error in failed {
        eprintln!("briefing: {error}");
    }
    ended
}

fn print(reading: &Reading, look: &Look, inputs: Vec<Result<Input, SourceError>>) -> Result<bool, Error> {
    let export = Export {
        format: Some(Format::Text),
        reading: reading.clone(),
        look: look.clone(),
        ..Export::default()
    };
    export::run(&export, inputs)
}

/// Whether somebody sends us text: a pipe or a file stands at standard input, neither a terminal nor `/dev/null`.
fn stdin_is_piped() -> bool {
    if std::io::stdin().is_terminal() {
        return false;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        std::fs::metadata("/dev/stdin").is_ok_and(|meta| meta.is_file() || meta.file_type().is_fifo())
    }
    #[cfg(not(unix))]
    true
}

/// Whether the reader can be drawn here: standard output is a terminal that can do more than print lines.
pub fn is_drawable() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("TERM").as_deref() != Some(OsStr::new("dumb"))
}
