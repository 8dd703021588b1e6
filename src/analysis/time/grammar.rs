//! The grammar of dates: from the words at one token to the stretch of the calendar that they name.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::analysis::tokens::{Token, Tokens};

use super::calendar::{self, Stretch, Unit};
use super::tense;
use super::words::{self, Preposition, Word};

/// How many expressions may lie in one another: "the end of the beginning of May" has two.
const DEEPEST: u8 = 4;

/// The tokens of one sentence and the day to count from.
pub(super) struct Grammar<'a> {
    pub(super) tokens: &'a Tokens<'a>,
    /// [`kinds`] of the tokens; without them each word is looked up.
    pub(super) kinds: &'a [Word],
    pub(super) sentence: Range<usize>,
    pub(super) reference: Option<Date>,
    /// The year that the sentence named last: "the year" may be that one.
    pub(super) year: Option<i16>,
    /// The year of the past that the sentences before told of.
    pub(super) story: Option<i16>,
}

/// The kind of each spelling of `tokens`, by its number.
pub(super) fn kinds(tokens: &Tokens<'_>) -> Vec<Word> {
    let kind = |token: &Token| kind(token.span.of(tokens.text()));
    tokens.spellings().iter().map(kind).collect()
}

fn kind(written: &str) -> Word {
    words::kind(written.trim_end_matches('.'))
}

/// What was read at a token: one past its last token, and what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Core {
    pub(super) end: usize,
    /// `None` where there is no day to count from, or the words name none ("that day").
    pub(super) stretch: Option<Stretch>,
    /// Whether it stands only with a preposition or the like before it ("in May", "by 2025").
    pub(super) needs_cue: bool,
    /// now, currently
    pub(super) now: bool,
}

impl Core {
    const fn at(end: usize, stretch: Option<Stretch>) -> Self {
        Self {
            end,
            stretch,
            needs_cue: false,
            now: false,
        }
    }

    const fn cued(end: usize, stretch: Option<Stretch>) -> Self {
        Self {
            end,
            stretch,
            needs_cue: true,
            now: false,
        }
    }
}

/// A day of a month whose year may be missing.
#[derive(Clone, Copy)]
struct Calendar {
    year: Option<i16>,
    month: i8,
    day: Option<i8>,
    end: usize,
}

