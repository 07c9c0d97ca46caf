//! The zip container of docx, xlsx, ods and ofd: its parts by name, inflated within limits.

use super::encoding::{self, Encoding};
use super::{Limits, ReadError};
use miniz_oxide::inflate::decompress_slice_iter_to_slice;
use std::cell::Cell;
use std::collections::BTreeMap;

/// An opened archive. Parts are inflated when asked for; what they come to is limited over all of them.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    parts: BTreeMap<String, Part>,
    left: Cell<usize>,
    ratio: usize,
    /// True where the directory at the end was missing and the parts were found one by one.
    pub(super) damaged: bool,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    start: usize,
    packed: usize,
    size: usize,
    deflated: bool,
    encrypted: bool,
    /// Packed by a method that no office program uses.
    foreign: bool,
}

/// Why one part could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartError {
    /// No part of that name.
    Missing,
    /// Its data does not inflate.
    Damaged,
    /// Past the limit on inflated bytes or on the ratio: a bomb, or far from any report.
    TooLarge,
    /// Protected by a password.
    Encrypted,
    /// Packed by a method other than deflate.
    Foreign,
}

impl From<PartError> for ReadError {
    fn from(error: PartError) -> ReadError {
        match error {
            PartError::Missing => ReadError::Damaged("part missing"),
            PartError::Damaged => ReadError::Damaged("zip"),
            PartError::TooLarge => ReadError::TooLarge("inflated"),
            PartError::Encrypted => ReadError::Encrypted,
            PartError::Foreign => ReadError::Unsupported("zip"),
        }
    }
}

