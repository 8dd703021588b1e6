//! Unpacking gzip, with a limit against archives that unfold without end.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{SourceError, read};
use crate::clean::Clean;

/// The longest text that an archive may unfold to, in bytes. A bomb of a megabyte unfolds to a gigabyte.
pub const LONGEST_UNPACKED: u64 = 256 << 20;

/// `bytes` unpacked if they are gzip, else as they are.
pub(super) fn unpack(bytes: Vec<u8>, name: &Clean) -> Result<Vec<u8>, SourceError> {
    if !bytes.starts_with(&[0x1f, 0x8b, 8]) {
        return Ok(bytes);
    }
    within(&bytes, LONGEST_UNPACKED, name)
}

fn within(bytes: &[u8], limit: u64, name: &Clean) -> Result<Vec<u8>, SourceError> {
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(bytes)
        .take(limit + 1)
        .read_to_end(&mut unpacked)
        .map_err(|cause| SourceError::Packed {
            name: name.clone(),
            cause,
        })?;
    if unpacked.len() as u64 > limit {
        return Err(read::too_large(name, limit));
    }
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn pack(words: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(words).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn an_archive_is_unpacked_and_its_parts_joined() {
        let name = Clean::line("a.txt.gz");
        let packed = [pack(b"It left. "), pack(b"It came back.")].concat();
        assert_eq!(unpack(packed, &name).unwrap(), b"It left. It came back.");
        assert_eq!(unpack(b"plain".to_vec(), &name).unwrap(), b"plain");
    }

    #[test]
    fn a_bomb_and_a_damaged_archive_are_refused_by_name() {
        let name = Clean::line("a.txt.gz");
        let bomb = pack(&vec![b'a'; 4 << 20]);
        assert!(bomb.len() < 1 << 17);
        let error = within(&bomb, 1 << 20, &name).unwrap_err().to_string();
        assert_eq!(error, "a.txt.gz: larger than 1 MB; split it and open the parts");
        let mut cut = pack(b"It left at dawn and came back at noon.");
        cut.truncate(cut.len() - 12);
        let error = unpack(cut, &name).unwrap_err().to_string();
        assert!(
            error.starts_with("a.txt.gz: the gzip archive is damaged"),
            "{error}"
        );
    }
}
