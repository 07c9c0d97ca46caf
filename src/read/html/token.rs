//! HTML's tokens by the standard's rules: tags with their attributes, text, comments left out. No tree, no copy.

use super::element::Element;

/// One token.
#[derive(Clone, Debug)]
pub(super) enum Token<'a> {
    /// Text between tags, references undecoded.
    Text(&'a str),
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag.
    End(Tag<'a>),
}

/// A tag.
#[derive(Clone, Debug)]
pub(super) struct Tag<'a> {
    /// What element it is of.
    pub(super) element: Element,
    /// The element's name as written.
    pub(super) name: &'a str,
    /// The attributes that a reader of reports looks at.
    pub(super) attributes: Attributes<'a>,
    /// True for `<a/>`, which means something in SVG and MathML only.
    pub(super) self_closing: bool,
}

/// The attributes that matter here, as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes<'a> {
    pub(super) column_span: Option<&'a str>,
    pub(super) row_span: Option<&'a str>,
    pub(super) style: Option<&'a str>,
    pub(super) value: Option<&'a str>,
    pub(super) kind: Option<&'a str>,
    pub(super) name: Option<&'a str>,
    pub(super) content: Option<&'a str>,
    pub(super) width: Option<&'a str>,
    pub(super) height: Option<&'a str>,
    pub(super) hidden: bool,
}

/// The tokens of a text.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    cut: bool,
}

impl<'a> Tokens<'a> {
    /// The tokens of `text` from the byte `start` on.
    pub(super) fn from(text: &'a str, start: usize) -> Tokens<'a> {
        Tokens { text, at: start, cut: false }
    }

    /// Where the next token starts, in bytes.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// True once the text was found to end within a tag, a comment or a script.
    pub(super) fn was_cut(&self) -> bool {
        self.cut
    }

    /// After the start tag of an element whose content is text whatever it looks like (`script`, `title`): takes
    /// that text and the end tag.
    pub(super) fn raw_text(&mut self, name: &str) -> &'a str {
        let start = self.at;
        let mut from = start;
        while let Some(end) = self.seek("</", from) {
            let after = end + 2 + name.len();
            let bytes = self.text.as_bytes();
            let named =
                bytes.get(end + 2..after).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
            if named && bytes.get(after).is_some_and(|byte| matches!(byte, b'>' | b'/') || is_space(*byte)) {
                self.at = after;
                let mut ignored = Attributes::default();
                if self.attributes(&mut ignored).is_none() {
                    self.at = self.text.len();
                }
                return &self.text[start..end];
            }
            from = end + 2;
        }
        self.cut = true;
        self.at = self.text.len();
        &self.text[start..]
    }

    /// Takes everything that is left as text.
    pub(super) fn rest(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        self.at = self.text.len();
        rest
    }

    fn seek(&self, wanted: &str, from: usize) -> Option<usize> {
        self.text.get(from..)?.find(wanted).map(|at| from + at)
    }

    /// Skips to after `wanted`, or to the end of a text that lacks it.
    fn skip_past(&mut self, wanted: &str, from: usize) {
        match self.seek(wanted, from) {
            Some(found) => self.at = found + wanted.len(),
            None => self.skip_to_end(),
        }
    }

    fn skip_to_end(&mut self) {
        self.cut = true;
        self.at = self.text.len();
    }

