//! How many, as a reader writes it.

use crate::analysis::{Bound, Count};
use crate::clean::Clean;

/// A strength as the reader writes it: `300`, `~300`, `about 300`, `at least 2,000`, `up to 40`, `100-150`, `none`.
pub(super) fn strength(text: &str) -> Count {
    let clean = Clean::line(text);
    let lower = clean.to_lowercase();
    let mut figures = Vec::new();
    let mut digits = String::new();
    for c in lower.chars().chain([' ']) {
        match c {
            '0'..='9' | '.' => digits.push(c),
            ',' if !digits.is_empty() => {}
            _ => {
                figures.extend(digits.trim_matches('.').parse::<f64>().ok());
                digits.clear();
            }
        }
    }
    let starts = |words: &[&str]| words.iter().any(|w| lower.starts_with(w));
    let value = figures.first().copied();
    let (bound, low, high) = if lower.is_empty() {
        return Count::default();
    } else if let [low, high] = figures.as_slice()
        && low <= high
    {
        (Bound::Range, Some(*low), Some(*high))
    } else if starts(&["none", "no "]) || lower == "no" || value == Some(0.0) {
        (Bound::None, None, None)
    } else if starts(&[
        "~",
        "about",
        "around",
        "some ",
        "roughly",
        "approximately",
        "nearly",
        "almost",
    ]) {
        (Bound::Approx, None, None)
    } else if starts(&["≥", ">", "at least", "more than", "over ", "minimum"]) {
        (Bound::AtLeast, value, None)
    } else if starts(&[
        "≤",
        "<",
        "up to",
        "at most",
        "as many as",
        "fewer than",
        "less than",
    ]) {
        (Bound::UpTo, None, value)
    } else if value.is_some() {
        (Bound::Exact, None, None)
    } else {
        (Bound::Vague, None, None)
    };
    Count {
        text: Some(clean),
        value: value.filter(|_| !matches!(bound, Bound::Range | Bound::None)),
        low,
        high,
        bound,
        ..Count::default()
    }
}
