//! Mounts the app in the place of the loading shell, and makes a panic show a page of its own.

use leptos::prelude::*;
use peer_exchange::app::App;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("{panic}");
        // src/boot/start.js shows "Reload the page: your data is saved" when it hears this.
        if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("panic")) {
            let _ = window.dispatch_event(&event);
        }
    }));
    let shell = document().get_element_by_id("app");
    match (shell, document().create_element("div")) {
        (Some(shell), Ok(made)) => {
            made.set_id("app");
            let place: HtmlElement = made.clone().unchecked_into();
            // What the page has painted before stays until the first screen stands, which takes several tasks.
            let show = move || {
                // The shell stands in the body, and so it can be replaced.
                let _ = shell.replace_with_with_node_1(&made);
            };
            mount_to(place, move || view! { <App show /> }).forget();
        }
        _ => mount_to_body(|| view! { <App show=|| () /> }),
    }
}
