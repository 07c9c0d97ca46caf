//! `gouji check`: reviews over all cores, written in the order of the inputs.

use super::arguments::{CheckFormat, CheckOptions};
use super::input::{self, Input};
use super::output::{self, Output, Progress, Stop};
use super::{CLEAN, DENIED, UNREAD, wording};
use crate::export::json::{self, ReviewDto, SettledDto};
use crate::export::terminal::{self, Style};
use crate::export::{self, csv, markdown, sarif};
use crate::read::{ReadError, Source};
use crate::review::{self, Comparison, Review, Settings};
use crate::rules::{Extract, Severity};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

/// Reviews every input and writes the result; gives the exit status.
pub(super) fn run(options: &CheckOptions, output: &mut Output) -> Result<u8, Stop> {
    let settings = match settings(options) {
        Ok(settings) => settings,
        Err(complaint) => {
            output::complain(&complaint);
            return Ok(UNREAD);
        }
    };
    let (words, parent) = with_parent(options);
    let inputs = input::expand(&words);
    let style = Style { colour: output::wants_colour() };
    // As roomy as the main thread. It fails only where there is a pool already, which serves as well.
    drop(rayon::ThreadPoolBuilder::new().stack_size(8 << 20).build_global());
    let manner = Manner { options, settings: &settings, style };
    let mut written = Written::start(manner, output)?;
    let progress = Progress::new(inputs.len());
    if options.format == CheckFormat::Jsonl || inputs.len() < 2 {
        each_in_order(&inputs, manner, |done, judged| {
            progress.show(done);
            written.add(judged, output)
        })?;
    } else {
        let mut all = Vec::new();
        each_in_order(&inputs, manner, |done, judged| {
            progress.show(done);
            all.push(judged);
            Ok(())
        })?;
        follow(&mut all, &inputs, manner);
        all.into_iter().try_for_each(|judged| written.add(judged, output))?;
    }
    let parent = parent.and_then(|name| inputs.iter().position(|input| input.name == name));
    written.end(parent, output)?;
    Ok(output.status())
}

/// How inputs are judged and written.
#[derive(Clone, Copy)]
struct Manner<'a> {
    options: &'a CheckOptions,
    settings: &'a Settings,
    style: Style,
}

/// Judges every input over all cores and hands on what becomes of them, one by one in their order.
fn each_in_order(
    inputs: &[Input],
    manner: Manner<'_>,
    take: impl FnMut(usize, Judged) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let window = Window::default();
    let (sender, receiver) = mpsc::channel();
    rayon::in_place_scope_fifo(|scope| {
        for (index, input) in inputs.iter().enumerate() {
            let (sender, window) = (sender.clone(), &window);
            scope.spawn_fifo(move |_| {
                if window.reaches(index) {
                    // The receiver is gone only where writing has stopped.
                    drop(sender.send((index, judge(reviewed(input), manner))));
                }
            });
        }
        drop(sender);
        let result = in_order(receiver, &window, take);
        if result.is_err() {
            window.close();
        }
        result
    })
}

/// Judges every report once more of which last year's was given, knowing that. It is read again: to keep it until it
/// is known which reports belong together would fill the memory.
fn follow(all: &mut [Judged], inputs: &[Input], manner: Manner<'_>) {
    let extracts: Vec<Extract> = all.iter().map(|judged| judged.extract.clone()).collect();
    let pairs: Vec<(usize, usize)> = review::years(&extracts)
        .iter()
        .filter_map(|comparison| Some((*comparison.files.first()?, comparison.about)))
        .filter(|(last_year, this)| extracts[*last_year].year != extracts[*this].year)
        .collect();
    let again: Vec<(usize, Judged)> = pairs
        .par_iter()
        .map(|(last_year, this)| {
            let mut review = reviewed(&inputs[*this]);
            review.follow(&extracts[*last_year]);
            (*this, judge(review, manner))
        })
        .collect();
    for (this, judged) in again {
        all[this] = judged;
    }
}

/// The settings of the file named, or why they cannot be used.
fn settings(options: &CheckOptions) -> Result<Settings, String> {
    let Some(file) = &options.settings else { return Ok(Settings::default()) };
    let (input, language) = (Input::one(file), options.language);
    let complaint = |reason: &str| wording::no_settings(&input.name, reason, language);
    let bytes = input.bytes().map_err(|_| complaint(wording::unopened_settings(language)))?;
    let text = String::from_utf8_lossy(&bytes);
    export::settings::settings(&text).map_err(|error| complaint(error.sentence(language)))
}

