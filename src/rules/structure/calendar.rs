//! Days between dates, and dates in words.

use crate::language::Sentence;
use crate::report::Date;
use crate::rules::wording;

/// The date in words: 2025 年 3 月 31 日, 31 March 2025.
pub(super) fn words(date: Date) -> Sentence {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::from(date.month).wrapping_sub(1)).copied().unwrap_or("?");
    wording::DAY.fill(&[
        ("year", Sentence::same(date.year)),
        ("month", Sentence { zh: date.month.to_string(), en: month.to_owned() }),
        ("day", Sentence::same(date.day)),
    ])
}

/// Days from `earlier` to `later`, below nought where they are the other way round.
pub(super) fn days_between(earlier: Date, later: Date) -> i64 {
    day_number(later) - day_number(earlier)
}

/// Days since the first of March of the year 0 in the proleptic Gregorian calendar: with March as the first month
/// the leap day is the last of its year.
fn day_number(date: Date) -> i64 {
    let (year, month, day) = (i64::from(date.year), i64::from(date.month), i64::from(date.day));
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        let date = |year, month, day| Date { year, month, day };
        assert_eq!(days_between(date(2025, 1, 31), date(2025, 2, 19)), 19);
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2025, 2, 28), date(2025, 3, 1)), 1);
        assert_eq!(days_between(date(1999, 12, 31), date(2001, 1, 1)), 367);
        assert_eq!(days_between(date(2025, 3, 31), date(2025, 3, 1)), -30);
        assert_eq!(words(date(2025, 3, 31)).en, "31 March 2025");
    }
}
