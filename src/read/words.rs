//! Characters as readers see them, and the folding of white space.

/// True for white space of any width: ASCII, `&nbsp;`, the ideographic space and their kin.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{2800}'
}

/// True for characters that print nothing: zero-width spaces and joiners, direction marks, soft hyphens, byte
/// order marks, control characters that are not white space.
pub(super) fn is_invisible(character: char) -> bool {
    match character {
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => true,
        _ => false,
    }
}

/// True for characters that take two columns and stand without spaces between them (Hangul left out): a line
/// break of the source between two of them is no space.
pub(super) fn is_wide(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3ffff}')
}

/// Columns that one character takes in a fixed-width view. Quotation marks and dashes count as two, as Chinese
/// fonts draw them.
pub(super) fn character_width(character: char) -> usize {
    match character {
        ' '..='~' => 1,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203b}' => 2,
        _ if is_wide(character) => 2,
        _ if is_invisible(character) => 0,
        _ => 1,
    }
}

/// True for a text that holds a figure and nothing else: digits (full-width ones too) with separators, a
/// decimal point, a sign or a percent sign.
pub(super) fn is_figure(text: &str) -> bool {
    let mut digits = 0;
    for character in text.chars() {
        match character {
            '0'..='9' | '０'..='９' => digits += 1,
            '.' | ',' | '．' | '，' | '-' | '−' | '－' | '%' | '％' | ' ' => {}
            _ => return false,
        }
    }
    digits > 0 && text.len() <= 48
}

/// True for an empty cell, or one that only holds the marks for nothing: `/`, `-`, `—`.
pub(super) fn is_empty_mark(text: &str) -> bool {
    text.chars().all(|character| {
        is_blank(character) || matches!(character, '/' | '-' | '—' | '－' | '–' | '―' | '／' | '\\')
    })
}

/// Text with its white space folded: runs of blanks become one space, nothing stands at the ends, what prints
/// nothing is dropped.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    text: String,
    gap: Gap,
}

/// What stands between the last character and the next. The greater one wins where two meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    /// ASCII white space: a space.
    Blank,
    /// A line break of the source, with the ASCII white space around it: a space, or nothing between two wide
    /// characters.
    Segment,
    /// A blank that someone put there: a space.
    Space,
    /// A line break that stays.
    Line,
}

/// What a byte is to the folding: an ordinary character's, a blank, a line break, or one to look at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Blank,
    LineBreak,
    Look,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Plain; 256];
    let mut byte = 0;
    while byte < 0x20 {
        kinds[byte] = Kind::Look;
        byte += 1;
    }
    kinds[b' ' as usize] = Kind::Blank;
    kinds[b'\t' as usize] = Kind::Blank;
    kinds[0x0c] = Kind::Blank;
    kinds[b'\n' as usize] = Kind::LineBreak;
    kinds[b'\r' as usize] = Kind::LineBreak;
    kinds[0x7f] = Kind::Look;
    // The lead bytes of every blank and invisible character past ASCII.
    kinds[0xc2] = Kind::Look;
    kinds[0xe1] = Kind::Look;
    kinds[0xe2] = Kind::Look;
    kinds[0xe3] = Kind::Look;
    kinds[0xef] = Kind::Look;
    kinds
};

impl Folded {
    /// Appends text of the source.
    pub(super) fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut start = 0;
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let (gap, length) = match KINDS[usize::from(*byte)] {
                Kind::Plain => {
                    at += 1;
                    continue;
                }
                Kind::Blank => (Gap::Blank, 1),
                Kind::LineBreak => (Gap::Segment, 1),
                Kind::Look => match look(&text[at..]) {
                    Ok(length) => {
                        at += length;
                        continue;
                    }
                    Err(found) => found,
                },
            };
            self.word(&text[start..at]);
            self.gap = self.gap.max(gap);
            at += length;
            start = at;
        }
        self.word(&text[start..]);
    }

    /// Appends one character that a reference stands for.
    pub(super) fn push_character(&mut self, character: char) {
        if is_blank(character) {
            self.gap = self.gap.max(Gap::Space);
        } else if !is_invisible(character) {
            let mut buffer = [0; 4];
            self.word(character.encode_utf8(&mut buffer));
        }
    }

    /// Ends the line: what comes next stands on a line of its own.
    pub(super) fn end_line(&mut self) {
        self.gap = Gap::Line;
    }

    /// Marks a line break of the source, which is a space or nothing.
    pub(super) fn end_segment(&mut self) {
        self.gap = self.gap.max(Gap::Segment);
    }

    /// True while nothing that prints was appended.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Length of the text so far in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Takes the text out and starts anew, keeping the room it had.
    pub(super) fn take(&mut self) -> String {
        let text = self.text.as_str().to_owned();
        self.clear();
        text
    }

    /// Starts anew.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.gap = Gap::None;
    }

    fn word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if self.gap != Gap::None {
            self.bridge(word);
            self.gap = Gap::None;
        }
        self.text.push_str(word);
    }

    /// Puts what the gap stands for between the text and `word`.
    fn bridge(&mut self, word: &str) {
        let Some(before) = self.text.chars().next_back() else { return };
        match self.gap {
            Gap::None => {}
            Gap::Line => self.text.push('\n'),
            Gap::Blank | Gap::Space => self.text.push(' '),
            Gap::Segment => {
                if !(is_wide(before) && word.chars().next().is_some_and(is_wide)) {
                    self.text.push(' ');
                }
            }
        }
    }
}

/// Looks at the first character of `rest`: its length if it prints, else what it leaves and its length.
fn look(rest: &str) -> Result<usize, (Gap, usize)> {
    let Some(character) = rest.chars().next() else { return Ok(1) };
    let length = character.len_utf8();
    if is_invisible(character) {
        Err((Gap::None, length))
    } else if is_blank(character) {
        Err((Gap::Space, length))
    } else {
        Ok(length)
    }
}

/// `text` folded, as one line.
pub(super) fn fold(text: &str) -> String {
    let mut folded = Folded::default();
    folded.push(text);
    folded.text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded() {
        for (text, expected) in [
            ("  a \t b\u{3000}\u{a0}c ", "a b c"),
            ("第二十条\r\n  第（六）项", "第二十条第（六）项"),
            ("第二十条\u{a0}\r\n第（六）项", "第二十条 第（六）项"),
            ("一\nb\n二", "一 b 二"),
            ("总\u{200b}计\u{feff}\u{ad}", "总计"),
            ("，\n“引”", "， “引”"),
            ("é\u{85}\u{2028}ñ、。", "é ñ、。"),
            ("\0\u{1}\u{7f}", ""),
        ] {
            assert_eq!(fold(text), expected, "{text:?}");
            assert_eq!(fold(expected), expected, "folded twice is folded once");
        }
    }

    #[test]
    fn figures_and_marks_for_nothing_are_told_from_words() {
        for text in ["0", "１２", "1,234", "6187.4", "-3", "12 %", "1 234"] {
            assert!(is_figure(text), "{text}");
        }
        for text in ["", "-", "/", "3件", "一", "251000元"] {
            assert!(!is_figure(text), "{text}");
        }
        for text in ["", "/", "—", "——", " - "] {
            assert!(is_empty_mark(text), "{text}");
        }
        assert!(!is_empty_mark("无"));
    }

    #[test]
    fn width_counts_columns() {
        let width = |text: &str| text.chars().map(character_width).sum::<usize>();
        assert_eq!(width("根据《中华》ab 12"), 12 + 5);
        assert_eq!(width("“三安全”\u{200b}"), 10);
    }
}
