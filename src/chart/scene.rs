//! What a picture is made of, free of any drawing technique.

use crate::report::form::Cell;
use crate::sorted::Listed;
use serde::{Deserialize, Serialize};

/// Size of every label, in pixels at scale 1.
pub const FONT_SIZE: f64 = 13.0;

/// Room between the words of a label and its bold figure, in pixels at scale 1.
pub const FIGURE_GAP: f64 = 5.0;

/// A picture: marks on a canvas, one sentence that reads it, and the numbers it shows as a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// The view's name: [`super::View::key`].
    pub name: String,
    /// The question it answers, as a heading.
    pub title: String,
    /// One sentence that says what is to be seen: the picture's text alternative.
    pub sentence: String,
    /// Canvas width in pixels at scale 1.
    pub width: f64,
    /// Canvas height in pixels at scale 1.
    pub height: f64,
    /// What is drawn, from the back to the front. Empty where there is nothing to draw: the sentence says why.
    pub marks: Vec<Mark>,
    /// The numbers it shows.
    pub table: DataTable,
}

/// One drawn thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Its geometry.
    pub shape: Shape,
    /// Its role in the palette.
    pub tone: Tone,
    /// How strongly it is coloured.
    pub weight: Weight,
    /// Names of the cells it stands for; empty for axes and most labels.
    pub cells: Vec<String>,
    /// What a pointer or a screen reader is told of it: `自然人 → 予以公开 25 件`. Of several marks for one thing only
    /// one has a title.
    pub title: Option<String>,
}

impl Mark {
    /// A mark in full colour that stands for no cell.
    pub fn new(shape: Shape, tone: Tone) -> Mark {
        Mark { shape, tone, weight: Weight::Full, cells: Vec::new(), title: None }
    }

    /// An upright rectangle in full colour, rounded to a tenth of a pixel.
    pub fn rectangle(x: f64, y: f64, width: f64, height: f64, tone: Tone) -> Mark {
        let (x, y, width, height) = (tenth(x), tenth(y), tenth(width), tenth(height));
        Mark::new(Shape::Rectangle { x, y, width, height }, tone)
    }

    /// A straight line, rounded to a tenth of a pixel.
    pub fn line(from: (f64, f64), to: (f64, f64), tone: Tone) -> Mark {
        let shape = Shape::Line { x1: tenth(from.0), y1: tenth(from.1), x2: tenth(to.0), y2: tenth(to.1) };
        Mark::new(shape, tone)
    }

    /// Words on one line with a bold figure after them, rounded to a tenth of a pixel.
    pub fn label(at: (f64, f64), anchor: Anchor, text: &str, figure: &str, tone: Tone) -> Mark {
        let (text, figure) = (text.to_owned(), figure.to_owned());
        Mark::new(Shape::Label { x: tenth(at.0), y: tenth(at.1), anchor, text, figure }, tone)
    }

    /// The same mark in another strength.
    pub fn weighing(mut self, weight: Weight) -> Mark {
        self.weight = weight;
        self
    }

    /// The same mark, standing for `cells`.
    pub fn of_cells(mut self, cells: impl IntoIterator<Item = Cell>) -> Mark {
        self.cells = cells.into_iter().map(|cell| cell.to_string()).listed();
        self
    }

    /// The same mark, told of as `title`.
    pub fn titled(mut self, title: String) -> Mark {
        self.title = Some(title);
        self
    }
}

/// A coordinate rounded to a tenth of a pixel, so that output is stable and short.
pub fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A coordinate rounded to a tenth of a pixel, as text: `12`, `12.5`. To write any float takes 10 KB of the engine.
pub(super) fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// How strongly a mark is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weight {
    /// Opaque.
    #[default]
    Full,
    /// Translucent, so that crossing bands stay readable: about 0.38.
    Band,
    /// A bare tint behind words: about 0.14.
    Wash,
}

/// Geometry in pixels; y grows downwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Shape {
    /// An upright rectangle.
    Rectangle {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
    },
    /// A closed area by SVG path data.
    Area {
        /// The path (`M… C… Z`).
        path: String,
    },
    /// A straight line.
    Line {
        /// Start.
        x1: f64,
        /// Start.
        y1: f64,
        /// End.
        x2: f64,
        /// End.
        y2: f64,
    },
    /// A filled circle.
    Dot {
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
        /// Radius.
        radius: f64,
    },
    /// Words on one line, [`FONT_SIZE`] high.
    Label {
        /// Anchor point.
        x: f64,
        /// Baseline.
        y: f64,
        /// Which end of the words the anchor point is.
        anchor: Anchor,
        /// The words.
        text: String,
        /// A figure that is set bold after the words; empty for none.
        figure: String,
    },
}

/// Which end of a label its anchor point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The words start there.
    Start,
    /// The words are centred there.
    Middle,
    /// The words end there.
    End,
}

/// The role of a mark in the palette. [`super::palette`] has the colours on white paper; another drawing
/// technique may have its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// 本年新收.
    Received,
    /// 上年结转.
    CarriedIn,
    /// A kind of applicant.
    Applicant,
    /// 予以公开.
    Granted,
    /// 部分公开.
    PartiallyGranted,
    /// 不予公开.
    Denied,
    /// 无法提供.
    Unable,
    /// 不予处理.
    Rejected,
    /// 其他处理.
    Other,
    /// 结转下年度.
    CarriedOut,
    /// All outcomes together.
    Outcomes,
    /// What is missing or left over: hatched.
    Gap,
    /// Words in the text colour.
    Ink,
    /// Words and lines that stand back.
    Quiet,
    /// Words on a dark mark.
    Reversed,
    /// Words that say that something does not hold.
    Wrong,
}

/// A picture's numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DataTable {
    /// What it shows.
    pub caption: String,
    /// Column heads.
    pub columns: Vec<String>,
    /// Rows of words and figures, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}
