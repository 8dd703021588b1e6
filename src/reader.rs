//! Opens the reader over an input: joins the command line, the worker, the exports and the terminal.

use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::analysis::Context;
use crate::app::shelf::Entry;
use crate::app::{App, Target};
use crate::article::{self, Article, Form};
use crate::cli::{Cli, Reading};
use crate::config::Patch;
use crate::editor::{Call, line_of};
use crate::error::{Error, shown};
use crate::export::{self, Format};
use crate::sample::Sample;
use crate::settings::{self, Settings};
use crate::source::{self, Input, name_of};
use crate::term::{self, Edit, RunError, Setup};
use crate::ui::picture;

/// From this size on, a plain text's beginning is shown while the whole is being opened, in bytes.
const LARGE: u64 = 192 << 10;

/// How much of it is shown, in bytes.
const BEGINNING: u64 = 32 << 10;

/// Columns of a summary that the export menu writes.
const WIDTH: usize = 100;

/// Reads `inputs` until the reader quits: one at once, several from a list.
pub fn run(cli: &Cli, inputs: Vec<Input>) -> Result<(), RunError> {
    let settings = Settings::read(cli);
    let (wanted, mouse) = (settings.wanted(cli.look.theme), settings.mouse(cli.no_mouse));
    let styles = settings.styles();
    let drawn = styles.clone();
    let copy = settings.copy();
    let hyperlinks = settings.hyperlinks().unwrap_or_else(term::knows_links);
    let hooks = settings::hooks(settings);
    let reading = cli.reading.clone();
    let (edited, watched) = (inputs.clone(), inputs.clone());
    // Copies stay until the end: an editor with windows of its own may read them late.
    let copies = RefCell::new(Vec::new());
    term::run(Setup {
        context: Context { date: reading.date },
        shelf: entries(&inputs),
        open: Box::new(move |at| {
            let (input, reading) = (inputs.get(at).cloned(), reading.clone());
            Box::new(move |preview| match &input {
                Some(input) => open(input, &reading, preview),
                None => Ok(Article::default()),
            })
        }),
        scheme: term::scheme(wanted),
        mouse,
        hyperlinks,
        styles,
        export: Box::new(move |target, app| write(target, app, &drawn)),
        copy,
        clip: Box::new(clip()),
        edit: Box::new(move |app, at| edit(edited.get(app.books().current), app, at, &copies)),
        file: Box::new(move |at| watched.get(at).and_then(path_of).map(Path::to_owned)),
        prepare: hooks.prepare,
        loaded: hooks.loaded,
        keep: hooks.keep,
        seen: hooks.seen,
        known: Vec::new(),
    })
}

/// What the list says of each input; the folder that all of them lie in is left out.
fn entries(inputs: &[Input]) -> Vec<Entry> {
    let mut folders = inputs.iter().map(|input| path_of(input)?.parent());
    let mut common = folders.next().flatten();
    for folder in folders {
        while let Some(least) = common {
            if folder.is_some_and(|folder| folder.starts_with(least)) {
                break;
            }
            common = folder.and_then(|_| least.parent());
        }
    }
    // Without the root a path would be another one.
    let common = common.filter(|folder| folder.parent().is_some());
    let shorter = |input: &Input| match (input, common) {
        (Input::Path(path), Some(common)) => {
            let rest = path.strip_prefix(common).unwrap_or(path);
            entry(&Input::Path(rest.to_owned()))
        }
        _ => entry(input),
    };
    inputs.iter().map(shorter).collect()
}

fn entry(input: &Input) -> Entry {
    let about = match input {
        Input::Sample { name, .. } => Sample::by_name(name).map_or("", |sample| sample.about),
        _ => "",
    };
    Entry {
        name: name_of(&input.place()).to_string(),
        about: about.to_owned(),
        sample: matches!(input, Input::Sample { .. }),
        ..Entry::default()
    }
}

/// Opens an input; of a large plain text, the beginning goes to `preview` first.
fn open(input: &Input, reading: &Reading, preview: &mut dyn FnMut(Article)) -> Result<Article, Error> {
    if let Input::Path(path) = input
        && let Some(beginning) = beginning(path, input, reading)
    {
        preview(beginning);
    }
    reading.article(input)
}

/// The first part of a large file, if it reads as plain text or a transcript: forms in which a part is an article too.
fn beginning(path: &Path, input: &Input, reading: &Reading) -> Option<Article> {
    let meta = std::fs::metadata(path).ok()?;
    if !meta.is_file() || meta.len() < LARGE {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path)
        .ok()?
        .take(BEGINNING)
        .read_to_end(&mut bytes)
        .ok()?;
    // What the cut leaves of a character is no sign of another encoding.
    while bytes.last().is_some_and(|b| !b.is_ascii()) {
        bytes.pop();
    }
    let text = String::from_utf8(bytes).ok()?;
    let source = source::SourceText::new(input.place(), text);
    let form = reading.form().unwrap_or_else(|| article::detect(&source));
    if !matches!(form, Form::Text | Form::Transcript) {
        return None;
    }
    article::parse(source, Some(form)).ok()
}

