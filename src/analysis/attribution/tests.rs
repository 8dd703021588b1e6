//! The cases that attribution has to get right, in invented sentences. Each table row is a text and, for every
//! quotation or reported clause in order, its first words and its speaker (`-` for nobody).

use super::{Speech, read};
use crate::analysis::{Context, QuoteKind, SpeakerKind, tokens::Tokens};
use crate::article::{Article, parse};
use crate::article::{Form, Place};
use crate::source::SourceText;

fn article(text: &str) -> Article {
    parse(SourceText::new(Place::Stdin, text), Some(Form::Text)).expect("plain text always parses")
}

fn speech(article: &Article) -> Speech {
    let tokens = Tokens::of(article);
    read(article, &tokens, &Context::default())
}

/// Checks pieces in marks only; `("first words", "Speaker")`.
fn check(cases: &[(&str, &[(&str, &str)])]) {
    for (text, want) in cases {
        let article = article(text);
        let speech = speech(&article);
        let got: Vec<(&str, &str)> = speech
            .quotes
            .iter()
            .filter(|q| q.kind != QuoteKind::Indirect)
            .map(|q| {
                let name = q
                    .speaker
                    .map_or("-", |id| speech.speakers[id.0 as usize].name.as_str());
                (article.words(q.span), name)
            })
            .collect();
        assert_eq!(got.len(), want.len(), "{text}\n{got:?}");
        for ((words, name), (first, speaker)) in got.iter().zip(*want) {
            assert!(words.starts_with(first), "{text}\n{got:?}");
            assert_eq!(name, speaker, "{text}\n{got:?}");
        }
    }
}

#[test]
fn cues_stand_before_after_and_inside() {
    check(&[
        (
            "“The bridge holds,” Mara Tellier said.",
            &[("The bridge", "Mara Tellier")],
        ),
        (
            "“The bridge holds,” said Mara Tellier, an engineer from Orlen.",
            &[("The bridge", "Mara Tellier")],
        ),
        (
            "Mara Tellier said: “The bridge holds.”",
            &[("The bridge", "Mara Tellier")],
        ),
        (
            "Mara Tellier told reporters on Tuesday that the bridge was “beyond repair”.",
            &[("beyond", "Mara Tellier")],
        ),
        (
            "The bridge is “beyond repair”, according to Mara Tellier.",
            &[("beyond", "Mara Tellier")],
        ),
        (
            "In a statement, Mara Tellier called the plan “a costly dream”.",
            &[("a costly", "Mara Tellier")],
        ),
        (
            "Mara Tellier was quoted as saying: “The bridge holds.”",
            &[("The bridge", "Mara Tellier")],
        ),
        (
            "“The bridge holds,” tweeted Mara Tellier.",
            &[("The bridge", "Mara Tellier")],
        ),
        (
            "Mara Tellier warned that “the river will rise” and stressed that “nobody is safe”.",
            &[("the river", "Mara Tellier"), ("nobody", "Mara Tellier")],
        ),
        (
            "Mara Tellier left the hall, adding: “We are done here.”",
            &[("We are", "Mara Tellier")],
        ),
        (
            "“Why now?” Mara Tellier asked. “Who gains?”",
            &[("Why", "Mara Tellier"), ("Who", "Mara Tellier")],
        ),
    ]);
}

#[test]
fn clauses_between_name_and_verb_are_crossed() {
    check(&[
        (
            "Mara Tellier, a doctor from Orlen, said: “The ward is full.”",
            &[("The ward", "Mara Tellier")],
        ),
        (
            "Mara Tellier, who runs the ward with Bram Olden, said: “It is full.”",
            &[("It is", "Mara Tellier")],
        ),
        (
            "Mara Tellier (46) said: “It is full.”",
            &[("It is", "Mara Tellier")],
        ),
        (
            "The head of operations for the port, Bram Olden, says: “No ship sails.”",
            &[("No ship", "Bram Olden")],
        ),
        (
            "Mara Tellier, a farmer from Orlen, Vermont, says the valley will “dry out by June”.",
            &[("dry out", "Mara Tellier")],
        ),
    ]);
}

