//! [`Field`]: a line of text that is being typed.

use unicode_segmentation::UnicodeSegmentation;

use crate::clean::Clean;
use crate::keys::{Code, Key};

/// A text field with readline's habits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    cursor: usize,
    offered: bool,
}

impl Field {
    /// A field that already holds `text`.
    pub fn with(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: text.len(),
            offered: false,
        }
    }

    /// A field that offers `text`: what is typed takes its place, a key that moves keeps it for editing.
    pub fn offering(text: &str) -> Self {
        Self {
            offered: !text.is_empty(),
            ..Self::with(text)
        }
    }

    /// Whether the text is only offered.
    pub const fn is_offered(&self) -> bool {
        self.offered
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Takes pasted words, on one line and without control characters.
    pub fn paste(&mut self, words: &str) {
        self.insert(&Clean::line(words));
    }

    fn insert(&mut self, words: &str) {
        if std::mem::take(&mut self.offered) {
            self.text.clear();
            self.cursor = 0;
        }
        self.text.insert_str(self.cursor, words);
        self.cursor += words.len();
    }

    /// Takes a key; false when the key means nothing to a field.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        let offered = std::mem::take(&mut self.offered);
        match (key.code, key.ctrl) {
            (Code::Left, _) | (Code::Char('b'), true) => self.cursor -= self.back(),
            (Code::Right, _) | (Code::Char('f'), true) => {
                self.cursor += self.after().graphemes(true).next().map_or(0, str::len);
            }
            (Code::Home, _) | (Code::Char('a'), true) => self.cursor = 0,
            (Code::End, _) | (Code::Char('e'), true) => self.cursor = self.text.len(),
            (Code::Backspace | Code::Delete, _) if offered => self.erase(self.cursor),
            (Code::Backspace, _) | (Code::Char('h'), true) => self.erase(self.back()),
            (Code::Delete, _) | (Code::Char('d'), true) => {
                let next = self.after().graphemes(true).next().map_or(0, str::len);
                self.text.replace_range(self.cursor..self.cursor + next, "");
            }
            (Code::Char('u'), true) => self.erase(self.cursor),
            (Code::Char('k'), true) => self.text.truncate(self.cursor),
            (Code::Char('w'), true) => {
                let kept = self
                    .before()
                    .trim_end()
                    .rfind(char::is_whitespace)
                    .map_or(0, |at| at + 1);
                self.erase(self.cursor - kept.min(self.cursor));
            }
            _ => return false,
        }
        true
    }

    fn back(&self) -> usize {
        self.before().graphemes(true).next_back().map_or(0, str::len)
    }

    fn erase(&mut self, bytes: usize) {
        let from = self.cursor - bytes;
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::parse;

    #[test]
    fn keys_edit_whole_clusters_and_words() {
        for (keys, text, before) in [
            ("abc<Left><BS>", "ac", "a"),
            ("one two<C-w>", "one ", "one "),
            ("one two <C-w>", "one ", "one "),
            ("abc<Home><Del>x", "xbc", "x"),
            ("abc<C-a><C-k>", "", ""),
            ("abc<C-u>", "", ""),
            ("é日<BS>", "é", "é"),
        ] {
            let mut field = Field::default();
            for key in parse(keys).unwrap() {
                assert!(field.press(key), "{key}");
            }
            assert_eq!((field.text(), field.before()), (text, before), "{keys}");
        }
    }

    #[test]
    fn what_is_typed_takes_the_place_of_what_is_offered() {
        for (keys, text) in [
            ("B", "B"),
            ("<BS>x", "x"),
            ("<End>x", "Dana Reyesx"),
            ("<Home>Col. ", "Col. Dana Reyes"),
        ] {
            let mut field = Field::offering("Dana Reyes");
            assert!(field.is_offered());
            for key in parse(keys).unwrap() {
                field.press(key);
            }
            assert_eq!((field.text(), field.is_offered()), (text, false), "{keys}");
        }
    }

    #[test]
    fn a_paste_is_text_and_never_keys() {
        let mut field = Field::default();
        field.paste("two\nlines\u{1b}[31m");
        assert_eq!(field.text(), "two lines");
    }
}
