//! `gouji convert`: what was read, in another format.

use super::arguments::{ConvertFormat, ConvertOptions};
use super::check::reviewed;
use super::input;
use super::output::{Output, Stop, complain};
use super::{CLEAN, DENIED, UNREAD, wording};
use crate::export::page::envelope;
use crate::export::{csv, document, html, markdown, sheet, statutory, xlsx};
use crate::language::Language;
use crate::read::Source;
use crate::review::{self, Review};
use crate::rules::{Extract, RollUp};
use rayon::prelude::*;

/// Writes the input's tables and cells; gives the exit status.
pub(super) fn run(options: &ConvertOptions, output: &mut Output) -> Result<u8, Stop> {
    if options.roll_up {
        return roll_up(options, output);
    }
    let Some(input) = options.inputs.first().map(|word| input::only(word)) else { return Ok(UNREAD) };
    let review = reviewed(&input);
    if review.source.format.is_none() {
        let reasons = review.findings().map(|finding| finding.message.get(options.language).to_owned());
        complain(&wording::unconverted(&input.name, reasons.collect(), options.language));
        return Ok(UNREAD);
    }
    if review.report.is_none() {
        complain(&wording::no_report(&input.name, options.language));
    }
    write(&review, options.to, options.language, output)?;
    Ok(CLEAN)
}

/// Writes the sums of all inputs as one report. What is not in them is named; where that is because it could not be
/// read, the exit status says so.
fn roll_up(options: &ConvertOptions, output: &mut Output) -> Result<u8, Stop> {
    let inputs = input::expand(&options.inputs);
    let extracts: Vec<Extract> = inputs.par_iter().map(|input| review::extract(&reviewed(input))).collect();
    let roll_up = RollUp::new(&extracts.iter().collect::<Vec<_>>(), None);
    let mut status = CLEAN;
    for (child, reason) in &roll_up.left_out {
        complain(&wording::left_out(&child.name, reason, options.language));
        status = status.max(if child.is_report { DENIED } else { UNREAD });
    }
    let page = html::page(&statutory::document(&roll_up, options.language), None);
    let review = review::review(Source { name: "roll-up.html", bytes: page.as_bytes() });
    write(&review, options.to, options.language, output)?;
    Ok(status)
}

fn write(review: &Review, to: ConvertFormat, language: Language, output: &mut Output) -> Result<(), Stop> {
    match to {
        ConvertFormat::Html => output.write(&html::page(&review.document, review.report.as_ref()))?,
        ConvertFormat::Markdown => {
            output.write(&markdown::document(&review.document, review.report.as_ref()))?
        }
        ConvertFormat::Json => output.write(&document::text(review))?,
        ConvertFormat::Csv => {
            output.write(csv::BYTE_ORDER_MARK)?;
            output.write(&csv::cells(&review.document, review.report.as_ref()))?;
        }
        ConvertFormat::Sheet => output.write(&sheet::page(&envelope(review, language), language))?,
        ConvertFormat::Xlsx => match xlsx::workbook(&envelope(review, language), language) {
            Ok(bytes) => output.write_bytes(&bytes)?,
            Err(error) => complain(&format!("xlsx: {error}\n")),
        },
    }
    Ok(())
}
