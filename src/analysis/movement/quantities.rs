//! The quantifier grammar: how many, with which bound, and whether it is an increment.
//!
//! A quantity is read from left to right: hedges ("at least", "another"), a figure in digits or words or a vague
//! amount ("several thousand"), then what may follow it ("or so", "-strong", "more"). Ordinals are no counts and
//! designators are taken out before this grammar runs, so that "16 Air Assault Brigade" never counts sixteen.

use crate::analysis::{Bound, Count, CountOf};
use crate::clean::Clean;

use super::lists::plural_scale;
use super::traits::Traits;
use super::words::{Words, is_dash};

/// A quantity and the words that it takes: `from..to` in the sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    pub from: usize,
    pub to: usize,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub bound: Bound,
    pub additional: bool,
    /// "The 2,000": a figure that the text has named before, or takes as known.
    pub definite: bool,
    /// The noun bound on by a hyphen: "strong", "troop".
    pub bound_noun: Option<usize>,
}

impl Quantity {
    /// As the model's count, with the words as written.
    pub fn count(&self, words: &Words<'_>, of: CountOf) -> Count {
        Count {
            text: Some(Clean::line(words.slice(self.from, self.to))),
            value: if self.bound == Bound::None {
                Some(0.0)
            } else {
                self.value
            },
            low: self.low,
            high: self.high,
            bound: self.bound,
            of,
        }
    }
}

/// What a hedge does to the figure after it.
#[derive(Clone, Copy, PartialEq)]
enum Hedge {
    AtLeast,
    UpTo,
    Approx,
    Add,
    Exact,
    Definite,
}

/// Hedges, longest first where one begins another.
const HEDGES: &[(&[&str], Hedge)] = &[
    (&["no", "fewer", "than"], Hedge::AtLeast),
    (&["no", "less", "than"], Hedge::AtLeast),
    (&["not", "less", "than"], Hedge::AtLeast),
    (&["not", "fewer", "than"], Hedge::AtLeast),
    (&["no", "more", "than"], Hedge::UpTo),
    (&["not", "more", "than"], Hedge::UpTo),
    (&["as", "many", "as"], Hedge::UpTo),
    (&["as", "few", "as"], Hedge::AtLeast),
    (&["a", "maximum", "of"], Hedge::UpTo),
    (&["a", "minimum", "of"], Hedge::AtLeast),
    (&["a", "total", "of"], Hedge::Exact),
    (&["a", "force", "of"], Hedge::Exact),
    (&["in", "excess", "of"], Hedge::AtLeast),
    (&["somewhere", "around"], Hedge::Approx),
    (&["in", "the", "region", "of"], Hedge::Approx),
    (&["in", "the", "order", "of"], Hedge::Approx),
    (&["an", "estimated"], Hedge::Approx),
    (&["the", "estimated"], Hedge::Approx),
    (&["an", "additional"], Hedge::Add),
    (&["an", "extra"], Hedge::Add),
    (&["a", "further"], Hedge::Add),
    (&["yet", "another"], Hedge::Add),
    (&["an", "initial"], Hedge::Exact),
    (&["a", "combined"], Hedge::Exact),
    (&["a", "mere"], Hedge::Exact),
    (&["at", "least"], Hedge::AtLeast),
    (&["more", "than"], Hedge::AtLeast),
    (&["greater", "than"], Hedge::AtLeast),
    (&["upwards", "of"], Hedge::AtLeast),
    (&["upward", "of"], Hedge::AtLeast),
    (&["well", "over"], Hedge::AtLeast),
    (&["just", "over"], Hedge::AtLeast),
    (&["up", "to"], Hedge::UpTo),
    (&["at", "most"], Hedge::UpTo),
    (&["fewer", "than"], Hedge::UpTo),
    (&["less", "than"], Hedge::UpTo),
    (&["just", "under"], Hedge::UpTo),
    (&["close", "to"], Hedge::Approx),
    (&["over"], Hedge::AtLeast),
    (&["under"], Hedge::UpTo),
    (&["about"], Hedge::Approx),
    (&["around"], Hedge::Approx),
    (&["some"], Hedge::Approx),
    (&["roughly"], Hedge::Approx),
    (&["approximately"], Hedge::Approx),
    (&["approx"], Hedge::Approx),
    (&["nearly"], Hedge::Approx),
    (&["almost"], Hedge::Approx),
    (&["estimated"], Hedge::Approx),
    (&["circa"], Hedge::Approx),
    (&["another"], Hedge::Add),
    (&["additional"], Hedge::Add),
    (&["extra"], Hedge::Add),
    (&["further"], Hedge::Add),
    (&["just"], Hedge::Exact),
    (&["only"], Hedge::Exact),
    (&["exactly"], Hedge::Exact),
    (&["the"], Hedge::Definite),
    (&["these"], Hedge::Definite),
    (&["those"], Hedge::Definite),
    (&["all"], Hedge::Definite),
];

