//! The only width function: the sum over grapheme clusters of what a terminal cell grid gives each.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that a tab takes in running text.
const TAB: usize = 4;

/// Characters of one cluster that are shown; more (stacked marks without end) are left out.
const CLUSTER: usize = 8;

/// Columns that `text` takes on one row.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        return text.len();
    }
    graphemes(text).map(|(_, _, columns)| columns).sum()
}

/// The clusters of `text` as they are drawn: byte offset, what to draw, and its columns.
///
/// A run of white space with a line feed in it is one space (hard-wrapped lines are joined), a tab is four;
/// a cluster without width is not drawn, and no control character ever is.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut joined = 0;
    text.grapheme_indices(true).filter_map(move |(at, cluster)| {
        if at < joined {
            return None;
        }
        let first = cluster.chars().next()?;
        if first.is_ascii_graphic() && cluster.len() == 1 {
            return Some((at, cluster, 1));
        }
        if first.is_whitespace() {
            let rest = text.get(at..).unwrap_or_default();
            let run = rest
                .get(..rest.len() - rest.trim_start().len())
                .unwrap_or_default();
            if run.contains('\n') {
                joined = at + run.len();
                return Some((at, " ", 1));
            }
            return match first {
                '\t' => Some((at, "    ", TAB)),
                '\u{3000}' => Some((at, cluster, 2)),
                _ => Some((at, " ", 1)),
            };
        }
        if first.is_control() {
            return None;
        }
        let shown = match cluster.char_indices().nth(CLUSTER) {
            Some((end, _)) => cluster.get(..end).unwrap_or_default(),
            None => cluster,
        };
        let columns = shown.width();
        (columns > 0).then_some((at, shown, columns))
    })
}

/// The longest beginning of `text` that fits `columns`, and the columns it takes.
pub fn cut(text: &str, columns: usize) -> (&str, usize) {
    let mut used = 0;
    for (at, _, wide) in graphemes(text) {
        if used + wide > columns {
            return (text.get(..at).unwrap_or_default(), used);
        }
        used += wide;
    }
    (text, used)
}

/// `text` from where its column `at` still fits `room` columns, and which column that then is.
pub fn scrolled(text: &str, at: usize, room: usize) -> (&str, usize) {
    let room = room.max(1);
    if at < room {
        return (text, at);
    }
    let out = at + 1 - room;
    // Half of a wide letter is not shown.
    let (gone, columns) = match cut(text, out) {
        (_, columns) if columns < out => cut(text, out + 1),
        found => found,
    };
    (
        text.get(gone.len()..).unwrap_or_default(),
        at.saturating_sub(columns),
    )
}

/// `text` in at most `columns`, its end replaced by an ellipsis where it does not fit.
pub fn clip(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let (head, _) = cut(text, columns - 1);
    Cow::Owned(format!("{}…", head.trim_end()))
}

/// `text` clipped to `columns` and filled with spaces up to them.
pub fn pad(text: &str, columns: usize) -> String {
    let mut out = clip(text, columns).into_owned();
    let used = width(&out);
    out.extend(std::iter::repeat_n(' ', columns.saturating_sub(used)));
    out
}

/// `text` on one line: every run of white space is one space.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\t']) || text.contains("  ") {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_marked_and_joined_clusters_are_measured_as_drawn() {
        for (text, columns) in [
            ("plain", 5),
            ("日本語", 6),
            ("e\u{301}", 1),
            ("👨\u{200d}👩\u{200d}👧", 2),
            ("a\tb", 6),
            ("hard\n  wrapped", 12),
            ("a\u{a0}b", 3),
            ("\u{7}", 0),
        ] {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn a_long_line_is_scrolled_to_where_its_cursor_fits() {
        assert_eq!(scrolled("abcdef", 3, 6), ("abcdef", 3));
        assert_eq!(scrolled("abcdef", 6, 4), ("def", 3));
        assert_eq!(scrolled("日本語", 6, 4), ("語", 2));
        assert_eq!(scrolled("abc", 3, 0), ("", 0));
    }

    #[test]
    fn clipping_never_splits_a_wide_cluster() {
        assert_eq!(clip("日本語", 5), "日本…");
        assert_eq!(clip("日本語", 4), "日…");
        assert_eq!(clip("abc", 3), "abc");
        assert_eq!(pad("日本語", 4), "日… ");
        assert_eq!(clip("abc", 0), "");
    }

    #[test]
    fn a_cluster_of_endless_marks_is_cut_short() {
        let text: String = std::iter::once('a')
            .chain(std::iter::repeat_n('\u{301}', 500))
            .collect();
        let drawn: Vec<_> = graphemes(&text).collect();
        assert_eq!(drawn.len(), 1);
        assert!(drawn[0].1.chars().count() <= CLUSTER);
    }
}
