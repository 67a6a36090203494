//! Each rule as a table of cases in which it must and must not fire.

use serde_json::{Map, Value, json};

use super::*;
use crate::model::read_date;

/// Returns the exchange of a plain form that fits.
fn exchange(plain: &Value) -> Exchange {
    let (exchange, unreadable) = Exchange::read(plain.as_object().expect("an object"));
    assert_eq!(unreadable, [], "{plain}");
    exchange
}

fn day(text: &str) -> NaiveDate {
    read_date(text).expect("a date")
}

/// Returns the words that tell which rule fired, with its data.
fn words(warning: &Warning) -> String {
    let words = format!("{warning:?}");
    let mut parts = words.split("Id(\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |words, part| words + &part.replacen("\")", "", 1))
}

/// Checks which warnings of a rule an exchange has on a day. A rule is named by its first word.
#[track_caller]
fn check(today: &str, rule: &str, case: &str, plain: Value, expected: &[&str]) {
    let found: Vec<String> = on(day(today), &exchange(&plain), None)
        .iter()
        .map(words)
        .filter(|words| words.split([' ', '(']).next() == Some(rule))
        .collect();
    assert_eq!(found, expected, "{case}: {plain}");
}

/// Checks a rule that holds on any day.
#[track_caller]
fn any_day(rule: &str, cases: Vec<(&str, Value, &[&str])>) {
    for (case, plain, expected) in cases {
        check("2026-01-01", rule, case, plain, expected);
    }
}

fn visit() -> Value {
    json!({"first": "2026-10-14", "last": "2026-10-15"})
}

fn with(base: Value, more: Value) -> Value {
    let mut whole: Map<String, Value> = base.as_object().cloned().expect("an object");
    whole.extend(more.as_object().cloned().expect("an object"));
    Value::Object(whole)
}

/// Checks on which first day a rule holds, by the day before it and that day. `None`: never.
#[track_caller]
fn from(rule: &str, case: &str, plain: Value, first: Option<&str>) {
    let exchange = exchange(&plain);
    let is_rule = |it: &&Coming| words(&it.warning).starts_with(rule);
    let coming = coming(&exchange, None);
    let found = coming.iter().find(is_rule).map(|it| it.from);
    assert_eq!(found, first.map(day), "{case}: {plain}");
    if let Some(from) = found {
        let holds = |today| {
            let on = on(today, &exchange, None);
            on.iter().any(|warning| words(warning).starts_with(rule))
        };
        assert!(holds(from) && !holds(from.pred_opt().expect("a day before")), "{case}");
    }
}

#[test]
fn an_exchange_needs_a_goal() {
    any_day(
        "NoGoal",
        vec![
            ("none", json!({}), &["NoGoal"]),
            ("blank", json!({"goal": "  "}), &["NoGoal"]),
            ("one", json!({"goal": "Learn"}), &[]),
        ],
    );
}

#[test]
fn an_objective_needs_a_session_that_is_no_break() {
    let rule = "ObjectiveWithoutSession";
    let objectives = json!({"objectives": [{"id": "o1"}]});
    let session = |more: Value| {
        let session = with(json!({"id": "s", "objectives": ["o1"]}), more);
        with(objectives.clone(), json!({"sessions": [session]}))
    };
    any_day(
        rule,
        vec![
            ("none", objectives.clone(), &["ObjectiveWithoutSession(o1)"]),
            ("a break", session(json!({"kind": "break"})), &["ObjectiveWithoutSession(o1)"]),
            ("another's", session(json!({"objectives": ["o2"]})), &["ObjectiveWithoutSession(o1)"]),
            ("its own", session(json!({})), &[]),
            ("no objective", json!({"sessions": [{"id": "s"}]}), &[]),
        ],
    );
}

