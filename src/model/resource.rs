//! Resources: reading and addresses that go with an exchange.

use super::rank::Ranked;
use super::record::record;

record! {
    /// Something to read or visit before or after.
    pub struct Resource {
        /// What it is called (S0).
        pub title: String,
        /// Its public address as printed in the source (S0).
        pub address: String as Address,
        /// What it is in the library, by kind and id such as `topic/compstat`; empty for anything else
        /// (own).
        pub library: String as Word,
        /// What it is good for, in one line (own).
        pub note: String as Prose,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Resource {
    /// Returns the address if it is safe to follow: http, https or mailto, nothing else.
    pub fn link(&self) -> Option<&str> {
        let address = self.address.trim();
        let lower = address.to_ascii_lowercase();
        ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| lower.starts_with(scheme))
            .then_some(address)
    }
}

impl Ranked for Resource {
    fn rank(&self) -> &str {
        &self.rank
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_can_be_followed() {
        let link = |address: &str| {
            Resource { address: address.to_owned(), ..Resource::default() }
                .link()
                .map(str::to_owned)
        };
        assert_eq!(link(" https://example.org/a "), Some("https://example.org/a".to_owned()));
        assert_eq!(link("mailto:a@example.org"), Some("mailto:a@example.org".to_owned()));
        for hostile in
            ["javascript:alert(1)", " java\tscript:x", "data:text/html,x", "//x", "ftp://x"]
        {
            assert_eq!(link(hostile), None, "{hostile}");
        }
    }
}