#[test]
fn split_continued_and_floating_quotes_keep_their_speaker() {
    check(&[
        (
            "“We left,” Bram Olden said. “We won't be back.”",
            &[("We left", "Bram Olden"), ("We won't", "Bram Olden")],
        ),
        (
            "Bram Olden said the road was closed.\n\n“Nobody told us a thing about it.”",
            &[("Nobody", "Bram Olden")],
        ),
        (
            "Bram Olden said: “The road is closed.\n\n“Nobody told us a thing about it.”",
            &[("The road", "Bram Olden"), ("Nobody", "Bram Olden")],
        ),
        (
            "Bram Olden said the road was closed.\n\nMara Tellier lives beside it.\n\n“Nobody told us a thing about it,” she said.",
            &[("Nobody", "Mara Tellier")],
        ),
    ]);
}

#[test]
fn pronouns_find_the_person_spoken_of() {
    check(&[
        (
            "Mara Tellier met Bram Olden on Monday.\n\n“The talk was short,” she said.",
            &[("The talk", "Mara Tellier")],
        ),
        (
            "Senator Bram Olden opposes the plan.\n\n“It costs too much,” he said.\n\nOn the other hand, fellow Senator Piet Marlow from Orlen is for it.\n\n“It is worth the money,” he said.",
            &[("It costs", "Bram Olden"), ("It is", "Piet Marlow")],
        ),
        (
            "“They are ready,” said a senior defence official.\n\nThey added that the move was “meant to calm the coast”.",
            &[
                ("They are", "senior defence official"),
                ("meant", "senior defence official"),
            ],
        ),
        (
            "The letter was sent in May. “No ship may pass,” it says.",
            &[("No ship", "letter")],
        ),
    ]);
}

#[test]
fn roles_titles_and_surnames_lead_to_the_full_name() {
    check(&[
        (
            "Harbour minister Bram Olden opened the port. “It is a great day,” the minister said.",
            &[("It is", "Bram Olden")],
        ),
        (
            "Lt. Mara Tellier saw the smoke.\n\n“We turned back,” Tellier said.",
            &[("We turned", "Mara Tellier")],
        ),
        (
            "Bram Olden and Greta Olden run the farm. “The cows know me,” Ms. Olden said. “They know me too,” Bram Olden said.",
            &[("The cows", "Greta Olden"), ("They know", "Bram Olden")],
        ),
        (
            "The Harbour Workers Alliance called for talks. “The offer is poor,” the alliance said.",
            &[("The offer", "Harbour Workers Alliance")],
        ),
        (
            "The Orlen Valley Transit Agency raised its fares. “We had no choice,” OVTA said.",
            &[("We had", "Orlen Valley Transit Agency")],
        ),
    ]);
}

#[test]
fn offices_lead_to_their_bearers() {
    check(&[(
        "Prime Minister Mara Tellier came to Orlen with Foreign Minister Bram Olden.\n\n“We pay,” the Prime Minister said. The Foreign Minister said: “So do we.”",
        &[("We pay", "Mara Tellier"), ("So do", "Bram Olden")],
    )]);
}

#[test]
fn printed_interviews_know_who_answers() {
    for (asks, answers) in [("Q", "A"), ("Tribune", "MT")] {
        let text = format!(
            "A talk with Mara Tellier\n\nMayor Mara Tellier has run Orlen for nine years. We met her on Monday.\n\n{asks}: How did it start?\n\n{answers}: I said: “Stop it at once.”\n\n{asks}: And then?\n\n{answers}: They stopped. The vast majority says so.\n\n{asks}: Thanks, Mara. Will you run?\n\n{answers}: No."
        );
        let article =
            parse(SourceText::new(Place::Stdin, &text), Some(Form::Transcript)).expect("a transcript");
        let speech = speech(&article);
        let said: Vec<_> = speech
            .quotes
            .iter()
            .map(|q| {
                let name = q.speaker.map(|id| speech.speakers[id.0 as usize].name.as_str());
                (article.words(q.span), name)
            })
            .collect();
        assert_eq!(said, [("Stop it at once.", Some("Mara Tellier"))], "{answers}");
        let turns = speech.block_speakers.iter().flatten().count();
        assert!(turns >= 3, "{answers}: {turns} turns");
    }
}

