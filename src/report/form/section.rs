//! The six sections of the report.

use crate::language::Text;

/// A section of the report, 一 to 六.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// 总体情况: General situation.
    Overview,
    /// 主动公开政府信息情况: Information disclosed unasked.
    Proactive,
    /// 收到和处理政府信息公开申请情况: Requests received and handled.
    Requests,
    /// 政府信息公开行政复议、行政诉讼情况: Reconsideration and litigation.
    Disputes,
    /// 存在的主要问题及改进情况: Main problems and improvements.
    Problems,
    /// 其他需要报告的事项: Other matters to report.
    OtherMatters,
}

impl Section {
    /// Every one, in the form's order.
    pub const ALL: [Section; 6] = [
        Section::Overview,
        Section::Proactive,
        Section::Requests,
        Section::Disputes,
        Section::Problems,
        Section::OtherMatters,
    ];

    /// The name in JSON and settings.
    pub const fn key(self) -> &'static str {
        match self {
            Section::Overview => "overview",
            Section::Proactive => "proactive",
            Section::Requests => "requests",
            Section::Disputes => "disputes",
            Section::Problems => "problems",
            Section::OtherMatters => "other_matters",
        }
    }

    /// The form's own wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            Section::Overview => Text { zh: "总体情况", en: "General situation" },
            Section::Proactive => {
                Text { zh: "主动公开政府信息情况", en: "Information disclosed unasked" }
            }
            Section::Requests => Text {
                zh: "收到和处理政府信息公开申请情况",
                en: "Requests received and handled",
            },
            Section::Disputes => Text {
                zh: "政府信息公开行政复议、行政诉讼情况",
                en: "Reconsideration and litigation",
            },
            Section::Problems => {
                Text { zh: "存在的主要问题及改进情况", en: "Main problems and improvements" }
            }
            Section::OtherMatters => {
                Text { zh: "其他需要报告的事项", en: "Other matters to report" }
            }
        }
    }

    /// The one of this name, if there is one.
    pub fn from_key(key: &str) -> Option<Section> {
        Section::ALL.into_iter().find(|candidate| candidate.key() == key)
    }
}

impl Section {
    /// The number the form gives it, 1 to 6.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}
