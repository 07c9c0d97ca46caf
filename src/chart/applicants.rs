//! *Who asked?* A small picture for each kind of applicant: what became of its requests, in dots below 20, in bars
//! of shares from 20 on.

use super::count::{Amount, Requests};
use super::dots::{Dot, dots};
use super::graph::{Graph, Node, Subject, group_tone};
use super::measure::{BASELINE, LINE, label_width, text_width, wrapped};
use super::scene::{Anchor, DataTable, Mark, Scene, Tone};
use super::view::View;
use super::wording::{self, FEWEST_FOR_PER_CENT};
use crate::language::Language;
use crate::report::form::{Applicant, OutcomeGroup, RequestRow};
use crate::sorted::Listed;

const WIDTH: f64 = 1080.0;
const BETWEEN_PANELS: f64 = 36.0;
const INSET: f64 = 2.0;
const ROW: f64 = 20.0;
const BAR: f64 = 12.0;
const HEAD: f64 = 28.0;
const BETWEEN_ROWS_OF_PANELS: f64 = 18.0;
const AFTER_WORDS: f64 = 8.0;
const BEFORE_FIGURE: f64 = 6.0;
const PITCH: f64 = 10.0;
const RADIUS: f64 = 4.0;
const NARROWEST_BAR: f64 = 1.5;

/// Draws the kinds of applicant that have requests.
pub fn draw(requests: &Requests<'_>, language: Language) -> Scene {
    let graph = Graph::of(requests);
    let title = wording::applicants_title(language).to_owned();
    let table = table(requests, &graph, &title, language);
    let panels: Vec<Panel> = graph
        .stage(1)
        .filter_map(|(_, node)| match node.subject {
            Subject::Kind(kind) if node.is_drawn() => Some(Panel::new(requests, node, kind, language)),
            _ => None,
        })
        .listed();
    if panels.is_empty() {
        let printed = graph.nodes.iter().flat_map(Node::sides).any(Amount::is_printed);
        let sentence = if printed { wording::no_applicants(language) } else { wording::no_numbers(language) };
        return Scene::of_words(View::Applicants, title, sentence.to_owned(), table);
    }
    let across = if panels.len() == 4 { 2 } else { panels.len().min(3) };
    let measures = Measures::new(&panels, across, language);
    let (mut marks, mut top) = (Vec::new(), 0.0);
    for row in panels.chunks(across) {
        for (index, panel) in row.iter().enumerate() {
            let left = INSET + index as f64 * (measures.panel + BETWEEN_PANELS);
            marks.extend(panel.marks(left, top, &measures, language));
        }
        let rows = row.iter().map(|panel| panel.rows.len()).max().unwrap_or(0);
        top += HEAD + rows as f64 * ROW + BETWEEN_ROWS_OF_PANELS;
    }
    let mut bottom = top - BETWEEN_ROWS_OF_PANELS + 6.0;
    for note in notes(&graph, &panels, language).iter().flat_map(|note| wrapped(note, measures.width)) {
        bottom += LINE + 1.0;
        marks.push(Mark::label((0.0, bottom), Anchor::Start, &note, "", Tone::Quiet));
    }
    Scene {
        name: View::Applicants.key().to_owned(),
        title,
        sentence: sentence(requests, &graph, language),
        width: measures.width,
        height: (bottom + 8.0).ceil(),
        marks,
        table,
    }
}

/// One kind of applicant.
struct Panel {
    name: &'static str,
    count: i64,
    title: String,
    cells: Amount,
    /// What shares are shares of; the longest a bar can be.
    base: i64,
    /// True where the shares may be said: every cell is printed and both sides agree.
    is_certain: bool,
    rows: Vec<Row>,
}

/// One outcome of one kind of applicant.
struct Row {
    name: String,
    amount: Amount,
    tone: Tone,
}

