//! Every layout that published reports come in, and what each cannot carry.

use super::chance::Chance;
use super::encoding::Encoding;
use super::html::{self, Markup};
use super::markdown::{self, Cut};
use super::noise::Noise;
use super::page::{self, Page, Proactive, Shape};
use super::printed::{Noughts, Printed};
use super::text::{self, Carry};
use super::truth::{Truth, Wish};
use super::wording::{Numbering, Wording};
use gouji::report::form::Cell;
use std::collections::BTreeMap;

/// A layout of text or HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// Bars, spans dropped, trailing empties: as the seed.
    BarsPadded,
    /// Bars, only the squares that start in a row.
    Bars,
    /// Bars, spanning labels repeated in every row.
    BarsRepeated,
    /// Tabs with empty positions: a spreadsheet's clipboard.
    TabsFull,
    /// Tabs, only the squares that start in a row.
    Tabs,
    /// Columns aligned by spaces.
    Aligned,
    /// One cell a line.
    CellPerLine,
    /// Label and figures on a line, a space between.
    OneLine,
    /// Copied out of a PDF viewer.
    Viewer,
    /// One cell a line, blanks gone: what cannot be known must not be guessed.
    CellPerLineBlanks,
    /// Label and figures on a line, blanks gone.
    OneLineBlanks,
    /// Markdown, a table each.
    Markdown,
    /// Markdown, table 3 cut into pieces.
    MarkdownSplit,
    /// Markdown, table 3 as a table a row.
    MarkdownRows,
    /// Markdown scraped out of a PDF, labels apart from their figures.
    MarkdownScraped,
    /// HTML by the book.
    Html,
    /// HTML by the book, table 2 in five grid columns, or heads in odd rows.
    HtmlOddHeads,
    /// HTML, table 4 as three tables of five.
    HtmlThreeTracks,
    /// HTML, all three tables in one.
    HtmlOneTable,
    /// HTML with tags left open.
    HtmlUnclosed,
    /// HTML inside layout tables.
    HtmlNested,
    /// HTML with empty cells in place of rowspans.
    HtmlEmptyInSpans,
    /// A whole site.
    HtmlSite,
    /// Word's HTML.
    HtmlWord,
    /// WPS's HTML.
    HtmlWps,
    /// Excel's clipboard.
    HtmlExcel,
    /// HTML in traditional characters.
    HtmlTraditional,
}

