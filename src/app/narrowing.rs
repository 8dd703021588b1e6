//! Search and filter: which hits are lit, which paragraphs are shown.

use crate::app::overlay::{Asked, Overlay, Prompt};
use crate::app::search::{Search, pattern};
use crate::app::{Action, App, Field, Narrowed, Pane};
use crate::span::Span;

impl App {
    pub(super) fn widen(&mut self) {
        self.narrowed = Narrowed::No;
        self.reader.narrow(&self.article, None);
    }

    pub(super) fn follow(&mut self) {
        if matches!(self.narrowed, Narrowed::Voice(_)) {
            self.widen();
            self.tell("All paragraphs");
            return;
        }
        if self.focus == Pane::Text
            && let Some(stop) = self.stop_here()
        {
            self.voice = self.index().stops[stop].voice;
        }
        self.follow_voice(self.voice);
    }

    /// Shows only the paragraphs in which a voice is heard.
    pub(super) fn follow_voice(&mut self, voice: usize) {
        let blocks = self.blocks_of(voice);
        let name = self.voice_name(voice);
        if blocks.is_empty() {
            self.tell(format!("No paragraph of {name}"));
            return;
        }
        let keep = |block: usize| blocks.binary_search(&block).is_ok();
        if self.reader.narrow(&self.article, Some(&keep)) {
            self.narrowed = Narrowed::Voice(voice);
            self.tell(format!(
                "Only {name}: {} of {} paragraphs; {} or {} shows all",
                blocks.len(),
                self.article.blocks.len(),
                self.key(Action::Follow),
                self.key(Action::Cancel)
            ));
        }
    }

    /// The blocks in which a voice is heard; where it is only named, those that name it.
    pub(super) fn blocks_of(&self, voice: usize) -> Vec<usize> {
        let Some(row) = self.index().voices.get(voice) else {
            return Vec::new();
        };
        let mut blocks: Vec<usize> = Vec::new();
        let mut add = |span: Span| {
            let first = self.article.block_at(span.start());
            let last = self.article.block_at(span.end().saturating_sub(1));
            if let (Some(first), Some(last)) = (first, last) {
                blocks.extend(first..=last);
            }
        };
        for &stop in &row.stops {
            add(self.index().stops[stop].span);
        }
        if let Some(id) = row.speaker {
            if row.stops.is_empty()
                && let Some(speaker) = self.analysis().speakers.get(id.0 as usize)
            {
                speaker.mentions.iter().for_each(|&m| add(m));
            }
            let turns = self.analysis().block_speakers.iter().enumerate();
            blocks.extend(turns.filter(|(_, s)| **s == Some(id)).map(|(b, _)| b));
        }
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    /// Shows only paragraphs that hold `words`; all again when there are none to look for.
    pub(super) fn filter(&mut self, words: &str) {
        let Some(wanted) = pattern(words) else {
            self.widen();
            return;
        };
        let article = &self.article;
        let keep = |block: usize| {
            let span = article.blocks.get(block).map_or_else(Span::default, |b| b.span);
            wanted.is_match(span.of(&article.text))
        };
        if self.reader.narrow(article, Some(&keep)) {
            self.narrowed = Narrowed::Words(words.to_owned());
            self.search = Some(Search::new(&self.article.text, words));
        } else {
            self.tell(format!("No paragraph holds “{words}”"));
        }
    }

    pub(super) fn ask(&mut self, asked: Asked) {
        self.overlays.push(Overlay::Prompt(Prompt {
            asked,
            subject: String::new(),
            field: Field::default(),
            origin: self.reader.cursor(),
            past: 0,
        }));
    }

    pub(super) fn next_hit(&mut self, forward: bool, times: usize) {
        if self.search.is_none()
            && let Some(last) = self.history.last()
        {
            self.search = Some(Search::new(&self.article.text, last));
        }
        for _ in 0..times.min(1000) {
            let cursor = self.reader.cursor();
            let Some(search) = &mut self.search else {
                self.tell("Nothing was searched yet; / searches");
                return;
            };
            let Some((hit, wrapped)) = search.step(cursor, forward) else {
                let text = format!("“{}” is not in the text", search.query);
                self.warn(text);
                return;
            };
            search.current = Some(hit);
            let at = search.hits.get(hit).map_or(cursor, |h| h.start());
            self.visit(at);
            if wrapped {
                self.tell(if forward {
                    "Search began again at the top"
                } else {
                    "Search began again at the end"
                });
            }
        }
    }

    pub(super) fn search_word(&mut self, forward: bool) {
        let cursor = self.reader.cursor();
        let sentence = self.sentence();
        let text = self.article.text.as_str();
        let begin = Span::new(sentence.start(), cursor).of(text);
        let begin = begin.rfind(|c: char| !c.is_alphanumeric()).map_or_else(
            || sentence.start().min(cursor),
            |at| {
                let after = begin
                    .get(at..)
                    .and_then(|r| r.chars().next())
                    .map_or(1, char::len_utf8);
                sentence.start() + at + after
            },
        );
        let word = Span::new(begin, sentence.end().max(cursor))
            .of(text)
            .split(|c: char| !c.is_alphanumeric())
            .find(|w| w.chars().count() >= 4)
            .map(str::to_owned);
        let Some(word) = word else {
            self.tell("No word here to search");
            return;
        };
        self.history.push(word.clone());
        self.search = Some(Search::new(&self.article.text, &word));
        self.next_hit(forward, 1);
    }
}
