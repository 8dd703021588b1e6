//! An invented exercise with findings laid down by hand, and a stage on which keys are played to the real app and screen.
//!
//! The findings do not come from the analysis, so that these tests say what the screen does and nothing else.

#![allow(dead_code, reason = "each test binary uses its own part")]

use std::sync::Arc;

use briefing::analysis::{
    Analysis, Bound, Confidence, Count, GroupId, Movement, MovementId, Note, NoteKind, Quote, QuoteKind,
    Realis, Speaker, SpeakerId, SpeakerKind, Status, When,
};
use briefing::app::{App, Effect, Findings, Scheme};
use briefing::article::{Article, BlockKind, Builder, Form, Origin, Place};
use briefing::clean::Clean;
use briefing::keys::parse;
use briefing::span::Span;
use briefing::ui::{Theme, draw};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const PARAGRAPHS: [&str; 12] = [
    "HARSK, March 12 – The defence ministry of Ardania will move soldiers to the Vesna valley before the snow melts.",
    "The ministry said on Tuesday that about 1,200 soldiers of the 4th Mountain Brigade would leave Harsk for the \
     Vesna valley within the week.",
    "“We adjust to what we see,” said Colonel Dana Reyes, a spokeswoman of the ministry. “It ends when the season ends.”",
    "“This is no drill, whatever they call it,” said Tomas Lind, a member of the opposition. “The valley has had its \
     fill of visitors.”",
    "A senior officer said about 300 of them were engineers and would stay until autumn.",
    "The valley lies between two rivers and has one road. In winter it is closed for weeks on end, and the people who \
     live there keep their cellars full from October on.",
    "None of the units may cross the river, Reyes said.",
    "A garrison of 800 has been in Vesna since last year.",
    "Belmark has massed at least 2,000 soldiers at the border, according to Lind. The draft order speaks of up to \
     2,000 with armour.",
    "The road to Vesna was built by hand a hundred years ago, and every spring a part of it slides into the river.",
    "“They want us to look at the border,” Lind added, “and not at the budget.”",
    "Nobody in the valley was asked, said an old woman at the bus stop: “Nobody ever is.”",
];

/// The article and its findings.
pub fn lantern() -> (Article, Analysis) {
    let mut builder = Builder::new(Origin {
        place: Place::Path(Clean::line("lantern.txt")),
        form: Form::Text,
    });
    builder.title("Exercise NORTHERN LANTERN: brigade moves to the Vesna valley");
    builder.published(date(2031, 3, 12));
    for paragraph in PARAGRAPHS {
        builder.block(BlockKind::Paragraph, paragraph);
    }
    let article = builder.finish();
    let analysis = findings(&article);
    (article, analysis)
}

