from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from phrasegon.model.scene.tiles import plan_tiles


@st.composite
def layouts(draw):
    tile = draw(st.integers(1, 20))
    return draw(st.integers(1, 50)), draw(st.integers(1, 50)), tile, draw(st.integers(0, tile - 1))


@settings(deadline=None)
@given(layouts())
def test_every_pixel_is_covered_and_neighbours_share_at_least_the_overlap(layout):
    width, height, tile, overlap = layout
    plan = plan_tiles(width, height, tile, overlap)
    covered = np.zeros((height, width), int)
    for window in plan:
        assert (window.width, window.height) == (tile, tile)
        covered[window.row_off : window.row_off + tile, window.col_off : window.col_off + tile] += 1
    assert covered.min() >= 1
    for starts, size in (({w.col_off for w in plan}, width), ({w.row_off for w in plan}, height)):
        steps = np.diff(sorted(starts))
        assert (steps <= tile - overlap).all()
        assert (steps > 0).all()
        assert min(starts) == 0
        assert max(starts) + tile == max(size, tile)


@settings(deadline=None)
@given(layouts())
def test_tiles_come_row_by_row_and_no_more_than_needed(layout):
    width, height, tile, overlap = layout
    plan = plan_tiles(width, height, tile, overlap)
    places = [(window.row_off, window.col_off) for window in plan]
    assert places == sorted(set(places))
    needed = [max(0, -(-(size - tile) // (tile - overlap))) + 1 for size in (width, height)]
    assert len(plan) == len(places) == needed[0] * needed[1]


@settings(deadline=None)
@given(layouts())
def test_every_pixel_lies_in_the_core_of_one_tile(layout):
    width, height, tile, overlap = layout
    plan = plan_tiles(width, height, tile, overlap)
    cores = np.zeros((max(height, tile), max(width, tile)), int)
    for number, window in enumerate(plan):
        core = plan.core(number)
        assert window.col_off <= core.col_off < core.col_off + core.width <= window.col_off + tile
        assert window.row_off <= core.row_off < core.row_off + core.height <= window.row_off + tile
        cores[core.row_off : core.row_off + core.height, core.col_off : core.col_off + core.width] += 1
    assert (cores == 1).all()


def test_the_last_column_and_row_are_moved_inward():
    assert list(plan_tiles(100, 60, 50, 10)) == [
        Window(0, 0, 50, 50),
        Window(40, 0, 50, 50),
        Window(50, 0, 50, 50),
        Window(0, 10, 50, 50),
        Window(40, 10, 50, 50),
        Window(50, 10, 50, 50),
    ]


def test_a_tile_sticks_out_of_a_grid_that_is_smaller():
    assert list(plan_tiles(30, 20, 64, 16)) == [Window(0, 0, 64, 64)]


def test_a_plan_can_be_sliced_and_read_from_its_end():
    plan = plan_tiles(100, 60, 50, 10)
    assert plan[-1] == Window(50, 10, 50, 50)
    assert plan[1:4] == list(plan)[1:4]
    with pytest.raises(IndexError):
        plan[6]


def test_the_plan_of_a_huge_grid_costs_nothing():
    plan = plan_tiles(2_000_000_000, 2_000_000_000, 512, 128)
    assert len(plan) == 5_208_333**2
    assert plan[len(plan) - 1] == Window(1_999_999_488, 1_999_999_488, 512, 512)


@pytest.mark.parametrize("layout", [(0, 10, 8, 0), (10, 0, 8, 0), (10, 10, 0, 0), (10, 10, 8, 8), (10, 10, 8, -1)])
def test_a_layout_that_covers_nothing_is_refused(layout):
    with pytest.raises(ValueError, match="no tiles"):
        plan_tiles(*layout)
