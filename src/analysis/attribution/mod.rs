//! Who said it: quotations and reported speech, each with its speaker.
//!
//! The way of an article through here: `quotes` pairs the marks of each block; `words` says what each word can
//! be; `names` finds the people and bodies and brings the forms of their names together; `frame` sees each block
//! as the reporter's sentences in which a quotation is one element; `cues` finds what reports and who is its
//! subject; `walk` gives each quotation and reported clause its cue; `discourse` keeps who was spoken of and
//! resolves "he", "the senator" and quotations without a cue; `labels` reads the turns of a transcript;
//! `speakers` names those who spoke.

mod chunks;
mod cues;
mod descriptions;
mod discourse;
mod floating;
mod forms;
mod frame;
mod genders;
mod headings;
mod indirect;
mod keyed;
mod labels;
mod mentions;
mod names;
mod phrases;
mod plan;
mod quotes;
mod reasons;
mod roles;
mod runs;
mod shape;
mod speakers;
mod subjects;
#[cfg(test)]
mod tests;
mod verbs;
mod view;
mod walk;
mod words;

use super::Context;
use super::model::{Quote, Speaker, SpeakerId};
use super::tokens::{Token, Tokens};
use crate::article::Article;
use words::Class;

/// What was said in an article, and by whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speech {
    /// In the order of their first quote or turn.
    pub speakers: Vec<Speaker>,
    /// In the order of the text.
    pub quotes: Vec<Quote>,
    /// Who speaks each block of a transcript, by index of the block; empty where there are no turns.
    pub block_speakers: Vec<Option<SpeakerId>>,
}

/// The article as the rules see it.
struct Doc<'a> {
    article: &'a Article,
    tokens: &'a Tokens<'a>,
    text: &'a str,
    /// By spelling.
    classes: Vec<Class>,
    /// The closed classes by spelling ([`words::closed`]).
    closed: Vec<Class>,
}

impl Doc<'_> {
    fn class(&self, i: usize) -> Class {
        self.tokens
            .get(i)
            .and_then(|token| self.classes.get(token.spelling()))
            .copied()
            .unwrap_or_default()
    }

    /// The closed classes of token `i`, acronyms and tables left out.
    fn closed(&self, i: usize) -> Class {
        self.closed
            .get(self.token(i).spelling())
            .copied()
            .unwrap_or_default()
    }

    fn token(&self, i: usize) -> Token {
        self.tokens.get(i).unwrap_or_default()
    }
}

/// Finds the quotations and reported speech of `article` and who said them.
pub fn read(article: &Article, tokens: &Tokens, _context: &Context) -> Speech {
    let closed = words::all_closed(tokens);
    let doc = Doc {
        article,
        tokens,
        text: &article.text,
        classes: words::classes(tokens, &closed),
        closed,
    };
    let mut names = names::Names::read(&doc);
    let turns = labels::read(&doc, &mut names);
    let found = walk::walk(&doc, names, &turns);
    speakers::gather(&doc, &found, &turns)
}
