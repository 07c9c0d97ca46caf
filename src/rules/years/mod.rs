//! Y: year against year.

mod carried_over;
mod copied;
mod differing_files;
mod gaps;
mod items_over;
mod jumps;
mod not_comparable;
mod pair;
mod pending_over;
mod stock_over;

pub(super) use carried_over::CARRIED_OVER;
pub(super) use copied::COPIED;
pub(super) use differing_files::DIFFERING_FILES;
pub(super) use gaps::GAPS;
pub(super) use items_over::ITEMS_OVER;
pub(super) use jumps::{JUMPS, is_another_unit};
pub(super) use not_comparable::NOT_COMPARABLE;
pub use pair::Years;
pub(super) use pending_over::PENDING_OVER;
pub(super) use stock_over::STOCK_OVER;
