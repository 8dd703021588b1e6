//! The word scanner, shared by the tables (made ready at build time) and the texts, so that a phrase of a table and
//! the same phrase of a text fall into the same tokens.
//!
//! Every hyphen stands alone (`Germany-based` is three tokens, `T-72` too), a possessive `'s` is a token of its own,
//! and `U.S.`, `F.`, `3,000`, `2.5`, `82nd`, `O'Brien` and `don't` are one each.

/// What a raw token is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Letters, or letters and digits: `troops`, `U.S.`, `82nd`, `T72`.
    Word,
    /// Digits with their grouping: `3,000`, `2.5`.
    Number,
    /// A possessive or contracted `'s`, and `n't` never: that stays with its word.
    Clitic,
    /// One mark, or a run of full stops or hyphens.
    #[default]
    Mark,
}

/// A raw token as a byte range of the scanned text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
}

/// Whether each byte is an ASCII letter or digit.
const ALPHANUMERIC: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// Splits `text` into raw tokens, white space left out.
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// A scanner at the start of `text`.
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn char(&self, at: usize) -> Option<char> {
        let byte = self.byte(at);
        if byte.is_ascii() {
            return (at < self.text.len()).then_some(byte as char);
        }
        self.text.get(at..)?.chars().next()
    }

    /// Whether a character that belongs inside a word stands at `at`; combining marks and joiners do.
    fn wordy(&self, at: usize) -> Option<usize> {
        let byte = self.byte(at);
        if byte.is_ascii() {
            return byte.is_ascii_alphanumeric().then_some(1);
        }
        let c = self.char(at)?;
        (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}'))
            .then_some(c.len_utf8())
    }

    /// One past the last character that belongs inside a word from `at` on.
    fn stretch(&self, mut at: usize) -> usize {
        loop {
            while ALPHANUMERIC[self.byte(at) as usize] {
                at += 1;
            }
            // Most words end here, at an ASCII mark or space.
            match self.wordy(at) {
                Some(width) => at += width,
                None => return at,
            }
        }
    }

    /// Length of an apostrophe at `at`, straight or curly.
    fn apostrophe(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            0xe2 if self.text.get(at..at + 3) == Some("’") => 3,
            _ => 0,
        }
    }

    fn number(&self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_digit() {
            at += 1;
        }
        loop {
            let digits = |from: usize| {
                (from..from + 4)
                    .take_while(|&i| self.byte(i).is_ascii_digit())
                    .count()
            };
            match self.byte(at) {
                b',' if digits(at + 1) == 3 => at += 4,
                b'.' if digits(at + 1) > 0 => {
                    at += 1;
                    while self.byte(at).is_ascii_digit() {
                        at += 1;
                    }
                }
                _ => return at,
            }
        }
    }

    fn word(&self, start: usize) -> usize {
        let at = self.stretch(start);
        // `U.S.`, `D.C.`, `F.`: single letters, each with its full stop.
        if at - start == 1 && self.byte(start).is_ascii_alphabetic() && self.byte(at) == b'.' {
            let single = |i: usize| {
                self.byte(i).is_ascii_alphabetic()
                    && self.byte(i + 1) == b'.'
                    && self.byte(i).is_ascii_uppercase() == self.byte(start).is_ascii_uppercase()
            };
            let mut end = at;
            while single(end + 1) {
                end += 2;
            }
            if end > at || self.byte(start).is_ascii_uppercase() {
                return end + 1;
            }
        }
        let mark = self.apostrophe(at);
        if mark > 0 && self.wordy(at + mark).is_some() {
            let end = self.stretch(at + mark);
            let tail = self.text.get(at + mark..end).unwrap_or_default();
            if !tail.eq_ignore_ascii_case("s") && tail.len() < 24 {
                return end;
            }
        }
        at
    }
}

impl Iterator for Scanner<'_> {
    type Item = Raw;

    fn next(&mut self) -> Option<Raw> {
        let start = loop {
            let byte = self.byte(self.at);
            if byte == b' ' || (byte.is_ascii_whitespace() && self.at < self.text.len()) {
                self.at += 1;
            } else {
                let c = self.char(self.at)?;
                if !c.is_whitespace() {
                    break self.at;
                }
                self.at += c.len_utf8();
            }
        };
        let byte = self.byte(start);
        let (end, kind) = if byte.is_ascii_digit() {
            let end = self.number(start);
            if self.wordy(end).is_some() {
                (self.stretch(end), Kind::Word)
            } else {
                (end, Kind::Number)
            }
        } else if self.wordy(start).is_some() {
            (self.word(start), Kind::Word)
        } else {
            let mark = self.apostrophe(start);
            let follows_word = || {
                self.text
                    .get(..start)
                    .and_then(|t| t.chars().next_back())
                    .is_some_and(|c| c.is_alphanumeric() || c == '.')
            };
            if mark > 0
                && follows_word()
                && matches!(self.byte(start + mark), b's' | b'S')
                && self.wordy(start + mark + 1).is_none()
            {
                (start + mark + 1, Kind::Clitic)
            } else {
                let width = self.char(start).map_or(1, char::len_utf8);
                let mut end = start + width;
                if matches!(byte, b'.' | b'-') {
                    while self.byte(end) == byte {
                        end += 1;
                    }
                }
                (end, Kind::Mark)
            }
        };
        self.at = end;
        Some(Raw { start, end, kind })
    }
}

