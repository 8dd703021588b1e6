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

/// A word of at most 15 ASCII letters in lower case, without an allocation; longer ones become empty.
pub(super) struct Small {
    bytes: [u8; 15],
    len: usize,
}

impl Small {
    pub(super) fn as_str(&self) -> &str {
        self.bytes
            .get(..self.len)
            .and_then(|b| std::str::from_utf8(b).ok())
            .unwrap_or_default()
    }
}

pub(super) fn lower(word: &str) -> Small {
    let mut small = Small {
        bytes: [0; 15],
        len: 0,
    };
    if word.len() <= small.bytes.len() && word.is_ascii() {
        for (to, from) in small.bytes.iter_mut().zip(word.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        small.len = word.len();
    }
    small
}

pub(super) fn is_any(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// eastern, north, south-eastern, central: the adjective of a part of a place.
pub(super) fn is_direction(word: &str) -> bool {
    matches!(
        lower(word).as_str(),
        "eastern"
            | "western"
            | "northern"
            | "southern"
            | "northeastern"
            | "northwestern"
            | "southeastern"
            | "southwestern"
            | "central"
            | "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "upper"
            | "lower"
            | "inner"
            | "outer"
            | "coastal"
            | "mainland"
    )
}

/// The adjective of a noun of direction: south → southern.
pub(super) fn direction_adjective(noun: &str) -> Option<&'static str> {
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
    matches!(
        lower(word).as_str(),
        "oblast"
            | "province"
            | "region"
            | "county"
            | "district"
            | "governorate"
            | "prefecture"
            | "raion"
            | "krai"
            | "area"
            | "axis"
            | "sector"
            | "direction"
            | "front"
            | "line"
            | "airport"
            | "airfield"
            | "airbase"
            | "aerodrome"
            | "base"
            | "camp"
            | "barracks"
            | "garrison"
            | "port"
            | "harbor"
            | "harbour"
            | "peninsula"
            | "island"
            | "islands"
            | "valley"
            | "river"
            | "coast"
            | "city"
            | "town"
            | "state"
            | "highway"
            | "bridge"
            | "reservoir"
            | "salient"
            | "corridor"
            | "gap"
            | "sea"
            | "strait"
            | "gulf"
            | "bay"
            | "lake"
            | "mountains"
            | "desert"
            | "basin"
            | "plateau"
            | "zone"
            | "enclave"
            | "bridgehead"
            | "suburb"
            | "neighborhood"
            | "neighbourhood"
            | "refinery"
            | "shipyard"
            | "station"
            | "range"
            | "border"
    )
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
    matches!(
        lower(word).as_str(),
        "city"
            | "town"
            | "village"
            | "port"
            | "area"
            | "region"
            | "province"
            | "district"
            | "territory"
            | "outskirts"
            | "suburbs"
            | "suburb"
            | "vicinity"
            | "direction"
            | "coast"
            | "coasts"
            | "island"
            | "state"
            | "county"
            | "part"
            | "parts"
            | "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "capital"
            | "edge"
            | "shores"
            | "settlement"
            | "settlements"
            | "base"
            | "airport"
            | "airfield"
            | "enclave"
            | "peninsula"
            | "waters"
            | "municipality"
            | "centre"
            | "center"
            | "kilometers"
            | "kilometres"
            | "miles"
            | "km"
            | "cities"
            | "towns"
            | "stronghold"
            | "soil"
            | "airspace"
            | "continent"
            | "rest"
            | "oblast"
            | "governorate"
            | "hub"
    )
}

/// Capitalised words that open a name of a place: Camp X, Fort X, Naval Station X.
pub(super) fn is_opening(word: &str) -> bool {
    matches!(
        word,
        "Camp"
            | "Fort"
            | "Ft."
            | "Ft"
            | "Joint"
            | "Naval"
            | "RAF"
            | "RNAS"
            | "HMNB"
            | "Mount"
            | "Lake"
            | "Cape"
            | "Port"
            | "FOB"
            | "Forward"
            | "Patrol"
            | "Combat"
            | "Air"
            | "Marine"
            | "Presidio"
            | "Caserma"
            | "Base"
            | "Gulf"
            | "Bay"
            | "Strait"
            | "Straits"
            | "Sea"
            | "Isle"
            | "Islands"
            | "Isles"
            | "Tower"
            | "Point"
            | "Hill"
            | "Firebase"
    )
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
    matches!(
        word,
        "USS"
            | "HMS"
            | "HMCS"
            | "HMAS"
            | "HMNZS"
            | "USNS"
            | "USCGC"
            | "INS"
            | "FS"
            | "FGS"
            | "HNLMS"
            | "HDMS"
            | "JS"
            | "ROKS"
            | "TCG"
            | "ITS"
            | "ESPS"
            | "ORP"
            | "KNM"
            | "HNoMS"
            | "HSwMS"
            | "BRP"
            | "RFA"
            | "MV"
            | "MS"
            | "SS"
            | "PNS"
            | "RSS"
            | "SPS"
    ) || is_any(
        word,
        &[
            "carrier",
            "destroyer",
            "frigate",
            "cruiser",
            "submarine",
            "corvette",
            "warship",
            "ship",
            "vessel",
            "cutter",
            "minesweeper",
            "tanker",
            "ferry",
            "operation",
            "exercise",
            "hurricane",
            "typhoon",
            "cyclone",
            "storm",
        ],
    )
}

/// Last words of the names of bodies and works, which are no places though "in" or "to" may stand before them.
pub(super) fn is_body(word: &str) -> bool {
    is_body_noun(word) || word.strip_suffix('s').is_some_and(is_body_noun)
}

fn is_body_noun(noun: &str) -> bool {
    matches!(
        noun,
        "Congress"
            | "Parliament"
            | "Senate"
            | "House"
            | "Council"
            | "Committee"
            | "Commission"
            | "Court"
            | "Ministry"
            | "Department"
            | "Command"
            | "Corp"
            | "Corp."
            | "Inc"
            | "Inc."
            | "Ltd"
            | "Company"
            | "Corporation"
            | "Group"
            | "Army"
            | "Force"
            | "Navy"
            | "Guard"
            | "Corps"
            | "Marine"
            | "Division"
            | "Brigade"
            | "Regiment"
            | "Battalion"
            | "Fleet"
            | "Wing"
            | "Squadron"
            | "Police"
            | "Service"
            | "Agency"
            | "Authority"
            | "Administration"
            | "Bureau"
            | "Office"
            | "Institute"
            | "University"
            | "College"
            | "School"
            | "Academy"
            | "Hospital"
            | "Center"
            | "Centre"
            | "Bank"
            | "Party"
            | "Union"
            | "League"
            | "Alliance"
            | "Organization"
            | "Organisation"
            | "Association"
            | "Assembly"
            | "Treaty"
            | "Act"
            | "Agreement"
            | "Accord"
            | "Charter"
            | "Pact"
            | "Convention"
            | "Constitution"
            | "Protocol"
            | "Resolution"
            | "Article"
            | "Chapter"
            | "Section"
            | "Annex"
            | "Title"
            | "Plan"
            | "Program"
            | "Programme"
            | "Project"
            | "Initiative"
            | "Mission"
            | "Operation"
            | "Exercise"
            | "Summit"
            | "Conference"
            | "Forum"
            | "Dialogue"
            | "War"
            | "Revolution"
            | "Day"
            | "Christmas"
            | "Easter"
            | "Ramadan"
            | "Thanksgiving"
            | "Time"
            | "Post"
            | "Journal"
            | "New"
            | "Review"
            | "Magazine"
            | "Herald"
            | "Tribune"
            | "Telegraph"
            | "Facebook"
            | "Twitter"
            | "Telegram"
            | "X"
            | "Google"
            | "Reuters"
            | "Boeing"
            | "Lockheed"
            | "Airbus"
            | "I"
            | "God"
            | "Lord"
            | "Democrat"
            | "Republican"
            | "Tory"
            | "Labour"
            | "Christian"
            | "Muslim"
            | "Jew"
            | "Islam"
            | "English"
            | "Arabic"
            | "Internet"
            | "Web"
            | "YouTube"
            | "Instagram"
            | "TikTok"
            | "CNN"
            | "BBC"
            | "Fox"
            | "Covid"
            | "COVID"
            | "Cold"
            | "World"
            | "Kingdom"
            | "Republic"
            | "Government"
            | "Cabinet"
            | "Staff"
            | "Defense"
            | "Defence"
            | "Intelligence"
            | "Security"
            | "Medicare"
            | "Medicaid"
            | "Capitol"
            | "Hill"
            | "Chief"
            | "Commander"
            | "President"
            | "Minister"
            | "Secretary"
            | "General"
            | "Phase"
            | "Stage"
            | "Level"
            | "Category"
            | "Class"
            | "Type"
            | "Mark"
            | "Block"
            | "Version"
            | "Table"
            | "Figure"
            | "Appendix"
            | "Team"
            | "Unit"
            | "Battery"
            | "Platoon"
            | "Troop"
            | "Detachment"
            | "Task"
            | "Foundation"
            | "Fund"
            | "Trust"
            | "Society"
            | "Museum"
            | "Church"
            | "Cathedral"
            | "Mosque"
            | "Stadium"
            | "Theatre"
            | "Theater"
            | "Hall"
            | "Hotel"
            | "Street"
            | "Avenue"
            | "Road"
            | "Square"
            | "Building"
            | "Embassy"
            | "Consulate"
            | "Mr"
            | "Mr."
            | "Mrs."
            | "Ms."
            | "Dr."
            | "Sir"
            | "Lady"
            | "Prince"
            | "Princes"
            | "King"
            | "Queen"
            | "Pope"
            | "Saint"
            | "Father"
            | "Brother"
            | "Sister"
    )
}

/// Words between a preposition and a name that change nothing: "in war-torn X", "across neighbouring X".
pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        lower(word).as_str(),
        "the"
            | "neighboring"
            | "neighbouring"
            | "nearby"
            | "occupied"
            | "annexed"
            | "war"
            | "both"
            | "all"
            | "most"
            | "either"
            | "parts"
            | "part"
            | "much"
            | "greater"
            | "downtown"
            | "nato"
            | "that"
            | "those"
            | "these"
            | "ally"
            | "far"
            | "small"
            | "tiny"
            | "remote"
            | "former"
            | "today"
            | "whole"
            | "entire"
            | "rest"
            | "key"
            | "strategic"
            | "main"
            | "historic"
            | "besieged"
            | "embattled"
            | "disputed"
            | "own"
            | "new"
            | "capital"
            | "port"
            | "city"
            | "town"
            | "village"
            | "island"
            | "base"
            | "our"
            | "its"
            | "their"
            | "his"
            | "non"
            | "oil"
            | "rich"
    )
}
