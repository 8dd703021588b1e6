//! The dateline that opens a news text: place, day, agency and a dash.

use jiff::civil::Date;

use super::{Article, BlockKind, Dateline, date};
use crate::clean::Clean;
use crate::lexicon::{Table, phrase};
use crate::span::Span;

/// `WASHINGTON, Feb. 2 (Agency) —` at the head of one of the first paragraphs.
pub(super) fn read(article: &mut Article) {
    if article.dateline.is_some() {
        return;
    }
    let text = article.text.as_str();
    let candidates = article
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph && b.label.is_none())
        .take(4);
    for block in candidates {
        let words = block.span.of(text);
        let Some((place, whole)) = place_length(words) else {
            continue;
        };
        let line = words.get(..whole).unwrap_or_default();
        let after = words.get(place..whole).unwrap_or_default();
        let date = date::find_partial(after).and_then(|(year, month, day)| match year {
            Some(year) => Date::new(year, month, day).ok(),
            None => article.published.and_then(|near| date::nearest(month, day, near)),
        });
        article.dateline = Some(Dateline {
            place: Clean::line(
                words
                    .get(..place)
                    .unwrap_or_default()
                    .trim_end_matches([',', ' ']),
            ),
            date,
            span: Span::new(block.span.start(), block.span.start() + line.trim_end().len()),
        });
        if article.published.is_none() {
            article.published = date;
        }
        return;
    }
}

/// Where the place of a dateline ends, and where the dateline does, in bytes of `words`.
pub(super) fn place_length(words: &str) -> Option<(usize, usize)> {
    let head = words.get(..words.len().min(120)).or_else(|| {
        let mut end = 120;
        while !words.is_char_boundary(end) {
            end -= 1;
        }
        words.get(..end)
    })?;
    let (mark, width) = separator(head)?;
    let line = head.get(..mark)?.trim_end();
    if line.is_empty() || line.contains(['"', '“', '”', '?', '!', ';', '‘']) {
        return None;
    }
    // The place ends at the agency, the date or the separator.
    let agency = line.find('(').unwrap_or(line.len());
    let dated = line
        .split_word_bounds_by_blank()
        .find(|(at, word)| {
            *at > 0 && (date::is_month(word) || word.starts_with(|c: char| c.is_ascii_digit()))
        })
        .map_or(line.len(), |(at, _)| at);
    let place = agency.min(dated);
    let name = line.get(..place)?.trim_end_matches([',', ' ', '\n']);
    let marked = agency < line.len() || dated < line.len();
    let tokens: Vec<&str> = name.split([' ', '\n']).filter(|t| !t.is_empty()).collect();
    let first = tokens.first()?;
    let capitals =
        first.chars().filter(|c| c.is_uppercase()).count() >= 2 && !first.contains(char::is_lowercase);
    let titled = tokens.iter().all(|t| {
        t.starts_with(char::is_uppercase)
            || matches!(
                *t,
                "and" | "de" | "del" | "al" | "el" | "of" | "la" | "the" | "in"
            )
            || t.starts_with("al-")
    });
    let rest = line.get(dated.max(agency).min(line.len())..)?;
    let known = marked || capitals || phrase(name).of(Table::City).is_some();
    let fits = (1..=7).contains(&tokens.len())
        && titled
        && known
        && (capitals || marked && rest.len() <= 50 || phrase(name).of(Table::City).is_some())
        && !(words.as_bytes().get(mark) == Some(&b':') && !(capitals && place_known(name)));
    fits.then_some((place, mark + width))
}

fn place_known(name: &str) -> bool {
    let key = phrase(name.split(',').next().unwrap_or(name));
    [Table::City, Table::Country, Table::Region, Table::State]
        .into_iter()
        .any(|table| key.of(table).is_some())
}

/// The mark that closes a dateline: a dash with blanks around it, `--`, or the colon of some papers.
fn separator(head: &str) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    for (at, c) in head.char_indices() {
        let after = head.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '—' | '–'
                if after.starts_with([' ', '\u{a0}'])
                    || head.get(..at).is_some_and(|h| h.ends_with([' ', ')'])) =>
            {
                return Some((at, c.len_utf8()));
            }
            '-' if after.starts_with("- ") => return Some((at, 2)),
            '-' if after.starts_with(' ') && head.get(..at).is_some_and(|h| h.ends_with([' ', ')'])) => {
                return Some((at, 1));
            }
            ':' if depth == 0 && after.starts_with(' ') => return Some((at, 1)),
            '\n' if at > 60 => return None,
            _ => {}
        }
    }
    None
}

/// Words with the byte where each begins.
trait Bounds {
    fn split_word_bounds_by_blank(&self) -> impl Iterator<Item = (usize, &str)>;
}

impl Bounds for str {
    fn split_word_bounds_by_blank(&self) -> impl Iterator<Item = (usize, &Self)> {
        let base = self.as_ptr() as usize;
        self.split([' ', ',', '\n'])
            .filter(|word| !word.is_empty())
            .map(move |word| (word.as_ptr() as usize - base, word))
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Place, parse};
    use crate::source::SourceText;
    use jiff::civil::date;

    #[test]
    fn datelines() {
        let cases = [
            (
                "WASHINGTON, Feb. 2, 2022 (Reuters) — Troops",
                Some((
                    "WASHINGTON",
                    Some(date(2022, 2, 2)),
                    "WASHINGTON, Feb. 2, 2022 (Reuters) —",
                )),
            ),
            ("KYIV (AP) -- Troops", Some(("KYIV", None, "KYIV (AP) --"))),
            ("LONDON — Troops", Some(("LONDON", None, "LONDON —"))),
            (
                "MILTON, Ont. — Troops",
                Some(("MILTON, Ont.", None, "MILTON, Ont. —")),
            ),
            (
                "Brussels, 4 June 2024 - Troops",
                Some(("Brussels", Some(date(2024, 6, 4)), "Brussels, 4 June 2024 -")),
            ),
            ("NEW DELHI: Troops", Some(("NEW DELHI", None, "NEW DELHI:"))),
            (
                "UNITED NATIONS, Dec 22, 2006 (AFP) -- The",
                Some((
                    "UNITED NATIONS",
                    Some(date(2006, 12, 22)),
                    "UNITED NATIONS, Dec 22, 2006 (AFP) --",
                )),
            ),
            ("Ships - as ever - left", None),
            ("The men — all of them — left", None),
            ("ENERGY: Oil fell", None),
        ];
        for (line, expected) in cases {
            let text = format!(
                "Ferries sail for Norland\n\n{line} left the harbour on Monday, said the ministry.\n\nNobody."
            );
            let article = parse(SourceText::new(Place::Stdin, text), None).unwrap();
            let got = article
                .dateline
                .as_ref()
                .map(|d| (d.place.as_str(), d.date, article.words(d.span)));
            assert_eq!(got, expected, "{line}");
        }
    }
}
