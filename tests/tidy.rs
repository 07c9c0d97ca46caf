//! The order of the house, which no compiler holds: who may use whom, one rule a file, where words stand, how
//! files begin and how long they are.
//!
//! A law is a function from a source file to its complaints. Each is shown to complain of something, below.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use syn::visit::{self, Visit};

/// The rooms of `src/`, in the order of the flow, and the rooms that each may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("sorted", &[]),
    ("number", &["sorted"]),
    ("language", &[]),
    ("document", &["number", "sorted", "language"]),
    ("read", &["number", "sorted", "language", "document"]),
    ("report", &["number", "sorted", "language", "document"]),
    // `read` for one type: why a source could not be read is what family E speaks of.
    ("rules", &["number", "sorted", "language", "document", "report", "read"]),
    ("review", &["number", "sorted", "language", "document", "report", "read", "rules"]),
    ("chart", &["number", "sorted", "language", "document", "report", "rules", "review"]),
    ("export", &["number", "sorted", "language", "document", "report", "read", "rules", "review", "chart"]),
    // The edges: never one another.
    (
        "cli",
        &["number", "sorted", "language", "document", "report", "read", "rules", "review", "chart", "export"],
    ),
    ("module", &["read"]),
    (
        "worker",
        &["number", "sorted", "language", "document", "report", "read", "rules", "review", "chart", "export"],
    ),
    // The page's program carries no reader and no rule: it draws what the engine sends.
    ("app", &["number", "sorted", "language", "chart", "export"]),
];

/// Where words of Chinese may stand, besides a `wording.rs`, a folder `wording/` and a rule's own file.
const WORDS: &[(&str, &str)] = &[
    ("src/report/form/", "the statutory form's own wording"),
    ("src/report/recognize/", "words that reports print beside the form's, to be found and never spoken"),
    ("src/report/narrative/", "words of the reports' prose, to be found and never spoken"),
    ("src/report/figure.rs", "units as they are printed in a cell"),
];

/// The program's own name, which is not translated.
const NAME: &str = "勾稽";

/// Files beyond [`LINES`], and why.
const LONG: &[(&str, &str)] =
    &[("src/report/form/", "one table of the form's words: it is looked up, not read through")];

/// The most lines of a file.
const LINES: usize = 600;

/// Names that say nothing about what is in a file.
const EMPTY_NAMES: &[&str] =
    &["utils", "util", "helpers", "helper", "common", "misc", "stuff", "lib2", "types"];

type Law = fn(&Source) -> Vec<String>;

#[test]
fn rooms_use_only_those_before_them() {
    hold(room_uses);
}

#[test]
fn words_stand_in_the_wording_of_their_room() {
    hold(stray_words);
}

/// The form's wording stands once, so that it can be changed once. A sentence may quote it; no table may repeat it.
#[test]
fn the_forms_wording_stands_in_the_form() {
    let is_form = |source: &&Source| source.path.starts_with("src/report/form/");
    let form: BTreeSet<&str> = SOURCES
        .iter()
        .filter(is_form)
        .flat_map(|source| &source.seen.words)
        .map(|(words, _)| words.as_str())
        // Shorter ones (予以公开, 行政许可) are words of the language, too.
        .filter(|words| ideographs(words) >= 6 && !words.chars().all(|c| "一二三四五六七八九十".contains(c)))
        .collect();
    assert!(form.len() > 40, "only {} of the form's words were found", form.len());
    let complaints: Vec<String> = SOURCES
        .iter()
        .filter(|source| !is_form(source))
        .flat_map(|source| source.seen.words.iter().map(move |words| (source, words)))
        .filter(|(_, (words, _))| form.contains(words.as_str()))
        .map(|(source, (words, line))| format!("{}:{line}: {words:?} is the form's own wording", source.path))
        .collect();
    report(&complaints);
}

#[test]
fn nothing_panics_on_the_way_of_an_input() {
    hold(panics);
}

#[test]
fn every_file_says_what_it_is() {
    hold(missing_doc);
}

#[test]
fn names_say_what_is_in_a_file() {
    hold(empty_name);
}

#[test]
fn files_are_short() {
    hold(too_long);
}

#[test]
fn every_room_stands_in_the_table() {
    let declared: BTreeSet<String> = SOURCES
        .iter()
        .filter_map(|source| source.room())
        .filter(|room| !["lib", "bin"].contains(&room.as_str()))
        .collect();
    let table: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(declared, table, "src/ and ROOMS differ");
    for (room, uses) in ROOMS {
        for used in *uses {
            assert!(table.contains(*used), "{room} may use {used}, which is no room");
        }
    }
}

