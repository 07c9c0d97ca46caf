//! One page and one text in every encoding, declared rightly, wrongly or not at all: the same document.

use crate::drawing::draw;
use encoding_rs::{BIG5, Encoding, GB18030, GBK};
use gouji::read::{Source, read};

const PAGE: &str = "<html><head>@<title>云陂县2024年政府信息公开工作年度报告</title></head><body><p>二、主动公开政府信息情况</p>\
    <table><tr><td>规章<td>０<td>“无”<tr><td>行政许可<td>97<td>—</table></body></html>";
const TEXT: &str = "二、主动公开政府信息情况\r\n规章 | 0 | “无”\r\n行政许可 | 97 | —\r\n";

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(text);
    assert!(!unmappable);
    bytes.into_owned()
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

fn check(name: &str, bytes: &[u8], encoding: &str, expected: &str) {
    let read = read(Source { name, bytes }).unwrap();
    assert_eq!(read.encoding, Some(encoding));
    assert_eq!(draw(&read.document), expected, "{encoding}");
}

#[test]
fn a_page_in_every_encoding() {
    let expected = "P 二、主动公开政府信息情况\nT\n  规章|０|“无”\n  行政许可|97|—";
    for declared in [
        "",
        "<meta charset=utf-8>",
        "<meta charset='gb2312'>",
        "<meta http-equiv=Content-Type content=\"text/html; charset=GBK\">",
        "<meta charset=windows-1252>",
        "<!-- <meta charset=big5> --><meta name=a content=b>",
    ] {
        let page = PAGE.replace('@', declared);
        check("a.html", page.as_bytes(), "utf-8", expected);
        check("a.html", format!("\u{feff}{page}").as_bytes(), "utf-8", expected);
        check("a.html", &encoded(&page, GBK), "gb18030", expected);
        check("a.html", &encoded(&page, GB18030), "gb18030", expected);
        check("a.html", &utf16(&page, false), "utf-16le", expected);
        check("a.html", &utf16(&format!("\u{feff}{page}"), true), "utf-16be", expected);
    }
}

#[test]
fn big5_is_read_where_it_is_declared() {
    let page = "<meta charset=big5><table><tr><td>行政許可<td>97<tr><td>行政處罰<td>0</table>";
    check("a.html", &encoded(page, BIG5), "big5", "T\n  行政許可|97\n  行政處罰|0");
}

#[test]
fn a_text_in_every_encoding() {
    let expected = "P 二、主动公开政府信息情况\nT\n  规章|0|“无”\n  行政许可|97|—";
    check("a.txt", TEXT.as_bytes(), "utf-8", expected);
    check("a.txt", &encoded(TEXT, GBK), "gb18030", expected);
    check("a.txt", &utf16(TEXT, false), "utf-16le", expected);
    check("a.txt", &utf16(TEXT, true), "utf-16be", expected);
    check("a.txt", &utf16(&format!("\u{feff}{TEXT}"), false), "utf-16le", expected);
}

#[test]
fn what_cannot_be_decoded_is_counted() {
    let mut bytes = TEXT.repeat(3).into_bytes();
    bytes.extend("规章".as_bytes().get(..4).unwrap());
    let read = read(Source { name: "a.txt", bytes: &bytes }).unwrap();
    assert!(draw(&read.document).ends_with("N Replaced(1)"), "{}", draw(&read.document));
}
