//! Elements, put together step by step: `el("p").class("soft").has(text)`.
//!
//! The `view!` macro of Leptos gives every element of every screen a type of its own, and the program
//! grows by some hundred bytes with each. Here all elements are one type: what a screen says about
//! them is a few calls with fixed texts, and all that draws and follows is compiled once. Underneath
//! they are Leptos's own elements, attributes and effects.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::{Custom, custom};
use leptos::tachys::html::event::{self, on};
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use leptos::tachys::html::style::style;
use leptos::tachys::view::iterators::StaticVec;
use leptos::wasm_bindgen::JsCast;

use super::follow::live;
use super::value::{Flag, Live, Text};
use crate::derived::Derived;

/// A place that holds an element once it is on the page.
pub type Place = NodeRef<Custom<&'static str>>;

/// An element that is being put together.
pub struct El(Box<Made>);

struct Made {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    parts: Vec<AnyView>,
}

/// What is done on an event, to be stored as `dyn Handle`.
trait Handle {
    fn handle(&mut self, event: web_sys::Event);
}

impl<F: FnMut(web_sys::Event)> Handle for F {
    fn handle(&mut self, event: web_sys::Event) {
        self(event);
    }
}

/// Begins an element of HTML.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Made { tag, attributes: Vec::new(), parts: Vec::new() }))
}

/// Begins a button that sends no form.
pub fn button(class: &'static str) -> El {
    el("button").class(class).attr("type", "button")
}

impl El {
    /// Gives it an attribute; none while the text is none.
    pub fn attr(self, name: &'static str, text: impl Into<Text>) -> Self {
        self.with_text(name, text.into())
    }

    /// Gives it its classes.
    pub fn class(self, names: impl Into<Text>) -> Self {
        self.attr("class", names)
    }

    /// Gives it an id.
    pub fn id(self, id: impl Into<Text>) -> Self {
        self.attr("id", id)
    }

    /// Gives it an attribute without a value, such as `disabled`, while the flag is up.
    pub fn flag(self, name: &'static str, flag: impl Into<Flag>) -> Self {
        self.with_flag(name, flag.into())
    }

    fn with_flag(self, name: &'static str, flag: Flag) -> Self {
        let text = match flag {
            Live::Fixed(flag) => Text::Fixed(flag.then_some(Cow::Borrowed(""))),
            Live::Following(flag) => Text::from(move || flag.give().then_some("")),
        };
        self.with_text(name, text)
    }

    fn with_text(self, name: &'static str, text: Text) -> Self {
        match text {
            Live::Fixed(None) => self,
            Live::Fixed(Some(text)) => self.with(custom_attribute(name, text).into_any_attr()),
            Live::Following(text) => {
                self.with(custom_attribute(name, move || text.give()).into_any_attr())
            }
        }
    }

    /// Gives a field what is typed in it.
    pub fn value(self, text: impl Into<Text>) -> Self {
        self.with_value(text.into())
    }

    fn with_value(self, text: Text) -> Self {
        self.with(prop("value", move || text.text().into_owned()).into_any_attr())
    }

    /// Says of a field that what is typed in it is undone by the page. All others keep the browser's own
    /// undo ([`undoes_itself`]).
    pub fn undone_by_page(self) -> Self {
        self.attr("data-undo", "page")
    }

    /// Sets a property of the element that is yes or no, such as `checked`.
    pub fn prop(self, name: &'static str, flag: impl Into<Flag>) -> Self {
        self.with_prop(name, flag.into())
    }

    fn with_prop(self, name: &'static str, flag: Flag) -> Self {
        self.with(prop(name, move || flag.get()).into_any_attr())
    }

    /// Sets a custom property of the styles, such as `--at`.
    pub fn var(self, name: &'static str, text: impl Into<Text>) -> Self {
        self.with_var(name, text.into())
    }

    fn with_var(self, name: &'static str, text: Text) -> Self {
        self.with(style((name, move || text.text().into_owned())).into_any_attr())
    }

    /// Does something on an event.
    pub fn on(self, name: &'static str, act: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.with_event(name, Box::new(act))
    }

    /// Does something on an event of a certain kind, such as a `SubmitEvent` on `submit`.
    pub fn on_as<E: JsCast>(self, name: &'static str, mut act: impl FnMut(E) + 'static) -> Self {
        self.with_event(name, Box::new(move |event: web_sys::Event| act(event.unchecked_into())))
    }

    /// Does something when it is pressed: by mouse, finger or key.
    pub fn on_click(self, mut act: impl FnMut() + 'static) -> Self {
        self.with_event("click", Box::new(move |_: web_sys::Event| act()))
    }

    /// Does something on a key.
    pub fn on_key(self, act: impl FnMut(web_sys::KeyboardEvent) + 'static) -> Self {
        self.on_as("keydown", act)
    }

