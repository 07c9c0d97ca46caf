//! *Does it balance?* Two bars on one scale: 新收 and 上年结转 over （七）总计 and 结转下年度, and a third with the
//! outcomes themselves where they do not make up the printed total. What is lacking is hatched with its number.
//!
//! The whole report's balance is that of its 总计 column; a kind of applicant whose own column does not balance
//! follows below, on the same scale.

use super::count::{Amount, Requests};
use super::graph::group_tone;
use super::measure::{BASELINE, LINE, label_width};
use super::packing::spread;
use super::scene::{Anchor, DataTable, Mark, Scene, Tone};
use super::view::View;
use super::wording::{self, Lack};
use crate::language::Language;
use crate::report::form::{Applicant, OutcomeGroup, RequestRow};
use crate::sorted::Listed;

/// The balance of the whole report, as wide as the page's other pictures.
pub fn whole(requests: &Requests<'_>, language: Language) -> Scene {
    let measures = Measures { width: 1080.0, bar: 30.0, between: 20.0 };
    let title = wording::balance_title(language).to_owned();
    let mut columns = vec![Column::of(requests, Applicant::Total, language)];
    let kinds = Applicant::KINDS.map(|kind| Column::of(requests, kind, language));
    columns.extend(kinds.into_iter().filter(|column| column.bars.iter().any(|bar| bar.lack.is_some())));
    draw(&columns, title, &measures, language)
}

/// The small balance of one column, for a finding's card.
pub fn of_column(requests: &Requests<'_>, column: Applicant, language: Language) -> Scene {
    let measures = Measures { width: 456.0, bar: 22.0, between: 10.0 };
    let title = wording::balance_title_of(column, language);
    draw(&[Column::of(requests, column, language)], title, &measures, language)
}

struct Measures {
    width: f64,
    bar: f64,
    between: f64,
}

/// One part of a bar.
struct Segment {
    name: String,
    amount: Amount,
    tone: Tone,
    /// False for a part that is too small a matter to be named beside its bar: its title says it.
    labelled: bool,
}

/// A bar: its parts, and what it lacks (or, by a negative number, has too much of) against `against`.
struct Bar {
    segments: Vec<Segment>,
    lack: Option<Lack>,
    against: i64,
}

impl Bar {
    fn count(&self) -> i64 {
        self.segments.iter().map(|segment| segment.amount.count).sum()
    }

    fn amount(&self) -> Amount {
        Amount::sum(self.segments.iter().map(|segment| segment.amount.clone()))
    }
}

/// The bars of one column of table 3.
struct Column {
    applicant: Applicant,
    bars: Vec<Bar>,
}

impl Column {
    fn of(requests: &Requests<'_>, applicant: Applicant, language: Language) -> Column {
        Column { applicant, bars: bars(requests, applicant, language) }
    }
}

fn draw(columns: &[Column], title: String, measures: &Measures, language: Language) -> Scene {
    let table = table(columns, &title, language);
    let bars = || columns.iter().flat_map(|column| &column.bars);
    if !bars().any(|bar| bar.amount().is_printed()) {
        return Scene::of_words(View::Balance, title, wording::no_numbers(language).to_owned(), table);
    }
    let widest = |width: &dyn Fn(&Bar) -> f64| bars().map(width).fold(0.0, f64::max);
    let longest = bars().map(|bar| bar.count().max(bar.against)).max().unwrap_or(0);
    let sums = widest(&|bar| label_width("=", &bar.count().to_string()));
    let room =
        (measures.width - 2.0 * INSET - sums - BEFORE_SUM).max(widest(&|bar| words_width(bar, language)));
    let scale = if longest > 0 { room / longest as f64 } else { 0.0 };
    let (mut marks, mut top) = (Vec::new(), TOP);
    for (index, column) in columns.iter().enumerate() {
        if index > 0 {
            top += BASELINE;
            let head = wording::balance_title_of(column.applicant, language);
            marks.push(Mark::label((INSET, top), Anchor::Start, &head, "", Tone::Quiet));
            top += LINE - BASELINE + TOP;
        }
        for bar in &column.bars {
            marks.extend(bar_marks(bar, top, scale, room, measures, language));
            top += LINE + measures.bar + measures.between;
        }
    }
    Scene {
        name: View::Balance.key().to_owned(),
        title,
        sentence: sentence(columns, language),
        width: (room + 2.0 * INSET + sums + BEFORE_SUM).ceil(),
        height: (top - measures.between + TOP).ceil(),
        marks,
        table,
    }
}

