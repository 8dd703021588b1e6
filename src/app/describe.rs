//! Findings in a few words, as every pane, copy and message says them.

use crate::analysis::{Bound, Count, CountOf, Movement};

/// A strength with the sign of its bound: `~1,200`, `≥130,000`, `–`.
pub fn strength(count: &Count) -> String {
    let figure = |value: f64| thousands(value);
    let said = || {
        count
            .text
            .as_ref()
            .map_or_else(|| "–".to_owned(), |t| t.as_str().to_owned())
    };
    let unit = match count.of {
        CountOf::Personnel => "",
        CountOf::Units => " units",
        CountOf::Ships => " ships",
        CountOf::Aircraft => " aircraft",
        CountOf::Vehicles => " vehicles",
    };
    let bare = match (count.bound, count.value) {
        (Bound::Exact, Some(value)) => figure(value),
        (Bound::Approx, Some(value)) => format!("~{}", figure(value)),
        (Bound::AtLeast, Some(value)) => format!("≥{}", figure(value)),
        (Bound::UpTo, Some(value)) => format!("≤{}", figure(value)),
        (Bound::Range, _) => match (count.low, count.high) {
            (Some(low), Some(high)) => format!("{}–{}", figure(low), figure(high)),
            _ => return said(),
        },
        (Bound::None, _) => return "none".to_owned(),
        (Bound::Unspecified, None) if count.text.is_none() => return "–".to_owned(),
        _ => return said(),
    };
    bare + unit
}

fn thousands(value: f64) -> String {
    let whole = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if value < 0.0 {
        out.insert(0, '-');
    }
    out
}

/// `Harsk → Vesna`, `→ Vesna`, `from Harsk`, or nothing.
pub fn place_line(row: &Movement) -> String {
    match (&row.origin, &row.destination) {
        (Some(from), Some(to)) => format!("{from} → {to}"),
        (None, Some(to)) => format!("→ {to}"),
        (Some(from), None) => format!("{from} →"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strength_shows_its_bound() {
        let count = |value: Option<f64>, bound| Count {
            value,
            bound,
            ..Count::default()
        };
        for (given, shown) in [
            (count(Some(1200.0), Bound::Approx), "~1,200"),
            (count(Some(130_000.0), Bound::AtLeast), "≥130,000"),
            (count(Some(130_000.0), Bound::UpTo), "≤130,000"),
            (count(Some(3000.0), Bound::Exact), "3,000"),
            (count(Some(300.0), Bound::Exact), "300"),
            (count(None, Bound::None), "none"),
            (count(None, Bound::Unspecified), "–"),
        ] {
            assert_eq!(strength(&given), shown);
        }
    }
}
