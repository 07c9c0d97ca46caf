//! The statutory form as data: rows, columns, wording. The only place that holds the form's words.
//!
//! Source: 国办公开办函〔2019〕60号 (report years 2019 and 2020) and 国办公开办函〔2021〕30号 (from 2021 on).

mod applicant;
mod brief;
mod cell;
mod characters;
mod dispute;
mod edition;
mod heading;
mod proactive;
mod request_row;
mod section;
mod wording;

pub use applicant::Applicant;
pub use cell::Cell;
pub use characters::{is_of_words, plain, plain_text};
pub use dispute::{DisputeOutcome, Track};
pub use edition::Edition;
pub use heading::Heading;
pub use proactive::{Article20, Item, ItemField};
pub use request_row::{OutcomeGroup, RequestRow};
pub use section::{HeadingWording, Section};
pub use wording::{
    Closeness, Label, Numbering, Word, fold, is_debris_of_disputes_head, is_debris_of_requests_head,
    is_name_of_a_table, split_numbering, words_in_one,
};
