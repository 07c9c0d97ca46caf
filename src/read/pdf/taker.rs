//! The device that takes down what a page draws: glyphs, ruling lines, and that there are pictures.

use crate::read::layout::{Glyph, Ruling};
use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

/// Thicker than this, in points, a filled rectangle is a ground and no line.
const THICKEST: f64 = 3.0;

/// A picture that takes less of the page than this is an emblem or a seal and no table.
const PICTURE: f64 = 0.06;

/// Takes down what is drawn.
pub(super) struct Taker {
    /// What shows: the page, and within it each clip that holds.
    bounds: Vec<Rect>,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rulings: Vec<Ruling>,
    /// Glyphs and rulings that may still come.
    pub(super) left: usize,
    /// Glyphs whose character is not known.
    pub(super) unknown: usize,
    /// The area of the largest picture, in square points.
    largest: f64,
}

impl<'a> Device<'a> for Taker {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        match mode {
            DrawMode::Stroke(_) => self.stroke(path, props.transform),
            _ => self.fill(path, props.transform),
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let clip = clip.path.bounding_box().intersect(self.shown());
        self.bounds.push(clip);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // What a scanner's recognition laid under a picture: nobody who reads the page sees it or checked it.
        if matches!(mode, DrawMode::Invisible) {
            return;
        }
        let shown = self.shown();
        for glyph in run.glyphs() {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            let transform = props.transform * glyph.transform();
            let place = transform * Point::ORIGIN;
            let rise = transform * Point::new(0.0, 1000.0) - place;
            let along = transform * Point::new(1000.0, 0.0) - place;
            let size = rise.hypot();
            let text = match glyph.as_unicode() {
                Some(BfString::Char(one)) => one.to_string(),
                Some(BfString::String(text)) => text,
                None => char::REPLACEMENT_CHARACTER.to_string(),
            };
            let advance = match &**glyph {
                hayro_interpret::font::Glyph::Outline(outline) => outline.advance_width(),
                hayro_interpret::font::Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let advance = f64::from(advance.unwrap_or(if text.is_ascii() { 500.0 } else { 1000.0 }));
            let width = along.hypot() * advance / 1000.0;
            let middle = place + along * (advance / 2000.0) + rise * 0.35;
            if !shown.contains(middle) {
                continue;
            }
            let is_known = !text.is_empty() && !text.chars().any(is_no_character);
            self.unknown += usize::from(!is_known);
            let upright = along.y.abs() > along.x.abs();
            self.glyphs.push(Glyph {
                text: if is_known { text } else { char::REPLACEMENT_CHARACTER.to_string() },
                x: place.x as f32,
                y: place.y as f32,
                width: if upright { size as f32 } else { width as f32 },
                size: size as f32,
            });
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = props.transform.transform_rect_bbox(size).intersect(self.shown()).area();
        self.largest = self.largest.max(area);
    }

    fn pop_clip(&mut self) {
        if self.bounds.len() > 1 {
            self.bounds.pop();
        }
    }

    fn pop_transparency_group(&mut self) {}
}

/// Whether a code means no character that anybody knows: the private use of one font, or a control.
fn is_no_character(one: char) -> bool {
    let is_private = matches!(one, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    is_private || one == char::REPLACEMENT_CHARACTER || (one.is_control() && !one.is_whitespace())
}

impl Taker {
    /// A device for a page with `bounds`, for no more than `left` glyphs and rulings.
    pub(super) fn new(bounds: Rect, left: usize) -> Taker {
        Taker {
            bounds: vec![bounds],
            glyphs: Vec::new(),
            rulings: Vec::new(),
            left,
            unknown: 0,
            largest: 0.0,
        }
    }

    /// Whether a picture takes so much of the page that it could show a table.
    pub(super) fn has_picture(&self) -> bool {
        self.bounds.first().is_some_and(|page| self.largest > page.area() * PICTURE)
    }

    /// What shows of the page just now.
    fn shown(&self) -> Rect {
        self.bounds.last().copied().unwrap_or_default()
    }

    /// The straight pieces of a stroked path that run along an axis.
    fn stroke(&mut self, path: &BezPath, transform: Affine) {
        let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(point) => {
                    start = transform * point;
                    last = start;
                }
                PathEl::LineTo(point) => {
                    let next = transform * point;
                    self.ruling(last, next);
                    last = next;
                }
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => last = transform * point,
                PathEl::ClosePath => {
                    self.ruling(last, start);
                    last = start;
                }
            }
        }
    }

    /// A filled rectangle that is so thin that it is a line; several may come as one path.
    fn fill(&mut self, path: &BezPath, transform: Affine) {
        let mut pieces: Vec<BezPath> = Vec::new();
        for element in path.elements() {
            if matches!(element, PathEl::MoveTo(_)) || pieces.is_empty() {
                pieces.push(BezPath::new());
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push(*element);
            }
            if pieces.len() > self.left {
                return;
            }
        }
        for mut piece in pieces {
            piece.apply_affine(transform);
            let bounds = piece.bounding_box();
            let middle = bounds.center();
            if bounds.height() <= THICKEST && bounds.width() > bounds.height() {
                self.ruling(Point::new(bounds.x0, middle.y), Point::new(bounds.x1, middle.y));
            } else if bounds.width() <= THICKEST && bounds.height() > bounds.width() {
                self.ruling(Point::new(middle.x, bounds.y0), Point::new(middle.x, bounds.y1));
            }
        }
    }

    fn ruling(&mut self, from: Point, to: Point) {
        let shown = self.shown().inflate(1.0, 1.0);
        let inside =
            |point: Point| Point::new(point.x.clamp(shown.x0, shown.x1), point.y.clamp(shown.y0, shown.y1));
        let crosses = from.x.max(to.x) >= shown.x0
            && from.x.min(to.x) <= shown.x1
            && from.y.max(to.y) >= shown.y0
            && from.y.min(to.y) <= shown.y1;
        let (from, to) = (inside(from), inside(to));
        if self.left == 0 || !crosses {
            return;
        }
        let upright = (from.x - to.x).abs() < 0.8;
        let level = (from.y - to.y).abs() < 0.8;
        if upright == level {
            return;
        }
        self.left -= 1;
        let (at, one, other) = if upright { (from.x, from.y, to.y) } else { (from.y, from.x, to.x) };
        self.rulings.push(Ruling {
            upright,
            at: at as f32,
            from: one.min(other) as f32,
            to: one.max(other) as f32,
        });
    }
}
