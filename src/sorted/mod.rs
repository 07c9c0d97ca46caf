//! Lists, sorting, and maps and sets in the order of their keys, in little code.
//!
//! The standard library makes a sort of its own for every type that is sorted, 3 to 6 KB of wasm each, and sorts again
//! in every tree that is collected; a tree of its own is 3 KB more. The engine has dozens of both and sorts dozens of
//! things, not millions. Here one sort moves positions and knows no type, a map is a sorted vector, and a list is made
//! by a loop.

mod list;
mod map;
mod order;
mod set;

pub use list::Listed;
pub use map::{Entry, Iter, SortedMap};
pub use order::{sort, sort_by, sort_by_key};
pub use set::SortedSet;
