//! Notes a reader leaves: what had to be guessed, replaced or left out. They become findings of family E.

use super::{Place, Word, word};
use serde::{Deserialize, Serialize};

/// One note of a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What happened.
    pub kind: NoteKind,
    /// Where, if it happened at one place.
    pub place: Option<Place>,
}

/// What a reader had to do to go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteKind {
    /// Input past a limit was left out (E04); the word names the limit: `size`, `blocks`, `cells`, `depth`, `pages`,
    /// `time`.
    CutAtLimit(#[serde(deserialize_with = "word")] Word),
    /// The input ends in the middle or a part is damaged; what came before is kept (E04).
    Damaged(#[serde(deserialize_with = "word")] Word),
    /// Bytes that are no text in the encoding stood here and were replaced (E05); how many.
    Replaced(usize),
    /// The text looks like one encoding read as another (`mojibake`), has pinyin mixed in (`mirrored`), is in
    /// traditional characters (`traditional`) or was lost to question marks (`lost`) (E05).
    Garbled(#[serde(deserialize_with = "word")] Word),
    /// A picture that could show a table stands after the block that the place names (S11, E06).
    Picture,
}
