//! Reading an input whole, within limits.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{Bytes, Hint, Input, SourceError, gzip, name_of};
use crate::clean::Clean;

/// The longest input that is opened, in bytes. A span holds 4 GiB, and decoding may make a text of half
/// the size of its bytes up to thrice as long.
pub const LONGEST_FILE: u64 = 1 << 30;

/// Reads `input` whole. A compressed one is unpacked.
pub fn read(input: &Input) -> Result<Bytes, SourceError> {
    let place = input.place();
    let name = name_of(&place);
    let mut hint = Hint::default();
    let bytes = match input {
        Input::Path(path) => {
            hint.extension = extension(path);
            file(path, &name)?
        }
        Input::Stdin => drain(io::stdin().lock(), 0, &name)?,
        Input::Sample { text, .. } => text.as_bytes().to_vec(),
        #[cfg(feature = "net")]
        Input::Url(url) => {
            let (bytes, said) = super::fetch::fetch(url, &name)?;
            hint = said;
            bytes
        }
        #[cfg(not(feature = "net"))]
        Input::Url(_) => return Err(SourceError::NoNetwork(name)),
    };
    let bytes = gzip::unpack(bytes, &name)?;
    if bytes.is_empty() {
        return Err(SourceError::Empty(name));
    }
    Ok(Bytes { place, bytes, hint })
}

fn extension(path: &Path) -> Option<String> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    if extension == "gz" {
        let inner = Path::new(path.file_stem()?).extension()?;
        return Some(inner.to_str()?.to_ascii_lowercase());
    }
    Some(extension)
}

fn file(path: &Path, name: &Clean) -> Result<Vec<u8>, SourceError> {
    let meta = std::fs::metadata(path).map_err(|e| explain(e, name))?;
    if meta.is_dir() {
        return Err(SourceError::Folder(name.clone()));
    }
    if meta.len() > LONGEST_FILE {
        return Err(too_large(name, LONGEST_FILE));
    }
    let file = File::open(path).map_err(|e| explain(e, name))?;
    drain(file, meta.len(), name)
}

/// Reads to the end; a device or pipe that never ends is given up at the limit.
fn drain(source: impl Read, expected: u64, name: &Clean) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::with_capacity(expected as usize + 1);
    source
        .take(LONGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| explain(e, name))?;
    if bytes.len() as u64 > LONGEST_FILE {
        return Err(too_large(name, LONGEST_FILE));
    }
    Ok(bytes)
}

pub(super) fn too_large(name: &Clean, limit: u64) -> SourceError {
    SourceError::TooLarge {
        name: name.clone(),
        limit: limit >> 20,
    }
}

fn explain(cause: io::Error, name: &Clean) -> SourceError {
    let name = name.clone();
    match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => SourceError::Missing(name),
        io::ErrorKind::PermissionDenied => SourceError::Denied(name),
        io::ErrorKind::IsADirectory => SourceError::Folder(name),
        _ => SourceError::Io { name, cause },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_said_with_its_name_and_a_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let empty = folder.path().join("empty.txt");
        std::fs::write(&empty, "").unwrap();
        let through = empty.join("below");
        let cases = [
            (folder.path().to_owned(), "this is a folder"),
            (empty, "nothing to read"),
            (folder.path().join("gone.txt"), "no such file"),
            (through, "no such file"),
        ];
        for (path, part) in cases {
            let error = read(&Input::Path(path.clone())).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
            assert!(error.contains(&path.display().to_string()), "{error}");
            assert!(!error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn a_file_comes_with_its_extension_as_a_hint() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Call.TXT");
        std::fs::write(&path, "words").unwrap();
        let read = read(&Input::Path(path)).unwrap();
        assert_eq!(read.bytes, b"words");
        assert_eq!(read.hint.extension.as_deref(), Some("txt"));
    }
}
