"""The words for the classes and the sentences they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from . import languages

MANY_TEMPLATES = ("{}", "{}", "{}", "{}", "all {}", "all the {}", "the {}", "find all {}", "show the {}")
EACH_TEMPLATES = ("every {}", "each {}")
SINGLE_TEMPLATES = ("the {}", "{}")
"""A bare singular is said only where there is one object: among several it would be a riddle which one is meant."""


@dataclass(frozen=True)
class Words:
    """How people call a class.

    Attributes:
        one: names of a single object; empty for a substance such as water.
        many: names of all of it, the commonest first.
    """

    one: tuple[str, ...]
    many: tuple[str, ...]


WORDS = {
    "building": Words(
        ("building", "house"), ("buildings", "houses", "rooftops", "roofs", "building footprints", "built structures")
    ),
    "built-up area": Words(
        ("built-up area", "building block"),
        ("built-up areas", "built-up land", "building blocks", "urban areas", "developed land"),
    ),
    "road": Words(("road", "street"), ("roads", "streets", "road network", "roads and streets")),
    "water": Words((), ("water", "open water", "water bodies", "water surface")),
    "bare land": Words((), ("bare land", "bare soil", "bare ground", "unpaved land", "barren land")),
    "vegetation": Words((), ("vegetation", "green vegetation", "greenery", "plants", "green areas")),
    "low vegetation": Words((), ("grass", "low vegetation", "lawns", "grass and low vegetation", "grassland", "lawn")),
    "tree": Words(("tree", "tree crown"), ("trees", "tree crowns", "tree canopies", "tree cover", "tree canopy")),
    "swimming pool": Words(("swimming pool", "pool"), ("swimming pools", "pools")),
    "field": Words(
        ("field", "farm field", "agricultural field", "crop field"),
        ("fields", "farm fields", "farmland", "agricultural fields", "crop fields", "cropland"),
    ),
    "car": Words(("car", "vehicle"), ("cars", "vehicles")),
    "storage tank": Words(("storage tank", "tank"), ("storage tanks", "tanks")),
    "tennis court": Words(("tennis court", "court"), ("tennis courts", "courts")),
}


def pick(options: tuple[str, ...], rng: np.random.Generator) -> str:
    """One of the options, the earlier ones more often."""
    weights = 1 / np.arange(1, len(options) + 1)
    return options[int(rng.choice(len(options), p=weights / weights.sum()))]


def many(name: str, rng: np.random.Generator) -> str:
    """A plural or substance name of the class."""
    return pick(WORDS[name].many, rng)


def one(name: str, rng: np.random.Generator) -> str:
    """A singular name of the class.

    Raises:
        IndexError: the class is a substance.
    """
    return pick(WORDS[name].one, rng)


def everything(name: str, rng: np.random.Generator) -> str:
    """A phrase for everything of the class."""
    if languages.is_foreign(rng):
        return languages.everything(name, rng)
    if WORDS[name].one and rng.random() < 0.1:
        return str(rng.choice(EACH_TEMPLATES)).format(one(name, rng))
    return str(rng.choice(MANY_TEMPLATES)).format(many(name, rng))


def single(name: str, rng: np.random.Generator) -> str:
    """A phrase for the only object of the class.

    Raises:
        IndexError: the class is a substance.
    """
    if languages.is_foreign(rng):
        return languages.single(name, rng)
    return str(rng.choice(SINGLE_TEMPLATES)).format(one(name, rng))


def phrases() -> Iterator[str]:
    """Every English phrase that ``everything`` and ``single`` can give."""
    for words in WORDS.values():
        yield from (t.format(word) for t in (*EACH_TEMPLATES, *SINGLE_TEMPLATES) for word in words.one)
        yield from (t.format(word) for t in MANY_TEMPLATES for word in words.many)
