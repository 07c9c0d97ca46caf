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

/// How a heading was told to be a section's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingWording {
    /// The form's own words.
    Exact,
    /// A wording that is known from published reports.
    Variant,
    /// Words that say the same, but also stand over other parts of a report.
    Loose,
}

impl Section {
    /// The section that a folded heading, its number left off, names; the longest wording wins.
    pub fn of_heading(folded: &str) -> Option<(Section, HeadingWording)> {
        let exact = Section::ALL.into_iter().find(|section| folded == section.exact_wording());
        if let Some(section) = exact {
            return Some((section, HeadingWording::Exact));
        }
        let mut found: Option<(usize, Section, HeadingWording)> = None;
        for section in Section::ALL {
            for (wordings, how) in [
                (section.variants(), HeadingWording::Variant),
                (section.loose_wordings(), HeadingWording::Loose),
            ] {
                for wording in wordings {
                    let meets = match wording.strip_suffix('…') {
                        Some(beginning) => folded.starts_with(beginning),
                        None => folded == *wording,
                    };
                    if meets && found.is_none_or(|(length, ..)| wording.len() > length) {
                        found = Some((wording.len(), section, how));
                    }
                }
            }
        }
        found.map(|(_, section, how)| (section, how))
    }

    /// The section whose exact words a folded text begins with, and what follows them: a heading and its text in
    /// one line.
    pub fn begins_text(folded: &str) -> Option<(Section, &str)> {
        Section::ALL
            .into_iter()
            .find_map(|section| folded.strip_prefix(section.exact_wording()).map(|rest| (section, rest)))
    }