/// The longest word or phrase, in bytes, that a table can hold.
pub const LONGEST_KEY: usize = 96;

/// A key of the tables, put together without allocating: tokens in lower case, one space between them.
pub struct Key {
    bytes: [u8; LONGEST_KEY],
    len: usize,
    fits: bool,
}

impl Default for Key {
    fn default() -> Self {
        Self::new()
    }
}

impl Key {
    /// An empty key.
    pub const fn new() -> Self {
        Self {
            bytes: [0; LONGEST_KEY],
            len: 0,
            fits: true,
        }
    }

    fn put(&mut self, byte: u8) {
        match self.bytes.get_mut(self.len) {
            Some(slot) => {
                *slot = byte;
                self.len += 1;
            }
            None => self.fits = false,
        }
    }

    /// Adds one token: lower case, a curly apostrophe made straight, the full stop of an abbreviation (`Sen.`, not `U.S.`) dropped.
    pub fn push(&mut self, token: &str) {
        if self.len > 0 {
            self.put(b' ');
        }
        let stem = token
            .strip_suffix('.')
            .filter(|stem| stem.len() > 1 && !stem.contains('.'))
            .unwrap_or(token);
        if stem.is_ascii() {
            let end = self.len + stem.len();
            match self.bytes.get_mut(self.len..end) {
                Some(room) => {
                    room.copy_from_slice(stem.as_bytes());
                    room.make_ascii_lowercase();
                    self.len = end;
                }
                None => self.fits = false,
            }
            return;
        }
        for c in stem.chars() {
            if c.is_ascii() {
                self.put(c.to_ascii_lowercase() as u8);
            } else if c == '’' {
                self.put(b'\'');
            } else {
                for low in c.to_lowercase() {
                    let mut buffer = [0; 4];
                    for &byte in low.encode_utf8(&mut buffer).as_bytes() {
                        self.put(byte);
                    }
                }
            }
        }
    }

    /// The key's bytes; `None` when it is longer than any entry.
    pub fn bytes(&self) -> Option<&[u8]> {
        self.bytes.get(..self.len).filter(|_| self.fits && self.len > 0)
    }
}

/// The most tokens that a key can have: each takes a byte and a space.
const MOST_TOKENS: usize = LONGEST_KEY.div_ceil(2);

/// The keys of all beginnings of a phrase, so that its words are put together once for all of them.
pub struct Beginnings {
    key: Key,
    /// Where each token ends in the key.
    ends: [u8; MOST_TOKENS],
    tokens: usize,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self {
            key: Key::new(),
            ends: [0; MOST_TOKENS],
            tokens: 0,
        }
    }
}

impl Beginnings {
    /// Adds one token, as [`Key::push`] does; nothing once the key is longer than any entry.
    pub fn push(&mut self, token: &str) {
        self.key.push(token);
        if self.key.fits
            && let Some(end) = self.ends.get_mut(self.tokens)
        {
            *end = self.key.len as u8;
            self.tokens += 1;
        }
    }

    /// The bytes of the key of the first `tokens` tokens; `None` when it is longer than any entry.
    pub fn bytes(&self, tokens: usize) -> Option<&[u8]> {
        let end = tokens
            .checked_sub(1)
            .filter(|_| tokens <= self.tokens)
            .and_then(|last| self.ends.get(last))?;
        self.key.bytes.get(..usize::from(*end))
    }
}

/// FNV-1a over 32 bits, with a final mix so that the low bits serve as a table index.
pub fn hash(bytes: &[u8]) -> u32 {
    let mut h: u32 = 0x811c_9dc5;
    for &byte in bytes {
        h = (h ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    h ^ (h >> 15)
}

/// One of 64 bits for a word of a key: the sign under which a phrase's first word knows its second.
pub fn bit(bytes: &[u8]) -> u64 {
    1 << (hash(bytes) >> 16 & 63)
}
