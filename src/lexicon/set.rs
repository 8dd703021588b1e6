//! [`WordSet`]: a list of words of the rules, laid out at compile time so that asking costs a few instructions.

/// Words that are asked for by a hash of their length and three bytes. Made by `word_list!`.
#[derive(Debug)]
pub struct WordSet<const SLOTS: usize, const BYTES: usize> {
    /// The words, one after another.
    bytes: [u8; BYTES],
    /// Start and length of a word in `bytes`; length 255 where the slot is free.
    slots: [(u16, u8); SLOTS],
}

/// Slots for a list: a power of two, at most a quarter of them taken.
pub const fn slots(words: &[&str]) -> usize {
    (words.len() * 4).next_power_of_two()
}

/// Bytes of a list's words.
pub const fn bytes(words: &[&str]) -> usize {
    let mut sum = 0;
    let mut i = 0;
    while i < words.len() {
        sum += words[i].len();
        i += 1;
    }
    sum
}

/// The hash of a word.
#[inline]
pub const fn hash(word: &[u8]) -> usize {
    let len = word.len();
    if len == 0 {
        return 0;
    }
    let sign =
        word[0] as u32 | (word[len / 2] as u32) << 8 | (word[len - 1] as u32) << 16 | (len as u32) << 24;
    (sign.wrapping_mul(0x9e37_79b1) >> 16) as usize
}

impl<const SLOTS: usize, const BYTES: usize> WordSet<SLOTS, BYTES> {
    /// The set of `words`; `SLOTS` and `BYTES` as [`slots`] and [`bytes`] say.
    pub const fn of(words: &[&str]) -> Self {
        let mut set = Self {
            bytes: [0; BYTES],
            slots: [(0, 255); SLOTS],
        };
        let mut at = 0;
        let mut i = 0;
        while i < words.len() {
            let word = words[i].as_bytes();
            let mut slot = hash(word) & (SLOTS - 1);
            while set.slots[slot].1 != 255 {
                slot = (slot + 1) & (SLOTS - 1);
            }
            set.slots[slot] = (at as u16, word.len() as u8);
            let mut k = 0;
            while k < word.len() {
                set.bytes[at] = word[k];
                at += 1;
                k += 1;
            }
            i += 1;
        }
        set
    }

    /// Whether `word` is one of them, in the same case.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        let word = word.as_bytes();
        let mut slot = hash(word) & (SLOTS - 1);
        loop {
            let (at, len) = self.slots[slot];
            if len == 255 {
                return false;
            }
            let (at, len) = (at as usize, len as usize);
            if len == word.len() && self.bytes.get(at..at + len) == Some(word) {
                return true;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }
}

/// `word_list!(/// Doc. vis fn name: "a" | "b")` is a function that tells whether a word is one of the list.
#[macro_export]
#[doc(hidden)]
macro_rules! word_list {
    ($($(#[$doc:meta])* $vis:vis fn $name:ident: $($word:literal)|+ ;)+) => {$(
        $(#[$doc])*
        $vis fn $name(word: &str) -> bool {
            const ALL: &[&str] = &[$($word),+];
            static SET: $crate::lexicon::set::WordSet<
                { $crate::lexicon::set::slots(ALL) },
                { $crate::lexicon::set::bytes(ALL) },
            > = $crate::lexicon::set::WordSet::of(ALL);
            SET.has(word)
        }
    )+};
}

/// `word_set!(LIST)` is a static [`WordSet`] of the constant `LIST: [&str; N]` or `&[&str]`.
#[macro_export]
#[doc(hidden)]
macro_rules! word_set {
    ($list:expr) => {{
        static SET: $crate::lexicon::set::WordSet<
            { $crate::lexicon::set::slots(&$list) },
            { $crate::lexicon::set::bytes(&$list) },
        > = $crate::lexicon::set::WordSet::of(&$list);
        &SET
    }};
}

#[cfg(test)]
mod tests {
    crate::word_list! {
        fn colour: "red" | "green" | "blue" | "" | "dark-blue" | "red";
    }

    #[test]
    fn a_list_knows_its_words_and_no_others() {
        for word in ["red", "green", "blue", "", "dark-blue"] {
            assert!(colour(word), "{word:?}");
        }
        for word in ["re", "reds", "Red", "gseen", "dark-blua", "rxd"] {
            assert!(!colour(word), "{word:?}");
        }
    }
}
