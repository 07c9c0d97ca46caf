//! What an element means to a reader of reports.

/// An element, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Table,
    Caption,
    /// `col` and `colgroup`.
    Column,
    RowGroup(RowGroup),
    Row,
    Cell(CellKind),
    /// `h1` to `h6`.
    Heading(u8),
    Paragraph,
    /// `hr`.
    Rule,
    /// `br`.
    Break,
    Preformatted,
    /// Any other element that stands on lines of its own.
    Block,
    Image,
    Input,
    /// Its content is text that a user may have changed.
    TextArea,
    Title,
    Meta,
    /// Its content is text that nobody sees: `script`, `style`.
    Raw,
    /// Its content is markup that nobody sees, or that is no part of the text: `template`, `select`.
    Left,
    /// Its content is a part of a line that does not count: `del`, `s`, the pronunciation in `ruby`.
    Struck,
    /// `sup`.
    Superscript,
    /// `html`, `head`, `body`: their tags change nothing.
    Frame,
    /// `plaintext`: everything after it is text.
    PlainText,
    /// Everything else: it stands within a line.
    Inline,
}

/// A group of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowGroup {
    Head,
    Body,
    Foot,
}

/// A kind of cell. An end tag closes a cell of its own kind only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    Data,
    Header,
}

/// The longest name in the list below.
const NAME_MAX: usize = 10;

impl Element {
    /// The element of a tag's name.
    pub(super) fn of(name: &str) -> Element {
        let name = name.as_bytes();
        let mut buffer = [0; NAME_MAX];
        let Some(lower) = buffer.get_mut(..name.len()) else { return Element::Inline };
        lower.copy_from_slice(name);
        lower.make_ascii_lowercase();
        match &*lower {
            b"td" => Element::Cell(CellKind::Data),
            b"th" => Element::Cell(CellKind::Header),
            b"tr" => Element::Row,
            b"p" => Element::Paragraph,
            b"hr" => Element::Rule,
            b"br" => Element::Break,
            b"table" => Element::Table,
            b"tbody" => Element::RowGroup(RowGroup::Body),
            b"thead" => Element::RowGroup(RowGroup::Head),
            b"tfoot" => Element::RowGroup(RowGroup::Foot),
            b"caption" => Element::Caption,
            b"col" | b"colgroup" => Element::Column,
            b"h1" => Element::Heading(1),
            b"h2" => Element::Heading(2),
            b"h3" => Element::Heading(3),
            b"h4" => Element::Heading(4),
            b"h5" => Element::Heading(5),
            b"h6" => Element::Heading(6),
            b"pre" | b"listing" => Element::Preformatted,
            b"address" | b"article" | b"aside" | b"blockquote" | b"center" | b"dd" | b"details"
            | b"dialog" | b"dir" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure"
            | b"footer" | b"form" | b"header" | b"hgroup" | b"legend" | b"li" | b"main" | b"menu"
            | b"nav" | b"ol" | b"search" | b"section" | b"summary" | b"ul" => Element::Block,
            b"img" | b"image" => Element::Image,
            b"input" => Element::Input,
            b"textarea" => Element::TextArea,
            b"title" => Element::Title,
            b"meta" => Element::Meta,
            b"script" | b"style" | b"iframe" | b"noembed" | b"noframes" | b"xmp" => Element::Raw,
            b"template" | b"noscript" | b"svg" | b"math" | b"select" | b"datalist" | b"object" | b"audio"
            | b"video" | b"canvas" | b"xml" => Element::Left,
            b"del" | b"s" | b"strike" | b"rt" | b"rp" => Element::Struck,
            b"sup" => Element::Superscript,
            b"html" | b"head" | b"body" => Element::Frame,
            b"plaintext" => Element::PlainText,
            _ => Element::Inline,
        }
    }

    /// True for what can have no content.
    pub(super) fn is_void(self, name: &str) -> bool {
        const VOID: &[&str] = &[
            "area", "base", "basefont", "bgsound", "col", "embed", "frame", "keygen", "link", "param",
            "source", "track", "wbr",
        ];
        match self {
            Element::Break | Element::Rule | Element::Image | Element::Input | Element::Meta => true,
            Element::Inline | Element::Column => VOID.iter().any(|void| name.eq_ignore_ascii_case(void)),
            _ => false,
        }
    }

    /// True for what has text for its content, whatever that looks like.
    pub(super) fn is_raw(self) -> bool {
        matches!(self, Element::Raw | Element::Title | Element::TextArea)
    }

    /// True for the parts of a table: outside one their tags change nothing.
    pub(super) fn is_table_part(self) -> bool {
        matches!(
            self,
            Element::Caption | Element::Column | Element::RowGroup(_) | Element::Row | Element::Cell(_)
        )
    }

    /// True for what stands on lines of its own and closes a paragraph that is open.
    pub(super) fn is_block(self) -> bool {
        matches!(
            self,
            Element::Block
                | Element::Paragraph
                | Element::Rule
                | Element::Heading(_)
                | Element::Preformatted
                | Element::Table
        )
    }
}
