//! Every input form, from a file to its article: what is told by content, what is read, and what hostile input does.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing it did not expect"
)]

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use briefing::article::{self, Article, BlockKind, Form, NoticeKind, Place};
use briefing::source::{self, Input, SourceText};
use jiff::civil::date;

fn path(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/fixtures/forms", name]
        .iter()
        .collect()
}

fn open(name: &str) -> Article {
    let source = source::open(&Input::Path(path(name))).unwrap();
    article::parse(source, None).unwrap()
}

fn read(text: &str) -> Result<Article, article::ParseError> {
    article::parse(SourceText::new(Place::Stdin, text), None)
}

fn labels(article: &Article) -> Vec<&str> {
    article
        .blocks
        .iter()
        .filter_map(|b| b.label)
        .map(|l| article.words(l))
        .collect()
}

#[test]
fn every_form_is_told_by_its_content_and_names_itself() {
    let title = Some("Ferry brigade returns");
    let cases = [
        (
            "page.html",
            Form::Html,
            Some("Ferry brigade returns to Ostermouth"),
            Some("Ann Vale, Bo Reed"),
        ),
        (
            "transcript.html",
            Form::Html,
            Some("Meeting on the harbour works"),
            None,
        ),
        (
            "record.htm",
            Form::Html,
            Some("Harbour Record, May 7, 2024"),
            None,
        ),
        (
            "note.md",
            Form::Markdown,
            Some("Ferry brigade\u{a0}returns: part 1"),
            Some("Ann Vale, Bo Reed"),
        ),
        (
            "note.md.gz",
            Form::Markdown,
            Some("Ferry brigade\u{a0}returns: part 1"),
            Some("Ann Vale, Bo Reed"),
        ),
        ("call.md", Form::Markdown, Some("Call on the harbour works"), None),
        ("rss.xml", Form::Feed, title, Some("Ann Vale")),
        ("atom.xml", Form::Feed, title, Some("Ann Vale")),
        ("feed.json", Form::Feed, title, Some("Ann Vale")),
        ("ninjs.json", Form::Json, title, Some("Ann Vale")),
        ("linked.json", Form::Json, title, Some("Ann Vale")),
        ("crawled.json", Form::Json, title, Some("Ann Vale")),
        ("content.json", Form::Json, title, None),
        ("plain.json", Form::Json, title, None),
        (
            "picture.json",
            Form::Json,
            Some("Families on the pier"),
            Some("Bo Reed"),
        ),
        ("nitf.xml", Form::Wire, title, Some("Ann Vale")),
        ("newsml.xml", Form::Wire, title, Some("Ann Vale")),
        ("debate.xml", Form::Wire, Some("HARBOUR WORKS"), None),
        ("anpa.txt", Form::Wire, title, Some("ANN VALE")),
        ("iptc.txt", Form::Wire, title, None),
    ];
    for (name, form, title, byline) in cases {
        let article = open(name);
        assert_eq!(article.origin.form, form, "{name}");
        assert_eq!(article.title.as_deref(), title, "{name}");
        assert_eq!(article.byline.as_deref(), byline, "{name}");
        assert!(article.sentences.len() > 1, "{name}");
        if !matches!(name, "debate.xml" | "plain.json" | "transcript.html") {
            assert_eq!(article.published, Some(date(2024, 5, 7)), "{name}");
        }
        if byline == Some("Ann Vale") {
            assert!(
                article.text.contains("Some 300 soldiers came back on Tuesday."),
                "{name}"
            );
        }
    }
}

#[test]
fn a_page_is_its_article_and_nothing_around_it() {
    let article = open("page.html");
    for junk in [
        "Home",
        "cookies",
        "Accept",
        "Most read",
        "Gulls",
        "Copyright",
        "Never shown",
        "color",
    ] {
        assert!(!article.text.contains(junk), "{junk}");
    }
    let kinds = |kind| {
        article
            .blocks
            .iter()
            .filter(move |b| b.kind == kind)
            .map(|b| article.words(b.span))
    };
    assert_eq!(
        kinds(BlockKind::Heading).collect::<Vec<_>>(),
        ["Ferry brigade returns to Ostermouth", "What comes next"]
    );
    assert_eq!(kinds(BlockKind::ListItem).count(), 2);
    assert!(article.text.contains("We were lucky with the weather"));
    assert_eq!(article.links.len(), 1);
    assert_eq!(article.words(article.links[0].span), "Fort Lowfield");
    assert_eq!(
        article.links[0].url.as_str(),
        "https://courier.example/maps/lowfield"
    );
    assert!(!kinds(BlockKind::Paragraph).any(|w| w == "Families wait on the pier."));
}

