//! What one number means, by the words of its clause.

use super::vocabulary as words;
use crate::report::claim::Quantity;
use crate::report::form::{Applicant, Item, ItemField, Track};

/// The words around one number.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// From the last mark or number to this number; years stay inside.
    pub(super) before: String,
    /// From this number to the next mark or number.
    pub(super) after: String,
    /// The whole sentence up to this number.
    pub(super) sentence: String,
    /// True where the paragraph speaks of requests for information.
    pub(super) about_requests: bool,
    /// True inside brackets.
    pub(super) bracketed: bool,
    /// The report year.
    pub(super) year: Option<u16>,
}

/// What stood before in the same sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    /// The claim before.
    pub(super) last: Option<Quantity>,
    /// The track that outcomes of cases belong to.
    pub(super) track: Option<CaseTrack>,
    /// True once 上年结转 was claimed after the headline.
    pub(super) carried_in_said: bool,
}

/// Whose outcomes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CaseTrack {
    One(Track),
    Suits,
    All,
}

/// What a number means, and whether every word around it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) quantity: Quantity,
    pub(super) firm: bool,
}

/// What a count means; `None` where it is tied to nothing.
pub(super) fn count(clause: &Clause, context: &Context) -> Option<Meaning> {
    let joined = format!("{}{}", clause.before, clause.after);
    let joined = joined.trim();
    if has(joined, words::COMPARING) && !has(joined, words::CARRIED_IN) {
        return None;
    }
    if other_year(joined, clause.year) {
        return None;
    }
    table_2(clause)
        .or_else(|| carried(clause, joined, context))
        .or_else(|| cases(clause, joined, context))
        .or_else(|| outcomes(clause))
        .or_else(|| kinds(clause, joined))
        .or_else(|| summing(clause, context))
        .or_else(|| headline(clause, joined))
}

/// What a percentage means: a share of outcome groups.
pub(super) fn share(clause: &Clause, context: &Context) -> Option<Meaning> {
    if has(&clause.before, words::COMPARING) || clause.before.contains('率') || !clause.before.contains('占')
    {
        return None;
    }
    let (bits, rest) = groups(&clause.before);
    if bits != 0 {
        let firm = residue(
            &rest,
            &[
                "占",
                "比",
                "其中",
                "的",
                "因",
                "等原因",
                "等",
                "和",
                "或",
                "及",
                "、",
                "情况",
                "为",
                "约",
                "比例",
                "总数",
                "办结",
                "答复",
            ],
        ) == 0;
        return Some(Meaning { quantity: Quantity::Share(bits), firm });
    }
    match context.last {
        Some(Quantity::Groups(bits))
            if residue(
                &clause.before,
                &["占", "比", "总数", "总量", "的", "约", "为", "比例", "申请", "办结", "答复"],
            ) == 0 =>
        {
            Some(Meaning { quantity: Quantity::Share(bits), firm: true })
        }
        _ => None,
    }
}

/// Whether a clause without a number says that nothing came in or no case arose; which of them.
pub(super) fn denied(clause: &str, about_requests: bool) -> Vec<Quantity> {
    let Some((at, word)) = words::DENYING
        .iter()
        .filter_map(|word| clause.find(word).map(|at| (at, *word)))
        .min_by_key(|(at, word)| (*at, usize::MAX - word.len()))
    else {
        return Vec::new();
    };
    if at > 0 && clause[..at].ends_with(['有', '毫', '并', '从']) && word == "无" {
        return Vec::new();
    }
    let object = &clause[at + word.len()..];
    if object.is_empty() || residue(object, words::DENIED_FILLERS) > 0 {
        return Vec::new();
    }
    let mut out = Vec::new();
    let receiving = ["收到", "接到", "接收", "受理"].iter().any(|verb| word.contains(verb));
    let requests = object.contains("申请") || object.contains("请求");
    let about = object.contains("公开") || object.contains("信息") || about_requests;
    let cases = object.contains("复议") || object.contains("诉讼") || object.contains("起诉");
    if receiving && requests && about && !cases {
        out.push(Quantity::Received);
    }
    if cases && (object.contains("公开") || object.contains("信息") || about_requests) {
        if object.contains("复议") {
            out.push(Quantity::Reconsiderations);
        }
        if object.contains("诉讼") || object.contains("起诉") {
            out.push(Quantity::Suits);
        }
        if receiving
            && requests
            && object.contains("公开申请")
            && object.find("申请") < object.find("复议")
            && !object.contains('因')
            && !object.contains("引")
        {
            out.push(Quantity::Received);
        }
    }
    out
}

