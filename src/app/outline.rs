//! The outline: headings, questions and turns with their sizes; for a text without any, its paragraphs.

use crate::analysis::{Analysis, SpeakerId};
use crate::article::{Article, BlockKind, Sentence};
use crate::span::Span;

/// What a line of the outline leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A heading within the text.
    Heading,
    /// A question of a transcript.
    Question,
    /// A speaker's turn, or several on end.
    Turn(Option<SpeakerId>),
    /// A paragraph of a text that has nothing else.
    Paragraph,
}

/// One line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub part: Part,
    /// 0 for a heading (or where there is none), 1 for what is under one, 2 for an answer under its question.
    pub depth: u8,
    /// The words to show: the heading, the question, the first words.
    pub words: Span,
    /// Index of its first block.
    pub block: usize,
    /// Words up to the next line that is not deeper.
    pub size: usize,
    /// Quotes that begin in it.
    pub quotes: usize,
    /// Movement rows that are told in it.
    pub movements: usize,
}

/// The outline of an article.
pub fn outline(article: &Article, analysis: &Analysis) -> Vec<Section> {
    let mut sections = Vec::new();
    let headed = article
        .blocks
        .iter()
        .any(|b| b.kind == BlockKind::Heading && Some(b.span) != title(article));
    let spoken = article.blocks.iter().any(|b| b.kind.is_spoken());
    let mut headings = 0;
    let mut asked = false;
    let mut voice: Option<Option<SpeakerId>> = None;
    for (at, block) in article.blocks.iter().enumerate() {
        let depth = u8::from(headings > 0);
        let push = |part, depth, sections: &mut Vec<Section>| {
            sections.push(Section {
                part,
                depth,
                words: opening(article, at),
                block: at,
                size: 0,
                quotes: 0,
                movements: 0,
            });
        };
        match block.kind {
            BlockKind::Heading if Some(block.span) != title(article) => {
                headings += 1;
                (asked, voice) = (false, None);
                push(Part::Heading, 0, &mut sections);
            }
            BlockKind::Question if block.label.is_some() => {
                (asked, voice) = (true, None);
                push(Part::Question, depth, &mut sections);
            }
            BlockKind::Turn if block.label.is_some() => {
                let speaker = analysis.block_speakers.get(at).copied().flatten();
                if voice != Some(speaker) || speaker.is_none() {
                    push(Part::Turn(speaker), depth + u8::from(asked), &mut sections);
                }
                voice = Some(speaker);
            }
            BlockKind::Paragraph | BlockKind::ListItem if !headed && !spoken => {
                push(Part::Paragraph, 0, &mut sections);
            }
            _ => {}
        }
    }
    measure(article, analysis, &mut sections);
    sections
}

fn title(article: &Article) -> Option<Span> {
    let title = article.title_span?;
    let at = article.block_at(title.start())?;
    article.blocks.get(at).map(|b| b.span)
}

/// The first sentence of a block, its label left out.
fn opening(article: &Article, at: usize) -> Span {
    let Some(block) = article.blocks.get(at) else {
        return Span::default();
    };
    let range = block.sentences.start as usize..block.sentences.end as usize;
    let sentences = article.sentences.get(range).unwrap_or_default();
    let first = sentences.first().map_or(block.span, |s| s.span);
    if block.kind != BlockKind::Question {
        return first;
    }
    // Thanks and greetings come before what is asked.
    let words = |span: Span| article.words(span).split_whitespace().count();
    let asks = |s: &&Sentence| article.words(s.span).ends_with('?') && words(s.span) > 3;
    let says = |s: &&Sentence| words(s.span) > 4;
    sentences
        .iter()
        .find(asks)
        .or_else(|| sentences.iter().find(says))
        .map_or(first, |s| s.span)
}

