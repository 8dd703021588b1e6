//! The shapes of a speaker's label at the beginning of a line.
//!
//! | style | example |
//! |---|---|
//! | [`Style::Capitals`] | `MR. ORNE:`, `PRESS SECRETARY ADA ORNE:`, `ADA ORNE, CHANNEL HOST:`, `THE PRESIDENT:`, `Mr. ORNE:` |
//! | [`Style::Names`] | `Ada Orne:`, `Minister of Defence Ada Orne:`, `Moderator:`, `Ada Orne [ministry]:` |
//! | [`Style::Ask`] | `Q   `, `Q:`, `QUESTION:`, `Question (Agency):` |
//! | [`Style::Record`] | `Mr. ORNE. `, `The PRESIDING OFFICER. ` |
//! | [`Style::Hearing`] | `Senator Orne. `, `The Chairman. ` |
//! | [`Style::Alone`] | a name that has the line to itself |
//!
//! A shape alone proves nothing: which of the candidates are labels is decided over the whole text, in
//! [`super::transcript`].

use super::vocabulary::{ADDRESS, ASKERS, HEARING, PARTICLES, ROLES};
use crate::lexicon::{Table, phrase};
use crate::span::Span;

/// How a text marks who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Style {
    Capitals,
    Names,
    Ask,
    Record,
    Hearing,
    Alone,
}

/// A stretch that has the shape of a label.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a separate thing seen in the label"
)]
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The label without its colon or full stop.
    pub label: Span,
    /// Where the words begin.
    pub body: usize,
    /// Its shape.
    pub style: Style,
    /// The same for every label of one speaker, as far as can be seen: a hash of its last name.
    pub key: u64,
    /// It names an office, a rank or a form of address, or asks: nobody but a speaker is written like this.
    pub strong: bool,
    /// It is an asker's.
    pub asks: bool,
    /// It has a given name, or a form of address: surely a person.
    pub person: bool,
    /// How many words it has.
    pub words: usize,
    /// The words begin with an opening quotation mark, as where one speaker reads out another's words.
    pub quotes: bool,
    /// The form of the input itself marks it as a label.
    pub known: bool,
}

/// The label at `label`, which the form of the input marks as one whatever its shape.
pub(super) fn known(text: &str, label: Span) -> Candidate {
    let words = label.of(text);
    let parts = Parts::read(words).unwrap_or_else(|| {
        let last = words.split([' ', '\u{a0}']).next_back().unwrap_or_default();
        Parts {
            key: hash(last),
            words: words.split_whitespace().count(),
            ..Parts::default()
        }
    });
    let style = if parts.asks {
        Style::Ask
    } else if parts.capitals {
        Style::Capitals
    } else {
        Style::Names
    };
    let rest = text.get(label.end()..).unwrap_or_default();
    let gap = rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}', ':', '.']).len();
    Candidate {
        body: label.end() + gap,
        strong: true,
        known: true,
        ..found(label.start(), label.len(), 0, style, &parts)
    }
}

/// The longest label, in bytes: `ASSISTANT SECRETARY OF DEFENSE FOR … ADA ORNE, TRANSLATED:`.
const LONGEST: usize = 170;

/// The label at the beginning of `line` (a span of `text` without line feeds), if it has the shape of one.
/// `follows` says whether another line of the same paragraph comes after it.
pub(super) fn candidate(text: &str, line: Span, follows: bool) -> Option<Candidate> {
    let line = line.trim(text);
    let whole = line.of(text);
    let stamp = stamp_length(whole);
    if stamp >= whole.len() {
        return None;
    }
    let start = line.start() + stamp;
    let rest = whole.get(stamp..)?;
    match rest.as_bytes().first()? {
        b'A'..=b'Z' | b'(' | b'[' | 0xc3..=0xd1 => {}
        _ => return None,
    }
    ask(rest, start)
        .or_else(|| colon(rest, start))
        .or_else(|| record(rest, start))
        .or_else(|| hearing(rest, start))
        .or_else(|| follows.then(|| alone(rest, start)).flatten())
        .map(|mut found| {
            found.body = words_after(text, found.label);
            found.quotes = text
                .get(found.body..)
                .is_some_and(|b| b.starts_with(['"', '“', '\'', '‘', '«']));
            found
        })
}