/// Whether a clause without a number says that everything was answered.
pub(super) fn all_answered(clause: &str) -> bool {
    let answered = words::ANSWERED.iter().any(|word| clause.contains(word));
    let all = ["全部", "均", "全都"].iter().any(|word| clause.contains(word));
    let partial = [
        "未",
        "将",
        "要求各",
        "应",
        "须",
        "尚",
        "正在",
        "除",
        "确保",
        "力争",
        "部分",
        "诉",
        "复议",
        "留言",
        "信访",
        "咨询",
        "热线",
        "建议",
        "提案",
        "问题",
        "确",
        "率",
        "期限内答复了",
    ];
    answered && all && !partial.iter().any(|word| clause.contains(word))
}

/// Whether a clause says that all requests came from natural persons.
pub(super) fn all_natural(clause: &str) -> bool {
    let all = ["全部为", "均为", "全部来自", "均来自", "全为", "都是", "申请人全部"]
        .iter()
        .any(|word| clause.contains(word));
    all && (clause.contains("自然人") || clause.contains("公民"))
        && residue(
            clause,
            &[
                "全部",
                "均",
                "全",
                "为",
                "来自",
                "都是",
                "申请人",
                "自然人",
                "公民",
                "申请",
                "提出",
                "的",
                "件",
                "其中",
                "个人",
                "所有",
            ],
        ) == 0
}

fn carried(clause: &Clause, joined: &str, context: &Context) -> Option<Meaning> {
    if matches!(context.track, Some(_)) && !joined.contains("申请") && !joined.contains("结转") {
        return None;
    }
    if has(joined, words::FOREIGN)
        || joined.contains("复议")
        || joined.contains("诉讼")
        || joined.contains("审理")
    {
        return None;
    }
    let (year_in, year_out) = match clause.year {
        Some(year) => (carries(joined, year - 1), carries(joined, year + 1)),
        None => (false, false),
    };
    let partial = has(&joined.replace("结转", ""), words::PARTIAL) || kind_named(joined);
    if (has(joined, words::CARRIED_IN) || year_in) && !has(joined, words::CARRIED_OUT) && !year_out {
        return Some(Meaning { quantity: Quantity::CarriedIn, firm: !partial });
    }
    if has(joined, words::CARRIED_OUT) || year_out {
        let (groups, _) = groups(joined);
        return (groups == 0)
            .then_some(Meaning { quantity: Quantity::CarriedOut, firm: !partial && clause.about_requests });
    }
    None
}

/// `结转` beside a year: 2021年结转, 结转2023年度, 结转到2025年.
fn carries(text: &str, year: u16) -> bool {
    let year = year.to_string();
    text.contains(&year)
        && ["结转", "转入", "转至", "顺延", "延至", "跨年"].iter().any(|word| text.contains(word))
}

