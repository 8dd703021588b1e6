//! [`App::apply`]: what each action does.

use crate::analysis::{MovementId, QuoteId};
use crate::app::index::StopKind;
use crate::app::overlay::{Asked, Help, Overlay, Palette, Prompt, Subject};
use crate::app::reader::Aim;
use crate::app::search::{Search, pattern};
use crate::app::{Action, App, Effect, Field, Narrowed, Pane, Panes, Scheme, Screen, Target};
use crate::span::Span;

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
            Action::Cancel => self.cancel(),
            Action::Help => {
                let context = self.context();
                self.overlays.push(Overlay::Help(Help {
                    context,
                    ..Help::default()
                }));
            }
            Action::Palette => self.overlays.push(Overlay::Palette(Palette::new())),
            Action::ToggleMouse => {
                self.mouse = !self.mouse;
                self.tell(if self.mouse {
                    "Mouse on: wheel scrolls, click selects (Shift and drag still selects text)"
                } else {
                    "Mouse off: the terminal selects text again; M takes the mouse back"
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
            Action::NextBook | Action::PreviousBook => {
                return self.step_books(action == Action::NextBook, times);
            }
            Action::CopyParagraph => return self.copy_paragraph(),
            Action::CopyQuote => return self.copy_quote(),
            Action::CopySpeaker => return self.copy_speaker(),
            Action::CopyMovement => return self.copy_movement(),
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
            self.tell("q quits");
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
                self.panes = match self.panes {
                    Panes::Three => Panes::Two,
                    Panes::Two => Panes::One,
                    Panes::One => Panes::Three,
                };
                if self.panes == Panes::One {
                    self.focus = Pane::Text;
                }
                self.arrange();
            }
            Action::Narrower | Action::Wider => {
                let (least, most, step) = MEASURES;
                self.measure = if action == Action::Wider {
                    (self.measure + step).min(most)
                } else {
                    self.measure.saturating_sub(step).max(least)
                };
                self.arrange();
                self.tell(format!("Text at most {} columns wide", self.measure));
            }
            Action::LineToTop => self.reader.reveal(&self.article, Aim::Top),
            Action::LineToCentre => self.reader.reveal(&self.article, Aim::Centre),
            Action::LineToBottom => self.reader.reveal(&self.article, Aim::Bottom),
            Action::OpenLink => self.link(),
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
                    let page = self.plan.speakers.map_or(5, |a| usize::from(a.height) - 1);
                    scroll(&mut self.voice, action, times, all.saturating_sub(1), page);
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

    /// Enter.
    fn open(&mut self) -> Effect {
        match self.overlays.last() {
            Some(Overlay::Export(selected)) => {
                let target = super::Target::ALL.get(*selected).copied();
                self.overlays.pop();
                return target.map_or(Effect::None, Effect::Export);
            }
            Some(Overlay::Link(_)) => {
                if let Some(Overlay::Link(url)) = self.overlays.pop() {
                    return Effect::OpenLink(url);
                }
            }
            Some(_) => {
                self.overlays.pop();
            }
            None if self.screen == Screen::Reader => match self.focus {
                Pane::Text => self.open_sentence(),
                Pane::Speakers => self.open_voice(),
                Pane::Movements => self.open_movement(),
            },
            None => return self.open_in_screen(),
        }
        Effect::None
    }

    /// From the sentence to the rows it feeds, one after the other, then to the detail of the last; a sentence
    /// that feeds none leads to who speaks in it.
    fn open_sentence(&mut self) {
        let rows = self.rows_here();
        let selected = self.selected_movement();
        if let Some(&first) = rows.first() {
            let here = rows.iter().position(|&r| Some(r) == selected);
            let next = match here {
                None => Some(first),
                Some(at) if self.shown(Pane::Movements) => rows.get(at + 1).copied(),
                Some(at) => rows.get(at).copied(),
            };
            let Some(next) = next else {
                self.overlays.push(Overlay::Detail(
                    Subject::Movement(rows.last().copied().unwrap_or(first)),
                    0,
                ));
                return;
            };
            self.select_movement(next);
            if self.plan.tabs {
                self.set_focus(Pane::Movements);
            }
            let all = self.analysis().movements.len();
            self.tell(match rows.len() {
                1 => format!(
                    "This sentence feeds row {} of {all}; Enter once more for its detail",
                    next.0 + 1
                ),
                n => format!("This sentence feeds {n} rows, now row {} of {all}", next.0 + 1),
            });
            return;
        }
        match self.stop_here() {
            Some(stop) => {
                let voice = self.index().stops[stop].voice;
                if self.voice == voice && self.shown(Pane::Speakers) {
                    self.overlays.push(Overlay::Detail(self.subject_of(stop), 0));
                } else {
                    self.voice = voice;
                    if self.plan.tabs {
                        self.set_focus(Pane::Speakers);
                    }
                    self.tell(format!(
                        "{}; Enter once more for the quote's detail",
                        self.voice_name(voice)
                    ));
                }
            }
            None => self.tell("Nothing here feeds a row; > goes to the next movement, ) to the next quote"),
        }
    }

    fn open_voice(&mut self) {
        let Some((at, voice)) = self.voice() else { return };
        let here = self.stop_here().is_some_and(|s| voice.stops.contains(&s));
        if here && !self.plan.tabs {
            self.overlays.push(Overlay::Detail(Subject::Voice(at), 0));
            return;
        }
        let first = voice.stops.first().copied();
        let mention = voice
            .speaker
            .and_then(|s| self.analysis().speakers.get(s.0 as usize))
            .and_then(|s| s.mentions.first())
            .map(|m| m.start());
        if let Some(stop) = first {
            self.go_to_stop(stop);
        } else if let Some(at) = mention {
            self.visit(at);
        } else {
            return;
        }
        if self.plan.tabs {
            self.set_focus(Pane::Text);
        }
    }

    fn open_movement(&mut self) {
        let Some((id, row)) = self.movement() else { return };
        let Some(evidence) = row.evidence.first().copied() else {
            return;
        };
        if self.reader.cursor() == evidence.start() && !self.plan.tabs {
            self.overlays.push(Overlay::Detail(Subject::Movement(id), 0));
            return;
        }
        self.visit(evidence.start());
        if self.plan.tabs {
            self.set_focus(Pane::Text);
        }
    }

    /// The detail of what is selected in the focused pane.
    fn detail(&mut self) {
        let subject = match self.focus {
            Pane::Movements => self.movement().map(|(id, _)| Subject::Movement(id)),
            Pane::Speakers => self.voice().map(|(at, _)| Subject::Voice(at)),
            Pane::Text => {
                let rows = self.rows_here();
                let stop = self.stop_here();
                let selected = self.selected_movement().filter(|id| rows.contains(id));
                match (selected, stop) {
                    (_, Some(stop)) if self.stop == Some(stop) => Some(self.subject_of(stop)),
                    (Some(id), _) => Some(Subject::Movement(id)),
                    (None, Some(stop)) => Some(self.subject_of(stop)),
                    (None, None) => rows.first().map(|&r| Subject::Movement(r)),
                }
            }
        };
        match subject {
            Some(subject) => self.overlays.push(Overlay::Detail(subject, 0)),
            None => self.tell("Nothing was found in this sentence"),
        }
    }

    /// The rows that the sentence at the cursor feeds, in the order of the table.
    pub fn rows_here(&self) -> Vec<MovementId> {
        let mut rows: Vec<_> = self
            .index()
            .evidence
            .over(self.sentence())
            .map(|(_, id)| id)
            .collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// The stop at the cursor: the one jumped to, else a quote in this sentence, else this turn.
    pub fn stop_here(&self) -> Option<usize> {
        let cursor = self.reader.cursor();
        let stops = &self.index().stops;
        if let Some(at) = self.stop
            && stops.get(at).is_some_and(|s| s.span.start() == cursor)
        {
            return Some(at);
        }
        let sentence = self.sentence();
        let of_quote = |(span, id): (Span, QuoteId)| {
            let from = stops.partition_point(|s| s.span.start() < span.start());
            let same = stops
                .iter()
                .skip(from)
                .position(|s| s.what == StopKind::Quote(id))?;
            Some(from + same)
        };
        let over = |span: Span| {
            let first = self.index().quotes.over(span).next();
            first.map(|(span, (id, _))| (span, id))
        };
        over(Span::new(cursor, cursor + 1))
            .or_else(|| over(sentence))
            .and_then(of_quote)
            .or_else(|| {
                let block = self.article.block_at(cursor)?;
                let speaker = self.analysis().block_speakers.get(block).copied().flatten()?;
                let voice = self.index().voice_of(Some(speaker))?;
                let own = &self.index().voices.get(voice)?.stops;
                let before = own.partition_point(|&s| stops[s].span.start() <= cursor);
                let own = own.get(..before)?;
                own.iter()
                    .copied()
                    .rfind(|&s| matches!(stops[s].what, StopKind::Turn(_)))
            })
    }

    fn subject_of(&self, stop: usize) -> Subject {
        match self.index().stops[stop].what {
            StopKind::Quote(id) => Subject::Quote(id),
            StopKind::Turn(_) => Subject::Voice(self.index().stops[stop].voice),
        }
    }

    /// The words of a turn's block, its label left out.
    pub(super) fn turn_words(&self, block: usize) -> Span {
        let Some(block) = self.article.blocks.get(block) else {
            return Span::default();
        };
        let from = block.label.map_or_else(|| block.span.start(), Span::end);
        let rest = Span::new(from, block.span.end());
        let words = rest.of(&self.article.text);
        let skip = words.len()
            - words
                .trim_start_matches([':', '.', ' ', '\n', '\t', '-', '–', '—'])
                .len();
        Span::new(from + skip, block.span.end())
    }

    /// The name of a row of the speakers pane.
    pub fn voice_name(&self, voice: usize) -> String {
        self.index()
            .voices
            .get(voice)
            .and_then(|v| v.speaker)
            .and_then(|s| self.analysis().speakers.get(s.0 as usize))
            .map_or_else(|| "unattributed".to_owned(), |s| s.name.as_str().to_owned())
    }

    pub(super) fn selected_movement(&self) -> Option<MovementId> {
        self.movement().map(|(id, _)| id)
    }

    fn shown(&self, pane: Pane) -> bool {
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

    /// Jumps to byte `at`, remembering where from; a filter that hides it is lifted.
    pub(super) fn visit(&mut self, at: usize) {
        let from = self.reader.cursor();
        if !self.reader.shows(at) {
            self.widen();
            self.tell("All paragraphs are shown again, since the filter hid this one");
        }
        if from != at {
            self.jumps.push(from);
        }
        self.reader.go(&self.article, at, Aim::Upper);
    }

    fn widen(&mut self) {
        self.narrowed = Narrowed::No;
        self.reader.narrow(&self.article, None);
    }

    fn paragraphs(&mut self, forward: bool, times: usize) {
        for _ in 0..times {
            let Some(at) = self.reader.paragraph(&self.article, forward) else {
                break;
            };
            self.reader.go(&self.article, at, Aim::Upper);
        }
    }

    fn retrace(&mut self, forward: bool, times: usize) {
        for _ in 0..times {
            let here = self.reader.cursor();
            let place = if forward {
                self.jumps.forward()
            } else {
                self.jumps.back(here)
            };
            let Some(at) = place else {
                self.tell(if forward {
                    "Nothing to go forward to"
                } else {
                    "Nothing to go back to"
                });
                break;
            };
            if !self.reader.shows(at) {
                self.widen();
            }
            self.reader.go(&self.article, at, Aim::Upper);
        }
    }

    fn go_to_stop(&mut self, at: usize) {
        let Some(&stop) = self.index().stops.get(at) else {
            return;
        };
        self.visit(stop.span.start());
        self.stop = Some(at);
        self.voice = stop.voice;
    }

    fn any_speaker(&mut self, forward: bool, times: usize) {
        let all: Vec<usize> = (0..self.index().stops.len()).collect();
        if all.is_empty() {
            self.tell(self.nothing_yet("No quotes"));
            return;
        }
        if let Err(message) = self.step_stops(&all, forward, times) {
            self.tell(message);
            return;
        }
        self.say_where();
    }

    fn same_speaker(&mut self, forward: bool, times: usize) {
        let voice = self
            .stop_here()
            .map_or(self.voice, |s| self.index().stops[s].voice);
        let Some(stops) = self.index().voices.get(voice).map(|v| v.stops.clone()) else {
            self.tell(self.nothing_yet("No speakers"));
            return;
        };
        let name = self.voice_name(voice);
        if stops.is_empty() {
            self.tell(format!("{name} is named but not quoted"));
            return;
        }
        if self.step_stops(&stops, forward, times).is_err() {
            let end = if forward { "last" } else { "first" };
            self.tell(format!(
                "This is the {end} of {name}; ) and ( go on with any speaker"
            ));
            return;
        }
        self.say_where();
    }

    /// Goes `times` stops on from the cursor; the end or the beginning of the list stops it.
    fn step_stops(&mut self, stops: &[usize], forward: bool, times: usize) -> Result<(), &'static str> {
        let cursor = self.reader.cursor();
        let start = |i: usize| self.index().stops[i].span.start();
        let target = if forward {
            let next = stops.partition_point(|&i| start(i) <= cursor);
            (next < stops.len()).then(|| (next + times - 1).min(stops.len() - 1))
        } else {
            let before = stops.partition_point(|&i| start(i) < cursor);
            (before > 0).then(|| before.saturating_sub(times))
        };
        let Some(target) = target.and_then(|t| stops.get(t)).copied() else {
            return Err(if forward {
                "No more quotes below"
            } else {
                "No more quotes above"
            });
        };
        self.go_to_stop(target);
        Ok(())
    }

    fn say_where(&mut self) {
        let Some((at, voice)) = self.stop.and_then(|at| {
            let stop = self.index().stops.get(at)?;
            Some((at, self.index().voices.get(stop.voice)?))
        }) else {
            return;
        };
        let of = voice.stops.len();
        let number = voice.stops.partition_point(|&s| s < at) + 1;
        let name = self.voice_name(self.index().stops[at].voice);
        if self.message.is_none() {
            self.tell(format!("{name}: {number} of {of}"));
        }
    }

    fn mention(&mut self, forward: bool, times: usize) {
        let marks = self.index().evidence.all();
        if marks.is_empty() {
            self.tell(self.nothing_yet("No movements"));
            return;
        }
        let cursor = self.reader.cursor();
        let selected = self.selected_movement();
        let here = marks
            .iter()
            .position(|(span, id)| span.start() == cursor && Some(*id) == selected);
        let target = match (here, forward) {
            (Some(at), true) => Some(at + times),
            (Some(at), false) => at.checked_sub(times),
            (None, true) => {
                let at = marks.partition_point(|(span, _)| span.start() < cursor);
                Some(at + times - 1)
            }
            (None, false) => marks
                .partition_point(|(span, _)| span.start() < cursor)
                .checked_sub(times),
        };
        let Some(&(span, id)) = target.and_then(|t| marks.get(t)) else {
            self.tell(if forward {
                "No more movements below"
            } else {
                "No more movements above"
            });
            return;
        };
        self.select_movement(id);
        self.visit(span.start());
        if self.message.is_none() {
            let line = self.movement_line(id);
            self.tell(format!(
                "Row {} of {}: {line}",
                id.0 + 1,
                self.analysis().movements.len()
            ));
        }
    }

    pub(super) fn nothing_yet(&self, what: &str) -> String {
        match self.progress {
            super::Progress::Done => format!("{what} were found in this text"),
            _ => format!("{what} yet; the text is still being read"),
        }
    }

    fn follow(&mut self) {
        if matches!(self.narrowed, Narrowed::Voice(_)) {
            self.widen();
            self.tell("All paragraphs");
            return;
        }
        if self.focus == Pane::Text
            && let Some(stop) = self.stop_here()
        {
            self.voice = self.index().stops[stop].voice;
        }
        let voice = self.voice;
        let blocks = self.blocks_of(voice);
        let name = self.voice_name(voice);
        if blocks.is_empty() {
            self.tell(format!("No paragraph of {name}"));
            return;
        }
        let keep = |block: usize| blocks.binary_search(&block).is_ok();
        if self.reader.narrow(&self.article, Some(&keep)) {
            self.narrowed = Narrowed::Voice(voice);
            self.tell(format!(
                "Only {name}: {} of {} paragraphs; f or Esc shows all",
                blocks.len(),
                self.article.blocks.len()
            ));
        }
    }

    /// The blocks in which a voice is heard; where it is only named, those that name it.
    fn blocks_of(&self, voice: usize) -> Vec<usize> {
        let Some(row) = self.index().voices.get(voice) else {
            return Vec::new();
        };
        let mut blocks: Vec<usize> = Vec::new();
        let mut add = |span: Span| {
            let first = self.article.block_at(span.start());
            let last = self.article.block_at(span.end().saturating_sub(1));
            if let (Some(first), Some(last)) = (first, last) {
                blocks.extend(first..=last);
            }
        };
        for &stop in &row.stops {
            add(self.index().stops[stop].span);
        }
        if let Some(id) = row.speaker {
            if row.stops.is_empty()
                && let Some(speaker) = self.analysis().speakers.get(id.0 as usize)
            {
                speaker.mentions.iter().for_each(|&m| add(m));
            }
            let turns = self.analysis().block_speakers.iter().enumerate();
            blocks.extend(turns.filter(|(_, s)| **s == Some(id)).map(|(b, _)| b));
        }
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    /// Shows only paragraphs that hold `words`; all again when there are none to look for.
    pub(super) fn filter(&mut self, words: &str) {
        let Some(wanted) = pattern(words) else {
            self.widen();
            return;
        };
        let article = &self.article;
        let keep = |block: usize| {
            let span = article.blocks.get(block).map_or_else(Span::default, |b| b.span);
            wanted.is_match(span.of(&article.text))
        };
        if self.reader.narrow(article, Some(&keep)) {
            self.narrowed = Narrowed::Words(words.to_owned());
            self.search = Some(Search::new(&self.article.text, words));
        } else {
            self.tell(format!("No paragraph holds “{words}”"));
        }
    }

    fn ask(&mut self, asked: Asked) {
        self.overlays.push(Overlay::Prompt(Prompt {
            asked,
            field: Field::default(),
            origin: self.reader.cursor(),
            past: 0,
        }));
    }

    pub(super) fn next_hit(&mut self, forward: bool, times: usize) {
        if self.search.is_none()
            && let Some(last) = self.history.last()
        {
            self.search = Some(Search::new(&self.article.text, last));
        }
        for _ in 0..times.min(1000) {
            let cursor = self.reader.cursor();
            let Some(search) = &mut self.search else {
                self.tell("Nothing was searched yet; / searches");
                return;
            };
            let Some((hit, wrapped)) = search.step(cursor, forward) else {
                let text = format!("“{}” is not in the text", search.query);
                self.warn(text);
                return;
            };
            search.current = Some(hit);
            let at = search.hits.get(hit).map_or(cursor, |h| h.start());
            self.visit(at);
            if wrapped {
                self.tell(if forward {
                    "Search began again at the top"
                } else {
                    "Search began again at the end"
                });
            }
        }
    }

    fn search_word(&mut self, forward: bool) {
        let cursor = self.reader.cursor();
        let sentence = self.sentence();
        let text = self.article.text.as_str();
        let begin = Span::new(sentence.start(), cursor).of(text);
        let begin = begin.rfind(|c: char| !c.is_alphanumeric()).map_or_else(
            || sentence.start().min(cursor),
            |at| {
                let after = begin
                    .get(at..)
                    .and_then(|r| r.chars().next())
                    .map_or(1, char::len_utf8);
                sentence.start() + at + after
            },
        );
        let word = Span::new(begin, sentence.end().max(cursor))
            .of(text)
            .split(|c: char| !c.is_alphanumeric())
            .find(|w| w.chars().count() >= 4)
            .map(str::to_owned);
        let Some(word) = word else {
            self.tell("No word here to search");
            return;
        };
        self.history.push(word.clone());
        self.search = Some(Search::new(&self.article.text, &word));
        self.next_hit(forward, 1);
    }

    fn link(&mut self) {
        let sentence = self.sentence();
        let link = self.article.links.iter().find(|l| l.span.overlaps(sentence));
        match link.map(|l| l.url.as_str().to_owned()) {
            Some(url) => self.overlays.push(Overlay::Link(url)),
            None => self.tell("No link in this sentence"),
        }
    }

    /// Marks the sentence with a letter, or goes to it.
    pub(super) fn mark(&mut self, action: Action, letter: char) {
        if action == Action::SetMark {
            self.notebook.marks.insert(letter, self.reader.cursor());
            self.notebook_revision += 1;
            self.tell(format!("Marked as {letter}; '{letter} comes back here"));
        } else if let Some(&at) = self.notebook.marks.get(&letter) {
            self.visit(at);
        } else {
            self.tell(format!("Nothing is marked as {letter}"));
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
