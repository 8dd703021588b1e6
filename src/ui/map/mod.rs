//! The map: coasts and borders, an arrow or a mark for each movement, names that never overlap, and a legend.
//!
//! Nothing is told by colour alone. How a line is drawn says whether it happens (whole: done, dashed: planned, dotted:
//! only thought of, dotted with a cross: denied), its weight says how many, the mark at its end says the status,
//! and the label says whose and how many. Borders are dotted finely, disputed lines widely and named as such.

mod labels;
mod stroke;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::Canvas;
use unicode_width::UnicodeWidthStr;

use crate::analysis::{MovementId, Realis, Status};
use crate::app::map::{Arrow, MapState, Projection};
use labels::{Labels, short};
use stroke::{Ground, Trails, bend};

use crate::atlas::{Geo, Outline, atlas};

/// How the parts of a map look.
#[derive(Clone, Debug, Default)]
pub struct MapStyles {
    /// The ground under everything.
    pub ground: Style,
    /// Coasts.
    pub coast: Style,
    /// Borders and disputed lines.
    pub border: Style,
    /// Names of countries and seas.
    pub name: Style,
    /// Names of the briefing's places.
    pub place: Style,
    /// The lines of the selected movement.
    pub lit: Style,
    /// Its labels.
    pub selected: Style,
    /// The legend.
    pub legend: Style,
    /// One for each force in the order of the table, around again when there are more.
    pub forces: Vec<Style>,
}

/// The map as a widget.
#[derive(Clone, Copy, Debug)]
pub struct MapWidget<'a> {
    /// What to show and where to look.
    pub state: &'a MapState,
    /// The lit movement.
    pub selected: Option<MovementId>,
    /// Colours and attributes.
    pub styles: &'a MapStyles,
    /// Whether the font has Braille and arrows; else ASCII.
    pub braille: bool,
}

/// The mark of a status, with its ASCII form.
pub const fn mark(status: Status, unicode: bool) -> char {
    let (glyph, ascii) = match status {
        Status::Ordered => ('◇', 'o'),
        Status::Deploying => ('▶', '>'),
        Status::Repositioning => ('◈', '~'),
        Status::Present => ('●', '@'),
        Status::Massed => ('■', '#'),
        Status::Alert => ('▲', '!'),
        Status::Standby => ('□', '%'),
        Status::Proposed => ('○', '?'),
        Status::Denied => ('✕', 'x'),
        Status::Withdrawn => ('◁', '<'),
    };
    if unicode { glyph } else { ascii }
}

/// What a painted point belongs to; carried through the canvas as a colour and turned into a style afterwards,
/// because a canvas knows colours only and a theme may have none.
#[derive(Clone, Copy)]
enum Ink {
    Coast,
    Border,
    Selected,
    Force(u8),
}

impl Ink {
    const fn colour(self) -> Color {
        Color::Indexed(match self {
            Self::Coast => 1,
            Self::Border => 2,
            Self::Selected => 3,
            Self::Force(n) => 4 + n % 200,
        })
    }

    fn style(colour: Color, styles: &MapStyles) -> Option<Style> {
        let Color::Indexed(n) = colour else { return None };
        Some(match n {
            1 => styles.coast,
            2 => styles.border,
            3 => styles.lit,
            _ => *styles
                .forces
                .get(usize::from(n - 4) % styles.forces.len().max(1))
                .unwrap_or(&styles.place),
        })
    }
}

impl Widget for MapWidget<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.width < 8 || area.height < 3 {
            return;
        }
        let legend = u16::from(area.height >= 6);
        let field = Rect {
            height: area.height - legend,
            ..area
        };
        let (width, height, aspect) = if self.braille {
            (f64::from(field.width) * 2.0, f64::from(field.height) * 4.0, 1.0)
        } else {
            (f64::from(field.width), f64::from(field.height), 2.0)
        };
        let projection = Projection::new(&self.state.view(), width, height, aspect);
        let forces = forces(&self.state.scene.arrows);
        let tracks = self.tracks(&projection, (width, height));
        self.paint_ground(field, &projection, buf);
        self.paint_tracks(field, &tracks, &forces, buf);
        restyle(field, self.styles, buf);
        let mut labels = Labels::new(field, self.cell_size(), self.styles.ground);
        self.write_places(&projection, &tracks, &mut labels, buf);
        self.write_land(&projection, &mut labels, buf);
        if legend == 1 {
            let row = Rect {
                y: area.bottom() - 1,
                height: 1,
                ..area
            };
            self.write_legend(row, &projection, buf);
        }
    }
}

