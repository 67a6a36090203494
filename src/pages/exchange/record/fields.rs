//! A field of a record as a person edits it: the widget follows from how the field is declared.

use leptos::prelude::*;
use serde_json::Value;

use crate::history::RecordAddress;
use crate::model::field::Form;
use crate::model::record::{Declared, FieldOf};
use crate::model::{Exchange, Id, Objective, Record, Session, agenda, rank};
use crate::pages::address_words::{self, label};
use crate::pages::exchange::rows::Row;
use crate::pages::words;
use crate::ui::{
    Chip, Choice, Choices, Content, Derived, Select, Text, TextInput, check, el, memo, typed,
};
use crate::workspace::OpenExchange;

/// A field of a record, to be shown with its label and edited. What says nothing else follows from the
/// declaration.
pub struct FieldInput {
    open: OpenExchange,
    record: RecordAddress,
    at: usize,
    declared: &'static Declared,
    label: Text,
    hint: Text,
    choices: Option<Choices>,
    none: &'static str,
}

impl FieldInput {
    /// Returns a field of the record of a row.
    pub fn new<T: Record>(row: Row<T>, field: FieldOf<T>) -> Self {
        let record = row.address();
        Self::of(OpenExchange::expect(), record, field.at(), field.declared())
    }

    fn of(
        open: OpenExchange,
        record: RecordAddress,
        at: usize,
        declared: &'static Declared,
    ) -> Self {
        Self {
            open,
            record,
            at,
            declared,
            label: label(declared.name).into(),
            hint: Text::default(),
            choices: None,
            none: say!(plan.not_said),
        }
    }

    /// Gives it another label than its name.
    pub fn label(mut self, label: impl Into<Text>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds one sentence of help below it.
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Offers these records, of all that it could be linked with.
    pub fn offering(mut self, choices: impl Into<Choices>) -> Self {
        self.choices = Some(choices.into());
        self
    }

    /// Says what is offered for none.
    pub fn none(mut self, none: &'static str) -> Self {
        self.none = none;
        self
    }

    fn value(&self) -> Derived<Value> {
        self.open.value(&self.record, self.at)
    }

    /// Returns what writes a value.
    fn set(&self) -> impl Fn(Value) + Clone + Send + Sync + 'static {
        let (open, record, name) = (self.open, self.record.clone(), self.declared.name);
        move |value| open.set_value(&record, name, value)
    }

    fn is_optional(&self) -> bool {
        (self.declared.fits)(&Value::Null)
    }

    fn line(self, kind: &'static str) -> AnyView {
        let (value, set) = (self.value(), self.set());
        let text = memo(move || value.with(text_of));
        let typed = move |text: String| set(text_value(text));
        TextInput::new(self.label, text, typed).kind(kind).hint(self.hint).undone_by_page().view()
    }

    fn prose(self) -> AnyView {
        let (value, set) = (self.value(), self.set());
        let text = memo(move || value.with(text_of));
        let typed = move |text: String| set(text_value(text));
        TextInput::area(self.label, text, typed).rows(1).hint(self.hint).undone_by_page().view()
    }

    fn flag(self) -> AnyView {
        let (value, set) = (self.value(), self.set());
        let is_on = memo(move || value.with(|value| value == &Value::Bool(true)));
        check(self.label, is_on, move |on| set(Value::Bool(on))).view()
    }

    fn number(self) -> AnyView {
        let (value, set) = (self.value(), self.set());
        let (fits, is_optional) = (self.declared.fits, self.is_optional());
        let text = memo(move || value.with(|value| value.as_i64().map(|it| it.to_string())));
        let field = el("input")
            .class("input num")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .value(text)
            .undone_by_page()
            .on("input", move |event| {
                let typed = typed(&event);
                let number = match typed.trim() {
                    "" if is_optional => Value::Null,
                    typed => typed.parse::<i64>().map_or(Value::Null, Value::from),
                };
                let is_cleared = number.is_null() && is_optional && typed.trim().is_empty();
                if is_cleared || (!number.is_null() && fits(&number)) {
                    set(number);
                }
            });
        el("label")
            .class("field")
            .has((el("span").class("field__label").has(self.label), field))
            .view()
    }

    fn select(self, choices: impl Into<Choices>) -> AnyView {
        let (value, set) = (self.value(), self.set());
        let word = memo(move || value.with(text_of));
        Select::new(self.label, choices, word, move |word| set(text_value(word))).view()
    }

    fn choice(self, of: crate::model::field::Choices) -> AnyView {
        let mut choices = words::all_of(of);
        if self.is_optional() {
            choices.insert(0, Choice::new("", self.none));
        }
        self.select(choices)
    }

