//! The corpus itself: its figures are consistent, its seeds decide everything, its defects are defects.

mod corpus;

use corpus::defect::Defect;
use corpus::figures::Size;
use corpus::identities;
use corpus::layout::Layout;
use corpus::printed::Noughts;
use corpus::prose;
use corpus::series;
use corpus::truth::{Truth, Wish};
use gouji::report::State;
use gouji::report::form::{Applicant, Cell, Edition, Item, ItemField, RequestRow};

#[test]
fn drawn_figures_hold_every_identity_and_every_order() {
    for seed in 0..400 {
        let truth = Truth::draw(seed, Wish::PLAIN);
        assert_eq!(identities::failing(truth.edition, &truth.printed).len(), 0, "seed {seed}");
        for (cell, value) in &truth.values {
            let may_fall = matches!(cell, Cell::Proactive(_, ItemField::ItemsChange));
            assert!(may_fall || !value.is_negative(), "seed {seed}: {cell} is {value}");
        }
        let document = |field| truth.values.get(&Cell::Proactive(Item::NormativeDocuments, field)).copied();
        if let (Some(new), Some(all)) =
            (document(ItemField::NewlyDisclosed), document(ItemField::TotalDisclosed))
        {
            assert!(new <= all, "seed {seed}");
        }
    }
}

#[test]
fn years_go_on_from_each_other_and_children_add_up() {
    for seed in 0..20 {
        let series = series::years(seed, Size::County, 2019..=2024);
        for pair in series.windows(2) {
            let [before, after] = pair else { continue };
            assert_eq!(before.organ, after.organ);
            assert!(identities::failing(after.edition, &after.printed).is_empty());
            for kind in Applicant::PRINTED {
                let (carried_out, carried_in) = (
                    before.values[&Cell::Request(RequestRow::CarriedOut, kind)],
                    after.values[&Cell::Request(RequestRow::CarriedIn, kind)],
                );
                assert_eq!(carried_out, carried_in, "seed {seed}, {}", after.year);
            }
        }
        let (parent, children) = series::family(seed, Edition::Y2021, 5);
        assert_eq!(children.len(), 5);
        assert!(identities::failing(parent.edition, &parent.printed).is_empty());
    }
}

#[test]
fn the_seed_decides_every_byte_and_every_cell_is_somewhere() {
    for layout in Layout::ALL {
        for seed in 0..3 {
            let (truth, rendered) = corpus::case(seed, layout);
            assert_eq!(rendered.bytes, corpus::case(seed, layout).1.bytes, "{layout:?}");
            for cell in [Cell::of_table_2(truth.edition), Cell::of_table_3(truth.edition), Cell::of_table_4()]
                .concat()
            {
                assert!(rendered.cells.contains_key(&cell), "{layout:?}, seed {seed}: {cell} is missing");
            }
            if layout.wish().noughts == Some(Noughts::Printed) {
                assert!(rendered.cells.values().all(|printed| printed.state != State::Blank));
            }
        }
    }
}

#[test]
fn every_defect_applies_and_changes_what_it_says() {
    for defect in Defect::ALL {
        let spoiled: Vec<_> = (0..12).filter_map(|seed| defect.spoil(seed, Layout::Html)).collect();
        assert!(!spoiled.is_empty(), "{defect:?} never applies");
        for spoiled in spoiled {
            assert!(!spoiled.must.is_empty(), "{defect:?} asks for nothing: {}", spoiled.what);
            for (cell, text, truth) in &spoiled.changed {
                assert_eq!(spoiled.rendered.cells[cell].text, *text);
                let unchanged = spoiled.rendered.cells[cell].state == State::Number(*truth);
                assert!(!unchanged || defect == Defect::LeadingNoughts, "{defect:?}: {cell} is what it was");
            }
        }
    }
}

#[test]
fn numerals_are_those_that_people_write() {
    let cases = [
        (0, "零"),
        (9, "九"),
        (10, "十"),
        (12, "十二"),
        (81, "八十一"),
        (100, "一百"),
        (105, "一百零五"),
        (130, "一百三十"),
        (1_466, "一千四百六十六"),
        (2_007, "二千零七"),
        (10_050, "一万零五十"),
        (120_000, "十二万"),
    ];
    for (value, words) in cases {
        assert_eq!(prose::chinese(value), words);
    }
}