/// The first words of the hedges.
const OPENINGS: [&str; HEDGES.len()] = {
    let mut all = [""; HEDGES.len()];
    let mut i = 0;
    while i < all.len() {
        all[i] = HEDGES[i].0[0];
        i += 1;
    }
    all
};

/// Whether a hedge begins with the word.
fn opens_hedge(word: &str) -> bool {
    crate::word_set!(OPENINGS).has(word)
}

/// The value of a plain number word.
fn unit_word(word: &str) -> Option<f64> {
    Some(match word {
        "zero" => 0.0,
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}

/// The value of a scale word in the singular.
fn scale_word(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "score" => 20.0,
        "hundred" => 100.0,
        "thousand" => 1000.0,
        "million" | "mln" => 1_000_000.0,
        "billion" | "bn" => 1_000_000_000.0,
        _ => return None,
    })
}

/// Digits, with group commas, a decimal point and a closing `k`.
fn digits(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (body, scale) = match word.strip_suffix(['k', 'K']) {
        Some(body) => (body, 1000.0),
        None => (word, 1.0),
    };
    if !body.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.') {
        return None;
    }
    let plain: String = body
        .trim_end_matches(['.', ','])
        .chars()
        .filter(|c| *c != ',')
        .collect();
    plain
        .parse::<f64>()
        .ok()
        .filter(|v| v.is_finite())
        .map(|v| v * scale)
}

crate::word_list! {
    /// Words that begin a vague or empty quantity.
    fn opens_vague:
        "a" | "an" | "several" | "few" | "many" | "most" | "no" | "none" | "not" | "half" | "between" | "from";

    /// Words that are a vague amount, though nothing else of a quantity goes before them.
    fn is_vague:
        "majority" | "bulk" | "rest" | "remainder" | "remaining" | "various" | "numerous" | "great" | "vast"
        | "overwhelming";
}

/// Whether [`quantity`] can read anything that begins with the word.
pub(super) fn counts(word: &str) -> bool {
    begins(word) || is_vague(word)
}

/// Whether a word can only begin a quantity: a cheap test before [`quantity`].
pub(super) fn begins(word: &str) -> bool {
    figures(word) || plural_scale(word) || opens_vague(word) || opens_hedge(word)
}

/// Whether a word is part of a figure: digits, `seven`, `hundred`. Every quantity with a value has one.
pub(super) fn figures(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || unit_word(word).is_some() || scale_word(word).is_some()
}

/// A figure in digits or words: its value and the word after it.
fn figure(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let word = words.low(at);
    if let Some(value) = digits(word) {
        let mut i = at + 1;
        if let Some(scale) = scale_word(words.low(i)).filter(|s| *s > 12.0) {
            i += 1;
            return Some((value * scale, i));
        }
        return Some((value, i));
    }
    let (mut total, mut part, mut i, mut any) = (0.0, 0.0, at, false);
    if word == "half" && words.low(at + 1) == "a" && words.low(at + 2) == "dozen" {
        return Some((6.0, at + 3));
    }
    if matches!(word, "a" | "an") {
        let scale = scale_word(words.low(at + 1))?;
        if words.low(at + 2) == "of" {
            return None;
        }
        return Some((scale, at + 2));
    }
    loop {
        let low = words.low(i);
        if let Some(value) = unit_word(low) {
            if any
                && part >= 1.0
                && (part % 100.0) != 0.0
                && !((20.0..100.0).contains(&(part % 100.0)) && value < 10.0)
            {
                break;
            }
            part += value;
        } else if let Some(scale) = scale_word(low) {
            if !any {
                return None;
            }
            if scale >= 1000.0 {
                total += part.max(1.0) * scale;
                part = 0.0;
            } else {
                part = part.max(1.0) * scale;
            }
        } else {
            break;
        }
        any = true;
        i += 1;
        let hyphen =
            is_dash(words.low(i)) && unit_word(words.low(i + 1)).is_some_and(|v| v < 10.0) && words.tight(i);
        let and = words.low(i) == "and" && part >= 100.0 && unit_word(words.low(i + 1)).is_some();
        if hyphen || and {
            i += 1;
        }
    }
    any.then_some((total + part, i))
}

