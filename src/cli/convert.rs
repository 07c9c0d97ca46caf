//! `gouji convert`: what was read, in another format.

use super::arguments::{ConvertFormat, ConvertOptions};
use super::input::Input;
use super::output::{Output, Stop, complain};
use super::{CLEAN, UNREAD, wording};
use crate::export::{csv, document, html, markdown};
use crate::read::{self, Member, Source};
use crate::review::{self, Review};

/// Writes the input's tables and cells; gives the exit status.
pub(super) fn run(options: &ConvertOptions, output: &mut Output) -> Result<u8, Stop> {
    let input = Input::one(&options.input);
    let review = match input.bytes() {
        Ok(bytes) => reviewed(Source { name: &input.name, bytes: &bytes }),
        Err(error) => review::unread(Source { name: &input.name, bytes: &[] }, error),
    };
    if review.source.format.is_none() {
        let reasons = review.findings().map(|finding| finding.message.get(options.language).to_owned());
        complain(&wording::unconverted(&input.name, reasons.collect(), options.language));
        return Ok(UNREAD);
    }
    if review.report.is_none() {
        complain(&wording::no_report(&input.name, options.language));
    }
    match options.to {
        ConvertFormat::Html => output.write(&html::page(&review.document, review.report.as_ref()))?,
        ConvertFormat::Markdown => {
            output.write(&markdown::document(&review.document, review.report.as_ref()))?
        }
        ConvertFormat::Json => output.write(&document::text(&review))?,
        ConvertFormat::Csv => {
            output.write(csv::BYTE_ORDER_MARK)?;
            output.write(&csv::cells(&review.document, review.report.as_ref()))?;
        }
    }
    Ok(CLEAN)
}

/// The review of a source, or of the one file that it holds.
fn reviewed(source: Source<'_>) -> Review {
    match read::members(source).as_deref() {
        Some([Member { name, bytes: Ok(bytes) }]) => review::review(Source { name, bytes }),
        _ => review::review(source),
    }
}
