//! [`Atlas`]: the coast and border lines of the world, and the names to write on them.
//!
//! Made with Natural Earth (1:50 million, simplified at 0.05 degree); country points from the CIA World Factbook.
//! Packed at build time by `assets/build/outline.rs`, unpacked when a map is first looked at (about a millisecond).

use std::sync::OnceLock;

/// Longitude and latitude in degrees east and north.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Geo {
    /// Degrees east, -180 to 180.
    pub lon: f64,
    /// Degrees north, -90 to 90.
    pub lat: f64,
}

/// What a line of the map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outline {
    /// Where land meets the sea.
    Coast,
    /// Between two states.
    Border,
    /// A line that not all states accept, by the name of what is disputed.
    Disputed(&'static str),
}

/// One line of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Polyline {
    /// What it is.
    pub kind: Outline,
    /// Its points in order.
    pub points: Vec<Geo>,
    /// Western, southern, eastern and northern end.
    pub extent: [f64; 4],
}

/// A name that belongs to the land or the sea.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name {
    /// What to write.
    pub text: &'static str,
    /// Where its middle goes.
    pub at: Geo,
    /// People who live there, in thousands; 0 for water.
    pub weight: u32,
}

impl Name {
    /// Whether it names water.
    pub const fn is_water(&self) -> bool {
        self.weight == 0
    }
}

/// Lines and names of the world.
#[derive(Debug, Default)]
pub struct Atlas {
    /// Coasts, borders and disputed lines.
    pub lines: Vec<Polyline>,
    /// Countries, seas and straits, the most populous first and water last.
    pub names: Vec<Name>,
}

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outline.bin"));
#[expect(clippy::unreadable_literal, reason = "written by the build script")]
static NAMES: &[(&str, f64, f64, u32)] = include!(concat!(env!("OUT_DIR"), "/map_labels.rs"));

/// The one atlas, unpacked on first use.
pub fn atlas() -> &'static Atlas {
    static ATLAS: OnceLock<Atlas> = OnceLock::new();
    ATLAS.get_or_init(|| {
        let mut names = NAMES
            .iter()
            .map(|&(text, lon, lat, weight)| Name {
                text,
                at: Geo { lon, lat },
                weight,
            })
            .collect::<Vec<_>>();
        names.sort_by(|a, b| b.weight.cmp(&a.weight).then(a.text.cmp(b.text)));
        Atlas {
            lines: unpack(PACKED),
            names,
        }
    })
}

fn unpack(mut bytes: &'static [u8]) -> Vec<Polyline> {
    let mut lines = Vec::new();
    while let Some(line) = polyline(&mut bytes) {
        lines.push(line);
    }
    lines
}

/// The next line, or `None` at the end (or where the bytes make no sense, which the build rules out).
fn polyline(bytes: &mut &'static [u8]) -> Option<Polyline> {
    let kind = match byte(bytes)? {
        0 => Outline::Coast,
        1 => Outline::Border,
        _ => {
            let length = usize::from(byte(bytes)?);
            let (name, rest) = bytes.split_at_checked(length)?;
            *bytes = rest;
            Outline::Disputed(std::str::from_utf8(name).ok()?)
        }
    };
    let count = number(bytes)? as usize;
    let mut points = Vec::with_capacity(count.min(4096));
    let (mut x, mut y) = (0, 0);
    let mut extent = [180.0_f64, 90.0, -180.0, -90.0];
    for _ in 0..count {
        x += signed(number(bytes)?);
        y += signed(number(bytes)?);
        let at = Geo {
            lon: f64::from(x) / 100.0,
            lat: f64::from(y) / 100.0,
        };
        extent = [
            extent[0].min(at.lon),
            extent[1].min(at.lat),
            extent[2].max(at.lon),
            extent[3].max(at.lat),
        ];
        points.push(at);
    }
    Some(Polyline { kind, points, extent })
}

fn byte(bytes: &mut &'static [u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

fn number(bytes: &mut &'static [u8]) -> Option<u32> {
    let mut n = 0;
    for shift in (0..32).step_by(7) {
        let b = byte(bytes)?;
        n |= u32::from(b & 0x7f) << shift;
        if b < 0x80 {
            return Some(n);
        }
    }
    None
}

const fn signed(n: u32) -> i32 {
    (n >> 1) as i32 ^ -((n & 1) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_unpacks_whole() {
        let atlas = atlas();
        let count = |wanted: fn(&Outline) -> bool| atlas.lines.iter().filter(|l| wanted(&l.kind)).count();
        assert_eq!(count(|k| *k == Outline::Coast), 1411);
        assert_eq!(count(|k| *k == Outline::Border), 184);
        assert_eq!(count(|k| matches!(k, Outline::Disputed(_))), 5);
        for line in &atlas.lines {
            assert!(line.points.len() > 1, "a line has two ends");
            assert!(
                line.points
                    .iter()
                    .all(|p| p.lon.abs() <= 180.0 && p.lat.abs() <= 90.0)
            );
        }
    }

    #[test]
    fn disputed_lines_are_named_and_lie_where_their_name_says() {
        let crimea = atlas()
            .lines
            .iter()
            .find(|l| l.kind == Outline::Disputed("Crimea"))
            .unwrap();
        assert!(crimea.extent[0] > 33.0 && crimea.extent[2] < 36.0 && crimea.extent[1] > 45.0);
    }

    #[test]
    fn names_stand_at_their_points() {
        let poland = atlas().names.iter().find(|n| n.text == "Poland").unwrap();
        assert!(
            (poland.at.lon - 20.0).abs() < 1.5 && (poland.at.lat - 52.0).abs() < 1.5 && !poland.is_water()
        );
        assert!(
            atlas()
                .names
                .iter()
                .any(|n| n.text == "Black Sea" && n.is_water())
        );
    }
}