impl<'a> Archive<'a> {
    /// Opens an archive by its directory, or by its parts' own heads where the directory is cut off.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] where no part can be found, [`ReadError::TooLarge`] past the limit on parts.
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Archive<'a>, ReadError> {
        let listed = by_directory(bytes, limits.parts)?;
        let damaged = listed.is_empty();
        let parts = if damaged { by_heads(bytes, limits.parts) } else { listed };
        if parts.is_empty() {
            return Err(ReadError::Damaged("zip"));
        }
        Ok(Archive { bytes, parts, left: Cell::new(limits.inflated), ratio: limits.ratio, damaged })
    }

    /// Names of the parts, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// True where there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// Bytes that further parts may come to.
    pub(super) fn left(&self) -> usize {
        self.left.get()
    }

    /// A part's bytes.
    pub(super) fn part(&self, name: &str) -> Result<Vec<u8>, PartError> {
        let part = self.parts.get(name).ok_or(PartError::Missing)?;
        if part.encrypted {
            return Err(PartError::Encrypted);
        }
        if part.foreign {
            return Err(PartError::Foreign);
        }
        let end = part.start.saturating_add(part.packed).min(self.bytes.len());
        let packed = self.bytes.get(part.start..end).ok_or(PartError::Damaged)?;
        let bytes = if part.deflated { self.inflate(packed, part.size)? } else { packed.to_vec() };
        self.left.set(self.left.get().checked_sub(bytes.len()).ok_or(PartError::TooLarge)?);
        Ok(bytes)
    }

    /// A part that is XML, as text; bytes that are no UTF-8 are replaced.
    pub(super) fn text(&self, name: &str) -> Result<String, PartError> {
        let bytes = self.part(name)?;
        let wide = |read: fn([u8; 2]) -> u16| {
            let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        };
        Ok(match bytes.as_slice() {
            [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
            [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
            [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
            _ => match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
            },
        })
    }

    /// Inflates, growing as the data comes: a stated size is never believed.
    fn inflate(&self, packed: &[u8], stated: usize) -> Result<Vec<u8>, PartError> {
        let most = self.left.get().min(packed.len().saturating_mul(self.ratio).max(1 << 16));
        let mut room = stated.clamp(1024, most.max(1024));
        loop {
            let mut out = vec![0; room];
            match decompress_slice_iter_to_slice(&mut out, std::iter::once(packed), false, true) {
                Ok(size) => {
                    out.truncate(size);
                    return Ok(out);
                }
                Err(miniz_oxide::inflate::TINFLStatus::HasMoreOutput) if room >= most => {
                    return Err(PartError::TooLarge);
                }
                Err(miniz_oxide::inflate::TINFLStatus::HasMoreOutput) => {
                    room = room.saturating_mul(4).min(most)
                }
                Err(_) => return Err(PartError::Damaged),
            }
        }
    }
}

/// The parts that the directory lists; empty where there is no directory.
fn by_directory(bytes: &[u8], most: usize) -> Result<BTreeMap<String, Part>, ReadError> {
    let mut parts = BTreeMap::new();
    let Ok(archive) = rawzip::ZipArchive::from_slice(bytes) else { return Ok(parts) };
    let mut entries = archive.entries();
    while let Ok(Some(entry)) = entries.next_entry() {
        if parts.len() >= most {
            return Err(ReadError::TooLarge("parts"));
        }
        if entry.is_dir() {
            continue;
        }
        let Ok(found) = archive.get_entry(entry.wayfinder()) else { continue };
        let (start, end) = found.compressed_data_range();
        let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else { continue };
        let method = entry.compression_method();
        let part = Part {
            start,
            packed: end.saturating_sub(start),
            size: usize::try_from(entry.uncompressed_size_hint()).unwrap_or(0),
            deflated: method == rawzip::CompressionMethod::DEFLATE,
            encrypted: entry.flags().is_encrypted(),
            foreign: method != rawzip::CompressionMethod::DEFLATE
                && method != rawzip::CompressionMethod::STORE,
        };
        parts.entry(name(entry.file_path().as_bytes())).or_insert(part);
    }
    Ok(parts)
}

/// The parts found by their own heads, for an archive whose end is cut off: as far as their sizes are told.
fn by_heads(bytes: &[u8], most: usize) -> BTreeMap<String, Part> {
    const HEAD: &[u8] = b"PK\x03\x04";
    let mut parts = BTreeMap::new();
    let mut at = 0;
    while parts.len() < most {
        let Some(offset) = bytes.get(at..).and_then(|rest| rest.windows(4).position(|window| window == HEAD))
        else {
            break;
        };
        let head = at + offset;
        at = head + 4;
        let Some(fixed) = bytes.get(head..head + 30) else { break };
        let short = |from: usize| usize::from(u16::from_le_bytes([fixed[from], fixed[from + 1]]));
        let long = |from: usize| {
            u32::from_le_bytes([fixed[from], fixed[from + 1], fixed[from + 2], fixed[from + 3]]) as usize
        };
        let (flags, method, packed, size) = (short(6), short(8), long(18), long(22));
        let start = head + 30 + short(26) + short(28);
        let Some(path) = bytes.get(head + 30..head + 30 + short(26)) else { break };
        if method != 0 && method != 8 {
            continue;
        }
        // Without a size in its head, a part goes on to the next head; deflate itself knows its end.
        let sized = flags & 8 == 0 && packed > 0;
        let rest = bytes.get(start..).unwrap_or_default();
        let packed = if sized {
            packed
        } else {
            rest.windows(4).position(|window| window == HEAD || window == b"PK\x01\x02").unwrap_or(rest.len())
        };
        let part =
            Part { start, packed, size, deflated: method == 8, encrypted: flags & 1 != 0, foreign: false };
        parts.entry(name(path)).or_insert(part);
        at = start.saturating_add(if sized { packed.min(rest.len()) } else { 0 }).max(at);
    }
    parts
}

/// A part's path with forward slashes, none at the front. Programs in China write names in GBK, with or without
/// a flag that says otherwise.
fn name(path: &[u8]) -> String {
    let name = match std::str::from_utf8(path) {
        Ok(name) => name.into(),
        Err(_) => encoding::decode_in(path, Encoding::Gb18030),
    };
    let name = name.replace('\\', "/");
    name.trim_start_matches("./").trim_start_matches('/').to_owned()
}
