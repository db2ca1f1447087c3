"""Outlines of numbered pixel regions: from the corners of their pixel edges to polygons, in compiled code throughout.

A corner is a point of the pixel grid where an outline turns. Along a grid row the corners of one region, taken in
order, pair up into its horizontal edges; along a grid column into its vertical ones. So a region is fully described
by its corners, in whatever pieces they were found: nothing ever has to be merged geometrically.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

# A 2 x 2 neighbourhood is coded by its foreground: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
_UPPER_LEFT, _UPPER_RIGHT, _LOWER_LEFT, _LOWER_RIGHT = 1, 2, 4, 8
_CONVEX = (1, 2, 4, 8)
_REFLEX = (7, 11, 13, 14)
_SADDLES = {9: (1, 8), 6: (4, 2)}  # two pixels that touch in a point only: a convex corner of each, the left one first


def _table(codes: tuple[int, ...]) -> NDArray[np.bool_]:
    return np.isin(np.arange(16), codes)


def _side(side: int) -> NDArray[np.uint8]:
    return np.array([_SADDLES[code][side] if code in _SADDLES else code for code in range(16)], np.uint8)


_IS_SADDLE = _table(tuple(_SADDLES))
_FIRST_SIDE, _SECOND_SIDE = _side(0), _side(1)
_EDGE_TO_RIGHT = _table((_UPPER_RIGHT, _LOWER_RIGHT, 13, 7))
_EDGE_DOWN = _table((_LOWER_LEFT, _LOWER_RIGHT, 11, 7))
_OWNER_BELOW = _table((_LOWER_LEFT, _LOWER_RIGHT))
_OWNER_RIGHT = _table((_UPPER_RIGHT, _LOWER_RIGHT, 14))
# Walking with the region on the left, an outline leaves these corners along their vertical edge.
_LEAVES_VERTICALLY = np.where(_table(_CONVEX), _EDGE_TO_RIGHT == _EDGE_DOWN, _EDGE_TO_RIGHT != _EDGE_DOWN)


@dataclass(frozen=True)
class Corners:
    """Corners of the outlines of some regions, one entry each, row by row from the left to the right.

    Attributes:
        region: number of the region, int32.
        row, column: the point of the pixel grid, int64; (0, 0) is the raster's upper left corner.
        right: whether the horizontal edge leads to the right, bool.
        down: whether the vertical edge leads down, bool.
        vertical: whether the outline leaves along the vertical edge, the region on its left, bool.
    """

    region: NDArray[np.int32]
    row: NDArray[np.int64]
    column: NDArray[np.int64]
    right: NDArray[np.bool_]
    down: NDArray[np.bool_]
    vertical: NDArray[np.bool_]

    def take(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> Corners:
        """The corners at an index or mask."""
        return Corners(
            self.region[which],
            self.row[which],
            self.column[which],
            self.right[which],
            self.down[which],
            self.vertical[which],
        )

    def renumbered(self, numbers: NDArray[np.int32]) -> Corners:
        """The same corners, region ``r`` now being called ``numbers[r]``."""
        return Corners(numbers[self.region], self.row, self.column, self.right, self.down, self.vertical)

    def moved(self, regions: int, rows: int) -> Corners:
        """The same corners, regions numbered on from ``regions`` and ``rows`` further down."""
        number = self.region + np.int32(regions)
        return Corners(number, self.row + rows, self.column, self.right, self.down, self.vertical)

    def joined(self, other: Corners) -> Corners:
        """These corners and the other ones, which lie below them."""
        return Corners(
            np.concatenate((self.region, other.region)),
            np.concatenate((self.row, other.row)),
            np.concatenate((self.column, other.column)),
            np.concatenate((self.right, other.right)),
            np.concatenate((self.down, other.down)),
            np.concatenate((self.vertical, other.vertical)),
        )


def find_corners(regions: NDArray[np.int32], first_row: int) -> Corners:
    """Corners at the inner grid points of a block of region numbers.

    Args:
        regions: region of every pixel, (h, w), 0 for background. Pixels that share an edge are of one region.
        first_row: grid row between the block's first and second row of pixels. Its first and second column
            of pixels are parted by grid column 0.
    """
    inside = regions > 0
    edge = inside[:, 1:] ^ inside[:, :-1]
    # A vertical edge begins or ends there, or goes on between pixels of which the others are inside.
    corner = edge[1:] ^ edge[:-1]
    corner |= edge[1:] & (inside[1:, :-1] ^ inside[:-1, :-1])
    row, column = np.divmod(np.flatnonzero(corner), corner.shape[1])
    around = ((0, 0, _UPPER_LEFT), (0, 1, _UPPER_RIGHT), (1, 0, _LOWER_LEFT), (1, 1, _LOWER_RIGHT))
    kind = sum(inside[row + down, column + right].view(np.uint8) * np.uint8(bit) for down, right, bit in around)
    saddle = _IS_SADDLE[kind]
    twice = np.repeat(np.arange(kind.size), 1 + saddle)
    row, column, kind = row[twice], column[twice], kind[twice]
    second = np.diff(twice, prepend=-1) == 0
    kind = np.where(second, _SECOND_SIDE[kind], _FIRST_SIDE[kind])
    owner = regions[row + _OWNER_BELOW[kind], column + _OWNER_RIGHT[kind]]
    return Corners(
        owner,
        row + first_row,
        column,
        _EDGE_TO_RIGHT[kind],
        _EDGE_DOWN[kind],
        _LEAVES_VERTICALLY[kind],
    )


def trace(corners: Corners, transform: Affine) -> tuple[NDArray[np.int32], NDArray[np.object_]]:
    """Polygons of the regions whose corners are all given.

    Where a region touches itself in a point its rings touch there too and never cross, so the polygons are valid.

    Returns:
        The regions' numbers in rising order and their polygons, in the coordinates that ``transform`` maps
        (column, row) to.
    """
    if not corners.region.size:
        return np.empty(0, np.int32), np.empty(0, object)
    corners = _with_saddles_resolved(corners.take(np.argsort(corners.region, kind="stable")))
    ring, order = _walk(_successors(corners))
    region, x, y = corners.region[order], corners.column[order], corners.row[order]
    starts = np.flatnonzero(np.diff(ring, prepend=-1))
    closed = np.insert(np.arange(ring.size), np.append(starts[1:], ring.size), starts)
    # As GDAL does it: the same sum in the same order gives the same bits.
    points = np.stack(
        (
            transform.c + x[closed] * transform.a + y[closed] * transform.b,
            transform.f + x[closed] * transform.d + y[closed] * transform.e,
        ),
        axis=1,
    )
    rings = shapely.linearrings(points, indices=ring[closed])
    numbers, polygon = np.unique(region[starts], return_inverse=True)
    return numbers, np.asarray(shapely.polygons(np.asarray(rings), indices=polygon))


def _with_saddles_resolved(corners: Corners) -> Corners:
    """Corners sorted by region, row and column, those of a region that touches itself linked across the point.

    As found, a saddle holds a corner of each of the two pixels that touch. If they turn out to be of one region, the
    outline must pass from the one to the other; else a hole and what lies outside would be drawn as a single ring.
    """
    twin = (
        (corners.region[1:] == corners.region[:-1])
        & (corners.row[1:] == corners.row[:-1])
        & (corners.column[1:] == corners.column[:-1])
    )
    saddle = np.append(twin, False) | np.insert(twin, 0, False)
    return Corners(corners.region, corners.row, corners.column, corners.right, corners.down ^ saddle, corners.vertical)


def _successors(corners: Corners) -> NDArray[np.int64]:
    """For each of the sorted corners the next one on its outline."""
    along_rows = np.arange(corners.region.size)
    line = corners.region * (corners.column.max() + 1) + corners.column
    along_columns = np.lexsort((2 * corners.row + corners.down, line))
    return np.where(corners.vertical, _other_ends(along_columns), _other_ends(along_rows))


def _other_ends(order: NDArray[np.int64]) -> NDArray[np.int64]:
    """The partner of each corner when neighbours in ``order`` pair up, first with second, third with fourth."""
    partner = np.empty_like(order)
    partner[order[0::2]] = order[1::2]
    partner[order[1::2]] = order[0::2]
    return partner


def _walk(successor: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Cycles of a permutation: ring number of every place of the walk, and the corner at that place.

    Rings are numbered by their first corner, which is where the walk enters them: so a region's outer ring, which holds
    its uppermost leftmost corner, comes before its holes.
    """
    size = successor.size
    places = np.arange(size)
    links = np.arange(size + 1)
    count, label = connected_components(csr_array((np.ones(size, np.int8), successor, links), (size, size)))
    first = np.full(count, size)
    np.minimum.at(first, label, places)
    rank = np.empty(count, np.int64)
    rank[np.argsort(first)] = np.arange(count)
    first.sort()
    # Each ring is cut before its first corner and tied to the next ring: one path, walked in linear time.
    before = np.empty_like(successor)
    before[successor] = places
    path = successor.copy()
    path[before[first]] = np.roll(first, -1)
    chain = csr_array((np.ones(size, np.int8), path, links), (size, size))
    order = breadth_first_order(chain, 0, return_predecessors=False)
    return rank[label[order]], order.astype(np.int64)
