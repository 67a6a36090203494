//! What is loose about who takes part.

use super::{Several, Warning};
use crate::model::{Discipline, Exchange, FocusArea, OrganisationKind, Part, Person, Sector, rank};

/// Returns what is loose about the team.
///
/// Everybody has a role, since a person without one is a visitor; whose part cannot be right is named.
pub fn team(exchange: &Exchange) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let visiting: Vec<&Person> =
        exchange.people.values().filter(|person| person.role.visits()).collect();
    let counts = by_organisation(exchange, &visiting);
    for (id, organisation) in rank::in_order(&exchange.organisations) {
        let asked =
            organisation.part == Part::Visiting && organisation.kind == OrganisationKind::Police;
        let visitors = exchange.organisations.position(id).map_or(0, |place| counts[place]);
        if asked && visitors < 2 {
            warnings.push(Warning::TooFewVisitors { organisation: id.clone(), visitors });
        }
    }
    if !visiting.is_empty() && !visiting.iter().any(|person| person.drives_change) {
        warnings.push(Warning::NobodyDrivesChange);
    }
    // One visitor alone cannot be of two disciplines.
    if visiting.len() > 1 && visiting.iter().all(|it| it.discipline == Discipline::Police) {
        warnings.push(Warning::OnlyPolice);
    }
    if !exchange.people.is_empty() && is_about_community(exchange) && !has_community(exchange) {
        warnings.push(Warning::NoCommunityVoice);
    }
    let people = rank::in_order(&exchange.people);
    let organisation = |person: &Person| {
        person.organisation.as_ref().and_then(|id| exchange.organisations.get(id))
    };
    let alone = people.iter().filter(|(_, person)| organisation(person).is_none());
    warnings.extend(Several::of(alone.map(|(id, _)| *id)).map(Warning::PeopleWithoutOrganisation));
    for (id, person) in &people {
        let of_host = organisation(person).is_some_and(|it| it.part == Part::Host);
        if of_host && person.role.visits() {
            warnings.push(Warning::HostAsVisitor((*id).clone()));
        }
    }
    warnings
}

/// Returns how many of these people each organisation has, by its place.
pub(super) fn by_organisation(exchange: &Exchange, people: &[&Person]) -> Vec<usize> {
    let mut counts = vec![0; exchange.organisations.len()];
    for id in people.iter().filter_map(|person| person.organisation.as_ref()) {
        if let Some(place) = exchange.organisations.position(id) {
            counts[place] += 1;
        }
    }
    counts
}

fn is_about_community(exchange: &Exchange) -> bool {
    exchange.about.focus_areas.contains(FocusArea::CommunityEngagement.word())
}

fn has_community(exchange: &Exchange) -> bool {
    let voices = [Discipline::Resident, Discipline::Community];
    exchange.people.values().any(|person| voices.contains(&person.discipline))
        || exchange.organisations.values().any(|it| it.sector() == Sector::Third)
}
