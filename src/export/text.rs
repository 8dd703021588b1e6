//! The summary as plain text, laid out for a width: what a terminal, a pipe or a screen reader gets.

use unicode_width::UnicodeWidthStr;

use super::strength::OPEN;
use super::summary::{Person, Row, Summary, places};
use super::totals::Total;

/// The width without a terminal.
pub const WIDTH: usize = 80;

/// The narrowest width that is laid out; less is taken for it.
pub const NARROWEST: usize = 40;

/// From this width on a row of the table has all its columns side by side.
const WIDE: usize = 110;

/// Columns between the cells of a table.
const GAP: usize = 2;

/// The whole summary, no line wider than `width` but for a word that is itself wider than its cell.
pub fn text(summary: &Summary, width: usize) -> String {
    let width = width.max(NARROWEST);
    let mut page = Page {
        out: String::new(),
        width,
    };
    page.paragraph(&summary.title, "", "");
    page.paragraph(&summary.facts().join(" · "), "", "");
    page.heading("Movements");
    if summary.rows.is_empty() {
        page.paragraph("No movement of forces was found.", "", "");
    } else {
        page.table(&summary.rows);
        page.totals("Totals:", &summary.totals);
        page.totals("By destination:", &summary.totals_by_destination);
    }
    page.heading("Who said what");
    if summary.speakers.is_empty() {
        page.paragraph("Nobody is quoted.", "", "");
    }
    for person in &summary.speakers {
        page.person(person);
    }
    if !summary.notes.is_empty() {
        page.heading("To check");
        for note in &summary.notes {
            page.paragraph(&note.shown(), "- ", "  ");
        }
    }
    if !summary.remarks.is_empty() {
        page.heading("Notes of the reader");
        for remark in &summary.remarks {
            page.paragraph(
                &format!("{}{}", remark.shown(), places(&[remark.paragraph])),
                "- ",
                "  ",
            );
        }
    }
    page.heading("How sure");
    page.paragraph(&summary.how_sure(), "", "");
    page.out
}

struct Page {
    out: String,
    width: usize,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn heading(&mut self, words: &str) {
        self.out.push('\n');
        self.line(&words.to_uppercase());
    }

    fn paragraph(&mut self, words: &str, first: &str, others: &str) {
        for (at, line) in wrapped(words, self.width - others.width()).iter().enumerate() {
            let indent = if at == 0 { first } else { others };
            self.line(&format!("{indent}{line}"));
        }
    }

    fn totals(&mut self, head: &str, totals: &[Total]) {
        if totals.is_empty() {
            return;
        }
        let all: Vec<_> = totals.iter().map(ToString::to_string).collect();
        self.paragraph(&format!("{head} {}", all.join(" · ")), "", "  ");
    }

    fn person(&mut self, person: &Person) {
        self.paragraph(
            &format!("{}{} · {}", person.name, person.description(), person.measure()),
            "",
            "    ",
        );
        for said in &person.quotes {
            self.paragraph(&format!("{} ¶{}", said.shown(), said.paragraph), "  ", "  ");
        }
    }

    fn table(&mut self, rows: &[Row]) {
        let wide = self.width >= WIDE;
        let heads: &[&str] = if wide {
            &[
                "#",
                "Force",
                "Strength",
                "Unit",
                "From → To",
                "Status",
                "When",
                "According to",
                "¶",
            ]
        } else {
            &["#", "Force", "Strength", "From → To", "Status", "¶"]
        };
        let mut lines = vec![heads.iter().map(|&head| head.to_owned()).collect::<Vec<_>>()];
        lines.extend(rows.iter().map(|row| cells(row, wide)));
        let widths = columns(&lines, self.width);
        for (at, line) in lines.iter().enumerate() {
            self.cells(line, &widths);
            let Some(row) = at.checked_sub(1).and_then(|at| rows.get(at)).filter(|_| !wide) else {
                continue;
            };
            let more = more(row);
            if !more.is_empty() {
                let indent = " ".repeat(widths[0] + GAP);
                self.paragraph(&more, &indent, &indent);
            }
        }
    }

