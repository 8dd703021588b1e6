//! Makes the tables of `assets/data` ready, so that the program starts without reading, sorting or hashing one.
//!
//! Written to `OUT_DIR`:
//! * `lexicon.txt`: every different cell and key, one after another;
//! * `lexicon.bin`: little-endian `u32` words, the sections named by the constants of `lexicon.rs`;
//! * `outline.bin`, `map_labels.rs`: the lines and names of the map.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[allow(dead_code)]
#[path = "../src/lexicon/scan.rs"]
mod scan;

#[path = "build/outline.rs"]
mod outline;

/// One table: file, and per column how its cells become keys.
struct Source {
    file: &'static str,
    /// Column, and the form bit that its keys carry.
    keys: &'static [(usize, u8)],
    /// Whether a key also stands with a plural `s`; acronyms never do ("PLAN" is no "plans").
    plural: bool,
}

/// In the order of `lexicon::Table`.
const SOURCES: &[Source] = &[
    Source {
        file: "abbreviations",
        keys: &[(0, 1)],
        plural: false,
    },
    Source {
        file: "bases",
        keys: &[(0, 1), (1, 1)],
        plural: false,
    },
    Source {
        file: "cities",
        keys: &[(0, 1), (1, 1)],
        plural: false,
    },
    Source {
        file: "countries",
        keys: &[(2, 1), (3, 1), (4, 2), (5, 4), (16, 8)],
        plural: false,
    },
    Source {
        file: "equipment",
        keys: &[(0, 1), (1, 1)],
        plural: true,
    },
    Source {
        file: "formations",
        keys: &[(0, 1), (1, 1)],
        plural: false,
    },
    Source {
        file: "given_names",
        keys: &[(0, 1)],
        plural: false,
    },
    Source {
        file: "movement_verbs",
        keys: &[(0, 1), (1, 2), (2, 4), (3, 8), (4, 16)],
        plural: false,
    },
    Source {
        file: "number_words",
        keys: &[(0, 1)],
        plural: false,
    },
    Source {
        file: "officeholders",
        keys: &[(0, 1), (1, 1), (2, 2)],
        plural: false,
    },
    Source {
        file: "regions",
        keys: &[(0, 1), (1, 1)],
        plural: false,
    },
    Source {
        file: "reporting_verbs",
        keys: &[(0, 1), (1, 2), (2, 4), (3, 8), (4, 16)],
        plural: false,
    },
    Source {
        file: "titles",
        keys: &[(0, 1), (1, 1)],
        plural: true,
    },
    Source {
        file: "units_echelons",
        keys: &[(0, 1), (1, 1)],
        plural: true,
    },
    Source {
        file: "us_states",
        keys: &[(1, 1), (2, 2), (3, 4)],
        plural: false,
    },
    Source {
        file: "ships",
        keys: &[(0, 1), (1, 1)],
        plural: false,
    },
];

#[derive(Default)]
struct Pool {
    text: String,
    starts: Vec<u32>,
    ids: HashMap<String, u32>,
}

impl Pool {
    fn id(&mut self, s: &str) -> u32 {
        if let Some(&id) = self.ids.get(s) {
            return id;
        }
        let id = self.starts.len() as u32;
        self.starts.push(self.text.len() as u32);
        self.text.push_str(s);
        self.ids.insert(s.to_owned(), id);
        id
    }
}

#[derive(Default)]
struct Entries {
    /// `(table, row)` → form bits and how the words are written (0 lower, 1 capital, 2 all capitals).
    found: BTreeMap<(u8, u32), (u8, u8)>,
    /// Tokens of the longest phrase that begins with this word.
    longest: u32,
    /// Tables of the phrases of two words or more that begin with this word, one bit each.
    leads: u32,
    /// Their second words, each by one of 64 bits.
    seconds: u64,
}

fn main() -> io::Result<()> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("assets/data");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    println!("cargo::rerun-if-changed=assets/build.rs");
    println!("cargo::rerun-if-changed=src/lexicon/scan.rs");
    println!("cargo::rerun-if-changed=assets/build/outline.rs");
    outline::write(&data, &out);
    lexicon(&data, &out)
}

fn lexicon(data: &Path, out: &Path) -> io::Result<()> {
    let mut pool = Pool::default();
    pool.id("");
    let mut keys: BTreeMap<Vec<u8>, Entries> = BTreeMap::new();
    let mut tables: Vec<(u32, u32, Vec<u32>)> = Vec::new();
    for (number, source) in SOURCES.iter().enumerate() {
        let path = data.join(source.file).with_extension("tsv");
        println!("cargo::rerun-if-changed={}", path.display());
        let content = fs::read_to_string(&path)?;
        let mut lines = content.lines();
        let columns = lines.next().unwrap_or_default().split('\t').count();
        let mut cells = Vec::new();
        let mut rows = 0;
        for line in lines.filter(|l| !l.is_empty()) {
            let mut row: Vec<&str> = line.split('\t').collect();
            row.resize(columns, "");
            for &(column, form) in source.keys {
                for phrase in row[column].split('|').filter(|p| !p.trim().is_empty()) {
                    add(&mut keys, phrase, number as u8, rows, form);
                    let acronym = !phrase.contains(|c: char| c.is_lowercase());
                    if source.plural && !acronym && !phrase.ends_with('s') {
                        add(&mut keys, &plural(phrase), number as u8, rows, form);
                    }
                }
            }
            cells.extend(row.iter().map(|cell| pool.id(cell)));
            rows += 1;
        }
        tables.push((columns as u32, rows, cells));
    }
    write(out, pool, &keys, &tables)
}

