//! Which sums of cells a quantity can mean.

use crate::report::claim::Quantity;
use crate::report::form::{
    Applicant, Cell, DisputeOutcome, Edition, Item, ItemField, OutcomeGroup, RequestRow, Track,
};
use crate::report::{EditionFound, Report};
use crate::sorted::Listed;

/// The sums of cells of one report's form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Readings {
    /// The edition of table 2.
    proactive: Edition,
    /// The edition of table 3.
    requests: Edition,
}

impl Readings {
    /// Those of the editions that `report` was found to follow.
    pub(super) fn of(report: &Report) -> Readings {
        let year = report.year.as_ref().map_or(Edition::Y2021, |year| Edition::of_year(year.value));
        let plain = |found: Option<EditionFound>| found.and_then(EditionFound::plain);
        // A table 3 with one row （六） is told by its cells.
        let stands = |row| {
            Applicant::ALL.into_iter().any(|column| report.figures.contains_key(&Cell::Request(row, column)))
        };
        let by_rows = match (stands(RequestRow::OtherOther), stands(RequestRow::OtherTotal)) {
            (true, _) => Some(Edition::Y2021),
            (false, true) => Some(Edition::Y2019),
            (false, false) => None,
        };
        Readings {
            proactive: plain(report.editions.proactive).unwrap_or(year),
            requests: by_rows.or(plain(report.editions.requests)).unwrap_or(year),
        }
    }

    /// The sums of cells that a quantity can mean, the likeliest first.
    pub(super) fn of_quantity(self, quantity: Quantity) -> Vec<Vec<Cell>> {
        use RequestRow::{CarriedIn, CarriedOut, NewReceived, OutcomeTotal};
        let total = |row| Cell::Request(row, Applicant::Total);
        let (new, all) = (vec![total(NewReceived)], vec![total(NewReceived), total(CarriedIn)]);
        let outcomes = vec![total(OutcomeTotal)];
        let columns = |columns: &[Applicant], rows: &[RequestRow]| {
            let cells = rows.iter().flat_map(|row| columns.iter().map(|column| Cell::Request(*row, *column)));
            cells.listed()
        };
        let received_by = |kinds: &[Applicant]| {
            vec![columns(kinds, &[NewReceived]), columns(kinds, &[NewReceived, CarriedIn])]
        };
        let case = |track, outcome| Cell::Dispute(track, outcome);
        let suits =
            |outcome| vec![case(Track::SuitDirect, outcome), case(Track::SuitAfterReconsideration, outcome)];
        match quantity {
            Quantity::NewReceived => vec![new],
            Quantity::Received => vec![new, all],
            Quantity::ReceivedAndHandled => vec![new, all, outcomes],
            Quantity::CarriedIn => vec![vec![total(CarriedIn)]],
            Quantity::InHand => vec![all],
            Quantity::OutcomeTotal | Quantity::AnsweredOf => vec![outcomes],
            Quantity::Handled => vec![outcomes, all],
            Quantity::CarriedOut | Quantity::AllAnswered => vec![vec![total(CarriedOut)]],
            Quantity::Groups(bits) | Quantity::Share(bits) => vec![self.rows(bits)],
            Quantity::Agreed => vec![self.rows(0b01), self.rows(0b11)],
            Quantity::Row(row) => vec![vec![total(row)]],
            Quantity::Kind(kind) => received_by(&[kind]),
            Quantity::LegalPersons => received_by(&Applicant::LEGAL),
            Quantity::Reconsiderations => vec![vec![case(Track::Reconsideration, DisputeOutcome::Total)]],
            Quantity::Suits => vec![suits(DisputeOutcome::Total)],
            Quantity::Disputes => {
                let mut cells = vec![case(Track::Reconsideration, DisputeOutcome::Total)];
                cells.extend(suits(DisputeOutcome::Total));
                vec![cells]
            }
            Quantity::Track(track) => vec![vec![case(track, DisputeOutcome::Total)]],
            Quantity::DisputeOutcome(track, outcome) => vec![vec![case(track, outcome)]],
            Quantity::SuitOutcome(outcome) => vec![suits(outcome)],
            Quantity::Proactive(item, field) => self.of_item(item, field),
            Quantity::Unexplained => Vec::new(),
        }
    }

    /// The total cells of the rows of some groups.
    fn rows(self, bits: u8) -> Vec<Cell> {
        Quantity::groups(bits)
            .flat_map(|group: OutcomeGroup| group.rows(self.requests))
            .map(|row| Cell::Request(*row, Applicant::Total))
            .listed()
    }

    /// What the 2019 form calls made, the later one calls issued.
    fn of_item(self, item: Item, field: ItemField) -> Vec<Vec<Cell>> {
        let fields = match (self.proactive, field) {
            (Edition::Y2019, ItemField::Issued) => vec![ItemField::NewlyMade, ItemField::NewlyDisclosed],
            (Edition::Y2021, ItemField::NewlyMade) => vec![ItemField::Issued],
            // 办理行政许可N件 may tell the items of the catalogue.
            (Edition::Y2019, ItemField::Decisions) => vec![ItemField::Decisions, ItemField::PriorItems],
            (_, field) => vec![field],
        };
        let has = |field: &ItemField| item.fields(self.proactive).contains(field);
        fields.into_iter().filter(has).map(|field| vec![Cell::Proactive(item, field)]).listed()
    }
}
