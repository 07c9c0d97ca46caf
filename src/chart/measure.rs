//! How much room words take, by estimate: the engine has no font at hand, so it errs to the wide side.

use super::scene::{Anchor, FIGURE_GAP, FONT_SIZE, Mark, Shape};
use crate::sorted::Listed;

/// Height of a line of text, from its top to the next line's top.
pub const LINE: f64 = 17.0;

/// From the top of a line of text to its baseline.
pub const BASELINE: f64 = 13.0;

/// Width of words in the labels' size: one em for a Chinese character, 0.56 em for an ASCII one, more for wide ones.
pub fn text_width(text: &str) -> f64 {
    let width = |character: char| match character {
        '%' | 'M' | 'W' | 'm' | 'w' | '@' => 0.92,
        'A'..='Z' => 0.68,
        _ if character.is_ascii() => 0.56,
        _ => 1.0,
    };
    text.chars().map(width).sum::<f64>() * FONT_SIZE
}

/// Width of a label: its words, then its bold figure.
pub fn label_width(text: &str, figure: &str) -> f64 {
    if figure.is_empty() {
        return text_width(text);
    }
    let gap = if text.is_empty() { 0.0 } else { FIGURE_GAP };
    text_width(text) + gap + text_width(figure) * 1.07
}

/// Breaks words into lines no wider than `width`: between Chinese characters and at spaces, never inside a number or
/// between it and its measure word, never so that a line starts with a comma.
pub fn wrapped(text: &str, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut taken = 0.0;
    let mut start_line = |piece: &str, taken: &mut f64, fits: bool| {
        if !fits {
            lines.push(String::new());
            *taken = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
        *taken += text_width(piece);
    };
    for piece in pieces(text) {
        if text_width(piece.trim_end()) <= width {
            let fits = taken + text_width(piece.trim_end()) <= width;
            start_line(piece, &mut taken, fits);
            continue;
        }
        for (at, character) in piece.char_indices() {
            let character = &piece[at..at + character.len_utf8()];
            let fits = taken + text_width(character) <= width;
            start_line(character, &mut taken, fits);
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).listed()
}

/// The pieces between which a line may end.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, character) in text.char_indices() {
        if before.is_some_and(|before| may_part(before, character, &text[start..at])) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(character);
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_part(before: char, after: char, piece: &str) -> bool {
    if "、，。；：？！）》”’…%".contains(after) || "（《“‘".contains(before) {
        return false;
    }
    match (before.is_ascii(), after.is_ascii()) {
        // `114 件` stays together; `Not held` does not.
        (true, false) => !(before == ' ' && piece.trim_end().ends_with(|last: char| last.is_ascii_digit())),
        (false, true) => after != ' ',
        (true, true) => before == ' ',
        (false, false) => true,
    }
}

/// The estimated box of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextBox {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl TextBox {
    /// The box of a label's mark; `None` for any other shape.
    pub fn of(mark: &Mark) -> Option<TextBox> {
        let Shape::Label { x, y, anchor, text, figure } = &mark.shape else { return None };
        let width = label_width(text, figure);
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let (top, bottom) = (y - 0.88 * FONT_SIZE, y + 0.2 * FONT_SIZE);
        Some(TextBox { left, top, right: left + width, bottom })
    }

    /// True where two boxes share some area.
    pub fn overlaps(&self, other: &TextBox) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_every_word_and_stay_within_their_width() {
        let cases = [
            ("没有申请：科研机构、社会公益组织、法律服务机构；没有用到的理由：属于国家秘密。", 130.0),
            ("一二三四五六七八九十一二三四五六七八九十", 65.0),
            ("Zero, so not drawn: State secret, Enforcement case file, Not held.", 120.0),
            ("Donaudampfschifffahrtsgesellschaftskapitaen", 90.0),
            ("79 件予以公开、20 件部分公开，合占办结 221 件的约 45%。114 件结转下年。", 78.0),
        ];
        for (text, width) in cases {
            let lines = wrapped(text, width);
            assert!(lines.len() > 1, "{text}");
            assert!(lines.iter().all(|line| text_width(line) <= width + 0.01), "{lines:?}");
            let without_spaces = |words: &str| words.replace(' ', "");
            assert_eq!(without_spaces(&lines.concat()), without_spaces(text));
            let starts_well = |line: &String| !line.starts_with(['、', '，', '。', '；', '%', '件']);
            assert!(lines.iter().all(starts_well), "{lines:?}");
        }
    }
}
