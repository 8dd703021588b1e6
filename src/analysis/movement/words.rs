//! [`Words`]: the tokens of one sentence as the grammars read them, with its words in lower case.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::owners::Owner;
use super::traits::Traits;
use crate::analysis::tokens::Tokens;
use crate::lexicon::scan::{self, Beginnings, Key};
use crate::lexicon::{self, Entry, KeyId, Table, TableSet};
use crate::span::Span;

/// What depends on nothing but how a word is written, for every spelling of an article by its number.
pub(super) struct Spellings<'a>(Vec<Spelling<'a>>);

struct Spelling<'a> {
    low: Cow<'a, str>,
    traits: Traits,
}

impl<'a> Spellings<'a> {
    pub fn of(tokens: &Tokens<'a>) -> Self {
        let spelling = |token: &crate::analysis::tokens::Token| {
            let raw = token.span.of(tokens.text());
            let low = lower(raw);
            Spelling {
                traits: Traits::of(raw, &low, token.key()),
                low,
            }
        };
        Self(tokens.spellings().iter().map(spelling).collect())
    }
}

/// One word or mark.
#[derive(Clone, Debug)]
struct Word<'a> {
    raw: &'a str,
    low: Cow<'a, str>,
    span: Span,
    key: KeyId,
    /// As the second word of a phrase of the tables.
    sign: u64,
    traits: Traits,
    capital: bool,
    spaced: bool,
    /// How many words on the next one stands that can be the head of a force; this one itself at 0.
    head: u16,
}

/// The words of one sentence. Reading past either end gives an empty word.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    text: &'a str,
    all: Vec<Word<'a>>,
    /// What [`super::owners::owner`] has found at each word; made when it is first asked.
    owners: OnceCell<Vec<OnceCell<Option<Owner>>>>,
}

/// Whether the mark is a dash or hyphen.
pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "--" | "‑" | "---")
}

impl<'a> Words<'a> {
    fn new(text: &'a str, mut words: Vec<Word<'a>>) -> Self {
        let head = |j: &usize| {
            words.get(*j).is_some_and(|w| {
                let before = || j.checked_sub(1).and_then(|b| words.get(b)).map_or("", |b| &b.low);
                w.traits.has(Traits::HEAD)
                    || (w.traits.has(Traits::LEADS)
                        && words.get(j + 1).is_some_and(|next| w.key.goes_on(next.sign)))
                    || (w.traits.has(Traits::STANDS_IN) && matches!(before(), "of" | "all"))
            })
        };
        let heads: Vec<bool> = (0..words.len()).map(|j| head(&j)).collect();
        let mut gap = u16::MAX;
        for (word, head) in words.iter_mut().zip(heads).rev() {
            gap = if head { 0 } else { gap.saturating_add(1) };
            word.head = gap;
        }
        Self {
            text,
            all: words,
            owners: OnceCell::new(),
        }
    }

    /// Where the owner named at word `i` is kept; `None` past the end.
    pub fn owner_cell(&self, i: usize) -> Option<&OnceCell<Option<Owner>>> {
        let cells = self.owners.get_or_init(|| vec![OnceCell::new(); self.all.len()]);
        cells.get(i)
    }

    /// What word `i` by itself can be.
    pub fn traits(&self, i: usize) -> Traits {
        self.all.get(i).map_or_else(Traits::default, |w| w.traits)
    }

    /// Whether a quantity may begin at word `i` ([`super::quantities::begins`]).
    pub fn begins(&self, i: usize) -> bool {
        self.traits(i).has(Traits::BEGINS)
    }

    /// Whether word `i` or one after it can be the head of a force.
    pub fn has_head_from(&self, i: usize) -> bool {
        self.all.get(i).is_some_and(|w| w.head < u16::MAX)
    }

    /// Whether one of the `count` words from `i` on can be the head of a force.
    pub fn has_head_within(&self, i: usize, count: u16) -> bool {
        self.all.get(i).is_some_and(|w| w.head < count)
    }

