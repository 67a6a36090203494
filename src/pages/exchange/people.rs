//! The people of the roster, to be chosen from.

use leptos::prelude::*;

use crate::model::{Exchange, Id, rank};
use crate::ui::{Choice, Derived, memo};
use crate::workspace::OpenExchange;

/// Returns those who have a name, in their order.
pub fn named_people(exchange: &Exchange) -> Vec<(Id, String)> {
    let people = rank::ordered(&exchange.people).into_iter().filter_map(|id| {
        let name = exchange.people[&id].name.trim().to_owned();
        (!name.is_empty()).then_some((id, name))
    });
    people.collect()
}

/// Returns them as the choices of a select, behind one for nobody.
pub fn choices_of_people(nobody: &'static str) -> Derived<Vec<Choice>> {
    let exchange = OpenExchange::expect().exchange();
    memo(move || {
        let people = exchange.with(named_people).into_iter();
        let people = people.map(|(id, name)| Choice::new(id.as_str(), name));
        std::iter::once(Choice::new("", nobody)).chain(people).collect::<Vec<_>>()
    })
}

/// Returns the person that the word of such a choice stands for.
pub fn person_of(word: String) -> Option<Id> {
    Some(word).filter(|word| !word.is_empty()).map(Id::from)
}
