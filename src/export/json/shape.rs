//! The shapes of `gouji-review/1`. A change of meaning needs a new number.

use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// The schema's name and number.
pub const SCHEMA: &str = "gouji-review/1";

/// What `gouji check --format json` prints: one review per input and what was found across them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewFile {
    /// [`SCHEMA`].
    pub schema: String,
    /// gouji's version.
    pub gouji: String,
    /// The version of the rule catalogue.
    pub ruleset: String,
    /// Findings across files (families Y and A).
    pub findings: Vec<FindingDto>,
    /// One per input, in the order given.
    pub reviews: Vec<ReviewDto>,
    /// Which of them were held against one another, and what became of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<ComparisonDto>,
    /// What the settings left out of `findings` or changed in them; none without such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<SettledDto>,
}

/// What several reports say of one another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcrossDto {
    /// The failed checks of families Y and A, in the order of `comparisons`.
    pub findings: Vec<FindingDto>,
    /// The comparisons.
    pub comparisons: Vec<ComparisonDto>,
    /// What the settings left out of `findings` or changed in them; none without such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<SettledDto>,
}

/// Some reports that were held against one another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparisonDto {
    /// `years`: the earlier report and the later; `roll_up`: the parent and its children.
    pub kind: String,
    /// The organ, as in the later report or the parent.
    pub issuer: String,
    /// The years of the files, in their order; of a roll-up its year.
    pub years: Vec<u16>,
    /// The names of the sources.
    pub files: Vec<String>,
    /// The checks, those with nothing to check left out.
    pub outcomes: Vec<OutcomeDto>,
}

/// What became of one check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeDto {
    /// `Y01@total`.
    pub id: String,
    /// `passed`, `passed_blank_as_zero`, `failed` or `undecided`.
    pub outcome: String,
    /// Why it could not be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// One review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewDto {
    /// What was judged.
    pub source: SourceDto,
    /// `passed`, `attention`, `failed` or `undecided`.
    pub verdict: String,
    /// What was recognised; `null` where nothing could be.
    pub report: Option<ReportDto>,
    /// Every cell that stands in the document, by its name.
    pub cells: SortedMap<String, CellDto>,
    /// Cells that were changed by hand since the source was read, with what stood in them. Not there for a
    /// review of the source itself.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub amended: SortedMap<String, String>,
    /// The numbers of the prose.
    pub claims: Vec<ClaimDto>,
    /// How many checks came out how.
    pub checks: ChecksDto,
    /// The failed checks, gravest first, then in the order of the rules.
    pub findings: Vec<FindingDto>,
    /// The least changes that would mend the identities.
    pub diagnoses: Vec<DiagnosisDto>,
    /// What the settings left out or changed; none without such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<SettledDto>,
}

/// What settings left out or changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SettledDto {
    /// Findings that were waived; they count no more.
    pub waived: Vec<WaivedDto>,
    /// Rules switched off: code → how many findings it would have had.
    pub off: SortedMap<String, usize>,
    /// Rules whose findings have another severity: code → the severity.
    pub severities: SortedMap<String, String>,
}

impl SettledDto {
    /// Adds what the settings left out or changed elsewhere.
    pub fn add(&mut self, other: SettledDto) {
        self.waived.extend(other.waived);
        for (code, count) in other.off {
            *self.off.entry(code).or_default() += count;
        }
        self.severities.extend(other.severities);
    }
}

/// A finding that was waived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaivedDto {
    /// The finding.
    pub finding: FindingDto,
    /// Why it counts no more.
    pub reason: String,
}

/// What was judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceDto {
    /// The file's name.
    pub name: String,
    /// The format's name; `null` where it could not be read.
    pub format: Option<String>,
    /// Size in bytes.
    pub bytes: usize,
    /// SHA-256, lower-case hex.
    pub sha256: String,
    /// The text encoding, or `null`.
    pub encoding: Option<String>,
}

/// What was recognised. The three tables hold numbers and `null` only; `cells` says why a `null` is one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportDto {
    /// The title as printed.
    pub title: Option<String>,
    /// The organ.
    pub issuer: Option<IssuerDto>,
    /// The report year.
    pub year: Option<u16>,
    /// Editions of tables 2 and 3.
    pub editions: EditionsDto,
    /// ISO date.
    pub published_on: Option<String>,
    /// The stated period.
    pub period: Option<PeriodDto>,
    /// The headings found.
    pub sections: Vec<SectionDto>,
    /// Table 2: item → field → count; an amount is a decimal string as printed, with its `unit` beside it
    /// (`元`, `万元`, `亿元`, or `null` where none was printed).
    pub proactive: SortedMap<String, SortedMap<String, serde_json::Value>>,
    /// Table 3: row → column → count.
    pub requests: SortedMap<String, SortedMap<String, serde_json::Value>>,
    /// Table 4: track → column → count; `suits` → `total` is a printed 行政诉讼 total that the form does not have.
    pub disputes: SortedMap<String, SortedMap<String, serde_json::Value>>,
}

