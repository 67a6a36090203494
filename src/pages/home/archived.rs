//! What stays of exchanges that left this device for a file.

use crate::ui::{Content, Toast, Toasts, button, each_by, el, key_of, memo, when};
use leptos::prelude::*;

use crate::browser::clock;
use crate::pages::format;
use crate::pages::who::joined;
use crate::store::Stub;
use crate::workspace::Workspace;

/// The archived exchanges; nothing while there are none.
pub fn archived() -> AnyView {
    let workspace = Workspace::expect();
    let stubs = memo(move || workspace.stubs());
    when(
        move || stubs.with(|stubs| !stubs.is_empty()),
        move || {
            el("section").class("stack stack--tight").attr("aria-labelledby", "archived").has((
                el("h2").class("archived__head").id("archived").has(say!(home.archived)),
                el("div").class("panel query").has((
                    el("p").class("panel__body soft").has(say!(home.archived_hint)),
                    el("ul").class("rows").has(each_by(
                        move || stubs.get(),
                        |stub| key_of(&(&stub.id, &stub.archived_at)),
                        row,
                    )),
                )),
            ))
        },
    )
    .view()
}

fn row(stub: Stub) -> AnyView {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    let title = match stub.title.trim() {
        "" => say!(app.untitled).to_owned(),
        title => title.to_owned(),
    };
    let who = say!(
        home.archived_who,
        hosts = joined(&stub.hosts, say!(app.no_host)),
        visitors = joined(&stub.visitors, say!(app.no_visitors))
    );
    let file = match clock::local(&stub.archived_at) {
        Some((date, _)) => {
            say!(home.archived_file, name = stub.file_name.clone(), date = format::day(date))
        }
        None => stub.file_name.clone(),
    };
    let label = say!(home.archived_remove_of, title = title.clone());
    let said = say!(home.archived_removed, title = title.clone());
    let remove = move || {
        workspace.remove_stub(&stub.id);
        let stub = stub.clone();
        let undo = move || workspace.put_stub_back(&stub);
        toasts.show(Toast::with_action(said.clone(), say!(app.undo), undo));
    };
    el("li")
        .class("setting")
        .has((
            el("div").class("archived__what").has((
                el("h3").has(title),
                el("small").has(who),
                el("small").has(file),
            )),
            button("button")
                .attr("aria-label", label)
                .on_click(remove)
                .has(say!(home.archived_remove)),
        ))
        .view()
}
