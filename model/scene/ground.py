"""How large a pixel is on the ground."""

from __future__ import annotations

import math

import pyproj
from affine import Affine
from pyproj.exceptions import ProjError
from rasterio.crs import CRS

from ..errors import SceneError

_DISTORTION = 0.01
"""A map projection whose scale is off by less keeps its nominal metres: 10 m pixels in UTM are called 10 m."""


def ground_sample_distance(transform: Affine, crs: CRS, width: int, height: int) -> float:
    """Side in metres of a square as large as the pixel at the centre of a grid.

    Ellipsoidal in geographic coordinates, and where the projection distorts (Web Mercator far from the equator).

    Raises:
        SceneError: the grid lies outside what its CRS can hold, or nobody knows what the CRS means.
    """
    system = _understood(crs)
    unit = system.axis_info[0].unit_conversion_factor if system.axis_info else 1.0
    nominal = math.sqrt(abs(transform.determinant)) * (unit or 1.0)
    base = system.geodetic_crs
    geod = None if base is None else base.get_geod()
    if base is None or geod is None:  # a local system that is tied to no place
        return nominal
    try:
        longitude, latitude = _around_the_centre(transform, system, base, width, height)
    except ProjError as error:
        raise _meaningless(crs) from error
    true = _side(geod, longitude, latitude)
    if not (math.isfinite(true) and true > 0):
        raise SceneError(f"The raster lies outside of its coordinate reference system {crs}: assign the right one.")
    return nominal if system.is_projected and abs(true / nominal - 1) < _DISTORTION else true


def _understood(crs: CRS) -> pyproj.CRS:
    try:
        return pyproj.CRS.from_user_input(crs)
    except ProjError as error:
        raise _meaningless(crs) from error


def _meaningless(crs: CRS) -> SceneError:
    return SceneError(f"What the coordinate reference system {crs} means cannot be told: assign another one.")


def _around_the_centre(
    transform: Affine, system: pyproj.CRS, base: pyproj.CRS, width: int, height: int
) -> tuple[list[float], list[float]]:
    """Longitudes and latitudes of the middles of a pixel's sides: left, right, upper, lower."""
    column, row = width / 2, height / 2
    ends = [(column - 0.5, row), (column + 0.5, row), (column, row - 0.5), (column, row + 0.5)]
    x, y = zip(*(transform @ end for end in ends), strict=True)
    # The same datum, so that nothing is shifted on the way; it need not be one of the Earth.
    places = pyproj.Transformer.from_crs(system, base, always_xy=True).transform(x, y)
    radians = base.axis_info[0].unit_conversion_factor
    longitude, latitude = ([math.degrees(angle * radians) for angle in angles] for angles in places)
    return longitude, latitude


def _side(geod: pyproj.Geod, longitude: list[float], latitude: list[float]) -> float:
    if not all(map(math.isfinite, (*longitude, *latitude))) or max(map(abs, latitude)) > 90:
        return math.nan
    azimuth, _, length = geod.inv(longitude[::2], latitude[::2], longitude[1::2], latitude[1::2])
    return math.sqrt(length[0] * length[1] * abs(math.sin(math.radians(azimuth[1] - azimuth[0]))))
