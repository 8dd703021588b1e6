//! [`Tokens`]: the words of an article, sentence by sentence, each with what the tables know of it.

use std::ops::Range;

use crate::article::Article;
use crate::lexicon::scan::{Key, Kind, Scanner};
use crate::lexicon::{self, Entry, KeyId, Table};
use crate::span::Span;

/// One word or mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// The word in the tables; [`KeyId::NONE`] if none knows it.
    pub key: KeyId,
    kind: Kind,
    flags: u8,
}

const CAPITAL: u8 = 1;
const CAPITALS: u8 = 2;
const SPACED: u8 = 4;

impl Token {
    /// Whether it is a word: letters, or letters and digits.
    pub const fn is_word(self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    /// Whether it is a plain number: `3,000`, `2.5`.
    pub const fn is_number(self) -> bool {
        matches!(self.kind, Kind::Number)
    }

    /// Whether it is a possessive (or contracted) `'s`.
    pub const fn is_clitic(self) -> bool {
        matches!(self.kind, Kind::Clitic)
    }

    /// Whether it is a mark.
    pub const fn is_mark(self) -> bool {
        matches!(self.kind, Kind::Mark)
    }

    /// Whether its first letter is a capital.
    pub const fn is_capital(self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Whether it has two letters or more, all of them capitals.
    pub const fn is_capitals(self) -> bool {
        self.flags & CAPITALS != 0
    }

    /// Whether white space stands before it.
    pub const fn is_spaced(self) -> bool {
        self.flags & SPACED != 0
    }
}

/// All tokens of an article's sentences, in order. A token belongs to just one sentence; labels have none.
#[derive(Clone, Debug, Default)]
pub struct Tokens<'a> {
    text: &'a str,
    all: Vec<Token>,
    /// First token of each sentence, and one past the last of all.
    starts: Vec<u32>,
}

impl<'a> Tokens<'a> {
    /// Splits the sentences of `article`.
    pub fn of(article: &'a Article) -> Self {
        let mut tokens = Self {
            text: &article.text,
            all: Vec::with_capacity(article.text.len() / 5),
            starts: Vec::with_capacity(article.sentences.len() + 1),
        };
        for sentence in &article.sentences {
            tokens.starts.push(tokens.all.len() as u32);
            tokens.push_sentence(sentence.span);
        }
        tokens.starts.push(tokens.all.len() as u32);
        tokens
    }

    fn push_sentence(&mut self, sentence: Span) {
        let words = sentence.of(self.text);
        let offset = sentence.start();
        let mut end = 0;
        let first = self.all.len();
        for raw in Scanner::new(words) {
            let written = words.get(raw.start..raw.end).unwrap_or_default();
            let spaced = raw.start > end || raw.start == 0;
            end = raw.end;
            // The full stop of `Sen.` or `approx.` belongs to the word, unless it ends the sentence.
            let inside = !spaced && raw.end < words.len() && self.all.len() > first;
            if written == "."
                && inside
                && let Some(last) = self.all.last_mut()
                && matches!(last.kind, Kind::Word)
                && last.key.of(Table::Abbreviation).is_some()
            {
                last.span = Span::new(last.span.start(), offset + raw.end);
                continue;
            }
            let mut key = Key::new();
            key.push(written);
            self.all.push(Token {
                span: Span::new(offset + raw.start, offset + raw.end),
                key: if matches!(raw.kind, Kind::Word | Kind::Number) {
                    lexicon::key(&key)
                } else {
                    KeyId::NONE
                },
                kind: raw.kind,
                flags: shape(written) | if spaced { SPACED } else { 0 },
            });
        }
    }

    /// The text that the tokens come from.
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Token `i`, if there is one.
    pub fn get(&self, i: usize) -> Option<Token> {
        self.all.get(i).copied()
    }

    /// The tokens of `range` as a slice; empty where it leaves the text.
    pub fn slice(&self, range: Range<usize>) -> &[Token] {
        self.all.get(range).unwrap_or_default()
    }

    /// Token indices of sentence `s` (an index into `Article::sentences`).
    pub fn sentence(&self, s: usize) -> Range<usize> {
        match (self.starts.get(s), self.starts.get(s + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => self.all.len()..self.all.len(),
        }
    }

    /// Index of the sentence that holds token `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.starts
            .partition_point(|&start| start as usize <= i)
            .saturating_sub(1)
    }

    /// Index of the first token that ends after byte `at`.
    pub fn at(&self, at: usize) -> usize {
        self.all.partition_point(|t| t.span.end() <= at)
    }

    /// Token indices that lie in `span`.
    pub fn within(&self, span: Span) -> Range<usize> {
        let start = self.at(span.start());
        start
            ..self
                .all
                .partition_point(|t| t.span.start() < span.end())
                .max(start)
    }

