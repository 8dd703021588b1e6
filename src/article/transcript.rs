//! Transcripts: which candidates are speakers' labels, and whose every paragraph is.
//!
//! A label is believed for what the whole text shows: one style of label rules a transcript, speakers come back, and
//! the labels begin near the top and go on to the end. What has the shape of a label but not the company (`Germany:`,
//! `READ MORE:`, a caption's first word) stays text.

use std::collections::HashMap;

use super::build::block;
use super::label::{self, ANSWERER, ASKER, Candidate, Style};
use super::vocabulary::{OPENERS, RUBRICS};
use super::{Block, BlockKind, Labels, direction};
use crate::span::Span;

/// A candidate and where it stands.
struct Found {
    /// Index of the block.
    block: usize,
    /// First byte of the line.
    line: usize,
    candidate: Candidate,
    /// How many labels share its key.
    repeated: u32,
    /// It may be a label at all, before its company is looked at.
    plausible: bool,
    /// Its paragraph ends as prose ends.
    prose: bool,
    /// A blank line stands above and none below: how a name heads the words of its own paragraph.
    attached: bool,
}

/// Marks the turns of `blocks` where the text is a transcript, and says whether it is. Blocks are split where a label
/// begins within one.
pub(super) fn mark(text: &str, blocks: &mut Vec<Block>, labels: Labels) -> bool {
    if labels == Labels::Never {
        return false;
    }
    let mut found = gather(text, blocks);
    if found.is_empty() {
        return false;
    }
    count(&mut found);
    for one in &mut found {
        one.plausible = is_plausible(text, one);
    }
    found.retain(|one| one.plausible);
    let Some(style) = ruling_style(&found) else {
        return false;
    };
    accept(&mut found, style);
    if found.is_empty() || labels == Labels::Detect && !is_transcript(text, blocks, &found, style) {
        return false;
    }
    apply(text, blocks, &found);
    true
}

/// All candidates: at the beginning of every block, and of every line where a paragraph may begin.
fn gather(text: &str, blocks: &[Block]) -> Vec<Found> {
    let mut all = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Caption | BlockKind::Boilerplate) {
            continue;
        }
        let words = block.span.of(text);
        let mut at = block.span.start();
        let mut ended = true;
        for line in words.split_inclusive('\n') {
            let span = Span::new(at, at + line.len());
            let first = at == block.span.start();
            at += line.len();
            if !first && !ended {
                ended = ends_sentence(line);
                continue;
            }
            ended = ends_sentence(line);
            let last = at == block.span.end();
            let follows = if last {
                // A name alone may also be a paragraph of its own before the words.
                first && line.len() <= 90 && blocks.get(index + 1).is_some_and(|next| next.span.len() > 4)
            } else {
                true
            };
            let known = block
                .label
                .filter(|_| first)
                .map(|label| label::known(text, label));
            if let Some(candidate) = known.or_else(|| label::candidate(text, span, follows)) {
                if candidate.style == Style::Alone && !first {
                    continue;
                }
                let rest = Span::new(candidate.body.min(block.span.end()), block.span.end()).of(text);
                all.push(Found {
                    block: index,
                    line: span.start(),
                    prose: is_prose(rest),
                    attached: is_attached(text, block.span.start(), span.trim(text).end()),
                    candidate,
                    plausible: false,
                    repeated: 0,
                });
            }
        }
    }
    all
}

/// Whether the words after a label are spoken: `1,769.` counts votes.
fn is_prose(rest: &str) -> bool {
    let ended = ends_sentence(rest) || rest.trim_end().ends_with(',');
    rest.is_empty() || (rest.len() > 160 || ended) && rest.chars().any(char::is_alphabetic)
}

/// Whether the line from `start` to `end` has a blank line above and words right below.
fn is_attached(text: &str, start: usize, end: usize) -> bool {
    let above = text.get(..start).unwrap_or_default();
    let mut below = text.get(end..).unwrap_or_default().split('\n');
    let parted = above.trim_end_matches([' ', '\t']).ends_with("\n\n");
    parted
        && below.next().is_some_and(|rest| rest.trim().is_empty())
        && below.next().is_some_and(|next| !next.trim().is_empty())
}

/// Whether `line` ends as the last line of a paragraph does.
fn ends_sentence(line: &str) -> bool {
    line.trim_end().ends_with([
        '.', '?', '!', ')', ']', '"', '”', '’', '\'', '…', '—', '–', '-', ':', '»',
    ])
}

