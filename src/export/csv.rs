//! The movements as CSV (RFC 4180): one line a row under one header that does not change.
//!
//! Made for spreadsheets: no cell begins a formula (`=`, `+`, `-`, `@`, tab, carriage return and their full-width
//! kin get an apostrophe before them), and no cell holds a line break.

use std::fmt::Write;

use super::Offsets;
use super::strength::number;
use super::summary::fold;
use crate::analysis::{Analysis, MovementId};
use crate::article::Article;
use crate::source::name_of;

/// The header. Names follow the JSON contract; `start` and `end` are characters, `paragraph` counts from one.
pub const HEADER: [&str; 30] = [
    "article",
    "id",
    "actor",
    "count_text",
    "value",
    "low",
    "high",
    "bound",
    "of",
    "additional",
    "unit",
    "equipment",
    "origin",
    "destination",
    "status",
    "realis",
    "when_text",
    "when_date",
    "source",
    "source_speaker",
    "part_of",
    "same_as",
    "conflicts_with",
    "historical",
    "confidence",
    "paragraph",
    "start",
    "end",
    "evidence",
    "by_reader",
];

/// The header as a line.
pub fn header() -> String {
    line(HEADER.iter().map(|&name| name.to_owned()))
}

/// The rows of one article, without the header.
pub fn rows(article: &Article, analysis: &Analysis) -> String {
    let offsets = Offsets::new(&article.text);
    let name = name_of(&article.origin.place);
    (0..analysis.movements.len() as u32)
        .map(|id| line(cells(&name, article, analysis, MovementId(id), &offsets).into_iter()))
        .collect()
}

fn cells(
    name: &str,
    article: &Article,
    analysis: &Analysis,
    id: MovementId,
    offsets: &Offsets<'_>,
) -> [String; HEADER.len()] {
    let row = &analysis.movements[id.0 as usize];
    let text = |field: Option<&str>| field.map(fold).unwrap_or_default();
    let shown = |field: Option<MovementId>| field.map(|id| id.to_string()).unwrap_or_default();
    let figure = |field: Option<f64>| {
        field
            .map(|value| number(value).replace(',', ""))
            .unwrap_or_default()
    };
    let when = row.when.as_ref();
    let best = row.evidence.first().copied().unwrap_or_default();
    let paragraph = article.block_at(best.start()).map(|block| block + 1);
    [
        fold(name),
        id.to_string(),
        text(row.actor.as_deref()),
        text(row.count.text.as_deref()),
        figure(row.count.value),
        figure(row.count.low),
        figure(row.count.high),
        row.count.bound.name().to_owned(),
        row.count.of.name().to_owned(),
        row.additional.to_string(),
        text(row.unit.as_deref()),
        text(row.equipment.as_deref()),
        text(row.origin.as_deref()),
        text(row.destination.as_deref()),
        row.status.name().to_owned(),
        row.realis.name().to_owned(),
        text(when.and_then(|w| w.text.as_deref())),
        text(when.and_then(|w| w.date.as_deref())),
        text(row.source.as_deref()),
        row.source_speaker.map(|id| id.to_string()).unwrap_or_default(),
        shown(row.part_of),
        shown(row.same_as),
        shown(row.conflicts_with),
        row.historical.to_string(),
        row.confidence.name().to_owned(),
        paragraph.map(|p| p.to_string()).unwrap_or_default(),
        offsets.at(best.start()).to_string(),
        offsets.at(best.end()).to_string(),
        fold(article.words(best)),
        analysis.by_reader.movements.contains(&id).to_string(),
    ]
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let mut out = String::new();
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        let cell = harmless(cell);
        if cell.contains([',', ';', '"', '\'', '\n', '\r', '\t']) || cell.trim().len() != cell.len() {
            let _ = write!(out, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
    out
}

/// `cell` as a spreadsheet takes for text.
fn harmless(cell: String) -> String {
    let opens_formula = |c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    if cell
        .trim_start_matches([' ', '\u{a0}'])
        .starts_with(opens_formula)
    {
        return format!("'{cell}");
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::Clean;
    use crate::export::fixture::briefing;

    /// Reads CSV as RFC 4180 says.
    fn parse(csv: &str) -> Vec<Vec<String>> {
        let mut rows = vec![vec![String::new()]];
        let mut chars = csv.chars().peekable();
        let mut quoted = false;
        while let Some(c) = chars.next() {
            let row = rows.last_mut().unwrap();
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    chars.next();
                    row.last_mut().unwrap().push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(String::new()),
                '\r' if !quoted => {
                    assert_eq!(chars.next(), Some('\n'));
                    rows.push(vec![String::new()]);
                }
                c => row.last_mut().unwrap().push(c),
            }
        }
        assert_eq!(rows.pop(), Some(vec![String::new()]));
        rows
    }

    #[test]
    fn every_line_has_the_cells_of_the_header() {
        let (article, analysis) = briefing("");
        let table = parse(&(header() + &rows(&article, &analysis)));
        assert_eq!(table.len(), 5);
        assert!(table.iter().all(|row| row.len() == HEADER.len()));
        let cell = |row: usize, name: &str| {
            let at = HEADER.iter().position(|&head| head == name).unwrap();
            table[row][at].clone()
        };
        assert_eq!(cell(1, "value"), "1200");
        assert_eq!(cell(1, "unit"), "4th Mountain Brigade");
        assert_eq!(cell(2, "part_of"), "m1");
        assert_eq!(cell(3, "bound"), "at_least");
        assert_eq!(cell(4, "evidence"), "up to 2,000");
        assert_eq!(cell(4, "paragraph"), "5");
    }

    #[test]
    fn no_cell_starts_a_formula_and_marks_survive() {
        let (article, mut analysis) = briefing("");
        for bad in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            " =cmd|' /C calc'!A0",
            "＝1",
            "say \"no\", twice",
        ] {
            analysis.movements[0].unit = Some(Clean::new(bad));
            let table = parse(&rows(&article, &analysis));
            let cell = &table[0][10];
            assert!(
                !cell.trim_start().starts_with(['=', '+', '-', '@', '＝']),
                "{cell}"
            );
            assert!(cell.ends_with(bad.trim()), "{cell}");
        }
    }
}
