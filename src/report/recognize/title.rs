//! The report's title, over as many lines as it is printed on; whose report it is and of which year by it.

use super::dates;
use super::lines::Lines;
use super::sections::Heading;
use super::wording::{
    BEFORE_AN_ISSUER, BEHIND_AN_ISSUER, ISSUER_ENDINGS, NOT_A_TITLE, SUBJECTS, TITLE_ENDINGS,
    TITLE_SEPARATORS, YEAR,
};
use crate::document::{Document, Place};
use crate::report::Located;
use crate::report::form::{fold, is_of_words, plain, plain_text};
use crate::sorted::Listed;
use std::ops::Range;

/// A title and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// As printed, joined over lines.
    pub(super) text: Located<String>,
    /// The issuer's name; `None` where the title has none.
    pub(super) issuer: Option<String>,
    /// The year; `None` where the title has none.
    pub(super) year: Option<u16>,
}

/// Finds the title: in the text before the first section, otherwise in the document's own data about itself.
pub(super) fn find(document: &Document, lines: &Lines<'_>, headings: &[Heading]) -> Option<Title> {
    const LINES_BEFORE_SECTIONS: usize = 60;
    let end = headings.first().map_or(lines.len(), |heading| heading.line).min(LINES_BEFORE_SECTIONS);
    let texts: Vec<(usize, &str, Place)> = (0..end)
        .flat_map(|line| lines.pieces(line).iter().map(move |piece| (line, piece)))
        .filter(|(_, piece)| piece.is_words() && !piece.from_above)
        .map(|(line, piece)| (line, piece.text, piece.place))
        .listed();
    let mut best: Option<(usize, Title)> = None;
    for start in 0..texts.len() {
        for count in 1..=3.min(texts.len() - start) {
            let window = &texts[start..start + count];
            let Some(title) = joined(window) else { continue };
            let marked = usize::from(lines.line(window[0].0).heading);
            let score =
                8 * usize::from(title.issuer.is_some()) + 4 * usize::from(title.year.is_some()) + marked;
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, title));
            }
        }
    }
    let found = best.map(|(_, title)| title);
    match found {
        Some(title) if title.issuer.is_some() => Some(title),
        found => {
            let own = document.properties.title.as_deref().and_then(of_properties);
            match (found, own) {
                // The printed title stands; what it leaves out its page may know.
                (Some(found), Some(own)) => Some(Title {
                    issuer: found.issuer.or(own.issuer),
                    year: found.year.or(own.year),
                    ..found
                }),
                (found, own) => found.or(own),
            }
        }
    }
}

/// The title that a few successive lines make, each of them needed.
fn joined(window: &[(usize, &str, Place)]) -> Option<Title> {
    let texts: Vec<&str> = window.iter().map(|(_, text, _)| text.trim()).listed();
    let (first, rest) = texts.split_first()?;
    if texts.iter().any(|text| is_prose(text)) {
        return None;
    }
    let complete = |texts: &[&str]| parts(&texts.concat());
    let title = complete(&texts)?;
    if !rest.is_empty() {
        // A line before is needed for what the rest does not say: the issuer or the year.
        let without_first = complete(rest);
        let first_is_needed = match &without_first {
            None => true,
            Some((issuer, year)) => {
                (title.0.is_some() && issuer.is_none() && is_organ(first))
                    || (title.1.is_some() && year.is_none() && dates::year_in(&fold(first)).is_some())
            }
        };
        let last_is_needed = complete(&texts[..texts.len() - 1]).is_none();
        if !first_is_needed || !last_is_needed {
            return None;
        }
    }
    let place = window.first()?.2;
    let (issuer, year) = title;
    Some(Title { text: Located { value: join_printed(&texts), place }, issuer, year })
}

/// Chinese lines are joined without a space.
fn join_printed(texts: &[&str]) -> String {
    texts.concat()
}

fn is_prose(text: &str) -> bool {
    const LONGEST: usize = 210;
    let text = &*plain_text(text);
    text.len() > LONGEST
        || text.contains(['。', '；'])
        || text.ends_with(['，', ',', '、'])
        || NOT_A_TITLE.iter().any(|opening| text.starts_with(opening))
}

fn is_organ(text: &str) -> bool {
    let folded = fold(text);
    ISSUER_ENDINGS.iter().any(|(ending, _)| folded.ends_with(ending) && folded.len() > ending.len())
}

