//! The days of the visit.

use crate::model::Dates;
use crate::pages::days::TwoDays;
use crate::ui::{Act, memo};
use crate::workspace::OpenExchange;

/// First and last day of the visit.
pub fn visit_days() -> TwoDays {
    let open = OpenExchange::expect();
    let about = open.about();
    let days = memo(move || about.with(|about| about.dates));
    let hint = memo(move || {
        let dates = days.get()?;
        let too_long = (dates.last - dates.first).num_days() >= i64::from(Dates::MOST_DAYS);
        too_long.then(|| say!(plan.many_days, count = Dates::MOST_DAYS))
    });
    TwoDays {
        first: say!(plan.first_day),
        last: say!(plan.last_day),
        days,
        on_change: Act::from(move |dates| open.change_about(|about| about.dates = dates)),
        hint,
    }
}