    const fn exact_wording(self) -> &'static str {
        match self {
            Section::Overview => "总体情况",
            Section::Proactive => "主动公开政府信息情况",
            Section::Requests => "收到和处理政府信息公开申请情况",
            Section::Disputes => "政府信息公开行政复议行政诉讼情况",
            Section::Problems => "存在的主要问题及改进情况",
            Section::OtherMatters => "其他需要报告的事项",
        }
    }

    /// Folded wordings known from published reports; `…` at the end stands for anything more.
    const fn variants(self) -> &'static [&'static str] {
        match self {
            Section::Overview => &[
                "总体情况…",
                "工作总体情况",
                "总体工作情况",
                "政府信息公开工作总体情况",
                "政府信息公开总体情况",
                "政务公开工作总体情况",
                "年度总体情况",
            ],
            Section::Proactive => &[
                "行政机关主动公开政府信息情况",
                "主动公开政府信息的情况",
                "主动公开政府信息工作情况",
                "主动公开政府信息…",
                "政府信息主动公开情况",
                "主动公开信息情况",
                "主动公开信息的情况",
                "行政机关主动公开政府信息的情况",
            ],
            Section::Requests => &[
                "收到和处理政府信息公开申请的情况",
                "收到的处理政府信息公开申请情况",
                "收到和处理政府信息公开申请…",
                "收到处理政府信息公开申请情况",
                "收到和办理政府信息公开申请情况",
                "收到及处理政府信息公开申请情况",
                "收到并处理政府信息公开申请情况",
                "行政机关收到和处理政府信息公开申请情况",
                "收到和处理政府信息依申请公开情况",
                "收到和处理依申请公开…",
                "政府信息公开申请收到和处理情况",
            ],
            Section::Disputes => &[
                "政府信息公开行政复议行政诉讼…",
                "政府信息公开行政复议和行政诉讼…",
                "政府信息公开行政复议及行政诉讼…",
                "政府信息公开行政复议提起行政诉讼情况",
                "政府信息公开行政诉讼行政复议情况",
                "因政府信息公开工作被申请行政复议提起行政诉讼情况",
                "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
                "因政府信息公开…",
                "政府信息公开工作被申请行政复议…",
                "政府信息行政复议行政诉讼情况",
                "行政复议行政诉讼情况",
                "行政复议和行政诉讼情况",
                "行政复议及行政诉讼情况",
                "政府信息公开行政复议诉讼情况",
                "政府信息公开复议诉讼情况",
            ],
            Section::Problems => &[
                "存在的主要问题及改进…",
                "存在的主要问题和改进…",
                "存在的主要问题与改进…",
                "存在主要问题及改进…",
                "存在的问题及改进…",
                "存在的问题和改进…",
                "存在问题及改进…",
                "存在问题和改进…",
                "存在的不足及改进…",
                "存在的主要问题及整改…",
                "存在的问题及整改…",
                "存在问题及整改…",
                "存在的主要问题和下一步…",
                "存在的主要问题及下一步…",
                "存在的问题及下一步…",
                "存在问题及下一步…",
                "主要问题及改进…",
                "主要问题和改进…",
                "问题及改进情况",
                "政府信息公开工作存在的…",
                "政府信息公开工作中存在的…",
                "政府信息公开存在的…",
                "工作存在的主要问题及改进…",
                "工作中存在的主要问题及改进…",
                "信息公开工作存在的主要问题…",
                "政务公开工作存在的主要问题…",
                "存在的主要问题",
                "存在的问题",
            ],
            Section::OtherMatters => &[
                "其他需要报告的事项…",
                "其他报告的事项",
                "其他需要报告事项",
                "其他需报告的事项",
                "其他需要报告的情况",
                "其他需要说明的事项",
                "其他需要报告或说明的事项",
                "需要报告的其他事项",
                "其他应当报告的事项",
                "其他需要公开的事项",
                "其他报告事项",
                "其他事项",
            ],
        }
    }

    const fn loose_wordings(self) -> &'static [&'static str] {
        match self {
            Section::Overview => &["概述", "基本情况", "概况", "总体概述", "工作概况"],
            Section::Proactive => &["主动公开情况", "主动公开工作情况", "主动公开"],
            Section::Requests => &[
                "政府信息公开申请情况",
                "政府信息公开申请办理情况",
                "依申请公开情况",
                "依申请公开政府信息情况",
                "依申请公开工作情况",
                "依申请公开政府信息办理情况",
            ],
            Section::Disputes => &["行政复议诉讼情况", "复议诉讼情况", "行政复议行政诉讼"],
            Section::Problems => {
                &["存在的不足…", "主要问题", "存在不足…", "改进措施", "整改措施", "改进情况", "存在问题"]
            }
            Section::OtherMatters => &["其他情况", "其他"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::form::{fold, split_numbering};

    #[test]
    fn headings_name_their_section() {
        use HeadingWording::*;
        use Section::*;
        let cases = [
            ("一、总体情况", Some((Overview, Exact))),
            ("二、主动公开政府信息情况", Some((Proactive, Exact))),
            ("二、行政机关主动公开政府信息情况", Some((Proactive, Variant))),
            ("三、收到和处理政府信息公开申请情况", Some((Requests, Exact))),
            ("三、收到的处理政府信息公开申请情况", Some((Requests, Variant))),
            ("四、政府信息公开行政复议、行政诉讼情况", Some((Disputes, Exact))),
            ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", Some((Disputes, Variant))),
            ("五、存在的主要问题及改进情况", Some((Problems, Exact))),
            ("五、存在问题及改进情况", Some((Problems, Variant))),
            ("五、政府信息公开工作存在的主要问题及改进情况", Some((Problems, Variant))),
            ("五、整改措施", Some((Problems, Loose))),
            ("六、其他需要报告的事项", Some((OtherMatters, Exact))),
            ("六、其它需要報告的事項", Some((OtherMatters, Exact))),
            ("六、其他报告的事项", Some((OtherMatters, Variant))),
            ("四、政府信息公开申请情况", Some((Requests, Loose))),
            ("五、政府信息管理", None),
            ("表二：主动公开政府信息情况", None),
        ];
        for (heading, expected) in cases {
            let folded = fold(split_numbering(heading).1);
            assert_eq!(Section::of_heading(&folded), expected, "{heading}");
        }
        for section in Section::ALL {
            assert_eq!(fold(section.label().zh), section.exact_wording());
        }
    }
}
