//! [`Search`]: what is looked for, and where it was found.

use regex::{Regex, RegexBuilder};

use crate::span::Span;

/// Hits that are kept; a text with more says "at least".
const MOST: usize = 10_000;

/// Longer texts are not searched while the query is being typed, only when it is entered (bytes).
const LIVE: usize = 8 << 20;

/// A query and its hits.
#[derive(Debug, Default)]
pub struct Search {
    /// As typed.
    pub query: String,
    /// In the order of the text.
    pub hits: Vec<Span>,
    /// There are more than were kept.
    pub more: bool,
    /// The hit that the cursor is on.
    pub current: Option<usize>,
}

impl Search {
    /// Looks for `query` in `text`.
    ///
    /// Small letters match capitals too, capitals only themselves. A space matches any white space, line ends
    /// included; a straight mark matches its typographic kin.
    pub fn new(text: &str, query: &str) -> Self {
        let mut search = Self {
            query: query.to_owned(),
            ..Self::default()
        };
        if let Some(pattern) = pattern(query) {
            for hit in pattern.find_iter(text) {
                if search.hits.len() == MOST {
                    search.more = true;
                    break;
                }
                search.hits.push(Span::new(hit.start(), hit.end()));
            }
        }
        search
    }

    /// Whether `text` is short enough to be searched at every letter typed.
    pub const fn is_live(text: &str) -> bool {
        text.len() <= LIVE
    }

    /// The first hit at or after byte `at`, or the first of all; `true` when it had to begin again.
    pub fn from(&self, at: usize) -> Option<(usize, bool)> {
        let next = self.hits.partition_point(|hit| hit.start() < at);
        if self.hits.is_empty() {
            None
        } else if next < self.hits.len() {
            Some((next, false))
        } else {
            Some((0, true))
        }
    }

    /// The next hit after byte `at`, or the last before it; `true` when it had to begin again at the other end.
    pub fn step(&self, at: usize, forward: bool) -> Option<(usize, bool)> {
        if forward {
            return self.from(at + 1);
        }
        let last = self.hits.len().checked_sub(1)?;
        match self.hits.partition_point(|hit| hit.start() < at).checked_sub(1) {
            Some(before) => Some((before, false)),
            None => Some((last, true)),
        }
    }

    /// The count as shown: `3/12`, `12`, `none`, `10000+`.
    pub fn count(&self) -> String {
        let more = if self.more { "+" } else { "" };
        match (self.hits.len(), self.current) {
            (0, _) => "none".to_owned(),
            (all, Some(at)) => format!("{}/{all}{more}", at + 1),
            (all, None) => format!("{all}{more}"),
        }
    }

    /// Hits that overlap `span`, each with whether it is the current one.
    pub fn over(&self, span: Span) -> impl Iterator<Item = (Span, bool)> + '_ {
        let from = self.hits.partition_point(|hit| hit.end() <= span.start());
        self.hits
            .iter()
            .enumerate()
            .skip(from)
            .take_while(move |(_, hit)| hit.start() < span.end())
            .map(|(at, hit)| (*hit, self.current == Some(at)))
    }
}

/// The pattern of a query, see [`Search::new`]; `None` for an empty one.
pub fn pattern(query: &str) -> Option<Regex> {
    if query.trim().is_empty() {
        return None;
    }
    if let Some(source) = query.strip_prefix('/').filter(|s| !s.is_empty()) {
        return expression(source).ok().flatten();
    }
    let mut source = String::with_capacity(query.len() + 16);
    let mut space = false;
    for c in query.chars() {
        if c.is_whitespace() {
            if !space {
                source.push_str(r"\s+");
            }
            space = true;
            continue;
        }
        space = false;
        match c {
            '\'' => source.push_str("['’‘ʼ]"),
            '"' => source.push_str("[\"“”„«»]"),
            '-' => source.push_str("[-‐‑–—]"),
            _ => source.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    RegexBuilder::new(&source)
        .case_insensitive(!query.chars().any(char::is_uppercase))
        .build()
        .ok()
}

/// The regular expression that is asked for by a second `/`, with small letters matching capitals as elsewhere. One that
/// would match nothing at all, over and over, is none.
fn expression(source: &str) -> Result<Option<Regex>, regex::Error> {
    let capital = source
        .replace("\\S", "")
        .replace("\\W", "")
        .replace("\\D", "")
        .replace("\\B", "");
    let regex = RegexBuilder::new(source)
        .case_insensitive(!capital.chars().any(char::is_uppercase))
        .multi_line(true)
        .size_limit(1 << 20)
        .build()?;
    Ok((!regex.is_match("")).then_some(regex))
}

/// What is wrong with the regular expression in `query`, on one line, if it is one and something is.
pub fn complaint(query: &str) -> Option<String> {
    let source = query.strip_prefix('/').filter(|s| !s.is_empty())?;
    match expression(source) {
        Ok(Some(_)) => None,
        Ok(None) => Some("This expression matches nothing at all; ask for at least one letter".to_owned()),
        Err(error) => {
            let said = error.to_string();
            let last = said.lines().last().unwrap_or_default();
            Some(format!(
                "No regular expression: {}",
                last.trim_start_matches("error: ")
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_match_capitals_and_capitals_only_themselves() {
        let text = "Vesna, vesna, VESNA";
        assert_eq!(Search::new(text, "vesna").hits.len(), 3);
        assert_eq!(Search::new(text, "Vesna").hits.len(), 1);
    }

    #[test]
    fn spaces_cross_line_ends_and_straight_marks_match_curly_ones() {
        assert_eq!(Search::new("two\n  thousand", "two thousand").hits.len(), 1);
        assert_eq!(Search::new("it’s", "it's").hits.len(), 1);
        assert_eq!(Search::new("a.b axb", "a.b").hits.len(), 1);
        assert_eq!(Search::new("abc", "  ").hits.len(), 0);
    }

    #[test]
    fn a_second_slash_asks_for_a_regular_expression() {
        let text = "300 men, 1,200 men, some men";
        assert_eq!(Search::new(text, r"/[\d,]+ men").hits.len(), 2);
        assert_eq!(Search::new(text, "/SOME").hits.len(), 0);
        assert_eq!(
            Search::new("a/b", "a/b").hits.len(),
            1,
            "a slash within is only a slash"
        );
        for bad in ["/(", "/a*", "/[z"] {
            assert!(Search::new(text, bad).hits.is_empty());
            assert!(complaint(bad).is_some(), "{bad}");
        }
        assert_eq!(complaint("/men"), None);
        assert_eq!(complaint("("), None);
    }

    #[test]
    fn stepping_says_when_it_begins_again() {
        let mut search = Search::new("x . x . x", "x");
        assert_eq!(search.step(0, true), Some((1, false)));
        assert_eq!(search.step(8, true), Some((0, true)));
        assert_eq!(search.step(0, false), Some((2, true)));
        assert_eq!(search.step(8, false), Some((1, false)));
        search.current = Some(1);
        assert_eq!(search.count(), "2/3");
        assert_eq!(Search::new("", "x").step(0, false), None);
    }
}
