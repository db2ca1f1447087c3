"""Evaluations: found polygons compared with reference polygons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS

from ...protocol import Answer, Evaluation, Progress, Scores
from ..evaluation.matching import count_matches
from ..evaluation.pixels import count_pixels, footprint
from ..pipeline.area import read_polygons
from ..scene.raster import open_scene


def judge(evaluation: Evaluation, report: Callable[[Answer], None]) -> Scores:
    """Answer an evaluation.

    Raises:
        PhrasegonError: a file cannot be used.
    """
    report(Progress("loading"))
    with open_scene(evaluation.scene) as scene:
        edge = footprint(scene.transform, scene.width, scene.height)
        found = _within(edge, evaluation.found, scene.crs)
        reference = _within(edge, evaluation.reference, scene.crs)
        pixels = count_pixels(scene, found, reference)
    matches = count_matches(found, reference)
    return Scores(
        iou=_share(pixels.both, pixels.either),
        precision=_share(pixels.both, pixels.found),
        recall=_share(pixels.both, pixels.labelled),
        polygon_precision=_share(matches, len(found)),
        polygon_recall=_share(matches, len(reference)),
        found=len(found),
        reference=len(reference),
    )


def _within(edge: shapely.Polygon, path: str, crs: CRS | None) -> NDArray[np.object_]:
    """The polygons of a file that lie in the scene, cut at its edge."""
    polygons = shapely.intersection(read_polygons(Path(path), crs), edge)
    inside: NDArray[np.object_] = polygons[shapely.area(polygons) > 0]
    return inside


def _share(part: int, whole: int) -> float | None:
    return None if whole == 0 else part / whole