/// The quantity that begins exactly at word `at`.
pub(super) fn quantity(words: &Words<'_>, at: usize) -> Option<Quantity> {
    if !words.traits(at).has(Traits::COUNTS) {
        debug_assert!(
            read_quantity(words, at).is_none(),
            "`counts` must allow for the quantity at `{}`",
            words.slice(at, words.len())
        );
        return None;
    }
    read_quantity(words, at)
}

fn read_quantity(words: &Words<'_>, at: usize) -> Option<Quantity> {
    let mut q = Quantity {
        from: at,
        to: at,
        value: None,
        low: None,
        high: None,
        bound: Bound::Exact,
        additional: false,
        definite: false,
        bound_noun: None,
    };
    if matches!(words.low(at), "some" | "half") && words.low(at + 1) == "of" {
        q.bound = Bound::Vague;
        q.to = at + 1;
        return Some(q);
    }
    if let Some(to) = fraction(words, at) {
        q.bound = Bound::Vague;
        q.to = to;
        return Some(q);
    }
    let mut i = at;
    'hedges: for _ in 0..4 {
        if !opens_hedge(words.low(i)) {
            break;
        }
        let first = words.low(i);
        let letter = first.bytes().next();
        for (hedge, kind) in HEDGES {
            let same = |hedge: &&str| hedge.bytes().next() == letter && *hedge == first;
            if hedge.first().is_some_and(same) && words.are(i, hedge) {
                match kind {
                    Hedge::AtLeast => q.bound = Bound::AtLeast,
                    Hedge::UpTo => q.bound = Bound::UpTo,
                    Hedge::Approx => q.bound = Bound::Approx,
                    Hedge::Add => q.additional = true,
                    Hedge::Definite => q.definite = true,
                    Hedge::Exact => {}
                }
                i += hedge.len();
                continue 'hedges;
            }
        }
        break;
    }
    if let Some(done) = vague(words, i, &mut q) {
        q.to = done;
        return Some(after(words, q));
    }
    if let Some((low, high, to)) = range(words, i) {
        q.low = Some(low);
        q.high = Some(high);
        q.bound = Bound::Range;
        q.to = to;
        return Some(after(words, q));
    }
    let (mut value, mut to) = figure(words, i)?;
    // A speaker who breaks off and begins the figure again: the last one holds.
    while is_dash(words.low(to)) {
        let mut next = to;
        while is_dash(words.low(next)) {
            next += 1;
        }
        if next - to < 2 {
            break;
        }
        let Some((again, end)) = figure(words, next) else {
            break;
        };
        (value, to) = (again, end);
    }
    // A correction in passing: "three, not five,".
    if words.low(to) == ","
        && words.low(to + 1) == "not"
        && let Some((_, end)) = figure(words, to + 2).filter(|(_, end)| words.low(*end) == ",")
    {
        to = end + 1;
    }
    q.value = Some(value);
    q.to = to;
    Some(after(words, q))
}

/// "a third of", "about two-thirds of", "nearly half of": a share of a figure that follows; one past the share.
fn fraction(words: &Words<'_>, at: usize) -> Option<usize> {
    let hedged = matches!(
        words.low(at),
        "about" | "around" | "nearly" | "almost" | "roughly" | "some" | "over"
    ) || words.are(at, &["more", "than"]);
    let mut i = at + usize::from(hedged) + usize::from(words.are(at, &["more", "than"]));
    if words.low(i) == "half" {
        let whole = matches!(words.low(i + 1), "its" | "their" | "the" | "our") && !hedged;
        return (hedged && words.low(i + 1) == "of" || whole).then_some(i + 1);
    }
    // "60% of its 5,000 soldiers", "a third of", "60 per cent of".
    let percent = if matches!(words.low(i + 1), "%" | "percent") {
        Some(i + 2)
    } else {
        words.are(i + 1, &["per", "cent"]).then_some(i + 3)
    };
    if let Some(to) = percent.filter(|&to| words.low(to) == "of")
        && words.low(i).starts_with(|c: char| c.is_ascii_digit())
    {
        return Some(to);
    }
    if !(matches!(words.low(i), "a" | "one")
        || unit_word(words.low(i)).is_some_and(|v| (2.0..10.0).contains(&v)))
    {
        return None;
    }
    i += 1;
    if is_dash(words.low(i)) {
        i += 1;
    }
    (matches!(
        words.low(i),
        "third" | "thirds" | "quarter" | "quarters" | "fifth" | "fifths" | "tenth" | "half" | "sixth"
    ) && words.low(i + 1) == "of")
        .then_some(i + 1)
}

