//! [`Keymap`]: from key sequences to actions, by context, with the user's keys laid over the defaults.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::notation::Key;

/// Which contexts a binding holds in: one bit each.
type Contexts = u16;

/// What a sequence of keys means so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<A> {
    /// It is bound.
    Action(A),
    /// It begins something that is bound.
    Prefix,
    /// It means nothing.
    Nothing,
}

/// Two bindings that cannot both hold: one is the other, or begins it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash<A> {
    /// The keys that are taken.
    pub keys: Vec<Key>,
    /// The action that has them.
    pub held_by: A,
}

/// Bindings of actions of type `A`, in the order in which they were made.
#[derive(Clone, Debug)]
pub struct Keymap<A> {
    /// Sorted by keys, so that all that begins with a prefix stands together.
    bindings: BTreeMap<Vec<Key>, Vec<(Contexts, A)>>,
    /// For showing: each action's keys, the first made first.
    order: Vec<(A, Vec<Key>)>,
}

impl<A: Copy + PartialEq> Default for Keymap<A> {
    fn default() -> Self {
        Self {
            bindings: BTreeMap::new(),
            order: Vec::new(),
        }
    }
}

impl<A: Copy + PartialEq> Keymap<A> {
    /// Binds `keys` to `action` in `contexts`, or says what stands in the way.
    pub fn bind(&mut self, keys: &[Key], contexts: u16, action: A) -> Result<(), Clash<A>> {
        // What begins `keys`, then `keys` and what they begin: in the order of the map, without going over all of it.
        let shorter = (0..keys.len()).filter_map(|n| self.bindings.get_key_value(keys.get(..n)?));
        let longer = self
            .bindings
            .range::<[Key], _>((Bound::Included(keys), Bound::Unbounded))
            .take_while(|(held, _)| held.starts_with(keys));
        for (held, list) in shorter.chain(longer) {
            if let Some((_, other)) = list.iter().find(|(c, a)| c & contexts != 0 && *a != action) {
                return Err(Clash {
                    keys: held.clone(),
                    held_by: *other,
                });
            }
        }
        let list = self.bindings.entry(keys.to_vec()).or_default();
        match list.iter_mut().find(|(_, a)| *a == action) {
            Some((held, _)) => *held |= contexts,
            None => list.push((contexts, action)),
        }
        if !self.order.iter().any(|(a, k)| *a == action && k == keys) {
            self.order.push((action, keys.to_vec()));
        }
        Ok(())
    }

    /// Takes every key from `action`.
    pub fn unbind(&mut self, action: A) {
        for list in self.bindings.values_mut() {
            list.retain(|(_, a)| *a != action);
        }
        self.bindings.retain(|_, list| !list.is_empty());
        self.order.retain(|(a, _)| *a != action);
    }

    /// What `keys` mean in `context`.
    pub fn look(&self, keys: &[Key], context: u16) -> Found<A> {
        let mut prefix = false;
        for (held, list) in self.bindings.range(keys.to_vec()..) {
            if !held.starts_with(keys) {
                break;
            }
            let Some((_, action)) = list.iter().find(|(c, _)| c & context != 0) else {
                continue;
            };
            if held.len() == keys.len() {
                return Found::Action(*action);
            }
            prefix = true;
        }
        if prefix { Found::Prefix } else { Found::Nothing }
    }

    /// The keys of `action`, in the order in which they were bound.
    pub fn keys_of(&self, action: A) -> impl Iterator<Item = &[Key]> {
        self.order
            .iter()
            .filter(move |(a, _)| *a == action)
            .map(|(_, keys)| keys.as_slice())
    }

    /// What may follow `prefix` in `context`: the next keys, and the action they reach.
    pub fn after(&self, prefix: &[Key], context: u16) -> Vec<(&[Key], A)> {
        self.bindings
            .range(prefix.to_vec()..)
            .take_while(|(held, _)| held.starts_with(prefix))
            .filter(|(held, _)| held.len() > prefix.len())
            .filter_map(|(held, list)| {
                let (_, action) = list.iter().find(|(c, _)| c & context != 0)?;
                Some((held.get(prefix.len()..)?, *action))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::parse;

    fn keys(notation: &str) -> Vec<Key> {
        parse(notation).unwrap()
    }

    #[test]
    fn a_sequence_is_found_step_by_step_and_only_in_its_context() {
        let mut map = Keymap::default();
        map.bind(&keys("zt"), 1, "top").unwrap();
        map.bind(&keys("zz"), 1, "centre").unwrap();
        map.bind(&keys("j"), 3, "down").unwrap();
        assert_eq!(map.look(&keys("z"), 1), Found::Prefix);
        assert_eq!(map.look(&keys("zt"), 1), Found::Action("top"));
        assert_eq!(map.look(&keys("z"), 2), Found::Nothing);
        assert_eq!(map.look(&keys("j"), 2), Found::Action("down"));
        assert_eq!(map.after(&keys("z"), 1).len(), 2);
    }

    #[test]
    fn what_clashes_is_named_and_changes_nothing() {
        let mut map = Keymap::default();
        map.bind(&keys("zt"), 1, "top").unwrap();
        let clash = map.bind(&keys("z"), 1, "zoom").unwrap_err();
        assert_eq!((clash.keys, clash.held_by), (keys("zt"), "top"));
        assert_eq!(map.look(&keys("z"), 1), Found::Prefix);
        assert!(map.bind(&keys("z"), 2, "zoom").is_ok());
        let clash = map.bind(&keys("ztt"), 1, "twice").unwrap_err();
        assert_eq!((clash.keys, clash.held_by), (keys("zt"), "top"));
        map.unbind("top");
        assert_eq!(map.look(&keys("zt"), 1), Found::Nothing);
    }
}
