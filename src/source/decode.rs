//! Bytes to characters: byte-order marks, declared and guessed encodings, and what is no text at all.
//!
//! In order: a byte-order mark, UTF-16 by its zero bytes, valid UTF-8, the encoding that the server or the
//! document's own head declares, and at last a guess, which is told to the reader.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Bytes, SourceError, SourceText, name_of};
use crate::article::{Notice, NoticeKind};
use crate::clean::Clean;

/// How much of the beginning is looked at to tell what the bytes are.
const HEAD: usize = 8 * 1024;

/// Decodes what was read.
pub fn decode(source: Bytes) -> Result<SourceText, SourceError> {
    let Bytes { place, bytes, hint } = source;
    let head = bytes.get(..HEAD).unwrap_or(&bytes);
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let wide = marked.or_else(|| utf16_by_zeros(head));
    if wide.is_none_or(|e| e == UTF_8)
        && let Some(what) = binary(head)
    {
        return Err(SourceError::Binary {
            name: name_of(&place),
            what,
        });
    }
    let mut notices = Vec::new();
    let text = match wide {
        Some(encoding) if encoding != UTF_8 => decoded(&bytes, encoding, None, &mut notices),
        _ => match String::from_utf8(bytes) {
            Ok(mut text) => {
                if text.starts_with('\u{feff}') {
                    text.drain(..'\u{feff}'.len_utf8());
                }
                text
            }
            Err(error) => {
                let bytes = error.into_bytes();
                let declared = marked.or_else(|| declared(&bytes, hint.charset.as_deref()));
                match declared {
                    Some(encoding) => decoded(&bytes, encoding, None, &mut notices),
                    None if mostly_utf8(&bytes) => decoded(&bytes, UTF_8, None, &mut notices),
                    None => {
                        let encoding = guess(&bytes);
                        decoded(&bytes, encoding, Some(encoding.name()), &mut notices)
                    }
                }
            }
        },
    };
    if text.trim().is_empty() {
        return Err(SourceError::Empty(name_of(&place)));
    }
    Ok(SourceText {
        place,
        text,
        notices,
        hint,
    })
}

fn decoded(
    bytes: &[u8],
    encoding: &'static Encoding,
    guessed: Option<&str>,
    notices: &mut Vec<Notice>,
) -> String {
    let (text, used, replaced) = encoding.decode(bytes);
    let mut say = |message: String| {
        notices.push(Notice {
            kind: NoticeKind::Encoding,
            message: Clean::line(&message),
        });
    };
    if let Some(name) = guessed {
        say(format!("Not UTF-8: read as {}.", display_name(name)));
    }
    if replaced {
        say(format!(
            "Some bytes are not {}: each is shown as \u{fffd}.",
            display_name(used.name())
        ));
    }
    text.into_owned()
}

fn display_name(name: &str) -> String {
    name.strip_prefix("windows-")
        .map_or_else(|| name.to_owned(), |page| format!("Windows-{page}"))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // A guess does not get better after a megabyte, and a page of 100 MB must open at once.
    let sample = bytes.get(..1 << 20).unwrap_or(bytes);
    detector.feed(sample, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    if encoding == UTF_8 { WINDOWS_1252 } else { encoding }
}

/// Whether broken UTF-8 is still UTF-8: among the bytes beyond ASCII at most one sequence in twenty is wrong.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let sample = bytes.get(..1 << 20).unwrap_or(bytes);
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && bad * 20 <= good
}

/// UTF-16 without a mark: in text of Latin letters one byte of two is zero.
fn utf16_by_zeros(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= pairs * 4 && even * 20 <= pairs {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 4 && odd * 20 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What `head` is, when it is no text.
fn binary(head: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive or office document"),
        (b"\xd0\xcf\x11\xe0", "an office document"),
        (b"{\\rtf", "a rich-text document"),
        (b"\x89PNG", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"\x7fELF", "a program"),
        (b"BZh", "a bzip2 archive"),
        (b"\xfd7zXZ", "an xz archive"),
        (b"\x28\xb5\x2f\xfd", "a zstd archive"),
        (b"7z\xbc\xaf", "a 7-Zip archive"),
        (b"\x1f\x8b", "a damaged gzip archive"),
        (b"ID3", "an audio file"),
        (b"SQLite format 3", "a database"),
    ];
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(what);
    }
    // Wire services frame their text in a few controls and a terminal log holds escapes: only many of them mean data.
    let zeros = memchr::memchr_iter(0, head).count();
    let controls = head
        .iter()
        .filter(|&&b| b < 0x20 && !b.is_ascii_whitespace() && b != 0x1b)
        .count();
    // Bytes that are no UTF-8 either are an old encoding, in which controls are rarer still. The end may be cut.
    let broken = std::str::from_utf8(head).is_err_and(|error| error.error_len().is_some());
    (zeros * 50 > head.len() || controls * 5 > head.len() || (broken && controls * 20 > head.len()))
        .then_some("binary data")
}

