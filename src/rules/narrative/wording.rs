//! The sentences that several rules about the prose share.

use crate::language::{Sentence, Text};
use crate::report::claim::Quantity;
use crate::report::form::{Applicant, DisputeOutcome, Heading, RequestRow, Track};
use crate::sorted::Listed;

/// A claim and the tables differ.
pub(super) const DIFFERS: Text = Text {
    zh: "正文“{text}”{said}与{table}不符：{figures}。",
    en: "The text says “{text}”{said}; {table} has {figures}.",
};

/// The number that the words say, where they say it in other signs.
pub(super) const SAID: Text = Text { zh: "（即 {value}）", en: " (that is {value})" };

/// A sum in words.
pub(super) const SUM: Text = Text { zh: "{terms} = {sum}", en: "{terms} = {sum}" };

/// Why a claim about the office alone is no contradiction.
pub(super) const OFFICE_ALONE: Text = Text {
    zh: "这句话说的是政府办公室本级，而表格汇总全区域，口径可能不同，因此只作提示。",
    en: "The sentence speaks of the government's own office while the table covers the whole jurisdiction; the two may differ lawfully, so this is a note only.",
};

/// The hint that most rules about single claims share.
pub(super) const MEND: Text = Text {
    zh: "核对正文与表格：哪一处有误就改正哪一处；如果正文口径与表格不同，请在正文中写明。",
    en: "Check the text against the table and mend whichever is wrong; where they count different things, say so in the text.",
};

/// The grounds that the rules about the prose share.
pub(super) const BASIS: Text = Text {
    zh: "国办公开办函〔2021〕30号：内容不准确、不完整的年度报告属于不合格；正文复述的数字应与表格一致",
    en: "Notice [2021] No. 30: a report that is inaccurate or incomplete does not pass; figures told again in the text have to be those of the tables",
};

/// A sum and its parts.
pub(super) const ADDED: Text =
    Text { zh: "前面各项相加不等于合计", en: "its parts do not come to the sum" };

/// Parts that exceed their whole.
pub(super) const SPLIT: Text =
    Text { zh: "所列各渠道相加超过总数", en: "the channels it lists come to more than the whole" };

/// A list of outcomes.
pub(super) const OUTCOMES_ADDED: Text = Text {
    zh: "所列各类办理结果相加与之不符",
    en: "the outcomes that it lists do not come to it",
};

/// Kinds of applicants.
pub(super) const APPLICANTS_ADDED: Text = Text {
    zh: "所列两类申请人相加与之不符",
    en: "its two kinds of applicants do not come to it",
};

/// Outcomes of cases.
pub(super) const CASES_ADDED: Text =
    Text { zh: "所列各项案件相加与之不符", en: "the cases that it lists do not come to it" };

/// What came in and what became of it.
pub(super) const FLOW: Text = Text {
    zh: "与办结、结转之和不符（已计入上年结转的可能）",
    en: "what was answered and what is left do not come to it, with or without what was carried in",
};

/// What a quantity counts, in words.
pub(super) fn quantity(quantity: Quantity) -> Sentence {
    let row = |row: RequestRow| Sentence::from(row.short_label());
    let joined = |items: Vec<Sentence>| Sentence::list(items);
    match quantity {
        Quantity::NewReceived | Quantity::Received | Quantity::ReceivedAndHandled => {
            row(RequestRow::NewReceived)
        }
        Quantity::CarriedIn => row(RequestRow::CarriedIn),
        Quantity::InHand => IN_HAND.into(),
        Quantity::OutcomeTotal | Quantity::AnsweredOf | Quantity::Handled => row(RequestRow::OutcomeTotal),
        Quantity::CarriedOut | Quantity::AllAnswered => row(RequestRow::CarriedOut),
        Quantity::Groups(bits) | Quantity::Share(bits) => {
            joined(Quantity::groups(bits).map(|group| group.label().into()).listed())
        }
        Quantity::Agreed => row(RequestRow::Granted),
        Quantity::Row(found) => row(found),
        Quantity::Kind(kind) => kind.label().into(),
        Quantity::LegalPersons => Heading::LegalPersons.label().into(),
        Quantity::Reconsiderations => Track::Reconsideration.label().into(),
        Quantity::Suits => Heading::Suits.label().into(),
        Quantity::Disputes => {
            joined(vec![Track::Reconsideration.label().into(), Heading::Suits.label().into()])
        }
        Quantity::Track(track) => track.label().into(),
        Quantity::DisputeOutcome(track, outcome) => of(track.label(), outcome),
        Quantity::SuitOutcome(outcome) => of(Heading::Suits.label(), outcome),
        Quantity::Proactive(item, field) => {
            OF.fill(&[("whole", item.label().into()), ("part", field.label().into())])
        }
        Quantity::Unexplained => Sentence::from(Applicant::OtherOrg.label()),
    }
}

fn of(whole: Text, outcome: DisputeOutcome) -> Sentence {
    OF.fill(&[("whole", whole.into()), ("part", outcome.label().into())])
}

const IN_HAND: Text =
    Text { zh: "本年新收与上年结转之和", en: "newly received and carried in together" };

const OF: Text = Text { zh: "{whole} · {part}", en: "{whole} · {part}" };
