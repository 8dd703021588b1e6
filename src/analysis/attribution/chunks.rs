//! Where noun phrases begin and end, read rightwards from their first word or leftwards from their last.

use std::ops::Range;

use super::names::NameKind;
use super::phrases::{Phrase, PhraseKind};
use super::view::View;
use super::words::Class;

impl View<'_> {
    /// The noun phrase that begins at item `k`.
    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    pub(super) fn phrase_after(&self, k: usize, limit: usize) -> Option<Phrase> {
        let first = self.token(k)?;
        let class = self.doc.class(first);
        if class.has(Class::PRONOUN) && self.names.run_at(first).is_none() && !class.has(Class::DET) {
            return Some(self.pronoun(k));
        }
        if class.has(Class::ADVERB) && !class.has(Class::ROLE.or(Class::GROUP).or(Class::BODY).or(Class::DET))
        {
            return None;
        }
        // "according to him"
        if self.is_any(k, &["him", "them"]) || self.is(k, "her") && !self.is_wordy(k + 1) {
            return Some(self.pronoun(k));
        }
        // "said Tuesday" names nobody.
        if class.has(Class::TIME)
            && !class.has(Class::GIVEN.or(Class::MODIFIER).or(Class::OUTLET))
            && self.names.run_at(first).is_none()
        {
            return None;
        }
        let mut end = k;
        let mut named: Option<usize> = None;
        while end < limit {
            let Some(i) = self.token(end) else { break };
            let token = self.doc.token(i);
            let class = self.doc.class(i);
            if let Some(run) = self.names.run_at(i) {
                let mut n = end;
                while n < limit && self.token(n).is_some_and(|t| t < run.end) {
                    n += 1;
                }
                if run.kind == NameKind::Person {
                    named = Some(n - 1);
                }
                end = n;
                continue;
            }
            if !token.is_word() && !token.is_number() {
                let joins = token.is_clitic()
                    || (self.word(end) == "-" && !token.is_spaced())
                    || self.word(end) == "&";
                if joins {
                    end += 1;
                    continue;
                }
                break;
            }
            if end > k && named == Some(end - 1) && !token.is_capital() && !self.is(end, "and") {
                break;
            }
            if self.is(end, "and")
                && end > k
                && self
                    .token(end + 1)
                    .is_some_and(|t| self.names.run_at(t).is_some_and(|r| r.kind == NameKind::Person))
                && named.is_some()
            {
                end += 1;
                continue;
            }
            // "Heart and Stroke manager Erin Kim"
            if self.is(end, "and")
                && end > k
                && named.is_none()
                && self.in_name(end - 1)
                && self.in_name(end + 1)
            {
                end += 2;
                continue;
            }
            // "a press release", "the January study": what follows an article is no verb and no date.
            let after_article = end == k + 1 && self.is_any(k, &["a", "an", "the"]);
            let joined = end > k + 1 && self.word(end - 1) == "-";
            if (after_article || joined)
                && !class.has(Class::PREP.or(Class::AUX).or(Class::RELATIVE).or(Class::CONJ))
                && !self.is_any(end, &["most", "more"])
            {
                end += 1;
                continue;
            }
            if class.has(Class::TIME)
                && !class.has(Class::MODIFIER)
                && end > k
                && !(class.has(Class::GIVEN) && token.is_capital())
            {
                break;
            }
            let stop = Class::PREP
                .or(Class::CONJ)
                .or(Class::SUB)
                .or(Class::AUX)
                .or(Class::RELATIVE)
                .or(Class::PRONOUN);
            if class.has(stop) && !(class.has(Class::DET) && end == k) {
                if self.is(end, "of") && end > k && self.is_wordy(end + 1) {
                    end += 1;
                    continue;
                }
                break;
            }
            let nounish = Class::ROLE.or(Class::GROUP).or(Class::BODY).or(Class::DOCUMENT);
            if end > k
                && !token.is_capital()
                && !class.has(nounish)
                && (class.has(Class::VERB)
                    || class.has(Class::REPORTS)
                        && class.has(Class::ADVERB.or(Class::REPORTS))
                        && !class.has(Class::DOCUMENT))
            {
                break;
            }
            // "a judge chastised the station": an unknown verb after a noun for people.
            if end > k
                && !token.is_capital()
                && class.is_unknown()
                && self.word(end).ends_with("ed")
                && self.class(end - 1).has(nounish)
            {
                break;
            }
            if end > k && class.has(Class::ADVERB) && !class.has(nounish) {
                break;
            }
            if class.has(Class::DET)
                && end > k
                && !class.has(Class::NUMBER)
                && !self.is(end - 1, "of")
                && !self.is(end - 1, "all")
            {
                break;
            }
            end += 1;
        }
        while end > k && self.is_any(end - 1, &["-", "of", "and", "&"]) {
            end -= 1;
        }
        if end == k {
            return None;
        }
        if (k..end).all(|n| {
            let class = self.class(n);
            class.has(Class::DET) && !class.has(Class::NUMBER) || self.is_any(n, &["a", "an"])
        }) {
            return None;
        }
        // "said little"
        if end == k + 1
            && self.is_any(
                k,
                &[
                    "little",
                    "nothing",
                    "something",
                    "anything",
                    "everything",
                    "enough",
                ],
            )
        {
            return None;
        }
        let mut phrase = self.phrase(k..end)?;
        // "said the board's chair, Mara Tellier,": the name is what counts.
        if phrase.entity.is_none()
            && matches!(phrase.kind, PhraseKind::Role | PhraseKind::Other)
            && self.is(end, ",")
            && let Some(name) = self.bare_name(end + 1, limit)
        {
            let description = phrase.items.clone();
            let mut named = self.phrase(name)?;
            if named.kind == PhraseKind::Name {
                named.description = self.tokens_of(description);
                return Some(named);
            }
        }
        if phrase.kind == PhraseKind::Name && self.is(end, ",") {
            phrase.description = self.apposition(end + 1, limit);
        }
        Some(phrase)
    }

    /// The noun phrase that ends before item `end`.
    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    pub(super) fn phrase_ending(&self, end: usize, start: usize) -> Option<Phrase> {
        if end <= start {
            return None;
        }
        // "McCaskill (D-Mo.)": what stands in brackets is no part of it.
        if self.is(end - 1, ")") {
            let open = (start.max(end.saturating_sub(12))..end - 1)
                .rev()
                .find(|&n| self.is(n, "("))?;
            return if open > start {
                self.phrase_ending(open, start)
            } else {
                None
            };
        }
        let items = self.chunk_left(end, start)?;
        let mut phrase = self.phrase(items.clone())?;
        if matches!(phrase.kind, PhraseKind::Pronoun | PhraseKind::Relative) {
            return Some(phrase);
        }
        // "a letter obtained by the Tribune says"
        if items.start >= start + 3
            && self.is(items.start - 1, "by")
            && (self.word(items.start - 2).ends_with("ed")
                || self.is_any(
                    items.start - 2,
                    &["seen", "sent", "written", "given", "made", "led"],
                ))
            && !self.class(items.start - 3).has(Class::AUX)
            && let Some(outer) = self.phrase_ending(items.start - 2, start)
            && matches!(
                outer.kind,
                PhraseKind::Document | PhraseKind::Body | PhraseKind::Group | PhraseKind::Role
            )
        {
            let whole = outer.items.start..end;
            return Some(Phrase {
                span: self.span(whole.clone()),
                items: whole,
                ..outer
            });
        }
        // Over prepositions: "the director of operations for EHS", "Aides to Clinton".
        let mut from = items.start;
        for _ in 0..4 {
            if from < start + 2 {
                break;
            }
            let prep = from - 1;
            if !self.is_any(
                prep,
                &[
                    "of", "for", "to", "with", "from", "in", "at", "on", "by", "about", "close", "near",
                    "against", "inside",
                ],
            ) {
                break;
            }
            let Some(left) = self.chunk_left(prep, start) else {
                break;
            };
            let Some(outer) = self.phrase(left.clone()) else {
                break;
            };
            let source = match outer.kind {
                PhraseKind::Role | PhraseKind::Group | PhraseKind::Body | PhraseKind::Document => true,
                PhraseKind::Name => {
                    outer.entity.is_some() && !self.is_any(prep, &["to", "on", "by", "about", "against"])
                }
                PhraseKind::Other => {
                    self.is(prep, "of")
                        && outer.items.len() <= 4
                        && (outer.definite || self.class(left.start).has(Class::DET))
                }
                _ => false,
            };
            if !source {
                // Go on through "director of operations for".
                let onward =
                    left.start > start && self.is_any(left.start - 1, &["of", "for", "at", "in", "with"]);
                if outer.kind == PhraseKind::Other && (self.is(prep, "of") || onward) {
                    from = left.start;
                    continue;
                }
                break;
            }
            let boundary = left.start == start || {
                let b = left.start - 1;
                let class = self.class(b);
                self.is_quote(b)
                    || self.token(b).is_some_and(|i| self.doc.token(i).is_mark())
                    || class.has(
                        Class::CONJ
                            .or(Class::SUB)
                            .or(Class::RELATIVE)
                            .or(Class::ADVERB)
                            .or(Class::PREP),
                    )
                    || class.has(Class::TIME)
            };
            if !boundary
                && !matches!(
                    outer.kind,
                    PhraseKind::Role | PhraseKind::Group | PhraseKind::Document
                )
            {
                break;
            }
            from = left.start;
            let whole = from..end;
            // A person's name at the end keeps its place: "chairman of the board Mara Tellier".
            if phrase.kind == PhraseKind::Name
                && phrase
                    .entity
                    .is_some_and(|e| self.names.get(e).kind == NameKind::Person)
                && outer.kind == PhraseKind::Role
                && self.is_any(prep, &["of", "for", "at"])
                && self.title_touches(&phrase)
            {
                break;
            }
            // "minister of works Bram Olden": the post goes before the name.
            let post = phrase.kind == PhraseKind::Name
                && outer.kind == PhraseKind::Role
                && self.is_any(prep, &["of", "for"])
                && phrase.entity.is_some_and(|e| {
                    let e = self.names.get(e);
                    e.kind == NameKind::Person && e.first != 0
                })
                && self.is_lower_word(phrase.items.start)
                && !(phrase.items.start..phrase.items.end).any(|n| {
                    self.class(n)
                        .has(Class::ROLE.or(Class::TITLE).or(Class::MODIFIER).or(Class::DET))
                        || self.token(n).is_some_and(|i| self.doc.token(i).is_clitic())
                });
            if post {
                break;
            }
            phrase = Phrase {
                items: whole.clone(),
                span: self.span(whole),
                ..outer
            };
        }
        if phrase.kind == PhraseKind::Document && phrase.owner.is_none() {
            phrase.owner = self.author(&phrase.items);
        }
        // Joint subjects: "Kim and Clark Moran".
        if phrase.kind == PhraseKind::Name && from >= start + 2 && self.is_any(from - 1, &["and", "&"]) {
            if let Some(left) = self.chunk_left(from - 1, start).and_then(|l| self.phrase(l)) {
                let boundary = left.items.start == start
                    || !self
                        .class(left.items.start - 1)
                        .has(Class::VERB.or(Class::PREP).or(Class::REPORTS))
                        && !self.is_lower_word(left.items.start - 1);
                if left.kind == PhraseKind::Name && left.entity.is_some() && boundary {
                    let whole = left.items.start..phrase.items.end;
                    phrase.span = self.span(whole.clone());
                    phrase.items = whole;
                    phrase.kind = PhraseKind::Group;
                    phrase.definite = false;
                    phrase.entity = None;
                }
            }
        } else if phrase.kind == PhraseKind::Group
            && from >= start + 2
            && self.is(from - 1, "and")
            && let Some(left) = self.chunk_left(from - 1, start).and_then(|l| self.phrase(l))
        {
            let boundary = left.items.start == start
                || self
                    .token(left.items.start - 1)
                    .is_some_and(|i| self.doc.token(i).is_mark());
            if left.kind == PhraseKind::Group && boundary {
                let whole = left.items.start..phrase.items.end;
                phrase.span = self.span(whole.clone());
                phrase.items = whole;
            }
        }
        Some(phrase)
    }

    /// Whether the name's run has its own title inside, so that what stands before "of" is another phrase.
    pub(super) fn title_touches(&self, phrase: &Phrase) -> bool {
        self.names.run_at(phrase.head).is_some_and(|r| r.name > r.start)
    }

    /// The words of one noun phrase without complements, ending before `end`.
    #[expect(clippy::too_many_lines, reason = "one decision list, read from top to bottom")]
    pub(super) fn chunk_left(&self, end: usize, start: usize) -> Option<Range<usize>> {
        let mut k = end;
        let mut seen_word = false;
        while k > start {
            let n = k - 1;
            let Some(i) = self.token(n) else { break };
            let token = self.doc.token(i);
            let class = self.doc.class(i);
            if let Some(run) = self.names.run_at(i) {
                let from = (start..=n)
                    .rev()
                    .take_while(|&m| self.token(m).is_some_and(|t| t >= run.start))
                    .last()
                    .unwrap_or(n);
                // Two names side by side without a mark are not one phrase, unless the first describes.
                if seen_word
                    && run.kind == NameKind::Person
                    && !self
                        .token(k)
                        .is_some_and(|i| self.doc.token(i).is_clitic() || self.doc.token(i).is_mark())
                    && self.names.run_at(self.token(k).unwrap_or_default()).is_some()
                {
                    break;
                }
                k = from;
                seen_word = true;
                continue;
            }
            if !token.is_word() && !token.is_number() {
                if token.is_clitic()
                    || (self.word(n) == "-" && self.is_wordy(n.wrapping_sub(1)))
                    || self.word(n) == "&"
                    || (self.is_any(n, &["'", "’"]) && !token.is_spaced() && seen_word)
                {
                    k = n;
                    continue;
                }
                break;
            }
            let capital = token.is_capital() && n > start;
            let nounish = Class::ROLE.or(Class::GROUP).or(Class::BODY).or(Class::DOCUMENT);
            if class.has(Class::PRONOUN) && !class.has(Class::DET) {
                if seen_word {
                    break;
                }
                return Some(n..end);
            }
            if seen_word
                && self.is(n, "that")
                && (n == start
                    || self.class(n - 1).has(Class::REPORTS)
                    || self.in_name(k)
                    || self.class(k).has(Class::DET))
            {
                break;
            }
            if class.has(Class::DET) && !class.has(Class::NUMBER) {
                if !seen_word && class.has(Class::PRONOUN) {
                    return Some(n..end);
                }
                if !seen_word && !class.has(Class::PRONOUN) {
                    break;
                }
                k = n;
                while k > start && self.is_any(k - 1, &["all", "both", "most", "many"]) {
                    k -= 1;
                }
                break;
            }
            if !seen_word && class.has(Class::RELATIVE) {
                return Some(n..end);
            }
            if class.has(
                Class::PREP
                    .or(Class::CONJ)
                    .or(Class::SUB)
                    .or(Class::AUX)
                    .or(Class::RELATIVE)
                    .or(Class::OBJECT),
            ) && !class.has(Class::MODIFIER)
            {
                break;
            }
            // "the leaked letters": a participle between article and noun.
            let adjective = seen_word
                && n > start
                && self.class(n - 1).has(Class::DET)
                && (self.word(n).ends_with("ed") || self.word(n).ends_with("ing"));
            if adjective {
                k = n;
                continue;
            }
            if !capital && class.has(Class::VERB.or(Class::REPORTS)) && !class.has(nounish) {
                break;
            }
            if !capital
                && class.has(Class::REPORTS)
                && !class.has(Class::ROLE.or(Class::GROUP))
                && seen_word
                && !class.has(Class::DOCUMENT)
            {
                break;
            }
            if class.has(Class::ADVERB) && !class.has(nounish) && !class.has(Class::MODIFIER) {
                break;
            }
            if class.has(Class::TIME) && !class.has(Class::MODIFIER) && !seen_word {
                break;
            }
            k = n;
            seen_word = true;
        }
        (k < end && seen_word).then_some(k..end)
    }
}