/// One rule a file, in `RULES`, with a page and a case.
#[test]
fn a_rule_has_a_file_a_case_and_a_page() {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut complaints = Vec::new();
    for source in SOURCES.iter().filter(|source| source.path.starts_with("src/rules/") && !source.is_test) {
        let rules = &source.codes;
        if rules.len() > 1 {
            complaints.push(format!("{}: {} rules in one file", source.path, rules.len()));
        }
        if !rules.is_empty() && source.path.split('/').count() != 4 {
            complaints.push(format!("{}: a rule stands in src/rules/<family>/", source.path));
        }
        for code in rules {
            if let Some(other) = files.insert(code.clone(), source.path.clone()) {
                complaints.push(format!("{}: {code} is in {other} too", source.path));
            }
        }
    }
    let listed: Vec<&str> = gouji::rules::RULES.iter().map(|rule| rule.code).collect();
    for code in &listed {
        match files.get(*code) {
            None => complaints.push(format!("RULES: {code} has no file under src/rules/")),
            Some(file) => {
                let family = file.split('/').nth(2).unwrap_or_default();
                for needed in [format!("tests/rules/{family}/{code}.md"), format!("docs/rules/{code}.md")] {
                    if !root().join(&needed).exists() {
                        complaints.push(format!("{file}: {needed} is missing"));
                    }
                }
            }
        }
    }
    for (code, file) in &files {
        if !listed.contains(&code.as_str()) {
            complaints.push(format!("{file}: {code} is not in RULES"));
        }
    }
    for pair in listed.windows(2) {
        if pair[0][..1] == pair[1][..1] && pair[0] >= pair[1] {
            complaints.push(format!("RULES: {} stands before {}", pair[0], pair[1]));
        }
    }
    let families: Vec<&str> = listed.iter().map(|code| &code[..1]).collect();
    let mut seen = BTreeSet::new();
    for pair in families.windows(2).filter(|pair| pair[0] != pair[1]) {
        seen.insert(pair[0]);
        if seen.contains(pair[1]) {
            complaints.push(format!("RULES: family {} stands in two places", pair[1]));
        }
    }
    report(&complaints);
}

/// A law that cannot complain holds nothing.
#[test]
fn each_law_complains_of_what_it_forbids() {
    let cases: &[(Law, &str, &str, usize)] = &[
        (room_uses, "src/read/html.rs", "use crate::rules::RULES;", 1),
        (room_uses, "src/read/html.rs", "use crate::{number::Decimal, rules::RULES};", 1),
        (room_uses, "src/document/mod.rs", "fn f() { crate::report::form(); }", 1),
        (room_uses, "src/app/page.rs", "fn f() { g!(h, crate::read::read(x)); }", 1),
        (room_uses, "src/read/html.rs", "use crate::document::Document; use super::words;", 0),
        (room_uses, "src/read/html.rs", "#[cfg(test)] mod tests { use crate::rules::RULES; }", 0),
        (stray_words, "src/read/html.rs", "fn f() -> &'static str { \"没有表格\" }", 1),
        (stray_words, "src/read/html.rs", "fn f() { g!(\"读到 {} 个表格\", 1) }", 1),
        (stray_words, "src/read/html.rs", "/// 表格\nfn f() { let x = '，'; g(\"、\"); }", 0),
        (stray_words, "src/read/wording.rs", "const X: &str = \"没有表格\";", 0),
        (stray_words, "src/app/wording/cell.rs", "const X: &str = \"没有表格\";", 0),
        (
            stray_words,
            "src/rules/requests/balance.rs",
            "const X: Rule = Rule { code: \"R01\", zh: \"收支不平\" };",
            0,
        ),
        (stray_words, "src/rules/requests/parts.rs", "const X: &str = \"收支不平\";", 1),
        (panics, "src/read/html.rs", "fn f() { a.unwrap(); b.expect(\"c\"); panic!(); todo!() }", 4),
        (panics, "src/read/html.rs", "fn f() { html! { { a.unwrap() } } }", 1),
        (panics, "src/read/html.rs", "fn f() { a.unwrap_or(1); expect(2); } #[test] fn g() { panic!() }", 0),
        (panics, "src/bin/page.rs", "fn main() { a.unwrap() }", 0),
        (missing_doc, "src/read/html.rs", "fn f() {}", 1),
        (missing_doc, "src/read/html.rs", "//! HTML.\nfn f() {}", 0),
        (empty_name, "src/read/utils.rs", "", 1),
        (empty_name, "src/helpers/html.rs", "", 1),
        (too_long, "src/read/html.rs", &"\n".repeat(LINES + 1), 1),
        (too_long, "src/read/html.rs", &"\n".repeat(LINES), 0),
    ];
    for (law, path, text, expected) in cases {
        let source = Source::parse(path, text, false);
        assert_eq!(law(&source).len(), *expected, "{path}: {text:.80}: {:?}", law(&source));
    }
    let two = Source::parse(
        "src/rules/a/b.rs",
        "const A: Rule = Rule { code: \"R01\" }; pub const B: Rule = Rule { code: \"R02\" };",
        false,
    );
    assert_eq!(two.codes, ["R01", "R02"]);
}

