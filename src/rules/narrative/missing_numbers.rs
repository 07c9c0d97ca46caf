//! N15: a number was never filled in.

use super::contradiction::quoted;
use crate::document::Place;
use crate::language::Text;
use crate::report::form::plain;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, Status};
use crate::sorted::Listed;
use std::ops::Range;

/// *What it checks*: no measure word stands without its number: 共发布信息余条, 共主动公开条, 占%.
///
/// *Why*: the number was to be filled in later and was forgotten, or fell out in editing.
///
/// *Basis*: a report has to be complete.
///
/// *Passes*: 共发布信息320条. *Fails*: 共发布信息余条.
pub const MISSING_NUMBERS: Rule = Rule {
    code: "N15",
    name: "number-missing",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text { zh: "量词前缺少数字", en: "A number is missing before its measure word" },
    why: Text {
        zh: "写作时留空待填的数字漏填了，或者在编辑、转换中丢失。",
        en: "A number that was to be filled in later was forgotten, or fell out in editing or conversion.",
    },
    basis: Text {
        zh: "国办公开办函〔2021〕30号：内容不完整的年度报告属于不合格",
        en: "Notice [2021] No. 30: a report that is incomplete does not pass",
    },
    message: Text {
        zh: "正文“{text}”中的量词前没有数字。",
        en: "In the text “{text}” a measure word stands without its number.",
    },
    hint: Text {
        zh: "补上数字；如果确实没有数字，删去量词。",
        en: "Fill in the number, or leave the measure word out.",
    },
    passes: Example {
        text: Text { zh: "“共发布信息320条”。", en: "“共发布信息320条”." },
        case: "text overview + 全年通过政府网站共发布信息320条。",
    },
    fails: Example {
        text: Text { zh: "“共发布信息余条”。", en: "“共发布信息余条”." },
        case: "text overview + 全年通过政府网站共发布信息余条。",
    },
    check: Check::Custom(check),
};

const MEASURES: &str = "条件篇次个项份期场封宗起";

/// Words that end in a measure word's character and are whole.
const WHOLE_WORDS: &[&str] = &[
    "文件",
    "案件",
    "附件",
    "信件",
    "邮件",
    "稿件",
    "要件",
    "证件",
    "事件",
    "条件",
    "软件",
    "硬件",
    "部件",
    "组件",
    "原件",
    "复印件",
    "函件",
    "急件",
    "来件",
    "办件",
    "收件",
    "批件",
    "物件",
    "构件",
    "课件",
    "信访件",
    "投诉件",
    "举报件",
    "督办件",
    "交办件",
    "转办件",
    "头条",
    "逐条",
    "线条",
    "链条",
    "教条",
    "多条",
    "数条",
    "几条",
    "逐个",
    "各个",
    "整个",
    "多个",
    "几个",
    "数个",
    "两个",
    "多次",
    "屡次",
    "层次",
    "档次",
    "批次",
    "依次",
    "逐次",
    "首次",
    "再次",
    "历次",
    "每次",
    "本次",
    "此次",
    "几次",
    "数次",
    "人次",
    "频次",
    "名次",
    "事项",
    "专项",
    "各项",
    "逐项",
    "多项",
    "款项",
    "单项",
    "选项",
    "奖项",
    "几项",
    "数项",
    "省份",
    "月份",
    "年份",
    "身份",
    "股份",
    "逐份",
    "多份",
    "日期",
    "时期",
    "分期",
    "定期",
    "长期",
    "按期",
    "逾期",
    "同期",
    "近期",
    "任期",
    "现场",
    "市场",
    "广场",
    "立场",
    "多场",
    "几场",
    "多篇",
    "几篇",
    "数篇",
    "长篇",
    "密封",
    "一起",
    "多起",
    "引起",
    "提起",
    "发起",
    "兴起",
    "数起",
];

/// 来信件 is 来信 and a measure word.
const NOT_WHOLE_AFTER_ALL: &[&str] = &["来信件"];

/// What 共 is a part of.
const NOT_TOGETHER_BEFORE: &str = "公中总一";
const NOT_TOGETHER_AFTER: &str = "同建享治产青识和赢鸣性商育";

const TOTALS: &[&str] = &["共计", "累计", "合计", "总计", "共"];

const VERBS: &[&str] = &[
    "发布", "公开", "上传", "收到", "受理", "答复", "办理", "处理", "回复", "办结", "制发", "制定", "印发",
    "出台", "召开", "举办", "开展", "组织", "报送", "编发", "刊发", "推送", "转载", "更新", "登记", "公示",
    "解读", "新收", "接收", "接到", "编制", "撰写", "录入", "采纳", "征集", "发放", "接听", "接待", "制作",
    "整改", "清理", "废止",
];

