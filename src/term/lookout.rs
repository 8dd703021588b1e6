//! Looks at all briefings of the list in the background, for what the list says of them and for the search in all.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::events::Event;
use super::worker::{Open, STACK};
use crate::analysis::{Context, analyse_with};
use crate::app::Findings;
use crate::article::Article;
use crate::export::{counted, day, title};
use crate::guard::shielded;

/// Longer texts are looked at but not kept for the search in all (bytes).
const KEPT: usize = 4 << 20;

/// What was found out about a briefing.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// Its title, or why it cannot be read.
    pub about: String,
    /// Speakers, quotes, movements, day; none when it cannot be read.
    pub facts: Vec<String>,
    /// Its text.
    pub article: Option<Arc<Article>>,
    /// Whether the reader has read in it before.
    pub read: bool,
}

/// The thread that looks; it stops when this is dropped.
#[derive(Debug)]
pub struct Lookout {
    stop: Arc<AtomicBool>,
}

impl Lookout {
    /// Looks at what each of `opens` opens, one after the other.
    pub fn start(opens: Vec<Open>, context: Context, send: Sender<Event>) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        thread::Builder::new()
            .name("lookout".to_owned())
            .stack_size(STACK)
            .spawn(move || {
                for (at, open) in opens.into_iter().enumerate() {
                    let looked = shielded(|| look(open, context, &stopped)).unwrap_or_default();
                    let gone = stopped.load(Ordering::Relaxed);
                    if gone || send.send(Event::Looked(at, Box::new(looked))).is_err() {
                        return;
                    }
                }
            })?;
        Ok(Self { stop })
    }
}

impl Drop for Lookout {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn look(open: Open, context: Context, stop: &AtomicBool) -> Looked {
    let article = match open(&mut |_| {}) {
        Ok(article) => Arc::new(article),
        Err(error) => {
            return Looked {
                about: crate::clean::Clean::line(&error.to_string()).to_string(),
                ..Looked::default()
            };
        }
    };
    let analysis = analyse_with(&article, &context, &mut |_| {
        if stop.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    let findings = Findings::new(&article, analysis);
    let date = article
        .dateline
        .as_ref()
        .and_then(|d| d.date)
        .or(article.published);
    Looked {
        about: title(&article),
        facts: vec![
            counted(findings.index.speaking(), "speaker"),
            counted(findings.analysis.quotes.len(), "quote"),
            counted(findings.table.rows.len(), "movement"),
            date.map(day).unwrap_or_default(),
        ],
        article: (article.text.len() <= KEPT).then_some(article),
        read: false,
    }
}
