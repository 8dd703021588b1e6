//! Wire formats: NITF and NewsML-G2 (XML), ANPA 1312 and IPTC 7901 (text in control characters), and proceedings in
//! XML that name the speaker beside the speech.

use super::draft::{Draft, Piece};
use super::flow::{self, plain};
use super::markup::{Step, Tag, Walk};
use super::{Article, BlockKind, Form, ParseError, Parser, stamp};
use crate::source::{SourceText, name_of};

/// The parser of wire formats.
#[derive(Clone, Copy, Debug)]
pub struct Wire;

impl Parser for Wire {
    fn form(&self) -> Form {
        Form::Wire
    }

    fn sniff(&self, source: &SourceText) -> u8 {
        super::detect::wire(source)
    }

    fn parse(&self, source: SourceText) -> Result<Article, ParseError> {
        let name = name_of(&source.place);
        let framed = source.text.contains(STX);
        let draft = if framed {
            framed_text(&source.text)
        } else {
            xml(&source.text)
        };
        draft.pour(source, Form::Wire, name)
    }
}

/// Start of text, end of text, end of transmission.
const STX: char = '\u{2}';
const ETX: char = '\u{3}';
const EOT: char = '\u{4}';

/// A tag's name without its namespace prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Reads NITF, NewsML-G2 and proceedings. Entities of the document's own are never expanded.
fn xml(source: &str) -> Draft {
    let mut draft = Draft::default();
    let mut walk = Walk::new(source);
    let mut items = 0_usize;
    let mut created = 0_u8;
    let mut head_title = None;
    while let Some(step) = walk.next() {
        let Step::Open(tag) = step else { continue };
        let name = local(&tag.name).to_owned();
        if draft.language.is_none() {
            draft.language = tag.attribute("xml:lang").or_else(|| tag.attribute("baselang"));
        }
        if tag.closes_itself() {
            day(&mut draft, &name, &tag);
            continue;
        }
        match name.as_str() {
            "newsitem" => {
                items += 1;
                // The items of a package repeat or accompany the first: pictures, tables, other languages.
                if items > 1 && !draft.pieces.is_empty() {
                    draft.partial("The first text of this package is shown.");
                    break;
                }
            }
            // A title in front of everything belongs to the head; other titles are those of pictures and links.
            "title" if draft.pieces.is_empty() && head_title.is_none() => head_title = inner(&mut walk, &tag),
            "hl1" | "headline" if draft.title.is_none() => draft.title = inner(&mut walk, &tag),
            "hedline" if draft.title.is_none() && !ahead(source, &walk, "<hl1") => {
                draft.title = inner(&mut walk, &tag);
            }
            "byline" | "by" if draft.byline.is_none() => draft.byline = inner(&mut walk, &tag),
            "contentcreated" | "firstcreated" | "versioncreated" => {
                let rank = created_rank(&name);
                if let Some(day) = inner(&mut walk, &tag).as_deref().and_then(stamp::day)
                    && (draft.published.is_none() || rank < created)
                {
                    draft.published = Some(day);
                    created = rank;
                }
            }
            "body.content" | "inlinexml" | "inlinedata" if draft.pieces.is_empty() => {
                draft.pieces = body(walk.raw_until_close(&tag.name));
            }
            "major-heading" | "minor-heading" | "oral-heading" => {
                let words = inner(&mut walk, &tag);
                draft
                    .pieces
                    .extend(words.map(|w| Piece::new(BlockKind::Heading, w)));
            }
            "speech" => {
                let speaker = tag
                    .attribute("speakername")
                    .or_else(|| tag.attribute("by"))
                    .unwrap_or_default();
                speech(&mut draft, &speaker, walk.raw_until_close(&tag.name));
            }
            _ => day(&mut draft, &name, &tag),
        }
    }
    if draft.title.is_none() {
        draft.title = head_title;
    }
    if draft.pieces.is_empty() {
        draft.pieces = flow::pieces(source, None);
        draft.title = None;
    }
    if draft.title.is_none() {
        let opening = draft.pieces.iter().take(4).find(|p| p.kind == BlockKind::Heading);
        draft.title = opening.map(|p| p.text.clone());
    }
    draft
}

/// NewsML-G2 tells when the words were written, when the item was first made and when this version was: in this order
/// they stand for the day of publication.
fn created_rank(name: &str) -> u8 {
    match name {
        "contentcreated" => 1,
        "firstcreated" => 2,
        _ => 3,
    }
}

/// The words of the element that `tag` opened.
fn inner(walk: &mut Walk, tag: &Tag) -> Option<String> {
    Some(plain(walk.raw_until_close(&tag.name))).filter(|words| !words.is_empty())
}

