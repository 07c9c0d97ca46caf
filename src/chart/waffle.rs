//! *How many is that?* One dot a request, up to 600; above, one dot stands for 2, 5, 10 … requests and says so.

use super::count::{Amount, Requests};
use super::dots::{Dot, dots};
use super::graph::{Graph, Node};
use super::measure::{BASELINE, LINE, wrapped};
use super::packing::spread;
use super::scene::{Anchor, DataTable, Mark, Scene, Shape, Tone};
use super::view::View;
use super::wording;
use crate::language::Language;
use crate::report::form::{Applicant, Cell};
use crate::sorted::Listed;

/// The most dots that are drawn.
pub const MOST_DOTS: i64 = 600;

const WIDTH: f64 = 1080.0;
const PITCH: f64 = 15.0;
const RADIUS: f64 = 5.6;
const SMALLEST_RADIUS: f64 = 1.2;
const INSET: f64 = 2.0;
const LEADER: f64 = 30.0;
const BETWEEN_LINES: f64 = 4.0;

/// Draws what became of the requests, dot by dot.
pub fn draw(requests: &Requests<'_>, language: Language) -> Scene {
    let graph = Graph::of(requests);
    let piles = piles(requests, &graph, language);
    let unit = unit(&piles);
    let total: i64 = piles.iter().map(|pile| pile.count).sum();
    let title = wording::waffle_title(total, unit, language);
    let table = table(&graph, &piles, &title, language);
    if total == 0 {
        let printed = graph.nodes.iter().flat_map(Node::sides).any(Amount::is_printed);
        let sentence = if printed { wording::all_zero(language) } else { wording::no_numbers(language) };
        let title = wording::waffle_title_of_none(language).to_owned();
        return Scene::of_words(View::Waffle, title, sentence.to_owned(), table);
    }
    let mut marks = Vec::new();
    let bottom = dots_and_words(&piles, unit, &mut marks, language);
    let mut bottom = bottom + 4.0;
    for note in notes(&graph, unit, language).iter().flat_map(|note| wrapped(note, WIDTH)) {
        bottom += LINE + 1.0;
        marks.push(Mark::label((0.0, bottom), Anchor::Start, &note, "", Tone::Quiet));
    }
    Scene {
        name: View::Waffle.key().to_owned(),
        title,
        sentence: sentence(requests, &graph, &piles, language),
        width: WIDTH,
        height: (bottom + 8.0).ceil(),
        marks,
        table,
    }
}

/// The dots of one outcome.
struct Pile {
    name: String,
    count: i64,
    tone: Tone,
    cells: Vec<Cell>,
}

impl Pile {
    /// Whole dots, and what is left for a smaller one.
    fn dots(&self, unit: i64) -> (i64, i64) {
        (self.count / unit, self.count % unit)
    }

    fn places(&self, unit: i64) -> i64 {
        let (whole, rest) = self.dots(unit);
        whole + i64::from(rest > 0)
    }

    fn mark(&self, shape: Shape) -> Mark {
        Mark::new(shape, self.tone).of_cells(self.cells.iter().copied())
    }
}

/// What is drawn: the outcomes and 结转下年度 that are more than nought, then what has come in and has no outcome.
fn piles(requests: &Requests<'_>, graph: &Graph, language: Language) -> Vec<Pile> {
    let mut piles: Vec<Pile> = graph
        .stage(2)
        .filter(|(_, node)| node.count() > 0)
        .map(|(_, node)| Pile {
            name: wording::subject(node.subject, language).to_owned(),
            count: node.count(),
            tone: node.subject.tone(),
            cells: node.sides().flat_map(|side| side.cells.iter().copied()).listed(),
        })
        .listed();
    let in_hand = requests.in_hand(Applicant::Total);
    let lacking = in_hand.count - piles.iter().map(|pile| pile.count).sum::<i64>();
    if in_hand.is_complete() && lacking > 0 {
        let name = wording::no_outcome(language).to_owned();
        piles.push(Pile { name, count: lacking, tone: Tone::Gap, cells: in_hand.cells });
    }
    piles
}

/// How many requests a dot stands for: the least of 1, 2, 5, 10, 20 … that needs no more than [`MOST_DOTS`].
fn unit(piles: &[Pile]) -> i64 {
    let mut unit = 1;
    for factor in [2, 5, 10].into_iter().cycle() {
        if piles.iter().map(|pile| pile.places(unit)).sum::<i64>() <= MOST_DOTS {
            break;
        }
        unit = match factor {
            2 => unit * 2,
            5 => unit / 2 * 5,
            _ => unit * 2,
        };
    }
    unit
}

