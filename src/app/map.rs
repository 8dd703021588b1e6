//! What the map shows and where it looks: [`Scene`] (the arrows of a briefing) and [`View`] (centre and reach).
//!
//! Equirectangular, with east–west distances shortened by the cosine of the middle latitude, so that a country keeps
//! its shape. Nothing here knows the size of the screen: a view is the box that must be visible, and [`Projection`] fits
//! it into whatever room there is.

use crate::analysis::{Analysis, Confidence, Movement, MovementId, Realis, Status, Toponym};
use crate::atlas::Geo;
use crate::export::{OPEN, strength};

/// Nearest and farthest that a view looks, as half its height in degrees.
const REACH: (f64, f64) = (0.4, 85.0);
/// A theatre is shown alone when showing the far origins too would make it this many times smaller.
const FAR: f64 = 2.2;

/// A box in degrees, around a middle; the longitude may run past 180.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Its middle.
    pub centre: Geo,
    /// Half its width in degrees of longitude.
    pub half_lon: f64,
    /// Half its height in degrees of latitude.
    pub half_lat: f64,
}

impl Default for View {
    fn default() -> Self {
        Self {
            centre: Geo { lon: 10.0, lat: 20.0 },
            half_lon: 170.0,
            half_lat: 70.0,
        }
    }
}

impl View {
    /// Nearer (`factor` below 1) or farther, within what makes sense.
    #[must_use]
    pub fn zoomed(self, factor: f64) -> Self {
        let smallest = self.half_lat.max(self.half_lon);
        let factor = factor.clamp(
            REACH.0 / smallest.max(0.01),
            (REACH.1 / self.half_lat.max(0.01)).max(1.0),
        );
        Self {
            half_lon: (self.half_lon * factor).min(180.0),
            half_lat: (self.half_lat * factor).min(REACH.1),
            ..self
        }
    }

    /// Moved by shares of its own height: `east` and `north` of 1.0 is one half height.
    #[must_use]
    pub fn panned(self, east: f64, north: f64) -> Self {
        let step = self
            .half_lat
            .max(self.half_lon * self.centre.lat.to_radians().cos() / 2.0);
        let squeeze = self.centre.lat.to_radians().cos().max(0.2);
        Self {
            centre: Geo {
                lon: wrap(self.centre.lon + east * step / squeeze),
                lat: (self.centre.lat + north * step).clamp(-80.0, 80.0),
            },
            ..self
        }
    }

    /// The same reach around another middle.
    #[must_use]
    pub const fn centred(self, centre: Geo) -> Self {
        Self { centre, ..self }
    }
}

/// Longitude in -180 to 180.
fn wrap(lon: f64) -> f64 {
    (lon + 180.0).rem_euclid(360.0) - 180.0
}

/// One end of an arrow.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Where it is.
    pub at: Geo,
    /// The name that the map knows it by.
    pub name: String,
    /// Half the size of the place in degrees, for the zoom: a country needs more room than a town.
    pub reach: f64,
}

impl End {
    fn of(place: &Toponym) -> Option<Self> {
        let at = Geo {
            lon: place.lon,
            lat: place.lat,
        };
        if !(at.lon.abs() <= 180.0 && at.lat.abs() <= 90.0) {
            return None;
        }
        let reach = match place.kind {
            "city" | "base" | "strait" | "canal" => 1.0,
            "state" | "admin" | "island" | "border" => 1.8,
            _ => 3.0,
        };
        Some(Self {
            at,
            name: place.name.as_str().to_owned(),
            reach,
        })
    }
}

/// One movement on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Its row in the table.
    pub id: MovementId,
    /// Where from, if the row says and the map knows.
    pub origin: Option<End>,
    /// Where to or where it is; for one that only leaves, the place that it leaves.
    pub place: End,
    /// Whose forces.
    pub force: Option<String>,
    /// How many, as the table says it; else what unit or equipment.
    pub strength: Option<String>,
    /// The figure for the weight of the line.
    pub value: Option<f64>,
    /// In what state.
    pub status: Status,
    /// Whether it happens.
    pub realis: Realis,
    /// Whether the row is a guess.
    pub doubtful: bool,
    /// Whether it tells of the past.
    pub historical: bool,
    /// Which of the arrows between the same two places it is, from 0: they bend apart.
    pub lane: usize,
}

