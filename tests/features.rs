//! Stories of the map, timeline, outline, notes and corrections: keys in, state out.

use std::sync::Arc;

use briefing::analysis::{
    Analysis, Bound, Confidence, Count, GroupId, Movement, MovementId, Quote, QuoteKind, Realis, Speaker,
    SpeakerId, SpeakerKind, Status, Toponym, When,
};
use briefing::app::{App, Effect, Findings, Pane, Screen};
use briefing::article::{Article, BlockKind, Builder, Origin};
use briefing::clean::Clean;
use briefing::keys::parse;
use briefing::span::Span;

const PARAGRAPHS: [&str; 4] = [
    "About 1,200 soldiers will leave Harsk for the Vesna valley on March 14.",
    "“We adjust to what we see,” said Dana Reyes. Lind called it “a drill”.",
    "On March 2 the council met in Harsk. Nobody moved.",
    "Some 300 engineers are in Vesna already.",
];

fn article() -> Article {
    let mut builder = Builder::new(Origin::default());
    builder.title("Exercise: a brigade moves");
    builder.published(jiff::civil::date(2031, 3, 12));
    for paragraph in PARAGRAPHS {
        builder.block(BlockKind::Paragraph, paragraph);
    }
    builder.finish()
}

fn span(article: &Article, words: &str) -> Span {
    let at = article.text.find(words).expect(words);
    Span::new(at, at + words.len())
}

fn place(name: &str, lat: f64, lon: f64) -> Toponym {
    Toponym {
        name: Clean::new(name),
        country: None,
        lat,
        lon,
        kind: "city",
    }
}

fn row(article: &Article, words: &str, value: f64, realis: Realis, date: Option<&str>) -> Movement {
    Movement {
        actor: Some(Clean::new("Ardania")),
        count: Count {
            text: Some(Clean::new(format!("{value}"))),
            value: Some(value),
            bound: Bound::Approx,
            ..Count::default()
        },
        additional: false,
        unit: None,
        equipment: None,
        origin: None,
        destination: Some(Clean::new("Vesna")),
        origin_place: None,
        destination_place: Some(place("Vesna", 51.0, 14.0)),
        status: Status::Present,
        realis,
        when: date.map(|d| When {
            text: None,
            date: Some(d.to_owned()),
        }),
        source: None,
        source_speaker: None,
        part_of: None,
        same_as: None,
        conflicts_with: None,
        historical: false,
        evidence: vec![span(article, words)],
        confidence: Confidence::High,
        reason: Clean::default(),
    }
}

fn app() -> App {
    let article = article();
    let speaker = |name: &str| Speaker {
        name: Clean::new(name),
        kind: SpeakerKind::Person,
        role: None,
        affiliation: None,
        aliases: vec![],
        mentions: vec![],
    };
    let quote = |words: &str, speaker: u32| Quote {
        kind: QuoteKind::Direct,
        span: span(&article, words),
        speaker: Some(SpeakerId(speaker)),
        mention: None,
        cue: None,
        block: article.block_at(span(&article, words).start()).unwrap_or(0) as u32,
        group: GroupId(speaker),
        confidence: Confidence::High,
        reason: Clean::default(),
    };
    let analysis = Analysis {
        speakers: vec![speaker("Dana Reyes"), speaker("Lind")],
        quotes: vec![quote("We adjust to what we see,", 0), quote("a drill", 1)],
        movements: vec![
            row(
                &article,
                "About 1,200 soldiers",
                1200.0,
                Realis::Planned,
                Some("2031-03-14"),
            ),
            row(&article, "Some 300 engineers", 300.0, Realis::Actual, None),
        ],
        ..Analysis::default()
    };
    let findings = Findings::new(&article, analysis);
    let mut app = App::new(Arc::new(article), Arc::new(findings));
    app.resize(120, 40);
    app
}

