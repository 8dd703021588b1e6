//! `config.toml`: what the reader likes. Three layers: the program's defaults, this file, the command line's flags.
//!
//! It lies in `$XDG_CONFIG_HOME/briefing` or `~/.config/briefing`, also on macOS, and in `%APPDATA%\briefing` on Windows.
//! A mistake never stops the program: it is told with its line and a remedy, and the default stays.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use thiserror::Error;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::app::layout::Align;
use crate::app::{Action, Group, Panes, TABLE, default_keymap};
use crate::clean::Clean;
use crate::keys::{Key, Keymap, parse, show};

/// The names of the themes.
pub const THEMES: [&str; 5] = ["auto", "ansi", "dark", "light", "mono"];
/// The names of the export formats that may be the default.
pub const FORMATS: [&str; 7] = ["markdown", "text", "html", "json", "csv", "svg", "ansi"];
/// What a theme has a style for.
pub const STYLES: [&str; 25] = [
    "text",
    "heading",
    "aside",
    "chrome",
    "title",
    "focused",
    "unfocused",
    "selected",
    "chosen",
    "sentence",
    "bar",
    "reported",
    "evidence",
    "underlined",
    "hit",
    "current-hit",
    "key",
    "message",
    "warning",
    "unreal",
    "denied",
    "boxed",
    "note",
    "coast",
    "link",
];
/// Narrowest and widest text column.
const WIDTHS: (i64, i64) = (32, 120);

/// What the file says; `None` where it says nothing.
#[derive(Debug, Default)]
pub struct Config {
    /// One of [`THEMES`].
    pub theme: Option<String>,
    /// Styles laid over the theme: one of [`STYLES`], and what changes.
    pub styles: Vec<(String, Patch)>,
    /// Widest text column.
    pub width: Option<u16>,
    /// Where the text column stands in its pane.
    pub align: Option<Align>,
    /// How many panes.
    pub layout: Option<Panes>,
    /// Whether the mouse is taken.
    pub mouse: Option<bool>,
    /// Where copies go: `auto`, `terminal`, `file`.
    pub copy: Option<String>,
    /// Whether the terminal is given links: `auto`, `on`, `off`.
    pub links: Option<String>,
    /// Whether a file that changes is read again.
    pub reload: Option<bool>,
    /// Whether place and notes are remembered.
    pub state: Option<bool>,
    /// Whether the font has Braille and arrows for the map.
    pub braille: Option<bool>,
    /// One of [`FORMATS`].
    pub export: Option<String>,
    /// Keys that differ from the defaults, in the order of the file.
    keys: Vec<(Action, Vec<Vec<Key>>, usize)>,
    /// What is wrong with the file.
    pub mistakes: Vec<Mistake>,
}

/// Something wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from one.
    pub line: usize,
    /// What is wrong and what may stand there instead.
    pub message: String,
}

/// A change of a style: only what is given changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// Letters.
    pub fg: Option<Colour>,
    /// Ground.
    pub bg: Option<Colour>,
    /// Attributes that are added (`true`) or taken away.
    pub attributes: Vec<(Attribute, bool)>,
}

/// A colour by one of the three ways that terminals know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The terminal's own.
    Default,
    /// One of 256; the first 16 are the terminal's.
    Indexed(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

/// What letters can be beside coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// **Bold**.
    Bold,
    /// Faint.
    Dim,
    /// Slanted.
    Italic,
    /// Underlined.
    Underline,
    /// Letters and ground exchanged.
    Reverse,
    /// Struck through.
    Strike,
}

const ATTRIBUTES: [(&str, Attribute); 6] = [
    ("bold", Attribute::Bold),
    ("dim", Attribute::Dim),
    ("italic", Attribute::Italic),
    ("underline", Attribute::Underline),
    ("reverse", Attribute::Reverse),
    ("strike", Attribute::Strike),
];

const COLOURS: [&str; 8] = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
];

/// Why the file could not be read or written.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: Clean,
        /// Why.
        source: io::Error,
    },
    /// `--init` found one.
    #[error("{0} exists already and is left as it is; edit it, or move it away first")]
    Exists(Clean),
    /// There is no home to put it in.
    #[error("no home folder is known; give the file with --config FILE")]
    NoHome,
}

