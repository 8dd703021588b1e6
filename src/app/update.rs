//! [`App::apply`]: what each action does.

use crate::app::overlay::{Asked, Help, Overlay, Palette};
use crate::app::reader::Aim;
use crate::app::{Action, App, Effect, Narrowed, Pane, Panes, Scheme, Screen, Target};

/// Rows that the wheel scrolls.
pub(super) const WHEEL: isize = 3;

/// Narrowest and widest text column, and the step of `-` and `=`.
const MEASURES: (u16, u16, u16) = (32, 120, 4);

impl App {
    /// Does `action`, `count` times where that has a meaning.
    pub fn apply(&mut self, action: Action, count: Option<usize>) -> Effect {
        let times = count.unwrap_or(1).clamp(1, 10_000);
        match action {
            Action::Quit => return self.quit(),
            Action::QuitNow => return Effect::QuitNow,
            Action::Suspend => return Effect::Suspend,
            Action::Redraw => return Effect::Redraw,
            Action::Edit => return Effect::Edit(self.sentence().start()),
            Action::Reload => return self.reload(),
            Action::ToggleReload => return self.toggle_live(),
            Action::Cancel => self.cancel(),
            Action::Help => {
                let context = self.context();
                self.overlays.push(Overlay::Help(Help {
                    context,
                    ..Help::default()
                }));
            }
            Action::Palette => {
                let palette = Palette::new(self.context());
                self.overlays.push(Overlay::Palette(palette));
            }
            Action::ToggleMouse => {
                self.mouse = !self.mouse;
                let key = self.key(Action::ToggleMouse);
                self.tell(if self.mouse {
                    "Mouse on: wheel scrolls, click selects (Shift and drag still selects text)".to_owned()
                } else {
                    format!("Mouse off: the terminal selects text again; {key} takes the mouse back")
                });
                return Effect::Mouse(self.mouse);
            }
            Action::CycleTheme => {
                let at = Scheme::ALL.iter().position(|&s| s == self.scheme).unwrap_or(0);
                self.scheme = Scheme::ALL[(at + 1) % Scheme::ALL.len()];
                self.tell(format!("Theme: {}", self.scheme.name()));
            }
            Action::Export => self.overlays.push(Overlay::Export(
                Target::ALL.iter().position(|t| *t == self.target).unwrap_or(0),
            )),
            Action::Summary => self.show(Screen::Summary),
            Action::Map => self.show(Screen::Map),
            Action::Timeline => self.show(Screen::Timeline),
            Action::Outline => self.show(Screen::Outline),
            Action::SearchAll => self.ask(Asked::All),
            Action::SearchQuotes => self.ask(Asked::Quotes),
            Action::NextBook | Action::PreviousBook => {
                return self.step_books(action == Action::NextBook, times);
            }
            Action::CopyParagraph => return self.copy_paragraph(),
            Action::CopyQuote => return self.copy_quote(),
            Action::CopySpeaker => return self.copy_speaker(),
            Action::CopyMovement => return self.copy_movement(),
            Action::CopyLink => return self.copy_link(),
            Action::Open => return self.open(),
            _ if !self.overlays.is_empty() => self.in_box(action, times),
            _ if self.screen != Screen::Reader => self.in_screen(action, times),
            _ => self.in_panes(action, count, times),
        }
        Effect::None
    }

    fn quit(&mut self) -> Effect {
        if self.overlays.pop().is_some() {
            return Effect::None;
        }
        if self.screen != Screen::Reader {
            self.screen = Screen::Reader;
            return Effect::None;
        }
        Effect::Quit
    }

    /// Esc: closes the top thing, one at a time, and never quits.
    fn cancel(&mut self) {
        if self.overlays.pop().is_some() {
        } else if self.screen != Screen::Reader {
            self.screen = Screen::Reader;
        } else if self.search.take().is_some() {
        } else if self.narrowed != Narrowed::No {
            self.widen();
        } else {
            self.tell(format!("{} quits", self.key(Action::Quit)));
        }
    }

    fn in_box(&mut self, action: Action, times: usize) {
        let (all, fit) = self.geometry.scroll;
        let most = all.saturating_sub(fit);
        match self.overlays.last_mut() {
            Some(Overlay::Help(help)) => {
                if action == Action::Search {
                    help.typing = true;
                } else {
                    scroll(&mut help.scroll, action, times, most, fit);
                }
            }
            Some(Overlay::Detail(_, at)) => scroll(at, action, times, most, fit),
            Some(Overlay::Links(list)) => {
                scroll(
                    &mut list.selected,
                    action,
                    times,
                    list.items.len().saturating_sub(1),
                    fit,
                );
            }
            Some(Overlay::Export(selected)) => {
                scroll(selected, action, times, super::Target::ALL.len() - 1, 3);
            }
            _ => {}
        }
    }

