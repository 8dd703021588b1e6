//! Sentence boundaries.
//!
//! A mark (`.`, `!`, `?`, `…`) ends a sentence unless the word before it or the words after it say otherwise:
//! abbreviations, initials, list numbers, decimals, a lower-case word going on, `"…?" he asked`. One pass; every look
//! back or ahead is bounded or stops at the next mark, so that hostile text costs no more than other text.

use super::abbreviation::{Abbreviation, abbreviation, is_saying, is_starter, is_time_word};
use super::{Article, Sentence, label};
use crate::span::Span;

/// Fills in the sentences of every block. A label is part of none.
pub(super) fn fill(article: &mut Article) {
    let mut all = Vec::with_capacity(article.text.len() / 100);
    for (index, block) in article.blocks.iter_mut().enumerate() {
        let first = all.len() as u32;
        let start = block.label.map_or_else(
            || block.span.start(),
            |label| label::words_after(&article.text, label),
        );
        sentences(&article.text, Span::new(start, block.span.end()), |span| {
            all.push(Sentence {
                span,
                block: index as u32,
            });
        });
        block.sentences = first..all.len() as u32;
    }
    article.sentences = all;
}

/// Tells `found` the sentences of the stretch `within` of `text`, in order, without white space at their ends.
pub fn sentences(text: &str, within: Span, mut found: impl FnMut(Span)) {
    let reader = Scan {
        text,
        bytes: text.as_bytes(),
        begin: within.start(),
        end: within.end().min(text.len()),
    };
    let mut start = within.start();
    let mut at = start;
    while let Some(mark) = reader.next_mark(at) {
        let run = reader.run(mark);
        if reader.ends_sentence(start, mark, &run) {
            let span = Span::new(start, run.end).trim(text);
            if !span.is_empty() {
                found(span);
            }
            start = run.end;
        }
        at = run.end;
    }
    let span = Span::new(start, reader.end).trim(text);
    if !span.is_empty() {
        found(span);
    }
}

/// The stretch that is being read.
struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    begin: usize,
    end: usize,
}

/// Marks that stand together, and the closing marks behind them.
struct Run {
    /// One past the last of them, quotation marks and brackets that close here included.
    end: usize,
    /// One lone full stop.
    lone_stop: bool,
    /// Dots that say that something is left out.
    ellipsis: bool,
    /// A closing quotation mark stands behind.
    quoted: bool,
}

/// What the text goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Nothing,
    Upper,
    Lower,
    Digit,
    Other,
}

const STOP: u8 = 1;
const LEAD: u8 = 2;

const CLASS: [u8; 256] = {
    let mut class = [0; 256];
    class[b'.' as usize] = STOP;
    class[b'!' as usize] = STOP;
    class[b'?' as usize] = STOP;
    class[0xe2] = LEAD;
    class[0xe3] = LEAD;
    class[0xef] = LEAD;
    class
};

