//! What was changed by hand in one report, and the way back.

use std::collections::BTreeMap;

/// Cells and the texts that they are to have.
pub type Texts = BTreeMap<String, String>;

/// The changes of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// What is changed now. What is being typed is here already.
    pub texts: Texts,
    past: Vec<Texts>,
    future: Vec<Texts>,
}

/// A cell that is being typed into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// Its name.
    pub cell: String,
    /// What stands in it.
    pub text: String,
    /// What was changed before: where giving up leads back to.
    pub before: Texts,
}

impl Edits {
    /// Makes what is changed now one step after `before`; false where nothing changed.
    pub fn keep(&mut self, before: Texts) -> bool {
        let changed = before != self.texts;
        if changed {
            self.past.push(before);
            self.future.clear();
        }
        changed
    }

    /// Goes one step back (`true`) or forward; false where there is none.
    pub fn step(&mut self, back: bool) -> bool {
        let (from, to) =
            if back { (&mut self.past, &mut self.future) } else { (&mut self.future, &mut self.past) };
        let Some(texts) = from.pop() else { return false };
        to.push(std::mem::replace(&mut self.texts, texts));
        true
    }

    /// Whether there is a step back (`true`) or forward.
    pub fn can_step(&self, back: bool) -> bool {
        !(if back { &self.past } else { &self.future }).is_empty()
    }

    /// The changes as the engine takes them: a cell a line, its name and its text with a tab between.
    pub fn lines(&self) -> String {
        let lines: Vec<String> = self.texts.iter().map(|(cell, text)| format!("{cell}\t{text}\n")).collect();
        lines.concat()
    }
}

/// The figures of a text as spreadsheets copy them, rows of fields between tabs, what stands before the figures of
/// a row left out; `None` where the text is anything else.
pub fn block(text: &str) -> Option<Vec<Vec<String>>> {
    let lines = text.trim_end_matches(['\n', '\r']).split('\n');
    let rows: Vec<Vec<String>> = lines
        .map(|line| {
            let fields: Vec<&str> = line.trim_end_matches('\r').split('\t').collect();
            let figures = fields.iter().rposition(|field| !is_figure(field)).map_or(0, |label| label + 1);
            fields[figures..].iter().map(|field| field.trim().to_owned()).collect()
        })
        .collect();
    let is_block = rows.iter().all(|row: &Vec<String>| !row.is_empty())
        && rows.iter().flatten().any(|field| !field.is_empty());
    is_block.then_some(rows)
}

fn is_figure(field: &str) -> bool {
    let figures = |character| matches!(character, '0'..='9' | '０'..='９' | ',' | '，' | '.' | '．' | '-' | '－' | '—' | '/' | '／' | ' ' | '\u{a0}' | '\u{3000}');
    field.chars().all(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_back_and_forward() {
        let mut edits = Edits::default();
        let texts = |text: &str| Texts::from([("a".to_owned(), text.to_owned())]);
        for text in ["1", "1", "2"] {
            let before = std::mem::replace(&mut edits.texts, texts(text));
            edits.keep(before);
        }
        assert_eq!(edits.lines(), "a\t2\n");
        assert!(edits.step(true));
        assert_eq!(edits.texts, texts("1"));
        assert!(edits.step(true) && !edits.step(true));
        assert_eq!(edits.texts, Texts::new());
        assert!(edits.step(false) && edits.can_step(false));
        edits.keep(Texts::new());
        assert!(!edits.step(false), "a new change leaves no way forward");
    }

    #[test]
    fn a_block_is_told_from_a_report() {
        let cases: [(&str, Option<&[&[&str]]>); 7] = [
            ("41", Some(&[&["41"]])),
            ("1\t2\r\n3\t\r\n", Some(&[&["1", "2"], &["3", ""]])),
            ("一、本年新收\t81\t0\n二、上年结转\t 0\t—", Some(&[&["81", "0"], &["0", "—"]])),
            ("自然人\t总计", None),
            ("全年新收81件", None),
            ("", None),
            ("\t\t", None),
        ];
        for (text, expected) in cases {
            let rows = block(text);
            let rows: Option<Vec<Vec<&str>>> = rows
                .as_ref()
                .map(|rows| rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect());
            let expected = expected.map(|rows| rows.iter().map(|row| row.to_vec()).collect());
            assert_eq!(rows, expected, "{text:?}");
        }
    }
}
