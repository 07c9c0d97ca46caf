//! Where nodes, bands and labels of the flow stand.
//!
//! Bands are as thick as their counts on one scale for the whole picture; a band under a pixel is drawn a pixel
//! thick, so that 1 of 3,000 is seen. A node is as high as the bands at its fuller side. Every node has a slot
//! that also holds its words, and slots never overlap: so no two labels do.

use super::super::graph::{Graph, Node};
use super::super::measure::{BASELINE, LINE, label_width, text_width};
use super::super::packing::spread;
use super::super::scene::Anchor;
use crate::sorted::Listed;

/// Thickness of the bar that marks a node's face.
pub const BAR: f64 = 10.0;
/// Thickness of the faces of a node that bands pass through.
pub const FACE: f64 = 4.0;
const MARGIN: f64 = 2.0;
const NARROWEST: f64 = 1080.0;
const STUB_WIDTH: f64 = 22.0;
const PADDING: f64 = 10.0;
const INDENT: f64 = 7.0;
const HEAD: f64 = 30.0;
const THINNEST_BAND: f64 = 1.0;
const THINNEST_STUB: f64 = 3.0;
const THINNEST_NODE: f64 = 2.0;
/// A node that bands pass through holds its words only from this height on; a thinner one is under them.
pub const THINNEST_FOR_WORDS: f64 = 12.0;
const WIDEST_REQUEST: f64 = 14.0;
const BODY: f64 = 430.0;
const SHORTEST_RUN: f64 = 96.0;
/// Room between the slots of a column.
const GAPS: [f64; 4] = [8.0, 10.0, 10.0, 4.0];

/// One line of a node's label: words and a figure.
pub type Line = (String, String);

/// A placed node.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its index in the graph.
    pub node: usize,
    /// Left face.
    pub left: f64,
    /// Right face.
    pub right: f64,
    /// Top edge.
    pub top: f64,
    /// Height.
    pub height: f64,
    /// Anchor point of its lines: x, and the first line's baseline.
    pub words: (f64, f64),
    /// Which end of its lines the anchor point is.
    pub anchor: Anchor,
}

/// A placed band.
#[derive(Clone, Debug, PartialEq)]
pub struct Ribbon {
    /// Its index in the graph.
    pub band: usize,
    /// Top of its left end.
    pub from: (f64, f64),
    /// Top of its right end.
    pub to: (f64, f64),
    /// Its thickness, measured upright.
    pub thickness: f64,
}

/// What is missing or left over at a node's face.
#[derive(Clone, Debug, PartialEq)]
pub struct Stub {
    /// The node's index in the graph.
    pub node: usize,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// The whole picture but for its notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Canvas width.
    pub width: f64,
    /// Below this nothing is drawn yet.
    pub bottom: f64,
    /// Anchor points of the columns' heads.
    pub heads: [(f64, Anchor); 4],
    /// The nodes that are drawn, column by column.
    pub nodes: Vec<Placed>,
    /// The bands.
    pub ribbons: Vec<Ribbon>,
    /// The gaps.
    pub stubs: Vec<Stub>,
    /// True where a band is drawn thicker than its count.
    pub has_hairlines: bool,
}

/// Lays the flow out. `lines` holds each node's label by its index; `heads` the columns' heads.
pub fn lay_out(graph: &Graph, lines: &[Vec<Line>], heads: [&str; 4]) -> Layout {
    let columns = Columns::new(graph, lines, heads);
    let faces = Faces::of(graph);
    let scale = scale(&faces, lines);
    let stages = [0, 1, 2, 3].map(|stage| faces.slots(lines, scale, stage));
    let body = stages.iter().enumerate().map(|(stage, slots)| total(slots, stage)).fold(0.0, f64::max);
    let mut layout = Layout {
        width: columns.width,
        bottom: HEAD + body,
        heads: columns.heads(),
        nodes: Vec::new(),
        ribbons: Vec::new(),
        stubs: Vec::new(),
        has_hairlines: graph.bands.iter().any(|band| band.amount.count as f64 * scale < THINNEST_BAND),
    };
    for (stage, slots) in stages.iter().enumerate() {
        let sizes: Vec<f64> = slots.iter().map(|slot| slot.size).listed();
        let centres = if stage == 3 {
            let wanted: Vec<f64> =
                slots.iter().map(|slot| source_of(&layout, graph, slot.node, scale)).listed();
            spread(&wanted, &sizes, GAPS[stage], HEAD, layout.bottom)
        } else {
            let start = HEAD + (body - total(slots, stage)) / 2.0;
            spread(&vec![0.0; sizes.len()], &sizes, GAPS[stage], start, layout.bottom)
        };
        for (slot, centre) in slots.iter().zip(centres) {
            layout.nodes.push(columns.place(stage, slot, centre, lines));
        }
    }
    bind(&mut layout, &faces, scale);
    layout
}

