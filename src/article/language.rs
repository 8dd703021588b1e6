//! Whether a text is English: by the share of its commonest words.
//!
//! In English prose a third of all words are among some forty; in other languages that share falls below a tenth. A
//! table or list of names has few of them too, so another language must also show itself.

use std::borrow::Cow;

/// How much of the text is looked at, in bytes.
const SAMPLE: usize = 24 * 1024;

/// Bytes of the longest word that is looked up; none of the commonest is longer.
const LONGEST: usize = 8;

crate::word_list! {
    /// The commonest words of English.
    fn english_word:
        "the" | "of" | "and" | "to" | "in" | "a" | "is" | "that" | "for" | "on" | "was" | "with" | "as"
        | "it" | "by" | "at" | "be" | "he" | "from" | "his" | "have" | "are" | "this" | "has" | "had" | "not"
        | "they" | "were" | "an" | "which" | "said" | "will" | "their" | "its" | "but" | "or" | "who"
        | "been" | "would" | "we" | "i" | "you" | "she" | "her";

    /// The commonest words of its neighbours.
    fn other_word:
        "der" | "die" | "und" | "den" | "von" | "zu" | "das" | "mit" | "sich" | "des" | "auf" | "für" | "ist"
        | "im" | "dem" | "nicht" | "ein" | "eine" | "als" | "auch" | "es" | "an" | "werden" | "aus" | "er"
        | "hat" | "dass" | "sie" | "nach" | "wird" | "bei" | "le" | "la" | "les" | "et" | "du" | "une" | "un"
        | "dans" | "est" | "que" | "qui" | "pour" | "pas" | "sur" | "au" | "par" | "ce" | "il" | "en"
        | "plus" | "avec" | "se" | "sont" | "el" | "los" | "las" | "del" | "y" | "por" | "con" | "para"
        | "una" | "su" | "lo" | "como" | "más" | "al" | "pero" | "di" | "che" | "per" | "non" | "della"
        | "sono" | "dei" | "nel" | "o" | "os" | "da" | "em" | "um" | "uma" | "não" | "com" | "dos" | "het"
        | "een" | "van" | "op" | "te" | "zijn" | "voor" | "niet" | "met" | "och" | "att" | "som" | "det"
        | "på" | "av" | "til" | "ikke" | "og" | "jak" | "nie" | "się" | "na" | "że" | "w" | "ve" | "bir"
        | "bu" | "için" | "и" | "в" | "на" | "не" | "что" | "с" | "по" | "как" | "это" | "из";
}

/// The words that were counted.
struct Count {
    english: usize,
    others: usize,
    words: usize,
}

fn sample(text: &str) -> &str {
    let mut end = SAMPLE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn count(sample: &str) -> Count {
    let (mut english, mut others, mut words) = (0_usize, 0_usize, 0_usize);
    for word in sample
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
    {
        words += 1;
        if word.len() > LONGEST {
            continue;
        }
        // Most words are in lower case already.
        let low = if word.bytes().all(|b| b.is_ascii_lowercase()) {
            Cow::Borrowed(word)
        } else {
            Cow::Owned(word.to_lowercase())
        };
        english += usize::from(english_word(&low));
        others += usize::from(other_word(&low));
    }
    Count {
        english,
        others,
        words,
    }
}

/// Whether `text` shows itself to be English: many of its words are among the commonest.
pub(super) fn is_english(text: &str) -> bool {
    let count = count(sample(text));
    count.english * 100 >= count.words * 12 && count.english > count.others
}

/// Whether `text` is surely not English. Too little text is taken for English.
pub(super) fn is_foreign(text: &str) -> bool {
    let sample = sample(text);
    let Count {
        english,
        others,
        words,
    } = count(sample);
    if !sample.is_ascii() {
        let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
        let beyond = sample
            .chars()
            .filter(|c| *c > '\u{24f}' && c.is_alphabetic())
            .count();
        if letters >= 60 && beyond * 2 > letters {
            return true;
        }
    }
    // The fewer words there are, the surer the other language must be.
    let least = if words >= 40 { 8 } else { 14 };
    words >= 12 && english * 100 < words * 12 && others * 100 > words * least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_languages_are_told_from_english() {
        let cases = [
            (
                "The ferries left the harbour and it was late, but they said that all would be well for us. ",
                false,
            ),
            (
                "Die Fähren haben den Hafen verlassen, und es war spät, aber man sagte, dass es gut ist. ",
                true,
            ),
            (
                "Les navires ont quitté le port et il est tard, mais on dit que tout est bien pour nous. ",
                true,
            ),
            (
                "Los barcos dejaron el puerto y se dice que para la gente no es un buen día en el mar. ",
                true,
            ),
            (
                "Паромы вышли из порта, и было поздно, но все сказали, что это хорошо для нас. ",
                true,
            ),
            ("渡轮离开了港口，天色已晚，但他们说一切都会好的。", true),
            (
                "Orne Holt Pell Brask Norland Ferries Ltd Company Harbour Sound Island 12 14 ",
                false,
            ),
        ];
        for (sentence, foreign) in cases {
            assert_eq!(is_foreign(&sentence.repeat(6)), foreign, "{sentence}");
        }
        assert!(!is_foreign("Bonjour le monde") && !is_english("Bonjour le monde"));
        assert!(is_english("The ferry left for the island at dawn."));
    }
}