#[test]
fn an_objective_needs_a_question() {
    let rule = "ObjectiveWithoutQuestion";
    let objectives = json!({"objectives": [{"id": "o1"}]});
    let question =
        |id: &str| with(objectives.clone(), json!({"questions": [{"id": "q", "objective": id}]}));
    any_day(
        rule,
        vec![
            ("none", objectives.clone(), &["ObjectiveWithoutQuestion(o1)"]),
            ("another's", question("o2"), &["ObjectiveWithoutQuestion(o1)"]),
            ("its own", question("o1"), &[]),
        ],
    );
}

#[test]
fn an_outcome_follows_from_an_objective_that_is_there() {
    let outcome = |objectives: Value| json!({"objectives": [{"id": "o1"}], "outcomes": [{"id": "c", "objectives": objectives}]});
    any_day(
        "OutcomeWithoutObjective",
        vec![
            ("none", outcome(json!([])), &["OutcomeWithoutObjective(c)"]),
            ("a removed one", outcome(json!(["gone"])), &["OutcomeWithoutObjective(c)"]),
            ("one of two", outcome(json!(["gone", "o1"])), &[]),
        ],
    );
}

#[test]
fn questions_need_somebody_to_ask_them() {
    let rule = "QuestionsWithoutAsker";
    any_day(
        rule,
        vec![
            ("none", json!({}), &[]),
            (
                "two, in the order people gave them",
                json!({"questions": [{"id": "a", "rank": "81"}, {"id": "b", "rank": "80"}]}),
                &["QuestionsWithoutAsker(Several { count: 2, first: b })"],
            ),
            (
                "a person who was removed",
                json!({"questions": [{"id": "a", "asked_by": "gone"}]}),
                &["QuestionsWithoutAsker(Several { count: 1, first: a })"],
            ),
            (
                "a person",
                json!({"people": [{"id": "p"}], "questions": [{"id": "a", "asked_by": "p"}]}),
                &[],
            ),
        ],
    );
}

#[test]
fn more_than_three_headline_questions_are_many() {
    let headlines = |count: usize| {
        let question = |at| json!({"id": format!("q{at}"), "headline": at < count});
        json!({"questions": (0..5).map(question).collect::<Value>()})
    };
    any_day(
        "TooManyHeadlines",
        vec![("three", headlines(3), &[]), ("four", headlines(4), &["TooManyHeadlines(4)"])],
    );
}

#[test]
fn questions_are_to_be_answered_once_the_visit_is_over() {
    let rule = "QuestionsWithoutAnswer";
    let asked = json!({"dates": visit(), "questions": [{"id": "q1"}, {"id": "q2"}]});
    let answer = |ids: &[&str]| {
        let note = |id: &&str| json!({"id": format!("n{id}"), "question": id});
        with(asked.clone(), json!({"notes": ids.iter().map(note).collect::<Value>()}))
    };
    from(rule, "none", asked.clone(), Some("2026-10-16"));
    from(rule, "one of two", answer(&["q1"]), Some("2026-10-16"));
    from(rule, "both", answer(&["q1", "q2"]), None);
    from(rule, "no dates", with(asked.clone(), json!({"dates": null})), None);
    let closed = with(asked.clone(), json!({"finished_at": "2026-12-01T08:00:00Z"}));
    from(rule, "closed", closed, None);
    check(
        "2026-10-16",
        rule,
        "the second",
        answer(&["q1"]),
        &["QuestionsWithoutAnswer(Several { count: 1, first: q2 })"],
    );
}

#[test]
fn objectives_are_to_be_assessed_once_the_visit_is_over() {
    let rule = "ObjectivesWithoutAssessment";
    let plain = json!({"dates": visit(), "objectives": [{"id": "o1"}]});
    from(rule, "none", plain.clone(), Some("2026-10-16"));
    let empty = json!({"assessments": [{"id": "o1", "evidence": "Seen"}]});
    from(rule, "without a step", with(plain.clone(), empty), Some("2026-10-16"));
    let rated = json!({"assessments": [{"id": "o1", "met": "too_early"}]});
    from(rule, "rated", with(plain, rated), None);
}

