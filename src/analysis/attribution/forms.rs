//! Forms of one name: short given names, initials, and acronyms with the long form that the text gives them.

use std::sync::LazyLock;

use super::Doc;
use super::keyed::ByNumber;
use super::names::{Entity, EntityId, Gender, NameKind, Names, Run};
use super::words::fold;

/// Pairs of given names that are one.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("mike", "michael"),
    ("bill", "william"),
    ("bob", "robert"),
    ("rob", "robert"),
    ("jim", "james"),
    ("joe", "joseph"),
    ("tom", "thomas"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("steve", "steven"),
    ("steve", "stephen"),
    ("chris", "christopher"),
    ("matt", "matthew"),
    ("tony", "anthony"),
    ("ben", "benjamin"),
    ("sam", "samuel"),
    ("ron", "ronald"),
    ("don", "donald"),
    ("ken", "kenneth"),
    ("ed", "edward"),
    ("ted", "edward"),
    ("rick", "richard"),
    ("dick", "richard"),
    ("pat", "patrick"),
    ("andy", "andrew"),
    ("alex", "alexander"),
    ("greg", "gregory"),
    ("jeff", "jeffrey"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("sue", "susan"),
    ("debbie", "deborah"),
    ("nick", "nicholas"),
    ("charlie", "charles"),
    ("chuck", "charles"),
    ("jack", "john"),
    ("tim", "timothy"),
    ("will", "william"),
    ("jerry", "gerald"),
];

/// [`SHORT_NAMES`] as hashes.
static SHORT: LazyLock<Vec<(u64, u64)>> = LazyLock::new(|| {
    SHORT_NAMES
        .iter()
        .map(|(short, long)| (fold(short), fold(long)))
        .collect()
});

pub(super) fn same_first(a: &str, b: &str) -> bool {
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    let initial = |s: &str| s.trim_end_matches('.').chars().count() <= 1 || s.matches('.').count() > 1;
    if initial(a) || initial(b) {
        return a.chars().next() == b.chars().next();
    }
    let (a, b) = (fold(a), fold(b));
    a == b
        || SHORT
            .iter()
            .any(|&(short, long)| (short == a && long == b) || (short == b && long == a))
}

/// Hash of the initials of a body's name.
pub(super) fn initials(doc: &Doc, run: &Run) -> Option<u64> {
    let mut letters = String::new();
    for k in run.name..run.end {
        if doc.token(k).is_capital() {
            letters.extend(doc.tokens.word(k).chars().next());
        }
    }
    (letters.chars().count() > 1).then(|| fold(&letters))
}

impl Names {
    /// Finds the long forms of acronyms: a sequence of capitalised words whose initials they are
    /// ("Immigration, Refugees and Citizenship Canada", later "IRCC").
    pub(super) fn acronyms(&mut self, doc: &Doc, runs: &mut [Run]) {
        let mut short: ByNumber<u64, bool> = ByNumber::default();
        // Of how many letters there are any, one bit each.
        let mut lengths = 0_u8;
        for run in runs.iter() {
            let word = doc.tokens.word(run.end - 1);
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            if run.end - run.name == 1 && doc.token(run.name).is_capitals() && (3..=7).contains(&letters) {
                let plain: String = word.chars().filter(|c| c.is_alphabetic()).collect();
                short.insert(fold(&plain), false);
                lengths |= 1 << letters;
            }
        }
        if short.is_empty() {
            return;
        }
        // Where each of them stands: a text of many articles has thousands of both.
        let mut alone: ByNumber<u64, Vec<usize>> = ByNumber::default();
        for (r, run) in runs.iter().enumerate() {
            let word = fold(doc.tokens.word(run.name));
            if run.end - run.name == 1 && short.contains_key(&word) {
                alone.entry(word).or_default().push(r);
            }
        }
        debug_assert!(
            runs.is_sorted_by_key(|run| run.start),
            "names stand in the order of the text"
        );
        // The latest capitalised words that only "of", "and", "for", "the", "&" and commas part.
        let mut window: Vec<usize> = Vec::new();
        let mut gap = 0;
        for i in 0..doc.tokens.len() {
            let token = doc.token(i);
            if token.is_word() && token.is_capital() && !token.is_capitals() {
                if gap > 2 {
                    window.clear();
                }
                gap = 0;
                if window.len() == 8 {
                    window.remove(0);
                }
                window.push(i);
                for len in (3..=window.len().min(7)).filter(|len| lengths >> len & 1 != 0) {
                    let words = &window[window.len() - len..];
                    let initials: String = words
                        .iter()
                        .filter_map(|&w| doc.tokens.word(w).chars().next())
                        .collect();
                    if let Some(found @ false) = short.get_mut(&fold(&initials)) {
                        *found = true;
                        let id = self.entities.len() as EntityId;
                        self.entities.push(Entity {
                            kind: NameKind::Body,
                            name: doc.tokens.span(words[0]..i + 1),
                            words: len,
                            first: fold(doc.tokens.word(words[0])),
                            last: fold(&initials),
                            gender: Gender::Unknown,
                            roles: Vec::new(),
                            shown: None,
                            role: None,
                            mentions: Vec::new(),
                            seen: 1,
                        });
                        self.by_last.entry(fold(&initials)).or_default().insert(0, id);
                        let first = runs.partition_point(|run| run.start < words[0]);
                        let inside = runs
                            .iter()
                            .enumerate()
                            .skip(first)
                            .take_while(|(_, run)| run.start <= i)
                            .filter(|(_, run)| run.end <= i + 1)
                            .map(|(r, _)| r);
                        let named: Vec<usize> = inside
                            .chain(alone.get(&fold(&initials)).into_iter().flatten().copied())
                            .collect();
                        for r in named {
                            if let Some(run) = runs.get_mut(r).filter(|run| !run.headline) {
                                run.kind = NameKind::Body;
                                run.entity = Some(id);
                            }
                        }
                    }
                }
            } else if window.is_empty() {
                gap = 0;
            } else if token.is_clitic()
                || doc
                    .tokens
                    .is_any(i, &["of", "and", "for", "the", "&", ",", "on", "in"])
            {
                gap += 1;
            } else {
                window.clear();
                gap = 0;
            }
        }
    }
}
