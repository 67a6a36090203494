//! The grip of a row: by it a finger, a pen or a mouse takes the row and puts it elsewhere in its list.
//! Keys and buttons do the same from the row's menu, so nothing here takes the focus.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::element;
use crate::browser::{clock, page};
use crate::model::Id;
use crate::pages::focus;
use crate::ui::{Content, Derived, Place, el, icon, memo, when};

/// From how many pixels on a press is a drag.
const SLACK: f64 = 4.0;

/// How near to an edge of the window the page begins to scroll, in pixels.
const EDGE: f64 = 96.0;

/// How far the page scrolls at most, in pixels a millisecond.
const FASTEST: f64 = 1.0;

/// The longest time for which it scrolls at once, in milliseconds: a clock may be set, a device stand still.
const LONGEST_MS: u64 = 100;

/// A row that can be taken by its grip. Cheap to copy.
#[derive(Clone, Copy)]
struct Grip {
    ids: Derived<Vec<Id>>,
    kind: &'static str,
    id: StoredValue<Id>,
    place: Place,
    move_by: Callback<isize>,
    drag: StoredValue<Option<Drag>>,
}

/// What is known while a row is being dragged.
struct Drag {
    /// Where it was taken, in pixels from the top of the page.
    from: f64,
    /// Where the pointer is, in pixels from the top of the window.
    y: f64,
    /// How far the row is drawn from its place, in pixels downwards.
    shift: f64,
    /// When it was last drawn, by the clock of the device.
    drawn_ms: u64,
    has_moved: bool,
    escape: WindowListenerHandle,
}

/// Returns the grip of a row; nothing while there is no other row.
///
/// - `ids`: The records of the list, in their order.
/// - `kind`: What begins the ids of their elements.
/// - `id`: The record.
/// - `move_by`: Moves it by so many places.
pub(super) fn grip(
    ids: Derived<Vec<Id>>,
    kind: &'static str,
    id: StoredValue<Id>,
    move_by: Callback<isize>,
) -> AnyView {
    let place = Place::new();
    let grip = Grip { ids, kind, id, place, move_by, drag: StoredValue::new(None) };
    let has_others = memo(move || ids.with(|ids| ids.len() > 1));
    on_cleanup(move || grip.end(false));
    when(
        move || has_others.get(),
        move || {
            el("span")
                .class("grip")
                .attr("aria-hidden", "true")
                .attr("title", say!(plan.grip))
                .held_by(place)
                .on_as("pointerdown", move |event| grip.take(&event))
                // The focus stays where it is, and no text is selected on the way.
                .on("mousedown", |event| event.prevent_default())
                .on_as("pointermove", move |event| grip.follow(&event))
                .on("pointerup", move |_| grip.end(true))
                .on("pointercancel", move |_| grip.end(false))
                .has(icon(icondata::LuGripVertical))
        },
    )
    .view()
}

