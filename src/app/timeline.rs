//! The timeline: movements and dated statements in the order of their days, what is planned apart from what is done.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::analysis::time::{Role, Side, mentions};
use crate::analysis::tokens::Tokens;
use crate::analysis::{Analysis, MovementId, Realis};
use crate::app::index::Index;
use crate::article::Article;
use crate::span::Span;

/// The longest timeline: a year's chronicle has fewer lines, and nobody reads more.
const MOST: usize = 2000;

/// What a line of the timeline tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A row of the movement table.
    Movement(MovementId),
    /// A sentence that names a day.
    Statement,
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// First day of its time; `None` where the text gives none that can be counted.
    pub day: Option<Date>,
    /// The time as it is shown: the day, week, month, year or stretch; else the words.
    pub when: String,
    /// What it tells.
    pub what: What,
    /// Whether it lies ahead: planned, proposed, denied, or of a day after the briefing's.
    pub ahead: bool,
    /// The words that tell it.
    pub span: Span,
}

/// The timeline of an article. Lines whose time cannot be counted come after the dated ones, lines without any last,
/// both in the order of the text.
pub fn timeline(article: &Article, analysis: &Analysis, index: &Index) -> Vec<Moment> {
    let mut moments = Vec::new();
    for (index, row) in analysis.movements.iter().enumerate() {
        if row.same_as.is_some() {
            continue;
        }
        let date = row.when.as_ref().and_then(|w| w.date.as_deref());
        let words = row.when.as_ref().and_then(|w| w.text.as_deref());
        moments.push(Moment {
            day: date.and_then(first_day),
            when: date.or(words).unwrap_or_default().to_owned(),
            what: What::Movement(MovementId(index as u32)),
            ahead: row.realis != Realis::Actual,
            span: row.evidence.first().copied().unwrap_or_default(),
        });
    }
    let tokens = Tokens::of(article);
    let mut last: Option<(usize, String)> = None;
    for mention in mentions(article, &tokens, article.reference_date()) {
        let Some(date) = mention.date.filter(|_| mention.role != Role::Now) else {
            continue;
        };
        let Some(at) = article.sentence_at(mention.span.start()) else {
            continue;
        };
        let Some(sentence) = article.sentences.get(at) else {
            continue;
        };
        let told = article
            .blocks
            .get(sentence.block as usize)
            .is_some_and(|b| b.kind.is_content());
        let moved = index.evidence.over(sentence.span).any(|(_, id)| {
            let row = analysis.movements.get(id.0 as usize);
            row.and_then(|m| m.when.as_ref()?.date.as_deref()) == Some(&date)
        });
        let twice = last.as_ref() == Some(&(at, date.clone()));
        last = Some((at, date.clone()));
        let dateline = article
            .dateline
            .as_ref()
            .is_some_and(|d| d.span.overlaps(mention.span));
        if !told || moved || twice || dateline {
            continue;
        }
        moments.push(Moment {
            day: first_day(&date),
            when: date,
            what: What::Statement,
            ahead: mention.side == Some(Side::Future),
            span: sentence.span,
        });
        if moments.len() >= MOST {
            break;
        }
    }
    moments.sort_by_key(|m| (m.day.is_none(), m.day, m.when.is_empty(), m.span.start()));
    moments
}

/// The first day of an ISO day, week, month or year, or of the first of two with a slash.
pub fn first_day(date: &str) -> Option<Date> {
    let first = date.split('/').next()?;
    let mut parts = first.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let Some(second) = parts.next() else {
        return Date::new(year, 1, 1).ok();
    };
    if let Some(week) = second.strip_prefix('W') {
        return Some(
            ISOWeekDate::new(year, week.parse().ok()?, Weekday::Monday)
                .ok()?
                .date(),
        );
    }
    let day = parts.next().map_or(Some(1), |d| d.parse().ok())?;
    Date::new(year, second.parse().ok()?, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_date_has_a_first_day() {
        let cases = [
            ("2022-02-03", Some((2022, 2, 3))),
            ("2022-W05", Some((2022, 1, 31))),
            ("2022-02", Some((2022, 2, 1))),
            ("2022", Some((2022, 1, 1))),
            ("2022-02-03/2022-02-05", Some((2022, 2, 3))),
            ("soon", None),
            ("2022-13", None),
        ];
        for (text, wanted) in cases {
            let wanted = wanted.map(|(y, m, d)| Date::new(y, m, d).unwrap());
            assert_eq!(first_day(text), wanted, "{text}");
        }
    }
}
