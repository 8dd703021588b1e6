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

/// The manual page in roff.
pub fn page() -> String {
    let command = Cli::command();
    let mut out = Vec::new();
    // Writing to memory does not fail.
    let _ = Man::new(command.clone()).render(&mut out);
    let mut page = String::from_utf8_lossy(&out).into_owned();
    if let Some(export) = command.find_subcommand("export") {
        let mut options = Vec::new();
        let _ = Man::new(export.clone()).render_options_section(&mut options);
        let options = String::from_utf8_lossy(&options).replace(".SH OPTIONS", ".SH OPTIONS OF EXPORT");
        page.push_str(&options);
    }
    page.push_str(&keys().to_roff());
    page
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
        assert!(page.contains(".SH KEYS") && page.contains("OPTIONS OF EXPORT"));
    }
}
