"""A phrase's way from a scene to polygons, in one screenful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas
import pandas
from rasterio.crs import CRS

from ...protocol import Progress
from ..scene.tiles import plan_tiles
from ..segmenters.interface import Segmenter
from ..segmenters.registry import load_segmenter
from .area import open_area
from .beside import Beside
from .clock import Report
from .found import regions_in, tidied
from .mapping import Mapping, map_probability
from .notes import note_scene, note_words
from .options import Options, checked_phrases
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
        separate=separate,
        orthogonalise=orthogonalise,
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
        return walk(segmenter, scene, wanted, chosen, staged, report, Beside())[0]


def check_scene(path: str | Path, options: Options) -> CRS | None:
    """Tell of a scene or an area that cannot be read before a large network is loaded; returns the scene's CRS."""
    with open_area(path, options) as scene:
        return scene.crs


@dataclass(frozen=True)
class Facts:
    """What a result tells besides its polygons: metres a pixel, number of tiles, seconds that the network took."""

    gsd: float | None
    tiles: int
    seconds: float


def walk(
    segmenter: Segmenter,
    path: str | Path,
    phrases: tuple[str, ...],
    options: Options,
    rasters: tuple[Path, ...],
    report: Report,
    beside: Beside,
) -> tuple[geopandas.GeoDataFrame, Facts]:
    """The road itself; leaves each phrase's probability in its raster."""
    spec = segmenter.spec
    with open_area(path, options, spec.gsd_range) as scene:
        note_scene(scene, spec)
        overlap = round(options.overlap * spec.tile)
        plan = plan_tiles(scene.width, scene.height, spec.tile, overlap)
        note_words(segmenter, phrases, len(plan))
        journal = beside.open_journal(scene, path, plan, phrases, options, spec)
        show = beside.show(scene, plan, phrases, options)
        seconds = map_probability(segmenter, scene, phrases, rasters, Mapping(plan, overlap, journal, show, report))
        crs, facts = scene.crs, Facts(scene.gsd, len(plan), seconds)

    def step() -> None:
        report(Progress("vectorising", facts.tiles, facts.tiles))

    found = []
    for raster, phrase in zip(rasters, phrases, strict=True):
        regions = regions_in(raster, options.threshold, separate=options.separate)
        found.append(tidied(regions, phrase, spec.name, crs, options, step))
    return (found[0] if len(found) == 1 else pandas.concat(found, ignore_index=True)), facts
