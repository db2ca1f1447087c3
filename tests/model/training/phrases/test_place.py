"""Parts of a crop, by where they lie and by what is near."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest

from phrasegon.model.training.crops import Crop
from phrasegon.model.training.phrases import Phrase, corpus, place_phrase
from phrasegon.model.training.sources import IGNORE
from phrasegon.model.training.sources.picture import NO_DATA, legend

SIZE, ROAD, POOL = 128, 1, 2
ROWS, COLUMNS = np.mgrid[:SIZE, :SIZE] + 0.5
LEFT, RIGHT, UPPER, LOWER = COLUMNS < SIZE / 2, COLUMNS > SIZE / 2, ROWS < SIZE / 2, ROWS > SIZE / 2


@pytest.fixture
def crop(make_crop: Callable[..., Crop]) -> Crop:
    """A road from top to bottom and a pool right of it; the lowest rows show nothing."""
    codes = np.zeros((SIZE, SIZE), np.uint8)
    codes[:, 20:24] = ROAD
    codes[60:70, 80:90] = POOL
    codes[120:] = NO_DATA
    return make_crop(codes, {"road": legend((ROAD,)), "swimming pool": legend((POOL,))})


def drawn(crop: Crop, count: int = 300) -> Iterable[Phrase]:
    rng = np.random.default_rng(4)
    return [phrase for _ in range(count) if (phrase := place_phrase(crop, rng)) is not None]


def test_halves_and_corners_are_where_they_are_said_to_be(crop: Crop) -> None:
    said = {
        "on the left": LEFT,
        "at the right": RIGHT,
        "in the upper half": UPPER,
        "in the lower part": LOWER,
        "in the upper left corner": UPPER & LEFT,
        "at the bottom right": LOWER & RIGHT,
    }
    found = {phrase.text: phrase.mask for phrase in drawn(crop)}
    for text, where in said.items():
        assert np.array_equal(found[text][:120] == 1, where[:120])
        assert not np.any(found[text][:120] == IGNORE)


def test_near_and_far_are_told_by_the_distance(crop: Crop) -> None:
    # Half a metre a pixel: near is within four metres, far begins at two and a half times as far.
    gap = np.maximum(20.5 - COLUMNS, COLUMNS - 23.5)
    roads = [phrase for phrase in drawn(crop) if "road" in phrase.text or "street" in phrase.text]
    far = [phrase for phrase in roads if phrase.text.startswith(("far", "away"))]
    near = [phrase for phrase in roads if phrase.text.startswith(("next", "near", "beside", "close", "by"))]
    assert near
    assert far
    for phrase in near:
        assert np.array_equal(phrase.mask[:120] == 1, (gap > 0)[:120] & (gap <= 8)[:120])
        assert np.array_equal(phrase.mask[:120] == 0, (gap >= 20)[:120])
    for phrase in far:
        assert np.array_equal(phrase.mask[:120] == 1, (gap >= 20)[:120])
        assert np.array_equal(phrase.mask[:120] == 0, (gap <= 8)[:120])


def test_a_side_of_a_single_thing_begins_at_its_edge(crop: Crop) -> None:
    edges = {"left of": COLUMNS < 80, "right of": COLUMNS > 90, "above": ROWS < 60, "below": ROWS > 70}
    pools = [phrase for phrase in drawn(crop) if "pool" in phrase.text]
    for side, where in edges.items():
        told = [phrase for phrase in pools if side in phrase.text]
        assert told
        for phrase in told:
            assert np.array_equal(phrase.mask[:120] == 1, where[:120])


def test_what_shows_nothing_is_unknown_and_never_all_that_is_meant(crop: Crop) -> None:
    for phrase in drawn(crop):
        assert (phrase.mask[120:] == IGNORE).all()
        assert np.any(phrase.mask == 1)
        assert (phrase.kind, phrase.target) == ("place", "")


def test_places_are_told_in_words_of_other_phrases(crop: Crop) -> None:
    words = {word for phrase in corpus() for word in phrase.split()}
    assert {word for phrase in drawn(crop) for word in phrase.text.split()} <= words


def test_boxes_and_what_is_not_there_are_no_landmarks(make_crop: Callable[..., Crop]) -> None:
    codes = np.zeros((SIZE, SIZE), np.uint8)
    codes[40:60, 40:60] = 1
    crop = make_crop(codes, {"tree": legend((1,)), "water": legend((2,))}, boxed=frozenset({"tree"}))
    assert not any("tree" in phrase.text or "water" in phrase.text for phrase in drawn(crop))
