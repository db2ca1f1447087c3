"""Right-angle regularisation: outlines that nearly are right-angled, such as roofs, become exactly so.

Each polygon's main direction is the one most of its edges' length runs along. Every edge is put on that direction or
its perpendicular, at the mean position of the outline it stands for, and the corners are where edges meet.
"""

from __future__ import annotations

import numpy as np
import scipy.ndimage
import shapely
from numpy.typing import NDArray

from .measure import Floats, Polygons

_MIN_IOU = 0.85  # a right-angled shape that fits worse is another shape
_MIN_ALIGNED = 2 / 3  # share of the outline that must run nearly along the two directions: no circles, no curves
_ALIGNED = np.radians(15)
_STAIRCASE = 1.5  # pixels: an oblique wall is a staircase that strays less far from its line
_SMALL = 0.3  # of the root of the area: detail of such a size makes the shape of a small polygon
_BINS = 90  # of one degree
_EXACT_MULTIPLES = 20  # beyond, the pixel's own rounding error adds up
_ROUNDING = 0.01


def right_angled(outlines: Polygons, shapes: Polygons, metres: Floats, simplify: float) -> Polygons:
    """Right-angled versions of the outlines where they are true to them, the given shapes elsewhere.

    A version is used if it is a valid polygon, if its intersection over union with the outline is at least 0.85, and if
    it overlaps none of its neighbours more than before.

    Args:
        outlines: the polygons as they were found, along pixel edges.
        shapes: what stands for each of them where it cannot be right-angled, such as a simplified version.
        metres: metres on the ground per unit of the coordinates in x and y, for each polygon, (n, 2).
        simplify: size of the detail to leave out, in m; at least the pixels' staircase is left out.
    """
    if not len(outlines):
        return shapes
    large = _SMALL * np.sqrt(shapely.area(outlines) * metres.prod(axis=1))
    staircase = np.minimum(large, _STAIRCASE * _pixel_side(outlines) * metres.max(axis=1))
    detail = np.minimum(large, np.maximum(simplify, staircase))
    drafts = np.array(
        [_draft(*each) for each in zip(outlines, metres, staircase, detail, strict=True)],
        dtype=object,
    )
    usable = shapely.is_valid(drafts)  # False where there is none
    usable[usable] = _iou(drafts[usable], outlines[usable]) >= _MIN_IOU
    return _without_new_overlaps(drafts, shapes, usable)


def _pixel_side(outlines: Polygons) -> float:
    """Shorter side of the pixels whose edges the outlines follow; 0 if they follow none."""
    points, ring = shapely.get_coordinates(shapely.get_rings(outlines), return_index=True)
    edges = (np.diff(points, axis=0) @ (1, 1j))[np.diff(ring) == 0]
    length = np.abs(edges)
    parallel = np.abs((edges / edges[np.argmax(length)]).imag) < 1e-4
    return min(_common_measure(length[parallel]), _common_measure(length[~parallel]))


def _common_measure(lengths: Floats) -> float:
    """The largest length that all lengths are multiples of, up to rounding; 0 if there is none of sensible size."""
    if not lengths.size:
        return 0.0
    shortest = float(lengths.min())
    multiples = lengths[lengths < _EXACT_MULTIPLES * shortest] / shortest
    for parts in range(1, _EXACT_MULTIPLES):
        if np.all(np.abs(multiples * parts - np.round(multiples * parts)) < _ROUNDING):
            return shortest / parts
    return 0.0


def _iou(one: Polygons, other: Polygons) -> Floats:
    common: Floats = shapely.area(shapely.intersection(one, other))
    return common / (shapely.area(one) + shapely.area(other) - common)


def _without_new_overlaps(drafts: Polygons, shapes: Polygons, usable: NDArray[np.bool_]) -> Polygons:
    """Drafts where usable, else shapes; drafts that overlap a neighbour more than their shapes did are given up."""
    while True:
        result = np.where(usable, drafts, shapes)
        one, other = shapely.STRtree(result).query(result, predicate="intersects")
        new = (one < other) & (usable[one] | usable[other])
        one, other = one[new], other[new]
        before = shapely.area(shapely.intersection(shapes[one], shapes[other]))
        after = shapely.area(shapely.intersection(result[one], result[other]))
        worse = after > before + 1e-9 * np.minimum(shapely.area(shapes[one]), shapely.area(shapes[other]))
        if not worse.any():
            return result
        usable = usable.copy()
        usable[one[worse]] = usable[other[worse]] = False


