//! The built-in samples: what opens when no file is named.

use crate::source::Input;

/// One sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, for a list.
    pub about: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All samples; the first opens by itself.
pub const SAMPLES: [Sample; 3] = [
    Sample {
        name: "deployment",
        about: "A news article: American troops for Eastern Europe, February 2022",
        text: include_str!("../assets/briefings/deployment.txt"),
    },
    Sample {
        name: "conference",
        about: "An exercise: a ministry's press conference, with speakers' labels",
        text: include_str!("../assets/briefings/conference.txt"),
    },
    Sample {
        name: "release",
        about: "An exercise: a headquarters' press release",
        text: include_str!("../assets/briefings/release.txt"),
    },
];

impl Sample {
    /// The sample of that name.
    pub fn by_name(name: &str) -> Option<Self> {
        SAMPLES.into_iter().find(|sample| sample.name == name)
    }

    /// It as an input.
    pub const fn input(self) -> Input {
        Input::Sample {
            name: self.name,
            text: self.text,
        }
    }
}