    fn with_event(self, name: &'static str, mut act: Box<dyn Handle>) -> Self {
        let act = move |event| act.handle(event);
        self.with(on(event::Custom::<web_sys::Event>::new(name), act).into_any_attr())
    }

    /// Lets a place hold it.
    pub fn held_by(self, place: Place) -> Self {
        self.with(node_ref::<Custom<&'static str>, _>(place).into_any_attr())
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Puts something into it, behind what it has already.
    pub fn has(mut self, part: impl Content) -> Self {
        part.add_to(&mut self.0.parts);
        self
    }

    fn finish(self) -> AnyView {
        let Made { tag, attributes, mut parts } = *self.0;
        let element = custom(tag).add_any_attr(attributes);
        match parts.len() {
            0 => element.into_any(),
            1 => element.child(parts.remove(0)).into_any(),
            _ => element.child(StaticVec::from(parts)).into_any(),
        }
    }
}

/// What can stand in an element.
pub trait Content: Sized {
    /// Adds it to what stands there already.
    fn add_to(self, parts: &mut Vec<AnyView>);

    /// Returns it as a view of its own.
    fn view(self) -> AnyView {
        let mut parts = Vec::new();
        self.add_to(&mut parts);
        one(parts)
    }
}

fn one(mut parts: Vec<AnyView>) -> AnyView {
    match parts.len() {
        0 => ().into_any(),
        1 => parts.remove(0),
        _ => StaticVec::from(parts).into_any(),
    }
}

impl Content for AnyView {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        parts.push(self);
    }
}

impl Content for El {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        parts.push(self.finish());
    }
}

impl Content for Text {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        match self {
            Live::Fixed(None) => {}
            Live::Fixed(Some(text)) => parts.push(text.into_any()),
            Live::Following(text) => {
                parts.push((move || text.give().unwrap_or_default()).into_any());
            }
        }
    }
}

impl<P: Content> Content for Option<P> {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        if let Some(part) = self {
            part.add_to(parts);
        }
    }
}

impl<P: Content> Content for Vec<P> {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        for part in self {
            part.add_to(parts);
        }
    }
}

impl<C: Content, const N: usize> Content for [C; N] {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        for part in self {
            part.add_to(parts);
        }
    }
}

macro_rules! text_parts {
    ($($type:ty),+) => {
        $(impl Content for $type {
            fn add_to(self, parts: &mut Vec<AnyView>) {
                Text::from(self).add_to(parts);
            }
        })+
    };
}

text_parts!(&'static str, String, usize, Derived<String>, Derived<usize>, RwSignal<String>);

/// What a closure returns follows the signals that it reads.
impl<F, C> Content for F
where
    F: Fn() -> C + Send + Sync + 'static,
    C: Content,
{
    fn add_to(self, parts: &mut Vec<AnyView>) {
        parts.push(live(self));
    }
}

macro_rules! tuple_parts {
    ($($part:ident)+) => {
        #[allow(non_snake_case, reason = "the names of types serve as names of values")]
        impl<$($part: Content),+> Content for ($($part,)+) {
            fn add_to(self, parts: &mut Vec<AnyView>) {
                let ($($part,)+) = self;
                $($part.add_to(parts);)+
            }
        }
    };
}

tuple_parts!(A B);
tuple_parts!(A B C);
tuple_parts!(A B C D);
tuple_parts!(A B C D E);
tuple_parts!(A B C D E F);
tuple_parts!(A B C D E F G);
tuple_parts!(A B C D E F G H);
tuple_parts!(A B C D E F G H I);
tuple_parts!(A B C D E F G H I J);
tuple_parts!(A B C D E F G H I J K);
tuple_parts!(A B C D E F G H I J K L);

/// Returns what is typed in the field that an event is about.
pub fn typed(event: &web_sys::Event) -> String {
    event_target_value(event)
}

/// Returns whether the box that an event is about is ticked.
pub fn ticked(event: &web_sys::Event) -> bool {
    event_target_checked(event)
}

/// Returns the element that an event is about, if it is of that kind.
pub fn target<E: JsCast>(event: &web_sys::Event) -> Option<E> {
    event.target()?.dyn_into().ok()
}

/// Returns whether an event is about a field to type in that keeps the browser's own undo: every one that
/// is not marked by [`El::undone_by_page`], so that a field which nobody thought of undoes nothing else.
pub fn undoes_itself(event: &web_sys::Event) -> bool {
    const FIELDS: &str = "textarea:not([data-undo]),[contenteditable],input:not([data-undo],\
        [type=checkbox],[type=radio],[type=range],[type=file])";
    target::<web_sys::Element>(event).is_some_and(|field| field.matches(FIELDS).unwrap_or(false))
}

/// Changes what is typed in the field that an event is about.
pub fn retype(event: &web_sys::Event, text: &str) {
    if let Some(field) = target::<web_sys::HtmlInputElement>(event) {
        field.set_value(text);
    }
}
