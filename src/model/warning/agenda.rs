//! What is loose about the agenda.

use chrono::Days;

use super::{Coming, Facts, Several, Warning};
use crate::model::{Dates, Exchange, Id, Slot, agenda};

/// From how many minutes without anything planned between two sessions one wonders (own).
const LONG_GAP: u16 = 120;

/// How many days before the visit every session should have a time (own).
const TIMES_BEFORE: u64 = 7;

const MINUTES_OF_A_DAY: u16 = 24 * 60;

/// Returns what is loose about the agenda on any day.
pub fn sessions(exchange: &Exchange) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = agenda::clashes(exchange)
        .into_iter()
        .map(|clash| Warning::SessionsOverlap {
            first: clash.first,
            second: clash.second,
            minutes: clash.minutes,
        })
        .collect();
    let last_day = exchange.about.dates.map(|dates| dates.days());
    for (id, session) in &exchange.sessions {
        let Some(slot) = session.slot else { continue };
        if !(1..=Dates::MOST_DAYS).contains(&slot.day) {
            warnings.push(Warning::SessionOnNoDay(id.clone()));
        } else if last_day.is_some_and(|last| slot.day > last) {
            warnings.push(Warning::SessionAfterLastDay(id.clone()));
        }
        if slot.end() > MINUTES_OF_A_DAY {
            warnings.push(Warning::SessionPastMidnight(id.clone()));
        }
    }
    for day in 1..=exchange.days() {
        let sessions = agenda::day(exchange, day);
        people(exchange, &sessions, &mut warnings);
        gaps(&sessions, &mut warnings);
    }
    warnings
}

/// Who is to be in two sessions at once. Only sessions that name their people are looked at.
fn people(exchange: &Exchange, sessions: &[(Id, Slot)], warnings: &mut Vec<Warning>) {
    // For each person by place: the session so far that ends last.
    let mut busy: Vec<Option<usize>> = Vec::new();
    for (at, (id, slot)) in sessions.iter().enumerate() {
        let Some(session) = exchange.sessions.get(id) else { continue };
        for (person, place) in
            session.people.iter().filter_map(|it| Some((it, exchange.people.position(it)?)))
        {
            busy.resize(exchange.people.len(), None);
            let until = busy[place].map(|at| sessions[at].1.end());
            if let Some(before) = busy[place].filter(|_| until > Some(slot.start.minutes())) {
                warnings.push(Warning::PersonInTwoSessions {
                    person: person.clone(),
                    first: sessions[before].0.clone(),
                    second: id.clone(),
                });
            }
            if until.is_none_or(|until| until < slot.end()) {
                busy[place] = Some(at);
            }
        }
    }
}

fn gaps(sessions: &[(Id, Slot)], warnings: &mut Vec<Warning>) {
    let mut last: Option<&(Id, Slot)> = None;
    for next in sessions {
        if let Some((before, slot)) = last {
            let minutes = next.1.start.minutes().saturating_sub(slot.end());
            if minutes >= LONG_GAP {
                let (before, after) = (before.clone(), next.0.clone());
                warnings.push(Warning::LongGap { before, after, minutes });
            }
        }
        if last.is_none_or(|(_, slot)| slot.end() < next.1.end()) {
            last = Some(next);
        }
    }
}

pub(super) fn coming(facts: &Facts<'_>, coming: &mut Vec<Coming>) {
    let Some((first, _)) = facts.days else { return };
    let Some(from) = first.checked_sub_days(Days::new(TIMES_BEFORE)) else { return };
    let tray = agenda::tray(facts.exchange);
    if let Some(some) = Several::of(&tray) {
        coming.push(Coming { from, warning: Warning::SessionsWithoutTime(some) });
    }
}
