//! Capitalised runs: where they begin and end, and whether they name a person, a body or a place.

use super::Doc;
use super::names::{Gender, NameKind, Run};
use super::words::Class;
use crate::lexicon::Table;

const SUFFIXES: [&str; 6] = ["Jr.", "Jr", "Sr.", "Sr", "II", "III"];

pub(super) const PLACE_HEADS: [&str; 18] = [
    "St.", "Saint", "Fort", "Port", "San", "Santa", "Mount", "Lake", "New", "Los", "Las", "Camp", "Cape",
    "Point", "North", "South", "East", "West",
];

const PLACE_TAILS: [&str; 22] = [
    "Street",
    "Avenue",
    "Road",
    "River",
    "Lake",
    "County",
    "City",
    "Island",
    "Islands",
    "Bay",
    "Beach",
    "Park",
    "Valley",
    "Mountain",
    "Mountains",
    "Bridge",
    "Airport",
    "Square",
    "Hill",
    "Hills",
    "Sea",
    "Ocean",
];

const BODY_TAILS: [&str; 34] = [
    "Inc.",
    "Inc",
    "Corp.",
    "Corp",
    "Ltd.",
    "Ltd",
    "LLC",
    "Co.",
    "Group",
    "Holdings",
    "News",
    "Times",
    "Post",
    "Journal",
    "Media",
    "Press",
    "Act",
    "Studies",
    "Affairs",
    "Sciences",
    "Systems",
    "Partners",
    "Motors",
    "Watch",
    "Project",
    "Journalism",
    "Electric",
    "Dynamics",
    "Hydro",
    "Energy",
    "Airlines",
    "Convention",
    "Airways",
    "Magazine",
];

/// Whether most long words of the sentence are capitalised, so that capitals tell nothing.
pub(super) fn is_headline(doc: &Doc, range: std::ops::Range<usize>) -> bool {
    let function = Class::DET
        .or(Class::PREP)
        .or(Class::CONJ)
        .or(Class::SUB)
        .or(Class::PRONOUN);
    let (mut long, mut capital, mut lower) = (0, 0, 0);
    for i in range {
        let token = doc.token(i);
        if !token.is_word() {
            continue;
        }
        if token.span.len() > 3 {
            long += 1;
            capital += usize::from(token.is_capital());
        }
        lower += usize::from(!token.is_capital() && !doc.class(i).has(function));
        // A headline with capitals gives its verb one too.
        if !token.is_capital()
            && doc.class(i).has(Class::VERB.or(Class::AUX).or(Class::REPORTS))
            && !doc.class(i).has(function)
        {
            return false;
        }
    }
    long >= 5 && capital * 4 > long * 3 && lower * 6 <= long
}

/// One past the last token of the capitalised run that begins at `i`.
pub(super) fn extend(doc: &Doc, i: usize, limit: usize) -> usize {
    let mut end = i + 1;
    let sources = Class::BODY.or(Class::TITLE).or(Class::ROLE);
    // "Sen. Bram Olden of Orlen": a person's name after his title goes no further.
    let body_so_far = |end: usize| {
        let title = (i..end).rev().find(|&k| doc.class(k).has(Class::TITLE));
        let named = title
            .is_some_and(|t| (3..5).contains(&(end - t)) && !(t + 1..end).any(|k| doc.class(k).has(sources)));
        (i..end).any(|k| doc.class(k).has(sources)) && !named
    };
    while end < limit {
        let token = doc.token(end);
        let word = doc.tokens.word(end);
        if token.is_word() && token.is_capital() && token.is_spaced() {
            if doc.class(end).has(Class::TIME) && !doc.class(end).has(Class::GIVEN) || word == "I" {
                break;
            }
            if matches!(
                word,
                "The" | "A" | "He" | "She" | "It" | "They" | "But" | "And" | "In" | "On"
            ) {
                break;
            }
            end += 1;
        } else if (word == "-"
            && !token.is_spaced()
            && doc
                .tokens
                .get(end + 1)
                .is_some_and(|t| t.is_capital() && !t.is_spaced())
            && end + 1 < limit)
            || (token.is_word()
                && end + 1 < limit
                && doc.token(end + 1).is_capital()
                && doc.class(end).has(Class::PARTICLE))
        {
            end += 2;
        } else if token.is_word()
            && end + 2 < limit
            && doc.class(end).has(Class::PARTICLE)
            && doc.class(end + 1).has(Class::PARTICLE)
            && doc.token(end + 2).is_capital()
        {
            end += 3;
        } else if matches!(word, "of" | "for" | "&")
            && end + 1 < limit
            && body_so_far(end)
            && doc.token(end + 1).is_capital()
            && doc.token(end + 1).is_word()
            && !doc.class(end - 1).has(Class::TIME)
        {
            end += 2;
        } else if word == "of"
            && end + 2 < limit
            && body_so_far(end)
            && doc.tokens.word(end + 1) == "the"
            && doc.token(end + 2).is_capital()
        {
            end += 3;
        } else {
            break;
        }
    }
    end
}

