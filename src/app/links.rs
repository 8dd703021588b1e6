//! Links: those of the page's markup, and addresses that stand in the text itself. Nothing is opened that was not shown whole.

/// The longest address that is opened, in bytes: what browsers take.
const LONGEST: usize = 2083;

/// Whether an address may be handed to the system: of a known kind, printable, and of a sane length.
pub fn is_openable(url: &str) -> bool {
    let scheme = |name: &str| {
        let head = url.get(..name.len());
        head.is_some_and(|h| h.eq_ignore_ascii_case(name)) && url.len() > name.len()
    };
    (scheme("http://") || scheme("https://") || scheme("mailto:"))
        && url.len() <= LONGEST
        && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_pages_and_mail_are_opened() {
        for (url, fine) in [
            ("https://example.org/a?b=c#d", true),
            ("HTTP://example.org", true),
            ("mailto:press@example.org", true),
            ("https://", false),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("-https://example.org", false),
            ("https://example.org/a b", false),
            ("https://example.org/\u{7}", false),
            ("", false),
        ] {
            assert_eq!(is_openable(url), fine, "{url}");
        }
        assert!(!is_openable(&format!("https://example.org/{}", "x".repeat(3000))));
    }
}
