//! One known defect at a time: what was done to a report, and what must be found.

mod figures;
pub mod judgement;
mod pages;
mod words;

use super::chance::Chance;
use super::identities;
use super::layout::{Layout, Rendered};
use super::page::{self, Shape};
use super::printed::Printed;
use super::truth::{Truth, Wish};
use super::wording::Wording;
use gouji::number::Decimal;
use gouji::report::form::{Applicant, Cell, Edition, Item, ItemField, RequestRow};
use std::collections::BTreeSet;

/// A kind of defect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Defect {
    /// One cell of table 3 mistyped.
    Slip,
    /// The same slip in 自然人 and 总计.
    Twin,
    /// One application booked under the wrong kind.
    WrongKind,
    /// A total of table 4 mistyped.
    DisputeTotal,
    /// A part of table 4 mistyped.
    DisputePart,
    /// 总计 of a row with applications left blank.
    BlankTotal,
    /// 总计 of a track with cases left blank.
    BlankDisputeTotal,
    /// A word where a count belongs.
    Word,
    /// A count below nought.
    Negative,
    /// A count with a fraction.
    Fraction,
    /// Two numbers in a cell.
    TwoNumbers,
    /// A count with leading noughts.
    LeadingNoughts,
    /// The fee in 元 in a column of 万元.
    FeeInYuan,
    /// More issued than can be in force.
    StockBelowNought,
    /// More newly disclosed than disclosed in all.
    DisclosedTooMuch,
    /// Fewer items than none.
    ItemsBelowNought,
    /// Procurement without an amount, or the reverse.
    ProcurementHalf,
    /// 规章 of an organ that cannot make them.
    RulesOfCounty,
    /// Section 一, 五 or 六 left out.
    NoSection,
    /// A sub-table of table 2 left out.
    NoArticle,
    /// Table 3 left out, its heading too.
    NoRequests,
    /// Table 4 left out, its heading too.
    NoDisputes,
    /// A heading of table 3 or 4 with nothing under it.
    NoGrid,
    /// A row of table 3 left out.
    NoRow,
    /// A column of table 3 left out.
    NoColumn,
    /// Table 3 printed twice.
    Twice,
    /// Sections 五 and 六 in the wrong order.
    Disorder,
    /// The form of 2019 used for a later year.
    OldForm,
    /// Published after the deadline.
    Late,
    /// Dated before the year was over.
    Early,
    /// The period ends in November.
    ShortPeriod,
    /// No period.
    NoPeriod,
    /// Section 五 says 无.
    NoProblems,
    /// A number of the prose that the tables contradict.
    Narrative,
    /// A number never filled in.
    NumberMissing,
    /// A left-over of a template.
    Template,
}

/// A spoiled report.
#[derive(Clone, Debug)]
pub struct Spoiled {
    /// What was done.
    pub defect: Defect,
    /// The report, its `values` still true.
    pub truth: Truth,
    /// The file.
    pub rendered: Rendered,
    /// What was done, in words, for messages.
    pub what: String,
    /// The cells that were changed: cell, printed now, the true value.
    pub changed: Vec<(Cell, String, Decimal)>,
    /// Findings that must be there: of each set one, as `code` or `code@place`.
    pub must: Vec<BTreeSet<String>>,
    /// Codes that may be there besides, whatever their level.
    pub may: BTreeSet<String>,
}

impl Defect {
    /// Every defect.
    pub const ALL: [Defect; 36] = [
        Defect::Slip,
        Defect::Twin,
        Defect::WrongKind,
        Defect::DisputeTotal,
        Defect::DisputePart,
        Defect::BlankTotal,
        Defect::BlankDisputeTotal,
        Defect::Word,
        Defect::Negative,
        Defect::Fraction,
        Defect::TwoNumbers,
        Defect::LeadingNoughts,
        Defect::FeeInYuan,
        Defect::StockBelowNought,
        Defect::DisclosedTooMuch,
        Defect::ItemsBelowNought,
        Defect::ProcurementHalf,
        Defect::RulesOfCounty,
        Defect::NoSection,
        Defect::NoArticle,
        Defect::NoRequests,
        Defect::NoDisputes,
        Defect::NoGrid,
        Defect::NoRow,
        Defect::NoColumn,
        Defect::Twice,
        Defect::Disorder,
        Defect::OldForm,
        Defect::Late,
        Defect::Early,
        Defect::ShortPeriod,
        Defect::NoPeriod,
        Defect::NoProblems,
        Defect::Narrative,
        Defect::NumberMissing,
        Defect::Template,
    ];

    /// Spoils the report of `seed` in this way and renders it; `None` where the report offers no place for it.
    pub fn spoil(self, seed: u64, layout: Layout) -> Option<Spoiled> {
        let mut chance = Chance::for_purpose(seed, &format!("{self:?}"));
        let truth = Truth::draw(seed, self.wish());
        let mut work =
            Work { truth, what: String::new(), changed: Vec::new(), must: Vec::new(), may: BTreeSet::new() };
        if self.is_of_page() {
            self.spoil_words(&mut work, &mut chance)?;
        } else {
            self.spoil_figures(&mut work, &mut chance)?;
        }
        let mut page = page::compose(&work.truth, &Wording::exact(), &self.shape(layout));
        self.spoil_page(&mut page, &mut work, &mut chance)?;
        let rendered = layout.render_page(&work.truth, page, &mut chance);
        Some(Spoiled {
            defect: self,
            truth: work.truth,
            rendered,
            what: work.what,
            changed: work.changed,
            must: work.must,
            may: work.may,
        })
    }

