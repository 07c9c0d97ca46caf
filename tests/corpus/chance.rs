//! A small deterministic source of chance: one seed gives one report on every machine, for ever.

/// SplitMix64. Two sources of one seed give the same numbers.
#[derive(Clone, Debug)]
pub struct Chance {
    state: u64,
}

impl Chance {
    /// A source that `seed` decides.
    pub fn new(seed: u64) -> Chance {
        Chance { state: seed ^ 0x6a09_e667_f3bc_c908 }
    }

    /// A source of its own for one purpose: what is drawn from it does not shift what others draw.
    pub fn for_purpose(seed: u64, purpose: &str) -> Chance {
        let folded = purpose.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        Chance::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ folded)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to `bound - 1`; 0 where `bound` is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { (self.bits() % bound as u64) as usize }
    }

    /// A whole number from `low` to `high`, both inside.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.saturating_sub(low).max(0).unsigned_abs() + 1;
        low + (self.bits() % span).cast_signed()
    }

    /// True in `wins` of `of` cases.
    pub fn odds(&mut self, wins: usize, of: usize) -> bool {
        self.below(of) < wins
    }

    /// One of `choices`, which must not be empty.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Splits `total` into whole parts in about the proportion of `weights`; parts of weight 0 stay 0.
    /// All of it goes to the first part where every weight is 0.
    pub fn scatter(&mut self, total: i64, weights: &[i64]) -> Vec<i64> {
        let mut parts = vec![0; weights.len()];
        let sum: i64 = weights.iter().sum();
        if sum == 0 {
            if let Some(first) = parts.first_mut() {
                *first = total;
            }
            return parts;
        }
        let bulk = (total - 200).max(0);
        for (part, weight) in parts.iter_mut().zip(weights) {
            *part = bulk * weight / sum;
        }
        let rest = total - parts.iter().sum::<i64>();
        for _ in 0..rest {
            let mut mark = self.between(0, sum - 1);
            for (part, weight) in parts.iter_mut().zip(weights) {
                if mark < *weight {
                    *part += 1;
                    break;
                }
                mark -= weight;
            }
        }
        parts
    }
}