/// The encoding that a server, an XML declaration or an HTML `meta` element names. Single-byte names stand only
/// where they are not contradicted by the bytes, since UTF-8 was tried before.
fn declared(bytes: &[u8], charset: Option<&str>) -> Option<&'static Encoding> {
    if let Some(encoding) = charset.and_then(|c| Encoding::for_label(c.as_bytes())) {
        return Some(encoding);
    }
    let head = bytes.get(..2048).unwrap_or(bytes);
    let start = head.iter().position(|b| !b.is_ascii_whitespace())?;
    if head.get(start) != Some(&b'<') {
        return None;
    }
    let lower = head.to_ascii_lowercase();
    let label = value_after(&lower, b"encoding=").or_else(|| value_after(&lower, b"charset="))?;
    Encoding::for_label(label).filter(|&e| e != UTF_16LE && e != UTF_16BE)
}

/// The word after `key`, with or without quotation marks.
fn value_after<'a>(head: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let at = memchr::memmem::find(head, key)? + key.len();
    let rest = head.get(at..)?;
    let rest = rest
        .strip_prefix(b"\"")
        .or_else(|| rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let end = rest
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || b"-_:.".contains(b)))?;
    rest.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Hint;

    fn text_of(bytes: &[u8]) -> (String, usize) {
        let source = decode(Bytes {
            bytes: bytes.to_vec(),
            ..Bytes::default()
        })
        .unwrap();
        (source.text, source.notices.len())
    }

    #[test]
    fn every_encoding_gives_the_same_words() {
        let words = "Déjà vu – “now”";
        let wide = |big: bool, mark: bool| -> Vec<u8> {
            let text = format!("{}{words}", if mark { "\u{feff}" } else { "" });
            text.encode_utf16()
                .flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() })
                .collect()
        };
        let latin = WINDOWS_1252.encode(words).0.into_owned();
        let declared = [
            b"<?xml version='1.0' encoding='windows-1252'?>".as_slice(),
            &latin,
        ]
        .concat();
        assert_eq!(text_of(words.as_bytes()), (words.to_owned(), 0));
        assert_eq!(
            text_of(format!("\u{feff}{words}").as_bytes()),
            (words.to_owned(), 0)
        );
        for (big, mark) in [(true, true), (false, true), (true, false), (false, false)] {
            assert_eq!(text_of(&wide(big, mark)), (words.to_owned(), 0), "{big} {mark}");
        }
        assert_eq!(text_of(&latin), (words.to_owned(), 1));
        assert!(text_of(&declared).0.ends_with(words));
        assert_eq!(text_of(&declared).1, 0);
    }

    #[test]
    fn one_broken_byte_does_not_turn_utf8_into_something_else() {
        let mut bytes = "é".repeat(40).into_bytes();
        bytes.push(0xff);
        let (text, notices) = text_of(&bytes);
        assert!(text.starts_with("éé") && text.ends_with('\u{fffd}'));
        assert_eq!(notices, 1);
    }

    #[test]
    fn what_is_no_text_is_named() {
        let cases: [(&[u8], &str); 4] = [
            (b"%PDF-1.7 ...", "a PDF document"),
            (&[0; 400], "binary data"),
            (b"PK\x03\x04aaaa", "a ZIP archive"),
            (b" \n\t ", "nothing to read"),
        ];
        for (bytes, part) in cases {
            let error = decode(Bytes {
                bytes: bytes.to_vec(),
                hint: Hint::default(),
                ..Bytes::default()
            })
            .unwrap_err();
            assert!(error.to_string().contains(part), "{error}");
        }
        // Bytes as they fall, with a zero only now and then: no old encoding either.
        let mut state = 1_u32;
        let noise = (0..4000).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        let error = decode(Bytes {
            bytes: noise.collect(),
            ..Bytes::default()
        })
        .unwrap_err();
        assert!(error.to_string().contains("binary data"), "{error}");
        assert!(
            decode(Bytes {
                bytes: b"\x01wire\x02 text that a service framed in controls\x03".to_vec(),
                ..Bytes::default()
            })
            .is_ok()
        );
    }
}