/// A range: "1,000 to 1,500", "30-40", "between two and four".
fn range(words: &Words<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let opened = words.low(at) == "between";
    let (low, mid) = figure(words, at + usize::from(opened))?;
    let joint = words.low(mid);
    let joins = if opened {
        joint == "and"
    } else {
        joint == "to" || joint == "or" || (is_dash(joint) && words.tight(mid))
    };
    if !joins {
        return None;
    }
    let (high, to) = figure(words, mid + 1)?;
    if high <= low && !(high < 1000.0 && low > 1000.0) {
        return None;
    }
    // "20 to 30 thousand": the scale belongs to both.
    let low = if high / low >= 500.0
        && high >= 1000.0
        && low < 1000.0
        && words.low(to - 1) != joint
        && scale_word(words.low(to - 1)).is_some()
    {
        low * scale_word(words.low(to - 1)).unwrap_or(1.0)
    } else {
        low
    };
    (high > low).then_some((low, high, to))
}

/// A vague or empty amount: "several thousand", "dozens of", "the majority of", "no", "none of the".
fn vague(words: &Words<'_>, at: usize, q: &mut Quantity) -> Option<usize> {
    let mut i = at;
    let low = words.low(i);
    match low {
        "none" => {
            q.bound = Bound::None;
            return Some(i + 1);
        }
        "no" => {
            q.bound = Bound::None;
            if matches!(words.low(i + 1), "more" | "longer") {
                return None;
            }
            return Some(i + 1);
        }
        "not"
            if matches!(words.low(i + 1), "one" | "a")
                && (words.low(i + 1) == "one" || words.low(i + 2) == "single") =>
        {
            q.bound = Bound::None;
            return Some(i + if words.low(i + 1) == "one" { 2 } else { 3 });
        }
        "great" | "vast" | "overwhelming" if words.low(i + 1) == "majority" => {
            q.bound = Bound::Vague;
            return Some(i + 2);
        }
        "majority" | "bulk" | "rest" | "remainder" | "remaining" => {
            q.bound = Bound::Vague;
            return Some(i + 1);
        }
        "most" => {
            q.bound = Bound::Vague;
            return Some(i + 1);
        }
        "several" | "few" | "many" | "various" | "numerous" => i += 1,
        "a" => match words.low(i + 1) {
            "few" => i += 2,
            "couple" => i += if words.low(i + 2) == "of" { 3 } else { 2 },
            "handful" | "number" | "majority" if words.low(i + 2) == "of" => {
                q.bound = Bound::Vague;
                return Some(i + 3);
            }
            "small" | "large" | "limited" | "significant" | "substantial"
                if matches!(words.low(i + 2), "number" | "majority") && words.low(i + 3) == "of" =>
            {
                q.bound = Bound::Vague;
                return Some(i + 4);
            }
            _ => return None,
        },
        _ if plural_scale(low) => {
            i += 1;
            if words.low(i) == "of" && plural_scale(words.low(i + 1)) {
                i += 2;
            }
            q.bound = Bound::Vague;
            return Some(i);
        }
        _ => return None,
    }
    if scale_word(words.low(i)).is_some() || plural_scale(words.low(i)) {
        i += 1;
    }
    q.bound = Bound::Vague;
    Some(i)
}

