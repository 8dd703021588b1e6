//! What is remembered between readings: the place, marks, notes, highlights and corrections of each briefing.
//!
//! One small JSON file a briefing under the XDG state folder (`~/.local/state/briefing`, also on macOS), named by a hash of
//! the text, so that the same text is found again under another name. It is private (0600 in a folder of 0700), written
//! whole or not at all, and holds no word of the briefing but names in corrections: places are bytes of sentences with a hash of the sentence, so
//! that they are also found in a text that has changed. The oldest files go when there are more than a few hundred.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use etcetera::BaseStrategy;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::analysis::Remark;
use crate::app::Notebook;
use crate::app::corrections::Correction;
use crate::app::layout::Looks;
use crate::article::Article;
use crate::clean::Clean;
use crate::span::Span;

/// The file of the screen's arrangement.
const LOOKS: &str = "layout.json";

/// Briefings that are remembered.
const MOST_FILES: usize = 500;
/// The largest file that is read back, in bytes.
const LARGEST: u64 = 1 << 20;
/// The longest text that is hashed whole, in bytes.
const WHOLE: usize = 4 << 20;
/// Notes of one briefing, and characters of one note, that are kept.
const MOST_NOTES: usize = 2000;
/// See [`MOST_NOTES`].
const LONGEST_NOTE: usize = 4000;

/// Why something could not be remembered or recalled.
#[derive(Debug, Error)]
pub enum StateError {
    /// The folder or a file in it cannot be read or written.
    #[error("{path}: {source}; --no-state reads without remembering")]
    Io {
        /// The file.
        path: Clean,
        /// Why.
        source: io::Error,
    },
    /// A file is not what this program writes.
    #[error("{path}: not understood ({message}); remove it to begin afresh")]
    Broken {
        /// The file.
        path: Clean,
        /// Why.
        message: Clean,
    },
}

/// The folder of remembered briefings.
#[derive(Clone, Debug)]
pub struct State {
    folder: PathBuf,
}

/// What is remembered of one briefing. Every field may be missing; unknown ones are left alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Where reading stopped.
    pub place: Option<Anchor>,
    /// How far the text was seen, 0 to 1.
    pub seen: f64,
    /// Marks by their letter.
    pub marks: BTreeMap<char, Anchor>,
    /// Notes and highlights.
    pub notes: Vec<KeptNote>,
    /// What the reader put right.
    pub corrections: Vec<Correction>,
}

/// How the reader arranged the screen, and what his configuration said then: where that has changed since, it wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptLooks {
    /// What he chose by key or mouse.
    pub chosen: Looks,
    /// What the configuration said.
    pub over: Looks,
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Its first byte.
    pub at: usize,
    /// Hash of its words.
    pub words: u64,
}

/// What is found again of what was remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Where reading stopped.
    pub place: Option<usize>,
    /// Marks, notes and corrections.
    pub notebook: Notebook,
    /// Notes on words that are gone, which stand on the nearest sentence now.
    pub moved: usize,
    /// Marks, highlights and corrections that fit nothing any more.
    pub lost: usize,
}

/// A note, or a highlight where it has no words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptNote {
    /// The sentence.
    pub on: Anchor,
    /// What the reader wrote.
    #[serde(default)]
    pub text: String,
}

impl Anchor {
    fn of(article: &Article, at: usize) -> Self {
        let span = article
            .sentence_at(at)
            .and_then(|s| article.sentences.get(s))
            .map(|s| s.span);
        Self {
            at,
            words: span.map_or(0, |s| hash(article.words(s))),
        }
    }

    /// The sentence in `article`, which may have changed: the one with the same words that is nearest.
    fn find(self, article: &Article) -> Option<Span> {
        let same = |i: usize| {
            let span = article.sentences.get(i)?.span;
            (hash(article.words(span)) == self.words).then_some(span)
        };
        if let Some(span) = article.sentence_at(self.at).and_then(same) {
            return Some(span);
        }
        (0..article.sentences.len())
            .filter_map(same)
            .min_by_key(|span| span.start().abs_diff(self.at))
    }
}

