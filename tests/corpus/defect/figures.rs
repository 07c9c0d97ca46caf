//! Defects of the figures: what is printed in a cell is not what is true.

use super::super::chance::Chance;
use super::super::printed::{Printed, is_total};
use super::{Defect, Work, slip};
use gouji::number::Decimal;
use gouji::report::form::{Applicant, Cell, DisputeOutcome, Edition, Item, ItemField, RequestRow, Track};
use gouji::report::{IssuerKind, Manner, State};

impl Defect {
    pub(super) fn spoil_figures(self, work: &mut Work, chance: &mut Chance) -> Option<()> {
        use ItemField::*;
        let edition = work.truth.edition;
        match self {
            Defect::Slip => {
                let cell = chance.pick(&Cell::of_table_3(edition));
                let value = work.count(cell);
                work.change(cell, slip(chance, value)?);
                work.must_break_identities();
            }
            Defect::Twin => {
                let row = chance.pick(&RequestRow::printed(edition));
                let person = Cell::Request(row, Applicant::NaturalPerson);
                let total = Cell::Request(row, Applicant::Total);
                let wrong = slip(chance, work.count(person))?;
                let difference = wrong - work.count(person);
                let wrong_total = work.count(total) + difference;
                work.change(person, wrong);
                work.change(total, wrong_total);
                work.must_break_identities();
                // A fee that nobody paid is one that the text should tell of.
                work.may(&["S22"]);
            }
            Defect::WrongKind => {
                let rows = [RequestRow::NewReceived, RequestRow::Granted, RequestRow::UnableNotHeld];
                let row = chance.pick(&rows);
                let from = Cell::Request(row, Applicant::NaturalPerson);
                let to = Cell::Request(row, chance.pick(&Applicant::LEGAL));
                let (less, more) = (work.count(from) - 1, work.count(to) + 1);
                if less < 0 {
                    return None;
                }
                work.change(from, less);
                work.change(to, more);
                work.must_break_identities();
            }
            Defect::DisputeTotal | Defect::DisputePart => {
                let track = chance.pick(&Track::ALL);
                let column = if self == Defect::DisputeTotal {
                    DisputeOutcome::Total
                } else {
                    chance.pick(&DisputeOutcome::PARTS)
                };
                let cell = Cell::Dispute(track, column);
                let value = work.count(cell);
                work.change(cell, slip(chance, value)?);
                work.must_break_identities();
                work.may(&["D04", "D05"]);
            }
            Defect::BlankTotal | Defect::BlankDisputeTotal => {
                let cells: Vec<Cell> = work
                    .truth
                    .values
                    .iter()
                    .filter(|(cell, value)| is_total(**cell) && !value.is_zero())
                    .filter(|(cell, _)| match cell {
                        Cell::Request(row, Applicant::Total) => {
                            self == Defect::BlankTotal && RequestRow::outcomes(edition).any(|one| one == *row)
                        }
                        Cell::Dispute(..) => self == Defect::BlankDisputeTotal,
                        _ => false,
                    })
                    .map(|(cell, _)| *cell)
                    .collect();
                let cell = *cells.get(chance.below(cells.len()))?;
                work.print(cell, Printed::blank());
                work.must(&[self.codes()[0]]);
            }
            Defect::Word => {
                let cell = chance.pick(&Cell::of_table_3(edition));
                let word = chance.pick(&["若干", "见附件", "详见附表", "正在统计"]);
                work.print(cell, Printed { state: State::Unreadable, ..Printed::dash(word) });
                work.must(&["C03"]);
            }
            Defect::Negative => {
                let cell = work.outcome_cell(chance, edition);
                let value = Decimal::whole(-chance.between(1, 9));
                work.print(cell, Printed::plain(value));
                work.must(&["C04"]);
                work.may_break_identities();
                work.may(&["R05"]);
            }
            Defect::Fraction => {
                let cell = work.outcome_cell(chance, edition);
                let value = Decimal::new(work.count(cell) * 10 + 5, 1)?;
                work.print(cell, Printed::plain(value));
                work.must(&["C05"]);
                work.may(&["R01", "R02", "R03", "R05"]);
            }
            Defect::TwoNumbers => {
                let cell = work.outcome_cell(chance, edition);
                let text = format!("{} {}", work.count(cell), chance.between(1, 9));
                let printed = Printed::written(text, Decimal::ZERO, Some(Manner::Several));
                work.print(cell, Printed { state: State::Unreadable, ..printed });
                work.must(&["C08", "C03", "C09"]);
                work.may(&["R01", "R02", "R03", "R05"]);
            }
            Defect::LeadingNoughts => {
                let cell = work.outcome_cell(chance, edition);
                let value = work.truth.values[&cell];
                let printed = Printed::written(format!("00{value}"), value, Some(Manner::LeadingZeros));
                work.print(cell, printed);
                work.must(&["C08"]);
            }
            Defect::FeeInYuan => {
                let cell = Cell::Proactive(Item::Fees, AmountWanYuan);
                let value = chance.between(1_000, 900_000);
                work.print(cell, Printed { text: format!("{value}元"), ..Printed::plain(value.into()) });
                work.must(&["C07"]);
            }
            Defect::StockBelowNought => {
                let (repealed, in_force) = (work.document(Repealed), work.document(InForce));
                let issued = repealed + in_force + chance.between(1, 9);
                work.change(Cell::Proactive(Item::NormativeDocuments, Issued), issued);
                work.must(&["P01"]);
                work.may_narrative();
            }
            Defect::DisclosedTooMuch => {
                let wrong = work.document(TotalDisclosed) + chance.between(1, 9);
                work.change(Cell::Proactive(Item::NormativeDocuments, NewlyDisclosed), wrong);
                work.must(&["P02"]);
                work.may_narrative();
            }
            Defect::ItemsBelowNought => {
                let item = chance.pick(&[Item::Licences, Item::Penalties, Item::Compulsion]);
                let prior = work.count(Cell::Proactive(item, PriorItems));
                work.change(Cell::Proactive(item, ItemsChange), -prior - chance.between(1, 9));
                work.must(&["P03"]);
                work.may(&["P04"]);
            }
            Defect::ProcurementHalf => {
                let (projects, amount) = (
                    Cell::Proactive(Item::Procurement, ProjectCount),
                    Cell::Proactive(Item::Procurement, Amount),
                );
                if work.count(projects) == 0 {
                    work.change(projects, chance.between(1, 9));
                } else if chance.odds(1, 2) {
                    work.change(projects, 0);
                } else {
                    work.change(amount, 0);
                }
                work.must(&["P05"]);
            }
            Defect::RulesOfCounty => {
                let organ = &work.truth.organ;
                let county = organ.kind == IssuerKind::Government && organ.name.ends_with('县');
                if !county && organ.kind != IssuerKind::Township {
                    return None;
                }
                let made = chance.between(1, 6);
                let fields = match edition {
                    Edition::Y2019 => [NewlyMade, NewlyDisclosed, TotalDisclosed],
                    Edition::Y2021 => [Issued, Repealed, InForce],
                };
                work.change(Cell::Proactive(Item::Rules, fields[2]), made);
                work.must(&["P06"]);
            }
            _ => return None,
        }
        Some(())
    }
}
