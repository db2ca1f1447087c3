"""How sure a network is that its object is in each tile at all, carried by the probability raster."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.io import DatasetReader

from .mosaic import PROBABILITY_NODATA, PROBABILITY_SCALE
from .tiles import plan_tiles

_TAG = "PHRASEGON_PRESENCE"


@dataclass(frozen=True)
class TilePresence:
    """Presence of one phrase's object by tile.

    Attributes:
        tile: side of a tile in pixels.
        overlap: pixels that neighbours share at least.
        values: of each tile of the plan, uint8 (tiles,): presence times ``PROBABILITY_SCALE``; ``PROBABILITY_NODATA``
            where it is not known.
    """

    tile: int
    overlap: int
    values: NDArray[np.uint8]

    def tags(self) -> Mapping[str, str]:
        """As text to put beside a raster; nothing if nothing is known."""
        if (self.values == PROBABILITY_NODATA).all():
            return {}
        packed = base64.b64encode(zlib.compress(self.values.tobytes())).decode("ascii")
        return {_TAG: json.dumps({"tile": self.tile, "overlap": self.overlap, "values": packed})}


@dataclass(frozen=True)
class PlacedPresence:
    """Presence by tile on the ground.

    Attributes:
        extents: of the tiles of which it is known, (n,) polygons in the raster's CRS.
        values: presence in each, float64 (n,), 0..1.
    """

    extents: NDArray[np.object_]
    values: NDArray[np.float64]

    def of(self, polygons: NDArray[np.object_]) -> NDArray[np.float64]:
        """The highest presence in a tile that each polygon reaches into, (m,), 0..1; NaN where none is known."""
        highest = np.full(len(polygons), np.nan)
        which, tiles = shapely.STRtree(self.extents).query(polygons, predicate="intersects")
        np.fmax.at(highest, which, self.values[tiles])
        return highest


def presence_in(raster: DatasetReader) -> PlacedPresence:
    """What a probability raster tells of presence; of no tile if it tells nothing."""
    told = raster.tags().get(_TAG)
    if told is None:
        return PlacedPresence(np.empty(0, object), np.empty(0))
    entry = json.loads(told)
    values = np.frombuffer(zlib.decompress(base64.b64decode(entry["values"])), np.uint8)
    plan = plan_tiles(raster.width, raster.height, entry["tile"], entry["overlap"])
    known = np.flatnonzero(values != PROBABILITY_NODATA)
    windows = [plan[int(number)] for number in known]
    return PlacedPresence(
        np.array([_extent(window.toranges(), raster.transform) for window in windows], object),
        values[known] / PROBABILITY_SCALE,
    )


def _extent(ranges: tuple[tuple[int, int], tuple[int, int]], transform: Affine) -> shapely.Polygon:
    (top, bottom), (left, right) = ranges
    corners = (left, top), (right, top), (right, bottom), (left, bottom)
    return shapely.Polygon([transform @ corner for corner in corners])
