//! HTML as office programs write it: Word's and WPS's paragraphs of spans, Excel's clipboard.

use super::chance::Chance;
use super::html::{escaped, hidden, spans};
use super::page::{Grid, Page, Piece, Square};

/// Word's own HTML.
pub fn word(page: &Page, charset: Option<&str>, chance: &mut Chance) -> String {
    let charset = charset.map_or(String::new(), |name| {
        format!("<meta http-equiv=Content-Type content=\"text/html; charset={name}\">\n")
    });
    let mut html = format!(
        "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\nxmlns:o=\"urn:schemas-microsoft-com:office:office\"\n\
         xmlns:w=\"urn:schemas-microsoft-com:office:word\"\nxmlns=\"http://www.w3.org/TR/REC-html40\">\n\n<head>\n{charset}\
         <meta name=ProgId content=Word.Document>\n<meta name=Generator content=\"Microsoft Word 15\">\n\
         <title>{}</title>\n\
         <!--[if gte mso 9]><xml>\n <o:DocumentProperties>\n  <o:Author>admin</o:Author>\n  <o:TotalTime>7</o:TotalTime>\n\
         </o:DocumentProperties>\n <w:WordDocument><w:View>Print</w:View><w:Zoom>100</w:Zoom></w:WordDocument>\n</xml><![endif]-->\n\
         <style>\n<!--\n /* Font Definitions */\n @font-face\n\t{{font-family:宋体;\n\tpanose-1:2 1 6 0 3 1 1 1 1 1;}}\n\
         p.MsoNormal\n\t{{margin:0cm;mso-para-margin:0cm;font-size:10.5pt;}}\n-->\n</style>\n\
         <!--[if gte mso 10]>\n<style>\n table.MsoNormalTable {{mso-style-name:普通表格;}}\n</style>\n<![endif]-->\n</head>\n\n\
         <body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>\n\n<div class=WordSection1>\n\n",
        escaped(&page.title)
    );
    let cut_digits = chance.odds(1, 8);
    let cut_source = chance.odds(1, 4);
    for piece in &page.pieces {
        match piece {
            Piece::Title(lines) => {
                for line in lines {
                    html.push_str(&word_paragraph(
                        line,
                        " align=center style='text-align:center'",
                        chance,
                        false,
                    ));
                }
            }
            Piece::Section(_, text) | Piece::Heading(text) => {
                html.push_str(&word_paragraph(text, " style='text-indent:32.0pt'", chance, false));
            }
            Piece::Paragraph(text) => {
                let paragraph = word_paragraph(
                    text,
                    " style='text-indent:32.0pt;mso-char-indent-count:2.0'",
                    chance,
                    false,
                );
                html.push_str(&paragraph);
            }
            Piece::Signature(lines) => {
                for line in lines {
                    html.push_str(&word_paragraph(
                        line,
                        " align=right style='text-align:right'",
                        chance,
                        false,
                    ));
                }
            }
            Piece::Hidden(words) => html.push_str(&hidden(words)),
            Piece::Table(grid) => html.push_str(&word_table(grid, chance, cut_digits, cut_source)),
        }
    }
    html.push_str("</div>\n\n</body>\n\n</html>\n");
    html
}

fn word_table(grid: &Grid, chance: &mut Chance, cut_digits: bool, cut_source: bool) -> String {
    let mut html = String::from(
        "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 width=649\n style='width:486.75pt;border-collapse:collapse;mso-yfti-tbllook:1184'>\n",
    );
    for (index, row) in grid.rows.iter().enumerate() {
        html.push_str(&format!(" <tr style='mso-yfti-irow:{index};height:20.4pt'>\n"));
        for square in row {
            let attributes = spans(square).replace('"', "");
            html.push_str(&format!(
                "  <td width=62{attributes} valign=top style='width:46.4pt;border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'>\n"
            ));
            html.push_str(&word_square(square, chance, cut_digits, cut_source));
            html.push_str("  </td>\n");
        }
        html.push_str(" </tr>\n");
    }
    if chance.odds(1, 2) {
        html.push_str(" <![if !supportMisalignedColumns]>\n <tr height=0>\n");
        for _ in 0..grid.columns {
            html.push_str("  <td width=62 style='border:none'></td>\n");
        }
        html.push_str(" </tr>\n <![endif]>\n");
    }
    html.push_str("</table>\n\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n\n");
    html
}

