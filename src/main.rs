//! Mounts the app in the place of the loading shell, and makes a panic show a page of its own.

use leptos::prelude::*;
use peer_exchange::app::App;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("{panic}");
        // src/boot/start.js shows "Reload the page: your data is saved" when it hears this.
        if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("panic")) {
            let _ = window.dispatch_event(&event);
        }
    }));
    let place = document().get_element_by_id("app");
    match place.and_then(|place| wasm_bindgen::JsCast::dyn_into(place).ok()) {
        Some(place) => {
            let place: web_sys::HtmlElement = place;
            place.set_text_content(None);
            mount_to(place, App).forget();
        }
        None => mount_to_body(App),
    }
}
