//! A printed figure: what stands in a cell, apart from what it means.

use crate::document::Place;
use crate::number::Decimal;

/// What was found in one statutory cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The cell's text as printed, untouched.
    pub raw: String,
    /// What it says.
    pub state: State,
    /// A unit printed in the cell.
    pub unit: Option<Unit>,
    /// Words beside the number: `（其中修订 16 件）`; `None` where there are none.
    pub remark: Option<String>,
    /// How it was written, where unusual. In order of [`Manner`], no doubles.
    pub manners: Vec<Manner>,
    /// How surely the cell was named.
    pub certainty: Certainty,
    /// Where it was printed.
    pub place: Place,
}

impl Figure {
    /// The number, if one was read.
    pub fn number(&self) -> Option<Decimal> {
        match self.state {
            State::Number(value) => Some(value),
            State::Blank | State::Dash | State::Unreadable => None,
        }
    }

    /// True where the cell holds no number but is one that arithmetic may take as nought: blank or a dash.
    pub fn is_empty(&self) -> bool {
        matches!(self.state, State::Blank | State::Dash)
    }
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A number.
    Number(Decimal),
    /// Nothing: empty, white space, `&nbsp;`.
    Blank,
    /// `/`, `-`, `—`, 无 and the like.
    Dash,
    /// Something that is no number, or a number that cannot be known.
    Unreadable,
}

/// How surely a cell was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// By the words of its row and column.
    Label,
    /// By its position: the form's fixed order, the row's or column's own words being lost (E03).
    Position,
    /// By a guess that other readings could contest (E03).
    Guess,
}

/// A unit printed inside a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 元.
    Yuan,
    /// 万元.
    WanYuan,
    /// 亿元.
    YiYuan,
    /// 件, 条, 个, 项, 宗, 份 and other measure words.
    Pieces,
}

impl Unit {
    /// The word of a unit of money; `None` for pieces, whose measure words are many.
    pub const fn money(self) -> Option<&'static str> {
        match self {
            Unit::Yuan => Some("元"),
            Unit::WanYuan => Some("万元"),
            Unit::YiYuan => Some("亿元"),
            Unit::Pieces => None,
        }
    }
}

/// An unusual way of writing a number that was read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manner {
    /// Full-width digits or signs: `１２`.
    FullWidth,
    /// White space between digits: `1 234`.
    Spaced,
    /// Thousands separators: `1,234`, `1，234`.
    Separated,
    /// Leading noughts: `007`.
    LeadingZeros,
    /// More than one number in the cell; the figure is then unreadable.
    Several,
    /// A sign in words or arrows: `减4`, `增加8`, `↓2`.
    WordSign,
    /// Chinese numerals: `十二`.
    Chinese,
}
