//! One day of the list: a heading and a table.

use leptos::prelude::*;

use super::days;
use super::state::{AgendaScreen, title_of};
use crate::model::agenda::{self, Clash};
use crate::model::{Id, Session, rank};
use crate::pages::{format, words};
use crate::ui::{Each, Icon, live, memo};

/// The sessions of one day in a table.
#[component]
pub fn DayList(
    /// Which one, counted from 1.
    day: u8,
) -> impl IntoView {
    let screen = AgendaScreen::expect();
    let ids = memo(move || {
        screen.open.exchange().with(|exchange| {
            agenda::day(exchange, day).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        })
    });
    let any = memo(move || ids.with(|ids| !ids.is_empty()));
    let heading = format!("agenda-list-{day}");
    let table = {
        let heading = heading.clone();
        move || {
            let heading = heading.clone();
            if !any.get() {
                return view! { <p class="soft">{say!(agenda.no_sessions)}</p> }.into_any();
            }
            view! {
                <table class="listing" aria-labelledby=heading>
                    <thead>
                        <tr>
                            <th scope="col">{say!(agenda.column_time)}</th>
                            <th scope="col">{say!(agenda.column_session)}</th>
                            <th scope="col" class="listing__place">{say!(agenda.column_place)}</th>
                            <th scope="col" class="listing__lead">{say!(agenda.column_lead)}</th>
                            <th scope="col" class="listing__serves">
                                {say!(agenda.column_objectives)}
                            </th>
                            <th scope="col" class="print-only">{say!(agenda.column_notes)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <Each each=move || ids.get() let:id>
                            <Row id />
                        </Each>
                    </tbody>
                </table>
            }
            .into_any()
        }
    };
    // On paper each day begins a page; one without sessions is not worth it.
    let class = move || {
        if day > 1 && any.get() { "listing__day listing__day--next" } else { "listing__day" }
    };
    view! {
        <h3 class=class id=heading>{live(move || days::long_name(screen.dates.get(), day))}</h3>
        {table}
    }
}

/// One session.
#[component]
fn Row(
    /// Which one.
    id: Id,
) -> impl IntoView {
    let screen = AgendaScreen::expect();
    let record = screen.open.record::<Session>(&id);
    let session = memo(move || record.get().unwrap_or_default());
    let is_break = memo(move || session.with(Session::is_break));
    let title = move || session.with(|session| title_of(Some(session)));
    let clashes = memo(move || {
        screen.clashes.with(|clashes| {
            let other = |clash: &Clash| match clash {
                Clash { first, second, minutes } if *first == id => {
                    Some((second.clone(), *minutes))
                }
                Clash { first, second, minutes } if *second == id => {
                    Some((first.clone(), *minutes))
                }
                _ => None,
            };
            clashes.iter().filter_map(other).collect::<Vec<_>>()
        })
    });
    let points = move || {
        session.with(|session| {
            let points = session.points.lines().map(str::trim).filter(|point| !point.is_empty());
            let points: Vec<_> =
                points.map(|point| view! { <li>{point.to_owned()}</li> }).collect();
            (!points.is_empty()).then(|| view! { <ul class="listing__points">{points}</ul> })
        })
    };
    view! {
        <tr data-kind=move || is_break.get().then_some("break")>
            <th scope="row">
                {live(move || session.with(|session| session.slot.map(format::times)))}
            </th>
            <td>
                {live(move || if is_break.get() {
                    title().into_any()
                } else {
                    view! { <b>{title}</b> }.into_any()
                })}
                <Each each=move || clashes.get() let:clash>
                    " "
                    <span class="badge" data-state="danger">
                        <Icon icon=icondata::LuTriangleAlert />
                        {live(move || {
                            say!(agenda.overlap, other = screen.title(&clash.0), minutes = clash.1)
                        })}
                    </span>
                </Each>
                {live(move || (!is_break.get()).then(|| view! { <What session /> }))}
                {points}
            </td>
            <td class="listing__place">{live(move || session.with(|it| it.place.clone()))}</td>
            <td class="listing__lead">{live(move || session.with(|it| it.lead.clone()))}</td>
            <td class="listing__serves"><Serves session /></td>
            <td class="print-only"></td>
        </tr>
    }
}

/// Returns the numbers of the objectives that a session serves.
fn numbers(session: Memo<Session>) -> Memo<Vec<usize>> {
    let exchange = AgendaScreen::expect().open.exchange();
    memo(move || {
        exchange.with(|exchange| {
            session.with(|session| {
                let order = rank::ordered(&exchange.objectives).into_iter().zip(1..);
                order
                    .filter(|(id, _)| session.objectives.contains(id))
                    .map(|(_, number)| number)
                    .collect()
            })
        })
    })
}

/// Kind and length; on paper also the numbers of the objectives, which have no column there.
#[component]
fn What(session: Memo<Session>) -> impl IntoView {
    let numbers = numbers(session);
    let kind = move || {
        session.with(|session| {
            let kind = words::session_kind(session.kind);
            say!(agenda.kind_minutes, kind = kind, minutes = session.minutes())
        })
    };
    let served = move || {
        numbers.with(|numbers| {
            let text = numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
            match numbers.len() {
                0 => None,
                1 => Some(say!(agenda.serves_one, numbers = text)),
                _ => Some(say!(agenda.serves_some, numbers = text)),
            }
        })
    };
    view! {
        <span class="listing__what soft">{kind} <span class="print-only">{served}</span></span>
    }
}

/// The numbers of the objectives, for the screen.
#[component]
fn Serves(session: Memo<Session>) -> impl IntoView {
    let numbers = numbers(session);
    move || {
        numbers.with(|numbers| {
            (!numbers.is_empty()).then(|| {
                let numbers: Vec<_> = numbers
                    .iter()
                    .map(|number| view! { <span class="ordinal">{*number}</span> " " })
                    .collect();
                view! { <span class="serves">{numbers}</span> }
            })
        })
    }
}
