//! Which changes are shown: whose, and since when.

use std::sync::Arc;

use chrono::Days;
use leptos::prelude::*;

use crate::browser::clock;
use crate::model::read_date;
use crate::pages::format;
use crate::pages::open::versions::named_author;
use crate::ui::{Choice, Content, Derived, Select, TextInput, el, memo, segmented, when};
use crate::workspace::{OpenExchange, Workspace};

/// The words for since when.
const EVER: &str = "";
const SENT: &str = "sent";
const TODAY: &str = "today";
const DAY: &str = "day";

/// The word that stands for somebody who did not give a name.
const NAMELESS: &str = "-";

/// What a person chose. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Filter {
    open: OpenExchange,
    /// Whose changes; everybody's where there is none.
    pub who: RwSignal<Option<String>>,
    /// Whether they are put together by person.
    pub by_person: RwSignal<bool>,
    since: RwSignal<String>,
    day: RwSignal<String>,
}

impl Filter {
    /// Returns one that lets everything through; the day, once asked for, is a week ago.
    pub fn new(open: OpenExchange) -> Self {
        let today = clock::today();
        let day = today.checked_sub_days(Days::new(7)).unwrap_or(today);
        Self {
            open,
            who: RwSignal::new(None),
            by_person: RwSignal::new(false),
            since: RwSignal::new(EVER.to_owned()),
            day: RwSignal::new(day.to_string()),
        }
    }

    /// Returns the moment from which on changes are shown, in milliseconds since 1970.
    pub fn since_ms(self) -> u64 {
        let day = match self.since.get().as_str() {
            TODAY => Some(clock::today()),
            DAY => read_date(&self.day.get()),
            _ => None,
        };
        day.map_or(0, clock::start_of_day)
    }

    /// Returns whether only what is new since the exchange was last sent is shown.
    pub fn only_new(self) -> bool {
        self.since.get() == SENT
    }

    /// The fields.
    ///
    /// - `names`: Who wrote anything.
    pub fn fields(self, names: Derived<Vec<String>>) -> AnyView {
        let workspace = Workspace::expect();
        let Self { open, who, by_person, since, day } = self;
        let people = memo(move || {
            let choice = |name: &String| Choice::new(word(name), named_author(name));
            let everybody = Choice::new("", say!(changes.everybody));
            names.with(|names| std::iter::once(everybody).chain(names.iter().map(choice)).collect())
        });
        let times = memo(move || {
            let mut times = vec![Choice::new(EVER, say!(changes.ever))];
            if let Some(at) = workspace.sent_at(&open.id()) {
                let when = format::moment(&at);
                times.push(Choice::new(SENT, say!(changes.since_sent, when = when)));
            }
            times.push(Choice::new(TODAY, say!(changes.today)));
            times.push(Choice::new(DAY, say!(changes.since_day)));
            times
        });
        let views = vec![
            Choice::new("record", say!(changes.by_record)),
            Choice::new("person", say!(changes.by_person)),
        ];
        let view = memo(move || Arc::from(if by_person.get() { "person" } else { "record" }));
        el("div")
            .class("field-grid")
            .has((
                Select::new(say!(changes.since), times, memo(move || since.get()), move |word| {
                    since.set(word)
                }),
                when(
                    move || since.with(|since| since == DAY),
                    move || {
                        TextInput::new(say!(changes.day), day, move |text| day.set(text))
                            .kind("date")
                    },
                ),
                Select::new(
                    say!(changes.who),
                    people,
                    memo(move || who.get().as_deref().map(word).unwrap_or_default().to_owned()),
                    move |chosen: String| {
                        who.set(match chosen.as_str() {
                            "" => None,
                            NAMELESS => Some(String::new()),
                            _ => Some(chosen),
                        });
                    },
                ),
                el("div").class("field").has((
                    el("span")
                        .class("field__label")
                        .attr("aria-hidden", "true")
                        .has(say!(changes.order)),
                    segmented(
                        say!(changes.order),
                        "changes-order",
                        views,
                        move || -> Arc<str> { view.get() },
                        move |word: String| {
                            by_person.set(word == "person");
                        },
                    ),
                )),
            ))
            .view()
    }
}

/// Returns the word that stands for a name among the choices.
fn word(name: &str) -> &str {
    if name.is_empty() { NAMELESS } else { name }
}
