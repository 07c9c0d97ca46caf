//! pdf with a text layer: hayro interprets the pages, a device takes down glyphs and ruling lines, and `layout`
//! makes paragraphs and tables of them.
#![expect(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]

use super::layout::{self, Glyph, Page, Ruling};
use super::{Extract, Format, Limits, ReadError, Reader, Source, magic};
use crate::document::{Document, Note, NoteKind};
use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};
use std::sync::Arc;

pub(super) const READER: Reader =
    Reader { format: Format::Pdf, extensions: &["pdf"], is_text: false, recognizes: magic::is_pdf, read };

/// A font of one empty glyph. Given for fonts that are not embedded, so that their codes still come as glyphs.
const NO_GLYPHS: &[u8] = include_bytes!("notdef.ttf");

/// Thicker than this, in points, a filled rectangle is a ground and no line.
const THICKEST: f64 = 3.0;

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let pdf = Pdf::new(source.bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::Encrypted,
        LoadPdfError::Decryption(_) => ReadError::Encrypted,
        LoadPdfError::Invalid => ReadError::Damaged("pdf"),
    })?;
    let mut document = Document::default();
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        font_resolver: Arc::new(|_| Some((Arc::new(NO_GLYPHS), 0))),
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let mut pages = Vec::new();
    let mut left = limits.glyphs;
    let mut unknown = 0;
    let mut pictures = false;
    for (index, page) in pdf.pages().iter().enumerate() {
        if index >= limits.pages {
            document.notes.push(Note { kind: NoteKind::CutAtLimit("pages"), place: None });
            break;
        }
        let (width, height) = page.render_dimensions();
        // Turned pages are told upright by some producers and lying by others.
        let side = f64::from(width.max(height));
        let bounds = Rect::new(0.0, 0.0, side, side);
        let transform = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, bounds, &cache, page.xref(), settings.clone());
        let mut taker = Taker { bounds, left, ..Taker::default() };
        interpret_page(page, &mut context, &mut taker);
        left = taker.left;
        unknown += taker.unknown;
        pictures |= taker.pictures;
        let lies = taker.glyphs.iter().any(|glyph| glyph.x > width + 1.0);
        let height = if lies { width } else { height };
        pages.push(Page { height, glyphs: taker.glyphs, rulings: taker.rulings });
        if left == 0 {
            document.notes.push(Note { kind: NoteKind::CutAtLimit("size"), place: None });
            break;
        }
    }
    let glyphs: usize = pages.iter().map(|page| page.glyphs.len()).sum();
    if glyphs == 0 {
        return Err(if pictures || unknown > 0 || !pages.is_empty() {
            ReadError::NoText
        } else {
            ReadError::Damaged("pdf")
        });
    }
    if unknown > 0 {
        document.notes.push(Note { kind: NoteKind::Replaced(unknown), place: None });
    }
    document.blocks = layout::blocks(pages);
    let title = pdf.metadata().title.as_ref().map(|title| text_string(title));
    document.properties.title = title.filter(|title| !title.trim().is_empty());
    Ok(Extract { encoding: None, document })
}

/// A text string of the file: UTF-16 with its mark, else bytes of Latin text.
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Takes down what is drawn.
#[derive(Default)]
struct Taker {
    bounds: Rect,
    glyphs: Vec<Glyph>,
    rulings: Vec<Ruling>,
    /// Glyphs and rulings that may still come.
    left: usize,
    /// Glyphs whose character is not known.
    unknown: usize,
    pictures: bool,
}

impl<'a> Device<'a> for Taker {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        match mode {
            DrawMode::Stroke(_) => self.stroke(path, props.transform),
            _ => self.fill(path, props.transform),
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
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
            if !self.bounds.inflate(size, size).contains(place) {
                continue;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(one)) => one.to_string(),
                Some(BfString::String(text)) => text,
                None => {
                    self.unknown += 1;
                    char::REPLACEMENT_CHARACTER.to_string()
                }
            };
            let advance = match &**glyph {
                hayro_interpret::font::Glyph::Outline(outline) => outline.advance_width(),
                hayro_interpret::font::Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let advance = f64::from(advance.unwrap_or(if text.is_ascii() { 500.0 } else { 1000.0 }));
            let width = along.hypot() * advance / 1000.0;
            let upright = along.y.abs() > along.x.abs();
            self.glyphs.push(Glyph {
                text,
                x: place.x as f32,
                y: place.y as f32,
                width: if upright { size as f32 } else { width as f32 },
                size: size as f32,
            });
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.pictures = true;
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

impl Taker {
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
        if self.left == 0 {
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
