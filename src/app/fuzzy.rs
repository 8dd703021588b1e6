//! Fuzzy matching of command names: the letters in order, better when they begin words or stand together.

/// How well `query` matches `name`; `None` when a letter is missing. White space in the query is ignored.
pub fn score(query: &str, name: &str) -> Option<i32> {
    let mut total = 0;
    let mut rest = name.char_indices().peekable();
    let mut before: Option<char> = None;
    let mut together = false;
    for wanted in query
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
    {
        loop {
            let (at, c) = rest.next()?;
            let begins = before.is_none_or(|b| !b.is_alphanumeric());
            before = Some(c);
            if c.to_lowercase().eq(std::iter::once(wanted)) {
                total += 1 + 6 * i32::from(begins) + 4 * i32::from(together) + 4 * i32::from(at == 0);
                together = true;
                break;
            }
            together = false;
        }
    }
    Some(total * 8 - name.chars().count() as i32)
}

/// The items that match, the best first; of equals the earlier.
pub fn rank<'a, T>(query: &str, items: impl Iterator<Item = (T, &'a str, &'a str)>) -> Vec<T> {
    // Nothing typed prefers nothing: the order of the table, which is made for people, stays.
    if query.trim().is_empty() {
        return items.map(|(item, ..)| item).collect();
    }
    let mut found: Vec<(i32, T)> = items
        .filter_map(|(item, name, help)| {
            let best = score(query, name).map(|s| s + 16);
            // The help's words only count when they hold the query as it is: letters spread over a sentence match anything.
            let told = help
                .to_lowercase()
                .contains(&query.trim().to_lowercase())
                .then_some(0);
            Some((best.or(told)?, item))
        })
        .collect();
    found.sort_by_key(|(score, _)| -score);
    found.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_beginnings_win() {
        let names = ["copy-quote", "next-quote", "cycle-layout", "quit"];
        let ranked = |query| rank(query, names.iter().map(|&n| (n, n, "")));
        assert_eq!(ranked("cq").first(), Some(&"copy-quote"));
        assert_eq!(ranked("nq").first(), Some(&"next-quote"));
        assert_eq!(ranked("qui").first(), Some(&"quit"));
        assert!(ranked("zzz").is_empty());
        assert_eq!(ranked(" "), names);
    }
}