    /// What starts with the `<` at the current position: a tag, nothing (a comment and the like, which is
    /// skipped), or no markup at all.
    fn markup(&mut self) -> Markup<'a> {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at + 1) {
            Some(byte) if byte.is_ascii_alphabetic() => self.tag(self.at + 1, false),
            Some(b'/') => match bytes.get(self.at + 2) {
                Some(byte) if byte.is_ascii_alphabetic() => self.tag(self.at + 2, true),
                Some(b'>') => {
                    self.at += 3;
                    Markup::Nothing
                }
                Some(_) => {
                    self.skip_past(">", self.at + 2);
                    Markup::Nothing
                }
                None => Markup::Text,
            },
            Some(b'!') => {
                self.comment();
                Markup::Nothing
            }
            Some(b'?') => {
                self.skip_past(">", self.at + 2);
                Markup::Nothing
            }
            _ => Markup::Text,
        }
    }

    fn comment(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        if !rest.starts_with(b"<!--") {
            self.skip_past(">", self.at + 2);
        } else if rest.starts_with(b"<!-->") {
            self.at += 5;
        } else if rest.starts_with(b"<!--->") {
            self.at += 6;
        } else {
            let mut from = self.at + 4;
            while let Some(dashes) = self.seek("--", from) {
                match &self.text.as_bytes()[dashes + 2..] {
                    [b'>', ..] => return self.at = dashes + 3,
                    [b'!', b'>', ..] => return self.at = dashes + 4,
                    _ => from = dashes + 1,
                }
            }
            self.skip_to_end();
        }
    }

    fn tag(&mut self, start: usize, end_tag: bool) -> Markup<'a> {
        let bytes = self.text.as_bytes();
        let length = bytes[start..].iter().position(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'));
        let Some(length) = length else {
            self.skip_to_end();
            return Markup::Nothing;
        };
        let name = &self.text[start..start + length];
        self.at = start + length;
        let mut attributes = Attributes::default();
        let Some(self_closing) = self.attributes(&mut attributes) else {
            self.skip_to_end();
            return Markup::Nothing;
        };
        let tag = Tag { element: Element::of(name), name, attributes, self_closing };
        Markup::Tag(if end_tag { Token::End(tag) } else { Token::Start(tag) })
    }

    /// Takes attributes up to the tag's end; true for `/>`, `None` where the text ends before.
    fn attributes(&mut self, attributes: &mut Attributes<'a>) -> Option<bool> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut slash = false;
        loop {
            match bytes.get(at)? {
                b'>' => {
                    self.at = at + 1;
                    return Some(slash);
                }
                b'/' => slash = true,
                byte if is_space(*byte) => slash = false,
                _ => {
                    slash = false;
                    let name_start = at;
                    // An equals sign at the start belongs to the name.
                    at += 1;
                    while !matches!(bytes.get(at)?, b'/' | b'>' | b'=') && !is_space(bytes[at]) {
                        at += 1;
                    }
                    let name = &bytes[name_start..at];
                    let (value, next) = self.value(at)?;
                    attributes.set(name, value);
                    at = next;
                    continue;
                }
            }
            at += 1;
        }
    }

    /// The value after an attribute's name that ended at `at`, and where to go on.
    fn value(&self, at: usize) -> Option<(&'a str, usize)> {
        let bytes = self.text.as_bytes();
        let after_space = |mut at: usize| {
            while is_space(*bytes.get(at)?) {
                at += 1;
            }
            Some(at)
        };
        let equals = after_space(at)?;
        if bytes[equals] != b'=' {
            return Some(("", at));
        }
        let start = after_space(equals + 1)?;
        match bytes[start] {
            quote @ (b'"' | b'\'') => {
                let length = bytes[start + 1..].iter().position(|byte| *byte == quote)?;
                let end = start + 1 + length;
                Some((&self.text[start + 1..end], end + 1))
            }
            b'>' => Some(("", start)),
            _ => {
                let length = bytes[start..].iter().position(|byte| *byte == b'>' || is_space(*byte))?;
                Some((&self.text[start..start + length], start + length))
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.at;
            if *bytes.get(start)? == b'<' {
                match self.markup() {
                    Markup::Tag(token) => return Some(token),
                    Markup::Nothing => continue,
                    Markup::Text => {}
                }
            }
            let length = bytes[start + 1..].iter().position(|byte| *byte == b'<');
            self.at = length.map_or(bytes.len(), |length| start + 1 + length);
            return Some(Token::Text(&self.text[start..self.at]));
        }
    }
}

enum Markup<'a> {
    Tag(Token<'a>),
    Nothing,
    Text,
}

