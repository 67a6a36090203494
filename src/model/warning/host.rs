//! What is loose about the host: which one, and whether there is room (S0, S3).

use super::Warning;
use crate::model::{Exchange, Id, Part, Person, allowance, rank};

pub(super) fn always(exchange: &Exchange, warnings: &mut Vec<Warning>) {
    let hosts = || exchange.organisations.iter().filter(|(_, it)| it.part == Part::Host);
    let candidates = &exchange.host_candidates;
    let is_chosen = candidates.values().any(|candidate| candidate.chosen);
    if !candidates.is_empty() && !is_chosen && hosts().next().is_none() {
        warnings.push(Warning::HostNotChosen);
    }
    if hosts().all(|(_, host)| host.places == 0 && host.places_each == 0) {
        return;
    }
    let guests: Vec<&Person> = allowance::travellers(exchange).collect();
    for (id, host) in hosts() {
        let places = usize::from(host.places);
        if places > 0 && guests.len() > places {
            warnings.push(Warning::TooManyForHost {
                host: id.clone(),
                visitors: guests.len(),
                places,
            });
        }
        let places = usize::from(host.places_each);
        if places == 0 {
            continue;
        }
        for (organisation, _) in rank::in_order(&exchange.organisations) {
            let of_it = |person: &&&Person| person.organisation.as_ref() == Some(organisation);
            let visitors = guests.iter().filter(of_it).count();
            if visitors > places {
                let (host, organisation): (Id, Id) = (id.clone(), organisation.clone());
                warnings.push(Warning::TooManyOfOne { host, organisation, visitors, places });
            }
        }
    }
}
