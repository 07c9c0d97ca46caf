//! Walks the tokens: which group aims at what, what its characters are, and where paragraphs, cells and rows end.

use super::body::{Body, Definition};
use super::code_page::CodePage;
use super::token::{Token, Tokens};
use crate::read::Limits;
use crate::read::flow::Item;
use std::collections::BTreeMap;

/// What was found in an rtf.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What stands in the body, in order.
    pub(super) items: Vec<Item>,
    /// The title that the file gives itself.
    pub(super) title: Option<String>,
    /// Letters that could not be decoded.
    pub(super) replaced: usize,
    /// It ends within a group, or its groups go too deep.
    pub(super) broken: bool,
    /// Cells past the limit were left out.
    pub(super) was_cut: bool,
}

/// The walk over one source.
pub(super) struct Walk {
    found: Found,
    states: Vec<State>,
    state: State,
    bodies: Vec<Body>,
    row: Definition,
    nested_row: Definition,
    usual: CodePage,
    fonts: BTreeMap<i32, CodePage>,
    /// The font that characters have where nothing is said.
    first_font: i32,
    /// Outline levels by style.
    styles: BTreeMap<i32, u8>,
    /// The font or style whose entry in its table is open.
    entry: i32,
    /// Bytes of text that are still to be decoded together.
    bytes: Vec<u8>,
    /// The first half of a character that takes two units of UTF-16.
    half: Option<u16>,
    /// Characters to pass over: what stands for a Unicode one in older programs.
    passing: usize,
    title: String,
    /// The name of the style whose entry is open.
    style_name: String,
    deepest: usize,
    cells: usize,
}

/// What a group's control words have set. It ends with the group.
#[derive(Clone, Copy, Debug)]
struct State {
    aim: Aim,
    /// `\*` was read: what follows may be left out by a program that does not know it.
    starred: bool,
    code_page: CodePage,
    /// Characters that stand for each Unicode one in older programs.
    stand_ins: usize,
    hidden: bool,
    deleted: bool,
    in_table: bool,
    depth: usize,
    level: Option<u8>,
    /// This group began a text box.
    is_box: bool,
    /// It lies in what the file says of itself.
    in_facts: bool,
}

/// What the text of a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    Body,
    /// Nothing of it is shown, whatever it holds.
    Nothing,
    /// Its own text is not shown, that of a group in it may be.
    Frame,
    Fonts,
    Styles,
    Title,
    /// The definition of a nested table's row.
    NestedRow,
}

/// Groups within each other past which a file is broken.
const DEEPEST: usize = 2048;

/// Where the groups that begin with these words aim.
const DESTINATIONS: &[(&str, Aim)] = &[
    ("annotation", Aim::Nothing),
    ("atnauthor", Aim::Nothing),
    ("atnid", Aim::Nothing),
    ("bkmkend", Aim::Nothing),
    ("bkmkstart", Aim::Nothing),
    ("colortbl", Aim::Nothing),
    ("do", Aim::Frame),
    ("fldinst", Aim::Nothing),
    ("fldrslt", Aim::Body),
    ("fonttbl", Aim::Fonts),
    ("footer", Aim::Nothing),
    ("footerf", Aim::Nothing),
    ("footerl", Aim::Nothing),
    ("footerr", Aim::Nothing),
    ("footnote", Aim::Nothing),
    ("ftncn", Aim::Nothing),
    ("ftnsep", Aim::Nothing),
    ("ftnsepc", Aim::Nothing),
    ("header", Aim::Nothing),
    ("headerf", Aim::Nothing),
    ("headerl", Aim::Nothing),
    ("headerr", Aim::Nothing),
    ("listoverridetable", Aim::Nothing),
    ("listtable", Aim::Nothing),
    ("listtext", Aim::Body),
    ("nesttableprops", Aim::NestedRow),
    ("nonesttables", Aim::Nothing),
    ("nonshppict", Aim::Nothing),
    ("object", Aim::Frame),
    ("pict", Aim::Nothing),
    ("pntext", Aim::Body),
    ("pntxta", Aim::Nothing),
    ("pntxtb", Aim::Nothing),
    ("result", Aim::Body),
    ("revtbl", Aim::Nothing),
    ("rxe", Aim::Nothing),
    ("shp", Aim::Frame),
    ("shpinst", Aim::Frame),
    ("shppict", Aim::Frame),
    ("shprslt", Aim::Nothing),
    ("stylesheet", Aim::Styles),
    ("tc", Aim::Nothing),
    ("ud", Aim::Body),
    ("upr", Aim::Frame),
    ("xe", Aim::Nothing),
];

