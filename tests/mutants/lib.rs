//! The history and what it stands on, with the tests of the history as modules: one program to build
//! for each mutant instead of five.

#[cfg(test)]
extern crate self as peer_exchange;

pub mod history;
pub mod json;
pub mod order;

#[cfg(test)]
mod history_agrees_with_model;
#[cfg(test)]
mod history_form;
#[cfg(test)]
mod history_laws;
#[cfg(test)]
mod history_undo;
