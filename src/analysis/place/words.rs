//! The words that stand beside place names: prepositions, directions, and the nouns that say what a place is.

/// How a place is tied to what happens there: by the preposition or verb before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Link {
    /// from, out of, leave: the place left.
    From,
    /// to, into, toward, for (after left, bound, headed), enter, reach: the place gone to.
    To,
    /// in, at, on, across, throughout: where something is.
    At,
    /// near, outside, off, along, around.
    Near,
    /// through, via, over.
    Through,
    /// of: a part of another noun phrase.
    Of,
    /// with, by, against, for: a partner or a rival, not a place to be at.
    With,
    /// Nothing before it ties it.
    #[default]
    None,
}

impl Link {
    /// Whether it says where somebody is, goes to or comes from.
    pub const fn is_spatial(self) -> bool {
        matches!(
            self,
            Self::From | Self::To | Self::At | Self::Near | Self::Through
        )
    }
}

/// The link of a preposition, given with the word before it.
pub(super) fn preposition(word: &str, before: &str) -> Option<Link> {
    Some(match lower(word).as_str() {
        "from" => Link::From,
        "of" if before.eq_ignore_ascii_case("out") || before.eq_ignore_ascii_case("outside") => Link::From,
        "to" if is_any(before, &["close", "closer", "closest", "adjacent", "next"]) => Link::Near,
        "to" | "into" | "onto" | "toward" | "towards" => Link::To,
        "for" if departure(before) => Link::To,
        "in" | "at" | "on" | "inside" | "within" | "across" | "throughout" | "aboard" => Link::At,
        "near" | "outside" | "off" | "along" | "around" | "alongside" | "beyond" | "opposite" => Link::Near,
        "through" | "via" | "over" => Link::Through,
        "of" => Link::Of,
        "with" | "by" | "against" | "between" | "for" | "about" | "like" | "than" | "as" | "including"
        | "upon" => Link::With,
        _ => return None,
    })
}

/// Whether "for" after `word` names a goal: "left for", "bound for".
fn departure(word: &str) -> bool {
    is_any(
        word,
        &[
            "left",
            "leave",
            "leaves",
            "leaving",
            "bound",
            "headed",
            "heading",
            "head",
            "heads",
            "sailed",
            "sail",
            "sails",
            "sailing",
            "departed",
            "depart",
            "departs",
            "departing",
            "depart",
            "destined",
            "made",
            "port",
            "base",
            "set",
        ],
    )
}

/// The link of a verb that takes a place as its object: leave, enter.
pub(super) fn verb(word: &str) -> Option<Link> {
    Some(match lower(word).as_str() {
        "leave" | "leaves" | "left" | "leaving" | "depart" | "departs" | "departed" | "departing"
        | "exit" | "exits" | "exited" | "exiting" | "quit" | "quits" | "quitting" | "evacuate"
        | "evacuated" | "evacuating" | "vacate" | "vacated" | "abandon" | "abandoned" => Link::From,
        "enter" | "enters" | "entered" | "entering" | "reach" | "reaches" | "reached" | "reaching"
        | "visit" | "visits" | "visited" | "visiting" | "invade" | "invades" | "invaded" | "invading"
        | "occupy" | "occupied" => Link::To,
        _ => return None,
    })
}

/// Bytes of the longest word that [`lower`] takes.
const LONGEST: usize = 15;

/// A word of at most [`LONGEST`] ASCII letters in lower case, without an allocation; longer ones become empty.
pub(super) enum Small<'a> {
    /// It is written in lower case, as most words are.
    Written(&'a str),
    Lowered([u8; LONGEST], usize),
}

impl Small<'_> {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Written(word) => word,
            Self::Lowered(bytes, len) => bytes
                .get(..*len)
                .and_then(|b| std::str::from_utf8(b).ok())
                .unwrap_or_default(),
        }
    }
}

pub(super) fn lower(word: &str) -> Small<'_> {
    if word.len() > LONGEST || !word.is_ascii() {
        return Small::Written("");
    }
    if !word.bytes().any(|b| b.is_ascii_uppercase()) {
        return Small::Written(word);
    }
    let mut bytes = [0; LONGEST];
    for (to, from) in bytes.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    Small::Lowered(bytes, word.len())
}

