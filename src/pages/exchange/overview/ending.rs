//! The foot of the page: where the topic comes from, a template out of it, and the way to be rid of it.

use crate::ui::{Content, El, Toast, Toasts, button, el, icon};
use leptos::prelude::*;

use crate::model::{Exchange, Kind};
use crate::pages::exchange::rows::offer_undo;
use crate::pages::{go, title_of};
use crate::route::{Screen, Section, Shelf};
use crate::workspace::{OpenExchange, Workspace};

/// The foot.
pub fn ending() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let source = move || {
        let source = about.with(|about| about.source.trim().to_owned());
        (!source.is_empty())
            .then(|| el("p").class("soft measure").has(say!(plan.source, source = source)))
    };
    let (after, delete_words) = match open.kind() {
        Kind::Template => (shelf(Shelf::Templates), say!(library.delete_template)),
        Kind::Toolkit => (shelf(Shelf::Toolkits), say!(library.delete_toolkit)),
        Kind::Exchange | Kind::Programme => (Screen::Home, say!(plan.delete_exchange)),
    };
    let delete = move |_| {
        let title = about.with_untracked(title_of);
        open.delete_whole();
        offer_undo(title, move || {
            open.restore_whole();
            !open.is_deleted()
        });
        go(&after);
    };
    el("footer")
        .class("spread")
        .has((
            el("div").has(source),
            el("div").class("cluster").has((
                (open.kind() == Kind::Exchange).then(|| save_as_template(open)),
                button("button button--quiet button--danger")
                    .on("click", delete)
                    .has((icon(icondata::LuTrash2), el("span").has(delete_words))),
            )),
        ))
        .view()
}

fn shelf(shelf: Shelf) -> Screen {
    Screen::Library { shelf, item: None }
}

/// The button that makes a template of what another visit can take over.
fn save_as_template(open: OpenExchange) -> El {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    let save = move || {
        let template = open.exchange().with_untracked(Exchange::reusable);
        let title = title_of(&template.about);
        let id = workspace.create_as(Kind::Template, template);
        let show = move || go(&Screen::exchange(&id, Section::Overview));
        let said = say!(library.template_made, title = title);
        toasts.show(Toast::with_action(said, say!(app.show), show));
    };
    button("button button--quiet")
        .on_click(save)
        .has((icon(icondata::LuLayoutTemplate), el("span").has(say!(library.save_as_template))))
}
