//! ofd (GB/T 33190): pages of text codes and paths in a zip. Annotations, seals and pictures are left out.
#![expect(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]

use super::archive::{Archive, PartError};
use super::layout::{self, Glyph, Page, Ruling};
use super::xml::{Element, Piece, Pieces};
use super::{Extract, Format, Limits, ReadError, Reader, Source, magic};
use crate::document::{Document, Note, NoteKind};
use std::collections::BTreeMap;

pub(super) const READER: Reader =
    Reader { format: Format::Ofd, extensions: &["ofd"], is_text: false, recognizes, read };

/// Points in a millimetre, the unit of the format.
const POINTS: f32 = 72.0 / 25.4;

/// Thicker than this, in points, a filled rectangle is a ground and no line.
const THICKEST: f32 = 3.0;

fn recognizes(bytes: &[u8]) -> bool {
    magic::is_zip_with(bytes, b"OFD.xml")
}

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let archive = Archive::open(source.bytes, limits)?;
    let body = match archive.text("OFD.xml") {
        Ok(text) => Body::new(&text, limits),
        Err(PartError::Missing) if archive.has("Encryptions.xml") => return Err(ReadError::Encrypted),
        Err(error) => return Err(error.into()),
    };
    let mut document = Document::default();
    document.properties.title = body.title;
    let mut pages = Vec::new();
    let mut left = limits.glyphs;
    let mut pictures = false;
    for root in body.roots {
        let text = archive.text(&root)?;
        let outline = Outline::new(&text, limits);
        let folder = folder(&root);
        for part in &outline.pages {
            if pages.len() >= limits.pages {
                document.notes.push(Note { kind: NoteKind::CutAtLimit("pages"), place: None });
                break;
            }
            match archive.text(&resolve(folder, part)) {
                Ok(text) => {
                    let mut taker = Taker::new(&outline, &archive, folder, limits, left);
                    let (page, broken) = taker.page(&text);
                    left = taker.left;
                    pictures |= taker.pictures;
                    pages.push(page);
                    if broken {
                        document.notes.push(Note { kind: NoteKind::Damaged("page"), place: None });
                    }
                }
                Err(PartError::TooLarge) => {
                    document.notes.push(Note { kind: NoteKind::CutAtLimit("size"), place: None });
                }
                Err(PartError::Encrypted) => return Err(ReadError::Encrypted),
                Err(PartError::Missing | PartError::Damaged | PartError::Foreign) => {
                    document.notes.push(Note { kind: NoteKind::Damaged("page"), place: None });
                }
            }
        }
    }
    if pages.iter().all(|page| page.glyphs.is_empty()) {
        return Err(if pictures { ReadError::NoText } else { ReadError::Damaged("ofd") });
    }
    if left == 0 {
        document.notes.push(Note { kind: NoteKind::CutAtLimit("size"), place: None });
    }
    if archive.damaged {
        document.notes.push(Note { kind: NoteKind::Damaged("zip"), place: None });
    }
    document.blocks = layout::blocks(pages);
    Ok(Extract { document, encoding: None })
}

/// The documents in the file and its title.
struct Body {
    roots: Vec<String>,
    title: Option<String>,
}

impl Body {
    fn new(text: &str, limits: &Limits) -> Body {
        let mut body = Body { roots: Vec::new(), title: None };
        let mut pieces = Pieces::new(text, limits.xml_depth);
        let mut inside = String::new();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Start(element) => inside = element.name,
                Piece::End(_) => inside.clear(),
                Piece::Text(text) if inside == "DocRoot" => {
                    body.roots.push(text.trim().trim_start_matches('/').to_owned())
                }
                Piece::Text(text) if inside == "Title" && !text.trim().is_empty() => {
                    body.title = Some(text.trim().to_owned());
                }
                Piece::Text(_) => {}
            }
        }
        body
    }
}

/// One document: its pages' parts, its templates and the size of a page.
struct Outline {
    pages: Vec<String>,
    templates: BTreeMap<String, String>,
    /// Width and height in points.
    width: f32,
    height: f32,
}

impl Outline {
    fn new(text: &str, limits: &Limits) -> Outline {
        let mut outline =
            Outline { pages: Vec::new(), templates: BTreeMap::new(), width: 595.0, height: 842.0 };
        let mut pieces = Pieces::new(text, limits.xml_depth);
        let mut in_box = false;
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Start(element) => {
                    in_box = element.name == "PhysicalBox";
                    let place = element.attribute("BaseLoc");
                    match (element.name.as_str(), place) {
                        ("Page", Some(place)) => outline.pages.push(place),
                        ("TemplatePage", Some(place)) => {
                            outline.templates.insert(element.attribute("ID").unwrap_or_default(), place);
                        }
                        _ => {}
                    }
                }
                Piece::Text(text) if in_box => {
                    if let [_, _, width, height] = numbers(&text)[..] {
                        (outline.width, outline.height) = (width * POINTS, height * POINTS);
                    }
                }
                Piece::Text(_) | Piece::End(_) => in_box = false,
            }
        }
        outline
    }
}

