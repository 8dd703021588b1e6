//! The summary as one self-contained page: no script, nothing loaded, light or dark as the reader's system is.
//! Every row, quote and note leads to its words in the text below, which are marked there.

use std::fmt::Write;

use super::strength::OPEN;
use super::summary::{Person, Row, Summary};
use super::totals::Total;
use crate::analysis::{Analysis, MovementId, QuoteId, QuoteKind};
use crate::article::{Article, Block, BlockKind};
use crate::span::Span;

const STYLE: &str = include_str!("page.css");

/// The whole page.
pub fn html(summary: &Summary, article: &Article, analysis: &Analysis) -> String {
    let title = escaped(&summary.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>{title}</h1>\n<p>{}</p>\n</header>\n",
        escaped(&summary.facts().join(" · "))
    );
    movements(&mut out, summary);
    speakers(&mut out, &summary.speakers);
    if !summary.notes.is_empty() {
        out.push_str("<section>\n<h2>To check</h2>\n<ul>\n");
        for note in &summary.notes {
            let _ = writeln!(
                out,
                "<li>{}{}</li>",
                escaped(&note.message),
                paragraph_links(&note.paragraphs)
            );
        }
        out.push_str("</ul>\n</section>\n");
    }
    if !summary.remarks.is_empty() {
        out.push_str("<section>\n<h2>Notes of the reader</h2>\n<ul>\n");
        for remark in &summary.remarks {
            let _ = writeln!(
                out,
                "<li>{}{}</li>",
                escaped(&remark.shown()),
                paragraph_links(&[remark.paragraph])
            );
        }
        out.push_str("</ul>\n</section>\n");
    }
    let _ = write!(
        out,
        "<section>\n<h2>How sure</h2>\n<p>{}</p>\n</section>\n",
        escaped(&summary.how_sure())
    );
    body(&mut out, article, analysis);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn movements(out: &mut String, summary: &Summary) {
    out.push_str("<section>\n<h2>Movements</h2>\n");
    if summary.rows.is_empty() {
        out.push_str("<p>No movement of forces was found.</p>\n</section>\n");
        return;
    }
    out.push_str(
        "<div class=\"wide\">\n<table>\n<thead><tr><th>#<th>Force<th>Strength<th>Unit<th>From<th>To<th>Status<th>When\
         <th>According to<th>¶</tr></thead>\n<tbody>\n",
    );
    for row in &summary.rows {
        let _ = writeln!(out, "{}", table_row(row));
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    totals(out, "Totals", &summary.totals);
    totals(out, "By destination", &summary.totals_by_destination);
    out.push_str("</section>\n");
}

fn table_row(row: &Row) -> String {
    let cell = |text: &str| {
        if text.is_empty() {
            OPEN.to_owned()
        } else {
            escaped(text)
        }
    };
    let ties = row.ties();
    let link = if ties.is_empty() {
        String::new()
    } else {
        format!(" <small>{}</small>", escaped(&ties))
    };
    format!(
        "<tr class=\"{} depth{}\" id=\"row-{id}\"><td><a href=\"#{id}\">{id}</a><td>{}<td class=\"figure\">{}<td>{}<td>{}<td>{}<td>{}{link}<td>{}<td>{}<td>{}</tr>",
        row.confidence.name(),
        row.depth.min(3),
        cell(&row.force),
        cell(&row.strength),
        cell(&row.unit),
        cell(&row.from),
        cell(&row.to),
        cell(&row.status),
        cell(&row.when),
        cell(&row.source),
        paragraph_links(&row.paragraphs),
        id = row.id,
    )
}

fn totals(out: &mut String, heading: &str, totals: &[Total]) {
    if !totals.is_empty() {
        let all: Vec<_> = totals.iter().map(|total| escaped(&total.to_string())).collect();
        let _ = writeln!(
            out,
            "<p class=\"totals\"><b>{heading}:</b> {}</p>",
            all.join(" · ")
        );
    }
}

fn speakers(out: &mut String, people: &[Person]) {
    out.push_str("<section>\n<h2>Who said what</h2>\n");
    if people.is_empty() {
        out.push_str("<p>Nobody is quoted.</p>\n");
    }
    for person in people {
        let role = escaped(&person.description());
        let _ = writeln!(
            out,
            "<article>\n<h3>{}<span>{role} · {}</span></h3>",
            escaped(&person.name),
            person.measure()
        );
        for said in &person.quotes {
            let _ = writeln!(
                out,
                "<p class=\"said\">{}{}</p>",
                escaped(&said.shown()),
                paragraph_links(&[said.paragraph])
            );
        }
        out.push_str("</article>\n");
    }
    out.push_str("</section>\n");
}

fn paragraph_links(paragraphs: &[usize]) -> String {
    paragraphs.iter().fold(String::new(), |mut out, p| {
        let _ = write!(out, " <a href=\"#p{p}\">¶{p}</a>");
        out
    })
}

/// A stretch of the text that is marked, by what found it.
struct Mark {
    span: Span,
    class: &'static str,
    id: Option<String>,
}

/// The text itself, with findings marked.
fn body(out: &mut String, article: &Article, analysis: &Analysis) {
    out.push_str("<section class=\"text\">\n<h2>The text</h2>\n");
    let marks = marks(analysis);
    let mut from = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        let tag = match block.kind {
            BlockKind::Heading => "h3",
            _ => "p",
        };
        let _ = write!(
            out,
            "<{tag} id=\"p{n}\" class=\"{}\"><i>{n}</i>",
            block.kind.name(),
            n = index + 1
        );
        // Marks are in the order of their beginnings; one that ends before this block is never met again.
        while marks
            .get(from)
            .is_some_and(|m| m.span.end() <= block.span.start())
        {
            from += 1;
        }
        let after = marks.partition_point(|m| m.span.start() < block.span.end());
        marked(out, article, block, marks.get(from..after).unwrap_or_default());
        let _ = writeln!(out, "</{tag}>");
    }
    out.push_str("</section>\n");
}

fn marks(analysis: &Analysis) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (id, quote) in (0..).map(QuoteId).zip(&analysis.quotes) {
        let class = if quote.kind == QuoteKind::Indirect {
            "r"
        } else {
            "q"
        };
        marks.push(Mark {
            span: quote.span,
            class,
            id: Some(id.to_string()),
        });
    }
    for (id, row) in (0..).map(MovementId).zip(&analysis.movements) {
        for (at, &span) in row.evidence.iter().enumerate() {
            marks.push(Mark {
                span,
                class: "m",
                id: (at == 0).then(|| id.to_string()),
            });
        }
    }
    marks.sort_by_key(|mark| (mark.span.start(), mark.span.end()));
    marks
}