#[test]
fn transcripts_of_every_form_have_their_speakers() {
    let cases: [(&str, &[&str]); 4] = [
        (
            "transcript.html",
            &[
                "Governor of\u{a0}Skerrin Ida Holm",
                "Tom Arkel",
                "Ida Holm",
                "Tom Arkel",
                "Ida Holm",
            ],
        ),
        (
            "record.htm",
            &[
                "Mr. ARKEL",
                "Ms. HOLM of Skerrin",
                "The SPEAKER pro tempore",
                "Mr. ARKEL",
            ],
        ),
        ("call.md", &["MS. HOLM", "Q", "MS. HOLM", "Q", "MS. HOLM"]),
        ("debate.xml", &["Ida Holm", "Tom Arkel", "Ida Holm", "Tom Arkel"]),
    ];
    for (name, expected) in cases {
        assert_eq!(labels(&open(name)), expected, "{name}");
    }
    assert!(!open("transcript.html").text.contains("number"));
}

#[test]
fn an_item_of_a_feed_or_list_is_chosen_by_number() {
    for (name, text) in [
        ("rss.xml", "https://courier.example/band"),
        ("plain.json", "It did."),
    ] {
        let mut source = source::open(&Input::Path(path(name))).unwrap();
        source.hint.item = Some(2);
        let article = article::parse(source, None).unwrap();
        assert_eq!(article.title.as_deref(), Some("Band wins prize"));
        assert!(article.text.contains(text), "{name}");
    }
}

#[test]
fn a_form_that_is_asked_for_is_taken() {
    let source = source::open(&Input::Path(path("page.html"))).unwrap();
    let article = article::parse(source, Some(Form::Text)).unwrap();
    assert!(article.text.contains("<!doctype html>"));
    let words = SourceText::new(Place::Stdin, "Just words.");
    let error = article::parse(words, Some(Form::Json)).unwrap_err().to_string();
    assert!(
        error.starts_with("standard input: not readable as json"),
        "{error}"
    );
    assert!(error.ends_with("try --as text"), "{error}");
}

/// What an attacker, a crash or a bad disk may hand over.
fn hostile() -> Vec<(&'static str, String)> {
    let deep = 100_000;
    let nest = |open: &str, close: &str| format!("{}word{}", open.repeat(deep), close.repeat(deep));
    vec![
        ("divs", format!("<html><body>{}", nest("<div>", "</div>"))),
        ("unclosed", format!("<html><body>{}word", "<b><i>".repeat(deep))),
        (
            "tables",
            format!("<html><body>{}", nest("<table><tr><td>", "</td></tr></table>")),
        ),
        ("lists", format!("<html><body>{}", nest("<ul><li>", "</ul>"))),
        (
            "fonts",
            format!("<html><body>{}word", "<p><font color=a>".repeat(deep)),
        ),
        (
            "attributes",
            format!("<html><body><p {}>word", "a=b ".repeat(deep)),
        ),
        ("quotes", format!("<html><body>{}word", "<a href=\"".repeat(deep))),
        (
            "hidden",
            format!("<html><body>{}word", "<span class=hidden>".repeat(deep)),
        ),
        ("brackets", format!("<html>{}", "<".repeat(deep * 10))),
        ("comments", format!("<html>{}", "<!--".repeat(deep))),
        ("scripts", format!("<html>{}", "<script></scrip".repeat(deep))),
        ("entities", format!("<html><p>{}", "&amp".repeat(deep))),
        ("list-json", nest("[", "]")),
        ("object-json", nest("{\"a\":", "}")),
        ("cut-json", "{\"title\": \"It left".to_owned()),
        (
            "quotes-md",
            format!("---\ntitle: a\n---\n{} word", ">".repeat(20_000)),
        ),
        (
            "links-md",
            format!("---\ntitle: a\n---\n{} word", "[".repeat(deep)),
        ),
        (
            "stars-md",
            format!("---\ntitle: a\n---\n{} word", "*a_ ".repeat(deep)),
        ),
        ("matter", format!("---\n{}", "a: b\n".repeat(deep))),
        ("feed", format!("<rss><channel><item>{}", nest("<a>", "</a>"))),
        (
            "cut-feed",
            "<rss version='2.0'><channel><item><title>It left".to_owned(),
        ),
        (
            "json-feed",
            format!(
                "{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": {}",
                nest("[", "]")
            ),
        ),
        (
            "nitf",
            format!("<nitf><body><body.content>{}", nest("<p>", "</p>")),
        ),
        (
            "media",
            format!("<nitf><body><body.content>{}", "<media>".repeat(deep)),
        ),
        (
            "speeches",
            format!("<publicwhip>{}", "<speech speakername='A B'>".repeat(deep)),
        ),
        (
            "bomb",
            format!(
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a '{}'>{}]><nitf><body><body.content><p>&z; word</p></body.content></body></nitf>",
                "a".repeat(1000),
                ('b'..='z').fold(String::new(), |mut entities, c| {
                    let before = format!("&{};", (c as u8 - 1) as char).repeat(10);
                    let _ = write!(entities, "<!ENTITY {c} '{before}'>");
                    entities
                })
            ),
        ),
        (
            "feed-bomb",
            format!(
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a '{}'>]><rss version='2.0'><channel><title>x</title><item><title>{}</title></item></channel></rss>",
                "a".repeat(1000),
                "&a;".repeat(1000)
            ),
        ),
        ("frames", "\u{1}\u{2}".repeat(deep)),
        ("carets", format!("\u{1}a\u{2}{}", "^".repeat(deep))),
    ]
}

