//! What belongs to this device and never leaves it: who writes, how it looks, what was saved.

use litemap::LiteMap;
use serde_json::Value;

use crate::bundle::Sender;
use crate::json;
use crate::model::Id;
use crate::model::record::{self, record};
use crate::store::{Storage, StorageError, keys};

record! {
    /// The settings of this device.
    pub struct Device {
        /// The name of the person who writes on this device.
        pub author: String,
        /// Their organisation.
        pub organisation: String,
        /// The site of the programme that it belongs to; empty for none.
        pub site: String,
        /// `light`, `dark`, or empty for what the system says.
        pub theme: String,
        /// `en` or `en-GB`; empty for what the browser says.
        pub wording: String,
        /// `12` for a clock of twelve hours; empty for one of 24.
        pub hours: String,
        /// How far each collaboration principle is practised here: words of [`Practised`](crate::model::Practised).
        pub self_check: LiteMap<Id, String>,
        /// When each document was last saved to a file, RFC 3339 in UTC.
        pub saved_to_file: LiteMap<Id, String>,
    }
}

impl Device {
    /// Reads the settings. What cannot be read is as if it had never been set.
    pub fn load(storage: &impl Storage) -> Self {
        let text = storage.get(keys::DEVICE).unwrap_or_default();
        match serde_json::from_str(&text) {
            Ok(Value::Object(fields)) => record::read(&fields).0,
            _ => Self::default(),
        }
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// If there is no room.
    pub fn save(&self, storage: &impl Storage) -> Result<(), StorageError> {
        storage.set(keys::DEVICE, &json::compact(&Value::Object(record::plain(self))))
    }

    /// Returns who writes here, as it goes into histories and files.
    pub fn sender(&self) -> Sender {
        Sender { author: self.author.clone(), organisation: self.organisation.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    #[test]
    fn settings_are_read_as_they_were_written() {
        let storage = Memory::default();
        let device = Device {
            author: "Sgt. Marsh".to_owned(),
            saved_to_file: LiteMap::from_iter([(Id::from("x"), "2026-11-30T08:00:00Z".to_owned())]),
            ..Device::default()
        };
        device.save(&storage).expect("saved");
        assert_eq!(Device::load(&storage), device);
    }

    #[test]
    fn a_damaged_setting_costs_only_itself() {
        let storage = Memory::default();
        let text = r#"{"author": "Sgt. Marsh", "theme": 7}"#;
        storage.set(keys::DEVICE, text).expect("set");
        assert_eq!(Device::load(&storage).author, "Sgt. Marsh");
    }
}
