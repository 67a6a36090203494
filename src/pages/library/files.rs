//! The library's files, which lie beside the page: fetched when they are asked for first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::fetch;
use crate::library::{
    Catalogue, LibraryError, Principles, Recommendations, Search, SearchIndex, Stories, Topic,
};
use crate::ui::{Content, button, callout, el, live};

/// Returns the catalogue of topics, or what is wrong with it, as text for the console and for help.
pub async fn catalogue() -> Result<Catalogue, String> {
    read("topics.json", Catalogue::read).await
}

/// Returns the topic in a file that the catalogue names, or what is wrong with it.
pub async fn topic(file: &str) -> Result<Topic, String> {
    read(file, Topic::read).await
}

async fn read<T>(file: &str, read: fn(&str) -> Result<T, LibraryError>) -> Result<T, String> {
    let text = fetch::text(&format!("library/{file}")).await.map_err(|error| error.to_string())?;
    read(&text).map_err(|error| error.to_string())
}

/// A file while it is on its way, here, or not to be had.
pub struct File<T: 'static> {
    name: StoredValue<String>,
    read: fn(&str) -> Result<T, LibraryError>,
    state: RwSignal<Option<Result<Arc<T>, String>>>,
}

impl<T> Clone for File<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for File<T> {}

impl<T: Send + Sync> File<T> {
    /// Asks for a file of the library.
    ///
    /// - `name`: Its name, seen from the library's folder.
    /// - `read`: Reads it.
    pub fn ask(name: impl Into<String>, read: fn(&str) -> Result<T, LibraryError>) -> Self {
        let file = Self { name: StoredValue::new(name.into()), read, state: RwSignal::new(None) };
        file.fetch();
        file
    }

    fn fetch(self) {
        self.state.set(None);
        leptos::task::spawn_local(async move {
            let outcome = read(&self.name.get_value(), self.read).await;
            if let Err(error) = &outcome {
                leptos::logging::warn!("{error}");
            }
            let _ = self.state.try_set(Some(outcome.map(Arc::new)));
        });
    }

    /// Returns what is in it, once it is here.
    pub fn get(self) -> Option<Arc<T>> {
        self.state.with(|state| state.as_ref()?.as_ref().ok().cloned())
    }

    /// Draws what is in it; or says that it is on its way, or which file cannot be read. The rest of the
    /// library does not need it.
    pub fn drawn(self, draw: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static) -> AnyView {
        live(move || match self.state.get() {
            Some(Ok(content)) => draw(content),
            Some(Err(_)) => {
                let name = format!("library/{}", self.name.get_value());
                callout("warn", icondata::LuTriangleAlert, say!(library.broken, file = name))
                    .attr("role", "alert")
                    .has(
                        button("button button--quiet")
                            .on_click(move || self.fetch())
                            .has(say!(create.try_again)),
                    )
                    .view()
            }
            None => el("p").class("soft").attr("role", "status").has(say!(create.loading)).view(),
        })
    }
}

/// Asks for what is searched.
pub fn search() -> File<Search> {
    File::ask("search.json", |text| SearchIndex::read(text).map(Search::new))
}

/// All files of the library but those of single topics. Each is asked for once on a page.
#[derive(Clone, Copy)]
pub struct Library {
    /// The topics by their cards.
    pub catalogue: File<Catalogue>,
    /// What is searched.
    pub search: File<Search>,
    /// The recommendations.
    pub recommendations: File<Recommendations>,
    /// The collaboration principles.
    pub principles: File<Principles>,
    /// The stories.
    pub stories: File<Stories>,
}

impl Library {
    /// Asks for all of them.
    pub fn ask() -> Self {
        Self {
            catalogue: File::ask("topics.json", Catalogue::read),
            search: search(),
            recommendations: File::ask("recommendations.json", Recommendations::read),
            principles: File::ask("principles.json", Principles::read),
            stories: File::ask("stories.json", Stories::read),
        }
    }
}
