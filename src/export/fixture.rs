//! Rows and an invented briefing for the tests of the exports.

use jiff::civil::date;

use crate::analysis::{
    Analysis, Bound, Confidence, Count, GroupId, Movement, MovementId, Note, NoteKind, Quote, QuoteKind,
    Realis, Speaker, SpeakerId, SpeakerKind, Status, When,
};
use crate::article::{Article, BlockKind, Builder, Form, Notice, NoticeKind, Origin, Place};
use crate::clean::Clean;
use crate::span::Span;

/// A row with nothing but the fields given.
pub fn row(actor: &str, bound: Bound, value: f64, status: Status, destination: &str) -> Movement {
    Movement {
        actor: Some(Clean::new(actor)),
        count: Count {
            value: Some(value),
            bound,
            ..Count::default()
        },
        additional: false,
        unit: None,
        equipment: None,
        origin: None,
        destination: Some(Clean::new(destination)),
        origin_place: None,
        destination_place: None,
        status,
        realis: match status {
            Status::Ordered => Realis::Planned,
            Status::Proposed => Realis::Hypothetical,
            Status::Denied => Realis::Negated,
            _ => Realis::Actual,
        },
        when: None,
        source: None,
        source_speaker: None,
        part_of: None,
        same_as: None,
        conflicts_with: None,
        historical: false,
        evidence: vec![Span::new(0, 1)],
        confidence: Confidence::High,
        reason: Clean::default(),
    }
}

/// An exercise: four paragraphs, two speakers, four rows, one note. `hostile` goes into every string that it holds.
pub fn briefing(hostile: &str) -> (Article, Analysis) {
    let paragraphs = [
        format!(
            "About 1,200 soldiers of the 4th Mountain Brigade will leave Harsk for the Vesna valley.{hostile}"
        ),
        "“We adjust to what we see,” said Colonel Dana Reyes. “About 300 are engineers.”".to_owned(),
        "Tomas Lind said that at least 2,000 Belmark troops stood at the border.".to_owned(),
        "The order speaks of up to 2,000.".to_owned(),
    ];
    let mut builder = Builder::new(Origin {
        place: Place::Path(Clean::line(&format!("notes/lantern{hostile}.txt"))),
        form: Form::Text,
    });
    builder.title(&format!("Northern Lantern: a brigade moves{hostile}"));
    builder.published(date(2031, 3, 12));
    for paragraph in &paragraphs {
        builder.block(BlockKind::Paragraph, paragraph);
    }
    let mut article = builder.finish();
    article.notices = vec![Notice {
        kind: NoticeKind::Cleaned,
        message: Clean::line(&format!("2 characters were taken out{hostile}")),
    }];
    let analysis = findings(&article, hostile);
    (article, analysis)
}

fn findings(article: &Article, hostile: &str) -> Analysis {
    let find = |words: &str| {
        let start = article.text.find(words).expect(words);
        Span::new(start, start + words.len())
    };
    let clean = |words: &str| Some(Clean::line(&format!("{words}{hostile}")));
    let quote = |words: &str, kind, speaker, block| Quote {
        kind,
        span: find(words),
        speaker,
        mention: None,
        cue: Some(find("said")),
        block,
        group: GroupId(block),
        confidence: Confidence::High,
        reason: Clean::default(),
    };
    let speaker = |name: &str, role: &str| Speaker {
        name: Clean::line(&format!("{name}{hostile}")),
        kind: SpeakerKind::Person,
        role: clean(role),
        affiliation: None,
        aliases: Vec::new(),
        mentions: vec![find(name)],
    };
    let mut rows = vec![
        row("Ardania", Bound::Approx, 1200.0, Status::Ordered, "Vesna valley"),
        row("Ardania", Bound::Approx, 300.0, Status::Ordered, "Vesna valley"),
        row("Belmark", Bound::AtLeast, 2000.0, Status::Massed, "the border"),
        row("Belmark", Bound::UpTo, 2000.0, Status::Massed, "the border"),
    ];
    rows[0].unit = clean("4th Mountain Brigade");
    rows[0].origin = clean("Harsk");
    rows[0].when = Some(When {
        text: clean("this week"),
        date: Some("2031-W11".into()),
    });
    rows[1].part_of = Some(MovementId(0));
    rows[1].source = clean("Dana Reyes");
    rows[1].source_speaker = Some(SpeakerId(0));
    rows[2].source = clean("Tomas Lind");
    rows[3].same_as = Some(MovementId(2));
    rows[3].confidence = Confidence::Low;
    for (row, words) in rows
        .iter_mut()
        .zip(["About 1,200", "About 300", "at least 2,000", "up to 2,000"])
    {
        row.evidence = vec![find(words)];
        row.count.text = clean(words);
        row.actor = row.actor.as_ref().and_then(|actor| clean(actor));
    }
    Analysis {
        speakers: vec![
            speaker("Dana Reyes", "ministry spokeswoman"),
            speaker("Tomas Lind", ""),
        ],
        quotes: vec![
            quote(
                "We adjust to what we see,",
                QuoteKind::Direct,
                Some(SpeakerId(0)),
                2,
            ),
            quote(
                "About 300 are engineers.",
                QuoteKind::Direct,
                Some(SpeakerId(0)),
                2,
            ),
            quote(
                "at least 2,000 Belmark troops stood at the border",
                QuoteKind::Indirect,
                Some(SpeakerId(1)),
                3,
            ),
            quote("up to 2,000", QuoteKind::Partial, None, 4),
        ],
        movements: rows,
        notes: vec![Note {
            kind: NoteKind::Conflict,
            message: Clean::line(&format!("One force with two bounds{hostile}.")),
            movements: vec![MovementId(2), MovementId(3)],
        }],
        block_speakers: Vec::new(),
        ..Analysis::default()
    }
}
