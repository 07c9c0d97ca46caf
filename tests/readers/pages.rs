//! Pages of fixed layout, written by hand: what is drawn, and what becomes of it. And the same pages damaged.

use crate::drawing::drawn;
use gouji::read::{Source, read};
use std::time::{Duration, Instant};

/// A PDF of pages 200 points wide and 100 high, in a font that no file carries.
fn pdf(pages: &[String]) -> Vec<u8> {
    let mut out = String::from(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
         3 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>> endobj\n\
         4 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1[500] 17[500 500 500 500 500 500 500 500 500 500]]\
         /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>>> endobj\n",
    );
    let mut kids = String::new();
    for (index, content) in pages.iter().enumerate() {
        let number = 10 + 2 * index;
        kids.push_str(&format!("{number} 0 R "));
        out.push_str(&format!(
            "{number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>> endobj\n\
             {} 0 obj <</Length {}>> stream\n{content}\nendstream endobj\n",
            number + 1,
            number + 1,
            content.len(),
        ));
    }
    out.push_str(&format!("2 0 obj <</Type/Pages/Count {}/Kids[{kids}]>> endobj\n", pages.len()));
    out.push_str("trailer <</Root 1 0 R>>\n%%EOF\n");
    out.into_bytes()
}

/// Words of ten points at a place.
fn words(x: f32, y: f32, text: &str) -> String {
    let codes: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("BT /F 10 Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET ")
}

/// A table whose edges stand at `xs` and `ys`.
fn grid(xs: &[f32], ys: &[f32]) -> String {
    let (left, right) = (xs[0], xs[xs.len() - 1]);
    let (top, bottom) = (ys[0], ys[ys.len() - 1]);
    let levels = ys.iter().map(|y| format!("{left} {y} m {right} {y} l S "));
    let uprights = xs.iter().map(|x| format!("{x} {top} m {x} {bottom} l S "));
    levels.chain(uprights).collect()
}

const XS: &[f32] = &[10.0, 60.0, 82.0, 104.0];

/// A first page whose last row holds `label`, two figures and, above it, a row that fills the label's column.
fn first_page(label: &str, one: &str, two: &str) -> String {
    [
        grid(XS, &[90.0, 70.0, 50.0, 30.0]),
        words(12.0, 76.0, "项目"),
        words(62.0, 76.0, "甲"),
        words(84.0, 76.0, "乙"),
        words(10.5, 56.0, "不掌握信息"),
        words(62.0, 56.0, "1234"),
        words(84.0, 56.0, "5678"),
        words(10.5, 36.0, label),
        words(62.0, 36.0, one),
        words(84.0, 36.0, two),
    ]
    .concat()
}

fn next_page(label: &str, one: &str, two: &str) -> String {
    let place = [words(10.5, 76.0, label), words(62.0, 76.0, one), words(84.0, 76.0, two)];
    grid(XS, &[90.0, 70.0]) + &place.concat()
}

#[test]
fn a_row_that_a_page_break_cuts_is_one_and_a_row_of_its_own_is_not() {
    let head = "T\n  项目|甲|乙\n  不掌握信息|1234|5678\n  ";
    for (above, below, expected) in [
        // The label and a figure go on.
        (("没有现成信", "5014", "7"), ("息需制作", "4", ""), "没有现成信⏎息需制作|50144|7"),
        // Only a figure does.
        (("公开", "5014", "7"), ("", "4", ""), "公开|50144|7"),
        // A label with room left is whole.
        (("公开", "5014", "7"), ("受理", "4", "0"), "公开|5014|7\n  受理|4|0"),
        // One that has none, before one with a number.
        (("没有现成信", "5014", "7"), ("2.受理", "4", "0"), "没有现成信|5014|7\n  2.受理|4|0"),
        // A figure that stands beside shows that the other's place was chance.
        (("没有现成信", "5014", "7"), ("受理", "4", "0"), "没有现成信|5014|7\n  受理|4|0"),
        // Where nothing can be known, two lines of digits are no figure.
        (("公开", "50", "7"), ("", "14", ""), "公开|50⏎14|7"),
    ] {
        let pages = [first_page(above.0, above.1, above.2), next_page(below.0, below.1, below.2)];
        assert_eq!(drawn("a.pdf", &pdf(&pages)), format!("{head}{expected}"), "{above:?} {below:?}");
    }
}

#[test]
fn a_page_is_read_as_it_is_seen() {
    let table = |more: &str| {
        let rows = [words(12.0, 76.0, "公开"), words(62.0, 76.0, "12"), words(12.0, 56.0, "受理")];
        grid(&[10.0, 60.0, 104.0], &[90.0, 70.0, 50.0]) + &rows.concat() + more
    };
    for (more, expected) in [
        (words(62.0, 56.0, "34"), "T\n  公开|12\n  受理|34".to_owned()),
        // The same again, a little aside: bold.
        (words(62.0, 56.0, "11") + &words(62.3, 56.0, "11"), "T\n  公开|12\n  受理|11".to_owned()),
        // Without ink, behind a clip, beside the page.
        (format!("3 Tr {} 0 Tr", words(62.0, 56.0, "34")), "T\n  公开|12\n  受理|".to_owned()),
        (format!("q 0 0 9 9 re W n {} Q", words(62.0, 56.0, "34")), "T\n  公开|12\n  受理|".to_owned()),
        (words(210.0, 56.0, "34"), "T\n  公开|12\n  受理|".to_owned()),
        // A radical is the ideograph that it looks like.
        (words(62.0, 56.0, "\u{2f00}"), "T\n  公开|12\n  受理|一".to_owned()),
    ] {
        assert_eq!(drawn("a.pdf", &pdf(&[table(&more)])), expected, "{more}");
    }
}

#[test]
fn damaged_pages_neither_panic_nor_hang() {
    let pages = [first_page("没有现成信", "5014", "7"), next_page("息", "4", "")];
    let whole = pdf(&pages);
    let mut state = 7_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    let words: &[&[u8]] =
        &[b"2 0 R", b"0 0 0 0 re W n", b"q ", b"1e30", b"-1", b" 0 R", b"<<", b"]", b"/F 3 0 R", b"BT"];
    for copy in 0..200 {
        let mut bytes = whole.clone();
        for _ in 0..=next(12) {
            let place = next(bytes.len());
            match next(4) {
                0 => bytes.truncate(place + 1),
                1 => bytes[place] = next(256) as u8,
                2 => {
                    let end = (place + next(40)).min(bytes.len());
                    bytes.drain(place..end);
                }
                _ => {
                    let word = words[next(words.len())];
                    bytes.splice(place..place, word.iter().copied());
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        let start = Instant::now();
        let _ = read(Source { name: "a.pdf", bytes: &bytes });
        assert!(start.elapsed() < Duration::from_secs(5), "copy {copy} took {:?}", start.elapsed());
    }
}
