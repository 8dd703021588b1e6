//! [`Error`]: what can go wrong between the command line and the exports. Each message names the file and the remedy.

use std::io;
use std::path::Path;

use crate::article::ParseError;
use crate::clean::Clean;
use crate::source::SourceError;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input cannot be opened.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The input holds no article.
    #[error(transparent)]
    Parse(#[from] ParseError),
    /// The file to write is there already.
    #[error("{0}: already exists; choose another name, or give --force to replace it")]
    Exists(Clean),
    /// Several briefings in a format that holds one.
    #[error(
        "--format {format} holds one briefing, not {files}; give -o FOLDER for a file each{}",
        or_lines(format)
    )]
    OneFile {
        /// The format.
        format: &'static str,
        /// How many were given.
        files: usize,
    },
    /// A file or folder cannot be written.
    #[error("{file}: cannot be written ({cause}); choose another place with -o")]
    Write {
        /// The file or folder.
        file: Clean,
        /// The system's reason.
        cause: io::Error,
    },
    /// The configuration cannot be read or written.
    #[error(transparent)]
    Config(#[from] crate::config::ConfigError),
    /// Nobody reads our standard output any more; this ends the program quietly.
    #[error("standard output is closed")]
    ClosedPipe,
}

fn or_lines(format: &str) -> &'static str {
    if format == "json" {
        ", or --format jsonl"
    } else {
        ""
    }
}

impl Error {
    /// The exit status that tells of it: 2 for wrong usage, else 1.
    pub const fn status(&self) -> u8 {
        match self {
            Self::OneFile { .. } => 2,
            _ => 1,
        }
    }

    /// The error for what the system said on writing to `path`.
    pub fn on_writing(path: &Path, cause: io::Error) -> Self {
        let file = shown(path);
        match cause.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists(file),
            _ => Self::Write { file, cause },
        }
    }

    /// The error for what the system said about standard output.
    pub fn on_output(cause: io::Error) -> Self {
        match cause.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Write {
                file: Clean::new("standard output"),
                cause,
            },
        }
    }
}

/// A path as it may be shown: on one line, without controls.
pub fn shown(path: &Path) -> Clean {
    Clean::line(&path.to_string_lossy())
}