/// The words of a block, cut where a mark begins or ends, so that overlapping marks need no nesting.
fn marked(out: &mut String, article: &Article, block: &Block, marks: &[Mark]) {
    let mut cuts: Vec<_> = marks
        .iter()
        .flat_map(|mark| [mark.span.start(), mark.span.end()])
        .filter(|&at| block.span.holds(at))
        .chain([block.span.start(), block.span.end()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let [start, end] = *pair else { continue };
        let open = |mark: &&Mark| mark.span.contains(Span::new(start, end));
        for id in marks
            .iter()
            .filter(|mark| mark.span.start() == start)
            .filter_map(|mark| mark.id.as_ref())
        {
            let _ = write!(out, "<a id=\"{id}\"></a>");
        }
        let mut classes: Vec<_> = marks.iter().filter(open).map(|mark| mark.class).collect();
        classes.sort_unstable();
        classes.dedup();
        let words = escaped(article.words(Span::new(start, end)));
        if classes.is_empty() {
            out.push_str(&words);
        } else {
            let _ = write!(out, "<mark class=\"{}\">{words}</mark>", classes.join(" "));
        }
    }
}

/// `text` so that no character of it is HTML or SVG, inside an element or an attribute in double quotes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::fixture::briefing;

    fn page(hostile: &str) -> String {
        let (article, analysis) = briefing(hostile);
        html(&Summary::new(&article, &analysis), &article, &analysis)
    }

    #[test]
    fn rows_lead_to_their_marked_words() {
        let page = page("");
        for words in [
            "<a href=\"#m1\">m1</a>",
            "<a id=\"m1\"></a><mark class=\"m\">About 1,200</mark>",
            "<a id=\"q3\"></a>",
            "<mark class=\"m r\">at least 2,000</mark>",
            "<a href=\"#p4\">¶4</a>",
            "<p id=\"p4\" class=\"paragraph\">",
        ] {
            assert!(page.contains(words), "{words} in {page}");
        }
        for target in page.split("href=\"#").skip(1) {
            let id = target.split('"').next().unwrap();
            assert!(page.contains(&format!("id=\"{id}\"")), "#{id} leads nowhere");
        }
        assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("<script"));
    }

    #[test]
    fn tags_of_the_briefing_are_words() {
        let page = page(" <img src=x onerror=\"alert(1)\"> & '</style><script>");
        assert!(!page.contains("<img") && !page.contains("<script") && !page.contains("onerror=\"a"));
        assert_eq!(page.matches("</style>").count(), 1);
    }

    #[test]
    fn every_word_of_the_text_is_there_once() {
        let (article, analysis) = briefing("");
        let mut out = String::new();
        body(&mut out, &article, &analysis);
        let mut words = String::new();
        let mut tag = false;
        for c in out.replace("</i>", "</i> ").chars() {
            match c {
                '<' => tag = true,
                '>' => tag = false,
                c if !tag => words.push(c),
                _ => {}
            }
        }
        let numbers_gone: Vec<_> = words
            .lines()
            .filter_map(|line| line.split_once(' '))
            .map(|line| line.1)
            .collect();
        assert_eq!(numbers_gone.get(1..).unwrap().join("\n\n"), article.text.as_str());
    }
}
