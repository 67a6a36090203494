//! A file with every exchange in it, to be kept elsewhere.

use crate::browser::{clock, files};
use crate::ui::{Toast, Toasts};
use crate::workspace::Workspace;

/// Returns what saves such a file and says what came of it.
pub fn save_everything() -> impl Fn() + Copy + Send + Sync + 'static {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    move || {
        let all = workspace.open_all();
        let name = format!("{}-{}.json", say!(settings.everything_file), clock::today());
        let text = workspace.bundle(&all, String::new());
        let message = if files::save(&name, "application/json", &text) {
            workspace.note_backup(&all);
            say!(settings.saved, name = name)
        } else {
            say!(settings.save_refused).to_owned()
        };
        toasts.show(Toast::new(message));
    }
}