/// The words that name inputs, and the name of the report that the others add up to; it comes first where it is not
/// among them.
fn with_parent(options: &CheckOptions) -> (Vec<OsString>, Option<String>) {
    let Some(parent) = &options.roll_up else { return (options.inputs.clone(), None) };
    let name = Input::one(parent).name;
    let stands = input::expand(&options.inputs).iter().any(|input| input.name == name);
    let first = (!stands).then(|| parent.clone());
    (first.into_iter().chain(options.inputs.iter().cloned()).collect(), Some(name))
}

/// How far ahead of the writing the reading may be, so that what waits for its turn does not fill the memory.
const AHEAD: usize = 64;

/// The inputs whose turn it is to be read. They come in their order, so that the first of them never waits.
#[derive(Default)]
struct Window {
    written: Mutex<usize>,
    moved: Condvar,
}

impl Window {
    /// Waits until `index` is near; false where writing has stopped.
    fn reaches(&self, index: usize) -> bool {
        let is_far = |written: &mut usize| index >= written.saturating_add(AHEAD);
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let written = self.moved.wait_while(written, is_far).unwrap_or_else(PoisonError::into_inner);
        *written != usize::MAX
    }

    /// `done` inputs are written.
    fn move_to(&self, done: usize) {
        *self.written.lock().unwrap_or_else(PoisonError::into_inner) = done;
        self.moved.notify_all();
    }

    /// Nothing is written any more.
    fn close(&self) {
        self.move_to(usize::MAX);
    }
}

/// One reviewed input, with its piece of the output.
struct Judged {
    extract: Extract,
    verdict: String,
    text: String,
    /// For the formats that are written at the end only.
    dto: Option<ReviewDto>,
    sarif: Option<sarif::Part>,
    /// Fingerprints of the findings that were waived.
    waived: Vec<String>,
    status: u8,
}

/// What was written so far, and what can be written at the end only.
struct Written<'a> {
    manner: Manner<'a>,
    extracts: Vec<Extract>,
    verdicts: Vec<String>,
    reviews: Vec<ReviewDto>,
    parts: Vec<sarif::Part>,
    waived: BTreeSet<String>,
}

fn judge(mut review: Review, manner: Manner<'_>) -> Judged {
    let Manner { options, settings, style } = manner;
    let status = status_of_reading(&review);
    review.settle(settings);
    let language = options.language;
    let dto = json::review_dto(&review, language);
    let text = match options.format {
        CheckFormat::Text => terminal::review(&review, &dto, language, style),
        CheckFormat::Jsonl => json::line(&dto),
        CheckFormat::Csv => csv::findings(&dto),
        CheckFormat::Markdown => markdown::review(&dto, language),
        CheckFormat::Json | CheckFormat::Sarif => String::new(),
    };
    Judged {
        extract: review::extract(&review),
        verdict: dto.verdict.clone(),
        text,
        sarif: (options.format == CheckFormat::Sarif).then(|| sarif::part(&review, &dto, language)),
        waived: fingerprints(dto.settings.as_ref()),
        status: status.max(status_of_findings(&review, options.deny)),
        dto: (options.format == CheckFormat::Json).then_some(dto),
    }
}

/// Fingerprints of the findings that were waived.
fn fingerprints(settled: Option<&SettledDto>) -> Vec<String> {
    let waived = settled.into_iter().flat_map(|settled| &settled.waived);
    waived.map(|waived| waived.finding.fingerprint.clone()).collect()
}

/// The review of an input. A fault of gouji's own on one file must not take the others with it.
pub(super) fn reviewed(input: &Input) -> Review {
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(error) => return review::unread(Source { name: &input.name, bytes: &[] }, error),
    };
    let source = Source { name: &input.name, bytes: &bytes };
    catch_unwind(AssertUnwindSafe(|| review::review(source)))
        .unwrap_or_else(|_| review::unread(source, ReadError::Unopened("fault")))
}

/// 2 where it could not be read, whatever the settings say.
fn status_of_reading(review: &Review) -> u8 {
    let unread = review.findings().any(|finding| matches!(finding.code, "E01" | "E06" | "E07"));
    if unread || review.report.is_none() { UNREAD } else { CLEAN }
}

