"""Regions that hold several objects, cut apart where they are narrow: houses in a row, crowns of a grove."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import shapes
from rasterio.windows import Window
from scipy import ndimage
from skimage.segmentation import watershed

from .mosaic import PROBABILITY_SCALE
from .runs import Booleans, Indices, Numbers, ranges

SMOOTHING = 3.0
"""Standard deviation in pixels. Outlines are known to a cell of the network's mask, which is four pixels wide."""
NECK = 0.75
"""Objects are two where what joins them is narrower than this share of the narrower one."""
SMALLEST = 12
"""A region that is no longer than this, in pixels, is one object."""

_LEAST = 0.01
_BATCH = 1024
_NEIGHBOURS = (
    (np.s_[:, :-1], np.s_[:, 1:]),
    (np.s_[:-1], np.s_[1:]),
    (np.s_[:-1, :-1], np.s_[1:, 1:]),
    (np.s_[:-1, 1:], np.s_[1:, :-1]),
)
"""Where a pixel and the next one lie, in each direction."""

Heights = NDArray[np.float32]

Region = tuple[shapely.Polygon, float]
Read = Callable[[Window], NDArray[np.uint8]]


def separated(regions: Iterable[Region], read: Read, transform: Affine) -> Iterator[Region]:
    """Regions, those of several objects in pieces.

    The middle of an object is where the distance to the region's edge has a peak that stands out; the pieces around the
    middles meet where the region is narrowest between them (watershed). They cover it exactly, along pixel edges.

    Args:
        regions: polygons along pixel edges and their scores, as ``vectorise`` gives them.
        read: values of the probability raster in a window, uint8 (h, w).
        transform: from pixels of that raster to the polygons' coordinates.

    Yields:
        Polygon and mean probability (0..1) of each piece. In memory are some 60 bytes for every pixel of the region's
        bounding box.

    Source: the distance transform watershed, L. Vincent and P. Soille 1991.
    """
    source = iter(regions)
    while batch := list(itertools.islice(source, _BATCH)):
        for (polygon, score), edges in zip(batch, _edges([polygon for polygon, _ in batch], transform), strict=True):
            left, top = int(edges.column.min()), int(edges.upper.min())
            width, height = int(edges.column.max()) - left, int(edges.lower.max()) - top
            pieces = _pieces(_filled(edges, left, top, width, height)) if max(width, height) > SMALLEST else None
            if pieces is None:
                yield polygon, score
            else:
                place = transform @ Affine.translation(left, top)
                yield from _outlined(pieces, read(Window(left, top, width, height)), place)


def separated_in(path: Path, regions: Iterable[Region]) -> Iterator[Region]:
    """:func:`separated` with the probability raster in a file."""
    with rasterio.open(path) as raster:
        yield from separated(regions, lambda window: raster.read(1, window=window), raster.transform)


def separated_values(values: NDArray[np.uint8], regions: Iterable[Region], transform: Affine) -> Iterator[Region]:
    """:func:`separated` with the probability raster in memory, uint8 (h, w)."""
    return separated(regions, lambda window: values[window.toslices()], transform)


class _Edges(NamedTuple):
    """Vertical edges of a polygon: the column of the pixel grid, and the rows between which each lies."""

    column: Indices
    upper: Indices
    lower: Indices