impl Patch {
    /// Reads `bold yellow on #202020`, `not italic`, `default on blue`.
    ///
    /// # Errors
    ///
    /// The first word that is none, with what may be written.
    pub fn parse(words: &str) -> Result<Self, String> {
        let mut patch = Self::default();
        let (mut ground, mut not) = (false, false);
        for word in words.split_whitespace() {
            let attribute = ATTRIBUTES.iter().find(|(name, _)| *name == word);
            if word == "on" {
                ground = true;
            } else if word == "not" {
                not = true;
            } else if let Some(&(_, attribute)) = attribute {
                patch.attributes.push((attribute, !not));
                not = false;
            } else if let Some(colour) = Colour::parse(word) {
                *(if ground { &mut patch.bg } else { &mut patch.fg }) = Some(colour);
                ground = false;
            } else {
                let names = ATTRIBUTES.map(|(name, _)| name).join(", ");
                return Err(format!(
                    "“{word}” is no colour and no attribute; write for instance  bold yellow on #202020 ({names}; {}, bright-…, default, 0–255, #rrggbb)",
                    COLOURS.join(", ")
                ));
            }
        }
        Ok(patch)
    }
}

impl Colour {
    fn parse(word: &str) -> Option<Self> {
        if word == "default" {
            return Some(Self::Default);
        }
        if let Some(hex) = word.strip_prefix('#') {
            let value = u32::from_str_radix(hex, 16).ok().filter(|_| hex.len() == 6)?;
            return Some(Self::Rgb((value >> 16) as u8, (value >> 8) as u8, value as u8));
        }
        let (bright, name) = word.strip_prefix("bright-").map_or((0, word), |name| (8, name));
        if let Some(at) = COLOURS.iter().position(|c| *c == name) {
            return Some(Self::Indexed(at as u8 + bright));
        }
        word.parse().ok().map(Self::Indexed)
    }
}

impl Config {
    /// Where the user's file is, whether or not it exists.
    pub fn path() -> Option<PathBuf> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.config_dir().join("briefing").join("config.toml"))
    }

    /// Reads the file at `path`; a file that does not exist says nothing.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        match fs::read_to_string(path) {
            Ok(text) => Ok(Self::parse(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(ConfigError::Io {
                path: Clean::line(&path.to_string_lossy()),
                source,
            }),
        }
    }

    /// Reads the text of a file.
    pub fn parse(text: &str) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reading {
            text,
            config: Self::default(),
        };
        for error in errors {
            reader.wrong(error.span().unwrap_or_default(), error.message());
        }
        reader.file(table.get_ref());
        let mut config = reader.config;
        let (_, clashes) = config.keymap();
        config.mistakes.extend(clashes);
        config.mistakes.sort_by_key(|m| m.line);
        config
    }

    /// The keymap of the table with the file's keys, and what clashed; what clashes keeps its default keys.
    pub fn keymap(&self) -> (Keymap<Action>, Vec<Mistake>) {
        let mut map = default_keymap();
        let mut mistakes = Vec::new();
        // All at first, so that two actions can exchange their keys.
        for (action, ..) in &self.keys {
            map.unbind(*action);
        }
        for (action, sequences, line) in &self.keys {
            let spec = action.spec();
            for keys in sequences {
                if let Err(clash) = map.bind(keys, spec.contexts, *action) {
                    mistakes.push(Mistake {
                        line: *line,
                        message: format!(
                            "`{}` cannot be a key of {}, since {} has `{}`; give that another key, or choose a free one",
                            show(keys),
                            spec.id,
                            clash.held_by.spec().id,
                            show(&clash.keys)
                        ),
                    });
                    for default in spec.keys.iter().filter_map(|k| parse(k).ok()) {
                        let _ = map.bind(&default, spec.contexts, *action);
                    }
                }
            }
        }
        (map, mistakes)
    }

    /// Writes the commented defaults to `path`, which must not exist.
    pub fn init(path: &Path) -> Result<(), ConfigError> {
        let failed = |source: io::Error| ConfigError::Io {
            path: Clean::line(&path.to_string_lossy()),
            source,
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let mut file = fs::File::create_new(path).map_err(|error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                ConfigError::Exists(Clean::line(&path.to_string_lossy()))
            } else {
                failed(error)
            }
        })?;
        file.write_all(commented().as_bytes()).map_err(failed)
    }
}

