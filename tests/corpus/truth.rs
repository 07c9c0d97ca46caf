//! The truth of one invented report: who, when, every figure, what is printed, and the prose.

use super::chance::Chance;
use super::figures::{self, Size, Values};
use super::organ::Organ;
use super::printed::{self, Noughts, Printed, Totals, Writing};
use super::prose::{self, Prose, Subject};
use gouji::report::form::{Cell, Edition};
use gouji::report::{Date, Period};
use std::collections::BTreeMap;

/// One invented report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// What it was drawn from.
    pub seed: u64,
    /// The edition of all its tables.
    pub edition: Edition,
    /// The report year.
    pub year: u16,
    /// Who reports.
    pub organ: Organ,
    /// The title on one line.
    pub title: String,
    /// The publication date; `None` where the report prints none.
    pub published_on: Option<Date>,
    /// The stated period.
    pub period: Option<Period>,
    /// A line with the date under the title.
    pub dateline: Option<String>,
    /// Name and date at the end.
    pub signature: Option<Vec<String>>,
    /// The publisher that the site names.
    pub publisher: String,
    /// The true value of every cell.
    pub values: Values,
    /// What is printed in every cell.
    pub printed: BTreeMap<Cell, Printed>,
    /// The words between the tables.
    pub prose: Prose,
}

/// What a drawn report must be like; `None` leaves it to chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The edition.
    pub edition: Option<Edition>,
    /// The report year, which need not fit the edition.
    pub year: Option<u16>,
    /// How many requests.
    pub size: Option<Size>,
    /// How noughts are printed.
    pub noughts: Option<Noughts>,
    /// Which totals are blank.
    pub totals: Option<Totals>,
    /// How numbers are written.
    pub writing: Option<Writing>,
}

impl Wish {
    /// Every cell a plain number: what layouts that lose blanks and spaces can carry.
    pub const PLAIN: Wish = Wish {
        edition: None,
        year: None,
        size: None,
        noughts: Some(Noughts::Printed),
        totals: Some(Totals::Printed),
        writing: Some(Writing::Plain),
    };
}

impl Truth {
    /// Draws a report. The same seed and wish give the same report.
    pub fn draw(seed: u64, wish: Wish) -> Truth {
        Truth::draw_after(seed, wish, None)
    }

    /// Draws the report of the year after `before`, by the same organ, its figures going on from there.
    pub fn draw_after(seed: u64, wish: Wish, before: Option<&Truth>) -> Truth {
        let mut chance = Chance::for_purpose(seed, "truth");
        let drawn_edition = chance.pick(&Edition::ALL);
        let edition = wish.edition.unwrap_or(drawn_edition);
        let drawn_size = chance.pick(&Size::ALL);
        let size = wish.size.unwrap_or(drawn_size);
        let drawn_organ = Organ::draw(&mut chance);
        let organ = before.map_or(drawn_organ, |before| before.organ.clone());
        let drawn_year = match edition {
            Edition::Y2019 => chance.pick(&[2019, 2020]),
            Edition::Y2021 => chance.pick(&[2021, 2022, 2023, 2024, 2025]),
        };
        let year = wish.year.unwrap_or(drawn_year);
        let values = figures::draw(&mut chance, edition, size, &organ, before.map(|before| &before.values));
        Truth::of_values(seed, &mut chance, wish, edition, year, organ, values)
    }

    /// The report of an organ with these figures.
    pub fn of_values(
        seed: u64,
        chance: &mut Chance,
        wish: Wish,
        edition: Edition,
        year: u16,
        organ: Organ,
        values: Values,
    ) -> Truth {
        let printed = print(seed, edition, &values, wish);
        let subject = Subject { edition, year, organ: &organ, values: &values };
        let prose = prose::write(&mut Chance::for_purpose(seed, "prose"), subject);
        let mut truth = Truth {
            seed,
            edition,
            year,
            title: title(chance, &organ, year),
            published_on: None,
            period: Some(whole_year(year)),
            dateline: None,
            signature: None,
            publisher: chance.pick(&["政府办公室", "云陂县政务公开办", "本站管理员"]).to_owned(),
            values,
            printed,
            prose,
            organ,
        };
        truth.date(chance);
        truth
    }

