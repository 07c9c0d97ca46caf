//! Exact decimals. Figures are compared, added and printed without a float anywhere.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal: `mantissa / 10^scale`, with the scale as printed (`6187.40` keeps two places).
///
/// Equality and order are by value: `1.50 == 1.5`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

impl Decimal {
    /// Nought.
    pub const ZERO: Decimal = Decimal { mantissa: 0, scale: 0 };

    /// `mantissa / 10^scale`; `None` past nine places.
    pub const fn new(mantissa: i64, scale: u8) -> Option<Decimal> {
        if scale > 9 { None } else { Some(Decimal { mantissa, scale }) }
    }

    /// A whole number.
    pub const fn whole(value: i64) -> Decimal {
        Decimal { mantissa: value, scale: 0 }
    }

    /// The value as a whole number, or `None` if it has a fraction.
    pub fn to_whole(self) -> Option<i64> {
        let unit = 10i64.pow(self.scale.into());
        (self.mantissa % unit == 0).then_some(self.mantissa / unit)
    }

    /// The sum, or `None` if it does not fit.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let mantissa = self.rescaled(scale)?.checked_add(other.rescaled(scale)?)?;
        Some(Decimal { mantissa, scale })
    }

    /// The difference, or `None` if it does not fit.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.checked_add(Decimal { mantissa: other.mantissa.checked_neg()?, scale: other.scale })
    }

    /// Below nought.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Equal to nought.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The value times `10^power` (万 is 4, 亿 is 8), or `None` if it does not fit.
    pub fn times_ten_to(self, power: u8) -> Option<Decimal> {
        if self.scale >= power {
            return Some(Decimal { mantissa: self.mantissa, scale: self.scale - power });
        }
        let factor = 10i64.checked_pow(u32::from(power - self.scale))?;
        Some(Decimal { mantissa: self.mantissa.checked_mul(factor)?, scale: 0 })
    }

    /// The value over `10^power` with as many more places, or `None` past nine places: 元 in 万元 is `over_ten_to(4)`.
    pub fn over_ten_to(self, power: u8) -> Option<Decimal> {
        Decimal::new(self.mantissa, self.scale.checked_add(power)?)
    }

    fn rescaled(self, scale: u8) -> Option<i64> {
        self.mantissa.checked_mul(10i64.checked_pow(u32::from(scale - self.scale))?)
    }

    fn wide(self, scale: u8) -> i128 {
        i128::from(self.mantissa) * 10i128.pow(u32::from(scale - self.scale))
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Decimal {
        Decimal::whole(value)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.wide(scale).cmp(&other.wide(scale))
    }
}

impl fmt::Display for Decimal {
    /// As printed: the sign, the digits, and as many places as the scale says.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(formatter, "{}", self.mantissa);
        }
        let unit = 10u64.pow(self.scale.into());
        let magnitude = self.mantissa.unsigned_abs();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let width = usize::from(self.scale);
        write!(formatter, "{sign}{}.{:0width$}", magnitude / unit, magnitude % unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_not_scales_are_compared_and_places_are_kept() {
        let price = Decimal::new(618_740, 2).unwrap();
        assert_eq!(price, Decimal::new(61_874, 1).unwrap());
        assert_eq!(price.to_string(), "6187.40");
        assert_eq!(Decimal::new(-5, 2).unwrap().to_string(), "-0.05");
        assert_eq!(price.checked_sub(Decimal::whole(6187)).unwrap().to_string(), "0.40");
        assert_eq!(price.to_whole(), None);
        assert_eq!(Decimal::new(300, 2).unwrap().to_whole(), Some(3));
        assert_eq!(Decimal::new(12, 1).unwrap().times_ten_to(4).unwrap().to_whole(), Some(12_000));
        assert_eq!(Decimal::whole(251_000).over_ten_to(4).unwrap(), Decimal::new(251, 1).unwrap());
        assert_eq!(price.over_ten_to(8), None);
        assert_eq!(Decimal::whole(i64::MAX).checked_add(Decimal::whole(1)), None);
    }
}