/// The defaults as a file in which every line is a comment.
pub fn commented() -> String {
    let mut out = String::from(
        "# briefing: what you like. Take the # from a line to change it; what is left out keeps its default.\n\
         # The command line wins over this file.\n\n\
         # auto asks the terminal once for its background; ansi uses the terminal's own colours.\n",
    );
    let _ = writeln!(out, "# theme = \"ansi\"         # {}", THEMES.join(", "));
    let _ = writeln!(
        out,
        "# width = 72             # widest text column, {} to {}",
        WIDTHS.0, WIDTHS.1
    );
    out.push_str(
        "# align = \"left\"         # left, centre: where the text stands in a pane that is wider\n\
         # layout = \"three\"       # three, two, one: how many panes\n\
         # mouse = true           # wheel and click; M switches while reading\n\
         # reload = true          # read a file again that changes on disk; R switches while reading\n\
         # copy = \"auto\"          # auto, terminal, file: where y puts things; a file lies beside the exports\n\
         # links = \"auto\"         # auto, on, off: whether the terminal is given the links in the text\n\
         # state = true           # remember place, marks, notes and corrections (private, on this machine)\n\
         # map = \"braille\"        # braille, ascii: what the font can show\n",
    );
    let _ = writeln!(
        out,
        "# export = \"markdown\"    # what e offers first: {}\n",
        FORMATS.join(", ")
    );
    out.push_str(
        "# Styles laid over the theme, for instance  selected = \"bold black on yellow\"\n# [style]\n",
    );
    for name in STYLES {
        let _ = writeln!(out, "# {name} = \"\"");
    }
    out.push_str("\n# Keys by action, in vim's notation: \"j\", \"zt\", \"<C-d>\", \"<A-Left>\", \"<Space>\". [] takes all keys away.\n# [keys]\n");
    for group in Group::ALL {
        let _ = writeln!(out, "# -- {}", group.title());
        for spec in TABLE.iter().filter(|spec| spec.group == group) {
            let keys: Vec<_> = spec.keys.iter().map(|k| format!("{k:?}")).collect();
            let _ = writeln!(out, "# {} = [{}]  # {}", spec.id, keys.join(", "), spec.help);
        }
    }
    out
}

