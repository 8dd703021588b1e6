//! Article JSON of any make: schema.org, IPTC ninjs 1 to 3, news-please, GOV.UK content, or a plain object.
//!
//! The makes differ in the names of a few fields, so there is one table of names for each part, tried in order, and
//! no code of its own for a make. Lists of articles, and one object a line, open at the item that was asked for.

use serde_json::{Map, Value};

use super::draft::{Draft, Piece};
use super::flow::{self, plain};
use super::{Article, BlockKind, Form, ParseError, Parser, schema_org, stamp, wire};
use crate::clean::Clean;
use crate::source::{SourceText, name_of};

/// The parser of article JSON.
#[derive(Clone, Copy, Debug)]
pub struct Json;

/// The longest JSON that is read, in bytes: its tree takes several times as much memory.
const LONGEST: usize = 64 << 20;

type Object = Map<String, Value>;

impl Parser for Json {
    fn form(&self) -> Form {
        Form::Json
    }

    fn sniff(&self, source: &SourceText) -> u8 {
        super::detect::json(source)
    }

    fn parse(&self, source: SourceText) -> Result<Article, ParseError> {
        let name = name_of(&source.place);
        let malformed = |reason: &str| ParseError::Malformed {
            name: name.clone(),
            form: Form::Json,
            reason: Clean::line(reason),
        };
        if source.text.len() > LONGEST {
            return Err(malformed(&format!("it is longer than {} MB", LONGEST >> 20)));
        }
        let value = read(&source.text).map_err(|e| malformed(&e))?;
        let mut draft = Draft::default();
        let found = articles(&value);
        let wanted = source.hint.item.unwrap_or(1).max(1);
        let Some(object) = found.get(wanted - 1) else {
            return Err(malformed(&match found.len() {
                0 => "no article in it".to_owned(),
                n => format!("item {wanted} of {n} does not exist"),
            }));
        };
        if found.len() > 1 && source.hint.item.is_none() {
            draft.partial(&format!(
                "The first of {} articles is shown; choose another with --item.",
                found.len()
            ));
        }
        fill(&mut draft, object);
        draft.pour(source, Form::Json, name)
    }
}

/// One value, or one value a line.
fn read(text: &str) -> Result<Value, String> {
    let first = match serde_json::from_str(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mut values = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value) => values.push(value),
            Err(_) if values.len() > 1 => break,
            Err(_) => return Err(reason(&first)),
        }
    }
    Ok(Value::Array(values))
}

fn reason(error: &serde_json::Error) -> String {
    if error.is_eof() {
        return "it ends too early".to_owned();
    }
    error.to_string()
}

/// Fields that hold the article or the articles of an envelope.
const ENVELOPES: &[&str] = &[
    "article", "articles", "items", "results", "docs", "data", "response", "content", "item", "entries",
    "stories", "story", "news", "posts", "@graph", "hits", "_items", "_source",
];

/// How many envelopes may lie around an article.
const DEEPEST: usize = 6;

/// The objects in `value` that are articles, in order; an object that shows no sign of one is the last resort.
fn articles(value: &Value) -> Vec<&Object> {
    let mut found = Vec::new();
    gather(value, DEEPEST, &mut found);
    if found.is_empty() {
        found.extend(value.as_object().filter(|o| !o.is_empty()));
    }
    found
}

fn gather<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Object>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(list) => {
            for value in list {
                gather(value, depth, found);
            }
        }
        Value::Object(object) if looks_like_article(object) => found.push(object),
        Value::Object(object) => {
            for key in ENVELOPES {
                let before = found.len();
                if let Some(inner) = object.get(*key) {
                    gather(inner, depth, found);
                }
                if found.len() > before {
                    return;
                }
            }
        }
        _ => {}
    }
}

fn looks_like_article(object: &Object) -> bool {
    schema_org::is_article(object)
        || !body(object).is_empty()
        || (title(object).is_some() && first(object, SUMMARIES).is_some())
}

