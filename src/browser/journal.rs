//! The journal: lines of text in IndexedDB, written so that a browser which is killed loses none of them.
//!
//! Local storage is written to the disk some seconds later by browsers, and can be full. IndexedDB with
//! strict durability answers only when a line is on the disk.

use js_sys::{Array, Function, Object, Promise, Reflect};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

const DATABASE: &str = "pe1";
const LINES: &str = "journal";

/// Why the journal cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the journal cannot be used ({reason}): save to a file before you close the page")]
pub struct JournalError {
    /// What the browser said.
    pub reason: String,
}

impl From<JsValue> for JournalError {
    fn from(thrown: JsValue) -> Self {
        let name = Reflect::get(&thrown, &"name".into()).ok().and_then(|name| name.as_string());
        Self { reason: name.unwrap_or_else(|| "unknown".to_owned()) }
    }
}

/// A line and the number under which it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its number; later lines have higher ones.
    pub number: f64,
    /// What it says.
    pub text: String,
}

/// The open journal of this origin. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Journal(IdbDatabase);

impl Journal {
    /// Opens the journal; makes it where there is none.
    ///
    /// # Errors
    /// If the browser gives no IndexedDB, as some do in private windows.
    pub async fn open() -> Result<Self, JournalError> {
        let missing = || JournalError { reason: "no IndexedDB".to_owned() };
        let window = web_sys::window().ok_or_else(missing)?;
        let factory = window.indexed_db()?.ok_or_else(missing)?;
        let request = factory.open_with_u32(DATABASE, 1)?;
        let asked = request.clone();
        let make = Function::from(wasm_bindgen::closure::Closure::once_into_js(move || {
            let database: IdbDatabase = asked.result()?.unchecked_into();
            let lines = web_sys::IdbObjectStoreParameters::new();
            lines.set_auto_increment(true);
            database.create_object_store_with_optional_parameters(LINES, &lines)?;
            Ok::<(), JsValue>(())
        }));
        request.set_onupgradeneeded(Some(&make));
        let journal = Self(answer(&request).await?.unchecked_into());
        let left = journal.clone();
        // Another tab removes the journal, or a newer version of the app changes it: it must not wait
        // for this one.
        let leave = Function::from(wasm_bindgen::closure::Closure::once_into_js(move || {
            left.close();
        }));
        journal.0.set_onversionchange(Some(&leave));
        Ok(journal)
    }

    /// Removes all lines.
    ///
    /// # Errors
    /// If the browser refuses; all of them are still there then.
    pub async fn clear(&self) -> Result<(), JournalError> {
        let lines = self.transact("readwrite")?;
        lines.clear()?;
        Self::done(&lines).await
    }

    /// Lets go of the journal. Nothing can be written to it any more.
    pub fn close(&self) {
        self.0.close();
    }

    /// Removes the journal of this origin. Where another tab still holds it, it goes as soon as that lets
    /// go; this does not wait for it.
    ///
    /// # Errors
    /// If the browser gives no IndexedDB, or refuses.
    pub async fn delete() -> Result<(), JournalError> {
        let missing = || JournalError { reason: "no IndexedDB".to_owned() };
        let window = web_sys::window().ok_or_else(missing)?;
        let factory = window.indexed_db()?.ok_or_else(missing)?;
        let request = factory.delete_database(DATABASE)?;
        let answered = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onblocked(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        match JsFuture::from(answered).await {
            Ok(_) => Ok(()),
            Err(_) => Err(JournalError { reason: "refused".to_owned() }),
        }
    }

    /// Returns all lines in order.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn lines(&self) -> Result<Vec<Line>, JournalError> {
        let lines = self.transact("readonly")?;
        // Both are asked for in one transaction, so they belong together.
        let (numbers, texts) = (lines.get_all_keys()?, lines.get_all()?);
        end(&lines.transaction())?;
        let numbers = Array::from(&answer(&numbers).await?);
        let texts = Array::from(&answer(&texts).await?);
        let line = |(number, text): (JsValue, JsValue)| {
            Some(Line { number: number.as_f64()?, text: text.as_string()? })
        };
        Ok(numbers.iter().zip(texts.iter()).filter_map(line).collect())
    }

    /// Writes a line behind all others and returns its number. Once this returns, it is on the disk.
    ///
    /// # Errors
    /// If there is no room, or the browser refuses.
    pub async fn add(&self, text: &str) -> Result<f64, JournalError> {
        let lines = self.transact("readwrite")?;
        let added = lines.add(&text.into())?;
        Self::done(&lines).await?;
        Ok(added.result()?.as_f64().unwrap_or_default())
    }

    /// Removes lines.
    ///
    /// # Errors
    /// If the browser refuses; all of them are still there then.
    pub async fn remove(&self, numbers: &[f64]) -> Result<(), JournalError> {
        let lines = self.transact("readwrite")?;
        for number in numbers {
            lines.delete(&(*number).into())?;
        }
        Self::done(&lines).await
    }

    fn transact(&self, mode: &str) -> Result<IdbObjectStore, JournalError> {
        // The crate for the browser's interfaces does not know the option for durability yet.
        let begin: Function = Reflect::get(&self.0, &"transaction".into())?.dyn_into()?;
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let transaction: IdbTransaction =
            begin.call3(&self.0, &LINES.into(), &mode.into(), &options)?.unchecked_into();
        Ok(transaction.object_store(LINES)?)
    }

    /// Ends a transaction, and waits until what was asked for in it is done.
    async fn done(lines: &IdbObjectStore) -> Result<(), JournalError> {
        let transaction = lines.transaction();
        end(&transaction)?;
        let completed = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        match JsFuture::from(completed).await {
            Ok(_) => Ok(()),
            Err(_) => Err(transaction.error().map_or_else(
                || JournalError { reason: "aborted".to_owned() },
                |error| JournalError { reason: error.name() },
            )),
        }
    }
}

/// Says that a transaction is asked for nothing more.
///
/// A browser finds that out by itself, but only once the page has taken the answers: one that was left
/// meanwhile, or whose process sleeps, takes none, and nobody else could write to the journal any more.
/// WebKit leaves it so for half an hour and longer (bugs.webkit.org, 315804).
#[expect(deprecated, reason = "the standard has it; the mark is only in the crate")]
fn end(transaction: &IdbTransaction) -> Result<(), JsValue> {
    transaction.commit()
}

async fn answer(request: &IdbRequest) -> Result<JsValue, JournalError> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(answered).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => {
            let error = request.error().ok().flatten();
            let reason = error.map_or_else(|| "refused".to_owned(), |error| error.name());
            Err(JournalError { reason })
        }
    }
}