/// What the map of one briefing shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Movements with a place, in the order of the table.
    pub arrows: Vec<Arrow>,
    /// Movements that name no place that the map knows.
    pub unplaced: usize,
}

impl Scene {
    /// The movements of `analysis`; one that tells another again is left out.
    pub fn of(analysis: &Analysis) -> Self {
        let mut scene = Self::default();
        for (index, row) in analysis.movements.iter().enumerate() {
            if row.same_as.is_some() {
                continue;
            }
            match arrow(MovementId(index as u32), row) {
                Some(mut arrow) => {
                    arrow.lane = scene.arrows.iter().filter(|a| a.shares_way(&arrow)).count();
                    scene.arrows.push(arrow);
                }
                None => scene.unplaced += 1,
            }
        }
        scene
    }

    /// The view that shows what the briefing speaks of: the places where forces are or go, with the origins unless
    /// these lie so far off that the theatre would shrink to a dot (then their arrows come in from the edge).
    pub fn fit(&self) -> View {
        let places = self.arrows.iter().map(|a| &a.place).collect::<Vec<_>>();
        let Some(theatre) = around(&places) else {
            return View::default();
        };
        let all = self.all();
        if all.half_lat > theatre.half_lat * FAR || all.half_lon > theatre.half_lon * FAR {
            theatre
        } else {
            all
        }
    }

    /// The view that holds every place, origins too.
    pub fn all(&self) -> View {
        let ends = self
            .arrows
            .iter()
            .flat_map(|a| a.origin.iter().chain([&a.place]))
            .collect::<Vec<_>>();
        around(&ends).unwrap_or_default()
    }

    /// The arrow of row `id`, if it has one.
    pub fn arrow(&self, id: MovementId) -> Option<&Arrow> {
        self.arrows.iter().find(|a| a.id == id)
    }
}

impl Arrow {
    fn shares_way(&self, other: &Self) -> bool {
        self.place.at == other.place.at
            && self.origin.as_ref().map(|o| o.at) == other.origin.as_ref().map(|o| o.at)
    }
}

fn arrow(id: MovementId, row: &Movement) -> Option<Arrow> {
    let origin = row.origin_place.as_ref().and_then(End::of);
    let place = row.destination_place.as_ref().and_then(End::of);
    let (origin, place) = match (origin, place) {
        (Some(origin), Some(place)) if origin.at == place.at => (None, place),
        (origin, Some(place)) => (origin, place),
        (Some(origin), None) => (None, origin),
        (None, None) => return None,
    };
    let figure = row.count.value.or(row.count.high).or(row.count.low);
    Some(Arrow {
        id,
        origin,
        place,
        force: row.actor.as_ref().map(|a| a.as_str().to_owned()),
        strength: Some(strength(row)).filter(|s| s != OPEN).or_else(|| {
            let what = row.unit.as_ref().or(row.equipment.as_ref());
            what.map(|t| t.as_str().to_owned())
        }),
        value: figure,
        status: row.status,
        realis: row.realis,
        doubtful: row.confidence == Confidence::Low,
        historical: row.historical,
        lane: 0,
    })
}

/// The smallest view around `ends` with room to breathe; `None` when there is none.
///
/// Longitudes are taken from the first end on, so that places on both sides of the date line stay neighbours.
fn around(ends: &[&End]) -> Option<View> {
    let first = ends.first()?;
    let (mut west, mut east, mut south, mut north) = (0.0_f64, 0.0_f64, 90.0_f64, -90.0_f64);
    for end in ends {
        let squeeze = end.at.lat.to_radians().cos().max(0.2);
        let lon = wrap(end.at.lon - first.at.lon);
        west = west.min(lon - end.reach / squeeze);
        east = east.max(lon + end.reach / squeeze);
        south = south.min(end.at.lat - end.reach);
        north = north.max(end.at.lat + end.reach);
    }
    Some(View {
        centre: Geo {
            lon: wrap(first.at.lon + f64::midpoint(west, east)),
            lat: f64::midpoint(south, north).clamp(-80.0, 80.0),
        },
        half_lon: ((east - west) / 2.0 * 1.2).clamp(2.0, 180.0),
        half_lat: ((north - south) / 2.0 * 1.25).clamp(1.6, REACH.1),
    })
}

/// From degrees to points of a grid, and back.
#[derive(Clone, Copy, Debug)]
pub struct Projection {
    centre: Geo,
    squeeze: f64,
    /// Points per degree of latitude, across and up.
    scale: (f64, f64),
    middle: (f64, f64),
}