#[test]
fn an_action_follows_from_a_promising_practice() {
    let rule = "PracticesWithoutAction";
    let note = |kind: &str| json!({"dates": visit(), "notes": [{"id": "n", "kind": kind}]});
    let point = json!({"learning_points": [{"id": "l", "notes": ["n"]}]});
    let practice = || note("practice");
    from(rule, "none", practice(), Some("2026-10-16"));
    from(rule, "a lesson", note("lesson"), None);
    from(rule, "only a learning point", with(practice(), point.clone()), Some("2026-10-16"));
    let action = json!({"actions": [{"id": "a", "notes": ["n"]}]});
    from(rule, "an action from the note", with(practice(), action), None);
    let action = json!({"actions": [{"id": "a", "learning_points": ["l"]}]});
    from(rule, "by the learning point", with(with(practice(), point), action), None);
}

#[test]
fn a_check_in_tells_of_every_outcome() {
    let rule = "OutcomesWithoutCheckIn";
    let plain = json!({"dates": visit(), "outcomes": [{"id": "c"}]});
    from(rule, "none", plain.clone(), Some("2026-11-27"));
    let whole = json!({"check_ins": [{"id": "six_weeks", "text": "Fine"}]});
    from(rule, "one of the whole", with(plain.clone(), whole), Some("2026-11-27"));
    let told = json!({"check_ins": [{"id": "x", "outcome": "c"}]});
    from(rule, "its own", with(plain, told), None);
}

#[test]
fn a_visiting_police_organisation_sends_two() {
    let team = |organisation: Value, visitors: usize| {
        let person = |at| json!({"id": format!("p{at}"), "organisation": "o"});
        json!({
            "organisations": [with(json!({"id": "o"}), organisation)],
            "people": (0..visitors).map(person).collect::<Value>(),
        })
    };
    let warned =
        |visitors: usize| format!("TooFewVisitors {{ organisation: o, visitors: {visitors} }}");
    let (none, one) = (warned(0), warned(1));
    any_day(
        "TooFewVisitors",
        vec![
            ("none", team(json!({}), 0), &[&none]),
            ("one", team(json!({}), 1), &[&one]),
            ("two", team(json!({}), 2), &[]),
            ("a prosecutor", team(json!({"kind": "prosecutor"}), 1), &[]),
            ("the host", team(json!({"part": "host"}), 0), &[]),
        ],
    );
}

#[test]
fn a_lone_prosecutor_fires_nothing_of_the_team() {
    let plain = json!({
        "goal": "Learn", "format": "in_person",
        "organisations": [{"id": "o", "kind": "prosecutor"}, {"id": "h", "part": "host"}],
        "people": [{"id": "p", "organisation": "o", "role": "lead", "discipline": "prosecutor",
                    "drives_change": true}],
    });
    assert_eq!(all(&exchange(&plain)), []);
    assert_eq!(on(day("2030-01-01"), &exchange(&plain), None), []);
}

#[test]
fn somebody_on_the_team_can_drive_change() {
    let team = |person: Value| json!({"people": [with(json!({"id": "p"}), person)]});
    any_day(
        "NobodyDrivesChange",
        vec![
            ("nobody there", json!({}), &[]),
            ("nobody who can", team(json!({})), &["NobodyDrivesChange"]),
            ("somebody who can", team(json!({"drives_change": true})), &[]),
            ("no visitor", team(json!({"role": "host"})), &[]),
        ],
    );
}

#[test]
fn a_team_of_police_alone_misses_partners() {
    let team = |disciplines: &[&str]| {
        let people = disciplines.iter().enumerate();
        let person =
            |(at, word): (usize, &&str)| json!({"id": format!("{at}"), "discipline": word});
        json!({"people": people.map(person).collect::<Value>()})
    };
    any_day(
        "OnlyPolice",
        vec![
            ("one", team(&["police"]), &[]),
            ("two", team(&["police", "police"]), &["OnlyPolice"]),
            ("with an analyst", team(&["police", "police", "analyst"]), &[]),
        ],
    );
}

