use super::*;
use crate::article::Sentence;
use jiff::civil::date;

fn read(text: &str, reference: Option<Date>) -> Vec<(String, Option<String>, Role)> {
    let article = Article {
        text: text.into(),
        sentences: vec![Sentence {
            span: Span::new(0, text.len()),
            block: 0,
        }],
        ..Article::default()
    };
    let tokens = Tokens::of(&article);
    mentions(&article, &tokens, reference)
        .into_iter()
        .map(|m| (m.span.of(text).to_owned(), m.date, m.role))
        .collect()
}

/// 9 March 2022, a Wednesday.
fn wednesday() -> Date {
    date(2022, 3, 9)
}

#[track_caller]
fn all(cases: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for &(text, words, iso) in cases {
        let found = read(text, Some(wednesday()));
        let got: Vec<_> = found
            .iter()
            .map(|(w, d, _)| (w.as_str(), d.as_deref().unwrap_or("?")))
            .collect();
        if got != [(words, iso)] {
            wrong.push(format!("{text}: {got:?}, not {words:?} {iso}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_count_from_the_reference_day() {
    all(&[
        ("The brigade left today.", "today", "2022-03-09"),
        (
            "The brigade left yesterday afternoon.",
            "yesterday afternoon",
            "2022-03-08",
        ),
        ("The brigade leaves tomorrow.", "tomorrow", "2022-03-10"),
        ("Three ships sailed last night.", "last night", "2022-03-08"),
        ("The move began this morning.", "this morning", "2022-03-09"),
        (
            "Two battalions arrived two days ago.",
            "two days ago",
            "2022-03-07",
        ),
        ("As of 18:00, the strait was empty.", "As of 18:00", "2022-03-09"),
        ("The column moved overnight.", "overnight", "2022-03-09"),
    ]);
}

#[test]
fn weekdays_fall_where_the_tense_asks() {
    all(&[
        (
            "The colonel said Wednesday that all was well.",
            "Wednesday",
            "2022-03-09",
        ),
        ("The brigade arrived on Monday.", "on Monday", "2022-03-07"),
        ("The brigade will arrive on Monday.", "on Monday", "2022-03-14"),
        (
            "The ship Vesna is due here Tuesday with 90 marines.",
            "Tuesday",
            "2022-03-15",
        ),
        (
            "Most of the troops were to land on Friday.",
            "on Friday",
            "2022-03-11",
        ),
        ("He spoke at dawn Sunday.", "at dawn Sunday", "2022-03-06"),
        (
            "The talks ended on Tuesday night.",
            "on Tuesday night",
            "2022-03-08",
        ),
        ("The corps moved last Wednesday.", "last Wednesday", "2022-03-02"),
        (
            "It happened on Thursday, July 14, 2016.",
            "on Thursday, July 14, 2016",
            "2016-07-14",
        ),
    ]);
    assert!(read("The Sunday Times printed it.", Some(wednesday())).is_empty());
}

#[test]
fn weeks_months_and_years_shift() {
    all(&[
        ("They will go this week.", "this week", "2022-W10"),
        ("They went last week.", "last week", "2022-W09"),
        ("They will go next week.", "next week", "2022-W11"),
        ("They went last month.", "last month", "2022-02"),
        ("They go later this month.", "later this month", "2022-03"),
        ("They went early last year.", "early last year", "2021"),
        (
            "They will go over the weekend.",
            "over the weekend",
            "2022-03-12/2022-03-13",
        ),
        (
            "They went over the weekend.",
            "over the weekend",
            "2022-03-05/2022-03-06",
        ),
        ("The mission ended last December.", "last December", "2021-12"),
        ("The vote is due next July.", "next July", "2022-07"),
        ("It came two weeks ago.", "two weeks ago", "2022-W08"),
        ("It came three years ago.", "three years ago", "2019"),
    ]);
}

#[test]
fn edges_of_a_stretch() {
    all(&[
        (
            "They leave by the end of the year.",
            "by the end of the year",
            "2022-12-31",
        ),
        (
            "They leave before the end of the month.",
            "before the end of the month",
            "2022-03-31",
        ),
        (
            "They leave by the end of this week.",
            "by the end of this week",
            "2022-W10",
        ),
        (
            "They leave by the end of next year.",
            "by the end of next year",
            "2023-12-31",
        ),
        (
            "They leave at the end of June.",
            "at the end of June",
            "2022-06-30",
        ),
        (
            "They came at the beginning of the year.",
            "at the beginning of the year",
            "2022-01",
        ),
        (
            "They left at the end of 2014.",
            "at the end of 2014",
            "2014-12-31",
        ),
    ]);
    let found = read(
        "Cuts during 2025 would leave 400 men by the end of the year.",
        Some(wednesday()),
    );
    assert_eq!(found[1].1.as_deref(), Some("2025-12-31"), "{found:?}");
}

#[test]
fn stretches_that_touch_the_reference_day() {
    all(&[
        (
            "Two more came in the past three days.",
            "in the past three days",
            "2022-03-06/2022-03-09",
        ),
        (
            "Two more came in the past week.",
            "in the past week",
            "2022-03-02/2022-03-09",
        ),
        (
            "Two more come in the next 48 hours.",
            "in the next 48 hours",
            "2022-03-09/2022-03-11",
        ),
        (
            "They will go in the coming days.",
            "in the coming days",
            "2022-03",
        ),
        (
            "They will go in the next few days.",
            "in the next few days",
            "2022-03",
        ),
        ("They will go within a few days.", "within a few days", "2022-03"),
        (
            "They will go in the coming weeks.",
            "in the coming weeks",
            "2022-03/2022-04",
        ),
        ("They were moved in recent days.", "in recent days", "2022-03"),
        ("They will go in the coming months.", "in the coming months", "?"),
    ]);
    let friday = read("The rest arrives in the week ahead.", Some(date(2022, 3, 11)));
    assert_eq!(friday[0].1.as_deref(), Some("2022-W11"));
}

#[test]
fn days_and_months_of_the_calendar() {
    all(&[
        ("It was signed on Feb. 2, 2021.", "on Feb. 2, 2021", "2021-02-02"),
        (
            "It was signed on 2 February 2021.",
            "on 2 February 2021",
            "2021-02-02",
        ),
        ("It was signed on 2021-02-02.", "on 2021-02-02", "2021-02-02"),
        (
            "It was signed on the 2nd of May, 2021.",
            "on the 2nd of May, 2021",
            "2021-05-02",
        ),
        ("They left on January 12.", "on January 12", "2022-01-12"),
        ("They left on November 12.", "on November 12", "2021-11-12"),
        ("All had to be out by August 31.", "by August 31", "2022-08-31"),
        ("They will leave on January 12.", "on January 12", "2023-01-12"),
        ("They arrived in November.", "in November", "2021-11"),
        ("They will arrive in early May.", "in early May", "2022-05"),
        (
            "They have been there since mid-July.",
            "since mid-July",
            "2021-07",
        ),
        ("In July 1974 they landed.", "In July 1974", "1974-07"),
        (
            "The mandate runs January 1-October 31 2007.",
            "January 1-October 31 2007",
            "2007-01-01/2007-10-31",
        ),
        (
            "The drill runs from 12 to 14 June 2023.",
            "from 12 to 14 June 2023",
            "2023-06-12/2023-06-14",
        ),
        (
            "The drill runs 12-14 June 2023.",
            "12-14 June 2023",
            "2023-06-12/2023-06-14",
        ),
        (
            "It lasted from May to August 2003.",
            "from May to August 2003",
            "2003-05/2003-08",
        ),
    ]);
}

#[test]
fn years_and_decades_need_a_word_before_them() {
    all(&[
        ("The treaty was signed in 1987.", "in 1987", "1987"),
        ("They come in early 2026.", "in early 2026", "2026"),
        (
            "The force stood there between 1939 and 1945.",
            "between 1939 and 1945",
            "1939/1945",
        ),
        ("It shrank during the 1990s.", "during the 1990s", "1990/1999"),
        ("It grew in the summer of 2014.", "in the summer of 2014", "2014"),
    ]);
    assert!(read("They sent 2000 men and 1990 tents.", Some(wednesday())).is_empty());
}

#[test]
fn without_a_reference_day_words_are_kept_and_dates_are_not_guessed() {
    let found = read(
        "They will go to Zelm this week, and came on May 3 or in 2011.",
        None,
    );
    let got: Vec<_> = found.iter().map(|(w, d, _)| (w.as_str(), d.as_deref())).collect();
    assert_eq!(
        got,
        [("this week", None), ("on May 3", None), ("in 2011", Some("2011"))]
    );
}

#[test]
fn durations_and_look_alikes_are_no_dates() {
    for text in [
        "They stayed for six months.",
        "The figure fell to 650 over a period of fourteen years.",
        "The march took three days.",
        "March on, he said; they may march again.",
        "Of the 15 members, a second voted.",
        "May God help them.",
        "The fall of Zelm shook them.",
    ] {
        assert_eq!(read(text, Some(wednesday())), [], "{text}");
    }
}

#[test]
fn roles_tell_from_until_and_after() {
    let cases = [
        ("They have stood there since 1991.", Role::From),
        ("They stay until December 31, 2007.", Role::Until),
        ("They go after 12 May 2022.", Role::After),
        ("They go on 12 May 2022.", Role::At),
        ("They are currently there.", Role::Now),
    ];
    for (text, role) in cases {
        assert_eq!(read(text, Some(wednesday()))[0].2, role, "{text}");
    }
}

#[test]
fn hostile_numbers_and_endings_do_no_harm() {
    for text in [
        "in the next 9999 years",
        "last 9999 decades ago",
        "the end of the",
        "between 2003 and",
        "on Feb. 31, 2021",
        "as of 25:61",
        "the end of the end of the end of the",
        "January -",
        "12-",
        "in 9999 decades ago",
        "mid-",
        "the 99th of May",
        "the morning of the night of the morning of",
    ] {
        read(text, Some(wednesday()));
    }
}