/// Whether `mark` follows within the next two hundred bytes.
fn ahead(source: &str, walk: &Walk, mark: &str) -> bool {
    let from = walk.offset();
    let rest = source.as_bytes().get(from..).unwrap_or_default();
    memchr::memmem::find(rest.get(..200).unwrap_or(rest), mark.as_bytes()).is_some()
}

fn day(draft: &mut Draft, name: &str, tag: &Tag) {
    let value = match name {
        "date.issue" | "date.release" | "story.date" => tag.attribute("norm"),
        "pubdata" => tag.attribute("date.publication"),
        _ => return,
    };
    if draft.published.is_none() {
        draft.published = value.as_deref().and_then(stamp::day);
    }
}

/// The pieces of a body, in NITF's tags or those of HTML.
pub(super) fn body(source: &str) -> Vec<Piece> {
    let source = match source.find("<body.content") {
        Some(at) => {
            let mut walk = Walk::new(source.get(at..).unwrap_or_default());
            walk.next();
            walk.raw_until_close("body.content")
        }
        None => source,
    };
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut walk = Walk::new(source);
    // Media elements hold addresses and credits; only their captions are words.
    while let Some(step) = walk.next() {
        let at = walk.offset();
        if let Step::Open(tag) = step
            && matches!(local(&tag.name), "media" | "remotecontent")
            && !tag.closes_itself()
        {
            pieces.extend(html_of(source.get(start..at).unwrap_or_default()));
            let media = walk.raw_until_close(&tag.name);
            pieces.extend(captions(media));
            start = walk.offset();
        }
    }
    pieces.extend(html_of(source.get(start..).unwrap_or_default()));
    pieces
}

/// NITF's subheadings are headings of HTML under another name.
fn html_of(source: &str) -> Vec<Piece> {
    if !source.contains("<hl") {
        return flow::pieces(source, None);
    }
    let renamed = source
        .replace("<hl1", "<h1")
        .replace("</hl1", "</h1")
        .replace("<hl2", "<h2")
        .replace("</hl2", "</h2");
    flow::pieces(&renamed, None)
}

fn captions(media: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut walk = Walk::new(media);
    while let Some(step) = walk.next() {
        if let Step::Open(tag) = step
            && matches!(local(&tag.name), "media-caption" | "caption" | "figcaption")
            && !tag.closes_itself()
        {
            found.extend(inner(&mut walk, &tag).map(|words| Piece::new(BlockKind::Caption, words)));
        }
    }
    found
}

/// One speech: its first paragraph opens with the speaker's name as a label.
fn speech(draft: &mut Draft, speaker: &str, source: &str) {
    let speaker = speaker.trim().trim_start_matches('#');
    for (at, mut piece) in flow::pieces(source, None).into_iter().enumerate() {
        if at == 0 && !speaker.is_empty() {
            let label = format!("{speaker}: ");
            for (range, _) in &mut piece.links {
                *range = range.start + label.len()..range.end + label.len();
            }
            piece.text.insert_str(0, &label);
            piece.lead = Some(speaker.to_owned());
        }
        draft.pieces.push(piece);
    }
}

/// Reads ANPA 1312 and IPTC 7901: a header, `STX`, the text, `ETX`, a trailer with the time.
fn framed_text(source: &str) -> Draft {
    let mut draft = Draft::default();
    let (header, rest) = source.split_once(STX).unwrap_or(("", source));
    let (text, trailer) = rest.split_once(ETX).unwrap_or((rest, ""));
    let trailer = trailer.split(EOT).next().unwrap_or_default();
    if rest.len() > text.len() && rest.split(STX).count() > 1 {
        draft.partial("The first message of several is shown.");
    }
    draft.published = time_of(trailer);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // ANPA marks the lines of its head with a caret and ends them with `<` or `=`.
    if text.trim_start().starts_with('^') || header.contains('\u{13}') {
        anpa(&mut draft, &text);
    } else {
        iptc(&mut draft, &text);
    }
    draft
}

