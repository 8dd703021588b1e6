//! What each kind of correction does to findings laid down by hand.

use super::strength::strength;
use super::work::blank;
use super::*;
use crate::analysis::{
    Bound, Confidence, GroupId, Note, NoteKind, Quote, QuoteId, QuoteKind, Realis, Speaker, SpeakerId,
    SpeakerKind,
};
use crate::span::Span;

const TEXT: &str =
    "Ana Rell said “we go”. Lind said “no”. Two hundred left Harsk for Vesna. A company stays.";

fn article() -> Article {
    Article {
        text: Clean::new(TEXT),
        ..Article::default()
    }
}

fn speaker(name: &str) -> Speaker {
    Speaker {
        name: Clean::new(name),
        kind: SpeakerKind::Person,
        role: None,
        affiliation: None,
        aliases: vec![],
        mentions: vec![],
    }
}

fn quote(words: &str, speaker: u32) -> Quote {
    let at = TEXT.find(words).unwrap();
    Quote {
        kind: QuoteKind::Direct,
        span: Span::new(at, at + words.len()),
        speaker: Some(SpeakerId(speaker)),
        mention: None,
        cue: None,
        block: 0,
        group: GroupId(speaker),
        confidence: Confidence::Low,
        reason: Clean::default(),
    }
}

fn found() -> Analysis {
    let rows = ["Two hundred", "A company"].map(|words| {
        let at = TEXT.find(words).unwrap();
        Movement {
            source_speaker: Some(SpeakerId(1)),
            source: Some(Clean::new("Lind")),
            ..blank(Span::new(at, at + words.len()))
        }
    });
    let mut rows = rows.to_vec();
    rows[1].part_of = Some(MovementId(0));
    Analysis {
        speakers: ["Ana Rell", "Lind", "Tomas Lind"].map(speaker).to_vec(),
        quotes: vec![quote("we go", 0), quote("no", 1)],
        movements: rows,
        notes: vec![Note {
            kind: NoteKind::SingleSource,
            message: Clean::new("x"),
            movements: vec![MovementId(0), MovementId(1)],
        }],
        ..Analysis::default()
    }
}

fn run(corrections: &[Correction]) -> (Analysis, ByReader) {
    let done = whole(corrections);
    let by = done.analysis.by_reader.clone();
    (done.analysis, by)
}

fn whole(corrections: &[Correction]) -> Corrected {
    correct(&found(), &article(), corrections, &|name| {
        Some(Toponym {
            name: Clean::new(name),
            country: None,
            lat: 1.0,
            lon: 2.0,
            kind: "city",
        })
    })
}

#[test]
fn nothing_put_right_changes_nothing() {
    assert_eq!(run(&[]), (found(), ByReader::default()));
}

#[test]
fn a_quote_goes_to_another_a_new_or_no_speaker() {
    let at = TEXT.find("we go").unwrap();
    let to = |name: Option<&str>| Correction::Reassign {
        quote: at,
        speaker: name.map(str::to_owned),
    };
    let (analysis, by) = run(&[to(Some("Lind"))]);
    assert_eq!(
        (analysis.quotes[0].speaker, by.quotes),
        (Some(SpeakerId(1)), vec![QuoteId(0)])
    );
    let (analysis, by) = run(&[to(Some("Somebody New"))]);
    assert_eq!(analysis.speakers[3].name.as_str(), "Somebody New");
    assert_eq!(
        (analysis.quotes[0].speaker, by.speakers),
        (Some(SpeakerId(3)), vec![SpeakerId(3)])
    );
    assert_eq!(run(&[to(None)]).0.quotes[0].speaker, None);
}

#[test]
fn merged_speakers_share_quotes_rows_and_names() {
    let (analysis, by) = run(&[Correction::Merge {
        speaker: "Lind".into(),
        into: "Tomas Lind".into(),
    }]);
    assert_eq!(analysis.speakers.len(), 2);
    assert_eq!(analysis.speakers[1].aliases, [Clean::new("Lind")]);
    assert_eq!(analysis.quotes[1].speaker, Some(SpeakerId(1)));
    assert_eq!(analysis.movements[0].source.as_deref(), Some("Tomas Lind"));
    assert_eq!(by.speakers, [SpeakerId(1)]);
}

