//! The screens that take the panes' place beside the summary: map, timeline and outline, and what keys do there.

use crate::app::map::{MapState, Scene};
use crate::app::outline::{Section, outline, section_at};
use crate::app::timeline::{Moment, What, timeline};
use crate::app::update::scroll;
use crate::app::{Action, App, Effect, Pane, Screen};

/// Nearer by one step; farther is its inverse.
const ZOOM: f64 = 0.7;

/// How far one key moves the map, as a share of half its height.
const STEP: f64 = 0.4;

/// What the screens show; made when one is opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screens {
    /// The map.
    pub map: MapState,
    /// Lines of the timeline.
    pub timeline: Vec<Moment>,
    /// Lines of the outline.
    pub outline: Vec<Section>,
    /// The selected line of the timeline or the outline.
    pub row: usize,
}

impl App {
    /// Opens a screen, or goes back to the panes when it is open.
    pub(super) fn show(&mut self, screen: Screen) {
        self.screen = if self.screen == screen {
            Screen::Reader
        } else {
            screen
        };
        self.fill_screen();
    }

    /// Makes what the open screen shows of the findings as they are now.
    pub(super) fn fill_screen(&mut self) {
        let cursor = self.reader.cursor();
        match self.screen {
            Screen::Reader | Screen::Summary | Screen::Found => {}
            Screen::Map => {
                self.screens.map.scene = Scene::of(&self.findings.analysis);
                if self.screens.map.scene.arrows.is_empty() {
                    self.tell(self.nothing_yet("No movement with a place"));
                }
            }
            Screen::Timeline => {
                self.screens.timeline =
                    timeline(&self.article, &self.findings.analysis, &self.findings.index);
                let selected = self.selected_movement().map(What::Movement);
                let lines = &self.screens.timeline;
                self.screens.row = lines.iter().position(|m| Some(m.what) == selected).unwrap_or(0);
                if lines.is_empty() {
                    self.tell(self.nothing_yet("No movement and no day"));
                }
            }
            Screen::Outline => {
                self.screens.outline = outline(&self.article, &self.findings.analysis);
                self.screens.row = section_at(&self.article, &self.screens.outline, cursor);
            }
        }
    }

    /// What the screens show.
    pub const fn screens(&self) -> &Screens {
        &self.screens
    }

    pub(super) fn in_screen(&mut self, action: Action, times: usize) {
        let (_, fit) = self.geometry.scroll;
        match self.screen {
            Screen::Reader => {}
            Screen::Summary => self.in_brief(action, times),
            Screen::Found => self.in_found(action, times, fit),
            Screen::Map => self.in_map(action, times),
            Screen::Timeline => {
                let last = self.screens.timeline.len().saturating_sub(1);
                scroll(&mut self.screens.row, action, times, last, fit);
                if let Some(What::Movement(id)) = self.screens.timeline.get(self.screens.row).map(|m| m.what)
                {
                    self.select_movement(id);
                }
            }
            Screen::Outline => {
                let last = self.screens.outline.len().saturating_sub(1);
                scroll(&mut self.screens.row, action, times, last, fit);
            }
        }
    }

    fn in_map(&mut self, action: Action, times: usize) {
        let selected = self.selected_movement();
        let map = &mut self.screens.map;
        let far = STEP * times.min(10) as f64;
        match action {
            Action::ZoomIn => map.zoom(ZOOM),
            Action::ZoomOut => map.zoom(1.0 / ZOOM),
            Action::PanLeft => map.pan(-far, 0.0),
            Action::PanRight => map.pan(far, 0.0),
            Action::PanDown => map.pan(0.0, -far),
            Action::PanUp => map.pan(0.0, far),
            Action::MapFit => map.reset(),
            Action::LineToCentre => {
                if !selected.is_some_and(|id| map.centre_on(id)) {
                    self.tell("This row names no place that the map knows");
                }
            }
            _ => {
                let last = self.rows().len().saturating_sub(1);
                scroll(&mut self.movement, action, times, last, 5);
            }
        }
    }

    /// Enter on a screen: to the words behind the selected line.
    pub(super) fn open_in_screen(&mut self) -> Effect {
        let target = match self.screen {
            Screen::Found => return self.open_found(),
            Screen::Summary => return self.open_brief(),
            Screen::Reader => None,
            Screen::Map => self
                .movement()
                .and_then(|(_, row)| row.evidence.first())
                .map(|e| e.start()),
            Screen::Timeline => self
                .screens
                .timeline
                .get(self.screens.row)
                .map(|m| m.span.start()),
            Screen::Outline => self
                .screens
                .outline
                .get(self.screens.row)
                .and_then(|s| self.article.blocks.get(s.block))
                .map(|b| b.span.start()),
        };
        let Some(at) = target else {
            return Effect::None;
        };
        self.screen = Screen::Reader;
        self.set_focus(Pane::Text);
        self.visit(at);
        Effect::None
    }

    /// A click on line `item` of the open screen: selects it; on the selected one, opens it.
    pub(super) fn click_line(&mut self, item: usize) -> Effect {
        let row = match self.screen {
            Screen::Found => &mut self.books.row,
            Screen::Summary => &mut self.brief,
            _ => &mut self.screens.row,
        };
        let again = std::mem::replace(row, item) == item;
        self.in_screen(Action::Redraw, 0);
        if again {
            self.open_in_screen()
        } else {
            Effect::None
        }
    }

    /// A click on row `row` of the table beside the map.
    pub(super) fn click_map_row(&mut self, row: usize) -> Effect {
        let again = self.movement == row;
        self.movement = row;
        if again {
            self.open_in_screen()
        } else {
            Effect::None
        }
    }
}