struct Reading<'a> {
    text: &'a str,
    config: Config,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reading<'_> {
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        1 + before.matches('\n').count()
    }

    fn wrong(&mut self, span: Range<usize>, message: impl AsRef<str>) {
        let line = self.line(&span);
        self.config.mistakes.push(Mistake {
            line,
            message: Clean::line(message.as_ref()).as_str().to_owned(),
        });
    }

    fn file(&mut self, table: &DeTable<'_>) {
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "theme" => self.config.theme = self.one_of(value, &THEMES),
                "export" => self.config.export = self.one_of(value, &FORMATS),
                "layout" => {
                    self.config.layout = self.one_of(value, &["three", "two", "one"]).map(|name| match name
                        .as_str()
                    {
                        "three" => Panes::Three,
                        "two" => Panes::Two,
                        _ => Panes::One,
                    });
                }
                "align" => {
                    let names = [Align::Left, Align::Centre];
                    let found = self.one_of(value, &names.map(Align::name));
                    self.config.align =
                        found.and_then(|name| names.into_iter().find(|align| align.name() == name));
                }
                "map" => {
                    self.config.braille = self.one_of(value, &["braille", "ascii"]).map(|n| n == "braille");
                }
                "width" => self.config.width = self.number(value),
                "mouse" => self.config.mouse = self.yes_or_no(value),
                "copy" => self.config.copy = self.one_of(value, &["auto", "terminal", "file"]),
                "links" => self.config.links = self.one_of(value, &["auto", "on", "off"]),
                "reload" => self.config.reload = self.yes_or_no(value),
                "state" => self.config.state = self.yes_or_no(value),
                "style" => self.styles(value),
                "keys" => self.keys(value),
                other => {
                    let known = [
                        "theme", "width", "align", "layout", "mouse", "reload", "copy", "links", "state",
                        "map", "export", "style", "keys",
                    ];
                    let message = format!("nothing is called “{other}”; {}", near(other, &known));
                    self.wrong(name.span(), message);
                }
            }
        }
    }

    fn one_of(&mut self, value: &Value<'_>, names: &[&str]) -> Option<String> {
        let found = value
            .get_ref()
            .as_str()
            .filter(|word| names.contains(word))
            .map(str::to_owned);
        if found.is_none() {
            let written = self.text.get(value.span()).unwrap_or_default().to_owned();
            self.wrong(
                value.span(),
                format!("{written} is none of \"{}\"", names.join("\", \"")),
            );
        }
        found
    }

    fn number(&mut self, value: &Value<'_>) -> Option<u16> {
        let (least, most) = WIDTHS;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        let found = number.filter(|n| (least..=most).contains(n));
        if found.is_none() {
            self.wrong(
                value.span(),
                format!("a whole number from {least} to {most} goes here"),
            );
        }
        found.map(|n| n as u16)
    }

    fn yes_or_no(&mut self, value: &Value<'_>) -> Option<bool> {
        let found = value.get_ref().as_bool();
        if found.is_none() {
            self.wrong(value.span(), "true or false goes here, without quotation marks");
        }
        found
    }

    fn styles(&mut self, value: &Value<'_>) {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(
                value.span(),
                "[style] is a table: one line for each style under it",
            );
            return;
        };
        for (name, value) in table {
            let known = name.get_ref().as_ref();
            if !STYLES.contains(&known) {
                self.wrong(
                    name.span(),
                    format!("no style is called “{known}”; {}", near(known, &STYLES)),
                );
                continue;
            }
            match value.get_ref().as_str().map(Patch::parse) {
                Some(Ok(patch)) => self.config.styles.push((known.to_owned(), patch)),
                Some(Err(message)) => self.wrong(value.span(), message),
                None => self.wrong(value.span(), "a style goes here, such as \"bold yellow on blue\""),
            }
        }
    }

    fn keys(&mut self, value: &Value<'_>) {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(
                value.span(),
                "[keys] is a table: one line for each action under it",
            );
            return;
        };
        for (name, value) in table {
            let id = name.get_ref().as_ref();
            let Some(action) = Action::by_id(id) else {
                let ids: Vec<_> = TABLE.iter().map(|spec| spec.id).collect();
                self.wrong(
                    name.span(),
                    format!("no action is called “{id}”; {}", near(id, &ids)),
                );
                continue;
            };
            let Some(sequences) = self.sequences(value) else {
                continue;
            };
            let line = self.line(&name.span());
            self.config.keys.push((action, sequences, line));
        }
    }

    fn sequences(&mut self, value: &Value<'_>) -> Option<Vec<Vec<Key>>> {
        let one = std::slice::from_ref(value);
        let items: Vec<&Value<'_>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => one.iter().collect(),
        };
        let mut sequences = Vec::new();
        for item in items {
            match item.get_ref().as_str().map(parse) {
                Some(Ok(keys)) => sequences.push(keys),
                Some(Err(error)) => {
                    self.wrong(item.span(), error.to_string());
                    return None;
                }
                None => {
                    self.wrong(
                        item.span(),
                        "keys go in quotation marks, such as \"zt\" or [\"j\", \"<Down>\"]",
                    );
                    return None;
                }
            }
        }
        Some(sequences)
    }
}

/// A remedy: the known name that is nearest to `word`, or all when none is near.
fn near(word: &str, known: &[&str]) -> String {
    let best = known.iter().map(|k| (distance(word, k), *k)).min();
    match best {
        Some((far, name)) if far <= 1 + word.chars().count() / 3 => format!("did you mean “{name}”?"),
        _ if known.len() <= 30 => format!("there are {}", known.join(", ")),
        _ => "briefing config --init writes a file with all of them".to_owned(),
    }
}

