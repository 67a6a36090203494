//! What is pasted, and what a field has no room for of it.

use wasm_bindgen::JsCast as _;

/// Returns the pasted text of more than one line, or of cells divided by tabs.
pub fn text(event: &web_sys::Event) -> Option<String> {
    let data = event.dyn_ref::<web_sys::ClipboardEvent>()?.clipboard_data()?;
    let text = data.get_data("text/plain").ok()?;
    text.trim().contains(['\n', '\t']).then_some(text)
}

/// Returns how many characters of a pasted text are left out because its field is full then; browsers
/// say nothing of it. `None` if all of it fits.
pub fn left_out(event: &web_sys::Event) -> Option<usize> {
    let data = event.dyn_ref::<web_sys::ClipboardEvent>()?.clipboard_data()?;
    // A one-line field has the same properties, and what is no field has no longest text.
    let field: web_sys::HtmlTextAreaElement = event.target()?.unchecked_into();
    let most = usize::try_from(field.max_length()).ok().filter(|most| *most > 0)?;
    let at = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or_default() as usize;
    let replaced = at(field.selection_end()).saturating_sub(at(field.selection_start()));
    let length = |text: &str| text.encode_utf16().count();
    let pasted = length(&data.get_data("text/plain").ok()?.replace("\r\n", "\n"));
    let after = length(&field.value()).saturating_sub(replaced) + pasted;
    Some(after.saturating_sub(most)).filter(|over| *over > 0)
}
