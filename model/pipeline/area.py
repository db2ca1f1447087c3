"""The scene as a run works on it: its resolution chosen, limited to the area asked for."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TypedDict

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS
from shapely.geometry.base import BaseGeometry

from ..errors import OptionError
from ..scene.raster import Scene, open_scene
from ..scene.tiles import TilePlan, plan_tiles
from ..segmenters.interface import SegmenterSpec
from .options import Options
from .vectors import moved, read_frame, within_reach

MAX_MAGNIFICATION = 2
"""A coarse scene is not magnified further of its own accord: it gains no detail and costs the square in tiles."""

MAX_ZOOM = 64
"""On request a scene is magnified up to here; beyond it, tiles show nothing but the slope between a few pixels."""


class _Look(TypedDict):
    """What ``open_scene`` takes besides the resolution."""

    bounds: tuple[float, float, float, float] | None
    aoi: BaseGeometry | None
    bands: tuple[int, ...] | None
    stretch: tuple[tuple[float, float], ...] | None


def open_area(path: str | os.PathLike[str], options: Options, gsd_range: tuple[float, float] | None = None) -> Scene:
    """Open a scene at the resolution and within the area that a run works on.

    Args:
        path: the raster, or another name GDAL opens.
        options: ``gsd``, ``aoi``, ``bounds``, ``bands`` and ``stretch`` are read.
        gsd_range: finest and coarsest resolution that a model takes, metres a pixel; None: any.

    Raises:
        SceneError: the raster or the area of interest cannot be read, or they do not overlap.
        OptionError: metres a pixel are asked of a scene without CRS, or are out of all proportion to it.
    """
    aoi = None
    if options.aoi is not None:
        with open_scene(path) as whole:
            aoi = shapely.union_all(read_polygons(Path(options.aoi), whole.crs))
    look: _Look = {"bounds": options.bounds, "aoi": aoi, "bands": options.bands, "stretch": options.stretch}
    with ExitStack() as stack:
        scene = stack.enter_context(open_scene(path, gsd=options.gsd, **look))
        native = scene.native_gsd
        if options.gsd is not None and native is not None:
            _check_proportion(scene, options.gsd, native)
        if options.gsd is not None or native is None or gsd_range is None or has_learnt(native, gsd_range):
            stack.pop_all()
            return scene
    learnt = min(max(native, gsd_range[0]), gsd_range[1])
    return open_scene(path, gsd=max(learnt, native / MAX_MAGNIFICATION), **look)


def plan_of(scene: Scene, spec: SegmenterSpec, options: Options) -> TilePlan:
    """The tiles of an open scene for a network."""
    return plan_tiles(scene.width, scene.height, spec.tile, round(options.overlap * spec.tile))


def _check_proportion(scene: Scene, gsd: float, native: float) -> None:
    """Refuse pixels that swallow the scene, and ones so small that a run over them would never end."""
    if gsd > native and scene.width == scene.height == 1:
        raise OptionError(f"At {gsd:g} m a pixel nothing but one is left of {scene.name}: ask for finer ones.")
    if gsd < native / MAX_ZOOM:
        raise OptionError(
            f"Pixels of {gsd:g} m are too fine for {scene.name}, whose own have {native:.3g} m: "
            f"ask for ones at most {MAX_ZOOM} times smaller than those."
        )


def has_learnt(gsd: float, gsd_range: tuple[float, float]) -> bool:
    """Whether metres a pixel lie in the range that a model was trained for; a hundredth beyond it is rounding."""
    return gsd_range[0] * 0.99 <= gsd <= gsd_range[1] * 1.01


def read_polygons(path: Path, crs: CRS | None) -> NDArray[np.object_]:
    """The polygons and multipolygons of a vector file, valid and in ``crs``, one entry a feature.

    A file without CRS is taken to be in ``crs`` already. What ``crs`` cannot hold is left out.

    Raises:
        SceneError: no such file, not a vector file, or it holds something other than polygons.
    """
    frame = read_frame(path, columns=[])
    if frame.crs is not None:
        # What lies at infinity cannot lie in the scene.
        frame = within_reach(moved(frame, crs, str(path)))
    polygons: NDArray[np.object_] = shapely.make_valid(frame.geometry.to_numpy())
    return polygons
