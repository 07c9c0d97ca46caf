//! Plain text and Markdown: cells separated by bars or tabs or set apart by spaces become tables, everything
//! else stays lines. One cell a line, as copied out of a PDF viewer, stays lines too: what belongs together
//! only the form's own order can tell.

mod aligned;
mod line;
mod markdown;
mod prose;
mod row;

use super::collector::Collector;
use super::encoding;
use super::garbled;
use super::html;
use super::words::Folded;
use super::{Extract, Format, Limits, ReadError, Reader, Source};
use crate::document::{Block, Origin};
use crate::sorted::Listed;
use line::{Kind, Line};
use prose::Wrapping;
use row::{Piece, PrintedRow, Rows, Separator};

/// The reader of plain text: it takes any text.
pub(super) const READER: Reader = Reader {
    format: Format::Text,
    extensions: &["txt", "text", "md", "markdown"],
    is_text: true,
    recognizes: |_| false,
    read,
};

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let mut collector = Collector::new(limits);
    let decoded = encoding::decode(collector.text_source(source.bytes), None);
    gather(&decoded.text, 1, &mut collector);
    garbled::note_signs(&mut collector);
    Ok(Extract { document: collector.finish(), encoding: Some(decoded.encoding.name()) })
}

/// Reads text into `collector`; its first line has the number `first_line`.
pub(super) fn gather(text: &str, first_line: u32, collector: &mut Collector) {
    let most = collector.limits().blocks.saturating_mul(2);
    let (mut lines, is_cut) = line::lines(text, first_line, most);
    line::unquote(&mut lines);
    if is_cut {
        collector.cut("blocks");
    }
    Gathering::new(&lines, text, collector).run();
}

/// Reads paragraphs that came from elsewhere once more, as lines of text; headings and tables stay.
pub(super) fn gather_again(blocks: &[Block], collector: &mut Collector) {
    for run in blocks.chunk_by(|one, next| is_paragraph(one) && is_paragraph(next)) {
        match &run[0] {
            Block::Heading { level, text, origin } => collector.heading(*level, text.clone(), *origin),
            Block::Table(table) => collector.table(table.clone()),
            Block::Paragraph { .. } => {
                let line = |block: &Block| block.origin().line.unwrap_or(0);
                let paragraphs = run.iter().filter_map(|block| Some((block.text()?, line(block))));
                let lines: Vec<Line<'_>> =
                    paragraphs.map(|(text, number)| Line { text, number, at: 0 }).listed();
                Gathering::new(&lines, "", collector).run();
            }
        }
    }
}

fn is_paragraph(block: &Block) -> bool {
    matches!(block, Block::Paragraph { .. })
}

struct Gathering<'a, 'c> {
    lines: &'a [Line<'a>],
    /// What the lines are slices of, as far as they are.
    text: &'a str,
    collector: &'c mut Collector,
    is_markdown: bool,
    wrapping: Option<Wrapping>,
    /// Rows of a table that goes on.
    rows: Rows<'a>,
    /// Lines of prose without a blank between them.
    prose: Vec<Line<'a>>,
}

impl<'a, 'c> Gathering<'a, 'c> {
    fn new(lines: &'a [Line<'a>], text: &'a str, collector: &'c mut Collector) -> Gathering<'a, 'c> {
        let is_markdown = markdown::is_markdown(lines);
        let wrapping = Wrapping::of(lines);
        let (rows, prose) = (Rows::default(), Vec::new());
        Gathering { lines, text, collector, is_markdown, wrapping, rows, prose }
    }

    fn run(&mut self) {
        let mut next = 0;
        while let Some(line) = self.lines.get(next) {
            next += 1;
            match line.kind() {
                Kind::Blank => self.flush(),
                Kind::Furniture => {}
                Kind::Fence => self.flush(),
                Kind::Rule => {
                    if !self.rows.rule(*line) {
                        self.flush();
                    }
                }
                Kind::Heading(level, words) => {
                    self.flush();
                    let text = self.words(words);
                    self.collector.heading(level, text, line.origin());
                }
                Kind::Markup => next = self.markup(next - 1),
                Kind::Row(separator) => {
                    if !self.rows.goes_on_with(separator) {
                        self.flush_rows();
                    }
                    next += self.rows.push(separator, *line, &self.lines[next..]);
                }
                Kind::Prose if self.rows.takes(line) => {
                    next += self.rows.push(Separator::Tab, *line, &self.lines[next..]);
                }
                Kind::Prose => {
                    self.flush_rows();
                    self.prose.push(*line);
                }
            }
        }
        self.flush();
    }

    /// A table in HTML in the midst of text, from the line `index` on; gives the line to go on with.
    fn markup(&mut self, index: usize) -> usize {
        self.flush();
        let line = self.lines[index];
        let end = line::end_of_markup(self.text, line.at);
        html::gather(self.text.get(line.at..end).unwrap_or(line.text), line.number, self.collector);
        index + self.lines[index..].partition_point(|line| line.at < end).max(1)
    }

    fn flush(&mut self) {
        self.flush_rows();
        self.flush_prose();
    }

    fn flush_rows(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let is_markdown = self.is_markdown;
        for piece in rows.pieces(|text| markdown::words(text, is_markdown, true)) {
            match piece {
                // What was no table after all goes on with the prose around it.
                Piece::Line(line) => self.prose.push(line),
                Piece::Table(rows) => {
                    self.flush_prose();
                    self.table(rows);
                }
            }
        }
    }

    fn table(&mut self, rows: Vec<PrintedRow>) {
        let Some(first) = rows.first() else { return };
        let mut builder = self.collector.table_builder(first.origin);
        for row in rows {
            builder.start_row();
            row.cells.into_iter().for_each(|(text, columns)| builder.cell(text, 1, columns, row.origin));
        }
        self.collector.built(builder);
    }

    fn flush_prose(&mut self) {
        let lines = std::mem::take(&mut self.prose);
        for paragraph in prose::paragraphs(&lines, self.wrapping) {
            let mut words = Folded::default();
            let mut pictures = 0;
            for line in paragraph {
                pictures += markdown::pictures(line.text);
                words.push(&markdown::words(line.text, self.is_markdown, false));
                words.end_segment();
            }
            let origin = paragraph.first().map_or(Origin::default(), Line::origin);
            for text in words.take().split('\n') {
                self.collector.paragraph(text.to_owned(), origin);
            }
            (0..pictures).for_each(|_| self.collector.picture(origin));
        }
    }

    fn words(&self, text: &str) -> String {
        markdown::words(text, self.is_markdown, false)
    }
}
