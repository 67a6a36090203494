//! What the agency that hosts the page says to everybody who uses it: `agency.json` beside the page.

use super::read::{FromJson, Misfit, parse, reads};

/// What a hosting agency sets for everybody who uses its page. Every field may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, default)
)]
pub struct Agency {
    /// Address of the schema, for editors that complete and check while typing. The app ignores it.
    #[cfg_attr(test, serde(rename = "$schema", skip_serializing_if = "Option::is_none"))]
    pub schema: Option<String>,
    /// Whom to ask about the page and about peer exchanges, in one line: a name or an office, and how
    /// to reach them.
    #[cfg_attr(test, schemars(length(max = 300)))]
    pub contact: String,
    /// The marking of a new exchange, free text such as FOUO. Everybody can change it.
    #[cfg_attr(test, schemars(length(max = 80)))]
    pub marking: String,
    /// Whether files that leave a device are to be protected by a pass phrase.
    pub requires_pass_phrase: bool,
    /// For how many days after the visit an exchange stays on a device; 0 for as long as people like.
    #[cfg_attr(test, schemars(range(max = 36500)))]
    pub keep_days: u16,
}

reads!(Agency {; schema as "$schema", contact, marking, requires_pass_phrase, keep_days });

/// Why `agency.json` is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgencyError {
    /// It is no JSON.
    #[error("it is not JSON ({reason})")]
    NotJson {
        /// What the reader of JSON says.
        reason: String,
    },
    /// A field does not fit.
    #[error("{0}")]
    Field(String),
}

impl Agency {
    /// The longest contact, in characters.
    const MOST_CONTACT: usize = 300;
    /// The longest marking, in characters: it is printed on every page.
    const MOST_MARKING: usize = 80;
    /// The most days for which an exchange is kept: a hundred years.
    const MOST_DAYS: u16 = 36_500;

    /// Returns whether anything is set.
    pub fn says_anything(&self) -> bool {
        *self != Self { schema: self.schema.clone(), ..Self::default() }
    }

    /// Reads the text of `agency.json`.
    ///
    /// # Errors
    /// If it is no JSON, or a field is not known or does not fit: nothing of it is taken then.
    pub fn read(text: &str) -> Result<Self, AgencyError> {
        let json = parse(text).map_err(|reason| AgencyError::NotJson { reason })?;
        let misfit = |misfit: Misfit| AgencyError::Field(misfit.to_string());
        let agency = Self::from_json(&json).map_err(misfit)?;
        let is_longer = |text: &str, most: usize| text.chars().count() > most;
        let too_much = [
            ("contact", is_longer(&agency.contact, Self::MOST_CONTACT)),
            ("marking", is_longer(&agency.marking, Self::MOST_MARKING)),
            ("keep_days", agency.keep_days > Self::MOST_DAYS),
        ];
        match too_much.into_iter().find(|(_, is_too_much)| *is_too_much) {
            Some((field, _)) => Err(misfit(Misfit::of(field, "is too long"))),
            None => Ok(agency),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_may_be_left_out() {
        assert_eq!(Agency::read("{}"), Ok(Agency::default()));
        let text = r#"{"$schema": "x", "marking": "FOUO", "keep_days": 365}"#;
        let agency = Agency::read(text).expect("an agency");
        assert!(agency.says_anything());
        assert!(!Agency::read(r#"{"$schema": "x"}"#).expect("an agency").says_anything());
        assert_eq!((agency.marking.as_str(), agency.keep_days), ("FOUO", 365));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (text, said) in [
            ("{", "it is not JSON"),
            ("[]", "is not an object"),
            (r#"{"markin": "FOUO"}"#, "`markin` is not known here"),
            (r#"{"keep_days": "a year"}"#, "`keep_days` is not of its kind"),
            (r#"{"keep_days": 40000}"#, "`keep_days` is too long"),
            (r#"{"requires_pass_phrase": 1}"#, "`requires_pass_phrase` is not of its kind"),
        ] {
            let error = Agency::read(text).expect_err(text).to_string();
            assert!(error.contains(said), "{text}: {error}");
        }
        let long = format!(r#"{{"marking": "{}"}}"#, "x".repeat(81));
        assert_eq!(Agency::read(&long).expect_err("long").to_string(), "`marking` is too long");
    }
}
