//! [`Jumps`]: where the reader was before each jump, so that he can go back and forward again.

/// Places that are remembered.
const MOST: usize = 100;

/// A list of places and where in it the reader is; its end is "here".
#[derive(Debug, Default)]
pub struct Jumps {
    places: Vec<usize>,
    at: usize,
}

impl Jumps {
    /// A jump begins at byte `from`.
    pub fn push(&mut self, from: usize) {
        self.places.truncate(self.at);
        if self.places.last() != Some(&from) {
            self.places.push(from);
        }
        if self.places.len() > MOST {
            self.places.remove(0);
        }
        self.at = self.places.len();
    }

    /// The place before this one; `here` is kept to come forward to.
    pub fn back(&mut self, here: usize) -> Option<usize> {
        let mut target = self.at.checked_sub(1)?;
        if self.at == self.places.len() && self.places.last() != Some(&here) {
            self.places.push(here);
        } else if self.at == self.places.len() {
            target = target.checked_sub(1)?;
        }
        self.at = target;
        self.places.get(target).copied()
    }

    /// Every place becomes what `to` makes of it.
    pub fn carry(&mut self, to: impl Fn(usize) -> usize) {
        for place in &mut self.places {
            *place = to(*place);
        }
    }

    /// The place after this one.
    pub fn forward(&mut self) -> Option<usize> {
        let place = self.places.get(self.at + 1).copied()?;
        self.at += 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_retrace_the_jumps_and_a_new_jump_forgets_what_lay_ahead() {
        let mut jumps = Jumps::default();
        jumps.push(1);
        jumps.push(2);
        assert_eq!(jumps.back(3), Some(2));
        assert_eq!(jumps.back(2), Some(1));
        assert_eq!(jumps.back(1), None);
        assert_eq!(jumps.forward(), Some(2));
        assert_eq!(jumps.forward(), Some(3));
        assert_eq!(jumps.forward(), None);
        assert_eq!(jumps.back(3), Some(2));
        jumps.push(2);
        assert_eq!(jumps.forward(), None);
    }
}
