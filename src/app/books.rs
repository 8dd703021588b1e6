//! The other briefings of the list: turning to the next one, and the search through all of them.

use std::sync::Arc;

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
            self.search = Some(Search::new(&self.article.text, &query));
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
                found.push(Found {
                    book,
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
        words.clone_into(&mut self.books.query);
        self.books.found = found;
        self.books.row = 0;
        self.screen = Screen::Found;
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
