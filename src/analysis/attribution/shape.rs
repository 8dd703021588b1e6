//! What a quotation looks like in its sentence: a sentence of its own, a phrase, a title; and whose sentence it is.

use super::Doc;
use super::phrases::{Phrase, PhraseKind};
use super::quotes::Quoted;
use super::view::View;
use super::words::{Class, closed};

/// Whether the quotation is a sentence rather than a phrase of the reporter's.
pub(super) fn is_direct(view: &View, doc: &Doc, quote: &Quoted, k: usize, start: usize) -> bool {
    let inner = quote.inner.of(doc.text);
    let capital = inner
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let led = k == start
        || view.is_any(k - 1, &[",", ":", "—", "–", "-"])
        || view.is_quote(k - 1)
        || view.class(k - 1).has(Class::REPORTS);
    let ended = inner.ends_with([',', '.', '!', '?', '…']);
    led && (capital || ended || k == start)
}

/// Past a dateline: `WASHINGTON (…) —`.
pub(super) fn after_dateline(view: &View, start: usize, limit: usize) -> usize {
    let capitals = view.token(start).is_some_and(|i| view.doc.token(i).is_capitals());
    if !capitals {
        return start;
    }
    (start + 1..limit.min(start + 14))
        .find(|&n| {
            view.is_any(n, &["—", "–", "--", "―"])
                || view.is(n, "-") && view.token(n).is_some_and(|i| view.doc.token(i).is_spaced())
        })
        .map_or(start, |n| n + 1)
}

/// Whether the quotation is the title of a work or programme: capitals throughout, after a word that such titles follow.
pub(super) fn is_work_title(view: &View, doc: &Doc, quote: &Quoted, k: usize) -> bool {
    const LEADS: [&str; 12] = [
        "on", "of", "in", "called", "titled", "entitled", "named", "author", "hosts", "the", "and", "for",
    ];
    let inner = quote.inner.of(doc.text);
    let small = [
        "of", "the", "a", "an", "and", "in", "on", "for", "to", "with", "at", "by", "from", "&", "is", "or",
    ];
    let mut words = 0;
    for word in inner.split_whitespace() {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        if plain.is_empty() || small.contains(&plain) && words > 0 {
            continue;
        }
        if !plain.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
            return false;
        }
        words += 1;
    }
    if words == 0 || words > 7 || inner.ends_with(['!', '?']) && words < 2 {
        return false;
    }
    // `"Harbour of Glass" star Mara Tellier`
    let credit = view.class(k + 1).has(Class::ROLE)
        && view.is_lower_word(k + 1)
        && view.in_name(k + 2)
        && !inner.ends_with([',', '.', '!', '?']);
    if credit {
        return true;
    }
    if beside_work(view, k) {
        return true;
    }
    // `told "Orlen This Morning"`, `with "News Hour"`: a programme by its name.
    let programme = words > 1
        && k > 0
        && view.is_any(k - 1, &["with", "to", "told", "from", "by"])
        && inner.split_whitespace().any(|word| {
            closed(word.trim_matches(|c: char| !c.is_alphanumeric())).has(Class::OUTLET.or(Class::TIME))
        });
    let clitic = k > 0 && view.token(k - 1).is_some_and(|i| doc.token(i).is_clitic());
    k > 0
        && (clitic
            || programme
            || view.is_any(k - 1, &LEADS)
            || view.is_any(k - 1, &WORKS)
            || view.class(k - 1).has(Class::OUTLET)
            || view.class(k - 1).has(Class::DOCUMENT))
}

/// Whether the quotation is no speech but a title: one that looks like a sentence only behind the name of its kind.
pub(super) fn is_title(view: &View, doc: &Doc, quote: &Quoted, k: usize, direct: bool) -> bool {
    (!direct || beside_work(view, k)) && is_work_title(view, doc, quote, k)
}

/// Whether the quotation stands in apposition to the name of its kind: `in her new book, "Harbour of Glass,"`.
fn beside_work(view: &View, k: usize) -> bool {
    k > 1 && view.is(k - 1, ",") && view.is_any(k - 2, &WORKS)
}

/// Works that have a title.
const WORKS: [&str; 26] = [
    "show",
    "program",
    "programme",
    "film",
    "movie",
    "book",
    "memoir",
    "song",
    "album",
    "novel",
    "series",
    "podcast",
    "magazine",
    "documentary",
    "play",
    "musical",
    "sitcom",
    "drama",
    "ad",
    "concert",
    "autobiography",
    "single",
    "thriller",
    "column",
    "blog",
    "hit",
];

/// The first noun phrase of the sentence before item `limit` that can be a source.
pub(super) fn first_subject(view: &View, start: usize, limit: usize) -> Option<Phrase> {
    let mut k = after_dateline(view, start, limit);
    let mut best: Option<Phrase> = None;
    while k < limit {
        if view.is_quote(k) {
            k += 1;
            continue;
        }
        let class = view.class(k);
        if view.is_any(k, &["about", "around", "over", "nearly", "almost"])
            && view.class(k + 1).has(Class::NUMBER)
        {
            k += 1;
            continue;
        }
        // "In a statement, …": what opens with a preposition is no subject.
        if (class.has(Class::PREP.or(Class::SUB)) && !class.has(Class::DET)
            || view.word(k).ends_with("ing") && k == start)
            && let Some(comma) = (k..limit.min(k + 25)).find(|&n| view.is(n, ","))
        {
            k = comma + 1;
            continue;
        }
        if let Some(phrase) = view.phrase_after(k, limit) {
            let end = phrase.items.end;
            match phrase.kind {
                PhraseKind::Name
                | PhraseKind::Role
                | PhraseKind::Group
                | PhraseKind::Body
                | PhraseKind::Document => return Some(phrase),
                PhraseKind::Pronoun if view.is_any(k, &["he", "she", "they", "it"]) => return Some(phrase),
                _ => {
                    if best.is_none() && phrase.definite {
                        best = Some(phrase);
                    }
                }
            }
            k = end.max(k + 1);
        } else {
            k += 1;
        }
    }
    best
}
