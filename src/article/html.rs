//! Saved pages: the article out of what surrounds it.
//!
//! A readability pass finds the words, JSON-LD and `meta` elements name the title, author and day. A page that is too
//! deep or too large for a tree, or has no main part, is read tag by tag instead.

use std::borrow::Cow;

use dom_smoothie::{Config, Readability};

use super::density::{best_run, is_mostly_chrome};
use super::draft::{Draft, Piece, words};
use super::flow::{pieces, plain};
use super::markup::{SILENT, Step, Tag, Walk};
use super::page::Page;
use super::{Article, BlockKind, Form, ParseError, Parser, stamp};
use crate::source::{SourceText, name_of};

/// The parser of saved pages.
#[derive(Clone, Copy, Debug)]
pub struct Html;

/// The deepest nesting of which a tree is built. The cost of the readability pass grows with the square of the depth;
/// real pages stay below 60.
const DEEPEST: usize = 256;

/// The longest page, without its scripts and styles, of which a tree is built, in bytes.
const LONGEST: usize = 8 << 20;

/// The largest product of length in bytes and depth of which a tree is built: the pass looks at every element's
/// ancestors. News pages have a hundredth of it.
const MOST_NESTED: usize = 1 << 28;

/// The most that writing the text out again may cost, in bytes looked at; a common page stays below a hundredth.
const MOST_ESCAPES: usize = 1 << 30;

impl Parser for Html {
    fn form(&self) -> Form {
        Form::Html
    }

    fn sniff(&self, source: &SourceText) -> u8 {
        super::detect::html(source)
    }

    fn parse(&self, source: SourceText) -> Result<Article, ParseError> {
        let name = name_of(&source.place);
        let draft = read(&source.text, url_of(&source).as_deref());
        draft.pour(source, Form::Html, name)
    }
}

fn url_of(source: &SourceText) -> Option<String> {
    match &source.place {
        super::Place::Url(url) => Some(url.as_str().to_owned()),
        _ => None,
    }
}

/// Reads a page; `url` is its address where that is known.
pub(crate) fn read(source: &str, url: Option<&str>) -> Draft {
    let page = Page::read(source);
    let base = url.or(page.address.as_deref());
    let mut draft = Draft::default();
    let slim = without_scripts(source);
    let mut byline = None;
    let whole = || pieces(&slim, base);
    if page.depth > DEEPEST {
        draft.partial("The page is nested too deeply to find its main part by its structure.");
        draft.pieces = best_run(whole());
    } else if slim.len() > LONGEST || slim.len() * page.depth > MOST_NESTED || page.escapes > MOST_ESCAPES {
        draft.partial("The page is too large to find its main part by its structure.");
        draft.pieces = best_run(whole());
    } else {
        let found = main_part(&slim);
        let main = found
            .as_ref()
            .map(|f| pieces(&f.content, base))
            .unwrap_or_default();
        let whole = whole();
        draft.title = whole.iter().take(3).find_map(|p| labelled_title(&p.text));
        draft.pieces = choose(main, whole);
        if let Some(found) = found {
            byline = found.byline;
            draft.title = found.title.or(draft.title);
        }
    }
    if let Some(body) = page.linked.as_ref().and_then(|l| l.body.as_deref()) {
        prefer_linked_body(&mut draft, body, base);
    }
    draft.address = base.map(str::to_owned);
    draft.title = title(&page, draft.title.take());
    draft.byline = author(&page, byline);
    let linked = page.linked.as_ref().and_then(|l| l.published.as_deref());
    draft.published = [linked, page.published.as_deref()]
        .into_iter()
        .flatten()
        .find_map(stamp::day)
        .or_else(|| base.and_then(stamp::day_in_link))
        .or_else(|| page.stamped.as_deref().and_then(stamp::day));
    draft.language = page.language.or_else(|| page.linked.and_then(|l| l.language));
    trim(&mut draft);
    draft
}

