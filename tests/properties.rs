//! Properties: nothing that a reader does at any size of the screen ends the program, and nothing is drawn that acts on it.

mod support;

use briefing::app::{Mouse, TABLE};
use briefing::keys::{Code, Key};
use proptest::prelude::*;
use support::Stage;

#[derive(Clone, Debug)]
enum Deed {
    Act(usize, Option<usize>),
    Type(char),
    Press(Code),
    Click(u16, u16),
    Wheel(u16, u16, bool),
    Resize(u16, u16),
    Paste(String),
}

fn deed() -> impl Strategy<Value = Deed> {
    let side = prop_oneof![4 => 0u16..=20, 1 => 20u16..220];
    prop_oneof![
        6 => (0..TABLE.len(), proptest::option::of(0usize..50)).prop_map(|(a, c)| Deed::Act(a, c)),
        4 => "[ -~é日]".prop_map(|s| Deed::Type(s.chars().next().unwrap_or('x'))),
        2 => prop_oneof![
            Just(Code::Enter), Just(Code::Esc), Just(Code::Tab), Just(Code::Backspace), Just(Code::Left), Just(Code::Up)
        ].prop_map(Deed::Press),
        1 => (0u16..200, 0u16..60).prop_map(|(x, y)| Deed::Click(x, y)),
        1 => (0u16..200, 0u16..60, any::<bool>()).prop_map(|(x, y, d)| Deed::Wheel(x, y, d)),
        2 => (side.clone(), side).prop_map(|(x, y)| Deed::Resize(x, y)),
        1 => "\\PC{0,12}".prop_map(Deed::Paste),
    ]
}

fn clean(stage: &Stage) -> bool {
    let buffer = stage.terminal.backend().buffer();
    buffer
        .content
        .iter()
        .all(|cell| !cell.symbol().chars().any(char::is_control))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_a_reader_does_panics(deeds in proptest::collection::vec(deed(), 1..60)) {
        let mut stage = Stage::new(80, 24);
        for deed in deeds {
            match deed {
                Deed::Act(at, count) => {
                    stage.app.apply(TABLE[at].action, count);
                }
                Deed::Type(c) => {
                    stage.app.press(Key::char(c));
                }
                Deed::Press(code) => {
                    stage.app.press(Key::plain(code));
                }
                Deed::Click(x, y) => {
                    stage.app.mouse(Mouse::Click(x, y));
                }
                Deed::Wheel(x, y, down) => {
                    stage.app.mouse(Mouse::Wheel(x, y, down));
                }
                Deed::Resize(x, y) => stage = stage.resize(x, y),
                Deed::Paste(words) => {
                    stage.app.paste(&words);
                }
            }
            stage.show();
            prop_assert!(clean(&stage));
            let cursor = stage.app.reader().cursor();
            prop_assert!(stage.app.article().text.is_char_boundary(cursor));
        }
    }
}

#[test]
fn every_small_size_is_drawn() {
    for keys in ["", "?", "S", ":", "/a", "e", "i", "y"] {
        let mut stage = Stage::new(80, 24).press_all(keys);
        for columns in 0..=20 {
            for rows in 0..=20 {
                stage = stage.resize(columns, rows);
                assert!(clean(&stage));
            }
        }
    }
}
