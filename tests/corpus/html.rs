//! Pages as HTML of several hands: clean, unclosed, nested in layout tables, spans given up.
//! Word, WPS and Excel are in `office_html`, the site around a report in `chrome`.

use super::chance::Chance;
use super::chrome;
use super::office_html;
use super::page::{Grid, Page, Piece, Square};

/// Who wrote the markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// By the book.
    Clean,
    /// Cells without `</td>`, paragraphs without `</p>`, capitals, bare attributes.
    Unclosed,
    /// The report inside two layers of layout tables, with a menu beside it.
    Nested,
    /// No rowspan anywhere: an empty cell stands in its place.
    EmptyInSpans,
    /// A whole site around it.
    Site,
    /// Saved by Word.
    Word,
    /// Pasted from WPS into a site's editor.
    Wps,
    /// From Excel's clipboard: everything is rows of one table.
    Excel,
}

/// Writes a page. `charset` is what the page says of itself, if anything.
pub fn write(page: &Page, markup: Markup, charset: Option<&str>, chance: &mut Chance) -> String {
    match markup {
        Markup::Word => return office_html::word(page, charset, chance),
        Markup::Wps => return office_html::wps(page, charset, chance),
        Markup::Excel => return office_html::excel(page, charset, chance),
        _ => {}
    }
    let body = body(page, markup, chance);
    let meta = charset.map_or(String::new(), |name| match chance.below(2) {
        0 => format!("<meta charset=\"{name}\">\n"),
        _ => format!("<meta http-equiv=\"Content-Type\" content=\"text/html; charset={name}\" />\n"),
    });
    match markup {
        Markup::Site => chrome::around(page, &meta, &body, chance),
        Markup::Nested => format!(
            "<html><head>{meta}<title>{title}</title></head><body>\n\
             <table width=\"100%\" border=\"0\"><tr><td width=\"200\" valign=\"top\"><ul><li><a href=\"/\">首页</a></li>\
             <li><a href=\"/xxgk/\">政府信息公开指南</a></li><li><a href=\"/nb/\">政府信息公开年报</a></li></ul></td>\n\
             <td><table cellpadding=\"0\"><tr><td>当前位置：首页 &gt; 政府信息公开 &gt; 年报</td></tr>\n\
             <tr><td class=\"content\">{body}</td></tr></table></td></tr></table></body></html>\n",
            title = escaped(&page.title),
        ),
        Markup::Unclosed => format!(
            "<HTML><HEAD>{meta}<TITLE>{}</TITLE>\n<BODY bgcolor=#ffffff>\n{body}",
            escaped(&page.title)
        ),
        _ if chance.odds(1, 4) => body,
        _ => format!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n{meta}<title>{}</title>\n</head>\n<body>\n{body}</body>\n</html>\n",
            escaped(&page.title)
        ),
    }
}

/// The report itself.
pub fn body(page: &Page, markup: Markup, chance: &mut Chance) -> String {
    let mut html = String::new();
    let headings = chance.odds(1, 2);
    for piece in &page.pieces {
        let text = match piece {
            Piece::Title(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
                let title = lines.join("<br />");
                match (markup, headings) {
                    (Markup::Unclosed, _) => format!("<P align=center><B>{title}</B>\n"),
                    (_, true) => format!("<h1>{title}</h1>\n"),
                    (_, false) => format!(
                        "<p style=\"text-align: center;\"><strong><span style=\"font-size: 24px;\">{title}</span></strong></p>\n"
                    ),
                }
            }
            Piece::Section(_, words) => match (markup, headings) {
                (Markup::Unclosed, _) => format!("<P><B>{}</B>\n", escaped(words)),
                (_, true) => format!("<h2>{}</h2>\n", escaped(words)),
                (_, false) => format!("<p><strong>{}</strong></p>\n", escaped(words)),
            },
            Piece::Heading(words) | Piece::Paragraph(words) if markup == Markup::Unclosed => {
                format!("<P>&nbsp;&nbsp;&nbsp; {}\n", escaped(words))
            }
            Piece::Heading(words) if headings => format!("<h3>{}</h3>\n", escaped(words)),
            Piece::Heading(words) | Piece::Paragraph(words) => {
                format!("<p style=\"text-indent: 2em;\">{}</p>\n", escaped(words))
            }
            Piece::Signature(lines) => lines
                .iter()
                .map(|line| format!("<p style=\"text-align: right;\">{}</p>\n", escaped(line)))
                .collect(),
            Piece::Hidden(words) => hidden(words),
            Piece::Table(grid) => table(grid, markup, chance),
        };
        html.push_str(&text);
    }
    html
}

