//! Sheets with two pages side by side, as they are printed to be folded: each half is a page of its own.

use super::{Glyph, Page, Ruling};

/// The gutter is at least so wide, in points, and lies in this part of the sheet.
const GUTTER: f32 = 14.0;
const MIDDLE: (f32, f32) = (0.42, 0.58);

/// Fewer glyphs than these in one half make no page.
const FEWEST: usize = 60;

/// The page, or its left and its right half where it lies across and a gutter parts it from top to bottom.
pub(super) fn halves(page: Page) -> Vec<Page> {
    let Some(gutter) = gutter(&page) else { return vec![page] };
    let Page { width, height, glyphs, rulings } = page;
    let (left, right): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(|glyph| glyph.x < gutter);
    let is_left = |ruling: &Ruling| if ruling.upright { ruling.at < gutter } else { ruling.to < gutter };
    let (left_rulings, right_rulings): (Vec<Ruling>, Vec<Ruling>) = rulings.into_iter().partition(is_left);
    // Both at the same place, so that what goes on from the left half to the right is found to.
    let half = width / 2.0;
    let right = right.into_iter().map(|glyph| Glyph { x: glyph.x - half, ..glyph }).collect();
    let right_rulings = right_rulings.into_iter().map(|ruling| match ruling.upright {
        true => Ruling { at: ruling.at - half, ..ruling },
        false => Ruling { from: ruling.from - half, to: ruling.to - half, ..ruling },
    });
    vec![
        Page { width: half, height, glyphs: left, rulings: left_rulings },
        Page { width: half, height, glyphs: right, rulings: right_rulings.collect() },
    ]
}

/// The middle of a strip near the page's middle in which nothing is drawn but, at the edges, a page number.
fn gutter(page: &Page) -> Option<f32> {
    if page.width < page.height * 1.2 {
        return None;
    }
    let (from, to) = (page.width * MIDDLE.0, page.width * MIDDLE.1);
    let body = |y: f32| y > page.height * 0.08 && y < page.height * 0.92;
    let glyphs = || page.glyphs.iter().filter(|glyph| body(glyph.y) && !glyph.text.trim().is_empty());
    let mut taken: Vec<(f32, f32)> = glyphs()
        .map(|glyph| (glyph.x, glyph.x + glyph.width))
        .chain(page.rulings.iter().map(|ruling| match ruling.upright {
            true => (ruling.at, ruling.at),
            false => (ruling.from, ruling.to),
        }))
        .filter(|(left, right)| *right > from && *left < to)
        .collect();
    taken.push((to, to));
    taken.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = from;
    let mut widest = (0.0, 0.0);
    for (left, right) in taken {
        if left - free > widest.1 - widest.0 {
            widest = (free, left);
        }
        free = free.max(right);
    }
    let middle = (widest.0 + widest.1) / 2.0;
    let on_the_left = glyphs().filter(|glyph| glyph.x < middle).count();
    let on_the_right = glyphs().count() - on_the_left;
    // A column of prose, or a ruling line, reaches over most of its half; labels and figures alone do not.
    let widest_line = |from: f32, to: f32| {
        let inside: Vec<Glyph> = glyphs().filter(|glyph| (from..to).contains(&glyph.x)).cloned().collect();
        let pieces = super::line::lines(inside).into_iter().flat_map(|line| line.pieces);
        let rulings =
            || page.rulings.iter().filter(|ruling| (from..to).contains(&ruling.from) && !ruling.upright);
        let left = rulings().map(|ruling| ruling.from).fold(f32::INFINITY, f32::min);
        let right = rulings().map(|ruling| ruling.to).fold(0.0, f32::max);
        pieces.map(|piece| piece.right - piece.left).fold(right - left, f32::max)
    };
    let is_parted = widest.1 - widest.0 >= GUTTER
        && on_the_left.min(on_the_right) >= FEWEST
        && widest_line(0.0, middle) > page.width * 0.3
        && widest_line(middle, page.width) > page.width * 0.3;
    is_parted.then_some(middle)
}