fn cases(clause: &Clause, joined: &str, context: &Context) -> Option<Meaning> {
    let before = clause.before.as_str();
    let named = track_named(before).or_else(|| track_named(&clause.after));
    if let Some((_, outcome)) = words::CASE_OUTCOMES.iter().find(|(word, _)| joined.contains(word)) {
        if joined.contains("申请") && !joined.contains("复议") && !joined.contains("诉讼") {
            return None;
        }
        let track = named.or(context.track)?;
        let quantity = match track {
            CaseTrack::One(track) => Quantity::DisputeOutcome(track, *outcome),
            CaseTrack::Suits => Quantity::SuitOutcome(*outcome),
            CaseTrack::All => return None,
        };
        let several = words::CASE_OUTCOMES
            .iter()
            .filter(|(word, found)| found != outcome && joined.contains(word))
            .count()
            > 0;
        let firm = !several && residue(joined, words::CASE_OUTCOME_FILLERS) == 0;
        return Some(Meaning { quantity, firm });
    }
    let of_cases = joined.contains("案件") && !joined.contains("申请");
    let track = named.or(if of_cases { context.track } else { None })?;
    let quantity = match track {
        CaseTrack::One(Track::Reconsideration) => Quantity::Reconsiderations,
        CaseTrack::One(track) => Quantity::Track(track),
        CaseTrack::Suits => Quantity::Suits,
        CaseTrack::All => Quantity::Disputes,
    };
    let about = clause.sentence.contains("信息公开")
        || clause.sentence.contains("政府信息")
        || clause.sentence.contains("依申请")
        || joined.contains("信息公开");
    let strange = residue(&without_years(joined), words::CASE_FILLERS) > 0;
    let denied = joined.contains('未') && !joined.contains("未经复议");
    if denied || ["决定", "答复书", "意见书", "判决", "出庭"].iter().any(|word| joined.contains(word))
    {
        return None;
    }
    Some(Meaning { quantity, firm: about && !strange && quantity != Quantity::Disputes })
}

/// The track a text names last; both together where they are named side by side.
pub(super) fn track_named(text: &str) -> Option<CaseTrack> {
    let reconsideration = text.contains("复议");
    if text.contains("复议后") || text.contains("经复议后") {
        return Some(CaseTrack::One(Track::SuitAfterReconsideration));
    }
    if text.contains("未经复议") || text.contains("直接起诉") {
        return Some(CaseTrack::One(Track::SuitDirect));
    }
    let suit = text.contains("诉讼") || text.contains("应诉");
    match (reconsideration, suit) {
        (true, true) => Some(CaseTrack::All),
        (true, false) => Some(CaseTrack::One(Track::Reconsideration)),
        (false, true) => Some(CaseTrack::Suits),
        (false, false) => None,
    }
}

fn outcomes(clause: &Clause) -> Option<Meaning> {
    let before = clause.before.trim();
    let text = if before.is_empty() || residue(before, &["其中", "有", "共", "另有", "另"]) == 0 {
        clause.after.as_str()
    } else {
        before
    };
    if has(text, words::FOREIGN) && !text.contains("执法案卷") {
        return None;
    }
    let row = words::ROWS.iter().find(|(word, ..)| text.contains(word));
    if let Some((word, row, whole)) = row
        && !text.contains("等原因")
        && !text.contains("等情")
    {
        let others = words::ROWS
            .iter()
            .filter(|(other, found, _)| found != row && text.contains(other) && !word.contains(other))
            .count();
        let fillers: Vec<&str> = words::ROW_FILLERS.iter().copied().chain([*word]).collect();
        let firm = others == 0 && *whole && residue(text, &fillers) == 0;
        return (others == 0).then_some(Meaning { quantity: Quantity::Row(*row), firm });
    }
    let (bits, rest) = groups(text);
    if bits == 0 || kind_named(text) {
        return None;
    }
    let rest = rest.replace("因本机关不掌握等原因", "").replace("因本机关不掌握相关政府信息等原因", "");
    let fillers = [
        "其中",
        "所有",
        "中",
        "办结",
        "信息公开",
        "的",
        "为",
        "有",
        "共计",
        "合计",
        "共",
        "答复",
        "申请",
        "政府信息",
        "信息",
        "或",
        "及",
        "和",
        "与",
        "以及",
        "、",
        "含",
        "包括",
        "因",
        "等原因",
        "等",
        "不掌握",
        "本机关",
        "情形",
        "决定",
        "作出",
        "予以",
        "处理",
        "数",
        "量",
        "按",
        "全年",
        "本年度",
        "件",
        "已",
        "告知",
        "了",
        "均",
        "结果",
        "情况",
        "依法",
        "公开",
        "(",
        ")",
    ];
    Some(Meaning {
        quantity: Quantity::Groups(bits),
        firm: residue(&rest, &fillers) == 0 && clause.about_requests,
    })
}

