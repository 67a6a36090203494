//! The shortlist of hosts: who might show its practice and why, who was asked, and which one is chosen (S0).

use leptos::prelude::*;

use crate::model::{Exchange, HostCandidate, Id, Organisation, Part, rank};
use crate::pages::exchange::record::facts::fact;
use crate::pages::exchange::record::list::{open_item, row_fact};
use crate::pages::exchange::record::{
    FieldInput, Lead, Opened, RecordList, RecordPanel, RecordRow,
};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::{address_words, format, words};
use crate::ui::{Content, Derived, InPlace, Toast, Toasts, button, el, icon, memo, when_else};
use crate::workspace::OpenExchange;

fn rows() -> Rows<HostCandidate> {
    Rows::all(OpenExchange::expect(), "candidate", |it, rank| it.rank = rank)
}

/// The list.
pub fn candidates(opened: Opened) -> AnyView {
    let rows = rows();
    let add = Callback::new(move |()| rows.add(HostCandidate::default()));
    RecordList::new("candidates-title", say!(plan.candidates))
        .empty(say!(plan.candidates_empty))
        .with(rows, move |id| candidate_row(id, opened, rows), (say!(plan.add_candidate), add))
}

fn candidate_row(id: Id, opened: Opened, rows: Rows<HostCandidate>) -> AnyView {
    let row = Row::<HostCandidate>::new(OpenExchange::expect(), &id);
    let name = name(row, rows);
    let asked = memo(move || {
        row.get_now(|it| match (it.answer, it.asked_on) {
            (Some(answer), _) => Some(words::of(answer).to_owned()),
            (None, Some(day)) => Some(say!(plan.asked_on_day, day = format::day(day))),
            (None, None) => None,
        })
    });
    RecordRow {
        lead: Lead::Opens(
            icon(icondata::LuBuilding2).view(),
            memo(move || say!(plan.open_candidate, name = name.get())),
        ),
        is_done: memo(|| false),
        words: words_of(row, rows).id(rows.field(&id)).view(),
        warning: memo(|| None),
        facts: vec![row_fact(fact(row, HostCandidate::PRACTICE)), row_fact(asked)],
        tools: (
            choice(row, name),
            row_menu(
                rows,
                id.clone(),
                memo(move || say!(plan.more_for_candidate, name = name.get())),
                move || name.get_untracked(),
                Some(open_item(opened, &row.address())),
            ),
        )
            .view(),
    }
    .view(opened, row.address())
}

/// The panel of one candidate: why it, and how it was asked.
pub fn candidate_panel(opened: Opened, id: &Id) -> AnyView {
    let row = Row::<HostCandidate>::new(OpenExchange::expect(), id);
    let rows = rows();
    let name = name(row, rows);
    let field = |field| FieldInput::new(row, field);
    let kind = address_words::kind("host_candidates");
    RecordPanel::new(row, rows, opened, kind, words_of(row, rows), name)
        .group(
            say!(plan.group_why),
            (
                field(HostCandidate::PRACTICE).hint(say!(plan.practice_placeholder)),
                field(HostCandidate::SIZE).label(say!(plan.candidate_size)),
                field(HostCandidate::RECOGNISED_BY),
                field(HostCandidate::EVIDENCE).label(say!(plan.evidence)),
            ),
        )
        .group(
            say!(plan.group_asked_host),
            (
                field(HostCandidate::SUGGESTED_BY),
                field(HostCandidate::CONTACT).label(say!(plan.whom_to_ask)),
                field(HostCandidate::ASKED_ON),
                field(HostCandidate::ANSWER).none(say!(plan.answer_open)),
                choice(row, name),
            ),
        )
        .view()
}

fn name(row: Row<HostCandidate>, rows: Rows<HostCandidate>) -> Derived<String> {
    let number = rows.number(&row.id());
    memo(move || {
        let name = row.get_now(|it| it.name.trim().to_owned());
        if name.is_empty() { say!(plan.candidate_number, number = number.get()) } else { name }
    })
}

/// What it is called, edited where it stands.
fn words_of(row: Row<HostCandidate>, rows: Rows<HostCandidate>) -> InPlace {
    let (name, number) = (name(row, rows), rows.number(&row.id()));
    let label = memo(move || say!(plan.candidate_number, number = number.get()));
    let set = row.set(|it: &mut HostCandidate, text| it.name = text);
    InPlace::line(label, row.get(|it| it.name.clone()), set)
        .placeholder(say!(plan.candidate_placeholder))
        .on_enter(move |()| rows.add_after(&row.id(), HostCandidate::default()))
        .on_remove(move |()| rows.remove_emptied(&row.id(), name.get_untracked()))
}

/// Whether it is the host, or the choice of it as that.
fn choice(row: Row<HostCandidate>, name: Derived<String>) -> AnyView {
    let (open, toasts) = (OpenExchange::expect(), Toasts::expect());
    let chosen = row.get(|it| it.chosen);
    let choose = move || {
        choose(&open, &row.id());
        toasts.show(Toast::new(say!(plan.candidate_chosen, name = name.get_untracked())));
    };
    when_else(
        move || chosen.get(),
        || {
            el("span")
                .class("badge")
                .attr("data-state", "ok")
                .has((icon(icondata::LuCheck), say!(plan.is_chosen)))
        },
        move || {
            button("button button--quiet")
                .attr("aria-label", memo(move || say!(plan.choose_candidate_of, name = name.get())))
                .on_click(choose)
                .has(say!(plan.choose_candidate))
        },
    )
}

/// Chooses a candidate: no other one is, and it stands among the organisations as a host.
fn choose(open: &OpenExchange, id: &Id) {
    let (changes, host) = open.exchange().with_untracked(|exchange| {
        let changes: Vec<(Id, bool)> = exchange
            .host_candidates
            .iter()
            .filter(|(other, candidate)| candidate.chosen != (*other == id))
            .map(|(other, _)| (other.clone(), other == id))
            .collect();
        (changes, missing_host(exchange, id))
    });
    open.in_one_step(|batch| {
        for (id, chosen) in changes {
            batch.change::<HostCandidate>(&id, |it| it.chosen = chosen);
        }
        if let Some(host) = host {
            batch.add(&host);
        }
    });
}

/// Returns the host that a chosen candidate becomes, unless an organisation of its name is there.
fn missing_host(exchange: &Exchange, id: &Id) -> Option<Organisation> {
    let name = exchange.host_candidates.get(id)?.name.trim();
    let is_there = exchange.organisations.values().any(|it| it.name.trim() == name);
    (!name.is_empty() && !is_there).then(|| Organisation {
        name: name.to_owned(),
        part: Part::Host,
        rank: rank::last(&exchange.organisations),
        ..Organisation::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_candidate_becomes_a_host_unless_it_is_there() {
        let mut exchange = Exchange::default();
        let id = Id::from("c");
        let candidate =
            |name: &str| HostCandidate { name: name.to_owned(), ..HostCandidate::default() };
        exchange.host_candidates.insert(id.clone(), candidate(" Lakeside PD "));
        let host = missing_host(&exchange, &id).expect("a host");
        assert_eq!((host.name.as_str(), host.part), ("Lakeside PD", Part::Host));
        exchange.organisations.insert(Id::from("o"), host);
        assert_eq!(missing_host(&exchange, &id), None);
        exchange.host_candidates.insert(id.clone(), candidate(" "));
        assert_eq!(missing_host(&exchange, &id), None, "one without a name");
    }
}