fn count(found: &mut [Found]) {
    let mut sums: HashMap<(u64, bool), u32> = HashMap::new();
    for one in found.iter() {
        *sums
            .entry((one.candidate.key, one.candidate.style == Style::Alone))
            .or_default() += 1;
    }
    for one in found.iter_mut() {
        one.repeated = sums
            .get(&(one.candidate.key, one.candidate.style == Style::Alone))
            .copied()
            .unwrap_or_default();
    }
}

/// The style that most of the trustworthy candidates share.
fn ruling_style(found: &[Found]) -> Option<Style> {
    let weigh = |style: Style| -> u32 {
        found
            .iter()
            .filter(|one| one.candidate.style == style)
            .map(|one| {
                1 + u32::from(one.candidate.strong) + u32::from(one.candidate.person) + one.repeated.min(3)
            })
            .sum()
    };
    let asks = weigh(Style::Ask);
    let (style, weight) = [
        (Style::Record, weigh(Style::Record)),
        (Style::Capitals, weigh(Style::Capitals)),
        (Style::Names, weigh(Style::Names)),
        (Style::Alone, weigh(Style::Alone) / 2),
        (Style::Hearing, weigh(Style::Hearing) / 2),
    ]
    .into_iter()
    .rev()
    .max_by_key(|&(_, weight)| weight)?;
    match (weight, asks) {
        (0, 0) => None,
        (0, _) => Some(Style::Ask),
        _ => Some(style),
    }
}

/// Whether a candidate may be a label at all, before its company is looked at.
fn is_plausible(text: &str, one: &Found) -> bool {
    let candidate = &one.candidate;
    let words = candidate.label.of(text);
    if candidate.known || matches!(candidate.style, Style::Ask | Style::Record) {
        return true;
    }
    if opens_like_a_sentence(words) || !candidate.strong && words.split([' ', '\u{a0}']).any(is_rubric) {
        return false;
    }
    match candidate.style {
        Style::Capitals => candidate.strong || one.prose && !label::is_place(words),
        Style::Names => {
            let known = candidate.strong || candidate.person || one.repeated > 1;
            one.prose
                && (known || candidate.words > 1)
                && !(candidate.quotes && one.repeated < 3)
                && !label::is_place(words)
        }
        Style::Alone => {
            (candidate.person || candidate.strong || one.repeated > 1 || one.attached && candidate.words <= 3)
                && !label::is_place(words)
        }
        Style::Ask | Style::Record | Style::Hearing => true,
    }
}

/// `ON IRAN:`, `In Texas:`
fn opens_like_a_sentence(label: &str) -> bool {
    let first = label.split(' ').next().unwrap_or_default();
    OPENERS.has_any_case(first)
}

/// Words that head a box, a link or an item of a list, never a turn.
pub(super) fn is_rubric(word: &str) -> bool {
    RUBRICS.has_any_case(word.trim_matches(['(', ')', ',', '.', '\'']))
}

/// Keeps the labels that fit the ruling style.
fn accept(found: &mut Vec<Found>, style: Style) {
    let sure = found
        .iter()
        .filter(|one| one.candidate.style == style && one.candidate.strong)
        .count();
    let voices = found
        .iter()
        .filter(|one| one.candidate.style == style && one.repeated > 1)
        .count();
    let settled = sure.max(voices) >= 3;
    found.retain(|one| {
        let candidate = &one.candidate;
        // A headline may begin like a label: "Gov. Orne: Ferries must sail".
        if one.block == 0 && candidate.style != style && candidate.style != Style::Ask {
            return false;
        }
        if candidate.known {
            return true;
        }
        match (style, candidate.style) {
            // "A:" answers only where somebody asks.
            (Style::Record | Style::Hearing | Style::Alone, Style::Ask) => {
                candidate.key != ASKER && candidate.key != ANSWERER
            }
            (_, Style::Ask) => true,
            (Style::Capitals, Style::Capitals) => {
                candidate.strong || candidate.person || one.repeated > 1 || settled && candidate.words <= 4
            }
            (Style::Names, Style::Names) => {
                candidate.strong
                    || candidate.person && candidate.words > 1
                    || one.repeated > 1
                    || settled && (2..=5).contains(&candidate.words)
            }
            // One moderator in capitals among names, one name among capitals where it comes back.
            (Style::Names | Style::Hearing, Style::Capitals) => candidate.strong,
            (Style::Capitals, Style::Names) => candidate.strong && one.repeated > 2 && !candidate.quotes,
            (Style::Hearing, Style::Hearing) => one.repeated > 1 || settled,
            (ruling, own) => ruling == own,
        }
    });
    let asked = found.iter().any(|one| one.candidate.key == ASKER);
    found.retain(|one| asked || one.candidate.key != ANSWERER);
}

