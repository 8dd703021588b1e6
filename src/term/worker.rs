//! The worker: opens and analyses in a thread of its own, and reports in parts.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use crate::analysis::{Context, analyse_with};
use crate::app::Findings;
use crate::article::Article;
use crate::error::Error;
use crate::guard::shielded;
use crate::term::events::Event;

/// How often progress is told.
const EVERY: Duration = Duration::from_millis(100);

/// Room for parsers that go deep.
pub(super) const STACK: usize = 8 << 20;

/// What the worker tells.
#[derive(Debug)]
pub enum Report {
    /// The beginning of the article, to read while the rest is being opened.
    Preview(Arc<Article>),
    /// The whole article.
    Article(Arc<Article>),
    /// It could not be opened.
    Failed(Error),
    /// This share of the findings' search is done.
    Share(f32),
    /// The findings.
    Findings(Arc<Findings>),
    /// The search for findings ended by a bug; the text can still be read.
    Broken,
}

/// Opens an article; what it is given shows a preview.
pub type Open = Box<dyn FnOnce(&mut dyn FnMut(Article)) -> Result<Article, Error> + Send>;

/// A running worker; it is told to stop when this is dropped.
#[derive(Debug)]
pub struct Job {
    /// Marks its reports, since one that was told to stop may still have something to say.
    pub id: u64,
    stop: Arc<AtomicBool>,
}

impl Job {
    /// Starts to open and analyse; what it finds goes to `send`.
    pub fn start(open: Open, context: Context, send: Sender<Event>) -> std::io::Result<Self> {
        static JOBS: AtomicU64 = AtomicU64::new(0);
        let id = JOBS.fetch_add(1, Ordering::Relaxed);
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        thread::Builder::new()
            .name("reading".to_owned())
            .stack_size(STACK)
            .spawn(move || {
                let tell = |report| {
                    // After the end of a reading its reports would only be in the way of the next.
                    if !stopped.load(Ordering::Relaxed) {
                        let _ = send.send(Event::Report(id, report));
                    }
                };
                if shielded(|| work(open, context, &tell, &stopped)).is_none() {
                    tell(Report::Broken);
                }
            })?;
        Ok(Self { id, stop })
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn work(open: Open, context: Context, tell: &dyn Fn(Report), stop: &AtomicBool) {
    let opened = open(&mut |article| tell(Report::Preview(Arc::new(article))));
    let article = match opened {
        Ok(article) => Arc::new(article),
        Err(error) => {
            tell(Report::Failed(error));
            return;
        }
    };
    tell(Report::Article(Arc::clone(&article)));
    let mut told = Instant::now();
    let analysis = analyse_with(&article, &context, &mut |share| {
        if stop.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        if told.elapsed() >= EVERY {
            told = Instant::now();
            tell(Report::Share(share));
        }
        ControlFlow::Continue(())
    });
    if !stop.load(Ordering::Relaxed) {
        tell(Report::Findings(Arc::new(Findings::new(&article, analysis))));
    }
}
