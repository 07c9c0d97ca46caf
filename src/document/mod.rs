//! What every reader makes of its bytes: headings, paragraphs and rectangular tables in reading order,
//! each with its place, and notes of what had to be guessed. Nothing here knows the statutory form.

mod note;
mod place;
mod table;
mod word;

pub use note::{Note, NoteKind};
pub use place::{Origin, Place};
pub use table::{Square, Table, TableBuilder};
pub use word::{Word, word, word_or_none};

use serde::{Deserialize, Serialize};

/// A read document. Broken input is data: whatever could be had is in `blocks`, what went wrong in `notes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Headings, paragraphs and tables in reading order.
    pub blocks: Vec<Block>,
    /// What had to be guessed or left out.
    pub notes: Vec<Note>,
    /// The document's own data about itself (an HTML `<title>`, a publication date in `<meta>`), as printed.
    pub properties: Properties,
}

/// What a file says about itself outside its visible text. All as printed; empty text is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Properties {
    /// `<title>` or the office file's title.
    pub title: Option<String>,
    /// A publication date given by the page's metadata (`PubDate`, `article:published_time`).
    pub published: Option<String>,
    /// The publishing organ given by the page's metadata (`ContentSource`, `SiteName`); the publisher, not the subject.
    pub publisher: Option<String>,
}

/// One piece of a document in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading by the markup's own word (`<h2>`, `## `, an outline level). Many reports have none: their
    /// headings are plain paragraphs that only `report` can tell.
    Heading {
        /// 1 (outermost) to 6.
        level: u8,
        /// The words, white space folded.
        text: String,
        /// Where it stands in the source.
        origin: Origin,
    },
    /// A paragraph or a line of text.
    Paragraph {
        /// The words, white space folded.
        text: String,
        /// Where it stands in the source.
        origin: Origin,
    },
    /// A rectangular table.
    Table(Table),
}

impl Block {
    /// The text of a heading or paragraph; `None` for a table.
    pub fn text(&self) -> Option<&str> {
        match self {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text),
            Block::Table(_) => None,
        }
    }

    /// Where the block starts in the source.
    pub fn origin(&self) -> Origin {
        match self {
            Block::Heading { origin, .. } | Block::Paragraph { origin, .. } => *origin,
            Block::Table(table) => table.origin,
        }
    }
}