/// The forces in the order of the table; their index picks the colour.
fn forces(arrows: &[Arrow]) -> Vec<Option<&str>> {
    let mut forces = Vec::new();
    for arrow in arrows {
        let force = arrow.force.as_deref();
        if !forces.contains(&force) {
            forces.push(force);
        }
    }
    forces
}

/// The way of one arrow over the grid.
struct Track<'a> {
    arrow: &'a Arrow,
    selected: bool,
    /// From origin to place; empty for a mark without an origin.
    points: Vec<(f64, f64)>,
    end: (f64, f64),
    /// Where the way comes into view from an origin outside of it.
    entry: Option<(f64, f64)>,
}

impl<'a> MapWidget<'a> {
    /// Points of the grid in one cell, across and down.
    const fn cell_size(&self) -> (f64, f64) {
        if self.braille { (2.0, 4.0) } else { (1.0, 1.0) }
    }

    fn tracks(&self, projection: &Projection, grid: (f64, f64)) -> Vec<Track<'a>> {
        let mut tracks = self
            .state
            .scene
            .arrows
            .iter()
            .map(|arrow| {
                let end = projection.to_grid(arrow.place.at);
                let points = arrow
                    .origin
                    .as_ref()
                    .map(|origin| bend(projection.to_grid(origin.at), end, arrow.lane, self.cell_size()))
                    .unwrap_or_default();
                let inside = |&(x, y): &(f64, f64)| x >= 0.0 && y >= 0.0 && x < grid.0 && y < grid.1;
                let entry = points
                    .first()
                    .filter(|first| !inside(first))
                    .and_then(|_| points.iter().copied().find(|p| inside(p)));
                Track {
                    arrow,
                    selected: self.selected == Some(arrow.id),
                    points,
                    end,
                    entry,
                }
            })
            .collect::<Vec<_>>();
        tracks.sort_by_key(|t| t.selected);
        tracks
    }

    fn paint_ground(&self, field: Rect, projection: &Projection, buf: &mut Buffer) {
        let paint = |kinds: fn(&Outline) -> bool, marker: char, buf: &mut Buffer| {
            let marker = if self.braille {
                Marker::Braille
            } else {
                Marker::Custom(marker)
            };
            Canvas::default()
                .marker(marker)
                .x_bounds([0.0, 1.0])
                .y_bounds([0.0, 1.0])
                .paint(|ctx| ctx.draw(&Ground { projection, kinds }))
                .render(field, buf);
        };
        if self.braille {
            paint(|_| true, ' ', buf);
        } else {
            paint(|k| *k != Outline::Coast, ':', buf);
            paint(|k| *k == Outline::Coast, '.', buf);
        }
    }

    fn paint_tracks(&self, field: Rect, tracks: &[Track], forces: &[Option<&str>], buf: &mut Buffer) {
        let (width, height) = self.cell_size();
        let marker = if self.braille {
            Marker::Braille
        } else {
            Marker::Custom('*')
        };
        let trails = Trails {
            tracks,
            forces,
            braille: self.braille,
        };
        Canvas::default()
            .marker(marker)
            .x_bounds([0.0, 1.0])
            .y_bounds([0.0, 1.0])
            .paint(|ctx| ctx.draw(&trails))
            .render(field, buf);
        for track in tracks {
            if track.arrow.realis == Realis::Negated {
                let middle = track.points.get(track.points.len() / 2);
                put(
                    field,
                    middle,
                    (width, height),
                    mark(Status::Denied, self.braille),
                    buf,
                );
            }
            if !self.braille {
                let from = track
                    .points
                    .iter()
                    .rev()
                    .find(|p| (p.0 - track.end.0).abs().max((p.1 - track.end.1).abs()) >= 1.0);
                if let Some(from) = from {
                    let (dx, dy) = (track.end.0 - from.0, (track.end.1 - from.1) * 2.0);
                    let head = match (dx.abs() > dy.abs(), dx > 0.0, dy > 0.0) {
                        (true, true, _) => '>',
                        (true, false, _) => '<',
                        (false, _, true) => 'v',
                        (false, _, false) => '^',
                    };
                    put(field, Some(from), (width, height), head, buf);
                }
            }
        }
    }

    /// The marks of the briefing's places, their names and rows, and where far arrows come from.
    fn write_places(&self, projection: &Projection, tracks: &[Track], labels: &mut Labels, buf: &mut Buffer) {
        let mut places = places(tracks);
        places.sort_by_key(|p| (!p.selected(), p.rows.is_empty(), usize::MAX - p.rows.len()));
        for place in &places {
            let glyph = place
                .rows
                .iter()
                .find(|t| t.selected)
                .or_else(|| place.rows.first())
                .map_or(if self.braille { '∘' } else { '+' }, |t| {
                    mark(t.arrow.status, self.braille)
                });
            let style = if place.selected() {
                self.styles.lit
            } else {
                self.styles.place
            };
            labels.point(projection.to_grid(place.at), glyph, style, buf);
        }
        let most = if labels.field.height < 16 || labels.field.width < 60 {
            1
        } else {
            3
        };
        for place in &places {
            let at = projection.to_grid(place.at);
            let name = if place.selected() {
                self.styles.selected
            } else {
                self.styles.place
            };
            let mut block = vec![(place.name.to_owned(), name)];
            let mut rows = place.rows.clone();
            rows.sort_by_key(|t| !t.selected);
            for track in rows.iter().take(most) {
                block.push((
                    self.describe(track.arrow),
                    if track.selected {
                        self.styles.selected
                    } else {
                        self.styles.legend
                    },
                ));
            }
            if rows.len() > most {
                block.push((format!("+{} more", rows.len() - most), self.styles.legend));
            }
            let tail = block.len();
            for lines in [tail, tail.min(2), 1] {
                if labels.place(at, block.get(..lines).unwrap_or_default(), buf) {
                    break;
                }
            }
        }
        for track in tracks.iter().rev() {
            if let (Some(at), Some(origin)) = (track.entry, &track.arrow.origin) {
                let style = if track.selected {
                    self.styles.selected
                } else {
                    self.styles.name
                };
                let text = format!("from {}", origin.name);
                if !labels.written.contains(&text) {
                    labels.place(at, &[(text, style)], buf);
                }
            }
        }
    }

    /// One row as a label tells it: mark, strength, force.
    fn describe(&self, arrow: &Arrow) -> String {
        let doubt = match (arrow.doubtful, self.braille) {
            (true, true) => " ≈",
            (true, false) => " ~?",
            _ => "",
        };
        let strength = arrow
            .strength
            .as_deref()
            .map(|s| format!(" {}", short(s, 22)))
            .unwrap_or_default();
        let force = arrow
            .force
            .as_deref()
            .map(|s| format!(" {}", short(s, 16)))
            .unwrap_or_default();
        format!("{}{strength}{force}{doubt}", mark(arrow.status, self.braille))
    }

    /// Names of disputed lines, countries and water, where there is room.
    fn write_land(&self, projection: &Projection, labels: &mut Labels, buf: &mut Buffer) {
        for line in &atlas().lines {
            if let Outline::Disputed(name) = line.kind
                && projection.sees(line.extent)
                && let Some(&middle) = line.points.get(line.points.len() / 2)
                && self.cells_across(projection, line.extent) >= 3.0
            {
                let text = format!("disputed: {name}");
                labels.place(projection.to_grid(middle), &[(text, self.styles.name)], buf);
            }
        }
        let degrees = {
            let [_, south, _, north] = projection.seen();
            north - south
        };
        let mut room = usize::from(labels.field.width) * usize::from(labels.field.height) / 110;
        for name in &atlas().names {
            if room == 0 {
                break;
            }
            let crowd = !name.is_water() && degrees > 60.0 && f64::from(name.weight) < degrees * 400.0;
            if crowd || labels.written.iter().any(|w| w == name.text) {
                continue;
            }
            let text = if name.is_water() {
                name.text.to_owned()
            } else {
                name.text.to_uppercase()
            };
            if labels.centred(projection.to_grid(name.at), &text, self.styles.name, buf) {
                room -= 1;
            }
        }
    }

    /// The larger side of a box of degrees, in columns.
    fn cells_across(&self, projection: &Projection, extent: [f64; 4]) -> f64 {
        let [west, south, east, north] = extent;
        let (x0, y0) = projection.to_grid(Geo {
            lon: west,
            lat: north,
        });
        let (x1, y1) = projection.to_grid(Geo {
            lon: east,
            lat: south,
        });
        let (width, height) = self.cell_size();
        ((x1 - x0) / width).max((y1 - y0) / height * 2.0)
    }

    fn write_legend(&self, row: Rect, projection: &Projection, buf: &mut Buffer) {
        let arrows = &self.state.scene.arrows;
        let mut parts: Vec<String> = Vec::new();
        let mut seen: Vec<Status> = Vec::new();
        for arrow in arrows {
            if !seen.contains(&arrow.status) {
                seen.push(arrow.status);
                parts.push(format!(
                    "{} {}",
                    mark(arrow.status, self.braille),
                    arrow.status.name()
                ));
            }
        }
        for (realis, fine, plain, word) in [
            (Realis::Actual, "━━", "**", "done"),
            (Realis::Planned, "╍╍", "* *", "planned"),
            (Realis::Hypothetical, "┈┈", "*  *", "maybe"),
            (Realis::Negated, "┈✕┈", "*x*", "denied"),
        ] {
            if arrows.iter().any(|a| a.origin.is_some() && a.realis == realis) {
                parts.push(format!("{} {word}", if self.braille { fine } else { plain }));
            }
        }
        let unplaced = self.state.scene.unplaced;
        if unplaced > 0 {
            parts.push(format!(
                "{unplaced} {} without a place",
                if unplaced == 1 { "row" } else { "rows" }
            ));
        }
        let scale = self.scale(projection);
        let right = row.right().saturating_sub(scale.width() as u16);
        buf.set_style(row, self.styles.legend);
        let mut x = row.x;
        for part in parts {
            let width = part.width() as u16;
            if x + width + 2 > right {
                break;
            }
            buf.set_string(x, row.y, &part, self.styles.legend);
            x += width + 2;
        }
        if right > x {
            buf.set_string(right, row.y, scale, self.styles.legend);
        }
    }

    /// A bar of about ten cells with its length.
    fn scale(&self, projection: &Projection) -> String {
        let (width, _) = self.cell_size();
        let cell = projection.kilometres(width);
        let length = [5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0]
            .into_iter()
            .find(|km| km / cell >= 5.0)
            .unwrap_or(5000.0);
        let cells = (length / cell).round().clamp(2.0, 20.0) as usize;
        let (left, dash, right) = if self.braille {
            ("├", "─", "┤")
        } else {
            ("|", "-", "|")
        };
        format!(
            "{left}{}{right} {length} km",
            dash.repeat(cells.saturating_sub(2))
        )
    }
}

