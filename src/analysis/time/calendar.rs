//! Days, weeks, months and years, counted from a reference day and written as ISO 8601.

use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
}

/// A stretch of the calendar that one expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    Day(Date),
    /// ISO year and week.
    Week(i16, i8),
    Month(i16, i8),
    Year(i16),
    /// First and last day of a longer or uneven stretch.
    Days(Date, Date),
    /// First and last month.
    Months((i16, i8), (i16, i8)),
    /// First and last year.
    Years(i16, i16),
}

impl Stretch {
    /// `2022-02-02`, `2022-W05`, `2022-02`, `2006`, or two of them joined by a slash.
    pub(super) fn iso(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Week(year, week) => format!("{year:04}-W{week:02}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Days(from, to) => format!("{from}/{to}"),
            Self::Months(from, to) => format!("{:04}-{:02}/{:04}-{:02}", from.0, from.1, to.0, to.1),
            Self::Years(from, to) => format!("{from:04}/{to:04}"),
        }
    }

    /// First and last day.
    pub(super) fn ends(self) -> Option<(Date, Date)> {
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(year, week) => {
                let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
                Some((monday, plus_days(monday, 6)?))
            }
            Self::Month(year, month) => {
                let first = Date::new(year, month, 1).ok()?;
                Some((first, first.last_of_month()))
            }
            Self::Year(year) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
            Self::Days(from, to) => Some((from, to)),
            Self::Months(from, to) => {
                let last = Date::new(to.0, to.1, 1).ok()?.last_of_month();
                Some((Date::new(from.0, from.1, 1).ok()?, last))
            }
            Self::Years(from, to) => Some((Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?)),
        }
    }

    /// The stretch from the first day of `self` to the last day of `other`, in the coarsest unit of the two.
    pub(super) fn through(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Year(a), Self::Year(b)) => Some(Self::Years(a, b)),
            (Self::Month(y, m), Self::Month(z, n)) => Some(Self::Months((y, m), (z, n))),
            _ => Some(Self::Days(self.ends()?.0, other.ends()?.1)),
        }
    }
}

/// The day `days` after `day`.
pub(super) fn plus_days(day: Date, days: i64) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The month `months` after the one of `day`.
fn plus_months(day: Date, months: i64) -> Option<(i16, i8)> {
    let at = day
        .first_of_month()
        .checked_add(Span::new().try_months(months).ok()?)
        .ok()?;
    Some((at.year(), at.month()))
}

/// The ISO week of `day`.
pub(super) fn week_of(day: Date) -> Stretch {
    let week = day.iso_week_date();
    Stretch::Week(week.year(), week.week())
}

/// The `unit` that lies `steps` after the one of `day`: -1 is last, 0 this, 1 next.
pub(super) fn shifted(day: Date, unit: Unit, steps: i64) -> Option<Stretch> {
    Some(match unit {
        Unit::Hour => Stretch::Day(plus_days(day, steps / 24)?),
        Unit::Day => Stretch::Day(plus_days(day, steps)?),
        Unit::Week => week_of(plus_days(day, steps.checked_mul(7)?)?),
        Unit::Weekend => {
            let saturday = plus_days(day, 5 - i64::from(day.weekday().to_monday_zero_offset()))?;
            let saturday = plus_days(saturday, steps.checked_mul(7)?)?;
            Stretch::Days(saturday, plus_days(saturday, 1)?)
        }
        Unit::Month => {
            let (year, month) = plus_months(day, steps)?;
            Stretch::Month(year, month)
        }
        Unit::Quarter => {
            let into = i64::from((day.month() - 1) % 3);
            let from = plus_months(day, steps.checked_mul(3)? - into)?;
            Stretch::Months(from, plus_months(day, steps.checked_mul(3)? - into + 2)?)
        }
        Unit::Year => Stretch::Year(year(i64::from(day.year()).checked_add(steps)?)?),
        Unit::Decade => {
            let first = i64::from(day.year()) / 10 * 10 + steps.checked_mul(10)?;
            Stretch::Years(year(first)?, year(first + 9)?)
        }
    })
}

