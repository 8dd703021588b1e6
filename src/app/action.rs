//! [`Action`] and THE ONE TABLE of actions: the keymap, the footer, `?`, the `:` palette, the README and the man page come from it.

use std::sync::LazyLock;

use crate::keys::{Clash, Key, Keymap, parse};

/// Where keys go: one bit each, so that an action can hold in several.
pub mod context {
    /// The text pane.
    pub const TEXT: u16 = 1;
    /// The speakers pane.
    pub const SPEAKERS: u16 = 1 << 1;
    /// The movements pane.
    pub const MOVEMENTS: u16 = 1 << 2;
    /// The summary screen.
    pub const SUMMARY: u16 = 1 << 3;
    /// The map.
    pub const MAP: u16 = 1 << 4;
    /// The timeline.
    pub const TIMELINE: u16 = 1 << 5;
    /// The outline.
    pub const OUTLINE: u16 = 1 << 6;
    /// A box over the panes that is read and closed: help, detail, menus.
    pub const BOX: u16 = 1 << 7;
    /// What a search through all open briefings found.
    pub const FOUND: u16 = 1 << 8;

    /// Both list panes.
    pub const LISTS: u16 = SPEAKERS | MOVEMENTS;
    /// The three panes.
    pub const PANES: u16 = TEXT | LISTS;
    /// The screens that take the panes' place.
    pub const SCREENS: u16 = SUMMARY | MAP | TIMELINE | OUTLINE | FOUND;
    /// Everywhere but in a text field.
    pub const ALL: u16 = PANES | SCREENS | BOX;
}

use context::{ALL, BOX, LISTS, MAP, PANES, SCREENS, TEXT};

/// The headings under which help lists the actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Through the text and the lists.
    Moving,
    /// From finding to finding.
    Findings,
    /// Searching and narrowing down.
    Finding,
    /// What is shown, and how.
    View,
    /// Copies and files.
    Taking,
    /// Marks, notes and corrections.
    Notebook,
    /// The program itself.
    Program,
}

impl Group {
    /// All groups in the order of the help.
    pub const ALL: [Self; 7] = [
        Self::Findings,
        Self::Moving,
        Self::Finding,
        Self::View,
        Self::Taking,
        Self::Notebook,
        Self::Program,
    ];

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Moving => "Moving",
            Self::Findings => "Who said what, what moves where",
            Self::Finding => "Search and filter",
            Self::View => "View",
            Self::Taking => "Copy and export",
            Self::Notebook => "Notes and corrections",
            Self::Program => "Program",
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Spec {
    /// The action.
    pub action: Action,
    /// Its name in `config.toml` and the palette.
    pub id: &'static str,
    /// What the footer calls it.
    pub short: &'static str,
    /// One line of help.
    pub help: &'static str,
    /// The default keys, the one to show first.
    pub keys: &'static [&'static str],
    /// Where it holds, see [`context`].
    pub contexts: u16,
    /// Its heading in the help.
    pub group: Group,
}

macro_rules! actions {
    ($($name:ident $id:literal $short:literal $help:literal [$($key:literal),*] $contexts:expr, $group:ident;)*) => {
        /// What a reader can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = $help] $name,)*
        }

        /// The table. Keys are in the notation of [`crate::keys::parse`].
        pub const TABLE: &[Spec] = &[
            $(Spec {
                action: Action::$name,
                id: $id,
                short: $short,
                help: $help,
                keys: &[$($key),*],
                contexts: $contexts,
                group: Group::$group,
            },)*
        ];
    };
}