impl Kept {
    /// What is to be remembered.
    pub fn of(article: &Article, place: usize, seen: f64, notebook: &Notebook) -> Self {
        let anchor = |at| Anchor::of(article, at);
        Self {
            place: Some(anchor(place)),
            seen,
            marks: notebook
                .marks
                .iter()
                .map(|(&letter, &at)| (letter, anchor(at)))
                .collect(),
            notes: notebook
                .remarks
                .iter()
                .take(MOST_NOTES)
                .map(|r| KeptNote {
                    on: anchor(r.span.start()),
                    text: r.text.chars().take(LONGEST_NOTE).collect(),
                })
                .collect(),
            corrections: notebook.corrections.clone(),
        }
    }

    /// The place and the notebook for `article`. `same` says that it is the very text that was remembered; in a changed
    /// one, a note on a sentence that is gone stands on the nearest, so that no word of the reader's is lost.
    pub fn restore(&self, article: &Article, same: bool) -> Restored {
        let find = |anchor: Anchor| anchor.find(article).map(Span::start);
        let near = |at: usize| article.sentence_at(at).and_then(|s| article.sentences.get(s));
        let place = self.place.and_then(|a| {
            if same {
                return Some(a.at);
            }
            find(a).or_else(|| near(a.at).map(|s| s.span.start()))
        });
        let marks: BTreeMap<_, _> = self
            .marks
            .iter()
            .filter_map(|(&letter, &a)| Some((letter, find(a)?)))
            .collect();
        let mut remarks: Vec<Remark> = Vec::new();
        let mut moved = 0;
        let notes = self.notes.iter().take(MOST_NOTES);
        for note in notes.clone() {
            let text = Clean::line(&note.text);
            let span = match note.on.find(article) {
                Some(span) => span,
                None if text.is_empty() => continue,
                None => {
                    let Some(sentence) = near(note.on.at) else {
                        continue;
                    };
                    moved += 1;
                    sentence.span
                }
            };
            match remarks.iter_mut().find(|r| r.span == span) {
                Some(other) if !text.is_empty() => {
                    let both = [other.text.as_str(), text.as_str()].join(" · ");
                    other.text = Clean::line(both.trim_start_matches(" · "));
                }
                Some(_) => {}
                None => remarks.push(Remark { span, text }),
            }
        }
        remarks.sort_by_key(|r| r.span.start());
        let corrections: Vec<_> = self
            .corrections
            .iter()
            .filter(|c| same || matches!(c, Correction::Rename { .. } | Correction::Merge { .. }))
            .cloned()
            .collect();
        let lost = (self.marks.len() - marks.len())
            + notes.len().saturating_sub(remarks.len())
            + (self.corrections.len() - corrections.len());
        Restored {
            place,
            notebook: Notebook {
                marks,
                remarks,
                corrections,
            },
            moved,
            lost,
        }
    }
}

impl State {
    /// The user's own folder; `None` where there is no home.
    pub fn of_user() -> Option<Self> {
        let base = etcetera::choose_base_strategy().ok()?;
        let folder = base.state_dir().unwrap_or_else(|| base.data_dir());
        Some(Self::at(folder.join("briefing")))
    }

    /// A folder of one's own, which need not exist yet.
    pub const fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What is remembered of `article`, and whether it was the very same text; a text that has changed is found by `path`.
    pub fn recall(&self, article: &Article, path: Option<&Path>) -> Result<Option<(Kept, bool)>, StateError> {
        let name = text_name(article);
        if let Some(kept) = self.read::<Kept>(&name)? {
            return Ok(Some((kept, true)));
        }
        let Some(path) = path else { return Ok(None) };
        let pointer = self.folder.join(path_name(path));
        let Ok(old) = fs::read_to_string(&pointer) else {
            return Ok(None);
        };
        // The pointer holds a name of our own making; anything else is no name.
        let old = old.trim();
        if old.len() > 64
            || !old
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
        {
            return Ok(None);
        }
        Ok(self.read::<Kept>(old)?.map(|kept| (kept, false)))
    }

