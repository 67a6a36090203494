//! What is to be said of a file before its exchanges: that it is newer than the app, that it was changed
//! on its way, and what in it had to be repaired. Its text can be saved as it came.

use std::iter;
use std::sync::Arc;

use crate::ui::{Content, Toast, Toasts, button, el, icon};
use leptos::prelude::*;

use super::OpenedFile;
use crate::browser::files;
use crate::bundle::{Distrust, Finding, What};
use crate::pages::words::counted;
use crate::workspace::Standing;

/// How many findings are listed; the rest is counted.
const MOST_LISTED: usize = 100;

/// The remarks on a file; nothing for one that is as this app saved it.
pub fn remarks(file: &OpenedFile) -> Option<AnyView> {
    let incoming = &file.incoming;
    let newer = incoming.newer.as_ref().map(|version| say!(open.newer, version = version));
    let changed =
        (newer.is_none() && !incoming.is_whole).then(|| say!(open.was_changed).to_owned());
    let sentences: Vec<String> = newer.into_iter().chain(changed).collect();
    if sentences.is_empty() && incoming.findings.is_empty() {
        return None;
    }
    let sentences: Vec<_> = sentences.into_iter().map(|text| el("p").has(text)).collect();
    let view = el("section")
        .class("callout callout--stack")
        .attr("data-state", "warn")
        .attr("aria-label", say!(open.remarks))
        .has((
            icon(icondata::LuTriangleAlert),
            el("div").class("stack stack--close").has((sentences, list(&incoming.findings))),
            save_original(file),
        ))
        .view();
    Some(view)
}

/// Why nothing of an exchange's history is taken, in one line, and what that means for one that differs
/// from the one that is here.
pub fn distrust_line(distrust: Distrust, standing: Standing) -> AnyView {
    let words = match distrust {
        Distrust::Digest => say!(open.distrust_digest),
        Distrust::Repaired => say!(open.distrust_repaired),
        Distrust::History => say!(open.distrust_history),
        Distrust::Forged | Distrust::Contradicts => say!(open.distrust_forged),
    };
    let to_settle = (standing == Standing::Differs).then(|| say!(open.differences_follow));
    let sentences: Vec<&str> = iter::once(words).chain(to_settle).collect();
    el("p")
        .class("note-line")
        .attr("data-state", "warn")
        .has((icon(icondata::LuTriangleAlert), el("span").has(sentences.join(" "))))
        .view()
}

/// What was wrong, one line each.
fn list(findings: &[Finding]) -> Option<AnyView> {
    if findings.is_empty() {
        return None;
    }
    let title =
        counted(findings.len(), say!(open.found_one), |count| say!(open.found_many, count = count));
    let more = findings.len().saturating_sub(MOST_LISTED);
    let rows: Vec<_> = findings
        .iter()
        .take(MOST_LISTED)
        .map(words)
        .chain((more > 0).then(|| say!(open.found_more, count = more)))
        .map(|row| el("li").has(row))
        .collect();
    Some(el("details").has((el("summary").has(title), el("ul").has(rows))).view())
}

/// Returns what was wrong at one place, and what was done about it.
pub fn words(finding: &Finding) -> String {
    let what = match &finding.what {
        What::Version => say!(open.found_version).to_owned(),
        What::UnknownKind(kind) => say!(open.found_unknown_kind, kind = kind),
        What::ForeignId => say!(open.found_foreign_id).to_owned(),
        What::NoDocument => say!(open.found_no_document).to_owned(),
        What::NoId => say!(open.found_no_id).to_owned(),
        What::NoRecord => say!(open.found_no_record).to_owned(),
        What::RecordWithoutId => say!(open.found_record_without_id).to_owned(),
        What::SameId => say!(open.found_same_id).to_owned(),
        What::SameRecord => say!(open.found_same_record).to_owned(),
        What::EmptyRecord => say!(open.found_empty_record).to_owned(),
        What::Unreadable => say!(open.found_unreadable).to_owned(),
        What::Misshapen => say!(open.found_misshapen).to_owned(),
        What::TooLong => say!(open.found_too_long).to_owned(),
        What::TooDeep => say!(open.found_too_deep).to_owned(),
        What::Control => say!(open.found_control).to_owned(),
        What::SameName => say!(open.found_same_name).to_owned(),
        What::History => say!(open.found_history).to_owned(),
        What::Apart => say!(open.found_apart).to_owned(),
    };
    say!(open.found_at, what = what, address = finding.address.as_str())
}

/// Saves the text as it came, byte for byte as far as it was text.
fn save_original(file: &OpenedFile) -> AnyView {
    let toasts = Toasts::expect();
    let text: Arc<str> = file.text.clone();
    let name = match file.name.as_str() {
        "" => say!(open.original_file).to_owned(),
        name => name.to_owned(),
    };
    button("button button--quiet")
        .on_click(move || {
            let message = if files::save(&name, "application/json", &text) {
                say!(open.original_saved, name = name.as_str())
            } else {
                say!(settings.save_refused).to_owned()
            };
            toasts.show(Toast::new(message));
        })
        .has(say!(open.save_original))
        .view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_has_its_sentence_with_the_address() {
        let all = [
            What::Version,
            What::UnknownKind("toolkit".to_owned()),
            What::ForeignId,
            What::NoDocument,
            What::NoId,
            What::NoRecord,
            What::RecordWithoutId,
            What::SameId,
            What::SameRecord,
            What::EmptyRecord,
            What::Unreadable,
            What::Misshapen,
            What::TooLong,
            What::TooDeep,
            What::Control,
            What::SameName,
            What::History,
            What::Apart,
        ];
        let address = "documents/0/document/title".to_owned();
        let mut said: Vec<String> = all
            .into_iter()
            .map(|what| words(&Finding { what, address: address.clone() }))
            .collect();
        assert!(said.iter().all(|words| words.contains(&address)), "{said:?}");
        said.sort();
        said.dedup();
        assert_eq!(said.len(), 18);
    }
}
