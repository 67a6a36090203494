//! The agenda's arithmetic: order, overlaps, lanes, and moves that take the neighbours along.
//!
//! Every change comes back as [`Moves`]: new slots for some sessions. Who asked for them commits
//! them together, as one step.

use super::{Exchange, Id, Session, Slot, TimeOfDay};
use crate::order;

/// New slots for some sessions.
pub type Moves = Vec<(Id, Slot)>;

/// When a day starts if no session says otherwise.
pub const USUAL_START: u16 = 9 * 60;

/// How many pairs of sessions at the same time are looked at.
const MOST_PAIRS: usize = 10_000;

/// Two sessions at the same time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Clash {
    /// The one that starts first.
    pub first: Id,
    /// The other one.
    pub second: Id,
    /// By how many minutes they overlap.
    pub minutes: u16,
}

/// Where a session stands beside those at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The session.
    pub id: Id,
    /// Its slot.
    pub slot: Slot,
    /// Its lane, from 0.
    pub lane: usize,
    /// How many lanes its group of overlapping sessions needs.
    pub lanes: usize,
}

/// Returns the sessions of one day with their slots, in the order in which they take place.
pub fn day(exchange: &Exchange, day: u8) -> Vec<(Id, Slot)> {
    let mut sessions: Vec<(Id, Slot)> = exchange
        .sessions
        .iter()
        .filter_map(|(id, session)| Some((id.clone(), session.slot?)))
        .filter(|(_, slot)| slot.day == day)
        .collect();
    order::sort_by(&mut sessions, |(id_a, a), (id_b, b)| {
        (a.start, b.minutes, id_a).cmp(&(b.start, a.minutes, id_b))
    });
    sessions
}

/// Returns all sessions that have a time, day by day.
pub fn in_order(exchange: &Exchange) -> Vec<(Id, Slot)> {
    (1..=exchange.days()).flat_map(|number| day(exchange, number)).collect()
}

/// Returns the sessions that have no time yet, by title.
pub fn tray(exchange: &Exchange) -> Vec<Id> {
    let mut waiting: Vec<(&Id, &Session)> =
        exchange.sessions.iter().filter(|(_, session)| session.slot.is_none()).collect();
    order::sort_by(&mut waiting, |(id_a, a), (id_b, b)| (&a.title, id_a).cmp(&(&b.title, id_b)));
    waiting.into_iter().map(|(id, _)| id.clone()).collect()
}

/// Returns whether two sessions run side by side on purpose: in the same slot, and neither the same
/// place nor the same lead is named for both.
fn are_parallel(a: &Session, b: &Session) -> bool {
    let differ = |a: &str, b: &str| a.trim().is_empty() || a.trim() != b.trim();
    a.slot == b.slot && differ(&a.place, &b.place) && differ(&a.lead, &b.lead)
}

/// Returns every pair of sessions that overlap, but for those that run side by side on purpose: in
/// the same slot, unless they need the same place or the same lead. Of an absurd agenda, with more pairs
/// than anybody can look at, the first ones.
pub fn clashes(exchange: &Exchange) -> Vec<Clash> {
    let mut clashes = Vec::new();
    let mut pairs_left = MOST_PAIRS;
    for number in 1..=exchange.days() {
        let sessions = day(exchange, number);
        for (at, (first, slot)) in sessions.iter().enumerate() {
            // Sessions are sorted by start: past the first one that starts later, none can overlap.
            for (second, other) in sessions[at + 1..]
                .iter()
                .take_while(|(_, other)| other.start.minutes() < slot.end())
            {
                if pairs_left == 0 {
                    return clashes;
                }
                pairs_left -= 1;
                let minutes = slot.overlap(other);
                let parallel = are_parallel(&exchange.sessions[first], &exchange.sessions[second]);
                if minutes > 0 && !parallel {
                    clashes.push(Clash { first: first.clone(), second: second.clone(), minutes });
                }
            }
        }
    }
    clashes
}

