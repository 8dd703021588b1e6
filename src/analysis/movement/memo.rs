//! [`Memo`]: answers that depend on nothing but a short text, kept while a thread reads.
//!
//! Rows are compared with many mentions, and the same few places and units come again and again.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// How many answers are kept; when there are more, all are forgotten.
const MOST: usize = 512;

/// Bytes of the longest text whose answer is kept.
const LONGEST: usize = 120;

/// Lists of words by the text that they come from.
#[derive(Debug, Default)]
pub(super) struct Memo(RefCell<HashMap<Box<str>, Rc<[String]>>>);

impl Memo {
    /// The answer for `text`, which is always the one that `make` gives.
    pub fn get(&self, text: &str, make: impl FnOnce(&str) -> Vec<String>) -> Rc<[String]> {
        if let Some(known) = self.0.borrow().get(text) {
            return Rc::clone(known);
        }
        let made: Rc<[String]> = make(text).into();
        if text.len() <= LONGEST {
            let mut all = self.0.borrow_mut();
            if all.len() >= MOST {
                all.clear();
            }
            all.insert(text.into(), Rc::clone(&made));
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_made_once_and_few_are_kept() {
        let memo = Memo::default();
        assert_eq!(&*memo.get("a", |text| vec![text.to_owned()]), ["a"]);
        assert_eq!(&*memo.get("a", |_| Vec::new()), ["a"]);
        let long = "b".repeat(LONGEST + 1);
        memo.get(&long, |_| vec!["b".to_owned()]);
        assert!(memo.get(&long, |_| Vec::new()).is_empty());
        for k in 0..MOST {
            memo.get(&k.to_string(), |_| Vec::new());
        }
        assert!(memo.0.borrow().len() <= MOST);
    }
}