// ---- The laws ----

fn room_uses(source: &Source) -> Vec<String> {
    let Some(room) = source.room() else { return Vec::new() };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else { return Vec::new() };
    source
        .seen
        .rooms
        .iter()
        .filter(|(used, _)| *used != room && ROOMS.iter().any(|(name, _)| name == used))
        .filter(|(used, _)| !allowed.contains(&used.as_str()))
        .map(|(used, line)| format!("{}:{line}: `{room}` must not use `{used}`", source.path))
        .collect()
}

fn stray_words(source: &Source) -> Vec<String> {
    let is_wording = source.path.ends_with("/wording.rs") || source.path.contains("/wording/");
    let is_listed = WORDS.iter().any(|(path, _)| source.path.starts_with(path));
    if is_wording || is_listed || !source.codes.is_empty() {
        return Vec::new();
    }
    source
        .seen
        .words
        .iter()
        // A sign or a single character is notation; two make a word.
        .filter(|(words, _)| ideographs(&words.replace(NAME, "")) > 1)
        .map(|(words, line)| format!("{}:{line}: {words:?} belongs into a wording.rs", source.path))
        .collect()
}

fn panics(source: &Source) -> Vec<String> {
    if source.path.starts_with("src/bin/") {
        return Vec::new();
    }
    source.seen.panics.iter().map(|(what, line)| format!("{}:{line}: {what}", source.path)).collect()
}

fn missing_doc(source: &Source) -> Vec<String> {
    let first = source.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if first.starts_with("//!") {
        return Vec::new();
    }
    vec![format!("{}: begins without a `//!` that says what is in it", source.path)]
}

fn empty_name(source: &Source) -> Vec<String> {
    let names = source.path.trim_end_matches(".rs").split('/');
    names
        .filter(|name| EMPTY_NAMES.contains(name))
        .map(|name| format!("{}: `{name}` says nothing about what is in it", source.path))
        .collect()
}

fn too_long(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines <= LINES || LONG.iter().any(|(path, _)| source.path.starts_with(path)) {
        return Vec::new();
    }
    vec![format!("{}: {lines} lines, at most {LINES}", source.path)]
}

fn ideographs(words: &str) -> usize {
    words.chars().filter(|character| ('\u{4e00}'..='\u{9fff}').contains(character)).count()
}

// ---- The sources ----

/// Every file of `src/`, and every Rust file of `tests/` and `benches/`.
static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(sources);

/// A file, as far as the laws look at it.
struct Source {
    /// From the project's folder, with `/`.
    path: String,
    text: String,
    /// True where all of it is compiled for tests only.
    is_test: bool,
    /// The codes of its constants of type `Rule`.
    codes: Vec<String>,
    seen: Seen,
}

impl Source {
    fn parse(path: &str, text: &str, is_test: bool) -> Source {
        Source::new(path, text, &syntax(path, text), is_test)
    }

    fn new(path: &str, text: &str, file: &syn::File, is_test: bool) -> Source {
        let mut seen = Seen::default();
        if !is_test {
            seen.visit_file(file);
        }
        Source { path: path.to_owned(), text: text.to_owned(), is_test, codes: rule_codes(file), seen }
    }

    /// The room it stands in: `read` for `src/read/html.rs`; `None` outside `src/`.
    fn room(&self) -> Option<String> {
        let inside = self.path.strip_prefix("src/")?;
        Some(inside.split('/').next()?.trim_end_matches(".rs").to_owned())
    }
}

/// What the laws look at, each with its line; tests and documentation left out.
#[derive(Default)]
struct Seen {
    /// First names after `crate::` or `gouji::`.
    rooms: Vec<(String, usize)>,
    /// String literals.
    words: Vec<(String, usize)>,
    /// Calls that end the program.
    panics: Vec<(String, usize)>,
}

impl Seen {
    fn path(&mut self, first: Option<&syn::Ident>, second: Option<&syn::Ident>) {
        if let (Some(first), Some(second)) = (first, second)
            && (first == "crate" || first == "gouji")
        {
            self.rooms.push((second.to_string(), second.span().start().line));
        }
    }

    fn call(&mut self, name: &syn::Ident) {
        if name == "unwrap" || name == "expect" || name == "unwrap_err" || name == "expect_err" {
            self.panics.push((format!("`.{name}(`"), name.span().start().line));
        }
    }

