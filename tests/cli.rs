//! The built program as a shell meets it: formats, exit codes, files, pipes, and what hostile input may not do.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing it did not expect"
)]

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const FORMATS: [&str; 8] = ["text", "markdown", "html", "svg", "ansi", "json", "jsonl", "csv"];

fn briefing<S: AsRef<OsStr>>(words: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefing"));
    command
        .args(words)
        .stdin(Stdio::null())
        .env_remove("COLUMNS")
        .env_remove("NO_COLOR");
    command
}

fn run<S: AsRef<OsStr>>(words: impl IntoIterator<Item = S>) -> Output {
    briefing(words).output().unwrap()
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", err(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Fails unless the program ended with `status` and one line that holds every one of `parts`.
fn refused(output: &Output, status: i32, parts: &[&str]) {
    let message = err(output);
    assert_eq!(output.status.code(), Some(status), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(output.stdout.is_empty());
    for part in parts {
        assert!(message.contains(part), "{part:?} not in {message:?}");
    }
}

const ARTICLE: &str = "Brigade leaves Warsaw\n\nWARSAW, March 3, 2031 – Poland will send 1,200 soldiers of the 4th Mountain Brigade \
    to Romania this week, Colonel Dana Reyes said.\n\n“We adjust to what we see,” said Reyes.\n";

#[test]
fn without_a_terminal_a_file_gives_its_summary() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brief.txt");
    fs::write(&file, ARTICLE).unwrap();
    let summary = out(&run([&file]));
    assert!(summary.contains("brief.txt · text"));
    assert!(summary.contains("MOVEMENTS") && summary.contains("WHO SAID WHAT"));
    assert!(!summary.contains('\u{1b}'));
    assert!(summary.lines().all(|line| line.chars().count() <= 80));
    let wide = out(&run([file.as_os_str(), OsStr::new("--width=120")]));
    assert!(wide.lines().any(|line| line.chars().count() > 80));
}

#[test]
fn a_pipe_is_read_with_and_without_its_dash() {
    for words in [&["-"][..], &[], &["export", "-"]] {
        let mut child = briefing(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(ARTICLE.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(out(&output).contains("standard input"), "{words:?}");
    }
}

#[test]
fn without_a_file_there_is_a_sample() {
    let first = out(&run::<&str>([]));
    assert_eq!(first, out(&run(["--sample", "deployment"])));
    for sample in ["deployment", "conference", "release"] {
        let summary = out(&run(["--sample", sample]));
        assert!(summary.contains(&format!("sample {sample}")), "{summary}");
        assert_eq!(summary, out(&run(["export", "--sample", sample])));
    }
    refused(&run(["--sample", "nonsense"]), 2, &["nonsense", "deployment"]);
}

#[test]
fn every_format_is_written_and_twice_the_same() {
    for format in FORMATS {
        let words = ["export", "--format", format, "--sample", "deployment"];
        let first = run(words);
        assert!(!out(&first).trim().is_empty(), "{format}");
        assert_eq!(first.stdout, run(words).stdout, "{format}");
        assert_eq!(err(&first), "");
    }
}

#[test]
fn what_cannot_be_opened_is_one_line_with_its_name_and_status_1() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("empty.txt"), "").unwrap();
    fs::write(at("binary.txt"), b"\x7fELF\0\0\x01\x02\0\0\0\0").unwrap();
    fs::create_dir(at("folder")).unwrap();
    for name in ["missing.txt", "empty.txt", "binary.txt", "folder"] {
        refused(&run([at(name)]), 1, &["briefing: ", name, ";"]);
        refused(&run([OsStr::new("export"), at(name).as_os_str()]), 1, &[name]);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret.txt");
    fs::write(&file, ARTICLE).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&file).is_ok() {
        // The superuser may read everything.
        return;
    }
    refused(&run([&file]), 1, &["secret.txt", "permission"]);
}

#[test]
fn wrong_usage_is_one_line_and_status_2() {
    let cases: [(&[&str], &str); 7] = [
        (&["--nonsense"], "--nonsense"),
        (&["export"], "FILE"),
        (&["export", "--format", "docx", "a"], "markdown"),
        (&["--date", "yesterday", "a"], "2022-02-02"),
        (&["--as", "poem", "a"], "transcript"),
        (&["--theme", "pink", "a"], "light"),
        (&["--size", "big", "a"], "120x40"),
    ];
    for (words, part) in cases {
        refused(&run(words), 2, &[part, "--help"]);
    }
    refused(
        &run(["export", "--format", "json", "a", "b"]),
        2,
        &["json", "2", "jsonl", "-o"],
    );
}

#[test]
fn help_and_version_are_fine() {
    assert!(out(&run(["--help"])).contains("Exit status"));
    assert!(out(&run(["-h"])).contains("briefing article.txt"));
    assert_eq!(
        out(&run(["--version"])),
        concat!("briefing ", env!("CARGO_PKG_VERSION"), "\n")
    );
    assert!(out(&run(["export", "--help"])).contains("jsonl"));
    let about = out(&run(["about"]));
    for part in ["MIT or Apache-2.0", "GeoNames", "CC BY 4.0", "Natural Earth"] {
        assert!(about.contains(part), "{part}");
    }
    assert!(out(&run(["man"])).contains(".TH briefing 1"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(out(&run(["completions", shell])).contains("export"), "{shell}");
    }
}

#[test]
fn a_file_is_written_whole_named_and_never_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.csv");
    let words = |more: &[&'static str]| {
        let mut all = vec![
            OsStr::new("export"),
            OsStr::new("--sample=deployment"),
            OsStr::new("-o"),
        ];
        all.push(file.as_os_str());
        all.extend(more.iter().map(OsStr::new));
        run(all)
    };
    let first = words(&[]);
    assert!(first.stdout.is_empty());
    assert!(err(&first).contains("wrote") && err(&first).contains("out.csv"));
    let written = fs::read_to_string(&file).unwrap();
    assert!(
        written.starts_with("article,id,actor,"),
        "the ending says the format"
    );
    refused(
        &words(&["--format=text"]),
        1,
        &["out.csv", "already exists", "--force"],
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
    assert!(words(&["--format=text", "--force"]).status.success());
    assert!(fs::read_to_string(&file).unwrap().contains("MOVEMENTS"));
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing is left beside it");
}

#[test]
fn several_briefings_go_to_lines_to_one_table_or_to_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("in")).unwrap();
    for name in ["in/a.txt", "in/b.txt"] {
        fs::write(at(name), ARTICLE).unwrap();
    }
    let words = |more: &[&Path]| {
        let mut all = vec![Path::new("export")];
        all.extend(more);
        run(all)
    };
    let lines = out(&words(&[
        Path::new("--format=jsonl"),
        &at("in/a.txt"),
        &at("in/b.txt"),
    ]));
    let paths: Vec<_> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["article"]["origin"]["path"].clone())
        .collect();
    assert_eq!(paths.len(), 2);
    assert!(paths[0].as_str().unwrap().ends_with("a.txt"));
    let table = out(&words(&[Path::new("--format=csv"), &at("in")]));
    assert_eq!(table.matches("article,id,actor").count(), 1);
    let each = words(&[
        Path::new("--format=json"),
        Path::new("-o"),
        &at("out/"),
        &at("in/a.txt"),
        &at("in/b.txt"),
    ]);
    assert!(each.status.success(), "{}", err(&each));
    for name in ["out/a.json", "out/b.json"] {
        let value: Value = serde_json::from_slice(&fs::read(at(name)).unwrap()).unwrap();
        assert_eq!(value["schema"], 1);
    }
    // One that cannot be read does not take the others with it.
    let mixed = words(&[Path::new("--format=jsonl"), &at("in/gone.txt"), &at("in/b.txt")]);
    assert_eq!(mixed.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&mixed.stdout).lines().count(), 1);
    assert!(err(&mixed).contains("gone.txt"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for format in ["jsonl", "html"] {
        let mut child = briefing(["export", "--format", format, "--sample", "deployment"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{format}");
        assert_eq!(said, "");
    }
}

#[test]
fn the_day_that_is_given_wins() {
    let words = [
        "export",
        "--format",
        "json",
        "--date",
        "2024-05-06",
        "--sample",
        "release",
    ];
    let value: Value = serde_json::from_str(&out(&run(words))).unwrap();
    assert_eq!(value["article"]["published"], "2024-05-06");
}

/// What could act on a terminal or mislead the eye.
const HOSTILE: &str = "\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}2J\u{202e}bidi\u{200b}\u{8}";

fn is_hostile(c: char, format: &str) -> bool {
    let allowed =
        c == '\n' || c == '\t' || (c == '\r' && format == "csv") || (c == '\u{1b}' && format == "ansi");
    (c.is_control() && !allowed)
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[test]
fn nothing_in_a_briefing_acts_on_the_terminal_in_any_format() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hostile.txt");
    let text = format!(
        "Title {HOSTILE}\n\nBy Ann {HOSTILE} Lee\n\nWARSAW, March 3, 2031 – Poland will send 1,200 {HOSTILE} soldiers to \
         Romania, “we {HOSTILE} go,” said Colonel Dana {HOSTILE} Reyes. &#27;[2J &#x1b;]0;x&#7;\n"
    );
    fs::write(&file, text).unwrap();
    let page = folder.path().join("hostile.html");
    fs::write(
        &page,
        "<html><head><title>T&#27;]0;owned&#7; x</title></head><body><article><h1>T&#27;[2J x</h1><p>Poland will send \
         1,200 soldiers&#27;[31m to Romania this week&#x9b;2J, said Colonel Dana&#8238; Reyes, who spoke at length \
         about the move and its reasons.</p><p>“We go&#27;c,” said Reyes.</p></article></body></html>",
    )
    .unwrap();
    for file in [&file, &page] {
        for format in FORMATS {
            let output = run([
                OsStr::new("export"),
                OsStr::new("--format"),
                OsStr::new(format),
                file.as_os_str(),
            ]);
            let written = out(&output);
            let bad: String = written.chars().filter(|&c| is_hostile(c, format)).collect();
            assert_eq!(bad, "", "{format}");
            if format == "ansi" {
                assert_only_colours(&written);
            }
        }
    }
}

/// Fails when an escape is anything but a change of colour.
fn assert_only_colours(screen: &str) {
    for sequence in screen.split('\u{1b}').skip(1) {
        let end = sequence.find('m').unwrap();
        let codes = sequence.get(1..end).unwrap();
        assert!(sequence.starts_with('['));
        assert!(codes.chars().all(|c| c.is_ascii_digit() || c == ';'), "{codes}");
    }
}

#[cfg(unix)]
#[test]
fn neither_a_file_name_nor_an_option_acts_on_the_terminal() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let name = OsStr::from_bytes(b"a\x1b[31mred\x1b]0;t\x07\xc2\x9b2J\xe2\x80\xae\xff.txt");
    let file = folder.path().join(name);
    let absent = run([&file]);
    assert!(
        !err(&absent).chars().any(|c| is_hostile(c, "")),
        "{}",
        err(&absent)
    );
    assert_eq!(err(&absent).lines().count(), 1);
    fs::write(&file, ARTICLE).unwrap();
    for format in FORMATS {
        let output = run([
            OsStr::new("export"),
            OsStr::new("--format"),
            OsStr::new(format),
            file.as_os_str(),
        ]);
        assert!(!out(&output).chars().any(|c| is_hostile(c, format)), "{format}");
    }
    let written = folder.path().join(OsStr::from_bytes(b"out\x1b[2J.txt"));
    let output = run([
        OsStr::new("export"),
        OsStr::new("-o"),
        written.as_os_str(),
        file.as_os_str(),
    ]);
    assert!(output.status.success() && written.exists());
    assert!(!err(&output).chars().any(|c| is_hostile(c, "")));
    for word in ["--\u{1b}[31m", "--format=\u{1b}]0;t\u{7}"] {
        let output = run(["export", word, "x"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            !err(&output).chars().any(|c| is_hostile(c, "")),
            "{}",
            err(&output)
        );
    }
}

#[test]
fn no_cell_of_the_table_starts_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("=cmd.txt");
    fs::write(
        &file,
        "Poland will send 1,200 soldiers of the =HYPERLINK(\"x\") Brigade to Romania, @Reyes said.\n\n\
         -300 of the 1,200 troops will deploy to +Romania.\n",
    )
    .unwrap();
    let output = briefing(["export", "--format", "csv", "=cmd.txt"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let table = out(&output);
    let mut quoted = false;
    let mut first = true;
    for c in table.chars() {
        if first {
            assert!(!matches!(c, '=' | '+' | '-' | '@' | '\t'), "{table}");
        }
        first = match c {
            '"' => {
                let opens = first;
                quoted = !quoted;
                opens
            }
            ',' | '\n' if !quoted => true,
            _ => false,
        };
    }
}

#[test]
fn the_schema_describes_what_is_printed() {
    let schema: Value = serde_json::from_str(&out(&run(["schema"]))).unwrap();
    for sample in ["deployment", "conference", "release"] {
        let printed = out(&run(["export", "--format", "json", "--sample", sample]));
        let value: Value = serde_json::from_str(&printed).unwrap();
        if let Err(why) = fits(&value, &schema, &schema) {
            panic!("{sample}: {why}");
        }
    }
    let wrong = serde_json::json!({"schema": "one"});
    assert!(fits(&wrong, &schema, &schema).is_err());
}

/// Whether `value` fits `schema`, in the words of JSON Schema that the program's own schema uses.
fn fits(value: &Value, schema: &Value, root: &Value) -> Result<(), String> {
    let Value::Object(rules) = schema else {
        return Ok(());
    };
    if let Some(reference) = rules.get("$ref").and_then(Value::as_str) {
        let target = reference.strip_prefix('#').and_then(|path| root.pointer(path));
        fits(
            value,
            target.ok_or_else(|| format!("{reference} leads nowhere"))?,
            root,
        )?;
    }
    if let Some(Value::Array(choices)) = rules.get("anyOf").or_else(|| rules.get("oneOf"))
        && !choices.iter().any(|choice| fits(value, choice, root).is_ok())
    {
        return Err(format!("{value} fits none of {choices:?}"));
    }
    if let Some(Value::Array(values)) = rules.get("enum")
        && !values.contains(value)
    {
        return Err(format!("{value} is none of {values:?}"));
    }
    if rules.get("const").is_some_and(|constant| constant != value) {
        return Err(format!("{value} is not {}", rules["const"]));
    }
    let kinds: Vec<&str> = match rules.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let is = |kind: &str| match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    };
    if !kinds.is_empty() && !kinds.iter().any(|kind| is(kind)) {
        return Err(format!("{value} is no {kinds:?}"));
    }
    if let (Some(items), Value::Array(values)) = (rules.get("items"), value) {
        for item in values {
            fits(item, items, root)?;
        }
    }
    if let Value::Object(fields) = value {
        for name in rules
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            if !fields.contains_key(name) {
                return Err(format!("{name} is missing"));
            }
        }
        if let Some(Value::Object(known)) = rules.get("properties") {
            for (name, field) in fields {
                let rule = known
                    .get(name)
                    .ok_or_else(|| format!("{name} is not in the schema"))?;
                fits(field, rule, root).map_err(|why| format!("{name}: {why}"))?;
            }
        }
    }
    Ok(())
}

#[test]
fn pictures_have_the_theme_and_the_styles_of_the_user() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("briefing");
    fs::create_dir(&own).unwrap();
    fs::write(
        own.join("config.toml"),
        "theme = \"light\"\n\n[style]\ntitle = \"#123456\"\n",
    )
    .unwrap();
    let picture = |home: &Path, words: &[&str]| {
        let mut command = briefing(["export", "--format", "svg", "--sample", "release"]);
        out(&command.args(words).env("XDG_CONFIG_HOME", home).output().unwrap())
    };
    let light = ["--theme", "light"];
    let nobody = picture(&own, &light);
    let mine = picture(folder.path(), &[]);
    assert!(mine.contains("#123456") && !nobody.contains("#123456"));
    assert_eq!(mine, picture(folder.path(), &light));
    assert_ne!(mine, picture(folder.path(), &["--theme", "dark"]));
}
