//! Closed lists of words that tell labels, sentences and rubrics apart.

use std::sync::OnceLock;

/// A list of words, put in order at its first use.
pub(super) struct Words {
    list: &'static str,
    sorted: OnceLock<Vec<&'static str>>,
}

/// The longest word of any list, in bytes.
const LONGEST: usize = 24;

impl Words {
    const fn new(list: &'static str) -> Self {
        Self {
            list,
            sorted: OnceLock::new(),
        }
    }

    /// Whether it holds `word` as it is written.
    pub(super) fn has(&self, word: &str) -> bool {
        let sorted = self.sorted.get_or_init(|| {
            let mut all: Vec<&str> = self.list.split(' ').collect();
            all.sort_unstable();
            all
        });
        sorted.binary_search(&word).is_ok()
    }

    /// Whether it holds `word` in capitals.
    pub(super) fn has_any_case(&self, word: &str) -> bool {
        let mut upper = [0; LONGEST];
        let Some(upper) = upper.get_mut(..word.len()) else {
            return false;
        };
        upper.copy_from_slice(word.as_bytes());
        upper.make_ascii_uppercase();
        std::str::from_utf8(upper).is_ok_and(|word| self.has(word))
    }
}

/// What opens a label of a printed hearing: `Senator Orne.`
pub(super) static HEARING: Words = Words::new(
    "\
    Mr Mrs Ms Dr Chairman Chairwoman Chair Senator Representative Secretary General Admiral Ambassador \
    Governor Director Colonel Captain Commissioner Congressman Congresswoman The Administrator Sergeant Vice",
);

/// Words that join the parts of a name or office.
pub(super) static PARTICLES: Words = Words::new(
    "\
    of the and for to in on at de la le del der den van von al el bin ibn da di dos du ter pro tempore & OF \
    THE AND FOR TO via The IN ON AT",
);

/// Forms of address and short ranks, in capitals and without their full stop.
pub(super) static ADDRESS: Words = Words::new(
    "\
    MR MRS MS MISS DR SEN REP GEN LT COL MAJ CAPT ADM GOV BRIG CMDR CDR SGT PROF REV HON AMB RADM VADM SIR \
    LORD DAME BARONESS SECY SPC CPL CPT LTC LTG BG MG",
);

/// Whoever asks, in capitals.
pub(super) static ASKERS: Words = Words::new(
    "\
    QUESTION QUESTIONER REPORTER REPORTERS JOURNALIST CORRESPONDENT INTERVIEWER",
);

/// Words for an office, a rank or a part in the talk, in capitals.
pub(super) static ROLES: Words = Words::new(
    "\
    MR MRS MS MISS DR SEN REP GEN LT COL MAJ CAPT ADM GOV BRIG CMDR CDR SGT PROF REV HON AMB SIR LORD LADY \
    DAME BARONESS SECRETARY PRESIDENT MINISTER SPOKESMAN SPOKESWOMAN SPOKESPERSON OFFICIAL MODERATOR \
    OPERATOR STAFF STAFFER INTERPRETER TRANSLATOR PARTICIPANT AMBASSADOR DIRECTOR ADMINISTRATOR ADVISER \
    ADVISOR CHAIRMAN CHAIRWOMAN CHAIRPERSON CHAIR SENATOR CONGRESSMAN CONGRESSWOMAN REPRESENTATIVE GENERAL \
    ADMIRAL COLONEL MAJOR CAPTAIN COMMANDER LIEUTENANT SERGEANT CHANCELLOR KING QUEEN PRINCE PRINCESS ANCHOR \
    HOST SPEAKER AIDE GOVERNOR MAYOR SHERIFF PROFESSOR JUDGE REVEREND AIDES CLERK WITNESS COORDINATOR \
    ADMINISTRATION VICE PREMIER COMMISSIONER MALE FEMALE EXCELLENCY INTERVIEWER ANNOUNCER NARRATOR ATTENDEE \
    CROWD AUDIENCE EMPEROR AMIR EMIR TAOISEACH MARSHAL COMMODORE BRIGADIER CHIEF ENVOY COUNSEL CZAR \
    ADMINISTRATORS SECRETARY-GENERAL RECTOR DEAN FOUNDER EDITOR CEO PRESENTER DEPUTY OFFICER JUSTICE ANALYST \
    HEAD RESEARCHER LEADER VOICEOVER",
);

/// Words that head a box, a link or an item of a list, never a turn; in capitals.
pub(super) static RUBRICS: Words = Words::new(
    "\
    READ WATCH MORE NOTE NOTES UPDATE UPDATED PHOTO PHOTOS VIDEO RELATED SEE LISTEN CLICK PICTURED SOURCE \
    SOURCES CONTACT CONTACTS KEY FACT FACTS BACKGROUND WHAT WHY HOW WHERE WHEN LATEST BREAKING EXCLUSIVE \
    ANALYSIS OPINION POLL STEP PART OPTION CORRECTION HEADLINE EMAIL TWITTER FILE DATE TIME LOCATION SUBJECT \
    RE TEL PHONE PUBLISHED POSTED COPYRIGHT FIRST SECOND THIRD FINALLY RESULT RESULTS EXAMPLE REMEMBER \
    WARNING DISCLAIMER SUMMARY TOPICS TAGS FILED CATEGORIES ALSO EARLIER PREVIOUSLY TRANSCRIPT BOTTOM LINE \
    SCROLL BELOW ABOVE LEFT RIGHT CREDIT IMAGE CAPTION READING COUNTRY TODAY",
);

/// Words that open a phrase, not a name: `ON IRAN:`; in capitals.
pub(super) static OPENERS: Words = Words::new(
    "\
    ON IN AT FOR TO AND OF BY WITH AS BUT SO IF HERE THIS IT",
);

/// Words that open sentences far more often than they follow an abbreviation inside one.
pub(super) static STARTERS: Words = Words::new(
    "\
    A About According After All Also Although An And Another Any Are As Asked At Because Before Both But By \
    Can Despite Do During Each Earlier Even Every Few Five For Four From Further Given Had Have He Her Here \
    His How However I If In Instead Is It Its Last Later Like Many Meanwhile More Moreover Most Much My \
    Nearly Neither No Nobody None Nor Not Nothing Now Of On Once One Only Other Others Our Over People \
    Perhaps She Since So Some Still Such Than That The Their Then There These They This Those Three Through \
    Thus To Today Tomorrow Two Under Until Was We Well Were What When Where Whether Which While Who Why Will \
    With Without Yes Yesterday Yet You Your",
);
