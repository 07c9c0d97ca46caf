//! The flow as a scene: marks, sentence, notes and data table.

use super::layout::{FACE, Layout, Line, Placed, Ribbon, THINNEST_FOR_WORDS, lay_out};
use crate::chart::count::{Amount, Requests};
use crate::chart::graph::{Graph, Node, Subject};
use crate::chart::measure::{LINE, wrapped};
use crate::chart::scene::{Anchor, DataTable, Mark, Scene, Shape, Tone, Weight, tenths};
use crate::chart::view::View;
use crate::chart::wording;
use crate::language::Language;
use crate::report::form::{Applicant, OutcomeGroup, RequestRow};
use crate::sorted::{self, Listed};

/// Draws the flow of table 3.
pub fn draw(requests: &Requests<'_>, language: Language) -> Scene {
    let graph = Graph::of(requests);
    let in_hand = Some(requests.in_hand(Applicant::Total)).filter(Amount::is_complete);
    let title = wording::flow_title(in_hand.map(|amount| amount.count), language);
    let table = table(requests, &graph, &title, language);
    if graph.is_empty() {
        let printed = graph.nodes.iter().flat_map(Node::sides).any(Amount::is_printed);
        let sentence = if printed { wording::all_zero(language) } else { wording::no_numbers(language) };
        let title = wording::flow_title(None, language);
        return Scene::of_words(View::Flow, title, sentence.to_owned(), table);
    }
    let lines: Vec<Vec<Line>> = graph.nodes.iter().map(|node| lines(node, language)).listed();
    let layout = lay_out(&graph, &lines, wording::stages(language));
    let mut marks = bands(&layout, &graph, language);
    marks.extend(layout.stubs.iter().map(|stub| {
        let node = &graph.nodes[stub.node];
        Mark::rectangle(stub.x, stub.y, stub.width, stub.height, Tone::Gap)
            .of_cells(node.sides().flat_map(|side| side.cells.iter().chain(&side.missing).copied()))
            .titled(wording::node_title(node, language))
    }));
    for placed in &layout.nodes {
        marks.extend(faces(placed, &graph.nodes[placed.node], language));
    }
    for placed in &layout.nodes {
        marks.extend(words(placed, &lines[placed.node]));
    }
    for (stage, head) in wording::stages(language).into_iter().enumerate() {
        if graph.stage(stage).any(|(_, node)| node.is_drawn()) {
            let (x, anchor) = layout.heads[stage];
            marks.push(Mark::label((x, 13.0), anchor, head, "", Tone::Quiet));
        }
    }
    let mut bottom = layout.bottom + 14.0;
    for line in notes(requests, &graph, &layout, language) {
        bottom += LINE + 1.0;
        marks.push(Mark::label((0.0, bottom), Anchor::Start, &line, "", Tone::Quiet));
    }
    Scene {
        name: View::Flow.key().to_owned(),
        title,
        sentence: sentence(requests, &graph, language),
        width: layout.width,
        height: (bottom + 10.0).ceil(),
        marks,
        table,
    }
}

fn lines(node: &Node, language: Language) -> Vec<Line> {
    let name = wording::subject(node.subject, language).to_owned();
    let mut lines = vec![(name, node.count().to_string())];
    lines.extend(wording::gap(node, language).map(|words| (words, String::new())));
    lines
}

/// The bands, thick ones at the back.
fn bands(layout: &Layout, graph: &Graph, language: Language) -> Vec<Mark> {
    let mut ribbons: Vec<&Ribbon> = layout.ribbons.iter().listed();
    sorted::sort_by(&mut ribbons, |left, right| right.thickness.total_cmp(&left.thickness));
    ribbons
        .into_iter()
        .map(|ribbon| {
            let band = &graph.bands[ribbon.band];
            let (from, to) = (graph.nodes[band.from].subject, graph.nodes[band.to].subject);
            let tone = if from.stage() == 0 { from.tone() } else { to.tone() };
            let (count, missing) = (band.amount.count, band.amount.missing.len());
            Mark::new(Shape::Area { path: path(ribbon) }, tone)
                .weighing(Weight::Band)
                .of_cells(band.amount.cells.iter().copied())
                .titled(wording::band_title(from, to, count, missing, language))
        })
        .listed()
}