actions! {
    NextQuoteSame "next-quote-same-speaker" "same speaker" "Next quote of the same speaker" ["]"] PANES, Findings;
    PreviousQuoteSame "previous-quote-same-speaker" "same, back" "Previous quote of the same speaker" ["["] PANES, Findings;
    NextQuote "next-quote" "next quote" "Next quote, whoever speaks" [")"] PANES, Findings;
    PreviousQuote "previous-quote" "previous quote" "Previous quote, whoever speaks" ["("] PANES, Findings;
    NextMovement "next-movement" "next movement" "Next sentence that feeds the movement table" [">"] PANES, Findings;
    PreviousMovement "previous-movement" "previous movement" "Previous sentence that feeds the movement table" ["<"] PANES, Findings;
    Open "open" "sentence ↔ row" "From a row to its sentence, from a sentence to its row; once more for the detail" ["<Enter>"] ALL, Findings;
    Detail "detail" "detail" "All that is known of the row or quote: evidence, reason, how sure" ["i"] PANES, Findings;
    Follow "follow-speaker" "follow" "Show only the paragraphs of the selected speaker, or all again" ["f"] PANES, Findings;
    RankSpeakers "rank-speakers" "order" "Speakers in the order of the text, or who says most first" ["s"] PANES, Findings;

    Down "down" "down" "One row down" ["j", "<Down>"] ALL, Moving;
    Up "up" "up" "One row up" ["k", "<Up>"] ALL, Moving;
    HalfPageDown "half-page-down" "half page" "Half a page down" ["d", "<C-d>"] ALL, Moving;
    HalfPageUp "half-page-up" "half page up" "Half a page up" ["u", "<C-u>"] ALL, Moving;
    PageDown "page-down" "page" "A page down" ["<Space>", "<PageDown>", "<C-f>"] ALL, Moving;
    PageUp "page-up" "page up" "A page up" ["b", "<PageUp>", "<C-b>"] ALL, Moving;
    Top "top" "top" "To the first row; with a number before it, to that paragraph" ["g", "<Home>"] ALL, Moving;
    Bottom "bottom" "end" "To the last row; with a number before it, to that paragraph" ["G", "<End>"] ALL, Moving;
    NextParagraph "next-paragraph" "next ¶" "Next paragraph" ["}"] PANES, Moving;
    PreviousParagraph "previous-paragraph" "previous ¶" "Previous paragraph" ["{"] PANES, Moving;
    Back "back" "back" "Back to where the last jump began" ["<C-o>", "<A-Left>"] PANES, Moving;
    Forward "forward" "forward" "Forward again through the jumps" ["<A-Right>"] PANES, Moving;
    SetMark "set-mark" "mark" "Mark this sentence with a letter" ["m"] PANES, Moving;
    GoToMark "go-to-mark" "to mark" "To the sentence marked with a letter; twice is back" ["'"] PANES, Moving;

    Search "search" "find" "Search the text; small letters also match capitals; // begins a regular expression" ["/"] PANES | BOX, Finding;
    SearchNext "search-next" "next hit" "Next hit" ["n"] PANES, Finding;
    SearchPrevious "search-previous" "previous hit" "Previous hit" ["N"] PANES, Finding;
    SearchWord "search-word" "this word" "Search the first long word of the sentence, on down" ["*"] TEXT, Finding;
    SearchWordBack "search-word-back" "this word, up" "Search the first long word of the sentence, back up" ["#"] TEXT, Finding;
    SearchAll "search-all" "find in all" "List the sentences of all open briefings that hold some words" ["F"] PANES | SCREENS, Finding;
    SearchQuotes "search-quotes" "find quotes" "List the quotes that hold some words, or whose speaker does; no words list all" ["Q"] PANES | SCREENS, Finding;
    Filter "filter" "filter" "Show only the paragraphs that hold some words" ["&"] PANES, Finding;

    NextPane "next-pane" "pane" "Next pane" ["<Tab>"] PANES, View;
    PreviousPane "previous-pane" "previous pane" "Previous pane" ["<S-Tab>"] PANES, View;
    FocusLeft "focus-left" "left" "To the pane at the left" ["h", "<Left>"] PANES, View;
    FocusRight "focus-right" "right" "To the pane at the right" ["l", "<Right>"] PANES, View;
    Summary "summary" "summary" "The briefing on one screen: movements, speakers, what to check" ["S"] PANES | SCREENS, View;
    Map "map" "map" "Where the forces move: the map of this briefing" ["w"] PANES | SCREENS, View;
    Timeline "timeline" "timeline" "Movements and dated statements by day, what is planned apart" ["t"] PANES | SCREENS, View;
    Outline "outline" "outline" "Headings, questions and turns with their sizes" ["O"] PANES | SCREENS, View;
    ZoomIn "zoom-in" "nearer" "Map: nearer" ["+", "="] MAP, View;
    ZoomOut "zoom-out" "farther" "Map: farther" ["-"] MAP, View;
    PanLeft "pan-left" "west" "Map: to the west" ["H", "<Left>"] MAP, View;
    PanDown "pan-down" "south" "Map: to the south" ["J"] MAP, View;
    PanUp "pan-up" "north" "Map: to the north" ["K"] MAP, View;
    PanRight "pan-right" "east" "Map: to the east" ["L", "<Right>"] MAP, View;
    MapFit "map-fit" "fit" "Map: what the briefing speaks of; once more, all places" ["0"] MAP, View;
    NextBook "next-briefing" "next briefing" "The next briefing of the list" ["<C-n>"] PANES | SCREENS, View;
    PreviousBook "previous-briefing" "previous briefing" "The previous briefing of the list" ["<C-p>"] PANES | SCREENS, View;
    CycleLayout "cycle-layout" "layout" "All panes, text and one list, or the text alone" ["v"] PANES, View;
    LineToTop "line-to-top" "to top" "Scroll the current row to the top" ["zt"] TEXT, View;
    LineToCentre "line-to-centre" "to centre" "The current row to the middle; on the map, the selected movement" ["zz"] TEXT | MAP, View;
    LineToBottom "line-to-bottom" "to bottom" "Scroll the current row to the bottom" ["zb"] TEXT, View;
    Narrower "narrower" "narrower" "Narrower text column" ["-"] PANES, View;
    Wider "wider" "wider" "Wider text column" ["="] PANES, View;
    Align "align" "align" "The text column at the left of its pane, or in the middle" ["A"] PANES, View;
    SplitLeft "split-left" "border left" "Less room for the text, more for the lists" ["zh"] PANES, View;
    SplitRight "split-right" "border right" "More room for the text, less for the lists" ["zl"] PANES, View;
    SplitUp "split-up" "border up" "Less room for the speakers, more for the movements" ["zk"] PANES, View;
    SplitDown "split-down" "border down" "More room for the speakers, less for the movements" ["zj"] PANES, View;
    SplitReset "split-reset" "borders back" "All borders back to where the screen's size suggests" ["z="] PANES, View;
    CycleTheme "cycle-theme" "theme" "Theme: the terminal's own colours, dark, light, no colours" ["T"] ALL, View;

    CopyParagraph "copy-paragraph" "copy ¶" "Copy this paragraph" ["yy"] PANES, Taking;
    CopyQuote "copy-quote" "copy quote" "Copy this quote with its speaker" ["yq"] PANES, Taking;
    CopySpeaker "copy-speaker" "copy speaker" "Copy the selected speaker with all quotes" ["ys"] PANES, Taking;
    CopyMovement "copy-movement" "copy row" "Copy the selected movement row" ["ym"] PANES, Taking;
    Export "export" "export" "Write a file: text, Markdown, HTML, JSON, CSV, or the screen" ["e"] PANES | SCREENS, Taking;
    OpenLink "open-link" "link" "Open the link in this sentence, after showing it; else list all links" ["o"] PANES, Taking;
    LinkHints "link-hints" "links" "Letters over the links in view; a letter shows its link" ["L"] PANES, Taking;
    CopyLink "copy-link" "copy link" "Copy the link of this sentence, or the one that is shown" ["yl"] PANES | BOX, Taking;

    Note "note" "note" "Write a note on this sentence; an empty one takes it away" ["a"] PANES, Notebook;
    Highlight "highlight" "highlight" "Highlight this sentence, or no longer" ["x"] PANES, Notebook;
    NextNote "next-note" "next note" "Next note or highlight" [";"] PANES, Notebook;
    PreviousNote "previous-note" "previous note" "Previous note or highlight" [","] PANES, Notebook;
    FixQuote "fix-quote" "whose quote" "Put right whose quote this is" ["cs"] PANES, Notebook;
    RenameSpeaker "rename-speaker" "rename" "Give the speaker another name" ["cr"] PANES, Notebook;
    MergeSpeaker "merge-speaker" "merge" "Say that the speaker is the same as another" ["cm"] PANES, Notebook;
    EditRow "edit-row" "edit row" "Put the selected movement row right" ["ce"] PANES, Notebook;
    DropRow "drop-row" "drop row" "Take the selected movement row out" ["cd"] PANES, Notebook;
    AddRow "add-row" "add row" "Add a movement row with this sentence as its evidence" ["ca"] PANES, Notebook;
    UndoFix "undo-fix" "take back" "Take the last correction back" ["cu"] PANES, Notebook;

    Help "help" "keys" "All keys, this pane's first; / filters the list" ["?", "<F1>"] ALL, Program;
    Palette "palette" "commands" "Every command by name" [":"] ALL, Program;
    ToggleMouse "toggle-mouse" "mouse" "Mouse off or on; off, the terminal's own selection works" ["M"] ALL, Program;
    Cancel "cancel" "close" "Close what is open: field, box, number, hits, filter. Never quits" ["<Esc>"] ALL, Program;
    Quit "quit" "quit" "Close the box or screen that is open, else quit" ["q"] ALL, Program;
    QuitNow "quit-now" "quit" "Quit at once" ["<C-c>"] ALL, Program;
    Edit "edit" "editor" "The article in your editor ($VISUAL, $EDITOR), at this sentence's line" ["E"] PANES | SCREENS, Program;
    Reload "reload" "reload" "Read the file or page again; place, marks and notes stay" ["r"] PANES | SCREENS, Program;
    ToggleReload "toggle-reload" "live reload" "Live reload off or on: a file that changes on disk is read again" ["R"] PANES | SCREENS, Program;
    Suspend "suspend" "suspend" "Back to the shell; `fg` returns" ["<C-z>"] ALL, Program;
    Redraw "redraw" "redraw" "Draw the screen afresh" ["<C-l>"] ALL, Program;
}

