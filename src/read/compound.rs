//! The compound file (OLE2, MS-CFB) that old office files are: its root's streams by name. A chain of sectors that
//! goes in a circle ends where it has been as long as the file.

use super::magic;

/// An opened compound file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// For each sector the next one.
    table: Vec<u32>,
    directory: Vec<Entry>,
    mini_cutoff: u32,
    mini_table: Vec<u32>,
}

struct Entry {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: usize,
}

/// Sectors above this are marks, not numbers.
const LAST: u32 = 0xffff_fffa;

/// Bytes of a sector of the small streams.
const MINI: usize = 64;

impl<'a> Compound<'a> {
    /// Opens a file; `None` where its directory cannot be had.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let shift = short(bytes, 30)?;
        if !bytes.starts_with(magic::COMPOUND) || !matches!(shift, 9 | 12) {
            return None;
        }
        let mut compound = Compound {
            bytes,
            sector: 1 << shift,
            table: Vec::new(),
            directory: Vec::new(),
            mini_cutoff: long(bytes, 56)?,
            mini_table: Vec::new(),
        };
        compound.table = compound.table_of(long(bytes, 68)?)?;
        let directory = compound.chain(long(bytes, 48)?, usize::MAX);
        compound.directory = directory.chunks_exact(128).filter_map(entry).collect();
        let mini_table = compound.chain(long(bytes, 60)?, usize::MAX);
        compound.mini_table = mini_table.chunks_exact(4).filter_map(|four| long(four, 0)).collect();
        (!compound.directory.is_empty()).then_some(compound)
    }

    /// The bytes of a stream that lies in the root; `None` where there is none of that name.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry =
            self.root().into_iter().find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))?;
        if entry.size >= self.mini_cutoff as usize {
            return Some(self.chain(entry.start, entry.size));
        }
        let small = self.chain(self.directory.first()?.start, usize::MAX);
        let mut stream = Vec::new();
        let mut at = entry.start;
        while stream.len() < entry.size && at < LAST && stream.len() <= small.len() {
            let from = (at as usize).checked_mul(MINI)?;
            stream.extend_from_slice(small.get(from..from + MINI)?);
            at = *self.mini_table.get(at as usize)?;
        }
        stream.truncate(entry.size);
        Some(stream)
    }

    /// True where a stream of that name lies in the root.
    pub(super) fn has(&self, name: &str) -> bool {
        self.root().iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// What lies in the root itself: the tree of its siblings, each visited once.
    fn root(&self) -> Vec<&Entry> {
        let mut found = Vec::new();
        let mut waiting = self.directory.first().map(|root| vec![root.child]).unwrap_or_default();
        let mut seen = vec![false; self.directory.len()];
        while let Some(at) = waiting.pop() {
            let at = at as usize;
            let (Some(entry), Some(seen)) = (self.directory.get(at), seen.get_mut(at)) else { continue };
            if !std::mem::replace(seen, true) {
                waiting.extend([entry.left, entry.right]);
                found.push(entry);
            }
        }
        found
    }

    /// The table of sectors, itself listed in the head and in a chain of sectors of its own.
    fn table_of(&self, mut further: u32) -> Option<Vec<u32>> {
        let mut listed: Vec<u32> = (0..109).filter_map(|index| long(self.bytes, 76 + 4 * index)).collect();
        let most = self.bytes.len() / self.sector + 1;
        let mut steps = 0;
        while further < LAST && steps < most {
            let Some(sector) = self.at(further) else { break };
            let (list, next) = sector.split_at(self.sector - 4);
            listed.extend(list.chunks_exact(4).filter_map(|four| long(four, 0)));
            further = long(next, 0)?;
            steps += 1;
        }
        let mut table = Vec::new();
        for sector in listed.into_iter().filter(|sector| *sector < LAST) {
            if table.len() > most {
                break;
            }
            let Some(sector) = self.at(sector) else { continue };
            table.extend(sector.chunks_exact(4).filter_map(|four| long(four, 0)));
        }
        Some(table)
    }

    /// A sector's bytes; `None` past the end. The last one of a file may be cut.
    fn at(&self, sector: u32) -> Option<&'a [u8]> {
        let start = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..start.checked_add(self.sector)?)
    }

    /// The bytes of a chain of sectors, as far as it goes and at most `size`.
    fn chain(&self, mut sector: u32, size: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        while sector < LAST && bytes.len() < size && bytes.len() <= self.bytes.len() {
            let Some(piece) = self.at(sector) else { break };
            bytes.extend_from_slice(piece);
            let Some(next) = self.table.get(sector as usize) else { break };
            sector = *next;
        }
        bytes.truncate(size);
        bytes
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(short(bytes, 64)?).saturating_sub(2).min(62);
    let units: Vec<u16> = bytes.get(..length)?.chunks_exact(2).filter_map(|pair| short(pair, 0)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        kind: *bytes.get(66)?,
        left: long(bytes, 68)?,
        right: long(bytes, 72)?,
        child: long(bytes, 76)?,
        start: long(bytes, 116)?,
        size: long(bytes, 120)? as usize,
    })
}

/// A number of two bytes.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

/// A number of four bytes.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?, *bytes.get(at + 2)?, *bytes.get(at + 3)?]))
}
