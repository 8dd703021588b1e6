//! Feeds mutated inputs to every parser and to the analysis, and checks what must hold of any article.
//!
//! A fuzzer that needs no other toolchain: `cargo test` runs it for two seconds over the fixtures; for longer, or over
//! other seeds,
//!
//! ```text
//! cargo test --test fuzz -- --seconds 3600 [--seed N] [FOLDER…]
//! ```
//!
//! It prints its seed, the number of executions and the findings; an input that fails is kept in the temporary folder.

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use briefing::analysis::{Context, analyse};
use briefing::article::{self, Article, Form, Place};
use briefing::source::{self, Bytes, Hint};

/// What the run was asked for.
struct Job {
    time: Duration,
    seed: u64,
    folders: Vec<PathBuf>,
}

impl Job {
    fn of_arguments() -> Self {
        let mut job = Self {
            time: Duration::from_secs(2),
            seed: 1,
            folders: Vec::new(),
        };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|n| n.parse().ok()).unwrap_or(1);
            match word.as_str() {
                "--seconds" => job.time = Duration::from_secs(number()),
                "--seed" => job.seed = number(),
                option if option.starts_with('-') => {}
                folder => job.folders.push(folder.into()),
            }
        }
        if job.folders.is_empty() {
            job.folders
                .push([env!("CARGO_MANIFEST_DIR"), "tests/fixtures"].iter().collect());
        }
        job
    }
}

/// Xorshift: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}

/// Longest input that is made, in bytes: short ones reach more states in the same time.
const LONGEST: usize = 4096;

/// Words that the formats and the language rules turn on.
const WORDS: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "<br>",
    "<b>",
    ":</b>",
    "<pre>",
    "<li>",
    "<td>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<script>",
    "<a href=\"//x\">",
    "&amp;",
    "&#x0;",
    "&#146;",
    "&nbsp",
    "---\n",
    "+++\n",
    "title: ",
    "\n\n",
    "\r\n",
    "  \n",
    "# ",
    "> ",
    "* ",
    "[x](http://y)",
    "```",
    "|",
    "{\"",
    "\":",
    "[",
    "]",
    "null",
    "\"text\": \"",
    "<item>",
    "<rss>",
    "<entry>",
    "<nitf>",
    "<speech ",
    "speakername=\"",
    "<body.content>",
    "\u{1}",
    "\u{2}",
    "\u{3}",
    "^",
    "<\r\n",
    "=\r\n",
    "Q    ",
    "Q: ",
    "MR. VALE:  ",
    "Mr. VALE. ",
    "THE PRESIDENT: ",
    "(Laughter.)",
    "[10:00:05] ",
    "“",
    "”",
    "\"",
    "'",
    "’s ",
    "—",
    "…",
    "\u{a0}",
    "\u{202e}",
    "\u{feff}",
    "\u{1b}[31m",
    "\t",
    "3,000 soldiers ",
    "the 9th Brigade ",
    "from Poland to Romania ",
    "said ",
    "on Tuesday ",
    "U.S. ",
    "$2.5 ",
    "13-14",
    "1,0,0,0 ",
    "(Reporting by ",
    "BERLIN (AP) - ",
    "Feb. 30 ",
    "99999999999999999999 ",
    "é",
    "漢",
    "👩‍👩‍👧",
    "\u{300}",
];