#[test]
fn a_role_in_the_lead_is_named_below() {
    check(&[
        (
            "A county judge called the sale “a disgrace” on Friday.\n\nThe port was sold in May.\n\nJustice Bram Olden told the court that he would “not look away”.",
            &[("a disgrace", "Bram Olden"), ("not look", "Bram Olden")],
        ),
        (
            "An official called the sale “a disgrace” on Friday.\n\nThe port was sold in May.\n\nPort official Bram Olden said he would “not look away”.",
            &[("a disgrace", "official"), ("not look", "Bram Olden")],
        ),
    ]);
}

#[test]
fn bodies_groups_documents_and_the_unnamed_speak() {
    check(&[
        ("“The siege is over,” police said.", &[("The siege", "police")]),
        (
            "Orlen diplomats said the text was “a fair start”.",
            &[("a fair", "Orlen diplomats")],
        ),
        (
            "The harbour report warns: “The quay is sinking.”",
            &[("The quay", "harbour report")],
        ),
        (
            "“We were not asked,” a harbour official said.",
            &[("We were", "harbour official")],
        ),
        (
            "“The quay is sinking,” her statement read.",
            &[("The quay", "her statement")],
        ),
    ]);
}

#[test]
fn headings_signatures_and_signs_name_their_speakers() {
    check(&[
        (
            "Mara Tellier: ‘We will not sell the harbour’\n\nThe council met on Monday in the town hall of Orlen. Mayor Mara Tellier told it that the harbour was not for sale at any price.",
            &[("We will", "Mara Tellier")],
        ),
        (
            "The council heard both of them on Monday.\n\n“We will not sell the harbour to anybody.”\n\n— Greta Olden, mayor\n\n“We may well sell it after all.”\n\n— Bram Marlow",
            &[("We will", "Greta Olden"), ("We may", "Bram Marlow")],
        ),
        (
            "Greta Olden came with a banner saying “Save the harbour”.",
            &[("Save", "banner")],
        ),
        (
            "Bram Marlow stood still, with Greta Olden loudly shouting: “Save the harbour!”",
            &[("Save", "Greta Olden")],
        ),
        (
            "Citing “a debt of honour”, Mara Tellier left the board.",
            &[("a debt", "Mara Tellier")],
        ),
        (
            "On Sunday in Orlen, Gov. Mara Tellier (R-OR), said: “We pay.”",
            &[("We pay", "Mara Tellier")],
        ),
        (
            "As the Tribune's Mara Tellier puts it, “nobody will pay”.",
            &[("nobody", "Mara Tellier")],
        ),
    ]);
}

#[test]
fn attributions_after_a_full_stop_belong_to_the_quote_before() {
    check(&[
        (
            "Bram Olden left.\n\n“We will not go.” Mara Tellier told the Tribune of Orlen in an interview.",
            &[("We will", "Mara Tellier")],
        ),
        (
            "Bram Olden left.\n\n“Why should we go?” Mara Tellier went on, as if nobody had heard.",
            &[("Why", "Mara Tellier")],
        ),
        (
            "Bram Olden left.\n\n“We stay!” some farmers chanted, three days after the talks.",
            &[("We stay", "farmers")],
        ),
        (
            "Bram Olden and Piet Marlow wrote to the board.\n\n“We will not go,” the two write.",
            &[("We will", "the two")],
        ),
        (
            "“Who reads this?” said Bram Olden, who wrote of it in his book. “Nobody does.”",
            &[("Who", "Bram Olden"), ("Nobody", "Bram Olden")],
        ),
        (
            "“It is over,” Bram Olden said. Still, that is not “what we were promised last year”.",
            &[("It is", "Bram Olden"), ("what we", "Bram Olden")],
        ),
    ]);
}

