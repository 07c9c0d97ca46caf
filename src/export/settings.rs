//! The settings file: `gouji-settings/1`, a small JSON object. `docs/settings.schema.json` describes it and a test
//! holds the two together.

use super::wording;
use crate::language::{Language, Sentence};
use crate::review::{Setting, Settings};
use crate::rules::{self, Severity};
use serde_json::{Map, Value};

/// The schema's name and number.
pub const SETTINGS_SCHEMA: &str = "gouji-settings/1";

/// Why a settings file is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError(Sentence);

impl SettingsError {
    /// The complaint, which names what is wrong.
    pub fn sentence(&self, language: Language) -> &str {
        self.0.get(language)
    }
}

/// The settings of a file's text; a byte order mark before it is passed over.
///
/// # Errors
/// A [`SettingsError`] where the text is no JSON, has a key or a rule that gouji does not know, or a waiver without
/// a reason.
pub fn settings(text: &str) -> Result<Settings, SettingsError> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| SettingsError(wording::no_json(error.line(), error.column())))?;
    let object = as_object(&value, "")?;
    only(object, "", &["schema", "rules", "waivers"])?;
    match object.get("schema") {
        Some(Value::String(schema)) if schema == SETTINGS_SCHEMA => {}
        Some(other) => return Err(not_allowed("schema", other, SETTINGS_SCHEMA)),
        None => return Err(SettingsError(wording::key_missing("schema"))),
    }
    let mut settings = Settings::default();
    if let Some(rules) = object.get("rules") {
        for (code, value) in as_object(rules, "rules")? {
            let rule = rules::rule(code).ok_or_else(|| SettingsError(wording::no_such_rule(code)))?;
            let setting = value.as_str().and_then(setting);
            let path = format!("rules.{code}");
            settings.rules.insert(
                rule.code,
                setting.ok_or_else(|| not_allowed(&path, value, "off, info, warning, error"))?,
            );
        }
    }
    if let Some(waivers) = object.get("waivers") {
        let list = waivers.as_array().ok_or_else(|| SettingsError(wording::wrong_kind("waivers", true)))?;
        for (index, waiver) in list.iter().enumerate() {
            let (fingerprint, reason) = waiver_of(waiver, &format!("waivers[{index}]"))?;
            if settings.waivers.insert(fingerprint.clone(), reason).is_some() {
                return Err(SettingsError(wording::waived_twice(&fingerprint)));
            }
        }
    }
    Ok(settings)
}

fn waiver_of(value: &Value, path: &str) -> Result<(String, String), SettingsError> {
    let object = as_object(value, path)?;
    only(object, path, &["fingerprint", "reason"])?;
    let text = |key: &str| {
        let here = format!("{path}.{key}");
        match object.get(key) {
            None => Err(SettingsError(wording::key_missing(&here))),
            Some(Value::String(text)) if !text.trim().is_empty() => Ok(text.clone()),
            Some(_) => Err(SettingsError(wording::empty(&here))),
        }
    };
    let fingerprint = text("fingerprint")?;
    let is_digit = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
    if fingerprint.len() != 16 || !fingerprint.bytes().all(is_digit) {
        let path = format!("{path}.fingerprint");
        return Err(not_allowed(&path, &Value::String(fingerprint), "0123456789abcdef"));
    }
    Ok((fingerprint, text("reason")?))
}

fn setting(word: &str) -> Option<Setting> {
    Some(match word {
        "off" => Setting::Off,
        "info" => Setting::Severity(Severity::Info),
        "warning" => Setting::Severity(Severity::Warning),
        "error" => Setting::Severity(Severity::Error),
        _ => return None,
    })
}

fn as_object<'a>(value: &'a Value, path: &str) -> Result<&'a Map<String, Value>, SettingsError> {
    value.as_object().ok_or_else(|| SettingsError(wording::wrong_kind(path, false)))
}

fn only(object: &Map<String, Value>, path: &str, known: &[&str]) -> Result<(), SettingsError> {
    match object.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(SettingsError(wording::no_such_key(path, key, known))),
        None => Ok(()),
    }
}

fn not_allowed(path: &str, value: &Value, allowed: &str) -> SettingsError {
    SettingsError(wording::not_allowed(path, &value.to_string(), allowed))
}
