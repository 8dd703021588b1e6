//! Watches the file that is open, from a thread of its own: one look at its size and time a second, which costs nothing
//! that could be noticed and works on every file system.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use super::events::Event;

/// How often the file is looked at.
const EVERY: Duration = Duration::from_secs(1);

/// How long a change must have lasted before it is told: a file that is being written changes again.
const SETTLED: Duration = Duration::from_millis(250);

/// What happened to the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It holds something else now.
    Changed,
    /// It is no longer there.
    Gone,
}

/// What tells two versions of a file apart; `None` for one that is not there.
type Stamp = Option<(u64, Option<SystemTime>, u64)>;

/// The thread that watches; it stops when this is dropped.
#[derive(Debug)]
pub struct Watch {
    _stop: Sender<()>,
}

impl Watch {
    /// Watches `path` if it is an ordinary file; what happens to it is told to `send` under the number `of`.
    pub fn start(path: PathBuf, of: u64, send: Sender<Event>) -> Option<Self> {
        let first = stamp(&path);
        first?;
        let (stop, stopped) = channel::<()>();
        thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || {
                let mut seen = Seen::new(first);
                let mut patience = EVERY;
                while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(patience) {
                    let (news, next) = seen.look(stamp(&path));
                    patience = next;
                    if let Some(news) = news
                        && send.send(Event::File(of, news)).is_err()
                    {
                        return;
                    }
                }
            })
            .ok()?;
        Some(Self { _stop: stop })
    }
}

/// What is known of the file.
#[derive(Debug)]
struct Seen {
    told: Stamp,
    /// A change that has not lasted yet.
    fresh: Option<Stamp>,
}

impl Seen {
    const fn new(told: Stamp) -> Self {
        Self { told, fresh: None }
    }

    /// Takes in how the file is now: what to tell, and when to look again.
    fn look(&mut self, now: Stamp) -> (Option<News>, Duration) {
        if now == self.told {
            self.fresh = None;
            return (None, EVERY);
        }
        if self.fresh != Some(now) {
            self.fresh = Some(now);
            // Many programs write by taking the old file away first, so that one which is gone gets more time.
            return (None, if now.is_some() { SETTLED } else { EVERY });
        }
        self.fresh = None;
        self.told = now;
        let news = if now.is_some() { News::Changed } else { News::Gone };
        (Some(news), EVERY)
    }
}

fn stamp(path: &Path) -> Stamp {
    let meta = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    #[cfg(unix)]
    let file = std::os::unix::fs::MetadataExt::ino(&meta);
    #[cfg(not(unix))]
    let file = 0;
    Some((meta.len(), meta.modified().ok(), file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_once_and_only_when_it_has_lasted() {
        let version = |length| Some((length, None, 1));
        let mut seen = Seen::new(version(1));
        let steps = [
            (version(1), None),
            (version(2), None),
            (version(3), None),
            (version(3), Some(News::Changed)),
            (version(3), None),
            (None, None),
            (version(4), None),
            (version(4), Some(News::Changed)),
            (None, None),
            (None, Some(News::Gone)),
            (None, None),
            (version(4), None),
            (version(4), Some(News::Changed)),
            (version(5), None),
            (version(4), None),
            (version(5), None),
        ];
        for (at, (now, wanted)) in steps.into_iter().enumerate() {
            assert_eq!(seen.look(now).0, wanted, "step {at}");
        }
    }
}