const TOP: f64 = 4.0;
const INSET: f64 = 2.0;
const BEFORE_SUM: f64 = 10.0;
const BETWEEN_WORDS: f64 = 14.0;
const NARROWEST_SEGMENT: f64 = 1.5;
const NARROWEST_GAP: f64 = 4.0;

fn bars(requests: &Requests<'_>, column: Applicant, language: Language) -> Vec<Bar> {
    let term = |row: RequestRow, tone: Tone| Segment {
        name: row.brief_label().get(language).to_owned(),
        amount: requests.balance_term(row, column),
        tone,
        labelled: true,
    };
    let mut bars = vec![
        Bar {
            segments: vec![
                term(RequestRow::NewReceived, Tone::Received),
                term(RequestRow::CarriedIn, Tone::CarriedIn),
            ],
            lack: None,
            against: 0,
        },
        Bar {
            segments: vec![
                term(RequestRow::OutcomeTotal, Tone::Outcomes),
                term(RequestRow::CarriedOut, Tone::CarriedOut),
            ],
            lack: None,
            against: 0,
        },
    ];
    let (income, outgo) = (bars[0].count(), bars[1].count());
    let missing = bars.iter().map(|bar| bar.amount().missing.len()).sum();
    let short = usize::from(income > outgo);
    bars[short].lack = Lack::of(income.max(outgo) - income.min(outgo), missing);
    bars[short].against = income.max(outgo);
    let (total, parts) = (requests.cell(RequestRow::OutcomeTotal, column), requests.outcomes(column));
    if total.is_printed() && parts.is_printed() && total.count != parts.count {
        let segments = OutcomeGroup::ALL.map(|group| Segment {
            name: group.label().get(language).to_owned(),
            amount: requests.group(group, column),
            tone: group_tone(group),
            labelled: false,
        });
        let lack = Lack::of(total.count - parts.count, parts.missing.len());
        bars.push(Bar { segments: segments.into(), lack, against: total.count });
    }
    bars
}

/// Widths of a bar's parts. What the narrowest take to be seen, the widest gives, so that the bar keeps its length.
fn widths(bar: &Bar, scale: f64) -> Vec<f64> {
    let width = |count: i64| if count > 0 { (count as f64 * scale).max(NARROWEST_SEGMENT) } else { 0.0 };
    let mut widths: Vec<f64> = bar.segments.iter().map(|segment| width(segment.amount.count)).listed();
    let excess = widths.iter().sum::<f64>() - bar.count() as f64 * scale;
    if let Some(widest) = widths.iter_mut().max_by(|left, right| left.total_cmp(right)) {
        *widest -= excess.min(*widest - NARROWEST_SEGMENT).max(0.0);
    }
    widths
}

/// The words above a bar: a label each for its named parts, one for unnamed parts together, one for what it lacks.
fn labels(bar: &Bar, language: Language) -> Vec<(String, String, Tone)> {
    let mut labels: Vec<(String, String, Tone)> = bar
        .segments
        .iter()
        .filter(|segment| segment.labelled)
        .map(|segment| {
            let amount = &segment.amount;
            if amount.is_printed() {
                (segment.name.clone(), amount.count.to_string(), Tone::Ink)
            } else {
                (wording::without_number(&segment.name, language), String::new(), Tone::Quiet)
            }
        })
        .listed();
    if labels.is_empty() {
        labels.push((wording::parts_together(language).to_owned(), bar.count().to_string(), Tone::Ink));
    }
    labels.extend(bar.lack.map(|lack| (lack.words(language), String::new(), Tone::Wrong)));
    labels
}

fn words_width(bar: &Bar, language: Language) -> f64 {
    let labels = labels(bar, language);
    let words: f64 = labels.iter().map(|(text, figure, _)| label_width(text, figure)).sum();
    words + BETWEEN_WORDS * labels.len().saturating_sub(1) as f64
}

