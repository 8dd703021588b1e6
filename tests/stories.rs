//! Stories: keys that a reader presses, and what he then sees.

mod support;

use briefing::app::{Effect, Pane, Screen, Target};
use support::Stage;

#[test]
fn brackets_walk_through_one_speaker_and_parentheses_through_all() {
    let stage = Stage::new(120, 40).press(")");
    assert!(stage.at_cursor().starts_with("about 1,200"));
    assert_eq!(stage.bottom().trim(), "The ministry: 1 of 1");
    let stage = stage.press(")");
    assert!(stage.at_cursor().starts_with("We adjust"));
    let stage = stage.press("]");
    assert!(stage.at_cursor().starts_with("It ends"));
    let stage = stage.press("]");
    assert!(stage.at_cursor().starts_with("None of the units"));
    assert_eq!(stage.bottom().trim(), "Dana Reyes: 3 of 3");
    let stage = stage.press("]");
    assert!(stage.bottom().contains("This is the last of Dana Reyes"));
    assert!(stage.press("[").at_cursor().starts_with("It ends"));
}

#[test]
fn a_count_repeats_a_motion_and_esc_drops_it() {
    let stage = Stage::new(120, 40).press("3)");
    assert!(stage.at_cursor().starts_with("It ends"));
    let stage = stage.press("9<Esc>)");
    assert!(stage.at_cursor().starts_with("This is no drill"));
    let stage = stage.press("9G");
    assert!(
        stage.at_cursor().starts_with("A garrison"),
        "{}",
        stage.at_cursor()
    );
    assert!(
        stage
            .press("100000}")
            .at_cursor()
            .starts_with("Nobody in the valley")
    );
}

#[test]
fn enter_leads_from_a_row_to_its_sentence_and_once_more_to_the_detail() {
    let stage = Stage::new(120, 40).press("<Tab><Tab>jj<Enter>");
    assert_eq!(stage.app.focus(), Pane::Movements);
    assert!(stage.at_cursor().starts_with("None of the units"));
    let stage = stage.press("<Enter>");
    assert!(stage.has("Row 3 of 6") && stage.has("how sure"));
    let stage = stage.press("<Esc>");
    assert!(!stage.has("how sure"));
}

#[test]
fn enter_leads_from_a_sentence_to_all_its_rows_one_after_the_other() {
    let stage = Stage::new(120, 40).press("/massed<CR><Enter>");
    assert_eq!(stage.app.focus(), Pane::Text);
    assert_eq!(stage.app.selected_row(), 4);
    assert!(stage.bottom().contains("row 5 of 6"), "{}", stage.bottom());
    let stage = stage.press("<Enter>");
    assert!(stage.has("Row 5 of 6"));
}

#[test]
fn greater_and_less_step_through_the_mentions_and_select_their_rows() {
    let stage = Stage::new(120, 40).press(">>");
    assert_eq!(stage.app.selected_row(), 1);
    assert!(stage.at_cursor().starts_with("about 300"));
    let stage = stage.press("<lt>");
    assert_eq!(stage.app.selected_row(), 0);
    assert!(stage.press("<lt>").bottom().contains("No more movements above"));
}

#[test]
fn back_and_forward_retrace_jumps() {
    let stage = Stage::new(120, 40).press("))>");
    let here = stage.app.reader().cursor();
    let stage = stage.press("<C-o>");
    assert!(stage.at_cursor().starts_with("We adjust"));
    let stage = stage.press("''");
    assert!(stage.at_cursor().starts_with("about 1,200"));
    let stage = stage.press("<A-Right><A-Right>");
    assert_eq!(stage.app.reader().cursor(), here);
}

#[test]
fn search_counts_while_typing_wraps_with_a_notice_and_goes_away() {
    let stage = Stage::new(120, 40).press("/valley");
    assert!(
        stage.bottom().starts_with(" /valley") && stage.bottom().ends_with("1/6"),
        "{}",
        stage.bottom()
    );
    let stage = stage.press("<CR>");
    assert!(stage.at_cursor().starts_with("valley"));
    let stage = stage.press("nN");
    assert!(stage.bottom().ends_with("valley: 1/6"));
    let stage = stage.press("NN");
    assert!(stage.bottom().contains("began again at the end") || stage.bottom().contains("5/6"));
    let stage = stage.press("<Esc>");
    assert!(stage.app.search().is_none());
    let stage = stage.press("/zebra<CR>");
    assert!(stage.bottom().contains("“zebra” is not in the text"));
}