/// The actions that the footer names, by context, the most useful first.
pub const FOOTER: &[(u16, &[Action])] = &[
    (
        TEXT,
        &[
            Action::NextQuoteSame,
            Action::NextQuote,
            Action::NextMovement,
            Action::Open,
            Action::Search,
            Action::Summary,
            Action::Follow,
            Action::Export,
            Action::Map,
            Action::Help,
        ],
    ),
    (
        context::SPEAKERS,
        &[
            Action::Open,
            Action::NextQuoteSame,
            Action::Follow,
            Action::RankSpeakers,
            Action::CopySpeaker,
            Action::NextPane,
            Action::Summary,
            Action::Export,
            Action::Help,
        ],
    ),
    (
        context::MOVEMENTS,
        &[
            Action::Open,
            Action::Detail,
            Action::NextMovement,
            Action::Map,
            Action::CopyMovement,
            Action::NextPane,
            Action::Summary,
            Action::Export,
            Action::Help,
        ],
    ),
    (
        MAP,
        &[
            Action::Down,
            Action::ZoomIn,
            Action::ZoomOut,
            Action::PanLeft,
            Action::PanRight,
            Action::MapFit,
            Action::Open,
            Action::Quit,
            Action::Help,
        ],
    ),
    (
        context::TIMELINE | context::OUTLINE,
        &[
            Action::Down,
            Action::Open,
            Action::Timeline,
            Action::Outline,
            Action::Map,
            Action::Quit,
            Action::Help,
        ],
    ),
    (
        SCREENS,
        &[
            Action::Down,
            Action::PageDown,
            Action::Open,
            Action::Export,
            Action::Quit,
            Action::Help,
        ],
    ),
    (BOX, &[Action::Down, Action::Cancel]),
];

