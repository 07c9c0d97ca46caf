//! `gouji check`: reviews over all cores, written in the order of the inputs.

use super::arguments::{CheckFormat, CheckOptions};
use super::input::{self, Input};
use super::output::{self, Output, Progress, Stop};
use super::{CLEAN, DENIED, UNREAD};
use crate::export::json::{self, ReviewDto};
use crate::export::terminal::{self, Style};
use crate::export::{csv, markdown, sarif};
use crate::read::{self, ReadError, Source};
use crate::review::{self, Review};
use crate::rules::Severity;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

/// Reviews every input and writes the result; gives the exit status.
pub(super) fn run(options: &CheckOptions, output: &mut Output) -> Result<u8, Stop> {
    let inputs = input::expand(&options.inputs);
    let style = Style { colour: output::wants_colour() };
    let mut written = Written::start(options, output)?;
    let progress = Progress::new(inputs.len());
    let stopped = AtomicBool::new(false);
    // As roomy as the main thread. It fails only where there is a pool already, which serves as well.
    drop(rayon::ThreadPoolBuilder::new().stack_size(8 << 20).build_global());
    let (sender, receiver) = mpsc::channel();
    rayon::in_place_scope_fifo(|scope| {
        for (index, input) in inputs.iter().enumerate() {
            let (sender, stopped) = (sender.clone(), &stopped);
            scope.spawn_fifo(move |_| {
                if !stopped.load(Ordering::Relaxed) {
                    let judged = reviewed(input).into_iter().map(|review| judge(&review, options, style));
                    // The receiver is gone only where writing has stopped.
                    drop(sender.send((index, judged.collect())));
                }
            });
        }
        drop(sender);
        let result = in_order(receiver, |done, judged| {
            progress.show(done);
            judged.into_iter().try_for_each(|judged| written.add(judged, output))
        });
        stopped.store(result.is_err(), Ordering::Relaxed);
        result
    })?;
    written.end(output)?;
    Ok(output.status())
}

/// One reviewed input, with its piece of the output.
struct Judged {
    dto: ReviewDto,
    text: String,
    sarif: Option<sarif::Part>,
    status: u8,
}

/// What was written so far, and what can be written at the end only.
struct Written<'a> {
    options: &'a CheckOptions,
    verdicts: Vec<String>,
    reviews: Vec<ReviewDto>,
    parts: Vec<sarif::Part>,
}

fn judge(review: &Review, options: &CheckOptions, style: Style) -> Judged {
    let dto = json::review_dto(review, options.language);
    let language = options.language;
    let text = match options.format {
        CheckFormat::Text => terminal::review(review, &dto, language, style),
        CheckFormat::Jsonl => json::line(&dto),
        CheckFormat::Csv => csv::findings(&dto),
        CheckFormat::Markdown => markdown::review(&dto, language),
        CheckFormat::Json | CheckFormat::Sarif => String::new(),
    };
    let sarif = (options.format == CheckFormat::Sarif).then(|| sarif::part(review, &dto, language));
    let status = status(review, options.deny);
    Judged { dto, text, sarif, status }
}

/// The review of an input, or of each file that it holds. A fault of gouji's own on one file must not take the
/// others with it.
fn reviewed(input: &Input) -> Vec<Review> {
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(error) => return vec![review::unread(Source { name: &input.name, bytes: &[] }, error)],
    };
    let source = Source { name: &input.name, bytes: &bytes };
    let members = catch_unwind(AssertUnwindSafe(|| read::members(source))).unwrap_or_default();
    let Some(members) = members else { return vec![review_of(source)] };
    let reviews = members.iter().map(|member| match &member.bytes {
        Ok(bytes) => review_of(Source { name: &member.name, bytes }),
        Err(error) => review::unread(Source { name: &member.name, bytes: &[] }, *error),
    });
    reviews.collect()
}

fn review_of(source: Source<'_>) -> Review {
    catch_unwind(AssertUnwindSafe(|| review::review(source)))
        .unwrap_or_else(|_| review::unread(source, ReadError::Unopened("fault")))
}

/// 2 where it could not be read, else 1 where something is as grave as `deny`, else 0.
fn status(review: &Review, deny: Severity) -> u8 {
    let unread = review.findings().any(|finding| matches!(finding.code, "E01" | "E06" | "E07"));
    if unread || review.report.is_none() {
        return UNREAD;
    }
    if review.findings().any(|finding| finding.severity >= deny) { DENIED } else { CLEAN }
}

impl<'a> Written<'a> {
    fn start(options: &'a CheckOptions, output: &mut Output) -> Result<Written<'a>, Stop> {
        if options.format == CheckFormat::Csv {
            output.write(csv::BYTE_ORDER_MARK)?;
            output.write(&csv::finding_header())?;
        }
        Ok(Written { options, verdicts: Vec::new(), reviews: Vec::new(), parts: Vec::new() })
    }

    fn add(&mut self, judged: Judged, output: &mut Output) -> Result<(), Stop> {
        output.note_status(judged.status);
        if self.options.format == CheckFormat::Text && !self.verdicts.is_empty() {
            output.write("\n")?;
        }
        self.verdicts.push(judged.dto.verdict.clone());
        self.parts.extend(judged.sarif);
        if self.options.format == CheckFormat::Json {
            self.reviews.push(judged.dto);
        }
        output.write(&judged.text)?;
        output.flush()
    }

    fn end(self, output: &mut Output) -> Result<(), Stop> {
        match self.options.format {
            CheckFormat::Text if self.verdicts.len() > 1 => {
                let verdicts = self.verdicts.iter().map(String::as_str);
                output.write("\n")?;
                output.write(&terminal::total(verdicts, self.options.language))
            }
            CheckFormat::Json => output.write(&json::text(&json::file_of(self.reviews))),
            CheckFormat::Sarif => output.write(&sarif::log(self.parts, self.options.language)),
            _ => Ok(()),
        }
    }
}

/// Hands on what `receiver` gets in the order of the indices, each as soon as all before it have come.
fn in_order(
    receiver: mpsc::Receiver<(usize, Vec<Judged>)>,
    mut write: impl FnMut(usize, Vec<Judged>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (index, judged) in receiver {
        waiting.insert(index, judged);
        while let Some(judged) = waiting.remove(&next) {
            next += 1;
            write(next, judged)?;
        }
    }
    Ok(())
}