#[test]
fn relative_clauses_and_claims_keep_their_own_speaker() {
    check(&[
        (
            "Peter Olden asked Mara Tellier about the plan, which she called “a dream”.",
            &[("a dream", "Mara Tellier")],
        ),
        (
            "In a reply, the council said Bram Olden's claim was “plainly false”.",
            &[("plainly", "council")],
        ),
    ]);
}

#[test]
fn subjects_are_found_across_what_stands_between() {
    check(&[
        (
            "Mara Tellier, who has in the past described the plan as “a bad dream of ours”, left.",
            &[("a bad", "Mara Tellier")],
        ),
        (
            "After calling the board “a nest of fools”, Mara Tellier left.",
            &[("a nest", "Mara Tellier")],
        ),
        (
            "In an interview, Bram Olden, a former guard, said Tellier “was never there at all”.",
            &[("was never", "Bram Olden")],
        ),
        (
            "A letter from the council obtained by the Orlen Tribune warns that “no ship may pass the mole”.",
            &[("no ship", "letter from the council obtained by the Orlen Tribune")],
        ),
        (
            "Bram Olden, in a statement released by the port, said he “admires the courage” of the crew.",
            &[("admires", "Bram Olden")],
        ),
        ("“Glass is the New Harbour” star Mara Tellier came to Orlen.", &[]),
    ]);
}

#[test]
fn the_text_tells_who_is_a_person_and_which_pronoun_is_hers() {
    check(&[
        (
            "A trader came in. Zumadou Tia was on a trip for Orlen Partners when he heard the shots.\n\n“They told us to wait,” he said.",
            &[("They told", "Zumadou Tia")],
        ),
        (
            "Zilla Quarn, a nurse, lost her ring. Quarn says she found it again.\n\nBram Olden met Quarn in May.\n\n“You are not alone,” he told her.",
            &[("You are", "Bram Olden")],
        ),
        (
            "The relief group Marlow Aid said its director was safe. A statement called the rescue “a wonder of our time”.",
            &[("a wonder", "Marlow Aid")],
        ),
        (
            "Director of harbour services at the shipping firm Ostrava, Bram Olden, agreed.\n\n“It is the same ship,” he confirmed.",
            &[("It is", "Bram Olden")],
        ),
    ]);
}

#[test]
fn names_in_all_their_forms_are_one_person() {
    check(&[
        // A surname that is never given in full.
        (
            "Bram Olden left early.\n\n“I shall stay,” Quarnos said. Zorn took the stage next.\n\n“I never ran,” Quarnos told the crowd.",
            &[("I shall", "Quarnos"), ("I never", "Quarnos")],
        ),
        // Place and party, or a body, before and after a name.
        (
            "Sen. Mara Tellier of Ohio met the press.\n\n“We wait,” the Ohio Republican said.",
            &[("We wait", "Mara Tellier")],
        ),
        (
            "“We wait,” said Senate Minority Whip Mara Quarnos in an interview.",
            &[("We wait", "Mara Quarnos")],
        ),
        (
            "Sen. Mara Tellier, D-Ohio, speaking right after the vote, said the bill was “a relic”.",
            &[("a relic", "Mara Tellier")],
        ),
        (
            "Minister of works Bram Olden said the quay was “a ruin”.",
            &[("a ruin", "Bram Olden")],
        ),
        // Accents, double surnames and a first bare mention.
        (
            "Zoé Lévequer spoke at noon.\n\n“We wait,” Levequer said.",
            &[("We wait", "Zoé Lévequer")],
        ),
        (
            "Mara Quin Tellier runs the yard.\n\n“We wait,” Quin Tellier said.",
            &[("We wait", "Mara Quin Tellier")],
        ),
        (
            "The Zilla Quarn campaign opened an office. Gov. Zilla Quarn spoke on Monday.\n\n“We wait,” Quarn said.",
            &[("We wait", "Zilla Quarn")],
        ),
        // Who is familiar with a thing, and an adjective that names nobody.
        (
            "People familiar with the plan said it was “a ruin”.",
            &[("a ruin", "People familiar with the plan")],
        ),
        (
            "The retired neurosurgeon toured the pier, remarking that it was “a ruin”.",
            &[("a ruin", "retired neurosurgeon")],
        ),
        (
            "According to a press release, the quay is “a ruin”.",
            &[("a ruin", "press release")],
        ),
    ]);
}

