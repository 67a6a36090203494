//! The app's pure layers, taken in as they are and without the rest, so that the bench is built in a
//! minute; what is measured with them; and data to measure with.

#[allow(dead_code)]
#[path = "../../../src"]
mod app {
    pub mod bundle;
    pub mod history;
    pub mod json;
    pub mod library;
    pub mod model;
    pub mod order;

    pub mod store {
        mod documents;
        mod kept;
        pub mod keys;
        mod room;
        mod storage;
        mod stub;
        mod text;
        mod written;

        pub use documents::{Documents, SetAside};
        pub use kept::{Kept, Opening, Refused};
        pub use room::characters;
        pub use storage::{Storage, StorageError};
        pub use stub::Stub;
        pub use written::{Unreadable, Written};
    }
}

pub use app::{bundle, history, json, library, model, order, store};

pub mod chance;
pub mod commit;
pub mod measure;
pub mod merge;
pub mod reference;
pub mod search;
pub mod sizes;
pub mod undo;
pub mod warnings;
