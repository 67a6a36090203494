//! What is loose about the whole agenda; beside the days while no session is chosen.

use crate::ui::{Content, button, each, el, icon, memo};
use leptos::prelude::*;

use super::state::{AgendaScreen, title_of};
use crate::model::warning::{self, Warning};
use crate::model::{Exchange, Id, rank, thread};
use crate::route::{Screen, Section};

/// Something loose in words, with what its button does.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Loose {
    said: String,
    mend: Mend,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Mend {
    /// Choose this session.
    LookAt { id: Id, title: String },
    /// Add a session for this objective.
    AddFor { objective: Id, number: usize },
}

/// Returns everything loose about the agenda in words.
fn loose(exchange: &Exchange) -> Vec<Loose> {
    let title = |id: &Id| title_of(exchange.sessions.get(id));
    let look_at = |id: &Id| Mend::LookAt { id: id.clone(), title: title(id) };
    let sessions = warning::sessions(exchange).into_iter().filter_map(|warning| match warning {
        Warning::SessionsOverlap { first, second, minutes } => Some(Loose {
            said: say!(
                agenda.look_overlap,
                first = title(&first),
                second = title(&second),
                minutes = minutes
            ),
            mend: look_at(&first),
        }),
        Warning::SessionAfterLastDay(id) => {
            Some(Loose { said: say!(agenda.look_late, title = title(&id)), mend: look_at(&id) })
        }
        _ => None,
    });
    let order = rank::ordered(&exchange.objectives);
    let objectives = thread::strands(exchange).into_iter().filter(|strand| strand.sessions == 0);
    let objectives = objectives.filter_map(|strand| {
        let number = order.iter().position(|id| *id == strand.objective)? + 1;
        let label = exchange.objectives.get(&strand.objective)?.label();
        Some(Loose {
            said: say!(agenda.look_objective, number = number, label = label),
            mend: Mend::AddFor { objective: strand.objective, number },
        })
    });
    sessions.chain(objectives).collect()
}

/// What is loose about the agenda, or that nothing is.
pub fn loose_ends() -> AnyView {
    let screen = AgendaScreen::expect();
    let exchange = screen.open.exchange();
    let all = memo(move || exchange.with(loose));
    let none = memo(move || all.with(Vec::is_empty));
    let aims = memo(move || exchange.with(|exchange| !exchange.objectives.is_empty()));
    let overview = Screen::exchange(&screen.open.id(), Section::Overview).href();
    let nothing = move || {
        let overview = overview.clone();
        none.get().then(|| {
            el("div").class("panel__body stack stack--tight").has(move || {
                if aims.get() {
                    el("p")
                        .class("note-line")
                        .attr("data-state", "ok")
                        .has((icon(icondata::LuCheck), el("span").has(say!(agenda.look_none))))
                        .view()
                } else {
                    (
                        el("p").class("note-line").has(say!(agenda.look_no_objectives)),
                        el("a")
                            .class("text-link")
                            .attr("href", overview.clone())
                            .has(say!(agenda.to_objectives)),
                    )
                        .view()
                }
            })
        })
    };
    el("aside")
        .class("strip")
        .has(
            el("section").class("panel").attr("aria-labelledby", "agenda-look").has((
                el("div")
                    .class("panel__head")
                    .has(el("h2").id("agenda-look").has(say!(agenda.look_title))),
                el("ul").class("rows").has(each(move || all.get(), loose_row)),
                nothing,
                el("p").class("panel__foot soft").has(say!(agenda.choose)),
            )),
        )
        .view()
}

fn loose_row(row: Loose) -> AnyView {
    let screen = AgendaScreen::expect();
    let act = match row.mend {
        Mend::LookAt { id, title } => el("a")
            .class("button button--quiet")
            .attr("href", screen.href(&id))
            .attr("data-noscroll", "")
            .attr("aria-label", say!(agenda.look_at, title = title))
            .has(say!(agenda.look))
            .view(),
        Mend::AddFor { objective, number } => button("button button--quiet")
            .attr("aria-label", say!(agenda.add_for_label, number = number))
            .on_click(move || screen.add_session(Some(objective.clone())))
            .has(say!(agenda.add_for))
            .view(),
    };
    el("li").class("fix").has((el("p").has(row.said), act)).view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Objective, Session, Slot, TimeOfDay};

    fn exchange(titles: [&str; 2], apart: u16) -> Exchange {
        let mut exchange = Exchange::default();
        for (at, title) in titles.into_iter().enumerate() {
            let start = TimeOfDay::from_minutes(540 + u16::try_from(at).unwrap_or(0) * apart);
            let slot = Some(Slot { day: 1, start, minutes: 60 });
            let session = Session { title: title.to_owned(), slot, ..Session::default() };
            exchange.sessions.insert(Id::from(at.to_string()), session);
        }
        exchange
    }

    #[test]
    fn an_overlap_names_both_sessions_and_leads_to_the_first() {
        let loose = loose(&exchange(["Tour", ""], 45));
        assert_eq!(loose.len(), 1);
        assert_eq!(loose[0].said, "“Tour” and “Untitled session” overlap by 15 min");
        let expected = Mend::LookAt { id: Id::from("0"), title: "Tour".to_owned() };
        assert!(loose[0].mend == expected);
    }

    #[test]
    fn an_objective_without_a_session_is_offered_one() {
        let mut exchange = exchange(["Tour", "Lunch"], 60);
        for (id, rank) in [("served", "80"), ("loose", "8180")] {
            let objective = Objective {
                text: "See the docks".to_owned(),
                rank: rank.to_owned(),
                ..Objective::default()
            };
            exchange.objectives.insert(Id::from(id), objective);
        }
        if let Some(tour) = exchange.sessions.get_mut(&Id::from("0")) {
            tour.objectives.insert(Id::from("served"));
        }
        let loose = loose(&exchange);
        assert_eq!(loose.len(), 1);
        assert_eq!(loose[0].said, "Objective 2 has no session: See the docks");
        assert!(loose[0].mend == Mend::AddFor { objective: Id::from("loose"), number: 2 });
    }
}
