//! What is loose about the host: which one, and whether there is room (S0, S3).

use super::Warning;
use super::team::by_organisation;
use crate::model::{Exchange, Part, Person, allowance};

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
    let counts = by_organisation(exchange, &guests);
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
        let mut counted = exchange.organisations.keys().zip(&counts);
        if let Some((organisation, visitors)) = counted.find(|(_, count)| **count > places) {
            warnings.push(Warning::TooManyOfOne {
                host: id.clone(),
                organisation: organisation.clone(),
                visitors: *visitors,
                places,
            });
        }
    }
}
