//! Who acts in a sentence: the owner who is the subject at a word, and the names that are none.

use crate::lexicon::Table;

use super::clause::Clause;
use super::owners::Naming as OwnerNaming;

impl Clause<'_, '_> {
    /// The owner who acts at word `at`: the nearest before it who is neither an object nor merely the one that reports.
    pub fn subject(&self, at: usize, pronoun: bool) -> Option<Vec<String>> {
        let force = self
            .forces
            .iter()
            .rev()
            .find(|f| f.to <= at && !f.owners.is_empty())
            .map(|f| (f.from, f.owners.clone()));
        let mut reporter: Option<(usize, Vec<String>)> = None;
        for (k, (pos, o)) in self.owners.iter().enumerate().rev() {
            if *pos + o.len > at {
                continue;
            }
            if force.as_ref().is_some_and(|(p, _)| *p > *pos) {
                break;
            }
            if o.naming == OwnerNaming::Adjective
                && !self.governing_noun(*pos + o.len)
                && !self.people_by_adjective(*pos, pos + o.len)
            {
                continue;
            }
            // "accused Sudan of massing": the one who is accused acts.
            if self.accused(*pos, pos + o.len) {
                return Some(vec![o.name.clone()]);
            }
            if self.is_object(*pos, *pos + o.len) || self.reported_by(*pos) {
                continue;
            }
            // "NATO's flank" acts no more than "Putin's government" does not.
            if self.words.low(*pos + o.len) == "'s" && !self.governing_noun(*pos + o.len + 1) && !pronoun {
                continue;
            }
            // "The U.S. and NATO have": both.
            let mut names = vec![o.name.clone()];
            let mut first = *pos;
            for (before, other) in self.owners[..k].iter().rev() {
                let end = before + other.len;
                let listed = end < first
                    && first - end <= 3
                    && (end..first).all(|j| matches!(self.words.low(j), "and" | "," | "its" | "the"));
                let apart = matches!(
                    self.words.low(before.wrapping_sub(1)),
                    "unlike" | "like" | "besides" | "beside" | "alongside" | "against" | "than" | "after"
                );
                if !listed || apart || names.contains(&other.name) {
                    break;
                }
                names.insert(0, other.name.clone());
                first = *before;
            }
            // "Sweden will end its part in the UN mission and bring home …": whom a preposition governs acts only where nobody
            // else does.
            let before = pos.wrapping_sub(1 + usize::from(self.words.low(pos.wrapping_sub(1)) == "the"));
            let oblique = matches!(
                self.words.low(before),
                "in" | "to" | "with" | "for" | "from" | "under" | "at" | "against" | "near" | "into" | "on"
            );
            if oblique {
                reporter = reporter.or(Some((*pos, names)));
                continue;
            }
            if self.reports(*pos + o.len, at) && !pronoun {
                reporter = reporter.or(Some((*pos, names)));
                continue;
            }
            return Some(names);
        }
        // "The Kremlin responded by sending": the one that reports is the only one there is.
        force
            .or_else(|| reporter.filter(|(pos, _)| !(*pos..at).any(|k| self.words.low(k) == "that")))
            .map(|(_, names)| names)
    }

    /// The owner who is the sentence's subject, whatever it does.
    pub fn opener(&self) -> Option<String> {
        let own = self
            .owners
            .iter()
            .find(|(pos, o)| {
                *pos <= 9 && (o.naming != OwnerNaming::Adjective || self.governing_noun(*pos + o.len))
            })
            .filter(|(pos, o)| {
                (self.words.low(pos + o.len) != "'s" || self.governing_noun(pos + o.len + 1))
                    && !self.is_object(*pos, pos + o.len)
                    && !self.predicate(*pos)
                    && !self.reports(pos + o.len, self.words.len())
            })
            .map(|(pos, o)| (*pos, o.name.clone()));
        let force = self
            .forces
            .first()
            .filter(|f| f.from <= 6)
            .and_then(|f| Some((f.from, f.owners.first()?.clone())));
        match (own, force) {
            (Some(a), Some(b)) => Some(if a.0 <= b.0 { a.1 } else { b.1 }),
            (a, b) => a.or(b).map(|x| x.1),
        }
    }