    /// Remembers `kept` for `article`.
    pub fn keep(&self, article: &Article, path: Option<&Path>, kept: &Kept) -> Result<(), StateError> {
        self.make_folder()?;
        let name = text_name(article);
        let text = serde_json::to_string_pretty(kept).unwrap_or_default();
        self.write(&name, text.as_bytes())?;
        if let Some(path) = path {
            self.write(&path_name(path), name.as_bytes())?;
        }
        self.tidy();
        Ok(())
    }

    /// How the screen was arranged at the end of an earlier reading.
    pub fn recall_looks(&self) -> Result<Option<KeptLooks>, StateError> {
        self.read(LOOKS)
    }

    /// Remembers how the screen is arranged.
    pub fn keep_looks(&self, looks: &KeptLooks) -> Result<(), StateError> {
        self.make_folder()?;
        let text = serde_json::to_string_pretty(looks).unwrap_or_default();
        self.write(LOOKS, text.as_bytes())
    }

    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StateError> {
        let path = self.folder.join(name);
        let file = match fs::File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(&path, error)),
        };
        let mut text = String::new();
        file.take(LARGEST)
            .read_to_string(&mut text)
            .map_err(|error| failed(&path, error))?;
        serde_json::from_str(&text)
            .map(Some)
            .map_err(|error| StateError::Broken {
                path: shown(&path),
                message: Clean::line(&error.to_string()),
            })
    }

    fn make_folder(&self) -> Result<(), StateError> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
            .create(&self.folder)
            .map_err(|error| failed(&self.folder, error))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StateError> {
        let path = self.folder.join(name);
        // A temporary file is made for its owner alone, and takes the name only when it is whole.
        let done = tempfile::NamedTempFile::new_in(&self.folder).and_then(|mut file| {
            file.write_all(bytes)?;
            file.persist(&path).map_err(|error| error.error)?;
            Ok(())
        });
        done.map_err(|error| failed(&path, error))
    }

    /// Forgets the oldest briefings when there are too many; what cannot be removed stays.
    fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        let mut files: Vec<(SystemTime, PathBuf)> = entries
            .filter_map(Result::ok)
            .filter(|entry| entry.file_name() != LOOKS)
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
            .collect();
        // A briefing has two files: its own and the pointer from its path.
        let Some(over) = files.len().checked_sub(2 * MOST_FILES) else {
            return;
        };
        files.sort();
        for (_, path) in files.into_iter().take(over) {
            let _ = fs::remove_file(path);
        }
    }
}

fn failed(path: &Path, source: io::Error) -> StateError {
    StateError::Io {
        path: shown(path),
        source,
    }
}

fn shown(path: &Path) -> Clean {
    Clean::line(&path.to_string_lossy())
}

fn text_name(article: &Article) -> String {
    let text = article.text.as_str();
    let hash = if text.len() <= WHOLE {
        hash(text)
    } else {
        // Both ends of a very long text tell it apart as well, without a pause.
        let ends = [0..WHOLE / 4, text.len() - WHOLE / 4..text.len()];
        ends.into_iter().fold(0, |sum, end| {
            sum ^ hash_bytes(text.as_bytes().get(end).unwrap_or_default()).rotate_left(1)
        })
    };
    format!("{hash:016x}-{:x}.json", text.len())
}

fn path_name(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_error| path.to_owned());
    format!("{:016x}.path", hash(&whole.to_string_lossy()))
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same on every machine and in every version, which the standard hasher is not.
fn hash(text: &str) -> u64 {
    hash_bytes(text.as_bytes())
}