/// The organ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssuerDto {
    /// Its name.
    pub name: String,
    /// `government`, `government_office`, `department`, `township`, `other` or `unknown`.
    pub kind: String,
}

/// Editions: `2019`, `2021`, `hybrid`, `unknown`, or `null` where the table is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditionsDto {
    /// Table 2.
    pub proactive: Option<String>,
    /// Table 3.
    pub requests: Option<String>,
}

/// A period, ISO dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeriodDto {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// A section's heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionDto {
    /// The number of the form's section, 1 to 6.
    pub number: u8,
    /// The heading as printed.
    pub title: String,
    /// Where.
    pub place: PlaceDto,
}

/// One cell as printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CellDto {
    /// The text as printed.
    pub raw: String,
    /// `number`, `blank`, `dash` or `unreadable`.
    pub state: String,
    /// Words beside the number.
    pub remark: Option<String>,
    /// `label`, `position` or `guess`.
    pub read: String,
    /// Where.
    pub place: PlaceDto,
}

/// A place in the document and in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceDto {
    /// Index of the block in the document.
    pub block: usize,
    /// Grid row (0-based) where the block is a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// Grid column (0-based) where the block is a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// First character within the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// One past the last character.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// 1-based line of a text source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// 1-based page of a paged source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// A number of the prose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimDto {
    /// The words that claim it.
    pub text: String,
    /// What is claimed.
    pub quantity: String,
    /// The number: a count, or a decimal string for a share.
    pub value: serde_json::Value,
    /// The cells it can mean.
    pub cells: Vec<String>,
    /// Where.
    pub place: PlaceDto,
    /// `agrees`, `differs` or `unexplained`.
    pub outcome: String,
}

/// How many checks came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecksDto {
    /// Held.
    pub passed: usize,
    /// Held with blanks as nought.
    pub passed_blank_as_zero: usize,
    /// Did not hold.
    pub failed: usize,
    /// Could not be told.
    pub undecided: usize,
    /// Had nothing to check.
    pub not_applicable: usize,
    /// The same, counting only R01, R02, R03 and D01: what the verdict's sentence names.
    pub identities: IdentitiesDto,
}

/// The identities of the form (R01–R03, D01): what the verdict's sentence counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentitiesDto {
    /// Held, with or without blanks as nought.
    pub passed: usize,
    /// Did not hold.
    pub failed: usize,
    /// Could not be told.
    pub undecided: usize,
    /// Had nothing to check.
    pub not_applicable: usize,
}

/// A failed check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingDto {
    /// `R01@natural_person`, or `C01@requests`, or `E01`.
    pub id: String,
    /// The rule's code.
    pub code: String,
    /// The rule's name.
    pub name: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// What is wrong, in the language asked for.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The article or the form's note.
    pub basis: String,
    /// The equation with its numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equation: Option<String>,
    /// A count, or a decimal string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<serde_json::Value>,
    /// A count, or a decimal string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<serde_json::Value>,
    /// `actual - expected`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<serde_json::Value>,
    /// Cell names, in the equation's order.
    pub cells: Vec<String>,
    /// Cell name → `left`, `right`, `total` or `part`.
    pub roles: SortedMap<String, String>,
    /// Cells that could be wrong.
    pub suspects: Vec<SuspectDto>,
    /// Stable over re-runs: rule, place, unit and year, not values.
    pub fingerprint: String,
    /// `author` or `reading`.
    pub responsibility: String,
    /// Where to look first; `null` for the document as a whole.
    pub place: Option<PlaceDto>,
    /// For findings across files: their names, the earlier year before the later, the parent before its children.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}

impl FindingDto {
    /// Of a finding across files, the one that it speaks of and whose cells it names: the later year's, or the
    /// parent's.
    pub fn about(&self) -> Option<&str> {
        let of_family_a = self.code.starts_with('A');
        let name = if of_family_a { self.files.first() } else { self.files.last() };
        name.map(String::as_str)
    }
}

/// A cell that could be wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SuspectDto {
    /// Its name.
    pub cell: String,
    /// The value that would mend the check.
    pub to: serde_json::Value,
}

/// The least change that mends a group of broken identities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiagnosisDto {
    /// The cells to change.
    pub changes: Vec<ChangeDto>,
    /// Ids of the findings that it clears.
    pub clears: Vec<String>,
    /// Why this one.
    pub why: String,
    /// Others of the same size or next to it.
    pub alternatives: Vec<AlternativeDto>,
}

/// One changed cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeDto {
    /// Its name.
    pub cell: String,
    /// What is printed; `null` for a blank.
    pub from: serde_json::Value,
    /// What it would be.
    pub to: serde_json::Value,
}

/// Another set of changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlternativeDto {
    /// The cells to change.
    pub changes: Vec<ChangeDto>,
    /// Why.
    pub why: String,
}
