//! What a page leaves with the browser beside its storage: caches and a worker. To be rid of them.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Removes the caches whose names begin with a prefix. Without caches there is nothing to do.
pub async fn remove_caches(prefix: &str) {
    let Some(caches) = web_sys::window().and_then(|window| member(&window, "caches")) else {
        return;
    };
    let Some(names) = call(&caches, "keys", None).await else { return };
    for name in Array::from(&names).iter() {
        if name.as_string().is_some_and(|name| name.starts_with(prefix)) {
            call(&caches, "delete", Some(&name)).await;
        }
    }
}

/// Removes the worker of this page's own folder, if it has one. One of a folder above serves others.
pub async fn remove_worker(folder: &str) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    let Some(workers) = member(&navigator, "serviceWorker") else { return };
    let Some(worker) = call(&workers, "getRegistration", None).await else { return };
    let scope = member(&worker, "scope").and_then(|scope| scope.as_string());
    if scope.is_some_and(|scope| scope.starts_with(folder)) {
        call(&worker, "unregister", None).await;
    }
}

fn member(object: &JsValue, name: &str) -> Option<JsValue> {
    let member = Reflect::get(object, &name.into()).ok()?;
    (!member.is_undefined() && !member.is_null()).then_some(member)
}

/// Calls a method that promises something. What the browser refuses counts as not there.
async fn call(object: &JsValue, method: &str, argument: Option<&JsValue>) -> Option<JsValue> {
    let method: Function = member(object, method)?.dyn_into().ok()?;
    let promised = match argument {
        Some(argument) => method.call1(object, argument),
        None => method.call0(object),
    };
    let promise: Promise = promised.ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(promise).await.ok()?;
    (!answer.is_undefined()).then_some(answer)
}
