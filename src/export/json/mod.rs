//! The review as JSON: data transfer objects with a schema number, the only shapes that leave the engine.
//!
//! The shapes are `gouji-review/1`; `docs/review.schema.json` describes them and a test holds the two together.

mod across;
mod build;
mod shape;

pub use across::across;
pub(crate) use build::{cell_dto, cells, pretty, report_dto, source_dto};
pub use build::{file, file_of, finding_dto, line, review_dto, text};
pub use shape::{
    AcrossDto, AlternativeDto, CellDto, ChangeDto, ChecksDto, ClaimDto, ComparisonDto, DiagnosisDto,
    EditionsDto, FindingDto, IdentitiesDto, IssuerDto, OutcomeDto, PeriodDto, PlaceDto, ReportDto, ReviewDto,
    ReviewFile, SCHEMA, SectionDto, SettledDto, SourceDto, SuspectDto, WaivedDto,
};