/// Issuer and year of a text that is a title of such a report; `None` where it is none.
fn parts(text: &str) -> Option<(Option<String>, Option<u16>)> {
    let folded = fold(text);
    let (start, subject) =
        SUBJECTS.iter().filter_map(|subject| folded.find(subject).map(|start| (start, *subject))).min()?;
    let behind = &folded[start + subject.len()..];
    if !TITLE_ENDINGS.iter().any(|ending| behind.ends_with(ending)) || behind.chars().count() > 20 {
        return None;
    }
    if !behind.contains(YEAR) && dates::year_in(&folded).is_none() {
        return None;
    }
    let before = &folded[..start];
    let (year, name) = match dates::year_in(before) {
        // The name stands before the year or behind it.
        Some((year, range)) if range.start == 0 => (Some(year), range.end..start),
        Some((year, range)) => (Some(year), if range.end == start { 0..range.start } else { 0..start }),
        None => (dates::year_in(behind).map(|(year, _)| year), 0..start),
    };
    Some((issuer(text, &folded, name), year))
}

/// The issuer's name as printed: the characters of `name`, a range of bytes of the folded text, without what stands
/// around a name in titles.
fn issuer(text: &str, folded: &str, name: Range<usize>) -> Option<String> {
    let mut name = &folded[name];
    let mut skipped = folded.find(name)?;
    for opening in BEFORE_AN_ISSUER {
        if let Some(rest) = name.strip_prefix(opening) {
            skipped += opening.len();
            name = rest;
        }
    }
    for closing in BEHIND_AN_ISSUER {
        name = name.strip_suffix(closing).unwrap_or(name);
    }
    let length = name.chars().count();
    if length < 2 {
        return None;
    }
    let first = folded[..skipped].chars().count();
    let printed = text.chars().filter(|character| is_of_words(plain(*character)));
    Some(printed.skip(first).take(length).collect())
}

/// The title in a page's `<title>`: the part that is one, the site's name left off.
fn of_properties(title: &str) -> Option<Title> {
    let pieces = title.split(TITLE_SEPARATORS).map(str::trim);
    pieces.chain([title]).find_map(|piece| {
        let (issuer, year) = parts(piece)?;
        Some(Title { text: Located { value: piece.to_owned(), place: Place::default() }, issuer, year })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_issuer_and_year() {
        let cases = [
            ("云陂县2023年政府信息公开工作年度报告", Some((Some("云陂县"), Some(2023)))),
            ("2023年云陂县人民政府政府信息公开工作年度报告", Some((Some("云陂县人民政府"), Some(2023)))),
            ("云陂县财政局 2023 年度 政府信息公开工作年度报告", Some((Some("云陂县财政局"), Some(2023)))),
            ("云陂县政府信息公开工作2023年度报告", Some((Some("云陂县"), Some(2023)))),
            ("二〇二三年云陂县政府信息公开年报", Some((Some("云陂县"), Some(2023)))),
            ("关于云陂县2023年度政府信息公开工作的报告", Some((Some("云陂县"), Some(2023)))),
            ("2023年政府信息公开工作年度报告", Some((None, Some(2023)))),
            ("政府信息公开工作年度报告", Some((None, None))),
            (
                "烏蘭敖旗自然資源局2019年度政府信息公開工作年度報告",
                Some((Some("烏蘭敖旗自然資源局"), Some(2019))),
            ),
            ("政府信息公开指南", None),
            ("政府信息公开", None),
        ];
        for (text, expected) in cases {
            let read = parts(text);
            let read = read.as_ref().map(|(issuer, year)| (issuer.as_deref(), *year));
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn titles_are_joined_over_the_lines_they_need() {
        let cases: [(&[&str], Option<&str>); 7] = [
            (
                &["湖东区人民政府", "2023 年政府信息公开工作年度报告"],
                Some("湖东区人民政府2023 年政府信息公开工作年度报告"),
            ),
            (
                &["2024 年青岭市科委政府信息公开工作", "年度报告"],
                Some("2024 年青岭市科委政府信息公开工作年度报告"),
            ),
            (&["正文", "2024 年青岭市科委政府信息公开工作", "年度报告"], None),
            (&["首页", "2023年云陂县政府信息公开工作年度报告"], None),
            (&["2023年云陂县政府信息公开工作年度报告", "打印"], None),
            (&["云陂县", "2023年政府信息公开", "工作年度报告"], Some("云陂县2023年政府信息公开工作年度报告")),
            (&["根据条例，编制云陂县2023年政府信息公开工作年度报告"], None),
        ];
        for (texts, expected) in cases {
            let window: Vec<(usize, &str, Place)> =
                texts.iter().enumerate().map(|(line, text)| (line, *text, Place::default())).collect();
            let title = joined(&window);
            assert_eq!(title.as_ref().map(|title| title.text.value.as_str()), expected, "{texts:?}");
        }
    }
}
