//! Many reports side by side: a line each, sorted, searched, and drawn as far as they are in sight.

use super::{Entry, State};
use crate::app::wording;
use crate::sorted;
use std::cmp::Reverse;
use std::ops::Range;

/// How the lines are sorted and which are in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Many {
    /// What they are sorted by.
    pub by: Column,
    /// The other way round.
    pub reversed: bool,
    /// How far the table is scrolled, in lines.
    pub top: usize,
}

/// A column that lines can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The order in which they were given.
    #[default]
    Given,
    /// The file's name.
    Name,
    /// The report year.
    Year,
    /// The gravest verdict first.
    Verdict,
    /// The most broken sums first.
    Failed,
    /// The most places to check first.
    Warnings,
}

impl Column {
    /// Every column that has a head to click on.
    pub const ALL: [Column; 5] =
        [Column::Name, Column::Year, Column::Verdict, Column::Failed, Column::Warnings];
}

/// More lines than this are drawn only as far as they are in sight.
const MOST_DRAWN: usize = 200;

/// Lines drawn above and below those in sight.
const MARGIN: usize = 40;

impl State {
    /// The lines in their order, as far as the search lets them through.
    pub fn lines(&self) -> Vec<&Entry> {
        let wanted = self.filter.trim().to_ascii_lowercase();
        let mut lines: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| {
                let summary = wording::summary(entry, self.language);
                let said = [entry.name.as_str(), entry.title(), &summary];
                said.concat().to_ascii_lowercase().contains(&wanted)
            })
            .collect();
        let by = self.many.by;
        if by != Column::Given {
            sorted::sort_by(&mut lines, |a, b| {
                a.weight(by).cmp(&b.weight(by)).then_with(|| a.name.cmp(&b.name))
            });
        }
        if self.many.reversed {
            lines.reverse();
        }
        lines
    }

    /// Which of so many lines are drawn.
    pub fn drawn(&self, lines: usize) -> Range<usize> {
        if lines <= MOST_DRAWN {
            return 0..lines;
        }
        let top = self.many.top.min(lines);
        top.saturating_sub(MARGIN)..(top + 2 * MARGIN).min(lines)
    }

    /// How many sources are done.
    pub fn done(&self) -> usize {
        self.entries.iter().filter(|entry| entry.answer.is_some() || entry.problem.is_some()).count()
    }
}

impl Entry {
    /// The report's title; empty where there is none.
    pub fn title(&self) -> &String {
        static NOTHING: String = String::new();
        let report = self.answer.as_ref().and_then(|(_, envelope)| envelope.review.report.as_ref());
        report.and_then(|report| report.title.as_ref()).unwrap_or(&NOTHING)
    }

    /// How many findings are of a severity.
    pub fn count(&self, severity: &str) -> usize {
        let findings = self.answer.iter().flat_map(|(_, envelope)| &envelope.review.findings);
        findings.filter(|finding| finding.severity == severity).count()
    }

    /// The verdict's name; `open` while there is none.
    pub fn verdict(&self) -> &str {
        match (&self.answer, self.problem) {
            (Some((_, envelope)), _) => &envelope.review.verdict,
            (None, Some(_)) => "undecided",
            (None, None) => "open",
        }
    }

    /// What a column sorts by: smaller comes first.
    fn weight(&self, column: Column) -> Reverse<usize> {
        let review = self.answer.as_ref().map(|(_, envelope)| &envelope.review);
        Reverse(match column {
            Column::Failed => review.map_or(0, |review| review.checks.identities.failed),
            Column::Warnings => self.count("warning"),
            Column::Year => {
                let year = review.and_then(|review| review.report.as_ref()?.year);
                year.map_or(0, usize::from)
            }
            Column::Given | Column::Name => 0,
            Column::Verdict => match self.verdict() {
                "failed" => 4,
                "undecided" => 3,
                "attention" => 2,
                "passed" => 1,
                _ => 0,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::{Action, Incoming};
    use crate::language::Language;

    fn many(count: u32) -> State {
        let incoming = |id| Incoming { id, name: format!("{:02}.html", (id * 7) % 10), pasted: None };
        State::new(Language::Zh).reduce(Action::Opened((0..count).map(incoming).collect())).0
    }

    fn names(state: &State) -> Vec<&str> {
        state.lines().into_iter().map(|entry| entry.name.as_str()).collect()
    }

    #[test]
    fn lines_are_sorted_and_turned_round_by_their_heads() {
        let state = many(4);
        assert_eq!(names(&state), ["00.html", "07.html", "04.html", "01.html"]);
        let state = state.reduce(Action::Sorted(Column::Name)).0;
        assert_eq!(names(&state), ["00.html", "01.html", "04.html", "07.html"]);
        let state = state.reduce(Action::Sorted(Column::Name)).0;
        assert_eq!(names(&state)[0], "07.html");
        let state = state.reduce(Action::Filtered("04".to_owned())).0;
        assert_eq!(names(&state), ["04.html"]);
    }

    #[test]
    fn of_many_lines_those_in_sight_are_drawn() {
        let mut state = many(1);
        for (top, lines, drawn) in
            [(0, 200, 0..200), (0, 300, 0..80), (100, 300, 60..180), (299, 300, 259..300)]
        {
            state.many.top = top;
            assert_eq!(state.drawn(lines), drawn);
        }
    }
}
