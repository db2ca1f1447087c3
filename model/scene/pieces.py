"""Pieces of outlines, as they are found strip by strip, and what is still open of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from .runs import Booleans, Indices, Numbers, ranges

NO_JOINT = -1

Turns = NDArray[np.int8]


@dataclass(frozen=True)
class Pieces:
    """Pieces of outlines, each walked with its region on the left.

    Where one piece ends in a joint, the next of the outline begins in it.

    Attributes:
        region: number of each piece's region.
        head, tail: the joints in which it begins and ends; ``NO_JOINT`` for both if it is a whole ring.
        head_turn, tail_turn: where a piece begins or ends in a point in which two regions touch, the way from its joint
            to that of the other region, -1 or 1: the two change places if the regions turn out to be one. 0 elsewhere.
        start, length: which of the points are the piece's.
        x, y: column and row of each point of the pixel grid.
    """

    region: Numbers
    head: Indices
    tail: Indices
    head_turn: Turns
    tail_turn: Turns
    start: Indices
    length: Indices
    x: Numbers
    y: Numbers

    def records(self, which: Booleans | Indices) -> Pieces:
        """Some of the pieces, with the points of all."""
        return Pieces(
            self.region[which],
            self.head[which],
            self.tail[which],
            self.head_turn[which],
            self.tail_turn[which],
            self.start[which],
            self.length[which],
            self.x,
            self.y,
        )

    def renumbered(self, numbers: Numbers) -> Pieces:
        """The same pieces, region ``r`` now being called ``numbers[r]``."""
        return replace(self, region=numbers[self.region])

    def compact(self) -> Pieces:
        """The same pieces, with their own points only, one piece after the other."""
        points = ranges(self.start, self.length)
        start = np.cumsum(self.length) - self.length
        return replace(self, start=start, x=self.x[points], y=self.y[points])


def together(pieces: Sequence[Pieces]) -> Pieces:
    """All the pieces, with their own points only."""
    compact = [each.compact() for each in pieces]
    length = np.concatenate([each.length for each in compact])
    return Pieces(
        np.concatenate([each.region for each in compact]),
        np.concatenate([each.head for each in compact]),
        np.concatenate([each.tail for each in compact]),
        np.concatenate([each.head_turn for each in compact]),
        np.concatenate([each.tail_turn for each in compact]),
        np.cumsum(length) - length,
        length,
        np.concatenate([each.x for each in compact]),
        np.concatenate([each.y for each in compact]),
    )


class Waiting:
    """Pieces of the regions that reach into the rows to come.

    They lie in heaps, each less than half as large as the one before, so that a piece is copied only so often as the
    number of pieces has a logarithm, however long its region stays open.
    """

    def __init__(self) -> None:
        self._heaps: list[Pieces] = []

    def add(self, pieces: Pieces) -> None:
        """Takes in further pieces."""
        self._heaps.append(pieces.compact())
        while len(self._heaps) > 1 and self._heaps[-2].x.size < 2 * self._heaps[-1].x.size:
            self._heaps[-2:] = [together(self._heaps[-2:])]

    def take(self, known: Numbers, stays: Booleans) -> list[Pieces]:
        """Gives out, and forgets, the pieces of the regions that are no longer open.

        Args:
            known: new number of each region.
            stays: for each new number, whether the region is still open. Those that are get numbers from 0 on in the
                same order.
        """
        taken = []
        numbers = still_open(stays)
        for place, heap in enumerate(self._heaps):
            left = heap.renumbered(known)
            stay = stays[left.region]
            if not stay.all():
                taken.append(left.records(~stay))
                left = left.records(stay)
                if 2 * left.length.sum() < left.x.size:
                    left = left.compact()
            self._heaps[place] = left.renumbered(numbers)
        return taken


def still_open(stays: Booleans) -> Numbers:
    """Numbers from 0 on for the regions that stay open."""
    return np.cumsum(stays, dtype=np.int32) - np.int32(1)


def walk(successor: Indices) -> tuple[Numbers, Indices]:
    """Paths and cycles of nodes that each lead to one other, or nowhere (-1), and have no two leading to them.

    Returns:
        Number of the path or cycle of every place of the walk, rising from 0 on, and the node at that place. Numbers
        follow the lowest node of each; a cycle is walked from that one on.
    """
    nodes = np.arange(successor.size)
    if not nodes.size:
        return np.empty(0, np.int32), nodes
    leads = successor >= 0
    links = np.append(0, np.cumsum(leads))
    graph = csr_array((np.ones(links[-1]), successor[leads], links), (nodes.size, nodes.size))
    count, label = connected_components(graph, directed=False)
    before = np.full(nodes.size, -1)
    before[successor[leads]] = nodes[leads]
    first = np.empty(count, np.int64)
    first[label[::-1]] = nodes[::-1]
    heads = np.flatnonzero(before < 0)
    first[label[heads]] = heads
    last = before[first]
    tails = np.flatnonzero(~leads)
    last[label[tails]] = tails
    # Each is cut before its first node and tied to the next one: a single path, walked in linear time.
    path = successor.copy()
    path[last] = np.roll(first, -1)
    chain = csr_array((np.ones(nodes.size), path, np.arange(nodes.size + 1)), (nodes.size, nodes.size))
    order = breadth_first_order(chain, first[0], return_predecessors=False)
    return label[order], order.astype(np.int64)
