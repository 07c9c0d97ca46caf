//! The rules, held by literate cases (`tests/rules/<family>/<code>.md`), by their own examples, by properties on
//! generated reports, and by their pages (`docs/rules`).

mod examples;
mod literate;
mod model;
mod notation;
mod pages;
mod properties;
mod sentences;
