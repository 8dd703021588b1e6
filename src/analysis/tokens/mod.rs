//! [`Tokens`]: the words of an article, sentence by sentence, each with what the tables know of it.

mod vocabulary;

use std::ops::Range;

use crate::article::Article;
use crate::lexicon::scan::{Beginnings, Key, Kind, Scanner};
use crate::lexicon::{self, Entry, KeyId, Table, TableSet};
use crate::span::Span;

use vocabulary::Vocabulary;

/// One word or mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Number of its key in the tables in the lower 24 bits, then its kind and [`CAPITAL`], [`CAPITALS`], [`SPACED`].
    known: u32,
    spelling: u32,
}

const CAPITAL: u32 = 1 << 24;
const CAPITALS: u32 = 1 << 25;
const SPACED: u32 = 1 << 26;
const KIND: u32 = 28;

/// How many bytes or tokens apart the notes of [`Tokens::index`] stand.
const STEP: usize = 64;

impl Token {
    const fn new(span: Span, key: KeyId, kind: Kind, flags: u32) -> Self {
        Self {
            span,
            known: key.number() | flags | (kind as u32) << KIND,
            spelling: 0,
        }
    }

    /// The word in the tables; [`KeyId::NONE`] if none knows it.
    pub const fn key(self) -> KeyId {
        KeyId::from_number(self.known & 0x00ff_ffff)
    }

    /// Number of its spelling among [`Tokens::spellings`]: tokens that are written alike share it.
    pub const fn spelling(self) -> usize {
        self.spelling as usize
    }

    const fn is_kind(self, kind: Kind) -> bool {
        self.known >> KIND == kind as u32
    }

    /// Whether it is a word: letters, or letters and digits.
    pub const fn is_word(self) -> bool {
        self.is_kind(Kind::Word)
    }

    /// Whether it is a plain number: `3,000`, `2.5`.
    pub const fn is_number(self) -> bool {
        self.is_kind(Kind::Number)
    }

    /// Whether it is a possessive (or contracted) `'s`.
    pub const fn is_clitic(self) -> bool {
        self.is_kind(Kind::Clitic)
    }

    /// Whether it is a mark.
    pub const fn is_mark(self) -> bool {
        self.is_kind(Kind::Mark)
    }

    /// Whether its first letter is a capital.
    pub const fn is_capital(self) -> bool {
        self.known & CAPITAL != 0
    }

    /// Whether it has two letters or more, all of them capitals.
    pub const fn is_capitals(self) -> bool {
        self.known & CAPITALS != 0
    }

    /// Whether white space stands before it.
    pub const fn is_spaced(self) -> bool {
        self.known & SPACED != 0
    }
}

/// All tokens of an article's sentences, in order. A token belongs to just one sentence; labels have none.
#[derive(Clone, Debug, Default)]
pub struct Tokens<'a> {
    text: &'a str,
    all: Vec<Token>,
    /// First token of each sentence, and one past the last of all.
    starts: Vec<u32>,
    /// Sentence of every [`STEP`]th token.
    sentences: Vec<u32>,
    /// First token that ends after every [`STEP`]th byte.
    ends: Vec<u32>,
    vocabulary: Vocabulary,
}

impl<'a> Tokens<'a> {
    /// Splits the sentences of `article`.
    pub fn of(article: &'a Article) -> Self {
        let mut tokens = Self {
            text: &article.text,
            all: Vec::with_capacity(article.text.len() / 5),
            starts: Vec::with_capacity(article.sentences.len() + 1),
            sentences: Vec::new(),
            ends: Vec::with_capacity(article.text.len() / STEP + 1),
            vocabulary: Vocabulary::default(),
        };
        for sentence in &article.sentences {
            tokens.starts.push(tokens.all.len() as u32);
            tokens.push_sentence(sentence.span);
        }
        tokens.starts.push(tokens.all.len() as u32);
        tokens.index();
        tokens
    }

    /// Notes where to look for a byte and for the sentence of a token: a search of a long text in halves waits for
    /// memory at nearly every step.
    fn index(&mut self) {
        for (i, token) in self.all.iter().enumerate() {
            while self.ends.len() * STEP < token.span.end() {
                self.ends.push(i as u32);
            }
        }
        self.sentences.reserve_exact(self.all.len() / STEP + 1);
        let mut sentence = 0;
        for i in (0..=self.all.len()).step_by(STEP) {
            while self
                .starts
                .get(sentence + 1)
                .is_some_and(|&start| start as usize <= i)
            {
                sentence += 1;
            }
            self.sentences.push(sentence as u32);
        }
    }

    fn push_sentence(&mut self, sentence: Span) {
        let words = sentence.of(self.text);
        let offset = sentence.start();
        let mut end = 0;
        let first = self.all.len();
        for raw in Scanner::new(words) {
            let spaced = raw.start > end || raw.start == 0;
            end = raw.end;
            // The full stop of `Sen.` or `approx.` belongs to the word, unless it ends the sentence.
            if raw.kind == Kind::Mark
                && !spaced
                && raw.end < words.len()
                && self.all.len() > first
                && words.get(raw.start..raw.end) == Some(".")
                && let Some(last) = self.all.last_mut()
                && last.is_word()
                && last.key().tables().has(Table::Abbreviation)
            {
                last.span = Span::new(last.span.start(), offset + raw.end);
                last.spelling = self.vocabulary.number(self.text, *last);
                continue;
            }
            let span = Span::new(offset + raw.start, offset + raw.end);
            let mut token = self.vocabulary.token(self.text, span, raw.kind);
            if spaced {
                token.known |= SPACED;
            }
            self.all.push(token);
        }
    }

