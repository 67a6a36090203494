//! Widgets that know nothing of exchanges: a leaf.
//!
//! Each widget has one home here and one block in `style/`. They take texts from outside; none of
//! them holds a word of its own.

pub mod chip;
pub mod choice;
pub mod field;
pub mod follow;
pub mod icon;
pub mod menu;
pub mod number;
pub mod text_block;
pub mod toast;

pub use chip::Chip;
pub use choice::{Check, Choice, Segmented, Select};
pub use field::{TextArea, TextInput, TextLine};
pub use follow::{Each, When, live, memo};
pub use icon::Icon;
pub use menu::{Menu, MenuItem};
pub use number::NumberField;
pub use text_block::TextBlock;
pub use toast::{Toast, ToastPlace, Toasts};
