//! P: table 2, information disclosed unasked.

mod blank_articles;
mod disclosed_total;
mod items_change;
mod procurement;
mod rule_making_power;
mod running_total;
mod stock;

pub use blank_articles::BLANK_ARTICLES;
pub use disclosed_total::DISCLOSED_TOTAL;
pub use items_change::ITEMS_CHANGE;
pub use procurement::PROCUREMENT;
pub use rule_making_power::RULE_MAKING_POWER;
pub use running_total::RUNNING_TOTAL;
pub use stock::STOCK;
