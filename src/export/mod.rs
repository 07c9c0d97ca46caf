//! Files and texts made of reviews, for people and for other programs.

pub mod csv;
pub mod document;
pub mod html;
pub mod json;
pub mod markdown;
mod outline;
pub mod page;
pub mod sarif;
pub mod settings;
pub mod statutory;
pub mod svg;
pub mod terminal;
pub mod width;
mod wording;

pub use wording::verdict_sentence;
