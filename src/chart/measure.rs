//! How much room words take, by estimate: the engine has no font at hand, so it errs to the wide side.

use super::scene::{Anchor, FIGURE_GAP, FONT_SIZE, Mark, Shape};
use crate::language::Language;

/// Height of a line of text, from its top to the next line's top.
pub const LINE: f64 = 17.0;

/// From the top of a line of text to its baseline.
pub const BASELINE: f64 = 13.0;

/// Width of words in the labels' size: one em for a Chinese character, 0.56 em for any ASCII one.
pub fn text_width(text: &str) -> f64 {
    text.chars().map(|character| if character.is_ascii() { 0.56 } else { 1.0 }).sum::<f64>() * FONT_SIZE
}

/// Width of a label: its words, then its bold figure.
pub fn label_width(text: &str, figure: &str) -> f64 {
    if figure.is_empty() {
        return text_width(text);
    }
    let gap = if text.is_empty() { 0.0 } else { FIGURE_GAP };
    text_width(text) + gap + text_width(figure) * 1.07
}

/// Breaks words into lines no wider than `width`: Chinese after punctuation or any character, English at spaces.
pub fn wrapped(text: &str, width: f64, language: Language) -> Vec<String> {
    let pieces: Vec<&str> = match language {
        Language::Zh => text.split_inclusive(['、', '，', '；', '。', '：', ' ']).collect(),
        Language::En => text.split_inclusive(' ').collect(),
    };
    let mut lines = vec![String::new()];
    let mut room = width;
    for piece in pieces {
        let mut needed = text_width(piece.trim_end());
        if needed > room && room < width {
            lines.push(String::new());
            room = width;
        }
        for character in piece.chars() {
            let step = text_width(character.encode_utf8(&mut [0; 4]));
            if needed > room && step > room {
                lines.push(String::new());
                room = width;
            }
            if let Some(line) = lines.last_mut() {
                line.push(character);
            }
            room -= step;
            needed -= step;
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
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
            (
                Language::Zh,
                "没有申请：科研机构、社会公益组织、法律服务机构；没有用到的理由：属于国家秘密。",
                130.0,
            ),
            (Language::Zh, "一二三四五六七八九十一二三四五六七八九十", 65.0),
            (Language::En, "Zero, so not drawn: State secret, Enforcement case file, Not held.", 120.0),
            (Language::En, "Donaudampfschifffahrtsgesellschaftskapitän", 90.0),
        ];
        for (language, text, width) in cases {
            let lines = wrapped(text, width, language);
            assert!(lines.len() > 1, "{text}");
            assert!(lines.iter().all(|line| text_width(line) <= width + 0.01), "{lines:?}");
            let without_spaces = |words: &str| words.replace(' ', "");
            assert_eq!(without_spaces(&lines.concat()), without_spaces(text));
        }
    }
}
