//! Actors that are no countries: alliances, armed services known by name, movements.

/// An actor that begins with `word` and goes on with `next`: its canonical name, and how many words it takes.
pub(super) fn actor(word: &str, next: &str, after: &str) -> Option<(&'static str, usize)> {
    Some(match (word, next) {
        ("Wagner", "Group") => ("Wagner Group", 2),
        ("Wagner", _) => ("Wagner Group", 1),
        ("Hamas", _) => ("Hamas", 1),
        ("Hezbollah", _) => ("Hezbollah", 1),
        ("Houthi" | "Houthis" | "Huthi" | "Huthis", _) => ("Houthis", 1),
        ("Taliban" | "Taleban", _) => ("Taliban", 1),
        ("Boko", "Haram") => ("Boko Haram", 2),
        ("Islamists" | "Islamist", _) => ("Islamists", 1),
        ("Islamic", "State") => ("Islamic State", 2),
        ("ISIS" | "ISIL" | "Daesh", _) => ("Islamic State", 1),
        ("Bundeswehr" | "Luftwaffe", _) => ("Germany", 1),
        ("PLA", _) => ("China", 1),
        ("IDF", _) => ("Israel", 1),
        ("Royal", "Navy" | "Marines" | "Artillery" | "Engineers") => ("United Kingdom", 2),
        ("Royal", "Air") if after == "Force" => ("United Kingdom", 3),
        ("RAF", _) => ("United Kingdom", 1),
        ("Foreign", "Legion") => ("France", 2),
        ("African", "Union") => ("African Union", 2),
        ("Arab", "League") => ("Arab League", 2),
        ("ECOWAS", _) => ("ECOWAS", 1),
        ("SADC", _) => ("SADC", 1),
        ("Nato" | "ISAF" | "KFOR" | "SFOR" | "IFOR", _) => ("NATO", 1),
        ("EUFOR", _) => ("European Union", 1),
        (
            "UNIFIL" | "MONUSCO" | "MINUSMA" | "MINUSCA" | "UNMISS" | "UNAMID" | "UNAMSIL" | "UNIOSIL"
            | "UNDOF" | "UNFICYP" | "UNTAET" | "UNPROFOR" | "MONUC" | "ONUCI" | "UNMIL" | "UNISFA",
            _,
        ) => ("United Nations", 1),
        _ => return None,
    })
}
