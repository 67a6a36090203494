//! The page itself: its title, theme and language, printing, focus and scrolling.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets the title that tabs and histories show.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element, or removes it where `value` is `None`.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Setting a plain attribute by a valid constant name cannot fail.
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Opens the browser's print dialog. Returns false where there is none.
pub fn print() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Browsers refuse it only within a page that is already going.
        let _ = window.location().reload();
    }
}

/// Begins anew at the page's own address, as if it had just been opened.
pub fn restart() {
    if let Some(window) = web_sys::window() {
        // As above.
        let _ = window.location().replace(&address());
    }
}

/// Lets the browser ask, in its own words, before the page is left.
pub fn ask_before_leaving(event: &web_sys::Event) {
    event.prevent_default();
    // Older browsers look at this instead. They show no text of pages.
    let _ = js_sys::Reflect::set(event, &"returnValue".into(), &true.into());
}

/// Puts the focus on the element with this id. Returns whether it is there.
pub fn focus(id: &str) -> bool {
    let element = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Puts the focus on an element that is in sight already, where the page stands. Returns whether it is there.
pub fn focus_in_place(id: &str) -> bool {
    let element = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.is_some_and(|element| element.focus_with_options(&options).is_ok())
}

/// Returns the id of the element that has the focus, if it has one.
pub fn focused() -> Option<String> {
    let id = document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Puts the focus on the element with this id unless a person is already typing somewhere: a frame may
/// come late, and their next keys must not go astray. Returns whether it has the focus now.
pub fn offer_focus(id: &str) -> bool {
    const FIELDS: &str = "input, textarea, select";
    let is_typing = document()
        .and_then(|document| document.active_element())
        .is_some_and(|active| active.matches(FIELDS).unwrap_or(false));
    !is_typing && focus(id)
}

/// Scrolls the page to its top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Returns the element with this id.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Scrolls the page down by so many pixels; up by a negative number.
pub fn scroll_by(pixels: f64) {
    if let Some(window) = web_sys::window()
        && pixels != 0.0
    {
        window.scroll_by_with_x_and_y(0.0, pixels);
    }
}

/// Returns by how many pixels the page is scrolled down.
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Returns how high the window is, in pixels.
pub fn height() -> f64 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Returns whether the page is hidden: another tab is in front, or the device sleeps.
pub fn is_hidden() -> bool {
    document()
        .is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Hidden)
}

/// Returns the page's own address without query and fragment, to be passed on to others.
pub fn address() -> String {
    let href =
        web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Returns the language that the reader prefers, as a tag such as `en-GB`; empty if unknown.
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Does something once the browser has nothing better to do; in Safari, which does not say when, in a moment.
pub fn when_idle(act: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let act = Closure::once_into_js(act);
    if window.request_idle_callback(act.unchecked_ref()).is_err() {
        // A number of milliseconds cannot be refused.
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), 50);
    }
}
