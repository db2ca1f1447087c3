"""Phrases of outline and of number."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from phrasegon.model.training.crops import Crop
from phrasegon.model.training.phrases import Objects, Questions, find_objects
from phrasegon.model.training.phrases.count import count_phrase
from phrasegon.model.training.phrases.shape import shape_phrase
from phrasegon.model.training.sources.picture import UNKNOWN, legend

SIZE = 128
FIELD = {"field": legend((1,))}
MIDDLES = {"bar": (14, 60), "slanted": (60, 100), "square": (60, 22), "disc": (100, 24), "angle": (104, 60)}


def fields(make_crop: Callable[..., Crop], *kinds: str) -> Objects:
    """A bar along the top, a bar at 45 degrees, a square, a disc and an L."""
    rows, columns = np.mgrid[:SIZE, :SIZE]
    drawn = {
        "bar": (abs(rows - 14) <= 5) & (abs(columns - 60) <= 50),
        "slanted": (abs(rows - 60 + columns - 100) <= 7) & (abs(rows - 60 - columns + 100) <= 30),
        "square": (abs(rows - 60) <= 12) & (abs(columns - 22) <= 12),
        "disc": (rows - 100) ** 2 + (columns - 24) ** 2 <= 16**2,
        "angle": ((abs(rows - 104) <= 3) & (abs(columns - 72) <= 15))
        | ((abs(columns - 60) <= 3) & (abs(rows - 92) <= 15)),
    }
    codes, instances = np.zeros((SIZE, SIZE), np.uint8), np.zeros((SIZE, SIZE), np.uint16)
    for number, kind in enumerate(kinds or drawn, 1):
        codes[drawn[kind]], instances[drawn[kind]] = 1, number
    return find_objects(make_crop(codes, FIELD, instances=instances), "field")


@pytest.mark.parametrize(
    ("word", "values"),
    [
        ("long|narrow|elongated", [1, 1, 0, 0, 0]),
        ("square", [0, 0, 1, 0, 0]),
        ("rectangular", [1, 1, 1, 0, 0]),
        ("round|circular", [0, 0, 0, 1, 0]),
    ],
)
def test_each_outline_is_known_however_it_is_turned(
    make_crop: Callable[..., Crop], word: str, values: list[int]
) -> None:
    phrases = [shape_phrase(fields(make_crop), np.random.default_rng(seed)) for seed in range(60)]
    told = [phrase for phrase in phrases if phrase and re.search(word, phrase.text)]
    assert told
    for phrase in told:
        assert [int(phrase.mask[at]) for at in MIDDLES.values()] == values, phrase.text


def test_an_outline_that_none_has_is_absent(make_crop: Callable[..., Crop]) -> None:
    objects = fields(make_crop, "bar", "slanted")
    phrases = [shape_phrase(objects, np.random.default_rng(seed), absent=True) for seed in range(30)]
    assert {re.search("square|round|circular", phrase.text)[0] for phrase in phrases} == {"square", "round", "circular"}
    assert not any(phrase.mask.any() for phrase in phrases)


def test_what_the_edge_cuts_off_has_no_outline(lay: Callable[..., Objects]) -> None:
    objects = lay([(0, 10, 8, 90), (30, 30, 60, 60), (70, 70, 100, 100)])
    assert all(shape_phrase(objects, np.random.default_rng(seed)) is None for seed in range(30))


BOXES = [(5 + 20 * number, 10, 17 + 20 * number, 40) for number in range(6)]


@pytest.mark.parametrize(("number", "word"), [(2, "two|2"), (3, "three|3"), (4, "four|4"), (5, "five|5"), (6, "six|6")])
def test_a_number_is_that_of_the_objects(lay: Callable[..., Objects], number: int, word: str) -> None:
    objects = lay(BOXES[:number])
    for seed in range(20):
        phrase = count_phrase(objects, np.random.default_rng(seed))
        assert re.search(rf"\b({word}) \w+", phrase.text)
        assert np.array_equal(phrase.mask, objects.base)


def test_one_object_or_many_or_a_sliver_at_the_edge_is_not_counted(lay: Callable[..., Objects]) -> None:
    crowd = [(4 + 18 * number, 10, 14 + 18 * number, 40) for number in range(7)]
    for boxes in (BOXES[:1], crowd, [*BOXES[:2], (60, 125, 70, 128)]):
        assert count_phrase(lay(boxes), np.random.default_rng(0)) is None


def test_nothing_is_counted_where_more_may_lie(make_crop: Callable[..., Crop]) -> None:
    codes = np.zeros((SIZE, SIZE), np.uint8)
    for top, left, bottom, right in BOXES[:3]:
        codes[top:bottom, left:right] = 1
    codes[:, 120:] = UNKNOWN
    objects = find_objects(make_crop(codes, {"building": legend((1,))}), "building")
    assert count_phrase(objects, np.random.default_rng(0)) is None


@pytest.mark.parametrize("count", [1, 3])
def test_a_bare_singular_is_said_where_there_is_one(lay: Callable[..., Objects], count: int) -> None:
    bare = re.compile("(the )?(building|house|gebäude|haus|dach|edificio|casa|techo|tejado|bâtiment|maison|toit)")
    questions = [Questions(lay(BOXES[:count]).crop, np.random.default_rng(seed)) for seed in range(150)]
    texts = [asked.present("building", "class").text for asked in questions]
    # "Gebäude" is the plural too.
    singular = [text for text in texts if bare.fullmatch(text) and text != "gebäude"]
    assert bool(singular) == (count == 1)
