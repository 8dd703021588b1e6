//! Screens: what stands where, at three sizes and in every theme.

mod support;

use briefing::app::{Action, Scheme, TABLE};
use support::Stage;

fn screen(stage: &Stage) -> String {
    stage.lines().join("\n")
}

#[test]
fn three_panes() {
    insta::assert_snapshot!(screen(&Stage::new(120, 40).press(">")));
}

#[test]
fn three_panes_on_a_large_screen() {
    insta::assert_snapshot!(screen(&Stage::new(200, 60).press("))<Tab>")));
}

#[test]
fn two_panes_at_eighty_columns() {
    insta::assert_snapshot!(screen(&Stage::new(80, 24).press(")")));
}

#[test]
fn one_pane_with_tabs() {
    insta::assert_snapshot!(screen(&Stage::new(60, 18).press("<Tab><Tab>j")));
}

#[test]
fn the_summary() {
    insta::assert_snapshot!(screen(&Stage::new(120, 40).press("S")));
}

#[test]
fn the_detail_of_a_row() {
    insta::assert_snapshot!(screen(&Stage::new(120, 40).press(">>i")));
}

#[test]
fn the_palette() {
    insta::assert_snapshot!(screen(&Stage::new(100, 24).press(":quote")));
}

#[test]
fn a_hint_after_a_prefix() {
    insta::assert_snapshot!(screen(&Stage::new(100, 24).press("y")));
}

#[test]
fn too_small() {
    insta::assert_snapshot!(screen(&Stage::new(20, 5)));
}

#[test]
fn focus_selection_and_hits_are_seen_without_colours() {
    let stage = Stage::new(120, 40)
        .scheme(Scheme::Mono)
        .press("/valley<CR><Tab><Tab>j");
    insta::assert_snapshot!(stage.looks().join("\n"));
}

#[test]
fn no_theme_but_mono_hides_behind_attributes_and_mono_has_no_colour() {
    for scheme in Scheme::ALL {
        let stage = Stage::new(120, 40).scheme(scheme).press(">");
        let coloured =
            stage.terminal.backend().buffer().content.iter().any(|cell| {
                cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset
            });
        assert_eq!(coloured, scheme != Scheme::Mono, "{scheme:?}");
    }
}

#[test]
fn a_letter_and_not_only_a_colour_tells_who_speaks() {
    let stage = Stage::new(120, 40).scheme(Scheme::Mono);
    let row = stage
        .lines()
        .into_iter()
        .find(|line| line.contains("We adjust"))
        .expect("the quote is in view");
    assert!(row.starts_with('B'), "{row}");
}

#[test]
fn help_footer_and_palette_say_what_the_table_says() {
    let stage = Stage::new(120, 200).press("?");
    let help = screen(&stage);
    for spec in TABLE {
        assert!(
            help.contains(spec.help.get(..30.min(spec.help.len())).unwrap_or(spec.help)),
            "help lacks {}",
            spec.id
        );
    }
    let palette = screen(&Stage::new(120, 30).press(":quote"));
    for action in [Action::NextQuote, Action::PreviousQuoteSame, Action::CopyQuote] {
        assert!(palette.contains(action.spec().id), "{palette}");
    }
    let footer = Stage::new(120, 40).bottom();
    assert!(
        footer.contains("? keys") && footer.contains("S summary") && footer.contains("/ find"),
        "{footer}"
    );
}

#[test]
fn wide_letters_shift_no_border() {
    use briefing::article::{BlockKind, Builder, Origin};
    let mut builder = Builder::new(Origin::default());
    for words in [
        "部隊は東へ移動した。",
        "👨\u{200d}👩\u{200d}👧 came e\u{301}t",
        "שלום עולם",
        "plain",
    ] {
        builder.block(BlockKind::Paragraph, words);
    }
    let article = builder.finish();
    let stage = Stage::over(article, briefing::analysis::Analysis::default(), 120, 20);
    let rule = stage.app.plan().rule.expect("two panes");
    let buffer = stage.terminal.backend().buffer();
    for y in 2..18 {
        assert!(["│", "├"].contains(&buffer[(rule, y)].symbol()), "row {y}");
    }
}