    /// "The British have 7,900 there", "the French, who": an adjective that stands for its people.
    fn people_by_adjective(&self, from: usize, to: usize) -> bool {
        self.words.low(from.wrapping_sub(1)) == "the"
            && (matches!(
                self.words.low(to),
                "have"
                    | "'ve"
                    | "will"
                    | "'ll"
                    | "would"
                    | "are"
                    | "were"
                    | "had"
                    | "who"
                    | "also"
                    | "now"
                    | "still"
                    | "and"
                    | "could"
                    | "may"
                    | "must"
                    | "do"
                    | "did"
                    | "plan"
                    | "say"
            ) || self.words.entries(to).any(|e| e.table() == Table::MovementVerb))
    }

    /// "The 20,000 is Bosnia": what stands after a form of "be" is no subject.
    fn predicate(&self, from: usize) -> bool {
        let before = from.wrapping_sub(1 + usize::from(self.words.low(from.wrapping_sub(1)) == "the"));
        before > 0 && matches!(self.words.low(before), "is" | "are" | "was" | "were")
    }

    /// "accused Sudan of": whom somebody charges with what follows.
    fn accused(&self, from: usize, to: usize) -> bool {
        matches!(
            self.words.low(from.wrapping_sub(1)),
            "accused" | "accuses" | "accusing" | "accuse" | "suspects" | "suspected"
        ) && self.words.low(to) == "of"
    }

    /// "reports by the African Union that it has moved": who reports does not act.
    fn reported_by(&self, from: usize) -> bool {
        let by = from.wrapping_sub(1 + usize::from(self.words.low(from.wrapping_sub(1)) == "the"));
        matches!(self.words.low(by), "by" | "from")
            && matches!(
                self.words.low(by.wrapping_sub(1)),
                "reports"
                    | "report"
                    | "claims"
                    | "claim"
                    | "allegations"
                    | "accusations"
                    | "charges"
                    | "statement"
            )
    }

    /// Whether the name at `from..to` is the object of a verb: "invade Ukraine".
    fn is_object(&self, from: usize, to: usize) -> bool {
        let before = self.words.low(from.wrapping_sub(1));
        let verb = self.words.entries(from.wrapping_sub(1)).any(|e| {
            e.table() == Table::MovementVerb
                || (e.table() == Table::ReportingVerb
                    && !matches!(
                        before,
                        "say"
                            | "says"
                            | "said"
                            | "claims"
                            | "claim"
                            | "claimed"
                            | "claiming"
                            | "saying"
                            | "believe"
                            | "report"
                            | "reported"
                    ))
        });
        let acts = crate::word_set!([
            "has", "have", "had", "will", "would", "is", "are", "was", "were", "to", "could", "may",
        ])
        .has(self.words.low(to))
            || self.words.entries(to).any(|e| e.table() == Table::MovementVerb);
        verb && !acts
    }

    /// Whether the noun phrase that ends at `from` is the subject of a verb of reporting before `to`.
    fn reports(&self, from: usize, to: usize) -> bool {
        for k in from..to.min(from + 9) {
            let low = self.words.low(k);
            if matches!(low, "," | "and" | ";") && k > from + 1 {
                return false;
            }
            let verb = self.words.entries(k).any(|e| e.table() == Table::ReportingVerb)
                && !self.words.entries(k).any(|e| e.table() == Table::MovementVerb)
                && !crate::word_set!([
                    "order",
                    "ordered",
                    "promise",
                    "promised",
                    "plan",
                    "pledge",
                    "pledged",
                    "offered",
                    "agreed",
                    "decided",
                    "put",
                    "continue",
                    "continued",
                    "continues",
                    "continuing",
                    "announced",
                    "announce",
                    "vowed",
                    "threatened",
                    "state",
                    "states",
                    "general",
                    "refused",
                    "ruled",
                ])
                .has(low);
            if verb {
                return self.words.low(k + 1) != "by";
            }
        }
        false
    }

    /// Whether the words at `k` name a government or its forces: "Russian command", "German government".
    fn governing_noun(&self, at: usize) -> bool {
        (at..at + 3).any(|k| {
            crate::word_set!([
                "military",
                "army",
                "navy",
                "command",
                "government",
                "president",
                "leader",
                "authorities",
                "air",
                "forces",
                "chancellor",
                "prime",
                "defence",
                "defense",
                "parliament",
                "cabinet",
                "leadership",
                "side",
                "lawmakers",
                "regime",
                "king",
                "general",
            ])
            .has(self.words.low(k))
        })
    }
}
