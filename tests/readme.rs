//! The README, its pictures, and the manual page and completions that packages carry say what the program does today.
//! To bring them up to date:
//! `BRIEFING_UPDATE=1 cargo test --test readme`.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing it did not expect"
)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn at(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Fails when the file `name` does not hold `content`; or puts it there when asked to.
fn is_current(name: &str, content: &str) {
    if std::env::var_os("BRIEFING_UPDATE").is_some() {
        // Another test may be reading it.
        let new = at(&format!("{name}.new"));
        fs::write(&new, content).unwrap();
        fs::rename(&new, at(name)).unwrap();
    }
    let held = fs::read_to_string(at(name)).unwrap_or_default();
    assert!(
        held.replace("\r\n", "\n") == content,
        "{name} is out of date: BRIEFING_UPDATE=1 cargo test --test readme"
    );
}

/// `text` with what stands between the marks named `mark` replaced by `inner`.
fn filled(text: &str, mark: &str, inner: &str) -> String {
    let open = text.find(&format!("<!-- {mark}:")).unwrap();
    let start = open + text.get(open..).unwrap().find("-->").unwrap() + 3;
    let end = text.find(&format!("<!-- end of {mark} -->")).unwrap();
    format!(
        "{}\n\n{}\n\n{}",
        text.get(..start).unwrap(),
        inner.trim(),
        text.get(end..).unwrap()
    )
}

#[test]
fn keys_and_credits_in_the_readme_are_those_of_the_program() {
    let readme = fs::read_to_string(at("README.md")).unwrap().replace("\r\n", "\n");
    let mut credits = String::new();
    for credit in briefing::about::CREDITS {
        let _ = writeln!(credits, "- {credit}");
    }
    let current = filled(&readme, "keys", &briefing::manual::keys_as_markdown());
    is_current("README.md", &filled(&current, "credits", &credits));
}

#[test]
fn the_pictures_in_the_readme_are_the_screens_of_today() {
    for (screen, file) in [
        ("reader", "assets/briefing.svg"),
        ("map", "assets/map.svg"),
        ("summary", "assets/summary.svg"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_briefing"))
            .args([
                "export",
                "--format",
                "svg",
                "--theme",
                "dark",
                "--sample",
                "deployment",
            ])
            .args(["--screen", screen])
            // Not with the colours of whoever runs the test.
            .env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"))
            .output()
            .unwrap();
        assert!(output.status.success());
        is_current(file, &String::from_utf8(output.stdout).unwrap());
    }
}

#[test]
fn packages_carry_the_manual_and_the_completions_of_today() {
    for (arguments, file) in [
        (&["man"][..], "assets/package/briefing.1"),
        (&["completions", "bash"], "assets/package/briefing.bash"),
        (&["completions", "zsh"], "assets/package/_briefing"),
        (&["completions", "fish"], "assets/package/briefing.fish"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_briefing"))
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success());
        is_current(file, &String::from_utf8(output.stdout).unwrap());
    }
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    let readme = fs::read_to_string(at("README.md")).unwrap();
    let targets: Vec<_> = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|target| !target.starts_with("http"))
        .collect();
    assert!(targets.len() >= 2);
    for target in targets {
        assert!(at(target).exists(), "{target}");
    }
}
