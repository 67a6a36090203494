//! The programmes of sites: what each may use and what it uses, over all exchanges.

use std::ops::Deref;

use leptos::prelude::*;

use super::shown::Shown;
use super::{OpenDocument, Workspace};
use crate::bundle::Entry;
use crate::history::{RecordAddress, diff};
use crate::model::allowance::{Allowance, Exceeded, SiteUse};
use crate::model::site::key;
use crate::model::{Dates, Exchange, Id, Kind, Programme, record};
use crate::order;
use crate::store::Kept;

/// The programme of a site that pages show and change. Cheap to copy.
#[derive(Clone, Copy)]
pub struct OpenProgramme {
    document: OpenDocument,
    programme: RwSignal<Programme>,
}

impl Deref for OpenProgramme {
    type Target = OpenDocument;

    fn deref(&self) -> &OpenDocument {
        &self.document
    }
}

impl OpenProgramme {
    /// Returns a document as a programme; `None` for one of another kind.
    fn of(document: OpenDocument) -> Option<Self> {
        match document.shown {
            Shown::Programme(programme) => Some(Self { document, programme }),
            Shown::Exchange(..) => None,
        }
    }

    /// Returns the same as a document.
    pub fn document(&self) -> OpenDocument {
        self.document
    }

    /// Returns the programme.
    pub fn programme(&self) -> ReadSignal<Programme> {
        self.programme.read_only()
    }

    /// Changes the programme.
    pub fn change(&self, change: impl FnOnce(&mut Programme)) {
        let before = self.programme.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        let root = RecordAddress::root();
        self.commit(diff::edits(&root, &record::plain(&before), &record::plain(&after)));
    }
}

/// A site, what it may use, and what it uses.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteStanding {
    /// The id of its programme, whether that was set up or not.
    pub id: Id,
    /// Its name.
    pub site: String,
    /// Whether it has figures of its own; otherwise it has the usual ones.
    pub is_set_up: bool,
    /// What it may use.
    pub allowance: Allowance,
    /// What it uses, in all exchanges of the engagement.
    pub used: SiteUse,
    /// The exchanges in which an organisation of the site visits, those without dates last.
    pub visits: Vec<SiteVisit>,
}

/// What a site uses in one exchange.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteVisit {
    /// The exchange.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// Its days.
    pub dates: Option<Dates>,
    /// What the site uses in it.
    pub used: SiteUse,
    /// Whether it falls into the engagement.
    pub counts: bool,
    /// Whether it left this device for a file.
    pub is_archived: bool,
}

impl SiteStanding {
    /// Returns of what it uses more than it may.
    pub fn exceeded(&self) -> Vec<Exceeded> {
        self.allowance.exceeded(&self.used)
    }
}

/// What one exchange uses, by site.
struct Uses {
    visit: SiteVisit,
    of_sites: Vec<SiteUse>,
}

impl Workspace {
    /// Returns the programme of a site, opened; `None` if it was not set up, or was given up.
    pub fn programme(&self, id: &Id) -> Option<OpenProgramme> {
        self.here.track();
        let open = self.document(id).and_then(OpenProgramme::of)?;
        (!open.is_deleted()).then_some(open)
    }

    /// Sets a site up with the usual figures, which can then be changed; one that was given up has its
    /// old ones again. `None` for an id that is not that of a programme.
    pub fn set_up_programme(&self, id: &Id, site: &str) -> Option<OpenProgramme> {
        if Kind::of(id) != Kind::Programme {
            return None;
        }
        let found = self.document(id);
        let document = found.unwrap_or_else(|| self.take_up(Kept::new(Entry::new(id.clone()))));
        if document.is_deleted() {
            document.restore_whole();
        } else {
            let programme = Programme { site: site.trim().to_owned(), ..Programme::default() };
            document.write_whole(record::plain(&programme));
            self.store_now();
        }
        OpenProgramme::of(document)
    }

