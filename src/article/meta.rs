//! What a text says of itself: title, byline, day, dateline.
//!
//! Only the head of the text is looked at. A part that the form itself gave (a page's title) is never overruled.

use jiff::civil::Date;

use super::{Article, BlockKind, boilerplate, date, dateline, direction};
use crate::clean::Clean;
use crate::lexicon::{Table, phrase};

/// How many blocks the head of a text has at most.
const HEAD: usize = 14;

/// Fills in what the form did not give.
pub(super) fn read(article: &mut Article) {
    title(article);
    byline(article);
    published(article);
    dateline::read(article);
}

/// The title is the first block where that is one line that ends like a headline, not like a sentence.
fn title(article: &mut Article) {
    if article.title.is_some() {
        return;
    }
    let text = article.text.as_str();
    let head = article.blocks.iter().take(HEAD / 2).position(|b| {
        let words = b.span.of(text);
        b.label.is_none() && !is_rubric(words) && !direction::is_direction(words) && !is_date_alone(words)
    });
    let Some(mut at) = head else { return };
    // A transcript's own heading in capitals says more than the name of the record that it stands in.
    let first = article
        .blocks
        .iter()
        .position(|b| b.label.is_some())
        .unwrap_or_default();
    let heading =
        |b: &super::Block| b.kind == BlockKind::Heading && !b.span.of(text).contains(char::is_lowercase);
    if let Some(own) = article.blocks.iter().take(first.min(HEAD)).position(heading) {
        at = own;
    }
    let Some(after) = article.blocks.get(at + 1) else {
        return;
    };
    let block = &article.blocks[at];
    let words = block.span.of(text);
    let fits = matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph)
        && words.len() <= 240
        && words.matches('\n').count() <= 3
        && (after.span.len() >= words.len() / 2 || article.blocks.len() > at + 2)
        && (is_headline(words)
            || words.len() <= 160
                && dateline::place_length(after.span.of(text)).is_some()
                && is_one_sentence(words));
    if !fits {
        return;
    }
    article.title = Some(Clean::line(words));
    article.title_span = Some(block.span);
    article.blocks[at].kind = BlockKind::Heading;
}

/// What stands alone above a dateline is a headline, though it end in a full stop.
fn is_one_sentence(words: &str) -> bool {
    dateline::place_length(words).is_none()
        && !words.trim_end_matches(['.', '”', '"', '\'', '’']).contains(". ")
        && !is_byline(words)
        && !is_person_line(words)
        && words.split(' ').count() >= 3
}

fn is_headline(words: &str) -> bool {
    let count = words.split_whitespace().count();
    if count < 2 || dateline::place_length(words).is_some() || is_byline(words) || is_person_line(words) {
        return false;
    }
    let capitals = !words.contains(char::is_lowercase);
    if !(count >= 3 || capitals) {
        return false;
    }
    if !words.ends_with(['.', ',', ';', ':'])
        && !words.ends_with(".”")
        && !words.ends_with(".\"")
        && !words.ends_with(".'")
    {
        return true;
    }
    // Some sites end their headlines in a full stop; then every longer word has a capital.
    let long: Vec<&str> = words
        .split_whitespace()
        .filter(|w| w.chars().count() >= 4)
        .collect();
    let raised = long
        .iter()
        .filter(|w| {
            w.trim_start_matches(['\'', '"', '‘', '“', '('])
                .starts_with(char::is_uppercase)
        })
        .count();
    words.ends_with('.') && long.len() >= 3 && raised * 10 >= long.len() * 8 && words.len() <= 160
}

/// Lines that stand above a title.
fn is_rubric(words: &str) -> bool {
    if words.len() <= 60 && (words.contains("Briefing Room") || words.starts_with("Via ")) {
        return true;
    }
    if boilerplate::is_junk(words) {
        return true;
    }
    let line = words.trim_end_matches([':', '.', '!']).to_lowercase();
    matches!(
        line.as_str(),
        "immediate release"
            | "for immediate release"
            | "press release"
            | "news release"
            | "media release"
            | "release"
            | "transcript"
            | "news transcript"
            | "news"
            | "breaking news"
            | "photo"
            | "photos"
            | "video"
            | "image"
            | "by"
            | "exclusive"
            | "speech"
            | "statement"
            | "press briefing"
            | "story"
            | "article"
            | "world"
            | "politics"
            | "opinion"
            | "analysis"
    )
}