#[test]
fn the_community_takes_part_where_it_is_in_focus() {
    let about = |areas: Value, more: Value| with(json!({"focus_areas": areas}), more);
    let community = || json!(["community-engagement"]);
    let person = |word: &str| json!({"people": [{"id": "p", "discipline": word}]});
    let third = json!({"organisations": [{"id": "o", "kind": "third"}]});
    let sector = json!({"organisations": [{"id": "o", "kind": "public", "sector": "third"}]});
    any_day(
        "NoCommunityVoice",
        vec![
            ("police alone", about(community(), person("police")), &["NoCommunityVoice"]),
            ("a resident", about(community(), person("resident")), &[]),
            ("a community group", about(community(), with(person("police"), third)), &[]),
            ("of the sector", about(community(), with(person("police"), sector)), &[]),
            ("another focus", about(json!(["technology"]), person("police")), &[]),
            ("nobody yet", about(community(), json!({})), &[]),
        ],
    );
}

#[test]
fn everybody_belongs_to_an_organisation_and_hosts_are_no_visitors() {
    let person = |more: Value| {
        json!({
            "organisations": [{"id": "h", "part": "host"}, {"id": "v"}],
            "people": [with(json!({"id": "p"}), more)],
        })
    };
    let alone = "PeopleWithoutOrganisation(Several { count: 1, first: p })";
    any_day(
        "PeopleWithoutOrganisation",
        vec![
            ("none", person(json!({})), &[alone]),
            ("a removed one", person(json!({"organisation": "gone"})), &[alone]),
            ("one", person(json!({"organisation": "v"})), &[]),
        ],
    );
    any_day(
        "HostAsVisitor",
        vec![
            ("visitor of the host", person(json!({"organisation": "h"})), &["HostAsVisitor(p)"]),
            ("presenter", person(json!({"organisation": "h", "role": "presenter"})), &[]),
            ("visitor", person(json!({"organisation": "v"})), &[]),
        ],
    );
}

fn session(id: &str, day: u8, start: &str, minutes: u16) -> Value {
    json!({"id": id, "slot": {"day": day, "start": start, "minutes": minutes}})
}

#[test]
fn sessions_overlap_or_not() {
    let two = |start: &str| json!({"sessions": [session("a", 1, "09:00", 60), session("b", 1, start, 60)]});
    any_day(
        "SessionsOverlap",
        vec![
            ("touching", two("10:00"), &[]),
            ("by ten", two("09:50"), &["SessionsOverlap { first: a, second: b, minutes: 10 }"]),
            ("side by side", two("09:00"), &[]),
        ],
    );
}

#[test]
fn a_session_is_on_a_day_of_the_visit() {
    let on_day = |day: u8| json!({"dates": visit(), "sessions": [session("a", day, "09:00", 60)]});
    any_day(
        "SessionAfterLastDay",
        vec![
            ("the last", on_day(2), &[]),
            ("the one after", on_day(3), &["SessionAfterLastDay(a)"]),
            ("without dates", json!({"sessions": [session("a", 3, "09:00", 60)]}), &[]),
        ],
    );
    any_day(
        "SessionOnNoDay",
        vec![
            ("the first", on_day(1), &[]),
            ("none", on_day(0), &["SessionOnNoDay(a)"]),
            ("one that is never shown", on_day(200), &["SessionOnNoDay(a)"]),
        ],
    );
    let late = |minutes| json!({"sessions": [session("a", 1, "23:00", minutes)]});
    any_day(
        "SessionPastMidnight",
        vec![("to midnight", late(60), &[]), ("past it", late(61), &["SessionPastMidnight(a)"])],
    );
}

