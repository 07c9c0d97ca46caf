//! Signs that a text was damaged before it came here: read in a wrong encoding, mirrored with pinyin, turned
//! into traditional characters, or lost to question marks.

use super::collector::Collector;
use super::wording::{MISREAD, TRADITIONAL};
use crate::document::{Block, NoteKind};

/// Bytes of the document's words that are looked at: damage of this kind is everywhere or nowhere.
const SAMPLE: usize = 64 << 10;

/// Notes replacement characters and the signs of a garbled text in what `collector` holds.
pub(super) fn note_signs(collector: &mut Collector) {
    let mut signs = Signs::default();
    for block in &collector.document().blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => signs.look_at(text),
            Block::Table(table) => table.printed().for_each(|square| signs.look_at(&square.text)),
        }
    }
    if signs.replaced > 0 {
        collector.note(NoteKind::Replaced(signs.replaced));
    }
    for word in signs.words() {
        collector.note(NoteKind::Garbled(word));
    }
}

#[derive(Debug, Default)]
struct Signs {
    looked_at: usize,
    replaced: usize,
    chinese: usize,
    misread: usize,
    accented: usize,
    traditional: usize,
    pinyin: usize,
    questions: usize,
}

impl Signs {
    fn look_at(&mut self, text: &str) {
        if self.looked_at > SAMPLE {
            self.replaced += text.matches('\u{fffd}').count();
            return;
        }
        self.looked_at += text.len();
        let mut before = ' ';
        for (at, character) in text.char_indices() {
            match character {
                '\u{4e00}'..='\u{9fff}' => {
                    self.chinese += 1;
                    if RARE.may_have(character) {
                        self.misread += usize::from(MISREAD.contains(&character));
                        self.traditional += usize::from(TRADITIONAL.contains(&character));
                    }
                }
                '?' => self.questions += 1,
                '(' => self.pinyin += usize::from(is_chinese(before) && opens_pinyin(&text[at + 1..])),
                '\u{c0}'..='\u{ff}' => self.accented += 1,
                '\u{fffd}' => self.replaced += 1,
                _ => {}
            }
            before = character;
        }
    }

    fn words(&self) -> impl Iterator<Item = &'static str> {
        let misread = self.misread >= 3 && self.misread * 40 > self.chinese
            || self.accented >= 8 && self.accented > self.chinese;
        let traditional = self.traditional >= 10 && self.traditional * 12 > self.chinese;
        let lost = self.questions >= 12 && self.questions > self.chinese;
        [(misread, "mojibake"), (traditional, "traditional"), (self.pinyin >= 3, "mirrored"), (lost, "lost")]
            .into_iter()
            .filter_map(|(found, word)| found.then_some(word))
    }
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// True for `shù)…`: letters with a tone mark up to a closing bracket.
fn opens_pinyin(rest: &str) -> bool {
    let mut toned = false;
    for character in rest.chars().take(8) {
        match character {
            ')' => return toned,
            'a'..='z' => {}
            '\u{e0}'..='\u{fc}' | '\u{101}'..='\u{1dc}' => toned = true,
            _ => return false,
        }
    }
    false
}

/// A first sieve for the two lists of characters: most characters of a text fall through at one look.
struct Sieve([u64; 32]);

const RARE: Sieve = Sieve::of(MISREAD).with(TRADITIONAL);

impl Sieve {
    const fn of(characters: &[char]) -> Sieve {
        Sieve([0; 32]).with(characters)
    }

    const fn with(mut self, characters: &[char]) -> Sieve {
        let mut index = 0;
        while index < characters.len() {
            let bit = characters[index] as usize % 2048;
            self.0[bit / 64] |= 1 << (bit % 64);
            index += 1;
        }
        self
    }

    fn may_have(&self, character: char) -> bool {
        let bit = character as usize % 2048;
        self.0[bit / 64] >> (bit % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;
    use crate::read::Limits;

    fn check(text: &str, expected: &[NoteKind]) {
        let mut collector = Collector::new(&Limits::DEFAULT);
        collector.paragraph(text.to_owned(), Origin::default());
        note_signs(&mut collector);
        let notes: Vec<NoteKind> = collector.finish().notes.into_iter().map(|note| note.kind).collect();
        assert_eq!(notes, expected, "{text}");
    }

    #[test]
    fn garbled_text_is_told() {
        let plain = "云陂县2024年政府信息公开工作年度报告。本年新收政府信息公开申请，共计12件？";
        check(plain, &[]);
        check("鏀垮簻淇℃伅鍏紑宸ヤ綔骞村害鎶ュ憡锛", &[NoteKind::Garbled("mojibake")]);
        check("锟斤拷锟斤拷锟斤拷息锟斤拷锟斤拷", &[NoteKind::Garbled("mojibake")]);
        check("æ”¿åºœä¿¡æ¯å…¬å¼€å¹´åº¦æŠ¥å‘Šï¼Œ 81", &[NoteKind::Garbled("mojibake")]);
        check(
            "政府信息公開工作年度報告：規範性檔，總計，處理決定數量，行政訴訟，結轉",
            &[NoteKind::Garbled("traditional")],
        );
        check("數(shù)量，報(bào)告，開(kāi)展", &[NoteKind::Garbled("mirrored")]);
        check("???????????????? 81 ????? 25", &[NoteKind::Garbled("lost")]);
        check("规\u{fffd}章\u{fffd}", &[NoteKind::Replaced(2)]);
        check("繁體版", &[]);
    }
}
