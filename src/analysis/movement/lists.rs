//! The word lists of the movement grammars that need no more than membership.

crate::word_list! {
    /// Nouns for people under arms.
    pub(super) fn people:
        "troops"
        | "soldiers"
        | "soldier"
        | "forces"
        | "personnel"
        | "servicemen"
        | "servicewomen"
        | "servicemembers"
        | "sailors"
        | "airmen"
        | "paratroopers"
        | "paras"
        | "peacekeepers"
        | "reservists"
        | "commandos"
        | "guardsmen"
        | "legionnaires"
        | "gendarmes"
        | "carabinieri"
        | "infantrymen"
        | "marines"
        | "mercenaries"
        | "paratroops"
        | "troopers"
        | "warfighters"
        | "airwomen"
        | "guardsmen-and-women"
        | "aviators"
        | "militiamen"
        | "garrison"
        | "gunners"
        | "sappers"
        | "peshmerga"
        | "askaris"
        | "jawans"
        | "grenadiers"
        | "riflemen"
        | "cavalrymen"
        | "hussars"
        | "fusiliers"
        | "spetsnaz"
        | "gurkhas"
        | "paramilitaries"
        | "paratroop";

    /// Nouns for people that need a military word or a figure beside them.
    pub(super) fn people_weak:
        "men" | "advisers" | "advisors" | "trainers" | "instructors" | "fighters" | "officers"
        | "observers" | "monitors" | "engineers" | "medics" | "rangers" | "operators" | "specialists"
        | "members" | "police" | "policemen" | "guards" | "conscripts" | "volunteers" | "helmets"
        | "staff" | "crew" | "pilots" | "crews" | "drivers" | "technicians" | "experts" | "doctors"
        | "nurses" | "mechanics" | "divers";

    /// Words that make what follows military.
    pub(super) fn military:
        "military" | "combat" | "army" | "armed" | "peacekeeping" | "un" | "u.n." | "nato" | "service"
        | "special" | "security" | "ground" | "naval" | "air" | "marine" | "infantry" | "guard"
        | "national" | "army's" | "islamist" | "blue" | "group" | "un's" | "defence" | "defense"
        | "police" | "ceasefire" | "federal" | "border";

    /// Nouns whose people are no moving force.
    pub(super) fn barred:
        "recruits" | "trainees" | "civilians" | "refugees" | "evacuees" | "prisoners" | "veterans"
        | "casualties" | "families" | "dependents" | "dependants" | "victims" | "detainees" | "graduates"
        | "cadets" | "survivors" | "hostages" | "deserters";

    /// Adjectives and type words that may stand before a head in lower case.
    pub(super) fn modifier:
        "military" | "combat" | "army" | "armed" | "ground" | "air" | "naval" | "marine" | "special"
        | "security" | "infantry" | "airborne" | "armored" | "armoured" | "mechanized" | "mechanised"
        | "motorized" | "motorised" | "motor" | "rifle" | "guards" | "assault" | "parachute" | "cavalry"
        | "artillery" | "engineer" | "aviation" | "support" | "logistics" | "signal" | "medical"
        | "expeditionary" | "operations" | "ops" | "tank" | "missile" | "defense" | "defence"
        | "separate" | "reserve" | "rocket" | "territorial" | "tactical" | "amphibious" | "ready"
        | "readiness" | "carrier" | "strike" | "destroyer" | "submarine" | "patrol" | "fighter"
        | "bomber" | "attack" | "transport" | "helicopter" | "reconnaissance" | "elite" | "regular"
        | "active" | "duty" | "foreign" | "additional" | "extra" | "new" | "fresh" | "more" | "other"
        | "heavy" | "light" | "multinational" | "international" | "peacekeeping" | "allied" | "coalition"
        | "enemy" | "rotational" | "remaining" | "permanent" | "temporary" | "forward" | "strategic"
        | "nuclear" | "guided" | "powered" | "capable" | "huge" | "large" | "small" | "sizeable"
        | "sizable" | "first" | "last" | "main" | "advance" | "whole" | "entire" | "full" | "service"
        | "same" | "local" | "federal" | "government" | "national" | "regional" | "rapid" | "reaction"
        | "response" | "quick" | "stealth" | "surveillance" | "tanker" | "refueling" | "refuelling"
        | "spy" | "cargo" | "jet" | "warplane" | "battle" | "main-battle" | "second" | "third" | "fourth"
        | "such" | "various" | "eastern" | "western" | "northern" | "southern" | "central" | "coast"
        | "coastal" | "border" | "mountain" | "desert" | "uniformed" | "trained" | "enhanced"
        | "presence" | "stryker" | "patriot" | "anti" | "aircraft" | "ballistic" | "cruise" | "surface"
        | "type" | "class" | "designated" | "pro" | "offensive" | "defensive" | "manned" | "unmanned"
        | "joint" | "task" | "combined" | "initial" | "final" | "front" | "line" | "field" | "brigade"
        | "division" | "battalion" | "corps" | "squadron" | "regiment" | "company" | "platoon"
        | "headquarters" | "combatant" | "fleet" | "battery" | "group" | "force" | "team" | "weapons"
        | "launch" | "launcher" | "system" | "conventional" | "mobile" | "contract" | "newly" | "created"
        | "formed" | "non" | "organic" | "blue" | "friendly" | "occupying" | "occupation" | "invading"
        | "stabilization" | "stabilisation" | "assistance" | "advisory" | "training" | "guard";

    /// Heads that are groups of people as one: "a contingent", "a force of 600".
    pub(super) fn collective:
        "force" | "contingent" | "detachment" | "garrison" | "grouping" | "mission" | "element"
        | "elements" | "contingents" | "vanguard" | "outfit";

    /// Whether the word ends any noun phrase.
    pub(super) fn stop:
        "" | "," | "." | ";" | ":" | "(" | ")" | "\"" | "“" | "”" | "!" | "?" | "of" | "in" | "to"
        | "from" | "at" | "on" | "by" | "for" | "with" | "and" | "or" | "but" | "that" | "which" | "who"
        | "whom" | "whose" | "as" | "is" | "are" | "was" | "were" | "be" | "been" | "being" | "has"
        | "have" | "had" | "will" | "would" | "could" | "should" | "may" | "might" | "can" | "must"
        | "shall" | "do" | "does" | "did" | "not" | "no" | "into" | "near" | "along" | "across" | "over"
        | "under" | "through" | "against" | "after" | "before" | "during" | "since" | "until" | "while"
        | "when" | "where" | "if" | "than" | "they" | "it" | "he" | "she" | "we" | "i" | "you" | "them"
        | "there" | "already" | "said" | "says" | "the" | "a" | "an" | "its" | "their" | "our" | "his"
        | "her" | "this" | "these" | "those" | "'s";

    /// Whether the word ends a clause or sentence.
    pub(super) fn stop_hard:
        "" | "," | "." | ";" | ":";

    /// Generic nouns that make a capitalised word before them a place, or stand alone as a relative place.
    pub(super) fn generic:
        "border" | "borders" | "region" | "regions" | "area" | "areas" | "axis" | "axes" | "direction"
        | "sector" | "front" | "line" | "base" | "bases" | "camp" | "airfield" | "airbase" | "airport"
        | "port" | "harbour" | "harbor" | "county" | "province" | "oblast" | "district" | "state"
        | "country" | "countries" | "territory" | "sea" | "ocean" | "gulf" | "strait" | "coast"
        | "island" | "islands" | "peninsula" | "city" | "town" | "village" | "capital" | "barracks"
        | "theater" | "theatre" | "flank" | "doorstep" | "part" | "parts" | "side" | "south" | "north"
        | "east" | "west" | "grounds" | "ground" | "frontier" | "zone" | "continent" | "station"
        | "facility" | "facilities" | "hotspots" | "bridgehead" | "perimeter" | "states" | "world"
        | "mountains" | "valley" | "river" | "canal" | "corridor" | "airspace" | "waters" | "crossing"
        | "headquarters" | "northeast" | "northwest" | "southeast" | "southwest" | "outskirts"
        | "vicinity" | "mainland" | "sands" | "garrison" | "embassy" | "range" | "soil" | "plateau"
        | "desert" | "highlands" | "enclave" | "stronghold" | "compound" | "bank" | "banks" | "shore"
        | "streets" | "shores" | "suburbs" | "hinterland" | "foothills" | "horn" | "provinces"
        | "districts" | "towns" | "cities" | "villages" | "garrisons" | "strip" | "outpost" | "outposts"
        | "checkpoints" | "temple" | "palace" | "complex" | "dam" | "hills" | "jungle" | "jungles"
        | "buffer" | "belt";

    /// Words that never begin a place though capitals follow a preposition.
    pub(super) fn no_place:
        "reuters" | "afp" | "ap" | "cnn" | "bbc" | "xinhua" | "congress" | "parliament" | "senate"
        | "house" | "president" | "minister" | "secretary" | "general" | "gen" | "mr" | "mrs" | "ms"
        | "dr" | "lt" | "col" | "maj" | "operation" | "monday" | "tuesday" | "wednesday" | "thursday"
        | "friday" | "saturday" | "sunday" | "i" | "god" | "article" | "chapter" | "resolution"
        | "twitter" | "facebook" | "telegram" | "parliamentary" | "commons" | "lords" | "exercise"
        | "kirby" | "tara" | "admiral" | "capt" | "captain" | "sergeant" | "sgt" | "adm" | "ambassador"
        | "senator" | "sen" | "rep" | "chancellor" | "king" | "prince" | "pope";

    /// Words of this kind.
    pub(super) fn directional:
        "northern" | "southern" | "eastern" | "western" | "central" | "northeastern" | "northwestern"
        | "southeastern" | "southwestern" | "north" | "south" | "east" | "west" | "upper" | "lower"
        | "north-eastern" | "south-eastern";

    /// Adjectives that stand between "the" and a place's name and add nothing to where it is.
    pub(super) fn describes:
        "troubled" | "restive" | "volatile" | "war-torn" | "wartorn" | "war" | "torn" | "-" | "tense"
        | "remote" | "besieged" | "embattled" | "disputed" | "breakaway" | "oil" | "rich" | "oil-rich"
        | "strategic" | "turbulent" | "violent" | "strife" | "riven" | "hit" | "ravaged" | "quake"
        | "flood" | "storm" | "stricken" | "rebel" | "held" | "rebel-held" | "lawless" | "rugged"
        | "mountainous" | "arid" | "desert" | "coastal" | "isolated" | "occupied" | "divided" | "ethnic"
        | "battered" | "tiny" | "small" | "impoverished" | "poor" | "neighboring" | "neighbouring"
        | "nearby" | "key" | "vast" | "far" | "flung" | "semi" | "autonomous" | "separatist" | "port"
        | "capital" | "border" | "historic" | "ancient" | "holy" | "besieging" | "northernmost"
        | "southernmost" | "easternmost" | "westernmost" | "former" | "conflict" | "crisis";

    /// Nouns without content of their own: the place after them is what counts.
    pub(super) fn empty:
        "part" | "parts" | "region" | "regions" | "territory" | "area" | "areas" | "vicinity" | "side"
        | "city" | "town" | "village" | "state" | "province" | "outskirts" | "island" | "capital"
        | "direction" | "streets" | "shores" | "soil" | "hinterland";

    /// Verbs that say where a force is or goes only when it is their subject and a place follows.
    pub(super) fn weak:
        "total" | "reach" | "pass" | "take part" | "take up" | "go" | "come" | "get" | "put" | "push"
        | "follow" | "hold" | "stand" | "serve" | "operate" | "train" | "exercise" | "number" | "place"
        | "add" | "increase" | "expand" | "raise" | "boost" | "grow" | "rise" | "strengthen" | "advance"
        | "head" | "participate" | "conduct" | "cut" | "fall" | "drop" | "guard" | "host" | "keep"
        | "join" | "cross" | "enter" | "house" | "ring" | "sit" | "wait" | "spend" | "comprise"
        | "make up" | "converge" | "bring up" | "bring in" | "set off" | "set out" | "step off"
        | "stay on" | "call at" | "go back" | "come back" | "flow" | "trickle" | "lodge" | "fan out"
        | "induct" | "insert" | "swarm" | "embark" | "array";

    /// Words of this kind.
    pub(super) fn noun_cue:
        "the" | "a" | "an" | "its" | "their" | "our" | "his" | "her" | "this" | "that" | "any" | "no"
        | "of" | "in" | "from" | "for" | "'s" | "at" | "on" | "large" | "such" | "each" | "every"
        | "military" | "air";

    /// Words that may stand between a number and its echelon noun even in lower case.
    pub(super) fn type_word:
        "airborne" | "armored" | "armoured" | "armor" | "armour" | "cavalry" | "mechanized"
        | "mechanised" | "motorized" | "motorised" | "motor" | "rifle" | "guards" | "guard" | "air"
        | "assault" | "parachute" | "marine" | "naval" | "infantry" | "fighter" | "bomber" | "bomb"
        | "attack" | "mountain" | "stryker" | "heavy" | "light" | "artillery" | "field" | "engineer"
        | "engineers" | "aviation" | "combat" | "support" | "sustainment" | "signal" | "logistics"
        | "medical" | "expeditionary" | "special" | "operations" | "tank" | "missile" | "defense"
        | "defence" | "separate" | "independent" | "reconnaissance" | "reserve" | "coastal" | "rocket"
        | "territorial" | "tactical" | "maneuver" | "amphibious" | "ready" | "readiness" | "carrier"
        | "strike" | "destroyer" | "submarine" | "patrol" | "airlift" | "refueling" | "intelligence"
        | "police" | "jaeger" | "panzer" | "paratroop" | "paratrooper" | "combined" | "arms" | "response"
        | "reaction" | "rapid" | "task" | "multinational" | "border" | "security" | "helicopter" | "wing"
        | "anti" | "aircraft" | "forward" | "presence" | "enhanced" | "peacekeeping" | "transport"
        | "tanker" | "maritime" | "surveillance" | "launched" | "launch" | "multiple" | "self"
        | "propelled" | "joint" | "commando";

    /// Whether the word is a scale in the plural, which is vague by itself.
    pub(super) fn plural_scale:
        "dozens" | "scores" | "hundreds" | "thousands" | "tens" | "millions";

    /// Verbs that move something else and say nothing without an object that is a force.
    pub(super) fn transitive:
        "send" | "provide" | "supply" | "dispatch" | "bring" | "transport" | "install" | "assign"
        | "contribute" | "keep" | "maintain" | "host" | "house" | "add" | "remove" | "recall" | "put"
        | "place" | "raise" | "hold" | "retain" | "ring" | "commit" | "guard" | "field";
}
