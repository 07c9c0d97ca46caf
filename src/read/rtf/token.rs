//! Cuts rtf into braces, control words and bytes of text.

/// A piece of rtf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name`, with its number.
    Word { name: &'a str, number: Option<i32> },
    /// `\` and a character that is no letter.
    Symbol(u8),
    /// A byte of text: itself, or `\'` and two hexadecimal digits.
    Byte(u8),
}

/// The tokens of a source, in order. Line ends of the source are none, nor are the bytes of `\bin`.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Tokens<'a> {
        Tokens { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take_while(&mut self, belongs: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !belongs(*byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = self.peek()?;
        if first == b'\'' {
            let digits = self.bytes.get(self.at + 1..self.at + 3)?;
            self.at += 3;
            let value = std::str::from_utf8(digits).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
            return Some(Token::Byte(value.unwrap_or(b'?')));
        }
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(Token::Symbol(first));
        }
        let name = std::str::from_utf8(self.take_while(|byte| byte.is_ascii_alphabetic())).unwrap_or("");
        let negative = self.peek() == Some(b'-');
        if negative {
            self.at += 1;
        }
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse::<i32>().ok());
        let number = number.map(|number| if negative { -number } else { number });
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        if name == "bin" {
            let length = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Some(Token::Word { name, number })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                _ => Some(Token::Byte(byte)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_words_and_bytes_are_told_apart() {
        let found: Vec<_> = Tokens::new(b"{\\rtf1\r\n\\u-10 \\'b9a \\~\\bin3 }}}\\par}").collect();
        let word = |name, number| Token::Word { name, number };
        assert_eq!(
            found,
            [
                Token::Open,
                word("rtf", Some(1)),
                word("u", Some(-10)),
                Token::Byte(0xb9),
                Token::Byte(b'a'),
                Token::Byte(b' '),
                Token::Symbol(b'~'),
                word("bin", Some(3)),
                word("par", None),
                Token::Close
            ]
        );
    }
}
