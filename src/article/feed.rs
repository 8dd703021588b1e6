//! Feeds: RSS, Atom and JSON Feed, of which one item is opened.

use std::borrow::Cow;

use feed_rs::model::{Entry, Person};
use jiff::civil::Date;

use super::draft::{Draft, Piece, words};
use super::entity;
use super::flow::{self, absolute, plain};
use super::markup::{Step, Walk};
use super::{Article, BlockKind, Form, ParseError, Parser, stamp};
use crate::clean::Clean;
use crate::guard;
use crate::source::{SourceText, name_of};

/// The parser of feeds.
#[derive(Clone, Copy, Debug)]
pub struct Feed;

/// Nesting that no feed has and the feed parser, which recurses, must not be given.
const DEEPEST: usize = 128;

/// The longest feed that is read, in bytes: all of its items are held at once.
const LONGEST: usize = 64 << 20;

/// An item with fewer words points to the article rather than holds it.
const SUMMARY: usize = 60;

impl Parser for Feed {
    fn form(&self) -> Form {
        Form::Feed
    }

    fn sniff(&self, source: &SourceText) -> u8 {
        super::detect::feed(source)
    }

    fn parse(&self, source: SourceText) -> Result<Article, ParseError> {
        let name = name_of(&source.place);
        let malformed = |reason: &str| ParseError::Malformed {
            name: name.clone(),
            form: Form::Feed,
            reason: Clean::line(reason),
        };
        if source.text.len() > LONGEST {
            return Err(malformed(&format!("it is longer than {} MB", LONGEST >> 20)));
        }
        if deeper_than(&source.text, DEEPEST) {
            return Err(malformed("nested too deeply for a feed"));
        }
        let text = without_declaration(&source.text);
        let parsed = guard::shielded(|| feed_rs::parser::parse(text.as_bytes()));
        let feed = match parsed {
            Some(Ok(feed)) => feed,
            Some(Err(error)) if !has_items(&text) => {
                let mut draft = Draft::default();
                draft.partial(&format!("This feed holds no items ({error})."));
                draft
                    .pieces
                    .push(Piece::new(BlockKind::Boilerplate, "No items in this feed."));
                return draft.pour(source, Form::Feed, name);
            }
            Some(Err(error)) => return Err(malformed(&error.to_string())),
            None => return Err(malformed("its reader failed")),
        };
        let wanted = source.hint.item;
        let count = feed.entries.len();
        let entry = feed.entries.get(wanted.unwrap_or(1).max(1) - 1);
        let mut draft = match (entry, wanted) {
            (Some(entry), _) => item(entry, &feed.authors),
            (None, Some(wanted)) if count > 0 => {
                return Err(malformed(&format!("item {wanted} of {count} does not exist")));
            }
            _ => {
                let mut draft = Draft {
                    title: feed.title.map(|t| plain(&t.content)),
                    ..Draft::default()
                };
                draft
                    .pieces
                    .push(Piece::new(BlockKind::Boilerplate, "No items in this feed."));
                draft.partial("This feed holds no items.");
                draft
            }
        };
        if draft.language.is_none() {
            draft.language = feed.language;
        }
        if count > 1 && wanted.is_none() {
            draft.partial(&format!(
                "The first of {count} items is shown; choose another with --item."
            ));
        }
        draft.pour(source, Form::Feed, name)
    }
}

/// The titles of the items of a feed, in order; empty for any other form.
pub fn items(source: &SourceText) -> Vec<Clean> {
    let title = |entry: &Entry| entry.title.as_ref().map(|t| Clean::line(&plain(&t.content)));
    entries(source)
        .iter()
        .map(|e| title(e).unwrap_or_default())
        .collect()
}

/// The `http` or `https` link to the article where the item of the feed that is meant only sums it up.
pub fn summarised(source: &SourceText) -> Option<String> {
    let entries = entries(source);
    let entry = entries.get(source.hint.item.unwrap_or(1).max(1) - 1)?;
    let link = link_of(entry).and_then(|l| absolute(&l, None))?;
    (item(entry, &[]).words() < SUMMARY).then_some(link)
}

fn entries(source: &SourceText) -> Vec<Entry> {
    if super::detect::feed(source) == 0 || source.text.len() > LONGEST || deeper_than(&source.text, DEEPEST) {
        return Vec::new();
    }
    let text = without_declaration(&source.text);
    let parsed = guard::shielded(|| feed_rs::parser::parse(text.as_bytes()));
    parsed
        .and_then(Result::ok)
        .map(|feed| feed.entries)
        .unwrap_or_default()
}

fn link_of(entry: &Entry) -> Option<String> {
    entry
        .links
        .iter()
        .find(|l| l.rel.as_deref().is_none_or(|r| r == "alternate"))
        .or_else(|| entry.links.first())
        .map(|l| l.href.clone())
}

fn item(entry: &Entry, authors: &[Person]) -> Draft {
    let link = link_of(entry);
    let mut draft = Draft {
        title: entry
            .title
            .as_ref()
            .map(|t| plain(&t.content))
            .filter(|t| !t.is_empty()),
        byline: names(&entry.authors).or_else(|| names(authors)),
        published: entry
            .published
            .or(entry.updated)
            .and_then(|time| day(&time.to_rfc3339())),
        language: entry.language.clone(),
        ..Draft::default()
    };
    let content = entry
        .content
        .as_ref()
        .and_then(|c| c.body.as_deref())
        .unwrap_or_default();
    let summary = entry
        .summary
        .as_ref()
        .map(|s| s.content.as_str())
        .unwrap_or_default();
    let (content, summary) = (pieces(content, link.as_deref()), pieces(summary, link.as_deref()));
    draft.pieces = if words(&content) >= words(&summary) {
        content
    } else {
        summary
    };
    if let Some(link) = link.as_deref().and_then(|l| absolute(l, None))
        && draft.words() < SUMMARY
    {
        draft.partial(&format!(
            "This item is only a summary; its article is at {link} (--follow opens it)."
        ));
        if draft.pieces.is_empty() {
            let mut piece = Piece::new(BlockKind::Boilerplate, link.clone());
            piece.links.push((0..link.len(), link));
            draft.pieces.push(piece);
        }
    }
    draft
}