def _edges(polygons: Sequence[shapely.Polygon], transform: Affine) -> Iterator[_Edges]:
    """The vertical edges of each of the polygons, which follow pixel edges."""
    rings, owner = shapely.get_rings(np.array(polygons, dtype=object), return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    column, row = (np.rint(each).astype(np.int64) for each in ~transform @ (points[:, 0], points[:, 1]))
    vertical = np.flatnonzero((column[1:] == column[:-1]) & (ring[1:] == ring[:-1]))
    upper, lower = np.minimum(row[vertical], row[vertical + 1]), np.maximum(row[vertical], row[vertical + 1])
    ends = np.searchsorted(owner[ring[vertical]], np.arange(len(polygons)), "right").tolist()
    for start, end in itertools.pairwise((0, *ends)):
        yield _Edges(column[vertical[start:end]], upper[start:end], lower[start:end])


def _filled(edges: _Edges, left: int, top: int, width: int, height: int) -> Booleans:
    """Pixels of a window, and one more on each side, that lie inside: with an odd number of edges to the left."""
    passed = np.zeros((height + 2, width + 2), np.bool_)
    length = edges.lower - edges.upper
    passed[ranges(edges.upper - top + 1, length), np.repeat(edges.column - left + 1, length)] = True
    inside: Booleans = np.logical_xor.accumulate(passed, axis=1)
    return inside


def _pieces(filled: Booleans) -> Numbers | None:
    """Number of the piece of every pixel, 0 outside; None if all is one object."""
    # Beyond the bounding box is outside too.
    depth = ndimage.distance_transform_edt(filled)[1:-1, 1:-1].astype(np.float32)
    inside, height = filled[1:-1, 1:-1], ndimage.gaussian_filter(depth, SMOOTHING)
    above = _highest_around(height)
    summits = np.flatnonzero((above == np.arange(above.size)) & (height > _LEAST).ravel())
    if np.count_nonzero(inside.ravel()[summits]) < 2:
        return None
    middles = summits[_stands_out(summits, above, height) & inside.ravel()[summits]]
    if middles.size < 2:
        return None
    marks = np.zeros(inside.shape, np.int32)
    marks.ravel()[middles] = np.arange(1, middles.size + 1)
    return np.asarray(watershed(-height, marks, mask=inside), np.int32)


def _highest_around(height: Heights) -> Indices:
    """Index of the highest of each pixel and the eight around it, (h * w,); of equal ones that of the last."""
    # Floats that are not negative have the order of their bits.
    key = np.zeros((height.shape[0] + 2, height.shape[1] + 2), np.int64)
    key[1:-1, 1:-1] = height.view(np.int32)
    key <<= 32
    key[1:-1, 1:-1] |= np.arange(height.size).reshape(height.shape)
    rows = np.maximum(np.maximum(key[:-2], key[1:-1]), key[2:])
    highest = np.maximum(np.maximum(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
    return (highest & 0xFFFFFFFF).ravel()


def _stands_out(summits: Indices, above: Indices, height: Heights) -> Booleans:
    """Whether each summit is high above the highest pass that leads to a higher one.

    From every pixel the steepest way up ends on a summit, and so does that from either side of the border between two
    summits' slopes: the highest pass between summits is one of those borders' highest places.
    """
    while not np.array_equal(further := above[above], above):
        above = further
    slope = np.searchsorted(summits, above).reshape(height.shape)
    top = height.ravel()[summits].tolist()
    stands = np.ones(summits.size, np.bool_)
    met = list(range(summits.size))  # from each summit the way to the highest one of all that it has met
    for one, other, saddle in _passes(slope, height):
        low, high = sorted((_end(met, one), _end(met, other)), key=lambda summit: (top[summit], summit))
        met[low] = high
        stands[low] &= low == high or saddle <= NECK * top[low]
    return stands


def _end(met: list[int], summit: int) -> int:
    while met[summit] != summit:
        met[summit] = summit = met[met[summit]]
    return summit


def _passes(slope: Indices, height: Heights) -> Iterator[tuple[int, int, float]]:
    """The slopes that meet and the highest pass between each two, from the highest pass down."""
    pairs = []
    for here, there in _NEIGHBOURS:
        border = np.flatnonzero(slope[here] != slope[there])
        one, other = slope[here].ravel()[border], slope[there].ravel()[border]
        pairs.append((one, other, np.minimum(height[here].ravel()[border], height[there].ravel()[border])))
    one, other, saddle = (np.concatenate(each) for each in zip(*pairs, strict=True))
    order = np.argsort(-saddle, kind="stable")
    order = order[: np.count_nonzero(saddle > _LEAST)]  # below, where nothing is, there are no slopes
    one, other, saddle = one[order], other[order], saddle[order]
    _, first = np.unique(np.minimum(one, other) * (slope.max() + 1) + np.maximum(one, other), return_index=True)
    first.sort()
    return zip(one[first].tolist(), other[first].tolist(), saddle[first].tolist(), strict=True)


def _outlined(pieces: Numbers, values: NDArray[np.uint8], transform: Affine) -> Iterator[Region]:
    numbers = np.arange(1, pieces.max() + 1)
    scores = ndimage.mean(values, pieces, numbers) / PROBABILITY_SCALE
    found = list(shapes(pieces, pieces > 0, transform=transform))
    rings = [ring for outline, _ in found for ring in outline["coordinates"]]
    offsets = np.cumsum([0, *map(len, rings)]), np.cumsum([0, *(len(outline["coordinates"]) for outline, _ in found)])
    polygons = shapely.from_ragged_array(shapely.GeometryType.POLYGON, np.concatenate(rings), offsets)
    for polygon, (_, number) in zip(polygons.tolist(), found, strict=True):
        yield polygon, float(scores[int(number) - 1])
