//! What was read, from the program that read it to the engine that judges it: two programs of one build, which share
//! no memory.

use super::{Read, ReadError};

/// What a reader made of a source, packed.
pub fn pack(read: &Result<Read, ReadError>) -> Vec<u8> {
    // Plain values into memory: there is nothing to fail.
    postcard::to_allocvec(read).unwrap_or_default()
}

/// What [`pack`] packed; [`ReadError::Damaged`] where it is cut or of another build.
///
/// # Errors
/// What the reader said, or that.
pub fn unpack(packed: &[u8]) -> Result<Read, ReadError> {
    postcard::from_bytes(packed).unwrap_or(Err(ReadError::Damaged("handover")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Source, read};

    #[test]
    fn what_is_packed_comes_out_the_same() {
        for (name, bytes) in [
            ("a.txt", "青岭市\n规章 | 1 | 0\n\u{fffd}".as_bytes()),
            (
                "a.html",
                "<title>年报</title><h1>一</h1><table><tr><td rowspan=2>1<td>2<tr><td>3</table>".as_bytes(),
            ),
            ("a.html", b"<meta charset=gbk><p>\xd2\xbb \xff\xff</p><img src=a.png>"),
            ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            ("a.gz", b"\x1f\x8b\x08"),
        ] {
            let read = read(Source { name, bytes });
            assert_eq!(unpack(&pack(&read)), read, "{name}");
        }
    }

    #[test]
    fn what_is_cut_is_damaged() {
        let packed = pack(&read(Source { name: "a.txt", bytes: "青岭市".as_bytes() }));
        for length in 0..packed.len() {
            assert_eq!(unpack(&packed[..length]), Err(ReadError::Damaged("handover")), "{length}");
        }
    }
}