/// Presses keys in the notation of the key table; a part that begins with `“` is typed as it is, up to `”`.
fn press(app: &mut App, keys: &str) -> Effect {
    let mut last = Effect::None;
    for part in keys.split_inclusive(['“', '”']) {
        let (typed, words) = match part.strip_suffix('”') {
            Some(words) => (true, words),
            None => (false, part.trim_end_matches('“')),
        };
        let written = if typed {
            words.replace('<', "<lt>")
        } else {
            words.replace(' ', "")
        };
        let written = if typed {
            written.replace(' ', "<Space>")
        } else {
            written
        };
        if written.is_empty() {
            continue;
        }
        for key in parse(&written).expect("a notation") {
            last = app.press(key);
        }
    }
    last
}

fn message(app: &App) -> &str {
    app.message().map_or("", |m| m.text.as_str())
}

#[test]
fn the_map_shares_the_selected_row_and_leads_to_its_words() {
    let mut app = app();
    press(&mut app, "w");
    assert_eq!(app.screen(), Screen::Map);
    assert_eq!(app.screens().map.scene.arrows.len(), 2);
    let near = app.screens().map.view();
    press(&mut app, "++");
    assert!(app.screens().map.view().half_lat < near.half_lat);
    press(&mut app, "L");
    assert!(app.screens().map.view().centre.lon > near.centre.lon);
    press(&mut app, "0");
    assert_eq!(
        app.screens().map.view(),
        near,
        "0 is back at what the briefing speaks of"
    );
    press(&mut app, "j");
    assert_eq!(app.movement().map(|(id, _)| id), Some(MovementId(1)));
    press(&mut app, "<Enter>");
    assert_eq!(app.screen(), Screen::Reader);
    assert_eq!(app.reader().cursor(), span(app.article(), "Some 300").start());
    press(&mut app, "w");
    assert_eq!(app.screen(), Screen::Map);
    press(&mut app, "<Esc>");
    assert_eq!(app.screen(), Screen::Reader, "Esc closes the map and never quits");
}

#[test]
fn the_timeline_puts_what_is_planned_apart_and_undated_rows_last() {
    let mut app = app();
    press(&mut app, "t");
    let lines: Vec<_> = app
        .screens()
        .timeline
        .iter()
        .map(|m| (m.when.as_str(), m.ahead))
        .collect();
    assert_eq!(lines, [("2031-03-02", false), ("2031-03-14", true), ("", false)]);
    press(&mut app, "g<Enter>");
    assert_eq!(app.reader().cursor(), span(app.article(), "On March 2").start());
}

#[test]
fn the_outline_leads_to_a_part_and_back_leads_home() {
    let mut app = app();
    press(&mut app, "O");
    assert!(app.screens().outline.len() >= 4);
    press(&mut app, "G<Enter>");
    assert_eq!(app.reader().cursor(), span(app.article(), "Some 300").start());
    press(&mut app, "<C-o>O");
    assert_ne!(app.screens().row, app.screens().outline.len() - 1);
}

#[test]
fn a_quote_goes_to_another_speaker_and_comes_back() {
    let mut app = app();
    press(&mut app, ")");
    assert_eq!(app.analysis().quotes[0].speaker, Some(SpeakerId(0)));
    press(&mut app, "cs“lind”<Enter>");
    assert_eq!(
        app.analysis().quotes[0].speaker,
        Some(SpeakerId(1)),
        "{}",
        message(&app)
    );
    assert_eq!(app.analysis().by_reader.quotes.len(), 1);
    press(&mut app, "cs<C-u>“A”<Enter>");
    assert_eq!(app.notebook().corrections.len(), 2);
    press(&mut app, "cucu");
    assert_eq!(app.analysis().quotes[0].speaker, Some(SpeakerId(0)));
    assert!(app.analysis().by_reader.is_empty());
    press(&mut app, "cu");
    assert!(message(&app).contains("nothing to take back"));
}

#[test]
fn speakers_are_renamed_and_merged_from_the_speakers_pane() {
    let mut app = app();
    press(&mut app, "<Tab>");
    assert_eq!(app.focus(), Pane::Speakers);
    press(&mut app, "cr<C-u>“Col. Dana Reyes”<Enter>");
    assert_eq!(app.analysis().speakers[0].name.as_str(), "Col. Dana Reyes");
    press(&mut app, "j cm“reyes”<Enter>");
    assert_eq!(app.analysis().speakers.len(), 1, "{}", message(&app));
    assert_eq!(app.analysis().quotes[1].speaker, Some(SpeakerId(0)));
    press(&mut app, "cm“nobody at all”<Enter>");
    assert!(message(&app).contains("No other speaker"));
}

