"""Outlines of pixel regions, found strip by strip, in compiled code throughout.

An outline is a ring of vertical segments, each made of the edges of runs of pixels below each other, and of what leads
along the rows of the pixel grid from the end of one segment to the beginning of the next. In such a row the ends of all
segments, taken in order, pair up into these horizontal edges, whatever regions they belong to. So every strip links its
own segments, and only pieces that reach across its border are left to be put together when their region has ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .pieces import NO_JOINT, Pieces, Turns, Waiting, still_open, together, walk
from .runs import Booleans, Indices, Numbers, Runs


class Outlines:
    """Outlines of the regions that reach into the last row seen."""

    def __init__(self) -> None:
        self._row = -1  # of the pixel grid, above the first row of the next runs; those begin above the raster
        self._joints = np.empty(0, np.int64)  # in which outlines go on below, one for each edge of the last row
        self._free = 0  # the next joint
        self._waiting = Waiting()

    def add(self, runs: Runs, known: Numbers, region: Numbers, stays: Booleans) -> Pieces:
        """Takes in some rows, the first of which is the last one of those before.

        Args:
            runs: of the rows.
            known: new number of each region that was open.
            region: new number of each run's region.
            stays: for each new number, whether the region is still open. Those that are get numbers from 0 on in the
                same order.

        Returns:
            All pieces of the regions that have ended, under their new numbers.
        """
        segments = _segments(runs, region, self._row)
        links = _Links.none(segments.down.size)
        self._link(_corners(runs, segments), segments, stays, links)
        self._join(segments, links, runs.last)
        self._row += runs.rows - 1
        pieces = _pieces(segments, links)
        stay = stays[pieces.region]
        ended = together([*self._waiting.take(known, stays), pieces.records(~stay)])
        self._waiting.add(pieces.records(stay).renumbered(still_open(stays)))
        return ended

    def _link(self, corners: _Corners, segments: _Segments, stays: Booleans, links: _Links) -> None:
        """Finds the segment that follows each one within the strip.

        Two pixels that touch in a point only have a corner each there. If they are of one region, the outline must pass
        from the one to the other; else a hole and what lies outside would be drawn as a single ring. As long as that is
        not known, because both regions are open, pieces end there.
        """
        segment, ends = corners.segment.copy(), corners.ends
        twin = np.flatnonzero(corners.place[1:] == corners.place[:-1])
        left, right = segment[twin], segment[twin + 1]
        same = segments.region[left] == segments.region[right]
        segment[twin[same]], segment[twin[same] + 1] = right[same], left[same]
        unsure = ~same & stays[segments.region[left]] & stays[segments.region[right]]
        first, second = segment[0::2], segment[1::2]
        before, behind = np.where(ends[0::2], first, second), np.where(ends[0::2], second, first)
        cut = np.zeros(before.size, np.bool_)
        cut[twin[unsure] // 2] = cut[twin[unsure] // 2 + 1] = True
        links.successor[before[~cut]] = behind[~cut]
        links.tail[before[cut]] = links.head[behind[cut]] = self._free + np.flatnonzero(cut)
        self._free += cut.size
        for turn, which in ((links.tail_turn, unsure & ends[twin]), (links.head_turn, unsure & ~ends[twin])):
            turn[left[which]], turn[right[which]] = 1, -1

    def _join(self, segments: _Segments, links: _Links, last: int) -> None:
        """Names the joints of the segments that come from the strip above, and of those that go on below."""
        above = np.full(segments.down.size, NO_JOINT)
        entering, leaving = np.flatnonzero(~segments.begun), np.flatnonzero(~segments.ended)
        above[entering] = self._joints[segments.top[entering]]
        below = self._free + np.arange(leaving.size)
        self._free += leaving.size
        passing = ~segments.begun[leaving]
        below[passing] = above[leaving[passing]]  # no corner lies between the two, which makes them one joint
        for which, joint, begins in (
            (entering, above[entering], segments.down[entering]),
            (leaving, below, ~segments.down[leaving]),
        ):
            links.head[which[begins]] = joint[begins]
            links.tail[which[~begins]] = joint[~begins]
        self._joints = np.empty(leaving.size, np.int64)
        self._joints[segments.bottom[leaving] - last] = below


@dataclass(frozen=True)
class _Segments:
    """Vertical parts of outlines, column by column.

    Attributes:
        region: number of each segment's region.
        column: of the pixel grid.
        top, bottom: its uppermost and its lowest edge.
        upper, lower: rows of the pixel grid between which it lies.
        begun: whether ``upper`` is its end: it does not come from further above.
        ended: whether ``lower`` is its end: it does not go on below.
        down: whether it is walked down, the region on the left.
    """

    region: Numbers
    column: Numbers
    top: Indices
    bottom: Indices
    upper: Numbers
    lower: Numbers
    begun: Booleans
    ended: Booleans
    down: Booleans


@dataclass(frozen=True)
class _Corners:
    """Ends of segments, in reading order.

    Attributes:
        segment: whose end it is.
        ends: whether the segment is walked towards it.
        place: point of the pixel grid.
    """

    segment: Indices
    ends: Booleans
    place: Indices


@dataclass(frozen=True)
class _Links:
    """What lies before and behind each segment.

    Attributes:
        successor: the segment that follows, or -1.
        head, tail: the joint in which a piece begins with this segment, or ends with it.
        head_turn, tail_turn: as ``Pieces`` has them.
    """

    successor: Indices
    head: Indices
    tail: Indices
    head_turn: Turns
    tail_turn: Turns

    @classmethod
    def none(cls, size: int) -> _Links:
        return cls(np.full(size, -1), *np.full((2, size), NO_JOINT), *np.zeros((2, size), np.int8))


def _segments(runs: Runs, region: Numbers, row: int) -> _Segments:
    line, column = np.divmod(runs.place, runs.stride)
    kind = 2 * column + np.arange(column.size) % 2
    # In a column the edges of one kind at which segments begin, and those at which they end, are met in turn.
    top, bottom = np.flatnonzero(~runs.above), np.flatnonzero(~runs.below)
    top, bottom = top[np.argsort(kind[top], kind="stable")], bottom[np.argsort(kind[bottom], kind="stable")]
    return _Segments(
        region=region[top // 2],
        column=column[top].astype(np.int32),
        top=top,
        bottom=bottom,
        upper=(line[top] + row).astype(np.int32),
        lower=(line[bottom] + row + 1).astype(np.int32),
        begun=top >= runs.first,
        ended=bottom < runs.last,
        down=top % 2 == 0,
    )


def _corners(runs: Runs, segments: _Segments) -> _Corners:
    begun, ended = np.flatnonzero(~runs.above[runs.first :]) + runs.first, np.flatnonzero(~runs.below[: runs.last])
    by_top, by_bottom = np.empty((2, runs.place.size), np.int64)
    by_top[segments.top] = by_bottom[segments.bottom] = np.arange(segments.down.size)
    segment = np.concatenate((by_top[begun], by_bottom[ended]))
    place = np.concatenate((runs.place[begun], runs.place[ended] + runs.stride))
    down = segments.down[segment]
    ends = down == (np.arange(segment.size) >= begun.size)
    # Where two pixels touch in a point only, the left one's comes first: its segment is walked up.
    order = np.argsort(2 * place + down, kind="stable")
    return _Corners(segment[order], ends[order], place[order])


def _pieces(segments: _Segments, links: _Links) -> Pieces:
    number, order = walk(links.successor)
    first = order[np.flatnonzero(np.diff(number, prepend=-1))]
    last = order[np.flatnonzero(np.diff(number, append=-1))]
    down = segments.down[order]
    known = _in_turn(down, segments.begun[order], segments.ended[order])
    y = _in_turn(down, segments.upper[order], segments.lower[order])[known]
    x = np.repeat(segments.column[order], 2)[known]
    length = np.bincount(np.repeat(number, 2)[known], minlength=first.size)
    pieces = Pieces(
        segments.region[first],
        links.head[first],
        links.tail[last],
        links.head_turn[first],
        links.tail_turn[last],
        np.cumsum(length) - length,
        length,
        x,
        y,
    )
    return pieces.records(length > 0)


def _in_turn(down: Booleans, upper: NDArray[Any], lower: NDArray[Any]) -> NDArray[Any]:
    """What belongs to the beginning of each segment and what belongs to its end, one after the other."""
    return np.stack((np.where(down, upper, lower), np.where(down, lower, upper)), axis=1).ravel()