/// The room that one node takes in its column.
#[derive(Clone, Copy, Debug)]
struct Slot {
    node: usize,
    height: f64,
    words: f64,
    above: bool,
    size: f64,
}

fn total(slots: &[Slot], stage: usize) -> f64 {
    let gaps = slots.len().saturating_sub(1) as f64 * GAPS[stage];
    slots.iter().map(|slot| slot.size).sum::<f64>() + gaps
}

fn band_thickness(count: i64, scale: f64) -> f64 {
    (count as f64 * scale).max(THINNEST_BAND)
}

fn stub_thickness(node: &Node, scale: f64) -> f64 {
    match node.gap() {
        0 => 0.0,
        gap => (gap.abs() as f64 * scale).max(THINNEST_STUB),
    }
}

/// The faces of every node: the counts of the bands at its left and at its right.
struct Faces<'a> {
    graph: &'a Graph,
    bands: Vec<[Vec<i64>; 2]>,
}

impl<'a> Faces<'a> {
    fn of(graph: &'a Graph) -> Faces<'a> {
        let mut bands = vec![[const { Vec::new() }; 2]; graph.nodes.len()];
        for band in &graph.bands {
            bands[band.from][1].push(band.amount.count);
            bands[band.to][0].push(band.amount.count);
        }
        Faces { graph, bands }
    }

    /// What the bands at one face of a node take, or the printed total where there are none.
    fn taken(&self, index: usize, scale: f64, right: bool) -> f64 {
        let bands = self.bands[index][usize::from(right)].iter();
        let taken: f64 = bands.map(|count| band_thickness(*count, scale)).sum();
        let node = &self.graph.nodes[index];
        let side = if right { &node.outflow } else { &node.inflow };
        let printed = side.as_ref().map_or(0.0, |side| side.count as f64 * scale);
        taken.max(printed)
    }

    fn height(&self, index: usize, scale: f64) -> f64 {
        let node = &self.graph.nodes[index];
        let stub = stub_thickness(node, scale);
        let (left, right) = if node.gap() < 0 { (stub, 0.0) } else { (0.0, stub) };
        let left = left + self.taken(index, scale, false);
        let right = right + self.taken(index, scale, true);
        left.max(right).max(THINNEST_NODE)
    }

    /// The slots of a column, top to bottom.
    fn slots(&self, lines: &[Vec<Line>], scale: f64, stage: usize) -> Vec<Slot> {
        let drawn = self.graph.stage(stage).filter(|(_, node)| node.is_drawn());
        drawn
            .map(|(index, _)| {
                let height = self.height(index, scale);
                let words = lines[index].len() as f64 * LINE;
                // Words inside a thin node would be struck through by it: they stand on top of it.
                let above = matches!(stage, 1 | 2) && height < THINNEST_FOR_WORDS;
                let size = if above { words + height } else { words.max(height) };
                Slot { node: index, height, words, above, size }
            })
            .listed()
    }
}

/// Pixels a request: as many as let every column fit the body, words included.
fn scale(faces: &Faces<'_>, lines: &[Vec<Line>]) -> f64 {
    let highest =
        |scale: f64| (0..4).map(|stage| total(&faces.slots(lines, scale, stage), stage)).fold(0.0, f64::max);
    let budget = BODY.max(highest(0.0) + 100.0);
    if highest(WIDEST_REQUEST) <= budget {
        return WIDEST_REQUEST;
    }
    let (mut fits, mut passes) = (0.0, WIDEST_REQUEST);
    for _ in 0..48 {
        let middle = (fits + passes) / 2.0;
        if highest(middle) <= budget { fits = middle } else { passes = middle }
    }
    fits
}

/// Where the columns stand from left to right.
struct Columns {
    width: f64,
    source: f64,
    applicant: (f64, f64),
    outcome: (f64, f64),
    ground: f64,
    source_words: f64,
}

impl Columns {
    fn new(graph: &Graph, lines: &[Vec<Line>], heads: [&str; 4]) -> Columns {
        let widest = |stage: usize| {
            graph
                .stage(stage)
                .filter(|(_, node)| node.is_drawn())
                .flat_map(|(index, _)| &lines[index])
                .map(|(text, figure)| label_width(text, figure))
                .fold(text_width(heads[stage]), f64::max)
        };
        let left_stub = graph.stage(0).any(|(_, node)| node.gap() < 0);
        let indent = if left_stub { STUB_WIDTH + INDENT } else { INDENT };
        let source = MARGIN + widest(0) + indent;
        let (applicant, outcome) = (widest(1) + 2.0 * PADDING, widest(2) + 2.0 * PADDING);
        let ground = widest(3) + INDENT + MARGIN;
        let taken = source + BAR + applicant + outcome + BAR + ground;
        let width = NARROWEST.max(taken + 3.0 * SHORTEST_RUN).round();
        let run = (width - taken) / 3.0;
        let applicant = (source + BAR + run, source + BAR + run + applicant);
        let outcome = (applicant.1 + run, applicant.1 + run + outcome);
        Columns { width, source, applicant, outcome, ground: outcome.1 + run, source_words: source - indent }
    }

