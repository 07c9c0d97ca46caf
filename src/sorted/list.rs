//! Lists of what an iterator gives.

/// Lists what an iterator gives, in little code.
///
/// `collect` into a vector takes the first item by itself, to make room for as many as the iterator promises, and so
/// has all that the iterator does twice or in a function of its own: 100 bytes a place, at hundreds of places.
pub trait Listed: Iterator {
    /// All of it, in its order.
    fn listed(self) -> Vec<Self::Item>;
}

impl<I: Iterator> Listed for I {
    #[inline]
    fn listed(self) -> Vec<I::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}
