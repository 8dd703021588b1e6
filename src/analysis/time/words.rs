//! The words that dates are made of.

use jiff::civil::Weekday;

use super::calendar::Unit;

/// What a word may be in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Month(i8),
    Weekday(Weekday),
    /// today, yesterday, tomorrow, tonight: days after the reference day.
    Day(i64),
    /// now, currently
    Now,
    Overnight,
    Unit(Unit),
    /// days, weeks: the unit in the plural.
    Units(Unit),
    /// morning, night: a part of a day.
    Part,
    Season,
    This,
    Last,
    Next,
    /// the coming
    Coming,
    /// the past
    Past,
    Recent,
    The,
    /// early, mid, late, earlier, later
    Part3,
    /// end, close
    End,
    /// beginning, start, middle
    Start,
    Ago,
    Ahead,
    Preposition(Preposition),
    /// a number from one to twenty, a dozen, or "a".
    Number(i64),
    /// a few, several
    Few,
    Other,
}

/// How an expression stands to what happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preposition {
    /// in, on, at, over, during
    At,
    Within,
    /// since, from, starting
    From,
    /// by, until, before, through
    Until,
    After,
    Of,
    /// as of
    As,
    Between,
}

/// Whether `word` is `small` (given in lower case), whatever the case of its letters.
pub(super) fn is(word: &str, small: &str) -> bool {
    word.eq_ignore_ascii_case(small)
}

/// The kind of `word`; case counts only for months and weekdays, which begin with a capital.
pub(super) fn kind(word: &str) -> Word {
    let bytes = word.as_bytes();
    let Some(first) = bytes.first() else {
        return Word::Other;
    };
    if bytes.len() > 10 || !first.is_ascii_alphabetic() {
        return Word::Other;
    }
    let mut lower = [0_u8; 10];
    for (to, from) in lower.iter_mut().zip(bytes) {
        *to = from.to_ascii_lowercase();
    }
    let small = lower.get(..bytes.len()).unwrap_or_default();
    if first.is_ascii_uppercase() {
        if let Some(month) = month(small) {
            return Word::Month(month);
        }
        if let Some(weekday) = weekday(small) {
            return Word::Weekday(weekday);
        }
    }
    match small {
        b"today" | b"tonight" => Word::Day(0),
        b"yesterday" => Word::Day(-1),
        b"tomorrow" => Word::Day(1),
        b"now" | b"currently" | b"presently" => Word::Now,
        b"overnight" => Word::Overnight,
        b"hour" => Word::Unit(Unit::Hour),
        b"day" => Word::Unit(Unit::Day),
        b"week" => Word::Unit(Unit::Week),
        b"weekend" => Word::Unit(Unit::Weekend),
        b"month" => Word::Unit(Unit::Month),
        b"quarter" => Word::Unit(Unit::Quarter),
        b"year" => Word::Unit(Unit::Year),
        b"decade" => Word::Unit(Unit::Decade),
        b"hours" => Word::Units(Unit::Hour),
        b"days" => Word::Units(Unit::Day),
        b"weeks" => Word::Units(Unit::Week),
        b"weekends" => Word::Units(Unit::Weekend),
        b"months" => Word::Units(Unit::Month),
        b"quarters" => Word::Units(Unit::Quarter),
        b"years" => Word::Units(Unit::Year),
        b"decades" => Word::Units(Unit::Decade),
        b"morning" | b"afternoon" | b"evening" | b"night" | b"dawn" | b"noon" | b"midnight" | b"dusk" => {
            Word::Part
        }
        b"spring" | b"summer" | b"autumn" | b"fall" | b"winter" => Word::Season,
        b"this" => Word::This,
        b"last" | b"previous" => Word::Last,
        b"next" | b"following" => Word::Next,
        b"coming" => Word::Coming,
        b"past" => Word::Past,
        b"recent" => Word::Recent,
        b"the" => Word::The,
        b"early" | b"mid" | b"late" | b"earlier" | b"later" | b"middle" => Word::Part3,
        b"end" | b"close" => Word::End,
        b"beginning" | b"start" => Word::Start,
        b"ago" => Word::Ago,
        b"ahead" => Word::Ahead,
        b"in" | b"on" | b"at" | b"over" | b"during" | b"around" | b"throughout" => {
            Word::Preposition(Preposition::At)
        }
        b"within" => Word::Preposition(Preposition::Within),
        b"since" | b"from" | b"starting" | b"effective" => Word::Preposition(Preposition::From),
        b"by" | b"until" | b"till" | b"before" | b"through" => Word::Preposition(Preposition::Until),
        b"after" => Word::Preposition(Preposition::After),
        b"of" => Word::Preposition(Preposition::Of),
        b"as" => Word::Preposition(Preposition::As),
        b"between" => Word::Preposition(Preposition::Between),
        b"a" | b"an" | b"one" | b"single" => Word::Number(1),
        b"two" | b"couple" => Word::Number(2),
        b"three" => Word::Number(3),
        b"four" => Word::Number(4),
        b"five" => Word::Number(5),
        b"six" => Word::Number(6),
        b"seven" => Word::Number(7),
        b"eight" => Word::Number(8),
        b"nine" => Word::Number(9),
        b"ten" => Word::Number(10),
        b"eleven" => Word::Number(11),
        b"twelve" | b"dozen" => Word::Number(12),
        b"thirteen" => Word::Number(13),
        b"fourteen" => Word::Number(14),
        b"fifteen" => Word::Number(15),
        b"sixteen" => Word::Number(16),
        b"eighteen" => Word::Number(18),
        b"twenty" => Word::Number(20),
        b"thirty" => Word::Number(30),
        b"few" | b"several" | b"some" => Word::Few,
        _ => Word::Other,
    }
}

