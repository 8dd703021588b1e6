//! What a word can do in a reporter's sentence: closed classes and the nouns that name sources.
//!
//! House lists of common English words. One pass gives every token its [`Class`]; rules then test bits only.

use crate::analysis::tokens::Tokens;
use crate::lexicon::{Form, Table, set};

/// Bits of what a word can be; a word may be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub const DET: Self = Self(1);
    pub const POSSESSIVE: Self = Self(1 << 1);
    /// Personal pronoun that can be a subject.
    pub const PRONOUN: Self = Self(1 << 2);
    pub const PREP: Self = Self(1 << 3);
    /// and, or, but.
    pub const CONJ: Self = Self(1 << 4);
    /// Opens a subordinate clause.
    pub const SUB: Self = Self(1 << 5);
    pub const AUX: Self = Self(1 << 6);
    pub const ADVERB: Self = Self(1 << 7);
    pub const TIME: Self = Self(1 << 8);
    /// One person: senator, mother, analyst.
    pub const ROLE: Self = Self(1 << 9);
    /// Several people: officials, police.
    pub const GROUP: Self = Self(1 << 10);
    /// A body: company, ministry.
    pub const BODY: Self = Self(1 << 11);
    /// A document: letter, report.
    pub const DOCUMENT: Self = Self(1 << 12);
    /// Male person.
    pub const MALE: Self = Self(1 << 13);
    /// Female person.
    pub const FEMALE: Self = Self(1 << 14);
    /// who, which, that, whose.
    pub const RELATIVE: Self = Self(1 << 15);
    /// A finite verb, surely or nearly so.
    pub const VERB: Self = Self(1 << 16);
    /// A form of a reporting verb.
    pub const REPORTS: Self = Self(1 << 17);
    /// A title or rank that stands before a name.
    pub const TITLE: Self = Self(1 << 18);
    /// A given name.
    pub const GIVEN: Self = Self(1 << 19);
    /// A place, or the adjective of one.
    pub const PLACE: Self = Self(1 << 20);
    /// A particle inside a name: van, de, bin.
    pub const PARTICLE: Self = Self(1 << 21);
    /// A number word.
    pub const NUMBER: Self = Self(1 << 22);
    /// Object pronoun.
    pub const OBJECT: Self = Self(1 << 23);
    /// A news outlet's or programme's noun: news, radio, magazine.
    pub const OUTLET: Self = Self(1 << 24);
    /// former, senior, retired and the like.
    pub const MODIFIER: Self = Self(1 << 25);

    /// A noun of saying: claim, warning. Like [`Self::NAMING`] it says nothing of what else the word can be.
    pub const NOMINAL: Self = Self(1 << 26);
    /// A verb that reports only where a quotation follows: called, dubbed.
    pub const NAMING: Self = Self(1 << 27);

    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing is known of the word.
    pub const fn is_unknown(self) -> bool {
        self.0 & !(Self::NOMINAL.0 | Self::NAMING.0) == 0
    }
}

