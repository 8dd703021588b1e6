//! Lines on the map's grid: land, arrows with their heads, dashes, clipping.

use ratatui::widgets::canvas::{Painter, Shape};

use super::{Ink, Track};
use crate::analysis::Realis;
use crate::app::map::Projection;
use crate::atlas::{Outline, atlas};

/// The lines of the land.
pub(super) struct Ground<'a> {
    pub(super) projection: &'a Projection,
    pub(super) kinds: fn(&Outline) -> bool,
}

impl Shape for Ground<'_> {
    fn draw(&self, painter: &mut Painter) {
        // Borders first: where a coast shares a cell with one, the coast's look wins.
        for coasts in [false, true] {
            for line in &atlas().lines {
                if (line.kind == Outline::Coast) != coasts
                    || !(self.kinds)(&line.kind)
                    || !self.projection.sees(line.extent)
                {
                    continue;
                }
                let (ink, dash) = match line.kind {
                    Outline::Coast => (Ink::Coast, Dash::WHOLE),
                    Outline::Border => (Ink::Border, Dash { on: 1, off: 1 }),
                    Outline::Disputed(_) => (Ink::Border, Dash { on: 1, off: 4 }),
                };
                let points = line.points.iter().map(|&p| self.projection.to_grid(p));
                stroke(painter, points, ink, dash, self.projection.half_turn());
            }
        }
    }
}

/// The arrows.
pub(super) struct Trails<'t, 'a> {
    pub(super) tracks: &'t [Track<'a>],
    pub(super) forces: &'t [Option<&'t str>],
    pub(super) braille: bool,
}

impl Shape for Trails<'_, '_> {
    fn draw(&self, painter: &mut Painter) {
        for track in self.tracks {
            let force = track.arrow.force.as_deref();
            let number = self.forces.iter().position(|f| *f == force).unwrap_or(0);
            let ink = if track.selected {
                Ink::Selected
            } else {
                Ink::Force(number as u8)
            };
            let dash = match (track.arrow.realis, track.arrow.historical) {
                (_, true) => Dash { on: 2, off: 6 },
                (Realis::Actual, _) => Dash::WHOLE,
                (Realis::Planned, _) => Dash { on: 5, off: 3 },
                (Realis::Hypothetical | Realis::Negated, _) => Dash { on: 1, off: 3 },
            };
            let dash = if self.braille { dash } else { dash.coarse() };
            for side in weight(track.arrow.value, self.braille) {
                stroke(painter, beside(&track.points, *side), ink, dash, f64::INFINITY);
            }
            if self.braille {
                for point in head(&track.points) {
                    stroke(painter, point.into_iter(), ink, Dash::WHOLE, f64::INFINITY);
                }
            }
        }
    }
}

/// The offsets of the parallel strokes that make a line heavy: one below 1,000, two from there, three from 10,000.
const fn weight(value: Option<f64>, braille: bool) -> &'static [f64] {
    match value {
        Some(n) if braille && n >= 10_000.0 => &[0.0, 1.0, -1.0],
        Some(n) if braille && n >= 1_000.0 => &[0.0, 1.0],
        _ => &[0.0],
    }
}

/// `points` moved aside by `by` points of the grid.
fn beside(points: &[(f64, f64)], by: f64) -> impl Iterator<Item = (f64, f64)> {
    points.iter().enumerate().map(move |(i, &(x, y))| {
        let (x0, y0) = points.get(i.saturating_sub(1)).copied().unwrap_or((x, y));
        let (x1, y1) = points.get(i + 1).copied().unwrap_or((x, y));
        let (dx, dy) = (x1 - x0, y1 - y0);
        let length = dx.hypot(dy).max(0.001);
        (x - dy / length * by, y + dx / length * by)
    })
}

