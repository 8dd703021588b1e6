//! A seam around parsers that are not ours: a panic inside one must not end the program.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static SHIELDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is inside [`shielded`]. A panic hook that prints or gives the terminal back must then do
/// nothing: the panic is caught and the program goes on.
pub fn is_shielded() -> bool {
    SHIELDED.get()
}

/// Runs `work`; nothing when it panics, and nothing is printed then.
pub fn shielded<T>(work: impl FnOnce() -> T) -> Option<T> {
    static SILENCE: Once = Once::new();
    SILENCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !is_shielded() {
                before(info);
            }
        }));
    });
    let outer = SHIELDED.replace(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    SHIELDED.set(outer);
    done.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_inside_is_nothing_and_leaves_the_shield() {
        assert_eq!(shielded(|| 1), Some(1));
        assert_eq!(shielded(|| -> i32 { panic!("inside") }), None);
        assert!(!is_shielded());
    }
}
