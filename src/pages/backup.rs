//! A file with documents in it, to be kept elsewhere.

use crate::browser::{clock, files};
use crate::bundle::Bundle;
use crate::ui::{Toast, Toasts};
use crate::workspace::{OpenDocument, Workspace};

/// Returns what saves a file with every document in it and says what came of it.
pub fn save_everything() -> impl Fn() + Copy + Send + Sync + 'static {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    move || {
        save(workspace, toasts, &workspace.open_all(), &everything_name());
    }
}

/// Returns the name of a file with every document in it.
pub fn everything_name() -> String {
    format!("{}-{}.json", say!(settings.everything_file), clock::today())
}

/// Hands a file with some documents to the browser and says what came of it. Returns whether the browser
/// took it. A file of several that could not be opened again is not made: they can be saved one by one.
pub fn save(workspace: Workspace, toasts: Toasts, all: &[OpenDocument], name: &str) -> bool {
    let text = workspace.bundle(all, String::new());
    let can_be_opened = Bundle::can_be_opened(&text);
    if !can_be_opened && all.len() > 1 {
        toasts.show(Toast::new(say!(settings.too_large_together).to_owned()));
        return false;
    }
    let is_saved = files::save(name, "application/json", &text);
    if is_saved {
        workspace.note_backup(all);
    }
    let message = match (is_saved, can_be_opened) {
        (false, _) => say!(settings.save_refused).to_owned(),
        (true, false) => say!(send.too_large).to_owned(),
        (true, true) => say!(settings.saved, name = name),
    };
    toasts.show(Toast::new(message));
    is_saved
}
