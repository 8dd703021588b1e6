//! The `briefing` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    briefing::run::main(std::env::args_os())
}