/// Letters to change, add or leave out from `a` to `b` (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (row[j] + 1)
                .min(row[j + 1] + 1)
                .min(corner + usize::from(x != *y));
            corner = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::context;
    use crate::keys::Found;

    #[test]
    fn a_file_without_a_mistake_says_what_it_says() {
        let config = Config::parse(
            "theme = \"dark\"\nwidth = 80\nlayout = \"two\"\nmouse = false\nmap = \"ascii\"\nexport = \"csv\"\n\
             [style]\nselected = \"bold black on #ffcc00\"\n[keys]\nnext-quote = [\"<C-k>\", \"gq\"]\ntop = \"<Home>\"\n",
        );
        assert_eq!(config.mistakes, []);
        assert_eq!(config.theme.as_deref(), Some("dark"));
        assert_eq!(
            (config.width, config.layout, config.mouse),
            (Some(80), Some(Panes::Two), Some(false))
        );
        assert_eq!(
            (config.braille, config.export.as_deref()),
            (Some(false), Some("csv"))
        );
        let (_, patch) = &config.styles[0];
        assert_eq!(
            (patch.fg, patch.bg),
            (Some(Colour::Indexed(0)), Some(Colour::Rgb(255, 204, 0)))
        );
        let (map, _) = config.keymap();
        assert_eq!(
            map.look(&parse("gq").unwrap(), context::TEXT),
            Found::Action(Action::NextQuote)
        );
        assert_eq!(
            map.look(&parse(")").unwrap(), context::TEXT),
            Found::Nothing,
            "the default keys are replaced"
        );
    }

    #[test]
    fn every_mistake_has_its_line_and_a_remedy_and_the_default_stays() {
        let cases = [
            ("theme = \"drak\"", 1, "\"dark\""),
            ("\nwidth = 500", 2, "32 to 120"),
            ("mouse = \"no\"", 1, "true or false"),
            ("colour = 1", 1, "there are"),
            ("widht = 80", 1, "did you mean “width”"),
            ("[style]\nselectd = \"bold\"", 2, "did you mean “selected”"),
            ("[style]\n\nhit = \"bold purpel\"", 3, "“purpel”"),
            ("[keys]\nnext-quot = \"x\"", 2, "did you mean “next-quote”"),
            ("[keys]\ndown = \"<Foo>\"", 2, "no key"),
            ("[keys]\ndown = 3", 2, "quotation marks"),
            ("[keys]\nsummary = \"j\"", 2, "since down has"),
            ("a = = 1\ntheme = \"dark\"", 1, ""),
        ];
        for (text, line, part) in cases {
            let config = Config::parse(text);
            let mistake = config.mistakes.first().unwrap_or_else(|| panic!("{text}"));
            assert_eq!(mistake.line, line, "{text}: {mistake:?}");
            assert!(mistake.message.contains(part), "{text}: {mistake:?}");
        }
        let (map, _) = Config::parse("[keys]\nsummary = \"j\"").keymap();
        assert_eq!(
            map.look(&parse("S").unwrap(), context::TEXT),
            Found::Action(Action::Summary)
        );
        assert_eq!(
            map.look(&parse("j").unwrap(), context::TEXT),
            Found::Action(Action::Down)
        );
    }

    #[test]
    fn two_actions_can_exchange_their_keys() {
        let config = Config::parse("[keys]\ndown = \"k\"\nup = \"j\"\n");
        assert_eq!(config.mistakes, []);
        let (map, _) = config.keymap();
        assert_eq!(
            map.look(&parse("k").unwrap(), context::TEXT),
            Found::Action(Action::Down)
        );
    }

    #[test]
    fn the_commented_file_is_right_and_with_its_comments_taken_away_still_the_default() {
        assert_eq!(Config::parse(&commented()).mistakes, []);
        assert!(
            commented()
                .lines()
                .all(|line| line.is_empty() || line.starts_with("# "))
        );
        let bare: String = commented()
            .lines()
            .map(|line| {
                line.strip_prefix("# ")
                    .filter(|l| l.contains(" = ") || l.starts_with('['))
                    .unwrap_or("")
            })
            .filter(|line| !line.contains("for instance"))
            .map(|line| line.to_owned() + "\n")
            .collect();
        let config = Config::parse(&bare);
        assert_eq!(config.mistakes, [], "{bare}");
        assert_eq!(config.width, Some(72));
    }

    #[test]
    fn init_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/config.toml");
        Config::init(&path).unwrap();
        fs::write(&path, "mine").unwrap();
        assert!(
            Config::init(&path)
                .unwrap_err()
                .to_string()
                .contains("exists already")
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert!(
            Config::read(Path::new("/nonexistent/x.toml"))
                .unwrap()
                .mistakes
                .is_empty()
        );
    }
}
