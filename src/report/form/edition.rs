//! The two editions of the form.

use crate::language::Text;

/// An edition of the statutory form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// 国办公开办函〔2019〕60号, report years 2019 and 2020.
    Y2019,
    /// 国办公开办函〔2021〕30号, report years 2021 and after.
    Y2021,
}

impl Edition {
    /// Both, oldest first.
    pub const ALL: [Edition; 2] = [Edition::Y2019, Edition::Y2021];

    /// The name in JSON: `2019` or `2021`.
    pub const fn key(self) -> &'static str {
        match self {
            Edition::Y2019 => "2019",
            Edition::Y2021 => "2021",
        }
    }

    /// The words for people.
    pub const fn label(self) -> Text {
        match self {
            Edition::Y2019 => Text { zh: "2019 版格式", en: "2019 form" },
            Edition::Y2021 => Text { zh: "2021 版格式", en: "2021 form" },
        }
    }

    /// The edition that a report year calls for.
    pub const fn of_year(year: u16) -> Edition {
        if year <= 2020 { Edition::Y2019 } else { Edition::Y2021 }
    }
}
