"""What holds of every phrase, whatever it goes by."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from phrasegon.model.training.crops import Crop
from phrasegon.model.training.phrases import OUTLINED, Objects, Questions, corpus, find_objects
from phrasegon.model.training.sampling import KINDS
from phrasegon.model.training.sources.picture import NO_DATA, UNKNOWN, legend

SIZE = 128


@pytest.fixture
def street(make_crop: Callable[..., Crop]) -> Crop:
    """Houses along a road, with a strip nobody labelled and a strip without data."""
    rng = np.random.default_rng(2)
    codes = np.zeros((SIZE, SIZE), np.uint8)
    image = rng.integers(60, 200, (SIZE, SIZE, 3), np.uint8)
    codes[60:68] = 2
    codes[120:124], codes[124:] = UNKNOWN, NO_DATA
    instances = np.zeros((SIZE, SIZE), np.uint16)
    for number, column in enumerate(range(4, 120, 16), 1):
        top = int(rng.integers(20, 40))
        at = np.s_[top : top + int(rng.integers(8, 18)), column : column + 10]
        codes[at], instances[at], image[at] = 1, number, rng.integers(30, 255, 3)
    return make_crop(codes, {"building": legend((1,)), "road": legend((2,)), "water": legend((3,))}, image=image)


def test_phrases_are_lower_case_in_the_corpus_and_have_an_object(street: Crop) -> None:
    sayable = set(corpus())
    for seed in range(40):
        questions = Questions(street, np.random.default_rng(seed))
        for name in ("building", "road"):
            for kind in KINDS[name]:
                phrase = questions.present(name, kind)
                if phrase is None:
                    continue
                assert phrase.text in sayable
                assert phrase.text == phrase.text.lower()
                assert phrase.target == name
                assert phrase.kind == kind
                assert np.any(phrase.mask == 1)
                assert np.all(phrase.mask[120:] == 255)
                # Nothing outside the class is ever meant.
                assert np.all(street.answer(name)[phrase.mask == 1] == 1)


def test_absence_is_not_claimed_where_something_is_unknown(street: Crop) -> None:
    questions = Questions(street, np.random.default_rng(0))
    assert questions.absent("water") is None
    assert questions.absent("building") is None


def test_a_class_that_is_not_there_is_absent(make_crop: Callable[..., Crop]) -> None:
    codes = np.zeros((SIZE, SIZE), np.uint8)
    codes[:10] = NO_DATA
    crop = make_crop(codes, {"water": legend((3,))})
    phrase = Questions(crop, np.random.default_rng(0)).absent("water")
    assert phrase.kind == "absent"
    assert "water" in phrase.text
    assert set(np.unique(phrase.mask[10:])) == {0}
    assert set(np.unique(phrase.mask[:10])) == {255}


def test_tiny_objects_are_neither_object_nor_background(make_crop: Callable[..., Crop]) -> None:
    codes = np.zeros((SIZE, SIZE), np.uint8)
    codes[10:11, 10:21] = 1
    codes[20:22, 10:16] = 1
    codes[40:60, 40:60] = 1
    phrase = Questions(make_crop(codes, {"building": legend((1,))}), np.random.default_rng(0)).present(
        "building", "class"
    )
    assert np.all(phrase.mask[10, 10:21] == 255)
    assert np.all(phrase.mask[20:22, 10:16] == 1)
    assert (phrase.mask == 1).sum() == 400 + 12


def test_instances_that_touch_are_two_objects(make_crop: Callable[..., Crop]) -> None:
    codes, instances = np.zeros((SIZE, SIZE), np.uint8), np.zeros((SIZE, SIZE), np.uint16)
    codes[10:30, 10:50] = 1
    instances[10:30, 10:25], instances[10:30, 25:50] = 7, 9
    legends = {"building": legend((1,))}
    assert len(find_objects(make_crop(codes, legends, instances=instances), "building")) == 2
    assert len(find_objects(make_crop(codes, legends), "building")) == 1


def test_houses_that_touch_are_measured_whole_and_parted_in_the_mask(lay: Callable[..., Objects]) -> None:
    objects = lay([(20, 20, 60, 60), (20, 60, 60, 100)])
    assert objects.area.tolist() == [1600, 1600]
    assert objects.boxes.tolist() == [[20, 20, 60, 60], [20, 60, 60, 100]]
    for mask in (objects.mask, objects.paint(np.ones(2, bool), np.zeros(2, bool))):
        assert not mask[20:60, 59:61].any()
        assert mask[20:60, 20:57].all()
        assert mask[20:60, 63:100].all()


def test_the_corpus_is_large_lower_case_and_without_repeats() -> None:
    phrases = corpus()
    assert len(phrases) > 3000
    assert len(set(phrases)) == len(phrases)
    assert all(phrase == phrase.lower().strip() for phrase in phrases)
    assert not any("{" in phrase for phrase in phrases)


def test_a_class_known_by_boxes_is_asked_with_the_boxes_of_the_asked(make_crop: Callable[..., Crop]) -> None:
    laid = {1: (10, 10, 20, 30), 2: (80, 20, 95, 30), 3: (90, 90, 110, 120)}
    codes, instances = np.zeros((SIZE, SIZE), np.uint8), np.zeros((SIZE, SIZE), np.uint16)
    for number, (top, left, bottom, right) in laid.items():
        codes[top:bottom, left:right], instances[top:bottom, left:right] = 1, number
    crop = make_crop(codes, {"car": legend((1,))}, instances=instances, boxed=frozenset(("car",)))
    for seed in range(20):
        questions = Questions(crop, np.random.default_rng(seed))
        for kind in KINDS["car"]:
            phrase = questions.present("car", kind)
            painted = np.zeros((SIZE, SIZE), np.uint8)
            for top, left, bottom, right in phrase.boxes:
                painted[top:bottom, left:right] = 1
            assert np.array_equal(painted, phrase.mask == 1), phrase.text
        assert len(questions.present("car", "class").boxes) == 3
        assert questions.absent("car").boxes.shape == (0, 4)
        assert all(questions.present("car", kind) is None for kind in OUTLINED)
