//! Bytes spoiled in transit: cut, flipped, lines lost or doubled, pieces of two files run together.

use super::chance::Chance;

/// Damages bytes in one to three ways.
pub fn damage(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut chance = Chance::for_purpose(seed, "damage");
    let mut damaged = bytes.to_vec();
    for _ in 0..1 + chance.below(3) {
        match chance.below(7) {
            0 => damaged.truncate(chance.below(damaged.len() + 1)),
            1 => {
                for _ in 0..1 + chance.below(40) {
                    let at = chance.below(damaged.len());
                    if let Some(byte) = damaged.get_mut(at) {
                        *byte ^= 1 << chance.below(8);
                    }
                }
            }
            2 => damaged = without_lines(&damaged, &mut chance),
            3 => {
                let start = chance.below(damaged.len() + 1);
                let end = (start + chance.below(400)).min(damaged.len());
                let piece = damaged[start..end].to_vec();
                let at = chance.below(damaged.len() + 1);
                damaged.splice(at..at, piece);
            }
            4 => {
                let start = chance.below(damaged.len() + 1);
                let end = (start + chance.below(2_000)).min(damaged.len());
                damaged.drain(start..end);
            }
            5 => {
                let at = chance.below(damaged.len() + 1);
                let noise: Vec<u8> = (0..chance.below(64)).map(|_| chance.below(256) as u8).collect();
                damaged.splice(at..at, noise);
            }
            _ => {
                let piece = chance.pick(&[
                    "<table>",
                    "</td>",
                    "</table>",
                    "<tr><td rowspan=99999 colspan=99999>",
                    "<!--",
                    "]]>",
                    "<script>",
                    "| | |",
                    "|---|",
                    "\u{0}",
                    "９９９９９９９９９９９９９９９９９９９９",
                    "99999999999999999999999",
                    "<td rowspan=-1>",
                    "&#xFFFFFFFF;",
                    "&#0;",
                    "\u{feff}",
                    "\u{202e}",
                    "三、收到和处理政府信息公开申请情况",
                ]);
                let at = chance.below(damaged.len() + 1);
                damaged.splice(at..at, piece.bytes());
            }
        }
    }
    damaged
}

fn without_lines(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let one_in = 2 + chance.below(20);
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .filter(|_| !chance.odds(1, one_in))
        .flatten()
        .copied()
        .collect()
}
