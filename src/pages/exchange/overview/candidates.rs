//! The shortlist of hosts: who might show its practice and why, who was asked, and which one is chosen (S0).

use leptos::prelude::*;

use crate::model::{Answer, Exchange, HostCandidate, Id, Organisation, Part, rank};
use crate::pages::days::OneDay;
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Panel, Row, Rows};
use crate::pages::{format, words};
use crate::ui::{
    Choice, Content, Derived, InPlace, Select, TextInput, Toast, Toasts, button, el, icon, memo,
    when_else,
};
use crate::workspace::OpenExchange;

/// The panel.
pub fn candidates() -> AnyView {
    let rows = Rows::<HostCandidate>::all(OpenExchange::expect(), "candidate", |it, rank| {
        it.rank = rank;
    });
    let panel = Panel {
        id: "candidates-title",
        title: say!(plan.candidates),
        empty: say!(plan.candidates_empty),
        add: say!(plan.add_candidate),
        list: "ul",
    };
    panel.with(rows, candidate_row)
}

fn candidate_row(id: Id, rows: Rows<HostCandidate>) -> AnyView {
    let row = Row::<HostCandidate>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let label = memo(move || say!(plan.candidate_number, number = number.get()));
    let own_name = row.get(|it| it.name.clone());
    let name = memo(move || {
        let name = own_name.get();
        if name.trim().is_empty() { label.get() } else { name }
    });
    el("li")
        .class("item")
        .has((
            el("div").class("item__body").has((
                InPlace::line(
                    label,
                    own_name,
                    row.set(|it: &mut HostCandidate, text| it.name = text),
                )
                .id(rows.field(&id))
                .strong()
                .placeholder(say!(plan.candidate_placeholder))
                .on_enter(move |()| rows.add_after(&row.id(), HostCandidate::default()))
                .on_remove(move |()| rows.remove_emptied(&row.id(), name.get_untracked())),
                InPlace::line(
                    memo(move || say!(plan.practice_of, name = name.get())),
                    row.get(|it| it.practice.clone()),
                    row.set(|it: &mut HostCandidate, text| it.practice = text),
                )
                .placeholder(say!(plan.practice_placeholder)),
                state(row, name),
                details(row, name),
            )),
            el("div").class("item__tools").has(row_menu(
                rows,
                id,
                memo(move || say!(plan.more_for_candidate, name = name.get())),
                move || name.get_untracked(),
                None,
            )),
        ))
        .view()
}

/// Whether it was asked and what it said; and the choice of it as the host.
fn state(row: Row<HostCandidate>, name: Derived<String>) -> AnyView {
    let open = OpenExchange::expect();
    let toasts = Toasts::expect();
    let chosen = row.get(|it| it.chosen);
    let asked = memo(move || {
        row.get_now(|it| match (it.answer, it.asked_on) {
            (Some(answer), _) => words::of(answer).to_owned(),
            (None, Some(day)) => say!(plan.asked_on_day, day = format::long_day(day)),
            (None, None) => String::new(),
        })
    });
    let choose = move || {
        choose(&open, &row.id());
        toasts.show(Toast::new(say!(plan.candidate_chosen, name = name.get_untracked())));
    };
    el("div")
        .class("item__meta")
        .has((
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
                        .attr(
                            "aria-label",
                            memo(move || say!(plan.choose_candidate_of, name = name.get())),
                        )
                        .on_click(choose)
                        .has(say!(plan.choose_candidate))
                },
            ),
            el("span").has(asked),
        ))
        .view()
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

/// Why it, and how it was asked; shown when asked for.
fn details(row: Row<HostCandidate>, name: Derived<String>) -> AnyView {
    let text = |label: &'static str,
                read: fn(&HostCandidate) -> &String,
                write: fn(&mut HostCandidate, String)| {
        TextInput::area(label, row.get(move |it| read(it).clone()), move |text| {
            row.change(|it| write(it, text));
        })
        .rows(1)
        .undone_by_page()
    };
    let mut answers = words::choices::<Answer>();
    answers.insert(0, Choice::new("", say!(plan.answer_open)));
    el("details")
        .class("more")
        .has((
            el("summary").has((
                say!(plan.candidate_more),
                el("span")
                    .class("visually-hidden")
                    .has(move || say!(plan.candidate_more_of, name = name.get())),
            )),
            el("div").class("field-grid field-grid--wide").has((
                text(say!(plan.candidate_size), |it| &it.size, |it, text| it.size = text),
                text(
                    say!(plan.recognised_by),
                    |it| &it.recognised_by,
                    |it, text| it.recognised_by = text,
                ),
                text(say!(plan.evidence), |it| &it.evidence, |it, text| it.evidence = text),
                text(
                    say!(plan.suggested_by),
                    |it| &it.suggested_by,
                    |it, text| it.suggested_by = text,
                ),
                text(say!(plan.whom_to_ask), |it| &it.contact, |it, text| it.contact = text),
                OneDay::new(say!(plan.asked_on), row.get(|it| it.asked_on), move |day| {
                    row.change(|it| it.asked_on = day);
                }),
                Select::new(
                    say!(plan.answer),
                    answers,
                    row.get(|it| it.answer.map(Answer::word).unwrap_or_default().to_owned()),
                    row.set(|it: &mut HostCandidate, word: String| {
                        it.answer = Answer::from_word(&word);
                    }),
                ),
            )),
        ))
        .view()
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
