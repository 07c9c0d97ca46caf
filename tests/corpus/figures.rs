//! Consistent figures of every size: all identities of the form hold, every order rule holds.

use super::chance::Chance;
use super::organ::Organ;
use gouji::number::Decimal;
use gouji::report::form::{Applicant, Cell, DisputeOutcome, Edition, Item, ItemField, OutcomeGroup};
use gouji::report::form::{RequestRow, Track};
use std::collections::BTreeMap;

/// The true value of every statutory cell, the optional subtotals among them.
pub type Values = BTreeMap<Cell, Decimal>;

/// How many people ask an organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Nobody, and nothing in dispute.
    Nothing,
    /// One natural person.
    One,
    /// Up to ten.
    Few,
    /// Tens: a busy department.
    Office,
    /// Hundreds: a county.
    County,
    /// Thousands: a city.
    City,
    /// A hundred thousand and more: a province.
    Province,
}

impl Size {
    /// Every size, smallest first.
    pub const ALL: [Size; 7] =
        [Size::Nothing, Size::One, Size::Few, Size::Office, Size::County, Size::City, Size::Province];

    /// The most requests in hand that a report of this size has.
    fn requests(self, chance: &mut Chance) -> i64 {
        match self {
            Size::Nothing => 0,
            Size::One => 1,
            Size::Few => chance.between(2, 10),
            Size::Office => chance.between(11, 99),
            Size::County => chance.between(100, 999),
            Size::City => chance.between(1_000, 9_999),
            Size::Province => chance.between(100_000, 250_000),
        }
    }

    /// A bound for the counts of table 2.
    fn decisions(self) -> i64 {
        match self {
            Size::Nothing => 0,
            Size::One => 30,
            Size::Few => 400,
            Size::Office => 5_000,
            Size::County => 60_000,
            Size::City => 900_000,
            Size::Province => 9_000_000,
        }
    }
}

/// Draws consistent figures; with the figures of the year before, they go on from there.
pub fn draw(
    chance: &mut Chance,
    edition: Edition,
    size: Size,
    organ: &Organ,
    before: Option<&Values>,
) -> Values {
    let mut values = Values::new();
    requests(chance, edition, size, before, &mut values);
    disputes(chance, size, &mut values);
    match edition {
        Edition::Y2019 => proactive_2019(chance, size, organ, before, &mut values),
        Edition::Y2021 => proactive_2021(chance, size, organ, before, &mut values),
    }
    values
}

/// The value of a count; 0 where the edition does not have the cell.
pub fn count(values: &Values, cell: Cell) -> i64 {
    values.get(&cell).and_then(|value| value.to_whole()).unwrap_or(0)
}

/// The sum of a group's outcome rows in one column.
pub fn group_sum(values: &Values, edition: Edition, group: OutcomeGroup, column: Applicant) -> i64 {
    group.rows(edition).iter().map(|row| count(values, Cell::Request(*row, column))).sum()
}

/// Rough shares of the outcome rows in published reports, in the order of `RequestRow::outcomes`.
fn weight(row: RequestRow) -> i64 {
    match row {
        RequestRow::Granted => 350,
        RequestRow::PartiallyGranted => 90,
        RequestRow::UnableNotHeld => 280,
        RequestRow::RejectedPetition => 60,
        RequestRow::OtherOther | RequestRow::OtherTotal => 60,
        RequestRow::OtherCorrectionOverdue | RequestRow::RejectedDuplicate => 25,
        RequestRow::OtherFeeOverdue => 6,
        _ => 12,
    }
}

