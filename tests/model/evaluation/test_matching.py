"""Pairs of found and labelled polygons."""

from __future__ import annotations

import time

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from phrasegon.model.evaluation.matching import count_matches


def boxes(*corners):
    return np.array([shapely.box(*corner) for corner in corners], dtype=object)


@pytest.mark.parametrize(
    ("found", "labelled", "matches"),
    [
        ([], [], 0),
        ([(0, 0, 1, 1)], [], 0),
        ([], [(0, 0, 1, 1)], 0),
        ([(0, 0, 1, 1)], [(0, 0, 1, 1)], 1),
        ([(0, 0, 1, 1)], [(5, 5, 6, 6)], 0),
        ([(0, 0, 2, 1)], [(0, 0, 1, 1)], 1),  # exactly one half
        ([(0, 0, 2.01, 1)], [(0, 0, 1, 1)], 0),
        ([(0, 0, 1, 1), (0, 0, 1, 0.9)], [(0, 0, 1, 1)], 1),  # each at most once
        ([(0, 0, 4, 1)], [(0, 0, 2, 1), (2, 0, 4, 1)], 1),
        ([(0, 0, 1, 1), (2, 0, 3, 1)], [(0, 0, 1, 1), (2, 0, 3, 1), (4, 0, 5, 1)], 2),
    ],
)
def test_pairs(found, labelled, matches):
    assert count_matches(boxes(*found), boxes(*labelled)) == matches


def test_a_label_of_very_many_parts_costs_nothing():
    """Dissolved labels are one multipolygon; cutting it with each found polygon took minutes."""
    parts = [(2 * x, 2 * y, 2 * x + 1, 2 * y + 1) for x in range(90) for y in range(90)]
    found, dissolved = boxes(*parts), shapely.multipolygons(boxes(*parts))
    start = time.process_time()
    assert count_matches(found, np.array([dissolved], dtype=object)) == 0
    assert time.process_time() - start < 2


sides = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 4), st.integers(1, 4)), max_size=7)


def apart(corners):
    """Boxes that do not overlap one another, as found components never do."""
    kept: list[shapely.Polygon] = []
    for x, y, width, height in corners:
        box = shapely.box(x, y, x + width, y + height)
        if all(box.intersection(other).area == 0 for other in kept):
            kept.append(box)
    return np.array(kept, dtype=object)


@settings(max_examples=60, deadline=None)
@given(sides, sides)
def test_no_other_pairing_of_separate_polygons_has_more(first, second):
    found, labelled = apart(first), apart(second)
    if not len(found) or not len(labelled):
        assert count_matches(found, labelled) == 0
        return
    both = shapely.area(shapely.intersection(found[:, None], labelled[None, :]))
    iou = both / (shapely.area(found)[:, None] + shapely.area(labelled)[None, :] - both)
    rows, columns = linear_sum_assignment(-(iou >= 0.5).astype(float))
    assert count_matches(found, labelled) == np.count_nonzero(iou[rows, columns] >= 0.5)
