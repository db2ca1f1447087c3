"""What map makers wrote down of a building: "tin roofs", "the school"."""

from __future__ import annotations

import numpy as np

from .objects import Objects
from .phrase import Phrase, missing, telling

# Tag -> value -> how it is said.
TAGS: dict[str, dict[str, tuple[str, ...]]] = {
    "roof:material": {
        "tin": ("tin roofs", "buildings with tin roofs", "metal roofs", "the tin roofs", "houses with a tin roof"),
        "concrete": ("concrete roofs", "buildings with concrete roofs", "the concrete roofs", "roofs of concrete"),
        "clay_tiles": ("clay tile roofs", "tiled roofs", "buildings with clay tiles"),
    },
    "roof:shape": {"flat": ("flat roofs", "buildings with flat roofs", "the flat roofs")},
    "use": {
        "school": ("the school", "school buildings", "the school building"),
        "temple": ("the temple", "temples", "places of worship"),
    },
}
_WEIGHTS = {"roof:material": 1.0, "roof:shape": 0.3, "use": 0.1}
"""What a roof is made of can be seen; what a building is used for hardly."""
_UNTAGGED_IS_OTHER = ("use",)
"""Use is mapped for the few public buildings: the rest are homes and shops."""
_PARTLY = {"roof:shape=mixed", "roof:shape=Mix"}
"""A roof of several shapes is neither flat nor not."""


def attribute_phrase(objects: Objects, rng: np.random.Generator, *, absent: bool = False) -> Phrase | None:
    """Buildings with a tag; those of which the tag is unknown are left undecided."""
    known = objects.crop.picture.attributes
    if objects.ids is None or not known:
        return None
    held = [known.get(int(number), frozenset()) - _PARTLY for number in objects.ids]
    options = [(tag, value) for tag, values in TAGS.items() for value in values]
    weights = np.array([_WEIGHTS[tag] for tag, _ in options])
    order = rng.choice(len(options), len(options), replace=False, p=weights / weights.sum())
    tried = (_with_tag(objects, held, options[index], rng, absent) for index in order)
    return next((phrase for phrase in tried if phrase is not None), None)


def _with_tag(
    objects: Objects, held: list[frozenset[str]], option: tuple[str, str], rng: np.random.Generator, absent: bool
) -> Phrase | None:
    tag, value = option
    yes = np.array([f"{tag}={value}" in tags for tags in held], bool)
    no = np.array(
        [tag in _UNTAGGED_IS_OTHER or any(text.startswith(f"{tag}=") for text in tags) for tags in held], bool
    )
    text = str(rng.choice(TAGS[tag][value]))
    if absent:
        # An unmapped school is likelier than an unmapped roof.
        return None if tag in _UNTAGGED_IS_OTHER else missing(objects, text, no & ~yes)
    return telling(objects, text, yes, no & ~yes, "attribute")
