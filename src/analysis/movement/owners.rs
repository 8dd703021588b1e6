//! Who owns a force: countries by name, adjective, people, capital or ministry; alliances; armed groups; services;
//! heads of state and ministers, who act for their country.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::{self, Form, Table};

use super::words::Words;

/// How the words name the owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// A country by its name: may be a place as well.
    Country,
    /// An adjective: German.
    Adjective,
    /// A people: the Americans.
    People,
    /// A capital or office that stands for the government.
    Metonym,
    /// An alliance or international body.
    Bloc,
    /// An armed group or service.
    Group,
    /// A head of state, minister or other officeholder.
    Person,
}

/// An owner and how many words name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub name: String,
    pub len: usize,
    pub naming: Naming,
}

/// Armed groups and missions that own forces without a country; the second part is the name in the table.
const GROUPS: &[(&[&str], &str)] = &[
    (&["wagner", "group"], "Wagner Group"),
    (&["wagner"], "Wagner Group"),
    (&["african", "union"], "African Union"),
    (&["the", "au"], "African Union"),
    (&["islamic", "state"], "Islamic State"),
    (&["isis"], "Islamic State"),
    (&["isil"], "Islamic State"),
    (&["taliban"], "Taliban"),
    (&["hezbollah"], "Hezbollah"),
    (&["hizbollah"], "Hezbollah"),
    (&["hamas"], "Hamas"),
    (&["houthi"], "Houthis"),
    (&["houthis"], "Houthis"),
    (&["islamists"], "Islamists"),
    (&["islamist"], "Islamists"),
    (&["al", "-", "shabaab"], "al-Shabaab"),
    (&["ecowas"], "ECOWAS"),
    (&["separatists"], "separatists"),
    (&["separatist"], "separatists"),
    (&["kurdish"], "Kurds"),
    (&["peshmerga"], "Peshmerga"),
    (&["kosovo", "force"], "NATO"),
    (&["united", "nations"], "United Nations"),
    (&["multinational", "force"], "multinational force"),
    (&["coalition"], "coalition"),
    (&["pla"], "China"),
    (&["people's", "liberation", "army"], "China"),
    (&["raf"], "United Kingdom"),
    (&["hungarian"], "Hungary"),
    (&["department", "of", "defense"], "United States"),
    (&["defense", "department"], "United States"),
    (&["bundestag"], "Germany"),
    (&["whitehall"], "United Kingdom"),
    (&["downing", "street"], "United Kingdom"),
    (&["knesset"], "Israel"),
    (&["guardia", "nacional"], "Venezuela"),
    (&["jnim"], "JNIM"),
    (&["farc"], "FARC"),
    (&["boko", "haram"], "Boko Haram"),
    (&["al", "-", "qaeda"], "al-Qaeda"),
    (&["pkk"], "PKK"),
    (&["lra"], "Lord's Resistance Army"),
    (&["lord's", "resistance", "army"], "Lord's Resistance Army"),
    (&["m23"], "M23"),
    (&["rsf"], "Rapid Support Forces"),
    (&["rapid", "support", "forces"], "Rapid Support Forces"),
    (&["sdf"], "Syrian Democratic Forces"),
    (&["syrian", "democratic", "forces"], "Syrian Democratic Forces"),
    (&["free", "syrian", "army"], "Free Syrian Army"),
    (&["northern", "alliance"], "Northern Alliance"),
    (&["islamic", "courts"], "Islamic Courts"),
    (&["islamic", "courts", "union"], "Islamic Courts"),
    (&["resolute", "support"], "NATO"),
    (&["eunavfor"], "European Union"),
    (&["al", "qaeda"], "al-Qaeda"),
    (&["ypg"], "YPG"),
    (&["tamil", "tigers"], "Tamil Tigers"),
    (&["ltte"], "Tamil Tigers"),
    (&["kosovo", "liberation", "army"], "Kosovo Liberation Army"),
    (&["africa", "corps"], "Russia"),
    (&["soviet", "union"], "Soviet Union"),
    (&["soviet"], "Soviet Union"),
    (&["soviets"], "Soviet Union"),
    (&["yugoslav"], "Yugoslavia"),
    (&["abkhaz"], "Abkhazia"),
];