/// Returns by how many minutes a session overlaps the one that it overlaps most, if any.
pub fn overlap_of(clashes: &[Clash], id: &Id) -> Option<u16> {
    let about = |clash: &&Clash| clash.first == *id || clash.second == *id;
    clashes.iter().filter(about).map(|clash| clash.minutes).max()
}

/// Returns one day's sessions with a lane each, so that those at the same time stand side by side.
pub fn lanes(exchange: &Exchange, number: u8) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    let mut group_start = 0;
    let mut group_end = 0;
    for (id, slot) in day(exchange, number) {
        if slot.start.minutes() >= group_end {
            group_start = placed.len();
            group_end = 0;
        }
        let taken: Vec<usize> = placed[group_start..]
            .iter()
            .filter(|other| other.slot.end() > slot.start.minutes())
            .map(|other| other.lane)
            .collect();
        let lane = (0..).find(|lane| !taken.contains(lane)).unwrap_or(0);
        group_end = group_end.max(slot.end());
        placed.push(Placed { id, slot, lane, lanes: 0 });
        let lanes = placed[group_start..].iter().map(|p| p.lane + 1).max().unwrap_or(1);
        placed[group_start..].iter_mut().for_each(|p| p.lanes = lanes);
    }
    placed
}

/// Returns the first and the last hour that the agenda has to show, over all days.
pub fn hours(exchange: &Exchange) -> (u16, u16) {
    let slots = || exchange.sessions.values().filter_map(|session| session.slot);
    let first = slots().map(|slot| slot.start.minutes() / 60).min().unwrap_or(8).min(8);
    let last = slots().map(|slot| slot.end().div_ceil(60)).max().unwrap_or(17).clamp(17, 24);
    (first, last)
}

/// Moves a session before the one that takes place ahead of it on its day; both keep their lengths
/// and the gap between them. Empty if it is the first.
pub fn earlier(exchange: &Exchange, id: &Id) -> Moves {
    let Some(slot) = exchange.sessions.get(id).and_then(|session| session.slot) else {
        return Moves::new();
    };
    let sessions = day(exchange, slot.day);
    let at = sessions.iter().position(|(other, _)| other == id).unwrap_or(0);
    match at.checked_sub(1).and_then(|before| sessions.get(before)) {
        Some((before, before_slot)) => swapped((before.clone(), *before_slot), (id.clone(), slot)),
        None => Moves::new(),
    }
}

/// Moves a session behind the one that takes place after it on its day. Empty if it is the last.
pub fn later(exchange: &Exchange, id: &Id) -> Moves {
    let Some(slot) = exchange.sessions.get(id).and_then(|session| session.slot) else {
        return Moves::new();
    };
    let sessions = day(exchange, slot.day);
    let at = sessions.iter().position(|(other, _)| other == id).unwrap_or(0);
    match sessions.get(at + 1) {
        Some((after, after_slot)) => swapped((id.clone(), slot), (after.clone(), *after_slot)),
        None => Moves::new(),
    }
}

fn swapped((first, first_slot): (Id, Slot), (second, second_slot): (Id, Slot)) -> Moves {
    let gap = second_slot.start.minutes().saturating_sub(first_slot.end());
    let second_slot = Slot { start: first_slot.start, ..second_slot };
    let start = TimeOfDay::from_minutes(second_slot.end().saturating_add(gap));
    vec![(second, second_slot), (first, Slot { start, ..first_slot })]
}

/// Moves a session to another day at the same time. Empty if it has no time, is there already, or
/// the agenda can have no such day.
pub fn to_day(exchange: &Exchange, id: &Id, number: u8) -> Moves {
    let slot = exchange.sessions.get(id).and_then(|session| session.slot);
    match slot {
        Some(slot) if slot.day != number && (1..=exchange.last_day()).contains(&number) => {
            vec![(id.clone(), Slot { day: number, ..slot })]
        }
        _ => Moves::new(),
    }
}

