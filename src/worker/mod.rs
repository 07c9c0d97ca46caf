//! The engine behind the page: messages in, reviews out.
