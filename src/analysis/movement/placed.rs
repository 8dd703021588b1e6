//! Settles the place phrases of a sentence by what the gazetteer says of them: canonical names, relative places
//! resolved, and no place where the words name a person, a body or a number of things.

use crate::analysis::place::{Kind, Link, Mention, Places, Sense};

use super::spots::{Naming, Role, Spot};
use super::words::Words;

/// Renames and drops `spots` by the mentions of `places`.
pub(super) fn settle(spots: &mut Vec<Spot>, words: &Words<'_>, places: &Places<'_>) {
    spots.retain_mut(|spot| keep(spot, words, places));
}

/// The words of commands' areas of responsibility, which name a place and no unit.
pub(super) fn areas(words: &Words<'_>, places: &Places<'_>) -> Vec<Spot> {
    places
        .groups_over(words.span(0, words.len()))
        .iter()
        .filter(|group| places.members(group).iter().any(Mention::is_area))
        .map(|group| {
            let name = words.at(group.span.start());
            Spot {
                from: name,
                to: words.at(group.span.end().saturating_sub(1)) + 1,
                name,
                role: match group.link {
                    Link::To => Role::To,
                    Link::From => Role::From,
                    Link::At | Link::Near | Link::Through => Role::At,
                    _ => Role::Bare,
                },
                naming: Naming::Known,
                text: group.name.clone().into_owned(),
                possessive: false,
                edge: false,
                country: None,
            }
        })
        .collect()
}

fn keep(spot: &mut Spot, words: &Words<'_>, places: &Places<'_>) -> bool {
    // "left here on Saturday", "in this border city": the dateline's place.
    let here = spot.text == "here"
        || (spot.naming == Naming::Relative
            && (spot.name..spot.to).any(|k| words.low(k) == "this")
            && matches!(
                words.low(spot.to - 1),
                "city" | "town" | "village" | "port" | "capital"
            ));
    if let Some(place) = places.here.as_ref().filter(|_| here) {
        spot.text = place.clone().into_owned();
        spot.naming = Naming::Known;
        return true;
    }
    if matches!(spot.naming, Naming::There | Naming::Home) {
        return true;
    }
    let groups = places.groups_over(words.span(spot.name, spot.to));
    let mut named = groups
        .iter()
        .filter(|g| matches!(g.sense, Sense::Place | Sense::Based));
    let (first, more) = (named.next(), named.next());
    match (first, more) {
        (Some(group), None) => {
            let members = places.members(group);
            let home = members.first().and_then(Mention::country);
            if home.is_some() && members.iter().all(|m| m.country() == home) {
                spot.country = home.and_then(super::owners::country);
            }
            let edge = members.iter().any(|m| m.kind == Kind::Border);
            // Whose border "its" is, the actor of the clause says better than the order of names.
            if spot.naming == Naming::Relative && spot.possessive {
                return true;
            }
            if members.iter().all(|m| m.kind == Kind::Relative) {
                spot.text = group.name.clone().into_owned();
                return true;
            }
            spot.text = group.name.clone().into_owned();
            spot.naming = if members.iter().all(Mention::is_unknown) {
                Naming::Unknown
            } else {
                Naming::Known
            };
            spot.edge |= edge;
            true
        }
        (Some(_), Some(_)) => true,
        // "soldiers for the Central African Republic": only the movement grammar knows that they go there.
        (None, _)
            if words.low(spot.from) == "for"
                && spot.naming == Naming::Known
                && matches!(
                    words.low(spot.to),
                    "" | "." | "," | ";" | "in" | "as" | "and" | "after" | "by" | "on" | "next" | "this"
                ) =>
        {
            true
        }
        (None, _) => match spot.naming {
            // "returned to Exampleton on Saturday": a goal of a verb of going that no table knows.
            Naming::Unknown => {
                matches!(spot.role, Role::To | Role::From)
                    && groups.is_empty()
                    && matches!(
                        words.low(spot.to),
                        "" | "."
                            | ","
                            | "on"
                            | "in"
                            | "by"
                            | "this"
                            | "last"
                            | "next"
                            | "later"
                            | "and"
                            | "from"
                            | "after"
                            | "aboard"
                            | "to"
                            | "before"
                            | "with"
                    )
                    && words.entries(spot.from.wrapping_sub(1)).any(|e| {
                        e.table() == crate::lexicon::Table::MovementVerb
                            && matches!(e.cell(5), "move" | "deploy" | "withdraw" | "send")
                    })
            }
            Naming::Known => spot.role == Role::Bare || groups.is_empty(),
            _ => true,
        },
    }
}