#[test]
fn rows_are_edited_dropped_and_added_from_a_sentence() {
    let mut app = app();
    press(&mut app, "<Tab><Tab>");
    press(
        &mut app,
        "ce<Down>“up to 900”<Tab><Tab><Tab><Tab><Tab>“ordered”<Enter>",
    );
    let row = &app.analysis().movements[0];
    assert_eq!(
        (row.count.value, row.count.bound, row.status),
        (Some(900.0), Bound::UpTo, Status::Ordered)
    );
    press(&mut app, "ce<Down><Down><Down><Down><Down><Down>“gone”<Enter>");
    assert!(
        message(&app).contains("No status is called “gone”"),
        "{}",
        message(&app)
    );
    // The box stays with what was typed, and the arrows lead to a status that there is.
    press(&mut app, "<Right><Right><Enter>");
    assert_eq!(app.analysis().movements[0].status, Status::Deploying);
    press(&mut app, "cu");
    press(&mut app, "cd");
    assert_eq!(app.analysis().movements.len(), 1);
    press(&mut app, "cd");
    assert_eq!(app.analysis().movements.len(), 0);
    press(&mut app, "cd");
    assert!(message(&app).contains("No movement row"));
    press(
        &mut app,
        "<Tab>g ca“Belmark”<Up><Down><Down><Down><Down><Down>“Harsk”<Enter>",
    );
    let added = &app.analysis().movements[0];
    assert_eq!(added.actor.as_deref(), Some("Belmark"));
    assert_eq!(added.evidence, [app.sentence()]);
    assert_eq!(app.analysis().by_reader.movements, [MovementId(0)]);
}

#[test]
fn notes_are_written_found_and_taken_away() {
    let mut app = app();
    let before = app.notebook_revision();
    press(&mut app, "}a“ask about the date”<Enter>");
    press(&mut app, "}x");
    assert_eq!(app.notebook().remarks.len(), 2);
    assert_eq!(
        app.analysis().by_reader.remarks.len(),
        2,
        "they go into the exports"
    );
    assert!(app.notebook_revision() > before);
    press(&mut app, "g;");
    assert!(message(&app).contains("ask about the date"), "{}", message(&app));
    press(&mut app, ";x");
    assert_eq!(app.notebook().remarks.len(), 1);
    press(&mut app, ",a<C-u><Enter>");
    assert!(app.notebook().is_empty());
}

#[test]
fn every_export_says_what_is_the_readers() {
    use briefing::export::{Format, file};
    let mut app = app();
    press(&mut app, "a“ask about the date”<Enter>");
    press(&mut app, "<Tab><Tab>ce<Down>“up to 900”<Enter>");
    press(&mut app, "<Tab>)cs<C-u>“lind”<Enter>");
    for (format, wanted) in [
        (Format::Text, ["by the reader", "ask about the date"]),
        (Format::Markdown, ["by the reader", "ask about the date"]),
        (Format::Html, ["by the reader", "ask about the date"]),
        (Format::Json, ["by_reader", "ask about the date"]),
        (Format::Csv, ["by_reader", "true"]),
    ] {
        let text = file(format, app.article(), app.analysis(), 100);
        for part in wanted {
            assert!(text.contains(part), "{format:?} {part}\n{text}");
        }
    }
}

/// The article with one paragraph put before it, one sentence changed and one paragraph gone; findings by hand.
fn newer(app: &App) -> (Arc<Article>, Arc<Findings>) {
    let mut builder = Builder::new(Origin::default());
    builder.title("Exercise: a brigade moves");
    for paragraph in [
        "Updated: the road is closed.",
        PARAGRAPHS[0],
        "“We adjust to what we see,” said Dana Reyes. Lind has since called it “a mere drill”.",
        PARAGRAPHS[3],
    ] {
        builder.block(BlockKind::Paragraph, paragraph);
    }
    let article = builder.finish();
    let mut analysis = app.analysis().clone();
    analysis.by_reader = briefing::analysis::ByReader::default();
    analysis.quotes.truncate(1);
    analysis.quotes[0].span = span(&article, "We adjust to what we see,");
    analysis.quotes[0].speaker = Some(SpeakerId(0));
    analysis.movements[0].evidence = vec![span(&article, "About 1,200 soldiers")];
    analysis.movements[1].evidence = vec![span(&article, "Some 300 engineers")];
    analysis.movements[0].destination = Some(Clean::new("Vesna"));
    analysis.movements.swap(0, 1);
    let findings = Findings::new(&article, analysis);
    (Arc::new(article), Arc::new(findings))
}