/// A place of the briefing with the movements that end in it.
struct Spot<'t, 'a> {
    at: Geo,
    name: &'a str,
    rows: Vec<&'t Track<'a>>,
    lit: bool,
}

impl Spot<'_, '_> {
    const fn selected(&self) -> bool {
        self.lit
    }
}

fn places<'t, 'a>(tracks: &'t [Track<'a>]) -> Vec<Spot<'t, 'a>> {
    let mut spots: Vec<Spot<'t, 'a>> = Vec::new();
    let mut spot = |at: Geo, name: &'a str, row: Option<&'t Track<'a>>, lit: bool| {
        let found = spots.iter().position(|s| s.at == at).unwrap_or_else(|| {
            spots.push(Spot {
                at,
                name,
                rows: Vec::new(),
                lit: false,
            });
            spots.len() - 1
        });
        if let Some(spot) = spots.get_mut(found) {
            spot.rows.extend(row);
            spot.lit |= lit;
        }
    };
    for track in tracks {
        spot(
            track.arrow.place.at,
            &track.arrow.place.name,
            Some(track),
            track.selected,
        );
        if let Some(origin) = &track.arrow.origin {
            spot(origin.at, &origin.name, None, track.selected);
        }
    }
    spots
}

/// Gives every painted point the style of what it belongs to.
fn restyle(field: Rect, styles: &MapStyles, buf: &mut Buffer) {
    for position in field.positions() {
        if let Some(cell) = buf.cell_mut(position) {
            // The canvas has painted its own ground over the theme's.
            let ink = Ink::style(cell.fg, styles).unwrap_or_default();
            cell.set_style(Style::reset().patch(styles.ground).patch(ink));
        }
    }
}

