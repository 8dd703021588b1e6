use super::*;
use crate::article::Sentence;

/// One line a group: `sense link name`, with the actor of owners and actors after an equals sign.
fn read(sentences: &[&str]) -> Vec<Vec<String>> {
    let mut text = String::new();
    let mut article = Article::default();
    for sentence in sentences {
        let start = text.len();
        text.push_str(sentence);
        article.sentences.push(Sentence {
            span: Span::new(start, text.len()),
            block: 0,
        });
        text.push('\n');
    }
    article.text = text.as_str().into();
    let tokens = Tokens::of(&article);
    let places = mentions(&article, &tokens);
    (0..sentences.len())
        .map(|s| {
            places
                .groups_in(tokens.sentence(s))
                .iter()
                .map(|g| match &g.actor {
                    Some(actor) if g.sense.is_actor() => format!("{:?} {actor}", g.sense),
                    _ if g.sense == Sense::Place => format!("{:?} {}", g.link, g.name),
                    _ => format!("{:?} {}", g.sense, g.name),
                })
                .collect()
        })
        .collect()
}

#[track_caller]
fn all(cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for &(text, expected) in cases {
        let found = read(&[text]).remove(0);
        if found != expected {
            wrong.push(format!("{text}\n   {found:?}\n   not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_preposition_makes_a_place_and_a_subject_an_actor() {
    all(&[
        (
            "Norway sent two companies to Latvia.",
            &["Actor Norway", "To Latvia"],
        ),
        ("They moved from Spain to Italy.", &["From Spain", "To Italy"]),
        ("Danish troops left Iraq.", &["Owner Denmark", "From Iraq"]),
        (
            "The U.S. forces in Kuwait stayed.",
            &["Owner United States", "At Kuwait"],
        ),
        ("Moscow has sent more tanks.", &["Actor Russia"]),
        ("He arrived in Moscow.", &["At Moscow"]),
        ("The Kremlin told us so.", &["Actor Russia"]),
        ("A Germany-based squadron flew out.", &["Based Germany"]),
        (
            "Dutch and Belgian marines landed.",
            &["Owner Netherlands and Belgium"],
        ),
        ("Turkey's army crossed into Syria.", &["Owner Turkey", "To Syria"]),
        ("NATO troops are in Kosovo.", &["Owner NATO", "At Kosovo"]),
        ("pro-Russian fighters near Luhansk", &["Near Luhansk"]),
    ]);
}

#[test]
fn lists_are_one_and_clauses_are_two() {
    all(&[
        (
            "Battalions go to Poland, Latvia and Estonia.",
            &["To Poland, Latvia and Estonia"],
        ),
        (
            "Greece, Italy and Spain will send troops.",
            &["Actor Greece, Italy and Spain"],
        ),
        (
            "They mass near the Ukraine border and in Crimea.",
            &["Near Ukraine border and Crimea"],
        ),
        (
            "In Poland, Germany said it would stay.",
            &["At Poland", "Actor Germany"],
        ),
        (
            "The crews flew from Rota, Spain, to Sigonella, Italy.",
            &["From Rota, Spain", "To Sigonella, Italy"],
        ),
    ]);
}

#[test]
fn chains_say_where_a_small_place_lies() {
    all(&[
        (
            "2,000 soldiers at Fort Bragg, North Carolina will go.",
            &["At Fort Bragg, North Carolina"],
        ),
        (
            "They left Sennelager in Germany for Tapa, Estonia.",
            &["From Sennelager, Germany", "To Tapa, Estonia"],
        ),
        (
            "They stood near Zelmovo in Leningrad Oblast.",
            &["Near Zelmovo, Leningrad Oblast"],
        ),
        (
            "A unit from Fort Stewart, Georgia, arrived.",
            &["From Fort Stewart, Georgia"],
        ),
    ]);
}

#[test]
fn namesakes_are_told_apart() {
    let country = read(&["Ukraine, Georgia and Moldova agreed.", "Troops went to Georgia."]);
    assert_eq!(country[1], ["To Georgia"]);
    let toponym = |text: &str, i: usize| {
        let article = Article {
            text: text.into(),
            sentences: vec![Sentence {
                span: Span::new(0, text.len()),
                block: 0,
            }],
            ..Article::default()
        };
        let tokens = Tokens::of(&article);
        mentions(&article, &tokens).mentions[i].toponym().unwrap()
    };
    assert_eq!(toponym("Soldiers left Alabama for Georgia.", 1).kind, "state");
    assert_eq!(toponym("Soldiers left Armenia for Georgia.", 1).kind, "country");
    assert!(toponym("They came from Fort Bragg.", 0).lon < -70.0);
}

#[test]
fn persons_and_ships_are_no_places() {
    all(&[
        ("Vladimir Petrov and Austin Reed met Secretary Austin.", &[]),
        ("Paris Hill told Chad Stone about it.", &[]),
        ("The USS Nevada sailed for Guam.", &["To Guam"]),
        ("He told us to stay; the US did not.", &["Actor United States"]),
        ("Secretary Austin spoke to Austin.", &[]),
        ("They flew to Austin, Texas.", &["To Austin, Texas"]),
    ]);
}

#[test]
fn unknown_names_are_places_where_the_words_around_them_say_so() {
    all(&[
        (
            "The brigade went from the Zelm axis to Korpava.",
            &["From Zelm axis", "To Korpava"],
        ),
        ("Two bombers landed at Olmeny airfield.", &["At Olmeny airfield"]),
        ("They camp near Dravno-2.", &["Near Dravno-2"]),
        ("According to Zelmov, the vote in Congress failed.", &[]),
        ("He spoke in Parliament about the 5th Brigade.", &[]),
        ("They train at Camp Ostrava.", &["At Camp Ostrava"]),
    ]);
}

#[test]
fn directions_join_the_name() {
    all(&[
        ("They went to southern Afghanistan.", &["To southern Afghanistan"]),
        (
            "They stood in the northern part of Cyprus.",
            &["At northern Cyprus"],
        ),
        ("Drills began in Russia's west.", &["At western Russia"]),
        (
            "Ships entered the eastern Mediterranean.",
            &["To eastern Mediterranean"],
        ),
        ("They watch NATO's eastern flank.", &["None NATO's eastern flank"]),
    ]);
}

#[test]
fn borders_name_the_country_on_the_other_side() {
    all(&[
        (
            "Tanks stand on Belarus's border with Ukraine.",
            &["At Ukraine border"],
        ),
        ("Tanks stand on the Ukrainian border.", &["At Ukraine border"]),
        ("Tanks stand on the border with Poland.", &["At Poland border"]),
        (
            "Moscow may invade Ukraine after moving tanks to its border.",
            &["Actor Russia", "To Ukraine", "To Ukraine border"],
        ),
        ("Polish border guards watched.", &["Owner Poland"]),
        (
            "They met at the Turkey-Syria border.",
            &["At Turkey-Syria border"],
        ),
    ]);
}

#[test]
fn relative_places_point_back() {
    let found = read(&[
        "Bases in Poland and Romania grew.",
        "There are 900 troops there.",
        "Others stay in the region around eastern Latvia.",
        "Soldiers will remain in the country.",
        "Some go to the south.",
        "The rest will return home.",
    ]);
    assert_eq!(found[1], ["At Poland and Romania"]);
    assert_eq!(found[3], ["At Latvia"]);
    assert_eq!(found[4], ["To southern Latvia"]);
    assert_eq!(found[5], ["To home"]);
}

#[test]
fn areas_of_responsibility_are_places_and_their_commands_no_actors() {
    all(&[
        (
            "The group left the U.S. Central Command area of responsibility for Spain.",
            &["From U.S. Central Command area of responsibility", "To Spain"],
        ),
        (
            "It sailed into the EUCOM AOR.",
            &["To EUCOM area of responsibility"],
        ),
    ]);
}

#[test]
fn hostile_words_do_no_harm() {
    for text in [
        "of of of of of Fort",
        "Camp Camp Camp Camp Camp Camp Camp Camp Camp",
        "in Poland, in Poland, in Poland, , , and, and",
        "'s 's border border its border the border there here home",
        "Germany-",
        "- - - -based",
        "the north of the south of the east of",
        "Fort Bragg, , Fort Bragg in in in",
    ] {
        read(&[text, text]);
    }
}