/// No input may take longer, in a debug build on a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn hostile_input_ends_in_an_article_or_a_clear_error() {
    for (name, text) in hostile() {
        // A thread of the common size: a page must not need a larger stack.
        let work = std::thread::Builder::new().stack_size(2 << 20).spawn(move || {
            let start = Instant::now();
            let length = text.len();
            let outcome = read(&text).map_err(|e| e.to_string());
            (start.elapsed(), length, outcome)
        });
        let (took, length, outcome) = work.unwrap().join().unwrap();
        assert!(took < PATIENCE, "{name}: {took:?}");
        match outcome {
            Ok(article) => assert!(article.text.len() < 4 * length + 1000, "{name}"),
            Err(error) => assert!(error.contains("; ") && !error.contains('\n'), "{name}: {error}"),
        }
    }
}

#[test]
fn a_page_too_large_or_deep_for_a_tree_is_read_in_part_and_says_so() {
    let story =
        "<p>The ferry left the pier at dawn, and it came back at noon with forty people on board.</p>";
    let menu = "<ul>".to_owned() + &"<li><a href=/x>Menu</a>".repeat(40) + "</ul>";
    let deep = format!(
        "<html><body>{menu}{}{}</body></html>",
        "<div>".repeat(5000),
        story.repeat(5)
    );
    let large = format!("<html><body>{menu}{}</body></html>", story.repeat(110_000));
    for page in [deep, large] {
        let article = read(&page).unwrap();
        assert!(article.notices.iter().any(|n| n.kind == NoticeKind::Partial));
        assert!(article.text.contains("The ferry left") && !article.text.contains("Menu"));
    }
}