fn path(ribbon: &Ribbon) -> String {
    let (x1, y1) = (tenths(ribbon.from.0), tenths(ribbon.from.1));
    let (x2, y2) = (tenths(ribbon.to.0), tenths(ribbon.to.1));
    let (y1_below, y2_below) =
        (tenths(ribbon.from.1 + ribbon.thickness), tenths(ribbon.to.1 + ribbon.thickness));
    let middle = tenths((ribbon.from.0 + ribbon.to.0) / 2.0);
    format!(
        "M{x1},{y1} C{middle},{y1} {middle},{y2} {x2},{y2} L{x2},{y2_below} \
         C{middle},{y2_below} {middle},{y1_below} {x1},{y1_below} Z"
    )
}

/// A node: a bar where nothing passes through, else two faces with a wash between them.
fn faces(placed: &Placed, node: &Node, language: Language) -> Vec<Mark> {
    let tone = node.subject.tone();
    let bar = |left: f64, right: f64, weight: Weight| {
        Mark::rectangle(left, placed.top, right - left, placed.height, tone)
            .weighing(weight)
            .of_cells(node.sides().flat_map(|side| side.cells.iter().copied()))
    };
    let title = wording::node_title(node, language);
    // A thin node's words stand above it: nothing is to be read on it, and a wash would not be seen.
    let between = if placed.height < THINNEST_FOR_WORDS { Weight::Band } else { Weight::Wash };
    match node.subject {
        Subject::Source(_) | Subject::Ground(..) => {
            vec![bar(placed.left, placed.right, Weight::Full).titled(title)]
        }
        Subject::Kind(_) | Subject::Group(_) | Subject::CarriedOut => vec![
            bar(placed.left + FACE, placed.right - FACE, between).titled(title),
            bar(placed.left, placed.left + FACE, Weight::Full),
            bar(placed.right - FACE, placed.right, Weight::Full),
        ],
    }
}

fn words(placed: &Placed, lines: &[Line]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let (x, mut y) = placed.words;
    for (index, (text, figure)) in lines.iter().enumerate() {
        let tone = if index == 0 { Tone::Ink } else { Tone::Wrong };
        marks.push(Mark::label((x, y), placed.anchor, text, figure, tone));
        y += LINE;
    }
    marks
}

/// What is not drawn, and how thick bands are, in lines as wide as the picture.
fn notes(requests: &Requests<'_>, graph: &Graph, layout: &Layout, language: Language) -> Vec<String> {
    let group_is_drawn = |group: OutcomeGroup| graph.node(Subject::Group(group)).is_some_and(Node::is_drawn);
    // A ground of a group that is not drawn is not named: its group is.
    let is_named = |node: &Node| match node.subject {
        Subject::Ground(group, _) => group_is_drawn(group),
        _ => true,
    };
    let heads = wording::stages(language);
    let undrawn = |blank: bool| -> Vec<(&str, Vec<&str>)> {
        let names = |stage: usize| {
            let nodes = graph.stage(stage).map(|(_, node)| node);
            nodes
                .filter(|node| !node.is_drawn() && is_named(node) && (node.missing() > 0) == blank)
                .map(|node| wording::subject(node.subject, language))
                .listed()
        };
        heads.into_iter().enumerate().map(|(stage, head)| (head, names(stage))).listed()
    };
    let mut notes = Vec::new();
    notes.extend(wording::zero_list(&undrawn(false), language));
    notes.extend(wording::blank_list(&undrawn(true), language));
    for column in Applicant::PRINTED {
        let (printed, parts) = (requests.cell(RequestRow::OutcomeTotal, column), requests.outcomes(column));
        if printed.is_printed() && parts.is_complete() && printed.count != parts.count {
            notes.push(wording::total_unlike_parts(column, printed.count, parts.count, language));
        }
    }
    if layout.has_hairlines {
        notes.push(wording::thickness_note(language).to_owned());
    }
    notes.iter().flat_map(|note| wrapped(note, layout.width)).listed()
}