fn bar_marks(
    bar: &Bar,
    top: f64,
    scale: f64,
    room: f64,
    measures: &Measures,
    language: Language,
) -> Vec<Mark> {
    let (bar_top, end_of_room) = (top + LINE, INSET + room);
    let (mut marks, mut centres, mut x) = (Vec::new(), Vec::new(), INSET);
    for (segment, width) in bar.segments.iter().zip(widths(bar, scale)) {
        let count = segment.amount.count;
        if count > 0 {
            marks.push(
                Mark::rectangle(x, bar_top, width, measures.bar, segment.tone)
                    .of_cells(segment.amount.cells.iter().copied())
                    .titled(wording::named_count(&segment.name, count, language)),
            );
        }
        if segment.labelled {
            // The first label stands over the start of its part, as a heading does.
            centres.push(if centres.is_empty() { x } else { x + width / 2.0 });
        }
        x += width;
    }
    if centres.is_empty() {
        centres.push(INSET);
    }
    if let Some(lack) = bar.lack {
        let edge = INSET + bar.against as f64 * scale;
        let width = (edge - x).abs().max(NARROWEST_GAP);
        let left = x.min(edge).min(end_of_room - width).max(INSET);
        marks.push(
            Mark::rectangle(left, bar_top, width, measures.bar, Tone::Gap)
                .of_cells(
                    bar.segments.iter().flat_map(|segment| {
                        segment.amount.cells.iter().chain(&segment.amount.missing).copied()
                    }),
                )
                .titled(lack.words(language)),
        );
        centres.push(left + width / 2.0);
    }
    if marks.is_empty() {
        marks.push(Mark::line((INSET, bar_top), (INSET, bar_top + measures.bar), Tone::Quiet));
    }
    let labels = labels(bar, language);
    let widths: Vec<f64> = labels.iter().map(|(text, figure, _)| label_width(text, figure)).listed();
    for (label, centre) in labels.iter().zip(spread(&centres, &widths, BETWEEN_WORDS, INSET, end_of_room)) {
        let (text, figure, tone) = label;
        let left = centre - label_width(text, figure) / 2.0;
        marks.push(Mark::label((left, top + BASELINE - 1.0), Anchor::Start, text, figure, *tone));
    }
    let at = (end_of_room + BEFORE_SUM, bar_top + measures.bar / 2.0 + 5.0);
    marks.push(Mark::label(at, Anchor::Start, "=", &bar.count().to_string(), Tone::Ink));
    marks
}

fn sentence(columns: &[Column], language: Language) -> String {
    let mut sentence = String::new();
    for (index, column) in columns.iter().enumerate() {
        let [income, outgo, rest @ ..] = column.bars.as_slice() else { continue };
        if index > 0 {
            sentence.push_str(&wording::column_start(column.applicant, language));
        }
        let missing = income.amount().missing.len() + outgo.amount().missing.len();
        let lack = income.lack.or(outgo.lack);
        // A kind follows because something does not hold: what holds there is not said again.
        if index == 0 || lack.is_some() || rest.is_empty() {
            sentence.push_str(&wording::balance(&terms(income), &terms(outgo), lack, missing, language));
        }
        for bar in rest {
            sentence.extend(bar.lack.map(|lack| wording::parts(bar.count(), bar.against, lack, language)));
        }
    }
    sentence.trim_end().to_owned()
}

fn terms(bar: &Bar) -> Vec<(String, Option<i64>)> {
    let count = |amount: &Amount| amount.is_printed().then_some(amount.count);
    bar.segments.iter().map(|term| (term.name.clone(), count(&term.amount))).listed()
}

fn table(columns: &[Column], title: &str, language: Language) -> DataTable {
    let mut rows = Vec::new();
    for column in columns {
        let name = column.applicant.brief_label().get(language);
        let mut push = |head: String, words: String| rows.push(vec![name.to_owned(), head, words]);
        for bar in &column.bars {
            for segment in &bar.segments {
                let amount = &segment.amount;
                let words =
                    wording::cell_words(amount.count, amount.is_printed(), amount.is_complete(), language);
                push(segment.name.clone(), words);
            }
            push(wording::sum(language).to_owned(), bar.count().to_string());
            if let Some(lack) = bar.lack {
                push(lack.words(language), lack.size.abs().to_string());
            }
        }
    }
    let caption = wording::table_caption(title, language);
    DataTable { caption, columns: wording::balance_columns(language), rows }
}
