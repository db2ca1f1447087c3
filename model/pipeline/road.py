"""A phrase's way from a scene to polygons, in one screenful."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import fields
from pathlib import Path

import geopandas
import numpy as np
import pandas
from numpy.typing import NDArray
from rasterio.crs import CRS

from ...protocol import Progress, Request, Result
from ..scene.export import write
from ..scene.mosaic import ProbabilityMosaic
from ..scene.polygons import clean
from ..scene.raster import Scene
from ..scene.tiles import plan_tiles
from ..scene.vectorise import vectorise
from ..segmenters.interface import ImageState, PhraseState, Segmenter
from ..segmenters.registry import load_segmenter
from .area import open_area
from .batches import Batch, one_ahead, read_batches
from .notes import collected_notes, note_scene, note_words
from .options import Options, checked_phrases
from .staging import kept_paths, refuse_overwriting, rehearse, staged_rasters

Report = Callable[[Progress], None]
"""Called as a run goes on, in the thread that runs it. An exception it raises ends the run and is passed on."""


Loader = Callable[[Request, Report], Segmenter]
"""Makes the segmenter that a request asks for; reports the stage ``loading`` if that takes its time."""

_BATCH_PIXELS = 1024 * 1024
"""Tiles of a batch hold about as many pixels as the largest network's one tile, so memory does not grow with models."""


def _say_nothing(progress: Progress) -> None:
    pass


def segment(
    scene: str | Path,
    phrases: str | Sequence[str],
    *,
    model: str = "rs2sam2-nano",
    weights: str | Path | None = None,
    device: str = "auto",
    aoi: str | Path | None = None,
    bounds: tuple[float, float, float, float] | None = None,
    gsd: float | None = None,
    threshold: float = 0.5,
    overlap: float = 0.25,
    min_area: float = 0.0,
    fill_holes: float = 0.0,
    simplify: float = 0.0,
    orthogonalise: bool = False,
    probability: str | Path | None = None,
    progress: Report | None = None,
) -> geopandas.GeoDataFrame:
    """Find what one or more phrases speak of in a georeferenced raster.

    Args:
        scene: the raster; anything GDAL reads.
        phrases: what to look for, such as ``"the tin roofs"``.
        model: name in the catalogue.
        weights: weight file to use in place of the installed one.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``.
        aoi: vector file whose polygons limit the run; any CRS.
        bounds: x0, y0, x1, y1 in the scene's CRS that limit the run.
        gsd: metres a pixel to work at; None: the scene's own, kept within what the model was trained for.
        threshold: probability from which a pixel counts as found, 0..1.
        overlap: part of a tile's side that it shares with its neighbour, 0..0.75.
        min_area: polygons smaller than this are dropped, m2.
        fill_holes: holes smaller than this are filled, m2.
        simplify: how far an edge may move, m; neighbours keep their shared edge.
        orthogonalise: turn edges to each polygon's main direction and its perpendicular.
        probability: GeoTIFF to keep the probability in (uint8, 0..254, 255: no data); several phrases: one file each,
            numbered.
        progress: called with every step.

    Returns:
        Polygons in the scene's CRS with the columns phrase, score (mean probability, 0..1), area_m2, perimeter_m and
        model; empty if nothing was found. What the user should know besides is warned of as a ``Note``.

    Raises:
        PhrasegonError: something given is wrong; nothing is left behind.
    """
    options = Options(
        aoi=aoi,
        bounds=bounds,
        gsd=gsd,
        threshold=threshold,
        overlap=overlap,
        min_area=min_area,
        fill_holes=fill_holes,
        simplify=simplify,
        orthogonalise=orthogonalise,
        probability=probability,
    )
    wanted, report = checked_phrases(phrases), progress or _say_nothing
    _check_scene(Path(scene), options)
    report(Progress("loading"))
    segmenter = load_segmenter(model, weights=None if weights is None else Path(weights), device=device)
    return segment_with(segmenter, scene, wanted, options, report)


def run(request: Request, progress: Report | None = None, *, load: Loader | None = None) -> Result:
    """Carry out a request: segment, and write the polygons to its output, one layer a phrase where there are layers.

    Args:
        request: what to do.
        progress: called with every step.
        load: has the segmenter at hand, perhaps; None: it is loaded anew.

    Raises:
        PhrasegonError: something in the request is wrong; nothing is left behind.
    """
    scene, output, report = Path(request.scene), Path(request.output), progress or _say_nothing
    phrases = checked_phrases(request.phrases)
    options = Options(**{field.name: getattr(request, field.name) for field in fields(Options)})
    refuse_overwriting(output, scene, *([] if options.aoi is None else [Path(options.aoi)]))
    crs = _check_scene(scene, options)
    rehearse(output, {phrase: clean([], [], phrase=phrase, model=request.model, crs=crs) for phrase in phrases})
    with collected_notes() as notes, staged_rasters(scene, phrases, options.probability) as staged:
        segmenter = (load or load_requested)(request, report)
        polygons = _segment(segmenter, scene, phrases, options, staged, report)
        report(Progress("writing"))
        write({phrase: polygons[polygons["phrase"] == phrase] for phrase in phrases}, output)
    kept = () if options.probability is None else kept_paths(Path(options.probability), phrases)
    return Result(str(output), len(polygons), tuple(map(str, kept)), tuple(notes))


