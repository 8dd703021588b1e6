//! Front matter of Markdown: the few fields that a reader needs, from YAML or TOML.

use jiff::civil::Date;

use super::stamp;

/// What front matter says of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Matter {
    pub title: Option<String>,
    pub author: Option<String>,
    pub published: Option<Date>,
    pub language: Option<String>,
    /// The address of the page that it was made from.
    pub source: Option<String>,
}

/// Fields with the title, best first; so with the others.
const TITLES: &[&str] = &["title", "post_title", "headline", "original_title", "name"];
const AUTHORS: &[&str] = &["author", "authors", "byline", "by", "creator", "writer"];
const DAYS: &[&str] = &[
    "date",
    "published",
    "published_time",
    "publish_date",
    "post_date",
    "pubdate",
    "created",
    "publishdate",
];
const LANGUAGES: &[&str] = &["lang", "language", "locale"];
const SOURCES: &[&str] = &[
    "source",
    "url",
    "link",
    "canonical_url",
    "source_url",
    "permalink",
];

/// Parts a text into front matter and the rest; without a fence the matter is empty.
pub(crate) fn split(text: &str) -> (Matter, &str) {
    let text = text.trim_start_matches('\u{feff}');
    for (fence, read) in [("---", yaml as fn(&str) -> Fields), ("+++", toml)] {
        let Some(rest) = text.strip_prefix(fence) else {
            continue;
        };
        let Some((first, rest)) = rest.split_once('\n') else {
            continue;
        };
        if !first.trim().is_empty() {
            continue;
        }
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
                let fields = read(rest.get(..at).unwrap_or_default());
                return (matter(&fields), rest.get(at + line.len()..).unwrap_or_default());
            }
            at += line.len();
        }
    }
    (Matter::default(), text)
}

type Fields = Vec<(String, String)>;

fn matter(fields: &Fields) -> Matter {
    let find = |names: &[&str]| {
        names.iter().find_map(|name| {
            fields
                .iter()
                .find(|(key, value)| key == name && !value.trim().is_empty())
                .map(|(_, value)| value.trim().to_owned())
        })
    };
    Matter {
        title: find(TITLES),
        author: find(AUTHORS),
        published: DAYS
            .iter()
            .filter_map(|name| fields.iter().find(|(key, _)| key == name))
            .find_map(|(_, value)| stamp::day(value)),
        language: find(LANGUAGES),
        source: find(SOURCES),
    }
}

fn toml(source: &str) -> Fields {
    let Ok(table) = source.parse::<toml::Table>() else {
        return Fields::new();
    };
    let mut fields = Fields::new();
    for (key, value) in table {
        let words = match value {
            toml::Value::String(words) => words,
            toml::Value::Datetime(time) => time.to_string(),
            toml::Value::Array(list) => list
                .iter()
                .filter_map(|v| v.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            _ => continue,
        };
        fields.push((key.to_lowercase(), words));
    }
    fields
}

/// The top-level fields of YAML that hold words or lists of words. Anchors, maps and tags are passed over: nothing is
/// expanded.
fn yaml(source: &str) -> Fields {
    let mut fields = Fields::new();
    let mut lines = source.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        if key.is_empty() || key.starts_with([' ', '\t', '#', '-', '"']) {
            continue;
        }
        let value = value.trim();
        let mut below = Vec::new();
        while let Some(next) = lines.next_if(|l| l.is_empty() || l.starts_with([' ', '\t', '-'])) {
            below.push(next.trim());
        }
        fields.push((key.trim().to_lowercase(), scalar(value, &below)));
    }
    fields
}

/// The words of a value and of the indented lines below it.
fn scalar(value: &str, below: &[&str]) -> String {
    if value.starts_with(['>', '|']) || (value.is_empty() && !below.iter().any(|l| l.starts_with('-'))) {
        return below.join(" ").trim().to_owned();
    }
    if value.is_empty() {
        let mut items: Vec<String> = Vec::new();
        let mut folded = false;
        for line in below {
            match line.strip_prefix('-').map(str::trim) {
                Some(item) => {
                    folded = item.starts_with(['>', '|']);
                    items.push(if folded { String::new() } else { unquote(item) });
                }
                None if folded => {
                    if let Some(last) = items.last_mut() {
                        last.push(' ');
                        last.push_str(line);
                    }
                }
                None => {}
            }
        }
        return items
            .iter()
            .map(|i| i.trim())
            .filter(|i| !i.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
    }
    if let Some(list) = value.strip_prefix('[').and_then(|v| v.strip_suffix(']')) {
        return list
            .split(',')
            .map(|i| unquote(i.trim()))
            .collect::<Vec<_>>()
            .join(", ");
    }
    // A quoted value may run over lines: a backslash at the end joins them, else a space does.
    let mut whole = value.to_owned();
    for line in below {
        if whole.ends_with('\\') {
            whole.pop();
            whole.push_str(line.strip_prefix('\\').unwrap_or(line));
        } else {
            whole.push(' ');
            whole.push_str(line);
        }
    }
    unquote(whole.trim())
}

fn unquote(raw: &str) -> String {
    if let Some(inner) = raw.strip_prefix('\'').and_then(|r| r.strip_suffix('\'')) {
        return inner.replace("''", "'");
    }
    let Some(inner) = raw.strip_prefix('"').and_then(|r| r.strip_suffix('"')) else {
        return raw.to_owned();
    };
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('_') => out.push('\u{a0}'),
            Some('n' | 't' | 'r') => out.push(' '),
            Some(kind @ ('x' | 'u' | 'U')) => {
                let length = match kind {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let hex: String = chars.by_ref().take(length).collect();
                let code = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                out.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_in_all_its_quotes() {
        let (matter, body) = split(
            "---\ntags: [a, b]\ndate: unknown\npublished_time: 2024-05-07 08:00:00-04:00\ntitle: \"The pier\\u2019s\\\n  \\ \
             long\\_day: part 2\"\nauthors:\n  - 'Ann Vale'\n  - Bo Reed\n---\nWords.\n",
        );
        assert_eq!(matter.title.as_deref(), Some("The pier’s long\u{a0}day: part 2"));
        assert_eq!(matter.author.as_deref(), Some("Ann Vale, Bo Reed"));
        assert_eq!(matter.published, Some(jiff::civil::date(2024, 5, 7)));
        assert_eq!(body, "Words.\n");
    }

    #[test]
    fn folded_blocks_and_empty_matter() {
        let (matter, _) =
            split("---\npost_title: >\n  Ferry returns\n  at dawn\npost_date: 2024-05-07 02:53:04\n---\n");
        assert_eq!(matter.title.as_deref(), Some("Ferry returns at dawn"));
        assert_eq!(matter.published, Some(jiff::civil::date(2024, 5, 7)));
        assert_eq!(split("---\n---\n\n# A\n").1, "\n# A\n");
        assert_eq!(split("--- no\nfence"), (Matter::default(), "--- no\nfence"));
    }

    #[test]
    fn toml_between_plus_signs() {
        let (matter, body) =
            split("+++\ntitle = \"Ferry\"\ndate = 2024-05-07T08:00:00Z\nauthors = [\"Ann Vale\"]\n+++\nx");
        assert_eq!((matter.title.as_deref(), body), (Some("Ferry"), "x"));
        assert_eq!(matter.published, Some(jiff::civil::date(2024, 5, 7)));
    }
}