/// Where the words after a label begin: past its colon or full stop, what a page hangs on a name, and a clock.
pub(super) fn words_after(text: &str, label: Span) -> usize {
    let blank = [' ', '\t', '\u{a0}'];
    let rest = text.get(label.end()..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let hung =
        label.len() > 3 && (line.starts_with("   ") || stamp_length(line.trim_start_matches(blank)) > 0);
    let mark = if hung {
        let head = line.as_bytes().get(..LONGEST.min(line.len())).unwrap_or_default();
        // The colons within a clock are followed by digits.
        memchr::memchr_iter(b':', head)
            .find(|at| !head.get(at + 1).is_some_and(u8::is_ascii_digit))
            .unwrap_or_default()
    } else {
        0
    };
    let mut at = mark + usize::from(matches!(line.as_bytes().get(mark), Some(b':' | b'.')));
    for _ in 0..2 {
        let after = line.get(at..).unwrap_or_default();
        at += after.len() - after.trim_start_matches(blank).len();
        let after = line.get(at..).unwrap_or_default();
        at += if at > 0 { stamp_width(after) } else { 0 };
    }
    label.end() + at
}

/// Bytes of a clock that stands before a label, with the blanks behind it: `[10:00:05] `, `(00:12) `, `10:05 `.
fn stamp_length(line: &str) -> usize {
    let width = stamp_width(line);
    let rest = line.get(width..).unwrap_or_default();
    let gap = rest.len() - rest.trim_start_matches(' ').len();
    if width == 0 { 0 } else { width + gap }
}

/// Bytes of the clock that `line` begins with, and of the brackets around it; 0 when there is none.
fn stamp_width(line: &str) -> usize {
    let bytes = line.as_bytes();
    let inner = usize::from(matches!(bytes.first(), Some(b'[' | b'(')));
    let digits = bytes
        .iter()
        .skip(inner)
        .take_while(|b| b.is_ascii_digit() || **b == b':')
        .count();
    let clock = bytes.get(inner..inner + digits).unwrap_or_default();
    if !(4..=8).contains(&digits) || !clock.contains(&b':') {
        return 0;
    }
    let end = inner + digits;
    match (inner, bytes.get(end)) {
        (1, Some(b']' | b')')) => end + 1,
        (0, None | Some(b' ')) => end,
        _ => 0,
    }
}

fn found(start: usize, width: usize, mark: usize, style: Style, parts: &Parts) -> Candidate {
    Candidate {
        label: Span::new(start, start + width),
        body: start + width + mark,
        style,
        key: parts.key,
        strong: parts.role,
        asks: parts.asks,
        person: parts.person,
        words: parts.words,
        quotes: false,
        known: false,
    }
}

/// `Q   Thanks`, `Q: `, `Q.`, `QUESTION:`; a lone `A:` answers.
fn ask(rest: &str, start: usize) -> Option<Candidate> {
    let bytes = rest.as_bytes();
    let parts = Parts {
        key: ASKER,
        role: true,
        asks: true,
        words: 1,
        ..Parts::default()
    };
    if bytes.first() == Some(&b'Q') {
        let number = bytes
            .iter()
            .skip(1)
            .take(2)
            .take_while(|b| b.is_ascii_digit())
            .count();
        let width = 1 + number;
        return match (bytes.get(width), bytes.get(width + 1)) {
            (Some(b':' | b'.'), None | Some(b' ' | b'\t' | b'\n' | 0xc2)) => {
                Some(found(start, width, 1, Style::Ask, &parts))
            }
            (Some(b'\t') | None, _) | (Some(0xc2), Some(0xa0)) | (Some(b' '), Some(b' ' | b'\t' | 0xc2)) => {
                Some(found(start, width, 0, Style::Ask, &parts))
            }
            // One blank: a sentence must begin behind it. `Q fever` and `Q Company` are none.
            (Some(b' '), Some(_)) => {
                let word = rest.get(width + 1..).unwrap_or_default();
                let opens = word.starts_with(|c: char| {
                    c.is_uppercase()
                        || matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[' | '—' | '–' | '-' | '…')
                });
                (opens && !word.starts_with("Company")).then(|| found(start, width, 0, Style::Ask, &parts))
            }
            _ => None,
        };
    }
    if bytes.first() == Some(&b'A')
        && matches!(bytes.get(1), Some(b':' | b'.'))
        && matches!(bytes.get(2), Some(b' ' | 0xc2))
    {
        let parts = Parts {
            key: ANSWERER,
            asks: false,
            ..parts
        };
        return Some(found(start, 1, 1, Style::Ask, &parts));
    }
    None
}

/// The key of whoever asks.
pub(super) const ASKER: u64 = 1;
/// The key of a label that is only `A:`.
pub(super) const ANSWERER: u64 = 2;

/// What no name holds.
const NEVER_INSIDE: &str = "\"“”;!?‘/|=<>{$%#@_*";

/// Labels that end in a colon.
fn colon(rest: &str, start: usize) -> Option<Candidate> {
    let window = rest.as_bytes().get(..LONGEST.min(rest.len()))?;
    memchr::memchr(b':', window)?;
    let mut depth = 0_usize;
    let width = window.iter().position(|&b| {
        match b {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        b == b':' && depth == 0
    })?;
    let label = rest.get(..width)?;
    let next = rest.get(width + 1..)?.chars().next();
    let joined = match next {
        None | Some('(' | '[' | '"' | '“' | '‘' | '…' | '—' | '–') => false,
        Some(c) if c.is_whitespace() => false,
        Some(c) if c.is_uppercase() => true,
        Some(_) => return None,
    };
    if label.contains(|c| NEVER_INSIDE.contains(c)) {
        return None;
    }
    // A page's pop-up may follow the name, "Minister Ada Orne      Orne AdaMinister :", or a clock: "Speaker 2 [00:12]:".
    let clock = label
        .rfind([' ', '\u{a0}'])
        .filter(|at| stamp_width(label.get(*at..).unwrap_or_default().trim_start()) > 0);
    let shown = label.find("   ").or(clock).unwrap_or(width);
    let parts = Parts::read(label.get(..shown)?)?;
    let style = if parts.asks {
        Style::Ask
    } else if parts.capitals {
        Style::Capitals
    } else {
        Style::Names
    };
    if joined && style == Style::Names {
        return None;
    }
    Some(found(start, shown, 1, style, &parts))
}

/// `Mr. ORNE. Mr. President, …`, `Ms. ORNE HOLT of Texas. …`, `The PRESIDING OFFICER. …`
fn record(rest: &str, start: usize) -> Option<Candidate> {
    let opening = [
        "Mr. ",
        "Mrs. ",
        "Ms. ",
        "Miss ",
        "Dr. ",
        "The ",
        "Senator ",
        "Delegate ",
    ]
    .iter()
    .find(|o| rest.starts_with(**o))?;
    let name = rest.get(opening.len()..)?;
    let window = name.get(..name.len().min(60)).unwrap_or_else(|| {
        name.char_indices()
            .nth(40)
            .map_or(name, |(at, _)| name.get(..at).unwrap_or_default())
    });
    let end = window
        .find(". ")
        .or_else(|| window.strip_suffix('.').map(str::len))?;
    let name = window.get(..end)?;
    let mut capitals = 0;
    let mut last = "";
    let mut tokens = name.split(' ').peekable();
    while let Some(token) = tokens.next() {
        if is_capitals(token) {
            capitals += 1;
            last = token;
        } else if token == "of" && capitals > 0 {
            // The state: one to three capitalised words.
            if !tokens.all(|t| t.starts_with(|c: char| c.is_ascii_uppercase())) {
                return None;
            }
            break;
        } else if !matches!(
            token,
            "pro" | "tempore" | "Acting" | "Jr" | "de" | "van" | "von" | "and"
        ) {
            return None;
        }
    }
    // "The U.S. economy …" begins no turn, "The CHAIRMAN. The House …" does.
    let office = *opening != "The " || name.split(' ').any(is_role) || name.starts_with("PRESIDING");
    if capitals == 0 || last.len() < 3 || last.contains('.') || !office {
        return None;
    }
    let parts = Parts {
        key: hash(last),
        role: true,
        person: true,
        words: capitals + 1,
        ..Parts::default()
    };
    Some(found(start, opening.len() + end, 1, Style::Record, &parts))
}

/// `Senator Orne. Thank you`, `The Chairman. `, as printed hearings have them.
fn hearing(rest: &str, start: usize) -> Option<Candidate> {
    let mut tokens = rest.split(' ');
    let first = tokens.next()?;
    let bare = first.trim_end_matches('.');
    let address = HEARING.has(bare);
    if !address {
        return None;
    }
    let mut width = first.len();
    let mut last = "";
    for token in tokens.take(4) {
        width += 1 + token.len();
        let Some(name) = token.strip_suffix('.') else {
            if !token.starts_with(|c: char| c.is_uppercase()) || token.ends_with([',', ':', ';', '?', '!']) {
                return None;
            }
            continue;
        };
        if name.len() < 3 && !name.is_empty() {
            continue;
        }
        last = name;
        break;
    }
    let chair = matches!(
        last,
        "Chairman" | "Chairwoman" | "Chair" | "Clerk" | "President" | "Speaker" | "Witness"
    );
    if !last.starts_with(|c: char| c.is_uppercase())
        || !last
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        || bare == "The" && !chair
        || rest.get(width..).is_none_or(|after| {
            !after.starts_with([' ', '\u{a0}'])
                || !after
                    .trim_start()
                    .starts_with(|c: char| c.is_uppercase() || c == '[')
        })
    {
        return None;
    }
    let parts = Parts {
        key: hash(last),
        person: true,
        words: 2,
        ..Parts::default()
    };
    Some(found(start, width - 1, 1, Style::Hearing, &parts))
}

/// A name that has the line to itself.
fn alone(rest: &str, start: usize) -> Option<Candidate> {
    let line = rest.trim_end();
    if line.len() > 90 || line.ends_with(['.', ',', ';', '!', '?', '"', '”', '-', '–', '—']) {
        return None;
    }
    let name = line.trim_end_matches(':');
    if name.contains(['"', '“', '”', ';', '!', '?', '‘', '/', '|', ':']) {
        return None;
    }
    let parts = Parts::read(name)?;
    if parts.words > 8 || parts.words < 2 && !parts.role {
        return None;
    }
    Some(found(
        start,
        name.len(),
        line.len() - name.len(),
        Style::Alone,
        &parts,
    ))
}

/// What a label is made of.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a separate thing seen in the label"
)]
#[derive(Debug, Default)]
struct Parts {
    key: u64,
    role: bool,
    asks: bool,
    person: bool,
    capitals: bool,
    words: usize,
}

impl Parts {
    /// Reads the words of a label; `None` when they are those of a sentence.
    fn read(label: &str) -> Option<Self> {
        let mut parts = Self {
            capitals: true,
            ..Self::default()
        };
        let mut depth = 0_usize;
        let mut last = "";
        let mut before_comma = true;
        let mut names = 0_usize;
        let mut previous_stop = false;
        for token in label.split([' ', '\u{a0}', '\t']).filter(|t| !t.is_empty()) {
            let opens = token.matches(['(', '[']).count();
            let closes = token.matches([')', ']']).count();
            let aside = depth > 0 || opens > 0;
            depth = (depth + opens).saturating_sub(closes);
            if aside {
                let inside = token.trim_matches(['(', ')', '[', ']', ',', '.']);
                parts.asks |= names == 0 && is_asker(inside);
                if names == 0 {
                    // "(UNKNOWN):", "[senior administration official]:"
                    parts.capitals &= inside.chars().all(|c| !c.is_lowercase());
                    last = inside;
                    parts.words += 1;
                }
                continue;
            }
            let comma = token.ends_with(',');
            let word = token.trim_end_matches(',');
            let bare = word.trim_end_matches('.');
            if previous_stop {
                return None;
            }
            if bare.is_empty() {
                return None;
            }
            if bare.bytes().all(|b| b.is_ascii_digit()) {
                // "SPEAKER 2:"
                if parts.words == 0 || bare.len() > 2 {
                    return None;
                }
                last = bare;
                parts.words += 1;
                continue;
            }
            if is_particle(bare) {
                if bare.starts_with(|c: char| c.is_lowercase()) && parts.words == 0 {
                    return None;
                }
                continue;
            }
            let first = bare.chars().next()?;
            if !(first.is_uppercase() || is_joined_particle(bare))
                || !bare.chars().all(|c| c.is_alphanumeric() || ".'’-–‑".contains(c))
            {
                return None;
            }
            // A full stop ends only an abbreviation or an initial.
            if word.ends_with('.') && !is_short(bare) {
                previous_stop = true;
            }
            if !is_capitals(bare) && !is_title_abbreviation(bare) && bare.chars().count() > 1 {
                parts.capitals = false;
            }
            parts.words += 1;
            names += 1;
            let role = is_role(bare);
            parts.role |= role && before_comma;
            parts.asks |= names == 1 && is_asker(bare);
            parts.person |= is_title_abbreviation(bare);
            if before_comma {
                last = bare;
            }
            if comma {
                before_comma = false;
            }
        }
        if parts.words == 0 || parts.words > 16 || last.is_empty() || depth > 0 {
            return None;
        }
        if names > 0 && !parts.capitals && parts.words > if parts.role { 14 } else { 9 } {
            return None;
        }
        // Capitals need a name's surname in capitals; `Mr. Orne` is written as a name.
        if is_title_abbreviation(last) {
            return None;
        }
        parts.person |= names > 1
            && label
                .split(' ')
                .take(8)
                .flat_map(|w| w.split('-').take(2))
                .any(|w| phrase(w.trim_matches(['.', ','])).of(Table::GivenName).is_some());
        // "ADA ORNE, CHANNEL HOST:"
        let name = label.split(',').next().unwrap_or_default();
        parts.role |= parts.capitals && !before_comma && name.contains(' ') && !is_place(name);
        parts.key = if parts.asks { ASKER } else { hash(last) };
        if parts.asks {
            parts.role = true;
        }
        Some(parts)
    }
}

/// FNV-1a over the letters in upper case.
fn hash(word: &str) -> u64 {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .fold(0xcbf2_9ce4_8422_2325, |sum, c| {
            (sum ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
        })
}

/// Written in capitals: at least two of them, and small letters only as in `McORNE`, `LaORNE`, `O'ORNE`.
pub(super) fn is_capitals(word: &str) -> bool {
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    upper >= 2
        && (lower == 0
            || lower <= 2 && upper > lower + 1 && word.chars().last().is_some_and(char::is_uppercase))
}

/// `al-Orne`
fn is_joined_particle(word: &str) -> bool {
    word.split_once('-')
        .is_some_and(|(first, rest)| is_particle(first) && rest.starts_with(char::is_uppercase))
}

fn is_short(bare: &str) -> bool {
    bare.chars().count() <= 1 || bare.contains('.') || is_title_abbreviation(bare)
}

fn is_particle(word: &str) -> bool {
    PARTICLES.has(word)
}

fn is_title_abbreviation(word: &str) -> bool {
    ADDRESS.has_any_case(word)
}

fn is_asker(word: &str) -> bool {
    ASKERS.has_any_case(word)
}

/// Words for an office, a rank or a part in the talk.
fn is_role(word: &str) -> bool {
    ROLES.has_any_case(word)
}

/// A name of a country, region or city, which as a label opens an item of a list.
pub(super) fn is_place(label: &str) -> bool {
    let key = phrase(label.trim_start_matches("The ").trim_start_matches("the "));
    [Table::Country, Table::Region, Table::City, Table::State]
        .into_iter()
        .any(|table| key.of(table).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Style, String, String)> {
        let found = candidate(line, Span::new(0, line.len()), true)?;
        Some((
            found.style,
            found.label.of(line).to_owned(),
            line.get(found.body..).unwrap_or_default().to_owned(),
        ))
    }

    #[test]
    #[rustfmt::skip]
    fn shapes() {
        use Style::{Alone, Ask, Capitals, Hearing, Names, Record};
        let cases = [
            ("MR. ORNE:  Good day.", Capitals, "MR. ORNE", "Good day."),
            ("PRESS SECRETARY ADA M. ORNE:\u{a0} Hi.", Capitals, "PRESS SECRETARY ADA M. ORNE", "Hi."),
            ("THE PRESIDENT: Yes.", Capitals, "THE PRESIDENT", "Yes."),
            ("SENIOR ADMINISTRATION OFFICIAL TWO: Yes.", Capitals, "SENIOR ADMINISTRATION OFFICIAL TWO", "Yes."),
            ("[10:00:05] ADA ORNE, CHANNEL HOST: Hello", Capitals, "ADA ORNE, CHANNEL HOST", "Hello"),
            ("ORNE (voice-over): Hello", Capitals, "ORNE (voice-over)", "Hello"),
            ("REP. ADA ORNE (R-OH): Hello", Capitals, "REP. ADA ORNE (R-OH)", "Hello"),
            ("GEN. McORNE: Hello", Capitals, "GEN. McORNE", "Hello"),
            ("Mr. ORNE: Hello", Capitals, "Mr. ORNE", "Hello"),
            ("MR. ORNE:Hello", Capitals, "MR. ORNE", "Hello"),
            ("President of Norland Ada Orne: Hello", Names, "President of Norland Ada Orne", "Hello"),
            ("Ada Orne [ministry]: Hello", Names, "Ada Orne [ministry]", "Hello"),
            ("Hans-Friedrich von Orne: Hello", Names, "Hans-Friedrich von Orne", "Hello"),
            ("Ebtesam al-Orne: Hello", Names, "Ebtesam al-Orne", "Hello"),
            ("Mr. Orne (Norland) (spoke in French): Hello", Names, "Mr. Orne (Norland) (spoke in French)", "Hello"),
            ("Q\u{a0}\u{a0}\u{a0} Thanks.", Ask, "Q", "Thanks."),
            ("Q Thanks.", Ask, "Q", "Thanks."),
            ("Q: Thanks.", Ask, "Q", "Thanks."),
            ("QUESTION: Thanks.", Ask, "QUESTION", "Thanks."),
            ("Question (Agency): Thanks.", Ask, "Question (Agency)", "Thanks."),
            ("Mr. ORNE. Mr. Speaker, no.", Record, "Mr. ORNE", "Mr. Speaker, no."),
            ("Ms. ORNE HOLT of West Norland. No.", Record, "Ms. ORNE HOLT of West Norland", "No."),
            ("The PRESIDING OFFICER. The senator.", Record, "The PRESIDING OFFICER", "The senator."),
            ("The SPEAKER pro tempore. Yes.", Record, "The SPEAKER pro tempore", "Yes."),
            ("Senator Orne. Thank you.", Hearing, "Senator Orne", "Thank you."),
            ("The Chairman. Thank you.", Hearing, "The Chairman", "Thank you."),
            ("Ada Orne", Alone, "Ada Orne", ""),
            ("The Minister for Ferries (Ada Orne)", Alone, "The Minister for Ferries (Ada Orne)", ""),
        ];
        for (line, style, label, body) in cases {
            assert_eq!(
                read(line),
                Some((style, label.to_owned(), body.to_owned())),
                "{line}"
            );
        }
    }

    #[test]
    fn sentences_and_clocks_are_no_labels() {
        for line in [
            "Step two: we leave.",
            "Make no mistake: it is hard.",
            "Here is what we know: nothing.",
            "It was 10:30 when he left.",
            "He said “Go: now”.",
            "Drills: 150 soldiers came",
            "https://example.org: a page",
            "Q fever is an illness.",
            "The troops left. Then: nothing.",
            "Mr. Orne said no. He left.",
            "Senator Orne said no. He left.",
            "The U.S. Army left. The rest stayed.",
        ] {
            let shape = read(line).filter(|(style, ..)| *style != Style::Names);
            assert_eq!(shape, None, "{line}");
        }
    }

    #[test]
    fn the_long_and_the_short_label_have_one_key() {
        let key = |line: &str| candidate(line, Span::new(0, line.len()), false).map(|c| c.key);
        assert_eq!(key("PRESS SECRETARY ADA ORNE: Hi."), key("MS. ORNE: Hi."));
        assert_eq!(key("ADA ORNE, CHANNEL HOST: Hi."), key("ORNE: Hi."));
        assert_ne!(key("ADA ORNE: Hi."), key("ADA HOLT: Hi."));
    }
}
