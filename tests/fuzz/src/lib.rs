//! The sources of the page that have to hold against any input, and what has to hold.

#![allow(missing_docs, dead_code, unreachable_pub, unused_imports)]

#[path = "../../../src"]
mod source {
    pub mod bundle;
    pub mod history;
    pub mod json;
    pub mod model;
    pub mod order;
}
pub use source::{bundle, history, json, model, order};

#[path = "../properties.rs"]
pub mod properties;