/// Fills in what each section holds: all up to the next one that is not deeper.
fn measure(article: &Article, analysis: &Analysis, sections: &mut [Section]) {
    let mut words = vec![0; article.blocks.len() + 1];
    for (at, block) in article.blocks.iter().enumerate() {
        let own = if block.kind.is_content() {
            article.words(block.span).split_whitespace().count()
        } else {
            0
        };
        words[at + 1] = words[at] + own;
    }
    let mut quotes: Vec<usize> = analysis.quotes.iter().map(|q| q.span.start()).collect();
    quotes.sort_unstable();
    let mut evidence: Vec<(usize, usize)> = analysis
        .movements
        .iter()
        .enumerate()
        .flat_map(|(id, m)| m.evidence.iter().map(move |e| (e.start(), id)))
        .collect();
    evidence.sort_unstable();
    let told: Vec<usize> = evidence.iter().map(|&(at, _)| at).collect();
    let starts: Vec<(u8, usize)> = sections.iter().map(|s| (s.depth, s.block)).collect();
    for (at, section) in sections.iter_mut().enumerate() {
        let end = starts
            .get(at + 1..)
            .and_then(|rest| rest.iter().find(|(depth, _)| *depth <= section.depth))
            .map_or(article.blocks.len(), |&(_, block)| block);
        section.size = words[end] - words[section.block];
        let from = article.blocks.get(section.block).map_or(0, |b| b.span.start());
        let to = article
            .blocks
            .get(end)
            .map_or(article.text.len(), |b| b.span.start());
        let range =
            |starts: &[usize]| starts.partition_point(|&s| s < from)..starts.partition_point(|&s| s < to);
        section.quotes = range(&quotes).len();
        let mut rows: Vec<_> = evidence
            .get(range(&told))
            .unwrap_or_default()
            .iter()
            .map(|&(_, id)| id)
            .collect();
        rows.sort_unstable();
        rows.dedup();
        section.movements = rows.len();
    }
}

/// Index of the section in which byte `at` lies, the deepest.
pub fn section_at(article: &Article, sections: &[Section], at: usize) -> usize {
    let block = article.block_at(at).unwrap_or(0);
    sections.partition_point(|s| s.block <= block).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;
    use crate::clean::Clean;

    /// An article of one block a line: `#` a heading, `Q:` a question, `X:` a turn, else a paragraph.
    fn article(text: &str) -> Article {
        let mut article = Article {
            text: Clean::new(text),
            ..Article::default()
        };
        let mut at = 0;
        for line in text.split('\n') {
            let kind = match line.as_bytes() {
                [b'#', ..] => BlockKind::Heading,
                [b'Q', b':', ..] => BlockKind::Question,
                [_, b':', ..] => BlockKind::Turn,
                _ => BlockKind::Paragraph,
            };
            let span = Span::new(at, at + line.len());
            let number = article.blocks.len() as u32;
            article.sentences.push(Sentence { span, block: number });
            article.blocks.push(Block {
                kind,
                span,
                label: kind.is_spoken().then(|| Span::new(at, at + 1)),
                sentences: number..number + 1,
            });
            at += line.len() + 1;
        }
        article
    }

    #[test]
    fn a_transcript_shows_questions_with_their_answers_and_sizes() {
        let text = "# First topic\nQ: who goes\nX: we all go\nX: and come back\nQ: when\nX: soon\n# Second\nX: done now";
        let article = article(text);
        let analysis = Analysis {
            block_speakers: [0, 1, 2, 2, 1, 2, 0, 2]
                .map(|n| (n > 0).then(|| SpeakerId(n - 1)))
                .to_vec(),
            ..Analysis::default()
        };
        let outline = outline(&article, &analysis);
        let shape: Vec<_> = outline.iter().map(|s| (s.depth, s.block, s.size)).collect();
        assert_eq!(
            shape,
            [
                (0, 0, 18),
                (1, 1, 11),
                (2, 2, 8),
                (1, 4, 4),
                (2, 5, 2),
                (0, 6, 5),
                (1, 7, 3)
            ],
            "two turns of one speaker on end are one line"
        );
        assert_eq!(section_at(&article, &outline, text.find("come").unwrap()), 2);
    }

    #[test]
    fn a_plain_text_shows_its_paragraphs() {
        let article = article("one two\nthree");
        let outline = outline(&article, &Analysis::default());
        assert_eq!(
            outline.iter().map(|s| (s.part, s.size)).collect::<Vec<_>>(),
            [(Part::Paragraph, 2), (Part::Paragraph, 1)]
        );
    }
}
