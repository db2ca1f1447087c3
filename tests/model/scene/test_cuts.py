"""Cut-outs show every object once, large enough, neighbours together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasegon.model.scene.cuts import LEAST_SHARE, SIDES, SMALLEST, plan_cuts
from phrasegon.model.scene.raster import open_scene

WIDTH, HEIGHT = 900, 700


@st.composite
def some_boxes(draw):
    def box():
        left, right = sorted(draw(st.lists(st.floats(0, WIDTH), min_size=2, max_size=2, unique=True)))
        top, bottom = sorted(draw(st.lists(st.floats(0, HEIGHT), min_size=2, max_size=2, unique=True)))
        return left, top, right, bottom

    return np.array([box() for _ in range(draw(st.integers(0, 12)))]).reshape(-1, 4)


@given(some_boxes(), st.sampled_from([64, 256, 1024]))
def test_every_object_lies_whole_in_one_cut_out(boxes, picture):
    cuts = plan_cuts(boxes, WIDTH, HEIGHT, picture)
    assert sorted(number for cut in cuts for number in cut.objects) == list(range(len(boxes)))
    for cut in cuts:
        seen = cut.seen(boxes[list(cut.objects)])
        assert (seen >= -1e-6).all()
        assert (seen <= cut.pixels + 1e-6).all()
        assert cut.pixels <= 2 * max(picture, SMALLEST)


@given(some_boxes())
def test_an_object_takes_a_fair_part_of_its_cut_out(boxes):
    lengths = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    for cut in plan_cuts(boxes, WIDTH, HEIGHT, 1024):
        shares = lengths[list(cut.objects)] / cut.side
        assert shares.max() >= 1 / SIDES - 0.01 or cut.side <= SMALLEST
        assert shares.min() >= LEAST_SHARE - 0.01 or cut.side <= SMALLEST / LEAST_SHARE / SIDES


def test_neighbours_of_a_size_share_and_others_do_not():
    near = [[300, 300, 400, 400], [410, 300, 510, 400]]
    far, large, small = [700, 300, 800, 400], [280, 280, 600, 600], [300, 405, 340, 445]
    cuts = plan_cuts(np.array([*near, far, large, small], float), WIDTH, HEIGHT, 1024)
    assert sorted(sorted(cut.objects) for cut in cuts) == [[0, 1], [2], [3], [4]]


def test_cut_outs_stay_inside_a_scene_that_is_large_enough():
    corners = np.array([[0, 0, 80, 80], [820, 620, 900, 700]], float)
    for cut in plan_cuts(corners, WIDTH, HEIGHT, 1024):
        assert 0 <= cut.left <= WIDTH - cut.side
        assert 0 <= cut.top <= HEIGHT - cut.side


@pytest.fixture
def ramp(write_scene):
    columns = np.broadcast_to(np.arange(1, 201, dtype=np.uint8), (150, 200))
    return write_scene(columns.copy())


def test_a_cut_out_shows_what_lies_there(ramp):
    with open_scene(ramp, bands=(1, 2, 3), stretch=((0, 255),) * 3) as scene:
        (cut,) = plan_cuts(np.array([[100, 20, 140, 60]], float), 200, 150, 1024)
        rgb, valid = cut.read(scene)
        assert valid.all()
        assert rgb.shape == (3, cut.pixels, cut.pixels)
        np.testing.assert_allclose(rgb[0, 0], np.arange(cut.left, cut.left + cut.side) + 1, atol=1)
        assert cut.transform(scene) @ (0, 0) == scene.transform @ (cut.left, cut.top)


def test_a_large_cut_out_is_shrunk_by_means(ramp):
    with open_scene(ramp, bands=(1, 2, 3), stretch=((0, 255),) * 3) as scene:
        (cut,) = plan_cuts(np.array([[40, 20, 160, 120]], float), 200, 150, 32)
        assert cut.factor == 6
        rgb, valid = cut.read(scene)
        assert rgb.shape == (3, cut.pixels, cut.pixels)
        known = valid[cut.pixels // 2]
        middles = cut.left + 6 * np.arange(cut.pixels) + 3.5
        np.testing.assert_allclose(rgb[0, cut.pixels // 2][known], middles[known], atol=1.5)
        assert cut.transform(scene) @ (1, 1) == scene.transform @ (cut.left + 6, cut.top + 6)
        assert not valid[-1].any() or cut.top + cut.side <= 150
