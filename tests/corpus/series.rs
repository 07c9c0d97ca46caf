//! Reports that belong together: one organ over the years, a county and its departments.

use super::chance::Chance;
use super::figures::{Size, Values};
use super::organ::Organ;
use super::truth::{Truth, Wish};
use gouji::number::Decimal;
use gouji::report::form::Edition;

/// The reports of one organ for `years`, ascending and without a gap: what one carries out the next carries in, stocks
/// and item types go on. The edition is that of each year.
pub fn years(seed: u64, size: Size, years: impl IntoIterator<Item = u16>) -> Vec<Truth> {
    let mut series: Vec<Truth> = Vec::new();
    for year in years {
        let wish =
            Wish { edition: Some(Edition::of_year(year)), year: Some(year), size: Some(size), ..Wish::PLAIN };
        let truth = Truth::draw_after(seed.wrapping_add(u64::from(year) << 32), wish, series.last());
        series.push(truth);
    }
    series
}

/// A county's report and those of its departments, which it sums up cell by cell.
pub fn family(seed: u64, edition: Edition, departments: usize) -> (Truth, Vec<Truth>) {
    let year = if edition == Edition::Y2019 { 2020 } else { 2023 };
    let wish = Wish { edition: Some(edition), year: Some(year), size: Some(Size::Few), ..Wish::PLAIN };
    let mut sums = Values::new();
    let children: Vec<Truth> = Organ::departments_of_county(departments)
        .into_iter()
        .enumerate()
        .map(|(index, organ)| {
            let seed = seed.wrapping_add(index as u64 + 1);
            let mut chance = Chance::for_purpose(seed, "child");
            let values = super::figures::draw(&mut chance, edition, Size::Few, &organ, None);
            for (cell, value) in &values {
                let sum = sums.entry(*cell).or_insert(Decimal::ZERO);
                *sum = sum.checked_add(*value).expect("a dozen small numbers");
            }
            Truth::of_values(seed, &mut chance, wish, edition, year, organ, values)
        })
        .collect();
    let mut chance = Chance::for_purpose(seed, "parent");
    let parent = Truth::of_values(seed, &mut chance, wish, edition, year, Organ::county(), sums);
    (parent, children)
}
