//! Lines of a transcript that nobody speaks: stage directions, clocks, page marks, the end.

/// The longest direction, in bytes: `(Mr. ORNE asked and was given permission to address the House …)`.
const LONGEST: usize = 320;

/// Whether a whole paragraph is a direction: bracketed, a clock line, a page mark, a rule.
pub(super) fn is_direction(words: &str) -> bool {
    is_bracketed(words) || is_clock(words) || is_page_mark(words) || is_rule(words) || is_minute(words)
}

/// `The meeting rose at 11.45 a.m.`
fn is_minute(words: &str) -> bool {
    words.len() <= 90
        && [
            "The meeting ",
            "The briefing ",
            "The House ",
            "The Senate ",
            "The hearing ",
        ]
        .iter()
        .any(|o| words.starts_with(o))
        && words.ends_with("m.")
        && words.contains(|c: char| c.is_ascii_digit())
        && words.contains(" at ")
}

/// `(Laughter.)`, `[inaudible]`, `(BEGIN VIDEO CLIP)`: one pair of brackets around all.
fn is_bracketed(words: &str) -> bool {
    let words = words.trim_end_matches('.');
    if words.len() > LONGEST {
        return false;
    }
    let (open, close) = match words.chars().next() {
        Some('(') => ('(', ')'),
        Some('[') => ('[', ']'),
        _ => return false,
    };
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + c.len_utf8() == words.len();
            }
        }
    }
    false
}

/// `1:31 P.M. EST`, `END 2:15 P.M. EDT`, `10:00 a.m. local time`, `Aired February 2, 2022 - 10:00 ET`.
fn is_clock(words: &str) -> bool {
    if words.len() > 60 {
        return false;
    }
    let words = words.strip_prefix("END").unwrap_or(words).trim_start();
    if words.starts_with("Aired ") {
        return true;
    }
    let digits = words
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b':' || *b == b'.')
        .count();
    let clock = words.get(..digits).unwrap_or_default().trim_end_matches('.');
    let (hours, minutes) = clock.split_once([':', '.']).unwrap_or((clock, ""));
    if hours.is_empty() || hours.len() > 2 || !matches!(minutes.len(), 0 | 2) {
        return false;
    }
    let rest = words.get(digits..).unwrap_or_default().trim();
    let letters: String = rest.chars().filter(char::is_ascii_alphabetic).collect();
    let half = letters.get(..2).unwrap_or_default().to_ascii_lowercase();
    (half == "am" || half == "pm") && letters.len() <= 14 && rest.len() <= 24
}

/// `[[Page H6112]]`, `[Page H6112]`, `{time} 1430`, `Page 3 of 12`.
pub(super) fn is_page_mark(words: &str) -> bool {
    words.len() <= 40
        && (words.starts_with("[[Page ") && words.ends_with("]]")
            || words.starts_with("[Page ") && words.ends_with(']')
            || words.starts_with("{time}")
            || words.starts_with("Page ") && words.ends_with(|c: char| c.is_ascii_digit()))
}

/// A line of dashes, stars or dots.
pub(super) fn is_rule(words: &str) -> bool {
    !words.is_empty() && words.len() <= 120 && words.chars().all(|c| "_-–—*=.·•~ \u{a0}".contains(c))
}

/// Whether the words end with this line: `END`, `###`, `(END)`, `See also`.
pub(super) fn is_end(words: &str) -> bool {
    if words.len() > 40 {
        return false;
    }
    let bare: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let letters = bare
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect::<String>()
        .to_ascii_lowercase();
    matches!(bare.as_str(), "###" | "#" | "##" | "####" | "-30-" | "\\###")
        || matches!(
            letters.as_str(),
            "end" | "ends" | "seealso" | "endoftranscript" | "readmore"
        )
        || words.starts_with("END ") && is_clock(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_speaks() {
        for words in [
            "(Laughter.)",
            "[inaudible]",
            "(End videotape).",
            "1:31 P.M. EST",
            "END 2:15 P.M. EDT",
            "10:00 a.m. (local time)",
            "[[Page H6112]]",
            "* * *",
            "____",
        ] {
            assert!(is_direction(words), "{words}");
        }
        for words in [
            "(Laughter.) Thank you (again)",
            "10 ships left.",
            "2.5 million people",
            "(One) and (two)",
            "1:31 is when he left for Norland",
            "",
        ] {
            assert!(!is_direction(words), "{words}");
        }
        for words in ["END", "###", "# # #", "See also", "END 2:15 P.M. EDT", "- End -"] {
            assert!(is_end(words), "{words}");
        }
        assert!(!is_end("The end is near"));
    }
}
