"""Revisions: polygons anew from probabilities that were kept, fast enough to follow a slider."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader

from ...protocol import Progress, Result, Revision
from ..errors import OptionError, SceneError
from ..scene.export import layers_of
from ..scene.gdal import open_raster
from ..scene.mosaic import PROBABILITY_NODATA
from ..scene.presence import PlacedPresence, presence_in
from ..scene.separate import Region, separated_values
from ..scene.vectorise import vectorise_values
from .clock import Report
from .failed import failed_in, write_with_failed
from .found import regions_in, tidied
from .options import Options, checked_phrases
from .staging import refuse_overwriting

_HELD_PIXELS = 2**28
"""Probabilities of so many pixels are kept in memory, a byte each; those of larger rasters are read again each time."""


@dataclass
class _Held:
    """A probability raster in memory, and the regions that were asked for last."""

    values: NDArray[np.uint8]
    transform: Affine
    crs: CRS | None
    presence: PlacedPresence
    asked: tuple[float, bool] | None = None
    regions: list[Region] = field(default_factory=list)

    def at(self, threshold: float, *, separate: bool) -> list[Region]:
        if (threshold, separate) != self.asked:
            regions = vectorise_values(self.values, threshold, self.transform)
            self.regions = list(separated_values(self.values, regions, self.transform) if separate else regions)
            self.asked = threshold, separate
        return self.regions


class Revisions:
    """Carries out revisions; the rasters of the last ones stay in memory."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, int, int], _Held] = OrderedDict()

    def run(self, revision: Revision, report: Report) -> Result:
        """Answer a revision.

        Raises:
            PhrasegonError: something in it is wrong.
        """
        phrases, how = _checked(revision)
        output = Path(revision.output)
        refuse_overwriting(output, *revision.probability)

        def step() -> None:
            report(Progress("vectorising"))

        found = {}
        for phrase, path in zip(phrases, map(Path, revision.probability), strict=True):
            crs, regions, presence = self._regions(path, revision)
            found[phrase] = tidied(regions, phrase, revision.model, crs, how, step, presence)
        report(Progress("writing"))
        write_with_failed(found, failed_in(output, phrases, crs), output)
        counts = tuple(map(len, found.values()))
        return Result(
            output=str(output),
            polygons=sum(counts),
            probability=revision.probability,
            counts=counts,
            layers=layers_of(output, phrases),
        )

    def _regions(self, path: Path, revision: Revision) -> tuple[CRS | None, Iterable[Region], PlacedPresence]:
        try:
            status = path.stat()
            key = str(path), status.st_mtime_ns, status.st_size
            if key not in self._held:
                with open_raster(path) as raster:
                    _check_kept(raster, path)
                    if raster.width * raster.height > _HELD_PIXELS:
                        regions = regions_in(path, revision.threshold, separate=revision.separate)
                        return _crs(raster), regions, presence_in(raster)
                    self._hold(key, _Held(raster.read(1), raster.transform, _crs(raster), presence_in(raster)))
        except (OSError, RasterioError) as error:
            raise SceneError(
                f"The probability raster {path} cannot be read: run the phrase again to make it."
            ) from error
        self._held.move_to_end(key)
        held = self._held[key]
        return held.crs, held.at(revision.threshold, separate=revision.separate), held.presence

    def _hold(self, key: tuple[str, int, int], new: _Held) -> None:
        self._held[key] = new
        while sum(held.values.size for held in self._held.values()) > _HELD_PIXELS:
            self._held.popitem(last=False)


def _checked(revision: Revision) -> tuple[tuple[str, ...], Options]:
    phrases = checked_phrases(revision.phrases)
    if len(phrases) != len(revision.probability):
        raise OptionError(
            f"{len(revision.probability)} probability rasters do not fit {len(phrases)} phrases: give one for each."
        )
    return phrases, Options(
        threshold=revision.threshold,
        min_area=revision.min_area,
        fill_holes=revision.fill_holes,
        simplify=revision.simplify,
        separate=revision.separate,
        orthogonalise=revision.orthogonalise,
    )


def _check_kept(raster: DatasetReader, path: Path) -> None:
    if raster.count != 1 or raster.dtypes[0] != "uint8" or raster.nodata != PROBABILITY_NODATA:
        raise SceneError(f"{path} is no probability raster that Phrasegon kept: choose one that it has written.")


def _crs(raster: DatasetReader) -> CRS | None:
    """As ``Scene`` takes it: a CRS without a place in it says nothing about the ground."""
    return None if raster.transform.is_identity else raster.crs