#[test]
fn leaving_a_search_returns_to_where_it_began() {
    let stage = Stage::new(120, 40).press("jjj");
    let before = stage.app.reader().cursor();
    let stage = stage.press("/budget");
    assert_ne!(stage.app.reader().cursor(), before);
    assert_eq!(stage.press("<Esc>").app.reader().cursor(), before);
}

#[test]
fn following_a_speaker_shows_only_his_paragraphs() {
    let stage = Stage::new(120, 40).press("/Lind<CR>f");
    assert!(stage.has("only Tomas Lind"));
    assert!(stage.has("This is no drill") && !stage.has("The valley lies"));
    let stage = stage.press("f");
    assert!(stage.has("The valley lies"));
    let stage = stage.press("&river<CR>");
    assert!(stage.has("slides into") && !stage.has("Nobody in the valley"));
    assert!(stage.press("<Esc><Esc>").has("Nobody in the valley"));
}

#[test]
fn a_jump_to_what_a_filter_hides_lifts_the_filter() {
    let stage = Stage::new(120, 40).press("/Lind<CR>f)))))))");
    assert!(!stage.has("only Tomas Lind"));
}

#[test]
fn esc_never_quits_and_q_closes_before_it_quits() {
    let stage = Stage::new(120, 40).press("?<Esc><Esc><Esc>S<Esc><Esc>");
    assert_eq!(stage.effect, Effect::None);
    let stage = stage.press("Sq");
    assert_eq!(
        (stage.effect.clone(), stage.app.screen()),
        (Effect::None, Screen::Reader)
    );
    let stage = stage.press("?q");
    assert_eq!(stage.effect, Effect::None);
    assert_eq!(stage.press("q").effect, Effect::Quit);
    assert_eq!(Stage::new(120, 40).press("/abc<C-c>").effect, Effect::None);
    assert_eq!(Stage::new(120, 40).press("?<C-c>").effect, Effect::QuitNow);
}

#[test]
fn panes_are_reached_by_tab_and_sideways() {
    let stage = Stage::new(120, 40).press("l");
    assert_eq!(stage.app.focus(), Pane::Movements);
    let stage = stage.press("l");
    assert_eq!(stage.app.focus(), Pane::Movements);
    let stage = stage.press("h<Tab>");
    assert_eq!(stage.app.focus(), Pane::Speakers);
    assert_eq!(stage.press("<S-Tab>").app.focus(), Pane::Text);
    let narrow = Stage::new(60, 20).press("l");
    assert_eq!(narrow.app.focus(), Pane::Speakers);
    assert!(narrow.has("Tomas Lind"));
    let narrow = narrow.press("j<Enter>");
    assert_eq!(narrow.app.focus(), Pane::Text);
}

#[test]
fn copies_say_whose_words_they_are() {
    let copied = |keys: &str| match Stage::new(120, 40).press(keys).effect {
        Effect::Copy { text, .. } => text,
        other => panic!("{keys}: {other:?}"),
    };
    assert_eq!(
        copied("))yq"),
        "“We adjust to what we see,” — Dana Reyes (Exercise NORTHERN LANTERN: brigade moves to the Vesna valley, \
         12 March 2031, ¶4)"
    );
    assert!(
        copied(")yq").contains("within the week — The ministry, as reported ("),
        "reported speech gets no quotation marks"
    );
    assert!(copied("yy").starts_with("Exercise NORTHERN LANTERN") || copied("yy").starts_with("HARSK"));
    assert!(copied("))ys").contains("“It ends when the season ends.” — Dana Reyes"));
    let row = copied(">ym");
    assert!(
        row.starts_with("Ardania ~1,200 4th Mountain Brigade · Harsk → Vesna valley · ordered"),
        "{row}"
    );
}

#[test]
fn marks_are_letters_and_the_palette_runs_by_name() {
    let stage = Stage::new(120, 40).press("))ma>>'a");
    assert!(stage.at_cursor().starts_with("We adjust"));
    let stage = stage.press("m");
    assert!(stage.has("The letter of the mark"));
    let stage = stage.press("<Esc>:sum<CR>");
    assert_eq!(stage.app.screen(), Screen::Summary);
    assert!(stage.has("WHO SAID WHAT") && stage.has("TO CHECK"));
}