    /// Returns every site that is known here, in order of their names: those that exchanges name, those
    /// that were set up, and that of this device. Follows all of them.
    pub fn sites(&self) -> Vec<SiteStanding> {
        let uses = self.uses();
        let mut names: Vec<(Id, String)> = Vec::new();
        let own = self.device.with(|device| device.site.clone());
        let of_exchanges = uses.iter().flat_map(|it| &it.of_sites).map(|it| it.site.clone());
        let set_up = self.programmes();
        let of_programmes = set_up.iter().map(|(_, programme)| programme.site.clone());
        for site in of_programmes.chain([own]).chain(of_exchanges) {
            if let Some(id) = Programme::id(&site)
                && names.iter().all(|(known, _)| *known != id)
            {
                names.push((id, site.trim().to_owned()));
            }
        }
        order::sort_by(&mut names, |one, other| key(&one.1).cmp(&key(&other.1)));
        let standing = |(id, site): (Id, String)| {
            let programme = set_up.iter().find(|(known, _)| *known == id).map(|(_, it)| it);
            standing(id, site, programme, &uses)
        };
        names.into_iter().map(standing).collect()
    }

    /// Returns the site with this programme, if it is known here; follows it.
    pub fn site(&self, id: &Id) -> Option<SiteStanding> {
        self.sites().into_iter().find(|it| it.id == *id)
    }

    /// Returns the sites that visit in an exchange; follows them.
    pub fn sites_of(&self, exchange: &Exchange) -> Vec<SiteStanding> {
        let of_exchange = crate::model::allowance::of_exchange(exchange);
        let ids: Vec<Id> = of_exchange.iter().filter_map(|it| Programme::id(&it.site)).collect();
        self.sites().into_iter().filter(|it| ids.contains(&it.id)).collect()
    }

    /// Returns the programmes that were set up.
    fn programmes(&self) -> Vec<(Id, Programme)> {
        let ids = self.here.get().into_iter().filter(|id| Kind::of(id) == Kind::Programme);
        let open = ids.filter_map(|id| self.programme(&id));
        open.map(|open| (open.id(), open.programme.get())).collect()
    }

    /// Returns what every exchange uses, also those that left this device for a file.
    fn uses(&self) -> Vec<Uses> {
        let visit = |id: Id, title: String, dates, is_archived| SiteVisit {
            id,
            title,
            dates,
            used: SiteUse::default(),
            counts: false,
            is_archived,
        };
        let here = self.counted_now().into_iter().map(|id| {
            let summary = self.summary_now(&id);
            Uses { visit: visit(id, summary.title, summary.dates, false), of_sites: summary.uses }
        });
        let archived = self.stubs().into_iter().map(|stub| Uses {
            visit: visit(stub.id, stub.title, stub.dates, true),
            of_sites: stub.uses,
        });
        here.chain(archived).collect()
    }
}

/// Returns what a site may use and what it uses.
fn standing(id: Id, site: String, programme: Option<&Programme>, uses: &[Uses]) -> SiteStanding {
    let allowance = programme.map(Programme::allowance).unwrap_or_default();
    let all = uses.iter().map(|it| (it.visit.dates, it.of_sites.as_slice()));
    let used = allowance.used(&site, all);
    let key = key(&site);
    let mut visits: Vec<SiteVisit> = uses
        .iter()
        .filter_map(|it| {
            let used = it.of_sites.iter().find(|it| self::key(&it.site) == key)?.clone();
            let counts = allowance.covers(it.visit.dates);
            Some(SiteVisit { used, counts, ..it.visit.clone() })
        })
        .collect();
    order::sort_by(&mut visits, |one, other| {
        let place = |it: &SiteVisit| (it.dates.is_none(), it.dates.map(|dates| dates.first));
        place(one).cmp(&place(other)).then_with(|| one.title.cmp(&other.title))
    });
    SiteStanding { id, site, is_set_up: programme.is_some(), allowance, used, visits }
}
