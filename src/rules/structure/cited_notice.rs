//! S24: the notice that the report cites.

use crate::document::Place;
use crate::language::{Sentence, Text};
use crate::number::{digit, digits_at_start};
use crate::report::form::Edition;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose};
use crate::sorted::Listed;

/// *What it checks*: a cited notice on the form is one of the two that there are, and that of the report year.
///
/// *Why*: a superseded notice stands for a superseded form.
///
/// *Basis*: the two notices.
///
/// *Passes*: 〔2021〕30号 for 2024. *Fails*: 〔2019〕60号 for 2024.
pub const CITED_NOTICE: Rule = Rule {
    code: "S24",
    name: "cited-notice",
    family: Family::Structure,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "引用的格式文件已被替代或文号有误", en: "A superseded or mistyped notice is cited"
    },
    why: Text {
        zh: "引用旧文号，多半是沿用旧文稿；文号写错，读者查不到文件。",
        en: "An old number mostly means an old text; a mistyped one cannot be looked up.",
    },
    basis: Text {
        zh: "国办公开办函〔2019〕60号（2019、2020 年度）、国办公开办函〔2021〕30号（2021 年度起）",
        en: "Notice [2019] No. 60 (2019 and 2020) and notice [2021] No. 30 (from 2021 on)",
    },
    message: Text {
        zh: "引用的是国办公开办函〔{cited_year}〕{number}号，{year} 年度的格式文件是国办公开办函〔{right_year}〕{right}号。",
        en: "Notice [{cited_year}] No. {number} is cited; the form for {year} is that of notice [{right_year}] No. {right}.",
    },
    hint: Text { zh: "改为报告年度对应的文号。", en: "Cite the notice of the report year." },
    passes: Example {
        text: Text { zh: "2024 年度引用〔2021〕30号。", en: "2024 citing [2021] No. 30." },
        case: "preamble + 依据国办公开办函〔2021〕30号编制。",
    },
    fails: Example {
        text: Text { zh: "2024 年度引用〔2019〕60号。", en: "2024 citing [2019] No. 60." },
        case: "preamble + 依据国办公开办函〔2019〕60号编制。",
    },
    check: Check::Custom(check),
};

const SIGN: &str = "国办公开办函";

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &CITED_NOTICE;
    let cited: Vec<((i64, i64), Place)> = prose::paragraphs(facts)
        .into_iter()
        .flat_map(|paragraph| cited(paragraph.text).into_iter().map(move |notice| (notice, paragraph.place)))
        .listed();
    let year = facts.report.year.as_ref().map(|year| year.value);
    let (Some(year), false) = (year, cited.is_empty()) else {
        return Outcome::not_applicable(rule);
    };
    let right = notice_of(Edition::of_year(year));
    // Who names the earlier notice beside the right one tells its history.
    let names_the_right_one = cited.iter().any(|(notice, _)| *notice == right);
    let wrong = cited.iter().find(|(notice, _)| {
        let is_known = Edition::ALL.into_iter().any(|edition| notice_of(edition) == *notice);
        *notice != right && !(is_known && names_the_right_one)
    });
    let finding = wrong.map(|((cited_year, number), place)| {
        let message = rule.message.fill(&[
            ("cited_year", Sentence::same(cited_year)),
            ("number", Sentence::same(number)),
            ("year", Sentence::same(year)),
            ("right_year", Sentence::same(right.0)),
            ("right", Sentence::same(right.1)),
        ]);
        Finding::of(rule, message).standing(Some(*place))
    });
    Outcome::whole(rule, finding)
}

/// The notice that published an edition of the form: its year and number.
const fn notice_of(edition: Edition) -> (i64, i64) {
    match edition {
        Edition::Y2019 => (2019, 60),
        Edition::Y2021 => (2021, 30),
    }
}

/// The notices of the office cited in a text: year and number.
fn cited(text: &str) -> Vec<(i64, i64)> {
    let text: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let after = text.match_indices(SIGN).map(|(start, sign)| &text[start + sign.len()..]);
    after.filter_map(notice).listed()
}

/// 〔2021〕30号 at the start of a text, in whatever brackets.
fn notice(text: &str) -> Option<(i64, i64)> {
    let rest = text.strip_prefix(['〔', '[', '［', '【', '(', '（', '﹝'])?;
    let year = digits_at_start(rest, false)?;
    let rest = rest[year.length..].strip_prefix(['〕', ']', '］', '】', ')', '）', '﹞'])?;
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    rest.chars().next().and_then(digit)?;
    let number = digits_at_start(rest, false)?;
    rest[number.length..].starts_with('号').then_some(())?;
    Some((year.value?.to_whole()?, number.value?.to_whole()?))
}
