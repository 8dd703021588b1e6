//! [`Carry`]: where the sentences of a text stand in a later version of it, so that the place, marks and notes go along.
//!
//! Sentences are told by their words. What changed goes to the most alike sentence between the neighbours that did not.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::article::Article;
use crate::span::Span;

/// Sentences between two unchanged ones that are compared word by word.
const NEAR: usize = 200;

/// How alike two sentences must be, as twice the shared words over all words.
const ALIKE: f64 = 0.5;

/// Where one sentence went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To {
    /// It stands there in the same words.
    Same(usize),
    /// It changed or is gone; this is where it was.
    Near(usize),
}

/// See the module.
#[derive(Debug)]
pub struct Carry<'a> {
    old: &'a Article,
    new: &'a Article,
    to: Vec<To>,
}

impl<'a> Carry<'a> {
    /// Compares two versions.
    pub fn new(old: &'a Article, new: &'a Article) -> Self {
        let (a, b) = (keys(old), keys(new));
        let mut same = aligned(&a, &b);
        settle(&a, &b, &mut same);
        let mut to = Vec::with_capacity(a.len());
        // The next unchanged sentence for each, from the end.
        let mut after = vec![b.len(); a.len() + 1];
        for at in (0..a.len()).rev() {
            after[at] = same[at].unwrap_or(after[at + 1]);
        }
        let mut before = 0;
        for at in 0..a.len() {
            if let Some(there) = same[at] {
                before = there + 1;
                to.push(To::Same(there));
                continue;
            }
            let end = after[at + 1].max(before).min(b.len());
            let alike = most_alike(old, at, new, before..end.min(before + NEAR));
            let fallback = before.min(b.len().saturating_sub(1));
            to.push(To::Near(alike.unwrap_or(fallback)));
        }
        Self { old, new, to }
    }

    /// The byte that `at` has become, where its sentence stands in the new text in the same words.
    pub fn same(&self, at: usize) -> Option<usize> {
        let sentence = self.old.sentence_at(at)?;
        let span = self.old.sentences.get(sentence)?.span;
        match self.to.get(sentence)? {
            To::Same(there) if span.start() <= at && at <= span.end() => {
                let there = self.new.sentences.get(*there)?.span;
                // White space may have changed, so it is not counted.
                let letters = Span::new(span.start(), at)
                    .of(&self.old.text)
                    .chars()
                    .filter(|c| !c.is_whitespace())
                    .count();
                let words = self.new.words(there);
                let offset = words
                    .char_indices()
                    .filter(|(_, c)| !c.is_whitespace())
                    .nth(letters)
                    .map_or(words.len(), |(offset, _)| offset);
                Some(there.start() + offset)
            }
            _ => None,
        }
    }

    /// The byte that `at` has become, or the beginning of the sentence that is nearest to what it was.
    pub fn near(&self, at: usize) -> usize {
        self.same(at)
            .or_else(|| self.sentence(at).map(|(span, _)| span.start()))
            .unwrap_or(0)
    }

    /// The sentence of byte `at` in the new text, and whether its words are the same.
    pub fn sentence(&self, at: usize) -> Option<(Span, bool)> {
        let sentence = self.old.sentence_at(at).unwrap_or(0);
        let (there, same) = match *self.to.get(sentence)? {
            To::Same(there) => (there, true),
            To::Near(there) => (there, false),
        };
        Some((self.new.sentences.get(there)?.span, same))
    }

