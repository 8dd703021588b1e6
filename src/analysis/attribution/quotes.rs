//! Quotation marks: pairs them within one block, in every style, and tells them from apostrophes.
//!
//! Works on text alone. A paragraph break ends every open mark, so that a forgotten one never swallows an
//! article. Straight single quotes are the hard case: a mark between letters is an apostrophe, one after a space
//! opens, one before a space closes, and the rest (`troops'`, `'90s`, `'em`, `goin'`) is settled by the
//! mark that follows it in the block. Linear in the length of the block.

use crate::span::Span;

/// A quotation in marks, outermost level only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// The words without the marks and without white space at their ends.
    pub inner: Span,
    /// With its marks.
    pub outer: Span,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// Whether the opening mark is there.
    pub opened: bool,
    /// Whether it stands in single marks.
    pub single: bool,
}

/// The family of a mark; a mark closes only its own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// “ ” „ ‟, and two accents or two straight marks on either side.
    Double,
    /// The straight double mark.
    Straight,
    /// ‘ ’ ‚ and the straight single mark.
    Single,
    /// « » and ‹ ›.
    Angle,
}

impl Family {
    /// Whether a mark of one family may close one of the other: texts mix “ with \".
    const fn pairs(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Double | Self::Straight, Self::Double | Self::Straight)
                | (Self::Single, Self::Single)
                | (Self::Angle, Self::Angle)
        )
    }
}

/// What a mark may be where it stands.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
struct Mark {
    at: usize,
    len: usize,
    family: Family,
    opens: bool,
    closes: bool,
    /// Might as well be the apostrophe of a plural possessive or a clipped word.
    doubtful: bool,
    /// Stands after a full stop, comma, question or exclamation mark.
    firm: bool,
}

/// Words that begin with an apostrophe where something was left out.
const CLIPPED: [&str; 16] = [
    "em", "til", "tis", "twas", "cause", "cuz", "bout", "round", "nuff", "neath", "cept", "ya", "n", "im",
    "ere", "kay",
];

fn is_wordish(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn is_opening_company(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '[' | '{' | '-' | '–' | '—' | '―' | '/' | '“' | '‘' | '"' | '\'' | '„' | '«'
            )
    })
}

fn ends_speech(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(c, ',' | '.' | '!' | '?' | '…' | ';' | ':' | '—' | '–' | '-'))
}

/// Whether the apostrophe before `rest` begins a clipped word or a decade.
fn is_clipped(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let Some(word) = rest.get(..end) else { return false };
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 && matches!(word.get(2..), Some("" | "s")) {
        // `'90s` and the class of `'08`, unless the figure is the whole of a quotation.
        return !rest
            .get(end..)
            .is_some_and(|after| after.starts_with(['\'', '’']));
    }
    word.len() <= 5
        && CLIPPED.iter().any(|c| c.eq_ignore_ascii_case(word))
        && !rest
            .get(end..)
            .is_some_and(|after| after.starts_with(['\'', '’']) && !word.eq_ignore_ascii_case("n"))
}

