//! Lists of mentions as one: "Romania, Bulgaria and Hungary".

use std::borrow::Cow;

use crate::analysis::tokens::Tokens;

use super::words::{self, Link};
use super::{Group, Mention, Sense};

/// The most tokens between two members of a list: `, as well as in the`.
const WIDEST: usize = 6;

/// Adds mention number `at`, the last of `mentions`, to the group before it or to one of its own.
pub(super) fn add<'a>(groups: &mut Vec<Group<'a>>, mentions: &[Mention<'a>], tokens: &Tokens<'a>) {
    let Some((mention, before)) = mentions.split_last() else {
        return;
    };
    let at = before.len();
    if let Some(group) = groups.last_mut()
        && same_kind(group.sense, mention.sense)
        && continues(tokens, group, mention)
    {
        group.span = group.span.cover(mention.span);
        group.tokens.end = mention.tokens.end;
        group.mentions.end = at + 1;
        let members = mentions.get(group.mentions.clone()).unwrap_or_default();
        group.name = join(members.iter().map(|m| &*m.name)).into();
        group.actor = members
            .iter()
            .all(|m| m.actor.is_some())
            .then(|| join(members.iter().filter_map(|m| m.actor.as_deref())).into());
        return;
    }
    groups.push(Group {
        span: mention.span,
        tokens: mention.tokens.clone(),
        mentions: at..at + 1,
        name: mention.name.clone(),
        actor: mention.actor.clone(),
        sense: mention.sense,
        link: mention.link,
    });
}

const fn same_kind(a: Sense, b: Sense) -> bool {
    matches!((a, b), (Sense::Place, Sense::Place)) || a.is_actor() && b.is_actor()
}

fn continues(tokens: &Tokens<'_>, group: &Group<'_>, mention: &Mention<'_>) -> bool {
    let gap = group.tokens.end..mention.tokens.start;
    if tokens.sentence_of(gap.start.saturating_sub(1)) != tokens.sentence_of(mention.tokens.start) {
        return false;
    }
    match separated(tokens, gap.start, gap.end) {
        Gap::Apart => false,
        Gap::Plain => true,
        Gap::Tied(link) => {
            let still = |link| matches!(link, Link::At | Link::Near);
            group.link == link || still(group.link) && still(link)
        }
    }
}

/// What stands between two mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// More than parts the members of a list.
    Apart,
    /// A comma, "and" and the like.
    Plain,
    /// The same with a preposition: "and in".
    Tied(Link),
}

/// Whether tokens `from..to` only part the members of a list.
pub(super) fn separated(tokens: &Tokens<'_>, from: usize, to: usize) -> Gap {
    if to <= from || to - from > WIDEST {
        return Gap::Apart;
    }
    let mut parted = false;
    let mut joined = false;
    let mut link = None;
    for i in from..to {
        let word = tokens.word(i);
        match word {
            "and" | "or" | "&" => {
                parted = true;
                joined = true;
            }
            "," => parted = true,
            "as" | "well" | "the" | "both" | "also" | "then" => {}
            _ if !parted => return Gap::Apart,
            _ => match words::preposition(word, "") {
                // "in A, near B" are two places, "in A and near B" one list.
                Some(new) if joined && link.is_none() && new.is_spatial() => link = Some(new),
                _ if words::is_direction(word) => {}
                _ => return Gap::Apart,
            },
        }
    }
    match link {
        _ if !parted => Gap::Apart,
        None => Gap::Plain,
        Some(link) => Gap::Tied(link),
    }
}

/// `A`, `A and B`, `A, B and C`; a name told twice counts once.
fn join<'s>(names: impl Iterator<Item = &'s str>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for name in names {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    match all.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The name of a whole group, for a word that stands for it.
pub(super) fn whole<'a>(group: &Group<'a>) -> Cow<'a, str> {
    group.name.clone()
}