/// The English plural of a term of a table.
fn plural(phrase: &str) -> String {
    match phrase.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) && phrase.len() > 3 => format!("{stem}ies"),
        _ if phrase.ends_with("man") => format!("{}men", phrase.strip_suffix("man").unwrap_or_default()),
        _ => format!("{phrase}s"),
    }
}

fn key_of<'a>(tokens: impl Iterator<Item = &'a str>) -> Option<Vec<u8>> {
    let mut key = scan::Key::new();
    tokens.for_each(|token| key.push(token));
    key.bytes().map(<[u8]>::to_vec)
}

/// The tokens of a table's phrase, with the full stop of an abbreviation left out (`Lt. Col.` is `Lt Col`).
fn tokens(phrase: &str) -> Vec<&str> {
    let raw: Vec<_> = scan::Scanner::new(phrase).collect();
    raw.iter()
        .enumerate()
        .filter(|&(i, t)| !(i > 0 && phrase.get(t.start..t.end) == Some(".") && raw[i - 1].end == t.start))
        .filter_map(|(_, t)| phrase.get(t.start..t.end))
        .collect()
}

fn add(keys: &mut BTreeMap<Vec<u8>, Entries>, phrase: &str, table: u8, row: u32, form: u8) {
    let tokens = tokens(phrase.trim());
    let (Some(key), Some(first)) = (
        key_of(tokens.iter().copied()),
        key_of(tokens.iter().take(1).copied()),
    ) else {
        return;
    };
    let letters: Vec<char> = phrase.chars().filter(|c| c.is_alphabetic()).collect();
    let written = if letters.len() > 1 && letters.iter().all(|c| c.is_uppercase()) {
        2
    } else {
        u8::from(phrase.trim().chars().next().is_some_and(char::is_uppercase))
    };
    let lead = keys.entry(first).or_default();
    lead.longest = lead.longest.max(tokens.len() as u32);
    if let Some(second) = key_of(tokens.iter().skip(1).take(1).copied()) {
        lead.leads |= 1 << table;
        lead.seconds |= scan::bit(&second);
    }
    let found = keys
        .entry(key)
        .or_default()
        .found
        .entry((table, row))
        .or_insert((0, written));
    found.0 |= form;
    found.1 = found.1.min(written);
}

fn write(
    out: &Path,
    mut pool: Pool,
    keys: &BTreeMap<Vec<u8>, Entries>,
    tables: &[(u32, u32, Vec<u32>)],
) -> io::Result<()> {
    let mut words: Vec<u32> = Vec::new();
    let mut constants = String::from("// Made by assets/build.rs.\n");
    let section = |name: &str, words: &[u32], constants: &mut String| {
        let _ = writeln!(constants, "pub(super) const {name}: usize = {};", words.len());
    };
    let mut places = String::new();
    for (columns, rows, cells) in tables {
        let _ = write!(places, "({}, {columns}, {rows}), ", words.len());
        words.extend(cells);
    }
    let _ = writeln!(
        constants,
        "/// Start, columns and rows of each table.\npub(super) const TABLES: [(usize, usize, usize); {}] = [{places}];",
        tables.len()
    );
    // Keys: string, first entry, number of entries and longest phrase that begins here, tables of its own and of
    // those phrases, second words of those phrases. Key 0 is no key.
    let mut entries: Vec<u32> = Vec::new();
    let mut records: Vec<[u32; 6]> = vec![[0; 6]];
    let slots = (keys.len() * 2).next_power_of_two();
    let mut index = vec![0u32; slots];
    for (key, value) in keys {
        let text = String::from_utf8_lossy(key);
        records.push([
            pool.id(&text),
            entries.len() as u32,
            value.found.len() as u32 | value.longest << 16,
            value.found.keys().fold(0, |all, &(table, _)| all | 1 << table) | value.leads << 16,
            value.seconds as u32,
            (value.seconds >> 32) as u32,
        ]);
        assert!(value.found.len() < 1 << 16 && value.longest < 1 << 16 && records.len() < 1 << 24);
        for (&(table, row), &(form, written)) in &value.found {
            assert!(row < 1 << 14 && table < 16);
            entries.push(row | u32::from(table) << 14 | u32::from(form) << 18 | u32::from(written) << 26);
        }
        let mut slot = scan::hash(key) as usize & (slots - 1);
        while index[slot] != 0 {
            slot = (slot + 1) & (slots - 1);
        }
        index[slot] = records.len() as u32 - 1;
    }
    section("KEYS", &words, &mut constants);
    words.extend(records.iter().flatten());
    section("ENTRIES", &words, &mut constants);
    words.extend(&entries);
    section("INDEX", &words, &mut constants);
    words.extend(&index);
    let _ = writeln!(constants, "pub(super) const SLOTS: usize = {slots};");
    section("STRINGS", &words, &mut constants);
    pool.starts.push(pool.text.len() as u32);
    words.extend(&pool.starts);
    fs::write(
        out.join("lexicon.bin"),
        words.iter().flat_map(|w| w.to_le_bytes()).collect::<Vec<u8>>(),
    )?;
    fs::write(out.join("lexicon.txt"), &pool.text)?;
    fs::write(out.join("lexicon.rs"), constants)
}