#[test]
fn a_verb_beside_the_point_takes_no_quotation() {
    check(&[
        (
            "A harbour official who met us to discuss the plan said Wednesday, “The ferry sails at dawn.”",
            &[("The ferry", "harbour official")],
        ),
        (
            "The town released a statement saying Bram Olden's comments “were written by a parrot,” and wished him well.",
            &[("were written", "town")],
        ),
        (
            "Robert Olden wrote to Emma Tellier, telling her, “the garden misses you!” She replied to him that it was “a jungle”.",
            &[("the garden", "Robert Olden"), ("a jungle", "Emma Tellier")],
        ),
        (
            "“We wait,” said Bram Olden, a baker who has accused the board of theft. “Let them come.”",
            &[("We wait", "Bram Olden"), ("Let them", "Bram Olden")],
        ),
    ]);
}

#[test]
fn apostrophes_and_scare_words_are_not_speech() {
    check(&[
        (
            "'The troops' morale isn't low,' Mara Tellier said.",
            &[("The troops' morale", "Mara Tellier")],
        ),
        (
            "'America's allies don't wait,' Bram Olden said. 'Back in the '90s we let 'em go.'",
            &[("America's", "Bram Olden"), ("Back in", "Bram Olden")],
        ),
        ("The so-called 'smart' fence fell down in the storm.", &[]),
        (
            "She plays the lead in the film “Harbour of Glass” this autumn.",
            &[],
        ),
        (
            "Bram Olden plays in a new show, “Morning Tide,” and said the quay was “a ruin”.",
            &[("a ruin", "Bram Olden")],
        ),
        (
            "Bram Olden said in the show “Morning Tide” that the quay was “a ruin”.",
            &[("a ruin", "Bram Olden")],
        ),
    ]);
}

#[test]
fn an_open_mark_never_swallows_the_article() {
    let text =
        "“The road is closed, Bram Olden said.\n\nThe mayor went home.\n\n“It rained,” Mara Tellier said.";
    let article = article(text);
    let speech = speech(&article);
    assert!(
        speech
            .quotes
            .iter()
            .all(|q| !article.words(q.span).contains('\n')),
        "a quote ends with its paragraph"
    );
    let last = speech.quotes.last().expect("two quotes");
    assert_eq!(article.words(last.span), "It rained,");
    assert_eq!(
        last.speaker
            .map(|id| speech.speakers[id.0 as usize].name.as_str()),
        Some("Mara Tellier")
    );
}

#[test]
fn reported_speech_has_its_extent_and_beliefs_have_none() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Mara Tellier said that the road was closed.",
            &["that the road was closed"],
        ),
        (
            "The road was closed, Mara Tellier said on Tuesday.",
            &["The road was closed"],
        ),
        (
            "Mara Tellier said the road was closed, but added that it would open soon.",
            &["the road was closed", "that it would open soon"],
        ),
        (
            "According to Mara Tellier, the road was closed.",
            &["the road was closed"],
        ),
        (
            "Mara Tellier told the council the road was closed.",
            &["the road was closed"],
        ),
        (
            "Mara Tellier accused the council of hiding the bill.",
            &["hiding the bill"],
        ),
        (
            "The boats were safe, she said, but one mast fell on the quay.",
            &["The boats were safe", "but one mast fell on the quay"],
        ),
        (
            "Mara Tellier said the board had met all night to confirm the road was closed.",
            &["the board had met all night to confirm the road was closed"],
        ),
        (
            "While Mara Tellier said the road was closed, he seemed unsure.",
            &["the road was closed"],
        ),
        (
            "Mara Tellier told a meeting in Orlen, Oregon, on Monday that the road was closed.",
            &["that the road was closed"],
        ),
        (
            "Mara Tellier said the road was closed, which surprised many drivers.",
            &["the road was closed"],
        ),
        (
            "Mara Tellier added three goals before the end of the period.",
            &[],
        ),
        ("Mara Tellier would not say which road was closed.", &[]),
        ("Mara Tellier thinks the road was closed.", &[]),
        ("Mara Tellier plans to close the road.", &[]),
        ("Mara Tellier praised the road.", &[]),
    ];
    for (text, want) in cases {
        let article = article(text);
        let got: Vec<_> = speech(&article)
            .quotes
            .iter()
            .filter(|q| q.kind == QuoteKind::Indirect)
            .map(|q| article.words(q.span).to_owned())
            .collect();
        assert_eq!(got, *want, "{text}");
    }
}

