"""Objects by what is around them: "water next to the road", "isolated buildings"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial

import numpy as np

from .distance import alone_phrase, near_phrase, nearest_phrase
from .layout import beside_phrase, between_phrase, surrounded_phrase
from .objects import Objects
from .phrase import Phrase
from .reference import LARGEST, Reference, largest, partner

# Class -> what its objects can be near, beside or between; what they can lie in.
PARTNERS = {
    "building": ("road", "tree", "water", "swimming pool", "field"),
    "built-up area": ("road", "water", "vegetation"),
    "vegetation": ("road", "water", "built-up area", "swimming pool"),
    "water": ("road", "built-up area"),
    "tree": ("swimming pool", "road", "building"),
    "swimming pool": ("tree", "building"),
    "field": ("road", "water"),
}
SURROUNDINGS = {
    "building": ("vegetation", "low vegetation", "bare land"),
    "built-up area": ("vegetation", "bare land"),
    "vegetation": ("bare land", "built-up area"),
    "water": ("vegetation", "bare land", "built-up area"),
    "tree": ("low vegetation", "built-up area"),
    "swimming pool": ("vegetation", "low vegetation"),
}
PAIRED = ("building", "tree", "swimming pool", "field", "built-up area")
"""Classes of which two objects have a between."""

_Maker = Callable[[np.random.Generator], Phrase | None]


def relation_phrase(objects: Objects, rng: np.random.Generator, *, absent: bool = False) -> Phrase | None:
    """Objects by their place among others; with ``absent``, a relation to another class that none of them is in."""
    if objects.boxed:
        return None
    makers = list(_denials(objects) if absent else _makers(objects))
    tried = (makers[index](rng) for index in rng.permutation(len(makers)))
    return next((phrase for phrase in tried if phrase is not None), None)


def _makers(objects: Objects) -> Iterable[_Maker]:
    name, legends = objects.name, objects.crop.picture.legends
    for other in PARTNERS.get(name, ()):
        if other in legends:
            find = cache(partial(partner, objects, other))
            yield from (partial(_related, objects, find, maker) for maker in (near_phrase, nearest_phrase))
            yield partial(_related, objects, find, beside_phrase)
            if other in PAIRED:
                yield partial(between_phrase, objects, other)
    for other in SURROUNDINGS.get(name, ()):
        if other in legends:
            yield partial(_related, objects, partial(partner, objects, other), surrounded_phrase)
    yield partial(alone_phrase, objects)
    if name not in LARGEST:
        return
    yield partial(between_phrase, objects, name)
    find = cache(partial(largest, objects))
    # Beside is what the largest is best for.
    for maker in (beside_phrase, beside_phrase, near_phrase, nearest_phrase):
        yield partial(_related, objects, find, maker)


def _denials(objects: Objects) -> Iterable[_Maker]:
    name, legends = objects.name, objects.crop.picture.legends
    for others, maker in ((PARTNERS, near_phrase), (PARTNERS, beside_phrase), (SURROUNDINGS, surrounded_phrase)):
        for other in others.get(name, ()):
            if other in legends:
                yield partial(_related, objects, partial(partner, objects, other), partial(maker, absent=True))


def _related(
    objects: Objects,
    find: Callable[[np.random.Generator], Reference | None],
    maker: Callable[[Objects, Reference, np.random.Generator], Phrase | None],
    rng: np.random.Generator,
) -> Phrase | None:
    reference = find(rng)
    return None if reference is None else maker(objects, reference, rng)
