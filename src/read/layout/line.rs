//! Glyphs to lines: what stands on one baseline, left to right, with its gaps.

use super::{Glyph, Laid};
use crate::read::wording::{CLOSING, OPENING, PAGE_NUMBER};
use std::collections::{BTreeMap, BTreeSet};

/// Words on one baseline.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) y: f32,
    pub(super) size: f32,
    /// How wide its first letter and its first word are, with the marks that may not be parted from them.
    pub(super) head: (f32, f32),
}

/// Words without a wide gap inside.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl Piece {
    /// Digits with what may stand among them or in their place.
    pub(super) fn is_figure(&self) -> bool {
        self.text.chars().all(|one| is_figure(one) || one.is_whitespace())
    }
}

impl Line {
    pub(super) fn left(&self) -> f32 {
        self.pieces.first().map_or(0.0, |piece| piece.left)
    }

    pub(super) fn right(&self) -> f32 {
        self.pieces.last().map_or(0.0, |piece| piece.right)
    }

    /// The words, wide gaps as one space.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn starts_in_figure(&self) -> bool {
        self.pieces.first().and_then(|piece| piece.text.chars().next()).is_some_and(is_figure)
    }

    pub(super) fn ends_in_figure(&self) -> bool {
        self.pieces.last().and_then(|piece| piece.text.chars().last()).is_some_and(is_figure)
    }

    /// Whether the figure at its start is nothing but digits.
    pub(super) fn starts_in_digits(&self) -> bool {
        let letters = self.pieces.first().map_or("", |piece| piece.text.as_str());
        self.starts_in_figure() && letters.chars().take_while(|one| is_figure(*one)).all(char::is_numeric)
    }

    /// Whether the figure at its end is nothing but digits.
    pub(super) fn ends_in_digits(&self) -> bool {
        let letters = self.pieces.last().map_or("", |piece| piece.text.as_str());
        self.ends_in_figure() && letters.chars().rev().take_while(|one| is_figure(*one)).all(char::is_numeric)
    }

    /// What a running head has in common on every page: its words without figures, and its height.
    pub(super) fn outline(&self, height: f32) -> (String, bool) {
        let words = self.text().chars().filter(|one| !one.is_ascii_digit()).collect();
        (words, self.y > height / 2.0)
    }
}

/// A digit, or what stands among digits or in their place.
pub(super) fn is_figure(one: char) -> bool {
    one.is_ascii_digit() || ('０'..='９').contains(&one) || ",，.．%+＋-－−—–/／".contains(one)
}

/// The lines that glyphs make, top to bottom. A glyph that is printed twice at one place counts once.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.retain(|glyph| glyph.x.is_finite() && glyph.y.is_finite() && glyph.size > 0.0);
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let joins = rows
            .last()
            .and_then(|row| row.first())
            .is_some_and(|first| glyph.y - first.y <= first.size.min(glyph.size) * 0.45);
        match rows.last_mut() {
            Some(row) if joins => row.push(glyph),
            _ => rows.push(vec![glyph]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

fn line(mut glyphs: Vec<Glyph>) -> Option<Line> {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f32::max);
    let y = glyphs.first()?.y;
    let head = head(&glyphs);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last: Option<(String, f32)> = None;
    for glyph in glyphs {
        let twice = last
            .as_ref()
            .is_some_and(|(text, x)| *text == glyph.text && (glyph.x - x).abs() < glyph.size * 0.15);
        if twice {
            continue;
        }
        last = Some((glyph.text.clone(), glyph.x));
        if glyph.text.trim().is_empty() {
            continue;
        }
        let right = glyph.x + glyph.width;
        match pieces.last_mut() {
            Some(piece) if glyph.x - piece.right < size * widest_gap(piece, &glyph) => {
                let narrow = |text: &str| text.chars().all(|one| one.is_ascii_alphanumeric());
                let words =
                    piece.text.ends_with(|one: char| one.is_ascii_alphanumeric()) && narrow(&glyph.text);
                if glyph.x - piece.right > size * if words { 0.2 } else { 0.6 } {
                    piece.text.push(' ');
                }
                piece.text.push_str(&glyph.text);
                piece.right = piece.right.max(right);
            }
            _ => pieces.push(Piece { text: glyph.text, left: glyph.x, right }),
        }
    }
    (!pieces.is_empty()).then_some(Line { pieces, y, size, head })
}

/// How wide a gap inside a piece can be, in font sizes: figures that stand apart are two.
fn widest_gap(piece: &Piece, glyph: &Glyph) -> f32 {
    let figures = piece.text.ends_with(is_figure) && glyph.text.starts_with(is_figure);
    if figures { 0.6 } else { 1.2 }
}

/// The widths of the first letter and of the first word of a line whose glyphs stand in order: a line never breaks
/// after an opening mark or before a closing one.
fn head(glyphs: &[Glyph]) -> (f32, f32) {
    let mut glyphs = glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).peekable();
    let (mut letter, mut word) = (None, 0.0);
    let starts = |glyph: &Glyph, marks: &[char]| glyph.text.starts_with(marks);
    while let Some(glyph) = glyphs.next() {
        word += glyph.width;
        let Some(next) = glyphs.peek() else { break };
        if starts(glyph, OPENING) || starts(next, CLOSING) {
            continue;
        }
        letter = letter.or(Some(word));
        let in_word =
            |glyph: &Glyph| glyph.text.chars().all(|one| one.is_ascii_alphanumeric() || is_figure(one));
        if !in_word(glyph) || !in_word(next) {
            break;
        }
    }
    (letter.unwrap_or(word), word)
}

/// Whether a line near the page's edge is only a page number: `3`, `- 3 -`, `— 3 —`, `3 / 8`.
pub(super) fn is_page_number(line: &Line, height: f32) -> bool {
    let near_edge = line.y < height * 0.1 || line.y > height * 0.9;
    let text = line.text();
    near_edge
        && text.chars().any(|one| one.is_ascii_digit())
        && text.chars().filter(char::is_ascii_digit).count() <= 6
        && text.chars().all(|one| one.is_ascii_digit() || one.is_whitespace() || PAGE_NUMBER.contains(&one))
}

/// The lines that stand near the edge of half of the pages or more, figures aside: running heads and feet.
pub(super) fn running(pages: &[Laid]) -> BTreeSet<(String, bool)> {
    let mut counts: BTreeMap<(String, bool), usize> = BTreeMap::new();
    for page in pages {
        let near =
            page.lines.iter().filter(|line| line.y < page.height * 0.09 || line.y > page.height * 0.92);
        let outlines: BTreeSet<_> = near.map(|line| line.outline(page.height)).collect();
        outlines.into_iter().for_each(|outline| *counts.entry(outline).or_default() += 1);
    }
    counts.retain(|_, count| *count > 1 && *count * 2 >= pages.len());
    counts.into_keys().collect()
}
