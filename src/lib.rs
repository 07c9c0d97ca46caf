//! gouji 勾稽 reads, checks and draws the annual reports on government information disclosure
//! (政府信息公开工作年度报告) that every organ of government in China publishes.
//!
//! One direction, from bytes to a plain value:
//!
//! bytes → [`read`] → [`document::Document`] → [`report`] → [`report::Report`] → [`rules`] → [`review`] →
//! [`review::Review`]. From there [`chart`] makes scenes and [`export`] makes files; `cli`, `worker`, `module`
//! and `app` are the edges that speak to the world. Nothing in the line reads a clock, a file or the network:
//! the same bytes give the same review everywhere.

pub mod language;
pub mod number;
pub mod sorted;

pub mod document;
pub mod read;

pub mod report;
pub mod rules;

pub mod review;

pub mod chart;
pub mod export;

#[cfg(any(feature = "app", test))]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "module")]
pub mod module;
#[cfg(feature = "worker")]
pub mod worker;
