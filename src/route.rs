//! Screens and their addresses. Pure: text in, text out.
//!
//! A screen is the query of the page's address (`?screen=agenda&exchange=…`), never its path: so the
//! same files work from any folder of any static host, and every screen survives a reload.

use crate::model::{Id, Kind};

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// All exchanges.
    Home,
    /// The sample exchange, on the way to being opened.
    Sample,
    /// Making a new exchange, step by step.
    New(Step),
    /// Opening a file that someone sent.
    Open,
    /// The library.
    Library {
        /// The shelf that is looked at.
        shelf: Shelf,
        /// What is looked at on it, by its id.
        item: Option<String>,
    },
    /// What each site may use of the programme, and what it uses.
    Programme,
    /// The same of one site, by the id of its programme.
    Site(Id),
    /// Author, theme and wording on this device.
    Settings,
    /// How it works, in short.
    Help,
    /// One exchange.
    Exchange {
        /// Its id.
        id: Id,
        /// The part of it that is shown.
        section: Section,
        /// The record to go to, such as the one that a warning is about.
        at: Option<Id>,
    },
}

/// A step on the way to a new exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What it is about.
    Topic,
    /// Who visits whom.
    Organisations,
    /// When, and in what form.
    Dates,
    /// What it is called and what for.
    Goal,
}

impl Step {
    /// Every step in order.
    pub const ALL: [Self; 4] = [Self::Topic, Self::Organisations, Self::Dates, Self::Goal];

    /// Returns the word that stands for it in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Organisations => "organisations",
            Self::Dates => "dates",
            Self::Goal => "goal",
        }
    }
}

/// A shelf of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Templates of visits.
    Topics,
    /// What others recommend.
    Recommendations,
    /// How police and residents work together.
    Principles,
    /// Those for residents, in large type.
    Residents,
    /// What sites did and saw.
    Stories,
    /// Collections of one's own out of the library (S1).
    Toolkits,
    /// Templates of one's own.
    Templates,
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 7] = [
        Self::Topics,
        Self::Recommendations,
        Self::Principles,
        Self::Residents,
        Self::Stories,
        Self::Toolkits,
        Self::Templates,
    ];

    /// Returns the word that stands for it in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Recommendations => "recommendations",
            Self::Principles => "principles",
            Self::Residents => "residents",
            Self::Stories => "stories",
            Self::Toolkits => "toolkits",
            Self::Templates => "templates",
        }
    }
}

/// A part of an exchange with a screen of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Goal, objectives, outcomes and the thread.
    Overview,
    /// Organisations and people.
    Team,
    /// The visitors' questions.
    Questions,
    /// The agenda.
    Agenda,
    /// Tasks, calls, and what visitors have to know before they come.
    Preparation,
    /// Notes taken during the visit.
    Notes,
    /// The assessment after the visit.
    Assessment,
    /// Saving the exchange as a file to send.
    Send,
    /// Who changed what, and when.
    Changes,
    /// What was deleted.
    Trash,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Team,
        Self::Questions,
        Self::Agenda,
        Self::Preparation,
        Self::Notes,
        Self::Assessment,
        Self::Send,
        Self::Changes,
        Self::Trash,
    ];

    /// Returns the word that stands for it in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Team => "team",
            Self::Questions => "questions",
            Self::Agenda => "agenda",
            Self::Preparation => "preparation",
            Self::Notes => "notes",
            Self::Assessment => "assessment",
            Self::Send => "send",
            Self::Changes => "changes",
            Self::Trash => "trash",
        }
    }
}

impl Screen {
    /// Returns the screen that a query asks for; the home screen for anything unknown.
    pub fn from_query(query: impl Fn(&str) -> Option<String>) -> Self {
        let word = query("screen").unwrap_or_default();
        let id = query("exchange").filter(|id| !id.is_empty()).map(Id::from);
        let at = query("at").filter(|at| !at.is_empty()).map(Id::from);
        let section = Section::ALL.into_iter().find(|section| section.word() == word);
        match (word.as_str(), section, id) {
            (_, Some(section), Some(id)) => Self::Exchange { id, section, at },
            ("new", ..) => {
                let word = query("step").unwrap_or_default();
                let step = Step::ALL.into_iter().find(|step| step.word() == word);
                Self::New(step.unwrap_or(Step::Topic))
            }
            ("open", ..) => Self::Open,
            ("sample", ..) => Self::Sample,
            ("library", ..) => {
                let word = query("shelf").unwrap_or_default();
                let shelf = Shelf::ALL.into_iter().find(|shelf| shelf.word() == word);
                let item = query("item").filter(|item| !item.is_empty());
                Self::Library { shelf: shelf.unwrap_or(Shelf::Topics), item }
            }
            ("programme", ..) => {
                let site = query("site").map(Id::from);
                let site = site.filter(|id| Kind::of(id) == Kind::Programme);
                site.map_or(Self::Programme, Self::Site)
            }
            ("settings", ..) => Self::Settings,
            ("help", ..) => Self::Help,
            _ => Self::Home,
        }
    }

