//! Where the panes are: rectangles by size of the screen, without any terminal type.

use serde::{Deserialize, Serialize};

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Column of the left edge.
    pub x: u16,
    /// Row of the upper edge.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether the cell at `x`, `y` lies inside.
    pub const fn holds(self, x: u16, y: u16) -> bool {
        x >= self.x && y >= self.y && x - self.x < self.width && y - self.y < self.height
    }
}

/// One of the three panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The article.
    #[default]
    Text,
    /// Who speaks.
    Speakers,
    /// What moves.
    Movements,
}

impl Pane {
    /// All, in the order of Tab.
    pub const ALL: [Self; 3] = [Self::Text, Self::Speakers, Self::Movements];

    /// Its title.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Speakers => "Speakers",
            Self::Movements => "Movements",
        }
    }
}

/// How many panes the reader wants; the screen may have room for fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Panes {
    /// Text, speakers and movements.
    #[default]
    Three,
    /// Text and the list that was used last.
    Two,
    /// One, with tabs.
    One,
}

/// Below this many columns or rows nothing useful can be shown.
pub const SMALLEST: (u16, u16) = (24, 6);

/// From this many columns on, lists stand beside the text.
const BESIDE: u16 = 80;

/// From this many columns on, the lists get their full share.
const WIDE: u16 = 120;

/// Narrowest text pane and list that a reader can ask for.
const LEAST_TEXT: u16 = GUTTER + 17;
/// See [`LEAST_TEXT`].
const LEAST_LIST: u16 = 24;

/// Columns before the text: letter, movement mark, number, bar.
pub const GUTTER: u16 = 7;

/// Where everything is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The whole screen.
    pub screen: Area,
    /// The line at the top.
    pub header: Area,
    /// The line at the bottom.
    pub footer: Area,
    /// All between the two.
    pub body: Area,
    /// The panes that are shown, each with its title line.
    pub text: Option<Area>,
    /// See [`Self::text`].
    pub speakers: Option<Area>,
    /// See [`Self::text`].
    pub movements: Option<Area>,
    /// Column of the rule between the text and the lists.
    pub rule: Option<u16>,
    /// Whether the pane titles are tabs, since only one pane has room.
    pub tabs: bool,
    /// The screen is smaller than [`SMALLEST`].
    pub too_small: bool,
}

/// What a plan depends on, beside the size.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// How many panes.
    pub panes: Panes,
    /// The pane with the focus.
    pub focus: Pane,
    /// The list that had it last.
    pub list: Pane,
    /// Widest text column.
    pub measure: u16,
    /// Share of the text in the columns, in thousandths, where the reader chose one.
    pub side: Option<u16>,
    /// Share of the speakers in the rows, in thousandths, where the reader chose one.
    pub upper: Option<u16>,
    /// Rows in the speakers list.
    pub voices: usize,
    /// Rows in the movements table.
    pub movements: usize,
}

/// So many thousandths of `all`.
fn part(all: u16, thousandths: u16) -> u16 {
    ((u32::from(all) * u32::from(thousandths) + 500) / 1000).min(u32::from(all)) as u16
}

impl Plan {
    /// Plans a screen of `columns` by `rows`.
    pub fn new(columns: u16, rows: u16, wish: Wish) -> Self {
        let screen = Area {
            x: 0,
            y: 0,
            width: columns,
            height: rows,
        };
        let body = Area {
            y: rows.min(1),
            height: rows.saturating_sub(2),
            ..screen
        };
        let mut plan = Self {
            screen,
            header: Area {
                height: rows.min(1),
                ..screen
            },
            footer: Area {
                y: rows.saturating_sub(1),
                height: rows.min(1),
                ..screen
            },
            body,
            too_small: columns < SMALLEST.0 || rows < SMALLEST.1,
            ..Self::default()
        };
        if columns < BESIDE || wish.panes == Panes::One {
            plan.tabs = true;
            *plan.slot(wish.focus) = Some(body);
            return plan;
        }
        let share = if columns >= WIDE { 47 } else { 45 };
        let least_side = (u32::from(columns) * share / 100) as u16;
        let text_width = match wish.side {
            Some(side) => part(columns, side).clamp(LEAST_TEXT, columns - 1 - LEAST_LIST),
            None => (columns - least_side - 1).min(wish.measure.saturating_add(GUTTER + 2)),
        };
        plan.rule = Some(text_width);
        plan.text = Some(Area {
            width: text_width,
            ..body
        });
        let side = Area {
            x: text_width + 1,
            width: columns - text_width - 1,
            ..body
        };
        if wish.panes == Panes::Two || body.height < 10 {
            *plan.slot(wish.list) = Some(side);
            return plan;
        }
        let rows_wanted = wish.voices.clamp(1, 1000) as u16 + 2;
        let most = (body.height * 2 / 5).max(4);
        // What the table leaves free, at three lines a row.
        let free = body
            .height
            .saturating_sub(wish.movements.min(1000) as u16 * 3 + 3);
        // An empty table says so in a line.
        let half = if wish.movements == 0 {
            body.height
        } else {
            body.height / 2
        };
        let upper = rows_wanted
            .min(most.max(free.min(half)))
            .max(4)
            .min(body.height - 4);
        let upper = match wish.upper {
            Some(upper) => part(body.height, upper).clamp(3, body.height - 4),
            None => upper,
        };
        plan.speakers = Some(Area {
            height: upper,
            ..side
        });
        plan.movements = Some(Area {
            y: side.y + upper,
            height: side.height - upper,
            ..side
        });
        plan
    }

