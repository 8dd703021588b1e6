//! Writing exports: to standard output, or whole to a file that was not there before.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Writes `content` to standard output.
pub fn to_output(content: &str) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    out.write_all(content.as_bytes())
        .and_then(|()| out.flush())
        .map_err(Error::on_output)
}

/// Writes `content` to a new file at `path`, so that at no time a part of it stands there.
///
/// What is there already is replaced only when `force` says so.
pub fn to_file(path: &Path, content: &str, force: bool) -> Result<(), Error> {
    let failed = |cause| Error::on_writing(path, cause);
    if path.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    // A device or a pipe holds nothing that could be lost, and has no whole.
    if fs::metadata(path).is_ok_and(|meta| !meta.is_file()) {
        return fs::OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|mut device| device.write_all(content.as_bytes()))
            .map_err(failed);
    }
    // Found out before the work and the disk are used; the final step looks again.
    if !force && fs::symlink_metadata(path).is_ok() {
        return Err(failed(io::ErrorKind::AlreadyExists.into()));
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".briefing-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The system takes off what the user's mask forbids.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    file.write_all(content.as_bytes())
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed)?;
    let kept = if force {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    kept.map(drop).map_err(|error| failed(error.error))
}

/// Writes `content` to a new file in `folder`: `stem.extension`, or with a number where that is there already.
/// Gives its path.
pub fn to_new_file(folder: &Path, stem: &str, extension: &str, content: &str) -> Result<PathBuf, Error> {
    /// After so many names that are taken, the folder is not meant for this.
    const TRIES: usize = 1000;
    let mut number = 1;
    loop {
        let name = if number == 1 {
            format!("{stem}.{extension}")
        } else {
            format!("{stem}-{number}.{extension}")
        };
        let path = folder.join(name);
        match to_file(&path, content, false) {
            Err(Error::Exists(_)) if number < TRIES => number += 1,
            written => return written.map(|()| path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_by_force_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.txt");
        to_file(&path, "one", false).unwrap();
        assert!(matches!(to_file(&path, "two", false), Err(Error::Exists(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        to_file(&path, "three", true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "three");
        assert!(to_file(folder.path(), "four", true).is_err());
        assert!(to_file(&folder.path().join("no/such.txt"), "five", false).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_stays() {
        to_file(Path::new("/dev/null"), "one", false).unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["brief.md", "brief-2.md", "brief-3.md"] {
            let path = to_new_file(folder.path(), "brief", "md", "words").unwrap();
            assert_eq!(path, folder.path().join(name));
        }
    }
}
