//! What a picture is made of, free of any drawing technique.

use serde::{Deserialize, Serialize};

/// A picture: marks on a canvas, one sentence that reads it, and the numbers it shows as a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// `balance`, `flow` or `applicants`.
    pub name: String,
    /// The question it answers, as a heading.
    pub title: String,
    /// One sentence that says what is to be seen: the picture's text alternative.
    pub sentence: String,
    /// Canvas width in pixels at scale 1.
    pub width: f64,
    /// Canvas height in pixels at scale 1.
    pub height: f64,
    /// What is drawn, from the back to the front.
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
    /// Names of the cells it stands for; empty for axes and labels.
    pub cells: Vec<String>,
    /// What a pointer or a screen reader is told of it: `自然人 → 予以公开 25 件`.
    pub title: Option<String>,
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
    /// Words on one line.
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

/// The role of a mark in the palette: the drawing technique gives it its colour.
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