impl<'a> Grammar<'a> {
    pub(super) fn word(&self, i: usize) -> &'a str {
        if self.sentence.contains(&i) {
            self.tokens.word(i)
        } else {
            ""
        }
    }

    pub(super) fn kind(&self, i: usize) -> Word {
        if !self.sentence.contains(&i) {
            return words::kind("");
        }
        let known = self.tokens.get(i).and_then(|t| self.kinds.get(t.spelling()));
        known.copied().unwrap_or_else(|| kind(self.tokens.word(i)))
    }

    /// The expression that begins at token `i`, prepositions and adverbs before it left out.
    pub(super) fn core(&self, i: usize) -> Option<Core> {
        self.nested(i, DEEPEST)
    }

    fn nested(&self, i: usize, depth: u8) -> Option<Core> {
        let depth = depth.checked_sub(1)?;
        match self.kind(i) {
            Word::Month(_) => self.read_month(i),
            Word::Weekday(weekday) => self.read_weekday(i, weekday, None),
            Word::Day(off) => {
                let end = if matches!(self.kind(i + 1), Word::Part) {
                    i + 2
                } else {
                    i + 1
                };
                // "USA Today" and the like are names.
                let name = i > self.sentence.start
                    && self.word(i).starts_with(char::is_uppercase)
                    && self.word(i - 1).starts_with(char::is_uppercase);
                (!name).then(|| Core::at(end, self.shifted(Unit::Day, off)))
            }
            Word::Now if !words::is(self.word(i + 1), "that") => Some(Core {
                end: i + 1,
                stretch: self.shifted(Unit::Day, 0),
                needs_cue: false,
                now: true,
            }),
            Word::Overnight => Some(Core::at(i + 1, self.shifted(Unit::Day, 0))),
            Word::This => self.after_determiner(i, 0),
            Word::Last => self.after_determiner(i, -1).or_else(|| self.run(i + 1, -1)),
            Word::Next => self.after_determiner(i, 1).or_else(|| self.run(i + 1, 1)),
            Word::Coming => self.run(i + 1, 1),
            Word::Past => self.run(i + 1, -1),
            Word::Recent => self.recent(i),
            Word::The => self.after_the(i, depth),
            Word::Season => self.season(i),
            Word::End | Word::Start => self.edge(i, depth),
            Word::Number(_) | Word::Few => self.counted(i),
            Word::Units(unit) if matches!(self.kind(i + 1), Word::Ahead) => {
                Some(Core::at(i + 2, self.vague(unit)))
            }
            Word::Unit(Unit::Weekend) => None,
            _ => self.read_digits(i),
        }
    }

    fn shifted(&self, unit: Unit, steps: i64) -> Option<Stretch> {
        calendar::shifted(self.reference?, unit, steps)
    }

    /// `July 20, 2005`, `Feb. 2`, `March 2023`, `January 1-October 31 2007`, `May`.
    fn read_month(&self, i: usize) -> Option<Core> {
        let first = self.month_first(i)?;
        Some(self.finish(first, i))
    }

    fn month_first(&self, i: usize) -> Option<Calendar> {
        let Word::Month(month) = self.kind(i) else {
            return None;
        };
        let next = self.skip_the(i + 1);
        if let Some(day) = words::day_of_month(self.word(next)) {
            // "May 18 soldiers" counts soldiers only where "May" is a verb, and that has no capital inside a sentence.
            let (year, end) = self.trailing_year(next + 1);
            return Some(Calendar {
                year,
                month,
                day: Some(day),
                end,
            });
        }
        let (year, end) = self.trailing_year(i + 1);
        Some(Calendar {
            year,
            month,
            day: None,
            end,
        })
    }

    /// A year after a day or month, with or without a comma.
    fn trailing_year(&self, at: usize) -> (Option<i16>, usize) {
        if let Some(year) = words::year(self.word(at)) {
            return (Some(year), at + 1);
        }
        if matches!(self.word(at), "," | "of")
            && let Some(year) = words::year(self.word(at + 1))
        {
            return (Some(year), at + 2);
        }
        (None, at)
    }

    fn skip_the(&self, at: usize) -> usize {
        if words::is(self.word(at), "the") {
            at + 1
        } else {
            at
        }
    }

    /// `2 February 2022`, `19 Nov`, `the 2nd of May`.
    fn day_first(&self, i: usize) -> Option<Calendar> {
        let day = words::day_of_month(self.word(i))?;
        let month_at = if words::is(self.word(i + 1), "of") {
            i + 2
        } else {
            i + 1
        };
        let Word::Month(month) = self.kind(month_at) else {
            return None;
        };
        let (year, end) = self.trailing_year(month_at + 1);
        Some(Calendar {
            year,
            month,
            day: Some(day),
            end,
        })
    }

    /// Completes a day or month, and takes in the other end of a range.
    fn finish(&self, mut first: Calendar, i: usize) -> Core {
        let mark = self.word(first.end);
        if matches!(mark, "-" | "–" | "—" | "to" | "through" | "until") || self.between(i) && mark == "and"
        {
            let at = first.end + 1;
            let other = self.month_first(at).or_else(|| self.day_first(at)).or_else(|| {
                let day = words::day_of_month(self.word(at))?;
                first.day?;
                let (year, end) = self.trailing_year(at + 1);
                Some(Calendar {
                    year,
                    month: first.month,
                    day: Some(day),
                    end,
                })
            });
            if let Some(mut other) = other {
                first.year = first.year.or(other.year);
                other.year = other.year.or(first.year);
                let stretch = self
                    .resolve(first, i)
                    .zip(self.resolve(other, i))
                    .and_then(|(a, b)| a.through(b));
                return Core::at(other.end, stretch);
            }
        }
        let bare = first.day.is_none() && first.year.is_none();
        Core {
            needs_cue: bare,
            ..Core::at(first.end, self.resolve(first, i))
        }
    }

    fn between(&self, i: usize) -> bool {
        i > self.sentence.start && words::is(self.word(i - 1), "between")
    }

    fn resolve(&self, date: Calendar, i: usize) -> Option<Stretch> {
        let year = match date.year {
            Some(year) => year,
            None => self
                .year
                .filter(|_| self.story.is_some())
                .or(self.story)
                .map_or_else(|| self.nearest_year(date, i), Some)?,
        };
        match date.day {
            Some(day) => Date::new(year, date.month, day).ok().map(Stretch::Day),
            None => Some(Stretch::Month(year, date.month)),
        }
    }

    /// The year of a day or month without one: the last before the reference day, or the next after it where the
    /// clause speaks of the future.
    fn nearest_year(&self, date: Calendar, i: usize) -> Option<i16> {
        let reference = self.reference?;
        let key = |d: Option<i8>| (date.month, d.or(date.day).unwrap_or(0));
        let today = (
            reference.month(),
            if date.day.is_some() { reference.day() } else { 0 },
        );
        let year = reference.year();
        let future = tense::future(self, i, date.end);
        Some(match key(None).cmp(&today) {
            std::cmp::Ordering::Less if future == Some(true) => year + 1,
            // "was to be done by 31 August": a limit lies ahead of the telling.
            std::cmp::Ordering::Greater
                if future == Some(false) && self.preposition(i) != Some(Preposition::Until) =>
            {
                year - 1
            }
            // Without a tense to go by a day some months ahead is still ahead, a whole year on is last year's.
            std::cmp::Ordering::Greater if future.is_none() && date.month - reference.month() > 6 => year - 1,
            _ => year,
        })
    }

    /// `Wednesday`, `Wednesday night`, `Wednesday, July 20, 2005`; `steps` after "last", "this" and "next".
    fn read_weekday(&self, i: usize, weekday: Weekday, steps: Option<i64>) -> Option<Core> {
        let mut end = i + 1;
        if matches!(
            self.word(end),
            "Times" | "Telegraph" | "Mail" | "Herald" | "Express"
        ) {
            return None;
        }
        if matches!(self.kind(end), Word::Part) {
            end += 1;
        }
        let date_at = if self.word(end) == "," { end + 1 } else { end };
        if steps.is_none()
            && let Some(date) = self.month_first(date_at).or_else(|| self.day_first(date_at))
            && date.day.is_some()
        {
            return Some(self.finish(date, i));
        }
        let stretch = self.reference.and_then(|reference| {
            let future = match steps {
                Some(steps) => steps >= 0,
                None => tense::future(self, i, end) == Some(true),
            };
            let day = calendar::weekday_near(reference, weekday, future)?;
            let same = day == reference;
            Some(Stretch::Day(match steps {
                Some(-1) if same => calendar::plus_days(day, -7)?,
                Some(1) if same => calendar::plus_days(day, 7)?,
                _ => day,
            }))
        });
        Some(Core::at(end, stretch))
    }

    /// After this (0), last (-1), next (1): a unit, a month, a weekday, a season or a part of the day.
    fn after_determiner(&self, i: usize, steps: i64) -> Option<Core> {
        match self.kind(i + 1) {
            Word::Unit(unit) if unit != Unit::Hour => {
                if unit == Unit::Day && steps != 0 {
                    // "The next day" counts from a day that the story tells.
                    return Some(Core::at(i + 2, None));
                }
                let steps = match unit {
                    // Early in the week "last weekend" is the one just gone, as "this weekend" is the coming one.
                    Unit::Weekend if steps < 0 && self.in_weekend() => 0,
                    _ => steps,
                };
                Some(Core::at(i + 2, self.shifted(unit, steps)))
            }
            Word::Part => {
                let off = if steps < 0 { -1 } else { steps };
                Some(Core::at(i + 2, self.shifted(Unit::Day, off)))
            }
            Word::Weekday(weekday) => self.read_weekday(i + 1, weekday, Some(steps)),
            Word::Month(month) => {
                let stretch = self.reference.and_then(|day| {
                    let year = match (steps, month.cmp(&day.month())) {
                        (-1, std::cmp::Ordering::Less) | (0, _) => day.year(),
                        (-1, _) => day.year() - 1,
                        (_, std::cmp::Ordering::Greater) => day.year(),
                        _ => day.year() + 1,
                    };
                    Some(Stretch::Month(calendar::year(i64::from(year))?, month))
                });
                Some(Core::at(i + 2, stretch))
            }
            Word::Season => {
                let stretch = self
                    .reference
                    .and_then(|day| self.season_year(i + 1, day, Some(steps)));
                Some(Core::at(i + 2, stretch))
            }
            Word::The => None,
            _ if words::is(self.word(i + 1), "fiscal")
                && matches!(self.kind(i + 2), Word::Unit(Unit::Year)) =>
            {
                Some(Core::at(i + 3, self.shifted(Unit::Year, steps)))
            }
            _ => None,
        }
    }

    fn in_weekend(&self) -> bool {
        self.reference
            .is_some_and(|d| d.weekday().to_monday_zero_offset() == 6)
    }

    /// `days` stretches without a number: some days stay in the month, weeks may leave it, more is unknown.
    fn vague(&self, unit: Unit) -> Option<Stretch> {
        match unit {
            Unit::Hour => self.shifted(Unit::Day, 0),
            Unit::Day | Unit::Weekend => self.shifted(Unit::Month, 0),
            Unit::Week => self
                .shifted(Unit::Month, 0)?
                .through(self.shifted(Unit::Month, 1)?),
            _ => None,
        }
    }

    /// A number of units: the count and the token after the unit.
    fn amount(&self, at: usize) -> Option<(Option<i64>, Unit, usize)> {
        let (count, mut at) = match self.kind(at) {
            Word::Number(count) => (Some(count), at + 1),
            Word::Few => (None, at + 1),
            _ => (Some(words::digits(self.word(at))?), at + 1),
        };
        let mut count = count;
        // "a few days", "a couple of weeks"
        if matches!(self.kind(at), Word::Few) {
            count = None;
            at += 1;
        } else if matches!(self.word(at), "couple" | "dozen") {
            count = Some(if self.word(at) == "couple" { 2 } else { 12 });
            at += 1;
        }
        if words::is(self.word(at), "of") {
            at += 1;
        }
        if self.word(at) == "-" {
            at += 1;
        }
        match self.kind(at) {
            Word::Unit(unit) | Word::Units(unit) => Some((count, unit, at + 1)),
            _ => None,
        }
    }

    /// `past three days`, `coming weeks`, `next 24 hours`: a stretch that ends or begins on the reference day.
    fn run(&self, at: usize, sign: i64) -> Option<Core> {
        if let Some((count, unit, end)) = self.amount(at) {
            let stretch = match count {
                Some(count) => self
                    .reference
                    .and_then(|day| calendar::run(day, unit, sign * count)),
                None => self.vague(unit),
            };
            return Some(Core::at(end, stretch));
        }
        match self.kind(at) {
            Word::Units(unit) => Some(Core::at(at + 1, self.vague(unit))),
            Word::Unit(unit) if unit != Unit::Hour => Some(Core::at(
                at + 1,
                self.reference.and_then(|day| calendar::run(day, unit, sign)),
            )),
            _ => None,
        }
    }

    fn recent(&self, i: usize) -> Option<Core> {
        match self.kind(i + 1) {
            Word::Units(unit) => {
                let stretch = match unit {
                    Unit::Week => self
                        .shifted(Unit::Month, -1)
                        .and_then(|a| a.through(self.shifted(Unit::Month, 0)?)),
                    _ => self.vague(unit),
                };
                Some(Core::at(i + 2, stretch))
            }
            _ => None,
        }
    }

    /// `the past week`, `the coming days`, `the week ahead`, `the weekend`, `the end of the year`, `the same day`.
    fn after_the(&self, i: usize, depth: u8) -> Option<Core> {
        match self.kind(i + 1) {
            Word::Coming => self.run(i + 2, 1),
            // "The last week" runs up to today, "last week" is the calendar's.
            Word::Past | Word::Last => self.run(i + 2, -1),
            Word::Next => {
                if matches!(
                    self.kind(i + 2),
                    Word::Unit(Unit::Day | Unit::Week | Unit::Month | Unit::Year)
                ) {
                    return Some(Core::at(i + 3, None));
                }
                self.run(i + 2, 1)
            }
            Word::Recent => self.recent(i + 1),
            Word::Unit(Unit::Week) if matches!(self.kind(i + 2), Word::Ahead) => {
                Some(Core::at(i + 3, self.week_ahead()))
            }
            Word::Units(unit) | Word::Unit(unit) if matches!(self.kind(i + 2), Word::Ahead) => {
                Some(Core::at(i + 3, self.vague(unit)))
            }
            Word::Unit(Unit::Weekend) => {
                let stretch = self.reference.and_then(|day| {
                    let ahead = tense::future(self, i, i + 2) == Some(true);
                    let begun = day.weekday().to_monday_zero_offset() >= 5;
                    calendar::shifted(day, Unit::Weekend, if ahead || begun { 0 } else { -1 })
                });
                Some(Core::at(i + 2, stretch))
            }
            Word::End | Word::Start => self.edge(i + 1, depth),
            Word::Season => self.season(i + 1),
            Word::Part => {
                // "the night of March 3": the date itself is read.
                if words::is(self.word(i + 2), "of") {
                    self.nested(i + 3, depth).filter(|c| !c.now)
                } else {
                    None
                }
            }
            Word::Part3 if words::is(self.word(i + 2), "of") => self.nested(i + 3, depth),
            _ if words::decade(self.word(i + 1)).is_some() => self.read_digits(i + 1),
            _ => match words::day_of_month(self.word(i + 1)) {
                Some(_) if words::is(self.word(i + 2), "of") => {
                    self.day_first(i + 1).map(|date| self.finish(date, i))
                }
                _ => None,
            },
        }
    }

    /// The seven days ahead; from Friday on that is next week.
    fn week_ahead(&self) -> Option<Stretch> {
        let day = self.reference?;
        if day.weekday().to_monday_zero_offset() >= 4 {
            calendar::shifted(day, Unit::Week, 1)
        } else {
            calendar::run(day, Unit::Week, 1)
        }
    }

    /// `end of the month`, `beginning of next year`, `start of May`, `end of 2014`.
    fn edge(&self, i: usize, depth: u8) -> Option<Core> {
        if !words::is(self.word(i + 1), "of") {
            return None;
        }
        let whole = self.kind(i) == Word::End;
        let at = i + 2;
        let inner = match self.kind(at) {
            Word::The => match self.kind(at + 1) {
                Word::Unit(
                    unit @ (Unit::Week
                    | Unit::Weekend
                    | Unit::Month
                    | Unit::Quarter
                    | Unit::Year
                    | Unit::Decade),
                ) => Core::at(at + 2, self.definite(unit)),
                Word::Season => self.season(at + 1)?,
                _ => return None,
            },
            _ => self.nested(at, depth)?,
        };
        let stretch = inner.stretch.and_then(|stretch| {
            if whole {
                return calendar::end_of(stretch);
            }
            Some(match stretch {
                Stretch::Year(year) => Stretch::Month(year, 1),
                other => other,
            })
        });
        Some(Core::at(inner.end, stretch))
    }

    /// "The year": the one that the sentence named last, else the current one.
    fn definite(&self, unit: Unit) -> Option<Stretch> {
        match (unit, self.year) {
            (Unit::Year, Some(year)) => Some(Stretch::Year(year)),
            _ => self.shifted(unit, 0),
        }
    }

    /// `summer`, `summer 2014`, `summer of 2014`. Where a season lies in its year depends on the hemisphere, so the
    /// year is all that is said.
    fn season(&self, i: usize) -> Option<Core> {
        let (year, end) = self.trailing_year(i + 1);
        if let Some(year) = year {
            return Some(Core::at(end, Some(Stretch::Year(year))));
        }
        if matches!(self.word(i), "fall")
            && !matches!(
                self.word(i.wrapping_sub(1)),
                "the" | "this" | "last" | "next" | "in"
            )
        {
            return None;
        }
        let stretch = self.reference.and_then(|day| self.season_year(i, day, None));
        Some(Core::cued(i + 1, stretch))
    }

    fn season_year(&self, i: usize, day: Date, steps: Option<i64>) -> Option<Stretch> {
        let middle = match self.word(i).as_bytes().first() {
            Some(b's' | b'S') if words::is(self.word(i), "spring") => 4,
            Some(b's' | b'S') => 7,
            Some(b'w' | b'W') => 1,
            _ => 10,
        };
        let month = day.month();
        let year = i64::from(day.year());
        let year = match steps {
            Some(0) => year + i64::from(middle == 1 && month > 8),
            Some(steps) if steps < 0 => year - i64::from(month <= middle + 1),
            Some(_) => year + i64::from(month >= middle - 1),
            None => match tense::future(self, i, i + 1) {
                Some(true) => year + i64::from(month > middle + 1),
                Some(false) => year - i64::from(month < middle - 1),
                None => year,
            },
        };
        calendar::year(year).map(Stretch::Year)
    }

    /// `two weeks ago`, `a few days ago`; `2 February`, `three days from now` and other counts.
    fn counted(&self, i: usize) -> Option<Core> {
        let (count, unit, end) = self.amount(i)?;
        match self.kind(end) {
            Word::Ago => {
                let stretch = match (count, unit) {
                    (None, _) => self.vague(unit).filter(|_| unit == Unit::Day),
                    (Some(count), Unit::Hour) => self
                        .reference
                        .and_then(|day| calendar::plus_days(day, -(count / 24)))
                        .map(Stretch::Day),
                    (Some(count), unit) => self.shifted(unit, -count),
                };
                Some(Core::at(end + 1, stretch))
            }
            _ => match self.preposition(i) {
                Some(Preposition::Within) => Some(Core::at(
                    end,
                    match count {
                        Some(count) => self.reference.and_then(|day| calendar::run(day, unit, count)),
                        None => self.vague(unit),
                    },
                )),
                // "In three weeks" is a day ahead only where the clause looks ahead; else it is how long something took.
                Some(Preposition::At)
                    if words::is(self.word(i.wrapping_sub(1)), "in")
                        && tense::future(self, i, end) == Some(true) =>
                {
                    Some(Core::at(
                        end,
                        match count {
                            Some(count) => self.shifted(unit, count),
                            None => self.vague(unit),
                        },
                    ))
                }
                _ => None,
            },
        }
    }

    fn preposition(&self, i: usize) -> Option<Preposition> {
        match i.checked_sub(1).map(|i| self.kind(i)) {
            Some(Word::Preposition(preposition)) => Some(preposition),
            _ => None,
        }
    }

    /// `2 February 2022`, `2022-02-02`, `2006`, `2003-2005`, `1990s`, `24 hours ago`, `18:00` after "as of".
    fn read_digits(&self, i: usize) -> Option<Core> {
        let word = self.word(i);
        if !word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return None;
        }
        if let Some(first) = words::decade(word) {
            return Some(Core::cued(i + 1, Some(Stretch::Years(first, first + 9))));
        }
        if let Some(date) = self.day_first(i) {
            return Some(self.finish(date, i));
        }
        if let Some(core) = self.day_range(i) {
            return Some(core);
        }
        if let Some(year) = words::year(word) {
            return Some(self.read_year(i, year));
        }
        if let Some(end) = self.clock(i) {
            return Some(self.after_clock(end));
        }
        self.counted(i)
    }

    /// `12-14 June 2020`, `3 to 5 May`.
    fn day_range(&self, i: usize) -> Option<Core> {
        let day = words::day_of_month(self.word(i))?;
        if !matches!(self.word(i + 1), "-" | "–" | "to") {
            return None;
        }
        let last = self.day_first(i + 2)?;
        let first = Calendar {
            day: Some(day),
            ..last
        };
        let stretch = self
            .resolve(first, i)
            .zip(self.resolve(last, i))
            .and_then(|(a, b)| a.through(b));
        Some(Core::at(last.end, stretch))
    }

    fn read_year(&self, i: usize, year: i16) -> Core {
        let number = |at: usize| words::digits(self.word(at)).filter(|_| self.word(at).len() == 2);
        if self.word(i + 1) == "-"
            && self.word(i + 3) == "-"
            && let (Some(month), Some(day)) = (number(i + 2), number(i + 4))
            && let Ok(date) = Date::new(year, month as i8, day as i8)
        {
            return Core::at(i + 5, Some(Stretch::Day(date)));
        }
        if matches!(self.word(i + 1), "-" | "–" | "/" | "to" | "through")
            || self.between(i) && words::is(self.word(i + 1), "and")
        {
            if let Some(last) = words::year(self.word(i + 2)).filter(|&last| last > year) {
                return Core::cued(i + 3, Some(Stretch::Years(year, last)));
            }
            if let Some(last) = number(i + 2).filter(|&last| last as i16 == year % 100 + 1) {
                return Core::cued(i + 3, Some(Stretch::Years(year, year - year % 100 + last as i16)));
            }
        }
        Core::cued(i + 1, Some(Stretch::Year(year)))
    }

    /// A clock time at `i`: one past its last token.
    fn clock(&self, i: usize) -> Option<usize> {
        let two = |at: usize| words::digits(self.word(at)).filter(|_| self.word(at).len() <= 2);
        if two(i).is_some_and(|h| h < 25) && self.word(i + 1) == ":" && two(i + 2).is_some_and(|m| m < 60) {
            return Some(i + 3);
        }
        None
    }

    /// The day after a clock time, else the reference day.
    fn after_clock(&self, end: usize) -> Core {
        let mut at = end;
        while at < end + 4
            && (matches!(
                self.word(at),
                "," | "on" | "(" | ")" | "am" | "pm" | "a.m." | "p.m." | "local" | "time"
            ) || self.word(at).len() >= 2
                && self.word(at).bytes().all(|b| b.is_ascii_uppercase() || b == b'.'))
        {
            at += 1;
        }
        if let Some(date) = self.month_first(at).or_else(|| self.day_first(at))
            && date.day.is_some()
        {
            return self.finish(date, at);
        }
        Core::cued(end, self.shifted(Unit::Day, 0))
    }
}