impl Projection {
    /// Fits `view` into a grid of `width` by `height` points, of which each is `aspect` times as high as wide.
    pub fn new(view: &View, width: f64, height: f64, aspect: f64) -> Self {
        let squeeze = view.centre.lat.to_radians().cos().max(0.2);
        let across = width / (2.0 * view.half_lon * squeeze).max(0.01);
        let up = height * aspect / (2.0 * view.half_lat).max(0.01);
        let scale = across.min(up);
        Self {
            centre: view.centre,
            squeeze,
            scale: (scale, scale / aspect),
            middle: (width / 2.0, height / 2.0),
        }
    }

    /// Columns from the left and rows from the top; they may lie outside of the grid.
    pub fn to_grid(&self, at: Geo) -> (f64, f64) {
        self.unwrapped(wrap(at.lon - self.centre.lon), at.lat)
    }

    /// As [`Self::to_grid`], for an offset in degrees east of the centre that may be beyond 180.
    fn unwrapped(&self, east: f64, lat: f64) -> (f64, f64) {
        (
            self.middle.0 + east * self.squeeze * self.scale.0,
            self.middle.1 - (lat - self.centre.lat) * self.scale.1,
        )
    }

    /// The place under a point of the grid.
    pub fn to_geo(&self, x: f64, y: f64) -> Geo {
        Geo {
            lon: wrap(self.centre.lon + (x - self.middle.0) / (self.squeeze * self.scale.0)),
            lat: (self.centre.lat - (y - self.middle.1) / self.scale.1).clamp(-90.0, 90.0),
        }
    }

    /// Western, southern, eastern and northern end of the grid; east and west as offsets from the centre.
    pub fn seen(&self) -> [f64; 4] {
        let (width, height) = (
            self.middle.0 / (self.squeeze * self.scale.0),
            self.middle.1 / self.scale.1,
        );
        [-width, self.centre.lat - height, width, self.centre.lat + height]
    }

    /// Points of the grid across for half a turn of the globe.
    pub fn half_turn(&self) -> f64 {
        180.0 * self.squeeze * self.scale.0
    }

    /// Kilometres that `points` of the grid across stand for, at the middle of the map.
    pub fn kilometres(&self, points: f64) -> f64 {
        points / self.scale.0 * 111.2
    }

    /// Whether a box of degrees (west, south, east, north) may be seen.
    pub fn sees(&self, extent: [f64; 4]) -> bool {
        let [west, south, east, north] = self.seen();
        if extent[1] > north || extent[3] < south {
            return false;
        }
        let half = (extent[2] - extent[0]) / 2.0;
        let offset = wrap(extent[0] + half - self.centre.lon);
        east - west >= 359.0 || (offset + half >= west && offset - half <= east) || half > 90.0
    }
}

/// The map's state in the reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapState {
    /// What is shown.
    pub scene: Scene,
    /// Where the reader moved or zoomed to; `None` follows the briefing.
    pub moved: Option<View>,
    /// Whether far origins are shown too while nothing was moved.
    pub whole: bool,
}

impl MapState {
    /// The view to draw.
    pub fn view(&self) -> View {
        self.moved.unwrap_or_else(|| {
            if self.whole {
                self.scene.all()
            } else {
                self.scene.fit()
            }
        })
    }

    /// Nearer or farther.
    pub fn zoom(&mut self, factor: f64) {
        self.moved = Some(self.view().zoomed(factor));
    }

    /// Moves the view by shares of its half height.
    pub fn pan(&mut self, east: f64, north: f64) {
        self.moved = Some(self.view().panned(east, north));
    }

    /// Back to what the briefing speaks of; when there already, between the theatre and every place.
    pub fn reset(&mut self) {
        if self.moved.take().is_none() {
            self.whole = !self.whole;
        }
    }

    /// Puts the place of row `id` into the middle; false when the map does not know it.
    pub fn centre_on(&mut self, id: MovementId) -> bool {
        let Some(at) = self.scene.arrow(id).map(|a| a.place.at) else {
            return false;
        };
        self.moved = Some(self.view().centred(at));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Count, When};
    use crate::clean::Clean;

    fn place(name: &str, kind: &'static str, lat: f64, lon: f64) -> Toponym {
        Toponym {
            name: Clean::new(name),
            country: None,
            lat,
            lon,
            kind,
        }
    }

