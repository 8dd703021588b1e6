//! Which run of a page's pieces is the article, where no tree says so: the run with the most words in sentences and
//! the fewest labels of menus, by a single pass.

use super::BlockKind;
use super::draft::Piece;

/// Whether a piece reads like a menu's label, a date or a teaser rather than like words of an article.
fn is_chrome(piece: &Piece) -> bool {
    if piece.laid_out || piece.kind == BlockKind::Caption {
        return false;
    }
    let text = piece.text.trim();
    let words = text.split_whitespace().count();
    let linked: usize = piece.links.iter().map(|(range, _)| range.len()).sum();
    let ends = text.ends_with([
        '.', '!', '?', '"', '”', '’', ':', ')', '…', '。', '？', '！', '」',
    ]);
    (linked * 2 > text.len() && words < 25) || (!ends && words < 12)
}

/// What a piece of chrome costs, in words of an article.
const COST: i64 = 6;

fn worth(piece: &Piece) -> i64 {
    if is_chrome(piece) {
        return if piece.kind == BlockKind::Heading {
            -COST / 2
        } else {
            -COST
        };
    }
    i64::try_from(piece.text.split_whitespace().count())
        .unwrap_or(i64::MAX)
        .min(200)
}

/// Whether so many pieces are chrome that the whole cannot be an article.
pub(super) fn is_mostly_chrome(pieces: &[Piece]) -> bool {
    let chrome = pieces.iter().filter(|p| is_chrome(p)).count();
    chrome >= 20 && chrome * 5 >= pieces.len() * 2
}

/// The best run of pieces, with the heading right before it.
pub(super) fn best_run(pieces: Vec<Piece>) -> Vec<Piece> {
    let (mut best, mut best_range) = (0, 0..0);
    let (mut sum, mut start) = (0_i64, 0);
    for (at, piece) in pieces.iter().enumerate() {
        if sum <= 0 {
            sum = 0;
            start = at;
        }
        sum += worth(piece);
        if sum > best {
            best = sum;
            best_range = start..at + 1;
        }
    }
    if best_range.is_empty() {
        return pieces;
    }
    let before = best_range.start.checked_sub(1).and_then(|at| pieces.get(at));
    if before.is_some_and(|p| p.kind == BlockKind::Heading) {
        best_range.start -= 1;
    }
    let length = best_range.len();
    pieces.into_iter().skip(best_range.start).take(length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_before_and_teasers_after_are_left_out() {
        let mut pieces: Vec<Piece> = (0..30)
            .map(|_| Piece::new(BlockKind::Paragraph, "About us"))
            .collect();
        pieces.push(Piece::new(BlockKind::Heading, "Ferry returns"));
        let story = "The ferry left the pier at dawn and came back at noon with forty people on board.";
        pieces.extend(
            [story, "12 May", story, "“Yes,” he said.", story].map(|t| Piece::new(BlockKind::Paragraph, t)),
        );
        pieces.extend((0..30).map(|_| Piece::new(BlockKind::ListItem, "Ten other stories to read")));
        assert!(is_mostly_chrome(&pieces));
        let run = best_run(pieces);
        assert_eq!(run.len(), 6);
        assert_eq!(run[0].text, "Ferry returns");
        assert!(!is_mostly_chrome(&run));
    }
}
