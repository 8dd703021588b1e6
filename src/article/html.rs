//! Saved pages: the article out of what surrounds it.
//!
//! A readability pass finds the words, JSON-LD and `meta` elements name the title, author and day. A page that is too
//! deep or too large for a tree, or has no main part, is read tag by tag instead.

use std::borrow::Cow;

use dom_smoothie::{Config, Readability};

use super::draft::{Draft, Piece, words};
use super::markup::{SILENT, Step, Walk, pieces, plain};
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
    if page.depth > DEEPEST {
        draft.partial("The page is nested too deeply to find its main part: all of its text is shown.");
        draft.pieces = pieces(&slim, base);
    } else if slim.len() > LONGEST {
        draft.partial("The page is too large to find its main part: all of its text is shown.");
        draft.pieces = pieces(&slim, base);
    } else if let Some(found) = main_part(&slim) {
        draft.pieces = pieces(&found.content, base);
        byline = found.byline;
        draft.title = found.title;
    } else {
        draft.pieces = pieces(&slim, base);
    }
    if let Some(body) = page.linked.as_ref().and_then(|l| l.body.as_deref()) {
        prefer_linked_body(&mut draft, body, base);
    }
    draft.title = title(&page, draft.title.take());
    draft.byline = author(&page, byline);
    draft.published = page
        .linked
        .as_ref()
        .and_then(|l| l.published.as_deref())
        .or(page.published.as_deref())
        .and_then(stamp::day)
        .or_else(|| base.and_then(stamp::day_in_link));
    draft.language = page.language.or_else(|| page.linked.and_then(|l| l.language));
    trim(&mut draft);
    draft
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

/// The page without the insides of scripts, styles and their kin, which are most of many pages.
fn without_scripts(source: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut kept = 0;
    let mut walk = Walk::new(source);
    while let Some(step) = walk.next() {
        if let Step::Open(tag) = step
            && SILENT.contains(&&*tag.name)
            && tag.name != "title"
            && !tag.closes_itself()
        {
            out.push_str(source.get(kept..walk.position()).unwrap_or_default());
            walk.raw_until_close(&tag.name);
            out.push_str("</");
            out.push_str(&tag.name);
            out.push('>');
            kept = walk.position();
        }
    }
    if kept == 0 {
        return Cow::Borrowed(source);
    }
    out.push_str(source.get(kept..).unwrap_or_default());
    Cow::Owned(out)
}

/// Takes the text of the page's JSON-LD where the page itself gave less than half of it.
fn prefer_linked_body(draft: &mut Draft, body: &str, base: Option<&str>) {
    let linked = if body.contains("</") {
        pieces(body, base)
    } else {
        body.split('\n')
            .map(str::trim)
            .filter(|p| !p.is_empty())
            .map(|p| Piece::new(BlockKind::Paragraph, super::markup::unescape(p)))
            .collect()
    };
    if words(&linked) > 2 * draft.words() {
        draft.pieces = linked;
    }
}

fn title(page: &Page, found: Option<String>) -> Option<String> {
    let linked = page.linked.as_ref().and_then(|l| l.headline.clone());
    linked
        .or_else(|| page.headline.clone().map(|t| without_site(&t, page).to_owned()))
        .or_else(|| {
            page.heading
                .clone()
                .filter(|h| named_in(h, page.title.as_deref()))
        })
        .or(found)
        .or_else(|| page.title.clone())
        .or_else(|| page.heading.clone())
        .map(|t| plain(&t))
        .filter(|t| !t.is_empty())
}

/// Whether the page's own title begins with or holds `heading`.
fn named_in(heading: &str, title: Option<&str>) -> bool {
    title.is_some_and(|t| t.to_lowercase().contains(&heading.to_lowercase()))
}

/// A title without the name of the site behind a mark.
fn without_site<'a>(title: &'a str, page: &Page) -> &'a str {
    let Some(site) = page.site.as_deref() else {
        return title;
    };
    for mark in [" | ", " - ", " – ", " — ", " • ", " :: ", ": "] {
        if let Some((head, tail)) = title.rsplit_once(mark)
            && tail.trim().eq_ignore_ascii_case(site.trim())
            && !head.trim().is_empty()
        {
            return head.trim();
        }
    }
    title
}

fn author(page: &Page, found: Option<String>) -> Option<String> {
    let linked = page.linked.as_ref().and_then(|l| l.author.clone());
    linked
        .or_else(|| page.author.clone())
        .or(found)
        .map(|a| plain(&a))
        .filter(|a| !a.is_empty() && a.chars().count() < LONGEST_BYLINE)
}

/// A longer byline is a paragraph that was taken for one.
const LONGEST_BYLINE: usize = 200;

/// Leaves out what repeats the title at the top.
fn trim(draft: &mut Draft) {
    let Some(title) = draft.title.as_deref() else {
        return;
    };
    if draft
        .pieces
        .first()
        .is_some_and(|p| !p.laid_out && p.text.trim().eq_ignore_ascii_case(title))
    {
        draft.pieces.remove(0);
    }
}