    fn in_panes(&mut self, action: Action, count: Option<usize>, times: usize) {
        match action {
            Action::NextQuoteSame => self.same_speaker(true, times),
            Action::PreviousQuoteSame => self.same_speaker(false, times),
            Action::NextQuote => self.any_speaker(true, times),
            Action::PreviousQuote => self.any_speaker(false, times),
            Action::NextMovement => self.mention(true, times),
            Action::PreviousMovement => self.mention(false, times),
            Action::Detail => self.detail(),
            Action::Follow => self.follow(),
            Action::RankSpeakers => self.rank_speakers(),
            Action::Top | Action::Bottom if count.is_some() => {
                let block = times.min(self.article.blocks.len()).saturating_sub(1);
                if let Some(at) = self.article.blocks.get(block).map(|b| b.span.start()) {
                    self.visit(at);
                }
            }
            Action::NextParagraph => self.paragraphs(true, times),
            Action::PreviousParagraph => self.paragraphs(false, times),
            Action::Back => self.retrace(false, times),
            Action::Forward => self.retrace(true, times),
            Action::Search => self.ask(Asked::Search),
            Action::Filter => self.ask(Asked::Filter),
            Action::SearchNext => self.next_hit(true, times),
            Action::SearchPrevious => self.next_hit(false, times),
            Action::SearchWord => self.search_word(true),
            Action::SearchWordBack => self.search_word(false),
            Action::NextPane | Action::PreviousPane => {
                let at = Pane::ALL.iter().position(|&p| p == self.focus).unwrap_or(0);
                let step = if action == Action::NextPane { 1 } else { 2 };
                self.set_focus(Pane::ALL[(at + step) % 3]);
            }
            Action::FocusLeft | Action::FocusRight => self.sideways(action == Action::FocusRight),
            Action::CycleLayout => {
                self.looks.panes = match self.looks.panes {
                    Panes::Three => Panes::Two,
                    Panes::Two => Panes::One,
                    Panes::One => Panes::Three,
                };
                if self.looks.panes == Panes::One {
                    self.focus = Pane::Text;
                }
                self.arrange();
            }
            Action::Narrower | Action::Wider => {
                let (least, most, step) = MEASURES;
                self.looks.width = if action == Action::Wider {
                    (self.looks.width + step).min(most)
                } else {
                    self.looks.width.saturating_sub(step).max(least)
                };
                self.arrange();
                self.tell(format!("Text at most {} columns wide", self.looks.width));
            }
            Action::Align
            | Action::SplitLeft
            | Action::SplitRight
            | Action::SplitUp
            | Action::SplitDown
            | Action::SplitReset => self.in_layout(action, times),
            Action::LineToTop => self.reader.reveal(&self.article, Aim::Top),
            Action::LineToCentre => self.reader.reveal(&self.article, Aim::Centre),
            Action::LineToBottom => self.reader.reveal(&self.article, Aim::Bottom),
            Action::OpenLink => self.link(),
            Action::LinkHints => self.hint_links(),
            Action::Note
            | Action::Highlight
            | Action::NextNote
            | Action::PreviousNote
            | Action::FixQuote
            | Action::RenameSpeaker
            | Action::MergeSpeaker
            | Action::DropRow
            | Action::EditRow
            | Action::AddRow
            | Action::UndoFix => self.in_notebook(action),
            _ => match self.focus {
                Pane::Text => self.in_text(action, times),
                Pane::Speakers => {
                    let all = self.index().voices.len();
                    let page = self
                        .plan
                        .speakers
                        .map_or(5, |a| usize::from(a.height).saturating_sub(1));
                    let mut row = self.voice_row(self.voice);
                    scroll(&mut row, action, times, all.saturating_sub(1), page);
                    self.select_voice_row(row);
                }
                Pane::Movements => {
                    let all = self.rows().len();
                    let page = self.plan.movements.map_or(5, |a| usize::from(a.height) / 2);
                    scroll(&mut self.movement, action, times, all.saturating_sub(1), page);
                }
            },
        }
    }

    fn in_text(&mut self, action: Action, times: usize) {
        let times = times as isize;
        let height = self.reader.height() as isize;
        let article = &self.article;
        match action {
            Action::Down => self.reader.step(article, times),
            Action::Up => self.reader.step(article, -times),
            Action::HalfPageDown => self.reader.page(article, times * (height / 2).max(1)),
            Action::HalfPageUp => self.reader.page(article, -times * (height / 2).max(1)),
            Action::PageDown => self.reader.page(article, times * (height - 2).max(1)),
            Action::PageUp => self.reader.page(article, -times * (height - 2).max(1)),
            Action::Top | Action::Bottom => {
                let from = self.reader.cursor();
                self.reader.edge(article, action == Action::Bottom);
                if from != self.reader.cursor() {
                    self.jumps.push(from);
                }
            }
            _ => {}
        }
    }

    pub(super) fn shown(&self, pane: Pane) -> bool {
        self.plan.area(pane).is_some()
    }

    pub(super) fn set_focus(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Text {
            self.list = pane;
        }
        self.arrange();
    }

    fn sideways(&mut self, right: bool) {
        if self.plan.tabs {
            let at = Pane::ALL.iter().position(|&p| p == self.focus).unwrap_or(0);
            let to = if right { at + 1 } else { at.wrapping_sub(1) };
            if let Some(&pane) = Pane::ALL.get(to) {
                self.set_focus(pane);
            }
        } else if right && self.focus == Pane::Text {
            self.set_focus(self.list);
        } else if !right {
            self.set_focus(Pane::Text);
        }
    }
}

/// Moves a number as a motion moves a row, within `0..=most`.
pub(super) fn scroll(at: &mut usize, action: Action, times: usize, most: usize, page: usize) {
    let page = page.max(1);
    let to = match action {
        Action::Down => at.saturating_add(times),
        Action::Up => at.saturating_sub(times),
        Action::HalfPageDown => at.saturating_add(times * page.div_ceil(2)),
        Action::HalfPageUp => at.saturating_sub(times * page.div_ceil(2)),
        Action::PageDown => at.saturating_add(times * page),
        Action::PageUp => at.saturating_sub(times * page),
        Action::Top => 0,
        Action::Bottom => most,
        _ => *at,
    };
    *at = to.min(most);
}
