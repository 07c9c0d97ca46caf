//! *Where did they go?* The flow of requests in four columns: source, applicant, outcome, ground.

mod drawing;
mod layout;

pub use drawing::draw;