/// A draft that the page does not show.
pub fn hidden(words: &str) -> String {
    let figures = "<td>991</td>".repeat(7);
    format!(
        "<div style=\"display:none\"><table><tr><td colspan=\"3\">{words}</td>{figures}</tr></table></div>\n"
    )
}

/// Text with the signs that HTML keeps for itself escaped.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What stands in an empty cell.
pub fn nothing(chance: &mut Chance) -> &'static str {
    chance.pick(&["&nbsp;", "", "<br />", "&nbsp;&nbsp;", "　", "<p>&nbsp;</p>", "&#160;"])
}

fn table(grid: &Grid, markup: Markup, chance: &mut Chance) -> String {
    match markup {
        Markup::Unclosed => unclosed(grid, chance),
        Markup::EmptyInSpans => filled(grid, chance),
        _ => spanned(grid, chance),
    }
}

fn spanned(grid: &Grid, chance: &mut Chance) -> String {
    let paragraphs = chance.odds(1, 2);
    let padded = chance.odds(1, 6);
    let head_cells = chance.odds(1, 4);
    let empty = nothing(chance);
    let mut html = String::from("<table border=\"1\" cellspacing=\"0\" align=\"center\"><tbody>\n");
    for (index, row) in grid.rows.iter().enumerate() {
        html.push_str("<tr>");
        for square in row {
            let name = if head_cells && index < grid.heads { "th" } else { "td" };
            let text = words(square, empty, padded);
            let inside = if paragraphs { format!("<p align=\"center\">{text}</p>") } else { text };
            html.push_str(&format!("<{name}{}>{inside}</{name}>", spans(square)));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table>\n");
    html
}

fn words(square: &Square, empty: &str, padded: bool) -> String {
    match (&square.cell, square.text.is_empty()) {
        (Some(_), true) => empty.to_owned(),
        (Some(_), false) if padded => format!("      {}", escaped(&square.text)),
        _ => escaped(&square.text).replace('\n', "<br />").replace("  ", " &nbsp;"),
    }
}

/// The span attributes of a square, with their leading space.
pub fn spans(square: &Square) -> String {
    let mut attributes = String::new();
    if square.columns > 1 {
        attributes.push_str(&format!(" colspan=\"{}\"", square.columns));
    }
    if square.rows > 1 {
        attributes.push_str(&format!(" rowspan=\"{}\"", square.rows));
    }
    attributes
}

fn unclosed(grid: &Grid, chance: &mut Chance) -> String {
    let empty = nothing(chance);
    let mut html = String::from("<TABLE border=1 cellPadding=0 width=\"98%\">\n");
    for row in &grid.rows {
        html.push_str("<TR>\n");
        for square in row {
            let bare = spans(square).replace('"', "");
            let text = words(square, empty, false);
            html.push_str(&format!("<TD align=middle{bare}>{}\n", text.replace("<br />", "<BR>")));
        }
    }
    html.push_str("</TABLE>\n");
    html
}

/// Column spans stay; where a square goes on from the row above, an empty cell stands.
fn filled(grid: &Grid, chance: &mut Chance) -> String {
    let empty = nothing(chance);
    let keep_columns = chance.odds(1, 2);
    let mut html = String::from("<table class=\"ke-zeroborder\" border=\"1\"><tbody>\n");
    for row in grid.positions() {
        html.push_str("<tr>");
        let mut column = 0;
        while column < row.len() {
            let Some((square, starts)) = row[column] else {
                html.push_str("<td></td>");
                column += 1;
                continue;
            };
            let text = if starts { words(square, empty, false) } else { String::new() };
            let across = if keep_columns { square.columns.min(row.len() - column) } else { 1 };
            if across > 1 {
                html.push_str(&format!("<td colspan=\"{across}\">{text}</td>"));
            } else {
                html.push_str(&format!("<td>{text}</td>"));
            }
            column += across;
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table>\n");
    html
}
