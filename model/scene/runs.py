"""Rows of pixels as runs: where each begins and has ended, which of them touch, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Booleans = NDArray[np.bool_]
Indices = NDArray[np.int64]
Numbers = NDArray[np.int32]


@dataclass(frozen=True)
class Runs:
    """Runs of pixels in some rows, in reading order.

    A run has two vertical edges, one pixel high: edge ``2 n`` is where run ``n`` begins, edge ``2 n + 1`` where it has
    ended.

    Attributes:
        rows: of pixels.
        stride: grid points in a row, one more than pixels.
        place: of each edge, ``row * stride + column``, rising.
        above, below: whether an edge of the same kind lies in the same column of the row above, or below.
        first: edges in the first row.
        last: edges before the last row.
    """

    rows: int
    stride: int
    place: Indices
    above: Booleans
    below: Booleans
    first: int
    last: int


def find_runs(inside: Booleans, stride: int) -> Runs:
    """Runs of the pixels that are inside.

    Args:
        inside: row after row of ``stride`` pixels, (rows * stride + 1,); the first pixel of each row, and the one after
            the last row, are not inside.
        stride: pixels in a row.
    """
    change = inside[1:] != inside[:-1]
    place = np.flatnonzero(change)
    has_ended = np.arange(place.size) % 2 == 1
    first, last = np.searchsorted(place, (stride, change.size - stride)).tolist()
    above, below = np.zeros((2, place.size), np.bool_)
    lower, higher = place[:last] + stride, place[first:] - stride
    below[:last] = change[lower] & (inside[lower] == has_ended[:last])
    above[first:] = change[higher] & (inside[higher] == has_ended[first:])
    return Runs(change.size // stride, stride, place, above, below, first, last)


def joined(runs: Runs, known: Numbers, count: int) -> Numbers:
    """Regions of pixels that are connected over their edges.

    Args:
        runs: of some rows.
        known: region of each run of the first row.
        count: regions that are known.

    Returns:
        New numbers from 0 on, (count + n,): of each region known, then of each run.
    """
    begin, end = runs.place[0::2], runs.place[1::2]
    size = count + begin.size
    if not size:
        return np.empty(0, np.int32)
    low = np.searchsorted(end, begin - runs.stride, "right")
    touched = np.searchsorted(begin, end - runs.stride) - low
    touched[: known.size] = 1
    nodes = np.concatenate((known, count + ranges(low[known.size :], touched[known.size :])))
    links = np.concatenate((np.zeros(count + 1, np.int64), np.cumsum(touched)))
    graph = csr_array((np.ones(nodes.size), nodes, links), (size, size))
    label: Numbers = connected_components(graph, directed=False)[1]
    return label


def totals(runs: Runs, inside: Booleans, values: NDArray[np.uint8]) -> tuple[Indices, NDArray[np.uint64]]:
    """Pixels of each run below the first row, and the sum of their values.

    Args:
        runs: of some rows.
        inside: whether a pixel below the first row is of a run, (h, w).
        values: of those pixels, (h, w).
    """
    pixels = runs.place[runs.first + 1 :: 2] - runs.place[runs.first :: 2]
    if not pixels.size:
        return pixels, np.empty(0, np.uint64)
    return pixels, np.add.reduceat(values[inside], np.cumsum(pixels) - pixels, dtype=np.uint64)


def ranges(start: Indices, length: Indices) -> Indices:
    """``start[0]``, ``start[0] + 1``, ... ``length[0]`` of them, then those from ``start[1]`` on, and so on."""
    end = np.cumsum(length)
    return np.arange(end[-1] if end.size else 0) + np.repeat(start - end + length, length)
