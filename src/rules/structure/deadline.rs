//! S14: published after the deadline.

use super::calendar::{days_between, words};
use crate::language::{Sentence, Text};
use crate::report::{Date, IssuerKind};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, wording};

/// *What it checks*: a department, and a government's own office, publish by 31 January, a government by 31 March.
/// Where the kind of organ is not known both readings are shown; townships and zones, of which Article 49 is
/// silent, get a note.
///
/// *Why*: Article 49 sets the dates.
///
/// *Basis*: Article 49 of the Regulation.
///
/// *Passes*: a government on 12 March. *Fails*: a department on 12 March.
pub const DEADLINE: Rule = Rule {
    code: "S14",
    name: "after-the-deadline",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "公布晚于法定期限：部门 1 月 31 日，县级以上地方政府 3 月 31 日",
        en: "Published after the deadline: departments 31 January, governments 31 March",
    },
    why: Text {
        zh: "条例规定了公布年度报告的期限，逾期公布是评议中的常见失分项。",
        en: "The Regulation sets the dates by which annual reports are published; being late is a common mark-down.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第四十九条", en: "Article 49 of the Regulation"
    },
    message: Text {
        zh: "公布日期为{date}，晚于期限（{deadline}） {days} 天。",
        en: "It was published on {date}, {days} day(s) after the deadline ({deadline}).",
    },
    hint: Text {
        zh: "如果这是网页的更新或重新发布日期，并非首次公开日期，可以不管。",
        en: "If this is the date of an update or a re-upload and not of the first publication, leave it.",
    },
    passes: Example {
        text: Text { zh: "市政府 3 月 12 日公布。", en: "A government on 12 March." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "市财政局 3 月 12 日公布。", en: "A department on 12 March." },
        case: "issuer = 青岭市财政局 department prefecture\nproactive.rules.* = 0",
    },
    check: Check::Custom(check),
};

const EITHER: Text = Text {
    zh: "公布日期为{date}。如果是部门的报告，晚于期限（{department}） {days} 天；如果是县级以上政府的报告，没有超过期限（{government}）。",
    en: "It was published on {date}. If it is a department's report, that is {days} day(s) after the deadline ({department}); if it is a government's, it is in time ({government}).",
};

const LOCAL: Text = Text {
    zh: "公布日期为{date}。条例没有规定这类机关的期限，各地通常要求不晚于{deadline}，晚 {days} 天。",
    en: "It was published on {date}. The Regulation sets no date for such an organ; local rules mostly ask for {deadline}, {days} day(s) earlier.",
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &DEADLINE;
    let (Some(published), Some(year)) = (&facts.report.published_on, &facts.report.year) else {
        return Outcome::not_applicable(rule);
    };
    let date = published.value;
    let Some(next) = year.value.checked_add(1) else {
        return Outcome::not_applicable(rule);
    };
    let department = Date { year: next, month: 1, day: 31 };
    let government = Date { year: next, month: 3, day: 31 };
    let kind = facts.report.issuer.as_ref().map_or(IssuerKind::Unknown, |issuer| issuer.kind);
    let finding = match kind {
        IssuerKind::Department | IssuerKind::GovernmentOffice => {
            late(date, department).map(|days| told(rule.message, date, department, days))
        }
        IssuerKind::Government => {
            late(date, government).map(|days| told(rule.message, date, government, days))
        }
        IssuerKind::Township | IssuerKind::Other => {
            late(date, department).map(|days| told(LOCAL, date, department, days).severity(Severity::Info))
        }
        IssuerKind::Unknown => late(date, government)
            .map(|days| told(rule.message, date, government, days))
            .or_else(|| late(date, department).map(|days| either(date, department, government, days))),
    };
    Outcome::whole(rule, finding.map(|finding| finding.standing(Some(published.place))))
}

fn late(date: Date, deadline: Date) -> Option<i64> {
    let days = days_between(deadline, date);
    (days > 0).then_some(days)
}

fn told(text: Text, date: Date, deadline: Date, days: i64) -> Finding {
    let message =
        text.fill(&[("date", words(date)), ("deadline", words(deadline)), ("days", Sentence::same(days))]);
    Finding::of(&DEADLINE, wording::paragraph([message]))
}

fn either(date: Date, department: Date, government: Date, days: i64) -> Finding {
    let message = EITHER.fill(&[
        ("date", words(date)),
        ("department", words(department)),
        ("government", words(government)),
        ("days", Sentence::same(days)),
    ]);
    Finding::of(&DEADLINE, message).severity(Severity::Info)
}
