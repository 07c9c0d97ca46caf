//! Colours. Whether there are any is for the edge to say.

use crate::rules::Severity;

/// How the text is dressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// True where the reader is a terminal that shows colours.
    pub colour: bool,
}

/// What words are, so that they can be told apart. No meaning is in the colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// A severity's word and its marks.
    Severity(Severity),
    /// What holds.
    Good,
    /// Headings.
    Strong,
    /// What stands back: line numbers, arrows, counts.
    Quiet,
}

impl Style {
    /// `words` in `ink`, or plain.
    pub(super) fn paint(self, ink: Ink, words: &str) -> String {
        if !self.colour || words.is_empty() {
            return words.to_owned();
        }
        let code = match ink {
            Ink::Severity(Severity::Error) => "1;31",
            Ink::Severity(Severity::Warning) => "1;33",
            Ink::Severity(Severity::Info) => "1;36",
            Ink::Good => "1;32",
            Ink::Strong => "1",
            Ink::Quiet => "34",
        };
        format!("\u{1b}[{code}m{words}\u{1b}[0m")
    }
}