pub(super) fn is_any(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// eastern, north, south-eastern, central: the adjective of a part of a place.
pub(super) fn is_direction(word: &str) -> bool {
    crate::word_set!(DIRECTIONS).has(lower(word).as_str())
}

/// The adjective of a noun of direction: south → southern.
pub(super) fn direction_adjective(noun: &str) -> Option<&'static str> {
    // Asked at every word in lower case.
    if !matches!(noun.as_bytes().first()? | 0x20, b'n' | b's' | b'e' | b'w' | b'c') {
        return None;
    }
    Some(match lower(noun).as_str() {
        "north" | "northern" => "northern",
        "south" | "southern" => "southern",
        "east" | "eastern" => "eastern",
        "west" | "western" => "western",
        "northeast" | "northeastern" => "northeastern",
        "northwest" | "northwestern" => "northwestern",
        "southeast" | "southeastern" => "southeastern",
        "southwest" | "southwestern" => "southwestern",
        "central" => "central",
        _ => return None,
    })
}

/// Nouns that follow a name and belong to it: Luhansk Oblast, Kursk axis, Tirana airport, Tsel camp.
pub(super) fn is_type_after(word: &str) -> bool {
    crate::word_set!(TYPES_AFTER).has(lower(word).as_str())
}

/// Two-word types: air base, military base, training ground.
pub(super) fn is_type_pair(first: &str, second: &str) -> bool {
    match lower(first).as_str() {
        "air" => is_any(second, &["base", "bases", "station", "field"]),
        "military" => is_any(
            second,
            &[
                "base", "airfield", "airport", "camp", "garrison", "district", "academy",
            ],
        ),
        "naval" => is_any(second, &["base", "station", "port"]),
        "army" => is_any(second, &["base", "camp", "barracks", "garrison"]),
        "training" => is_any(
            second,
            &["ground", "grounds", "area", "range", "camp", "center", "centre"],
        ),
        "international" => is_any(second, &["airport"]),
        "border" => is_any(second, &["area", "region", "crossing", "areas", "zone"]),
        "territorial" => is_any(second, &["waters"]),
        _ => false,
    }
}

/// Nouns that stand before "of" and a name: the port of, the territory of, the city of.
pub(super) fn is_type_before(word: &str) -> bool {
    crate::word_set!(TYPES_BEFORE).has(lower(word).as_str())
}

/// Capitalised words that open a name of a place: Camp X, Fort X, Naval Station X.
pub(super) fn is_opening(word: &str) -> bool {
    crate::word_set!(OPENINGS).has(word)
}

/// Nouns before which a country's name says whose they are, on the ground: its territory, soil, airspace.
pub(super) fn is_ground(word: &str) -> bool {
    is_any(
        word,
        &[
            "territory",
            "soil",
            "airspace",
            "waters",
            "territories",
            "land",
            "mainland",
            "countryside",
        ],
    )
}

/// Prefixes and kinds of ships: the name after them is no place.
pub(super) fn is_ship(word: &str) -> bool {
    crate::word_set!(SHIP_PREFIXES).has(word) || crate::word_set!(SHIPS).has(lower(word).as_str())
}

/// Last words of the names of bodies and works, which are no places though "in" or "to" may stand before them.
pub(super) fn is_body(word: &str) -> bool {
    is_body_noun(word) || word.strip_suffix('s').is_some_and(is_body_noun)
}

fn is_body_noun(noun: &str) -> bool {
    crate::word_set!(BODIES).has(noun)
}

/// Words between a preposition and a name that change nothing: "in war-torn X", "across neighbouring X".
pub(super) fn is_filler(word: &str) -> bool {
    crate::word_set!(FILLERS).has(lower(word).as_str())
}

/// Verbs and adverbs that a subject stands before.
#[rustfmt::skip]
pub(super) const AUXILIARIES: &[&str] = &[
    "already", "also", "are", "began", "can", "cannot", "continued", "continues", "could", "did",
    "didn't", "do", "does", "doesn't", "had", "has", "hasn't", "have", "hopes", "intends", "is", "isn't",
    "keeps", "kept", "maintains", "may", "might", "must", "never", "plans", "remains", "shares", "should",
    "wants", "was", "were", "will", "won't", "would",
];