#[test]
fn a_newer_text_keeps_place_selection_search_marks_notes_and_corrections() {
    let mut app = app();
    press(&mut app, "/“Lind”<Enter>a“ask him”<Enter>ml");
    press(&mut app, "Gx<Tab><Tab>g");
    press(&mut app, "ce<Down><Down><Down><Down><Down>“Harsk”<Enter>");
    press(&mut app, "<Tab>");
    let (article, findings) = newer(&app);
    assert_eq!(app.movement().map(|(id, _)| id), Some(MovementId(0)));
    app.renew(article, findings);
    let at = |words: &str| span(app.article(), words).start();
    assert_eq!(
        app.reader().cursor(),
        at("Some 300"),
        "the place is kept by its words"
    );
    assert_eq!(
        app.movement().map(|(id, _)| id),
        Some(MovementId(1)),
        "the same row is selected"
    );
    assert_eq!(
        app.movement().and_then(|(_, m)| m.destination.as_deref()),
        Some("Harsk")
    );
    let notes: Vec<_> = app
        .notebook()
        .remarks
        .iter()
        .map(|r| (r.span.start(), r.text.as_str()))
        .collect();
    assert_eq!(
        notes,
        [(at("Lind has since"), "ask him"), (at("Some 300"), "")],
        "a note on changed words goes to the most alike sentence"
    );
    assert_eq!(app.search().map(|s| s.hits.len()), Some(1));
    assert!(
        message(&app).contains("read again") && message(&app).contains("2 marks or notes"),
        "{}",
        message(&app)
    );
    press(&mut app, "g'l");
    assert_eq!(app.reader().cursor(), app.notebook().remarks[0].span.start());
    press(&mut app, "cu");
    assert_eq!(app.analysis().movements[1].destination.as_deref(), Some("Vesna"));
}

#[test]
fn a_correction_whose_words_are_gone_is_said_to_be_lost() {
    let mut app = app();
    press(&mut app, "))cs<C-u>“Dana Reyes”<Enter>");
    assert_eq!(app.notebook().corrections.len(), 1);
    let (article, findings) = newer(&app);
    app.renew(article, findings);
    assert!(app.notebook().corrections.is_empty());
    assert!(
        message(&app).contains("1 correction no longer fits"),
        "{}",
        message(&app)
    );
}

#[test]
fn a_filter_and_a_followed_speaker_go_on_in_a_newer_text() {
    let mut app = app();
    press(&mut app, "&“Lind”<Enter>");
    let (article, findings) = newer(&app);
    app.renew(article, findings);
    assert!(matches!(app.narrowed(), briefing::app::Narrowed::Words(w) if w == "Lind"));
    let mut app = self::app();
    press(&mut app, ")f");
    let (article, findings) = newer(&app);
    app.renew(article, findings);
    assert!(matches!(app.narrowed(), briefing::app::Narrowed::Voice(_)));
}

#[test]
fn live_reload_and_the_editor_are_asked_for_by_key() {
    let mut app = app();
    assert_eq!(press(&mut app, "E"), Effect::Edit(app.sentence().start()));
    assert_eq!(press(&mut app, "R"), Effect::None);
    assert!(!app.is_live() && message(&app).contains("r reads the file again"));
    assert_eq!(
        press(&mut app, "R"),
        Effect::None,
        "a pipe cannot be caught up with"
    );
    assert!(app.is_live());
    assert_eq!(press(&mut app, "r"), Effect::None);
    assert!(message(&app).contains("pipe"), "{}", message(&app));
    press(&mut app, "/“Lin”");
    assert!(app.is_busy(), "nothing is put under the hands of who types");
    press(&mut app, "<Esc>");
    assert!(!app.is_busy());
}

