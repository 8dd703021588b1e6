//! Those who spoke, with name, kind, role and the forms under which the text names them.

use super::discourse::{Source, SourceId};
use super::keyed::ByNumber;
use super::labels::Turn;
use super::names::{Entity, NameKind};
use super::walk::Found;
use super::{Doc, Speech, reasons};
use crate::analysis::model::{GroupId, Quote, Speaker, SpeakerId, SpeakerKind};
use crate::clean::Clean;
use crate::span::Span;

/// Other forms of a name that are kept.
const MOST_ALIASES: usize = 8;

/// The findings in their final form: speakers in the order of their first quote or turn.
pub(super) fn gather(doc: &Doc, found: &Found, turns: &[Option<Turn>]) -> Speech {
    let mut order: Vec<(usize, SourceId)> = Vec::new();
    for piece in &found.pieces {
        order.extend(piece.source.map(|id| (piece.span.start(), id)));
    }
    for (b, source) in found.turns.iter().enumerate() {
        order.extend(source.map(|id| (doc.article.blocks[b].span.start(), id)));
    }
    order.sort_unstable();
    let mut ids: Vec<Option<SpeakerId>> = vec![None; found.discourse.sources.len()];
    let mut speakers = Vec::new();
    for (_, source) in order {
        if ids[source].is_none() {
            ids[source] = Some(SpeakerId(speakers.len() as u32));
            let one = &found.discourse.sources[source];
            speakers.push(speaker(doc, one, one.entity.map(|e| found.names.get(e))));
        }
    }
    let mut groups: Vec<u32> = found.pieces.iter().map(|p| p.group).collect();
    let mut seen: ByNumber<u32, u32> = ByNumber::default();
    for group in &mut groups {
        let next = seen.len() as u32;
        *group = *seen.entry(*group).or_insert(next);
    }
    let quotes = found
        .pieces
        .iter()
        .zip(groups)
        .map(|(piece, group)| {
            let speaker = piece.source.and_then(|id| ids[id]);
            let name = speaker.map(|id| speakers[id.0 as usize].name.as_str());
            let reason = reasons::reason(
                piece,
                piece.mention.map(|m| m.of(doc.text)),
                piece.cue.map(|c| c.of(doc.text)),
                name,
            );
            Quote {
                kind: piece.kind,
                span: piece.span,
                speaker,
                mention: piece.mention,
                cue: piece.cue,
                block: piece.block,
                group: GroupId(group),
                confidence: reasons::confidence(piece),
                reason: Clean::line(&reason),
            }
        })
        .collect();
    let block_speakers = if turns.is_empty() {
        Vec::new()
    } else {
        found.turns.iter().map(|t| t.and_then(|id| ids[id])).collect()
    };
    Speech {
        speakers,
        quotes,
        block_speakers,
    }
}

fn speaker(doc: &Doc, source: &Source, entity: Option<&Entity>) -> Speaker {
    let Some(entity) = entity else {
        return Speaker {
            name: shown(source.span.of(doc.text)),
            kind: source.kind,
            role: None,
            affiliation: None,
            aliases: aliases(doc, &source.mentions, source.span.of(doc.text)),
            mentions: source.mentions.clone(),
        };
    };
    let name = entity
        .shown
        .as_deref()
        .unwrap_or_else(|| entity.name.of(doc.text));
    let kind = match entity.kind {
        NameKind::Person => SpeakerKind::Person,
        _ => SpeakerKind::Organisation,
    };
    let role_text = source
        .role
        .or(entity.role)
        .map_or("", |r| trim_role(r.of(doc.text)));
    let role = source
        .role
        .or(entity.role)
        .map(|r| shown(trim_role(r.of(doc.text))))
        .filter(|r| !r.is_empty());
    Speaker {
        name: if kind == SpeakerKind::Person {
            person(name)
        } else {
            shown(name)
        },
        kind,
        role,
        affiliation: affiliation(role_text).map(Clean::line),
        aliases: aliases(doc, &entity.mentions, name),
        mentions: entity.mentions.clone(),
    }
}

