//! The shapes of the envelope.

use crate::chart::Scene;
use crate::export::json::ReviewDto;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// Everything that the page shows of one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    /// gouji's version.
    pub gouji: String,
    /// The version of the rule catalogue.
    pub ruleset: String,
    /// The review, as every other program sees it.
    pub review: ReviewDto,
    /// The document as it was read, block by block.
    pub document: Vec<BlockDto>,
    /// The three statutory tables in the form's own order, filled with what the document prints; empty where
    /// nothing was recognised.
    pub sheets: Vec<Grid>,
    /// Cell name → how a reviewer marks it. Every cell of `sheets` that the document has is here.
    pub marks: SortedMap<String, CellMark>,
    /// The pictures.
    pub scenes: Vec<Scene>,
    /// A finding's id → the small picture of the column of table 3 that it is about.
    pub sketches: SortedMap<String, Scene>,
}

/// One block of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockDto {
    /// A heading.
    Heading {
        /// 1 (outermost) to 6.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A table, as the document has it.
    Table(Grid),
}

/// A table to draw: rows of squares, spans resolved so that nothing overlaps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// Which statutory table it is; `None` for a table of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statute: Option<Statute>,
    /// Its caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// How many of its figures the document has.
    pub found: usize,
    /// Rows, each with the squares that start in it, left to right.
    pub rows: Vec<Vec<Square>>,
}

/// A statutory table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Statute {
    /// Table 2.
    Proactive,
    /// Table 3.
    Requests,
    /// Table 4.
    Disputes,
}

impl Statute {
    /// All three, in the form's order.
    pub const ALL: [Statute; 3] = [Statute::Proactive, Statute::Requests, Statute::Disputes];

    /// The name that starts the names of its cells.
    pub const fn key(self) -> &'static str {
        match self {
            Statute::Proactive => "proactive",
            Statute::Requests => "requests",
            Statute::Disputes => "disputes",
        }
    }

    /// The table of a cell's name such as `requests.granted.total`.
    pub fn of_cell(name: &str) -> Option<Statute> {
        let first = name.split('.').next()?;
        Statute::ALL.into_iter().find(|statute| statute.key() == first)
    }
}

/// One square of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Square {
    /// Its words, trimmed.
    pub text: String,
    /// What it is.
    pub kind: SquareKind,
    /// Rows covered.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub row_span: usize,
    /// Columns covered.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub column_span: usize,
    /// The name of the cell that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
}

/// What a square is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SquareKind {
    /// The head of a column or of several.
    ColumnHead,
    /// The head of a row.
    RowHead,
    /// The head of several rows.
    GroupHead,
    /// A figure.
    Figure,
    /// A figure that the form has and the document has not.
    Missing,
    /// Anything else.
    Plain,
}

/// How a reviewer marks a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellMark {
    /// The cell's row and column in words, in the language asked for.
    pub label: String,
    /// True where the figure is nought.
    #[serde(default, skip_serializing_if = "is_false")]
    pub zero: bool,
    /// What became of the sums that end in this cell; parts of sums are not marked.
    #[serde(default)]
    pub standing: Standing,
    /// Whether it may be the wrong one.
    #[serde(default)]
    pub suspicion: Suspicion,
    /// The figure that would mend it, where it may be the wrong one, or that a blank total must have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What stood in it before it was changed by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// The sums that it takes part in, by how they came out.
    pub tally: Tally,
}

/// What became of the sums that end in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It ends no sum, or none that applies.
    #[default]
    Open,
    /// All hold.
    Held,
    /// All hold if blanks count as nought.
    HeldBlankAsZero,
    /// One could not be told.
    Undecided,
    /// One does not hold.
    Broken,
}

/// Whether a cell may be the wrong one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suspicion {
    /// Nothing points at it.
    #[default]
    None,
    /// One of several that a change could mend.
    Possible,
    /// The least change names it.
    Named,
}

/// How many sums a cell takes part in, by how they came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Hold, with or without blanks as nought.
    pub held: usize,
    /// Do not hold.
    pub broken: usize,
    /// Could not be told.
    pub undecided: usize,
}

fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_one(span: &usize) -> bool {
    *span == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_false(value: &bool) -> bool {
    !*value
}