/// Missions that are known by their letters, whose they are, and where they serve; empty where there is no one place.
const MISSIONS: &[(&str, &str, &str)] = &[
    ("unifil", "United Nations", "Lebanon"),
    ("minusma", "United Nations", "Mali"),
    ("monusco", "United Nations", "Democratic Republic of the Congo"),
    ("monuc", "United Nations", "Democratic Republic of the Congo"),
    ("unmiss", "United Nations", "South Sudan"),
    ("unmis", "United Nations", "Sudan"),
    ("unmil", "United Nations", "Liberia"),
    ("unoci", "United Nations", "Ivory Coast"),
    ("onuci", "United Nations", "Ivory Coast"),
    ("unamsil", "United Nations", "Sierra Leone"),
    ("unamid", "United Nations", "Darfur"),
    ("unamir", "United Nations", "Rwanda"),
    ("unprofor", "United Nations", "Bosnia and Herzegovina"),
    ("untac", "United Nations", "Cambodia"),
    ("untaet", "United Nations", "East Timor"),
    ("unmiset", "United Nations", "East Timor"),
    ("undof", "United Nations", "Golan Heights"),
    ("unficyp", "United Nations", "Cyprus"),
    ("minusca", "United Nations", "Central African Republic"),
    ("minustah", "United Nations", "Haiti"),
    ("minurcat", "United Nations", "Chad"),
    ("minurso", "United Nations", "Western Sahara"),
    ("unisfa", "United Nations", "Abyei"),
    ("unosom", "United Nations", "Somalia"),
    ("unavem", "United Nations", "Angola"),
    ("unomig", "United Nations", "Georgia"),
    ("unmee", "United Nations", "Ethiopia and Eritrea"),
    ("onub", "United Nations", "Burundi"),
    ("unikom", "United Nations", "Kuwait"),
    ("unmik", "United Nations", "Kosovo"),
    ("kfor", "NATO", "Kosovo"),
    ("sfor", "NATO", "Bosnia and Herzegovina"),
    ("ifor", "NATO", "Bosnia and Herzegovina"),
    ("isaf", "NATO", "Afghanistan"),
    ("eufor", "European Union", ""),
    ("amisom", "African Union", "Somalia"),
    ("amis", "African Union", "Darfur"),
    ("atmis", "African Union", "Somalia"),
    ("afisma", "African Union", "Mali"),
    ("misca", "African Union", "Central African Republic"),
    ("ecomog", "ECOWAS", ""),
    ("ecomil", "ECOWAS", ""),
    ("interfet", "multinational force", "East Timor"),
    ("ramsi", "multinational force", "Solomon Islands"),
    ("csto", "CSTO", ""),
    ("famas", "Mali", ""),
    ("fardc", "Democratic Republic of the Congo", ""),
];

/// Stands for the country whose army the text means by "the Army" until the discourse tells which.
pub(super) const SERVICE: &str = "the service";

/// Names of services that every country has: whose they are, the text around tells.
pub(super) fn common_service(name: &str) -> bool {
    crate::word_set!([
        "Army",
        "Navy",
        "Air Force",
        "Marine Corps",
        "Coast Guard",
        "National Guard",
    ])
    .has(name)
}

/// The letters of the missions.
const LETTERS: [&str; MISSIONS.len()] = {
    let mut all = [""; MISSIONS.len()];
    let mut i = 0;
    while i < all.len() {
        all[i] = MISSIONS[i].0;
        i += 1;
    }
    all
};

