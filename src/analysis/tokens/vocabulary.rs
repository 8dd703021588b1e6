//! [`Vocabulary`]: each different spelling of an article once, with what the tables know of it.
//!
//! A text repeats its words: the tables are asked once for each spelling and not for each word. The table is keyed
//! with a number that differs from run to run, so that no text can be made whose words all fall together; the order of
//! the spellings, by first use, does not depend on it.

use std::hash::{BuildHasher, RandomState};

use super::{Token, shape};
use crate::lexicon::scan::{self, Key, Kind};
use crate::lexicon::{self, KeyId};
use crate::span::Span;

#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// By number, as first used.
    spellings: Vec<Token>,
    /// Position of the one bit of [`scan::bit`] that each has as the second word of a phrase.
    signs: Vec<u8>,
    /// Number plus one by hash, 0 where free; a power of two, at most half full.
    slots: Vec<u32>,
    seed: [u64; 2],
}

impl Vocabulary {
    pub fn spellings(&self) -> &[Token] {
        &self.spellings
    }

    /// The sign of spelling `number` as the second word of a phrase.
    pub fn sign(&self, number: usize) -> u64 {
        self.signs.get(number).map_or(0, |&at| 1 << at)
    }

    /// The token at `span` of `text`, not spaced.
    pub fn token(&mut self, text: &str, span: Span, kind: Kind) -> Token {
        let written = span.of(text);
        let slot = match self.find(text, written, |t| t.is_kind(kind)) {
            Ok(number) => {
                let known = self.spellings.get(number as usize).copied().unwrap_or_default();
                return Token { span, ..known };
            }
            Err(slot) => slot,
        };
        let mut key = Key::new();
        key.push(written);
        let id = if matches!(kind, Kind::Word | Kind::Number) {
            lexicon::key(&key)
        } else {
            KeyId::NONE
        };
        self.add(slot, Token::new(span, id, kind, shape(written)), &key)
    }

    /// The number of the spelling of `token`, whose span has grown by a full stop.
    pub fn number(&mut self, text: &str, token: Token) -> u32 {
        let written = token.span.of(text);
        match self.find(text, written, |t| t.known == token.known & !super::SPACED) {
            Ok(number) => number,
            Err(slot) => {
                let mut key = Key::new();
                key.push(written);
                let known = token.known & !super::SPACED;
                self.add(slot, Token { known, ..token }, &key).spelling
            }
        }
    }

    fn add(&mut self, slot: usize, mut token: Token, key: &Key) -> Token {
        token.spelling = self.spellings.len() as u32;
        self.spellings.push(token);
        self.signs.push(
            key.bytes()
                .map_or(0, |bytes| scan::bit(bytes).trailing_zeros() as u8),
        );
        if let Some(free) = self.slots.get_mut(slot) {
            *free = token.spelling + 1;
        }
        token
    }

    /// The number of the spelling `written` that is `wanted`, or the slot where it goes.
    fn find(&mut self, text: &str, written: &str, wanted: impl Fn(&Token) -> bool) -> Result<u32, usize> {
        if self.spellings.len() * 2 >= self.slots.len() {
            self.grow(text);
        }
        let mask = self.slots.len() - 1;
        let mut slot = self.hash(written) & mask;
        loop {
            let Some(number) = self.slots.get(slot).and_then(|n| n.checked_sub(1)) else {
                return Err(slot);
            };
            let there = self.spellings.get(number as usize);
            let same = |t: &Token| {
                t.span.len() == written.len()
                    && text.as_bytes().get(t.span.start()..t.span.end()) == Some(written.as_bytes())
            };
            if there.is_some_and(|t| same(t) && wanted(t)) {
                return Ok(number);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self, text: &str) {
        if self.slots.is_empty() {
            let state = RandomState::new();
            self.seed = [state.hash_one(0), state.hash_one(1)];
        }
        let size = (self.slots.len() * 2).max(1024);
        self.slots = vec![0; size];
        for number in 0..self.spellings.len() {
            let Some(written) = self.spellings.get(number).map(|t| t.span.of(text)) else {
                continue;
            };
            let mut slot = self.hash(written) & (size - 1);
            while self.slots.get(slot).is_some_and(|&n| n != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = number as u32 + 1;
            }
        }
    }

    /// Two words multiplied to 128 bits and folded, eight bytes of the text at a time; the last eight may take in some of
    /// those before.
    fn hash(&self, written: &str) -> usize {
        let bytes = written.as_bytes();
        let fold = |a: u64, b: u64| {
            let wide = u128::from(a ^ self.seed[0]) * u128::from(b ^ self.seed[1]);
            wide as u64 ^ (wide >> 64) as u64
        };
        let mut hash = bytes.len() as u64;
        let tail = if let Some(last) = bytes.last_chunk::<8>() {
            for chunk in bytes.chunks_exact(8) {
                hash = fold(hash, chunk.first_chunk().map_or(0, |c| u64::from_le_bytes(*c)));
            }
            u64::from_le_bytes(*last)
        } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        } else {
            bytes.iter().fold(0, |all, &b| all << 8 | u64::from(b))
        };
        fold(hash, tail) as usize
    }
}