/// `By Ada Orne`, `By ADA ORNE and BEN HOLT, Daily Post`, over several lines.
fn byline(article: &mut Article) {
    if article.byline.is_some() {
        return;
    }
    let text = article.text.as_str();
    let mut found = None;
    // Once the text has begun, a name alone heads a section.
    let mut begun = false;
    for at in 0..article.blocks.len().min(HEAD) {
        let block = &article.blocks[at];
        if block.label.is_some() {
            break;
        }
        if article.title_span == Some(block.span) {
            continue;
        }
        let words = block.span.of(text);
        begun |= words.len() > 150;
        if words.eq_ignore_ascii_case("by") || words.eq_ignore_ascii_case("by:") {
            let name = article.blocks.get(at + 1).map(|next| next.span.of(text));
            if let Some(name) = name.filter(|name| name.len() <= 120 && is_name_list(name)) {
                found = Some((at, at + 2, Clean::line(name)));
                break;
            }
        }
        if is_byline(words) {
            let mut name = Clean::line(words.get(3..).unwrap_or_default());
            let mut end = at + 1;
            let next = article.blocks.get(end).map(|b| b.span.of(text));
            if (name.ends_with(" and") || name.ends_with(','))
                && let Some(next) = next.filter(|n| is_name_list(n))
            {
                name = Clean::line(&format!("{name} {next}"));
                end += 1;
            }
            found = Some((at, end, name));
            break;
        }
        if !begun
            && is_person_line(words)
            && article
                .title_span
                .is_none_or(|title| title.start() < block.span.start())
        {
            found = Some((at, at + 1, Clean::line(words)));
            break;
        }
    }
    if let Some((from, to, name)) = found {
        article.byline = Some(name);
        for block in article.blocks.iter_mut().take(to).skip(from) {
            block.kind = BlockKind::Boilerplate;
        }
    }
}

fn is_byline(words: &str) -> bool {
    let opening = words.get(..3).unwrap_or_default();
    opening.eq_ignore_ascii_case("by ") && words.len() <= 140 && words.get(3..).is_some_and(is_name_list)
}

/// Names with what belongs to them: no word of a sentence among them.
fn is_name_list(words: &str) -> bool {
    let mut names = 0;
    let mut others = 0;
    for word in words
        .split([' ', '\n', '\u{a0}', ',', '|', '/'])
        .filter(|w| !w.is_empty())
    {
        let bare = word.trim_matches(['(', ')', '.', ':']);
        if bare.starts_with(char::is_uppercase) {
            names += 1;
        } else if !matches!(
            bare,
            "and"
                | "for"
                | "in"
                | "at"
                | "of"
                | "the"
                | "de"
                | "van"
                | "von"
                | "bin"
                | "al"
                | "with"
                | "&"
                | "·"
                | "-"
                | "–"
                | ""
        ) && !bare.starts_with("al-")
        {
            others += 1;
        }
    }
    names >= 2 && others * 4 <= names && !words.ends_with(['.', '?', '!'])
        || names == 1 && others == 0 && words.len() > 2 && words.len() < 30
}

/// `Ada Orne, Channel producer`: a person and what he is, or his name alone.
fn is_person_line(words: &str) -> bool {
    if words.len() > 90 || words.contains(['.', '?', '!', ':', '"', '“', '\'', '\n']) || words.ends_with(',')
    {
        return false;
    }
    let name = words.split([',', '|']).next().unwrap_or_default().trim();
    let parts: Vec<&str> = name.split(' ').collect();
    (2..=4).contains(&parts.len())
        && parts.iter().all(|p| p.starts_with(char::is_uppercase))
        && phrase(parts[0]).of(Table::GivenName).is_some()
        && parts
            .last()
            .is_some_and(|last| phrase(last).of(Table::City).is_none())
        // "Faith Groups Rally" is a headline: a name alone has two parts, or an initial between them.
        && (name.len() < words.len() || parts.len() == 2 || parts.len() == 3 && parts[1].len() <= 2)
}

/// A line with little but a date and a clock in it.
fn is_date_alone(words: &str) -> bool {
    let others = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| {
            w.len() > 2 && w.chars().all(char::is_alphabetic) && !date::is_month(w) && !is_day_word(w)
        })
        .count();
    words.len() <= 80 && date::find(words).is_some() && others <= 1
}

/// Words that stand beside a date in a line of its own.
fn is_day_word(word: &str) -> bool {
    const WORDS: &str = " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
        est edt gmt utc bst cet published updated posted aired released date the ";
    WORDS.contains(&format!(" {} ", word.to_lowercase()))
}

