//! What a page says of itself outside its words: title, author, day, address, JSON-LD. One pass, no tree.

use serde_json::Value;

use super::entity::unescape;
use super::flow::plain;
use super::markup::{SILENT, Step, Tag, Walk};
use super::schema_org::{self, Linked};

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// `<title>`, on one line.
    pub title: Option<String>,
    /// `og:title` and its kin.
    pub headline: Option<String>,
    /// `og:site_name`.
    pub site: Option<String>,
    /// The only `<h1>` with words, where there is just one.
    pub heading: Option<String>,
    /// `<meta name="author">` and its kin.
    pub author: Option<String>,
    /// The line in the page that is marked as naming the writer.
    pub writer: Option<String>,
    /// The day of publication, as written.
    pub published: Option<String>,
    /// The first `<time datetime>` at or behind the heading, which is most often the day of publication.
    pub stamped: Option<String>,
    /// The language that the root element names.
    pub language: Option<String>,
    /// The page's own address.
    pub address: Option<String>,
    /// Its article in JSON-LD.
    pub linked: Option<Linked>,
    /// The deepest nesting of elements that must be closed.
    pub depth: usize,
    /// How long writing the text out again would take: for each run of text its length times the number of
    /// characters in it that must be escaped, since the tree's writer looks through the rest at each of them.
    pub escapes: usize,
}

/// Whether an element of the page's text is marked as the line that names the writer.
fn names_writer(tag: &Tag) -> bool {
    if !matches!(
        &*tag.name,
        "a" | "span" | "p" | "div" | "address" | "li" | "h2" | "h3" | "h4" | "cite"
    ) {
        return false;
    }
    let is = |name: &str, wanted: &[&str]| tag.attribute(name).is_some_and(|v| wanted.contains(&v.trim()));
    is("rel", &["author"])
        || is("itemprop", &["author", "author creator"])
        || tag.attribute("class").is_some_and(|class| {
            let mut tokens = class.split_ascii_whitespace();
            tokens.any(|c| {
                matches!(
                    c,
                    "byline" | "author" | "article-author" | "byline__name" | "authors"
                )
            })
        })
}

/// Elements without an end tag, or whose end tag may be left out; they do not count as depth.
const LOOSE: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "option", "thead", "tbody", "tfoot", "html", "head",
    "body", "colgroup",
];

/// How many elements are tried for the writer's name; each may look through the rest of the page for its end.
const MOST_TRIES: usize = 16;

/// Longest JSON-LD block that is parsed, in bytes.
const LONGEST_LINKED: usize = 4 << 20;

