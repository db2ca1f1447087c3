"""Cutting keeps labels and colours on the same ground at every scale and turn."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from phrasegon.model.training.crops import Crop, Turn, cut, oblique, oblique_side
from phrasegon.model.training.sources.picture import NO_DATA, Picture, legend, make_picture

TURNS = [Turn(quarters, flipped) for quarters in range(4) for flipped in (False, True)]


@pytest.fixture
def blobs() -> Picture:
    """Smooth blobs whose colour tells their label: 220 inside, 30 outside."""
    inside = ndimage.gaussian_filter(np.random.default_rng(1).normal(size=(300, 420)), 14) > 0
    return make_picture(
        source="drawn",
        place="here",
        image=np.repeat(np.where(inside, 220, 30).astype(np.uint8)[..., None], 3, axis=2),
        codes=inside.astype(np.uint8),
        gsd=0.1,
        gsd_range=(0.1, 0.8),
        legends={"building": legend((1,))},
        exhaustive=frozenset(["building"]),
        instances=inside.astype(np.uint16),
    )


@pytest.mark.parametrize("gsd", [0.07, 0.1, 0.13, 0.2, 0.27, 0.31])
@pytest.mark.parametrize("turn", TURNS, ids=str)
def test_labels_lie_on_their_colours(blobs: Picture, gsd: float, turn: Turn) -> None:
    crop = cut(blobs, (140, 230), gsd, 90, turn)
    bright = crop.image[..., 0] > 125
    # Pixels on an edge mix both colours: they may fall either way.
    sure = ndimage.binary_erosion(bright, iterations=2) | ndimage.binary_erosion(~bright, iterations=2)
    assert sure.mean() > 0.6
    assert np.mean((crop.codes == 1)[sure] == bright[sure]) > 0.995
    assert np.array_equal(crop.instances > 0, crop.codes == 1)


@pytest.mark.parametrize("degrees", [0, 7, 30, 45, 62.5, 90])
def test_turned_by_any_angle_labels_still_lie_on_their_colours(blobs: Picture, degrees: float) -> None:
    wide = cut(blobs, (140, 230), 0.13, oblique_side(90, degrees))
    crop = oblique(wide, degrees, 90)
    assert crop.codes.shape == crop.instances.shape == crop.image.shape[:2] == (90, 90)
    assert crop.visible_share > 0.999
    bright = crop.image[..., 0] > 125
    sure = ndimage.binary_erosion(bright, iterations=2) | ndimage.binary_erosion(~bright, iterations=2)
    assert np.mean((crop.codes == 1)[sure] == bright[sure]) > 0.99
    assert np.array_equal(crop.instances > 0, crop.codes == 1)
    # The middle stays, and the ground is turned around it.
    back = np.asarray(Image.fromarray(crop.codes).rotate(-degrees))[25:65, 25:65]
    there = (wide.size - 90) // 2 + 25
    assert np.mean(back == wide.codes[there : there + 40, there : there + 40]) > 0.93


def test_a_turned_crop_says_where_its_picture_ends(blobs: Picture) -> None:
    crop = oblique(cut(blobs, (150, 210), 0.15, oblique_side(256, 45)), 45, 256)
    assert 0.3 < crop.visible_share < 0.9
    assert not crop.image[~crop.visible].any()
    assert not crop.instances[~crop.visible].any()


def test_at_its_own_scale_a_crop_is_a_window(blobs: Picture) -> None:
    crop = cut(blobs, (100, 200), 0.1, 64)
    assert np.array_equal(crop.image, blobs.levels[0].image[68:132, 168:232])
    assert np.array_equal(crop.codes, blobs.levels[0].codes[68:132, 168:232])


def test_a_window_over_the_edge_is_pushed_inside(blobs: Picture) -> None:
    crop = cut(blobs, (0, 419), 0.1, 64)
    assert np.array_equal(crop.codes, blobs.levels[0].codes[:64, -64:])


def test_what_the_picture_does_not_show_has_no_data(blobs: Picture) -> None:
    crop = cut(blobs, (150, 210), 0.15, 256)
    unseen = ~crop.visible
    # 256 pixels of 0.15 m are 384 rows of 0.1 m, of which the picture has 300.
    assert unseen.mean() == pytest.approx(1 - 300 / 384, abs=0.01)
    assert not crop.image[ndimage.binary_erosion(unseen, iterations=2)].any()
    assert crop.visible_share == pytest.approx(300 / 384, abs=0.01)
    assert not crop.instances[unseen].any()


def test_absence_needs_an_exhaustive_source_and_no_unknown_pixel(make_crop: Callable[..., Crop]) -> None:
    codes = np.zeros((32, 32), np.uint8)
    codes[:4] = NO_DATA
    legends = {"road": legend((1,)), "water": legend((2,), unknown=(3,))}
    assert make_crop(codes, legends).lacks("water")
    assert not make_crop(codes, legends).lacks("building")
    codes[20, 20] = 3
    crop = make_crop(codes, legends)
    assert crop.lacks("road")
    assert not crop.lacks("water")


def test_houses_that_share_a_wall_are_parted_in_the_mask_and_trees_are_not(make_crop: Callable[..., Crop]) -> None:
    codes = np.zeros((64, 64), np.uint8)
    instances = np.zeros((64, 64), np.uint16)
    codes[10:50, 10:50] = 1
    instances[10:50, 10:30], instances[10:50, 30:50] = 9, 4
    crop = make_crop(codes, {"building": legend((1,)), "tree": legend((1,))}, instances=instances)
    parts, count = ndimage.label(crop.parted("building"))
    assert count == 2
    assert parts[20, 20] != parts[20, 40]
    lost = np.flatnonzero((codes != crop.parted("building")).any(axis=0))
    assert lost.tolist() == [28, 29, 30, 31]
    assert np.array_equal(crop.parted("tree"), codes)


def test_a_house_by_itself_keeps_all_of_its_mask(make_crop: Callable[..., Crop]) -> None:
    codes = np.zeros((64, 64), np.uint8)
    codes[10:30, 10:30] = codes[10:30, 40:60] = 1
    instances = np.where(np.arange(64) < 35, 1, 2).astype(np.uint16) * (codes > 0)
    crop = make_crop(codes, {"building": legend((1,))}, instances=instances.astype(np.uint16))
    assert np.array_equal(crop.parted("building"), codes)


def test_a_pool_beside_a_house_takes_nothing_of_it(make_crop: Callable[..., Crop]) -> None:
    codes = np.zeros((64, 64), np.uint8)
    codes[10:50, 10:30], codes[10:50, 30:50] = 1, 2
    legends = {"building": legend((1,)), "swimming pool": legend((2,))}
    crop = make_crop(codes, legends, instances=codes.astype(np.uint16))
    assert np.array_equal(crop.parted("building"), crop.answer("building"))