#[test]
fn nobody_is_in_two_sessions_at_once() {
    let two = |start: &str, people: Value| {
        let with_people = |session: Value| with(session, json!({"people": people}));
        json!({
            "people": [{"id": "p"}, {"id": "r"}],
            "sessions": [
                with_people(session("long", 1, "09:00", 120)),
                session("open", 1, "09:00", 120),
                with_people(session("next", 1, start, 30)),
            ],
        })
    };
    let twice = "PersonInTwoSessions { person: p, first: long, second: next }";
    any_day(
        "PersonInTwoSessions",
        vec![
            ("at once", two("10:30", json!(["p"])), &[twice]),
            ("one after the other", two("11:00", json!(["p"])), &[]),
            ("nobody named", two("10:30", json!([])), &[]),
            ("somebody removed", two("10:30", json!(["gone"])), &[]),
        ],
    );
}

#[test]
fn two_hours_without_anything_planned_are_long() {
    let day = |sessions: Value| json!({"sessions": sessions});
    let lunch = with(session("lunch", 1, "12:00", 60), json!({"kind": "break"}));
    let (morning, afternoon) = (session("a", 1, "09:00", 180), session("b", 1, "14:00", 60));
    any_day(
        "LongGap",
        vec![
            (
                "nothing between",
                day(json!([morning.clone(), afternoon.clone()])),
                &["LongGap { before: a, after: b, minutes: 120 }"],
            ),
            ("lunch", day(json!([morning.clone(), lunch, afternoon])), &[]),
            ("another day", day(json!([morning, session("b", 2, "14:00", 60)])), &[]),
            (
                "a long one around a short one",
                day(json!([
                    session("all", 1, "09:00", 400),
                    session("in", 1, "09:00", 10),
                    session("z", 1, "16:00", 10)
                ])),
                &[],
            ),
        ],
    );
}

#[test]
fn sessions_have_a_time_a_week_before_the_visit() {
    let rule = "SessionsWithoutTime";
    let tray = json!({"dates": visit(), "sessions": [{"id": "a"}, {"id": "b"}]});
    from(rule, "two", tray.clone(), Some("2026-10-07"));
    check(
        "2026-10-07",
        rule,
        "two",
        tray,
        &["SessionsWithoutTime(Several { count: 2, first: a })"],
    );
    from(rule, "none", json!({"dates": visit(), "sessions": [session("a", 1, "09:00", 9)]}), None);
    from(rule, "no dates", json!({"sessions": [{"id": "a"}]}), None);
}

#[test]
fn dates_are_such_as_a_visit_has() {
    let dates = |first: &str, last: &str| json!({"dates": {"first": first, "last": last}});
    any_day(
        "LastDayBeforeFirst",
        vec![
            ("one day", dates("2026-10-14", "2026-10-14"), &[]),
            ("backwards", dates("2026-10-14", "2026-10-13"), &["LastDayBeforeFirst"]),
        ],
    );
    any_day(
        "LongVisit",
        vec![
            ("a job shadow", dates("2026-10-12", "2026-10-16"), &[]),
            ("six days", dates("2026-10-12", "2026-10-17"), &["LongVisit(6)"]),
            ("backwards", dates("2026-10-14", "2026-10-13"), &[]),
            ("all days", dates("0000-01-01", "9999-12-31"), &["LongVisit(3652425)"]),
        ],
    );
    let strange =
        |field: &str| format!("StrangeDate(Place {{ record: None, field: Some(\"{field}\") }})");
    let (of_visit, of_options) = (strange("dates"), strange("date_options"));
    let task = "StrangeDate(Place { record: Some((\"tasks\", t)), field: Some(\"due\") })";
    any_day(
        "StrangeDate",
        vec![
            ("year 0", dates("0000-10-14", "2026-10-15"), &[&of_visit]),
            ("year 9999", dates("2026-10-14", "9999-10-15"), &[&of_visit]),
            ("both", dates("0000-10-14", "9999-10-15"), &[&of_visit]),
            ("this year", dates("2026-10-14", "2026-10-15"), &[]),
            ("an option", json!({"date_options": ["0000-01-01/0000-01-02"]}), &[&of_options]),
            ("a task", json!({"tasks": [{"id": "t", "due": "9999-01-01"}]}), &[task]),
        ],
    );
}