/// Shifts every session of the day that comes after `id` by so many minutes, or by as many as leave
/// all of them within the day: the gaps between them stay. Empty if there is nothing to shift.
pub fn shift_rest(exchange: &Exchange, id: &Id, minutes: i32) -> Moves {
    let Some(slot) = exchange.sessions.get(id).and_then(|session| session.slot) else {
        return Moves::new();
    };
    let sessions = day(exchange, slot.day);
    let at = sessions.iter().position(|(other, _)| other == id).unwrap_or(0);
    let rest = &sessions[at + 1..];
    let (Some((_, first)), Some((_, last))) = (rest.first(), rest.last()) else {
        return Moves::new();
    };
    let latest = TimeOfDay::from_minutes(u16::MAX).minutes();
    let (least, most) = (first.start.minutes(), latest - last.start.minutes());
    match minutes.clamp(-i32::from(least), i32::from(most)) {
        0 => Moves::new(),
        minutes => rest
            .iter()
            .map(|(id, slot)| (id.clone(), Slot { start: slot.start.plus(minutes), ..*slot }))
            .collect(),
    }
}

/// Returns what ends a clash: by how many minutes everything after its first session has to be
/// shifted, and the moves. `None` if the day is too short for it.
pub fn mend(exchange: &Exchange, clash: &Clash) -> Option<(u16, Moves)> {
    let slot = |id: &Id| exchange.sessions.get(id).and_then(|session| session.slot);
    let (first, second) = (slot(&clash.first)?, slot(&clash.second)?);
    let minutes = first.end().checked_sub(second.start.minutes()).filter(|it| *it > 0)?;
    let moves = shift_rest(exchange, &clash.first, i32::from(minutes));
    let moved = moves.iter().find(|(id, _)| *id == clash.second)?.1;
    (moved.start.minutes() >= first.end()).then_some((minutes, moves))
}

/// Reads a start as people write it: `8:30`, `0830`, `8.30`, `8`, `2:30 pm`.
pub fn read_start(text: &str) -> Option<TimeOfDay> {
    let text = text.trim().to_ascii_lowercase();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.');
    let (clock, half) = text.split_at(end.unwrap_or(text.len()));
    let clock = match (clock.contains([':', '.']), clock.len()) {
        (true, _) => clock.replace('.', ":"),
        (false, 1 | 2) => format!("{clock}:00"),
        (false, length @ (3 | 4)) => {
            let (hours, minutes) = clock.split_at(length - 2);
            format!("{hours}:{minutes}")
        }
        _ => return None,
    };
    let time = TimeOfDay::read(&clock)?;
    let hour = time.minutes() / 60;
    match (half.trim().replace('.', "").as_str(), hour) {
        ("", _) | ("am", 1..=11) | ("pm", 12) => Some(time),
        ("am", 12) => Some(time.plus(-12 * 60)),
        ("pm", 1..=11) => Some(time.plus(12 * 60)),
        _ => None,
    }
}

