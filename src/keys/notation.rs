//! [`Key`] and its notation, which is vim's: `j`, `<C-d>`, `<A-Left>`, `<lt>`, and sequences such as `zt`.

use std::fmt;

use thiserror::Error;

/// Which key, apart from what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A character; shift is part of it.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Delete backwards.
    Backspace,
    /// Delete forwards.
    Delete,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// Begin of the line or text.
    Home,
    /// End of the line or text.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// One key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// Control is held.
    pub ctrl: bool,
    /// Alt is held.
    pub alt: bool,
}

/// Why a notation is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotationError {
    /// Nothing was written.
    #[error("a key is missing")]
    Empty,
    /// A name between angle brackets that is no key.
    #[error(
        "`<{0}>` is no key; names are Enter, Esc, Tab, Space, Up, F1 and so on, with C- or A- before them"
    )]
    Unknown(String),
}

/// Names between angle brackets; the first of two for a key is the one that is shown.
const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("CR", Code::Enter),
    ("Return", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("S-Tab", Code::BackTab),
    ("BackTab", Code::BackTab),
    ("BS", Code::Backspace),
    ("Backspace", Code::Backspace),
    ("Del", Code::Delete),
    ("Delete", Code::Delete),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Space", Code::Char(' ')),
    ("lt", Code::Char('<')),
    ("gt", Code::Char('>')),
];

impl Key {
    /// A key with nothing held down.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// A character.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A character with control.
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: Code::Char(c),
            ctrl: true,
            alt: false,
        }
    }

    /// The character that the key types, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// Reads a sequence of keys.
pub fn parse(notation: &str) -> Result<Vec<Key>, NotationError> {
    let mut keys = Vec::new();
    let mut rest = notation;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        if first == '<'
            && let Some(end) = after.find('>').filter(|&end| end > 0)
        {
            let name = after.get(..end).unwrap_or_default();
            keys.push(named(name).ok_or_else(|| NotationError::Unknown(name.to_owned()))?);
            rest = after.get(end + 1..).unwrap_or_default();
            continue;
        }
        keys.push(Key::char(first));
        rest = after;
    }
    if keys.is_empty() {
        return Err(NotationError::Empty);
    }
    Ok(keys)
}

fn named(name: &str) -> Option<Key> {
    let (mut ctrl, mut alt, mut rest) = (false, false, name);
    loop {
        if let Some(inner) = rest.strip_prefix("C-").filter(|r| !r.is_empty()) {
            (ctrl, rest) = (true, inner);
        } else if let Some(inner) = rest
            .strip_prefix("A-")
            .or_else(|| rest.strip_prefix("M-"))
            .filter(|r| !r.is_empty())
        {
            (alt, rest) = (true, inner);
        } else {
            break;
        }
    }
    let mut chars = rest.chars();
    let code = match (chars.next(), chars.next()) {
        (Some(c), None) => Code::Char(if ctrl { c.to_ascii_lowercase() } else { c }),
        (Some('F' | 'f'), Some(_)) if rest.get(1..)?.parse::<u8>().is_ok_and(|n| (1..=24).contains(&n)) => {
            Code::F(rest.get(1..)?.parse().ok()?)
        }
        _ => NAMES.iter().find(|(n, _)| n.eq_ignore_ascii_case(rest))?.1,
    };
    Some(Key { code, ctrl, alt })
}

/// A sequence as a person reads it: `Ctrl-d`, `z t`, `→`.
pub fn show(keys: &[Key]) -> String {
    let plain = keys.iter().all(|k| k.typed().is_some_and(|c| c != ' '));
    keys.iter()
        .map(Key::to_string)
        .collect::<Vec<_>>()
        .join(if plain { "" } else { " " })
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::Up => f.write_str("↑"),
            Code::Down => f.write_str("↓"),
            Code::Left => f.write_str("←"),
            Code::Right => f.write_str("→"),
            Code::BackTab => f.write_str("Shift-Tab"),
            Code::PageUp => f.write_str("PgUp"),
            Code::PageDown => f.write_str("PgDn"),
            Code::F(n) => write!(f, "F{n}"),
            other => {
                let name = NAMES.iter().find(|(_, code)| *code == other);
                f.write_str(name.map_or("?", |(name, _)| name))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_are_read_and_shown() {
        for (notation, shown) in [
            ("j", "j"),
            ("zt", "zt"),
            ("<C-d>", "Ctrl-d"),
            ("<A-Left>", "Alt-←"),
            ("<S-Tab>", "Shift-Tab"),
            ("<Space>", "Space"),
            ("<lt>", "<"),
            (">", ">"),
            ("<", "<"),
            ("<f1>", "F1"),
            ("<CR>", "Enter"),
            ("''", "''"),
        ] {
            assert_eq!(show(&parse(notation).unwrap()), shown, "{notation}");
        }
    }

    #[test]
    fn what_is_no_key_is_named() {
        assert_eq!(parse(""), Err(NotationError::Empty));
        assert_eq!(parse("<Hyper>"), Err(NotationError::Unknown("Hyper".into())));
        assert_eq!(parse("<F99>"), Err(NotationError::Unknown("F99".into())));
    }
}
