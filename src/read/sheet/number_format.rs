//! Numbers as a spreadsheet shows them: stored as doubles, printed by a format code.
#![expect(
    clippy::float_arithmetic,
    reason = "spreadsheets store doubles; they are turned into digits here, once"
)]

use crate::read::wording::{DATE_CODE, DAY, MONTH, YEAR};

/// A number as shown under a format code (`General`, `0.00`, `#,##0`, `yyyy/m/d`, …). Thousands separators are
/// left out and a nought is always shown as `0`: they are manners of showing, not of counting.
pub(super) fn shown(value: f64, code: &str, is_1904: bool) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let section = section(code, value);
    if is_date(section) {
        return date(value, section, is_1904).unwrap_or_else(|| general(value));
    }
    let digits: String = plain(section);
    if !digits.contains(['0', '#', '?']) {
        return general(value);
    }
    let percent = digits.contains('%');
    let value = if percent { value * 100.0 } else { value };
    let number = match digits.split_once('.') {
        Some((_, places)) => {
            let most = places.chars().filter(|one| matches!(one, '0' | '#' | '?')).count();
            let least = places.chars().filter(|one| *one == '0').count();
            fixed(value, most, least)
        }
        None => fixed(value, 0, 0),
    };
    if percent { number + "%" } else { number }
}

/// The shortest digits that fifteen significant ones give, never in powers of ten.
pub(super) fn general(value: f64) -> String {
    let scientific = format!("{value:.14e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let Ok(exponent) = exponent.parse::<i32>() else { return scientific };
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    if exponent.unsigned_abs() > 30 {
        return scientific;
    }
    let whole = exponent + 1;
    let text = if whole <= 0 {
        format!("0.{}{digits}", "0".repeat(whole.unsigned_abs() as usize))
    } else {
        let whole = whole as usize;
        if digits.len() <= whole {
            format!("{digits}{}", "0".repeat(whole - digits.len()))
        } else {
            format!("{}.{}", &digits[..whole], &digits[whole..])
        }
    };
    format!("{sign}{text}")
}

/// Rounded half up on the decimal digits to `most` places, of which `least` are kept even when nought.
fn fixed(value: f64, most: usize, least: usize) -> String {
    let text = general(value);
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let mut digits: Vec<u8> =
        whole.bytes().chain(places.bytes().chain(std::iter::repeat(b'0')).take(most)).collect();
    if places.as_bytes().get(most).is_some_and(|next| *next >= b'5') {
        let mut at = digits.len();
        loop {
            if at == 0 {
                digits.insert(0, b'1');
                break;
            }
            at -= 1;
            if digits[at] == b'9' {
                digits[at] = b'0';
            } else {
                digits[at] += 1;
                break;
            }
        }
    }
    let split = digits.len() - most;
    let text = String::from_utf8_lossy(&digits).into_owned();
    let mut places = &text[split..];
    while places.len() > least && places.ends_with('0') {
        places = &places[..places.len() - 1];
    }
    let zero = text.bytes().all(|one| one == b'0');
    let sign = if zero { "" } else { sign };
    if places.is_empty() {
        format!("{sign}{}", &text[..split])
    } else {
        format!("{sign}{}.{places}", &text[..split])
    }
}

/// The section of a code that speaks of the value: positive; negative; zero.
fn section(code: &str, value: f64) -> &str {
    let sections: Vec<&str> = code.split(';').collect();
    match sections.as_slice() {
        [_, negative, ..] if value < 0.0 && !negative.is_empty() => negative,
        [first, ..] => first,
        [] => "",
    }
}

/// A section without quoted words, escapes, colours and padding.
fn plain(section: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    let mut bracketed = false;
    let mut characters = section.chars();
    while let Some(one) = characters.next() {
        match one {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if bracketed => {}
            '\\' | '_' | '*' => {
                characters.next();
            }
            _ => out.push(one),
        }
    }
    out
}

fn is_date(section: &str) -> bool {
    let letters = plain(section).to_ascii_lowercase();
    !letters.contains("general") && letters.contains(['y', 'd'])
        || (letters.contains('m') && letters.contains('y'))
}

/// A serial day as a date: `2025年1月23日` where the code has Chinese words, else `2025-01-23`.
fn date(value: f64, section: &str, is_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let serial = value as i64;
    // Excel counts a 29 February 1900 that never was.
    let days = if is_1904 {
        serial + 24_107
    } else if serial < 60 {
        serial + 1
    } else {
        serial
    } - 25_569;
    let (year, month, day) = civil(days);
    let chinese = section.contains([YEAR, MONTH]);
    Some(match (chinese, section.contains('d')) {
        (true, true) => format!("{year}{YEAR}{month}{MONTH}{day}{DAY}"),
        (true, false) => format!("{year}{YEAR}{month}{MONTH}"),
        (false, _) => format!("{year}-{month:02}-{day:02}"),
    })
}

/// Days since 1970-01-01 as year, month, day.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// The code of a built-in format number.
pub(super) fn built_in(number: u32) -> &'static str {
    match number {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14..=17 | 22 | 30 => "yyyy-m-d",
        27..=29 | 31 | 50..=58 => DATE_CODE,
        37 | 38 => "#,##0",
        39 | 40 => "#,##0.00",
        41 | 42 => "#,##0",
        43 | 44 => "#,##0.00",
        _ => "General",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_a_sheet_shows_them() {
        for (value, code, expected) in [
            (59237.2449, "General", "59237.2449"),
            (81.0, "General", "81"),
            (0.1 + 0.2, "General", "0.3"),
            (1_808_595.0, "#,##0", "1808595"),
            (4068.208, "0.00", "4068.21"),
            (4068.2, "0.00", "4068.20"),
            (2.5, "0", "3"),
            (0.453, "0.0%", "45.3%"),
            (-2.0, "0;-0;0", "-2"),
            (0.0, "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "0"),
            (45680.0, "yyyy/m/d", "2025-01-23"),
            (45680.0, "yyyy\"年\"m\"月\"d\"日\";@", "2025年1月23日"),
            (9.996, "0.00", "10.00"),
            (12.0, "0\"件\"", "12"),
            (6187.4, "@", "6187.4"),
            (1e15, "General", "1000000000000000"),
            (0.04, "General", "0.04"),
        ] {
            assert_eq!(shown(value, code, false), expected, "{value} as {code}");
        }
    }
}