impl Action {
    /// Its row of the table.
    pub fn spec(self) -> &'static Spec {
        // The table is made by the macro that makes the enum, in the same order.
        &TABLE[self as usize]
    }

    /// The action of an id.
    pub fn by_id(id: &str) -> Option<Self> {
        TABLE.iter().find(|spec| spec.id == id).map(|spec| spec.action)
    }

    /// Whether a number before it changes what it does.
    pub const fn counts(self) -> bool {
        matches!(
            self,
            Self::Down
                | Self::Up
                | Self::HalfPageDown
                | Self::HalfPageUp
                | Self::PageDown
                | Self::PageUp
                | Self::Top
                | Self::Bottom
                | Self::NextParagraph
                | Self::PreviousParagraph
                | Self::NextQuote
                | Self::PreviousQuote
                | Self::NextQuoteSame
                | Self::PreviousQuoteSame
                | Self::NextMovement
                | Self::PreviousMovement
                | Self::SearchNext
                | Self::SearchPrevious
                | Self::Back
                | Self::Forward
                | Self::SplitLeft
                | Self::SplitRight
                | Self::SplitUp
                | Self::SplitDown
        )
    }

    /// Whether it waits for a letter after its key.
    pub const fn takes_letter(self) -> bool {
        matches!(self, Self::SetMark | Self::GoToMark)
    }
}