    /// Dates the report in time and prints the date in one of the usual places, or nowhere.
    fn date(&mut self, chance: &mut Chance) {
        let month = chance.between(1, self.organ.deadline_month().into()) as u8;
        let date = Date { year: self.year + 1, month, day: chance.between(2, 28) as u8 };
        self.print_date(chance, date);
    }

    /// Prints `date` in one of the usual places, or nowhere.
    pub fn print_date(&mut self, chance: &mut Chance, date: Date) {
        let Date { year, month, day } = date;
        let (dateline, signed) = match chance.below(8) {
            0 => (None, false),
            1 => (Some(format!("发布日期：{year}-{month:02}-{day:02}")), false),
            2 => (Some(format!("（{year}年{month}月{day}日）")), true),
            3 => (
                Some(format!(
                    "发布时间: {year}-{month:02}-{day:02} 发布机构:{} 字体:[大 中 小]",
                    self.publisher
                )),
                false,
            ),
            4 => (
                Some(format!("时间：{year}/{month:02}/{day:02} 来源：{} 浏览次数：318", self.publisher)),
                false,
            ),
            _ => (None, true),
        };
        self.published_on = (dateline.is_some() || signed).then_some(date);
        self.signature = signed.then(|| {
            let words = if chance.odds(1, 5) {
                format!(
                    "{}年{}月{}日",
                    year_in_signs(year),
                    prose::chinese(month.into()),
                    prose::chinese(day.into())
                )
            } else {
                format!("{year}年{month}月{day}日")
            };
            vec![self.organ.name.clone(), words]
        });
        self.dateline = dateline;
    }
}

fn print(seed: u64, edition: Edition, values: &Values, wish: Wish) -> BTreeMap<Cell, Printed> {
    let mut chance = Chance::for_purpose(seed, "print");
    let drawn = if chance.odds(1, 2) { Noughts::Printed } else { chance.pick(&Noughts::ALL) };
    let noughts = wish.noughts.unwrap_or(drawn);
    let drawn = if chance.odds(5, 6) {
        Totals::Printed
    } else {
        chance.pick(&[Totals::OutcomeRowsBlank, Totals::DisputesBlank])
    };
    let mut totals = wish.totals.unwrap_or(drawn);
    if wish.totals.is_none() && totals == Totals::DisputesBlank && noughts != Noughts::Printed {
        totals = Totals::Printed;
    }
    let drawn = if chance.odds(1, 2) { Writing::Plain } else { chance.pick(&Writing::ALL) };
    let writing = wish.writing.unwrap_or(drawn);
    printed::print(&mut chance, edition, values, noughts, totals, writing)
}

fn title(chance: &mut Chance, organ: &Organ, year: u16) -> String {
    let name = &organ.name;
    match chance.below(6) {
        0 => format!("{year}年{name}政府信息公开工作年度报告"),
        1 => format!("{name}{year}年度政府信息公开工作年度报告"),
        2 => format!("{name}{year}年政府信息公开工作年报"),
        3 => format!("{name}{year}年度政府信息公开工作报告"),
        _ => format!("{name}{year}年政府信息公开工作年度报告"),
    }
}

/// 1 January to 31 December.
pub fn whole_year(year: u16) -> Period {
    Period { from: Date { year, month: 1, day: 1 }, to: Date { year, month: 12, day: 31 } }
}

/// 二〇二四.
fn year_in_signs(year: u16) -> String {
    const SIGNS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    year.to_string().bytes().map(|digit| SIGNS[usize::from(digit - b'0') % 10]).collect()
}
