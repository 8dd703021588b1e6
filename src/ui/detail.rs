//! The detail of a row, a quote or a speaker: everything that is known, with its evidence and the reason.

use ratatui::style::Style;

use super::page::Page;
use super::theme::Theme;
use crate::analysis::{Confidence, MovementId, QuoteId};
use crate::app::{App, StopKind, Subject, table};
use crate::clean::Clean;
use crate::span::Span;
use crate::text::{clip, fold};

/// Columns of the labels at the left.
const LABEL: usize = 14;

/// The title of the box.
pub fn title(app: &App, subject: Subject) -> String {
    match subject {
        Subject::Movement(id) => {
            format!("Row {} of {}", app.table().place_of(id) + 1, app.rows().len())
        }
        Subject::Quote(id) => format!("Quote {} of {}", id.0 + 1, app.analysis().quotes.len()),
        Subject::Voice(voice) => app.voice_name(voice),
    }
}

/// The box's lines.
pub fn page(app: &App, theme: &Theme, subject: Subject, columns: usize) -> Page {
    let mut page = Page::new(columns);
    match subject {
        Subject::Movement(id) => movement(app, theme, id, &mut page),
        Subject::Quote(id) => quote(app, theme, id, &mut page),
        Subject::Voice(voice) => speaker(app, theme, voice, &mut page),
    }
    page
}

fn field(page: &mut Page, theme: &Theme, label: &str, words: &str) {
    if !words.is_empty() {
        page.hang(
            vec![(format!("{label:<LABEL$}"), theme.chrome)],
            words,
            Style::new(),
        );
    }
}

fn movement(app: &App, theme: &Theme, id: MovementId, page: &mut Page) {
    let Some(row) = app.rows().get(app.table().place_of(id)) else {
        return;
    };
    let Some(movement) = app.analysis().movements.get(id.0 as usize) else {
        return;
    };
    let head = [row.force.as_str(), &row.strength, &row.unit]
        .into_iter()
        .filter(|w| !w.is_empty() && *w != crate::export::OPEN)
        .collect::<Vec<_>>()
        .join(" ");
    page.hang(Vec::new(), &head, theme.heading);
    if let Some(text) = &movement.count.text {
        let kind = movement.count.bound.name().replace('_', " ");
        field(page, theme, "strength", &format!("“{text}”, {kind}"));
    }
    field(page, theme, "from → to", &table::way(row));
    field(
        page,
        theme,
        "status",
        &format!("{} ({})", row.status, movement.realis.name()),
    );
    field(page, theme, "when", &row.when);
    let source = if row.source.is_empty() {
        "the article itself"
    } else {
        &row.source
    };
    field(page, theme, "according to", source);
    let named = |id: MovementId| format!("row {}: {}", app.table().place_of(id) + 1, app.movement_line(id));
    if let Some(total) = movement.part_of {
        field(page, theme, "part of", &named(total));
    }
    if let Some(same) = movement.same_as {
        field(page, theme, "same force as", &named(same));
    }
    if let Some(rival) = movement.conflicts_with {
        field(page, theme, "! conflicts", &named(rival));
    }
    for (at, &span) in movement.evidence.iter().enumerate() {
        field(
            page,
            theme,
            if at == 0 { "evidence" } else { "" },
            &cited(app, span),
        );
    }
    notes(app, page, theme, &movement.evidence);
    field(page, theme, "why", &movement.reason);
    sure(page, theme, movement.confidence);
}

