//! Files of every format cut, overwritten and spliced: no reader panics, none hangs, and what comes out is sound.
//!
//! An ordinary run takes the same copies of each file every time. `GOUJI_FUZZ_SECONDS=600` goes on from there for so
//! long, and `GOUJI_FUZZ_ONLY=.doc` takes only the files whose names end so. A failure names the copy; it is made
//! again by [`copy`] from the file and the number.

use crate::{formats, hostile};
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

/// Copies of each file in an ordinary run.
const COPIES: u64 = 150;

/// Far more than a small file takes, even without optimisation.
const LONGEST: Duration = Duration::from_secs(10);

/// A generator of numbers (SplitMix64): the same numbers every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }
}

/// The copy of `bytes` by its number, with pieces of `other`.
fn copy(bytes: &[u8], other: &[u8], number: u64) -> Vec<u8> {
    let mut numbers = Numbers(number);
    let mut copy = bytes.to_vec();
    for _ in 0..=numbers.below(4) {
        if copy.is_empty() {
            break;
        }
        let at = numbers.below(copy.len());
        match numbers.below(8) {
            0 => copy.truncate(at),
            1 => copy[at] = numbers.below(256) as u8,
            2 => copy[at] ^= 1 << numbers.below(8),
            3 => {
                // Sizes, counts and chains: the numbers that lie.
                let value: u32 =
                    [0, 1, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 0xffff, at as u32][numbers.below(7)];
                let end = copy.len().min(at + 4);
                copy[at..end].copy_from_slice(&value.to_le_bytes()[..end - at]);
            }
            4 => {
                let end = at + numbers.below(64).min(copy.len() - at);
                copy.drain(at..end);
            }
            5 => {
                let end = at + numbers.below(512).min(copy.len() - at);
                let piece = copy[at..end].to_vec();
                let to = numbers.below(copy.len());
                copy.splice(to..to, piece);
            }
            6 if !other.is_empty() => {
                let from = numbers.below(other.len());
                let piece = &other[from..from + numbers.below(256).min(other.len() - from)];
                copy.splice(at..at, piece.iter().copied());
            }
            _ => {
                let end = at + numbers.below(1 + 16).min(copy.len() - at);
                for byte in &mut copy[at..end] {
                    *byte = numbers.below(256) as u8;
                }
            }
        }
    }
    copy
}

/// How long this thread has worked, waiting left out, so that a busy machine is no hang; nought where the system does
/// not tell.
fn worked() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/stat").unwrap_or_default();
    let fields: Vec<&str> = told.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok()).unwrap_or(0);
    // User and system time, in hundredths of a second.
    Duration::from_millis(10 * (ticks(11) + ticks(12)))
}

#[test]
fn no_copy_of_any_file_makes_a_reader_fall() {
    let only = std::env::var("GOUJI_FUZZ_ONLY").unwrap_or_default();
    let seconds =
        std::env::var("GOUJI_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(0);
    let files: Vec<(String, Vec<u8>)> = formats::files()
        .into_iter()
        .filter(|(name, _)| name.ends_with(&only))
        .map(|(name, path)| (name, std::fs::read(path).unwrap()))
        .collect();
    assert!(!files.is_empty(), "no file ends with {only}");
    let start = Instant::now();
    let next = std::sync::atomic::AtomicU64::new(0);
    let work = || loop {
        let number = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let round = number / files.len() as u64;
        if round >= COPIES && start.elapsed() >= Duration::from_secs(seconds) {
            return;
        }
        let index = (number % files.len() as u64) as usize;
        let (name, bytes) = &files[index];
        let (_, other) = &files[(index + 1) % files.len()];
        let copy = copy(bytes, other, number);
        let begun = worked();
        let outcome = catch_unwind(|| hostile::check(name, &copy));
        assert!(outcome.is_ok(), "{name}: copy {number}");
        let taken = worked() - begun;
        assert!(taken < LONGEST, "{name}: copy {number} took {taken:?}");
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    println!("{} copies", next.into_inner());
}
