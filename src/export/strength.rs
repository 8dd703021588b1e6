//! How a row of the movement table reads: its strength, its state and its time in a few characters.

use crate::analysis::{Bound, Count, CountOf, Movement, Realis, Status, When};

/// What stands for a field that the text leaves open.
pub const OPEN: &str = "–";

/// The strength of a row: `3,000`, `~300`, `≥130,000`, `≤130,000`, `1,000–1,500`, `several thousand`, `none`, `–`.
/// An increment begins with `+`; what is no person is named: `4 ships`.
pub fn strength(row: &Movement) -> String {
    let figure = count(&row.count);
    if row.additional && row.count.value.is_some() && figure != OPEN {
        return format!("+{figure}");
    }
    figure
}

/// The same without the mark of an increment.
pub fn count(count: &Count) -> String {
    let one = count
        .value
        .is_some_and(|value| (value - 1.0).abs() < f64::EPSILON);
    let figure = match (count.bound, count.value) {
        (Bound::None, _) => return "none".to_owned(),
        (Bound::Range, _) => match (count.low, count.high) {
            (Some(low), Some(high)) => format!("{}–{}", number(low), number(high)),
            _ => return worded(count),
        },
        (Bound::Exact, Some(value)) => number(value),
        (Bound::Approx, Some(value)) => format!("~{}", number(value)),
        (Bound::AtLeast, Some(value)) => format!("≥{}", number(value)),
        (Bound::UpTo, Some(value)) => format!("≤{}", number(value)),
        (Bound::Unspecified, Some(value)) if !one => number(value),
        (Bound::Unspecified, _) => return OPEN.to_owned(),
        (Bound::Vague, _) | (_, None) => return worded(count),
    };
    match count.of {
        CountOf::Personnel | CountOf::Units => figure,
        CountOf::Ships if one => format!("{figure} ship"),
        CountOf::Ships => format!("{figure} ships"),
        CountOf::Aircraft => format!("{figure} aircraft"),
        CountOf::Vehicles if one => format!("{figure} vehicle"),
        CountOf::Vehicles => format!("{figure} vehicles"),
    }
}

fn worded(count: &Count) -> String {
    count
        .text
        .as_ref()
        .map_or_else(|| OPEN.to_owned(), ToString::to_string)
}

/// A figure with its thousands apart: `130,000`, `2.5`.
pub fn number(value: f64) -> String {
    let plain = if value.fract() == 0.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}")
    };
    let (whole, rest) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let mut out = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// The status, with its realis where that is not the usual one and with `past` for a level of the past:
/// `withdrawn, planned`.
pub fn state(row: &Movement) -> String {
    let mut out = row.status.name().to_owned();
    if !is_usual(row.status, row.realis) {
        out.push_str(", ");
        out.push_str(row.realis.name());
    }
    if row.historical {
        out.push_str(", past");
    }
    out
}

const fn is_usual(status: Status, realis: Realis) -> bool {
    matches!(
        (status, realis),
        (Status::Ordered, Realis::Planned)
            | (
                Status::Deploying
                    | Status::Repositioning
                    | Status::Present
                    | Status::Massed
                    | Status::Alert
                    | Status::Withdrawn,
                Realis::Actual
            )
            | (Status::Standby, Realis::Actual | Realis::Planned)
            | (Status::Proposed, Realis::Hypothetical)
            | (Status::Denied, Realis::Negated)
    )
}

/// The time of a row: as written, and the day, week or month that it is: `this week (2022-W05)`.
pub fn time(when: Option<&When>) -> String {
    let Some(when) = when else { return String::new() };
    match (&when.text, &when.date) {
        (Some(text), Some(date)) => format!("{text} ({date})"),
        (Some(text), None) => text.to_string(),
        (None, Some(date)) => date.clone(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::Clean;

    fn figure(bound: Bound, value: Option<f64>, text: &str) -> Count {
        Count {
            text: (!text.is_empty()).then(|| Clean::new(text)),
            value,
            bound,
            ..Count::default()
        }
    }

    #[test]
    fn each_bound_has_its_mark() {
        let cases = [
            (Bound::Exact, Some(3000.0), "3,000", "3,000"),
            (Bound::Approx, Some(300.0), "around 300", "~300"),
            (Bound::AtLeast, Some(130_000.0), "at least 130,000", "≥130,000"),
            (Bound::UpTo, Some(130_000.0), "up to 130,000", "≤130,000"),
            (Bound::Vague, Some(3000.0), "several thousand", "several thousand"),
            (Bound::Vague, None, "the majority", "the majority"),
            (Bound::None, Some(0.0), "none", "none"),
            (Bound::Unspecified, None, "", "–"),
            (Bound::Unspecified, Some(1.0), "a", "–"),
            (Bound::Exact, None, "some", "some"),
        ];
        for (bound, value, text, shown) in cases {
            assert_eq!(count(&figure(bound, value, text)), shown);
        }
        let range = Count {
            low: Some(1000.0),
            high: Some(1500.0),
            bound: Bound::Range,
            of: CountOf::Vehicles,
            ..Count::default()
        };
        assert_eq!(count(&range), "1,000–1,500 vehicles");
    }

    #[test]
    fn thousands_stand_apart() {
        for (value, shown) in [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (1_234_567.0, "1,234,567"),
            (2.5, "2.5"),
            (-4500.0, "-4,500"),
        ] {
            assert_eq!(number(value), shown);
        }
    }
}
