//! What the page is sent: one envelope a source, with everything that it draws and nothing to be worked out.
//!
//! These shapes live between one build of the engine and the page of the same build; they carry no schema
//! number of their own. What other programs read is [`super::json`].

mod catalogue;
mod document;
mod envelope;
mod mark;
mod parse;
mod shape;
mod sheet;
mod tables;
mod text;
mod write;

pub use crate::review::LARGEST_SOURCE;
pub use catalogue::{RuleDto, catalogue};
pub use envelope::envelope;
pub use parse::{parse_catalogue, parse_envelope};
pub use shape::{
    BlockDto, CellMark, Envelope, Grid, Square, SquareKind, Standing, Statute, Suspicion, Tally,
};
pub(crate) use sheet::sheets;
pub use tables::{html, tabbed};
pub use write::written;
