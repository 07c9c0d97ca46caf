//! Files and texts made of reviews, for people and for other programs.

pub mod json;
pub mod page;