const LISTS: &[(Class, &str)] = &[
    (
        Class::DET,
        "the a an this that these those some any many several most both all each every other another no few two three four five six seven eight nine ten dozens hundreds such one what certain various numerous more much",
    ),
    (Class::POSSESSIVE.or(Class::DET), "his her its their our my your"),
    (
        Class::PRONOUN,
        "he she they it we i you everyone somebody someone nobody everybody others many some another",
    ),
    (
        Class::OBJECT,
        "him her them us me himself herself themselves itself myself ourselves it you",
    ),
    (Class::RELATIVE, "who which that whose whom"),
    (
        Class::PREP,
        "of in at for on with to by near behind against about under from into over after before during since until till through between among amongst amid as like than without within across despite per via toward towards inside outside off onto upon along around beyond because throughout following including regarding concerning versus aboard above below beside besides except given unlike alongside ahead",
    ),
    (Class::CONJ, "and or but nor yet so plus &"),
    (
        Class::SUB,
        "because while when where if although though whereas unless whether how why since after before as until once that what whatever wherever whenever",
    ),
    (
        Class::AUX,
        "is are was were be been being am has have had having do does did will would can could may might must should shall cannot can't won't wouldn't couldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't ain't he's she's it's they're we're i'm you're they've we've i've you've he'd she'd they'd i'd we'd he'll she'll they'll i'll we'll it'll that's there's who's what's",
    ),
    (
        Class::ADVERB,
        "also later then still now just once again never always often not even only already ever instead soon too first perhaps maybe however therefore meanwhile moreover nevertheless nonetheless further furthermore afterward afterwards previously yet thus hence rather quite both simply twice indeed sometimes away back almost nearly there here so much well long together elsewhere otherwise though respectively apparently reportedly repeatedly publicly likewise",
    ),
    (
        Class::TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december mon tue thu fri jan feb apr jul aug sept sep oct nov dec jan. feb. aug. sept. sep. oct. nov. dec. today yesterday tonight tomorrow morning afternoon evening night week weekend month year noon midnight earlier last next ago early late a.m p.m a.m. p.m. est edt pst gmt recently lately now day days weeks months years hour hours minutes",
    ),
    (
        Class::ROLE,
        "senator minister president spokesman spokesperson official analyst expert director chief leader chairman chairperson chair head secretary ambassador envoy general colonel captain major lieutenant commander sergeant officer admiral soldier governor mayor lawmaker congressman representative candidate nominee economist professor researcher scientist doctor physician surgeon lawyer attorney prosecutor judge justice detective inspector constable sheriff deputy trooper firefighter paramedic teacher principal superintendent student coach player goalie goaltender defenceman defenseman forward winger striker midfielder quarterback captain netminder center centre pitcher rookie veteran manager owner executive ceo cfo coo cto founder co-founder entrepreneur businessman investor banker trader broker strategist consultant adviser advisor aide staffer pollster lobbyist activist advocate organizer organiser protester demonstrator volunteer resident neighbour neighbor witness survivor victim suspect patient author writer novelist journalist reporter editor columnist critic historian artist singer musician actor director producer filmmaker designer architect engineer developer farmer rancher worker driver pilot passenger spokeswoman source insider diplomat politician premier chancellor legislator councillor councilor councilman councilwoman commissioner alderman delegate democrat republican conservative liberal billionaire millionaire mogul tycoon pastor priest bishop rabbi imam pope cardinal archbishop reverend specialist biologist physicist chemist meteorologist geologist psychologist psychiatrist therapist nurse coordinator administrator planner treasurer accountant auditor regulator watchdog ombudsman mediator negotiator translator interpreter parent teen teenager youth child kid native player host moderator anchor commentator blogger vlogger comedian model actress athlete runner skater swimmer boxer fighter champion medalist medallist olympian star hero celebrity icon trainer jockey umpire referee vice-president frontrunner front-runner challenger incumbent opponent rival successor predecessor counterpart colleague boss employee employer landlord tenant owner customer client shopper voter supporter fan follower member fellow scholar academic lecturer dean provost chancellor graduate alumnus alumna freshman sophomore junior senior whistleblower informant hacker defector dissident oligarch warlord rebel militant insurgent fighter guard agent operative spy investigator examiner coroner pathologist treasurer premier mp mla mpp mep vp pm sergeant-at-arms man woman boy girl mother father mom dad mum son daughter brother sister husband wife widow widower uncle aunt grandfather grandmother grandson granddaughter cousin nephew niece girlfriend boyfriend partner fiance fiancee friend gentleman lady guy person individual traveller traveler tourist visitor hunter fisherman fisher angler trapper lobsterman miner logger carpenter plumber electrician mechanic technician chef cook baker barista bartender waiter waitress server cashier clerk receptionist librarian archivist curator conservationist environmentalist ecologist zoologist botanist veterinarian vet mayor-elect president-elect king queen prince princess emperor sultan emir sheikh ayatollah right-winger centre-back co-owner co-chair co-author newcomer native frenchman englishman swede finn american canadian chairwoman congresswoman businesswoman policeman policewoman salesman saleswoman cameraman assemblyman assemblywoman statesman stateswoman alderwoman anchorman anchorwoman whip magnate narrator correspondent contributor pundit surrogate donor onlooker spectator attendee constituent neurosurgeon",
    ),
    (
        Class::GROUP,
        "officials diplomats residents authorities critics experts analysts police investigators prosecutors lawyers attorneys doctors scientists researchers economists leaders lawmakers senators republicans democrats liberals conservatives activists protesters demonstrators supporters opponents advocates aides advisers advisors witnesses neighbours neighbors relatives parents families students teachers workers employees staff members people sources allies rivals colleagues friends fans players coaches owners executives managers investors traders brokers forecasters pollsters politicians ministers governors mayors councillors firefighters paramedics soldiers officers troops commanders rebels militants insurgents migrants refugees immigrants women men others voters shoppers customers consumers farmers fishermen drivers passengers survivors victims observers commentators pundits journalists reporters editors historians scholars academics professors engineers developers regulators watchdogs lobbyists insiders candidates contenders couple pair duo trio brothers sisters siblings organizers organisers volunteers campaigners environmentalists biologists physicians nurses patients users readers viewers listeners fighters separatists loyalists detectives deputies troopers guards agents crews rescuers responders strategists consultants entrepreneurs bankers judges jurors jury crowd signatories authors writers artists musicians actors organisations organizations groups companies governments states countries nations unions agencies parties spokesmen spokespeople spokespersons locals villagers townspeople inhabitants islanders tenants landlords homeowners skeptics sceptics detractors defenders backers donors sponsors hunters commuters travellers travelers tourists visitors those spectators marchers attendees onlookers bystanders hecklers delegates constituents correspondents operatives pundits surrogates donors respondents",
    ),
    (
        Class::BODY,
        "company department agency ministry government group party union office court bank university college school board council committee association organization organisation campaign firm administration commission team club hospital force service services bureau institute institution foundation center centre corporation corp inc ltd llc co society federation league network authority parliament congress senate house legislature cabinet assembly tribunal police army navy pentagon kremlin embassy consulate mission alliance coalition movement church charity museum airline airport manufacturer maker retailer store chain carrier operator utility developer publisher studio fund exchange fed treasury panel inquiry task-force taskforce district province city town county state municipality region country nation white-house watchdog regulator think-tank consortium trust secretariat directorate division unit brigade regiment squad precinct sheriff's-office startup brand supplier contractor lender insurer brokerage outlet station broadcaster paper newspaper magazine website blog pac committee caucus lobby chamber tank family nonprofit ngo restaurant hotel brewery franchise defence defense",
    ),
    (
        Class::DOCUMENT,
        "letter letters report reports statement statements document documents memo memos study studies survey surveys poll polls release email emails e-mail e-mails tweet tweets post posts filing filings lawsuit lawsuits suit complaint complaints book article articles essay editorial op-ed text message messages note transcript transcripts indictment affidavit warrant ruling rulings decision order opinion verdict brief bulletin notice advisory warning dossier paper papers proposal proposals resolution declaration communique manifesto petition article story stories headline caption sign signs banner poster posters slogan ad ads advertisement video audio recording record records data figures statistics analysis assessment review audit bill law act code rule rules guidelines policy contract agreement deal treaty pact charter constitution website webpage page biography profile obituary speech remarks testimony summary excerpt draft plan translation file files briefing newsletter blog column cable cables missive missives research findings census index calendar schedule agenda description listing plaque",
    ),
    (
        Class::MALE,
        "man boy father dad son brother husband widower uncle grandfather grandson nephew boyfriend fiance gentleman guy spokesman chairman congressman councilman businessman frenchman englishman king prince emperor sultan lord sir mr fisherman lobsterman actor waiter policeman salesman cameraman",
    ),
    (
        Class::FEMALE,
        "woman girl mother mom mum daughter sister wife widow aunt grandmother granddaughter niece girlfriend fiancee lady spokeswoman chairwoman congresswoman councilwoman businesswoman queen princess empress dame baroness mrs ms miss actress waitress policewoman saleswoman stateswoman",
    ),
    (
        Class::PARTICLE,
        "de van von der den ter bin ibn al el la del della di da du le dos das ben abu y af av",
    ),
    (
        Class::OUTLET,
        "news times post journal radio tv television magazine gazette tribune herald press globe mail star daily weekly guardian telegraph network broadcasting today",
    ),
    (
        Class::MODIFIER,
        "former senior top retired acting interim deputy assistant vice associate chief executive lead veteran longtime long-time outgoing incoming fellow local federal provincial national international late current ex co newly then unnamed anonymous western democratic",
    ),
    (
        Class::VERB,
        "went came made took got gave found became began kept left felt met held led lost won saw knew thought ran wrote sat stood spoke brought bought caught taught fought sought sent spent built paid set put cut hit let hurt shot drew grew threw flew fell rose chose drove broke wore showed shown used seemed appeared looked turned moved called asked tried needed wants wanted want needs makes takes gets gives goes comes keeps remains remained stayed includes included continues says say get make take give go come keep know think see need believe work works worked play played plays live lives lived died killed shot signed visited attended joined arrived returned refused declined appears seems becomes faces faced leads follows followed supports supported opposes backed plans planned hopes expects expected received receives launched released published posted issued scored finished started opened closed ended hopes thinks believes knows feels gives runs serves served serves works wears carries carried died hosts hosted",
    ),
];

