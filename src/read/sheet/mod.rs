//! Spreadsheets: xlsx, ods, xls and csv. Each becomes a grid as shown (merged regions, hidden rows and columns
//! left out, numbers and dates as formatted), and a grid becomes paragraphs and tables.

mod csv;
mod grid;
#[cfg(feature = "xls")]
mod hidden;
mod number_format;
mod ods;
#[cfg(feature = "xls")]
mod xls;
mod xlsx;
mod xml_2003;

pub(super) use csv::READER as CSV;
pub(super) use ods::READER as ODS;
#[cfg(feature = "xls")]
pub(super) use xls::READER as XLS;
pub(super) use xlsx::READER as XLSX;
pub(super) use xml_2003::READER as XML_2003;