impl Panel {
    fn new(requests: &Requests<'_>, node: &Node, kind: Applicant, language: Language) -> Panel {
        let mut rows: Vec<Row> = OutcomeGroup::ALL
            .into_iter()
            .map(|group| Row {
                name: wording::subject(Subject::Group(group), language).to_owned(),
                amount: requests.group(group, kind),
                tone: group_tone(group),
            })
            .listed();
        rows.push(Row {
            name: wording::subject(Subject::CarriedOut, language).to_owned(),
            amount: requests.cell(RequestRow::CarriedOut, kind),
            tone: Tone::CarriedOut,
        });
        if let Some(name) = wording::gap_name(node, language) {
            let cells = node.sides().flat_map(|side| side.cells.iter().copied()).listed();
            let amount = Amount { count: node.gap().abs(), cells, missing: Vec::new() };
            rows.push(Row { name, amount, tone: Tone::Gap });
        }
        Panel {
            name: kind.brief_label().get(language),
            count: node.count(),
            title: wording::node_title(node, language),
            cells: requests.in_hand(kind),
            base: node.sides().map(|side| side.count).max().unwrap_or(0),
            is_certain: node.is_complete() && node.gap() == 0,
            rows,
        }
    }

    fn is_in_dots(&self) -> bool {
        self.base < FEWEST_FOR_PER_CENT
    }

    fn share(&self, row: &Row) -> String {
        if self.is_in_dots() || !self.is_certain || row.amount.count == 0 {
            return String::new();
        }
        wording::Share::of(row.amount.count, self.base).map(wording::Share::brief).unwrap_or_default()
    }

    /// What stands beside a row's figure.
    fn aside(&self, row: &Row, language: Language) -> String {
        if !row.amount.is_complete() {
            return wording::incomplete(language).to_owned();
        }
        self.share(row)
    }

    fn marks(&self, left: f64, top: f64, measures: &Measures, language: Language) -> Vec<Mark> {
        let zone = left + measures.words + AFTER_WORDS;
        let mut marks = vec![
            Mark::label((left, top + BASELINE), Anchor::Start, self.name, &self.count.to_string(), Tone::Ink)
                .of_cells(self.cells.cells.iter().copied())
                .titled(self.title.clone()),
            Mark::line((left, top + LINE + 3.0), (left + measures.panel, top + LINE + 3.0), Tone::Quiet),
        ];
        for (index, row) in self.rows.iter().enumerate() {
            let middle = top + HEAD + (index as f64 + 0.5) * ROW;
            let baseline = middle + 4.5;
            let name_end = left + measures.words;
            let name_tone = if row.tone == Tone::Gap { Tone::Wrong } else { Tone::Ink };
            marks.push(Mark::label((name_end, baseline), Anchor::End, &row.name, "", name_tone));
            let (shape_end, shape) = self.shape(row, zone, middle, measures);
            marks.extend(shape.map(|mark| {
                let title = format!(
                    "{} → {}",
                    self.name,
                    wording::named_count(&row.name, row.amount.count, language)
                );
                mark.of_cells(row.amount.cells.iter().copied()).titled(title)
            }));
            if !row.amount.is_printed() {
                let words = wording::cell_words(0, false, false, language);
                marks.push(Mark::label((zone, baseline), Anchor::Start, &words, "", Tone::Quiet));
                continue;
            }
            let figure = row.amount.count.to_string();
            let figure_start = if row.amount.count > 0 { shape_end + BEFORE_FIGURE } else { zone };
            let tone = if row.amount.count > 0 { name_tone } else { Tone::Quiet };
            let (words, figure) = if row.amount.count > 0 { ("", figure.as_str()) } else { ("0", "") };
            marks.push(Mark::label((figure_start, baseline), Anchor::Start, words, figure, tone));
            let aside = self.aside(row, language);
            if !aside.is_empty() {
                let start = figure_start + label_width(words, figure) + BEFORE_FIGURE;
                marks.push(Mark::label((start, baseline), Anchor::Start, &aside, "", Tone::Quiet));
            }
        }
        marks
    }

    /// The dots or the bar of a row, and where they end.
    fn shape(&self, row: &Row, zone: f64, middle: f64, measures: &Measures) -> (f64, Option<Mark>) {
        let count = row.amount.count;
        if count == 0 {
            return (zone, None);
        }
        if self.is_in_dots() {
            let pitch = PITCH.min(measures.zone / (FEWEST_FOR_PER_CENT - 1) as f64);
            let radius = RADIUS * pitch / PITCH;
            let circles: Vec<Dot> =
                (0..count).map(|place| (zone + (place as f64 + 0.5) * pitch, middle, radius)).listed();
            return (zone + count as f64 * pitch, Some(Mark::new(dots(&circles), row.tone)));
        }
        let share = count as f64 / self.base as f64;
        let width = (share / measures.longest_share * measures.zone).max(NARROWEST_BAR);
        (zone + width, Some(Mark::rectangle(zone, middle - BAR / 2.0, width, BAR, row.tone)))
    }
}