/// Fields with the headline.
const TITLES: &[&str] = &[
    "headline",
    "headlines",
    "title",
    "titles",
    "webTitle",
    "name",
    "subject_line",
];
/// Fields with who wrote it.
const AUTHORS: &[&str] = &[
    "byline", "by", "bylines", "author", "authors", "creator", "creators", "writers",
];
/// Fields with the day of publication, the first publication before a later version.
const DAYS: &[&str] = &[
    "published",
    "datePublished",
    "date_publish",
    "publish_date",
    "published_at",
    "publishedAt",
    "first_published_at",
    "webPublicationDate",
    "published_date",
    "date_published",
    "pubdate",
    "pubDate",
    "publicationDate",
    "publication_date",
    "pub_date",
    "firstpublished",
    "firstPublished",
    "date",
    "firstcreated",
    "firstCreated",
    "versioncreated",
    "versionCreated",
    "public_updated_at",
    "created_at",
    "created",
    "timestamp",
    "dateCreated",
];
/// Fields with the language.
const LANGUAGES: &[&str] = &["language", "inLanguage", "locale", "lang"];
/// Fields with the words, whole and best kept first.
const BODIES: &[&str] = &[
    "body_xhtml",
    "body_html",
    "bodies",
    "bodyXhtml",
    "bodyHtml",
    "articleBody",
    "body-paragraphs",
    "body_paragraphs",
    "paragraphs",
    "maintext",
    "main_text",
    "full_text",
    "fulltext",
    "body_text",
    "bodyText",
    "bodytext",
    "cleaned_text",
    "text",
    "body",
    "content",
    "contents",
    "content_html",
    "content_text",
    "html",
    "transcript",
    "story",
    "article_text",
    "sentences",
];
/// Fields with a summary, read where there is no body.
const SUMMARIES: &[&str] = &[
    "description_html",
    "description_text",
    "descriptions",
    "description",
    "summary",
    "abstract",
    "lead",
    "excerpt",
    "caption",
    "standfirst",
    "slugline",
];

fn fill(draft: &mut Draft, object: &Object) {
    draft.title = title(object);
    draft.byline = AUTHORS.iter().find_map(|key| author(object.get(*key)?));
    draft.published = DAYS
        .iter()
        .filter_map(|key| object.get(*key))
        .find_map(|v| stamp::day(v.as_str()?));
    draft.language = first(object, LANGUAGES).map(|(_, v)| v);
    draft.pieces = body(object);
    if draft.pieces.is_empty()
        && let Some(value) = SUMMARIES
            .iter()
            .filter_map(|key| object.get(*key))
            .find(|v| best(v).is_some())
    {
        draft.pieces = pieces(value);
        draft.partial("This item has no text of its own: its description is shown.");
    }
}

fn title(object: &Object) -> Option<String> {
    first(object, TITLES)
        .map(|(_, raw)| plain(&raw))
        .filter(|t| !t.is_empty())
}

fn author(value: &Value) -> Option<String> {
    schema_org::names(value)
        .or_else(|| best(value).map(|(_, raw)| raw))
        .map(|raw| plain(&raw))
        .filter(|name| !name.is_empty())
}

/// The words of the first field among `keys` that holds some, and their kind.
fn first(object: &Object, keys: &[&str]) -> Option<(Kind, String)> {
    keys.iter().find_map(|key| best(object.get(*key)?))
}

/// The pieces of the body; its field may stand in a `details` object beside the metadata.
fn body(object: &Object) -> Vec<Piece> {
    let here = BODIES.iter().filter_map(|key| object.get(*key)).map(pieces);
    let inside = ["details", "fields", "content", "text"]
        .iter()
        .filter_map(|key| object.get(*key).and_then(Value::as_object))
        .flat_map(|inner| BODIES.iter().filter_map(|key| inner.get(*key)))
        .map(pieces);
    here.chain(inside).find(|p| !p.is_empty()).unwrap_or_default()
}

/// What kind of words a string holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Markup,
    Nitf,
}

impl Kind {
    /// By the name that is given to the kind, else by the words.
    fn of(name: Option<&str>, words: &str) -> Self {
        let name = name.unwrap_or_default().to_ascii_lowercase();
        if name.contains("nitf") || words.contains("<nitf") || words.contains("<body.content") {
            Self::Nitf
        } else if name.contains("html") || markup_in(words) {
            Self::Markup
        } else {
            Self::Plain
        }
    }

