//! Full dates as bylines, datelines and title lines write them.

use jiff::civil::Date;

/// Finds the first date with a year in `line`: `February 2, 2022`, `Feb. 2, 2022`, `2 February 2022`, `2022-02-02`,
/// `12/21/2011` (month first), `2nd of February, 2022`.
pub(super) fn find(line: &str) -> Option<Date> {
    let words = words(line);
    (0..words.len()).find_map(|at| read(&words, at))
}

/// Finds the first day and month in `line`, and the year if it is there.
pub(super) fn find_partial(line: &str) -> Option<(Option<i16>, i8, i8)> {
    let words = words(line);
    (0..words.len()).find_map(|at| {
        if let Some(date) = read(&words, at) {
            return Some((Some(date.year()), date.month(), date.day()));
        }
        let next = words.get(at + 1)?;
        let (month, day) = match (month(words[at]), month(next)) {
            (Some(month), _) => (month, day(next)?),
            (_, Some(month)) => (month, day(words[at])?),
            _ => return None,
        };
        Some((None, month, day))
    })
}

/// The date `month day` in the year that brings it nearest to `near`.
pub(super) fn nearest(month: i8, day: i8, near: Date) -> Option<Date> {
    [-1, 0, 1]
        .into_iter()
        .filter_map(|offset| Date::new(near.year() + offset, month, day).ok())
        .min_by_key(|date| near.since(*date).map_or(i32::MAX, |span| span.get_days().abs()))
}

/// Words and numbers; the longest line that is looked at is one of a few hundred bytes.
fn words(line: &str) -> Vec<&str> {
    line.split(|c: char| c.is_whitespace() || ",()[]|•·".contains(c))
        .filter(|w| !w.is_empty())
        .take(60)
        .collect()
}

fn read(words: &[&str], at: usize) -> Option<Date> {
    let word = words[at];
    if let Some(date) = numeric(word) {
        return Some(date);
    }
    if let Some(month) = month(word) {
        let day = day(words.get(at + 1)?)?;
        let year = year(words.get(at + 2)?)?;
        return Date::new(year, month, day).ok();
    }
    let day = day(word)?;
    let next = at + 1 + usize::from(words.get(at + 1).is_some_and(|w| *w == "of"));
    let month = month(words.get(next)?)?;
    let year = year(words.get(next + 1)?)?;
    Date::new(year, month, day).ok()
}

/// `2022-02-02`, `2022/02/02`, `12/21/2011`, `21.12.2011`
fn numeric(word: &str) -> Option<Date> {
    let word = word.split_once('T').map_or(word, |(day, _)| day);
    let mark = ['-', '/', '.'].into_iter().find(|m| word.contains(*m))?;
    let mut parts = word.trim_end_matches(['.', ':', ';']).splitn(3, mark);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, month, day) = match (a.len(), c.len(), mark) {
        (4, 1..=2, _) => (a, b, c),
        (1..=2, 4, '/') if a.parse::<i8>().is_ok_and(|month| month <= 12) => (c, a, b),
        (1..=2, 4, _) => (c, b, a),
        _ => return None,
    };
    Date::new(
        year.parse().ok().filter(|y| (1000..3000).contains(y))?,
        month.parse().ok()?,
        day.parse().ok()?,
    )
    .ok()
}

pub(super) fn is_month(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && month(word).is_some()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month by its name, its first three letters or "Sept.".
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    let at = MONTHS.iter().position(|name| {
        *name == word || name.get(..3) == Some(&word) || word == "sept" && *name == "september"
    })?;
    Some(at as i8 + 1)
}

fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(['.', ':']);
    let digits = digits
        .strip_suffix("st")
        .or_else(|| digits.strip_suffix("nd"))
        .or_else(|| digits.strip_suffix("rd"))
        .or_else(|| digits.strip_suffix("th"))
        .unwrap_or(digits);
    digits
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day) && digits.len() <= 2)
}

fn year(word: &str) -> Option<i16> {
    let digits = word.trim_end_matches(['.', ':', ';']);
    digits.parse().ok().filter(|year| (1700..2200).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn full_dates_in_their_shapes() {
        let day = Some(date(2022, 2, 3));
        for line in [
            "February 3, 2022",
            "PUBLISHED: 12:34 EST, 3 February 2022 | UPDATED: 14:00 EST, 5 February 2022",
            "Updated 5:30 PM ET, Thu Feb. 3, 2022",
            "Call, 02/03/2022",
            "2022-02-03T10:00:00Z",
            "3 Feb 2022",
            "The 3rd of February, 2022",
            "(Thursday, February 3, 2022)",
            "03.02.2022",
        ] {
            assert_eq!(find(line), day, "{line}");
        }
        for line in [
            "Feb. 3",
            "10:30 a.m.",
            "32 January 2022",
            "Room 3/2",
            "In May 2022",
            "1.2.3",
        ] {
            assert_eq!(find(line), None, "{line}");
        }
    }

    #[test]
    fn a_day_without_a_year_takes_the_nearest() {
        assert_eq!(find_partial("KYIV, Feb. 3"), Some((None, 2, 3)));
        assert_eq!(nearest(12, 30, date(2022, 1, 2)), Some(date(2021, 12, 30)));
        assert_eq!(nearest(2, 3, date(2022, 2, 5)), Some(date(2022, 2, 3)));
    }
}
