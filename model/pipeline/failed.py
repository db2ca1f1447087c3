"""Tiles that could not be read: told of, never hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataSourceError
from rasterio.crs import CRS

from ..errors import SceneError
from ..scene.export import layer_names, write
from ..scene.raster import Scene
from ..scene.tiles import TilePlan

FAILED_LAYER = "failed_tiles"


def extents_of(numbers: Sequence[int], plan: TilePlan, scene: Scene) -> geopandas.GeoDataFrame:
    """The ground that only these tiles would have told of, as polygons in the scene's CRS with the tiles' numbers."""
    corners = []
    for number in numbers:
        core = plan.core(number)
        left, top = max(0, int(core.col_off)), max(0, int(core.row_off))
        right = min(scene.width, int(core.col_off + core.width))
        bottom = min(scene.height, int(core.row_off + core.height))
        around = (left, top), (right, top), (right, bottom), (left, bottom)
        corners.append([scene.transform @ corner for corner in around])
    polygons = shapely.polygons(np.array(corners).reshape(-1, 4, 2))
    columns = {"tile": np.array(numbers, np.int64)}
    return geopandas.GeoDataFrame(columns, geometry=polygons, crs=scene.crs)


def write_with_failed(
    by_phrase: Mapping[str, geopandas.GeoDataFrame], failed: geopandas.GeoDataFrame, output: Path
) -> str:
    """Write a result, and the extents of failed tiles into a layer of it, or beside it where it holds one layer only.

    Returns:
        The file that holds those extents; empty if no tile failed.

    Raises:
        OutputError: the place cannot be written to.
    """
    if not len(failed):
        write(by_phrase, output)
        return ""
    if output.suffix.lower() == ".gpkg":
        write({**by_phrase, FAILED_LAYER: failed}, output)
        return str(output)
    write(by_phrase, output)
    beside = output.with_name(f"{output.stem}_{FAILED_LAYER}{output.suffix}")
    write({FAILED_LAYER: failed}, beside)
    return str(beside)


def failed_in(output: Path, phrases: Sequence[str], crs: CRS | None) -> geopandas.GeoDataFrame:
    """The extents of failed tiles that a GeoPackage of results holds; none where there is no such layer or file.

    Args:
        output: file that ``write_with_failed`` has made.
        phrases: those of its layers.
        crs: of the result; a file without one does not say so.
    """
    nothing = geopandas.GeoDataFrame({"tile": np.empty(0, np.int64)}, geometry=[], crs=crs)
    *_, name = layer_names([*phrases, FAILED_LAYER])
    if output.suffix.lower() != ".gpkg" or not output.is_file():
        return nothing
    try:
        if name not in pyogrio.list_layers(output)[:, 0]:
            return nothing
        failed = pyogrio.read_dataframe(output, layer=name)
    except DataSourceError:  # whatever stands there, it is no result
        return nothing
    return failed.set_crs(crs, allow_override=True)


def nothing_read(scene: str, failed: int) -> SceneError:
    """The error of a run in which there was something to read and nothing could be."""
    return SceneError(
        f"None of the {failed} tiles of {scene} can be read: it is damaged, cut off or refers to a missing file; get a "
        "whole copy of it."
    )