/// Writes one character at a point of the grid.
fn put(field: Rect, at: Option<&(f64, f64)>, size: (f64, f64), glyph: char, buf: &mut Buffer) {
    if let Some((x, y)) = at.and_then(|&at| cell_of(field, at, size))
        && let Some(cell) = buf.cell_mut((x, y))
    {
        cell.set_char(glyph);
    }
}

/// The cell under a point of the grid, if it is in the field.
fn cell_of(field: Rect, at: (f64, f64), size: (f64, f64)) -> Option<(u16, u16)> {
    let (x, y) = ((at.0 / size.0).floor(), (at.1 / size.1).floor());
    (x >= 0.0 && y >= 0.0 && x < f64::from(field.width) && y < f64::from(field.height))
        .then(|| (field.x + x as u16, field.y + y as u16))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::map::{End, Scene};

    fn end(name: &str, lon: f64, lat: f64) -> End {
        End {
            at: Geo { lon, lat },
            name: name.to_owned(),
            reach: 1.0,
        }
    }

    fn state() -> MapState {
        let arrow = |id, origin, place, status, realis| Arrow {
            id: MovementId(id),
            origin,
            place,
            force: Some("Ardania".to_owned()),
            strength: Some("~1,200".to_owned()),
            value: Some(1200.0),
            status,
            realis,
            doubtful: id == 1,
            historical: false,
            lane: 0,
        };
        MapState {
            scene: Scene {
                arrows: vec![
                    arrow(
                        0,
                        Some(end("Harsk", 10.0, 50.0)),
                        end("Vesna", 14.0, 51.0),
                        Status::Ordered,
                        Realis::Planned,
                    ),
                    arrow(1, None, end("Vesna", 14.0, 51.0), Status::Present, Realis::Actual),
                    arrow(
                        2,
                        Some(end("Vesna", 14.0, 51.0)),
                        end("Belmark", 18.0, 48.0),
                        Status::Denied,
                        Realis::Negated,
                    ),
                ],
                unplaced: 1,
            },
            ..MapState::default()
        }
    }

    fn draw(width: u16, height: u16, braille: bool, selected: Option<MovementId>) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let (state, styles) = (state(), MapStyles::default());
        MapWidget {
            state: &state,
            selected,
            styles: &styles,
            braille,
        }
        .render(area, &mut buf);
        (0..height)
            .map(|y| (0..width).map(|x| buf[(x, y)].symbol()).collect())
            .collect()
    }

    #[test]
    fn places_are_named_and_rows_told_with_mark_strength_force_and_doubt() {
        let screen = draw(100, 30, true, None).join("\n");
        for wanted in [
            "Harsk",
            "Vesna",
            "Belmark",
            "◇ ~1,200 Ardania",
            "● ~1,200 Ardania ≈",
            "1 row without a place",
            "km",
        ] {
            assert!(screen.contains(wanted), "{wanted}\n{screen}");
        }
        assert!(screen.contains("┈✕┈ denied") && screen.contains("╍╍ planned"));
    }

    #[test]
    fn ascii_holds_nothing_else() {
        let screen = draw(100, 30, false, Some(MovementId(0))).join("\n");
        assert!(screen.is_ascii(), "{screen}");
        assert!(screen.contains("o ~1,200 Ardania") && screen.contains("POLAND"));
    }

    #[test]
    fn no_size_panics() {
        for width in 0..24 {
            for height in 0..14 {
                draw(width, height, true, Some(MovementId(2)));
                draw(width, height, false, None);
            }
        }
    }

    #[test]
    fn the_date_line_draws_no_line_across_the_world() {
        let area = Rect::new(0, 0, 120, 40);
        let mut buf = Buffer::empty(area);
        let (state, styles) = (MapState::default(), MapStyles::default());
        let map = MapWidget {
            state: &state,
            selected: None,
            styles: &styles,
            braille: true,
        };
        map.render(area, &mut buf);
        for y in 0..39 {
            let drawn = (0..120).filter(|&x| buf[(x, y)].symbol() != " ").count();
            assert!(drawn < 100, "row {y} is a line from edge to edge");
        }
    }
}
