//! What can be done with one thing, behind a button with three dots.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::el::{Content, El, Place, button, el, target};
use super::follow::when;
use super::icon::icon;
use super::value::{Act, Flag, Text};
use crate::derived::Give;

/// A button that opens a short list of acts. Closes after one was chosen, on Escape, and as soon as
/// the finger or the focus goes elsewhere. The acts are drawn when it is first opened: a page may have
/// hundreds of menus.
pub struct Menu {
    summary: El,
    acts: Box<dyn Give<AnyView>>,
}

impl Menu {
    /// Returns a menu behind three dots; the label says what the acts are for: "More for objective 2".
    ///
    /// - `acts`: Returns its [`MenuItem`]s.
    pub fn new<C: Content>(
        label: impl Into<Text>,
        acts: impl Fn() -> C + Send + Sync + 'static,
    ) -> Self {
        let summary = el("summary")
            .class("button button--quiet button--icon")
            .attr("aria-label", label)
            .has(icon(icondata::LuEllipsis));
        Self { summary, acts: Box::new(move || acts().view()) }
    }

    /// Returns a menu behind a button with a sign and a word.
    ///
    /// - `acts`: Returns its [`MenuItem`]s.
    pub fn with_word<C: Content>(
        label: impl Into<Text>,
        sign: icondata::Icon,
        word: &'static str,
        acts: impl Fn() -> C + Send + Sync + 'static,
    ) -> Self {
        let summary = el("summary")
            .class("button")
            .attr("aria-label", label)
            .has((icon(sign), el("span").has(word)));
        Self { summary, acts: Box::new(move || acts().view()) }
    }

    /// Gives the button an id, to be focused from elsewhere.
    pub fn id(mut self, id: impl Into<Text>) -> Self {
        self.summary = self.summary.id(id);
        self
    }
}

impl Content for Menu {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let (details, summary) = (Place::new(), Place::new());
        let is_drawn = RwSignal::new(false);
        let draw = move || {
            if !is_drawn.get_untracked() {
                is_drawn.set(true);
            }
        };
        let element = move || {
            let element = details.try_get_untracked().flatten()?;
            element.dyn_into::<web_sys::HtmlDetailsElement>().ok()
        };
        let close = move || {
            if let Some(details) = element() {
                details.set_open(false);
            }
        };
        let close_and_return = move || {
            close();
            if let Some(summary) = summary.try_get_untracked().flatten() {
                let _ = summary.focus();
            }
        };
        let outside = StoredValue::new(None::<WindowListenerHandle>);
        let stop_listening = move || {
            if let Some(Some(handle)) = outside.try_update_value(Option::take) {
                handle.remove();
            }
        };
        on_cleanup(stop_listening);
        let on_toggle = move |_| {
            stop_listening();
            if element().is_some_and(|details| details.open()) {
                draw();
                let handle = window_event_listener_untyped("pointerdown", move |event| {
                    let touched = target::<web_sys::Node>(&event);
                    if element().is_some_and(|details| !details.contains(touched.as_ref())) {
                        close();
                    }
                });
                let _ = outside.try_update_value(|outside| *outside = Some(handle));
            }
        };
        let on_key = move |event: web_sys::KeyboardEvent| {
            if event.key() == "Escape" && element().is_some_and(|details| details.open()) {
                // This Escape closes the menu and nothing else.
                event.stop_propagation();
                close_and_return();
            }
        };
        let on_leave = move |event: web_sys::Event| {
            // Without a next element the focus may only rest, as after a tap on a button in Safari.
            let event: web_sys::FocusEvent = event.unchecked_into();
            if event.related_target().is_some() {
                request_animation_frame(move || {
                    let has_focus = |it: &web_sys::Element| it.matches(":focus-within") == Ok(true);
                    if element().is_some_and(|details| !has_focus(&details)) {
                        close();
                    }
                });
            }
        };
        let acts = self.acts;
        let acts = when(move || is_drawn.get(), move || acts.give());
        let acts = el("ul").class("menu__list").on_click(close_and_return).has(acts);
        // Before it opens: on the toggle, it may be painted empty.
        let opener = self.summary.held_by(summary).on_click(draw);
        el("details")
            .class("menu")
            .held_by(details)
            .on("toggle", on_toggle)
            .on_key(on_key)
            .on("focusout", on_leave)
            .has((opener, acts))
            .add_to(parts);
    }
}

/// One act of a [`Menu`].
#[derive(Clone)]
pub struct MenuItem {
    icon: Option<icondata::Icon>,
    text: Text,
    on_pick: Act<()>,
    disabled: Flag,
    danger: bool,
}

impl MenuItem {
    /// Returns an act: its sign, its words, and what does it.
    pub fn new(icon: icondata::Icon, text: impl Into<Text>, on_pick: impl Into<Act<()>>) -> Self {
        let (text, on_pick) = (text.into(), on_pick.into());
        Self { icon: Some(icon), text, on_pick, disabled: Flag::default(), danger: false }
    }

    /// Returns an act without a sign.
    pub fn plain(text: impl Into<Text>, on_pick: impl Into<Act<()>>) -> Self {
        let (text, on_pick) = (text.into(), on_pick.into());
        Self { icon: None, text, on_pick, disabled: Flag::default(), danger: false }
    }

    /// Says when it cannot be done.
    pub fn disabled(mut self, disabled: impl Into<Flag>) -> Self {
        self.disabled = disabled.into();
        self
    }

    /// Marks it as taking something away.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }
}

impl Content for MenuItem {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let on_pick = self.on_pick;
        let item = button("menu__item")
            .attr("data-state", self.danger.then_some("danger"))
            .flag("disabled", self.disabled)
            .on_click(move || on_pick.run(()))
            .has((self.icon.map(icon), el("span").has(self.text)));
        el("li").has(item).add_to(parts);
    }
}
