//! Positioned glyphs and ruling lines to paragraphs and tables: what pdf and ofd share.
#![expect(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]

mod cell;
mod columns;
mod lattice;
mod line;
mod place;
mod ruling;
mod split;
mod stack;

use super::wording::{INVISIBLE, RADICALS};
use crate::document::Block;

/// A page as drawn. Lengths in points, y grows downwards from the top.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) height: f32,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rulings: Vec<Ruling>,
}

/// One drawn character, or the few that one glyph stands for.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Left edge.
    pub(super) x: f32,
    /// Baseline.
    pub(super) y: f32,
    /// Advance.
    pub(super) width: f32,
    /// Font size.
    pub(super) size: f32,
}

impl Glyph {
    fn centre(&self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y - self.size * 0.35)
    }
}

/// A straight line along an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ruling {
    pub(super) upright: bool,
    /// Its x if upright, else its y.
    pub(super) at: f32,
    pub(super) from: f32,
    pub(super) to: f32,
}

/// The pages' paragraphs and tables in reading order. Page numbers and running heads are left out; tables and
/// paragraphs that go on over a page break are joined.
pub(super) fn blocks(pages: Vec<Page>) -> Vec<Block> {
    let mut stack = stack::Stack::default();
    let laid: Vec<Laid> = pages.into_iter().map(lay).collect();
    let running = line::running(&laid);
    for (index, mut page) in laid.into_iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        page.lines.retain(|line| {
            !line::is_page_number(line, page.height) && !running.contains(&line.outline(page.height))
        });
        stack.page(page, number);
    }
    stack.finish()
}

/// Takes out what has no width, and puts ideographs in the place of the radicals that some producers write for
/// them: they look alike and are not.
fn unify(text: &mut String) {
    text.retain(|one| !INVISIBLE.contains(&one));
    let radical =
        |one: char| (one as u32).checked_sub(0x2f00).and_then(|at| RADICALS.get(at as usize)).copied();
    if text.chars().any(|one| radical(one).is_some()) {
        *text = text.chars().map(|one| radical(one).unwrap_or(one)).collect();
    }
}

/// A page taken apart: what is ruled and what is not.
struct Laid {
    height: f32,
    tables: Vec<lattice::Ruled>,
    lines: Vec<line::Line>,
}

fn lay(page: Page) -> Laid {
    let rulings = ruling::merged(page.rulings);
    let mut tables = lattice::tables(&rulings);
    let mut glyphs = page.glyphs;
    glyphs.iter_mut().for_each(|glyph| unify(&mut glyph.text));
    let mut free = place::place(glyphs, &mut tables);
    for table in &mut tables {
        table.leave_out_gaps();
        table.measure();
    }
    // A frame around prose is no table.
    let (frames, tables): (Vec<_>, Vec<_>) = tables.into_iter().partition(lattice::Ruled::is_frame);
    free.extend(frames.into_iter().flat_map(lattice::Ruled::into_glyphs));
    Laid { height: page.height, tables, lines: line::lines(free) }
}