/// The keymap that the table describes.
pub fn default_keymap() -> Keymap<Action> {
    // Each briefing begins with it, and the user's keys are laid over it.
    static MAP: LazyLock<Keymap<Action>> = LazyLock::new(|| {
        let mut map = Keymap::default();
        for spec in TABLE {
            for notation in spec.keys {
                if let Ok(keys) = parse(notation) {
                    // A clash in the table is a bug that the tests find.
                    let _: Result<(), Clash<Action>> = map.bind(&keys, spec.contexts, spec.action);
                }
            }
        }
        map
    });
    MAP.clone()
}

/// The first key of `action`, as a person reads it; empty when it has none.
pub fn key_of(map: &Keymap<Action>, action: Action) -> String {
    map.keys_of(action)
        .next()
        .map(crate::keys::show)
        .unwrap_or_default()
}

/// All keys of `action`, as a person reads them.
pub fn keys_of(map: &Keymap<Action>, action: Action) -> String {
    map.keys_of(action)
        .map(crate::keys::show)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The mark letter that `key` names after `m` or `'`.
pub fn letter(key: Key) -> Option<char> {
    key.typed().filter(char::is_ascii_alphanumeric)
}

const _: () = assert!(LISTS & PANES == LISTS);

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_key_of_the_table_reaches_its_action_in_every_context_of_it() {
        let map = default_keymap();
        for spec in TABLE {
            for notation in spec.keys {
                let keys = parse(notation).unwrap();
                for bit in 0..9 {
                    if spec.contexts & (1 << bit) != 0 {
                        assert_eq!(
                            map.look(&keys, 1 << bit),
                            crate::keys::Found::Action(spec.action),
                            "{} {notation} in context {bit}",
                            spec.id
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_table_names_each_action_once_and_in_one_style() {
        let mut ids = BTreeSet::new();
        for (at, spec) in TABLE.iter().enumerate() {
            assert!(ids.insert(spec.id), "{} twice", spec.id);
            assert_eq!(spec.action as usize, at);
            assert_eq!(Action::by_id(spec.id), Some(spec.action));
            assert!(spec.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
            assert!(!spec.help.ends_with('.') && spec.help.chars().next().is_some_and(char::is_uppercase));
            assert!(!spec.keys.is_empty());
        }
    }
}