fn word_square(square: &Square, chance: &mut Chance, cut_digits: bool, cut_source: bool) -> String {
    let centre = " align=center style='text-align:center;line-height:\n  15.0pt'";
    if square.text.is_empty() {
        return format!(
            "  <p class=MsoNormal{centre}><span lang=EN-US style='font-size:9.0pt'><o:p>&nbsp;</o:p></span></p>\n"
        );
    }
    if square.cell.is_some() {
        let runs = if cut_digits { 2 } else { 1 };
        let text: String = cut(&square.text, runs, chance)
            .iter()
            .map(|run| format!("<span\n  lang=EN-US style='font-size:9.0pt'>{}</span>", escaped(run)))
            .collect();
        return format!("  <p class=MsoNormal{centre}>{text}<span lang=EN-US><o:p></o:p></span></p>\n");
    }
    if square.text.contains('\n') && chance.odds(1, 2) {
        return square.text.split('\n').map(|line| word_paragraph(line, centre, chance, true)).collect();
    }
    let letters: Vec<char> = square.text.chars().collect();
    if cut_source && letters.len() > 6 && !letters.contains(&'\n') {
        let (front, back) = letters.split_at(letters.len() / 2);
        let text = [front, &[SOURCE_BREAK], back].concat().iter().collect::<String>();
        return word_paragraph(&text, centre, chance, true);
    }
    word_paragraph(&square.text, centre, chance, true)
}

/// Stands for a line break of the source, which is no break of the text.
const SOURCE_BREAK: char = '\u{1}';

/// A paragraph cut into runs, as Word does where the language or the font changes.
fn word_paragraph(text: &str, attributes: &str, chance: &mut Chance, small: bool) -> String {
    let size = if small { "9.0pt" } else { "16.0pt" };
    let mut html = format!("<p class=MsoNormal{attributes}>");
    let runs = 1 + chance.below(3);
    for run in cut(text, runs, chance) {
        let latin = run.is_ascii();
        let lang = if latin { " lang=EN-US" } else { "" };
        html.push_str(&format!(
            "<span{lang}\nstyle='font-size:{size};font-family:仿宋_GB2312'>{}</span>",
            escaped(&run).replace('\n', "<br>\n").replace(SOURCE_BREAK, "\n")
        ));
    }
    html.push_str("<span lang=EN-US\nstyle='font-size:16.0pt'><o:p></o:p></span></p>\n\n");
    html
}

/// Cuts a text into `runs` pieces at chance places.
fn cut(text: &str, runs: usize, chance: &mut Chance) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut marks: Vec<usize> = (1..runs).map(|_| chance.below(letters.len() + 1)).collect();
    marks.extend([0, letters.len()]);
    marks.sort_unstable();
    marks
        .windows(2)
        .map(|pair| letters[pair[0]..pair[1]].iter().collect::<String>())
        .filter(|run| !run.is_empty())
        .collect()
}

/// WPS's HTML after a site's editor kept it: quoted attributes, `font` in `span`, no conditional comments.
pub fn wps(page: &Page, charset: Option<&str>, chance: &mut Chance) -> String {
    let run = |text: &str, chance: &mut Chance| -> String {
        let pieces = 1 + chance.below(2);
        cut(text, pieces, chance)
            .iter()
            .map(|piece| {
                format!(
                    "<span style=\"mso-spacerun:'yes';font-family:宋体;mso-bidi-font-family:'Times New Roman';font-size:10.5000pt;\"><font face=\"宋体\">{}</font></span>",
                    escaped(piece).replace('\n', "<br/>")
                )
            })
            .collect()
    };
    let paragraph = |text: &str, style: &str, chance: &mut Chance| {
        format!(
            "<p class=\"MsoNormal\" style=\"{style}mso-pagination:widow-orphan;\">{}<span style=\"font-family:宋体;\"><o:p></o:p></span></p>",
            run(text, chance)
        )
    };
    let mut html = match charset {
        Some(name) => format!(
            "<html><head><meta charset=\"{name}\"><title>{}</title></head><body>",
            escaped(&page.title)
        ),
        None => String::new(),
    };
    html.push_str("<div class=\"Section0\">\n");
    for piece in &page.pieces {
        match piece {
            Piece::Title(lines) => {
                for line in lines {
                    html.push_str(&paragraph(line, "text-align:center;", chance));
                }
            }
            Piece::Section(_, text) | Piece::Heading(text) | Piece::Paragraph(text) => {
                html.push_str(&paragraph(text, "text-indent:32pt;", chance));
            }
            Piece::Signature(lines) => {
                for line in lines {
                    html.push_str(&paragraph(line, "text-align:right;", chance));
                }
            }
            Piece::Hidden(words) => html.push_str(&hidden(words)),
            Piece::Table(grid) => {
                html.push_str(
                    "<table class=\"MsoNormalTable\" style=\"border-collapse:collapse;width:425.0000pt;\">",
                );
                for row in &grid.rows {
                    html.push_str("<tr style=\"height:20.0000pt;\">");
                    for square in row {
                        let text = if square.text.is_empty() {
                            "<p class=\"MsoNormal\"><span style=\"font-family:宋体;\"><o:p>&nbsp;</o:p></span></p>".to_owned()
                        } else {
                            paragraph(&square.text, "text-align:center;", chance)
                        };
                        html.push_str(&format!(
                            "<td width=\"62\"{} valign=\"center\" style=\"width:46.5pt;padding:0pt 5.4pt 0pt 5.4pt;\">{text}</td>",
                            spans(square)
                        ));
                    }
                    html.push_str("</tr>");
                }
                html.push_str("</table>");
            }
        }
        html.push('\n');
    }
    html.push_str("</div>");
    if charset.is_some() {
        html.push_str("</body></html>");
    }
    html
}

