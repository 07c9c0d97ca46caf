//! Where something stands: in the source (line, page) and in the document (block, square, characters).

use serde::{Deserialize, Serialize};

/// Where a block starts in the source file, as far as the format tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// 1-based line of a text source.
    pub line: Option<u32>,
    /// 1-based page of a paged source.
    pub page: Option<u32>,
}

/// Where a figure, claim or finding stands in the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Index into [`crate::document::Document::blocks`].
    pub block: usize,
    /// Row and column (0-based, of the owning square's first grid position) where the block is a table.
    pub square: Option<(usize, usize)>,
    /// Half-open range of characters (Unicode scalar values) within the block's or square's text.
    pub characters: Option<(usize, usize)>,
    /// Where the line or the block stands in the source.
    pub origin: Origin,
}
