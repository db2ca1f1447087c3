"""Polygons that a user gives, as files of vectors hold them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj.exceptions import ProjError
from rasterio.crs import CRS

from ..errors import SceneError
from .failed import FAILED_LAYER

_SURFACES = ("Polygon", "MultiPolygon", "Polygon Z", "MultiPolygon Z", "2.5D Polygon", "2.5D MultiPolygon")


def read_frame(path: Path, **what: Any) -> geopandas.GeoDataFrame:
    """The polygons and multipolygons of a vector file, one row a feature; features without geometry are left out.

    Args:
        path: of the file.
        what: names for ``geopandas.read_file`` to choose a layer or columns by.

    Raises:
        SceneError: no such file, not a vector file, or it holds something other than polygons.
    """
    if not path.exists():
        raise SceneError(f"There is no file {path}.")
    try:
        frame = geopandas.read_file(path, **what)
    except (DataSourceError, DataLayerError, UnicodeDecodeError) as error:
        raise unreadable(path) from error
    if not isinstance(frame, geopandas.GeoDataFrame):
        raise SceneError(f"{path} holds no geometry, polygons are needed.")
    frame = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
    kinds = set(frame.geom_type) - {"Polygon", "MultiPolygon"}
    if kinds:
        raise SceneError(f"{path} holds {' and '.join(sorted(kinds))} geometries, only polygons can be used.")
    return frame


def read_layers(path: Path) -> dict[str, geopandas.GeoDataFrame]:
    """All that a vector file knows of its polygons, by layer, in the CRS of the first layer; heights are dropped.

    Raises:
        SceneError: no such file, not a vector file, or it holds something other than polygons.
    """
    names = _polygon_layers(path)
    frames = [read_frame(path, layer=name).reset_index(drop=True) for name in names]
    for frame in frames:
        frame.geometry = shapely.force_2d(frame.geometry.to_numpy())
    crs = frames[0].crs
    return {
        name: frame if frame.crs == crs else moved(frame, crs, str(path))
        for name, frame in zip(names, frames, strict=True)
    }


def moved(frame: geopandas.GeoDataFrame, crs: CRS | None, name: str) -> geopandas.GeoDataFrame:
    """The same in another CRS; what has none is taken to be in it already. Places that it cannot hold are infinite.

    Args:
        frame: the polygons.
        crs: of the scene.
        name: what they are called when the user is told that it cannot be done.

    Raises:
        SceneError: there is no way from one to the other.
    """
    if frame.crs is None:
        return frame
    if crs is None:
        raise SceneError(f"{name} is georeferenced but the scene is not, so it cannot be placed on it.")
    try:
        return frame.to_crs(crs)
    except ProjError as error:
        raise SceneError(f"{name} cannot be brought into the coordinate reference system of the scene.") from error


def within_reach(frame: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Without the rows that the CRS cannot hold."""
    return frame[np.isfinite(frame.bounds.to_numpy()).all(axis=1)]


def unreadable(path: Path) -> SceneError:
    """What is said of a file that holds no vectors."""
    return SceneError(f"{path} cannot be read as a vector file of polygons.")


def _polygon_layers(path: Path) -> list[str]:
    """Names of the layers of polygons; the first layer, whatever it holds, where none says that it has any."""
    if not path.exists():
        raise SceneError(f"There is no file {path}.")
    try:
        layers = pyogrio.list_layers(path).tolist()
    except DataSourceError as error:
        raise unreadable(path) from error
    if not layers:
        raise unreadable(path)
    return [name for name, kind in layers if kind in _SURFACES and name != FAILED_LAYER] or [layers[0][0]]
