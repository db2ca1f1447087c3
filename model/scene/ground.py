"""How large a pixel is on the ground."""

from __future__ import annotations

import math

import pyproj
from affine import Affine
from pyproj.exceptions import ProjError
from rasterio.crs import CRS

from ..errors import SceneError

_WGS84 = pyproj.Geod(ellps="WGS84")
_DISTORTION = 0.01
"""A map projection whose scale is off by less keeps its nominal metres: 10 m pixels in UTM are called 10 m."""


def ground_sample_distance(transform: Affine, crs: CRS, width: int, height: int) -> float:
    """Side in metres of a square as large as the pixel at the centre of a grid.

    Ellipsoidal in geographic coordinates, and where the projection distorts (Web Mercator far from the equator).

    Raises:
        SceneError: the grid lies outside what its CRS can hold.
    """
    system = pyproj.CRS.from_user_input(crs)
    nominal = math.sqrt(abs(transform.determinant)) * (system.axis_info[0].unit_conversion_factor or 1.0)
    try:
        true = _ellipsoidal(transform, system, width, height)
    except ProjError:  # a local system that is tied to no place on Earth
        return nominal
    if not (math.isfinite(true) and true > 0):
        raise SceneError(f"The raster lies outside of its coordinate reference system {crs}: assign the right one.")
    return nominal if system.is_projected and abs(true / nominal - 1) < _DISTORTION else true


def _ellipsoidal(transform: Affine, system: pyproj.CRS, width: int, height: int) -> float:
    column, row = width / 2, height / 2
    ends = [(column - 0.5, row), (column + 0.5, row), (column, row - 0.5), (column, row + 0.5)]
    x, y = zip(*(transform @ end for end in ends), strict=True)
    longitude, latitude = pyproj.Transformer.from_crs(system, "EPSG:4326", always_xy=True).transform(x, y)
    if not all(map(math.isfinite, (*longitude, *latitude))) or max(map(abs, latitude)) > 90:
        return math.nan
    azimuth, _, length = _WGS84.inv(longitude[::2], latitude[::2], longitude[1::2], latitude[1::2])
    area = length[0] * length[1] * abs(math.sin(math.radians(azimuth[1] - azimuth[0])))
    return math.sqrt(area)
