//! The words that tell a full stop inside a sentence from one at its end.
//!
//! Closed classes of English; a `match` on them is faster than any table and this is asked at every full stop.

use super::vocabulary::STARTERS;

/// What is known of a word with a full stop.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// No abbreviation.
    None,
    /// Stands before a name or goes on otherwise: never ends a sentence.
    Never,
    /// Goes on where a number follows.
    BeforeNumber,
    /// A month or weekday.
    Month,
    /// `a.m.`, `p.m.`
    Time,
    /// `U.S.`, `F.`, `S.U.V.`
    Initials,
    /// Ends a sentence where a word follows that opens sentences.
    Sometimes,
}

/// The class of `word`, given without its last full stop (`U.S`, `Lt`).
pub(super) fn abbreviation(word: &str) -> Abbreviation {
    let bytes = word.as_bytes();
    if matches!(word, "a.m" | "p.m" | "A.M" | "P.M" | "AM" | "PM") {
        return Abbreviation::Time;
    }
    if bytes.len() == 1 {
        return if bytes[0].is_ascii_uppercase() && bytes[0] != b'I' {
            Abbreviation::Initials
        } else {
            Abbreviation::None
        };
    }
    if bytes.contains(&b'.') {
        return match word {
            "e.g" | "i.e" | "et.al" => Abbreviation::Never,
            _ if bytes
                .rsplit(|&b| b == b'.')
                .all(|part| part.len() <= 2 && !part.is_empty())
                && bytes.iter().all(|b| *b == b'.' || b.is_ascii_alphabetic()) =>
            {
                Abbreviation::Initials
            }
            // "St.Louis", "Lt.Col": judged by its last part.
            _ => word.rsplit('.').next().map_or(Abbreviation::None, |last| {
                if last.len() > 1 {
                    abbreviation(last)
                } else {
                    Abbreviation::None
                }
            }),
        };
    }
    if bytes.len() > 6 {
        return Abbreviation::None;
    }
    match word {
        "Mr" | "Mrs" | "Ms" | "Dr" | "Prof" | "Rev" | "Hon" | "Msgr" | "Fr" | "Pres" | "Gov" | "Govs"
        | "Sen" | "Sens" | "Rep" | "Reps" | "Del" | "Atty" | "Supt" | "Amb" | "Gen" | "Gens" | "Lt"
        | "Col" | "Cols" | "Maj" | "Capt" | "Cmdr" | "Comdr" | "Cdr" | "Adm" | "Brig" | "Sgt" | "Cpl"
        | "Pvt" | "Pfc" | "Spc" | "Ens" | "Cpt" | "Bn" | "Insp" | "Det" | "Messrs" | "Mme" | "Mlle"
        | "Sr" | "St" | "Ste" | "Ft" | "Mt" | "vs" | "cf" | "approx" | "MR" | "MRS" | "MS" | "DR" | "GEN"
        | "LT" | "COL" | "MAJ" | "CAPT" | "ADM" | "BRIG" | "SEN" | "REP" | "GOV" | "AMB" | "SGT" | "CMDR"
        | "ST" | "Rt" | "Sec" | "Secy" | "Dept" | "Univ" | "Gren" | "Sq" | "Wg" | "Tech" | "Cmd" | "RADM"
        | "Radm" | "VADM" | "Vadm" | "SSgt" | "MSgt" | "TSgt" => Abbreviation::Never,
        "No" | "Nos" | "no" | "nos" | "Art" | "Arts" | "art" | "Fig" | "fig" | "pp" | "para" | "Vol"
        | "vol" | "Res" | "Ch" | "ch" | "ca" | "Sect" | "sec" | "Pub" | "Doc" | "Cl" => {
            Abbreviation::BeforeNumber
        }
        "Jan" | "Feb" | "Mar" | "Apr" | "Jun" | "Jul" | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec"
        | "JAN" | "FEB" | "APR" | "AUG" | "SEPT" | "OCT" | "NOV" | "DEC" => Abbreviation::Month,
        "Inc" | "Corp" | "Co" | "Ltd" | "LLC" | "Bros" | "Assn" | "Jr" | "Esq" | "PhD" | "Ph" | "Ave"
        | "Blvd" | "Rd" | "Ala" | "Ariz" | "Ark" | "Calif" | "Colo" | "Conn" | "Fla" | "Ga" | "Ill"
        | "Ind" | "Kan" | "Ky" | "La" | "Md" | "Mass" | "Mich" | "Minn" | "Miss" | "Mo" | "Mont" | "Neb"
        | "Nev" | "Okla" | "Ore" | "Pa" | "Tenn" | "Tex" | "Va" | "Vt" | "Wash" | "Wis" | "Wyo" | "Ont"
        | "Que" | "Alta" | "Sask" | "Man" | "etc" | "al" | "Mon" | "Tue" | "Tues" | "Wed" | "Thu"
        | "Thur" | "Thurs" | "Fri" | "est" | "ft" | "lb" | "lbs" | "oz" | "mi" | "km" | "mph" | "sq"
        | "Regt" | "Div" | "Bde" | "Bdes" | "Bat" => Abbreviation::Sometimes,
        _ => Abbreviation::None,
    }
}

/// Words that open sentences far more often than they follow an abbreviation inside one.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.has(word)
}

/// Words that say who asked or cried what stands before.
pub(super) fn is_saying(word: &str) -> bool {
    matches!(
        word,
        "added"
            | "asked"
            | "asks"
            | "cried"
            | "demanded"
            | "joked"
            | "replied"
            | "said"
            | "says"
            | "shouted"
            | "told"
            | "tweeted"
            | "wondered"
            | "wrote"
            | "yelled"
    )
}

/// What follows `8 a.m.` inside a sentence.
pub(super) fn is_time_word(word: &str) -> bool {
    matches!(
        word,
        "EST"
            | "EDT"
            | "ET"
            | "CST"
            | "CDT"
            | "CT"
            | "MST"
            | "MDT"
            | "MT"
            | "PST"
            | "PDT"
            | "PT"
            | "GMT"
            | "UTC"
            | "BST"
            | "CET"
            | "Eastern"
            | "Central"
            | "Pacific"
            | "Mountain"
            | "Moscow"
            | "Kyiv"
            | "London"
            | "Beijing"
            | "Washington"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Jan"
            | "Feb"
            | "Aug"
            | "Sept"
            | "Oct"
            | "Nov"
            | "Dec"
    )
}
