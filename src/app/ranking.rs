//! The order of the speakers pane: as they come in the text, or who says most first.

use crate::app::{Action, App};

/// The orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they come in the text.
    #[default]
    Text,
    /// Who says most first.
    Words,
}

impl App {
    /// Whether the speakers who say most stand first.
    pub fn is_ranked(&self) -> bool {
        self.order == Order::Words
    }

    /// Indexes of the voices in the order of the pane.
    pub fn voice_order(&self) -> Vec<usize> {
        let voices = &self.index().voices;
        let mut order: Vec<_> = (0..voices.len()).collect();
        if self.is_ranked() {
            // Those who are only named stay at the end, where they are.
            order.sort_by_key(|&at| std::cmp::Reverse(voices.get(at).map_or(0, |voice| voice.words)));
        }
        order
    }

    /// Row of the pane in which a voice stands.
    pub fn voice_row(&self, voice: usize) -> usize {
        if self.is_ranked() {
            let order = self.voice_order();
            order.iter().position(|&at| at == voice).unwrap_or(0)
        } else {
            voice
        }
    }

    /// Selects what stands in a row of the pane, or in the last one.
    pub(super) fn select_voice_row(&mut self, row: usize) {
        let order = self.voice_order();
        if let Some(&voice) = order.get(row.min(order.len().saturating_sub(1))) {
            self.voice = voice;
        }
    }

    /// The other order; the selected speaker stays selected.
    pub(super) fn rank_speakers(&mut self) {
        self.order = match self.order {
            Order::Text => Order::Words,
            Order::Words => Order::Text,
        };
        let key = self.key(Action::RankSpeakers);
        self.tell(if self.is_ranked() {
            format!("Who says most stands first; {key} puts them in the order of the text")
        } else {
            format!("In the order of the text; {key} puts first who says most")
        });
    }
}
