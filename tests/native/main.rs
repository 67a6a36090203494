//! All tests that stand beside the sources and need no browser, as one program: each of them apart would be linked,
//! and made to link, on its own.

mod backup;
mod fields;
mod fuzz_inputs;
mod history_agrees_with_model;
mod history_form;
mod history_laws;
mod history_undo;
mod hostile;
mod layers;
mod losses;
mod model;
mod schema;
mod storage;