fn with_links() -> App {
    let mut builder = Builder::new(Origin::default());
    builder.address("https://example.org/whole");
    builder.open(BlockKind::Paragraph);
    builder
        .push("The ")
        .link("draft order", "https://example.org/order?a=1")
        .push(" came late. It is at https://example.org/b, with a map. Nobody read it.");
    builder.close();
    builder.block(
        BlockKind::Paragraph,
        "Write to press@example.org or to desk@example.org at once.",
    );
    let article = builder.finish();
    let findings = Findings::new(&article, Analysis::default());
    let mut app = App::new(Arc::new(article), Arc::new(findings));
    app.resize(120, 40);
    app
}

fn shown_link(app: &App) -> Option<&str> {
    match app.overlays().last() {
        Some(briefing::app::Overlay::Link(url)) => Some(url),
        _ => None,
    }
}

#[test]
fn a_link_is_shown_whole_before_it_is_opened_or_copied() {
    let mut app = with_links();
    assert_eq!(press(&mut app, "o"), Effect::None);
    assert_eq!(shown_link(&app), Some("https://example.org/order?a=1"));
    let copied = press(&mut app, "yl");
    assert!(matches!(copied, Effect::Copy { text, .. } if text == "https://example.org/order?a=1"));
    assert_eq!(
        press(&mut app, "<Enter>"),
        Effect::OpenLink("https://example.org/order?a=1".to_owned())
    );
    assert!(app.overlays().is_empty());
    press(&mut app, "o<Esc>");
    assert!(app.overlays().is_empty());
}

#[test]
fn where_a_sentence_has_several_links_or_none_there_is_a_list() {
    let mut app = with_links();
    press(&mut app, "}o");
    assert_eq!(shown_link(&app), None);
    press(&mut app, "j<Enter>");
    assert_eq!(shown_link(&app), Some("mailto:desk@example.org"));
    press(&mut app, "<Esc>g/“Nobody”<Enter>o<Enter>");
    assert_eq!(
        shown_link(&app),
        Some("https://example.org/whole"),
        "the page's own comes first"
    );
    let mut app = self::app();
    press(&mut app, "o");
    assert!(app.overlays().is_empty() && message(&app).contains("No link"));
    press(&mut app, "L");
    assert!(app.overlays().is_empty() && message(&app).contains("No link"));
    press(&mut app, "yl");
    assert!(message(&app).contains("No link"));
}

#[test]
fn letters_over_the_links_in_view_lead_to_each() {
    let mut app = with_links();
    press(&mut app, "L");
    let Some(briefing::app::Overlay::Hints(hints)) = app.overlays().last() else {
        panic!("no hints");
    };
    let labels: Vec<_> = hints
        .hints
        .iter()
        .map(|h| (h.label.as_str(), h.url.as_str()))
        .collect();
    assert_eq!(
        labels,
        [
            ("a", "https://example.org/order?a=1"),
            ("s", "https://example.org/b"),
            ("d", "mailto:press@example.org"),
            ("f", "mailto:desk@example.org"),
        ]
    );
    press(&mut app, "s");
    assert_eq!(shown_link(&app), Some("https://example.org/b"));
    press(&mut app, "<Esc>Lz");
    assert!(app.overlays().is_empty() && message(&app).contains("No link has"));
    press(&mut app, "L<Esc>");
    assert!(app.overlays().is_empty());
}

#[test]
fn a_click_on_a_link_shows_it() {
    use briefing::app::Mouse;
    let mut app = with_links();
    let at = app.article().text.find("draft").unwrap_or_default();
    let (x, y) = app.cell_of(at).unwrap_or_default();
    app.mouse(Mouse::Click(x + 2, y));
    assert_eq!(shown_link(&app), Some("https://example.org/order?a=1"));
    app.mouse(Mouse::Click(x, y + 20));
    assert!(app.overlays().is_empty(), "a click beside a box closes it");
    app.mouse(Mouse::Click(x - 2, y));
    assert!(app.overlays().is_empty());
}
