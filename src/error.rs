//! [`Error`]: what can go wrong between the command line and the exports. Each message names the file and the remedy.

use std::io;
use std::path::Path;

use crate::clean::Clean;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is nothing at the path.
    #[error("{0}: no such file (check the spelling; - reads standard input)")]
    Missing(Clean),
    /// The path is a folder.
    #[error("{0}: is a folder (name a file in it)")]
    Folder(Clean),
    /// The system forbids it.
    #[error("{0}: permission denied (check who may read or write it)")]
    Denied(Clean),
    /// There is no text.
    #[error("{0}: holds no text (give a file with an article in it)")]
    Empty(Clean),
    /// It is no text.
    #[error("{0}: is not text (convert it to text, HTML or Markdown first)")]
    Binary(Clean),
    /// Any other failure of the system.
    #[error("{file}: {what}")]
    System {
        /// The file, pipe or folder.
        file: Clean,
        /// The system's own words.
        what: Clean,
    },
    /// The file to write is there already.
    #[error("{0}: already exists (choose another name, or --force to replace it)")]
    Exists(Clean),
    /// A format that holds one briefing got several.
    #[error(
        "--format {format} holds one briefing, not {files} (use --format jsonl, or -o FOLDER/ for a file each)"
    )]
    OneFile {
        /// The format.
        format: &'static str,
        /// How many were given.
        files: usize,
    },
    /// Nobody reads our standard output any more; not shown.
    #[error("standard output is closed")]
    ClosedPipe,
}

impl Error {
    /// The message for what the system said about the file or folder at `path`.
    pub fn of_file(path: &Path, error: &io::Error) -> Self {
        let file = shown(path);
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing(file),
            io::ErrorKind::IsADirectory => Self::Folder(file),
            io::ErrorKind::PermissionDenied => Self::Denied(file),
            io::ErrorKind::AlreadyExists => Self::Exists(file),
            _ => Self::System {
                file,
                what: Clean::line(&error.to_string()),
            },
        }
    }

    /// The error for what the system said about standard output.
    pub fn of_output(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::System {
                file: Clean::new("standard output"),
                what: Clean::line(&error.to_string()),
            },
        }
    }
}

/// A path as it may be shown: on one line, without controls.
pub fn shown(path: &Path) -> Clean {
    Clean::line(&path.to_string_lossy())
}
