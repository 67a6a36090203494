//! What is loose about the dates.

use chrono::{Datelike, NaiveDate};

use super::{Coming, Place, Warning};
use crate::model::{Exchange, Part};

/// The longest visit that is known, in days: a job shadow (bjatta.bja.ojp.gov; S0: one or two days).
const LONGEST_VISIT: i64 = 5;

pub(super) fn always(exchange: &Exchange, warnings: &mut Vec<Warning>) {
    if let Some(dates) = exchange.about.dates {
        let days = (dates.last - dates.first).num_days() + 1;
        if days < 1 {
            warnings.push(Warning::LastDayBeforeFirst);
        } else if days > LONGEST_VISIT {
            warnings.push(Warning::LongVisit(days));
        }
        for (id, organisation) in &exchange.organisations {
            let is_host = organisation.part == Part::Host;
            let meets = organisation.blocked_dates.iter().filter(|period| period.meets(&dates));
            warnings.extend(
                meets
                    .take_while(|_| is_host)
                    .map(|period| Warning::HostBlocked { host: id.clone(), period: *period }),
            );
        }
    }
    strange(exchange, warnings);
}

/// Dates that cannot be meant.
fn strange(exchange: &Exchange, warnings: &mut Vec<Warning>) {
    let about = &exchange.about;
    let mut check = |date: Option<NaiveDate>, place: &dyn Fn() -> Place| {
        let is_strange = date.is_some_and(|date| !(1990..=2100).contains(&date.year()));
        if is_strange {
            warnings.push(Warning::StrangeDate(place()));
        }
        is_strange
    };
    if let Some(dates) = about.dates {
        let place = || Place::field("dates");
        let _ = check(Some(dates.first), &place) || check(Some(dates.last), &place);
    }
    let _ = about.date_options.iter().any(|option| {
        let place = || Place::field("date_options");
        check(Some(option.first), &place) || check(Some(option.last), &place)
    });
    check(about.keep_until, &|| Place::field("keep_until"));
    for (id, task) in &exchange.tasks {
        check(task.due, &|| Place::at("tasks", id, "due"));
    }
    for (id, report) in &exchange.reports {
        check(report.due, &|| Place::at("reports", id, "due"));
    }
    for (id, action) in &exchange.actions {
        check(action.due, &|| Place::at("actions", id, "due"));
    }
    for (id, check_in) in &exchange.check_ins {
        check(check_in.due, &|| Place::at("check_ins", id, "due"));
    }
}

pub(super) fn coming(exchange: &Exchange, coming: &mut Vec<Coming>) {
    if exchange.about.dates.is_some() {
        return;
    }
    for option in exchange.about.date_options.iter() {
        if let Some(from) = option.last.max(option.first).succ_opt() {
            coming.push(Coming { from, warning: Warning::DateOptionPassed(*option) });
        }
    }
}
