"""Pasted objects are whole, lie on free ground, and carry their labels and colours along."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from phrasegon.model.training.crops import Crop
from phrasegon.model.training.paste import pasted
from phrasegon.model.training.sources.picture import NO_DATA, legend

SIZE = 96
GROUND, ROOF, FOREIGN = 90, 160, 230
BUILDING = {"building": legend((1,))}
TIN = frozenset({"roof:material=tin"})

Box = tuple[int, int, int, int]


@pytest.fixture
def town(make_crop: Callable[..., Crop]) -> Callable[..., Crop]:
    """A crop of L-shaped buildings in boxes."""

    def lay(boxes: list[Box], roof: int, **more: object) -> Crop:
        codes, instances = np.zeros((SIZE, SIZE), np.uint8), np.zeros((SIZE, SIZE), np.uint16)
        for number, (top, left, bottom, right) in enumerate(boxes, start=1):
            for at in (np.s_[top:bottom, left : left + 5], np.s_[bottom - 5 : bottom, left:right]):
                codes[at], instances[at] = 1, number
        image = np.repeat(np.where(instances > 0, roof, GROUND).astype(np.uint8)[..., None], 3, axis=2)
        codes[SIZE - 10 :] = NO_DATA
        return make_crop(codes, BUILDING, image=image, instances=instances, **more)

    return lay


@pytest.fixture
def crop(town: Callable[..., Crop]) -> Crop:
    return town([(5, 5, 25, 25), (40, 40, 60, 60)], ROOF, attributes={1: TIN, 700: TIN})


@pytest.fixture
def donor(town: Callable[..., Crop]) -> Crop:
    """The third building reaches over the edge."""
    return town([(10, 10, 30, 24), (50, 30, 62, 60), (20, 80, 40, 96)], FOREIGN, attributes={2: TIN})


def many(crop: Crop, donor: Crop) -> Iterator[Crop]:
    yield from (pasted(crop, donor, np.random.default_rng(number)) for number in range(40))


def test_whole_objects_come_under_new_ids(crop: Crop, donor: Crop) -> None:
    sizes = {int(n): int((donor.instances == n).sum()) for n in (1, 2)}
    seen = 0
    for made in many(crop, donor):
        new = set(np.unique(made.instances)) - {0, 1, 2}
        seen += len(new)
        assert all(number > 700 for number in new)
        assert all(int((made.instances == number).sum()) in sizes.values() for number in new)
    assert seen > 40


def test_what_was_there_stays(crop: Crop, donor: Crop) -> None:
    for made in many(crop, donor):
        old = crop.instances > 0
        assert np.array_equal(made.instances[old], crop.instances[old])
        assert np.array_equal(made.visible, crop.visible)
        assert np.array_equal(made.image[old], crop.image[old])


def test_labels_lie_on_the_colours_they_came_with(crop: Crop, donor: Crop) -> None:
    for made in many(crop, donor):
        new = made.instances > 700
        assert np.array_equal(made.answer("building") == 1, made.instances > 0)
        # The soft edge mixes: beyond the middle it is the object on its own pixels only.
        assert np.all(made.image[new] > (GROUND + FOREIGN) / 2 - 20)
        assert np.all(made.image[~new & (crop.instances == 0)] < (GROUND + FOREIGN) / 2 + 20)


def test_tags_follow_their_building(crop: Crop, donor: Crop) -> None:
    tagged = int((donor.instances == 2).sum())
    for made in many(crop, donor):
        for number in set(np.unique(made.instances)) - {0, 1, 2}:
            has = int((made.instances == number).sum()) == tagged
            assert made.picture.attributes.get(int(number)) == (TIN if has else None)
    assert crop.picture.attributes == {1: TIN, 700: TIN}


def test_nothing_is_pasted_across_scales_or_classes(
    crop: Crop, donor: Crop, town: Callable[..., Crop], make_crop: Callable[..., Crop]
) -> None:
    coarse = town([(10, 10, 30, 24)], FOREIGN, gsd=1.0)
    other = make_crop(donor.codes, {"field": legend((1,))}, instances=donor.instances)
    rng = np.random.default_rng(0)
    assert pasted(crop, coarse, rng) is crop
    assert pasted(crop, other, rng) is crop


def test_colours_are_not_made_before_they_are_asked_for(crop: Crop, donor: Crop) -> None:
    made = next(each for each in many(crop, donor) if each is not crop)
    assert "image" not in vars(crop)
    assert "image" not in vars(donor)
    assert made.image.shape == (SIZE, SIZE, 3)
