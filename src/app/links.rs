//! Links: those of the page's markup, the page's own address, and addresses that stand in the text itself.
//!
//! Nothing is opened that was not shown whole before, and nothing but pages and mail.

use crate::app::overlay::{Hint, Hints, LinkList, Overlay};
use crate::app::{Action, App, Effect, GUTTER, Pane, Screen};
use crate::article::{Article, Place};
use crate::span::Span;
use crate::text::{fold, width};

/// The longest address that is opened, in bytes: what browsers take.
const LONGEST: usize = 2083;

/// Links of each kind that are looked at in one stretch, and shown in one list, at most.
const MOST: usize = 1000;

/// How far around what is in view an address may reach, in bytes.
const REACH: usize = LONGEST;

/// The letters of link hints, the easiest to reach first.
const LETTERS: [char; 24] = [
    'a', 's', 'd', 'f', 'j', 'k', 'l', 'g', 'h', 'e', 'w', 'r', 'u', 'i', 'o', 'p', 'n', 'm', 'c', 'v', 't',
    'y', 'b', 'x',
];

/// A link in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLink {
    /// The words that carry it, or the address itself.
    pub span: Span,
    /// The address.
    pub url: String,
}

/// Whether an address may be handed to the system: of a known kind, printable, and of a sane length.
pub fn is_openable(url: &str) -> bool {
    let scheme = |name: &str| {
        let head = url.get(..name.len());
        head.is_some_and(|h| h.eq_ignore_ascii_case(name)) && url.len() > name.len()
    };
    (scheme("http://") || scheme("https://") || scheme("mailto:"))
        && url.len() <= LONGEST
        && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// The links that overlap `span`, in the order of the text.
pub fn links_over(article: &Article, span: Span) -> Vec<TextLink> {
    let from = article.links.partition_point(|l| l.span.end() <= span.start());
    let marked = article
        .links
        .iter()
        .skip(from)
        .take_while(|l| l.span.start() < span.end())
        .filter(|l| is_openable(&l.url))
        .take(MOST);
    let mut links: Vec<TextLink> = marked
        .map(|l| TextLink {
            span: l.span,
            url: l.url.as_str().to_owned(),
        })
        .collect();
    let text = article.text.as_str();
    let mut begin = span.start().saturating_sub(REACH);
    let mut end = (span.end() + REACH).min(text.len());
    while !text.is_char_boundary(begin) {
        begin -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let around = Span::new(begin, end).of(text);
    for (found, url) in written(around) {
        let there = Span::new(begin + found.start(), begin + found.end());
        if there.overlaps(span) && !links.iter().any(|l| l.span.overlaps(there)) {
            links.push(TextLink { span: there, url });
        }
    }
    links.sort_by_key(|l| l.span);
    links
}

/// Addresses of pages and mail that are written out in `text`.
fn written(text: &str) -> Vec<(Span, String)> {
    let mut found: Vec<(Span, String)> = Vec::new();
    let mut seen = 0;
    for (at, _) in text.match_indices("://") {
        let before = text.get(..at).unwrap_or_default();
        let scheme = ["https", "http"].into_iter().find(|s| {
            let from = before.len().checked_sub(s.len());
            from.and_then(|from| before.get(from..))
                .is_some_and(|word| word.eq_ignore_ascii_case(s))
        });
        let Some(scheme) = scheme else { continue };
        let start = at - scheme.len();
        if start < seen || found.len() >= MOST {
            continue;
        }
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        let ends = |b: &u8| !b.is_ascii_graphic() || b"<>\"\\^`{}|".contains(b);
        // What is longer than any address is passed over as a whole, so that no flood of beginnings is read again and again.
        let length = rest.iter().take(LONGEST + 1).position(ends);
        let length = length.unwrap_or_else(|| rest.len().min(LONGEST + 1));
        seen = start + length;
        if length > LONGEST {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let url = without_tail(rest.get(..length).unwrap_or_default());
        if url.len() > scheme.len() + 3 && is_openable(url) {
            found.push((Span::new(start, start + url.len()), url.to_owned()));
        }
    }
    let pages = found.len();
    for (at, _) in text.match_indices('@') {
        if found.len() >= 2 * MOST {
            break;
        }
        let name = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
        let host = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
        let before = text.get(..at).unwrap_or_default();
        let start = before.len() - (before.len() - before.trim_end_matches(name).len());
        let after = text.get(at + 1..).unwrap_or_default();
        let length = after.find(|c| !host(c)).unwrap_or(after.len());
        let domain = after
            .get(..length)
            .unwrap_or_default()
            .trim_end_matches(['.', '-']);
        let span = Span::new(start, at + 1 + domain.len());
        let inside = found.iter().take(pages).any(|(page, _)| page.overlaps(span));
        let whole = domain.rsplit_once('.').is_some_and(|(head, last)| {
            !head.is_empty() && last.len() >= 2 && last.chars().all(|c| c.is_ascii_alphabetic())
        });
        if start < at && whole && !inside {
            found.push((span, format!("mailto:{}", span.of(text))));
        }
    }
    found
}

/// An address without the punctuation of the sentence around it; a bracket that was opened in it stays.
fn without_tail(url: &str) -> &str {
    // How many more of each closing bracket there are than opening ones.
    let mut round = url.matches(')').count().saturating_sub(url.matches('(').count());
    let mut square = url.matches(']').count().saturating_sub(url.matches('[').count());
    url.trim_end_matches(|last: char| match last {
        ')' if round > 0 => {
            round -= 1;
            true
        }
        ']' if square > 0 => {
            square -= 1;
            true
        }
        last => ".,;:!?'*_~".contains(last),
    })
}

impl App {
    /// The links of the text that is in view.
    pub fn links_in_view(&self) -> Vec<TextLink> {
        let rows = self.reader.window().iter().filter(|r| !r.span.is_empty());
        let (mut links, mut open): (Vec<TextLink>, Option<Span>) = (Vec::new(), None);
        let mut take = |span: Option<Span>| {
            for link in span.map(|s| links_over(&self.article, s)).unwrap_or_default() {
                if links.last().is_none_or(|l| l.span != link.span) {
                    links.push(link);
                }
            }
        };
        // Rows that follow one another are one stretch; a filter leaves gaps between them.
        for row in rows {
            open = match open {
                Some(span) if row.span.start() < span.end() + 16 => Some(span.cover(row.span)),
                _ => {
                    take(open);
                    Some(row.span)
                }
            };
        }
        take(open);
        links
    }

    /// Where byte `at` of the text stands on the screen, if it is in view: column and row.
    pub fn cell_of(&self, at: usize) -> Option<(u16, u16)> {
        let area = self.plan.text?;
        let row = self
            .reader
            .window()
            .iter()
            .position(|row| row.span.start() <= at && at < row.span.end())?;
        let span = self.reader.window().get(row)?.span;
        let before = width(Span::new(span.start(), at).of(&self.article.text));
        let x = area.x + self.text_shift() + GUTTER + before as u16;
        Some((x, area.y + 1 + row as u16))
    }

    /// `o`: the link of this sentence after showing it; of several, and where there is none, a list.
    pub(super) fn link(&mut self) {
        let mut here = links_over(&self.article, self.sentence());
        if let (1, Some(link)) = (here.len(), here.pop()) {
            self.show_link(link.url);
            return;
        }
        let here = links_over(&self.article, self.sentence());
        let (title, items) = if here.is_empty() {
            ("No link in this sentence; all of this briefing", self.all_links())
        } else {
            ("Links of this sentence", self.worded(here))
        };
        if items.is_empty() {
            self.tell("No link in this briefing");
            return;
        }
        self.overlays.push(Overlay::Links(LinkList {
            title,
            items,
            selected: 0,
        }));
    }

    /// Shows an address whole, to be opened, copied or left.
    pub(super) fn show_link(&mut self, url: String) {
        self.overlays.push(Overlay::Link(url));
    }

    /// Each link with its words.
    fn worded(&self, links: Vec<TextLink>) -> Vec<(String, String)> {
        links
            .into_iter()
            .map(|l| (fold(self.article.words(l.span)).into_owned(), l.url))
            .collect()
    }

    /// The page's own address and all links of the text.
    fn all_links(&self) -> Vec<(String, String)> {
        let own = match &self.article.origin.place {
            Place::Url(url) => Some(url),
            _ => self.article.address.as_ref(),
        };
        let own = own.filter(|url| is_openable(url));
        let mut items: Vec<_> = own
            .map(|url| ("this page".to_owned(), url.as_str().to_owned()))
            .into_iter()
            .collect();
        let whole = Span::new(0, self.article.text.len());
        let mut links = links_over(&self.article, whole);
        links.truncate(MOST);
        items.extend(self.worded(links));
        items
    }

    /// `L`: a letter over each link in view.
    pub(super) fn hint_links(&mut self) {
        if self.screen != Screen::Reader || self.plan.text.is_none() {
            self.set_focus(Pane::Text);
        }
        let links = self.links_in_view();
        let shown: Vec<(u16, u16, String)> = links
            .into_iter()
            .filter_map(|link| {
                // The first row that shows some of it.
                let rows = self.reader.window().iter().filter(|r| r.span.overlaps(link.span));
                let first = rows.map(|r| r.span.start().max(link.span.start())).next()?;
                let (x, y) = self.cell_of(first)?;
                Some((x, y, link.url))
            })
            .collect();
        if shown.is_empty() {
            self.tell(format!(
                "No link in view; {} lists all of this briefing",
                self.key(Action::OpenLink)
            ));
            return;
        }
        let labels = labels(shown.len());
        let hints = labels
            .into_iter()
            .zip(shown)
            .map(|(label, (x, y, url))| Hint { label, x, y, url })
            .collect();
        self.overlays.push(Overlay::Hints(Hints {
            hints,
            typed: String::new(),
        }));
    }

    /// A letter of a hint; what leads nowhere closes the hints.
    pub(super) fn type_hint(&mut self, letter: Option<char>) {
        let Some(Overlay::Hints(hints)) = self.overlays.last_mut() else {
            return;
        };
        let Some(letter) = letter else {
            self.overlays.pop();
            return;
        };
        hints.typed.push(letter);
        let typed = hints.typed.clone();
        if let Some(hint) = hints.hints.iter().find(|h| h.label == typed) {
            let url = hint.url.clone();
            self.overlays.pop();
            self.show_link(url);
        } else if !hints.hints.iter().any(|h| h.label.starts_with(&typed)) {
            self.overlays.pop();
            self.tell(format!("No link has the letter {letter}"));
        }
    }

    /// The address of the link that is shown or selected, else of this sentence.
    pub(super) fn copy_link(&mut self) -> Effect {
        let url = match self.overlays.last() {
            Some(Overlay::Link(url)) => Some(url.clone()),
            Some(Overlay::Links(list)) => list.items.get(list.selected).map(|(_, url)| url.clone()),
            _ => links_over(&self.article, self.sentence())
                .into_iter()
                .next()
                .map(|l| l.url),
        };
        let Some(url) = url else {
            self.tell(format!(
                "No link in this sentence; {} shows those in view, {} lists all",
                self.key(Action::LinkHints),
                self.key(Action::OpenLink)
            ));
            return Effect::None;
        };
        Effect::Copy {
            what: format!("the link {url}"),
            text: url,
        }
    }

    /// The link at byte `at`.
    pub(super) fn link_at(&self, at: usize) -> Option<TextLink> {
        links_over(&self.article, Span::new(at, at + 1))
            .into_iter()
            .next()
    }
}

/// As many labels, none the beginning of another.
fn labels(count: usize) -> Vec<String> {
    if count <= LETTERS.len() {
        return LETTERS.iter().take(count).map(char::to_string).collect();
    }
    let pairs = LETTERS
        .iter()
        .flat_map(|first| LETTERS.iter().map(move |second| format!("{first}{second}")));
    pairs.take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_pages_and_mail_are_opened() {
        for (url, fine) in [
            ("https://example.org/a?b=c#d", true),
            ("HTTP://example.org", true),
            ("mailto:press@example.org", true),
            ("https://", false),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("-https://example.org", false),
            ("https://example.org/a b", false),
            ("https://example.org/\u{7}", false),
            ("", false),
        ] {
            assert_eq!(is_openable(url), fine, "{url}");
        }
        assert!(!is_openable(&format!("https://example.org/{}", "x".repeat(3000))));
    }

    #[test]
    fn addresses_in_the_text_end_where_the_sentence_goes_on() {
        for (text, wanted) in [
            ("See https://example.org/a.", "https://example.org/a"),
            ("(at http://example.org/b_(c), see)", "http://example.org/b_(c)"),
            ("“https://example.org/d”", "https://example.org/d"),
            (
                "xhttps://example.org/?q=http://e.org/x,",
                "https://example.org/?q=http://e.org/x",
            ),
            (
                "Write to press.desk@mod.example.org.",
                "mailto:press.desk@mod.example.org",
            ),
            ("https://user@example.org/x", "https://user@example.org/x"),
            ("ftp://example.org", ""),
            ("@handle and a@b and 3 @ 4", ""),
            ("https:// and ://", ""),
            ("[https://example.org/[a]])).", "https://example.org/[a]"),
        ] {
            let found: Vec<_> = written(text).into_iter().map(|(_, url)| url).collect();
            assert_eq!(found.join(" "), wanted, "{text}");
        }
    }

    #[test]
    fn a_flood_of_what_looks_like_links_takes_no_time() {
        let began = std::time::Instant::now();
        for (part, most) in [
            ("http://", 1),
            ("http://x)))) ", MOST),
            ("a@b.cc ", 2 * MOST),
            ("@", 0),
            ("://", 0),
        ] {
            let found = written(&part.repeat(300_000)).len();
            assert!(found <= most, "{part}: {found}");
        }
        let brackets = format!("http://x{}", ")".repeat(2000));
        assert_eq!(without_tail(&brackets), "http://x");
        assert!(began.elapsed().as_secs() < 20);
    }

    #[test]
    fn no_label_begins_another() {
        for count in [1, 24, 25, 300] {
            let all = labels(count);
            assert_eq!(all.len(), count);
            for (i, a) in all.iter().enumerate() {
                assert!(
                    all.iter()
                        .enumerate()
                        .all(|(j, b)| i == j || !b.starts_with(a.as_str()))
                );
            }
        }
    }
}
