//! The rules' pages in docs/rules: generated from the declarations. `UPDATE=1 cargo test --test rules pages` writes
//! them anew; an ordinary run fails where one is stale.

use gouji::language::Language;
use gouji::rules::{RULES, page};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_rule_has_its_page_in_both_languages() {
    let wanted = pages();
    let folder = folder();
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(&folder).expect("docs/rules");
        for (name, text) in &wanted {
            fs::write(folder.join(name), text).expect("a page");
        }
    }
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(&folder).expect("docs/rules").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        found.insert(name, fs::read_to_string(entry.path()).expect("a page"));
    }
    for (name, text) in &wanted {
        assert_eq!(found.remove(name).as_ref(), Some(text), "{name} is stale: run with UPDATE=1");
    }
    assert!(found.is_empty(), "pages without a rule: {:?}", found.keys());
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules")
}

fn pages() -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut index = "# 规则 · Rules\n\n| | | 级别 · Severity | |\n|---|---|---|---|\n".to_owned();
    for rule in RULES {
        let name = format!("{}.md", rule.code);
        index.push_str(&format!(
            "| [{}]({name}) | {} | {} | {} · {} |\n",
            rule.code,
            rule.name,
            rule.severity.label().zh,
            rule.title.zh,
            rule.title.en
        ));
        let text = format!("{}\n---\n\n{}", page(rule, Language::Zh), page(rule, Language::En));
        pages.insert(name, text);
    }
    pages.insert("README.md".to_owned(), index);
    pages
}
