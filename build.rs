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
const AREAS: [&str; 18] = [
    "app",
    "words",
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
    let target = std::path::PathBuf::from(env::var("OUT_DIR")?).join("texts.rs");
    std::fs::write(target, code.to_string())?;
    Ok(())
}