/// The outcome groups named in a text as bits, and the text without their names.
pub(super) fn groups(text: &str) -> (u8, String) {
    let mut rest = text.replace("主动公开", "").replace("依申请公开", "");
    let mut bits = 0;
    for (word, group) in words::GROUPS {
        if rest.contains(word) {
            rest = rest.replace(word, "");
            if let Some(group) = group {
                bits |= 1 << *group as u8;
            }
        }
    }
    (bits, rest)
}

fn kind_named(text: &str) -> bool {
    words::KINDS.iter().any(|(word, _)| text.contains(word)) && !text.contains("公民、法人")
}

fn kinds(clause: &Clause, joined: &str) -> Option<Meaning> {
    if !clause.about_requests || joined.contains("公民、法人") || has(joined, words::FOREIGN) {
        return None;
    }
    let named: Vec<&(&str, Option<Applicant>)> =
        words::KINDS.iter().filter(|(word, _)| clause.before.contains(word)).collect();
    let [(word, kind)] = named.as_slice() else { return None };
    let _ = word;
    let firm = residue(joined, words::KIND_FILLERS) == 0;
    let quantity = kind.map_or(Quantity::LegalPersons, Quantity::Kind);
    Some(Meaning { quantity, firm })
}

fn summing(clause: &Clause, context: &Context) -> Option<Meaning> {
    let before = clause.before.trim();
    if !words::SUMMING.contains(&before) || residue(&clause.after, &["申请", "政府信息公开申请"]) > 0
    {
        return None;
    }
    match context.last {
        Some(Quantity::CarriedIn) => {
            Some(Meaning { quantity: Quantity::InHand, firm: context.carried_in_said })
        }
        Some(Quantity::Unexplained | Quantity::Received) => {
            Some(Meaning { quantity: Quantity::Received, firm: false })
        }
        _ => None,
    }
}

fn headline(clause: &Clause, joined: &str) -> Option<Meaning> {
    if clause.bracketed
        || has(joined, words::FOREIGN)
        || (joined.contains("案件") && !joined.contains("申请"))
    {
        return None;
    }
    let whole = has(joined, words::WHOLE);
    let partial = (has(joined, words::PARTIAL) && !whole) || kind_named(joined);
    let newly = has(joined, words::NEWLY_RECEIVED);
    let received = newly || has(joined, words::RECEIVED);
    let answered = has(joined, words::ANSWERED);
    let handled = has(joined, words::HANDLED);
    let subject = joined.contains("申请")
        || joined.contains("公开件")
        || joined.contains("依申请")
        || joined.contains("信息公开")
        || (clause.about_requests && (answered || handled));
    let anchored = joined.contains("公开") || joined.contains("信息") || clause.about_requests;
    if !subject || !anchored || partial || !(received || answered || handled || joined.contains("申请")) {
        return None;
    }
    let strange = residue(&without_years(joined), words::HEADLINE_FILLERS);
    let total = ["共", "全年", "本年度", "累计", "总计", "合计", "年度", "我局", "我办", "本机关"]
        .iter()
        .any(|word| clause.sentence.contains(word) || joined.contains(word));
    let firm = strange == 0 || (strange <= 4 && total && joined.contains('共'));
    let quantity = match (newly, received, answered, handled) {
        (true, _, false, false) => Quantity::NewReceived,
        (_, true, true, _) => return Some(Meaning { quantity: Quantity::Received, firm: false }),
        (_, true, _, true) => return Some(Meaning { quantity: Quantity::Received, firm: false }),
        (_, true, ..) => Quantity::Received,
        (_, _, true, _) => Quantity::OutcomeTotal,
        (_, _, _, true) => Quantity::Handled,
        _ if strange == 0 => return Some(Meaning { quantity: Quantity::Received, firm: false }),
        _ => return None,
    };
    Some(Meaning { quantity, firm })
}

