//! Claims: the numbers of the prose and what they say about the tables.

use super::form::{Applicant, Cell, DisputeOutcome, Item, ItemField, OutcomeGroup, RequestRow, Track};
use crate::document::Place;
use crate::number::Decimal;
use crate::sorted::Listed;

/// A number of the prose, or a negation that says nought, and what it can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The words that claim it: the clause, as printed.
    pub text: String,
    /// What is claimed.
    pub quantity: Quantity,
    /// The number: a count, or per cent for a share.
    pub value: Decimal,
    /// The sums of cells it can mean, the likeliest first; empty where it is tied to no cell.
    pub readings: Vec<Vec<Cell>>,
    /// True where every word of the clause was understood. Only then may a difference be held against it.
    pub firm: bool,
    /// True where a negation says nought (未收到, 未发生).
    pub negated: bool,
    /// True where the words name only a part of what the cells hold: it can be at most their sum.
    pub at_most: bool,
    /// The numbers of the prose that this one adds up, by the prose's own words.
    pub parts: Option<Parts>,
    /// Whom it speaks of.
    pub scope: Scope,
    /// The paragraph's sentence it stands in, counted over the whole document.
    pub sentence: usize,
    /// Where: the block, and the characters of the number with its unit (of a negation, of the clause).
    pub place: Place,
}

/// Numbers of the prose that another one adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The numbers, in their order.
    pub values: Vec<Decimal>,
    /// True where they are the whole (合计); false where they are some of it (其中).
    pub whole: bool,
}

/// Whom a claim speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The same organs as the tables, as far as the words tell.
    #[default]
    Whole,
    /// The government's own office alone, inside a report for a jurisdiction.
    Office,
}

impl Scope {
    /// The name after the `@` of a finding.
    pub const fn key(self) -> &'static str {
        match self {
            Scope::Whole => "whole",
            Scope::Office => "office",
        }
    }
}

/// What a number of the prose counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// 新收: newly received only.
    NewReceived,
    /// 收到, 受理: newly received, or with what was carried in.
    Received,
    /// 收到和办理: newly received, or with what was carried in, or outcomes.
    ReceivedAndHandled,
    /// 上年结转.
    CarriedIn,
    /// Newly received and carried in together.
    InHand,
    /// 办结, 答复.
    OutcomeTotal,
    /// 其中办结: outcomes, or those of what was newly received.
    AnsweredOf,
    /// 均已办结: nothing is left for the next year.
    AllAnswered,
    /// 办理, 处理: outcomes, or all in hand.
    Handled,
    /// 结转下年度, 正在办理.
    CarriedOut,
    /// Outcome groups, one or several together: bit `n` stands for `OutcomeGroup::ALL[n]`.
    Groups(u8),
    /// 同意公开: disclosed, in full or in part.
    Agreed,
    /// One row of table 3.
    Row(RequestRow),
    /// One kind of applicant.
    Kind(Applicant),
    /// 法人或其他组织: the five kinds together.
    LegalPersons,
    /// 行政复议.
    Reconsiderations,
    /// 行政诉讼: both tracks.
    Suits,
    /// Reconsiderations and suits together.
    Disputes,
    /// One track by its own name.
    Track(Track),
    /// One outcome of a track.
    DisputeOutcome(Track, DisputeOutcome),
    /// One outcome of both tracks of litigation.
    SuitOutcome(DisputeOutcome),
    /// A cell of table 2.
    Proactive(Item, ItemField),
    /// A share of outcome groups: bits as in [`Quantity::Groups`].
    Share(u8),
    /// A number that was tied to nothing.
    Unexplained,
}

impl Quantity {
    /// The groups of a set of bits.
    pub fn groups(bits: u8) -> impl Iterator<Item = OutcomeGroup> {
        OutcomeGroup::ALL.into_iter().filter(move |group| bits & (1 << *group as u8) != 0)
    }

    /// The name in JSON.
    pub fn key(self) -> String {
        match self {
            Quantity::NewReceived | Quantity::Received | Quantity::ReceivedAndHandled => {
                "new_received".into()
            }
            Quantity::CarriedIn => "carried_in".into(),
            Quantity::InHand => "in_hand".into(),
            Quantity::OutcomeTotal | Quantity::AnsweredOf | Quantity::Handled => "outcome_total".into(),
            Quantity::CarriedOut | Quantity::AllAnswered => "carried_out".into(),
            Quantity::Groups(bits) => groups_key(bits),
            Quantity::Agreed => groups_key(1 << OutcomeGroup::Granted as u8),
            Quantity::Row(row) => row.key().into(),
            Quantity::Kind(applicant) => applicant.key().into(),
            Quantity::LegalPersons => "legal_person_subtotal".into(),
            Quantity::Reconsiderations => "reconsiderations".into(),
            Quantity::Suits => "suits".into(),
            Quantity::Disputes => "disputes".into(),
            Quantity::Track(track) => track.key().into(),
            Quantity::DisputeOutcome(track, outcome) => format!("{}.{}", track.key(), outcome.key()),
            Quantity::SuitOutcome(outcome) => format!("suits.{}", outcome.key()),
            Quantity::Proactive(item, _) => item.key().into(),
            Quantity::Share(bits) => format!("share:{}", groups_key(bits)),
            Quantity::Unexplained => "unexplained".into(),
        }
    }
}

fn groups_key(bits: u8) -> String {
    let key = |group| match group {
        OutcomeGroup::Granted => "granted",
        OutcomeGroup::PartiallyGranted => "partially_granted",
        OutcomeGroup::Denied => "denied",
        OutcomeGroup::Unable => "unable",
        OutcomeGroup::Rejected => "rejected",
        OutcomeGroup::Other => "other",
    };
    if bits == 0b11 {
        return "granted_or_partial".into();
    }
    Quantity::groups(bits).map(key).listed().join("+")
}