/// Writes what the export menu asked for to a new file in the current folder; says where. Pictures have the styles of the
/// screen.
fn write(target: Target, app: &mut App, styles: &[(String, Patch)]) -> Result<String, String> {
    let (format, content) = match target {
        Target::Text => made(Format::Text, app),
        Target::Markdown => made(Format::Markdown, app),
        Target::Html => made(Format::Html, app),
        Target::Json => made(Format::Json, app),
        Target::Csv => made(Format::Csv, app),
        Target::Svg => {
            let frame = picture::frame(app, app.size(), styles);
            (Format::Svg, picture::svg(&frame, app.scheme(), app.title()))
        }
        Target::Ansi => {
            let frame = picture::frame(app, app.size(), styles);
            (Format::Ansi, picture::ansi(&frame))
        }
    };
    let stem = export::file_stem(app.article());
    export::write::to_new_file(Path::new(""), &stem, format.extension(), &content)
        .map(|path| path.display().to_string())
        .map_err(|error| error.to_string())
}

fn made(format: Format, app: &App) -> (Format, String) {
    (format, export::file(format, app.article(), app.analysis(), WIDTH))
}

/// Writes copied texts, one below the other, to one new file for each run: beside the exports, or where nothing can be
/// written there, in the folder for temporary files.
fn clip() -> impl FnMut(&App, &str) -> Result<String, String> {
    let mut file: Option<PathBuf> = None;
    move |app, text| {
        if let Some(path) = &file {
            let added = OpenOptions::new()
                .append(true)
                .open(path)
                .and_then(|mut open| write!(open, "\n{text}\n"));
            if added.is_ok() {
                return Ok(shown(path).into_string());
            }
        }
        let stem = format!("{}-copied", export::file_stem(app.article()));
        let text = format!("{text}\n");
        let path = export::write::to_new_file(Path::new(""), &stem, "txt", &text)
            .or_else(|error| private_file(&stem, &text).map_err(|_second| error))
            .map_err(|error| error.to_string())?;
        let said = shown(&path).into_string();
        file = Some(path);
        Ok(said)
    }
}

/// A file in the folder for temporary files that only the user can read, and that stays.
fn private_file(stem: &str, text: &str) -> std::io::Result<PathBuf> {
    let mut file = tempfile::Builder::new()
        .prefix(&format!("{stem}-"))
        .suffix(".txt")
        .tempfile()?;
    file.write_all(text.as_bytes())?;
    let (_, path) = file.keep().map_err(|error| error.error)?;
    Ok(path)
}

fn path_of(input: &Input) -> Option<&Path> {
    match input {
        Input::Path(path) => Some(path),
        _ => None,
    }
}

/// The longest file in which the line is looked for, in bytes.
const SEARCHED: u64 = 64 << 20;

/// What to start for the reader's editor: on the file itself at the line of byte `at`, or on a copy of the text where there is
/// no file that an editor could show.
fn edit(
    input: Option<&Input>,
    app: &App,
    at: usize,
    copies: &RefCell<Vec<tempfile::TempPath>>,
) -> Result<Edit, String> {
    let [visual, editor] = ["VISUAL", "EDITOR"].map(std::env::var_os);
    let call = |file: &Path, line| Call::new(visual.as_deref(), editor.as_deref(), file, line);
    if let Some(path) = input.and_then(path_of)
        && let Ok(meta) = std::fs::metadata(path)
        && meta.is_file()
        && path.extension().is_none_or(|e| e != "gz")
    {
        let line = if meta.len() > SEARCHED {
            1
        } else {
            let raw = source::open(&Input::Path(path.to_owned())).map_err(|error| error.to_string())?;
            line_of(&raw.text, app.article(), at)
        };
        return Ok(Edit {
            call: call(path, line),
            what: format!("{} at line {line}", app.name()),
            original: true,
        });
    }
    let copy =
        copy_of(app.article()).map_err(|error| format!("No copy for the editor could be made: {error}"))?;
    let before = app.article().text.get(..at).unwrap_or_default();
    let edit = Edit {
        call: call(&copy, before.matches('\n').count() + 1),
        what: "a copy to read only, since there is no file of it here".to_owned(),
        original: false,
    };
    copies.borrow_mut().push(copy);
    Ok(edit)
}

/// The text in a private file that cannot be written.
fn copy_of(article: &Article) -> std::io::Result<tempfile::TempPath> {
    let mut file = tempfile::Builder::new()
        .prefix("briefing-")
        .suffix(".txt")
        .tempfile()?;
    file.write_all(article.text.as_bytes())?;
    file.flush()?;
    let mut permissions = file.as_file().metadata()?.permissions();
    permissions.set_readonly(true);
    file.as_file().set_permissions(permissions)?;
    Ok(file.into_temp_path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_leaves_out_the_folder_that_all_lie_in() {
        let names = |paths: &[&str]| -> Vec<String> {
            let inputs: Vec<_> = paths.iter().map(|p| Input::Path(p.into())).collect();
            entries(&inputs).into_iter().map(|e| e.name).collect()
        };
        assert_eq!(names(&["in/a.txt", "in/b.txt"]), ["a.txt", "b.txt"]);
        assert_eq!(
            names(&["in/mon/a.txt", "in/tue/a.txt"]),
            ["mon/a.txt", "tue/a.txt"]
        );
        assert_eq!(names(&["/x/a.txt", "b.txt"]), ["/x/a.txt", "b.txt"]);
        assert_eq!(names(&["/x/a.txt", "/y/b.txt"]), ["/x/a.txt", "/y/b.txt"]);
        assert_eq!(names(&["a.txt"]), ["a.txt"]);
    }
}