/// Words of the closed classes.
#[rustfmt::skip]
pub(super) const CLOSED: &[&str] = &[
    "a", "after", "again", "alone", "amid", "an", "and", "as", "back", "because", "before", "both", "but",
    "despite", "down", "during", "earlier", "he", "here", "if", "it", "its", "itself", "last", "later",
    "more", "next", "nor", "not", "now", "on", "or", "out", "she", "since", "so", "that", "the", "their",
    "then", "there", "they", "this", "to", "today", "tomorrow", "too", "until", "up", "us", "we", "when",
    "where", "which", "while", "who", "yesterday", "yet",
];

/// Adjectives and nouns of a part of a place.
#[rustfmt::skip]
pub(super) const DIRECTIONS: &[&str] = &[
    "central", "coastal", "east", "eastern", "inner", "lower", "mainland", "north", "northeast",
    "northeastern", "northern", "northwest", "northwestern", "outer", "south", "southeast",
    "southeastern", "southern", "southwest", "southwestern", "upper", "west", "western",
];

/// Nouns that follow a name and belong to it.
#[rustfmt::skip]
pub(super) const TYPES_AFTER: &[&str] = &[
    "aerodrome", "airbase", "airfield", "airport", "area", "axis", "barracks", "base", "basin", "bay",
    "border", "bridge", "bridgehead", "camp", "city", "coast", "corridor", "county", "desert",
    "direction", "district", "enclave", "front", "gap", "garrison", "governorate", "gulf", "harbor",
    "harbour", "highway", "island", "islands", "krai", "lake", "line", "mountains", "neighborhood",
    "neighbourhood", "oblast", "peninsula", "plateau", "port", "prefecture", "province", "raion", "range",
    "refinery", "region", "reservoir", "river", "salient", "sea", "sector", "shipyard", "state",
    "station", "strait", "suburb", "town", "valley", "zone",
];

/// Nouns that stand before "of" and a name.
#[rustfmt::skip]
pub(super) const TYPES_BEFORE: &[&str] = &[
    "airfield", "airport", "airspace", "area", "base", "capital", "center", "centre", "cities", "city",
    "coast", "coasts", "continent", "county", "direction", "district", "east", "edge", "enclave",
    "governorate", "hub", "island", "kilometers", "kilometres", "km", "miles", "municipality", "north",
    "northeast", "northwest", "oblast", "outskirts", "part", "parts", "peninsula", "port", "province",
    "region", "rest", "settlement", "settlements", "shores", "soil", "south", "southeast", "southwest",
    "state", "stronghold", "suburb", "suburbs", "territory", "town", "towns", "vicinity", "village",
    "waters", "west",
];

/// Words between a preposition and a name that change nothing.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
    "all", "ally", "annexed", "base", "besieged", "both", "capital", "city", "disputed", "downtown",
    "either", "embattled", "entire", "far", "former", "greater", "his", "historic", "island", "its",
    "key", "main", "most", "much", "nato", "nearby", "neighboring", "neighbouring", "new", "non",
    "occupied", "oil", "our", "own", "part", "parts", "port", "remote", "rest", "rich", "small",
    "strategic", "that", "the", "their", "these", "those", "tiny", "today", "town", "village", "war",
    "whole",
];

/// Words that open a name of a place.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "Air", "Base", "Bay", "Camp", "Cape", "Caserma", "Combat", "FOB", "Firebase", "Fort", "Forward", "Ft",
    "Ft.", "Gulf", "HMNB", "Hill", "Islands", "Isle", "Isles", "Joint", "Lake", "Marine", "Mount",
    "Naval", "Patrol", "Point", "Port", "Presidio", "RAF", "RNAS", "Sea", "Strait", "Straits", "Tower",
];