/// Nouns of saying.
const NOMINAL: [&str; 32] = [
    "claim",
    "claims",
    "assertion",
    "argument",
    "statement",
    "remark",
    "remarks",
    "comment",
    "comments",
    "assessment",
    "warning",
    "promise",
    "pledge",
    "vow",
    "call",
    "calls",
    "demand",
    "suggestion",
    "allegation",
    "contention",
    "insistence",
    "declaration",
    "announcement",
    "accusation",
    "conclusion",
    "prediction",
    "description",
    "characterization",
    "admission",
    "complaint",
    "tweet",
    "motto",
];

/// Verbs that report only where a quotation follows: "called it a 'farce'".
const NAMING: [&str; 45] = [
    "call",
    "calls",
    "called",
    "calling",
    "dub",
    "dubbed",
    "dubs",
    "label",
    "labels",
    "labeled",
    "labelled",
    "labeling",
    "brand",
    "branded",
    "term",
    "termed",
    "terms",
    "refer",
    "referred",
    "refers",
    "referring",
    "describing",
    "sing",
    "sang",
    "joked",
    "cited",
    "cites",
    "citing",
    "declaring",
    "decried",
    "slammed",
    "touted",
    "touts",
    "acknowledges",
    "began",
    "ended",
    "opened",
    "penned",
    "captioned",
    "signed",
    "characterized",
    "characterised",
    "compared",
    "portrayed",
    "deemed",
];

