//! What a widget is given: a fixed value, or one that follows signals. And what it does.
//!
//! Each of these is one type however the value was made, so that a widget is compiled once.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::*;

use super::Choice;
use crate::derived::{Derived, Give, Take};

/// A text, or none, as an attribute or a part of a view takes it.
pub struct Word(pub Option<Cow<'static, str>>);

impl From<&'static str> for Word {
    fn from(text: &'static str) -> Self {
        Self(Some(Cow::Borrowed(text)))
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self(Some(Cow::Owned(text)))
    }
}

impl From<Arc<str>> for Word {
    fn from(text: Arc<str>) -> Self {
        Self::from(text.to_string())
    }
}

impl From<Option<&'static str>> for Word {
    fn from(text: Option<&'static str>) -> Self {
        Self(text.map(Cow::Borrowed))
    }
}

impl From<Option<String>> for Word {
    fn from(text: Option<String>) -> Self {
        Self(text.map(Cow::Owned))
    }
}

impl From<usize> for Word {
    fn from(number: usize) -> Self {
        Self::from(number.to_string())
    }
}

/// A value that stays, or one that follows signals. Cheap to copy where it follows.
#[derive(Clone)]
pub enum Live<T> {
    /// It stays.
    Fixed(T),
    /// It is asked for anew whenever a signal it reads changes.
    Following(Arc<dyn Give<T>>),
}

/// A text that a widget shows, or none.
pub type Text = Live<Option<Cow<'static, str>>>;

/// Yes or no.
pub type Flag = Live<bool>;

/// What can be chosen.
pub type Choices = Live<Vec<Choice>>;

impl<T: Clone> Live<T> {
    /// Returns the value as it is now. Inside of something that follows signals, it follows this too.
    pub fn get(&self) -> T {
        match self {
            Self::Fixed(value) => value.clone(),
            Self::Following(value) => value.give(),
        }
    }
}

impl Text {
    /// Returns the text as it is now; empty for none.
    pub fn text(&self) -> Cow<'static, str> {
        self.get().unwrap_or_default()
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::Fixed(None)
    }
}

impl Default for Flag {
    fn default() -> Self {
        Self::Fixed(false)
    }
}

impl<F, W> From<F> for Text
where
    F: Fn() -> W + Send + Sync + 'static,
    W: Into<Word>,
{
    fn from(text: F) -> Self {
        Self::Following(Arc::new(move || text().into().0))
    }
}

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for Flag {
    fn from(flag: F) -> Self {
        Self::Following(Arc::new(flag))
    }
}

macro_rules! fixed_text {
    ($($type:ty),+) => {
        $(impl From<$type> for Text {
            fn from(text: $type) -> Self {
                Self::Fixed(Word::from(text).0)
            }
        })+
    };
}

macro_rules! following {
    ($live:ty: $($type:ty),+) => {
        $(impl From<$type> for $live {
            fn from(signal: $type) -> Self {
                Self::from(move || signal.get())
            }
        })+
    };
}

fixed_text!(&'static str, String, Arc<str>, Option<&'static str>, Option<String>, usize);
following!(Text: Derived<String>, Derived<Option<String>>, Derived<usize>, RwSignal<String>);
following!(Flag: Derived<bool>, RwSignal<bool>);
following!(Choices: Derived<Vec<Choice>>);

impl<F: Fn() -> Vec<Choice> + Send + Sync + 'static> From<F> for Choices {
    fn from(choices: F) -> Self {
        Self::Following(Arc::new(choices))
    }
}

impl From<bool> for Flag {
    fn from(flag: bool) -> Self {
        Self::Fixed(flag)
    }
}

impl From<Vec<Choice>> for Choices {
    fn from(choices: Vec<Choice>) -> Self {
        Self::Fixed(choices)
    }
}

/// What a widget does with what a person gave it.
pub struct Act<T>(Arc<dyn Take<T>>);

impl<T> Act<T> {
    /// Does it.
    pub fn run(&self, value: T) {
        self.0.take(value);
    }
}

impl<T> Clone for Act<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T, F: Fn(T) + Send + Sync + 'static> From<F> for Act<T> {
    fn from(act: F) -> Self {
        Self(Arc::new(act))
    }
}

impl<T: 'static> From<Callback<T>> for Act<T> {
    fn from(act: Callback<T>) -> Self {
        Self(Arc::new(move |value| act.run(value)))
    }
}
