"""A phrase's way from a scene to polygons, in one screenful."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import geopandas
import pandas
from rasterio.crs import CRS

from ...protocol import Progress
from ..scene.raster import Scene
from ..scene.tiles import TilePlan
from ..segmenters.interface import Segmenter
from ..segmenters.keeping import KeepingSegmenter
from ..segmenters.registry import load_segmenter
from .about import about_run, about_tiles, check_unchanged, stamps
from .area import open_area, plan_of
from .beside import Beside
from .clock import Report
from .crew import Alone, Crew, Errand
from .failed import extents_of, nothing_read
from .found import presence_of, regions_in, tidied
from .mapping import Mapped, Mapping, map_probability
from .network import batch_size
from .notes import note_failed, note_scene, note_words
from .options import Options, Search, checked_phrases
from .preparing import scene_key
from .staging import staged_rasters


def say_nothing(_: Progress) -> None:
    """Take a step for granted."""


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
    separate: bool = False,
    orthogonalise: bool = False,
    presence: bool = True,
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
        separate: cut regions apart where they are narrow, as houses that share a wall.
        orthogonalise: turn edges to each polygon's main direction and its perpendicular.
        presence: leave out tiles that hardly hold the object, where the model is calibrated to tell.
        probability: GeoTIFF to keep the probability in (uint8, 0..254, 255: no data); several phrases: one file each,
            numbered.
        progress: called with every step.

    A tile that cannot be read is left out, and told of by a ``Note``.

    Returns:
        Polygons in the scene's CRS with the columns phrase, score (mean probability, 0..1), presence (how sure the
        model is that the object is there at all, 0..1; missing where it cannot tell), area_m2, perimeter_m and model;
        empty if nothing was found. What the user should know besides is warned of as a ``Note``.

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
        separate=separate,
        orthogonalise=orthogonalise,
        presence=presence,
        probability=probability,
    )
    wanted, report = checked_phrases(phrases), progress or say_nothing
    check_scene(scene, options)
    report(Progress("loading"))
    segmenter = load_segmenter(model, weights=None if weights is None else Path(weights), device=device)
    return segment_with(segmenter, scene, wanted, options, report)


def segment_with(
    segmenter: Segmenter,
    scene: str | Path,
    phrases: str | Sequence[str],
    options: Options | None = None,
    progress: Report | None = None,
) -> geopandas.GeoDataFrame:
    """``segment`` with a segmenter that is loaded already."""
    chosen, wanted, report = options or Options(), checked_phrases(phrases), progress or say_nothing
    with staged_rasters(scene, wanted, chosen.probability) as staged:
        return walk(segmenter, Search(scene, wanted, chosen), staged, report, Beside(), Alone())[0]


def check_scene(path: str | Path, options: Options) -> CRS | None:
    """Tell of a scene or an area that cannot be read before a large network is loaded; returns the scene's CRS."""
    with open_area(path, options) as scene:
        return scene.crs


@dataclass(frozen=True)
class Facts:
    """What a result tells besides its polygons.

    Attributes:
        gsd: metres a pixel that was worked at; None without CRS.
        tiles: how many there were.
        seconds: that the network took.
        failed: extents of the tiles that could not be read.
    """

    gsd: float | None
    tiles: int
    seconds: float
    failed: geopandas.GeoDataFrame


def walk(
    segmenter: Segmenter, search: Search, rasters: tuple[Path, ...], report: Report, beside: Beside, crew: Crew
) -> tuple[geopandas.GeoDataFrame, Facts]:
    """The road itself; leaves each phrase's probability in its raster."""
    spec, options = segmenter.spec, search.options
    with open_area(search.scene, options, spec.gsd_range) as scene:
        note_scene(scene, spec)
        plan = plan_of(scene, spec, options)
        note_words(segmenter, search.phrases, len(plan))
        beside.check_room(scene, plan, search, rasters[0].parent)
        mapped = _map(segmenter, search, scene, plan, rasters, report, beside, crew)
        if mapped.failed and not mapped.answered:
            beside.forget_journal()
            raise nothing_read(scene.name, len(mapped.failed))
        if mapped.failed:
            note_failed(scene.name, len(mapped.failed), len(plan))
        crs, facts = scene.crs, Facts(scene.gsd, len(plan), mapped.seconds, extents_of(mapped.failed, plan, scene))

    def step() -> None:
        report(Progress("vectorising", facts.tiles, facts.tiles))

    found = []
    for raster, phrase in zip(rasters, search.phrases, strict=True):
        regions = regions_in(raster, options.threshold, separate=options.separate)
        found.append(tidied(regions, phrase, spec.name, crs, options, step, presence_of(raster)))
    return (found[0] if len(found) == 1 else pandas.concat(found, ignore_index=True)), facts


def _map(
    segmenter: Segmenter,
    search: Search,
    scene: Scene,
    plan: TilePlan,
    rasters: tuple[Path, ...],
    report: Report,
    beside: Beside,
    crew: Crew,
) -> Mapped:
    spec, files = segmenter.spec, stamps(search.scene)
    size = batch_size(segmenter)
    about = about_tiles(scene, search, files, spec)
    journal = beside.open_journal(about_run(about, search), size, len(plan))
    read = len(plan)
    try:
        with journal or nullcontext():
            watch = partial(check_unchanged, search.scene, files)
            errand = Errand(search, scene, plan, journal.batch if journal else size, watch)
            compute = crew.compute(segmenter, errand)
            show = beside.show(scene, plan, search)
            mapped = map_probability(scene, rasters, Mapping(plan, compute, journal, show, report))
            read = mapped.answered
    finally:
        if isinstance(segmenter, KeepingSegmenter):
            segmenter.remember(scene_key(about), read)  # of a run that is broken off, too
    return mapped