/// Returns the slot behind the last session of a day, for a new session.
pub fn next_free(exchange: &Exchange, number: u8, minutes: u16) -> Slot {
    let end = day(exchange, number).iter().map(|(_, slot)| slot.end()).max();
    Slot { day: number, start: TimeOfDay::from_minutes(end.unwrap_or(USUAL_START)), minutes }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(day: u8, start: &str, minutes: u16) -> Slot {
        Slot { day, start: TimeOfDay::read(start).expect("a time"), minutes }
    }

    fn exchange(sessions: &[(&str, Slot)]) -> Exchange {
        let mut exchange = Exchange::default();
        for (id, slot) in sessions {
            exchange
                .sessions
                .insert(Id::from(*id), Session { slot: Some(*slot), ..Session::default() });
        }
        exchange
    }

    fn apply(exchange: &mut Exchange, moves: Moves) {
        for (id, slot) in moves {
            exchange.sessions.get_mut(&id).expect("a known session").slot = Some(slot);
        }
    }

    fn shown(exchange: &Exchange, number: u8) -> Vec<String> {
        day(exchange, number).iter().map(|(id, slot)| format!("{} {id}", slot.start)).collect()
    }

    #[test]
    fn sessions_that_touch_do_not_clash_and_those_that_overlap_do() {
        let exchange = exchange(&[
            ("a", slot(1, "09:00", 60)),
            ("b", slot(1, "10:00", 75)),
            ("c", slot(1, "11:00", 60)),
            ("d", slot(2, "09:30", 60)),
        ]);
        let expected = Clash { first: Id::from("b"), second: Id::from("c"), minutes: 15 };
        assert_eq!(clashes(&exchange), [expected]);
    }

    #[test]
    fn a_long_session_clashes_with_each_of_those_within_it() {
        let exchange = exchange(&[
            ("all", slot(1, "09:00", 180)),
            ("a", slot(1, "09:30", 30)),
            ("b", slot(1, "10:30", 30)),
        ]);
        let clashes = clashes(&exchange);
        assert_eq!(clashes.iter().map(|clash| clash.minutes).collect::<Vec<_>>(), [30, 30]);
        assert_eq!(overlap_of(&clashes, &Id::from("all")), Some(30));
        assert_eq!(overlap_of(&clashes, &Id::from("none")), None);
    }

    #[test]
    fn sessions_in_the_same_slot_are_parallel_unless_they_need_the_same_place_or_lead() {
        let parallel = || exchange(&[("a", slot(1, "13:00", 45)), ("b", slot(1, "13:00", 45))]);
        assert_eq!(clashes(&parallel()), []);
        let with = |change: fn(&mut Session)| {
            let mut exchange = parallel();
            exchange.sessions.values_mut().for_each(change);
            clashes(&exchange).len()
        };
        assert_eq!(with(|session| session.place = "Room 204".to_owned()), 1);
        assert_eq!(with(|session| session.lead = "Capt. Birch".to_owned()), 1);
    }

    #[test]
    fn sessions_at_the_same_time_stand_in_lanes_beside_each_other() {
        let exchange = exchange(&[
            ("a", slot(1, "09:00", 60)),
            ("b", slot(1, "09:30", 60)),
            ("c", slot(1, "10:00", 30)),
            ("d", slot(1, "11:00", 30)),
        ]);
        let placed: Vec<(String, usize, usize)> = lanes(&exchange, 1)
            .into_iter()
            .map(|placed| (placed.id.to_string(), placed.lane, placed.lanes))
            .collect();
        let expected = [("a", 0, 2), ("b", 1, 2), ("c", 0, 2), ("d", 0, 1)];
        assert_eq!(placed, expected.map(|(id, lane, lanes)| (id.to_owned(), lane, lanes)));
    }

    #[test]
    fn moving_earlier_and_later_again_is_as_before() {
        let mut exchange = exchange(&[
            ("a", slot(1, "09:00", 60)),
            ("b", slot(1, "10:15", 30)),
            ("c", slot(1, "10:45", 30)),
        ]);
        let moves = earlier(&exchange, &Id::from("b"));
        apply(&mut exchange, moves);
        assert_eq!(shown(&exchange, 1), ["09:00 b", "09:45 a", "10:45 c"]);
        let moves = later(&exchange, &Id::from("b"));
        apply(&mut exchange, moves);
        assert_eq!(shown(&exchange, 1), ["09:00 a", "10:15 b", "10:45 c"]);
        assert!(earlier(&exchange, &Id::from("a")).is_empty());
        assert!(later(&exchange, &Id::from("c")).is_empty());
    }

    #[test]
    fn shifting_the_rest_leaves_the_session_itself_and_the_other_days_alone() {
        let mut exchange = exchange(&[
            ("a", slot(1, "09:00", 75)),
            ("b", slot(1, "10:00", 30)),
            ("c", slot(1, "11:00", 30)),
            ("d", slot(2, "10:00", 30)),
        ]);
        let moves = shift_rest(&exchange, &Id::from("a"), 15);
        apply(&mut exchange, moves);
        assert_eq!(shown(&exchange, 1), ["09:00 a", "10:15 b", "11:15 c"]);
        assert_eq!(shown(&exchange, 2), ["10:00 d"]);
    }

    #[test]
    fn a_shift_stops_at_midnight_and_keeps_the_gaps() {
        let mut exchange = exchange(&[
            ("a", slot(1, "20:00", 60)),
            ("b", slot(1, "22:00", 30)),
            ("c", slot(1, "23:00", 30)),
        ]);
        let moves = shift_rest(&exchange, &Id::from("a"), 120);
        apply(&mut exchange, moves);
        assert_eq!(shown(&exchange, 1), ["20:00 a", "22:59 b", "23:59 c"]);
        assert!(shift_rest(&exchange, &Id::from("a"), 120).is_empty());
        assert!(shift_rest(&exchange, &Id::from("c"), 15).is_empty());
    }

    #[test]
    fn a_mended_clash_is_none_even_where_one_session_lies_within_the_other() {
        let mut exchange = exchange(&[
            ("all", slot(1, "09:00", 180)),
            ("a", slot(1, "09:30", 30)),
            ("b", slot(1, "10:30", 30)),
        ]);
        let (minutes, moves) = mend(&exchange, &clashes(&exchange)[0]).expect("the day is long");
        apply(&mut exchange, moves);
        assert_eq!(minutes, 150);
        assert_eq!(shown(&exchange, 1), ["09:00 all", "12:00 a", "13:00 b"]);
        assert_eq!(clashes(&exchange), []);
    }

    #[test]
    fn a_clash_at_the_end_of_the_day_cannot_be_mended_by_shifting() {
        let exchange = exchange(&[("a", slot(1, "22:00", 120)), ("b", slot(1, "23:30", 20))]);
        assert_eq!(mend(&exchange, &clashes(&exchange)[0]), None);
    }

    #[test]
    fn a_session_moves_to_another_day_at_the_same_time() {
        let exchange = exchange(&[("a", slot(1, "09:00", 60)), ("b", slot(2, "10:00", 30))]);
        assert_eq!(to_day(&exchange, &Id::from("a"), 2), [(Id::from("a"), slot(2, "09:00", 60))]);
        for day in [0, 1, 4] {
            assert!(to_day(&exchange, &Id::from("a"), day).is_empty(), "day {day}");
        }
    }

    #[test]
    fn a_start_is_read_as_people_write_it() {
        for (text, time) in [
            ("8:30", "08:30"),
            (" 08.30 ", "08:30"),
            ("830", "08:30"),
            ("1430", "14:30"),
            ("9", "09:00"),
            ("2:30 pm", "14:30"),
            ("2:30 P.M.", "14:30"),
            ("12 am", "00:00"),
            ("12:15pm", "12:15"),
        ] {
            assert_eq!(read_start(text), TimeOfDay::read(time), "{text}");
        }
        for text in ["", "noon", "25:00", "8:60", "14:30 pm", "0 am", "12345", "8:30 x", "ü"] {
            assert_eq!(read_start(text), None, "{text}");
        }
    }

    #[test]
    fn a_new_session_goes_behind_the_last_of_its_day() {
        let exchange = exchange(&[("a", slot(1, "09:00", 75))]);
        assert_eq!(next_free(&exchange, 1, 45), slot(1, "10:15", 45));
        assert_eq!(next_free(&exchange, 2, 45), slot(2, "09:00", 45));
    }

    #[test]
    fn the_agenda_shows_at_least_the_working_day() {
        assert_eq!(hours(&Exchange::default()), (8, 17));
        assert_eq!(
            hours(&exchange(&[("a", slot(1, "06:30", 30)), ("b", slot(1, "22:45", 90))])),
            (6, 24)
        );
    }
}