/// Whose the mission is that word `at` names by its letters.
pub(super) fn mission(words: &Words<'_>, at: usize) -> Option<&'static str> {
    let low = words.low(at);
    if !crate::word_set!(LETTERS).has(low) {
        return None;
    }
    let acronym = words.raw(at).chars().all(|c| c.is_ascii_uppercase());
    (acronym || words.capital(at) && low.len() > 4)
        .then(|| MISSIONS.iter().find(|(name, ..)| *name == low))
        .flatten()
        .map(|(_, owner, _)| *owner)
}

/// Where the mission serves that the words from `at` on name: "KFOR", "International Security Assistance Force".
pub(super) fn area(words: &Words<'_>, at: usize) -> Option<&'static str> {
    if words.are(at, &["international", "security", "assistance", "force"]) {
        return Some("Afghanistan");
    }
    mission(words, at)?;
    let low = words.low(at);
    MISSIONS
        .iter()
        .find(|(name, ..)| *name == low)
        .map(|(_, _, area)| *area)
        .filter(|area| !area.is_empty())
}

/// The first words of the groups.
const OPENINGS: [&str; GROUPS.len()] = {
    let mut all = [""; GROUPS.len()];
    let mut i = 0;
    while i < all.len() {
        all[i] = GROUPS[i].0[0];
        i += 1;
    }
    all
};

/// Whether a group's name begins with the word.
fn opens_group(word: &str) -> bool {
    crate::word_set!(OPENINGS).has(word)
}

/// The country of an ISO 3166 alpha-2 code.
pub(super) fn country(iso: &str) -> Option<String> {
    static NAMES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        lexicon::rows(Table::Country)
            .map(|row| (row.cell(0), row.cell(2)))
            .collect()
    });
    NAMES.get(iso).map(|name| (*name).to_owned())
}

/// Whether an armed group's or mission's own name begins at `at`.
pub(super) fn group(words: &Words<'_>, at: usize) -> bool {
    words.capital(at) && opens_group(words.low(at)) && GROUPS.iter().any(|(name, _)| words.are(at, name))
}

/// The owner that the words from `at` on name. The grammars ask at the same word again and again: the answer is kept.
pub(super) fn owner(words: &Words<'_>, at: usize) -> Option<Owner> {
    if !may_begin(words, at) {
        return None;
    }
    words
        .owner_cell(at)?
        .get_or_init(|| read_owner(words, at))
        .clone()
}

/// Whether the name of an owner may begin at `at`: with a capital, or a group's in lower case.
fn may_begin(words: &Words<'_>, at: usize) -> bool {
    words.capital(at)
        || matches!(
            words.low(at),
            "coalition" | "separatists" | "separatist" | "multinational"
        )
}