    /// Every spelling of the article once, by its number, as the token that first stood so; whether that one is spaced is
    /// not told. What depends on how a word is written alone is found here once for all its tokens.
    pub fn spellings(&self) -> &[Token] {
        self.vocabulary.spellings()
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
        let near = self.sentences.get(i / STEP).or_else(|| self.sentences.last());
        let near = near.map_or(0, |&sentence| sentence as usize);
        near + self
            .starts
            .iter()
            .skip(near + 1)
            .take_while(|&&start| start as usize <= i)
            .count()
    }

    /// Index of the first token that ends after byte `at`.
    pub fn at(&self, at: usize) -> usize {
        let Some(&first) = self.ends.get(at / STEP) else {
            return self.all.len();
        };
        let first = first as usize;
        let past = self.all.iter().skip(first).take_while(|t| t.span.end() <= at);
        first + past.count()
    }

    /// Token indices that lie in `span`.
    pub fn within(&self, span: Span) -> Range<usize> {
        let start = self.at(span.start());
        // The token that holds the last byte also begins before the end.
        let last = self.at(span.end());
        let inside = |t: &Token| t.span.start() < span.end();
        let end = last + usize::from(self.all.get(last).is_some_and(inside));
        start..end.max(start)
    }

    /// The words of token `i`; empty past the end.
    pub fn word(&self, i: usize) -> &'a str {
        self.all.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// Whether token `i` is `word` (ASCII), in any case. A curly apostrophe counts as straight.
    #[inline]
    pub fn is(&self, i: usize, word: &str) -> bool {
        match self.all.get(i) {
            Some(token) => self.is_at(*token, word),
            None => word.is_empty(),
        }
    }

    /// Whether token `i` is one of `words` (ASCII), in any case.
    #[inline]
    pub fn is_any(&self, i: usize, words: &[&str]) -> bool {
        match self.all.get(i) {
            Some(token) => {
                let written = self.bytes(*token);
                words.iter().any(|word| is_written(written, word))
            }
            None => words.contains(&""),
        }
    }

    #[inline]
    fn is_at(&self, token: Token, word: &str) -> bool {
        is_written(self.bytes(token), word)
    }

    #[inline]
    fn bytes(&self, token: Token) -> &'a [u8] {
        self.text
            .as_bytes()
            .get(token.span.start()..token.span.end())
            .unwrap_or_default()
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
            .map_or(KeyId::NONE, |t| t.key())
            .entries()
            .filter(move |e| e.fits(written))
    }

    /// The first sense of token `i` alone in `table` whose capitals fit.
    pub fn entry(&self, i: usize, table: Table) -> Option<Entry> {
        self.entries(i).find(|e| e.table() == table)
    }

    /// The longest phrase from token `i` on, within its sentence, that has senses in one of `tables` whose capitals fit:
    /// how many tokens it takes, and its key.
    #[inline]
    pub fn longest(&self, i: usize, tables: &[Table]) -> Option<(usize, KeyId)> {
        let key = self.get(i)?.key();
        let wanted = TableSet::of(tables);
        if !key.tables().or(key.leads()).meets(wanted) {
            return None;
        }
        self.longest_in(i, key, wanted)
    }

    fn longest_in(&self, i: usize, key: KeyId, wanted: TableSet) -> Option<(usize, KeyId)> {
        let fits = |id: KeyId| {
            id.entries()
                .any(|e| wanted.has(e.table()) && e.fits(self.word(i)))
        };
        // Only where the tables hold a phrase that goes on with the next word is it put together and looked up.
        if key.leads().meets(wanted) && key.goes_on(self.sign(i + 1)) {
            let room = self.sentence(self.sentence_of(i)).end.saturating_sub(i);
            let most = key.longest().min(room);
            let mut phrase = Beginnings::default();
            (i..i + most).for_each(|k| phrase.push(self.word(k)));
            for len in (2..=most).rev() {
                let id = lexicon::beginning(&phrase, len);
                if id.tables().meets(wanted) && fits(id) {
                    return Some((len, id));
                }
            }
        }
        (key.tables().meets(wanted) && fits(key)).then_some((1, key))
    }

    fn sign(&self, i: usize) -> u64 {
        self.all.get(i).map_or(0, |t| self.sign_of(*t))
    }

    /// The sign of `token` as the second word of a phrase of the tables (`lexicon::scan::bit`).
    pub(crate) fn sign_of(&self, token: Token) -> u64 {
        self.vocabulary.sign(token.spelling())
    }

    /// The key of the tokens of `range` taken together.
    pub fn phrase(&self, range: Range<usize>) -> KeyId {
        let mut key = Key::new();
        range.for_each(|i| key.push(self.word(i)));
        lexicon::key(&key)
    }
}

/// Whether `written` is `word` in any case. Length and first letter settle nearly all; a curly apostrophe takes two
/// bytes more than a straight one.
#[inline]
fn is_written(written: &[u8], word: &str) -> bool {
    let word = word.as_bytes();
    let first = |bytes: &[u8]| bytes.first().map(|b| b | 0x20);
    if written.len() == word.len() {
        return first(written) == first(word) && written.eq_ignore_ascii_case(word);
    }
    written.len() == word.len() + 2
        && (first(written) == first(word) || word.first() == Some(&b'\''))
        && is_curly(written, word)
}

#[cold]
fn is_curly(written: &[u8], word: &[u8]) -> bool {
    word.contains(&b'\'')
        && std::str::from_utf8(written)
            .is_ok_and(|written| written.replace('’', "'").as_bytes().eq_ignore_ascii_case(word))
}

fn shape(written: &str) -> u32 {
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
