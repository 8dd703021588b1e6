//! What `briefing man` prints, and the table of keys in the README: both made of the command line and of the one
//! table of actions.

use std::fmt::Write;

use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::app::{Group, Spec, TABLE};
use crate::cli::Cli;
use crate::export::markdown::escaped;
use crate::keys::{parse, show};

/// How the program is called: the arguments after its name.
const SYNOPSIS: [&str; 4] = [
    "[OPTION]... [FILE]...",
    "export [OPTION]... [FILE]...",
    "completions SHELL",
    "schema | config | man | about",
];

/// Files and variables, with what each is for.
const PLACES: [(&str, &[(&str, &str)]); 2] = [
    (
        "FILES",
        &[
            (
                "$XDG_CONFIG_HOME/briefing/config.toml",
                "Theme, keys, layout and defaults; ~/.config where the variable is not set. `briefing config --init` writes \
                 one with every setting explained.",
            ),
            (
                "$XDG_STATE_HOME/briefing/",
                "Where reading stopped, marks, notes and corrections, a file a briefing, readable by you alone; \
                 ~/.local/state where the variable is not set. --no-state leaves it alone.",
            ),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            ("NO_COLOR", "No colours, unless --theme names some."),
            (
                "TERM",
                "With dumb, the summary is printed instead of drawing a screen.",
            ),
            (
                "VISUAL, EDITOR",
                "The editor that opens the article at the line you are reading.",
            ),
            (
                "COLUMNS",
                "The width of a printed summary where there is no terminal.",
            ),
        ],
    ),
];

/// The manual page in roff.
pub fn page() -> String {
    let command = Cli::command();
    let man = Man::new(command.clone());
    let mut out = Vec::new();
    // Writing to memory does not fail.
    let _ = man.render_title(&mut out);
    let _ = man.render_name_section(&mut out);
    let _ = synopsis().to_writer(&mut out);
    let _ = man.render_description_section(&mut out);
    let _ = man.render_options_section(&mut out);
    let _ = commands(&command).to_writer(&mut out);
    if let Some(export) = command.find_subcommand("export") {
        let mut options = Vec::new();
        let _ = Man::new(export.clone()).render_options_section(&mut options);
        let options = String::from_utf8_lossy(&options).replace(".SH OPTIONS", ".SH OPTIONS OF EXPORT");
        out.extend_from_slice(options.as_bytes());
    }
    let _ = keys().to_writer(&mut out);
    let _ = places().to_writer(&mut out);
    let _ = last_words(&command).to_writer(&mut out);
    String::from_utf8_lossy(&out).into_owned()
}

fn synopsis() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    for (at, arguments) in SYNOPSIS.iter().enumerate() {
        if at > 0 {
            roff.control("br", []);
        }
        roff.text([bold("briefing"), roman(format!(" {arguments}"))]);
    }
    roff
}

fn commands(command: &clap::Command) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    for command in command.get_subcommands() {
        roff.control("TP", []);
        roff.text([bold(command.get_name())]);
        roff.text([roman(
            command.get_about().map(ToString::to_string).unwrap_or_default(),
        )]);
    }
    roff
}

fn places() -> Roff {
    let mut roff = Roff::new();
    for (title, places) in PLACES {
        roff.control("SH", [title]);
        for (name, purpose) in places {
            roff.control("TP", []);
            roff.text([bold(*name)]);
            roff.text([roman(*purpose)]);
        }
    }
    roff
}

/// The examples and the exit status that `--help` ends with.
fn last_words(command: &clap::Command) -> Roff {
    let mut roff = Roff::new();
    let words = command
        .get_after_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    for line in words.lines() {
        match line.split_once(':') {
            Some((title, rest)) if !line.starts_with(' ') => {
                roff.control("SH", [title.to_uppercase().as_str()]);
                if !rest.trim().is_empty() {
                    roff.text([roman(rest.trim())]);
                }
            }
            _ if line.trim().is_empty() => {}
            _ => {
                roff.control("br", []);
                roff.text([roman(line.trim())]);
            }
        }
    }
    roff
}

fn keys() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    roff.text([roman(
        "Each action can have other keys in config.toml, under its name in parentheses.",
    )]);
    for (group, specs) in groups() {
        roff.control("SS", [group.title()]);
        for spec in specs {
            roff.control("TP", []);
            let shown = keys_of(spec);
            let words = shown
                .iter()
                .enumerate()
                .flat_map(|(at, key)| [roman(if at > 0 { ", " } else { "" }), bold(key.as_str())]);
            roff.text(words.collect::<Vec<_>>());
            roff.text([roman(format!("{} ({})", spec.help, spec.id))]);
        }
    }
    roff
}

/// The keys as Markdown: a table for each group of actions.
pub fn keys_as_markdown() -> String {
    let mut out = String::new();
    for (group, specs) in groups() {
        let _ = write!(
            out,
            "### {}\n\n| Keys | What they do |\n|---|---|\n",
            group.title()
        );
        for spec in specs {
            let keys: Vec<_> = keys_of(spec).iter().map(|key| code(key)).collect();
            let _ = writeln!(out, "| {} | {} |", keys.join(" "), escaped(spec.help));
        }
        out.push('\n');
    }
    out
}

/// `key` as code in a cell of a table.
fn code(key: &str) -> String {
    let key = key.replace('|', "\\|");
    if key.contains('`') {
        format!("`` {key} ``")
    } else {
        format!("`{key}`")
    }
}

fn groups() -> impl Iterator<Item = (Group, Vec<&'static Spec>)> {
    Group::ALL.into_iter().map(|group| {
        let specs = TABLE.iter().filter(|spec| spec.group == group).collect();
        (group, specs)
    })
}

/// The default keys of an action, as a person reads them.
fn keys_of(spec: &Spec) -> Vec<String> {
    spec.keys
        .iter()
        .filter_map(|notation| parse(notation).ok())
        .map(|keys| show(&keys))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_stands_on_the_page_and_in_the_table() {
        let page = page();
        let table = keys_as_markdown();
        for spec in TABLE {
            assert!(
                page.contains(&spec.id.replace('-', "\\-")),
                "{} in the manual",
                spec.id
            );
            assert!(table.contains(&escaped(spec.help)), "{} in the table", spec.id);
        }
        let sections: Vec<_> = page
            .lines()
            .filter_map(|line| line.strip_prefix(".SH "))
            .map(|title| title.trim_matches('"'))
            .collect();
        let order = [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "COMMANDS",
            "OPTIONS OF EXPORT",
            "KEYS",
            "FILES",
            "ENVIRONMENT",
            "EXAMPLES",
            "EXIT STATUS",
        ];
        assert_eq!(sections, order);
    }
}