/// The stretch of `steps` units that ends (negative) or begins (positive) on `day`.
pub(super) fn run(day: Date, unit: Unit, steps: i64) -> Option<Stretch> {
    let other = match unit {
        Unit::Hour => plus_days(day, steps / 24 + if steps % 24 == 0 { 0 } else { steps.signum() })?,
        Unit::Day => plus_days(day, steps)?,
        Unit::Week | Unit::Weekend => plus_days(day, steps.checked_mul(7)?)?,
        Unit::Month | Unit::Quarter => {
            let months = steps.checked_mul(if unit == Unit::Quarter { 3 } else { 1 })?;
            day.checked_add(Span::new().try_months(months).ok()?).ok()?
        }
        Unit::Year | Unit::Decade => {
            let years = steps.checked_mul(if unit == Unit::Decade { 10 } else { 1 })?;
            day.checked_add(Span::new().try_years(years).ok()?).ok()?
        }
    };
    Some(Stretch::Days(day.min(other), day.max(other)))
}

/// The last day of the `unit` that holds `day`; a week stays a week, for nobody means its Sunday.
pub(super) fn end_of(stretch: Stretch) -> Option<Stretch> {
    match stretch {
        Stretch::Week(..) => Some(stretch),
        _ => Some(Stretch::Day(stretch.ends()?.1)),
    }
}

/// A year of four digits, or nothing.
pub(super) fn year(value: i64) -> Option<i16> {
    i16::try_from(value).ok().filter(|y| (1000..=9999).contains(y))
}

/// The day with weekday `weekday` nearest to `day` in the direction `toward`: at most six days off, `day` itself
/// where it has that weekday.
pub(super) fn weekday_near(day: Date, weekday: Weekday, future: bool) -> Option<Date> {
    let off = i64::from(day.weekday().until(weekday));
    plus_days(day, if future || off == 0 { off } else { off - 7 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn units_shift_and_are_written_as_iso() {
        let day = date(2022, 2, 2);
        let cases = [
            (Unit::Day, -1, "2022-02-01"),
            (Unit::Week, 0, "2022-W05"),
            (Unit::Week, -1, "2022-W04"),
            (Unit::Weekend, -1, "2022-01-29/2022-01-30"),
            (Unit::Weekend, 0, "2022-02-05/2022-02-06"),
            (Unit::Month, -2, "2021-12"),
            (Unit::Quarter, 0, "2022-01/2022-03"),
            (Unit::Quarter, -1, "2021-10/2021-12"),
            (Unit::Year, 1, "2023"),
            (Unit::Decade, -1, "2010/2019"),
        ];
        for (unit, steps, iso) in cases {
            assert_eq!(
                shifted(day, unit, steps).map(Stretch::iso).as_deref(),
                Some(iso),
                "{unit:?} {steps}"
            );
        }
    }

    #[test]
    fn a_step_off_the_calendar_is_nothing() {
        let day = date(2022, 2, 2);
        for unit in [
            Unit::Hour,
            Unit::Day,
            Unit::Week,
            Unit::Weekend,
            Unit::Month,
            Unit::Quarter,
            Unit::Year,
            Unit::Decade,
        ] {
            assert_eq!(shifted(day, unit, i64::MAX), None, "{unit:?}");
            assert_eq!(run(day, unit, i64::MIN + 1), None, "{unit:?}");
        }
    }

    #[test]
    fn weekdays_fall_on_the_day_itself_or_within_six_days() {
        let wednesday = date(2022, 2, 2);
        let near = |weekday, future| weekday_near(wednesday, weekday, future).unwrap().to_string();
        assert_eq!(near(Weekday::Wednesday, false), "2022-02-02");
        assert_eq!(near(Weekday::Wednesday, true), "2022-02-02");
        assert_eq!(near(Weekday::Tuesday, false), "2022-02-01");
        assert_eq!(near(Weekday::Tuesday, true), "2022-02-08");
        assert_eq!(near(Weekday::Friday, false), "2022-01-28");
    }
}
