//! What is loose about the whole agenda; beside the days while no session is chosen.

use leptos::prelude::*;

use super::state::{AgendaScreen, title_of};
use crate::model::warning::{self, Warning};
use crate::model::{Exchange, Id, rank, thread};
use crate::route::{Screen, Section};
use crate::ui::{Each, Icon, live, memo};

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
#[component]
pub fn Loose() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let exchange = screen.open.exchange();
    let all = memo(move || exchange.with(loose));
    let none = memo(move || all.with(Vec::is_empty));
    let aims = memo(move || exchange.with(|exchange| !exchange.objectives.is_empty()));
    let overview = Screen::exchange(&screen.open.id(), Section::Overview).href();
    let nothing = move || {
        let overview = overview.clone();
        none.get().then(|| view! {
            <div class="panel__body stack stack--tight">
                {live(move || if aims.get() {
                    view! {
                        <p class="note-line" data-state="ok">
                            <Icon icon=icondata::LuCheck />
                            <span>{say!(agenda.look_none)}</span>
                        </p>
                    }.into_any()
                } else {
                    view! {
                        <p class="note-line">{say!(agenda.look_no_objectives)}</p>
                        <a class="text-link" href=overview.clone()>{say!(agenda.to_objectives)}</a>
                    }.into_any()
                })}
            </div>
        })
    };
    view! {
        <aside class="strip">
            <section class="panel" aria-labelledby="agenda-look">
                <div class="panel__head"><h2 id="agenda-look">{say!(agenda.look_title)}</h2></div>
                <ul class="rows">
                    <Each each=move || all.get() let:row>
                        <Row row />
                    </Each>
                </ul>
                {nothing}
                <p class="panel__foot soft">{say!(agenda.choose)}</p>
            </section>
        </aside>
    }
}

#[component]
fn Row(row: Loose) -> impl IntoView {
    let screen = AgendaScreen::expect();
    let act = match row.mend {
        Mend::LookAt { id, title } => view! {
            <a
                class="button button--quiet"
                href=screen.href(&id)
                data-noscroll=""
                aria-label=say!(agenda.look_at, title = title)
            >
                {say!(agenda.look)}
            </a>
        }
        .into_any(),
        Mend::AddFor { objective, number } => view! {
            <button
                class="button button--quiet"
                type="button"
                aria-label=say!(agenda.add_for_label, number = number)
                on:click=move |_| screen.add_session(Some(objective.clone()))
            >
                {say!(agenda.add_for)}
            </button>
        }
        .into_any(),
    };
    view! {
        <li class="fix">
            <p>{row.said}</p>
            {act}
        </li>
    }
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