/// Whether what was accepted makes the text a transcript.
fn is_transcript(text: &str, blocks: &[Block], found: &[Found], style: Style) -> bool {
    let (Some(first), Some(last)) = (found.first(), found.last()) else {
        return false;
    };
    let all = found.len();
    let strong = found.iter().filter(|one| one.candidate.strong).count();
    let asks = found.iter().filter(|one| one.candidate.asks).count();
    let mut keys: Vec<u64> = found.iter().map(|one| one.candidate.key).collect();
    keys.sort_unstable();
    keys.dedup();
    let voices = keys.len();
    let back = found.iter().any(|one| one.repeated > 1);
    let total = text.len().max(1);
    // A page that tells a story first and prints a talk below it stays a story.
    let told: Vec<&Block> = blocks
        .iter()
        .take(first.block)
        .filter(|b| b.kind == BlockKind::Paragraph && b.span.len() > 120)
        .filter(|b| ends_sentence(b.span.of(text)) && !speaks(b.span.of(text)))
        .collect();
    let prose_before = told.len();
    let story: usize = told.iter().map(|b| b.span.len()).sum();
    let embedded = story * 10 > total * 4 || prose_before > 8;
    let share = all as f32 / (blocks.len() - first.block).max(1) as f32;
    match style {
        Style::Record => !embedded || all >= 4,
        Style::Hearing => all >= 6 && voices >= 2 && share > 0.15 && !embedded,
        Style::Alone => all >= 4 && voices >= 2 && back && share > 0.1 && !embedded,
        Style::Ask => asks >= 3 && voices >= 2 && share > 0.25 && !embedded,
        Style::Capitals | Style::Names => {
            if embedded && (all < 8 || share < 0.3) || prose_before > 0 && all < 8 && asks == 0 && strong < 3
            {
                return false;
            }
            // Words in capitals that head the lines of a list below a story are no names.
            if embedded && strong == 0 && !found.iter().any(|one| one.candidate.person) {
                return false;
            }
            if strong >= 2 && voices >= 2 && (back || all >= 3 || style == Style::Capitals) {
                return share > 0.03 || all >= 6;
            }
            let people = found.iter().filter(|one| one.candidate.person).count();
            if all >= 4 && voices >= 2 && back && (share > 0.12 || share > 0.03 && people >= 6) {
                return true;
            }
            // One speaker: a statement under his label, which stands below the title and rules all that follows.
            style == Style::Capitals
                && strong == all
                && voices == 1
                && first.candidate.words > 1
                && prose_before == 0
                && (first.block > 0 || all > 1)
                && total - first.line > total * 6 / 10
                && last.candidate.body < total
        }
    }
}

/// Splits blocks at their labels and gives every paragraph its kind.
fn apply(text: &str, blocks: &mut Vec<Block>, found: &[Found]) {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len() + found.len());
    let mut labels = found.iter().peekable();
    let mut speaking: Option<BlockKind> = None;
    let mut waiting: Option<Block> = None;
    for (index, old) in blocks.iter().enumerate() {
        let mut start = old.span.start();
        let mut current: Option<&Found> = None;
        let mut push = |span: Span, label: Option<&Found>, out: &mut Vec<Block>| {
            let span = span.trim(text);
            if span.is_empty() {
                return;
            }
            let mut made = block(old.kind, span);
            if let Some(one) = label {
                let kind = if one.candidate.asks {
                    BlockKind::Question
                } else {
                    BlockKind::Turn
                };
                speaking = Some(kind);
                made.kind = kind;
                made.label = Some(one.candidate.label);
                if one.candidate.body >= span.end() {
                    // The words stand in the next paragraph.
                    waiting = Some(made);
                    return;
                }
            } else if direction::is_direction(span.of(text)) {
                made.kind = BlockKind::Direction;
            } else if let Some(kind) = speaking
                && matches!(old.kind, BlockKind::Paragraph | BlockKind::ListItem)
            {
                made.kind = kind;
            }
            if let Some(head) = waiting.take() {
                if made.label.is_none() && made.kind.is_spoken() {
                    made.label = head.label;
                    made.span = head.span.cover(made.span);
                } else {
                    out.push(head);
                }
            }
            out.push(made);
        };
        while let Some(one) = labels.next_if(|one| one.block == index) {
            push(Span::new(start, one.line), current, &mut out);
            start = one.line;
            current = Some(one);
        }
        push(Span::new(start, old.span.end()), current, &mut out);
    }
    out.extend(waiting);
    tail(text, &mut out);
    *blocks = join(text, out);
}

