//! Defects of the words: dates, periods, prose that the tables contradict.

use super::super::chance::Chance;
use super::{Defect, Work, slip};
use gouji::report::{Date, IssuerKind, Period};

impl Defect {
    pub(super) fn spoil_words(self, work: &mut Work, chance: &mut Chance) -> Option<()> {
        let truth = &mut work.truth;
        match self {
            Defect::Late | Defect::Early => {
                if self == Defect::Late
                    && !matches!(
                        truth.organ.kind,
                        IssuerKind::Department | IssuerKind::Government | IssuerKind::GovernmentOffice
                    )
                {
                    return None;
                }
                let date = match self {
                    Defect::Late => Date {
                        year: truth.year + 1,
                        month: truth.organ.deadline_month() + 1,
                        day: chance.between(2, 28) as u8,
                    },
                    _ => Date { year: truth.year, month: chance.between(6, 11) as u8, day: 15 },
                };
                truth.print_date(chance, date);
                truth.published_on?;
                work.must(&[self.codes()[0]]);
            }
            Defect::ShortPeriod => {
                let year = truth.year;
                truth.period = Some(Period {
                    from: Date { year, month: 1, day: 1 },
                    to: Date { year, month: 11, day: 30 },
                });
                for text in &mut truth.prose.preamble {
                    *text = text.replace("12月31日", "11月30日");
                }
                work.must(&["S16"]);
            }
            Defect::NoPeriod => {
                truth.period = None;
                truth.prose.preamble =
                    vec!["根据《中华人民共和国政府信息公开条例》要求，编制本报告。".to_owned()];
                work.must(&["S16"]);
            }
            Defect::NoProblems => {
                truth.prose.sections[4] = vec!["无。".to_owned()];
                work.must(&["S19"]);
            }
            Defect::NumberMissing => {
                let words = chance.pick(&[
                    "全年通过门户网站共发布信息余条，取得良好效果。",
                    "全年共主动公开条，内容涉及多个领域。",
                    "共答复群众来信件，满意率较高。",
                ]);
                truth.prose.sections[0].push(words.to_owned());
                work.must(&["N15"]);
            }
            Defect::Template => {
                let words = chance.pick(&[
                    "全年召开专题会议XX次。",
                    "该部分以表格形式报告。表格如下：",
                    "下一步工作安排（待填）。",
                    "全年发布政策解读××篇。",
                ]);
                truth.prose.sections[0].push(words.to_owned());
                work.must(&["S23"]);
            }
            Defect::Narrative => return work.contradict(chance),
            _ => {}
        }
        Some(())
    }
}

impl Work {
    /// Changes one number of the prose.
    fn contradict(&mut self, chance: &mut Chance) -> Option<()> {
        let claims: Vec<_> = self
            .truth
            .prose
            .claims
            .iter()
            .filter(|claim| claim.value.trim().bytes().all(|byte| byte.is_ascii_digit()))
            .cloned()
            .collect();
        let claim = claims.get(chance.below(claims.len()))?;
        let value: i64 = claim.value.trim().parse().ok()?;
        let wrong = slip(chance, value)?;
        let end = claim.start + claim.value.len();
        let number = claim.value.replace(claim.value.trim(), &wrong.to_string());
        let sentence = format!("{}{number}{}", &claim.sentence[..claim.start], &claim.sentence[end..]);
        for paragraph in self.truth.prose.sections.iter_mut().flatten() {
            *paragraph = paragraph.replace(&claim.sentence, &sentence);
        }
        self.what = format!("{} is {value}: {sentence}", claim.letters);
        let code = match claim.letters.as_str() {
            "N" => "N01",
            "I" => "N02",
            "A" | "T" => "N03",
            "O" => "N04",
            "G" | "P" | "GP" | "D" | "U" | "R" | "X" => "N05",
            "NP" | "LG" => "N07",
            "V" | "VU" | "VC" | "VO" | "VP" | "S" => "N09",
            "FI" | "FR" | "FF" | "FM" | "FD" | "LIC" | "PEN" | "COM" => "N13",
            _ => "N06",
        };
        self.must(&[code, "N01", "N08", "N14"]);
        self.may(&["N11", "N12", "N18"]);
        Some(())
    }
}