fn month(small: &[u8]) -> Option<i8> {
    Some(match small {
        b"january" | b"jan" => 1,
        b"february" | b"feb" => 2,
        b"march" | b"mar" => 3,
        b"april" | b"apr" => 4,
        b"may" => 5,
        b"june" | b"jun" => 6,
        b"july" | b"jul" => 7,
        b"august" | b"aug" => 8,
        b"september" | b"sept" | b"sep" => 9,
        b"october" | b"oct" => 10,
        b"november" | b"nov" => 11,
        b"december" | b"dec" => 12,
        _ => return None,
    })
}

fn weekday(small: &[u8]) -> Option<Weekday> {
    Some(match small {
        b"monday" | b"mon" => Weekday::Monday,
        b"tuesday" | b"tues" | b"tue" => Weekday::Tuesday,
        b"wednesday" | b"weds" | b"wed" => Weekday::Wednesday,
        b"thursday" | b"thurs" | b"thu" => Weekday::Thursday,
        b"friday" | b"fri" => Weekday::Friday,
        b"saturday" | b"sat" => Weekday::Saturday,
        b"sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// The value of a token of one to four digits.
pub(super) fn digits(word: &str) -> Option<i64> {
    (word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
}

/// The day of a month: `2`, `02`, `2nd`.
pub(super) fn day_of_month(word: &str) -> Option<i8> {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let tail = word.get(number.len()..).unwrap_or_default();
    if number.is_empty() || number.len() > 2 || !matches!(tail, "" | "st" | "nd" | "rd" | "th") {
        return None;
    }
    number.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A year between 1000 and 2199 written with four digits.
pub(super) fn year(word: &str) -> Option<i16> {
    (word.len() == 4)
        .then(|| digits(word))?
        .and_then(|y| i16::try_from(y).ok())
        .filter(|y| (1000..2200).contains(y))
}

/// The first year of a decade: `1990s`, `'90s` is left out.
pub(super) fn decade(word: &str) -> Option<i16> {
    word.strip_suffix('s').and_then(year).filter(|y| y % 10 == 0)
}
