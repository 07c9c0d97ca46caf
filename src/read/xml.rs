//! XML for the office formats: a pull of elements and text over quick-xml, with local names only, the five
//! entities and numeric references, no others, and a limit on depth.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// A piece of an XML part.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    /// `<name …>`; an empty element comes as a start and an end.
    Start(Element<'a>),
    /// `</name>`.
    End(String),
    /// Text, references resolved.
    Text(String),
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Element<'a> {
    /// Its name without a prefix.
    pub(super) name: String,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// An attribute's value by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.start.attributes().with_checks(false).flatten().find_map(|attribute| {
            (attribute.key.local_name().as_ref() == name).then(|| {
                attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .map_or_else(|_| attribute.value.to_string(), |value| value.into_owned())
            })
        })
    }

    /// An attribute that is a switch: present and not `0`, `false` or `off`.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }

    /// An attribute that is a number.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// Pulls the pieces of an XML part.
pub(super) struct Pieces<'a> {
    reader: quick_xml::Reader<&'a [u8]>,
    depth: usize,
    deepest: usize,
    ending: Option<String>,
    /// True once the part broke off: not well-formed, or deeper than allowed.
    pub(super) broken: bool,
}

impl<'a> Pieces<'a> {
    /// The pieces of `text`, at most `deepest` elements within each other.
    pub(super) fn new(text: &'a str, deepest: usize) -> Pieces<'a> {
        let mut reader = quick_xml::Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Pieces { reader, depth: 0, deepest, ending: None, broken: false }
    }

    /// The next piece; `None` at the end or where the part breaks off.
    pub(super) fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.ending.take() {
            return Some(Piece::End(name));
        }
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(_) => {
                    self.broken = true;
                    return None;
                }
            };
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > self.deepest {
                        self.broken = true;
                        return None;
                    }
                    return Some(Piece::Start(element(start)));
                }
                Event::Empty(start) => {
                    let element = element(start);
                    self.ending = Some(element.name.clone());
                    return Some(Piece::Start(element));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Piece::End(end.local_name().as_ref().to_owned()));
                }
                Event::Text(text) => return Some(Piece::Text(text.xml10_content().into_owned())),
                Event::CData(data) => return Some(Piece::Text(data.xml10_content().into_owned())),
                Event::GeneralRef(reference) => {
                    let text = match reference.resolve_char_ref() {
                        Ok(Some(one)) => one.to_string(),
                        _ => predefined(&reference.into_inner()).to_owned(),
                    };
                    return Some(Piece::Text(text));
                }
                Event::Eof => {
                    self.broken |= self.depth > 0;
                    return None;
                }
                // A document type may declare entities: none is ever expanded.
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// Passes over everything up to the end of the element that was just started.
    pub(super) fn skip(&mut self) {
        let mut depth = 1usize;
        while depth > 0 {
            match self.next() {
                Some(Piece::Start(_)) => depth += 1,
                Some(Piece::End(_)) => depth -= 1,
                Some(Piece::Text(_)) => {}
                None => return,
            }
        }
    }
}

fn element(start: BytesStart<'_>) -> Element<'_> {
    Element { name: start.local_name().as_ref().to_owned(), start }
}

fn predefined(name: &str) -> &str {
    match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "apos" => "'",
        "quot" => "\"",
        _ => "",
    }
}