#[test]
fn the_export_menu_picks_by_number_or_enter() {
    assert_eq!(
        Stage::new(120, 40).press("ej<Enter>").effect,
        Effect::Export(Target::Text)
    );
    assert_eq!(
        Stage::new(120, 40).press("e1").effect,
        Effect::Export(Target::Markdown)
    );
    assert_eq!(Stage::new(120, 40).press("e<Esc>").effect, Effect::None);
}

#[test]
fn a_resize_keeps_the_sentence_and_the_selection() {
    let stage = Stage::new(120, 40).press(">>>>>)");
    let (cursor, row) = (stage.app.reader().cursor(), stage.app.selected_row());
    let stage = stage.resize(60, 12);
    assert_eq!(
        (stage.app.reader().cursor(), stage.app.selected_row()),
        (cursor, row)
    );
    assert!(stage.has("They want us"), "{:#?}", stage.lines());
    let stage = stage.resize(200, 60);
    assert_eq!(stage.app.reader().cursor(), cursor);
}

#[test]
fn a_paste_is_never_keys() {
    let mut stage = Stage::new(120, 40);
    stage.app.paste("q:quit\n\u{3}");
    stage.show();
    assert!(stage.bottom().contains("Pasted words are not keys"));
    let mut stage = stage.press("/");
    stage.app.paste("the\nborder");
    stage.show();
    assert!(stage.bottom().starts_with(" /the border"));
}

#[test]
fn help_shows_this_pane_first_and_filters() {
    let stage = Stage::new(120, 40).press("?");
    assert!(stage.has("Next quote of the same speaker"));
    let stage = stage.press("/export");
    assert!(stage.has("Write a file") && !stage.has("Next quote of the same speaker"));
}

#[test]
fn enter_on_the_summary_leads_to_the_words_of_the_entry_and_s_back_to_it() {
    let stage = Stage::new(120, 40).press("Sjj<Enter>");
    assert_eq!(stage.app.screen(), Screen::Reader);
    assert_eq!(stage.app.selected_row(), 2);
    assert!(stage.at_cursor().starts_with("None of the units"));
    // Six rows, then Reyes with her leading words.
    let stage = stage.press("S4j");
    assert_eq!(stage.app.brief(), 6);
    let stage = stage.press("j<Enter>");
    assert!(
        stage.at_cursor().starts_with("We adjust"),
        "{}",
        stage.at_cursor()
    );
    let stage = stage.press("SG");
    assert!(stage.has("HOW SURE"));
    let stage = stage.press("<Enter>");
    assert_eq!(stage.app.screen(), Screen::Reader);
    assert!(
        stage.at_cursor().starts_with("massed at least"),
        "{}",
        stage.at_cursor()
    );
    assert!(stage.press("<C-o>").at_cursor().starts_with("We adjust"));
}

#[test]
fn the_summary_keeps_its_entry_in_view_and_pages_by_what_fits() {
    let mut stage = Stage::new(60, 12).press("S");
    assert!(stage.has("MOVEMENTS"));
    let last = stage.press("G").app.brief();
    stage = Stage::new(60, 12).press("S");
    let mut before = stage.app.brief();
    for _ in 0..60 {
        stage = stage.press("<Space>");
        assert!(stage.app.brief() > before || stage.app.brief() == last);
        assert!(stage.has("▌"));
        before = stage.app.brief();
    }
    assert_eq!(before, last);
    for _ in 0..60 {
        stage = stage.press("b");
        assert!(stage.has("▌"));
    }
    assert_eq!(stage.app.brief(), 0);
    assert!(stage.has("MOVEMENTS"));
}

#[test]
fn live_reload_that_is_switched_on_again_catches_up() {
    let stage = Stage::new(120, 40).press("R");
    assert_eq!(stage.effect, Effect::None);
    assert!(stage.bottom().contains("Live reload off"));
    assert_eq!(stage.press("R").effect, Effect::Reload { asked: false });
    assert_eq!(
        Stage::new(120, 40).press("r").effect,
        Effect::Reload { asked: true }
    );
}

