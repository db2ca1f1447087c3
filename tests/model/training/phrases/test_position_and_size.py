"""Phrases of place and size, checked against the boxes they were made from."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from phrasegon.model.training.phrases import Objects
from phrasegon.model.training.phrases.position import position_phrase
from phrasegon.model.training.phrases.size import size_phrase

SIZE = 128
SIDES = {
    "left": lambda row, column: column < 0.5,
    "right": lambda row, column: column > 0.5,
    "upper": lambda row, column: row < 0.5,
    "top": lambda row, column: row < 0.5,
    "lower": lambda row, column: row > 0.5,
    "bottom": lambda row, column: row > 0.5,
}
MANY = 40


def answers(boxes: list[tuple[int, int, int, int]], mask: np.ndarray) -> list[int]:
    """The value of the mask in each box, which must be the same all over it."""
    found = [np.unique(mask[top:bottom, left:right]) for top, left, bottom, right in boxes]
    assert all(len(values) == 1 for values in found)
    return [int(values[0]) for values in found]


def test_place_words_hold_of_the_chosen_and_of_no_other(
    lay: Callable[..., Objects], rows_of_boxes: Callable, seed: int
) -> None:
    boxes, rng = rows_of_boxes(seed), np.random.default_rng(seed)
    objects = lay(boxes)
    texts = set()
    for _ in range(MANY):
        phrase = position_phrase(objects, rng)
        assert phrase is not None
        texts.add(phrase.text)
        words = set(re.findall(r"\w+", phrase.text)) & set(SIDES)
        assert words
        for box, value in zip(boxes, answers(boxes, phrase.mask), strict=True):
            row, column = (box[0] + box[2]) / 2 / SIZE, (box[1] + box[3]) / 2 / SIZE
            if value != 255:
                assert all(SIDES[word](row, column) for word in words) == (value == 1), phrase.text
    assert len(texts) > 5


def test_one_object_alone_in_its_corner_is_spoken_of_in_the_singular(lay: Callable[..., Objects]) -> None:
    objects = lay([(5, 5, 25, 25), (90, 90, 120, 120), (95, 60, 120, 80)])
    phrases = [position_phrase(objects, np.random.default_rng(seed)) for seed in range(60)]
    corner = [phrase for phrase in phrases if "upper left" in phrase.text or "top left" in phrase.text]
    assert corner
    assert all(re.match(r"the (building|house) ", phrase.text) for phrase in corner)


@pytest.mark.parametrize("across", [(60, 50, 70, 78), (60, 40, 64, 126), (60, 2, 64, 88)])
def test_an_object_across_the_middle_is_left_undecided(lay: Callable[..., Objects], across: tuple) -> None:
    boxes = [(10, 5, 30, 30), across, (100, 100, 120, 120)]
    objects = lay(boxes)
    phrases = [position_phrase(objects, np.random.default_rng(seed)) for seed in range(60)]
    told = [phrase for phrase in phrases if re.search(r"(on|at) the (left|right)( side)?$", phrase.text)]
    assert told
    assert all(answers(boxes, phrase.mask)[1] == 255 for phrase in told)


def test_nothing_is_told_of_a_place_all_are_in(lay: Callable[..., Objects]) -> None:
    objects = lay([(5, 5, 20, 20), (30, 30, 45, 45)])
    assert position_phrase(objects, np.random.default_rng(0)) is None


def test_an_absent_place_holds_none_of_them(lay: Callable[..., Objects]) -> None:
    objects = lay([(5, 5, 20, 20), (30, 30, 45, 45)])
    for seed in range(20):
        phrase = position_phrase(objects, np.random.default_rng(seed), absent=True)
        assert phrase.kind == "absent"
        assert not phrase.mask.any()
        assert re.search("right|lower|bottom", phrase.text)


def test_size_words_hold_of_the_chosen_and_of_no_other(
    lay: Callable[..., Objects], rows_of_boxes: Callable, seed: int
) -> None:
    boxes, rng = rows_of_boxes(seed), np.random.default_rng(seed)
    objects = lay(boxes)
    areas = np.array([(box[2] - box[0]) * (box[3] - box[1]) for box in boxes])
    for _ in range(MANY):
        phrase = size_phrase(objects, rng)
        if phrase is None:
            continue
        values = np.array(answers(boxes, phrase.mask))
        chosen, others = areas[values == 1], areas[values == 0]
        if re.search("largest|biggest|smallest", phrase.text):
            assert len(chosen) == 1
            assert 255 not in values
        if re.search("larg|big|groß|grand", phrase.text):
            assert chosen.min() >= 1.35 * others.max()
        else:
            assert chosen.max() * 1.35 <= others.min()


def test_the_largest_of_two_is_found(lay: Callable[..., Objects]) -> None:
    boxes = [(10, 10, 40, 40), (60, 60, 80, 80)]
    phrases = [size_phrase(lay(boxes), np.random.default_rng(seed)) for seed in range(20)]
    assert {re.search("largest|biggest|smallest", phrase.text)[0] for phrase in phrases} == {
        "largest",
        "biggest",
        "smallest",
    }
    for phrase in phrases:
        assert answers(boxes, phrase.mask) == ([0, 1] if "smallest" in phrase.text else [1, 0])


@pytest.mark.parametrize(
    "boxes",
    [
        [(10, 10, 30, 30), (60, 60, 81, 80)],
        [(10, 10, 30, 30)],
        # Unseen parts: the smallest may go on over the edge, the largest is no larger by far.
        [(10, 10, 40, 40), (50, 50, 85, 80), (0, 100, 10, 110)],
    ],
    ids=["alike", "alone", "cut off"],
)
def test_ambiguous_sizes_are_not_asked(lay: Callable[..., Objects], boxes: list) -> None:
    objects = lay(boxes)
    assert all(size_phrase(objects, np.random.default_rng(seed)) is None for seed in range(30))
