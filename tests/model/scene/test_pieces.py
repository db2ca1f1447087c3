"""Pieces of outlines wait for their region's end without being copied over and over."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasegon.model.scene.pieces import NO_JOINT, Pieces, Waiting, together, walk


def some(regions: list[int], first: int) -> Pieces:
    """A piece for each region, of as many points as its number and one; ``x`` tells them apart."""
    length = np.array(regions) + 1
    start = np.cumsum(length) - length
    joints = np.full(length.size, NO_JOINT)
    turns = np.zeros(length.size, np.int8)
    x = np.repeat(first + np.arange(length.size), length).astype(np.int32)
    return Pieces(np.array(regions, np.int32), joints, joints, turns, turns, start, length, x, np.zeros_like(x))


@st.composite
def successors(draw) -> np.ndarray:
    size = draw(st.integers(0, 30))
    order = np.array(draw(st.permutations(range(size))), dtype=np.int64)
    order[np.array(draw(st.lists(st.booleans(), min_size=size, max_size=size)), dtype=bool)] = -1
    return order


@given(successor=successors())
@settings(max_examples=60, deadline=None)
def test_a_walk_meets_every_node_once_and_follows_the_links(successor):
    number, order = walk(successor)
    assert sorted(order) == list(range(successor.size))
    assert (np.diff(number) >= 0).all()
    lowest = []
    for path in (order[number == each] for each in np.unique(number)):
        assert (successor[path[:-1]] == path[1:]).all()
        assert successor[path[-1]] in (-1, path[0])
        if successor[path[-1]] == -1:
            assert path[0] not in successor  # nothing is left before it
        else:
            assert path[0] == path.min()
        lowest.append(path.min())
    assert lowest == sorted(lowest)


def test_what_waits_comes_back_when_its_region_ends():
    waiting = Waiting()
    waiting.add(some([0, 1, 2], 10))
    waiting.add(some([1], 20))
    # 0 and 1 turn out to be one region, which is called 0 and stays open; 2 is called 1 and has ended.
    ended = together(waiting.take(np.array([0, 0, 1], np.int32), np.array([True, False])))
    assert ended.region.tolist() == [1]
    assert ended.x.tolist() == [12, 12, 12]
    rest = together(waiting.take(np.array([0], np.int32), np.array([False])))
    assert rest.region.tolist() == [0, 0, 0]
    assert sorted(rest.x.tolist()) == [10, 11, 11, 20, 20]
    assert waiting.take(np.empty(0, np.int32), np.empty(0, bool)) == []


def test_points_are_copied_a_few_times_however_long_their_region_stays_open(monkeypatch):
    copied = []
    compact = Pieces.compact
    monkeypatch.setattr(Pieces, "compact", lambda pieces: copied.append(pieces.length.sum()) or compact(pieces))
    waiting, strips = Waiting(), 1000
    for strip in range(strips):
        waiting.take(np.array([0], np.int32), np.array([True]))
        waiting.add(some([0], strip))
    assert sum(copied) < 15 * strips