impl Grip {
    fn take(self, event: &PointerEvent) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        if let Some(grip) = self.place.get_untracked() {
            // Without it, a drag ends at the edge of the grip.
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        self.end(false);
        let escape = window_event_listener_untyped("keydown", move |event| {
            if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|it| it.key() == "Escape") {
                event.prevent_default();
                self.end(false);
            }
        });
        let y = f64::from(event.client_y());
        let from = y + page::scrolled();
        self.drag.set_value(Some(Drag {
            from,
            y,
            shift: 0.0,
            drawn_ms: 0,
            has_moved: false,
            escape,
        }));
    }

    fn follow(self, event: &PointerEvent) {
        let y = f64::from(event.client_y());
        let begins = self.drag.try_update_value(|drag| {
            let drag = drag.as_mut()?;
            drag.y = y;
            let begins = !drag.has_moved && (y + page::scrolled() - drag.from).abs() > SLACK;
            drag.has_moved |= begins;
            Some(begins)
        });
        if begins.flatten() == Some(true) {
            self.draw();
        }
    }

    /// Shows where the row is and where it would land, and scrolls near the edges: in every frame, since
    /// the page goes on under a pointer that stays.
    fn draw(self) {
        let now_ms = clock::now_ms();
        let now = self.drag.try_update_value(|drag| {
            let drag = drag.as_mut()?;
            let passed_ms = now_ms.saturating_sub(drag.drawn_ms).min(LONGEST_MS);
            drag.drawn_ms = now_ms;
            Some((drag.from, drag.y, drag.shift, passed_ms))
        });
        let Some(Some((from, y, drawn, passed_ms))) = now else { return };
        let rows = self.rows();
        let Some((at, row)) = self.own(&rows) else { return };
        let spans = Span::of_each(&rows);
        let own = spans[at].moved(-drawn);
        let others = spans.iter().enumerate().filter(|(place, _)| *place != at);
        let list = others.map(|(_, span)| *span).fold(own, Span::with);
        let scrolled = page::scrolled();
        page::scroll_by(scrolled_at(y, page::height(), list, passed_ms));
        let shift = own.kept_in(list, y + page::scrolled() - from);
        self.drag.update_value(|drag| {
            if let Some(drag) = drag {
                drag.shift = shift;
            }
        });
        set_shift(&row, Some(shift));
        // The rows were measured before the page scrolled.
        let to = landing(&spans, at, y + page::scrolled() - scrolled);
        for (place, (_, row)) in rows.iter().enumerate() {
            let mark = match place {
                // Rows move up into the gap that this one leaves.
                _ if place == at => Some("dragged"),
                _ if place == to && to < at => Some("before"),
                _ if place == to && to > at => Some("after"),
                _ => None,
            };
            mark_row(row, mark);
        }
        request_animation_frame(move || self.draw());
    }

    /// Ends the drag: the row lands where it is, or stays where it was.
    fn end(self, lands: bool) {
        let Some(Some(drag)) = self.drag.try_update_value(Option::take) else { return };
        drag.escape.remove();
        let rows = self.rows();
        for (_, row) in &rows {
            mark_row(row, None);
        }
        let Some((at, row)) = self.own(&rows) else { return };
        set_shift(&row, None);
        if lands && drag.has_moved {
            let steps = landing(&Span::of_each(&rows), at, drag.y).cast_signed() - at.cast_signed();
            if steps != 0 {
                // An element that is put elsewhere in the page loses the focus.
                let focused = page::focused();
                self.move_by.run(steps);
                if let Some(focused) = focused {
                    focus::soon(focused);
                }
            }
        }
    }

    /// The elements of the rows, in their order.
    fn rows(self) -> Vec<(Id, Element)> {
        let row = |id: &Id| {
            let field = page::element(&element(self.kind, id))?;
            Some((id.clone(), field.closest("li,section").ok().flatten()?))
        };
        self.ids.with_untracked(|ids| ids.iter().filter_map(row).collect())
    }

    fn own(self, rows: &[(Id, Element)]) -> Option<(usize, Element)> {
        let own = self.id.get_value();
        let at = rows.iter().position(|(id, _)| *id == own)?;
        Some((at, rows[at].1.clone()))
    }
}

fn mark_row(row: &Element, mark: Option<&str>) {
    // A plain attribute by a valid name: it cannot fail.
    let _ = match mark {
        Some(mark) => row.set_attribute("data-drag", mark),
        None => row.remove_attribute("data-drag"),
    };
}

fn set_shift(row: &Element, shift: Option<f64>) {
    if let Some(row) = row.dyn_ref::<HtmlElement>() {
        let _ = match shift {
            Some(shift) => row.style().set_property("--shift", &format!("{shift}px")),
            None => row.style().remove_property("--shift").map(drop),
        };
    }
}

/// Returns the place where a row lands: behind all others whose middle is above the pointer.
///
/// - `rows`: Where the rows are.
/// - `from`: The place of the row itself.
/// - `y`: Where the pointer is, from the same top.
fn landing(rows: &[Span], from: usize, y: f64) -> usize {
    rows.iter().enumerate().filter(|(at, row)| *at != from && row.middle() < y).count()
}