#[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
pub(super) fn classify(doc: &Doc, start: usize, end: usize, fresh: bool) -> Run {
    let mut run = Run {
        start,
        name: start,
        end,
        kind: NameKind::Other,
        entity: None,
        titled: false,
        headline: false,
        fresh,
        gender: Gender::Unknown,
    };
    // The last title that a name follows.
    let mut k = start;
    while k < end {
        let taken = doc
            .tokens
            .longest(k, &[Table::Title])
            .filter(|&(len, id)| k + len < end && id.of(Table::Title).is_some());
        if let Some((len, id)) = taken {
            let next_particle = doc.tokens.is_any(k + len, &["of", "for"]);
            if !next_particle {
                run.name = k + len;
                run.titled = true;
                if let Some(entry) = id.of(Table::Title) {
                    match entry.cell(5) {
                        "F" => run.gender = Gender::Female,
                        "M" => run.gender = Gender::Male,
                        _ => {}
                    }
                }
                let class = doc.class(k + len - 1);
                if class.has(Class::FEMALE) {
                    run.gender = Gender::Female;
                }
                if class.has(Class::MALE) {
                    run.gender = Gender::Male;
                }
            }
            k += len;
            continue;
        }
        let class = doc.closed(k);
        // "Republicans Mara Tellier and Bram Olden"
        let party = k == start
            && doc
                .tokens
                .is_any(k, &["republicans", "democrats", "liberals", "conservatives"]);
        if (class.has(Class::ROLE) || party)
            && k + 1 < end
            && !doc.class(k).has(Class::GIVEN)
            && !doc.tokens.is_any(k + 1, &["of", "for"])
        {
            run.name = k + 1;
            run.titled = true;
            if class.has(Class::FEMALE) {
                run.gender = Gender::Female;
            }
            if class.has(Class::MALE) {
                run.gender = Gender::Male;
            }
        } else if doc.tokens.is_any(k, &["former", "senior"]) {
            run.name = k + 1;
        }
        k += 1;
    }
    let n = run.end - run.name;
    let last = doc.tokens.word(run.end - 1);
    let tail_class = doc.closed(run.end - 1);
    let connective = (run.name..run.end).any(|k| doc.tokens.is_any(k, &["of", "for", "&", "of the"]));
    let bodyish = tail_class.has(Class::BODY)
        || crate::word_set!(BODY_TAILS).has(last)
        || (n > 1 && connective)
        // "Harbour Canada", "Curling Canada"
        || (n > 1 && last == "Canada")
        || (n > 1
            && (run.name..run.end)
                .any(|k| doc.closed(k).has(Class::BODY) && !doc.class(k).has(Class::GIVEN)));
    // "Senate Minority Whip Bram Olden": a body inside, a person at the end.
    let named = n >= 3
        && !connective
        && !tail_class.has(Class::BODY)
        && !crate::word_set!(BODY_TAILS).has(last)
        && doc.class(run.end - 2).has(Class::GIVEN)
        && doc.class(run.end - 1).is_unknown()
        && (run.name..run.end - 2).any(|k| doc.closed(k).has(Class::ROLE));
    if named {
        run.name = run.end - 2;
        run.titled = true;
        run.kind = NameKind::Person;
        run.gender = merge(run.gender, given_gender(doc, run.name));
        return run;
    }
    let place = doc
        .tokens
        .longest(
            run.name,
            &[
                Table::Country,
                Table::City,
                Table::State,
                Table::Region,
                Table::Base,
            ],
        )
        .is_some_and(|(len, _)| len >= n)
        || (n > 1 && PLACE_TAILS.contains(&last))
        || (n > 1 && PLACE_HEADS.contains(&doc.tokens.word(run.name)) && !run.titled);
    // `B.C.`, `N.B.`: a place in short.
    let short =
        n == 1 && last.contains('.') && last.len() <= 6 && last.chars().all(|c| c == '.' || c.is_uppercase());
    let place = place || short;
    if run.titled && (1..=4).contains(&n) && !bodyish {
        run.kind = NameKind::Person;
        if n >= 2 {
            run.gender = merge(run.gender, given_gender(doc, run.name));
        }
        // `Sharks Coach` names nobody.
        if n == 1 && tail_class.has(Class::ROLE.or(Class::GROUP)) && !doc.class(run.end - 1).has(Class::GIVEN)
        {
            run.kind = NameKind::Other;
        }
        return run;
    }
    if bodyish {
        run.kind = NameKind::Body;
        run.name = start;
        return run;
    }
    if place {
        run.kind = NameKind::Place;
        return run;
    }
    // A given name with a word after it.
    let given = (run.name..run.end.saturating_sub(1)).find(|&k| {
        doc.class(k).has(Class::GIVEN) && doc.token(k + 1).is_capital()
            || (doc.class(k).has(Class::GIVEN) && doc.class(k + 1).has(Class::PARTICLE))
    });
    if let Some(g) = given {
        let prefix = g - run.name;
        let holds_place = PLACE_HEADS.contains(&doc.tokens.word(g.saturating_sub(1))) && prefix > 0;
        if !holds_place {
            let whole = prefix == 1
                && doc.class(run.name).is_unknown()
                && !doc.token(run.name).is_capitals()
                && !doc.tokens.word(run.name).ends_with('s')
                && !fresh;
            if prefix > 0 && !whole {
                run.name = g;
            }
            let n = run.end - run.name;
            let given_class = doc.class(run.name);
            // "Carolina Hurricanes", "Charlotte Checkers": a place that is a given name too, and a plural after it.
            // So is the state in "Virginia Democratic".
            let team = given_class.has(Class::PLACE)
                && n == 2
                && (last.ends_with('s') || tail_class.has(Class::ROLE.or(Class::MODIFIER)));
            if n <= 4 && !team {
                run.kind = NameKind::Person;
                run.gender = given_gender(doc, run.name);
            }
            return run;
        }
    }
    // "Finally Mara", "Leading Liberals": the first word has its capital from the sentence only.
    let first = doc.tokens.word(run.name);
    let participle =
        first.len() > 6 && first.ends_with("ing") && n == 2 && !doc.class(run.name).has(Class::GIVEN);
    if fresh
        && n > 1
        && (participle
            || doc.tokens.is_any(
                run.name,
                &[
                    "finally",
                    "recently",
                    "additionally",
                    "similarly",
                    "currently",
                    "previously",
                    "initially",
                    "eventually",
                ],
            ))
    {
        run.name += 1;
        run.start = run.name;
    }
    if fresh && n > 1 && doc.class(run.name).has(Class::REPORTS.or(Class::VERB)) {
        run.name += 1;
        run.start = run.name;
    }
    if n == 1 && doc.class(run.name).has(Class::GIVEN) {
        run.gender = given_gender(doc, run.name);
    }
    run
}