/// What 余 is a part of.
const BEFORE_REST: &str = "其剩多业富盈结残冗";

const COUNTED_OTHERWISE: &[&str] =
    &["几", "数十", "数百", "多", "若干", "上述", "以上", "各", "每", "未", "没有", "无"];

const SHARES: &[&str] = &["占", "达", "达到", "为", "率", "增长", "下降"];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &MISSING_NUMBERS;
    let mut outcomes = Vec::new();
    let mut has_prose = false;
    for (index, block) in facts.document.blocks.iter().enumerate() {
        let Some(text) = block.text() else { continue };
        let characters: Vec<char> = text.chars().map(plain).listed();
        if !characters.iter().any(|one| matches!(one, '。' | ';' | ',')) {
            continue;
        }
        has_prose = true;
        for range in missing(&characters) {
            let words: String = text.chars().skip(range.start).take(range.len()).collect();
            let message = rule.message.fill(&[("text", quoted(words.trim()))]);
            let place = Place {
                block: index,
                square: None,
                characters: Some((range.start, range.end)),
                origin: block.origin(),
            };
            let at = (outcomes.len() + 1).to_string();
            let finding = Finding::of(rule, message).at(&at).standing(Some(place));
            outcomes.push(Outcome::new(rule, Some(at), Status::from(Some(finding))));
        }
    }
    match (has_prose, outcomes.is_empty()) {
        (false, _) => Outcome::not_applicable(rule),
        (true, true) => Outcome::whole(rule, None),
        (true, false) => outcomes,
    }
}

/// The clauses in which a number is missing.
fn missing(text: &[char]) -> Vec<Range<usize>> {
    let is_end = |one: char| matches!(one, ',' | '。' | ';' | '!' | '?' | ':' | '(' | ')' | '、');
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=text.len() {
        let end = text.get(at).copied();
        if end.is_some_and(|one| !is_end(one)) {
            continue;
        }
        let clause = &text[start..at];
        let ends_plainly = end.is_none_or(|one| matches!(one, ',' | '。' | ';'));
        if is_without_rest(clause) || is_without_share(clause) || (ends_plainly && is_without_total(clause)) {
            found.push(start..at);
        }
        start = at + 1;
    }
    found
}

/// 信息余条: 余 follows a number.
fn is_without_rest(clause: &[char]) -> bool {
    clause.windows(3).enumerate().any(|(at, window)| {
        let &[before, rest, measure] = window else { return false };
        let next = clause.get(at + 3).copied();
        rest == '余'
            && MEASURES.contains(measure)
            && !BEFORE_REST.contains(before)
            && !is_number(before)
            && next.is_none_or(|next| !"款例件目次额数".contains(next))
    })
}

/// 占%: a share without its figure.
fn is_without_share(clause: &[char]) -> bool {
    clause.iter().position(|one| *one == '%').is_some_and(|at| {
        let before: String = clause[..at].iter().filter(|one| !is_gap(**one)).collect();
        SHARES.iter().any(|word| before.ends_with(word))
    })
}

/// 共主动公开条: 共 promises a number.
fn is_without_total(clause: &[char]) -> bool {
    let gap = clause.len() >= 2 && is_gap(clause[clause.len() - 2]);
    let words: String = clause.iter().filter(|one| !is_gap(**one)).collect();
    let Some(after) = after_total(&words) else { return false };
    let last = after.chars().last();
    let ends_in_measure = last.is_some_and(|last| MEASURES.contains(last));
    let is_whole_word = WHOLE_WORDS.iter().any(|word| after.ends_with(word))
        && !NOT_WHOLE_AFTER_ALL.iter().any(|word| after.ends_with(word));
    ends_in_measure
        && (gap || !is_whole_word)
        && !after.chars().any(is_number)
        && VERBS.iter().any(|verb| after.contains(verb))
        && !COUNTED_OTHERWISE.iter().any(|word| after.contains(word))
}

/// What follows 共 or 累计.
fn after_total(words: &str) -> Option<&str> {
    TOTALS.iter().find_map(|total| {
        let at = words.find(total)?;
        let (before, after) = (&words[..at], &words[at + total.len()..]);
        let joined = before.chars().last().is_some_and(|one| NOT_TOGETHER_BEFORE.contains(one))
            || after.chars().next().is_some_and(|one| NOT_TOGETHER_AFTER.contains(one));
        (!joined).then_some(after)
    })
}

fn is_number(one: char) -> bool {
    one.is_ascii_digit() || crate::number::is_chinese_numeral(one)
}

fn is_gap(one: char) -> bool {
    one.is_whitespace() || one == '_'
}