/// A way from `from` to `to` that bends, the farther the higher its lane, alternating sides.
pub(super) fn bend(from: (f64, f64), to: (f64, f64), lane: usize, cell: (f64, f64)) -> Vec<(f64, f64)> {
    let aspect = 2.0 * cell.0 / cell.1;
    let (dx, dy) = (to.0 - from.0, (to.1 - from.1) / aspect);
    let length = dx.hypot(dy);
    if !length.is_finite() || length < 1.0 {
        return Vec::new();
    }
    let side = if lane.is_multiple_of(2) { 1.0 } else { -1.0 };
    let bow = side * (0.10 + 0.10 * (lane / 2) as f64) * length.min(400.0);
    let middle = (
        from.0 + dx / 2.0 + dy / length * bow,
        from.1 + ((to.1 - from.1) / 2.0) - dx / length * bow * aspect,
    );
    let steps = (length / 2.0).clamp(8.0, 600.0) as usize;
    (0..=steps)
        .map(|i| {
            let t = i as f64 / steps as f64;
            let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
            (
                a * from.0 + b * middle.0 + c * to.0,
                a * from.1 + b * middle.1 + c * to.1,
            )
        })
        .collect()
}

/// The two strokes of an arrow's head, their point a little before the mark at its end.
fn head(points: &[(f64, f64)]) -> Vec<[(f64, f64); 2]> {
    let Some(&end) = points.last() else {
        return Vec::new();
    };
    let Some(&tip) = points
        .iter()
        .rev()
        .find(|p| (p.0 - end.0).hypot(p.1 - end.1) >= 3.0)
    else {
        return Vec::new();
    };
    let back = points
        .iter()
        .rev()
        .find(|p| (p.0 - tip.0).hypot(p.1 - tip.1) >= 5.0)
        .copied()
        .unwrap_or(tip);
    let angle = (tip.1 - back.1).atan2(tip.0 - back.0);
    [angle + 2.6, angle - 2.6]
        .into_iter()
        .map(|a| [tip, (tip.0 + 6.0 * a.cos(), tip.1 + 6.0 * a.sin())])
        .collect()
}

/// Points drawn and left out in turn.
#[derive(Clone, Copy)]
struct Dash {
    on: usize,
    off: usize,
}

impl Dash {
    const WHOLE: Self = Self { on: 1, off: 0 };

    /// The same for a grid of whole cells.
    fn coarse(self) -> Self {
        if self.off == 0 {
            self
        } else {
            Self {
                on: (self.on / 2).max(1),
                off: self.off / 2 + 1,
            }
        }
    }
}

/// Paints the line through `points`; a step of `jump` or more across the grid is the date line, not a line.
fn stroke(painter: &mut Painter, points: impl Iterator<Item = (f64, f64)>, ink: Ink, dash: Dash, jump: f64) {
    // The canvas' bounds are one by one, so its last point tells the size of the grid.
    let Some((right, bottom)) = painter.get_point(1.0, 0.0) else {
        return;
    };
    let (width, height) = (right as f64 + 0.5, bottom as f64 + 0.5);
    let colour = ink.colour();
    let mut last: Option<(f64, f64)> = None;
    let mut walked = 0.0;
    for point in points {
        if let Some(from) = last {
            let (dx, dy) = (point.0 - from.0, point.1 - from.1);
            let length = dx.abs().max(dy.abs());
            if let Some((enter, leave)) = clip(from, point, width, height)
                && dx.abs() < jump
            {
                let steps = (length * (leave - enter)).ceil().max(1.0);
                for i in 0..=steps as usize {
                    let t = enter + (leave - enter) * i as f64 / steps;
                    let phase = (walked + t * length).round() as usize % (dash.on + dash.off);
                    let (x, y) = ((from.0 + dx * t).floor(), (from.1 + dy * t).floor());
                    if phase < dash.on && x >= 0.0 && y >= 0.0 && x < width && y < height {
                        painter.paint(x as usize, y as usize, colour);
                    }
                }
            }
            walked += length;
        }
        last = Some(point);
    }
}

/// The share of the way from `a` to `b` that lies within the grid (Liang and Barsky).
fn clip(a: (f64, f64), b: (f64, f64), width: f64, height: f64) -> Option<(f64, f64)> {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (start, delta, limit) in [(a.0, b.0 - a.0, width), (a.1, b.1 - a.1, height)] {
        if !start.is_finite() || !delta.is_finite() {
            return None;
        }
        if delta == 0.0 {
            if start < 0.0 || start > limit {
                return None;
            }
            continue;
        }
        let (t0, t1) = ((0.0 - start) / delta, (limit - start) / delta);
        enter = enter.max(t0.min(t1));
        leave = leave.min(t0.max(t1));
    }
    (enter <= leave).then_some((enter, leave))
}