/// Takes down what a page draws.
struct Taker<'a> {
    outline: &'a Outline,
    archive: &'a Archive<'a>,
    folder: &'a str,
    limits: &'a Limits,
    left: usize,
    pictures: bool,
}

/// The object that is being read.
struct Object {
    /// Left and top of its boundary, and its matrix, in millimetres.
    origin: (f32, f32),
    matrix: [f32; 6],
    size: f32,
    stroked: bool,
    filled: bool,
}

/// A `<TextCode>` that is being read.
struct Code {
    x: f32,
    y: f32,
    dx: Vec<f32>,
    dy: Vec<f32>,
}

impl<'a> Taker<'a> {
    fn new(
        outline: &'a Outline,
        archive: &'a Archive<'a>,
        folder: &'a str,
        limits: &'a Limits,
        left: usize,
    ) -> Taker<'a> {
        Taker { outline, archive, folder, limits, left, pictures: false }
    }

    /// A page with its templates, and whether its part broke off.
    fn page(&mut self, text: &str) -> (Page, bool) {
        let mut page = Page { width: self.outline.width, height: self.outline.height, ..Page::default() };
        let broken = self.content(text, &mut page, true);
        (page, broken)
    }

    fn content(&mut self, text: &str, page: &mut Page, with_templates: bool) -> bool {
        let mut pieces = Pieces::new(text, self.limits.xml_depth);
        let mut object: Option<Object> = None;
        let mut code: Option<Code> = None;
        let (mut in_box, mut in_path) = (false, false);
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Start(element) => {
                    in_box = element.name == "PhysicalBox";
                    in_path = element.name == "AbbreviatedData";
                    match element.name.as_str() {
                        "Template" if with_templates => self.template(&element, page),
                        "TextObject" | "PathObject" => object = Some(Object::new(&element)),
                        "ImageObject" => self.pictures = true,
                        "TextCode" => code = Some(Code::new(&element, code.as_ref())),
                        "Clips" => pieces.skip(),
                        _ => {}
                    }
                }
                Piece::Text(text) => {
                    if in_box {
                        if let [_, _, width, height] = numbers(&text)[..] {
                            (page.width, page.height) = (width * POINTS, height * POINTS);
                        }
                    } else if let Some(object) = &object {
                        if let Some(code) = &code {
                            self.glyphs(object, code, &text, page);
                        } else if in_path {
                            self.path(object, &text, page);
                        }
                    }
                }
                Piece::End(name) => match name.as_str() {
                    "TextCode" | "AbbreviatedData" | "PhysicalBox" => (in_box, in_path) = (false, false),
                    "TextObject" | "PathObject" => {
                        object = None;
                        code = None;
                    }
                    _ => {}
                },
            }
            if self.left == 0 {
                break;
            }
        }
        pieces.broken
    }

    fn template(&mut self, element: &Element<'_>, page: &mut Page) {
        let part = element.attribute("TemplateID").and_then(|id| self.outline.templates.get(&id));
        if let Some(part) = part
            && let Ok(text) = self.archive.text(&resolve(self.folder, part))
        {
            self.content(&text, page, false);
        }
    }

    fn glyphs(&mut self, object: &Object, code: &Code, text: &str, page: &mut Page) {
        let (mut x, mut y) = (code.x, code.y);
        let (left, top) = object.point(0.0, 0.0);
        let (right, bottom) = object.point(0.0, object.size);
        let size = ((right - left).powi(2) + (bottom - top).powi(2)).sqrt();
        let characters: Vec<char> = text.chars().filter(|one| !matches!(one, '\n' | '\r')).collect();
        for (index, one) in characters.iter().enumerate() {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            let (place_x, place_y) = object.point(x, y);
            let width = if one.is_ascii() { size / 2.0 } else { size };
            page.glyphs.push(Glyph { text: one.to_string(), x: place_x, y: place_y, width, size });
            x += code.dx.get(index).copied().unwrap_or(0.0);
            y += code.dy.get(index).copied().unwrap_or(0.0);
            let still = code.dx.get(index).is_none() && code.dy.get(index).is_none();
            if still && index + 1 < characters.len() {
                x += if one.is_ascii() { object.size / 2.0 } else { object.size };
            }
        }
    }

    /// The straight pieces of a path that run along an axis, or a filled rectangle so thin that it is a line.
    fn path(&mut self, object: &Object, data: &str, page: &mut Page) {
        let mut words = data.split_ascii_whitespace().peekable();
        let (mut start, mut last) = ((0.0, 0.0), (0.0, 0.0));
        let mut points: Vec<(f32, f32)> = Vec::new();
        let mut lines: Vec<((f32, f32), (f32, f32))> = Vec::new();
        while let Some(word) = words.next() {
            let mut take = |count: usize| -> Vec<f32> {
                (0..count).filter_map(|_| words.next().and_then(|word| word.parse().ok())).collect()
            };
            let count = match word {
                "S" | "M" | "L" => 2,
                "Q" => 4,
                "B" => 6,
                "A" => 7,
                _ => 0,
            };
            let values = take(count);
            if values.len() < count {
                break;
            }
            match (word, values.as_slice()) {
                ("S" | "M", [x, y]) => {
                    start = object.point(*x, *y);
                    last = start;
                    points.push(last);
                }
                ("L", [x, y]) => {
                    let next = object.point(*x, *y);
                    lines.push((last, next));
                    last = next;
                    points.push(last);
                }
                ("Q" | "B" | "A", [.., x, y]) => last = object.point(*x, *y),
                ("C", _) => {
                    lines.push((last, start));
                    last = start;
                }
                _ => {}
            }
        }
        if object.filled && !object.stroked {
            let bounds = |pick: fn(&(f32, f32)) -> f32| {
                points.iter().map(pick).fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), one| {
                    (low.min(one), high.max(one))
                })
            };
            let ((x0, x1), (y0, y1)) = (bounds(|point| point.0), bounds(|point| point.1));
            lines.clear();
            if y1 - y0 <= THICKEST {
                lines.push(((x0, (y0 + y1) / 2.0), (x1, (y0 + y1) / 2.0)));
            } else if x1 - x0 <= THICKEST {
                lines.push((((x0 + x1) / 2.0, y0), ((x0 + x1) / 2.0, y1)));
            }
        }
        for (from, to) in lines {
            let (upright, level) = ((from.0 - to.0).abs() < 0.8, (from.1 - to.1).abs() < 0.8);
            if upright == level || self.left == 0 {
                continue;
            }
            self.left -= 1;
            let (at, one, other) = if upright { (from.0, from.1, to.1) } else { (from.1, from.0, to.0) };
            page.rulings.push(Ruling { upright, at, from: one.min(other), to: one.max(other) });
        }
    }
}