    /// The same in the tokens of a macro's call, which are no syntax tree yet.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            let after = |steps: usize| tokens.get(index + steps);
            let is_sign = |steps: usize, sign: char| matches!(after(steps), Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(words) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                        self.words.push((words.value(), literal.span().start().line));
                    }
                }
                TokenTree::Ident(name) => {
                    if is_sign(1, ':')
                        && is_sign(2, ':')
                        && let Some(TokenTree::Ident(second)) = after(3)
                    {
                        self.path(Some(name), Some(second));
                    }
                    if is_sign(1, '!') {
                        self.macro_call(name);
                    }
                    let is_method = index > 0
                        && matches!(&tokens[index - 1], TokenTree::Punct(punct) if punct.as_char() == '.');
                    if is_method
                        && matches!(after(1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
                    {
                        self.call(name);
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }

    fn macro_call(&mut self, name: &syn::Ident) {
        if name == "panic" || name == "todo" || name == "unimplemented" {
            self.panics.push((format!("`{name}!`"), name.span().start().line));
        }
    }

    /// The first names under `crate` in a tree of `use`.
    fn use_tree(&mut self, tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(path) if path.ident == "crate" || path.ident == "gouji" => {
                for name in first_names(&path.tree) {
                    self.path(Some(&path.ident), Some(&name));
                }
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.use_tree(tree)),
            _ => {}
        }
    }
}

impl<'ast> Visit<'ast> for Seen {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    // Documentation is written for readers of the source.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree(&item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut segments = path.segments.iter().map(|segment| &segment.ident);
        self.path(segments.next(), segments.next());
        visit::visit_path(self, path);
    }

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.words.push((literal.value(), literal.span().start().line));
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.call(&call.method);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if let Some(name) = call.path.segments.last() {
            self.macro_call(&name.ident);
        }
        self.tokens(call.tokens.clone());
    }
}

/// The codes of the constants of type `Rule`.
fn rule_codes(file: &syn::File) -> Vec<String> {
    let constants = file.items.iter().filter_map(|item| match item {
        syn::Item::Const(constant) => Some(constant),
        _ => None,
    });
    constants
        .filter_map(|constant| match constant.expr.as_ref() {
            syn::Expr::Struct(value) if value.path.segments.last()?.ident == "Rule" => Some(value),
            _ => None,
        })
        .filter_map(|value| {
            let field = value
                .fields
                .iter()
                .find(|field| matches!(&field.member, syn::Member::Named(name) if name == "code"))?;
            match &field.expr {
                syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(code), .. }) => Some(code.value()),
                _ => None,
            }
        })
        .collect()
}

fn first_names(tree: &syn::UseTree) -> Vec<syn::Ident> {
    match tree {
        syn::UseTree::Path(path) => vec![path.ident.clone()],
        syn::UseTree::Name(name) => vec![name.ident.clone()],
        syn::UseTree::Rename(rename) => vec![rename.ident.clone()],
        syn::UseTree::Group(group) => group.items.iter().flat_map(first_names).collect(),
        syn::UseTree::Glob(_) => Vec::new(),
    }
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[test]`, `#[cfg(test)]` and `#[cfg(all(test, …))]`.
fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        if attribute.path().is_ident("test") {
            return true;
        }
        let syn::Meta::List(list) = &attribute.meta else { return false };
        let condition = list.tokens.to_string();
        let names: Vec<&str> = condition.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        list.path.is_ident("cfg")
            && names.contains(&"test")
            && !names.contains(&"not")
            && !names.contains(&"any")
    })
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn syntax(path: &str, text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches"] {
        collect(&root().join(folder), &mut paths);
    }
    assert!(paths.len() > 40, "only {} files were found", paths.len());
    let files: Vec<(String, String, syn::File)> = paths
        .iter()
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let file = syntax(&name, &text);
            (name, text, file)
        })
        .collect();
    let only_tests: Vec<String> = files.iter().flat_map(|(path, _, file)| test_modules(path, file)).collect();
    files
        .iter()
        .map(|(path, text, file)| {
            let stem = path.trim_end_matches(".rs");
            let is_test = !path.starts_with("src/")
                || only_tests.iter().any(|module| stem == module || path.starts_with(&format!("{module}/")));
            Source::new(path, text, file, is_test)
        })
        .collect()
}

/// The modules that a file declares for tests only, standing in files of their own: paths without their ending.
fn test_modules(path: &str, file: &syn::File) -> Vec<String> {
    let own = path.trim_end_matches(".rs");
    let folder = own.strip_suffix("/mod").or(own.strip_suffix("/lib")).unwrap_or(own);
    let modules = file.items.iter().filter_map(|item| match item {
        syn::Item::Mod(module) if module.content.is_none() && is_for_tests(&module.attrs) => Some(module),
        _ => None,
    });
    modules.map(|module| format!("{folder}/{}", module.ident)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

fn hold(law: Law) {
    let complaints: Vec<String> = SOURCES.iter().flat_map(law).collect();
    report(&complaints);
}

fn report(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}
