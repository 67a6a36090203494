//! Makes Rust of the texts in `locales/`: one file for each area of the app in each wording.
//!
//! This is what `leptos_i18n_build` does, without the parts of it that pull in all of ICU's data
//! tools for formats that the app does not use.
//!
//! It also tells the program when it was built (`SOURCE_DATE_EPOCH`, or now): a device's clock that is
//! behind that is wrong.

use std::env;
use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

/// The files under `locales/en/` and `locales/en-GB/`, one for each area of the app.
#[cfg(feature = "page")]
const AREAS: [&str; 17] = [
    "app",
    "dates",
    "home",
    "create",
    "plan",
    "team",
    "agenda",
    "notes",
    "assess",
    "open",
    "send",
    "settings",
    "help",
    "changes",
    "programme",
    "prepare",
    "library",
];

/// The areas whose texts are found by their key: what the model's declarations name.
#[cfg(feature = "page")]
const FOUND_BY_KEY: [&str; 3] = ["fields", "choices", "records"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    let built = match env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds.parse()?,
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs(),
    };
    println!("cargo::rustc-env=PEER_EXCHANGE_BUILT={built}");
    // scripts/program.mjs cuts the program in two by its relocations; a debug build stays in one piece.
    if env::var("PROFILE")? == "release" && env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    #[cfg(feature = "page")]
    make_texts()?;
    Ok(())
}

#[cfg(feature = "page")]
fn make_texts() -> Result<(), Box<dyn Error>> {
    use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
    use leptos_i18n_parser::parse_locales::parse_locales;

    // What en-GB does not say in its own way is said as in en.
    let mut config = Config::new("en")?
        .add_locale("en-GB")?
        .extend_locale("en-GB", "en")?
        .add_namespaces(AREAS)?
        .locales_path("locales");
    config.options = ParseOptions::new().interpolate_display(true);
    let texts = parse_locales(None, config)?;
    for warning in texts.diag.warnings().iter() {
        println!("cargo::warning={warning}");
    }
    for error in texts.diag.errors().iter() {
        println!("cargo::error={error}");
    }
    println!("cargo::rerun-if-changed=locales");
    let code = leptos_i18n_codegen::gen_code(&texts, None, false, None, false)?;
    let target = std::path::PathBuf::from(env::var("OUT_DIR")?);
    std::fs::write(target.join("texts.rs"), code.to_string())?;
    std::fs::write(target.join("found.rs"), tables()?)?;
    Ok(())
}

/// Returns a table for each area whose texts are found by their key: sorted, with the text in each wording.
#[cfg(feature = "page")]
fn tables() -> Result<String, Box<dyn Error>> {
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    let read = |wording: &str, area: &str| -> Result<BTreeMap<String, String>, Box<dyn Error>> {
        let texts = std::fs::read_to_string(format!("locales/{wording}/{area}.json"))?;
        Ok(serde_json::from_str(&texts)?)
    };
    let mut code = String::new();
    for area in FOUND_BY_KEY {
        let (texts, british) = (read("en", area)?, read("en-GB", area)?);
        if let Some(unknown) = british.keys().find(|key| !texts.contains_key(*key)) {
            return Err(format!("locales/en-GB/{area}.json: `{unknown}` is not in en").into());
        }
        let name = area.to_uppercase();
        writeln!(code, "static {name}: [(&str, [&str; 2]); {}] = [", texts.len())?;
        for (key, text) in &texts {
            writeln!(code, "({key:?}, [{text:?}, {:?}]),", british.get(key).unwrap_or(text))?;
        }
        writeln!(code, "];")?;
    }
    Ok(code)
}
