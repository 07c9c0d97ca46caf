//! What flows where: 新收/结转 → kind of applicant → outcome group and 结转下年 → ground, in whole requests.
//!
//! Every band is a printed count or the sum of printed counts of one group. Nothing is spread over others: what a
//! node takes in and does not pass on, or passes on and never took in, is its gap.

use super::count::{Amount, Requests};
use super::scene::Tone;
use crate::report::form::{Applicant, Cell, OutcomeGroup, RequestRow};
use crate::sorted::SortedSet;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// 本年新收 or 上年结转.
    Source(RequestRow),
    /// A kind of applicant.
    Kind(Applicant),
    /// A group of outcomes.
    Group(OutcomeGroup),
    /// 结转下年度.
    CarriedOut,
    /// A row of a group that has several.
    Ground(OutcomeGroup, RequestRow),
}

impl Subject {
    /// The column it stands in, 0 to 3.
    pub fn stage(self) -> usize {
        match self {
            Subject::Source(_) => 0,
            Subject::Kind(_) => 1,
            Subject::Group(_) | Subject::CarriedOut => 2,
            Subject::Ground(..) => 3,
        }
    }

    /// Its colour.
    pub fn tone(self) -> Tone {
        match self {
            Subject::Source(RequestRow::CarriedIn) => Tone::CarriedIn,
            Subject::Source(_) => Tone::Received,
            Subject::Kind(_) => Tone::Applicant,
            Subject::CarriedOut => Tone::CarriedOut,
            Subject::Group(group) | Subject::Ground(group, _) => group_tone(group),
        }
    }
}

/// The colour of a group of outcomes.
pub fn group_tone(group: OutcomeGroup) -> Tone {
    match group {
        OutcomeGroup::Granted => Tone::Granted,
        OutcomeGroup::PartiallyGranted => Tone::PartiallyGranted,
        OutcomeGroup::Denied => Tone::Denied,
        OutcomeGroup::Unable => Tone::Unable,
        OutcomeGroup::Rejected => Tone::Rejected,
        OutcomeGroup::Other => Tone::Other,
    }
}

/// A node of the flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub subject: Subject,
    /// What it has by its left side: a printed total for a source, else what the bands bring.
    pub inflow: Option<Amount>,
    /// What it has by its right side: what the bands take away or, where there are none, a printed total.
    pub outflow: Option<Amount>,
}

impl Node {
    /// What comes in and does not go on; negative where more goes on than came in.
    pub fn gap(&self) -> i64 {
        match (&self.inflow, &self.outflow) {
            (Some(inflow), Some(outflow)) => inflow.count - outflow.count,
            _ => 0,
        }
    }

    /// The number it is called by: for what is received the left side's, for what became of it the total's.
    pub fn count(&self) -> i64 {
        let (first, second) = match self.subject {
            Subject::Source(_) | Subject::Kind(_) => (&self.inflow, &self.outflow),
            _ => (&self.outflow, &self.inflow),
        };
        let known =
            |side: &Option<Amount>| side.as_ref().filter(|side| side.is_printed()).map(|side| side.count);
        known(first).or(known(second)).unwrap_or(0)
    }

    /// True where something of it is to be seen.
    pub fn is_drawn(&self) -> bool {
        self.sides().any(|side| side.count > 0)
    }

    /// True where every cell behind it is printed.
    pub fn is_complete(&self) -> bool {
        self.sides().all(Amount::is_complete)
    }

    /// Both sides, as far as there are any.
    pub fn sides(&self) -> impl Iterator<Item = &Amount> {
        self.inflow.iter().chain(&self.outflow)
    }

    /// How many cells behind it hold no count.
    pub fn missing(&self) -> usize {
        self.sides().map(|side| side.missing.len()).sum()
    }
}

/// A band between nodes of neighbouring columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Index of the node on its left.
    pub from: usize,
    /// Index of the node on its right.
    pub to: usize,
    /// What flows, more than nought.
    pub amount: Amount,
}

/// The whole flow of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// Every node of the form, column by column in the form's order, noughts included.
    pub nodes: Vec<Node>,
    /// The bands that are more than nought, in the order of their left and then their right ends.
    pub bands: Vec<Band>,
}

impl Graph {
    /// The flow of table 3.
    pub fn of(requests: &Requests<'_>) -> Graph {
        let mut nodes = Vec::new();
        for row in [RequestRow::NewReceived, RequestRow::CarriedIn] {
            let printed = Some(requests.cell(row, Applicant::Total)).filter(Amount::is_printed);
            nodes.push(Node {
                subject: Subject::Source(row),
                inflow: printed,
                outflow: Some(requests.kinds(row)),
            });
        }
        for kind in Applicant::KINDS {
            let carried_out = requests.cell(RequestRow::CarriedOut, kind);
            nodes.push(Node {
                subject: Subject::Kind(kind),
                inflow: Some(requests.in_hand(kind)),
                outflow: Some(Amount::sum([requests.outcomes(kind), carried_out])),
            });
        }
        for group in OutcomeGroup::ALL {
            let printed = Amount::sum(requests.rows(group).iter().map(|row| match requests.grounds(group) {
                [] => requests.cell(*row, Applicant::Total),
                _ => requests.total(*row),
            }));
            nodes.push(Node {
                subject: Subject::Group(group),
                inflow: Some(Amount::sum(Applicant::KINDS.map(|kind| requests.group(group, kind)))),
                outflow: Some(printed).filter(Amount::is_printed),
            });
        }
        let printed =
            Some(requests.cell(RequestRow::CarriedOut, Applicant::Total)).filter(Amount::is_printed);
        nodes.push(Node {
            subject: Subject::CarriedOut,
            inflow: Some(requests.kinds(RequestRow::CarriedOut)),
            outflow: printed,
        });
        for group in OutcomeGroup::ALL {
            for row in requests.grounds(group) {
                let subject = Subject::Ground(group, *row);
                nodes.push(Node { subject, inflow: Some(requests.total(*row)), outflow: None });
            }
        }
        let bands = bands(requests, &nodes);
        Graph { nodes, bands }
    }

    /// The node of a subject.
    pub fn node(&self, subject: Subject) -> Option<&Node> {
        self.nodes.iter().find(|node| node.subject == subject)
    }

    /// The nodes of a column, 0 to 3, with their indices.
    pub fn stage(&self, stage: usize) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.subject.stage() == stage)
    }

    /// The cells behind the flow that hold no count, each once.
    pub fn missing(&self) -> SortedSet<Cell> {
        self.nodes.iter().flat_map(Node::sides).flat_map(|side| side.missing.iter().copied()).collect()
    }

    /// True where nothing is more than nought.
    pub fn is_empty(&self) -> bool {
        !self.nodes.iter().any(Node::is_drawn)
    }
}

fn bands(requests: &Requests<'_>, nodes: &[Node]) -> Vec<Band> {
    let mut bands = Vec::new();
    for (from, left) in nodes.iter().enumerate() {
        for (to, right) in nodes.iter().enumerate() {
            let amount = match (left.subject, right.subject) {
                (Subject::Source(row), Subject::Kind(kind)) => requests.cell(row, kind),
                (Subject::Kind(kind), Subject::Group(group)) => requests.group(group, kind),
                (Subject::Kind(kind), Subject::CarriedOut) => requests.cell(RequestRow::CarriedOut, kind),
                (Subject::Group(group), Subject::Ground(of, row)) if group == of => requests.total(row),
                _ => continue,
            };
            if amount.count > 0 {
                bands.push(Band { from, to, amount });
            }
        }
    }
    bands
}
