//! JSON text as a small tree.
//!
//! The page reads what its own engine wrote. A derived deserializer for all the shapes would be a third of the
//! page's program; this and [`super::parse`] are a fiftieth.

use std::borrow::Cow;

/// Nesting past this is not ours: the engine's envelopes are seven deep.
const DEEPEST: usize = 32;

/// A JSON value, its words borrowed from the text where they need no unescaping.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    /// As written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// In the order written.
    Map(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// The value of a whole text; `None` where it is no JSON.
    pub(super) fn parse(text: &'a str) -> Option<Json<'a>> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.space();
        (reader.at == text.len()).then_some(value)
    }

    /// The member of this name; [`Json::Null`] where there is none.
    pub(super) fn get(&self, name: &str) -> &Json<'a> {
        match self {
            Json::Map(members) => {
                members.iter().find(|(key, _)| key == name).map_or(&Json::Null, |(_, value)| value)
            }
            _ => &Json::Null,
        }
    }

    /// The elements; none where it is no list.
    pub(super) fn elements(&self) -> &[Json<'a>] {
        match self {
            Json::List(elements) => elements,
            _ => &[],
        }
    }

    /// The members; none where it is no map.
    pub(super) fn members(&self) -> &[(Cow<'a, str>, Json<'a>)] {
        match self {
            Json::Map(members) => members,
            _ => &[],
        }
    }

    /// The words; `None` where it is no text.
    pub(super) fn words(&self) -> Option<&str> {
        match self {
            Json::Text(words) => Some(words),
            _ => None,
        }
    }

    /// The number as written; empty where it is none.
    pub(super) fn digits(&self) -> &'a str {
        match self {
            Json::Number(digits) => digits,
            _ => "",
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        if depth > DEEPEST {
            return None;
        }
        self.space();
        match self.peek()? {
            b'{' => {
                let mut members = Vec::new();
                self.row(b'}', |reader| {
                    let key = reader.words()?;
                    reader.space();
                    reader.take(b':')?;
                    members.push((key, reader.value(depth + 1)?));
                    Some(())
                })?;
                Some(Json::Map(members))
            }
            b'[' => {
                let mut elements = Vec::new();
                self.row(b']', |reader| {
                    elements.push(reader.value(depth + 1)?);
                    Some(())
                })?;
                Some(Json::List(elements))
            }
            b'"' => self.words().map(Json::Text),
            b't' => self.literal("true", Json::Bool(true)),
            b'f' => self.literal("false", Json::Bool(false)),
            b'n' => self.literal("null", Json::Null),
            _ => self.number(),
        }
    }

    /// An opening bracket, pieces with commas between them, `end`.
    fn row(&mut self, end: u8, mut piece: impl FnMut(&mut Reader<'a>) -> Option<()>) -> Option<()> {
        self.at += 1;
        self.space();
        if self.peek()? == end {
            self.at += 1;
            return Some(());
        }
        loop {
            self.space();
            piece(self)?;
            self.space();
            match self.peek()? {
                b',' => self.at += 1,
                byte if byte == end => {
                    self.at += 1;
                    return Some(());
                }
                _ => return None,
            }
        }
    }

    fn words(&mut self) -> Option<Cow<'a, str>> {
        self.take(b'"')?;
        let mut words = Cow::Borrowed("");
        loop {
            let rest = self.text.get(self.at..)?;
            let stop = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\'))?;
            let plain = &rest[..stop];
            self.at += stop + 1;
            if words.is_empty() {
                words = Cow::Borrowed(plain);
            } else {
                words.to_mut().push_str(plain);
            }
            if rest.as_bytes()[stop] == b'"' {
                return Some(words);
            }
            let letter = self.escape()?;
            words.to_mut().push(letter);
        }
    }

    fn escape(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b'n' => Some('\n'),
            b't' => Some('\t'),
            b'r' => Some('\r'),
            b'b' => Some('\u{8}'),
            b'f' => Some('\u{c}'),
            b'u' => {
                let unit = self.unit()?;
                if !(0xD800..0xDC00).contains(&unit) {
                    return char::from_u32(unit);
                }
                self.take(b'\\')?;
                self.take(b'u')?;
                let low = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + low)
            }
            b'"' | b'\\' | b'/' => Some(char::from(byte)),
            _ => None,
        }
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let rest = self.text.get(self.at..)?;
        let ours = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.bytes().position(|byte| !ours(byte)).unwrap_or(rest.len());
        self.at += length;
        (length > 0).then(|| Json::Number(&rest[..length]))
    }

    fn literal(&mut self, word: &str, value: Json<'a>) -> Option<Json<'a>> {
        self.text.get(self.at..)?.starts_with(word).then(|| {
            self.at += word.len();
            value
        })
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_like_the_library_reads_it() {
        let cases = [
            "null",
            " [1, -2.5e3, true,\tfalse ]\n",
            r#"{"a": {}, "b": [], "甲": "乙", "a\"\\\/\b\f\n\r\tA": "\u4e00\ud83d\ude00尾"}"#,
            r#"["", "纯文字", "前\n后"]"#,
        ];
        for case in cases {
            let ours = Json::parse(case).map(|value| plain(&value));
            assert_eq!(ours, serde_json::from_str::<serde_json::Value>(case).ok(), "{case}");
        }
    }

    #[test]
    fn what_is_no_json_is_nothing() {
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        for case in ["", "[1,]", "{\"a\" 1}", "\"open", r#""\x""#, r#""\ud83d""#, "[1] 2", "tru", &deep] {
            assert_eq!(Json::parse(case), None, "{case}");
        }
    }

    fn plain(value: &Json<'_>) -> serde_json::Value {
        match value {
            Json::Null => serde_json::Value::Null,
            Json::Bool(value) => (*value).into(),
            Json::Number(digits) => serde_json::from_str(digits).unwrap(),
            Json::Text(words) => words.as_ref().into(),
            Json::List(elements) => elements.iter().map(plain).collect(),
            Json::Map(members) => {
                members.iter().map(|(key, value)| (key.to_string(), plain(value))).collect()
            }
        }
    }
}