    fn row(from: impl Into<Option<Toponym>>, to: impl Into<Option<Toponym>>) -> Movement {
        Movement {
            actor: Some(Clean::new("Ardania")),
            count: Count::default(),
            additional: false,
            unit: None,
            equipment: None,
            origin: None,
            destination: None,
            origin_place: from.into(),
            destination_place: to.into(),
            status: Status::Ordered,
            realis: Realis::Planned,
            when: None::<When>,
            source: None,
            source_speaker: None,
            part_of: None,
            same_as: None,
            conflicts_with: None,
            historical: false,
            evidence: vec![],
            confidence: Confidence::High,
            reason: Clean::default(),
        }
    }

    fn scene(rows: Vec<Movement>) -> Scene {
        Scene::of(&Analysis {
            movements: rows,
            ..Analysis::default()
        })
    }

    #[test]
    fn a_far_origin_does_not_shrink_the_theatre_to_a_dot() {
        let base = || place("Fort Bragg", "base", 35.1, -79.0);
        let scene = scene(vec![
            row(base(), place("Poland", "country", 52.0, 20.0)),
            row(base(), place("Romania", "country", 46.0, 25.0)),
        ]);
        let fit = scene.fit();
        assert!(
            fit.half_lat < 12.0 && (fit.centre.lon - 22.5).abs() < 3.0,
            "{fit:?}"
        );
        let mut state = MapState {
            scene,
            ..MapState::default()
        };
        state.reset();
        assert!(
            state.view().half_lon > 45.0,
            "the second look takes in the origins"
        );
        state.reset();
        assert_eq!(state.view(), fit);
    }

    #[test]
    fn a_single_town_shows_the_country_around_it_and_nothing_shows_the_world() {
        let fit = scene(vec![row(None, place("Harsk", "city", 50.0, 20.0))]).fit();
        assert!(fit.half_lat >= 1.2 && fit.half_lat < 5.0);
        assert_eq!(scene(vec![row(None, None)]).fit(), View::default());
        assert_eq!(scene(vec![row(None, None)]).unplaced, 1);
    }

    #[test]
    fn places_across_the_date_line_are_neighbours() {
        let fit = scene(vec![
            row(None, place("west", "city", 60.0, 178.0)),
            row(None, place("east", "city", 62.0, -177.0)),
        ])
        .fit();
        assert!(fit.half_lon < 10.0 && fit.centre.lon.abs() > 177.0, "{fit:?}");
    }

    #[test]
    fn a_degree_east_is_as_wide_as_the_latitude_makes_it() {
        let view = View {
            centre: Geo { lon: 10.0, lat: 60.0 },
            half_lon: 10.0,
            half_lat: 5.0,
        };
        let projection = Projection::new(&view, 100.0, 100.0, 1.0);
        let (x0, y0) = projection.to_grid(view.centre);
        let (x1, _) = projection.to_grid(Geo { lon: 11.0, lat: 60.0 });
        let (_, y1) = projection.to_grid(Geo { lon: 10.0, lat: 61.0 });
        assert!(((x1 - x0) / (y0 - y1) - 0.5).abs() < 1e-9, "cos 60° is one half");
        let back = projection.to_geo(x1, y1);
        assert!((back.lon - 11.0).abs() < 1e-9 && (back.lat - 61.0).abs() < 1e-9);
    }

    #[test]
    fn zoom_and_pan_stay_on_the_globe() {
        let mut view = View::default();
        for _ in 0..60 {
            view = view.zoomed(0.5).panned(3.0, 3.0);
        }
        assert!(view.centre.lat <= 80.0 && view.centre.lon.abs() <= 180.0 && view.half_lat > 0.0);
        for _ in 0..60 {
            view = view.zoomed(2.0);
        }
        assert!(view.half_lon <= 180.0 && view.half_lat <= 85.0);
    }

    #[test]
    fn arrows_between_the_same_places_get_lanes_of_their_own() {
        let way = || row(place("A", "city", 50.0, 20.0), place("B", "city", 52.0, 22.0));
        let scene = scene(vec![way(), way(), row(None, place("B", "city", 52.0, 22.0))]);
        assert_eq!(scene.arrows.iter().map(|a| a.lane).collect::<Vec<_>>(), [0, 1, 0]);
    }
}
