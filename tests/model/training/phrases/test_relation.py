"""Phrases about what is around an object."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from phrasegon.model.training.crops import Crop
from phrasegon.model.training.phrases import Objects, Phrase, find_objects
from phrasegon.model.training.phrases.relation import relation_phrase
from phrasegon.model.training.sources.picture import legend

SIZE = 128
LEGENDS = {"water": legend((1,)), "road": legend((2,)), "vegetation": legend((3,)), "bare land": legend((4,))}
SEEDS = range(60)


def told(objects: Objects, pattern: str) -> list[Phrase]:
    phrases = [relation_phrase(objects, np.random.default_rng(seed)) for seed in SEEDS]
    return [phrase for phrase in phrases if phrase and re.search(pattern, phrase.text)]


def ponds(make_crop: Callable[..., Crop]) -> Objects:
    """A road down column 20; ponds right beside it, 12 pixels off, and far away in a green ring."""
    codes = np.full((SIZE, SIZE), 4, np.uint8)
    codes[:, 18:22] = 2
    codes[10:30, 24:40] = 1
    codes[55:65, 30:42] = 1
    codes[80:112, 75:115] = 3
    codes[90:102, 85:105] = 1
    return find_objects(make_crop(codes, LEGENDS, gsd=1.0), "water")


@pytest.mark.parametrize(
    ("pattern", "values"),
    [
        (r"(near|next to|beside|close to) the (road|street)", [1, 255, 0]),
        (r"(far|away) from the (road|street)", [0, 255, 1]),
        ("(surrounded by|in the middle of) .*(vegetation|plants|green)", [0, 0, 1]),
        ("(surrounded by|in the middle of) .*(bare|barren|unpaved)", [1, 1, 0]),
    ],
    ids=["near", "far", "in the green", "in the bare"],
)
def test_distances_and_surroundings_are_those_of_the_map(
    make_crop: Callable[..., Crop], pattern: str, values: list[int]
) -> None:
    phrases = told(ponds(make_crop), pattern)
    assert phrases
    for phrase in phrases:
        assert [int(phrase.mask[at]) for at in ((20, 30), (60, 35), (95, 95))] == values, phrase.text


def test_what_stands_alone_has_no_neighbour_within_its_own_size(lay: Callable[..., Objects]) -> None:
    objects = lay([(10, 10, 30, 30), (10, 33, 30, 50), (33, 10, 50, 30), (90, 90, 110, 110)])
    phrases = told(objects, "alone|isolated|detached")
    assert phrases
    assert all(
        phrase.mask[100, 100] == 1 and phrase.mask[20, 20] == 0 and phrase.mask[40, 20] == 0 for phrase in phrases
    )


@pytest.mark.parametrize(("word", "values"), [("left", [1, 0, 0]), ("right", [0, 1, 0]), ("below", [0, 0, 1])])
def test_beside_the_largest(lay: Callable[..., Objects], word: str, values: list[int]) -> None:
    objects = lay([(40, 40, 80, 80), (50, 5, 60, 20), (50, 100, 62, 115), (100, 50, 110, 70)])
    phrases = told(objects, f"{word} .*largest")
    assert phrases
    for phrase in phrases:
        assert [int(phrase.mask[at]) for at in ((55, 10), (55, 105), (105, 60))] == values
        assert phrase.mask[60, 60] == 0