    fn slot(&mut self, pane: Pane) -> &mut Option<Area> {
        match pane {
            Pane::Text => &mut self.text,
            Pane::Speakers => &mut self.speakers,
            Pane::Movements => &mut self.movements,
        }
    }

    /// Where `pane` is, if it is shown.
    pub const fn area(&self, pane: Pane) -> Option<Area> {
        match pane {
            Pane::Text => self.text,
            Pane::Speakers => self.speakers,
            Pane::Movements => self.movements,
        }
    }

    /// The pane at a cell.
    pub fn pane_at(&self, x: u16, y: u16) -> Option<Pane> {
        Pane::ALL
            .into_iter()
            .find(|&pane| self.area(pane).is_some_and(|area| area.holds(x, y)))
    }
}

/// What drawing found out, for the next key or click.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Geometry {
    /// What a click on an area means.
    pub hits: Vec<(Area, Hit)>,
    /// First row shown of the speakers list and of the movements table.
    pub speakers_top: usize,
    /// See [`Self::speakers_top`].
    pub movements_top: usize,
    /// Rows of the box that is open, or of the screen that takes the panes' place: all, and those that fit.
    pub scroll: (usize, usize),
    /// First line shown of the summary screen.
    pub summary_top: usize,
    /// First line of each entry of the summary screen.
    pub entries: Vec<usize>,
}

/// What a click means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// This row of the speakers list.
    Voice(usize),
    /// This row of the movements table.
    Movement(usize),
    /// This pane's tab.
    Tab(Pane),
    /// This row of the open list box, or line of the open screen.
    Item(usize),
    /// The map itself.
    Map,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(focus: Pane) -> Wish {
        Wish {
            focus,
            list: Pane::Movements,
            measure: 72,
            voices: 8,
            movements: 12,
            ..Wish::default()
        }
    }

    #[test]
    fn panes_by_size() {
        let three = Plan::new(120, 40, wish(Pane::Text));
        assert!(three.text.is_some() && three.speakers.is_some() && three.movements.is_some());
        let low = Plan::new(100, 11, wish(Pane::Text));
        assert!(low.speakers.is_none() && low.movements.is_some());
        let narrow = Plan::new(79, 24, wish(Pane::Speakers));
        assert!(narrow.tabs && narrow.text.is_none() && narrow.speakers.is_some());
        assert!(Plan::new(10, 3, wish(Pane::Text)).too_small);
    }

    #[test]
    fn panes_never_leave_the_screen_nor_cover_each_other() {
        for columns in 0..220 {
            for rows in [0, 1, 2, 3, 5, 6, 9, 10, 11, 12, 24, 60] {
                for (panes, side, upper) in [
                    (Panes::Three, None, None),
                    (Panes::Two, None, None),
                    (Panes::One, Some(1), None),
                    (Panes::Three, Some(0), Some(0)),
                    (Panes::Three, Some(1000), Some(1000)),
                    (Panes::Two, Some(650), Some(u16::MAX)),
                ] {
                    let plan = Plan::new(
                        columns,
                        rows,
                        Wish {
                            panes,
                            side,
                            upper,
                            ..wish(Pane::Text)
                        },
                    );
                    let mut taken = vec![false; usize::from(columns) * usize::from(rows)];
                    for area in [plan.text, plan.speakers, plan.movements].into_iter().flatten() {
                        for y in area.y..area.y + area.height {
                            for x in area.x..area.x + area.width {
                                let cell = &mut taken[usize::from(y) * usize::from(columns) + usize::from(x)];
                                assert!(!*cell, "{columns}x{rows} {panes:?}");
                                *cell = true;
                            }
                        }
                    }
                }
            }
        }
    }
}