#[test]
fn proposed_dates_pass_until_some_are_chosen() {
    let rule = "DateOptionPassed";
    let options = json!({"date_options": ["2026-10-14/2026-10-15", "2026-11-01/2026-11-02"]});
    from(rule, "two", options.clone(), Some("2026-10-16"));
    from(rule, "chosen", with(options, json!({"dates": visit()})), None);
}

#[test]
fn a_host_is_chosen_and_free_and_has_room() {
    let candidate = |chosen: bool| json!({"host_candidates": [{"id": "c", "chosen": chosen}]});
    let host =
        |more: Value| json!({"organisations": [with(json!({"id": "h", "part": "host"}), more)]});
    any_day(
        "HostNotChosen",
        vec![
            ("no candidates", json!({}), &[]),
            ("none of them", candidate(false), &["HostNotChosen"]),
            ("one of them", candidate(true), &[]),
            ("a host is there", with(candidate(false), host(json!({}))), &[]),
        ],
    );
    let blocked =
        |period: &str| with(host(json!({"blocked_dates": [period]})), json!({"dates": visit()}));
    let warned = "HostBlocked { host: h, period: Period { first: 2026-10-15, last: 2026-10-20 } }";
    any_day(
        "HostBlocked",
        vec![
            ("the last day", blocked("2026-10-15/2026-10-20"), &[warned]),
            ("later", blocked("2026-10-16/2026-10-20"), &[]),
            ("no dates", host(json!({"blocked_dates": ["2026-10-15/2026-10-20"]})), &[]),
        ],
    );
    let visitors = |host: Value, count: usize| {
        let person =
            |at| json!({"id": format!("p{at}"), "organisation": if at < 2 { "v" } else { "w" }});
        json!({
            "organisations": [with(json!({"id": "h", "part": "host"}), host), {"id": "v"}, {"id": "w"}],
            "people": (0..count).map(person).collect::<Value>(),
        })
    };
    any_day(
        "TooManyForHost",
        vec![
            ("not said", visitors(json!({}), 9), &[]),
            ("as many", visitors(json!({"places": 4}), 4), &[]),
            (
                "more",
                visitors(json!({"places": 4}), 5),
                &["TooManyForHost { host: h, visitors: 5, places: 4 }"],
            ),
            (
                "by video",
                with(visitors(json!({"places": 4}), 5), json!({"format": "virtual"})),
                &[],
            ),
        ],
    );
    any_day(
        "TooManyOfOne",
        vec![
            ("as many", visitors(json!({"places_each": 2}), 4), &[]),
            (
                "more",
                visitors(json!({"places_each": 2}), 5),
                &["TooManyOfOne { host: h, organisation: w, visitors: 3, places: 2 }"],
            ),
        ],
    );
}

#[test]
fn a_task_is_overdue_the_day_after_it_was_due() {
    let rule = "TaskOverdue";
    let task = |more: Value| json!({"dates": visit(), "tasks": [with(json!({"id": "t"}), more)]});
    from(rule, "with a day", task(json!({"due": "2026-10-01"})), Some("2026-10-02"));
    from(rule, "counted back", task(json!({"days_before": 7})), Some("2026-10-08"));
    from(
        rule,
        "the day counts",
        task(json!({"days_before": 7, "due": "2026-10-01"})),
        Some("2026-10-02"),
    );
    from(rule, "done", task(json!({"due": "2026-10-01", "done": true})), None);
    from(rule, "without a day", task(json!({})), None);
}

