"""What a case's labels say of its scene, read and checked before any network runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..errors import PhrasegonError
from ..pipeline.area import open_area, read_polygons
from ..pipeline.options import Options
from ..scene.raster import Scene, open_scene
from .manifest import Case, ManifestError
from .pixels import count_pixels, footprint
from .raster_labels import RasterLabels

Truth = NDArray[np.object_] | RasterLabels
"""Polygons in the scene's CRS, cut at its edge; or a raster on its grid."""


def read_truth(case: Case) -> Truth:
    """The labels of a case; no polygons for an absent one of which nothing more is known.

    Raises:
        ManifestError: the scene, its labels or the resolution cannot be used, or no label lies in the scene.
    """
    try:
        with open_area(case.scene, Options(gsd=case.gsd)):
            pass  # whether the scene can be read at that resolution
        with open_scene(case.scene) as scene:
            truth, labelled = _read(case, scene)
    except PhrasegonError as error:
        raise ManifestError(f"Entry {case.number}: {error}") from error
    if not labelled and not case.absent:
        what = "pixel of these values in" if isinstance(truth, RasterLabels) else "polygon of"
        names = " or ".join(map(str, case.labels))
        raise ManifestError(
            f'Entry {case.number}: no {what} {names} lies in {case.scene}; say "absent": true if that is so.'
        )
    return truth


def _read(case: Case, scene: Scene) -> tuple[Truth, bool]:
    """The labels, and whether there are any."""
    if case.values or case.unknown:
        raster = RasterLabels(case.labels[0], case.values, case.unknown)
        raster.check(scene)
        return raster, bool(case.absent or count_pixels(scene, np.array([], dtype=object), raster).labelled)
    edge = footprint(scene.transform, scene.width, scene.height)
    polygons = shapely.intersection(_joined(case.labels, scene.crs), edge)
    inside: NDArray[np.object_] = polygons[shapely.area(polygons) > 0]
    return inside, len(inside) > 0


def _joined(paths: Sequence[Path], crs: CRS | None) -> NDArray[np.object_]:
    """The polygons of all files; pieces of different files that touch, as at the edges of tiles, become one."""
    files = [read_polygons(path, crs) for path in paths]
    if not files:
        return np.array([], dtype=object)
    polygons: NDArray[np.object_] = np.concatenate(files)
    file = np.repeat(np.arange(len(files)), [len(part) for part in files])
    first, second = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    cut = file[first] != file[second]
    pairs = coo_array((cut[cut], (first[cut], second[cut])), shape=(len(polygons), len(polygons)))
    count, group = connected_components(pairs, directed=False)
    if count == len(polygons):
        return polygons
    return np.array([shapely.union_all(polygons[group == number]) for number in range(count)], dtype=object)
