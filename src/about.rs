//! What `briefing about` prints: version, licences, and whose data the program holds.

/// Version, licences and data credits.
pub fn text() -> String {
    let mut out = format!(
        "briefing {}\n\
         {}\n\n\
         Licence: {}\n\n\
         Data in the program:\n",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_DESCRIPTION"),
        env!("CARGO_PKG_LICENSE").replace(" OR ", " or "),
    );
    for credit in CREDITS {
        out.push_str("  ");
        out.push_str(credit);
        out.push('\n');
    }
    out
}

/// What the licences of the data ask to be shipped; `assets/data/SOURCES.md` says what comes from where.
pub const CREDITS: [&str; 7] = [
    "City and country data © GeoNames (geonames.org), CC BY 4.0, filtered and changed.",
    "Airport coordinates: airportsdata, © Mike Borsetti, MIT.",
    "Symbol codes: Esri joint-military-symbology-xml, Apache-2.0.",
    "Word lists: Automattic Harper, Apache-2.0.",
    "Made with Natural Earth; topology from world-atlas, © Michael Bostock, ISC.",
    "Given names: World Gender-Name Dictionary (WIPO), CC0; congress-legislators, CC0.",
    "CIA World Factbook, US DoD MIRTA, US Census Bureau: public domain.",
];