#[test]
fn borders_are_moved_by_keys_and_dragged_and_go_back() {
    use briefing::app::Mouse;
    let stage = Stage::new(120, 40);
    let rule = stage.app.plan().rule.expect("two sides");
    let stage = stage.press("2zh");
    assert_eq!(stage.app.plan().rule, Some(rule - 8));
    let stage = stage.press("zl");
    assert_eq!(stage.app.plan().rule, Some(rule - 4));
    let upper = stage.app.plan().movements.expect("movements").y;
    let stage = stage.press("3zj");
    assert_eq!(stage.app.plan().movements.map(|a| a.y), Some(upper + 3));
    let mut stage = stage.press("zk");
    assert_eq!(stage.app.plan().movements.map(|a| a.y), Some(upper + 2));
    for (from, to) in [((rule - 4, 20), (50, 22)), ((50, 5), (90, 0))] {
        stage.app.mouse(Mouse::Click(from.0, from.1));
        stage.app.mouse(Mouse::Drag(to.0 - 1, to.1));
        stage.app.mouse(Mouse::Drag(to.0, to.1));
        stage.app.mouse(Mouse::Release);
        stage.app.mouse(Mouse::Drag(5, 5));
        stage.show();
        assert_eq!(stage.app.plan().rule, Some(to.0));
    }
    stage.app.mouse(Mouse::Click(100, upper + 2));
    assert_eq!(stage.app.focus(), Pane::Movements);
    stage.app.mouse(Mouse::Drag(100, 20));
    stage.app.mouse(Mouse::Release);
    assert_eq!(stage.app.plan().movements.map(|a| a.y), Some(20));
    stage.show();
    assert!(stage.has("We adjust to what we see"));
    // Neither side can be dragged away, and the share outlives another size.
    let stage = stage.press("900zl").resize(100, 30);
    assert!(stage.app.plan().rule.is_some_and(|x| x < 100 - 20));
    let stage = stage.press("900zh900zk");
    assert!(stage.app.plan().rule.is_some_and(|x| x > 20));
    assert!(stage.app.plan().speakers.is_some_and(|a| a.height >= 3));
    let stage = stage.resize(120, 40).press("z=");
    assert_eq!(stage.app.plan().rule, Some(rule));
    let stage = stage.press("vvzh");
    assert!(stage.bottom().contains("stands alone"), "{}", stage.bottom());
}

#[test]
fn the_text_column_goes_to_the_middle_of_a_wide_pane_and_clicks_still_fit() {
    use briefing::app::Mouse;
    let mut stage = Stage::new(200, 40).press("vvA");
    assert!(stage.bottom().contains("centre"), "{}", stage.bottom());
    assert!(stage.app.text_shift() > 50);
    let at = stage.app.article().text.find("slides into").expect("the words");
    let (x, y) = stage.app.cell_of(at).expect("in view");
    assert_eq!(stage.terminal.backend().buffer()[(x, y)].symbol(), "s");
    stage.app.mouse(Mouse::Click(x, y));
    assert_eq!(stage.app.reader().cursor(), at);
    stage.show();
    let stage = stage.press("A");
    assert_eq!(stage.app.text_shift(), 0);
}

#[test]
fn all_quotes_that_hold_a_word_or_a_name_are_listed_and_lead_to_their_place() {
    let stage = Stage::new(120, 40).press("Qborder<CR>");
    assert_eq!(stage.app.screen(), Screen::Found);
    assert!(stage.has("Quotes") && stage.has("“border” 1/1") && stage.has("Tomas Lind"));
    let stage = stage.press("<CR>");
    assert!(stage.at_cursor().starts_with("They want us"));
    assert_eq!(stage.app.screen(), Screen::Reader);
    assert_eq!(stage.app.search().map(|s| s.hits.len()), Some(2));
    let stage = stage.press("<Esc>Qreyes<CR>");
    assert_eq!(stage.app.books().found.len(), 3, "by the speaker's name");
    let stage = stage.press("jj<CR>");
    assert!(stage.at_cursor().starts_with("None of the units"));
    let stage = stage.press("Q<CR>");
    assert_eq!(stage.app.books().found.len(), 10, "no words list all");
    let stage = stage.press("G<CR>");
    assert!(stage.at_cursor().starts_with("Nobody ever is") && stage.app.search().is_none());
    let stage = stage.press("Qzebra<CR>");
    assert!(stage.bottom().contains("No quote and no speaker holds “zebra”"));
}

