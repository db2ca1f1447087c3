"""A point lies on the object, the same one every time, and is kept back where colours tell too little."""

from __future__ import annotations

import numpy as np
import pytest

from phrasegon.model.prompting import MIN_CONFIDENCE, Box, find_point, foreground_point

from .conftest import GRASS, ROOF, SHAPES, SIDE, corner, disc, draw, ring


def test_the_point_lies_on_the_object(scene) -> None:
    point = foreground_point(scene.tile, scene.box)
    assert point is not None
    assert scene.holds(point)
    assert MIN_CONFIDENCE <= point.confidence <= 1
    assert 0 < point.convexity <= 1


def test_boxes_that_are_a_little_off_give_points_on_the_object_or_none(scene) -> None:
    exact, rng = scene.box, np.random.default_rng(0)
    kept = []
    for left, top, right, bottom in rng.uniform(-0.06, 0.06, (12, 4)):
        box = Box(
            exact.left + left * exact.width,
            exact.top + top * exact.height,
            exact.right + right * exact.width,
            exact.bottom + bottom * exact.height,
        )
        if (point := foreground_point(scene.tile, box)) is not None:
            kept.append(scene.holds(point))
    assert len(kept) >= 3
    assert all(kept)


def test_the_centre_of_a_disc_is_found_to_a_pixel() -> None:
    scene = draw(disc(20, x=50.5, y=71.5))
    point = foreground_point(scene.tile, scene.box)
    assert (point.x, point.y) == pytest.approx((50.5, 71.5), abs=1)
    assert point.convexity > 0.95


@pytest.mark.parametrize(
    ("shape", "place", "confidence", "convexity"),
    [
        ("disc", (64.0, 64.0), 0.915, 0.976),
        ("ring", (97.5, 43.7), 0.230, 0.852),
        ("corner", (44.8, 83.2), 0.395, 0.836),
        ("bend", (32.5, 89.5), 0.228, 0.581),
    ],
)
def test_points_stay_where_they_were(shape: str, place, confidence: float, convexity: float) -> None:
    scene = draw(SHAPES[shape]())
    point = find_point(scene.tile, scene.box).point
    assert (point.x, point.y) == pytest.approx(place, abs=1.5)
    assert (point.confidence, point.convexity) == pytest.approx((confidence, convexity), abs=0.02)


def test_a_large_object_is_looked_at_smaller_and_its_point_is_in_tile_pixels() -> None:
    scene = draw(disc(240, side=640, x=300, y=330))
    steps = find_point(scene.tile, scene.box)
    assert max(steps.picture.shape[:2]) == 128
    assert (steps.point.x, steps.point.y) == pytest.approx((300, 330), abs=6)


def test_what_comes_before_does_not_change_the_point() -> None:
    scene = draw(ring())
    np.random.seed(1)  # noqa: NPY002 (the global generator is what must not matter)
    first = foreground_point(scene.tile, scene.box)
    np.random.seed(2)  # noqa: NPY002
    assert foreground_point(scene.tile.copy(), scene.box) == first


def test_swapping_the_colours_of_object_and_ground_keeps_the_point() -> None:
    mask = corner()
    points = [
        foreground_point(scene.tile, scene.box)
        for scene in (draw(mask, noise=0), draw(mask, colour=GRASS, ground=ROOF, noise=0))
    ]
    assert (points[0].x, points[0].y) == pytest.approx((points[1].x, points[1].y), abs=1)


def test_an_object_whose_colour_prevails_around_it_is_found() -> None:
    # Roofs among roofs: most of what surrounds the box is roof, but less than of what is in its middle.
    mask = disc(30)
    scene = draw(mask)
    neighbours = np.ones_like(mask)
    neighbours[30:98, 30:98] = False
    neighbours[:, :50] = False
    crowded = draw(mask | neighbours)
    point = find_point(crowded.tile, scene.box).point
    assert scene.holds(point)


def test_of_two_pieces_the_central_large_one_is_taken() -> None:
    large, small = disc(22, x=70, y=64), disc(7, x=26, y=64)
    scene = draw(large | small)
    point = foreground_point(scene.tile, scene.box)
    assert large[int(point.y), int(point.x)]


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(Box(20, 20, 27.5, 90), id="narrow"),
        pytest.param(Box(-40, 10, 0, 60), id="beside the tile"),
        pytest.param(Box(SIDE - 5, 10, SIDE + 60, 60), id="hardly on the tile"),
        pytest.param(Box(50, 50, 50, 50), id="empty"),
    ],
)
def test_a_box_that_shows_too_little_gives_no_point(box: Box) -> None:
    assert find_point(draw(disc(40)).tile, box) is None


@pytest.mark.parametrize("side", [SIDE, 5 * SIDE + 3])
def test_a_single_colour_gives_no_point(side: int) -> None:
    assert find_point(np.full((3, side, side), 77, np.uint8), Box(20, 20, side - 20, side - 20)) is None


def test_where_colours_are_the_same_inside_and_outside_the_point_is_kept_back() -> None:
    nothing = draw(np.zeros((SIDE, SIDE), bool), noise=20)
    box = Box(30, 30, 100, 100)
    assert find_point(nothing.tile, box).point.confidence < MIN_CONFIDENCE
    assert foreground_point(nothing.tile, box) is None


def test_a_box_over_the_edge_of_the_tile_gives_a_point_on_the_tile() -> None:
    scene = draw(disc(40, x=0.5, y=64))
    point = foreground_point(scene.tile, Box(-40, 24, 41, 104))
    assert scene.holds(point)


def test_the_steps_fit_together() -> None:
    scene = draw(ring())
    steps = find_point(scene.tile, scene.box)
    assert not (steps.best & ~steps.foreground).any()
    assert np.array_equal(steps.regions > 0, steps.foreground)
    assert np.array_equal(steps.depth > 0, steps.foreground)
    assert steps.clusters.shape == steps.picture.shape[:2] == steps.window.shape