fn requests(chance: &mut Chance, edition: Edition, size: Size, before: Option<&Values>, values: &mut Values) {
    let in_hand = size.requests(chance);
    let kinds = if size == Size::One || chance.odds(1, 3) {
        vec![in_hand, 0, 0, 0, 0, 0]
    } else {
        let weights = [900, 80, 8, 12, 25, 15].map(|weight| if chance.odds(3, 4) { weight } else { 0 });
        chance.scatter(in_hand, &weights)
    };
    let outcomes: Vec<RequestRow> = RequestRow::outcomes(edition).collect();
    let weights: Vec<i64> = outcomes
        .iter()
        .map(|row| if chance.odds(2, 3) { weight(*row) * chance.between(1, 4) } else { 0 })
        .collect();
    let carries = chance.odds(2, 3);
    for (kind, in_hand) in Applicant::KINDS.into_iter().zip(kinds) {
        let (carried_in, carried_out) = if carries && in_hand > 1 {
            (chance.between(0, in_hand / 8 + 1), chance.between(0, in_hand / 6 + 1))
        } else {
            (0, 0)
        };
        let carried_in = match before {
            Some(before) => count(before, Cell::Request(RequestRow::CarriedOut, kind)),
            None => carried_in.min(in_hand),
        };
        let in_hand = in_hand.max(carried_in);
        let outcome_total = in_hand - carried_out;
        let mut put = |row, value: i64| {
            values.insert(Cell::Request(row, kind), value.into());
        };
        put(RequestRow::NewReceived, in_hand - carried_in);
        put(RequestRow::CarriedIn, carried_in);
        for (row, part) in outcomes.iter().zip(chance.scatter(outcome_total, &weights)) {
            put(*row, part);
        }
        put(RequestRow::OutcomeTotal, outcome_total);
        put(RequestRow::CarriedOut, carried_out);
    }
    let columns: Vec<Applicant> = Applicant::KINDS.to_vec();
    for group in OutcomeGroup::ALL {
        if let Some(subtotal) = group.subtotal(edition) {
            for kind in &columns {
                let sum = group_sum(values, edition, group, *kind);
                values.insert(Cell::Request(subtotal, *kind), sum.into());
            }
        }
    }
    for row in RequestRow::ALL {
        if !values.contains_key(&Cell::Request(row, Applicant::NaturalPerson)) {
            continue;
        }
        let sum = |kinds: &[Applicant]| -> i64 {
            kinds.iter().map(|kind| count(values, Cell::Request(row, *kind))).sum()
        };
        let (legal, total) = (sum(&Applicant::LEGAL), sum(&Applicant::KINDS));
        values.insert(Cell::Request(row, Applicant::LegalPersonSubtotal), legal.into());
        values.insert(Cell::Request(row, Applicant::Total), total.into());
    }
}

fn disputes(chance: &mut Chance, size: Size, values: &mut Values) {
    let most = match size {
        Size::Nothing | Size::One => 0,
        Size::Few => 1,
        Size::Office => 6,
        Size::County => 30,
        Size::City => 400,
        Size::Province => 6_000,
    };
    for track in Track::ALL {
        let total = if chance.odds(2, 3) { chance.between(0, most) } else { 0 };
        let weights = [60, 8, 25, 10].map(|weight| if chance.odds(3, 4) { weight } else { 0 });
        for (part, value) in DisputeOutcome::PARTS.into_iter().zip(chance.scatter(total, &weights)) {
            values.insert(Cell::Dispute(track, part), value.into());
        }
        values.insert(Cell::Dispute(track, DisputeOutcome::Total), total.into());
    }
    let after = Cell::Dispute(Track::SuitAfterReconsideration, DisputeOutcome::Total);
    let reconsidered = Cell::Dispute(Track::Reconsideration, DisputeOutcome::Total);
    if count(values, after) > 0 && count(values, reconsidered) == 0 {
        for column in DisputeOutcome::ALL {
            values.insert(Cell::Dispute(Track::SuitAfterReconsideration, column), Decimal::ZERO);
        }
    }
}