/// What all panels share, so that they compare.
struct Measures {
    width: f64,
    panel: f64,
    words: f64,
    zone: f64,
    longest_share: f64,
}

impl Measures {
    fn new(panels: &[Panel], across: usize, language: Language) -> Measures {
        let rows = || panels.iter().flat_map(|panel| panel.rows.iter().map(move |row| (panel, row)));
        let words = rows().map(|(_, row)| text_width(&row.name)).fold(0.0, f64::max);
        let after = rows()
            .map(|(panel, row)| {
                let figure = label_width("", &row.amount.count.to_string());
                2.0 * BEFORE_FIGURE + figure + text_width(&panel.aside(row, language))
            })
            .fold(0.0, f64::max);
        let least = words + AFTER_WORDS + after + (FEWEST_FOR_PER_CENT as f64) * 6.0;
        let columns = across.max(2) as f64;
        let panel = ((WIDTH - 2.0 * INSET - BETWEEN_PANELS * (columns - 1.0)) / columns).max(least);
        let longest_share = rows()
            .filter(|(panel, _)| !panel.is_in_dots())
            .map(|(panel, row)| row.amount.count as f64 / panel.base as f64)
            .fold(0.0, f64::max)
            .max(f64::MIN_POSITIVE);
        Measures {
            width: (panel * columns + BETWEEN_PANELS * (columns - 1.0) + 2.0 * INSET).ceil(),
            panel,
            words,
            zone: panel - words - AFTER_WORDS - after,
            longest_share,
        }
    }
}

fn notes(graph: &Graph, panels: &[Panel], language: Language) -> Vec<String> {
    let undrawn = |blank: bool| {
        let nodes = graph.stage(1).map(|(_, node)| node).filter(|node| !node.is_drawn());
        let names = nodes.filter(|node| (node.missing() > 0) == blank);
        let names = names.map(|node| wording::subject(node.subject, language)).listed();
        [(wording::stages(language)[1], names)]
    };
    let in_dots = panels.iter().any(Panel::is_in_dots);
    let in_bars = panels.iter().any(|panel| !panel.is_in_dots());
    let mut notes = vec![wording::panel_note(in_dots, in_bars, language).to_owned()];
    notes.extend(wording::zero_list(&undrawn(false), language));
    notes.extend(wording::blank_list(&undrawn(true), language));
    notes
}

fn sentence(requests: &Requests<'_>, graph: &Graph, language: Language) -> String {
    let kinds: Vec<(&str, i64)> = graph
        .stage(1)
        .filter(|(_, node)| node.is_drawn())
        .map(|(_, node)| (wording::subject(node.subject, language), node.count()))
        .listed();
    let whole = requests.in_hand(Applicant::Total);
    let added = Amount::sum(Applicant::KINDS.map(|kind| requests.in_hand(kind)));
    let is_certain = whole.is_complete() && added.is_complete() && whole.count == added.count;
    let mut sentence = wording::applicants(&kinds, is_certain.then_some(whole.count), language);
    for (_, node) in graph.stage(1) {
        if let Some(gap) = wording::gap(node, language) {
            sentence.push_str(&wording::named_gap(node.subject, &gap, language));
        }
    }
    let missing = graph.stage(1).flat_map(|(_, node)| node.sides()).flat_map(|side| &side.missing);
    let missing: crate::sorted::SortedSet<_> = missing.collect();
    sentence.extend(wording::not_printed(missing.len(), language));
    sentence.trim_end().to_owned()
}

fn table(requests: &Requests<'_>, graph: &Graph, title: &str, language: Language) -> DataTable {
    let words = |amount: &Amount| {
        wording::cell_words(amount.count, amount.is_printed(), amount.is_complete(), language)
    };
    let mut rows = Vec::new();
    for (_, node) in graph.stage(1) {
        let Subject::Kind(kind) = node.subject else { continue };
        let mut row = vec![kind.brief_label().get(language).to_owned(), words(&requests.in_hand(kind))];
        row.extend(OutcomeGroup::ALL.map(|group| words(&requests.group(group, kind))));
        row.extend([words(&requests.cell(RequestRow::CarriedOut, kind)), node.gap().to_string()]);
        rows.push(row);
    }
    let caption = wording::table_caption(title, language);
    DataTable { caption, columns: wording::applicants_columns(language), rows }
}