    fn link(mut self, collection: &'static str) -> AnyView {
        let (exchange, value) = (self.open.exchange(), self.value());
        let (offered, none) = (self.choices.take(), self.none);
        let choices = memo(move || {
            let mut choices = match &offered {
                Some(offered) => offered.get(),
                None => exchange.with(|exchange| records(exchange, collection)),
            };
            choices.insert(0, Choice::new("", none));
            let linked = value.with(text_of);
            if choices.iter().all(|choice| *choice.word != *linked) {
                let name = exchange.with(|it| named(it, collection, &Id::from(linked.as_str())));
                choices.push(Choice::new(&linked, name));
            }
            choices
        });
        self.select(choices)
    }

    fn set_of(self, offered: impl Into<Choices>) -> AnyView {
        let offered = offered.into();
        let (value, set) = (self.value(), self.set());
        let chips = move || {
            let set = set.clone();
            let chip = move |choice: Choice| {
                let (word, of_word) = (choice.word.clone(), choice.word);
                let chosen = memo(move || value.with(|value| has(value, &of_word)));
                let set = set.clone();
                Chip::new(choice.text, chosen, move |on| {
                    set(value.with_untracked(|value| with_member(value, &word, on)));
                })
            };
            offered.get().into_iter().map(chip).collect::<Vec<_>>()
        };
        el("fieldset")
            .class("field")
            .has((
                el("legend").class("field__label").has(self.label),
                el("div").class("choices").has(chips),
            ))
            .view()
    }

    /// What was removed elsewhere is not offered: nobody misses it.
    fn links(mut self, collection: &'static str) -> AnyView {
        let exchange = self.open.exchange();
        match self.choices.take() {
            Some(choices) => self.set_of(choices),
            None => self.set_of(move || exchange.with(|it| records(it, collection))),
        }
    }
}

impl Content for FieldInput {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        parts.push(match self.declared.form {
            Form::Line | Form::Word | Form::Rank | Form::Moment => self.line("text"),
            Form::Address => self.line("url"),
            Form::Day => self.line("date"),
            Form::Time => self.line("time"),
            Form::Prose => self.prose(),
            Form::Flag => self.flag(),
            Form::Number | Form::Minutes | Form::DayOfVisit | Form::Week => self.number(),
            Form::Choice(choices) => self.choice(choices),
            Form::Words(choices) => self.set_of(words::all_of(choices)),
            Form::Link(collection) => self.link(collection),
            Form::Links(collection) => self.links(collection),
            // What has a screen of its own.
            Form::Days | Form::Periods | Form::Slot | Form::Own => return,
        });
    }
}

/// Returns the records of a collection in the order people gave them, each by its name; those of the
/// agenda as they stand there.
fn records(exchange: &Exchange, collection: &str) -> Vec<Choice> {
    let ids = match exchange.table(collection) {
        Some(_) if collection == Session::COLLECTION => in_the_agenda(exchange),
        Some(rows) => rank::ordered_rows(rows),
        None => Vec::new(),
    };
    let choice = |(at, id): (usize, &Id)| match exchange.objectives.get(id) {
        // Long, and known by number and short name everywhere.
        Some(it) if collection == Objective::COLLECTION => {
            let text = say!(plan.choice_objective, number = at + 1, label = it.label());
            Choice::new(id.as_str(), text.trim_end())
        }
        _ => Choice::new(id.as_str(), named(exchange, collection, id)),
    };
    ids.iter().enumerate().map(choice).collect()
}

/// Returns the sessions in the order of the agenda, then those without a time; no breaks.
fn in_the_agenda(exchange: &Exchange) -> Vec<Id> {
    let placed = agenda::in_order(exchange).into_iter().map(|(id, _)| id);
    let mut ids: Vec<Id> = placed.chain(agenda::tray(exchange)).collect();
    ids.retain(|id| !exchange.sessions[id].is_break());
    ids
}

/// Returns what a record is called; that of one without a name, its kind; a word for one that is gone.
fn named(exchange: &Exchange, collection: &str, id: &Id) -> String {
    match address_words::name(collection, id, exchange) {
        Some(name) if name.is_empty() => address_words::kind(collection).to_owned(),
        Some(name) => name,
        None => say!(plan.removed).to_owned(),
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn text_value(text: String) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(text) }
}

fn members(value: &Value) -> Vec<String> {
    let all = value.as_array().into_iter().flatten();
    all.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn has(value: &Value, member: &str) -> bool {
    value.as_array().is_some_and(|all| all.iter().any(|it| it == member))
}

/// Returns a set with a member, or without it.
fn with_member(value: &Value, member: &str, is_in: bool) -> Value {
    let mut all = members(value);
    all.retain(|it| it != member);
    if is_in {
        all.push(member.to_owned());
    }
    all.into()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_member_is_put_in_once_and_taken_out() {
        let set = with_member(&json!(["a"]), "b", true);
        assert_eq!(set, json!(["a", "b"]));
        assert_eq!(with_member(&set, "b", true), set);
        assert_eq!(with_member(&set, "a", false), json!(["b"]));
        assert_eq!(with_member(&Value::Null, "a", true), json!(["a"]));
    }
}