#[test]
fn a_search_through_all_briefings_lists_their_sentences_and_turns_to_them() {
    use briefing::app::books::{Aimed, Book};
    let (article, _) = support::lantern();
    let mut stage = Stage::new(120, 40);
    let book = |title: &str, article| Book {
        title: title.to_owned(),
        article,
    };
    stage.app.set_books(
        vec![
            book("The open one", None),
            book("Another one", Some(std::sync::Arc::new(article))),
        ],
        0,
    );
    let stage = stage.press("Fcellars<CR>");
    assert_eq!(stage.app.screen(), Screen::Found);
    assert_eq!(stage.app.books().found.len(), 2);
    assert!(stage.has("The open one") && stage.has("Another one") && stage.has("keep their cellars"));
    let stage = stage.press("<CR>");
    assert!(stage.at_cursor().starts_with("cellars"));
    let stage = stage.press("Fcellars<CR>j<CR>");
    let Effect::OpenBook(1, Some(Aimed { at, query })) = &stage.effect else {
        panic!("{:?}", stage.effect);
    };
    assert!(
        stage
            .app
            .article()
            .text
            .get(*at..)
            .unwrap_or_default()
            .starts_with("cellars")
    );
    assert_eq!(query, "cellars");
    let stage = Stage::new(120, 40).press("Fzebra<CR>");
    assert!(stage.bottom().contains("in none of the open briefings"));
    let stage = stage.press("<C-n>");
    assert!(stage.bottom().contains("Only this briefing is open"));
}

#[test]
fn keys_that_wait_stand_apart_from_the_name_of_the_last_key() {
    for columns in [80, 100, 120] {
        let bottom = Stage::new(columns, 30).press("c").bottom();
        assert!(bottom.ends_with("  c…"), "{bottom:?}");
    }
}

#[test]
fn a_letter_replaces_the_speaker_that_is_offered_and_is_shown_by_name_before_enter() {
    let stage = Stage::new(120, 40).press("))cs");
    assert!(
        stage.bottom().contains("nobody): Dana Reyes"),
        "{}",
        stage.bottom()
    );
    let letter = |name: &str| {
        let voices = &stage.app.index().voices;
        let at = (0..voices.len()).find(|&at| stage.app.voice_name(at) == name);
        voices[at.expect(name)].letter
    };
    let keys = letter("Tomas Lind").to_lowercase().to_string();
    let stage = stage.press(&keys);
    assert!(stage.bottom().ends_with("→ Tomas Lind"), "{}", stage.bottom());
    let stage = stage.press("<CR>");
    assert!(stage.bottom().starts_with(" The quote is Tomas Lind's"));
    let stage = stage.press("csOlga");
    assert!(stage.bottom().ends_with("a new speaker"), "{}", stage.bottom());
}

#[test]
fn questions_about_a_speaker_name_him() {
    let stage = Stage::new(120, 40).press("<Tab>jcr");
    assert!(
        stage.bottom().starts_with(" New name for Dana Reyes:"),
        "{}",
        stage.bottom()
    );
    let stage = stage.press("<Esc>cm");
    assert!(stage.bottom().starts_with(" Dana Reyes is the same as"));
    let stage = stage.press("nobody");
    assert!(stage.bottom().ends_with("none"), "{}", stage.bottom());
}

#[test]
fn commands_begin_with_what_matters_here_and_tell_the_selected_one_in_full() {
    let stage = Stage::new(80, 24).press(":");
    let first = stage
        .lines()
        .iter()
        .position(|l| l.contains("next-quote-same-speaker"));
    assert!(first.is_some_and(|y| y < 8), "{:?}", stage.lines());
    assert_eq!(stage.bottom().trim(), "Next quote of the same speaker");
    let stage = stage.press("zoom");
    assert!(stage.has("zoom-in") && stage.has("means nothing here"));
    let stage = stage.press("zzzz");
    assert_eq!(stage.bottom().trim(), "No command is called so");
}

#[test]
fn the_filter_of_the_help_promises_no_keys_that_it_takes_for_letters() {
    let stage = Stage::new(80, 24).press("?/");
    assert!(stage.bottom().starts_with(" Enter keep"), "{}", stage.bottom());
    assert!(stage.press("quote<CR>").bottom().starts_with(" j down"));
}

