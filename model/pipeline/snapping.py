"""Snap to the object: rough polygons on a scene become the outlines of what is in them, without any phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import geopandas
import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS

from ..errors import ModelError, SceneError
from ..prompting import Box, PromptedNetwork, Snapped, snap
from ..scene.cuts import Boxes, Cut, plan_cuts
from ..scene.mosaic import PROBABILITY_SCALE
from ..scene.raster import Scene
from ..scene.vectorise import vectorise_values
from ..segmenters.memory import is_out_of_memory
from .area import open_area
from .clock import Clock, Report
from .failed import nothing_read
from .notes import note_failed
from .options import Options
from .vectors import moved

SCORE, SNAPPED = "snap_score", "snapped"
"""Columns of the result: trust in the new outline, 0..1, missing where there is none; and whether there is one."""
LEAST_INSIDE = 0.5
"""Part of an object's box that must lie on the scene: of the rest nothing can be said."""

Layers = Mapping[str, geopandas.GeoDataFrame]
Shapes = NDArray[np.object_]
Ask = Callable[[NDArray[np.uint8], Sequence[Box]], "list[Snapped | None]"]
"""The objects in some boxes on a tile."""


@dataclass(frozen=True)
class Outlines:
    """What became of some shapes.

    Attributes:
        polygons: new outlines in the scene's CRS; None where there is none, (n,).
        scores: trust in each, 0..1; not a number where there is none, (n,).
        tiles: cut-outs that were looked at.
        seconds: that it took.
        failed: cut-outs that could not be read.
    """

    polygons: Shapes
    scores: NDArray[np.float64]
    tiles: int
    seconds: float
    failed: int


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
        layers, _ = snap_layers(opened, {"": polygons}, ask, network.image_size, progress or (lambda _: None))
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


def snap_shapes(scene: Scene, shapes: Shapes, ask: Ask, picture: int, report: Report) -> Outlines:
    """New outlines of valid polygons in the scene's CRS, (n,); a cut-out that cannot be read gives none.

    Raises:
        SceneError: nothing can be read at all.
        ModelError: there is too little memory for the network.
    """
    polygons, scores = np.full(len(shapes), None, object), np.full(len(shapes), np.nan)
    boxes = _boxes(shapes, ~scene.transform)
    inside = boxes.clip(0, (scene.width, scene.height, scene.width, scene.height))
    with np.errstate(invalid="ignore", divide="ignore"):
        shown = np.flatnonzero(_area(inside) / _area(boxes) >= LEAST_INSIDE)
    cuts = plan_cuts(inside[shown], scene.width, scene.height, picture)
    clock, failed = Clock(0, len(cuts), report), 0
    for done, cut in enumerate(cuts, start=1):
        objects = shown[list(cut.objects)]
        try:
            outlines = _outlines(scene, cut, inside[objects], shapes[objects], ask)
        except SceneError:
            failed += 1
        else:
            for place, (polygon, score) in zip(objects, outlines, strict=True):
                polygons[place], scores[place] = polygon, score
        clock.tick(done)
    if failed and failed == len(cuts):
        raise nothing_read(scene.name, failed)
    if failed:
        note_failed(scene.name, failed, len(cuts))
    return Outlines(polygons, scores, len(cuts), clock.seconds, failed)


def _outlines(
    scene: Scene, cut: Cut, boxes: Boxes, shapes: Shapes, ask: Ask
) -> Iterable[tuple[shapely.Polygon | None, float]]:
    tile, valid = cut.read(scene)
    if not valid.any():
        return [(None, np.nan)] * len(boxes)
    found = _asked(ask, tile, [Box(*corners) for corners in cut.seen(boxes).tolist()])
    transform = cut.transform(scene)
    outlines = []
    for snapped, shape in zip(found, shapes, strict=True):
        polygon = None if snapped is None else outline_of(snapped.mask & valid, transform, shape)
        outlines.append((polygon, np.nan if snapped is None or polygon is None else snapped.score))
    return outlines


def _asked(ask: Ask, tile: NDArray[np.uint8], boxes: Sequence[Box]) -> list[Snapped | None]:
    try:
        return ask(tile, boxes)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise ModelError(
            "The device has too little free memory to snap: close other programs, choose the device cpu or a smaller "
            "model, and run again."
        ) from error


def outline_of(mask: NDArray[np.bool_], transform: Affine, shape: shapely.Geometry) -> shapely.Polygon | None:
    """The largest connected region of a mask (h, w) that overlaps a shape, in coordinates; None where none does.

    Args:
        mask: the object's pixels.
        transform: from pixels to coordinates.
        shape: valid, in coordinates.
    """
    values = np.where(mask, np.uint8(PROBABILITY_SCALE), np.uint8(0))
    regions = np.array([polygon for polygon, _ in vectorise_values(values, 0.5, transform)], object)
    regions = regions[shapely.area(shapely.intersection(regions, shape)) > 0]
    return max(regions, key=shapely.area, default=None)


def _on_scene(layer: geopandas.GeoDataFrame, crs: CRS | None) -> Shapes:
    there = moved(layer[[layer.geometry.name]], crs, "The layer of polygons")
    shapes: Shapes = shapely.make_valid(there.geometry.to_numpy())
    return shapes


def _boxes(shapes: Shapes, to_pixels: Affine) -> Boxes:
    """Bounds of shapes in pixels of the scene, (n, 4)."""
    matrix = np.array(to_pixels).reshape(3, 3)[:2]
    with np.errstate(invalid="ignore"):  # what the scene's CRS cannot hold lies at infinity
        flat = shapely.transform(shapes, lambda points: points @ matrix[:, :2].T + matrix[:, 2])
    return np.asarray(shapely.bounds(flat), np.float64).reshape(-1, 4)


def _area(boxes: Boxes) -> NDArray[np.float64]:
    return np.asarray((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))


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