/// From where to where something reaches, in pixels from the top of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    top: f64,
    bottom: f64,
}

impl Span {
    fn of(row: &Element) -> Self {
        let area = row.get_bounding_client_rect();
        Self { top: area.top(), bottom: area.bottom() }
    }

    fn of_each(rows: &[(Id, Element)]) -> Vec<Self> {
        rows.iter().map(|(_, row)| Self::of(row)).collect()
    }

    fn middle(self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    fn moved(self, by: f64) -> Self {
        Self { top: self.top + by, bottom: self.bottom + by }
    }

    fn with(self, other: Self) -> Self {
        Self { top: self.top.min(other.top), bottom: self.bottom.max(other.bottom) }
    }

    /// Returns how far this may move, of the distance wanted, without leaving `list`.
    fn kept_in(self, list: Self, wanted: f64) -> f64 {
        wanted.min(list.bottom - self.bottom).max(list.top - self.top)
    }
}

/// Returns by how many pixels the page scrolls in so many milliseconds: the faster, the nearer the pointer is to the
/// upper or the lower edge of the window, and not further than the list goes.
fn scrolled_at(y: f64, height: f64, list: Span, passed_ms: u64) -> f64 {
    let most = FASTEST * passed_ms as f64;
    let near = |distance: f64| most * ((EDGE - distance) / EDGE).clamp(0.0, 1.0);
    let below = (list.bottom + EDGE - height).max(0.0);
    let above = (EDGE - list.top).max(0.0);
    near(height - y).min(below) - near(y).min(above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_lands_behind_all_others_whose_middle_is_above_the_pointer() {
        let rows = [0.0, 20.0, 40.0, 60.0].map(|top| Span { top, bottom: top + 20.0 });
        for (from, y, to) in [(0, 0.0, 0), (0, 29.0, 0), (0, 31.0, 1), (0, 99.0, 3)] {
            assert_eq!(landing(&rows, from, y), to, "from {from} at {y}");
        }
        for (from, y, to) in [(3, 69.0, 3), (3, 49.0, 2), (3, 5.0, 0), (2, 50.0, 2), (2, 71.0, 3)] {
            assert_eq!(landing(&rows, from, y), to, "from {from} at {y}");
        }
    }

    #[test]
    fn the_page_scrolls_only_near_an_edge_and_faster_at_it() {
        let long = Span { top: -2000.0, bottom: 3000.0 };
        for (y, wanted) in [(400.0, 0.0), (800.0, 50.0), (-5.0, -50.0), (EDGE / 2.0, -25.0)] {
            assert!((scrolled_at(y, 800.0, long, 50) - wanted).abs() < f64::EPSILON, "at {y}");
        }
    }

    #[test]
    fn the_page_scrolls_no_further_than_the_list_goes() {
        let seen = Span { top: EDGE, bottom: 800.0 - EDGE };
        assert!(scrolled_at(800.0, 800.0, seen, 50).abs() < f64::EPSILON);
        assert!(scrolled_at(0.0, 800.0, seen, 50).abs() < f64::EPSILON);
        assert!((scrolled_at(800.0, 800.0, seen.moved(5.0), 50) - 5.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_row_is_drawn_within_its_list() {
        let list = Span { top: 100.0, bottom: 900.0 };
        let row = Span { top: 300.0, bottom: 400.0 };
        for (wanted, kept) in [(50.0, 50.0), (2000.0, 500.0), (-2000.0, -200.0)] {
            assert!((row.kept_in(list, wanted) - kept).abs() < f64::EPSILON, "by {wanted}");
        }
        assert_eq!(row.with(Span { top: 50.0, bottom: 60.0 }), Span { top: 50.0, bottom: 400.0 });
        assert!((row.middle() - 350.0).abs() < f64::EPSILON);
    }
}
