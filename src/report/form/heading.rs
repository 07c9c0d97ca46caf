//! The words of the form that stand over several rows or columns.

use super::{OutcomeGroup, Section};
use crate::language::Text;

/// A head of the statutory tables that spans other rows or columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// 信息内容, over the items of table 2.
    Information,
    /// The note in the top left square of table 3: the one identity that the form prints.
    RequestNote,
    /// 申请人情况, over every column of table 3.
    Applicants,
    /// 法人或其他组织, over the five kinds.
    LegalPersons,
    /// 三、本年度办理结果, beside every outcome.
    Outcomes,
    /// 行政诉讼, over the two tracks of suits.
    Suits,
}

impl Heading {
    /// The form's own wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            Heading::Information => Text { zh: "信息内容", en: "Information" },
            Heading::RequestNote => Text {
                zh: "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
                en: "In each column, item one plus item two equals the total of item three plus item four",
            },
            Heading::Applicants => Text { zh: "申请人情况", en: "Applicants" },
            Heading::LegalPersons => {
                Text { zh: "法人或其他组织", en: "Legal persons and other organisations" }
            }
            Heading::Outcomes => Text { zh: "三、本年度办理结果", en: "Outcomes of the year" },
            Heading::Suits => Text { zh: "行政诉讼", en: "Litigation" },
        }
    }
}

impl OutcomeGroup {
    /// The group's words with the number that the form prints before them, and their English.
    pub const fn numbered_label(self) -> Text {
        match self {
            OutcomeGroup::Granted => Text { zh: "（一）予以公开", en: "Disclosed" },
            OutcomeGroup::PartiallyGranted => Text { zh: "（二）部分公开", en: "Partly disclosed" },
            OutcomeGroup::Denied => Text { zh: "（三）不予公开", en: "Refused" },
            OutcomeGroup::Unable => Text { zh: "（四）无法提供", en: "Cannot provide" },
            OutcomeGroup::Rejected => Text { zh: "（五）不予处理", en: "Not processed" },
            OutcomeGroup::Other => Text { zh: "（六）其他处理", en: "Other handling" },
        }
    }
}

impl Section {
    /// The heading with its number as the form prints it, and its English.
    pub const fn numbered_label(self) -> Text {
        match self {
            Section::Overview => Text { zh: "一、总体情况", en: "1. General situation" },
            Section::Proactive => {
                Text { zh: "二、主动公开政府信息情况", en: "2. Information disclosed unasked" }
            }
            Section::Requests => Text {
                zh: "三、收到和处理政府信息公开申请情况",
                en: "3. Requests received and handled",
            },
            Section::Disputes => Text {
                zh: "四、政府信息公开行政复议、行政诉讼情况",
                en: "4. Reconsideration and litigation",
            },
            Section::Problems => Text {
                zh: "五、存在的主要问题及改进情况",
                en: "5. Main problems and improvements",
            },
            Section::OtherMatters => {
                Text { zh: "六、其他需要报告的事项", en: "6. Other matters to report" }
            }
        }
    }
}