/// Gives what stands above the first label its kind: lines of place and time, or words that somebody already speaks.
/// It runs when the title is known.
pub(super) fn head(text: &str, blocks: &mut [Block]) {
    let Some(first) = blocks.iter().position(|b| b.label.is_some()) else {
        return;
    };
    let mut spoken = false;
    for block in blocks
        .iter_mut()
        .take(first)
        .filter(|b| b.kind == BlockKind::Paragraph)
    {
        let words = block.span.of(text);
        if words.len() > 200 || words.len() > 60 && ends_sentence(words) {
            spoken |= speaks(words);
            if spoken {
                block.kind = BlockKind::Turn;
            }
        } else if spoken {
            block.kind = BlockKind::Turn;
        } else if !words.contains(char::is_lowercase) {
            block.kind = BlockKind::Heading;
        } else if !ends_sentence(words) {
            block.kind = BlockKind::Direction;
        }
    }
}

/// Whether the words are somebody's who speaks to others here and now.
fn speaks(words: &str) -> bool {
    let mut count = 0;
    for word in words
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .take(80)
    {
        match word {
            "Good" | "Thank" | "Thanks" | "Hello" | "Welcome" | "Hi" => return true,
            "I" | "I'm" | "I’m" | "I'll" | "I’ll" | "I've" | "I’ve" | "we're" | "we’re" | "We're"
            | "We’re" | "my" | "you" | "let's" | "Let's" => count += 1,
            _ => {}
        }
    }
    count >= 2
}

/// What stands below the last words: `END 2:10 P.M.`, `###`, `See also`.
fn tail(text: &str, blocks: &mut [Block]) {
    let Some(last) = blocks.iter().rposition(|b| b.label.is_some()) else {
        return;
    };
    let Some(end) = blocks
        .iter()
        .skip(last + 1)
        .position(|b| direction::is_end(b.span.of(text)))
    else {
        return;
    };
    for (index, block) in blocks.iter_mut().skip(last + 1 + end).enumerate() {
        block.kind = if index == 0 {
            BlockKind::Direction
        } else {
            BlockKind::Boilerplate
        };
    }
}

/// Joins the halves of a paragraph that a page mark or a blank line cut within a sentence.
fn join(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for next in blocks {
        if next.kind.is_spoken() && next.label.is_none() && goes_on(next.span.of(text)) {
            let marks = out
                .iter()
                .rev()
                .take_while(|b| direction::is_page_mark(b.span.of(text)))
                .count();
            let before = out.len().checked_sub(marks + 1).and_then(|at| out.get(at));
            if before.is_some_and(|b| b.kind == next.kind && breaks_off(b.span.of(text))) {
                out.truncate(out.len() - marks);
                if let Some(whole) = out.last_mut() {
                    whole.span = whole.span.cover(next.span);
                }
                continue;
            }
        }
        out.push(next);
    }
    out
}

fn goes_on(words: &str) -> bool {
    words.starts_with(char::is_lowercase)
}

fn breaks_off(words: &str) -> bool {
    words.len() > 40 && words.ends_with(|c: char| c.is_alphanumeric() || c == ',')
}

#[cfg(test)]
mod tests {
    use crate::article::Place;
    use crate::article::{Article, BlockKind, parse};
    use crate::source::SourceText;

    fn read(text: &str) -> Article {
        parse(SourceText::new(Place::Stdin, text), None).unwrap()
    }

    /// Kind, label and first words of every block.
    fn outline(text: &str) -> Vec<String> {
        let article = read(text);
        article
            .blocks
            .iter()
            .map(|b| {
                let label = b.label.map_or("", |l| article.words(l));
                let first = article
                    .sentences
                    .get(b.sentences.start as usize)
                    .map_or("", |s| article.words(s.span));
                format!(
                    "{} [{label}] {}",
                    b.kind.name(),
                    first.chars().take(16).collect::<String>()
                )
            })
            .collect()
    }

    #[test]
    fn turns_questions_and_directions() {
        let text = "Briefing by Press Secretary Ada Orne\n\n1:05 P.M. EST\n\nMS. ORNE:\u{a0} Good day to all of you.\n\n\
            Two ships sail at noon.\n\n(Laughter.)\n\nMore follow. Step two: we wait.\n\nQ    Where to?\n\n\
            MS. ORNE:  Norland.\n\nEND 1:20 P.M. EST\n\n###";
        assert_eq!(
            outline(text),
            [
                "heading [] Briefing by Pres",
                "direction [] 1:05 P.M. EST",
                "turn [MS. ORNE] Good day to all ",
                "turn [] Two ships sail a",
                "direction [] (Laughter.)",
                "turn [] More follow.",
                "question [Q] Where to?",
                "turn [MS. ORNE] Norland.",
                "direction [] END 1:20 P.M. ES",
                "boilerplate [] ###",
            ]
        );
    }