#[test]
fn a_renamed_speaker_keeps_the_old_name_and_answers_to_the_new_one() {
    let rename = |a: &str, b: &str| Correction::Rename {
        speaker: a.into(),
        to: b.into(),
    };
    let done = whole(&[
        rename("Lind", "T. Lind"),
        rename("T. Lind", "Tom Lind"),
        rename("gone", "x"),
    ]);
    let analysis = &done.analysis;
    assert_eq!(analysis.speakers[1].name.as_str(), "Tom Lind");
    assert_eq!(
        analysis.speakers[1].aliases,
        [Clean::new("Lind"), Clean::new("T. Lind")]
    );
    assert_eq!(analysis.movements[1].source.as_deref(), Some("Tom Lind"));
    assert_eq!(done.lost, 1, "what fits nothing is reported");
}

#[test]
fn a_dropped_row_leaves_no_link_behind() {
    let key = RowKey::of(&found(), MovementId(0)).unwrap();
    let done = whole(&[Correction::Drop { row: key }, Correction::Drop { row: key }]);
    let analysis = &done.analysis;
    assert_eq!(
        (analysis.movements.len(), analysis.by_reader.dropped, done.lost),
        (1, 1, 1)
    );
    assert_eq!(
        done.keys,
        [RowKey::of(&found(), MovementId(1)).unwrap()],
        "keys still name the rows as found"
    );
    assert_eq!(analysis.movements[0].part_of, None);
    assert_eq!(analysis.notes[0].movements, [MovementId(0)]);
}

#[test]
fn cells_are_edited_and_rows_added_with_their_evidence() {
    let row = RowKey::of(&found(), MovementId(1)).unwrap();
    let start = TEXT.find("Two hundred").unwrap();
    let edit = |field, value: &str| Correction::Edit {
        row,
        field,
        value: value.into(),
    };
    let (analysis, by) = run(&[
        edit(Field::Strength, "about 1,200"),
        edit(Field::To, "Vesna"),
        edit(Field::Status, "denied"),
        Correction::Add {
            start,
            end: start + 11,
            cells: vec![
                (Field::Force, "Ardania".into()),
                (Field::Strength, "100-150".into()),
            ],
        },
    ]);
    let edited = &analysis.movements[1];
    assert_eq!(
        (edited.count.value, edited.count.bound),
        (Some(1200.0), Bound::Approx)
    );
    assert_eq!(edited.destination_place.as_ref().unwrap().name.as_str(), "Vesna");
    assert_eq!((edited.status, edited.realis), (Status::Denied, Realis::Negated));
    let added = &analysis.movements[2];
    assert_eq!((added.count.low, added.count.high), (Some(100.0), Some(150.0)));
    assert_eq!(article().words(added.evidence[0]), "Two hundred");
    assert_eq!(by.movements, [MovementId(1), MovementId(2)]);
}

#[test]
fn strengths_are_read_with_their_bound() {
    let cases = [
        ("300", Some(300.0), Bound::Exact),
        ("~1,500", Some(1500.0), Bound::Approx),
        ("at least 2000", Some(2000.0), Bound::AtLeast),
        ("up to 40", Some(40.0), Bound::UpTo),
        ("none", None, Bound::None),
        ("several", None, Bound::Vague),
        ("", None, Bound::Unspecified),
    ];
    for (text, value, bound) in cases {
        let count = strength(text);
        assert_eq!((count.value, count.bound), (value, bound), "{text}");
    }
}

#[test]
fn a_list_of_corrections_survives_its_file() {
    let list = vec![
        Correction::Reassign {
            quote: 3,
            speaker: None,
        },
        Correction::Edit {
            row: RowKey { at: 1, rank: 0 },
            field: Field::To,
            value: "x".into(),
        },
    ];
    let text = serde_json::to_string(&list).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Correction>>(&text).unwrap(), list);
}
