//! The help: every key by its action, what holds in this pane first, and what the signs on the screen mean.

use ratatui::style::Style;

use super::page::Page;
use super::theme::Theme;
use crate::app::action::{TABLE, keys_of};
use crate::app::{App, Group, Help};
use crate::text::width;

/// Columns of the keys and signs.
const KEYS: usize = 22;

/// What the signs on the screen mean.
const SIGNS: &[(&str, &str)] = &[
    (
        "A B C … and colour",
        "Whose words these are, in the text, the list of speakers and the summary",
    ),
    ("italics", "Reported speech, not the speaker's own words"),
    (
        "▸",
        "This line feeds the movement table; the words of the selected row are underlined",
    ),
    ("▌", "What is selected: row, speaker, sentence"),
    ("4q 2t", "Four quotes; two turns, where the text is a transcript"),
    (
        "▁▂▅█",
        "Where in the text, from its beginning to its end, a speaker has words",
    ),
    (
        "┃ ▪ ◆",
        "At the right of the text: the part in view, the speaker's quotes, the search hits",
    ),
    ("~300 ≥300 ≤300 +300", "About, at least, at most, in addition"),
    ("none", "No soldier: the text says that it does not happen"),
    ("–", "The text does not say"),
    ("└", "Part of the force above"),
    ("≈", "The same force as in another row"),
    ("!", "Contradicts another row; or a note of what to check"),
    ("?", "A guess that needs a look"),
    ("✎", "Set or noted by you"),
    ("✓", "In the list of briefings: you have read in it"),
];

/// The table as help: what holds in this pane first.
pub fn page(app: &App, theme: &Theme, help: &Help, columns: usize) -> Page {
    let mut page = Page::new(columns);
    let wanted = help.filter.text().trim().to_lowercase();
    let lists = |spec: &crate::app::Spec| {
        let keys = keys_of(app.keymap(), spec.action);
        wanted.is_empty()
            || spec.help.to_lowercase().contains(&wanted)
            || spec.id.contains(&wanted)
            || keys.to_lowercase().contains(&wanted)
    };
    for here in [true, false] {
        for group in Group::ALL {
            let mut titled = false;
            for spec in TABLE.iter().filter(|s| s.group == group && lists(s)) {
                if (spec.contexts & help.context != 0) != here {
                    continue;
                }
                if !titled {
                    titled = true;
                    if page.len() > 0 {
                        page.gap();
                    }
                    let title = if here {
                        group.title().to_owned()
                    } else {
                        format!("{}, elsewhere", group.title())
                    };
                    page.line(vec![(title, theme.heading)]);
                }
                let mut keys = keys_of(app.keymap(), spec.action);
                if spec.action.takes_letter() {
                    keys.push_str(" a…z");
                }
                let fill = KEYS.saturating_sub(width(&keys)).max(2);
                page.hang(
                    vec![(keys, theme.key), (" ".repeat(fill), Style::new())],
                    spec.help,
                    Style::new(),
                );
            }
        }
    }
    let any =
        |(sign, meaning): &(&str, &str)| sign.contains(&wanted) || meaning.to_lowercase().contains(&wanted);
    if page.len() == 0 && !SIGNS.iter().any(any) {
        page.line(vec![(
            "No key does that; : has every command by name".to_owned(),
            theme.unfocused,
        )]);
    } else if wanted.is_empty() {
        page.gap();
        page.hang(
            vec![
                ("1…9".to_owned(), theme.key),
                (" ".repeat(KEYS - 3), Style::new()),
            ],
            "A number before a motion repeats it; before g or G it is a paragraph",
            Style::new(),
        );
    }
    signs(theme, &wanted, &mut page);
    page
}

/// What the signs on the screen mean.
fn signs(theme: &Theme, wanted: &str, page: &mut Page) {
    let mut shown = SIGNS
        .iter()
        .filter(|(sign, meaning)| sign.contains(wanted) || meaning.to_lowercase().contains(wanted))
        .peekable();
    if shown.peek().is_none() {
        return;
    }
    page.gap();
    page.line(vec![("Signs".to_owned(), theme.heading)]);
    for (sign, meaning) in shown {
        let fill = KEYS.saturating_sub(width(sign)).max(2);
        page.hang(
            vec![
                ((*sign).to_owned(), theme.evidence),
                (" ".repeat(fill), Style::new()),
            ],
            meaning,
            Style::new(),
        );
    }
}
