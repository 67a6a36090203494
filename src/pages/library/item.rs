//! An item of the library as it is put into a toolkit, and the way back to it.

use crate::library::SearchKind;
use crate::model::Resource;
use crate::route::{Screen, Shelf};

/// Something that can be put into a toolkit.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Item {
    /// What it is.
    pub kind: SearchKind,
    /// Its id; the address of further reading.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it says, in a line.
    pub note: String,
}

impl Item {
    /// Returns it as it stands in a toolkit. Its words are copied, so that who has another library, or
    /// none, can read them.
    pub fn resource(&self) -> Resource {
        let (title, note) = (self.title.clone(), self.note.clone());
        let new = Resource { title, note, ..Resource::default() };
        match self.kind {
            SearchKind::Resource => Resource { address: self.id.clone(), ..new },
            _ => Resource { library: format!("{}/{}", self.kind.word(), self.id), ..new },
        }
    }
}

/// Returns the screen of a part of the library by its word in a toolkit, `topic/compstat`.
pub fn screen(word: &str) -> Option<Screen> {
    let (kind, id) = word.split_once('/')?;
    let kind = SearchKind::ALL.into_iter().find(|it| it.word() == kind)?;
    let shelf = shelf(kind)?;
    Some(Screen::Library { shelf, item: Some(id.to_owned()) })
}

/// Returns the shelf on which items of a kind stand; further reading stands outside.
pub fn shelf(kind: SearchKind) -> Option<Shelf> {
    match kind {
        SearchKind::Topic => Some(Shelf::Topics),
        SearchKind::Recommendation => Some(Shelf::Recommendations),
        SearchKind::Principle => Some(Shelf::Principles),
        SearchKind::Story => Some(Shelf::Stories),
        SearchKind::Resource => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_collected_leads_back_to_where_it_stands() {
        for kind in SearchKind::ALL {
            let id = "https://example.org/a";
            let item =
                Item { kind, id: id.to_owned(), title: "A".to_owned(), note: "B".to_owned() };
            let resource = item.resource();
            let expected =
                shelf(kind).map(|shelf| Screen::Library { shelf, item: Some(id.to_owned()) });
            assert_eq!(screen(&resource.library), expected);
            assert_eq!(resource.link().is_some(), kind == SearchKind::Resource);
        }
        assert_eq!(screen("spell/compstat"), None);
        assert_eq!(screen(""), None);
    }
}
