//! Objectives: what the visit is to achieve; the first bead of the thread.

use super::Id;
use super::rank::Ranked;
use super::record::record;

record! {
    /// One objective of the visit (S0: "clear and concise goals, objectives, and expected outcomes").
    pub struct Objective {
        /// The objective in one sentence (S0).
        pub text: String,
        /// One or two words for narrow places; the first words of the text where empty (own).
        pub short: String,
        /// The visiting organisation whose objective this is; all of them where empty (S3).
        pub organisation: Option<Id> => organisations,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Objective {
    /// Returns the short name: the given one, else the first words of the text.
    pub fn label(&self) -> String {
        if !self.short.trim().is_empty() {
            return self.short.trim().to_owned();
        }
        let mut label = String::new();
        for word in self.text.split_whitespace() {
            if !label.is_empty() && label.chars().count() + word.chars().count() > 18 {
                label.push('…');
                break;
            }
            if !label.is_empty() {
                label.push(' ');
            }
            label.push_str(word);
        }
        label
    }
}

impl Ranked for Objective {
    fn rank(&self) -> &str {
        &self.rank
    }
}
