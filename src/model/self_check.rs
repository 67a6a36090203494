//! The self-check on the collaboration principles (S4).

use super::choice::choices;

choices! {
    /// How far an agency lives up to a principle (own scale of four steps).
    pub enum Practised {
        /// Not yet.
        NotYet = "not_yet",
        /// Here and there.
        Begun = "begun",
        /// In most places.
        Mostly = "mostly",
        /// Everywhere, as a habit.
        Habit = "habit",
    }
}
