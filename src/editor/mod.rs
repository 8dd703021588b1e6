//! The article in the reader's own editor: which program, with which words, at which line.

mod line;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

pub use line::line_of;

/// The program that is started when neither `$VISUAL` nor `$EDITOR` names one.
const FALLBACK: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// How a program is told the line to begin at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// `+12 file`.
    Plus,
    /// `--goto file:12`.
    Goto,
    /// `file:12`.
    Colon,
    /// `--line 12 file`.
    Line,
    /// `-n12 file`.
    N,
    /// Not at all.
    Bare,
}

/// Programs by the name of their file, and how each is told the line; from their own manuals.
const MANNERS: &[(&str, Manner)] = &[
    ("vi", Manner::Plus),
    ("vim", Manner::Plus),
    ("nvim", Manner::Plus),
    ("nvi", Manner::Plus),
    ("view", Manner::Plus),
    ("vimx", Manner::Plus),
    ("gvim", Manner::Plus),
    ("ex", Manner::Plus),
    ("elvis", Manner::Plus),
    ("vis", Manner::Plus),
    ("nano", Manner::Plus),
    ("rnano", Manner::Plus),
    ("pico", Manner::Plus),
    ("emacs", Manner::Plus),
    ("emacsclient", Manner::Plus),
    ("mg", Manner::Plus),
    ("zile", Manner::Plus),
    ("jove", Manner::Plus),
    ("micro", Manner::Plus),
    ("kak", Manner::Plus),
    ("joe", Manner::Plus),
    ("jmacs", Manner::Plus),
    ("jstar", Manner::Plus),
    ("ne", Manner::Plus),
    ("mcedit", Manner::Plus),
    ("gedit", Manner::Plus),
    ("less", Manner::Plus),
    ("more", Manner::Plus),
    ("most", Manner::Plus),
    ("editor", Manner::Plus),
    ("sensible-editor", Manner::Plus),
    ("code", Manner::Goto),
    ("code-insiders", Manner::Goto),
    ("codium", Manner::Goto),
    ("vscodium", Manner::Goto),
    ("cursor", Manner::Goto),
    ("hx", Manner::Colon),
    ("helix", Manner::Colon),
    ("subl", Manner::Colon),
    ("zed", Manner::Colon),
    ("kate", Manner::Line),
    ("notepad++", Manner::N),
];

/// A program to start, with all its words; no shell reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The program.
    pub program: OsString,
    /// Its words.
    pub words: Vec<OsString>,
}

impl Call {
    /// How the reader's editor shows `file` at `line`. `visual` and `editor` are the two variables' values.
    pub fn new(visual: Option<&OsStr>, editor: Option<&OsStr>, file: &Path, line: usize) -> Self {
        let named = [visual, editor].into_iter().flatten().find(|v| !v.is_empty());
        let mut words: Vec<OsString> = match named.map(|v| v.to_str().ok_or(v)) {
            None => Vec::new(),
            Some(Ok(text)) => split(text).into_iter().map(OsString::from).collect(),
            // Not in the encoding that can be split: the whole is the program's path.
            Some(Err(whole)) => vec![whole.to_owned()],
        };
        if words.is_empty() {
            words.push(FALLBACK.into());
        }
        let program = words.remove(0);
        let line = line.max(1);
        let file = guarded(file);
        let at = |sign: &str| {
            let mut word = file.as_os_str().to_owned();
            word.push(format!("{sign}{line}"));
            word
        };
        match manner(&program) {
            Manner::Plus => words.extend([format!("+{line}").into(), file.into()]),
            Manner::Goto => words.extend(["--goto".into(), at(":")]),
            Manner::Colon => words.push(at(":")),
            Manner::Line => words.extend(["--line".into(), line.to_string().into(), file.into()]),
            Manner::N => words.extend([format!("-n{line}").into(), file.into()]),
            Manner::Bare => words.push(file.into()),
        }
        Self { program, words }
    }

    /// The program's name for a message.
    pub fn name(&self) -> String {
        crate::clean::Clean::line(&self.program.to_string_lossy()).into_string()
    }
}

/// A path that no program takes for an option.
fn guarded(file: &Path) -> PathBuf {
    match file.as_os_str().as_encoded_bytes().first() {
        Some(b'-' | b'+') => Path::new(".").join(file),
        _ => file.to_owned(),
    }
}

fn manner(program: &OsStr) -> Manner {
    let name = Path::new(program)
        .file_name()
        .unwrap_or(program)
        .to_string_lossy();
    let name = name.to_lowercase();
    let name = name
        .strip_suffix(".exe")
        .or_else(|| name.strip_suffix(".cmd"))
        .unwrap_or(&name);
    MANNERS
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(Manner::Bare, |(_, manner)| *manner)
}

/// The words of a variable such as `code --wait` or `"/opt/my editor/ed" -n`, quotation marks taken off.
fn split(value: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = value.chars();
    while let Some(c) = letters.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            // On Windows it parts folders.
            (None | Some('"'), '\\') if !cfg!(windows) => word.get_or_insert_default().extend(letters.next()),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(visual: &str, editor: &str, file: &str) -> String {
        let set = |v: &str| (!v.is_empty()).then(|| OsString::from(v));
        let call = Call::new(
            set(visual).as_deref(),
            set(editor).as_deref(),
            Path::new(file),
            12,
        );
        let words = call.words.iter().map(|w| w.to_string_lossy().into_owned());
        std::iter::once(call.name())
            .chain(words)
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        for (visual, editor, wanted) in [
            ("vim", "nano", "vim|+12|a.txt"),
            ("", "nano", "nano|+12|a.txt"),
            (
                "",
                "/usr/bin/emacsclient -nw",
                "/usr/bin/emacsclient|-nw|+12|a.txt",
            ),
            ("code --wait", "vi", "code|--wait|--goto|a.txt:12"),
            ("hx", "", "hx|a.txt:12"),
            ("kate", "", "kate|--line|12|a.txt"),
            ("my-own", "", "my-own|a.txt"),
            (
                "'/opt/an editor/vim' -u \"my rc\"",
                "",
                "/opt/an editor/vim|-u|my rc|+12|a.txt",
            ),
        ] {
            assert_eq!(call(visual, editor, "a.txt"), wanted);
        }
    }

    #[test]
    fn without_a_variable_there_is_a_fallback_and_no_file_is_taken_for_an_option() {
        assert!(call("", " ", "a.txt").starts_with(FALLBACK));
        for file in ["-R", "+x"] {
            let words = call("vi", "", file);
            assert!(
                words.ends_with(&format!("+12|.{}{file}", std::path::MAIN_SEPARATOR)),
                "{words}"
            );
        }
    }

    #[test]
    fn no_shell_reads_the_variable() {
        assert_eq!(call("vi; rm -r $HOME `x`", "", "a"), "vi;|rm|-r|$HOME|`x`|a");
    }
}
