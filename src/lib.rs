//! Peer Exchange Planner: plan, run, assess and follow up peer exchanges between public-safety
//! agencies, wholly in the browser.
//!
//! The modules are layers, and imports point one way only (`tests/native/layers.rs` checks it):
//!
//! ```text
//! model   history          leaves: neither knows the other, nor Leptos, nor the browser
//!    └──┬────┘
//!     bundle               the file = model + history + limits + versions
//!       │     library      topics, standing on model alone
//!       │     outputs      mails and file names, standing on model alone
//!     store ── browser     browser = the web-sys edges, a leaf
//!       │
//!   workspace              signals over documents; the only place that commits
//!       │
//!      pages ── ui         ui = widgets that know nothing of exchanges
//!       │
//!      app
//!
//! leaves below all of it:  order (sorted lists), json (as we write it), derived (values that follow)
//! ```
//!
//! What needs Leptos or a browser comes with the feature `page`, which is on unless it is switched off: without it
//! the rest, and most tests, compile in seconds.

pub mod bundle;
pub mod history;
pub mod json;
pub mod library;
pub mod model;
pub mod order;
pub mod outputs;
pub mod route;
pub mod store;

#[cfg(feature = "page")]
#[macro_use]
pub mod texts;

#[cfg(feature = "page")]
pub mod app;
#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
pub mod derived;
#[cfg(feature = "page")]
pub mod pages;
#[cfg(feature = "page")]
pub mod ui;
#[cfg(feature = "page")]
pub mod workspace;
