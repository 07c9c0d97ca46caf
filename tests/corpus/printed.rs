//! What stands in a cell on paper: the true value, a blank, a dash, a number written in some unusual manner.

use super::chance::Chance;
use super::figures::Values;
use gouji::number::Decimal;
use gouji::report::form::{Applicant, Cell, DisputeOutcome, Edition, Item, ItemField, RequestRow, Track};
use gouji::report::{Manner, State, Unit};
use std::collections::BTreeMap;

/// A cell as printed, and what a reader must make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The text in the cell.
    pub text: String,
    /// What it says.
    pub state: State,
    /// The unit in the cell.
    pub unit: Option<Unit>,
    /// True where words stand beside the number.
    pub remark: bool,
    /// How it is written, where unusual.
    pub manners: Vec<Manner>,
}

impl Printed {
    /// A plain number.
    pub fn plain(value: Decimal) -> Printed {
        Printed {
            text: value.to_string(),
            state: State::Number(value),
            unit: None,
            remark: false,
            manners: Vec::new(),
        }
    }

    /// A number written otherwise.
    pub fn written(text: String, value: Decimal, manner: Option<Manner>) -> Printed {
        Printed { text, manners: manner.into_iter().collect(), ..Printed::plain(value) }
    }

    /// Nothing.
    pub fn blank() -> Printed {
        Printed { text: String::new(), state: State::Blank, unit: None, remark: false, manners: Vec::new() }
    }

    /// A sign that stands for nothing.
    pub fn dash(sign: &str) -> Printed {
        Printed { text: sign.to_owned(), state: State::Dash, ..Printed::blank() }
    }

    /// True for a plain number of ASCII digits: what every layout carries.
    pub fn is_plain(&self) -> bool {
        matches!(self.state, State::Number(_))
            && !self.text.is_empty()
            && self.text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-'))
    }
}

/// How noughts are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noughts {
    /// As `0`.
    Printed,
    /// Every part that is nought is blank.
    BlankParts,
    /// Some parts that are nought are blank.
    SomeBlank,
    /// As a sign such as `/`.
    Dashes,
    /// Only the row 规章 has a sign.
    RulesDash,
}

impl Noughts {
    /// Every way.
    pub const ALL: [Noughts; 5] =
        [Noughts::Printed, Noughts::BlankParts, Noughts::SomeBlank, Noughts::Dashes, Noughts::RulesDash];
}

/// Which totals are left blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totals {
    /// None.
    Printed,
    /// 总计 of every outcome row, whatever its parts.
    OutcomeRowsBlank,
    /// 总计 of all three tracks of table 4.
    DisputesBlank,
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// ASCII digits.
    Plain,
    /// Full-width digits.
    FullWidth,
    /// Thousands separated by a comma.
    Separated,
    /// Thousands separated by a full-width comma.
    SeparatedWide,
    /// A space between thousands.
    Spaced,
    /// With 件 behind the counts of table 3.
    Pieces,
    /// Changes of table 2 in words, remarks beside stocks, amounts with a unit.
    Wordy,
}

impl Writing {
    /// Every way.
    pub const ALL: [Writing; 7] = [
        Writing::Plain,
        Writing::FullWidth,
        Writing::Separated,
        Writing::SeparatedWide,
        Writing::Spaced,
        Writing::Pieces,
        Writing::Wordy,
    ];
}

/// Prints every value.
pub fn print(
    chance: &mut Chance,
    edition: Edition,
    values: &Values,
    noughts: Noughts,
    totals: Totals,
    writing: Writing,
) -> BTreeMap<Cell, Printed> {
    let sign = chance.pick(&["/", "/", "-", "—", "——", "－", "无", "\\"]);
    let mut printed: BTreeMap<Cell, Printed> =
        values.iter().map(|(cell, value)| (*cell, write(chance, *cell, *value, writing))).collect();
    for (cell, value) in values {
        let instead = match noughts {
            _ if !value.is_zero() => None,
            Noughts::Printed => None,
            Noughts::BlankParts if !is_total(*cell) => Some(Printed::blank()),
            Noughts::SomeBlank if !is_total(*cell) && chance.odds(1, 3) => Some(Printed::blank()),
            Noughts::Dashes if !is_total(*cell) => Some(Printed::dash(sign)),
            Noughts::RulesDash if matches!(cell, Cell::Proactive(Item::Rules, _)) => {
                Some(Printed::dash(sign))
            }
            Noughts::BlankParts | Noughts::SomeBlank | Noughts::Dashes | Noughts::RulesDash => None,
        };
        if let Some(instead) = instead {
            printed.insert(*cell, instead);
        }
    }
    if matches!(noughts, Noughts::BlankParts | Noughts::SomeBlank | Noughts::Dashes) {
        keep_one_number(edition, values, &mut printed);
    }
    for cell in blanked_totals(edition, totals) {
        printed.insert(cell, Printed::blank());
    }
    printed
}

/// True for 总计 columns of tables 3 and 4 and for row （七）.
pub fn is_total(cell: Cell) -> bool {
    matches!(
        cell,
        Cell::Request(RequestRow::OutcomeTotal, _)
            | Cell::Request(_, Applicant::Total)
            | Cell::Dispute(_, DisputeOutcome::Total)
    )
}

