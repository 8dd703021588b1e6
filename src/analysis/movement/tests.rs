//! Whole sentences, invented, each with the row that it must give, or none.

use crate::analysis::{Context, analyse};
use crate::article::{self, Form, Place};
use crate::source::SourceText;

/// The rows of a text: actor, bound and figure, from and to, status.
fn rows(text: &str) -> Vec<String> {
    let source = SourceText::new(Place::Stdin, text);
    let article = article::parse(source, Some(Form::Text)).unwrap();
    let dash = |field: Option<&str>| field.unwrap_or("-").to_owned();
    analyse(&article, &Context::default())
        .movements
        .iter()
        .map(|m| {
            let count = match (m.count.bound.name(), m.count.value) {
                ("unspecified", _) => "-".to_owned(),
                (bound, Some(value)) => format!("{bound} {value:.0}"),
                (bound, None) => bound.to_owned(),
            };
            format!(
                "{}|{count}|{}>{}|{}",
                dash(m.actor.as_deref()),
                dash(m.origin.as_deref()),
                dash(m.destination.as_deref()),
                m.status.name()
            )
        })
        .collect()
}

/// Compares the rows of every text with those wanted, and tells all that differ at once.
fn check(table: &[(&str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, wanted)| (text, wanted, rows(text)))
        .filter(|(_, wanted, found)| found != *wanted)
        .map(|(text, wanted, found)| format!("{text}\n  wanted {wanted:?}\n  found  {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn promises_levels_and_parts_told_in_passing() {
    check(&[
        (
            "Ghana has pledged 650 troops for the African force in Somalia.",
            &["Ghana|exact 650|->Somalia|ordered"],
        ),
        (
            "Italy promised up to 900 soldiers to the U.N. force in southern Lebanon.",
            &["Italy|up_to 900|->southern Lebanon|ordered"],
        ),
        (
            "The arrival of 300 Thai marines in Kisangani was announced on Monday.",
            &["Thailand|exact 300|->Kisangani|deploying"],
        ),
        (
            "Some 120 Belgian commandos came ashore near Freetown.",
            &["Belgium|approx 120|->Freetown|deploying"],
        ),
        (
            "About 1,200 soldiers of a German tank battalion will move from Munster to Lithuania.",
            &["Germany|approx 1200|Munster>Lithuania|ordered"],
        ),
        (
            "Three helicopters and 45 Indian personnel arrived in Colombo.",
            &["India|exact 45|->Colombo|deploying"],
        ),
        (
            "More than 3,000 Kenyan soldiers, among them 400 engineers, were deployed in Goma.",
            &[
                "Kenya|at_least 3000|->Goma|present",
                "Kenya|exact 400|->Goma|present",
            ],
        ),
        (
            "Poland is to increase its contingent in Chad from 200 to 350 soldiers.",
            &["Poland|exact 350|->Chad|ordered"],
        ),
        (
            "NATO has 5,500 soldiers stationed in four battlegroups in Latvia and Poland.",
            &["NATO|exact 5500|->Latvia and Poland|present"],
        ),
    ]);
}

#[test]
fn ships_by_their_names_and_what_they_carry() {
    check(&[
        (
            "The Charles de Gaulle left Toulon on Monday for the Red Sea.",
            &["France|-|Toulon>Red Sea|deploying"],
        ),
        (
            "The Ford is expected to return to Norfolk in January, a naval officer said.",
            &["United States|-|->Norfolk|withdrawn"],
        ),
        (
            "HMS Sample, with 300 Royal Marines on board, is heading for Sierra Leone.",
            &["United Kingdom|exact 300|->Sierra Leone|deploying"],
        ),
        (
            "Two French destroyers, the Exemple and the Modele, have arrived in Djibouti.",
            &["France|exact 2|->Djibouti|deploying"],
        ),
    ]);
}

#[test]
fn tours_totals_and_pictures() {
    check(&[
        (
            "About 400 soldiers from the Vermont National Guard will begin a yearlong tour in Kosovo in June.",
            &["United States|approx 400|->Kosovo|ordered"],
        ),
        (
            "About 120 Chilean soldiers left Santiago on Monday on a six-month peacekeeping mission in Haiti.",
            &["Chile|approx 120|Santiago>Haiti|deploying"],
        ),
        (
            "A Belgian company returned in March from a nine-month deployment in Mali.",
            &["Belgium|-|Mali>-|withdrawn"],
        ),
        (
            "France will send 600 more soldiers to Chad, bringing its force there to 1,600.",
            &[
                "France|exact 600|->Chad|ordered",
                "France|exact 1600|->Chad|ordered",
            ],
        ),
        (
            "The reinforcements will bring the total number of Dutch troops in Mali to 450.",
            &["Netherlands|exact 450|->Mali|ordered"],
        ),
        (
            "Just three of the 18 promised Jordanian helicopters are in Darfur.",
            &["Jordan|exact 3|->Darfur|present"],
        ),
        (
            "Two companies of Senegalese soldiers flew to Bangui.",
            &["Senegal|exact 2|->Bangui|deploying"],
        ),
        (
            "Most of the Greek contingent, made up of reservists, will leave Kabul on Wednesday.",
            &["Greece|vague|Kabul>-|withdrawn"],
        ),
    ]);
}

#[test]
fn goals_that_no_table_knows_and_those_who_only_speak() {
    check(&[
        (
            "A company of 120 Norwegian soldiers returned to Eksempelvik on Saturday.",
            &["Norway|exact 120|->Eksempelvik|withdrawn"],
        ),
        (
            "Some 900 reinforcements promised by France landed in Abidjan.",
            &["France|approx 900|->Abidjan|deploying"],
        ),
        (
            "This will take the African Union force in Chad to 7,700 soldiers.",
            &["African Union|exact 7700|->Chad|ordered"],
        ),
        (
            "Two Yemeni officers said that 300 Saudi soldiers had landed in Aden.",
            &["Saudi Arabia|exact 300|->Aden|deploying"],
        ),
        (
            "About 200 Greek soldiers are stationed on Cyprus. Another 150 troops will be sent to the island in May.",
            &[
                "Greece|approx 200|->Cyprus|present",
                "Greece|exact 150|->Cyprus|ordered",
            ],
        ),
        (
            "About 9,000 Swedish troops are taking part in Exercise Winter Lantern in northern Norway.",
            &["Sweden|approx 9000|->northern Norway|present"],
        ),
        (
            "Ghana keeps about 870 soldiers with the United Nations force in southern Lebanon.",
            &["Ghana|approx 870|->southern Lebanon|present"],
        ),
        (
            "At least 3,000 Emirati soldiers have gone, diplomats say.",
            &["United Arab Emirates|at_least 3000|->-|withdrawn"],
        ),
    ]);
}

#[test]
fn owners_of_lists_and_missions() {
    check(&[
        (
            "Sweden will end its part in the UN mission and bring home its 200 soldiers from Mali.",
            &["Sweden|exact 200|Mali>-|withdrawn"],
        ),
        (
            "Armenia sent 100 soldiers, Tajikistan 200 and Belarus 500.",
            &[
                "Armenia|exact 100|->-|deploying",
                "Tajikistan|exact 200|->-|deploying",
                "Belarus|exact 500|->-|deploying",
            ],
        ),
        (
            "Malian soldiers and Wagner mercenaries arrived in Kidal.",
            &["Mali and Wagner Group|-|->Kidal|deploying"],
        ),
        (
            "Two thousand Marines aboard the USS Sample are moving closer to Cyprus.",
            &["United States|exact 2000|->Cyprus|deploying"],
        ),
        (
            "The Pentagon is sending F-16s and F-35s to Bahrain.",
            &["United States|-|->Bahrain|deploying"],
        ),
        (
            "UNIFIL now comprises some 9,000 troops from 30 countries.",
            &["United Nations|approx 9000|->Lebanon|present"],
        ),
        (
            "Canada will lead a 1,000-strong battle group in Latvia.",
            &["Canada|exact 1000|->Latvia|ordered"],
        ),
        (
            "Hezbollah has sent fighters to Syria.",
            &["Hezbollah|-|->Syria|deploying"],
        ),
    ]);
}

#[test]
fn owners_beside_their_forces() {
    check(&[
        (
            "The Indian Army has shifted two armoured regiments to Ladakh.",
            &["India|exact 2|->Ladakh|repositioning"],
        ),
        (
            "Burundi's last 980 soldiers left Somalia on Wednesday.",
            &["Burundi|exact 980|Somalia>-|withdrawn"],
        ),
        (
            "The 101st Airborne Division will send 4,700 soldiers to Romania.",
            &["United States|exact 4700|->Romania|ordered"],
        ),
        (
            "Colombia deployed 5,000 police and soldiers to the border with Venezuela.",
            &["Colombia|exact 5000|->Venezuela border|massed"],
        ),
        (
            "Spain has had troops in Lebanon since 2006.",
            &["Spain|-|->Lebanon|present"],
        ),
        (
            "The United States does not have any forces in Belarus.",
            &["United States|-|->Belarus|denied"],
        ),
        (
            "Plans call for a Danish frigate to sail to the Gulf of Aden.",
            &["Denmark|-|->Gulf of Aden|proposed"],
        ),
        (
            "Ethiopia has moved 4,000 soldiers into Somalia's Gedo region.",
            &["Ethiopia|exact 4000|->Gedo region|deploying"],
        ),
        (
            "The Security Council authorised a force of 3,500 peacekeepers for Chad.",
            &["United Nations|exact 3500|->Chad|ordered"],
        ),
    ]);
}

#[test]
fn strengths_homecomings_and_dropped_plans() {
    check(&[
        (
            "Some 2,000 NATO reinforcements poured into Kosovo on Saturday.",
            &["NATO|approx 2000|->Kosovo|deploying"],
        ),
        (
            "The 2nd Danish Brigade, about 3,500 strong, is already fanning out through Basra.",
            &["Denmark|approx 3500|->Basra|deploying"],
        ),
        (
            "About 30 members of the Norwegian Home Guard arrived in Riga on Friday.",
            &["Norway|approx 30|->Riga|deploying"],
        ),
        (
            "The last of the 400 Swedish soldiers will be home by June.",
            &["Sweden|exact 400|->-|withdrawn"],
        ),
        (
            "More than 60 Indian tanks have been moved back from the Pakistani border.",
            &["India|at_least 60|Pakistan border>-|withdrawn"],
        ),
        (
            "Plans to send a French frigate to the Gulf of Aden have been dropped.",
            &["France|-|->Gulf of Aden|denied"],
        ),
        (
            "Four Spanish F-18 fighters that had been in Latvia since May will return to Zaragoza this week.",
            &["Spain|exact 4|->Zaragoza|withdrawn"],
        ),
        (
            "GENEVA, May 3 - About 300 Swiss soldiers left this city on Saturday for Kosovo.",
            &["Switzerland|approx 300|Geneva>Kosovo|deploying"],
        ),
        (
            "Department of Defense News Briefing\n\nMS. ROE: The department is sending one more battalion to Bahrain.",
            &["United States|exact 1|->Bahrain|deploying"],
        ),
    ]);
}

#[test]
fn ways_of_going_and_of_being_ready() {
    check(&[
        (
            "The Spanish contingent of 900 soldiers drove in a convoy to Gao.",
            &["Spain|exact 900|->Gao|deploying"],
        ),
        (
            "At least 3,000 Emirati soldiers have gone from Yemen.",
            &["United Arab Emirates|at_least 3000|Yemen>-|withdrawn"],
        ),
        (
            "Two Danish companies were put ashore near Freetown.",
            &["Denmark|exact 2|->Freetown|deploying"],
        ),
        (
            "One company of Danish infantry has been placed on two hours' notice at Aalborg.",
            &["Denmark|exact 1|->Aalborg|alert"],
        ),
        (
            "Reports about the transfer of a Romanian regiment from Iasi to Galati are disinformation.",
            &["Romania|-|Iasi>Galati|denied"],
        ),
        ("Drones were flying over Aalborg on Monday.", &[]),
    ]);
}

#[test]
fn people_who_are_no_force_and_courses_given_to_one() {
    check(&[
        (
            "Some 14 million people are affected, and 252,000 have been moved to Multan.",
            &[],
        ),
        (
            "About 3.4 million people have left, of whom more than a million are in Colombia.",
            &[],
        ),
        ("Norway's squad came in by train from Vichy and warmed up.", &[]),
        (
            "Since May Norway has trained some 600 Ukrainian soldiers at Bergen.",
            &[],
        ),
    ]);
}

#[test]
fn subjects_with_something_between_them_and_their_verb() {
    check(&[
        (
            "The first of some 2,000 reinforcements promised by NATO poured into Kosovo.",
            &["NATO|approx 2000|->Kosovo|deploying"],
        ),
        (
            "Two Dutch Patriot batteries and a radar company are on alert.",
            &["Netherlands|exact 2|->-|alert"],
        ),
        (
            "Sudan has as many as 30,000 fighters in Yemen.",
            &["Sudan|up_to 30000|->Yemen|present"],
        ),
        (
            "About 160 Luftwaffe specialists will stay in Amari.",
            &["Germany|approx 160|->Amari|ordered"],
        ),
    ]);
}

#[test]
fn a_counted_force_and_a_place_make_a_row_whatever_stands_between() {
    check(&[
        (
            "A spokesman praised the 7,100 Fijian soldiers around Basra.",
            &["Fiji|exact 7100|->Basra|present"],
        ),
        (
            "Two Latvian frigates have entered the Black Sea.",
            &["Latvia|exact 2|->Black Sea|deploying"],
        ),
        ("Readers praised the 7,100 books around Basra.", &[]),
    ]);
}

#[test]
fn whose_a_force_is_that_no_country_is_named_for() {
    check(&[
        (
            "The frigate Sutherland is to come back early from Malta, officials said.",
            &["United Kingdom|-|Malta>-|ordered"],
        ),
        (
            "Abraham Lincoln left San Diego on Jan. 3 and has crossed into the Philippine Sea.",
            &["United States|-|San Diego>Philippine Sea|deploying"],
        ),
        // A person's name, where nothing speaks of the sea.
        ("Abraham Lincoln left Springfield on Jan. 3.", &[]),
        (
            "The Abraham Lincoln strike group is in the northern Arabian Sea.",
            &["United States|-|->northern Arabian Sea|present"],
        ),
        (
            "Some 30 members of the Ground Self-Defense Force arrived in Kuwait by air on Friday.",
            &["Japan|approx 30|->Kuwait|deploying"],
        ),
        (
            "The Philippine Navy has four ships near Mischief Reef. The United States sent none.",
            &["Philippines|exact 4|->Mischief Reef|present"],
        ),
        (
            "Pakistan's Army moved on Friday. The Army sent 300 engineers to Multan. America has offered help.",
            &["Pakistan|exact 300|->Multan|deploying"],
        ),
        ("Plans for 50 recruits were dropped in Malta.", &[]),
    ]);
}

#[test]
fn one_sentence_one_row() {
    for (text, row) in [
        (
            "Japan will send 110 engineers of its ground force to South Sudan in May.",
            "Japan|exact 110|->South Sudan|ordered",
        ),
        (
            "The last Danish soldiers left Basra on Friday, ending a four-year mission.",
            "Denmark|-|Basra>-|withdrawn",
        ),
        (
            "Italy pulled its remaining 1,200 troops out of Lebanon last week.",
            "Italy|exact 1200|Lebanon>-|withdrawn",
        ),
        (
            "Poland plans to withdraw its 900 soldiers from Iraq by the end of the year.",
            "Poland|exact 900|Iraq>-|withdrawn",
        ),
        (
            "About 1,500 Nigerian peacekeepers are stationed in Darfur.",
            "Nigeria|approx 1500|->Darfur|present",
        ),
        (
            "The African Union has some 7,000 troops in Darfur.",
            "African Union|approx 7000|->Darfur|present",
        ),
        (
            "Kenya has deployed two battalions along its border with Somalia.",
            "Kenya|exact 2|->Somalia border|massed",
        ),
        (
            "Thousands of Turkish troops are massed along the Iraqi border.",
            "Turkey|vague|->Iraq border|massed",
        ),
        (
            "Turkey has massed up to 100,000 soldiers near the Iraqi border.",
            "Turkey|up_to 100000|->Iraq border|massed",
        ),
        (
            "Ethiopian forces withdrew from Mogadishu on Sunday.",
            "Ethiopia|-|Mogadishu>-|withdrawn",
        ),
        (
            "Uganda offered to send a battalion of peacekeepers to Somalia.",
            "Uganda|-|->Somalia|proposed",
        ),
        (
            "Australia is considering sending more troops to East Timor.",
            "Australia|-|->East Timor|proposed",
        ),
        (
            "Spain may send up to 700 soldiers to Lebanon, its defence minister said.",
            "Spain|up_to 700|->Lebanon|proposed",
        ),
        (
            "Canada's parliament voted to extend the mission of its 2,300 soldiers in Afghanistan.",
            "Canada|exact 2300|->Afghanistan|present",
        ),
        (
            "The first 200 of 1,000 Fijian peacekeepers arrived in Baghdad on Monday.",
            "Fiji|exact 200|->Baghdad|deploying",
        ),
        (
            "The USS Example, an amphibious assault ship, entered the Red Sea on Tuesday with 2,000 Marines aboard.",
            "United States|-|->Red Sea|deploying",
        ),
        (
            "The aircraft carrier USS Sample left its home port of Norfolk, Virginia, for the Persian Gulf.",
            "United States|-|Norfolk, Virginia>Persian Gulf|deploying",
        ),
        (
            "The guided-missile destroyers USS Alpha and USS Bravo are operating in the eastern Mediterranean.",
            "United States|-|->eastern Mediterranean|present",
        ),
        (
            "A French frigate is on its way to the Black Sea.",
            "France|-|->Black Sea|deploying",
        ),
        (
            "Germany will station a permanent brigade of around 4,800 soldiers in Lithuania by 2027.",
            "Germany|approx 4800|->Lithuania|ordered",
        ),
        (
            "Sweden has no plans to send troops to Mali.",
            "Sweden|-|->Mali|denied",
        ),
        (
            "The prime minister ruled out deploying British ground troops in Libya.",
            "United Kingdom|-|->Libya|denied",
        ),
        (
            "Pakistan denied that its soldiers had crossed the border into Afghanistan.",
            "Pakistan|-|->Afghanistan|denied",
        ),
        (
            "India has not withdrawn its troops from the plateau, officials in Beijing said.",
            "India|-|plateau>-|denied",
        ),
        (
            "Chile's government ordered 500 marines to Haiti on Thursday.",
            "Chile|exact 500|->Haiti|ordered",
        ),
        (
            "NATO will increase the number of its troops in Kosovo to 5,000.",
            "NATO|exact 5000|->Kosovo|ordered",
        ),
        (
            "The United States cut its force in Iraq from 5,200 to 3,000 troops.",
            "United States|exact 3000|->Iraq|present",
        ),
        (
            "The Netherlands will reduce its contingent in Bosnia by 400 soldiers.",
            "Netherlands|exact 400|Bosnia and Herzegovina>-|withdrawn",
        ),
        (
            "Brazil put 3,000 soldiers on standby to reinforce the police in Rio.",
            "Brazil|exact 3000|->-|standby",
        ),
        (
            "The 77th Airborne Brigade was placed on high alert.",
            "-|-|->-|alert",
        ),
        (
            "South Korea called up 20,000 reservists.",
            "South Korea|exact 20000|->-|alert",
        ),
        (
            "Norwegian special forces are already in the area around Kabul.",
            "Norway|-|->Kabul|present",
        ),
        (
            "A contingent of 250 Mongolian soldiers is serving in South Sudan.",
            "Mongolia|exact 250|->South Sudan|present",
        ),
        (
            "The ministry confirmed that the 4,000-strong Eastern Brigade remains deployed in the Golan Heights.",
            "-|exact 4000|->Golan Heights|present",
        ),
        (
            "Troops from Chad and Niger entered northern Nigeria at the weekend.",
            "Chad and Niger|-|->northern Nigeria|deploying",
        ),
        (
            "He said 600 more soldiers would be sent to Helmand in the spring.",
            "-|exact 600|->Helmand|ordered",
        ),
        (
            "Between 800 and 1,000 Wagner fighters have arrived in Mali since December.",
            "Wagner Group|range|->Mali|deploying",
        ),
        (
            "The withdrawal of the 2,500 remaining US troops from Afghanistan began on May 1.",
            "United States|exact 2500|Afghanistan>-|withdrawn",
        ),
        (
            "Belgium sends 120 soldiers to Romania.",
            "Belgium|exact 120|->Romania|deploying",
        ),
        (
            "The president authorised the deployment of 1,200 National Guard troops to the Mexican border.",
            "United States|exact 1200|->Mexico border|ordered",
        ),
        (
            "Argentina sent a field hospital and 80 personnel to Cyprus.",
            "Argentina|exact 80|->Cyprus|deploying",
        ),
        (
            "Russia keeps around 1,500 troops in Transdniestria.",
            "Russia|approx 1500|->Transdniestria|present",
        ),
        (
            "Russian peacekeepers have been in Abkhazia since 1994.",
            "Russia|-|->Abkhazia|present",
        ),
        (
            "Syria's army moved dozens of tanks toward the city of Idlib.",
            "Syria|vague|->Idlib|deploying",
        ),
        (
            "The U.S. military has around 28,500 service members in South Korea.",
            "United States|approx 28500|->South Korea|present",
        ),
        (
            "More than 160,000 American troops are in Iraq.",
            "United States|at_least 160000|->Iraq|present",
        ),
        (
            "There are about 500 British soldiers in Sierra Leone.",
            "United Kingdom|approx 500|->Sierra Leone|present",
        ),
        (
            "If the talks fail, Egypt could send troops into Libya.",
            "Egypt|-|->Libya|proposed",
        ),
        (
            "The general asked for an additional 10,000 troops for Helmand.",
            "-|exact 10000|->Helmand|proposed",
        ),
        (
            "The battalion will replace a Spanish unit that has been in Mostar since March.",
            "Spain|-|->Mostar|ordered",
        ),
        (
            "Lithuania's parliament approved sending 40 soldiers to Ukraine as instructors.",
            "Lithuania|exact 40|->Ukraine|ordered",
        ),
        (
            "The Kremlin said it had pulled back 10,000 soldiers from regions near Ukraine.",
            "Russia|exact 10000|Ukraine>-|withdrawn",
        ),
        (
            "Satellite pictures show 50 Chinese fighter jets parked at Hotan airfield.",
            "China|exact 50|->Hotan airfield|present",
        ),
        (
            "China sailed its carrier Shandong through the Taiwan Strait.",
            "China|-|->Taiwan Strait|deploying",
        ),
        (
            "A company of 120 Estonian soldiers will join the French-led operation in Mali.",
            "Estonia|exact 120|->Mali|ordered",
        ),
        (
            "The U.N. mission, which has 12,000 troops in the country, will leave Mali by December.",
            "United Nations|exact 12000|Mali>-|withdrawn",
        ),
        (
            "Israel reinforced its forces in the north with two brigades.",
            "Israel|exact 2|->northern Israel|deploying",
        ),
        (
            "Four hundred Cypriot soldiers touched down in Entebbe on Friday.",
            "Cyprus|exact 400|->Entebbe|deploying",
        ),
        (
            "The force in Timor-Leste will total 2,700 soldiers.",
            "-|exact 2700|->East Timor|ordered",
        ),
        (
            "Italy offered 850 troops for the mission in southern Sudan.",
            "Italy|exact 850|->southern Sudan|proposed",
        ),
        (
            "The first 130 Peruvian paratroopers arrived in Bangui on Friday.",
            "Peru|exact 130|->Bangui|deploying",
        ),
        (
            "The last 60 Thai soldiers left Karbala in July.",
            "Thailand|exact 60|Karbala>-|withdrawn",
        ),
        (
            "Fifty Irish soldiers reached Monrovia on Saturday.",
            "Ireland|exact 50|->Monrovia|deploying",
        ),
        (
            "Two Greek frigates passed through the Suez Canal on Thursday.",
            "Greece|exact 2|->Suez Canal|deploying",
        ),
        (
            "We have a carrier strike group, built around USS Sample, in the western Pacific.",
            "United States|-|->western Pacific|present",
        ),
        (
            "Croatia to send 90 troops to Kosovo",
            "Croatia|exact 90|->Kosovo|ordered",
        ),
        (
            "The United States will forward-station two destroyers at Souda Bay.",
            "United States|exact 2|->Souda Bay|ordered",
        ),
        (
            "Portugal cut its presence in Bosnia from 900 to 330.",
            "Portugal|exact 330|->Bosnia and Herzegovina|present",
        ),
        (
            "The U.S. will reduce its force in Kosovo to 1,500.",
            "United States|exact 1500|->Kosovo|present",
        ),
        (
            "A column of 45 trucks with soldiers was on the road from Brak to Murzuq.",
            "-|exact 45|Brak>Murzuq|repositioning",
        ),
        (
            "Some 6,000 Turkish troops are taking part in an exercise in Romania.",
            "Turkey|approx 6000|->Romania|present",
        ),
        (
            "The alliance has about 9,000 troops under its command in Kosovo.",
            "NATO|approx 9000|->Kosovo|present",
        ),
        (
            "The Pentagon has put 700 troops on prepare-to-deploy orders.",
            "United States|exact 700|->-|alert",
        ),
        (
            "A 300-strong Jamaican force is expected in Haiti by the end of the month.",
            "Jamaica|exact 300|->Haiti|ordered",
        ),
    ] {
        assert_eq!(rows(text), [row], "{text}");
    }
}

#[test]
fn a_second_figure_with_its_own_place_does_what_the_first_does() {
    for (text, all) in [
        (
            "The ministry said it would send 150 Latvian soldiers to Kosovo and 80 to Mali.",
            [
                "Latvia|exact 150|->Kosovo|ordered",
                "Latvia|exact 80|->Mali|ordered",
            ],
        ),
        (
            "Italy keeps 1,100 troops in Lebanon and 700 in Kosovo.",
            [
                "Italy|exact 1100|->Lebanon|present",
                "Italy|exact 700|->Kosovo|present",
            ],
        ),
    ] {
        assert_eq!(rows(text), all, "{text}");
    }
}

#[test]
fn losses_gifts_contracts_and_travel_are_no_movements() {
    for text in [
        "Some 3,000 soldiers were killed in the fighting.",
        "The army lost 40 tanks near Kupiansk.",
        "Denmark will give Ukraine 19 F-16 jets.",
        "The company signed a contract worth 20 million dollars to build barracks at Camp Example.",
        "More than 5,000 soldiers marched in the Victory Day parade.",
        "The United States withdrew from the treaty in 2019.",
        "Rebels fired 20 rockets at the base.",
        "The army evacuated 3,000 civilians from the town.",
        "The general visited troops in Kuwait.",
        "Police arrested 12 militants near the border.",
        "Two soldiers were injured when a bomb exploded near Kandahar.",
        "The jets carried out 15 strikes on positions near Raqqa.",
        "He served in Iraq in 2004.",
        "The minister will travel to Berlin on Monday.",
        "The company moved its headquarters from Boston to Austin.",
        "The team will send 20 athletes to the games in Paris.",
        "About 2,000 evacuees reached Chad, many of them by truck.",
        "Many of these people remain in camps across northern Chad.",
        "The truck left the road in Nice and hit a wall.",
        "The army's stock of howitzers fell by 14 last year.",
        "Denmark has trained some 6,000 Ukrainian soldiers at Oksbol.",
        "The number of American service members who have died in the war rose to 2,000.",
        "Dozens of drones crossed the border with cocaine, officials said.",
        "Two trucks left the warehouse in Antwerp with the drugs.",
        "Three ships carrying grain left the port of Odesa on Friday.",
        "Police deployed 1,500 officers around the stadium.",
        "Canada will send 20 Leopard tanks to Ukraine.",
        "The team's squad of 26 men will fly to Lisbon for the tournament.",
    ] {
        assert_eq!(rows(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn wire_sentences_planned_refused_and_denied() {
    check(&[
        (
            "More soldiers from Ghana and other African countries are expected to be sent to Liberia next week.",
            &["Ghana|-|->Liberia|ordered"],
        ),
        (
            "About 180 Dutch soldiers are expected Sunday in Kabul.",
            &["Netherlands|approx 180|->Kabul|ordered"],
        ),
        (
            "Fiji is to send 134 soldiers to Iraq to guard UN staff, the government in Suva said.",
            &["Fiji|exact 134|->Iraq|ordered"],
        ),
        (
            "Denmark will double its contingent in Helmand to 600.",
            &["Denmark|exact 600|->Helmand|ordered"],
        ),
        (
            "Poland refused to send more troops to Afghanistan.",
            &["Poland|-|->Afghanistan|denied"],
        ),
        (
            "Turkey has no intention of withdrawing its troops from northern Cyprus, the minister said.",
            &["Turkey|-|northern Cyprus>-|denied"],
        ),
        (
            "The Pentagon is weighing a request for 1,500 additional troops for Afghanistan.",
            &["United States|exact 1500|->Afghanistan|proposed"],
        ),
        (
            "Germany's lower house of parliament approved sending up to 1,200 soldiers to the Horn of Africa.",
            &["Germany|up_to 1200|->Horn of Africa|ordered"],
        ),
        (
            "Members of the Ohio National Guard's 37th Infantry Brigade Combat Team will deploy to Kuwait this fall.",
            &["United States|-|->Kuwait|ordered"],
        ),
        (
            "A Portuguese company of 140 troops will replace the Spanish unit in Herat.",
            &["Portugal|exact 140|->Herat|ordered"],
        ),
        (
            "The 1st Battalion of the Royal Welsh, based in Tidworth, is to deploy to Estonia in March with 800 soldiers.",
            &["United Kingdom|exact 800|Tidworth>Estonia|ordered"],
        ),
        (
            "The Greeks have committed a frigate to the Red Sea.",
            &["Greece|-|->Red Sea|ordered"],
        ),
        (
            "India says about 60,000 troops will not be withdrawn from Kashmir.",
            &["India|approx 60000|Kashmir>-|denied"],
        ),
        (
            "Serbia's parliament approved sending up to 50 specialists to Iraq as part of the Polish-led division.",
            &["Serbia|up_to 50|->Iraq|ordered"],
        ),
        (
            "Brazil will send a further 1,200 soldiers to Haiti in June to take over from the U.S.-led force.",
            &["Brazil|exact 1200|->Haiti|ordered"],
        ),
        (
            "The UN said it needed 2,000 more soldiers for its mission in Lebanon.",
            &["United Nations|exact 2000|->Lebanon|proposed"],
        ),
        (
            "The Bundeswehr's 45 Panzer Brigade will be permanently based in Lithuania from 2027 with 4,800 soldiers and 200 civilian staff.",
            &["Germany|exact 4800|->Lithuania|ordered"],
        ),
        (
            "No Jordanian soldiers have crossed into Syria, a spokesman said.",
            &["Jordan|none 0|->Syria|denied"],
        ),
        (
            "Kenya will not pull its 3,600 soldiers out of Somalia until the job is done, its president said.",
            &["Kenya|exact 3600|Somalia>-|denied"],
        ),
        (
            "Moldova's parliament has ratified a bill on sending 50 sappers to Iraq.",
            &["Moldova|exact 50|->Iraq|ordered"],
        ),
        (
            "\"There are no Cuban soldiers in Venezuela,\" the foreign minister said.",
            &["Cuba|none 0|->Venezuela|denied"],
        ),
        (
            "Japan will extend by one year the deployment of its two destroyers in the Gulf of Aden.",
            &["Japan|exact 2|->Gulf of Aden|ordered"],
        ),
        (
            "The carrier strike group led by HMS Prince of Wales will spend eight months in the Indo-Pacific.",
            &["United Kingdom|-|->Indo-Pacific|ordered"],
        ),
        (
            "Poland will increase the number of its troops in Afghanistan to 1,600 from 1,100, the defence ministry said in Warsaw.",
            &["Poland|exact 1600|->Afghanistan|ordered"],
        ),
        (
            "A battalion of 600 Pakistani soldiers will arrive in Bunia by Friday, the UN mission said.",
            &["Pakistan|exact 600|->Bunia|ordered"],
        ),
        (
            "El Salvador will send its fifth contingent of 380 soldiers to Iraq next month.",
            &["El Salvador|exact 380|->Iraq|ordered"],
        ),
        (
            "The Czech parliament approved the dispatch of up to 200 soldiers to Kosovo.",
            &["Czech Republic|up_to 200|->Kosovo|ordered"],
        ),
        (
            "More than 10,000 US and Philippine troops will take part in the exercise in Luzon.",
            &["United States and Philippines|at_least 10000|->Luzon|ordered"],
        ),
        (
            "Sweden has decided not to send troops to Lebanon.",
            &["Sweden|-|->Lebanon|denied"],
        ),
        (
            "Hungary's 300 soldiers in Iraq could stay until March if parliament agrees.",
            &["Hungary|exact 300|->Iraq|proposed"],
        ),
        (
            "NATO's supreme commander asked for 2,500 extra troops for southern Afghanistan.",
            &["NATO|exact 2500|->southern Afghanistan|proposed"],
        ),
        (
            "Ukraine has ruled out sending combat troops to Iraq.",
            &["Ukraine|-|->Iraq|denied"],
        ),
    ]);
}

#[test]
fn wire_sentences_withdrawn_and_reduced() {
    check(&[
        (
            "Rwanda said it has begun pulling out its remaining troops from Congo.",
            &["Rwanda|-|Congo>-|withdrawn"],
        ),
        (
            "Spain said on Thursday that the last of its 900 soldiers would leave Iraq within days.",
            &["Spain|exact 900|Iraq>-|withdrawn"],
        ),
        (
            "Japan's Cabinet approved a plan to bring home its 600 ground troops from Samawah.",
            &["Japan|exact 600|Samawah>-|withdrawn"],
        ),
        (
            "Ethiopian troops have pulled out of the Somali town of Beledweyne, residents said.",
            &["Ethiopia|-|Beledweyne>-|withdrawn"],
        ),
        (
            "Israel began pulling its tanks out of Ramallah before dawn.",
            &["Israel|-|Ramallah>-|withdrawn"],
        ),
        (
            "Ukraine's 1,650 soldiers in Iraq will return home by the end of the year.",
            &["Ukraine|exact 1650|Iraq>-|withdrawn"],
        ),
        (
            "Angola has pulled out 60% of its 5,000 soldiers from Cabinda.",
            &["Angola|vague|Cabinda>-|withdrawn"],
        ),
        (
            "Unlike Chad, Niger keeps many soldiers in Mali, about 3,000. It has promised to withdraw all its troops by May.",
            &["Niger|approx 3000|->Mali|present", "Niger|-|Mali>-|withdrawn"],
        ),
        (
            "The Netherlands announced on Friday that it will withdraw its 1,260 soldiers from southern Iraq in March as planned.",
            &["Netherlands|exact 1260|southern Iraq>-|withdrawn"],
        ),
        (
            "The last 300 Bulgarian soldiers returned from Iraq on Saturday.",
            &["Bulgaria|exact 300|Iraq>-|withdrawn"],
        ),
        (
            "South Korea, which has 3,200 soldiers in Irbil, decided to pull out 1,000 of them.",
            &[
                "South Korea|exact 3200|->Irbil|present",
                "South Korea|exact 1000|Irbil>-|withdrawn",
            ],
        ),
        (
            "The Philippine government has pulled its 51-member humanitarian contingent out of Iraq, a month ahead of schedule.",
            &["Philippines|exact 51|Iraq>-|withdrawn"],
        ),
        (
            "The Serbian army pulled its tanks out of Kosovo overnight, NATO said.",
            &["Serbia|-|Kosovo>-|withdrawn"],
        ),
        (
            "Burundi withdrew its 980 soldiers from the AU force in Somalia.",
            &["Burundi|exact 980|Somalia>-|withdrawn"],
        ),
    ]);
}

#[test]
fn wire_sentences_sent_and_arrived() {
    check(&[
        (
            "The 85 soldiers from Ghana and Togo were sent to Liberia in August.",
            &["Ghana and Togo|exact 85|->Liberia|deploying"],
        ),
        (
            "The first 100 of 500 Nepalese peacekeepers landed in Port-au-Prince on Tuesday.",
            &["Nepal|exact 100|->Port-au-Prince|deploying"],
        ),
        (
            "A convoy of 40 Russian armoured vehicles crossed into Abkhazia on Wednesday.",
            &["Russia|exact 40|->Abkhazia|deploying"],
        ),
        (
            "Some 400 French soldiers of the 2nd Foreign Parachute Regiment parachuted into Timbuktu overnight.",
            &["France|approx 400|->Timbuktu|deploying"],
        ),
        (
            "Two Canadian frigates are on their way to the Gulf of Oman.",
            &["Canada|exact 2|->Gulf of Oman|deploying"],
        ),
        (
            "Six RAF Typhoons have been moved from Lossiemouth to Akrotiri in Cyprus.",
            &["United Kingdom|exact 6|Lossiemouth>Akrotiri, Cyprus|repositioning"],
        ),
        (
            "India deployed 10,000 paramilitary troops in Kashmir ahead of the vote.",
            &["India|exact 10000|->Kashmir|deploying"],
        ),
        (
            "Lebanon's army has moved 300 soldiers into the southern town of Marjayoun.",
            &["Lebanon|exact 300|->Marjayoun|deploying"],
        ),
        (
            "The rebels say 3,000 government soldiers have arrived in the eastern city of Bukavu since Friday.",
            &["-|exact 3000|->Bukavu|deploying"],
        ),
        (
            "Denmark is sending one frigate to the Red Sea at the end of the month.",
            &["Denmark|exact 1|->Red Sea|deploying"],
        ),
        (
            "Aboard the plane were 20 Australian troops and 10 New Zealand soldiers, who landed in Dili at dawn.",
            &[
                "Australia|exact 20|->Dili|deploying",
                "New Zealand|exact 10|->Dili|deploying",
            ],
        ),
        (
            "Some 120 Chinese peacekeepers, the second batch of a 550-strong contingent, left Beijing for Liberia on Tuesday.",
            &["China|approx 120|Beijing>Liberia|deploying"],
        ),
        (
            "Three thousand soldiers from the 10th Mountain Division landed at Bagram.",
            &["United States|exact 3000|->Bagram|deploying"],
        ),
        (
            "Hundreds of Ethiopian soldiers backed by armour entered the town of Baidoa at dawn, witnesses said.",
            &["Ethiopia|vague|->Baidoa|deploying"],
        ),
        (
            "Russia is moving Iskander missiles to Belarus, the president said on state television.",
            &["Russia|-|->Belarus|deploying"],
        ),
        (
            "Two battalions of Iraqi troops were airlifted to Tal Afar from Sulaymaniyah.",
            &["Iraq|exact 2|Sulaymaniyah>Tal Afar|deploying"],
        ),
        (
            "The first group of 120 Senegalese peacekeepers left Dakar on Wednesday for Abidjan.",
            &["Senegal|exact 120|Dakar>Abidjan|deploying"],
        ),
        (
            "Eritrean troops crossed into Djibouti last week and dug in on Ras Doumeira, the ministry said.",
            &["Eritrea|-|->Djibouti|deploying"],
        ),
        (
            "Singapore is sending a landing ship and 180 personnel to the Gulf.",
            &["Singapore|exact 180|->Gulf|deploying"],
        ),
    ]);
}

#[test]
fn wire_sentences_kept_and_massed() {
    check(&[
        (
            "The UN Security Council on Friday extended the mandate of its 5,000-strong force in Cyprus.",
            &["United Nations|exact 5000|->Cyprus|present"],
        ),
        (
            "There were 56 U.S. military people in Tuzla and 28 in Sarajevo.",
            &[
                "United States|exact 56|->Tuzla|present",
                "United States|exact 28|->Sarajevo|present",
            ],
        ),
        (
            "The U.N. has about 7,000 peacekeepers in Haiti.",
            &["United Nations|approx 7000|->Haiti|present"],
        ),
        (
            "A Cambodian general said more than 300 Thai troops were now at the temple.",
            &["Thailand|at_least 300|->temple|present"],
        ),
        (
            "About 3,600 US, French, Canadian and Chilean troops are in Haiti.",
            &["United States, France, Canada and Chile|approx 3600|->Haiti|present"],
        ),
        (
            "Colombia mobilised 5,000 soldiers along its border with Venezuela.",
            &["Colombia|exact 5000|->Venezuela border|alert"],
        ),
        (
            "Thousands of Turkish soldiers are massed along the Iraqi border.",
            &["Turkey|vague|->Iraq border|massed"],
        ),
    ]);
}

#[test]
fn what_moves_no_force_at_all() {
    check(&[
        (
            "Fresh battalions are not going to change the mood in Mali, the mayor said.",
            &[],
        ),
        ("Mr. Ruiz, 64, will leave at the end of March.", &[]),
        ("Around 8,000 Gurkhas serve in the British army.", &[]),
        (
            "The total will fall from 7,100 to about 5,500. The force that remains will be concentrated at Basra air station.",
            &[],
        ),
        (
            "The ministry denied that any of its troops had entered Mali.",
            &[],
        ),
        (
            "The British troops will be joined later by around 250 Gurkhas.",
            &[],
        ),
        (
            "Twenty-four senior Togolese officers had been trained in Britain since May.",
            &[],
        ),
    ]);
}

#[test]
fn parts_levels_and_lists_of_wire_sentences() {
    check(&[
        (
            "Two U.S. Navy destroyers, the USS Donald Cook and the USS Ross, will be based at Rota in Spain.",
            &["United States|exact 2|->Rota, Spain|ordered"],
        ),
        (
            "Officials said up to 3,000 more troops could be sent to Poland and Romania.",
            &["-|up_to 3000|->Poland and Romania|proposed"],
        ),
        (
            "India will not withdraw about 90,000 men from the 740-km line of control.",
            &["India|approx 90000|line of control>-|denied"],
        ),
        (
            "Georgia pulled its 2,000 troops out of Iraq in August and flew them home aboard US planes.",
            &["Georgia|exact 2000|Iraq>-|withdrawn"],
        ),
        (
            "Bulgaria withdrew its battalion from Karbala in December 2005.",
            &["Bulgaria|-|Karbala>-|withdrawn"],
        ),
        (
            "France will withdraw half its troops in Niger by the spring -- some 800 soldiers.",
            &["France|approx 800|Niger>-|withdrawn"],
        ),
        (
            "The first 50 of some 200 American advisers arrived in Baghdad on Tuesday, the Pentagon said.",
            &["United States|exact 50|->Baghdad|deploying"],
        ),
        (
            "Libya's eastern forces sent tanks and 300 fighters toward Sirte.",
            &["Libya|exact 300|->Sirte|deploying"],
        ),
        (
            "Sri Lanka sent an 1,100-strong contingent to Haiti, its foreign ministry said.",
            &["Sri Lanka|exact 1100|->Haiti|deploying"],
        ),
        (
            "\"There are currently 1,200 Danish soldiers in Helmand and we have no plans to send more,\" Jensen told parliament.",
            &["Denmark|exact 1200|->Helmand|present"],
        ),
        (
            "Algeria said it had moved special forces to its border with Mali.",
            &["Algeria|-|->Mali border|massed"],
        ),
    ]);
}

#[test]
fn a_report_that_names_another_government_is_not_its_own() {
    check(&[(
        "Poland's defence minister told the Pentagon on Monday that he had good news. \"We are sending 200 of our \
         soldiers to Mali,\" he said.",
        &["Poland|exact 200|->Mali|deploying"],
    )]);
}
