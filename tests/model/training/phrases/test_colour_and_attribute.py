"""Phrases of colour and of map makers' tags."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from phrasegon.model.training.phrases import Objects, Phrase
from phrasegon.model.training.phrases.attribute import attribute_phrase
from phrasegon.model.training.phrases.colour import colour_phrase

# The second and fourth are small: they may stay undecided beside the others.
BOXES = [(8, 8, 38, 38), (8, 60, 20, 75), (60, 8, 90, 30), (60, 60, 72, 72), (100, 100, 120, 120)]
PAINT = {
    "red": (190, 60, 50),
    "blue": (60, 90, 180),
    "green": (60, 150, 70),
    "white": (235, 235, 230),
    "grey": (130, 130, 128),
}

# Red, green and grey in the five languages.
ABSENT = "red|green|grey|rote|grün|graue|roj|verde|gris|rouge|vert|vermelh|cinzent"


def value_of(phrase: Phrase, number: int) -> int:
    top, left, _, _ = BOXES[number]
    return int(phrase.mask[top + 2, left + 2])


def test_each_colour_picks_the_roof_of_that_colour(lay: Callable[..., Objects]) -> None:
    objects = lay(BOXES, colours=PAINT.values())
    spoken = set()
    for seed in range(120):
        phrase = colour_phrase(objects, np.random.default_rng(seed))
        named = [colour for colour in PAINT if phrase and colour in phrase.text.split()]
        if not named:
            continue
        spoken.add(named[0])
        assert [value_of(phrase, number) for number in range(5)] == [int(colour == named[0]) for colour in PAINT]
    assert spoken == set(PAINT)


def test_a_colour_between_two_is_left_undecided(lay: Callable[..., Objects]) -> None:
    # Pinkish: neither clearly red nor clearly not.
    colours = [PAINT["red"], (160, 125, 118), PAINT["blue"], PAINT["blue"], PAINT["blue"]]
    objects = lay(BOXES, colours=colours)
    phrases = [colour_phrase(objects, np.random.default_rng(seed)) for seed in range(60)]
    red = [phrase for phrase in phrases if phrase and "red" in phrase.text.split()]
    assert red
    assert all([value_of(phrase, number) for number in range(5)] == [1, 255, 0, 0, 0] for phrase in red)


def test_a_colour_that_none_has_is_absent(lay: Callable[..., Objects]) -> None:
    objects = lay(BOXES, colours=[PAINT["blue"]] * 4 + [PAINT["white"]])
    for seed in range(30):
        phrase = colour_phrase(objects, np.random.default_rng(seed), absent=True)
        assert re.search(ABSENT, phrase.text), phrase.text
        assert not phrase.mask.any()


def test_dark_ones_are_darker_than_all_others(lay: Callable[..., Objects]) -> None:
    objects = lay(
        BOXES, name="tree", colours=[(30, 40, 30), (120, 140, 110), (115, 140, 112), (125, 140, 110), (200,) * 3]
    )
    for seed in range(30):
        phrase = colour_phrase(objects, np.random.default_rng(seed))
        assert value_of(phrase, 0 if re.search("dark|dunk|oscur|sombre|escur", phrase.text) else 4) == 1
        assert [value_of(phrase, number) for number in (1, 2, 3)] == [0, 0, 0]


TAGS = {
    1: frozenset({"roof:material=concrete", "roof:shape=flat"}),
    2: frozenset({"roof:material=tin", "roof:shape=mixed"}),
    3: frozenset({"roof:material=concrete", "roof:shape=gabled"}),
    5: frozenset({"use=school", "roof:material=tin", "roof:shape=gabled"}),
}


@pytest.mark.parametrize(
    ("word", "values"),
    [
        ("tin", [0, 1, 0, 255, 1]),
        ("concrete", [1, 0, 1, 255, 0]),
        ("flat", [1, 255, 0, 255, 0]),
        ("school", [0, 0, 0, 0, 1]),
    ],
)
def test_tags_pick_their_buildings_and_untagged_ones_stay_open(
    lay: Callable[..., Objects], word: str, values: list[int]
) -> None:
    objects = lay(BOXES, attributes=TAGS)
    phrases = [attribute_phrase(objects, np.random.default_rng(seed)) for seed in range(120)]
    told = [phrase for phrase in phrases if phrase and word in phrase.text]
    assert told
    assert all([value_of(phrase, number) for number in range(5)] == values for phrase in told)


def test_a_tag_is_absent_only_where_every_roof_is_known(lay: Callable[..., Objects]) -> None:
    tin = frozenset({"roof:material=tin"})
    known = lay(BOXES, attributes=dict.fromkeys(range(1, 6), tin))
    partly = lay(BOXES, attributes=dict.fromkeys(range(1, 5), tin))
    phrases = [attribute_phrase(known, np.random.default_rng(seed), absent=True) for seed in range(20)]
    assert all("concrete" in phrase.text or "tile" in phrase.text for phrase in phrases)
    assert all(attribute_phrase(partly, np.random.default_rng(seed), absent=True) is None for seed in range(20))