/// All marks of `text`, which begins at byte `base` of the article.
fn marks(text: &str, base: usize) -> Vec<Mark> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // Lead bytes of every mark: " ' ` and U+00AB/BB (0xC2), U+2018–203A (0xE2 0x80).
        let b = bytes[at];
        if !matches!(b, b'"' | b'\'' | b'`' | 0xc2 | 0xe2) {
            at += 1;
            continue;
        }
        let Some(rest) = text.get(at..) else {
            at += 1;
            continue;
        };
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { break };
        let mut len = c.len_utf8();
        let prev = text.get(..at).and_then(|t| t.chars().next_back());
        let mut next = chars.next();
        let twice = next == Some(c);
        let family = match c {
            '“' | '”' | '„' | '‟' => Family::Double,
            '"' | '＂' => Family::Straight,
            '«' | '»' | '‹' | '›' => Family::Angle,
            '`' | '\'' if twice => {
                len = 2;
                next = chars.next();
                Family::Double
            }
            '\'' | '`' | '‘' | '’' | '‚' | '‛' => Family::Single,
            _ => {
                at += len;
                continue;
            }
        };
        let mut mark = Mark {
            at: base + at,
            len,
            family,
            opens: false,
            closes: false,
            doubtful: false,
            firm: ends_speech(prev),
        };
        match c {
            '“' | '‘' | '‛' | '„' | '‟' | '‚' | '«' | '‹' => {
                mark.opens =
                    !(c == '‘' && (is_wordish(prev) || is_clipped(rest.get(len..).unwrap_or_default())));
                mark.closes =
                    matches!(c, '“' | '‟' | '«' | '‹') && !is_opening_company(prev) && !is_wordish(next);
            }
            '”' | '»' | '›' => {
                mark.closes = true;
                mark.opens = is_opening_company(prev) && is_wordish(next);
            }
            '`' => mark.opens = true,
            '"' | '＂' => straight(&mut mark, prev, next),
            '\'' if twice => straight(&mut mark, prev, next),
            _ => single(&mut mark, c, prev, next, text, at),
        }
        // The value of an attribute in left-over markup.
        let attribute = prev == Some('=');
        if (mark.opens || mark.closes) && !attribute {
            found.push(mark);
        }
        at += len;
    }
    found
}

/// A straight double mark: sides decide; both or neither means that the pairing decides.
fn straight(mark: &mut Mark, prev: Option<char>, next: Option<char>) {
    let before = is_opening_company(prev);
    let after = next.is_none_or(|c| {
        c.is_whitespace()
            || (!c.is_alphanumeric()
                && !matches!(
                    c,
                    '$' | '£' | '€' | '[' | '(' | '#' | '@' | '\'' | '‘' | '…' | '.'
                ))
    });
    (mark.opens, mark.closes) = match (before, after) {
        (true, false) => (true, false),
        (false, true) => (false, true),
        _ => (true, true),
    };
}

/// A single mark, straight or `’`.
fn single(mark: &mut Mark, c: char, prev: Option<char>, next: Option<char>, text: &str, at: usize) {
    let wordish_before = is_wordish(prev);
    if wordish_before && is_wordish(next) {
        return;
    }
    let rest = text.get(at + mark.len..).unwrap_or_default();
    if (is_opening_company(prev) || ends_speech(prev)) && next.is_some_and(|c| !c.is_whitespace()) {
        let starts = is_wordish(next)
            || matches!(
                next,
                Some('$' | '£' | '€' | '[' | '(' | '#' | '@' | '"' | '“' | '.' | '…' | '-')
            );
        mark.opens = starts && !is_clipped(rest) && (c != '’' || is_opening_company(prev));
    }
    mark.closes = !is_wordish(next) && prev.is_some_and(|c| !c.is_whitespace());
    if mark.closes && wordish_before && next.is_some_and(char::is_whitespace) {
        let before = text.get(..at).unwrap_or_default();
        let goes_on = rest.trim_start().starts_with(char::is_alphanumeric);
        let clipped_end = before.ends_with("in") && before.len() > 3;
        mark.doubtful = goes_on && (prev == Some('s') || prev == Some('S') || clipped_end);
    }
}

