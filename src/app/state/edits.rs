//! What was changed by hand in one report, and the way back.

/// Cells and the texts that they are to have.
pub type Texts = Vec<(String, String)>;

/// The changes of one report, step by step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    steps: Vec<Texts>,
    /// How many of the steps count; the others were taken back.
    done: usize,
}

/// A cell that is being typed into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// Its name.
    pub cell: String,
    /// What stands in it.
    pub text: String,
    /// What stood in it before.
    pub before: String,
}

impl Edits {
    /// Adds a step; what was taken back before is lost.
    pub fn add(&mut self, texts: Texts) {
        self.steps.truncate(self.done);
        self.steps.push(texts);
        self.done += 1;
    }

    /// Goes one step back (`true`) or forward; false where there is none.
    pub fn step(&mut self, back: bool) -> bool {
        let can = self.can_step(back);
        match back {
            _ if !can => {}
            true => self.done -= 1,
            false => self.done += 1,
        }
        can
    }

    /// Whether there is a step back (`true`) or forward.
    pub fn can_step(&self, back: bool) -> bool {
        if back { self.done > 0 } else { self.done < self.steps.len() }
    }

    /// The changes and what is being typed, as the engine takes them: a cell a line, its name and its text with a
    /// tab between. The last line on a cell counts.
    pub fn lines(&self, editing: Option<&Editing>) -> String {
        let texts = self.steps[..self.done].iter().flatten().map(|(cell, text)| (cell, text));
        let texts = texts.chain(editing.map(|editing| (&editing.cell, &editing.text)));
        let lines: Vec<String> = texts.map(|(cell, text)| [cell, "\t", text, "\n"].concat()).collect();
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
        for text in ["1", "2"] {
            edits.add(vec![("a".to_owned(), text.to_owned())]);
        }
        assert_eq!(edits.lines(None), "a\t1\na\t2\n");
        assert!(edits.step(true));
        let editing = Editing { cell: "b".to_owned(), text: "3".to_owned(), before: String::new() };
        assert_eq!(edits.lines(Some(&editing)), "a\t1\nb\t3\n");
        assert!(edits.step(true) && !edits.step(true));
        assert_eq!(edits.lines(None), "");
        assert!(edits.step(false) && edits.can_step(false));
        edits.add(vec![("a".to_owned(), "4".to_owned())]);
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
