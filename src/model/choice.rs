//! One of a short list of words: the pattern of every enum of the model.

use super::field::Choices;

/// One of a short list of words.
pub trait Choice: Copy + 'static {
    /// Its words, and what it is called in the locales.
    const CHOICES: Choices;

    /// Returns the word that stands for the choice in files and addresses.
    fn word(self) -> &'static str;
}

/// Defines an enum that is written as a word, can be listed, and can be read back.
///
/// An unknown word (from a newer version of the app) is an error when read, so that the record
/// keeps it untouched as a value it cannot read (see `record`).
macro_rules! choices {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
        }

        impl $name {
            /// Every choice, in the order in which a person is offered them.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            const WORDS: &'static [&'static str] = &[$( $word, )+];

            /// Returns the word that stands for the choice in files and addresses.
            pub fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// Returns the choice that a word stands for, if there is one.
            pub fn from_word(word: &str) -> Option<Self> {
                $crate::model::choice::place(Self::WORDS, word).map(|place| Self::ALL[place])
            }
        }

        impl $crate::model::choice::Choice for $name {
            const CHOICES: $crate::model::field::Choices = $crate::model::field::Choices {
                name: pastey::paste!(stringify!([<$name:snake>])),
                words: Self::WORDS,
            };

            fn word(self) -> &'static str {
                Self::word(self)
            }
        }

        impl $crate::model::field::FieldValue for $name {
            const FORM: $crate::model::field::Form = $crate::model::field::Form::Choice(
                <Self as $crate::model::choice::Choice>::CHOICES,
            );

            fn write(&self) -> serde_json::Value {
                serde_json::Value::from(self.word())
            }

            fn read(json: &serde_json::Value) -> Option<Self> {
                json.as_str().and_then(Self::from_word)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema() -> serde_json::Value {
                serde_json::json!({"enum": Self::WORDS})
            }
        }

        #[cfg(test)]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        #[cfg(test)]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <String as serde::Deserialize>::deserialize(deserializer)?;
                let unknown = || serde::de::Error::custom(format!("unknown word `{word}`"));
                Self::from_word(&word).ok_or_else(unknown)
            }
        }
    };
}

/// Returns the place of a word in a list of words.
pub(crate) fn place(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|known| *known == word)
}

pub(crate) use choices;