fn table_2(clause: &Clause) -> Option<Meaning> {
    let before = without_years(&clause.before);
    let text = before.trim();
    if clause.bracketed {
        return None;
    }
    let item = if text.contains("规范性文件") {
        Item::NormativeDocuments
    } else if text.contains("规章") && !text.contains("规章制度") {
        Item::Rules
    } else if text.contains("行政许可") {
        Item::Licences
    } else if text.contains("行政处罚") {
        Item::Penalties
    } else if text.contains("行政强制") {
        Item::Compulsion
    } else {
        return None;
    };
    if matches!(item, Item::Licences | Item::Penalties | Item::Compulsion) {
        let fillers = [
            "全年",
            "本年度",
            "共",
            "共计",
            "累计",
            "全市",
            "全区",
            "全县",
            "我局",
            "我镇",
            "作出",
            "行政许可",
            "行政处罚",
            "行政强制",
            "决定",
            "处理",
            "年",
            "度",
            "数量",
            "的",
        ];
        let decided = text.contains("决定");
        return Some(Meaning {
            quantity: Quantity::Proactive(item, ItemField::Decisions),
            firm: decided && residue(text, &fillers) == 0,
        });
    }
    let field = if text.contains("现行有效") || text.contains("现行") {
        ItemField::InForce
    } else if text.contains("废止") {
        ItemField::Repealed
    } else if text.contains("制发") || text.contains("制定") || text.contains("印发") || text.contains("出台")
    {
        ItemField::Issued
    } else {
        return None;
    };
    let verbs = ["现行", "废止", "制发", "制定"].iter().filter(|verb| text.contains(*verb)).count();
    let fillers = [
        "全年",
        "本年度",
        "共",
        "共计",
        "累计",
        "全市",
        "全区",
        "全县",
        "我局",
        "我镇",
        "我市",
        "我县",
        "我区",
        "制发",
        "制定",
        "印发",
        "出台",
        "发布",
        "废止",
        "现行有效",
        "现行",
        "有效",
        "的",
        "行政",
        "规范性文件",
        "规章",
        "年",
        "度",
        "政府",
        "市",
        "省",
        "件",
        "数量",
        "为",
    ];
    Some(Meaning {
        quantity: Quantity::Proactive(item, field),
        firm: verbs == 1 && residue(text, &fillers) == 0,
    })
}

fn has(text: &str, list: &[&str]) -> bool {
    list.iter().any(|word| text.contains(word))
}

/// Characters that no word of `known` explains, longest words first; white space and quotes do not count.
pub(super) fn residue(text: &str, known: &[&str]) -> usize {
    let mut strange = 0;
    let mut rest = text;
    while let Some(one) = rest.chars().next() {
        let longest = known
            .iter()
            .filter(|word| !word.is_empty() && rest.starts_with(**word))
            .map(|word| word.len())
            .max();
        match longest {
            Some(length) => rest = &rest[length..],
            None => {
                if !one.is_whitespace() && !"“”‘’《》\"'".contains(one) {
                    strange += 1;
                }
                rest = &rest[one.len_utf8()..];
            }
        }
    }
    strange
}

/// Without years and their digits, so that only words are judged.
pub(super) fn without_years(text: &str) -> String {
    text.chars().filter(|one| !one.is_ascii_digit()).collect()
}

/// True where the clause names a year that is neither the report year nor beside 结转 or 因…引发.
fn other_year(text: &str, year: Option<u16>) -> bool {
    let Some(year) = year else { return false };
    let digits: Vec<char> = text.chars().collect();
    digits.windows(5).enumerate().any(|(at, window)| {
        let number: String = window[..4].iter().collect();
        let starts = at == 0 || !digits[at - 1].is_ascii_digit();
        starts
            && window[4] == '年'
            && number.parse::<u16>().is_ok_and(|found| (1949..=2100).contains(&found) && found != year)
    }) && !["结转", "转入", "顺延", "延至", "引发", "引起", "跨年"].iter().any(|word| text.contains(word))
}