impl<'a> Attributes<'a> {
    /// Keeps an attribute that matters; the first of a name counts.
    fn set(&mut self, name: &[u8], value: &'a str) {
        let is = |wanted: &[u8]| name.eq_ignore_ascii_case(wanted);
        let place = match name.len() {
            4 if is(b"type") => &mut self.kind,
            4 if is(b"name") => &mut self.name,
            5 if is(b"style") => &mut self.style,
            5 if is(b"value") => &mut self.value,
            5 if is(b"width") => &mut self.width,
            6 if is(b"height") => &mut self.height,
            6 if is(b"hidden") => {
                self.hidden = true;
                return;
            }
            7 if is(b"colspan") => &mut self.column_span,
            7 if is(b"rowspan") => &mut self.row_span,
            7 if is(b"content") => &mut self.content,
            8 if is(b"property") => &mut self.name,
            _ => return,
        };
        place.get_or_insert(value);
    }
}

/// White space by HTML's rules.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0c' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens written out: text as it is, `<name>` and `</name>`.
    fn written(text: &str) -> String {
        Tokens::from(text, 0)
            .map(|token| match token {
                Token::Text(text) => text.to_owned(),
                Token::Start(tag) => format!("<{}>", tag.name),
                Token::End(tag) => format!("</{}>", tag.name),
            })
            .collect::<Vec<_>>()
            .join("·")
    }

    #[test]
    fn tags_and_text_are_told_apart() {
        for (text, expected) in [
            ("a<b>c</b >d", "a·<b>·c·</b>·d"),
            ("1 < 2 <3", "1 ·< 2 ·<3"),
            ("<td colspan=2 style='a>b' x=\">\">y", "<td>·y"),
            ("<p/><br / >", "<p>·<br>"),
            ("a<!-- <td> -->b<!-->c<!--->d<!-- x --!>e", "a·b·c·d·e"),
            ("<!--[if gte mso 9]><xml>a</xml><![endif]-->b<![if !vml]>c<![endif]>d", "b·c·d"),
            ("<?xml:namespace prefix = o ns = \"urn\" /><o:p>a</o:p>", "<o:p>·a·</o:p>"),
            ("<!DOCTYPE html><html>", "<html>"),
            ("a</>b</ c>d", "a·b·d"),
            ("<a title=don't>b", "<a>·b"),
            ("<a =x=y>b", "<a>·b"),
            ("a<", "a·<"),
            ("a</", "a·</"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn a_text_that_ends_within_markup_is_cut() {
        for text in ["a<td", "a<td x", "a<td x=", "a<td x='", "a<td x=y", "a<!-- b", "a<!b", "a<?b", "a</ b"]
        {
            let mut tokens = Tokens::from(text, 0);
            assert_eq!(tokens.by_ref().count(), 1, "{text}");
            assert!(tokens.was_cut(), "{text}");
        }
    }

    #[test]
    fn the_first_attribute_of_a_name_counts() {
        let mut tokens = Tokens::from("<TD ColSpan = 3 rowspan='2' colspan=4 Hidden style=\"a:b\" x>", 0);
        let Some(Token::Start(tag)) = tokens.next() else { panic!("a start tag") };
        let attributes = tag.attributes;
        assert_eq!(
            (attributes.column_span, attributes.row_span, attributes.style),
            (Some("3"), Some("2"), Some("a:b"))
        );
        assert!(attributes.hidden);
    }

    #[test]
    fn raw_text_ends_at_its_own_end_tag() {
        let mut tokens = Tokens::from("<script>a</scripts><b></SCRIPT x>c", 0);
        tokens.next();
        assert_eq!(tokens.raw_text("script"), "a</scripts><b>");
        assert_eq!(tokens.rest(), "c");
        let mut cut = Tokens::from("<style>a</style", 0);
        cut.next();
        assert_eq!(cut.raw_text("style"), "a</style");
        assert!(cut.was_cut());
    }
}
