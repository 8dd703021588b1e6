//! [`Traits`]: what a word by itself can be for the grammars of forces and triggers.
//!
//! Found once for each spelling. A grammar that is asked at every word turns most of them down by these bits; they are
//! made of the very lists that the grammar reads, and debug builds check that what they turn down it would not read.

use crate::lexicon::{Entry, Form, KeyId, Table, TableSet};

use super::designators::{echelon, ship_prefix};
use super::equipment::plain_noun;
use super::forces::bound_head;
use super::lists::{barred, collective, military, modifier, people, people_weak, stop};
use super::quantities;

/// Bits of what a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u16);

/// Tables whose phrases are heads of forces.
const HEADS: TableSet = TableSet::of(&[Table::Equipment, Table::Formation, Table::Ship]);

impl Traits {
    /// A force phrase may begin with it, even in lower case.
    pub const OPENS: Self = Self(1);
    /// It may be, or end, what a force phrase must have: a head noun, a name of a unit or ship, a figure.
    pub const HEAD: Self = Self(1 << 1);
    /// A head of two words or more may begin with it, if the next word goes on.
    pub const LEADS: Self = Self(1 << 2);
    /// It may stand for a force after "of": those, them.
    pub const STANDS_IN: Self = Self(1 << 3);
    /// [`quantities::begins`].
    pub const BEGINS: Self = Self(1 << 4);
    /// [`quantities::counts`].
    pub const COUNTS: Self = Self(1 << 5);
    /// An article, demonstrative or possessive.
    pub const DETERMINER: Self = Self(1 << 6);
    /// It ends a noun phrase, whatever stands after it, unless another word has taken it in.
    pub const ENDS: Self = Self(1 << 7);
    /// In lower case it may open a name or compound that takes in the words after it.
    pub const LEAPS: Self = Self(1 << 8);

    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn when(self, holds: bool) -> Self {
        if holds { self } else { Self(0) }
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The traits of a word as written, in lower case, and in the tables.
    pub fn of(raw: &str, low: &str, key: KeyId) -> Self {
        let noun = barred(low)
            || people(low)
            || people_weak(low)
            || plain_noun(low).is_some()
            || echelon(low) > 0
            || collective(low)
            || bound_head(low);
        let listed = key.tables().meets(HEADS);
        let leads = key.leads().meets(HEADS);
        let begins = quantities::begins(low);
        let modifies = modifier(low) || military(low);
        let determiner = matches!(
            low,
            "the" | "these" | "those" | "this" | "that" | "its" | "their" | "our" | "his" | "her" | "my"
        );
        let leaps = matches!(
            low,
            "pro" | "coalition" | "separatist" | "separatists" | "multinational"
        );
        let opens = noun || listed || leads || begins || modifies || determiner || leaps;
        // "more Americans": the people themselves.
        let people = |e: Entry| e.table() == Table::Country && e.form().is(Form::DEMONYM);
        let head = noun
            || listed
            || quantities::figures(low)
            || matches!(low, "royal" | "kampfgruppe" | "reinforcements")
            || ship_prefix(raw).is_some()
            || key.leads().has(Table::Country)
            || key.entries().any(people);
        Self::OPENS
            .when(opens)
            .or(Self::HEAD.when(head))
            .or(Self::LEADS.when(leads))
            .or(Self::DETERMINER.when(determiner))
            .or(Self::LEAPS.when(leaps))
            .or(Self::ENDS.when(stop(low) && !modifies))
            .or(Self::BEGINS.when(begins))
            .or(Self::COUNTS.when(quantities::counts(low)))
            .or(Self::STANDS_IN.when(matches!(low, "those" | "them" | "these" | "which" | "whom")))
    }
}
