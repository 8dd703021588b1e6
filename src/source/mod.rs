//! Bytes to text: where an input is, reading it, and its encoding.
//!
//! ```text
//! Input ─ read ─▶ Bytes ─ decode ─▶ SourceText
//! ```
//!
//! Nothing here knows what an article is. The text is decoded but not yet cleaned: that is done once, by
//! [`crate::clean::Clean`], when it enters the model.

mod decode;
mod expand;
#[cfg(feature = "net")]
mod fetch;
mod gzip;
mod read;

use std::path::PathBuf;

use thiserror::Error;

pub use decode::decode;
pub use expand::expand;
pub use read::{LONGEST_FILE, read};

use crate::article::{Notice, Place};
use crate::clean::Clean;

/// What the user asked to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file.
    Path(PathBuf),
    /// An `http` or `https` address.
    Url(String),
    /// Standard input.
    Stdin,
    /// A built-in sample.
    Sample {
        /// Its name.
        name: &'static str,
        /// Its text.
        text: &'static str,
    },
}

impl Input {
    /// The input that the words of a command line name: `-`, an `http` or `https` address, or a path.
    pub fn from_argument(argument: &std::ffi::OsStr) -> Self {
        match argument.to_str() {
            Some("-") => Self::Stdin,
            Some(word) if is_web_address(word) => Self::Url(word.to_owned()),
            _ => Self::Path(PathBuf::from(argument)),
        }
    }

    /// Where it is, in words that are safe to show.
    pub fn place(&self) -> Place {
        match self {
            Self::Path(path) => Place::Path(Clean::line(&path.to_string_lossy())),
            Self::Url(url) => Place::Url(Clean::line(url)),
            Self::Stdin => Place::Stdin,
            Self::Sample { name, .. } => Place::Sample(Clean::line(name)),
        }
    }
}

fn is_web_address(word: &str) -> bool {
    let lower = word.get(..8).unwrap_or(word).to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// What came with the bytes beside the bytes; each part is a hint and may be wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The extension of the file's name, in lower case, without its full stop.
    pub extension: Option<String>,
    /// The media type that a server gave, in lower case, without parameters.
    pub content_type: Option<String>,
    /// The character set that a server gave.
    pub charset: Option<String>,
    /// Which item of a feed or list of articles is meant, counted from 1.
    pub item: Option<usize>,
}

/// An input as it was read.
#[derive(Clone, Debug, Default)]
pub struct Bytes {
    /// Where it was.
    pub place: Place,
    /// The bytes, already unpacked.
    pub bytes: Vec<u8>,
    /// What came with them.
    pub hint: Hint,
}

/// An input as text: decoded, not cleaned.
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    /// Where it was.
    pub place: Place,
    /// The text, with whatever controls it holds.
    pub text: String,
    /// What the reader should know about the decoding.
    pub notices: Vec<Notice>,
    /// What came with it.
    pub hint: Hint,
}

impl SourceText {
    /// Text from `place` about which nothing else is known.
    pub fn new(place: Place, text: impl Into<String>) -> Self {
        Self {
            place,
            text: text.into(),
            ..Self::default()
        }
    }
}

/// Reads and decodes `input`.
pub fn open(input: &Input) -> Result<SourceText, SourceError> {
    decode(read(input)?)
}

/// Why an input cannot be opened. Each message names the input and what to do about it; it holds no control characters.
#[derive(Debug, Error)]
pub enum SourceError {
    /// No such file.
    #[error("{0}: no such file; check the path, or use - to read standard input")]
    Missing(Clean),
    /// A folder where a file is needed.
    #[error("{0}: this is a folder; name the files in it")]
    Folder(Clean),
    /// The file may not be read.
    #[error("{0}: permission denied; make the file readable (chmod u+r) or open a copy")]
    Denied(Clean),
    /// Nothing in it.
    #[error("{0}: empty; there is nothing to read")]
    Empty(Clean),
    /// No text.
    #[error("{name}: {what}, not text; save it as text or HTML and open that")]
    Binary {
        /// The input.
        name: Clean,
        /// What it seems to be.
        what: &'static str,
    },
    /// Larger than the program can hold.
    #[error("{name}: larger than {limit} MB; split it and open the parts")]
    TooLarge {
        /// The input.
        name: Clean,
        /// The limit in megabytes.
        limit: u64,
    },
    /// A folder without files.
    #[error("{0}: no files in this folder; name the files to open")]
    EmptyFolder(Clean),
    /// A gzip archive that cannot be unpacked.
    #[error("{name}: the gzip archive is damaged or cut short ({cause}); get it again")]
    Packed {
        /// The archive.
        name: Clean,
        /// What the unpacking met.
        cause: std::io::Error,
    },
    /// A link that could not be followed.
    #[error("{name}: {cause}; {remedy}")]
    Fetch {
        /// The link.
        name: Clean,
        /// What went wrong.
        cause: Clean,
        /// What to do about it.
        remedy: &'static str,
    },
    /// A link that cannot be followed by this build.
    #[error("{0}: this build cannot open links; save the page and open the file")]
    NoNetwork(Clean),
    /// Anything else that the system reported.
    #[error("{name}: cannot be read ({cause}); check the file and try again")]
    Io {
        /// The input.
        name: Clean,
        /// The system's reason.
        cause: std::io::Error,
    },
}

/// How messages name a place.
pub fn name_of(place: &Place) -> Clean {
    match place {
        Place::Path(name) | Place::Url(name) | Place::Sample(name) => name.clone(),
        Place::Stdin => Clean::line("standard input"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;

    #[test]
    fn an_argument_is_a_pipe_a_link_or_a_path() {
        let cases = [
            ("-", Input::Stdin),
            (
                "HTTPS://example.org/a",
                Input::Url("HTTPS://example.org/a".into()),
            ),
            ("http://x", Input::Url("http://x".into())),
            ("ftp://x", Input::Path("ftp://x".into())),
            ("notes.txt", Input::Path("notes.txt".into())),
        ];
        for (argument, input) in cases {
            assert_eq!(Input::from_argument(OsStr::new(argument)), input);
        }
    }

    #[test]
    fn a_file_name_cannot_act_on_the_terminal() {
        let error = open(&Input::Path("no\u{1b}[31m\nsuch".into())).unwrap_err();
        assert_eq!(
            error.to_string(),
            "no such: no such file; check the path, or use - to read standard input"
        );
    }
}