    /// The codes that this defect asks for; a test leaves a defect out while none of them is a rule.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Defect::Slip | Defect::Twin | Defect::WrongKind => &["R01", "R02", "R03"],
            Defect::DisputeTotal | Defect::DisputePart => &["D01"],
            Defect::BlankTotal => &["R08"],
            Defect::BlankDisputeTotal => &["D03"],
            Defect::Word => &["C03"],
            Defect::Negative => &["C04"],
            Defect::Fraction => &["C05"],
            Defect::TwoNumbers | Defect::LeadingNoughts => &["C08"],
            Defect::FeeInYuan => &["C07"],
            Defect::StockBelowNought => &["P01"],
            Defect::DisclosedTooMuch => &["P02"],
            Defect::ItemsBelowNought => &["P03"],
            Defect::ProcurementHalf => &["P05"],
            Defect::RulesOfCounty => &["P06"],
            Defect::NoSection => &["S03"],
            Defect::NoArticle => &["S07"],
            Defect::NoRequests => &["S08"],
            Defect::NoDisputes => &["S09"],
            Defect::NoGrid => &["S11", "S08", "S09"],
            Defect::NoRow | Defect::NoColumn => &["S10"],
            Defect::Twice => &["S06"],
            Defect::Disorder => &["S04"],
            Defect::OldForm => &["S02"],
            Defect::Late => &["S14"],
            Defect::Early => &["S15"],
            Defect::ShortPeriod | Defect::NoPeriod => &["S16"],
            Defect::NoProblems => &["S19"],
            Defect::Narrative => &["N01"],
            Defect::NumberMissing => &["N15"],
            Defect::Template => &["S23"],
        }
    }

    fn is_of_page(self) -> bool {
        self >= Defect::NoSection
    }

    fn wish(self) -> Wish {
        let wish = Wish::PLAIN;
        match self {
            Defect::FeeInYuan | Defect::StockBelowNought => Wish { edition: Some(Edition::Y2021), ..wish },
            Defect::DisclosedTooMuch | Defect::ItemsBelowNought | Defect::ProcurementHalf => {
                Wish { edition: Some(Edition::Y2019), ..wish }
            }
            Defect::OldForm => Wish { edition: Some(Edition::Y2019), year: Some(2022), ..wish },
            _ => wish,
        }
    }

    fn shape(self, layout: Layout) -> Shape {
        let plain = Shape::default();
        match layout {
            Layout::HtmlThreeTracks | Layout::MarkdownRows => Shape { three_tracks: true, ..plain },
            _ => plain,
        }
    }
}

/// A report under work.
struct Work {
    truth: Truth,
    what: String,
    changed: Vec<(Cell, String, Decimal)>,
    must: Vec<BTreeSet<String>>,
    may: BTreeSet<String>,
}

impl Work {
    fn count(&self, cell: Cell) -> i64 {
        super::figures::count(&self.truth.values, cell)
    }

    fn document(&self, field: ItemField) -> i64 {
        self.count(Cell::Proactive(Item::NormativeDocuments, field))
    }

    fn outcome_cell(&self, chance: &mut Chance, edition: Edition) -> Cell {
        let rows: Vec<RequestRow> = RequestRow::outcomes(edition).collect();
        Cell::Request(chance.pick(&rows), chance.pick(&Applicant::KINDS))
    }

    fn change(&mut self, cell: Cell, value: i64) {
        self.print(cell, Printed::plain(value.into()));
    }

    fn print(&mut self, cell: Cell, printed: Printed) {
        let truth = self.truth.values[&cell];
        if !self.what.is_empty() {
            self.what.push_str(", ");
        }
        self.what.push_str(&format!("{cell}: {truth} printed as {:?}", printed.text));
        self.changed.push((cell, printed.text.clone(), truth));
        self.truth.printed.insert(cell, printed);
    }

    fn must(&mut self, any: &[&str]) {
        self.must.push(any.iter().map(|code| (*code).to_owned()).collect());
    }

    fn may(&mut self, codes: &[&str]) {
        self.may.extend(codes.iter().map(|code| (*code).to_owned()));
    }

    /// Every identity that now fails must be found.
    fn must_break_identities(&mut self) {
        for failing in identities::failing(self.truth.edition, &self.truth.printed) {
            self.must.push(BTreeSet::from([failing]));
        }
        self.may(&["R05", "R09", "R10", "R12"]);
        self.may_narrative();
    }

    fn may_break_identities(&mut self) {
        self.may(&["R01", "R02", "R03"]);
        self.may_narrative();
    }

    fn may_narrative(&mut self) {
        for number in 1..=18 {
            self.may.insert(format!("N{number:02}"));
        }
    }
}

/// A wrong number as a keyboard makes it; `None` where nothing plausible differs.
pub fn slip(chance: &mut Chance, value: i64) -> Option<i64> {
    let digits = value.to_string();
    let wrong = match chance.below(6) {
        0 => value + 1,
        1 => value - 1,
        2 if digits.len() > 1 => {
            let at = chance.below(digits.len() - 1);
            let mut letters: Vec<u8> = digits.into_bytes();
            letters.swap(at, at + 1);
            String::from_utf8(letters).ok()?.parse().ok()?
        }
        3 if digits.len() > 1 => {
            let at = chance.below(digits.len());
            let rest: String = digits
                .chars()
                .enumerate()
                .filter(|(index, _)| *index != at)
                .map(|(_, digit)| digit)
                .collect();
            rest.parse().ok()?
        }
        4 if value > 0 => {
            let at = chance.below(digits.len());
            let (front, back) = digits.split_at(at + 1);
            format!("{front}{}{back}", &front[at..]).parse().ok()?
        }
        _ => value + chance.between(1, 9),
    };
    (wrong >= 0 && wrong != value).then_some(wrong)
}