/// The outermost quotations of the block `text`, which begins at byte `base`.
///
/// `goes_on`: whether an unclosed quotation of the block before goes on here.
pub(super) fn scan(text: &str, base: usize) -> Vec<Quoted> {
    let marks = marks(text, base);
    let mut out = Vec::new();
    if marks.is_empty() {
        return out;
    }
    let end = base + text.trim_end().len();
    let mut straight_left = marks.iter().filter(|m| m.family == Family::Straight).count();
    let mut stack: Vec<Mark> = Vec::new();
    let mut first = true;
    for (i, mark) in marks.iter().enumerate() {
        if mark.family == Family::Straight {
            straight_left -= 1;
        }
        let open_at = stack.iter().rposition(|m| m.family.pairs(mark.family));
        let leading = mark.at == base || text.get(..mark.at - base).is_some_and(|t| t.trim().is_empty());
        if mark.closes && !(leading && mark.opens) {
            if let Some(open_at) = open_at {
                if !(mark.doubtful && is_apostrophe(&marks, i, &stack)) {
                    let open = stack[open_at];
                    stack.truncate(open_at);
                    if stack.is_empty() {
                        push(&mut out, text, base, open, Some(*mark), end);
                    }
                    first = false;
                }
                continue;
            }
            if !mark.opens {
                // Closed but never opened: the words from the start of the block, when nothing was quoted before.
                if first && matches!(mark.family, Family::Double) && mark.firm && stack.is_empty() {
                    let outer = Span::new(base, mark.at + mark.len);
                    let inner = Span::new(0, mark.at - base).trim(text);
                    out.push(Quoted {
                        inner: Span::new(base + inner.start(), base + inner.end()),
                        outer,
                        closed: true,
                        opened: false,
                        single: false,
                    });
                }
                first = false;
                continue;
            }
        }
        if !mark.opens {
            continue;
        }
        first = false;
        match open_at {
            None => {
                if mark.family != Family::Single || can_close(&marks, i) || leading {
                    stack.push(*mark);
                }
            }
            Some(open_at) => match mark.family {
                // The same mark opens again before it closed: a nested pair when the rest is odd, else the first
                // was never closed and ends here.
                Family::Straight if straight_left % 2 == 1 => {
                    let open = stack[open_at];
                    stack.truncate(open_at);
                    if stack.is_empty() {
                        push(&mut out, text, base, open, None, mark.at);
                    }
                    stack.push(*mark);
                }
                Family::Straight | Family::Single | Family::Angle | Family::Double => {
                    if closes_ahead(&marks, i) > stack.iter().filter(|m| m.family == mark.family).count() {
                        stack.push(*mark);
                    }
                }
            },
        }
    }
    if let Some(open) = stack.first().copied() {
        // A lone single mark that never closes is an apostrophe, unless it opens the block.
        let leading = text.get(..open.at - base).is_some_and(|t| t.trim().is_empty());
        if open.family != Family::Single || leading {
            push(&mut out, text, base, open, None, end);
        }
    }
    out
}

/// Whether the doubtful closing mark `i` is an apostrophe: another mark closes the quotation before a new one opens.
fn is_apostrophe(marks: &[Mark], i: usize, stack: &[Mark]) -> bool {
    let mut next = marks[i + 1..]
        .iter()
        .take(8)
        .filter(|m| m.family == Family::Single);
    let Some(following) = next.next() else {
        return false;
    };
    if following.opens && !following.closes {
        return false;
    }
    if !following.closes {
        return false;
    }
    // In a row of doubtful marks the last one closes; a firm one closes surely.
    let nested = stack.iter().filter(|m| m.family == Family::Single).count();
    following.firm || !following.doubtful || nested > 1 || !next.next().is_some_and(|m| m.opens)
}

/// Whether some later mark can close the single mark `i`.
fn can_close(marks: &[Mark], i: usize) -> bool {
    marks[i + 1..]
        .iter()
        .take(64)
        .any(|m| m.family == Family::Single && m.closes)
}

/// How many marks of the same family close after mark `i` before the next one that only opens, 3 at most.
fn closes_ahead(marks: &[Mark], i: usize) -> usize {
    marks[i + 1..]
        .iter()
        .take(64)
        .filter(|m| m.family == marks[i].family)
        .take_while(|m| !m.opens || m.closes)
        .filter(|m| m.closes && !m.doubtful)
        .take(3)
        .count()
}

