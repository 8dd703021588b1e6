//! The text pane: the article with its quotes, movement evidence, hits and the current sentence.
//!
//! Margin, seven columns: the speaker's letter, `▸` where movement evidence begins, the paragraph's number, the bar
//! beside the current sentence, `✎` where a note or highlight of the reader begins.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::Pen;
use super::theme::Theme;
use crate::analysis::{QuoteKind, Remark};
use crate::app::{App, GUTTER, Pane, Row, StopKind};
use crate::article::BlockKind;
use crate::span::Span;
use crate::text::graphemes;

/// A style to lay over a stretch of text.
type Layer = (Span, Style);

/// Draws the rows that are in view.
pub fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: &Theme) {
    let sentence = app.sentence();
    let mut layers: Vec<Layer> = Vec::new();
    let links = app.links_in_view();
    for (at, row) in app.reader().window().iter().enumerate() {
        if row.span.is_empty() {
            continue;
        }
        let y = at as u16;
        let ground = margin(buffer, area, y, app, theme, row, sentence);
        layers.clear();
        let linked = links.iter().filter(|l| l.span.overlaps(row.span));
        layers.extend(linked.map(|l| (l.span, theme.link)));
        gather(app, theme, row, sentence, &mut layers);
        let mut pen = Pen::new(buffer, area, y);
        pen.to(area.x + GUTTER);
        for (offset, symbol, columns) in graphemes(row.span.of(&app.article().text)) {
            let byte = row.span.start() + offset;
            let style = layers
                .iter()
                .filter(|(span, _)| span.holds(byte))
                .fold(ground, |style, (_, layer)| style.patch(*layer));
            if !pen.cluster(symbol, columns, style) {
                break;
            }
        }
    }
}

/// Draws the margin and returns the ground style of the row's words.
fn margin(
    buffer: &mut Buffer,
    area: Rect,
    y: u16,
    app: &App,
    theme: &Theme,
    row: &Row,
    sentence: Span,
) -> Style {
    let article = app.article();
    let index = app.index();
    let kind = article.blocks.get(row.block).map(|b| b.kind);
    let turn = app.analysis().block_speakers.get(row.block).copied().flatten();
    let voice = index
        .quotes
        .over(row.span)
        .next()
        .map(|(_, (_, voice))| voice)
        .or_else(|| index.voice_of(Some(turn?)))
        .and_then(|v| index.voices.get(v));
    let mut pen = Pen::new(buffer, area, y);
    if let Some(voice) = voice {
        pen.write(
            voice.letter.encode_utf8(&mut [0; 4]),
            theme.voice(voice.hue, voice.letter),
        );
    }
    let selected = app.movement().map(|(id, _)| id);
    let mut begins = index
        .evidence
        .over(row.span)
        .filter(|(span, _)| row.span.holds(span.start()))
        .peekable();
    if begins.peek().is_some() {
        let lit = begins.any(|(_, id)| Some(id) == selected);
        let style = if lit {
            theme.evidence
        } else {
            theme.chrome.patch(theme.evidence)
        };
        pen.to(area.x + 1).write("▸", style);
    }
    if row.first && kind != Some(BlockKind::Heading) {
        let number = (row.block + 1).to_string();
        let from = 5_u16.saturating_sub(number.len() as u16).max(1);
        pen.to(area.x + from).write(&number, theme.chrome);
    }
    if row.span.overlaps(sentence) {
        let style = if app.focus() == Pane::Text {
            theme.bar
        } else {
            theme.chrome
        };
        pen.to(area.x + 5).write("▐", style);
    }
    let noted = |r: &Remark| row.span.holds(r.span.start());
    if app.notebook().remarks.iter().any(noted) {
        pen.to(area.x + 6).write("✎", theme.message);
    }
    match kind {
        Some(BlockKind::Heading) => theme.heading,
        Some(BlockKind::Boilerplate | BlockKind::Caption | BlockKind::Direction) => theme.aside,
        _ => Style::new(),
    }
}

/// What is laid over a row, from the ground up.
fn gather(app: &App, theme: &Theme, row: &Row, sentence: Span, layers: &mut Vec<Layer>) {
    let (article, index) = (app.article(), app.index());
    for (span, (quote, voice)) in index.quotes.over(row.span) {
        let Some(voice) = index.voices.get(voice) else {
            continue;
        };
        let style = theme.voice(voice.hue, voice.letter);
        let kind = app.analysis().quotes.get(quote.0 as usize).map(|q| q.kind);
        let style = if kind == Some(QuoteKind::Indirect) {
            style.patch(theme.reported)
        } else {
            style
        };
        layers.push((span, style));
    }
    if let Some(block) = article.blocks.get(row.block)
        && let Some(label) = block.label
    {
        let speaker = app.analysis().block_speakers.get(row.block).copied().flatten();
        let style = speaker
            .and_then(|s| index.voices.get(index.voice_of(Some(s))?))
            .map_or_else(Style::new, |v| theme.voice(v.hue, v.letter));
        layers.push((label, theme.heading.patch(style)));
    }
    if row.span.overlaps(sentence) && app.focus() == Pane::Text {
        layers.push((sentence, theme.sentence));
    }
    if let Some((selected, _)) = app.movement() {
        layers.extend(
            index
                .evidence
                .over(row.span)
                .filter(|(_, id)| *id == selected)
                .map(|(span, _)| (span, theme.underlined)),
        );
    }
    if let Some((_, stop)) = app.stop()
        && matches!(stop.what, StopKind::Quote(_))
        && stop.span.start() == app.reader().cursor()
    {
        layers.push((stop.span, theme.sentence));
    }
    for remark in &app.notebook().remarks {
        if remark.span.overlaps(row.span) {
            layers.push((remark.span, theme.note));
        }
    }
    if let Some(search) = app.search() {
        layers.extend(
            search
                .over(row.span)
                .map(|(span, current)| (span, if current { theme.current_hit } else { theme.hit })),
        );
    }
}