    /// The words of sentence `s`.
    pub fn of(tokens: &Tokens<'a>, spellings: &'a Spellings<'_>, s: usize) -> Self {
        let text = tokens.text();
        let tokens_of = tokens.slice(tokens.sentence(s));
        let mut words = Vec::with_capacity(tokens_of.len());
        words.extend(
            tokens_of
                .iter()
                .filter_map(|token| Some((token, spellings.0.get(token.spelling())?)))
                .map(|(token, spelling)| Word {
                    raw: token.span.of(text),
                    low: Cow::Borrowed(&*spelling.low),
                    span: token.span,
                    key: token.key(),
                    sign: tokens.sign_of(*token),
                    traits: spelling.traits,
                    capital: token.is_capital(),
                    spaced: token.is_spaced(),
                    head: u16::MAX,
                }),
        );
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
                let low = lower(raw);
                let key = lexicon::phrase(raw);
                Word {
                    raw,
                    traits: Traits::of(raw, &low, key),
                    low,
                    span,
                    key,
                    sign: sign(raw),
                    capital: raw.chars().next().is_some_and(char::is_uppercase),
                    spaced,
                    head: u16::MAX,
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

    /// Word `i` in lower case without the mark of the plural.
    pub fn at_noun(&self, i: usize) -> &str {
        let low = self.low(i);
        low.strip_suffix('s').unwrap_or(low)
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

    /// Whether word `i` has a sense in `table`, whatever its capitals.
    pub fn is_in(&self, i: usize, table: Table) -> bool {
        self.all.get(i).is_some_and(|w| w.key.tables().has(table))
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
    #[inline]
    pub fn longest(&self, i: usize, tables: &[Table]) -> Option<(usize, Entry)> {
        self.longest_where(i, tables, |_| true)
    }

    /// As [`Self::longest`], for senses that `wanted` likes. Most words have none in the tables that a grammar asks for,
    /// and are turned down where it asks.
    #[inline]
    pub fn longest_where(
        &self,
        i: usize,
        tables: &[Table],
        wanted: impl Fn(&Entry) -> bool,
    ) -> Option<(usize, Entry)> {
        let key = self.all.get(i)?.key;
        let tables = TableSet::of(tables);
        if !key.tables().or(key.leads()).meets(tables) {
            return None;
        }
        self.longest_in(i, tables, wanted)
    }

    fn longest_in(
        &self,
        i: usize,
        tables: TableSet,
        wanted: impl Fn(&Entry) -> bool,
    ) -> Option<(usize, Entry)> {
        let first = self.all.get(i)?;
        let fits = |id: KeyId, len: usize| {
            let raw = self.slice(i, i + len);
            id.entries()
                .find(|e| tables.has(e.table()) && wanted(e) && e.fits(raw))
                .map(|entry| (len, entry))
        };
        // Only where the tables hold a phrase that goes on with the next word is it put together and looked up.
        let next = self.all.get(i + 1).map_or(0, |w| w.sign);
        if first.key.leads().meets(tables) && first.key.goes_on(next) {
            let most = first.key.longest().min(self.len() - i);
            let mut phrase = Beginnings::default();
            (i..i + most).for_each(|k| phrase.push(self.raw(k)));
            for len in (2..=most).rev() {
                let found = fits(lexicon::beginning(&phrase, len), len);
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

/// In lower case with straight apostrophes.
fn lower(raw: &str) -> Cow<'_, str> {
    if raw.is_ascii() {
        if raw.bytes().any(|b| b.is_ascii_uppercase()) {
            return Cow::Owned(raw.to_ascii_lowercase());
        }
        Cow::Borrowed(raw)
    } else if raw.contains('’') {
        Cow::Owned(raw.replace('’', "'").to_lowercase())
    } else {
        Cow::Owned(raw.to_lowercase())
    }
}
