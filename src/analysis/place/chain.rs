//! Chains that say where a small place lies: "Fort Bragg, North Carolina", "Sennelager in Germany".

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::{Entry, Form, Table};

use super::gazetteer::{self, Kind};
use super::reader::{Reader, TABLES};
use super::words;

impl<'a> Reader<'a, '_> {
    /// Takes in what says where a small place lies: ", North Carolina", "in Germany", ", Luhansk Oblast".
    pub(super) fn chain(
        &self,
        start: usize,
        end: usize,
        name: Cow<'a, str>,
        spot: Option<Entry>,
    ) -> (Cow<'a, str>, usize) {
        let mut name = name;
        let mut end = end;
        for _ in 0..2 {
            let comma = match self.word(end) {
                "," => true,
                "in" if end > start => false,
                _ => break,
            };
            let mut at = end + 1;
            while matches!(self.word(at), "the" | "’s" | "'s")
                || words::is_direction(self.word(at)) && !self.is_capital(at)
            {
                at += 1;
            }
            if let Some(stop) = self.typed_container(at) {
                name = format!("{name}, {}", self.written(at, stop)).into();
                end = stop;
                continue;
            }
            let found = match spot {
                Some(spot) => self.container(at, spot, !comma),
                None => self.any_container(at, comma, None),
            };
            let Some((stop, container)) = found else { break };
            // The state of a base that is known to lie in it need not be followed by anything; a guess must be closed.
            let sure = spot.is_some_and(|spot| contains(container, spot));
            if !sure && comma && self.is_verb(stop) {
                break;
            }
            let shown = match container.table() {
                Table::Country | Table::State => Cow::Borrowed(gazetteer::name(container)),
                _ => self.written(at, stop),
            };
            if !name.ends_with(&*shown) {
                name = format!("{name}, {shown}").into();
            }
            end = stop;
            if matches!(container.table(), Table::Country) {
                break;
            }
        }
        (name, end)
    }

    /// The country, state or region at token `i` in which `inner` (or a namesake of it) may lie: one past it, and its row.
    pub(super) fn container(&self, i: usize, inner: Entry, strict: bool) -> Option<(usize, Entry)> {
        let (stop, container) = self.any_container(i, !strict, Some(inner))?;
        if contains(container, inner) {
            return Some((stop, container));
        }
        if strict {
            return None;
        }
        // A namesake: "Fort Bragg, California". Countries side by side are a list, and so are towns of other countries.
        (container.table() == Table::State && gazetteer::kind(inner).is_small()).then_some((stop, container))
    }

    /// "Leningrad Oblast", "Troms county" at token `i`: one past it.
    pub(super) fn typed_container(&self, i: usize) -> Option<usize> {
        let end = self.run_end(i);
        let typed = |at: usize| {
            words::is_any(
                self.word(at),
                &[
                    "oblast",
                    "province",
                    "county",
                    "district",
                    "governorate",
                    "prefecture",
                    "raion",
                    "krai",
                    "municipality",
                ],
            )
        };
        if !self.is_capital(i) {
            return None;
        }
        if typed(end - 1) && end > i + 1 {
            return Some(end);
        }
        (typed(end) && self.may_be_place(i, end, true)).then_some(end + 1)
    }

    pub(super) fn any_container(
        &self,
        i: usize,
        comma: bool,
        inner: Option<Entry>,
    ) -> Option<(usize, Entry)> {
        if !self.is_capital(i) {
            return None;
        }
        let (len, key) = self
            .tokens
            .longest(i, &[Table::Country, Table::State, Table::Region])?;
        let written = self.word(i);
        let stop = i + len;
        let fitting = || key.entries().filter(|e| e.fits(written));
        let state = fitting().find(|e| {
            e.table() == Table::State && (e.form().is(Form::NAME) || comma && e.form().is(Form::ABBREVIATED))
        });
        let country = fitting().find(|e| e.table() == Table::Country && e.form().is(Form::NAME));
        let region = fitting().find(|e| e.table() == Table::Region && gazetteer::kind(*e) == Kind::Region);
        let entry = match key.text() {
            "georgia" => {
                if inner.is_some_and(|e| gazetteer::country(e) == "US")
                    || inner.is_none() && self.evidence.states > 0
                {
                    state
                } else {
                    country
                }
            }
            _ => country.or(state).or(region),
        }?;
        if self.is_clitic(stop) || self.is_force_noun(stop) {
            return None;
        }
        let stop = if entry.table() == Table::Region && self.is_type(stop) {
            stop + 1
        } else {
            stop
        };
        Some((stop, entry))
    }

    /// For a chain, the row inside its container, or the container where no table knows the name.
    pub(super) fn settle(&self, tokens: &Range<usize>, spot: Option<Entry>) -> Option<Entry> {
        let comma = tokens
            .clone()
            .skip(1)
            .find(|&i| matches!(self.word(i), "," | "in"));
        let Some(comma) = comma else { return spot };
        let inner =
            (comma + 1..tokens.end).find_map(|i| self.container(i, spot?, true).map(|c| c.1).or(None));
        let Some(container) = inner.or_else(|| {
            (comma + 1..tokens.end)
                .find_map(|i| self.lookup(i))
                .map(|n| n.city.unwrap_or(n.entry))
        }) else {
            return spot;
        };
        match spot {
            None => Some(container),
            Some(spot) if contains(container, spot) => Some(spot),
            Some(_) => {
                let key = self.tokens.phrase(tokens.start..comma);
                Some(
                    key.entries()
                        .filter(|e| TABLES.contains(&e.table()))
                        .find(|e| contains(container, *e))
                        .unwrap_or(container),
                )
            }
        }
    }
}

/// Whether `inner` lies in `container`.
fn contains(container: Entry, inner: Entry) -> bool {
    match container.table() {
        Table::State => gazetteer::state(inner) == container.cell(0),
        Table::Country => inner.table() != Table::Country && gazetteer::country(inner) == container.cell(0),
        Table::Region => {
            inner.table() != Table::Region
                && inner.table() != Table::Country
                && !gazetteer::country(container).is_empty()
                && gazetteer::country(inner) == gazetteer::country(container)
        }
        _ => false,
    }
}