#[test]
fn the_report_to_the_host_is_due_after_ten_working_days() {
    let rule = "ReportOverdue";
    let report =
        |more: Value| json!({"dates": visit(), "reports": [with(json!({"id": "r"}), more)]});
    from(rule, "none", json!({"dates": visit()}), Some("2026-10-30"));
    from(rule, "begun", report(json!({"text": "Thanks"})), Some("2026-10-30"));
    from(rule, "with a day", report(json!({"due": "2026-10-20"})), Some("2026-10-21"));
    from(rule, "sent", report(json!({"sent_on": "2026-10-20"})), None);
    let public = report(json!({"kind": "public", "sent_on": "2026-10-20"}));
    from(rule, "another report sent", public, Some("2026-10-30"));
    from(rule, "no dates", json!({}), None);
}

#[test]
fn check_ins_are_due_until_they_took_place() {
    let check_in =
        |more: Value| json!({"dates": visit(), "check_ins": [with(json!({"id": "c"}), more)]});
    let plain = || json!({"dates": visit()});
    from("CheckInDue(SixWeeks", "none", plain(), Some("2026-11-26"));
    from("CheckInDue(ThreeMonths", "none", plain(), Some("2027-01-15"));
    from("CheckInDue(SixMonths", "none", plain(), Some("2027-04-15"));
    from("CheckInDue(TwelveMonths", "none", plain(), Some("2027-10-15"));
    let held = check_in(json!({"held_on": "2026-11-20"}));
    from("CheckInDue(SixWeeks", "held", held.clone(), None);
    from("CheckInDue(ThreeMonths", "only the first", held, Some("2027-01-15"));
    let moved = check_in(json!({"due": "2026-12-01"}));
    from("CheckInDue(SixWeeks", "another day", moved, Some("2026-12-01"));
    let closed = with(plain(), json!({"finished_at": "2026-12-01T08:00:00Z"}));
    from("CheckInDue", "closed", closed, None);
}

#[test]
fn an_action_is_seen_to_and_done_in_time() {
    let action =
        |more: Value| json!({"people": [{"id": "p"}], "actions": [with(json!({"id": "a"}), more)]});
    let due = |status: &str| action(json!({"due": "2026-12-01", "status": status}));
    from("ActionOverdue", "planned", due("planned"), Some("2026-12-02"));
    from("ActionOverdue", "under way", due("under_way"), Some("2026-12-02"));
    from("ActionOverdue", "done", due("done"), None);
    from("ActionOverdue", "given up", due("dropped"), None);
    let warned = "ActionsWithoutOwner(Several { count: 1, first: a })";
    any_day(
        "ActionsWithoutOwner",
        vec![
            ("nobody", action(json!({})), &[warned]),
            ("a removed person", action(json!({"owner": "gone"})), &[warned]),
            ("somebody", action(json!({"owner": "p"})), &[]),
            ("done anyway", action(json!({"status": "done"})), &[]),
        ],
    );
    any_day(
        "AdoptedWithoutWhy",
        vec![
            ("not adopted", action(json!({"adopted": "not_adopted"})), &["AdoptedWithoutWhy(a)"]),
            (
                "adapted",
                action(json!({"adopted": "adapted", "why": " "})),
                &["AdoptedWithoutWhy(a)"],
            ),
            ("with a reason", action(json!({"adopted": "not_adopted", "why": "Cost"})), &[]),
            ("as it is", action(json!({"adopted": "adopted"})), &[]),
        ],
    );
}

#[test]
fn silence_is_noticed_after_sixty_days_unless_the_exchange_is_closed() {
    let open = exchange(&json!({}));
    let newest = Some(day("2026-10-01"));
    let silent = |exchange: &Exchange, today: &str, newest| {
        on(day(today), exchange, newest).contains(&Warning::NoNews(60))
    };
    assert!(!silent(&open, "2026-11-29", newest));
    assert!(silent(&open, "2026-11-30", newest));
    assert!(!silent(&open, "2026-11-30", None));
    let closed = exchange(&json!({"finished_at": "2026-10-01T08:00:00Z"}));
    assert!(!silent(&closed, "2026-11-30", newest));
}

