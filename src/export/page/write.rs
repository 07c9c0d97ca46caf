//! Writes the envelope as JSON, in little code.
//!
//! serde_json's own writer takes any value: it brings three ways to write a float and the tables for them, 13 KB of the
//! engine. The envelope holds floats of at most nine places only. [`super::parse`] reads on the other side.

#![expect(clippy::float_arithmetic, reason = "coordinates of pictures are no figures of a report")]

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::fmt::{Error, Write};

/// What can go wrong: nothing, for the shapes of this room.
type Written = Result<(), Error>;

/// `value` as JSON, byte for byte what serde_json writes. `value` is of the shapes of this room: text, counts, floats
/// of at most nine places, lists, structures, and maps with names for keys; of anything else `null` is left.
pub fn written(value: &impl Serialize) -> String {
    let mut json = Json(String::new());
    match value.serialize(&mut json) {
        Ok(()) => json.0,
        Err(Error) => "null".to_owned(),
    }
}

/// The text so far.
struct Json(String);

impl Json {
    /// Text in quotes: runs of plain characters are copied whole, which is a third of the time of a check.
    fn text(&mut self, text: &str) {
        self.0.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..b' ')) {
            self.0.push_str(&rest[..at]);
            let byte = rest.as_bytes()[at];
            match byte {
                b'\n' => self.0.push_str("\\n"),
                b'\r' => self.0.push_str("\\r"),
                b'\t' => self.0.push_str("\\t"),
                8 => self.0.push_str("\\b"),
                12 => self.0.push_str("\\f"),
                0..b' ' => {
                    self.0.push_str(if byte < 16 { "\\u000" } else { "\\u001" });
                    self.0.extend(char::from_digit(u32::from(byte) % 16, 16));
                }
                _ => self.0.extend(['\\', char::from(byte)]),
            }
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
        self.0.push('"');
    }

    /// `,` before all but the first entry of a list or an object.
    fn next(&mut self) {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
    }

    /// The name of a field or a variant: these are written in the sources, and need no escapes.
    fn name(&mut self, name: &str) {
        self.next();
        self.0.push('"');
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    fn float(&mut self, value: f64) -> Written {
        if !value.is_finite() {
            self.0.push_str("null");
            return Ok(());
        }
        if value.is_sign_negative() {
            self.0.push('-');
        }
        let value = value.abs();
        let exact = |places: u32| value == (value * scale(places)).round() / scale(places);
        let places = (1..9).find(|places| exact(*places)).unwrap_or(9);
        // As an integer, with its last `places` digits behind the point.
        let digits = (value * scale(places)).round() as u64;
        let unit = 10u64.pow(places);
        write!(self.0, "{}.{:0places$}", digits / unit, digits % unit, places = places as usize)
    }
}

fn scale(places: u32) -> f64 {
    f64::from(10u32.pow(places))
}

impl<'a> Serializer for &'a mut Json {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Entries<'a>;
    type SerializeTuple = Entries<'a>;
    type SerializeTupleStruct = Entries<'a>;
    type SerializeTupleVariant = Entries<'a>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Entries<'a>;
    type SerializeStructVariant = Entries<'a>;

    fn serialize_bool(self, value: bool) -> Written {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Written {
        write!(self.0, "{value}")
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        write!(self.0, "{value}")
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.float(value.into())
    }

    fn serialize_f64(self, value: f64) -> Written {
        self.float(value)
    }

    fn serialize_char(self, value: char) -> Written {
        self.text(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Error)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.0.push('{');
        self.name(variant);
        value.serialize(&mut *self)?;
        self.0.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries<'a>, Error> {
        self.0.push('[');
        Ok(Entries { json: self, end: "]" })
    }

    fn serialize_tuple(self, _: usize) -> Result<Entries<'a>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Entries<'a>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'a>, Error> {
        self.0.push('{');
        self.name(variant);
        self.0.push('[');
        Ok(Entries { json: self, end: "]}" })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a>, Error> {
        self.0.push('{');
        Ok(Entries { json: self, end: "}" })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'a>, Error> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'a>, Error> {
        self.0.push('{');
        self.name(variant);
        self.0.push('{');
        Ok(Entries { json: self, end: "}}" })
    }
}

/// The entries of a list or an object that has begun.
struct Entries<'a> {
    json: &'a mut Json,
    /// What closes it.
    end: &'static str,
}

impl Entries<'_> {
    fn entry<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.json.next();
        value.serialize(&mut *self.json)
    }

    fn named<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Written {
        self.json.name(name);
        value.serialize(&mut *self.json)
    }

    fn close(self) -> Written {
        self.json.0.push_str(self.end);
        Ok(())
    }
}

/// serde has a trait for every kind of list, and one for each of two kinds of structure; in JSON they are alike.
macro_rules! entries {
    ($($kind:ident { $entry:ident($($name:ident)?) as $write:ident })*) => {$(
        impl $kind for Entries<'_> {
            type Ok = ();
            type Error = Error;

            fn $entry<T: Serialize + ?Sized>(&mut self, $($name: &'static str,)? value: &T) -> Written {
                self.$write($($name,)? value)
            }

            fn end(self) -> Written {
                self.close()
            }
        }
    )*};
}

entries! {
    SerializeSeq { serialize_element() as entry }
    SerializeTuple { serialize_element() as entry }
    SerializeTupleStruct { serialize_field() as entry }
    SerializeTupleVariant { serialize_field() as entry }
    SerializeStruct { serialize_field(name) as named }
    SerializeStructVariant { serialize_field(name) as named }
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.entry(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.json.0.push(':');
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Written {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn shapes_are_written_as_serde_json_writes_them() {
        #[derive(Serialize)]
        enum Shape {
            Bare,
            One(u8),
            Two(i8, char),
            Named { x: f64 },
        }
        let value =
            json!({"空": [], "list": [1, -2, null, true, "a\"\\\u{1f}\u{7}\u{8}\u{c}\n\r\t/，"], "map": {}});
        let shapes = (Shape::Bare, Shape::One(1), Shape::Two(-1, '"'), [Shape::Named { x: -0.5 }], ());
        assert_eq!(written(&value), serde_json::to_string(&value).unwrap());
        assert_eq!(written(&shapes), serde_json::to_string(&shapes).unwrap());
        assert_eq!(written(&f64::NAN), "null");
    }

    proptest! {
        #[test]
        fn floats_of_nine_places_are_written_as_serde_json_writes_them(digits in -9_999_999_999i64..9_999_999_999, places in 0..10u32) {
            let value = digits as f64 / scale(places);
            prop_assert_eq!(written(&value), serde_json::to_string(&value).unwrap());
        }

        #[test]
        fn text_is_written_as_serde_json_writes_it(text: String) {
            prop_assert_eq!(written(&text), serde_json::to_string(&text).unwrap());
        }
    }
}
