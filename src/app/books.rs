//! The other briefings of the list: turning to the next one, and the search through all of them.

use std::sync::Arc;

use regex::Regex;

use crate::analysis::QuoteKind;
use crate::app::index::{Stop, StopKind};
use crate::app::search::{Search, pattern};
use crate::app::update::scroll;
use crate::app::{Action, App, Effect, Pane, Screen};
use crate::article::Article;
use crate::span::Span;
use crate::text::fold;

/// Hits of a search through all briefings that are listed.
const MOST_HITS: usize = 1000;

/// One of the briefings, as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Its title, or its name while it has not been looked at.
    pub title: String,
    /// Its text, once it has been looked at and unless it is very long.
    pub article: Option<Arc<Article>>,
}

/// A sentence that holds what was searched in all briefings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index of the briefing.
    pub book: usize,
    /// First byte of the hit.
    pub at: usize,
    /// The sentence's words, on one line.
    pub words: String,
    /// Paragraph, from one.
    pub paragraph: usize,
    /// Who says it, as a row of the speakers pane, where that is known: in the open briefing.
    pub voice: Option<usize>,
}

/// Where to go in a briefing that is turned to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aimed {
    /// The byte.
    pub at: usize,
    /// What was searched, to be lit there.
    pub query: String,
}

/// The briefings of one run, and what a search through them found.
#[derive(Clone, Debug, Default)]
pub struct Books {
    /// In the order of the list; empty when only one is open.
    pub books: Vec<Book>,
    /// The one that is open.
    pub current: usize,
    /// [`Self::found`] are quotes.
    pub quotes: bool,
    /// What was searched in all.
    pub query: String,
    /// Where it was found.
    pub found: Vec<Found>,
    /// The selected line of [`Self::found`].
    pub row: usize,
    aimed: Option<Aimed>,
}

impl App {
    /// The other briefings.
    pub const fn books(&self) -> &Books {
        &self.books
    }

    /// Tells which briefings there are and which of them is open.
    pub fn set_books(&mut self, books: Vec<Book>, current: usize) {
        self.books.books = books;
        self.books.current = current;
    }

    /// Says where to go once the briefing is there.
    pub fn aim_at(&mut self, aimed: Option<Aimed>) {
        self.books.aimed = aimed;
    }

    /// Goes there.
    pub fn arrive(&mut self) {
        if let Some(Aimed { at, query }) = self.books.aimed.take() {
            self.visit(at);
            let searched = !query.trim().is_empty();
            self.search = searched.then(|| Search::new(&self.article.text, &query));
        }
    }

    /// The next or previous briefing.
    pub(super) fn step_books(&mut self, forward: bool, times: usize) -> Effect {
        let all = self.books.books.len();
        let at = self.books.current;
        let to = if forward {
            (at + times).min(all.saturating_sub(1))
        } else {
            at.saturating_sub(times)
        };
        if all < 2 {
            self.tell("Only this briefing is open; give several files or a folder to read more");
        } else if to == at {
            self.tell(if forward {
                "This is the last briefing"
            } else {
                "This is the first briefing"
            });
        } else {
            return Effect::OpenBook(to, None);
        }
        Effect::None
    }

    /// Lists the sentences of all open briefings that hold `words`.
    pub(super) fn search_all(&mut self, words: &str) {
        let Some(wanted) = pattern(words) else { return };
        let current = self.books.current;
        let mut found = Vec::new();
        let own = [(current, self.article.as_ref())];
        let others = self.books.books.iter().enumerate();
        let mut texts: Vec<(usize, &Article)> = others
            .filter(|(at, _)| *at != current)
            .filter_map(|(at, book)| Some((at, book.article.as_deref()?)))
            .chain(own)
            .collect();
        texts.sort_by_key(|(at, _)| *at);
        for (book, article) in texts {
            let mut last = None;
            for hit in wanted.find_iter(&article.text) {
                let at = article.sentence_at(hit.start());
                if found.len() == MOST_HITS || (at.is_some() && at == last) {
                    continue;
                }
                last = at;
                let hit = Span::new(hit.start(), hit.end());
                let sentence = at.and_then(|s| article.sentences.get(s)).map(|s| s.span);
                let sentence = sentence.filter(|s| s.holds(hit.start())).unwrap_or(hit);
                let own = book == current;
                found.push(Found {
                    book,
                    voice: own.then(|| self.voice_over(hit)).flatten(),
                    at: hit.start(),
                    words: fold(article.words(sentence)).into_owned(),
                    paragraph: article.block_at(hit.start()).map_or(0, |b| b + 1),
                });
            }
        }
        if found.is_empty() {
            self.warn(format!("“{words}” is in none of the open briefings"));
            return;
        }
        self.list_found(words, found, false);
    }