def load_requested(request: Request, report: Report) -> Segmenter:
    """Load the segmenter that a request asks for.

    Raises:
        PhrasegonError: there is no such model, its files are missing or damaged, or there is no such device.
    """
    report(Progress("loading"))
    weights = None if request.weights is None else Path(request.weights)
    return load_segmenter(request.model, weights=weights, device=request.device)


def segment_with(
    segmenter: Segmenter,
    scene: str | Path,
    phrases: str | Sequence[str],
    options: Options | None = None,
    progress: Report | None = None,
) -> geopandas.GeoDataFrame:
    """``segment`` with a segmenter that is loaded already."""
    chosen, wanted, path = options or Options(), checked_phrases(phrases), Path(scene)
    with staged_rasters(path, wanted, chosen.probability) as staged:
        return _segment(segmenter, path, wanted, chosen, staged, progress or _say_nothing)


def _check_scene(path: Path, options: Options) -> CRS | None:
    """Tell of a scene or an area that cannot be read before a large network is loaded; returns the scene's CRS."""
    with open_area(path, options) as scene:
        return scene.crs


def _segment(
    segmenter: Segmenter,
    path: Path,
    phrases: tuple[str, ...],
    options: Options,
    rasters: tuple[Path, ...],
    report: Report,
) -> geopandas.GeoDataFrame:
    """The road itself; leaves each phrase's probability in its raster."""
    with open_area(path, options, segmenter.spec.gsd_range) as scene:
        note_scene(scene, segmenter.spec)
        tiles = _map_probability(segmenter, scene, phrases, rasters, options.overlap, report)
        crs = scene.crs
    report(Progress("vectorising", tiles, tiles))
    found = [
        _polygons(raster, phrase, segmenter.spec.name, crs, options)
        for raster, phrase in zip(rasters, phrases, strict=True)
    ]
    return found[0] if len(found) == 1 else pandas.concat(found, ignore_index=True)


def _map_probability(
    segmenter: Segmenter,
    scene: Scene,
    phrases: tuple[str, ...],
    rasters: tuple[Path, ...],
    overlap: float,
    report: Report,
) -> int:
    """Run the network over the scene, into one probability raster a phrase; returns the number of tiles."""
    tile = segmenter.spec.tile
    shared = round(overlap * tile)
    windows = plan_tiles(scene.width, scene.height, tile, shared)
    note_words(segmenter, phrases, len(windows))
    states = [segmenter.encode_phrase(phrase) for phrase in phrases]
    clock = _Clock(len(windows), report)
    with ExitStack() as stack:
        mosaics = [
            stack.enter_context(
                ProbabilityMosaic(raster, scene.width, scene.height, scene.transform, scene.crs, tile, shared)
            )
            for raster in rasters
        ]
        batches = read_batches(scene, windows, max(1, _BATCH_PIXELS // tile**2))
        for batch in stack.enter_context(closing(one_ahead(batches))):
            image = segmenter.encode_image(batch.tiles)
            for state, mosaic in zip(states, mosaics, strict=True):
                _add(mosaic, batch, _probability(segmenter, image, state))
            clock.tick(batch.done)
    clock.tick(len(windows))
    return len(windows)


def _probability(segmenter: Segmenter, image: ImageState, phrase: PhraseState) -> NDArray[np.float32]:
    """Probability that a pixel belongs to what the phrase speaks of, float32 (B, tile, tile)."""
    answer = segmenter.decode(image, phrase)
    # Every network marks something even where nothing is: what it finds counts as far as the object is there at all.
    probability = answer.probability * answer.presence[:, None, None]
    return probability.detach().cpu().numpy().astype(np.float32, copy=False)


def _add(mosaic: ProbabilityMosaic, batch: Batch, probability: NDArray[np.float32]) -> None:
    for window, tile, valid in zip(batch.windows, probability, batch.valid, strict=True):
        mosaic.add(window, tile, valid)


def _polygons(raster: Path, phrase: str, model: str, crs: CRS | None, options: Options) -> geopandas.GeoDataFrame:
    found = list(vectorise(raster, options.threshold))
    return clean(
        [polygon for polygon, _ in found],
        [score for _, score in found],
        phrase=phrase,
        model=model,
        crs=crs,
        min_area=options.min_area,
        fill_holes=options.fill_holes,
        simplify=options.simplify,
        orthogonalise=options.orthogonalise,
    )


class _Clock:
    """Reports how many tiles are done and how long the rest will take at the pace so far."""

    def __init__(self, total: int, report: Report) -> None:
        self._total, self._report, self._start = total, report, time.monotonic()
        report(Progress("segmenting", 0, total))

    def tick(self, done: int) -> None:
        pace = (time.monotonic() - self._start) / max(done, 1)
        self._report(Progress("segmenting", done, self._total, pace * (self._total - done)))