/// What may follow the figure: "or so", "or more", "-plus", "-strong", "-troop", "more", "additional".
fn after(words: &Words<'_>, mut q: Quantity) -> Quantity {
    let i = q.to;
    match (words.low(i), words.low(i + 1)) {
        ("or", "so") => (q.bound, q.to) = (Bound::Approx, i + 2),
        ("or", "more") => (q.bound, q.to) = (Bound::AtLeast, i + 2),
        ("or", "fewer" | "less") => (q.bound, q.to) = (Bound::UpTo, i + 2),
        ("plus" | "+", _) => (q.bound, q.to) = (Bound::AtLeast, i + 1),
        ("odd", _) => (q.bound, q.to) = (Bound::Approx, i + 1),
        (dash, next) if is_dash(dash) && words.tight(i) => match next {
            "plus" => (q.bound, q.to) = (Bound::AtLeast, i + 2),
            "odd" => (q.bound, q.to) = (Bound::Approx, i + 2),
            "strong" => {
                q.bound_noun = Some(i + 1);
                q.to = i + 2;
            }
            "man" | "troop" | "soldier" | "member" | "person" | "ship" | "aircraft" | "vessel" | "plane"
            | "strength" => {
                q.bound_noun = Some(i + 1);
                q.to = i + 2;
            }
            _ => {}
        },
        _ => {}
    }
    if matches!(words.low(q.to), "more" | "additional" | "extra" | "further") && words.low(q.to + 1) != "than"
    {
        q.additional = true;
        q.to += 1;
    }
    q
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::movement::words::Words;

    #[allow(clippy::type_complexity, reason = "a row of the table below")]
    fn read(text: &str) -> Option<(Bound, Option<f64>, Option<f64>, Option<f64>, bool, usize)> {
        let words = Words::plain(text);
        quantity(&words, 0).map(|q| (q.bound, q.value, q.low, q.high, q.additional, q.to))
    }

    #[test]
    fn figures_in_digits_and_words() {
        for (text, value, to) in [
            ("3,000 troops", 3000.0, 1),
            ("2.5 million men", 2_500_000.0, 2),
            ("twenty-five sailors", 25.0, 3),
            ("six hundred and fifty men", 650.0, 4),
            ("two thousand five hundred men", 2500.0, 4),
            ("a dozen jets", 12.0, 2),
            ("half a dozen jets", 6.0, 3),
            ("12k men", 12000.0, 1),
            ("the 2,000", 2000.0, 2),
            ("two dozen jets", 24.0, 2),
        ] {
            let (bound, got, _, _, _, end) = read(text).unwrap();
            assert_eq!((bound, got, end), (Bound::Exact, Some(value), to), "{text}");
        }
    }

    #[test]
    fn hedges_set_the_bound() {
        for (text, bound) in [
            ("at least 700 men", Bound::AtLeast),
            ("no fewer than 40 ships", Bound::AtLeast),
            ("more than 11,000 men", Bound::AtLeast),
            ("up to 90 tanks", Bound::UpTo),
            ("as many as 90 tanks", Bound::UpTo),
            ("fewer than 50 men", Bound::UpTo),
            ("some 900 men", Bound::Approx),
            ("an estimated 900 men", Bound::Approx),
            ("nearly 900 men", Bound::Approx),
            ("900 or so", Bound::Approx),
            ("900-plus men", Bound::AtLeast),
            ("only 900 men", Bound::Exact),
        ] {
            assert_eq!(read(text).unwrap().0, bound, "{text}");
        }
    }

    #[test]
    fn increments_and_ranges() {
        assert!(read("another 400 men").unwrap().4);
        assert!(read("400 more men").unwrap().4);
        assert!(read("a further 1,000 men").unwrap().4);
        assert!(!read("more than 400 men").unwrap().4);
        let r = read("1,000 to 1,500 men").unwrap();
        assert_eq!((r.0, r.2, r.3), (Bound::Range, Some(1000.0), Some(1500.0)));
        let r = read("between 30 and 40 trucks").unwrap();
        assert_eq!((r.2, r.3), (Some(30.0), Some(40.0)));
        let r = read("20 to 30 thousand men").unwrap();
        assert_eq!((r.2, r.3), (Some(20000.0), Some(30000.0)));
    }

    #[test]
    fn vague_and_none() {
        for (text, bound, to) in [
            ("several thousand men", Bound::Vague, 2),
            ("a few hundred men", Bound::Vague, 3),
            ("tens of thousands of men", Bound::Vague, 3),
            ("dozens of tanks", Bound::Vague, 1),
            ("the majority of them", Bound::Vague, 2),
            ("none of the men", Bound::None, 1),
            ("no men", Bound::None, 1),
        ] {
            let got = read(text).unwrap();
            assert_eq!((got.0, got.5), (bound, to), "{text}");
        }
    }

    #[test]
    fn what_is_no_quantity() {
        for text in [
            "a third battalion",
            "the men",
            "some men",
            "about it",
            "over there",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_broken_off_figure_gives_way_to_the_next() {
        assert_eq!(read("more than 4- — 4,300 men").unwrap().1, Some(4300.0));
    }
}
