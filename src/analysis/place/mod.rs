//! Places and the countries behind forces: every mention with its use, its tie and its position.
//!
//! "to Poland and Germany" is two mentions and one group, a place gone to. "German troops", "Russia's army" and
//! "Moscow has sent" name owners: they have an actor and are no places. "Germany-based" is an origin. Relative places
//! ("its border", "there", "the south") are resolved through what the text named last.
//!
//! ```text
//! article, tokens ─ people ─▶ who bears a place's name ┐
//!                 ─ gazetteer ─▶ which namesake         ├─ reader ─▶ mentions ─ list ─▶ groups
//!                 ─ relative ─▶ borders, there, the south ┘
//! ```

mod area;
mod bodies;
mod chain;
mod gazetteer;
mod list;
mod nouns;
mod people;
mod reader;
mod relative;
mod ties;
mod unknown;
mod usage;
mod words;

use std::borrow::Cow;
use std::ops::Range;

pub use gazetteer::Kind;
pub use words::Link;

use crate::analysis::Toponym;
use crate::analysis::tokens::Tokens;
use crate::article::Article;
use crate::lexicon::Entry;
use crate::span::Span;

/// What a mention is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sense {
    /// Names a place: "in Poland".
    Place,
    /// Names somebody who acts: "Russia has", "the Kremlin", "Germans", "NATO".
    Actor,
    /// Says whose something is: "German troops", "Russia's army", "U.S. forces".
    Owner,
    /// Says where a force is based: "Germany-based".
    Based,
}

impl Sense {
    /// Whether it names who acts or owns.
    pub const fn is_actor(self) -> bool {
        matches!(self, Self::Actor | Self::Owner)
    }
}

/// One mention of a place, country, people or alliance.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention<'a> {
    /// Where it stands, the preposition and article before it left out.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// As an analyst writes it: `Fort Bragg, North Carolina`, `Ukraine border`, `southern Afghanistan`, `United States`.
    pub name: Cow<'a, str>,
    /// What it is used for.
    pub sense: Sense,
    /// What ties it to the words before.
    pub link: Link,
    /// What kind of place it is.
    pub kind: Kind,
    /// The canonical name of whoever acts under this name: `Russia` for Moscow, `NATO`, `United States`.
    pub actor: Option<Cow<'a, str>>,
    /// Whether the text names the place only by way of another ("there", "its border").
    pub relative: bool,
    /// The row that gives its position; for a place that no table knows, the country or state it lies in.
    spot: Option<Entry>,
}

impl Mention<'_> {
    /// Where it lies on a map; `None` for a name that no table knows.
    pub fn toponym(&self) -> Option<Toponym> {
        gazetteer::toponym(self.spot?, &self.name, self.kind)
    }

    /// Whether it is a command's area of responsibility, whose words also name the command.
    pub fn is_area(&self) -> bool {
        self.kind == Kind::Region && self.name.ends_with(area::TAIL)
    }

    /// Whether no table knows the place, nor what it lies in.
    pub const fn is_unknown(&self) -> bool {
        self.spot.is_none()
    }

    /// ISO code of its country, if it lies in just one.
    pub fn country(&self) -> Option<&'static str> {
        self.spot.map(gazetteer::country).filter(|c| !c.is_empty())
    }
}

/// Mentions that stand in one list: "Poland, Estonia and Latvia". A mention alone is a group of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// From the first mention to the last.
    pub span: Span,
    /// The same in tokens.
    pub tokens: Range<usize>,
    /// Indices into [`Places::mentions`].
    pub mentions: Range<usize>,
    /// The names as one: `Poland, Estonia and Latvia`.
    pub name: Cow<'a, str>,
    /// The actors as one: `Greece and Turkey`; `None` where a member has none.
    pub actor: Option<Cow<'a, str>>,
    /// Of its first mention.
    pub sense: Sense,
    /// Of its first mention.
    pub link: Link,
}

/// All mentions of an article.
#[derive(Clone, Debug, Default)]
pub struct Places<'a> {
    /// In the order of the text; they do not overlap.
    pub mentions: Vec<Mention<'a>>,
    /// The same as lists, in the order of the text.
    pub groups: Vec<Group<'a>>,
    /// The place of the dateline, where the article has one: what "here" means.
    pub here: Option<Cow<'a, str>>,
}

/// All places, owners and actors of `article`.
pub fn mentions<'a>(article: &'a Article, tokens: &Tokens<'a>) -> Places<'a> {
    reader::read(article, tokens)
}

impl<'a> Places<'a> {
    /// The mention that holds token `i`.
    pub fn mention_at(&self, i: usize) -> Option<&Mention<'a>> {
        let after = self.mentions.partition_point(|m| m.tokens.start <= i);
        self.mentions
            .get(after.checked_sub(1)?)
            .filter(|m| m.tokens.contains(&i))
    }

    /// The group that holds token `i`, separators included.
    pub fn group_at(&self, i: usize) -> Option<&Group<'a>> {
        let after = self.groups.partition_point(|g| g.tokens.start <= i);
        self.groups
            .get(after.checked_sub(1)?)
            .filter(|g| g.tokens.contains(&i))
    }

    /// The groups that begin in the tokens of `range`, actors among them.
    pub fn groups_in(&self, range: Range<usize>) -> &[Group<'a>] {
        let first = self.groups.partition_point(|g| g.tokens.start < range.start);
        let last = self.groups.partition_point(|g| g.tokens.start < range.end);
        self.groups.get(first..last.max(first)).unwrap_or_default()
    }

    /// The groups that share a byte with `span`.
    pub fn groups_over(&self, span: Span) -> &[Group<'a>] {
        let first = self.groups.partition_point(|g| g.span.end() <= span.start());
        let last = self.groups.partition_point(|g| g.span.start() < span.end());
        self.groups.get(first..last.max(first)).unwrap_or_default()
    }

    /// The mentions that begin in the tokens of `range`.
    pub fn mentions_in(&self, range: Range<usize>) -> &[Mention<'a>] {
        let first = self.mentions.partition_point(|m| m.tokens.start < range.start);
        let last = self.mentions.partition_point(|m| m.tokens.start < range.end);
        self.mentions.get(first..last.max(first)).unwrap_or_default()
    }

    /// Who acts or owns at token `i`, by canonical name; a list gives all its members as one name.
    pub fn owner_at(&self, i: usize) -> Option<&str> {
        self.group_at(i)?.actor.as_deref()
    }

    /// The mentions of a group.
    pub fn members(&self, group: &Group<'a>) -> &[Mention<'a>] {
        self.mentions.get(group.mentions.clone()).unwrap_or_default()
    }

    /// Where a group lies on a map: its first member with a position.
    pub fn toponym(&self, group: &Group<'a>) -> Option<Toponym> {
        self.members(group).iter().find_map(Mention::toponym)
    }
}

#[cfg(test)]
mod tests;
