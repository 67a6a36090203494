//! Peer Exchange Planner: plan, run, assess and follow up peer exchanges between public-safety
//! agencies, wholly in the browser.
//!
//! The modules are layers, and imports point one way only (`tests/layers.rs` checks it):
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

pub mod browser;
pub mod bundle;
pub mod derived;
pub mod history;
pub mod json;
pub mod library;
pub mod model;
pub mod order;
pub mod outputs;
pub mod route;
pub mod store;
pub mod ui;
pub mod workspace;

#[macro_use]
pub mod texts;

pub mod app;
pub mod pages;
