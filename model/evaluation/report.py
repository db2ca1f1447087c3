"""Runs every case of a manifest and sums up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ...protocol import Progress
from ..errors import SceneError
from ..pipeline import segment_with
from ..pipeline.area import read_polygons
from ..scene.raster import open_scene
from ..segmenters.interface import Segmenter
from .manifest import Case, ManifestError
from .matching import count_matches
from .pixels import PixelCounts, count_pixels, footprint


def evaluate(
    segmenter: Segmenter, cases: Sequence[Case], progress: Callable[[Progress], None] | None = None
) -> dict[str, Any]:
    """Segment every case and compare with its labels, on the pixels of the scene's own grid and polygon by polygon.

    Only valid pixels count. Labels are cut at the scene's edge; each feature of a label file is one polygon to find.

    Returns:
        What JSON can hold. ``cases``: for each its scene, phrase, absent, iou, precision and recall of pixels,
        polygon_precision and polygon_recall (found and labelled paired one to one at IoU >= 0.5), and area_share (found
        part of the valid area). ``mean_iou``: mean over the cases that are not absent; ``overall_iou``: their
        intersections over their unions, summed; ``absent_area_share``: mean area_share of the absent ones. A share of
        nothing is None: precision where nothing was found, IoU and recall of absent cases, a mean over no case.

    Raises:
        ManifestError: a scene or its labels cannot be used; told before anything is computed.
        PhrasegonError: a scene breaks off halfway.
    """
    truth = [_labels(case) for case in cases]  # a wrong label file is told of before the first network runs
    rows, counts = [], []
    for case, labels in zip(cases, truth, strict=True):
        found = segment_with(segmenter, case.scene, case.phrase, progress=_of_case(case, len(cases), progress))
        polygons = found.geometry.to_numpy()
        with open_scene(case.scene) as scene:
            pixels = count_pixels(scene, polygons, labels)
        rows.append(_row(case, pixels, polygons, labels))
        counts.append(pixels)
    present = [pixels for case, pixels in zip(cases, counts, strict=True) if not case.absent]
    return {
        "cases": rows,
        "mean_iou": _mean([row["iou"] for row in rows]),
        "overall_iou": _share(sum(pixels.both for pixels in present), sum(pixels.either for pixels in present)),
        "absent_area_share": _mean([row["area_share"] for row in rows if row["absent"]]),
    }


def _row(case: Case, pixels: PixelCounts, found: NDArray[np.object_], labels: NDArray[np.object_]) -> dict[str, Any]:
    matches = count_matches(found, labels)
    return {
        "scene": case.name,
        "phrase": case.phrase,
        "absent": case.absent,
        "iou": None if case.absent else _share(pixels.both, pixels.either),
        "precision": _share(pixels.both, pixels.found),
        "recall": _share(pixels.both, pixels.labelled),
        "polygon_precision": _share(matches, len(found)),
        "polygon_recall": _share(matches, len(labels)),
        "area_share": _share(pixels.found, pixels.valid),
    }


def _labels(case: Case) -> NDArray[np.object_]:
    """The label polygons that lie in the scene, cut at its edge, in its CRS."""
    try:
        with open_scene(case.scene) as scene:
            if case.labels is None:
                return np.array([], dtype=object)
            edge = footprint(scene.transform, scene.width, scene.height)
            labels = shapely.intersection(read_polygons(case.labels, scene.crs), edge)
    except SceneError as error:
        raise ManifestError(f"Entry {case.number}: {error}") from error
    inside: NDArray[np.object_] = labels[shapely.area(labels) > 0]
    if not len(inside):
        raise ManifestError(
            f'Entry {case.number}: no polygon of {case.labels} lies in {case.scene}; say "absent": true if that is so.'
        )
    return inside


def _of_case(case: Case, cases: int, progress: Callable[[Progress], None] | None) -> Callable[[Progress], None] | None:
    if progress is None:
        return None

    def report(step: Progress) -> None:
        progress(
            Progress(f"case {case.number} of {cases}: {step.stage}", step.tiles_done, step.tiles_total, step.eta_s)
        )

    return report


def _share(part: int, whole: int) -> float | None:
    return None if whole == 0 else part / whole


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
