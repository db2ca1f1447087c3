"""What map makers wrote down of a building: "tin roofs", "the school"."""

from __future__ import annotations

import numpy as np

from .objects import Objects
from .phrase import Phrase, missing, telling

# Tag prefix that must be known -> tag -> how it is said.
TAGS: dict[str, dict[str, tuple[str, ...]]] = {
    "roof:material=": {
        "tin": ("tin roofs", "buildings with tin roofs", "metal roofs", "the tin roofs", "houses with a tin roof"),
        "concrete": ("concrete roofs", "buildings with concrete roofs", "the concrete roofs", "houses of concrete"),
        "clay_tiles": ("clay tile roofs", "tiled roofs", "buildings with clay tiles"),
    },
    "roof:shape=": {"flat": ("flat roofs", "buildings with flat roofs", "the flat roofs")},
    "amenity=": {
        "school": ("the school", "school buildings"),
        "place_of_worship": ("the temple", "temples", "places of worship"),
    },
}


def attribute_phrase(objects: Objects, rng: np.random.Generator, absent: bool) -> Phrase | None:
    """Buildings with a tag; those of which the tag is unknown are left undecided."""
    known = objects.crop.picture.attributes
    if objects.ids is None or not known:
        return None
    prefix = str(rng.choice(list(TAGS)))
    value = str(rng.choice(list(TAGS[prefix])))
    tags = [known.get(int(number), frozenset()) for number in objects.ids]
    yes = np.array([prefix + value in held for held in tags], bool)
    no = np.array([any(tag.startswith(prefix) for tag in held) for held in tags], bool) & ~yes
    if prefix == "amenity=":
        # Use is mapped for the few public buildings; the rest are homes and shops.
        no = ~yes
    text = str(rng.choice(TAGS[prefix][value]))
    if absent:
        return None if prefix == "amenity=" else missing(objects, text, no)
    return telling(objects, text, yes, no, "attribute")
