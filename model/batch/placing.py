"""Where things lie on Earth and when they were seen: WGS 84, and the time that a raster tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj.exceptions import ProjError
from shapely.geometry.base import BaseGeometry

from ..errors import SceneError
from ..scene.gdal import open_raster
from ..scene.raster import open_scene

WGS84 = "EPSG:4326"


@dataclass(frozen=True)
class Footprint:
    """Where a scene lies.

    Attributes:
        geometry: its outline in degrees, turned as it is; two polygons where it lies across the antimeridian.
        bbox: west, south, east, north; the east is less than the west across the antimeridian.
    """

    geometry: BaseGeometry
    bbox: tuple[float, float, float, float]


def footprint_of(path: str) -> Footprint:
    """Where a raster lies.

    Raises:
        SceneError: it cannot be opened, or has no place on Earth.
    """
    with open_scene(path) as scene:
        if scene.crs is None:
            raise SceneError(
                f"{scene.name} has no coordinate reference system, so its polygons have no place in a table with "
                "others: assign one, or segment it by itself."
            )
        corners = ((0, 0), (scene.width, 0), (scene.width, scene.height), (0, scene.height))
        outline = shapely.Polygon([scene.transform @ corner for corner in corners])
        (geometry,) = placed(geopandas.GeoSeries([outline], crs=scene.crs), scene.name)
    parts = shapely.get_parts(geometry)
    west, _, east, _ = shapely.bounds(parts).T
    _, south, _, north = geometry.bounds
    if len(parts) == 1:
        return Footprint(shapely.orient_polygons(geometry), (float(west[0]), south, float(east[0]), north))
    # The part that lies west of the antimeridian is the one that reaches further east.
    return Footprint(shapely.orient_polygons(geometry), (float(west.max()), south, float(east.min()), north))


def placed(shapes: geopandas.GeoSeries, name: str) -> geopandas.GeoSeries:
    """Polygons in longitudes and latitudes, cut where they lie across the antimeridian.

    Args:
        shapes: polygons in the CRS of a scene.
        name: of the scene, for messages.

    Raises:
        SceneError: the CRS is tied to no place on Earth.
    """
    try:
        moved = shapes.to_crs(WGS84)
    except ProjError as error:
        raise _nowhere(name) from error
    polygons: NDArray[np.object_] = np.array(moved.to_numpy())
    bounds = shapely.bounds(polygons).reshape(-1, 4)
    if not np.isfinite(bounds).all():
        raise _nowhere(name)
    west, _, east, _ = bounds.T
    across = (east - west > 180) | (west < -180) | (east > 180)  # nothing with pixels of metres is that wide
    polygons[across] = [_cut(polygon) for polygon in polygons[across]]
    return geopandas.GeoSeries(polygons, index=shapes.index, crs=WGS84)


def taken_at(path: str) -> datetime | None:
    """When a raster was taken, as its TIFF tag says; the tag knows no time zone, and UTC is assumed."""
    with open_raster(path) as raster:
        written = raster.tags().get("TIFFTAG_DATETIME", "")
    try:
        return datetime.strptime(written.strip(), "%Y:%m:%d %H:%M:%S").replace(tzinfo=timezone.utc)
    except ValueError:
        return None


def _cut(polygon: BaseGeometry) -> BaseGeometry:
    """The parts of a polygon on either side of the antimeridian, each between -180 and 180 degrees."""
    whole = shapely.transform(polygon, lambda points: np.column_stack((points[:, 0] % 360, points[:, 1])))
    west = shapely.intersection(whole, shapely.box(0, -90, 180, 90))
    beyond = shapely.intersection(whole, shapely.box(180, -90, 360, 90))
    east = shapely.transform(beyond, lambda points: points - (360, 0))
    parts = [part for part in shapely.get_parts([west, east]) if part.area > 0]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def _nowhere(name: str) -> SceneError:
    return SceneError(f"The coordinate reference system of {name} is tied to no place on Earth: assign another one.")