fn read_owner(words: &Words<'_>, at: usize) -> Option<Owner> {
    let low = words.low(at);
    // "New Jersey", "New Guinea": the last word of a longer name.
    let tail = at.checked_sub(1).is_some_and(|before| {
        words.capital(before)
            && words
                .longest(before, &[Table::State, Table::Country, Table::Base])
                .is_some_and(|(len, _)| len > 1)
    });
    // "at RAF Lakenheath": a base and no air force.
    let base = low == "raf"
        && words.capital(at + 1)
        && matches!(
            words.low(at.wrapping_sub(1)),
            "at" | "from" | "to" | "in" | "near" | "for" | "outside" | "and" | "via"
        );
    if tail || base {
        return None;
    }
    if let Some(owner) = mission(words, at) {
        return Some(Owner {
            name: owner.to_owned(),
            len: 1,
            naming: Naming::Group,
        });
    }
    let group = opens_group(low)
        .then(|| GROUPS.iter().filter(|(name, _)| words.are(at, name)))
        .and_then(|groups| groups.max_by_key(|(name, _)| name.len()));
    if let Some((name, canonical)) = group {
        return Some(Owner {
            name: (*canonical).to_owned(),
            len: name.len(),
            naming: Naming::Group,
        });
    }
    if matches!(low, "enemy" | "invaders" | "occupiers" | "aggressor") {
        return None;
    }
    let acts = |e: &crate::lexicon::Entry| match e.table() {
        Table::Unit => e.cell(2) == "service" && e.cell(7).len() == 2,
        _ => true,
    };
    let actors = [Table::Unit, Table::Country, Table::Region, Table::Officeholder];
    // "Plans" opens a sentence and is no navy of China.
    let plans = low.starts_with("plan") && words.raw(at).chars().any(char::is_lowercase);
    let found = words.longest_where(at, &actors, |e| acts(e) && !(plans && e.table() == Table::Unit));
    // An alliance also stands for the country of its seat in the tables; the alliance is meant.
    let bloc = words
        .longest(at, &[Table::Region])
        .filter(|(len, entry)| entry.cell(2) == "bloc" && found.is_none_or(|(l, _)| l <= *len));
    let Some((len, entry)) = bloc.or(found) else {
        let (len, city) = words.longest(at, &[Table::City])?;
        // A capital stands for its government.
        let capital = city.cell(6) == "C" && words.capital(at);
        return capital
            .then(|| country(city.cell(2)))
            .flatten()
            .map(|name| Owner {
                name,
                len,
                naming: Naming::Metonym,
            });
    };
    match entry.table() {
        Table::Country => {
            let form = entry.form();
            let written = words.slice(at, at + len);
            let adjective = form.is(Form::ADJECTIVE) && !form.is(Form::NAME);
            let naming = if form.is(Form::METONYM) && !form.is(Form::NAME) {
                Naming::Metonym
            } else if adjective
                || (form.is(Form::ADJECTIVE)
                    && !written.contains('.')
                    && form.is(Form::NAME)
                    && !matches!(written, "US" | "UK"))
            {
                Naming::Adjective
            } else if form.is(Form::DEMONYM) && !form.is(Form::NAME) {
                Naming::People
            } else {
                Naming::Country
            };
            Some(Owner {
                name: entry.cell(2).to_owned(),
                len,
                naming,
            })
        }
        Table::Region if entry.cell(2) == "bloc" && entry.cell(0) != "the west" => Some(Owner {
            name: entry.cell(0).to_owned(),
            len,
            naming: Naming::Bloc,
        }),
        Table::Unit
            if entry.cell(2) == "service" && entry.cell(7).len() == 2 && words.low(at) != "marines" =>
        {
            let common = common_service(entry.cell(0)) && !matches!(low, "u.s." | "us" | "usaf" | "usmc");
            // "The Philippine Navy", "Pakistan's Air Force": the word before says whose.
            let before = at.wrapping_sub(1);
            if common
                && (words.low(before) == "'s"
                    || words.entries(before).any(|e| e.table() == Table::Country)
                    || matches!(
                        words.low(before),
                        "its" | "their" | "our" | "his" | "liberation" | "salvation"
                    ))
            {
                return None;
            }
            Some(Owner {
                name: if common {
                    SERVICE.to_owned()
                } else {
                    country(entry.cell(7))?
                },
                len,
                naming: Naming::Group,
            })
        }
        Table::Officeholder => {
            let name = match entry.cell(5) {
                iso if iso.len() == 2
                    && iso.chars().all(|c| c.is_ascii_uppercase())
                    && iso != "EU"
                    && iso != "UN" =>
                {
                    country(iso)?
                }
                "EU" => "European Union".to_owned(),
                "UN" => "United Nations".to_owned(),
                "NATO" => "NATO".to_owned(),
                _ => return None,
            };
            let head = matches!(
                entry.cell(4),
                "president"
                    | "prime minister"
                    | "defense secretary"
                    | "defense minister"
                    | "chancellor"
                    | "leader"
                    | "vice president"
            );
            head.then_some(Owner {
                name,
                len,
                naming: Naming::Person,
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_by_all_their_names() {
        for (text, name, naming) in [
            ("German troops", "Germany", Naming::Adjective),
            ("France sent", "France", Naming::Country),
            ("Americans left", "United States", Naming::People),
            ("the Pentagon", "", Naming::Metonym),
            ("Pentagon said", "United States", Naming::Metonym),
            ("NATO said", "NATO", Naming::Bloc),
            ("Wagner Group fighters", "Wagner Group", Naming::Group),
            ("Royal Navy ships", "United Kingdom", Naming::Group),
            ("troops left", "", Naming::Group),
        ] {
            let got = owner(&Words::plain(text), 0);
            if name.is_empty() {
                if let Some(o) = got {
                    assert_eq!((o.name.as_str(), o.naming), ("United States", naming), "{text}");
                }
            } else {
                let o = got.unwrap();
                assert_eq!((o.name.as_str(), o.naming), (name, naming), "{text}");
            }
        }
    }
}
