"""Ellipsoidal areas and lengths of polygons in any coordinate reference system, in square metres and metres.

Without a CRS they are those of the plane, in pixels; in a local CRS, which is tied to no place on Earth, those of the
plane in metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Polygons = NDArray[np.object_]

_CERTAIN = 100  # per cent: the authority's entry is taken only where it is the very same system


def reference_system(crs: Any) -> pyproj.CRS | None:
    """A CRS in any library's form (rasterio, WKT, EPSG code, ...) as pyproj's, by its authority's code if it has one.

    None stays None: pixel coordinates.
    """
    if not crs:
        return None
    system = pyproj.CRS.from_user_input(crs)
    authority = system.to_authority(min_confidence=_CERTAIN)
    return pyproj.CRS.from_authority(*authority) if authority else system


_FLAT = 500.0
"""Metres from corner to corner up to which the scale of a CRS is the same for all of a ring."""
_STEP = 10.0
"""Metres, about, over which a scale is measured."""


@dataclass(frozen=True)
class Rings:
    """All rings of some polygons, each polygon's outer ring first, its holes after it.

    Attributes:
        polygon: index of the polygon that the ring belongs to.
        ring: the ring's geometry.
        outer: whether it is the polygon's outer ring.
        area: area that the ring encloses, in m2.
        length: length of the ring, in m.
    """

    polygon: NDArray[np.int64]
    ring: NDArray[np.object_]
    outer: NDArray[np.bool_]
    area: Floats
    length: Floats


class Ruler:
    """Measures in one coordinate reference system, or in pixels (None)."""

    def __init__(self, system: pyproj.CRS | None) -> None:
        self._unit = (system.axis_info[0].unit_conversion_factor or 1.0) if system and system.axis_info else 1.0
        base = system.geodetic_crs if system else None  # the same datum: nothing is shifted on the way
        self._geod = base.get_geod() if base else None
        if system and base:
            self._geographic = system.is_geographic
            self._radians = base.axis_info[0].unit_conversion_factor
            self._to_base = pyproj.Transformer.from_crs(system, base, always_xy=True)

    def measure(self, polygons: Polygons) -> tuple[Floats, Floats]:
        """Area in m2 and perimeter in m of each polygon; holes count to the perimeter, not to the area."""
        rings = self.rings(polygons)
        signed = np.where(rings.outer, rings.area, -rings.area)
        area, length = (np.bincount(rings.polygon, each, len(polygons)) for each in (signed, rings.length))
        return area.astype(np.float64), length.astype(np.float64)

    def rings(self, polygons: Polygons) -> Rings:
        """The rings of the polygons with the measures of each."""
        ring, polygon = shapely.get_rings(polygons, return_index=True)
        outer = np.diff(polygon, prepend=-1) > 0
        if self._geod is None:
            plane = np.asarray(shapely.area(shapely.polygons(ring)))
            return Rings(polygon, ring, outer, plane * self._unit**2, np.asarray(shapely.length(ring)) * self._unit)
        area, length = self._measure_small(self._geod, ring)
        large = np.isnan(area)
        area[large], length[large] = self._measure_any(self._geod, ring[large])
        return Rings(polygon, ring, outer, area, length)

    def metres_per_unit(self, x: Floats, y: Floats) -> Floats:
        """Metres on the ground of one unit of the CRS eastwards and northwards, at each of n places: (n, 2)."""
        plain = np.full((x.size, 2), self._unit)
        if self._geod is None:
            return plain
        scale = np.stack(self._scales(self._geod, x, y)[:2], axis=1)
        return np.where(np.isfinite(scale) & (scale > 0), scale, plain)

    def _measure_small(self, geod: pyproj.Geod, ring: Polygons) -> tuple[Floats, Floats]:
        """Area and length of rings so small that the ground under them is flat, by the scale there; nan: of others.

        With the scale at the middle of the area the error of first order vanishes; lengths are good to a millionth.
        """
        solid = np.asarray(shapely.polygons(ring))
        middle = shapely.get_coordinates(shapely.centroid(solid))
        east, north, angle = self._scales(geod, middle[:, 0], middle[:, 1])
        area = np.asarray(shapely.area(solid)) * east * north * np.sin(angle)
        points, index = shapely.get_coordinates(ring, return_index=True)
        step = np.diff(points, axis=0, append=0) * np.stack((east, north), axis=1)[index]
        step[np.diff(index, append=-1) != 0] = 0  # there is no edge from one ring to the next
        edge = np.sqrt((step**2).sum(axis=1) + 2 * np.cos(angle)[index] * step.prod(axis=1))
        length = np.bincount(index, edge, len(ring))
        west, south, right, top = shapely.bounds(ring).reshape(-1, 4).T
        small = np.hypot((right - west) * east, (top - south) * north) < _FLAT  # not where a scale is no number
        return np.where(small, area, np.nan), np.where(small, length, np.nan)

    def _measure_any(self, geod: pyproj.Geod, ring: Polygons) -> tuple[Floats, Floats]:
        """Area and length of rings, geodesic by geodesic."""
        points, counts = shapely.get_coordinates(ring), shapely.get_num_coordinates(ring)
        longitude, latitude = self._degrees(points[:, 0], points[:, 1])
        ends = np.cumsum(counts)
        measures = [
            geod.polygon_area_perimeter(longitude[start:end], latitude[start:end])
            for start, end in zip(ends - counts, ends, strict=True)
        ]
        area, length = np.abs(np.array(measures, np.float64).reshape(-1, 2)).T
        return area, length

    def _scales(self, geod: pyproj.Geod, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        """Metres of a unit eastwards and northwards, and the angle between the two directions in radians, (n,) each."""
        step = _STEP * (1e-5 / self._radians * np.pi / 180 if self._geographic else 1 / self._unit)
        azimuths, lengths = [], []
        for dx, dy in ((step, 0.0), (0.0, step)):
            azimuth, _, length = geod.inv(*self._degrees(x - dx, y - dy), *self._degrees(x + dx, y + dy))
            azimuths.append(azimuth)
            lengths.append(length / (2 * step))
        return lengths[0], lengths[1], np.radians(azimuths[0] - azimuths[1])

    def _degrees(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        longitude, latitude = self._to_base.transform(x, y)
        return np.degrees(longitude * self._radians), np.degrees(latitude * self._radians)