#[test]
fn turns_belong_to_the_labelled_whatever_the_label() {
    let text = "PRESS SECRETARY MARA D. TELLIER: Good morning, everybody. The ships have sailed.\n\nQ: Where to?\n\nMS. TELLIER: I won't say. The captain told me: “Ask the sea.”\n\nQ: And when will they come back?\n\nMS. TELLIER: Soon.";
    let article = parse(SourceText::new(Place::Stdin, text), Some(Form::Transcript)).expect("a transcript");
    let speech = speech(&article);
    let names: Vec<_> = article
        .blocks
        .iter()
        .zip(&speech.block_speakers)
        .filter(|(b, _)| b.kind.is_spoken())
        .map(|(_, id)| id.map_or("-", |id| speech.speakers[id.0 as usize].name.as_str()))
        .collect();
    assert_eq!(
        names,
        ["Mara D. Tellier", "-", "Mara D. Tellier", "-", "Mara D. Tellier"]
    );
    assert_eq!(speech.speakers[0].kind, SpeakerKind::Person);
    let inner = speech
        .quotes
        .iter()
        .find(|q| article.words(q.span) == "Ask the sea.")
        .expect("the inner quote");
    assert_eq!(
        inner
            .speaker
            .map(|id| speech.speakers[id.0 as usize].name.as_str()),
        Some("captain")
    );
}

#[test]
fn two_unnamed_officials_stay_two() {
    let article = article(
        "“We pay,” a harbour official said.\n\n“We do not,” another harbour official said.\n\n“It is late,” the official added.",
    );
    let speech = speech(&article);
    let ids: Vec<_> = speech.quotes.iter().map(|q| q.speaker).collect();
    assert_eq!(speech.speakers.len(), 2, "{:?}", speech.speakers);
    assert_ne!(ids[0], ids[1]);
    assert_eq!(ids[1], ids[2]);
}

#[test]
fn confidence_follows_rule_and_mention() {
    use crate::analysis::Confidence::{High, Low, Medium};
    for (text, level) in [
        ("“We pay,” Mara Tellier said.", High),
        ("“We pay,” a harbour official said.", High),
        ("“We pay,” the report said.", Medium),
        (
            "Mara Tellier left the hall.\n\n“We will surely pay for this.”",
            Low,
        ),
        ("“We will surely pay for this.”", Low),
    ] {
        let article = article(text);
        assert_eq!(speech(&article).quotes[0].confidence, level, "{text}");
    }
}

#[test]
fn every_quote_says_why() {
    let article = article("Mara Tellier saw it. “The bridge holds,” she said.");
    let speech = speech(&article);
    assert_eq!(
        speech.quotes[0].reason.as_str(),
        "“said” after the quote · “she” → Mara Tellier"
    );
}

#[test]
fn hostile_marks_are_safe() {
    for text in [
        "'",
        "\"",
        "“",
        "said",
        "“a” said",
        ", said ,",
        "' said '' said '",
        "he said he said he said",
        "according to",
        "“”‘’\"'`` ''",
    ] {
        speech(&article(text));
    }
    let long = "\" said 'he ".repeat(2000);
    speech(&article(&long));
}
