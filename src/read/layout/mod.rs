//! Positioned glyphs and ruling lines to paragraphs and tables: what pdf and ofd share.
#![expect(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]

mod cell;
mod columns;
mod halves;
mod lattice;
mod line;
mod place;
mod ruling;
mod split;
mod stack;

use super::wording::{COMPATIBLE, INVISIBLE, RADICALS, SIMPLE_RADICALS};
use crate::document::{Block, Note, NoteKind, Origin, Place};

/// A page as drawn. Lengths in points, y grows downwards from the top.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) width: f32,
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
    let numbered = pages.into_iter().zip(1_u32..);
    let halves =
        numbered.flat_map(|(page, number)| halves::halves(page).into_iter().map(move |half| (half, number)));
    let (laid, numbers): (Vec<Laid>, Vec<u32>) = halves.map(|(page, number)| (lay(page), number)).unzip();
    let running = line::running(&laid);
    for (mut page, number) in laid.into_iter().zip(numbers) {
        page.lines.retain(|line| {
            !line::is_page_number(line, page.height) && !running.contains(&line.outline(page.height))
        });
        stack.page(page, number);
    }
    stack.finish()
}

/// Notes for pages (counted from nought) with a picture that could show a table, at the last block before it.
pub(super) fn pictures<'a>(
    blocks: &'a [Block],
    pages: impl Iterator<Item = &'a usize>,
) -> impl Iterator<Item = Note> {
    pages.map(|page| {
        let page = u32::try_from(page + 1).unwrap_or(u32::MAX);
        let until = blocks.partition_point(|block| block.origin().page.is_none_or(|other| other <= page));
        let origin = Origin { line: None, page: Some(page) };
        let place = Place { block: until.saturating_sub(1), square: None, characters: None, origin };
        Note { kind: NoteKind::Picture, place: Some(place) }
    })
}

/// Takes out what has no width, and puts ideographs in the place of what some producers write for them: radicals
/// and the ideographs of other standards, which look alike and are not.
fn unify(text: &mut String) {
    text.retain(|one| !INVISIBLE.contains(&one));
    if text.chars().any(|one| unified(one) != one) {
        *text = text.chars().map(unified).collect();
    }
}

fn unified(one: char) -> char {
    let at = |table: &[char], from: u32| table.get((one as u32).checked_sub(from)? as usize).copied();
    match one {
        '\u{2e80}'..='\u{2eff}' => {
            let pairs = SIMPLE_RADICALS.chunks_exact(2);
            pairs.filter(|pair| pair[0] == one).map(|pair| pair[1]).next()
        }
        '\u{2f00}'..='\u{2fdf}' => at(RADICALS, 0x2f00),
        '\u{f900}'..='\u{fa6d}' => COMPATIBLE.chars().nth(one as usize - 0xf900),
        _ => None,
    }
    .unwrap_or(one)
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
