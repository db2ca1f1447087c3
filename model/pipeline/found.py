"""From probability to the polygons that a user gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

import geopandas
from rasterio.crs import CRS

from ..scene.gdal import open_raster
from ..scene.polygons import clean
from ..scene.presence import PlacedPresence, presence_in
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


def presence_of(raster: Path) -> PlacedPresence:
    """How sure the model was of the object of a probability raster in each of its tiles."""
    with open_raster(raster) as opened:
        return presence_in(opened)


def tidied(
    regions: Iterable[Region],
    phrase: str,
    model: str,
    crs: CRS | None,
    how: CleanUp,
    step: Callable[[], None],
    presence: PlacedPresence,
) -> geopandas.GeoDataFrame:
    """The regions of a phrase as ``clean`` gives them, with a column ``presence`` behind their score.

    Args:
        regions: polygons and scores, as ``vectorise`` gives them.
        phrase: what was looked for.
        model: name of the model that found them.
        crs: of the polygons.
        how: how they are tidied.
        step: called now and then; an exception it raises ends the work.
        presence: how sure the model is that the object is there at all.
    """
    found = []
    for number, region in enumerate(regions):
        found.append(region)
        if number % _OFTEN == 0:
            step()
    step()
    tidy = clean(
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
    tidy.insert(tidy.columns.get_loc("score") + 1, "presence", presence.of(tidy.geometry.to_numpy()))
    return tidy
