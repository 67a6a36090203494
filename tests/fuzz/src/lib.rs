//! The sources of the page that have to hold against any input, and what has to hold.

#![allow(missing_docs, dead_code, unreachable_pub, unused_imports)]

#[path = "../../../src/bundle/mod.rs"]
pub mod bundle;
#[path = "../../../src/history/mod.rs"]
pub mod history;
#[path = "../../../src/json.rs"]
pub mod json;
#[path = "../../../src/model/mod.rs"]
pub mod model;
#[path = "../../../src/order.rs"]
pub mod order;
#[path = "../properties.rs"]
pub mod properties;
