//! What actions do.
