//! Reading a file again while its old text stays on the screen, until the new one is there with all its findings.

use std::sync::Arc;

use super::events::Events;
use super::run::Setup;
use super::watch::{News, Watch};
use super::worker::{Job, Report};
use crate::app::{App, Findings};
use crate::article::Article;

/// The reading that is shown and, at times, a newer one that is being made.
#[derive(Debug)]
pub struct Reading {
    /// Index of the briefing.
    at: usize,
    /// Number of the first job; the watch tells under it too.
    id: u64,
    /// The first job has told all.
    complete: bool,
    /// Watches as long as this lives.
    _watch: Option<Watch>,
    newer: Option<Newer>,
    /// The file changed before the first job was done.
    again: bool,
}

#[derive(Debug)]
struct Newer {
    job: Job,
    asked: bool,
    article: Option<Arc<Article>>,
    findings: Option<Arc<Findings>>,
}

impl Reading {
    /// Briefing `at`, which the job of number `id` opens.
    pub fn new(at: usize, id: u64, setup: &Setup, events: &Events) -> Self {
        let path = (setup.file)(at);
        Self {
            at,
            id,
            complete: false,
            _watch: path.and_then(|path| Watch::start(path, id, events.sender())),
            newer: None,
            again: false,
        }
    }

    /// Whether a report of number `of` is about the first opening.
    pub const fn is_first(&self, of: u64) -> bool {
        self.id == of
    }

    /// The first opening is done: a change that came too early is looked at now.
    pub fn completed(&mut self, setup: &mut Setup, events: &Events) -> std::io::Result<()> {
        self.complete = true;
        if std::mem::take(&mut self.again) {
            self.start(false, setup, events)?;
        }
        Ok(())
    }

    /// Begins to read the file again.
    pub fn start(&mut self, asked: bool, setup: &mut Setup, events: &Events) -> std::io::Result<()> {
        if !self.complete {
            self.again = true;
            return Ok(());
        }
        let asked = asked || self.newer.as_ref().is_some_and(|n| n.asked);
        self.newer = Some(Newer {
            job: Job::start((setup.open)(self.at), setup.context, events.sender())?,
            asked,
            article: None,
            findings: None,
        });
        Ok(())
    }

    /// Takes in what the watch tells; whether anything is to be drawn.
    pub fn hear(
        &mut self,
        of: u64,
        news: News,
        app: &mut App,
        setup: &mut Setup,
        events: &Events,
    ) -> std::io::Result<bool> {
        if of != self.id || !app.is_live() {
            return Ok(false);
        }
        match news {
            News::Changed => self.start(false, setup, events)?,
            News::Gone => {
                self.newer = None;
                app.warn(format!(
                    "{} is gone from its place; its text stays here as it was",
                    app.name()
                ));
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Takes in what a later job tells; whether anything is to be drawn.
    pub fn take(&mut self, of: u64, report: Report, app: &mut App) -> bool {
        let Some(newer) = self.newer.as_mut().filter(|n| n.job.id == of) else {
            return false;
        };
        match report {
            Report::Preview(_) | Report::Share(_) => return false,
            Report::Article(article) if *article == *app.article() => {
                let asked = newer.asked;
                self.newer = None;
                if asked {
                    app.tell(format!("{} has not changed", app.name()));
                }
                return asked;
            }
            Report::Article(article) => {
                newer.article = Some(article);
                return false;
            }
            Report::Findings(findings) => newer.findings = Some(findings),
            Report::Broken => {
                newer.findings = Some(Arc::default());
                app.warn("The search for findings failed on the new text; it can be read without them");
            }
            Report::Failed(error) => {
                self.newer = None;
                app.warn(format!(
                    "The text stays as it was, since the new one cannot be read: {error}"
                ));
            }
        }
        true
    }

    /// Puts the newer text in, once it is complete and the reader is not in the middle of something; whether it did.
    pub fn turn(&mut self, app: &mut App) -> bool {
        let ready = |n: &Newer| n.article.is_some() && n.findings.is_some();
        if app.is_busy() || !self.newer.as_ref().is_some_and(ready) {
            return false;
        }
        if let Some(Newer {
            article: Some(article),
            findings: Some(findings),
            ..
        }) = self.newer.take()
        {
            app.renew(article, findings);
        }
        true
    }
}
