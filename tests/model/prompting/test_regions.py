"""Masks are cut where they are narrow; the large, compact and central region wins."""

from __future__ import annotations

import numpy as np
import pytest

from phrasegon.model.prompting.box import Box
from phrasegon.model.prompting.regions import best_region, convexity, cut, distance, opened

from .conftest import disc


def test_the_hull_is_that_of_the_pixels_squares() -> None:
    mask = np.zeros((60, 60), bool)
    mask[10:30, 10:30] = True
    assert convexity(mask) == 1
    mask[30:50, 10:50] = True
    assert convexity(mask) == pytest.approx(3 / 3.5)


def test_a_single_pixel_is_convex() -> None:
    mask = np.zeros((5, 5), bool)
    mask[2, 3] = True
    assert convexity(mask) == 1


def test_two_discs_that_touch_are_cut_apart() -> None:
    left, right = disc(20, x=40), disc(20, x=78)
    mask = left | right
    regions = cut(mask, distance(mask))
    assert regions.max() == 2
    for single in (left, right):
        counts = np.bincount(regions[single])
        assert counts.max() > 0.95 * np.count_nonzero(single)


def test_what_reaches_the_edge_of_the_picture_is_thin_there() -> None:
    assert distance(np.ones((9, 9), bool)).max() == 5


def test_threads_are_taken_off_but_not_all_that_there_is() -> None:
    thread = np.zeros((30, 30), bool)
    thread[15] = True
    assert np.array_equal(opened(thread), thread)
    both = thread.copy()
    both[2:12, 2:12] = True
    assert not opened(both)[15].any()


def test_specks_are_not_chosen_while_there_is_more() -> None:
    regions = np.zeros((100, 100), np.int32)
    regions[48:51, 48:51] = 1
    regions[20:80:3, 60:90] = 2
    assert np.array_equal(best_region(regions, Box(0, 0, 100, 100)).mask, regions == 2)


def test_specks_alone_give_the_largest_of_them() -> None:
    regions = np.zeros((100, 100), np.int32)
    regions[48:50, 48:50] = 1
    regions[10:13, 10:13] = 2
    assert np.array_equal(best_region(regions, Box(0, 0, 100, 100)).mask, regions == 2)
