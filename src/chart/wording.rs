//! The words of the pictures. The form's own words come from `report::form`.

use super::graph::{Graph, Node, Subject};
use crate::language::Language;
use crate::language::Language::{En, Zh};
use crate::report::form::{Applicant, OutcomeGroup, RequestRow};

/// Below this many requests shares are said in counts, not in per cent.
pub const FEWEST_FOR_PER_CENT: i64 = 20;

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

/// A share in whole per cent, rounded and said so: `45%`, `约 45%`, `不到 1%`. `None` where the whole is nought.
pub fn share(part: i64, whole: i64, language: Language) -> Option<String> {
    if whole <= 0 || part < 0 || part > whole {
        return None;
    }
    let rounded = (200 * part + whole) / (2 * whole);
    let words = match (language, rounded) {
        _ if 100 * part == rounded * whole => format!("{rounded}%"),
        (Zh, 0) => "不到 1%".to_owned(),
        (En, 0) => "under 1%".to_owned(),
        (Zh, 100) => "超过 99%".to_owned(),
        (En, 100) => "over 99%".to_owned(),
        (Zh, _) => format!("约 {rounded}%"),
        (En, _) => format!("about {rounded}%"),
    };
    Some(words)
}

/// The title of a band: `自然人 → 予以公开 25 件`.
pub fn band_title(from: Subject, to: Subject, count: i64, missing: usize, language: Language) -> String {
    let (from, to) = (subject(from, language), subject(to, language));
    format!("{from} → {to} {}{}", requests(count, language), missing_aside(missing, language))
}

/// The title of a node: `自然人 173 件；27 件没有去处`.
pub fn node_title(node: &Node, language: Language) -> String {
    let name = subject(node.subject, language);
    let mut title = format!("{name} {}", requests(node.count(), language));
    if let Some(gap) = gap(node, language) {
        title.push_str(list_stop(language));
        title.push_str(&gap);
    } else {
        title.push_str(&missing_aside(node.missing(), language));
    }
    title
}

fn list_stop(language: Language) -> &'static str {
    match language {
        Zh => "；",
        En => "; ",
    }
}

