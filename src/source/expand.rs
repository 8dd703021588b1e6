//! What several arguments mean: files in the order given, folders as the files in them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Input, SourceError};
use crate::clean::Clean;

/// How deep folders are followed.
const DEEPEST: usize = 8;
/// The most files that are taken from one folder.
const MOST_FILES: usize = 10_000;

/// The inputs that `arguments` name, in order: a folder stands for the files in it and below, by name, hidden ones
/// and links to folders left out. What cannot be opened as a whole is an error in its place, not the end.
pub fn expand(arguments: &[OsString]) -> Vec<Result<Input, SourceError>> {
    let mut inputs = Vec::new();
    for argument in arguments {
        match Input::from_argument(argument) {
            Input::Path(path) if path.is_dir() => folder(&path, &mut inputs),
            input => inputs.push(Ok(input)),
        }
    }
    inputs
}

fn folder(path: &Path, inputs: &mut Vec<Result<Input, SourceError>>) {
    let mut files = Vec::new();
    let name = || Clean::line(&path.to_string_lossy());
    if let Err(cause) = gather(path, DEEPEST, &mut files) {
        inputs.push(Err(SourceError::Io { name: name(), cause }));
    } else if files.is_empty() {
        inputs.push(Err(SourceError::EmptyFolder(name())));
    }
    inputs.extend(files.into_iter().map(|file| Ok(Input::Path(file))));
}

/// Adds the files in `folder`, then those of the folders in it. Only its own reading can fail: a folder below that
/// cannot be read is passed over.
fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut folders = Vec::new();
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            folders.push(entry.path());
        } else if kind.is_file() || (kind.is_symlink() && entry.path().is_file()) {
            found.push(entry.path());
        }
    }
    found.sort();
    folders.sort();
    files.extend(found);
    if let Some(depth) = depth.checked_sub(1) {
        for below in folders {
            if files.len() >= MOST_FILES {
                break;
            }
            let _ = gather(&below, depth, files);
        }
    }
    files.truncate(MOST_FILES);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_become_their_files_in_order() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        fs::create_dir(at("calls")).unwrap();
        fs::create_dir(at("calls/.git")).unwrap();
        fs::create_dir(at("calls/old")).unwrap();
        fs::create_dir(at("empty")).unwrap();
        for name in [
            "last.txt",
            "calls/b.txt",
            "calls/a.md",
            "calls/.hidden",
            "calls/.git/x",
            "calls/old/c.txt",
        ] {
            fs::write(at(name), "words").unwrap();
        }
        let arguments = ["calls", "last.txt", "empty", "gone.txt"].map(|n| at(n).into_os_string());
        let inputs = expand(&arguments);
        let paths: Vec<_> = inputs
            .iter()
            .map(|input| match input {
                Ok(Input::Path(path)) => path.strip_prefix(root.path()).unwrap().display().to_string(),
                Ok(other) => format!("{other:?}"),
                Err(error) => error.to_string().rsplit('/').next().unwrap().to_owned(),
            })
            .collect();
        assert_eq!(
            paths,
            [
                "calls/a.md",
                "calls/b.txt",
                "calls/old/c.txt",
                "last.txt",
                "empty: no files in this folder; name the files to open",
                "gone.txt",
            ]
        );
    }
}
