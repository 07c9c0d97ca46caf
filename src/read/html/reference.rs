//! Character references: numeric ones, the names of HTML 4, and HTML 5's names for ASCII characters.

use crate::read::words::Folded;
use std::borrow::Cow;

/// Appends the text of the source to `folded`, its references decoded.
pub(in crate::read) fn push_text(text: &str, folded: &mut Folded) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte == b'&') {
        let (before, from) = rest.split_at(at);
        folded.push(before);
        match reference(from, false) {
            Some((character, length)) => {
                folded.push_character(character);
                rest = &from[length..];
            }
            None => {
                folded.push("&");
                rest = &from[1..];
            }
        }
    }
    folded.push(rest);
}

/// The value of an attribute, its references decoded.
pub(super) fn attribute(value: &str) -> Cow<'_, str> {
    decoded(value, true)
}

/// Text of the source, its references decoded and its white space kept.
pub(super) fn kept(text: &str) -> Cow<'_, str> {
    decoded(text, false)
}

fn decoded(text: &str, in_attribute: bool) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        decoded.push_str(before);
        let (character, length) = reference(from, in_attribute).unwrap_or(('&', 1));
        decoded.push(character);
        rest = &from[length..];
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The character of the reference that `text` starts with, and the reference's length; `None` for a mere `&`.
fn reference(text: &str, in_attribute: bool) -> Option<(char, usize)> {
    if text.starts_with("&nbsp;") {
        return Some(('\u{a0}', 6));
    }
    if text.as_bytes().get(1) == Some(&b'#') {
        return numeric(text);
    }
    let length = text[1..].bytes().take(NAME_MAX + 1).position(|byte| !byte.is_ascii_alphanumeric());
    let length = length.unwrap_or_else(|| (text.len() - 1).min(NAME_MAX));
    let name = &text[1..=length];
    let is_ended = text.as_bytes().get(1 + length) == Some(&b';');
    if let Some(character) = named(name).filter(|_| is_ended) {
        return Some((character, length + 2));
    }
    // The oldest names do without a semicolon, even with letters after them; in an attribute only without.
    let shortest = if in_attribute { length } else { 2 };
    if in_attribute && text.as_bytes().get(1 + length) == Some(&b'=') {
        return None;
    }
    (shortest..=length.min(OLD_NAME_MAX)).rev().find_map(|length| {
        let character = name.get(..length).and_then(named).filter(|character| *character <= '\u{ff}')?;
        is_old(&name[..length]).then_some((character, length + 1))
    })
}

/// `&#12288;`, `&#x3000;`, with or without the semicolon.
fn numeric(text: &str) -> Option<(char, usize)> {
    let is_hexadecimal = matches!(text.as_bytes().get(2), Some(b'x' | b'X'));
    let (start, radix) = if is_hexadecimal { (3, 16) } else { (2, 10) };
    let digits = text[start..].bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    if digits == 0 {
        return None;
    }
    let end = start + digits;
    let length = if text.as_bytes().get(end) == Some(&b';') { end + 1 } else { end };
    let number = u32::from_str_radix(&text[start..end], radix).unwrap_or(u32::MAX);
    Some((of_number(number), length))
}