fn anpa(draft: &mut Draft, text: &str) {
    let mut paragraph = String::new();
    let mut heads = 0_usize;
    let mut in_head = true;
    let flush = |paragraph: &mut String, draft: &mut Draft| {
        if !paragraph.trim().is_empty() {
            draft
                .pieces
                .push(Piece::new(BlockKind::Paragraph, paragraph.trim()));
        }
        paragraph.clear();
    };
    for line in text.lines() {
        let quad = line.trim_end().ends_with(['<', '=']);
        let words = line.trim().trim_end_matches(['<', '=']).trim();
        if let Some(head) = words.strip_prefix('^') {
            flush(&mut paragraph, draft);
            // A code in front, `*9006<`, stands before the keyword line's own caret.
            let head = head.rsplit('^').next().unwrap_or(head).trim();
            if in_head {
                anpa_head(draft, head, heads);
            } else {
                draft.pieces.push(Piece::new(BlockKind::Paragraph, head));
            }
            heads += 1;
            continue;
        }
        if words.is_empty() {
            flush(&mut paragraph, draft);
            continue;
        }
        in_head = false;
        if line.starts_with([' ', '\t']) {
            flush(&mut paragraph, draft);
        }
        if !paragraph.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(words);
        if quad {
            flush(&mut paragraph, draft);
        }
    }
    flush(&mut paragraph, draft);
}

/// The lines of ANPA's head: the keyword line with its word count, the headline, the editors' notes, the byline.
fn anpa_head(draft: &mut Draft, head: &str, at: usize) {
    let keyword_line = at == 0
        && head
            .rsplit_once(',')
            .is_some_and(|(_, count)| count.trim().bytes().all(|b| b.is_ascii_digit()));
    if keyword_line || head.is_empty() {
        return;
    }
    if let Some(name) = head.strip_prefix("By ").or_else(|| head.strip_prefix("BY ")) {
        draft.byline = Some(name.to_owned());
    } else if draft.title.is_none() {
        draft.title = Some(head.to_owned());
    } else {
        let note = head.starts_with("Eds:") || head.starts_with("AP Photo") || head.starts_with("Editors:");
        let kind = if note {
            BlockKind::Boilerplate
        } else {
            BlockKind::Paragraph
        };
        draft.pieces.push(Piece::new(kind, head));
    }
}

