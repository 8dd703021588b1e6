//! [`ByNumber`]: tables by numbers that are hashes of names already, or count something.
//!
//! The general hash of the standard library costs more than all else that is done with such a key. This one is keyed
//! with numbers that differ from run to run as well, so that no text can be made whose names all fall together.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

/// A table by number.
pub(super) type ByNumber<K, V> = HashMap<K, V, RandomState>;

/// A set of numbers.
pub(super) type Numbers<K> = HashSet<K, RandomState>;
