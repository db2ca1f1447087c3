"""Runs every case of a manifest and sums up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ...protocol import Progress
from ..pipeline import Options, segment_with
from ..scene.raster import open_scene
from ..segmenters.interface import Segmenter
from .manifest import Case
from .matching import count_matches
from .pixels import count_pixels
from .raster_labels import RasterLabels
from .summary import Polygons, Tally, mean, summed, summed_by
from .truth import Truth, read_truth


def evaluate(
    segmenter: Segmenter, cases: Sequence[Case], progress: Callable[[Progress], None] | None = None
) -> dict[str, Any]:
    """Segment every case and compare with its labels, on the pixels of the scene's own grid and polygon by polygon.

    Only valid pixels whose truth is known count. Labels are cut at the scene's edge; each feature of a label file is
    one polygon to find, and labels that are a raster give no figures of polygons.

    Returns:
        What JSON can hold. ``cases``: for each its scene, phrase, tags (class, kind), absent, iou, precision and recall
        of pixels, polygon_precision and polygon_recall (found and labelled paired one to one at IoU >= 0.5), and
        area_share (found part of the valid area). ``mean_iou``: mean over the cases that are not absent;
        ``overall_iou``: their intersections over their unions, summed; ``absent_area_share``: mean area_share of the
        absent ones; ``absent_empty_share``: part of them in which nothing was found. ``by_class`` and ``by_kind``: for
        each value of the tag, what ``summary.summed`` tells. A share of nothing is None: precision where nothing was
        found, IoU and recall of absent cases, a mean over no case.

    Raises:
        ManifestError: a scene or its labels cannot be used; told before anything is computed.
        PhrasegonError: a scene breaks off halfway.
    """
    truths = [read_truth(case) for case in cases]  # a wrong label file is told of before the first network runs
    tallies = [
        _tally(segmenter, case, truth, _of_case(case, len(cases), progress))
        for case, truth in zip(cases, truths, strict=True)
    ]
    rows, total = [tally.row() for tally in tallies], summed(tallies)
    return {
        "cases": rows,
        "mean_iou": mean([row["iou"] for row in rows]),
        "overall_iou": total["iou"],
        "absent_area_share": total["absent_area_share"],
        "absent_empty_share": total["absent_empty_share"],
        "by_class": summed_by("class", tallies),
        "by_kind": summed_by("kind", tallies),
    }


def _tally(segmenter: Segmenter, case: Case, truth: Truth, progress: Callable[[Progress], None] | None) -> Tally:
    options = Options(gsd=case.gsd, separate=case.separate)
    found = segment_with(segmenter, case.scene, case.phrase, options, progress).geometry.to_numpy()
    with open_scene(case.scene) as scene:
        pixels = count_pixels(scene, found, truth)
    if isinstance(truth, RasterLabels):
        return Tally(case, pixels, None)
    return Tally(case, pixels, Polygons(len(found), len(truth), count_matches(found, truth)))


def _of_case(case: Case, cases: int, progress: Callable[[Progress], None] | None) -> Callable[[Progress], None] | None:
    if progress is None:
        return None

    def report(step: Progress) -> None:
        progress(
            Progress(f"case {case.number} of {cases}: {step.stage}", step.tiles_done, step.tiles_total, step.eta_s)
        )

    return report