fn blanked_totals(edition: Edition, totals: Totals) -> Vec<Cell> {
    match totals {
        Totals::Printed => Vec::new(),
        Totals::OutcomeRowsBlank => {
            RequestRow::outcomes(edition).map(|row| Cell::Request(row, Applicant::Total)).collect()
        }
        Totals::DisputesBlank => Track::ALL.map(|track| Cell::Dispute(track, DisputeOutcome::Total)).to_vec(),
    }
}

/// A sub-table of table 2 without any number would be a finding of its own: each keeps one number.
fn keep_one_number(edition: Edition, values: &Values, printed: &mut BTreeMap<Cell, Printed>) {
    for article in gouji::report::form::Article20::ALL {
        let cells: Vec<Cell> = article
            .items(edition)
            .iter()
            .flat_map(|item| item.fields(edition).iter().map(|field| Cell::Proactive(*item, *field)))
            .collect();
        let any = cells.iter().any(|cell| matches!(printed[cell].state, State::Number(_)));
        if let (false, Some(last)) = (any, cells.last()) {
            printed.insert(*last, Printed::plain(values[last]));
        }
    }
}

fn write(chance: &mut Chance, cell: Cell, value: Decimal, writing: Writing) -> Printed {
    let plain = Printed::plain(value);
    let whole = value.to_whole().filter(|_| value.to_string().parse::<i64>().is_ok());
    match (writing, whole) {
        (Writing::Plain, _) => unit_of_money(chance, cell, plain, false),
        (Writing::FullWidth, _) => {
            let text = plain.text.chars().map(full_width).collect();
            Printed::written(text, value, Some(Manner::FullWidth))
        }
        (Writing::Separated, Some(whole)) if whole.abs() >= 1_000 => {
            Printed::written(grouped(whole, ","), value, Some(Manner::Separated))
        }
        (Writing::SeparatedWide, Some(whole)) if whole.abs() >= 1_000 => {
            Printed::written(grouped(whole, "，"), value, Some(Manner::Separated))
        }
        (Writing::Spaced, Some(whole)) if whole.abs() >= 1_000 => {
            Printed::written(grouped(whole, " "), value, Some(Manner::Spaced))
        }
        (Writing::Separated | Writing::SeparatedWide | Writing::Spaced, _) => plain,
        (Writing::Pieces, _) if matches!(cell, Cell::Request(..)) && !value.is_zero() => {
            Printed { text: format!("{value}件"), unit: Some(Unit::Pieces), ..plain }
        }
        (Writing::Pieces, _) => plain,
        (Writing::Wordy, _) => wordy(chance, cell, value),
    }
}

fn wordy(chance: &mut Chance, cell: Cell, value: Decimal) -> Printed {
    let plain = Printed::plain(value);
    let Cell::Proactive(_, field) = cell else { return plain };
    match (field, value.to_whole()) {
        (ItemField::ItemsChange, Some(change)) if change != 0 => {
            let size = change.abs();
            let (text, words) = match (change > 0, chance.below(4)) {
                (true, 0) => (format!("+{size}"), false),
                (true, 1) => (format!("增加{size}"), true),
                (true, 2) => (format!("↑{size}"), true),
                (true, _) => (format!("增{size}"), true),
                (false, 0) => (format!("-{size}"), false),
                (false, 1) => (format!("减少{size}"), true),
                (false, 2) => (format!("↓{size}"), true),
                (false, _) => (format!("减{size}"), true),
            };
            Printed::written(text, value, words.then_some(Manner::WordSign))
        }
        (ItemField::InForce | ItemField::TotalDisclosed, Some(stock)) if stock > 3 && chance.odds(1, 2) => {
            let within = chance.between(1, stock - 1);
            let words = chance.pick(&["其中修订", "含自然失效", "其中党政联合发文"]);
            let text = match chance.below(3) {
                0 => format!("{stock}（{words} {within} 件）"),
                1 => format!("{stock}({words}{within}件)"),
                _ => format!("{stock}（{words}{within}件）"),
            };
            Printed { text, remark: true, ..plain }
        }
        _ => unit_of_money(chance, cell, plain, true),
    }
}

/// Amounts carry their unit: procurement always, fees only in wordy reports, and then in 万元.
fn unit_of_money(chance: &mut Chance, cell: Cell, plain: Printed, wordy: bool) -> Printed {
    let State::Number(value) = plain.state else { return plain };
    match cell {
        Cell::Proactive(Item::Procurement, ItemField::Amount) if !value.is_zero() => {
            match value.times_ten_to(4).and_then(Decimal::to_whole) {
                Some(yuan) if chance.odds(1, 3) => Printed {
                    text: format!("{yuan}元"),
                    unit: Some(Unit::Yuan),
                    ..Printed::plain(Decimal::whole(yuan))
                },
                _ => Printed { text: format!("{value}万元"), unit: Some(Unit::WanYuan), ..plain },
            }
        }
        Cell::Proactive(Item::Fees, ItemField::AmountWanYuan) if wordy && !value.is_zero() => {
            Printed { text: format!("{value}万元"), unit: Some(Unit::WanYuan), ..plain }
        }
        _ => plain,
    }
}

/// The full-width form of an ASCII sign.
pub fn full_width(letter: char) -> char {
    match letter {
        '!'..='~' => char::from_u32(letter as u32 + 0xfee0).unwrap_or(letter),
        other => other,
    }
}

/// Digits in groups of three.
pub fn grouped(value: i64, separator: &str) -> String {
    let digits = value.abs().to_string();
    let mut text = String::from(if value < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}
