//! What is late: tasks, the report to the host, check-ins, actions, and word of it at all.

use chrono::{Days, NaiveDate};

use super::{Coming, Facts, Several, Warning};
use crate::model::{
    ActionStatus, Adopted, CheckPoint, Exchange, Id, Person, Report, ReportKind, rank,
    working_days_after,
};

/// How many working days the report to the host may take (own; S3: "a short time after the visit").
const REPORT_WITHIN: u32 = 10;

/// After how many days without news one asks (own).
const SILENCE: u16 = 60;

pub(super) fn always(exchange: &Exchange, warnings: &mut Vec<Warning>) {
    let actions = rank::in_order(&exchange.actions);
    let owner = |id: &Option<Id>| -> Option<&Person> { exchange.people.get(id.as_ref()?) };
    let unowned = actions
        .iter()
        .filter(|(_, action)| is_open(action.status) && owner(&action.owner).is_none());
    warnings.extend(Several::of(unowned.map(|(id, _)| *id)).map(Warning::ActionsWithoutOwner));
    for (id, action) in actions {
        let asks_why = matches!(action.adopted, Some(Adopted::Adapted | Adopted::NotAdopted));
        if asks_why && action.why.trim().is_empty() {
            warnings.push(Warning::AdoptedWithoutWhy(id.clone()));
        }
    }
}

fn is_open(status: ActionStatus) -> bool {
    matches!(status, ActionStatus::Planned | ActionStatus::UnderWay)
}

pub(super) fn coming(facts: &Facts<'_>, newest: Option<NaiveDate>, coming: &mut Vec<Coming>) {
    let about = &facts.exchange.about;
    let mut warn = |from: Option<NaiveDate>, warning: Warning| {
        coming.extend(from.map(|from| Coming { from, warning }));
    };
    if let Some(day) = about.keep_until {
        warn(day.succ_opt(), Warning::KeepUntilPassed(day));
    }
    if !about.finished_at.is_empty() {
        return;
    }
    for (id, task) in rank::in_order(&facts.exchange.tasks) {
        let due = task.due_on(about.dates).filter(|_| !task.done);
        warn(due.and_then(|due| due.succ_opt()), Warning::TaskOverdue(id.clone()));
    }
    for (id, action) in rank::in_order(&facts.exchange.actions) {
        let due = action.due.filter(|_| is_open(action.status));
        warn(due.and_then(|due| due.succ_opt()), Warning::ActionOverdue(id.clone()));
    }
    if let Some((_, last)) = facts.days {
        let (report, due) = report(facts.exchange, last);
        warn(due.and_then(|due| due.succ_opt()), Warning::ReportOverdue(report));
    }
    for point in CheckPoint::ALL {
        warn(check_in(facts.exchange, *point), Warning::CheckInDue(*point));
    }
    let silent = newest.and_then(|day| day.checked_add_days(Days::new(SILENCE.into())));
    warn(silent, Warning::NoNews(SILENCE));
}

/// Returns the report to the host that was begun, and the day by which it is due; none once it was sent.
fn report(exchange: &Exchange, last: NaiveDate) -> (Option<Id>, Option<NaiveDate>) {
    let reports: Vec<(&Id, &Report)> =
        exchange.reports.iter().filter(|(_, it)| it.kind == ReportKind::Host).collect();
    if reports.iter().any(|(_, report)| report.sent_on.is_some()) {
        return (None, None);
    }
    let due = reports.iter().filter_map(|(_, report)| report.due).min();
    let first = reports.first().map(|(id, _)| (*id).clone());
    (first, due.or_else(|| working_days_after(last, REPORT_WITHIN)))
}

/// Returns the day of a check-in; none once it took place.
fn check_in(exchange: &Exchange, point: CheckPoint) -> Option<NaiveDate> {
    let records = || exchange.check_ins.values().filter(move |it| it.point == point);
    if records().any(|check_in| check_in.held_on.is_some()) {
        return None;
    }
    let due = records().filter_map(|check_in| check_in.due).min();
    due.or_else(|| point.after(exchange.about.dates?))
}
