"""Cases of an evaluation summed up: all of them, by class and by kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from .manifest import Case
from .pixels import PixelCounts


@dataclass(frozen=True)
class Polygons:
    """Numbers of polygons of a case whose labels are polygons.

    Attributes:
        found: found ones.
        labelled: labelled ones.
        matches: pairs of the two at IoU >= 0.5.
    """

    found: int
    labelled: int
    matches: int


@dataclass(frozen=True)
class Tally:
    """What was counted in a case; ``polygons`` is None where its labels are a raster."""

    case: Case
    pixels: PixelCounts
    polygons: Polygons | None

    def row(self) -> dict[str, Any]:
        """The case's measures, as ``evaluate`` reports them."""
        pixels, polygons = self.pixels, self.polygons
        return {
            "scene": self.case.name,
            "phrase": self.case.phrase,
            **self.case.tags,
            "absent": self.case.absent,
            "iou": None if self.case.absent else share(pixels.both, pixels.either),
            "precision": share(pixels.both, pixels.found),
            "recall": share(pixels.both, pixels.labelled),
            "polygon_precision": None if polygons is None else share(polygons.matches, polygons.found),
            "polygon_recall": None if polygons is None else share(polygons.matches, polygons.labelled),
            "area_share": share(pixels.found, pixels.valid),
        }


def summed(tallies: Iterable[Tally]) -> dict[str, Any]:
    """Sums over some cases: of the present ones cases, iou, precision, recall, polygon_precision and polygon_recall; of
    the absent ones absent_cases, absent_empty_share (part of them in which nothing at all was found) and
    absent_area_share (mean found part of the area). A share of nothing is None.
    """
    everything = list(tallies)
    present = [tally for tally in everything if not tally.case.absent]
    absent = [tally for tally in everything if tally.case.absent]
    outlined = [tally.polygons for tally in present if tally.polygons is not None]
    both = sum(tally.pixels.both for tally in present)
    matches = sum(polygons.matches for polygons in outlined)
    return {
        "cases": len(present),
        "iou": share(both, sum(tally.pixels.either for tally in present)),
        "precision": share(both, sum(tally.pixels.found for tally in present)),
        "recall": share(both, sum(tally.pixels.labelled for tally in present)),
        "polygon_precision": share(matches, sum(polygons.found for polygons in outlined)),
        "polygon_recall": share(matches, sum(polygons.labelled for polygons in outlined)),
        "absent_cases": len(absent),
        "absent_empty_share": share(sum(not tally.pixels.found for tally in absent), len(absent)),
        "absent_area_share": mean([share(tally.pixels.found, tally.pixels.valid) for tally in absent]),
    }


def summed_by(tag: str, tallies: Sequence[Tally]) -> dict[str, dict[str, Any]]:
    """``summed`` for each value of a tag, in the order of its first case; cases without the tag are left out."""
    names = dict.fromkeys(tally.case.tags[tag] for tally in tallies if tag in tally.case.tags)
    return {name: summed(tally for tally in tallies if tally.case.tags.get(tag) == name) for name in names}


def share(part: int, whole: int) -> float | None:
    """Part of a whole; None of nothing."""
    return None if whole == 0 else part / whole


def mean(values: Sequence[float | None]) -> float | None:
    """Mean of the known values; None if there are none."""
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
