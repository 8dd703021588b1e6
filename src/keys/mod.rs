//! Keys as data: how they are written (`<C-d>`, `zt`), and which action a sequence of them means in a context.
//!
//! The terminal's own key type is turned into [`Key`] in one place at the edge; nothing here knows a terminal.

mod keymap;
mod notation;

pub use keymap::{Clash, Found, Keymap};
pub use notation::{Code, Key, NotationError, parse, show};