/// A short line that is there for its date.
fn is_date_line(words: &str) -> bool {
    words.len() <= 110
        && date::find(words).is_some()
        && words
            .split_whitespace()
            .filter(|w| w.len() > 3 && w.starts_with(char::is_lowercase))
            .count()
            <= 2
}

/// The first full date in a line of the head that is no sentence, else in the title.
fn published(article: &mut Article) {
    let text = article.text.as_str();
    let title = article.title_span;
    let mut found: Option<Date> = None;
    let mut lines = Vec::new();
    for (at, block) in article.blocks.iter().enumerate().take(HEAD) {
        let words = block.span.of(text);
        if words.len() > 260 || words.len() > 160 && words.ends_with('.') {
            continue;
        }
        if title == Some(block.span) || !(is_date_line(words) || is_stamp(words)) || block.label.is_some() {
            continue;
        }
        if let Some(day) = date::find(words) {
            found = found.or(Some(day));
            lines.push(at);
        } else if is_stamp(words) {
            lines.push(at);
        }
    }
    for at in lines {
        let block = &mut article.blocks[at];
        if block.kind == BlockKind::Paragraph || block.kind == BlockKind::Heading {
            block.kind = BlockKind::Boilerplate;
        }
    }
    let titled = || article.title.as_ref().and_then(|title| date::find(title));
    if article.published.is_none() {
        article.published = found.or_else(titled);
    }
}

/// `PUBLISHED: …`, `Updated 5:30 PM ET`, `Posted on …`
fn is_stamp(words: &str) -> bool {
    let line = words.get(..24).unwrap_or(words).to_lowercase();
    words.len() <= 160
        && [
            "published",
            "updated",
            "posted",
            "last updated",
            "first published",
            "created",
            "modified",
            "date:",
        ]
        .iter()
        .any(|opening| {
            line.strip_prefix(opening).is_some_and(|rest| {
                opening.ends_with(':')
                    || rest.starts_with([':', ' ']) && words.contains(|c: char| c.is_ascii_digit())
            })
        })
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, BlockKind, Place, parse};
    use crate::source::SourceText;
    use jiff::civil::date;

    fn read(text: &str) -> Article {
        parse(SourceText::new(Place::Stdin, text), None).unwrap()
    }

    #[test]
    fn a_headline_is_a_title_and_a_sentence_is_none() {
        let body = "\n\nThe ferries of Norland left on Monday with nine hundred people aboard, the ministry said.\n\nNobody was hurt.";
        for (line, title) in [
            ("Ferries sail for Norland", true),
            ("FERRIES SAIL", true),
            ("Will They Ever Come Back From There?", true),
            ("Orne: Ferries Leave Norland Behind Forever.", true),
            ("Faith Groups Rally", true),
            ("The first ferry could not have gone much better.", false),
            ("'We do not think so,' he said.", false),
            ("By Ada Orne", false),
            ("February 2, 2022", false),
        ] {
            let article = read(&format!("{line}{body}"));
            assert_eq!(article.title.is_some_and(|t| t.as_str() == line), title, "{line}");
        }
    }

    #[test]
    fn bylines() {
        let cases = [
            ("By Ada Orne", Some("Ada Orne")),
            (
                "By ADA ORNE and BEN HOLT, Daily Post",
                Some("ADA ORNE and BEN HOLT, Daily Post"),
            ),
            ("By\n\nAda Orne", Some("Ada Orne")),
            ("Adam Orne, Channel producer", Some("Adam Orne, Channel producer")),
            ("By Monday the ferries had left the harbour", None),
        ];
        for (line, name) in cases {
            let article = read(&format!(
                "Ferries sail for Norland\n\n{line}\n\nThe ferries left on Monday. Nobody was hurt."
            ));
            assert_eq!(article.byline.as_deref(), name, "{line}");
        }
    }

    #[test]
    fn the_day_comes_from_a_line_of_its_own() {
        let article = read(
            "Ferries sail for Norland\n\nPUBLISHED: 10:00 EST, 3 February 2022 | UPDATED: 11:00 EST, 4 February 2022\n\nKYIV, Feb. 2 (AP) - They left in May 1999, he said.",
        );
        assert_eq!(article.published, Some(date(2022, 2, 3)));
        assert_eq!(article.dateline.and_then(|d| d.date), Some(date(2022, 2, 2)));
        assert_eq!(article.blocks[1].kind, BlockKind::Boilerplate);
    }
}
