//! Forces that a sentence tells of without moving them: losses, training and parades, and arms given to another's army.

use super::clause::Clause;
use super::forces::ForceKind;

impl Clause<'_, '_> {
    /// Whether force `f` stands in a context of losses, arms supply or parade.
    pub fn distracts(&self, f: usize) -> bool {
        let force = &self.forces[f];
        let words = self.words;
        if (0..words.len()).any(|k| {
            matches!(
                words.low(k),
                "parade" | "parades" | "march-past" | "flypast" | "pageant" | "paraded"
            )
        }) {
            return true;
        }
        let loss = |w: &str| {
            crate::word_set!([
                "killed",
                "wounded",
                "injured",
                "lost",
                "lose",
                "losing",
                "casualties",
                "dead",
                "died",
                "die",
                "destroyed",
                "captured",
                "massacred",
                "missing",
                "shot",
                "downed",
                "liquidated",
                "eliminated",
                "executed",
                "kidnapped",
                "abducted",
                "detained",
                "arrested",
                "buried",
                "slain",
                "disarmed",
                "recruiting",
                "recruited",
                "launched",
                "fired",
                "intercepted",
                "repelled",
                "expelled",
                "expel",
                "crashed",
                "perished",
                "drowned",
                "paraded",
                "parade",
                "honoring",
                "honored",
                "trained",
                "training",
                "shelled",
                "stabbed",
                "rammed",
                "ambushed",
                "targeted",
                "struck",
                "hit",
                "kill",
                "killing",
            ])
            .has(w)
        };
        let is_training = |k: usize| {
            matches!(words.low(k), "trained" | "training") && !words.low(k + 1).starts_with("ground")
        };
        let after = (force.to..force.to + 5)
            .take_while(|&k| !matches!(words.low(k), "," | ";" | "." | "and" | "to" | "in"));
        for k in after {
            let taught = words.low(k) == "trained"
                && matches!(
                    words.low(k.wrapping_sub(1)),
                    "been" | "being" | "were" | "was" | "be"
                );
            if taught
                || loss(words.low(k))
                    && !matches!(
                        words.low(k),
                        "training"
                            | "trained"
                            | "launched"
                            | "fired"
                            | "targeted"
                            | "struck"
                            | "missing-from"
                    )
            {
                return true;
            }
        }
        let before = (force.from.saturating_sub(3)..force.from)
            .rev()
            .take_while(|&k| !matches!(words.low(k), "," | ";" | "." | "that" | "when"));
        for k in before {
            if loss(words.low(k)) || is_training(k) {
                return true;
            }
        }
        false
    }

    /// Whether event `e` brings arms to another's army: equipment alone, given, sold or shipped.
    pub fn is_aid(&self, f: usize) -> bool {
        let force = &self.forces[f];
        if !matches!(
            force.kind,
            ForceKind::Vehicle | ForceKind::Aircraft | ForceKind::Ship
        ) {
            return false;
        }
        (0..self.words.len()).any(|k| {
            crate::word_set!([
                "aid",
                "assistance",
                "package",
                "donate",
                "donated",
                "donation",
                "supply",
                "supplied",
                "supplies",
                "supplying",
                "deliver",
                "delivered",
                "delivery",
                "deliveries",
                "provide",
                "provided",
                "providing",
                "sale",
                "sell",
                "sold",
                "contract",
                "purchase",
                "gift",
                "shipment",
                "shipments",
                "shipped",
                "export",
                "exports",
                "bought",
                "buy",
                "procurement",
                "treaty",
            ])
            .has(self.words.low(k))
        })
    }
}
