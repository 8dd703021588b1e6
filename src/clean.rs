//! [`Clean`]: the one door through which text enters the model.
//!
//! A briefing may come from anywhere, so nothing in it may act on the terminal or mislead the eye. What is
//! removed: escape sequences, C0 (all but line feed and tab), DEL, C1, bidirectional controls
//! (U+202A–202E, U+2066–2069, U+200E, U+200F, U+061C), zero-width space, word joiner and its invisible kin, byte-order
//! marks inside the text, tag characters, soft hyphens, line and paragraph separators (made line feeds) and emoji variation
//! selectors (on whose width terminals disagree). ZWJ and ZWNJ stay: letters need them. CR LF and CR become LF.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// What [`Clean`] took out, by kind, in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Control characters and whole escape sequences.
    pub controls: usize,
    /// Bidirectional controls.
    pub bidi: usize,
    /// Invisible characters of no width.
    pub invisible: usize,
}

impl Removed {
    /// All that was taken out.
    pub const fn total(self) -> usize {
        self.controls + self.bidi + self.invisible
    }

    /// Adds another count to this one.
    pub const fn add(&mut self, other: Self) {
        self.controls += other.controls;
        self.bidi += other.bidi;
        self.invisible += other.invisible;
    }
}

/// Text that is safe to show: see the module's words for what it cannot hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(String);

impl Clean {
    /// Cleans `raw`, keeping line feeds and tabs.
    pub fn new(raw: impl Into<String>) -> Self {
        Self::counted(raw.into()).0
    }