/// Says what is to be seen; claims only what rests on printed cells.
fn sentence(requests: &Requests<'_>, graph: &Graph, language: Language) -> String {
    let complete = |amount: Amount| amount.is_complete().then_some(amount.count);
    let total = |row: RequestRow| complete(requests.balance_term(row, Applicant::Total));
    let group = |group: OutcomeGroup| complete(requests.group(group, Applicant::Total));
    let mut sentence = String::new();
    sentence.extend(wording::came_in(total(RequestRow::NewReceived), total(RequestRow::CarriedIn), language));
    if let (Some(granted), Some(partly)) =
        (group(OutcomeGroup::Granted), group(OutcomeGroup::PartiallyGranted))
    {
        let answered = complete(requests.outcomes(Applicant::Total))
            .filter(|parts| total(RequestRow::OutcomeTotal).is_none_or(|printed| printed == *parts));
        sentence.push_str(&wording::disclosed(granted, partly, answered, language));
    }
    if let Some((of, row, count)) = main_ground(graph) {
        sentence.push_str(&wording::main_ground(of, row, count, language));
    }
    if let Some(count) = total(RequestRow::CarriedOut) {
        sentence.push_str(&wording::carried_over(count, language));
    }
    sentence.extend(wording::gaps(graph, language));
    sentence.extend(wording::not_printed(graph.missing().len(), language));
    sentence.trim_end().to_owned()
}

/// The ground with the most requests, where every ground is printed and one is ahead of all others.
fn main_ground(graph: &Graph) -> Option<(OutcomeGroup, RequestRow, i64)> {
    let mut grounds = Vec::new();
    for (_, node) in graph.stage(3) {
        let Subject::Ground(group, row) = node.subject else { continue };
        if !node.is_complete() {
            return None;
        }
        grounds.push((group, row, node.count()));
    }
    let most = grounds.iter().map(|ground| ground.2).max().filter(|most| *most > 0)?;
    let mut leaders = grounds.into_iter().filter(|ground| ground.2 == most);
    let leader = leaders.next();
    if leaders.next().is_some() { None } else { leader }
}

/// Every number of the picture: sources, groups, grounds and 结转下年度 by kind of applicant, with the differences
/// that are hatched.
fn table(requests: &Requests<'_>, graph: &Graph, title: &str, language: Language) -> DataTable {
    let words = |amount: &Amount| {
        wording::cell_words(amount.count, amount.is_printed(), amount.is_complete(), language)
    };
    let row = |head: String, kinds: Vec<Amount>, total: Amount| {
        let sum = Amount::sum(kinds.iter().cloned());
        let difference = match sum.is_printed() && total.is_printed() {
            true => (total.count - sum.count).to_string(),
            false => String::new(),
        };
        let mut cells = vec![head];
        cells.extend(kinds.iter().map(&words));
        cells.extend([words(&sum), words(&total), difference]);
        cells
    };
    let single = |which: RequestRow, head: &str| {
        let kinds = Applicant::KINDS.map(|kind| requests.cell(which, kind)).to_vec();
        row(head.to_owned(), kinds, requests.total(which))
    };
    let name = |subject: Subject| wording::subject(subject, language);
    let mut rows = Vec::new();
    for source in [RequestRow::NewReceived, RequestRow::CarriedIn] {
        rows.push(single(source, name(Subject::Source(source))));
    }
    let in_hand = Applicant::KINDS.map(|kind| requests.in_hand(kind)).to_vec();
    rows.push(row(wording::in_hand(language).to_owned(), in_hand, requests.in_hand(Applicant::Total)));
    for group in OutcomeGroup::ALL {
        let kinds = Applicant::KINDS.map(|kind| requests.group(group, kind)).to_vec();
        let head = name(Subject::Group(group)).to_owned();
        rows.push(row(head, kinds, requests.group(group, Applicant::Total)));
        for ground in requests.grounds(group) {
            rows.push(single(*ground, &wording::ground_row(group, *ground, language)));
        }
    }
    rows.push(single(RequestRow::CarriedOut, name(Subject::CarriedOut)));
    let mut gaps = vec![wording::flow_gap_row(language).to_owned()];
    gaps.extend(graph.stage(1).map(|(_, node)| node.gap().to_string()));
    gaps.extend([const { String::new() }; 3]);
    rows.push(gaps);
    let caption = wording::table_caption(title, language);
    DataTable { caption, columns: wording::flow_columns(language), rows }
}
