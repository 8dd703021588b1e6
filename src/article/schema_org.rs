//! schema.org articles in JSON-LD, beside a page or as a file of their own.

use serde_json::{Map, Value};

/// What a schema.org article says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Linked {
    pub headline: Option<String>,
    /// The authors' names, joined by commas.
    pub author: Option<String>,
    /// As written.
    pub published: Option<String>,
    /// The whole text, as plain text or markup.
    pub body: Option<String>,
    pub description: Option<String>,
    pub language: Option<String>,
}

/// The types whose instances are read: schema.org's article types and what stands for a transcript.
fn is_article_type(name: &str) -> bool {
    let name = name.rsplit(['/', ':']).next().unwrap_or(name);
    name.ends_with("Article")
        || matches!(
            name,
            "BlogPosting" | "LiveBlogPosting" | "Report" | "SocialMediaPosting"
        )
}

/// The first article in `value`: itself, in a list, or in its `@graph`.
pub(crate) fn find(value: &Value) -> Option<Linked> {
    match value {
        Value::Array(list) => list.iter().take(MOST_NODES).find_map(find_here),
        other => find_here(other),
    }
}

/// How many nodes of a list or graph are looked at.
const MOST_NODES: usize = 1000;

fn find_here(value: &Value) -> Option<Linked> {
    let object = value.as_object()?;
    if is_article(object) {
        return Some(read(object));
    }
    let inner = object
        .get("@graph")
        .and_then(Value::as_array)
        .and_then(|graph| {
            graph
                .iter()
                .take(MOST_NODES)
                .find(|v| v.as_object().is_some_and(is_article))
        })
        .or_else(|| {
            object
                .get("mainEntity")
                .filter(|v| v.as_object().is_some_and(is_article))
        })?;
    inner.as_object().map(read)
}

/// Whether an object's `@type` is one of an article.
pub(crate) fn is_article(object: &Map<String, Value>) -> bool {
    match object.get("@type") {
        Some(Value::String(name)) => is_article_type(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is_article_type),
        _ => false,
    }
}

fn read(object: &Map<String, Value>) -> Linked {
    let text = |key: &str| object.get(key).and_then(words);
    Linked {
        headline: text("headline").or_else(|| text("name")),
        author: object
            .get("author")
            .or_else(|| object.get("creator"))
            .and_then(names),
        published: text("datePublished")
            .or_else(|| text("dateCreated"))
            .or_else(|| text("dateModified")),
        body: text("articleBody"),
        description: text("description"),
        language: text("inLanguage"),
    }
}

/// A string that holds words; a `{"@value": …}` counts as one.
fn words(value: &Value) -> Option<String> {
    let raw = match value {
        Value::String(s) => s,
        Value::Object(o) => o.get("@value").or_else(|| o.get("name"))?.as_str()?,
        Value::Array(list) => return list.first().filter(|v| !v.is_array()).and_then(words),
        _ => return None,
    };
    (!raw.trim().is_empty()).then(|| raw.trim().to_owned())
}

/// The names in an author field: a string, an object with a name, or a list of these.
pub(crate) fn names(value: &Value) -> Option<String> {
    let one = |v: &Value| -> Option<String> {
        let name = match v {
            Value::String(s) => s.as_str(),
            Value::Object(o) => ["name", "byline", "full_name", "title"]
                .iter()
                .find_map(|key| o.get(*key).and_then(Value::as_str))?,
            _ => return None,
        };
        let name = name.trim();
        (!name.is_empty() && !name.starts_with("http")).then(|| name.to_owned())
    };
    let mut found: Vec<String> = Vec::new();
    match value {
        Value::Array(list) => {
            for name in list.iter().take(MOST_NODES).filter_map(one) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        other => found.extend(one(other)),
    }
    (!found.is_empty()).then(|| found.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_article_is_found_wherever_it_stands() {
        let article = json!({"@type": ["Thing", "NewsArticle"], "headline": " Brigade moves ",
            "author": [{"name": "Ann Vale"}, "Bo Reed", {"name": "Ann Vale"}], "datePublished": "2024-05-07"});
        for value in [
            article.clone(),
            json!([{"@type": "Organization"}, article.clone()]),
            json!({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, article.clone()]}),
            json!({"@type": "WebPage", "mainEntity": article}),
        ] {
            let found = find(&value).unwrap();
            assert_eq!(found.headline.as_deref(), Some("Brigade moves"));
            assert_eq!(found.author.as_deref(), Some("Ann Vale, Bo Reed"));
        }
        assert_eq!(find(&json!({"@type": "VideoObject", "name": "x"})), None);
    }
}