fn hash_bytes(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BlockKind, Builder, Origin};

    fn article(paragraphs: &[&str]) -> Article {
        let mut builder = Builder::new(Origin::default());
        for paragraph in paragraphs {
            builder.block(BlockKind::Paragraph, paragraph);
        }
        builder.finish()
    }

    fn notebook(article: &Article) -> Notebook {
        let at = article.text.find("Rell").unwrap();
        Notebook {
            marks: [('a', at)].into(),
            remarks: vec![Remark {
                span: article.sentences[1].span,
                text: Clean::new("ask"),
            }],
            corrections: vec![
                Correction::Rename {
                    speaker: "x".into(),
                    to: "y".into(),
                },
                Correction::Reassign {
                    quote: 3,
                    speaker: None,
                },
            ],
        }
    }

    const TEXT: [&str; 2] = ["A brigade left Harsk.", "Rell said little. She left."];

    #[test]
    fn the_same_text_is_recalled_under_any_name() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path().join("deep/briefing"));
        let article = article(&TEXT);
        assert!(state.recall(&article, None).unwrap().is_none());
        let place = article.sentences[2].span.start();
        let kept = Kept::of(&article, place, 0.5, &notebook(&article));
        state.keep(&article, Some(Path::new("a.txt")), &kept).unwrap();
        let (back, same) = state.recall(&article, Some(Path::new("b.txt"))).unwrap().unwrap();
        assert!(same);
        assert_eq!(back, kept);
        let wanted = Restored {
            place: Some(place),
            notebook: notebook(&article),
            ..Restored::default()
        };
        assert_eq!(back.restore(&article, same), wanted);
    }

    #[test]
    fn a_changed_text_is_recalled_by_its_path_and_sentences_by_their_words() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path().to_owned());
        let old = article(&TEXT);
        let kept = Kept::of(&old, old.sentences[2].span.start(), 0.5, &notebook(&old));
        state.keep(&old, Some(Path::new("a.txt")), &kept).unwrap();
        let new = article(&["A new opening.", "A brigade left Harsk.", "She left."]);
        let (back, same) = state.recall(&new, Some(Path::new("a.txt"))).unwrap().unwrap();
        assert!(!same);
        let Restored {
            place,
            notebook,
            moved,
            lost,
        } = back.restore(&new, same);
        assert_eq!(place, new.text.find("She left"));
        assert!(notebook.marks.is_empty(), "the sentence is gone");
        assert_eq!(notebook.remarks.len(), 1, "a note stays, near where it was");
        assert_eq!((moved, lost), (1, 2), "and what happened is known");
        assert_eq!(notebook.corrections.len(), 1, "names still fit, bytes no longer");
    }

    #[test]
    fn files_are_private_and_hold_no_word_of_the_briefing() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path().join("state"));
        let article = article(&TEXT);
        state
            .keep(
                &article,
                Some(Path::new("a.txt")),
                &Kept::of(&article, 0, 0.0, &Notebook::default()),
            )
            .unwrap();
        for entry in fs::read_dir(folder.path().join("state")).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            assert!(!text.contains("Harsk") && !text.contains("a.txt"));
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            }
        }
    }

    #[test]
    fn the_arrangement_of_the_screen_is_remembered_and_outlives_old_briefings() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path().join("state"));
        assert_eq!(state.recall_looks().unwrap(), None);
        let looks = KeptLooks {
            chosen: Looks {
                width: 60,
                side: Some(400),
                ..Looks::default()
            },
            over: Looks::default(),
        };
        state.keep_looks(&looks).unwrap();
        for at in 0..2 * MOST_FILES + 3 {
            state.write(&format!("{at}"), b"x").unwrap();
        }
        state.tidy();
        assert_eq!(state.recall_looks().unwrap(), Some(looks));
    }

    #[test]
    fn a_broken_file_is_named_and_an_unknown_field_is_no_error() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path().to_owned());
        let article = article(&TEXT);
        let path = folder.path().join(text_name(&article));
        fs::write(&path, "{\"later\": 1}").unwrap();
        assert_eq!(state.recall(&article, None).unwrap().unwrap().0, Kept::default());
        fs::write(&path, "nonsense").unwrap();
        let message = state.recall(&article, None).unwrap_err().to_string();
        assert!(
            message.contains(".json") && message.contains("remove it"),
            "{message}"
        );
    }
}