fn findings(article: &Article) -> Analysis {
    let find = |words: &str| {
        let start = article.text.find(words).expect(words);
        Span::new(start, start + words.len())
    };
    let speaker = |name: &str, kind, role: Option<&str>| Speaker {
        name: Clean::line(name),
        kind,
        role: role.map(Clean::line),
        affiliation: None,
        aliases: Vec::new(),
        mentions: vec![find(name)],
    };
    let mut quotes: Vec<Quote> = Vec::new();
    for (words, kind, speaker, confidence) in [
        (
            "about 1,200 soldiers of the 4th Mountain Brigade would leave Harsk for the Vesna valley within the week",
            QuoteKind::Indirect,
            Some(4),
            Confidence::High,
        ),
        (
            "We adjust to what we see,",
            QuoteKind::Direct,
            Some(0),
            Confidence::High,
        ),
        (
            "It ends when the season ends.",
            QuoteKind::Direct,
            Some(0),
            Confidence::High,
        ),
        (
            "This is no drill, whatever they call it,",
            QuoteKind::Direct,
            Some(1),
            Confidence::High,
        ),
        (
            "The valley has had its fill of visitors.",
            QuoteKind::Direct,
            Some(1),
            Confidence::High,
        ),
        (
            "about 300 of them were engineers and would stay until autumn",
            QuoteKind::Indirect,
            Some(2),
            Confidence::Medium,
        ),
        (
            "None of the units may cross the river",
            QuoteKind::Indirect,
            Some(0),
            Confidence::High,
        ),
        (
            "They want us to look at the border,",
            QuoteKind::Direct,
            Some(1),
            Confidence::High,
        ),
        (
            "and not at the budget.",
            QuoteKind::Direct,
            Some(1),
            Confidence::High,
        ),
        ("Nobody ever is.", QuoteKind::Direct, None, Confidence::Low),
    ] {
        let span = find(words);
        quotes.push(Quote {
            kind,
            span,
            speaker: speaker.map(SpeakerId),
            mention: None,
            cue: None,
            block: article.block_at(span.start()).expect("inside a block") as u32,
            group: GroupId(quotes.len() as u32),
            confidence,
            reason: Clean::line("“said” beside the quote"),
        });
    }
    Analysis {
        speakers: vec![
            speaker("Dana Reyes", SpeakerKind::Person, Some("ministry spokeswoman")),
            speaker("Tomas Lind", SpeakerKind::Person, Some("opposition member")),
            speaker("A senior officer", SpeakerKind::Unnamed, None),
            speaker("The draft order", SpeakerKind::Document, None),
            speaker("The ministry", SpeakerKind::Organisation, None),
        ],
        quotes,
        movements: movements(&find),
        notes: vec![Note {
            kind: NoteKind::Conflict,
            message: Clean::line("One force at the border has two bounds: at least 2,000 and up to 2,000."),
            movements: vec![MovementId(4), MovementId(5)],
        }],
        ..Analysis::default()
    }
}

#[expect(clippy::too_many_lines, reason = "a table of rows")]
fn movements(find: &dyn Fn(&str) -> Span) -> Vec<Movement> {
    let clean = |words: &str| (!words.is_empty()).then(|| Clean::line(words));
    let row = |actor: &str,
               value: Option<f64>,
               bound,
               unit: &str,
               way: (&str, &str),
               status,
               realis,
               words: &str| Movement {
        actor: clean(actor),
        count: Count {
            text: None,
            value,
            bound,
            ..Count::default()
        },
        additional: false,
        unit: clean(unit),
        equipment: None,
        origin: clean(way.0),
        destination: clean(way.1),
        origin_place: None,
        destination_place: None,
        status,
        realis,
        when: None,
        source: None,
        source_speaker: None,
        part_of: None,
        same_as: None,
        conflicts_with: None,
        historical: false,
        evidence: vec![find(words)],
        confidence: Confidence::High,
        reason: Clean::line("“would leave” names the move"),
    };
    let mut rows = vec![
        row(
            "Ardania",
            Some(1200.0),
            Bound::Approx,
            "4th Mountain Brigade",
            ("Harsk", "Vesna valley"),
            Status::Ordered,
            Realis::Planned,
            "about 1,200 soldiers of the 4th Mountain Brigade would leave Harsk for the Vesna valley",
        ),
        row(
            "Ardania",
            Some(300.0),
            Bound::Approx,
            "engineers",
            ("", "Vesna valley"),
            Status::Ordered,
            Realis::Planned,
            "about 300 of them were engineers",
        ),
        row(
            "Ardania",
            None,
            Bound::None,
            "",
            ("", "the river"),
            Status::Denied,
            Realis::Negated,
            "None of the units may cross the river",
        ),
        row(
            "Ardania",
            Some(800.0),
            Bound::Exact,
            "garrison",
            ("", "Vesna"),
            Status::Present,
            Realis::Actual,
            "A garrison of 800 has been in Vesna",
        ),
        row(
            "Belmark",
            Some(2000.0),
            Bound::AtLeast,
            "",
            ("", "the border"),
            Status::Massed,
            Realis::Actual,
            "massed at least 2,000 soldiers at the border",
        ),
        row(
            "Belmark",
            Some(2000.0),
            Bound::UpTo,
            "armour",
            ("", "the border"),
            Status::Massed,
            Realis::Actual,
            "up to 2,000 with armour",
        ),
    ];
    rows[0].when = Some(When {
        text: clean("within the week"),
        date: Some("2031-W11".to_owned()),
    });
    rows[0].source = clean("The ministry");
    rows[0].source_speaker = Some(SpeakerId(4));
    rows[1].part_of = Some(MovementId(0));
    rows[1].source = clean("A senior officer");
    rows[1].confidence = Confidence::Medium;
    rows[4].source = clean("Tomas Lind");
    rows[5].source = clean("The draft order");
    rows[5].same_as = Some(MovementId(4));
    rows[5].confidence = Confidence::Low;
    rows
}