#[test]
fn every_cut_of_every_fixture_is_read_or_refused() {
    for entry in std::fs::read_dir(path("")).unwrap() {
        let file = entry.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        for part in 1..12 {
            let cut = bytes.get(..bytes.len() * part / 12).unwrap();
            let folder = tempfile::tempdir().unwrap();
            let copy = folder.path().join(file.file_name().unwrap());
            std::fs::File::create(&copy).unwrap().write_all(cut).unwrap();
            let outcome = source::open(&Input::Path(copy)).map_err(|e| e.to_string());
            match outcome.and_then(|s| article::parse(s, None).map_err(|e| e.to_string())) {
                Ok(article) => assert!(!article.blocks.is_empty(), "{} {part}", file.display()),
                Err(error) => assert!(error.contains("; "), "{} {part}: {error}", file.display()),
            }
        }
    }
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    /// Pieces that the forms are made of, so that arbitrary strings of them reach into the parsers.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("<p>"),
            Just("</p>"),
            Just("<div class=\"hidden\">"),
            Just("<span class=tooltip>"),
            Just("</span>"),
            Just("<br/>"),
            Just("<a href='/x'>"),
            Just("</a>"),
            Just("<b>Ann Vale:</b> "),
            Just("<pre>"),
            Just("</pre>"),
            Just("<li>"),
            Just("</ul>"),
            Just("<td>"),
            Just("<!--"),
            Just("-->"),
            Just("<![CDATA["),
            Just("]]>"),
            Just("<script>"),
            Just("&amp;"),
            Just("&#x1F600;"),
            Just("&#146;"),
            Just("---\n"),
            Just("title: x\n"),
            Just("# "),
            Just("> "),
            Just("* "),
            Just("[a](http://b)"),
            Just("```\n"),
            Just("{\"title\": \"A\", \"text\": \""),
            Just("\"}"),
            Just("[{"),
            Just("<rss><channel>"),
            Just("<item>"),
            Just("</item>"),
            Just("<nitf>"),
            Just("<body.content>"),
            Just("<speech speakername=\"A\">"),
            Just("\u{1}"),
            Just("\u{2}^"),
            Just("<\r\n"),
            Just("\u{3}"),
            Just("é “word” "),
            Just("\u{a0}"),
            Just("\u{202e}"),
            Just("Q    Why?\n"),
            Just("MR. VALE:  No.\n"),
            Just("\n\n"),
        ];
        proptest::collection::vec(piece, 0..60).prop_map(|parts| parts.concat())
    }

    fn check(text: &str) {
        const FORMS: [Option<Form>; 8] = [
            None,
            Some(Form::Text),
            Some(Form::Transcript),
            Some(Form::Markdown),
            Some(Form::Html),
            Some(Form::Feed),
            Some(Form::Json),
            Some(Form::Wire),
        ];
        for form in FORMS {
            let Ok(article) = article::parse(SourceText::new(Place::Stdin, text), form) else {
                continue;
            };
            let mut end = 0;
            for block in &article.blocks {
                assert!(
                    block.span.start() >= end && !article.words(block.span).is_empty(),
                    "{form:?}"
                );
                end = block.span.end();
                assert!(block.label.is_none_or(|l| block.span.contains(l)), "{form:?}");
            }
            for link in &article.links {
                assert!(!article.words(link.span).is_empty(), "{form:?}");
                assert!(link.url.starts_with("http"), "{form:?}");
            }
            let unsafe_to_show = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{202e}';
            assert!(!article.text.contains(unsafe_to_show), "{form:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_string_of_pieces_breaks_a_parser(text in pieces()) {
            check(&text);
        }

        #[test]
        fn no_text_breaks_a_parser(text in "\\PC{0,400}") {
            check(&text);
        }

        #[test]
        fn no_bytes_break_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let source = source::decode(source::Bytes { bytes, ..source::Bytes::default() });
            if let Ok(source) = source {
                check(&source.text);
            }
        }
    }
}

#[cfg(feature = "net")]
mod links {
    use std::io::{BufRead, BufReader};
    use std::net::TcpListener;
    use std::process::{Command, Output};

    use super::*;

    /// Serves the fixtures on loopback; gives the address.
    fn serve() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let home = address.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let request = lines.next().and_then(Result::ok).unwrap_or_default();
                while lines.next().and_then(Result::ok).is_some_and(|l| !l.is_empty()) {}
                let name = request
                    .split(' ')
                    .nth(1)
                    .unwrap_or("/")
                    .trim_start_matches('/')
                    .to_owned();
                let body = std::fs::read_to_string(path(&name)).unwrap_or_default();
                let body = body.replace("https://courier.example", &home);
                let status = if body.is_empty() {
                    "404 Not Found"
                } else {
                    "200 OK"
                };
                let _ = write!(
                    stream,
                    "HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                    body.len()
                );
            }
        });
        address
    }

    fn export(arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_briefing"))
            .args(["export", "--format", "json"])
            .args(arguments)
            .output()
            .unwrap()
    }

    #[test]
    fn a_link_opens_as_the_page_behind_it() {
        let server = serve();
        let link = format!("{server}/page.html");
        let output = export(&[&link]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(json["article"]["title"], "Ferry brigade returns to Ostermouth");
        assert_eq!(json["article"]["origin"]["url"], link.as_str());
        let gone = export(&[&format!("{server}/gone")]);
        assert_eq!(gone.status.code(), Some(1));
        let error = String::from_utf8(gone.stderr).unwrap();
        assert!(
            error.contains("/gone: no such page (404); check the address"),
            "{error}"
        );
    }

    #[test]
    fn a_summary_is_followed_only_on_request() {
        let server = serve();
        let feed = tempfile::NamedTempFile::new().unwrap();
        let items = format!(
            "<rss version='2.0'><channel><title>x</title><item><title>Other</title></item><item><title>Ferry</title>\
             <link>{server}/page.html</link><description>Short.</description></item></channel></rss>"
        );
        std::fs::write(feed.path(), items).unwrap();
        let file = feed.path().to_str().unwrap();
        for (arguments, title) in [
            (vec!["--item", "2", file], "Ferry"),
            (
                vec!["--item", "2", "--follow", file],
                "Ferry brigade returns to Ostermouth",
            ),
            (vec!["--follow", file], "Other"),
        ] {
            let output = export(&arguments);
            let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(json["article"]["title"], title, "{arguments:?}");
        }
    }
}