    #[test]
    fn lines_without_blank_lines_between() {
        let text =
            "MR. ORNE: First we drill.\nThen we rest.\nQUESTION: When?\nMR. ORNE: At dawn.\nQUESTION: Where?";
        assert_eq!(
            outline(text),
            [
                "turn [MR. ORNE] First we drill.",
                "turn [] Then we rest.",
                "question [QUESTION] When?",
                "turn [MR. ORNE] At dawn.",
                "question [QUESTION] Where?",
            ]
        );
    }

    #[test]
    fn names_rule_and_a_country_read_out_is_no_speaker() {
        let text = "Ada Orne: Who agrees?\n\nPresident of Norland Ben Holt: Many do. I quote them.\n\n\
            Germany: “We agree with every word of it.”\n\nFrance: “So do we.”\n\nBen Holt: That is all.\n\nAda Orne: Thank you.";
        assert_eq!(
            outline(text),
            [
                "turn [Ada Orne] Who agrees?",
                "turn [President of Norland Ben Holt] Many do.",
                "turn [] Germany: “We agr",
                "turn [] France: “So do w",
                "turn [Ben Holt] That is all.",
                "turn [Ada Orne] Thank you.",
            ]
        );
    }

    #[test]
    fn a_name_alone_on_its_line() {
        let text = "FERRIES\n\nAda Orne\n(Urgent Question): To ask the Minister for a statement on the ferries.\n\n\
            Ben Holt\nThe ferries sail.\nThey sail on time.\n\nAda Orne\nThat is not what we hear from them.\n\n\
            Ben Holt\nIt is what we see.";
        assert_eq!(
            outline(text),
            [
                "heading [] FERRIES",
                "turn [Ada Orne] (Urgent Question",
                "turn [Ben Holt] The ferries sail",
                "turn [] They sail on tim",
                "turn [Ada Orne] That is not what",
                "turn [Ben Holt] It is what we se",
            ]
        );
    }

    #[test]
    fn the_record_with_a_page_mark_inside_a_sentence() {
        let text = "                    HONORING THE FERRIES\n\n  (Mr. ORNE asked and was given permission to speak.)\n\
            \u{20} Mr. ORNE. Mr. Speaker, I rise today to speak of the ferries, which\n\n[[Page H100]]\n\n\
            carry our mail across the sound in every weather and all year.\n  I thank them.\n\
            \u{20} The SPEAKER pro tempore. The time has expired.\n";
        assert_eq!(
            outline(text),
            [
                "heading [] HONORING THE FER",
                "direction [] (Mr. ORNE asked ",
                "turn [Mr. ORNE] Mr. Speaker, I r",
                "turn [] I thank them.",
                "turn [The SPEAKER pro tempore] The time has exp",
            ]
        );
    }

    #[test]
    fn an_opening_without_a_label_is_spoken() {
        let text = "Remarks on Ferries\n\nGood afternoon, everyone, and thank you for coming out here in the rain today.\n\n\
            Q Will they sail?\n\nTHE SECRETARY: They will.\n\nQ When?\n\nTHE SECRETARY: Soon.";
        assert_eq!(outline(text)[1], "turn [] Good afternoon, ");
    }

    #[test]
    fn news_is_no_transcript() {
        let cases = [
            "Ferries sail\n\nREAD MORE: The long way home\n\nThe ferries left on Monday.\n\nREAD MORE: Storms ahead\n\nThey came back.",
            "Markets fell.\n\nENERGY: Oil lost a cent.\n\nCURRENCIES: The crown fell.\n\nASIA: Stocks rose.\n\nEUROPE: Stocks fell.",
            "Drills: 150 soldiers came ashore on Monday.\n\nThe minister praised them.\n\nInspection: Minister Ada Orne walks.",
            "Orne: My plan is not set in stone.\n\nAda Orne said on Monday that her plan may change.\n\nNobody was surprised.",
            "Delegates so far:\n\nOrne: 212\n\nHolt: 180\n\nOrne: 99 pledged\n\nHolt: 76 pledged\n\nThe vote goes on.",
        ];
        for text in cases {
            let article = read(text);
            assert!(
                article
                    .blocks
                    .iter()
                    .all(|b| b.label.is_none() && !b.kind.is_spoken()),
                "{text}"
            );
            assert_ne!(article.blocks[0].kind, BlockKind::Turn);
        }
    }
}
