//! The readers on literate cases, on published reports, against html5ever, and on arbitrary bytes.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may panic, and reads files and the environment"
)]

mod cases;
mod containers;
mod drawing;
mod encodings;
mod formats;
mod hostile;
mod mutated;
mod oracle;
#[cfg(feature = "fixed")]
mod pages;
mod reports;