#[test]
fn a_row_is_put_right_cell_by_cell_with_its_evidence_in_sight() {
    let stage = Stage::new(80, 24).press("<Tab><Tab>ce");
    assert!(stage.has("Row 1 of 6") && stage.has("│ force      Ardania"));
    assert!(stage.has("│ from       Harsk") && stage.has("4th Mountain Brigade would leave"));
    assert_eq!(stage.bottom().trim(), "Enter save   ↓ ↑ other cell   Esc leave");
    // A word takes the place of what was there; End keeps it and goes on writing.
    let stage = stage.press("Belmark<Down><Down><End> (part)<CR>");
    assert!(
        stage.bottom().contains("Put right: force, unit"),
        "{}",
        stage.bottom()
    );
    let row = &stage.app.analysis().movements[0];
    assert_eq!(row.actor.as_deref(), Some("Belmark"));
    assert_eq!(row.unit.as_deref(), Some("4th Mountain Brigade (part)"));
    let stage = stage.press("ce<Esc>");
    assert!(!stage.has("│ force"));
    assert!(stage.press("ce<CR>").bottom().contains("Nothing was changed"));
}

#[test]
fn a_new_row_without_a_word_is_no_row() {
    let stage = Stage::new(80, 24).press("jjca");
    assert!(stage.has("A new row with this sentence") && stage.has("│ status     present"));
    let stage = stage.press("<CR>");
    assert!(stage.bottom().contains("no row was added"), "{}", stage.bottom());
    assert_eq!(stage.app.rows().len(), 6);
}

#[test]
fn a_row_is_written_on_the_smallest_screen_too() {
    let stage = Stage::new(40, 10).press("<Tab><Tab>ce<PageDown>John Miller, a spokesman of some length");
    assert!(stage.has("source"), "{:?}", stage.lines());
    let stage = stage.press("<CR>");
    assert_eq!(
        stage.app.analysis().movements[0].source.as_deref(),
        Some("John Miller, a spokesman of some length")
    );
}

#[test]
fn messages_name_the_keys_as_the_reader_has_bound_them() {
    let mut stage = Stage::new(80, 24);
    let mut keymap = briefing::app::default_keymap();
    let undo = briefing::keys::parse("U").expect("a key");
    keymap.unbind(briefing::app::Action::UndoFix);
    keymap
        .bind(
            &undo,
            briefing::app::action::context::PANES,
            briefing::app::Action::UndoFix,
        )
        .expect("no clash");
    stage.app.set_keymap(keymap);
    let stage = stage.press("<Tab><Tab>cd");
    assert_eq!(stage.bottom().trim(), "Row dropped; U takes it back");
    assert_eq!(stage.press("U").app.rows().len(), 6);
}

#[test]
fn the_outline_says_what_its_signs_count() {
    assert!(
        Stage::new(80, 24)
            .press("O")
            .has("w words · q quotes · ▸ movements")
    );
}

#[test]
fn a_note_is_read_where_all_is_told_of_its_sentence() {
    let stage = Stage::new(100, 30).press(")aask the ministry<CR>i");
    assert!(stage.has("✎ your note   ask the ministry"), "{:?}", stage.lines());
    let stage = stage.press("<Esc><Tab><Tab>gi");
    assert!(stage.has("Row 1 of 6") && stage.has("✎ your note   ask the ministry"));
}

#[test]
fn who_says_most_is_put_first_and_the_selected_speaker_stays() {
    let stage = Stage::new(120, 40).press("<Tab>js");
    let words = |stage: &Stage| {
        let voices = &stage.app.index().voices;
        let order = stage.app.voice_order();
        order.iter().map(|&at| voices[at].words).collect::<Vec<_>>()
    };
    assert!(words(&stage).is_sorted_by(|a, b| a >= b), "{:?}", words(&stage));
    let name = |stage: &Stage| stage.app.voice_name(stage.app.voice().expect("one").0);
    assert_eq!(name(&stage), "Dana Reyes");
    assert!(stage.has("most words first · "));
    let first = stage.app.voice_order()[0];
    let stage = stage.press("g");
    assert_eq!(stage.app.voice().map(|(at, _)| at), Some(first));
    let stage = stage.press("<Enter>");
    assert_eq!(
        stage.app.voice().map(|(at, _)| at),
        Some(first),
        "the row leads to its own words"
    );
    let stage = stage.press("s");
    assert!(!stage.has("most words first"));
    assert!(stage.app.voice_order().is_sorted());
}