    fn heads(&self) -> [(f64, Anchor); 4] {
        [
            (self.source + BAR, Anchor::End),
            (self.applicant.0, Anchor::Start),
            (self.outcome.0, Anchor::Start),
            (self.ground, Anchor::Start),
        ]
    }

    fn place(&self, stage: usize, slot: &Slot, centre: f64, lines: &[Vec<Line>]) -> Placed {
        let slot_top = centre - slot.size / 2.0;
        let top = if slot.above { slot_top + slot.words } else { centre - slot.height / 2.0 };
        let words_top = if slot.above { slot_top } else { centre - slot.words / 2.0 };
        let (left, right, words, anchor) = match stage {
            0 => (self.source, self.source + BAR, self.source_words, Anchor::End),
            1 => (self.applicant.0, self.applicant.1, self.applicant.0 + PADDING, Anchor::Start),
            2 => (self.outcome.0, self.outcome.1, self.outcome.0 + PADDING, Anchor::Start),
            _ => (self.ground, self.ground + BAR, self.ground + BAR + INDENT, Anchor::Start),
        };
        debug_assert!(!lines[slot.node].is_empty());
        let words = (words, words_top + BASELINE);
        Placed { node: slot.node, left, right, top, height: slot.height, words, anchor }
    }
}

/// The height at which the band to a ground leaves its group.
fn source_of(layout: &Layout, graph: &Graph, ground: usize, scale: f64) -> f64 {
    let Some(index) = graph.bands.iter().position(|band| band.to == ground) else { return HEAD };
    let from = graph.bands[index].from;
    let Some(group) = layout.nodes.iter().find(|placed| placed.node == from) else { return HEAD };
    let before: f64 = graph.bands[..index]
        .iter()
        .filter(|band| band.from == from)
        .map(|band| band_thickness(band.amount.count, scale))
        .sum();
    group.top + before + band_thickness(graph.bands[index].amount.count, scale) / 2.0
}

/// Stacks the bands at the faces of their nodes, in the form's order, and what is missing below them.
fn bind(layout: &mut Layout, faces: &Faces<'_>, scale: f64) {
    let graph = faces.graph;
    let mut right_ends: Vec<f64> = vec![0.0; graph.nodes.len()];
    let mut left_ends = right_ends.clone();
    let place = |node: usize| layout.nodes.iter().find(|placed| placed.node == node);
    for (index, band) in graph.bands.iter().enumerate() {
        let (Some(from), Some(to)) = (place(band.from), place(band.to)) else { continue };
        let thickness = band_thickness(band.amount.count, scale);
        layout.ribbons.push(Ribbon {
            band: index,
            from: (from.right, from.top + right_ends[band.from]),
            to: (to.left, to.top + left_ends[band.to]),
            thickness,
        });
        right_ends[band.from] += thickness;
        left_ends[band.to] += thickness;
    }
    for placed in &layout.nodes {
        let node = &graph.nodes[placed.node];
        let gap = node.gap();
        if gap == 0 {
            continue;
        }
        let height = stub_thickness(node, scale);
        let above = faces.taken(placed.node, scale, gap > 0);
        let x = if gap > 0 { placed.right } else { placed.left - STUB_WIDTH };
        layout.stubs.push(Stub { node: placed.node, x, y: placed.top + above, width: STUB_WIDTH, height });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::count::Requests;
    use crate::chart::specimen::{Specimen, broken, giant, mixed, one_kind, single};

    /// At each face of each node: the bands touch one another, start at its top, and with the stub end at its foot,
    /// but for what bands drawn a pixel thick take more.
    fn check(specimen: Specimen) {
        let review = specimen.review();
        let graph = Graph::of(&Requests::of(review.report.as_ref().unwrap()).unwrap());
        let line = |node: &Node| vec![("words".to_owned(), node.count().to_string())];
        let lines: Vec<Vec<Line>> = graph.nodes.iter().map(line).collect();
        let layout = lay_out(&graph, &lines, ["a", "b", "c", "d"]);
        assert_eq!(layout.ribbons.len(), graph.bands.len());
        for placed in &layout.nodes {
            for right in [false, true] {
                let mut foot = placed.top;
                for ribbon in &layout.ribbons {
                    let band = &graph.bands[ribbon.band];
                    let (node, end) = if right { (band.from, ribbon.from) } else { (band.to, ribbon.to) };
                    if node == placed.node {
                        assert!((end.1 - foot).abs() < 1e-6, "{ribbon:?} does not follow at {foot}");
                        assert_eq!(end.0, if right { placed.right } else { placed.left });
                        foot += ribbon.thickness;
                    }
                }
                let stubs = layout.stubs.iter().filter(|stub| stub.node == placed.node);
                for stub in stubs.filter(|stub| (stub.x >= placed.right) == right) {
                    assert!(foot <= stub.y + 1e-6, "{stub:?} over the bands that end at {foot}");
                    foot = stub.y + stub.height;
                }
                assert!(foot <= placed.top + placed.height + 1e-6, "{placed:?} is shorter than {foot}");
            }
        }
        let scale = scale(&Faces::of(&graph), &lines);
        for ribbon in &layout.ribbons {
            let exact = graph.bands[ribbon.band].amount.count as f64 * scale;
            let is_exact = (ribbon.thickness - exact).abs() < 1e-9;
            assert!(is_exact || exact < ribbon.thickness && ribbon.thickness == THINNEST_BAND, "{ribbon:?}");
        }
    }

    #[test]
    fn bands_keep_their_proportion_and_fill_the_faces_of_their_nodes() {
        for specimen in [mixed(), broken(), giant(), one_kind(), single()] {
            check(specimen);
        }
    }

    #[test]
    fn one_of_three_thousand_is_seen() {
        let review = giant().review();
        let graph = Graph::of(&Requests::of(review.report.as_ref().unwrap()).unwrap());
        let lines = vec![vec![("words".to_owned(), "1".to_owned())]; graph.nodes.len()];
        let layout = lay_out(&graph, &lines, ["a", "b", "c", "d"]);
        assert!(layout.has_hairlines);
        assert!(layout.nodes.iter().all(|placed| placed.height >= THINNEST_NODE));
        assert!(layout.ribbons.iter().all(|ribbon| ribbon.thickness >= THINNEST_BAND));
    }
}