    /// Returns the screen of one part of an exchange.
    pub fn exchange(id: &Id, section: Section) -> Self {
        Self::Exchange { id: id.clone(), section, at: None }
    }

    /// Returns the screen of one record of an exchange.
    pub fn record(id: &Id, section: Section, at: &Id) -> Self {
        Self::Exchange { id: id.clone(), section, at: Some(at.clone()) }
    }

    /// Returns whether two screens are one place, wherever in it one looks: in an exchange the same
    /// section.
    pub fn is_same_place(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Exchange { id, section, .. },
                Self::Exchange { id: other, section: of_other, .. },
            ) => (id, section) == (other, of_other),
            (one, other) => one == other,
        }
    }

    /// Returns the address, relative to the page.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "?screen=home".to_owned(),
            Self::New(step) => format!("?screen=new&step={}", step.word()),
            Self::Open => "?screen=open".to_owned(),
            Self::Sample => "?screen=sample".to_owned(),
            Self::Library { shelf, item } => {
                let mut href = format!("?screen=library&shelf={}", shelf.word());
                if let Some(item) = item {
                    href.push_str("&item=");
                    href.push_str(&encoded(item));
                }
                href
            }
            Self::Programme => "?screen=programme".to_owned(),
            Self::Site(id) => format!("?screen=programme&site={}", encoded(id.as_str())),
            Self::Settings => "?screen=settings".to_owned(),
            Self::Help => "?screen=help".to_owned(),
            Self::Exchange { id, section, at } => {
                let mut href =
                    format!("?screen={}&exchange={}", section.word(), encoded(id.as_str()));
                if let Some(at) = at {
                    href.push_str("&at=");
                    href.push_str(&encoded(at.as_str()));
                }
                href
            }
        }
    }
}

/// Returns text as it may stand in a query (RFC 3986: everything but unreserved characters encoded).
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(href: &str) -> Screen {
        let query = href.trim_start_matches('?').to_owned();
        Screen::from_query(move |name| {
            query.split('&').find_map(|pair| {
                let (key, value) = pair.split_once('=')?;
                (key == name).then(|| value.to_owned())
            })
        })
    }

    #[test]
    fn every_screen_is_found_again_by_its_address() {
        let id = Id::from("k3f9");
        let mut screens = vec![
            Screen::Home,
            Screen::Open,
            Screen::Sample,
            Screen::Programme,
            Screen::Site(Id::from("programme-st-louis")),
            Screen::Settings,
            Screen::Help,
            Screen::record(&id, Section::Agenda, &Id::from("s1")),
        ];
        screens.extend(Step::ALL.map(Screen::New));
        for item in [None, Some("crime-guns".to_owned())] {
            screens.extend(Shelf::ALL.map(|shelf| Screen::Library { shelf, item: item.clone() }));
        }
        screens.extend(Section::ALL.map(|section| Screen::exchange(&id, section)));
        for screen in screens {
            assert_eq!(parse(&screen.href()), screen);
        }
    }

    #[test]
    fn an_unknown_address_leads_home() {
        for href in ["", "?screen=nowhere", "?screen=agenda", "?exchange=x"] {
            assert_eq!(parse(href), Screen::Home, "{href}");
        }
    }

    #[test]
    fn an_id_from_a_file_cannot_break_out_of_its_place_in_the_address() {
        let href = Screen::exchange(&Id::from("a&screen=help#\"<ü"), Section::Team).href();
        assert_eq!(href, "?screen=team&exchange=a%26screen%3Dhelp%23%22%3C%C3%BC");
    }
}