    /// What is lit in the list of what was found.
    pub fn found_pattern(&self) -> Option<Regex> {
        pattern(&self.books.query)
    }

    fn list_found(&mut self, words: &str, found: Vec<Found>, quotes: bool) {
        words.clone_into(&mut self.books.query);
        self.books.found = found;
        self.books.quotes = quotes;
        self.books.row = 0;
        self.screen = Screen::Found;
    }

    /// Who says the words of `span`.
    fn voice_over(&self, span: Span) -> Option<usize> {
        let quote = self.index().quotes.over(span).next();
        quote.map(|(_, (_, voice))| voice).or_else(|| {
            let block = self.article.block_at(span.start())?;
            let speaker = self.analysis().block_speakers.get(block).copied().flatten()?;
            self.index().voice_of(Some(speaker))
        })
    }

    /// Lists the quotes and turns that hold `words`, or whose speaker's name does; all where there are no words.
    pub(super) fn search_quotes(&mut self, words: &str) {
        let wanted = pattern(words);
        let current = self.books.current;
        let matches = |text: &str| wanted.as_ref().is_none_or(|p| p.is_match(text));
        let stops = self.index().stops.iter();
        let found: Vec<Found> = stops
            .map(|stop| {
                let span = match stop.what {
                    StopKind::Quote(_) => stop.span,
                    StopKind::Turn(block) => self.turn_words(block),
                };
                (stop, span)
            })
            .filter(|(stop, span)| {
                matches(self.article.words(*span)) || matches(&self.voice_name(stop.voice))
            })
            .take(MOST_HITS)
            .map(|(stop, span)| Found {
                book: current,
                at: stop.span.start(),
                words: self.in_marks(stop, &fold(self.article.words(span))),
                paragraph: self.article.block_at(stop.span.start()).map_or(0, |b| b + 1),
                voice: Some(stop.voice),
            })
            .collect();
        if found.is_empty() {
            let said = match words.trim() {
                "" => self.nothing_yet("No quotes"),
                words => format!("No quote and no speaker holds “{words}”"),
            };
            self.warn(said);
            return;
        }
        self.list_found(words, found, true);
    }

    /// A stop's words, in quotation marks where they are the speaker's own.
    fn in_marks(&self, stop: &Stop, words: &str) -> String {
        match stop.what {
            StopKind::Quote(id)
                if self
                    .analysis()
                    .quotes
                    .get(id.0 as usize)
                    .is_some_and(|q| q.kind != QuoteKind::Indirect) =>
            {
                format!("“{words}”")
            }
            _ => words.to_owned(),
        }
    }

    /// The places of what was found in a newer version of the open text.
    pub(super) fn carry_found(&mut self, to: impl Fn(usize) -> usize) {
        let current = self.books.current;
        for found in self.books.found.iter_mut().filter(|f| f.book == current) {
            found.at = to(found.at);
            found.voice = None;
        }
    }

    pub(super) fn in_found(&mut self, action: Action, times: usize, fit: usize) {
        let last = self.books.found.len().saturating_sub(1);
        scroll(&mut self.books.row, action, times, last, fit);
    }

    /// Enter on a line of the search through all.
    pub(super) fn open_found(&mut self) -> Effect {
        let Some(found) = self.books.found.get(self.books.row) else {
            return Effect::None;
        };
        let aimed = Aimed {
            at: found.at,
            query: self.books.query.clone(),
        };
        self.screen = Screen::Reader;
        if found.book != self.books.current {
            return Effect::OpenBook(found.book, Some(aimed));
        }
        self.set_focus(Pane::Text);
        self.books.aimed = Some(aimed);
        self.arrive();
        Effect::None
    }
}