/// Slots of [`Closed`]: about twice as many as there are words.
const SLOTS: usize = 4096;

/// Bytes of all lists.
const BYTES: usize = {
    let mut sum = set::bytes(&NOMINAL) + set::bytes(&NAMING);
    let mut i = 0;
    while i < LISTS.len() {
        sum += LISTS[i].1.len();
        i += 1;
    }
    sum
};

/// The words of the lists with their classes, laid out at compile time.
struct Closed {
    bytes: [u8; BYTES],
    used: usize,
    /// Start and length of a word in `bytes` with its class; length 0 where free.
    slots: [(u16, u8, Class); SLOTS],
}

static CLOSED: Closed = Closed::new();

impl Closed {
    #[expect(clippy::large_stack_arrays, reason = "runs at compile time only")]
    const fn new() -> Self {
        let mut all = Self {
            bytes: [0; BYTES],
            used: 0,
            slots: [(0, 0, Class(0)); SLOTS],
        };
        let mut i = 0;
        while i < LISTS.len() {
            let list = LISTS[i].1.as_bytes();
            let mut start = 0;
            while start < list.len() {
                let mut end = start;
                while end < list.len() && list[end] != b' ' {
                    end += 1;
                }
                all.add(list.split_at(start).1.split_at(end - start).0, LISTS[i].0);
                start = end + 1;
            }
            i += 1;
        }
        i = 0;
        while i < NOMINAL.len() {
            all.add(NOMINAL[i].as_bytes(), Class::NOMINAL);
            i += 1;
        }
        i = 0;
        while i < NAMING.len() {
            all.add(NAMING[i].as_bytes(), Class::NAMING);
            i += 1;
        }
        all
    }

    const fn add(&mut self, word: &[u8], class: Class) {
        if word.is_empty() {
            return;
        }
        let slot = self.find(word);
        if self.slots[slot].1 == 0 {
            self.slots[slot] = (self.used as u16, word.len() as u8, class);
            let mut k = 0;
            while k < word.len() {
                self.bytes[self.used] = word[k];
                self.used += 1;
                k += 1;
            }
        } else {
            self.slots[slot].2 = self.slots[slot].2.or(class);
        }
    }