/// Draws the dots row by row and each pile's words beside its rows. Returns the lowest point.
fn dots_and_words(piles: &[Pile], unit: i64, marks: &mut Vec<Mark>, language: Language) -> f64 {
    let places: i64 = piles.iter().map(|pile| pile.places(unit)).sum();
    let across = match places {
        ..=20 => 5,
        21..=100 => 10,
        101..=250 => 25,
        _ => 50,
    };
    let rows = (places + across - 1) / across;
    let words_height = piles.len() as f64 * (LINE + BETWEEN_LINES) - BETWEEN_LINES;
    let height = (rows as f64 * PITCH).max(words_height);
    let top = (height - rows as f64 * PITCH) / 2.0;
    let right = INSET + across.min(places) as f64 * PITCH;
    let mut place = 0;
    let mut wanted = Vec::new();
    for pile in piles {
        let (whole, rest) = pile.dots(unit);
        let centre = |place: i64| {
            let (row, column) = (place / across, place % across);
            (INSET + (column as f64 + 0.5) * PITCH, top + (row as f64 + 0.5) * PITCH)
        };
        let mut circles: Vec<Dot> = (place..place + whole)
            .map(|place| {
                let (x, y) = centre(place);
                (x, y, RADIUS)
            })
            .listed();
        if rest > 0 {
            // The area of the smaller dot is its part of a whole one's.
            let radius = RADIUS * (rest as f64 / unit as f64).sqrt();
            let (x, y) = centre(place + whole);
            circles.push((x, y, radius.max(SMALLEST_RADIUS)));
        }
        let last = place + pile.places(unit);
        // Where a pile stands among the rows; in a single row there is no higher and lower.
        let among_rows = if rows == 1 { 0.5 } else { (place + last) as f64 / (2 * across) as f64 };
        wanted.push(top + among_rows * PITCH);
        place = last;
        let title = wording::named_count(&pile.name, pile.count, language);
        marks.push(pile.mark(dots(&circles)).titled(title));
    }
    let sizes = vec![LINE; piles.len()];
    let middles = spread(&wanted, &sizes, BETWEEN_LINES, 0.0, height);
    for ((pile, from), middle) in piles.iter().zip(wanted).zip(middles) {
        let tone = if pile.tone == Tone::Gap { Tone::Wrong } else { Tone::Ink };
        let swatch = right + LEADER + RADIUS + 4.0;
        let figure = pile.count.to_string();
        marks.push(Mark::line((right + 3.0, from), (right + LEADER, middle), Tone::Quiet));
        marks.push(pile.mark(dots(&[(swatch, middle, RADIUS)])));
        let at = (swatch + RADIUS + 6.0, middle - LINE / 2.0 + BASELINE);
        marks.push(Mark::label(at, Anchor::Start, &pile.name, &figure, tone));
    }
    height
}

fn notes(graph: &Graph, unit: i64, language: Language) -> Vec<String> {
    let undrawn = |blank: bool| {
        let nodes = graph.stage(2).map(|(_, node)| node).filter(|node| node.count() == 0);
        let names = nodes.filter(|node| (node.missing() > 0) == blank);
        let names = names.map(|node| wording::subject(node.subject, language)).listed();
        [(wording::stages(language)[2], names)]
    };
    let mut notes = Vec::new();
    notes.extend((unit > 1).then(|| wording::dot_note(unit, language)));
    notes.extend(wording::zero_list(&undrawn(false), language));
    notes.extend(wording::blank_list(&undrawn(true), language));
    notes
}

fn sentence(requests: &Requests<'_>, graph: &Graph, piles: &[Pile], language: Language) -> String {
    let named: Vec<(&str, i64)> = piles.iter().map(|pile| (pile.name.as_str(), pile.count)).listed();
    let mut sentence = wording::waffle(&named, language);
    let in_hand = requests.in_hand(Applicant::Total);
    let shown: i64 = piles.iter().map(|pile| pile.count).sum();
    if in_hand.is_complete() && shown > in_hand.count {
        sentence.push_str(&wording::more_than_received(shown - in_hand.count, in_hand.count, language));
    }
    let missing = graph.stage(2).flat_map(|(_, node)| node.sides()).flat_map(|side| &side.missing);
    let missing: crate::sorted::SortedSet<&Cell> = missing.collect();
    sentence.extend(wording::not_printed(missing.len(), language));
    sentence.trim_end().to_owned()
}

fn table(graph: &Graph, piles: &[Pile], title: &str, language: Language) -> DataTable {
    let mut rows: Vec<Vec<String>> = graph
        .stage(2)
        .map(|(_, node)| {
            let printed = node.sides().any(Amount::is_printed);
            let words = wording::cell_words(node.count(), printed, node.is_complete(), language);
            vec![wording::subject(node.subject, language).to_owned(), words]
        })
        .listed();
    let gaps = piles.iter().filter(|pile| pile.tone == Tone::Gap);
    rows.extend(gaps.map(|pile| vec![pile.name.clone(), pile.count.to_string()]));
    let caption = wording::table_caption(title, language);
    DataTable { caption, columns: wording::waffle_columns(language), rows }
}