pub(super) const fn merge(a: Gender, b: Gender) -> Gender {
    match a {
        Gender::Unknown => b,
        known => known,
    }
}

pub(super) fn given_gender(doc: &Doc, i: usize) -> Gender {
    match doc.token(i).key().of(Table::GivenName).map(|e| e.cell(1)) {
        Some("M") => Gender::Male,
        Some("F") => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// Index of the surname: the last word that is no suffix.
pub(super) fn last_word(doc: &Doc, run: &Run) -> usize {
    let end = run.end - 1;
    if end > run.name && SUFFIXES.contains(&doc.tokens.word(end)) {
        end - 1
    } else {
        end
    }
}

/// Whether the words around the run speak of a person.
pub(super) fn person_context(doc: &Doc, run: &Run) -> bool {
    let (tokens, before, after) = (doc.tokens, run.start.wrapping_sub(1), run.end);
    let prev = doc.class(before);
    if prev.has(Class::REPORTS) || (prev.has(Class::ROLE) && !doc.token(before).is_capital()) {
        return true;
    }
    let next = doc.class(after);
    if next.has(Class::REPORTS) && !doc.token(after).is_capital() || tokens.is(after, "who") {
        return true;
    }
    if tokens.word(after) == "," {
        // "the head of operations, Bram Olden, says"
        if tokens.word(before) == "," && doc.class(after + 1).has(Class::REPORTS) && run.end - run.name <= 3 {
            return true;
        }
        if tokens.is(after + 1, "who") {
            return true;
        }
        if tokens
            .get(after + 1)
            .is_some_and(super::super::tokens::Token::is_number)
            && matches!(tokens.word(after + 2), "," | "." | ")" | ";")
        {
            return true;
        }
        // ", a retired biologist" and ", president of".
        return (after + 1..after + 9)
            .take_while(|&k| !matches!(tokens.word(k), "," | "." | ";"))
            .any(|k| doc.class(k).has(Class::ROLE) && !doc.token(k).is_capital());
    }
    false
}

/// Whether the run opens its sentence as subject and the next pronoun is one that only a person takes: "Zuma Tal was
/// on her way home when …".
pub(super) fn pronoun_follows(doc: &Doc, run: &Run) -> bool {
    let sentence = doc.tokens.sentence(doc.tokens.sentence_of(run.start));
    let next = doc.class(run.end);
    if !run.fresh
        || run.start != sentence.start
        || !(next.has(Class::AUX.or(Class::VERB).or(Class::REPORTS)) || doc.tokens.word(run.end) == ",")
        || (run.name..run.end).any(|k| doc.token(k).is_capitals() || doc.token(k).is_clitic())
    {
        return false;
    }
    // The rest of the sentence, and the first words of the next one.
    for k in run.end..(sentence.end + 3).min(doc.tokens.len()) {
        let other = doc.class(k).has(Class::GIVEN) && !doc.class(k).has(Class::PLACE) && k < sentence.end;
        if other || matches!(doc.tokens.word(k), "\"" | "“") {
            return false;
        }
        if doc.tokens.is_any(k, &["he", "she", "his", "her"]) {
            return true;
        }
        if doc.tokens.is_any(k, &["it", "its", "they", "their"]) {
            return false;
        }
    }
    false
}

/// Whether the run is an office and nobody's name: "the Prime Minister", "the Executive Vice President", "the Ohio
/// Republican".
pub(super) fn is_office(doc: &Doc, start: usize, end: usize) -> bool {
    let mut k = start;
    // What leads an office: "US President", "Deputy Prime Minister".
    while k + 1 < end
        && doc.class(k).has(Class::MODIFIER.or(Class::PLACE))
        && doc
            .tokens
            .longest(k, &[Table::Title])
            .is_none_or(|(len, _)| len < 2)
    {
        k += 1;
    }
    let whole = doc.tokens.longest(k, &[Table::Title]).is_some_and(|(len, id)| {
        k + len == end && id.of(Table::Title).is_some_and(|t| t.cell(2) != "honorific")
    });
    let role = doc.closed(end - 1).has(Class::ROLE)
        && (start..end - 1).all(|k| {
            let class = doc.class(k);
            class.has(Class::PLACE.or(Class::MODIFIER)) && !class.has(Class::GIVEN)
                || PLACE_HEADS.contains(&doc.tokens.word(k))
        });
    (whole || role) && end - start >= 2 && !doc.class(k).has(Class::GIVEN)
}
