//! Packs the coast and border lines of `assets/data/outline_50m.tsv` into a few bytes a point.
//!
//! A line is its kind (0 coast, 1 border, 2 disputed), for a disputed one its name (length and UTF-8), the number of its
//! points, and the points: longitude and latitude in hundredths of a degree, each as the difference from the point
//! before, zigzag and LEB128. `src/atlas.rs` reads it back.

/// The packed form of `tsv`; a row that makes no sense stops the build.
pub fn pack(tsv: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for row in tsv.lines().skip(1).filter(|row| !row.is_empty()) {
        let mut cells = row.split('\t');
        let kind = match cells.next() {
            Some("coast") => 0,
            Some("border") => 1,
            Some("disputed") => 2,
            other => panic!("outline: unknown kind {other:?}"),
        };
        let points = cells
            .next()
            .unwrap_or_default()
            .split(' ')
            .map(point)
            .collect::<Vec<_>>();
        out.push(kind);
        if kind == 2 {
            let name = cells.next().unwrap_or_default();
            assert!(
                !name.is_empty() && name.len() < 128,
                "outline: a disputed line needs a name"
            );
            out.push(name.len() as u8);
            out.extend_from_slice(name.as_bytes());
        }
        number(&mut out, points.len() as u32);
        let mut last = (0, 0);
        for at in points {
            number(&mut out, zigzag(at.0 - last.0));
            number(&mut out, zigzag(at.1 - last.1));
            last = at;
        }
    }
    out
}

/// Countries, seas and straits with a point to write their name at, as a Rust table
/// `(name, longitude, latitude, weight)`: the weight is the population in thousands, 0 for water.
pub fn labels(countries: &str, regions: &str) -> String {
    let mut rows = Vec::new();
    for row in countries.lines().skip(1) {
        let cells = row.split('\t').collect::<Vec<_>>();
        let (Some(name), Some(lat), Some(lon)) = (cells.get(2), degrees(&cells, 9), degrees(&cells, 10))
        else {
            continue;
        };
        let people = cells.get(13).and_then(|c| c.parse::<u64>().ok()).unwrap_or(0);
        rows.push(format!("({name:?}, {lon:.1}, {lat:.1}, {}),", people / 1000 + 1));
    }
    for row in regions.lines().skip(1) {
        let cells = row.split('\t').collect::<Vec<_>>();
        let (Some(name), Some(kind)) = (cells.first(), cells.get(2)) else {
            continue;
        };
        if !matches!(*kind, "sea" | "strait" | "ocean") || *name == "eastern Mediterranean" {
            continue;
        }
        if let (Some(lat), Some(lon)) = (degrees(&cells, 4), degrees(&cells, 5)) {
            rows.push(format!("({name:?}, {lon:.1}, {lat:.1}, 0),"));
        }
    }
    format!("&[\n{}\n]", rows.join("\n"))
}

fn degrees(cells: &[&str], column: usize) -> Option<f64> {
    cells.get(column).and_then(|cell| cell.parse().ok())
}

fn point(text: &str) -> (i32, i32) {
    let hundredths = |part: Option<&str>| -> i32 {
        let value: f64 = part
            .and_then(|p| p.parse().ok())
            .unwrap_or_else(|| panic!("outline: no point: {text:?}"));
        (value * 100.0).round() as i32
    };
    let mut parts = text.split(',');
    (hundredths(parts.next()), hundredths(parts.next()))
}

const fn zigzag(n: i32) -> u32 {
    ((n << 1) ^ (n >> 31)) as u32
}

fn number(out: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        out.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// Writes `outline.bin` and `map_labels.rs` into the build's own folder.
pub fn write(data: &std::path::Path, out: &std::path::Path) {
    let read = |name: &str| {
        let path = data.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let save = |name: &str, bytes: &[u8]| {
        std::fs::write(out.join(name), bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    };
    save("outline.bin", &pack(&read("outline_50m.tsv")));
    save(
        "map_labels.rs",
        labels(&read("countries.tsv"), &read("regions.tsv")).as_bytes(),
    );
}
