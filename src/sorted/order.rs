//! The one sort, and the one search.

use std::cmp::Ordering;

/// Sorts `items`, keeping the order of equals.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts `items` by what `key` makes of each, keeping the order of equals.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts `items` by `order`, keeping the order of equals.
pub fn sort_by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let mut places = places(items.len(), &|one, other| order(&items[one], &items[other]).is_gt());
    // Each round of exchanges is followed once: what belongs to `hole` is fetched, and its own place is the next hole.
    for start in 0..places.len() {
        let mut hole = start;
        while let Some(place) = places.get_mut(hole) {
            let from = std::mem::replace(place, hole);
            if from == start || from == hole {
                break;
            }
            items.swap(hole, from);
            hole = from;
        }
    }
}

/// Where among `length` ordered things something is, or where it belongs: `order` compares the thing at a position
/// with it.
pub(super) fn place(length: usize, order: &dyn Fn(usize) -> Ordering) -> Result<usize, usize> {
    // What comes in order stands behind everything that is there.
    if length > 0 && order(length - 1).is_lt() {
        return Err(length);
    }
    let (mut from, mut to) = (0, length);
    while from < to {
        let middle = from + (to - from) / 2;
        match order(middle) {
            Ordering::Less => from = middle + 1,
            Ordering::Greater => to = middle,
            Ordering::Equal => return Ok(middle),
        }
    }
    Err(from)
}

/// The positions of `length` things in their order: a merge sort from runs of one upwards. `follows` tells whether the
/// first of two has to stand behind the second.
fn places(length: usize, follows: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut run = 1;
    while run < length {
        merged.clear();
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([first, others @ ..], [second, more @ ..]) = (left, right) {
                if follows(*first, *second) {
                    merged.push(*second);
                    right = more;
                } else {
                    merged.push(*first);
                    left = others;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut places, &mut merged);
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut items in proptest::collection::vec((0..9u8, any::<u8>()), 0..80)) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut items, |(key, _)| *key);
            prop_assert_eq!(&items, &expected);
            expected.sort();
            sort(&mut items);
            prop_assert_eq!(items, expected);
        }
    }
}