    /// What a stretch has become, where its words are still the same.
    pub fn stretch(&self, span: Span) -> Option<Span> {
        let start = self.same(span.start())?;
        let wanted = letters(self.old.words(span));
        let rest = self.new.text.get(start..)?;
        let mut left = wanted.chars();
        let mut end = start;
        let mut next = left.next();
        for (at, c) in rest.char_indices() {
            let Some(letter) = next else { break };
            if c.is_whitespace() {
                continue;
            }
            if c != letter {
                return None;
            }
            end = start + at + c.len_utf8();
            next = left.next();
        }
        next.is_none().then(|| Span::new(start, end))
    }
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Each sentence's words as a number, white space left out.
fn keys(article: &Article) -> Vec<u64> {
    let key = |span: Span| {
        let mut hasher = DefaultHasher::new();
        for word in article.words(span).split_whitespace() {
            word.hash(&mut hasher);
        }
        hasher.finish()
    };
    article.sentences.iter().map(|s| key(s.span)).collect()
}

/// The sentences of `a` that stand in `b` in the same order: what occurs once in both, and equal neighbours of those.
fn aligned(a: &[u64], b: &[u64]) -> Vec<Option<usize>> {
    let mut count: HashMap<u64, (usize, usize, usize)> = HashMap::new();
    for key in a {
        count.entry(*key).or_default().0 += 1;
    }
    for (at, key) in b.iter().enumerate() {
        let entry = count.entry(*key).or_default();
        (entry.1, entry.2) = (entry.1 + 1, at);
    }
    let pairs: Vec<(usize, usize)> = a
        .iter()
        .enumerate()
        .filter_map(|(at, key)| match count.get(key) {
            Some((1, 1, there)) => Some((at, *there)),
            _ => None,
        })
        .collect();
    let mut same = vec![None; a.len()];
    for pair in rising(&pairs) {
        let (at, there) = pairs[pair];
        same[at] = Some(there);
    }
    let mut used: Vec<bool> = vec![false; b.len()];
    same.iter().flatten().for_each(|&there| used[there] = true);
    // Repeated sentences follow an unchanged one, or open the text, forwards; and then backwards from the end.
    let mut next = Some(0);
    for at in 0..a.len() {
        if same[at].is_none()
            && let Some(there) = next.filter(|&t: &usize| t < b.len() && !used[t] && b[t] == a[at])
        {
            (same[at], used[there]) = (Some(there), true);
        }
        next = same[at].map(|t| t + 1);
    }
    let mut next = b.len().checked_sub(1);
    for at in (0..a.len()).rev() {
        if same[at].is_none()
            && let Some(there) = next.filter(|&t| !used[t] && b[t] == a[at])
        {
            (same[at], used[there]) = (Some(there), true);
        }
        next = same[at].and_then(|t| t.checked_sub(1));
    }
    same
}

/// Indices of the longest series of pairs whose second numbers rise.
fn rising(pairs: &[(usize, usize)]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (at, (_, there)) in pairs.iter().enumerate() {
        let slot = ends.partition_point(|&end| pairs[end].1 < *there);
        before[at] = slot.checked_sub(1).map(|s| ends[s]);
        if slot == ends.len() {
            ends.push(at);
        } else {
            ends[slot] = at;
        }
    }
    let mut series = Vec::new();
    let mut at = ends.last().copied();
    while let Some(pair) = at {
        series.push(pair);
        at = before[pair];
    }
    series.reverse();
    series
}

/// Sentences that were moved about: in the same words, wherever they stand now.
fn settle(a: &[u64], b: &[u64], same: &mut [Option<usize>]) {
    let mut free: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut used = vec![false; b.len()];
    same.iter().flatten().for_each(|&there| used[there] = true);
    for (there, key) in b.iter().enumerate().rev().filter(|(there, _)| !used[*there]) {
        free.entry(*key).or_default().push(there);
    }
    for (at, key) in a.iter().enumerate() {
        if same[at].is_none() {
            same[at] = free.get_mut(key).and_then(Vec::pop);
        }
    }
}

/// The sentence of `range` in `new` that shares most words with sentence `at` of `old`.
fn most_alike(old: &Article, at: usize, new: &Article, range: std::ops::Range<usize>) -> Option<usize> {
    let words = |text: &str| -> Vec<String> {
        let mut words: Vec<_> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect();
        words.sort_unstable();
        words
    };
    let own = words(old.words(old.sentences.get(at)?.span));
    let share = |there: usize| -> Option<f64> {
        let mut others = words(new.words(new.sentences.get(there)?.span))
            .into_iter()
            .peekable();
        let all = own.len() + others.len();
        let mut shared = 0;
        for word in &own {
            while others.next_if(|other| other < word).is_some() {}
            shared += usize::from(others.next_if_eq(word).is_some());
        }
        Some(2.0 * shared as f64 / all.max(1) as f64)
    };
    range
        .filter_map(|there| Some((there, share(there)?)))
        .filter(|(_, share)| *share >= ALIKE)
        .max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)))
        .map(|(there, _)| there)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BlockKind, Builder, Origin};

    fn article(paragraphs: &[&str]) -> Article {
        let mut builder = Builder::new(Origin::default());
        for paragraph in paragraphs {
            builder.block(BlockKind::Paragraph, paragraph);
        }
        builder.finish()
    }

    /// Where the words from `words` on stand in the new text, and whether their sentence is unchanged.
    fn carried<'n>(old: &Article, new: &'n Article, words: &str) -> (&'n str, bool) {
        let at = old.text.find(words).unwrap();
        let carry = Carry::new(old, new);
        let near = new.text.get(carry.near(at)..).unwrap();
        (near, carry.same(at).is_some())
    }

    #[test]
    fn what_stays_goes_along_and_what_changed_goes_to_the_most_alike() {
        let old = article(&[
            "A brigade left Harsk on Monday.",
            "Lind asked why. Nobody knew.",
            "The council met at noon.",
            "Nobody knew.",
        ]);
        let new = article(&[
            "A new opening stands here.",
            "A brigade left  Harsk on Monday.",
            "The rail line is closed.",
            "Lind asked loudly why. Nobody knew.",
            "Nobody knew.",
            "The end.",
        ]);
        for (words, wanted, same) in [
            ("Harsk on", "Harsk on Monday", true),
            ("Lind asked", "Lind asked loudly", false),
            ("Nobody knew.\n", "Nobody knew.\n\nNobody", true),
            ("The council", "Nobody knew.\n\nThe end", false),
        ] {
            let (near, is_same) = carried(&old, &new, words);
            assert!(near.starts_with(wanted), "{words}: {near}");
            assert_eq!(is_same, same, "{words}");
        }
        let last = old.text.rfind("Nobody").unwrap();
        let carry = Carry::new(&old, &new);
        assert_eq!(carry.near(last), new.text.rfind("Nobody").unwrap());
    }

    #[test]
    fn sentences_that_change_places_are_found_by_their_words() {
        let old = article(&["One left.", "Two stayed.", "Three came."]);
        let new = article(&["Three came.", "One left.", "Two stayed."]);
        for words in ["One left", "Two stayed", "Three came"] {
            let (near, same) = carried(&old, &new, words);
            assert!(same && near.starts_with(words), "{words}");
        }
    }

    #[test]
    fn a_stretch_goes_along_only_in_the_same_words() {
        let old = article(&["Some 300 engineers are in Vesna. They wait."]);
        let new = article(&["First.", "Some 300  engineers are in Vesna. They left."]);
        let carry = Carry::new(&old, &new);
        let span = |words: &str| {
            let at = old.text.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let there = carry.stretch(span("300 engineers")).unwrap();
        assert_eq!(new.words(there), "300 engineers");
        assert_eq!(carry.stretch(span("Vesna. They wait")), None);
    }

    #[test]
    fn empty_texts_harm_nobody() {
        let (empty, full) = (article(&[]), article(&["Words."]));
        assert_eq!(Carry::new(&empty, &full).near(3), 0);
        assert_eq!(Carry::new(&full, &empty).near(3), 0);
        assert_eq!(Carry::new(&full, &empty).same(0), None);
    }
}
