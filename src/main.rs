//! The `briefing` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    briefing::cli::main()
}
