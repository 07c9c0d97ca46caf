//! Notes a reader leaves: what had to be guessed, replaced or left out. They become findings of family E.

use super::Place;

/// One note of a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What happened.
    pub kind: NoteKind,
    /// Where, if it happened at one place.
    pub place: Option<Place>,
}

/// What a reader had to do to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Input past a limit was left out (E04); the word names the limit: `size`, `cells`, `depth`, `pages`, `time`.
    CutAtLimit(&'static str),
    /// The input ends in the middle or a part is damaged; what came before is kept (E04).
    Damaged(&'static str),
    /// Bytes that are no text in the encoding stood here and were replaced (E05); how many.
    Replaced(usize),
    /// The text looks like one encoding read as another, or mirrored, or is in traditional characters (E05).
    Garbled(&'static str),
    /// A picture stands where a table could be (S11, E06).
    Picture,
}
