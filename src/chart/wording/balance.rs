//! The words of the balance.

use super::without_number;
use crate::language::Language::{self, En, Zh};
use crate::report::form::Applicant;
use crate::sorted::Listed;

/// What a bar lacks against another, or has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// How many it lacks; negative for too many.
    pub size: i64,
    /// How many cells of the comparison hold no count: then nothing is certain but the printed numbers.
    pub missing: usize,
}

impl Lack {
    /// A lack of `size`; `None` where it is nought.
    pub fn of(size: i64, missing: usize) -> Option<Lack> {
        (size != 0).then_some(Lack { size, missing })
    }

    /// `少 27 件`, `多 3 件`, `5 件不明`.
    pub fn words(self, language: Language) -> String {
        let size = self.size.abs();
        match (language, self.missing > 0, self.size > 0) {
            (Zh, true, _) => format!("{size} 件不明"),
            (En, true, _) => format!("{size} unknown"),
            (Zh, false, true) => format!("少 {size} 件"),
            (En, false, true) => format!("{size} too few"),
            (Zh, false, false) => format!("多 {size} 件"),
            (En, false, false) => format!("{size} too many"),
        }
    }
}

/// The title of the balance of the whole report.
pub fn balance_title(language: Language) -> &'static str {
    match language {
        Zh => "收到的申请与去向是否相等",
        En => "Does it balance?",
    }
}

/// The title of the balance of one column.
pub fn balance_title_of(column: Applicant, language: Language) -> String {
    let column = column.brief_label().get(language);
    match language {
        Zh => format!("{column}一列：收到与去向"),
        En => format!("{column}: received and dealt with"),
    }
}

/// The start of a sentence on one kind of applicant.
pub fn column_start(column: Applicant, language: Language) -> String {
    let column = column.brief_label().get(language);
    match language {
        Zh => format!("{column}一列："),
        En => format!("{column}: "),
    }
}

/// The two sides of the balance in words: their terms and sums, and whether they are equal.
pub fn balance(
    income: &[(String, Option<i64>)],
    outgo: &[(String, Option<i64>)],
    lack: Option<Lack>,
    missing: usize,
    language: Language,
) -> String {
    let side = |terms: &[(String, Option<i64>)]| {
        let sum: i64 = terms.iter().filter_map(|(_, count)| *count).sum();
        let named: Vec<String> = terms
            .iter()
            .map(|(name, count)| match count {
                Some(count) => format!("{name} {count}"),
                None => without_number(name, language),
            })
            .listed();
        format!("{} = {sum}", named.join(" + "))
    };
    let judgement = match (language, lack, missing > 0) {
        (Zh, None, false) => "相等".to_owned(),
        (En, None, false) => "equal".to_owned(),
        (Zh, None, true) => "没有数字的格按 0 计则相等".to_owned(),
        (En, None, true) => "equal if what holds no number is 0".to_owned(),
        (Zh, Some(lack), true) => format!("差 {} 件，有 {missing} 格没有数字，不能判断", lack.size.abs()),
        (En, Some(lack), true) => {
            format!("{} apart, but {missing} without a number, so undecided", lack.size.abs())
        }
        (Zh, Some(lack), false) => format!("相差 {} 件", lack.size.abs()),
        (En, Some(lack), false) => format!("{} apart", lack.size.abs()),
    };
    match language {
        Zh => format!("{}；{}：{judgement}。", side(income), side(outgo)),
        En => format!("{}; {}: {judgement}. ", side(income), side(outgo)),
    }
}

/// The outcomes against their printed total: `各项结果之和 139，总计印作 166，少 27 件。`
pub fn parts(sum: i64, total: i64, lack: Lack, language: Language) -> String {
    let words = lack.words(language);
    match language {
        Zh => format!("各项结果之和 {sum}，总计印作 {total}，{words}。"),
        En => format!("The outcomes add up to {sum}, the printed total is {total}: {words}. "),
    }
}

/// The label of the bar of all outcomes added up.
pub fn parts_together(language: Language) -> &'static str {
    match language {
        Zh => "各项结果之和",
        En => "Outcomes added up",
    }
}

/// The word for a sum in a data table.
pub fn sum(language: Language) -> &'static str {
    match language {
        Zh => "合计",
        En => "Sum",
    }
}

/// Heads of the balance's data table.
pub fn balance_columns(language: Language) -> Vec<String> {
    match language {
        Zh => ["申请人", "项目", "件数"],
        En => ["Applicant", "Row", "Requests"],
    }
    .map(str::to_owned)
    .into()
}
