//! A terminal's answer to a question, when it comes after the wait for it has ended.
//!
//! The question for the background is asked once and not waited for long; over a slow line, or through a
//! multiplexer, the answer then arrives among the keys, where its letters would be typed into the program:
//! `11;rgb:ffff/ffff/ffff` even opens the commands. What has the form of such an answer is therefore no key.

use std::time::Duration;

use crossterm::event::{Event as Input, KeyCode, KeyModifiers};

/// How long the next byte of an answer may take. A person who presses Alt and `]` is never this fast with a digit.
pub const GAP: Duration = Duration::from_millis(30);

/// Longer than any answer; what is longer is no answer.
const LONGEST: usize = 64;

/// What an event is to those that are held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The beginning or the middle of an answer.
    Part,
    /// Its end.
    End,
    /// None of it.
    Other,
}

/// What `next` is after `held`.
pub fn piece(held: &[Input], next: &Input) -> Piece {
    let Input::Key(key) = next else {
        return Piece::Other;
    };
    let (alt, ctrl) = (
        key.modifiers.contains(KeyModifiers::ALT),
        key.modifiers.contains(KeyModifiers::CONTROL),
    );
    match (held.len(), key.code) {
        // `ESC ]` reads as this key.
        (0, KeyCode::Char(']')) if alt => Piece::Part,
        (1, KeyCode::Char('0'..='9')) if !alt && !ctrl => Piece::Part,
        (2..LONGEST, KeyCode::Char('0'..='9' | 'a'..='f' | 'A'..='F' | 'r' | 'g' | ';' | ':' | '/'))
            if !alt && !ctrl =>
        {
            Piece::Part
        }
        // `ESC \\` and `BEL`.
        (2.., KeyCode::Char('\\')) if alt => Piece::End,
        (2.., KeyCode::Char('g')) if ctrl => Piece::End,
        _ => Piece::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyEvent;

    fn events(typed: &str) -> Vec<Input> {
        let key = |code, modifiers| Input::Key(KeyEvent::new(code, modifiers));
        let mut alt = false;
        let mut events = Vec::new();
        for c in typed.chars() {
            match c {
                '\u{1b}' => alt = true,
                '\u{7}' => events.push(key(KeyCode::Char('g'), KeyModifiers::CONTROL)),
                _ => events.push(key(
                    KeyCode::Char(c),
                    if std::mem::take(&mut alt) {
                        KeyModifiers::ALT
                    } else {
                        KeyModifiers::NONE
                    },
                )),
            }
        }
        events
    }

    fn pieces(typed: &str) -> Vec<Piece> {
        let events = events(typed);
        (0..events.len())
            .map(|at| piece(&events[..at], &events[at]))
            .collect()
    }

    #[test]
    fn a_late_answer_is_recognised_from_its_first_byte_to_its_last() {
        for answer in [
            "\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\",
            "\u{1b}]10;rgba:00/1c/ff/ff\u{7}",
        ] {
            let pieces = pieces(answer);
            let (last, before) = pieces.split_last().unwrap();
            assert_eq!(*last, Piece::End);
            assert!(before.iter().all(|p| *p == Piece::Part), "{pieces:?}");
        }
    }

    #[test]
    fn keys_of_a_person_are_none() {
        assert_eq!(pieces("j"), [Piece::Other]);
        assert_eq!(pieces("\u{1b}]j"), [Piece::Part, Piece::Other]);
        assert_eq!(pieces("\u{1b}]1j"), [Piece::Part, Piece::Part, Piece::Other]);
        assert!(pieces(&format!("\u{1b}]{}", "1".repeat(80))).contains(&Piece::Other));
    }
}
