//! Keys, pastes and the mouse: from what the reader presses to the action that it means.

use crate::app::action::{context, letter};
use crate::app::overlay::{Asked, Overlay};
use crate::app::reader::Aim;
use crate::app::search::Search;
use crate::app::update::WHEEL;
use crate::app::{Action, App, Effect, GUTTER, Hit, Pane, Screen};
use crate::keys::{Code, Found, Key};
use crate::text::graphemes;

/// What the mouse did, at which cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The left button was pressed.
    Click(u16, u16),
    /// The mouse was moved with the left button down.
    Drag(u16, u16),
    /// The left button was let go.
    Release,
    /// The wheel was turned, down or up.
    Wheel(u16, u16, bool),
}

impl App {
    /// Where keys go now, see [`context`].
    pub fn context(&self) -> u16 {
        if !self.overlays.is_empty() {
            return context::BOX;
        }
        match (self.screen, self.focus) {
            (Screen::Summary, _) => context::SUMMARY,
            (Screen::Map, _) => context::MAP,
            (Screen::Timeline, _) => context::TIMELINE,
            (Screen::Outline, _) => context::OUTLINE,
            (Screen::Found, _) => context::FOUND,
            (Screen::Reader, Pane::Text) => context::TEXT,
            (Screen::Reader, Pane::Speakers) => context::SPEAKERS,
            (Screen::Reader, Pane::Movements) => context::MOVEMENTS,
        }
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Effect {
        self.message = None;
        if let Some(effect) = self.type_into(key) {
            return effect;
        }
        if let Some(effect) = self.pick(key) {
            return effect;
        }
        if let Some(effect) = self.take_letter(key) {
            return effect;
        }
        let context = self.context();
        if self.pending.is_empty()
            && context & (context::PANES | context::SCREENS) != 0
            && self.take_digit(key)
        {
            return Effect::None;
        }
        if key.code == Code::Esc && (!self.pending.is_empty() || self.count.is_some()) {
            self.pending.clear();
            self.count = None;
            return Effect::None;
        }
        self.pending.push(key);
        match self.keymap.look(&self.pending, context) {
            Found::Prefix => Effect::None,
            Found::Action(action) if action.takes_letter() => Effect::None,
            Found::Action(action) => {
                self.pending.clear();
                let count = self.count.take();
                self.apply(action, count)
            }
            Found::Nothing => self.unknown(context),
        }
    }

    /// Takes pasted words: text for a field, and otherwise nothing.
    pub fn paste(&mut self, words: &str) -> Effect {
        match self.overlays.last_mut() {
            Some(Overlay::Prompt(prompt)) => {
                prompt.field.paste(words);
                self.typed();
            }
            Some(Overlay::Palette(palette)) => {
                palette.field.paste(words);
                palette.rank();
            }
            Some(Overlay::Form(form)) => {
                if let Some(line) = form.lines.get_mut(form.selected) {
                    line.field.paste(words);
                }
            }
            Some(Overlay::Help(help)) if help.typing => help.filter.paste(words),
            _ => {
                let search = self.key(Action::Search);
                self.tell(format!(
                    "Pasted words are not keys; {search} opens a field for them"
                ));
            }
        }
        Effect::None
    }

    /// Takes what the mouse did.
    pub fn mouse(&mut self, mouse: Mouse) -> Effect {
        if matches!(mouse, Mouse::Click(..) | Mouse::Wheel(..)) {
            self.message = None;
        }
        match mouse {
            Mouse::Drag(x, y) => self.drag(x, y),
            Mouse::Release => self.dragged = None,
            Mouse::Wheel(x, y, down) => self.wheel(x, y, down),
            Mouse::Click(x, y) => return self.click(x, y),
        }
        Effect::None
    }

    /// A key that means nothing here: a box that is only read gives way to what the key means in the panes.
    fn unknown(&mut self, context: u16) -> Effect {
        let keys = std::mem::take(&mut self.pending);
        self.count = None;
        if context == context::BOX && matches!(self.overlays.last(), Some(Overlay::Detail(..))) {
            self.overlays.pop();
            let mut effect = Effect::None;
            for key in keys {
                effect = self.press(key);
            }
            return effect;
        }
        self.tell(format!(
            "{} has no meaning here; {} shows the keys",
            crate::keys::show(&keys),
            self.key(Action::Help)
        ));
        Effect::None
    }

    fn take_digit(&mut self, key: Key) -> bool {
        let Some(digit) = key.typed().and_then(|c| c.to_digit(10)) else {
            return false;
        };
        if digit == 0 && self.count.is_none() {
            return false;
        }
        let number = self
            .count
            .unwrap_or(0)
            .saturating_mul(10)
            .saturating_add(digit as usize);
        self.count = Some(number.min(9_999_999));
        true
    }

    /// The letter after `m` or `'`.
    fn take_letter(&mut self, key: Key) -> Option<Effect> {
        let Found::Action(action) = self.keymap.look(&self.pending, self.context()) else {
            return None;
        };
        if self.pending.is_empty() || !action.takes_letter() {
            return None;
        }
        let again = self.pending.last() == Some(&key);
        self.pending.clear();
        self.count = None;
        match letter(key) {
            Some(letter) => self.mark(action, letter),
            None if again && action == Action::GoToMark => return Some(self.apply(Action::Back, None)),
            None if key.code == Code::Esc => {}
            None => self.tell("A mark is a letter or a digit"),
        }
        Some(Effect::None)
    }

    /// Digits pick from a menu.
    fn pick(&mut self, key: Key) -> Option<Effect> {
        let Some(Overlay::Export(_)) = self.overlays.last() else {
            return None;
        };
        let digit = key.typed()?.to_digit(10)?;
        let target = super::Target::ALL.get((digit as usize).checked_sub(1)?)?;
        self.overlays.pop();
        Some(Effect::Export(*target))
    }

    /// Gives a key to the field that is open, if there is one.
    fn type_into(&mut self, key: Key) -> Option<Effect> {
        let leave = key.code == Code::Esc || key == Key::ctrl('c');
        match self.overlays.last_mut()? {
            Overlay::Help(help) if help.typing => {
                match key.code {
                    Code::Enter => help.typing = false,
                    _ if leave => {
                        help.typing = false;
                        help.filter = super::Field::default();
                    }
                    _ => {
                        help.filter.press(key);
                    }
                }
                help.scroll = 0;
            }
            Overlay::Palette(palette) => match key.code {
                Code::Enter => {
                    let action = palette.found.get(palette.selected).copied();
                    self.overlays.pop();
                    return Some(action.map_or(Effect::None, |a| self.run(a)));
                }
                _ if leave => {
                    self.overlays.pop();
                }
                Code::Down | Code::Tab => {
                    palette.selected = (palette.selected + 1).min(palette.found.len().saturating_sub(1));
                }
                Code::Up | Code::BackTab => palette.selected = palette.selected.saturating_sub(1),
                Code::PageDown => {
                    palette.selected = (palette.selected + 8).min(palette.found.len().saturating_sub(1));
                }
                Code::PageUp => palette.selected = palette.selected.saturating_sub(8),
                Code::Backspace if palette.field.text().is_empty() => {
                    self.overlays.pop();
                }
                _ => {
                    if palette.field.press(key) {
                        palette.rank();
                    }
                }
            },
            Overlay::Prompt(_) => self.type_prompt(key, leave),
            Overlay::Form(_) if leave => {
                self.overlays.pop();
            }
            Overlay::Form(_) if key.code == Code::Enter => self.save_form(),
            Overlay::Form(form) => form.press(key),
            Overlay::Hints(_) => self.type_hint(key.typed()),
            _ => return None,
        }
        Some(Effect::None)
    }

    /// An action picked by name; one that needs a letter waits for it as after its key.
    fn run(&mut self, action: Action) -> Effect {
        if action.takes_letter() {
            if let Some(keys) = self.keymap.keys_of(action).next() {
                self.pending = keys.to_vec();
            }
            return Effect::None;
        }
        let here = self.context();
        if action.spec().contexts & here == 0 {
            self.tell(format!("{} has no meaning here", action.spec().id));
            return Effect::None;
        }
        self.apply(action, None)
    }

    fn type_prompt(&mut self, key: Key, leave: bool) {
        let Some(Overlay::Prompt(prompt)) = self.overlays.last_mut() else {
            return;
        };
        let (asked, origin) = (prompt.asked, prompt.origin);
        let empty = prompt.field.text().is_empty();
        match key.code {
            Code::Enter => {
                let words = prompt.field.text().to_owned();
                self.overlays.pop();
                self.enter(asked, &words, origin);
            }
            _ if leave || (empty && key.code == Code::Backspace) => {
                self.overlays.pop();
                if asked == Asked::Search {
                    self.search = None;
                    self.reader.go(&self.article, origin, Aim::Upper);
                }
            }
            Code::Up | Code::Down
                if matches!(asked, Asked::Search | Asked::Filter | Asked::All | Asked::Quotes) =>
            {
                let past = if key.code == Code::Up {
                    (prompt.past + 1).min(self.history.len())
                } else {
                    prompt.past.saturating_sub(1)
                };
                prompt.past = past;
                let words = self
                    .history
                    .len()
                    .checked_sub(past)
                    .and_then(|at| self.history.get(at));
                prompt.field = super::Field::with(words.map_or("", String::as_str));
                self.typed();
            }
            _ => {
                if prompt.field.press(key) {
                    self.typed();
                }
            }
        }
    }

    /// The words in the prompt have changed: a search shows its count and first hit at once.
    fn typed(&mut self) {
        let Some(Overlay::Prompt(prompt)) = self.overlays.last() else {
            return;
        };
        if prompt.asked != Asked::Search || !Search::is_live(&self.article.text) {
            return;
        }
        let origin = prompt.origin;
        let mut search = Search::new(&self.article.text, prompt.field.text());
        let target = search.from(origin);
        search.current = target.map(|(hit, _)| hit);
        let at = target
            .and_then(|(hit, _)| search.hits.get(hit))
            .map_or(origin, |h| h.start());
        self.search = Some(search);
        self.reader.go(&self.article, at, Aim::Upper);
    }

    /// The prompt was answered.
    fn enter(&mut self, asked: Asked, words: &str, origin: usize) {
        let empty = words.trim().is_empty();
        let sought = matches!(asked, Asked::Search | Asked::Filter | Asked::All | Asked::Quotes);
        if sought && !empty && self.history.last().is_none_or(|last| last != words) {
            self.history.push(words.to_owned());
        }
        match asked {
            Asked::All => self.search_all(words),
            Asked::Quotes => self.search_quotes(words),
            Asked::Note | Asked::Reassign | Asked::Rename | Asked::Merge => {
                self.enter_notebook(asked, words);
            }
            Asked::Filter => self.filter(words),
            Asked::Search if empty => {
                self.search = None;
                self.reader.go(&self.article, origin, Aim::Upper);
                self.next_hit(true, 1);
            }
            Asked::Search => {
                self.reader.go(&self.article, origin, Aim::Upper);
                let mut search = Search::new(&self.article.text, words);
                let Some((hit, wrapped)) = search.from(origin) else {
                    self.search = None;
                    let wrong = crate::app::search::complaint(words);
                    self.warn(wrong.unwrap_or_else(|| format!("“{words}” is not in the text")));
                    return;
                };
                search.current = Some(hit);
                let at = search.hits.get(hit).map_or(origin, |h| h.start());
                self.search = Some(search);
                self.visit(at);
                if wrapped {
                    self.tell("Search began again at the top");
                }
            }
        }
    }

    fn wheel(&mut self, x: u16, y: u16, down: bool) {
        let rows = if down { WHEEL } else { -WHEEL };
        let action = if down { Action::Down } else { Action::Up };
        let over_map = self
            .geometry
            .hits
            .iter()
            .any(|(area, hit)| *hit == Hit::Map && area.holds(x, y));
        if over_map && self.overlays.is_empty() {
            self.apply(if down { Action::ZoomOut } else { Action::ZoomIn }, None);
            return;
        }
        if self.overlays.is_empty() && self.screen == Screen::Summary {
            self.wheel_brief(down);
            return;
        }
        if !self.overlays.is_empty() || self.screen != Screen::Reader {
            let rows = if self.screen == Screen::Map {
                1
            } else {
                WHEEL.unsigned_abs()
            };
            self.apply(action, Some(rows));
            return;
        }
        match self.plan.pane_at(x, y) {
            Some(Pane::Text) => self.reader.wheel(&self.article, rows),
            Some(Pane::Speakers) => {
                let row = self.voice_row(self.voice);
                self.select_voice_row(row.saturating_add_signed(rows.signum()));
            }
            Some(Pane::Movements) => {
                let last = self.rows().len().saturating_sub(1);
                self.movement = self.movement.saturating_add_signed(rows.signum()).min(last);
            }
            None => {}
        }
    }

    fn click(&mut self, x: u16, y: u16) -> Effect {
        let hit = self.geometry.hits.iter().rev().find(|(area, _)| area.holds(x, y));
        match hit.map(|&(_, hit)| hit) {
            Some(Hit::Item(item)) => return self.click_item(item),
            _ if !self.overlays.is_empty() => {
                self.overlays.pop();
            }
            Some(Hit::Tab(pane)) => self.set_focus(pane),
            Some(Hit::Voice(voice)) => {
                let again = self.focus == Pane::Speakers && self.voice == voice;
                self.set_focus(Pane::Speakers);
                self.voice = voice;
                if again {
                    return self.apply(Action::Open, None);
                }
            }
            Some(Hit::Map) => {}
            Some(Hit::Movement(row)) if self.screen == Screen::Map => return self.click_map_row(row),
            Some(Hit::Movement(row)) => {
                let again = self.focus == Pane::Movements && self.movement == row;
                self.set_focus(Pane::Movements);
                self.movement = row;
                if again {
                    return self.apply(Action::Open, None);
                }
            }
            None if self.screen == Screen::Reader && self.grab(x, y) => {}
            None => {
                if let Some(pane) = self.plan.pane_at(x, y).filter(|_| self.screen == Screen::Reader) {
                    self.set_focus(pane);
                    if pane == Pane::Text {
                        self.click_text(x, y);
                    }
                }
            }
        }
        Effect::None
    }

    fn click_item(&mut self, item: usize) -> Effect {
        match self.overlays.last_mut() {
            Some(Overlay::Export(selected)) => {
                *selected = item;
                self.apply(Action::Open, None)
            }
            Some(Overlay::Palette(palette)) => {
                palette.selected = item;
                self.press(Key::plain(Code::Enter))
            }
            Some(Overlay::Form(form)) => {
                form.select(item);
                Effect::None
            }
            Some(Overlay::Links(list)) => {
                list.selected = item;
                self.apply(Action::Open, None)
            }
            None => self.click_line(item),
            _ => Effect::None,
        }
    }

    fn click_text(&mut self, x: u16, y: u16) {
        let Some(area) = self.plan.text else { return };
        let Some(row) = y
            .checked_sub(area.y + 1)
            .and_then(|row| self.reader.window().get(usize::from(row)))
            .copied()
            .filter(|row| !row.span.is_empty())
        else {
            return;
        };
        let wanted = usize::from(x.saturating_sub(area.x + self.text_shift() + GUTTER));
        let mut used = 0;
        let mut at = row.span.start();
        for (offset, _, wide) in graphemes(row.span.of(&self.article.text)) {
            at = row.span.start() + offset;
            used += wide;
            if used > wanted {
                break;
            }
        }
        self.reader.go(&self.article, at, Aim::Nearest);
        self.stop = None;
        if used > wanted
            && let Some(link) = self.link_at(at)
        {
            self.show_link(link.url);
        }
        if let Some(stop) = self.stop_here() {
            self.voice = self.index().stops[stop].voice;
        }
        if let Some(&row) = self.rows_here().first()
            && !self
                .movement()
                .is_some_and(|(id, _)| self.rows_here().contains(&id))
        {
            self.select_movement(row);
        }
    }
}