    /// Which of several renderings of the same words is taken: the higher.
    fn rank(self, role: Option<&str>) -> u8 {
        match self {
            Self::Markup if role.is_some_and(|r| r.contains("rich")) => 2,
            Self::Markup => 4,
            Self::Nitf => 3,
            Self::Plain => 1,
        }
    }
}

/// Whether words hold tags of blocks or breaks.
fn markup_in(words: &str) -> bool {
    [
        "</p>", "<p>", "<p ", "<br", "</div>", "</li>", "</h", "</a>", "<pre",
    ]
    .iter()
    .any(|tag| words.contains(tag))
}

/// The best string in a field: itself, the main one of a list of renderings (`[{"role": …, "value": …}]`), or the
/// `rendered` one of an object.
fn best(value: &Value) -> Option<(Kind, String)> {
    match value {
        Value::String(words) if !words.trim().is_empty() => Some((Kind::of(None, words), words.clone())),
        Value::Array(list) => {
            let mut chosen: Option<(u8, Kind, &str)> = None;
            for object in list.iter().filter_map(Value::as_object) {
                let Some(words) = rendering(object) else { continue };
                let role = object.get("role").and_then(Value::as_str);
                let named = ["contenttype", "contentType", "role"]
                    .iter()
                    .find_map(|key| object.get(*key).and_then(Value::as_str));
                let kind = Kind::of(named, words);
                let main = u8::from(role.is_some_and(|r| matches!(r, "main" | "text" | "lead" | "caption")));
                let rank = 2 * kind.rank(role) + main;
                if chosen.is_none_or(|(before, ..)| rank > before) {
                    chosen = Some((rank, kind, words));
                }
            }
            chosen
                .map(|(_, kind, words)| (kind, words.to_owned()))
                .or_else(|| list.iter().find(|v| v.is_string()).and_then(best))
        }
        Value::Object(object) => rendering(object).map(|words| (Kind::of(None, words), words.to_owned())),
        _ => None,
    }
}

fn rendering(object: &Object) -> Option<&str> {
    [
        "value", "rendered", "main", "html", "text", "content", "@value", "name",
    ]
    .iter()
    .find_map(|key| object.get(*key).and_then(Value::as_str))
    .filter(|words| !words.trim().is_empty())
}

/// A field's words as pieces. A list of strings, or of lists of sentences, gives a paragraph for each.
fn pieces(value: &Value) -> Vec<Piece> {
    if let Value::Array(list) = value
        && list.iter().all(|v| v.is_string() || v.is_array())
    {
        return list.iter().filter_map(paragraph).collect();
    }
    match best(value) {
        Some((Kind::Plain, words)) => from_plain(&words),
        Some((Kind::Markup, words)) => flow::pieces(&words, None),
        Some((Kind::Nitf, words)) => wire::body(&words),
        None => Vec::new(),
    }
}

fn paragraph(value: &Value) -> Option<Piece> {
    let words = match value {
        Value::String(words) => plain(words),
        Value::Array(sentences) => {
            let sentences: Vec<_> = sentences
                .iter()
                .filter_map(Value::as_str)
                .map(str::trim)
                .collect();
            sentences.join(" ")
        }
        _ => return None,
    };
    (!words.trim().is_empty()).then(|| Piece::new(BlockKind::Paragraph, words))
}

