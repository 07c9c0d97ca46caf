//! Zip archives and mails are opened into the files that they hold.

use gouji::read::{Limits, Member, ReadError, Source, members, members_within};

/// A part of an archive that is written here.
struct Part<'a> {
    name: &'a [u8],
    bytes: &'a [u8],
    flags: u16,
    method: u16,
}

fn stored<'a>(name: &'a str, bytes: &'a [u8]) -> Part<'a> {
    Part { name: name.as_bytes(), bytes, flags: 0, method: 0 }
}

/// An archive of parts that are not packed.
fn zip(parts: &[Part<'_>]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let at = archive.len() as u32;
        let (size, length) = (part.bytes.len() as u32, part.name.len() as u16);
        let mut facts = Vec::new();
        for short in [20, part.flags, part.method, 0, 0] {
            facts.extend(u16::to_le_bytes(short));
        }
        for long in [crc(part.bytes), size, size] {
            facts.extend(u32::to_le_bytes(long));
        }
        facts.extend(u16::to_le_bytes(length));
        facts.extend(u16::to_le_bytes(0));
        archive.extend(b"PK\x03\x04");
        archive.extend(&facts);
        archive.extend(part.name);
        archive.extend(part.bytes);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&facts);
        directory.extend([0; 10]);
        directory.extend(u32::to_le_bytes(at));
        directory.extend(part.name);
    }
    let start = archive.len() as u32;
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        archive.extend(u16::to_le_bytes(parts.len() as u16));
    }
    archive.extend(u32::to_le_bytes(directory.len() as u32));
    archive.extend(u32::to_le_bytes(start));
    archive.extend([0, 0]);
    archive
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}

/// The members' names, each with its size or why it cannot be had.
fn listed(members: &[Member]) -> Vec<String> {
    let told = |member: &Member| match &member.bytes {
        Ok(bytes) => format!("{} {}", member.name, bytes.len()),
        Err(error) => format!("{} {error:?}", member.name),
    };
    members.iter().map(told).collect()
}

fn check(bytes: &[u8], expected: &[&str]) {
    let found = members(Source { name: "a.zip", bytes }).map(|members| listed(&members));
    assert_eq!(
        found.as_deref(),
        Some(expected.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>().as_slice())
    );
}

#[test]
fn an_archive_holds_what_a_folder_would() {
    let gbk = encoding_rs::GB18030.encode("年报/白水镇.txt").0.into_owned();
    let archive = zip(&[
        stored("b.docx", b"1234"),
        stored("a\\c.html", b"<p>"),
        Part { name: &gbk, bytes: b"1", flags: 0, method: 0 },
        stored("照片.jpg", b"1"),
        stored("__MACOSX/._b.docx", b"1"),
        stored(".hidden.txt", b"1"),
        stored("~$b.docx", b"1"),
        stored("empty/", b""),
        Part { name: b"locked.doc", bytes: b"12345", flags: 1, method: 0 },
        Part { name: b"aes.doc", bytes: b"12345", flags: 1, method: 99 },
        Part { name: b"odd.doc", bytes: b"12345", flags: 0, method: 12 },
    ]);
    check(
        &archive,
        &[
            "a.zip/a/c.html 3",
            "a.zip/aes.doc Encrypted",
            "a.zip/b.docx 4",
            "a.zip/locked.doc Encrypted",
            "a.zip/odd.doc Unsupported(\"zip\")",
            "a.zip/年报/白水镇.txt 1",
        ],
    );
    check(&zip(&[stored("照片.jpg", b"1")]), &["a.zip Unopened(\"empty\")"]);
    check(b"PK\x03\x04", &["a.zip Damaged(\"zip\")"]);
}

#[test]
fn an_archive_in_an_archive_is_opened_once() {
    let innermost = zip(&[stored("c.txt", b"1")]);
    let inner = zip(&[stored("b.zip", &innermost), stored("b.txt", b"12")]);
    let outer = zip(&[stored("内.zip", &inner)]);
    let size = innermost.len();
    check(&outer, &["a.zip/内.zip/b.txt 2", &format!("a.zip/内.zip/b.zip {size}")]);
}

#[test]
fn an_office_file_holds_nothing_even_where_its_likes_are_in_an_archive() {
    let office = zip(&[stored("word/document.xml", b"<w:document/>")]);
    assert_eq!(members(Source { name: "a.docx", bytes: &office }), None);
    assert_eq!(members(Source { name: "a.txt", bytes: b"PK" }), None);
    let held = zip(&[stored("年报.docx", &office)]);
    check(&held, &[&format!("a.zip/年报.docx {}", office.len())]);
}

#[test]
fn what_an_archive_comes_to_is_limited_over_all_that_it_holds() {
    let piece = [b'1'; 60];
    let inner = zip(&[stored("c.txt", &piece), stored("d.txt", &piece)]);
    let outer = zip(&[stored("a.zip", &inner), stored("b.txt", &piece)]);
    let limits = Limits { inflated: inner.len() + 130, ..Limits::DEFAULT };
    let found = members_within(Source { name: "a", bytes: &outer }, &limits);
    let refused = |member: &&Member| member.bytes == Err(ReadError::TooLarge("inflated"));
    assert_eq!(found.unwrap_or_default().iter().filter(refused).count(), 1);
    let limits = Limits { parts: 1, ..Limits::DEFAULT };
    let found = members_within(Source { name: "a", bytes: &outer }, &limits).unwrap_or_default();
    assert_eq!(listed(&found), ["a TooLarge(\"parts\")"]);
}

const MAIL: &str = "From: a@example.org\r\nSubject: =?gb2312?B?xOqxqA==?=\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=gbk\r\n\
    Content-Transfer-Encoding: base64\r\n\r\nx+uy6crV\r\n--b\r\nContent-Type: application/octet-stream; name=\"a.html\"\r\n\
    Content-Disposition: attachment; filename=\"a.html\"\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+MTwvcD4=\r\n\
    --b\r\nContent-Type: image/png; name=\"a.png\"\r\nContent-Disposition: attachment; filename=\"a.png\"\r\n\r\n1\r\n--b--\r\n";

#[test]
fn a_mail_stands_for_what_is_attached_to_it() {
    let source = Source { name: "a.eml", bytes: MAIL.as_bytes() };
    assert_eq!(listed(&members(source).unwrap_or_default()), ["a.eml/a.html 8"]);
    let without = MAIL.replace("a.html", "a.bin");
    assert_eq!(members(Source { name: "a.eml", bytes: without.as_bytes() }), None);
    let read = gouji::read::read(Source { name: "a.eml", bytes: without.as_bytes() }).unwrap();
    assert_eq!(crate::drawing::draw(&read.document), "P 请查收");
    assert_eq!((read.encoding, read.document.properties.title.as_deref()), (Some("gb18030"), Some("年报")));
}
