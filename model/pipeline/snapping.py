"""Snap to the object: rough polygons on a scene become the outlines of what is in them, without any phrase."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS

from ..prompting import PromptedNetwork, snap
from ..scene.raster import Scene
from .area import open_area
from .clock import Report
from .options import Options
from .outlining import Ask, Outlines, Shapes, snap_shapes
from .road import say_nothing
from .vectors import moved

SCORE, SNAPPED = "snap_score", "snapped"
"""Columns of the result: trust in the new outline, 0..1, missing where there is none; and whether there is one."""
Layers = Mapping[str, geopandas.GeoDataFrame]


def snap_polygons(
    network: PromptedNetwork,
    scene: str | Path,
    polygons: geopandas.GeoDataFrame,
    options: Options | None = None,
    *,
    use_point: bool = True,
    optimise_boundary: bool = False,
    progress: Report | None = None,
) -> geopandas.GeoDataFrame:
    """Let polygons snap to the objects that they roughly show.

    Args:
        network: ready on its device, as ``load_prompted`` gives it.
        scene: the raster; anything GDAL reads.
        polygons: their boxes show the network where to look; any CRS, or none for that of the scene.
        options: ``bounds``, ``gsd``, ``bands`` and ``stretch`` are read, as by ``segment``.
        use_point: whether the network is also given a point, where one can be trusted.
        optimise_boundary: whether outlines are moved to the edges of the picture afterwards; helps poor masks only.
        progress: called with every step; an exception it raises ends the work.

    Returns:
        The same rows in the same CRS with all their columns, ``snap_score`` and ``snapped``. Where the network sees
        nothing, or less than half of the polygon's box lies on the scene, the polygon stays as it was.

    Raises:
        PhrasegonError: something given is wrong.
    """
    ask = partial(snap, network, use_point=use_point, optimise_boundary=optimise_boundary)
    with open_area(scene, options or Options()) as opened:
        layers, _ = snap_layers(opened, {"": polygons}, ask, network.image_size, progress or say_nothing)
    return layers[""]


def snap_layers(
    scene: Scene, layers: Layers, ask: Ask, picture: int, report: Report
) -> tuple[dict[str, geopandas.GeoDataFrame], Outlines]:
    """``snap_polygons`` of several layers on an open scene at once, and what became of all their shapes together.

    Args:
        scene: open.
        layers: polygons by the name of their layer.
        ask: the network.
        picture: side of the picture that it takes, in pixels.
        report: called with every step.
    """
    on_scene = [_on_scene(layer, scene.crs) for layer in layers.values()]
    found = snap_shapes(scene, np.concatenate(on_scene), ask, picture, report)
    ends = np.cumsum([len(shapes) for shapes in on_scene])[:-1]
    parts = zip(layers.items(), np.split(found.polygons, ends), np.split(found.scores, ends), strict=True)
    return {name: _replaced(layer, some, scores, scene.crs) for (name, layer), some, scores in parts}, found


def _on_scene(layer: geopandas.GeoDataFrame, crs: CRS | None) -> Shapes:
    there = moved(layer[[layer.geometry.name]], crs, "The layer of polygons")
    shapes: Shapes = shapely.make_valid(there.geometry.to_numpy())
    return shapes


def no_outlines(layer: geopandas.GeoDataFrame, crs: CRS | None) -> geopandas.GeoDataFrame:
    """A layer with the columns of the result in which all polygons are as they were.

    Args:
        layer: the polygons.
        crs: of the scene.
    """
    return _replaced(layer, np.full(len(layer), None, object), np.full(len(layer), np.nan), crs)


def _replaced(
    layer: geopandas.GeoDataFrame, polygons: Shapes, scores: NDArray[np.float64], crs: CRS | None
) -> geopandas.GeoDataFrame:
    """A layer with its new outlines where there are any, in its own CRS."""
    snapped = shapely.is_geometry(polygons)
    new = geopandas.GeoSeries(polygons[snapped], crs=crs)
    if layer.crs is not None:
        new = new.to_crs(layer.crs)
    shapes = layer.geometry.to_numpy().copy()
    shapes[snapped] = new.to_numpy()
    replaced = layer.set_geometry(geopandas.GeoSeries(shapes, index=layer.index, crs=layer.crs or crs))
    return replaced.assign(**{SCORE: scores, SNAPPED: snapped})
