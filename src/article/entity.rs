//! Entities of HTML and XML: by name, by number, and by the old habits of pages.

use std::borrow::Cow;

use memchr::memchr;
use quick_xml::escape::resolve_html5_entity;

/// Resolves entities: the names of HTML5, numbers, and Windows-1252 numbers that old pages mean as such.
pub(crate) fn unescape(raw: &str) -> Cow<'_, str> {
    let Some(first) = memchr(b'&', raw.as_bytes()) else {
        return Cow::Borrowed(raw);
    };
    let (head, mut rest) = raw.split_at(first);
    let mut out = String::with_capacity(raw.len());
    out.push_str(head);
    while let Some(tail) = rest.strip_prefix('&') {
        let used = entity(tail, &mut out).unwrap_or_else(|| {
            out.push('&');
            0
        });
        let after = tail.get(used..).unwrap_or_default();
        let plain = memchr(b'&', after.as_bytes()).unwrap_or(after.len());
        let (words, next) = after.split_at(plain);
        out.push_str(words);
        rest = next;
    }
    Cow::Owned(out)
}

/// The longest name of an entity in HTML5 has 31 characters.
const LONGEST_ENTITY: usize = 32;

/// Writes the entity that `tail` (behind the `&`) begins with, and says how many bytes it took.
fn entity(tail: &str, out: &mut String) -> Option<usize> {
    let end = tail
        .bytes()
        .take(LONGEST_ENTITY + 1)
        .position(|b| !b.is_ascii_alphanumeric() && b != b'#')
        .unwrap_or_else(|| tail.len().min(LONGEST_ENTITY + 1));
    let name = tail.get(..end)?;
    let closed = tail.as_bytes().get(end) == Some(&b';');
    let used = end + usize::from(closed);
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        out.push(character(code.ok()?));
        return Some(used);
    }
    // Without the semicolon only the oldest names count, as in browsers.
    if !closed && !matches!(name, "amp" | "lt" | "gt" | "quot" | "nbsp" | "copy" | "reg") {
        return None;
    }
    out.push_str(resolve_html5_entity(name)?);
    Some(used)
}

/// The character that a numeric reference means: 128 to 159 are Windows-1252, as the HTML standard has it.
fn character(code: u32) -> char {
    if let Ok(byte @ 0x80..=0x9f) = u8::try_from(code) {
        let bytes = [byte];
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        return text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::from_u32(code)
        .filter(|&c| c != '\0')
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Characters U+0080 to U+009F as the Windows-1252 ones that are meant: readers of XML take their numbers at their word.
pub(crate) fn old_habits(text: &str) -> Cow<'_, str> {
    let is_c1 = |c: char| matches!(c, '\u{80}'..='\u{9f}');
    if !text.contains(is_c1) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .map(|c| if is_c1(c) { character(c as u32) } else { c })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_by_name_number_and_old_habit() {
        for (raw, text) in [
            ("caf&eacute; &#8212; &#x2014;", "café — —"),
            ("don&#146;t", "don’t"),
            ("AT&T &unknown; &", "AT&T &unknown; &"),
            ("a&nbspb", "a&nbspb"),
            ("a&nbsp b", "a\u{a0} b"),
            ("&#0;&#x110000;", "\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(unescape(raw), text);
        }
    }
}