/// The body or place that a role names: "spokesman for the Marlow Institute", "Defense Department spokesman".
fn affiliation(role: &str) -> Option<&str> {
    let capital = |s: &str| s.starts_with(char::is_uppercase);
    for link in [
        " of the ",
        " for the ",
        " with the ",
        " at the ",
        " of ",
        " for ",
        " with ",
        " at ",
    ] {
        if let Some(at) = role.find(link) {
            let rest = role.get(at + link.len()..)?.trim();
            if capital(rest) {
                return Some(rest);
            }
        }
    }
    // Capitalised words before a role in small letters.
    let mut end = 0;
    for word in role.split_inclusive(' ') {
        if !capital(word) {
            return (end > 0).then(|| role.get(..end)).flatten().map(str::trim_end);
        }
        end += word.len();
    }
    None
}

/// Without an article before and marks around.
fn trim_role(role: &str) -> &str {
    let role = role.trim().trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';' | '-' | '–' | '—' | ':')
    });
    // "mayor — she is a friend": an aside is no role.
    let role = [" — ", " – ", " -- ", "; "]
        .iter()
        .find_map(|dash| role.split_once(dash))
        .map_or(
            role,
            |(before, after)| if before.len() > 3 { before } else { after.trim() },
        );
    let role = [
        "the ", "The ", "a ", "A ", "an ", "An ", "what ", "What ", "that ", "That ", "Mr. ", "Mr ",
    ]
    .iter()
    .find_map(|article| role.strip_prefix(article))
    .unwrap_or(role)
    .trim_start_matches("the ");
    let role = [" Dr", " Dr.", " Mr", " Mr.", " Mrs.", " Ms."]
        .iter()
        .find_map(|honorific| role.strip_suffix(honorific))
        .unwrap_or(role);
    // A people, an honorific or a tie to somebody else is no role.
    let empty = ["his ", "her ", "their ", "my ", "our "]
        .iter()
        .any(|p| role.to_lowercase().starts_with(p))
        || matches!(
            role,
            "American"
                | "Canadian"
                | "Ms"
                | "Mrs"
                | "Dr"
                | "Dr."
                | "Mr"
                | "Mr."
                | "Mrs."
                | "Ms."
                | "Miss"
                | "Sir"
        );
    if empty { "" } else { role }
}

/// One line; a name all in capitals, as in a label, gets small letters.
fn shown(name: &str) -> Clean {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = !name.chars().any(char::is_lowercase);
    // "NDP MP", "AFL-CIO" are short for something.
    let short = name
        .split(|c: char| !c.is_alphanumeric())
        .all(|word| word.chars().count() <= 3);
    if !capitals || short || letters < 5 || !name.contains(' ') && letters < 6 {
        return Clean::line(name);
    }
    small(name)
}

/// A person's name: capitals are a label's, however short it is.
fn person(name: &str) -> Clean {
    if name.chars().any(char::is_lowercase)
        || name.chars().count() < 3
        || name.contains('.') && name.len() < 6
    {
        return Clean::line(name);
    }
    small(name)
}

/// With small letters after the first of each word.
fn small(name: &str) -> Clean {
    let mut out = String::with_capacity(name.len());
    let mut fresh = true;
    for c in name.chars() {
        if fresh {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        fresh = !c.is_alphabetic();
    }
    Clean::line(&out)
}

fn aliases(doc: &Doc, mentions: &[Span], name: &str) -> Vec<Clean> {
    let mut out: Vec<Clean> = Vec::new();
    for mention in mentions {
        let form = Clean::line(mention.of(doc.text));
        if form.as_str() != name && !form.is_empty() && !out.contains(&form) {
            out.push(form);
            if out.len() == MOST_ALIASES {
                break;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_names_its_body() {
        let cases = [
            ("Defense Department spokesman", Some("Defense Department")),
            ("spokesman for the Marlow Institute", Some("Marlow Institute")),
            ("senior fellow at Orlen College", Some("Orlen College")),
            ("retired biologist", None),
            ("President", None),
        ];
        for (role, body) in cases {
            assert_eq!(affiliation(role), body, "{role}");
        }
    }

    #[test]
    fn roles_lose_articles_honorifics_and_ties() {
        for (raw, role) in [
            ("the mayor", "mayor"),
            ("team doctor Dr", "team doctor"),
            ("his wife", ""),
            ("what President", "President"),
            ("mayor — she is a friend", "mayor"),
            ("American", ""),
        ] {
            assert_eq!(trim_role(raw), role);
        }
        assert_eq!(person("MARA TELLIER").as_str(), "Mara Tellier");
        assert_eq!(shown("NATO").as_str(), "NATO");
        assert_eq!(shown("NDP MP").as_str(), "NDP MP");
    }
}
