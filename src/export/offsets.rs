//! [`Offsets`]: bytes to characters.

/// How many bytes lie between two known points; what a look-up counts at most.
const STEP: usize = 128;

/// Turns byte offsets of one text into offsets of Unicode scalar values, after one pass over the text.
#[derive(Clone, Debug)]
pub struct Offsets<'a> {
    text: &'a [u8],
    /// Characters that begin before byte `index * STEP`; empty when the text is ASCII.
    before: Vec<u32>,
}

impl<'a> Offsets<'a> {
    /// Counts the characters of `text`.
    pub fn new(text: &'a str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            before.reserve(text.len() / STEP + 1);
            for chunk in text.as_bytes().chunks(STEP) {
                before.push(count);
                count += characters(chunk) as u32;
            }
            before.push(count);
        }
        Self {
            text: text.as_bytes(),
            before,
        }
    }

    /// Characters before byte `byte`, which lies on a character boundary; past the end, those of the whole text.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let Some(&before) = self.before.get(byte / STEP) else {
            return byte;
        };
        before as usize + characters(self.text.get(byte / STEP * STEP..byte).unwrap_or_default())
    }
}

/// Bytes that begin a character.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_maps_to_its_character() {
        for text in [String::new(), "plain".repeat(70), "é“…” ☃ 𝄞 a".repeat(60)] {
            let offsets = Offsets::new(&text);
            for (n, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(offsets.at(byte), n);
            }
            assert_eq!(offsets.at(text.len()), text.chars().count());
            assert_eq!(offsets.at(usize::MAX), text.chars().count());
        }
    }
}
