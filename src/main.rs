//! The `briefing` program.

fn main() {}
