//! Days as metadata writes them: ISO 8601, RFC 2822 and the common ways of words.

use jiff::civil::Date;

use super::date::month;

/// The day that a metadata field names, by its own clock; the time of day and the zone are left aside.
///
/// Read are `2024-05-07…`, `2024/5/7`, `2024.05.07`, `20240507…`, `Tue, 07 May 2024 …`, `7 May 2024`, `May 7, 2024`.
pub(crate) fn day(raw: &str) -> Option<Date> {
    numeric(raw.trim()).or_else(|| worded(raw))
}

fn numeric(raw: &str) -> Option<Date> {
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    if digits >= 8 {
        return date(raw.get(..4)?, raw.get(4..6)?, raw.get(6..8)?);
    }
    if digits != 4 {
        return None;
    }
    let mut parts = raw.splitn(3, ['-', '/', '.']);
    let (year, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let day = rest.bytes().take_while(u8::is_ascii_digit).count();
    date(year, month, rest.get(..day)?)
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A day in words: a month's name with a day and a year near it.
fn worded(raw: &str) -> Option<Date> {
    let words: Vec<&str> = raw
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .take(24)
        .collect();
    let at = words.iter().position(|w| month(w).is_some())?;
    let month = month(words.get(at)?)?;
    let number = |at: usize| -> Option<i16> {
        let word = words.get(at)?;
        word.trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .parse()
            .ok()
    };
    let before = at.checked_sub(1).and_then(number);
    let year = |n: &i16| (1000..=9999).contains(n);
    let (day, year) = match (before, number(at + 1), number(at + 2)) {
        (Some(day), Some(y), _) if year(&y) => (day, y),
        (_, Some(day), Some(y)) if year(&y) => (day, y),
        _ => return None,
    };
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

/// The day in a link's path, as many publishers write it: `/2024/05/07/`, also with a section behind the year.
pub(crate) fn day_in_link(url: &str) -> Option<Date> {
    let parts: Vec<&str> = url.split('/').skip(3).collect();
    let at = parts
        .iter()
        .position(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_digit()))?;
    let year = parts.get(at)?;
    let behind = parts.get(at + 1..)?;
    behind.windows(2).take(2).find_map(|pair| match pair {
        [month, day] if month.len() <= 2 && day.len() <= 2 => date(year, month, day),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_of_writing_a_day() {
        for raw in [
            "2024-05-07",
            "2024-05-07T23:59:00-04:00",
            "2024-05-07 14:57:36-04:00",
            "2024/5/7",
            "2024.05.07 14:45",
            "20240507T144526",
            "Tue, 07 May 2024 14:45:26 -0400",
            "7 May 2024",
            "May 7, 2024 at 5:00 p.m.",
            "Tuesday May 7th 2024",
        ] {
            assert_eq!(day(raw), Some(jiff::civil::date(2024, 5, 7)), "{raw}");
        }
        assert_eq!(day("Sept. 1, 2023"), Some(jiff::civil::date(2023, 9, 1)));
        for raw in ["", "unknown", "2024", "2024-13-40", "May", "May 2024", "12:30"] {
            assert_eq!(day(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_link_may_hold_the_day() {
        assert_eq!(
            day_in_link("https://news.example/2024/05/07/story"),
            Some(jiff::civil::date(2024, 5, 7))
        );
        assert_eq!(
            day_in_link("http://news.example/2024/HARBOUR/05/07/story/index.html"),
            Some(jiff::civil::date(2024, 5, 7))
        );
        assert_eq!(day_in_link("https://news.example/story/12/5"), None);
        assert_eq!(day_in_link("https://news.example/2024/story/12"), None);
    }
}
