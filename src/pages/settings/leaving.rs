//! What leaves this device in two steps: first a file, then, asked once more, the documents.

use crate::pages::focus;
use crate::ui::{Content, Toasts, button, el, icon, memo, stacked_callout, switch};
use leptos::prelude::*;

use crate::bundle::Entry;
use crate::pages::backup;
use crate::workspace::{OpenDocument, Workspace};

/// How far a person has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Nothing was asked yet.
    #[default]
    Before,
    /// Asked whether to go on, without a file.
    Asked,
    /// The file was handed to the browser.
    Saved,
    /// Something changed since the file was saved.
    Changed,
}

/// A file that was handed to the browser, and the documents as they are in it.
#[derive(Clone, Debug, Default)]
struct SavedFile {
    name: String,
    entries: Vec<Entry>,
}

/// The two steps of something that leaves. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Leaving {
    /// How far a person has come.
    pub step: RwSignal<Step>,
    file: StoredValue<SavedFile>,
    id: StoredValue<String>,
}

impl Leaving {
    /// Returns the steps at their beginning.
    ///
    /// - `id`: What the ids of its elements begin with.
    pub fn new(id: String) -> Self {
        Self { step: RwSignal::default(), file: StoredValue::default(), id: StoredValue::new(id) }
    }

    /// Returns the id of the button that begins.
    pub fn button_id(&self) -> String {
        self.id.with_value(|id| format!("{id}-begin"))
    }

    fn question_id(&self) -> String {
        self.id.with_value(|id| format!("{id}-question"))
    }

    /// Returns the name of the file that was saved.
    pub fn file_name(&self) -> String {
        self.file.with_value(|file| file.name.clone())
    }

    /// Asks whether to go on.
    pub fn ask(&self) {
        self.go_to(Step::Asked);
    }

    /// Hands a file with the documents to the browser, and asks whether to go on.
    pub fn save(&self, workspace: Workspace, toasts: Toasts, all: &[OpenDocument], name: String) {
        if backup::save(workspace, toasts, all, &name) {
            let entries = all.iter().map(OpenDocument::entry).collect();
            self.file.set_value(SavedFile { name, entries });
            self.go_to(Step::Saved);
        }
    }

    /// Returns whether the documents are as they are in the file. If not, says so.
    pub fn is_as_saved(&self, workspace: Workspace, all: &[OpenDocument]) -> bool {
        for open in all {
            workspace.catch_up(open);
        }
        let now: Vec<Entry> = all.iter().map(OpenDocument::entry).collect();
        let is_as_saved = self.file.with_value(|file| file.entries == now);
        if !is_as_saved {
            self.go_to(Step::Changed);
        }
        is_as_saved
    }

    /// Gives it up.
    pub fn cancel(&self) {
        self.step.set(Step::Before);
        focus::soon(self.button_id());
    }

    fn go_to(&self, step: Step) {
        self.step.set(step);
        focus::soon(self.question_id());
    }

    /// What is asked, with the ways to go on; nothing before the first step.
    ///
    /// - `tone`: The tone of the callout.
    /// - `sentence`: What is said at a step.
    /// - `ways`: The buttons of a step but for the one that gives it up.
    pub fn question(
        self,
        tone: &'static str,
        sentence: impl Fn(Step) -> String + Send + Sync + 'static,
        ways: impl Fn(Step) -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let step = memo(move || self.step.get());
        switch(
            move || step.get(),
            move |step| {
                let sign = match tone {
                    "info" => icondata::LuDownload,
                    _ => icondata::LuTriangleAlert,
                };
                (step != Step::Before).then(|| {
                    let sentence = el("span")
                        .id(self.question_id())
                        .attr("tabindex", "-1")
                        .has(sentence(step));
                    stacked_callout(tone, sign, sentence).has(
                        el("div").class("cluster").has((
                            ways(step),
                            button("button button--quiet")
                                .on_click(move || self.cancel())
                                .has(say!(settings.cancel)),
                        )),
                    )
                })
            },
        )
    }
}

/// The button that saves a file.
pub fn save_button(label: &'static str, save: impl Fn() + 'static) -> AnyView {
    button("button").on_click(save).has((icon(icondata::LuSave), el("span").has(label))).view()
}

/// The button that lets something leave for good.
pub fn remove_button(label: &'static str, remove: impl Fn() + 'static) -> AnyView {
    button("button button--danger")
        .on_click(remove)
        .has((icon(icondata::LuTrash2), el("span").has(label)))
        .view()
}