impl Object {
    fn new(element: &Element<'_>) -> Object {
        let list = |name: &str| element.attribute(name).map(|text| numbers(&text)).unwrap_or_default();
        let origin = match list("Boundary")[..] {
            [x, y, ..] => (x, y),
            _ => (0.0, 0.0),
        };
        let matrix = match list("CTM")[..] {
            [a, b, c, d, e, f] => [a, b, c, d, e, f],
            _ => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        };
        let is_text = element.name == "TextObject";
        Object {
            origin,
            matrix,
            size: element.number("Size").filter(|size| *size > 0.0).unwrap_or(4.0),
            stroked: !is_text && element.attribute("Stroke").as_deref() != Some("false"),
            filled: element.attribute("Fill").as_deref() == Some("true"),
        }
    }

    /// A point of the object on the page, in points.
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.matrix;
        let (x, y) = (a * x + c * y + e, b * x + d * y + f);
        ((self.origin.0 + x) * POINTS, (self.origin.1 + y) * POINTS)
    }
}

impl Code {
    /// A place that is not given is that of the text code before.
    fn new(element: &Element<'_>, before: Option<&Code>) -> Code {
        let deltas = |name: &str| element.attribute(name).map(|text| repeated(&text)).unwrap_or_default();
        Code {
            x: element.number("X").or(before.map(|code| code.x)).unwrap_or(0.0),
            y: element.number("Y").or(before.map(|code| code.y)).unwrap_or(0.0),
            dx: deltas("DeltaX"),
            dy: deltas("DeltaY"),
        }
    }
}

/// Numbers with `g n v` for n times v.
fn repeated(text: &str) -> Vec<f32> {
    let mut out = Vec::new();
    let mut words = text.split_ascii_whitespace();
    while let Some(word) = words.next() {
        if word == "g" {
            let count: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
            let value: f32 = words.next().and_then(|word| word.parse().ok()).unwrap_or(0.0);
            out.extend(std::iter::repeat_n(value, count.min(100_000)));
        } else if let Ok(value) = word.parse() {
            out.push(value);
        }
    }
    out
}

fn numbers(text: &str) -> Vec<f32> {
    text.split_ascii_whitespace()
        .filter_map(|word| word.parse().ok())
        .filter(|number: &f32| number.is_finite())
        .collect()
}

fn folder(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A place in the file as a part's name: from the root if it starts with a slash, else from the folder.
fn resolve(folder: &str, place: &str) -> String {
    let place = place.trim();
    match place.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => place.trim_start_matches("./").to_owned(),
        None => format!("{folder}/{}", place.trim_start_matches("./")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deltas_repeat_and_places_resolve() {
        assert_eq!(repeated("4 g 3 5.5 2"), [4.0, 5.5, 5.5, 5.5, 2.0]);
        assert_eq!(resolve("Doc_0", "Pages/Page_0/Content.xml"), "Doc_0/Pages/Page_0/Content.xml");
        assert_eq!(resolve("Doc_0", "/Doc_0/Tpl.xml"), "Doc_0/Tpl.xml");
    }
}
