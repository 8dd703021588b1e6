//! Which form an input has: by its content, and by its name only where the content leaves it open.

use super::plain::Plain;
use super::{Form, Parser};
use crate::source::SourceText;

/// The parsers, the plain ones last: they read anything.
const PARSERS: &[&dyn Parser] = &[&Plain::TRANSCRIPT, &Plain::TEXT];

/// The form whose parser is surest; what nobody claims is plain text. Whether plain text is a transcript is seen only
/// while it is parsed.
pub fn detect(source: &SourceText) -> Form {
    let mut best = (0, Form::Text);
    for parser in PARSERS {
        let sure = parser.sniff(source);
        if sure > best.0 {
            best = (sure, parser.form());
        }
    }
    best.1
}

/// The parser of `form`.
pub fn parser_for(form: Form) -> &'static dyn Parser {
    PARSERS
        .iter()
        .find(|parser| parser.form() == form)
        .copied()
        .unwrap_or(&Plain::TEXT)
}
