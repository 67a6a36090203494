//! Text that a person types: in a labelled field, or in place.
//!
//! There is no save button anywhere: every keystroke is handed on.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{AnyView, RwSignal, Set as _};

use super::el::{Content, El, el, target, typed};
use super::follow::live;
use super::icon::icon;
use super::paste;
use super::value::{Act, Live, Text};

/// How many characters a field takes at most: what fits into a file in any script (64 KiB).
pub const LONGEST: &str = "16000";

/// How many characters a search takes at most.
const LONGEST_QUERY: &str = "200";

/// A labelled field for text.
pub struct TextInput {
    label: Text,
    value: Text,
    on_input: Act<String>,
    shape: Shape,
    hint: Text,
    error: Text,
    suggestions: Text,
    id: Text,
    longest: Text,
    is_undone_by_page: bool,
}

/// How a field takes its text.
enum Shape {
    /// As one line of this kind.
    Line(&'static str),
    /// As lines, so many of them in sight at least.
    Lines(usize),
}

impl TextInput {
    /// Returns a field of one line: what is asked for, the text as it stands, and what takes the text
    /// after every keystroke.
    pub fn new(
        label: impl Into<Text>,
        value: impl Into<Text>,
        on_input: impl Into<Act<String>>,
    ) -> Self {
        Self::shaped(Shape::Line("text"), label.into(), value.into(), on_input.into())
    }

    /// Returns a field for some lines of text; it grows with its words.
    pub fn area(
        label: impl Into<Text>,
        value: impl Into<Text>,
        on_input: impl Into<Act<String>>,
    ) -> Self {
        Self::shaped(Shape::Lines(2), label.into(), value.into(), on_input.into())
    }

    fn shaped(shape: Shape, label: Text, value: Text, on_input: Act<String>) -> Self {
        Self {
            label,
            value,
            on_input,
            shape,
            hint: Text::default(),
            error: Text::default(),
            suggestions: Text::default(),
            id: Text::default(),
            longest: LONGEST.into(),
            is_undone_by_page: false,
        }
    }

    /// Says that what is typed is undone by the page, each keystroke being handed on as a step.
    pub fn undone_by_page(mut self) -> Self {
        self.is_undone_by_page = true;
        self
    }

    /// Says that it takes text of any length: a whole file.
    pub fn of_any_length(mut self) -> Self {
        self.longest = Text::default();
        self
    }

    /// Says what kind of text one line is: `date`, `time`, `email` …
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.shape = Shape::Line(kind);
        self
    }

    /// Says how many lines it shows at least.
    pub fn rows(mut self, rows: usize) -> Self {
        self.shape = Shape::Lines(rows);
        self
    }

    /// Adds one sentence of help below the field.
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Says what is wrong with the text, if anything; shown at the field.
    pub fn error(mut self, error: impl Into<Text>) -> Self {
        self.error = error.into();
        self
    }

    /// Names the id of a `<datalist>` with suggestions.
    pub fn suggestions(mut self, id: impl Into<Text>) -> Self {
        self.suggestions = id.into();
        self
    }

    /// Gives the field an id, to be focused from elsewhere.
    pub fn id(mut self, id: impl Into<Text>) -> Self {
        self.id = id.into();
        self
    }
}

impl Content for TextInput {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let on_input = self.on_input;
        let error = self.error.clone();
        let field = match self.shape {
            Shape::Line(kind) => el("input").attr("type", kind).attr("autocomplete", "off"),
            Shape::Lines(rows) => el("textarea").attr("rows", rows),
        };
        let field = field
            .class("input")
            .attr("maxlength", self.longest)
            .id(self.id)
            .attr("list", self.suggestions)
            .attr("aria-invalid", move || error.get().map(|_| "true"))
            .value(self.value.clone())
            .on("input", move |event| on_input.run(typed(&event)));
        let field = if self.is_undone_by_page { field.undone_by_page() } else { field };
        let field = match self.shape {
            Shape::Line(_) => field,
            Shape::Lines(_) => growing(self.value, field),
        };
        el("label")
            .class("field")
            .has((
                el("span").class("field__label").has(self.label),
                field,
                below("field__hint", self.hint),
                below("field__error", self.error),
            ))
            .add_to(parts);
    }
}

/// Returns a labelled field that searches as one types. Enter does nothing: what was found is there already.
pub fn search_field(
    label: impl Into<Text>,
    placeholder: impl Into<Text>,
    query: RwSignal<String>,
) -> El {
    let field = el("input")
        .class("input")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("maxlength", LONGEST_QUERY)
        .attr("placeholder", placeholder)
        .value(query)
        .on("input", move |event| query.set(typed(&event)))
        .on_key(|event| {
            if event.key() == "Enter" {
                event.prevent_default();
            }
        });
    el("label").class("field search no-print").has((
        el("span").class("field__label").has(label.into()),
        el("span").class("search__field").has((icon(icondata::LuSearch), field)),
    ))
}

/// A sentence below a field, if there is one.
fn below(class: &'static str, text: Text) -> Option<AnyView> {
    if matches!(text, Live::Fixed(None)) {
        return None;
    }
    Some(live(move || text.get().map(|text| el("span").class(class).has(text.into_owned()))))
}

