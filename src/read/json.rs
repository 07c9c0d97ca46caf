//! A page out of an interface or a script: JSON whose strings hold the report, with its tags or as plain lines. Only the
//! strings are wanted, and the engine carries no other reader of JSON.

use crate::sorted::Listed;

/// The strings of `bytes` that are values and say something, one after the other, if they are JSON that holds a page
/// or lines of text; `None` for anything else.
pub(super) fn page(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim();
    let framed = |opening, closing| text.starts_with(opening) && text.ends_with(closing);
    if !framed('{', '}') && !framed('[', ']') {
        return None;
    }
    let values = values(text)?;
    let has_tags = |value: &&String| value.contains("</") || value.contains("<br");
    if values.iter().any(|value| has_tags(&value)) {
        let paragraphs = values.iter().map(|value| match has_tags(&value) {
            true => value.clone(),
            false => format!("<p>{value}</p>"),
        });
        return Some(paragraphs.listed().join("\n"));
    }
    values.iter().any(|value| value.lines().count() > LINES).then(|| values.join("\n"))
}

/// Lines of a string that is a text and no mere value.
const LINES: usize = 5;

/// The strings that are no names of members and have a character of the report's script; `None` where the quotes do
/// not close.
fn values(text: &str) -> Option<Vec<String>> {
    let mut values = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('"') {
        let (value, behind) = string(&rest[start + 1..])?;
        let is_name = behind.trim_start().starts_with(':');
        if !is_name && value.chars().any(|character| character > '\u{2e7f}') {
            values.push(value);
        }
        rest = behind;
    }
    Some(values)
}

/// The string that starts behind its quote, and what follows it.
fn string(text: &str) -> Option<(String, &str)> {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    loop {
        let plain = rest.find(['"', '\\'])?;
        units.extend(rest[..plain].encode_utf16());
        let behind = &rest[plain + 1..];
        if rest[plain..].starts_with('"') {
            return Some((String::from_utf16_lossy(&units), behind));
        }
        let escaped = behind.chars().next()?;
        rest = &behind[escaped.len_utf8()..];
        match escaped {
            'n' | 'r' => units.push(u16::from(b'\n')),
            't' => units.push(u16::from(b'\t')),
            'b' | 'f' => {}
            'u' => {
                units.push(u16::from_str_radix(rest.get(..4)?, 16).ok()?);
                rest = &rest[4..];
            }
            other => units.extend(other.encode_utf16(&mut [0; 2]).iter()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn pages_are_taken_out_of_their_json() {
        // the file, the page
        let cases = [
            (
                r#"{"title":"年报","content":"<p>\u89c4\u7ae0<\/p>\n<td a=\"1\">"}"#,
                Some("<p>年报</p>\n<p>规章</p>\n<td a=\"1\">"),
            ),
            (r#"[{"x":1,"c":"\ud840\udc00规<br>"}]"#, Some("\u{20000}规<br>")),
            (r#"{"c":"一\n二\n三\n四\n五\n六"}"#, Some("一\n二\n三\n四\n五\n六")),
            (r#"{"c":"规章"}"#, None),
            (r#"{"c":"规章</p>}"#, None),
            (r#"{"c":"规章\u12</p>"}"#, None),
            ("[附件]", None),
            ("规章 | 1", None),
            ("", None),
        ];
        for (file, expected) in cases {
            assert_eq!(page(file.as_bytes()).as_deref(), expected, "{file}");
        }
    }
}
