//! How the reader arranged the screen: reading width, where the text stands, how many panes and where they part.

use serde::{Deserialize, Serialize};

use crate::app::{Action, App, GUTTER, MEASURE, Pane, Panes};

/// Columns that one key moves the splitter between text and lists.
const STEP: i32 = 4;

/// Where the text column stands in a pane that is wider.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
}

impl Align {
    /// Its name in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Centre => "centre",
        }
    }
}

/// What is remembered of the arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Looks {
    /// Widest text column.
    pub width: u16,
    /// Where it stands.
    pub align: Align,
    /// How many panes.
    pub panes: Panes,
    /// Share of the text in the columns, in thousandths; `None` as the size of the screen suggests.
    pub side: Option<u16>,
    /// Share of the speakers in the rows of the lists, in thousandths; `None` as their length suggests.
    pub upper: Option<u16>,
}

impl Default for Looks {
    fn default() -> Self {
        Self {
            width: MEASURE,
            align: Align::default(),
            panes: Panes::default(),
            side: None,
            upper: None,
        }
    }
}

/// A border between panes that can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Splitter {
    /// Between the text and the lists.
    Side,
    /// Between speakers and movements.
    Upper,
}

/// Which share of `all` the first `part` cells are, in thousandths.
fn share(part: u16, all: u16) -> u16 {
    let all = u32::from(all.max(1));
    ((u32::from(part) * 1000 + all / 2) / all).min(1000) as u16
}

impl App {
    /// How the screen is arranged.
    pub const fn looks(&self) -> Looks {
        self.looks
    }

    /// Arranges the screen.
    pub fn set_looks(&mut self, looks: Looks) {
        self.looks = looks;
        self.arrange();
    }

    /// How many columns the text is moved to the right in its pane.
    pub fn text_shift(&self) -> u16 {
        let Some(area) = self.plan.text.filter(|_| self.looks.align == Align::Centre) else {
            return 0;
        };
        // One column at the right is the position bar's.
        let column = GUTTER + self.text_columns(area.width);
        area.width.saturating_sub(column + 1) / 2
    }

    /// Columns of text in a pane of `width`.
    pub(super) fn text_columns(&self, width: u16) -> u16 {
        width.saturating_sub(GUTTER + 1).min(self.looks.width)
    }

    pub(super) fn in_layout(&mut self, action: Action, times: usize) {
        let times = times.min(100) as i32;
        match action {
            Action::Align => {
                self.looks.align = match self.looks.align {
                    Align::Left => Align::Centre,
                    Align::Centre => Align::Left,
                };
                let room = self.text_shift() > 0 || self.looks.align == Align::Left;
                let mut line = format!("Text column: {}", self.looks.align.name());
                if !room {
                    line.push_str(", where its pane is wider than the column; v or - make room");
                }
                self.tell(line);
            }
            Action::SplitReset => {
                (self.looks.side, self.looks.upper) = (None, None);
                self.arrange();
                self.tell("Panes part where the screen's size suggests");
            }
            Action::SplitLeft | Action::SplitRight => {
                let Some(rule) = self.plan.rule else {
                    self.tell(format!(
                        "The text stands alone; {} shows the lists beside it",
                        self.key(Action::CycleLayout)
                    ));
                    return;
                };
                let way = if action == Action::SplitRight { STEP } else { -STEP };
                let to = (i32::from(rule) + way * times).clamp(0, i32::from(u16::MAX));
                self.split(Splitter::Side, to as u16);
            }
            Action::SplitUp | Action::SplitDown => {
                let (Some(_), Some(lower)) = (self.plan.speakers, self.plan.movements) else {
                    self.tell("Speakers and movements are not one above the other here; v changes the panes");
                    return;
                };
                let way = if action == Action::SplitDown { 1 } else { -1 };
                let to = (i32::from(lower.y) + way * times).clamp(0, i32::from(u16::MAX));
                self.split(Splitter::Upper, to as u16);
            }
            _ => {}
        }
    }

    /// Moves a splitter to a column or row of the screen; panes keep a least size.
    pub(super) fn split(&mut self, splitter: Splitter, to: u16) {
        match splitter {
            Splitter::Side => self.looks.side = Some(share(to, self.size.0)),
            Splitter::Upper => {
                let body = self.plan.body;
                self.looks.upper = Some(share(to.saturating_sub(body.y), body.height));
            }
        }
        self.arrange();
        // What is kept is what is seen, so that the next step begins from there.
        match splitter {
            Splitter::Side => self.looks.side = self.plan.rule.map(|x| share(x, self.size.0)),
            Splitter::Upper => {
                let speakers = self.plan.speakers;
                self.looks.upper = speakers.map(|a| share(a.height, self.plan.body.height));
            }
        }
    }

    /// The splitter at a cell.
    pub(super) fn splitter_at(&self, x: u16, y: u16) -> Option<Splitter> {
        if !self.plan.body.holds(x, y) {
            return None;
        }
        if self.plan.rule == Some(x) {
            return Some(Splitter::Side);
        }
        let below = self.plan.movements.filter(|_| self.plan.speakers.is_some())?;
        (y == below.y && x >= below.x).then_some(Splitter::Upper)
    }

    /// The left button went down on a border: what follows drags it. A title that is a border still gives its pane the focus.
    pub(super) fn grab(&mut self, x: u16, y: u16) -> bool {
        self.dragged = self.splitter_at(x, y);
        match self.dragged {
            Some(Splitter::Upper) => {
                self.set_focus(Pane::Movements);
                true
            }
            grabbed => grabbed.is_some(),
        }
    }

    /// The mouse moves with its button down.
    pub(super) fn drag(&mut self, x: u16, y: u16) {
        match self.dragged {
            Some(Splitter::Side) => self.split(Splitter::Side, x),
            Some(Splitter::Upper) => self.split(Splitter::Upper, y),
            None => {}
        }
    }
}