/// Returns a text area that is as tall as its text.
pub fn growing(value: Text, area: El) -> El {
    el("span").class("grow").attr("data-value", value).has(area)
}

/// Takes what is pasted, if it is not for the field: returns whether it took it.
type OnPaste = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// Text edited in place: it reads as text and is a field.
///
/// What is typed is undone by the page. Escape leaves, Backspace in an empty field asks to remove it. In a line, Enter asks for the next
/// row; in a block it is a line break.
pub struct InPlace {
    label: Text,
    value: Text,
    on_input: Act<String>,
    is_line: bool,
    on_enter: Option<Act<()>>,
    on_remove: Option<Act<()>>,
    on_paste: Option<OnPaste>,
    placeholder: Text,
    class: &'static str,
    id: Text,
}

impl InPlace {
    /// Returns text that wraps and holds one line: what it is for those who do not see where it
    /// stands, the text, and what takes it after every keystroke.
    pub fn line(
        label: impl Into<Text>,
        value: impl Into<Text>,
        on_input: impl Into<Act<String>>,
    ) -> Self {
        Self::new(label.into(), value.into(), on_input.into(), true)
    }

    /// Returns text of any number of lines.
    pub fn block(
        label: impl Into<Text>,
        value: impl Into<Text>,
        on_input: impl Into<Act<String>>,
    ) -> Self {
        Self::new(label.into(), value.into(), on_input.into(), false)
    }

    fn new(label: Text, value: Text, on_input: Act<String>, is_line: bool) -> Self {
        Self {
            label,
            value,
            on_input,
            is_line,
            on_enter: None,
            on_remove: None,
            on_paste: None,
            placeholder: Text::default(),
            class: "input input--inplace",
            id: Text::default(),
        }
    }

    /// Says what Enter does.
    pub fn on_enter(mut self, act: impl Into<Act<()>>) -> Self {
        self.on_enter = Some(act.into());
        self
    }

    /// Says what Backspace in an empty field does.
    pub fn on_remove(mut self, act: impl Into<Act<()>>) -> Self {
        self.on_remove = Some(act.into());
        self
    }

    /// Says what takes a pasted text that is more than one line; it returns whether it did.
    pub fn on_paste(mut self, take: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        self.on_paste = Some(Arc::new(take));
        self
    }

    /// Says in other words what it is for.
    pub fn label(mut self, label: impl Into<Text>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what is shown while it is empty.
    pub fn placeholder(mut self, text: impl Into<Text>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// Writes it larger: a name.
    pub fn strong(mut self) -> Self {
        self.class = "input input--inplace input--strong";
        self
    }

    /// Writes it as a goal.
    pub fn goal(mut self) -> Self {
        self.class = "input input--inplace input--goal";
        self
    }

    /// Gives the field an id, to be focused from elsewhere.
    pub fn id(mut self, id: impl Into<Text>) -> Self {
        self.id = id.into();
        self
    }
}

impl Content for InPlace {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let Self { value, on_input, is_line, on_enter, on_remove, on_paste, .. } = self;
        let now = value.clone();
        // Whether the focus came while a key was held: what that goes on doing is not meant for this field.
        let is_fresh = Rc::new(Cell::new(false));
        let of_focus = Rc::clone(&is_fresh);
        let on_key = move |event: web_sys::KeyboardEvent| {
            if !event.repeat() {
                is_fresh.set(false);
            }
            let is_empty = || leptos::prelude::untrack(|| now.text().is_empty());
            match event.key().as_str() {
                // Held, it stops at the emptied field.
                "Backspace" if event.repeat() && (is_fresh.get() || is_empty()) => {
                    event.prevent_default();
                }
                // While an input method composes a word, Enter only accepts it.
                "Enter" if is_line && !event.is_composing() => {
                    event.prevent_default();
                    if let Some(on_enter) = &on_enter {
                        on_enter.run(());
                    }
                }
                "Escape" => {
                    if let Some(field) = target::<web_sys::HtmlElement>(&event) {
                        let _ = field.blur();
                    }
                }
                "Backspace" if is_empty() => {
                    if let Some(on_remove) = &on_remove {
                        event.prevent_default();
                        on_remove.run(());
                    }
                }
                _ => {}
            }
        };
        let on_input = move |event: web_sys::Event| {
            let text = typed(&event);
            // A pasted line break becomes a space: the text is one line.
            on_input.run(if is_line { text.replace(['\r', '\n'], " ") } else { text });
        };
        let area = el("textarea")
            .class(self.class)
            .attr("maxlength", LONGEST)
            .attr("rows", "1")
            .id(self.id)
            .attr("aria-label", self.label)
            .attr("placeholder", self.placeholder)
            .value(value.clone())
            .undone_by_page()
            .on("focus", move |_| of_focus.set(true))
            .on_key(on_key)
            .on("input", on_input);
        let area = match on_paste {
            Some(take) => area.on("paste", move |event| {
                if paste::text(&event).is_some_and(|text| take(&text)) {
                    event.prevent_default();
                }
            }),
            None => area,
        };
        growing(value, area).add_to(parts);
    }
}
