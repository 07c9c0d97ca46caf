//! Spreading things along one axis: in order, without overlap, each as near as can be to where it wants to be.

use crate::sorted::Listed;

/// Places slots of the given `sizes`, in order and `gap` apart, within `low..high`, so that the sum of squared
/// distances between their centres and the `wanted` ones is least. Returns their centres.
///
/// Where the slots need more room than there is, they start at `low` and pass `high`.
pub fn spread(wanted: &[f64], sizes: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut offset = 0.0;
    let mut offsets = Vec::with_capacity(sizes.len());
    for size in sizes {
        offsets.push(offset + size / 2.0);
        offset += size + gap;
    }
    let needed = offset - gap;
    // With each slot's offset taken away, "in order without overlap" is "never falling": pool adjacent violators.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (centre, offset) in wanted.iter().zip(&offsets) {
        let mut pool = (centre - offset, 1);
        while let Some(last) = pools.last().copied().filter(|last| last.0 > pool.0) {
            pools.pop();
            let members = last.1 + pool.1;
            pool = ((last.0 * last.1 as f64 + pool.0 * pool.1 as f64) / members as f64, members);
        }
        pools.push(pool);
    }
    let highest = (high - needed).max(low);
    let starts = pools.iter().flat_map(|(start, members)| std::iter::repeat_n(*start, *members));
    // Not clamp: its panic would write both bounds, and bring along all that can write a float.
    starts.zip(offsets).map(|(start, offset)| start.max(low).min(highest) + offset).listed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_keep_their_order_and_their_distance() {
        let cases: [(&[f64], &[f64], &[f64]); 5] = [
            (&[], &[], &[]),
            (&[20.0, 60.0], &[10.0, 10.0], &[20.0, 60.0]),
            (&[50.0, 50.0, 50.0], &[10.0, 20.0, 10.0], &[31.0, 50.0, 69.0].map(|centre: f64| centre)),
            (&[-5.0, 104.0], &[10.0, 10.0], &[5.0, 95.0]),
            (&[60.0, 20.0], &[10.0, 10.0], &[33.0, 47.0].map(|centre: f64| centre)),
        ];
        for (wanted, sizes, expected) in cases {
            let centres = spread(wanted, sizes, 4.0, 0.0, 100.0);
            assert_eq!(centres.len(), expected.len());
            for (centre, expected) in centres.iter().zip(expected) {
                assert!((centre - expected).abs() < 1e-9, "{centres:?} for {wanted:?}");
            }
        }
        assert_eq!(spread(&[0.0, 0.0], &[80.0, 80.0], 4.0, 0.0, 100.0), [40.0, 124.0]);
    }
}