fn day(time: &str) -> Option<Date> {
    stamp::day(time)
}

fn names(people: &[Person]) -> Option<String> {
    let names: Vec<String> = people
        .iter()
        .filter_map(|p| p.name.as_deref().map(plain))
        .filter(|n| !n.is_empty())
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Content as pieces; some feeds escape their markup twice.
fn pieces(content: &str, base: Option<&str>) -> Vec<Piece> {
    let content = &*entity::old_habits(content);
    let twice = !content.contains('<')
        && (content.contains("&lt;") || content.contains("&amp;") || content.contains("&#"));
    let content = if twice {
        entity::unescape(content)
    } else {
        Cow::Borrowed(content)
    };
    if content.contains('<') {
        flow::pieces(&content, base)
    } else {
        super::json::from_plain(&entity::unescape(&content))
    }
}

/// The text without its XML declaration: the encoding named there is no longer that of the text.
fn without_declaration(text: &str) -> Cow<'_, str> {
    let text = text.trim_start();
    match text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => Cow::Borrowed(rest.trim_start()),
        None => Cow::Borrowed(text),
    }
}

fn has_items(text: &str) -> bool {
    Walk::new(text).any(|step| {
        matches!(step, Step::Open(tag) if matches!(tag.name.rsplit(':').next(), Some("item" | "entry")))
    })
}

/// Whether elements are nested deeper than `limit`, or brackets of JSON are.
fn deeper_than(text: &str, limit: usize) -> bool {
    if text.trim_start().starts_with('{') {
        let mut depth = 0_usize;
        return text.bytes().any(|b| {
            match b {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth > limit
        });
    }
    let mut depth = 0_usize;
    Walk::new(text).any(|step| {
        match step {
            Step::Open(tag) if !tag.closes_itself() => depth += 1,
            Step::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > limit
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Place;

    const RSS: &str = "<?xml version='1.0' encoding='utf-16'?><rss version='2.0' \
        xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>\
        <title>Coast</title><item><title>Ferry &amp; pier</title><dc:creator>Ann Vale</dc:creator>\
        <pubDate>Tue, 07 May 2024 08:00:00 GMT</pubDate><link>https://coast.example/1</link>\
        <description>Short.</description><content:encoded><![CDATA[<p>It left.</p><p>It came <a href='/2'>back</a>.</p>]]>\
        </content:encoded></item><item><title>Second</title><link>https://coast.example/2</link></item></channel></rss>";
    const ATOM: &str = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Coast</title><id>a</id>\
        <updated>2024-05-07T08:00:00Z</updated><entry><title>Ferry &amp; pier</title><id>b</id>\
        <author><name>Ann Vale</name></author><updated>2024-05-07T08:00:00Z</updated>\
        <content type='html'>&lt;p&gt;It left.&lt;/p&gt;&lt;p&gt;It came back.&lt;/p&gt;</content></entry></feed>";
    const JSON: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Coast", "items": [{"id": "1",
        "title": "Ferry & pier", "author": {"name": "Ann Vale"}, "date_published": "2024-05-07T08:00:00Z",
        "content_html": "<p>It left.</p><p>It came back.</p>"}]}"#;

    #[test]
    fn the_three_kinds_of_feed_open_at_their_first_item() {
        for feed in [RSS, ATOM, JSON] {
            let source = SourceText::new(Place::default(), feed);
            assert_eq!(super::super::detect(&source), Form::Feed);
            let article = Feed.parse(source).unwrap();
            assert_eq!(article.title.as_deref(), Some("Ferry & pier"), "{feed}");
            assert_eq!(article.byline.as_deref(), Some("Ann Vale"), "{feed}");
            assert_eq!(article.published, Some(jiff::civil::date(2024, 5, 7)));
            assert_eq!(article.text.as_str(), "Ferry & pier\n\nIt left.\n\nIt came back.");
        }
    }

    #[test]
    fn another_item_on_request_and_its_link_where_it_has_no_text() {
        let mut source = SourceText::new(Place::default(), RSS);
        assert_eq!(items(&source).len(), 2);
        assert_eq!(summarised(&source).as_deref(), Some("https://coast.example/1"));
        source.hint.item = Some(2);
        let article = Feed.parse(source.clone()).unwrap();
        assert_eq!(article.title.as_deref(), Some("Second"));
        assert!(article.notices[0].message.contains("https://coast.example/2"));
        source.hint.item = Some(9);
        assert!(
            Feed.parse(source)
                .unwrap_err()
                .to_string()
                .contains("item 9 of 2")
        );
    }

    #[test]
    fn an_empty_feed_opens_and_says_so() {
        let article = Feed
            .parse(SourceText::new(Place::default(), "<rss></rss>"))
            .unwrap();
        assert_eq!(article.notices.len(), 1);
    }

    #[test]
    fn nesting_is_refused_before_it_is_followed() {
        let deep = format!("<rss><channel>{}", "<a>".repeat(100_000));
        assert!(Feed.parse(SourceText::new(Place::default(), deep)).is_err());
    }
}