/// The app on a screen, played by keys.
pub struct Stage {
    pub app: App,
    pub terminal: Terminal<TestBackend>,
    /// What the last key asked of the world.
    pub effect: Effect,
}

impl Stage {
    /// The exercise on a screen of a size.
    pub fn new(columns: u16, rows: u16) -> Self {
        let (article, analysis) = lantern();
        Self::over(article, analysis, columns, rows)
    }

    /// Any article on a screen of a size.
    pub fn over(article: Article, analysis: Analysis, columns: u16, rows: u16) -> Self {
        let findings = Findings::new(&article, analysis);
        let mut stage = Self {
            app: App::new(Arc::new(article), Arc::new(findings)),
            terminal: Terminal::new(TestBackend::new(columns, rows)).expect("a test backend"),
            effect: Effect::None,
        };
        stage.show();
        stage
    }

    /// In other colours.
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.app.set_scheme(scheme);
        self.show();
        self
    }

    /// Presses keys, each followed by a drawing.
    pub fn press(mut self, keys: &str) -> Self {
        for key in parse(keys).expect(keys) {
            self.effect = self.app.press(key);
            self.show();
        }
        self
    }

    /// The same; no keys are none.
    pub fn press_all(self, keys: &str) -> Self {
        if keys.is_empty() { self } else { self.press(keys) }
    }

    /// Draws.
    pub fn show(&mut self) {
        let area = self.terminal.backend().buffer().area;
        self.app.resize(area.width, area.height);
        let theme = Theme::new(self.app.scheme(), true);
        let app = &self.app;
        let mut geometry = None;
        self.terminal
            .draw(|frame| geometry = Some(draw(frame, app, &theme)))
            .expect("a test backend");
        self.app.learn(geometry.expect("it was drawn"));
    }

    /// Gives the screen another size.
    pub fn resize(mut self, columns: u16, rows: u16) -> Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.terminal.autoresize().expect("a test backend");
        self.show();
        self
    }

    /// The screen as lines.
    pub fn lines(&self) -> Vec<String> {
        let buffer = self.terminal.backend().buffer();
        (0..buffer.area.height)
            .map(|y| {
                (0..buffer.area.width)
                    .map(|x| buffer[(x, y)].symbol())
                    .collect::<String>()
                    .trim_end()
                    .to_owned()
            })
            .collect()
    }

    /// The words from the cursor on.
    pub fn at_cursor(&self) -> &str {
        let at = self.app.reader().cursor();
        self.app.article().text.get(at..).unwrap_or_default()
    }

    /// The line at the bottom.
    pub fn bottom(&self) -> String {
        self.lines().pop().unwrap_or_default()
    }

    /// Whether words stand anywhere on the screen, white space left out of account.
    pub fn has(&self, words: &str) -> bool {
        self.lines().join("\n").contains(words)
    }

    /// One letter for the look of each cell: `r` reversed, `b` bold, `u` underlined, `d` dim, `c` coloured, `.` plain.
    pub fn looks(&self) -> Vec<String> {
        use ratatui::style::{Color, Modifier};
        let buffer = self.terminal.backend().buffer();
        (0..buffer.area.height)
            .map(|y| {
                (0..buffer.area.width)
                    .map(|x| {
                        let cell = &buffer[(x, y)];
                        match cell.modifier {
                            m if m.contains(Modifier::REVERSED) => 'r',
                            m if m.contains(Modifier::UNDERLINED) => 'u',
                            m if m.contains(Modifier::BOLD) => 'b',
                            m if m.contains(Modifier::DIM) => 'd',
                            _ if cell.fg != Color::Reset || cell.bg != Color::Reset => 'c',
                            _ => '.',
                        }
                    })
                    .collect::<String>()
                    .trim_end_matches('.')
                    .to_owned()
            })
            .collect()
    }
}