fn mutate(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = cut(dice, seeds);
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(8) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            1 => bytes.truncate(at),
            2 => {
                let end = (at + dice.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 | 4 => {
                let word = WORDS[dice.below(WORDS.len())].as_bytes();
                bytes.splice(at..at, word.iter().copied());
            }
            5 => {
                let other = cut(dice, seeds);
                bytes.splice(at..at, other);
            }
            6 => {
                let end = (at + dice.below(60)).min(bytes.len());
                let part = bytes[at..end].repeat(1 + dice.below(20));
                bytes.splice(at..at, part);
            }
            _ => {
                let byte = dice.below(256) as u8;
                bytes.insert(at, byte);
            }
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

fn cut(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let seed = &seeds[dice.below(seeds.len())];
    // Most forms are told by their beginning.
    let start = if dice.below(3) == 0 {
        dice.below(seed.len())
    } else {
        0
    };
    let length = dice.below(LONGEST);
    seed.iter().skip(start).take(length).copied().collect()
}

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

/// Reads the input in one form and checks the article and its findings. Says what came of it.
fn execute(bytes: &[u8], form: Option<Form>) -> bool {
    let read = Bytes {
        place: Place::Stdin,
        bytes: bytes.to_vec(),
        hint: Hint::default(),
    };
    let Ok(source) = source::decode(read) else {
        return false;
    };
    let Ok(article) = article::parse(source, form) else {
        return false;
    };
    check(&article);
    let analysis = analyse(&article, &Context::default());
    let inside = |span: briefing::span::Span| span.is_empty() || !article.words(span).is_empty();
    assert!(
        analysis.quotes.iter().all(|q| inside(q.span)),
        "a quote off the text"
    );
    true
}

fn check(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start() >= end, "blocks overlap");
        assert!(!article.words(block.span).is_empty(), "a block off the text");
        assert!(
            block.label.is_none_or(|l| block.span.contains(l)),
            "a label outside its block"
        );
        end = block.span.end();
    }
    let mut end = 0;
    for sentence in &article.sentences {
        assert!(sentence.span.start() >= end, "sentences overlap");
        assert!(
            !article.words(sentence.span).is_empty(),
            "a sentence off the text"
        );
        end = sentence.span.end();
    }
    assert!(
        article.links.iter().all(|l| !article.words(l.span).is_empty()),
        "a link off the text"
    );
    let acts = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    assert!(!article.text.contains(acts), "a control character in the text");
}

fn gather(folder: &Path, seeds: &mut Vec<Vec<u8>>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            gather(&path, seeds);
        } else if let Ok(bytes) = std::fs::read(&path)
            && !bytes.is_empty()
        {
            seeds.push(bytes);
        }
    }
}

/// An execution that takes longer is a finding too.
const SLOW: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    let job = Job::of_arguments();
    let mut seeds = Vec::new();
    for folder in &job.folders {
        gather(folder, &mut seeds);
    }
    if seeds.is_empty() {
        eprintln!("fuzz: no files to begin with");
        return ExitCode::FAILURE;
    }
    panic::set_hook(Box::new(|_| {}));
    let mut dice = Dice(job.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let start = Instant::now();
    let (mut done, mut read, mut findings, mut slowest) = (0_u64, 0_u64, 0_u64, Duration::ZERO);
    while start.elapsed() < job.time {
        let bytes = mutate(&mut dice, &seeds);
        let form = FORMS[dice.below(FORMS.len())];
        let began = Instant::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| execute(&bytes, form)));
        let took = began.elapsed();
        slowest = slowest.max(took);
        done += 1;
        read += u64::from(matches!(outcome, Ok(true)));
        let panic = outcome.err();
        if panic.is_none() && took < SLOW {
            continue;
        }
        findings += 1;
        let file = std::env::temp_dir().join(format!("briefing-fuzz-{}-{done}", job.seed));
        let kept = std::fs::write(&file, &bytes).is_ok();
        let words = panic.as_ref().and_then(|p| {
            let text = p.downcast_ref::<String>().map(String::as_str);
            text.or_else(|| p.downcast_ref::<&str>().copied())
        });
        println!(
            "finding as {form:?}: {} ({took:?}){}",
            words.unwrap_or("slow"),
            if kept {
                format!(", kept in {}", file.display())
            } else {
                String::new()
            }
        );
    }
    println!(
        "seed {}: {done} executions, {read} read as articles, {findings} findings, slowest {slowest:?}",
        job.seed
    );
    if findings == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