/// The pieces of the main part or, where the page holds little else or the pass found no part, of the whole page.
fn choose(main: Vec<Piece>, whole: Vec<Piece>) -> Vec<Piece> {
    if is_mostly_chrome(&main) || main.is_empty() {
        return best_run(whole);
    }
    let links = |pieces: &[Piece]| pieces.iter().map(|p| p.links.len()).sum::<usize>();
    if words(&whole) * 10 <= words(&main) * 11 && links(&whole) <= links(&main) + 3 {
        return whole;
    }
    main
}

/// What the readability pass found.
struct Found {
    content: String,
    title: Option<String>,
    byline: Option<String>,
}

fn main_part(source: &str) -> Option<Found> {
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    crate::guard::shielded(|| {
        let mut reader = Readability::new(source, None, Some(config)).ok()?;
        let article = reader.parse().ok()?;
        Some(Found {
            content: article.content.to_string(),
            title: Some(article.title).filter(|t| !t.trim().is_empty()),
            byline: article.byline.filter(|b| !b.trim().is_empty()),
        })
    })
    .flatten()
}

/// The page without the insides of scripts, styles and their kin, which are most of many pages, and without small
/// hidden elements inside the text, such as what shows on hovering over a name.
fn without_scripts(source: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut kept = 0;
    let mut walk = Walk::new(source);
    let mut before = 0;
    // Where an element had no end nearby, the next are not tried either: the time stays in proportion to the length.
    let mut tried = 0;
    while let Some(step) = walk.next() {
        if let Step::Open(tag) = step
            && !tag.closes_itself()
        {
            if SILENT.contains(&&*tag.name) && tag.name != "title" {
                out.push_str(source.get(kept..before).unwrap_or_default());
                walk.raw_until_close(&tag.name);
                kept = walk.offset();
            } else if tag.name == "span" && walk.offset() >= tried && is_hidden(&tag) {
                let mut ahead = walk.clone();
                if skip_element(&mut ahead, "span") {
                    out.push_str(source.get(kept..before).unwrap_or_default());
                    walk = ahead;
                    kept = walk.offset();
                } else {
                    tried = walk.offset() + LONGEST_HIDDEN;
                }
            }
        }
        before = walk.offset();
    }
    if kept == 0 {
        return Cow::Borrowed(source);
    }
    out.push_str(source.get(kept..).unwrap_or_default());
    Cow::Owned(out)
}

/// Whether an element's class says that it is shown only on hovering, or only read aloud.
fn is_hidden(tag: &Tag) -> bool {
    const HIDDEN: &[&str] = &[
        "hidden",
        "tooltip",
        "tooltip-text",
        "tooltiptext",
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
    ];
    tag.attribute("class")
        .is_some_and(|class| class.split_ascii_whitespace().any(|c| HIDDEN.contains(&c)))
        || tag.attribute("role").is_some_and(|role| role == "tooltip")
}

/// The most bytes that a hidden element inside a text may take.
const LONGEST_HIDDEN: usize = 4096;

