//! S: the structure of the document.

mod doubles;
mod edition_found;
mod edition_year;
mod empty_tables;
mod missing_articles;
mod missing_disputes;
mod missing_lines;
mod missing_requests;
mod missing_sections;
mod section_order;
mod section_titles;
mod tables;

pub use doubles::DOUBLES;
pub use edition_found::EDITION_FOUND;
pub use edition_year::EDITION_YEAR;
pub use empty_tables::EMPTY_TABLES;
pub use missing_articles::MISSING_ARTICLES;
pub use missing_disputes::MISSING_DISPUTES;
pub use missing_lines::MISSING_LINES;
pub use missing_requests::MISSING_REQUESTS;
pub use missing_sections::MISSING_SECTIONS;
pub use section_order::SECTION_ORDER;
pub use section_titles::SECTION_TITLES;
