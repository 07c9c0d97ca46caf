//! The statutory report found in a document: typed figures that know where they were printed.

pub mod claim;
mod figure;
pub mod form;
mod narrative;
mod recognize;

pub use figure::{Certainty, Figure, Manner, State, Unit};
pub use narrative::claims;
pub use recognize::{figure_of, issuer_families, recognize};

use crate::document::Place;
use crate::sorted::SortedMap;
use claim::Claim;
use form::{Article20, Cell, Edition, Section};

/// What was recognised of one report. Every part may be missing; nothing here is derived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The report's title as printed, joined over lines.
    pub title: Option<Located<String>>,
    /// Whose report it is.
    pub issuer: Option<Issuer>,
    /// The report year.
    pub year: Option<Located<u16>>,
    /// Editions of tables 2 and 3.
    pub editions: Editions,
    /// The publication date.
    pub published_on: Option<Located<Date>>,
    /// The stated statistical period.
    pub period: Option<Located<Period>>,
    /// Where a period is stated whose dates cannot be read: `统计期限为202111日至1231日`. Only where `period` is `None`
    /// does it mean that none could be had.
    pub mangled_period: Option<Place>,
    /// The headings of sections, in the document's order; a section that stands twice is here twice.
    pub sections: Vec<SectionFound>,
    /// The statutory tables found, in the document's order; a table that stands twice is here twice.
    pub tables: Vec<TableFound>,
    /// The cells that stand in the document. A cell missing here is not in the document.
    pub figures: SortedMap<Cell, Figure>,
    /// A printed 行政诉讼 grand total that the form does not have, if a publisher added one.
    pub suits_total: Option<Figure>,
    /// The numbers of the prose and what each can mean, in the document's order.
    pub claims: Vec<Claim>,
}

impl Report {
    /// True where nothing of the form was found: not such a report (E01).
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.tables.is_empty() && self.sections.is_empty()
    }
}

/// A value and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where.
    pub place: Place,
}

/// The organ that reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// Its name as printed in the title; empty where only the words in which the report speaks of itself tell what
    /// kind of organ it is.
    pub name: String,
    /// What kind of organ it is.
    pub kind: IssuerKind,
    /// Its administrative level, where the name tells.
    pub level: Option<Level>,
}

/// The kind of organ, which decides the deadline (Article 49).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum IssuerKind {
    /// A government: its report covers the jurisdiction; deadline 31 March.
    Government,
    /// A government's own office (办公厅, 办公室): an organ's own report; deadline 31 January.
    GovernmentOffice,
    /// A department; deadline 31 January.
    Department,
    /// A township or sub-district; Article 49 is silent.
    Township,
    /// A zone's committee and the like.
    Other,
    /// Not known.
    #[default]
    Unknown,
}

/// Administrative level, only as far as a name proves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// State Council departments.
    National,
    /// 省, 自治区, 直辖市.
    Province,
    /// 设区的市, 自治州, 盟, 地区.
    Prefecture,
    /// 县, 县级市, 区, 旗.
    County,
    /// 乡, 镇, 街道, 苏木.
    Township,
}

/// The editions of the tables that have one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Editions {
    /// Table 2; `None` where it is missing.
    pub proactive: Option<EditionFound>,
    /// Table 3; `None` where it is missing.
    pub requests: Option<EditionFound>,
}

/// Which edition a table was found to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionFound {
    /// One edition, plainly.
    Plain(Edition),
    /// Marks of both.
    Hybrid,
    /// A table of the form without any mark that tells.
    Unknown,
}

impl EditionFound {
    /// The edition whose rows and columns apply: of a hybrid or unknown table, `None`.
    pub fn plain(self) -> Option<Edition> {
        match self {
            EditionFound::Plain(edition) => Some(edition),
            EditionFound::Hybrid | EditionFound::Unknown => None,
        }
    }
}

/// A date of the common calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1900 to 2999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// A statistical period, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// A section's heading as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionFound {
    /// Which section of the form it is.
    pub section: Section,
    /// The number printed before it, 1 to 6 and beyond; `None` where none was printed.
    pub number: Option<u8>,
    /// The heading as printed, with its number.
    pub title: String,
    /// True where the heading's words are the form's own (numbers and punctuation aside).
    pub exact: bool,
    /// Where it stands.
    pub place: Place,
    /// The blocks that belong to the section: a half-open range of indices, the heading's own left out.
    pub blocks: (usize, usize),
}

/// One of the statutory tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statutory {
    /// Table 2, or rather one of its sub-tables.
    Proactive(Article20),
    /// Table 3.
    Requests,
    /// Table 4.
    Disputes,
}

/// A statutory table, or the place where one should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFound {
    /// Which one.
    pub table: Statutory,
    /// False where only its heading stands and no grid of cells is under it (S11).
    pub has_cells: bool,
    /// Where it starts.
    pub place: Place,
}
