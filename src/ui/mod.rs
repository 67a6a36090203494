//! Widgets that know nothing of exchanges: a leaf.
//!
//! Each widget has one home here and one block in `style/`. They take texts from outside; none of
//! them holds a word of its own.

pub mod choice;
pub mod field;
pub mod icon;
pub mod number;
pub mod toast;

pub use choice::{Check, Choice, Segmented, Select};
pub use field::{TextArea, TextInput, TextLine};
pub use icon::Icon;
pub use number::NumberField;
pub use toast::{Toast, ToastPlace, Toasts};