    /// The words of token `i`; empty past the end.
    pub fn word(&self, i: usize) -> &'a str {
        self.all.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// Whether token `i` is `word` (ASCII), in any case. A curly apostrophe counts as straight.
    pub fn is(&self, i: usize, word: &str) -> bool {
        let Some(token) = self.all.get(i) else {
            return word.is_empty();
        };
        // Length and first letter settle nearly all; a curly apostrophe takes two bytes more than a straight one.
        if token.span.len() == word.len() {
            let first = self.text.as_bytes().get(token.span.start());
            return first
                .zip(word.as_bytes().first())
                .is_none_or(|(a, b)| a | 0x20 == b | 0x20)
                && token.span.of(self.text).eq_ignore_ascii_case(word);
        }
        token.span.len() == word.len() + 2
            && word.contains('\'')
            && token
                .span
                .of(self.text)
                .replace('’', "'")
                .eq_ignore_ascii_case(word)
    }

    /// Whether token `i` is one of `words` (ASCII), in any case.
    pub fn is_any(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(i, word))
    }

    /// Whether tokens from `i` on are `words`, in any case.
    pub fn are(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(k, word)| self.is(i + k, word))
    }

    /// The span from token `range.start` to the last token of `range`.
    pub fn span(&self, range: Range<usize>) -> Span {
        match (
            self.all.get(range.start),
            range.end.checked_sub(1).and_then(|i| self.all.get(i)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => first.span.cover(last.span),
            (Some(first), _) => Span::new(first.span.start(), first.span.start()),
            _ => Span::default(),
        }
    }

    /// The senses of token `i` alone whose capitals fit.
    pub fn entries(&self, i: usize) -> impl Iterator<Item = Entry> + 'a {
        let written = self.word(i);
        self.all
            .get(i)
            .map_or(KeyId::NONE, |t| t.key)
            .entries()
            .filter(move |e| e.fits(written))
    }

    /// The first sense of token `i` alone in `table` whose capitals fit.
    pub fn entry(&self, i: usize, table: Table) -> Option<Entry> {
        self.entries(i).find(|e| e.table() == table)
    }

    /// The longest phrase from token `i` on, within its sentence, that has senses in one of `tables` whose capitals fit:
    /// how many tokens it takes, and its key.
    pub fn longest(&self, i: usize, tables: &[Table]) -> Option<(usize, KeyId)> {
        let first = self.get(i)?;
        let longest = first.key.longest();
        if longest == 0 {
            return None;
        }
        let fits = |id: KeyId| {
            id.entries()
                .any(|e| tables.contains(&e.table()) && e.fits(self.word(i)))
        };
        if longest > 1 {
            let room = self.sentence(self.sentence_of(i)).end.saturating_sub(i);
            for len in (2..=longest.min(room)).rev() {
                let id = self.phrase(i..i + len);
                if id != KeyId::NONE && fits(id) {
                    return Some((len, id));
                }
            }
        }
        fits(first.key).then_some((1, first.key))
    }

    /// The key of the tokens of `range` taken together.
    pub fn phrase(&self, range: Range<usize>) -> KeyId {
        let mut key = Key::new();
        range.for_each(|i| key.push(self.word(i)));
        lexicon::key(&key)
    }
}

fn shape(written: &str) -> u8 {
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return 0 };
    if !first.is_uppercase() {
        return 0;
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(char::is_uppercase) {
        CAPITAL | CAPITALS
    } else {
        CAPITAL
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Sentence;

    fn article(sentence: &str) -> Article {
        Article {
            text: sentence.into(),
            sentences: vec![Sentence {
                span: Span::new(0, sentence.len()),
                block: 0,
            }],
            ..Article::default()
        }
    }

    #[test]
    fn words_split_where_a_reader_splits_them() {
        let cases: &[(&str, &[&str])] = &[
            (
                "U.S.-led troops' 3,000 men",
                &["U.S.", "-", "led", "troops", "'", "3,000", "men"],
            ),
            (
                "the 82nd’s 2.5-mile march",
                &["the", "82nd", "’s", "2.5", "-", "mile", "march"],
            ),
            (
                "Sen. O'Brien didn't go. ",
                &["Sen.", "O'Brien", "didn't", "go", "."],
            ),
            (
                "the U.S.getting John F. Doe's",
                &["the", "U.S.", "getting", "John", "F.", "Doe", "'s"],
            ),
            (
                "'we go' -- ... T-72s",
                &["'", "we", "go", "'", "--", "...", "T", "-", "72s"],
            ),
            ("in 2022. 1,0000", &["in", "2022", ".", "1", ",", "0000"]),
        ];
        for (text, expected) in cases {
            let article = article(text);
            let tokens = Tokens::of(&article);
            let words: Vec<_> = (0..tokens.len()).map(|i| tokens.word(i)).collect();
            assert_eq!(&words, expected, "{text}");
        }
    }

    #[test]
    fn the_longest_phrase_wins_and_capitals_count() {
        let article = article("it told us that Fort Bragg sent US troops");
        let tokens = Tokens::of(&article);
        let places = [Table::Base, Table::City, Table::Country];
        assert_eq!(
            tokens.longest(4, &places).map(|(len, id)| (len, id.text())),
            Some((2, "fort bragg"))
        );
        assert!(tokens.longest(2, &places).is_none(), "“us” is no country");
        assert!(tokens.longest(7, &places).is_some());
    }
}
