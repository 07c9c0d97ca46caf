//! The words of the flow.

use super::{FEWEST_FOR_PER_CENT, Share, gap, requests, subject};
use crate::chart::graph::{Graph, Node, Subject};
use crate::language::Language::{self, En, Zh};
use crate::report::form::{Applicant, OutcomeGroup, RequestRow};
use crate::sorted::Listed;

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
    let per_cent = shown.and_then(|base| Some((base, Share::of(part, base)?.words(language))));
    match (language, per_cent, base) {
        (Zh, Some((base, share)), _) => {
            format!("{granted} 件予以公开、{partly} 件部分公开，合占办结 {base} 件的{}。", share)
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
        .listed();
    (!named.is_empty()).then(|| match language {
        Zh => format!("对不上之处（斜线）：{}。", named.join("；")),
        En => format!("What does not fit (hatched): {}. ", named.join("; ")),
    })
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
