//! Glyphs to lines: what stands on one baseline, left to right, with its gaps.

use super::{Glyph, Laid};
use crate::read::wording::PAGE_NUMBER;
use std::collections::{BTreeMap, BTreeSet};

/// Words on one baseline.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) y: f32,
    pub(super) size: f32,
}

/// Words without a wide gap inside.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
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

    /// What a running head has in common on every page: its words without figures, and its height.
    pub(super) fn outline(&self, height: f32) -> (String, bool) {
        let words = self.text().chars().filter(|one| !one.is_ascii_digit()).collect();
        (words, self.y > height / 2.0)
    }
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
            Some(piece) if glyph.x - piece.right < size * 1.2 => {
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
    (!pieces.is_empty()).then_some(Line { pieces, y, size })
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
