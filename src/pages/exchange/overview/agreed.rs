//! Who agreed to which parts of the plan, and what was changed since (S0).

use leptos::prelude::*;

use crate::browser::clock;
use crate::model::{Agreement, Covers, Id, Party, Warning};
use crate::pages::exchange::loose_words::said;
use crate::pages::exchange::people::{choices_of_people, person_of};
use crate::pages::exchange::rows::{Row, element};
use crate::pages::{format, words};
use crate::ui::{Chip, Content, Select, TextInput, button, el, icon, live, memo, when};
use crate::workspace::OpenExchange;

/// The panel: the liaison, the host, and whoever leads the visitors.
pub fn agreed() -> AnyView {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "agreed-title")
        .has((
            el("div").class("panel__head").has(el("h2").id("agreed-title").has(say!(plan.agreed))),
            el("div")
                .class("panel__body")
                .has(el("p").class("soft measure").has(say!(plan.agreed_text))),
            el("ul")
                .class("rows query")
                .has(Party::ALL.iter().map(|party| party_row(*party)).collect::<Vec<_>>()),
        ))
        .view()
}

/// One party. Its record has the party's word as its id, so that two copies write the same one.
fn party_row(party: Party) -> AnyView {
    let id = Id::from(party.word());
    let row = Row::<Agreement>::new(OpenExchange::expect(), &id);
    let agreed_at = row.get(|it| it.agreed_at.clone());
    let is_agreed = memo(move || agreed_at.with(|at| !at.is_empty()));
    let state = move || {
        if is_agreed.get() {
            let moment = format::moment(&agreed_at.get());
            el("span")
                .class("badge")
                .attr("data-state", "ok")
                .has((icon(icondata::LuCheck), say!(plan.agreed_on, moment = moment)))
        } else {
            el("span").class("badge").attr("data-state", "open").has(say!(plan.not_agreed))
        }
    };
    let agree = move || {
        let now = clock::instant(clock::now_ms());
        row.change(|it| agree(it, party, now));
    };
    el("li")
        .class("stack stack--close agreement")
        .id(element("agreement", &id))
        .attr("tabindex", "-1")
        .has((
            el("div").class("spread").has((
                el("h3").has((words::of(party), " ", state)),
                button("button").on_click(agree).has(move || {
                    if is_agreed.get() {
                        say!(plan.agree_again, party = words::of(party))
                    } else {
                        say!(plan.agree, party = words::of(party))
                    }
                }),
            )),
            since(party),
            when(
                move || is_agreed.get(),
                move || {
                    (
                        covers(row, party),
                        el("div").class("field-grid").has((
                            person(row, party),
                            TextInput::new(
                                say!(plan.agreed_note_of, party = words::of(party)),
                                row.get(|it| it.note.clone()),
                                row.set(|it: &mut Agreement, text| it.note = text),
                            )
                            .undone_by_page(),
                        )),
                    )
                },
            ),
        ))
        .view()
}

/// Lets a party agree now: to all parts, unless some were chosen before.
fn agree(agreement: &mut Agreement, party: Party, now: String) {
    agreement.party = party;
    agreement.agreed_at = now;
    if agreement.covers.is_empty() {
        agreement.covers = Covers::ALL.iter().map(|part| part.word().to_owned()).collect();
    }
}

/// What was changed since.
fn since(party: Party) -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    live(move || {
        exchange.with(|exchange| {
            let of_party = |it: &Warning| matches!(it, Warning::ChangedSinceAgreed { agreement, .. } if agreement.as_str() == party.word());
            let changed = open.changed_since_agreed(exchange).into_iter().filter(of_party);
            let line = |warning: Warning| {
                el("p")
                    .class("note-line")
                    .attr("data-state", "warn")
                    .has((icon(icondata::LuTriangleAlert), el("span").has(said(&warning, exchange).0)))
            };
            changed.map(line).collect::<Vec<_>>()
        })
    })
}

/// The parts that it agreed to.
fn covers(row: Row<Agreement>, party: Party) -> AnyView {
    let chips = Covers::ALL.iter().map(|part| {
        let word = part.word();
        let chosen = memo(move || row.get_now(|it| it.covers.contains(word)));
        Chip::new(words::of(*part), chosen, move |chosen| {
            row.change(|it| {
                if chosen {
                    it.covers.insert(word.to_owned());
                } else {
                    it.covers.remove(word);
                }
            });
        })
    });
    el("fieldset")
        .class("field")
        .has((
            el("legend")
                .class("field__label")
                .has(say!(plan.agreed_covers, party = words::of(party))),
            el("div").class("choices").has(chips.collect::<Vec<_>>()),
        ))
        .view()
}

/// Who agreed for the party.
fn person(row: Row<Agreement>, party: Party) -> Select {
    Select::new(
        say!(plan.agreed_by, party = words::of(party)),
        choices_of_people(say!(plan.agreed_nobody)),
        row.get(|it| it.person.as_ref().map(ToString::to_string).unwrap_or_default()),
        row.set(|it: &mut Agreement, word: String| {
            it.person = person_of(word);
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::Set;

    #[test]
    fn whoever_agrees_agrees_to_everything_unless_parts_were_chosen() {
        let mut agreement = Agreement::default();
        agree(&mut agreement, Party::Host, "2026-11-30T08:00:00Z".to_owned());
        assert_eq!((agreement.party, agreement.covers.len()), (Party::Host, Covers::ALL.len()));
        agreement.covers = Set::from(["dates".to_owned()]);
        agree(&mut agreement, Party::Host, "2026-12-01T08:00:00Z".to_owned());
        assert_eq!(agreement.covers, Set::from(["dates".to_owned()]));
        assert_eq!(agreement.agreed_at, "2026-12-01T08:00:00Z");
    }
}