fn quote(app: &App, theme: &Theme, id: QuoteId, page: &mut Page) {
    let Some(quote) = app.analysis().quotes.get(id.0 as usize) else {
        return;
    };
    let article = app.article();
    let voice = app.index().voice_of(quote.speaker);
    let (name, style) = voice
        .and_then(|v| Some((app.voice_name(v), app.index().voices.get(v)?)))
        .map_or_else(
            || ("unattributed".to_owned(), theme.unreal),
            |(name, v)| (name, theme.voice(v.hue, v.letter)),
        );
    let role = quote
        .speaker
        .and_then(|s| app.analysis().speakers.get(s.0 as usize))
        .and_then(|s| s.role.as_ref())
        .map_or_else(String::new, |r| format!(", {r}"));
    page.hang(Vec::new(), &format!("{name}{role}"), theme.heading.patch(style));
    let words = fold(article.words(quote.span));
    if quote.kind == crate::analysis::QuoteKind::Indirect {
        page.hang(Vec::new(), &words, style.patch(theme.reported));
    } else {
        page.hang(Vec::new(), &format!("“{words}”"), style);
    }
    page.gap();
    let kind = match quote.kind {
        crate::analysis::QuoteKind::Direct => "verbatim",
        crate::analysis::QuoteKind::Partial => "verbatim, a phrase in the reporter's sentence",
        crate::analysis::QuoteKind::Indirect => "reported, not verbatim",
    };
    field(page, theme, "kind", kind);
    let mention = |span: Option<Span>| {
        span.map(|s| format!("“{}”", fold(article.words(s))))
            .unwrap_or_default()
    };
    field(page, theme, "cue", &mention(quote.cue));
    field(page, theme, "named here as", &mention(quote.mention));
    let paragraph = article.block_at(quote.span.start()).map_or(0, |b| b + 1);
    field(page, theme, "where", &format!("¶{paragraph}"));
    notes(app, page, theme, &[quote.span]);
    field(page, theme, "why", &quote.reason);
    sure(page, theme, quote.confidence);
}

fn speaker(app: &App, theme: &Theme, at: usize, page: &mut Page) {
    let Some(voice) = app.index().voices.get(at) else {
        return;
    };
    let style = theme.voice(voice.hue, voice.letter);
    if let Some(speaker) = voice
        .speaker
        .and_then(|s| app.analysis().speakers.get(s.0 as usize))
    {
        let facts = [
            speaker.role.as_deref().unwrap_or_default(),
            speaker.affiliation.as_deref().unwrap_or_default(),
            speaker.kind.name(),
        ];
        let facts: Vec<_> = facts.into_iter().filter(|f| !f.is_empty()).collect();
        page.hang(Vec::new(), &facts.join(" · "), theme.unfocused);
        let aliases: Vec<_> = speaker.aliases.iter().map(Clean::as_str).collect();
        field(page, theme, "also named", &aliases.join(", "));
        field(page, theme, "mentions", &speaker.mentions.len().to_string());
    }
    field(
        page,
        theme,
        "words",
        &format!(
            "{} ({:.0}% of all that is said)",
            voice.words,
            voice.share * 100.0
        ),
    );
    page.gap();
    for &stop in &voice.stops {
        let Some(stop) = app.index().stops.get(stop) else {
            continue;
        };
        let paragraph = app.article().block_at(stop.span.start()).map_or(0, |b| b + 1);
        let (words, marks) = match stop.what {
            StopKind::Quote(id) => {
                let indirect = app
                    .analysis()
                    .quotes
                    .get(id.0 as usize)
                    .is_some_and(|q| q.kind == crate::analysis::QuoteKind::Indirect);
                (stop.span, !indirect)
            }
            StopKind::Turn(_) => (stop.span, false),
        };
        let words = fold(app.article().words(words));
        let words = clip(&words, 400);
        let shown = if marks {
            format!("“{words}”")
        } else {
            words.into_owned()
        };
        page.hang(vec![(format!("¶{paragraph:<5}"), theme.chrome)], &shown, style);
    }
}

/// What the reader noted on the sentences of these words.
fn notes(app: &App, page: &mut Page, theme: &Theme, words: &[Span]) {
    for remark in &app.notebook().remarks {
        if words.iter().any(|span| remark.span.overlaps(*span)) {
            field(page, theme, "✎ your note", &remark.text);
        }
    }
}

fn cited(app: &App, span: Span) -> String {
    let paragraph = app.article().block_at(span.start()).map_or(0, |b| b + 1);
    format!("¶{paragraph} “{}”", fold(app.article().words(span)))
}

fn sure(page: &mut Page, theme: &Theme, confidence: Confidence) {
    let (words, style) = match confidence {
        Confidence::High => ("high", Style::new()),
        Confidence::Medium => ("medium: likely", Style::new()),
        Confidence::Low => ("low: a guess that needs a look", theme.warning),
    };
    page.hang(
        vec![(format!("{:<LABEL$}", "how sure"), theme.chrome)],
        words,
        style,
    );
}
