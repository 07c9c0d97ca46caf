//! How much a reader takes from one source. Whatever comes past a limit is left out with a note; only a source
//! that is too large as a whole is refused.

/// The limits of one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the source itself; a larger one is refused (`size`).
    pub bytes: usize,
    /// Bytes of a source that is text or markup; what comes after them is left out (`size`).
    pub text_source: usize,
    /// Bytes (UTF-8) of words kept in the document, over all blocks (`size`).
    pub text: usize,
    /// Blocks of the document (`blocks`).
    pub blocks: usize,
    /// Grid positions, rows × columns, over all tables of the document (`cells`).
    pub cells: usize,
    /// Tables within tables (`depth`).
    pub depth: usize,
    /// Elements within each other in one part of an office file (`depth`).
    pub xml_depth: usize,
    /// Parts of one archive (`parts`).
    pub parts: usize,
    /// Bytes that the parts of one archive come to (`inflated`).
    pub inflated: usize,
    /// How much larger than its packed bytes a part may be (`inflated`).
    pub ratio: usize,
    /// Pages of a paged source (`pages`).
    pub pages: usize,
    /// Glyphs and ruling lines of a paged source (`size`).
    pub glyphs: usize,
    /// Notes of one kind that can come at many places, such as pictures; further ones say nothing new.
    pub notes: usize,
}

impl Limits {
    /// What every edge uses: far above any report, far below what a browser's tab or an old PC can bear.
    pub const DEFAULT: Limits = Limits {
        bytes: 64 << 20,
        text_source: 32 << 20,
        text: 16 << 20,
        blocks: 100_000,
        cells: 500_000,
        depth: 16,
        xml_depth: 256,
        parts: 4096,
        inflated: 128 << 20,
        ratio: 500,
        pages: 500,
        glyphs: 2_000_000,
        notes: 100,
    };
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::DEFAULT
    }
}