/// Walks past the end of the element `name` that was just opened, if that is near.
fn skip_element(walk: &mut Walk, name: &str) -> bool {
    let limit = walk.offset() + LONGEST_HIDDEN;
    let mut depth = 1_usize;
    while walk.offset() <= limit {
        let Some(step) = walk.next() else { break };
        match step {
            Step::Open(tag) if tag.name == name && !tag.closes_itself() => depth += 1,
            Step::Close(closed) if closed == name => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    depth == 0 && walk.offset() <= limit
}

/// Takes the text of the page's JSON-LD where the page itself gave less than half of it.
fn prefer_linked_body(draft: &mut Draft, body: &str, base: Option<&str>) {
    let linked = if body.contains("</") {
        pieces(body, base)
    } else {
        body.split('\n')
            .map(str::trim)
            .filter(|p| !p.is_empty())
            .map(|p| Piece::new(BlockKind::Paragraph, super::entity::unescape(p)))
            .collect()
    };
    if words(&linked) > 2 * draft.words() {
        draft.pieces = linked;
    }
}

fn title(page: &Page, found: Option<String>) -> Option<String> {
    let linked = page.linked.as_ref().and_then(|l| l.headline.clone());
    let cut = |t: &String| without_site(t, page.site.as_deref(), page.address.as_deref()).to_owned();
    linked
        .or_else(|| page.headline.as_ref().map(cut))
        .or_else(|| {
            page.heading
                .clone()
                .filter(|h| named_in(h, page.title.as_deref()))
        })
        .or(found)
        .or_else(|| page.title.as_ref().map(cut))
        .or_else(|| page.heading.clone())
        .map(|t| plain(&t))
        .filter(|t| !t.is_empty())
}

/// Whether the page's own title begins with or holds `heading`.
fn named_in(heading: &str, title: Option<&str>) -> bool {
    title.is_some_and(|t| t.to_lowercase().contains(&heading.to_lowercase()))
}

/// A title without the name of the site behind a mark, where that is the site's own or its host's name.
pub(crate) fn without_site<'a>(title: &'a str, site: Option<&str>, address: Option<&str>) -> &'a str {
    let squash = |s: &str| {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .to_lowercase()
    };
    let host = address
        .and_then(|a| a.split("://").nth(1))
        .and_then(|rest| rest.split(['/', ':', '?']).next())
        .map(squash)
        .unwrap_or_default();
    let site = site.map(squash).unwrap_or_default();
    for mark in [" | ", " - ", " – ", " — ", " • ", " :: "] {
        if let Some((head, tail)) = title.rsplit_once(mark)
            && !head.trim().is_empty()
        {
            let tail = squash(tail);
            if !tail.is_empty() && (tail == site || host.contains(&tail)) {
                return head.trim();
            }
        }
    }
    title
}

/// The author by JSON-LD, `meta` elements or the line in the page, whichever names a person.
fn author(page: &Page, found: Option<String>) -> Option<String> {
    let linked = page.linked.as_ref().and_then(|l| l.author.clone());
    let tidy = |raw: Option<String>| raw.map(|r| byline(&plain(&r))).filter(|b| !b.is_empty());
    let (linked, meta, found) = (tidy(linked), tidy(page.author.clone()), tidy(found));
    let writer = tidy(page.writer.clone());
    // An agency's letters in a meta element say less than a name in the page.
    let person = |name: &String| name.trim().contains([' ', '\u{a0}']);
    let named = [&linked, &meta, &writer, &found]
        .into_iter()
        .flatten()
        .find(|n| person(n))
        .cloned();
    named.or(linked).or(meta).or(found)
}

/// A byline without the day, the time and the counters that pages set behind it.
fn byline(raw: &str) -> String {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    if raw.chars().count() > LONGEST_BYLINE {
        return String::new();
    }
    let digit = raw.find(|c: char| c.is_ascii_digit()).unwrap_or(raw.len());
    let mut kept = raw.get(..digit).unwrap_or(raw).trim_end();
    if digit < raw.len() {
        let (head, last) = kept.rsplit_once([' ', ',', '\u{a0}']).unwrap_or(("", kept));
        let stem = last.get(..3).unwrap_or(last).to_ascii_lowercase();
        if MONTHS.contains(&stem.as_str()) || matches!(stem.as_str(), "at" | "on") {
            kept = head;
        }
    }
    kept.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '.' | '"' | '”'))
        .to_owned()
}

/// A longer byline is a paragraph that was taken for one.
const LONGEST_BYLINE: usize = 200;

/// The title in a line such as `Title: Ferry returns`.
fn labelled_title(line: &str) -> Option<String> {
    let named = line.trim().strip_prefix("Title:")?.trim();
    (!named.is_empty() && named.chars().count() < LONGEST_BYLINE).then(|| named.to_owned())
}

/// Leaves out what repeats the title at the top.
fn trim(draft: &mut Draft) {
    let Some(title) = draft.title.as_deref() else {
        return;
    };
    if draft.pieces.first().is_some_and(|p| {
        let words = labelled_title(&p.text).unwrap_or_else(|| p.text.trim().to_owned());
        !p.laid_out && words.to_lowercase() == title.to_lowercase()
    }) {
        draft.pieces.remove(0);
    }
}