/// Characters that have words of their own.
const CHARACTERS: &[(&str, char)] = &[
    ("bullet", '•'),
    ("column", ' '),
    ("emdash", '—'),
    ("emspace", '\u{2003}'),
    ("endash", '–'),
    ("enspace", '\u{2002}'),
    ("ldblquote", '“'),
    ("line", '\n'),
    ("lquote", '‘'),
    ("page", ' '),
    ("qmspace", ' '),
    ("rdblquote", '”'),
    ("rquote", '’'),
    ("tab", '\t'),
];

impl Walk {
    pub(super) fn new(limits: &Limits) -> Walk {
        let state = State {
            aim: Aim::Body,
            starred: false,
            code_page: CodePage::Latin,
            stand_ins: 1,
            hidden: false,
            deleted: false,
            in_table: false,
            depth: 1,
            level: None,
            is_box: false,
            in_facts: false,
        };
        Walk {
            found: Found::default(),
            states: Vec::new(),
            state,
            bodies: vec![Body::default()],
            row: Definition::default(),
            nested_row: Definition::default(),
            usual: CodePage::Latin,
            fonts: BTreeMap::new(),
            first_font: 0,
            styles: BTreeMap::new(),
            entry: 0,
            bytes: Vec::new(),
            half: None,
            passing: 0,
            title: String::new(),
            style_name: String::new(),
            deepest: limits.depth,
            cells: limits.cells,
        }
    }

    /// Walks to the end.
    pub(super) fn over(mut self, bytes: &[u8]) -> Found {
        // Groups past the deepest are counted, not kept.
        let mut past = 0usize;
        let mut closed = false;
        for token in Tokens::new(bytes) {
            match token {
                Token::Open if past > 0 || self.states.len() >= DEEPEST => {
                    self.found.broken = true;
                    past += 1;
                }
                Token::Close if past > 0 => past -= 1,
                _ if past > 0 => {}
                Token::Open => {
                    self.flush();
                    self.passing = 0;
                    self.states.push(self.state);
                    self.state.starred = false;
                    self.state.is_box = false;
                }
                Token::Close => {
                    self.close();
                    if self.states.is_empty() {
                        closed = true;
                        break;
                    }
                }
                Token::Byte(_) if self.passing > 0 => self.passing -= 1,
                Token::Byte(byte) => self.bytes.push(byte),
                Token::Word { name, number } => {
                    self.flush();
                    self.passing = 0;
                    self.word(name, number);
                }
                Token::Symbol(symbol) => {
                    self.flush();
                    self.symbol(symbol);
                }
            }
        }
        self.flush();
        self.found.broken |= !closed;
        while self.bodies.len() > 1 {
            self.end_box();
        }
        self.found.items = self.bodies.pop().unwrap_or_default().finish();
        let title = self.title.trim();
        self.found.title = (!title.is_empty()).then(|| title.to_owned());
        self.found
    }

    fn close(&mut self) {
        self.flush();
        self.passing = 0;
        if self.state.is_box {
            self.end_box();
        }
        if self.state.aim == Aim::Styles {
            self.end_style();
        }
        if let Some(state) = self.states.pop() {
            self.state = state;
        }
    }

