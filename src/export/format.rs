//! [`Format`]: the formats of an export, and one briefing in each that is made from the model.

use clap::ValueEnum;

use super::{Document, Summary, csv, html, markdown, text};
use crate::analysis::Analysis;
use crate::article::Article;

/// The formats of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The summary as plain text
    Text,
    /// The summary as Markdown
    Markdown,
    /// The summary and the marked text as one web page
    Html,
    /// The screen as a picture
    Svg,
    /// The screen with its colours, for a terminal
    Ansi,
    /// Everything, as one JSON object (see `briefing schema`)
    Json,
    /// The same, one object a line, a line for each file
    Jsonl,
    /// The movements, a line for each row
    Csv,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Svg,
        Self::Ansi,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
    ];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Ansi => "ansi",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
        }
    }

    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            other => other.name(),
        }
    }

    /// The format that the extension of a file's name says.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        match extension.as_str() {
            "htm" => Some(Self::Html),
            "ndjson" => Some(Self::Jsonl),
            other => Self::ALL
                .into_iter()
                .find(|format| format.extension() == other || format.name() == other),
        }
    }

    /// Whether one output may hold several briefings.
    pub const fn holds_several(self) -> bool {
        matches!(
            self,
            Self::Text | Self::Markdown | Self::Jsonl | Self::Csv | Self::Ansi
        )
    }

    /// Whether it shows the screen rather than the model; [`render`] has nothing for these.
    pub const fn is_screen(self) -> bool {
        matches!(self, Self::Svg | Self::Ansi)
    }
}

/// One briefing as `format`; text is laid out for `width` columns. CSV comes without its header, so that several
/// briefings go below one. A screen is empty: it is drawn elsewhere.
pub fn render(format: Format, article: &Article, analysis: &Analysis, width: usize) -> String {
    let summary = || Summary::new(article, analysis);
    match format {
        Format::Text => text::text(&summary(), width),
        Format::Markdown => markdown::markdown(&summary()),
        Format::Html => html::html(&summary(), article, analysis),
        Format::Svg | Format::Ansi => String::new(),
        Format::Json => json(&Document::new(article, analysis), true),
        Format::Jsonl => json(&Document::new(article, analysis), false),
        Format::Csv => csv::rows(article, analysis),
    }
}

/// What stands before the first briefing.
pub fn head(format: Format) -> String {
    match format {
        Format::Csv => csv::header(),
        _ => String::new(),
    }
}

/// What stands between two briefings.
pub const fn between(format: Format) -> &'static str {
    match format {
        Format::Text => "\n\n",
        Format::Markdown => "\n---\n\n",
        _ => "",
    }
}

/// A whole file with one briefing.
pub fn file(format: Format, article: &Article, analysis: &Analysis, width: usize) -> String {
    head(format) + &render(format, article, analysis, width)
}

/// `value` as JSON with a line feed after it.
pub fn json(value: &impl serde::Serialize, pretty: bool) -> String {
    let written = if pretty {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    // Neither a map with strange keys nor a failing writer is among what is written here.
    written.unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{MovementId, Remark, SpeakerId};
    use crate::clean::Clean;
    use crate::export::fixture::briefing;

    /// What could act on a terminal or mislead the eye.
    const HOSTILE: &str = "\u{1b}[31m\u{1b}]0;gone\u{7}\u{9b}2J\u{202e}\u{200b}\u{0}\r\u{8}\u{2066}&#27;[1m";

    #[test]
    fn nothing_hostile_in_any_string_reaches_any_format() {
        let (article, analysis) = briefing(HOSTILE);
        for format in Format::ALL {
            let written = file(format, &article, &analysis, 80);
            let bad: String = written
                .chars()
                .filter(|&c| {
                    (c.is_control() && c != '\n' && !(c == '\r' && format == Format::Csv))
                        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
                })
                .collect();
            assert_eq!(bad, "", "{format:?}");
            assert!(!written.contains("gone"), "{format:?}");
        }
    }

    #[test]
    fn what_the_reader_set_is_marked_as_his_in_every_format() {
        let (article, mut analysis) = briefing("");
        analysis.by_reader.movements = vec![MovementId(1)];
        analysis.by_reader.speakers = vec![SpeakerId(0)];
        analysis.by_reader.dropped = 1;
        analysis.by_reader.remarks = vec![Remark {
            span: analysis.movements[0].evidence[0],
            text: Clean::new("ask <them>"),
        }];
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let written = file(format, &article, &analysis, 80);
            let words = written.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words.matches("by the reader").count(), 2, "{words}");
            for part in ["ask ", "“About 1,200”", "The reader dropped 1 row."] {
                assert!(words.contains(part), "{part} in {words}");
            }
        }
        let json = file(Format::Jsonl, &article, &analysis, 80);
        assert_eq!(json.matches("\"by_reader\":true").count(), 2);
        assert!(json.contains("\"note\":\"ask <them>\"") && json.contains("\"dropped_by_reader\":1"));
        let csv = file(Format::Csv, &article, &analysis, 80);
        assert_eq!(csv.matches(",true\r\n").count(), 1);
    }

    #[test]
    fn a_name_and_an_extension_lead_to_their_format() {
        for format in Format::ALL {
            assert_eq!(Format::of_extension(format.extension()), Some(format));
            assert_eq!(Format::from_str(format.name(), false), Ok(format));
        }
        assert_eq!(Format::of_extension("HTM"), Some(Format::Html));
        assert_eq!(Format::of_extension("exe"), None);
    }

    #[test]
    fn json_counts_characters() {
        let (article, analysis) = briefing("");
        let value: serde_json::Value =
            serde_json::from_str(&file(Format::Json, &article, &analysis, 80)).unwrap();
        let text: Vec<char> = value["article"]["text"].as_str().unwrap().chars().collect();
        let quotes = value["quotes"].as_array().unwrap();
        assert_eq!(quotes.len(), 4);
        for quote in quotes {
            let span = quote["start"].as_u64().unwrap() as usize..quote["end"].as_u64().unwrap() as usize;
            let words: String = text[span].iter().collect();
            assert_eq!(quote["text"], words);
        }
        assert_eq!(value["movements"][0]["count"]["value"], serde_json::json!(1200));
    }
}
