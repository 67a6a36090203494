//! Widgets that know nothing of exchanges: a leaf, but for `derived`.
//!
//! Each widget has one home here and one block in `style/`. They take texts from outside; none of
//! them holds a word of its own.

pub mod callout;
pub mod chip;
pub mod choice;
pub mod el;
pub mod field;
pub mod follow;
pub mod icon;
pub mod menu;
pub mod number;
pub mod opening;
pub mod paste;
pub mod toast;
pub mod value;

pub use crate::derived::{Derived, memo, settled};
pub use callout::{callout, stacked_callout};
pub use chip::Chip;
pub use choice::{Choice, Select, check, segmented, tick};
pub use el::{Content, El, Place, button, el, retype, target, ticked, typed, undoes_itself};
pub use field::{InPlace, LONGEST, TextInput, growing, search_field};
pub use follow::{each, each_by, key_of, live, switch, when, when_else};
pub use icon::icon;
pub use menu::{Menu, MenuItem};
pub use number::NumberField;
pub use opening::{Opening, in_turn};
pub use toast::{Toast, Toasts, toast_place};
pub use value::{Act, Choices, Flag, Live, Text};