    /// Cleans `raw` into one line: any run of white space is one space, ends are trimmed.
    pub fn line(raw: &str) -> Self {
        let text = Self::new(raw);
        if !text.contains(['\n', '\t']) && !text.contains("  ") && text.trim().len() == text.len() {
            return text;
        }
        Self(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Cleans `raw` and says what was taken out. Text with nothing to remove is not copied.
    pub fn counted(raw: String) -> (Self, Removed) {
        let mut removed = Removed::default();
        let text = match sweep(&raw, &mut removed) {
            Cow::Borrowed(_) => raw,
            Cow::Owned(text) => text,
        };
        (Self(text), removed)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl Deref for Clean {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Clean {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

/// What becomes of one character.
enum Fate {
    Keep,
    LineFeed,
    Escape,
    Control,
    Bidi,
    Invisible,
}

const fn fate(c: char) -> Fate {
    match c {
        '\n' | '\t' => Fate::Keep,
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::LineFeed,
        '\u{1b}' | '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}' => Fate::Escape,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Fate::Control,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Fate::Bidi,
        '\u{ad}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{180e}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}' => Fate::Invisible,
        _ => Fate::Keep,
    }
}

/// Whether byte `b` can begin a character that is not kept as it is.
const fn suspect(b: u8) -> bool {
    (b < 0x20 && b != b'\n' && b != b'\t')
        || b == 0x7f
        || matches!(b, 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xe3 | 0xef | 0xf3)
}

/// [`suspect`] for every byte.
const SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = suspect(b as u8);
        b += 1;
    }
    table
};

fn sweep<'a>(raw: &'a str, removed: &mut Removed) -> Cow<'a, str> {
    let bytes = raw.as_bytes();
    let mut out = String::new();
    let mut kept = 0;
    let mut at = 0;
    while at < bytes.len() {
        match bytes
            .get(at..)
            .unwrap_or_default()
            .iter()
            .position(|&b| SUSPECT[b as usize])
        {
            Some(plain) => at += plain,
            None => break,
        }
        let rest = raw.get(at..).unwrap_or_default();
        let Some(c) = rest.chars().next() else { break };
        let fate = fate(c);
        if matches!(fate, Fate::Keep) {
            at += c.len_utf8();
            continue;
        }
        out.push_str(raw.get(kept..at).unwrap_or_default());
        let mut width = c.len_utf8();
        match fate {
            Fate::Keep => {}
            Fate::LineFeed => {
                if c == '\r' && bytes.get(at + 1) == Some(&b'\n') {
                    width = 1;
                } else {
                    out.push('\n');
                }
            }
            Fate::Escape => {
                width = escape_length(rest);
                removed.controls += rest.get(..width).map_or(1, |s| s.chars().count());
            }
            Fate::Control => removed.controls += 1,
            Fate::Bidi => removed.bidi += 1,
            Fate::Invisible => removed.invisible += 1,
        }
        at += width;
        kept = at;
    }
    if kept == 0 && out.is_empty() {
        return Cow::Borrowed(raw);
    }
    out.push_str(raw.get(kept..).unwrap_or_default());
    Cow::Owned(out)
}

/// The longest string sequence that is taken out whole; a longer or unended one loses only its introducer,
/// so that one stray byte can never swallow a briefing.
const LONGEST_SEQUENCE: usize = 4096;

/// Bytes of the escape sequence that `rest` begins with (ECMA-48: CSI, OSC, DCS, SOS, PM, APC and two-byte forms).
fn escape_length(rest: &str) -> usize {
    let mut chars = rest.char_indices();
    let Some((_, first)) = chars.next() else { return 0 };
    let lone = first.len_utf8();
    let introducer = match first {
        '\u{1b}' => match chars.next() {
            Some((_, c @ ('[' | ']' | 'P' | 'X' | '^' | '_'))) => c,
            Some((at, c)) if (' '..='/').contains(&c) => {
                return chars
                    .find(|&(_, c)| !(' '..='/').contains(&c))
                    .map_or(
                        lone,
                        |(end, c)| {
                            if ('0'..='~').contains(&c) { end + 1 } else { at }
                        },
                    );
            }
            Some((at, c)) if ('0'..='~').contains(&c) => return at + 1,
            _ => return lone,
        },
        '\u{9b}' => '[',
        _ => ']',
    };
    if introducer == '[' {
        for (at, c) in chars {
            match c {
                ' '..='?' => {}
                '@'..='~' => return at + 1,
                _ => return at,
            }
        }
        return rest.len();
    }
    for (at, c) in chars {
        if at > LONGEST_SEQUENCE {
            break;
        }
        match c {
            '\u{7}' => return at + 1,
            '\u{9c}' => return at + 2,
            '\u{1b}' if rest.get(at + 1..).is_some_and(|r| r.starts_with('\\')) => return at + 2,
            '\u{1b}' | '\n' => break,
            _ => {}
        }
    }
    if first == '\u{1b}' { lone + 1 } else { lone }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_go_whole_and_are_counted() {
        let cases = [
            ("a\u{1b}[31mb", "ab"),
            ("a\u{1b}]52;c;aGk=\u{7}b", "ab"),
            ("a\u{1b}]0;title\u{1b}\\b", "ab"),
            ("a\u{9b}31mb", "ab"),
            ("a\u{1b}cb", "ab"),
            ("a\u{1b}(Bb", "ab"),
            ("a\u{1b}", "a"),
            ("no end \u{1b}]0;t\nnext line", "no end 0;t\nnext line"),
        ];
        for (raw, clean) in cases {
            let (text, removed) = Clean::counted(raw.to_owned());
            assert_eq!(text.as_str(), clean, "{raw:?}");
            assert!(removed.controls > 0, "{raw:?}");
        }
    }

    #[test]
    fn line_ends_become_line_feeds_and_typographic_marks_stay() {
        assert_eq!(Clean::new("a\r\nb\rc\u{2028}d").as_str(), "a\nb\nc\nd");
        let kept = "“É” – ’s…\u{a0}x\tن\u{200c}";
        assert_eq!(
            Clean::counted(kept.to_owned()),
            (Clean(kept.to_owned()), Removed::default())
        );
    }

    #[test]
    fn what_misleads_the_eye_is_removed_and_counted() {
        let (text, removed) = Clean::counted("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{e0041}".into());
        assert_eq!(text.as_str(), "abcde");
        assert_eq!(
            removed,
            Removed {
                controls: 0,
                bidi: 2,
                invisible: 3
            }
        );
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(Clean::line("  two\n lines\t here ").as_str(), "two lines here");
    }
}