fn iptc(draft: &mut Draft, text: &str) {
    let mut lines = text.trim_start_matches('\n').splitn(2, '\n');
    let first = lines.next().unwrap_or_default().trim();
    let mut rest = lines.next().unwrap_or_default();
    // The headline ends in ` =`; it may run over two lines.
    let mut title = first.to_owned();
    for _ in 0..3 {
        if title.ends_with('=') || rest.trim().is_empty() {
            break;
        }
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        if line.trim().is_empty() {
            break;
        }
        title = format!("{title} {}", line.trim());
        rest = after;
    }
    if title.ends_with('=') || !rest.trim().is_empty() {
        draft.title = Some(title.trim_end_matches('=').trim().to_owned());
    } else {
        rest = text;
    }
    let (story, notes) = match notebook(rest) {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let mut piece = Piece::new(BlockKind::Paragraph, story.trim_matches('\n'));
    piece.laid_out = true;
    draft.pieces.push(piece);
    let notes = notes.split("\n\n").map(str::trim).filter(|n| !n.is_empty());
    draft
        .pieces
        .extend(notes.map(|n| Piece::new(BlockKind::Boilerplate, n)));
}

/// Where the desk's notes begin, which are not for publication.
fn notebook(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let lower = bare.to_ascii_lowercase();
        if (bare.starts_with('#') && lower.ends_with("notebook"))
            || bare.starts_with("* * *")
            || lower.contains("not for publication")
        {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// The day in a trailer: ANPA's `AP-WF-09-04-19 1029GMT`, IPTC's `131137 GMT Nov 13`.
fn time_of(trailer: &str) -> Option<jiff::civil::Date> {
    let century = |year: i16| if year < 70 { 2000 + year } else { 1900 + year };
    for word in trailer.split_whitespace() {
        let parts: Vec<&str> = word.rsplit('-').take(3).collect();
        if let [year, month, day] = parts.as_slice()
            && let (Ok(year), Ok(second), Ok(first)) = (year.parse(), month.parse(), day.parse())
        {
            // `month` is the middle part: the rightmost is the year, then the day, then the month.
            return jiff::civil::Date::new(century(year), first, second).ok();
        }
    }
    let words: Vec<&str> = trailer.split_whitespace().collect();
    words.windows(4).find_map(|w| {
        let [stamp, _, month, year] = w else { return None };
        let day = stamp.get(..2).filter(|_| stamp.len() == 6)?;
        stamp::day(&format!("{day} {month} {}", century(year.parse().ok()?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Place;

    fn open(text: &str) -> Article {
        Wire.parse(SourceText::new(Place::default(), text)).unwrap()
    }

    fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
        article
            .blocks
            .iter()
            .map(|b| (b.kind, article.words(b.span)))
            .collect()
    }

    #[test]
    fn nitf_gives_its_parts_and_captions_apart() {
        let article = open(
            "<?xml version=\"1.0\"?><nitf baselang=\"en\"><head><title>Slug</title><docdata>\
             <date.issue norm=\"20240507T080000\"/></docdata></head><body><body.head><hedline><hl1>Ferry returns</hl1>\
             </hedline><byline>By Ann Vale</byline></body.head><body.content><p>It <person>left</person>.</p>\
             <hl2>Later</hl2><media media-type=\"image\"><media-reference source=\"x\"/>\
             <media-caption>The pier.</media-caption></media><p>It came back.</p></body.content></body></nitf>",
        );
        assert_eq!(article.title.as_deref(), Some("Ferry returns"));
        assert_eq!(article.byline.as_deref(), Some("Ann Vale"));
        assert_eq!(article.published, Some(jiff::civil::date(2024, 5, 7)));
        let expected = [
            (BlockKind::Heading, "Ferry returns"),
            (BlockKind::Paragraph, "It left."),
            (BlockKind::Heading, "Later"),
            (BlockKind::Caption, "The pier."),
            (BlockKind::Paragraph, "It came back."),
        ];
        assert_eq!(blocks(&article), expected);
    }

    #[test]
    fn newsml_gives_its_parts() {
        let article = open(
            "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xml:lang=\"en\"><itemMeta/><contentMeta>\
             <contentCreated>2024-05-07T08:00:00</contentCreated><by>Ann Vale</by><headline>Ferry returns</headline>\
             </contentMeta><contentSet><inlineXML><html><head><title>x</title></head><body><p>It left.</p></body></html>\
             </inlineXML></contentSet></newsItem>",
        );
        assert_eq!(article.title.as_deref(), Some("Ferry returns"));
        assert_eq!(article.published, Some(jiff::civil::date(2024, 5, 7)));
        assert_eq!(article.text.as_str(), "Ferry returns\n\nIt left.");
    }

    #[test]
    fn anpa_and_iptc_lose_their_frames() {
        let anpa = open(
            "\u{16}\u{16}\u{1}V1234\u{1f}-----\r\nr e\u{13}\u{11} Slug-Ferry 05-07 0121\r\n\u{2}^BC-Ferry,20<\r\n\
             ^Ferry returns<\r\n^Eds: With photos.<\r\n^By ANN VALE=\r\n\t   It left\r\nat dawn.\r\n\t   It came back.\r\n\
             \u{3}XX-05-07-24 1029GMT<\r\n\u{4}",
        );
        assert_eq!(anpa.title.as_deref(), Some("Ferry returns"));
        assert_eq!(anpa.byline.as_deref(), Some("ANN VALE"));
        assert_eq!(anpa.published, Some(jiff::civil::date(2024, 5, 7)));
        assert_eq!(
            blocks(&anpa)[2..],
            [
                (BlockKind::Paragraph, "It left at dawn."),
                (BlockKind::Paragraph, "It came back.")
            ]
        );
        let iptc = open(
            "\u{1}abc012 4 i 21 xxx 061\r\n\r\nFerry/\r\n\u{2}Ferry returns after\r\nthe storm =\r\n\r\n   Port (xx) - It left\r\n\
             at dawn.\r\n\r\n   It came back.\r\n\r\n# xx NOTEBOOK\r\n\r\nCall the desk.\r\n\u{3}071137 GMT May 24\r\n\u{4}",
        );
        assert_eq!(iptc.title.as_deref(), Some("Ferry returns after the storm"));
        assert_eq!(iptc.published, Some(jiff::civil::date(2024, 5, 7)));
        assert!(iptc.text.contains("It came back."));
        assert_eq!(iptc.blocks.last().map(|b| b.kind), Some(BlockKind::Boilerplate));
    }

    #[test]
    fn a_speech_opens_with_its_speaker() {
        let article = open(
            "<?xml version=\"1.0\"?><publicwhip><major-heading>HARBOUR</major-heading>\
             <speech speakername=\"Ann Vale\"><p>I beg to move.</p><p>Again.</p></speech>\
             <speech speakername=\"Bo Reed\"><p>No.</p></speech></publicwhip>",
        );
        assert_eq!(
            article.text.as_str(),
            "HARBOUR\n\nAnn Vale: I beg to move.\n\nAgain.\n\nBo Reed: No."
        );
    }

    #[test]
    fn an_entity_bomb_stays_small() {
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\
            <nitf><body><body.content><p>&b;&b; word</p></body.content></body></nitf>";
        assert_eq!(open(bomb).text.as_str(), "&b;&b; word");
    }
}