fn push(out: &mut Vec<Quoted>, text: &str, base: usize, open: Mark, close: Option<Mark>, end: usize) {
    let from = open.at + open.len - base;
    let to = close.map_or(end, |c| c.at) - base;
    let inner = Span::new(from, to).trim(text);
    if inner.is_empty() {
        return;
    }
    out.push(Quoted {
        inner: Span::new(base + inner.start(), base + inner.end()),
        outer: Span::new(open.at, close.map_or(end, |c| c.at + c.len)),
        closed: close.is_some(),
        opened: true,
        single: open.family == Family::Single,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        scan(text, 0).iter().map(|q| q.inner.of(text)).collect()
    }

    #[test]
    fn every_style_of_marks_pairs() {
        let cases: &[(&str, &[&str])] = &[
            ("“We hold,” she said. “We stay.”", &["We hold,", "We stay."]),
            ("\"We hold,\" she said. \"We stay.\"", &["We hold,", "We stay."]),
            ("'We hold,' she said. 'We stay.'", &["We hold,", "We stay."]),
            ("‘We hold,’ she said. ‘We stay.’", &["We hold,", "We stay."]),
            ("``We hold,'' she said.", &["We hold,"]),
            ("''We hold,'' she said.", &["We hold,"]),
            ("« Nous restons », a-t-elle dit.", &["Nous restons"]),
            ("„Wir bleiben“, sagte sie.", &["Wir bleiben"]),
            (
                "“Mixed marks,\" she said. \"Both ways.”",
                &["Mixed marks,", "Both ways."],
            ),
        ];
        for (text, want) in cases {
            assert_eq!(read(text), *want, "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        let cases: &[(&str, &[&str])] = &[
            ("It's the troops' fault, isn't it?", &[]),
            (
                "'The troops' morale isn't low,' Orlen said.",
                &["The troops' morale isn't low,"],
            ),
            (
                "'America's allies don't wait,' she said.",
                &["America's allies don't wait,"],
            ),
            (
                "'Back in the '90s we let 'em go,' he said.",
                &["Back in the '90s we let 'em go,"],
            ),
            ("Rock 'n' roll from the '80s.", &[]),
            ("They were 'forced' to raise the soldiers' pay.", &["forced"]),
            ("He saw the 'instrument' and the 'plan'.", &["instrument", "plan"]),
            (
                "‘The guards’ post is ours,’ Tellier said.",
                &["The guards’ post is ours,"],
            ),
            ("the boys’ school and the girls’ school", &[]),
            ("He is 6'2\" tall.", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(read(text), *want, "{text}");
        }
    }

    #[test]
    fn nested_marks_stay_inside() {
        let cases: &[(&str, &[&str])] = &[
            (
                "“He told me ‘never again’ twice,” she said.",
                &["He told me ‘never again’ twice,"],
            ),
            (
                "'He told me 'never again' twice,' she said.",
                &["He told me 'never again' twice,"],
            ),
            (
                "\"He told me 'never again' twice,\" she said.",
                &["He told me 'never again' twice,"],
            ),
            ("‘He said “no” to us,’ she said.", &["He said “no” to us,"]),
        ];
        for (text, want) in cases {
            assert_eq!(read(text), *want, "{text}");
        }
    }

    #[test]
    fn an_unclosed_or_unopened_mark_ends_with_its_block() {
        let open = scan("“The first paragraph goes on.", 0);
        assert!(!open[0].closed && open[0].opened);
        assert_eq!(read("He said: \"We never left."), ["We never left."]);
        assert_eq!(
            read("We never left the pass.” He sat down."),
            ["We never left the pass."]
        );
        assert_eq!(read("A lone 'mark here."), Vec::<&str>::new());
        assert_eq!(
            read("“First thought. “Second thought.”"),
            ["First thought. “Second thought."]
        );
    }

    #[test]
    fn offsets_count_from_the_base_and_any_bytes_are_safe() {
        let found = scan("say “é”", 10);
        assert_eq!(found[0].inner, Span::new(17, 19));
        assert_eq!(found[0].outer, Span::new(14, 22));
        for text in ["'", "''", "\"", "“”", "»«", "’’’ ‘", "' '", "“‘’”'\"`"] {
            scan(text, 0);
        }
    }
}
