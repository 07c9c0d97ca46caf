//! Published reports, read from the folder that GOUJI_REPORTS names and never kept here: their tables' sizes and
//! some of their rows as counted by hand.

use crate::drawing::rows;
use gouji::document::{Block, Document, Table};
use gouji::read::{Format, Source, read};
use std::path::{Path, PathBuf};

/// A published report and what was counted in it.
pub struct Published {
    pub file: &'static str,
    format: Format,
    headings: usize,
    paragraphs: usize,
    /// Rows and columns of each table.
    tables: &'static [(usize, usize)],
    /// Some rows: which table, which row, what is printed there.
    rows: &'static [(usize, usize, &'static str)],
}

pub const REPORTS: &[Published] = &[
    Published {
        file: "seed/000_bfb1f788e4caebeb.txt",
        format: Format::Text,
        headings: 0,
        paragraphs: 22,
        tables: &[(18, 5), (26, 10), (4, 15)],
        rows: &[
            (0, 0, "第二十条第(一)项||||"),
            (0, 2, "规章|0|0||"),
            (0, 17, "政府集中采购|40|6187.4万元|~|~"),
            (1, 3, "一、本年新收政府信息公开申请数量|81|0|0|0|0|0|81||"),
            (1, 5, "三、本年度办理结果|(一)予以公开|25|0|0|0|0|0|25|"),
            (1, 7, "(三)不予 公开|1.属于国家秘密|0|0|0|0|0|0|0|"),
            (1, 25, "四、结转下年度继续办理|2|0|0|0|0|0|2|~|~"),
            (2, 3, "0|0|0|0|0|3|0|0|0|3|0|0|0|0|0"),
        ],
    },
    Published {
        file: "reports/txt-suqian-2023.txt",
        format: Format::Text,
        headings: 0,
        paragraphs: 8,
        tables: &[(3, 4), (2, 2), (3, 2), (2, 2), (28, 9), (4, 15)],
        rows: &[
            (0, 2, "行政规范性文件|109|489|597"),
            (3, 1, "行政事业性收费|59237.2449"),
            (4, 3, "一、本年新收政府信息公开申请数量|3402|99|0|4|5|1|3511|~"),
            (4, 23, "（六）其他处理|1.逾期不补正|40|0|0|0|0|0|40"),
            (5, 3, "309|17|88|26|440|1|1|16|6|24|13|0|67|9|89"),
        ],
    },
    Published {
        file: "reports/txt-shuyang-2025.txt",
        format: Format::Text,
        headings: 26,
        paragraphs: 11,
        tables: &[
            (3, 4),
            (2, 2),
            (3, 2),
            (2, 2),
            (2, 2),
            (2, 5),
            (2, 2),
            (2, 8),
            (2, 8),
            (2, 8),
            (2, 8),
            (9, 8),
            (4, 8),
            (6, 8),
            (2, 8),
            (5, 8),
            (2, 5),
            (2, 5),
            (2, 5),
        ],
        rows: &[
            (5, 1, "-|-|-|-|-"),
            (7, 1, "本年新收政府信息公开申请数量|705|3|0|0|5|0|713"),
            (15, 3, "（七）总计|710|3|0|0|5|0|718"),
            (18, 1, "8|0|1|1|10"),
        ],
    },
    Published {
        file: "reports/md-shanghai-kewei-2024.md",
        format: Format::Text,
        headings: 2,
        paragraphs: 83,
        tables: &[
            (3, 4),
            (4, 9),
            (1, 7),
            (1, 8),
            (1, 7),
            (2, 8),
            (1, 7),
            (3, 8),
            (1, 7),
            (1, 7),
            (1, 7),
            (3, 8),
            (1, 7),
            (1, 7),
            (1, 7),
            (1, 7),
            (3, 8),
            (1, 12),
            (1, 15),
        ],
        rows: &[
            (1, 3, "三、|（一）予以公开|9|0|0|0|0|0|9"),
            (2, 0, "0|0|0|0|0|0|0"),
            (16, 2, "四、结转下年度继续办理|1|0|0|0|0|0|"),
            (18, 0, "1|0|0|0|1|0|0|0|0|0|0|0|0|0|0"),
        ],
    },
    Published {
        file: "reports/html-shanghai-office-2019.html",
        format: Format::Html,
        headings: 0,
        paragraphs: 16,
        tables: &[(18, 5), (26, 10), (4, 15)],
        rows: &[
            (0, 1, "信息内容|本年新⏎制作数量|本年新⏎公开数量[1×2]|对外公开总数量"),
            (0, 17, "政府集中采购|6[1×2]|251000元[1×2]"),
            (1, 3, "一、本年新收政府信息公开申请数量[1×3]|821|35|||2|1|859"),
            (1, 5, "三、本年度办理结果[20×1]|（一）予以公开[1×2]|258|12|||1|1|"),
            (1, 24, "（七）总计[1×2]|767|35|||2|1|805"),
            (2, 3, "5|||2|7|8|||1|9|||||"),
        ],
    },
];

/// The folder of published reports, or `None` with a word about it.
pub fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("GOUJI_REPORTS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("GOUJI_REPORTS is not set: {} published reports left out", REPORTS.len());
    }
    folder
}

#[test]
fn published_reports_are_read_as_counted_by_hand() {
    let Some(folder) = folder() else { return };
    for report in REPORTS {
        check(report, &folder);
    }
}

fn check(report: &Published, folder: &Path) {
    let bytes = std::fs::read(folder.join(report.file)).unwrap();
    let found = read(Source { name: report.file, bytes: &bytes }).unwrap();
    assert_eq!((found.format, found.encoding), (report.format, Some("utf-8")), "{}", report.file);
    assert_eq!(found.document.notes, [], "{}", report.file);
    let tables = tables(&found.document);
    let sizes: Vec<_> = tables.iter().map(|table| (table.rows(), table.columns())).collect();
    assert_eq!(sizes, report.tables, "{}", report.file);
    for (table, row, expected) in report.rows {
        assert_eq!(rows(tables[*table]).nth(*row).unwrap(), *expected, "{}", report.file);
    }
    let count =
        |wanted: fn(&Block) -> bool| found.document.blocks.iter().filter(|block| wanted(block)).count();
    assert_eq!(count(|block| matches!(block, Block::Heading { .. })), report.headings, "{}", report.file);
    assert_eq!(count(|block| matches!(block, Block::Paragraph { .. })), report.paragraphs, "{}", report.file);
}

/// The tables of a document.
pub fn tables(document: &Document) -> Vec<&Table> {
    document.blocks.iter().filter_map(table).collect()
}

fn table(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table) => Some(table),
        Block::Heading { .. } | Block::Paragraph { .. } => None,
    }
}
