//! How a publisher writes the form's labels: brackets, numbering, spaces, breaks, slips of the pen.

use super::chance::Chance;
use super::traditional::traditional;
use gouji::report::form::{Applicant, DisputeOutcome, Edition, Item, ItemField, OutcomeGroup};
use gouji::report::form::{Article20, RequestRow, Section, Track};

/// One publisher's hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// ASCII brackets for full-width ones.
    pub half_brackets: bool,
    /// ASCII commas and colons for full-width ones.
    pub half_commas: bool,
    /// What stands behind the ordinal of a row: `1.` as on the form, `1．`, `1、`, `1. `; `（1）` and none.
    pub numbering: Numbering,
    /// The quotation marks of 三安全一稳定.
    pub quotes: Quotes,
    /// Spaces inside short labels: `不予 公开`, `总 计`.
    pub spaced: bool,
    /// Line breaks inside labels, where the layout has them.
    pub broken: bool,
    /// Slips and shortenings: what the form says and what is printed.
    pub slips: Vec<(&'static str, &'static str)>,
    /// Headers cut to their first line: 本年新.
    pub cut_heads: bool,
    /// Traditional characters.
    pub traditional: bool,
}

/// What stands behind the ordinal of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// `1.`
    #[default]
    Dot,
    /// `1. `
    DotSpace,
    /// `1．`
    WideDot,
    /// `1、`
    Comma,
    /// `（1）`
    Brackets,
    /// No ordinal at all.
    None,
}

/// Quotation marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quotes {
    /// As on the form.
    #[default]
    Curly,
    /// ASCII.
    Straight,
    /// 「」.
    Corner,
    /// None.
    None,
}

