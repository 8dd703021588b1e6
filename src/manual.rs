//! What `briefing man` prints: the manual page, made of the command line.

use clap::CommandFactory;

use crate::cli::Cli;

/// The page in roff.
pub fn page() -> String {
    let mut out = Vec::new();
    // Writing to memory does not fail.
    let _ = clap_mangen::Man::new(Cli::command()).render(&mut out);
    String::from_utf8_lossy(&out).into_owned()
}
