//! [`ByNumber`]: tables by numbers that are hashes of names already, or count something.
//!
//! The general hash of the standard library costs more than all else that is done with such a key. This one multiplies
//! twice; it is keyed with numbers that differ from run to run, so that no text can be made whose names all fall
//! together.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;

/// A table by number.
pub(super) type ByNumber<K, V> = HashMap<K, V, Keyed>;

/// A set of numbers.
pub(super) type Numbers<K> = HashSet<K, Keyed>;

/// Makes [`Mixer`]s.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keyed([u64; 2]);

impl Default for Keyed {
    fn default() -> Self {
        static SEED: OnceLock<[u64; 2]> = OnceLock::new();
        Self(*SEED.get_or_init(|| {
            let state = RandomState::new();
            [state.hash_one(0), state.hash_one(1) | 1]
        }))
    }
}

impl BuildHasher for Keyed {
    type Hasher = Mixer;

    fn build_hasher(&self) -> Mixer {
        Mixer {
            state: 0,
            seed: self.0,
        }
    }
}

/// Multiplies each number to 128 bits and folds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mixer {
    state: u64,
    seed: [u64; 2],
}

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.state
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        let wide = u128::from(self.state ^ number ^ self.seed[0]) * u128::from(self.seed[1]);
        self.state = wide as u64 ^ (wide >> 64) as u64;
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_again_and_apart() {
        let mut table: ByNumber<u64, u64> = ByNumber::default();
        for n in 0..2000 {
            table.insert(n << 40, n);
        }
        assert!((0..2000).all(|n| table.get(&(n << 40)) == Some(&n)));
        assert_eq!(table.get(&1), None);
        let pairs: Numbers<(u64, u64)> = [(1, 2), (2, 1)].into_iter().collect();
        assert!(pairs.contains(&(2, 1)) && !pairs.contains(&(1, 1)));
    }
}