/// Plain words as pieces: blank lines part paragraphs where there are any, else line ends.
pub(crate) fn from_plain(words: &str) -> Vec<Piece> {
    let blank = words.lines().skip(1).any(|line| line.trim().is_empty());
    if blank {
        let mut piece = Piece::new(BlockKind::Paragraph, words.trim_matches('\n'));
        piece.laid_out = true;
        return vec![piece];
    }
    flow::paragraphs(words)
        .map(|part| Piece::new(BlockKind::Paragraph, part))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Place;

    fn open(text: &str) -> Result<Article, ParseError> {
        Json.parse(SourceText::new(Place::default(), text))
    }

    fn words(text: &str) -> Vec<String> {
        let article = open(text).unwrap();
        article
            .blocks
            .iter()
            .map(|b| article.words(b.span).to_owned())
            .collect()
    }

    #[test]
    fn every_make_gives_title_author_day_and_words() {
        let makes = [
            r#"{"title": "Ferry returns", "author": "Ann Vale", "date": "2024-05-07", "text": "It left.\n\nIt came back."}"#,
            r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry returns",
                "author": {"@type": "Person", "name": "Ann Vale"}, "datePublished": "2024-05-07T08:00Z",
                "articleBody": "It left.\nIt came back."}"#,
            r#"{"uri": "urn:x", "type": "text", "versioncreated": "2024-05-07T08:00:00Z", "byline": "Ann Vale",
                "headline": "Ferry returns", "body_html": "<p>It left.</p><p>It came back.</p>"}"#,
            r#"{"uri": "urn:x", "type": "text", "versionCreated": "2024-05-07T08:00:00Z", "by": "Ann Vale",
                "headlines": [{"role": "short", "value": ""}, {"role": "main", "value": "Ferry returns"}],
                "bodies": [{"role": "text", "contentType": "text/plain", "value": "It left. It came back."},
                           {"role": "html5", "contentType": "text/html", "value": "<p>It left.</p><p>It came back.</p>"}]}"#,
            r#"{"uri": "urn:x", "title": "Ferry returns", "by": "Ann Vale", "versionCreated": "2024-05-07",
                "bodies": [{"role": "nitf", "value": "<nitf><body><body.content><p>It left.</p><p>It came back.</p></body.content></body></nitf>"}]}"#,
            r#"{"authors": ["Ann Vale"], "date_publish": "2024-05-07 10:00:00", "maintext": "It left.\nIt came back.",
                "title": "Ferry returns", "filename": "x"}"#,
            r#"{"schema_name": "news_article", "title": "Ferry returns", "first_published_at": "2024-05-07T00:00:00Z",
                "author": "Ann Vale", "details": {"body": "<div><p>It left.</p><p>It came back.</p></div>"}}"#,
            r#"{"title": "Ferry returns", "author": "Ann Vale", "date": "2024-05-07",
                "body-paragraphs": [["It left."], ["It came back."]]}"#,
            r#"{"schema": 1, "article": {"title": "Ferry returns", "byline": "Ann Vale", "published": "2024-05-07",
                "text": "It left.\n\nIt came back."}}"#,
        ];
        for make in makes {
            let article = open(make).unwrap();
            assert_eq!(article.title.as_deref(), Some("Ferry returns"), "{make}");
            assert_eq!(article.byline.as_deref(), Some("Ann Vale"), "{make}");
            assert_eq!(article.published, Some(jiff::civil::date(2024, 5, 7)), "{make}");
            assert_eq!(
                words(make),
                ["Ferry returns", "It left.", "It came back."],
                "{make}"
            );
        }
    }

    #[test]
    fn an_item_without_text_opens_with_what_it_has() {
        let picture = r#"{"uri": "urn:x", "type": "picture", "headlines": [{"role": "main", "value": "Ferry at dawn"}],
            "descriptions": [{"role": "text", "value": "The ferry leaves the pier."}], "renditions": []}"#;
        assert_eq!(words(picture), ["Ferry at dawn", "The ferry leaves the pier."]);
        assert_eq!(
            words(r#"{"type": "picture", "headline": "Ferry at dawn"}"#),
            ["Ferry at dawn"]
        );
    }

    #[test]
    fn of_several_articles_the_one_asked_for_opens() {
        let list = r#"{"articles": [{"title": "A", "text": "One."}, {"title": "B", "text": "Two."}]}"#;
        assert_eq!(words(list), ["A", "One."]);
        assert_eq!(open(list).unwrap().notices.len(), 1);
        let lines = "{\"title\": \"A\", \"text\": \"One.\"}\n{\"title\": \"B\", \"text\": \"Two.\"}\n";
        let mut source = SourceText::new(Place::default(), lines);
        source.hint.item = Some(2);
        assert_eq!(Json.parse(source.clone()).unwrap().title.as_deref(), Some("B"));
        source.hint.item = Some(3);
        assert!(
            Json.parse(source)
                .unwrap_err()
                .to_string()
                .contains("item 3 of 2")
        );
    }

    #[test]
    fn broken_json_says_so() {
        for (text, part) in [
            (r#"{"title": "A"#, "ends too early"),
            ("{}", "no article"),
            ("[1, 2]", "no article"),
            (&"[".repeat(100_000), "recursion limit"),
        ] {
            let error = open(text).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
    }
}