    /// Not every program says in a heading's style that it is one; its name does.
    fn end_style(&mut self) {
        let name = std::mem::take(&mut self.style_name).to_ascii_lowercase();
        let number =
            name.trim().trim_end_matches(';').strip_prefix("heading ").and_then(|number| number.parse().ok());
        if let Some(level) = number.and_then(|number: i32| heading(number.saturating_sub(1))) {
            self.styles.entry(self.entry).or_insert(level);
        }
        self.entry = 0;
    }

    /// A text box's body goes to the paragraph that it hangs on.
    fn end_box(&mut self) {
        if self.bodies.len() > 1
            && let Some(body) = self.bodies.pop()
            && let Some(outer) = self.bodies.last_mut()
        {
            outer.after.extend(body.finish());
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        let starred = std::mem::take(&mut self.state.starred);
        if self.state.aim == Aim::Nothing {
            return;
        }
        if self.aims(name) {
            return;
        }
        if starred {
            self.state.aim = Aim::Nothing;
            return;
        }
        match self.state.aim {
            Aim::Fonts => self.font_entry(name, number),
            Aim::Styles => match (name, number) {
                ("s", Some(number)) => self.entry = number,
                ("outlinelevel", Some(level)) => {
                    self.styles.extend(heading(level).map(|level| (self.entry, level)));
                }
                _ => {}
            },
            Aim::NestedRow if name == "nestrow" => {
                let depth = self.depth().max(2);
                if let Some(body) = self.bodies.last_mut() {
                    body.row(depth, &self.nested_row);
                }
            }
            Aim::NestedRow => self.nested_row.word(name, number),
            _ => self.shown(name, number),
        }
    }

    /// Whether the word begins a destination; the group aims there from now on.
    fn aims(&mut self, name: &str) -> bool {
        match name {
            "info" => (self.state.aim, self.state.in_facts) = (Aim::Frame, true),
            // The form in Unicode comes after the one for older programs.
            "title" if self.state.in_facts => {
                self.title.clear();
                self.state.aim = Aim::Title;
            }
            "ud" if self.state.in_facts => {}
            "shptxt" | "dptxbxtext" if self.bodies.len() <= self.deepest => {
                self.bodies.push(Body::default());
                self.state = State { aim: Aim::Body, is_box: true, in_table: false, depth: 1, ..self.state };
            }
            "shptxt" | "dptxbxtext" => self.state.aim = Aim::Nothing,
            _ => {
                let Ok(at) = DESTINATIONS.binary_search_by_key(&name, |(name, _)| name) else { return false };
                if name == "pict"
                    && let Some(body) = self.bodies.last_mut()
                {
                    body.after.push(Item::Picture);
                }
                self.state.aim = DESTINATIONS[at].1;
                self.entry = 0;
            }
        }
        true
    }

    fn font_entry(&mut self, name: &str, number: Option<i32>) {
        let Some(number) = number else { return };
        match name {
            "f" => self.entry = number,
            "fcharset" => {
                let code_page = CodePage::from_character_set(number, self.usual);
                self.fonts.insert(self.entry, code_page);
            }
            "cpg" => {
                self.fonts.insert(self.entry, CodePage::from_number(number));
            }
            _ => {}
        }
    }

    /// A word within text that is shown.
    fn shown(&mut self, name: &str, number: Option<i32>) {
        if let Ok(at) = CHARACTERS.binary_search_by_key(&name, |(name, _)| name) {
            return self.push(CHARACTERS[at].1.encode_utf8(&mut [0; 4]));
        }
        let is_on = number != Some(0);
        match name {
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => {
                self.state.stand_ins = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1)
            }
            "ansicpg" => {
                self.usual = CodePage::from_number(number.unwrap_or(0));
                self.state.code_page = self.usual;
            }
            "deff" => self.first_font = number.unwrap_or(0),
            "f" => self.state.code_page = self.font(number.unwrap_or(0)),
            "plain" => {
                self.state.code_page = self.font(self.first_font);
                (self.state.hidden, self.state.deleted) = (false, false);
            }
            "v" | "webhidden" => self.state.hidden = is_on,
            "deleted" => self.state.deleted = is_on,
            "pard" => {
                self.state = State { in_table: false, depth: 1, level: None, ..self.state };
            }
            "intbl" => self.state.in_table = is_on,
            "itap" => {
                let depth = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1);
                self.state.in_table = depth > 0;
                self.state.depth = depth.max(1);
            }
            "s" => self.state.level = self.styles.get(&number.unwrap_or(0)).copied(),
            "outlinelevel" => self.state.level = number.and_then(heading),
            "par" | "sect" if self.state.aim == Aim::Body => {
                let (depth, level) = (self.depth(), self.state.level);
                if let Some(body) = self.bodies.last_mut() {
                    // A deleted mark joins what it parted.
                    if !self.state.deleted {
                        body.paragraph(depth, level);
                    }
                }
            }
            "cell" | "nestcell" if self.state.aim == Aim::Body => self.cell(name == "nestcell"),
            "row" if self.state.aim == Aim::Body => {
                if let Some(body) = self.bodies.last_mut() {
                    body.row(1, &self.row);
                }
            }
            _ => self.row.word(name, number),
        }
    }

    fn cell(&mut self, nested: bool) {
        if self.cells == 0 {
            self.found.was_cut = true;
        }
        let depth = if nested { self.depth().max(2).min(self.deepest) } else { 1 };
        if let Some(body) = self.bodies.last_mut() {
            match self.cells.checked_sub(1) {
                Some(left) => {
                    self.cells = left;
                    body.cell(depth);
                }
                None => body.text.clear(),
            }
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.state.starred = true,
            b'~' => self.push("\u{a0}"),
            b'_' => self.push("-"),
            // A backslash before a line end is `\par`.
            b'\r' | b'\n' => self.word("par", None),
            b'{' | b'}' | b'\\' if self.passing > 0 => self.passing -= 1,
            b'{' | b'}' | b'\\' => self.bytes.push(symbol),
            _ => {}
        }
    }

    /// Tables within each other that the paragraph stands in.
    fn depth(&self) -> usize {
        if self.state.in_table { self.state.depth.min(self.deepest.max(1)) } else { 0 }
    }

    fn font(&self, font: i32) -> CodePage {
        self.fonts.get(&font).copied().unwrap_or(self.usual)
    }

    fn unicode(&mut self, number: i32) {
        self.passing = self.state.stand_ins;
        let unit = if number < 0 { number.wrapping_add(0x1_0000) } else { number };
        let Ok(unit) = u16::try_from(unit) else { return };
        let first = self.half.take();
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        // Symbol fonts sit in the private area: nothing is known of their shapes.
        if (0xf000..=0xf0ff).contains(&unit) {
            return;
        }
        let units = first.into_iter().chain([unit]);
        let text: String = char::decode_utf16(units).filter_map(Result::ok).collect();
        self.push(&text);
    }

    /// The bytes gathered so far as text.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        if !matches!(self.state.aim, Aim::Body | Aim::Title | Aim::Styles)
            || self.state.hidden
            || self.state.deleted
        {
            return;
        }
        let text = self.state.code_page.decode(&bytes);
        if self.state.aim == Aim::Body {
            self.found.replaced += text.matches(char::REPLACEMENT_CHARACTER).count();
        }
        self.push(&text);
    }

    fn push(&mut self, text: &str) {
        if self.state.hidden || self.state.deleted {
            return;
        }
        match self.state.aim {
            Aim::Body => {
                if let Some(body) = self.bodies.last_mut() {
                    body.text.push_str(text);
                }
            }
            Aim::Title => self.title.push_str(text),
            Aim::Styles => self.style_name.push_str(text),
            _ => {}
        }
    }
}

/// The level that an outline level (0 to 8; 9 is body text) makes a heading of.
fn heading(level: i32) -> Option<u8> {
    u8::try_from(level).ok().filter(|level| *level < 9).map(|level| (level + 1).min(6))
}
