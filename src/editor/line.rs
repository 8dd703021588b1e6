//! In which line of its file a sentence stands: found by its letters alone, since markup, escapes and white space
//! between them are not in the article's text.

use std::iter::Peekable;
use std::str::Chars;

use crate::article::{Article, Form};
use crate::span::Span;

/// Letters before the sentence that tell it from others of the same words.
const BEFORE: usize = 40;

/// Letters of the sentence that are looked for, at first and where those are interrupted by something unforeseen.
const OWN: [usize; 3] = [60, 24, 12];

/// The line, from one, of `raw` in which byte `at` of `article` stands; one where it is not found.
pub fn line_of(raw: &str, article: &Article, at: usize) -> usize {
    let text = article.text.as_str();
    let file = Letters::of(raw, article.origin.form);
    let before = letters(Span::new(0, at).of(text));
    let after: String = text
        .get(at..)
        .unwrap_or_default()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(OWN[0])
        .collect();
    let lead: String = {
        let skip = before.chars().count().saturating_sub(BEFORE);
        before.chars().skip(skip).collect()
    };
    let share = before.len() as f64 / letters(text).len().max(1) as f64;
    let whole = file.find(&format!("{lead}{after}"), share);
    if let Some(place) = whole {
        return file.line(place + lead.len());
    }
    for length in OWN {
        let probe: String = after.chars().take(length).collect();
        if let Some(place) = file.find(&probe, share) {
            return file.line(place);
        }
    }
    1
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Passes over the rest of an entity such as `&nbsp;`; a bare ampersand is nothing.
fn entity(rest: &mut Peekable<Chars<'_>>) {
    let ahead = rest
        .clone()
        .take(10)
        .position(|c| !(c.is_ascii_alphanumeric() || c == '#'));
    if let Some(length) = ahead
        && rest.clone().nth(length) == Some(';')
    {
        rest.by_ref().take(length + 1).for_each(drop);
    }
}

/// The letters and digits of a file.
struct Letters {
    text: String,
    /// For each line of the file, how many bytes of `text` come before it.
    lines: Vec<usize>,
}

impl Letters {
    fn of(raw: &str, form: Form) -> Self {
        let mut all = Self {
            text: String::with_capacity(raw.len()),
            lines: vec![0],
        };
        let marked = matches!(form, Form::Html | Form::Feed | Form::Json | Form::Wire);
        let mut rest = raw.chars().peekable();
        let mut last = ' ';
        while let Some(c) = rest.next() {
            match c {
                '<' if marked
                    && rest
                        .peek()
                        .is_some_and(|n| n.is_ascii_alphabetic() || "/!?".contains(*n)) =>
                {
                    all.pass(&mut rest, '>');
                }
                '&' if marked => entity(&mut rest),
                '\\' if form == Form::Json => match rest.next() {
                    Some('u') => all.unit(&mut rest),
                    Some('\n') => all.lines.push(all.text.len()),
                    _ => {}
                },
                '(' if form == Form::Markdown && last == ']' => all.pass(&mut rest, ')'),
                '\r' if rest.peek() == Some(&'\n') => {}
                '\n' | '\r' => all.lines.push(all.text.len()),
                c if c.is_alphanumeric() => all.text.push(c),
                _ => {}
            }
            last = c;
        }
        all
    }

    /// Passes over what ends with `end`, counting lines; an end that never comes is the end of the line.
    fn pass(&mut self, rest: &mut Peekable<Chars<'_>>, end: char) {
        let ahead = rest.clone().take(4096).position(|c| c == end);
        let Some(length) = ahead else { return };
        for c in rest.by_ref().take(length + 1) {
            if c == '\n' {
                self.lines.push(self.text.len());
            }
        }
    }

    /// Takes in an escape of four hexadecimal digits.
    fn unit(&mut self, rest: &mut Peekable<Chars<'_>>) {
        let digits: String = rest.by_ref().take(4).collect();
        let letter = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
        self.text.extend(letter.filter(|c| c.is_alphanumeric()));
    }

    /// Where `probe` stands; of several places the one nearest to `share` of the whole.
    fn find(&self, probe: &str, share: f64) -> Option<usize> {
        if probe.is_empty() {
            return None;
        }
        let wanted = (share * self.text.len() as f64) as usize;
        let places = self.text.match_indices(probe).map(|(place, _)| place);
        places.min_by_key(|place| place.abs_diff(wanted))
    }

    fn line(&self, place: usize) -> usize {
        self.lines.partition_point(|&before| before <= place).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Place;
    use crate::article::parse;
    use crate::source::SourceText;

    fn line(raw: &str, form: Form, words: &str) -> usize {
        let article = parse(SourceText::new(Place::Stdin, raw), Some(form)).unwrap();
        let at = article.text.find(words).expect(words);
        line_of(raw, &article, at)
    }

    #[test]
    fn a_sentence_is_found_in_every_form() {
        for (form, raw, words, wanted) in [
            (
                Form::Text,
                "One brigade left.\r\n\r\nIt is in Vesna.\r\nNobody says why.\r\n",
                "Nobody",
                4,
            ),
            (
                Form::Text,
                "It is so.\n\nIt is so.\n\nNo more of it.\n",
                "No more",
                5,
            ),
            (
                Form::Html,
                "<html><head><title>A long road to Harsk</title></head>\n<body><article>\n<h1>A long road to Harsk</h1>\n\
                 <p>The <b\nclass=x>brigade</b> left&nbsp;at dawn, the ministry said.</p>\n<p>It is expected in the\nvalley by noon today.</p>\n</article></body></html>\n",
                "It is expected",
                6,
            ),
            (
                Form::Markdown,
                "# Road\n\nThe [order](https://example.org/abc) came late.\n\nThe [second order](https://example.org/x) never came.\n",
                "second order",
                5,
            ),
            (
                Form::Json,
                "{\n\"headline\": \"Road to Harsk\",\n\"articleBody\": \"The brigade left Harsk.\\n\\nLind said \\u201cno\\u201d to caf\\u00e9s.\"\n}\n",
                "Lind said",
                3,
            ),
        ] {
            assert_eq!(line(raw, form, words), wanted, "{form:?} {words}");
        }
    }

    #[test]
    fn of_two_sentences_of_the_same_words_the_one_in_its_place_is_meant() {
        let raw = "Nobody moved.\n\nThe council met.\n\nNobody moved.\n\nThe end of it.\n";
        let article = parse(SourceText::new(Place::Stdin, raw), Some(Form::Text)).unwrap();
        let second = article.text.rfind("Nobody").unwrap();
        assert_eq!(line_of(raw, &article, second), 5);
        assert_eq!(line_of(raw, &article, 0), 1);
    }

    #[test]
    fn what_is_not_there_is_the_first_line_and_hostile_markup_harms_nobody() {
        let article = parse(
            SourceText::new(Place::Stdin, "Some words here."),
            Some(Form::Html),
        )
        .unwrap();
        assert_eq!(line_of("<<<<&&&#;\\", &article, 0), 1);
        assert_eq!(line_of("", &article, 9999), 1);
    }
}
