"""New outlines of shapes on a scene: cut out, asked for, and vectorised where they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray

from ..errors import ModelError, SceneError
from ..prompting import Box, Snapped
from ..scene.cuts import Boxes, Cut, plan_cuts
from ..scene.mosaic import PROBABILITY_SCALE
from ..scene.raster import Scene
from ..scene.vectorise import vectorise_values
from ..segmenters.memory import is_out_of_memory
from .clock import Clock, Report
from .failed import nothing_read
from .notes import note_failed

LEAST_INSIDE = 0.5
"""Part of an object's box that must lie on the scene: of the rest nothing can be said."""

Shapes = NDArray[np.object_]
Ask = Callable[[NDArray[np.uint8], Sequence[Box]], "list[Snapped | None]"]
"""The objects in some boxes on a tile."""


@dataclass(frozen=True)
class Outlines:
    """What became of some shapes.

    Attributes:
        polygons: new outlines in the scene's CRS, polygons or multi-polygons; None where there is none, (n,).
        scores: trust in each, 0..1, of several parts the least; not a number where there is none, (n,).
        tiles: cut-outs that were looked at.
        seconds: that it took.
        failed: cut-outs that could not be read.
    """

    polygons: Shapes
    scores: NDArray[np.float64]
    tiles: int
    seconds: float
    failed: int


def snap_shapes(scene: Scene, shapes: Shapes, ask: Ask, picture: int, report: Report) -> Outlines:
    """New outlines of valid shapes in the scene's CRS, (n,), each of whose parts is an object of its own.

    A part without an object stays as it was beside others that have one. A cut-out that cannot be read gives none.

    Raises:
        SceneError: nothing can be read at all.
        ModelError: there is too little memory for the network.
    """
    parts, owner = _parts(shapes)
    found = _snap_parts(scene, parts, ask, picture, report)
    polygons, scores = np.full(len(shapes), None, object), np.full(len(shapes), np.nan)
    seen = shapely.is_geometry(found.polygons)
    for own in np.split(np.arange(len(owner)), np.flatnonzero(np.diff(owner)) + 1):
        if seen[own].any():
            pieces = np.where(seen[own], found.polygons[own], parts[own])
            polygons[owner[own[0]]] = pieces[0] if len(pieces) == 1 else shapely.union_all(pieces)
            scores[owner[own[0]]] = np.nanmin(found.scores[own])
    return replace(found, polygons=polygons, scores=scores)


def _snap_parts(scene: Scene, shapes: Shapes, ask: Ask, picture: int, report: Report) -> Outlines:
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


def _parts(shapes: Shapes) -> tuple[Shapes, NDArray[np.int64]]:
    """The polygons that shapes consist of, and the index of the shape each comes from, rising."""
    outer, owner = shapely.get_parts(shapes, return_index=True)
    parts, place = shapely.get_parts(outer, return_index=True)  # what was made valid may hold multi-polygons
    flat = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return parts[flat], owner[place[flat]]


def _boxes(shapes: Shapes, to_pixels: Affine) -> Boxes:
    """Bounds of shapes in pixels of the scene, (n, 4)."""
    matrix = np.array(to_pixels).reshape(3, 3)[:2]
    with np.errstate(invalid="ignore"):  # what the scene's CRS cannot hold lies at infinity
        flat = shapely.transform(shapes, lambda points: points @ matrix[:, :2].T + matrix[:, 2])
    return np.asarray(shapely.bounds(flat), np.float64).reshape(-1, 4)


def _area(boxes: Boxes) -> NDArray[np.float64]:
    return np.asarray((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))
