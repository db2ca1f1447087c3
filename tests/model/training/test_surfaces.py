"""Another surface changes one class's look, and nothing of where things are."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scipy import ndimage

from phrasegon.model.training.crops import Crop
from phrasegon.model.training.sources.picture import NO_DATA, legend
from phrasegon.model.training.surfaces import resurfaced

WATER, ROAD, HOUSE = 1, 2, 3
DRAWS = 200


@pytest.fixture
def crop(make_crop: Callable[..., Crop]) -> Crop:
    """A lake, a street and two houses on grass; the last rows show nothing."""
    codes = np.zeros((96, 96), np.uint8)
    codes[8:48, 8:48], codes[60:68], codes[10:30, 60:74], codes[10:30, 78:90] = WATER, ROAD, HOUSE, HOUSE
    codes[88:] = NO_DATA
    instances = np.zeros((96, 96), np.uint16)
    instances[10:30, 60:74], instances[10:30, 78:90] = 1, 2
    image = np.random.default_rng(0).integers(80, 120, (96, 96, 3)).astype(np.uint8)
    image[88:] = 0
    legends = {"water": legend((WATER,)), "road": legend((ROAD,)), "building": legend((HOUSE,))}
    return make_crop(codes, legends, image=image, instances=instances)


def drawn(crop: Crop) -> list[np.ndarray]:
    return [resurfaced(crop, np.random.default_rng(number)) for number in range(DRAWS)]


def changed(crop: Crop, image: np.ndarray) -> np.ndarray:
    return (image != crop.image).any(axis=2)


def test_one_class_changes_at_a_time_and_often_none(crop: Crop) -> None:
    seen = set()
    for image in drawn(crop):
        touched = changed(crop, image)
        names = [name for name in crop.picture.legends if touched[ndimage.binary_erosion(crop.answer(name) == 1)].any()]
        assert len(names) <= 1
        if names:
            # A seam of a pixel belongs to both sides.
            assert not touched[~ndimage.binary_dilation(crop.answer(names[0]) == 1, np.ones((3, 3)))].any()
        seen.update(names or ["nothing"])
    assert seen == {"nothing", "water", "road", "building"}


def test_what_shows_nothing_stays_black_and_nothing_else_becomes_so(crop: Crop) -> None:
    for image in drawn(crop):
        assert np.array_equal(image.any(axis=2), crop.visible)


def test_water_has_many_colours(crop: Crop) -> None:
    lake = ndimage.binary_erosion(crop.answer("water") == 1, iterations=2)
    colours = np.array([image[lake].mean(axis=0) for image in drawn(crop) if changed(crop, image)[lake].any()])
    brightness = colours.mean(axis=1)
    assert brightness.min() < 20
    assert brightness.max() > 120
    assert len(np.unique(colours.argmax(axis=1))) > 1


def test_roofs_change_one_by_one(crop: Crop) -> None:
    roofs = [ndimage.binary_erosion(crop.instances == number, iterations=2) for number in (1, 2)]
    patterns = {tuple(bool(changed(crop, image)[roof].any()) for roof in roofs) for image in drawn(crop)}
    assert patterns == {(False, False), (True, False), (False, True), (True, True)}


def test_boxes_are_no_outlines_to_paint(make_crop: Callable[..., Crop]) -> None:
    codes = np.full((32, 32), HOUSE, np.uint8)
    crop = make_crop(codes, {"building": legend((HOUSE,))}, boxed=frozenset({"building"}))
    assert not any(changed(crop, image).any() for image in drawn(crop))