/// What the form says, and what has been seen or must be expected in its place.
const SLIPS: &[(&str, &str)] = &[
    ("科研机构", "科研企业"),
    ("属于三类内部事务信息", "属于三类内容事务信息"),
    ("只计这一情形", "只计这一情况"),
    ("（区分处理的，只计这一情形，不计其他情形）", ""),
    ("其他法律行政法规禁止公开", "其他法律、行政法规禁止公开"),
    ("属于行政执法案卷", "属于行政执法案卷信息"),
    ("行政事业性收费", "行政事业型收费"),
    ("现行有效件数", "现行有效件"),
    ("现行有效件数", "现行有效件数（历史累计）"),
    ("本年制发件数", "本年度制发数"),
    ("本年处理决定数量", "本年度处理决定数量"),
    ("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "逾期不补正"),
    ("申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "逾期不缴费"),
    ("逾期不补正、行政机关", "逾期不补正，行政机关"),
    ("缴纳费用、行政机关", "缴纳费用,行政机关"),
    ("（六）其他处理", "（六）其他"),
    ("第二十条第", "第二十条 第"),
    ("第二十条第", "第二十条  第"),
    ("信息内容", "信 息 内 容"),
    ("一、本年新收", "一、本年度新收"),
    ("二、上年结转", "二、上年度结转"),
    ("大量反复申请", "大量反复 申请"),
];

impl Wording {
    /// The form's own hand.
    pub fn exact() -> Wording {
        Wording::default()
    }

    /// Draws a hand. About a third keep to the form.
    pub fn draw(chance: &mut Chance) -> Wording {
        if chance.odds(1, 3) {
            return Wording::exact();
        }
        Wording {
            half_brackets: chance.odds(1, 3),
            half_commas: chance.odds(1, 4),
            numbering: chance.pick(&[
                Numbering::Dot,
                Numbering::Dot,
                Numbering::DotSpace,
                Numbering::WideDot,
                Numbering::Comma,
                Numbering::Brackets,
                Numbering::None,
            ]),
            quotes: chance.pick(&[
                Quotes::Curly,
                Quotes::Curly,
                Quotes::Straight,
                Quotes::Corner,
                Quotes::None,
            ]),
            spaced: chance.odds(1, 3),
            broken: chance.odds(1, 2),
            slips: SLIPS.iter().filter(|_| chance.odds(1, 6)).copied().collect(),
            cut_heads: chance.odds(1, 8),
            traditional: false,
        }
    }

    /// The note in the corner of table 3.
    pub fn corner(&self) -> String {
        self.dress("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
    }

    /// A head of table 3.
    pub fn applicant(&self, applicant: Applicant) -> String {
        match applicant {
            Applicant::LegalPersonSubtotal => self.short("小计"),
            other => self.short(other.label().zh),
        }
    }

    /// 申请人情况, 法人或其他组织 and other fixed words.
    pub fn fixed(&self, words: &str) -> String {
        self.dress(words)
    }

    /// The label of a row of table 3.
    pub fn row(&self, row: RequestRow) -> String {
        let words = row.label().zh;
        match words.split_once('.') {
            Some((ordinal, rest)) => {
                let rest = self.dress(rest);
                match self.numbering {
                    Numbering::Dot => format!("{ordinal}.{rest}"),
                    Numbering::DotSpace => format!("{ordinal}. {rest}"),
                    Numbering::WideDot => format!("{ordinal}．{rest}"),
                    Numbering::Comma => format!("{ordinal}、{rest}"),
                    Numbering::Brackets => self.dress(&format!("（{ordinal}）")) + &rest,
                    Numbering::None => rest,
                }
            }
            None => self.short(words),
        }
    }

    /// The label of a group that spans several rows: （三）不予公开.
    pub fn group(&self, group: OutcomeGroup) -> String {
        let ordinal = ["一", "二", "三", "四", "五", "六"][group as usize];
        self.short(&format!("（{ordinal}）{}", group.label().zh))
    }

    /// The label of an item of table 2, which the two editions name differently.
    pub fn item(&self, edition: Edition, item: Item) -> String {
        let words = item.label().zh;
        match (edition, item) {
            (Edition::Y2019, Item::NormativeDocuments) => self.dress(words.trim_start_matches("行政")),
            _ => self.dress(words),
        }
    }

    /// A head of table 2. The 2019 form calls the decisions 处理决定数量.
    pub fn field(&self, edition: Edition, field: ItemField) -> String {
        let words = field.label().zh;
        match (edition, field) {
            (Edition::Y2019, ItemField::Decisions) => self.dress(words.trim_start_matches("本年")),
            (_, ItemField::NewlyMade | ItemField::NewlyDisclosed) if self.cut_heads => self.dress("本年新"),
            (_, ItemField::NewlyMade) if self.broken => self.dress("本年新\n制作数量"),
            (_, ItemField::NewlyDisclosed) if self.broken => self.dress("本年新\n公开数量"),
            (_, ItemField::AmountWanYuan) if self.broken => self.dress("本年收费金额\n（单位：万元）"),
            _ => self.dress(words),
        }
    }

    /// 第二十条第（一）项.
    pub fn article(&self, article: Article20) -> String {
        self.dress(article.label().zh)
    }

    /// A track of table 4.
    pub fn track(&self, track: Track) -> String {
        self.dress(track.label().zh)
    }

    /// A head of table 4.
    pub fn dispute(&self, column: DisputeOutcome) -> String {
        self.short(column.label().zh)
    }

    /// A section's heading with its number.
    pub fn section(&self, section: Section) -> String {
        let ordinal = ["一", "二", "三", "四", "五", "六"][usize::from(section.number() - 1)];
        self.traditional_or_not(format!("{ordinal}、{}", section.label().zh))
    }

    /// Prose, which is only ever turned into traditional characters.
    pub fn prose(&self, text: &str) -> String {
        self.traditional_or_not(text.to_owned())
    }

    /// A label with this hand's brackets, commas, quotes and slips.
    fn dress(&self, words: &str) -> String {
        let mut text = words.to_owned();
        for (form, printed) in &self.slips {
            if text.contains(form) {
                text = text.replace(form, printed);
            }
        }
        if self.half_brackets {
            text = text.replace('（', "(").replace('）', ")");
        }
        if self.half_commas {
            text = text.replace('，', ",").replace('：', ":");
        }
        text = match self.quotes {
            Quotes::Curly => text,
            Quotes::Straight => text.replace(['“', '”'], "\""),
            Quotes::Corner => text.replace('“', "「").replace('”', "」"),
            Quotes::None => text.replace(['“', '”'], ""),
        };
        self.traditional_or_not(text)
    }

    /// A short label, which may be spaced or broken in its middle.
    fn short(&self, words: &str) -> String {
        let mut text = self.dress(words);
        if self.broken {
            for (whole, parts) in BREAKS {
                text = text.replace(whole, parts);
            }
        }
        if self.spaced {
            for (whole, parts) in SPACES {
                text = text.replace(whole, parts);
            }
        }
        text
    }

    fn traditional_or_not(&self, text: String) -> String {
        if self.traditional { traditional(&text) } else { text }
    }
}

const BREAKS: &[(&str, &str)] = &[
    ("结果维持", "结果\n维持"),
    ("结果纠正", "结果\n纠正"),
    ("其他结果", "其他\n结果"),
    ("尚未审结", "尚未\n审结"),
    ("商业企业", "商业\n企业"),
    ("科研机构", "科研\n机构"),
    ("社会公益组织", "社会公\n益组织"),
    ("法律服务机构", "法律服\n务机构"),
    ("不予公开", "不予\n公开"),
    ("无法提供", "无法\n提供"),
];

const SPACES: &[(&str, &str)] = &[
    ("总计", "总 计"),
    ("小计", "小 计"),
    ("自然人", "自 然 人"),
    ("不予公开", "不予 公开"),
    ("无法提供", "无法 提供"),
    ("不予处理", "不予 处理"),
    ("其他处理", "其他 处理"),
    ("商业企业", "商业 企业"),
    ("科研机构", "科研 机构"),
];