    fn cells(&mut self, cells: &[String], widths: &[usize]) {
        let wrapped: Vec<_> = cells
            .iter()
            .zip(widths)
            .map(|(cell, &width)| wrapped(cell, width))
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or_default();
        for y in 0..height {
            let mut line = String::new();
            for (cell, &width) in wrapped.iter().zip(widths) {
                let part = cell.get(y).map(String::as_str).unwrap_or_default();
                line.push_str(part);
                line.push_str(&" ".repeat((width + GAP).saturating_sub(part.width())));
            }
            self.line(&line);
        }
    }
}

/// The cells of a row; a narrow page has the others on a line of their own, see [`more`].
fn cells(row: &Row, wide: bool) -> Vec<String> {
    let open = |text: &str| if text.is_empty() { OPEN } else { text }.to_owned();
    let number = if row.depth > 0 {
        format!("{}└ {}", "  ".repeat(row.depth.min(4) - 1), row.id)
    } else {
        row.id.to_string()
    };
    let mut cells = vec![number, open(&row.force), row.strength.clone()];
    if wide {
        cells.push(open(&row.unit));
    }
    cells.push(route(row));
    let ties = row.ties();
    cells.push(if wide && !ties.is_empty() {
        format!("{} ({ties})", row.status)
    } else {
        row.status.clone()
    });
    if wide {
        cells.push(open(&row.when));
        cells.push(open(&row.source));
    }
    let paragraphs: Vec<_> = row.paragraphs.iter().map(ToString::to_string).collect();
    cells.push(paragraphs.join(" "));
    cells
}

fn more(row: &Row) -> String {
    let source = if row.source.is_empty() {
        String::new()
    } else {
        format!("according to {}", row.source)
    };
    [row.unit.clone(), row.when.clone(), source, row.ties()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The way of a row: `Harsk → Vesna valley`, `→ Romania`, `Bosnia →`.
pub fn route(row: &Row) -> String {
    match (row.from.as_str(), row.to.as_str()) {
        ("", "") => OPEN.to_owned(),
        ("", to) => format!("→ {to}"),
        (from, "") => format!("{from} →"),
        (from, to) => format!("{from} → {to}"),
    }
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width.max(1)).word_splitter(textwrap::WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(text, options);
    lines.into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The widths of the columns: what the cells take, the widest made narrower until all fit, none below its longest
/// word if that can be helped.
fn columns(lines: &[Vec<String>], width: usize) -> Vec<usize> {
    /// A word longer than this may be broken.
    const WORD: usize = 14;
    let count = lines.first().map_or(0, Vec::len);
    let measure = |at: usize, of: fn(&str) -> usize| {
        lines
            .iter()
            .filter_map(|line| line.get(at))
            .map(|cell| of(cell))
            .max()
            .unwrap_or_default()
    };
    let mut widths: Vec<_> = (0..count).map(|at| measure(at, UnicodeWidthStr::width)).collect();
    let words: Vec<_> = (0..count)
        .map(|at| {
            measure(at, |cell| {
                cell.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(1)
            })
            .min(WORD)
        })
        .collect();
    let room = width.saturating_sub(GAP * count.saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let slack = |at: &usize| widths[*at].saturating_sub(words[*at]);
        let widest = (0..count)
            .filter(|at| slack(at) > 0)
            .max_by_key(|&at| widths[at])
            .or_else(|| {
                (0..count)
                    .max_by_key(|&at| widths[at])
                    .filter(|&at| widths[at] > 1)
            });
        let Some(widest) = widest else { break };
        widths[widest] -= 1;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::fixture::briefing;

    #[test]
    fn the_summary_reads_at_every_width() {
        let (article, analysis) = briefing("");
        let summary = Summary::new(&article, &analysis);
        insta::assert_snapshot!("text_80", text(&summary, 80));
        insta::assert_snapshot!("text_120", text(&summary, 120));
        for width in 1..140 {
            for line in text(&summary, width).lines() {
                assert!(line.width() <= width.max(NARROWEST), "{width}: {line}");
            }
        }
    }
}