def _draft(outline: shapely.Polygon, metres: Floats, staircase: float, detail: float) -> shapely.Polygon | None:
    """The outline with right angles; None where it has none to speak of.

    Corners are sought in an outline that is true to its pixels; only then, between right angles, detail is left out.
    """
    origin = shapely.get_coordinates(outline.exterior)[0]
    rings = [(shapely.get_coordinates(ring)[:-1] - origin) * metres for ring in (outline.exterior, *outline.interiors)]
    corners = _corners(rings[0], staircase)
    angle = _main_direction(rings[0][corners])
    if angle is None:
        return None
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    drafts: list[Floats] = []
    for ring in rings:
        draft = _right_angled_ring(ring @ turn, _corners(ring, staircase), detail)
        if draft is None and not drafts:
            return None
        drafts.append((ring if draft is None else draft @ turn.T) / metres + origin)
    return shapely.Polygon(drafts[0], drafts[1:])


def _corners(ring: Floats, tolerance: float) -> NDArray[np.int64]:
    """Indices of the vertices of an open ring that Douglas and Peucker's method keeps."""
    simple = shapely.get_coordinates(shapely.simplify(shapely.LinearRing(ring), tolerance, preserve_topology=True))
    return np.flatnonzero(np.isin(ring @ (1, 1j), simple @ (1, 1j)))


def _main_direction(corners: Floats) -> float | None:
    """Angle in radians, modulo a right angle, that most of the ring's length runs along; None if too little does."""
    edges = np.roll(corners, -1, axis=0) - corners
    length = np.hypot(*edges.T)
    right = np.pi / 2
    angle = np.arctan2(edges[:, 1], edges[:, 0]) % right
    histogram = np.bincount((angle / right * _BINS).astype(int) % _BINS, length, _BINS)
    peak = (np.argmax(scipy.ndimage.gaussian_filter1d(histogram, 3, mode="wrap")) + 0.5) / _BINS * right
    offset = (angle - peak + right / 2) % right - right / 2
    near = np.abs(offset) <= _ALIGNED
    if length[near].sum() < _MIN_ALIGNED * length.sum():
        return None
    return float(peak + np.average(offset[near], weights=length[near]))


def _right_angled_ring(ring: Floats, corners: NDArray[np.int64], detail: float) -> Floats | None:
    """An open ring whose edges run along x and y by turns, none shorter than the detail but in a rectangle.

    None where it has not at least four of them.
    """
    if corners.size < 4:
        return None
    ring, corners = np.roll(ring, -corners[0], axis=0), corners - corners[0]
    ends = np.append(corners, len(ring))
    closed = np.vstack((ring, ring[:1]))
    across, along = np.abs(np.diff(closed[ends], axis=0)).T
    level = across >= along
    while True:
        starts = np.flatnonzero(level != np.roll(level, 1))
        if starts.size < 4:
            return None
        place = _places(closed, ends, level, starts)
        if place is None:
            return None
        jog = np.abs(np.roll(place, -1) - np.roll(place, 1))  # an edge reaches from the one before to the one after
        shortest = int(np.argmin(jog))
        if starts.size == 4 or jog[shortest] >= detail:
            break
        stop = starts[(shortest + 1) % starts.size]
        run = np.arange(starts[shortest], stop + (0 if stop > starts[shortest] else level.size)) % level.size
        level[run] = ~level[run]
    following = np.roll(place, -1)
    return np.where(level[starts][:, None], np.stack((following, place), 1), np.stack((place, following), 1))


def _places(
    closed: Floats, ends: NDArray[np.int64], level: NDArray[np.bool_], starts: NDArray[np.int64]
) -> Floats | None:
    """Mean y of each level run of edges, mean x of each upright one, such that the area beside the run is kept."""
    middle, step = (closed[1:] + closed[:-1]) / 2, np.diff(closed, axis=0)
    first = ends[starts[0]]
    flat = np.roll(np.repeat(level, np.diff(ends)), -first)
    moment = np.where(flat, np.roll(middle[:, 1] * step[:, 0], -first), np.roll(middle[:, 0] * step[:, 1], -first))
    extent = np.where(flat, np.roll(step[:, 0], -first), np.roll(step[:, 1], -first))
    runs = ends[starts] - first
    total = np.add.reduceat(extent, runs)
    if np.any(np.abs(total) < 1e-9):
        return None
    return np.asarray(np.add.reduceat(moment, runs) / total)
