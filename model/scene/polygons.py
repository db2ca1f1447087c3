"""Clean-up of one phrase's polygons: holes, minimum area, simplification, right angles; then their measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely
from numpy.typing import NDArray

from ..errors import OptionError
from .measure import Floats, Polygons, Ruler, reference_system
from .orthogonalise import right_angled

_POLYGON = 3  # shapely's number of the type


def clean(
    polygons: Iterable[shapely.Polygon],
    scores: Iterable[float],
    *,
    phrase: str,
    model: str,
    crs: Any,
    min_area: float = 0.0,
    fill_holes: float = 0.0,
    simplify: float = 0.0,
    orthogonalise: bool = False,
    sound: bool = False,
) -> gpd.GeoDataFrame:
    """Polygons of one phrase, tidied and measured.

    Args:
        polygons: as ``vectorise`` gives them: they may touch, and do not overlap.
        scores: score of each, 0..1.
        phrase: what was asked for; goes into every row.
        model: the model's name; goes into every row.
        crs: the polygons' CRS, in any form that pyproj takes; None for pixel coordinates.
        min_area: polygons smaller than this are left out, in m2; applied after holes are filled and again at the end.
        fill_holes: holes smaller than this are filled, in m2; polygons that lie in a filled hole become part of it.
        simplify: detail smaller than this is removed, in m (square root of the area of the triangle that a vertex makes
            with its neighbours). Vertices and borders that polygons share stay shared.
        orthogonalise: turn outlines into right-angled ones where they nearly are.
        sound: they are known to be valid polygons, as those of ``vectorise`` are, which need not be looked over.

    Returns:
        Columns ``phrase``, ``score``, ``area_m2``, ``perimeter_m`` (holes included), ``model``, ``geometry``: valid,
        non-empty polygons, in the order they came. Areas and lengths are ellipsoidal. Without a CRS, metres stand for
        pixels everywhere: in the options as in the columns.

    Raises:
        OptionError: an option is negative.
    """
    for name, value in (("min_area", min_area), ("fill_holes", fill_holes), ("simplify", simplify)):
        if not value >= 0:
            raise OptionError(f"{name} is {value:g}; choose 0 or more.")
    system = reference_system(crs)
    ruler = Ruler(system)
    shapes, score = np.array(list(polygons), dtype=object), np.array(list(scores), dtype=np.float64)
    if not sound:
        shapes, source = _polygonal(shapes)
        score = score[source]
    if fill_holes:
        shapes, kept = _without_holes(shapes, ruler, fill_holes)
        score = score[kept]
    if simplify or orthogonalise:
        if min_area:
            shapes, score, *_ = _at_least(min_area, shapes, score, ruler)
        outlines = shapes
        if simplify:
            shapes = _simplified(outlines, ruler, simplify)
        if orthogonalise:
            shapes = right_angled(outlines, shapes, _local_scale(outlines, ruler), simplify)
    return _table(*_at_least(min_area, shapes, score, ruler), phrase, model, system)


def _polygonal(shapes: NDArray[np.object_]) -> tuple[Polygons, NDArray[np.int64]]:
    """The valid polygons that the geometries consist of, and the index of the geometry each comes from."""
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken])
    parts, source = shapely.get_parts(shapes, return_index=True)
    polygons, part = shapely.get_parts(parts, return_index=True)  # collections hold multi-polygons
    keep = (shapely.get_type_id(polygons) == _POLYGON) & ~shapely.is_empty(polygons)
    return polygons[keep], source[part[keep]]


def _without_holes(shapes: Polygons, ruler: Ruler, limit: float) -> tuple[Polygons, NDArray[np.int64]]:
    """Polygons with their small holes filled, without those that lay in such a hole; and the index of each."""
    rings = ruler.rings(shapes)
    keep = rings.outer | (rings.area >= limit)
    if keep.all():
        return shapes, np.arange(len(shapes))
    filled = np.asarray(shapely.polygons(rings.ring[keep], indices=rings.polygon[keep]))
    holes = np.asarray(shapely.polygons(rings.ring[~keep]))
    _, swallowed = shapely.STRtree(filled).query(holes, predicate="covers")
    kept = np.setdiff1d(np.arange(len(shapes)), swallowed)
    return filled[kept], kept


def _at_least(limit: float, shapes: Polygons, score: Floats, ruler: Ruler) -> tuple[Polygons, Floats, Floats, Floats]:
    """Polygons that are large enough, their scores, areas and perimeters."""
    area, perimeter = ruler.measure(shapes)
    large = area >= limit
    return shapes[large], score[large], area[large], perimeter[large]


def _simplified(outlines: Polygons, ruler: Ruler, tolerance: float) -> Polygons:
    if not len(outlines):
        return outlines
    west, south, east, north = shapely.total_bounds(outlines)
    centre = np.array([(west + east) / 2, (south + north) / 2])
    metres = ruler.metres_per_unit(centre[:1], centre[1:])[0]
    flat = shapely.transform(outlines, lambda points: (points - centre) * metres)
    simple = shapely.transform(shapely.coverage_simplify(flat, tolerance), lambda points: points / metres + centre)
    sound = shapely.is_valid(simple) & (shapely.get_type_id(simple) == _POLYGON) & ~shapely.is_empty(simple)
    return np.where(sound, simple, outlines)  # polygons that overlap are no coverage, and may come out broken


def _local_scale(shapes: Polygons, ruler: Ruler) -> NDArray[np.float64]:
    """Metres per unit in x and y, in the middle of each polygon, (n, 2)."""
    west, south, east, north = shapely.bounds(shapes).reshape(-1, 4).T
    return ruler.metres_per_unit((west + east) / 2, (south + north) / 2)


def _table(
    shapes: Polygons,
    score: Floats,
    area: Floats,
    perimeter: Floats,
    phrase: str,
    model: str,
    system: pyproj.CRS | None,
) -> gpd.GeoDataFrame:
    columns = {
        "phrase": pd.Series([phrase] * len(shapes), dtype="str"),
        "score": score,
        "area_m2": area,
        "perimeter_m": perimeter,
        "model": pd.Series([model] * len(shapes), dtype="str"),
    }
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=system)