impl Scan<'_> {
    fn byte(&self, at: usize) -> u8 {
        if at < self.end { self.bytes[at] } else { 0 }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }

    /// Bytes of the mark that begins at `at`; 0 when there is none.
    fn mark(&self, at: usize) -> usize {
        match (self.byte(at), self.byte(at + 1), self.byte(at + 2)) {
            (b'.' | b'!' | b'?', ..) => 1,
            // An ellipsis, and the full-width marks of Chinese and Japanese.
            (0xe2, 0x80, 0xa6) | (0xe3, 0x80, 0x82) | (0xef, 0xbc, 0x81 | 0x9f) => 3,
            _ => 0,
        }
    }

    fn next_mark(&self, from: usize) -> Option<usize> {
        let mut at = from;
        while at < self.end {
            let ahead = self.bytes.get(at..self.end)?;
            at += ahead.iter().position(|&b| CLASS[b as usize] != 0)?;
            if self.mark(at) > 0 {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// The marks from `mark` on with what closes behind them.
    fn run(&self, mark: usize) -> Run {
        let mut at = mark;
        let (mut dots, mut others, mut leaders) = (0, 0, 0);
        loop {
            match self.mark(at) {
                0 if self.byte(at) == b' ' && dots > 0 && self.byte(at + 1) == b'.' && others == 0 => {
                    // Spaced dots: ". . ." is one ellipsis.
                    at += 1;
                    continue;
                }
                0 => break,
                1 if self.byte(at) == b'.' => dots += 1,
                1 => others += 1,
                _ if self.byte(at) == 0xe2 => leaders += 1,
                _ => others += 1,
            }
            at += self.mark(at).max(1);
        }
        let mut quoted = false;
        loop {
            let width = self.closer(at);
            if width == 0 {
                break;
            }
            quoted |= !matches!(self.byte(at), b')' | b']');
            at += width;
        }
        // A stray closing mark after a space: `… of peace. " A spokesman said`.
        if !quoted
            && self.byte(at) == b' '
            && matches!(self.byte(at + 1), b'"' | b'\'')
            && matches!(self.byte(at + 2), b' ' | b'\n')
        {
            at += 2;
            quoted = true;
        }
        Run {
            end: at,
            lone_stop: dots == 1 && others == 0 && leaders == 0,
            ellipsis: others == 0 && (dots > 1 || leaders > 0),
            quoted,
        }
    }

    /// Bytes of the mark at `at` that closes a quotation or bracket; 0 when there is none.
    fn closer(&self, at: usize) -> usize {
        match self.byte(at) {
            b'"' | b'\'' | b')' | b']' => 1,
            0xe2 if self.byte(at + 1) == 0x80 && matches!(self.byte(at + 2), 0x99 | 0x9d) => 3,
            0xc2 if self.byte(at + 1) == 0xbb => 2,
            _ => 0,
        }
    }

    fn ends_sentence(&self, start: usize, mark: usize, run: &Run) -> bool {
        if run.end >= self.end {
            return true;
        }
        let next = self.byte(run.end);
        let spaced = next.is_ascii_whitespace() || next == 0xc2 && self.byte(run.end + 1) == 0xa0;
        if !spaced {
            return self.ends_without_space(mark, run);
        }
        let (after, opened) = self.after(run.end);
        match self.kind(after) {
            Next::Nothing => true,
            // "No comment." and `?" he asked`: a sentence never begins with a small letter, but a new
            // quotation after a full stop may.
            Next::Lower => run.lone_stop && opened && !self.is_abbreviated(start, mark, after),
            kind => {
                if run.lone_stop {
                    if self.is_abbreviated(start, mark, after) {
                        return false;
                    }
                    kind != Next::Digit || !self.number_goes_on(mark)
                } else if run.ellipsis {
                    kind == Next::Upper && (run.quoted || opened || !self.word(after).starts_with('I'))
                } else {
                    !(run.quoted && !opened && self.is_attributed(after))
                }
            }
        }
    }

    /// `…the war.The troops…`: two sentences run together, as badly pasted text has them. A name with a full stop in
    /// it (`Amazon.com`, `U.S.getting`) is none.
    fn ends_without_space(&self, mark: usize, run: &Run) -> bool {
        if run.ellipsis {
            return false;
        }
        let before = self.bytes.get(self.begin..mark).unwrap_or_default();
        let small = before.iter().rev().take_while(|b| b.is_ascii_lowercase()).count();
        if small < 2 {
            return false;
        }
        if before
            .len()
            .checked_sub(small + 1)
            .and_then(|at| before.get(at))
            .is_some_and(|b| matches!(b, b'.' | b'/' | b'@' | b'_' | b'-' | b'#'))
        {
            return false;
        }
        let ahead = self
            .bytes
            .get(run.end..self.end.min(run.end + 24))
            .unwrap_or_default();
        let (first, rest) = match ahead.split_first() {
            None | Some((b'A' | b'I', [b' ', ..])) => return true,
            Some((first, rest)) => (*first, rest),
        };
        let word = rest.iter().take_while(|b| b.is_ascii_lowercase()).count();
        first.is_ascii_uppercase()
            && word >= 1
            && rest
                .get(word)
                .is_none_or(|b| matches!(b, b' ' | b'\n' | b',' | b'\''))
    }

    /// Where the first letter or digit after `at` stands, past white space and opening marks, and whether a
    /// quotation mark opens there.
    fn after(&self, from: usize) -> (usize, bool) {
        let mut at = from;
        let mut opened = false;
        loop {
            match (self.byte(at), self.byte(at + 1), self.byte(at + 2)) {
                (b' ' | b'\n' | b'\t' | b'(' | b'[' | b'*' | b'_' | b'-', ..) => at += 1,
                (b'"' | b'\'' | b'`', ..) => {
                    opened = true;
                    at += 1;
                }
                (0xe2, 0x80, 0x98 | 0x9c) => {
                    opened = true;
                    at += 3;
                }
                (0xc2, 0xab, _) => {
                    opened = true;
                    at += 2;
                }
                (0xc2, 0xa0, _) => at += 2,
                (0xe2, 0x80, 0x90..=0x95 | 0xa2) => at += 3,
                _ => return (at, opened),
            }
            if at >= self.end {
                return (self.end, opened);
            }
        }
    }

    fn kind(&self, at: usize) -> Next {
        match self.byte(at) {
            _ if at >= self.end => Next::Nothing,
            b'a'..=b'z' => Next::Lower,
            b'A'..=b'Z' => Next::Upper,
            b'0'..=b'9' => Next::Digit,
            0..0x80 => Next::Other,
            _ => match self.char_at(at) {
                Some(c) if c.is_lowercase() => Next::Lower,
                Some(c) if c.is_alphabetic() => Next::Upper,
                _ => Next::Other,
            },
        }
    }

    /// The ASCII word at `at`.
    fn word(&self, at: usize) -> &str {
        let ahead = self.bytes.get(at..self.end.min(at + 16)).unwrap_or_default();
        let width = ahead.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        self.text.get(at..at + width).unwrap_or_default()
    }

    /// The word that the full stop at `mark` ends, inner full stops included (`U.S`, `Lt`, `F`).
    fn word_before(&self, mark: usize) -> &str {
        let before = self.bytes.get(self.begin..mark).unwrap_or_default();
        let width = before
            .iter()
            .rev()
            .take(13)
            .take_while(|b| b.is_ascii_alphanumeric() || **b == b'.')
            .count();
        self.text.get(mark - width..mark).unwrap_or_default()
    }

    /// Whether a number stands before the full stop that numbers the item of a list (`3. Third point`).
    fn is_list_number(&self, start: usize, mark: usize, word: &str) -> bool {
        let numbered = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
        if !numbered || word.is_empty() {
            return false;
        }
        let opening = self.text.get(start..mark - word.len()).unwrap_or_default();
        opening.ends_with('\n') || opening.trim().is_empty()
    }

    /// Whether the full stop at `mark` belongs to an abbreviation that the sentence goes on after.
    fn is_abbreviated(&self, start: usize, mark: usize, after: usize) -> bool {
        let word = self.word_before(mark);
        if word.is_empty() {
            return false;
        }
        if self.is_list_number(start, mark, word) {
            return true;
        }
        let next = self.word(after);
        let digit = self.byte(after).is_ascii_digit();
        match abbreviation(word) {
            Abbreviation::None => false,
            Abbreviation::Never => true,
            Abbreviation::BeforeNumber => digit,
            Abbreviation::Time => {
                digit || is_time_word(next) || !next.starts_with(|c: char| c.is_ascii_uppercase())
            }
            Abbreviation::Initials => {
                // "… in the U.S. The troops": only a word that opens sentences ends one here.
                !is_starter(next) || word.len() == 1 && next == "A"
            }
            Abbreviation::Month | Abbreviation::Sometimes => digit || !is_starter(next),
        }
    }

    /// `Sec. 5` is not the only number after a full stop: in `at 5. 30 men` there is nothing to go by,
    /// and only a number before the stop hints at a broken decimal.
    fn number_goes_on(&self, mark: usize) -> bool {
        self.byte(mark + 1) != b' ' && self.word_before(mark).bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether the words at `after` say who asked or cried what stands before: `Kirby asked`, `said the colonel`.
    fn is_attributed(&self, after: usize) -> bool {
        let mut end = self.end.min(after + 72);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let ahead = self.text.get(after..end).unwrap_or_default();
        let clause = ahead
            .split(['.', '!', '?', '"', '“', '”', ';', '\n'])
            .next()
            .unwrap_or_default();
        clause
            .split([' ', ','])
            .filter(|word| !word.is_empty())
            .take(6)
            .any(is_saying)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        sentences(text, Span::new(0, text.len()), |span| all.push(span.of(text)));
        all
    }

    /// `|` marks where a sentence must end.
    #[test]
    fn boundaries() {
        let cases = [
            "The U.S. Army left.| It went home.",
            "They fly from the U.S.| The rest stays.",
            "Lt. Col. Ada Orne and Gen. J. R. Pell met Sen. Holt.| Nobody else came.",
            "It costs $2.5 million.| Payment is due on Jan. 5 at 8 a.m. Monday.",
            "He left at 5 p.m.| Then it rained.",
            "John F. Orne spoke.| \"We go.\" |He sat down.",
            "\"Are we ready?\" Orne asked.| \"Yes!\" |Everyone cheered.",
            "'Who pays?' the colonel said.",
            "We wait ... and then we go.| Or not...| Perhaps.",
            "They are U.S.getting ready for war.",
            "It was a long war.|The troops went home.| Then see Amazon.com for more.",
            "No. 5 Company holds hill No. 7.| No.| The answer is no.",
            "1. First we drill.| 2. Then we rest.",
            "the men of\nSt. Orne went\nhome.| Then\nnothing",
            "(It was late.) |They slept.",
            "He said: “Go.” |She went.| ‘Now.’ |Then “no”. |Done",
            "Norfolk, Va., is home.| Ships of Orne Corp. left.| The rest of Orne Inc.| The end.",
            "That is peace. \" |A spokesman left.",
            "Really?!| Yes.",
            "It ended in Feb.| The next began in Mar. 2020.",
            "He asked why.| 'it's late' was the answer.",
            "The 3rd Bn. Orne Rifles, e.g. A Company, moved.",
            "“Stop.” |“Why?” |“Because.”",
        ];
        for case in cases {
            let text = case.replace('|', "");
            let expected: Vec<&str> = case.split('|').map(str::trim).collect();
            let got = split(&text);
            assert_eq!(got, expected, "{case}");
        }
    }

    #[test]
    fn hostile_text_is_linear() {
        for unit in [". ", "\"", "...", ".' ", "?\" A", ". ( ", "a.", "…"] {
            let text = unit.repeat(300_000);
            let begin = std::time::Instant::now();
            split(&text);
            assert!(begin.elapsed().as_secs() < 5, "{unit:?}");
        }
    }
}
