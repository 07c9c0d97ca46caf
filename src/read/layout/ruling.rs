//! Ruling lines: pieces of one line put together.

use super::Ruling;

/// Lines nearer than this are one line drawn twice or with thickness.
pub(super) const NEAR: f32 = 2.0;

/// Ends nearer than this meet.
const GAP: f32 = 3.0;

/// Puts pieces of one line together and drops specks.
pub(super) fn merged(mut rulings: Vec<Ruling>) -> Vec<Ruling> {
    rulings.retain(|ruling| ruling.at.is_finite() && ruling.from.is_finite() && ruling.to.is_finite());
    rulings.sort_by(|a, b| {
        (a.upright.cmp(&b.upright)).then(a.at.total_cmp(&b.at)).then(a.from.total_cmp(&b.from))
    });
    let mut out: Vec<Ruling> = Vec::new();
    let mut band: Vec<Ruling> = Vec::new();
    let flush = |band: &mut Vec<Ruling>, out: &mut Vec<Ruling>| {
        if band.is_empty() {
            return;
        }
        let at = band.iter().map(|ruling| ruling.at).sum::<f32>() / band.len() as f32;
        band.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut open: Option<Ruling> = None;
        for piece in band.drain(..) {
            match &mut open {
                Some(ruling) if piece.from <= ruling.to + GAP => ruling.to = ruling.to.max(piece.to),
                _ => {
                    out.extend(open.take());
                    open = Some(Ruling { at, ..piece });
                }
            }
        }
        out.extend(open);
    };
    for ruling in rulings {
        let joins =
            band.last().is_some_and(|last| last.upright == ruling.upright && ruling.at - last.at <= NEAR);
        let wide = band.first().is_some_and(|first| ruling.at - first.at > 2.0 * NEAR);
        if !joins || wide {
            flush(&mut band, &mut out);
        }
        band.push(ruling);
    }
    flush(&mut band, &mut out);
    out.retain(|ruling| ruling.to - ruling.from > 4.0);
    out
}