/// 1 where something is as grave as `deny`.
fn status_of_findings(review: &Review, deny: Severity) -> u8 {
    if review.findings().any(|finding| finding.severity >= deny) { DENIED } else { CLEAN }
}

impl<'a> Written<'a> {
    fn start(manner: Manner<'a>, output: &mut Output) -> Result<Written<'a>, Stop> {
        if manner.options.format == CheckFormat::Csv {
            output.write(csv::BYTE_ORDER_MARK)?;
            output.write(&csv::finding_header())?;
        }
        Ok(Written {
            manner,
            extracts: Vec::new(),
            verdicts: Vec::new(),
            reviews: Vec::new(),
            parts: Vec::new(),
            waived: BTreeSet::new(),
        })
    }

    fn add(&mut self, judged: Judged, output: &mut Output) -> Result<(), Stop> {
        output.note_status(judged.status);
        if self.manner.options.format == CheckFormat::Text && !self.verdicts.is_empty() {
            output.write("\n")?;
        }
        self.verdicts.push(judged.verdict);
        self.parts.extend(judged.sarif);
        self.extracts.push(judged.extract);
        self.waived.extend(judged.waived);
        self.reviews.extend(judged.dto);
        output.write(&judged.text)?;
        output.flush()
    }

    /// Writes what the inputs say of one another; `parent` is the number of the one that the others add up to.
    fn end(mut self, parent: Option<usize>, output: &mut Output) -> Result<(), Stop> {
        let Manner { options, settings, style } = self.manner;
        let language = options.language;
        let mut comparisons = review::years(&self.extracts);
        if let Some(parent) = parent {
            let children: Vec<usize> = (0..self.extracts.len()).filter(|file| *file != parent).collect();
            comparisons.push(review::roll_up(&self.extracts, parent, &children));
        }
        for comparison in &mut comparisons {
            comparison.settle(settings, &self.extracts);
        }
        let found = comparisons.iter().flat_map(Comparison::findings);
        if found.map(|finding| finding.severity).max() >= Some(options.deny) {
            output.note_status(DENIED);
        }
        let across = json::across(&comparisons, &self.extracts, language);
        self.waived.extend(fingerprints(across.settings.as_ref()));
        self.complain_of_unused_waivers();
        match options.format {
            CheckFormat::Text => {
                if !comparisons.is_empty() {
                    output.write("\n")?;
                    output.write(&terminal::across(&comparisons, &self.extracts, language, style))?;
                    let settled = terminal::settings(across.settings.as_ref(), language, style);
                    output.write(&settled)?;
                }
                if self.verdicts.len() < 2 {
                    return Ok(());
                }
                output.write("\n")?;
                output.write(&terminal::total(self.verdicts.iter().map(String::as_str), language))
            }
            CheckFormat::Json => output.write(&json::text(&json::file_of(self.reviews, across))),
            // A line a review, and one more only where something was found across them.
            CheckFormat::Jsonl if across.findings.is_empty() && across.settings.is_none() => Ok(()),
            CheckFormat::Jsonl => output.write(&json::line(&across)),
            CheckFormat::Sarif => output.write(&sarif::log(self.parts, &across, language)),
            CheckFormat::Csv => output.write(&csv::findings_across(&across)),
            CheckFormat::Markdown => output.write(&markdown::across(&across, language)),
        }
    }

    fn complain_of_unused_waivers(&self) {
        let Manner { options, settings, .. } = self.manner;
        let waivers = settings.waivers.keys().map(String::as_str);
        let unused: Vec<&str> = waivers.filter(|waiver| !self.waived.contains(*waiver)).collect();
        if !unused.is_empty() {
            output::complain(&wording::unused_waivers(&unused, options.language));
        }
    }
}

/// Hands on what `receiver` gets in the order of the indices, each as soon as all before it have come.
fn in_order(
    receiver: mpsc::Receiver<(usize, Judged)>,
    window: &Window,
    mut take: impl FnMut(usize, Judged) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (index, judged) in receiver {
        waiting.insert(index, judged);
        while let Some(judged) = waiting.remove(&next) {
            next += 1;
            window.move_to(next);
            take(next, judged)?;
        }
    }
    Ok(())
}