    /// The slot of `word`, or the free one where it goes.
    const fn find(&self, word: &[u8]) -> usize {
        let mut slot = set::hash(word) & (SLOTS - 1);
        loop {
            let (at, len, _) = self.slots[slot];
            if len == 0 {
                return slot;
            }
            if len as usize == word.len() {
                let mut k = 0;
                while k < word.len() && self.bytes[at as usize + k] == word[k] {
                    k += 1;
                }
                if k == word.len() {
                    return slot;
                }
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }

    fn class(&self, word: &[u8]) -> Class {
        self.slots[self.find(word)].2
    }
}

/// A word's hash without regard to case, for matching names: surnames, given names, roles.
pub(super) fn fold(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    if word.is_ascii() {
        for byte in word.bytes() {
            hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
        }
        return hash;
    }
    for c in word.chars() {
        let c = if c == '’' { '\'' } else { c };
        for low in c.to_lowercase() {
            hash = (hash ^ u64::from(u32::from(plain(low)))).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

/// The letter without its accent: one article spells a name now with it and now without.
const fn plain(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ś' | 'š' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ğ' => 'g',
        other => other,
    }
}

/// The closed classes of `word`, in any case.
pub(super) fn closed(word: &str) -> Class {
    const LONGEST: usize = 20;
    let mut low = [0_u8; LONGEST];
    let mut len = 0;
    for c in word.chars() {
        let byte = if c == '’' {
            b'\''
        } else if c.is_ascii() {
            c.to_ascii_lowercase() as u8
        } else {
            return Class::default();
        };
        let Some(slot) = low.get_mut(len) else {
            return Class::default();
        };
        *slot = byte;
        len += 1;
    }
    let mut class = CLOSED.class(low.get(..len).unwrap_or_default());
    if class.is_unknown()
        && len > 4
        && low.get(len - 2..len) == Some(b"ly")
        && word.starts_with(|c: char| c.is_lowercase())
    {
        class = Class::ADVERB;
    }
    // "an oncologist", "two neurosurgeons": too many fields to list.
    if class.is_unknown() && len > 7 {
        let word = low.get(..len).unwrap_or_default();
        if word.ends_with(b"ologist") || word.ends_with(b"surgeon") {
            class = Class::ROLE;
        } else if word.ends_with(b"ologists") || word.ends_with(b"surgeons") {
            class = Class::GROUP;
        }
    }
    class
}

/// The closed classes of every spelling of the article.
pub(super) fn all_closed(tokens: &Tokens) -> Vec<Class> {
    tokens
        .spellings()
        .iter()
        .map(|token| closed(token.span.of(tokens.text())))
        .collect()
}

/// The class of every spelling of the article, with its closed classes.
pub(super) fn classes(tokens: &Tokens, closed: &[Class]) -> Vec<Class> {
    tokens
        .spellings()
        .iter()
        .zip(closed)
        .map(|(token, &closed)| {
            if !token.is_word() {
                return if token.is_number() {
                    Class::NUMBER
                } else {
                    Class::default()
                };
            }
            let written = token.span.of(tokens.text());
            // `US` and `WHO` are no pronouns.
            let acronym = matches!(written, "US" | "WHO" | "IT");
            let mut class = if acronym { Class::default() } else { closed };
            for entry in token.key().entries() {
                let fits = entry.fits(written);
                class = class.or(match entry.table() {
                    Table::ReportingVerb => Class::REPORTS,
                    Table::Title if token.is_capital() => Class::TITLE,
                    Table::GivenName if token.is_capital() => Class::GIVEN,
                    Table::NumberWord if !token.is_capital() && entry.number(1).is_some() => Class::NUMBER,
                    Table::Country | Table::State | Table::City | Table::Region
                        if fits && token.is_capital() =>
                    {
                        Class::PLACE
                    }
                    Table::MovementVerb if entry.form().is(Form::PAST) || entry.form().is(Form::THIRD) => {
                        if class.has(Class::ROLE.or(Class::GROUP).or(Class::BODY).or(Class::DOCUMENT)) {
                            Class::default()
                        } else {
                            Class::VERB
                        }
                    }
                    _ => Class::default(),
                });
            }
            class
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_what_the_lists_say_in_any_case() {
        assert!(closed("Senator").has(Class::ROLE));
        assert!(closed("THEY").has(Class::PRONOUN));
        assert!(closed("don’t").has(Class::AUX));
        assert!(closed("repeatedly").has(Class::ADVERB));
        assert!(closed("quxt").is_unknown());
        assert_eq!(fold("O’Rourke"), fold("O'ROURKE"));
        assert_eq!(fold("Lévêque"), fold("LEVEQUE"));
        assert!(closed("oncologist").has(Class::ROLE));
        assert!(closed("biologists").has(Class::GROUP));
    }
}
