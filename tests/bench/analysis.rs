//! How fast a text becomes an article and its findings, in bytes a second.
//!
//! `cargo bench --bench analysis`; the text is one invented page, told over and over with other numbers, so that no
//! name is new after the first page and the work per byte stays that of an article, or the built-in briefings.

use std::fmt::Write as _;

use briefing::analysis::tokens::Tokens;
use briefing::analysis::{self, Context};
use briefing::article::{self, Article, Place};
use briefing::sample::SAMPLES;
use briefing::source::SourceText;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Sizes in bytes: an article, a long transcript, a book.
const SIZES: [usize; 3] = [8_000, 1_000_000, 10_000_000];

/// An invented exercise report of at least `size` bytes.
fn report(size: usize) -> String {
    let mut text = String::with_capacity(size + 4_000);
    let mut page = 0;
    while text.len() < size {
        page += 1;
        let _ = write!(
            text,
            "The defence ministry of Ardania said on Tuesday that {page},200 soldiers of the 4th Mountain Brigade would \
             move from Poland to Romania this week, a step that its neighbours had long expected.\n\n\
             “We adjust to what we see on the ground,” Col. Dana Reyes, a spokeswoman, told reporters. “It ends when \
             the season ends.” She added that about {page}00 engineers were part of the force.\n\n\
             Tomas Lind, an opposition member of parliament, was not convinced. “The valley has had its fill of \
             visitors,” he said, “and nobody asked the people who live there.” According to a senior officer, none of \
             the units is authorised to cross the river.\n\n\
             The weather held through the morning, and the market in the old town opened as it does every week, with \
             bread, honey and secondhand coats. Traders said the roads were busier than last year. Prices rose by \
             2.5 percent in March, the statistics office reported, the smallest increase since 2019.\n\n\
             Another 800 troops are stationed near the border with Hungary, the ministry's statement said. 'They are \
             not there for the view,' Lind said later. A withdrawal of the garrison's two battalions to Germany was \
             ruled out by the government last month.\n\n"
        );
    }
    text
}

fn read(text: &str) -> Article {
    article::parse(SourceText::new(Place::Stdin, text), None).expect("plain text is always an article")
}

#[divan::bench(args = SIZES, max_time = 5)]
fn parse(bencher: Bencher<'_, '_>, size: usize) {
    let text = report(size);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| read(black_box(&text)));
}

#[divan::bench(args = SIZES, max_time = 5)]
fn tokens(bencher: Bencher<'_, '_>, size: usize) {
    let article = read(&report(size));
    bencher
        .counter(BytesCount::of_str(&*article.text))
        .bench(|| Tokens::of(black_box(&article)).len());
}

/// The built-in briefings, told over and over: what a reader opens, and far denser in movements than most news.
fn samples(size: usize) -> String {
    let all = SAMPLES.map(|sample| sample.text).join("\n\n");
    all.repeat(size.div_ceil(all.len()))
}

/// The whole analysis of the built-in briefings.
#[divan::bench(args = SIZES, max_time = 5)]
fn analyse_samples(bencher: Bencher<'_, '_>, size: usize) {
    let article = read(&samples(size));
    bencher
        .counter(BytesCount::of_str(&*article.text))
        .bench(|| analysis::analyse(black_box(&article), &Context::default()));
}

#[divan::bench(args = SIZES, max_time = 5)]
fn analyse(bencher: Bencher<'_, '_>, size: usize) {
    let article = read(&report(size));
    bencher
        .counter(BytesCount::of_str(&*article.text))
        .bench(|| analysis::analyse(black_box(&article), &Context::default()));
}