/// Prefixes of ships.
#[rustfmt::skip]
const SHIP_PREFIXES: &[&str] = &[
    "BRP", "ESPS", "FGS", "FS", "HDMS", "HMAS", "HMCS", "HMNZS", "HMS", "HNLMS", "HNoMS", "HSwMS", "INS",
    "ITS", "JS", "KNM", "MS", "MV", "ORP", "PNS", "RFA", "ROKS", "RSS", "SPS", "SS", "TCG", "USCGC",
    "USNS", "USS",
];

/// Kinds of ships, and of what else has a name of its own that may be a place's.
#[rustfmt::skip]
const SHIPS: &[&str] = &[
    "carrier", "corvette", "cruiser", "cutter", "cyclone", "destroyer", "exercise", "ferry", "frigate",
    "hurricane", "minesweeper", "operation", "ship", "storm", "submarine", "tanker", "typhoon", "vessel",
    "warship",
];

/// Words of the names of bodies, works and persons.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "Academy", "Accord", "Act", "Administration", "Agency", "Agreement", "Airbus", "Alliance", "Annex",
    "Appendix", "Arabic", "Army", "Article", "Assembly", "Association", "Authority", "Avenue", "BBC",
    "Bank", "Battalion", "Battery", "Block", "Boeing", "Brigade", "Brother", "Building", "Bureau", "CNN",
    "COVID", "Cabinet", "Capitol", "Category", "Cathedral", "Center", "Centre", "Chapter", "Charter",
    "Chief", "Christian", "Christmas", "Church", "Class", "Cold", "College", "Command", "Commander",
    "Commission", "Committee", "Company", "Conference", "Congress", "Constitution", "Consulate",
    "Convention", "Corp", "Corp.", "Corporation", "Corps", "Council", "Court", "Covid", "Day", "Defence",
    "Defense", "Democrat", "Department", "Detachment", "Dialogue", "Division", "Dr.", "Easter", "Embassy",
    "English", "Exercise", "Facebook", "Father", "Figure", "Fleet", "Force", "Forum", "Foundation", "Fox",
    "Fund", "General", "God", "Google", "Government", "Group", "Guard", "Hall", "Herald", "Hill",
    "Hospital", "Hotel", "House", "I", "Inc", "Inc.", "Initiative", "Instagram", "Institute",
    "Intelligence", "Internet", "Islam", "Jew", "Journal", "King", "Kingdom", "Labour", "Lady", "League",
    "Level", "Lockheed", "Lord", "Ltd", "Magazine", "Marine", "Mark", "Medicaid", "Medicare", "Minister",
    "Ministry", "Mission", "Mosque", "Mr", "Mr.", "Mrs.", "Ms.", "Museum", "Muslim", "Navy", "New",
    "Office", "Operation", "Organisation", "Organization", "Pact", "Parliament", "Party", "Phase", "Plan",
    "Platoon", "Police", "Pope", "Post", "President", "Prince", "Princes", "Program", "Programme",
    "Project", "Protocol", "Queen", "Ramadan", "Regiment", "Republic", "Republican", "Resolution",
    "Reuters", "Review", "Revolution", "Road", "Saint", "School", "Secretary", "Section", "Security",
    "Senate", "Service", "Sir", "Sister", "Society", "Squadron", "Square", "Stadium", "Staff", "Stage",
    "Street", "Summit", "Table", "Task", "Team", "Telegram", "Telegraph", "Thanksgiving", "Theater",
    "Theatre", "TikTok", "Time", "Title", "Tory", "Treaty", "Tribune", "Troop", "Trust", "Twitter",
    "Type", "Union", "Unit", "University", "Version", "War", "Web", "Wing", "World", "X", "YouTube",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order_and_short_enough_to_be_searched() {
        for list in [
            AUXILIARIES,
            CLOSED,
            DIRECTIONS,
            TYPES_AFTER,
            TYPES_BEFORE,
            FILLERS,
            SHIPS,
        ] {
            assert!(list.is_sorted(), "{list:?}");
            assert!(
                list.iter().all(|w| !w.is_empty() && lower(w).as_str() == *w),
                "{list:?}"
            );
        }
        for list in [OPENINGS, SHIP_PREFIXES, BODIES] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
