"""Pieces of outlines, put together to polygons."""

from __future__ import annotations

import itertools

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray

from .pieces import NO_JOINT, Pieces, Turns, walk
from .runs import Indices, Numbers, ranges

_BATCH = 2**18
"""So many points are turned into coordinates at once: a region that spans the raster has millions."""


def polygons(pieces: Pieces, transform: Affine) -> tuple[Numbers, NDArray[np.object_]]:
    """Polygons of the regions whose pieces are all given.

    Where a region touches itself in a point its rings touch there too and never cross, so the polygons are valid.

    Returns:
        The regions' numbers in rising order and their polygons, in the coordinates that ``transform`` maps
        (column, row) to. A ring begins in its uppermost point, the leftmost one of them.
    """
    if not pieces.region.size:
        return np.empty(0, np.int32), np.empty(0, object)
    number, order = walk(_successors(pieces))
    region = pieces.region[order[np.flatnonzero(np.diff(number, prepend=-1))]]
    length = np.bincount(number, pieces.length[order]).astype(np.int64)
    x, y = _points(pieces, order)
    first, begin = _first_points(x, y, length)
    ring = np.lexsort((first, region))  # the first point of a region is on its outer ring, which so comes before holes
    numbers, outer = np.unique(region[ring], return_index=True)
    offsets = np.append(0, np.cumsum(length[ring] + 1))
    coordinates = np.empty((offsets[-1], 2))
    start = np.cumsum(length) - length
    bounds = np.unique(np.append(np.searchsorted(offsets, np.arange(0, offsets[-1], _BATCH)), ring.size))
    for low, high in itertools.pairwise(bounds.tolist()):
        some = ring[low:high]
        index = _round(start[some], length[some], begin[some])
        column, row = x[index], y[index]
        part = coordinates[offsets[low] : offsets[high]]
        # As GDAL does it: the same sum in the same order gives the same bits.
        part[:, 0] = transform.c + column * transform.a + row * transform.b
        part[:, 1] = transform.f + column * transform.d + row * transform.e
    parts = offsets, np.append(outer, ring.size)
    return numbers, shapely.from_ragged_array(shapely.GeometryType.POLYGON, coordinates, parts)


def _points(pieces: Pieces, order: Indices) -> tuple[Numbers, Numbers]:
    points = ranges(pieces.start[order], pieces.length[order])
    return pieces.x[points], pieces.y[points]


def _first_points(x: Numbers, y: Numbers, length: Indices) -> tuple[Indices, Indices]:
    """Place of each ring's uppermost point, the leftmost one of them, and its index."""
    place = y * (np.int64(x.max()) + 1) + x
    first = np.minimum.reduceat(place, np.cumsum(length) - length)
    return first, np.flatnonzero(place == np.repeat(first, length))


def _round(start: Indices, length: Indices, begin: Indices) -> Indices:
    """Once around each ring of ``length`` points from ``start`` on, from the point ``begin`` back to it."""
    index = ranges(begin, length + 1)
    return index - np.where(index >= np.repeat(start + length, length + 1), np.repeat(length, length + 1), 0)


def _successors(pieces: Pieces) -> Indices:
    """The piece that follows each one; a whole ring follows itself."""
    successor = np.arange(pieces.region.size)
    inner = np.flatnonzero(pieces.head != NO_JOINT)
    if inner.size:
        head = _turned(pieces.head[inner], pieces.head_turn[inner], pieces.region[inner])
        tail = _turned(pieces.tail[inner], pieces.tail_turn[inner], pieces.region[inner])
        successor[inner[np.argsort(tail)]] = inner[np.argsort(head)]
    return successor


def _turned(joint: Indices, turn: Turns, region: Numbers) -> Indices:
    """The joints, those changed where the regions that touch there turned out to be one."""
    turning = np.flatnonzero(turn)
    if not turning.size:
        return joint
    turning = turning[np.argsort(joint[turning])]
    other = joint[turning] + turn[turning]
    place = np.searchsorted(joint[turning], other).clip(max=turning.size - 1)
    same = (joint[turning[place]] == other) & (region[turning[place]] == region[turning])
    turned = joint.copy()
    turned[turning[same]] = other[same]
    return turned