/// Excel's clipboard: titles, paragraphs and tables are rows of one sheet.
pub fn excel(page: &Page, charset: Option<&str>, chance: &mut Chance) -> String {
    const WIDTH: usize = 15;
    let charset = charset.unwrap_or("utf-8");
    let mut html = format!(
        "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\nxmlns:x=\"urn:schemas-microsoft-com:office:excel\"\nxmlns=\"http://www.w3.org/TR/REC-html40\">\n\n\
         <head>\n<meta http-equiv=Content-Type content=\"text/html; charset={charset}\">\n<meta name=ProgId content=Excel.Sheet>\n\
         <style>\n<!--table\n\t{{mso-displayed-decimal-separator:\"\\.\";\n\tmso-displayed-thousand-separator:\"\\,\";}}\n\
         .xl65\n\t{{text-align:center;border:.5pt solid windowtext;}}\n-->\n</style>\n</head>\n\n\
         <body link=\"#0563C1\" vlink=\"#954F72\">\n\n\
         <table border=0 cellpadding=0 cellspacing=0 width=1080 style='border-collapse:\n collapse;width:810pt'>\n<!--StartFragment-->\n \
         <col width=72 span={WIDTH} style='width:54pt'>\n"
    );
    let blank_rows = chance.odds(1, 2);
    let mut line = |text: &str| {
        html.push_str(&format!(
            " <tr height=19 style='height:14.25pt'>\n  <td colspan={WIDTH} height=19 class=xl66 style='height:14.25pt'>{}</td>\n </tr>\n",
            escaped(text)
        ));
    };
    let mut tables: Vec<(String, &Grid)> = Vec::new();
    for (index, piece) in page.pieces.iter().enumerate() {
        match piece {
            Piece::Title(lines) | Piece::Signature(lines) => lines.iter().for_each(|text| line(text)),
            Piece::Section(_, text) | Piece::Heading(text) | Piece::Paragraph(text) => line(text),
            Piece::Hidden(_) => {}
            Piece::Table(grid) => {
                let mark = format!("@@{index}@@");
                line(&mark);
                tables.push((mark, grid));
            }
        }
    }
    for (mark, grid) in tables {
        let row = format!(
            " <tr height=19 style='height:14.25pt'>\n  <td colspan={WIDTH} height=19 class=xl66 style='height:14.25pt'>{mark}</td>\n </tr>\n"
        );
        html = html.replace(&row, &excel_rows(grid, blank_rows));
    }
    html.push_str("<!--EndFragment-->\n</table>\n\n</body>\n\n</html>\n");
    html
}

fn excel_rows(grid: &Grid, blank_row: bool) -> String {
    let mut html = String::new();
    for row in &grid.rows {
        html.push_str(" <tr height=19 style='mso-height-source:userset;height:14.25pt'>\n");
        for square in row {
            let attributes = spans(square).replace('"', "");
            let is_number = square.cell.as_ref().is_some_and(|(_, printed)| printed.is_plain());
            let text = if square.text.is_empty() {
                "　".to_owned()
            } else {
                escaped(&square.text).replace('\n', "<br>\n    ")
            };
            if is_number {
                html.push_str(&format!(
                    "  <td{attributes} align=right class=xl65 width=72 x:num>{text}</td>\n"
                ));
            } else {
                html.push_str(&format!(
                    "  <td{attributes} class=xl65 width=72 style='width:54pt'>{text}</td>\n"
                ));
            }
        }
        html.push_str(" </tr>\n");
    }
    if blank_row {
        html.push_str(" <tr height=19>\n  <td height=19></td>\n  <td></td>\n  <td></td>\n </tr>\n");
    }
    html
}
