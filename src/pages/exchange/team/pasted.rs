//! A table of people, pasted from a spreadsheet into the name of somebody.

use leptos::prelude::*;

use crate::model::pasted::{PastedPerson, people};
use crate::model::site::key;
use crate::model::{Id, Organisation, Person, Table, rank};
use crate::pages::focus;
use crate::ui::{Toast, Toasts};
use crate::workspace::OpenExchange;

/// Takes a table that was pasted into the name of a person: the first of its people is that one if it has no
/// name yet, the others come after. Who names another organisation goes there; one that is not there is
/// added. All of it is one step. Returns false for what is no table.
pub fn take(open: OpenExchange, toasts: Toasts, at: &Id, text: &str) -> bool {
    let pasted = people(text);
    if pasted.is_empty() {
        return false;
    }
    let (mut organisations, mut table, own) = open.exchange().with_untracked(|exchange| {
        let own = exchange.people.get(at).and_then(|it| it.organisation.clone());
        (exchange.organisations.clone(), exchange.people.clone(), own)
    });
    let count = pasted.len();
    let mut last = at.clone();
    open.in_one_step(|batch| {
        for person in pasted {
            let organisation = match person.organisation.trim() {
                "" => own.clone(),
                name => Some(named(&organisations, name).unwrap_or_else(|| {
                    let added = Organisation {
                        name: name.to_owned(),
                        rank: rank::last(&organisations),
                        ..Organisation::default()
                    };
                    let id = batch.add(&added);
                    organisations.insert(id.clone(), added);
                    id
                })),
            };
            let is_first = last == *at;
            if is_first && table.get(at).is_some_and(|it| it.name.trim().is_empty()) {
                batch.change::<Person>(at, |it| {
                    it.organisation = organisation;
                    fill(it, &person);
                });
                if let Some(first) = table.get_mut(at) {
                    fill(first, &person);
                }
                continue;
            }
            let mut new = match organisation.as_ref().and_then(|id| organisations.get(id)) {
                Some(known) => Person::joining(organisation.clone().unwrap_or(Id::from("")), known),
                None => Person { organisation: organisation.clone(), ..Person::default() },
            };
            fill(&mut new, &person);
            new.rank = rank::after(&table, &last);
            last = batch.add(&new);
            table.insert(last.clone(), new);
        }
    });
    focus::when_drawn(format!("person-{last}"));
    toasts.show(Toast::new(say!(team.pasted, count = count)));
    true
}

fn fill(person: &mut Person, pasted: &PastedPerson) {
    person.name.clone_from(&pasted.name);
    for (field, text) in
        [(&mut person.position, &pasted.position), (&mut person.contact, &pasted.contact)]
    {
        if !text.is_empty() {
            field.clone_from(text);
        }
    }
}

/// Returns the organisation that is called so, however its name is written.
fn named(organisations: &Table<Organisation>, name: &str) -> Option<Id> {
    let wanted = key(name);
    organisations.iter().find(|(_, it)| key(&it.name) == wanted).map(|(id, _)| id.clone())
}