impl Page {
    /// Reads `source`.
    pub(crate) fn read(source: &str) -> Self {
        let mut page = Self::default();
        let mut depth = 0_usize;
        let mut headings = 0_usize;
        let mut tries = MOST_TRIES;
        let mut walk = Walk::new(source);
        while let Some(step) = walk.next() {
            match step {
                Step::Open(tag) => {
                    if !LOOSE.contains(&&*tag.name) && !tag.closes_itself() {
                        depth += 1;
                        page.depth = page.depth.max(depth);
                    }
                    if page.writer.is_none() && tries > 0 && names_writer(&tag) {
                        tries -= 1;
                        let words = plain(walk.clone().raw_until_close(&tag.name));
                        let count = words.split_whitespace().count();
                        keep(
                            &mut page.writer,
                            Some(words).filter(|_| (2..=12).contains(&count)),
                        );
                    }
                    match &*tag.name {
                        "html" => keep(
                            &mut page.language,
                            tag.attribute("lang").or_else(|| tag.attribute("xml:lang")),
                        ),
                        "base" => keep(
                            &mut page.address,
                            tag.attribute("href").filter(|h| h.starts_with("http")),
                        ),
                        "link"
                            if tag
                                .attribute("rel")
                                .is_some_and(|r| r.eq_ignore_ascii_case("canonical")) =>
                        {
                            keep(
                                &mut page.address,
                                tag.attribute("href").filter(|h| h.starts_with("http")),
                            );
                        }
                        "meta" => {
                            let name = ["property", "name", "itemprop"]
                                .iter()
                                .find_map(|a| tag.attribute(a));
                            if let (Some(name), Some(content)) = (name, tag.attribute("content")) {
                                page.meta(&name.to_ascii_lowercase(), &content);
                            }
                        }
                        "time" => {
                            let day = tag.attribute("datetime");
                            let marked = tag.attribute("pubdate").is_some()
                                || tag.attribute("itemprop").is_some_and(|i| i == "datePublished");
                            if marked {
                                keep(&mut page.published, day);
                            } else if headings > 0 {
                                keep(&mut page.stamped, day);
                            }
                        }
                        "script" => {
                            let linked = tag
                                .attribute("type")
                                .is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json"));
                            let inside = walk.raw_until_close("script");
                            depth = depth.saturating_sub(1);
                            if linked && page.linked.is_none() {
                                page.linked = linked_article(inside);
                            }
                        }
                        "title" => {
                            let words = plain(walk.raw_until_close("title"));
                            depth = depth.saturating_sub(1);
                            keep(&mut page.title, Some(words));
                        }
                        "h1" => {
                            let words = plain(walk.raw_until_close("h1"));
                            depth = depth.saturating_sub(1);
                            if !words.is_empty() {
                                headings += 1;
                                page.heading = (headings == 1).then_some(words);
                            }
                        }
                        name if SILENT.contains(&name) && name != "svg" => {
                            walk.raw_until_close(&tag.name);
                            depth = depth.saturating_sub(1);
                        }
                        _ => {}
                    }
                }
                Step::Text(words) => {
                    let escaped = words
                        .bytes()
                        .filter(|b| matches!(b, b'&' | b'<' | b'>' | 0xc2))
                        .count();
                    page.escapes = page.escapes.saturating_add(escaped.saturating_mul(words.len()));
                }
                Step::Close(name) if !LOOSE.contains(&&*name) => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        page
    }

    /// Reads the JSON that pages leave for a reading counter: title, author and day.
    fn parsely(&mut self, content: &str) {
        let Ok(Value::Object(object)) = serde_json::from_str(content) else {
            return;
        };
        let words = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
        keep(&mut self.headline, words("title"));
        keep(&mut self.published, words("pub_date"));
        let names = object.get("authors").or_else(|| object.get("author"));
        keep(&mut self.author, names.and_then(schema_org::names));
    }

    fn meta(&mut self, name: &str, content: &str) {
        let content = content.trim();
        if content.is_empty() {
            return;
        }
        let field = match name {
            "parsely-page" => return self.parsely(content),
            "og:title" | "twitter:title" | "headline" | "dc.title" | "parsely-title" => &mut self.headline,
            "og:site_name" => &mut self.site,
            "author" | "article:author" | "dc.creator" | "dcterms.creator" | "parsely-author" | "byl"
            | "sailthru.author" => {
                if content.starts_with("http") {
                    return;
                }
                &mut self.author
            }
            "article:published_time"
            | "datepublished"
            | "date"
            | "dc.date"
            | "dcterms.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "parsely-pub-date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "sailthru.date"
            | "originalpublicationdate"
            | "og:published_time"
            | "article_date_original"
            | "article.published"
            | "displaydate"
            | "pdate" => &mut self.published,
            "og:url" => {
                if !content.starts_with("http") {
                    return;
                }
                &mut self.address
            }
            _ => return,
        };
        keep(field, Some(content.to_owned()));
    }
}

/// Fills `slot` once, with words.
fn keep(slot: &mut Option<String>, value: Option<String>) {
    if slot.is_none() {
        *slot = value
            .map(|v| v.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|v| !v.is_empty());
    }
}

/// The article in one JSON-LD block. Line feeds inside strings, which many pages leave there, are allowed for.
fn linked_article(raw: &str) -> Option<Linked> {
    if raw.len() > LONGEST_LINKED {
        return None;
    }
    let raw = raw
        .trim()
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("]]>")
        .trim_end_matches(';');
    let value: Value = serde_json::from_str(raw)
        .or_else(|_| serde_json::from_str(&raw.replace(|c: char| c.is_control(), " ")))
        .ok()?;
    let mut linked = schema_org::find(&value)?;
    for field in [&mut linked.headline, &mut linked.author] {
        *field = field.take().map(|f| unescape(&f).into_owned());
    }
    Some(linked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_itself_in_many_places() {
        let page = Page::read(
            "<html lang=en><head><title>Ferry  returns &amp; waits | Coast News</title>\
             <meta property='og:title' content='Ferry returns'><meta name=author content='Ann Vale'>\
             <meta property='article:published_time' content='2024-05-07T10:00Z'>\
             <link rel=canonical href='https://coast.example/ferry'>\
             <script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\nreturns\"}</script>\
             </head><body><h1><a href=/>Ferry <i>returns</i></a></h1><div><div><p>x<p>y</div></div>",
        );
        assert_eq!(page.title.as_deref(), Some("Ferry returns & waits | Coast News"));
        assert_eq!(page.headline.as_deref(), Some("Ferry returns"));
        assert_eq!(page.heading.as_deref(), Some("Ferry returns"));
        assert_eq!(page.author.as_deref(), Some("Ann Vale"));
        assert_eq!(page.published.as_deref(), Some("2024-05-07T10:00Z"));
        assert_eq!(page.address.as_deref(), Some("https://coast.example/ferry"));
        assert_eq!(page.language.as_deref(), Some("en"));
        assert_eq!(
            page.linked.and_then(|l| l.headline).as_deref(),
            Some("Ferry returns")
        );
        assert_eq!(page.depth, 2);
    }

    #[test]
    fn the_day_and_the_writer_may_stand_in_the_page_or_in_a_counter() {
        let page = Page::read(
            "<time datetime='2020-01-01'>other</time><h1>Ferry</h1><p class='lead byline'>By <a>Ann Vale</a></p>\
             <time datetime='2024-05-07T10:00Z'>today</time>",
        );
        assert_eq!(page.stamped.as_deref(), Some("2024-05-07T10:00Z"));
        assert_eq!(page.writer.as_deref(), Some("By Ann Vale"));
        let page = Page::read(
            "<meta name='parsely-page' content='{\"title\": \"Ferry\", \"authors\": [\"Ann Vale\"], \"pub_date\": \"2024-05-07\"}'>",
        );
        assert_eq!(page.headline.as_deref(), Some("Ferry"));
        assert_eq!(page.author.as_deref(), Some("Ann Vale"));
        assert_eq!(page.published.as_deref(), Some("2024-05-07"));
    }

    #[test]
    fn depth_is_seen_without_a_tree() {
        assert_eq!(Page::read(&"<b>".repeat(100_000)).depth, 100_000);
        assert_eq!(Page::read(&"<p>".repeat(1000)).depth, 0);
    }
}