fn proactive_2019(
    chance: &mut Chance,
    size: Size,
    organ: &Organ,
    before: Option<&Values>,
    values: &mut Values,
) {
    use ItemField::*;
    let scale = size.decisions();
    for item in [Item::Rules, Item::NormativeDocuments] {
        let none = item == Item::Rules && !organ.makes_rules();
        let made = if none { 0 } else { chance.between(0, (scale / 2_000).clamp(0, 120)) };
        let disclosed = (made + if none { 0 } else { chance.between(-1, 2) }).max(0);
        let total = if none { 0 } else { disclosed + chance.between(0, (scale / 300).clamp(0, 2_000)) };
        put_item(values, item, &[(NewlyMade, made), (NewlyDisclosed, disclosed), (TotalDisclosed, total)]);
    }
    for item in [Item::Licences, Item::OtherServices, Item::Penalties, Item::Compulsion] {
        let prior = items_before(before, item).unwrap_or(chance.between(0, (scale / 100).min(3_000)));
        let change = if chance.odds(1, 3) { 0 } else { chance.between(-(prior / 5), prior / 5 + 3) };
        let decisions = if chance.odds(1, 4) { 0 } else { chance.between(0, scale) };
        let change = if scale == 0 { 0 } else { change };
        put_item(values, item, &[(PriorItems, prior), (ItemsChange, change), (Decisions, decisions)]);
    }
    let prior = items_before(before, Item::Fees).unwrap_or(chance.between(0, (scale / 400).min(60)));
    put_item(
        values,
        Item::Fees,
        &[(PriorItems, prior), (ItemsChange, chance.between(-(prior / 3), prior / 3))],
    );
    let projects = chance.between(0, (scale / 200).min(4_000));
    put_item(values, Item::Procurement, &[(ProjectCount, projects)]);
    let amount = if projects == 0 { Decimal::ZERO } else { money(chance, scale) };
    values.insert(Cell::Proactive(Item::Procurement, Amount), amount);
}

fn proactive_2021(
    chance: &mut Chance,
    size: Size,
    organ: &Organ,
    before: Option<&Values>,
    values: &mut Values,
) {
    use ItemField::*;
    let scale = size.decisions();
    for item in [Item::Rules, Item::NormativeDocuments] {
        let none = item == Item::Rules && !organ.makes_rules();
        let drawn = if none { 0 } else { chance.between(0, (scale / 300).min(2_000)) };
        // The stock of the 2019 form is another one: only a report of the same form goes on from it.
        let stock = Cell::Proactive(item, InForce);
        let prior =
            before.filter(|before| before.contains_key(&stock)).map_or(drawn, |before| count(before, stock));
        let issued = if none { 0 } else { chance.between(0, (scale / 2_000).min(150)) };
        let repealed = if none { 0 } else { chance.between(0, (prior / 3).min(500)) };
        put_item(
            values,
            item,
            &[(Issued, issued), (Repealed, repealed), (InForce, prior + issued - repealed)],
        );
    }
    for item in [Item::Licences, Item::Penalties, Item::Compulsion] {
        let decisions = if chance.odds(1, 4) { 0 } else { chance.between(0, scale) };
        put_item(values, item, &[(Decisions, decisions)]);
    }
    let amount = if scale == 0 || chance.odds(1, 4) { Decimal::ZERO } else { money(chance, scale / 20) };
    values.insert(Cell::Proactive(Item::Fees, AmountWanYuan), amount);
}

/// The item types at the end of the year before, where its form has them.
fn items_before(before: Option<&Values>, item: Item) -> Option<i64> {
    let (prior, change) =
        (Cell::Proactive(item, ItemField::PriorItems), Cell::Proactive(item, ItemField::ItemsChange));
    let before = before.filter(|before| before.contains_key(&prior))?;
    Some(count(before, prior) + count(before, change))
}

fn put_item(values: &mut Values, item: Item, fields: &[(ItemField, i64)]) {
    for (field, value) in fields {
        values.insert(Cell::Proactive(item, *field), (*value).into());
    }
}

/// An amount in 万元 above nought, with up to six places, never ending in a nought after the point.
fn money(chance: &mut Chance, scale: i64) -> Decimal {
    let places = chance.below(7) as u8;
    let unit = 10i64.pow(places.into());
    let mut mantissa = chance.between(1, scale.max(2)) * unit + chance.between(0, unit - 1);
    if places > 0 && mantissa % 10 == 0 {
        mantissa += 1;
    }
    Decimal::new(mantissa, places).unwrap_or(Decimal::ZERO)
}
