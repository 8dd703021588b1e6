//! [`Words`]: the tokens of one sentence as the grammars read them, with its words in lower case.

use std::cell::OnceCell;

use super::owners::Owner;
use crate::analysis::tokens::Tokens;
use crate::lexicon::scan::{self, Key};
use crate::lexicon::{self, Entry, KeyId, Table, TableSet};
use crate::span::Span;

/// One word or mark.
#[derive(Clone, Debug)]
struct Word<'a> {
    raw: &'a str,
    low: String,
    span: Span,
    key: KeyId,
    /// As the second word of a phrase of the tables.
    sign: u64,
    capital: bool,
    spaced: bool,
}

/// The words of one sentence. Reading past either end gives an empty word.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    text: &'a str,
    all: Vec<Word<'a>>,
    /// What [`super::owners::owner`] has found at each word.
    owners: Vec<OnceCell<Option<Owner>>>,
}

/// Whether the mark is a dash or hyphen.
pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "--" | "‑" | "---")
}

impl<'a> Words<'a> {
    fn new(text: &'a str, words: Vec<Word<'a>>) -> Self {
        let owners = vec![OnceCell::new(); words.len()];
        Self {
            text,
            all: words,
            owners,
        }
    }

    /// Where the owner named at word `i` is kept; `None` past the end.
    pub fn owner_cell(&self, i: usize) -> Option<&OnceCell<Option<Owner>>> {
        self.owners.get(i)
    }

    /// The words of sentence `s`.
    pub fn of(text: &'a str, tokens: &Tokens<'a>, s: usize) -> Self {
        let words = tokens
            .sentence(s)
            .filter_map(|i| Some((tokens.get(i)?, tokens.sign(i))))
            .map(|(token, sign)| {
                let raw = token.span.of(text);
                Word {
                    raw,
                    low: lower(raw),
                    span: token.span,
                    key: token.key(),
                    sign,
                    capital: token.is_capital(),
                    spaced: token.is_spaced(),
                }
            })
            .collect();
        Self::new(text, words)
    }

    /// The words of a text taken as one sentence.
    pub fn plain(text: &'a str) -> Self {
        let mut end = 0;
        let words = lexicon::scan::Scanner::new(text)
            .map(|r| {
                let span = Span::new(r.start, r.end);
                let raw = span.of(text);
                let spaced = r.start > end || r.start == 0;
                end = r.end;
                Word {
                    raw,
                    low: lower(raw),
                    span,
                    key: lexicon::phrase(raw),
                    sign: sign(raw),
                    capital: raw.chars().next().is_some_and(char::is_uppercase),
                    spaced,
                }
            })
            .collect();
        Self::new(text, words)
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.all.len()
    }

    /// Word `i` in lower case with straight apostrophes.
    pub fn low(&self, i: usize) -> &str {
        self.all.get(i).map_or("", |w| &w.low)
    }

    /// Whether word `i` is an auxiliary of possibility and not the month: "may", never "since May".
    pub fn may(&self, i: usize) -> bool {
        self.low(i) == "may" && !(self.capital(i) && i > 0)
    }

    /// Word `i` as written.
    pub fn raw(&self, i: usize) -> &'a str {
        self.all.get(i).map_or("", |w| w.raw)
    }

    /// Whether word `i` begins with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.all.get(i).is_some_and(|w| w.capital)
    }

    /// Whether no white space stands before or after word `i`.
    pub fn tight(&self, i: usize) -> bool {
        self.all.get(i).is_some_and(|w| !w.spaced) && self.all.get(i + 1).is_some_and(|w| !w.spaced)
    }

    /// Whether the words from `at` on are `phrase`.
    pub fn are(&self, at: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(k, w)| self.low(at + k) == *w)
    }

    /// The span of words `from..to`; empty where there are none.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (
            self.all.get(from),
            to.checked_sub(1).and_then(|i| self.all.get(i)),
        ) {
            (Some(first), Some(last)) if from < to => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The text of words `from..to`.
    pub fn slice(&self, from: usize, to: usize) -> &'a str {
        self.span(from, to).of(self.text)
    }

    /// The word that holds byte `at` of the article, or the first after it.
    pub fn at(&self, at: usize) -> usize {
        self.all.partition_point(|w| w.span.end() <= at)
    }

    /// The senses of word `i` whose capitals fit.
    pub fn entries(&self, i: usize) -> impl Iterator<Item = Entry> + '_ {
        let raw = self.raw(i);
        self.all
            .get(i)
            .map_or(KeyId::NONE, |w| w.key)
            .entries()
            .filter(move |e| e.fits(raw))
    }

    /// The longest phrase from `i` on with a sense in one of `tables`: how many words it takes, and the sense.
    pub fn longest(&self, i: usize, tables: &[Table]) -> Option<(usize, Entry)> {
        self.longest_where(i, tables, |_| true)
    }

    /// As [`Self::longest`], for senses that `wanted` likes.
    pub fn longest_where(
        &self,
        i: usize,
        tables: &[Table],
        wanted: impl Fn(&Entry) -> bool,
    ) -> Option<(usize, Entry)> {
        let first = self.all.get(i)?;
        let tables = TableSet::of(tables);
        let fits = |id: KeyId, len: usize| {
            let raw = self.slice(i, i + len);
            id.entries()
                .find(|e| tables.has(e.table()) && wanted(e) && e.fits(raw))
                .map(|entry| (len, entry))
        };
        // Only where the tables hold a phrase that goes on with the next word is it put together and looked up.
        let next = self.all.get(i + 1).map_or(0, |w| w.sign);
        if first.key.leads().meets(tables) && first.key.goes_on(next) {
            for len in (2..=first.key.longest().min(self.len() - i)).rev() {
                let mut key = Key::new();
                (i..i + len).for_each(|k| key.push(self.raw(k)));
                let found = fits(lexicon::key(&key), len);
                if found.is_some() {
                    return found;
                }
            }
        }
        if first.key.tables().meets(tables) {
            return fits(first.key, 1);
        }
        None
    }
}

/// The sign of `raw` as the second word of a phrase of the tables.
fn sign(raw: &str) -> u64 {
    let mut key = Key::new();
    key.push(raw);
    key.bytes().map_or(0, scan::bit)
}

fn lower(raw: &str) -> String {
    if raw.contains('’') {
        raw.replace('’', "'").to_lowercase()
    } else {
        raw.to_lowercase()
    }
}