fn missing_aside(missing: usize, language: Language) -> String {
    match (language, missing) {
        (_, 0) => String::new(),
        (Zh, _) => format!("（另有 {missing} 格没有数字）"),
        (En, 1) => " (1 more cell without a number)".to_owned(),
        (En, _) => format!(" ({missing} more cells without a number)"),
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

    /// `少 27 件`, `多 3 件`, `差 5 件不明`.
    pub fn words(self, language: Language) -> String {
        let size = self.size.abs();
        match (language, self.missing > 0, self.size > 0) {
            (Zh, true, _) => format!("差 {size} 件，不明"),
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
            .collect();
        match language {
            Zh => format!("{}，共 {sum} 件", named.join(" 加")),
            En => format!("{} make {sum}", named.join(" and ")),
        }
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

/// A name whose cell holds no count.
pub fn without_number(name: &str, language: Language) -> String {
    match language {
        Zh => format!("{name}（没有数字）"),
        En => format!("{name} (no number)"),
    }
}

/// A name and its count: `本年新收 220 件`.
pub fn named_count(name: &str, count: i64, language: Language) -> String {
    format!("{name} {}", requests(count, language))
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

/// The start of a sentence on one kind of applicant.
pub fn column_start(column: Applicant, language: Language) -> String {
    let column = column.brief_label().get(language);
    match language {
        Zh => format!("{column}一列："),
        En => format!("{column}: "),
    }
}

/// The heads of the flow's four columns.
pub fn stages(language: Language) -> [&'static str; 4] {
    match language {
        Zh => ["来源", "申请人", "办理结果", "理由"],
        En => ["Source", "Applicant", "Outcome", "Ground"],
    }
}

/// The flow's title.
pub fn flow_title(in_hand: Option<i64>, language: Language) -> String {
    match (language, in_hand) {
        (Zh, Some(count)) => format!("{count} 件申请去了哪里"),
        (Zh, None) => "申请去了哪里".to_owned(),
        (En, Some(1)) => "Where did the 1 request go?".to_owned(),
        (En, Some(count)) => format!("Where did {count} requests go?"),
        (En, None) => "Where did the requests go?".to_owned(),
    }
}

/// What came in: `新收 220 件、上年结转 12 件。` Only what is printed is named.
pub fn came_in(new_received: Option<i64>, carried_in: Option<i64>, language: Language) -> Option<String> {
    Some(match (language, new_received, carried_in) {
        (_, None, None) => return None,
        (Zh, Some(new), Some(carried)) => format!("新收 {new} 件、上年结转 {carried} 件。"),
        (Zh, Some(new), None) => format!("新收 {new} 件。"),
        (Zh, None, Some(carried)) => format!("上年结转 {carried} 件。"),
        (En, Some(new), Some(carried)) => format!("{new} new, {carried} carried in. "),
        (En, Some(new), None) => format!("{new} new. "),
        (En, None, Some(carried)) => format!("{carried} carried in. "),
    })
}

/// How many were disclosed: `79 件予以公开、20 件部分公开，合占办结 221 件的约 45%。`
pub fn disclosed(granted: i64, partly: i64, answered: Option<i64>, language: Language) -> String {
    let base = answered.filter(|answered| *answered > 0);
    let part = granted + partly;
    let shown = base.filter(|base| *base >= FEWEST_FOR_PER_CENT);
    let per_cent = shown.and_then(|base| share(part, base, language).map(|share| (base, share)));
    match (language, per_cent, base) {
        (Zh, Some((base, share)), _) => {
            format!("{granted} 件予以公开、{partly} 件部分公开，合占办结 {base} 件的{}。", spaced(&share))
        }
        (Zh, None, Some(base)) => format!("办结 {base} 件，其中 {granted} 件予以公开、{partly} 件部分公开。"),
        (Zh, None, None) => format!("{granted} 件予以公开、{partly} 件部分公开。"),
        (En, Some((base, share)), _) => {
            format!("{granted} disclosed and {partly} partly disclosed: {share} of the {base} answered. ")
        }
        (En, None, Some(base)) => {
            format!("Of the {base} answered, {granted} disclosed and {partly} partly disclosed. ")
        }
        (En, None, None) => format!("{granted} disclosed and {partly} partly disclosed. "),
    }
}

/// Chinese typography: a space between a Chinese character and a digit, none between two Chinese characters.
fn spaced(share: &str) -> String {
    if share.starts_with(|first: char| first.is_ascii_digit()) {
        format!(" {share}")
    } else {
        share.to_owned()
    }
}

/// The ground that was given most: `理由最多的是“本机关不掌握相关政府信息”，55 件。`
pub fn main_ground(group: OutcomeGroup, row: RequestRow, count: i64, language: Language) -> String {
    let (group, row) = (group.label().get(language), row.brief_label().get(language));
    match language {
        Zh => format!("最多的理由是“{row}”（{group}），{count} 件。"),
        En => format!("The commonest ground is \"{row}\" ({group}): {count}. "),
    }
}

/// What was carried over: `11 件结转下年。`
pub fn carried_over(count: i64, language: Language) -> String {
    match language {
        Zh => format!("{count} 件结转下年。"),
        En => format!("{count} carried over. "),
    }
}

/// The gaps of the flow: `自然人 27 件没有去处，无法提供 27 件没有来处。`
pub fn gaps(graph: &Graph, language: Language) -> Option<String> {
    let named: Vec<String> = graph
        .nodes
        .iter()
        .filter_map(|node| {
            let words = gap(node, language)?;
            let name = subject(node.subject, language);
            Some(match language {
                Zh => format!("{name}：{words}"),
                En => format!("{name}: {words}"),
            })
        })
        .collect();
    (!named.is_empty()).then(|| match language {
        Zh => format!("对不上之处（斜线）：{}。", named.join("；")),
        En => format!("What does not fit (hatched): {}. ", named.join("; ")),
    })
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
        .collect();
    (!named.is_empty()).then(|| match language {
        Zh => format!("{start}。{}。", named.join("；")),
        En => format!("{start}. {}.", named.join("; ")),
    })
}

/// How thick bands are.
pub fn thickness_note(language: Language) -> &'static str {
    match language {
        Zh => "带宽与件数成正比；不足 1 像素的画作 1 像素。",
        En => "Bands are as wide as their counts; those under 1 pixel are drawn 1 pixel wide.",
    }
}

/// A printed 总计 of outcomes that its parts do not make up, in a picture that draws the parts.
pub fn total_unlike_parts(column: Applicant, printed: i64, parts: i64, language: Language) -> String {
    let column = column.brief_label().get(language);
    match language {
        Zh => format!("（七）总计（{column}）印作 {printed}，各项结果之和为 {parts}；图中画的是各项结果。"),
        En => format!(
            "The printed total of outcomes ({column}) is {printed}, its parts add up to {parts}; the parts are drawn."
        ),
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

/// Heads of the flow's data table: the row's name, six kinds, their sum, the printed total, the difference.
pub fn flow_columns(language: Language) -> Vec<String> {
    let mut columns = vec![match language {
        Zh => "项目".to_owned(),
        En => "Row".to_owned(),
    }];
    columns.extend(Applicant::KINDS.map(|kind| kind.brief_label().get(language).to_owned()));
    columns.extend(match language {
        Zh => ["各类之和", "总计", "差"].map(str::to_owned),
        En => ["Sum of kinds", "Total", "Difference"].map(str::to_owned),
    });
    columns
}

/// New and carried in together, in a data table.
pub fn in_hand(language: Language) -> &'static str {
    match language {
        Zh => "新收加上年结转",
        En => "In hand",
    }
}

/// The row of the flow's data table that holds what each kind of applicant has in hand and no outcome for.
pub fn flow_gap_row(language: Language) -> &'static str {
    match language {
        Zh => "收入减去向",
        En => "In hand less outcomes",
    }
}

/// A ground within its group, in a data table.
pub fn ground_row(group: OutcomeGroup, row: RequestRow, language: Language) -> String {
    let (group, row) = (group.label().get(language), row.brief_label().get(language));
    match language {
        Zh => format!("{group}：{row}"),
        En => format!("{group}: {row}"),
    }
}

/// The caption of a picture's data table.
pub fn table_caption(title: &str, language: Language) -> String {
    match language {
        Zh => format!("图中的数字：{title}"),
        En => format!("The numbers of the picture: {title}"),
    }
}
