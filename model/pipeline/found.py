"""From probability to the polygons that a user gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

import geopandas
from rasterio.crs import CRS

from ..scene.polygons import clean
from ..scene.separate import Region, separated_in
from ..scene.vectorise import vectorise

_OFTEN = 4096


class CleanUp(Protocol):
    """The choices of a request, of a revision or of ``Options`` that say how polygons are tidied."""

    @property
    def min_area(self) -> float:
        """Polygons smaller than this are dropped, m2."""
        ...

    @property
    def fill_holes(self) -> float:
        """Holes smaller than this are filled, m2."""
        ...

    @property
    def simplify(self) -> float:
        """How far an edge may move, m."""
        ...

    @property
    def orthogonalise(self) -> bool:
        """Turn edges to each polygon's main direction and its perpendicular."""
        ...


def regions_in(raster: Path, threshold: float, *, separate: bool) -> Iterator[Region]:
    """The regions of a probability raster, as they are or cut apart."""
    regions = vectorise(raster, threshold)
    return separated_in(raster, regions) if separate else regions


def tidied(
    regions: Iterable[Region],
    phrase: str,
    model: str,
    crs: CRS | None,
    how: CleanUp,
    step: Callable[[], None],
) -> geopandas.GeoDataFrame:
    """The regions of a phrase as ``clean`` gives them.

    Args:
        regions: polygons and scores, as ``vectorise`` gives them.
        phrase: what was looked for.
        model: name of the model that found them.
        crs: of the polygons.
        how: how they are tidied.
        step: called now and then; an exception it raises ends the work.
    """
    found = []
    for number, region in enumerate(regions):
        found.append(region)
        if number % _OFTEN == 0:
            step()
    step()
    return clean(
        [polygon for polygon, _ in found],
        [score for _, score in found],
        phrase=phrase,
        model=model,
        crs=crs,
        min_area=how.min_area,
        fill_holes=how.fill_holes,
        simplify=how.simplify,
        orthogonalise=how.orthogonalise,
        sound=True,
    )
