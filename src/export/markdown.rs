//! The summary as Markdown (`CommonMark` with tables), with every mark of the briefing's own escaped.

use std::fmt::Write;

use super::strength::OPEN;
use super::summary::{Person, Row, Summary, places};
use super::totals::Total;

/// The whole summary.
pub fn markdown(summary: &Summary) -> String {
    let mut out = format!(
        "# {}\n\n{}\n",
        escaped(&summary.title),
        escaped(&summary.facts().join(" · "))
    );
    movements(&mut out, summary);
    speakers(&mut out, &summary.speakers);
    if !summary.notes.is_empty() {
        out.push_str("\n## To check\n\n");
        for note in &summary.notes {
            let _ = writeln!(out, "- {}", escaped(&note.shown()));
        }
    }
    if !summary.remarks.is_empty() {
        out.push_str("\n## Notes of the reader\n\n");
        for remark in &summary.remarks {
            let _ = writeln!(
                out,
                "- {}{}",
                escaped(&remark.shown()),
                places(&[remark.paragraph])
            );
        }
    }
    let _ = write!(out, "\n## How sure\n\n{}\n", escaped(&summary.how_sure()));
    out
}

fn movements(out: &mut String, summary: &Summary) {
    out.push_str("\n## Movements\n\n");
    if summary.rows.is_empty() {
        out.push_str("No movement of forces was found.\n");
        return;
    }
    out.push_str("| # | Force | Strength | Unit | From | To | Status | When | According to | ¶ |\n");
    out.push_str("|---|---|---:|---|---|---|---|---|---|---|\n");
    for row in &summary.rows {
        let _ = writeln!(out, "| {} |", cells(row).join(" | "));
    }
    totals(out, "Totals", &summary.totals);
    totals(out, "By destination", &summary.totals_by_destination);
}

fn cells(row: &Row) -> [String; 10] {
    let cell = |text: &str| {
        if text.is_empty() {
            OPEN.to_owned()
        } else {
            escaped(text)
        }
    };
    let part = if row.depth > 0 { "└ " } else { "" };
    let ties = row.ties();
    let status = if ties.is_empty() {
        row.status.clone()
    } else {
        format!("{} ({ties})", row.status)
    };
    [
        format!("{part}{}", row.id),
        cell(&row.force),
        cell(&row.strength),
        cell(&row.unit),
        cell(&row.from),
        cell(&row.to),
        cell(&status),
        cell(&row.when),
        cell(&row.source),
        row.paragraphs
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
    ]
}

fn totals(out: &mut String, heading: &str, totals: &[Total]) {
    if totals.is_empty() {
        return;
    }
    let _ = write!(out, "\n**{heading}:** ");
    let shown: Vec<_> = totals.iter().map(|total| escaped(&total.to_string())).collect();
    let _ = writeln!(out, "{}", shown.join(" · "));
}

fn speakers(out: &mut String, people: &[Person]) {
    out.push_str("\n## Who said what\n");
    if people.is_empty() {
        out.push_str("\nNobody is quoted.\n");
    }
    for person in people {
        let role = escaped(&person.description());
        let _ = writeln!(
            out,
            "\n**{}**{role} · {}\n",
            escaped(&person.name),
            person.measure()
        );
        for said in &person.quotes {
            let _ = writeln!(out, "- {}{}", escaped(&said.shown()), places(&[said.paragraph]));
        }
    }
}

/// `text` so that no character of it is Markdown or HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What would open a list or a rule at the beginning of a line.
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in text.char_indices() {
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '!' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '-' | '+' | '=' if at == 0 => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if digits > 0 && at == digits => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::fixture::briefing;

    #[test]
    fn the_summary_reads_as_a_page() {
        let (article, analysis) = briefing("");
        insta::assert_snapshot!(markdown(&Summary::new(&article, &analysis)));
    }

    #[test]
    fn words_that_begin_a_line_open_no_list() {
        assert_eq!(escaped("- one"), "\\- one");
        assert_eq!(escaped("+ one"), "\\+ one");
        assert_eq!(escaped("12. March"), "12\\. March");
        assert_eq!(escaped("12 March - a day."), "12 March - a day.");
    }

    #[test]
    fn marks_of_the_briefing_are_words() {
        let (article, analysis) = briefing(" <b>|[x](javascript:1)**`");
        let page = markdown(&Summary::new(&article, &analysis));
        assert!(
            !page.contains("<b>")
                && !page.replace("\\]", "").contains("](")
                && !page.replace("\\`", "").contains('`')
        );
        let rows: Vec<_> = page.lines().filter(|line| line.starts_with("| ")).collect();
        assert_eq!(rows.len(), 5);
        for row in rows {
            assert_eq!(row.replace("\\|", "").matches('|').count(), 11, "{row}");
        }
    }
}