#[test]
fn an_exchange_is_kept_until_its_day_even_if_it_is_closed() {
    let rule = "KeepUntilPassed";
    from(rule, "open", json!({"keep_until": "2027-01-01"}), Some("2027-01-02"));
    let closed = json!({"keep_until": "2027-01-01", "finished_at": "2026-10-01T08:00:00Z"});
    from(rule, "closed", closed, Some("2027-01-02"));
    from(rule, "not said", json!({}), None);
}

#[test]
fn what_names_a_removed_record_is_told_by_field() {
    any_day(
        "Removed",
        vec![
            (
                "notes of a removed session",
                json!({"notes": [{"id": "a", "session": "gone"}, {"id": "b", "session": "gone"}]}),
                &["Removed { collection: Some(\"notes\"), field: \"session\", \
               records: Several { count: 2, first: a } }"],
            ),
            (
                "a session that is there",
                json!({"sessions": [{"id": "s"}], "notes": [{"id": "a", "session": "s"}]}),
                &[],
            ),
            (
                "the supporter",
                json!({"supporter": "gone"}),
                &["Removed { collection: None, field: \"supporter\", \
               records: Several { count: 1, first: gone } }"],
            ),
            ("a member of a set", json!({"sessions": [{"id": "s", "objectives": ["gone"]}]}), &[]),
        ],
    );
}

#[test]
fn unreadable_values_are_told_with_their_address() {
    let plain = json!({"tasks": [{"id": "t", "due": "soon"}], "format": 7});
    let (_, found) = Exchange::read(plain.as_object().expect("an object"));
    let places: Vec<Place> = unreadable(&found).iter().map(Warning::place).collect();
    assert_eq!(places, [Place::field("format"), Place::at("tasks", &Id::from("t"), "due")]);
}

#[test]
fn what_changed_after_an_agreement_is_counted_by_part() {
    let exchange = exchange(&json!({
        "agreements": [
            {"id": "host", "party": "host", "agreed_at": "2026-09-01T08:00:00Z",
             "covers": ["agenda", "dates"]},
            {"id": "lead", "party": "lead", "covers": ["agenda"]},
        ],
    }));
    let agreed = 1_788_249_600_000;
    let edit = |collection: Option<&str>, id: &str, field: &str, at: u64| Edit {
        collection: collection.map(str::to_owned),
        id: id.to_owned(),
        field: field.to_owned(),
        at,
    };
    let before =
        [edit(Some("sessions"), "s1", "title", agreed), edit(None, "", "dates", agreed - 1)];
    assert_eq!(changed_since_agreed(&exchange, &before), []);
    let after = [
        edit(None, "", "goal", agreed + 1),
        edit(Some("people"), "p", "name", agreed + 1),
        edit(Some("sessions"), "s1", "place", agreed + 1),
        edit(Some("sessions"), "s1", "slot", agreed + 2),
        edit(Some("sessions"), "s2", "deleted", agreed + 3),
        edit(Some("sessions"), "s3", "confirmed", agreed + 3),
    ];
    let agreement = Id::from("host");
    let expected = Warning::ChangedSinceAgreed { agreement, part: Covers::Agenda, records: 2 };
    assert_eq!(changed_since_agreed(&exchange, &after), [expected]);
}

#[test]
fn an_absurd_agenda_takes_no_time_without_end() {
    let sessions: Value =
        (0..20_000).map(|at| session(&format!("{at}"), 1, "09:00", 65_535)).collect();
    let exchange = exchange(&json!({"sessions": sessions}));
    let _ = all(&exchange);
}