/// A report in one layout, and what must be read out of it.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The layout.
    pub layout: Layout,
    /// The file's name.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// The page it shows.
    pub page: Page,
    /// The encoding.
    pub encoding: Encoding,
    /// What else is on the page.
    pub noises: Vec<Noise>,
    /// The cells that stand on the page.
    pub cells: BTreeMap<Cell, Printed>,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Layout; 27] = [
        Layout::BarsPadded,
        Layout::Bars,
        Layout::BarsRepeated,
        Layout::TabsFull,
        Layout::Tabs,
        Layout::Aligned,
        Layout::CellPerLine,
        Layout::OneLine,
        Layout::Viewer,
        Layout::CellPerLineBlanks,
        Layout::OneLineBlanks,
        Layout::Markdown,
        Layout::MarkdownSplit,
        Layout::MarkdownRows,
        Layout::MarkdownScraped,
        Layout::Html,
        Layout::HtmlOddHeads,
        Layout::HtmlThreeTracks,
        Layout::HtmlOneTable,
        Layout::HtmlUnclosed,
        Layout::HtmlNested,
        Layout::HtmlEmptyInSpans,
        Layout::HtmlSite,
        Layout::HtmlWord,
        Layout::HtmlWps,
        Layout::HtmlExcel,
        Layout::HtmlTraditional,
    ];

    /// What a report must be like for this layout to carry every cell: some lose blanks and spaces.
    pub fn wish(self) -> Wish {
        match self {
            Layout::Aligned
            | Layout::CellPerLine
            | Layout::OneLine
            | Layout::Viewer
            | Layout::MarkdownScraped => Wish::PLAIN,
            Layout::CellPerLineBlanks | Layout::OneLineBlanks => {
                Wish { noughts: Some(Noughts::BlankParts), ..Wish::PLAIN }
            }
            _ => Wish::default(),
        }
    }

    /// True where blanks leave no trace: a figure whose column cannot be known may be unreadable or missing, but
    /// never wrong.
    pub fn loses_blanks(self) -> bool {
        matches!(self, Layout::CellPerLineBlanks | Layout::OneLineBlanks)
    }

    /// True for HTML.
    pub fn is_html(self) -> bool {
        self >= Layout::Html
    }

    /// Renders a report. The truth's seed and the layout decide the rest.
    pub fn render(self, truth: &Truth) -> Rendered {
        let mut chance = Chance::for_purpose(truth.seed, &format!("{self:?}"));
        let (wording, shape) = self.manner(&mut chance);
        let mut page = page::compose(truth, &wording, &shape);
        let noises = self.noises(&mut chance);
        for noise in &noises {
            noise.add(&mut page, truth, &mut chance);
        }
        Rendered { noises, ..self.render_page(truth, page, &mut chance) }
    }

    /// Half of all reports have one or two noises that their layout can carry.
    fn noises(self, chance: &mut Chance) -> Vec<Noise> {
        let fits = |noise: &Noise| match noise {
            Noise::Bold => self.is_markdown(),
            Noise::Hidden => self.is_html() && self != Layout::HtmlExcel,
            // In these layouts nothing would tell a title or remark from the row it stands at.
            Noise::TitleRow | Noise::RemarkRow | Noise::HeadsAgain => {
                !matches!(self, Layout::MarkdownRows | Layout::MarkdownScraped | Layout::HtmlOneTable)
            }
            Noise::EmptyRows | Noise::EmptyColumn => {
                !matches!(self, Layout::MarkdownRows | Layout::MarkdownScraped)
            }
            _ => true,
        };
        let fitting: Vec<Noise> = Noise::ALL.into_iter().filter(fits).collect();
        if chance.odds(1, 2) {
            return Vec::new();
        }
        let mut noises = vec![chance.pick(&fitting), chance.pick(&fitting)];
        noises.dedup();
        noises.truncate(1 + chance.below(2));
        noises
    }

    fn is_markdown(self) -> bool {
        matches!(
            self,
            Layout::Markdown | Layout::MarkdownSplit | Layout::MarkdownRows | Layout::MarkdownScraped
        )
    }

    /// Renders a page that was composed, and perhaps spoiled, elsewhere.
    pub fn render_page(self, truth: &Truth, page: Page, chance: &mut Chance) -> Rendered {
        let encoding = chance.pick(&[
            Encoding::Utf8,
            Encoding::Utf8,
            Encoding::Utf8Marked,
            Encoding::Utf16Little,
            Encoding::Utf16Big,
            Encoding::Gb18030Declared,
            Encoding::Gb18030Silent,
        ]);
        let text = self.write(&page, encoding, chance);
        let extension = match self {
            _ if self.is_markdown() => "md",
            _ if self.is_html() => "html",
            _ => "txt",
        };
        Rendered {
            layout: self,
            name: format!("{}-{:?}.{extension}", truth.seed, self),
            bytes: encoding.encode(&text),
            noises: Vec::new(),
            cells: page::cells(&page),
            page,
            encoding,
        }
    }

    /// The hand and the shape that this layout gives a report.
    pub fn manner(self, chance: &mut Chance) -> (Wording, Shape) {
        let mut wording = Wording::draw(chance);
        let mut shape = Shape::draw(chance);
        match self {
            Layout::HtmlOddHeads => {
                shape.five_columns = chance.odds(1, 2);
                shape.low_heads = chance.odds(1, 2);
                shape.cut_columns = !shape.five_columns || chance.odds(1, 2);
                shape.proactive = Proactive::Stacked;
            }
            Layout::HtmlThreeTracks => shape.three_tracks = true,
            Layout::MarkdownRows => {
                shape = Shape { three_tracks: true, proactive: Proactive::Headed, ..Shape::default() };
            }
            Layout::HtmlOneTable => shape.one_grid = true,
            Layout::HtmlTraditional => wording.traditional = true,
            Layout::CellPerLine
            | Layout::CellPerLineBlanks
            | Layout::OneLine
            | Layout::OneLineBlanks
            | Layout::Viewer
            | Layout::Aligned
            | Layout::MarkdownScraped => {
                shape.low_heads = false;
                wording.spaced = false;
                // Without an ordinal nothing tells where the label of the next row starts.
                if wording.numbering == Numbering::None {
                    wording.numbering = Numbering::Dot;
                }
            }
            _ => {}
        }
        (wording, shape)
    }

    fn write(self, page: &Page, encoding: Encoding, chance: &mut Chance) -> String {
        let carry = match self {
            Layout::BarsPadded => Carry::BarsPadded,
            Layout::Bars => Carry::Bars,
            Layout::BarsRepeated => Carry::BarsRepeated,
            Layout::TabsFull => Carry::TabsFull,
            Layout::Tabs => Carry::Tabs,
            Layout::Aligned => Carry::Aligned,
            Layout::CellPerLine | Layout::CellPerLineBlanks => Carry::CellPerLine,
            Layout::OneLine | Layout::OneLineBlanks => Carry::OneLine,
            Layout::Viewer => Carry::Viewer,
            Layout::Markdown => return markdown::write(page, Cut::Whole, chance),
            Layout::MarkdownSplit => return markdown::write(page, Cut::Split, chance),
            Layout::MarkdownRows => return markdown::write(page, Cut::RowByRow, chance),
            Layout::MarkdownScraped => return markdown::write(page, Cut::Scraped, chance),
            _ => return html::write(page, self.markup(), encoding.declared(), chance),
        };
        text::write(page, carry, chance)
    }

    fn markup(self) -> Markup {
        match self {
            Layout::HtmlUnclosed => Markup::Unclosed,
            Layout::HtmlNested => Markup::Nested,
            Layout::HtmlEmptyInSpans => Markup::EmptyInSpans,
            Layout::HtmlSite => Markup::Site,
            Layout::HtmlWord => Markup::Word,
            Layout::HtmlWps => Markup::Wps,
            Layout::HtmlExcel => Markup::Excel,
            _ => Markup::Clean,
        }
    }
}
