//! A ruled cell: its words, and whether a line of it was broken because the cell is too narrow.

use super::Glyph;
use super::line::{self, Line};

/// A cell with its spans.
#[derive(Clone, Debug)]
pub(super) struct RuledCell {
    pub(super) row: usize,
    pub(super) rows: usize,
    /// Left and right edge.
    pub(super) x: (f32, f32),
    /// False where no line closes it at the top.
    pub(super) closed_above: bool,
    /// False where no line closes it at the bottom.
    pub(super) closed_below: bool,
    /// How wide a line in it can be.
    pub(super) room: f32,
    pub(super) glyphs: Vec<Glyph>,
}

/// What a cell holds, as far as its characters tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Empty,
    /// Digits, and what stands among them or in their place.
    Figure,
    Words,
}

impl RuledCell {
    /// Its words, line by line. Digits that the cell is too narrow for go on in the next line as one figure.
    pub(super) fn words(&self) -> String {
        let mut out = String::new();
        let lines = self.lines();
        for (index, line) in lines.iter().enumerate() {
            if let Some(before) = index.checked_sub(1).and_then(|before| lines.get(before))
                && !(self.is_full(before, line) && before.ends_in_figure() && line.starts_in_figure())
            {
                out.push('\n');
            }
            out.push_str(&line.text());
        }
        out
    }

    pub(super) fn content(&self) -> Content {
        let mut letters = self.glyphs.iter().flat_map(|glyph| glyph.text.chars());
        let mut content = Content::Empty;
        loop {
            match letters.next() {
                None => return content,
                Some(one) if one.is_whitespace() => {}
                Some(one) if line::is_figure(one) => content = Content::Figure,
                Some(_) => return Content::Words,
            }
        }
    }

    /// Whether what stands in `next` may be the rest of what stands here: the last line had no room for more.
    pub(super) fn may_go_on_in(&self, next: &RuledCell) -> bool {
        match (self.lines().last(), next.lines().first()) {
            (Some(last), Some(first)) => self.is_full(last, first),
            _ => false,
        }
    }

    /// Takes over what stands in the cell below it over a page break.
    pub(super) fn take(&mut self, next: RuledCell) {
        // Far enough down to stand below everything of its own.
        let lowest = self.glyphs.iter().map(|glyph| glyph.y).fold(0.0, f32::max);
        self.glyphs
            .extend(next.glyphs.into_iter().map(|glyph| Glyph { y: glyph.y + lowest + 1000.0, ..glyph }));
        self.closed_below = next.closed_below;
    }

    pub(super) fn lines(&self) -> Vec<Line> {
        line::lines(self.glyphs.clone())
    }

    /// Whether the start of `next` would not have fitted into `line`. Digits break where the room ends, digits with
    /// separators anywhere once the whole does not fit.
    fn is_full(&self, line: &Line, next: &Line) -> bool {
        let digits = line.ends_in_digits() && next.starts_in_digits();
        let start = if digits { next.head.0 } else { next.head.1 };
        line.right() - line.left() + start > self.room - 0.5
    }
}