/// The character that a number stands for by HTML's rules.
fn of_number(number: u32) -> char {
    match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS_1252[number as usize - 0x80],
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

fn named(name: &str) -> Option<char> {
    NAMED
        .binary_search_by(|(known, _)| known.as_bytes().cmp(name.as_bytes()))
        .ok()
        .map(|index| NAMED[index].1)
}

/// True for the names that need no semicolon: all of Latin-1 but HTML 5's own.
fn is_old(name: &str) -> bool {
    const NEW: &[&str] = &[
        "NewLine", "Tab", "apos", "ast", "colon", "comma", "commat", "dollar", "equals", "excl", "lbrack",
        "lcub", "lowbar", "lpar", "lsqb", "num", "percnt", "period", "plus", "quest", "rbrack", "rcub",
        "rpar", "rsqb", "semi", "sol", "verbar", "vert",
    ];
    !NEW.contains(&name)
}

/// The length of the longest name, and of the longest that needs no semicolon.
const NAME_MAX: usize = 14;
const OLD_NAME_MAX: usize = 6;

/// What the numbers 0x80 to 0x9F stand for.
const WINDOWS_1252: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
    '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}',
    '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}',
    '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

/// Names in the order of their bytes.
#[rustfmt::skip]
const NAMED: &[(&str, char)] = &[
    ("AElig", '\u{c6}'), ("AMP", '&'), ("Aacute", '\u{c1}'), ("Acirc", '\u{c2}'), ("Agrave", '\u{c0}'),
    ("Alpha", '\u{391}'), ("Aring", '\u{c5}'), ("Atilde", '\u{c3}'), ("Auml", '\u{c4}'),
    ("Beta", '\u{392}'), ("COPY", '\u{a9}'), ("Ccedil", '\u{c7}'), ("Chi", '\u{3a7}'),
    ("Dagger", '\u{2021}'), ("Delta", '\u{394}'), ("ETH", '\u{d0}'), ("Eacute", '\u{c9}'),
    ("Ecirc", '\u{ca}'), ("Egrave", '\u{c8}'), ("Epsilon", '\u{395}'), ("Eta", '\u{397}'),
    ("Euml", '\u{cb}'), ("GT", '>'), ("Gamma", '\u{393}'), ("Iacute", '\u{cd}'), ("Icirc", '\u{ce}'),
    ("Igrave", '\u{cc}'), ("Iota", '\u{399}'), ("Iuml", '\u{cf}'), ("Kappa", '\u{39a}'), ("LT", '<'),
    ("Lambda", '\u{39b}'), ("Mu", '\u{39c}'), ("NewLine", '\u{a}'), ("Ntilde", '\u{d1}'),
    ("Nu", '\u{39d}'), ("OElig", '\u{152}'), ("Oacute", '\u{d3}'), ("Ocirc", '\u{d4}'),
    ("Ograve", '\u{d2}'), ("Omega", '\u{3a9}'), ("Omicron", '\u{39f}'), ("Oslash", '\u{d8}'),
    ("Otilde", '\u{d5}'), ("Ouml", '\u{d6}'), ("Phi", '\u{3a6}'), ("Pi", '\u{3a0}'), ("Prime", '\u{2033}'),
    ("Psi", '\u{3a8}'), ("QUOT", '"'), ("REG", '\u{ae}'), ("Rho", '\u{3a1}'), ("Scaron", '\u{160}'),
    ("Sigma", '\u{3a3}'), ("THORN", '\u{de}'), ("Tab", '\u{9}'), ("Tau", '\u{3a4}'), ("Theta", '\u{398}'),
    ("Uacute", '\u{da}'), ("Ucirc", '\u{db}'), ("Ugrave", '\u{d9}'), ("Upsilon", '\u{3a5}'),
    ("Uuml", '\u{dc}'), ("Xi", '\u{39e}'), ("Yacute", '\u{dd}'), ("Yuml", '\u{178}'),
    ("ZeroWidthSpace", '\u{200b}'), ("Zeta", '\u{396}'), ("aacute", '\u{e1}'), ("acirc", '\u{e2}'),
    ("acute", '\u{b4}'), ("aelig", '\u{e6}'), ("agrave", '\u{e0}'), ("alefsym", '\u{2135}'),
    ("alpha", '\u{3b1}'), ("amp", '&'), ("and", '\u{2227}'), ("ang", '\u{2220}'), ("apos", '\''),
    ("aring", '\u{e5}'), ("ast", '*'), ("asymp", '\u{2248}'), ("atilde", '\u{e3}'), ("auml", '\u{e4}'),
    ("bdquo", '\u{201e}'), ("beta", '\u{3b2}'), ("brvbar", '\u{a6}'), ("bull", '\u{2022}'),
    ("cap", '\u{2229}'), ("ccedil", '\u{e7}'), ("cedil", '\u{b8}'), ("cent", '\u{a2}'), ("chi", '\u{3c7}'),
    ("circ", '\u{2c6}'), ("clubs", '\u{2663}'), ("colon", ':'), ("comma", ','), ("commat", '@'),
    ("cong", '\u{2245}'), ("copy", '\u{a9}'), ("crarr", '\u{21b5}'), ("cup", '\u{222a}'),
    ("curren", '\u{a4}'), ("dArr", '\u{21d3}'), ("dagger", '\u{2020}'), ("darr", '\u{2193}'),
    ("dash", '\u{2010}'), ("deg", '\u{b0}'), ("delta", '\u{3b4}'), ("diams", '\u{2666}'),
    ("divide", '\u{f7}'), ("dollar", '$'), ("eacute", '\u{e9}'), ("ecirc", '\u{ea}'), ("egrave", '\u{e8}'),
    ("empty", '\u{2205}'), ("emsp", '\u{2003}'), ("ensp", '\u{2002}'), ("epsilon", '\u{3b5}'),
    ("equals", '='), ("equiv", '\u{2261}'), ("eta", '\u{3b7}'), ("eth", '\u{f0}'), ("euml", '\u{eb}'),
    ("euro", '\u{20ac}'), ("excl", '!'), ("exist", '\u{2203}'), ("fnof", '\u{192}'),
    ("forall", '\u{2200}'), ("frac12", '\u{bd}'), ("frac14", '\u{bc}'), ("frac34", '\u{be}'),
    ("frasl", '\u{2044}'), ("gamma", '\u{3b3}'), ("ge", '\u{2265}'), ("gt", '>'), ("hArr", '\u{21d4}'),
    ("harr", '\u{2194}'), ("hearts", '\u{2665}'), ("hellip", '\u{2026}'), ("horbar", '\u{2015}'),
    ("hyphen", '\u{2010}'), ("iacute", '\u{ed}'), ("icirc", '\u{ee}'), ("iexcl", '\u{a1}'),
    ("igrave", '\u{ec}'), ("image", '\u{2111}'), ("infin", '\u{221e}'), ("int", '\u{222b}'),
    ("iota", '\u{3b9}'), ("iquest", '\u{bf}'), ("isin", '\u{2208}'), ("iuml", '\u{ef}'),
    ("kappa", '\u{3ba}'), ("lArr", '\u{21d0}'), ("lambda", '\u{3bb}'), ("lang", '\u{27e8}'),
    ("laquo", '\u{ab}'), ("larr", '\u{2190}'), ("lbrack", '['), ("lceil", '\u{2308}'), ("lcub", '{'),
    ("ldquo", '\u{201c}'), ("le", '\u{2264}'), ("lfloor", '\u{230a}'), ("lowast", '\u{2217}'),
    ("lowbar", '_'), ("loz", '\u{25ca}'), ("lpar", '('), ("lrm", '\u{200e}'), ("lsaquo", '\u{2039}'),
    ("lsqb", '['), ("lsquo", '\u{2018}'), ("lt", '<'), ("macr", '\u{af}'), ("mdash", '\u{2014}'),
    ("micro", '\u{b5}'), ("middot", '\u{b7}'), ("minus", '\u{2212}'), ("mu", '\u{3bc}'),
    ("nabla", '\u{2207}'), ("nbsp", '\u{a0}'), ("ndash", '\u{2013}'), ("ne", '\u{2260}'),
    ("ni", '\u{220b}'), ("not", '\u{ac}'), ("notin", '\u{2209}'), ("nsub", '\u{2284}'),
    ("ntilde", '\u{f1}'), ("nu", '\u{3bd}'), ("num", '#'), ("oacute", '\u{f3}'), ("ocirc", '\u{f4}'),
    ("oelig", '\u{153}'), ("ograve", '\u{f2}'), ("oline", '\u{203e}'), ("omega", '\u{3c9}'),
    ("omicron", '\u{3bf}'), ("oplus", '\u{2295}'), ("or", '\u{2228}'), ("ordf", '\u{aa}'),
    ("ordm", '\u{ba}'), ("oslash", '\u{f8}'), ("otilde", '\u{f5}'), ("otimes", '\u{2297}'),
    ("ouml", '\u{f6}'), ("para", '\u{b6}'), ("part", '\u{2202}'), ("percnt", '%'), ("period", '.'),
    ("permil", '\u{2030}'), ("perp", '\u{22a5}'), ("phi", '\u{3c6}'), ("pi", '\u{3c0}'),
    ("piv", '\u{3d6}'), ("plus", '+'), ("plusmn", '\u{b1}'), ("pound", '\u{a3}'), ("prime", '\u{2032}'),
    ("prod", '\u{220f}'), ("prop", '\u{221d}'), ("psi", '\u{3c8}'), ("quest", '?'), ("quot", '"'),
    ("rArr", '\u{21d2}'), ("radic", '\u{221a}'), ("rang", '\u{27e9}'), ("raquo", '\u{bb}'),
    ("rarr", '\u{2192}'), ("rbrack", ']'), ("rceil", '\u{2309}'), ("rcub", '}'), ("rdquo", '\u{201d}'),
    ("real", '\u{211c}'), ("reg", '\u{ae}'), ("rfloor", '\u{230b}'), ("rho", '\u{3c1}'),
    ("rlm", '\u{200f}'), ("rpar", ')'), ("rsaquo", '\u{203a}'), ("rsqb", ']'), ("rsquo", '\u{2019}'),
    ("sbquo", '\u{201a}'), ("scaron", '\u{161}'), ("sdot", '\u{22c5}'), ("sect", '\u{a7}'), ("semi", ';'),
    ("shy", '\u{ad}'), ("sigma", '\u{3c3}'), ("sigmaf", '\u{3c2}'), ("sim", '\u{223c}'), ("sol", '/'),
    ("spades", '\u{2660}'), ("sub", '\u{2282}'), ("sube", '\u{2286}'), ("sum", '\u{2211}'),
    ("sup", '\u{2283}'), ("sup1", '\u{b9}'), ("sup2", '\u{b2}'), ("sup3", '\u{b3}'), ("supe", '\u{2287}'),
    ("szlig", '\u{df}'), ("tau", '\u{3c4}'), ("there4", '\u{2234}'), ("theta", '\u{3b8}'),
    ("thetasym", '\u{3d1}'), ("thinsp", '\u{2009}'), ("thorn", '\u{fe}'), ("tilde", '\u{2dc}'),
    ("times", '\u{d7}'), ("trade", '\u{2122}'), ("uArr", '\u{21d1}'), ("uacute", '\u{fa}'),
    ("uarr", '\u{2191}'), ("ucirc", '\u{fb}'), ("ugrave", '\u{f9}'), ("uml", '\u{a8}'),
    ("upsih", '\u{3d2}'), ("upsilon", '\u{3c5}'), ("uuml", '\u{fc}'), ("verbar", '|'), ("vert", '|'),
    ("weierp", '\u{2118}'), ("xi", '\u{3be}'), ("yacute", '\u{fd}'), ("yen", '\u{a5}'), ("yuml", '\u{ff}'),
    ("zeta", '\u{3b6}'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_by_htmls_rules() {
        assert!(NAMED.is_sorted());
        for (text, expected) in [
            ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
            ("&#31532;&#x4e8c;&#X5341;", "第二十"),
            ("&#31532&#x4e8c-", "第二-"),
            ("&#0;&#x110000;&#xd800;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("&#147;&#148;", "“”"),
            ("&copy &copyright; &notit; &ldquo &ldquo;", "© ©right; ¬it; &ldquo “"),
            ("& &; &# &#x; &unknown; &&amp;", "& &; &# &#x; &unknown; &&"),
            ("&thetasym;&ThetaSym;&colon;&commat", "ϑ&ThetaSym;:&commat"),
            ("&nbsp;&emsp;&#12288;", ""),
        ] {
            let mut folded = Folded::default();
            push_text(text, &mut folded);
            assert_eq!(folded.take(), expected, "{text}");
        }
        assert_eq!(attribute("?a=1&copy=2&lt=3&amp;b&lt"), "?a=1&copy=2&lt=3&b<");
        assert_eq!(kept("a &amp;\n b"), "a &\n b");
    }
}
