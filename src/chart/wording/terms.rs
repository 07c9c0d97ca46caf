//! Words that several pictures say: names, counts, gaps, what is nought or has no number.

use crate::chart::graph::{Node, Subject};
use crate::language::Language::{self, En, Zh};
use crate::report::form::RequestRow;
use crate::sorted::Listed;

/// What a picture without table 3 says.
pub fn no_table(language: Language) -> &'static str {
    match language {
        Zh => "文件中没有找到表三（收到和处理政府信息公开申请情况），没有可画的数字。",
        En => "Table 3 (requests received and handled) was not found, so there is nothing to draw.",
    }
}

/// What a picture says where every count is nought.
pub fn all_zero(language: Language) -> &'static str {
    match language {
        Zh => "新收、上年结转、各项办理结果和结转下年都是 0：没有申请可画。",
        En => "New, carried in, every outcome and carried over are all 0: there are no requests to draw.",
    }
}

/// What a picture says where table 3 stands but none of its cells holds a count.
pub fn no_numbers(language: Language) -> &'static str {
    match language {
        Zh => "表三中没有读到数字，没有可画的内容。",
        En => "No number was read in table 3, so there is nothing to draw.",
    }
}

/// The words of a node.
pub fn subject(subject: Subject, language: Language) -> &'static str {
    match subject {
        Subject::Source(row) | Subject::Ground(_, row) => row.brief_label().get(language),
        Subject::Kind(kind) => kind.brief_label().get(language),
        Subject::Group(group) => group.label().get(language),
        Subject::CarriedOut => RequestRow::CarriedOut.brief_label().get(language),
    }
}

/// A number of requests: `25 件`, `25 requests`.
pub fn requests(count: i64, language: Language) -> String {
    match (language, count) {
        (Zh, _) => format!("{count} 件"),
        (En, 1) => "1 request".to_owned(),
        (En, _) => format!("{count} requests"),
    }
}

/// A name and its count: `本年新收 220 件`.
pub fn named_count(name: &str, count: i64, language: Language) -> String {
    format!("{name} {}", requests(count, language))
}

/// Names with their counts, one after another.
pub fn listed(counts: &[(&str, i64)], language: Language) -> String {
    let named = counts.iter().map(|(name, count)| match language {
        Zh => format!("{name} {count} 件"),
        En => format!("{name} {count}"),
    });
    named.listed().join(if language == Zh { "、" } else { ", " })
}

/// A name whose cell holds no count.
pub fn without_number(name: &str, language: Language) -> String {
    match language {
        Zh => format!("{name}（没有数字）"),
        En => format!("{name} (no number)"),
    }
}

/// What is missing or left over at a node: `27 件没有去处`; `None` where both sides agree.
pub fn gap(node: &Node, language: Language) -> Option<String> {
    let gap = node.gap();
    let size = gap.abs();
    if gap == 0 {
        return None;
    }
    let missing = node.missing();
    if missing > 0 {
        return Some(match (language, missing) {
            (Zh, _) => format!("{size} 件不明，{missing} 格没有数字"),
            (En, 1) => format!("{size} unknown, 1 cell without a number"),
            (En, _) => format!("{size} unknown, {missing} cells without a number"),
        });
    }
    Some(match (node.subject, gap > 0, language) {
        (Subject::Source(_), true, Zh) => format!("各类合计少 {size} 件"),
        (Subject::Source(_), true, En) => format!("applicants add up to {size} fewer"),
        (Subject::Source(_), false, Zh) => format!("各类合计多 {size} 件"),
        (Subject::Source(_), false, En) => format!("applicants add up to {size} more"),
        (Subject::Kind(_), true, Zh) => format!("{size} 件没有去处"),
        (Subject::Kind(_), true, En) => format!("{size} went nowhere"),
        (_, true, Zh) => format!("总计少 {size} 件"),
        (_, true, En) => format!("total is {size} fewer"),
        (_, false, Zh) => format!("{size} 件没有来处"),
        (_, false, En) => format!("{size} came from nowhere"),
    })
}

/// A node's gap within a sentence.
pub fn named_gap(of: Subject, gap: &str, language: Language) -> String {
    let name = subject(of, language);
    match language {
        Zh => format!("{name}：{gap}。"),
        En => format!("{name}: {gap}. "),
    }
}

/// How many cells held no count and were not drawn.
pub fn not_printed(missing: usize, language: Language) -> Option<String> {
    Some(match (language, missing) {
        (_, 0) => return None,
        (Zh, _) => format!("有 {missing} 格没有数字，不按 0 计，未画。"),
        (En, 1) => "1 cell holds no number; it is not taken for 0 and not drawn. ".to_owned(),
        (En, _) => format!("{missing} cells hold no number; they are not taken for 0 and not drawn. "),
    })
}

/// What is nought, column by column: `为 0、未画出的：申请人：商业企业、科研机构；理由：属于国家秘密。`
pub fn zero_list(columns: &[(&str, Vec<&str>)], language: Language) -> Option<String> {
    let start = match language {
        Zh => "为 0、未画出的",
        En => "Zero, so not drawn",
    };
    named_columns(start, columns, language)
}

/// What has no number at all, column by column.
pub fn blank_list(columns: &[(&str, Vec<&str>)], language: Language) -> Option<String> {
    let start = match language {
        Zh => "没有数字、未画出的",
        En => "Without a number, so not drawn",
    };
    named_columns(start, columns, language)
}

fn named_columns(start: &str, columns: &[(&str, Vec<&str>)], language: Language) -> Option<String> {
    let named: Vec<String> = columns
        .iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(column, names)| match language {
            Zh => format!("{column}：{}", names.join("、")),
            En => format!("{column}: {}", names.join(", ")),
        })
        .listed();
    (!named.is_empty()).then(|| match language {
        Zh => format!("{start}。{}。", named.join("；")),
        En => format!("{start}. {}.", named.join("; ")),
    })
}

/// The heads of the flow's four columns.
pub fn stages(language: Language) -> [&'static str; 4] {
    match language {
        Zh => ["来源", "申请人", "办理结果", "理由"],
        En => ["Source", "Applicant", "Outcome", "Ground"],
    }
}

/// New and carried in together, in a data table.
pub fn in_hand(language: Language) -> &'static str {
    match language {
        Zh => "新收加上年结转",
        En => "In hand",
    }
}

/// Words for a cell of a data table.
pub fn cell_words(count: i64, printed: bool, complete: bool, language: Language) -> String {
    match (printed, complete, language) {
        (false, _, Zh) => "没有数字".to_owned(),
        (false, _, En) => "no number".to_owned(),
        (true, true, _) => count.to_string(),
        (true, false, Zh) => format!("{count}（不全）"),
        (true, false, En) => format!("{count} (incomplete)"),
    }
}

/// The caption of a picture's data table.
pub fn table_caption(title: &str, language: Language) -> String {
    match language {
        Zh => format!("图中的数字：{title}"),
        En => format!("The numbers of the picture: {title}"),
    }
}
